"""Tables in the shape in which they are read: columns of quarters or months, in which measures are ticked, made one
column of periods; what stands alone on a page between two pieces of a row put into its cell; indicators that stand side
by side put one below the other, and so tables that do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.indicators import is_whole_name
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.tables import head_of
from ita_docs.importing.papers.words import is_total, plain, squashed
from ita_docs.thai import A_MONTH

_PERIOD = "ระยะเวลา"
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
    upper = [cell for cell in above if cell.text.strip() and "ไตรมาส" not in cell.text]
    heads = dict(zip((at for at in range(len(row)) if at not in columns), upper, strict=False)) if above else {}
    silent = [replace(one, text="", number="") for at in columns for one in row[at].paragraphs]
    silent += [replace(one, text="", number="") for cell in above if cell not in upper for one in cell.paragraphs]
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
            blocks[-1] = _behind(last, column, between)
            between = []
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


def upright(
    tables: Iterable[OldTable], heads: Mapping[str, Sequence[str]], years: Mapping[str, str], framework: Framework
) -> Iterator[OldTable]:
    """The tables of scores with one indicator a row: those whose indicators are the heads of columns turned, and those
    that stand beside each other in one apart."""
    known = {squashed(word): name for name, words in heads.items() for word in words}
    for table in (_of_title(one, known, framework) for one in tables):
        for at, row in enumerate(table.rows[:_HEAD_ROWS]):
            named = [column for column, cell in enumerate(row) if is_whole_name(cell.text, framework)]
            names = [column for column, cell in enumerate(row) if squashed(cell.text) in map(squashed, heads["name"])]
            below = [_spread(one) for one in table.rows[at:]]
            if len(named) >= _FEWEST_NAMED and named[0] == 1:
                said = (squashed(one[0].text) for one in below[1:])
                if all(head_of(text, known) or any(year in text for year in years) for text in said):
                    yield replace(table, rows=tuple(zip(_called(below[0], row[1]), *below[1:], strict=False)))
                    break
            elif len(names) >= _FEWEST:
                for start, end in pairwise((*names, len(below[0]))):
                    yield replace(table, rows=tuple(tuple(one[start:end]) for one in below))
                break
        else:
            yield table


_FEWEST_NAMED = 3
"""So many indicators side by side are the heads of a table."""


def _spread(row: Sequence[OldCell]) -> list[OldCell]:
    """The cells of a row, one a column."""
    return [one for cell in row for one in (replace(cell, columns=1), *[OldCell()] * (cell.columns - 1))]


def _called(row: Sequence[OldCell], named: OldCell) -> list[OldCell]:
    """A row of indicators with the head of these before them."""
    first = (*row[0].paragraphs, *named.paragraphs)[0]
    return [OldCell((replace(first, text=_INDICATOR, number=""),)), *row[1:]]


_INDICATOR = "ตัวชี้วัด"


def below_indicators(part: Paper, framework: Framework) -> Iterator[OldTable]:
    """The tables of a paper, those below a line that names an indicator with that line for their first row."""
    above: tuple[tuple[OldCell, ...], ...] = ()
    for one in part.blocks:
        if isinstance(one, OldTable):
            yield replace(one, rows=(*above, *one.rows))
            above = ()
        elif isinstance(one, OldParagraph) and one.text.strip():
            above = ((OldCell((one,)),),) if is_whole_name(one.text, framework) else ()


def _of_title(table: OldTable, known: Mapping[str, str], framework: Framework) -> OldTable:
    """A table whose first row only names an indicator with that name before its totals, or before its scores where its
    heads name nothing that they could be of."""
    first, *rows = table.rows or ((),)
    title = [cell for cell in first if cell.text.strip()]
    if len(title) != 1 or not rows or not is_whole_name(title[0].text, framework):
        return table
    at, heads = next(
        ((at, found) for at, row in enumerate(rows) if (found := {head_of(cell.text, known) for cell in row} - {""})),
        (0, {""}),
    )
    if "score" not in heads:
        return table
    if heads & {"name", "number", "instrument"}:
        made = [tuple(title[0] if is_total(cell.text) else cell for cell in row) for row in rows]
    else:
        head = OldCell((replace(title[0].paragraphs[0], text=_INDICATOR, number=""),))
        made = [(head if place <= at else title[0], *row) for place, row in enumerate(rows)]
    return replace(table, rows=tuple(made))
