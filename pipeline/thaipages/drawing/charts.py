"""Charts of Word documents, drawn from the values that they keep: bars, lying or standing, and lines over them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from officefiles.namespaces import C
from officefiles.opc import Part
from thaipages.drawing import writing
from thaipages.drawing.chart_obstacles import obstacles_of
from thaipages.drawing.chart_reading import ChartFont, ChartSheet, Series, Stroke, read_chart
from thaipages.drawing.chart_space import BESIDE_KEY, BESIDE_TICK, TICK, ChartSpace, beside, space_of, text_width
from thaipages.drawing.marks import Area, Colour, Mark, Node, Rule, Words
from thaipages.drawing.number_forms import written

CHART = f"{C}chart"
_MIDDLE = writing.ASCENT - writing.LINE / 2
"""How far the base of a line is below its middle, in parts of the type size."""
_OUTLINES = {
    "diamond": ((0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)),
    "triangle": ((0.0, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "square": ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
}
_ROUND = tuple((math.cos(turn) / 2, math.sin(turn) / 2) for turn in (math.tau * part / 24 for part in range(24)))


def obstacles(chart: Part) -> list[str]:
    """Why a chart cannot be drawn as Word shows it, in Thai, each thing once."""
    return list(dict.fromkeys(obstacles_of(chart.tree)))


def draw(chart: Part, x: float, y: float, width: float, height: float, node: Node | None) -> Sequence[Mark]:
    """The marks of a chart without obstacles in this box of points, all of ``node``."""
    sheet = chart.made(_read)
    pen = _Chart(sheet, space_of(sheet, x, y, width, height), node)
    return [*pen.ground(x, y, width, height), *pen.grid(), *pen.bars(), *pen.axes(), *pen.lines(), *pen.texts(x, width)]


def _read(chart: Part) -> ChartSheet:
    return read_chart(chart.tree)


class _Chart:
    """A chart being drawn in its space."""

    def __init__(self, chart: ChartSheet, space: ChartSpace, node: Node | None) -> None:
        self.chart, self.space, self.node = chart, space, node
        self.bars_of = [one for one in chart.series if not one.is_line]
        length = space.bottom - space.top if chart.lying else space.right - space.left
        self.column = length / max(1, len(chart.categories))

    def ground(self, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
        """What lies behind all, and the frame."""
        if self.chart.ground or self.chart.edge:
            yield self._box(x, y, x + width, y + height, self.chart.ground, self.chart.edge)

    def grid(self) -> Iterator[Mark]:
        """The lines of the scale."""
        pen, space = self.chart.scale.grid, self.space
        for mark in space.marks if pen else ():
            at = space.along(mark, self.chart.lying)
            if pen and self.chart.lying:
                yield self._line(at, space.top, at, space.bottom, pen)
            elif pen:
                yield self._line(space.left, at, space.right, at, pen)

    def bars(self) -> Iterator[Mark]:
        """The bars, then their values."""
        for number, series in enumerate(self.bars_of):
            for place, value in series.values.items():
                yield self._box(*self._bar(number, place, value), series.fills.get(place, series.fill), series.edge)
        for number, series in enumerate(self.bars_of):
            for place, value in series.values.items() if series.labels else ():
                yield from self._label(series, self._bar(number, place, value), value)

    def lines(self) -> Iterator[Mark]:
        """The lines and the symbols on them."""
        for series in self.chart.series:
            points = {
                place: (self._middle(place), self.space.along(value, lying=False))
                for place, value in sorted(series.values.items())
                if series.is_line
            }
            if series.edge:
                for one, two in pairwise(points):
                    if two == one + 1:
                        yield self._line(*points[one], *points[two], series.edge)
            for point in points.values():
                yield from self._symbol(series, *point)

    def axes(self) -> Iterator[Mark]:
        """Both axes with their marks."""
        space, lying = self.space, self.chart.lying
        upper = self.chart.names.reversed  # lying bars alone are drawn so
        names, scale = self.chart.names, self.chart.scale
        foot = space.top if upper else space.bottom
        outward = -TICK if upper else TICK
        down, across = (names, scale) if lying else (scale, names)
        starts = [self._start(place) for place in range(len(self.chart.categories) + 1)]
        marks = [space.along(mark, lying) for mark in space.marks]
        if down.line:
            yield self._line(space.left, space.top, space.left, space.bottom, down.line)
            for at in (starts if lying else marks) if down.ticks else ():
                yield self._line(space.left - TICK, at, space.left, at, down.line)
        if across.line:
            yield self._line(space.left, foot, space.right, foot, across.line)
            for at in (marks if lying else starts) if across.ticks else ():
                yield self._line(at, foot, at, foot + outward, across.line)

    def texts(self, x: float, width: float) -> Iterator[Mark]:
        """The title, the labels of the axes and the legend."""
        if self.chart.title:
            title, font = self.chart.title
            yield self._words(x + (width - text_width(title, font)) / 2, self.space.title_base, title, font)
        yield from self._names()
        yield from self._values()
        yield from self._legend()

    def _names(self) -> Iterator[Mark]:
        font, away = self.chart.names.font, beside(self.chart.names.ticks)
        for place, lines in enumerate(self.space.names):
            middle = self._middle(place)
            for number, line in enumerate(lines):
                wide = text_width(line, font)
                if self.chart.lying:
                    yield self._words(self.space.left - away - wide, middle + _MIDDLE * font.size, line, font)
                else:
                    base = self.space.bottom + away + (number * writing.LINE + writing.ASCENT) * font.size
                    yield self._words(middle - wide / 2, base, line, font)

    def _values(self) -> Iterator[Mark]:
        font, away, space = self.chart.scale.font, beside(self.chart.scale.ticks), self.space
        above = space.top - away - (writing.LINE - writing.ASCENT) * font.size
        below = space.bottom + away + writing.ASCENT * font.size
        for mark in space.marks:
            text, at = written(mark, self.chart.scale.form), space.along(mark, self.chart.lying)
            wide = text_width(text, font)
            if self.chart.lying:
                yield self._words(at - wide / 2, above if self.chart.names.reversed else below, text, font)
            else:
                yield self._words(space.left - away - wide, at + _MIDDLE * font.size, text, font)

    def _legend(self) -> Iterator[Mark]:
        font = self.chart.legend
        for entry in self.space.legend if font else ():
            series = self.chart.series[entry.series]
            if font:
                yield from self._key(series, entry.x, entry.base - _MIDDLE * font.size, entry.key)
                yield self._words(entry.x + entry.key + BESIDE_KEY, entry.base, series.name, font)

    def _key(self, series: Series, x: float, y: float, width: float) -> Iterator[Mark]:
        if not series.is_line:
            half, middle = 4.0, x + width / 2
            yield self._box(middle - half, y - half, middle + half, y + half, series.fill, series.edge)
            return
        if series.edge:
            yield self._line(x, y, x + width, y, series.edge)
        yield from self._symbol(series, x + width / 2, y)

    def _start(self, place: int) -> float:
        """Where the room of the name at ``place`` begins."""
        if not self.chart.lying:
            return self.space.left + place * self.column
        down = place * self.column
        return self.space.top + down if self.chart.names.reversed else self.space.bottom - down

    def _middle(self, place: int) -> float:
        return (self._start(place) + self._start(place + 1)) / 2

    def _bar(self, number: int, place: int, value: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a bar: those of one name beside each other, with the gap half at each side."""
        count, overlap = len(self.bars_of), self.chart.overlap
        whole = count - (count - 1) * overlap
        thick = self.column / (whole + self.chart.gap)
        before = thick * (self.chart.gap / 2 + number * (1 - overlap))
        zero, end = (self.space.along(one, self.chart.lying) for one in (max(self.space.low, 0.0), value))
        if not self.chart.lying:
            left = self._start(place) + before
            return left, end, left + thick, zero
        top = self._start(place) + before if self.chart.names.reversed else self._start(place) - before - thick
        return zero, top, end, top + thick

    def _label(self, series: Series, bar: tuple[float, float, float, float], value: float) -> Iterator[Mark]:
        assert series.labels is not None
        font, text = series.labels.font, written(value, series.labels.form)
        if not text:
            return
        left, top, right, bottom = bar
        wide, high = text_width(text, font), writing.LINE * font.size
        if self.chart.lying:
            x = {
                "outEnd": right + BESIDE_TICK,
                "inEnd": right - BESIDE_TICK - wide,
                "inBase": left + BESIDE_TICK,
                "ctr": (left + right - wide) / 2,
            }[series.labels.place]
            yield self._words(x, (top + bottom) / 2 + _MIDDLE * font.size, text, font)
            return
        middle = {
            "outEnd": top - BESIDE_TICK - high / 2,
            "inEnd": top + BESIDE_TICK + high / 2,
            "inBase": bottom - BESIDE_TICK - high / 2,
            "ctr": (top + bottom) / 2,
        }[series.labels.place]
        yield self._words((left + right - wide) / 2, middle + _MIDDLE * font.size, text, font)

    def _symbol(self, series: Series, x: float, y: float) -> Iterator[Mark]:
        outline = _OUTLINES.get(series.symbol, _ROUND if series.symbol == "circle" else ())
        if outline:
            size, edge = series.symbol_size, series.symbol_edge
            points = [(x + across * size, y + down * size) for across, down in outline]
            ink, width = (edge.ink, edge.width) if edge else (None, 0.0)
            yield Area(self.node, points, series.symbol_fill, ink, width)

    def _box(
        self, left: float, top: float, right: float, bottom: float, fill: Colour | None, edge: Stroke | None
    ) -> Area:
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        return Area(self.node, corners, fill, edge.ink if edge else None, edge.width if edge else 0.0)

    def _line(self, x: float, y: float, to_x: float, to_y: float, pen: Stroke) -> Rule:
        return Rule(self.node, x, y, to_x, to_y, pen.width, pen.ink, pen.dashes)

    def _words(self, x: float, base: float, text: str, font: ChartFont) -> Words:
        return writing.words(self.node, x, base, text, font.face, font.size, font.ink)
