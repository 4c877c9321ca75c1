"""Checks of the measures and of the order's words: a clean submission, one fault, exactly one problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import made
from checked import Reported, reported
from ita_docs.checks.measures import check_mirrored
from ita_docs.framework.load import load
from ita_docs.model import Submission

Change = Callable[[Submission], Submission]

MEASURES = "มาตรการ"
GENERAL = "ข้อมูลทั่วไป"
ACTION, FOLLOW_UP, _ = made.MEASURES[0]


def measure(index: int, **changes: object) -> Change:
    return lambda whole: made.with_record(whole, "measures", index, **changes)


def order(**changes: object) -> Change:
    return lambda whole: made.with_order(whole, **changes)


def cell(field: str) -> str:
    return made.general().at(field).cell


LONG = "และสร้างความเข้าใจแก่ผู้ใต้บังคับบัญชาเกี่ยวกับหลักเกณฑ์การประเมินผลการปฏิบัติราชการประจำปีอย่างทั่วถึง"

FAULTS: list[tuple[Change, Reported]] = [
    (lambda whole: replace(whole, measures=whole.measures[:-1]), ("error", "measure-missing", MEASURES, "", "")),
    (measure(3, actions=()), ("error", "measure-missing", MEASURES, "C5", "")),
    (measure(3, follow_ups=()), ("error", "follow-up-missing", MEASURES, "D5", "")),
    (measure(3, responsible=""), ("error", "responsible-missing", MEASURES, "F5", "")),
    (measure(3, responsible="ฝ่ายการคัง"), ("warning", "responsible-unknown", MEASURES, "F5", "ฝ่ายการคัง")),
    (
        measure(3, responsible="ฝ่ายการคลัง/ฝ่ายพัสดุ"),
        ("warning", "responsible-unknown", MEASURES, "F5", "ฝ่ายพัสดุ"),
    ),
    (
        measure(0, follow_ups=(made.MEASURES[3][0],)),
        ("warning", "follow-up-of-another-indicator", MEASURES, "D2", made.MEASURES[3][0]),
    ),
    (
        measure(0, actions=(ACTION, "จัดทำป้ายประชาสัมพันธ์ขั้นตอนการให้บริการ")),
        ("note", "follow-up-not-of-measure", MEASURES, "D2", "จัดทำป้ายประชาสัมพันธ์ขั้นตอนการให้บริการ"),
    ),
    (
        measure(0, actions=(f"{ACTION} {LONG}",), follow_ups=(f"{FOLLOW_UP} {ACTION}",)),
        ("note", "follow-up-partial", MEASURES, "D2", f"{LONG[:59]}…"),
    ),
    (
        measure(0, actions=(ACTION, f"๒. {ACTION}ให้ครบถ้วน")),
        ("warning", "measure-number-typed", MEASURES, "C2", "๒."),
    ),
    (
        measure(0, actions=(ACTION, f"1.2 {ACTION}ให้ครบถ้วน")),
        ("warning", "measure-number-typed", MEASURES, "C2", "1.2"),
    ),
    (
        measure(0, actions=(ACTION, f"ข. {ACTION}ให้ครบถ้วน")),
        ("warning", "measure-number-typed", MEASURES, "C2", "ข."),
    ),
    (
        measure(0, actions=(f"๑ {ACTION}", "๒ จัดทำคู่มือการให้บริการ")),
        ("warning", "measure-number-typed", MEASURES, "C2", "๑"),
    ),
    (
        measure(0, follow_ups=(f"(1) {FOLLOW_UP} {ACTION}",)),
        ("warning", "measure-number-typed", MEASURES, "D2", "(1)"),
    ),
    (
        measure(0, follow_ups=(f"{FOLLOW_UP} ปีละ ๒ ครั้ง",)),
        ("warning", "frequency-twice", MEASURES, "D2", "ปีละ ๒ ครั้ง"),
    ),
    (measure(0, follow_ups=(f"{FOLLOW_UP} ทุกหกเดือน",)), ("warning", "frequency-twice", MEASURES, "D2", "ทุกหกเดือน")),
    (
        measure(0, follow_ups=(f"{FOLLOW_UP} ทุกไตรมาส",)),
        ("warning", "frequency-two-forms", MEASURES, "D2", "ทุกไตรมาส"),
    ),
    (measure(0, responsible="ทุกเดือน"), ("warning", "responsible-unknown", MEASURES, "F2", "ทุกเดือน")),
    (
        measure(0, period="ต.ค. 2564 – ก.ย. 2566"),
        ("warning", "period-of-another-year", MEASURES, "H2", "ต.ค. 2564"),
    ),
    (
        measure(0, period="ต.ค. ๖๕ – มี.ค. ๖๕"),
        ("warning", "period-backwards", MEASURES, "H2", "ต.ค. ๖๕ – มี.ค. ๖๕"),
    ),
    (
        measure(0, frequency="ทุกเดือน (ปีละ ๒ ครั้ง)"),
        ("warning", "frequency-contradicts-itself", MEASURES, "E2", "ทุกเดือน (ปีละ ๒ ครั้ง)"),
    ),
    (measure(0, frequency="ตามความเหมาะสม"), ("note", "frequency-unclear", MEASURES, "E2", "ตามความเหมาะสม")),
    (
        order(subject="แต่งตั้งคณะกรรมการ ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"),
        ("warning", "subject-year", GENERAL, cell("subject"), "2565"),
    ),
    (
        order(subject="เรื่อง แต่งตั้งคณะกรรมการ ITA"),
        ("warning", "order-repeated-lead", GENERAL, cell("subject"), "เรื่อง"),
    ),
    (
        order(subject="การแต่งตั้งคณะกรรมการ ITA"),
        ("warning", "order-subject-start", GENERAL, cell("subject"), "“การ”"),
    ),
    (
        lambda whole: made.with_record(whole, "activities", 0, caption="ประชุมชี้แจงแนวทาง เมื่อวันที่"),
        ("warning", "order-repeated-rest", "กิจกรรม", "C2", "เมื่อวันที่"),
    ),
    (
        lambda whole: replace(whole, office=replace(whole.office, name=made.OFFICE.replace("เขต", "เขต "))),
        ("warning", "office-name-spaced", GENERAL, cell("name"), made.OFFICE.replace("เขต", "เขต ")),
    ),
    (
        measure(0, steps="1. สำรวจข้อมูล 2. จัดทำคู่มือ 4. เผยแพร่"),
        ("warning", "list-misnumbered", MEASURES, "G2", "1, 2, 4"),
    ),
    (
        measure(0, steps="1) สำรวจข้อมูล\n2) จัดทำคู่มือ\n2) เผยแพร่"),
        ("warning", "list-misnumbered", MEASURES, "G2", "1, 2, 2"),
    ),
    (
        order(subject="(ร่าง) แต่งตั้งคณะกรรมการ ITA"),
        ("warning", "order-subject-start", GENERAL, cell("subject"), "“(ร่าง”"),
    ),
    (
        order(subject="“แต่งตั้งคณะกรรมการ ITA”"),
        ("warning", "order-subject-start", GENERAL, cell("subject"), "“"),
    ),
    (
        order(subject="แต่งตั้งคณะกรรมการจัดงานวันผู้สูงอายุ"),
        ("warning", "order-other-matter", GENERAL, cell("subject"), "แต่งตั้งคณะกรรมการจัดงานวันผู้สูงอายุ"),
    ),
    (
        order(subject="แต่งตั้งคณะกรรมการ ITA ดังต่อไปนี้"),
        ("warning", "order-repeated-rest", GENERAL, cell("subject"), "ดังต่อไปนี้"),
    ),
    (
        order(reason="ด้วยเข้าร่วมการประเมิน จึงแต่งตั้งคณะทำงาน"),
        ("warning", "order-repeated-rest", GENERAL, cell("reason"), "จึงแต่งตั้ง"),
    ),
    (
        order(powers="มาตรา 68 แห่งพระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. 2528 จึงแต่งตั้งคณะทำงาน"),
        ("warning", "order-repeated-rest", GENERAL, cell("powers"), "จึง"),
    ),
    (
        order(powers="ด้วยคณะรัฐมนตรีมีมติ"),
        ("warning", "order-powers-no-law", GENERAL, cell("powers"), "ด้วยคณะรัฐมนตรีมีมติ"),
    ),
    (
        order(powers="ผู้อำนวยการเขต"),
        ("warning", "order-powers-no-law", GENERAL, cell("powers"), "ผู้อำนวยการเขต"),
    ),
    (
        order(powers="อาศัยอำนาจตามความในมาตรา 68"),
        ("warning", "order-repeated-lead", GENERAL, cell("powers"), "อาศัยอำนาจตามความใน"),
    ),
    (
        lambda whole: replace(whole, office=replace(whole.office, name=f"คำสั่ง{made.OFFICE}")),
        ("warning", "order-repeated-lead", GENERAL, cell("name"), "คำสั่ง"),
    ),
    (order(reason="สำนักงานเขตเข้าร่วมการประเมิน"), ("note", "order-reason-start", GENERAL, cell("reason"), "")),
    (
        order(signatory_position="หัวหน้ากลุ่มงานพัสดุ"),
        ("warning", "signatory-not-head", GENERAL, cell("signatory_position"), "หัวหน้ากลุ่มงานพัสดุ"),
    ),
    (
        order(signatory_position="ผู้ช่วยผู้อำนวยการเขตดอนทราย"),
        ("warning", "signatory-not-head", GENERAL, cell("signatory_position"), "ผู้ช่วยผู้อำนวยการเขตดอนทราย"),
    ),
    (
        order(signatory_position="รองผู้อำนวยการเขตดอนทราย"),
        ("warning", "signatory-not-head", GENERAL, cell("signatory_position"), "รองผู้อำนวยการเขตดอนทราย"),
    ),
    (measure(0, steps=FOLLOW_UP), ("warning", "repeated-text", MEASURES, "G2", FOLLOW_UP)),
    (measure(0, reporting=ACTION), ("warning", "repeated-text", MEASURES, "I2", ACTION)),
]


@pytest.mark.parametrize(("change", "problem"), FAULTS, ids=[f"{fault[1][1]}-{fault[1][4]}" for fault in FAULTS])
def test_one_fault_is_one_problem_at_its_cell(change: Change, problem: Reported) -> None:
    assert reported(change(made.submission())) == [problem]


@pytest.mark.parametrize(
    "change",
    [
        measure(0, follow_ups=("ผู้อำนวยการเขตติดตามผลการดำเนินงานทุกมาตรการ",)),
        measure(0, follow_ups=("ผู้อำนวยการเขตประชุมหัวหน้าฝ่าย",)),  # in words of its own
        measure(0, actions=(ACTION, "จัดทำป้ายบอกขั้นตอน"), follow_ups=(FOLLOW_UP, "ผู้อำนวยการเขตเดินตรวจ")),
        measure(0, actions=(ACTION, "จัดทำป้ายบอกขั้นตอน"), follow_ups=(f"{FOLLOW_UP} และรายงานผล",)),
        measure(0, frequency="ทุกไตรมาส"),
        measure(0, period="พ.ค. 2565 – มี.ค. 2566"),  # an academic year
        measure(0, steps="1. สำรวจข้อมูล 2. จัดทำคู่มือ 3. เผยแพร่"),
        measure(0, steps="1. สำรวจข้อมูล 4. เผยแพร่"),
        measure(0, frequency="ตลอดปีงบประมาณ"),
        measure(0, responsible="หัวหน้าฝ่ายปกครอง และฝ่ายทะเบียน"),
        measure(0, responsible="นิติกร"),
        order(reason="ตามที่สำนักงาน ป.ป.ช. กำหนด"),
    ],
)
def test_what_is_well_said_is_no_fault(change: Change) -> None:
    assert reported(change(made.submission())) == []


def test_rows_of_one_indicator_are_taken_together() -> None:
    whole = made.submission()
    first = replace(whole.measures[0], follow_ups=(), responsible="")
    second = replace(whole.measures[0], actions=("จัดทำคู่มือการปฏิบัติงานให้เป็นปัจจุบัน",), source=made.at(MEASURES, 12))
    assert reported(replace(whole, measures=(first, *whole.measures[1:], second))) == []


def test_a_measure_of_no_indicator() -> None:
    whole = made.submission()
    stray = replace(whole.measures[0], indicator=11, indicator_name="", actions=("จัดทำคู่มือการปฏิบัติงานให้เป็นปัจจุบัน",))
    stray = replace(stray, source=made.at(MEASURES, 12))
    assert reported(replace(whole, measures=(*whole.measures, stray))) == [
        ("error", "measure-of-unknown-indicator", MEASURES, "A12", "11")
    ]


def test_the_name_of_another_district_is_told_in_bangkok_only() -> None:
    whole = made.with_record(made.submission(), "activities", 0, place="ห้องประชุมเขตบางนา")
    assert reported(whole) == [("warning", "other-office", "กิจกรรม", "D2", "เขตบางนา")]
    whole = replace(whole, office=replace(made.office(), name="โรงเรียนดอนทราย"))
    assert "เขตบางนา" not in {found for *_, found in reported(whole)}


def with_results_like_the_measure_of(whole: Submission, indicator: int) -> Submission:
    """Last year's only measure is this indicator's first one of this year."""
    (first, *_) = (one for one in whole.measures if one.indicator == indicator)
    action = first.actions[0].replace(" ", "  ")
    return replace(whole, results=(replace(whole.results[0], indicator=indicator, action=action),))


@pytest.mark.parametrize(
    ("index", "action", "told"),
    [
        (3, "ดำเนินการเช่นเดิม", True),
        (5, "รักษามาตรฐานเดิม", True),
        (0, "รักษามาตรฐานเดิม", False),
        (0, "ไม่มีมาตรการ เนื่องจากคะแนนสูงแล้ว", True),
        (3, "ปรับปรุงแบบขอยืมทรัพย์สินของราชการแทนแบบตามแนวทางเดิม", False),
    ],
)
def test_a_measure_that_says_nothing_new_of_a_weakness_is_told(index: int, action: str, told: bool) -> None:
    whole = made.with_record(made.submission(), "measures", index, actions=(action,))
    found = [cell for _, kind, _, cell, _ in reported(whole) if kind == "measure-of-nothing"]
    assert found == [f"C{index + 2}"] * told


def test_a_weakness_met_with_last_years_measure_is_told_and_a_strength_is_not() -> None:
    whole = made.submission()
    weak, strong = (pick(whole.scores, key=lambda one: one.score).indicator for pick in (min, max))
    (row,) = (one for one in whole.measures if one.indicator == weak)
    expected = ("note", "measure-same-as-last-year", MEASURES, row.source.at("actions").cell, row.actions[0])
    assert reported(with_results_like_the_measure_of(whole, weak)) == [expected]
    assert reported(with_results_like_the_measure_of(whole, strong)) == []


def test_measures_that_follow_ups_pass_over_are_told_once_for_the_sheet() -> None:
    signs = ("จัดทำป้ายประชาสัมพันธ์ขั้นตอนการให้บริการ", "ปรับปรุงห้องน้ำสำหรับผู้มาติดต่อ")
    whole = measure(0, actions=(ACTION, *signs))(made.submission())
    (budget, *_) = whole.measures[1].actions
    (problem,) = check_mirrored(measure(1, actions=(budget, signs[1]))(whole), load(2565))
    assert problem.place.cell == "D2"
    assert problem.message.endswith(f"แต่ไม่ได้กล่าวถึงมาตรการ “{signs[0]}” และอีก 2 รายการ (ช่อง D2 D3)")
