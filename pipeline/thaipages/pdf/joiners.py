"""Words kept whole at the ends of lines, where LibreOffice would break them inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lxml import etree

from officefiles.opc import Package, W
from officefiles.text import T, runs_of, shown
from thaipages.layout import Layout, Paragraph, measure
from thaipages.segment import joints, whole_breaks

_JOINER = "\ufeff"
"""Zero width no-break space: LibreOffice heeds it inside Thai words, and not the word joiner U+2060."""
_FIRM_SPACE = "\u00a0"


def join_words(package: Package, document: etree._Element) -> None:
    """Keep the first word of each line whole: LibreOffice would put a part of it at the end of the line before, and
    begin a line with the sign ๆ.

    Only that word is joined, as the layout tells which it is: a joiner takes its share when a line is justified, and
    many of them would show as a ragged margin.
    """
    for piece in document.iter(T):
        piece.text = (piece.text or "").replace(" ๆ", _FIRM_SPACE + "ๆ")
    for paragraph in _paragraphs(measure(package, document.find(f"{W}body"))):
        text = paragraph.text[paragraph.label :]
        inside = joints(text)
        if inside:
            breaks = whole_breaks(text)
            ends = (end - paragraph.label for end in paragraph.ends[:-1])
            words = ((end, breaks[bisect_right(breaks, end)]) for end in ends if end > 0)
            _join(paragraph.element, {place for start, end in words for place in inside if start < place < end})


def _paragraphs(layout: Layout) -> Iterator[Paragraph]:
    for part in layout.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    yield from row.paragraphs


def _join(paragraph: etree._Element, places: set[int]) -> None:
    """Put a joiner before each of these characters of the paragraph; a tab, a break or a picture counts as one."""
    at = 0
    for run in runs_of(paragraph):
        for piece in run:
            text = shown(piece)
            if piece.tag == T:
                piece.text = "".join(_JOINER * (at + n in places) + letter for n, letter in enumerate(text))
            at += len(text)
