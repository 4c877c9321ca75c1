"""Parts of Office packages as trees. Packages need lxml only where a part is looked into: its import takes long."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

_PARSER, _TIDY_PARSER = (
    etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, ns_clean=tidy
    )
    for tidy in (False, True)
)

_NUMBERED = re.compile("&#x([0-9A-F]{2,6});")


def parse(data: bytes) -> etree._Element:
    """The root element, without comments and processing instructions, which say nothing and would stand among its
    elements; nothing outside the bytes is ever read."""
    return etree.fromstring(data, _PARSER)


def parse_tidily(data: bytes) -> etree._Element:
    """As ``parse``, without prefixes declared again where they are known."""
    return etree.fromstring(data, _TIDY_PARSER)


def remove(element: etree._Element) -> None:
    """Take ``element`` out of what it stands in, if it still does."""
    if (parent := element.getparent()) is not None:  # else it went with what it stood in
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what stands in ``element`` in its place."""
    for child in element:
        element.addprevious(child)
    remove(element)


def select(path: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    """The elements that ``path`` finds in ``tree``, in document order: faster than going through all of them here."""
    return cast(list[etree._Element], path(tree))


def as_text(element: etree._Element) -> str:
    """An element as XML, without what follows it, all letters as they are: the older libxml2 that lxml has on Windows
    writes those in the attributes of an element that stands in another as numbers."""
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    return _NUMBERED.sub(_letter, written) if "&#x" in written else written


def _letter(number: re.Match[str]) -> str:
    """What a number stands for; one of ASCII stands there as its letter means something else."""
    code = int(number[1], 16)
    return number[0] if code < 0x80 else chr(code)


def serialize(root: etree._Element) -> bytes:
    """The part's bytes, as Word writes them: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
