"""A few cells of a workbook set anew, all else of it as it was: what staff mend without Excel."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from ita_docs.workbook.formats import read_formats
from ita_docs.workbook.grid import sheet_parts
from ita_docs.workbook.marked.xml import SheetRows, put_text, tag
from officefiles.cells import position
from officefiles.limits import BROKEN, RefusedError
from officefiles.opc import Package, unpacked
from officefiles.thai.text import unknown_character

LONGEST = 32_767
"""The most characters of a cell in Excel."""
_NUMBER = re.compile(r"-?(?=[0-9.]{1,15}$)(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""What a number keeps as it was typed: no first 0 of a telephone, no more places than Excel counts."""
_TEXT = "49"
"""The format of cells for text (ECMA-376 part 1, 18.8.30)."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

NO_SHEET = "ไม่มีชีต “{sheet}” ในแบบกรอกนี้"
NO_CELL = "ไม่มีช่อง {cell}"
COVERED = "ช่อง {cell} ผสานอยู่กับช่อง {home} โปรดแก้ที่ช่อง {home}"
FORMULA = "ช่อง {cell} เป็นสูตร แก้ในหน้านี้ไม่ได้ โปรดแก้ใน Excel"
TOO_LONG = "ข้อความในช่อง {cell} ยาวเกินกำหนดของ Excel"
UNKNOWN = "ข้อความในช่อง {cell} มีอักขระที่ใช้ไม่ได้ ({sign})"


class NotMendedError(ValueError):
    """A cell that cannot be set: a Thai sentence."""


def put(data: bytes, sheet: str, cells: Mapping[str, str]) -> bytes:
    """The workbook ``data`` with these texts in ``cells`` (by name) of ``sheet``; an empty one empties its cell.

    A number becomes one where its cell shows numbers plainly, and a text elsewhere: it is read as it was typed. Raises
    ``NotMendedError``, and ``RefusedError`` where it is no workbook that can and may be opened.
    """
    book = unpacked(data)
    try:
        part = sheet_parts(book).get(sheet)
        if part is None:
            raise NotMendedError(NO_SHEET.format(sheet=sheet))
        plain = _plain_styles(book)
        root = book.parts[part].own_tree()
        rows, covered = SheetRows(root), _covered(root)
        for name, text in cells.items():
            _check(name, text)
            if home := covered(name):
                raise NotMendedError(COVERED.format(cell=name, home=home))
            _set(rows.cell(name)[1], name, text, plain)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise RefusedError(BROKEN) from error
    book.put(part, root)
    return book.data()


def _plain_styles(book: Package) -> frozenset[int]:
    """The numbers of the cell formats that do not show a number as it is, and of those of text."""
    part = book.of_main("styles")
    strings = book.of_main("sharedStrings")
    shown = read_formats(part.data if part else b"", strings.data if strings else b"").numbers
    formats = part.tree.iterfind(f"{tag('cellXfs')}/{tag('xf')}") if part else ()
    return frozenset(shown) | {at for at, one in enumerate(formats) if one.get("numFmtId") == _TEXT}


def _covered(root: etree._Element) -> Callable[[str], str]:
    """What gives the cell that a merged one shows in place of a cell; "" for one that shows itself."""
    areas = [str(one.get("ref")).partition(":") for one in root.iter(tag("mergeCell"))]
    merged = [(first, position(first), position(last)) for first, _, last in areas if last]

    def home(name: str) -> str:
        column, row = position(name)
        inside = (one for one, (left, top), (right, low) in merged if left <= column <= right and top <= row <= low)
        return next((one for one in inside if one != name), "")

    return home


def _check(name: str, text: str) -> None:
    try:
        column, row = position(name)
    except ValueError:
        raise NotMendedError(NO_CELL.format(cell=name)) from None
    if not (column <= _LAST_COLUMN and 1 <= row <= _LAST_ROW):
        raise NotMendedError(NO_CELL.format(cell=name))
    if len(text) > LONGEST:
        raise NotMendedError(TOO_LONG.format(cell=name))
    controls = (f"U+{ord(char):04X}" for char in text if char < " " and char not in "\n\t")
    if sign := next(controls, "") or unknown_character(text):
        raise NotMendedError(UNKNOWN.format(cell=name, sign=sign))


def _set(cell: etree._Element, name: str, text: str, formatted: frozenset[int]) -> None:
    if cell.find(tag("f")) is not None:
        raise NotMendedError(FORMULA.format(cell=name))
    style = cell.get("s")
    cell.clear()
    cell.set("r", name)
    if style is not None:
        cell.set("s", style)
    if not text:
        return
    if _NUMBER.fullmatch(text) and int(style or 0) not in formatted:
        etree.SubElement(cell, tag("v")).text = text
    else:
        cell.set("t", "inlineStr")
        put_text(etree.SubElement(cell, tag("is")), text)
