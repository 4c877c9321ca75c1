"""The charts of a comparison: native, in the Thai font, each a sheet of its own drawn from the cells of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart

from ita_docs.excel.book import A4, ACCENT, FOOTER, GOAL_LINE, STRONG, WEAK, Book, font, score_axis
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.thai import thai_digits

MOST_OFFICES = 60
"""More bars than these cannot be read on a page; the table of ranks is sorted all the same."""

_PHRASES = ComparisonPhrases.load().book
_NAME, _TOTAL = 1, 3
_THAI_DIGITS = "[$-D00041E]"
"""A cell format that begins so prints Thai digits."""


@dataclass(frozen=True, slots=True)
class StatisticColumns:
    """Where the figures of the indicators stand, by what they hold."""

    mean: int
    lowest: int
    highest: int
    goal: int


_STATISTICS = StatisticColumns(mean=2, lowest=5, highest=8, goal=11)
_REPORT = StatisticColumns(mean=1, lowest=2, highest=3, goal=4)


@dataclass(frozen=True, slots=True)
class RowRange:
    """Where the rows of a table stand: sheet, first and last row."""

    sheet: str
    first: int
    last: int

    def column(self, column: int) -> list[Any]:
        """The cells of one column, as a series asks for them."""
        return [self.sheet, self.first, column, self.last, column]


def place(book: Book, *, year: int, levels: RowRange, offices: RowRange, indicators: RowRange) -> None:
    """A sheet for each chart: totals by rank where they can be read, indicators, levels."""
    count = offices.last - offices.first + 1
    if count <= MOST_OFFICES:
        _upright(book, "แผนภูมิอันดับ", _totals(book, offices, year), height=160 + 18 * count)
    book.chart_sheet("แผนภูมิตัวชี้วัด", _indicators(book, indicators, _STATISTICS, str(year)))
    book.chart_sheet("แผนภูมิระดับ", _levels(book, levels, str(year)))


def place_in_report(book: Book, *, year: int, levels: RowRange, indicators: RowRange) -> None:
    """The charts of a report, in this order: indicators, levels; in Thai digits."""
    thai_year = thai_digits(str(year))
    book.chart_sheet("แผนภูมิตัวชี้วัด", _indicators(book, indicators, _REPORT, thai_year, _THAI_DIGITS))
    book.chart_sheet("แผนภูมิระดับ", _levels(book, levels, thai_year, _THAI_DIGITS))


def _upright(book: Book, name: str, chart: Chart, height: int) -> None:
    """A sheet of cells that holds only the chart, for LibreOffice prints no upright sheet of a chart alone."""
    sheet = book.file.add_worksheet(name)
    chart.set_size({"width": 720, "height": height})
    sheet.insert_chart(0, 0, chart, {"object_position": 3})
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 1)
    sheet.set_paper(A4)
    sheet.set_footer(FOOTER)


def _totals(book: Book, rows: RowRange, year: int) -> Chart:
    """A bar for each office, the highest on top."""
    chart = book.chart("bar", _PHRASES.chart_totals.format(year=year))
    labels = {"value": True, "font": font(11), "num_format": book.numbers["score"]}
    chart.add_series(
        {
            "name": "คะแนนรวม", "categories": rows.column(_NAME), "values": rows.column(_TOTAL),
            "fill": {"color": ACCENT}, "gap": 40, "data_labels": labels,
        }
    )  # fmt: skip
    chart.set_y_axis({"reverse": True, "num_font": font(11), "interval_unit": 1})
    chart.set_x_axis(score_axis())
    chart.set_legend({"none": True})
    return chart


def _indicators(book: Book, rows: RowRange, columns: StatisticColumns, year: str, form: str = "") -> Chart:
    """The mean of each indicator as a column, its lowest and highest as marks, and the goal as a line; ``form``
    begins each format of numbers."""
    chart = book.chart("column", _PHRASES.chart_indicators.format(year=year))
    chart.set_y_axis(score_axis(form))
    labels = {
        "value": True,
        "font": font(13),
        "num_format": f"{form}{book.numbers['score']}",
        "position": "inside_base",
    }
    chart.add_series(
        {**_series(rows, "ค่าเฉลี่ย", columns.mean), "fill": {"color": ACCENT}, "gap": 60, "data_labels": labels}
    )
    line = book.file.add_chart({"type": "line"})
    marks = (("ต่ำสุด", columns.lowest, "diamond", WEAK), ("สูงสุด", columns.highest, "triangle", STRONG))
    for name, column, kind, colour in marks:
        mark = {"type": kind, "size": 9, "fill": {"color": colour}, "border": {"color": "#404040"}}
        line.add_series({**_series(rows, name, column), "line": {"none": True}, "marker": mark})
    line.add_series({**_series(rows, "เป้าหมาย", columns.goal), "line": GOAL_LINE})
    chart.combine(line)
    return chart


def _levels(book: Book, rows: RowRange, year: str, form: str = "") -> Chart:
    chart = book.chart("column", _PHRASES.chart_levels.format(year=year))
    labels = {"value": True, "font": font(16), "num_format": f"{form}0"}
    chart.add_series({**_series(rows, "จำนวนหน่วยงาน", 1), "fill": {"color": ACCENT}, "gap": 60, "data_labels": labels})
    chart.set_y_axis({"min": 0, "num_font": font(), "num_format": f"{form}0", "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    return chart


def _series(rows: RowRange, name: str, values: int) -> dict[str, Any]:
    return {"name": name, "categories": rows.column(0), "values": rows.column(values)}
