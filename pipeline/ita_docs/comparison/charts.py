"""The charts of a comparison: native, in the Thai font, each a sheet of its own drawn from the cells of the tables."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from xlsxwriter.chart import Chart

from ita_docs.excel.book import ACCENT, GOAL_LINE, STRONG, WEAK, Book, RowRange, font, score_axis
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.thai import thai_digits

ACROSS, UPRIGHT = 25, 42
"""The most bars whose names can all be read on a page across, and on one upright."""

_PHRASES = ComparisonPhrases.load().book
_TOTALS = "แผนภูมิอันดับ"
_TOTAL = 3  # column of the table of ranks
_THAI_DIGITS = "[$-D00041E]"
"""A cell format that begins so prints Thai digits."""


_STATISTICS, _REPORT = (2, 5, 8, 11), (1, 2, 3, 4)
"""The columns of the mean, the lowest and highest score and the goal on the two sheets of statistics."""


def place(book: Book, *, year: int, levels: RowRange, offices: RowRange, indicators: RowRange) -> None:
    """A sheet for each chart: totals by rank, indicators, levels."""
    _totals(book, offices, year)
    book.chart_sheet("แผนภูมิตัวชี้วัด", _indicators(book, indicators, _STATISTICS, str(year)))
    book.chart_sheet("แผนภูมิระดับ", _levels(book, levels, str(year)))


def place_in_report(book: Book, *, year: int, levels: RowRange, indicators: RowRange) -> None:
    """The charts of a report, in this order: indicators, levels; in Thai digits."""
    thai_year = thai_digits(str(year))
    book.chart_sheet("แผนภูมิตัวชี้วัด", _indicators(book, indicators, _REPORT, thai_year, _THAI_DIGITS))
    book.chart_sheet("แผนภูมิระดับ", _levels(book, levels, thai_year, _THAI_DIGITS))


def _totals(book: Book, offices: RowRange, year: int) -> None:
    """A bar for each office, the highest on top: on one page across, or on upright ones, as many bars on each."""
    count = offices.last - offices.first + 1
    if count <= ACROSS:
        book.chart_sheet(_TOTALS, _bars(book, offices, _PHRASES.chart_totals.format(year=year)))
        return
    each = ceil(count / ceil(count / UPRIGHT))
    charts = []
    for first in range(offices.first, offices.last + 1, each):
        rows = replace(offices, first=first, last=min(first + each - 1, offices.last))
        places = {"first": rows.first - offices.first + 1, "last": rows.last - offices.first + 1, "count": count}
        charts.append(_bars(book, rows, _PHRASES.chart_totals_part.format(year=year, **places)))
    book.pages_of_charts(_TOTALS, charts)


def _bars(book: Book, rows: RowRange, title: str) -> Chart:
    chart = book.chart("bar", title)
    labels = {"value": True, "font": font(11), "num_format": book.numbers["score"]}
    look = {"fill": {"color": ACCENT}, "gap": 40, "data_labels": labels}
    chart.add_series(rows.series("คะแนนรวม", _TOTAL, **look))
    chart.set_y_axis({"reverse": True, "num_font": font(11), "interval_unit": 1})
    chart.set_x_axis(score_axis())
    chart.set_legend({"none": True})
    return chart


def _indicators(book: Book, rows: RowRange, columns: tuple[int, int, int, int], year: str, form: str = "") -> Chart:
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
    mean, lowest, highest, goal = columns
    chart.add_series(rows.series("ค่าเฉลี่ย", mean, fill={"color": ACCENT}, gap=60, data_labels=labels))
    line = book.file.add_chart({"type": "line"})
    for name, column, kind, colour in (("ต่ำสุด", lowest, "diamond", WEAK), ("สูงสุด", highest, "triangle", STRONG)):
        mark = {"type": kind, "size": 9, "fill": {"color": colour}, "border": {"color": "#404040"}}
        line.add_series(rows.series(name, column, line={"none": True}, marker=mark))
    line.add_series(rows.series("เป้าหมาย", goal, line=GOAL_LINE))
    chart.combine(line)
    return chart


def _levels(book: Book, rows: RowRange, year: str, form: str = "") -> Chart:
    chart = book.chart("column", _PHRASES.chart_levels.format(year=year))
    labels = {"value": True, "font": font(16), "num_format": f"{form}0"}
    chart.add_series(rows.series("จำนวนหน่วยงาน", 1, fill={"color": ACCENT}, gap=60, data_labels=labels))
    chart.set_y_axis({"min": 0, "num_font": font(), "num_format": f"{form}0", "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    return chart
