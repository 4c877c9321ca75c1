"""The sheet of scores in the summary: live formulas, each written with its value, from indicators to the total; and
the charts that are drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_range, xl_range_abs

from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding
from ita_docs.excel.book import ACCENT, GOAL_LINE, STRONG, WEAK, Book, RowRange, font
from ita_docs.excel.xlsx import Formula, OutputSheet
from ita_docs.framework.model import Framework, Instrument
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases

NAME = "สรุปคะแนน"
WIDTHS = (12, 42, 12, 16, 14, 15, 16, 15, 8, 26)
INSTRUMENTS = ("เครื่องมือ", "ชื่อเครื่องมือ", "น้ำหนัก", "คะแนนที่คำนวณได้", "คะแนนที่ประกาศ", "คะแนนที่ใช้", "คะแนนถ่วงน้ำหนัก")
INDICATORS = (
    "ตัวชี้วัดที่", "ตัวชี้วัด", "เครื่องมือ", "คะแนน", "เป้าหมาย", "ต่างจากเป้าหมาย", "คะแนนปีก่อน", "ต่างจากปีก่อน",
    "อันดับ", "กลุ่ม",
)  # fmt: skip
STRONG_COLUMN, WEAK_COLUMN = 10, 11
"""Two hidden columns that split the scores for the chart's two colours."""

FIRST = 4  # row of the first instrument, counted from 0
PUBLISHED, WEIGHTED = 4, 6  # columns of an instrument
SCORE, GOAL, PREVIOUS = 3, 4, 6  # columns of an indicator


class _Rows:
    """Where the rows of the sheet stand: each instrument with its published parts under it, total, level and goal,
    then the indicators."""

    def __init__(self, findings: Findings) -> None:
        row = FIRST
        self.instruments: dict[str, int] = {}
        for found in findings.instruments:
            self.instruments[found.code] = row
            row += 1 + len(found.parts)
        self.total, self.level, self.goal, self.heads = row, row + 1, row + 2, row + 4
        self.indicators = {one.number: self.heads + place for place, one in enumerate(findings.indicators, start=1)}
        self.first, self.last = self.heads + 1, self.heads + len(findings.indicators)


def write(book: Book, framework: Framework, findings: Findings, office: str) -> RowRange:
    """The sheet of scores; gives back where the indicators stand on it, for the charts."""
    sheet = book.sheet(NAME, SummaryWorkbookPhrases.load().title.format(year=findings.year), office, WIDTHS, pages=1)
    sheet.set_column(STRONG_COLUMN, WEAK_COLUMN, None, None, {"hidden": True})
    book.guard(sheet)
    rows = _Rows(findings)
    book.heads(sheet, FIRST - 1, INSTRUMENTS)
    for instrument, found in zip(framework.instruments, findings.instruments, strict=True):
        _instrument(book, sheet, rows, instrument, found)
    _result(book, sheet, rows, findings, framework.goal.score)
    book.heads(sheet, rows.heads, INDICATORS)
    for one in findings.indicators:
        _indicator(book, sheet, rows, one, framework)
    return RowRange(NAME, rows.first, rows.last, names=1)


def _instrument(book: Book, sheet: OutputSheet, rows: _Rows, instrument: Instrument, found: InstrumentFinding) -> None:
    """Weight, computed, published, used and weighted score of an instrument; its published parts under it."""
    row = rows.instruments[found.code]
    mean = book.rounded(f"AVERAGE({_averaged(rows, instrument, found)})", found.score.computed)
    weighted = Formula(f"=C{row + 1}*F{row + 1}", found.weighted)
    score = found.score
    book.row(
        sheet,
        row,
        (found.code, found.name, found.weight, mean, score.published, _used(row, score), weighted),
        ("centre", "text", "weight", "score", "score", "score", "exact"),
    )
    names = {part.code: part.name for part in instrument.parts}
    for below, (code, published) in enumerate(found.parts.items(), start=row + 1):
        book.row(
            sheet,
            below,
            (code, names[code], None, None, published, None, None),
            ("centre", "text", "weight", "score", "score", "score", "exact"),
        )


def _averaged(rows: _Rows, instrument: Instrument, found: InstrumentFinding) -> str:
    """The cells whose mean is the instrument's score: its parts where all are published, else its indicators."""
    row = rows.instruments[found.code]
    if found.parts and len(found.parts) == len(instrument.parts):
        return str(xl_range(row + 1, PUBLISHED, row + len(found.parts), PUBLISHED))
    own = [rows.indicators[indicator.number] for indicator in instrument.indicators]
    return str(xl_range(own[0], SCORE, own[-1], SCORE))


def _used(row: int, figure: Figure) -> Formula:
    """The published score where there is one, else the computed one."""
    return Formula(f'=IF(E{row + 1}="",D{row + 1},E{row + 1})', figure.used)


def _result(book: Book, sheet: OutputSheet, rows: _Rows, findings: Findings, goal: Decimal) -> None:
    """Total, level and goal, under the instruments."""
    row, total = rows.total, findings.total
    weights = Formula(
        f"=SUM({xl_range(FIRST, 2, row - 1, 2)})", sum((one.weight for one in findings.instruments), Decimal(0))
    )
    cells = xl_range(FIRST, WEIGHTED, row - 1, WEIGHTED)
    weighted = Formula(f"=SUM({cells})", sum((one.weighted for one in findings.instruments), Decimal(0)))
    computed = book.rounded(f"SUM({cells})", total.computed)
    book.row(
        sheet,
        row,
        ("รวม", "คะแนนรวม", weights, computed, total.published, _used(row, total), weighted),
        ("total", "total", "total weight", "total score", "total score", "total score", "total exact"),
    )
    book.row(sheet, rows.level, ("ระดับ", findings.level), ("total", "total"))
    book.row(sheet, rows.goal, ("เป้าหมาย", goal), ("total", "total left"))


def _indicator(book: Book, sheet: OutputSheet, rows: _Rows, one: IndicatorFinding, framework: Framework) -> None:
    """Score, goal and last year's score of an indicator, and what follows from them."""
    row = rows.indicators[one.number]
    score, least, previous = f"D{row + 1}", f"E{row + 1}", f"G{row + 1}"
    change = "" if one.change is None else one.change
    ranked = xl_range_abs(rows.first, SCORE, rows.last, SCORE)
    goal, levels = framework.goal, framework.phrases.standings
    below = f'IF({score}<{goal.urgent:f},"{levels.urgent}","{levels.weakness}")'
    book.row(
        sheet,
        row,
        (
            one.number,
            one.name,
            one.instrument,
            one.score,
            Formula(f"=$B${rows.goal + 1}", goal.score),
            book.rounded(f"{score}-{least}", one.score - goal.score),
            one.previous,
            Formula(f'=IF({previous}="","",ROUND({score}-{previous},{book.decimals}))', change),
            Formula(f"=RANK({score},{ranked})", one.rank),
            Formula(f'=IF({score}>={least},"{levels.strength}",{below})', levels.level(one.strength, one.urgent)),
            Formula(f'=IF({score}>={least},{score},"")', one.score if one.strength else ""),
            Formula(f'=IF({score}<{least},{score},"")', "" if one.strength else one.score),
        ),
        (
            "number",
            "text",
            "centre",
            "score",
            "score",
            "change",
            "score",
            "change",
            "number",
            "centre",
            "score",
            "score",
        ),
    )


# The charts: native, in the Thai font, each a sheet of its own drawn from the cells of scores


def place_charts(book: Book, rows: RowRange, years: Sequence[int]) -> None:
    """A sheet for each chart: scores with the goal, radar, and both years where scores of the year before are known.

    ``rows`` are those of the indicators on the sheet of scores; ``years`` are the assessed year and, where it can be
    compared, the one before.
    """
    book.chart_sheet("แผนภูมิคะแนน", _scores_chart(book, rows, years[0]))
    book.chart_sheet("แผนภูมิเรดาร์", _radar_chart(book, rows, years))
    if len(years) > 1:
        book.chart_sheet("แผนภูมิเทียบปีก่อน", _both_years_chart(book, rows, years))


def _scores_chart(book: Book, rows: RowRange, year: int) -> Chart:
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


def _radar_chart(book: Book, rows: RowRange, years: Sequence[int]) -> Chart:
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("radar", phrases.radar.format(year=years[0]))
    columns = ((SCORE, ACCENT), (PREVIOUS, "#A5A5A5"))
    for year, (column, colour) in reversed(list(zip(years, columns, strict=False))):
        line = {"color": colour, "width": 2.25}
        chart.add_series(rows.series(phrases.series.format(year=year), column, line=line))
    chart.add_series(rows.series("เป้าหมาย", GOAL, line=GOAL_LINE))
    return chart


def _both_years_chart(book: Book, rows: RowRange, years: Sequence[int]) -> Chart:
    year, before = years
    phrases = SummaryWorkbookPhrases.load().charts
    chart = book.chart("column", phrases.both_years.format(before=before, year=year))
    labels = _labels(book, "inside_base")
    labels["font"] |= {"rotation": -90}  # beside one another two scores are wider than their columns
    for one, column, colour in ((before, PREVIOUS, "#BFBFBF"), (year, SCORE, ACCENT)):
        look = {"fill": {"color": colour}, "gap": 60, "data_labels": labels}
        chart.add_series(rows.series(phrases.series.format(year=one), column, **look))
    return chart


def _labels(book: Book, position: str) -> dict[str, Any]:
    """The scores written at the columns of a series; a score that is not there leaves no label."""
    return {"value": True, "font": font(13), "num_format": f"{book.numbers['score']};;", "position": position}
