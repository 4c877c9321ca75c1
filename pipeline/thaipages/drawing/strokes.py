"""What is drawn behind, under and through the words of a line: grounds, underlines, strikes and leaders of tabs.

Layout lengths are twips, places are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thaipages.drawing.looks import TWIPS, Dress, dress
from thaipages.drawing.marks import Area, Colour, Rule, Words
from thaipages.drawing.places import Places
from thaipages.layout import Paragraph
from thaipages.layout.faces import ABOVE_BASE, BELOW_BASE
from thaipages.layout.text import measure_text

_UNDER, _THROUGH, _WIDTH = 0.15, 0.27, 0.05
"""How far under and over the base line an underline and a strike run, and how wide they are, in type sizes."""
_DASHES = {"dotted": (1.0, 1.0), "dash": (5.0, 2.0)}
"""Strokes and gaps of an underline, in its widths."""
_WORDS = re.compile(r"\S+")
_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_"}


def ground(dress: Dress, left: float, right: float, base: float) -> Iterator[Area]:
    """What is drawn behind a stretch of a line from ``left`` to ``right``."""
    if dress.ground is not None:
        size = max(dress.thai.size, dress.other.size)
        yield box(left, base - size * ABOVE_BASE, right, base + size * BELOW_BASE, dress.ground)


def box(left: float, top: float, right: float, bottom: float, fill: Colour) -> Area:
    """A filled rectangle."""
    return Area(None, ((left, top), (right, top), (right, bottom), (left, bottom)), fill)


def strokes(text: str, placed: Places, dress: Dress, start: int, x: float, base: float) -> Iterator[Rule]:
    """The lines under and through ``text``, which stands at ``start`` in the paragraph."""
    size = max(dress.thai.size, dress.other.size)
    width = size * _WIDTH
    if dress.underline not in ("none", ""):
        pieces = _WORDS.finditer(text) if dress.underline == "words" else re.finditer(r"(?s).+", text)
        for piece in pieces:
            left, right = (x + placed.at[start - placed.start + place] / TWIPS for place in piece.span())
            yield from _underline(dress, left, right, base + size * _UNDER, width)
    if dress.strike and text:
        left, right = (x + placed.at[place - placed.start] / TWIPS for place in (start, start + len(text)))
        for shift in (-width, width) if dress.strike == 2 else (0.0,):
            y = base - dress.raised - size * _THROUGH + shift
            yield Rule(None, left, y, right, y, width, dress.colour)


def _underline(dress: Dress, left: float, right: float, y: float, width: float) -> Iterator[Rule]:
    wide = width * 2 if dress.underline == "thick" else width
    dashes = tuple(length * wide for length in _DASHES.get(dress.underline, ()))
    for shift in (0.0, 2 * width) if dress.underline == "double" else (0.0,):
        yield Rule(None, left, y + shift, right, y + shift, wide, dress.underline_colour, dashes)


def leaders(paragraph: Paragraph, placed: Places, x: float, base: float) -> Iterator[Words]:
    """The signs that fill the room of the tabs on a line evenly; they are not read."""
    text, shape = paragraph.text, paragraph.shape
    for span in paragraph.spans:
        start, end = max(span.start, placed.start), min(span.end, placed.end)
        for place in range(start, end) if text.find("\t", start, end) >= 0 else ():
            if text[place] != "\t":
                continue
            left, right = placed.at[place - placed.start], placed.at[place - placed.start + 1]
            stop, _ = shape.tabs.after(left)
            sign = _LEADERS.get(shape.values.get(f"leader@{stop:.0f}", "none"))
            if sign is not None:
                count = int((right - left) // round(measure_text(sign, span.look).widths[0]))
                edges = [(right - left) * number / count / TWIPS for number in range(count + 1)] if count else []
                look = dress(span)
                pen = look.other
                if count:
                    yield Words(None, x + left / TWIPS, base, sign * count, edges, pen.face, pen.size, look.colour)
