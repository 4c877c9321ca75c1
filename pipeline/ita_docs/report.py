"""Problems and outcomes as text and plain values. Makes them; ``cli`` prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch import Outcome, OutcomeStatus
from ita_docs.outputs.store import NOT_WRITTEN
from ita_docs.thai import shortened
from officefiles.lazy import lazy_import
from officefiles.problems import Problem, Severity, has_errors, told

if TYPE_CHECKING:
    from rich import table as rich_table
    from rich import text as rich_text

    from ita_docs.excel import report as excel_report
else:
    rich_table, rich_text = lazy_import("rich.table"), lazy_import("rich.text")
    excel_report = lazy_import("ita_docs.excel.report")

STATUS_THAI = {
    OutcomeStatus.UNCHANGED: "ไม่มีการเปลี่ยนแปลง ไม่ต้องสร้างใหม่",
    OutcomeStatus.CHECKED: "ตรวจแล้ว",
    OutcomeStatus.BUILT: "สร้างเอกสารแล้ว",
    OutcomeStatus.PROOFED: "สร้างฉบับร่างเพื่อตรวจทานแล้ว",
    OutcomeStatus.REFUSED: "ยังไม่สร้าง ต้องแก้ไขข้อมูลก่อน",
    OutcomeStatus.BROKEN: "ไม่สำเร็จ",
}
LEFT_THAI = "ยังไม่ได้สร้าง สั่งซ้ำเพื่อทำต่อ"
UNVERIFIED = (
    "ข้อกำหนดของ {items} ในโปรแกรมนี้ยังไม่ได้ตรวจกับคู่มือการประเมิน ก่อนเผยแพร่เอกสาร ผู้จัดทำต้องเทียบกับคู่มือของผู้ประเมินเอง"
    " ถ้าไม่ตรงกัน ให้ยึดคู่มือ"
)
HEADINGS = ("ระดับ", "ชีต", "ช่อง", "เรื่อง", "ที่พบ", "วิธีแก้ไข")
_LONGEST_FOUND = 60
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def row(problem: Problem) -> tuple[str, ...]:
    """The cells of one problem under ``HEADINGS``."""
    return (
        problem.severity.thai,
        problem.place.sheet,
        problem.place.cell,
        problem.message,
        shortened(problem.found, _LONGEST_FOUND),
        problem.hint,
    )


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line for each that is to be told, errors first, for a terminal that shows no tables, a file or a pipe; what
    was found is not said again where the message says it."""
    for problem in told(problems):
        place = f"{problem.place}: " if problem.place.sheet else ""
        found = "" if problem.found in problem.message else f" | พบ: {shortened(problem.found, _LONGEST_FOUND)}"
        yield f"  [{problem.severity.thai}] {place}{problem.message}{found} | {problem.hint}"


def table(problems: Iterable[Problem]) -> rich_table.Table:
    """One table of all that is to be told, errors first, for a terminal."""
    made = rich_table.Table(show_lines=True, header_style="bold")
    for heading in HEADINGS:
        made.add_column(heading, no_wrap=heading in ("ระดับ", "ช่อง"), overflow="fold")
    for problem in told(problems):
        weight, *rest = (rich_text.Text(cell) for cell in row(problem))
        weight.stylize(_STYLES[problem.severity])
        made.add_row(weight, *rest)
    return made


def counts(problems: Sequence[Problem]) -> str:
    """How many problems of each weight, in words: ``ต้องแก้ไข 2 ควรตรวจสอบ 5 ข้อสังเกต 0``."""
    return " ".join(f"{severity.thai} {sum(p.severity is severity for p in problems)}" for severity in Severity)


def unwritten(problems: Iterable[Problem]) -> bool:
    """True where the system refused to write a file."""
    return any(problem.kind == NOT_WRITTEN.id for problem in problems)


def headline(outcome: Outcome) -> str:
    """One line on one workbook: its name, what became of it, where its documents or marked copies are, and how many
    problems."""
    where = f" ที่ {outcome.job.folder} ({len(outcome.files)} ไฟล์)" if outcome.files else ""
    if outcome.files and outcome.status is OutcomeStatus.CHECKED:
        where = f" ทำเครื่องหมายไว้ใน {' '.join(map(str, outcome.files))}"
    return f"{outcome.job.workbook.name}: {STATUS_THAI[outcome.status]}{where} | {counts(outcome.problems)}"


def asked_in_brief(outcome: Outcome) -> str:
    """How many of the points of each item of the year are there: ``O36 3/5 O37 5/5``; empty where nothing is known."""
    return " ".join(f"{one.code} {one.there}/{one.points}".lstrip() for one in outcome.asked)


def asked_lines(outcome: Outcome) -> Iterator[str]:
    """A line for each item of the year: how many of its points are there, and which are not."""
    for one in outcome.asked:
        missing = f" ยังขาด {', '.join(one.missing)}" if one.missing else ""
        yield f"  {one.code or 'รายการ'} {one.title}: มีครบ {one.there} จาก {one.points} ข้อ{missing}"
    yield from _to_compare(one.code for one in outcome.asked if not one.verified)


def completeness_lines(outcome: Outcome) -> Iterator[str]:
    """What the items of the year ask for, whose they are, and where the workbook has it, an item a block."""
    heading = ""
    for one in outcome.completeness:
        of = f"รายการของ {one.family} " if one.family else "ข้อกำหนด"
        if heading != (heading := f"{one.item} {one.title} ({of}ปี พ.ศ. {one.year})".lstrip()):
            yield heading
        yield f"  [{one.found.thai}] {one.requirement}: {one.where}"
    yield from _to_compare(one.item for one in outcome.completeness if not one.verified)


def _to_compare(codes: Iterable[str]) -> Iterator[str]:
    """A line for the items whose points nobody has held against the year's manual, and what to do about that."""
    if unverified := " ".join(dict.fromkeys(codes)):
        yield UNVERIFIED.format(items=unverified)


@dataclass(slots=True)
class Tally:
    """The whole run, outcome by outcome, without keeping the outcomes."""

    statuses: Counter[OutcomeStatus] = field(default_factory=Counter)
    with_errors: int = 0
    unwritten: bool = False

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.statuses[outcome.status] += 1
        self.with_errors += has_errors(outcome.problems)
        self.unwritten |= unwritten(outcome.problems)

    def summary(self) -> str:
        """One line: how many workbooks of each status."""
        parts = (f"{thai} {self.statuses[status]}" for status, thai in STATUS_THAI.items() if self.statuses[status])
        return f"รวม {self.statuses.total()} ไฟล์: {' | '.join(parts)}"

    def exit_code(self, general: Sequence[Problem]) -> int:
        """0 well; 1 problems in the data; 2 wrong usage (a file that is not there); 3 broken set-up, or a file that
        could not be written."""
        if self.statuses[OutcomeStatus.BROKEN] or self.unwritten or unwritten(general):
            return 3
        if self.with_errors:
            return 1
        return 2 if has_errors(general) else 0


def unshown(count: int, *, in_book: bool) -> str:
    """Where the problems are read that a run of many workbooks does not list."""
    where = "ในไฟล์ report.xlsx" if in_book else "ด้วยคำสั่ง ita-docs check --severity note"
    return f"ไม่ได้แสดงข้อควรตรวจสอบและข้อสังเกต {count:,} ข้อ ดูได้{where}"


def _readable(path: Path) -> str:
    """The path without signs that no text can hold, as names that are not UTF-8 have them."""
    return str(path).encode(errors="replace").decode()


class RunReport:
    """``report.xlsx`` of a run, written row by row."""

    def __init__(self) -> None:
        self._report = excel_report.Report()

    def add(self, outcome: Outcome) -> None:
        """A row for the workbook and one for each that is to be told of it, errors first."""
        name = outcome.job.workbook.name
        numbers = (sum(problem.severity is severity for problem in outcome.problems) for severity in Severity)
        self._report.add(
            excel_report.OFFICES,
            name,
            STATUS_THAI[outcome.status],
            *numbers,
            len(outcome.files),
            asked_in_brief(outcome),
            _readable(outcome.job.folder),
        )
        for problem in told(outcome.problems):
            self._report.add(excel_report.PROBLEMS, name, *row(problem))

    def leave(self, workbook: Path) -> None:
        """A row for a workbook that the run did not come to."""
        empty = [""] * (len(excel_report.SHEETS[excel_report.OFFICES]) - 2)
        self._report.add(excel_report.OFFICES, _readable(Path(workbook.name)), LEFT_THAI, *empty)

    def finished(self, general: Iterable[Problem]) -> bytes:
        """The xlsx file, with the problems that belong to no workbook at its end."""
        for problem in general:
            self._report.add(excel_report.PROBLEMS, "", *row(problem))
        return self._report.finished()


def as_dict(outcome: Outcome, least: Severity = Severity.NOTE) -> dict[str, object]:
    """An outcome as plain values, for JSON, with the problems that weigh ``least`` or more."""
    return {
        "workbook": str(outcome.job.workbook),
        "status": outcome.status.value,
        "files": [str(path) for path in outcome.files],
        "reasons": list(outcome.reasons),
        "problems": [problem.as_dict() for problem in outcome.problems if problem.severity.reaches(least)],
        "completeness": [row.as_dict() for row in outcome.completeness],
        "asked": [asdict(one) for one in outcome.asked],
        "seconds": round(outcome.seconds, 3),
    }
