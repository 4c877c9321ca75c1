"""What Excel shows is what is read: numbers, dates and times in cells of text, by the format of their cell."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import made
from ita_docs.model import value_of
from ita_docs.workbook.number_format import BUILT_IN, parse_format
from ita_docs.workbook.reader import read
from made_workbook import Formatted, Sheets, put, save, sheets
from test_reader import reading, reported

GENERAL, SEATS, MEASURES = "ข้อมูลทั่วไป", "บุคลากร", "มาตรการ"
ACCOUNTING = '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-'
OCTOBER = datetime.datetime(2022, 10, 1)
PERIOD, BUDGET, FREQUENCY = "H2", "J2", "E2"


@pytest.fixture(name="book")
def made_book() -> Sheets:
    return sheets()


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("#,##0", 50000, "50,000"),
        ("#,##0", 999, "999"),
        ("#,##0", 1234567.5, "1,234,568"),
        ("#,##0.00", -1250000.5, "-1,250,000.50"),
        ("#,##0.##", 12.5, "12.5"),
        ('#,##0" บาท"', 20000, "20,000 บาท"),
        ("#,##0\\ บาท", 20000, "20,000 บาท"),
        ('"ร้อยละ "0.0', 62.25, "ร้อยละ 62.3"),
        ("0.00", 0.005, "0.01"),
        ("0%", 0.25, "25%"),
        ("0.00%", 0.875, "87.50%"),
        ('0.0"%"', 87.5, "87.5%"),
        (ACCOUNTING, 1234.5, "1,234.50"),
        (ACCOUNTING, -1234.5, "-1,234.50"),
        (ACCOUNTING, 0, "-"),
        ("_(* #,##0_);_(* \\(#,##0\\)", -1234.5, "(1,235)"),
        ("[$฿-41E]#,##0.00", 500, "฿500.00"),
        ("[Red]#,##0;[Blue]-#,##0", -20, "-20"),
        ('#,##0;;"ไม่มี"', 0, "ไม่มี"),
        ("0000000000000", 123, "0000000000123"),
        ("0-0000-00000-00-0", 1234567890123, "1-2345-67890-12-3"),
        ("0##-###-####", 812345678, "081-234-5678"),
        ("#0##", 7, "007"),
        ("000,000", 1234, "001,234"),
        ("t0.00", 5, "5.00"),
        ("[$-D07041E]0", 25, "25"),
        ('General" คน"', 12.5, "12.5 คน"),
        ("#,##0,", 12000, None),
        ("0.00E+00", 12345, None),
        ("# ?/?", 0.5, None),
        ("[>=1000]#,##0;0.0", 12, None),
        ("mmm yy", OCTOBER, "ตุลาคม 2565"),
        ("[$-41E]d mmmm yyyy;@", OCTOBER, "1 ตุลาคม 2565"),
        ("dd/mm/bb", OCTOBER, "1 ตุลาคม 2565"),
        ("dddd d mmm bbbb", OCTOBER, "วันเสาร์ที่ 1 ตุลาคม 2565"),
        ("d-mmm", OCTOBER, "1 ตุลาคม"),
        ("yyyy", OCTOBER, "2565"),
        ("dddd", OCTOBER, None),
        ("d/m/yyyy h:mm", datetime.datetime(2022, 10, 1, 9, 30), None),
        ('h:mm" น."', datetime.time(9, 30), "9:30 น."),
        ('hh.mm" น."', datetime.datetime(1899, 12, 31, 9, 5), "09.05 น."),
        ("h:mm AM/PM", datetime.time(9, 30), None),
        ("[h]:mm", datetime.timedelta(hours=30), None),
    ],
)
def test_a_value_in_a_format(code: str, value: object, shown: str | None) -> None:
    assert parse_format(code).show(value) == shown


def test_formats_named_by_number_are_of_the_kind_that_a_thai_excel_gives_them() -> None:
    dates = {int(number) for number, code in BUILT_IN.items() if parse_format(code).is_date}
    assert dates == {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59), *range(71, 82)}
    assert [number for number, code in BUILT_IN.items() if parse_format(code).is_percent] == ["9", "10", "67", "68"]


@pytest.mark.parametrize(
    ("cell", "value", "code", "text"),
    [
        (BUDGET, 50000, "#,##0", "50,000"),
        (BUDGET, 1250000.5, "#,##0.00", "1,250,000.50"),
        (BUDGET, 0, ACCOUNTING, "-"),
        (BUDGET, 0.25, "0%", "25%"),
        (BUDGET, 1234567890123, "General", "1234567890123"),
        (PERIOD, OCTOBER, "mmm yy", "ตุลาคม 2565"),
        (PERIOD, 0.3958333333, 'h:mm" น."', "9:30 น."),
        (PERIOD, 44835, 71, "1 ตุลาคม 2565"),
        (PERIOD, 44835, 57, "1 ตุลาคม 2565"),
    ],
)
def test_a_text_takes_what_excel_shows(
    book: Sheets, tmp_path: Path, cell: str, value: object, code: str | int, text: str
) -> None:
    put(book, MEASURES, cell, Formatted(value, {"num_format": code}))
    measure = reading(save(book, tmp_path)).measures[0]
    assert value_of(measure, "period" if cell == PERIOD else "budget") == text


@pytest.mark.parametrize(
    ("value", "format", "found"),
    [
        (True, {}, "TRUE"),
        (4, {}, "4"),
        (OCTOBER, {"num_format": "d/m/yyyy"}, "1 ตุลาคม 2565"),
        (OCTOBER, {"num_format": "d-mmm"}, "1 ตุลาคม"),
        (44835, {"num_format": 72}, "1 ตุลาคม 2565"),
        (0.5, {"num_format": "h:mm"}, "12:00"),
    ],
)
def test_what_is_no_text_is_told_where_words_must_stand(
    book: Sheets, tmp_path: Path, value: object, format: dict[str, Any], found: str
) -> None:
    words = [(GENERAL, "B2"), (SEATS, "D9"), (SEATS, "F9"), (SEATS, "H9"), (MEASURES, FREQUENCY)]
    for sheet, cell in words:
        put(book, sheet, cell, Formatted(value, format))
    problems = read(save(book, tmp_path))[1]
    told = [(problem.kind, problem.place.sheet, problem.place.cell, problem.found) for problem in problems]
    assert told == [("not-words", sheet, cell, found) for sheet, cell in words]


def test_a_number_of_a_letter_that_excel_took_for_a_date_is_told(book: Sheets, tmp_path: Path) -> None:
    number = next(f"B{row}" for row, name in enumerate(made.GENERAL, 2) if name == "memo_number")
    for sheet, cell in ((GENERAL, number), (MEASURES, BUDGET)):
        put(book, sheet, cell, Formatted(datetime.datetime(2023, 1, 1), {"num_format": "mmm-yy"}))
    told = [(one.kind, one.place.sheet, one.place.cell, one.found) for one in read(save(book, tmp_path))[1]]
    assert told == [("not-words", GENERAL, number, "มกราคม 2566"), ("not-words", MEASURES, BUDGET, "มกราคม 2566")]


def test_true_is_told_also_where_numbers_may_stand(book: Sheets, tmp_path: Path) -> None:
    put(book, MEASURES, BUDGET, True)
    assert reported(save(book, tmp_path)) == [("not-words", MEASURES, BUDGET)]


@pytest.mark.parametrize("code", ["# ?/?", "0.00E+00", ";;;", "[<100]0;0.0"])
def test_a_format_that_is_not_rendered_is_told(book: Sheets, tmp_path: Path, code: str) -> None:
    put(book, MEASURES, BUDGET, Formatted(1250.5, {"num_format": code}))
    assert reported(save(book, tmp_path)) == [("number-format-unknown", MEASURES, BUDGET)]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("Standard", 50000, None),
        ("#,##0 THB", 5, None),
        ("G/通用格式", 12.5, "12.5"),
        ("0;-0;", 0, ""),
        ("0;", -5, ""),
        ("#,##0", 1e300, None),
        ("0." + "0" * 40, 5, None),
        ("0%", 1e23, None),
        ("mm:ss.0", datetime.datetime(1899, 12, 31, 0, 1, 2), "01:02.0"),
        ("d/m/yyyy", datetime.time(), None),
    ],
)
def test_letters_that_are_no_signs_and_days_that_are_none_are_not_shown(
    code: str, value: object, shown: str | None
) -> None:
    assert parse_format(code).show(value) == shown


@pytest.mark.parametrize(("code", "text"), [('"โดย"@', "โดยกองช่าง"), ("@", "กองช่าง"), ('0;0;0;@" ครับ"', "กองช่าง ครับ")])
def test_words_that_a_format_adds_to_a_text_are_read(book: Sheets, tmp_path: Path, code: str, text: str) -> None:
    put(book, MEASURES, BUDGET, Formatted("กองช่าง", {"num_format": code}))
    assert value_of(reading(save(book, tmp_path)).measures[0], "budget") == text


@pytest.mark.parametrize("code", [";;;", "0;-0;0;"])
def test_a_text_that_a_format_hides_is_told(book: Sheets, tmp_path: Path, code: str) -> None:
    put(book, MEASURES, BUDGET, Formatted("กองช่าง", {"num_format": code}))
    assert reported(save(book, tmp_path)) == [("number-format-unknown", MEASURES, BUDGET)]


@pytest.mark.parametrize(("value", "text"), [(1 / 3, "0.333333333"), (12345678.9876, "12345678.99"), (0.5, "0.5")])
def test_a_fraction_has_as_many_signs_as_excel_shows(book: Sheets, tmp_path: Path, value: float, text: str) -> None:
    put(book, MEASURES, BUDGET, value)
    assert value_of(reading(save(book, tmp_path)).measures[0], "budget") == text


@pytest.mark.parametrize("value", [1e21, 1e-7])
def test_a_number_that_excel_shows_by_an_exponent_is_told(book: Sheets, tmp_path: Path, value: float) -> None:
    put(book, MEASURES, BUDGET, value)
    assert reported(save(book, tmp_path)) == [("number-format-unknown", MEASURES, BUDGET)]
