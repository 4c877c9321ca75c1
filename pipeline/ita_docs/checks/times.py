"""Checks of time in texts: days that the calendar does not have, weekdays of other dates, times and parts of a year
beyond what there can be, spans backwards."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.framework.words.lists import Limits
from officefiles.problems import Kind, Problem, Severity

WRONG_WEEKDAY = Kind(
    "weekday-of-another-date",
    "วันในสัปดาห์ของ “{found}” ไม่ตรงกับปฏิทิน ซึ่งเป็นวัน{day}",
    "ตรวจสอบวันในสัปดาห์และวันที่ แล้วแก้ให้ตรงกัน",
    "วันในสัปดาห์ไม่ตรงกับวันที่ที่เขียนไว้ด้วยกัน",
    Severity.WARNING,
)
NO_SUCH_DAY = Kind(
    "date-impossible",
    "ไม่มีวันที่ “{found}” ในปฏิทิน",
    "แก้วันที่ให้ถูกต้อง",
    "ข้อความมีวันที่ซึ่งไม่มีในปฏิทิน เช่น 31 เมษายน",
    Severity.WARNING,
)
BEYOND = Kind(
    "number-beyond",
    "“{found}” เป็นไปไม่ได้ เพราะต้อง{limit}",
    "ตรวจสอบตัวเลขแล้วแก้ให้ถูกต้อง",
    "ข้อความมีไตรมาส ภาคเรียน ร้อยละ หรือเวลา ที่เกินค่าสูงสุด หรือปีที่ไม่ใช่สี่หลัก",
    Severity.WARNING,
)

CLOCK = Kind(
    "clock-written",
    "“{found}” เขียนเวลาไม่เป็นไปตามแบบ",
    "เขียนเวลาเป็น 09.00 น. และช่วงเวลาเป็น 09.00 – 12.00 น.",
    "เวลาในข้อความไม่มีจุดหลัง น ไม่มีจุดระหว่างนาฬิกากับนาที หรือช่วงเวลาไม่มีขีดคั่น เช่น 0900 น. หรือ 09.00 12.00 น.",
    Severity.WARNING,
)


BACKWARDS = Kind(
    "period-backwards",
    "“{found}” สิ้นสุดก่อนเริ่มต้น",
    "ตรวจสอบเวลา เดือน และปีเริ่มต้นกับสิ้นสุด เช่น ตุลาคม 2565 – กันยายน 2566",
    "ข้อความมีช่วงเวลาที่เวลา วัน เดือน หรือปีสิ้นสุดอยู่ก่อนเวลาเริ่มต้น",
    Severity.WARNING,
)

OTHER_MONTHS = Kind(
    "months-of-another-part",
    "“{found}” เดือนไม่ตรงกับช่วงของปีงบประมาณ ซึ่งคือเดือน{first}ถึง{last}",
    "แก้ช่วงหรือเดือนให้ตรงกัน",
    "ไตรมาสหรือครึ่งปีในข้อความเขียนไว้กับเดือนที่ไม่อยู่ในช่วงนั้นของปีงบประมาณ เช่น ไตรมาสที่ 2 (ตุลาคม – ธันวาคม)",
    Severity.WARNING,
)


_LIMITS = Limits.load()
_FIGURE = re.compile("[0-9๐-๙]")
_DAY = re.compile(
    rf"(?P<day>[0-9](?<![0-9.,/][0-9])[0-9]?)\s*(?:เดือน\s*)?(?P<month>{thai.A_MONTH})"
    r"(?:\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*(?P<year>[0-9]{4}|[0-9]{2})(?![0-9.,/]))?"
)
_WEEKDAYS = "|".join((*thai.WEEKDAYS, "พฤหัสฯ", "พฤหัส"))
_WEEKDAY = re.compile(rf"วัน({_WEEKDAYS})\s*(?:ที่)?\s*$")
_WEEKDAY_BEHIND = re.compile(rf"\s*(?:\(\s*|(?:ซึ่ง)?ตรงกับ\s*)วัน({_WEEKDAYS})")
_FIRST_OF_RANGE = re.compile(
    rf"วัน({_WEEKDAYS})\s*ที่\s*([0-9]{{1,2}})\s*(?:[-–]|ถึง|และ)\s*(?:(?:ถึง)?วัน(?:{_WEEKDAYS})\s*ที่\s*)?$"
)
_NUMERIC = re.compile(
    r"[0-9](?<![0-9/.-][0-9])[0-9]?(?:/([0-9]{1,2})/([0-9]{4}|[0-9]{2})|-([0-9]{1,2})-([0-9]{4})|\.([0-9]{1,2})\.([0-9]{4}))"
    r"(?![0-9/.-])"
)
_CLOCK = re.compile(r"[0-9](?<![0-9.:,][0-9])[0-9]?[.:]([0-9]{2})\s*(?:น\.|นาฬิกา)")
_DAY_OF_MONTH = re.compile(rf"วันที่\s*(?:3[2-9]|[4-9][0-9])(?![0-9/.,:-]|\s*(?:{thai.A_MONTH}|เดือน\s*{thai.A_MONTH}))")
_MISWRITTEN_CLOCK = re.compile(
    r"(?<![0-9.:,/])(?:[0-9]{1,2}[.:][0-9]{2}[ \t]+[0-9]{1,2}[.:][0-9]{2}\s*(?:น\.|นาฬิกา)"
    r"|(?:[01][0-9]|2[0-4])[0-5][0-9]\s*น\.(?![ก-๎])|[0-9]{1,2}[.:][0-9]{2}\s*น(?![ก-๎.]))"
)
_IMPOSSIBLE = (
    (re.compile(r"(?:ครบ|ทั้ง)+\s*(?:[5-9]|1[0-9])\s*ไตรมาส"), "ไม่เกิน 4 ไตรมาส"),
    (re.compile(r"(?:ปี|เดือน|ไตรมาส|สัปดาห์)ละ\s*0\s*ครั้ง"), "เป็น 1 ครั้งขึ้นไป"),
)
_MISTYPED_YEAR = re.compile(
    rf"(?:(?<![0-9])[0-9]{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.\s*)?|พ\.ศ\.\s*)(?:[0-9]{{3}}|[0-9]{{5,}})(?![0-9.,/])"
    r"(?!\s*(?:คน|ราย|บาท))"
)
_HOURS = re.compile(
    r"([0-9]{1,2})[.:]([0-9]{2})\s*(?:น\.\s*)?(?:[-–—]|ถึง)\s*([0-9]{1,2})[.:]([0-9]{2})\s*(?:น\.|นาฬิกา)"
)
_EVENING = 18
"""The hour from which on a time may end on the next day."""
_TO = re.compile("[-–—]|ถึง")
_YEARS = re.compile(
    r"(?<![0-9/])(?P<first>25[0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:(?:ปี|พ\.ศ\.)\s*)*(?P<last>25[0-9]{2})(?![0-9])"
)
_BETWEEN = r"\s*(?:[-–,]|ถึง|และ)\s*(?:ที่\s*)?"
_PART = re.compile(
    rf"({'|'.join(_LIMITS.parts_of_year)})\s*(?:ที่\s*([0-9]+(?:{_BETWEEN}[0-9]+)*)"
    rf"|([0-9]+(?:{_BETWEEN}[0-9]+)*)(?=\s*(?:$|[/.,;()–-]|ปี|ของ|และ)))(?![0-9])"
)
_A_YEAR = r"\s*(?:พ\.ศ\.)?\s*(?:[0-9]{4}|[0-9]{2})?"
_MONTHS_OF_PART = re.compile(
    r"(?P<part>ไตรมาส\s*(?:ที่\s*)?[1-4]|6\s*เดือน(?:แรก|หลัง)|ครึ่งปี(?:แรก|หลัง))"
    rf"(?:\s*(?:/|ของ|ประจำ)?\s*ปี(?:งบประมาณ)?{_A_YEAR})?\s*[(:]?\s*(?:ระหว่าง|ตั้งแต่)?\s*(?:วันที่)?\s*(?:[0-9]{{1,2}}\s*)?(?:เดือน)?\s*"
    rf"(?P<first>{thai.A_MONTH}){_A_YEAR}\s*(?:[-–—]|ถึง)\s*(?:วันที่)?\s*(?:[0-9]{{1,2}}\s*)?(?:เดือน)?\s*(?P<last>{thai.A_MONTH})"
)
_OCTOBER = 10
_BEFORE_DAY = 40
"""The most characters before a day that name its weekday."""
_LATEST_DAY = 39
"""A greater number before a month is no mistyped day (ปี 66 ตุลาคม)."""


def check_calendar(cell: Cell) -> Iterator[Problem]:
    """Dates that do not exist, and weekdays that are of other dates."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _DAY.finditer(text):
        month, year = thai.month_number(match["month"]), _gregorian(match["year"]) if match["year"] else None
        if int(match["day"]) > _LATEST_DAY:
            continue
        if not _is_day(int(match["day"]), month, year):
            yield NO_SUCH_DAY.at(cell.place, cell.text[match.start("day") : match.end()])
        elif year:
            yield from _wrong_weekdays(cell, text, match, month, year)
    for match in _NUMERIC.finditer(text):
        day = int(re.split("[/.-]", match[0])[0])
        of_year, written = (one for one in match.groups() if one)
        if 1 <= int(of_year) <= 12 and not _is_day(day, int(of_year), _gregorian(written)):
            yield NO_SUCH_DAY.at(cell.place, cell.text[slice(*match.span())])


def _wrong_weekdays(cell: Cell, text: str, match: re.Match[str], month: int, year: int) -> Iterator[Problem]:
    """The weekday before a date, and the one before the first day of a range that ends with it."""
    if (behind := _WEEKDAY_BEHIND.match(text, match.end())) and _is_day(int(match["day"]), month, year):
        name = thai.WEEKDAYS[calendar.weekday(year, month, int(match["day"]))]
        if not name.startswith(behind[1].rstrip("ฯ")):
            yield WRONG_WEEKDAY.at(cell.place, cell.text[match.start() : behind.end()], day=name)
    before = text[max(match.start() - _BEFORE_DAY, 0) : match.start()]
    first, own = _FIRST_OF_RANGE.search(before), _WEEKDAY.search(before)
    days = [(first[1], int(first[2]), first)] if first else []
    days += [(own[1], int(match["day"]), own)] if own else []
    for weekday, day, found in days:
        if _is_day(day, month, year):
            name = thai.WEEKDAYS[calendar.weekday(year, month, day)]
            if not name.startswith(weekday.rstrip("ฯ")):
                start = match.start() - len(before) + found.start()
                yield WRONG_WEEKDAY.at(cell.place, cell.text[start : match.end()], day=name)


def _is_day(day: int, month: int, year: int | None) -> bool:
    """True where a month has such a day; in a leap year where the year is not known."""
    return 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def _gregorian(year: str) -> int:
    """A year as typed, in either era or in two digits, in the Gregorian era."""
    number = int(year) + (2500 if len(year) == 2 else 0)
    return number - thai.ERA if number >= 2400 else max(number, 1)


def check_limits(cell: Cell) -> Iterator[Problem]:
    """Parts of a year and times of day beyond the greatest that there is, and years of other than four digits."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _PART.finditer(text):
        limit = _LIMITS.parts_of_year[match[1]]
        numbers = [int(one) for one in re.findall("[0-9]+", match[2] or match[3])]
        if any(not 1 <= one <= limit for one in numbers if one < 1000):
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit=f"เป็น 1 ถึง {limit}")
    for pattern, least in _IMPOSSIBLE:
        for match in pattern.finditer(text):
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit=least)
    for match in _DAY_OF_MONTH.finditer(text):
        yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit="เป็นวันที่ 1 ถึง 31")
    for match in _CLOCK.finditer(text):
        hour, minute = int(re.split("[.:]", match[0])[0]), int(match[1])
        if minute > 59 or hour * 60 + minute > 24 * 60:
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit="ไม่เกิน 24.00 น.")
    for match in _MISTYPED_YEAR.finditer(text):
        yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit="เป็นปีสี่หลัก")
    for match in _MISWRITTEN_CLOCK.finditer(text):
        yield CLOCK.at(cell.place, cell.text[slice(*match.span())])


def check_spans(cell: Cell) -> Iterator[Problem]:
    """The first span of days, months or years that ends before it begins."""
    if not _TO.search(cell.text) or not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _HOURS.finditer(text):
        first, last = ((int(match[at]), int(match[at + 1])) for at in (1, 3))
        if last < first and first[0] < _EVENING:
            yield BACKWARDS.at(cell.place, cell.text[slice(*match.span())])
            return
    years = next((one for one in _YEARS.finditer(text) if one["first"] > one["last"]), None)
    if found := thai.backwards(text) or (years[0] if years else ""):
        start = text.index(found)
        yield BACKWARDS.at(cell.place, cell.text[start : start + len(found)])


def check_months_of_parts(cell: Cell) -> Iterator[Problem]:
    """Quarters and halves of the fiscal year beside months of which one is not theirs."""
    if not ("ไตรมาส" in cell.text or "แรก" in cell.text or "หลัง" in cell.text) or "ปฏิทิน" in cell.text:
        return
    for match in _MONTHS_OF_PART.finditer(thai.arabic_digits(cell.text)):
        ends = _LIMITS.months[re.sub(r"\s|ที่", "", match["part"])]
        begin, end = ((month - _OCTOBER) % 12 for month in ends)
        said = [(thai.month_number(match[one]) - _OCTOBER) % 12 for one in ("first", "last")]
        if not all(begin <= month <= end for month in said):
            first, last = (thai.MONTHS[month - 1] for month in ends)
            yield OTHER_MONTHS.at(cell.place, cell.text[slice(*match.span())], first=first, last=last)
