"""Numbered lists in loops of which it cannot be known whether they were meant to begin anew in each turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from officefiles.opc import Package, W
from officefiles.problems import Kind, Severity
from officefiles.styles import properties
from thaipages.layout.shapes import Sheet, read_sheet
from wordfill.lint.blocks import Block, Structure
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Paragraph, Part
from wordfill.lint.tags import Tag
from wordfill.lists import Choice, Line, decide, list_of

CONTINUES = Kind(
    "list-continues",
    "เลขลำดับของย่อหน้านี้จะนับต่อเนื่องทุกรอบของ {found} ไม่เริ่มใหม่ในแต่ละรอบ",
    "ถ้าต้องการให้เริ่มใหม่ทุกรอบ ให้มีย่อหน้าหัวข้อก่อนรายการในคำสั่งวนรอบ และใช้รายการลำดับเลขชุดของตนเอง (คลิกขวาที่เลข > เริ่มใหม่ที่ 1)",
    "รายการลำดับเลขของ Word ในคำสั่งวนรอบ ซึ่งบอกไม่ได้ว่าต้องการให้นับต่อหรือเริ่มใหม่",
    Severity.NOTE,
)
_OF_LOOP = re.compile(r"\bloop\b")


def check(part: Part, tags: Sequence[Tag], structure: Structure, package: Package) -> Iterator[Finding]:
    """A note at the first paragraph of each list that goes on although it may have been meant to begin anew."""
    blocks = [block for block in structure.blocks if block.closer is not None]
    if not any(block.word == "for" for block in blocks):
        return
    sheet = read_sheet(package.of_main("styles"), package.of_main("numbering"), None, 720)
    gone = {tag.paragraph for tag in tags if tag.prefix in ("p", "tr")}
    kept = [paragraph for paragraph in part.paragraphs if paragraph not in gone]
    lines = [_line(paragraph, blocks, sheet) for paragraph in kept]
    for place in decide(lines).doubtful:
        loop = next(block for block in blocks if block.word == "for" and _is_in(kept[place], block))
        yield found(CONTINUES, kept[place].spot.narrow(0, len(kept[place].text)), loop.opener.raw)


def _line(paragraph: Paragraph, blocks: Sequence[Block], sheet: Sheet) -> Line:
    around = [(number, block) for number, block in enumerate(blocks) if _is_in(paragraph, block)]
    name, depth, _ = list_of(properties(paragraph.element, W + "pPr"), sheet)
    return Line(
        loops=tuple(number for number, block in around if block.word == "for"),
        choices=tuple(
            Choice(number, _branch(paragraph, block), bool(_OF_LOOP.search(block.opener.code)))
            for number, block in around
            if block.word == "if"
        ),
        list=name,
        depth=depth,
        has_text=bool(paragraph.text.strip()),
    )


def _is_in(paragraph: Paragraph, block: Block) -> bool:
    assert block.closer is not None
    return block.opener.paragraph.spot.index < paragraph.spot.index < block.closer.paragraph.spot.index


def _branch(paragraph: Paragraph, block: Block) -> int:
    return sum(tag.paragraph.spot.index < paragraph.spot.index for tag in block.middles)
