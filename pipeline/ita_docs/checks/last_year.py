"""Checks of what came of last year's measures, and of the columns chosen for this year's table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import shortened
from ita_docs.framework.model import ASPECTS, Framework
from ita_docs.framework.words.lists import TextStandIns
from ita_docs.model import NEVER_DONE, MeasureResult, Status, Submission, value_of
from ita_docs.workbook.general import GENERAL
from ita_docs.workbook.settings import COLUMN_NAMES
from ita_docs.workbook.tables import MEASURES
from officefiles.problems import Kind, Problem, Severity

UNKNOWN = Kind(
    "result-of-unknown-indicator",
    "ผลการดำเนินการเป็นของตัวชี้วัดที่ {found} ซึ่งไม่มีในเกณฑ์ของปีที่ประเมิน",
    "แก้เลขที่ตัวชี้วัดเป็น 1 ถึง {last}",
    "ผลการดำเนินการอ้างถึงตัวชี้วัดที่ไม่มี",
)
NO_RESULT = Kind(
    "result-missing",
    "มาตรการ “{found}” ดำเนินการแล้ว แต่ยังไม่ได้กรอกผลการดำเนินการ",
    "กรอกผลการดำเนินการ เพื่อนำไปใช้ในรายงานผล",
    "มาตรการของปีก่อนที่ดำเนินการแล้วยังไม่มีผลการดำเนินการ",
    Severity.WARNING,
)
NO_REASON = Kind(
    "result-without-reason",
    "มาตรการ “{found}” มีสถานะ “{status}” แต่ยังไม่ได้กรอกปัญหา/อุปสรรค",
    "กรอกสาเหตุที่ไม่ได้ดำเนินการ หรือแก้สถานะให้ตรงกับที่ดำเนินการจริง",
    "มาตรการของปีก่อนที่ยังไม่ดำเนินการหรือดำเนินการไม่ได้ ยังไม่ระบุสาเหตุ",
    Severity.WARNING,
)
NOT_DONE = Kind(
    "result-not-of-status",
    "สถานะคือ “{status}” แต่ข้อความบอกว่า “{found}”",
    "แก้สถานะหรือข้อความให้ตรงกับที่ดำเนินการจริง รายงานผลนับจำนวนมาตรการตามสถานะ",
    "สถานะของมาตรการของปีก่อนไม่ตรงกับการดำเนินการหรือผล เช่น ดำเนินการแล้ว แต่ผลบอกว่ายังไม่ได้ดำเนินการ",
    Severity.WARNING,
)
DONE_YET = Kind(
    "result-of-undone",
    "สถานะคือ “{status}” แต่กรอกผลการดำเนินการไว้ว่า “{found}”",
    "แก้สถานะให้ตรงกับที่ดำเนินการจริง หรือลบผลการดำเนินการ รายงานผลนับจำนวนมาตรการตามสถานะ",
    "มาตรการของปีก่อนที่ยังไม่ดำเนินการหรือดำเนินการไม่ได้ มีผลการดำเนินการ",
    Severity.WARNING,
)
STATUS_ELSEWHERE = Kind(
    "result-is-status",
    "“{found}” เป็นสถานะ ไม่ใช่ข้อความของช่องนี้",
    "ให้สถานะอยู่ในช่อง “สถานะ” และตรวจสอบว่าทั้งแถวเลื่อนไปหนึ่งช่องหรือไม่",
    "ช่องการดำเนินการ ช่วงเวลา หรือผลการดำเนินการมีเพียงสถานะ เพราะวางเลื่อนไปหนึ่งช่อง",
    Severity.WARNING,
)
OUTSIDE = Kind(
    "result-outside-year",
    "“{found}” อยู่นอกปีงบประมาณ พ.ศ. {year} ซึ่งเป็นปีของมาตรการที่รายงานผล",
    "ตรวจสอบวัน เดือน และปี พ.ศ. ชีตนี้เป็นผลของปีก่อนปีของเอกสารหนึ่งปี หากดำเนินการหลังสิ้นปีจริง ไม่ต้องแก้ไข",
    "วันที่หรือช่วงเวลาที่ดำเนินการตามมาตรการของปีก่อน อยู่หลังปีงบประมาณที่รายงานผล",
    Severity.WARNING,
)
AFTER_REPORT = Kind(
    "result-after-report",
    "“{found}” อยู่หลังวันที่ของรายงานผล {date}",
    "ตรวจสอบวันที่ดำเนินการและวันที่ของรายงานผล",
    "วันที่หรือช่วงเวลาที่ดำเนินการ หรือวันที่ของหลักฐาน อยู่หลังวันที่ของรายงานผล",
    Severity.WARNING,
)
NO_EVIDENCE = Kind(
    "evidence-not-named",
    "“{found}” ไม่ได้บอกว่าหลักฐานคือเอกสารใดหรืออยู่ที่ใด ผู้อ่านรายงานจึงตรวจสอบไม่ได้",
    "กรอกเลขที่หนังสือ ชื่อเอกสาร หรือที่อยู่เว็บไซต์ หากไม่มีหลักฐาน ให้เว้นว่าง",
    "ช่องหลักฐานมีเพียงคำว่า ตามแนบ ดูไฟล์ มีแล้ว รอส่ง หรือตัวเลข แทนเอกสารหรือที่อยู่เว็บไซต์",
    Severity.WARNING,
)
EMPTY_COLUMN = Kind(
    "column-without-data",
    "เลือกแสดง “{heading}” แต่ไม่มีข้อมูลของคอลัมน์นี้เลย",
    "กรอกข้อมูลของคอลัมน์นี้{otherwise}",
    "เลือกแสดงคอลัมน์เพิ่มเติมในตารางมาตรการที่ยังไม่มีข้อมูล",
    Severity.WARNING,
)

_UNDONE = TextStandIns.load().undone
_CARRIED = "ดำเนิน"
_FINISHED = re.compile(
    r"(?:ดำเนินการ)?(?:แล้วเสร็จ|เสร็จสิ้น|สำเร็จ)\s*(?:(?:คิดเป็น)?\s*ร้อยละ\s*(?:100|๑๐๐)(?![0-9๐-๙])|(?:ครบถ้วน|ทั้งหมด|ทุกรอบ)(?:แล้ว)?$)"
    r"|^(?:ดำเนินการ)?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย)(?:แล้ว)?$"
)
"""How a text says that all is done, and not a part of it."""
_LEFT_OVER = re.compile(
    r"(?:แต่|แต่ว่า|ซึ่ง|โดย)\s*(?:ยังไม่(?:ได้)?(?:ดำเนิน|เผยแพร่|จัด|ประกาศ|เริ่ม|แล้วเสร็จ|เสร็จ)|ยังดำเนินการไม่)[^0-9๐-๙\n]*$"
    r"|^[^0-9๐-๙\n]*(?<!ที่)(?<!ซึ่ง)อยู่(?:ใน)?ระหว่าง(?:การ)?(?:ดำเนิน|จัดทำ|จัดหา|จัดซื้อ|ปรับปรุง|พัฒนา|ขออนุมัติ|เสนอ|ก่อสร้าง|รวบรวม)[^0-9๐-๙\n]{0,25}$"
    r"|^(?:ได้)?(?:ดำเนินการ|แล้วเสร็จ|คืบหน้า|มีความคืบหน้า)(?:แล้ว|เสร็จ|ไป|ได้|ประมาณ|\s)*ร้อยละ\s*[0-9๐-๙]{1,2}(?![0-9๐-๙])"
)
"""How a text says that a part of what it tells of is still to be done; of things that it counts some may be open."""
_KEPT = "เอกสาร|ไฟล์|หลักฐาน|ลิงก์|รูป(?:ภาพ)?|ภาพ(?:ถ่าย)?|แฟ้ม|ไลน์|กลุ่มไลน์|โฟลเดอร์|คอมพิวเตอร์|เว็บ(?:ไซต์)?"
_UNNAMED = re.compile(
    rf"(?:(?:โปรด)?(?:ดู|อยู่|เก็บ)?(?:ตาม|ใน|ที่)?\s*(?:{_KEPT})?\s*(?:ที่|ได้)?แนบ(?:ท้าย|ไว้|ไฟล์|มา|พร้อมนี้|มาพร้อมนี้|แล้ว)*"
    rf"|(?:ดู|อยู่|เก็บ)(?:ไว้)?(?:ตาม|ใน|ที่)?\s*(?:{_KEPT})|ใน(?:{_KEPT})|มี(?:{_KEPT})?(?:แล้ว|ครบ)*|(?:จัด)?ส่งแล้ว"
    rf"|(?:รอ|ยังไม่(?:ได้)?)\s*(?:แนบ|ส่ง|มี|จัดทำ)?\s*(?:{_KEPT})?|(?:{_KEPT})|[0-9๐-๙]{{1,4}}|QR\s?Code|คิวอาร์โค้ด)",
    re.IGNORECASE,
)
"""Evidence that names no paper and no place."""
_PICTURES = ("ภาพถ่าย", "รูปภาพ", "ภาพ")
_NOT_YET = re.compile("(?:ไม่|จะ|ให้|คาด|รอ)[^ ]{0,12}$")
_NONE = ("ไม่", "-", "–")
"""How a result begins that says that there is none."""
_NO_RESULTS = ("", "ไม่มี", "-", "–", "ไม่พบ", "ไม่มีผล")
_STATUSES = frozenset(status.value for status in Status)
_OF_ITEMS = " ถ้ารายการข้อมูลของปีกำหนดให้มี ต้องแสดงคอลัมน์นี้"
_OR_HIDE = " หรือเลือกไม่แสดง"


def check_results(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Each result is of an indicator of the year; what was done has a result, what never was a reason."""
    numbers = [indicator.number for indicator in framework.indicators]
    for one in submission.results:
        if one.indicator not in numbers:
            yield UNKNOWN.at(one.source.at("indicator"), one.indicator, last=max(numbers))
        if one.status is Status.DONE and one.result in _NO_RESULTS:
            yield NO_RESULT.at(one.source.at("result"), shortened(one.action))
        said = ((field, getattr(one, field)) for field in ("done", "period", "result"))
        if moved := next(((field, text) for field, text in said if text in _STATUSES), None):
            yield STATUS_ELSEWHERE.at(one.source.at(moved[0]), moved[1])
        for field in ("done", "result", "problem") if one.status is Status.DONE else ():
            undone = _UNDONE if field != "problem" else [word for word in _UNDONE if _CARRIED in word]
            text = getattr(one, field)
            begun = next((word for word in undone if text.startswith(word)), "")
            left = _LEFT_OVER.search(text) if field == "result" else None
            if found := begun or (left and shortened(left[0])):
                yield NOT_DONE.at(one.source.at(field), found, status=one.status.value)
        for field in ("done", "result") if one.status is Status.UNDER_WAY else ():
            text = getattr(one, field)
            finished = _FINISHED.search(text)
            if finished and not _NOT_YET.search(text[: finished.start()]):
                yield NOT_DONE.at(one.source.at(field), finished[0], status=one.status.value)
        if one.status in NEVER_DONE and one.result and not one.result.startswith((*_UNDONE, *_NONE)):
            yield DONE_YET.at(one.source.at("result"), shortened(one.result), status=one.status.value)
        if one.status in NEVER_DONE and not one.problem:
            yield NO_REASON.at(one.source.at("problem"), shortened(one.action), status=one.status.value)
        if _UNNAMED.fullmatch(one.evidence) and one.evidence not in _PICTURES:
            yield NO_EVIDENCE.at(one.source.at("evidence"), one.evidence)
        yield from _out_of_time(one, submission)


def _out_of_time(one: MeasureResult, submission: Submission) -> Iterator[Problem]:
    """The first time named that is after the year, or later than the report; a year before it is told as left over."""
    year, reported, place = submission.assessed_year, submission.papers.report_date, one.source.at("period")
    for days in thai.days_in(one.period):
        if thai.fiscal_year(days.first) > year:
            yield OUTSIDE.at(place, days.text, year=year)
            return
        if reported and days.first > reported:
            yield AFTER_REPORT.at(place, days.text, date=thai.date_long(reported))
            return
    for day in thai.dates_in(one.evidence):
        if reported and day > reported:
            yield AFTER_REPORT.at(one.source.at("evidence"), thai.date_long(day), date=thai.date_long(reported))


def check_columns(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Each column chosen has something to print in one row at least; one that an item may ask for is not to be left
    out for that."""
    chosen = submission.settings.columns
    for name in COLUMN_NAMES:
        if name in chosen and not _is_filled(name, submission):
            field = GENERAL.field(f"column_{name}")
            otherwise = _OF_ITEMS if name in ASPECTS else _OR_HIDE
            yield EMPTY_COLUMN.at(submission.source.at(field.name), heading=field.heading, otherwise=otherwise)


def _is_filled(column: str, submission: Submission) -> bool:
    """True where the column has something to print; scores and levels always have."""
    if any(field.name == column for field in MEASURES.fields):
        return any(value_of(measure, column) for measure in submission.measures)
    return column != "previous" or any(score.previous is not None for score in submission.scores)
