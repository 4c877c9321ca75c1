"""The form of a new year: blank, or last year's workbook rolled over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from ita_docs.framework.load import NACC, available, load
from ita_docs.framework.words.kinds import OfficeKind, OfficeKinds
from ita_docs.model import Submission
from ita_docs.thai import ERA
from ita_docs.workbook import reader, rollover
from ita_docs.workbook.concealed import AS_SHOWN
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.form import EXAMPLES, Form, FormRow, FormValue, asked_for, label
from ita_docs.workbook.headings import COLUMN_OWN_TWICE, COLUMN_UNKNOWN, COLUMN_UNNAMED, HEADING_LONG
from ita_docs.workbook.own.cells import OWN_CELL
from ita_docs.workbook.own.columns import ROW_OWN_ONLY
from ita_docs.workbook.own.sheets import SHEET_OWN_LARGE, SHEET_UNKNOWN, VALUE_TWICE, VALUE_UNNAMED
from ita_docs.workbook.picture_files import PICTURE_FAULTS
from ita_docs.workbook.records import LABEL_UNKNOWN
from ita_docs.workbook.schema import Schema, schema
from ita_docs.workbook.settings import COLUMNS, SETTINGS
from ita_docs.workbook.tables import MEASURES, SCORES
from ita_docs.workbook.writer import write
from officefiles.problems import Problem, Severity, told

NO_YEAR = "เอกสารปี {year} ใช้เกณฑ์ของปี {assessed} ซึ่งยังไม่มี สร้างแบบกรอกได้สำหรับปี {years}"
NOT_BUDDHIST = "ปี {year} ไม่ใช่ปี พ.ศ. สี่หลัก ให้ระบุ เช่น {meant}"
FAMILY = "ประเมินตามรายการของ {family} ตามประเภทของหน่วยงาน ({kind}) ถ้าไม่ใช่ ให้เลือกที่ “ประเมินตามรายการของ” ในชีตข้อมูลทั่วไป"
UNLIKE = "ชื่อหน่วยงานบอกว่าเป็น{told} แต่แบบกรอกใช้คำและรายการของ{kind} ตามที่ระบุด้วย --kind โปรดตรวจสอบ"
UNKNOWN = "ไม่ทราบประเภทของหน่วยงาน แบบกรอกจึงใช้ตัวอย่างทั่วไปและรายการของสำนักงาน ป.ป.ช. ระบุประเภทได้ด้วย --kind"
NO_EMBLEM = "ไม่ได้ยกมา: ไฟล์ตราครุฑ “{name}” ซึ่งไม่พบข้างแบบกรอกปีก่อน"
NOT_CARRIED = "ไม่ได้ยกมา: {place} {name} ซึ่งหน่วยงานเพิ่มเอง โปรดคัดลอกจากแบบกรอกปีก่อนหากยังใช้"
_UNREAD_SHEETS = (SHEET_UNKNOWN, SHEET_OWN_LARGE, ROW_OWN_ONLY, OWN_CELL, LABEL_UNKNOWN, VALUE_TWICE, VALUE_UNNAMED)
_UNREAD_COLUMNS = (COLUMN_UNKNOWN, COLUMN_UNNAMED, COLUMN_OWN_TWICE, HEADING_LONG)
_NOT_READ = frozenset(kind.id for kind in (*_UNREAD_SHEETS, *_UNREAD_COLUMNS))
"""Problems of what an office added to the form and could not be read: it is not carried over."""
CONCEALED = "โปรดตรวจทาน: ในแบบกรอกปีก่อน {place} {message}"
LATER_YEAR = "{name} เป็นแบบกรอกของปี พ.ศ. {found} ต้องใช้แบบกรอกของปีก่อนปี พ.ศ. {year}"
SKIPPED = (
    "ไม่ได้ยกมา: คะแนนปีก่อน และมาตรการสำหรับรายงานผล เพราะ {name} เป็นแบบกรอกของปี พ.ศ. {found} ไม่ใช่ของปีก่อนปี พ.ศ. {year}"
    " ถ้าต้องการแบบกรอกของปี พ.ศ. {next} ให้เลือกปีนั้นแล้วสร้างใหม่"
)
NO_KIND = "ไม่มีหน่วยงานประเภท “{kind}” ระบุได้ดังนี้ {known}"
_FIRST = 2400
"""Years from here on are of the Buddhist era, as they are written whole."""
LAST_WRONG = "แบบกรอกปีก่อน {name} ใช้ไม่ได้หรือมีข้อมูลที่ต้องแก้ไขก่อนยกมา"


About = Literal["year", "digits", "kind", "last"]


class NoFormError(ValueError):
    """The form cannot be made: a Thai sentence. ``about`` is what the reason lies in; where that is last year's
    workbook, its ``problems`` are given where it has errors."""

    def __init__(self, message: str, about: About = "year", problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.about = about
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class NewForm:
    """The workbook, and line by line in Thai what was carried over, moved and emptied."""

    data: bytes = field(repr=False)
    lines: tuple[str, ...]


def new_form(
    year: int, *, office: str = "", kind: str = "", last: Workbook | None = None, frameworks: Path | None = None
) -> NewForm:
    """The form for fiscal year ``year`` (Buddhist era), in the words of the ``kind`` of office (its key, its name, or
    how names of its offices begin), else of the kind that the office's name tells. Raises ``NoFormError``, and
    ``FrameworkError`` where a file of rules is broken."""
    years = available(frameworks)
    if not _FIRST <= year < 3000:
        raise NoFormError(NOT_BUDDHIST.format(year=year, meant=_meant(year, years)), "digits")
    if year - 1 not in years:
        known_years = ", ".join(str(one + 1) for one in years)
        raise NoFormError(NO_YEAR.format(year=year, assessed=year - 1, years=known_years))
    asked = _kind(kind) if kind else None
    if last is None:
        known = asked or OfficeKinds.load().known(office)
        family, words = (known.family, known.form) if known else (NACC, None)
        form = schema(year, frameworks, family, words)
        return NewForm(blank(form, office, family), tuple(_of_kind(form, known, OfficeKinds.load().known(office))))
    submission, problems = _last_year(last, frameworks)
    if submission is None:
        raise NoFormError(LAST_WRONG.format(name=last.name), "last", problems)
    if submission.fiscal_year >= year:
        said = LATER_YEAR.format(name=last.name, found=submission.fiscal_year, year=year)
        raise NoFormError(said, "last")
    by_name = OfficeKinds.load().known(submission.office.name)
    if asked and submission.office.family is None and asked.family != submission.office.family_key:
        submission = replace(submission, office=replace(submission.office, family=asked.family))
    known = asked or by_name
    form = schema(year, frameworks, submission.office.family_key, known.form if known else None)
    rolled = rollover.roll_over(submission, form, load(submission.assessed_year, frameworks))
    unread = told(one for one in problems if one.kind in _NOT_READ)
    own = (NOT_CARRIED.format(place=one.place, name=f"“{one.found}”" if one.found else "") for one in unread)
    place = submission.order.source.at("emblem")
    lost = (NO_EMBLEM.format(name=one.found) for one in problems if one.kind in PICTURE_FAULTS and one.place == place)
    shown = (
        CONCEALED.format(place=one.place, message=one.message)
        for one in told(one for one in problems if one.kind in AS_SHOWN)
    )
    unlike = (line for line in _of_kind(form, known, by_name) if asked)
    skipped = list(_skipped(last.name, submission.fiscal_year, year))
    done = (*skipped, *rollover.lines(rolled), *own, *lost, *shown, *unlike, *rollover.next_steps(rolled))
    return NewForm(rolled.data, done)


def _skipped(name: str, found: int, year: int) -> Iterator[str]:
    """That the workbook is not of the year before ``year``, in Thai."""
    if found + 1 != year:
        yield SKIPPED.format(name=name, found=found, year=year, next=found + 1)


def _last_year(last: Workbook, frameworks: Path | None) -> tuple[Submission | None, tuple[Problem, ...]]:
    """Last year's workbook, and its problems; pictures that are not there keep nothing back, for none is carried."""
    submissions, problems = reader.read_for_checks(last, frameworks)
    errors = [one for one in problems if one.severity is Severity.ERROR and one.kind not in PICTURE_FAULTS]
    return (submissions[0] if submissions and not errors else None), problems


def _meant(year: int, years: Sequence[int]) -> int:
    """The Buddhist year that a year of two digits, or of the other era, is likely to be; else the newest."""
    likely = (2500 + year, year + ERA)
    return next((one for one in likely if one - 1 in years), years[-1] + 1)


def _of_kind(form: Schema, known: OfficeKind | None, by_name: OfficeKind | None) -> Iterator[str]:
    """What the form took from the kind of office, in Thai: whose items, and where the name tells of another kind."""
    if known is None:
        yield UNKNOWN
        return
    if by_name and by_name is not known:
        yield UNLIKE.format(told=by_name.name, kind=known.name)
    yield FAMILY.format(family=label(form, "family", known.family), kind=known.name)


def _kind(word: str) -> OfficeKind:
    words = OfficeKinds.load()
    if found := words.called(word):
        return found
    raise NoFormError(
        NO_KIND.format(kind=word, known=", ".join(f"{one.name} ({one.key})" for one in words.kinds)), "kind"
    )


def blank(schema: Schema, office: str = "", family: str = "") -> bytes:
    """The blank workbook of the schema's fiscal year; it says whose items the office answers where the office's name
    does not tell that it is those of ``family``."""
    indicators = schema.framework.indicators
    rows: Mapping[str, Sequence[FormRow]] = {
        SCORES.key: [{"indicator": one.number, "name": one.name} for one in indicators],
        MEASURES.key: [{"indicator": one.number, "indicator_name": one.name} for one in indicators],
    }
    chosen = (schema.general.field(field.name) for field in (*SETTINGS.fields, *COLUMNS.fields))
    defaults = {field.name: next(iter(field.allowed)) for field in chosen}
    general: dict[str, FormValue] = {"name": office, "fiscal_year": schema.year, **defaults, **asked_for(schema)}
    if family and family != OfficeKinds.load().of(office).family:
        general["family"] = label(schema, "family", family)
    return write(Form(schema=schema, general=general, rows=rows, examples=EXAMPLES))
