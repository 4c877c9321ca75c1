"""Old workbooks: sheets as Excel shows them, and score reports of any shape."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ita_docs import new
from ita_docs.framework.load import load
from ita_docs.importing import excel, papers
from ita_docs.importing.blocks import OldFile, OldTable
from ita_docs.importing.documents import ReadDocument
from ita_docs.importing.refusals import DAMAGED, EMPTY, LIMIT, OLD_FORMAT, OWN_FORM, NotReadableError
from made_docx import png
from officefiles import archive
from officefiles.problems import Kind
from outline_old import of_documents, of_file

RULES = load(2566)
NAMES = [one.name for one in RULES.indicators]
SCORES = ("90.01", "91.02", "92.03", "93.04", "94.05", "95.06", "96.07", "97.08", "98.09", "99.10")


SEEN: list[str] = []
"""All that is read of each file of a test and taken of it, kept in ``tests/golden/whole/importing_excel.txt``."""


@pytest.fixture(autouse=True)
def _kept(kept_whole: list[str]) -> Iterator[None]:
    SEEN.clear()
    yield
    kept_whole += SEEN


def read_excel(name: str, data: bytes) -> OldFile:
    file = excel.read_excel(name, data)
    SEEN.append(of_file(file))
    return file


def find_papers(file: OldFile) -> tuple[ReadDocument, ...]:
    found = papers.find_papers(file, RULES)
    SEEN.append(of_documents(found, file))
    return found


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def sheet(*rows: Sequence[object], name: str = "ข้อมูล") -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = name
    for row in rows:
        page.append(list(row))
    return book, page


def read(*rows: Sequence[object], name: str = "ข้อมูล") -> tuple[ReadDocument, ...]:
    return find_papers(excel.read_excel("เก่า.xlsx", saved(sheet(*rows, name=name)[0])))


def test_a_sheet_is_a_table_of_what_it_shows_without_what_is_hidden_or_struck() -> None:
    book, page = sheet(
        ["ร้อยละ", 0.875, "ขีดฆ่า"],
        ["ซ่อน", 1, 2],
        ["วันที่", datetime.date(2023, 1, 6), "เว้น"],
        ["", "", ""],
        ["รวมเซลล์", 5, 6],
    )
    page["B1"].number_format, page["B3"].number_format = "0.00%", "d mmmm yyyy"
    page["C1"].font = Font(strike=True)
    page.row_dimensions[2].hidden = page.column_dimensions["D"].hidden = True
    page["D1"] = "ซ่อน"
    page.merge_cells("A5:A6")
    page["B6"] = 7
    book.create_sheet("ซ่อน").append(["ซ่อน"])
    book.worksheets[1].sheet_state = "hidden"
    (table,) = read_excel("เก่า.xlsx", saved(book)).blocks
    assert isinstance(table, OldTable)
    assert (table.sheet, [[cell.text for cell in row] for row in table.rows]) == (
        "ข้อมูล",
        [["ร้อยละ", "87.50%", ""], ["วันที่", "6 มกราคม 2566", "เว้น"], ["รวมเซลล์", "5", "6"], ["", "7", ""]],
    )
    assert (table.rows[3][0].continued, str(table.rows[0][1].paragraphs[0].origin)) == (True, "เก่า.xlsx ข้อมูล!B1")


def test_what_of_a_sheet_is_left_out_is_told() -> None:
    book, page = sheet(*[[number, "ก", "ข", "ค"] for number in range(20)], [None, None])
    assert read_excel("เก่า.xlsx", saved(book)).problems == ()
    for row in (3, 4, 5, 7, 9, 11, 13, 15, 16, 21):  # as a filter leaves them; the last holds nothing
        page.row_dimensions[row].hidden = True
    page["C1"].font = page["C3"].font = Font(strike=True)
    page["B2"] = "=1/0"
    page.column_dimensions["D"].hidden = page.column_dimensions["F"].hidden = True
    book.create_sheet("สำรอง").append(["ก"])
    book.create_sheet("ว่าง")
    book.worksheets[1].sheet_state = book.worksheets[2].sheet_state = "hidden"
    (problem,) = read_excel("เก่า.xlsx", saved(book)).problems
    assert (problem.kind, problem.found, problem.severity.name) == ("import-parts-unread", "เก่า.xlsx", "WARNING")
    assert problem.message.partition(" ได้แก่ ")[2].split("; ") == [
        "ชีต “ข้อมูล” แถวที่ซ่อนไว้ 3–5 7 9 11 13 และอีก 1 แห่ง, คอลัมน์ที่ซ่อนไว้ D, ช่องที่ขีดฆ่า C1, ช่องที่สูตรผิดพลาดหรือยังไม่คำนวณ B2",
        "ชีต “สำรอง” ที่ซ่อนไว้ทั้งชีต",
    ]


def test_what_stands_beside_the_cells_of_a_sheet_is_told() -> None:
    book, page = sheet(["ก", 1], ["ข", 2])
    page["A2"].comment = Comment("ข้อคิดเห็น", "ผู้ตรวจ")
    picture = io.BytesIO(png(3, 2))
    page.add_image(openpyxl.drawing.image.Image(picture), "C1")
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=2))
    page.add_chart(chart, "D5")
    page.oddHeader.center.text, page.oddFooter.center.text = "&Bเอกสารแนบ &P", "หน้า &P/&N"
    book.create_chartsheet("แผ่น").add_chart(BarChart())
    (problem,) = read_excel("เก่า.xlsx", saved(book)).problems
    assert problem.message.partition(" ได้แก่ ")[2].split("; ") == [
        "ชีต “ข้อมูล” ภาพที่ C1, แผนภูมิที่ D5, ข้อคิดเห็นที่ A2, หัวกระดาษหรือท้ายกระดาษ “เอกสารแนบ”",
        "ชีตแผนภูมิ 1 ชีต",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
def test_a_list_of_values_is_one_sheet(encoding: str) -> None:
    (table,) = read_excel("คะแนน.csv", 'ตัวชี้วัด;คะแนน\n"การใช้งบประมาณ";90\n'.encode(encoding)).blocks
    assert isinstance(table, OldTable)
    assert [[cell.text for cell in row] for row in table.rows] == [["ตัวชี้วัด", "คะแนน"], ["การใช้งบประมาณ", "90"]]
    assert [row[1].paragraphs[0].origin.place for row in table.rows] == ["B1", "B2"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("เก่า.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, OLD_FORMAT),
        ("เก่า.xlsx", b"PK\x03\x04 no zip", DAMAGED),
        ("เก่า.csv", b"\xff\xfe\x00\x81", DAMAGED),
    ],
)
def test_what_is_no_workbook_is_refused(name: str, data: bytes, kind: Kind) -> None:
    with pytest.raises(NotReadableError) as caught:
        read_excel(name, data)
    assert caught.value.kind is kind
    assert caught.value.problem(name).found == name


def test_a_text_is_what_its_format_shows() -> None:
    book, page = sheet(["1", "2", 3], ["ซ่อน", "4", "5"])
    page["A1"].number_format, page["B1"].number_format, page["A2"].number_format = '"ข้อ "@', "0.00", ";;;"
    (found,) = read_excel("เก่า.xlsx", saved(book)).blocks
    assert isinstance(found, OldTable)
    assert [[cell.text for cell in row] for row in found.rows] == [["ข้อ 1", "2", "3"], ["", "4", "5"]]


def with_sheet(data: bytes) -> bytes:
    files = archive.read(saved(sheet(["ก"])[0]))
    return archive.write({**files, "xl/worksheets/sheet1.xml": data})


def far() -> bytes:
    book, page = sheet(["ก"])
    page.cell(1_000_000, 1, "ข")
    return saved(book)


TOO_LARGE: dict[str, tuple[str, bytes, Kind]] = {
    "rows of values": ("เก่า.csv", b"a,b\n" * 5_001, LIMIT),
    "values": ("เก่า.csv", (b"a," * 400 + b"\n") * 100, LIMIT),
    "one value": ("เก่า.csv", b'"' + b"a" * 140_000, DAMAGED),
    "nothing": ("เก่า.csv", b" ,\n,", EMPTY),
    "cells": ("เก่า.xlsx", saved(sheet(*[["ก"] * 200] * 201)[0]), LIMIT),
    "a cell far away": ("เก่า.xlsx", far(), LIMIT),
    "a damaged sheet": ("เก่า.xlsx", with_sheet(b"<worksheet><sheetData><row r="), DAMAGED),
}


@pytest.mark.parametrize(("name", "data", "kind"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_file_of_too_many_values_or_none_is_refused(name: str, data: bytes, kind: Kind) -> None:
    with pytest.raises(NotReadableError) as caught:
        read_excel(name, data)
    assert caught.value.kind is kind
    assert ("แถวหรือช่อง" in caught.value.problem(name).message) == (kind is LIMIT)


def test_a_form_of_our_own_is_refused() -> None:
    with pytest.raises(NotReadableError) as caught:
        read_excel("เก่า.xlsx", new(2567, office="เทศบาลตำบลบึงไผ่"))
    assert caught.value.kind is OWN_FORM


ROWS = [(number, name, float(score)) for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), start=1)]
OLD_NAMES = [one.names[-1] for one in RULES.indicators]
REPORTS: dict[str, list[Sequence[object]]] = {
    "with heads": [["ตัวชี้วัด", "คะแนน"], *((name, score) for _, name, score in ROWS)],
    "numbers behind weights": [(f"{number}. {name}", "น้ำหนัก", 100, score) for number, name, score in ROWS],
    "misspelt": [
        ["ที่", "ชื่อตัวชี้วัด", "น้ำหนัก", "ค่าคะแนน"],
        *((number, name.replace("การ", "กาล", 1), 10, score) for number, name, score in ROWS),
    ],
    "old names": [["ตัวชี้วัด", "คะแนนที่ได้"], *((OLD_NAMES[number - 1], score) for number, _, score in ROWS)],
    "side by side": [["", *NAMES], ["คะแนน", *(score for _, _, score in ROWS)]],
    "scores first": [["คะแนน", "ตัวชี้วัด"], *((score, name) for _, name, score in ROWS)],
}


@pytest.mark.parametrize("heads", [[], [["ที่", "ตัวชี้วัด", "คะแนน", "ระดับ", "หมายเหตุ"]]])
def test_what_no_cell_has_of_a_score_is_not_used(heads: list[list[str]]) -> None:
    level = RULES.levels.steps[0].name
    rows = [[number, name, score, "จุดแข็ง" if heads else level, f"เหตุ{number}"] for number, name, score in ROWS]
    file = read_excel("เก่า.xlsx", saved(sheet(*heads, *rows)[0]))
    (found,) = find_papers(file)
    left = [one.text for one in file.paragraphs() if one.origin not in found.used]
    assert left == [f"เหตุ{number}" for number, _, _ in ROWS]


@pytest.mark.parametrize("rows", REPORTS.values(), ids=REPORTS)
def test_a_score_report_gives_all_scores_whatever_its_shape(rows: list[Sequence[object]]) -> None:
    (found,) = read(["คะแนน"], *rows, ["คะแนนรวม", "", "", 95.5])
    assert found.kind == "scores"
    given = [(row["indicator"].text, float(row["score"].text), row["indicator"].doubt) for row in found.rows["scores"]]
    assert given == [(str(number), score, "") for number, _, score in ROWS]


def test_a_weight_is_no_score() -> None:
    (found,) = read(*zip(NAMES, SCORES, strict=True), ["น้ำหนัก IIT", "ร้อยละ 30"], ["คะแนนเต็ม", 100])
    assert found.general == {}


def test_a_report_gives_total_level_instruments_and_the_year() -> None:
    (found,) = read(
        ["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566"],
        *zip(NAMES, SCORES, strict=True),
        ["IIT", "92.03"],
        ["คะแนนรวม", "95.50"],
        ["ระดับ", "ผ่านดีเยี่ยม"],
    )
    assert {name: cell.text for name, cell in found.general.items()} == {
        "IIT": "92.03",
        "total": "95.50",
        "level": "ผ่านดีเยี่ยม",
        "fiscal_year": "2567",
    }


PEOPLE = {
    "one name column": [
        ["ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด"],
        [1, "นายสมชาย ใจดี", "นักวิชาการคลังชำนาญการ", "กองคลัง"],
        [2, "น.ส.สมหญิง รักไทย", "นิติกรปฏิบัติการ", "กองช่าง"],
    ],
    "names in three columns behind the post": [
        ["ตำแหน่ง", "สังกัด", "คำนำหน้า", "ชื่อ", "นามสกุล", "โทร"],
        ["นักวิชาการคลังชำนาญการ", "กองคลัง", "นาย", "สมชาย", "ใจดี", "0812345678"],
        ["นิติกรปฏิบัติการ", "กองช่าง", "น.ส.", "สมหญิง", "รักไทย", "0812345679"],
    ],
    "sections as headings and a column of levels": [
        ["ลำดับ", "ชื่อ-สกุล", "ตำแหน่ง", "ระดับ"],
        ["กองคลัง"],
        [1, "นายสมชาย ใจดี", "นักวิชาการคลัง", "ชำนาญการ"],
        ["กองช่าง"],
        [2, "น.ส.สมหญิง รักไทย", "นิติกร", "ปฏิบัติการ"],
    ],
    "no heads": [
        ["นายสมชาย ใจดี", "กองคลัง", "นักวิชาการคลังชำนาญการ"],
        ["น.ส.สมหญิง รักไทย", "กองช่าง", "นิติกรปฏิบัติการ"],
    ],
    "heads below a title, and the title of each in a column without a head": [
        ["บัญชีรายชื่อบุคลากร"],
        ["", "ชื่อ", "สังกัด", "ตำแหน่ง"],
        ["นาย", "สมชาย ใจดี", "กองคลัง", "นักวิชาการคลังชำนาญการ"],
        ["น.ส.", "สมหญิง รักไทย", "กองช่าง", "นิติกรปฏิบัติการ"],
    ],
}
SOMCHAI = {
    "title": "นาย",
    "first_name": "สมชาย",
    "last_name": "ใจดี",
    "position": "นักวิชาการคลังชำนาญการ",
    "section": "กองคลัง",
}
SOMYING = {"title": "น.ส.", "first_name": "สมหญิง", "last_name": "รักไทย", "position": "นิติกรปฏิบัติการ", "section": "กองช่าง"}


@pytest.mark.parametrize("rows", PEOPLE.values(), ids=PEOPLE)
def test_a_list_of_people_in_any_columns_gives_all_of_them(rows: list[Sequence[object]]) -> None:
    (found,) = read(*rows)
    assert found.kind == "people"
    assert [{name: cell.text for name, cell in row.items()} for row in found.rows["seats"]] == [SOMCHAI, SOMYING]
    assert [cell.text for row in found.rows["seats"] for cell in row.values() if cell.doubt] == []
    assert [row["name"].text for row in found.rows["sections"]] == ["กองคลัง", "กองช่าง"]


def test_a_sheet_of_measures_or_results_is_read_and_others_for_scores() -> None:
    measures = [
        ["มาตรการส่งเสริมคุณธรรม ของเทศบาลตำบลบึงไผ่ ประจำปีงบประมาณ พ.ศ. 2567"],
        [],
        ["ที่", "ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "การติดตามผล"],
        [2, NAMES[1], "1. เผยแพร่แผน\n2. รับฟังความเห็น", "กองคลัง\nสำนักปลัด", "รายงานทุกไตรมาส"],
    ]
    book, _ = sheet(*measures, name="มาตรการ")
    for row in [
        ["รายงานผลการดำเนินการตามมาตรการ"],
        ["ตัวชี้วัด", "มาตรการ", "ผลการดำเนินการ"],
        [NAMES[2], "ประกาศ", "แล้วเสร็จ"],
    ]:
        (book["ผล"] if "ผล" in book.sheetnames else book.create_sheet("ผล")).append(row)
    for row in REPORTS["with heads"]:
        (book["คะแนน"] if "คะแนน" in book.sheetnames else book.create_sheet("คะแนน")).append(list(row))
    found = {one.kind: one for one in find_papers(read_excel("เก่า.xlsx", saved(book)))}
    (measure,) = found["measures"].rows["measures"]
    assert {name: cell.text for name, cell in measure.items()} == {
        "indicator": "2",
        "indicator_name": NAMES[1],
        "actions": "เผยแพร่แผน\nรับฟังความเห็น",
        "follow_ups": "รายงานทุกไตรมาส",
        "frequency": "ทุกไตรมาส",
        "responsible": "กองคลัง\nสำนักปลัด",
    }
    assert found["measures"].general["name"].text == "เทศบาลตำบลบึงไผ่"
    assert found["measures"].general["fiscal_year"].text == "2567"
    assert [row["result"].text for row in found["results"].rows["results"]] == ["แล้วเสร็จ"]
    assert len(found["scores"].rows["scores"]) == len(NAMES)


def test_a_sheet_of_one_person_is_of_the_list_that_others_make() -> None:
    heads = ["ที่", "ชื่อ-สกุล", "ตำแหน่ง", "ระดับ"]
    book, _ = sheet(heads, [1, "นายกร ดีมาก", "ผู้อำนวยการกองคลัง", "อำนวยการต้น"], name="กองคลัง")
    page = book.create_sheet("กองช่าง")
    for row in (heads, [1, "นายขจร ดีมาก", "นิติกร", "ชำนาญการ"], [2, "นายคม ดีมาก", "นิติกร", "ปฏิบัติการ"]):
        page.append(row)
    (found,) = find_papers(read_excel("เก่า.xlsx", saved(book)))
    assert [(row["section"].text, row["position"].text) for row in found.rows["seats"]] == [
        ("กองคลัง", "ผู้อำนวยการกองคลัง อำนวยการต้น"),
        ("กองช่าง", "นิติกรชำนาญการ"),
        ("กองช่าง", "นิติกรปฏิบัติการ"),
    ]
    book.remove(page)
    assert find_papers(read_excel("เก่า.xlsx", saved(book))) == ()


def test_sheets_of_sections_are_one_list() -> None:
    book, _ = sheet(["นายสมชาย ใจดี", "นักวิชาการคลังชำนาญการ"], ["นายมานะ พูนผล", "นักวิชาการพัสดุ"], name="กองคลัง")
    other = book.create_sheet("กองช่าง")
    for row in (["น.ส.สมหญิง รักไทย", "นิติกรปฏิบัติการ"], ["นายเอก แสงทอง", "วิศวกรโยธาชำนาญการ"]):
        other.append(row)
    (found,) = find_papers(read_excel("เก่า.xlsx", saved(book)))
    assert [(row["first_name"].text, row["section"].text) for row in found.rows["seats"]] == [
        ("สมชาย", "กองคลัง"),
        ("มานะ", "กองคลัง"),
        ("สมหญิง", "กองช่าง"),
        ("เอก", "กองช่าง"),
    ]


def test_a_list_that_says_who_is_what_gives_seats_and_marks_names_without_a_title() -> None:
    (found,) = read(
        ["คณะกรรมการ"],
        ["ลำดับ", "ชื่อ-สกุล", "ตำแหน่ง", "หน้าที่ในคณะ"],
        [1, "", "ปลัดเทศบาล", "ประธานกรรมการ"],
        [2, "นายสมชาย ใจดี", "นักวิชาการคลังชำนาญการ", "กรรมการ"],
        [3, "สมหญิง รักไทย", "นิติกรปฏิบัติการ", "กรรมการและเลขานุการ"],
    )
    assert [
        tuple(row[name].text if name in row else "" for name in ("committee", "number", "first_name", "role"))
        for row in found.rows["seats"]
    ] == [
        ("คณะกรรมการ", "1", "", "ประธานกรรมการ"),
        ("คณะกรรมการ", "2", "สมชาย", "กรรมการ"),
        ("คณะกรรมการ", "3", "สมหญิง", "กรรมการและเลขานุการ"),
    ]
    assert [cell.text for row in found.rows["seats"] for cell in row.values() if cell.doubt] == ["สมหญิง"]


def test_a_list_from_a_system_of_personnel() -> None:
    """The office above the heads is no section, and a level that needs the word has it."""
    (people,) = read(
        ["รายงานข้อมูลบุคลากร"],
        ["หน่วยงาน เทศบาลเมืองหนองบัวแก้ว"],
        ["ลำดับ", "รหัสพนักงาน", "คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง", "ระดับ", "สังกัด", "โทรศัพท์"],
        [1, "A0012", "นาย", "ธีรเดช", "ณ นคร", "นักทรัพยากรบุคคล", "ปฏิบัติการ", "สำนักปลัด", "081-111-1111"],
        [2, "A0013", "พ.จ.อ.", "สุเทพ", "มั่นคง", "นักบริหารงานทั่วไป", "ต้น", "สำนักปลัด", "-"],
    )
    posts = ["นักทรัพยากรบุคคลปฏิบัติการ", "นักบริหารงานทั่วไป ระดับต้น"]
    assert [row["position"].text for row in people.rows["seats"]] == posts
    assert [row["name"].text for row in people.rows["sections"]] == ["สำนักปลัด"]
