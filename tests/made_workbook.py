"""The invented office's workbook as plain lists, to change a cell in and save: headings in row 1, data from row 2.

The cells stand where ``made.submission()`` says that its records come from.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook as OpenedWorkbook
from xlsxwriter import Workbook

import made
from ita_docs.model import Submission
from ita_docs.workbook.form import form_of
from ita_docs.workbook.schema import GENERAL, schema

Sheets = dict[str, list[list[Any]]]

FORM = schema(2566)


@dataclass(frozen=True)
class Formula:
    """A formula and the result that was calculated last."""

    text: str
    result: object


@dataclass(frozen=True)
class Merged:
    """A cell merged with the ``below`` cells under it."""

    value: object
    below: int


@dataclass(frozen=True)
class Formatted:
    """A value in a cell with a format, as xlsxwriter names it: ``{"num_format": "0.00%"}``."""

    value: object
    format: dict[str, object]


@lru_cache(16)
def opened(data: bytes, values: bool = False) -> OpenedWorkbook:
    """A workbook to look into and leave as it is: its formulas, or the ``values`` that they gave last."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def sheets(submission: Submission | None = None) -> Sheets:
    """Every sheet of the faultless workbook, or of that of ``submission``, as rows of cells."""
    form = form_of(submission or made.submission(), FORM)
    general = [[_heading(name), form.general.get(name, "")] for name in made.GENERAL]
    found: Sheets = {GENERAL.name: [["หัวข้อ", "ค่า"], *general]}
    for table in FORM.tables:
        rows = [[row.get(field.name, "") for field in table.fields] for row in form.rows[table.key]]
        found[table.name] = [[field.heading for field in table.fields], *rows]
    return found


def _heading(name: str) -> str:
    """The heading of a line; none where the form of the year has no such line."""
    return next((field.heading for field in FORM.general.fields if field.name == name), "")


def put(book: Sheets, sheet: str, cell: str, value: object) -> None:
    """Write ``value`` into a cell, as Excel names it."""
    match = re.fullmatch(r"([A-Z])(\d+)", cell)
    assert match
    row, column = int(match[2]) - 1, ord(match[1]) - ord("A")
    rows = book[sheet]
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend([""] * (column + 1 - len(rows[row])))
    rows[row][column] = value


def save(book: Sheets, folder: Path, name: str = "don_sai_2566.xlsx") -> Path:
    """Save the sheets as a workbook, the same bytes whenever it is done."""
    path = folder / name
    with Workbook(str(path), {"in_memory": True, "strings_to_formulas": False}) as target:
        target.set_properties({"created": datetime.datetime(2000, 1, 1)})
        date = target.add_format({"num_format": "d mmmm yyyy"})
        for title, rows in book.items():
            sheet = target.add_worksheet(title)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    look = target.add_format(cell.format) if isinstance(cell, Formatted) else None
                    value = cell.value if isinstance(cell, Formatted) else cell
                    if isinstance(value, Merged):
                        sheet.merge_range(row, column, row + value.below, column, value.value)
                    elif isinstance(value, Formula):
                        sheet.write_formula(row, column, value.text, look, value.result)
                    elif isinstance(value, datetime.date):
                        sheet.write_datetime(row, column, value, look or date)
                    elif isinstance(value, bool):
                        sheet.write_boolean(row, column, value, look)
                    elif isinstance(value, int | float | Decimal):
                        sheet.write_number(row, column, value, look)
                    elif value != "":
                        sheet.write_string(row, column, value, look)
    return path
