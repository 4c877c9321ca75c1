"""A workbook with cells that are empty or cannot be read, taken as far as it goes: something stands in for each.

No stand-in may pass for what was typed, so there are always two readings that differ in them. Checks (``for_checks``)
count only what they find in both: it does not hang on those cells, nor is it the echo of a problem already told. A
draft for review (``draft``) says in place of a missing text, in the text itself, that it is missing, and so in every
sentence made of it; of numbers and dates what differs between the readings hangs on a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_docs import thai
from ita_docs.model import Source, Submission
from ita_docs.workbook.assemble import Tables, submission
from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.records import Record, Rows
from ita_docs.workbook.schema import TABLES
from ita_docs.workbook.stand_ins import StandIns, filled
from ita_docs.workbook.tables import DUTIES, MEASURES, RESULTS, SCORES, SEATS, SECTIONS
from ita_docs.workbook.values import EMPTY
from officefiles.problems import Place, Problem

_ANY_ROLE = "ประธานกรรมการและเลขานุการ"
_OF_INDICATORS = (SCORES.key, MEASURES.key, RESULTS.key)


def fiscal_year(record: Record | None) -> int:
    """The fiscal year on the general sheet, or that of the order's date; 0 where neither can be read."""
    values = record.values if record else {}
    day = values.get("date")
    return values.get("fiscal_year") or (thai.fiscal_year(day) if day else 0)


# For checks


def for_checks(rows: Rows) -> tuple[Submission, ...]:
    """One submission where every cell could be read. Else two: one with stand-ins, one without the rows that would need
    any. None where a sheet or the year is missing."""
    general = rows.general
    tables = {key: records for key, records in rows.tables.items() if records is not None}
    if general is None or len(tables) < len(rows.tables):
        return ()
    if not any(record.faulty for records in (*tables.values(), [general]) for record in records):
        return (submission(rows, general, tables),)
    year = fiscal_year(general)
    if not year:
        return ()
    date = general.values["date"]
    low, high = (StandIns.of(year, date, high=high, words=_words(high=high)) for high in (False, True))
    whole = {table.key: filled(tables[table.key], table, low) for table in TABLES}
    return tuple(
        submission(rows, stand_ins.in_record(general, rows.schema.general), so_read)
        for stand_ins, so_read in ((low, whole), (high, _sound(tables)))
    )


def common(findings: Sequence[Sequence[Problem]]) -> tuple[Problem, ...]:
    """The problems found in every reading, in the order of the first."""
    first, *others = findings
    return tuple(problem for problem in first if all(problem in other for other in others))


def _words(*, high: bool) -> Callable[[Field, Record], str]:
    def words(field: Field, _record: Record) -> str:
        if not field.required:
            return ""
        return _ANY_ROLE if field.name == "role" else "ข" if high else "ก"

    return words


def _sound(tables: Tables) -> dict[str, Sequence[Record]]:
    """``tables`` without the rows that have an unreadable cell.

    Where it cannot be told which sections there are, or which section someone is of, there are none to compare with;
    a duty of an unreadable committee may be every committee's.
    """
    kept: dict[str, Sequence[Record]] = {
        key: [record for record in records if not record.faulty] for key, records in tables.items()
    }
    if any(one.faulty for one in tables[SECTIONS.key]) or any("section" in one.faulty for one in tables[SEATS.key]):
        kept[SECTIONS.key] = ()
    committees = dict.fromkeys(one.values["committee"] for one in kept[SEATS.key])
    homeless = [one for one in tables[DUTIES.key] if one.faulty == {"committee"}]
    kept[DUTIES.key] = [
        *kept[DUTIES.key],
        *(replace(one, values={**one.values, "committee": name}) for one in homeless for name in committees),
    ]
    return kept


# For review


@dataclass(frozen=True, slots=True)
class MissingValue:
    """A cell that must be filled or mended, under ``heading`` in the form; ``notice`` is what is said of it."""

    place: Place
    heading: str
    notice: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook with its gaps stood in for, in two readings: what differs between them hangs on a gap."""

    low: Submission
    high: Submission
    missing: tuple[MissingValue, ...]


def draft(rows: Rows, years: tuple[int, int], indicators: Mapping[int, str], notice: Callable[[Place], str]) -> Draft:
    """The draft of a workbook. ``years`` are the fiscal years of the two readings, different only where none is
    typed; ``indicators`` are the numbers and names of those that need a score and a measure; ``notice`` is what to say
    of a cell that is missing."""
    form = rows.schema.general
    general = rows.general or _nothing(form)
    if general.values["fiscal_year"] not in years:
        general = replace(general, faulty=general.faulty | {"fiscal_year"})
    general = _noticed(general, form, notice)
    tables = {table.key: _known(rows.tables[table.key] or (), table, indicators) for table in TABLES}
    for table in (SCORES, MEASURES):
        tables[table.key] += _absent(tables[table.key], table, indicators)
    tables = {table.key: [_noticed(one, table, notice) for one in tables[table.key]] for table in TABLES}

    def reading(year: int, *, high: bool) -> Submission:
        stand_ins = StandIns.of(year, None, high=high, words=_notice)
        done = {table.key: _placed(filled(tables[table.key], table, stand_ins)) for table in TABLES}
        return submission(rows, stand_ins.in_record(general, form), done)

    sheets = ((form, [general]), *((table, tables[table.key]) for table in TABLES))
    missing = {gap.place: gap for sheet, records in sheets for record in records for gap in _missing(record, sheet)}
    return Draft(reading(years[0], high=False), reading(years[1], high=True), tuple(missing.values()))


def _notice(field: Field, record: Record) -> str:
    return record.source.missing[field.name]


def _noticed(record: Record, sheet: Sheet, notice: Callable[[Place], str]) -> Record:
    """The record, whose source says what is missing; a cell that the sheet has lost is named by its heading."""
    row = " แถวที่ " if record.source.row else ""
    lost = (name for name in record.faulty if name not in record.source.columns)
    headings = {name: f"หัวข้อ “{sheet.field(name).heading}”{row}" for name in lost}
    source = replace(record.source, columns={**record.source.columns, **headings})
    return replace(record, source=replace(source, missing={name: notice(source.at(name)) for name in record.faulty}))


def _missing(record: Record, sheet: Sheet) -> Iterator[MissingValue]:
    for field in sheet.fields:
        if field.name in record.faulty:
            yield MissingValue(record.source.at(field.name), field.heading, record.source.missing[field.name])


def _nothing(form: Sheet) -> Record:
    """The general sheet of a workbook that has none."""
    values = {field.name: EMPTY.get(field.value) for field in form.fields}
    return Record(values, frozenset(field.name for field in form.fields if field.required), Source(form.name))


def _known(records: Iterable[Record], sheet: Sheet, indicators: Mapping[int, str]) -> list[Record]:
    """The records. A row whose indicator cannot be read, or is none of the year's, is taken for the first that has no
    row, or for that of the row before."""
    records = list(records)
    if sheet.key not in _OF_INDICATORS:
        return records
    given = {record.values["indicator"] for record in records}
    lacking = [number for number in indicators if number not in given]
    done: list[Record] = []
    for record in records:
        if record.values["indicator"] not in indicators:
            before = done[-1].values["indicator"] if done else min(indicators)
            values = {**record.values, "indicator": lacking.pop(0) if lacking else before}
            record = replace(record, faulty=record.faulty | {"indicator"}, values=values)
        done.append(record)
    return done


def _placed(records: Iterable[Record]) -> list[Record]:
    """The records but for those whose question or part of the analysis cannot be read: they belong nowhere."""
    return [record for record in records if not record.faulty & {"key", "code"}]


def _absent(records: Sequence[Record], sheet: Sheet, indicators: Mapping[int, str]) -> list[Record]:
    """A row for each indicator that has none."""
    given = {record.values["indicator"] for record in records}
    needed = [field.name for field in sheet.fields if field.required and field.name not in ("indicator", "name")]
    rows = []
    for number in indicators:
        if number in given:
            continue
        values = {field.name: EMPTY.get(field.value) for field in sheet.fields}
        named = {"indicator": number, **({"name": indicators[number]} if sheet is SCORES else {})}
        source = Source(sheet.name, 0, dict.fromkeys(needed, f"ตัวชี้วัดที่ {number}"))
        rows.append(Record({**values, **named}, frozenset(needed), source))
    return rows
