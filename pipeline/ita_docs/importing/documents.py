"""What readers of documents take from old files: cells for the workbook, each with its source and if it is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita_docs.importing.blocks import OldPlace, Photo

_MANY = 3


def in_words(places: Sequence[OldPlace]) -> str:
    """The places as staff read them: the first three, and how many more there are."""
    first = ", ".join(map(str, places[:_MANY]))
    return f"{first} และอีก {len(places) - _MANY} แห่ง" if len(places) > _MANY else first


@dataclass(frozen=True, slots=True)
class ReadCell:
    """The text of a cell as it stands in the source, and where.

    ``doubt`` is empty where a rule that can be named made it sure (a known title; a post with a level; a role; a
    section met twice; the next number; the same in two sources); else it says in Thai why a person must look at it, in
    a few words that go on to the place: ``ไม่พบคำนำหน้าชื่อที่รู้จัก``.
    """

    text: str
    places: tuple[OldPlace, ...] = ()
    doubt: str = ""

    @property
    def note(self) -> str:
        """What the comment at the cell says: why, and where to look."""
        where = in_words(self.places)
        return f"{self.doubt} โปรดตรวจกับ {where}" if where else f"{self.doubt} โปรดตรวจสอบ"


ReadRow = Mapping[str, ReadCell]
"""A row of a sheet: field names of the form (``workbook.tables``) to what was found."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What one document gave: an order, an analysis, a list of people …

    ``kind`` is the key of the document (``order``, ``analysis``, ``measures``, ``activities``, ``people``, ``scores``
    …). ``general`` maps fields of the general sheet, ``rows`` the rows of each sheet by its key. ``used`` are the
    places of all paragraphs, cells and lines that were understood, fixed wording and headings of the document among
    them: what is in no ``used`` of any document is listed for the office, so that nothing of the source is lost.
    ``photos`` are pictures that cells name.
    """

    kind: str
    general: Mapping[str, ReadCell] = field(default_factory=dict)
    rows: Mapping[str, Sequence[ReadRow]] = field(default_factory=dict)
    used: frozenset[OldPlace] = frozenset()
    photos: tuple[Photo, ...] = ()
