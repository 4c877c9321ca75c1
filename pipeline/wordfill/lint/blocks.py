"""Blocks of a template: each ``if`` and ``for`` with its ``else`` and its end, and where they may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.styles import value_of
from wordfill.bounds import MOST_BLOCKS, MOST_CHOICES, MOST_LOOPS
from wordfill.lint import statements
from wordfill.lint.finding import Finding
from wordfill.lint.statements import ENDS, MIDDLES, OPENERS
from wordfill.lint.tags import Tag

UNCLOSED = Kind(
    "block-unclosed",
    "คำสั่ง {found} ไม่มีคำสั่งปิด",
    "เพิ่ม {meant} ไว้หลังข้อความที่อยู่ในคำสั่งนี้",
    "if หรือ for ที่ไม่มี endif หรือ endfor",
)
STRAY = Kind(
    "block-stray",
    "คำสั่ง {found} ไม่มีคำสั่งเปิดที่คู่กัน",
    "เพิ่มคำสั่งเปิด ({opener}) ไว้ข้างหน้า หรือลบคำสั่งนี้",
    "endif, endfor, else หรือ elif ที่ไม่มีคำสั่งเปิดอยู่ข้างหน้า",
)
CROSSED = Kind(
    "block-crossed",
    "คำสั่ง {found} ปิดไขว้กับคำสั่ง {other}",
    "ปิดคำสั่งที่เปิดทีหลังก่อน ({other} ต้องปิดก่อน {found})",
    "คำสั่งที่ซ้อนกันแต่ปิดสลับลำดับ",
)
PREFIX = Kind(
    "block-prefix",
    "คำสั่ง {found} ใช้อักษรนำหน้าไม่ตรงกับคำสั่งเปิด {other}",
    "ใช้อักษรนำหน้าให้เหมือนกันทั้งคู่ หมายถึง {meant} หรือไม่",
    "คำสั่งเปิดและปิดที่อักษรนำหน้า (p, tr, tc, r) ไม่ตรงกัน",
)
SAME_UNIT = Kind(
    "block-same-unit",
    "คำสั่ง {other} และ {found} อยู่ใน{unit}เดียวกัน ข้อความระหว่างกันจะหายไป",
    "แยกคำสั่งเปิดและคำสั่งปิดไว้คนละ{unit} หรือตัดอักษรนำหน้า {prefix} ออกทั้งคู่",
    "คำสั่งเปิดและปิดชนิด {%p หรือ {%tr ที่อยู่ในย่อหน้าหรือแถวเดียวกัน",
)
OTHER_PLACE = Kind(
    "block-other-place",
    "คำสั่ง {found} อยู่คนละที่กับคำสั่งเปิด {other}",
    "ย้ายให้อยู่ใน{scope}เดียวกัน{advice}",
    "คำสั่งเปิดและปิดอยู่คนละช่อง คนละแถว หรือคนละตาราง หรืออยู่ในลิงก์เพียงคำสั่งเดียว",
)
CONTROLS = Kind(
    "block-other-control",
    "คำสั่ง {found} กับคำสั่งเปิด {other} อยู่คนละด้านของตัวควบคุมเนื้อหา (content control){title}",
    "คลิกขวาที่ตัวควบคุมเนื้อหา แล้วเลือก ลบตัวควบคุมเนื้อหา (ข้อความข้างในยังอยู่) หรือวางทั้งสองคำสั่งไว้ในตัวควบคุมเดียวกัน",
    "คำสั่งเปิดอยู่ในตัวควบคุมเนื้อหา แต่คำสั่งปิดอยู่ข้างนอกหรืออยู่ในตัวอื่น",
)
DEEP = Kind(
    "block-too-deep",
    "คำสั่ง {found} ซ้อนอยู่ในคำสั่งอื่นลึกเกินกำหนด หรือมี elif มากเกินกำหนด",
    "ลดชั้นของ if และ for เช่น รวมเงื่อนไขด้วย and หรือวนรอบรายการย่อยโดยตรง",
    "คำสั่งที่ซ้อนกันหลายชั้นเกินไป",
)
SECOND_ELSE = Kind(
    "block-second-else",
    "คำสั่ง {found} อยู่หลัง else ของคำสั่ง {other} แล้ว",
    "ใช้ else ครั้งเดียว ไว้หลัง elif ทั้งหมด",
    "else หรือ elif ที่อยู่หลัง else ของคำสั่งเดียวกัน",
)
OVER_PARAGRAPHS = Kind(
    "block-over-paragraphs",
    "คำสั่ง {other} และ {found} อยู่คนละย่อหน้าโดยไม่มีอักษรนำหน้า p จะเหลือย่อหน้าว่างหรือข้อความที่ถูกรวมกัน",
    "ให้คำสั่งอยู่ในย่อหน้าของตนเองและใช้ {{%p … %}} ทั้งคู่",
    "คำสั่งที่ครอบหลายย่อหน้าแต่ไม่ได้ใช้ {%p",
    Severity.WARNING,
)

_PROPERTIES = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr"))
UNITS = {"p": "ย่อหน้า", "tr": "แถว", "tc": "ช่อง", "r": "ช่วงข้อความ"}
"""What a tag with each prefix takes away as a whole, as staff call it."""


@dataclass(slots=True, eq=False)
class Block:
    """An opening tag, its ``else`` and ``elif`` tags, and its closing tag, ``None`` where it is missing."""

    opener: Tag
    word: str
    middles: list[Tag] = field(default_factory=list)
    closer: Tag | None = None

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Its tags, the opening one first."""
        return (self.opener, *self.middles, *([self.closer] if self.closer is not None else []))


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of one part in the order of their opening tags, and what is wrong with their nesting; ``is_deep``
    where they are nested so deep that they were not looked at."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    is_deep: bool = False


def pair(tags: Sequence[Tag]) -> Structure:
    """Match the statements of one part: those with the same prefix first, then what is left."""
    blocks: list[Block] = []
    standing: list[Block] = []
    left: list[tuple[Tag, list[Block]]] = []
    crossings: dict[Block, Finding] = {}
    for tag in tags:
        word = statements.keyword(tag)
        if word in OPENERS and not (word == "set" and "=" in tag.code):
            blocks.append(Block(tag, word))
            standing.append(blocks[-1])
            if len(standing) > MOST_BLOCKS or sum(block.word == "for" for block in standing) > MOST_LOOPS:
                return Structure((), (tag.finding(DEEP),), is_deep=True)
        elif word in ENDS or word in MIDDLES:
            alike = [block for block in standing if block.opener.prefix == tag.prefix]
            block = _join(tag, word, alike)
            if block is not None and len(block.middles) > MOST_CHOICES:
                return Structure((), (tag.finding(DEEP),), is_deep=True)
            if block is None:
                left.append((tag, list(standing)))
            elif block.closer is tag:
                for inner in standing[standing.index(block) + 1 :]:
                    crossings.setdefault(inner, tag.finding(CROSSED, other=inner.opener.raw))
                standing.remove(block)
    findings = [one.finding(SECOND_ELSE, other=block.opener.raw) for block in blocks for one in _after_else(block)]
    for tag, stood in left:
        word = statements.keyword(tag)
        if _join(tag, word, [block for block in stood if block.closer is None]) is None:
            findings.append(tag.finding(STRAY, opener=" หรือ ".join(_wanted(word))))
    findings += [crossing for block, crossing in crossings.items() if block.closer is not None]
    findings += [block.opener.finding(UNCLOSED, meant=_closing(block)) for block in blocks if block.closer is None]
    return Structure(tuple(blocks), tuple(findings))


def _join(tag: Tag, word: str, standing: Sequence[Block]) -> Block | None:
    """Give ``tag`` to the innermost block of those ``standing`` that it may belong to; that block."""
    block = next((block for block in reversed(standing) if block.word in _wanted(word)), None)
    if block is not None and word in ENDS:
        block.closer = tag
    elif block is not None:
        block.middles.append(tag)
    return block


def _after_else(block: Block) -> list[Tag]:
    words = [statements.keyword(tag) for tag in block.middles]
    return block.middles[words.index("else") + 1 :] if "else" in words else []


def _wanted(word: str) -> tuple[str, ...]:
    return (ENDS[word],) if word in ENDS else MIDDLES[word]


def check(structure: Structure) -> Iterator[Finding]:
    """What is wrong with the nesting, and the tags of a block that cannot belong to its opening tag; a tag that
    stands in another place is not also told to cross others."""
    misplaced = list(_check_places(structure))
    spots = {finding.spot for finding in misplaced}
    yield from misplaced
    yield from (finding for finding in structure.findings if finding.spot not in spots)


def _check_places(structure: Structure) -> Iterator[Finding]:
    for block in structure.blocks:
        for tag in block.tags[1:]:
            if (finding := _misplaced(block.opener, tag)) is not None:
                yield finding
                break


def _closing(block: Block) -> str:
    return f"{{%{block.opener.prefix} end{block.word} %}}"


def _misplaced(opener: Tag, tag: Tag) -> Finding | None:
    """The finding where ``tag`` cannot belong to ``opener``: another prefix, one unit for both, or another place."""
    other = opener.raw
    if tag.prefix != opener.prefix:
        return tag.finding(PREFIX, other=other, meant=f"{{%{opener.prefix} {tag.code} %}}")
    unit, other_unit = unit_of(tag), unit_of(opener)
    if unit is None or other_unit is None:
        return None
    if tag.prefix in ("p", "tr", "tc") and unit is other_unit:
        return tag.finding(SAME_UNIT, other=other, unit=UNITS[tag.prefix], prefix=tag.prefix)
    holders = [_holder_of(unit), _holder_of(other_unit)]
    if holders[0] is not holders[1] and _outside(holders[0]) is _outside(holders[1]):
        return tag.finding(CONTROLS, other=other, title=_title(holders))
    if holders[0] is not holders[1]:
        scope, advice = _scope(opener, tag)
        return tag.finding(OTHER_PLACE, other=other, scope=scope, advice=advice)
    if tag.prefix in ("", "r") and tag.paragraph is not opener.paragraph:
        return tag.finding(OVER_PARAGRAPHS, other=other)
    return _parted(opener, tag) if tag.prefix in ("", "r") else None


def _parted(opener: Tag, tag: Tag) -> Finding | None:
    """The finding where only one of two tags of a paragraph stands in a link or content control."""
    holders = [_within(opener), _within(tag)]
    if holders[0] is holders[1]:
        return None
    if any(holder is not None and holder.tag == W + "hyperlink" for holder in holders):
        return tag.finding(OTHER_PLACE, other=opener.raw, scope="ลิงก์", advice=" หรือให้อยู่นอกลิงก์ทั้งคู่")
    return tag.finding(CONTROLS, other=opener.raw, title=_title(holders))


def _within(tag: Tag) -> etree._Element | None:
    """The link or content control of its paragraph that a tag stands in, the innermost."""
    piece = tag.paragraph.pieces_between(tag.start, tag.end)[0]
    for holder in piece.run.iterancestors():
        if holder is tag.paragraph.element:
            return None
        if holder.tag in (W + "hyperlink", W + "sdtContent"):
            return holder
    return None


def unit_of(tag: Tag) -> etree._Element | None:
    """The element that goes with the tag: its paragraph, row or cell by its prefix; the paragraph without one.

    ``None`` for a row or cell tag outside tables.
    """
    paragraph = tag.paragraph
    return {"tr": paragraph.row, "tc": paragraph.cell}.get(tag.prefix, paragraph.element)


_CONTROLS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml"))


def _holder_of(unit: etree._Element) -> etree._Element | None:
    """What ``unit`` stands in, without content controls that hold it alone: these go with it."""
    holder = unit.getparent()
    while holder is not None and holder.tag in _CONTROLS:
        if sum(child.tag not in _PROPERTIES for child in holder) > 1:
            return holder
        holder = holder.getparent()
    return holder


def _outside(holder: etree._Element | None) -> etree._Element | None:
    """What ``holder`` stands in where it is a content control."""
    while holder is not None and holder.tag in _CONTROLS:
        holder = holder.getparent()
    return holder


def _title(holders: Sequence[etree._Element | None]) -> str:
    """What staff call the first of these that is a content control with a title."""
    for holder in holders:
        control = holder.getparent() if holder is not None and holder.tag in _CONTROLS else None
        title = "" if control is None else value_of(control, "sdtPr", "alias") or value_of(control, "sdtPr", "tag")
        if title:
            return f" “{title}”"
    return ""


def _scope(opener: Tag, tag: Tag) -> tuple[str, str]:
    """What both tags must share, and what to use where they enclose cells or rows."""
    if tag.prefix == "tr":
        return "ตาราง", ""
    if tag.prefix == "tc":
        return "แถว", ""
    here, there = tag.paragraph, opener.paragraph
    if here.row is not None and here.row is there.row:
        return "ช่อง", " หากต้องการครอบหลายช่องให้ใช้ {%tc … %} ทั้งคู่"
    if here.row is not None and there.row is not None and here.row.getparent() is there.row.getparent():
        return "ช่อง", " หากต้องการครอบหลายแถวให้ใช้ {%tr … %} ในแถวของตนเองทั้งคู่"
    return "ช่องหรือเนื้อหาส่วน", ""
