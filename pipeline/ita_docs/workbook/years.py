"""Years in running text, and moving them on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from ita_docs import thai
from ita_docs.framework.words.lists import Holidays

_YEAR = re.compile(
    rf"((?:{thai.A_MONTH})\s?|(?:ปีงบประมาณ|ปีงบ|ประจำปี)\s?(?:พ\.ศ\.\s?)?|(?:ไตรมาส|ภาคเรียน)\s?(?:ที่\s?)?\d\s?/"
    r"|(?<![/\d])\d{1,2}/\d{1,2}/|(?<![/\d])|(?<=(?:25|๒๕)\d\d/))((?:25|๒๕)?\d\d)(?!\d)"
)
"""A year of four digits, or of two behind what says that it is one (ต.ค., ปีงบประมาณ, ไตรมาส 1/, 1/10/); not the year of
an order's number (12/2565)."""
_STANDING = re.compile(
    rf"(?:ลงวันที่|ลว\.|มติคณะรัฐมนตรี(?:เมื่อ)?(?:วันที่)?)\s*\d{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.\s*)?\d{{4}}"
    r"|(?:พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|พ\.ร\.[กบฎ]\.|รัฐธรรมนูญ|ระเบียบ|ข้อบังคับ|กฎกระทรวง|ประมวล)\S*(?:\s(?!ปี)\S+){0,6}?"
    r"(?<![\s])(?<!ปีงบประมาณ)(?<!ปี)\s*พ\.ศ\.\s*\d{4}"
    r"|(?P<first>25\d\d)\s*(?:[-–—]|ถึง)\s*(?:พ\.ศ\.\s*)?(?P<last>25\d\d)"
)
"""What is known by its year: a letter by its date, a law, and a plan by its span of years."""

_BEGUN = re.compile(
    rf"(?<!\d)(?P<first>(?:25)?\d\d)\s*(?:[-–—/]|ถึง|และ)\s*(?:วันที่\s*)?(?:\d{{1,2}}\s)?\s*(?:เดือน\s*)?(?:(?:{thai.A_MONTH})\s?)?(?:พ\.ศ\.\s*)?$"
)
"""What stands before the later one of two years (ต.ค. 2567 – มี.ค. 2568, 2567/2568), which moves with the first."""

_SATURDAY = 5
"""Of ``date.weekday()``."""


def move_years(text: str, years: Mapping[int, int]) -> tuple[str, dict[str, str]]:
    """``text`` with each year that ``years`` names as the one it maps to, in the digits it stood in; and the changes
    made, as they are written. What is known by its year keeps it."""
    changed: dict[str, str] = {}
    plain = thai.arabic_digits(text)
    standing = list(_standing(plain))

    def move(match: re.Match[str]) -> str:
        before, found = match[1], match[2]
        year = int(thai.arabic_digits(found))
        begun = _BEGUN.search(plain, 0, match.start(2))
        is_short = begun and len(begun["first"]) > 2 and "และ" not in begun[0]
        whole = year + 2500 if year < 100 and (before or is_short) else year
        new, at = years.get(whole), match.start(2)
        if new is None and begun and whole - int(begun["first"]) in (1, 2501) and whole - 1 in years:
            new, at = years[whole - 1] + 1, begun.start("first")
        if new is None or any(match.start(2) in span or at in span for span in standing):
            return match[0]
        written = str(new)[-len(found) :]
        changed[found] = written if found.isascii() else thai.thai_digits(written)
        return before + changed[found]

    return _YEAR.sub(move, text), changed


def names_a_letter(text: str) -> bool:
    """True where a text names a letter or an order by its date, which does not move."""
    return any(match[0].startswith("ล") for match in _STANDING.finditer(thai.arabic_digits(text)))


def _standing(text: str) -> Iterator[range]:
    """Where a text has a year that does not move; a span of two years next to each other is no plan's."""
    for match in _STANDING.finditer(text):
        if not match["first"] or int(match["last"]) - int(match["first"]) > 1:
            yield range(*match.span())


def on_working_day(text: str) -> str:
    """``text``; where it is a date on which offices are closed, the next day on which they are open, in the digits that
    it stood in."""
    first = day = thai.parse_date(text)
    if first is None or day is None:
        return text
    while day.weekday() >= _SATURDAY or Holidays.load().name(day):
        day += datetime.timedelta(days=1)
    said = thai.date_long(day)
    return text if day == first else said if text[0].isascii() else thai.thai_digits(said)
