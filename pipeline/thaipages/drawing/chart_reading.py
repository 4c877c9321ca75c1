"""Charts as documents hold them (ECMA-376 part 1, 21.2), read to what is drawn of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from officefiles.namespaces import A, C
from thaipages.drawing.colours import colour
from thaipages.drawing.marks import BLACK, Colour, Typeface

_EMU_PER_POINT = 12_700
_USUAL_WIDTH = 9525
_AUTOMATIC: Colour = (0.53, 0.53, 0.53)
"""Of a line whose colour is not stated."""
_DASHES = {
    "solid": (),
    "dash": (4.0, 3.0),
    "sysDash": (3.0, 1.0),
    "sysDot": (1.0, 1.0),
    "dot": (1.0, 3.0),
    "lgDash": (8.0, 3.0),
}


class ChartFont(NamedTuple):
    """The look of a text in a chart."""

    face: Typeface
    size: float
    ink: Colour


class Stroke(NamedTuple):
    """The look of a line; ``dashes`` in points."""

    ink: Colour
    width: float
    dashes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The values beside their marks: how they look, how they are written and where they stand."""

    font: ChartFont
    form: str
    place: str


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one name, by their places; the look of its bars (``fill``, ``edge``, ``fills`` of some) or of its
    line (``edge``) and the symbols on it."""

    name: str
    is_line: bool
    values: Mapping[int, float]
    fill: Colour | None
    edge: Stroke | None
    fills: Mapping[int, Colour]
    symbol: str
    symbol_size: float
    symbol_fill: Colour | None
    symbol_edge: Stroke | None
    labels: Labels | None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis; ``low``, ``high`` and ``step`` are those of values, where they are stated."""

    font: ChartFont
    form: str
    line: Stroke | None
    grid: Stroke | None
    ticks: bool
    reversed: bool
    low: float | None
    high: float | None
    step: float | None


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """A chart of bars, lying or standing, and lines. ``inner`` is where the space between the axes lies (left, top,
    width and height as shares of the chart's), where that is stated."""

    title: tuple[str, ChartFont] | None
    legend: ChartFont | None
    lying: bool
    gap: float
    overlap: float
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    names: Axis
    scale: Axis
    ground: Colour | None
    edge: Stroke | None
    inner: tuple[float, float, float, float] | None


def read_chart(root: etree._Element) -> ChartSheet:
    """The chart of a part without obstacles."""
    plot = _first(root, "plotArea")
    bars = _first(plot, "barChart")
    series = [one for kind in ("barChart", "lineChart") for one in plot.iterfind(f"{C}{kind}/{C}ser")]
    title, legend = root.find(f"{C}chart/{C}title"), root.find(f"{C}chart/{C}legend")
    shape = root.find(f"{C}spPr")
    return ChartSheet(
        title=None if title is None else ("".join(map(str, title.itertext(f"{A}t"))).strip(), font_of(title)),
        legend=None if legend is None else font_of(legend),
        lying=_value(bars, "barDir") == "bar",
        gap=float(_value(bars, "gapWidth") or 150) / 100,
        overlap=float(_value(bars, "overlap") or 0) / 100,
        categories=_categories(series),
        series=tuple(map(_series, series)),
        names=_axis(_first(plot, "catAx")),
        scale=_axis(_first(plot, "valAx")),
        ground=fill_of(shape),
        edge=_pen(shape),
        inner=_inner(plot),
    )


def font_of(element: etree._Element) -> ChartFont:
    """The look of the text in ``element``; the face has no name where none is stated."""
    look = next(element.iter(f"{A}defRPr"), None)
    face = None if look is None else look.find(f"{A}latin")
    family = "" if face is None else face.get("typeface", "")
    if look is None:
        return ChartFont(Typeface(family), 10.0, BLACK)
    size, bold, italic = look.get("sz", "1000"), look.get("b", "0"), look.get("i", "0")
    ink = fill_of(look)
    return ChartFont(Typeface(family, bold == "1", italic == "1"), int(size) / 100, BLACK if ink is None else ink)


def fill_of(shape: etree._Element | None) -> Colour | None:
    """The colour that a shape is filled with."""
    found = None if shape is None else shape.find(f"{A}solidFill/{A}srgbClr")
    return None if found is None else colour(found.get("val", ""))


def values_of(series: etree._Element) -> dict[int, float]:
    """The values that a series keeps, by their places."""
    return {int(one.get("idx", "0")): float(one.findtext(f"{C}v", "0")) for one in _points(series, "val")}


def _series(series: etree._Element) -> Series:
    shape, marker, labels = series.find(f"{C}spPr"), series.find(f"{C}marker"), series.find(f"{C}dLbls")
    symbol_shape = None if marker is None else marker.find(f"{C}spPr")
    own = ((int(_value(one, "idx") or 0), fill_of(one.find(f"{C}spPr"))) for one in series.iterfind(f"{C}dPt"))
    return Series(
        name="".join(str(text).strip() for one in series.iterfind(f"{C}tx") for text in one.itertext(f"{C}v")),
        is_line=str(getattr(series.getparent(), "tag", "")) == f"{C}lineChart",
        values=values_of(series),
        fill=fill_of(shape),
        edge=_pen(shape),
        fills={place: fill for place, fill in own if fill is not None},
        symbol=(marker is not None and _value(marker, "symbol")) or "none",
        symbol_size=float((marker is not None and _value(marker, "size")) or 5),
        symbol_fill=fill_of(symbol_shape),
        symbol_edge=_pen(symbol_shape),
        labels=None if labels is None else _labels(labels),
    )


def _labels(labels: etree._Element) -> Labels:
    return Labels(font_of(labels), _form(labels), _value(labels, "dLblPos") or "outEnd")


def _axis(axis: etree._Element) -> Axis:
    scaling, grid = _first(axis, "scaling"), axis.find(f"{C}majorGridlines")
    low, high, step = (_value(one, name) for one, name in ((scaling, "min"), (scaling, "max"), (axis, "majorUnit")))
    return Axis(
        font=font_of(axis),
        form=_form(axis),
        line=_automatic(axis.find(f"{C}spPr")),
        grid=None if grid is None else _automatic(grid.find(f"{C}spPr")),
        ticks=_value(axis, "majorTickMark") == "out",
        reversed=_value(scaling, "orientation") == "maxMin",
        low=float(low) if low else None,
        high=float(high) if high else None,
        step=float(step) if step else None,
    )


def _form(element: etree._Element) -> str:
    form = element.find(f"{C}numFmt")
    return "General" if form is None or form.get("sourceLinked") == "1" else form.get("formatCode", "General")


def _automatic(shape: etree._Element | None) -> Stroke | None:
    """The pen of an axis or a grid, which are drawn where nothing is stated."""
    if shape is None or shape.find(f"{A}ln") is None:
        return Stroke(_AUTOMATIC, _USUAL_WIDTH / _EMU_PER_POINT, ())
    return _pen(shape)


def _pen(shape: etree._Element | None) -> Stroke | None:
    """The pen that a shape's line is drawn with; none where it has no line."""
    line = None if shape is None else shape.find(f"{A}ln")
    ink = fill_of(line)
    if line is None or ink is None:
        return None
    width = int(line.get("w", _USUAL_WIDTH)) / _EMU_PER_POINT
    dash = line.find(f"{A}prstDash")
    dashes = _DASHES["solid" if dash is None else dash.get("val", "solid")]
    return Stroke(ink, width, tuple(length * width for length in dashes))


def _categories(series: list[etree._Element]) -> tuple[str, ...]:
    """The names below the first series; by their numbers where it has none."""
    names = {int(one.get("idx", "0")): one.findtext(f"{C}v", "") for one in _points(series[0], "cat")}
    count = max((place + 1 for one in series for place in (*values_of(one), *names)), default=0)
    return tuple(names.get(place, "" if names else str(place + 1)) for place in range(count))


def _points(series: etree._Element, kind: str) -> Iterator[etree._Element]:
    for data in series.iterfind(f"{C}{kind}"):
        yield from data.iter(f"{C}pt")


def _inner(plot: etree._Element) -> tuple[float, float, float, float] | None:
    layout = plot.find(f"{C}layout/{C}manualLayout")
    if layout is None:
        return None
    left, top, width, height = (float(_value(layout, side) or 0) for side in "xywh")
    return left, top, width, height


def _first(element: etree._Element, name: str) -> etree._Element:
    return next(element.iter(f"{C}{name}"))


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")
