"""A workbook as the page shows it: sheet by sheet, cells as Excel shows them, those with problems by their numbers."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from ita_docs.workbook.file import Upload
from ita_docs.workbook.grid import Grid, open_grids
from ita_docs.workbook.parsers import as_text
from officefiles.cells import column_name, position
from officefiles.problems import Problem, told

MOST_CELLS = 50_000
"""The cells of a workbook up to which it is shown as it looks, and above without colours and merged cells."""
_CELL, _MERGED = re.compile(rb"<(?:\w+:)?c[ >/]"), re.compile(rb"<(?:\w+:)?mergeCell ")
MOST_ROWS, MOST_COLUMNS = 300, 40
"""What is shown of a sheet; rows and columns with problems are shown wherever they stand, up to twice as many."""
_USUAL_WIDTH = 10.0
_WHITE = ("FFFFFF", "000000")


def of(data: bytes, problems: Sequence[Problem], file: str = "") -> list[dict[str, Any]]:
    """The sheets that people see, each with its columns and rows; nothing where the workbook cannot be read. ``file``
    is its name where it is another than the one in hand, as the places of its problems bear it.

    A cell is ``{name, text, fill, bold, span, problems, formula, over}``: ``problems`` are numbers of
    ``told(problems)``, counted from 1, ``fill`` an RGB colour, ``over`` is true where the text runs on over empty
    cells.
    """
    grids, _ = open_grids(Upload("", data))
    if not grids:
        return []
    looks = _looks(data)
    numbered = _numbered(problems, file)
    return [
        {"file": file}
        | _sheet(grid, looks.get(name), {cell: found for (sheet, cell), found in numbered.items() if sheet == name})
        for name, grid in grids.items()
        if (not grid.is_hidden or any(sheet == name for sheet, _ in numbered)) and (not looks or name in looks)
    ]


def _looks(data: bytes) -> dict[str, Worksheet]:
    """How the sheets look, by name; nothing of a workbook so large that it would take long to find out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = (archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/"))
        effort = sum(len(_CELL.findall(sheet)) + 20 * len(_MERGED.findall(sheet)) for sheet in sheets)
    if effort > MOST_CELLS:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that openpyxl leaves out are not shown
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    return {sheet.title: sheet for sheet in book.worksheets}


def head(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a sheet without its cells: its file and name, its number of problems, and the texts of faulty
    cells."""
    cells = (cell for row in sheet["rows"] for cell in row["cells"] if "problems" in cell)
    texts = {cell["name"]: cell["text"] for cell in cells}
    return {one: sheet[one] for one in ("file", "name", "problems")} | {"texts": texts}


def _numbered(problems: Sequence[Problem], file: str) -> dict[tuple[str, str], list[int]]:
    """The numbers of the problems of ``file`` as people are told them, by the sheet and cell at which each stands."""
    numbers = {(one.kind, one.place.sheet, one.message, one.found): n for n, one in enumerate(told(problems), start=1)}
    found: dict[tuple[str, str], list[int]] = {}
    for one in problems:
        number = numbers.get((one.kind, one.place.sheet, one.message, one.found))
        if number and one.place.cell and one.place.file == file:
            at = found.setdefault((one.place.sheet, one.place.cell), [])
            if number not in at:
                at.append(number)
    return found


def _sheet(grid: Grid, sheet: Worksheet | None, problems: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    places = [position(cell) for cell in problems]
    rows, columns = _extent(grid)
    rows = min(max([rows, *(row for _, row in places)]), 2 * MOST_ROWS)
    columns = min(max([columns, *(column for column, _ in places)]), 2 * MOST_COLUMNS)
    covered = _covered(sheet) if sheet else {}
    widths = [_width(sheet, column) for column in range(columns)]
    shown = [
        {"number": row + 1, "cells": list(_cells(grid, sheet, row, columns, covered, problems))}
        for row in range(rows)
        if row not in grid.hidden_rows or any(place[1] == row + 1 for place in places)
    ]
    return {
        "name": grid.name,
        "columns": [{"name": column_name(one), "width": width} for one, width in enumerate(widths)],
        "rows": shown,
        "problems": len({number for found in problems.values() for number in found}),
        "cut": _extent(grid)[0] > rows,
    }


def _extent(grid: Grid) -> tuple[int, int]:
    """How many rows and columns hold something, as far as they are shown."""
    rows = [row for row in range(len(grid.rows)) if any(cell != "" for cell in grid.rows[row])]
    columns = max((len(grid.rows[row]) for row in rows), default=1)
    return min(rows[-1] + 2 if rows else 1, MOST_ROWS), min(columns, MOST_COLUMNS)


def _covered(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int] | None]:
    """How far a merged cell goes over columns and rows, by its place from 0; ``None`` for the cells that it covers."""
    found: dict[tuple[int, int], tuple[int, int] | None] = {}
    for area in sheet.merged_cells.ranges:
        if (area.max_row - area.min_row) * (area.max_col - area.min_col) < MOST_ROWS * MOST_COLUMNS:
            found.update(dict.fromkeys(_places(area.bounds)))
            span = area.max_col - area.min_col + 1, area.max_row - area.min_row + 1
            found[area.min_row - 1, area.min_col - 1] = span
    return found


def _places(bounds: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    return ((row - 1, column - 1) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _cells(
    grid: Grid,
    sheet: Worksheet | None,
    row: int,
    columns: int,
    covered: Mapping[tuple[int, int], tuple[int, int] | None],
    problems: Mapping[str, Sequence[int]],
) -> Iterator[dict[str, Any]]:
    for column in range(columns):
        if (row, column) in covered and covered[row, column] is None:
            continue
        name = f"{column_name(column)}{row + 1}"
        cell = sheet.cell(row + 1, column + 1) if sheet else None
        own: dict[str, Any] = {"name": name, "text": _text(grid, row, column)}
        if span := covered.get((row, column)):
            own["span"] = list(span)
        if name in problems:
            own["problems"] = list(problems[name])
        if isinstance(cell, Cell):
            own |= _look(cell)
        if own["text"] and cell and not (grid.is_filled(row, column + 1) or cell.alignment.wrap_text or span):
            own["over"] = True
        yield own


def _look(cell: Cell) -> dict[str, Any]:
    """How a cell looks, as far as it is not plain."""
    look: dict[str, Any] = {}
    fill = cell.fill
    if fill is not None and fill.fill_type == "solid" and isinstance(colour := fill.fgColor.rgb, str):
        look |= {"fill": colour[-6:]} if colour[-6:] not in _WHITE else {}
    if cell.font is not None and cell.font.b:
        look["bold"] = True
    if cell.data_type == "f":
        look["formula"] = True
    return look


def _text(grid: Grid, row: int, column: int) -> str:
    if fault := grid.faults.get((row, column)):
        return fault
    raw, format = grid.own(row, column), grid.formats.get((row, column))
    if format is not None and raw != "":
        shown = format.show_text(raw) if isinstance(raw, str) else format.show(raw)
        if shown is not None:
            return shown
    return raw if isinstance(raw, str) else as_text(raw)


def _width(sheet: Worksheet | None, column: int) -> float:
    """The width of a column in letters, as far as a page shows it."""
    if sheet is None:
        return _USUAL_WIDTH
    letter = column_name(column)
    stated = sheet.column_dimensions[letter].width if letter in sheet.column_dimensions else _USUAL_WIDTH
    return round(min(max(float(stated or _USUAL_WIDTH), 4.0), 60.0), 1)
