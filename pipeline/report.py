"""Problems and outcomes as text and plain values. Makes them; ``cli`` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.batch import Outcome, Status
from pipeline.problems import Problem, Severity, has_errors

if TYPE_CHECKING:
    from rich.table import Table

STATUS_THAI = {
    Status.CHECKED: "ตรวจแล้ว",
    Status.BUILT: "สร้างเอกสารแล้ว",
    Status.REFUSED: "ยังไม่สร้าง ต้องแก้ไขข้อมูลก่อน",
    Status.BROKEN: "ไม่สำเร็จ",
}
HEADINGS = ("ระดับ", "ชีต", "ช่อง", "เรื่อง", "ที่พบ", "วิธีแก้ไข")
_LONGEST_FOUND = 60
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def shorten(text: str) -> str:
    """``text`` on one line, cut where it is too long to show in a table."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_FOUND else line[: _LONGEST_FOUND - 1] + "…"


def row(problem: Problem) -> tuple[str, ...]:
    """The cells of one problem under ``HEADINGS``."""
    return (
        problem.severity.thai,
        problem.place.sheet,
        problem.place.cell,
        problem.message,
        shorten(problem.found),
        problem.hint,
    )


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line a problem, for a terminal that shows no tables, a file or a pipe."""
    for problem in problems:
        place = f"{problem.place}: " if problem.place.sheet else ""
        found = f" | พบ: {shorten(problem.found)}" if problem.found else ""
        yield f"  [{problem.severity.thai}] {place}{problem.message}{found} | {problem.hint}"


def table(problems: Iterable[Problem]) -> Table:
    """One table with every problem, for a terminal."""
    from rich.table import Table
    from rich.text import Text

    made = Table(show_lines=True, header_style="bold")
    for heading in HEADINGS:
        made.add_column(heading, no_wrap=heading in ("ระดับ", "ช่อง"), overflow="fold")
    for problem in problems:
        weight, *rest = (Text(cell) for cell in row(problem))
        weight.stylize(_STYLES[problem.severity])
        made.add_row(weight, *rest)
    return made


def counts(problems: Sequence[Problem]) -> str:
    """How many problems of each weight, in words: ``ต้องแก้ไข 2 ควรตรวจสอบ 5 ข้อสังเกต 0``."""
    return " ".join(f"{severity.thai} {sum(p.severity is severity for p in problems)}" for severity in Severity)


def headline(outcome: Outcome) -> str:
    """One line on one workbook: its name, what became of it, where its documents are, and how many problems."""
    where = f" ที่ {outcome.job.folder} ({len(outcome.written)} แฟ้ม)" if outcome.written else ""
    return f"{outcome.job.workbook.name}: {STATUS_THAI[outcome.status]}{where} | {counts(outcome.problems)}"


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line on all workbooks: how many of each status."""
    parts = (
        f"{thai} {number}"
        for status, thai in STATUS_THAI.items()
        if (number := sum(outcome.status is status for outcome in outcomes))
    )
    return f"รวม {len(outcomes)} แฟ้ม: {' | '.join(parts)}"


def exit_code(outcomes: Sequence[Outcome], general: Iterable[Problem]) -> int:
    """0 well; 1 problems in the data; 2 wrong usage (a file that is not there); 3 broken set-up."""
    if any(outcome.status is Status.BROKEN for outcome in outcomes):
        return 3
    if any(has_errors(outcome.problems) for outcome in outcomes):
        return 1
    return 2 if has_errors(general) else 0


def run_as_dict(outcomes: Iterable[Outcome], general: Iterable[Problem]) -> dict[str, object]:
    """A whole run as plain values, for JSON."""
    return {
        "problems": [problem.as_dict() for problem in general],
        "workbooks": [as_dict(outcome) for outcome in outcomes],
    }


def as_workbook(outcomes: Sequence[Outcome], general: Sequence[Problem]) -> bytes:
    """A whole run as an xlsx file."""
    from pipeline.excel.report import build

    offices = [
        (
            outcome.job.workbook.name,
            STATUS_THAI[outcome.status],
            *(outcome.count(severity) for severity in Severity),
            len(outcome.written),
            str(outcome.job.folder),
        )
        for outcome in outcomes
    ]
    problems = [("", *row(problem)) for problem in general]
    problems += [(outcome.job.workbook.name, *row(problem)) for outcome in outcomes for problem in outcome.problems]
    return build(offices, problems)


def as_dict(outcome: Outcome) -> dict[str, object]:
    """An outcome as plain values, for JSON."""
    return {
        "workbook": str(outcome.job.workbook),
        "status": outcome.status.value,
        "written": [str(path) for path in outcome.written],
        "problems": [problem.as_dict() for problem in outcome.problems],
        "seconds": round(outcome.seconds, 3),
    }
