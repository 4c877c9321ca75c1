"""The place of each character on a line: indents, tabs, alignment and justification. Lengths are twips.

A justified line is filled out as LibreOffice does it, and Word in Thai: behind each letter of a Thai stretch, with the
marks above and below it, and behind each space, but never inside a word or number in other letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from operator import add
from typing import Any, NamedTuple

from thaipages.layout import Paragraph
from thaipages.layout.lines import Measure, tabbed

JUSTIFIED = frozenset(("both", "thaiDistribute"))
_SHARE_BEFORE = {"center": 0.5, "right": 1.0, "end": 1.0}
"""How much of the free room of a line stands before its text, by the alignment of the paragraph."""
_STRONG = re.compile("[\u0e00-\u0e7f]|[!-\u009f\u00a1-\u0dff\u0e80-\u1fff]")
_THAI, _SPACE = "[\u0e00-\u0e7f][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*", " (?!ๆ)"
_PIECE = re.compile(
    f"(?P<thai>{_THAI})"
    "|(?P<other>[!-\u009f\u00a1-\u0dff\u0e80-\u1fff]+)"
    f"|(?P<space>{_SPACE})"
    "|(?P<sign>[^ \u00a0\t])"  # quotation marks, dashes
)
_LETTER_OR_SPACE = re.compile(f"{_THAI}|{_SPACE}")
_SIGN = re.compile("[^ \u00a0\t\u0e00-\u0e7f!-\u009f\u00a1-\u0dff\u0e80-\u1fff]")
_ENDINGS = " \n\f"


class Places(NamedTuple):
    """The characters from ``start`` to ``end`` of a paragraph on a line: ``at[i]`` is the left edge of the ``i``-th of
    them from the left edge of the column, and the last one the right edge of all. Behind ``seen`` there are only
    spaces and a break. ``pieces`` are those of its stretches that were drawn."""

    start: int
    seen: int
    end: int
    at: list[float]
    pieces: dict[object, Any]


def places(paragraph: Paragraph, line: int, width: float, *, stretch_breaks: bool) -> Places:
    """The places of the characters of ``line``, in a column of ``width``. ``stretch_breaks`` is true where lines that
    end with a line break are justified too. They are kept with the lines, which equal paragraphs have in common."""
    kept, key = paragraph.lines.drawn, (line, width, stretch_breaks)
    if key not in kept:
        kept[key] = _places(paragraph, line, width, stretch_breaks)
    placed: Places = kept[key]
    return placed


def _places(paragraph: Paragraph, line: int, width: float, stretch_breaks: bool) -> Places:
    placed, free, stretch_from = side_by_side(paragraph, line, width)
    alignment = paragraph.shape.values.get("jc", "left")
    if free > 0 and alignment in _SHARE_BEFORE:
        shift = free * _SHARE_BEFORE[alignment]
        return placed._replace(at=[place + shift for place in placed.at])
    if free > 0 and alignment in JUSTIFIED and _is_justified(paragraph, line, stretch_breaks):
        at = _stretched(paragraph.text, placed.start, stretch_from, placed.seen, placed.at, free)
        return placed._replace(at=at)
    return placed


def side_by_side(paragraph: Paragraph, line: int, width: float) -> tuple[Places, float, int]:
    """The characters of ``line`` side by side from its left edge, the room that is left free behind them, and where the
    text behind the last tab begins."""
    text, shape = paragraph.text, paragraph.shape
    start, end = paragraph.ends[line - 1] if line else 0, paragraph.ends[line]
    measure = Measure(shape.first, shape.left, width - shape.right, shape.tabs)
    seen = start + len(text[start:end].rstrip(_ENDINGS))
    at, stretch_from = _laid(paragraph, start, end, measure.left if line else measure.first, measure)
    return Places(start, seen, end, at, {}), measure.right - at[seen - start], stretch_from


def _is_justified(paragraph: Paragraph, line: int, stretch_breaks: bool) -> bool:
    """False for the last line, and for one that a break ends unless those are stretched."""
    if line + 1 == len(paragraph.ends):
        return False
    ending = paragraph.text[paragraph.ends[line] - 1]
    return ending != "\f" and (ending != "\n" or stretch_breaks)


def _laid(paragraph: Paragraph, start: int, end: int, left: float, measure: Measure) -> tuple[list[float], int]:
    """The places of the characters side by side from ``left``, and where the text behind the last tab begins."""
    text, edges = paragraph.text, paragraph.edges
    at: list[float] = []
    place, tab = left, text.find("\t", start, end)
    while tab >= 0:
        shift = place - edges[start]
        at += [edge + shift for edge in edges[start : tab + 1]]
        place = tabbed(text, edges, at[-1], tab + 1, measure)
        start, tab = tab + 1, text.find("\t", tab + 1, end)
    shift = place - edges[start]
    rest = edges[start : end + 1]
    at += [edge + shift for edge in rest] if shift else rest
    return at, start


def _stretched(text: str, line: int, start: int, seen: int, at: list[float], free: float) -> list[float]:
    """``at`` for the line that begins at ``line``, with the room ``free`` shared out from ``start`` to ``seen``."""
    behind = elastic(text, start, seen)
    if not behind:
        return at
    share = free / len(behind)
    added = [0.0] * len(at)
    for place in behind:
        added[place + 1 - line] = share
    return list(map(add, at, accumulate(added)))


def elastic(text: str, start: int, seen: int) -> list[int]:
    """The places between ``start`` and ``seen`` of the characters behind which a justified line is filled out: the
    last of a Thai letter and its marks, and spaces."""
    if _SIGN.search(text, start, seen):
        found = list(_elastic(text, start, seen))
    else:
        found = [match.end() - 1 for match in _LETTER_OR_SPACE.finditer(text, start, seen)]
    if found and found[-1] == seen - 1:
        found.pop()
    return found


def _elastic(text: str, start: int, seen: int) -> Iterator[int]:
    """The same where there are signs, which are as the letters before them."""
    thai = _is_thai_before(text, start)
    for match in _PIECE.finditer(text, start, seen):
        kind = match.lastgroup
        if kind in ("thai", "other"):
            thai = kind == "thai"
        if thai or kind == "space":
            yield match.end() - 1


def _is_thai_before(text: str, place: int) -> bool:
    """Whether what stands before ``place`` is Thai: signs and spaces belong to the letters before them."""
    while place > 0:
        place -= 1
        if _STRONG.match(text[place]):
            return "\u0e00" <= text[place] <= "\u0e7f"
    return False
