"""Footnotes that print a variable of the loop that refers to them: notes stand outside of all loops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind
from wordfill.lint import expression_kinds
from wordfill.lint.blocks import Block, pair
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Part
from wordfill.lint.tags import Tag

OF_LOOP = Kind(
    "note-of-loop",
    "เชิงอรรถใช้ชื่อ {name} ในแท็ก {found} ไม่ได้ เพราะเป็นชื่อของคำสั่งวนรอบ {loop} ในเนื้อหา ซึ่งเชิงอรรถอยู่นอกคำสั่งนั้น",
    "พิมพ์ข้อความนี้ไว้ในเนื้อหาภายในคำสั่งวนรอบแทนเชิงอรรถ เช่น ในวงเล็บต่อท้าย หรือใช้ชื่อข้อมูลที่ไม่ขึ้นกับคำสั่งวนรอบ",
    "ตัวแปรของคำสั่งวนรอบในเชิงอรรถที่อ้างจากในคำสั่งวนรอบนั้น",
)
_LOOP = re.compile(r"for\s+(.+?)\s+in\s")
_NAME = re.compile(r"[^\W\d]\w*")


def told(findings: Iterable[Finding], notes: Part, body: Part, tags: Sequence[Tag]) -> Iterator[Finding]:
    """The ``findings`` of a part, in the notes each unknown name that is a variable of the loop round the reference
    told as that; ``tags`` are those of the body."""
    loops: dict[Block, re.Match[str] | None] | None = None
    for finding in findings:
        if finding.id == expression_kinds.UNKNOWN.id and finding.spot.index < len(notes.paragraphs):
            if loops is None:
                loops = _loops(tags)
            names = set(_NAME.findall(finding.tag))
            for block in _round_references(notes.paragraphs[finding.spot.index].element, body, loops):
                bound = loops[block]
                for name in sorted(names.intersection(_NAME.findall(bound[1]) if bound else ())):
                    finding = found(OF_LOOP, finding.spot, finding.tag, name=name, loop=block.opener.raw)
        yield finding


def _loops(tags: Sequence[Tag]) -> dict[Block, re.Match[str] | None]:
    """The loops that ``tags`` open and close, each with what it binds."""
    blocks = pair(tags).blocks
    return {block: _LOOP.match(block.opener.code) for block in blocks if block.word == "for" and block.closer}


def _round_references(paragraph: etree._Element, body: Part, loops: Iterable[Block]) -> list[Block]:
    """The loops round the references to the note that ``paragraph`` is of."""
    note = next(paragraph.iterancestors(W + "footnote", W + "endnote"), None)
    if note is None:
        return []
    referring = {
        one.spot.index
        for one in body.paragraphs
        for reference in one.element.iter(f"{note.tag}Reference")
        if reference.get(W + "id") == note.get(W + "id")
    }
    return [block for block in loops if any(_is_in(at, block) for at in referring)]


def _is_in(index: int, block: Block) -> bool:
    assert block.closer is not None
    return block.opener.paragraph.spot.index <= index <= block.closer.paragraph.spot.index
