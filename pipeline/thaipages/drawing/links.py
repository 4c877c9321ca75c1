"""Links and bookmarks in a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from officefiles.fields import words_of
from officefiles.opc import Package, R, W
from officefiles.text import runs_of
from thaipages.drawing.fields import fields_of
from thaipages.drawing.looks import TWIPS
from thaipages.drawing.marks import Node
from thaipages.layout import Paragraph

_HYPERLINK, _ANCHOR = W + "hyperlink", W + "anchor"
_BOOKMARK, _RUN, _SIMPLE, _CODE = (W + name for name in ("bookmarkStart", "r", "fldSimple", "instrText"))
LINKS, BOOKMARKS = (_HYPERLINK, _SIMPLE, _CODE), (_BOOKMARK,)
"""What there is in a paragraph that has a link or a bookmark."""
_WITH_A_WORD = ("\\o", "\\t", "\\n", "\\m")
"""Switches of links that have a word behind them, which is none of the address."""
_NUMBERS = ("PAGEREF", "REF")
"""Fields that lead to their bookmark where they have the switch ``\\h``."""


class Target(NamedTuple):
    """What a link leads to: an ``address`` or the name of a ``place`` in the document. ``key`` tells links apart."""

    key: etree._Element
    address: str
    place: str


def links_of(paragraph: etree._Element, package: Package, part: str) -> dict[etree._Element, Target]:
    """The runs of a paragraph of ``part`` that are links, and what they lead to."""
    found: dict[etree._Element, Target] = {}
    if next(paragraph.iter(*LINKS), None) is None:
        return found
    for one in fields_of(paragraph):
        address, place = _of_field(one.code)
        if address or place:
            found.update(dict.fromkeys(one.shown, Target(one.last, address, place)))
    for link in paragraph.iter(_HYPERLINK):
        found.update(dict.fromkeys(link.iter(_RUN), _of_element(link, package, part)))
    return found


def _of_element(link: etree._Element, package: Package, part: str) -> Target:
    anchor = link.get(_ANCHOR, "")
    relationship = package.relationships.get(part, {}).get(link.get(R + "id", ""))
    if relationship is None or not relationship.external:
        return Target(link, "", anchor)
    return Target(link, f"{relationship.target}#{anchor}" if anchor else relationship.target, "")


def _of_field(code: str) -> tuple[str, str]:
    """The address and the place that a field leads to, empty where it does not."""
    kind, *rest = words_of(code) or [""]
    if kind.upper() in _NUMBERS:
        return "", rest[0] if "\\h" in rest else ""
    if kind.upper() != "HYPERLINK":
        return "", ""
    address = place = before = ""
    for word in rest:
        if before == "\\l":
            place = word
        elif before not in _WITH_A_WORD and not word.startswith("\\"):
            address = word
        before = word
    return (f"{address}#{place}" if place else address, "") if address else ("", place)


def node_of(target: Target, node: Node, known: dict[etree._Element, Node]) -> Node:
    """The node of the link to ``target``, a child of ``node``: one for all its lines."""
    if target.key not in known:
        known[target.key] = node.add("Link")
    return known[target.key]


def places_in(paragraph: Paragraph, lines: range, y: float) -> dict[str, float]:
    """How far down the bookmarks stand that begin in these ``lines``, the first of which has its top at ``y``."""
    found: dict[str, float] = {}
    if next(paragraph.element.iter(*BOOKMARKS), None) is None:
        return found
    runs = list(runs_of(paragraph.element))
    ends = {runs[span.run]: span.end for span in paragraph.spans if span.run >= 0}
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
