"""Records into a submission: the last step of reading, where nothing can go wrong any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from ita_docs.model import (
    NAME_FIELDS,
    SIGNER_NAMES,
    Activity,
    Committee,
    Duty,
    FormRecord,
    Measure,
    MeasureResult,
    Office,
    Order,
    Override,
    Papers,
    Person,
    Published,
    QuestionScore,
    Score,
    Seat,
    Section,
    Settings,
    Status,
    Submission,
)
from ita_docs.workbook.field import Group
from ita_docs.workbook.general import OFFICE, ORDER, SIGNATORY
from ita_docs.workbook.papers import PAPERS
from ita_docs.workbook.records import Record, Rows
from ita_docs.workbook.schema import published_codes
from ita_docs.workbook.settings import COLUMN_NAMES, SETTINGS
from officefiles.pictures import Picture

Tables = Mapping[str, Sequence[Record]]
Pictures = Mapping[str, Picture]

T = TypeVar("T", bound=FormRecord)

_ROWS = (Activity, Duty, Measure, MeasureResult, Office, Order, Override, Papers, QuestionScore, Score, Seat, Section)
_ATTRIBUTES: Mapping[type[FormRecord], frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind)) for kind in _ROWS
}


def submission(rows: Rows, general: Record, tables: Tables) -> Submission:
    """What the records of a workbook, read by the form of its year, say together: those of the general sheet and of the
    ``tables`` in place of its own."""
    pictures, schema = rows.pictures, rows.schema
    values, source = general.values, general.source
    codes = published_codes(schema.framework)
    sections = tuple(_row(Section, one) for one in tables["sections"])
    return Submission(
        name=rows.name,
        fiscal_year=values["fiscal_year"],
        office=_made(Office, general, _part(general, OFFICE), sections=sections),
        order=_order(general, pictures),
        committees=_committees(tables["seats"], tables["duties"]),
        scores=tuple(_row(Score, one) for one in tables["scores"]),
        measures=tuple(_row(Measure, one) for one in tables["measures"]),
        published=Published(
            total=values["total"],
            level=values["level"],
            confirmed=bool(values["confirmed"]),
            instruments={code: values[code] for code in codes if values[code] is not None},
            source=source,
        ),
        questions=tuple(_row(QuestionScore, one) for one in tables["questions"]),
        overrides=tuple(_row(Override, one) for one in tables["overrides"]),
        activities=tuple(_activity(one, pictures) for one in tables["activities"]),
        results=_results(tables["results"]),
        settings=_settings(values),
        papers=_papers(general),
        own=rows.own,
        source=source,
    )


def _settings(values: Mapping[str, Any]) -> Settings:
    chosen = {field.name: value for field in SETTINGS.fields if (value := values[field.name]) is not None}
    return Settings(**chosen, columns=frozenset(name for name in COLUMN_NAMES if values[f"column_{name}"]))


def _results(records: Sequence[Record]) -> tuple[MeasureResult, ...]:
    """What came of last year's measures; nothing where the rows only name them, as a rolled-over workbook does."""
    told = ("status", "done", "period", "result", "problem")
    if not any(one.values[name] for one in records for name in told):
        return ()
    return tuple(_row(MeasureResult, one, status=one.values["status"] or _status(one)) for one in records)


def _status(record: Record) -> Status:
    """What an empty cell of the status says: done, where it is told what was done or came of it; not of an obstacle."""
    return Status.DONE if record.values["done"] or record.values["result"] else Status.NOT_STARTED


def _order(general: Record, pictures: Pictures) -> Order:
    values, own = general.values, _part(general, ORDER, SIGNATORY)
    number, year = values["number"]
    emblem = pictures.get(values["emblem"])
    signatory = _signer(values, "signatory")
    return _made(Order, general, own, number=number, year=year, signatory=signatory, emblem=emblem)


def _papers(general: Record) -> Papers:
    values = general.values
    signers = {one: _signer(values, one) if values[f"{one}_first_name"] else None for one in ("proposer", "reporter")}
    own = _part(general, *PAPERS)
    return _made(Papers, general, own, **signers, results_memo=bool(values["results_memo"]))


def _signer(values: Mapping[str, Any], one: str) -> Person:
    return Person(**{name: values[f"{one}_{name}"] for name in NAME_FIELDS})


def _part(general: Record, *groups: Group) -> dict[str, Any]:
    """These groups of the general sheet, but for the year and the names of people, which have homes of their own."""
    names = [one.name for group in groups for one in group.fields]
    elsewhere = {"fiscal_year", *SIGNER_NAMES}
    return {name: general.values[name] for name in names if name not in elsewhere}


def _committees(seats: Sequence[Record], duties: Sequence[Record]) -> tuple[Committee, ...]:
    """The committees in the order in which they first stand on the sheet of people; a committee that has only
    duties comes last, so that a check can tell of it."""
    names = dict.fromkeys(one.values["committee"] for one in (*seats, *duties))
    return tuple(
        Committee(
            name=name,
            seats=tuple(_seat(one) for one in seats if one.values["committee"] == name),
            duties=tuple(_row(Duty, one) for one in duties if one.values["committee"] == name),
        )
        for name in names
    )


def _seat(record: Record) -> Seat:
    values = {name: value for name, value in record.values.items() if name not in NAME_FIELDS}
    names = {name: record.values[name] for name in NAME_FIELDS}
    return _made(Seat, record, values, person=Person(**names) if names["first_name"] else None)


def _activity(record: Record, pictures: Pictures) -> Activity:
    names = record.values["pictures"]
    return _row(Activity, record, pictures=tuple(pictures[name] for name in names if name in pictures))


def _row(kind: type[T], record: Record, **own: object) -> T:
    """The row that a record makes. See ``_made``."""
    return _made(kind, record, record.values, **own)


def _made(kind: type[T], record: Record, given: Mapping[str, object], **own: object) -> T:
    """The row that the ``given`` values of a record make: those of the form, but for its ``own``, as attributes
    where the model has such, and the rest among the others."""
    values: dict[str, Any] = {**given, **own}
    others = {name: values.pop(name) for name in values.keys() - _ATTRIBUTES[kind]}
    return kind(**values, others=others, more=record.more, source=record.source)
