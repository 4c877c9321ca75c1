"""Thai text as it is printed: how wide it is, and where a line must not end."""

from __future__ import annotations

import re
import unicodedata

_LEADING_VOWEL = re.compile("[\u0e40-\u0e44]")
_KEPT_SPACE = re.compile(r" (?=ๆ)|(?<=พ\.ศ\.) (?=[0-9๐-๙])|(?<=\([0-9๐-๙]\)) |(?<=\([0-9๐-๙]{2}\)) ")


def breadth(text: str) -> float:
    """About how wide ``text`` is printed, in letters: marks above and below take no room, leading vowels half."""
    marks = sum(unicodedata.category(char) == "Mn" for char in text)
    return len(text) - marks - len(_LEADING_VOWEL.findall(text)) / 2


def unbroken(text: str) -> str:
    """``text`` with a no-break space where a line must not end: before ๆ, and between พ.ศ. and the year, and after a
    number in brackets."""
    return _KEPT_SPACE.sub("\u00a0", text) if " ๆ" in text or "พ.ศ. " in text or ") " in text else text
