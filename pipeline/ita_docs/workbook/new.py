"""The form of a new year: blank, or last year's workbook rolled over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ita_docs.framework.load import NACC, available, load
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.workbook import reader, rollover
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.form import EXAMPLES, Form, FormRow, asked_for
from ita_docs.workbook.general import COLUMNS, SETTINGS
from ita_docs.workbook.schema import Schema, schema
from ita_docs.workbook.tables import MEASURES, SCORES
from ita_docs.workbook.writer import write
from officefiles.problems import Problem

NO_YEAR = "ยังไม่มีเกณฑ์การประเมินของปี {assessed} สร้างแบบกรอกได้สำหรับปี {years}"
NOT_CARRIED = "ไม่ได้ยกมา: {place} “{name}” ซึ่งหน่วยงานเพิ่มเอง โปรดคัดลอกจากแบบกรอกปีก่อนหากยังใช้"
_OWN = ("sheet-unknown", "column-unknown", "label-unknown")
"""Problems of what an office added to the form: it is not read, and so not carried over."""
LATER_YEAR = "{name} เป็นแบบกรอกของปี พ.ศ. {found} ต้องใช้แบบกรอกของปีก่อนปี พ.ศ. {year}"
LAST_WRONG = "แบบกรอกปีก่อน {name} ใช้ไม่ได้หรือมีข้อมูลที่ต้องแก้ไขก่อนยกมา"


class NoFormError(ValueError):
    """The form cannot be made: a Thai sentence. ``of_last`` where the reason is last year's workbook, whose
    ``problems`` are given where it has errors."""

    def __init__(self, message: str, *, of_last: bool = False, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.of_last = of_last
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class NewForm:
    """The workbook, and line by line in Thai what was carried over, moved and emptied."""

    data: bytes = field(repr=False)
    lines: tuple[str, ...] = ()


def new_form(year: int, *, office: str = "", last: Workbook | None = None, frameworks: Path | None = None) -> NewForm:
    """The form for fiscal year ``year`` (Buddhist era). Raises ``NoFormError``, and ``FrameworkError`` where a file of
    rules is broken."""
    years = available(frameworks)
    if year - 1 not in years:
        raise NoFormError(NO_YEAR.format(assessed=year - 1, years=", ".join(str(one + 1) for one in years)))
    if last is None:
        family = OfficeKinds.load().of(office).family if office else NACC
        return NewForm(blank(schema(year, frameworks, family), office))
    submission, problems = reader.read(last, frameworks)
    if submission is None:
        raise NoFormError(LAST_WRONG.format(name=last.name), of_last=True, problems=problems)
    if submission.fiscal_year >= year:
        said = LATER_YEAR.format(name=last.name, found=submission.fiscal_year, year=year)
        raise NoFormError(said, of_last=True)
    form = schema(year, frameworks, submission.office.family_key)
    rolled = rollover.roll_over(submission, form, load(submission.assessed_year, frameworks))
    own = [problem for problem in problems if problem.kind in _OWN]
    return NewForm(
        rolled.data, (*rollover.lines(rolled), *(NOT_CARRIED.format(place=one.place, name=one.found) for one in own))
    )


def blank(schema: Schema, office: str = "") -> bytes:
    """The blank workbook of the schema's fiscal year."""
    indicators = schema.framework.indicators
    rows: Mapping[str, Sequence[FormRow]] = {
        SCORES.key: [{"indicator": one.number, "name": one.name} for one in indicators],
        MEASURES.key: [{"indicator": one.number, "indicator_name": one.name} for one in indicators],
    }
    chosen = (schema.general.field(field.name) for field in (*SETTINGS.fields, *COLUMNS.fields))
    defaults = {field.name: next(iter(field.allowed)) for field in chosen}
    general: FormRow = {"name": office, "fiscal_year": schema.year, **defaults, **asked_for(schema)}
    return write(Form(schema=schema, general=general, rows=rows, examples=EXAMPLES))
