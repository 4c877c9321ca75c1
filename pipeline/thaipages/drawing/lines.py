"""The lines of a paragraph as marks: its words at their places, with all that is drawn under and over them.

Layout lengths are twips, places are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from officefiles.text import INLINE
from thaipages.drawing.frames import frame
from thaipages.drawing.links import places_in
from thaipages.drawing.looks import TWIPS, Dress, Pen
from thaipages.drawing.marks import Link, Mark, Node, Words
from thaipages.drawing.pictures import EMU_PER_POINT, box, draw_inline
from thaipages.drawing.places import Places, places
from thaipages.drawing.stretches import Story, Stretch, story_of, stretches
from thaipages.drawing.strokes import ground, leaders, strokes
from thaipages.layout import Paragraph
from thaipages.layout.content import reaches
from thaipages.layout.faces import ABOVE_BASE, BELOW_BASE

__all__ = ["Story", "place_lines", "places_in", "story_of"]

_EXACT_ABOVE_BASE = 0.8
"""How much of a line of exact height stands above its base line, in LibreOffice as in Word."""
_THAI = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc\n\f")
_DRAWN_AS = {"\t": " ", "\u2010": "-", "\u2011": "-", "\u2012": "-"}
_SPECIAL = re.compile("[\u00ad\u200b-\u200d\u2010-\u2012\u2060\ufeff\ufffc\t\n\f]")


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
    marks: list[Mark] = [*frame(paragraph, lines, x, y, width)]
    own = list(stretches(paragraph, story, node, label))
    for line in lines:
        base = y + base_of(paragraph, line)
        placed = places(paragraph, line, width * TWIPS, stretch_breaks=story.stretch_breaks)
        pictures = _pictures(paragraph, placed, x, base, story, node) if paragraph.pictures else ()
        marks += _line(paragraph, placed, own, x, base, pictures)
        y += paragraph.heights[line] / TWIPS
    return marks


def base_of(paragraph: Paragraph, line: int) -> float:
    """How far below the top of ``line`` its base line runs, in points."""
    shape, height = paragraph.shape, paragraph.heights[line]
    above = shape.rule_above if line == 0 else 0.0
    height -= above + (shape.rule_below if line + 1 == len(paragraph.heights) else 0.0)
    if shape.line_rule == "exact":
        return (above + height * _EXACT_ABOVE_BASE) / TWIPS
    start, end = paragraph.ends[line - 1] if line else 0, paragraph.ends[line]
    reach = reaches(paragraph.spans, paragraph.pictures, start, end)
    room = height - sum(reach) if shape.line_rule == "atLeast" else 0.0
    return (above + room + reach[0]) / TWIPS


def _line(
    paragraph: Paragraph,
    placed: Places,
    own: Sequence[Stretch],
    x: float,
    base: float,
    pictures: Iterable[tuple[int, Sequence[Mark]]],
) -> Iterable[Mark]:
    """The marks of one line: grounds, then words and pictures as they are read, then what is drawn through and under
    them."""
    has_tabs = paragraph.text.find("\t", placed.start, placed.end) >= 0
    if len(own) == 1 and not (has_tabs or pictures or own[0].adorned):  # most lines
        return _words(paragraph.text, placed, own[0], placed.start, placed.end, x, base)
    return _mixed_line(paragraph, placed, own, x, base, pictures)


def _mixed_line(
    paragraph: Paragraph,
    placed: Places,
    own: Sequence[Stretch],
    x: float,
    base: float,
    pictures: Iterable[tuple[int, Sequence[Mark]]],
) -> Iterator[Mark]:
    read: list[tuple[int, Sequence[Mark]]] = [*pictures]
    over: list[Mark] = []
    for stretch in own:
        start, end = max(stretch.start, placed.start), min(stretch.end, placed.end)
        if start >= end:
            continue
        read.append((start, _words(paragraph.text, placed, stretch, start, end, x, base)))
        seen = min(end, placed.seen)
        if start < seen and stretch.adorned:
            left, right = (x + placed.at[place - placed.start] / TWIPS for place in (start, seen))
            yield from ground(stretch.dress, left, right, base)
            over += strokes(paragraph.text[start:seen], placed, stretch.dress, start, x, base)
            over += _link(stretch, left, right, base)
    if "\t" in paragraph.text[placed.start : placed.end]:
        yield from leaders(paragraph, placed, x, base)
    for _, marks in sorted(read, key=itemgetter(0)):
        yield from marks
    yield from over


def _words(text: str, placed: Places, stretch: Stretch, start: int, end: int, x: float, base: float) -> list[Words]:
    """The words of a stretch from ``start`` to ``end``, which ``placed`` keeps for equal lines."""
    dress = stretch.dress
    key = start, end, dress.thai, dress.other
    pieces = placed.pieces.get(key)
    if pieces is None:
        pieces = placed.pieces[key] = list(_pieces(text, placed, dress, start, end))
    base -= dress.raised
    return [
        Words(stretch.node, x + left, base, piece, edges, pen.face, pen.size, dress.colour, dress.scale)
        for piece, left, edges, pen in pieces
    ]


def _pieces(
    text: str, placed: Places, dress: Dress, start: int, end: int
) -> Iterator[tuple[str, float, tuple[float, ...], Pen]]:
    """The pieces of a text from ``start`` to ``end``, new ones behind each tab and where the typeface changes: each
    with its place from the edge of the column, its edges from there, in points, and its pen."""
    for first, last in _between_tabs(text, start, end):
        if dress.thai == dress.other:
            pieces = [(first, last, dress.thai)]
        else:
            pieces = [(*match.span(), _pen(dress, match.group())) for match in _THAI.finditer(text, first, last)]
        for begin, stop, pen in pieces:
            at = placed.at[begin - placed.start : stop - placed.start + 1]
            piece = text[begin:stop]
            if _SPECIAL.search(piece):
                piece, at = _drawn(piece, at, line_end=stop == placed.seen)
            if piece:
                origin = at[0]
                yield piece, origin / TWIPS, tuple([(edge - origin) / TWIPS for edge in at]), pen


def _between_tabs(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The parts of a text that end with a tab, and what is behind the last; tabs alone are left out."""
    if text.find("\t", start, end) < 0:
        return ((start, end),)
    places = [start, *(place + 1 for place in range(start, end) if text[place] == "\t"), end]
    return [(first, last) for first, last in pairwise(places) if text[first:last].strip("\t")]


def _pen(dress: Dress, text: str) -> Pen:
    return dress.thai if "\u0e00" <= text[0] <= "\u0e7f" else dress.other


def _drawn(text: str, at: list[float], *, line_end: bool) -> tuple[str, list[float]]:
    """``text`` and its edges without the characters that are not seen; those drawn as another one are that."""
    if line_end and text.endswith("\u00ad"):
        text = text[:-1] + "-"
    kept = [place for place, letter in enumerate(text) if letter not in _UNSEEN]
    drawn = "".join(_DRAWN_AS.get(text[place], text[place]) for place in kept)
    return drawn, [*(at[place] for place in kept), at[kept[-1] + 1] if kept else at[0]]


def _link(stretch: Stretch, left: float, right: float, base: float) -> Iterator[Link]:
    """The box around the words of a link."""
    if stretch.link is None or stretch.node is None:
        return
    size = max(stretch.dress.thai.size, stretch.dress.other.size)
    top, height = base - size * ABOVE_BASE, size * (ABOVE_BASE + BELOW_BASE)
    yield Link(stretch.node, left, top, right - left, height, stretch.link.address, stretch.link.place)


def _pictures(
    paragraph: Paragraph, placed: Places, x: float, base: float, story: Story, node: Node | None
) -> Iterator[tuple[int, Sequence[Mark]]]:
    """The pictures on a line, by their places in the text; they stand on its base line."""
    for place, picture in paragraph.pictures.items():
        if placed.start <= place < placed.end:
            drawing = picture.drawing
            inline = next(drawing.iterchildren(INLINE))
            left, below = (int(inline.get(name, "0")) / EMU_PER_POINT for name in ("distL", "distB"))
            width, height = box(drawing)
            at = x + placed.at[place - placed.start] / TWIPS + left, base - below - height
            yield place, draw_inline(drawing, story.package, story.part, *at, width, height, node)
