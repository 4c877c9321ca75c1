"""Checks of Thai words and figures that were typed while the keyboard wrote English, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.checks.cells import Cell
from officefiles.problems import Kind, Problem, Severity
from thaipages.segment import fewest_words

WRONG_KEYBOARD = Kind(
    "keyboard-language",
    "“{found}” น่าจะพิมพ์โดยไม่ได้เปลี่ยนภาษาของแป้นพิมพ์",
    "ตรวจสอบว่าหมายถึง “{right}” หรือไม่ แล้วพิมพ์ใหม่",
    "คำไทยหรือเลขไทยที่พิมพ์ขณะแป้นพิมพ์เป็นภาษาอังกฤษ เช่น l;ylfu แทน สวัสดี หรือชื่อย่อที่พิมพ์ขณะเป็นภาษาไทย เช่น ณธฤ แทน ITA",
    Severity.WARNING,
)

_KEYS = str.maketrans(
    r"""`1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?""",
    '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ',
)
"""What each key writes on the Thai keyboard (เกษมณี), by what it writes on the English one."""
_FROM_LETTER = re.compile("[A-Za-z][!-~]+")
_ADDRESS = re.compile(r"@|://|www\.")
_ABBREVIATIONS = {word.translate(_KEYS): word for word in ("ITA", "IIT", "EIT", "OIT")}
_IN_THAI = re.compile("|".join(_ABBREVIATIONS))
_IN_EACH = "ณธ"
"""What the Thai keyboard writes for the letters that each of them has; no Thai word does."""
_YEAR = re.compile(r"#\*[@#$%*()_+Q]{2}")
"""๒๕xx as the English keyboard writes it."""
_THAI = re.compile("[ก-ฮ\u0e30-\u0e3a\u0e40-\u0e4e]+")
_PLAIN = re.compile("[^A-Za-z]*[A-Za-z]+[^A-Za-z]*")
"""What may be an English word with signs round it."""
_LETTERS_A_WORD, _OF_PLAIN = 2.5, 5
"""Thai letters a word, at the least, of what is taken for Thai: else it has words of one letter and unknown ones. An
English word may by chance be two or three short ones."""


def check_abbreviations(cell: Cell) -> Iterator[Problem]:
    """The first abbreviation of the assessment that was typed on the Thai keyboard."""
    if _IN_EACH in cell.text and (found := _IN_THAI.search(cell.text)):
        yield WRONG_KEYBOARD.at(cell.place, found[0], right=_ABBREVIATIONS[found[0]])


def check_keyboard(cell: Cell) -> Iterator[Problem]:
    """A year, and the first word of a text, that are Thai on the other keyboard."""
    if found := _YEAR.search(cell.text):
        yield WRONG_KEYBOARD.at(cell.place, found[0], right=found[0].translate(_KEYS))
    for match in _FROM_LETTER.finditer(cell.text):
        start = match.start()
        while "!" <= cell.text[start - 1 : start] <= "~":
            start -= 1
        typed = cell.text[start : match.end()]
        if meant := _thai_of(typed):
            yield WRONG_KEYBOARD.at(cell.place, typed, right=meant)
            return


def _thai_of(typed: str) -> str:
    """The known Thai words that the same keys write; "" where there are none, or an English word or address was
    typed."""
    least = _OF_PLAIN if _PLAIN.fullmatch(typed) else _LETTERS_A_WORD
    if len(typed) < least:  # ITA, O42
        return ""
    meant = typed.translate(_KEYS)
    is_thai = _THAI.fullmatch(meant) and fewest_words(meant) * least <= len(meant)
    return meant if is_thai and not _ADDRESS.search(typed) else ""
