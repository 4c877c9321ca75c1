"""Where the parts of a chart lie in its box: title, legend, and the space between the axes.

What a document does not state is laid out as LibreOffice does it, by shares of the box and hundredths of a millimetre.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from thaipages.drawing import writing
from thaipages.drawing.chart_reading import ChartFont, ChartSheet
from thaipages.drawing.number_forms import written
from thaipages.layout.lines import Measure, Tabs, fill

_MARGIN = 0.02
"""The room at each edge and between the parts, as a share of the box."""
TICK, BESIDE_TICK = 4.25, 2.83
_ABOVE_TITLE, _BELOW_TITLE = 8.7, 4.7
_ABOVE_LEGEND, _BELOW_LEGEND = 2.8, -1.2
"""Points above and below the text of a title and of a legend, beside the margins."""
_KEY, _BAR_KEY, BESIDE_KEY, _BETWEEN = 24.0, 8.0, 4.0, 16.0
"""The width of a legend's key where lines are drawn and where only bars are, what follows it, and what follows an
entry."""
_STEPS = (1.0, 2.0, 5.0)
_NO_TABS = Tabs({}, 1.0)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """An entry of the legend: which series, where its key begins and its base line."""

    series: int
    x: float
    base: float
    key: float


@dataclass(frozen=True, slots=True)
class ChartSpace:
    """The lines of the scale from its lowest to its highest value, where its space lies, and the lines of each
    name."""

    left: float
    top: float
    right: float
    bottom: float
    marks: tuple[float, ...]
    low: float
    high: float
    names: tuple[tuple[str, ...], ...]
    title_base: float
    legend: tuple[LegendEntry, ...]

    def along(self, value: float, lying: bool) -> float:
        """Where ``value`` stands on the scale."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left) if lying else self.bottom - share * (self.bottom - self.top)


def space_of(chart: ChartSheet, x: float, y: float, width: float, height: float) -> ChartSpace:
    """The space of ``chart`` in this box of points."""
    across, down = _MARGIN * width, _MARGIN * height
    top, bottom, title_base = y + down, y + height - down, 0.0
    if chart.title:
        size = chart.title[1].size
        title_base = top + _ABOVE_TITLE + writing.ASCENT * size
        top += writing.LINE * size + _ABOVE_TITLE + _BELOW_TITLE
    rows = _legend_rows(chart, width - 2 * across)
    legend = tuple(_legend(chart, rows, x + width / 2, bottom - _BELOW_LEGEND))
    if rows and chart.legend:
        bottom -= writing.LINE * chart.legend.size * len(rows) + _ABOVE_LEGEND + _BELOW_LEGEND + down
    low, high, marks = _scale(chart, (width if chart.lying else bottom - top) * 0.7)
    if chart.inner:
        left, upper, share, tall = chart.inner
        edges = x + left * width, y + upper * height, x + (left + share) * width, y + (upper + tall) * height
        names = _names(chart, (edges[2] - edges[0]) / max(1, len(chart.categories)))
        return ChartSpace(*edges, marks, low, high, names, title_base, legend)
    edges, names = _between(
        chart, marks, (x + across, top + down, x + width - across, bottom - (down if legend else 0.0))
    )
    return ChartSpace(*edges, marks, low, high, names, title_base, legend)


def _between(
    chart: ChartSheet, marks: Sequence[float], room: tuple[float, float, float, float]
) -> tuple[tuple[float, float, float, float], tuple[tuple[str, ...], ...]]:
    """The edges of the space between axes whose labels fill ``room``, and the lines of the names."""
    left, top, right, bottom = room
    labels = max(label_width(chart, mark) for mark in marks)
    high = writing.LINE * chart.scale.font.size
    if chart.lying:
        left += beside(chart.names.ticks) + max(text_width(name, chart.names.font) for name in chart.categories)
        bottom -= beside(chart.scale.ticks) + high
        return (left, top, right - labels / 2, bottom), tuple((name,) for name in chart.categories)
    left += labels + beside(chart.scale.ticks)
    names = _names(chart, (right - left) / max(1, len(chart.categories)))
    lines = max(map(len, names), default=1)
    bottom -= beside(chart.names.ticks) + lines * writing.LINE * chart.names.font.size
    return (left, top + high / 2, right, bottom), names


def beside(ticks: bool) -> float:
    """How far the labels of an axis stand from it."""
    return BESIDE_TICK + TICK if ticks else BESIDE_TICK


def text_width(text: str, font: ChartFont) -> float:
    """How wide a text in a chart is."""
    return writing.width(text, font.face, font.size)


def label_width(chart: ChartSheet, value: float) -> float:
    """How wide a value of the scale is written."""
    return text_width(written(value, chart.scale.form), chart.scale.font)


def _names(chart: ChartSheet, room: float) -> tuple[tuple[str, ...], ...]:
    """The lines of each name in a column of this width."""
    return tuple(_lines(name, chart.names.font, room) if not chart.lying else (name,) for name in chart.categories)


def _lines(text: str, font: ChartFont, room: float) -> tuple[str, ...]:
    edges = [0.0, *accumulate(writing.advances(text, font.face, font.size))]
    ends = fill(text, edges, Measure(0.0, 0.0, room, _NO_TABS))
    return tuple(text[start:end].strip() for start, end in pairwise((0, *ends)))


def _scale(chart: ChartSheet, length: float) -> tuple[float, float, tuple[float, ...]]:
    """The lowest and highest value of the scale, and where it has marks; ``length`` is about as long as it is."""
    values = [value for one in chart.series for value in one.values.values()]
    low = 0.0 if chart.scale.low is None else chart.scale.low
    step = chart.scale.step or _step(chart, max(values, default=1.0) - low, length)
    high = chart.scale.high
    if high is None:
        above = max(values, default=0.0)
        high = low + step * max(1, math.floor((above - low) / step) + 1)
    count = math.floor((high - low) / step + 1e-9)
    return low, high, tuple(low + step * place for place in range(count + 1))


def _step(chart: ChartSheet, reach: float, length: float) -> float:
    """The smallest round step at which labels do not touch."""
    extent = (chart.scale.high - (chart.scale.low or 0.0)) if chart.scale.high is not None else reach * 1.05
    extent = extent or 1.0
    font = chart.scale.font
    each = label_width(chart, extent) * 1.5 if chart.lying else writing.LINE * font.size * 1.2
    least = extent * each / length
    if written(0.5, chart.scale.form) in (written(0, chart.scale.form), written(1, chart.scale.form)):
        least = max(least, 1.0)
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (*_STEPS, 10.0) if factor * power >= least * (1 - 1e-9))


def _key(chart: ChartSheet) -> float:
    return _KEY if any(one.is_line for one in chart.series) else _BAR_KEY


def _legend_rows(chart: ChartSheet, room: float) -> list[list[tuple[int, float]]]:
    """The rows of the legend: in each the series with the widths of their entries."""
    if chart.legend is None:
        return []
    rows: list[list[tuple[int, float]]] = [[]]
    for place, one in enumerate(chart.series):
        width = _key(chart) + BESIDE_KEY + text_width(one.name, chart.legend)
        if rows[-1] and sum(each + _BETWEEN for _, each in rows[-1]) + width > room:
            rows.append([])
        rows[-1].append((place, width))
    return rows


def _legend(chart: ChartSheet, rows: list[list[tuple[int, float]]], middle: float, bottom: float) -> list[LegendEntry]:
    if chart.legend is None:
        return []
    line, entries = writing.LINE * chart.legend.size, []
    for number, row in enumerate(rows):
        x = middle - (sum(width + _BETWEEN for _, width in row) - _BETWEEN) / 2
        base = bottom - line * (len(rows) - number) + writing.ASCENT * chart.legend.size
        for place, width in row:
            entries.append(LegendEntry(place, x, base, _key(chart)))
            x += width + _BETWEEN
    return entries
