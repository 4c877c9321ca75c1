"""Tags in the wrong kind of place: row tags outside tables, words beside a tag that takes its whole paragraph away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.problems import Kind
from pipeline.word.lint.blocks import UNITS, Structure, unit_of
from pipeline.word.lint.finding import Finding
from pipeline.word.lint.reading import Paragraph, Part
from pipeline.word.lint.statements import CELL_STATEMENTS, keyword
from pipeline.word.lint.tags import Tag
from pipeline.word.opc import W

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

_OBJECTS = {
    W + "drawing": "รูปภาพ",
    W + "pict": "รูปภาพ",
    W + "object": "วัตถุ",
    W + "sectPr": "ตัวแบ่งส่วน",
    W + "footnoteReference": "เชิงอรรถ",
}


def check(part: Part, tags: Sequence[Tag], structure: Structure) -> Iterator[Finding]:
    """The tags in the wrong kind of place, and what would be lost beside a tag."""
    ends = {tag: block.opener for block in structure.blocks for tag in (*block.middles, block.closer) if tag}
    seen: dict[etree._Element, Tag] = {}
    for tag in tags:
        cell_tag = tag.prefix in ("tr", "tc") or keyword(tag) in CELL_STATEMENTS
        if cell_tag and tag.paragraph.cell is None:
            if ends.get(tag) is None or ends[tag].prefix != tag.prefix:
                meant = {"tr": " หรือใช้ {%p แทน {%tr"}.get(tag.prefix, "")
                yield tag.finding(OUTSIDE_TABLE, meant=meant)
        elif tag.prefix in ("p", "tr", "tc"):
            unit = unit_of(tag)
            if unit is None or unit in seen:
                continue
            seen[unit] = tag
            partners = _partners(tag, structure)
            yield from _losses(tag, unit, part, [other for other in tags if other in partners or other is tag])


def _partners(tag: Tag, structure: Structure) -> set[Tag]:
    """The other tags of the block that ``tag`` opens or closes: one unit for both is told as a mistake of its own."""
    for block in structure.blocks:
        members = {block.opener, *block.middles, *([block.closer] if block.closer else [])}
        if tag in members:
            return members
    return {tag}


def _losses(tag: Tag, unit: etree._Element, part: Part, kept: Sequence[Tag]) -> Iterator[Finding]:
    within = [paragraph for paragraph in part.paragraphs if _belongs(paragraph, tag, unit)]
    lost = " ".join(filter(None, (_without(paragraph, kept) for paragraph in within)))
    name = UNITS[tag.prefix]
    if lost:
        yield tag.finding(LOST_TEXT, unit=name, lost=lost if len(lost) <= 60 else lost[:57] + "…")
    elif things := dict.fromkeys(_OBJECTS[str(e.tag)] for e in unit.iter(*_OBJECTS)):
        yield tag.finding(LOST_OBJECT, unit=name, lost=" ".join(things))
    elif any(e.get(W + "type") == "page" for e in unit.iter(W + "br")):
        yield tag.finding(LOST_OBJECT, unit=name, lost="ตัวแบ่งหน้า")


def _belongs(paragraph: Paragraph, tag: Tag, unit: etree._Element) -> bool:
    return paragraph is tag.paragraph or any(above is unit for above in paragraph.element.iterancestors())


def _without(paragraph: Paragraph, tags: Sequence[Tag]) -> str:
    """The words of ``paragraph`` besides ``tags``."""
    text = paragraph.text
    for tag in reversed(tags):
        if tag.paragraph is paragraph:
            text = text[: tag.start] + text[tag.end :]
    return text.strip()
