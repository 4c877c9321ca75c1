"""Turns of a loop that print nothing and are counted all the same, and texts in cells that a merge hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.styles import value_of
from officefiles.text import held_by
from officefiles.thai import shortened
from wordfill.lint import statements
from wordfill.lint.blocks import Block, Structure
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Part
from wordfill.lint.tags import Tag

COUNTED = Kind(
    "loop-counts-skipped",
    "แท็ก {found} นับรอบที่ {other} ไม่ได้พิมพ์ด้วย ลำดับจะข้าม หรือเครื่องหมายคั่นจะขาดหรือเกิน",
    "ย้ายเงื่อนไขไปไว้ในคำสั่งวนรอบ เช่น {meant} แล้วลบ if กับ endif",
    "loop.index, loop.first หรือ loop.last ในคำสั่งวนรอบที่มี if เลือกพิมพ์เพียงบางรอบ",
    Severity.WARNING,
)
MERGED = Kind(
    "place-merged-away",
    "ข้อความ “{found}” อยู่ในช่องที่ผสานกับช่องข้างบน จึงไม่เห็นในเอกสาร",
    "ย้ายข้อความไปไว้ในช่องแรกของช่องที่ผสาน หรือแยกช่อง (เค้าโครง > แยกเซลล์)",
    "ข้อความในช่องที่ถูกช่องข้างบนผสานทับ มักเกิดในไฟล์ที่ไม่ได้สร้างจาก Word",
    Severity.WARNING,
)
_COUNTS = re.compile(r"\bloop\.(?:index0?|revindex0?|first|last|length)\b")
_LOOP = re.compile(r"for\s+(\w+)\s+in\s+((?:(?!\sif\s).)+)")
_QUOTED = 40


def check(part: Part, tags: Sequence[Tag], structure: Structure) -> Iterator[Finding]:
    """What a part counts though it does not print it, and what it prints where nobody sees it."""
    at = {tag: place for place, tag in enumerate(tags)}
    openers = {block.opener: block for block in structure.blocks if block.closer is not None}
    for loop in openers.values():
        choice = openers.get(tags[at[loop.opener] + 1]) if loop.word == "for" else None
        if choice is not None and _is_all(choice, loop, at, part):
            inside = tags[at[choice.opener] + 1 : at[choice.tags[-1]]]
            counting = next((tag for tag in _of_turn(inside, openers, at) if _COUNTS.search(tag.code)), None)
            if counting is not None:
                yield counting.finding(COUNTED, other=choice.opener.raw, meant=_meant(loop, choice))
    yield from _merged(part)


def _is_all(choice: Block, loop: Block, at: dict[Tag, int], part: Part) -> bool:
    """True where ``choice`` is all that ``loop`` has, prints nothing where it is not met, and asks for its element."""
    said, ends = _LOOP.match(loop.opener.code), (choice.tags[-1], loop.tags[-1])
    return (
        choice.word == "if"
        and said is not None
        and " if " not in loop.opener.code
        and at[ends[0]] + 1 == at[ends[1]]
        and not choice.middles
        and re.search(rf"\b{said[1]}\b", choice.opener.code) is not None
        and "loop" not in choice.opener.code
        and not _between(loop.opener, choice.opener, part) + _between(*ends, part)
    )


def _between(first: Tag, last: Tag, part: Part) -> str:
    """The words between two tags."""
    start, end = first.paragraph.spot.index, last.paragraph.spot.index
    texts = [one.text for one in part.paragraphs[start : end + 1]]
    if texts:
        texts[-1] = texts[-1][: last.start]
        texts[0] = texts[0][first.end :]
    return "".join(texts).strip()


def _of_turn(inside: Sequence[Tag], openers: dict[Tag, Block], at: dict[Tag, int]) -> Iterator[Tag]:
    """The tags that stand in no loop of their own."""
    behind = -1
    for tag in inside:
        block = openers.get(tag)
        if block is not None and block.word == "for" and at[tag] > behind:
            behind = at[block.tags[-1]]
        if at[tag] > behind:
            yield tag


def _meant(loop: Block, choice: Block) -> str:
    test = statements.argument(choice.opener)
    return f"{{%{loop.opener.prefix} {loop.opener.code} if {test} %}}"


def _merged(part: Part) -> Iterator[Finding]:
    """The cells with words that are merged with those above them."""
    words = {
        one.cell: one for one in part.paragraphs if one.cell is not None and one.text.strip()[:2] not in ("", "{%")
    }
    for table in part.root.iter(W + "tbl") if words else ():
        above: dict[int, bool] = {}
        for row in held_by(table, W + "tr"):
            merged, place = dict[int, bool](), int(value_of(row, "trPr", "gridBefore") or "0")
            for cell in held_by(row, W + "tc"):
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(W + "val") != "restart" and above.get(place, False)
                if goes_on and (paragraph := words.get(cell)) is not None:
                    text = shortened(paragraph.text.strip(), _QUOTED)
                    yield found(MERGED, paragraph.spot.narrow(0, len(paragraph.text)), text)
                merged[place] = merge is not None
                place += _span(cell)
            above = merged


def _span(cell: etree._Element) -> int:
    span = value_of(cell, "tcPr", "gridSpan")
    return int(span) if span.isdecimal() else 1
