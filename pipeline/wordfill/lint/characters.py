"""Characters that look right in Word but are not what a tag needs, and what is meant by them."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
HIDDEN = re.compile(f"[{_HIDDEN}]")
"""Characters that nobody can see: zero-width spaces and joiners, direction marks, soft hyphens."""
ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
"""Spaces that are not the plain one; Word and web pages leave them behind."""
THAI_DIGIT = re.compile("[๐-๙]")
SPLIT_SARA_AM = re.compile("ํ([่-๋]?)า")
"""ํ and า typed as two characters where ำ is meant, also with a tone mark between."""
GAP = f"[\\s{_HIDDEN}{_ODD_SPACES}]*"
"""What may stand between two marks that should touch."""

SMART_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'"}
"""The curved quotation marks that Word types by itself, and the straight ones that a tag needs."""
SMART_QUOTE = re.compile(f"[{''.join(SMART_QUOTES)}]")

_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'")
_SIGNS = {
    **dict.fromkeys("′`´‵‚‛", "'"),
    **dict.fromkeys("″«»〃„‟", '"'),
    **dict.fromkeys("–—−‐‑‒", "-"),
    **dict.fromkeys("∣│¦ǀ", "|"),
    **dict.fromkeys("․‧·∙", "."),
    **dict.fromkeys("∕⁄", "/"),
    **{"❴": "{", "❵": "}", "٪": "%", "⁒": "%", "‹": "<", "›": ">", "،": ",", "∗": "*", "‗": "_"},
}
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһԛԝ", "ABESIJKMHOPCTYXaeopcyxijsdhqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνι", "ABEZHIKMNOPTYXopvi", strict=True))
_LOOKALIKES = {**_SIGNS, **_CYRILLIC, **_GREEK}
_BRACES = str.maketrans("｛｝％＃﹛﹜﹪❴❵", "{}%#{}%{}")

# The Kedmanee layout of Thai keyboards, row by row, plain and shifted, against the same keys in Latin.
_KEDMANEE = str.maketrans(
    "ๅ/-ภถุึคตจขช" "ๆไำพะัีรนยบล" "ฟหกดเ้่าสวง" "ผปแอิืทมใฝ" "+๑๒๓๔ู฿๕๖๗๘๙" "๐\"ฎฑธํ๊ณฯญฐ," "ฤฆฏโฌ็๋ษศซ." "()ฉฮฺ์?ฒฬฦ",
    "1234567890-=" "qwertyuiop[]" "asdfghjkl;'" "zxcvbnm,./" "!@#$%^&*()_+" "QWERTYUIOP{}" "ASDFGHJKL:\"" "ZXCVBNM<>?",
)  # fmt: skip
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_LETTER = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")


def braces(text: str) -> str:
    """The text with braces and percent signs of other scripts made plain; as many characters as before."""
    return text.translate(_BRACES)


def plain(code: str) -> str:
    """What is meant by the code of a tag: quotes straight, spaces plain, hidden characters gone, look-alikes and
    Thai digits outside quotation marks replaced."""
    if code.isascii():
        return code
    code = SMART_QUOTE.sub(lambda match: SMART_QUOTES[match[0]], HIDDEN.sub("", ODD_SPACE.sub(" ", code)))
    code = SPLIT_SARA_AM.sub(r"\1ำ", code)
    digits = bool(thai_digits(code))
    parts = re.split(f"({_STRINGS.pattern})", code)
    parts[::2] = ["".join(_meant(character, digits) for character in part) for part in parts[::2]]
    return "".join(parts)


def lookalikes(code: str) -> str:
    """The characters of other scripts that stand in the code, outside quotation marks, for plain ones."""
    if code.isascii():
        return ""
    return "".join(dict.fromkeys(c for c in _outside(code) if not _THAI.match(c) and _meant(c) != c))


def thai_digits(code: str) -> str:
    """The Thai digits outside quotation marks; none where the words there are Thai themselves, since then a
    digit is but a wrong key."""
    if code.isascii():
        return ""
    outside = _outside(code)
    return "" if _THAI_LETTER.search(outside) else "".join(THAI_DIGIT.findall(outside))


def wrong_keyboard(name: str) -> str:
    """A name typed with the keyboard left in Thai, as the keys meant it; the name itself where it is not Thai."""
    return name.translate(_KEDMANEE) if _THAI.search(name) else name


def thai_in(text: str) -> bool:
    """True where the text holds a Thai character."""
    return _THAI.search(text) is not None


def _outside(code: str) -> str:
    return _STRINGS.sub("", SMART_QUOTE.sub(lambda match: SMART_QUOTES[match[0]], code))


def _meant(character: str, digits: bool = False) -> str:
    if character.isascii():
        return character
    if THAI_DIGIT.match(character):
        return str(unicodedata.digit(character)) if digits else character
    if "\uff01" <= character <= "\uff5e" or "﹐" <= character <= "﹫":
        return unicodedata.normalize("NFKC", character)
    return _LOOKALIKES.get(character, character)
