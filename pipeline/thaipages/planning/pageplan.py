"""Where the pages of a document that carries catchwords are to begin.

Whole paragraphs and rows go to a page, and each page but the last keeps room for its catchword, a blank line above
it and slack, since programs differ by a line now and then: one line, or as many as a program needs that sets all text a
hundredth wider (``room``). Where a page has room for more, a second line of slack comes before more blank lines.
Lengths are twips.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from thaipages.layout.document import Layout
from thaipages.layout.flow import Fragment, fragments, repeated_height
from thaipages.layout.paragraphs import Paragraph
from thaipages.layout.tables import Row

LINE = 400.0
"""The height of a catchword's line, and of the blank line above it: 20 points, as all lines of an order."""
_SLACK = LINE
"""What stays free on each page at least; twice as much where the page has it."""
MOST_BLANK = 3 * LINE
"""The most room above a catchword; where a page ends earlier still, its catchword stands higher."""
_TEXT_LINES = 2
"""The lines of text that stand on one page with the closing line, the date and the signature."""
_SIGNATURE_LINES = 10
"""The most lines from the closing line to the signatory's position."""
_CLOSING = re.compile("ทั้งนี้|(?:สั่ง|ประกาศ|ให้ไว้) ณ วันที่")
"""How the closing lines of orders, announcements and certificates begin
(ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, forms 4, 7 and 10)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A page that ends here: the fragment that the next page begins with, and the space above the catchword."""

    fragment: Fragment
    space: float


def plan(layout: Layout) -> list[Turn]:
    """Every planned page break of the document. A break that the document asks for itself is not among them."""
    turns: list[Turn] = []
    for part in layout.parts:
        column = _held_together(fragments(part, layout.sum_spaces), part.section.height)
        starts = [place for place, fragment in enumerate(column) if fragment.begins_page or not place]
        for start, end in zip(starts, [*starts[1:], len(column)], strict=True):
            room = part.section.height if start else part.section.first_height
            turns += _turns(column[start:end], room, part.section.height)
    return turns


def too_tall(layout: Layout) -> bool:
    """True where a row or a line with a picture is taller than a page that carries a catchword has room for."""
    for part in layout.parts:
        room = part.section.height - _SLACK - 2 * LINE
        for block in part.blocks:
            heights = block.heights if isinstance(block, Paragraph) else [row.height for row in block.rows]
            if max(heights, default=0.0) > room:
                return True
    return False


def _turns(column: Sequence[Fragment], first_room: float, room: float) -> list[Turn]:
    """The page breaks among fragments that run on without a break of the document's own."""
    turns: list[Turn] = []
    start, left = 0, first_room
    while start + 1 < len(column) and (needs := _needs(column[start:]))[-1] > left:
        end = _page_end(column, start, bisect_right(needs, left - 2 * LINE, hi=len(needs) - 1))
        blank = left - LINE - _SLACK - _needs(column[start:end])[-1]
        turns.append(Turn(column[end], max(LINE, min(MOST_BLANK, blank // 20 * 20))))
        start, left = end, room - repeated_height(column[end])
    return turns


def _page_end(column: Sequence[Fragment], start: int, count: int) -> int:
    """The fragment that the page after one with up to ``count`` fragments begins with, the last before which a page may
    end. Where what must stay together is too tall it is the last that begins a paragraph or a row, or else the last of
    all."""
    fitting = range(start + 1, start + max(count, 1) + 1)
    free = [end for end in fitting if not column[end - 1].glued]
    whole = [end for end in fitting if column[end].line == 0]
    return (free or whole or fitting)[-1]


def _needs(column: Sequence[Fragment]) -> list[float]:
    """The height that the fragments up to each need below each other, with slack, which that for programs that set text
    wider is part of where a paragraph ends. The gap above the first counts too: programs differ in whether it stands at
    the top of a page."""
    owners = [fragment.owner for fragment in column]
    ends = [one is not below for one, below in zip(owners, [*owners[1:], None], strict=True)]
    heights = accumulate([fragment.gap + fragment.height for fragment in column])
    further = accumulate([one.further if end else 0.0 for one, end in zip(owners, ends, strict=True)])
    return [height + max(_SLACK - of_it, 0.0) for height, of_it in zip(heights, further, strict=True)]


def _held_together(column: list[Fragment], page: float) -> list[Fragment]:
    """The fragments, each row whole and with those that its cells go on in, each paragraph whole that takes up to half
    a page, and the closing lines and what follows them with the last lines of the text before."""
    held = [
        fragment._replace(glued=True) if not fragment.glued and _stays_whole(fragment, following, page) else fragment
        for fragment, following in zip(column, [*column[1:], None], strict=True)
    ]
    closing = _closing(column)
    if closing is not None:
        together = slice(max(closing - _TEXT_LINES, 0), closing + _SIGNATURE_LINES)
        held[together] = [fragment._replace(glued=True) for fragment in held[together]]
    return held


def _stays_whole(fragment: Fragment, following: Fragment | None, page: float) -> bool:
    if following is None:
        return False
    if following.owner is not fragment.owner:
        return isinstance(following.owner, Row) and following.owner.joined
    return not isinstance(fragment.owner, Paragraph) or fragment.owner.height <= page / 2


def _closing(column: Sequence[Fragment]) -> int | None:
    """The place of the closing lines: the last paragraph that begins like one, and those like it right above."""
    firsts = [place for place, fragment in enumerate(column) if fragment.line == 0]
    found: int | None = None
    for place in reversed(firsts):
        owner = column[place].owner
        closes = isinstance(owner, Paragraph) and _CLOSING.match(owner.text) is not None
        if found is not None and not closes:
            break
        if closes:
            found = place
    return found
