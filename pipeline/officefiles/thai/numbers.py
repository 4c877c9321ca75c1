"""Digits and numbers in Thai and Arabic figures, and order numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from officefiles.thai.text import clean

_TO_THAI = {ord("0") + n: 0x0E50 + n for n in range(10)}
_TO_ARABIC = {thai: arabic for arabic, thai in _TO_THAI.items()}
_LATIN_TOKEN = re.compile(
    r"(?:https?://|www\.)[!-~]+"  # web addresses
    r"|[\w.+-]+@[\w.-]+"  # e-mail
    r"|(?:[a-z0-9-]+\.)+[a-z]{2,}/[!-~]+"  # web addresses without a scheme
    r"|[a-z0-9]+(?:[-_.][a-z0-9]+)*",  # O42, i1, ISO9001, covid-19; plain numbers too, told apart below
    re.ASCII | re.IGNORECASE,
)
_UNITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[0-9]")
_THAI = re.compile("[๐-๙]")
_ASCII = re.compile("[!-~]+")
"""A stretch that tokens stand in: to look for it first is several times as fast as to look for tokens in Thai text."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_ORDER_NUMBER = re.compile(
    r"(?:คำสั่ง)?(?:ที่)?\s*((?:(?:[ก-ฮ]{1,6}\.|\([ก-ฮ]{1,3}\)|พิเศษ)\s?){0,3})([0-9]{1,6})\s*/\s*([0-9]{4}|[0-9]{2})"
)


class Digits(StrEnum):
    """The digits printed in documents."""

    THAI = "thai"
    ARABIC = "arabic"


def thai_digits(text: str) -> str:
    """``text`` with every 0–9 as ๐–๙ (U+0E50–0E59)."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """``text`` with every ๐–๙ as 0–9."""
    return text.translate(_TO_ARABIC) if _THAI.search(text) else text  # looking is 20 times as fast as translating


def digits(text: str, thai: bool) -> str:
    """``text`` with its digits as a document prints them: all Arabic, or Thai but for codes, names and addresses
    in Latin letters (O42, ISO9001, www…), which stay as they are."""
    if not thai:
        return arabic_digits(text)
    if not _ARABIC.search(text):
        return text
    return _ASCII.sub(lambda stretch: _LATIN_TOKEN.sub(_printed, stretch[0]), text)


def _printed(token: re.Match[str]) -> str:
    return token[0] if _LATIN.search(token[0]) else thai_digits(token[0])


def in_words(number: int) -> str:
    """A whole number from 0 to 99 in words: ``สอง``, ``สิบเอ็ด``."""
    tens, units = divmod(number, 10)
    ten = ("", "สิบ", "ยี่สิบ")[tens] if tens < 3 else f"{_UNITS[tens]}สิบ"
    return ten + ("เอ็ด" if tens and units == 1 else _UNITS[units] if units or not tens else "")


_SCALES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {"เอ็ด": 1, "ยี่": 2}
_MILLION = "ล้าน"
_WORD = re.compile("|".join((*_WORDS, *_SCALES, _MILLION)))
_SAID_LAST = re.compile(rf"(?:(?:{_WORD.pattern})\s*)+$")


def said_last(text: str) -> int | None:
    """The whole number that the words at the end of a text say: ``จำนวนหนึ่งแสนห้าหมื่น``; ``None`` where none do."""
    said = _SAID_LAST.search(text)
    if not said:
        return None
    words = _WORD.findall(said[0])
    whole = below = digit = 0
    for word in words:
        if word == _MILLION:
            whole, below, digit = (whole + below + digit) * 1_000_000, 0, 0
        elif word in _SCALES:
            below, digit = below + (digit or 1) * _SCALES[word], 0
        else:
            digit = _WORDS[word]
    return whole + below + digit or None


def parse_number(text: str) -> Decimal | None:
    """The number that ``text`` is, in Thai or Arabic digits, with or without thousands commas; else ``None``."""
    plain = arabic_digits(clean(text)).replace("−", "-")
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def parse_order_number(text: str) -> tuple[str, int] | None:
    """Number and year of an order such as ``๓๙๘ / ๒๕๖๕``; a year of two digits is of the century 25xx. The number is as
    it was typed, with the letters before it (``พ.(บ) ๑๒``) and zeros (``๐๑๒``), in Arabic digits."""
    match = _ORDER_NUMBER.fullmatch(arabic_digits(clean(text)))
    if not match:
        return None
    letters, number, year = match[1], match[2], int(match[3])
    return (letters + number, year if year >= 100 else 2500 + year) if int(number) else None
