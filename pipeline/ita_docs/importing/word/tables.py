"""Tables of Word files, their merged cells, and tables that stand in others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable, Photo
from ita_docs.importing.captioned import FilledCell, captioned
from ita_docs.importing.word.places import TABLE
from officefiles.opc import W
from officefiles.styles import Properties, is_on, number, properties
from officefiles.text import held_by

if TYPE_CHECKING:
    from ita_docs.importing.word.story import Story

_MOST_COLUMNS = 63
"""As many as a table of Word may have."""


def read_table(element: etree._Element, story: Story) -> Iterator[Block]:
    """The blocks that a table is: itself, and its pictures after it. One that only arranges other tables on the page
    is what it holds; one that says nothing is its pictures."""
    own = properties(element, W + "tblPr")
    style = story.setting.sheet.styles.name(own, "table")
    origin = story.places.next(TABLE)
    rows: list[list[FilledCell]] = []
    merged: frozenset[int] = frozenset()
    for row in held_by(element, W + "tr"):
        values = properties(row, W + "trPr")
        if not _is_gone(values):
            cells, merged = _row(row, values, merged, style, story)
            rows.append(cells)
    held = [[blocks for _, blocks in row] for row in rows]
    if _only_arranges(held):
        yield from (block for row in held for cell in row for block in cell)
        return
    made = tuple(tuple(replace(cell, paragraphs=tuple(_flat(blocks))) for cell, blocks in row) for row in rows)
    if any(cell.paragraphs for row in made for cell in row):
        yield OldTable(made, origin)
    yield from captioned(rows)


def _is_gone(values: Properties) -> bool:
    return is_on(values, "hidden") or any(name.partition(".")[0] == "del" for name in values)


def _row(
    element: etree._Element, values: Properties, above: frozenset[int], style: str, story: Story
) -> tuple[list[FilledCell], frozenset[int]]:
    """The cells of a row, and the columns in which cells that are merged over rows begin; ``above`` are those of the
    row above."""
    cells: list[FilledCell] = []
    merged = set()
    place = _columns(values, "gridBefore", 0)
    if place:
        cells.append((OldCell(columns=place), ()))
    for cell in held_by(element, W + "tc"):
        own = properties(cell, W + "tcPr")
        span = _columns(own, "gridSpan", 1)
        if own.get("hMerge", "restart") != "restart" and cells:
            before, blocks = cells[-1]
            cells[-1] = replace(before, columns=before.columns + span), blocks
        else:
            merge = own.get("vMerge")
            continued = merge is not None and merge != "restart" and place in above
            if merge is not None:
                merged.add(place)
            blocks = () if continued else tuple(story.blocks(cell, style))
            cells.append((OldCell(columns=span, continued=continued), blocks))
        place += span
    if after := _columns(values, "gridAfter", 0):
        cells.append((OldCell(columns=after), ()))
    return cells, frozenset(merged)


def _columns(values: Properties, name: str, least: int) -> int:
    return int(min(max(number(values, name, least), least), _MOST_COLUMNS))


def _only_arranges(rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """True of a table that holds others, of which no two stand side by side, and of one that frames text, as it may
    beside an emblem."""
    said = [cell for cell in rows[0] if any(not isinstance(block, Photo) for block in cell)] if len(rows) == 1 else []
    if len(said) == 1 and (len(said[0]) > 1 or len(rows[0]) == 1):
        return True
    holds = any(isinstance(block, OldTable) for row in rows for cell in row for block in cell)
    return holds and all(sum(bool(cell) for cell in row) <= 1 for row in rows)


def _flat(blocks: Iterable[Block]) -> Iterator[OldParagraph]:
    """The paragraphs of a cell, those of tables in it among them."""
    for block in blocks:
        if isinstance(block, OldParagraph):
            yield block
        elif isinstance(block, OldTable):
            for row in block.rows:
                yield from _flat_row([cell.paragraphs for cell in row if cell.paragraphs])


def _flat_row(cells: Sequence[Sequence[OldParagraph]]) -> Iterator[OldParagraph]:
    """The paragraphs of a row: those of cells that hold one line each as one, with tabs between."""
    if len(cells) > 1 and all(len(cell) == 1 and "\n" not in cell[0].text for cell in cells):
        first, *others = (cell[0] for cell in cells)
        yield replace(first, text="\t".join([first.text, *(one.printed for one in others)]), edges=())
    else:
        yield from (one for cell in cells for one in cell)
