"""The workbook's parts by themselves, on both sides of where each stops: cells, headings, rows, names, years, looks."""

from __future__ import annotations

import datetime
import io
import math
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import made
from ita_docs.framework.load import load
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Source
from ita_docs.workbook import mending
from ita_docs.workbook.dropdowns import choices
from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.form import Form, Review, form_of
from ita_docs.workbook.grid import MAX_CELLS, Grid, read_grids
from ita_docs.workbook.headings import find_headings, find_sheets, nearest
from ita_docs.workbook.marked import mark
from ita_docs.workbook.names import with_name
from ita_docs.workbook.new import blank
from ita_docs.workbook.number_format import parse_format
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.reader import read_rows
from ita_docs.workbook.records import Record, read_general, read_table
from ita_docs.workbook.rollover import lines, roll_over
from ita_docs.workbook.schema import GENERAL, schema
from ita_docs.workbook.styles import row_height
from ita_docs.workbook.tables import MEASURES, SEATS
from ita_docs.workbook.tolerant import draft, fiscal_year
from ita_docs.workbook.values import PICTURE_IN_CELL, parse
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import HEADING_ROW
from ita_docs.workbook.years import move_years
from made_workbook import opened, put, save, sheets
from officefiles.cells import column_name, position
from officefiles.opc import unpacked
from officefiles.problems import Kind, Place
from officefiles.thai.names import plain

FORM = schema(2566)
SCORES = FORM.table("scores")
YEAR, SCORE, DATE = (FORM.general.field(name) for name in ("fiscal_year", "total", "effective"))
COUNT, CODE, PART, FILES = (
    FORM.table("scores").field("indicator"),
    FORM.table("questions").field("code"),
    FORM.table("overrides").field("key"),
    FORM.table("activities").field("pictures"),
)


def read(field: Field, raw: Any) -> tuple[object, str]:
    """The value of a cell and the kind of problem with it."""
    value, problem = parse(field, raw, "")
    return value, problem.kind if problem else ""


# One cell


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        (2566, 2566),
        ("66", 2566),
        ("00", 2500),
        (2023, 2566),
        (1900, None),
        (1956, None),
        (1957, 2500),
        (2156, 2699),
        (2157, None),
        (2199, None),
        (2500, 2500),
        (2499, None),
        (2699, 2699),
        (2700, None),
        ("ปี 2566", 2566),
        ("ปีหน้า", None),
        ("25666", None),
    ],
)
def test_which_years_are_years_of_a_pack(typed: object, year: int | None) -> None:
    assert read(YEAR, typed) == (year, "" if year else "not-a-year")


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        (1, 1),
        (9999, 9999),
        (10000, None),
        (0, None),
        (-1, None),
        (2.0, 2),
        (2.5, None),
        (True, None),
        ("ข้อ 3", 3),
        ("ลำดับที่ (๔).", 4),
        (datetime.date(2023, 1, 1), None),
    ],
)
def test_which_cells_are_numbers_of_a_row(typed: object, count: int | None) -> None:
    assert read(COUNT, typed) == (count, "" if count else "not-a-whole-number")


@pytest.mark.parametrize(
    ("typed", "score", "kind"),
    [
        ("ร้อยละ 87.5", "87.5", ""),
        ("ได้ ๘๗.๕ คะแนน", "87.5", ""),
        ("87.5 %", "87.5", ""),
        ("-", None, ""),
        (" − ", None, ""),
        (False, None, "not-a-score"),
        (87.125, "87.13", "score-rounded"),
        (87.12, "87.12", ""),
        (-0.01, None, "score-out-of-range"),
        (100.01, None, "score-out-of-range"),
        (1 / 3, "0.33", ""),
    ],
)
def test_which_cells_are_scores(typed: object, score: str | None, kind: str) -> None:
    assert read(SCORE, typed) == (None if score is None else Decimal(score), kind)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("i1", "i1"),
        ("E 05", "e5"),
        ("o-12", "o12"),
        ("i100", "i100"),
        ("i1000", None),
        ("i0", None),
        ("x1", None),
        ("i99", "i99"),
    ],
)
def test_which_cells_are_codes_of_questions(typed: str, code: str | None) -> None:
    assert read(CODE, typed) == (code, "" if code else "not-a-question-code")


@pytest.mark.parametrize(
    ("typed", "key"), [(1, "1"), ("๑๐", "10"), (11, None), ("IIT", "IIT"), (" ii t ", "IIT"), ("ท้ายเล่ม", None)]
)
def test_which_cells_are_parts_of_the_analysis(typed: object, key: str | None) -> None:
    assert read(PART, typed) == (key, "" if key else "not-a-part")


def test_names_of_files_are_parted_by_lines_and_commas() -> None:
    assert read(FILES, "- a.png\n• b.jpg; c.gif,, ") == (("a.png", "b.jpg", "c.gif"), "")
    assert read(FILES, "ภาพ 1, ประชุม.JPEG, d.png") == (("ภาพ 1, ประชุม.JPEG", "d.png"), "")


ITEMS, TITLE = MEASURES.field("actions"), SEATS.field("first_name")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (TITLE, "'ธนวัต", "ธนวัต"),
        (TITLE, " ’ธนวัต", "ธนวัต"),
        (TITLE, "'ธนวัต'", "'ธนวัต'"),
        (SCORE, "'87.5", Decimal("87.5")),
        (ITEMS, "- ตรวจสอบ\n-5 องศา\n• – ๒ ครั้ง\n-", ("ตรวจสอบ", "-5 องศา", "๒ ครั้ง")),
    ],
)
def test_signs_before_a_text_that_are_none_of_it_are_left_out(field: Field, typed: str, value: object) -> None:
    assert read(field, typed) == (value, "")


@pytest.mark.parametrize("typed", ["กา\ue000ร", "\U0010fffd", "ก\u0378", "ข\ud83d"])
@pytest.mark.parametrize("field", [TITLE, ITEMS, SCORE, DATE])
def test_a_character_that_stands_for_nothing_known_is_told_and_never_dropped(field: Field, typed: str) -> None:
    assert read(field, typed) == (None, "unknown-character")


@pytest.mark.parametrize("serial", [44835, 44835.0])
def test_a_date_that_shows_as_a_number_is_told_as_the_date_that_it_is(serial: float) -> None:
    value, problem = parse(DATE, serial, "")
    assert (value, problem and problem.kind) == (None, "date-as-number")
    assert "1 ตุลาคม 2565" in str(problem and problem.message)


def test_a_date_that_shows_no_day_is_none() -> None:
    _, problem = parse(DATE, datetime.datetime(2022, 10, 1), "", parse_format("mmm yy"))
    assert problem
    assert (problem.kind, problem.found) == ("not-a-date", "ตุลาคม 2565")
    day, _ = parse(DATE, datetime.datetime(2022, 10, 1), "", parse_format("d/m/yyyy"))
    assert day == datetime.date(2022, 10, 1)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (88.0, "88"),
        (123456789012.0, "123456789012"),
        (True, "TRUE"),
        (1234567890123.0, "1234567890123"),
        (datetime.date(2022, 10, 25), "25 ตุลาคม 2565"),
        (datetime.datetime(2022, 10, 25, 9, 30), "25 ตุลาคม 2565"),
        (datetime.time(9, 30), "09:30:00"),
        ("  ก\u200b  ข ", "ก ข"),
        ("", ""),
    ],
)
def test_what_excel_shows_as_text(raw: Any, text: str) -> None:
    assert as_text(raw) == text


@pytest.mark.parametrize("typed", ["", "-", "–", "—", "−", "\u200b", " \n"])
def test_a_dash_is_an_empty_cell(typed: str) -> None:
    assert read(DATE, typed) == (None, "")
    assert read(YEAR, typed) == (None, "cell-missing")
    assert read(GENERAL.field("emblem"), typed) == ("", "")
    assert read(FILES, typed) == ((), "")


def test_a_cell_is_faulty_whatever_it_holds() -> None:
    for fault, kind in (("#N/A", "formula-error"), ("=A1", "formula-not-calculated")):
        value, problem = parse(SCORE, 88, fault)
        assert problem
        assert (value, problem.kind, problem.found) == (None, kind, fault)


# Columns and places


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_the_names_of_columns(column: int, name: str) -> None:
    assert column_name(column) == name
    assert position(f"{name}7") == (column + 1, 7)


@pytest.mark.parametrize("name", ["", "A", "7", "7A", "a7", "ABCD7", "A12345678"])
def test_what_names_no_cell(name: str) -> None:
    with pytest.raises(ValueError, match="^" + name):
        position(name)


def workbook_to(cell: str) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active[cell] = "ก", "ข"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(("cell", "far"), [("CV10000", ""), ("CV10001", "CV10001"), ("CW10000", "CW10000")])
def test_a_sheet_may_span_a_million_cells(cell: str, far: str) -> None:
    """CV is the hundredth column."""
    assert MAX_CELLS == 1_000_000
    grids, problems = read_grids(unpacked(workbook_to(cell)))
    assert ([problem.found for problem in problems], bool(grids)) == ([far] * bool(far), not far)


def test_a_grid_knows_what_stands_in_each_cell() -> None:
    grid = Grid("ชีต", [["ก", " "], [1]], merged={(1, 0): (0, 0)}, faults={(1, 1): "#N/A"})
    assert [grid.own(row, column) for row, column in ((0, 0), (1, 0), (1, 1), (2, 0))] == ["ก", 1, "", ""]
    assert [grid.is_filled(*at) for at in ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0))] == [True, False, True, True, False]
    assert (grid.home(1, 0), grid.home(0, 1)) == ((0, 0), (0, 1))
    assert grid.place(1, 1) == Place("ชีต", "B2")
    assert grid.has_content
    assert not Grid("ชีต", [["", " "], []]).has_content


# Headings


def grid_of(*rows: Sequence[Any], name: str = "คะแนน") -> Grid:
    return Grid(name, [list(row) for row in rows])


HEADS = [field.heading for field in SCORES.fields]


@pytest.mark.parametrize(("above", "found"), [(0, True), (19, True), (20, False)])
def test_headings_are_looked_for_in_twenty_rows(above: int, found: bool) -> None:
    headings, problems = find_headings(grid_of(*[["ก"]] * above, HEADS), SCORES)
    assert (headings.row if headings else None) == (above if found else None)
    assert [problem.kind for problem in problems] == ([] if found else ["headings-missing"])


def test_the_row_with_most_headings_is_theirs_and_of_equal_ones_the_first() -> None:
    few, all_of_them = [HEADS[0], "ก"], HEADS
    assert find_headings(grid_of(few, all_of_them, few), SCORES)[0].row == 1
    assert find_headings(grid_of(["หัวเรื่อง"], all_of_them, all_of_them), SCORES)[0].row == 1


def test_a_text_is_no_heading() -> None:
    _, problems = find_headings(grid_of([*HEADS, "ก" * 80, "ข" * 81]), SCORES)
    assert [(problem.kind, problem.place.cell) for problem in problems] == [("column-own", "E1")]


@pytest.mark.parametrize(
    ("name", "candidate", "taken"),
    [
        ("กขคงจ", "กขคงจ", True),
        ("กขคงจ", "กขคงฉ", True),  # four fifths alike
        ("กขคงจฉชซฌ", "กขคงจฉชxy", False),
        ("กขคงจ", "กขคxy", False),
    ],
)
def test_how_like_a_misspelt_name_is(name: str, candidate: str, taken: bool) -> None:
    assert nearest(name, ["xxxxx", candidate]) == (candidate if taken else "")


def test_the_likest_name_is_taken() -> None:
    assert nearest("ตำแหน่ง", ["ตำแหนง่", "ตำแหน่งงาน", "ตำแหน่"]) == "ตำแหน่"
    assert nearest("ตำแหน่ง", []) == ""


@pytest.mark.parametrize("name", ["ลำดับ ที่", "ลำดับที่ *", "ลำดับ\nที่:", "ลำดับที่\u200b"])
def test_how_a_name_may_be_written(name: str) -> None:
    assert plain(name) == "ลำดับที่"


def test_a_misspelt_sheet_is_told_once_and_others_are_the_office_s_own() -> None:
    names = ["ข้อมูลทั่วไป", "คะแนน", "คะแนนรายข้อ", "บุคคลากร", "หน้าที่และอำนาจ", "มาตรการ", "ของเรา", "คะแนน "]
    found, others, problems = find_sheets({name: grid_of(["ก"], name=name) for name in names})
    assert found[SEATS.key].name == "บุคคลากร"
    assert [(one.kind, one.place.sheet) for one in problems if one.kind != "sheet-missing"] == [
        ("sheet-misnamed", "บุคคลากร")
    ]
    assert others == ("ของเรา", "คะแนน ")


@pytest.mark.parametrize(
    ("headings", "rows", "kinds"),
    [
        (["ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", ""], [[1, "ก", 90, 80], [2, "ข", 91, 81]], ["column-unnamed"]),
        (["ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", ""], [[1, "ก", 90, 80], [2, "ข", 91]], ["column-unnamed"]),
        (["ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", "คะแนนปีก่อน", ""], [[1, "ก", 90, 80], [2, "ข", 91, 81]], []),
        (["ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", "คะแนนปีก่อน", ""], [[1, "ก", 90, 80, 7], [2, "ข", 91, 81, 7]], ["column-unnamed"]),
        (["ตัวชี้วัดที่", "ตัวชี้วัด", "", ""], [[1, "ก", 90, 80], [2, "ข", 91, 81]], ["column-missing"]),
    ],
)
def test_a_column_of_the_form_whose_heading_is_gone_is_told(
    headings: list[str], rows: list[list[Any]], kinds: list[str]
) -> None:
    _, problems = find_headings(grid_of(headings, *rows), SCORES)
    assert [one.kind for one in problems] == kinds


@pytest.mark.parametrize("name", ["มาตรการ (2)", "มาตรการ(12)", "สำเนาของ มาตรการ", "Copy of มาตรการ"])
def test_a_copy_alone_is_a_misnamed_sheet(name: str) -> None:
    found, _, problems = find_sheets({name: grid_of(["ก"], name=name)})
    assert found[MEASURES.key].name == name
    assert [one.kind for one in problems if one.place.sheet == name] == ["sheet-misnamed"]


# Rows


def rows_of(table: Sheet, *rows: Sequence[Any]) -> tuple[list[Record], list[tuple[str, str]]]:
    records, problems = read_table(grid_of([field.heading for field in table.fields], *rows, name=table.name), table)
    assert records is not None
    return records, [(problem.kind, problem.place.cell) for problem in problems]


def test_three_cells_that_lack_are_a_row_left_half_filled() -> None:
    seat = [1, "คณะทำงาน", "นาย", "ธนวัต", "ดีงาม", "นิติกร", "ฝ่ายโยธา", "คณะทำงาน"]
    need = [number for number, field in enumerate(SEATS.fields) if field.required]
    for lacking in (1, 2, 3):
        row = ["" if number in need[-lacking:] else cell for number, cell in enumerate(seat)]
        records, problems = rows_of(SEATS, row)
        cells = [f"{column_name(number)}2" for number in need[-lacking:]]
        each = [("cell-missing", cell) for cell in cells]
        assert problems == ([("row-incomplete", cells[0])] if lacking == 3 else each)
        assert records[0].faulty == {SEATS.fields[number].name for number in need[-lacking:]}


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        (["", "", "", ""], False),
        (["ตัวอย่าง", "ก", 88], False),
        (["", "ตัวอย่างงาน", 88], False),
        ([1, "ตัวอย่าง", 88], True),
        (["", "", "", "", "นอกตาราง"], False),
        (["", "", "", 88], True),
    ],
)
def test_which_rows_hold_data(row: Sequence[Any], counts: bool) -> None:
    records, _ = rows_of(SCORES, [1, "ก", 88], row)
    assert len(records) == 1 + counts


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["ตัวอย่าง", "การปฏิบัติหน้าที่", "จัดทำคู่มือการให้บริการของสำนักงาน"], [("example-overwritten", "C2")]),
        (["ตัวอย่าง", "", "", "ประชุมติดตามทุกเดือน", "", "ฝ่ายโยธา"], [("example-overwritten", "D2")]),
        (["ตัวอย่าง", "การใช้งบประมาณ", "", "", "ทุกเดือน", "ฝ่ายโยธา"], []),
        (["", "", "", "ประชุมติดตามทุกเดือน"], [("row-incomplete", "A2")]),
    ],
)
def test_what_was_typed_into_an_example_row_is_told(row: Sequence[Any], told: list[tuple[str, str]]) -> None:
    _, problems = rows_of(MEASURES, row)
    assert [one for one in problems if one[0] != "sheet-empty"] == told


def test_a_rounded_score_leaves_its_row_sound() -> None:
    records, problems = rows_of(SCORES, [1, "ก", 87.125], [2, "ข", "x"])
    assert problems == [("score-rounded", "C2"), ("not-a-score", "C3")]
    assert [record.faulty for record in records] == [frozenset(), {"score"}]
    assert [record.source.row for record in records] == [2, 3]


def general_of(*rows: Sequence[Any]) -> tuple[Record, list[tuple[str, str, str]]]:
    record, problems = read_general(grid_of(*rows, name=GENERAL.name), FORM)
    reported = [(problem.kind, problem.place.cell, problem.found) for problem in problems]
    return record, [one for one in reported if one[0] != "label-missing"]


HELP_OF_NUMBER = "เลขที่หนังสือ ถ้าเว้นว่าง จะมีเส้นประให้เขียน"


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["ที่ของบันทึกข้อความ", "", HELP_OF_NUMBER, "กท 6101/999"], "D2"),
        (["ที่ของบันทึกข้อความ", "", "กท 6101/999", ""], "C2"),
        (["วันที่ของบันทึกข้อความ", "", "ถ้าเว้นว่าง จะมีเส้นประให้เขียน", "15 ม.ค. 66"], "D2"),
        (["ที่ของบันทึกข้อความ", "กท 6101/1", HELP_OF_NUMBER, "กท 6101/999"], ""),
        (["ที่ของบันทึกข้อความ", "", HELP_OF_NUMBER, "๐๑/๑๒๓"], ""),
        (["ที่ของบันทึกข้อความ", "", "เลขที่หนังสือออก", ""], ""),
        (["วันที่ของบันทึกข้อความ", "", "", "๑ พฤศจิกายน ๒๕๖๕"], ""),
        (["ตัวเลขในเอกสาร", "", "", "อารบิก"], ""),
    ],
)
def test_what_was_typed_beside_an_empty_value_is_told(row: Sequence[Any], cell: str) -> None:
    _, told = general_of(["หัวข้อ", "ค่า", "คำอธิบาย", "ตัวอย่าง"], row)
    assert [one[1] for one in told if one[0] == "typed-beside-value"] == [cell] * bool(cell)


@pytest.mark.parametrize(
    ("year", "example", "told"),
    [(2567, "2567", False), ("๒๕๖๘", "2567", True), (2568, 2567, True), ("x", 2567, False), (2568, "เช่น 2567", False)],
)
def test_a_form_of_another_year_whose_year_was_changed_is_told(year: object, example: object, told: bool) -> None:
    line = ["ปีงบประมาณ", year, "ปีงบประมาณของเอกสารชุดนี้ (พ.ศ.)", example]
    _, found = general_of(["หัวข้อ", "ค่า", "คำอธิบาย", "ตัวอย่าง"], line)
    assert [one for one in found if one[0] == "form-of-another-year"] == [("form-of-another-year", "B2", "2568")] * told


def test_lines_of_the_general_sheet_need_no_headings_above_them() -> None:
    record, reported = general_of(["", "ชื่อหน่วยงาน", "เทศบาลตำบลทุ่งนา"], ["x", "ปีงบประมาณ", 2566], ["y", "ลองดู", 1])
    assert (record.values["name"], record.values["fiscal_year"]) == ("เทศบาลตำบลทุ่งนา", 2566)
    assert reported == [("label-unknown", "B3", "ลองดู")]
    assert record.source.at("name").cell == "C1"


def test_a_label_without_a_value_that_nobody_knows_is_passed_over() -> None:
    record, reported = general_of(
        ["หัวข้อ", "ค่า"], ["ชื่อหน่วยงาน", "ก"], ["หมายเหตุของเรา", ""], ["หน่วยงาน", "x"], ["ชื่อหน่วยงาน", "ข"]
    )
    assert record.values["name"] == "ก"
    assert reported == [("label-twice", "A5", "ชื่อหน่วยงาน")]
    assert "number" in record.faulty
    assert "effective" not in record.faulty


def test_a_misspelt_label_is_read() -> None:
    record, reported = general_of(["หัวข้อ", "ค่า"], ["ชื่อหน่วยงน", "ก"])
    assert record.values["name"] == "ก"
    assert reported == [("label-misnamed", "A2", "ชื่อหน่วยงน")]


# Names


def named(title: str, first: str, last: str, *faulty: str) -> tuple[tuple[str, str, str], str, frozenset[str]]:
    values = {"title": title, "first_name": first, "last_name": last}
    source = Source("บุคลากร", 9, {"title": "C", "first_name": "D", "last_name": "E"})
    record, problem = with_name(Record(values, frozenset(faulty), source))
    found = tuple(record.values[name] for name in values)
    return found, problem.place.cell if problem else "", record.faulty  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "found", "lacks"),
    [
        (("", "", ""), ("", "", ""), ""),
        (("", "นายธนวัต ดีงาม", ""), ("นาย", "ธนวัต", "ดีงาม"), ""),
        (("นาย", "ธนวัต ณ ดอนทราย", ""), ("นาย", "ธนวัต", "ณ ดอนทราย"), ""),
        (("นาย", "ธน วัต", "ดีงาม"), ("นาย", "ธน วัต", "ดีงาม"), ""),
        (("นาย", "นายธนวัต", "ดีงาม"), ("นาย", "นายธนวัต", "ดีงาม"), ""),
        (("นาย", "", "ดีงาม"), ("นาย", "", "ดีงาม"), "D9"),
        (("นาย", "ธนวัต", ""), ("นาย", "ธนวัต", ""), "E9"),
        (("พระ", "สุเมธ", ""), ("พระ", "สุเมธ", ""), ""),
        (("", "ธนวัต", "ดีงาม"), ("", "ธนวัต", "ดีงาม"), ""),
        (("", "", "ดีงาม"), ("", "", "ดีงาม"), "D9"),
        (("นายธนวัต ดีงาม", "", ""), ("นาย", "ธนวัต", "ดีงาม"), ""),
        (("นายธนวัต", "", "ดีงาม"), ("นาย", "ธนวัต", "ดีงาม"), ""),
        (("", "", "นายธนวัต ดีงาม"), ("นาย", "ธนวัต", "ดีงาม"), ""),
        (("นาย", "", "ธนวัต ดีงาม"), ("นาย", "ธนวัต", "ดีงาม"), ""),
    ],
)
def test_a_name_in_three_cells_or_in_one(typed: tuple[str, str, str], found: tuple[str, str, str], lacks: str) -> None:
    assert named(*typed) == (found, lacks, frozenset({"D9": {"first_name"}, "E9": {"last_name"}}.get(lacks, ())))


def test_a_name_that_could_not_be_read_is_not_told_again() -> None:
    assert named("นาย", "", "", "first_name") == (("นาย", "", ""), "", frozenset({"first_name"}))


# Years that move on


@pytest.mark.parametrize(
    ("text", "moved", "changed"),
    [
        ("ปี 2565 และ ๒๕๖๖", "ปี 2566 และ ๒๕๖๗", {"2565": "2566", "๒๕๖๖": "๒๕๖๗"}),
        ("ต.ค. 65", "ต.ค. 66", {"65": "66"}),
        ("ต.ค.65", "ต.ค.66", {"65": "66"}),
        ("65 คน", "65 คน", {}),
        ("12/2565 และ 25650", "12/2565 และ 25650", {}),
        ("ปี 2564", "ปี 2564", {}),
        ("ปีงบประมาณ 65", "ปีงบประมาณ 66", {"65": "66"}),
        ("ไตรมาสที่ 1/๒๕๖๖", "ไตรมาสที่ 1/๒๕๖๗", {"๒๕๖๖": "๒๕๖๗"}),
        ("ภาคเรียนที่ 1/2565", "ภาคเรียนที่ 1/2566", {"2565": "2566"}),
        ("1/10/2565-30/9/66", "1/10/2566-30/9/67", {"2565": "2566", "66": "67"}),
        ("ลงวันที่ 5 ตุลาคม 2565 ปี 2566", "ลงวันที่ 5 ตุลาคม 2565 ปี 2567", {"2566": "2567"}),
        ("แผน (พ.ศ. 2566 – 2570)", "แผน (พ.ศ. 2566 – 2570)", {}),
        ("ปี 2565 – 2566", "ปี 2566 – 2567", {"2565": "2566", "2566": "2567"}),
        ("ปีการศึกษา 2566/2567", "ปีการศึกษา 2567/2568", {"2566": "2567", "2567": "2568"}),
        ("ปีการศึกษา 2566/67", "ปีการศึกษา 2567/68", {"2566": "2567", "67": "68"}),
        ("ต.ค. ๒๕๖๖ – มี.ค. ๒๕๖๗", "ต.ค. ๒๕๖๗ – มี.ค. ๒๕๖๘", {"๒๕๖๖": "๒๕๖๗", "๒๕๖๗": "๒๕๖๘"}),
        ("ต.ค. 66 – มี.ค. 67", "ต.ค. 67 – มี.ค. 68", {"66": "67", "67": "68"}),
        ("ปี 2566 และ 2567", "ปี 2567 และ 2568", {"2566": "2567", "2567": "2568"}),
        ("ระเบียบการนั้น พ.ศ. 2566 และ พ.ศ. 2567", "ระเบียบการนั้น พ.ศ. 2566 และ พ.ศ. 2567", {}),
        ("หน้า 66 – 67 ข้อ 66 และ 67", "หน้า 66 – 67 ข้อ 66 และ 67", {}),
        ("ภายในปี 2567", "ภายในปี 2567", {}),
        ("ระเบียบว่าด้วยการนั้น พ.ศ. ๒๕๖๖", "ระเบียบว่าด้วยการนั้น พ.ศ. ๒๕๖๖", {}),
        ("ระเบียบ ประจำปี พ.ศ. 2566", "ระเบียบ ประจำปี พ.ศ. 2567", {"2566": "2567"}),
        ("ระเบียบของปีงบประมาณ พ.ศ. 2566", "ระเบียบของปีงบประมาณ พ.ศ. 2567", {"2566": "2567"}),
        ("ประกาศนโยบายภายใน 31 มกราคม 2566", "ประกาศนโยบายภายใน 31 มกราคม 2567", {"2566": "2567"}),
    ],
)
def test_which_years_of_a_text_move(text: str, moved: str, changed: dict[str, str]) -> None:
    assert move_years(text, {2565: 2566, 2566: 2567}) == (moved, changed)


def test_a_letter_that_the_reason_names_keeps_its_date_and_the_note_says_so() -> None:
    reason = "ตามหนังสือ ที่ ปช 0012/ว 45 ลงวันที่ 5 ตุลาคม 2565 แจ้งการประเมินประจำปีงบประมาณ พ.ศ. 2566"
    rolled = roll_over(made.with_order(made.submission(), reason=reason), schema(2567), load(2566))
    cell = next(
        row[1] for row in openpyxl.load_workbook(io.BytesIO(rolled.data))[GENERAL.name].rows if row[0].value == "เหตุผล"
    )
    assert cell.value == reason.replace("2566", "2567")
    assert "วันที่ของหนังสือหรือคำสั่งที่อ้างไม่ได้ปรับ" in cell.comment.text


def test_a_form_from_two_years_ago_moves_its_years_by_two_and_no_scores() -> None:
    last = made.with_order(made.submission(), reason="ด้วยปีงบประมาณ พ.ศ. 2566 และ พ.ศ. 2565")
    rolled = roll_over(last, schema(2568), load(2565))
    general = {row[0].value: row[1].value for row in openpyxl.load_workbook(io.BytesIO(rolled.data))[GENERAL.name].rows}
    assert general["เหตุผล"] == "ด้วยปีงบประมาณ พ.ศ. 2568 และ พ.ศ. 2567"
    assert general["ปีงบประมาณ"] == 2568
    assert not any("ย้ายไป" in line for line in rolled.moved)
    assert [line.partition(":")[0] for line in lines(rolled)] == (
        ["ยกมา"] * len(rolled.carried) + ["ย้ายและปรับ"] * len(rolled.moved) + ["เว้นว่างให้กรอกใหม่"] * len(rolled.emptied)
    )


# A form with gaps, read for review


def test_numbers_that_are_missing_differ_in_two_readings_of_a_draft(tmp_path: Path) -> None:
    book = sheets()
    general, people = GENERAL.name, "บุคลากร"
    for sheet, cell in ((general, "B6"), (general, "B7"), ("คะแนน", "C5"), (people, "F9"), (people, "A11")):
        put(book, sheet, cell, "")
    book["มาตรการ"].pop()
    rows, _ = read_rows(save(book, tmp_path))
    assert rows is not None
    found = draft(rows, (2566, 2566), dict(enumerate(made.INDICATORS, start=1)), str)
    low, high = found.low, found.high
    assert (low.order.date, high.order.date) == (datetime.date(2022, 10, 1), datetime.date(2023, 9, 30))
    assert (low.order.number, low.order.year, high.order.number, high.order.year) == ("1", 2565, "2", 2566)
    assert (low.scores[3].score, high.scores[3].score) == (Decimal(0), Decimal(100))
    assert [seat.number for seat in low.committees[1].seats] == [*range(1, 8)]
    assert low.committees[1].seats[0].position == high.committees[1].seats[0].position == "ชีต บุคลากร F9"
    assert [gap.notice for gap in found.missing if gap.place.sheet != "มาตรการ"] == [
        "ชีต ข้อมูลทั่วไป B6",
        "ชีต ข้อมูลทั่วไป B7",
        "ชีต คะแนน C5",
        "ชีต บุคลากร F9",
        "ชีต บุคลากร A11",
    ]
    of_measures = [gap.place.cell for gap in found.missing if gap.place.sheet == "มาตรการ"]
    assert set(of_measures) == {"ตัวชี้วัดที่ 10"}
    assert [one.indicator for one in low.measures] == [*range(1, 11)]


@pytest.mark.parametrize(("year", "missing"), [("2566", []), ("2599", ["B5"])])
def test_a_year_that_no_framework_has_is_missing_in_a_draft(tmp_path: Path, year: str, missing: list[str]) -> None:
    book = sheets()
    put(book, GENERAL.name, "B5", year)
    rows, _ = read_rows(save(book, tmp_path))
    assert rows is not None
    found = draft(rows, (2566, 2566), dict(enumerate(made.INDICATORS, start=1)), str)
    assert [gap.place.cell for gap in found.missing] == missing
    assert found.low.fiscal_year == 2566


def test_a_seat_of_an_unreadable_committee_is_of_that_of_its_neighbour(tmp_path: Path) -> None:
    book = sheets()
    for cell in ("B9", "B4"):  # the first of a committee, and one of another
        put(book, "บุคลากร", cell, "")
    rows, _ = read_rows(save(book, tmp_path))
    assert rows is not None
    found = draft(rows, (2566, 2566), dict(enumerate(made.INDICATORS, start=1)), str)
    assert [(one.name, len(one.seats)) for one in found.low.committees] == [(made.BOARD, 7), (made.GROUP, 7)]


@pytest.mark.parametrize(
    ("year", "day", "found"), [("2567", "", 2567), ("", "15/11/2565", 2566), ("", "", 0), ("ปีหน้า", "1/9/2565", 2565)]
)
def test_the_year_of_a_draft_is_the_one_typed_or_that_of_the_order(
    tmp_path: Path, year: str, day: str, found: int
) -> None:
    book = sheets()
    put(book, GENERAL.name, "B5", year)
    put(book, GENERAL.name, "B7", day)
    rows, _ = read_rows(save(book, tmp_path))
    assert rows is not None
    assert fiscal_year(rows.general) == found


# The written form


def test_cells_to_look_at_say_why_and_others_do_not() -> None:
    form = replace(
        form_of(made.submission(), FORM), general={"name": Review("เทศบาล", "โปรดดู"), "short_name": "เทศบาล"}
    )
    rows = {row[0].value: row[1] for row in opened(write(form))[GENERAL.name].iter_rows(max_col=2)}
    assert rows["ชื่อหน่วยงาน"].comment.text == "โปรดดู"
    assert rows["คำเรียกหน่วยงานในเนื้อความ"].comment is None
    assert rows["ชื่อหน่วยงาน"].fill.fgColor.rgb != rows["คำเรียกหน่วยงานในเนื้อความ"].fill.fgColor.rgb


def test_required_cells_that_are_empty_are_coloured_once_their_row_is_begun() -> None:
    sheet = opened(blank(FORM))["บุคลากร"]
    rules = {str(area.sqref): [rule.formula[0] for rule in area.rules] for area in sheet.conditional_formatting}
    first = HEADING_ROW + 3  # below the example
    last = first + SEATS.spare - 1
    assert rules == {
        f"{letter}{first}:{letter}{last}": [f'AND(COUNTA($A{first}:$H{first})>0,{letter}{first}="")']
        for letter, field in zip("ABCDEFGH", SEATS.fields, strict=True)
        if field.required
    }


def test_rules_of_cells_reach_from_the_first_row_to_the_last_spare_one() -> None:
    sheet = opened(write(form_of(made.submission(), FORM)))["มาตรการ"]
    areas = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    first, last = HEADING_ROW + 2, HEADING_ROW + 1 + len(made.MEASURES) + MEASURES.spare
    assert f"A{first}:A{last}" in areas
    assert {tuple(map(int, re.findall(r"\d+", area))) for area in areas} == {(first, last)}


def test_a_closed_list_refuses_other_values_and_an_open_one_takes_them() -> None:
    rules = opened(blank(FORM))[GENERAL.name].data_validations.dataValidation
    by_cell = {str(rule.sqref): rule for rule in rules}
    rows = {row[0].value: f"B{row[0].row}" for row in opened(blank(FORM))[GENERAL.name].iter_rows(max_col=1)}
    closed, open_list = by_cell[rows["ตัวเลขในเอกสาร"]], by_cell[rows["คำนำหน้าผู้ลงนาม"]]
    assert (bool(closed.showErrorMessage), bool(open_list.showErrorMessage)) == (True, False)
    year, score = by_cell[rows["ปีงบประมาณ"]], by_cell[rows[SCORE.heading]]
    assert (year.formula1, year.formula2, year.errorStyle) == ("2562", "2599", "warning")
    assert (score.formula1, score.formula2, score.errorStyle) == ("0", "100", "warning")


def test_what_a_drop_down_offers() -> None:
    assert choices(FORM.general.field("digits")) == ("ไทย", "อารบิก")
    assert choices(FORM.table("scores").field("name")) == tuple(one.name for one in FORM.framework.indicators)
    assert choices(FORM.table("seats").field("section")) == ()


@pytest.mark.parametrize("year", [2563, 2566, 2570])
def test_examples_are_of_the_years_of_the_form(year: int) -> None:
    office = OfficeKinds.load().form("สำนักงานเขต")
    sheet = opened(write(Form(schema=schema(year, office=office))))[GENERAL.name]
    examples = {row[0].value: row[3].value for row in sheet.iter_rows(max_col=4)}
    assert examples["ปีงบประมาณ"] == str(year)
    assert examples["อำนาจตามกฎหมาย"].endswith("พ.ศ. ๒๕๒๘")


def test_a_row_is_as_tall_as_its_longest_cell_needs() -> None:
    one, two = row_height([("ก", 20)]), row_height([("ก\nข", 20)])
    assert row_height([]) == row_height([("", 20)]) == one
    assert row_height([("ก", 20), ("ก\nข", 20)]) == two > one
    assert row_height([("ก\nข\nค", 20)]) - two == two - one
    assert row_height([("ก" * 17, 20)]) == one
    assert row_height([("ก" * 18, 20)]) == two
    assert row_height([("กี้" * 17, 20)]) == one  # marks take no room
    assert row_height([("ก" * 9, 1)]) >= 9 * (two - one)
    assert row_height([("ก" * 40, 1)]) == 409  # no row of a spreadsheet program is higher


# The marked copy


def test_a_comment_stands_at_its_cell_in_the_drawing_too() -> None:
    book = sheets()
    workbook = openpyxl.Workbook()
    for row in book["คะแนน"]:
        workbook.active.append([str(cell) for cell in row])
    buffer = io.BytesIO()
    workbook.save(buffer)
    name = workbook.active.title
    problem = Kind("x", "ก", "ข")
    copy = mark(buffer.getvalue(), [problem.at(Place(name, cell)) for cell in ("C5", "AA12")])
    drawing = next(data for part, data in _parts(copy).items() if part.endswith(".vml")).decode()
    assert re.findall(r"<x:Row>(\d+)</x:Row><x:Column>(\d+)<", drawing) == [("4", "2"), ("11", "26")]
    assert len(set(re.findall(r'id="(_x0000_s\d+)"', drawing))) == 2


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("0", "score-shown-otherwise"),
        (";;;", "score-shown-otherwise"),
        ("0,", "score-format-unknown"),
        ("0.00E+00", "score-format-unknown"),
        ('"95.00"', "score-shown-otherwise"),
        ("0.0", ""),
        ('"ร้อยละ "0.00', ""),
        ('#,##0.00" คะแนน"', ""),
    ],
)
def test_a_score_that_excel_shows_as_another_is_told(code: str, kind: str) -> None:
    value, problem = parse(SCORE, 91.8, "", parse_format(code))
    assert (value, problem.kind if problem else "") == (Decimal("91.8"), kind)


def test_a_percentage_beyond_all_scores_is_told() -> None:
    assert [parse(SCORE, value, "", parse_format("0%"))[1].kind for value in (0.5, 1e300)] == ["score-percentage"] * 2  # type: ignore[union-attr]


@pytest.mark.parametrize(("typed", "kind"), [("อังคาร", ""), ("จันทร์", "date-of-another-weekday")])
def test_a_date_with_the_day_of_the_week_of_another_is_told(typed: str, kind: str) -> None:
    value, problem = parse(DATE, f"วัน{typed}ที่ ๒๕ ตุลาคม ๒๕๖๕", "")
    assert (value, problem.kind if problem else "") == (datetime.date(2022, 10, 25), kind)


@pytest.mark.parametrize("value", [math.nan, math.inf])
@pytest.mark.parametrize("field", [SCORE, MEASURES.field("budget")])
def test_what_is_no_number_is_an_error(field: Field, value: float) -> None:
    parsed, problem = parse(field, value, "")
    assert (parsed, problem and problem.kind) == (None, "formula-error")


@pytest.mark.parametrize(("raw", "fault"), [("", "#VALUE!"), ('=DISPIMG("ID_1",1)', ""), ("", "=_xlfn.IMAGE(A1)")])
def test_a_picture_in_the_cell_of_its_name_is_told(raw: str, fault: str) -> None:
    assert parse(FILES, raw, fault)[1] == PICTURE_IN_CELL.at(Place(), heading=FILES.heading)


# Cells that staff set on the page


def mended(cell: str, text: str) -> Any:
    """The cell of a small workbook with this text put into it."""
    book = openpyxl.Workbook()
    book.active.title = "คะแนน"
    for name, value, look in (("A1", "ก", "@"), ("B1", "=1+1", "General"), ("C1", 5, "0.00"), ("D1", 0.5, "0%")):
        book.active[name] = value
        book.active[name].number_format = look
    book.active.merge_cells("F2:F3")
    buffer = io.BytesIO()
    book.save(buffer)
    made_again = openpyxl.load_workbook(io.BytesIO(mending.put(buffer.getvalue(), "คะแนน", {cell: text})))
    assert made_again["คะแนน"]["B1"].value == "=1+1"
    return made_again["คะแนน"][cell]


@pytest.mark.parametrize(
    ("cell", "text", "value", "look"),
    [
        ("A1", "ข", "ข", "@"),
        ("A1", "", None, "@"),
        ("A1", " ก\nข\tค ", " ก\nข\tค ", "@"),
        ("A1", "=1+1", "=1+1", "@"),
        ("C1", "7.25", "7.25", "0.00"),  # shown by a format: kept as typed
        ("D1", "50", "50", "0%"),
        ("E9", "12", 12, "General"),
        ("A1", "12", "12", "@"),
        ("E9", "021234567", "021234567", "General"),
        ("E9", "0.5", 0.5, "General"),
        ("E9", "1234567890123456", "1234567890123456", "General"),
        ("E9", "-3.5", -3.5, "General"),
        ("E9", "1e5", "1e5", "General"),
        ("E9", "๑๒", "๑๒", "General"),
        ("XFD1048576", "ก", "ก", "General"),
        ("A1", "ก" * 32_767, "ก" * 32_767, "@"),
    ],
)
def test_a_mended_cell_holds_what_was_typed_and_keeps_its_look(cell: str, text: str, value: object, look: str) -> None:
    found = mended(cell, text)
    assert (found.value, found.number_format) == (value, look)
    assert found.data_type != "f"


@pytest.mark.parametrize(
    ("cell", "text", "sentence"),
    [
        ("F3", "2", "ช่อง F3 ผสานอยู่กับช่อง F2 โปรดแก้ที่ช่อง F2"),
        ("B1", "2", "ช่อง B1 เป็นสูตร แก้ในหน้านี้ไม่ได้ โปรดแก้ใน Excel"),
        ("XFE1", "ก", "ไม่มีช่อง XFE1"),
        ("A1048577", "ก", "ไม่มีช่อง A1048577"),
        ("A0", "ก", "ไม่มีช่อง A0"),
        ("1A", "ก", "ไม่มีช่อง 1A"),
        ("A1", "ก" * 32_768, "ข้อความในช่อง A1 ยาวเกินกำหนดของ Excel"),
        ("A1", "ก\x01", "ข้อความในช่อง A1 มีอักขระที่ใช้ไม่ได้ (U+0001)"),
        ("A1", "\ue123", "ข้อความในช่อง A1 มีอักขระที่ใช้ไม่ได้ (U+E123)"),
    ],
)
def test_a_cell_that_cannot_be_mended_says_why(cell: str, text: str, sentence: str) -> None:
    with pytest.raises(mending.NotMendedError) as fault:
        mended(cell, text)
    assert str(fault.value) == sentence
