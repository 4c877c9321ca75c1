"""Thai text as programs drew it that set it letter by letter."""

from __future__ import annotations

import re

from officefiles.thai.drawn import LEFT, LEFT_LOW, LOW, ROOM_ABOVE, ROOM_BELOW

_ABOVE, _BELOW = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d", "\u0e38\u0e39\u0e3a"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_SYLLABLE = re.compile(f"([ก-ฮ])([{_ABOVE}]?)([{_BELOW}]?)([{_TONES}]?)({_SARA_AM}?)")
_TALL, _DEEP = "ปฝฟฬ", "ฎฏ"


def drawn(text: str) -> str:
    """``text`` with each mark as the character whose glyph stands where it must: left of the stem of a tall consonant,
    low where a tone mark has no vowel under it, clear of a consonant's tail.

    These are private characters (U+F700 to U+F71D) that the fonts of Thai offices, TH SarabunPSK among them, have had
    since before programs could shape Thai.
    """
    return _SYLLABLE.sub(_placed, text)


def _placed(found: re.Match[str]) -> str:
    consonant, above, below, tone, sara_am = found.groups()
    tall = consonant in _TALL
    base = consonant.translate(ROOM_ABOVE) if above else consonant
    if sara_am and tall:
        above, sara_am = _NIKHAHIT, _SARA_AA
    if not above and not sara_am:
        tone = tone.translate(LEFT_LOW if tall else LOW)
    elif tall:
        above, tone = above.translate(LEFT), tone.translate(LEFT)
    if below:
        below = below.translate(LOW) if consonant in _DEEP else below
        base = consonant.translate(ROOM_BELOW)
    return base + above + below + tone + sara_am
