"""Tags in the wrong kind of place: row tags outside tables, words beside a tag that takes its whole paragraph away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind
from officefiles.styles import is_switched_on
from officefiles.thai import shortened
from wordfill.lint.blocks import UNITS, Structure, unit_of
from wordfill.lint.finding import Finding
from wordfill.lint.reading import Paragraph, Part
from wordfill.lint.statements import CELL_STATEMENTS, keyword
from wordfill.lint.tags import Tag

OUTSIDE_TABLE = Kind(
    "place-outside-table",
    "แท็ก {found} อยู่นอกตาราง แต่ใช้ได้เฉพาะในตาราง",
    "ย้ายแท็กไปไว้ในแถวของตาราง{meant}",
    "แท็กของแถวหรือช่องที่อยู่นอกตาราง",
)
LOST_TEXT = Kind(
    "place-lost-text",
    "ข้อความ “{lost}” อยู่ใน{unit}เดียวกับแท็ก {found} จึงจะหายไปจากเอกสาร",
    "ย้ายข้อความนี้ไปไว้อีก{unit}หนึ่ง ให้แท็กอยู่ใน{unit}ของตนเองเท่านั้น",
    "ข้อความหรือแท็กอื่นที่อยู่ในย่อหน้า แถว หรือช่องเดียวกับแท็กที่มีอักษรนำหน้า",
)
LOST_OBJECT = Kind(
    "place-lost-object",
    "{unit}ที่มีแท็ก {found} มี{lost}อยู่ด้วย ซึ่งจะหายไปจากเอกสาร",
    "ย้าย{lost}ไปไว้อีก{unit}หนึ่ง",
    "รูปภาพ ตัวแบ่งหน้า ตัวแบ่งส่วน หรือเชิงอรรถในย่อหน้าของแท็กที่มีอักษรนำหน้า",
)

_QUOTED = 60
"""The most characters of the words that a message quotes."""
_OBJECTS = {
    W + "drawing": "รูปภาพ",
    W + "pict": "รูปภาพ",
    W + "object": "วัตถุ",
    W + "sectPr": "ตัวแบ่งส่วน",
    W + "footnoteReference": "เชิงอรรถ",
    W + "endnoteReference": "อ้างอิงท้ายเรื่อง",
    W + "sym": "สัญลักษณ์",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "สมการ",
}
_BREAKS = {"page": "ตัวแบ่งหน้า", "column": "ตัวแบ่งคอลัมน์"}


def check(part: Part, tags: Sequence[Tag], structure: Structure) -> Iterator[Finding]:
    """The tags in the wrong kind of place, and what would be lost beside a tag."""
    blocks = {tag: block for block in structure.blocks for tag in block.tags}
    seen: set[etree._Element] = set()
    for tag in tags:
        block = blocks.get(tag)
        if (tag.prefix in ("tr", "tc") or keyword(tag) in CELL_STATEMENTS) and tag.paragraph.cell is None:
            if block is None or tag is block.opener or tag.prefix != block.opener.prefix:
                yield tag.finding(OUTSIDE_TABLE, meant=" หรือใช้ {%p แทน {%tr" if tag.prefix == "tr" else "")
        elif tag.prefix in ("p", "tr", "tc"):
            unit = unit_of(tag)
            if unit is None or unit in seen:
                continue
            seen.add(unit)
            if block is None or not any(unit_of(other) is unit for other in block.tags if other is not tag):
                yield from _losses(tag, unit, part)


def _losses(tag: Tag, unit: etree._Element, part: Part) -> Iterator[Finding]:
    within = [tag.paragraph] if tag.prefix == "p" else [p for p in part.paragraphs if _inside(p, unit)]
    lost = " ".join(filter(None, (_without(paragraph, tag) for paragraph in within)))
    name = UNITS[tag.prefix]
    if lost:
        yield tag.finding(LOST_TEXT, unit=name, lost=shortened(lost, _QUOTED))
    elif things := dict.fromkeys(_OBJECTS[str(e.tag)] for e in unit.iter(*_OBJECTS)):
        yield tag.finding(LOST_OBJECT, unit=name, lost=" ".join(things))
    elif breaks := dict.fromkeys(_BREAKS[kind] for e in unit.iter(W + "br") if (kind := e.get(W + "type")) in _BREAKS):
        yield tag.finding(LOST_OBJECT, unit=name, lost=" ".join(breaks))
    elif any(map(is_switched_on, unit.iter(W + "pageBreakBefore"))):
        yield tag.finding(LOST_OBJECT, unit=name, lost="การขึ้นหน้าใหม่ (ย่อหน้า > ขึ้นหน้าใหม่ก่อน) ")


def _inside(paragraph: Paragraph, unit: etree._Element) -> bool:
    return paragraph.row is not None and any(above is unit for above in paragraph.element.iterancestors())


def _without(paragraph: Paragraph, tag: Tag) -> str:
    """The words of ``paragraph`` besides ``tag``."""
    text = paragraph.text
    return (text[: tag.start] + text[tag.end :] if tag.paragraph is paragraph else text).strip()
