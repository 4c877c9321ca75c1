"""Checks of people, posts, sections and committees: a clean submission, one fault, exactly one problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import made
from checked import Reported, hints, reported
from ita_docs.checks.cells import posts
from ita_docs.checks.people import everyone
from ita_docs.model import Committee, Person, Section, Submission

Change = Callable[[Submission], Submission]

PEOPLE = "บุคลากร"
DUTIES = "หน้าที่และอำนาจ"
GENERAL = "ข้อมูลทั่วไป"
HR = "นักทรัพยากรบุคคลชำนาญการ"


def person(title: str, first: str, last: str) -> Person:
    return Person(title=title, first_name=first, last_name=last)


def seat(index: int, committee: int = 1, **changes: object) -> Change:
    """Change one seat; those of the working group (committee 1) are the named ones, in rows 9 to 15."""
    return lambda whole: made.with_seat(whole, committee, index, **changes)


def named(index: int, title: str, first: str, last: str) -> Change:
    return seat(index, person=person(title, first, last))


def duty(index: int, **changes: object) -> Change:
    def change(whole: Submission) -> Submission:
        duties = list(whole.committees[1].duties)
        duties[index] = replace(duties[index], **changes)
        return made.with_record(whole, "committees", 1, duties=tuple(duties))

    return change


def sections(*names: str, head: str = "") -> Change:
    listed = tuple(
        Section(name=name, head=head, source=made.at("หน่วยงานย่อย", row)) for row, name in enumerate(names, start=2)
    )
    return lambda whole: replace(whole, office=replace(whole.office, sections=listed))


def signatory(title: str, first: str, last: str) -> Change:
    return lambda whole: made.with_order(whole, signatory=person(title, first, last))


def head_title(text: str) -> Change:
    return lambda whole: replace(whole, office=replace(whole.office, head_title=text))


def committee(index: int, **changes: object) -> Change:
    return lambda whole: made.with_record(whole, "committees", index, **changes)


def changed_round(committee: int, one: int, other: int) -> Change:
    """Two members of a committee change roles."""

    def change(whole: Submission) -> Submission:
        seats = whole.committees[committee].seats
        whole = made.with_seat(whole, committee, one, role=seats[other].role)
        return made.with_seat(whole, committee, other, role=seats[one].role)

    return change


def chair_at(index: int) -> Change:
    """The working group's chair changes roles with another of its members."""

    def change(whole: Submission) -> Submission:
        roles = [seat.role for seat in whole.committees[1].seats]
        return seat(index, role=roles[0])(seat(0, role=roles[index])(whole))

    return change


def test_the_signatory_may_be_seated_by_the_post_alone() -> None:
    for post in ("ผู้อำนวยการเขต", "ผู้อำนวยการเขตดอนทราย", "ผู้อำนวยการเชี่ยวชาญ"):
        whole = made.with_seat(made.submission(), 0, 0, person=made.order().signatory, position=post)
        assert [one for one in reported(whole) if one[1] == "post-differs"] == []


def test_a_clean_submission_tells_nothing() -> None:
    assert reported(made.submission()) == []


def test_people_are_counted_where_no_committee_is_known() -> None:
    whole = made.with_record(made.submission(committees=()), "activities", 0, caption="ประชุมบุคลากร จำนวน 50 คน")
    assert [one for one in reported(whole) if one[2] == "กิจกรรม"] == []


@pytest.mark.parametrize(
    "text",
    [
        "ให้คณะทำงานจำนวน 7 คน รายงานผลต่อคณะกรรมการ และให้คณะกรรมการดำเนินงานตามแผน",
        "มอบนางวารุณี คำพันแสงรายงานผล นายเอกชัย ไพรสณฑ์ ติดตาม และนายสมพร ใจงาม นายกสมาคม แม่บ้าน ช่วยเหลือ",
    ],
)
def test_people_and_committees_that_duties_name_rightly_are_told_nowhere(text: str) -> None:
    assert reported(duty(2, text=text)(made.submission())) == []


FAULTS: list[tuple[Change, Reported]] = [
    # names
    (
        named(5, "นาย", "ธนวัต", "รุ่งเรืองศิลป์"),
        ("warning", "name-two-spellings", PEOPLE, "E14", "นายธนวัต รุ่งเรืองศิลป์"),
    ),
    (named(5, "นาย", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "person-twice", PEOPLE, "D14", "นายธนวัต รุ่งเรืองสิน")),
    (named(1, "", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "title-missing", PEOPLE, "C10", "")),
    (named(1, "นาบ", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "title-unknown", PEOPLE, "C10", "นาบ")),
    (named(2, "น.ส.", "ปิยะฉัตร", "หอมดอกไม้"), ("note", "title-short", PEOPLE, "C11", "น.ส.")),
    (named(1, "นาย", "นายธนวัต", "รุ่งเรืองสิน"), ("warning", "title-in-name", PEOPLE, "D10", "นายธนวัต")),
    (named(1, "นาย", "ธน วัต", "รุ่งเรืองสิน"), ("warning", "name-two-words", PEOPLE, "D10", "ธน วัต")),
    (named(1, "นาย", "ธนวัต", "รุ่งเรือง สิน"), ("warning", "name-two-words", PEOPLE, "E10", "รุ่งเรือง สิน")),
    (signatory("นาย", "ปราโมทย์ ชล", "ธารทอง"), ("warning", "name-two-words", GENERAL, "B13", "ปราโมทย์ ชล")),
    (named(1, "นาย", "ธนวัต1", "รุ่งเรืองสิน"), ("warning", "name-letters", PEOPLE, "D10", "ธนวัต1")),
    (named(1, "นาย", "ธนวัต.", "รุ่งเรืองสิน"), ("warning", "name-letters", PEOPLE, "D10", "ธนวัต.")),
    (named(1, "นาย", "ธuวัต", "รุ่งเรืองสิน"), ("warning", "name-letters", PEOPLE, "D10", "ธuวัต")),
    (named(1, "นาย", "หัวหน้าฝ่ายโยธา", "รุ่งเรืองสิน"), ("warning", "name-is-post", PEOPLE, "D10", "หัวหน้าฝ่ายโยธา")),
    (named(1, "นาย", "THANAWAT", "รุ่งเรืองสิน"), ("warning", "name-letters", PEOPLE, "D10", "THANAWAT")),
    (named(1, "นาย", "ธนวัต", "Rungruangsin"), ("warning", "name-letters", PEOPLE, "E10", "Rungruangsin")),
    (named(1, "ดร.นาย", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "title-unknown", PEOPLE, "C10", "ดร.นาย")),
    (named(1, "นาย.", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "title-unknown", PEOPLE, "C10", "นาย.")),
    (named(1, "นาย (ดร.)", "ธนวัต", "รุ่งเรืองสิน"), ("warning", "title-unknown", PEOPLE, "C10", "นาย (ดร.)")),
    (named(1, "Mr.", "ธนวัต", "รุ่งเรืองสิน"), ("note", "title-foreign", PEOPLE, "C10", "Mr.")),
    (named(1, "นาย", "ว่าง", "รุ่งเรืองสิน"), ("warning", "text-stand-in", PEOPLE, "D10", "ว่าง")),
    (named(1, "นาย", "ชลธารทอง", "ปราโมทย์"), ("warning", "name-swapped", PEOPLE, "D10", "ชลธารทอง ปราโมทย์")),
    (named(1, "นาย", "ธนวัต", "ฝ่ายโยธา"), ("warning", "name-is-post", PEOPLE, "E10", "ฝ่ายโยธา")),
    (named(1, "นาย", "ธนวัต", "เภสัชกรชำนาญการ"), ("warning", "name-is-post", PEOPLE, "E10", "เภสัชกรชำนาญการ")),
    (named(1, "นาย", "สำนักงานเขต", "มั่นคง"), ("warning", "name-is-post", PEOPLE, "D10", "สำนักงานเขต")),
    (
        named(1, "ด้วยสำนักงานเขตเข้ารับการประเมินประจำปี พ.ศ. 2566", "ธนวัต", "รุ่งเรืองสิน"),
        ("warning", "title-unknown", PEOPLE, "C10", "ด้วยสำนักงานเขตเข้ารับการประเมินประจำปี พ.ศ. 2566"),
    ),
    (named(1, "นาย", "ธ", "รุ่งเรืองสิน"), ("warning", "name-letters", PEOPLE, "D10", "ธ")),
    (seat(1, role="นิติกรชำนาญการ"), ("warning", "role-is-other", PEOPLE, "H10", "นิติกรชำนาญการ")),
    (seat(1, role="หัวหน้าฝ่ายโยธา"), ("warning", "role-is-other", PEOPLE, "H10", "หัวหน้าฝ่ายโยธา")),
    (seat(1, role="ฝ่ายโยธา"), ("warning", "role-is-other", PEOPLE, "H10", "ฝ่ายโยธา")),
    (seat(1, role="นายธนา มั่นคง"), ("warning", "role-is-other", PEOPLE, "H10", "นายธนา มั่นคง")),
    (seat(1, position="9 พฤศจิกายน 2565"), ("warning", "text-stand-in", PEOPLE, "F10", "9 พฤศจิกายน 2565")),
    (seat(3, committee=0, position="กรรมการ"), ("warning", "post-is-role", PEOPLE, "F5", "กรรมการ")),
    (seat(3, committee=0, position="ฝ่ายทะเบียน"), ("warning", "post-is-section", PEOPLE, "F5", "ฝ่ายทะเบียน")),
    (seat(3, committee=0, position="๑๒๓๔๕"), ("warning", "text-stand-in", PEOPLE, "F5", "๑๒๓๔๕")),
    (seat(1, position="เจ้าพนักงานธุรการ ระดับ ๕"), ("warning", "post-level-old", PEOPLE, "F10", "เจ้าพนักงานธุรการ ระดับ ๕")),
    (seat(1, position="บุคลากร 6ว"), ("warning", "post-level-old", PEOPLE, "F10", "บุคลากร 6ว")),
    (seat(1, position="หัวหน้าฝ่ายทะเบียน (ว่าง)"), ("warning", "remark-left", PEOPLE, "F10", "(ว่าง)")),
    (seat(1, position="รก.หัวหน้าฝ่ายทะเบียน"), ("note", "post-short", PEOPLE, "F10", "รก.หัวหน้าฝ่ายทะเบียน")),
    (seat(1, position="ชำนาญการ"), ("warning", "post-level-alone", PEOPLE, "F10", "ชำนาญการ")),
    (seat(3, committee=0, position="หน.ฝ่ายโยธา"), ("note", "post-short", PEOPLE, "F5", "หน.ฝ่ายโยธา")),
    (seat(1, position="จพง.ธุรการชำนาญงาน"), ("note", "post-short", PEOPLE, "F10", "จพง.ธุรการชำนาญงาน")),
    (seat(1, role="คทง."), ("note", "post-short", PEOPLE, "H10", "คทง.")),
    (head_title("นายปราโมทย์ ชลธารทอง"), ("warning", "post-is-name", GENERAL, "B4", "นายปราโมทย์ ชลธารทอง")),
    (
        lambda whole: made.with_order(whole, signatory_position="นายปราโมทย์ ชลธารทอง"),
        ("warning", "post-is-name", GENERAL, "B15", "นายปราโมทย์ ชลธารทอง"),
    ),
    (
        seat(3, committee=0, position="หัวหน้าฝ่ายโยธา (นายธนา มั่นคง)"),
        ("warning", "post-is-name", PEOPLE, "F5", "นายธนา มั่นคง"),
    ),
    (seat(3, committee=0, position="นายธนา มั่นคง"), ("warning", "post-is-name", PEOPLE, "F5", "นายธนา มั่นคง")),
    (
        seat(3, committee=0, position="พันตำรวจโท ธนา มั่นคง สารวัตร"),
        ("warning", "post-is-name", PEOPLE, "F5", "พันตำรวจโท ธนา มั่นคง"),
    ),
    (seat(3, committee=0, position="ผศ.ดร.ธนา มั่นคง"), ("warning", "post-is-name", PEOPLE, "F5", "ผศ.ดร.ธนา มั่นคง")),
    (seat(3, committee=0, position="จ.ส.อ.ธนา มั่นคง"), ("warning", "post-is-name", PEOPLE, "F5", "จ.ส.อ.ธนา มั่นคง")),
    # one person in two committees
    (
        seat(3, committee=0, person=person("นาง", "มณีรัตน์", "สกุลเดช"), position="นักทรัพยากรบุคคลชำนาญการ"),
        ("warning", "title-differs", PEOPLE, "C14", "นางสาว"),
    ),
    (
        seat(6, person=made.order().signatory),
        ("warning", "post-differs", PEOPLE, "F15", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
    ),
    (
        seat(3, committee=0, person=person("นางสาว", "มณีรัตน์", "สกุลเดช"), position="นักทรัพยากรบุคคลปฏิบัติการ"),
        ("warning", "post-differs", PEOPLE, "F14", "นักทรัพยากรบุคคลชำนาญการ"),
    ),
    (
        seat(3, committee=0, person=person("นางสาว", "มณีรัตน์", "สกุลเดช"), position=HR, section="ฝ่ายทะเบียน"),
        ("warning", "section-differs", PEOPLE, "G14", "ฝ่ายปกครอง"),
    ),
    (
        seat(3, committee=0, person=person("นางสาว", "มณีรัตน์", "ใจงาม"), position=HR, section="ฝ่ายปกครอง"),
        ("warning", "name-half-alike", PEOPLE, "E14", "นางสาวมณีรัตน์ สกุลเดช"),
    ),
    (
        seat(3, committee=0, person=person("นาง", "กัลยา", "สกุลเดช"), position=HR, section="ฝ่ายปกครอง"),
        ("warning", "name-half-alike", PEOPLE, "D14", "นางสาวมณีรัตน์ สกุลเดช"),
    ),
    (seat(3, committee=0, position="หัวหน้าฝ่ายทะเบียน"), ("warning", "person-twice", PEOPLE, "F5", "หัวหน้าฝ่ายทะเบียน")),
    # posts and sections
    (seat(1, section="ฝ่ายทะเบียร"), ("warning", "section-unknown", PEOPLE, "G10", "ฝ่ายทะเบียร")),
    (seat(3, committee=0, position="หัวหน้าฝ่ายโยทา"), ("warning", "section-unknown", PEOPLE, "F5", "ฝ่ายโยทา")),
    (
        sections(*made.SECTIONS, "ฝ่ายรายได้"),
        ("note", "section-without-member", "หน่วยงานย่อย", "A7", "ฝ่ายรายได้"),
    ),
    (
        seat(1, position="เจ้าพนักงานธุรการชำนาญการ"),
        ("warning", "post-level", PEOPLE, "F10", "เจ้าพนักงานธุรการชำนาญการ"),
    ),
    (
        seat(1, position="เจ้าพนักงานปกคองชำนาญการ"),
        ("note", "post-unknown", PEOPLE, "F10", "เจ้าพนักงานปกคองชำนาญการ"),
    ),
    # committees
    (
        committee(0, name="1. คณะกรรมการ"),
        ("warning", "committee-number-typed", PEOPLE, "B2", "1."),
    ),
    (
        sections("1. ฝ่ายปกครอง", *made.SECTIONS[1:]),
        ("warning", "section-number-typed", "หน่วยงานย่อย", "A2", "1."),
    ),
    (seat(0, role="คณะทำงาน"), ("error", "chair-missing", PEOPLE, "H9", "")),
    (seat(0, role="ประทานคณะทำงาน"), ("warning", "role-misspelt", PEOPLE, "H9", "ประทานคณะทำงาน")),
    (seat(1, role="ประธานคณะทำงาน"), ("error", "chair-twice", PEOPLE, "H10", "ประธานคณะทำงาน")),
    (seat(5, role="ผู้ช่วยเลขานุการ"), ("warning", "secretary-missing", PEOPLE, "H15", "")),
    (seat(1, role="กรรมการ"), ("warning", "role-of-another-committee", PEOPLE, "H10", "กรรมการ")),
    (chair_at(2), ("warning", "chair-not-first", PEOPLE, "H11", "")),
    (
        lambda whole: made.with_order(whole, subject=f"แต่งตั้งคณะกรรมการและคณะอนุกรรมการ{made.ITA}"),
        ("warning", "committee-not-appointed", GENERAL, made.general().at("subject").cell, "คณะอนุกรรมการ"),
    ),
    (
        duty(2, text="รายงานผลต่อคณะกรรมการอำนวยการทุกไตรมาส"),
        ("warning", "committee-not-appointed", DUTIES, "C5", "คณะกรรมการอำนวยการ"),
    ),
    (
        duty(2, text="คณะทำงานจำนวน ๘ คน รายงานผล"),
        ("warning", "members-miscounted", DUTIES, "C5", "คณะทำงานจำนวน ๘ คน"),
    ),
    (
        duty(2, text="มอบว่าที่ร้อยตรี ดร.วารุณี คำพันแสนรายงานผล"),
        ("warning", "name-two-spellings", DUTIES, "C5", "ดร.วารุณี คำพันแสน"),
    ),
    (
        seat(1, position="นักทรัพยากรบุคคลชำนาญการ รักษาราชการแทน"),
        ("warning", "text-unfinished", PEOPLE, "F10", "รักษาราชการแทน"),
    ),
    (duty(2, text="มอบนางวารุณี คำพันแสนรายงานผล"), ("warning", "name-two-spellings", DUTIES, "C5", "นางวารุณี คำพันแสน")),
    (duty(2, text="มอบ น.ส.วารุณี คำพันแสงรายงานผล"), ("warning", "title-differs", DUTIES, "C5", "นางสาว")),
    (duty(2, text="มอบร้อยเอกเอกชัย ไพรสณฑ์รายงานผล"), ("warning", "title-differs", DUTIES, "C5", "ร้อยเอก")),
    (duty(2, text="มอบ ร.ท. เอกชัย ไพรสณฑ์รายงานผล"), ("warning", "title-differs", DUTIES, "C5", "ร.ท.")),
    (
        duty(2, text="มอบนายธนวัต รุ่งเรืองสิน หัวหน้าฝ่ายโยธา รายงานผล"),
        ("warning", "post-differs", DUTIES, "C5", "หัวหน้าฝ่ายโยธา"),
    ),
    (
        duty(2, text="มอบนายธนวัต รุ่งเรืองสิน เจ้าพนักงานปกครองชำนาญการพิเศษ รายงานผล"),
        ("warning", "post-differs", DUTIES, "C5", "เจ้าพนักงานปกครองชำนาญการพิเศษ"),
    ),
    (
        duty(2, text="มอบนายธนวัต แก้วมณีนาค เจ้าพนักงานปกครองชำนาญการ รายงานผล"),
        ("warning", "name-two-spellings", DUTIES, "C5", "นายธนวัต แก้วมณีนาค"),
    ),
    (
        duty(2, text="รวบรวมข้อมูลภายในวันที่ ๓๐ เมษายน ๒๕๖๕"),
        ("warning", "deadline-before-order", DUTIES, "C5", "ภายในวันที่ ๓๐ เมษายน ๒๕๖๕"),
    ),
    (
        duty(2, text="สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๕"),
        ("warning", "order-repeated-rest", DUTIES, "C5", "สั่ง ณ วันที่"),
    ),
    (
        duty(2, text="ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
        ("warning", "order-repeated-rest", DUTIES, "C5", "ทั้งนี้ ตั้งแต่บัดนี้"),
    ),
    (
        duty(1, text="ให้คณะทำงานปฏิบัติงาน ดังนี้"),
        ("warning", "lead-numbered", DUTIES, "B4", "ให้คณะทำงานปฏิบัติงาน ดังนี้"),
    ),
    (duty(0, text="กำหนดแนวทางการประเมิน"), ("warning", "lead-is-duty", DUTIES, "B3", "กำหนดแนวทางการประเมิน")),
    (changed_round(0, 1, 3), ("warning", "seats-out-of-order", PEOPLE, "H5", "รองประธานกรรมการ")),
    (changed_round(0, 4, 6), ("warning", "seats-out-of-order", PEOPLE, "H7", "กรรมการ")),
    (changed_round(1, 5, 6), ("warning", "seats-out-of-order", PEOPLE, "H15", "เลขานุการ")),
    (
        lambda whole: made.with_seat(whole, 0, 5, role="กรรมการ/ผู้ช่วยเลขานุการ"),
        ("warning", "seats-out-of-order", PEOPLE, "H8", "กรรมการและเลขานุการ"),
    ),
    (committee(1, duties=()), ("warning", "duties-missing", PEOPLE, "B9", "")),
    (seat(3, number=5), ("error", "numbering", PEOPLE, "A12", "5")),
    (
        duty(0, text="โดยให้คณะกรรมการมีหน้าที่ ดังนี้"),
        ("warning", "duties-of-another-committee", DUTIES, "C3", "คณะกรรมการ"),
    ),
    (duty(2, number=3), ("error", "numbering", DUTIES, "B5", "3")),
    (
        duty(-1, number=None, text="ทั้งนี้ ให้รายงานผลทุกเดือน"),
        ("warning", "duty-unnumbered", DUTIES, "B5", "ทั้งนี้ ให้รายงานผลทุกเดือน"),
    ),
    (duty(1, text="1. รวบรวมเอกสารตามตัวชี้วัด"), ("warning", "duty-number-typed", DUTIES, "C4", "1.")),
    (duty(1, text="๑ รวบรวมเอกสารตามตัวชี้วัด"), ("warning", "duty-number-typed", DUTIES, "C4", "1")),
]


@pytest.mark.parametrize(("change", "problem"), FAULTS, ids=[f"{fault[1][1]}-{fault[1][3]}" for fault in FAULTS])
def test_one_fault_is_one_problem_at_its_cell(change: Change, problem: Reported) -> None:
    assert reported(change(made.submission())) == [problem]


def heads(*posts: str) -> Callable[[Submission], Submission]:
    """The sections' heads, and two people of the working group as heads of other sections."""

    def change(whole: Submission) -> Submission:
        listed = tuple(replace(one, head=head) for one, head in zip(whole.office.sections, posts, strict=False))
        whole = replace(whole, office=replace(whole.office, sections=listed))
        first = seat(1, position="หัวหน้างาน", section=made.SECTIONS[0])(whole)
        return seat(2, position="หัวหน้างาน", section=made.SECTIONS[1])(first)

    return change


@pytest.mark.parametrize("listed", [everyone, posts])
def test_people_and_posts_are_listed_once_for_all_checks(listed: Callable[[Submission], object]) -> None:
    whole = made.submission()
    assert listed(whole) is listed(whole)
    assert listed(replace(whole, committees=())) != listed(whole)


@pytest.mark.parametrize("posts", [("หัวหน้างาน", "หัวหน้างาน"), ("หัวหน้างาน", "หัวหน้าฝ่ายโยธา")])
def test_heads_of_two_sections_may_have_one_post(posts: tuple[str, ...]) -> None:
    assert "head-twice" not in {kind for _, kind, *_ in reported(heads(*posts)(made.submission()))}


def test_a_post_that_two_sections_call_their_heads_is_no_ones() -> None:
    whole = heads("หัวหน้างาน", "หัวหน้างาน")(made.submission())
    whole = made.with_seat(whole, 1, 2, section="")
    assert "head-twice" not in {kind for _, kind, *_ in reported(whole)}


def test_nobody_else_has_the_post_of_the_head_who_signs() -> None:
    found = reported(seat(1, position="ผู้อำนวยการเขตดอนทราย")(made.submission()))
    assert found == [("warning", "head-twice", PEOPLE, "F10", "ผู้อำนวยการเขตดอนทราย")]


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        (("หัวหน้างาน", "หัวหน้าฝ่ายทะเบียน"), ["G11"]),
        (("หัวหน้างาน", "หัวหน้างาน"), []),
        (("หัวหน้าฝ่ายปกครอง", "หัวหน้าฝ่ายทะเบียน"), []),
        (("หัวหน้าฝ่ายทะเบียน", "หัวหน้าฝ่ายทะเบียน"), ["B2"]),
        (("หัวหน้าฝ่ายเวชปฏิบัติ", "หัวหน้าฝ่ายทะเบียน"), ["B2"]),
        (("ผู้อำนวยการกองคลัง", "หัวหน้าฝ่ายทะเบียน"), []),
        (("หัวหน้าฝ่ายการปกครอง", "หัวหน้าฝ่ายทะเบียน"), []),
    ],
)
def test_a_head_stands_in_the_section_that_it_leads(posts: tuple[str, ...], found: list[str]) -> None:
    told = reported(heads(*posts)(made.submission()))
    assert [cell for _, kind, _, cell, _ in told if kind == "head-of-another-section"] == found


def test_two_people_are_not_the_head_of_one_section() -> None:
    whole = heads("หัวหน้างาน", "หัวหน้าฝ่ายโยธา")(made.submission())
    whole = made.with_seat(whole, 1, 2, section="")
    assert ("warning", "head-twice", PEOPLE, "F11", "หัวหน้างาน") in reported(whole)


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("ปลัดเทศบาลดอนทราย", ["F11"]),
        ("รองปลัดเทศบาลดอนทราย", []),
        ("ปลัดอำเภอ", []),
        ("หัวหน้าฝ่าย", []),
    ],
)
def test_two_people_do_not_have_the_post_of_one_who_considers_the_memo(post: str, found: list[str]) -> None:
    whole = seat(2, position=post, section="")(seat(1, position=post, section="")(made.submission()))
    whole = replace(whole, papers=replace(whole.papers, approvers=(post, "ผู้อำนวยการเขตดอนทราย")))
    assert [cell for _, kind, _, cell, _ in reported(whole) if kind == "head-twice"] == found


ALIKE = [
    (("นาง", "กาญจนา", "เจริญภักดิ์"), ("นาง", "กาญจนา", "เจริญภักดี")),
    (("นางสาว", "อรทัย", "ธรรมานี"), ("นาง", "อรทัย", "ธรรธมานี")),
    (("นาย", "ณัฐพล", "วงษ์สุวรรณ"), ("นาย", "นัฐพล", "วงศ์สุวรรณ")),
    (("นาย", "ศุภชัย", "ทองแท้"), ("นาย", "สุภชัย", "ทองแท้")),
]
APART = [
    (("นาย", "วิชัย", "ทองดีแท้"), ("นาย", "วิชาญ", "ทองดีแท้")),
    (("นาง", "พรพิมล", "ทองดีแท้"), ("นาง", "พรวิมล", "ทองดีแท้")),
    (("นาย", "สมบูรณ์", "เจริญสุข"), ("นาง", "สมบูรณ์", "เจริญสุก")),
    (("นาย", "สมศักดิ์", "แสงทอง"), ("นาย", "สมศักดิ์", "แสงทิพย์")),
    (("นาง", "สมศรี", "มาดี"), ("นาง", "สมศรี", "มีใจ")),
    (("นางสาว", "กนกวรรณ", "ใจงาม"), ("นางสาว", "กนกพร", "ใจงาม")),
]


def two(one: tuple[str, str, str], other: tuple[str, str, str], **posts: str) -> list[str]:
    """The ids told of two members of the working group with these names."""
    whole = named(1, *one)(made.submission())
    whole = seat(5, person=person(*other), **posts)(whole)
    return [kind for _, kind, *_ in reported(whole)]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_a_slip_apart_may_be_one_person(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert two(one, other) == ["name-two-spellings"]


@pytest.mark.parametrize(("one", "other"), APART)
def test_members_of_a_family_and_namesakes_are_not_one_person(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assert two(one, other) == []


def test_the_same_post_makes_a_slip_in_the_first_name_suspect() -> None:
    post = {"position": "เจ้าพนักงานปกครองชำนาญการ", "section": "ฝ่ายทะเบียน"}
    assert two(("นาง", "พรพิมล", "ทองดีแท้"), ("นาง", "พรวิมล", "ทองดีแท้"), **post) == ["name-two-spellings"]


def test_a_name_in_three_spellings_is_told_at_the_two_later_ones() -> None:
    whole = named(1, "นาย", "ธนวัต", "รุ่งเรืองสิน")(made.submission())
    whole = named(3, "นาย", "ธนวัต", "รุ่งเรืองสินธุ์")(whole)
    whole = named(6, "นาย", "ธนวัต", "รุ้งเรืองศิลป์")(whole)
    assert [(kind, cell) for _, kind, _, cell, _ in reported(whole)] == [
        ("name-two-spellings", "E12"),
        ("name-two-spellings", "E15"),
    ]


def test_an_unknown_section_brings_the_nearest_and_no_missing_member() -> None:
    whole = seat(4, section="ฝ่ายเทคนิค")(made.submission())
    assert [kind for _, kind, *_ in reported(whole)] == ["section-unknown"]
    assert "“ฝ่ายเทศกิจ”" in hints(whole)


def test_the_sections_below_those_that_the_office_lists_are_not_unknown() -> None:
    listed = ("กองคลัง", "กองช่าง")
    whole = sections(*listed)(made.submission())
    for committee, one in enumerate(whole.committees):
        for index, held in enumerate(one.seats):
            post = "ปลัดเทศบาล" if held.position.startswith("หัวหน้า") else held.position
            whole = seat(index, committee, section=listed[index % 2] if held.section else "", position=post)(whole)
    whole = replace(whole, measures=tuple(replace(one, responsible="กองคลัง") for one in whole.measures))
    assert not {"section-unknown", "section-without-member"} & {kind for _, kind, *_ in reported(whole)}
    whole = seat(1, position="หัวหน้าฝ่ายพัสดุ", section="กองคลัง")(whole)
    whole = made.with_record(whole, "measures", 2, responsible="ฝ่ายพัสดุ กองคลัง/งานแผนงาน กองช่าง")
    assert not {"section-unknown", "responsible-unknown"} & {kind for _, kind, *_ in reported(whole)}
    whole = made.with_record(whole, "measures", 2, responsible="กองคัง")
    assert [found for _, kind, *_, found in reported(whole) if kind == "responsible-unknown"] == ["กองคัง"]


def test_of_several_working_groups_one_with_a_member_of_a_section_is_enough() -> None:
    whole = made.submission()
    group = whole.committees[1]
    apart = replace(group, name="คณะทำงานตรวจสอบข้อมูล", seats=group.seats[:3], duties=())
    whole = replace(whole, committees=(*whole.committees, apart))
    assert "section-without-member" not in {kind for _, kind, *_ in reported(whole)}
    whole = sections(*made.SECTIONS, "ฝ่ายรายได้")(whole)
    assert [found for _, kind, *_, found in reported(whole) if kind == "section-without-member"] == ["ฝ่ายรายได้"]


def test_an_unknown_post_brings_the_nearest_that_suits_its_section() -> None:
    whole = seat(1, position="นักวิชาการปฏิบัติการ", section="ฝ่ายการคลัง")(made.submission())
    assert "นักวิชาการคลังปฏิบัติการ" in hints(whole)


@pytest.mark.parametrize(
    ("office", "kinds"), [("การไฟฟ้าดอนทราย", []), ("การเคหะดอนทราย", []), ("สำนักงานดอนทราย", ["post-level-old"])]
)
def test_levels_of_state_enterprises_are_numbers(office: str, kinds: list[str]) -> None:
    whole = made.with_seat(made.submission(office=replace(made.office(), name=office)), 1, 1, position="วิศวกร ระดับ 9")
    assert [kind for _, kind, *_ in reported(whole) if kind == "post-level-old"] == kinds


@pytest.mark.parametrize(
    ("post", "kinds"),
    [
        ("นายสัตวแพทย์ชำนาญการ", []),
        ("สัตวแพทย์ชำนาญงาน", []),
        ("สัตวแพทย์ชำนาญการ", ["post-level"]),  # a general post, unlike นายสัตวแพทย์
        ("เศรษฐกรปฏิบัติการ", []),
        ("เจ้าพนักงานราชทัณฑ์อาวุโส", []),
        ("นักการทูตชำนาญงาน", ["post-level"]),
    ],
)
def test_posts_of_the_list_take_the_levels_of_their_kind(post: str, kinds: list[str]) -> None:
    assert [problem[1] for problem in reported(seat(1, position=post)(made.submission()))] == kinds


def test_a_last_name_with_na_is_one_name() -> None:
    assert reported(named(1, "นาย", "ธนวัต", "ณ ดอนทราย")(made.submission())) == []


def test_an_acting_head_may_sign() -> None:
    whole = made.with_order(made.submission(), signatory_position="ผู้ช่วยผู้อำนวยการ\nรักษาราชการแทนผู้อำนวยการเขต")
    assert reported(whole) == []


def test_a_rank_in_short_is_told_where_it_is_typed() -> None:
    def signed(title: str) -> Submission:
        return made.with_order(made.submission(), signatory=person(title, "ปราโมทย์", "ชลธารทอง"))

    found = [("warning", "signatory-rank-short", GENERAL, "B12", "พ.ต.อ.")]
    assert reported(signed("พ.ต.อ.")) == found
    assert [reported(signed(title)) for title in ("พันตำรวจเอก", "ว่าที่ร้อยตรี", "นาย")] == [[], [], []]


def test_a_head_of_a_section_on_the_list_may_sign() -> None:
    whole = sections(*made.SECTIONS, head="หัวหน้าฝ่าย")(made.submission())
    assert reported(made.with_order(whole, signatory_position="หัวหน้าฝ่ายปกครอง")) == []


def test_a_committee_in_two_spellings_is_one_problem_and_no_second_committee() -> None:
    whole = made.submission()
    board, group = whole.committees
    strayed = replace(group.seats[2], committee="คณะทำงาม")
    rest = replace(group, seats=(*group.seats[:2], *group.seats[3:]))
    stray = Committee(name="คณะทำงาม", seats=(strayed,))
    whole = replace(whole, committees=(board, rest, stray))
    assert reported(whole) == [("error", "committee-two-spellings", PEOPLE, "B11", "คณะทำงาม")]


def test_committees_numbered_apart_are_two() -> None:
    whole = made.submission()
    board, group = whole.committees
    groups = tuple(replace(group, name=f"คณะทำงานชุดที่ {number}") for number in (1, 2))
    kinds = {kind for _, kind, *_ in reported(replace(whole, committees=(board, *groups)))}
    assert "committee-two-spellings" not in kinds


def test_duties_of_a_committee_without_members() -> None:
    whole = made.submission()
    lost = replace(whole.committees[1], name="คณะที่ปรึกษา", seats=())
    whole = replace(whole, committees=(*whole.committees, lost))
    assert reported(whole) == [("error", "seats-missing", DUTIES, "A3", "คณะที่ปรึกษา")]


@pytest.mark.parametrize(
    ("numbers", "cells"),
    [
        ((1, 2, 3, 5, 6, 7, 8), ["A12"]),
        ((2, 3, 4, 5, 6, 7, 8), ["A9"]),
        ((1, 2, 2, 3, 4, 5, 6), ["A11"]),
        ((1, 2, 3, 40, 5, 6, 7), ["A12"]),
        ((1, 2, 4, 5, 7, 8, 9), ["A11", "A13"]),
        ((1, 2, 4, 3, 5, 6, 7), ["A11", "A12"]),
    ],
)
def test_each_break_of_the_count_is_told_once(numbers: tuple[int, ...], cells: list[str]) -> None:
    whole = made.submission()
    for index, number in enumerate(numbers):
        whole = seat(index, number=number)(whole)
    assert [(kind, cell) for _, kind, _, cell, _ in reported(whole)] == [("numbering", cell) for cell in cells]


def test_where_the_count_breaks_twice_each_number_is_told_its_place() -> None:
    whole = made.submission()
    for index, number in enumerate((1, 2, 1, 3, 4, 5, 6)):
        whole = seat(index, number=number)(whole)
    assert "ลำดับที่กรอกคือ 1 แต่ควรเป็น 3" in hints(whole)
    assert "ลำดับที่กรอกคือ 3 แต่ควรเป็น 4" in hints(whole)


def test_a_lead_names_no_board_in_a_working_group() -> None:
    board, group = made.submission().committees
    lead = replace(group.duties[0], text="ให้คณะกรรมการมีหน้าที่ ดังนี้")
    committees = (replace(board, name="คณะกรรมการอำนวยการ"), replace(group, duties=(lead, *group.duties[1:])))
    told = reported(replace(made.submission(), committees=committees))
    assert [found for _, kind, _, _, found in told if kind == "duties-of-another-committee"] == ["คณะกรรมการ"]


def test_a_committee_may_be_called_by_the_first_word_of_its_name() -> None:
    board, group = made.submission().committees
    steering = replace(board, name="คณะกรรมการอำนวยการ")
    second = replace(group, name=made.BOARD)
    whole = replace(made.submission(), committees=(steering, second))
    assert "duties-of-another-committee" not in {
        kind for _, kind, _, cell, _ in reported(whole) if cell == board.duties[0].source.at("text").cell
    }


def test_advisers_need_neither_chair_nor_secretary() -> None:
    whole = made.submission()
    adviser = replace(whole.committees[1].seats[0], number=1, committee="คณะที่ปรึกษา", role="ที่ปรึกษา")
    adviser = replace(adviser, position="ผู้ทรงคุณวุฒิ", section="", person=person("นาย", "ชาติชาย", "ศรีมงคลชัย"))
    duties = tuple(replace(one, text=one.text.replace(made.BOARD, "คณะที่ปรึกษา")) for one in whole.committees[0].duties)
    advisers = Committee(name="คณะที่ปรึกษา", seats=(adviser,), duties=duties)
    assert reported(replace(whole, committees=(*whole.committees, advisers))) == []


@pytest.mark.parametrize(
    ("title", "post", "told"),
    [
        ("เภสัชกรหญิง", "ทันตแพทย์ชำนาญการ", True),
        ("นายแพทย์", "พยาบาลวิชาชีพชำนาญการพิเศษ", True),
        ("ทันตแพทย์หญิง", "นายแพทย์ชำนาญการ", True),
        ("แพทย์หญิง", "นายแพทย์เชี่ยวชาญ", False),
        ("นายแพทย์", "ผู้อำนวยการโรงพยาบาลดอนทราย", False),
        ("เภสัชกร", "หัวหน้ากลุ่มงานเภสัชกรรม", False),
        ("นาง", "เภสัชกรชำนาญการ", False),
    ],
)
def test_a_profession_beside_the_post_of_another_is_told(title: str, post: str, told: bool) -> None:
    whole = made.submission()
    person = whole.committees[1].seats[1].person
    assert person
    whole = made.with_seat(whole, 1, 1, person=replace(person, title=title), position=post)
    found = [(cell, one) for _, kind, _, cell, one in reported(whole) if kind == "post-of-another-profession"]
    assert found == ([("F10", post)] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        "รายงานผลภายในวันที่ 30 เมษายน 2566",
        "รายงานผลภายใน 15 วัน นับแต่วันที่ 1 ต.ค. 65",
        "แจ้งเวียนคำสั่งลงวันที่ 1 ตุลาคม 2565",
    ],
)
def test_a_deadline_that_is_to_come_is_told_nowhere(text: str) -> None:
    assert reported(duty(2, text=text)(made.submission())) == []


def test_a_lead_of_few_words_is_none_of_the_duties() -> None:
    assert "lead-is-duty" not in {kind for _, kind, *_ in reported(duty(0, text="ให้คณะทำงานนี้")(made.submission()))}
