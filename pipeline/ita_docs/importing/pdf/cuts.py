"""Lines cut where a column begins that the cell before it touches, so that no gap shows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ita_docs.importing.pdf.letters import PdfLetter
from ita_docs.importing.pdf.lines import MARKER, PdfLine, PdfPiece, piece_of
from thaipages.segment import whole_breaks

_EXACT = 0.3
"""Points by which a column's start is told inside a piece that the cell before it touches."""


def with_columns(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines, those of marked rows cut where the columns of other rows begin: what stands before is full there."""
    starts = sorted({piece.x for line in lines for piece in line.pieces[1:]})
    return [cut_at(line, starts) if MARKER.match(line.text) else line for line in lines]


def cut_at(line: PdfLine, starts: Sequence[float]) -> PdfLine:
    """The line with a piece cut where one of the columns that begin at ``starts``, in order, begins in it: the cell
    before it is full to its edge."""
    pieces: list[PdfPiece] = []
    for piece in line.pieces:
        rest = 0
        for at in range(1, len(piece.letters)):
            begins = piece.letters[at].run != piece.letters[at - 1].run and _is_start(piece.letters[at].x, starts)
            blank = not all(any(map(_is_seen, part)) for part in (piece.letters[rest:at], piece.letters[at:]))
            if begins and not blank and not _is_mark(piece.letters[rest:at]) and not _is_within_word(piece, rest, at):
                pieces.append(piece_of(piece.letters[rest:at]))
                rest = at
        pieces.append(piece_of(piece.letters[rest:]) if rest else piece)
    return replace(line, pieces=tuple(pieces)) if len(pieces) > len(line.pieces) else line


def _is_seen(letter: PdfLetter) -> bool:
    return letter.text != " "


def _is_within_word(piece: PdfPiece, rest: int, at: int) -> bool:
    """True where no word ends before a letter of a piece, as far as words are known."""
    text = "".join(letter.text for letter in piece.letters[rest:])
    return sum(len(letter.text) for letter in piece.letters[rest:at]) not in whole_breaks(text)


def _is_start(x: float, starts: Sequence[float]) -> bool:
    at = bisect_left(starts, x - _EXACT)
    return at < len(starts) and starts[at] <= x + _EXACT


def _is_mark(letters: Sequence[PdfLetter]) -> bool:
    text = piece_of(letters).text
    match = MARKER.match(text)
    return match is not None and match.end() == len(text)
