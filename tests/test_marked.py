"""The marked copy: every problem listed, coloured and explained, and everything else as it was."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from xlsxwriter import Workbook

from ita_docs.workbook.marked import mark
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import PROBLEMS
from made_workbook import opened, put, save, sheets
from officefiles.problems import Kind, Place, Problem, Severity
from schemas import schema_errors

# openpyxl, which here only looks, says that it would lose the extensions that the copy keeps.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"

WRONG = Kind("wrong", "พบ “{found}” ซึ่งไม่ถูกต้อง", "แก้ไขให้ถูกต้อง")
DOUBTFUL = Kind("doubtful", "น่าสงสัย <&>", "ตรวจสอบ", severity=Severity.WARNING)
RED, YELLOW = "FFFF9999", "FFFFE08A"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rich(folder: Path) -> bytes:
    """A workbook of an office that put in it everything Excel has."""
    Image.new("RGB", (30, 20), "navy").save(folder / "logo.png")
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet("คะแนน"), book.add_worksheet("อื่น ๆ")
        green = book.add_format({"bold": True, "num_format": "0.00", "bg_color": "#00FF00"})
        sheet.write_row("A1", ["ตัวชี้วัดที่", "คะแนน"])
        for row in range(1, 11):
            sheet.write_number(row, 0, row)
            sheet.write_number(row, 1, 80 + row, green)
        sheet.write_comment("B2", "ความเห็นเดิมของหน่วยงาน")
        sheet.write_formula("B12", "=AVERAGE(B2:B11)", green, 85.5)
        sheet.data_validation("B2:B11", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100})
        sheet.conditional_format("B2:B11", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("B2:B11", {"type": "cell", "criteria": "<", "value": 85, "format": green})
        sheet.merge_range("D1:E2", "รวมช่อง", green)
        sheet.insert_image("H2", str(folder / "logo.png"))
        sheet.autofilter("A1:B11")
        sheet.protect("", {"select_locked_cells": True})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='คะแนน'!$B$2:$B$11"})
        sheet.insert_chart("H8", chart)
        book.define_name("คะแนนรวม", "='คะแนน'!$B$12")
        book.define_name("'อื่น ๆ'!เฉพาะ", "='อื่น ๆ'!$A$1")
        other.write("A1", "ข้อความ")
        other.print_area("A1:C3")
        other.activate()
    return buffer.getvalue()


def problems() -> list[Problem]:
    return [
        WRONG.at(Place("คะแนน", "B3"), 82),
        DOUBTFUL.at(Place("คะแนน", "B3")),
        DOUBTFUL.at(Place("คะแนน", "B2")),
        WRONG.at(Place("คะแนน", "C30"), "ว่าง"),
        WRONG.at(Place("คะแนน"), "ทั้งชีต"),
        WRONG.at(Place("บุคลากร"), "ไม่มีชีต"),
    ]


@pytest.fixture
def original(tmp_path: Path) -> bytes:
    return rich(tmp_path)


@pytest.fixture
def marked(original: bytes) -> bytes:
    return mark(original, problems())


def sheet_of(data: bytes, name: str) -> Worksheet:
    return opened(data)[name]


def test_each_cell_with_a_problem_has_the_colour_of_the_worst_and_all_else_of_its_format(marked: bytes) -> None:
    sheet = sheet_of(marked, "คะแนน")
    assert [sheet[cell].fill.fgColor.rgb for cell in ("B3", "B2", "C30")] == [RED, YELLOW, RED]
    assert (sheet["B3"].number_format, sheet["B3"].font.bold, sheet["B3"].value) == ("0.00", True, 82)
    assert sheet["B4"].fill.fgColor.rgb == "FF00FF00"


def test_each_cell_with_a_problem_says_what_is_wrong_and_what_to_do(marked: bytes) -> None:
    sheet = sheet_of(marked, "คะแนน")
    assert sheet["B3"].comment.text == (
        "[ต้องแก้ไข] พบ “82” ซึ่งไม่ถูกต้อง\nวิธีแก้ไข: แก้ไขให้ถูกต้อง\n[ควรตรวจสอบ] น่าสงสัย <&>\nวิธีแก้ไข: ตรวจสอบ"
    )
    assert sheet["B2"].comment.text.endswith("วิธีแก้ไข: ตรวจสอบ\n\nความเห็นเดิมของหน่วยงาน")
    assert "“ว่าง”" in sheet["C30"].comment.text


def test_the_first_sheet_lists_every_problem_with_a_link_to_its_cell(marked: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked))
    assert book.sheetnames == [PROBLEMS, "คะแนน", "อื่น ๆ"]
    assert book.active.title == PROBLEMS
    rows = list(book[PROBLEMS].iter_rows(min_row=5, values_only=True))
    assert rows[0] == ("1", "ต้องแก้ไข", "คะแนน", "B3", "พบ “82” ซึ่งไม่ถูกต้อง", "แก้ไขให้ถูกต้อง")
    assert [row[2:4] for row in rows[1:]] == [
        ("คะแนน", "C30"), ("คะแนน", "ทั้งชีต"), ("บุคลากร", "ทั้งชีต"), ("คะแนน", "B3"), ("คะแนน", "B2"),
    ]  # fmt: skip
    links = [cell.hyperlink.location if cell.hyperlink else None for cell in book[PROBLEMS]["D"][4:]]
    assert links == ["'คะแนน'!B3", "'คะแนน'!C30", "'คะแนน'!A1", None, "'คะแนน'!B3", "'คะแนน'!B2"]


def test_pictures_charts_and_other_sheets_are_copied_byte_for_byte(original: bytes, marked: bytes) -> None:
    before, after = parts(original), parts(marked)
    same = {name for name in before if before[name] == after[name]}
    changed = {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert set(before) - same == changed
    assert {"xl/media/image1.png", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/theme/theme1.xml"} <= same
    assert after["xl/worksheets/sheet2.xml"] == before["xl/worksheets/sheet2.xml"].replace(b' tabSelected="1"', b"")


@pytest.mark.parametrize(
    "element",
    [
        "dataValidations",
        "conditionalFormatting",
        "extLst",
        "mergeCells",
        "autoFilter",
        "sheetProtection",
        "drawing",
        "cols",
    ],
)
def test_rules_of_a_marked_sheet_stay_as_they_were(original: bytes, marked: bytes, element: str) -> None:
    pattern = re.compile(rf"<{element}\b.*?(?:</{element}>|/>)".encode(), re.DOTALL)
    before = pattern.findall(parts(original)["xl/worksheets/sheet1.xml"])
    assert pattern.findall(parts(marked)["xl/worksheets/sheet1.xml"]) == before
    assert before or element == "cols"


def test_names_still_mean_the_sheets_they_meant(original: bytes, marked: bytes) -> None:
    before, after = (openpyxl.load_workbook(io.BytesIO(data)) for data in (original, marked))
    assert after.defined_names["คะแนนรวม"].attr_text == before.defined_names["คะแนนรวม"].attr_text
    assert set(after["อื่น ๆ"].defined_names) == set(before["อื่น ๆ"].defined_names) != set()
    assert after["อื่น ๆ"].print_area == before["อื่น ๆ"].print_area


def test_formats_of_all_other_cells_stay(original: bytes, marked: bytes) -> None:
    before, after = parts(original)["xl/worksheets/sheet1.xml"], parts(marked)["xl/worksheets/sheet1.xml"]
    cell = re.compile(rb'<c r="(\w+)"(?: s="(\d+)")?')
    styles = dict(cell.findall(after))
    assert {name: style for name, style in cell.findall(before) if name not in (b"B2", b"B3")}.items() <= styles.items()


def test_the_copy_has_no_schema_errors(marked: bytes) -> None:
    assert schema_errors(marked) == []


def test_a_comment_without_formats_keeps_its_words_below() -> None:
    book = openpyxl.Workbook()
    book.active.title = "คะแนน"
    book.active["B2"].comment = Comment("ความเห็นเดิม", "ผู้ตรวจ")
    buffer = io.BytesIO()
    book.save(buffer)
    copy = mark(buffer.getvalue(), [DOUBTFUL.at(Place("คะแนน", "B2"))])
    assert sheet_of(copy, "คะแนน")["B2"].comment.text.endswith("\n\nความเห็นเดิม")


def test_a_sheet_without_comments_gets_its_first(tmp_path: Path) -> None:
    book = sheets()
    put(book, "คะแนน", "C5", "สี่")
    path = save(book, tmp_path)
    found = read(path)[1]
    before = path.read_bytes()
    copy = mark(before, found)
    assert path.read_bytes() == before
    assert "“สี่”" in sheet_of(copy, "คะแนน")["C5"].comment.text
    assert schema_errors(copy) == []
    path.write_bytes(copy)
    assert read(path)[1] == found


def test_a_cell_that_was_not_there_keeps_the_look_of_its_row_or_column() -> None:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("คะแนน")
        formats = {name: book.add_format({"num_format": name}) for name in ("0.00", "0.000", "0%", "#,##0")}
        sheet.set_column("B:C", None, formats["0.00"])
        sheet.set_column("E:E", None, formats["0.000"])
        sheet.set_row(4, None, formats["0%"])
        sheet.write_row("A2", ["ก"])
        sheet.write("C3", 1, formats["#,##0"])
    cells = ("A2", "B2", "C2", "D2", "E2", "B9", "D9", "A5", "B5", "C3")
    sheet = sheet_of(mark(buffer.getvalue(), [WRONG.at(Place("คะแนน", cell)) for cell in cells]), "คะแนน")
    assert [sheet[cell].number_format for cell in cells] == [
        "General", "0.00", "0.00", "General", "0.000", "0.00", "General", "0%", "0%", "#,##0",
    ]  # fmt: skip
    assert {sheet[cell].fill.fgColor.rgb for cell in cells} == {RED}


def test_what_is_hidden_and_has_a_problem_can_be_seen_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "kept.xlsx"
    with Workbook(str(path)) as book:
        book.add_worksheet("เปิด")
        sheet = book.add_worksheet("คะแนน")
        sheet.hide()
        for row in range(8):
            sheet.write_row(row, 0, ("ก", 1, 2, 3))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(3, 0)
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.set_column("C:C", 0)
        sheet.set_column("D:D", None, None, {"hidden": True})
    copy = mark(path.read_bytes(), [WRONG.at(Place("คะแนน", cell)) for cell in ("B3", "C4")])
    sheet = sheet_of(copy, "คะแนน")
    assert sheet.sheet_state == "visible"
    assert [sheet.row_dimensions[row].hidden for row in (3, 4, 5)] == [False, False, True]
    assert [sheet.column_dimensions[column].hidden for column in "BCD"] == [False, False, True]
    assert (sheet.row_dimensions[4].height, sheet.column_dimensions["C"].width > 1) == (None, True)
    assert schema_errors(copy) == []


def test_a_copy_can_be_marked_again(original: bytes) -> None:
    once = mark(original, problems())
    twice = mark(once, problems()[:1])
    book = openpyxl.load_workbook(io.BytesIO(twice))
    assert book.sheetnames == [PROBLEMS, "คะแนน", "อื่น ๆ"]
    assert len(list(book[PROBLEMS].iter_rows(min_row=5))) == 1


def test_the_drop_downs_of_the_sample_survive() -> None:
    data = SAMPLE.read_bytes()
    copy = mark(data, [WRONG.at(Place("บุคลากร", "G10"))])
    before, after = (sheet_of(one, "บุคลากร").data_validations.dataValidation for one in (data, copy))
    assert [(str(one.sqref), one.formula1) for one in after] == [(str(one.sqref), one.formula1) for one in before]
    assert len(before) > 3


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a workbook"])
def test_what_is_no_workbook_cannot_be_marked(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        mark(data, [])


@pytest.mark.office
def test_an_office_program_opens_the_copy_and_finds_all_in_it(marked: bytes, tmp_path: Path) -> None:
    (tmp_path / "marked.xlsx").write_bytes(marked)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "ods", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path), str(tmp_path / "marked.xlsx")], check=True, timeout=120, capture_output=True
    )
    content = zipfile.ZipFile(tmp_path / "marked.ods").read("content.xml").decode()
    for wanted in ("พบ “82” ซึ่งไม่ถูกต้อง", "ความเห็นเดิมของหน่วยงาน", "content-validation", "draw:image", "draw:object"):
        assert wanted in content
