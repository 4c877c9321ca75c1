"""Links and bookmarks in a paragraph."""

from __future__ import annotations

from lxml import etree

from officefiles.opc import Package, R, W
from thaipages.drawing.looks import TWIPS
from thaipages.drawing.marks import Node
from thaipages.layout import Paragraph

_HYPERLINK, _ANCHOR = W + "hyperlink", W + "anchor"
_BOOKMARK, _RUN = W + "bookmarkStart", W + "r"


def link_around(run: etree._Element, paragraph: etree._Element) -> etree._Element | None:
    """The link of ``paragraph`` that ``run`` is a part of."""
    above = run.getparent()
    while above is not None and above is not paragraph:
        if above.tag == _HYPERLINK:
            return above
        above = above.getparent()
    return None


def node_of(link: etree._Element, node: Node, known: dict[etree._Element, Node]) -> Node:
    """The node of ``link``, a child of ``node``: one for all its lines."""
    if link not in known:
        known[link] = node.add("Link")
    return known[link]


def destination(link: etree._Element, package: Package, part: str) -> tuple[str, str]:
    """The address that a link of ``part`` leads to, or the name of a place in the document; both empty where it leads
    nowhere."""
    anchor = link.get(_ANCHOR, "")
    relationship = package.relationships.get(part, {}).get(link.get(R + "id", ""))
    if relationship is None or not relationship.external:
        return "", anchor
    return f"{relationship.target}#{anchor}" if anchor else relationship.target, ""


def places_in(paragraph: Paragraph, lines: range, y: float) -> dict[str, float]:
    """How far down the bookmarks stand that begin in these ``lines``, the first of which has its top at ``y``."""
    found: dict[str, float] = {}
    if next(paragraph.element.iter(_BOOKMARK), None) is None:
        return found
    ends = {span.run: span.end for span in paragraph.spans}
    place = paragraph.label
    for element in paragraph.element.iter(_RUN, _BOOKMARK):
        if element.tag == _RUN:
            place = ends.get(element, place)
            continue
        line = next((at for at, end in enumerate(paragraph.ends) if place < end), len(paragraph.ends) - 1)
        if line in lines:
            above = sum(paragraph.heights[lines.start : line])
            found[element.get(W + "name", "")] = y + above / TWIPS
    return found
