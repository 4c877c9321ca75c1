"""Colouring cells of a worksheet, of which some may not be there yet."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ita_docs.workbook.marked.styles import CellStyles
from ita_docs.workbook.marked.xml import tag
from officefiles.cells import position
from officefiles.problems import Severity


def paint(sheet: etree._Element, cells: Mapping[str, Severity], styles: CellStyles) -> None:
    """Give each of ``cells`` (by name) the colour of its severity, all else of its format kept.

    Raises ``ValueError`` where rows or cells do not say which they are.
    """
    data = sheet.find(tag("sheetData"))
    if data is None:
        return
    rows = {int(str(row.get("r"))): row for row in data}
    for name, severity in cells.items():
        column, number = position(name)
        row = rows.get(number)
        if row is None:
            row = rows[number] = etree.Element(tag("row"), r=str(number))
            data.insert(sum(one < number for one in rows if one != number), row)
        cell = _cell(row, name, column)
        style = cell.get("s") or row.get("s") or _column_style(sheet, column)
        cell.set("s", str(styles.painted(int(style), severity)))


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


def _column_style(sheet: etree._Element, column: int) -> str:
    for one in sheet.iterfind(f"{tag('cols')}/{tag('col')}"):
        if int(str(one.get("min"))) <= column <= int(str(one.get("max"))):
            return one.get("style") or "0"
    return "0"
