"""Fields that list or number what a finished document has: tables of contents and of figures, captions, references.

Word works them out when it is asked to (F9); a document that is made without Word would show what its template showed.
``listed`` makes the entries anew, and ``numbered`` gives them the pages of the page plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from officefiles.opc import Package

if TYPE_CHECKING:
    from officefiles.thai import Digits
    from thaipages.listing import entries, numbers
else:  # few documents have such fields
    entries, numbers = lazy_import("thaipages.listing.entries"), lazy_import("thaipages.listing.numbers")

__all__ = ["asks", "listed", "numbered"]

_FIELDS = b"<w:instrText", b"<w:fldSimple"
"""What a field stands in: a glance tells most documents, which have none."""
_FIELD = rb"<w:(?:instrText|fldSimple)\b[^>]*?(?:w:instr=\"|>)\s*"
_ASKS = re.compile(_FIELD + rb"(?:TOC|SEQ|REF|STYLEREF|PAGEREF|NUMPAGES)\b", re.IGNORECASE)
_REFERS = re.compile(_FIELD + rb"REF\b", re.IGNORECASE)
_BESIDE = ("header", "footer", "footnotes", "endnotes")


def asks(document: Package) -> bool:
    """True where ``document`` has fields that list or number what it has, or that repeat words of it."""
    text = document.parts[document.main].data
    if any(mark in text for mark in _FIELDS) and _ASKS.search(text):
        return True
    return next(stories_beside(document), None) is not None


def stories_beside(document: Package) -> Iterator[str]:
    """The headers, footers and notes that repeat words of the text of ``document``."""
    for link in document.relationships.get(document.main, {}).values():
        if link.word in _BESIDE and link.target in document.parts:
            text = document.parts[link.target].data
            if any(mark in text for mark in _FIELDS) and _REFERS.search(text):
                yield link.target


def listed(document: Package, figures: Digits | None = None) -> Package:
    """``document`` with its captions counted, its references repeating what they refer to, and its tables of contents
    listing its own headings. The pages are still to be ``numbered``. ``figures`` are those of page numbers where the
    document shows none."""
    return entries.listed(document, figures, stories_beside(document))


def numbered(document: Package) -> numbers.Numbered:
    """``document`` with the page numbers in its text, among them those of its tables of contents, as they are
    planned."""
    return numbers.numbered(document)
