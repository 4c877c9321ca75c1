"""The rules of a table: which border each edge between two cells has, and how it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from officefiles.styles import Properties, number
from thaipages.drawing.colours import colour
from thaipages.drawing.marks import BLACK, Colour, Rule
from thaipages.layout import Table

if TYPE_CHECKING:
    from thaipages.drawing.tables import Box

_POINT = 20.0
_NONE = ("", "none", "nil")
_BORDER = re.compile(r"(?:tbl|tc)Borders\.\w+")
_DASHES: Mapping[str, tuple[float, ...]] = {
    "dotted": (1, 1),
    "dashed": (4, 4),
    "dashSmallGap": (4, 1),
    "dotDash": (4, 3, 1, 3),
    "dotDotDash": (4, 3, 1, 3, 1, 3),
}
"""Strokes and gaps, in widths of the line."""


class Border(NamedTuple):
    """A border: its kind in WordprocessingML, the width of its line in points, and its colour."""

    kind: str
    width: float
    colour: Colour

    @property
    def strength(self) -> tuple[float, float]:
        """How it stands to another one at the same edge: the stronger is drawn, and of equals the darker."""
        return (3 if self.kind == "double" else 1) * self.width, -sum(self.colour)

    @property
    def dashes(self) -> tuple[float, ...]:
        """The lengths of its strokes and gaps."""
        return tuple(length * self.width for length in _DASHES.get(self.kind, ()))


Known = dict[tuple[str, str, str], Border]
"""Borders by their kind, size and colour as documents write them: a table has few."""
Pair = tuple["Box | None", "Box | None"]
Grid = Sequence[Sequence["Box | None"]]


def border_of(values: Properties, name: str, known: Known | None = None) -> Border | None:
    """The border ``name`` (``tcBorders.top``) that properties state; ``known`` are those met before."""
    kind = values.get(name)
    if kind is None:
        return None
    ink = values.get(f"{name}.color", "auto")
    key = kind, values.get(f"{name}.sz", ""), ink
    if known is not None and key in known:
        return known[key]
    border = Border(kind, number(values, f"{name}.sz", 4) / 8, colour(ink) or BLACK)
    if known is not None:
        known[key] = border
    return border


def is_ruled(table: Table) -> bool:
    """True where the table or a cell of it states a border that is drawn."""
    cells = (cell.values for row in table.rows for cell in row.cells)
    return any(
        _BORDER.fullmatch(name) and values[name] not in _NONE for values in (table.values, *cells) for name in values
    )


def width_of(values: Properties, name: str) -> float:
    """How wide the border ``name`` is, in points; 0 where there is none."""
    border = border_of(values, name)
    return border.width if border and border.kind not in _NONE else 0.0


def rules_of(grid: Grid, places: Sequence[float], tops: Sequence[float], whole: tuple[bool, bool]) -> Iterator[Rule]:
    """The rules around the boxes of ``grid``: ``places`` are the edges of its columns, ``tops`` those of its rows, in
    twips; ``whole`` tells whether the table begins and ends on this page."""
    if not any(box is not None and _has_border(box) for line in grid for box in line):
        return
    outer = [None] * (len(places) - 1)
    lines = [outer, *grid, outer]
    known: Known = {}
    for at, (above, below) in enumerate(pairwise(lines)):
        name = "top" if at == 0 and whole[0] else "bottom" if at == len(grid) and whole[1] else "insideH"
        edges = [_edge(pair, ("bottom", "top"), name, known) for pair in zip(above, below, strict=True)]
        for border, start, end in _runs(edges):
            yield from _drawn(border, (places[start], tops[at]), (places[end], tops[at]))
    columns = list(zip(*grid, strict=True))
    for at, (left, right) in enumerate(pairwise([[None] * len(grid), *columns, [None] * len(grid)])):
        edges = [_edge(pair, ("right", "left"), _across(pair), known) for pair in zip(left, right, strict=True)]
        for border, start, end in _runs(edges):
            yield from _drawn(border, (places[at], tops[start]), (places[at], tops[end]))


def _has_border(box: Box) -> bool:
    """False where neither the cell nor its table states one: lists of names have none."""
    stated = (box.values, box.cell.values, box.last.values)
    return any("Borders." in name for values in stated for name in values)


def _across(pair: Pair) -> str:
    """What a table calls the border between two boxes side by side."""
    return "left" if pair[0] is None else "right" if pair[1] is None else "insideV"


def _edge(pair: Pair, sides: tuple[str, str], name: str, known: Known) -> Border | None:
    """The border between two boxes: of what each cell states for its side, or else its table for ``name``, what is
    drawn at all, then what a cell states, then the stronger."""
    if pair[0] is pair[1]:
        return None
    best: tuple[bool, Border] | None = None
    for box, side in zip(pair, sides, strict=True):
        if box is not None:
            stated = f"tcBorders.{side}"
            own = border_of(box.last.values, stated, known) if side == "bottom" else None
            own = own or border_of(box.cell.values, stated, known)
            border = own or border_of(box.values, f"tblBorders.{name}", known)
            if border is not None and border.kind not in _NONE:
                one = own is not None, border
                best = one if best is None or _rank(one) > _rank(best) else best
    return best[1] if best else None


def _rank(one: tuple[bool, Border]) -> tuple[bool, tuple[float, float]]:
    return one[0], one[1].strength


def _runs(edges: Sequence[Border | None]) -> Iterator[tuple[Border, int, int]]:
    """Edges with one border in a row: the border, and where they start and end."""
    for border, group in groupby(range(len(edges)), key=lambda at: edges[at]):
        places = list(group)
        if border is not None:
            yield border, places[0], places[-1] + 1


def _drawn(border: Border, start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rule]:
    """The lines of a border along an edge, which they pass by half their width, so that corners are closed."""
    (x, y), (to_x, to_y) = ((across / _POINT, down / _POINT) for across, down in (start, end))
    width = border.width
    across = y == to_y
    for shift in (-width, width) if border.kind == "double" else (0.0,):
        more = width / 2 + abs(shift)
        if across:
            yield Rule(None, x - more, y + shift, to_x + more, y + shift, width, border.colour, border.dashes)
        else:
            yield Rule(None, x + shift, y - more, x + shift, to_y + more, width, border.colour, border.dashes)
