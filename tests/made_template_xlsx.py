"""Excel templates made for tests, and what stands in the workbooks that they make."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from officefiles import archive
from wordfill.engine import CellReading, Template
from wordfill.numbers import NumberWriter

Cells = Mapping[str, object]
LIST = "รายชื่อ"


def excel_template(
    cells: Cells, add: Callable[[Any, Any], object] | None = None, sheet: str = LIST, **others: Cells
) -> bytes:
    """A workbook with these cells in a sheet, and in ``others``; a text that begins with ``=`` is a formula. ``add`` is
    called with xlsxwriter's workbook and first sheet."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        made = {name: book.add_worksheet(name) for name in (sheet, *others)}
        for name, own in {sheet: cells, **others}.items():
            for cell, value in own.items():
                look = None
                if isinstance(value, tuple):
                    value, look = value[0], book.add_format(value[1])
                made[name].write(cell, value, look)
        if add:
            add(book, made[sheet])
    return buffer.getvalue()


def day(text: str) -> date | None:
    """A date as tests write it: ``25/10/2022``."""
    found = text.split("/")
    return date(int(found[2]), int(found[1]), int(found[0])) if len(found) == 3 else None


def filled(
    folder: Path,
    template: bytes,
    values: Mapping[str, object],
    known: Mapping[str, str] | None = None,
    numbers: NumberWriter | None = None,
) -> bytes:
    """The workbook that ``template`` makes of ``values``; the same bytes both times."""
    path = folder / "list_template.xlsx"
    path.write_bytes(template)
    loaded = Template.load(path, cells=CellReading(known or {}, day))
    data = loaded.render(values, numbers=numbers).data()
    assert loaded.render(values, numbers=numbers).data() == data
    return data


def cells(workbook: bytes, sheet: str = LIST) -> dict[str, object]:
    """What stands in the cells of a sheet: texts, numbers, and formulas with their sign ``=``."""
    read = openpyxl.load_workbook(io.BytesIO(workbook), rich_text=True)[sheet]
    return {cell.coordinate: cell.value for row in read for cell in row if cell.value is not None}


def part(workbook: bytes, name: str) -> str:
    """One part of a workbook as text."""
    return archive.read(workbook)[name].decode("utf-8")
