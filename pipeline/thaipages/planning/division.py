"""Dividing a paragraph or a table in two, so that the second part can begin a page."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from officefiles.opc import W
from officefiles.schema import PARAGRAPH, properties_in, put
from officefiles.text import T, put_text, runs_of, shown
from officefiles.xml import remove

_NUMBERING = {W + "ilvl": 0, W + "numId": 1}
_PLACES = tuple(W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


def start_page(paragraph: etree._Element) -> None:
    """Let ``paragraph`` begin a page."""
    put(properties_in(paragraph), "pageBreakBefore", PARAGRAPH).attrib.clear()


def divide_paragraph(paragraph: etree._Element, end: int, start: int, left: float, right: float) -> etree._Element:
    """Divide ``paragraph``: its first ``end`` characters stay; those from ``start`` on become a paragraph with
    all its lines indented by ``left`` and ``right`` twips, which is put after it and comes back."""
    second = deepcopy(paragraph)
    keep_part(paragraph, 0, end)
    keep_part(second, start, None)
    lead_on(second, left, right)
    paragraph.addnext(second)
    return second


def lead_on(paragraph: etree._Element, left: float, right: float) -> None:
    """Let ``paragraph``, the second part of a divided one, look so: all its lines indented by ``left`` and ``right``
    twips, and no place in it that the first part has too."""
    for mark in list(paragraph.iter(*_PLACES)):
        remove(mark)
    indent = put(properties_in(paragraph), "ind", PARAGRAPH)
    indent.attrib.clear()
    for name, value in (("left", left), ("right", right), ("firstLine", 0)):
        indent.set(W + name, f"{value:.0f}")


def leave_list(paragraph: etree._Element) -> None:
    """Take ``paragraph``, whose properties stand in it, out of the list that it or its style is in."""
    put(put(properties_in(paragraph), "numPr", PARAGRAPH), "numId", _NUMBERING, val="0")


def keep_part(paragraph: etree._Element, start: int, end: int | None) -> None:
    """Leave of the paragraph's content the characters from ``start`` to ``end``."""
    at = 0
    for run in list(runs_of(paragraph)):
        for piece in list(run):
            text = shown(piece)
            length = len(text)
            first, last = max(start - at, 0), length if end is None else min(max(end - at, 0), length)
            at += length
            if not length:
                continue
            if first >= last:
                run.remove(piece)
            elif piece.tag == T:
                put_text(piece, text[first:last])


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
