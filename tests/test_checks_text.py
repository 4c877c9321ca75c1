"""Checks of wording: each fault put in a text of a clean submission is one problem at its cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made
from checked import hints, reported
from ita_docs.checks import LETTER_CHECKS, SIGN_CHECKS, of_wording
from ita_docs.checks.cells import Cell, cells
from ita_docs.checks.spelling import UNKNOWN_WORD
from ita_docs.checks.text import check_misspellings
from ita_docs.framework.words.lists import Misspellings
from ita_docs.model import Source, Submission


def duty(text: str) -> Submission:
    """A clean submission whose last duty, in C5, reads ``text``."""
    whole = made.submission()
    duties = list(whole.committees[1].duties)
    duties[-1] = made.replace(duties[-1], text=text)
    return made.with_record(whole, "committees", 1, duties=tuple(duties))


FAULTS = [
    ("รวบรวม <p>ผลการประเมิน</p>", "warning", "text-debris", "<p>"),
    ("รวบรวมผล | รายงานผล", "warning", "text-debris", "|"),
    ("รวบรวมผลการประเมิน - 12 -", "warning", "text-debris", "- 12 -"),
    ("รวบรวมผลน้อยกว่า < 85", "warning", "text-debris", "<"),
    ("การลงช่อื รบั รองความถกู ตอ้ งของขอ้ มลู", "warning", "marks-damaged", "ลงช่อื รบั"),
    ("ให ผ ร บผ ดชอบบ นท กท ก ว น", "warning", "marks-damaged", "ผ ร บผ"),
    ("จัดให้มีการฝ฿กอบรม", "warning", "text-debris", "ฝ฿ก"),
    ("รวบรวมผล&nbsp;การประเมิน", "warning", "text-debris", "&nbsp;"),
    ("รวบรวมผล {{ name }}", "warning", "text-debris", "{{"),
    ("รวบรวมผลของ............", "warning", "text-debris", "............"),
    ("รวบรวมผลของ (ชื่อหน่วยงาน) ตามแผน", "warning", "text-debris", "(ชื่อหน่วยงาน)"),
    ("รวบรวมผล (ต่อ)", "warning", "text-debris", "(ต่อ)"),
    ("รวบรวมผล มีต่อหน้า 2", "warning", "text-debris", "มีต่อหน้า 2"),
    (r"รวบรวมผล\nรายงานผล", "warning", "text-debris", r"\n"),
    ("รวบรวมผล•รายงานผล", "warning", "text-debris", "ล•ร"),
    ("'รวบรวมผล", "warning", "text-debris", "'"),
    ("รวบรวมผล ปี 25xx", "warning", "text-debris", "25xx"),
    ("รวบรวมผล ปี ๒๕๖_", "warning", "text-debris", "๒๕๖_"),
    ("รวบรวม IMG_2034 ตามแผน", "warning", "text-debris", "IMG_2034"),
    ("ใช้เงิน 5,OOO บาท", "warning", "letter-look-alike", "5,OOO"),
    ("รวบรวมผลของ xxx ตามแผน", "warning", "text-debris", "xxx"),
    ("รวบรวม ???? ตามแผน", "warning", "text-debris", "????"),
    ("à¸£à¸§à¸šà¸£à¸§à¸¡", "warning", "text-debris", "à¸£à¸§à¸"),
    ("ÃÇºÃÇÁ¼Å", "warning", "text-debris", "ÃÇºÃÇÁ¼Å"),
    ("ຮວບຮວມ", "warning", "text-debris", "ຮວບຮວມ"),
    ("รวบรวมผล 😀", "warning", "text-debris", "😀"),
    ("รวบรวมผล ٢ ครั้ง", "warning", "text-debris", "٢"),
    ("รวบรวมผลของ 中国", "warning", "text-debris", "中国"),
    ("รวบรวม **ผล** ตามแผน", "warning", "text-debris", "**"),
    ("## รวบรวมผลตามแผน", "warning", "text-debris", "## "),
    ("รวบรวมผลตามแผน【4†source】", "warning", "text-debris", "【4†source】"),
    ("รวบรวมผล () ตามแผน", "warning", "text-debris", "()"),
    ("รวบรวมผลตามแผน #โปร่งใส", "warning", "text-debris", "#โปร่งใส"),
    ("@ฝ่ายปกครอง รวบรวมผลตามแผน", "warning", "text-debris", "@ฝ่ายปกครอง"),
    ("รวบรวมผลตามแผน IMG-2033.jpg", "warning", "text-debris", "IMG-2033.jpg"),
    ("รวบรวมผลตามแผน หน้า 3 จาก 12", "warning", "text-debris", "หน้า 3 จาก 12"),
    ("รวบรวมผลตามแผน หน้าที่ ๓/๑๒ และรายงาน", "warning", "text-debris", "หน้าที่ ๓/๑๒"),
    ("รวบรวมผลตามแผน Page 3 of 12", "warning", "text-debris", "Page 3 of 12"),
    ("รวบรวมและรายงานผล และ", "warning", "text-unfinished", "และ"),
    ("รวบรวมผลตามแผน[1]", "warning", "text-debris", "[1]"),
    ("รวบรวมผลของ [ชื่อหน่วยงาน] ตามแผน", "warning", "text-debris", "[ชื่อหน่วยงาน]"),
    ("รวบรวมผลตามแผน (โปรดระบุ)", "warning", "text-debris", "(โปรดระบุ)"),
    ("รวบรวมผลจาก D:\\งาน\\แผน.docx", "warning", "text-debris", "D:\\งาน\\แผน.docx"),
    ("รวบรวมผล 1O ครั้ง", "warning", "letter-look-alike", "1O"),
    ("รวบรวมผล l๒ ครั้ง", "warning", "letter-look-alike", "l๒"),
    ("รวบรวมผลระยะที่ Ⅱ", "warning", "letter-look-alike", "Ⅱ"),
    ("รวบรวมผลการประเมิน ณธฤ ทุกฝ่าย", "warning", "keyboard-language", "ณธฤ"),
    ("รวบรวมผลตาม #N/A", "warning", "text-debris", "#N/A"),
    ("รวบรวม&#160;ผล", "warning", "text-debris", "&#160;"),
    ("รวบรวม %E0%B8%81%E0%B8%B2 ผล", "warning", "text-debris", "%E0%B8%81%E0%B8%B2"),
    ("รวบรวมของ «หน่วยงาน» ทุกแห่ง", "warning", "text-debris", "«หน่วยงาน»"),
    ("รวบรวม { PAGE } ทุกปี", "warning", "text-debris", "{ PAGE }"),
    ("รวบรวมตาม Error! Bookmark not defined.", "warning", "text-debris", "Error! Bookmark"),
    ("รวบรวมและรายงานผลต่อ ...", "warning", "text-debris", "..."),
    ("รวบรวมตามคำสั่ง ที่ .../... เรื่อง มอบอำนาจ", "warning", "text-debris", "..."),
    ("รวบรวมผล ✅ แล้ว", "warning", "text-debris", "✅"),
    ("รวบรวมผล I\u0422\u0410 ทุกปี", "warning", "letter-look-alike", "I\u0422\u0410"),
    ("รวบรวมผล ＩＴＡ ทุกปี", "warning", "letter-look-alike", "ＩＴＡ"),
    ('"', "warning", "text-stand-in", '"'),
    ("〃", "warning", "text-stand-in", "〃"),
    ("-//-", "warning", "text-stand-in", "-//-"),
    ("NULL", "warning", "text-stand-in", "NULL"),
    ("(ระบุหน้าที่)", "warning", "text-stand-in", "(ระบุหน้าที่)"),
    ("เหมือนเดิม", "warning", "text-stand-in", "เหมือนเดิม"),
    ("ใช้ข้อความเดิม", "warning", "text-stand-in", "ใช้ข้อความเดิม"),
    ("(ตำแหน่งว่าง)", "warning", "text-stand-in", "(ตำแหน่งว่าง)"),
    ("ตามข้อ ๑", "warning", "text-stand-in", "ตามข้อ ๑"),
    ("...", "warning", "text-stand-in", "..."),
    ("XX", "warning", "text-stand-in", "XX"),
    ("ไม่มี", "warning", "text-stand-in", "ไม่มี"),
    ("รวบรวมผลอย่างคุ่มค่า", "warning", "misspelling", "คุ่มค่า"),
    ("ปฎิบัติงานตามแผน", "warning", "misspelling", "ปฎิ"),
    ("รวบรวมเเละรายงานผล", "warning", "double-sara-e", "รวมเเละรา"),
    ("รวบรวมผลที่่ได้", "warning", "misplaced-mark", "วมผลที่่ได้"),
    ("รายงานผลปี ๒๕๖๖ จำนวน 2 ครั้ง", "note", "mixed-digits", "๒๕๖๖ และ 2"),
    ("รายงานผลปี ๒๕6๖", "note", "mixed-digits", "๒๕ และ 6"),
    ("รายงานเต่างๆ ให้ทราบ", "note", "spacing", "ต่างๆ ให้ทร"),
    ("รายงานเรื่อต่าง ๆให้ทราบ", "note", "spacing", "ต่าง ๆให้ทรา"),
    ("รายงานกรุงเทพ ฯ ให้ทราบ", "note", "spacing", "งเทพ ฯ ให้ทร"),
    ("รายงานแผน คู่มือฯลฯ ให้ทราบ", "note", "spacing", "คู่มือฯลฯ ให้ทร"),
    ("รายงานกรุงเทพฯให้ทราบ", "note", "spacing", "งเทพฯให้ทรา"),
    ("ฝ่ายปกครอง/ ทุกฝ่าย", "note", "spacing", "ครอง/ ทุกฝ่า"),
    ("ระบบการประเมิน :ITA", "note", "spacing", "เมิน :ITA"),
    ("รายงานผล ( ITA)", "note", "spacing", "นผล ( ITA)"),
    ("ประจำปีงบประมาณ พ.ศ.2566", "note", "spacing", "มาณ พ.ศ.2566"),
    ("รายงานผล (ITA ต่อคณะกรรมการ", "warning", "brackets", ""),
    ("รายงานผล “ITA ต่อคณะกรรมการ", "warning", "brackets", ""),
    ("รวบรวมผลการใช้เงิน 50.000 บาท", "warning", "amount-misgrouped", "50.000 บาท"),
    ("รวบรวมผลการใช้เงิน 20.000,00 THB", "warning", "amount-misgrouped", "20.000,00 THB"),
    ("รวบรวมผลการใช้เงิน 50.000 บ.", "warning", "amount-misgrouped", "50.000 บ."),
    ("รวบรวมผลการใช้เงิน ๑,๐๐,๐๐๐ บาท", "warning", "amount-misgrouped", "๑,๐๐,๐๐๐ บาท"),
    ("รายงานผล “ITA” ต่อ ”คณะกรรมการ“", "warning", "brackets", ""),
    ("รายงานผล รายงานผล ต่อคณะกรรมการ", "warning", "doubled-words", "รายงานผล"),
    ("รวบรวมและและรายงานผล", "warning", "doubled-words", "และ"),
    ("- รายงานผลต่อคณะกรรมการ", "note", "stray-bullet", "-"),
]


@pytest.mark.parametrize(("text", "severity", "kind", "found"), FAULTS)
def test_one_fault_in_a_text_is_one_problem(text: str, severity: str, kind: str, found: str) -> None:
    problems = reported(duty(text))
    assert [problem[:4] for problem in problems] == [(severity, kind, "หน้าที่และอำนาจ", "C5")]
    assert problems[0][4] == found or not found


@pytest.mark.parametrize(
    "text",
    [
        "รายงานเรื่องต่าง ๆ (เช่น แผน คู่มือ ฯลฯ) ตามข้อ O42 ของปี ๒๕๖๖",
        "ดำเนินการ ๑) รวบรวมผล ๒) รายงานผล (ITA)",
        "กราบเรียน ฯพณฯ รัฐมนตรี เบิกเงิน 500฿ แล้ว",
        "กลุ่ม ก ข ค และ ง ณ ห้อง น ตาม ว 10",
        "ตามประกาศในราชกิจจานุเบกษา เล่ม ๑๑๔ หน้า ๑ จากเว็บไซต์ หน้าที่ ๓ ด้าน",
        "กรุงเทพฯ และ/หรือ ป.ป.ช. (Integrity and Transparency Assessment : ITA)",
        "ที่ ๓๙๘ / ๒๕๖๕ เวลา ๐๙.๓๐ น. เว็บไซต์ https://example.go.th/a?b=1",
        'ศึกษาระเบียบ “การประเมิน” และ "คู่มือ" ให้เป็นปัจจุบัน',
        "เจ้าหน้าที่ที่ดำเนินการของของขวัญ คณะกรรมการการเลือกตั้ง ข้อความความถี่",
        "ส่งแบบคำขอที่ don.sai@example.go.th หรือ https://example.go.th/a.png#b",
        "เผยแพร่ที่ https://example.go.th/%E0%B8%81%E0%B8%B2 ตามข้อ ๑ ของแผน",
    ],
)
def test_good_wording_is_no_fault(text: str) -> None:
    assert reported(duty(text)) == []


def test_a_page_number_is_none_of_the_measures() -> None:
    whole = made.submission()
    actions = ("ทบทวนคู่มือการปฏิบัติงาน", "๑๒ -")
    problems = reported(made.with_record(whole, "measures", 0, actions=actions))
    assert ("warning", "text-stand-in", "มาตรการ", "C2", "๑๒ -") in problems


@pytest.mark.parametrize(
    ("actions", "found"),
    [
        (("ให้บริการตามมาตรฐานที่", "กำหนดไว้ในคู่มือ"), "มาตรฐานที่ ⏎ กำหนดไว้"),
        (("เผยแพร่คู่มือการปฏิบัติงาน", "ของหน่วยงานให้ทราบ"), "การปฏิบัติงาน ⏎ ของหน่วยงาน"),
        (("ทบทวนคู่มือของทุก", "ส่วนราชการให้ครบ"), "ของทุก ⏎ ส่วนราชการให้"),
        (("เผยแพร่รายงานเป็น", "ประจำทุกเดือน"), "รายงานเป็น ⏎ ประจำทุก"),
        (("ติดตามการปฏิบัติหน้าที่", "ของขวัญและของกำนัลไม่รับ"), ""),
        (("จัดทำคู่มือ และ", "เผยแพร่คู่มือ"), ""),
    ],
)
def test_a_sentence_that_a_line_break_cuts_is_one_problem(actions: tuple[str, ...], found: str) -> None:
    problems = reported(made.with_record(made.submission(), "measures", 0, actions=actions))
    told = [problem for problem in problems if problem[1] == "line-broken"]
    assert told == [("warning", "line-broken", "มาตรการ", "C2", found)] * bool(found)


def test_nothing_may_be_said_where_nothing_must_be_typed() -> None:
    assert [one.kind for one in of_wording(Cell(Source(), "budget", "ไม่มี"))] == []


def test_a_misspelling_brings_the_right_form() -> None:
    assert "คำที่ถูกต้องคือ “อัธยาศัย”" in hints(duty("บริการด้วยอธยาศัยที่ดี"))


def test_each_misspelling_of_a_cell_is_told_once() -> None:
    found = [problem[4] for problem in reported(duty("ใช้จ่ายอย่างคุ่มค่า ซึ่งคุ่มค่า และมีอธยาศัย"))]
    assert found == ["คุ่มค่า", "อธยาศัย"]


def test_names_of_people_are_spelled_as_they_like() -> None:
    whole = made.with_seat(
        made.submission(), 1, 1, person=made.Person(title="นาย", first_name="ประมาน", last_name="สังเกตุ")
    )
    assert reported(whole) == []


def test_each_wrong_form_is_found_by_itself_and_not_under_another() -> None:
    for wrong, right in Misspellings.load().right_form.items():
        (problem,) = check_misspellings(Cell(Source(), "text", f"ดำเนินการ{wrong}"))
        assert (problem.found, f"“{right}”" in problem.hint) == (wrong, True)


def test_every_text_of_a_submission_is_gone_through() -> None:
    whole = made.submission()
    fields = {(cell.place.sheet, cell.field) for cell in cells(whole)}
    texts = {
        ("ข้อมูลทั่วไป", "signatory_last_name"),
        ("ข้อมูลทั่วไป", "powers"),
        ("คะแนน", "name"),
        ("คะแนนรายข้อ", "question"),
        ("บุคลากร", "first_name"),
        ("บุคลากร", "role"),
        ("หน้าที่และอำนาจ", "text"),
        ("มาตรการ", "actions"),
        ("มาตรการ", "reporting"),
        ("ข้อความวิเคราะห์", "text"),
        ("กิจกรรม", "caption"),
        ("หน่วยงานย่อย", "name"),
    }
    assert texts <= fields
    assert all(cell.text for cell in cells(whole))


def test_a_text_typed_twice_is_told_at_the_second() -> None:
    whole = made.submission()
    first = whole.committees[1].duties[1].text
    assert [(p[1], p[3]) for p in reported(duty(first.replace(" ", "")))] == [("repeated-text", "C5")]
    again = made.with_record(whole, "activities", 1, caption=whole.activities[0].caption)
    assert [(p[1], p[3]) for p in reported(again)] == [("repeated-text", "C3")]
    measures = whole.measures
    copied = made.with_record(whole, "measures", 6, actions=measures[0].actions, follow_ups=measures[0].follow_ups)
    assert [(p[1], p[3]) for p in reported(copied)] == [("repeated-text", "C8")]
    action = made.measures()[0].actions[0]
    followed = made.with_record(made.submission(), "measures", 0, follow_ups=(action,))
    assert ("repeated-text", "D2") in [(p[1], p[3]) for p in reported(followed)]


@given(
    st.lists(st.sampled_from([*map(chr, range(0x0E01, 0x0E50)), " ", "\n", "และ", "ๆ", "๒"]), max_size=30).map("".join)
)
def test_a_text_of_letters_alone_has_nothing_for_the_checks_of_signs(text: str) -> None:
    cell = Cell(Source(), "text", text)
    by_each_check = [problem for one in (*LETTER_CHECKS, *SIGN_CHECKS) for problem in one(cell)]
    assert [one for one in of_wording(cell) if one.kind != UNKNOWN_WORD.id] == by_each_check
