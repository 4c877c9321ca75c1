"""Which documents are to be made, and of which templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ACTIVITIES = "activities"
PACK = ("title", ACTIVITIES, "order", "analysis", "measures")
"""The parts of ``pack.docx``, in the order in which offices publish them."""

OTHERS = ("pack", "summary", "tracker")
"""What is made besides a document for each template: the booklet and the Excel files."""


class NoDocumentError(ValueError):
    """A document is asked for that no template makes. The text is a Thai sentence."""


def wanted(templates: Mapping[str, Path], only: frozenset[str]) -> frozenset[str]:
    """The names of all that is to be made. Raises ``NoDocumentError``."""
    names = (*templates, *OTHERS)
    if unknown := sorted(only - {*names}):
        raise NoDocumentError(f"ไม่มีเอกสารชื่อ {', '.join(unknown)} เลือกได้จาก {', '.join(names)}")
    return only or frozenset(names)


def in_use(templates: Mapping[str, Path], chosen: frozenset[str]) -> dict[str, Path]:
    """The templates of the ``chosen`` documents and, where the pack is chosen, of its parts."""
    parts = PACK if "pack" in chosen else ()
    return {name: path for name, path in templates.items() if name in chosen or name in parts}
