"""Texts that were pasted into another column, or a row further down, than their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import made
from checked import reported
from ita_docs.checks import columns
from ita_docs.framework.load import load
from ita_docs.model import Measure, Person, Submission
from ita_docs.workbook.general import GENERAL as GENERAL_SHEET

RULES = load(2565)
KIND = "text-of-another-column"
GENERAL = GENERAL_SHEET.name
Change = Callable[[Submission], Submission]


def changed(field: str, **values: object) -> Change:
    return lambda whole: made.with_record(whole, field, 0, **values)


STEPS = "ทบทวนคู่มือ มอบหมายงาน และสรุปผล"
REPORTING = "รายงานผู้อำนวยการเขตภายใน 15 วัน"
VENUE = "ห้องประชุมใหญ่ ศูนย์เยาวชน"


@pytest.mark.parametrize(
    ("change", "sheet", "cell", "found"),
    [
        (changed("measures", period=STEPS), "มาตรการ", "H2", STEPS),
        (changed("measures", period=REPORTING), "มาตรการ", "H2", REPORTING),
        (changed("measures", others={"budget": STEPS, "remarks": ""}), "มาตรการ", "J2", STEPS),
        (changed("measures", period="๑๕,๐๐๐ บาท"), "มาตรการ", "H2", "๑๕,๐๐๐ บาท"),
        (changed("measures", period="44927"), "มาตรการ", "H2", "44927"),
        (changed("measures", period="12"), "มาตรการ", "H2", "12"),
        (
            changed("measures", others={"budget": "ต.ค. 2565 – ก.ย. 2566", "remarks": ""}),
            "มาตรการ",
            "J2",
            "ต.ค. 2565 – ก.ย. 2566",
        ),
        (changed("results", period="44567"), "ผลการดำเนินการ", "E2", "44567"),
        (changed("results", period="ทะเบียนถูกต้องตรงกัน"), "ผลการดำเนินการ", "E2", "ทะเบียนถูกต้องตรงกัน"),
        (changed("activities", place="ประชุมชี้แจงหัวหน้าฝ่าย"), "กิจกรรม", "D2", "ประชุมชี้แจงหัวหน้าฝ่าย"),
        (changed("activities", caption=VENUE), "กิจกรรม", "C2", VENUE),
    ],
)
def test_a_text_of_another_column_is_told(change: Change, sheet: str, cell: str, found: str) -> None:
    assert reported(change(made.submission())) == [("warning", KIND, sheet, cell, found)]


def in_papers(**values: object) -> Change:
    return lambda whole: replace(whole, papers=made.papers(**values))


def in_seat(**values: object) -> Change:
    return lambda whole: made.with_seat(whole, 1, 3, **values)


@pytest.mark.parametrize(
    ("change", "sheet", "cell", "found"),
    [
        (changed("measures", steps="ขั้นตอน"), "มาตรการ", "G2", "ขั้นตอน"),
        (changed("measures", responsible="ผู้รับผิดชอบ"), "มาตรการ", "F2", "ผู้รับผิดชอบ"),
        (changed("measures", actions=("การใช้งบประมาณ",)), "มาตรการ", "C2", "การใช้งบประมาณ"),
        (changed("measures", actions=("ฝ่ายทะเบียน",)), "มาตรการ", "C2", "ฝ่ายทะเบียน"),
        (changed("measures", follow_ups=("คณะทำงาน",)), "มาตรการ", "D2", "คณะทำงาน"),
        (changed("measures", follow_ups=("ไม่ใช้งบประมาณ",)), "มาตรการ", "D2", "ไม่ใช้งบประมาณ"),
        (changed("measures", steps="ต.ค. 2565 – ก.ย. 2566"), "มาตรการ", "G2", "ต.ค. 2565 – ก.ย. 2566"),
        (changed("measures", steps="ทุกไตรมาส"), "มาตรการ", "G2", "ทุกไตรมาส"),
        (changed("measures", steps="๕,๐๐๐ บาท"), "มาตรการ", "G2", "๕,๐๐๐ บาท"),
        (changed("measures", others={"budget": "ปีละ ๒ ครั้ง", "remarks": ""}), "มาตรการ", "J2", "ปีละ ๒ ครั้ง"),
        (changed("measures", steps=REPORTING, reporting="ทบทวนคู่มือ"), "มาตรการ", "G2", REPORTING),
        (
            changed("measures", frequency="ต.ค. ๒๕๖๕ – ก.ย. ๒๕๖๖", period="ทุกเดือน"),
            "มาตรการ",
            "E2",
            "ต.ค. ๒๕๖๕ – ก.ย. ๒๕๖๖",
        ),
        (changed("results", action="ดำเนินการแล้ว"), "ผลการดำเนินการ", "B2", "ดำเนินการแล้ว"),
        (changed("results", done="ธันวาคม ๒๕๖๔"), "ผลการดำเนินการ", "D2", "ธันวาคม ๒๕๖๔"),
        (changed("results", result="7"), "ผลการดำเนินการ", "F2", "7"),
        (changed("activities", caption="คำบรรยาย"), "กิจกรรม", "C2", "คำบรรยาย"),
        (changed("activities", place="สถานที่"), "กิจกรรม", "D2", "สถานที่"),
        (in_papers(telephone="เทศบาลตำบลศิลาเพชร"), GENERAL, "B42", "เทศบาลตำบลศิลาเพชร"),
        (in_papers(telephone="9 มีนาคม 2566"), GENERAL, "B42", "9 มีนาคม 2566"),
        (in_papers(proposer_position="ไม่มีเครื่องหมายทับ"), GENERAL, "B48", "ไม่มีเครื่องหมายทับ"),
        (
            lambda whole: made.with_order(
                whole, signatory=Person(title="นาย", first_name="ปรีดา", last_name="ค่อนไปทางขวา")
            ),
            GENERAL,
            "B14",
            "ค่อนไปทางขวา",
        ),
        (in_papers(memo_number="โรงเรียนบ้านริมธาร"), GENERAL, "B43", "โรงเรียนบ้านริมธาร"),
        (in_papers(memo_number="เยื้องใต้ชื่อคณะ"), GENERAL, "B43", "เยื้องใต้ชื่อคณะ"),
        (
            lambda whole: made.with_order(whole, subject="ด้วยสำนักงานเขตเข้ารับการประเมิน"),
            GENERAL,
            "B8",
            "ด้วยสำนักงานเขตเข้ารับการประเมิน",
        ),
        (in_seat(person=Person(title="นาย", first_name="ธนา", last_name="นางสาว")), "บุคลากร", "E12", "นางสาว"),
        (in_seat(position="นางสาว"), "บุคลากร", "F12", "นางสาว"),
        (in_seat(position="ธนวัต"), "บุคลากร", "F12", "ธนวัต"),
        (in_seat(role="คณะกรรมการ"), "บุคลากร", "H12", "คณะกรรมการ"),
    ],
)
def test_a_cell_that_holds_only_what_another_column_does_is_told(
    change: Change, sheet: str, cell: str, found: str
) -> None:
    assert ("warning", KIND, sheet, cell, found) in reported(change(made.submission()))


def test_a_number_of_a_letter_is_no_sentence() -> None:
    sentence = "แต่งตั้งคณะกรรมการและคณะทำงานส่งเสริมคุณธรรมและความโปร่งใส ประจำปี 2566"
    told = reported(in_papers(memo_number=sentence)(made.submission()))
    assert [(kind, cell) for _, kind, _, cell, _ in told if cell == "B43"] == [(KIND, "B43")]


@pytest.mark.parametrize(
    "change",
    [
        changed("measures", responsible="คณะทำงาน"),
        changed("measures", reporting="ทุกไตรมาส"),
        changed("measures", frequency="ต.ค. 2565 – ก.ย. 2566"),
        changed("measures", steps="รายงานผู้อำนวยการเขต", reporting="เสนอผู้อำนวยการเขตทุกเดือน"),
        changed("results", problem="ไม่มีงบประมาณ"),
        changed("results", done="ดำเนินการแล้ว"),
        in_seat(role="คณะทำงาน"),
    ],
)
def test_what_may_stand_alone_in_a_column_is_told_nowhere(change: Change) -> None:
    assert [one for one in reported(change(made.submission())) if one[1] == KIND] == []


@pytest.mark.parametrize("period", ["ต.ค. 2565 –", "ต.ค. ๒๕๖๕-", "ตุลาคม 2565 ถึง"])
def test_a_period_without_its_end_is_unfinished(period: str) -> None:
    told = reported(changed("measures", period=period)(made.submission()))
    assert [(kind, cell) for _, kind, _, cell, _ in told] == [("text-unfinished", "H2")]


@pytest.mark.parametrize(
    "change",
    [
        changed("measures", period="ตามปฏิทินการประเมิน"),
        changed("measures", period="-"),
        changed("measures", period="๒๕๖๖"),
        changed("measures", others={"budget": "งบประมาณเดือนมีนาคม 2566 จำนวน 5,000 บาท", "remarks": ""}),
        changed("measures", others={"budget": "งบดำเนินงาน", "remarks": ""}),
        changed("measures", others={"budget": "30,000", "remarks": ""}),
        changed("activities", place="ประชุมออนไลน์ผ่านระบบ Zoom"),
        changed("activities", caption="ห้องเรียนสีขาวร่วมต้านทุจริต", place=f"{VENUE} ถนนสุขใจ"),
        changed("activities", caption="อาคารสำนักงานติดป้ายนโยบาย No Gift Policy", place="ลานหน้าอาคาร"),
        changed("measures", others={"budget": "สนับสนุนจากกองทุน", "remarks": ""}),
    ],
)
def test_a_text_of_its_own_column_is_told_nowhere(change: Change) -> None:
    assert reported(change(made.submission())) == []


@pytest.mark.parametrize(
    ("change", "sheet", "cell", "found"),
    [
        (changed("measures", period="ระยะเวลา ต.ค. 2565 – ก.ย. 2566"), "มาตรการ", "H2", "ระยะเวลา"),
        (changed("measures", responsible="ผู้รับผิดชอบ: ฝ่ายโยธา"), "มาตรการ", "F2", "ผู้รับผิดชอบ:"),
        (changed("measures", others={"budget": "งบประมาณ 5,000 บาท", "remarks": ""}), "มาตรการ", "J2", "งบประมาณ"),
        (changed("measures", steps="ขั้นตอน : ทบทวนคู่มือ"), "มาตรการ", "G2", "ขั้นตอน :"),
        (changed("measures", reporting=f"{REPORTING}\nรายงานผล: ทุกเดือน"), "มาตรการ", "I2", "รายงานผล:"),
        (changed("results", period="ช่วงเวลา: ต.ค. 2564"), "ผลการดำเนินการ", "E2", "ช่วงเวลา:"),
        (changed("results", problem="ปัญหาและอุปสรรค: ไม่มี"), "ผลการดำเนินการ", "G2", "ปัญหาและอุปสรรค:"),
        (changed("activities", place="สถานที่ ห้องประชุมใหญ่"), "กิจกรรม", "D2", "สถานที่"),
        (lambda whole: made.with_seat(whole, 1, 3, position="ตำแหน่ง นิติกร"), "บุคลากร", "F12", "ตำแหน่ง"),
    ],
)
def test_the_name_of_a_cell_in_its_text_is_told(change: Change, sheet: str, cell: str, found: str) -> None:
    assert ("warning", "label-typed", sheet, cell, found) in reported(change(made.submission()))


@pytest.mark.parametrize(
    "change",
    [
        changed("measures", others={"budget": "งบประมาณรายจ่ายประจำปี", "remarks": ""}),
        changed("measures", steps="ขั้นตอนแรก: ทบทวนคู่มือ"),
        changed("measures", reporting="รายงานผลผู้อำนวยการเขตภายใน 15 วัน"),
        changed("results", done="การดำเนินการตามคู่มือเป็นไปตามกำหนด"),
    ],
)
def test_a_text_that_goes_on_from_the_name_of_its_cell_is_told_nowhere(change: Change) -> None:
    assert [one for one in reported(change(made.submission())) if one[1] == "label-typed"] == []


@pytest.mark.parametrize(
    ("budgets", "found"),
    [
        (("10,000 บาท", "๕๐๐๐"), ["J3"]),
        (("10,000", "5000"), []),
        (("10,000 บาท", "ไม่ใช้งบประมาณ"), []),
        (("5 ล้านบาท", "0"), []),
    ],
)
def test_a_budget_without_its_unit_is_told_beside_those_with_it(budgets: tuple[str, str], found: list[str]) -> None:
    whole = made.submission()
    for index, budget in enumerate(budgets):
        whole = made.with_record(whole, "measures", index, others={"budget": budget, "remarks": ""})
    assert [cell for _, kind, _, cell, _ in reported(whole) if kind == "budget-without-unit"] == found


def rows(*texts: tuple[str, str]) -> tuple[Measure, ...]:
    return tuple(
        replace(one, actions=(action,), follow_ups=(follow_up,))
        for one, (action, follow_up) in zip(made.measures(), texts, strict=False)
    )


def told(measures: tuple[Measure, ...]) -> list[tuple[str, str, str]]:
    whole = made.submission(measures=measures)
    return [(one.kind, one.place.cell, one.found) for one in columns.check_follow_ups(whole, RULES)]


@pytest.mark.parametrize(
    "budget", ["ไม่ใช้งบประมาณ 5,000 บาท", "๕,๐๐๐ บาท (ไม่ใช้งบประมาณ)", "ไม่มี 10,000", "ไม่ได้ใช้งบ 500 บาท"]
)
def test_money_of_what_takes_none_is_told(budget: str) -> None:
    whole = made.with_record(made.submission(), "measures", 0, others={"budget": budget, "remarks": ""})
    told = [(cell, found) for _, kind, _, cell, found in reported(whole) if kind == "budget-of-nothing"]
    assert told == [("J2", budget)]


@pytest.mark.parametrize("budget", ["ไม่เกิน 5,000 บาท", "ไม่ใช้งบประมาณ ปี 2566", "ไม่ใช้งบประมาณ", "งบปกติ ไม่แยกจากแผน"])
def test_a_budget_that_says_one_thing_is_told_nowhere(budget: str) -> None:
    whole = made.with_record(made.submission(), "measures", 0, others={"budget": budget, "remarks": ""})
    assert reported(whole) == []


@pytest.mark.parametrize(
    ("watched", "followed", "count"),
    [(5, 0, 1), (3, 0, 1), (2, 0, 0), (5, 1, 0), (6, 1, 1)],
)
def test_measures_in_the_place_of_follow_ups_are_told(watched: int, followed: int, count: int) -> None:
    texts = [
        ("กำกับการใช้รถ" if n < watched else "จัดทำคู่มือ", "ตรวจรับงาน" if n < followed else "มอบหมายงาน") for n in range(7)
    ]
    assert told(rows(*texts)) == [("measures-and-follow-ups-swapped", "C2", "กำกับการใช้รถ")] * count
    assert told(rows(*texts[:4])) == []


WORK = [f"{verb}{thing}ให้ครบถ้วน" for verb, thing in zip(
    ("จัดทำ", "เผยแพร่", "ทบทวน", "ปรับปรุง", "แจ้งเวียน", "อบรม"),
    ("คู่มือการปฏิบัติงาน", "แผนการใช้จ่ายงบประมาณ", "ทะเบียนครุภัณฑ์", "หลักเกณฑ์การให้รางวัล", "ประกาศงดรับของขวัญ", "หลักสูตรจริยธรรม"),
    strict=True,
)]  # fmt: skip


def test_follow_ups_a_row_further_down_or_up_are_told() -> None:
    follow_ups = [f"ติดตามการ{one}" for one in WORK]
    assert told(rows(*zip(WORK, follow_ups, strict=True))) == []
    down = rows(*zip(WORK, ["ติดตามงาน", *follow_ups[:-1]], strict=True))
    assert told(down) == [("follow-ups-shifted", "D3", follow_ups[0])]
    up = rows(*zip(WORK, [*follow_ups[1:], "ติดตามงาน"], strict=True))
    assert told(up) == [("follow-ups-shifted", "D2", follow_ups[1])]
    later = rows(*zip(WORK, [*follow_ups[:3], *follow_ups[2:5]], strict=True))
    assert told(later) == [("follow-ups-shifted", "D5", follow_ups[2])]
    assert told(rows(*zip(WORK, ["ติดตามงาน", *follow_ups[:2], follow_ups[3], *follow_ups[3:5]], strict=True))) == []
