"""Workbooks whose cells come by rows, by the calls that xlsxwriter documents; ``fast`` makes the same in less time.

Looks of cells go by numbers, in the order in which the styles of the finished file have them, 0 for none. The styles
themselves are not made here: whoever knows the formats puts that part into the file.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from officefiles import archive

_DAY_ZERO = datetime.date(1899, 12, 30)
"""The day from which spreadsheets count, for any date from March 1900 on."""

_LONGEST = 32_767
"""UTF-16 units that a cell may hold."""

_SHEETS = "xl/worksheets/"
_STYLE = re.compile(rb'(<c r="[A-Z]+[0-9]+" s=")([0-9]+)"')


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula and the value that it gives, written with it for readers that do not calculate."""

    text: str
    value: Decimal | int | str

    @property
    def given(self) -> float | str:
        """The value as it is written."""
        return float(self.value) if isinstance(self.value, Decimal) else self.value


CellValue = str | Decimal | int | datetime.date | Formula | None


class File(Workbook):  # type: ignore[misc]
    """A workbook that hands its parts over. Rows of cells are in the sheets that ``sheet`` makes."""

    def __init__(self, **options: Any) -> None:
        self.made = io.BytesIO()
        super().__init__(self.made, {"in_memory": True, **options})
        self.added: list[tuple[OutputSheet, int, Sequence[CellValue], Sequence[int]]] = []

    def sheet(self, name: str) -> OutputSheet:
        """A new sheet for ``add``."""
        sheet: OutputSheet = self.add_worksheet(name, OutputSheet)
        sheet.added = self.added
        return sheet

    def parts(self) -> dict[str, bytes]:
        """Close it; its parts by name, in their order."""
        in_order = sorted(self.added, key=lambda one: (self.worksheets().index(one[0]), one[1]))
        styles = [style for style in dict.fromkeys(style for *_, styles in in_order for style in styles) if style]
        formats = {style: self.add_format({"indent": style % 250, "rotation": style // 250}) for style in styles}
        for sheet, row, values, numbers in self.added:
            write_row(sheet, row, values, [formats.get(number) for number in numbers])
        self.close()
        parts = archive.read(self.made.getvalue())
        return {name: _renumbered(part, styles) if name.startswith(_SHEETS) else part for name, part in parts.items()}


def _renumbered(part: bytes, styles: Sequence[int]) -> bytes:
    """A sheet whose cells name the first of ``styles`` as 1 and so on, as xlsxwriter numbers formats when cells first
    use them, with the numbers that were given."""
    return _STYLE.sub(lambda found: b'%b%d"' % (found[1], styles[int(found[2]) - 1]), part)


class OutputSheet(Worksheet):  # type: ignore[misc]
    """A sheet all of whose cells come by ``add``."""

    added: list[tuple[OutputSheet, int, Sequence[CellValue], Sequence[int]]]

    def add(self, row: int, values: Sequence[CellValue], styles: Sequence[int], height: float | None = None) -> None:
        """A row of cells from the first column on, the number of its look for each; ``height`` in points,
        to be written as whole pixels."""
        if len(values) != len(styles):
            raise ValueError("the values or the looks are shorter")
        self.added.append((self, row, values, styles))
        if height is not None:
            self.set_row(row, pixels(height))


class LongSheet(Worksheet):  # type: ignore[misc]
    """A sheet of a workbook with constant memory, whose rows go to disk as ``add`` brings them."""

    def add(self, row: int, values: Sequence[CellValue], style: Format, height: float) -> None:  # noqa: ARG002
        """A row of cells, below those before it, all in one look. ``height`` in points is a proposal: where the
        font is wider programs make the row higher, and with these calls, that would fix it, they work it out alone."""
        write_row(self, row, values, [style] * len(values))


def write_row(sheet: Worksheet, row: int, values: Sequence[CellValue], styles: Sequence[Format | None]) -> None:
    """A row of cells from the first column on. No text becomes a formula, a link or markup."""
    for column, (value, style) in enumerate(zip(values, styles, strict=True)):
        if value is None:
            sheet.write_blank(row, column, None, style)
        elif isinstance(value, Formula):
            sheet.write_formula(row, column, value.text, style, value.given)
        elif not isinstance(value, str):
            sheet.write_number(row, column, number(value), style)
        elif value.startswith("<r>") and value.endswith("</r>"):  # xlsxwriter takes such a text for markup
            sheet.write_rich_string(row, column, value[0], style or Format(), fitting(value)[1:], style or Format())
        else:
            sheet.write_string(row, column, fitting(value), style)


def pixels(height: float) -> float:
    """``height`` in points, as that of a whole number of pixels."""
    return int(height * 4 / 3 + 0.5) * 0.75


def fitting(text: str) -> str:
    """As much of a text as a cell may hold."""
    if len(text) <= _LONGEST // 2:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def number(value: Decimal | int | datetime.date) -> float:
    """The number that a cell holds: a date is counted in days."""
    return (value - _DAY_ZERO).days if isinstance(value, datetime.date) else float(value)
