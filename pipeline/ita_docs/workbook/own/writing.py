"""What an office added, written into a new workbook: values as they were, to be looked at."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ita_docs.model import OwnCell, OwnTable
from ita_docs.workbook.field import Sheet
from ita_docs.workbook.form import Form
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.styles import row_height, shown_by

_REFUSED = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
"""The most characters of a sheet's name (Excel specifications and limits)."""
_FIRST_DAY = datetime.datetime(1900, 3, 1)
"""From here on Excel's days are those of the calendar."""
_NARROWEST, _WIDEST = 12.0, 60.0
_LOOK = "ยกมาจากปีก่อน โปรดตรวจทาน"
_COMMENT = {"author": "ita-docs", "font_size": 14}


class OwnLooks:
    """The formats of cells that show numbers and dates as the office has them, each made once for a ``book``."""

    def __init__(self, book: Workbook, looks: dict[str, Format]) -> None:
        self._book, self.looks = book, looks
        self._names = {id(look): name for name, look in looks.items()}
        self._made: dict[tuple[str, str], Format] = {}

    def write(self, sheet: Worksheet, row: int, column: int, cell: OwnCell, look: Format) -> None:
        """Write a cell in the ``look``, one of a workbook's own; a number stays a number, and a date a date."""
        value = cell.value
        if isinstance(value, datetime.date) and datetime.datetime.combine(value, datetime.time()) < _FIRST_DAY:
            value = None
        if value is None:
            sheet.write_string(row, column, cell.text, look)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._shown_by(look, cell.format))
        else:
            sheet.write_datetime(row, column, value, self._shown_by(look, cell.format))

    def _shown_by(self, look: Format, code: str) -> Format:
        key = self._names[id(look)], code
        if key not in self._made:
            self._made[key] = shown_by(self._book, *key)
        return self._made[key]


def offers(form: Form) -> tuple[Sheet, ...]:
    """The sheet of single values, where the office has some: few offices do, so no blank form has it."""
    return (VALUES,) if form.own.values.more else ()


def own_sheets(form: Form, taken: Iterable[str]) -> dict[str, OwnTable]:
    """The office's tables by the names of their sheets; none of these is ``taken``, or refused by Excel."""
    used, found = {name.casefold() for name in taken}, dict[str, OwnTable]()
    for table in form.own.tables:
        wanted = _REFUSED.sub(" ", table.name).strip("'")[:_LONGEST_NAME] or "-"
        names = (wanted, *(f"{wanted[: _LONGEST_NAME - 5]} ({n})" for n in range(2, 999)))
        name = next(one for one in names if one.casefold() not in used)
        used.add(name.casefold())
        found[name] = table
    return found


def write_own(sheet: Worksheet, table: OwnTable, looks: OwnLooks) -> None:
    """Fill the sheet of a table: its headings in the first row, its cells coloured for review."""
    widths = [_width(table, heading) for heading in table.headings]
    for column, (heading, width) in enumerate(zip(table.headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, looks.looks["optional"])
    sheet.write_comment(0, 0, _LOOK, _COMMENT)
    for row, own in enumerate(table.rows, start=1):
        cells = [own.more.get(heading, OwnCell()) for heading in table.headings]
        for column, cell in enumerate(cells):
            looks.write(sheet, row, column, cell, looks.looks["review"])
        sheet.set_row(row, row_height([(cell.text, width) for cell, width in zip(cells, widths, strict=True)]))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _width(table: OwnTable, heading: str) -> float:
    """Characters that a column takes to show most of its texts on one line."""
    texts = [heading, *(row.more[heading].text for row in table.rows if heading in row.more)]
    longest = max(len(line) for text in texts for line in text.split("\n"))
    return min(max(longest + 3.0, _NARROWEST), _WIDEST)
