"""What pages show: words, rules, areas and pictures at their places, each belonging to a node of the tree in which the
document is read aloud.

Lengths are points; ``x`` runs from the left edge of the page, ``y`` down from its top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""
BLACK: Colour = (0.0, 0.0, 0.0)


class Typeface(NamedTuple):
    """A typeface by the names that documents give it."""

    family: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True, eq=False)
class Node:
    """A node of the tree in which a document is read: ``kind`` is a standard structure type of PDF 1.7 (``P``, ``H1``,
    ``L``, ``LI``, ``Lbl``, ``LBody``, ``Table``, ``TR``, ``TH``, ``TD``, ``Figure``, ``Link``, ``TOC``, ``TOCI``,
    ``Sect``, ``Document`` …).

    ``children`` stand in reading order; the marks of a node itself name it. A node with marks on several pages is one
    node. ``alternative`` is the text that is read for a figure; ``attributes`` are those of the node's kind
    (``ColSpan``, ``RowSpan``, ``Scope``, ``ListNumbering``) by name.
    """

    kind: str
    children: list[Node] = field(default_factory=list)
    alternative: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=dict)

    def add(self, kind: str, alternative: str = "", **attributes: str | int) -> Node:
        """A new last child."""
        child = Node(kind, [], alternative, attributes)
        self.children.append(child)
        return child


class Words(NamedTuple):
    """A stretch of a line in one look. ``edges[i]`` is the left edge of character ``i`` from ``x``, and the last one
    the right edge of all: justification, tabs and spacing are in them. ``scale`` stretches the letters themselves.

    ``node`` is ``None`` for what is not read (page numbers, catchwords, repeated heads of tables), here as below.
    """

    node: Node | None
    x: float
    base: float
    text: str
    edges: Sequence[float]
    face: Typeface
    size: float
    colour: Colour = BLACK
    scale: float = 1.0


class Rule(NamedTuple):
    """A straight line: a border, an underline, an axis. ``dashes`` are the lengths of its strokes and gaps."""

    node: Node | None
    x: float
    y: float
    to_x: float
    to_y: float
    width: float
    colour: Colour = BLACK
    dashes: tuple[float, ...] = ()


class Area(NamedTuple):
    """A closed shape between ``points``, filled, or with an edge of ``width``, or both. ``curved`` is true where the
    points are those of Bézier curves: a start, then three for each curve."""

    node: Node | None
    points: Sequence[tuple[float, float]]
    fill: Colour | None
    edge: Colour | None = None
    width: float = 0.0
    curved: bool = False
    opacity: float = 1.0


class Image(NamedTuple):
    """A picture stretched over a box: the bytes of a JPEG or PNG file. ``cut`` are the shares of it that are left out
    at the left, top, right and bottom."""

    node: Node | None
    x: float
    y: float
    width: float
    height: float
    data: bytes
    cut: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class Link(NamedTuple):
    """A box that leads to an address or, where that is empty, to the place ``target`` (``Drawing.places``)."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    address: str
    target: str = ""


class Turned(NamedTuple):
    """Marks turned by ``degrees`` clockwise about a point: a watermark, the title of an axis."""

    x: float
    y: float
    degrees: float
    marks: Sequence[Mark]


Mark = Words | Rule | Area | Image | Link | Turned


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its size and its marks, the lowest first."""

    width: float
    height: float
    marks: Sequence[Mark]


class Heading(NamedTuple):
    """A heading in the outline: its ``level`` from 1, its page from 0 and how far down it stands."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A document drawn: its pages, the tree in which it is read (a node ``Document``), its outline, and the places
    that links lead to by name (page from 0, and how far down)."""

    leaves: Sequence[Leaf]
    tree: Node
    title: str
    outline: Sequence[Heading] = ()
    places: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    language: str = "th-TH"
