"""The marked copy: the office's own workbook with each faulty cell coloured and explained, all else as it was.

The package's XML is edited in place. Loading and saving through openpyxl would lose charts, pictures' settings and
parts of data validations and conditional formats; here every part that is not named below is copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from ita_docs.workbook.grid import sheet_parts
from ita_docs.workbook.marked.comments import comment
from ita_docs.workbook.marked.listing import add_listing
from ita_docs.workbook.marked.styles import CellStyles
from ita_docs.workbook.marked.xml import SheetRows, tag
from officefiles.cells import position
from officefiles.limits import BROKEN, RefusedError
from officefiles.opc import Package, unpacked
from officefiles.problems import Problem, Severity

_LEAST = 1.0
"""Rows and columns of a smaller height or width cannot be seen."""
_WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


FORM, TRACKER = "แบบกรอก", "ไฟล์ติดตาม"
"""The kinds of workbooks, as the list of problems calls them."""


def mark(data: bytes, problems: Sequence[Problem], kind: str = FORM) -> bytes:
    """A copy of the workbook ``data`` of this ``kind`` that shows ``problems``: a first sheet lists them all with
    links, each cell with a problem is coloured by its severity and says in a comment what is wrong and what to do; its
    row, column and sheet are shown.

    Raises ``RefusedError`` where ``data`` is not a workbook, or one that must not be opened.
    """
    book = unpacked(data)
    try:
        sheets = sheet_parts(book)
        (style_part,) = book.all_related(book.main, "styles").values()
        styles = CellStyles(book.parts[style_part].own_tree())
        for name, part in sheets.items():
            found = [problem for problem in problems if problem.place.sheet == name and problem.place.cell]
            if found:
                _mark_sheet(book, part, found, styles)
        add_listing(book, problems, styles, kind)
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise RefusedError(BROKEN) from error
    book.put(style_part, styles.root)
    return book.data()


def _mark_sheet(book: Package, part: str, problems: Sequence[Problem], styles: CellStyles) -> None:
    root = book.parts[part].own_tree()
    cells: dict[str, list[Problem]] = {}
    for problem in problems:
        cells.setdefault(problem.place.cell, []).append(problem)
    worst = {cell: min((one.severity for one in found), key=_WEIGHT.index) for cell, found in cells.items()}
    _paint(root, worst, styles)
    comment(book, part, root, {cell: "\n".join(map(_said, found)) for cell, found in cells.items()})
    book.put(part, root)


def _said(problem: Problem) -> str:
    hint = f"\nวิธีแก้ไข: {problem.hint}" if problem.hint else ""
    return f"[{problem.severity.thai}] {problem.message}{hint}"


def _paint(sheet: etree._Element, cells: Mapping[str, Severity], styles: CellStyles) -> None:
    """Give each of ``cells`` (by name) the colour of its severity, all else of its format kept, and let it be seen.

    Raises ``ValueError`` where rows or cells do not say which they are.
    """
    rows = SheetRows(sheet)
    for name, severity in cells.items():
        row, cell = rows.cell(name)
        _show(row, "ht")
        columns = _column(sheet, position(name)[0])
        if columns is not None:
            _show(columns, "width")
        style = cell.get("s") or row.get("s") or (columns is not None and columns.get("style")) or "0"
        cell.set("s", str(styles.painted(int(style), severity)))


def _show(line: etree._Element, size: str) -> None:
    """Let a row or a column that is hidden, or too small to be seen, be seen."""
    line.attrib.pop("hidden", "")
    if float(line.get(size, _LEAST)) < _LEAST:
        del line.attrib[size]


def _column(sheet: etree._Element, column: int) -> etree._Element | None:
    every = sheet.iterfind(f"{tag('cols')}/{tag('col')}")
    return next((one for one in every if int(str(one.get("min"))) <= column <= int(str(one.get("max")))), None)
