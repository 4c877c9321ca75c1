"""The first half of the way: a workbook in, what it says and every problem out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs.analysis import Findings, findings_of
from ita_docs.checks import check, in_order
from ita_docs.checks.completeness import CompletenessRow, completeness
from ita_docs.framework.load import Framework, available, families, load, nearest
from ita_docs.model import Layout, Submission
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.general import GENERAL
from ita_docs.workbook.reader import read_for_checks
from ita_docs.workbook.tolerant import common
from officefiles.problems import Kind, Problem, Severity, has_errors

NO_FRAMEWORK = Kind(
    "no-framework",
    "ยังไม่มีเกณฑ์การประเมินของปีงบประมาณ พ.ศ. {year} ซึ่งเป็นปีที่นำคะแนนมาวิเคราะห์",
    "ตรวจสอบปีงบประมาณ ปีที่มีเกณฑ์แล้วคือ {years} หากถูกต้องแล้วให้เพิ่มไฟล์เกณฑ์ของปีนั้น",
    "ไม่มีไฟล์เกณฑ์ของปีที่นำคะแนนมาวิเคราะห์ (ปีก่อนปีงบประมาณของเอกสารหนึ่งปี)",
)
NO_ITEMS = Kind(
    "no-items",
    "ยังไม่มีรายการข้อมูล ({family}) ปีงบประมาณ พ.ศ. {year} เอกสารจึงไม่อ้างเลขข้อ และยังบอกไม่ได้ว่าเอกสารครบตามข้อใด",
    "ดูข้อที่ต้องตอบจากคู่มือหรือระบบประเมินของปีนั้น แล้วตรวจเองว่าเอกสารมีครบ"
    " ถ้าหน่วยงานประเมินตามรายการอื่น ให้เลือกที่ “ประเมินตามรายการของ”",
    "ยังไม่มีที่มาของรายการข้อมูลของปีและของผู้กำหนดรายการนี้",
    Severity.NOTE,
)
NO_ITEMS_YET = Kind(
    "no-items-yet",
    "ยังไม่มีรายการข้อมูล ({family}) ปีงบประมาณ พ.ศ. {year} เอกสารจึงไม่อ้างเลขข้อ และตรวจความครบถ้วนตามรายการของปี พ.ศ. {last}",
    "ตรวจสอบกับคู่มือการประเมินของปีนั้นเมื่อประกาศแล้ว",
    "ยังไม่มีรายการข้อมูลของปีงบประมาณของเอกสาร จึงใช้องค์ประกอบของปีล่าสุดแทน",
    Severity.NOTE,
)
NO_TOPICS = Kind(
    "no-topics",
    "เลือกจัดเอกสารตามประเด็น แต่เกณฑ์ของปีงบประมาณ พ.ศ. {year} ไม่มีประเด็น เอกสารจึงจัดตามตัวชี้วัด",
    "เลือกจัดเอกสารตามตัวชี้วัด หรือเพิ่มประเด็นในไฟล์เกณฑ์ของปีนั้น",
    "เลือกจัดเอกสารตามประเด็นในปีที่ยังไม่มีการกำหนดประเด็น (ก่อนปีงบประมาณ พ.ศ. 2567)",
    Severity.WARNING,
)

NOTHING_TO_REPORT = Kind(
    "report-without-results",
    "กรอก {found} แล้ว แต่ยังไม่มีผลการดำเนินการตามมาตรการของปีก่อน จึงไม่มีรายงานผลและบันทึกข้อความเสนอรายงานผล",
    "กรอกชีต “ผลการดำเนินการ” หรือระบุไฟล์ติดตามของปีก่อนด้วย --tracker ถ้าไม่จัดทำรายงานผล ให้ลบค่านี้",
    "กรอกวันที่ของรายงานผลหรือเลือกแยกบันทึกข้อความเสนอรายงานผล โดยที่ยังไม่มีผลการดำเนินการ",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A workbook read and checked. ``submission``, ``framework`` and ``findings``, the figures of its scores, are
    ``None`` where an error keeps them back."""

    submission: Submission | None = None
    framework: Framework | None = None
    findings: Findings | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """True where no document may be made from this workbook."""
        return self.submission is None or self.findings is None or has_errors(self.problems)


def read_and_check(workbook: Workbook, frameworks: Path | None = None) -> Reading:
    """Read ``workbook`` and run every check. Raises ``FrameworkError`` only where a framework file is broken.

    Cells that cannot be read do not keep the checks from the rest: where there are such, only what is found however
    they are read counts.
    """
    submissions, problems = read_for_checks(workbook, frameworks)
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
        return Reading(whole, problems=(*problems, missing))
    framework = load(submission.assessed_year, frameworks)
    items = _without_items(submission, frameworks)
    unread = {problem.place for problem in problems if problem.severity is Severity.ERROR}
    findings = [findings_of(one, framework) for one in submissions]
    found = common([check(one, framework, figures) for one, figures in zip(submissions, findings, strict=True)])
    found = tuple(problem for problem in found if problem.place not in unread)
    every = (*problems, *found, *_without_topics(submission, framework, frameworks), *items)
    return Reading(whole, framework, findings[0] if whole else None, in_order(every))


def pack_framework(submission: Submission, frameworks: Path | None) -> Framework | None:
    """The framework of the pack's own year for the office's family; ``None`` where the year is not known yet."""
    year = submission.fiscal_year
    return load(year, frameworks, submission.office.family_key) if year in available(frameworks) else None


def _without_items(submission: Submission, frameworks: Path | None) -> tuple[Problem, ...]:
    """Told where no source gives the items that the pack answers, and what the pack is compared with instead."""
    year = submission.fiscal_year
    last = load(nearest(year, frameworks), frameworks, submission.office.family_key)
    if last.items and last.year == year:
        return ()
    family = _family_name(submission, last, frameworks)
    kind = NO_ITEMS_YET if last.items else NO_ITEMS
    return (kind.at(submission.office.source.at("family"), family=family, year=year, last=last.year),)


def _family_name(submission: Submission, framework: Framework, frameworks: Path | None) -> str:
    """What staff call those whose items the office answers (สพฐ.)."""
    key = submission.office.family_key
    return next(one.name for one in framework.made(families, frameworks) if one.key == key)


def _without_topics(submission: Submission, framework: Framework, frameworks: Path | None) -> tuple[Problem, ...]:
    """Told where the documents are to be set out by topic and the year has no topics."""
    if submission.settings.layout is not Layout.TOPICS:
        return ()
    if (pack_framework(submission, frameworks) or framework).topics:
        return ()
    return (NO_TOPICS.at(submission.source.at("layout"), year=submission.fiscal_year),)


def completeness_of(reading: Reading, frameworks: Path | None = None) -> tuple[CompletenessRow, ...]:
    """What the open-data items of the pack's own year ask for, and where the workbook has it; nothing where the
    workbook could not be read whole. Of a year that has no framework yet, those of the year before, without their codes
    and not verified."""
    submission, last = reading.submission, reading.framework
    if submission is None or last is None:
        return ()
    family = _family_name(submission, last, frameworks)
    if own := pack_framework(submission, frameworks):
        return tuple(replace(row, family=family) for row in completeness(submission, own))
    newest = load(last.year, frameworks, submission.office.family_key)
    rows = completeness(submission, newest)
    return tuple(replace(row, item="", verified=False, family=family) for row in rows)


def without_report(reading: Reading) -> Reading:
    """The reading; told at the first line where something is filled in for a report and there are no results."""
    submission = reading.submission
    if submission is None or submission.results:
        return reading
    papers = submission.papers
    filled = [name for name in ("report_date", "results_memo") if getattr(papers, name)]
    if not filled:
        return reading
    headings = " ".join(f"“{GENERAL.field(name).heading}”" for name in filled)
    told = NOTHING_TO_REPORT.at(papers.source.at(filled[0]), headings)
    return replace(reading, problems=in_order((*reading.problems, told)))
