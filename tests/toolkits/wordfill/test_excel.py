"""Excel templates: tags in cells, rows repeated, and all that names rows following them."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from PIL import Image

from made_template_xlsx import cells, excel_template, filled, part
from officefiles import archive, opc
from officefiles.thai import thai_digits
from wordfill import bounds
from wordfill.engine import TemplateError
from wordfill.excel import slots
from wordfill.excel.watermark import mark_sheets
from wordfill.proof import Shaded, State
from wordfill.proof.watermark import NOTE
from wordfill.verify import verify

PEOPLE = [{"name": "ก", "score": "๘๐.๕๐"}, {"name": "ข", "score": "90"}, {"name": "ค", "score": "-"}]
LIST = {
    "A1": "คณะกรรมการ",
    "A3": "{%tr for one in people %}",
    "A4": "{{ loop.index }}",
    "B4": "{{ one.name }}",
    "C4": "{{ one.score|number }}",
    "D4": "=C4*2",
    "A5": "{%tr endfor %}",
    "A6": "รวม",
    "C6": "=SUM(C4:C4)",
}
FULL, EMPTY = {"people": PEOPLE}, {"people": []}


def test_rows_are_repeated_and_formulas_follow_them(tmp_path: Path) -> None:
    assert cells(filled(tmp_path, excel_template(LIST), FULL)) == {
        "A1": "คณะกรรมการ",
        **{"A3": 1, "B3": "ก", "C3": 80.5, "D3": "=C3*2"},
        **{"A4": 2, "B4": "ข", "C4": 90, "D4": "=C4*2"},
        **{"A5": 3, "B5": "ค", "C5": "-", "D5": "=C5*2"},
        **{"A6": "รวม", "C6": "=SUM(C3:C5)"},
    }


def test_a_loop_that_has_nothing_leaves_the_rows_that_formulas_count_on(tmp_path: Path) -> None:
    assert cells(filled(tmp_path, excel_template(LIST), EMPTY)) == {
        "A1": "คณะกรรมการ",
        "A4": "รวม",
        "C4": "=SUM(C3:C3)",
    }
    unasked = {name: value for name, value in LIST.items() if name != "C6"}
    assert cells(filled(tmp_path, excel_template(unasked), EMPTY)) == {"A1": "คณะกรรมการ", "A3": "รวม"}


FORMULAS = {
    "=ROW()-7": "=ROW()-7",
    "=SUM(C4)": "=SUM(C3:C5)",
    "=SUM(C4:C4,C$4:C$4)": "=SUM(C3:C5,C$3:C$5)",
    "=C4+1": "=C3+1",
    "=SUM(C1:C6)": "=SUM(C1:C6)",
    '=COUNTIF(B4:B4,"B4")&"C4"': '=COUNTIF(B3:B5,"B4")&"C4"',
    "=SUM(4:4)": "=SUM(3:5)",
    "=C6/$C$8": "=C6/$C$8",
    "=SUM('ชีต อื่น'!A4:A4)+LOG10(C4)": "=SUM('ชีต อื่น'!A4:A4)+LOG10(C3)",
}


@pytest.mark.parametrize(("formula", "written"), FORMULAS.items())
def test_a_formula_below_the_rows_covers_them_all(tmp_path: Path, formula: str, written: str) -> None:
    template = excel_template({**LIST, "A9": formula}, **{"ชีต อื่น": {"A4": 1}})
    assert cells(filled(tmp_path, template, FULL))["A9"] == written


OWN_ROW = {
    "=SUM(C$4:C4)": ["=SUM(C$3:C3)", "=SUM(C$3:C4)", "=SUM(C$3:C5)"],
    "=C4/C$6": ["=C3/C$6", "=C4/C$6", "=C5/C$6"],
    "=RANK(C4,C$4:C$4)": ["=RANK(C3,C$3:C$5)", "=RANK(C4,C$3:C$5)", "=RANK(C5,C$3:C$5)"],
}


@pytest.mark.parametrize(("formula", "written"), OWN_ROW.items())
def test_a_formula_in_a_repeated_row_means_its_own_row_but_for_what_is_held(
    tmp_path: Path, formula: str, written: list[str]
) -> None:
    found = cells(filled(tmp_path, excel_template({**LIST, "E4": formula}), FULL))
    assert [found[name] for name in ("E3", "E4", "E5")] == written


def test_formulas_that_excel_keeps_once_for_many_cells_are_their_own(tmp_path: Path) -> None:
    shared = '<c r="D4"><f t="shared" ref="D4:D9" si="0">C4*2</f><v>9</v></c>'
    files = archive.read(excel_template({**LIST, "E9": "=1"}))
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    sheet = sheet.replace('<c r="D4"><f>C4*2</f><v>0</v></c>', shared)
    sheet = sheet.replace('<c r="E9"><f>1</f><v>0</v></c>', '<c r="E9"><f t="shared" si="0"/><v>7</v></c>')
    found = filled(tmp_path, archive.write({**files, "xl/worksheets/sheet1.xml": sheet.encode()}), FULL)
    assert (cells(found)["D5"], cells(found)["E9"]) == ("=C5*2", "=D9*2")
    assert "<v>7</v>" not in part(found, "xl/worksheets/sheet1.xml")
    assert 'fullCalcOnLoad="1"' in part(found, "xl/workbook.xml")


NESTED = {
    "A1": "{%tr for group in groups %}",
    "A2": "{{ group.name }}",
    "A3": "{%tr for one in group.people %}",
    "A4": "{{ one }}",
    "A5": "{%tr endfor %}",
    "A6": "{%tr if group.people %}",
    "B7": "=COUNTA(A4:A4)",
    "A8": "{%tr endif %}",
    "A9": "{%tr endfor %}",
    "B10": "=COUNTA(A4:A4)",
}


def test_loops_stand_in_loops_and_a_formula_means_those_of_its_own_turn(tmp_path: Path) -> None:
    groups = [{"name": "หนึ่ง", "people": ["ก", "ข"]}, {"name": "สอง", "people": []}, {"name": "สาม", "people": ["ค"]}]
    assert cells(filled(tmp_path, excel_template(NESTED), {"groups": groups})) == {
        **{"A1": "หนึ่ง", "A2": "ก", "A3": "ข", "B4": "=COUNTA(A2:A3)"},
        "A5": "สอง",
        **{"A7": "สาม", "A8": "ค", "B9": "=COUNTA(A8:A8)"},
        "B10": "=COUNTA(A2:A3,A6,A8)",
    }


VALUES = [
    ("ข้อความ", {}, "ข้อความ"),
    ("=1+1", {}, "=1+1"),
    ("+66 2", {}, "+66 2"),
    ("๘๗.๐๓", {}, "๘๗.๐๓"),
    ("๘๗.๐๓", {"num_format": "0.00"}, 87.03),
    ("1,234", {"num_format": "#,##0"}, 1234),
    ("ไม่มี", {"num_format": "0.00"}, "ไม่มี"),
    ("25/10/2022", {"num_format": "d mmm yyyy"}, date(2022, 10, 25)),
    ("007", {"num_format": "@"}, "007"),
    (7, {}, 7),
    (Decimal("2.50"), {}, 2.5),
    (7, {"num_format": "@"}, "7"),
    (date(2022, 10, 25), {}, date(2022, 10, 25)),
    ("", {}, None),
    ("บรรทัด\nสอง", {}, "บรรทัด สอง"),
    ("บรรทัด\nสอง", {"text_wrap": True}, "บรรทัด\nสอง"),
    ("<ก> & \x01\ufde0.", {}, "<ก> & ."),
]


@pytest.mark.parametrize(("value", "look", "written"), VALUES)
def test_a_value_alone_in_its_cell_is_what_it_is(
    tmp_path: Path, value: object, look: dict[str, object], written: object
) -> None:
    data = filled(tmp_path, excel_template({"A1": ("{{ one }}", look), "A2": "ท้าย"}), {"one": value})
    cell = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"]
    found = cell.value.date() if isinstance(written, date) else cell.value  # type: ignore[union-attr]
    assert (found, cell.data_type == "f") == (written, False)


def test_the_kind_of_a_name_makes_a_number_that_is_shown_as_it_was_written(tmp_path: Path) -> None:
    template = excel_template({"A1": "{{ score }}", "A2": "{{ day }}", "A3": "{{ score }} คะแนน", "A4": "{{ name }}"})
    values = {"score": "+๘๗.๕๐", "day": "25/10/2022", "name": "12"}
    data = filled(tmp_path, template, values, {"score": "number", "day": "date", "name": "text"})
    assert cells(data)["A1"] == 87.5
    assert (cells(data)["A3"], cells(data)["A4"]) == ("+๘๗.๕๐ คะแนน", "12")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet["A1"].number_format == "[$-D00041E]+0.00;[$-D00041E]-0.00;[$-D00041E]0.00"
    assert (sheet["A2"].value.date(), sheet["A2"].number_format) == (date(2022, 10, 25), "[$-107041E]d mmmm yyyy;@")


def test_a_number_that_is_worked_out_stays_one_and_is_written_as_asked(tmp_path: Path) -> None:
    count = "{{ people|length }}"
    tags = {"A1": count, "A2": (count, {"num_format": "0.0"}), "A3": f"{count} คน", "A4": "{{ people|length ~ ' คน' }}"}
    template = excel_template({**tags, "A5": "{{ 'มาก' if people|length > 2 }}"})
    data = filled(tmp_path, template, FULL, numbers=thai_digits)
    assert cells(data) == {"A1": 3, "A2": 3, "A3": "๓ คน", "A4": "๓ คน", "A5": "มาก"}
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet[name].number_format for name in ("A1", "A2")] == ["[$-D00041E]0", "0.0"]
    plain = filled(tmp_path, template, FULL)
    assert cells(plain) == {"A1": 3, "A2": 3, "A3": "3 คน", "A4": "3 คน", "A5": "มาก"}
    assert openpyxl.load_workbook(io.BytesIO(plain)).worksheets[0]["A1"].number_format == "General"


def test_days_are_counted_from_1904_where_the_workbook_does(tmp_path: Path) -> None:
    files = archive.read(excel_template({"A1": ("{{ one }}", {"num_format": "d/m/yyyy"})}))
    book = files["xl/workbook.xml"].replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    data = filled(tmp_path, archive.write({**files, "xl/workbook.xml": book}), {"one": "25/10/2022"})
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value.date() == date(2022, 10, 25)


def test_the_runs_of_a_cell_keep_their_looks_and_a_cut_tag_is_that_of_its_first(tmp_path: Path) -> None:
    def add(book: Any, sheet: Any) -> None:
        bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
        sheet.write_rich_string("A1", "เรื่อง ", bold, "{{ na", red, "me }} จบ")

    found = cells(filled(tmp_path, excel_template({}, add), {"name": "ก & ข"}))["A1"]
    assert [str(piece) for piece in found] == ["เรื่อง ", "ก & ข", " จบ"]  # type: ignore[attr-defined]
    assert [bool(piece.font.b) for piece in found[1:]] == [True, False]  # type: ignore[index]


def everything(book: Any, sheet: Any) -> None:
    """Whatever names rows, in a template with a loop in its rows 3 to 5."""
    sheet.merge_range("E1:F1", "หัว")
    sheet.merge_range("E4:F4", "รวมช่อง")
    sheet.merge_range("G3:G6", "ข้าง")
    sheet.data_validation("B4", {"validate": "list", "source": "=$H$8:$H$9"})
    sheet.conditional_format(
        "C4:C4", {"type": "formula", "criteria": "=$C4>$C$8", "format": book.add_format({"bold": 1})}
    )
    sheet.autofilter("A2:D4")
    sheet.print_area("A1:H9")
    sheet.repeat_rows(0, 1)
    sheet.freeze_panes(3, 1)
    sheet.set_h_pagebreaks([4, 6])
    sheet.write_url("D9", "internal:'รายชื่อ'!A6", string="ไป")
    sheet.write_comment("A1", "ของผู้ร่าง", {"author": "ผู้ร่าง"})
    sheet.set_header("&C{{ title }} && &P")
    book.define_name("คะแนน", "='รายชื่อ'!$C$4")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='รายชื่อ'!$B$4:$B$4", "values": "='รายชื่อ'!$C$4:$C$4", "name": "='รายชื่อ'!$A$6"})
    chart.set_title({"name": "แผนภูมิ {{ title }}"})
    sheet.insert_chart("A12", chart)
    sheet.add_sparkline("H4", {"range": "'รายชื่อ'!A4:C4"})


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    values = {**FULL, "title": "ก & ข"}
    return filled(tmp_path_factory.mktemp("whole"), excel_template(LIST, everything), values)


KEPT = {
    "merged cells": (
        '<mergeCell ref="E1:F1"/>',
        '<mergeCell ref="E3:F3"/><mergeCell ref="E4:F4"/><mergeCell ref="E5:F5"/>',
    ),
    "drop-downs": ('sqref="B3:B5"', "<formula1>$H$8:$H$9</formula1>"),
    "conditional formats": ('sqref="C3:C5"', "<formula>$C3&gt;$C$8</formula>"),
    "filter": ('<autoFilter ref="A2:D5"/>',),
    "breaks": ('<rowBreaks count="4" manualBreakCount="4"><brk id="3" ', '<brk id="5" ', '<brk id="6" '),
    "links": ("location=\"'รายชื่อ'!A6\"",),
    "header": ("<oddHeader>&amp;Cก &amp;&amp; ข &amp;&amp; &amp;P</oddHeader>",),
    "panes": ('<pane xSplit="1" ySplit="2" topLeftCell="B3" ',),
    "sparklines": ("<xm:f>'รายชื่อ'!A3:C3</xm:f><xm:sqref>H3</xm:sqref>", "<xm:sqref>H5</xm:sqref>"),
}


@pytest.mark.parametrize(("what", "texts"), KEPT.items())
def test_what_names_rows_follows_them(whole: bytes, what: str, texts: tuple[str, ...]) -> None:
    sheet = part(whole, "xl/worksheets/sheet1.xml")
    assert [text for text in texts if text not in sheet] == [], (what, sheet)


def test_a_tag_that_runs_cut_in_a_title_of_a_chart_is_filled(tmp_path: Path) -> None:
    template = excel_template(LIST, everything)
    parts = archive.read(template)
    chart = parts["xl/charts/chart1.xml"].replace(b"{{ title }}", b"{{ ti</a:t></a:r><a:r><a:t>tle }}")
    assert chart != parts["xl/charts/chart1.xml"]
    cut = archive.write({**parts, "xl/charts/chart1.xml": chart})
    assert "<a:t>แผนภูมิ ก</a:t>" in part(filled(tmp_path, cut, {**FULL, "title": "ก"}), "xl/charts/chart1.xml")


def test_names_and_charts_cover_the_rows_and_remember_no_values(whole: bytes) -> None:
    book, chart = part(whole, "xl/workbook.xml"), part(whole, "xl/charts/chart1.xml")
    for text in ("รายชื่อ!$A$1:$H$9", "รายชื่อ!$1:$2", "รายชื่อ!$C$3:$C$5"):
        assert text in book.replace("'", "")
    assert "$C$3:$C$5" in chart
    assert "$A$6" in chart
    assert "แผนภูมิ ก &amp; ข" in chart
    assert "Cache" not in chart
    assert "<xdr:row>11</xdr:row>" in part(whole, "xl/drawings/drawing1.xml")


def test_nothing_of_the_author_and_no_tag_goes_out(whole: bytes) -> None:
    files = archive.read(whole)
    assert [name for name in files if "comment" in name or "vml" in name or "calcChain" in name] == []
    assert [name for name, data in files.items() if b"{{" in data or b"{%" in data or "ผู้ร่าง".encode() in data] == []


def test_a_tag_that_is_left_in_what_a_link_says_is_told() -> None:
    link = excel_template({}, lambda _, sheet: sheet.write_url("A1", "https://example.go.th", tip="ของ {{ office }}"))
    assert any("ของ {{ office }}" in fault for fault in verify(opc.read(link), []))


def test_a_reference_that_was_not_filled_does_not_go_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_numbers(element: etree._Element) -> str:
        """As some releases of the XML library write letters in attributes."""
        return etree.tostring(element, with_tail=False).decode()

    monkeypatch.setattr(slots, "as_text", with_numbers)
    merged = excel_template({"A1": "{{ office }}"}, lambda _, sheet: sheet.merge_range("A3:B3", "ก"))
    with pytest.raises(TemplateError, match="เติมข้อมูลในส่วนนี้ไม่ครบ"):
        filled(tmp_path, merged, {"office": "ก"})


def test_a_table_grows_with_its_rows(tmp_path: Path) -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.add_table("A2:C4", {"columns": [{"header": one} for one in ("ที่", "ชื่อ", "คะแนน")], "header_row": True})
        for cell, value in LIST.items():
            if cell[1] in "345":
                sheet.write(cell, value)

    data = filled(tmp_path, excel_template({}, add), FULL)
    assert '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Table1"' in part(
        data, "xl/tables/table1.xml"
    )
    assert 'ref="A2:C5"' in part(data, "xl/tables/table1.xml")


FAULTS = [
    ({"B4": "{{ nam }}"}, "B4 ตรง {{ nam }}: ไม่รู้จักชื่อ «nam» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้"),
    (
        {"B4": "{{ people }}"},
        "B4 ตรง {{ people }}: ค่านี้พิมพ์เป็นข้อความไม่ได้ (เป็นชนิด list) ใช้ชื่อที่เป็นข้อความ หรือวนรอบด้วยคำสั่ง for",
    ),
    ({"A3": "{%tr for one in %}", "A5": "{%tr endfor %}"}, "A3 ตรง {%tr for one in %}: เขียนคำสั่งผิดรูปแบบ ("),
    ({"A3": "{%tr if people %}"}, "A3 ตรง {%tr if people %}: คำสั่งนี้ยังไม่มีคำสั่งปิด {%tr endif %}"),
    ({"A3": "{%tr endfor %}"}, "A3 ตรง {%tr endfor %}: คำสั่งนี้ไม่มีคำสั่งเปิดที่คู่กัน"),
    (
        {"A3": "{%tr if people %}", "B3": "{{ people }}"},
        "A3 ตรง {%tr if people %}: แถวของคำสั่ง {%tr ต้องมีแต่คำสั่งนั้นคำสั่งเดียว",
    ),
    (
        {"B4": "{{ people|fit(1, 1) }}"},
        "B4 ตรง {{ people|fit(1, 1) }}: ไม่มีตัวกรอง «fit» ตัวกรองที่ใช้ได้คือ "
        "date, default, e, escape, first, join, last, length, number, trim",
    ),
    ({**LIST, "D4": "=C4+D3"}, "D4: สูตรอ้างถึง D3 ซึ่งเป็นแถวของแท็กคำสั่ง แถวนั้นไม่มีในไฟล์ที่สร้าง"),
    ({**LIST, "A4": "=ROW()-3"}, "A4: ROW() ในแถวที่วนรอบนับแถวของไฟล์ที่สร้าง"),
    ({**LIST, "D7": "=SUM($C$5:$D$5)"}, "D7: สูตรอ้างถึง $C$5:$D$5 ซึ่งเป็นแถวของแท็กคำสั่ง แถวนั้นไม่มีในไฟล์ที่สร้าง"),
    ({**LIST, "D4": "=C4/SUM(C4:C4)"}, "D4: ช่วง C4:C4 ในแถวที่วนรอบหมายถึงแถวของตนเองแถวเดียว ถ้าหมายถึงทั้งรายการให้ใส่ $"),
]


@pytest.mark.parametrize(("own", "sentence"), FAULTS)
def test_a_fault_is_one_sentence_with_its_cell(tmp_path: Path, own: dict[str, object], sentence: str) -> None:
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, excel_template(own), FULL)
    assert str(fault.value).startswith(f"แม่แบบ list_template.xlsx ในชีต รายชื่อ ช่อง {sentence}")


@pytest.mark.parametrize("count", [4, 8, 14])
def test_a_template_cannot_fill_the_memory_nor_turn_without_end(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_LETTERS", 10_000)
    loops = {f"A{n}": f"{{%tr for a{n} in people %}}" for n in range(1, count + 1)}
    ends = {f"A{n}": "{%tr endfor %}" for n in range(count + 2, 2 * count + 2)}
    inline = "{% for a in people %}" * count + "{% endfor %}" * count
    for template in ({**loops, f"A{count + 1}": "{{ people[0].name }}", **ends}, {"A1": f"{inline}{'ก' * 10_000}"}):
        with pytest.raises(TemplateError) as fault:
            filled(tmp_path, excel_template(template), {"people": PEOPLE * 3})
        assert str(fault.value).startswith("แม่แบบ list_template.xlsx ในชีต รายชื่อ")
        what = "คำสั่งซ้อนกันลึกเกินกำหนด" if count > 8 else "ชีตที่สร้างขึ้นใหญ่เกินไป ตรวจคำสั่งวนรอบที่ซ้อนกัน"
        assert what in str(fault.value)


def test_a_proof_copy_shades_its_cells_by_their_states(tmp_path: Path) -> None:
    missing, typed = Shaded.of((State.MISSING, "«ยังไม่กรอก»")), Shaded.of((State.TYPED, "๘๗.๐๓"))
    template = excel_template({"A1": "{{ one }}", "A2": ("{{ two }}", {"num_format": "0.00"}), "A3": "คำ"})
    data = filled(tmp_path, template, {"one": missing, "two": typed})
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet[name].value for name in ("A1", "A2")] == ["«ยังไม่กรอก»", 87.03]
    grounds = [sheet[name].fill.fgColor.rgb for name in ("A1", "A2", "A3")]
    assert grounds == ["FFFFF2CC", "FFE2EFDA", "00000000"]
    counted = [(one.get("count"), str(len(one))) for one in etree.fromstring(part(data, "xl/styles.xml").encode())]
    assert [(said, there) for said, there in counted if said not in (None, there)] == []


def test_what_excel_would_read_as_the_code_of_a_character_stays_as_typed(tmp_path: Path) -> None:
    data = filled(tmp_path, excel_template({"A1": "{{ one }}"}), {"one": "_x0041_"})
    assert "<t>_x005F_x0041_</t>" in part(data, "xl/worksheets/sheet1.xml")


def test_a_row_is_as_high_as_its_wrapped_text_where_its_height_is_not_the_authors(tmp_path: Path) -> None:
    wrapped = {"text_wrap": True, "font_size": 10}
    template = excel_template({"A1": ("{{ one }}", wrapped), "A2": ("{{ one }}", wrapped), "A3": "{{ one }}"})
    files = archive.read(template)
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    sheet = re.sub('<row r="2"[^>]*>', '<row r="2" ht="20" customHeight="1">', sheet)
    template = archive.write({**files, "xl/worksheets/sheet1.xml": sheet.encode()})
    rows = re.findall("<row [^>]*>", part(filled(tmp_path, template, {"one": "ก\nข\nค"}), "xl/worksheets/sheet1.xml"))
    assert rows == ['<row r="1" ht="43.50">', '<row r="2" ht="20" customHeight="1">', '<row r="3">']
    assert '<row r="1" ht="15.00">' in part(filled(tmp_path, template, {"one": "ก"}), "xl/worksheets/sheet1.xml")


REFUSED = {
    "externalLinks/externalLink1.xml": ("externalLink", "มีสูตรหรือชื่อที่อ้างถึงไฟล์อื่น"),
    "pivotCache/pivotCacheDefinition1.xml": ("pivotCacheDefinition", "มีตารางสาระสรุป (PivotTable)"),
    "vbaProject.bin": ("vbaProject", "ไฟล์นี้มีมาโคร"),
}


@pytest.mark.parametrize(("name", "what"), REFUSED.items())
def test_what_leads_out_of_a_template_or_cannot_be_kept_is_refused(
    tmp_path: Path, name: str, what: tuple[str, str]
) -> None:
    package = opc.unpacked(excel_template(LIST))
    package.put(f"xl/{name}", b"<a/>", "application/xml")
    package.relate(package.main, opc.Relationship(what[0], f"xl/{name}"))
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, package.data(), FULL)
    assert str(fault.value).startswith(f"แม่แบบ list_template.xlsx: {what[1]}")


def test_a_sheet_forgets_the_printer_of_its_author(tmp_path: Path) -> None:
    files = archive.read(excel_template(LIST))
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    setup = f'<pageSetup paperSize="9" xmlns:r="{opc.R.strip("{}")}" r:id="rId9"/>'
    sheet = re.sub("<pageSetup[^>]*/>", "", sheet).replace("</worksheet>", f"{setup}</worksheet>")
    found = archive.read(filled(tmp_path, archive.write({**files, "xl/worksheets/sheet1.xml": sheet.encode()}), FULL))
    (kept,) = re.findall("<pageSetup[^>]*/>", found["xl/worksheets/sheet1.xml"].decode())
    assert ('paperSize="9"' in kept, "rId9" in kept) == (True, False)


def test_parts_whose_names_have_a_prefix_are_read_as_others(tmp_path: Path) -> None:
    files = archive.read(excel_template(LIST))
    for name in [name for name in files if name.startswith("xl/") and name.endswith(".xml") and "theme" not in name]:
        plain = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", files[name]).replace(b" xmlns=", b" xmlns:x=", 1)
        files[name] = plain
    assert cells(filled(tmp_path, archive.write(files), FULL))["C6"] == "=SUM(C3:C5)"


def test_what_a_cell_says_when_it_is_chosen_and_links_are_filled(tmp_path: Path) -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.data_validation("B4", {"validate": "any", "input_title": "{{ title }}", "input_message": "ปี {{ title }}"})
        sheet.write_url("E4", "internal:'รายชื่อ'!A1", string="ไป", tip="{{ title }}")

    sheet = part(filled(tmp_path, excel_template(LIST, add), {**FULL, "title": "ก & ข"}), "xl/worksheets/sheet1.xml")
    assert 'promptTitle="ก &amp; ข" prompt="ปี ก &amp; ข" sqref="B3:B5"' in sheet
    assert sheet.count('tooltip="ก &amp; ข"') == 3


def test_a_picture_in_a_header_stays_and_comments_of_the_same_sheet_go(tmp_path: Path) -> None:
    emblem = io.BytesIO()
    Image.new("RGB", (30, 20)).save(emblem, "PNG")

    def add(_book: Any, sheet: Any) -> None:
        sheet.set_header("&L&G", {"image_left": "ตรา.png", "image_data_left": emblem})
        sheet.write_comment("A1", "ของผู้ร่าง")

    package = opc.unpacked(filled(tmp_path, excel_template({"A1": "ก"}, add), {}))
    links = package.relationships["xl/worksheets/sheet1.xml"]
    assert [link.word for link in links.values()] == ["vmlDrawing"]
    assert "xl/media/image1.png" in package.parts
    assert f'<legacyDrawingHF r:id="{next(iter(links))}"/>'.encode() in package.parts["xl/worksheets/sheet1.xml"].data


def test_no_value_in_a_header_is_a_code_or_part_of_a_size(tmp_path: Path) -> None:
    template = excel_template({}, lambda _book, sheet: sheet.set_header("&C&14{{ year }} {{ name }}&R&P"))
    sheet = part(filled(tmp_path, template, {"year": "2566", "name": "ก&Dข"}), "xl/worksheets/sheet1.xml")
    assert "<oddHeader>&amp;C&amp;14 2566 ก&amp;&amp;Dข&amp;R&amp;P</oddHeader>" in sheet


TOO_LONG = {
    "a header": (lambda _book, sheet: sheet.set_header("{{ long }}"), "หัวกระดาษหรือท้ายกระดาษยาวเกิน 255 อักขระ"),
    "a message": (
        lambda _book, sheet: sheet.data_validation("A1", {"validate": "any", "input_title": "{{ long }}"}),
        "ชื่อเรื่องของการตรวจสอบความถูกต้องของข้อมูลยาวเกิน 32 อักขระ",
    ),
}


@pytest.mark.parametrize("what", TOO_LONG)
def test_a_text_that_excel_would_not_open_is_refused(what: str, tmp_path: Path) -> None:
    add, sentence = TOO_LONG[what]
    with pytest.raises(TemplateError, match=sentence):
        filled(tmp_path, excel_template({}, add), {"long": "ก" * 256})


IN_FORMULAS = {
    "a cell": ({"B1": '="ปี "&"{{ title }}"'}, None, "ชีต รายชื่อ ช่อง B1 ตรง {{ title }}: สูตรมีแท็ก {{ title }}"),
    "a drop-down": (
        {},
        lambda _book, sheet: sheet.data_validation("B4", {"validate": "list", "source": ["{{ title }}", "ข"]}),
        "การตรวจสอบความถูกต้องของข้อมูล หรือการจัดรูปแบบตามเงื่อนไขของชีต รายชื่อ ตรง {{ title }}: สูตรมีแท็ก {{ title }}",
    ),
    "several sheets": ({"B1": "=SUM(รายชื่อ:อื่น!C6)"}, None, "ชีต รายชื่อ ช่อง B1: สูตรอ้างถึงหลายชีตพร้อมกัน"),
    "several quoted sheets": ({"B1": "=SUM('รายชื่อ:อื่น'!C6)"}, None, "ชีต รายชื่อ ช่อง B1: สูตรอ้างถึงหลายชีตพร้อมกัน"),
}


@pytest.mark.parametrize("where", IN_FORMULAS)
def test_a_formula_that_cannot_follow_is_refused_with_its_place(where: str, tmp_path: Path) -> None:
    own, add, sentence = IN_FORMULAS[where]
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, excel_template({**LIST, **own}, add), {**FULL, "title": "ก"})
    assert str(fault.value).startswith(f"แม่แบบ list_template.xlsx ใน{sentence}")


def test_rows_and_cells_that_do_not_say_where_they_stand_are_read(tmp_path: Path) -> None:
    files = archive.read(excel_template({"A1": "ก", "A2": "{{ title }}", "B2": 2}))
    sheet = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = re.sub(rb'<(row|c) r="\w+"', rb"<\1", sheet)
    assert cells(filled(tmp_path, archive.write(files), {"title": "ข"})) == {"A1": "ก", "A2": "ข", "B2": 2}


def test_texts_as_programs_other_than_excel_keep_them_are_filled(tmp_path: Path) -> None:
    files = archive.read(excel_template({"A1": "{{ gone }}"}))  # a string that no cell has any more
    sheet = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = sheet.replace(b't="s"><v>0</v>', b't="str"><v>{{ title }}</v>')
    assert cells(filled(tmp_path, archive.write(files), {"title": "ข"})) == {"A1": "ข"}


@pytest.mark.parametrize(("value", "number"), [(Decimal("91.4"), 0.914), ("๙๑.๔๐", 0.914), ("91.4%", 0.914)])
def test_a_number_in_a_cell_of_percentages_is_one_as_where_it_is_typed(
    value: object, number: float, tmp_path: Path
) -> None:
    for code in ("0.00%", "0%"):
        template = excel_template({"A1": ("{{ score }}", {"num_format": code})})
        assert cells(filled(tmp_path, template, {"score": value})) == {"A1": number}


def test_a_percentage_in_a_general_cell_shows_as_it_is_written(tmp_path: Path) -> None:
    data = filled(tmp_path, excel_template({"A1": "{{ score }}"}), {"score": "87.5%"}, {"score": "number"})
    cell = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A1"]
    assert (cell.value, cell.number_format) == (0.875, "0.0%")


def test_quotation_marks_that_office_made_of_typed_ones_do_no_harm(tmp_path: Path) -> None:
    own = {"A1": "{{ more[“ก”] }}", "A2": "{%tr for one in more[‘ข’] %}", "A3": "“{{ one }}”", "A4": "{%tr endfor %}"}
    template = excel_template(own, lambda _book, sheet: sheet.set_header("&C{{ more[“ก”] }}"))
    data = filled(tmp_path, template, {"more": {"ก": "1", "ข": ["2", "3"]}})
    assert cells(data) == {"A1": "1", "A2": "“2”", "A3": "“3”"}
    assert "<oddHeader>&amp;C1</oddHeader>" in part(data, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("lost", ["=SUM(C4:C4)", 5, True])
def test_what_counts_beside_a_statement_is_not_lost_without_a_word(lost: object, tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, excel_template({**LIST, "C5": lost}), FULL)
    assert "ชีต รายชื่อ ช่อง C5 ตรง {%tr endfor %}: สูตรหรือค่าในช่องนี้จะหายไป" in str(fault.value)


def test_a_formula_filled_down_over_a_statement_s_row_is_not_missed(tmp_path: Path) -> None:
    made = cells(filled(tmp_path, excel_template({**LIST, "D3": "=C3*2", "D5": "=C5*2"}), FULL))
    assert [made[cell] for cell in ("D3", "D4", "D5")] == ["=C3*2", "=C4*2", "=C5*2"]


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("=SUM(C4:C4)", "=SUM(C1048576:C1048576)"),
        ("=COUNTA($B$4)", "=COUNTA($B$1048576)"),
        ("=VLOOKUP(1,A4:C4,3,0)", "=VLOOKUP(1,A1048576:C1048576,3,0)"),
        ("=C4", "=#REF!"),
    ],
)
def test_a_formula_counts_nothing_where_other_rows_stand_in_for_those_of_a_loop(
    tmp_path: Path, formula: str, written: str
) -> None:
    other = {"A5": "{%tr else %}", "A6": "ไม่มีรายการ", "C6": None, "A7": "{%tr endfor %}", "C8": formula}
    made = cells(data := filled(tmp_path, excel_template({**LIST, **other}), EMPTY))
    assert (made["A3"], made["C4"]) == ("ไม่มีรายการ", written)
    lost = ("สูตรในช่อง C4 อ้างถึงช่องที่ไม่มีในไฟล์ (#REF!)",) if "#REF!" in written else ()
    assert verify(opc.read(data), ["ไม่มีรายการ"]) == lost


def test_a_total_of_all_groups_leaves_out_what_stands_between_their_rows(tmp_path: Path) -> None:
    own = {
        "A1": "{%tr for group in groups %}", "A2": "{%tr for one in group %}", "A3": "{{ one }}", "B3": "=SUM(A$3:A3)",
        "A4": "{%tr endfor %}", "A5": "=SUM(A3:A3)", "A6": "{%tr endfor %}", "A8": "=SUM(A3:A3)",
        "A9": "=COUNT(A3)+MAX(A5)", "A10": '=SUMIF(A3:A3,">1")',
    }  # fmt: skip
    made = cells(filled(tmp_path, excel_template(own), {"groups": [[1, 2], [3]]}))
    assert [made[cell] for cell in ("A3", "A5")] == ["=SUM(A1:A2)", "=SUM(A4:A4)"]
    assert [made[cell] for cell in ("A7", "A8")] == ["=SUM(A1:A2,A4)", "=COUNT(A1:A2,A4)+MAX(A3,A5)"]
    assert (made["A9"], made["B4"]) == ('=SUMIF(A1:A4,">1")', "=SUM(A$1:A2,A$4)")


def test_a_formula_that_excel_could_not_hold_is_refused_at_its_cell(tmp_path: Path) -> None:
    own = {"A1": "{%tr for one in many %}", "A2": "{{ one }}", "A3": "ก", "A4": "{%tr endfor %}", "B5": "=SUM(A2:A2)"}
    with pytest.raises(TemplateError, match="ช่อง B5: ข้อความหรือสูตรยาวเกิน"):
        filled(tmp_path, excel_template(own), {"many": range(2000)})


def replaced(template: bytes, name: str, *changes: tuple[str, str]) -> bytes:
    """``template`` with texts of one part replaced, each of which stands in it."""
    files = archive.read(template)
    text = files[name].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return archive.write({**files, name: text.encode()})


UNFIT = {
    "a table in a loop": (
        lambda _book, sheet: sheet.add_table("A4:C4", {"header_row": False, "name": "คน"}),
        "ในชีต รายชื่อ ช่อง A4: ตาราง คน อยู่ในแถวที่วนรอบทั้งตาราง",
    ),
    "a header that means nothing": (
        lambda _book, sheet: sheet.set_header("&C{{ title|nothing }}"),
        "แม่แบบ list_template.xlsx ในหัวกระดาษ ท้ายกระดาษ",
    ),
    "an address": (
        lambda _book, sheet: sheet.write_url("D9", "https://ita.example.go.th/{{ title }}", string="ไป"),
        "ที่อยู่ของลิงก์เป็นแท็กไม่ได้",
    ),
}


def test_a_sheet_with_more_rows_than_excel_has_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfill.excel.sheets.MOST_ROWS", 6)
    rows = {"A1": "{%tr for one in people %}", "A2": "{{ one.name }}", "A3": "{%tr endfor %}"}
    assert len(cells(filled(tmp_path, excel_template(rows), {"people": PEOPLE * 2}))) == 6
    with pytest.raises(TemplateError, match=r"^แม่แบบ list_template.xlsx ในชีต รายชื่อ: ชีตที่สร้างขึ้นใหญ่เกินไป"):
        filled(tmp_path, excel_template(rows), {"people": PEOPLE * 3})


def test_a_sheet_of_too_many_tags_is_refused_at_its_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfill.excel.statements.MOST_SOURCE", 40)
    assert filled(tmp_path, excel_template({"A1": "{{ one }}"}), {"one": "ก"})
    with pytest.raises(TemplateError, match=r"ในชีต รายชื่อ ช่อง A3: "):
        filled(tmp_path, excel_template({f"A{row}": "{{ one }}" for row in range(1, 9)}), {"one": "ก"})


def test_a_number_within_other_words_is_written_as_it_was(tmp_path: Path) -> None:
    own = {"A1": "รวม {{ one|number }} บาท", "A2": "{{ one|number }}", "A3": "ณ {{ day|date }}"}
    made = cells(filled(tmp_path, excel_template(own), {"one": "๑,๒๐๐.๕๐", "day": "25/10/2022"}))
    assert made == {"A1": "รวม ๑,๒๐๐.๕๐ บาท", "A2": 1200.5, "A3": "ณ 25/10/2022"}


@pytest.mark.parametrize("what", UNFIT)
def test_what_cannot_be_filled_is_refused_with_its_place(what: str, tmp_path: Path) -> None:
    add, sentence = UNFIT[what]
    with pytest.raises(TemplateError, match=sentence):
        filled(tmp_path, excel_template(LIST, add), {**FULL, "title": "ก"})


def test_a_tag_in_a_part_that_is_not_filled_is_refused(tmp_path: Path) -> None:
    package = opc.Package(archive.read(excel_template(LIST)))
    package.put("xl/odd.xml", b"<odd>{{ title }}</odd>", "application/xml")
    package.relate("xl/workbook.xml", opc.Relationship("odd", "xl/odd.xml"))
    with pytest.raises(TemplateError, match="มีแท็กในส่วนที่โปรแกรมไม่เติมข้อมูลให้"):
        filled(tmp_path, package.data(), FULL)


def test_a_picture_that_hangs_nowhere_is_a_damaged_file(tmp_path: Path) -> None:
    template = excel_template(LIST, lambda _book, sheet: sheet.insert_textbox("F1", "ก"))
    changed = replaced(template, "xl/drawings/drawing1.xml", ("xdr:from>", "xdr:nowhere>"))
    with pytest.raises(TemplateError, match="ไฟล์เสียหาย"):
        filled(tmp_path, changed, FULL)


def test_a_table_of_what_if_analysis_is_refused_at_its_cell(tmp_path: Path) -> None:
    changed = ("<f>C4*2</f>", '<f t="dataTable" ref="D4" dt2D="0" r1="C4"/>')
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, replaced(excel_template(LIST), "xl/worksheets/sheet1.xml", changed), FULL)
    assert str(fault.value).startswith("แม่แบบ list_template.xlsx ในชีต รายชื่อ ช่อง D4: ")


@pytest.mark.parametrize("letters", [32_767, 32_768])
def test_a_cell_holds_as_many_letters_as_excel_opens(letters: int, tmp_path: Path) -> None:
    template, values = excel_template({"A1": "{{ long }}"}), {"long": "ก" * letters}
    if letters == 32_767:
        assert cells(filled(tmp_path, template, values)) == {"A1": values["long"]}
    else:
        with pytest.raises(TemplateError, match="ชีต รายชื่อ ช่อง A1: ข้อความหรือสูตรยาวเกิน"):
            filled(tmp_path, template, values)


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OTHER_FILES = {
    "macros": ("[Content_Types].xml", WORKBOOK, "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "ไฟล์นี้มีมาโคร"),
    "no sheets": ("[Content_Types].xml", WORKBOOK, WORKBOOK.replace("sheet.main", "chart"), "ไฟล์นี้ไม่ใช่สมุดงาน Excel"),
    "a document": ("[Content_Types].xml", WORKBOOK, "application/xml", "ไฟล์นี้ไม่ใช่สมุดงาน Excel"),
    "strict": ("xl/workbook.xml", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
               "http://purl.oclc.org/ooxml/spreadsheetml/main", "ไฟล์นี้บันทึกเป็นชนิด Strict"),
    "another root": ("xl/workbook.xml", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                     "http://schemas.openxmlformats.org/spreadsheetml/2006/other", "ไฟล์นี้ไม่ใช่สมุดงาน Excel"),
    "no end": ("xl/workbook.xml", "</workbook>", "", "ไฟล์เสียหาย"),
}  # fmt: skip


@pytest.mark.parametrize("what", OTHER_FILES)
def test_another_file_by_the_name_of_a_workbook_says_what_it_is(what: str, tmp_path: Path) -> None:
    name, old, new, sentence = OTHER_FILES[what]
    with pytest.raises(TemplateError) as fault:
        filled(tmp_path, replaced(excel_template(LIST), name, (old, new)), FULL)
    assert str(fault.value).startswith(f"แม่แบบ list_template.xlsx: {sentence}")


def test_a_name_for_whole_rows_and_one_turned_round_follow_the_rows(tmp_path: Path) -> None:
    own = {"A9": "=SUM(C6:C4)", "A10": "=SUM('หาย'!C4:C4)"}
    found = cells(filled(tmp_path, excel_template({**LIST, **own}), FULL))
    assert (found["A9"], found["A10"]) == ("=SUM(C3:C6)", "=SUM('หาย'!C4:C4)")


def test_a_shared_formula_of_whole_rows_means_rows_of_its_own(tmp_path: Path) -> None:
    template = replaced(
        excel_template({**LIST, "E8": "=1", "E9": "=2"}),
        "xl/worksheets/sheet1.xml",
        ("<f>1</f>", '<f t="shared" ref="E8:E9" si="0">SUM(อื่น!6:6,$6:$6)</f>'),
        ("<f>2</f>", '<f t="shared" si="0"/>'),
    )
    assert cells(filled(tmp_path, template, FULL))["E9"] == "=SUM(อื่น!7:7,$6:$6)"


def test_rows_of_a_statement_without_an_end_are_left_out(tmp_path: Path) -> None:
    template = excel_template({"A1": "{%tr set word = title %}", "A2": "{{ title }}", "A3": "=A2"})
    assert cells(filled(tmp_path, template, {"title": "ก"})) == {"A1": "ก", "A2": "=A1"}


def test_a_text_is_the_date_that_it_says(tmp_path: Path) -> None:
    found = cells(filled(tmp_path, excel_template({"A1": "{{ day|date }}"}), {"day": "25/10/2022"}))
    assert str(found["A1"]).startswith("2022-10-25")
    assert cells(filled(tmp_path, excel_template({"A1": "{{ day|date }}"}), {"day": "ยังไม่กำหนด"})) == {
        "A1": "ยังไม่กำหนด"
    }


def shown(book: Any, sheet: Any) -> None:
    """What Excel keeps beside the cells since 2010, for whole columns and in boxes."""
    sheet.conditional_format(
        "C4:C4", {"type": "data_bar", "data_bar_2010": True, "max_type": "formula", "max_value": "=$C$8"}
    )
    sheet.data_validation("F7", {"validate": "list", "source": "=$H$8:$H$9"})
    sheet.insert_textbox("J12", "ถึง {{ title }}")
    sheet.add_table("A2:E4", {"columns": [{"header": one} for one in ("ก", "ข", "ค", "ง")] + [{"formula": "=C4+1"}]})
    for cell, value in LIST.items():
        if cell[1] in "345":
            sheet.write(cell, value)
    sheet.write_blank("E3", None, book.add_format({"bold": True}))


def test_what_newer_programs_keep_beside_the_cells_follows_them(tmp_path: Path) -> None:
    template = replaced(
        excel_template(LIST, shown), "xl/worksheets/sheet1.xml", ('sqref="F7"', 'sqref="F1:F1048576 G:G"')
    )
    data = filled(tmp_path, template, {**FULL, "title": "ก & ข"})
    sheet = part(data, "xl/worksheets/sheet1.xml")
    for text in ("<xm:sqref>C3:C5</xm:sqref>", 'sqref="F1:F1048576 G:G"', "<xm:f>$C$8</xm:f>"):
        assert text in sheet
    assert "ถึง ก &amp; ข" in part(data, "xl/drawings/drawing1.xml")
    assert "<calculatedColumnFormula>C3+1<" in part(data, "xl/tables/table1.xml")


def test_a_workbook_that_says_little_of_itself_is_filled_and_calculated_anew(tmp_path: Path) -> None:
    where = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" '
        'url="C:\\Users\\ผู้ร่าง\\"/></mc:Choice></mc:AlternateContent><bookViews>'
    )
    template = replaced(
        excel_template(LIST),
        "xl/workbook.xml",
        ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', ""),
        ("<bookViews>", where),
    )
    template = replaced(template, "xl/worksheets/sheet1.xml", ('<sheetFormatPr defaultRowHeight="15"/>', ""))
    data = filled(tmp_path, template, FULL)
    book = part(data, "xl/workbook.xml")
    assert '</sheets><calcPr fullCalcOnLoad="1"/>' in book
    assert "ผู้ร่าง" not in book
    assert cells(data)["C6"] == "=SUM(C3:C5)"


def proofed(template: bytes) -> str:
    """The first sheet of a proof copy."""
    package = mark_sheets(opc.unpacked(template))
    return package.parts["xl/worksheets/sheet1.xml"].data.decode()


@pytest.mark.parametrize(
    ("header", "marked"),
    [
        ("&Lซ้าย&Cกลาง&Rขวา", f"&Lซ้าย&C{NOTE}\nกลาง&Rขวา"),
        ("&Lซ้าย", f"&Lซ้าย&C{NOTE}"),
        ("&Lซ้าย&Rขวา", f"&Lซ้าย&Rขวา&C{NOTE}"),
        ("กลาง&Rขวา", f"&C{NOTE}\nกลาง&Rขวา"),
        ("", f"&C{NOTE}"),
    ],
)
def test_a_proof_copy_says_so_before_what_stands_in_the_middle(header: str, marked: str) -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.set_header(header)

    sheet = proofed(excel_template({"A1": "ก"}, add))
    assert re.findall("<oddHeader>(.*?)</oddHeader>", sheet, re.DOTALL) == [marked.replace("&", "&amp;")]


def test_a_proof_copy_says_so_on_every_kind_of_page_and_where_the_schema_has_it() -> None:
    def add(book: Any, sheet: Any) -> None:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='รายชื่อ'!$A$1"})
        sheet.insert_chart("A12", chart)

    template = excel_template({"A1": "ก"}, add)
    note = f"&amp;C{NOTE}"
    assert f"<headerFooter><oddHeader>{note}</oddHeader></headerFooter><drawing " in proofed(template)
    kinds = (
        '<headerFooter differentOddEven="1" differentFirst="true"><oddFooter>ก</oddFooter><firstHeader>ข</firstHeader>'
    )
    changed = replaced(template, "xl/worksheets/sheet1.xml", ("<drawing ", f"{kinds}</headerFooter><drawing "))
    found = re.search("<headerFooter .*</headerFooter>", proofed(changed), re.DOTALL)
    assert found
    assert re.sub(' xmlns(:\\w+)?="[^"]*"', "", found[0]) == (
        '<headerFooter differentOddEven="1" differentFirst="true">'
        f"<oddHeader>{note}</oddHeader><oddFooter>ก</oddFooter>"
        f"<evenHeader>{note}</evenHeader><firstHeader>{note}\nข</firstHeader></headerFooter>"
    )
