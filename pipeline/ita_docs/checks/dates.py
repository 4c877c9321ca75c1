"""Checks of dates: the fiscal year, the order's number, working days, meetings before the order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.years import CITED
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Holidays
from ita_docs.model import Submission
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
EFFECTIVE_OUTSIDE = Kind(
    "effective-outside-year",
    "วันที่มีผลใช้บังคับ {found} อยู่หลังสิ้นปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบปีของวันที่มีผลใช้บังคับ",
    "คำสั่งมีผลใช้บังคับหลังปีงบประมาณของเอกสาร",
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
CAPTION_DATE_TWICE = Kind(
    "caption-date-twice",
    "คำบรรยายมีวันที่ {found} ซึ่งเอกสารพิมพ์ต่อท้ายคำบรรยายให้อยู่แล้ว",
    "ลบวันที่ออกจากคำบรรยาย มิฉะนั้นเอกสารจะมีวันที่ซ้ำกัน",
    "คำบรรยายมีวันที่ของกิจกรรม ซึ่งเอกสารพิมพ์จากช่องวันที่อีกครั้ง",
    Severity.WARNING,
)
CAPTION_PLACE_TWICE = Kind(
    "caption-place-twice",
    "คำบรรยายมีสถานที่ “{found}” ซึ่งเอกสารพิมพ์ต่อท้ายคำบรรยายให้อยู่แล้ว",
    "ลบสถานที่ออกจากคำบรรยาย หรือเว้นช่องสถานที่ไว้",
    "คำบรรยายมีสถานที่ของกิจกรรม ซึ่งเอกสารพิมพ์จากช่องสถานที่อีกครั้ง",
    Severity.WARNING,
)
CAPTION_PLACE = Kind(
    "caption-place",
    "คำบรรยายระบุสถานที่ “{found}” แต่ช่องสถานที่เป็น “{venue}”",
    "แก้ให้ตรงกัน แล้วลบสถานที่ออกจากคำบรรยาย เอกสารพิมพ์จากช่องสถานที่ให้",
    "สถานที่ในคำบรรยายไม่ตรงกับช่องสถานที่ของกิจกรรม",
    Severity.WARNING,
)
PHOTO_DATE = Kind(
    "photo-other-day",
    "ภาพ “{found}” ถ่ายเมื่อ {taken} แต่กิจกรรมจัดเมื่อ {date}",
    "ตรวจสอบว่าเป็นภาพของกิจกรรมนี้ และวันที่ของกิจกรรมถูกต้อง ถ้าวันที่ของกล้องไม่ตรง ไม่ต้องแก้ไข",
    "วันที่ซึ่งกล้องบันทึกไว้ในภาพ ห่างจากวันที่ของกิจกรรมเกินหนึ่งสัปดาห์",
    Severity.NOTE,
)
BEFORE_ORDER = Kind(
    "meeting-before-order",
    "{group}ประชุมวันที่ {found} ก่อนคำสั่งแต่งตั้งลงวันที่ {date}",
    "ตรวจสอบวันที่ของกิจกรรมและวันที่ลงนามในคำสั่ง",
    "คณะที่คำสั่งแต่งตั้งประชุมก่อนวันที่ลงนามในคำสั่ง",
    Severity.WARNING,
)
CITED_LATER = Kind(
    "cited-after-order",
    "คำสั่งอ้างถึง “{found}” ซึ่งอยู่หลังวันที่ลงนามในคำสั่ง {date}",
    "ตรวจสอบวันที่ทั้งสอง",
    "เหตุผลหรืออำนาจตามกฎหมายของคำสั่งอ้างหนังสือ คำสั่ง หรือมติที่ลงวันที่หลังวันที่ลงนามในคำสั่ง",
    Severity.WARNING,
)
PHOTO_TWICE = Kind(
    "photo-twice",
    "ภาพ “{found}” เป็นภาพเดียวกับที่ใช้แล้วใน {other}",
    "เปลี่ยนเป็นภาพของกิจกรรมนี้ หรือลบชื่อภาพที่ซ้ำ",
    "ภาพเดียวกันใช้กับกิจกรรมมากกว่าหนึ่งครั้ง แม้ชื่อไฟล์ต่างกัน",
    Severity.WARNING,
)

_FAR = 20
_WEEK = datetime.timedelta(days=7)
_GROUP = re.compile(r"ประชุม\s*(คณะทำงาน|คณะกรรมการ)(?!\s*(?:ป\.ป\.ช|ก\.|อ\.ก\.))")
_VENUE = re.compile(
    r"ณ\s?((?:ห้อง|หอประชุม|ศาลา|อาคาร|โรงแรม|ลาน|วัด|โรงเรียน|สำนักงาน|ที่ว่าการ|ที่ทำการ|ศูนย์)\S*"
    r"(?:\s*ชั้น\s*\S+|\s+[0-9]+)?)"
)
_FOUNDING = re.compile("แต่งตั้ง|จัดตั้ง")


def check_order_dates(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The order is of the fiscal year, numbered by the calendar year of its date, and in force from then on."""
    order, source = submission.order, submission.order.source
    signed, written = thai.be_year(order.date), thai.date_long(order.date)
    if is_far(order.date, submission):
        yield wrong_era(source.at("date"), order.date, submission)
    else:
        if thai.fiscal_year(order.date) != submission.fiscal_year:
            yield ORDER_OUTSIDE.at(source.at("date"), written, year=submission.fiscal_year)
        if order.year != signed:
            yield ORDER_YEAR.at(source.at("number"), order.year, year=signed)
        if day := day_off(order.date):
            yield ORDER_DAY_OFF.at(source.at("date"), written, day=day)
        if order.effective and is_far(order.effective, submission):
            yield wrong_era(source.at("effective"), order.effective, submission)
        elif order.effective and order.effective < order.date:
            yield EFFECTIVE_BEFORE.at(source.at("effective"), thai.date_long(order.effective), date=written)
        elif order.effective and thai.fiscal_year(order.effective) > submission.fiscal_year:
            said = thai.date_long(order.effective)
            yield EFFECTIVE_OUTSIDE.at(source.at("effective"), said, year=submission.fiscal_year)


def check_cited(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What the order cites is older than it, or of its day."""
    order = submission.order
    for field in ("reason", "powers"):
        for cited in CITED.finditer(thai.arabic_digits(getattr(order, field))):
            for day in thai.dates_in(cited[0]):
                if day > order.date:
                    yield CITED_LATER.at(order.source.at(field), thai.date_long(day), date=thai.date_long(order.date))


def check_activities(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Activities are of the fiscal year, in order, and on working days."""
    latest = None
    for activity in submission.activities:
        day, place = activity.date, activity.source.at("date")
        if is_far(day, submission):
            yield wrong_era(place, day, submission)
            continue
        if thai.fiscal_year(day) != submission.fiscal_year:
            yield ACTIVITY_OUTSIDE.at(place, thai.date_long(day), year=submission.fiscal_year)
        elif latest and day < latest:
            yield OUT_OF_ORDER.at(place, thai.date_long(day), earlier=thai.date_long(latest))
        else:
            latest = day
        if name := day_off(day):
            yield DAY_OFF.at(place, thai.date_long(day), day=name)


_SPAN = re.compile(
    rf"(?<![0-9/.])([0-9]{{1,2}})\s*(?:[-–—]|ถึง|และ)\s*(?:วัน[ก-๎]*ที่\s*)?[0-9]{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.\s*)?[0-9]{{4}}"
)
"""Days of one month."""


def check_captions(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A date in a caption is none but that of a resolution, a letter or an order, and its place is not named: documents
    print both behind it."""
    for activity in submission.activities:
        caption = CITED.sub("", thai.arabic_digits(activity.caption))
        place, venue = activity.source.at("caption"), "".join(thai.arabic_digits(activity.place).split())
        span = _days_from(activity.date, caption)
        for day in () if span else dict.fromkeys(thai.dates_in(caption)):
            if day == activity.date:
                yield CAPTION_DATE_TWICE.at(place, thai.date_long(day))
            else:
                yield CAPTION_DATE.at(place, thai.date_long(day), date=thai.date_long(activity.date))
        if venue and venue in "".join(thai.arabic_digits(activity.caption).split()):
            yield CAPTION_PLACE_TWICE.at(place, activity.place)
        elif venue and (at := _VENUE.search(caption)) and "".join(at[1].split()) not in venue:
            yield CAPTION_PLACE.at(place, at[1], venue=activity.place)


def _days_from(first: datetime.date, caption: str) -> bool:
    """True where a caption says that what begins on its day takes several: 12 – 13 พฤศจิกายน 2567, 30 มกราคม – 2
    กุมภาพันธ์ 2568."""
    days = [one.first for one in thai.days_in(caption)]
    of_month = any(
        int(match[1]) == first.day and (last.year, last.month) == (first.year, first.month) and last > first
        for match in _SPAN.finditer(caption)
        for last in thai.dates_in(match[0])
    )
    return of_month or (len(days) == 2 and days[0] == first < days[1])


def check_photos(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Photos were taken about the day of their activity, where the camera noted the day, and each is of one."""
    used: dict[bytes, Place] = {}
    for activity in submission.activities:
        for one in activity.pictures:
            place = activity.source.at("pictures")
            if one.data and (first := used.setdefault(one.data, place)) is not place:
                yield PHOTO_TWICE.at(place, one.name, other=first)
            if one.taken and abs(one.taken - activity.date) > _WEEK:
                taken, date = thai.date_long(one.taken), thai.date_long(activity.date)
                yield PHOTO_DATE.at(activity.source.at("pictures"), one.name, taken=taken, date=date)


def is_far(day: datetime.date, submission: Submission) -> bool:
    """True where a date is so far from the fiscal year that its year is a slip or of the other era."""
    return abs(thai.be_year(day) - submission.fiscal_year) > _FAR


def wrong_era(place: Place, day: datetime.date, submission: Submission) -> Problem:
    """What is told of such a date."""
    year = submission.fiscal_year
    return WRONG_ERA.at(place, thai.date_long(day), year=year, calendar=year - 1)


def day_off(day: datetime.date) -> str:
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
