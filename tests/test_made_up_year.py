"""A year that never was, of eleven indicators, other instruments, one decimal and eight topics, goes all the way from
the blank form to the comparison by its framework file alone."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.workbook import Workbook

import made
from ita_docs.checks import check
from ita_docs.cli import main
from ita_docs.framework.load import load
from ita_docs.papers.reading import read_and_check
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import SHEETS, schema
from officefiles.opc import Part
from officefiles.problems import Place
from officefiles.text import text_of_part
from officefiles.thai import thai_digits

NAMES = (
    "การทำงานตามคู่มือ", "การทำงานตามกำหนด", "การให้บริการ", "การใช้เงิน", "การมอบหมายงาน", "การดูแลทรัพย์สิน", "การยืมทรัพย์สิน",
    "การประชาสัมพันธ์", "การเผยแพร่ข้อมูล", "การรับฟังความเห็น", "การใช้ปัญญาประดิษฐ์",
)  # fmt: skip
TOPICS = (
    "การปฏิบัติงาน", "การบริการ", "การเงิน", "บุคลากร", "ทรัพย์สิน", "การสื่อสาร", "การเปิดเผย", "ปัญญาประดิษฐ์",
)  # fmt: skip
CODES = ("AIT", "BIT", "CIT")
SCORES = (90.1, 88.2, 86.3, 84.4, 92.5, 80.1, 86, 91.4, 100, 96.2, 70.7)
"""The means of the first instrument and of the total are halves of the last decimal: 87.25 and 88.05."""

PREVIOUS = (88, 88.2, 80.5, 84.4, 90, 85.3, 86, 90, 99.9, 95, 60.2)
INSTRUMENTS = {"AIT": 87.3, "BIT": 87.5, "CIT": 89.0}
TOTAL = 88.1
HEADING_ROW = 4
DONE = "ดำเนินการแล้ว"
TRACKER = "ติดตามมาตรการ"


def ita_docs(*words: str) -> str:
    """What a command says; it ends well."""
    result = CliRunner().invoke(main, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def fill(path: Path, general: Mapping[str, object], rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Type values into a form: beside their labels on the general sheet, under their headings on the others."""
    book = openpyxl.load_workbook(path)
    sheet = book["ข้อมูลทั่วไป"]
    lines = {cell.value: cell.row for cell in sheet["A"] if cell.value}
    for label, value in general.items():
        sheet.cell(lines[label], 2).value = value
    for name, records in rows.items():
        sheet = book[name]
        columns = {cell.value: cell.column for cell in sheet[HEADING_ROW] if cell.value}
        first = HEADING_ROW + 1 + (sheet.cell(HEADING_ROW + 1, 1).value == "ตัวอย่าง")
        for row, record in enumerate(records, start=first):
            for heading, value in record.items():
                sheet.cell(row, columns[heading]).value = value
    book.save(path)


def typed(year: int, office: str) -> tuple[dict[str, object], dict[str, list[dict[str, object]]]]:
    """What an office types into the form of a year: the invented office's order and people, eleven scores."""
    day = datetime.date(year - 544, 10, 25)
    whole = made.submission(fiscal_year=year)
    form = form_of(whole, schema(2566))
    headings = {sheet.key: {field.name: field.heading for field in sheet.fields} for sheet in SHEETS}
    general = {headings["general"][name]: cell for name, cell in form.general.items() if name in headings["general"]}
    del general["รูปแบบคะแนนเต็ม"], general["จัดเอกสารตาม"]
    general |= {
        "ชื่อหน่วยงาน": office, "ปีงบประมาณ": year, "เลขที่คำสั่ง": f"123/{year - 1}", "วันที่ลงนามในคำสั่ง": day,
        "เหตุผล": "ด้วยหน่วยงานได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใส", "เรื่องของคำสั่ง": "แต่งตั้งคณะกรรมการและคณะทำงาน",
        "คะแนนรวมที่ประกาศ": TOTAL, "ระดับที่ประกาศ": "เงิน", "คะแนน CIT ที่ประกาศ": 89, "จัดเอกสารตาม": "ประเด็น 8 ด้าน",
        "แผนภูมิในบทวิเคราะห์": "มี", "รูปแบบคะแนนเต็ม": "๑๐๐.๐", "ตัวเลขในเอกสาร": "อารบิก", "คอลัมน์คะแนน": "แสดง",
        "คอลัมน์คะแนนปีก่อน": "แสดง",
    }  # fmt: skip
    tables: dict[str, list[dict[str, object]]] = {
        sheet.name: [
            {headings[sheet.key][name]: cell for name, cell in row.items()} for row in form.rows.get(sheet.key, ())
        ]
        for sheet in SHEETS
        if sheet.key in ("seats", "duties", "sections")
    }
    tables["คะแนน"] = [{"คะแนน": one, "คะแนนปีก่อน": before} for one, before in zip(SCORES, PREVIOUS, strict=True)]
    tables["คะแนนรายข้อ"] = [
        {"ข้อ": code, "คำถาม": f"คำถามของ {code}", "คะแนน": score}
        for code, score in (("c16", 60), ("C-17", 81.4), ("b3", 77.7))
    ]
    tables["มาตรการ"] = [
        {
            "มาตรการ/กิจกรรม": f"จัดทำแนวทางเรื่อง{name}", "การกำกับติดตาม": f"ติดตามแนวทางเรื่อง{name}", "ความถี่": "ปีละ 2 ครั้ง",
            "ผู้รับผิดชอบ": "ฝ่ายปกครอง",
        }
        for name in NAMES
    ]  # fmt: skip
    tables["ข้อความวิเคราะห์"] = [
        {"ตัวชี้วัดที่/หัวข้อ": "BIT", "ข้อความ": "2. แบบวัดจากประชาชนในถ้อยคำของหน่วยงาน"},
        {"ตัวชี้วัดที่/หัวข้อ": 11, "ข้อความ": "หน่วยงานได้ 70.7 คะแนน ในเรื่องปัญญาประดิษฐ์"},
    ]
    return general, tables


def fill_tracker(path: Path) -> None:
    """The tracker as kept through the year: all rounds of the last indicator done."""
    book = openpyxl.load_workbook(path)
    sheet = book[TRACKER]
    columns = {cell.value: cell.column for cell in sheet[HEADING_ROW] if cell.value}
    for row in range(HEADING_ROW + 1, sheet.max_row + 1):
        if sheet.cell(row, columns["ตัวชี้วัดที่"]).value == 11:
            sheet.cell(row, columns["สถานะ"]).value = DONE
            sheet.cell(row, columns["ผลการดำเนินการ"]).value = "ใช้แนวทางแล้ว"
        elif sheet.cell(row, columns["ตัวชี้วัดที่"]).value:
            sheet.cell(row, columns["ปัญหา/อุปสรรค"]).value = "รอข้อมูล"
    book.save(path)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the made-up year's framework and, after it, a year that changes nothing, in which two offices went
    through two years with every command; ``said`` holds what the commands said."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "frameworks").mkdir()
    shutil.copy(Path(__file__).parent / "made_up_year.toml", folder / "frameworks/2575.toml")
    (folder / "frameworks/2576.toml").write_text("extends = 2575\nyear = 2576\n", encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        said = []
        for name, office in (("one", "เทศบาลตำบลหนึ่ง"), ("two", "เทศบาลตำบลสอง")):
            form = folder / f"inputs/{name}.xlsx"
            form.parent.mkdir(exist_ok=True)
            said.append(ita_docs("new", str(form), "--year", "2576", "--office", office))
            shutil.copy(form, folder / f"blank_{name}.xlsx")
            fill(form, *typed(2576, office))
        book = openpyxl.load_workbook("inputs/two.xlsx")
        book["คะแนน"]["C5"] = 86.349
        book["ข้อมูลทั่วไป"].cell(_row(book, "คะแนนรวมที่ประกาศ"), 2).value = None
        book["ข้อมูลทั่วไป"].cell(_row(book, "ตัวเลขในเอกสาร"), 2).value = "ไทย"
        book["ข้อมูลทั่วไป"].cell(_row(book, "คะแนน BIT ส่วนที่ 1 ที่ประกาศ"), 2).value = 87
        book["ข้อมูลทั่วไป"].cell(_row(book, "คะแนน BIT ส่วนที่ 2 ที่ประกาศ"), 2).value = 88.1
        book.save("inputs/two.xlsx")
        said.append(ita_docs("check"))
        said.append(ita_docs("build", "--jobs", "1"))
        said.append(ita_docs("compare", "--jobs", "1"))
        fill_tracker(folder / "outputs/one/tracker.xlsx")
        said.append(ita_docs("new", "next/one.xlsx", "--year", "2577", "--from", "inputs/one.xlsx"))
        shutil.copy("next/one.xlsx", "rolled.xlsx")
        general, _ = typed(2577, "เทศบาลตำบลหนึ่ง")
        fill(folder / "next/one.xlsx", general, {"คะแนน": [{"คะแนน": one} for one in SCORES]} | {"คะแนนรายข้อ": []})
        said.append(ita_docs("build", "next", "--out", "later", "--tracker", "outputs/one/tracker.xlsx"))
        (folder / "said.txt").write_text("\n".join(said), encoding="utf-8")
        yield folder
    finally:
        os.chdir(before)


def _row(book: Workbook, label: str) -> int:
    return next(cell.row for cell in book["ข้อมูลทั่วไป"]["A"] if cell.value == label)


def words(path: Path) -> str:
    """The text of a Word file, each no-break space as a space."""
    with zipfile.ZipFile(path) as archive:
        text: str = text_of_part(Part(archive.read("word/document.xml")))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def decimals(text: str) -> set[int]:
    """How many decimals the numbers in a text have; dates such as 1.50 pm do not stand in these documents."""
    return {len(found) for found in re.findall(r"(?<![\d.])\d{1,3}\.(\d+)(?![\d.])", text)}


# The form


@pytest.mark.soak
def test_the_blank_form_asks_for_the_structure_of_the_year(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "blank_one.xlsx")
    scores = book["คะแนน"]
    assert [scores.cell(row, 2).value for row in range(5, 16)] == list(NAMES)
    assert scores["A2"].value == "กรอกคะแนนตามประกาศให้ครบทั้ง 11 ตัวชี้วัด (เต็ม 100 คะแนน)"
    labels = [cell.value for cell in book["ข้อมูลทั่วไป"]["A"] if cell.value]
    assert [one.removesuffix(" ที่ประกาศ") for one in labels if re.match("คะแนน .*ที่ประกาศ", one)] == [
        "คะแนน AIT", "คะแนน BIT", "คะแนน BIT ส่วนที่ 1", "คะแนน BIT ส่วนที่ 2", "คะแนน CIT",
    ]  # fmt: skip
    lists = [[cell.value for cell in column if cell.value] for column in book["รายการเลือก"].columns]
    assert [str(number) for number in range(1, 12)] in lists
    assert list(NAMES) in lists
    assert ["ทอง", "เงิน", "ทองแดง"] in lists
    assert ["ตัวชี้วัด", "ประเด็น 8 ด้าน"] in lists
    assert ["๑๐๐", "๑๐๐.๐"] in lists
    assert [*(str(number) for number in range(1, 12)), "บทนำ", *CODES, "สรุป"] in lists


def test_scores_are_shown_and_asked_for_with_one_decimal(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "blank_one.xlsx")
    assert book["คะแนน"]["C5"].number_format == "0.0"
    assert book["ข้อมูลทั่วไป"].cell(_row(book, "คะแนน CIT ที่ประกาศ"), 2).number_format == "0.0"
    errors = {one.error for sheet in book.worksheets for one in sheet.data_validations.dataValidation if one.error}
    assert {one for one in errors if "ทศนิยม" in one} == {"คะแนนต้องเป็นตัวเลข 0 ถึง 100 ทศนิยมไม่เกิน 1 ตำแหน่ง"}
    comments = " ".join(cell.comment.text for cell in book["คะแนนรายข้อ"][HEADING_ROW])
    assert "รหัสข้อคำถาม เช่น a1, b5, c12" in comments


def test_nothing_in_the_form_or_outputs_speaks_of_the_instruments_of_other_years(desk: Path) -> None:
    files = [path for path in desk.rglob("*") if path.suffix in (".xlsx", ".docx", ".ics")]
    assert len(files) > 30
    for path in files:
        if path.suffix == ".ics":
            assert not re.search("[IEO]IT", path.read_text(encoding="utf-8").replace("ITA", ""))
            continue
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".xml") and not name.startswith(("docProps", "word/theme", "xl/theme")):
                    assert not re.search(r"\b[IEO]IT\b", archive.read(name).decode()), (path, name)


# What is told


def test_a_score_is_rounded_to_one_decimal_and_told_so(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "outputs/report.xlsx")
    rows = [[cell.value for cell in row] for row in book["ปัญหาที่พบ"].iter_rows(min_row=2)]
    (reported,) = [row for row in rows if row[2] == "คะแนน"]
    assert reported[2:5] == ["คะแนน", "C5", "“คะแนน” มีทศนิยมเกิน 1 ตำแหน่ง (86.349) โปรแกรมปัดเป็น 86.3"]
    assert reported[6] == "ตรวจสอบกับประกาศผลการประเมิน แล้วพิมพ์คะแนนทศนิยม 1 ตำแหน่ง"


UNREADABLE = {
    ("คะแนน", "C5", "มาก"): ("not-a-score", "พิมพ์เฉพาะตัวเลข 0 ถึง 100 เช่น 87.5 หรือ ๘๗.๕"),
    ("คะแนน", "A6", 12): ("indicator-unknown", "แก้เลขที่ตัวชี้วัดเป็น 1 ถึง 11"),
    ("คะแนนรายข้อ", "A6", "i1"): ("not-a-question-code", "พิมพ์รหัสข้อ เช่น a1, b5 หรือ c12"),
    ("ข้อความวิเคราะห์", "A6", "IIT"): (
        "not-a-part", "พิมพ์เลขที่ตัวชี้วัด 1 ถึง 11 หรือเลือกจาก บทนำ, AIT, BIT, CIT, สรุป"
    ),
    ("มาตรการ", "A6", 12): ("measure-of-unknown-indicator", "แก้เลขที่ตัวชี้วัดเป็น 1 ถึง 11"),
}  # fmt: skip
WRONG = {
    ("คะแนน", "C15", 70.5): ("questions-off", "ตรวจสอบคะแนนรายข้อและคะแนนของตัวชี้วัด"),
    ("ข้อความวิเคราะห์", "B7", "หน่วยงานได้ 70.6 คะแนน"): (
        "score-elsewhere", "ตรวจสอบคะแนนในข้อความ คะแนนของตัวชี้วัดนี้คือ 70.5"
    ),
}  # fmt: skip
"""What is told, at its cell, of each cell that is filled in so."""


@pytest.mark.parametrize("faults", [UNREADABLE, WRONG], ids=["unreadable", "wrong"])
def test_faults_are_told_in_the_terms_of_the_year(
    desk: Path, tmp_path: Path, faults: Mapping[tuple[str, str, object], tuple[str, str]]
) -> None:
    book = openpyxl.load_workbook(desk / "inputs/one.xlsx")
    for sheet, cell, value in faults:
        book[sheet][cell] = value
    book.save(tmp_path / "one.xlsx")
    problems = read_and_check(tmp_path / "one.xlsx", desk / "frameworks").problems
    told = {(one.place, one.kind, one.hint) for one in problems}
    assert {(Place(sheet, cell), *problem) for (sheet, cell, _), problem in faults.items()} - told == set()


@pytest.mark.parametrize(
    ("total", "reported"),
    [(88.2, [("total-near", "88.2", "88.1", "0.1")]), (88.3, [("total-off", "88.3", "88.1", "0.2")]), (88.1, [])],
)
def test_a_total_may_lie_one_in_the_last_decimal_apart(
    desk: Path, total: float, reported: list[tuple[str, str, str, str]]
) -> None:
    submission, _ = read(desk / "inputs/one.xlsx", desk / "frameworks")
    assert submission
    published = replace(submission.published, total=Decimal(str(total)))
    problems = check(replace(submission, published=published), load(2575, desk / "frameworks"))
    found = [(one.kind, *re.findall(r"\d+\.\d+", one.message)) for one in problems if one.kind.startswith("total")]
    assert found == reported


# The documents


@pytest.mark.parametrize("name", ["analysis", "measures", "pack"])
def test_the_documents_print_one_decimal_and_eleven_indicators(desk: Path, name: str) -> None:
    text = words(desk / f"outputs/one/{name}.docx")
    assert decimals(text) == {1}
    assert [one for one in NAMES if one not in text] == []
    assert "100.0" in text


def test_the_analysis_is_set_out_by_eight_topics_in_the_terms_of_the_year(desk: Path) -> None:
    text = words(desk / "outputs/one/analysis.docx")
    assert "ผลการวิเคราะห์จำแนกตามประเด็น 8 ด้าน" in text
    assert re.findall(r"ประเด็นที่ (\d) (.+)", text) == [(str(n), name) for n, name in enumerate(TOPICS, start=1)]
    assert "(ITA) เท่ากับ 88.1 คะแนน อยู่ในระดับเงิน" in text
    assert "จำนวน 8 ตัวชี้วัด จากทั้งหมด 11 ตัวชี้วัด" in text
    assert "1. แบบวัดจากบุคลากร (Assessment by Insiders : AIT) ซึ่งประกอบด้วย 4 ตัวชี้วัด" in text
    assert "2. แบบวัดจากประชาชนในถ้อยคำของหน่วยงาน" in text
    assert "หน่วยงานได้ 70.7 คะแนน ในเรื่องปัญญาประดิษฐ์" in text


def test_the_digits_may_be_thai(desk: Path) -> None:
    text = words(desk / "outputs/two/analysis.docx")
    assert "(ITA) เท่ากับ ๘๗.๘ คะแนน" in text
    assert decimals(text.translate({0x0E50 + n: str(n) for n in range(10)})) == {1}


def test_the_chart_has_a_bar_for_each_of_the_eleven(desk: Path) -> None:
    with zipfile.ZipFile(desk / "outputs/one/analysis.docx") as archive:
        chart = archive.read("word/charts/chart1.xml").decode()
    values = chart.split("<c:val>")[1].split("</c:val>")[0]
    assert len(re.findall("<c:v>", values)) == 11


# The Excel files


def test_the_summary_has_the_figures_and_number_formats_of_the_year(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "outputs/one/summary.xlsx", data_only=True)
    sheet = book["สรุปคะแนน"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=5)}
    assert {code: rows[code][3].value for code in CODES} == INSTRUMENTS
    assert [rows[code][2].value for code in CODES] == [0.25, 0.35, 0.4]
    assert (rows["รวม"][3].value, rows["รวม"][2].value) == (TOTAL, 1)
    assert [rows[number][1].value for number in range(1, 12)] == list(NAMES)
    assert [rows[number][3].value for number in range(1, 12)] == list(SCORES)
    assert {rows[code][3].number_format for code in CODES} == {"0.0"}
    assert {rows[code][6].number_format for code in CODES} == {"0.000"}
    assert {rows[number][7].number_format for number in range(1, 12)} == {"+0.0;-0.0;0.0"}
    live = openpyxl.load_workbook(desk / "outputs/one/summary.xlsx")["สรุปคะแนน"]
    rounded = re.findall(r"ROUND\(.*?,(\d)\)", " ".join(str(cell.value) for row in live.iter_rows() for cell in row))
    assert set(rounded) == {"1"}
    assert "ปัดเศษทศนิยมหนึ่งตำแหน่ง" in " ".join(str(cell.value) for cell in book["ที่มาของตัวเลข"]["D"])


def test_the_parts_that_were_published_are_what_an_instrument_is_the_mean_of(desk: Path) -> None:
    sheet = openpyxl.load_workbook(desk / "outputs/two/summary.xlsx", data_only=True)["สรุปคะแนน"]
    rows = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=5)}
    assert rows["BIT"][3] == 87.6
    assert (rows["BIT1"][1], rows["BIT1"][4]) == ("แบบวัด BIT ส่วนที่ 1", 87)


@pytest.mark.parametrize("name", ["outputs/one/summary", "outputs/comparison"])
def test_charts_have_eleven_points_and_one_decimal(desk: Path, name: str) -> None:
    with zipfile.ZipFile(desk / f"{name}.xlsx") as archive:
        charts = [archive.read(one).decode() for one in archive.namelist() if one.startswith("xl/charts/chart")]
    of_indicators = [one for one in charts if NAMES[-1] in one]
    assert of_indicators
    assert {count for one in of_indicators for count in re.findall(r'<c:ptCount val="(\d+)"', one)} == {"11"}
    assert not [one for one in charts if "0.00" in one]


def test_the_tracker_takes_eleven_indicators(desk: Path) -> None:
    sheet = openpyxl.load_workbook(desk / "outputs/one/tracker.xlsx")[TRACKER]
    (limit,) = [one for one in sheet.data_validations.dataValidation if one.type == "whole"]
    assert (limit.formula1, limit.formula2, limit.prompt) == ("1", "11", "เลขที่ตัวชี้วัด 1 ถึง 11")
    assert {row[1].value for row in sheet.iter_rows(min_row=5) if row[1].value} == set(range(1, 12))
    assert (desk / "outputs/one/tracker.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


def test_what_the_tracker_holds_is_reported_a_year_later(desk: Path) -> None:
    text = words(desk / "later/one/results.docx")
    assert [name for name in NAMES if f"จัดทำแนวทางเรื่อง{name}" not in text] == []
    assert decimals(text) == {1}
    assert "9.1" in text  # one measure of eleven, in percent


# The next year, and others beside


def test_the_rolled_over_workbook_has_last_year_s_scores_and_measures(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "rolled.xlsx")
    scores = [[cell.value for cell in row[:4]] for row in book["คะแนน"].iter_rows(min_row=5, max_row=15)]
    expected = zip(range(1, 12), NAMES, [None] * 11, SCORES, strict=True)
    assert scores == [list(row) for row in expected]
    general = book["ข้อมูลทั่วไป"]
    assert general.cell(_row(book, "จัดเอกสารตาม"), 2).value == "ประเด็น 8 ด้าน"
    assert general.cell(_row(book, "รูปแบบคะแนนเต็ม"), 2).value == "๑๐๐.๐"
    assert general.cell(_row(book, "คะแนน CIT ที่ประกาศ"), 2).value is None
    assert [row[1].value for row in book["ผลการดำเนินการ"].iter_rows(min_row=5, max_row=15)] == [
        f"จัดทำแนวทางเรื่อง{name}" for name in NAMES
    ]


def test_offices_are_compared_in_the_terms_of_the_year(desk: Path) -> None:
    book = openpyxl.load_workbook(desk / "outputs/comparison.xlsx", data_only=True)
    heads = [cell.value for cell in book["อันดับ"][4]]
    assert heads[3:18] == ["คะแนนรวม", *CODES, *(f"{n} {name}" for n, name in enumerate(NAMES, start=1))]
    assert [cell.value for cell in book["อันดับ"][5]][3:7] == [88.1, *INSTRUMENTS.values()]
    formats = {cell.number_format for name in ("อันดับ", "ค่าสถิติ") for cell in book[name][5][3:7]}
    assert formats <= {"0.0", "+0.0;-0.0;0.0"}
    assert "สิบเอ็ดตัวชี้วัด" in " ".join(str(cell.value) for cell in book["ค่าสถิติ"]["A"])
    text = words(desk / "outputs/comparison.docx").translate({0x0E50 + n: str(n) for n in range(10)})
    assert decimals(text) == {1}
    assert [name for name in NAMES if name not in text] == []
    assert re.search("AIT.*BIT.*CIT", text, re.DOTALL)
    assert "85.0–94.9" in text


def test_the_report_on_offices_has_a_column_for_each_indicator_and_instrument(desk: Path) -> None:
    tables = docx.Document(str(desk / "outputs/comparison.docx")).tables
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert ["อันดับ", "หน่วยงาน", *(thai_digits(str(number)) for number in range(1, 12)), "ต่ำสุด"] in heads
    assert ["อันดับ", "หน่วยงาน", "คะแนนรวม", "ระดับ", *CODES, "ต่างจากปีก่อน"] in heads
