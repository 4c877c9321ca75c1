"""Tables of measures in the shape in which they are read: columns of quarters or months, in which measures are ticked,
made one column of periods; what stands alone on a page between two pieces of a row put into its cell; heads that stand
beside their cells, or before their lines, put above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.indicators import is_whole_name, named
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.tables import head_of, placed, read_tables
from ita_docs.importing.papers.words import plain, squashed
from ita_docs.thai import A_MONTH

_PERIOD, _STATE = "ระยะเวลา", "สถานะ"
_QUARTER = re.compile(rf"(?:ไตรมาส(?:ที่)?|Q)\s*[1-4].{{0,20}}|(?:{A_MONTH})\s*[0-9]{{0,4}}")
_NUMBER = re.compile("[1-4]")
_TICK = re.compile(r"[✓✔√☑✗xX×/●•*\uf0fcP]")
_HEAD_ROWS = 3
_FEWEST = 2


def with_periods(table: OldTable) -> OldTable:
    """The table with one column of the periods that are ticked in place of those of quarters or months; as it is where
    it has none, or where something else than ticks stands in them."""
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        above = table.rows[at - 1] if at else ()
        columns = _columns(row, above)
        if len(columns) >= _FEWEST:
            rows = [_joined(one, columns, row) for one in table.rows[at + 1 :]]
            if all(one is not None for one in rows) and all(len(one) == len(row) for one in table.rows[at:]):
                heads = [*table.rows[: max(0, at - 1)], _head(row, above, columns)]
                return replace(table, rows=(*heads, *(one for one in rows if one)))
    return table


def with_states(table: OldTable, states: Mapping[str, Sequence[str]]) -> OldTable:
    """The table with one column of the state of each measure in place of those of ``states`` in which it is ticked."""
    known = {squashed(word): state for state, words in states.items() for word in words}
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        own = [place for place, cell in enumerate(row) if squashed(cell.text) in known]
        if len(own) < _FEWEST or own != [*range(own[0], own[-1] + 1)]:
            continue
        columns = range(own[0], own[-1] + 1)
        paragraphs = [one for place in columns for one in row[place].paragraphs]
        said = [known.get(squashed(cell.text), "") for cell in row]
        called = [OldCell(tuple(replace(one, text=text) for one in paragraphs[:1])) for text in said]
        rows = [_joined(one, columns, called) for one in table.rows[at + 1 :]]
        if all(one is not None and len(one) == len(row) - len(columns) + 1 for one in rows):
            silent = (replace(one, text="", number="") for one in paragraphs[1:])
            head = OldCell((replace(paragraphs[0], text=_STATE, number=""), *silent), len(columns))
            heads = (*row[: columns.start], head, *row[columns.stop :])
            return replace(table, rows=(*table.rows[:at], heads, *(one for one in rows if one)))
    return table


def _columns(row: Sequence[OldCell], above: Sequence[OldCell]) -> range:
    """The cells of a head that name periods, one beside the other; none where they are not alone."""
    of_quarters = any("ไตรมาส" in cell.text for cell in above)
    pattern = _NUMBER if of_quarters else _QUARTER
    own = [at for at, cell in enumerate(row) if pattern.fullmatch(" ".join(plain(cell.text).split()))]
    if not own or own != [*range(own[0], own[-1] + 1)] or any(row[at].columns > 1 for at in own):
        return range(0)
    return range(own[0], own[-1] + 1)


def _head(row: Sequence[OldCell], above: Sequence[OldCell], columns: range) -> tuple[OldCell, ...]:
    """The row of heads with one head of periods; of two rows of heads the other heads stand in the upper one."""
    upper = {column: cell for column, cell in placed(above) if cell.text.strip()}
    others = ((at, column) for at, (column, _) in enumerate(placed(row)) if at not in columns)
    heads = {at: upper.pop(column) for at, column in others if column in upper}
    silent = [replace(one, text="", number="") for at in columns for one in row[at].paragraphs]
    silent += [replace(one, text="", number="") for cell in upper.values() for one in cell.paragraphs]
    period = OldCell((replace(silent[0], text=_PERIOD), *silent[1:]), len(columns))
    cells = [heads.get(at, cell) if not cell.text.strip() else cell for at, cell in enumerate(row)]
    return (*cells[: columns.start], period, *cells[columns.stop :])


def _joined(row: Sequence[OldCell], columns: range, heads: Sequence[OldCell]) -> tuple[OldCell, ...] | None:
    """A row with its ticks as one cell of the periods they stand under; ``None`` where one is no tick."""
    ticked = [at for at in columns if at < len(row) and row[at].text.strip()]
    if any(not _TICK.fullmatch(row[at].text.strip()) for at in ticked):
        return None
    said = ", ".join(_name(heads[at]) for at in ticked)
    paragraphs: tuple[OldParagraph, ...] = row[ticked[0]].paragraphs[:1] if ticked else ()
    cell = OldCell(tuple(replace(one, text=said, number="") for one in paragraphs), len(columns))
    return (*row[: columns.start], cell, *row[columns.stop :])


def _name(head: OldCell) -> str:
    text = " ".join(head.text.split())
    return f"ไตรมาสที่ {text}" if _NUMBER.fullmatch(plain(text)) else text


def with_cells_of_pages(part: Paper) -> Paper:
    """The paper with the paragraphs between two tables, the second of which goes on with one cell of the first, put
    into that cell."""
    blocks: list[Block] = []
    between: list[OldParagraph] = []
    for one in part.blocks:
        if isinstance(one, OldParagraph) and blocks and isinstance(blocks[-1], OldTable):
            between.append(one)
        elif isinstance(one, OldTable) and between and (column := _goes_on_in(one)) is not None:
            blocks.append(_with(one, column, between))
            between = []
        else:
            blocks += [*between, one]
            between = []
    if between and blocks and isinstance(last := blocks[-1], OldTable) and any(last.rows[-1:]):
        column, ended = _longest(last.rows[-1])
        if not ended:
            blocks[-1], between = _behind(last, column, between), []
    return replace(part, blocks=(*blocks, *between))


def _longest(row: Sequence[OldCell]) -> tuple[int, bool]:
    """The column that says most in a row, and if its text has ended there."""
    column = max(range(len(row)), key=lambda one: len(row[one].text))
    paragraphs = row[column].paragraphs
    return column, not paragraphs or paragraphs[-1].ended


def _behind(table: OldTable, column: int, paragraphs: Sequence[OldParagraph]) -> OldTable:
    *rows, last = table.rows
    cell = last[column]
    whole = replace(cell, paragraphs=(*cell.paragraphs, *paragraphs))
    return replace(table, rows=(*rows, (*last[:column], whole, *last[column + 1 :])))


def _goes_on_in(table: OldTable) -> int | None:
    """The only column that the first row of a table fills; ``None`` where it fills more."""
    row = table.rows[0] if table.rows else ()
    filled = [column for column, cell in enumerate(row) if cell.text.strip()]
    return filled[0] if len(filled) == 1 and len(row) > 2 else None


def _with(table: OldTable, column: int, paragraphs: Sequence[OldParagraph]) -> OldTable:
    first, *rest = table.rows
    cell = first[column]
    whole = OldCell((*paragraphs, *cell.paragraphs), cell.columns, cell.continued)
    return replace(table, rows=((*first[:column], whole, *first[column + 1 :]), *rest))


_FEWEST_HEADS = 3
_LABELLED = re.compile(r"^\s*(?:[-–•*]\s*|\(?[0-9๐-๙.]{1,4}[.)]\s*)?([^:：\n]{2,40}?)\s*[:：]\s*(?=\S)")


def with_heads_above(part: Paper, heads: Mapping[str, Sequence[str]]) -> Paper:
    """The paper with its tables of two columns of which the first says what the second is, and lines that begin with
    such words (``มาตรการ : …``), as tables with these for their heads."""
    known = {squashed(word): name for name, words in heads.items() for word in words}
    blocks = _with_tables_of_labels(part.blocks, known)
    return replace(part, blocks=tuple(_turned(one, known) if isinstance(one, OldTable) else one for one in blocks))


def _with_tables_of_labels(blocks: Iterable[Block], known: Mapping[str, str]) -> Iterator[Block]:
    """The blocks with lines that begin with a head and a colon as tables, with what stands between two of them."""
    rows, between = list[tuple[OldCell, OldCell]](), list[OldParagraph]()
    for one in blocks:
        match = _LABELLED.match(one.text) if isinstance(one, OldParagraph) else None
        said = squashed(match[1]) if match else ""
        if isinstance(one, OldParagraph) and match and said in known:
            again = known[said] in {known[squashed(label.text)] for label, _ in rows}
            if again or len(between) > _MOST_BETWEEN:
                yield from _as_table(rows)
                yield from between
                rows, between = [], []
            if between:
                rows[-1] = rows[-1][0], OldCell((*rows[-1][1].paragraphs, *between))
            label, value = (replace(one, text=text, number="") for text in (match[1], one.text[match.end() :]))
            rows, between = [*rows, (OldCell((label,)), OldCell((value,)))], []
        elif isinstance(one, OldParagraph) and rows:
            between.append(one)
        else:
            yield from _as_table(rows)
            yield from (*between, one)
            rows, between = [], []
    yield from _as_table(rows)
    yield from between


def _as_table(rows: Sequence[tuple[OldCell, OldCell]]) -> Iterator[OldTable]:
    if rows:
        yield OldTable(tuple(rows), rows[0][0].paragraphs[0].origin)


_MEASURES = {"actions", "action"}
_MOST_BETWEEN = 3
"""So many lines may go on from one that begins with a head."""


def _turned(table: OldTable, known: Mapping[str, str]) -> OldTable:
    beside = [head_of(row[0].text, known) for row in table.rows if len(row) == 2]
    fields = [one for one in beside if one]
    if (
        len(beside) < len(table.rows)
        or not _FEWEST_HEADS <= len(set(fields)) == len(fields)
        or not _MEASURES & {*fields}
    ):
        return table
    first, second = zip(*table.rows, strict=True)
    return replace(table, rows=(first, second))


def with_numbers(table: OldTable, count: int, framework: Framework) -> OldTable:
    """The table with a column of numbers, all empty, where rows below its ``count`` heads name the indicators and no
    column does."""
    alone = [filled[0] for row in table.rows[count:] if len(filled := [one for one in row if one.text.strip()]) == 1]
    if not any(is_whole_name(one.text, framework) for one in alone):
        return table
    first = next(one for cell in table.rows[0] for one in cell.paragraphs)
    head, empty = OldCell((replace(first, text=_NUMBERS, number=""),)), OldCell()
    rows = ((empty if at else head, *row) if len(row) > 1 else row for at, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def with_indicators(
    part: Paper, framework: Framework, heads: Mapping[str, Sequence[str]], needed: Sequence[frozenset[str]]
) -> Paper:
    """The paper with the indicator that stands above a table of its measures in a column of the table, whose ``heads``
    name all that is ``needed`` but the indicator, which is the first of that."""
    blocks, above = list[Block](), None
    for one in part.blocks:
        if isinstance(one, OldParagraph) and one.text.strip():
            headed = above is not None and is_whole_name(above.text, framework)
            above = one if named(one.text, framework) else above if headed else None
        if not isinstance(one, OldTable) or above is None or read_tables([one], heads, [_OF_INDICATORS]):
            blocks.append(one)
        elif found := read_tables([one], heads, needed[1:]):
            count = len(one.rows) - len(found[0].rows)
            blocks = [block for block in blocks if block is not above]
            blocks.append(replace(one, rows=tuple(_led(row, at, count, above) for at, row in enumerate(one.rows))))
            above = None
        else:
            blocks.append(one)
    return replace(part, blocks=tuple(blocks))


def _led(row: tuple[OldCell, ...], at: int, count: int, above: OldParagraph) -> tuple[OldCell, ...]:
    """A row with a cell before it: the head of the indicators, the indicator, or what carries it on."""
    head = replace(above, text=_INDICATOR, number="")
    cell = OldCell((head,)) if at < count else OldCell((above,)) if at == count else OldCell(continued=True)
    return (cell, *row)


_INDICATOR, _NUMBERS = "ตัวชี้วัด", "ที่"
_OF_INDICATORS = frozenset(("indicator", "number"))
