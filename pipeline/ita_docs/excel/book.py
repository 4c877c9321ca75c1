"""A workbook made for people: its fonts, cell formats and print set-up, and the same bytes on every run."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from ita_docs.excel import fast
from ita_docs.excel.xlsx import CellValue, Formula, OutputSheet
from ita_docs.framework.model import Framework
from ita_docs.workbook.styles import FONT, GREY, LINE, NAVY, PAPER, SIZE, SKY, number_format, row_height
from officefiles import archive
from officefiles.opc import Package
from officefiles.relationships import rels_name

STRONG, WEAK, URGENT, ACCENT = "#70AD47", "#F4B183", "#C00000", "#5B9BD5"
"""The colours of a strength, a weakness, what is urgent, and anything else, in charts and cells alike."""

GOAL_LINE: Mapping[str, Any] = {"color": URGENT, "width": 2, "dash_type": "dash"}
"""The line of the goal in every chart."""

_ALLOWED = (
    "format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "insert_hyperlinks",
    "delete_columns", "delete_rows", "sort", "autofilter", "pivot_tables", "objects", "scenarios",
)  # fmt: skip
"""What may be done to a sheet whose formulas are protected: all but changing them."""

A4 = 9
FOOTER = f'&C&"{FONT},Regular"&14หน้า &P จาก &N&R&"{FONT},Regular"&14&A'
"""The page number in the middle, the sheet's name at the right."""

CHART_PAGE = (510, 730)
"""Points that a chart fills of an upright A4 page, its width and height."""
_CHART_ROWS = 49
"""The rows of a page of charts, each as high as a sheet has them: 15 points."""
_EMU_OF_POINT = 12_700
_CHART_TITLE = re.compile(rb"<a:t>([^<]*)</a:t>")
_SHAPE_NAME = re.compile(rb'<xdr:cNvPr id="\d+" name="[^"]*"')
_STANDING = re.compile(
    rb'<xdr:twoCellAnchor editAs="absolute">(<xdr:from>.*?</xdr:from>)<xdr:to>.*?</xdr:to>(.*?)</xdr:twoCellAnchor>'
)
_CHARTS, _DRAWINGS, _STYLES = "xl/charts/", "xl/drawings/", "xl/styles.xml"
_FIXED_DATE = datetime.datetime(2000, 1, 1)  # the day of making is not part of what is made
_DATE = "[$-107041E]{before}d mmm yyyy;@"  # Buddhist era, Arabic digits; nothing may stand before the calendar
_DEFAULT: Mapping[str, Any] = {"font_name": FONT, "font_size": SIZE}
_CELL: Mapping[str, Any] = {**_DEFAULT, "valign": "top"}
_RULED: Mapping[str, Any] = {"border": 1, "border_color": LINE}
_BOX: Mapping[str, Any] = {**_RULED, "text_wrap": True}
_TOTAL: Mapping[str, Any] = {**_BOX, "bold": True, "bg_color": "#F2F2F2"}
_INPUT: Mapping[str, Any] = {**_BOX, "bg_color": PAPER}
_NUMBER: Mapping[str, Any] = {**_RULED, "align": "right", "indent": 1}
"""Numbers stand a little off the line, beyond which text may begin."""
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 22, "font_color": NAVY, "valign": "vcenter"},
    "subtitle": {"bold": True, "font_size": 18, "font_color": NAVY},
    "plain": {"text_wrap": True},
    "note": {"font_color": GREY},
    "head": {**_BOX, "bold": True, "bg_color": SKY, "font_color": NAVY, "align": "center", "valign": "vcenter"},
    "text": _BOX,
    "centre": {**_BOX, "align": "center"},
    "weak": {**_BOX, "bg_color": "#FBE5D6"},
    "urgent": {**_BOX, "bold": True, "font_color": URGENT},
    "number": {**_RULED, "align": "center", "num_format": "0"},
    "score": {**_NUMBER, "num_format": "{score}"},
    "exact": {**_NUMBER, "num_format": "{exact}"},
    "change": {**_NUMBER, "num_format": "+{score};-{score};{score}"},
    "percent": {**_NUMBER, "num_format": "0%"},
    "weight": {**_NUMBER, "num_format": "{weight}%"},
    "exact percent": {**_NUMBER, "num_format": "{score}%"},
    "date": {**_RULED, "align": "center", "num_format": _DATE.format(before="")},
    "total": _TOTAL,
    "total left": {**_TOTAL, "num_format": "{score}", "align": "left"},
    "total score": {**_TOTAL, **_NUMBER, "num_format": "{score}"},
    "total exact": {**_TOTAL, **_NUMBER, "num_format": "{exact}"},
    "total number": {**_TOTAL, "num_format": "0", "align": "center"},
    "total percent": {**_TOTAL, **_NUMBER, "num_format": "0%"},
    "total weight": {**_TOTAL, **_NUMBER, "num_format": "{weight}%"},
    "input": _INPUT,
    "input date": {**_INPUT, "align": "center", "num_format": _DATE.format(before="")},
}
"""The cell formats by name. Numbers stand for the formats that a year's decimals make of them (``Book.numbers``)."""

_Properties = tuple[tuple[str, Any], ...]
"""What a cell format sets, in a form that can be compared."""


@dataclass(frozen=True, slots=True)
class RowRange:
    """Where the rows of a table stand that charts are drawn from: sheet, first and last row, the column of names."""

    sheet: str
    first: int
    last: int
    names: int = 0

    def series(self, name: str, column: int, **look: Any) -> dict[str, Any]:
        """The cells of one column as a series called ``name``, with the ``look`` that xlsxwriter takes for it."""
        names, values = ([self.sheet, self.first, one, self.last, one] for one in (self.names, column))
        return {"name": name, "categories": names, "values": values, **look}


class Book:
    """An xlsx file in the making. ``package()`` or ``data()`` closes it.

    No text becomes a formula or a link, whatever it begins with: only a ``Formula`` is one. ``numbers`` are the number
    formats of the year by name: of a ``score``, of what an instrument adds to the total (``exact``), of a ``weight``.
    """

    def __init__(self, title: str, author: str, framework: Framework) -> None:
        self.file = fast.file(default_format_properties=dict(_DEFAULT))
        self.file.set_properties({"title": title, "author": author, "created": _FIXED_DATE})
        self.decimals, of_weights = framework.rounding.decimals, framework.weight_decimals
        self.numbers: Mapping[str, str] = {
            "score": number_format(self.decimals),
            "exact": number_format(self.decimals + of_weights),
            "weight": number_format(max(of_weights - 2, 0)),
        }
        self._formats: dict[_Properties, int] = {}
        self._by_name: dict[tuple[str, bool], int] = {}
        self._rules: list[_Properties] = []
        self._guarded: set[str] = set()
        self._widths: dict[str, Sequence[float]] = {}

    def format(self, name: str, *, free: bool = False) -> int:
        """The number of the cell format of that name, in the Thai font; they count from 1 as they come, and two names
        for the same share one, as they do in the file. A ``free`` cell may be changed on a sheet that is protected."""
        found = self._by_name.get((name, free))
        if found is None:
            properties = {**_CELL, **_FORMATS[name], **({"locked": False} if free else {})}
            if "num_format" in properties:
                properties["num_format"] = properties["num_format"].format(**self.numbers)
            found = self._formats.setdefault(tuple(properties.items()), len(self._formats) + 1)
            self._by_name[name, free] = found
        return found

    def rounded(self, formula: str, value: Decimal | str) -> Formula:
        """The formula, its result rounded as a score is, and the ``value`` that it gives."""
        return Formula(f"=ROUND({formula},{self.decimals})", value)

    def rule_format(self, **look: str) -> Format:
        """What a rule gives the cells that it finds: a ``bg_color``, a ``font_color``, a ``num_format``."""
        self._rules.append(tuple(look.items()))
        return self.file.add_format(dict(look))

    def sheet(self, name: str, title: str, note: str, widths: Sequence[float], pages: int = 0) -> OutputSheet:
        """A new sheet with title and note in its first two rows, columns of these widths (in characters), and set up
        to print on A4 across: as wide as the page, on at most ``pages`` pages (0: as many as it takes)."""
        sheet = self.file.sheet(name)
        self._widths[name] = widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.add(0, (title,), (self.format("title"),), 34)
        sheet.add(1, (note,), (self.format("note"),), row_height([]))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.fit_to_pages(1, pages)
        sheet.set_footer(FOOTER)
        return sheet

    def guard(self, sheet: OutputSheet) -> None:
        """Protect the formulas of a sheet, whose rows come after this, against being typed over: without a password, so
        that whoever means to may lift it."""
        self._guarded.add(sheet.name)
        sheet.protect("", dict.fromkeys(_ALLOWED, True))

    def chart(self, kind: str, title: str) -> Chart:
        """An empty chart of this kind with its title, axes from 0 to 100 and fonts."""
        chart = self.file.add_chart({"type": kind, "name": title})
        chart.set_title({"name": title, "name_font": font(20, bold=True)})
        chart.set_x_axis({"num_font": font()})
        chart.set_y_axis(score_axis())
        chart.set_legend({"position": "bottom", "font": font(16)})
        chart.set_chartarea({"border": {"none": True}})
        return chart

    def chart_sheet(self, name: str, chart: Chart) -> None:
        """A sheet of the chart alone, set up to print as ``sheet`` is."""
        sheet = self.file.add_chartsheet(name)
        sheet.set_chart(chart)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_footer(FOOTER)

    def pages_of_charts(self, name: str, charts: Sequence[Chart]) -> None:
        """A sheet of these charts alone, each as large as an upright page and on one of its own; LibreOffice prints no
        upright sheet of a chart."""
        sheet = self.file.add_worksheet(name)
        for place, chart in enumerate(charts):
            chart.set_size({"width": CHART_PAGE[0] * 4 / 3, "height": CHART_PAGE[1] * 4 / 3})
            sheet.insert_chart(place * _CHART_ROWS, 0, chart, {"object_position": 3})
        sheet.set_h_pagebreaks([place * _CHART_ROWS for place in range(1, len(charts))])
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
        sheet.set_footer(FOOTER)

    def row(self, sheet: OutputSheet, row: int, values: Sequence[CellValue], formats: Sequence[str]) -> None:
        """A row of cells from the first column on, high enough for its texts; ``None`` is an empty cell."""
        cells = zip(values, self._widths[sheet.name], strict=False)
        height = row_height([(value, width) for value, width in cells if isinstance(value, str)])
        if sheet.name in self._guarded:
            cells_ = zip(formats, values, strict=True)
            looks = [self.format(name, free=not isinstance(value, Formula)) for name, value in cells_]
        else:
            looks = [self.format(name) for name in formats]
        sheet.add(row, values, looks, height)

    def heads(self, sheet: OutputSheet, row: int, words: Sequence[str]) -> None:
        """A row of column headings."""
        self.row(sheet, row, words, ["head"] * len(words))

    def table(self, sheet: OutputSheet, heads: int, last: int, columns: int, left: int = 0) -> None:
        """Headings in row ``heads`` that stay in sight and on each printed page, with filters down to ``last``; the
        first ``left`` columns stay in sight too."""
        sheet.freeze_panes(heads + 1, left)
        sheet.repeat_rows(heads)
        sheet.autofilter(heads, 0, last, columns - 1)

    def data(self) -> bytes:
        """The finished file."""
        return self.package().data()

    def package(self) -> Package:
        """The finished workbook."""
        made = self.file.parts()
        parts = {name: _with_thai(name, part) for name, part in made.items()}
        files = {**parts, **_described(made), _STYLES: _styles(tuple(self._formats), tuple(self._rules))}
        return Package(files, partial(archive.write, files))


@lru_cache(maxsize=32)  # takes a fifth of the time of a file, and most offices have the same
def _styles(formats: tuple[_Properties, ...], rules: tuple[_Properties, ...]) -> bytes:
    """The part of a file that holds its formats: those of cells by number, and of rules as they come."""
    buffer = io.BytesIO()
    file = Workbook(buffer, {"in_memory": True, "default_format_properties": dict(_DEFAULT)})
    sheet = file.add_worksheet()
    for column, properties in enumerate(formats):  # formats are numbered as the cells name them
        sheet.write_blank(0, column, None, file.add_format(dict(properties)))
    for look in rules:
        sheet.conditional_format(0, 0, 0, 0, {"type": "blanks", "format": file.add_format(dict(look))})
    file.close()
    return archive.read(buffer.getvalue())[_STYLES]


def dated(signs: str) -> str:
    """The format of a date with ``signs`` before it."""
    return _DATE.format(before=f'"{signs} "')


def font(size: int = 14, bold: bool = False) -> dict[str, Any]:
    """The font of a text in a chart."""
    return {"name": FONT, "size": size, "bold": bold}


def score_axis(form: str = "") -> dict[str, Any]:
    """An axis of scores, from 0 to 100; ``form`` begins its format of numbers."""
    gridlines = {"visible": True, "line": {"color": "#D9D9D9"}}
    return {"min": 0, "max": 100, "num_font": font(), "num_format": f"{form}0", "major_gridlines": gridlines}


def _described(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The drawings, each chart read as its title, for xlsxwriter describes none on a sheet of its own; and each that
    has a size of its own (``Book.pages_of_charts``) as large on every machine, however wide its columns are there."""
    drawings = {}
    for name in (name for name in parts if name.startswith(_DRAWINGS) and name.endswith(".xml")):
        charts = re.findall(rb'Target="\.\./(charts/[^"]+)"', parts[rels_name(name)])
        titles = iter([_CHART_TITLE.search(parts[f"xl/{chart.decode()}"]) for chart in charts])
        drawings[name] = _SHAPE_NAME.sub(partial(_titled, titles), _sized(parts[name]))
    return drawings


def _titled(titles: Iterator[re.Match[bytes] | None], shape: re.Match[bytes]) -> bytes:
    title = next(titles, None)
    return b'%b descr="%b"' % (shape[0], title[1].replace(b'"', b"&quot;")) if title else shape[0]


def _sized(drawing: bytes) -> bytes:
    width, height = (round(points * _EMU_OF_POINT) for points in CHART_PAGE)
    return _STANDING.sub(
        rb'<xdr:oneCellAnchor>\g<1><xdr:ext cx="%d" cy="%d"/>\g<2></xdr:oneCellAnchor>' % (width, height), drawing
    )


def _with_thai(name: str, part: bytes) -> bytes:
    """A part with each chart font named for complex scripts too, without which Thai falls back to another font."""
    if not name.startswith(_CHARTS):
        return part
    return re.sub(rb'<a:latin typeface="([^"]+)"[^>]*/>', rb'\g<0><a:cs typeface="\1"/>', part)
