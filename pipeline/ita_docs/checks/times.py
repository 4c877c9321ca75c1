"""Checks of time and numbers in texts: days that the calendar does not have, weekdays of other dates, numbers beyond
what there can be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.framework.scores import half_up
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

AMOUNT = Kind(
    "amount-misgrouped",
    "จุลภาคหรือจุดของ “{found}” อยู่ผิดที่",
    "ใส่จุลภาคทุกสามหลัก และจุดหน้าสตางค์สองหลัก เช่น 50,000 บาท หรือ 1,250.50 บาท",
    "จุลภาคของจำนวนเงินหรือจำนวนคนไม่ได้คั่นทุกสามหลัก หรือใช้จุดแทนจุลภาค เช่น 50.000 บาท",
    Severity.WARNING,
)

BACKWARDS = Kind(
    "period-backwards",
    "“{found}” สิ้นสุดก่อนเริ่มต้น",
    "ตรวจสอบเวลา เดือน และปีเริ่มต้นกับสิ้นสุด เช่น ตุลาคม 2565 – กันยายน 2566",
    "ข้อความมีช่วงเวลาที่เวลา วัน เดือน หรือปีสิ้นสุดอยู่ก่อนเวลาเริ่มต้น",
    Severity.WARNING,
)
OTHER_WORDS = Kind(
    "amount-in-other-words",
    "“{found}” ตัวเลขกับตัวอักษรไม่ตรงกัน ตัวอักษรคือ {amount} บาท",
    "ตรวจสอบจำนวนเงินแล้วแก้ให้ตรงกัน",
    "จำนวนเงินที่เขียนเป็นตัวเลขกับที่เขียนเป็นตัวอักษรไม่ตรงกัน",
    Severity.WARNING,
)

SHARE = Kind(
    "share-wrong",
    "“{found}” ตัวเลขไม่สอดคล้องกัน {why}",
    "ตรวจสอบจำนวนทั้งหมด จำนวนส่วน และร้อยละ แล้วแก้ให้ตรงกัน",
    "ร้อยละไม่ตรงกับจำนวนที่เขียนไว้ด้วยกัน หรือจำนวนส่วนมากกว่าจำนวนทั้งหมด เช่น 50 คน จาก 100 คน คิดเป็นร้อยละ 60",
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
_FIRST_OF_RANGE = re.compile(
    rf"วัน({_WEEKDAYS})\s*ที่\s*([0-9]{{1,2}})\s*(?:[-–]|ถึง|และ)\s*(?:(?:ถึง)?วัน(?:{_WEEKDAYS})\s*ที่\s*)?$"
)
_NUMERIC = re.compile(
    r"[0-9](?<![0-9/.-][0-9])[0-9]?(?:/([0-9]{1,2})/([0-9]{4}|[0-9]{2})|-([0-9]{1,2})-([0-9]{4})|\.([0-9]{1,2})\.([0-9]{4}))"
    r"(?![0-9/.-])"
)
_CLOCK = re.compile(r"[0-9](?<![0-9.:,][0-9])[0-9]?[.:]([0-9]{2})\s*(?:น\.|นาฬิกา)")
_MISWRITTEN_CLOCK = re.compile(
    r"(?<![0-9.:,/])(?:[0-9]{1,2}[.:][0-9]{2}[ \t]+[0-9]{1,2}[.:][0-9]{2}\s*(?:น\.|นาฬิกา)"
    r"|(?:[01][0-9]|2[0-4])[0-5][0-9]\s*น\.(?![ก-๎])|[0-9]{1,2}[.:][0-9]{2}\s*น(?![ก-๎.]))"
)
_MISTYPED_YEAR = re.compile(
    rf"(?:(?<![0-9])[0-9]{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.\s*)?|พ\.ศ\.\s*)(?:[0-9]{{3}}|[0-9]{{5,}})(?![0-9.,/])"
    r"(?!\s*(?:คน|ราย|บาท))"
)
_AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_HOURS = re.compile(
    r"([0-9]{1,2})[.:]([0-9]{2})\s*(?:น\.\s*)?(?:[-–—]|ถึง)\s*([0-9]{1,2})[.:]([0-9]{2})\s*(?:น\.|นาฬิกา)"
)
_EVENING = 18
"""The hour from which on a time may end on the next day."""
_COUNTED = r"(?:คน|ราย|ครั้ง|แห่ง|เรื่อง|ฉบับ|ครัวเรือน|หน่วยงาน|โครงการ|กิจกรรม|มาตรการ)"
_HEADS = re.compile(rf"(?<![0-9.,])([0-9]+(?:,[0-9]+)+)\s*{_COUNTED}")
_SHARE = re.compile(
    rf"({_AMOUNT})\s*{_COUNTED}\s*(จาก(?:จำนวน)?(?:ทั้งหมด)?|ใน(?:จำนวน)?(?:ทั้งหมด)?)\s*({_AMOUNT})\s*{_COUNTED}"
    rf"(?:\s*\(?(?:คิด)?เป็น\s*ร้อยละ\s*({_AMOUNT}))?"
)
_PERCENT = re.compile(rf"(?:{'|'.join(_LIMITS.percent_words)})\s*({_AMOUNT})")
_PER_CENT = re.compile(rf"({_AMOUNT})\s*(?:{'|'.join(_LIMITS.percent_signs)})")
_BAHT = re.compile(r"(?<![0-9.,])([0-9]+(?:[.,][0-9]+)+)\s*บาท")
_GROUPED = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?")
_GROWTH = re.compile("|".join(_LIMITS.growth))
_TO = re.compile("[-–—]|ถึง")
_YEARS = re.compile(
    r"(?<![0-9/])(?P<first>25[0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:(?:ปี|พ\.ศ\.)\s*)*(?P<last>25[0-9]{2})(?![0-9])"
)
_IN_WORDS = re.compile(
    rf"(?P<figures>{_AMOUNT})(?:\.?-)?\s*(?:บาท)?(?:ถ้วน)?\s*\((?P<words>[ก-๎ ]+)บาท(?:ถ้วน)?\)"
    rf"|(?P<words_first>[ก-๎]+)บาท(?:ถ้วน)?\s*\((?P<figures_last>{_AMOUNT})(?:\.?-)?\s*(?:บาท)?(?:ถ้วน)?\)"
)
_BETWEEN = r"\s*(?:[-–,]|ถึง|และ)\s*(?:ที่\s*)?"
_PART = re.compile(
    rf"({'|'.join(_LIMITS.parts_of_year)})\s*(?:ที่\s*([0-9]+(?:{_BETWEEN}[0-9]+)*)"
    rf"|([0-9]+(?:{_BETWEEN}[0-9]+)*)(?=\s*(?:$|[/.,;()–-]|ปี|ของ|และ)))(?![0-9])"
)
_BEFORE_DAY = 40
"""The most characters before a day that name its weekday."""
_LATEST_DAY = 39
"""A greater number before a month is no mistyped day (ปี 66 ตุลาคม)."""
_GROWN = 25
"""How many characters before a percentage may say that it is one of growth."""


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
    """Parts of a year, percentages and times of day beyond the greatest that there is, years of other than four digits,
    and misgrouped amounts."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _PART.finditer(text):
        limit = _LIMITS.parts_of_year[match[1]]
        numbers = [int(one) for one in re.findall("[0-9]+", match[2] or match[3])]
        if any(not 1 <= one <= limit for one in numbers if one < 1000):
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit=f"เป็น 1 ถึง {limit}")
    for match in chain(_PERCENT.finditer(text), _PER_CENT.finditer(text)):
        before = text[max(match.start() - _GROWN, 0) : match.start()]
        if float(match[1].replace(",", "")) > 100 and not _GROWTH.search(before):
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit="ไม่เกิน 100")
    for match in _BAHT.finditer(text):
        if not _GROUPED.fullmatch(match[1]):
            yield AMOUNT.at(cell.place, cell.text[slice(*match.span())])
    for match in _HEADS.finditer(text):
        groups = match[1].split(",")
        if not _GROUPED.fullmatch(match[1]) and max(map(len, groups)) > 2:  # 1,2 คน may be a list
            yield AMOUNT.at(cell.place, cell.text[slice(*match.span())])
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


def check_shares(cell: Cell) -> Iterator[Problem]:
    """Shares of a whole that are more than it, or that are another part of a hundred."""
    if not ("จาก" in cell.text or "ใน" in cell.text) or not _FIGURE.search(cell.text):
        return
    for match in _SHARE.finditer(thai.arabic_digits(cell.text)):
        part, whole = (Decimal(match[at].replace(",", "")) for at in (1, 3))
        said = Decimal(match[4].replace(",", "")) if match[4] else None
        why = ""
        if said is not None and whole and abs(part * 100 / whole - said) >= 1:
            why = f"เพราะเป็นร้อยละ {half_up(part * 100 / whole, 2)}"
        elif part > whole and match[2] not in ("จาก", "ใน"):  # ขึ้นเป็น 120 คน จาก 100 คน
            why = "เพราะส่วนมากกว่าทั้งหมด"
        if why:
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why=why)


def check_amounts_in_words(cell: Cell) -> Iterator[Problem]:
    """Amounts of which the words say another number than the figures."""
    if "บาท" not in cell.text or "(" not in cell.text:
        return
    for match in _IN_WORDS.finditer(thai.arabic_digits(cell.text)):
        words = match["words"] or match["words_first"]
        said = None if "ละ" in words else thai.said_last(words)  # คนละห้าสิบบาท is no sum
        figures = Decimal((match["figures"] or match["figures_last"]).replace(",", ""))
        if said is not None and said != figures:
            yield OTHER_WORDS.at(cell.place, cell.text[slice(*match.span())], amount=f"{said:,}")
