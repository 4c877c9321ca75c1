"""The form of a new year: blank, or last year's workbook rolled over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ita_docs.framework.load import NACC, available, load
from ita_docs.framework.words.kinds import OfficeKind, OfficeKinds
from ita_docs.workbook import reader, rollover
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.form import EXAMPLES, Form, FormRow, FormValue, asked_for, label
from ita_docs.workbook.schema import Schema, schema
from ita_docs.workbook.settings import COLUMNS, SETTINGS
from ita_docs.workbook.tables import MEASURES, SCORES
from ita_docs.workbook.writer import write
from officefiles.problems import Problem

NO_YEAR = "ยังไม่มีเกณฑ์การประเมินของปี {assessed} สร้างแบบกรอกได้สำหรับปี {years}"
NOT_CARRIED = "ไม่ได้ยกมา: {place} “{name}” ซึ่งหน่วยงานเพิ่มเอง โปรดคัดลอกจากแบบกรอกปีก่อนหากยังใช้"
_OWN = ("sheet-unknown", "column-unknown", "label-unknown")
"""Problems of what an office added to the form: it is not read, and so not carried over."""
LATER_YEAR = "{name} เป็นแบบกรอกของปี พ.ศ. {found} ต้องใช้แบบกรอกของปีก่อนปี พ.ศ. {year}"
NO_KIND = "ไม่มีหน่วยงานประเภท “{kind}” ระบุได้ดังนี้ {known}"
LAST_WRONG = "แบบกรอกปีก่อน {name} ใช้ไม่ได้หรือมีข้อมูลที่ต้องแก้ไขก่อนยกมา"


About = Literal["year", "kind", "last"]


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
    lines: tuple[str, ...] = ()


def new_form(
    year: int, *, office: str = "", kind: str = "", last: Workbook | None = None, frameworks: Path | None = None
) -> NewForm:
    """The form for fiscal year ``year`` (Buddhist era), in the words of the ``kind`` of office (its key, its name, or
    how names of its offices begin), else of the kind that the office's name tells. Raises ``NoFormError``, and
    ``FrameworkError`` where a file of rules is broken."""
    years = available(frameworks)
    if year - 1 not in years:
        raise NoFormError(NO_YEAR.format(assessed=year - 1, years=", ".join(str(one + 1) for one in years)))
    asked = _kind(kind) if kind else None
    if last is None:
        known = asked or OfficeKinds.load().known(office)
        family, words = (known.family, known.form) if known else (NACC, None)
        return NewForm(blank(schema(year, frameworks, family, words), office, family))
    submission, problems = reader.read(last, frameworks)
    if submission is None:
        raise NoFormError(LAST_WRONG.format(name=last.name), "last", problems)
    if submission.fiscal_year >= year:
        said = LATER_YEAR.format(name=last.name, found=submission.fiscal_year, year=year)
        raise NoFormError(said, "last")
    known = asked or OfficeKinds.load().known(submission.office.name)
    form = schema(year, frameworks, submission.office.family_key, known.form if known else None)
    rolled = rollover.roll_over(submission, form, load(submission.assessed_year, frameworks))
    own = [problem for problem in problems if problem.kind in _OWN]
    return NewForm(
        rolled.data, (*rollover.lines(rolled), *(NOT_CARRIED.format(place=one.place, name=one.found) for one in own))
    )


def _kind(word: str) -> OfficeKind:
    words = OfficeKinds.load()
    if found := words.called(word):
        return found
    raise NoFormError(
        NO_KIND.format(kind=word, known=", ".join(f"{one.key} ({one.name})" for one in words.kinds)), "kind"
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
