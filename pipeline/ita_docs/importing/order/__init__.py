"""Orders of appointment in an old file: their general fields, seats, duties and sections."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.importing.blocks import OldFile, OldPlace
from ita_docs.importing.documents import ReadDocument
from ita_docs.importing.order import kinds
from ita_docs.importing.order.committees import BodyReader
from ita_docs.importing.order.ending import read_ending
from ita_docs.importing.order.lines import PrintedLine, lines_of, without_catchwords
from ita_docs.importing.order.preamble import begins_order, read_preamble
from ita_docs.importing.order.rows import rows_of
from ita_docs.thai import breadth

KIND = "order"
_BROKEN = 115
"""Paragraphs that are never wider than this many letters are lines that a hand ended."""


def find_orders(file: OldFile) -> tuple[ReadDocument, ...]:
    """The orders of appointment in a file, in their order; one without a committee is none."""
    lines, dropped = without_catchwords(lines_of(file))
    starts = [place for place in range(len(lines)) if begins_order(lines, place)]
    ends = [*starts, len(lines)][1:]
    orders = (_read(lines[start:end], dropped) for start, end in zip(starts, ends, strict=True))
    return tuple(order for order in orders if order.rows["seats"] or _appoints(order))


def _read(lines: Sequence[PrintedLine], dropped: set[OldPlace]) -> ReadDocument:
    elsewhere = "\n".join(line.text for line in lines)
    broken = _is_broken(lines)
    preamble = read_preamble(lines, elsewhere, broken)
    unnamed = _committee_of(preamble.appointing)
    body = BodyReader(lines, elsewhere, broken).read(preamble.end, unnamed)
    ending = read_ending(lines, body.end, elsewhere)
    committees, used = body.committees, preamble.used | body.used | ending.used
    for place in range(ending.end, min(ending.end + 12, len(lines))):
        if kinds.is_attached(lines[place]):
            attached = BodyReader(lines, elsewhere, broken).read(place + 1, unnamed)
            committees, used = [*committees, *attached.committees], used | attached.used | {*lines[place].places}
            break
    committees = [one for one in committees if one.seats.seats or one.duties.duties]
    return ReadDocument(
        KIND,
        {**preamble.general, **ending.general},
        rows_of(committees, preamble.general["name"].text, elsewhere),
        frozenset(used | dropped & _between(lines)),
    )


def _is_broken(lines: Sequence[PrintedLine]) -> bool:
    """True of an order of which every line as seen is a paragraph."""
    widths = [breadth(line.text) for line in lines if not line.row]
    return max(widths, default=0) <= _BROKEN


def _committee_of(appointing: str) -> str:
    """The name of the committee that a preamble appoints where no heading names one."""
    words = ("คณะกรรมการ", "คณะทำงาน")
    found = [(appointing.find(word), word) for word in words if word in appointing]
    return min(found)[1] if found else "คณะกรรมการ"


def _between(lines: Sequence[PrintedLine]) -> set[OldPlace]:
    return {place for line in lines for place in line.places}


def _appoints(order: ReadDocument) -> bool:
    return "subject" in order.general and "แต่งตั้ง" in order.general["subject"].text
