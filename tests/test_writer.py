"""The written workbook: the same form each time, read back as it was, and nothing in it comes alive."""

from __future__ import annotations

import datetime
import io
import re
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import made
from ita_docs.framework.load import load
from ita_docs.model import Submission
from ita_docs.papers.reading import read_and_check
from ita_docs.workbook.form import form_of
from ita_docs.workbook.new import blank, new_form
from ita_docs.workbook.reader import read
from ita_docs.workbook.rollover import RolledOver, next_steps, roll_over
from ita_docs.workbook.schema import GENERAL, GUIDE, LISTS, SHEETS, TABLES, schema
from ita_docs.workbook.writer import HEADING_ROW, write
from made_workbook import opened
from officefiles.opc import unpacked
from officefiles.problems import Problem, has_errors
from schemas import schema_errors

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
FORM = schema(2566)


def read_back(data: bytes, folder: Path, name: str = "don_sai_2566.xlsx") -> tuple[Submission | None, list[Problem]]:
    path = folder / name
    path.write_bytes(data)
    submission, problems = read(path)
    return submission, list(problems)


def headings(sheet: Worksheet) -> dict[str, int]:
    """The column of each heading of a written table."""
    return {cell.value: cell.column for cell in sheet[HEADING_ROW + 1] if cell.value}


def printed(book: Workbook) -> dict[str, list[object]]:
    """What the form says on each sheet to fill: the headings of a table, the names of general values."""
    rows = {table.name: book[table.name][HEADING_ROW + 1] for table in TABLES} | {"": book[GENERAL.name]["A"]}
    return {name: [cell.value for cell in row] for name, row in rows.items()}


@pytest.fixture(scope="module")
def empty() -> bytes:
    return blank(schema(2567), "สำนักงานเขตดอนทราย")


# What is written is read


def test_a_submission_written_is_read_back_equal(tmp_path: Path) -> None:
    whole = made.submission()
    assert read_back(write(form_of(whole, FORM)), tmp_path) == (whole, [])


def test_the_sample_written_again_is_read_back_equal(tmp_path: Path) -> None:
    sample, problems = read(SAMPLE)
    assert sample
    assert not problems
    shutil.copytree(SAMPLE.parent / "pictures", tmp_path / "pictures")
    assert read_back(write(form_of(sample, FORM)), tmp_path, SAMPLE.name) == (sample, [])


def test_the_sample_is_filled_in_on_the_form_of_today(empty: bytes) -> None:
    """Where the form changes, the sample is changed in Excel, as an office would."""
    sample, form = openpyxl.load_workbook(SAMPLE), opened(empty)
    assert sample.sheetnames == form.sheetnames
    assert printed(sample) == printed(form)


def test_every_run_writes_the_same_bytes() -> None:
    form = form_of(made.submission(), FORM)
    assert write(form) == write(form)


def test_a_text_is_never_a_formula_or_a_link() -> None:
    texts = ["=1+1", "+66 2 424 0000", "-", "@งาน", '=HYPERLINK("http://a")', "{=1}", "http://a.th"]
    whole = made.submission()
    for row, text in enumerate(texts):
        whole = made.with_record(whole, "measures", row, responsible=text)
    sheet = opened(write(form_of(whole, FORM)))["มาตรการ"]
    cells = [sheet.cell(HEADING_ROW + 2 + row, headings(sheet)["ผู้รับผิดชอบ"]) for row in range(len(texts))]
    assert [(one.value, one.data_type, one.hyperlink) for one in cells] == [(text, "s", None) for text in texts]


@pytest.mark.soak
def test_written_workbooks_have_no_schema_errors(empty: bytes) -> None:
    assert schema_errors(SAMPLE.read_bytes()) == schema_errors(empty) == []


# The form


def test_rows_are_high_enough_and_grow_with_what_is_typed(empty: bytes) -> None:
    rows = re.findall(rb"<row [^>]*>", unpacked(empty).parts["xl/worksheets/sheet2.xml"].data)
    assert len(rows) > 40
    assert all(b" ht=" in row and b"customHeight" not in row for row in rows)


@pytest.mark.soak
def test_the_examples_of_an_order_are_of_one_year() -> None:
    sheet = opened(blank(schema(2570), "เทศบาลตำบลดอนทราย"))["ข้อมูลทั่วไป"]
    examples = {row[0].value: row[3].value for row in sheet.iter_rows(max_col=4)}
    assert (examples["เลขที่คำสั่ง"], examples["วันที่ลงนามในคำสั่ง"]) == ("๓๙๘/๒๕๖๙", "๒๖ ตุลาคม ๒๕๖๙")


def test_the_blank_form_has_every_sheet_and_heading(empty: bytes) -> None:
    book = opened(empty)
    assert book.sheetnames == [GUIDE, *(sheet.name for sheet in SHEETS), LISTS]
    assert book[LISTS].sheet_state == "hidden"
    for table in schema(2567).tables:
        assert list(headings(book[table.name])) == [field.heading for field in table.fields]


def test_each_heading_of_a_table_has_its_help_as_a_comment(empty: bytes) -> None:
    book = opened(empty)
    for table in schema(2567).tables:
        for field, cell in zip(table.fields, book[table.name][HEADING_ROW + 1], strict=True):
            assert cell.comment
            assert field.help in cell.comment.text


def test_a_reader_of_the_form_sees_headings_and_prints_it_on_paper(empty: bytes) -> None:
    for sheet in SHEETS:
        page = opened(empty)[sheet.name]
        assert page.freeze_panes == f"A{HEADING_ROW + 2}"
        assert page.print_title_rows == f"${HEADING_ROW + 1}:${HEADING_ROW + 1}"
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToHeight == 0


@pytest.mark.parametrize(
    ("sheet", "cell", "kind", "offered"),
    [
        ("คะแนน", "B5", "list", "การปฏิบัติหน้าที่"),
        ("คะแนน", "C5", "decimal", ""),
        ("บุคลากร", "C10", "list", "นางสาว"),
        ("บุคลากร", "G10", "list", ""),
        ("บุคลากร", "H10", "list", "ประธานคณะทำงาน"),
        ("มาตรการ", "A6", "list", "10"),
        ("มาตรการ", "E6", "list", "ทุกไตรมาส"),
        ("ข้อมูลทั่วไป", "B26", "list", "ผ่านดีเยี่ยม"),
        ("ข้อมูลทั่วไป", "B9", "whole", ""),
        ("ข้อมูลทั่วไป", "B56", "list", "มีเครื่องหมายทับ"),
    ],
)
def test_cells_offer_their_choices_and_hold_their_limits(
    empty: bytes, sheet: str, cell: str, kind: str, offered: str
) -> None:
    book = opened(empty)
    (rule,) = (one for one in book[sheet].data_validations.dataValidation if cell in one.sqref)
    assert rule.type == kind
    if offered:
        area = rule.formula1.split("!")[1].replace("$", "")
        assert offered in [row[0].value for row in book[LISTS][area]]


def test_sections_are_offered_from_the_office_s_own_list(empty: bytes) -> None:
    rules = opened(empty)["บุคลากร"].data_validations.dataValidation
    (rule,) = (one for one in rules if "G10" in one.sqref)
    assert "'หน่วยงานย่อย'!$A$5" in rule.formula1


def test_the_blank_form_read_lacks_only_what_the_office_is_to_fill(empty: bytes, tmp_path: Path) -> None:
    submission, problems = read_back(empty, tmp_path)
    assert submission is None
    assert {problem.kind for problem in problems} == {"cell-missing", "row-incomplete", "sheet-empty"}
    reported = {(problem.place.sheet, problem.place.cell) for problem in problems}
    assert {("คะแนน", f"C{row}") for row in range(5, 15)} < reported
    assert not {("ข้อมูลทั่วไป", "B6"), ("ข้อมูลทั่วไป", "B9")} & reported


# Rolled over


@pytest.fixture(scope="module")
def rolled() -> RolledOver:
    sample, _ = read(SAMPLE)
    assert sample
    return roll_over(sample, schema(2567), load(2565))


def filled(rolled: RolledOver) -> bytes:
    """The rolled-over sample with the new order and scores typed in."""
    book = openpyxl.load_workbook(io.BytesIO(rolled.data))
    general = book["ข้อมูลทั่วไป"]
    for label, value in (("เลขที่คำสั่ง", "๔๐๑/๒๕๖๖"), ("วันที่ลงนามในคำสั่ง", "๒๐ ตุลาคม ๒๕๖๖")):
        (row,) = (cell.row for cell in general["A"] if cell.value == label)
        general.cell(row, 2).value = value
    for row in range(HEADING_ROW + 2, HEADING_ROW + 12):
        book["คะแนน"].cell(row, 3).value = 90.25
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.soak
def test_a_rolled_over_workbook_builds_once_scores_and_dates_are_typed_in(rolled: RolledOver, tmp_path: Path) -> None:
    sample, _ = read(SAMPLE)
    submission, problems = read_back(filled(rolled), tmp_path)
    assert not problems
    assert submission
    assert sample
    assert submission.fiscal_year == 2567
    assert submission.committees[0].seats == sample.committees[0].seats
    assert submission.office.sections == sample.office.sections
    assert [one.actions for one in submission.measures] == [one.actions for one in sample.measures]
    assert [one.previous for one in submission.scores] == [one.score for one in sample.scores]
    assert submission.activities == submission.overrides == ()
    assert submission.published.total is None
    assert not has_errors(read_and_check(tmp_path / "don_sai_2566.xlsx").problems)


def test_before_that_it_lacks_the_order_s_number_and_date_and_the_scores(rolled: RolledOver, tmp_path: Path) -> None:
    problems = read_back(rolled.data, tmp_path)[1]
    assert {problem.kind for problem in problems} == {"cell-missing"}
    assert len(problems) == 2 + 10


def test_years_of_the_pack_move_on_and_are_marked_and_years_of_laws_stay(rolled: RolledOver, tmp_path: Path) -> None:
    submission, _ = read_back(filled(rolled), tmp_path)
    assert submission
    assert "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗" in submission.order.reason
    duty = submission.committees[1].duties[3].text
    assert "ในปีงบประมาณ พ.ศ. ๒๕๖๖ และกำหนดแนวทางในการดำเนินการในปีงบประมาณ พ.ศ. ๒๕๖๗" in duty
    assert submission.order.powers.endswith("พ.ศ. ๒๕๒๘")
    book = opened(rolled.data)
    for place in rolled.review:
        cell = book[place.sheet][place.cell]
        assert "โปรดตรวจทาน" in cell.comment.text
        assert cell.fill.fgColor.rgb == "FFFFE699"
    assert [str(place) for place in rolled.review] == ["ชีต ข้อมูลทั่วไป B15", "ชีต หน้าที่และอำนาจ C9"]


def test_which_years_move_on() -> None:
    moved = {
        "ต.ค. 65 – ก.ย. ๖๖": "ต.ค. 66 – ก.ย. ๖๗",
        "ภายใน 31 มีนาคม 2566": "ภายใน 31 มีนาคม 2567",
        "ตามคำสั่งที่ 12/2565 จำนวน 65 คน พ.ศ. 2528": "ตามคำสั่งที่ 12/2565 จำนวน 65 คน พ.ศ. 2528",
    }
    last = made.submission()
    for row, typed in enumerate(moved):
        last = made.with_record(last, "measures", row, steps=typed)
    found = opened(roll_over(last, schema(2567), load(2565)).data)["มาตรการ"]
    assert [found.cell(HEADING_ROW + 2 + row, headings(found)["ขั้นตอน"]).value for row in range(3)] == list(
        moved.values()
    )


def test_indicators_take_the_new_year_s_names() -> None:
    last = made.with_record(made.submission(), "measures", 3, indicator_name="การใช้ทรัพย์สินของทางราชการ")
    found = opened(roll_over(last, schema(2567), load(2565)).data)["มาตรการ"]
    assert found.cell(HEADING_ROW + 5, 2).value == "การใช้ทรัพย์สินของราชการ"


def test_an_indicator_is_carried_over_by_its_name_and_one_that_is_gone_is_left_to_the_office() -> None:
    form, before = schema(2567), load(2565)
    first, *rest = before.instruments
    swapped = {1: "การใช้งบประมาณ", 2: "การปฏิบัติหน้าที่", 3: "ตัวชี้วัดที่เลิกใช้"}
    before = replace(
        before,
        instruments=(
            replace(
                first,
                indicators=tuple(
                    replace(one, name=swapped.get(one.number, one.name), aliases=()) for one in first.indicators
                ),
            ),
            *rest,
        ),
    )
    last = replace(made.submission(), fiscal_year=2566)
    book = opened(roll_over(last, form, before).data)
    scores, measures, results = book["คะแนน"], book["มาตรการ"], book["ผลการดำเนินการ"]
    previous = [scores.cell(HEADING_ROW + row, headings(scores)["คะแนนปีก่อน"]).value for row in (2, 3, 4)]
    assert previous == [float(last.scores[1].score), float(last.scores[0].score), None]
    rows = [[measures.cell(HEADING_ROW + row, column).value for column in (1, 2)] for row in (2, 3, 4)]
    assert rows == [[2, "การใช้งบประมาณ"], [1, "การปฏิบัติหน้าที่"], [None, last.measures[2].indicator_name or None]]
    assert "ไม่มีตัวชี้วัดนี้" in measures.cell(HEADING_ROW + 4, 1).comment.text
    assert results.cell(HEADING_ROW + 2, 1).value == 2


def test_scores_of_two_years_ago_are_not_last_year_s() -> None:
    rolled = roll_over(replace(made.submission(), fiscal_year=2565), schema(2567), load(2565))
    sheet = opened(rolled.data)["คะแนน"]
    assert sheet.cell(HEADING_ROW + 2, headings(sheet)["คะแนนปีก่อน"]).value is None
    assert not any("คะแนนปีก่อน" in line for line in rolled.moved)


def test_what_was_of_the_year_before_is_empty() -> None:
    typed = replace(
        made.submission().published,
        instruments={code: Decimal(80) for code in ("IIT", "EIT", "OIT", "EIT1", "EIT2")},
    )
    last = made.with_order(made.submission(published=typed), effective=datetime.date(2022, 12, 1))
    form = opened(roll_over(last, schema(2567), load(2565)).data)["ข้อมูลทั่วไป"]
    values = {row[0].value: row[1].value for row in form.iter_rows(max_col=2)}
    of_the_year = ("number", "date", "effective", "total", "level", "IIT", "EIT", "OIT", "EIT1", "EIT2")
    assert {values[schema(2567).general.field(name).heading] for name in of_the_year} == {None}
    assert values[GENERAL.field("powers").heading] == last.order.powers


def test_it_tells_what_was_carried_moved_and_emptied(rolled: RolledOver) -> None:
    assert "บุคลากร 43 ตำแหน่ง ใน 2 คณะ" in rolled.carried
    assert "คะแนนของปีงบประมาณ พ.ศ. 2565 ย้ายไปคอลัมน์ “คะแนนปีก่อน”" in rolled.moved
    assert "มาตรการของปีก่อน 26 รายการ คัดลอกไปชีต “ผลการดำเนินการ” ด้วย รอกรอกผล" in rolled.moved
    assert "ปรับปี พ.ศ. ในข้อความ 2 ช่อง ตามปีใหม่แล้ว (ช่องพื้นสีเหลือง โปรดตรวจทาน ช่องอื่นที่ยกมาคงตามเดิม)" in rolled.moved
    assert "กิจกรรม 4 รายการ" in rolled.emptied
    check_next, results_next = next_steps(rolled)
    assert "ita-docs check" in check_next
    assert "--tracker" in results_next
    assert next_steps(roll_over(made.submission(), schema(2568), load(2565)))[1:] == ()


def test_a_form_of_no_year_before_says_what_it_could_not_give(tmp_path: Path) -> None:
    last = tmp_path / "last.xlsx"
    last.write_bytes(write(form_of(made.submission(), schema(2566))))
    said = "ไม่ใช่ของปีก่อนปี พ.ศ. 2568 ถ้าต้องการแบบกรอกของปี พ.ศ. 2567 ให้เลือกปีนั้นแล้วสร้างใหม่"
    assert new_form(2568, last=last).lines[0].endswith(said)
    assert not [line for line in new_form(2567, last=last).lines if "ไม่ใช่ของปีก่อน" in line]


def test_pictures_that_are_not_there_keep_no_form_back(tmp_path: Path) -> None:
    last = tmp_path / "last.xlsx"
    form = form_of(made.with_order(made.submission(), emblem=None), schema(2566))
    general, activity = {**form.general, "emblem": "ตรา.png"}, {**form.rows["activities"][0], "pictures": "ภาพ.jpg"}
    last.write_bytes(write(replace(form, general=general, rows={**form.rows, "activities": [activity]})))
    lines = new_form(2567, last=last).lines
    assert "ไม่ได้ยกมา: ไฟล์ตราครุฑ “ตรา.png” ซึ่งไม่พบข้างแบบกรอกปีก่อน" in lines
    assert not [line for line in lines if "ภาพ.jpg" in line]


def test_last_year_s_measures_wait_for_their_results(rolled: RolledOver) -> None:
    sheet = opened(rolled.data)["ผลการดำเนินการ"]
    assert [cell.value for cell in sheet[HEADING_ROW + 3]] == [
        1, "เผยแพร่คู่มือติดต่อราชการและการบริการในเว็บไซต์ของสำนักงานเขตให้ประชาชนได้รับทราบ", *[None] * 7,
    ]  # fmt: skip


def test_the_general_sheet_begins_a_printed_page_with_a_heading() -> None:
    sheet = opened(blank(schema(2569)))[GENERAL.name]
    below = [sheet.cell(one.id + 1, 1).value for one in sheet.row_breaks.brk]
    assert below == ["บันทึกข้อความเสนอลงนาม", "รูปแบบเอกสาร"]
