"""The lines of a cell, one below the other, and where they may be cut at the end of a page. Lengths are twips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from thaipages.drawing.known import ObstacleError
from thaipages.layout import Block, Cell, Paragraph


class CellLine(NamedTuple):
    """A line of a cell, or a row of a table in it, from the top of the text."""

    block: Block
    line: int
    top: float
    bottom: float


def lines_of(cell: Cell) -> Iterator[CellLine]:
    """The lines of a cell in order."""
    bottoms = iter(accumulate(cell.lines))
    for block in cell.blocks if cell.lines else ():
        heights = block.heights if isinstance(block, Paragraph) else [row.height for row in block.rows]
        after = block.shape.after if block is cell.blocks[-1] and isinstance(block, Paragraph) else 0.0
        for line, height in enumerate(heights):
            bottom = next(bottoms)
            below = after if line + 1 == len(heights) else 0.0
            yield CellLine(block, line, bottom - below - height, bottom)


def by_block(entries: Sequence[CellLine]) -> Iterator[tuple[Block, list[CellLine]]]:
    """The ``entries`` of each paragraph or table."""
    start = 0
    for end in range(1, len(entries) + 1):
        if end == len(entries) or entries[end].block is not entries[start].block:
            yield entries[start].block, list(entries[start:end])
            start = end


def refuse_other_cut(merged: bool, above: Sequence[CellLine], below: CellLine, room: float) -> None:
    """Raise ``ObstacleError`` where programs cut a cell at the end of a page elsewhere than between the lines ``above``
    and ``below``, where it is cut as the tallest cell of the row is: each cell for itself, and below a paragraph only
    where the space after it has room too. ``room`` is how far down the text of the cell the page ends; a ``merged``
    cell spans rows."""
    if merged:
        raise ObstacleError("ช่องที่ผสานหลายแถวซึ่งข้อความยาวข้ามหน้า")
    for block, _, _, bottom in above:
        if not isinstance(block, Paragraph):
            continue
        torn = block is below.block
        if (torn and block.shape.keep_lines) or (not torn and bottom + block.shape.after > room):
            raise ObstacleError("แถวที่ข้ามหน้าซึ่งแต่ละช่องแบ่งที่ต่างกัน")
    if below.bottom <= room:
        raise ObstacleError("แถวที่ข้ามหน้าซึ่งแต่ละช่องแบ่งที่ต่างกัน")
