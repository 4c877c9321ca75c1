"""Paragraphs made whole: lines ended by hand or by a page joined, catchwords left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.importing.blocks import Block, OldParagraph, OldPlace, OldTable
from ita_docs.importing.joining import is_open, join_lines
from ita_docs.importing.papers.items import BULLET
from ita_docs.importing.papers.parts import OF_PAGES
from ita_docs.importing.papers.words import plain, squashed

_BEGINS = re.compile(
    r"^\s*(?:\(?[0-9]{1,2}[.)](?![0-9]{2}(?![0-9.]))|[กขคง]\.\s|ตัวชี้วัดที่|ประเด็นที่|ทั้งนี้|เมื่อนำ|ด้วย|ตามที่|บัดนี้|จึง|อาศัย"
    r"|สั่ง ณ|ประกาศ ณ|\(ลงชื่อ)"
)
"""How a paragraph begins; a number with two decimals is a score, and no label."""
_TOTAL = re.compile(r"\s*(?:ผล)?คะแนน(?:รวม|เฉลี่ย|ภาพรวม)")
_CATCHWORD = re.compile(r"(?:\.\.\.|…)\s*$")
_LONGEST_CATCHWORD = 70
_ENDS = ("ดังนี้", "ได้แก่", "ดังต่อไปนี้", ".")
_INDENT, _HALF_A_LINE = 20.0, 40
"""In points, and in letters."""
_FULL = 0.7
"""Of the longest line of a file: one so long may have been ended at the right edge."""


@dataclass(frozen=True, slots=True)
class WholeParagraph:
    """A paragraph with its pieces on one line each as typed (``text``), the number before it, and where it stands."""

    text: str
    number: str
    places: tuple[OldPlace, ...]
    centred: bool
    indent: float
    bold: bool = False

    @property
    def printed(self) -> str:
        """With the automatic number before it, unless that is only a dash."""
        return f"{self.number} {self.text}" if self.number and not BULLET.match(self.number) else self.text

    @property
    def said(self) -> str:
        """On one line, in Arabic digits, without a dash before it."""
        return " ".join(plain(BULLET.sub("", self.text)).split())


def whole(blocks: Sequence[Block], elsewhere: str) -> list[WholeParagraph]:
    """The paragraphs that say something; none goes on behind a table."""
    found = [one for one in blocks if isinstance(one, OldParagraph) and one.text.strip()]
    behind = {after.origin for one, after in pairwise(blocks) if isinstance(one, OldTable)}
    longest = max((len(one.text) for one in found if "\n" not in one.text and not one.centred), default=0)
    made: list[WholeParagraph] = []
    before: OldParagraph | None = None
    pending: tuple[OldPlace, ...] = ()
    for at, one in enumerate(found):
        if OF_PAGES.fullmatch(plain(one.text)) or _is_catchword(one, found[at + 1 :]):
            pending += (one.origin,)
            continue
        if made and before and one.origin not in behind and _goes_on(before, one, made[-1], longest):
            text = join_lines((made[-1].text, one.text), elsewhere)
            made[-1] = replace(made[-1], text=text, places=(*made[-1].places, *pending, one.origin))
        else:
            made.append(
                WholeParagraph(one.text.strip(), one.number, (*pending, one.origin), one.centred, one.indent, one.bold)
            )
        before, pending = one, ()
    return made


def _goes_on(before: OldParagraph, one: OldParagraph, made: WholeParagraph, longest: int) -> bool:
    """True for a paragraph that is only the next line of the one before it; ``longest`` is the length of a full line.
    Below a first line that is indented any other is, as far as a heading or a list does not begin."""
    if _TOTAL.match(plain(one.text)) and not is_open(made.text):
        return False
    if one.number or one.centred or one.text.startswith("\t"):
        return False
    if BULLET.match(one.text) or _BEGINS.match(plain(one.text)):
        return False
    if not before.ended:
        return True
    if one.bold != before.bold:
        return False
    if made.indent > _INDENT and one.indent <= 1 and not made.text.endswith(_ENDS):
        return len(made.text) > _HALF_A_LINE
    hanging = one.indent <= 1 and (before.indent > 5 or len(made.places) > 1 or bool(made.number))
    full = len(before.text) >= _FULL * min(longest, 110) and len(before.text) > _HALF_A_LINE
    return (hanging or before.text.startswith("\t")) and full and not before.centred and len(one.text) <= 130


def _is_catchword(one: OldParagraph, after: Iterable[OldParagraph]) -> bool:
    """True for the words at the foot of a page that the next page begins with."""
    if not _CATCHWORD.search(one.text) or len(one.text) > _LONGEST_CATCHWORD:
        return False
    said = squashed(_CATCHWORD.sub("", one.text)).removeprefix("/")
    following = next((other for other in after if not OF_PAGES.fullmatch(plain(other.text))), None)
    return bool(said) and following is not None and squashed(following.printed).startswith(said)
