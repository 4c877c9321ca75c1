"""The text of a paragraph as blocks have it, and where the pieces between its tabs begin.

Stretches of blanks that are wide enough for a column are tabs; those at the start of a paragraph are an indent.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from ita_docs.importing.word.pieces import Content
from officefiles.thai import clean
from thaipages.layout.lines import Measure, tabbed
from thaipages.layout.shapes import Shape
from thaipages.layout.text import measure_text, read_look

_TWIPS = 20.0
_GAP = re.compile("[ \u00a0]{4,}")
"""As many blanks in a row as people type to reach a column, never between words or round a number."""
_MOST_STOPS = 64
"""As many as Word lets a paragraph have."""
_PIECES = re.compile("[^\t]+")
_BLANK = re.compile("[ \u00a0\t]")


class Line(NamedTuple):
    """The text up to a page break: cleaned, with the indent of its first letter and the left edges of its pieces, in
    points; without edges where it has one piece."""

    text: str
    indent: float
    edges: tuple[float, ...]


def lines_of(content: Content, shape: Shape) -> list[Line]:
    """The text of a paragraph of this ``shape``, divided at its page breaks."""
    return [_line(text, content, shape) for text in content.text.split("\f")]


def _line(raw: str, content: Content, shape: Shape) -> Line:
    if "\t" not in raw and not _GAP.search(raw) and not _BLANK.match(raw):
        return Line(clean(raw), shape.first / _TWIPS, ())
    text, edges = "", list[float]()
    for place, line in enumerate(raw.split("\n")):
        at = _places(line, shape.left if place else shape.first, content, shape)
        text += "\n" if place else ""
        for piece in _PIECES.finditer(_GAP.sub(lambda gap: "\t" * len(gap[0]), line)):
            words = clean(piece[0])
            if not words:
                continue
            begins = piece.start() > 0 if place else bool(text)
            if begins or not edges:
                edges.append(at[piece.start() + len(piece[0]) - len(piece[0].lstrip(" \u00a0"))] / _TWIPS)
            text += f"\t{words}" if begins else words
    return Line(text.strip(), edges[0] if edges else shape.first / _TWIPS, tuple(edges) if len(edges) > 1 else ())


def _places(line: str, start: float, content: Content, shape: Shape) -> list[float]:
    """Where each character of a line begins that starts at ``start``, and where the last ends, in twips."""
    look = read_look(next(content.looks, shape.plain))
    widths = measure_text(line, look._replace(capitals=False)).widths
    edges = [0.0, *accumulate(widths)]
    measure = Measure(start, shape.left, float("inf"), shape.tabs)
    if len(shape.tabs.stops) > _MOST_STOPS:
        return edges
    places = [start]
    for place, char in enumerate(line):
        end = places[-1] + widths[place]
        places.append(tabbed(line, edges, places[-1], place + 1, measure) if char == "\t" else end)
    return places
