"""Tags outside of the runs of the text: in charts, shapes, addresses, properties, the data behind content controls."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.thai import shortened
from wordfill import addresses, slots
from wordfill.lint.finding import Finding, Spot, found
from wordfill.lint.marks import NOT_FILLED
from wordfill.lint.reading import ExaminedTemplate, Paragraph, Part, Piece
from wordfill.lint.tags import Tag, scan
from wordfill.slots import Slot, Use

UNITLESS = Kind(
    "place-outside-text",
    "แท็ก {found} อยู่ใน{part} ซึ่งไม่มีย่อหน้าหรือแถวให้ทำซ้ำ",
    "ในที่นี้ใช้ได้เฉพาะ {{{{ … }}}} และ {{% if … %}} … {{% endif %}} ส่วนรายการที่วนรอบให้ย้ายไปไว้ในเนื้อหา",
    "แท็กที่มีอักษรนำหน้า p, tr, tc หรือ r ในแผนภูมิ รูปร่าง ที่อยู่ของลิงก์ หรือที่อื่นนอกเนื้อหา",
)
PICTURE = Kind(
    "picture-outside-text",
    "แท็ก {found} แสดงภาพใน{part} ซึ่งมีได้แต่ข้อความ",
    "ย้ายแท็กไปไว้ในเนื้อหา หัวกระดาษ หรือท้ายกระดาษ",
    "ภาพหรือแผนภูมิในที่ซึ่งมีได้แต่ข้อความ เช่น ชื่อแผนภูมิ หรือข้อความแสดงแทน",
)
ADDRESS = Kind(
    "link-address",
    "{part} คือ {found} ซึ่งไม่ใช่ที่อยู่เว็บ (http, https) หรืออีเมล (mailto)",
    "แก้ที่อยู่ของลิงก์ให้ขึ้นต้นด้วย https หรือ mailto หรือลบลิงก์นี้",
    "ลิงก์ที่มีแท็กและนำไปยังไฟล์ในเครื่อง หรือที่อื่นซึ่งไม่ใช่เว็บหรืออีเมล",
)
DIFFERING = Kind(
    "bound-text-differs",
    "ข้อความที่เห็นคือ “{shown}” แต่ข้อมูลที่ผูกไว้คือ “{said}” โปรแกรมจะใช้ {found} ทั้งสองแห่ง",
    "แก้ข้อความและข้อมูลที่ผูกไว้ให้ตรงกัน หรือลบตัวควบคุมเนื้อหาแล้วพิมพ์แท็กในเนื้อหาแทน",
    "ตัวควบคุมเนื้อหา หรือเขตข้อมูลของคุณสมบัติเอกสาร ที่ข้อความกับข้อมูลที่ผูกไว้ไม่ตรงกัน",
    Severity.WARNING,
)
BOOK = Kind(
    "chart-workbook",
    "สมุดงานของแผนภูมิที่ {number} ({found}) เป็นชนิดที่โปรแกรมไม่เปิดดู แท็กในสมุดงานนี้จึงไม่ได้เติม และจะเห็นเมื่อเลือก “แก้ไขข้อมูล”",
    "คลิกขวาที่แผนภูมิ เลือก แก้ไขข้อมูลใน Excel แล้วบันทึกเป็นชนิด .xlsx หรือสร้างแผนภูมิใหม่ใน Word",
    "แผนภูมิที่มีแท็ก ซึ่งสมุดงานเป็นชนิดเก่า (.xls) หรือชนิดไบนารี (.xlsb)",
    Severity.WARNING,
)

_QUOTED = 40
_FIT = re.compile(r"\|\s*fit\b")
_ANY_TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Placed:
    """A slot as the examination sees it: as a paragraph, and in a part of the document's text where it stands:
    behind ``offset`` characters of the paragraph ``paragraph.spot.index``."""

    slot: Slot
    paragraph: Paragraph
    offset: int = -1

    def tags(self) -> tuple[Tag, ...]:
        """Its tags."""
        return scan([self.paragraph])


@dataclass(frozen=True, slots=True)
class Outside:
    """What stands outside of the runs of a template: in the parts of its text, by their names, and in its other parts;
    ``differing`` are the findings on what stands twice and is not the same, or may not be."""

    in_text: Mapping[str, tuple[Placed, ...]]
    elsewhere: tuple[tuple[Part, Placed], ...]
    differing: tuple[Finding, ...]

    @classmethod
    def of(cls, document: ExaminedTemplate) -> Outside:
        """All that stands outside of the runs of ``document``."""
        survey = slots.survey(document.package)
        in_text = {part.member: _in_text(part, document) for part in document.parts}
        elsewhere = []
        for other in survey.others:
            for number, slot in enumerate(other.slots):
                paragraph = _paragraph(slot, other.book or other.member, 2 * number)
                elsewhere.append((Part(other.book or other.member, other.root, (paragraph,)), Placed(slot, paragraph)))
        first = Spot(document.body.paragraphs[0].spot.part if document.body.paragraphs else "", document.body.member)
        differing = tuple(_differing(one, first) for one in survey.agreement.differing)
        unread = (
            found(BOOK, Spot("ไฟล์", ""), posixpath.basename(book), number=str(number))
            for book, number in survey.unread.items()
        )
        return cls(in_text, tuple(elsewhere), (*differing, *unread))

    def merged(self, part: Part, tags: Sequence[Tag]) -> tuple[Tag, ...]:
        """``tags``, those of the runs of ``part``, and those outside of runs that mean something, in their order."""
        places = [((tag.paragraph.spot.index, tag.start, 1), tag) for tag in tags]
        for placed in self.in_text[part.member]:
            place = placed.paragraph.spot.index, placed.offset, 0
            places += [(place, tag) for tag in placed.tags() if _means(placed.slot, tag)]
        return tuple(tag for _, tag in sorted(places, key=lambda pair: pair[0]))

    def others(self) -> Iterator[tuple[Part, tuple[Tag, ...]]]:
        """Each slot of the other parts as a part of its own, with those of its tags that mean something."""
        for part, placed in self.elsewhere:
            yield part, tuple(tag for tag in placed.tags() if _means(placed.slot, tag))

    def filled(self) -> Iterator[tuple[Part, tuple[Tag, ...]]]:
        """Each slot that is filled as a part of its own, with all its tags."""
        for placed in self.every():
            if placed.slot.use is not Use.NOTHING:
                spot = placed.paragraph.spot
                yield Part(spot.member, placed.paragraph.element, (placed.paragraph,)), placed.tags()

    def every(self) -> Iterator[Placed]:
        """All slots."""
        for placed in self.in_text.values():
            yield from placed
        yield from (placed for _, placed in self.elsewhere)


def check(placed: Placed) -> Iterator[Finding]:
    """What cannot be in this place, whatever the tag says."""
    slot, part = placed.slot, placed.slot.place
    for tag in placed.tags():
        if slot.use is Use.NOTHING:
            yield tag.finding(NOT_FILLED, part=part)
        elif tag.prefix:
            yield tag.finding(UNITLESS, part=part)
        elif _FIT.search(tag.code):
            yield tag.finding(PICTURE, part=part)
    if slot.use is Use.LINK and not slot.text.strip().startswith("{"):
        try:
            addresses.checked(_ANY_TAG.sub("x", slot.text))
        except addresses.AddressError:
            yield found(ADDRESS, placed.paragraph.spot, shortened(slot.text, _QUOTED), part=part)


def _means(slot: Slot, tag: Tag) -> bool:
    return slot.use is not Use.NOTHING and not tag.prefix


def _in_text(part: Part, document: ExaminedTemplate) -> tuple[Placed, ...]:
    links = document.package.relationships.get(part.member, {})
    found_here = tuple(slots.slots_in_text(part.member, part.root, links))
    if not found_here:
        return ()
    order = {element: number for number, element in enumerate(part.root.iter())}
    indices = {paragraph.element: paragraph for paragraph in part.paragraphs}
    starts = [(order[paragraph.element], paragraph) for paragraph in part.paragraphs]
    placed = []
    for slot in found_here:
        first = slot.nodes[0]
        around = next((indices[one] for one in (first, *first.iterancestors(W + "p")) if one in indices), None)
        if around is not None:
            before = [piece.end for piece in around.pieces if order[piece.node] < order[first]]
            index, offset = around.spot.index, max(before, default=0)
        else:
            behind = next((paragraph for at, paragraph in starts if at > order[first]), None)
            index, offset = (behind.spot.index if behind else len(part.paragraphs)), -1
        placed.append(Placed(slot, _paragraph(slot, part.member, index), offset))
    return tuple(placed)


def _paragraph(slot: Slot, member: str, index: int) -> Paragraph:
    """The slot as a paragraph whose runs are its nodes."""
    spot = Spot(slot.place, member, index=index)
    first = slot.nodes[0]
    if slot.name or slot.address or slot.use is Use.FIELD:
        parts = [Piece(first, first, 0, slot.text, False)]
    else:
        parts = []
        for node in slot.nodes:
            run = node.getparent()
            start = parts[-1].end if parts else 0
            parts.append(Piece(node, node if run is None else run, start, node.text or "", False))
    return Paragraph(first, spot, tuple(parts), (), None, None, slot.text)


def _differing(one: tuple[etree._Element, str, str, str], spot: Spot) -> Finding:
    _, shown, said, meant = one
    words = {"shown": shortened(shown, _QUOTED), "said": shortened(said, _QUOTED)}
    return found(DIFFERING, spot, shortened(meant, _QUOTED), **words)
