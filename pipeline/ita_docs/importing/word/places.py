"""Where the blocks of a Word file stand, each by a place of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ita_docs.importing.blocks import OldPlace

PARAGRAPH, TABLE, PICTURE = "ย่อหน้า", "ตาราง", "ภาพ"


@dataclass(slots=True)
class Places:
    """The places in a story of ``file``: ``story`` says which (``เชิงอรรถ 2``), and is empty for the body."""

    file: str
    story: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def next(self, kind: str) -> OldPlace:
        """The place of the next paragraph, table or picture."""
        self.counts[kind] += 1
        number = self.counts[kind]
        if not self.story and kind == PARAGRAPH:
            return OldPlace(self.file, line=number)
        return OldPlace(self.file, place=f"{self.story} {kind} {number}".strip())
