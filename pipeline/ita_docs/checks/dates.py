"""Checks of dates and years: the fiscal year, the order's number, working days, years left over in texts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.times import MONTH
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Holidays
from ita_docs.model import Submission
from ita_docs.workbook.tables import MEASURES
from officefiles.problems import Kind, Place, Problem, Severity

WRONG_ERA = Kind(
    "date-era",
    "วันที่ {found} ห่างจากปีงบประมาณ พ.ศ. {year} มาก น่าจะพิมพ์ปีผิดหรือใช้ปีผิดศักราช",
    "พิมพ์ปี พ.ศ. 4 หลัก เช่น 25 ตุลาคม {calendar}",
    "ปีของวันที่ห่างจากปีงบประมาณเกิน 20 ปี ซึ่งมักเกิดจากการปน พ.ศ. กับ ค.ศ.",
)
ORDER_YEAR = Kind(
    "order-year",
    "เลขที่คำสั่งเป็นของปี พ.ศ. {found} แต่ลงนามในปี พ.ศ. {year}",
    "เลขที่คำสั่งใช้ปีปฏิทินของวันที่ลงนาม แก้ปีของเลขที่คำสั่งหรือวันที่ลงนามให้ตรงกัน",
    "ปีของเลขที่คำสั่งไม่ตรงกับปีปฏิทินของวันที่ลงนาม",
)
ORDER_OUTSIDE = Kind(
    "order-outside-year",
    "คำสั่งลงวันที่ {found} อยู่นอกปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบวันที่ลงนามและปีงบประมาณ (ปีงบประมาณเริ่มวันที่ 1 ตุลาคมของปีก่อน และสิ้นสุดวันที่ 30 กันยายน)",
    "วันที่ลงนามในคำสั่งอยู่นอกปีงบประมาณของเอกสาร",
    Severity.WARNING,
)
ORDER_DAY_OFF = Kind(
    "order-day-off",
    "คำสั่งลงวันที่ {found} ตรงกับ{day}",
    "ตรวจสอบวันที่ลงนามในคำสั่ง",
    "วันที่ลงนามในคำสั่งตรงกับวันเสาร์ วันอาทิตย์ หรือวันหยุดราชการ",
    Severity.WARNING,
)
EFFECTIVE_BEFORE = Kind(
    "effective-before-order",
    "วันที่มีผลใช้บังคับ {found} อยู่ก่อนวันที่ลงนามในคำสั่ง {date}",
    "ตรวจสอบวันที่ทั้งสอง หากให้มีผลทันที ให้เว้นช่องวันที่มีผลใช้บังคับไว้",
    "คำสั่งมีผลใช้บังคับก่อนวันที่ลงนาม",
    Severity.WARNING,
)
ACTIVITY_OUTSIDE = Kind(
    "activity-outside-year",
    "กิจกรรมวันที่ {found} อยู่นอกปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบวันที่ของกิจกรรม หรือนำกิจกรรมของปีอื่นออก",
    "กิจกรรมอยู่นอกปีงบประมาณของเอกสาร",
    Severity.WARNING,
)
OUT_OF_ORDER = Kind(
    "activity-out-of-order",
    "กิจกรรมวันที่ {found} เรียงไว้หลังกิจกรรมวันที่ {earlier}",
    "ตรวจสอบวันที่ หรือเรียงกิจกรรมตามวันที่",
    "กิจกรรมไม่เรียงตามวันที่",
    Severity.WARNING,
)
DAY_OFF = Kind(
    "activity-day-off",
    "กิจกรรมวันที่ {found} ตรงกับ{day}",
    "ตรวจสอบวันที่ของกิจกรรม หากจัดในวันหยุดจริง ไม่ต้องแก้ไข",
    "กิจกรรมตรงกับวันเสาร์ วันอาทิตย์ หรือวันหยุดราชการ",
    Severity.WARNING,
)
CAPTION_DATE = Kind(
    "caption-date",
    "คำบรรยายระบุวันที่ {found} แต่ช่องวันที่เป็น {date}",
    "แก้ให้ตรงกัน หรือลบวันที่ออกจากคำบรรยาย",
    "วันที่ในคำบรรยายไม่ตรงกับช่องวันที่ของกิจกรรม",
    Severity.WARNING,
)
STRAY_YEAR = Kind(
    "year-left-over",
    "ข้อความมีปี พ.ศ. {found} ซึ่งไม่ใช่ปีงบประมาณ {year} หรือปีก่อนหน้า",
    "ตรวจสอบว่าเป็นปีที่ค้างมาจากเอกสารชุดเก่าหรือไม่",
    "ข้อความมีปีที่ไม่ใช่ปีของเอกสารหรือปีก่อนหน้า (ไม่นับปีของกฎหมายและช่วงปีของแผน)",
    Severity.WARNING,
)
OTHER_PERIOD = Kind(
    "period-of-another-year",
    "“{found}” ไม่อยู่ในปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบว่าเป็นช่วงเวลาที่ค้างมาจากเอกสารชุดเก่าหรือไม่",
    "ข้อความมีเดือนและปี หรือปี 2 หลัก ที่ไม่อยู่ในปีงบประมาณของเอกสาร (ระยะเวลาของมาตรการ) หรือปีก่อนหน้า (ข้อความอื่น)",
    Severity.WARNING,
)
BEFORE_ORDER = Kind(
    "meeting-before-order",
    "{group}ประชุมวันที่ {found} ก่อนคำสั่งแต่งตั้งลงวันที่ {date}",
    "ตรวจสอบวันที่ของกิจกรรมและวันที่ลงนามในคำสั่ง",
    "คณะที่คำสั่งแต่งตั้งประชุมก่อนวันที่ลงนามในคำสั่ง",
    Severity.WARNING,
)
YEAR_ERA = Kind(
    "year-era",
    "“{found}” น่าจะเป็นปีของอีกศักราชหนึ่ง",
    "แก้เป็นปี พ.ศ. ที่ถูกต้อง",
    "ข้อความเขียน พ.ศ. กับปี ค.ศ. หรือ ค.ศ. กับปี พ.ศ.",
    Severity.WARNING,
)

_FAR = 20
_WRONG_ERA = re.compile(r"พ\.ศ\.\s*(?:19|20)[0-9]{2}(?![0-9])|ค\.ศ\.\s*2[45][0-9]{2}(?![0-9])")
_YEAR = re.compile(r"(?<![0-9.,/:-])25[3-9][0-9](?![0-9,]|\s*(?:บาท|คน|ราย|ครั้ง|แห่ง|ชุด|เรื่อง|รายการ))")
_SPAN = re.compile(r"25[0-9]{2}\s*(?:[-–—]|ถึง)\s*(?:พ\.ศ\.\s*)?25[0-9]{2}")
_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|พ\.ร\.บ\.|รัฐธรรมนูญ|ระเบียบ|ข้อบัญญัติ|ข้อบังคับ|กฎ|ประมวล|มติ|ประกาศ)"
    r"\S*(?:\s\S+){0,6}\s*$"
)
_CITED = re.compile(
    r"(?:มติ|คณะรัฐมนตรี|หนังสือ|คำสั่ง|ประกาศ|บันทึก|ลงวันที่)(?:(?!25[0-9]{2})[^\n]){0,80}?"
    r"[0-9]{1,2}\s*[ก-๎.]{4,12}\s*(?:พ\.ศ\.\s*)?25[0-9]{2}"
)
"""A date by which a resolution, a letter or an order is known."""
_SINCE = re.compile(
    r"(?:ตั้งแต่|นับแต่|จนถึง|ภายใน|เป้าหมาย(?:ของ|ใน|สำหรับ)?|เริ่มใน)(?:ปีงบประมาณ|ปี)?\s*(?:พ\.ศ\.)?\s*25[0-9]{2}"
)
_SHORT_YEAR = re.compile(
    r"[2-9](?<![0-9][2-9])(?:(?<=2)5[3-9][0-9]|(?<=[4-9])[0-9])(?![0-9.,/]|\s*(?:คน|ราย|ครั้ง|เรื่อง|บาท))"
)
_BEFORE_YEAR = re.compile(
    rf"(?:(?P<month>{MONTH})\s*(?:พ\.ศ\.)?\s*'?|(?<![0-9/])[0-9]{{1,2}}/(?P<number>0?[1-9]|1[0-2])/"
    r"|(?P<fiscal>ปีงบประมาณ|ปีงบ|ประจำปี)\s*(?:พ\.ศ\.)?\s*'?)$"
)
_DATED_BEFORE = 25
"""The most characters before a year that say of what month it is."""
_GROUP = re.compile(r"ประชุม\s*(คณะทำงาน|คณะกรรมการ)(?!\s*(?:ป\.ป\.ช|ก\.|อ\.ก\.))")
_FOUNDING = re.compile("แต่งตั้ง|จัดตั้ง")
_OF_A_YEAR = re.compile(r"(?:ปีงบประมาณ|ประจำปี|ปี)\s*(?:พ\.ศ\.)?\s*$")
_FIGURES = re.compile("[0-9๐-๙][0-9๐-๙](?:[0-9๐-๙][0-9๐-๙]|(?<=[4-9๔-๙].)(?![0-9๐-๙]))")
"""Four digits, or the last two of a year."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def check_order_dates(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The order is of the fiscal year, numbered by the calendar year of its date, and in force from then on."""
    order, source = submission.order, submission.order.source
    signed, written = thai.be_year(order.date), thai.date_long(order.date)
    if _far(order.date, submission):
        yield _wrong_era(source.at("date"), order.date, submission)
    else:
        if thai.fiscal_year(order.date) != submission.fiscal_year:
            yield ORDER_OUTSIDE.at(source.at("date"), written, year=submission.fiscal_year)
        if order.year != signed:
            yield ORDER_YEAR.at(source.at("number"), order.year, year=signed)
        if day := _day_off(order.date):
            yield ORDER_DAY_OFF.at(source.at("date"), written, day=day)
        if order.effective and _far(order.effective, submission):
            yield _wrong_era(source.at("effective"), order.effective, submission)
        elif order.effective and order.effective < order.date:
            yield EFFECTIVE_BEFORE.at(source.at("effective"), thai.date_long(order.effective), date=written)


def check_activities(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Activities are of the fiscal year, in order, and on working days."""
    latest = None
    for activity in submission.activities:
        day, place = activity.date, activity.source.at("date")
        if _far(day, submission):
            yield _wrong_era(place, day, submission)
            continue
        if thai.fiscal_year(day) != submission.fiscal_year:
            yield ACTIVITY_OUTSIDE.at(place, thai.date_long(day), year=submission.fiscal_year)
        elif latest and day < latest:
            yield OUT_OF_ORDER.at(place, thai.date_long(day), earlier=thai.date_long(latest))
        else:
            latest = day
        if name := _day_off(day):
            yield DAY_OFF.at(place, thai.date_long(day), day=name)


def check_captions(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A date in a caption is the activity's own, but that of a resolution, a letter or an order."""
    for activity in submission.activities:
        caption = _CITED.sub("", thai.arabic_digits(activity.caption))
        for day in dict.fromkeys(thai.dates_in(caption)):
            if day != activity.date:
                place = activity.source.at("caption")
                yield CAPTION_DATE.at(place, thai.date_long(day), date=thai.date_long(activity.date))


def _far(day: datetime.date, submission: Submission) -> bool:
    return abs(thai.be_year(day) - submission.fiscal_year) > _FAR


def _wrong_era(place: Place, day: datetime.date, submission: Submission) -> Problem:
    year = submission.fiscal_year
    return WRONG_ERA.at(place, thai.date_long(day), year=year, calendar=year - 1)


def _day_off(day: datetime.date) -> str:
    """The name of the holiday or day of the weekend that a date is; "" for a working day."""
    if holiday := Holidays.load().name(day):
        return holiday
    return f"วัน{thai.WEEKDAYS[day.weekday()]}" if day.weekday() >= 5 else ""


def check_meetings(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What the order appoints does not meet before the order."""
    signed = submission.order.date
    for activity in submission.activities:
        group = _GROUP.search(activity.caption)
        in_year = thai.fiscal_year(activity.date) == submission.fiscal_year
        if group and in_year and activity.date < signed and not _FOUNDING.search(activity.caption):
            place, day = activity.source.at("date"), thai.date_long(activity.date)
            yield BEFORE_ORDER.at(place, day, group=group[1], date=thai.date_long(signed))


def check_years(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Years in texts are the pack's or the one before: another was probably left over from an older pack."""
    for cell in holding(_FIGURES, texts):
        plain = thai.arabic_digits(cell.text)
        if mixed := _WRONG_ERA.search(plain):
            yield YEAR_ERA.at(cell.place, mixed[0])
        elif cell.field != "powers":
            yield from _stray_years(cell, plain, submission)


def _stray_years(cell: Cell, plain: str, submission: Submission) -> Iterator[Problem]:
    """Years in a text, its digits Arabic, that are not of the pack; else months and short years that are not."""
    expected = {submission.fiscal_year, submission.assessed_year}
    text = plain
    for named_on_purpose in (_SPAN, _ADDRESS, _CITED, _SINCE):
        text = named_on_purpose.sub("", text)
    dated = dict(_dated(text))
    years = {
        int(match[0])
        for match in _YEAR.finditer(text)
        if dated.get(match.start(), ("", 0))[1] not in expected and not _of_a_law(text[: match.start()])
    }
    if stray := sorted(years - expected):
        for year in stray:
            yield STRAY_YEAR.at(cell.place, year, year=submission.fiscal_year)
    elif found := _other_period(cell, text, dated, submission):
        yield OTHER_PERIOD.at(cell.place, found, year=submission.fiscal_year)


def _other_period(cell: Cell, text: str, dated: Mapping[int, tuple[str, int]], submission: Submission) -> str:
    """The first month with its year, or short year, that is not of the pack or the year before; a measure's period has
    at least one month of the pack's year. "" where all is well."""
    found = [one for place, one in dated.items() if not _of_a_law(text[:place])]
    if cell.field == "period" and cell.source.sheet == MEASURES.name:
        return found[0][0] if found and submission.fiscal_year not in {year for _, year in found} else ""
    years = {submission.fiscal_year, submission.assessed_year}
    if cell.field == "reporting":  # after the year's end
        years.add(submission.fiscal_year + 1)
    return next((words for words, year in found if year not in years), "")


def _dated(text: str) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where the years of months and the short years of a text stand, with their words and the fiscal year that they
    are of."""
    for match in _SHORT_YEAR.finditer(text):
        start = max(match.start() - _DATED_BEFORE, 0)
        before = _BEFORE_YEAR.search(text[start : match.start()])
        if before and not (before["fiscal"] and len(match[0]) == 4):
            month = thai.month_number(before["month"]) if before["month"] else int(before["number"] or 1)
            year = int(match[0]) % 2500 + 2500 + (month >= 10)
            yield match.start(), (text[start + before.start() : match.end()], year)


def _of_a_law(before: str) -> bool:
    """True where the text before a year names a law: พระราชบัญญัติ… พ.ศ. 2561, but not …ประจำปีงบประมาณ พ.ศ. 2561."""
    return not _OF_A_YEAR.search(before) and bool(_LAW.search(before))
