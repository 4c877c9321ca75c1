"""How a stretch of text is drawn, from the properties of its run. Layout lengths are twips, those here points."""

from __future__ import annotations

from typing import NamedTuple

from officefiles.styles import Properties, is_on, number
from thaipages.drawing.colours import colour
from thaipages.drawing.marks import BLACK, Colour, Typeface
from thaipages.layout import Paragraph
from thaipages.layout.content import Span

TWIPS = 20.0
"""Twips in a point."""
RAISED, LOWERED = 0.37, -0.19
"""How far superscript and subscript stand above the base line, in parts of the size of the text around."""
_SHIFTS = {"superscript": RAISED, "subscript": LOWERED}
_HIGHLIGHTS: dict[str, Colour] = {
    "black": (0.0, 0.0, 0.0),
    "blue": (0.0, 0.0, 1.0),
    "cyan": (0.0, 1.0, 1.0),
    "darkBlue": (0.0, 0.0, 0.545),
    "darkCyan": (0.0, 0.545, 0.545),
    "darkGray": (0.663, 0.663, 0.663),
    "darkGreen": (0.0, 0.392, 0.0),
    "darkMagenta": (0.502, 0.0, 0.502),
    "darkRed": (0.545, 0.0, 0.0),
    "darkYellow": (0.502, 0.502, 0.0),
    "green": (0.0, 1.0, 0.0),
    "lightGray": (0.827, 0.827, 0.827),
    "magenta": (1.0, 0.0, 1.0),
    "red": (1.0, 0.0, 0.0),
    "white": (1.0, 1.0, 1.0),
    "yellow": (1.0, 1.0, 0.0),
}
_DARK = 0.25
"""Automatic text is white on a ground darker than this."""


class Pen(NamedTuple):
    """A typeface and its size."""

    face: Typeface
    size: float


class Dress(NamedTuple):
    """How a stretch of text looks: ``raised`` is how far it stands above the base line, ``ground`` the colour behind
    it, ``strike`` the number of lines through it."""

    thai: Pen
    other: Pen
    colour: Colour
    scale: float
    raised: float
    underline: str
    underline_colour: Colour
    strike: int
    ground: Colour | None


def dress(span: Span) -> Dress:
    """How ``span`` looks."""
    look, values = span.look, span.values
    ground = _HIGHLIGHTS.get(values.get("highlight", "")) or fill_of(values)
    ink = colour_of(values.get("color", "auto"), ground)
    return Dress(
        thai=Pen(Typeface(look.thai.font, look.thai.bold, is_on(values, "iCs")), look.thai.size / TWIPS),
        other=Pen(Typeface(look.other.font, look.other.bold, is_on(values, "i")), look.other.size / TWIPS),
        colour=ink,
        scale=look.scale,
        raised=_raised(values),
        underline=values.get("u", "none"),
        underline_colour=colour(values.get("u.color", "auto")) or ink,
        strike=2 if is_on(values, "dstrike") else int(is_on(values, "strike")),
        ground=ground,
    )


def _raised(values: Properties) -> float:
    shift = _SHIFTS.get(values.get("vertAlign", ""))
    own = number(values, "position") / 2
    return own if shift is None else own + shift * number(values, "sz", 20.0) / 2


def colour_of(value: str, ground: Colour | None = None) -> Colour:
    """The colour of text that a document writes as six hexadecimal figures; automatic is black, or white on a dark
    ``ground``."""
    if value == "auto" and is_dark(ground):
        return 1.0, 1.0, 1.0
    return colour(value) or BLACK


def is_dark(ground: Colour | None) -> bool:
    """True for a ground on which automatic text is white."""
    if ground is None:
        return False
    return sum(share * part for share, part in zip((0.3, 0.59, 0.11), ground, strict=True)) < _DARK


def unseen_on_dark(paragraph: Paragraph) -> bool:
    """True where text of ``paragraph`` would be black on a dark ground that is not its own."""
    return any(
        span.values.get("color", "auto") == "auto" and dress(span).ground is None and span.end > span.start
        for span in paragraph.spans
    )


def fill_of(values: Properties) -> Colour | None:
    """The colour of a shading; ``None`` where there is none."""
    kind = values.get("shd", "nil")
    if kind == "solid":
        return colour_of(values.get("shd.color", "auto"))
    return colour(values.get("shd.fill", "auto")) if kind == "clear" else None
