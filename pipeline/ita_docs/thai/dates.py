"""Dates in either era, as offices type them and as documents print them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from officefiles.thai.numbers import arabic_digits
from officefiles.thai.text import clean

ERA = 543
"""Years between the Gregorian and the Buddhist era: พ.ศ. = ค.ศ. + 543."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
A_MONTH = "|".join(map(re.escape, (*MONTHS, *MONTHS_SHORT)))
"""A pattern of the name of a month, in full or short."""
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Names of the days in the order of ``date.weekday()``: Monday is 0."""

_MONTH_NUMBER = {
    name.replace(".", ""): number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, start=1)
}
_DATE_IN_WORDS = re.compile(
    rf"(?:เมื่อ)?(?:วัน(?:{'|'.join(WEEKDAYS)})?\s*ที่)?\s*([0-9]{{1,2}})\s*(?:เดือน)?\s*([ก-๎.]+?)\s*"
    r"(?:พ\.?\s*ศ\.?|พุทธศักราช|ค\.?\s*ศ\.?(?=\s*[0-9]{4}))?\s*([0-9]{4}|[0-9]{2})"
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")


def _date(year: int, month: int, day: int) -> datetime.date | None:
    """The day, its year in either era (two digits: 25xx); ``None`` where there is no such day."""
    if year < 100:
        year += 2500
    if year >= 2400:
        year -= ERA
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def parse_date(value: object) -> datetime.date | None:
    """The date that a cell's value is: a date in either era, or a text in any of the forms offices write.

    ``25 ตุลาคม 2565``, ``๒๕ ตุลาคม พ.ศ. ๒๕๖๕``, ``25 ต.ค. 65``, ``25/10/2565``, ``2022-10-25``; the day comes first,
    years of two digits are of the century 25xx. ``None`` for anything else.
    """
    if isinstance(value, datetime.date):
        return _date(value.year, value.month, value.day) if value == value else None  # NaT is a date unlike itself
    if not isinstance(value, str):
        return None
    text = arabic_digits(clean(value))
    if match := _DATE_IN_WORDS.fullmatch(text):
        month = _MONTH_NUMBER.get(match[2].replace(".", ""))
        return _date(int(match[3]), month, int(match[1])) if month else None
    if match := _DAY_FIRST.fullmatch(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    return None


_WEEKDAY = re.compile(rf"วัน({'|'.join(WEEKDAYS)})")


def weekday_in(text: str) -> str:
    """The day of the week that a text names; empty where it names none."""
    found = _WEEKDAY.search(text)
    return found[1] if found else ""


_DATE_WITHIN = re.compile(rf"(?<![0-9])[0-9]{{1,2}}\s*(?:{A_MONTH})\s*(?:พ\.ศ\.\s*)?[0-9]{{4}}")


def dates_in(text: str) -> Iterator[datetime.date]:
    """The dates written out within a text, such as ``6 มกราคม 2566``, in their order."""
    for match in _DATE_WITHIN.finditer(arabic_digits(text)):
        day = parse_date(match[0])
        if day:
            yield day


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, by its name in full or in short. Raises ``KeyError`` for any other word."""
    return _MONTH_NUMBER[name.replace(".", "")]


def date_long(day: datetime.date) -> str:
    """A date as captions write it: ``25 ตุลาคม 2565``."""
    return f"{day.day} {MONTHS[day.month - 1]} {be_year(day)}"


def date_order(day: datetime.date) -> str:
    """A date as orders write it: ``25 ตุลาคม พ.ศ. 2565`` (ระเบียบงานสารบรรณ พ.ศ. 2526, form 4)."""
    return f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {be_year(day)}"


def be_year(day: datetime.date) -> int:
    """The Buddhist-era calendar year of a date."""
    return day.year + ERA


def fiscal_year(day: datetime.date) -> int:
    """The Buddhist-era fiscal year of a date: year n runs from 1 October n−1 to 30 September n."""
    return be_year(day) + (day.month >= 10)
