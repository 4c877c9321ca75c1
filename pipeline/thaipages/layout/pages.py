"""Where each page begins when a word processor fills the pages by itself. Lengths are twips."""

from __future__ import annotations

from dataclasses import dataclass

from thaipages.layout.document import Layout
from thaipages.layout.flow import Fragment, fragments, repeated_height
from thaipages.layout.sections import Section


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its fragments, the number of the section it begins in, and how much of its height is filled."""

    fragments: tuple[Fragment, ...]
    section: int
    filled: float


def paginate(layout: Layout) -> list[Page]:
    """The pages of the document."""
    pages: list[Page] = []
    for number, part in enumerate(layout.parts):
        column = fragments(part, layout.sum_spaces)
        filled = _fill(column, part.section, number)
        if pages and filled and not part.section.starts_page:
            last, first = pages.pop(), filled.pop(0)
            filled.insert(0, Page(last.fragments + first.fragments, last.section, last.filled + first.filled))
        pages += filled
    return pages


def _fill(column: list[Fragment], section: Section, number: int) -> list[Page]:
    pages: list[Page] = []
    place = 0
    while place < len(column):
        room = section.height if pages else section.first_height
        head = repeated_height(column[place])
        end, filled = _page_end(column, place, room - head)
        pages.append(Page(tuple(column[place:end]), number, filled + head))
        place = end
    return pages


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
