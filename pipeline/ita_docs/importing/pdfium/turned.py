"""How a page must be turned to be read, and where a point of it is then."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_FAR, _SAMPLED = 100_000, 200


def turns_of(text: Any) -> int:
    """How often a page must be turned a quarter clockwise for most of its text to be level."""
    count = text.count_chars()
    places = range(0, count, max(1, count // _SAMPLED))
    met = Counter(
        round(-degrees(text, index) / 90) % 4 for index in places if pdfium.FPDFText_GetTextObject(text, index)
    )
    return met.most_common(1)[0][0] if met else 0


def degrees(text: Any, index: int) -> float:
    """The angle at which a character stands, clockwise."""
    return 57.29578 * float(pdfium.FPDFText_GetCharAngle(text, index))


class Turned:
    """How often the page is turned a quarter to be read, and where a point of the PDF is then."""

    def __init__(self, page: Any, turns: int) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turns = turns
        width, height = self.right - self.left, self.top - self.bottom
        self.size = (height, width) if self.turns % 2 else (width, height)

    def edges(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of a box."""
        if self.turns == 0:
            return x0 - self.left, self.top - y0, x1 - self.left, self.top - y1
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Right and down from the top left."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


def whole(length: float) -> int:
    """A length in hundredths; what is no place on any page is far outside."""
    return int(100 * max(-_FAR, min(_FAR, length))) if length == length else -100 * _FAR
