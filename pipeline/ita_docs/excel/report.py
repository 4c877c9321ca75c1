"""``report.xlsx``: what became of each workbook of a run, and every problem found, for handing the forms back."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import xlsxwriter

from ita_docs.excel.book import A4
from ita_docs.excel.fast import long_sheet
from ita_docs.excel.xlsx import LongSheet
from ita_docs.workbook.styles import FONT, SIZE, row_height
from officefiles.problems import Severity

_LAST_ROW = 1_048_575
_FILLED = 0.85
"""The share of a column that words without spaces fill at least."""
_FIXED_DATE = datetime(2000, 1, 1)  # so that the same run gives the same bytes
_CELL: dict[str, object] = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True}
_COLOURS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.NOTE: "#DDEBF7"}

OFFICES, PROBLEMS = "ไฟล์", "ปัญหาที่พบ"
SHEETS: Mapping[str, Sequence[tuple[str, int]]] = {
    OFFICES: (
        ("ไฟล์", 34), ("ผล", 30), *((one.thai, 13) for one in Severity), ("เอกสารที่สร้าง", 15),
        ("รายการของปีที่มีครบ", 20), ("โฟลเดอร์", 40),
    ),
    PROBLEMS: (
        ("ไฟล์", 30), ("ระดับ", 14), ("ชีต", 18), ("ช่อง", 8), ("เรื่อง", 60), ("ที่พบ", 40), ("วิธีแก้ไข", 60),
    ),
}  # fmt: skip
"""The headings and widths of the columns of each sheet."""


class Report:
    """The report in the making. Rows go to disk as they come, so that memory stays flat however many there are."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        kept: dict[str, object] = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
        kept |= {"default_format_properties": {"font_name": FONT, "font_size": SIZE}}
        self._book = xlsxwriter.Workbook(self._buffer, kept)
        self._book.set_properties({"title": "รายงานการสร้างเอกสาร ITA", "created": _FIXED_DATE})
        head = {**_CELL, "bold": True, "bg_color": "#D9E1F2", "border": 1}
        self._head = self._book.add_format(head)
        self._cell = self._book.add_format(_CELL)
        self._sheets = {name: self._sheet(name, columns) for name, columns in SHEETS.items()}
        self._rows = dict.fromkeys(SHEETS, 0)

    def add(self, name: str, *cells: str | int) -> None:
        """A row of the sheet of that name, under its headings. Rows past the last of an xlsx sheet are left out."""
        if self._rows[name] < _LAST_ROW:
            self._rows[name] += 1
            height = _height(zip(map(str, cells), SHEETS[name], strict=True))
            self._sheets[name].add(self._rows[name], cells, self._cell, height)

    def finished(self) -> bytes:
        """The xlsx file. No text in it is a formula or a link, whatever it begins with."""
        for name, columns in SHEETS.items():
            self._sheets[name].autofilter(0, 0, self._rows[name], len(columns) - 1)
        for severity, colour in _COLOURS.items():
            format = self._book.add_format({"bg_color": colour})
            rule = {"type": "cell", "criteria": "==", "value": f'"{severity.thai}"', "format": format}
            self._sheets[PROBLEMS].conditional_format(1, 1, max(self._rows[PROBLEMS], 1), 1, rule)
        self._book.close()
        return self._buffer.getvalue()

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]]) -> LongSheet:
        """A sheet with a frozen heading row that repeats in print."""
        sheet = long_sheet(self._book, name)
        for index, (_, width) in enumerate(columns):
            sheet.set_column(index, index, width)
        sheet.add(0, [heading for heading, _ in columns], self._head, _height((one[0], one) for one in columns))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        return sheet


def _height(cells: Iterable[tuple[str, tuple[str, int]]]) -> float:
    """Points that a row needs for its texts, each with its column; names of files leave lines unfilled."""
    return row_height([(text, width * _FILLED) for text, (_, width) in cells])
