"""Thai as offices write it: cleaning, digits, numbers, dates, scores and the titles before names.

The only home of Thai code points. Everything here is pure, and nothing corrects a spelling: that is for people.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

ERA = 543
"""Years between the Gregorian and the Buddhist era: พ.ศ. = ค.ศ. + 543."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Names of the days in the order of ``date.weekday()``: Monday is 0."""


# Cleaning

_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_SPACES = re.compile(" {2,}")


def _visible(char: str) -> str:
    """``char`` as it is kept: any space as a plain one, an invisible or control character as nothing."""
    if char == "\n" or char.isprintable():
        return char
    if char == "\t":
        return " "
    return " " if unicodedata.category(char) == "Zs" else ""


def clean(text: str) -> str:
    """``text`` without what a keyboard, Word or a web page leaves behind unseen; line breaks stay, wording stays.

    NIKHAHIT + SARA AA (also round a tone mark) becomes SARA AM, which looks the same and which neither NFC nor
    NFKC joins.
    """
    text = _BREAKS.sub("\n", text)
    if not text.isprintable():
        text = "".join(map(_visible, text))
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


# Digits and numbers

_TO_THAI = {ord("0") + n: 0x0E50 + n for n in range(10)}
_TO_ARABIC = {thai: arabic for arabic, thai in _TO_THAI.items()}
_LATIN_TOKEN = re.compile(
    r"(?:https?://|www\.)[!-~]+"  # web addresses
    r"|[\w.+-]+@[\w.-]+"  # e-mail
    r"|(?:[a-z0-9-]+\.)+[a-z]{2,}/[!-~]+"  # web addresses without a scheme
    r"|[a-z0-9]+(?:[-_.][a-z0-9]+)*",  # O42, i1, ISO9001, covid-19; plain numbers too, told apart below
    re.ASCII | re.IGNORECASE,
)
_LATIN = re.compile("[A-Za-z]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_ORDER_NUMBER = re.compile(r"(?:คำสั่ง)?(?:ที่)?\s*([0-9]{1,6})\s*/\s*([0-9]{4}|[0-9]{2})")


def thai_digits(text: str) -> str:
    """``text`` with every 0–9 as ๐–๙ (U+0E50–0E59)."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """``text`` with every ๐–๙ as 0–9."""
    return text.translate(_TO_ARABIC)


def digits(text: str, thai: bool) -> str:
    """``text`` with its digits as a document prints them: all Arabic, or Thai but for codes, names and addresses
    in Latin letters (O42, ISO9001, www…), which stay as they are."""
    if not thai:
        return arabic_digits(text)
    return _LATIN_TOKEN.sub(lambda m: m[0] if _LATIN.search(m[0]) else thai_digits(m[0]), text)


def parse_number(text: str) -> Decimal | None:
    """The number that ``text`` is, in Thai or Arabic digits, with or without thousands commas; else ``None``."""
    plain = arabic_digits(clean(text)).replace("−", "-")
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def parse_order_number(text: str) -> tuple[int, int] | None:
    """Number and year of an order such as ``๓๙๘ / ๒๕๖๕``; a year of two digits is of the century 25xx."""
    match = _ORDER_NUMBER.fullmatch(arabic_digits(clean(text)))
    if not match:
        return None
    number, year = int(match[1]), int(match[2])
    return number, year if year >= 100 else 2500 + year


def score_text(value: Decimal, full_mark: str = "100") -> str:
    """A score as text: two decimals, half up; a score of exactly 100 as ``full_mark``."""
    if value == 100:
        return full_mark
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


# Dates

_MONTH_NUMBER = {
    name.replace(".", ""): number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, start=1)
}
_DATE_IN_WORDS = re.compile(
    rf"(?:เมื่อ)?(?:วัน(?:{'|'.join(WEEKDAYS)})?\s*ที่)?\s*([0-9]{{1,2}})\s*([ก-๎.]+?)\s*"
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


# Titles and names

_GRADES = ("เอก", "โท", "ตรี")
_RANKS = (
    *(arm + grade for arm in ("พล", "พัน", "ร้อย", "จ่าสิบ", "สิบ") for grade in _GRADES),
    *(arm + grade for arm in ("พลเรือ", "นาวา", "เรือ", "พันจ่า", "จ่า") for grade in _GRADES),
    *(arm + grade for arm in ("พลอากาศ", "นาวาอากาศ", "เรืออากาศ", "พันจ่าอากาศ", "จ่าอากาศ") for grade in _GRADES),
    *(arm + grade for arm in ("พลตำรวจ", "พันตำรวจ", "ร้อยตำรวจ", "สิบตำรวจ") for grade in _GRADES),
    "พลจัตวา", "ดาบตำรวจ", "จ่าสิบตำรวจ",
    *(arm + grade for arm in ("พล.", "พ.", "ร.", "จ.ส.", "ส.") for grade in ("อ.", "ท.", "ต.")),
    *(arm + grade for arm in ("พล.ร.", "น.", "พ.จ.", "จ.", "พล.อ.", "พ.อ.") for grade in ("อ.", "ท.", "ต.")),
    *(arm + grade for arm in ("พล.ต.", "พ.ต.", "ร.ต.", "ส.ต.") for grade in ("อ.", "ท.", "ต.")),
    "พล.จ.", "ด.ต.",
)  # fmt: skip
_ACADEMIC = ("ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ดอกเตอร์", "ศ.", "รศ.", "ผศ.", "ดร.", "อาจารย์")
_MEDICAL = (
    "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "สัตวแพทย์", "สัตวแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง",
    "นพ.", "พญ.", "ทพ.", "ทพญ.", "สพ.", "สพญ.", "น.สพ.", "ภก.", "ภญ.",
)  # fmt: skip
_ROYAL = ("หม่อมราชวงศ์", "หม่อมหลวง", "หม่อมเจ้า", "หม่อม", "ม.ร.ว.", "ม.ล.", "ม.จ.", "ท่านผู้หญิง", "คุณหญิง")
_RELIGIOUS = ("พระ", "พระครู", "พระมหา", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "พระอธิการ", "สามเณร", "แม่ชี")
_WOMENS_RANKS = tuple(rank + "หญิง" for rank in _RANKS)
_ALL_RANKS = _RANKS + _WOMENS_RANKS
_ACTING_RANKS = tuple("ว่าที่" + rank for rank in _ALL_RANKS)

TITLES = tuple(
    sorted(
        ("นาย", "นาง", "นางสาว", "น.ส.", *_ALL_RANKS, *_ACTING_RANKS, *_ACADEMIC, *_MEDICAL, *_ROYAL, *_RELIGIOUS),
        key=lambda title: (-len(title), title),
    )
)  # fmt: skip
"""Every title known, the longest first, without spaces; ``split_title`` also takes them with spaces."""

_POSTS_LIKE_TITLES = (
    "นายก(?:รัฐมนตรี|เทศมนตรี|องค์การ|เมือง|สภา|สมาคม|เหล่า)|นาย(?:อำเภอ|ช่าง|ทะเบียน|ตรวจ|ตำรวจ|ทหาร|สถานี)|พระราช"
)


def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of ``titles``, spaces allowed after a full stop and after ว่าที่."""
    spaced = (re.escape(title).replace(r"\.", r"\.\s*").replace("ว่าที่", r"ว่าที่\s*") for title in titles)
    return re.compile("(?:" + "|".join(spaced) + r")\s*(?=[ก-ฮเ-ไA-Za-z]|$)")


_FIRST_TITLE = _pattern(TITLES)
_LATER_TITLE = _pattern(tuple(title for title in TITLES if title in _ACADEMIC + _MEDICAL + _ROYAL))
_POST = re.compile(_POSTS_LIKE_TITLES)


def split_title(name: str) -> tuple[str, str]:
    """Title and the rest of a name: ``("ว่าที่ ร.ต.", "สมชาย ใจดี")``; titles may follow one another (``ผศ. ดร.``).

    The title is ``""`` where there is none; a post such as นายอำเภอ or นายช่าง is not taken for a title.
    """
    match = None if _POST.match(name) else _FIRST_TITLE.match(name)
    if not match:
        return "", name
    end = match.end()
    while later := _LATER_TITLE.match(name, end):
        end = later.end()
    return name[:end].strip(), name[end:].strip()


_NOT_SPELLED = re.compile("[^ก-ฮ\u0e30-\u0e39\u0e40-\u0e45A-Za-z]")


def fold(name: str) -> str:
    """A name for comparison: letters and vowels alone, without title, spaces, tone marks and other signs."""
    return _NOT_SPELLED.sub("", split_title(clean(name))[1]).casefold()
