"""Where a paragraph was divided between pages: at the end of a line that was full, or at one that was ended by hand,
whose break was left away there. The layout tells which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from officefiles.opc import Package, W
from officefiles.text import P, runs_of, shown
from thaipages.layout import Paragraph, Table, measure
from thaipages.planning.room import with_room

_MOST_PARAGRAPHS = 5_000
"""More than any pack of ours has; the layout of more takes long."""
_FEWEST = 2
"""The fewest lines of a text that stand alone where it is divided (``rowplan``)."""


class Joint(NamedTuple):
    """A paragraph put together of two parts, and their texts."""

    paragraph: etree._Element
    first: str
    second: str


def mend(joints: Sequence[Joint], package: Package, body: etree._Element) -> None:
    """Put the line breaks back that were left away where the paragraphs were divided."""
    if sum(1 for _ in body.iter(P)) > _MOST_PARAGRAPHS:
        return
    layout = with_room(measure(package, body))  # as pages are planned
    found = _paragraphs(block for part in layout.parts for block in part.blocks)
    ends = {one.element: [end - one.label for end in one.ends] for one in found}
    for joint in reversed(joints):  # places in a paragraph of three parts are those before any break is put back
        if _was_ended(joint, ends.get(joint.paragraph, ())):
            _break_line(joint.paragraph, len(joint.first))


def _was_ended(joint: Joint, lines: Sequence[int]) -> bool:
    """True where a line was ended by hand at the joint: the layout, of which ``lines`` are the ends, would not end it
    there, or what is written as one would not be divided, as less than two of its lines stand before or after."""
    if joint.first.endswith(" "):
        return False
    place, begins, length = len(joint.first), joint.first.rfind("\n") + 1, joint.second.find("\n")
    ends = place + (length if length >= 0 else len(joint.second))
    if place not in lines:
        return True
    if "\n" not in joint.first + joint.second:
        return False
    above, below = sum(begins < end <= place for end in lines), sum(place < end <= ends + 1 for end in lines)
    return min(above, below) < _FEWEST


def _paragraphs(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _break_line(paragraph: etree._Element, place: int) -> None:
    """Put a line break before the run that begins at ``place``."""
    at = 0
    for run in runs_of(paragraph):
        if at >= place:
            run.insert(0 if run.find(W + "rPr") is None else 1, etree.Element(W + "br"))
            return
        at += sum(len(shown(piece)) for piece in run)
