"""The charts of the score summary: native, in the Thai font, each a sheet of its own drawn from the cells of scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.chart import Chart

from ita_docs.excel.book import ACCENT, GOAL_LINE, STRONG, WEAK, Book, RowRange, font
from ita_docs.excel.scores import GOAL, PREVIOUS, SCORE, STRONG_COLUMN, WEAK_COLUMN
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases


def place(book: Book, rows: RowRange, years: Sequence[int]) -> None:
    """A sheet for each chart: scores with the goal, radar, and both years where scores of the year before are known.

    ``rows`` are those of the indicators on the sheet of scores; ``years`` are the assessed year and, where it can be
    compared, the one before.
    """
    book.chart_sheet("แผนภูมิคะแนน", _scores(book, rows, years[0]))
    book.chart_sheet("แผนภูมิเรดาร์", _radar(book, rows, years))
    if len(years) > 1:
        book.chart_sheet("แผนภูมิเทียบปีก่อน", _both_years(book, rows, years))


def _scores(book: Book, rows: RowRange, year: int) -> Chart:
    """A column for each indicator, in one colour where it reaches the goal and another where not; the goal a line."""
    chart = book.chart("column", SummaryWorkbookPhrases.load().charts.scores.format(year=year))
    labels = _labels(book, "inside_base")
    for name, column, colour in (("ถึงเป้าหมาย", STRONG_COLUMN, STRONG), ("ต่ำกว่าเป้าหมาย", WEAK_COLUMN, WEAK)):
        look = {"fill": {"color": colour}, "gap": 60, "overlap": 100, "data_labels": labels}
        chart.add_series(rows.series(name, column, **look))
    line = book.file.add_chart({"type": "line"})
    line.add_series(rows.series("เป้าหมาย", GOAL, line=GOAL_LINE))
    chart.combine(line)
    chart.show_hidden_data()
    return chart


def _radar(book: Book, rows: RowRange, years: Sequence[int]) -> Chart:
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("radar", phrases.radar.format(year=years[0]))
    columns = ((SCORE, ACCENT), (PREVIOUS, "#A5A5A5"))
    for year, (column, colour) in reversed(list(zip(years, columns, strict=False))):
        line = {"color": colour, "width": 2.25}
        chart.add_series(rows.series(phrases.series.format(year=year), column, line=line))
    chart.add_series(rows.series("เป้าหมาย", GOAL, line=GOAL_LINE))
    return chart


def _both_years(book: Book, rows: RowRange, years: Sequence[int]) -> Chart:
    year, before = years
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("column", phrases.both_years.format(before=before, year=year))
    labels = _labels(book, "outside_end")
    for one, column, colour in ((before, PREVIOUS, "#BFBFBF"), (year, SCORE, ACCENT)):
        look = {"fill": {"color": colour}, "gap": 60, "data_labels": labels}
        chart.add_series(rows.series(phrases.series.format(year=one), column, **look))
    return chart


def _labels(book: Book, position: str) -> dict[str, Any]:
    """The scores written at the columns of a series; a score that is not there leaves no label."""
    return {"value": True, "font": font(13), "num_format": f"{book.numbers['score']};;", "position": position}
