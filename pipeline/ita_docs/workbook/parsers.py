"""What stands in a cell, as staff type it, read as a value of its kind; ``None`` where it cannot be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from ita_docs import thai
from ita_docs.workbook.field import Field, Value
from ita_docs.workbook.grid import Raw

BULLETS = "-–—•●▪*·∙◦○■□◆◇❖➢➤►▶▸‣⁃"
"""Signs that lead the items of a list."""
_BULLET = re.compile(rf"^(?:[{BULLETS}](?:\s+|$|(?=[^\s0-9๐-๙])))+")
_SCORE_WORDS = re.compile(r"^(?:ร้อยละ|ได้)?\s*(.*?)\s*(?:คะแนน|%)?$")
_COUNT = re.compile(r"(?:ตัวชี้วัดที่|ลำดับที่|ลำดับ|ข้อที่|ข้อ|ที่)?\s*\(?\s*([0-9]{1,4})\s*\)?\s*\.?")
_YEAR = re.compile(r"(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4}|[0-9]{2})")
_QUESTION = re.compile(r"(\D+?)\s*-?\s*0*([1-9][0-9]{0,2})")
_SIGNS = r"[-–—•.,/()\s]"
_WENT_WELL = (
    r"(?:(?:สามารถ)?(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน)(?:ได้)?|เป็นไป)?(?:อย่าง|ด้วยความ|โดย)?"
    r"(?:ปกติ|เรียบร้อย|ราบรื่น|ตามปกติ|ตาม(?:แผน|เป้าหมาย|ที่กำหนด|กำหนด|กำหนดเวลา))(?:ดี|แล้ว|ที่(?:กำหนด|วางไว้)|ทุกประการ)*"
)
_NONE = r"(?:ไม่(?:มี|พบ|ปรากฏ|ประสบ|เกิด)|ปราศจาก)"
_NO_OBSTACLE = re.compile(
    rf"{_SIGNS}*(?:ยัง)?(?:{_NONE}|{_WENT_WELL}|(?:ปัญหา|อุปสรรค)[-–—:/\s]*(?:ไม่มี|ไม่พบ|-))"
    rf"(?:{_NONE}|{_WENT_WELL}|ปัญหา|อุปสรรค|ข้อขัดข้อง|ข้อเสนอแนะ|และ|หรือ|แต่อย่าง|ใด|ๆ|ทั้งสิ้น|เกิดขึ้น"
    rf"|ใน(?:การ|ระหว่าง)(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน)|ตามมาตรการ|{_SIGNS})*(?:ค่ะ|คะ|ครับ|จ้า)?"
)
_BETWEEN_FILES = re.compile(r"[\n;]|(?<=\.[a-z]{3}),|(?<=\.[a-z]{4}),", re.IGNORECASE)
"""Line breaks and semicolons, and commas behind the ending of a name: others may be part of a name."""


def as_text(raw: Raw) -> str:
    """A cell as clean text: numbers without the noise of binary fractions, dates in words."""
    if isinstance(raw, str):
        return thai.clean(raw) if raw else ""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float):
        return format(raw, ".15g" if raw.is_integer() else ".12g")
    if isinstance(raw, datetime.date):
        return thai.date_long(day) if (day := thai.parse_date(raw)) else str(raw)
    return str(raw)


def one_line(text: str) -> str:
    """``text`` with its line breaks as spaces."""
    return text.replace("\n", " ")


def _text(_raw: Raw, text: str, _field: Field) -> str:
    return one_line(text)


def _lines(_raw: Raw, text: str, _field: Field) -> str:
    return text


def _obstacle(_raw: Raw, text: str, _field: Field) -> str:
    """ "ไม่มี" or "ไม่พบปัญหาและอุปสรรค" is what an empty cell says: no report may count it as an obstacle."""
    return "" if _NO_OBSTACLE.fullmatch(text) else text


def _items(_raw: Raw, text: str, _field: Field) -> tuple[str, ...] | None:
    return tuple(item for line in text.split("\n") if (item := _BULLET.sub("", line))) or None


def _count(raw: Raw, text: str, _field: Field) -> int | None:
    if isinstance(raw, bool | datetime.date):
        return None
    match = _COUNT.fullmatch(thai.arabic_digits(text))
    return int(match[1]) or None if match else None


def _score(raw: Raw, text: str, _field: Field) -> Decimal | None:
    if isinstance(raw, bool | datetime.date):
        return None
    if isinstance(raw, int | float):
        return Decimal(text)
    match = _SCORE_WORDS.fullmatch(text)
    return thai.parse_number(match[1]) if match else None


def _date(raw: Raw, text: str, _field: Field) -> datetime.date | None:
    return thai.parse_date(raw if isinstance(raw, datetime.date) else one_line(text))


def _year(_raw: Raw, text: str, _field: Field) -> int | None:
    """A Buddhist-era year; a Gregorian one is moved over, two digits are of the century 25xx."""
    match = _YEAR.fullmatch(thai.arabic_digits(text))
    if not match:
        return None
    year = int(match[1])
    year += 2500 if year < 100 else thai.ERA if 1900 <= year < 2200 else 0
    return year if 2500 <= year < 2700 else None


def _order_number(raw: Raw, text: str, _field: Field) -> tuple[str, int] | None:
    """Number and year. Excel turns ``8/2565`` into the first of August: such a date is turned back."""
    if isinstance(raw, datetime.date):
        day = thai.parse_date(raw)
        return (str(day.month), thai.be_year(day)) if day and day.day == 1 else None
    return thai.parse_order_number(one_line(text))


def _choice(_raw: Raw, text: str, field: Field) -> object | None:
    return next((means for label, means in field.allowed.items() if _plain(label) == _plain(text)), None)


def _question(_raw: Raw, text: str, field: Field) -> str | None:
    match = _QUESTION.fullmatch(thai.arabic_digits(text).lower())
    return match[1] + match[2] if match and match[1] in field.prefixes else None


def _part(raw: Raw, text: str, field: Field) -> str | None:
    """An indicator's number as text, or the key of a part of the analysis."""
    number = _count(raw, text, field)
    key = _choice(raw, text if number is None else str(number), field)
    return None if key is None else str(key)


def _files(_raw: Raw, text: str, _field: Field) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN_FILES.split(text) if (name := _BULLET.sub("", part.strip(" ,"))))


def _plain(text: str) -> str:
    return thai.arabic_digits("".join(text.split())).replace("เเ", "แ").casefold()


Parser = Callable[[Raw, str, Field], object]
"""Makes of a cell, its clean text and its field the value, or ``None``."""

PARSERS: Mapping[Value, Parser] = {
    Value.TEXT: _text,
    Value.LINES: _lines,
    Value.OBSTACLE: _obstacle,
    Value.ITEMS: _items,
    Value.COUNT: _count,
    Value.SCORE: _score,
    Value.DATE: _date,
    Value.YEAR: _year,
    Value.ORDER_NUMBER: _order_number,
    Value.CHOICE: _choice,
    Value.QUESTION: _question,
    Value.PART: _part,
    Value.PICTURE: _text,
    Value.PICTURES: _files,
}
