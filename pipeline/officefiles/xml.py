"""Parts of Office packages as trees. Packages need lxml only where a part is looked into: its import takes long."""

from __future__ import annotations

from typing import cast

from lxml import etree

_PARSER, _TIDY_PARSER = (
    etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, ns_clean=tidy
    )
    for tidy in (False, True)
)


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


def serialize(root: etree._Element) -> bytes:
    """The part's bytes, as Word writes them: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
