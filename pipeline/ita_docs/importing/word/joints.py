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


class Joint(NamedTuple):
    """A paragraph put together of two parts, and their texts."""

    paragraph: etree._Element
    first: str
    second: str


def mend(joints: Sequence[Joint], package: Package, body: etree._Element) -> None:
    """Put the line breaks back that were left away where the paragraphs were divided."""
    ends: dict[etree._Element, set[int]] = {}
    if sum(1 for _ in body.iter(P)) > _MOST_PARAGRAPHS:
        return
    layout = measure(package, body)
    for one in (layout, with_room(layout)):
        for paragraph in _paragraphs(block for part in one.parts for block in part.blocks):
            ends.setdefault(paragraph.element, set()).update(end - paragraph.label for end in paragraph.ends)
    for joint in reversed(joints):  # places in a paragraph of three parts are those before any break is put back
        place = len(joint.first)
        if _was_ended(joint, is_full=place in ends.get(joint.paragraph, ())):
            _break_line(joint.paragraph, place)


def _was_ended(joint: Joint, *, is_full: bool) -> bool:
    """True where a line was ended by hand at the joint, which ``is_full`` says the layout would end there too."""
    if joint.first.endswith(" "):
        return False
    return not is_full or "\n" in joint.first + joint.second


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
