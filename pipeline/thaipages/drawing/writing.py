"""Short texts set on one line: how wide they are, and their marks."""

from __future__ import annotations

from itertools import accumulate

from thaipages.drawing.marks import BLACK, Colour, Node, Typeface, Words
from thaipages.layout.text import Look, Type, measure_text

ASCENT, LINE = 0.850, 1.297
"""How far a line stands above its base, and its whole height, in parts of the type size."""
_TWIPS = 20.0


def advances(text: str, face: Typeface, size: float) -> list[float]:
    """The widths of the characters of ``text`` in points."""
    kind = Type(face.family, face.bold, size * _TWIPS)
    return [width / _TWIPS for width in measure_text(text, Look(kind, kind, 1.0, 0.0, False, False)).widths]


def width(text: str, face: Typeface, size: float) -> float:
    """How wide ``text`` is in points."""
    return sum(advances(text, face, size))


def unknown_font(face: Typeface) -> str:
    """What is not known of the widths of a typeface, in Thai; empty where all is."""
    kind = Type(face.family, face.bold, _TWIPS)
    return " ".join(measure_text("", Look(kind, kind, 1.0, 0.0, False, False)).notes)


def words(
    node: Node | None,
    x: float,
    base: float,
    text: str,
    face: Typeface,
    size: float,
    ink: Colour = BLACK,
    scale: float = 1.0,
) -> Words:
    """``text`` from ``x`` on, its letters stretched by ``scale``."""
    edges = [0.0, *accumulate(advance * scale for advance in advances(text, face, size))]
    return Words(node, x, base, text, edges, face, size, ink, scale)
