"""Checks of the texts of duties: what leads them, what the order prints behind them, deadlines that are past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import shortened
from ita_docs.checks.order import REPEATED_REST
from ita_docs.framework.model import Framework
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

NO_LEAD = Kind(
    "lead-is-duty",
    "“{found}” เว้นลำดับไว้ จึงพิมพ์เป็นประโยคนำก่อนข้อ 1 แต่ไม่ใช่ประโยคนำ",
    "กรอกลำดับของข้อนี้ หรือแก้เป็นประโยคนำ เช่น โดยให้{committee}มีหน้าที่ ดังนี้",
    "แถวแรกของหน้าที่เว้นลำดับไว้ แต่ข้อความเป็นหน้าที่ ไม่ใช่ประโยคนำ เพราะลืมกรอกลำดับหรือคอลัมน์เลื่อนแถว",
    Severity.WARNING,
)
LEAD_NUMBERED = Kind(
    "lead-numbered",
    "“{found}” เป็นประโยคนำ แต่กรอกลำดับไว้ จึงพิมพ์เป็นข้อหนึ่งของหน้าที่",
    "ลบลำดับของแถวนี้ และตรวจสอบว่าคอลัมน์ข้อความหรือลำดับไม่ได้เลื่อนแถว",
    "ประโยคนำของหน้าที่ (โดยให้…มีหน้าที่ ดังนี้) มีลำดับ จึงพิมพ์เป็นข้อหนึ่ง",
    Severity.WARNING,
)
PAST = Kind(
    "deadline-before-order",
    "“{found}” ผ่านไปแล้วเมื่อลงนามในคำสั่งวันที่ {date}",
    "ตรวจสอบวัน เดือน และปี พ.ศ. ของกำหนดเวลา ซึ่งอาจค้างมาจากคำสั่งของปีก่อน",
    "หน้าที่กำหนดให้แล้วเสร็จภายในวันที่ซึ่งอยู่ก่อนวันที่ลงนามในคำสั่ง",
    Severity.WARNING,
)

_LEADS = ("หน้าที่", "อำนาจ", "ดังนี้", "ต่อไปนี้", "ปฏิบัติ", "ดำเนิน", "รับผิดชอบ", "มอบหมาย", "ประกอบด้วย", "ให้คณะ")
"""What a lead has one of."""
_LEADING = re.compile("^(?:โดย)?ให้.*(?:ดังนี้|ต่อไปนี้)$")
_PRINTED = re.compile("สั่ง ณ วันที่|^ทั้งนี้ ?(?:ให้มีผล)?ตั้งแต่(?:บัดนี้|วันที่)")
_WITHIN = re.compile(r"ภายใน(?:วันที่|เดือน)?\s*(?P<day>[0-9]{1,2}(?!\s*(?:วัน|เดือน))[^\n]{0,25})")


def check_leads(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What stands above the first numbered duty leads to the duties, and nothing that does has a number."""
    for committee in submission.committees:
        first, *others = committee.duties or (None,)
        if not first:
            continue
        is_numbered = any(duty.number is not None for duty in others)
        if first.number is None and is_numbered and not any(word in first.text for word in _LEADS):
            yield NO_LEAD.at(first.source.at("number"), shortened(first.text), committee=committee.name)
        for duty in committee.duties:
            if duty.number is not None and _LEADING.match(duty.text):
                yield LEAD_NUMBERED.at(duty.source.at("number"), shortened(duty.text))


def check_ends(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """No duty holds the end of the order, nor a deadline that was past on its day."""
    signed = submission.order.date
    for duty in (duty for committee in submission.committees for duty in committee.duties):
        if found := _PRINTED.search(duty.text):
            yield REPEATED_REST.at(duty.source.at("text"), found[0])
        for match in _WITHIN.finditer(thai.arabic_digits(duty.text)) if "ภายใน" in duty.text else ():
            day = next(iter(thai.dates_in(match["day"])), None)
            if day and day < signed:
                found_text = duty.text[match.start() : match.end("day")]
                yield PAST.at(duty.source.at("text"), shortened(found_text), date=thai.date_long(signed))
