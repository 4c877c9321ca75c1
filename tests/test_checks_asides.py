"""What staff note for themselves, or type on the wrong keyboard, is told at its cell; real texts are told nowhere."""

from __future__ import annotations

import pytest

import made
from checked import hints, reported


def told(text: str, field: str = "position") -> list[tuple[str, str]]:
    """What is told of the cell of a seat's post, or of another text of the seat."""
    whole = made.with_seat(made.submission(), 1, 1, **{field: text})
    return [(kind, found) for _, kind, _, _, found in reported(whole) if (kind, found) not in _CLEAN]


_CLEAN = {(kind, found) for _, kind, _, _, found in reported(made.submission())}


def told_of_caption(text: str) -> list[tuple[str, str]]:
    whole = made.with_record(made.submission(), "activities", 0, caption=text)
    return [(kind, found) for _, kind, _, _, found in reported(whole)]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("นักวิชาการศึกษาชำนาญการ โทร. ๐๘ ๑๒๓๔ ๕๖๗๘", "โทร. ๐๘ ๑๒๓๔ ๕๖๗๘"),
        ("นักวิชาการศึกษาชำนาญการ 081-234-5678", "081-234-5678"),
        ("นักวิชาการศึกษาชำนาญการ (ต่อ 1234)", "ต่อ 1234"),
        ("นักวิชาการศึกษาชำนาญการ don.sai@example.go.th", "don.sai@example.go.th"),
        ("นักวิชาการศึกษาชำนาญการ Line ID: donsai99", "Line ID: donsai99"),
        ("นักวิชาการศึกษาชำนาญการ ไลน์ donsai", "ไลน์ donsai"),
    ],
)
def test_how_a_person_is_reached_is_told_in_a_post(post: str, found: str) -> None:
    assert told(post) == [("post-with-contact", found)]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("นักวิชาการศึกษาชำนาญการ (เกษียณ)", "(เกษียณ)"),
        ("นักวิชาการศึกษาชำนาญการ (ย้ายแล้ว)", "(ย้ายแล้ว)"),
        ("นักวิชาการศึกษาชำนาญการ ลาออก", "ลาออก"),
        ("นักวิชาการศึกษาชำนาญการ (รอตรวจสอบ)", "(รอตรวจสอบ)"),
    ],
)
def test_a_remark_behind_a_post_is_told(post: str, found: str) -> None:
    assert told(post) == [("remark-left", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ประชุมชี้แจงแนวทางการประเมิน (แก้ไขตรงนี้ด้วย)", "(แก้ไขตรงนี้ด้วย)"),
        ("ประชุมชี้แจงแนวทางการประเมินค่ะ", "างการประเมินค่ะ"),
        ("แน่นอนครับ ประชุมชี้แจงแนวทางการประเมิน", "แน่นอนครับ"),
        ("ต่อไปนี้คือมาตรการที่แนะนำ", "ต่อไปนี้คือ"),
        ("ประชุมชี้แจงแนวทางการประเมิน ดูเพิ่มเติม", "ดูเพิ่มเติม"),
        ("ประชุมชี้แจงแนวทางการประเมิน ดูรายละเอียดเพิ่มเติม »", "ดูรายละเอียดเพิ่มเติม »"),
        ("ประชุมชี้แจงแนวทางการประเมิน คลิกที่นี่", "คลิกที่นี่"),
        ("(ร่าง) ประชุมชี้แจงแนวทางการประเมิน", "(ร่าง)"),
        ("ประชุมชี้แจงแนวทางการประเมิน (ฉบับร่าง)", "(ฉบับร่าง)"),
        ("ประชุมชี้แจงแนวทางการประเมิน DRAFT 2", "DRAFT"),
        ("แก้เป็น ประชุมชี้แจง", "แก้เป็น ประชุมชี้แจง"),
        ("เปลี่ยนจาก “ประชุม” เป็น “อบรม”", "เปลี่ยนจาก “ประชุม” เป็น “อบรม”"),
        ("จาก ประชุมชี้แจงหัวหน้าฝ่าย เป็น อบรมหัวหน้าฝ่าย", "จาก ประชุมชี้แจงหัวหน้าฝ่าย เป็น อบรมหัวหน้าฝ่าย"),
        ("10:32 ฝ่ายปกครอง ประชุมชี้แจงแนวทางการประเมิน", "10:32 ฝ่ายปกครอง"),
    ],
)
def test_a_remark_or_words_of_a_chat_are_told(text: str, found: str) -> None:
    assert told_of_caption(text) == [("remark-left", found)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("ประชุมชี้แจง c]t ติดตามผล", "c]t", "และ"),
        ("ประชุมชี้แจง,k9idki", ",k9idki", "มาตรการ"),
        ("ประชุมประจำปี #*(( ของหน่วยงาน", "#*((", "๒๕๖๖"),
        ("ประชุมของ ITA ประจำปี #*(( ของหน่วยงาน", "#*((", "๒๕๖๖"),
    ],
)
def test_thai_on_the_english_keyboard_is_told(text: str, found: str, right: str) -> None:
    whole = made.with_record(made.submission(), "activities", 0, caption=text)
    problems = [one for one in reported(whole) if one[1] not in ("brackets", "spacing")]
    assert [(kind, one) for _, kind, _, _, one in problems] == [("keyboard-language", found)]
    assert f"“{right}”" in hints(whole)


@pytest.mark.parametrize(
    "text",
    [
        "อบรมการใช้ระบบ world wide web, shell, anode, split และ e-Service ของหน่วยงาน",
        "ติดต่อสอบถามทางโทรศัพท์หมายเลข 0-2224-2561 หรือ Line Official Account ของหน่วยงาน",
        "ฝึกพูดคำว่า สวัสดีค่ะ แก่ผู้รับบริการ และกล่าวทักทายด้วยคำว่า สวัสดีครับ/ค่ะ",
        "การบริหารงานบุคคล (ย้าย โอน และเลื่อนตำแหน่ง) ของหน่วยงาน",
        "ประชุมเวลา 10:30 น. ณ ห้องประชุม",
        "ประชุมพิจารณา (ร่าง) แผนปฏิบัติการ และร่างประกาศ ฉบับร่างแรก",
        "เปลี่ยนจากระบบกระดาษเป็นระบบออนไลน์ และแก้ไขเป็นรายข้อ",
    ],
)
def test_what_offices_write_is_no_remark(text: str) -> None:
    assert told_of_caption(text) == []


@pytest.mark.parametrize("post", ["เจ้าหน้าที่สื่อออนไลน์", "นายกสมาคมโทรคมนาคม", "ที่ปรึกษา Line Manager"])
def test_a_post_that_only_looks_like_a_contact_is_told_nowhere(post: str) -> None:
    assert told(post) == []
