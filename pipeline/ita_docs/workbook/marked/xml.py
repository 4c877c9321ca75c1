"""The elements of spreadsheets: their names, and new ones."""

from __future__ import annotations

from lxml import etree

from officefiles.cells import position
from officefiles.xml import parse

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def tag(name: str) -> str:
    """The qualified name of a spreadsheet element."""
    return f"{{{MAIN}}}{name}"


def element(xml: str) -> etree._Element:
    """The spreadsheet element that ``xml`` states without its namespace."""
    return parse(f'<new xmlns="{MAIN}">{xml}</new>'.encode())[0]


def put_text(parent: etree._Element, text: str) -> None:
    """Write ``text`` at the end of ``parent``, its spaces kept."""
    written = etree.SubElement(parent, tag("t"))
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


class SheetRows:
    """The rows of a sheet's tree by their numbers; rows and cells that are not there are made where they belong.

    Raises ``ValueError`` where rows or cells do not say which they are.
    """

    def __init__(self, sheet: etree._Element) -> None:
        found = sheet.find(tag("sheetData"))
        self._data = etree.SubElement(sheet, tag("sheetData")) if found is None else found
        self._rows = {int(str(row.get("r"))): row for row in self._data}

    def cell(self, name: str) -> tuple[etree._Element, etree._Element]:
        """The cell ``name`` (``C5``), after the row in which it stands."""
        column, number = position(name)
        row = self._rows.get(number)
        if row is None:
            row = etree.Element(tag("row"), r=str(number))
            self._data.insert(sum(one < number for one in self._rows), row)
            self._rows[number] = row
        return row, _cell(row, name, column)


def _cell(row: etree._Element, name: str, column: int) -> etree._Element:
    before = 0
    for index, cell in enumerate(row):
        if cell.get("r") == name:
            return cell
        if position(str(cell.get("r")))[0] < column:
            before = index + 1
    new = etree.Element(tag("c"), r=name)
    row.insert(before, new)
    return new
