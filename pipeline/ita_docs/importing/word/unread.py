"""What is seen of a Word file on paper and is no text of its body: put aside, or told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lxml import etree

from ita_docs.importing.blocks import OldParagraph
from ita_docs.importing.refusals import PARTS_UNREAD, PHOTO_UNUSABLE
from ita_docs.importing.word.places import PARAGRAPH, Places
from ita_docs.importing.word.story import CONTENTS, GALLERY
from officefiles.namespaces import CX, W14
from officefiles.opc import Package, R, W
from officefiles.problems import Place, Problem
from officefiles.styles import value_of
from officefiles.text import DELETED, FALLBACK, text_of
from officefiles.thai import arabic_digits, clean

NOTES = {"footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง"}
EDGES = {"header": "หัวกระดาษ", "footer": "ท้ายกระดาษ"}
"""Parts that hold text, by the words of their relationships, and what they are called in Thai."""
_PARAGRAPH, _CODE, _DELETED, _SIMPLE, _INSTRUCTION = (
    W + name for name in ("p", "instrText", "delText", "fldSimple", "instr")
)
_FIGURE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,20})?")
_CHART, _DRAWN = (f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}}}" for name in ("chart", "main"))
_NOT_READ = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "แผนผัง SmartArt",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "วัตถุที่ฝังจากโปรแกรมอื่น เช่น ตาราง Excel",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "สมการ",
    "{urn:schemas-microsoft-com:vml}textpath": "อักษรศิลป์ (WordArt)",
    W + "altChunk": "เอกสารที่แทรกทั้งไฟล์",
    W + "subDoc": "เอกสารย่อย",
    W + "contentPart": "ลายมือเขียนบนจอ",
    W14 + "contentPart": "ลายมือเขียนบนจอ",
    CX + "chart": "แผนภูมิ",
    W + "commentReference": "ข้อคิดเห็น",
}
"""What may hold words that are seen on paper and are not read."""
_OF_CODES = frozenset(("MACROBUTTON", "GOTOBUTTON", "EQ", "SYMBOL", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))
"""Fields that show what stands in their codes, or what no file holds."""
_UNSEEN = frozenset((FALLBACK, *DELETED))
_HIDDEN_ROW, _GONE_ROW, _MERGES = f"{W}trPr/{W}hidden", f"{W}trPr/{W}del", ("vMerge", "hMerge")
_LOST = "ภาพ {count} ภาพเป็นชนิดที่โปรแกรมไม่อ่าน เช่น EMF หรือ WMF หรือไม่ได้เก็บไว้ในไฟล์"


def passed_over(body: etree._Element, met: set[etree._Element]) -> Iterator[str]:
    """The paragraphs below ``body`` that are seen on paper and were not met."""
    for paragraph in body.iter(_PARAGRAPH):
        if paragraph not in met and not any(map(_hides, paragraph.iterancestors())):
            yield text_of(paragraph)


def _hides(element: etree._Element) -> bool:
    """True of what shows nothing that stands in it, or a table of contents."""
    if element.tag in _UNSEEN or element.tag == W + "r":  # a text box that its run hides
        return True
    if element.tag == W + "tr":
        return element.find(_HIDDEN_ROW) is not None or element.find(_GONE_ROW) is not None
    if element.tag == W + "tc":
        merges = (element.find(f"{W}tcPr/{W}{name}") for name in _MERGES)
        return any(one is not None and one.get(W + "val", "continue") == "continue" for one in merges)
    return element.tag == W + "sdt" and value_of(element, *GALLERY) == CONTENTS


def drawn(name: str, package: Package, said: str) -> Iterator[OldParagraph]:
    """The words of drawings that are no text boxes; and the words and figures of charts, unless the text, which is
    ``said``, has all the figures."""
    for number, (owner, root) in enumerate(_roots(package), start=1):
        drawn = (one.text or "" for one in root.iter(_DRAWN + "t") if _is_seen(one))
        yield from paragraphs(name, f"ภาพวาด {number}", drawn)
        for key in (one.get(R + "id", "") for one in root.iter(_CHART + "chart") if _is_seen(one)):
            link = package.relationships.get(owner, {}).get(key)
            chart = package.parts[link.target].tree if link and link.target in package.parts else None
            texts = [one.text or "" for one in chart.iter(_CHART + "v", _DRAWN + "t")] if chart is not None else []
            known = {Decimal(one) for one in _FIGURE.findall(arabic_digits(said))} if texts else set()
            figures = [Decimal(one) for one in texts if _FIGURE.fullmatch(one)]
            if not figures or not all(any(_is_as(one, other) for other in known) for one in figures):
                yield from paragraphs(name, f"แผนภูมิ {number}", texts)


def _is_as(one: Decimal, other: Decimal) -> bool:
    """True of two figures of which one may be the other with fewer decimals."""
    places = min(-int(each.as_tuple().exponent) for each in (one, other))
    return one == other or (places > 0 and round(one, places) == round(other, places))


def paragraphs(name: str, story: str, texts: Iterable[str]) -> Iterator[OldParagraph]:
    places = Places(name, story)
    yield from (OldParagraph(said, places.next(PARAGRAPH)) for text in texts if (said := clean(text).strip()))


def _roots(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold text, by their names."""
    yield package.main, package.parts[package.main].tree
    for link in package.relationships.get(package.main, {}).values():
        if link.word in (*NOTES, *EDGES) and link.target in package.parts:
            yield link.target, package.parts[link.target].tree


def told_of(name: str, package: Package, lost: list[str]) -> Iterator[Problem]:
    """That parts of the text, or pictures, are not read, where it has such."""
    found = Counter[str]()
    for _, root in _roots(package):
        found.update(_NOT_READ[one.tag] for one in root.iter(*_NOT_READ) if _is_seen(one))
        codes = [*(one.text for one in root.iter(_CODE)), *(one.get(_INSTRUCTION) for one in root.iter(_SIMPLE))]
        shown = sum((code or "").strip().partition(" ")[0].upper() in _OF_CODES for code in codes)
        deleted = sum(bool((one.text or "").strip()) for one in root.iter(_DELETED))
        found.update({"ข้อความในรหัสเขตข้อมูล (field)": shown, "ข้อความที่ลบโดยติดตามการเปลี่ยนแปลง": deleted})
    if parts := ", ".join(f"{what} {count} แห่ง" for what, count in found.items() if count):
        yield PARTS_UNREAD.at(Place(file=name), name, parts=parts)
    if lost:
        yield PHOTO_UNUSABLE.at(Place(file=name), name, why=_LOST.format(count=len(set(lost))))


def _is_seen(element: etree._Element) -> bool:
    return not any(around.tag in _UNSEEN for around in element.iterancestors())
