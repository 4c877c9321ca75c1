"""One office, start to end, without writing anything: a workbook in, problems or finished documents out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.framework.load import Framework, available, load
from pipeline.model import Submission
from pipeline.problems import Kind, Problem, has_errors

PACK = ("title", "activities", "order", "analysis", "measures")
"""The parts of ``pack.docx``, in the order in which offices publish them."""

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
    """The finished files of one office by name (``order.docx``), or the problems that kept them from being made."""

    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def read_and_check(workbook: Path, frameworks: Path | None = None) -> Reading:
    """Read ``workbook`` and run every check. Raises ``FrameworkError`` only where a framework file is broken."""
    from pipeline.checks import check
    from pipeline.workbook.reader import read

    submission, problems = read(workbook)
    if submission is None:
        return Reading(problems=problems)
    years = available(frameworks)
    if submission.assessed_year not in years:
        missing = NO_FRAMEWORK.at(
            submission.source.at("fiscal_year"),
            submission.fiscal_year,
            year=submission.assessed_year,
            years=", ".join(str(year) for year in years),
        )
        return Reading(submission, None, (*problems, missing))
    framework = load(submission.assessed_year, frameworks)
    return Reading(submission, framework, (*problems, *check(submission, framework)))


def produce(
    workbook: Path, templates: Mapping[str, Path], only: frozenset[str] = frozenset(), frameworks: Path | None = None
) -> Production:
    """Every document of one office as bytes; none where its workbook has an error.

    ``templates`` maps document names to template files; ``only`` keeps to the named documents (empty: all).
    Raises ``TemplateError`` and ``FrameworkError`` where the set-up is broken.
    """
    reading = read_and_check(workbook, frameworks)
    if reading.refused or reading.submission is None or reading.framework is None:
        return Production(reading.problems)
    files = dict(_documents(reading.submission, reading.framework, templates, only))
    return Production(reading.problems, files)


def _documents(
    submission: Submission, framework: Framework, templates: Mapping[str, Path], only: frozenset[str]
) -> Iterator[tuple[str, bytes]]:
    from pipeline.analysis import analyse
    from pipeline.context import build
    from pipeline.word.booklet import compose
    from pipeline.wording import word

    findings = analyse(submission, framework)
    values = build(submission, framework, findings, word(submission, framework, findings))
    wanted = only or frozenset((*templates, "pack"))
    in_pack = PACK if "pack" in wanted else ()
    made = {
        name: _document(path, values, submission)
        for name, path in templates.items()
        if name in wanted or name in in_pack
    }
    yield from ((f"{name}.docx", data) for name, data in made.items() if name in wanted)
    if in_pack:
        yield "pack.docx", compose([made[name] for name in in_pack if name in made])


def _document(template: Path, values: Mapping[str, object], submission: Submission) -> bytes:
    from pipeline.word.catchwords import paginate
    from pipeline.word.engine import Template

    return paginate(Template.load(template).render(values), submission.settings.catchwords)
