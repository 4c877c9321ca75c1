"""Texts that are printed in the look of their state."""

from __future__ import annotations

from enum import Enum

from wordfill.sandbox import to_xml


class State(Enum):
    """Where a text stands. The value is the mark that stands before it in a rendered document, until ``shade`` has
    made looks of the marks: noncharacters, as no text of an office's can hold them."""

    TYPED = "\ufdd1"
    DERIVED = "\ufdd2"
    MISSING = "\ufdd3"


END = "\ufdd4"
"""The mark behind a text of any state."""

Piece = tuple[State, str]


class Shaded(str):
    """A text that templates compare, join and ask as any other, and that is printed piece by piece, each marked by its
    state."""

    __slots__ = ("pieces",)
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, *pieces: Piece) -> Shaded:
        """The text that these pieces make together."""
        shaded = cls("".join(text for _, text in pieces))
        shaded.pieces = pieces
        return shaded

    def __html__(self) -> str:
        return "".join(f"{state.value}{to_xml(text)}{END}" for state, text in self.pieces)
