"""Lines that a hand ended, put together again: Thai goes on without a space unless something shows that one stood."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = 8
"""How many letters on each side of a line's end must stand elsewhere to show how they are joined."""
_APART_AFTER = re.compile(r"[0-9๐-๙A-Za-z)\]”’\"':;,ๆฯ…]$|(?<![ก-ฮ])[ก-ฮ]{1,3}\.$|(?:^|\s)(?:เรื่อง|นั้น)$")
_APART_BEFORE = re.compile(
    r"[0-9๐-๙A-Za-z(\[“‘\"']|[-–—]\s|ณ\s|(?:[ก-ฮ]{1,4}\.)|(?:ประจำ)?ปีงบประมาณ|และที่แก้ไขเพิ่มเติม|พุทธศักราช|ลงวันที่|"
    r"จึง(?:แต่งตั้ง|ขอแต่งตั้ง|มีคำสั่ง|ออกคำสั่ง)|อาศัยอำนาจ|ดังนี้|ดังต่อไปนี้|ทั้งนี้|พร้อมทั้ง|รวมทั้ง|เรื่อง\s"
)
_WITHIN = re.compile(r"(?:ประจำ|ใน|ของ|แต่ละ|ที่|ราย|ทุก|และ|หรือ)$")
"""Words after which no pause stands, whatever follows."""
_OPEN = re.compile(r"(?:(?<!สิ่ง)(?<!เจ้า)ของ|และ|หรือ|ให้|(?<!กำ)กับ|แก่|โดย|แห่ง|ซึ่ง)$")
"""Words that no sentence ends with (but สิ่งของ, เจ้าของ, กำกับ)."""
_LISTED = re.compile(r"\s\S{1,20}$")
"""A short word after a pause, as lists have them: what ends the list begins after another."""
_PAUSE_ANYWHERE = re.compile(r"[0-9๐-๙A-Za-z(\[“‘\"']")

_ADDRESS = re.compile(r"(?:https?://|www\.)(?:[^\s/]*[./-]|[^\s/]+/\S*)$")
"""An address that a line ends within: behind a mark, or in its path."""
_OF_AN_ADDRESS = re.compile(r"[0-9A-Za-z/%?=&._#~-]+(?:\s|$)")
_DITTO = re.compile(r"[-–—]?\s*(?:[”“\"〃]|''|,,|’’|‘‘)\s*[-–—]?|[-–—]\s*นัก\s*[-–—]")


def join_lines(lines: Iterable[str], elsewhere: str = "") -> str:
    """The lines as one text. ``elsewhere`` is other text of the same file: where it has the words on both sides of a
    line's end together, they are joined as there."""
    text = ""
    for line in filter(None, (line.strip() for line in lines)):
        text = f"{text}{_between(text, line, elsewhere)}{line}" if text else line
    return text


def is_open(text: str) -> bool:
    """True of a text that ends with a word after which it must go on."""
    return bool(_OPEN.search(text))


def is_within_address(before: str, after: str) -> bool:
    """True where a line ends within the address of a page."""
    return bool(_ADDRESS.search(before) and _OF_AN_ADDRESS.match(after))


def is_ditto(text: str) -> bool:
    """True of a mark that repeats what stands above it."""
    return bool(_DITTO.fullmatch(text))


def as_elsewhere(before: str, after: str, elsewhere: str) -> str | None:
    """What stands between the words on both sides of a line's end where ``elsewhere`` has them together, a space or
    nothing; ``None`` where it has not."""
    last, first = before[-_WORD:], after[:_WORD]
    if min(len(last), len(first)) < _WORD // 2:
        return None
    return next((between for between in ("", " ") if f"{last}{between}{first}" in elsewhere), None)


def _between(before: str, after: str, elsewhere: str) -> str:
    if is_within_address(before, after):
        return ""
    if (known := as_elsewhere(before, after, elsewhere)) is not None:
        return known
    if _APART_AFTER.search(before) or (after.startswith(("และ", "หรือ")) and _LISTED.search(before)):
        return " "
    if not _APART_BEFORE.match(after):
        return ""
    return "" if _WITHIN.search(before) and not _PAUSE_ANYWHERE.match(after) else " "
