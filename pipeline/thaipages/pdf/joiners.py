"""Words kept whole at the ends of lines, where LibreOffice would break them inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lxml import etree

from officefiles.opc import Package, W
from officefiles.text import T, runs_of, shown
from thaipages.drawing.places import JUSTIFIED
from thaipages.layout import Layout, Paragraph, measure
from thaipages.pdf.pieces import FIRM_SPACE, break_before, cut, firm_starts, pieces
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
