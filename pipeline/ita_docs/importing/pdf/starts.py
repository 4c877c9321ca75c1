"""Where the columns begin that lines below each other have in common."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.importing.pdf.lines import MARKER, PdfLine
from ita_docs.importing.pdf.wraps import hanging

NEAR, STEP = 0.5, 2.0
"""Parts of the size that two starts of one column lie apart at most; points that those of lines of one cell do."""
FEW = 2
"""Columns, and lines that have them, of a list at least."""
_MOST = 40
"""Lines that are looked at."""


def starts_of(lines: Sequence[PdfLine], first: int) -> list[float]:
    """The starts of columns that a line and those below it have in common, and the only one that one marked row has
    between them; the text behind the mark of a first line is in none of its own."""
    lines = lines[first : first + _MOST]
    own = [piece.x for piece in lines[0].pieces]
    behind_mark = [*hanging(lines[0])][len(own) - 1 :]
    met, alone = dict.fromkeys(own, 1), set[float]()
    size = lines[0].size
    for line in lines[1:]:
        for piece in line.pieces:
            near = next((start for start in met if abs(start - piece.x) <= NEAR * size), None)
            if near is None:
                below = any(abs(p.x - s) <= NEAR * size for p in line.pieces[1:] for s in own[1:])
                if below and not any(abs(piece.x - edge) <= STEP for edge in behind_mark):
                    met[piece.x] = 1
                    alone |= {piece.x} if MARKER.match(line.text) and piece.x < own[-1] else set()
            else:
                met[near] += 1
        if len(line.pieces) == 1 and line.x < own[0] - size:
            break
    once = {start for start, count in met.items() if count < FEW and start not in own}
    alone = alone & once if len(once) == 1 else set()
    return sorted(start for start, count in met.items() if count >= FEW or start == own[0] or start in alone)
