"""Thai text as typed: what is unseen is cleaned away at the door; marks that cannot stand where they do are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from officefiles.thai.drawn import undrawn

_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_SPACES = re.compile(" {2,}")


def _visible(char: str) -> str:
    """``char`` as it is kept: any space as a plain one, an invisible or control character as nothing."""
    if char == "\n" or char.isprintable():
        return char
    if char == "\t":
        return " "
    return " " if unicodedata.category(char) == "Zs" else ""


def clean(text: str) -> str:
    """``text`` without what a keyboard, Word or a web page leaves behind unseen; line breaks stay, wording stays.

    The private characters of old fonts become the marks that they draw (see ``undrawn``). NIKHAHIT + SARA AA (also
    round a tone mark) becomes SARA AM, which looks the same and which neither NFC nor NFKC joins.
    """
    if text.isprintable() and text == text.strip() and "  " not in text and "\u0e4d" not in text:
        return text
    text = _BREAKS.sub("\n", text)
    if not text.replace("\n", "").isprintable():
        text = "".join(map(_visible, undrawn(text)))
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def unknown_character(text: str) -> str:
    """The first character of ``text`` that stands for nothing known (private, unassigned or half of a pair), as
    ``U+E000``; empty where there is none. Those that ``clean`` reads as Thai marks are known."""
    if text.replace("\n", "").isprintable():
        return ""
    strange = (char for char in undrawn(text) if unicodedata.category(char) in ("Co", "Cn", "Cs"))
    return next((f"U+{ord(char):04X}" for char in strange), "")


_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_CONSONANT = "ก-ฮ"
_MISPLACED = re.compile(
    f"[{_MARK}]++(?<![{_CONSONANT}][{_MARK}])(?<![{_CONSONANT}][\u0e31\u0e34-\u0e39][\u0e48-\u0e4b])"
    f"(?<![{_CONSONANT}][\u0e34\u0e38]\u0e4c)"
)
"""Marks, but for one on a consonant, a vowel and a tone on it, and a silent one with its vowel (สิทธิ์, ศุกร์)."""
_AFTER = re.compile(
    f"[\u0e30\u0e32\u0e33](?<![{_CONSONANT}\u0e48-\u0e4b].)(?<!\u0e32\u0e30)|[\u0e40-\u0e44](?![{_CONSONANT}\u0e40])"
)
"""Both begin with what they find, which takes a quarter to half of the time."""
_UNFINISHED = re.compile(
    f"[\u0e31\u0e37\u0e47-\u0e4b](?![{_CONSONANT}\u0e48-\u0e4b])"
    "(?:(?<=[\u0e31\u0e37\u0e47])(?<!ก\u0e47)|(?<=[\u0e31\u0e37][\u0e48-\u0e4b])"
    f"|(?<=[{_CONSONANT}][\u0e48-\u0e4b])(?![ก-\u0e4e])(?<!บ\u0e48)"
    f"(?<![เแโใไ][{_CONSONANT}].)(?<![เแโใไ][{_CONSONANT}]{{2}}.))"
)
"""Marks after which a syllable goes on and none does, as texts of PDFs have them (รบั รอง, เป็ น, ตอ้ ง)."""


def misplaced_marks(text: str) -> Iterator[str]:
    """Each place where a vowel or tone mark is doubled, has no consonant to stand on, or begins a syllable that does
    not go on, as a few characters of text.

    Two SARA E in place of SARA AE are another fault and are passed over here.
    """
    for match in _MISPLACED.finditer(text):
        yield _round(text, max(match.start() - 1, 0), match.end())
    for match in _AFTER.finditer(text):
        yield _round(text, match.start(), match.end())
    for match in _UNFINISHED.finditer(text):
        yield _round(text, max(match.start() - 1, 0), match.end())


def _round(text: str, start: int, end: int) -> str:
    """The faulty characters with a few of their neighbours, so that they can be found and read."""
    return text[excerpt_start(text, start) : end + 4].strip()


def excerpt_start(text: str, index: int) -> int:
    """Where an excerpt that is to show ``index`` may begin: a few characters before it, never with a bare mark."""
    first = max(0, index - 4)
    while first and re.match(f"[{_MARK}]", text[first]):
        first -= 1
    return first


def shortened(text: str, most: int) -> str:
    """``text`` on one line and, where that is longer than ``most`` characters, cut short with an ellipsis, never
    between a letter and its marks."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    end = next((end for end in range(most - 1, 0, -1) if unicodedata.category(line[end]) != "Mn"), most - 1)
    return line[:end].rstrip() + "…"
