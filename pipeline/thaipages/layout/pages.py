"""Where each page begins when a word processor fills the pages by itself. Lengths are twips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thaipages.layout.document import Layout
from thaipages.layout.flow import Fragment, fragments, gap_between, repeated_height
from thaipages.layout.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its fragments and how far down each begins, the number of the section it begins in, and how much of its
    height is filled. ``joined`` are the places of fragments that begin the sections after that."""

    fragments: tuple[Fragment, ...]
    tops: tuple[float, ...]
    section: int
    filled: float
    joined: tuple[int, ...] = ()


def paginate(layout: Layout) -> list[Page]:
    """The pages of the document."""
    pages: list[Page] = []
    room = 0.0
    for number, part in enumerate(layout.parts):
        column = [_at_top(fragment) for fragment in fragments(part, layout.sum_spaces)]
        section = part.section
        joins = bool(pages) and not section.starts_page and _join(pages, column, room, layout.sum_spaces)
        filled = _fill(column, section.height if joins else section.first_height, section.height, number)
        if filled:
            room = section.height if joins or len(filled) > 1 else section.first_height
        pages += filled
    return pages


def _at_top(fragment: Fragment) -> Fragment:
    """``fragment`` where a break puts it at the top of a page: there only its own space before it counts."""
    if not fragment.begins_page:
        return fragment
    return fragment._replace(gap=gap_between(None, fragment.owner, sum_spaces=True))


def _join(pages: list[Page], column: list[Fragment], room: float, sum_spaces: bool) -> bool:
    """Move the first of a section's fragments below the last of ``pages``, which has ``room``, as many as fit there;
    whether any does."""
    above, first = pages[-1], column[0]
    if first.begins_page:
        return False
    last = above.fragments[-1].owner
    gap = gap_between(last if isinstance(last, Paragraph) else None, first.owner, sum_spaces)
    column[0] = first._replace(gap=gap, begins_page=True)  # as at the head of a page, where its gap counts
    end, filled = _page_end(column, 0, room - above.filled)
    if filled > room - above.filled:
        column[0] = first
        return False
    own = tuple(column[:end])
    pages[-1] = Page(
        fragments=above.fragments + own,
        tops=above.tops + tuple(above.filled + top for top in _tops(own, 0.0)),
        section=above.section,
        filled=above.filled + filled,
        joined=(*above.joined, len(above.fragments)),
    )
    del column[:end]
    return True


def _fill(column: list[Fragment], first_room: float, room: float, number: int) -> list[Page]:
    pages: list[Page] = []
    place = 0
    while place < len(column):
        head = repeated_height(column[place])
        end, filled = _page_end(column, place, (room if pages else first_room) - head)
        own = tuple(column[place:end])
        pages.append(Page(own, _tops(own, head), number, filled + head))
        place = end
    return pages


def _tops(column: Sequence[Fragment], head: float) -> tuple[float, ...]:
    """How far down each fragment of a page begins, below repeated rows that are ``head`` high."""
    tops, place = [], head + (0.0 if column[0].begins_page else -column[0].gap)
    for fragment in column:
        tops.append(place + fragment.gap)
        place += fragment.gap + fragment.height
    return tuple(tops)


def _page_end(column: list[Fragment], start: int, room: float) -> tuple[int, float]:
    """The end of the page that begins with the fragment ``start``, and the height that its fragments take."""
    filled = column[start].gap if column[start].begins_page else 0.0
    end = start
    while end < len(column) and (end == start or not column[end].begins_page):
        chain = end + 1
        while chain < len(column) and column[chain - 1].glued and not column[chain].begins_page:
            chain += 1
        taken = sum(
            fragment.height + (fragment.gap if at != start else 0) for at, fragment in enumerate(column[end:chain], end)
        )
        if filled + taken > room and end > start:
            break
        if filled + taken > room:
            return _cut(column, start, filled, room)
        filled += taken
        end = chain
    return end, filled


def _cut(column: list[Fragment], start: int, filled: float, room: float) -> tuple[int, float]:
    """The end of a page that fragments meant to stay together are too tall for: as many as fit, and at least one."""
    end = start
    while end < len(column):
        taken = column[end].height + (column[end].gap if end != start else 0.0)
        if filled + taken > room and end > start:
            break
        filled += taken
        end += 1
    return end, filled
