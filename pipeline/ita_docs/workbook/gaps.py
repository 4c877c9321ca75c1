"""A half-filled workbook read for review: a stand-in in each cell that is empty or cannot be read.

A text that is missing is stood in for by a sign, a character that no keyboard types, which finds its own way into
every sentence made of that text. For numbers and dates nothing can stand in unseen: two readings that differ in them
show what hangs on them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import repeat

from ita_docs import thai
from ita_docs.model import Source, Submission
from ita_docs.workbook.assemble import submission
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.reader import Rows
from ita_docs.workbook.records import Record
from ita_docs.workbook.schema import GENERAL, TABLES
from ita_docs.workbook.tables import MEASURES, RESULTS, SCORES
from ita_docs.workbook.values import EMPTY
from officefiles.problems import Place

FIRST_SIGN = 0xF0000
"""The first character of Unicode's plane for private use."""

_TEXTS = (Value.TEXT, Value.LINES, Value.OBSTACLE, Value.ITEMS)
_OF_INDICATORS = (SCORES.key, MEASURES.key, RESULTS.key)


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that must be filled or mended, under ``heading`` in the form. ``sign`` stands for it; ``carried`` where it
    is in all texts made of the cell, and not only in place of the value itself."""

    sign: str
    place: Place
    heading: str
    carried: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook with its gaps stood in for, in two readings: what differs between them hangs on a gap."""

    low: Submission
    high: Submission
    gaps: tuple[Gap, ...]


class _Signs:
    """Gives each place its sign, the same each time."""

    def __init__(self) -> None:
        self.gaps: dict[Place, Gap] = {}

    def of(self, place: Place, field: Field) -> str:
        sign = chr(FIRST_SIGN + len(self.gaps))
        return self.gaps.setdefault(place, Gap(sign, place, field.heading, field.value in _TEXTS)).sign


def fiscal_year(rows: Rows) -> int:
    """The fiscal year that was typed, or that of the order's date; 0 where neither can be read."""
    values = rows.general.values if rows.general else {}
    day = values.get("date")
    return values.get("fiscal_year") or (thai.fiscal_year(day) if day else 0)


def draft(rows: Rows, years: tuple[int, int], indicators: Mapping[int, str]) -> Draft:
    """The draft of a workbook. ``years`` are the fiscal years of the two readings, different only where none is
    typed; ``indicators`` are the numbers and names of those that need a score and a measure."""
    signs = _Signs()
    general = rows.general or _nothing()
    if general.values["fiscal_year"] not in years:
        general = replace(general, faulty=general.faulty | {"fiscal_year"})
    tables = {table.key: _known(rows.tables[table.key] or (), table, indicators) for table in TABLES}
    for table in (SCORES, MEASURES):
        tables[table.key] += _absent(tables[table.key], table, indicators)

    def reading(year: int, *, high: bool) -> Submission:
        numbers = _numbers(year, high=high)
        (first,) = _filled([general], GENERAL, signs, numbers)
        done = {table.key: _filled(tables[table.key], table, signs, numbers) for table in TABLES}
        return submission(rows.name, first, {key: _placed(one) for key, one in done.items()}, rows.pictures)

    low, high = reading(years[0], high=False), reading(years[1], high=True)
    return Draft(low, high, tuple(signs.gaps.values()))


def _nothing() -> Record:
    """The general sheet of a workbook that has none."""
    values = {field.name: EMPTY.get(field.value) for field in GENERAL.fields}
    return Record(values, frozenset(field.name for field in GENERAL.fields if field.required), Source(GENERAL.name))


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


def _numbers(year: int, *, high: bool) -> dict[Value, object]:
    """What stands in for numbers and dates in one of the two readings."""
    day = datetime.date(year - thai.ERA, 9, 30) if high else datetime.date(year - thai.ERA - 1, 10, 1)
    return {
        Value.SCORE: Decimal(100 if high else 0),
        Value.DATE: day,
        Value.YEAR: year,
        Value.ORDER_NUMBER: (2 if high else 1, thai.be_year(day)),
    }


def _filled(
    records: Sequence[Record], sheet: Sheet, signs: _Signs, numbers: Mapping[Value, object]
) -> Iterator[Record]:
    """The records with a stand-in in each gap. A count goes on from the row before; so does a committee, but for its
    first seat, which is of the row after."""
    before: Mapping[str, object] = {}
    for record, after in zip(map(_with_places, records, repeat(sheet)), (*records[1:], None), strict=False):
        values = dict(record.values)
        for field in (one for one in sheet.fields if one.name in record.faulty):
            name, sign = field.name, signs.of(record.source.at(field.name), field)
            if name == "committee":
                neighbour = after.values if after and values.get("number") == 1 else before
                values[name] = neighbour.get(name) or sign
            elif field.value in _TEXTS:
                values[name] = (sign,) if field.value is Value.ITEMS else sign
            elif field.value is Value.COUNT:
                values[name] = values[name] or _count(before.get(name)) + 1
            else:
                values[name] = numbers.get(field.value) if field.required else EMPTY.get(field.value)
        yield replace(record, values=values)
        before = values


def _with_places(record: Record, sheet: Sheet) -> Record:
    """The record, each gap of which has a place: its heading where the sheet has lost its cell."""
    row = " แถวที่ " if record.source.row else ""
    lost = (name for name in record.faulty if name not in record.source.columns)
    headings = {name: f"หัวข้อ “{sheet.field(name).heading}”{row}" for name in lost}
    return replace(record, source=replace(record.source, columns={**record.source.columns, **headings}))


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
