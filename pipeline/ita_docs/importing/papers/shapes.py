"""Tables of measures in the shape in which they are read: what stands alone on a page between two pieces of a row put
into its cell; heads that stand beside their cells, or before their lines, put above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.indicators import is_whole_name, named
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.prose import with_measures_of_prose
from ita_docs.importing.papers.said import scored_name
from ita_docs.importing.papers.tables import head_of, read_tables
from ita_docs.importing.papers.words import squashed


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


def with_heads_above(
    part: Paper, framework: Framework, heads: Mapping[str, Sequence[str]], needed: Sequence[frozenset[str]]
) -> Paper:
    """The paper with its tables of two columns of which the first says what the second is, and lines that begin with
    such words (``มาตรการ : …``), as tables with these for their heads, one of each of the sets ``needed``."""
    known = {squashed(word): name for name, words in heads.items() for word in words}
    blocks = with_measures_of_prose(part, framework, heads, needed).blocks
    return replace(part, blocks=tuple(_turned(one, known) if isinstance(one, OldTable) else one for one in blocks))


_BESIDE = 2
_MEASURES = {"actions", "action"}


def _turned(table: OldTable, known: Mapping[str, str]) -> OldTable:
    table = _without_title(table)
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


def _without_title(table: OldTable) -> OldTable:
    """A table of two columns with its title, which is one cell over both, for the indicator of what stands below."""
    first, *rest = table.rows or ((),)
    filled = [cell for cell in first if cell.text.strip()]
    if len(filled) != 1 or not rest or any(len(row) != _BESIDE for row in rest) or filled[0].columns < _BESIDE:
        return table
    line, *more = filled[0].paragraphs
    named = replace(line, text=line.text[max(0, line.text.find(_INDICATOR)) :])
    head = OldCell((replace(line, text=_INDICATOR, number=""),))
    return replace(table, rows=((head, OldCell((named, *more))), *rest))


def with_numbers(table: OldTable, count: int, framework: Framework) -> OldTable:
    """The table with a column of numbers, all empty, where rows below its ``count`` heads name the indicators and no
    column does."""
    alone = [filled[0] for row in table.rows[count:] if len(filled := [one for one in row if one.text.strip()]) == 1]
    if not any(is_whole_name(one.text, framework) or scored_name(one.text, framework) for one in alone):
        return table
    first = next(one for cell in table.rows[0] for one in cell.paragraphs)
    head, empty = OldCell((replace(first, text=_NUMBERS, number=""),)), OldCell()
    rows = ((empty if at else head, *row) if len(row) > 1 else row for at, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def with_second_head(table: OldTable, known: Mapping[str, str], field: str, second: str, begins: str) -> OldTable:
    """The table with a column of another field (``second``, by its head) where its heads name a field twice and the
    latter ``begins`` so: beside measures ``แนวทางการดำเนินการ`` are their steps, ``กิจกรรม`` what was done."""
    for at, row in enumerate(table.rows[:_FEWEST_HEADS]):
        fields = [head_of(cell.text, known) for cell in row]
        own = [place for place, name in enumerate(fields) if name == field]
        if len(own) == _BESIDE and head_of(second, known) not in fields and row[own[1]].text.strip().startswith(begins):
            first, *rest = row[own[1]].paragraphs
            silent = [replace(one, text="", number="") for one in rest]
            head = replace(row[own[1]], paragraphs=(replace(first, text=second, number=""), *silent))
            rows = (*table.rows[:at], (*row[: own[1]], head, *row[own[1] + 1 :]), *table.rows[at + 1 :])
            return replace(table, rows=rows)
    return table


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
