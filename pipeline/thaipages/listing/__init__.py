"""Fields that list or number what a finished document has: tables of contents and of figures, captions, references.

Word works them out when it is asked to (F9); a document that is made without Word would show what its template showed.
``listed`` makes the entries anew, and ``numbered`` gives them the pages of the page plan.
"""

from __future__ import annotations

import re
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
_ASKS = re.compile(
    rb"<w:(?:instrText|fldSimple)\b[^>]*?(?:w:instr=\"|>)\s*(?:TOC|SEQ|REF|PAGEREF|NUMPAGES)\b", re.IGNORECASE
)


def asks(document: Package) -> bool:
    """True where the text of ``document`` has fields that list or number what it has."""
    text = document.parts[document.main].data
    return any(mark in text for mark in _FIELDS) and bool(_ASKS.search(text))


def listed(document: Package, figures: Digits | None = None) -> Package:
    """``document`` with its captions counted, its references repeating what they refer to, and its tables of contents
    listing its own headings. The pages are still to be ``numbered``. ``figures`` are those of page numbers where the
    document shows none."""
    return entries.listed(document, figures)


def numbered(document: Package) -> numbers.Numbered:
    """``document`` with the page numbers in its text, among them those of its tables of contents, as they are
    planned."""
    return numbers.numbered(document)
