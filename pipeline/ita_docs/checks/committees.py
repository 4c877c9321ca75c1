"""Checks of the committees: one chair, a secretary, roles and duties of their own, numbers without gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from ita_docs.checks.cells import TYPED_NUMBER, shortened
from ita_docs.checks.roles import role_meant
from ita_docs.framework.model import Framework
from ita_docs.model import Activity, Committee, Duty, Seat, Submission
from officefiles.problems import Kind, Problem, Severity

NO_CHAIR = Kind(
    "chair-missing",
    "{committee}ไม่มีประธาน",
    "กำหนดผู้เป็นประธานหนึ่งคนในช่องหน้าที่ในคณะ เช่น “ประธานกรรมการ” หรือ “ประธานคณะทำงาน”",
    "คณะไม่มีประธาน",
)
TWO_CHAIRS = Kind(
    "chair-twice",
    "{committee}มีประธานมากกว่าหนึ่งคน (ลำดับที่ {number} เป็นประธานอยู่แล้ว)",
    "ให้มีประธานเพียงคนเดียว และแก้หน้าที่ในคณะของผู้อื่นเป็นรองประธานหรือหน้าที่อื่น",
    "คณะมีประธานมากกว่าหนึ่งคน",
)
CHAIR_NOT_FIRST = Kind(
    "chair-not-first",
    "ประธานของ{committee}อยู่ลำดับที่ {number} ไม่ใช่ลำดับแรก",
    "ย้ายแถวของประธานขึ้นเป็นลำดับแรก แล้วแก้ลำดับ",
    "ประธานไม่ได้อยู่ลำดับแรกของคณะ (ที่ปรึกษาอยู่ก่อนได้) เช่น เรียงแถวตามชื่อ",
    Severity.WARNING,
)
NO_SECRETARY = Kind(
    "secretary-missing",
    "{committee}ไม่มีเลขานุการ",
    "กำหนดผู้เป็นเลขานุการอย่างน้อยหนึ่งคนในช่องหน้าที่ในคณะ",
    "คณะไม่มีเลขานุการ (ผู้ช่วยเลขานุการไม่นับ)",
    Severity.WARNING,
)
ROLE_OF_ANOTHER_COMMITTEE = Kind(
    "role-of-another-committee",
    "หน้าที่ “{found}” ไม่สอดคล้องกับ{committee}",
    "ตรวจสอบคณะและหน้าที่ในคณะของแถวนี้",
    "หน้าที่ในคณะเป็นของคณะอีกประเภทหนึ่ง เช่น “กรรมการ” ในคณะทำงาน",
    Severity.WARNING,
)
NO_DUTIES = Kind(
    "duties-missing",
    "ไม่มีหน้าที่และอำนาจของ{committee}",
    "กรอกหน้าที่ของคณะนี้ในชีตหน้าที่และอำนาจ",
    "คณะไม่มีหน้าที่และอำนาจในคำสั่ง",
    Severity.WARNING,
)
NAME_NUMBERED = Kind(
    "committee-number-typed",
    "ชื่อคณะขึ้นต้นด้วยเลขข้อ “{found}” ซึ่งเอกสารพิมพ์ให้อยู่แล้ว จึงจะพิมพ์ซ้ำกัน",
    "ลบเลขข้อออกจากชื่อคณะทุกแถว ทั้งในชีตบุคลากรและชีตหน้าที่และอำนาจ",
    "ชื่อคณะมีเลขข้อที่พิมพ์เอง เช่น 1. คณะกรรมการ",
    Severity.WARNING,
)
NO_SEATS = Kind(
    "seats-missing",
    "มีหน้าที่และอำนาจของ “{found}” แต่ไม่มีรายชื่อในคณะนี้",
    "ตรวจสอบชื่อคณะให้ตรงกับชีตบุคลากร หรือเพิ่มรายชื่อ",
    "มีหน้าที่ของคณะที่ไม่มีรายชื่อ",
)
LEAD_OF_ANOTHER = Kind(
    "duties-of-another-committee",
    "ประโยคนำของ{committee}กล่าวถึงหน้าที่ของ{found}",
    "ตรวจสอบว่าคัดลอกมาจากคณะอื่นหรือไม่ แล้วแก้ชื่อคณะในข้อความหรือในช่องคณะ",
    "ประโยคนำของหน้าที่และอำนาจกล่าวถึงคณะอื่น เช่น โดยให้คณะทำงานมีหน้าที่ ในหน้าที่ของคณะกรรมการ",
    Severity.WARNING,
)
LEAD_BELOW = Kind(
    "duty-unnumbered",
    "แถวนี้ไม่มีลำดับและอยู่ใต้ข้อที่มีลำดับ เอกสารจึงพิมพ์ “{found}” ไว้ก่อนข้อแรกของ{committee}",
    "ถ้าเป็นหน้าที่ข้อหนึ่ง ให้กรอกลำดับ ถ้าเป็นประโยคนำ ให้ย้ายขึ้นไปไว้เหนือข้อแรก",
    "ชีตหน้าที่และอำนาจมีแถวที่ไม่มีลำดับอยู่ใต้ข้อที่มีลำดับ เช่น ประโยคปิดท้าย เอกสารพิมพ์ไว้ก่อนข้อแรก",
    Severity.WARNING,
)
COMMITTEE_SPELLING = Kind(
    "committee-two-spellings",
    "ชื่อคณะ “{found}” คล้ายกับ “{other}” น่าจะเป็นคณะเดียวกัน",
    "พิมพ์ชื่อคณะให้ตรงกันทุกแถว",
    "ชื่อคณะสะกดไม่ตรงกัน ทำให้กลายเป็นคนละคณะ",
)
NUMBERING = Kind(
    "numbering",
    "ลำดับที่กรอกคือ {found} แต่ควรเป็น {expected}",
    "แก้ลำดับให้เริ่มที่ 1 และเรียงต่อกันโดยไม่ข้ามและไม่ซ้ำ",
    "ลำดับข้าม ซ้ำ หรือไม่เริ่มที่ 1",
)

_CHAIR = re.compile("^(?:ประธาน|หัวหน้าคณะทำงาน)")
_SECRETARY = re.compile("(?<!ผู้ช่วย)เลขานุการ")
_OF_ALL = ("คณะกรรมการ", "คณะทำงาน")
_OWN_WORDS = ("กรรมการ", "คณะทำงาน")
_ADVISERS = "ที่ปรึกษา"
_DEBRIS = re.compile(r"[^ก-๎0-9A-Za-z].*", re.DOTALL)
"""What stands behind the name of a committee and does not belong to it."""


def whole_committees(submission: Submission) -> tuple[Committee, ...]:
    """The committees, one typed in two spellings joined again, so that one slip is not reported as many."""
    meant = _meant(submission.committees)
    parts_of: dict[str, list[Committee]] = {}
    for committee in submission.committees:
        parts_of.setdefault(meant[committee.name], []).append(committee)
    joined = []
    for committee in submission.committees:
        if meant[committee.name] == committee.name:
            parts = parts_of[committee.name]
            rows: list[Seat] = sorted((seat for part in parts for seat in part.seats), key=lambda seat: seat.source.row)
            seats = tuple(rows) if len(parts) > 1 else committee.seats
            duties = tuple(duty for part in parts for duty in part.duties)
            joined.append(Committee(name=committee.name, seats=seats, duties=duties))
    return tuple(joined)


def _meant(committees: Sequence[Committee]) -> dict[str, str]:
    """The name that each name stands for."""
    sizes = {len(committee.seats) for committee in committees}
    larger = {size: [other for other in committees if len(other.seats) > size] for size in sizes}
    return {one.name: _meant_by(one, larger[len(one.seats)]) for one in committees}


def _meant_by(committee: Committee, larger: Sequence[Committee]) -> str:
    """The name of the larger committee that a name differs from by a letter or two, or a single row by what stands
    behind it, else its own."""
    for other in larger:
        near = 0 < OSA.distance(committee.name, other.name, score_cutoff=2) <= 2
        slip = near and not _numbered_apart(committee.name, other.name)
        if len(committee.seats) == 1:
            slip = slip or _DEBRIS.fullmatch(committee.name.removeprefix(other.name)) is not None
        if slip:
            return other.name
    return committee.name


def _numbered_apart(one: str, other: str) -> bool:
    """True where two names differ in their figures only: ชุดที่ 1, ชุดที่ 2."""
    return re.sub(r"\d+", "", one) == re.sub(r"\d+", "", other)


def check_committee_names(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Committees that are one in two spellings; at each row of the smaller."""
    names = _meant(submission.committees)
    for committee in submission.committees:
        meant = names[committee.name]
        if meant != committee.name:
            sources = [seat.source for seat in committee.seats] + [duty.source for duty in committee.duties]
            for source in sources:
                yield COMMITTEE_SPELLING.at(source.at("committee"), committee.name, other=meant)


def check_numbered_names(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """No committee has a number of its own before its name; at its first row."""
    for committee in submission.committees:
        if number := TYPED_NUMBER.match(committee.name):
            first = (*committee.seats, *committee.duties)[0]
            yield NAME_NUMBERED.at(first.source.at("committee"), number[0].strip())


def check_chairs(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Each committee has exactly one chair, before all but advisers; advisers need none."""
    for committee in whole_committees(submission):
        chairs = [seat for seat in committee.seats if _CHAIR.match(seat.role)]
        if _lacks(committee, _CHAIR):
            yield NO_CHAIR.at(committee.seats[0].source.at("role"), committee=committee.name)
        members = [seat for seat in committee.seats if _ADVISERS not in seat.role]
        chair = next((seat for seat in members if seat in chairs), None)
        if chair and len(chairs) == 1 and chair is not members[0]:
            yield CHAIR_NOT_FIRST.at(chair.source.at("role"), committee=committee.name, number=chair.number)
        for seat in chairs[1:]:
            place = seat.source.at("role")
            yield TWO_CHAIRS.at(place, seat.role, committee=committee.name, number=chairs[0].number)


def check_secretaries(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Each committee has a secretary; advisers need none."""
    for committee in whole_committees(submission):
        if _lacks(committee, _SECRETARY):
            yield NO_SECRETARY.at(committee.seats[-1].source.at("role"), committee=committee.name)


def _lacks(committee: Committee, role: re.Pattern[str]) -> bool:
    """True where nobody has a role that a committee needs, nor one that is a slip of it, which is told by itself."""
    roles = [seat.role for seat in committee.seats]
    needed = bool(roles) and _ADVISERS not in committee.name
    return needed and not any(map(role.search, roles)) and not any(role.search(role_meant(one)) for one in roles)


def check_roles(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Roles of a board in a working group, and the other way round."""
    for committee in whole_committees(submission):
        foreign = [word for word in _OWN_WORDS if word not in committee.name]
        if len(foreign) != 1:
            continue
        for seat in committee.seats:
            if foreign[0] in seat.role:
                yield ROLE_OF_ANOTHER_COMMITTEE.at(seat.source.at("role"), seat.role, committee=committee.name)


def check_duties(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Each committee has duties, and duties have a committee."""
    for committee in whole_committees(submission):
        if not committee.duties and committee.seats:
            yield NO_DUTIES.at(committee.seats[0].source.at("committee"), committee=committee.name)
        elif not committee.seats:
            yield NO_SEATS.at(committee.duties[0].source.at("committee"), committee.name)


def check_unnumbered(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Duties without a number stand above those with one, as documents print them."""
    for committee in submission.committees:
        numbered = [duty.source.row for duty in committee.duties if duty.number is not None]
        for duty in committee.duties:
            if duty.number is None and numbered and duty.source.row > min(numbered):
                yield LEAD_BELOW.at(duty.source.at("number"), shortened(duty.text), committee=committee.name)


def check_leads(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What leads the duties of a committee speaks of that committee's duties, where none of it does."""
    committees = whole_committees(submission)
    for committee in committees:
        leads = {duty: "".join(duty.text.split()) for duty in committee.duties if duty.number is None}
        if not committee.seats or any(_given_to(committee.name) in lead for lead in leads.values()):
            continue
        others = [
            one.name for one in committees if one.name not in committee.name
        ]  # คณะกรรมการ says คณะกรรมการอำนวยการ
        others += [
            word for word in _OF_ALL if word not in committee.name and any(one.startswith(word) for one in others)
        ]
        for duty, lead in leads.items():
            if other := next((name for name in others if _given_to(name) in lead), ""):
                yield LEAD_OF_ANOTHER.at(duty.source.at("text"), other, committee=committee.name)


def _given_to(committee: str) -> str:
    """How a lead says whose the duties are, without spaces: ให้คณะทำงานมี…"""
    return f"ให้{''.join(committee.split())}มี"


def check_numbering(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Seats, duties and activities are numbered from 1 without gaps."""
    for committee in whole_committees(submission):
        yield from _misnumbered(committee.seats)
        yield from _misnumbered([duty for duty in committee.duties if duty.number is not None])
    yield from _misnumbered(submission.activities)


def _misnumbered(records: Sequence[Seat | Duty | Activity]) -> Iterator[Problem]:
    """A problem at each number that is neither its place in the list nor one more than the number before."""
    before = 0
    for place, record in enumerate(records, start=1):
        number = record.number or 0
        if number not in (place, before + 1):
            yield NUMBERING.at(record.source.at("number"), number, expected=place)
        before = number
