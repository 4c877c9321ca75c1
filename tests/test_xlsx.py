"""Cells and files, made fast or by xlsxwriter alone: the same parts, to the byte."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ita_docs.excel import book, fast
from ita_docs.excel.xlsx import CellValue, Formula, write_row
from ita_docs.framework.load import load
from officefiles import archive

FORMATS: tuple[dict[str, Any], ...] = ({"bold": True}, {"num_format": "0.00"}, {"bg_color": "#FFE699", "border": 1})
FONT = {"font_name": "TH SarabunPSK", "font_size": 16}
TEXTS: dict[int, tuple[CellValue, ...]] = {
    0: ("สรุป", None),
    2: ("ก & <ข> \"ค\" 'ง'", " มีช่องว่าง ", "สอง\nบรรทัด", ""),
    3: ("=1+1", "_x0041_", "\x01\x0b", "http://example.com", "สรุป"),
    4: ("ก" * 40_000,),
}
NUMBERS: dict[int, tuple[CellValue, ...]] = {
    5: (1, Decimal("87.03"), Decimal("0.1234567890123456"), None, 10**17, Decimal("-0.5")),
    6: (datetime.date(1900, 3, 1), datetime.date(2022, 10, 25), datetime.date(2565, 9, 30)),
    15: tuple(range(30)),
    16: (None, None),
    40: (Formula("=SUM(A1:B2)", Decimal("12.50")), Formula('=IF(A1<B1,"ก",B1&"")', "จุดแข็ง"), Formula("=A1", "")),
    41: (Formula("=COUNT(A1:A9)", 3), "ข้อ", 5),
}
ROWS = NUMBERS | TEXTS
HEIGHTS = {0: 33.75, 2: 45.75, 3: 24.0, 15: 90.0}


def furnished(file: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """What else our sheets have, drawn from the cells and over them."""
    file.set_properties({"title": "ก", "created": datetime.datetime(2000, 1, 1)})
    sheet.set_column(0, 3, 20)
    sheet.autofilter(0, 0, 41, 3)
    sheet.freeze_panes(1, 1)
    sheet.data_validation(2, 0, 5, 0, {"validate": "list", "source": ["ก", "ข"]})
    rule = {"type": "formula", "criteria": '=$A3<>""', "format": file.add_format({"bg_color": "#D9D9D9"})}
    sheet.conditional_format(2, 0, 5, 3, rule)
    chart = file.add_chart({"type": "column"})
    for column in (0, 1, 2, 29):
        chart.add_series({"categories": [sheet.name, 2, 0, 6, 0], "values": [sheet.name, 0, column, 41, column]})
    page = file.add_chartsheet("แผนภูมิ")
    page.set_chart(chart)


@pytest.fixture(params=["fast", "plain"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of making a workbook, whatever the release of xlsxwriter."""
    monkeypatch.setattr(fast, "TRIED", (xlsxwriter.__version__,) if request.param == "fast" else ())


both_ways = pytest.mark.usefixtures("way")


def made(data: Mapping[str, bytes]) -> dict[str, str]:
    return {name: part.decode() for name, part in data.items() if name != "xl/styles.xml"}


@both_ways
def test_a_file_has_the_parts_that_xlsxwriter_would_write() -> None:
    buffer = io.BytesIO()
    theirs = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_format_properties": dict(FONT)})
    ours = fast.file(default_format_properties=dict(FONT))
    formats = [theirs.add_format(look) for look in FORMATS]
    for name in ("หนึ่ง", "สอง"):
        old, new = theirs.add_worksheet(name), ours.sheet(name)
        for row, values in ROWS.items():
            new.add(row, values, [1 + column % 3 for column in range(len(values))], HEIGHTS.get(row))
            if row in HEIGHTS:
                old.set_row(row, HEIGHTS[row])
            write_row(old, row, values, [formats[column % 3] for column in range(len(values))])
    furnished(theirs, old)
    furnished(ours, new)
    theirs.close()
    found, expected = ours.parts(), archive.read(buffer.getvalue())
    assert list(found) == list(expected)
    assert made(found) == made(expected)


def test_rows_that_go_to_disk_are_the_same_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    files = []
    for releases in ((), (xlsxwriter.__version__,)):
        monkeypatch.setattr(fast, "TRIED", releases)
        buffer = io.BytesIO()
        file = xlsxwriter.Workbook(buffer, {"constant_memory": True})
        file.set_properties({"created": datetime.datetime(2000, 1, 1)})
        look = file.add_format({"bold": True})
        sheet = fast.long_sheet(file, "ปัญหา")
        for row, values in sorted(ROWS.items()):
            sheet.add(row, values, look, 24.0)
        file.close()
        files.append({name: part.decode() for name, part in archive.read(buffer.getvalue()).items()})
    files[1] = {name: re.sub(r'(<row r="\d+") ht="24"', r"\1", part) for name, part in files[1].items()}
    assert files[0] == files[1]


def test_a_book_is_the_same_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    files = []
    for releases in ((), (xlsxwriter.__version__,)):
        monkeypatch.setattr(fast, "TRIED", releases)
        whole = book.Book("ก", "ข", load(2565))
        first, second = (whole.sheet(name, name, "หมายเหตุ", (10, 20)) for name in ("หนึ่ง", "สอง"))
        for row, name in reversed(tuple(enumerate(book._FORMATS, start=4))):
            whole.row(second if row % 2 else first, row, (row, name), (name, "text"))
        whole.heads(first, 3, ("ก", "ข"))
        rule = {"type": "formula", "criteria": "=$A4>0", "format": whole.rule_format(bg_color="#D9D9D9")}
        first.conditional_format(3, 0, 9, 0, rule)
        files.append(whole.data())
    assert files[0] == files[1]


@pytest.mark.parametrize("text", ["<r><t>ก</t></r>", "=1+1", "http://example.com"])
@both_ways
def test_a_text_is_only_a_text(text: str) -> None:
    whole = book.Book("ก", "ข", load(2565))
    sheet = whole.sheet("ก", "ก", "ข", (10,))
    sheet.add(3, (text,), (whole.format("text"),))
    cell = openpyxl.load_workbook(io.BytesIO(whole.data()), rich_text=False)["ก"]["A4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(("text", "kept"), [("😀" * 20_000, "😀" * 16_383), ("ก" + "😀" * 20_000, "ก" + "😀" * 16_383)])
@both_ways
def test_a_text_is_cut_between_characters_where_a_cell_is_full(text: str, kept: str) -> None:
    file = fast.file()
    sheet = file.sheet("ก")
    sheet.add(0, (text,), (0,))
    assert f"<si><t>{kept}</t></si>" in file.parts()["xl/sharedStrings.xml"].decode()


@pytest.mark.parametrize(("points", "written"), [(34, "33.75"), (47, "47.25"), (24, "24")])
@both_ways
def test_a_row_is_a_whole_number_of_pixels_high(points: float, written: str) -> None:
    file = fast.file()
    file.sheet("ก").add(0, ("ก",), (0,), points)
    assert f' ht="{written}" customHeight="1"' in file.parts()["xl/worksheets/sheet1.xml"].decode()


@both_ways
def test_a_row_with_more_cells_than_looks_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        fast.file().sheet("ก").add(0, ("ก", "ข"), (0,))


@pytest.mark.parametrize("turned", [False, True])
@both_ways
def test_each_cell_has_the_look_that_it_was_given_whatever_came_first(turned: bool) -> None:
    names = sorted(book._FORMATS, reverse=turned)
    whole = book.Book("ก", "ข", load(2565))
    sheet = whole.sheet("ก", "ก", "ข", (10,))
    for row, name in enumerate(names, start=2):
        whole.row(sheet, row, (name,), (name,))
    found = openpyxl.load_workbook(io.BytesIO(whole.data()))["ก"]
    for row in found.iter_rows(min_row=3):
        look = {**book._CELL, **book._FORMATS[row[0].value]}
        assert row[0].font.name == look["font_name"]
        assert row[0].font.size == look["font_size"]
        assert bool(row[0].font.bold) == look.get("bold", False)
        shown = look.get("num_format", "General").format(score="0.00", exact="0.000", weight="0")
        assert row[0].number_format == shown
        assert row[0].fill.fgColor.rgb[2:] == look.get("bg_color", "#000000")[1:]
        assert (row[0].alignment.horizontal or "") == look.get("align", "")
        assert row[0].alignment.vertical == {"top": "top", "vcenter": "center"}[look["valign"]]
        assert (row[0].border.left.style == "thin") == ("border" in look)


def test_each_rule_has_its_own_colour() -> None:
    whole = book.Book("ก", "ข", load(2565))
    sheet = whole.sheet("ก", "ก", "ข", (10,))
    for row, (name, colour) in enumerate((("bg_color", "#D9D9D9"), ("font_color", "#C00000"), ("bg_color", "#FFE699"))):
        rule = {"type": "formula", "criteria": f"=$A{row + 1}>0", "format": whole.rule_format(**{name: colour})}
        sheet.conditional_format(row, 0, row, 0, rule)
    found = openpyxl.load_workbook(io.BytesIO(whole.data()))["ก"].conditional_formatting
    cell_formats = {str(one.sqref): one.rules[0].dxf for one in found}
    assert cell_formats["A1"].fill.bgColor.rgb == "FFD9D9D9"
    assert cell_formats["A2"].font.color.rgb == "FFC00000"
    assert cell_formats["A3"].fill.bgColor.rgb == "FFFFE699"
