"""The marks of a page as operators of PDF, each group of them named for the node to which it belongs."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from thaipages.drawing.embedding import FontInUse
from thaipages.drawing.faces import Faces
from thaipages.drawing.marks import BLACK, Area, Colour, Image, Leaf, Link, Mark, Node, Rule, Turned, Typeface, Words
from thaipages.drawing.objects import number, numbers
from thaipages.drawing.shaping import FontFace
from thaipages.drawing.structure import Box, Structure

_THICKER = 0.022
"""The stroke around the outlines of a regular face that makes it bold, in parts of the type size."""
_LEANING = 0.2
_ABOVE, _BELOW = 0.85, 0.447
"""How far letters reach from their base, in parts of the type size."""
_AT_FIRST = {"fill": BLACK, "stroke": BLACK, "width": 1.0, "dashes": (), "scale": 1.0, "mode": 0}
"""What the pen is set to where a page begins."""
_NO_NODE = Node("")


class Resources:
    """What the pages of a document show, by the names that their operators use."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.fonts: dict[FontFace, FontInUse] = {}
        self.images: dict[bytes, str] = {}
        self.opacities: dict[float, str] = {}

    def font(self, face: FontFace) -> FontInUse:
        """A face as this document uses it."""
        if face not in self.fonts:
            self.fonts[face] = FontInUse(face, f"F{len(self.fonts)}")
        return self.fonts[face]

    def image(self, data: bytes) -> str:
        """The name of a picture: the same for equal files."""
        return self.images.setdefault(data, f"I{len(self.images)}")

    def opacity(self, share: float) -> str:
        """The name of a state of the pen in which it is opaque to ``share``."""
        return self.opacities.setdefault(share, f"G{len(self.opacities)}")


class PlacedLink(NamedTuple):
    """A link, its box in points from the left and the bottom of the page, and where it is told about in the tree."""

    link: Link
    box: Box
    number: int
    key: int


class PageWriter:
    """The operators of a page. What the pen is set to is said only when it changes.

    ``number`` is the object of the page, ``key`` leads from it to its nodes.
    """

    def __init__(self, leaf: Leaf, number: int, resources: Resources, structure: Structure) -> None:
        self.key, self._nodes = structure.open_page()
        self.links: list[PlacedLink] = []
        self._height, self._number = leaf.height, number
        self._resources, self._structure = resources, structure
        self._out: list[str] = []
        self._node: Node | None = _NO_NODE
        self._in_text = False
        self._pen: dict[str, object] = dict(_AT_FIRST)
        self._look: tuple[Typeface, float, Colour, float] | None = None
        self._turns: list[Turned] = []
        self._draw(leaf.marks)

    def content(self) -> bytes:
        """The operators."""
        self._leave()
        return "\n".join(self._out).encode("ascii")

    def _draw(self, marks: Sequence[Mark]) -> None:
        for mark in marks:
            _DRAWN[type(mark)](self, mark)

    def _words(self, mark: Words) -> None:
        face, thicker, leaning = self._resources.faces.style(mark.face)
        font = self._resources.font(face)
        self._enter(mark.node)
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        if self._look != (look := (mark.face, mark.size, mark.colour, mark.scale)):
            self._set("fill", mark.colour)
            self._set("font", (font.label, mark.size))
            self._set("scale", mark.scale)
            self._set("mode", 2 if thicker else 0)
            if thicker:
                self._stroke(mark.colour, mark.size * _THICKER, ())
            self._look = look
        slope = _LEANING if leaning else 0
        self._out.append(f"1 0 {slope} 1 {number(mark.x)} {number(self._height - mark.base)} Tm")
        self._out.append(font.line(mark.text, mark.edges, mark.size * mark.scale / 1000))
        if mark.node in self._structure.figures:
            top, bottom = mark.base - _ABOVE * mark.size, mark.base + _BELOW * mark.size
            self._cover(mark.node, ((mark.x, top), (mark.x + mark.edges[-1], bottom)))

    def _rule(self, mark: Rule) -> None:
        self._begin_shape(mark.node)
        self._stroke(mark.colour, mark.width, mark.dashes)
        self._out.append(f"{self._point(mark.x, mark.y)} m {self._point(mark.to_x, mark.to_y)} l S")
        self._cover(mark.node, ((mark.x, mark.y), (mark.to_x, mark.to_y)))

    def _area(self, mark: Area) -> None:
        self._begin_shape(mark.node)
        pen = dict(self._pen)
        if mark.opacity < 1:
            self._out.append(f"q /{self._resources.opacity(mark.opacity)} gs")
        if mark.fill is not None:
            self._set("fill", mark.fill)
        if mark.edge is not None:
            self._stroke(mark.edge, mark.width, ())
        first, *rest = (self._point(x, y) for x, y in mark.points)
        if mark.curved:
            path = [f"{' '.join(rest[at : at + 3])} c" for at in range(0, len(rest), 3)]
        else:
            path = [f"{point} l" for point in rest]
        paint = "B" if mark.fill and mark.edge else "f" if mark.fill else "S" if mark.edge else "n"
        self._out.append(f"{first} m {' '.join(path)} h {paint}")
        if mark.opacity < 1:
            self._out.append("Q")
            self._pen, self._look = pen, None
        self._cover(mark.node, mark.points)

    def _image(self, mark: Image) -> None:
        self._begin_shape(mark.node)
        left, top, right, bottom = mark.cut
        width, height = mark.width / (1 - left - right), mark.height / (1 - top - bottom)
        low = self._height - mark.y - mark.height
        box = numbers((mark.x, low, mark.width, mark.height))
        clip = f"{box} re W n " if any(mark.cut) else ""
        place = numbers((width, 0, 0, height, mark.x - left * width, low - bottom * height))
        self._out.append(f"q {clip}{place} cm /{self._resources.image(mark.data)} Do Q")
        self._cover(mark.node, ((mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)))

    def _link(self, mark: Link) -> None:
        corners = [(x, y) for x in (mark.x, mark.x + mark.width) for y in (mark.y, mark.y + mark.height)]
        annotation, key = self._structure.annotation(mark.node, self._number)
        self.links.append(PlacedLink(mark, self._box(corners), annotation, key))

    def _turned(self, mark: Turned) -> None:
        self._leave()
        pen = dict(self._pen)
        x, y, angle = mark.x, self._height - mark.y, math.radians(mark.degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        place = f"{number(x - cos * x - sin * y)} {number(y + sin * x - cos * y)}"
        self._out.append(f"q {cos:.6f} {-sin:.6f} {sin:.6f} {cos:.6f} {place} cm")
        self._turns.append(mark)
        self._draw(mark.marks)
        self._turns.pop()
        self._leave()
        self._out.append("Q")
        self._pen, self._look = pen, None

    def _enter(self, node: Node | None) -> None:
        """Goes on in the group of ``node``, or begins one."""
        if node is self._node:
            return
        self._leave()
        if node is None:
            self._out.append("/Artifact BMC")
        else:
            self._out.append(f"/{node.kind}<</MCID {len(self._nodes)}>>BDC")
            self._structure.mark(node, self._number, len(self._nodes))
            self._nodes.append(node)
        self._node = node

    def _leave(self) -> None:
        self._end_text()
        if self._node is not _NO_NODE:
            self._out.append("EMC")
            self._node = _NO_NODE

    def _begin_shape(self, node: Node | None) -> None:
        self._enter(node)
        self._end_text()

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _stroke(self, colour: Colour, width: float, dashes: tuple[float, ...]) -> None:
        self._set("stroke", colour)
        self._set("width", width)
        self._set("dashes", dashes)

    def _set(self, what: str, value: object) -> None:
        if self._pen.get(what) != value:
            self._pen[what], self._look = value, None
            self._out.append(_SAID[what](value))

    def _point(self, x: float, y: float) -> str:
        return f"{number(x)} {number(self._height - y)}"

    def _cover(self, node: Node | None, points: Sequence[tuple[float, float]]) -> None:
        """Tells the tree where a mark of a figure stands."""
        if node is not None and node in self._structure.figures:
            self._structure.cover(node, self._number, self._box(points))

    def _box(self, points: Sequence[tuple[float, float]]) -> Box:
        """The box around points of the page, turned as the marks are now."""
        for turn in reversed(self._turns):
            cos, sin = math.cos(math.radians(turn.degrees)), math.sin(math.radians(turn.degrees))
            steps = [(x - turn.x, y - turn.y) for x, y in points]
            points = [(turn.x + x * cos - y * sin, turn.y + x * sin + y * cos) for x, y in steps]
        across, down = zip(*points, strict=True)
        return min(across), self._height - max(down), max(across), self._height - min(down)


def _ink(colour: Colour, grey: str, coloured: str) -> str:
    red, green, blue = colour
    return f"{number(red)} {grey}" if red == green == blue else f"{numbers(colour)} {coloured}"


_SAID: dict[str, Callable[[Any], str]] = {
    "fill": lambda colour: _ink(colour, "g", "rg"),
    "stroke": lambda colour: _ink(colour, "G", "RG"),
    "width": lambda width: f"{number(width)} w",
    "dashes": lambda dashes: f"[{numbers(dashes)}]0 d",
    "font": lambda font: f"/{font[0]} {number(font[1])} Tf",
    "scale": lambda scale: f"{number(scale * 100)} Tz",
    "mode": lambda mode: f"{mode} Tr",
}
"""How it is said what the pen is set to."""

_DRAWN: dict[type, Callable[[PageWriter, Any], None]] = {
    Words: PageWriter._words,
    Rule: PageWriter._rule,
    Area: PageWriter._area,
    Image: PageWriter._image,
    Link: PageWriter._link,
    Turned: PageWriter._turned,
}
