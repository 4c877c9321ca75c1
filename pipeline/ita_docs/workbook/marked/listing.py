"""The first sheet of a marked copy: every problem on a line, errors first, with a link to its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from ita_docs.workbook.marked.styles import CellStyles
from ita_docs.workbook.marked.xml import element, put_text, tag
from ita_docs.workbook.schema import PROBLEMS
from ita_docs.workbook.styles import row_height
from officefiles.cells import column_name
from officefiles.opc import Package, R, Relationship
from officefiles.problems import Problem, Severity

_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_COLUMNS = (("ลำดับ", 8.0), ("ระดับ", 16.0), ("ชีต", 20.0), ("ช่อง", 10.0), ("สิ่งที่พบ", 60.0), ("วิธีแก้ไข", 60.0))
_TITLE = "รายการที่ต้องแก้ไขและควรตรวจสอบใน{kind}"
_NOTE = (
    "สำเนานี้ทำขึ้นเพื่อบอกจุดที่ต้องแก้ไข คลิกที่ชื่อช่องเพื่อไปยังช่องนั้น "
    "ช่องที่พบปัญหาระบายสีไว้และมีข้อคิดเห็นกำกับ แถว คอลัมน์ และชีตที่ซ่อนซึ่งพบปัญหาแสดงไว้ในสำเนานี้ "
    "โปรดแก้ไขใน{kind}เดิม แล้วตรวจสอบอีกครั้ง"
)
_FIRST_ROW = 5
_WIDTHS = "".join(
    f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    for number, (_, width) in enumerate(_COLUMNS, start=1)
)
_SHEET = (
    '<worksheet><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
    f'<pane ySplit="4" topLeftCell="A{_FIRST_ROW}" activePane="bottomLeft" state="frozen"/>'
    f"</sheetView></sheetViews><cols>{_WIDTHS}</cols></worksheet>"
)
"""One page wide, headings that stay in view, and the columns' widths."""
_PAGE_MARGINS = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
_SELECTED = re.compile(rb' tabSelected="(?:1|true)"')


def add_listing(book: Package, problems: Sequence[Problem], styles: CellStyles, kind: str) -> None:
    """Put the list of ``problems`` before all other sheets, and show those that have any; the list of an earlier copy
    gives way to it. ``kind`` is what the workbook is called."""
    workbook = book.parts[book.main].own_tree()
    sheets = workbook.find(tag("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    names = {str(one.get("name")) for one in sheets}
    worksheets = book.all_related(book.main, "worksheet")
    for name in worksheets.values():
        if _SELECTED.search(book.parts[name].data):
            book.put(name, _SELECTED.sub(b"", book.parts[name].data))
    sheet = _sheet(problems, names, styles, kind)
    faulty = {problem.place.sheet for problem in problems}
    for one in sheets:
        if one.get("name") in faulty:
            one.attrib.pop("state", "")
    old = next((one for one in sheets if one.get("name") == PROBLEMS), None)
    if old is not None:
        book.put(worksheets[str(old.get(f"{R}id"))], sheet)
        book.put(book.main, workbook)
        return
    part = book.free_name("xl/worksheets/sheet{}.xml")
    book.put(part, sheet, _WORKSHEET)
    number = 1 + max(int(str(one.get("sheetId"))) for one in sheets)
    entry = etree.Element(tag("sheet"), name=PROBLEMS, sheetId=str(number))
    entry.set(f"{R}id", book.relate(book.main, Relationship("worksheet", part)))
    sheets.insert(0, entry)
    _shift(workbook)
    book.put(book.main, workbook)


def _shift(workbook: etree._Element) -> None:
    """Count every sheet one further on where the workbook counts sheets, and open at the first."""
    for name in workbook.iterfind(f"{tag('definedNames')}/{tag('definedName')}"):
        if (local := name.get("localSheetId")) is not None:
            name.set("localSheetId", str(int(local) + 1))
    for view in workbook.iterfind(f"{tag('bookViews')}/{tag('workbookView')}"):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")


def _sheet(problems: Sequence[Problem], names: set[str], styles: CellStyles, kind: str) -> etree._Element:
    note = _NOTE.format(kind=kind)
    title, text = styles.written(bold=True, large=True), styles.written()
    header, link = styles.written(header=True), styles.written(link=True)
    colours = {severity: styles.painted(text, severity) for severity in Severity}
    sheet = element(_SHEET)
    data = etree.SubElement(sheet, tag("sheetData"))
    _row(data, 1, 36, [(_TITLE.format(kind=kind), title)])
    _row(data, 2, row_height([(note, 150)]), [(note, text)])
    _row(data, 4, 28, [(heading, header) for heading, _ in _COLUMNS])
    links = etree.Element(tag("hyperlinks"))
    ordered = sorted(problems, key=lambda one: one.severity.rank)
    for number, problem in enumerate(ordered, start=1):
        row = _FIRST_ROW + number - 1
        place = problem.place
        reachable = place.sheet in names
        texts = (str(number), problem.severity.thai, place.sheet, place.cell or "ทั้งชีต", problem.message, problem.hint)
        formats = (text, colours[problem.severity], text, link if reachable else text, text, text)
        height = row_height([(one, width) for one, (_, width) in zip(texts, _COLUMNS, strict=True)])
        _row(data, row, height, list(zip(texts, formats, strict=True)))
        if reachable:
            target = "'{}'!{}".format(place.sheet.replace("'", "''"), place.cell or "A1")
            etree.SubElement(links, tag("hyperlink"), ref=f"D{row}", location=target, display=place.cell)
    sheet.append(element('<mergeCells count="1"><mergeCell ref="A2:F2"/></mergeCells>'))
    if len(links):
        sheet.append(links)
    sheet.append(element(_PAGE_MARGINS))
    sheet.append(element('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'))
    return sheet


def _row(data: etree._Element, number: int, height: float, cells: Sequence[tuple[str, int]]) -> None:
    row = etree.SubElement(data, tag("row"), r=str(number), ht=f"{height:g}", customHeight="1")
    for column, (text, style) in enumerate(cells):
        cell = etree.SubElement(row, tag("c"), r=f"{column_name(column)}{number}", s=str(style), t="inlineStr")
        put_text(etree.SubElement(cell, tag("is")), text)
