"""Colours as documents write them: six digits to the base of 16, or a name."""

from __future__ import annotations

import re

from thaipages.drawing.marks import Colour

_NAMES = {
    "black": "000000", "silver": "C0C0C0", "gray": "808080", "white": "FFFFFF", "maroon": "800000", "red": "FF0000",
    "purple": "800080", "fuchsia": "FF00FF", "green": "008000", "lime": "00FF00", "olive": "808000", "yellow": "FFFF00",
    "navy": "000080", "blue": "0000FF", "teal": "008080", "aqua": "00FFFF",
}  # fmt: skip
_SIX = re.compile("#?([0-9A-Fa-f]{6})")


def colour(text: str) -> Colour | None:
    """The colour that ``text`` writes (``#bfbfbf``, ``BFBFBF``, ``silver``, ``silver [3212]``); none where it writes
    none."""
    words = text.split()
    word = words[0].lower() if words else ""
    found = _SIX.fullmatch(_NAMES.get(word, word))
    if found is None:
        return None
    red, green, blue = bytes.fromhex(found[1])
    return red / 255, green / 255, blue / 255


def on_white(ink: Colour, opacity: float) -> Colour:
    """What ``ink`` of this opacity looks like on paper."""
    red, green, blue = (1 - opacity * (1 - part) for part in ink)
    return red, green, blue
