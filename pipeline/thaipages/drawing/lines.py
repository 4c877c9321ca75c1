"""The lines of a paragraph as marks: its words at their places, with all that is drawn under and over them.

Layout lengths are twips, places are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import Package
from thaipages.drawing.marks import Mark, Node
from thaipages.layout import Paragraph


@dataclass(slots=True)
class Story:
    """What the paragraphs of one ``part`` of ``package`` share: body, header or footer. ``stretch_breaks`` is true
    where justified lines that end with a line break are stretched too. ``links`` are the nodes of the links met."""

    package: Package
    part: str
    stretch_breaks: bool = False
    links: dict[etree._Element, Node] = field(default_factory=dict)


def story_of(package: Package, part: str) -> Story:
    """What the paragraphs of ``part`` share."""
    return Story(package, part)


def place_lines(
    paragraph: Paragraph,
    lines: range,
    x: float,
    y: float,
    width: float,
    story: Story,
    node: Node | None,
    label: Node | None = None,
) -> Sequence[Mark]:
    """The marks of the ``lines`` (from 0) of a paragraph, the lowest first.

    Its column begins at ``x`` and is ``width`` wide, the first of the lines has its top at ``y``; the heights of lines
    are ``paragraph.heights``, in which the rules above the first and below the last line are contained. Words belong
    to ``node``, the list label to ``label`` where that is given; links and figures become children of ``node``. With
    ``node`` ``None`` nothing of it is read.
    """
    raise NotImplementedError


def places_in(paragraph: Paragraph, lines: range, y: float) -> dict[str, float]:
    """How far down the bookmarks stand that begin in these ``lines``, the first of which has its top at ``y``."""
    raise NotImplementedError
