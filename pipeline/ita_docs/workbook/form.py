"""What a workbook is to hold when it is written, and a submission turned back into that."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ita_docs.model import NAME_FIELDS, OWN, FormRecord, Override, OwnCell, OwnData, Person, Submission, value_of
from ita_docs.thai import date_long
from ita_docs.workbook.field import Sheet
from ita_docs.workbook.general import OFFICE, ORDER, SIGNATORY
from ita_docs.workbook.own.columns import with_columns
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.papers import PAPERS
from ita_docs.workbook.schema import Schema, part_names
from ita_docs.workbook.settings import COLUMN_NAMES, SETTINGS
from ita_docs.workbook.tables import (
    ACTIVITIES,
    DUTIES,
    MEASURES,
    OVERRIDES,
    QUESTIONS,
    RESULTS,
    SCORES,
    SEATS,
    SECTIONS,
)
from officefiles.pictures import Picture

EXAMPLES = frozenset(table.key for table in (QUESTIONS, SEATS, DUTIES, MEASURES, RESULTS, OVERRIDES, ACTIVITIES))
"""The sheets that begin with an example row; the others show by themselves how they are filled."""


@dataclass(frozen=True, slots=True)
class Review:
    """A text that the program changed and a person must look at, and why (Thai)."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A cell of the office's own from an earlier year, as it is; a person must look at it."""

    cell: OwnCell


FormValue = str | int | Decimal | Review | OwnCell | Carried
FormRow = Mapping[str, FormValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The content of a workbook to be written; what is not there, or empty, is left for the office to fill.

    ``schema`` is the form of its year. ``general`` and the ``rows`` of each sheet (by its key) map fields to values.
    The sheets in ``examples`` begin with an example row. ``own`` is what the office added: its single values,
    which stand among the ``rows`` too, and its tables, each with a sheet of its own.
    """

    schema: Schema
    general: FormRow = field(default_factory=dict)
    rows: Mapping[str, Sequence[FormRow]] = field(default_factory=dict)
    examples: frozenset[str] = frozenset()
    own: OwnData = field(default_factory=OwnData)


def form_of(submission: Submission, schema: Schema) -> Form:
    """The form that, when written and read, gives ``submission`` again; ``schema`` is that of its year, or of another
    that it is to be rolled over to."""
    own = submission.own
    tables = tuple(with_columns(table, own.columns.get(table.key, ())) for table in schema.tables)
    rows = _rows(submission, schema) | {
        VALUES.key: [{"name": name, "value": cell} for name, cell in own.values.more.items()]
    }
    return Form(schema=replace(schema, tables=tables), general=_general(submission, schema), rows=rows, own=own)


def _general(submission: Submission, schema: Schema) -> FormRow:
    office, order, published = submission.office, submission.order, submission.published
    settings, papers = submission.settings, submission.papers
    records = ((OFFICE, office), (ORDER, order), (SIGNATORY, order), *((group, papers) for group in PAPERS))
    values: dict[str, object] = {
        **{
            one.name: _cell(value_of(record, one.name))
            for group, record in records
            for one in group.fields
            if one.meaning
        },
        "fiscal_year": submission.fiscal_year,
        "number": f"{order.number}/{order.year}",
        "date": order.date,
        "effective": order.effective,
        "emblem": order.emblem.name if order.emblem else "",
        **_person(order.signatory, "signatory_"),
        **_person(papers.proposer, "proposer_"),
        **_person(papers.reporter, "reporter_"),
        "notice_date": papers.notice_date,
        "total": published.total,
        "level": published.level,
        "confirmed": "ยืนยัน" if published.confirmed else "",
        **published.instruments,
    }
    chosen = {field.name: getattr(settings, field.name) for field in SETTINGS.fields}
    chosen["results_memo"] = papers.results_memo
    chosen |= {f"column_{name}": name in settings.columns for name in COLUMN_NAMES}
    if office.family:
        chosen["family"] = office.family
    return _row(values | {name: label(schema, name, meaning) for name, meaning in chosen.items()})


def asked_for(schema: Schema) -> FormRow:
    """The choices, by their lines, that the items of the year ask for."""
    return {name: label(schema, name, meaning) for name, meaning in schema.asked.items()}


def label(schema: Schema, name: str, meaning: object) -> str:
    """What the form calls a choice of one of its lines."""
    return next(said for said, means in schema.general.field(name).allowed.items() if means == meaning)


def _rows(submission: Submission, schema: Schema) -> dict[str, Sequence[FormRow]]:
    """The rows of every table; a record's fields are the columns, but for people and texts of the office's own."""
    seats = [seat for committee in submission.committees for seat in committee.seats]
    duties = [duty for committee in submission.committees for duty in committee.duties]
    alike: tuple[tuple[Sheet, Sequence[FormRecord]], ...] = (
        (SECTIONS, submission.office.sections),
        (SCORES, submission.scores),
        (QUESTIONS, submission.questions),
        (DUTIES, duties),
        (MEASURES, submission.measures),
        (RESULTS, submission.results),
        (ACTIVITIES, submission.activities),
    )
    return {
        **{sheet.key: [{**_row(_values(one, sheet)), **own_cells(one)} for one in records] for sheet, records in alike},
        SEATS.key: [{**_row({**_values(one, SEATS), **_person(one.person)}), **own_cells(one)} for one in seats],
        OVERRIDES.key: [_row({"key": _part(one, schema), "text": one.text}) for one in submission.overrides],
    }


def own_cells(record: FormRecord) -> FormRow:
    """What the office's own columns hold in a row."""
    return {OWN + heading: cell for heading, cell in record.more.items() if cell.text}


def _values(record: object, sheet: Sheet) -> dict[str, object]:
    """A record's own columns of the sheet, not those of a person."""
    names = (field.name for field in sheet.fields if field.name not in NAME_FIELDS)
    return {name: _cell(value_of(record, name)) for name in names}


def _cell(value: object) -> object:
    """A value as its cell holds it: items and pictures (by their names) one a line."""
    if isinstance(value, tuple):
        return "\n".join(item.name if isinstance(item, Picture) else item for item in value)
    return value


def _person(person: Person | None, prefix: str = "") -> dict[str, object]:
    if person is None:
        return {}
    return {prefix + name: getattr(person, name) for name in NAME_FIELDS}


def _part(override: Override, schema: Schema) -> object:
    """An indicator's number, or what the workbook calls a part; one that another year has by its code."""
    if override.key.isdecimal():
        return int(override.key)
    return part_names(schema.framework).get(override.key, override.key)


def _row(values: Mapping[str, object]) -> FormRow:
    """``values`` as cells: dates in words, empty ones left out."""
    row: dict[str, FormValue] = {}
    for name, value in values.items():
        if isinstance(value, datetime.date):
            row[name] = date_long(value)
        elif isinstance(value, str | int | Decimal) and value != "":
            row[name] = value
    return row
