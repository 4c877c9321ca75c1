"""Thai text from programs that drew it letter by letter and moved no mark to where it must stand."""

from __future__ import annotations

_ABOVE, _BELOW = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", "\u0e38\u0e39\u0e3a"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
LEFT = str.maketrans(_ABOVE + _TONES, "\uf710\uf701\uf702\uf703\uf704\uf712\uf711\uf713\uf714\uf715\uf716\uf717")
LEFT_LOW = str.maketrans(_TONES, "\uf705\uf706\uf707\uf708\uf709")
LOW = str.maketrans(_TONES + _BELOW, "\uf70a\uf70b\uf70c\uf70d\uf70e\uf718\uf719\uf71a")
ROOM_ABOVE = str.maketrans("ฬ", "\uf71d")
ROOM_BELOW = str.maketrans("ญฐฎฏ", "\uf70f\uf700\uf71b\uf71c")
"""Marks left of the stem of a tall consonant, tones that stand low, and consonants with room for marks: private
characters (U+F700 to U+F71D) that the fonts of Thai offices have had since before programs could shape Thai."""
_STANDARD = {
    private: standard for table in (LEFT, LEFT_LOW, LOW, ROOM_ABOVE, ROOM_BELOW) for standard, private in table.items()
}


def undrawn(text: str) -> str:
    """``text`` with each of those private characters as the Thai one that it draws: texts copied from a PDF are full
    of them. A SARA AM that was taken apart stays NIKHAHIT and SARA AA."""
    return text.translate(_STANDARD)
