"""Thai text as it is printed: how wide it is, and where a line must not end."""

from __future__ import annotations

import re
import unicodedata

_LEADING_VOWEL = re.compile("[\u0e40-\u0e44]")
_KEPT_SPACE = re.compile(r" (?=ๆ)|(?<=พ\.ศ\.) (?=[0-9๐-๙])|(?<=\([0-9๐-๙]\)) |(?<=\([0-9๐-๙]{2}\)) ")


def advance(text: str) -> int:
    """The letters of ``text`` that take room: marks above and below take none."""
    marks = [char for char in set(text) if unicodedata.category(char) == "Mn"]
    return len(text) - sum(map(text.count, marks))


def breadth(text: str) -> float:
    """About how wide ``text`` is printed, in letters: leading vowels take half the room of others."""
    return advance(text) - len(_LEADING_VOWEL.findall(text)) / 2


def unbroken(text: str) -> str:
    """``text`` with a no-break space where a line must not end: before ๆ, and between พ.ศ. and the year, and after a
    number in brackets."""
    return _KEPT_SPACE.sub("\u00a0", text) if " ๆ" in text or "พ.ศ. " in text or ") " in text else text
