"""A workbook that is to be a template, opened: what must not go out with its documents is taken away, what cannot be
filled is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from officefiles import limits, opc
from officefiles.cells import column_name, column_number
from officefiles.namespaces import S
from officefiles.opc import Package, PackageError, R
from officefiles.relationships import Relationship
from officefiles.xml import remove
from wordfill.engine import properties

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"

_NAMESPACE = f'"{S[1:-1]}"'.encode()
_PREFIXED = re.compile(rb"<([\w.-]+):[^<>]*\sxmlns:\1=" + _NAMESPACE)
_HEAD = 4096
"""Bytes in which a part's root begins and states its namespaces."""

NO_WORKBOOK = "ไฟล์นี้ไม่ใช่สมุดงาน Excel (.xlsx)"
MACROS = "ไฟล์นี้มีมาโคร บันทึกเป็นชนิด “สมุดงาน Excel (.xlsx)” ก่อน"
STRICT = "ไฟล์นี้บันทึกเป็นชนิด Strict Open XML เปิดแล้วบันทึกเป็นชนิด “สมุดงาน Excel (.xlsx)”"
_REFUSED = {
    "externalLink": "มีสูตรหรือชื่อที่อ้างถึงไฟล์อื่น ตัดลิงก์ด้วยคำสั่ง ข้อมูล > แก้ไขการเชื่อมโยง แล้วบันทึกใหม่",
    "connections": "มีการเชื่อมต่อกับแหล่งข้อมูลภายนอก ลบที่ ข้อมูล > แบบสอบถามและการเชื่อมต่อ แล้วบันทึกใหม่",
    "queryTable": "มีการเชื่อมต่อกับแหล่งข้อมูลภายนอก ลบที่ ข้อมูล > แบบสอบถามและการเชื่อมต่อ แล้วบันทึกใหม่",
    "pivotTable": "มีตารางสาระสรุป (PivotTable) ซึ่งแม่แบบไม่รองรับ ใช้สูตรแทน",
    "pivotCacheDefinition": "มีตารางสาระสรุป (PivotTable) ซึ่งแม่แบบไม่รองรับ ใช้สูตรแทน",
    "slicer": "มีตัวแบ่งส่วนข้อมูล (Slicer) ซึ่งแม่แบบไม่รองรับ ลบออกก่อน",
    "slicerCache": "มีตัวแบ่งส่วนข้อมูล (Slicer) ซึ่งแม่แบบไม่รองรับ ลบออกก่อน",
    "timelineCache": "มีเส้นเวลา (Timeline) ซึ่งแม่แบบไม่รองรับ ลบออกก่อน",
    "oleObject": "มีวัตถุฝังตัว (OLE) ซึ่งแม่แบบไม่รองรับ ลบออกหรือใส่เป็นรูปภาพแทน",
    "package": "มีวัตถุฝังตัว (OLE) ซึ่งแม่แบบไม่รองรับ ลบออกหรือใส่เป็นรูปภาพแทน",
    "ctrlProp": "มีตัวควบคุมฟอร์ม เช่น ปุ่มหรือกล่องตัวเลือก ซึ่งแม่แบบไม่รองรับ ใช้รายการดรอปดาวน์ของช่องแทน",
    "control": "มีตัวควบคุม ActiveX ซึ่งแม่แบบไม่รองรับ ลบออกก่อน",
    "vbaProject": MACROS,
    "xlMacrosheet": MACROS,
    "dialogsheet": "มีแผ่นกล่องโต้ตอบ ซึ่งแม่แบบไม่รองรับ ลบออกก่อน",
}
"""What is refused, by the last word of the relationship that leads to it."""
_LEFT_OUT = {
    "calcChain": "",
    "printerSettings": "",
    "comments": "ข้อคิดเห็น (โน้ต)",
    "threadedComment": "ข้อคิดเห็น",
    "person": "",
    "vmlDrawing": "",
    "customXml": "",
    "revisionHeaders": "ประวัติการแก้ไข",
    "usernames": "",
    "custom-properties": "คุณสมบัติที่กำหนดเอง",
    "thumbnail": "",
    "volatileDependencies": "",
}
"""What no document takes over, and what staff call it where they made it."""
_GONE = (
    "selection", "legacyDrawing", "customSheetViews", "scenarios", "cellWatches", "oleObjects", "controls",
    "customProperties", "webPublishItems", "smartTags", "sheetCalcPr",
)  # fmt: skip
"""Elements of a sheet that say where its author stood, or lead to what is left out."""
_GONE_FROM_BOOK = (
    "fileVersion", "fileSharing", "fileRecoveryPr", "customWorkbookViews", "webPublishing", "webPublishObjects",
    "smartTagPr", "smartTagTypes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook opened as a template: its package without what stays behind, the names and parts of its sheets in
    their order, and what was left behind that staff made."""

    package: Package
    sheets: tuple[tuple[str, str], ...]
    workbook: etree._Element
    left_out: tuple[str, ...]


def is_workbook(package: Package) -> bool:
    """True for an Excel file of any kind."""
    return "spreadsheetml" in package.types.get(package.main, "") or "ms-excel" in package.types.get(package.main, "")


def opened(source: Path | bytes) -> OpenedBook:
    """The workbook ``source``. Raises ``PackageError``, a Thai sentence, and ``OSError``."""
    package = opc.unpacked(source, limits.MAX_TEMPLATE_PART)
    try:
        return _opened(package)
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        if isinstance(error, PackageError):
            raise
        raise PackageError(limits.BROKEN) from error


def _opened(package: Package) -> OpenedBook:
    main = package.main
    if main not in package.parts or not is_workbook(package):
        strict = any(link.kind.startswith(_STRICT) for link in package.relationships.get("", {}).values())
        raise PackageError(STRICT if strict else NO_WORKBOOK)
    kind = package.types[main]
    if kind not in (_MAIN, _TEMPLATE):
        raise PackageError(MACROS if "macro" in kind else NO_WORKBOOK)
    for links in package.relationships.values():
        for link in links.values():
            if why := _REFUSED.get(link.word):
                raise PackageError(why)
    left_out = tuple(dict.fromkeys(_leave_out(package)))
    for name, part in package.parts.items():
        if found := _PREFIXED.search(part.data[:_HEAD]):
            package.parts[name] = opc.Part(_plain_names(part.data, found[1]))
    book = package.parts[main].own_tree()
    if book.tag != f"{S}workbook":
        raise PackageError(STRICT if _STRICT in book.tag else NO_WORKBOOK)
    for element in [*book.iter(*(S + name for name in _GONE_FROM_BOOK)), *_absolute_paths(book)]:
        remove(element)
    package.put(main, book, _MAIN)
    targets = package.all_related(main, "worksheet")
    sheets = [
        (one.get("name", ""), targets.get(one.get(f"{R}id", ""), "")) for one in book.iterfind(f"{S}sheets/{S}sheet")
    ]
    return OpenedBook(package, tuple((name, part) for name, part in sheets if part in package.parts), book, left_out)


def _plain_names(data: bytes, prefix: bytes) -> bytes:
    """A part whose elements of Excel's own have no prefix, as Excel writes them."""
    data = data.replace(b"xmlns:%b=%b" % (prefix, _NAMESPACE), b"xmlns=%b" % _NAMESPACE, 1)
    return re.sub(rb"<(/?)%b:" % re.escape(prefix), rb"<\1", data)


def sheet_tree(package: Package, part: str) -> etree._Element:
    """The root of a sheet, without what stays behind."""
    root = package.parts[part].own_tree()
    for element in list(root.iter(*(S + name for name in _GONE))):
        remove(element)
    _name_cells(root)
    for setup in root.iter(f"{S}pageSetup"):
        setup.attrib.pop(f"{R}id", "")
    for view in root.iter(f"{S}sheetView"):
        view.attrib.pop("topLeftCell", "")
    return root


def _name_cells(root: etree._Element) -> None:
    """Say of each row and cell where it stands, which a file need not say, and make the texts that programs other than
    Excel keep as results without a formula what they are."""
    below = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        below = int(row.get("r") or below + 1)
        row.set("r", str(below))
        right = -1
        for cell in row.iterfind(f"{S}c"):
            name = cell.get("r") or f"{column_name(right + 1)}{below}"
            right = column_number(name.rstrip("0123456789"))
            cell.set("r", name)
            value = cell.find(f"{S}v")
            if cell.get("t") == "str" and value is not None and cell.find(f"{S}f") is None:
                cell.set("t", "inlineStr")
                value.tag = f"{S}is"
                text = etree.SubElement(value, f"{S}t")
                text.text, value.text = value.text, None


def _leave_out(package: Package) -> Iterator[str]:
    """Take away what is left out; what staff call it."""
    for owner, links in list(package.relationships.items()):
        legacy = _headers_pictures(package, owner)
        for key, link in links.items():
            if link.word in _LEFT_OUT and not (link.word == "vmlDrawing" and key in legacy):
                yield from filter(None, [_LEFT_OUT[link.word]])
                package.unrelate(owner, key)
    kept = _reached(package)
    for name in [name for name in package.parts if name not in kept]:
        del package.parts[name]
    package.types = {name: kind for name, kind in package.types.items() if name in kept}
    package.relationships = {name: links for name, links in package.relationships.items() if name in {"", *kept}}
    package.ties.clear()  # all are written anew
    package.zipped = None


def _headers_pictures(package: Package, owner: str) -> set[str]:
    """The relationships of a sheet to the pictures of its headers."""
    if owner not in package.parts or not owner.endswith(".xml"):
        return set()
    found = re.findall(rb"<(?:\w+:)?legacyDrawingHF\b[^>]*?\bid=\"([^\"]*)\"", package.parts[owner].data)
    return {one.decode() for one in found}


def _reached(package: Package) -> set[str]:
    """The parts that something leads to."""
    found: set[str] = set()
    ahead = [""]
    while ahead:
        for link in package.relationships.get(ahead.pop(), {}).values():
            if not link.external and link.target in package.parts and link.target not in found:
                found.add(link.target)
                ahead.append(link.target)
    return found


def _absolute_paths(book: etree._Element) -> Iterator[etree._Element]:
    """Where the author kept the file."""
    for element in book.iter("{http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac}absPath"):
        around = next((one for one in element.iterancestors() if str(one.tag).endswith("}AlternateContent")), element)
        yield around


def with_properties(package: Package) -> None:
    """Make room for what a document says of itself, in place of what the template said."""
    for kind, name, content in (
        ("core-properties", properties.CORE, "application/vnd.openxmlformats-package.core-properties+xml"),
        (
            "extended-properties",
            properties.APP,
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    ):
        for key, link in list(package.relationships.get("", {}).items()):
            if link.word == kind:
                package.unrelate("", key)
        whole = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        package.put(name, properties.PLAIN_APP, content)
        package.relate("", Relationship(whole if kind == "core-properties" else kind, name))
