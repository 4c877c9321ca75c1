"""A workbook as grids of raw cells, each at its position, with what only the XML tells: errors, empty formulas,
how numbers show, and what is hidden or struck through.

calamine reads the values (1.5 ms for the sample; pandas with calamine 6, openpyxl 42), but gives "" alike for an
empty cell, an error and a formula that no program has calculated; those two are found in the sheets' own XML, and
openpyxl says what the formula is.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from ita_docs.workbook.file import NOT_WORKBOOK, Workbook, load
from ita_docs.workbook.formats import Formats, TextEffect, read_formats
from ita_docs.workbook.number_format import NumberFormat
from ita_docs.workbook.remarks import remarks
from ita_docs.workbook.serial_dates import FROM_1900, Moment, epoch_of, moment
from ita_docs.workbook.sheet_xml import (
    cells,
    corner,
    formatted,
    hidden,
    is_usual,
    may_have_faults,
    mended,
    of_today,
)
from officefiles.cells import column_name
from officefiles.lazy import lazy_import
from officefiles.opc import Package, R
from officefiles.problems import Kind, Place, Problem

if TYPE_CHECKING:
    import openpyxl
else:
    openpyxl = lazy_import("openpyxl")
Raw = int | float | str | bool | Moment

FAR_CELLS = Kind(
    "sheet-too-large",
    "ชีต {sheet} มีข้อมูลไกลถึงช่อง {found} เกินกว่าที่โปรแกรมจะอ่าน",
    "ลบแถวและคอลัมน์ที่ไม่ใช้ทางด้านขวาและด้านล่างของตาราง แล้วบันทึกใหม่",
    "มีข้อมูลตกค้างอยู่ในช่องที่ไกลจากตารางมาก",
)

_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
MAX_CELLS = 1_000_000
"""Cells in the rectangle that a sheet's data span; more is a stray cell far away, not data."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet. ``merged`` maps a cell that a merged one covers downwards to the cell that shows;
    ``faults`` maps a cell to its error code (``#N/A``) or to the formula (``=B2*2``) that no program has calculated.
    ``formats`` are those of the numbers and dates that show in a form of their own. ``struck`` and ``raised`` are the
    cells whose text, or a part of it, is struck through or set above or below the line, ``unseen`` those of whose text
    a part cannot be seen, for its colour or size or since a merged cell lies over it, ``pasted`` those at which a
    picture lies, ``boxes`` those at which a text box does, ``today`` those whose formula asks what day it is;
    ``remarks`` is what people wrote in comments. Days count from ``epoch``, rows and columns from 0."""

    name: str
    rows: list[list[Raw]] = field(repr=False)
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[tuple[int, int], NumberFormat] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    raised: frozenset[tuple[int, int]] = frozenset()
    unseen: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    pasted: tuple[tuple[int, int], ...] = ()
    boxes: tuple[tuple[int, int], ...] = ()
    today: frozenset[tuple[int, int]] = frozenset()
    remarks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    epoch: datetime.datetime = FROM_1900

    def own(self, row: int, column: int) -> Raw:
        """What stands in the cell itself; "" where there is nothing."""
        try:
            return self.rows[row][column]
        except IndexError:
            return ""

    def home(self, row: int, column: int) -> tuple[int, int]:
        """The cell that shows here: the first of a merged column, else the cell itself."""
        at = row, column
        return self.merged.get(at, at)

    def is_filled(self, row: int, column: int) -> bool:
        """True where the cell itself holds something, be it an error."""
        own = self.own(row, column)
        return (row, column) in self.faults or not (own == "" or (isinstance(own, str) and own.isspace()))

    @property
    def has_content(self) -> bool:
        """True where any cell holds something."""
        return any(
            self.is_filled(row, column) for row in range(len(self.rows)) for column in range(len(self.rows[row]))
        )

    def place(self, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(self.name, f"{column_name(column)}{row + 1}")


def open_grids(workbook: Workbook) -> tuple[dict[str, Grid], tuple[Problem, ...]]:
    """Every worksheet of a file by its name, or why it cannot be read. Nothing that is done to the file raises."""
    package, problem = load(workbook)
    if problem:
        return {}, (problem,)
    try:
        return read_grids(package)
    except ValueError:
        return {}, (NOT_WORKBOOK.at(Place(), workbook.name),)


def read_grids(workbook: Package) -> tuple[dict[str, Grid], tuple[Problem, ...]]:
    """Every worksheet by its name, in the workbook's order, and the sheets too large to be read.

    Raises ``ValueError`` where the package is not a workbook.
    """
    try:
        parts = {name: mended(workbook.parts[part].data) for name, part in sheet_parts(workbook).items()}
        styles, strings = (part.data if part else b"" for part in map(workbook.of_main, ("styles", "sharedStrings")))
        formats = read_formats(styles, strings)
        far = {name: cell for name, xml in parts.items() if (cell := _far_cell(xml))}
        if far:
            return {}, tuple(FAR_CELLS.at(Place(name), cell, sheet=name) for name, cell in far.items())
        faults = {name: dict(_faults(xml)) for name, xml in parts.items()}
        book = CalamineWorkbook.from_filelike(io.BytesIO(_for_calamine(workbook, parts, formats, faults).data()))
        if any("" in found.values() for found in faults.values()):
            _add_formulas(faults, workbook.data())
        epoch = epoch_of(workbook)
        grids = {name: _grid(book, name, xml, formats, faults[name], epoch) for name, xml in parts.items()}
        for name in _hidden_sheets(workbook) & grids.keys():
            grids[name] = replace(grids[name], is_hidden=True)
        for name, part in sheet_parts(workbook).items():
            if b"<drawing" in parts[name] or b":drawing" in parts[name]:
                pasted, boxes = (tuple(drawn_at(workbook, part, inside)) for inside in ("pic", "t"))
                grids[name] = replace(grids[name], pasted=pasted, boxes=boxes)
            if found := remarks(workbook, part):
                grids[name] = replace(grids[name], remarks=found)
        return grids, ()
    except (CalamineError, KeyError, ElementTree.ParseError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error


def _for_calamine(
    workbook: Package,
    parts: Mapping[str, bytes],
    formats: Formats,
    faults: Mapping[str, Mapping[tuple[int, int], str]],
) -> Package:
    """The workbook with its mended ``parts``, and without what calamine stops at: days that no calendar has (it gets
    numbers and no formats where there are dates), and errors such as ``#SPILL!`` and the ``#ERROR!`` of Google Sheets,
    which are put as one that it knows; what stood there are the ``faults``."""
    given = workbook.copy()
    for name, part in sheet_parts(workbook).items():
        xml = parts[name]
        if strange := {code for code in faults[name].values() if code and code[0] != "=" and code not in _ERRORS}:
            codes = b"|".join(re.escape(code.encode()) for code in strange)
            xml = re.sub(rb">(?:%b)</" % codes, b">#N/A</", xml)
        if xml != workbook.parts[part].data:
            given.put(part, xml)
    if any(format.is_date for format in formats.numbers.values()):
        given.put(workbook.related(workbook.main, "styles"), b"<styleSheet/>")
    return given


def _hidden_sheets(workbook: Package) -> set[str]:
    """The names of the sheets whose tabs are not shown."""
    sheets = workbook.parts[workbook.main].tree.iterfind("{*}sheets/{*}sheet")
    return {sheet.get("name", "") for sheet in sheets if sheet.get("state", "visible") != "visible"}


def drawn_at(workbook: Package, sheet: str, inside: str) -> Iterator[tuple[int, int]]:
    """The cells of the sheet's part at which the upper left corners of drawings lie that have an element ``inside``:
    pictures, text, or charts."""
    drawing = workbook.parts.get(workbook.related(sheet, "drawing"))
    for start in drawing.tree.iter("{*}from") if drawing else ():
        anchor = start.getparent()
        if anchor is not None and next(anchor.iter(f"{{*}}{inside}"), None) is not None:
            yield int(start.findtext("{*}row", "0")), int(start.findtext("{*}col", "0"))


def sheet_parts(workbook: Package) -> dict[str, str]:
    """The part of each worksheet by the sheet's name. Raises ``KeyError`` where the package is not a workbook."""
    links = workbook.relationships[workbook.main]
    sheets = workbook.parts[workbook.main].tree.iterfind("{*}sheets/{*}sheet")
    found = {str(sheet.attrib["name"]): links.get(str(sheet.attrib[f"{R}id"])) for sheet in sheets}
    return {name: link.target for name, link in found.items() if link and link.kind == "worksheet"}


def _grid(
    book: CalamineWorkbook,
    name: str,
    xml: bytes,
    formats: Formats,
    faults: Mapping[tuple[int, int], str],
    epoch: datetime.datetime,
) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    shown, usual = {}, is_usual(xml)
    for row, column, number in formatted(xml, formats.numbers.keys(), usual):
        if row < len(rows) and column < len(rows[row]):
            raw, format = rows[row][column], formats.numbers[number]
            if format.is_date and isinstance(raw, int | float) and not isinstance(raw, bool):
                rows[row][column] = moment(raw, epoch, is_elapsed=format.is_elapsed)
            if not isinstance(raw, bool) and (not isinstance(raw, str) or format.words is not None):
                shown[row, column] = format
    merged = {
        (row, column): (top, column)
        for (top, column), (bottom, _) in sheet.merged_cell_ranges or ()
        for row in range(top + 1, min(bottom + 1, len(rows)))
    }
    covered = {
        (top, column)
        for (top, left), (_, right) in sheet.merged_cell_ranges or ()
        for column in range(left + 1, min(right + 1, len(rows[top]) if top < len(rows) else 0))
        if rows[top][column] != ""
    }
    looks = (formats.struck, formats.raised, formats.unseen)
    struck, raised, unseen = (frozenset(_looking(xml, look, usual)) for look in looks)
    today = frozenset(of_today(xml))
    return Grid(
        name,
        rows,
        merged,
        faults,
        shown,
        struck,
        raised,
        unseen | covered,
        *hidden(xml, usual),
        today=today,
        epoch=epoch,
    )


def _looking(xml: bytes, look: TextEffect, usual: bool) -> Iterator[tuple[int, int]]:
    """The cells that have a look, and those of whose text a part has."""
    yield from ((row, column) for row, column, _ in formatted(xml, look.formats, usual))
    if look.strings or look.is_in(xml):
        for cell in cells(xml):
            of_shared = cell.type == b"s" and cell.result and int(cell.result) in look.strings
            if (of_shared or look.is_of_run(cell.body)) and cell.format not in look.but:
                yield cell.row, cell.column


def _far_cell(xml: bytes) -> str:
    """The far corner of the filled cells where they span more than ``MAX_CELLS``; else empty."""
    row, column = corner(xml)
    if (row + 1) * (column + 1) <= MAX_CELLS:
        return ""
    return f"{column_name(column)}{row + 1}"


def _faults(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Cells whose value calamine cannot tell from an empty one: an error's code, "" for a formula without a result."""
    if not may_have_faults(xml):
        return
    for cell in cells(xml):
        if cell.type == b"e":
            yield (cell.row, cell.column), cell.result.decode() or "#N/A"
        elif cell.has_formula and not cell.result and cell.type != b"str":
            yield (cell.row, cell.column), ""


def _add_formulas(faults: Mapping[str, dict[tuple[int, int], str]], data: bytes) -> None:
    """Put the formula itself where it has no result. A formula shared by many cells stands in the XML of the first
    only; openpyxl works out the others."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that openpyxl leaves out are not looked at
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    for name, found in faults.items():
        for row, column in [at for at, code in found.items() if not code]:
            value = book[name].cell(row + 1, column + 1).value
            found[row, column] = str(getattr(value, "text", value))
