"""One cell into one typed value: what staff type as they type it, or the problem with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import UnionType

from ita_docs import thai
from ita_docs.framework.scores import FULL, half_up
from ita_docs.workbook.field import Field, Value, example_codes
from ita_docs.workbook.grid import Raw
from ita_docs.workbook.number_format import NumberFormat
from officefiles.problems import Kind, Place, Problem, Severity

MISSING = Kind(
    "cell-missing",
    "ยังไม่ได้กรอก “{heading}”",
    "กรอกข้อมูลในช่องนี้ ({help})",
    "ช่องที่ต้องกรอกยังว่างอยู่",
)
NOT_SCORE = Kind(
    "not-a-score",
    "“{heading}” ต้องเป็นตัวเลข แต่พบ “{found}”",
    "พิมพ์เฉพาะตัวเลข 0 ถึง 100 เช่น {example} หรือ {thai_example}",
    "ช่องคะแนนมีข้อความที่อ่านเป็นตัวเลขไม่ได้",
)
PERCENTAGE = Kind(
    "score-percentage",
    "“{heading}” เป็นช่องแบบร้อยละ (เปอร์เซ็นต์) แสดงค่า {found} คะแนนต้องเป็นตัวเลข 0 ถึง 100",
    "เปลี่ยนรูปแบบของช่องเป็น “ทั่วไป” (General) แล้วพิมพ์คะแนนใหม่เป็นตัวเลขโดยไม่มีเครื่องหมาย % เช่น {example} แทน {example}%",
    "ช่องคะแนนจัดรูปแบบเป็นร้อยละ Excel จึงเก็บ 87.5% เป็น 0.875",
)
NOT_COUNT = Kind(
    "not-a-whole-number",
    "“{heading}” ต้องเป็นจำนวนเต็มตั้งแต่ 1 ขึ้นไป แต่พบ “{found}”",
    "พิมพ์เฉพาะตัวเลข เช่น 1 หรือ ๑",
    "ช่องลำดับหรือเลขที่ตัวชี้วัดอ่านเป็นจำนวนเต็มไม่ได้",
)
NOT_DATE = Kind(
    "not-a-date",
    "“{heading}” ต้องเป็นวันที่ แต่พบ “{found}”",
    "พิมพ์วัน เดือน ปี เช่น 25 ตุลาคม 2565, ๒๕ ต.ค. ๖๕ หรือ 25/10/2565 และตรวจสอบว่ามีวันนั้นจริงในปฏิทิน",
    "อ่านเป็นวันที่ไม่ได้ หรือไม่มีวันนั้นในปฏิทิน",
)
NOT_YEAR = Kind(
    "not-a-year",
    "“{heading}” ต้องเป็นปี พ.ศ. แต่พบ “{found}”",
    "พิมพ์ปี พ.ศ. 4 หลัก เช่น 2566",
    "อ่านเป็นปีงบประมาณ (พ.ศ.) ไม่ได้",
)
NOT_ORDER_NUMBER = Kind(
    "not-an-order-number",
    "“{heading}” ต้องเป็นเลขที่ทับปี พ.ศ. แต่พบ “{found}”",
    "พิมพ์เลขที่ เครื่องหมายทับ และปี พ.ศ. เช่น ๓๙๘/๒๕๖๕",
    "อ่านเลขที่คำสั่งไม่ได้",
)
NOT_CHOICE = Kind(
    "not-in-list",
    "“{found}” ไม่อยู่ในรายการเลือกของ “{heading}”",
    "เลือกจากรายการ: {choices}",
    "ค่าไม่อยู่ในรายการที่กำหนด",
)
NOT_QUESTION = Kind(
    "not-a-question-code",
    "“{heading}” ต้องเป็นรหัสข้อคำถาม แต่พบ “{found}”",
    "พิมพ์รหัสข้อ เช่น {choices}",
    "อ่านรหัสข้อคำถามไม่ได้",
)
NOT_PART = Kind(
    "not-a-part",
    "“{heading}” ต้องเป็นเลขที่ตัวชี้วัดหรือหัวข้อที่กำหนด แต่พบ “{found}”",
    "พิมพ์เลขที่ตัวชี้วัด 1 ถึง {last} หรือเลือกจาก {choices}",
    "หัวข้อของข้อความวิเคราะห์ไม่ใช่เลขที่ตัวชี้วัดหรือส่วนของบทวิเคราะห์",
)
NOT_WORDS = Kind(
    "not-words",
    "“{heading}” ต้องเป็นข้อความ แต่ในช่องเป็น{what} {found}",
    "จัดรูปแบบของช่องเป็น “ข้อความ” (Text) แล้วพิมพ์ใหม่ตามที่จะให้พิมพ์ในเอกสาร (Excel อาจแปลงข้อความ เช่น 1/2 เป็นวันที่)",
    "ช่องที่ต้องเป็นข้อความ เช่น ชื่อ ตำแหน่ง หรือมาตรการ เก็บค่าเป็นตัวเลข วันที่ เวลา หรือค่าตรรกะ (TRUE, FALSE)",
)
UNKNOWN_FORMAT = Kind(
    "number-format-unknown",
    "“{heading}” จัดรูปแบบตัวเลขไว้ในแบบที่โปรแกรมไม่อ่าน จึงไม่ทราบว่า Excel แสดงค่า {found} อย่างไร",
    "จัดรูปแบบของช่องเป็น “ข้อความ” (Text) แล้วพิมพ์ใหม่ตามที่จะให้พิมพ์ในเอกสาร",
    "รูปแบบตัวเลขหรือวันที่ของช่องเป็นแบบที่โปรแกรมไม่อ่าน เช่น เศษส่วน เลขยกกำลัง รูปแบบที่มีเงื่อนไขหรือซ่อนค่า",
)
UNCALCULATED_FORMULA = Kind(
    "formula-not-calculated",
    "“{heading}” เป็นสูตรที่ยังไม่มีผลการคำนวณ ({found})",
    "เปิดไฟล์ด้วย Excel แล้วบันทึก เพื่อให้สูตรคำนวณ หรือพิมพ์ค่าลงไปแทนสูตร",
    "สูตรที่สร้างจากโปรแกรมอื่นและยังไม่เคยเปิดคำนวณใน Excel",
)
ERROR_CELL = Kind(
    "formula-error",
    "“{heading}” เป็นสูตรที่ผิดพลาด แสดงค่า {found}",
    "แก้สูตร หรือพิมพ์ค่าลงไปแทนสูตร",
    "ผลของสูตรเป็นข้อผิดพลาดของ Excel เช่น #N/A, #REF!",
)
OUT_OF_RANGE = Kind(
    "score-out-of-range",
    "“{heading}” ต้องอยู่ระหว่าง 0 ถึง 100 แต่พบ {found}",
    "ตรวจสอบกับประกาศผลการประเมิน แล้วพิมพ์คะแนน 0 ถึง 100",
    "คะแนนติดลบหรือเกิน 100",
)
ROUNDED = Kind(
    "score-rounded",
    "“{heading}” มีทศนิยมเกิน {decimals} ตำแหน่ง ({found}) โปรแกรมปัดเป็น {rounded}",
    "ตรวจสอบกับประกาศผลการประเมิน แล้วพิมพ์คะแนนทศนิยม {decimals} ตำแหน่ง",
    "คะแนนที่พิมพ์หรือคำนวณไว้มีทศนิยมเกินกว่าที่ใช้ในปีนั้น (ปกติ 2 ตำแหน่ง) แม้ Excel จะแสดงเพียงเท่านั้น",
    Severity.NOTE,
)

EMPTY: Mapping[Value, object] = {
    Value.TEXT: "",
    Value.LINES: "",
    Value.OBSTACLE: "",
    Value.PICTURE: "",
    Value.ITEMS: (),
    Value.PICTURES: (),
}
"""What an empty cell means; ``None`` for the kinds not named here."""

_WORDS = frozenset((Value.TEXT, Value.LINES, Value.OBSTACLE, Value.ITEMS))
_WHAT: tuple[tuple[type | UnionType, str], ...] = (
    (bool, "ค่าตรรกะ"),
    (int | float, "ตัวเลข"),
    (datetime.time | datetime.timedelta, "เวลา"),
)
_HERE = Place()
_NOTHING = frozenset(("", "-", "–", "—", "−"))
_EXAMPLE = Decimal("87.5")
_BULLET = re.compile(r"^(?:[-–—•●▪*]\s*)+")
_SCORE_WORDS = re.compile(r"^(?:ร้อยละ|ได้)?\s*(.*?)\s*(?:คะแนน|%)?$")
_COUNT = re.compile(r"(?:ตัวชี้วัดที่|ลำดับที่|ลำดับ|ข้อที่|ข้อ|ที่)?\s*\(?\s*([0-9]{1,4})\s*\)?\s*\.?")
_YEAR = re.compile(r"(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4}|[0-9]{2})")
_QUESTION = re.compile(r"(\D+?)\s*-?\s*0*([1-9][0-9]{0,2})")
_NO_OBSTACLE = re.compile(
    r"[-–—•.,/()\s]*(?:ยัง)?(?:ไม่(?:มี|พบ|ปรากฏ)(?:ปัญหา|อุปสรรค|ข้อขัดข้อง|และ|หรือ|แต่อย่าง|ใด|ๆ|ทั้งสิ้น"
    r"|ใน(?:การ|ระหว่าง)(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน)|ตามมาตรการ|[-–—•.,/()\s])*)+"
)
_BETWEEN_FILES = re.compile(r"[\n;,]")


def parse(field: Field, raw: Raw, fault: str, format: NumberFormat | None = None) -> tuple[object, Problem | None]:
    """The value of a cell and what is wrong with it, yet without its place. An error leaves the value ``None``,
    whatever its kind.

    ``fault`` is what the grid found wrong with the cell itself, ``format`` how it shows a number or date.
    """
    if fault:
        kind = UNCALCULATED_FORMULA if fault.startswith("=") else ERROR_CELL
        return None, kind.at(_HERE, fault, heading=field.heading)
    text = as_text(raw)
    if text in _NOTHING:
        if field.required:
            return None, MISSING.at(_HERE, heading=field.heading, help=field.help)
        return EMPTY.get(field.value), None
    if format and format.is_percent and field.value is Value.SCORE:
        percent = half_up(Decimal(text) * 100, field.decimals)
        return None, PERCENTAGE.at(_HERE, f"{percent}%", heading=field.heading, example=_score_example(field))
    if field.value in _WORDS and not isinstance(raw, str):
        text, problem = _as_shown(field, raw, text, format)
        if problem:
            return None, problem
    parser, kind = _PARSERS[field.value]
    value = parser(raw, text, field)
    if value is None:
        return None, kind.at(_HERE, one_line(text), heading=field.heading, **_offers(field))
    if isinstance(value, Decimal) and not 0 <= value <= FULL:
        return None, OUT_OF_RANGE.at(_HERE, value, heading=field.heading)
    if isinstance(value, Decimal) and (rounded := half_up(value, field.decimals)) != value:
        return rounded, ROUNDED.at(_HERE, value, heading=field.heading, rounded=rounded, decimals=field.decimals)
    return value, None


def _as_shown(field: Field, raw: Raw, text: str, format: NumberFormat | None) -> tuple[str, Problem | None]:
    """What Excel shows in a cell of text that holds none, and why that cannot be taken."""
    what = next((what for kinds, what in _WHAT if isinstance(raw, kinds)), "วันที่")
    shown = format.show(raw) if format else text
    if isinstance(raw, bool) or not field.as_shown:
        return "", NOT_WORDS.at(_HERE, shown or text, heading=field.heading, what=what)
    if not shown or isinstance(raw, datetime.timedelta):
        return "", UNKNOWN_FORMAT.at(_HERE, text, heading=field.heading)
    return shown, None


def _offers(field: Field) -> dict[str, object]:
    """What a message says may be typed in a cell of ``field``."""
    numbers = [label for label in field.allowed if field.value is Value.PART and label.isdecimal()]
    choices = ", ".join(label for label in field.allowed if label not in numbers)
    if field.value is Value.QUESTION:
        *first, last = example_codes(field.prefixes)
        choices = f"{', '.join(first)} หรือ {last}" if first else last
    example = _score_example(field)
    return {
        "choices": choices,
        "last": numbers[-1] if numbers else "",
        "example": example,
        "thai_example": thai.thai_digits(example),
    }


def _score_example(field: Field) -> str:
    return str(half_up(_EXAMPLE, field.decimals))


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
    return " ".join(text.split("\n"))


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


def _order_number(raw: Raw, text: str, _field: Field) -> tuple[int, int] | None:
    """Number and year. Excel turns ``8/2565`` into the first of August: such a date is turned back."""
    if isinstance(raw, datetime.date):
        day = thai.parse_date(raw)
        return (day.month, thai.be_year(day)) if day and day.day == 1 else None
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
    return tuple(name for part in _BETWEEN_FILES.split(text) if (name := _BULLET.sub("", part.strip())))


def _plain(text: str) -> str:
    return thai.arabic_digits("".join(text.split())).casefold()


_Parser = Callable[[Raw, str, Field], object]
_PARSERS: Mapping[Value, tuple[_Parser, Kind]] = {
    Value.TEXT: (_text, MISSING),
    Value.LINES: (_lines, MISSING),
    Value.OBSTACLE: (_obstacle, MISSING),
    Value.ITEMS: (_items, MISSING),
    Value.COUNT: (_count, NOT_COUNT),
    Value.SCORE: (_score, NOT_SCORE),
    Value.DATE: (_date, NOT_DATE),
    Value.YEAR: (_year, NOT_YEAR),
    Value.ORDER_NUMBER: (_order_number, NOT_ORDER_NUMBER),
    Value.CHOICE: (_choice, NOT_CHOICE),
    Value.QUESTION: (_question, NOT_QUESTION),
    Value.PART: (_part, NOT_PART),
    Value.PICTURE: (_text, MISSING),
    Value.PICTURES: (_files, MISSING),
}
