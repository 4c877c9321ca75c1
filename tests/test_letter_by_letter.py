"""The private characters of old Thai texts are those whose glyphs a shaper chooses."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import uharfbuzz
from fontTools.ttLib import TTFont

from letter_by_letter import drawn
from thaipages.installed import SHIPPED


@cache
def face() -> tuple[uharfbuzz.Font, TTFont]:
    return uharfbuzz.Font(uharfbuzz.Face(SHIPPED.read_bytes())), TTFont(SHIPPED)


def shaped(text: str) -> list[str]:
    """The glyphs that a shaper chooses, with the one of SARA AM that only it can reach as its two halves."""
    font, names = face()
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {})
    glyphs = " ".join(names.getGlyphName(info.codepoint) for info in buffer.glyph_infos)
    return re.sub(r"(\S*) uni0E33\.alt1", r"uni0E4D.alt1 \1 uni0E32", glyphs).split()


def by_letter(text: str) -> list[str]:
    return [face()[1].getBestCmap()[ord(char)] for char in drawn(text)]


VOWELS = ("", *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47")
TONES = ("", *"\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


def test_every_syllable_has_the_glyphs_that_a_shaper_chooses() -> None:
    """The face lowers a tone mark from ญ on only; here it is lowered over every letter alike."""
    letters = (chr(code) for code in range(ord("ญ"), ord("ฮ") + 1) if chr(code) not in "ฤฦ")
    syllables = ["".join(parts) for parts in product(letters, VOWELS, TONES)]
    syllables += [f"{letter}{tone}ำ" for letter, tone in product("นปฝฟฬ", TONES[1:])]
    assert [text for text in syllables if by_letter(text) != shaped(text)] == []
    for tone in TONES[1:]:
        assert by_letter(f"ก{tone}")[1:] == by_letter(f"น{tone}")[1:] == shaped(f"น{tone}")[1:]
