"""Which fields of Word hold in their stored results what is no text of a template: copies from other places."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.fields import Field, Fields
from officefiles.opc import W
from officefiles.text import T

GATHERED = frozenset(("TOC", "INDEX", "TOA"))
"""Fields whose results Word gathers from the whole document."""
REFERRING = frozenset(("REF", "STYLEREF"))
"""Fields whose results repeat other words of the document."""
_OF_WRITERS = ("HYPERLINK", "FORMTEXT", "FORMDROPDOWN", "ADDIN", "MERGEFIELD")
_OF_THE_FILE = ("DOCPROPERTY", "DOCVARIABLE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS")
KEPT = frozenset((*_OF_WRITERS, *_OF_THE_FILE))
"""Fields whose results are the writer's own words, or are filled from what the template states elsewhere."""


def stored(fields: Fields, root: etree._Element) -> Iterator[Field]:
    """The fields whose results hold signs of tags that are no template text: Word copied them from other places."""
    texts: list[str] | None = None
    marked = {mark.get(W + "name", "").casefold() for mark in root.iter(W + "bookmarkStart")}
    for one in fields.found:
        if "{" not in one.text or one.text.count("{") != one.text.count("}"):
            continue
        if one.kind in GATHERED:
            yield one
        elif one.kind in REFERRING or one.kind.casefold() in marked:
            texts = texts if texts is not None else _texts(root)
            if sum(one.text in text for text in texts) > 1:
                yield one


def _texts(root: etree._Element) -> list[str]:
    """The text of each paragraph."""
    return ["".join(text.text or "" for text in one.iter(T)) for one in root.iter(W + "p")]
