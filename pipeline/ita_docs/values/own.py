"""What an office added to its workbook, as its own templates find it: under the names that the office gave."""

from __future__ import annotations

import datetime
from decimal import Decimal

from ita_docs.model import OWN, FormRecord, OwnCell, OwnRow, Submission
from ita_docs.origin import CellAmount, CellText, SourceCell, UnreadCell
from ita_docs.thai import parse_date, parse_number
from ita_docs.workbook.field import Sheet
from ita_docs.workbook.own.sheet import VALUES
from wordfill.named import Named


def more(record: FormRecord, sheet: Sheet) -> Named:
    """What a row of ``sheet`` has in the office's own columns, by their headings."""
    return _named(record, sheet.name)


def own_data(submission: Submission) -> dict[str, object]:
    """The office's single values, and the rows of each of its own sheets."""
    own = submission.own
    tables = {table.name: [_named(row, table.name) for row in table.rows] for table in own.tables}
    return {"more": _named(own.values, VALUES.name), "sheets": Named(tables)}


def _named(record: FormRecord | OwnRow, about: str) -> Named:
    cells = {name: _value(cell, (record.source, OWN + name)) for name, cell in record.more.items()}
    return Named(cells, about)


def _value(cell: OwnCell, at: SourceCell) -> object:
    if cell.wrong:
        return UnreadCell(cell.wrong, at)
    amount = None if cell.value is None else _amount(cell)
    if amount is None:
        return CellText.of(cell.text, at)
    value = CellAmount.of(cell.text, at)
    value.amount = amount
    return value


def _amount(cell: OwnCell) -> Decimal | datetime.date | None:
    """The number or the day that a cell shows as such, without other words; 0.875 where it shows 87.5%."""
    if isinstance(cell.value, datetime.date):
        return parse_date(cell.text)
    shown = cell.text.rstrip()
    number = parse_number(shown.removesuffix("%"))
    return number / 100 if number is not None and shown.endswith("%") else number
