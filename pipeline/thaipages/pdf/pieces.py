"""Text cut into pieces where LibreOffice does better with short ones.

It fills a justified line out by whole twentieths of a point behind each letter of a piece and leaves what remains, up
to X"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from lxml import etree

from officefiles.opc import W
from officefiles.schema import RUN, put
from officefiles.text import T, put_text, runs_of, shown
from thaipages.drawing.places import side_by_side
from thaipages.layout import Paragraph

FIRM_SPACE = "\u00a0"
_LETTERS = 8
"""The fewest letters of a piece."""
_NEAR = 5.0
"""Twips: where a line is so near to hold a word more or less, its pieces, which are rounded, could tip the scale."""
_LOOK = f"{W}rPr"


def firm_starts(paragraph: Paragraph, breaks: Sequence[int]) -> Iterator[int]:
    """The ends of the lines of a paragraph that a word with a firm space follows; ``breaks`` are the places where a
    line may end."""
    for end in paragraph.ends[:-1]:
        if FIRM_SPACE in paragraph.text[end : _next(breaks, end)]:
            yield end


def pieces(paragraph: Paragraph, width: float, breaks: Sequence[int]) -> Iterator[int]:
    """Where the pieces of a justified paragraph begin, in a column of ``width``."""
    for line, end in enumerate(paragraph.ends[:-1]):
        if _is_sure(paragraph, line, width, _next(breaks, end)):
            start = (0, *paragraph.ends)[line]
            yield from _apart(place for place in breaks if start < place < end)


def _next(breaks: Sequence[int], place: int) -> int:
    return breaks[bisect_right(breaks, place)]


def _is_sure(paragraph: Paragraph, line: int, width: float, after: int) -> bool:
    """Whether the line holds its text, and not the word more that ends at ``after``, with room to spare."""
    placed, free, _ = side_by_side(paragraph, line, width)
    word = paragraph.text[placed.seen : after].rstrip()
    return free > _NEAR and paragraph.edges[placed.seen + len(word)] - paragraph.edges[placed.seen] > free + _NEAR


def _apart(breaks: Iterator[int]) -> Iterator[int]:
    """Those of ``breaks`` that are not too near to each other."""
    before = -_LETTERS
    for place in breaks:
        if place - before >= _LETTERS:
            yield place
            before = place


def cut(paragraph: etree._Element, places: Collection[int]) -> dict[int, etree._Element]:
    """Cut the text of ``paragraph`` at ``places``, and give the runs that begin there now: those beside each other
    differ in the language of letters that they do not have."""
    found: dict[int, etree._Element] = {}
    at = 0
    for run in list(runs_of(paragraph)):
        parts = [piece for piece in run if piece.tag != _LOOK]
        length = sum(len(shown(piece)) for piece in parts)
        inside = sorted(place for place in places if at < place < at + length)
        if inside and [piece.tag for piece in parts] == [T]:
            found.update(zip(inside, _cut_run(run, parts[0], [place - at for place in inside]), strict=True))
        at += length
    for place in sorted(found)[::2]:
        put(put(found[place], "rPr", {_LOOK: 0}), "lang", RUN, eastAsia="th-TH")
    return found


def _cut_run(run: etree._Element, piece: etree._Element, places: list[int]) -> Iterator[etree._Element]:
    """The runs that are cut off at ``places`` from one that holds a ``piece`` of text alone."""
    text = piece.text or ""
    before = run
    for start, end in pairwise([*places, len(text)]):
        new = copy.deepcopy(run)
        put_text(next(new.iterchildren(T)), text[start:end])
        before.addnext(new)
        before = new
        yield new
    put_text(piece, text[: places[0]])


def break_before(run: etree._Element) -> None:
    """Let a line end before the text of ``run``."""
    next(run.iterchildren(T)).addprevious(etree.Element(f"{W}br"))
