"""Tables on a page: where their cells stand, what stands in these, and their grounds. Lengths are twips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from officefiles.opc import W
from officefiles.styles import Properties, number, properties
from thaipages.drawing.borders import rules_of, width_of
from thaipages.drawing.cell_lines import by_block, lines_of, refuse_other_cut
from thaipages.drawing.colours import colour
from thaipages.drawing.desk import POINT, Desk
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.looks import is_dark, unseen_on_dark
from thaipages.drawing.marks import Area, Colour
from thaipages.drawing.tree import Branch
from thaipages.layout import Cell, Paragraph, Row, Table
from thaipages.layout.tables import SIDE

_ROUNDING = 1.0


class Piece(NamedTuple):
    """As much of a row as stands on a page: whether it ``starts`` and ``ends`` there, or is ``repeated`` from a page
    before."""

    row: Row
    top: float
    height: float
    starts: bool
    ends: bool
    repeated: bool = False


@dataclass(slots=True)
class Box:
    """A cell on a page, over all of its rows there: ``row`` is the one it begins in, ``down`` how many it spans,
    ``here`` the first of them on the page, and ``last`` its cell in the lowest. ``values`` are the properties of the
    table for that row."""

    cell: Cell
    row: Row
    here: Row
    down: int
    values: Properties
    x: float
    width: float
    top: float
    height: float
    starts: bool
    ends: bool
    repeated: bool
    last: Cell


def draw_table(
    desk: Desk,
    table: Table,
    pieces: Sequence[Piece],
    x: float,
    width: float,
    branch: Branch | None,
    nested: bool = False,
) -> None:
    """Draw the ``pieces`` of a table in a column of ``width`` at ``x``: grounds, then text, then rules.

    A rule stands in the room at the top of the row below it; a row that goes on has one below it too.
    """
    places = list(accumulate(_columns(table), initial=x + _indent(desk, table, width, nested)))
    grid = _grid(table, pieces, places)
    boxes = list({id(box): box for line in grid for box in line if box is not None}.values())
    for box in boxes:
        _draw_ground(desk, box)
    for box in boxes:
        _draw_text(desk, table, box, None if box.repeated else branch)
    tops = [*(piece.top + piece.row.rule / 2 for piece in pieces), _bottom(table, pieces[-1])]
    ends = pieces[0].row is table.rows[0], pieces[-1].row is table.rows[-1] and pieces[-1].ends
    desk.marks += rules_of(grid, places, tops, ends)


def _columns(table: Table) -> list[float]:
    """The widths of the columns; those that the table does not state are as wide as the cells that end there."""
    columns = list(table.columns)
    for row in table.rows:
        for cell in row.cells:
            missing = cell.place + cell.span - len(columns)
            if missing > 0:
                rest = number(cell.values, "tcW.w") - sum(columns[cell.place :])
                columns += [max(rest, 0.0) / missing] * missing
    return columns


def _bottom(table: Table, last: Piece) -> float:
    """Where the rule below the last piece stands: in its room at the table's end, and else below it."""
    bottom = last.top + last.height
    if not last.ends:
        return bottom + last.row.rule / 2
    after = _number(table, last.row) + 1
    return bottom - table.below / 2 if after == len(table.rows) else bottom + table.rows[after].rule / 2


def _indent(desk: Desk, table: Table, width: float, nested: bool) -> float:
    """How far from the left edge of its column a table begins: half of its left rule stands outside its cells."""
    share = {"center": 0.5, "right": 1.0, "end": 1.0}.get(table.values.get("jc", ""))
    if share is not None:
        return (width - sum(table.columns)) * share
    indent = number(table.values, "tblInd.w")
    if desk.from_text and not nested:
        return indent - number(table.values, "tblCellMar.left.w", SIDE)
    return indent + width_of(table.values, "tblBorders.left") * POINT / 2


def _grid(table: Table, pieces: Sequence[Piece], places: Sequence[float]) -> list[list[Box | None]]:
    """The box that each column belongs to in each piece."""
    grid: list[list[Box | None]] = []
    above: list[Box | None] = [None] * (len(places) - 1)
    numbers = {id(row): at for at, row in enumerate(table.rows)}
    for piece in pieces:
        line: list[Box | None] = [None] * len(above)
        at, values = numbers[id(piece.row)], _values(table, piece.row)
        for cell in piece.row.cells:
            box = above[cell.place] if cell.merge == "continue" else None
            if box is None or box.repeated != piece.repeated:
                box = _box(table, piece, cell, places, at, values)
            else:
                box.height += piece.height
            box.last, box.ends = cell, piece.ends and _is_last(table, at, cell)
            line[cell.place : cell.place + cell.span] = [box] * cell.span
        grid.append(line)
        above = line
    return grid


def _values(table: Table, row: Row) -> Properties:
    """The properties of the table for ``row``."""
    excepted = properties(row.element, W + "tblPrEx")
    return {**table.values, **excepted} if excepted else table.values


def _box(table: Table, piece: Piece, cell: Cell, places: Sequence[float], at: int, values: Properties) -> Box:
    """The box of a cell that begins on this page or goes on there; its row is the one ``at`` this place, for which the
    table has these ``values``."""
    row, first = piece.row, cell
    while first.merge == "continue" and at:
        at -= 1
        row = table.rows[at]
        first = next((one for one in row.cells if one.place == cell.place), first)
    down = 1
    while at + down < len(table.rows) and _goes_on(table.rows[at + down], first):
        down += 1
    left, right = places[cell.place], places[cell.place + cell.span]
    starts = piece.starts and first is cell
    values = values if row is piece.row else _values(table, row)
    return Box(
        first,
        row,
        piece.row,
        down,
        values,
        left,
        right - left,
        piece.top,
        piece.height,
        starts,
        piece.ends,
        piece.repeated,
        cell,
    )


def _number(table: Table, row: Row) -> int:
    return next(at for at, one in enumerate(table.rows) if one is row)


def _is_last(table: Table, at: int, cell: Cell) -> bool:
    """True where no cell below goes on from ``cell``, whose row is the one ``at`` this place."""
    below = at + 1
    return below == len(table.rows) or not _goes_on(table.rows[below], cell)


def _goes_on(row: Row, above: Cell) -> bool:
    return any(cell.merge == "continue" and cell.place == above.place for cell in row.cells)


def _draw_ground(desk: Desk, box: Box) -> None:
    fill = _fill(box)
    if fill is not None:
        left, top = box.x / POINT, box.top / POINT
        right, bottom = left + box.width / POINT, top + box.height / POINT
        desk.marks.append(Area(None, ((left, top), (right, top), (right, bottom), (left, bottom)), fill))


def _fill(box: Box) -> Colour | None:
    values = box.cell.values if "shd" in box.cell.values else box.values
    return colour(values.get("shd.color" if values.get("shd") == "solid" else "shd.fill", ""))


def _draw_text(desk: Desk, table: Table, box: Box, branch: Branch | None) -> None:
    """Draw the lines of a cell that fit into its box, or all that are left where it ends here."""
    cell, entries = box.cell, list(lines_of(box.cell))
    branch = branch.cell(table, box.row, cell, box.down) if branch else None
    start = 0 if box.starts or box.repeated else desk.drawn.get(id(cell), 0)
    done = entries[start - 1].bottom if start else 0.0
    here = [one for one in entries[start:] if box.ends or one.bottom - done <= box.height + _ROUNDING]
    above = box.here.top
    desk.drawn[id(cell)] = start + len(here)
    if not box.ends and start + len(here) < len(entries):
        refuse_other_cut(
            box.down > 1, here[-1:], entries[start + len(here)], desk.edges[4] * POINT - box.top - above + done
        )
    if is_dark(_fill(box)) and any(unseen_on_dark(block) for block in cell.blocks if isinstance(block, Paragraph)):
        raise ObstacleError("ตัวอักษรสีอัตโนมัติบนพื้นสีเข้ม")
    top = box.top + above - done
    if box.starts and box.ends and here:
        share = {"center": 0.5, "bottom": 1.0}.get(cell.values.get("vAlign", ""), 0.0)
        top += share * max(box.height - above - cell.inner.bottom - here[-1].bottom, 0.0)
    x, width = box.x + cell.inner.left, box.width - cell.inner.left - cell.inner.right
    for block, items in by_block(here):
        if isinstance(block, Paragraph):
            lines = range(items[0].line, items[-1].line + 1)
            desk.lines(block, lines, (x, top + items[0].top), width, branch, table.values)
        else:
            pieces = [Piece(block.rows[one.line], top + one.top, one.bottom - one.top, True, True) for one in items]
            draw_table(desk, block, pieces, x, width, branch, nested=True)
