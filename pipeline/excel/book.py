"""A workbook made for people: its fonts, looks and print set-up, and the same bytes on every run."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import Worksheet

from pipeline.word import package
from pipeline.workbook.look import FONT, GREY, LINE, NAVY, PAPER, SIZE, SKY, row_height

STRONG, WEAK, URGENT, ACCENT = "#70AD47", "#F4B183", "#C00000", "#5B9BD5"
"""The colours of a strength, a weakness, what is urgent, and anything else, in charts and cells alike."""

GOAL_LINE: Mapping[str, Any] = {"color": URGENT, "width": 2, "dash_type": "dash"}
"""The line of the goal in every chart."""

A4 = 9
FOOTER = f'&C&"{FONT},Regular"&14หน้า &P จาก &N&R&"{FONT},Regular"&14&A'
"""The page number in the middle, the sheet's name at the right."""

_CHARTS = "xl/charts/"
_FIXED_DATE = datetime.datetime(2000, 1, 1)  # the day of making is not part of what is made
_THAI_DATE = "[$-107041E]d mmm yyyy;@"  # Buddhist era, Arabic digits
_CELL: Mapping[str, Any] = {"font_name": FONT, "font_size": SIZE, "valign": "top"}
_RULED: Mapping[str, Any] = {"border": 1, "border_color": LINE}
_BOX: Mapping[str, Any] = {**_RULED, "text_wrap": True}
_TOTAL: Mapping[str, Any] = {**_BOX, "bold": True, "bg_color": "#F2F2F2"}
_INPUT: Mapping[str, Any] = {**_BOX, "bg_color": PAPER}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
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
    "score": {**_RULED, "num_format": "0.00"},
    "exact": {**_RULED, "num_format": "0.000"},
    "change": {**_RULED, "num_format": "+0.00;-0.00;0.00"},
    "percent": {**_RULED, "num_format": "0%"},
    "exact percent": {**_RULED, "num_format": "0.00%"},
    "date": {**_RULED, "align": "center", "num_format": _THAI_DATE},
    "total": _TOTAL,
    "total left": {**_TOTAL, "num_format": "0.00", "align": "left"},
    "total score": {**_TOTAL, "num_format": "0.00"},
    "total exact": {**_TOTAL, "num_format": "0.000"},
    "total number": {**_TOTAL, "num_format": "0", "align": "center"},
    "total percent": {**_TOTAL, "num_format": "0%"},
    "input": _INPUT,
    "input date": {**_INPUT, "align": "center", "num_format": _THAI_DATE},
}


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula and the value that it gives, written with it for readers that do not calculate."""

    text: str
    value: Decimal | int | str


Value = str | Decimal | int | datetime.date | Formula | None


class Book:
    """An xlsx file in the making. ``data()`` closes it and gives its bytes.

    No text becomes a formula or a link, whatever it begins with: only a ``Formula`` is one.
    """

    def __init__(self, title: str, author: str) -> None:
        self._buffer = io.BytesIO()
        default = {"font_name": FONT, "font_size": SIZE}
        self.file = xlsxwriter.Workbook(self._buffer, {"in_memory": True, "default_format_properties": default})
        self.file.set_properties({"title": title, "author": author, "created": _FIXED_DATE})
        self._looks: dict[str, Format] = {}
        self._widths: dict[str, Sequence[float]] = {}

    def look(self, name: str) -> Format:
        """The cell format of that name, in the Thai font."""
        if name not in self._looks:
            self._looks[name] = self.file.add_format({**_CELL, **_LOOKS[name]})
        return self._looks[name]

    def sheet(self, name: str, title: str, note: str, widths: Sequence[float], pages: int = 0) -> Worksheet:
        """A new sheet with title and note in its first two rows, columns of these widths (in characters), and set up
        to print on A4 across: as wide as the page, on at most ``pages`` pages (0: as many as it takes)."""
        sheet = self.file.add_worksheet(name, Sheet)
        self._widths[name] = widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 34)
        sheet.set_row(1, row_height([]))
        sheet.write_string(0, 0, title, self.look("title"))
        sheet.write_string(1, 0, note, self.look("note"))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.fit_to_pages(1, pages)
        sheet.set_footer(FOOTER)
        return sheet

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

    def row(self, sheet: Worksheet, row: int, values: Sequence[Value], looks: Sequence[str]) -> None:
        """A row of cells from the first column on, high enough for its texts; ``None`` is an empty cell."""
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            self._cell(sheet, row, column, value, self.look(look))
        cells = zip(values, self._widths[sheet.name], strict=False)
        sheet.set_row(row, row_height([(value, width) for value, width in cells if isinstance(value, str)]))

    def heads(self, sheet: Worksheet, row: int, words: Sequence[str]) -> None:
        """A row of column headings."""
        self.row(sheet, row, words, ["head"] * len(words))

    def table(self, sheet: Worksheet, heads: int, last: int, columns: int, left: int = 0) -> None:
        """Headings in row ``heads`` that stay in sight and on each printed page, with filters down to ``last``; the
        first ``left`` columns stay in sight too."""
        sheet.freeze_panes(heads + 1, left)
        sheet.repeat_rows(heads)
        sheet.autofilter(heads, 0, last, columns - 1)

    def data(self) -> bytes:
        """The finished file."""
        self.file.close()
        made = self._buffer.getvalue()
        return _with_thai_charts(made) if _CHARTS.encode() in made else made

    @staticmethod
    def _cell(sheet: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
        if value is None:
            sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, look)
        elif isinstance(value, Formula):
            cached = float(value.value) if isinstance(value.value, Decimal) else value.value
            sheet.write_formula(row, column, value.text, look, cached)
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), look)
        else:
            sheet.write_number(row, column, float(value), look)


class Sheet(Worksheet):  # type: ignore[misc]
    """A sheet that does without what xlsxwriter looks for in each cell and ours never have.

    Formulas are taken as they are: they name no function that came after Excel 2007. Texts and empty cells, which most
    cells are and which all have a look, are written as xlsxwriter writes them, in a quarter of the time.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")

    def _write_cell(self, row: int, column: int, cell: Any) -> None:
        kind = type(cell).__name__
        if kind not in ("String", "Blank") or not cell.format:
            super()._write_cell(row, column, cell)
            return
        start = f'<c r="{xl_rowcol_to_cell_fast(row, column)}" s="{cell.format._get_xf_index()}"'
        if kind == "Blank":
            self.fh.write(f"{start}/>")
        elif self.constant_memory:
            self.fh.write(f'{start} t="inlineStr"><is>{_inline(cell.string)}</is></c>')
        else:
            self.fh.write(f'{start} t="s"><v>{cell.string}</v></c>')


@lru_cache(maxsize=1024)
def _inline(text: str) -> str:
    """A text in a cell, as XML; control characters are written by their numbers. Reports say the same of many."""
    escaped = Worksheet._escape_control_characters(text)
    kept = ' xml:space="preserve"' if escaped != escaped.strip() else ""
    return f"<t{kept}>{escape(escaped)}</t>"


def font(size: int = 14, bold: bool = False) -> dict[str, Any]:
    """The font of a text in a chart."""
    return {"name": FONT, "size": size, "bold": bold}


def score_axis(form: str = "") -> dict[str, Any]:
    """An axis of scores, from 0 to 100; ``form`` begins its format of numbers."""
    gridlines = {"visible": True, "line": {"color": "#D9D9D9"}}
    return {"min": 0, "max": 100, "num_font": font(), "num_format": f"{form}0", "major_gridlines": gridlines}


def _with_thai_charts(data: bytes) -> bytes:
    """The file with each chart font named for complex scripts too, without which Thai falls back to another font."""
    parts = package.read(data)
    for name in parts:
        if name.startswith(_CHARTS):
            parts[name] = re.sub(rb'<a:latin typeface="([^"]+)"[^>]*/>', rb'\g<0><a:cs typeface="\1"/>', parts[name])
    return package.write(parts)
