"""Columns that an office added to the tables of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from ita_docs.model import OwnCell
from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.own.cells import own_cell, own_field
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.schema import EXAMPLE
from officefiles.problems import Kind, Problem, Severity

ROW_OWN_ONLY = Kind(
    "row-own-only",
    "แถวนี้มีข้อมูลเฉพาะในคอลัมน์ที่หน่วยงานเพิ่มเอง โปรแกรมจึงไม่อ่านแถวนี้",
    "ถ้าเป็นข้อมูลของแถวก่อน ให้ย้ายไปรวมในช่องของแถวนั้น ถ้าเป็นบันทึกของหน่วยงาน คงไว้ได้",
    "แถวหนึ่งของตารางกรอกเฉพาะคอลัมน์ที่หน่วยงานเพิ่มเอง ไม่ได้กรอกคอลัมน์ของแบบกรอกเลย",
    Severity.NOTE,
)
TWICE = "มีคอลัมน์ “{name}” ซ้ำกัน จึงไม่ทราบว่าจะใช้คอลัมน์ใด"


class OwnHeadings(Protocol):
    """Where the headings of a table's own columns stand."""

    @property
    def own(self) -> Mapping[str, int]:
        """The column of each heading, from 0."""

    @property
    def twice(self) -> frozenset[str]:
        """The headings of several columns."""


def read_own(
    grid: Grid, row: int, headings: OwnHeadings, fields: Mapping[str, Field]
) -> tuple[dict[str, OwnCell], list[Problem]]:
    """The cells of a row in the office's own columns, whose ``fields`` stand under their headings, and those that
    cannot be read."""
    cells, problems = dict[str, OwnCell](), list[Problem]()
    for name, column in headings.own.items():
        if name in headings.twice:
            cells[name] = OwnCell(wrong=TWICE.format(name=name))
            continue
        cells[name], problem = own_cell(grid, row, column, fields[name])
        problems += [problem] if problem else []
    return cells, problems


def told_alone(grid: Grid, row: int, headings: OwnHeadings) -> Iterator[Problem]:
    """That a row has nothing but what stands in the office's own columns, where it has that."""
    filled = [column for column in headings.own.values() if grid.is_filled(row, column)]
    if filled and not is_example(grid, row):
        yield ROW_OWN_ONLY.at(grid.place(row, filled[0]))


def is_example(grid: Grid, row: int) -> bool:
    """True for a row that begins as an example, and for one without anything."""
    first = next((column for column in range(len(grid.rows[row])) if grid.is_filled(row, column)), None)
    return first is None or as_text(grid.own(row, first)).startswith(EXAMPLE)


def with_columns(sheet: Sheet, headings: Iterable[str]) -> Sheet:
    """The table with the office's own columns behind its own."""
    own = tuple(own_field(heading) for heading in headings)
    return replace(sheet, fields=(*sheet.fields, *own)) if own else sheet
