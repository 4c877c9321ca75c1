"""``report.xlsx``: what became of each workbook of a run, and every problem found, for handing the forms back."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from pipeline.problems import Severity

Row = Sequence[object]

_FIXED_DATE = datetime(2000, 1, 1)  # so that the same run gives the same bytes
_CELL: dict[str, object] = {"font_name": "TH SarabunPSK", "font_size": 16, "valign": "top", "text_wrap": True}
_COLOURS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.NOTE: "#DDEBF7"}

OFFICES = (("แฟ้ม", 34), ("ผล", 30), *((s.thai, 13) for s in Severity), ("เอกสารที่สร้าง", 15), ("โฟลเดอร์", 40))
PROBLEMS = (
    ("แฟ้ม", 30),
    ("ระดับ", 14),
    ("ชีต", 18),
    ("ช่อง", 8),
    ("เรื่อง", 60),
    ("ที่พบ", 40),
    ("วิธีแก้ไข", 60),
)


def build(offices: Iterable[Row], problems: Iterable[Row]) -> bytes:
    """The report as an xlsx file: a sheet of rows under ``OFFICES`` and one of rows under ``PROBLEMS``.

    No text becomes a formula or a link, whatever it begins with.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    book.set_properties({"title": "รายงานการสร้างเอกสาร ITA", "created": _FIXED_DATE})
    _sheet(book, "แฟ้ม", OFFICES, offices)
    sheet, last = _sheet(book, "ปัญหาที่พบ", PROBLEMS, problems)
    for severity, colour in _COLOURS.items():
        look = book.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{severity.thai}"', "format": look}
        sheet.conditional_format(1, 1, max(last, 1), 1, rule)
    book.close()
    return buffer.getvalue()


def _sheet(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Row]
) -> tuple[Worksheet, int]:
    """A sheet with a frozen, filtered, repeated heading row; and the number of its last row."""
    cell = book.add_format(_CELL)
    head = book.add_format({**_CELL, "bold": True, "bg_color": "#D9E1F2", "border": 1})
    sheet = book.add_worksheet(name)
    for index, (heading, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, heading, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for index, value in enumerate(row):
            sheet.write(last, index, value, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return sheet, last
