"""Words kept whole at the ends of lines, where LibreOffice would break them inside, and text cut into pieces where it
does better with short ones.

It fills a justified line out by whole twentieths of a point behind each letter of a piece and leaves what remains."""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from lxml import etree

from officefiles.opc import Package, W
from officefiles.schema import RUN, properties_in, put
from officefiles.text import T, put_text, runs_of, shown
from thaipages.drawing.places import JUSTIFIED, side_by_side
from thaipages.layout import Layout, Paragraph, measure
from thaipages.segment import joints, whole_breaks

_JOINER = "\ufeff"
"""Zero width no-break space: LibreOffice heeds it inside Thai words, and not the word joiner U+2060."""


def join_words(package: Package, document: etree._Element) -> None:
    """Keep the first word of each line whole: LibreOffice would put a part of it at the end of the line before, and
    begin a line with the sign ๆ.

    Only that word is joined, as the layout tells which it is: a joiner takes its share when a line is justified, and
    many of them would show as a ragged margin.
    """
    for piece in document.iter(T):
        piece.text = (piece.text or "").replace(" ๆ", FIRM_SPACE + "ๆ")
    for paragraph, width in _paragraphs(measure(package, document.find(f"{W}body"))):
        if len(paragraph.ends) > 1:
            _keep_lines(paragraph, width)


def _keep_lines(paragraph: Paragraph, width: float | None) -> None:
    label, breaks = paragraph.label, whole_breaks(paragraph.text)
    words = [(end, breaks[bisect_right(breaks, end)]) for end in paragraph.ends[:-1] if end > label]
    inside = joints(paragraph.text)
    justified = paragraph.shape.values.get("jc") in JUSTIFIED
    firm = {place - label for place in firm_starts(paragraph, breaks)} if not justified else set()
    cuts = {place - label for place in pieces(paragraph, width, breaks)} if justified and width else set()
    runs = cut(paragraph.element, firm | cuts)
    _join(paragraph.element, {place - label for start, end in words for place in inside if start < place < end})
    for place in firm & runs.keys():
        break_before(runs[place])


def _paragraphs(layout: Layout) -> Iterator[tuple[Paragraph, float | None]]:
    """All paragraphs, those of the text itself with the width of their column."""
    for part in layout.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block, part.section.width
            else:
                for row in block.rows:
                    yield from ((paragraph, None) for paragraph in row.paragraphs)


def _join(paragraph: etree._Element, places: set[int]) -> None:
    """Put a joiner before each of these characters of the paragraph; a tab, a break or a picture counts as one."""
    at = 0
    for run in runs_of(paragraph):
        for piece in run:
            text = shown(piece)
            if piece.tag == T:
                piece.text = "".join(_JOINER * (at + n in places) + letter for n, letter in enumerate(text))
            at += len(text)


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
        put(properties_in(found[place], "rPr"), "lang", RUN, eastAsia="th-TH")
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
