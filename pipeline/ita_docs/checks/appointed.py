"""Checks of whom the order appoints: seats in their order, and committees and members that texts speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.committees import whole_committees
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import any_of
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

OUT_OF_ORDER = Kind(
    "seats-out-of-order",
    "“{found}” ของ{committee}อยู่ลำดับที่ {number} ต่อจาก{before}",
    "เรียงเป็น “ประธาน” “รองประธาน” “กรรมการ” หรือ “คณะทำงาน” “เลขานุการ” และ “ผู้ช่วยเลขานุการ” แล้วแก้ลำดับ",
    "หน้าที่ในคณะไม่เรียงตามแบบของคำสั่ง เช่น ผู้ช่วยเลขานุการอยู่ก่อนเลขานุการ หรือรองประธานอยู่หลังกรรมการ",
    Severity.WARNING,
)
NOT_SEATED = Kind(
    "committee-not-appointed",
    "ข้อความกล่าวถึง{found} แต่คำสั่งแต่งตั้งเพียง{committees}",
    "แก้ชื่อคณะให้ตรงกับชีตบุคลากร หรือเพิ่มรายชื่อของคณะนั้น",
    "เรื่องของคำสั่งหรือหน้าที่กล่าวถึงคณะที่ไม่มีในชีตบุคลากร เช่น รายงานผลต่อคณะกรรมการอำนวยการ",
    Severity.WARNING,
)
TOO_MANY = Kind(
    "members-miscounted",
    "ข้อความระบุว่า “{found}” แต่{committee}ในชีตบุคลากรมี {count} คน",
    "แก้จำนวนในข้อความ หรือเพิ่มรายชื่อที่ขาดในชีตบุคลากร",
    "จำนวนกรรมการหรือคณะทำงานในข้อความมากกว่ารายชื่อในชีตบุคลากร",
    Severity.WARNING,
)

_APPOINTED = re.compile("(?:(?<=แต่งตั้ง)|(?<=และ))(?:คณะอนุกรรมการ|คณะกรรมการ|คณะทำงาน)")
_CALLED = re.compile("(?:ต่อ|เสนอ)(คณะ(?:อนุกรรมการ|กรรมการ|ทำงาน)(?:อำนวยการ|ดำเนินงาน|ขับเคลื่อน))")
"""A committee by its name, to which others report."""
_MEMBER = "(?:อนุกรรมการ|กรรมการ|คณะทำงาน)"
_RANKS = tuple(
    map(
        re.compile,
        (
            rf"รอง(?:ประธาน|หัวหน้า)(?:คณะ)?{_MEMBER}?(?:\s*คนที่.*)?",
            _MEMBER,
            rf"(?:{_MEMBER}(?:และ|/|\s)?)?เลขานุการ(?:คณะ?{_MEMBER})?",
            rf"(?:{_MEMBER}(?:และ|/|\s)?)?ผู้ช่วยเลขานุการ(?:คณะ?{_MEMBER})?",
        ),
    )
)
"""The roles of deputies, members, secretaries and their assistants."""


def check_order_of_seats(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """After the chair come deputies, members, secretaries and their assistants."""
    for committee in whole_committees(submission):
        ranked = [(rank, seat) for seat in committee.seats if (rank := _rank(seat.role)) is not None]
        for (before, other), (rank, seat) in pairwise(ranked):
            if rank < before:
                place, said = seat.source.at("role"), {"number": seat.number, "before": other.role}
                yield OUT_OF_ORDER.at(place, seat.role, committee=committee.name, **said)


def _rank(role: str) -> int | None:
    """How far down a role stands; ``None`` for the chair, advisers and any other."""
    return next((rank for rank, one in enumerate(_RANKS) if one.fullmatch(role)), None)


def check_named(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What the subject appoints, and to whom duties report, are committees of the order."""
    names = [committee.name for committee in submission.committees]
    if not any(committee.seats for committee in submission.committees):
        return
    order = submission.order
    for found in _APPOINTED.findall(order.subject):
        if not any(found.removeprefix("คณะ") in name for name in names):
            yield NOT_SEATED.at(order.source.at("subject"), found, committees=" และ".join(names))
    for committee in submission.committees:
        for duty in committee.duties:
            for found in dict.fromkeys(_CALLED.findall(duty.text)):
                if not any(found in name for name in names):
                    yield NOT_SEATED.at(duty.source.at("text"), found, committees=" และ".join(names))


def check_counts(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """No text gives a committee more members than it has seats."""
    seats = {committee.name: len(committee.seats) for committee in submission.committees if committee.seats}
    if not seats:
        return
    counted = re.compile(rf"({any_of(seats)})\s*(?:จำนวน|รวม|ทั้ง)\s*([0-9๐-๙]+)\s*(?:คน|ราย|ท่าน)")
    for cell in holding(counted, texts):
        for match in counted.finditer(cell.text):
            if int(match[2]) > seats[match[1]]:
                yield TOO_MANY.at(cell.place, match[0], committee=match[1], count=seats[match[1]])
