"""A layout with the room that pages need where another program sets text a little wider.

Programs round the widths of letters in their own ways, and a line that its column hardly holds is two lines in another
program. Pages that are planned for the most lines which a text can take begin with the same words in all of them.
Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from officefiles.styles import number
from thaipages.layout import Paragraph, Row, Table
from thaipages.layout.document import Layout
from thaipages.layout.lines import ROUNDING, Measure, fill, line_end
from thaipages.layout.shapes import Shape
from thaipages.layout.spaces import line_heights
from thaipages.layout.tables import Cell

_ROOM = 0.01
"""The part of a line that another program may need more for the same text."""


def with_room(layout: Layout) -> Layout:
    """``layout`` with its lines as they are in columns a hundredth narrower."""
    parts = []
    for part in layout.parts:
        blocks = tuple(_block(one, part.section.width, layout.sum_spaces) for one in part.blocks)
        parts.append(replace(part, blocks=blocks))
    return replace(layout, parts=tuple(parts))


def narrow_ends(one: Paragraph, width: float) -> tuple[int, ...]:
    """The ends of the paragraph's lines in a column a hundredth narrower than its own, of ``width``; they are kept."""
    if one.lines.narrow_ends is None:
        shape, right = one.shape, width - one.shape.right
        wide = Measure(shape.first, shape.left, right, shape.tabs)
        narrow = Measure(shape.first, shape.left, right - _ROOM * (right - shape.left), shape.tabs)
        ends = one.ends if _hold(one, wide, narrow) else tuple(fill(one.text, one.edges, narrow))
        one.lines.narrow_ends = ends
    return one.lines.narrow_ends


def _hold(one: Paragraph, wide: Measure, narrow: Measure) -> bool:
    """True where narrow lines hold what wide ones do: then they end where those do, as none held a word more."""
    text, start, left = one.text, 0, narrow.first
    for end in one.ends:
        shown = start + len(text[start:end].rstrip())
        place = line_end(text, one.edges, start, shown, left, narrow)
        if place > narrow.right - ROUNDING:
            return False
        if "\t" in text[start:shown] and place != line_end(text, one.edges, start, shown, left, wide):
            return False
        start, left = end, narrow.left
    return True


def room_for(end: float, shape: Shape) -> float:
    """The width of a column in which a line of a paragraph of ``shape`` that ends at ``end`` also fits so."""
    return (end + ROUNDING - _ROOM * shape.left) / (1 - _ROOM) + shape.right


def _block(one: Paragraph | Table, width: float, sum_spaces: bool) -> Paragraph | Table:
    return _paragraph(one, width) if isinstance(one, Paragraph) else _table(one, sum_spaces)


def _paragraph(one: Paragraph, width: float) -> Paragraph:
    ends = narrow_ends(one, width)
    if ends == one.ends:
        return one
    further = [one.heights[-1]] * (len(ends) - len(one.ends))
    return one._replace(ends=ends, heights=(*one.heights, *further), further=sum(further))


def _table(table: Table, sum_spaces: bool) -> Table:
    return replace(table, rows=tuple(_row(row, table.columns, sum_spaces) for row in table.rows))


def _row(row: Row, columns: Sequence[float], sum_spaces: bool) -> Row:
    cells = tuple(_cell(cell, columns, sum_spaces) for cell in row.cells)
    if cells == row.cells:
        return row
    further = 0.0 if row.exact else max(_tallest(cells, one) - _tallest(row.cells, one) for one in ("", "restart"))
    return replace(row, cells=cells, height=row.height + further, further=further)


def _cell(cell: Cell, columns: Sequence[float], sum_spaces: bool) -> Cell:
    width = sum(columns[cell.place : cell.place + cell.span]) or number(cell.values, "tcW.w")
    inner = width - cell.inner.left - cell.inner.right
    blocks = tuple(_block(one, inner, sum_spaces) for one in cell.blocks)
    if not cell.lines or blocks == cell.blocks:
        return cell
    return replace(cell, blocks=blocks, lines=line_heights(blocks, sum_spaces))


def _tallest(cells: Sequence[Cell], merge: str) -> float:
    return max((cell.height for cell in cells if cell.merge == merge), default=0.0)
