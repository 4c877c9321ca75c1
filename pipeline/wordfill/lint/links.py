"""What a template brings along or fetches that is no part of a document: files of other programs, pictures and texts
that are elsewhere; and what it lost. Links that a reader follows may stay."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from officefiles.opc import R, Relationship
from officefiles.problems import Kind, Severity
from wordfill.lint.finding import Finding, Spot, found
from wordfill.lint.reading import ExaminedTemplate
from wordfill.lint.spots import FILE, Spots

PICTURE = Kind(
    "outside-picture",
    "รูปภาพเชื่อมโยงกับไฟล์นอกแม่แบบ ({found})",
    "ลบรูปภาพนี้ แล้วใส่ใหม่ด้วย แทรก > รูปภาพ โดยเลือก “แทรก” ไม่ใช่ “เชื่อมโยงไปยังไฟล์”",
    "รูปภาพที่ไม่ได้อยู่ในแม่แบบ แต่อยู่ในเครื่องของผู้ร่างหรือบนเว็บ",
)
OBJECT = Kind(
    "outside-object",
    "มีวัตถุจากโปรแกรมอื่น ({found})",
    "คัดลอกวัตถุแล้ววางแบบพิเศษเป็นรูปภาพ หรือพิมพ์เป็นตารางใน Word แล้วลบวัตถุเดิม",
    "วัตถุที่ฝังหรือเชื่อมโยงจากโปรแกรมอื่น (OLE, ActiveX) ซึ่งทำให้ไฟล์ของโปรแกรมนั้นติดไปกับเอกสาร",
)
CONTENT = Kind(
    "outside-content",
    "แม่แบบดึงเนื้อหาจากไฟล์อื่น ({found})",
    "เปิดไฟล์นั้นใน Word แล้วคัดลอกเนื้อหามาวางในแม่แบบแทน",
    "เอกสารย่อย ไฟล์ที่แทรกทั้งไฟล์ เฟรม หรือสไตล์ที่อยู่ในไฟล์อื่น",
)
MISSING = Kind(
    "file-part-missing",
    "{found}ตรงนี้อ้างถึงไฟล์ที่ไม่มีอยู่ในแม่แบบ (ลิงก์ขาด)",
    "ลบออกหรือใส่ใหม่ แล้วบันทึกแม่แบบ",
    "รูปภาพหรือสิ่งอื่นที่ Word แสดงเป็นกากบาท เพราะไฟล์ของสิ่งนั้นไม่ได้อยู่ในแม่แบบ",
)
LOCAL = Kind(
    "link-local-file",
    "ลิงก์นำไปยังไฟล์ในเครื่องหรือเครือข่ายของผู้ร่าง ({found})",
    "เปลี่ยนเป็นที่อยู่เว็บ หรือลบลิงก์ เพราะผู้รับเอกสารเปิดไฟล์นั้นไม่ได้",
    "ลิงก์ไปยังไฟล์ที่มีเฉพาะในเครื่องหรือเครือข่ายของผู้ร่าง",
    Severity.WARNING,
)
LOCAL_ADDRESS = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|//", re.IGNORECASE)
_OBJECTS = ("oleObject", "package", "control")
_CONTENTS = ("aFChunk", "subDocument", "frame")
_NAMES = {
    **dict.fromkeys(("blip", "imagedata", "fill", "svgBlip", "stroke"), "รูปภาพ"),
    **dict.fromkeys(("hyperlink", "hlinkClick", "hlinkHover"), "ลิงก์"),
    "headerReference": "หัวกระดาษ",
    "footerReference": "ท้ายกระดาษ",
    "OLEObject": "วัตถุ",
    "chart": "แผนภูมิ",
    "relIds": "SmartArt",
}
_OFFICE, _VML = "{urn:schemas-microsoft-com:office:office}", "{urn:schemas-microsoft-com:vml}"
_SECOND = (R + "link", R + "href")
"""Where a picture that is in the file came from."""


def check(document: ExaminedTemplate) -> Iterator[Finding]:
    """What is outside the template, and what it lost, each once at its place."""
    yield from dict.fromkeys((*_outside(document), *_addresses(document), *_missing(document)))


def _outside(document: ExaminedTemplate) -> Iterator[Finding]:
    stories = {part.member for part in document.parts}
    for owner, links in document.package.relationships.items():
        for key, link in links.items():
            if kind := _kind(link, in_story=owner in stories):
                spot, element = _place(document, owner, key)
                program = element.get("ProgID", "") if element is not None else ""
                yield found(kind, spot, program or (link.target if link.external else posixpath.basename(link.target)))


def _kind(link: Relationship, *, in_story: bool) -> Kind | None:
    """What is wrong with a relationship; ``None`` where nothing is. A chart may have a workbook of its own."""
    if link.external and link.word == "hyperlink":
        return LOCAL if LOCAL_ADDRESS.match(link.target) and "{" not in unquote(link.target) else None
    if link.word in _OBJECTS and (link.external or in_story):
        return OBJECT
    if link.external and link.word == "image":
        return PICTURE
    return CONTENT if link.external or link.word in _CONTENTS else None


def _place(document: ExaminedTemplate, owner: str, key: str) -> tuple[Spot, etree._Element | None]:
    """Where the relationship ``key`` of the part ``owner`` is used, and what uses it; of a part that is itself shown,
    such as a chart, where it is."""
    for part in document.parts:
        links = {key} if part.member == owner else _leading_to(owner, document.package.relationships, part.member)
        for element in part.root.iter(etree.Element) if links else ():
            if any(value in links for _, value in _references(element)):
                return Spots(part).of(element), element
    return FILE, None


def _leading_to(owner: str, relationships: Mapping[str, Mapping[str, Relationship]], member: str) -> set[str]:
    return {key for key, link in relationships.get(member, {}).items() if link.target == owner and not link.external}


def _references(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The attributes of ``element`` that name relationships."""
    for key, value in element.items():
        if value and (str(key).startswith(R) or key == _OFFICE + "relid"):
            yield str(key), str(value)


def _addresses(document: ExaminedTemplate) -> Iterator[Finding]:
    """Pictures of Word's old drawings that name their file themselves."""
    for part in document.parts:
        for element in part.root.iter(_VML + "imagedata", _VML + "fill"):
            if (address := element.get("src", "")) and not any(_references(element)):
                yield found(PICTURE, Spots(part).of(element), address)


def _missing(document: ExaminedTemplate) -> Iterator[Finding]:
    """What refers to a part that is not there."""
    for part in document.parts:
        links = document.opened.drafted.relationships.get(part.member, {})
        for element in part.root.iter(etree.Element):
            named = dict(_references(element))
            lost = {key for key, value in named.items() if value not in links}
            if lost and not (lost <= set(_SECOND) and lost < named.keys()):
                name = _NAMES.get(etree.QName(element).localname, "ส่วนประกอบ")
                yield found(MISSING, Spots(part).of(element), name)
