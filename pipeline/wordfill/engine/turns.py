"""What is counted while one document is rendered: the turns of loops, so that what repeats is never the same twice.

Templates may call nothing, so a turn is begun, and its numbers are asked for, by indexing: ``{% set _turn3 =
_turns[3] %}`` and ``{{ _turn3["id", 7] }}``, which ``repeats`` writes into the sources.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wordfill.engine.list_numbers import Lists

TURNS = "_turns"
"""The name under which a render's context holds a ``Turns``."""
NOTES = ("footnote", "endnote")
_FIRST_ID = 1_000_000
_LONGEST_NAME = 32


@dataclass(slots=True)
class Turns:
    """The turns of all loops of one document so far, and what was added by them: lists that begin anew, and further
    references to notes."""

    lists: Lists | None = None
    counts: dict[int, int] = field(default_factory=dict)
    serial: int = 0
    added: dict[int, tuple[str, int]] = field(default_factory=dict)
    notes: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def __getitem__(self, key: int | tuple[str, int]) -> Turn | list[int]:
        """The next turn of the loop of this number; of ``("footnote", id)`` the ids of a note and its copies."""
        if isinstance(key, tuple):
            return [key[1], *self.notes.get(key, ())]
        self.counts[key] = self.counts.get(key, 0) + 1
        self.serial += 1
        return Turn(self, self.counts[key], self.serial)


@dataclass(slots=True)
class Turn:
    """A turn of a loop. In the first one all is as the template has it."""

    turns: Turns
    count: int
    serial: int
    own: dict[tuple[str, int], int] = field(default_factory=dict)

    def __getitem__(self, key: tuple[str, int] | tuple[str, str] | tuple[str, int, int]) -> str:
        """What stands in this turn for a number, the ``name`` of a bookmark, a ``list`` from a depth on, or the
        ``footnote`` or ``endnote`` that is referred to."""
        kind, value = key[0], key[1]
        if kind == "name":
            return str(value) if self.count == 1 else f"{str(value)[:_LONGEST_NAME]}_{self.count}"
        if self.count == 1:
            return str(value)
        place = kind, int(value)
        if place not in self.own:
            self.own[place] = self._made(kind, int(value), int(key[2]) if len(key) > 2 else 0)
        return str(self.own[place])

    def _made(self, kind: str, value: int, depth: int) -> int:
        turns = self.turns
        if kind == "list" and turns.lists is not None:
            number = turns.lists.first + len(turns.added)
            turns.added[number] = str(value), depth
            return number
        if kind in NOTES:
            copies = turns.notes.setdefault((kind, value), [])
            copies.append(_FIRST_ID + sum(map(len, turns.notes.values())))
            return copies[-1]
        return _FIRST_ID + self.serial * 1000 + value % 1000
