"""Dividing a paragraph or a table in two, so that the second part can begin a page."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from pipeline.word.layout.content import runs_of
from pipeline.word.opc import W
from pipeline.word.schema import PARAGRAPH, put

_ONE_SIGN = frozenset(W + name for name in ("tab", "br", "cr", "noBreakHyphen", "softHyphen", "drawing"))
_PLACES = tuple(W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


def start_page(paragraph: etree._Element) -> None:
    """Let ``paragraph`` begin a page."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    put(properties, "pageBreakBefore", PARAGRAPH).attrib.clear()


def divide_paragraph(paragraph: etree._Element, place: int) -> etree._Element:
    """Divide ``paragraph`` after ``place`` characters; the second part, a paragraph that goes on without a label or
    a first-line indent, is put after it and comes back."""
    second = deepcopy(paragraph)
    _keep(paragraph, 0, place)
    _keep(second, place, None)
    for mark in list(second.iter(*_PLACES)):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    properties = second.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        second.insert(0, properties)
    indent = put(properties, "ind", PARAGRAPH)
    if W + "hanging" in indent.attrib:
        del indent.attrib[W + "hanging"]
    indent.set(W + "firstLine", "0")
    paragraph.addnext(second)
    return second


def _keep(paragraph: etree._Element, start: int, end: int | None) -> None:
    """Leave of the paragraph's content the characters from ``start`` to ``end``."""
    at = 0
    for run in list(runs_of(paragraph)):
        for piece in list(run):
            length = len(piece.text or "") if piece.tag == W + "t" else int(piece.tag in _ONE_SIGN)
            first, last = max(start - at, 0), length if end is None else min(max(end - at, 0), length)
            at += length
            if not length:
                continue
            if first >= last:
                run.remove(piece)
            elif piece.tag == W + "t":
                piece.text = (piece.text or "")[first:last]
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def divide_table(row: etree._Element) -> etree._Element:
    """Divide the table that ``row`` stands in above it; the second part, with the header rows of the first, is put
    after it and comes back."""
    table = row.getparent()
    assert table is not None
    second = etree.Element(W + "tbl")
    for part in ("tblPr", "tblGrid"):
        second.extend(deepcopy(child) for child in table.iterchildren(W + part))
    for other in table.iterchildren(W + "tr"):
        if other is row or other.find(f"{W}trPr/{W}tblHeader") is None:
            break
        second.append(deepcopy(other))
    second.extend([row, *row.itersiblings()])
    table.addnext(second)
    return second
