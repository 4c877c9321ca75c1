"""The reader: whatever staff type is taken, and what cannot be taken is told at its cell, once."""

from __future__ import annotations

import datetime
import io
import random
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as OpenpyxlImage
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

import made
from ita_docs.excel.tracker.rounds import units
from ita_docs.framework.scores import FullMark
from ita_docs.model import AnalysisForm, InMeasures, Layout, Person, ScoreTable, Settings, Submission
from ita_docs.workbook.file import Upload
from ita_docs.workbook.new import new_form
from ita_docs.workbook.reader import read, read_for_checks
from ita_docs.workbook.settings import COLUMNS, SETTINGS
from made_workbook import Formatted, Formula, Merged, Sheets, put, save, sheets
from officefiles import pictures
from officefiles.problems import Severity, has_errors
from officefiles.thai import Digits
from thaipages.planning import Catchwords

GENERAL, SCORES, SEATS, MEASURES = "ข้อมูลทั่วไป", "คะแนน", "บุคลากร", "มาตรการ"

Reported = tuple[str, str, str]


def reported(path: Path) -> list[Reported]:
    """Kind, sheet and cell of every problem of a workbook."""
    return [(problem.kind, problem.place.sheet, problem.place.cell) for problem in read(path)[1]]


def reading(path: Path) -> Submission:
    """The submission of a workbook without any problem."""
    submission, problems = read(path)
    assert not problems
    assert submission
    return submission


def rewrite(path: Path, part: str, old: bytes, new: bytes) -> bool:
    """Put ``new`` in the place of ``old`` in a part of the workbook; False where ``old`` is not there."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | {part: changed}).items():
            archive.writestr(name, data)
    return changed != parts[part]


def add_line(book: Sheets, label: str, value: object) -> None:
    """Add a line to the general sheet, in row 60."""
    put(book, GENERAL, "A60", label)
    put(book, GENERAL, "B60", value)


def sum_up(book: Sheets, cell: str, name: str) -> None:
    """Put a row below the scores that sums them up."""
    put(book, SCORES, cell, name)
    for column in "CD":
        put(book, SCORES, column + cell[1:], 81.25)


@pytest.fixture
def book() -> Sheets:
    return sheets()


def test_a_faultless_workbook_gives_its_submission_and_no_problem(book: Sheets, tmp_path: Path) -> None:
    assert reading(save(book, tmp_path)) == made.submission()


def test_every_record_knows_its_cells(book: Sheets, tmp_path: Path) -> None:
    found, expected = reading(save(book, tmp_path)), made.submission()
    for name in ("scores", "measures", "questions", "overrides", "activities"):
        assert [one.source for one in getattr(found, name)] == [one.source for one in getattr(expected, name)]
    seats = [seat.source.at("role") for committee in found.committees for seat in committee.seats]
    assert seats == [seat.source.at("role") for committee in expected.committees for seat in committee.seats]
    assert found.order.source.at("year") == found.order.source.at("number")
    assert found.published.source.at("total") == expected.published.source.at("total")


# What staff type


@pytest.mark.parametrize(
    ("sheet", "cell", "typed"),
    [
        *((GENERAL, "B7", typed) for typed in (
            "15 พฤศจิกายน 2565", "๑๕ พฤศจิกายน พ.ศ. ๒๕๖๕", "15 พ.ย. 65", "15/11/2565", "๑๕/๑๑/๖๕", "2022-11-15",
            "วันที่ 15 พฤศจิกายน 2565", datetime.date(2022, 11, 15), datetime.datetime(2565, 11, 15),
        )),
        *((GENERAL, "B5", typed) for typed in (2566, "๒๕๖๖", "พ.ศ. 2566", "ปีงบประมาณ พ.ศ. ๒๕๖๖", 2566.0, 2023, "66")),
        *((GENERAL, "B6", typed) for typed in ("๑๒๓/๒๕๖๕", "123 / 2565", "ที่ 123/2565", "123/65")),
        *((GENERAL, "B16", typed) for typed in (91.4, "๙๑.๔๐", "91.40 คะแนน", "ร้อยละ 91.4", "91.40%", "๙๑.๔ %",
            Formula("=45.7*2", 91.4))),
        (GENERAL, "B9", "-"),
        (GENERAL, "B9", "–"),
        (GENERAL, "B2", "  สำนักงานเขต\u200bดอนทราย\u00a0"),
        (GENERAL, "B2", "ส\u0e4d\u0e32นักงานเขตดอนทราย"),
        (GENERAL, "B2", "ส\uf711านักงานเขตดอนทราย"),
        (SCORES, "B2", "การป\uf71cิบัติหน\uf70bาที\uf70a"),
        (GENERAL, "B12", "นาย\n"),
        (GENERAL, "B23", " ไทย"),
        *((SCORES, "A3", typed) for typed in ("๒", "ตัวชี้วัดที่ 2", "(๒)", "2.", Formula("=A2+1", 2))),
        *((SCORES, "C3", typed) for typed in (88, "88", "๘๘.๐๐", 88.00000000000001)),
        ("คะแนนรายข้อ", "A2", "I1"),
        ("คะแนนรายข้อ", "A2", "i ๑"),
        ("ข้อความวิเคราะห์", "A2", "ตัวชี้วัดที่ ๙"),
        (MEASURES, "C2", "- เผยแพร่คู่มือการปฏิบัติงานให้ประชาชนทราบ\n"),
        (MEASURES, "C2", "• เผยแพร่คู่มือการปฏิบัติงานให้ประชาชนทราบ\n\n-"),
        (SEATS, "D10", "ธนวัต\u200b"),
        (SEATS, "G2", "-"),
        ("กิจกรรม", "B2", "วันอังคารที่ ๑๗ มกราคม ๒๕๖๖"),
    ],
)  # fmt: skip
def test_what_staff_type_is_taken_as_they_mean_it(
    book: Sheets, tmp_path: Path, sheet: str, cell: str, typed: object
) -> None:
    put(book, sheet, cell, typed)
    assert reading(save(book, tmp_path)) == made.submission()


@pytest.mark.parametrize("typed", ["นายธนวัต รุ่งเรืองสิน", "นาย ธนวัต  รุ่งเรืองสิน", "นายธนวัต\nรุ่งเรืองสิน"])
def test_a_whole_name_in_one_cell_is_taken_apart(book: Sheets, tmp_path: Path, typed: str) -> None:
    for cell, value in (("C10", ""), ("D10", typed), ("E10", "")):
        put(book, SEATS, cell, value)
    assert reading(save(book, tmp_path)) == made.submission()


def test_excel_turning_an_order_number_into_a_date_is_turned_back(book: Sheets, tmp_path: Path) -> None:
    put(book, GENERAL, "B6", datetime.date(2565, 8, 1))
    order = reading(save(book, tmp_path)).order
    assert (order.number, order.year) == ("8", 2565)


@pytest.mark.parametrize("typed", [datetime.date(2565, 8, 2), datetime.date(2565, 8, 31)])
def test_a_date_that_no_order_number_became_is_no_order_number(
    book: Sheets, tmp_path: Path, typed: datetime.date
) -> None:
    put(book, GENERAL, "B6", typed)
    assert reported(save(book, tmp_path)) == [("not-an-order-number", GENERAL, "B6")]


@pytest.mark.parametrize(("look", "shown"), [("m/yyyy", "มกราคม 2566"), ("d/m/yyyy", "15 มกราคม 2566")])
def test_an_order_number_kept_as_a_date_is_told_with_what_excel_shows_and_no_other_day(
    book: Sheets, tmp_path: Path, look: str, shown: str
) -> None:
    put(book, GENERAL, "B6", Formatted(datetime.date(2566, 1, 15), {"num_format": look}))
    (problem,) = read(save(book, tmp_path))[1]
    assert (problem.kind, problem.place.cell, problem.found) == ("not-an-order-number", "B6", shown)


@pytest.mark.parametrize(("typed", "score"), [(0, "0"), ("๐.๐๐", "0"), (0.01, "0.01"), (99.99, "99.99"), (100, "100")])
def test_scores_reach_from_0_to_100(book: Sheets, tmp_path: Path, typed: object, score: str) -> None:
    put(book, SCORES, "C3", typed)
    assert reading(save(book, tmp_path)).scores[1].score == Decimal(score)


def test_settings_are_read_by_their_labels(book: Sheets, tmp_path: Path) -> None:
    for cell, label in (("B23", "อารบิก"), ("B24", "มีเครื่องหมายทับ"), ("B25", "รายการเดียว"), ("B26", "100.00")):
        put(book, GENERAL, cell, label)
    settings = reading(save(book, tmp_path)).settings
    assert (settings.digits, settings.catchwords) == (Digits.ARABIC, Catchwords.SLASH)
    assert (settings.analysis_form, settings.full_mark) == (AnalysisForm.ONE_LIST, FullMark.LONG)


def test_what_is_not_chosen_is_as_the_form_says_of_empty_cells(book: Sheets, tmp_path: Path) -> None:
    headings = {field.heading for field in (*SETTINGS.fields, *COLUMNS.fields)}
    for line in book[GENERAL]:
        line[1] = "" if line[0] in headings else line[1]
    assert reading(save(book, tmp_path)).settings == Settings(
        digits=Digits.THAI,
        catchwords=Catchwords.PLAIN,
        analysis_form=AnalysisForm.SPLIT,
        full_mark=FullMark.SHORT,
        layout=Layout.INDICATORS,
        columns=frozenset(),
        contents=False,
        chart=False,
        score_table=ScoreTable.NONE,
        next_level=False,
        phrases="",
        measures_analysis=InMeasures.BY_COLUMNS,
        members_indented=True,
        one_axis=False,
        embed_typeface=True,
    )


def test_line_breaks_stay_where_they_are_meant_and_only_there(book: Sheets, tmp_path: Path) -> None:
    put(book, GENERAL, "B10", "ด้วยสำนักงานเขตดอนทราย\n(ส่วนกลาง)")
    put(book, "กิจกรรม", "C2", "บรรทัดแรก\r\nบรรทัดที่สอง")
    submission = reading(save(book, tmp_path))
    assert submission.order.reason == "ด้วยสำนักงานเขตดอนทราย (ส่วนกลาง)"
    assert submission.activities[0].caption == "บรรทัดแรก\nบรรทัดที่สอง"


def test_a_cell_of_several_lines_is_several_items(book: Sheets, tmp_path: Path) -> None:
    put(book, MEASURES, "C2", "- หนึ่ง\n  - สอง\n\nสาม")
    assert reading(save(book, tmp_path)).measures[0].actions == ("หนึ่ง", "สอง", "สาม")


# How staff lay it out


def test_columns_may_stand_in_any_order_below_any_title(book: Sheets, tmp_path: Path) -> None:
    book[SEATS] = [["รายชื่อ"], [], *(["", *reversed(row)] for row in book[SEATS])]
    submission = reading(save(book, tmp_path))
    assert submission == made.submission()
    assert submission.committees[0].seats[0].source.at("number").cell == "I4"


def test_headings_may_be_written_in_other_words(book: Sheets, tmp_path: Path) -> None:
    for cell, heading in (("A1", "ลำดับที่"), ("G1", "สังกัด"), ("H1", "หน้าที่ ใน\nคณะ *")):
        put(book, SEATS, cell, heading)
    assert reading(save(book, tmp_path)) == made.submission()


def test_blank_rows_and_example_rows_are_passed_over(book: Sheets, tmp_path: Path) -> None:
    rows = book["กิจกรรม"]
    rows[1:1] = [["ตัวอย่าง", "ไม่ใช่วันที่"], [], ["", " ", "\u00a0"]]
    rows += [[], []]
    assert reading(save(book, tmp_path)) == made.submission()


def test_a_merged_cell_is_read_as_filled_down(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "B2", Merged("คณะกรรมการ", below=6))
    for row in range(3, 9):
        put(book, SEATS, f"B{row}", "")
    assert reading(save(book, tmp_path)) == made.submission()


def test_a_merged_cell_reaching_past_the_data_adds_no_row(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "B15", Merged("คณะทำงาน", below=3))
    put(book, SEATS, "A20", "")
    assert reading(save(book, tmp_path)) == made.submission()


def test_labels_of_the_general_sheet_may_stand_anywhere(book: Sheets, tmp_path: Path) -> None:
    first, *rest = book[GENERAL]
    book[GENERAL] = [["แบบกรอก"], ["", *first], [], *(["", *row] for row in reversed(rest))]
    assert reading(save(book, tmp_path)) == made.submission()


def test_optional_sheets_may_be_left_out_or_left_empty(book: Sheets, tmp_path: Path) -> None:
    del book["คะแนนรายข้อ"]
    book["ข้อความวิเคราะห์"] = []
    submission = reading(save(book, tmp_path))
    assert submission == made.submission(questions=(), overrides=())


# What cannot be taken


def test_ten_faults_are_ten_problems_at_their_cells(book: Sheets, tmp_path: Path) -> None:
    for sheet, cell, value in (
        (GENERAL, "B5", "ปีหน้า"),
        (GENERAL, "B6", "สามร้อย"),
        (GENERAL, "B7", "31/2/2566"),
        (GENERAL, "B25", "แบบสวย ๆ"),
        (SCORES, "A5", "สี่"),
        (SCORES, "C8", "เจ็ดสิบ"),
        ("คะแนนรายข้อ", "A3", "ข้อแรก"),
        (SEATS, "E11", ""),
        (MEASURES, "F4", ""),
        ("กิจกรรม", "B3", "เมื่อวาน"),
    ):
        put(book, sheet, cell, value)
    assert sorted(reported(save(book, tmp_path))) == sorted(
        [
            ("not-a-year", GENERAL, "B5"),
            ("not-an-order-number", GENERAL, "B6"),
            ("not-a-date", GENERAL, "B7"),
            ("not-in-list", GENERAL, "B25"),
            ("not-a-whole-number", SCORES, "A5"),
            ("not-a-score", SCORES, "C8"),
            ("not-a-question-code", "คะแนนรายข้อ", "A3"),
            ("name-incomplete", SEATS, "E11"),
            ("cell-missing", MEASURES, "F4"),
            ("not-a-date", "กิจกรรม", "B3"),
        ]
    )


def test_a_problem_says_what_was_found_and_what_to_do(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "C8", "เจ็ดสิบ")
    (problem,) = read(save(book, tmp_path))[1]
    assert problem.message == "“คะแนน” ต้องเป็นตัวเลข แต่พบ “เจ็ดสิบ”"
    assert problem.hint == "พิมพ์เฉพาะตัวเลข 0 ถึง 100 เช่น 87.50 หรือ ๘๗.๕๐"
    assert problem.found == "เจ็ดสิบ"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda book: book.pop(SCORES), ("sheet-missing", SCORES, "")),
        (lambda book: book.pop(GENERAL), ("sheet-missing", GENERAL, "")),
        (lambda book: book.update({"บุคคลากร": book.pop(SEATS)}), ("sheet-misnamed", "บุคคลากร", "")),
        (lambda book: book.update({"บันทึกช่วยจำ": [["ก"]]}), ("sheet-unknown", "บันทึกช่วยจำ", "")),
        (lambda book: book.update({SCORES: [["ก", "ข"], ["1", "2"]]}), ("headings-missing", SCORES, "")),
        (lambda book: book.update({SCORES: book[SCORES][:1]}), ("sheet-empty", SCORES, "")),
        (lambda book: put(book, SEATS, "F1", ""), ("column-missing", SEATS, "A1")),
        (lambda book: put(book, SEATS, "F1", "ตำแหนง"), ("column-misnamed", SEATS, "F1")),
        (lambda book: put(book, SEATS, "I1", "เบอร์โทรศัพท์"), ("column-own", SEATS, "I1")),
        (lambda book: put(book, SCORES, "C1", "คะแนน ปี 2567"), ("column-misnamed", SCORES, "C1")),
        (lambda book: put(book, SCORES, "C1", "คะแนน (ร้อยละ)"), ("column-misnamed", SCORES, "C1")),
        (lambda book: put(book, GENERAL, "A8", "เรื่องของคำสั่ง ปีงบประมาณ พ.ศ. 2566"), ("label-misnamed", GENERAL, "A8")),
        (lambda book: put(book, SEATS, "F4", "#N/A"), ("formula-error", SEATS, "F4")),
        (lambda book: put(book, SEATS, "F4", "=F3"), ("formula-as-text", SEATS, "F4")),
        (lambda book: put(book, MEASURES, "C2", "+C3&D3"), ("formula-as-text", MEASURES, "C2")),
        (lambda book: put(book, SCORES, "A12", "ที่มา: ประกาศผลการประเมิน"), ("not-a-whole-number", SCORES, "A12")),
        (lambda book: sum_up(book, "A12", "รวม"), ("row-of-totals", SCORES, "A12")),
        (lambda book: sum_up(book, "B13", "คะแนนเฉลี่ย"), ("row-of-totals", SCORES, "B13")),
        (lambda book: put(book, SEATS, "F4", "หัวหน้า\nฝ่ายปกครอง"), ("line-break", SEATS, "F4")),
        (lambda book: put(book, "หน้าที่และอำนาจ", "C4", "ประเมินผล\n1.1 ติดตาม"), ("line-break", "หน้าที่และอำนาจ", "C4")),
        (lambda book: put(book, "หน้าที่และอำนาจ", "C4", "ประเมินผล 3\n- ติดตาม"), ("line-break", "หน้าที่และอำนาจ", "C4")),
        (lambda book: put(book, SEATS, "I1", "ตำแหน่ง"), ("column-twice", SEATS, "I1")),
        (lambda book: put(book, GENERAL, "A8", "เรื่องของคำสัง"), ("label-misnamed", GENERAL, "A8")),
        (lambda book: put(book, GENERAL, "A8", ""), ("label-missing", GENERAL, "")),
        (lambda book: add_line(book, "โทรศัพท์", "1234"), ("label-unknown", GENERAL, "A60")),
        (lambda book: add_line(book, "ปีงบประมาณ", 2566), ("label-twice", GENERAL, "A60")),
        (lambda book: put(book, SEATS, "A20", "หมายเหตุ ปรับปรุงแล้ว"), ("row-incomplete", SEATS, "B20")),
        (lambda book: put(book, SEATS, "D20", "ตรวจแล้ว"), ("row-incomplete", SEATS, "A20")),
        (lambda book: put(book, SEATS, "D2", "สมชาย"), ("name-incomplete", SEATS, "E2")),
        (lambda book: put(book, SEATS, "C2", "นาย"), ("name-incomplete", SEATS, "D2")),
        (lambda book: put(book, "กิจกรรม", "B3", "12-13 พ.ย. 2565"), ("date-of-several-days", "กิจกรรม", "B3")),
        (lambda book: put(book, "กิจกรรม", "B3", "๓๐ ม.ค. – ๒ ก.พ. ๖๖"), ("date-of-several-days", "กิจกรรม", "B3")),
        (lambda book: put(book, SCORES, "A5", "1.5"), ("not-a-whole-number", SCORES, "A5")),
        (lambda book: put(book, SCORES, "A5", 0), ("not-a-whole-number", SCORES, "A5")),
        (lambda book: put(book, SCORES, "C5", True), ("not-a-score", SCORES, "C5")),
        (lambda book: put(book, SCORES, "C5", 100.01), ("score-out-of-range", SCORES, "C5")),
        (lambda book: put(book, SCORES, "C5", "-๓"), ("score-out-of-range", SCORES, "C5")),
        (lambda book: put(book, SCORES, "D5", "๑๐๑"), ("score-out-of-range", SCORES, "D5")),
        (lambda book: put(book, SCORES, "C5", datetime.date(2023, 5, 1)), ("not-a-score", SCORES, "C5")),
        (lambda book: put(book, "ข้อความวิเคราะห์", "A2", "11"), ("not-a-part", "ข้อความวิเคราะห์", "A2")),
        (lambda book: put(book, "ข้อความวิเคราะห์", "A2", "ท้ายเล่ม"), ("not-a-part", "ข้อความวิเคราะห์", "A2")),
        (lambda book: put(book, SCORES, "C5", Formula("=1/0", "#DIV/0!")), ("formula-error", SCORES, "C5")),
        (lambda book: put(book, "กิจกรรม", "E2", "ไม่มี.png"), ("picture-missing", "กิจกรรม", "E2")),
        (lambda book: put(book, "กิจกรรม", "E2", "../ภาพ.png"), ("picture-elsewhere", "กิจกรรม", "E2")),
        (lambda book: put(book, "กิจกรรม", "E2", "ก" * 3000), ("picture-elsewhere", "กิจกรรม", "E2")),
        (lambda book: put(book, GENERAL, "B27", "C:\\ครุฑ.png"), ("picture-elsewhere", GENERAL, "B27")),
        (lambda book: put(book, "กิจกรรม", "E2", "don_sai_2566.xlsx"), ("picture-unreadable", "กิจกรรม", "E2")),
    ],
)
def test_one_fault_is_one_problem(
    book: Sheets, tmp_path: Path, change: Callable[[Sheets], object], expected: Reported
) -> None:
    change(book)
    assert reported(save(book, tmp_path)) == [expected]


def test_a_fault_of_a_merged_cell_is_told_once_at_it(book: Sheets, tmp_path: Path) -> None:
    put(book, MEASURES, "A2", Merged("ทุกข้อ", below=2))
    for row in (3, 4):
        put(book, MEASURES, f"A{row}", "")
    assert reported(save(book, tmp_path)) == [("not-a-whole-number", MEASURES, "A2")]


def test_a_score_of_more_than_two_decimals_is_rounded_half_up_and_noted(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "C5", 84.995)
    put(book, SCORES, "C6", 84.985)
    submission, problems = read(save(book, tmp_path))
    assert submission
    assert [submission.scores[row].score for row in (3, 4)] == [Decimal("85.00"), Decimal("84.99")]
    assert [(problem.kind, problem.place.cell, problem.severity) for problem in problems] == [
        ("score-rounded", "C5", Severity.NOTE),
        ("score-rounded", "C6", Severity.NOTE),
    ]
    assert "85.00" in problems[0].message


@pytest.mark.parametrize("code", ["0%", "0.00%", "[Red]0.0%", '"ร้อยละ" 0.00%;-0.00%'])
def test_every_score_in_a_percent_cell_is_an_error_at_its_cell(book: Sheets, tmp_path: Path, code: str) -> None:
    cells = [(GENERAL, "B16"), (GENERAL, "B18"), (SCORES, "C5"), (SCORES, "D6"), ("คะแนนรายข้อ", "C2")]
    for sheet, cell in cells:
        put(book, sheet, cell, Formatted(0.875, {"num_format": code}))
    path = save(book, tmp_path)
    assert reported(path) == [("score-percentage", sheet, cell) for sheet, cell in cells]
    assert {problem.found for problem in read(path)[1]} == {"87.50%"}


def test_the_format_of_a_score_tells_also_of_formulas_and_of_what_a_whole_percent_is(
    book: Sheets, tmp_path: Path
) -> None:
    put(book, SCORES, "C5", Formatted(1, {"num_format": 9}))
    put(book, SCORES, "C6", Formatted(Formula("=4/5", 0.8), {"num_format": 10}))
    put(book, SCORES, "C7", Formatted(87.5, {"num_format": 10}))
    problems = read(save(book, tmp_path))[1]
    assert [(problem.kind, problem.place.cell) for problem in problems] == [
        ("score-percentage", "C5"),
        ("score-percentage", "C6"),
        ("score-percentage", "C7"),
    ]
    assert [problem.found for problem in problems] == ["100.00%", "80.00%", "8750.00%"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (91.4, '0.00"%"'),
        (91.4, "0.00\\%"),
        (91.4, "0.00_%"),
        (91.4, "0.00"),
        ("91.40%", "0.00%"),
        ("๙๑.๔", "0.00%"),
    ],
)
def test_a_percent_sign_that_changes_no_value_is_no_percentage(
    book: Sheets, tmp_path: Path, value: object, code: str
) -> None:
    put(book, GENERAL, "B16", Formatted(value, {"num_format": code}))
    assert reading(save(book, tmp_path)) == made.submission()


def test_a_percent_cell_that_is_empty_or_holds_no_score_is_read_as_before(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "D5", Formatted(" ", {"num_format": "0.00%"}))
    put(book, SCORES, "A5", Formatted(4, {"num_format": "0%"}))
    scores = reading(save(book, tmp_path)).scores
    assert (scores[3].indicator, scores[3].previous) == (4, None)


def test_a_percentage_may_be_the_format_of_cells_that_name_none(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    assert rewrite(
        path, "xl/styles.xml", b'<cellXfs count="1"><xf numFmtId="0"', b"<cellXfs count='1'><xf numFmtId='9'"
    )
    problems = read(path)[1]
    assert {problem.kind for problem in problems} == {"score-percentage"}
    assert ("score-percentage", SCORES, "C2") in reported(path)


def test_true_in_a_percent_cell_is_no_percentage(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "C5", Formatted(True, {"num_format": 9}))
    assert reported(save(book, tmp_path)) == [("not-a-score", SCORES, "C5")]


def test_a_formula_never_calculated_is_told_apart_from_an_empty_cell(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    sheet = openpyxl.load_workbook(path)
    sheet[SCORES]["C5"] = "=40+44"
    sheet[SEATS]["G9"] = '="ฝ่าย"&"ปกครอง"'
    sheet.save(path)
    assert reported(path) == [("formula-not-calculated", SCORES, "C5"), ("formula-not-calculated", SEATS, "G9")]


def test_the_formula_itself_is_told_also_where_many_cells_share_it(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    sheet = openpyxl.load_workbook(path)
    sheet[SCORES]["C5"], sheet[SCORES]["C6"] = "=A5*20", "=A6*20"
    sheet.save(path)
    scores = "xl/worksheets/sheet2.xml"
    assert rewrite(path, scores, b"<f>A5*20</f>", b'<f t="shared" ref="C5:C6" si="0">A5*20</f>')
    assert rewrite(path, scores, b"<f>A6*20</f>", b'<f t="shared" si="0"></f>')
    _, problems = read(path)
    assert [(problem.place.cell, problem.found) for problem in problems] == [("C5", "=A5*20"), ("C6", "=A6*20")]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "G2", Formula('=IF(A2=1,"","ก")', ""))
    path = save(book, tmp_path)
    as_excel_does = rewrite(path, "xl/worksheets/sheet4.xml", b'<c r="G2"><f>', b'<c r="G2" t="str"><f>')
    assert as_excel_does
    assert reading(path) == made.submission()


def test_a_cell_far_from_the_table_is_told_before_memory_is_spent(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    sheet = openpyxl.load_workbook(path)
    sheet[SCORES]["XFD1048576"] = "หลงมา"
    sheet.save(path)
    (problem,) = read(path)[1]
    assert (problem.kind, problem.place.sheet, problem.found) == ("sheet-too-large", SCORES, "XFD1048576")


def attributes_last_first(xml: str) -> str:
    return re.sub(r'<c (r="[^"]+")((?: \w+="[^"]*")+)', r"<c\2 \1", xml)


def prefixed(xml: str) -> str:
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")


WRITTEN = {
    "attributes in another order": attributes_last_first,
    "single quotes": lambda xml: xml.replace('"', "'"),
    "line breaks": lambda xml: attributes_last_first(xml).replace(' r="', '\n\t r = "'),
    "a prefix": prefixed,
    "no positions": lambda xml: re.sub(r'<(c|row) r="\w+"', r"<\1", xml),
    "a closing bracket in an attribute": lambda xml: xml.replace("<c ", '<c note="a > 0 t=" '),
}
"""Other ways in which a program may write the same cells."""


def write_anew(path: Path, part: str, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(part)
    assert rewrite(path, part, xml, change(xml.decode()).encode())


@pytest.mark.parametrize("change", WRITTEN.values(), ids=WRITTEN)
def test_errors_and_empty_formulas_are_told_however_the_cells_are_written(
    book: Sheets, tmp_path: Path, change: Callable[[str], str]
) -> None:
    put(book, SCORES, "D5", Formula("=A5/0", "#REF!"))
    put(book, SCORES, "D7", Formula("=A7*20", 81.25))
    path = save(book, tmp_path)
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"<v>81.25</v>", b"")
    assert rewrite(path, "xl/worksheets/sheet2.xml", b'<c r="D5"', b'<c r="D5" s="0"')
    write_anew(path, "xl/worksheets/sheet2.xml", change)
    problems = read(path)[1]
    assert [(problem.kind, problem.place.cell, problem.found) for problem in problems] == [
        ("formula-error", "D5", "#REF!"),
        ("formula-not-calculated", "D7", "=A7*20"),
    ]


@pytest.mark.parametrize("change", [one for name, one in WRITTEN.items() if name != "no positions"])
def test_a_cell_far_from_the_table_is_told_however_it_is_written(
    book: Sheets, tmp_path: Path, change: Callable[[str], str]
) -> None:
    path = save(book, tmp_path)
    far = b'<row r="1048576"><c r="XFC1048576" s="0"/><c r="XFD1048576" s="0"><v>1</v></c></row></sheetData>'
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"</sheetData>", far)
    write_anew(path, "xl/worksheets/sheet2.xml", change)
    assert [(problem.kind, problem.found) for problem in read(path)[1]] == [("sheet-too-large", "XFD1048576")]


def test_a_cell_that_follows_a_far_one_is_told(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    far = b'<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row></sheetData>'
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"</sheetData>", far)
    assert [(problem.kind, problem.found) for problem in read(path)[1]] == [("sheet-too-large", "XFD1048576")]


def test_empty_cells_far_from_the_table_are_no_data(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    far = b"<row r='1048576'><c s='0' r='XFD1048576'/></row></sheetData>"
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"</sheetData>", far)
    assert reading(path) == made.submission()


# Data that staff may take for gone


def concealing(path: Path, change: Callable[[Worksheet], object], sheet: str = SEATS) -> Path:
    """The workbook, saved again with a change to one of its sheets."""
    book = openpyxl.load_workbook(path, rich_text=True)
    change(book[sheet])
    book.save(path)
    return path


def hide(sheet: Worksheet, *rows: int, columns: str = "") -> None:
    for row in rows:
        sheet.row_dimensions[row].hidden = True
    for column in columns:
        sheet.column_dimensions[column].hidden = True


@pytest.mark.parametrize("hidden", [b'hidden="1"', b"hidden='true'", b'hidden = "1"', b'ht="0.75"'])
def test_a_hidden_row_with_data_is_one_warning_at_its_first_cell(book: Sheets, tmp_path: Path, hidden: bytes) -> None:
    path = save(book, tmp_path)
    for row in (4, 10):
        assert rewrite(path, "xl/worksheets/sheet4.xml", b'<row r="%d"' % row, b'<row r="%d" %s' % (row, hidden))
    submission, problems = read(path)
    assert submission == made.submission()
    assert reported(path) == [("row-hidden", SEATS, "A4"), ("row-hidden", SEATS, "A10")]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_a_struck_row_is_one_warning_at_its_first_struck_cell(book: Sheets, tmp_path: Path) -> None:
    for cell in "DEFH":
        value = book[SEATS][9]["ABCDEFGH".index(cell)]
        put(book, SEATS, f"{cell}10", Formatted(value, {"font_strikeout": True}))
    submission, (problem,) = read(save(book, tmp_path))
    assert submission == made.submission()
    assert (problem.kind, problem.place.cell, problem.found) == ("text-struck-through", "D10", "ธนวัต")
    assert problem.severity is Severity.WARNING


def strike_a_part(text: str) -> str:
    half = len(text) // 2
    return f"<r><rPr><strike/></rPr><t>{text[:half]}</t></r><r><t>{text[half:]}</t></r>"


def test_a_text_of_which_a_part_is_struck_is_told_at_its_cell(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    shared = "<si><t>ธนวัต</t></si>"
    assert rewrite(path, "xl/sharedStrings.xml", shared.encode(), f"<si>{strike_a_part('ธนวัต')}</si>".encode())
    assert rewrite(path, "xl/sharedStrings.xml", b"</sst>", b"<si/></sst>")
    assert reported(path) == [("text-struck-through", SEATS, "D10")]


def test_a_text_within_its_cell_of_which_a_part_is_struck_is_told(book: Sheets, tmp_path: Path) -> None:
    def strike(xml: str) -> str:
        body = f"<is>{strike_a_part('ธนวัต')}</is>"
        return re.sub(r'<c r="D10" t="s"><v>\d+</v>', f'<c r="D10" t="inlineStr">{body}', xml)

    path = save(book, tmp_path)
    write_anew(path, "xl/worksheets/sheet4.xml", strike)
    assert reported(path) == [("text-struck-through", SEATS, "D10")]


def test_a_struck_space_and_strike_turned_off_are_nothing(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    for text, run in (("ธนวัต", "<strike val='0'/>"), ("รุ่งเรืองสิน", "<strike val='false'/>")):
        rich = f"<si><r><rPr>{run}</rPr><t>{text}</t></r><r><rPr><strike/></rPr><t> </t></r></si>"
        assert rewrite(path, "xl/sharedStrings.xml", f"<si><t>{text}</t></si>".encode(), rich.encode())
    assert reading(path) == made.submission()


def test_a_hidden_column_with_data_is_one_warning(book: Sheets, tmp_path: Path) -> None:
    path = concealing(save(book, tmp_path), lambda sheet: hide(sheet, columns="CH"))
    concealing(path, lambda sheet: hide(sheet, columns="B"), GENERAL)
    assert [(problem.kind, str(problem.place), problem.found) for problem in read(path)[1]] == [
        ("column-hidden", "ชีต ข้อมูลทั่วไป B2", "B"),
        ("column-hidden", "ชีต บุคลากร C9", "C"),
        ("column-hidden", "ชีต บุคลากร H2", "H"),
    ]


def test_columns_hidden_together_are_told_one_by_one(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    columns = b"<cols><col min='6' max='16384' width='9' hidden='true'/></cols><sheetData>"
    assert rewrite(path, "xl/worksheets/sheet4.xml", b"<sheetData>", columns)
    assert reported(path) == [("column-hidden", SEATS, cell) for cell in ("F2", "G9", "H2")]


def test_a_font_whose_strike_is_turned_off_is_nothing(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "D10", Formatted("ธนวัต", {"font_strikeout": True}))
    path = save(book, tmp_path)
    assert rewrite(path, "xl/styles.xml", b"<strike/>", b'<strike val="false"/>')
    assert reading(path) == made.submission()


def test_a_note_beside_a_table_that_lacks_a_column_is_told_as_that_alone(book: Sheets, tmp_path: Path) -> None:
    book[SEATS] = [["", *row[:6], *row[7:]] for row in book[SEATS]]
    put(book, SEATS, "A10", Formatted("ตรวจแล้ว", {"font_strikeout": True}))
    assert reported(save(book, tmp_path)) == [("column-unnamed", SEATS, "A10")]


def test_every_row_of_a_column_without_a_heading_is_named(book: Sheets, tmp_path: Path) -> None:
    for row in (5, 7, 9):
        put(book, SEATS, f"K{row}", "ลาออกแล้ว")
    (problem,) = read(save(book, tmp_path))[1]
    assert (problem.kind, problem.place.cell, "5, 7, 9" in problem.message) == ("column-unnamed", "K5", True)


@pytest.mark.parametrize(("sheet", "cell"), [(GENERAL, "D5"), (SEATS, "K10")])
def test_a_single_cell_beside_what_is_read_is_told(book: Sheets, tmp_path: Path, sheet: str, cell: str) -> None:
    put(book, sheet, cell, "ลาออกแล้ว")
    assert reported(save(book, tmp_path)) == [("column-unnamed", sheet, cell)]


def test_headings_in_the_middle_of_a_table_are_passed_over_and_told(book: Sheets, tmp_path: Path) -> None:
    for sheet, row in ((SEATS, 8), ("หน่วยงานย่อย", 3)):
        book[sheet].insert(row, list(book[sheet][0]))
    path = save(book, tmp_path)
    assert reported(path) == [("headings-again", SEATS, "A9"), ("headings-again", "หน่วยงานย่อย", "A4")]
    whole, _ = read(path)
    assert whole is not None
    assert whole.committees == made.submission().committees
    assert [one.name for one in whole.office.sections] == list(made.SECTIONS)


@pytest.mark.parametrize("row", [["", "ข้อความ"], ["บทนำ", "ข้อความ"]])
def test_a_row_of_which_one_cell_says_what_its_heading_says_is_read(
    book: Sheets, tmp_path: Path, row: list[str]
) -> None:
    book["ข้อความวิเคราะห์"].append(row)
    assert "headings-again" not in {kind for kind, *_ in reported(save(book, tmp_path))}


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        (Formula("=TODAY()", "22 กุมภาพันธ์ 2566"), True),
        (Formula('=TEXT(NOW(),"d mmmm bbbb")', "22 กุมภาพันธ์ 2566"), True),
        (Formula('="22 กุมภาพันธ์ "&2566', "22 กุมภาพันธ์ 2566"), False),
    ],
)
def test_a_formula_that_asks_what_day_it_is_is_told(
    book: Sheets, tmp_path: Path, typed: Formula, is_told: bool
) -> None:
    cell = next(f"B{row}" for row, name in enumerate(made.GENERAL, 2) if name == "notice_date")
    put(book, GENERAL, cell, typed)
    assert reported(save(book, tmp_path)) == [("formula-today", GENERAL, cell)] * is_told


def remarked(path: Path, author: str) -> Path:
    """The workbook with a comment on the first name in row 10, and one on its heading."""
    opened = openpyxl.load_workbook(path)
    for cell in ("D1", "D10"):
        opened[SEATS][cell].comment = Comment("แก้เป็นชื่อใหม่", author)
    opened.save(path)
    return path


@pytest.mark.parametrize(("author", "is_told"), [("หัวหน้าฝ่าย", True), ("ita-docs", False), ("tc={1}", False)])
def test_a_comment_on_a_filled_cell_is_a_note_where_a_person_wrote_it(
    book: Sheets, tmp_path: Path, author: str, is_told: bool
) -> None:
    path = remarked(save(book, tmp_path), author)
    assert reported(path) == [("cell-remark", SEATS, "D10")] * is_told
    assert read(path)[0] == made.submission()


def test_a_comment_with_answers_is_told_by_its_own_words(book: Sheets, tmp_path: Path) -> None:
    path = remarked(save(book, tmp_path), "tc={1}")
    with zipfile.ZipFile(path) as archive:
        links = next(name for name in archive.namelist() if b"comments" in archive.read(name) and "rels/sheet" in name)
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    link = f'<Relationship Id="t1" Type="{kind}" Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>'
    assert rewrite(path, links, b"</Relationships>", link.encode())
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    told = f'<a:ThreadedComments xmlns:a="{space}"><a:threadedComment ref="D10"><a:text>ขอแก้ชื่อ</a:text>'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/threadedComments/threadedComment1.xml", f"{told}</a:threadedComment></a:ThreadedComments>")
    (problem,) = read(path)[1]
    assert (problem.kind, problem.place.cell, problem.found) == ("cell-remark", "D10", "ขอแก้ชื่อ")


def test_comments_that_cannot_be_read_are_let_be(book: Sheets, tmp_path: Path) -> None:
    path = remarked(save(book, tmp_path), "หัวหน้าฝ่าย")
    with zipfile.ZipFile(path) as archive:
        (part,) = (name for name in archive.namelist() if "comments/" in name)
    assert rewrite(path, part, b'authorId="0"', b'authorId="9"')
    assert reported(path) == []


def test_a_hidden_row_is_told_once_also_where_it_is_struck(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "D10", Formatted("ธนวัต", {"font_strikeout": True}))
    assert reported(concealing(save(book, tmp_path), lambda sheet: hide(sheet, 10))) == [("row-hidden", SEATS, "A10")]


def test_hidden_and_struck_lines_of_the_general_sheet_are_told(book: Sheets, tmp_path: Path) -> None:
    put(book, GENERAL, "B10", Formatted(book[GENERAL][9][1], {"font_strikeout": True}))
    path = concealing(save(book, tmp_path), lambda sheet: hide(sheet, 12), GENERAL)
    assert reported(path) == [("text-struck-through", GENERAL, "B10"), ("row-hidden", GENERAL, "B12")]


def test_what_is_hidden_or_struck_but_no_data_of_the_form_is_not_told(book: Sheets, tmp_path: Path) -> None:
    struck = {"font_strikeout": True}
    book[SEATS] = [["รายชื่อ"], *book[SEATS]]
    put(book, SEATS, "A1", Formatted("รายชื่อ", struck))
    put(book, SEATS, "A17", Formatted("ตัวอย่าง", struck))
    put(book, SEATS, "G3", Formatted(" ", struck))
    put(book, SEATS, "J4", Formatted("บันทึกของหน่วยงาน", struck))
    book["บันทึก"] = [[Formatted("ก", struck)]]
    path = save(book, tmp_path)
    concealing(path, lambda sheet: hide(sheet, 1, 17, 18, columns="JK"))
    concealing(path, lambda sheet: hide(sheet, 1, columns="A"), "บันทึก")
    assert reported(path) == [("column-unnamed", SEATS, "J4"), ("sheet-unknown", "บันทึก", "")]


def test_a_picture_is_found_by_a_name_that_reads_the_same(book: Sheets, tmp_path: Path) -> None:
    typed = ("ภาพ 1, ประชุม.jpg", "IMG_001.JPG", "ให้คำปรึกษา.jpg", "ภาพ  สอง.jpg")
    names = ("ภาพ 1, ประชุม.jpg", "img_001.jpg", "ให้ค\u0e4d\u0e32ปรึกษา.jpg", "ภาพ  สอง.jpg")
    for width, name in enumerate(names, 1):
        Image.new("RGB", (width, 1)).save(tmp_path / name)
    put(book, "กิจกรรม", "E2", "\n".join(typed))
    path = save(book, tmp_path)
    submission = reading(path)
    assert [one.width for one in submission.activities[0].pictures] == [1, 2, 3, 4]
    uploaded, problems = read(Upload(path.name, path.read_bytes(), {n: (tmp_path / n).read_bytes() for n in names}))
    assert not problems
    assert uploaded == submission


def test_two_pictures_whose_names_read_the_same_are_not_chosen_between(book: Sheets, tmp_path: Path) -> None:
    for name in ("a.jpg", "A.JPG"):
        Image.new("RGB", (2, 1)).save(tmp_path / name)
    put(book, "กิจกรรม", "E2", "A.jpg")
    assert reported(save(book, tmp_path)) == [("picture-missing", "กิจกรรม", "E2")]


def test_pictures_are_read_from_below_the_workbook(book: Sheets, tmp_path: Path) -> None:
    (tmp_path / "ภาพ").mkdir()
    Image.new("RGB", (40, 30)).save(tmp_path / "ภาพ" / "หนึ่ง.png")
    Image.new("RGB", (20, 10)).save(tmp_path / "two.jpg")
    put(book, "กิจกรรม", "E2", "ภาพ/หนึ่ง.png\n- two.jpg")
    put(book, GENERAL, "B27", "ภาพ\\หนึ่ง.png")
    submission = reading(save(book, tmp_path))
    pictures = submission.activities[0].pictures
    assert [(one.name, one.width, one.height) for one in pictures] == [("ภาพ/หนึ่ง.png", 40, 30), ("two.jpg", 20, 10)]
    assert submission.order.emblem
    assert submission.order.emblem.width == 40


def test_a_picture_over_a_limit_is_told_and_not_used(
    book: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    put(book, "กิจกรรม", "E2", "a.png")
    monkeypatch.setattr(pictures, "MAX_PIXELS", 40 * 30)
    (picture,) = reading(save(book, tmp_path)).activities[0].pictures
    assert (picture.width, picture.height) == (40, 30)
    monkeypatch.setattr(pictures, "MAX_PIXELS", 40 * 30 - 1)
    assert reported(save(book, tmp_path)) == [("picture-unreadable", "กิจกรรม", "E2")]


@pytest.mark.parametrize(("noted", "size"), [(1, (40, 20)), (3, (40, 20)), (6, (20, 40)), (8, (20, 40))])
def test_a_photo_is_turned_as_the_phone_notes(book: Sheets, tmp_path: Path, noted: int, size: tuple[int, int]) -> None:
    """The stored photo is white but for the black edge that is the top of the scene."""
    edges = {1: (0, 0, 40, 8), 3: (0, 12, 40, 20), 6: (0, 0, 8, 20), 8: (32, 0, 40, 20)}
    stored = Image.new("L", (40, 20), 255)
    stored.paste(0, edges[noted])
    exif = Image.Exif()
    exif[0x0112] = noted
    exif[0x010F] = "ACME"
    exif[0x8769] = {0x9003: "2022:11:09 09:30:00"}
    stored.save(tmp_path / "photo.jpg", exif=exif)
    put(book, "กิจกรรม", "E2", "photo.jpg")
    (picture,) = reading(save(book, tmp_path)).activities[0].pictures
    shown = Image.open(io.BytesIO(picture.data))
    assert (picture.width, picture.height) == shown.size == size
    assert not shown.getexif()
    assert picture.taken == datetime.date(2022, 11, 9)
    assert shown.getpixel((size[0] // 2, 1)) < 60 < 200 < shown.getpixel((size[0] // 2, size[1] - 2))


def test_a_very_large_photo_is_turned_at_half_its_size(book: Sheets, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (5000, 4000), 255).save(tmp_path / "photo.jpg", exif=exif)
    put(book, "กิจกรรม", "E2", "photo.jpg")
    (picture,) = reading(save(book, tmp_path)).activities[0].pictures
    assert (picture.width, picture.height) == Image.open(io.BytesIO(picture.data)).size == (2000, 2500)


def test_a_picture_file_too_large_to_be_opened_is_told_at_its_cell(book: Sheets, tmp_path: Path) -> None:
    with (tmp_path / "photo.jpg").open("wb") as file:
        file.truncate(51 << 20)
    put(book, "กิจกรรม", "E2", "photo.jpg")
    _, problems = read(save(book, tmp_path))
    assert [(one.kind, str(one.place)) for one in problems] == [("picture-unreadable", "ชีต กิจกรรม E2")]
    assert "51" in problems[0].message


@pytest.mark.parametrize("keep", [33, 4000], ids=["the header", "half"])
def test_a_photo_cut_short_is_told_at_its_cell(book: Sheets, tmp_path: Path, keep: int) -> None:
    Image.effect_noise((400, 200), 90).save(tmp_path / "photo.jpg")
    (tmp_path / "photo.jpg").write_bytes((tmp_path / "photo.jpg").read_bytes()[:keep])
    put(book, "กิจกรรม", "E2", "photo.jpg")
    _, problems = read(save(book, tmp_path))
    assert [(one.kind, str(one.place)) for one in problems] == [("picture-unreadable", "ชีต กิจกรรม E2")]


# Files that are no workbook


def _text(path: Path) -> None:
    path.write_text("ลำดับ,ชื่อ", encoding="utf-8")


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def _damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 16] ^= 1
    path.write_bytes(data)


def _old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def _encrypted(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def _strict(path: Path) -> None:
    names = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert rewrite(path, "xl/workbook.xml", *names)


def _open_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


def _swollen(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image9.png", bytes(30_000_000))


def _other_workbook(path: Path) -> None:
    save({"งบประมาณ": [["รายการ", "จำนวน"]]}, path.parent, path.name)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (Path.unlink, "file-not-found"),
        (_folder, "file-unreadable"),
        (lambda path: path.write_bytes(b""), "file-empty"),
        (_text, "file-not-workbook"),
        (_zip, "file-not-workbook"),
        (_cut, "file-not-workbook"),
        (_damaged, "file-not-workbook"),
        (_old, "file-old-format"),
        (_open_document, "file-old-format"),
        (_encrypted, "file-encrypted"),
        (_strict, "file-strict"),
        (_swollen, "file-refused"),
        (_other_workbook, "file-not-form"),
    ],
)
def test_a_file_that_is_no_workbook_is_one_problem(
    book: Sheets, tmp_path: Path, spoil: Callable[[Path], object], kind: str
) -> None:
    path = save(book, tmp_path)
    spoil(path)
    submission, problems = read(path)
    assert submission is None
    assert [problem.kind for problem in problems] == [kind]
    assert has_errors(problems)


@pytest.mark.parametrize("name", ["~$office.xlsx", ".~lock.office.xlsx#"])
def test_what_lies_beside_an_open_file_is_told_as_such_and_a_workbook_of_that_name_is_read(
    book: Sheets, tmp_path: Path, name: str
) -> None:
    _, problems = read(Upload(name, b"\x07office"))
    assert [problem.kind for problem in problems] == ["file-lock"]
    assert read(Upload(name, save(book, tmp_path).read_bytes()))[0]


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt"])
def test_a_text_of_values_is_told_as_the_format_that_its_name_says(ending: str) -> None:
    _, problems = read(Upload(f"office{ending}", "ลำดับ,ชื่อ".encode()))
    assert [problem.kind for problem in problems] == ["file-old-format"]
    assert f"รูปแบบ {ending} ซึ่ง" in problems[0].message


def test_no_damage_inside_the_file_raises(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/")}
    chance = random.Random(2566)
    for _ in range(30):
        part = chance.choice(list(parts))
        at = chance.randrange(len(parts[part]))
        path.write_bytes(whole)
        rewrite(path, part, parts[part], parts[part][:at] + parts[part][at + chance.randint(1, 40) :])
        submission, problems = read(path)
        assert submission or has_errors(problems)


# Cells that could not be read do not keep the checks from the rest


def test_a_sound_workbook_has_one_submission_for_the_checks(book: Sheets, tmp_path: Path) -> None:
    assert read_for_checks(save(book, tmp_path)) == ((made.submission(),), ())


def test_unreadable_cells_give_two_submissions_that_agree_on_all_else(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "C5", "แปดสิบ")
    put(book, GENERAL, "B7", "พรุ่งนี้")
    (one, other), problems = read_for_checks(save(book, tmp_path))
    assert len(problems) == 2
    assert one.order.date != other.order.date
    assert [score.indicator for score in one.scores] == list(range(1, 11))
    assert [score.indicator for score in other.scores] == [1, 2, 3, 5, 6, 7, 8, 9, 10]
    assert one.committees == other.committees == made.submission().committees
    assert read(tmp_path / "don_sai_2566.xlsx")[0] is None


def test_without_a_sheet_the_checks_have_nothing_to_look_at(book: Sheets, tmp_path: Path) -> None:
    del book[SEATS]
    assert read_for_checks(save(book, tmp_path))[0] == ()


def test_rows_and_columns_without_height_or_width_are_hidden_too(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    assert rewrite(path, "xl/worksheets/sheet4.xml", b'<row r="4"', b'<row r="4" ht="0" customHeight="1"')
    columns = b"<cols><col min='8' max='8' width='0.0' customWidth='1'/></cols><sheetData>"
    assert rewrite(path, "xl/worksheets/sheet4.xml", b"<sheetData>", columns)
    assert reported(path) == [("row-hidden", SEATS, "A4"), ("column-hidden", SEATS, "H2")]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_with_data_is_one_warning(book: Sheets, tmp_path: Path, state: str) -> None:
    path = save(book, tmp_path)
    workbook = openpyxl.load_workbook(path)
    workbook[MEASURES].sheet_state = state
    workbook.save(path)
    submission, (problem,) = read(path)
    assert submission == made.submission()
    assert (problem.kind, str(problem.place), problem.severity) == ("sheet-hidden", f"ชีต {MEASURES}", Severity.WARNING)


def test_a_picture_that_lies_on_a_sheet_of_file_names_is_told_where_it_lies(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    workbook = openpyxl.load_workbook(path)
    Image.new("RGB", (4, 3)).save(tmp_path / "a.png")
    for sheet, cell in (("กิจกรรม", "E3"), (SCORES, "F2")):
        workbook[sheet].add_image(OpenpyxlImage(io.BytesIO((tmp_path / "a.png").read_bytes())), cell)
    workbook.save(path)
    assert reported(path) == [("picture-pasted", "กิจกรรม", "E3")]


def test_scores_under_a_merged_cell_are_told_once_at_it(book: Sheets, tmp_path: Path) -> None:
    put(book, SCORES, "C5", Merged(87.5, below=2))
    for row in (6, 7):
        put(book, SCORES, f"C{row}", "")
    assert reported(save(book, tmp_path)) == [("score-merged", SCORES, "C5")]


def test_one_value_for_two_lines_is_told(book: Sheets, tmp_path: Path) -> None:
    line = next(row for row, cells in enumerate(book[GENERAL], 1) if cells[0] == "ชื่อผู้ลงนาม")
    put(book, GENERAL, f"B{line}", Merged("สมหมาย", below=1))
    put(book, GENERAL, f"B{line + 1}", "")
    assert reported(save(book, tmp_path)) == [("value-merged", GENERAL, f"B{line + 1}")]


@pytest.mark.parametrize("column", "AB")
def test_an_indicator_merged_over_rows_of_another_is_told_once_where_it_is_merged(
    book: Sheets, tmp_path: Path, column: str
) -> None:
    value = book[MEASURES][1]["AB".index(column)]
    put(book, MEASURES, f"{column}2", Merged(value, below=2))
    put(book, MEASURES, f"{column}3", "")
    put(book, MEASURES, f"{column}4", "")
    assert reported(save(book, tmp_path)) == [("indicator-merged", MEASURES, f"{column}2")]


@pytest.mark.parametrize("typed", [("", ""), (1, ""), ("", "การปฏิบัติหน้าที่")])
def test_rows_of_one_indicator_may_be_merged(book: Sheets, tmp_path: Path, typed: tuple[object, str]) -> None:
    rows = book[MEASURES]
    rows.insert(2, [*typed, "จัดอบรมบุคลากร", *rows[1][3:]])
    for column, value in enumerate(typed):
        rows[1][column] = rows[1][column] if value else Merged(rows[1][column], below=1)
    measures = reading(save(book, tmp_path)).measures
    assert [(one.indicator, one.indicator_name) for one in measures[:2]] == [(1, "การปฏิบัติหน้าที่")] * 2


@pytest.mark.parametrize(("cell", "found"), [("C4", [("not-a-score", SCORES, "C4")]), ("D4", [])])
def test_a_dash_is_no_score_but_says_that_last_years_is_not_known(
    book: Sheets, tmp_path: Path, cell: str, found: list[tuple[str, str, str]]
) -> None:
    put(book, SCORES, cell, "-")
    assert reported(save(book, tmp_path)) == found


@pytest.mark.parametrize("code", ["#SPILL!", "#GETTING_DATA", "#ERROR!", "Err:508"])
def test_an_error_of_newer_and_other_programs_is_told_at_its_cell(book: Sheets, tmp_path: Path, code: str) -> None:
    put(book, SCORES, "C5", Formula("=1/0", "#DIV/0!"))
    path = save(book, tmp_path)
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"#DIV/0!<", code.encode() + b"<")
    problems = read(path)[1]
    assert [(one.kind, one.place.cell, one.found) for one in problems] == [("formula-error", "C5", code)]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_a_workbook_with_a_part_in_utf_16_is_read(book: Sheets, tmp_path: Path, part: str) -> None:
    path = save(book, tmp_path)
    with zipfile.ZipFile(path) as archive:
        data = archive.read(part)
    assert rewrite(path, part, data, data.decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    assert reading(path) == made.submission()


@pytest.mark.parametrize("heading", ["ชื่อ-สกุล", "ชื่อ – นามสกุล", "ชื่อและนามสกุล"])
def test_one_column_of_whole_names_is_read(book: Sheets, tmp_path: Path, heading: str) -> None:
    for row in book[SEATS][1:]:
        row[3] = "".join(map(str, row[2:4])) + (f" {row[4]}" if row[4] else "")
        row[2] = row[4] = ""
    put(book, SEATS, "D1", heading)
    assert reading(save(book, tmp_path)).committees == made.submission().committees


@pytest.mark.parametrize("column", "CDE")
def test_a_name_in_one_cell_has_its_parts_there(book: Sheets, tmp_path: Path, column: str) -> None:
    for name, text in zip("CDE", ("", "", ""), strict=True):
        put(book, SEATS, f"{name}9", text)
    put(book, SEATS, f"{column}9", "ว่าที่ ร.ต.สมเจตน์ รัตนวารี")
    committees = reading(save(book, tmp_path)).committees
    seat = next(seat for one in committees for seat in one.seats if seat.source.row == 9)
    assert seat.person == Person(title="ว่าที่ ร.ต.", first_name="สมเจตน์", last_name="รัตนวารี")
    assert {seat.source.at(name).cell for name in ("title", "first_name", "last_name")} == {f"{column}9"}


@pytest.mark.parametrize("line", [12, 13, 14])
def test_the_name_of_who_signs_may_stand_in_one_cell(book: Sheets, tmp_path: Path, line: int) -> None:
    for each in (12, 13, 14):
        put(book, GENERAL, f"B{each}", "นายปราโมทย์ ชลธารทอง" if each == line else "")
    order = reading(save(book, tmp_path)).order
    assert order.signatory == made.submission().order.signatory
    assert {order.source.at(f"signatory_{name}").cell for name in ("title", "first_name", "last_name")} == {f"B{line}"}


def test_what_is_lacking_of_the_name_of_who_signs_is_told_at_its_cell(book: Sheets, tmp_path: Path) -> None:
    put(book, GENERAL, "B12", "")
    put(book, GENERAL, "B13", "นายปราโมทย์")
    put(book, GENERAL, "B14", "")
    assert reported(save(book, tmp_path)) == [("cell-missing", GENERAL, "B14")]


def test_sara_e_typed_twice_in_a_heading_reads_as_sara_ae(book: Sheets, tmp_path: Path) -> None:
    put(book, SEATS, "F1", "ตำเเหน่ง")
    assert reading(save(book, tmp_path)) == made.submission()


def test_an_order_has_no_number_0(book: Sheets, tmp_path: Path) -> None:
    put(book, GENERAL, "B6", "๐/๒๕๖๕")
    assert [kind for kind, _, _ in reported(save(book, tmp_path))] == ["not-an-order-number"]


def test_several_units_stand_on_lines_of_their_own(book: Sheets, tmp_path: Path) -> None:
    put(book, MEASURES, "F2", "ฝ่ายปกครอง\nฝ่ายการคลัง")
    measure = reading(save(book, tmp_path)).measures[0]
    assert measure.responsible == "ฝ่ายปกครอง\nฝ่ายการคลัง"
    assert units([measure.responsible]) == ("ฝ่ายปกครอง", "ฝ่ายการคลัง")


def test_how_last_years_workbook_showed_its_data_is_told_when_it_is_rolled_over(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    opened = openpyxl.load_workbook(path)
    opened[SEATS].row_dimensions[2].hidden = True
    opened[SEATS]["F3"].font = Font(strike=True)
    opened[MEASURES]["C2"].comment = Comment("ทำไม่ได้แล้ว", "ผู้ตรวจ")
    opened.save(path)
    told = [line for line in new_form(2567, last=path).lines if line.startswith("โปรดตรวจทาน: ในแบบกรอกปีก่อน")]
    assert [
        (line.split()[2:5], word in line) for line, word in zip(told, ("ซ่อน", "ขีดฆ่า", "ทำไม่ได้แล้ว"), strict=True)
    ] == [
        (["ชีต", "บุคลากร", "A2"], True),
        (["ชีต", "บุคลากร", "F3"], True),
        (["ชีต", "มาตรการ", "C2"], True),
    ]


def test_what_an_office_added_and_cannot_be_read_is_named_when_it_is_rolled_over(book: Sheets, tmp_path: Path) -> None:
    for row in ("2", "3"):
        put(book, SEATS, f"I{row}", "02 000 0000")
    put(book, "ข้อความวิเคราะห์", "C1", "ผู้เขียน")
    book["ทะเบียนคุม"] = [["เลขที่"]]
    lines = new_form(2567, last=save(book, tmp_path)).lines
    end = " ซึ่งหน่วยงานเพิ่มเอง โปรดคัดลอกจากแบบกรอกปีก่อนหากยังใช้"
    assert [line.removesuffix(end) for line in lines if line.startswith("ไม่ได้ยกมา")] == [
        "ไม่ได้ยกมา: ชีต บุคลากร I2 “I”",
        "ไม่ได้ยกมา: ชีต ข้อความวิเคราะห์ C1 “ผู้เขียน”",
        "ไม่ได้ยกมา: ชีต ทะเบียนคุม “ทะเบียนคุม”",
    ]


# What other programs write, and Excel opens


def anew(path: Path, part: str, pattern: bytes, new: bytes) -> None:
    """Put ``new`` in the place of what ``pattern`` finds first in a part of the workbook."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(part)
    assert rewrite(path, part, xml, re.sub(pattern, new, xml, count=1))


@pytest.mark.parametrize("format", ["d mmmm yyyy", "[h]:mm"])
@pytest.mark.parametrize("days", ["1e300", "-1e300", "1e+15", "3000000", "-5", "60"])
def test_a_day_that_no_calendar_has_is_told_at_its_cell_and_nothing_else_is_said(
    book: Sheets, tmp_path: Path, capfd: pytest.CaptureFixture[str], format: str, days: str
) -> None:
    put(book, GENERAL, "B7", Formatted(1, {"num_format": format}))
    path = save(book, tmp_path)
    anew(path, "xl/worksheets/sheet1.xml", rb'(<c r="B7"[^>]*><v>)1<', rb"\g<1>%b<" % days.encode())
    problems = read(path)[1]
    assert [(one.kind, str(one.place)) for one in problems] == [("not-a-date", f"ชีต {GENERAL} B7")]
    assert format == "[h]:mm" or float(problems[0].found) == float(days)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("days", "day"), [(1, (1900, 1, 1)), (59, (1900, 2, 28)), (61, (1900, 3, 1)), (44859.5, None)])
def test_days_count_as_excel_counts_them(
    book: Sheets, tmp_path: Path, days: float, day: tuple[int, int, int] | None
) -> None:
    put(book, "กิจกรรม", "B2", Formatted(days, {"num_format": "d/m/yyyy"}))
    expected = datetime.date(*day) if day else datetime.date(2022, 10, 25)
    assert reading(save(book, tmp_path)).activities[0].date == expected


def test_a_number_that_stands_for_a_day_is_named_by_the_day_that_the_workbook_counts_from(
    book: Sheets, tmp_path: Path
) -> None:
    put(book, GENERAL, "B7", 43418)
    path = save(book, tmp_path)
    assert rewrite(path, "xl/workbook.xml", b"<workbookPr", b'<workbookPr date1904="1"')
    (problem,) = read(path)[1]
    assert (problem.kind, "15 พฤศจิกายน 2565" in problem.message) == ("date-as-number", True)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (b'<c r="C5" t="e"></c>', "#N/A"),
        (b'<c r="C5" t="e"><v/></c>', "#N/A"),
        (b'<c r="C5" t="e"><v><![CDATA[#REF!]]></v></c>', "#REF!"),
        (b'<c r="C5" t="e"><!-- <v>1</v> --><v>#REF!</v></c>', "#REF!"),
    ],
)
def test_an_error_is_told_whether_its_name_stands_in_the_cell_or_not(
    book: Sheets, tmp_path: Path, cell: bytes, found: str
) -> None:
    path = save(book, tmp_path)
    anew(path, "xl/worksheets/sheet2.xml", rb'<c r="C5".*?</c>', cell)
    assert [(one.kind, one.place.cell, one.found) for one in read(path)[1]] == [("formula-error", "C5", found)]


def test_numbers_in_cdata_are_read_and_cells_in_comments_are_none(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    anew(path, "xl/worksheets/sheet2.xml", rb"<v>([0-9.]+)</v>", rb"<v><![CDATA[\1]]></v>")
    far = b'<!-- <row r="1048576"><c r="XFD1048576"><v>1</v></c></row> --></sheetData>'
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"</sheetData>", far)
    assert reading(path) == made.submission()


@pytest.mark.parametrize("ref", [b'""', b'"A1:"', b"'A:C'", b'"A1:C2:D3"', b'"A0:B1"', b'"$A$1:$B$2"'])
def test_a_merged_range_that_cannot_be_read_is_none_and_others_are(book: Sheets, tmp_path: Path, ref: bytes) -> None:
    put(book, SCORES, "C5", Merged(87.5, below=1))
    put(book, SCORES, "C6", "")
    path = save(book, tmp_path)
    end = b"<mergeCell ref=" + ref + b"></mergeCell></mergeCells>"
    assert rewrite(path, "xl/worksheets/sheet2.xml", b"</mergeCells>", end)
    assert reported(path) == [("score-merged", SCORES, "C5")]


@pytest.mark.parametrize("position", ["superscript", "subscript"])
def test_a_text_above_or_below_the_line_is_one_warning_at_its_cell(book: Sheets, tmp_path: Path, position: str) -> None:
    put(book, SEATS, "D11", Formatted(book[SEATS][10][3], {"font_script": 1 if position == "superscript" else 2}))
    path = save(book, tmp_path)
    rich = f'<si><r><t>ธน</t></r><r><rPr><vertAlign val="{position}"/></rPr><t>วัต</t></r></si>'
    assert rewrite(path, "xl/sharedStrings.xml", "<si><t>ธนวัต</t></si>".encode(), rich.encode())
    submission, problems = read(path)
    assert submission == made.submission()
    assert reported(path) == [("text-raised", SEATS, "D10"), ("text-raised", SEATS, "D11")]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_a_text_that_is_set_on_the_line_is_not_raised(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    rich = '<si><r><rPr><vertAlign val="baseline"/></rPr><t>ธนวัต</t></r></si>'
    assert rewrite(path, "xl/sharedStrings.xml", "<si><t>ธนวัต</t></si>".encode(), rich.encode())
    assert reading(path) == made.submission()


def test_rows_that_are_written_show_where_those_that_are_not_are_hidden(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    assert rewrite(path, "xl/worksheets/sheet4.xml", b"<sheetFormatPr", b'<sheetFormatPr zeroHeight="1"')
    assert reading(path) == made.submission()


@pytest.mark.parametrize(
    ("look", "unseen"),
    [
        ({"font_color": "#FFFFFF"}, True),
        ({"font_color": "#FEFEFE", "bg_color": "#FFF9E6"}, True),
        ({"font_color": "#1F3864", "bg_color": "#1F3864"}, True),
        ({"font_color": "#FFFFFF", "bg_color": "#1F3864"}, False),
        ({"font_color": "#FFFFFF", "bg_color": "#1F3864", "pattern": 2}, False),
        ({"font_color": "#595959"}, False),
        ({"font_size": 1}, True),
        ({"font_size": 8}, False),
    ],
)
def test_a_text_in_the_colour_of_its_ground_is_one_warning_at_its_cell(
    book: Sheets, tmp_path: Path, look: dict[str, object], unseen: bool
) -> None:
    put(book, SEATS, "F10", Formatted(book[SEATS][9][5], look))
    submission, _ = read(path := save(book, tmp_path))
    assert submission == made.submission()
    assert reported(path) == [("text-unseen", SEATS, "F10")] * unseen


@pytest.mark.parametrize(
    ("run", "ground", "unseen"),
    [
        ('<color rgb="FFFFFFFF"/>', {}, True),
        ('<color theme="0"/>', {}, True),
        ('<sz val="1"/>', {}, True),
        ('<color rgb="FFFFFFFF"/>', {"bg_color": "#1F3864"}, False),
        ('<color rgb="FF1F3864"/><sz val="16"/>', {}, False),
    ],
)
def test_a_part_of_a_text_that_is_not_seen_is_told(
    book: Sheets, tmp_path: Path, run: str, ground: dict[str, object], unseen: bool
) -> None:
    put(book, SEATS, "D10", Formatted(book[SEATS][9][3], ground))
    path = save(book, tmp_path)
    rich = f"<si><r><t>ธน</t></r><r><rPr>{run}</rPr><t>วัต</t></r></si>"
    assert rewrite(path, "xl/sharedStrings.xml", "<si><t>ธนวัต</t></si>".encode(), rich.encode())
    assert reported(path) == [("text-unseen", SEATS, "D10")] * unseen


def test_a_text_below_a_merged_cell_is_told(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    merged = b'<mergeCells count="1"><mergeCell ref="F10:G10"/></mergeCells>'
    assert rewrite(path, "xl/worksheets/sheet4.xml", b"</sheetData>", b"</sheetData>" + merged)
    assert reported(path) == [("text-unseen", SEATS, "G10")]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "look"),
    [(SCORES, "A5", 4, '0"0"'), (SEATS, "A5", 4, '"5"'), (GENERAL, "B5", 2566, '"2567"')],
)
def test_a_number_that_excel_shows_as_another_is_told(
    book: Sheets, tmp_path: Path, sheet: str, cell: str, value: int, look: str
) -> None:
    put(book, sheet, cell, Formatted(value, {"num_format": look}))
    assert reported(save(book, tmp_path)) == [("score-shown-otherwise", sheet, cell)]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "look"),
    [(SCORES, "A5", 4, '"ข้อ "0'), (SEATS, "A5", 4, "00"), (GENERAL, "B5", 2023, "0"), (GENERAL, "B5", 66, '"25"0')],
)
def test_a_number_that_shows_as_what_it_means_is_read(
    book: Sheets, tmp_path: Path, sheet: str, cell: str, value: int, look: str
) -> None:
    put(book, sheet, cell, Formatted(value, {"num_format": look}))
    assert reading(save(book, tmp_path)) == made.submission()


def test_a_text_box_is_noted_where_it_lies(book: Sheets, tmp_path: Path) -> None:
    path = save(book, tmp_path)
    workbook = openpyxl.load_workbook(path)
    Image.new("RGB", (4, 3)).save(tmp_path / "a.png")
    workbook[SEATS].add_image(OpenpyxlImage(io.BytesIO((tmp_path / "a.png").read_bytes())), "F4")
    workbook.save(path)
    box = '<xdr:sp><a:p xmlns:a="urn:a"><a:r><a:t>แก้ลำดับที่ 3</a:t></a:r></a:p></xdr:sp>'

    def boxed(xml: str) -> str:
        return re.sub(r"<(\w+:)?pic>.*</(\w+:)?pic>", box.replace("xdr:", ""), xml, flags=re.DOTALL)

    write_anew(path, "xl/drawings/drawing1.xml", boxed)
    _, problems = read(path)
    assert reported(path) == [("text-box", SEATS, "F4")]
    assert {problem.severity for problem in problems} == {Severity.NOTE}


def test_a_column_that_moved_down_is_told_with_the_cell_to_delete(book: Sheets, tmp_path: Path) -> None:
    texts = [f"จัดทำคู่มือการให้บริการเรื่องที่ {one}" for one in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด")]
    for row, text in enumerate(["", *texts], start=4):
        put(book, MEASURES, f"C{row}", text)
    told = {one.kind: one.hint for one in read(save(book, tmp_path))[1]}
    assert "ถ้าคอลัมน์ “มาตรการ/กิจกรรม” เลื่อนลงมาหนึ่งแถวเพราะช่อง C4 ว่างอยู่" in told["row-incomplete"]
    put(book, MEASURES, "C4", "จัดทำคู่มือ")
    told = {one.kind: one.hint for one in read(save(book, tmp_path))[1]}
    assert told["row-incomplete"] == "กรอกให้ครบ หรือลบข้อมูลในแถวนี้ถ้าไม่ใช้"
