"""Borders and shading of a paragraph. Layout lengths are twips, places are points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from officefiles.styles import Properties, number
from thaipages.drawing.colours import colour
from thaipages.drawing.looks import TWIPS, fill_of
from thaipages.drawing.marks import BLACK, Colour, Mark, Rule
from thaipages.drawing.strokes import box
from thaipages.layout import Paragraph

_EIGHTHS = 8.0
_NONE = ("none", "nil")
_DASHES = {"dotted": (1.0, 1.0), "dashed": (4.0, 4.0)}
"""Strokes and gaps of a border, in its widths."""


class _Border(NamedTuple):
    """A border: the width of each of its lines, their number, their dashes, and the ``space`` to the text."""

    width: float
    lines: int
    dashes: tuple[float, ...]
    space: float
    colour: Colour

    @property
    def reach(self) -> float:
        """How far it goes out from the text."""
        return self.space + self.width * (2 * self.lines - 1)

    def middles(self) -> Iterator[float]:
        """How far from the text the middle of each of its lines is."""
        for line in range(self.lines):
            yield self.space + self.width * (2 * line + 0.5)


def frame(paragraph: Paragraph, lines: range, x: float, y: float, width: float) -> Iterator[Mark]:
    """The ground and the borders around ``lines``, whose first has its top at ``y``; where the paragraph goes on to
    another page, it stays open there."""
    shape = paragraph.shape
    fill = fill_of(shape.values)
    borders = {side: _border(shape.values, side) for side in ("top", "bottom", "left", "right")}
    if fill is None and not any(borders.values()):
        return
    begins, ends = lines.start == 0, lines.stop == len(paragraph.heights)
    bottom = y + sum(paragraph.heights[lines.start : lines.stop]) / TWIPS
    top, bottom = y + (shape.rule_above / TWIPS if begins else 0), bottom - (shape.rule_below / TWIPS if ends else 0)
    left, right = x + min(shape.left, shape.first) / TWIPS, x + width - shape.right / TWIPS
    reach = {side: border.reach if border else 0.0 for side, border in borders.items()}
    outer = (
        left - reach["left"],
        top - (reach["top"] if begins else 0.0),
        right + reach["right"],
        bottom + (reach["bottom"] if ends else 0.0),
    )
    if fill is not None:
        yield box(*outer, fill)
    if begins:
        yield from _across(borders["top"], outer, top, -1)
    if ends:
        yield from _across(borders["bottom"], outer, bottom, 1)
    yield from _down(borders["left"], outer, left, -1)
    yield from _down(borders["right"], outer, right, 1)


def _border(values: Properties, side: str) -> _Border | None:
    name = f"pBdr.{side}"
    kind = values.get(name, "none")
    if kind in _NONE:
        return None
    width = number(values, f"{name}.sz", 4) / _EIGHTHS * (2 if kind == "thick" else 1)
    ink = colour(values.get(f"{name}.color", "auto")) or BLACK
    dashes = tuple(length * width for length in _DASHES.get(kind, ()))
    return _Border(width, 2 if kind == "double" else 1, dashes, number(values, f"{name}.space"), ink)


def _across(border: _Border | None, outer: tuple[float, float, float, float], edge: float, way: int) -> Iterator[Rule]:
    """The lines of a border above or below the text, which ends at ``edge``."""
    left, _, right, _ = outer
    for middle in border.middles() if border else ():
        y = edge + way * middle
        yield Rule(None, left, y, right, y, border.width, border.colour, border.dashes)  # type: ignore[union-attr]


def _down(border: _Border | None, outer: tuple[float, float, float, float], edge: float, way: int) -> Iterator[Rule]:
    """The lines of a border beside the text, which ends at ``edge``."""
    _, top, _, bottom = outer
    for middle in border.middles() if border else ():
        x = edge + way * middle
        yield Rule(None, x, top, x, bottom, border.width, border.colour, border.dashes)  # type: ignore[union-attr]
