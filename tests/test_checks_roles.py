"""Roles and posts that are slips of known ones, or cut off, bring the right one; text after a level is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

import made
from checked import hints, reported
from ita_docs.model import Section

PEOPLE = "บุคลากร"


@pytest.mark.parametrize(
    ("role", "nearest"),
    [
        ("คณะทำงำน", "คณะทำงาน"),
        ("รองประทานคณะทำงาน", "รองประธานคณะทำงาน"),
        ("คณะทำงานและเลขานุกา", "คณะทำงานและเลขานุการ"),
        ("คณะทำงานและผู้ช่วยเลขา", "คณะทำงานและผู้ช่วยเลขานุการ"),
        ("คณะทำงาน/เลขา", "คณะทำงานและเลขานุการ"),
        ("ผู้ช่วยเลขา", "ผู้ช่วยเลขานุการ"),
        ("เลขา", "เลขานุการ"),
        ("ผู้ช่วยเลขาณุการ", "ผู้ช่วยเลขานุการ"),
        ("ที่ปรึกสา", "ที่ปรึกษา"),
    ],
)
def test_a_slip_in_a_role_brings_the_right_one(role: str, nearest: str) -> None:
    whole = made.with_seat(made.submission(), 1, 2, role=role)
    assert reported(whole) == [("warning", "role-misspelt", PEOPLE, "H11", role)]
    assert f"“{nearest}”" in hints(whole)


@pytest.mark.parametrize(
    "role",
    ["ผู้ช่วย", "คณะทำงาน และเลขานุการ", "คณะทำงาน/เลขานุการ", "ผู้สังเกตการณ์", "รองประธานฯ", "ผู้ประสานงานกลาง", "ที่ปรึกษา"],
)
def test_other_roles_are_no_fault(role: str) -> None:
    told = reported(made.with_seat(made.submission(), 1, 2, role=role))
    assert [one for one in told if one[1] != "seats-out-of-order"] == []


@pytest.mark.parametrize(
    ("post", "nearest"),
    [
        ("เจ้าพนักงานปกครองชำนาญกา", "เจ้าพนักงานปกครองชำนาญการ"),
        ("นักวิชาการศึกษาปฏิบัติ", "นักวิชาการศึกษาปฏิบัติการ"),
        ("นายช่างโยธาอาวุโ", "นายช่างโยธาอาวุโส"),
        ("วิศวกรโยธาชำนาญ", "วิศวกรโยธาชำนาญการ"),
        ("นักวิชาการคลังชำนานการ", "นักวิชาการคลังชำนาญการ"),
        ("นักทรัพยากรบุคค", "นักทรัพยากรบุคคล"),
        ("ผู้อำนวยการเข", "ผู้อำนวยการเขต"),
        ("ผู้ช่วยผู้อำนวยการเขตดอนทรา", "ผู้ช่วยผู้อำนวยการเขตดอนทราย"),
        ("หัวหน้าเทศกิดกลาง", "หัวหน้าเทศกิจกลาง"),
    ],
)
def test_a_post_cut_off_or_misspelt_brings_the_right_one(post: str, nearest: str) -> None:
    whole = made.with_seat(made.submission(), 1, 2, position=post)
    listed = (
        *whole.office.sections[:-1],
        Section(name="ฝ่ายเทศกิจ", head="หัวหน้าเทศกิจกลาง", source=made.at("หน่วยงานย่อย", 6)),
    )
    whole = replace(whole, office=replace(whole.office, sections=listed))
    found = [one for one in reported(whole) if one[1] == "post-cut-off"]
    assert found == [("warning", "post-cut-off", PEOPLE, "F11", post)]
    assert f"“{nearest}”" in hints(whole)


def test_a_person_named_as_the_head_of_a_section_is_told() -> None:
    office = made.submission().office
    listed = (replace(office.sections[0], head="น.ส.อรุณี ใจงาม"), *office.sections[1:])
    told = reported(replace(made.submission(), office=replace(office, sections=listed)))
    assert ("warning", "post-is-name", "หน่วยงานย่อย", "B2", "น.ส.อรุณี ใจงาม") in told


@pytest.mark.parametrize(
    "post", ["พ.ต.ท. รองผู้กำกับการ สืบสวน", "พันตำรวจโท สารวัตรสอบสวน สถานีตำรวจภูธรดอนทราย", "ส.ต.ง. ภาค"]
)
def test_a_rank_before_a_post_names_nobody(post: str) -> None:
    assert not {one[1] for one in reported(made.with_seat(made.submission(), 1, 2, position=post))} & {"post-is-name"}


@pytest.mark.parametrize(
    "post",
    ["ครู", "ครูผู้ช่วย", "ครูอัตราจ้าง", "นิติกร", "พนักงานขับรถยนต์", "ผู้ช่วยนักวิชาการศึกษา", "วิศวกร", "ผู้อำนวยการกองคลัง", "พยาบาล"],
)
def test_other_posts_are_no_fault(post: str) -> None:
    assert reported(made.with_seat(made.submission(), 1, 2, position=post)) == []


@pytest.mark.parametrize(
    ("post", "after"),
    [
        ("นักจัดการงานทั่วไปชำนาญการ ฝ่ายปกครอง", "ฝ่ายปกครอง"),
        ("นายช่างโยธาชำนาญงาน (ฝ่ายโยธา)", "ฝ่ายโยธา"),
        ("นักวิชาการคลังชำนาญการพิเศษฝ่ายการคลัง", "ฝ่ายการคลัง"),
        ("นิติกรปฏิบัติการ สังกัดฝ่ายปกครอง", "สังกัดฝ่ายปกครอง"),
    ],
)
def test_a_section_after_the_level_is_told(post: str, after: str) -> None:
    whole = made.with_seat(made.submission(), 1, 2, position=post)
    assert reported(whole) == [("warning", "post-with-section", PEOPLE, "F11", post)]
    assert f"“{after}”" in hints(whole)


def test_a_section_after_it_hides_no_level_of_another_kind() -> None:
    whole = made.with_seat(made.submission(), 1, 2, position="เจ้าพนักงานธุรการชำนาญการ ฝ่ายโยธา")
    assert [kind for _, kind, *_ in reported(whole)] == ["post-level", "post-with-section"]


@pytest.mark.parametrize(
    "post", ["ผู้ปฏิบัติงานฝ่ายโยธา", "ผู้เชี่ยวชาญฝ่ายกฎหมาย", "นิติกรชำนาญการ รักษาการหัวหน้าฝ่ายปกครอง", "หัวหน้าศูนย์ปฏิบัติการฝ่ายโยธา"]
)
def test_other_words_after_a_level_are_no_fault(post: str) -> None:
    assert reported(made.with_seat(made.submission(), 1, 2, position=post)) == []
