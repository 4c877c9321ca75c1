"""Months and days that a text names, and the span of time that it says, as offices write them."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ita_docs.thai.dates import A_MONTH, ERA, month_number
from officefiles.thai.numbers import arabic_digits

_NAMED = re.compile(
    rf"(?:(?<![0-9/.])(?P<day>[0-9]{{1,2}})\s*)?(?:เดือน\s*)?(?P<month>{A_MONTH})"
    r"(?:\s*(?:พ\.\s*ศ\.)?\s*(?P<year>25[0-9]{2}|[5-9][0-9])(?![0-9/]))?"
    r"|(?<![0-9/])(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>25[0-9]{2}|[5-9][0-9])(?![0-9/])"
)
_TO = re.compile(r"\s*(?:[-–—]+|(?:จน)?ถึง)\s*(?:วันที่|สิ้น|เดือน|\s)*")
_UNTIL = re.compile("ภายใน|ไม่เกิน|ถึง|ก่อน|สิ้น")
_SINCE = re.compile("ตั้งแต่|เป็นต้นไป")
_QUIET = re.compile(
    r"(?:\s|[-–—().]|วันที่|เดือน|(?:จน)?ถึง|ตั้งแต่|เป็นต้นไป|ระหว่าง|ภายใน|ไม่เกิน|ก่อน|สิ้น|ต้น|กลาง|ปลาย|ช่วง|พ\.ศ\.)*"
)
"""What may stand round the days of a span and says nothing else."""
_QUARTER = r"(?:ไตรมาส\s*)?(?:ที่\s*)?([1-4])"
_QUARTERS = re.compile(
    rf"(?=ไตรมาส){_QUARTER}(?:\s*(?:[-–—]|ถึง)\s*{_QUARTER})?(?:\s*(?:ของ)?\s*ปีงบประมาณ\s*(?:พ\.\s*ศ\.)?\s*25[0-9]{{2}})?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``first`` to ``last``, both counted; ``text`` is how they are named."""

    first: datetime.date
    last: datetime.date
    text: str = ""


def days_in(text: str) -> Iterator[Days]:
    """The days and months that a text names with their year, or before one that has a year, in their order."""
    for _, days in _named(arabic_digits(text), None):
        if days:
            yield days


def backwards(text: str) -> str:
    """The first span of a text that ends before it begins (``ก.ย. 2566 – ต.ค. 2565``), both days having a year of their
    own; "" where there is none. Digits must be Arabic."""
    found = [(match, days) for match, days in _named(text, None) if days and _year(match)]
    for (one, begin), (other, end) in pairwise(found):
        if end.last < begin.first and _TO.fullmatch(text[one.end() : other.start()]):
            return text[one.start() : other.end()].strip()
    return ""


def span_of(text: str, fiscal_year: int) -> Days | None:
    """The time from the first to the last day that a text says (``ม.ค. – ก.ย. 2569``, ``ภายในมีนาคม 2569``,
    ``ไตรมาสที่ 2``), a year that is not written being that of ``fiscal_year``; an open end is that of the fiscal
    year. ``None`` for what cannot be read as one span."""
    text = arabic_digits(text).strip()
    begin, end = datetime.date(fiscal_year - ERA - 1, 10, 1), datetime.date(fiscal_year - ERA, 9, 30)
    if quarters := _QUARTERS.fullmatch(text):
        first, last = int(quarters[1]), int(quarters[2] or quarters[1])
        return Days(_quarter(first, fiscal_year).first, _quarter(last, fiscal_year).last) if first <= last else None
    found = _named(text, fiscal_year)
    if not _QUIET.fullmatch(_NAMED.sub("", text)) or not all(days for _, days in found):
        return None
    days = [one for _, one in found if one]
    if len(days) == 1:
        before, after = _NAMED.split(text)[0], text[found[0][0].end() :]
        open_start = _UNTIL.search(before)
        open_end = _SINCE.search(before) or _SINCE.search(after)
        return Days(begin if open_start else days[0].first, end if open_end else days[0].last)
    if len(days) != 2 or not _TO.fullmatch(text[found[0][0].end() : found[1][0].start()]):
        return None
    return Days(days[0].first, days[1].last) if days[0].first <= days[1].last else None


def _named(text: str, fiscal_year: int | None) -> list[tuple[re.Match[str], Days | None]]:
    """Each place where days are named, and the days; ``None`` where their year is not known, or there are none such."""
    matches = list(_NAMED.finditer(text))
    years = [_year(match) for match in matches]
    months = [int(match["m"]) if match["m"] else month_number(match["month"]) for match in matches]
    for place in range(len(matches) - 2, -1, -1):  # ม.ค. – ก.ย. 2569
        later = years[place + 1]
        if years[place] is None and later is not None:
            years[place] = later - (months[place] > months[place + 1])
    own = [_in_year(month, fiscal_year) if year is None else year for month, year in zip(months, years, strict=True)]
    return [(match, _days(match, month, year)) for match, month, year in zip(matches, months, own, strict=True)]


def _year(match: re.Match[str]) -> int | None:
    """The year as written, in the Buddhist era."""
    written = match["year"] or match["y"]
    return int(written) + (2500 if len(written) == 2 else 0) if written else None


def _in_year(month: int, fiscal_year: int | None) -> int | None:
    return fiscal_year - (month >= 10) if fiscal_year else None


def _days(match: re.Match[str], month: int, year: int | None) -> Days | None:
    if year is None or not 1 <= month <= 12:
        return None
    day, most = int(match["day"] or match["d"] or 0), calendar.monthrange(year - ERA, month)[1]
    if day > most:
        return None
    first, last = (datetime.date(year - ERA, month, one) for one in (day or 1, day or most))
    return Days(first, last, match[0].strip())


def _quarter(number: int, fiscal_year: int) -> Days:
    year, month = fiscal_year - ERA - (number == 1), (3 * number + 6) % 12 + 1
    return Days(datetime.date(year, month, 1), datetime.date(year, month + 2, calendar.monthrange(year, month + 2)[1]))
