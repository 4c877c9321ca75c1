"""Years in running text, and moving them on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from ita_docs import thai
from ita_docs.framework.words.lists import Holidays

_YEAR = re.compile(rf"((?:{thai.A_MONTH})\s?)?(?<![/\d])((?:25|๒๕)?\d\d)(?!\d)")
"""A year of four digits, or of two after a month; not the year of an order's number (12/2565)."""

_SATURDAY = 5
"""Of ``date.weekday()``."""


def move_years(text: str, years: Mapping[int, int]) -> tuple[str, dict[str, str]]:
    """``text`` with each year that ``years`` names as the one it maps to, in the digits it stood in; and the changes
    made, as they are written."""
    changed: dict[str, str] = {}

    def move(match: re.Match[str]) -> str:
        month, found = match[1] or "", match[2]
        year = int(thai.arabic_digits(found))
        new = years.get(year + 2500 if year < 100 and month else year)
        if new is None:
            return match[0]
        written = str(new)[-len(found) :]
        changed[found] = written if found.isascii() else thai.thai_digits(written)
        return month + changed[found]

    return _YEAR.sub(move, text), changed


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
