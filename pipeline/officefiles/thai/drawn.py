"""Thai text for programs that draw it letter by letter and move no mark to where it must stand, and back again."""

from __future__ import annotations

import re

_ABOVE, _BELOW = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", "\u0e38\u0e39\u0e3a"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_SYLLABLE = re.compile(f"([ก-ฮ])([{_ABOVE}]?)([{_BELOW}]?)([{_TONES}]?)({_SARA_AM}?)")

_TALL, _DEEP = "ปฝฟฬ", "ฎฏ"
_LEFT = str.maketrans(_ABOVE + _TONES, "\uf710\uf701\uf702\uf703\uf704\uf712\uf711\uf713\uf714\uf715\uf716\uf717")
_LEFT_LOW = str.maketrans(_TONES, "\uf705\uf706\uf707\uf708\uf709")
_LOW = str.maketrans(_TONES + _BELOW, "\uf70a\uf70b\uf70c\uf70d\uf70e\uf718\uf719\uf71a")
_ROOM_ABOVE = str.maketrans("ฬ", "\uf71d")
_ROOM_BELOW = str.maketrans("ญฐฎฏ", "\uf70f\uf700\uf71b\uf71c")
_STANDARD = {
    private: standard
    for table in (_LEFT, _LEFT_LOW, _LOW, _ROOM_ABOVE, _ROOM_BELOW)
    for standard, private in table.items()
}


def drawn(text: str) -> str:
    """``text`` with each mark as the character whose glyph stands where it must: left of the stem of a tall consonant,
    low where a tone mark has no vowel under it, clear of a consonant's tail.

    These are private characters (U+F700 to U+F71D) that the fonts of Thai offices, TH SarabunPSK among them, have had
    since before programs could shape Thai.
    """
    return _SYLLABLE.sub(_placed, text)


def undrawn(text: str) -> str:
    """``text`` with each of those private characters as the Thai one that it draws: texts copied from a PDF are full
    of them. What ``drawn`` made of a SARA AM stays NIKHAHIT and SARA AA."""
    return text.translate(_STANDARD)


def _placed(found: re.Match[str]) -> str:
    consonant, above, below, tone, sara_am = found.groups()
    tall = consonant in _TALL
    base = consonant.translate(_ROOM_ABOVE) if above else consonant
    if sara_am and tall:
        above, sara_am = _NIKHAHIT, _SARA_AA
    if not above and not sara_am:
        tone = tone.translate(_LEFT_LOW if tall else _LOW)
    elif tall:
        above, tone = above.translate(_LEFT), tone.translate(_LEFT)
    if below:
        below = below.translate(_LOW) if consonant in _DEEP else below
        base = consonant.translate(_ROOM_BELOW)
    return base + above + below + tone + sara_am
