"""The charts of the score summary: native, in the Thai font, each a sheet of its own drawn from the cells of scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart

from ita_docs.excel.book import ACCENT, GOAL_LINE, STRONG, WEAK, Book, font
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the rows of the indicators stand: sheet, first and last row, and the columns by what they hold."""

    sheet: str
    first: int
    last: int
    name: int
    score: int
    goal: int
    previous: int
    strong: int
    weak: int

    def range(self, column: int) -> list[Any]:
        """The cells of one column, as a series asks for them."""
        return [self.sheet, self.first, column, self.last, column]


def place(book: Book, columns: Columns, years: Sequence[int]) -> None:
    """A sheet for each chart: scores with the goal, radar, and both years where scores of the year before are known.

    ``years`` are the assessed year and, where it can be compared, the one before.
    """
    book.chart_sheet("แผนภูมิคะแนน", _scores(book, columns, years[0]))
    book.chart_sheet("แผนภูมิเรดาร์", _radar(book, columns, years))
    if len(years) > 1:
        book.chart_sheet("แผนภูมิเทียบปีก่อน", _both_years(book, columns, years))


def _scores(book: Book, columns: Columns, year: int) -> Chart:
    """A column for each indicator, in one colour where it reaches the goal and another where not; the goal a line."""
    chart = book.chart("column", SummaryWorkbookPhrases.load().charts.scores.format(year=year))
    for name, column, colour in (("ถึงเป้าหมาย", columns.strong, STRONG), ("ต่ำกว่าเป้าหมาย", columns.weak, WEAK)):
        chart.add_series(
            {
                **_labelled(book, columns, column, name, "inside_base"),
                "fill": {"color": colour},
                "gap": 60,
                "overlap": 100,
            }
        )
    line = book.file.add_chart({"type": "line"})
    line.add_series(_goal(columns))
    chart.combine(line)
    chart.show_hidden_data()
    return chart


def _radar(book: Book, columns: Columns, years: Sequence[int]) -> Chart:
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("radar", phrases.radar.format(year=years[0]))
    series = ((columns.score, ACCENT), (columns.previous, "#A5A5A5"))
    for year, (column, colour) in reversed(list(zip(years, series, strict=False))):
        chart.add_series(
            {**_series(columns, column, phrases.series.format(year=year)), "line": {"color": colour, "width": 2.25}}
        )
    chart.add_series(_goal(columns))
    return chart


def _both_years(book: Book, columns: Columns, years: Sequence[int]) -> Chart:
    year, before = years
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("column", phrases.both_years.format(before=before, year=year))
    for one, column, colour in ((before, columns.previous, "#BFBFBF"), (year, columns.score, ACCENT)):
        chart.add_series(
            {
                **_labelled(book, columns, column, phrases.series.format(year=one), "outside_end"),
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    return chart


def _series(columns: Columns, values: int, name: str) -> dict[str, Any]:
    return {"name": name, "categories": columns.range(columns.name), "values": columns.range(values)}


def _labelled(book: Book, columns: Columns, values: int, name: str, position: str) -> dict[str, Any]:
    """A series with its scores written at the columns; a score that is not there leaves no label."""
    labels = {"value": True, "font": font(13), "num_format": f"{book.numbers['score']};;", "position": position}
    return {**_series(columns, values, name), "data_labels": labels}


def _goal(columns: Columns) -> dict[str, Any]:
    return {**_series(columns, columns.goal, "เป้าหมาย"), "line": GOAL_LINE}
