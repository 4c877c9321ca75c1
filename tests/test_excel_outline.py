"""The Excel files that people get, whole: cells, formulas, looks, rules and charts as kept in tests/golden/."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import made
from ita_docs.analysis import analyse
from ita_docs.batch import Outcome, OutcomeStatus
from ita_docs.batch.jobs import Job
from ita_docs.comparison import workbook as comparison
from ita_docs.comparison.figures import LeftOut
from ita_docs.excel import summary, tracker
from ita_docs.framework.load import load
from ita_docs.report import RunReport
from ita_docs.workbook.marked import mark
from ita_docs.workbook.new import new_form
from officefiles.problems import Kind, Place, Severity
from outline_xlsx import outline
from test_comparison import CASES, row
from test_comparison import comparison as compared
from test_summary import CASES as OFFICES

Golden = Callable[[str, str], None]
ERROR = Kind("x", "พบ “{found}” ซึ่งไม่ถูกต้อง", "แก้ไขให้ถูกต้อง")
NOTE = Kind("y", "น่าสงสัย", "ตรวจสอบ", severity=Severity.NOTE)


@pytest.mark.parametrize("name", ["published", "parts", "questions"])
def test_the_summary_of_scores(golden: Golden, name: str) -> None:
    whole, year = OFFICES[name]
    golden(f"summary_{name}.xlsx", outline(summary.build(whole, load(year), analyse(whole, load(year)))))


def test_the_tracker(golden: Golden) -> None:
    whole = made.with_record(made.submission(), "measures", 2, frequency="ตลอดปี")
    whole = made.with_record(replace(whole, measures=whole.measures[:4]), "measures", 3, frequency="ทุกไตรมาส")
    golden("tracker.xlsx", outline(tracker.build(whole, load(2565), datetime.date(2023, 4, 1))))


def test_the_comparison_of_offices(golden: Golden) -> None:
    lower = [f"{60 + number}.50" for number in range(10)]
    rows = [*CASES["two"], row("ค", lower, lower, level="C"), row("ง", ["90.00"] * 10)]
    found = compared(rows, [LeftOut(workbook="จ.xlsx", reason="อ่านไม่ได้", errors=2)])
    golden("comparison.xlsx", outline(comparison.build(found)))
    golden("comparison_charts.xlsx", outline(comparison.for_report(found).data()))


def test_the_comparison_of_one_office_without_last_year(golden: Golden) -> None:
    golden("comparison_one.xlsx", outline(comparison.build(compared([row("ก", ["90.00"] * 10)]))))


def test_the_report_of_a_run(golden: Golden) -> None:
    book = RunReport()
    job = Job(Path("in/a.xlsx"), Path("out/a"))
    problems = (ERROR.at(Place("คะแนน", "C5"), "=1+1"), NOTE.at(Place()))
    book.add(Outcome(job, OutcomeStatus.REFUSED, problems, (Path("out/a/a_marked.xlsx"),)))
    book.add(Outcome(Job(Path("in/b.xlsx"), Path("out/b")), OutcomeStatus.BUILT))
    golden("report.xlsx", outline(book.finished([ERROR.at(Place(), "ไม่มี.xlsx")])))


def test_the_blank_form(golden: Golden) -> None:
    golden("form.xlsx", outline(new_form(2567, office="สำนักงานเขตดอนทราย").data))


def test_the_marked_copy(golden: Golden) -> None:
    book = openpyxl.Workbook()
    book.active.title = "คะแนน"
    for number, score in enumerate(made.SCORES, start=1):
        book.active.append([number, Decimal(score)])
    buffer = io.BytesIO()
    book.save(buffer)
    problems = [ERROR.at(Place("คะแนน", "B3"), "x" * 300), NOTE.at(Place("คะแนน", "B3")), ERROR.at(Place("อื่น"), "")]
    golden("marked.xlsx", outline(mark(buffer.getvalue(), problems)))


def test_every_golden_outline_is_used() -> None:
    kept = {path.stem for path in (Path(__file__).parent / "golden").glob("*.xlsx.txt")}
    summaries = {f"summary_{name}.xlsx" for name in ("published", "parts", "questions")}
    comparisons = {"comparison.xlsx", "comparison_charts.xlsx", "comparison_one.xlsx"}
    assert kept == summaries | comparisons | {"tracker.xlsx", "report.xlsx", "form.xlsx", "marked.xlsx"}
