"""The chart of the analysis: a native one with a bar for each indicator, last year's under it, and the goal line.

Drawn in tones of one ink, so that it reads the same in print without colour: what does not reach the goal is lighter,
and the goal is the only line of the grid. Its workbook goes with it, so that staff can change it in Word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from xlsxwriter.chart import Chart

from ita_docs.analysis import Findings, IndicatorFinding
from ita_docs.excel.book import Book, RowRange, font
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import FULL, FullMark
from ita_docs.model import Settings
from ita_docs.thai import digits
from ita_docs.workbook.styles import FONT, number_format
from officefiles.pictures import Picture
from officefiles.thai import Digits
from thaipages.drawing import writing
from thaipages.drawing.marks import Typeface
from wordfill.charts import charts_of

NAME = "แผนภูมิคะแนน"
_SHEET = "คะแนน"
_STRONG, _WEAK, _PREVIOUS, _GOAL = "#334160", "#9199AA", "#E3E5EA", "#8C8C8C"
"""Tones of one ink: of bars that reach the goal, of those that do not, and of last year's; and of the line of the goal,
on which figures can still be read."""
_THAI_DIGITS = "[$-D00041E]"
"""A number format that begins so prints Thai digits."""
_FIRST = 4
"""The row of the first indicator on its sheet, counted from 0."""

_WIDTH = 434
_ROW, _ROW_OF_TWO, _HEAD, _FOOT = 19, 22, 24, 26
"""Points: the width, the height of an indicator, and what the name of the goal and the legend take."""
_LETTERS, _FIGURES = 14, 12
_NAMES_AT_MOST, _GAP = 190, 8
_END_OF_AXIS = 112
"""Beyond the longest bar, so that its figures stand beside it."""


@dataclass(frozen=True, slots=True)
class _ChartContent:
    """What is drawn: the findings, the goal, how scores are written, and whether digits are Thai."""

    findings: Findings
    framework: Framework
    settings: Settings

    @property
    def thai(self) -> bool:
        return self.settings.digits is Digits.THAI

    @property
    def goal(self) -> Decimal:
        return self.framework.goal.score

    def printed(self, text: str) -> str:
        return digits(text, self.thai)

    def score(self, value: Decimal) -> str:
        return self.framework.rounding.format(self.settings.full_mark).text(value)

    def form(self, *sections: str) -> str:
        """A number format of these sections."""
        return ";".join(f"{_THAI_DIGITS if self.thai else ''}{section}" for section in sections)

    @property
    def score_form(self) -> str:
        """The number format of scores."""
        usual = number_format(self.framework.rounding.decimals)
        return self.form(f"[={FULL}]0", usual) if self.settings.full_mark is FullMark.SHORT else self.form(usual)

    def named(self, one: IndicatorFinding) -> str:
        return self.printed(f"{one.number}. {' '.join(one.name.split())}")


def draw(findings: Findings, framework: Framework, settings: Settings) -> Picture:
    """The chart of ``findings`` against the goal of their year; the same bytes for equal values."""
    case = _ChartContent(findings, framework, settings)
    book = Book(NAME, "", framework)
    names = [_fitting(case.named(one)) for one in findings.indicators]
    chart = _chart(book, case, _table(book, case, names))
    rows = (_ROW_OF_TWO if findings.compared else _ROW) * len(names)
    height, left = rows + _HEAD + _FOOT, max(map(_width, names)) + _GAP
    across = {"x": left / _WIDTH, "width": (_WIDTH - left - _GAP) / _WIDTH}
    chart.set_plotarea({"layout": {**across, "y": _HEAD / height, "height": rows / height}})
    book.chart_sheet(NAME, chart)
    (drawn,) = charts_of(book.package(), _WIDTH, height)
    return replace(drawn, name=NAME, alternative=case.printed(" ".join(_read(case))))


def _table(book: Book, case: _ChartContent, names: list[str]) -> RowRange:
    """The sheet of the cells that the chart is drawn from."""
    year, two = case.findings.year, case.findings.compared
    heads = ("ตัวชี้วัด", f"คะแนนปี {year}", f"คะแนนปี {year - 1}")[: 3 if two else 2]
    sheet = book.sheet(_SHEET, NAME, f"เป้าหมาย {case.goal.normalize():f} คะแนน", (44, 16, 16)[: len(heads)])
    book.heads(sheet, _FIRST - 1, heads)
    for row, (name, one) in enumerate(zip(names, case.findings.indicators, strict=True), start=_FIRST):
        values = (name, one.score, one.previous)[: len(heads)]
        book.row(sheet, row, values, ("text", "score", "score")[: len(heads)])
    return RowRange(_SHEET, _FIRST, _FIRST + len(names) - 1)


def _chart(book: Book, case: _ChartContent, rows: RowRange) -> Chart:
    chart = book.chart("bar", NAME)
    _add_bars(chart, case, rows)
    _set_axes(chart, case)
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom", "font": font(_LETTERS)})
    return chart


def _add_bars(chart: Chart, case: _ChartContent, rows: RowRange) -> None:
    """The scores of the year, the weaknesses among strengths in a tone of their own, and those of the year before."""
    found, labels = case.findings, {"value": True, "font": font(_FIGURES), "num_format": case.score_form}
    labels["position"] = "outside_end"
    this = {"fill": {"color": _STRONG if found.strengths else _WEAK}, "gap": 30}
    if found.strengths and found.weaknesses:
        this["points"] = [None if one.strength else {"fill": {"color": _WEAK}} for one in found.indicators]
    last = {"fill": {"color": _PREVIOUS}, "border": {"color": _WEAK, "width": 0.75}}
    scored: list[Decimal | None] = [one.score for one in found.indicators]
    series = [(_meaning(found), this, scored)]
    if found.compared:
        series.append((f"คะแนนปี {found.year - 1}", last, [one.previous for one in found.indicators]))
    for column, (name, look, scores) in enumerate(series, start=1):
        kept = [None if score is None else float(score) for score in scores]
        look |= {"data_labels": labels, "values_data": kept}
        chart.add_series(rows.series(case.printed(name), column, **look))


def _set_axes(chart: Chart, case: _ChartContent) -> None:
    """Names from the top down; of the scale 0 and the goal, with its line."""
    plain = {"major_tick_mark": "none", "minor_tick_mark": "none"}
    line = {"color": "black", "width": 0.75}
    chart.set_y_axis({"reverse": True, "num_font": font(_LETTERS), "interval_unit": 1, "line": line, **plain})
    goal = f"{case.goal.normalize():f}"
    named = f'[={goal}]"เป้าหมาย "{number_format(len(goal.partition(".")[2]))}'
    scale = {"min": 0, "max": _END_OF_AXIS, "major_unit": goal, "num_format": case.form(named, "0")}
    across = {"visible": True, "line": {"color": _GOAL, "width": 1, "dash_type": "dash"}}
    look = {"num_font": font(_LETTERS), "line": {"none": True}, "major_gridlines": across, **plain}
    chart.set_x_axis({**scale, **look})


def _meaning(findings: Findings) -> str:
    """What the bars of the year are, as the legend says it."""
    year = f"คะแนนปี {findings.year}"
    if findings.strengths and findings.weaknesses:
        return f"{year} (แท่งสีอ่อน: ต่ำกว่าเป้าหมาย)"
    return f"{year} {'ถึง' if findings.strengths else 'ต่ำกว่า'}เป้าหมาย"


def _read(case: _ChartContent) -> Iterator[str]:
    """What the chart says, for those who hear it."""
    findings = case.findings
    yield f"แผนภูมิแท่งแสดงคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {findings.year} เป้าหมาย {case.goal.normalize():f} คะแนน"
    for one in findings.indicators:
        before = "" if one.previous is None else f" (ปี {findings.year - 1} ได้ {case.score(one.previous)} คะแนน)"
        yield f"ตัวชี้วัดที่ {one.number} {' '.join(one.name.split())} {case.score(one.score)} คะแนน{before}"


def _width(text: str) -> float:
    return writing.width(text, Typeface(FONT), _LETTERS)


def _fitting(text: str) -> str:
    """``text``, cut short with an ellipsis where the bars would lack room; never between a letter and its marks."""

    def fits(text: str) -> bool:
        return _width(text) <= _NAMES_AT_MOST

    if fits(text):
        return text
    lengths = (end for end in range(1, len(text)) if unicodedata.category(text[end]) != "Mn")
    *_, short = takewhile(fits, (text[:end].rstrip() + "…" for end in lengths))
    return short
