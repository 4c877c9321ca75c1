"""What stands in for cells that could not be read, so that the rest of the workbook can still be checked.

A workbook with unreadable cells gives two submissions: one where stand-ins fill those cells, one where their rows
are left out. What a check finds in both does not hang on the unreadable cells; what it finds in one only may be a
mere echo of a problem already told.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ita_docs import thai
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.records import Record
from ita_docs.workbook.schema import GENERAL, TABLES
from ita_docs.workbook.tables import DUTIES, SEATS, SECTIONS
from ita_docs.workbook.values import EMPTY
from officefiles.problems import Problem

_STAND_IN: Mapping[Value, object] = {
    Value.TEXT: "ก",
    Value.LINES: "ก",
    Value.OBSTACLE: "ก",
    Value.ITEMS: ("ก",),
    Value.SCORE: Decimal(100),
    Value.DATE: datetime.date(2000, 1, 3),
    Value.QUESTION: "i1",
    Value.PART: "intro",
}
_ANY_ROLE = "ประธานกรรมการและเลขานุการ"

Tables = Mapping[str, Sequence[Record]]


def common(findings: Sequence[Sequence[Problem]]) -> tuple[Problem, ...]:
    """The problems found in every reading, in the order of the first."""
    first, *others = findings
    return tuple(problem for problem in first if all(problem in other for other in others))


def filled(tables: Tables) -> dict[str, Sequence[Record]]:
    """``tables`` with a stand-in in each unreadable cell."""
    return {table.key: _filled(tables[table.key], table) for table in TABLES}


def sound(tables: Tables) -> dict[str, Sequence[Record]]:
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


def _filled(records: Sequence[Record], sheet: Sheet) -> list[Record]:
    """A number goes on from the row before; a row whose number is 1 begins the committee of the row after."""
    done: list[Record] = []
    for record, after in zip(records, (*records[1:], None), strict=False):
        before = done[-1].values if done else {}
        begins = not before or record.values.get("number") == 1
        neighbour = after.values if begins and after else before
        stand_ins = {name: _stand_in(sheet.field(name), before, neighbour) for name in record.faulty}
        done.append(replace(record, values={**record.values, **stand_ins}))
    return done


def _stand_in(field: Field, before: Mapping[str, Any], neighbour: Mapping[str, Any]) -> object:
    if field.value is Value.COUNT:
        return (before.get(field.name) or 0) + 1
    if not field.required:
        return EMPTY.get(field.value)
    if field.name == "role":
        return _ANY_ROLE
    if field.name == "committee":
        return neighbour.get(field.name) or _STAND_IN[field.value]
    return _STAND_IN[field.value]


def general_readings(record: Record) -> tuple[Record, ...]:
    """The general record, in two ways where cells of it could not be read; none where its year cannot be told."""
    if not record.faulty:
        return (record,)
    year = _fiscal_year(record)
    return tuple(_general(record, year, late) for late in (False, True)) if year else ()


def _fiscal_year(record: Record) -> int:
    """The fiscal year, from the order's date where its own cell could not be read; 0 where neither could."""
    if "fiscal_year" not in record.faulty:
        return int(record.values["fiscal_year"])
    return 0 if "date" in record.faulty else thai.fiscal_year(record.values["date"])


def _general(record: Record, year: int, late: bool) -> Record:
    """The record with stand-ins: a date at the beginning or the end of the fiscal year, texts that differ."""
    day = datetime.date(year - thai.ERA, 9, 30) if late else datetime.date(year - thai.ERA - 1, 10, 1)
    date = day if "date" in record.faulty else record.values["date"]
    stand_ins: dict[str, object] = {}
    for name in record.faulty:
        field = GENERAL.field(name)
        if not field.required:
            stand_ins[name] = EMPTY.get(field.value)
        else:
            special = {"fiscal_year": year, "date": date, "number": (1, thai.be_year(date))}
            stand_ins[name] = special.get(name, "ข" if late else "ก")
    return replace(record, values={**record.values, **stand_ins})
