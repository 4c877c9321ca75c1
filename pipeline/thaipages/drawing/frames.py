"""Borders and shading of a paragraph. Layout lengths are twips, places are points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from officefiles.styles import Properties, number
from thaipages.drawing.borders import Border, border_of
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.looks import TWIPS, fill_of, is_dark, unseen_on_dark
from thaipages.drawing.marks import Mark, Rule
from thaipages.drawing.strokes import box
from thaipages.layout import Paragraph

_SIDES = ("top", "bottom", "left", "right")
_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class _Edge(NamedTuple):
    """A border and the ``space`` between it and the text."""

    border: Border
    space: float

    @property
    def reach(self) -> float:
        """How far it goes out from the text."""
        return self.space + self.border.width * (3 if self.border.kind == "double" else 1)

    def rules(self, text: float, outer: _Box, way: int, *, across: bool) -> Iterator[Rule]:
        """Its lines along one side of ``outer``, from the edge of the text outward; ``way`` is 1 to the right and
        down."""
        left, top, right, bottom = outer
        for line in (0, 2) if self.border.kind == "double" else (0,):
            at = text + way * (self.space + self.border.width * (line + 0.5))
            ends = (left, at, right, at) if across else (at, top, at, bottom)
            yield Rule(None, *ends, self.border.width, self.border.colour, self.border.dashes)


def frame(paragraph: Paragraph, lines: range, x: float, y: float, width: float) -> Iterator[Mark]:
    """The ground and the borders around ``lines``, whose first has its top at ``y``; where the paragraph goes on to
    another page, it stays open there."""
    shape = paragraph.shape
    if not shape.box and "shd" not in shape.values:
        return
    fill = fill_of(shape.values)
    edges = dict(_edges(shape.values))
    if fill is None and not edges:
        return
    if is_dark(fill) and unseen_on_dark(paragraph):
        raise ObstacleError("ตัวอักษรสีอัตโนมัติบนพื้นสีเข้ม")
    begins, ends = lines.start == 0, lines.stop == len(paragraph.heights)
    height = sum(paragraph.heights[lines.start : lines.stop]) / TWIPS
    text = {
        "left": x + min(shape.left, shape.first) / TWIPS,
        "top": y + (shape.rule_above / TWIPS if begins else 0.0),
        "right": x + width - shape.right / TWIPS,
        "bottom": y + height - (shape.rule_below / TWIPS if ends else 0.0),
    }
    shown = {side: edge for side, edge in edges.items() if {"top": begins, "bottom": ends}.get(side, True)}
    reach = {side: shown[side].reach if side in shown else 0.0 for side in _SIDES}
    outer = (
        text["left"] - reach["left"],
        text["top"] - reach["top"],
        text["right"] + reach["right"],
        text["bottom"] + reach["bottom"],
    )
    if fill is not None:
        yield box(*outer, fill)
    for side, edge in shown.items():
        way = 1 if side in ("bottom", "right") else -1
        yield from edge.rules(text[side], outer, way, across=side in ("top", "bottom"))


def _edges(values: Properties) -> Iterator[tuple[str, _Edge]]:
    """The borders that a paragraph has, by side."""
    for side in _SIDES:
        border = border_of(values, f"pBdr.{side}")
        if border is not None and border.kind not in ("none", "nil"):
            yield side, _Edge(border, number(values, f"pBdr.{side}.space"))
