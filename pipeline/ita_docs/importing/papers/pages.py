"""Tables with rows taller than a page: what stands alone on a page between two pieces of one is of a cell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.parts import Paper


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
