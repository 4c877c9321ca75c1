"""Headings of committees: over which lines one goes, and whether people follow it."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.importing.joining import join_lines
from ita_docs.importing.order import kinds
from ita_docs.importing.order.lines import PrintedLine
from ita_docs.importing.order.seats import SeatList

_MOST_LINES = 4
"""No heading has more lines."""


def whole_heading(lines: Sequence[PrintedLine], place: int, elsewhere: str) -> tuple[int, str]:
    """How many lines the heading at ``place`` has, and its text: it may go on until it says that people follow."""
    texts, first = [lines[place].text], lines[place]
    for after in lines[place + 1 : place + _MOST_LINES]:
        ends = kinds.is_made_of(after.text)
        goes_on = ends or not first.ended
        alone = not (after.label or after.row or len(after.pieces) != 1 or kinds.is_seat(after))
        other = not ends and (kinds.is_duties(after) or kinds.is_section_heading(after))
        if kinds.is_made_of(texts[-1]) or other or not (goes_on and alone):
            break
        texts.append(after.text)
    return len(texts), join_lines(texts, elsewhere)


def people_follow(lines: Sequence[PrintedLine], place: int, heading: PrintedLine, before: SeatList | None) -> bool:
    """True where a seat that may be the first of a committee stands below a heading, before the next heading; it may
    count on from the seats ``before``."""
    probe, duties = SeatList(), kinds.is_duties(heading) or kinds.is_made_of(heading.text)
    for count, line in enumerate(lines[place : place + 4 * kinds.AHEAD], start=place):
        if kinds.is_ending(line):
            return False
        if probe.begins(line, lines[count + 1 : count + 4]):
            counts_on = heading.label is None and before is not None and before.expects(line.label)
            return not line.label or line.label.first or counts_on or kinds.is_made_of(heading.text)
        if kinds.is_committee(line) and kinds.is_made_of(line.text):
            return kinds.is_made_of(heading.text) or heading.label is not None
        if not (duties or count < place + 3 or kinds.is_duties(line) or line.label):
            return False
        duties = duties or kinds.is_duties(line)
    return False
