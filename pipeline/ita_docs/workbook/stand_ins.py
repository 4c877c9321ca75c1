"""What stands in for cells that are empty or cannot be read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_docs import thai
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.records import Record
from ita_docs.workbook.values import EMPTY

_TEXTS = (Value.TEXT, Value.LINES, Value.OBSTACLE, Value.ITEMS)


@dataclass(frozen=True, slots=True)
class StandIns:
    """What stands in for cells in one of two readings. ``words`` are those for the text of a field in a record; empty
    where the text is taken for empty."""

    numbers: Mapping[Value, object]
    words: Callable[[Field, Record], str]

    @staticmethod
    def of(year: int, date: datetime.date | None, *, high: bool, words: Callable[[Field, Record], str]) -> StandIns:
        """Those of the low or the high reading in the fiscal ``year``; ``date`` is that of the order, where known."""
        day = datetime.date(year - thai.ERA, 9, 30) if high else datetime.date(year - thai.ERA - 1, 10, 1)
        numbers = {
            Value.SCORE: Decimal(100 if high else 0),
            Value.DATE: day,
            Value.YEAR: year,
            Value.ORDER_NUMBER: ("2" if high else "1", thai.be_year(date or day)),
            Value.QUESTION: "",
            Value.PART: "intro",
        }
        return StandIns(numbers, words)

    def in_record(self, record: Record, sheet: Sheet) -> Record:
        """``record`` with a stand-in in each of its gaps."""
        missing = {one.name: self._for(one, record) for one in sheet.fields if one.name in record.faulty}
        return replace(record, values={**record.values, **missing})

    def _for(self, field: Field, record: Record) -> object:
        if field.value in _TEXTS and (text := self.words(field, record)):
            return (text,) if field.value is Value.ITEMS else text
        return self.numbers.get(field.value) if field.required else EMPTY.get(field.value)


def filled(records: Sequence[Record], sheet: Sheet, stand_ins: StandIns) -> list[Record]:
    """The records with a stand-in in each gap. A count goes on from the row before; so does a committee, but for its
    first seat, which is of the row after."""
    counts = [field.name for field in sheet.fields if field.value is Value.COUNT]
    done: list[Record] = []
    for record, after in zip(records, (*records[1:], None), strict=False):
        before = done[-1].values if done else {}
        known = {name: record.values[name] or (before.get(name) or 0) + 1 for name in counts if name in record.faulty}
        if "committee" in record.faulty:
            begins = not before or record.values["number"] == 1
            neighbour = (after.values if begins and after else before).get("committee")
            known |= {"committee": neighbour} if neighbour else {}
        whole = stand_ins.in_record(record, sheet)
        done.append(replace(whole, values={**whole.values, **known}))
    return done
