"""One office, start to end, without writing anything: a workbook in, problems or finished documents out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.framework.load import Framework, available, load
from pipeline.model import Catchwords, Submission
from pipeline.problems import Kind, Place, Problem, Severity, has_errors

if TYPE_CHECKING:
    from pipeline.analysis import Findings
    from pipeline.checks.completeness import Row

PACK = ("title", "activities", "order", "analysis", "measures")
"""The parts of ``pack.docx``, in the order in which offices publish them."""

OTHERS = ("pack", "summary", "tracker")
"""What is made besides a document for each template: the booklet and the Excel files."""

NO_FRAMEWORK = Kind(
    "no-framework",
    "ยังไม่มีเกณฑ์การประเมินของปีงบประมาณ พ.ศ. {year} ซึ่งเป็นปีที่นำคะแนนมาวิเคราะห์",
    "ตรวจสอบปีงบประมาณ ปีที่มีเกณฑ์แล้วคือ {years} หากถูกต้องแล้วให้เพิ่มไฟล์เกณฑ์ของปีนั้น",
    "ไม่มีไฟล์เกณฑ์ของปีที่นำคะแนนมาวิเคราะห์ (ปีก่อนปีงบประมาณของเอกสารหนึ่งปี)",
)
INCOMPLETE_DOCUMENT = Kind(
    "incomplete-document",
    "เอกสาร {name}.docx ที่สร้างขึ้นไม่ครบถ้วน: {found}",
    "ตรวจสอบแม่แบบ {name}_template.docx ด้วยคำสั่ง ita-docs lint แล้วสร้างเอกสารใหม่",
    "การตรวจทานหลังสร้างเอกสารพบข้อความที่หายไป หรือเครื่องหมายของแม่แบบที่ตกค้าง",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A workbook read and checked. ``submission`` and ``framework`` are ``None`` where an error keeps them back."""

    submission: Submission | None = None
    framework: Framework | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """True where no document may be made from this workbook."""
        return self.submission is None or self.framework is None or has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class Production:
    """The finished files of one office by name (``order.docx``), or the problems that kept them from being made.

    ``pictures`` are the names of the picture files that they show.
    """

    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


def read_and_check(workbook: Path, frameworks: Path | None = None) -> Reading:
    """Read ``workbook`` and run every check. Raises ``FrameworkError`` only where a framework file is broken.

    Cells that cannot be read do not keep the checks from the rest: where there are such, only what is found however
    they are read counts.
    """
    from pipeline.checks import check
    from pipeline.workbook.doubt import common
    from pipeline.workbook.reader import read_for_checks

    submissions, problems = read_for_checks(workbook)
    if not submissions:
        return Reading(problems=problems)
    submission = submissions[0]
    whole = submission if len(submissions) == 1 else None
    years = available(frameworks)
    if submission.assessed_year not in years:
        missing = NO_FRAMEWORK.at(
            submission.source.at("fiscal_year"),
            submission.fiscal_year,
            year=submission.assessed_year,
            years=", ".join(str(year) for year in years),
        )
        return Reading(whole, None, (*problems, missing))
    framework = load(submission.assessed_year, frameworks)
    unread = {problem.place for problem in problems if problem.severity is Severity.ERROR}
    found = common([check(one, framework) for one in submissions])
    found = tuple(problem for problem in found if problem.place not in unread)
    return Reading(whole, framework, (*problems, *found))


def asked(reading: Reading, frameworks: Path | None = None) -> tuple[Row, ...]:
    """What the open-data items of the pack's own year ask for, and where the workbook has it; nothing where the
    workbook could not be read whole or the year has no framework yet."""
    from pipeline.checks.completeness import completeness

    submission = reading.submission
    if submission is None or submission.fiscal_year not in available(frameworks):
        return ()
    return completeness(submission, load(submission.fiscal_year, frameworks))


def produce(
    workbook: Path, templates: Mapping[str, Path], only: frozenset[str] = frozenset(), frameworks: Path | None = None
) -> Production:
    """Every document of one office as bytes; none where its workbook has an error.

    ``templates`` maps document names to template files; ``only`` keeps to the named documents (empty: all).
    Raises ``TemplateError`` and ``FrameworkError`` where the set-up is broken.
    """
    from pipeline.analysis import analyse
    from pipeline.context import build
    from pipeline.wording import word

    reading = read_and_check(workbook, frameworks)
    if reading.refused or reading.submission is None or reading.framework is None:
        return Production(reading.problems)
    submission, framework = reading.submission, reading.framework
    findings = analyse(submission, framework)
    values = build(submission, framework, findings, word(submission, framework, findings))
    wanted = only or frozenset((*templates, *OTHERS))
    in_pack = PACK if "pack" in wanted else ()
    made = {
        name: _document(name, path, values, submission.settings.catchwords)
        for name, path in templates.items()
        if name in wanted or name in in_pack
    }
    files = {f"{name}.docx": document.data for name, document in made.items() if name in wanted}
    if in_pack:
        files["pack.docx"] = _pack([made[name].data for name in in_pack if name in made])
    files |= _workbooks(wanted, submission, framework, findings)
    faults = tuple(problem for document in made.values() for problem in document.problems)
    return Production((*reading.problems, *faults), files, submission.pictures)


@dataclass(frozen=True, slots=True)
class _Document:
    data: bytes
    problems: tuple[Problem, ...]


def _document(name: str, template: Path, values: Mapping[str, object], style: Catchwords) -> _Document:
    """One document: rendered, proofread, its pages planned."""
    from pipeline.context.expected import expected
    from pipeline.word.catchwords import NO_CATCHWORDS, plan_pages
    from pipeline.word.engine import Template
    from pipeline.word.verify import texts, verify

    data = Template.load(template).render(values)
    wrong = verify(data, expected(_names_used(template), values), texts(values))
    problems = [INCOMPLETE_DOCUMENT.at(Place(), fault, name=name) for fault in wrong]
    planned = plan_pages(data, style)
    problems += [NO_CATCHWORDS.at(Place(), obstacle, name=name) for obstacle in planned.obstacles]
    return _Document(planned.data, tuple(problems))


@cache
def _names_used(template: Path) -> frozenset[str]:
    """The names that a template uses. One run takes a template as it was when first asked for."""
    from pipeline.context import FIELDS
    from pipeline.word.lint import used

    return used(template, {field.name: field.kind.value for field in FIELDS})


def _pack(parts: Sequence[bytes]) -> bytes:
    from pipeline.word.booklet import compose

    return compose(parts)


def _workbooks(
    wanted: frozenset[str], submission: Submission, framework: Framework, findings: Findings
) -> dict[str, bytes]:
    """The Excel files for the office's own use, and the calendar that goes with the tracker."""
    files: dict[str, bytes] = {}
    if "summary" in wanted:
        from pipeline.excel import summary

        files["summary.xlsx"] = summary.build(submission, framework, findings)
    if "tracker" in wanted:
        from pipeline.excel import tracker

        files["tracker.xlsx"] = tracker.build(submission)
        files["tracker.ics"] = tracker.calendar(submission)
    return files
