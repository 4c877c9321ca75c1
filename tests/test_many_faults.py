"""Reader and checks together: each fault of a workbook is told once, whatever else is wrong with it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import soak
from ita_docs.papers.reading import read_and_check
from made_workbook import Formula, Sheets, put, save, sheets

GENERAL, SCORES, SEATS = "ข้อมูลทั่วไป", "คะแนน", "บุคลากร"
ERROR = Formula("=1/0", "#DIV/0!")


def reported(book: Sheets, folder: Path) -> list[tuple[str, str, str]]:
    problems = read_and_check(save(book, folder)).problems
    return sorted((problem.kind, problem.place.sheet, problem.place.cell) for problem in problems)


def cells(book: Sheets) -> list[tuple[str, str]]:
    """Every cell of the workbook but headings and labels."""
    return [
        (sheet, f"{chr(ord('A') + column)}{row}")
        for sheet, rows in book.items()
        for row, filled in enumerate(rows[1:], start=2)
        if filled[0] or sheet != GENERAL  # the form of the year has no such line
        for column in range(sheet == GENERAL, len(filled))
    ]


def test_the_faultless_workbook_has_no_problem(tmp_path: Path) -> None:
    assert reported(sheets(), tmp_path) == []


@pytest.mark.parametrize("seed", soak.some(range(12), 4))
def test_ten_cells_that_cannot_be_read_are_ten_problems_and_no_echo(tmp_path: Path, seed: int) -> None:
    book = sheets()
    spoilt = random.Random(seed).sample(cells(book), 10)
    for sheet, cell in spoilt:
        put(book, sheet, cell, ERROR)
    assert reported(book, tmp_path) == sorted(("formula-error", sheet, cell) for sheet, cell in spoilt)


def of_every_column() -> list[tuple[str, str]]:
    """Every line of the general sheet, and a cell of every column of the others, in its second row of data."""
    return [(sheet, cell) for sheet, cell in cells(sheets()) if sheet == GENERAL or cell[1:] == "3"]


@pytest.mark.parametrize("part", range(8))
def test_a_cell_of_any_column_that_cannot_be_read_is_one_problem(tmp_path: Path, part: int) -> None:
    book = sheets()
    spoilt = of_every_column()[part::8]
    for sheet, cell in spoilt:
        put(book, sheet, cell, ERROR)
    assert reported(book, tmp_path) == sorted(("formula-error", sheet, cell) for sheet, cell in spoilt)


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [
        (GENERAL, "B5"),  # the fiscal year, told by the order's date
        (GENERAL, "B7"),  # the order's date
        (GENERAL, "B10"),  # the reason, which must begin with ด้วย
        (SCORES, "A5"),  # one of the ten indicators
        (SCORES, "C5"),  # a score in the total
        (SEATS, "A9"),  # the first of a committee
        (SEATS, "B9"),  # its committee
        (SEATS, "H9"),  # its chair
        (SEATS, "G11"),  # the only one of a section
        ("หน้าที่และอำนาจ", "A2"),  # the only duty of a committee
        ("หน่วยงานย่อย", "A2"),  # the section of many
        ("มาตรการ", "A5"),  # the only measure of an indicator
    ],
)
def test_a_cell_on_which_others_hang_is_one_problem(tmp_path: Path, sheet: str, cell: str) -> None:
    book = sheets()
    put(book, sheet, cell, ERROR)
    assert reported(book, tmp_path) == [("formula-error", sheet, cell)]


def test_what_the_checks_find_is_told_with_what_cannot_be_read(tmp_path: Path) -> None:
    book = sheets()
    for sheet, cell, value in (
        (SEATS, "A10", "สอง"),
        (GENERAL, "B7", "พรุ่งนี้"),
        (GENERAL, "B16", 95.5),
        ("มาตรการ", "C4", "เผยแพร่หลักเกณฑ์การบริหารทรัพยากรบุคคล |"),
        ("กิจกรรม", "B2", "18 ธันวาคม 2565"),
    ):
        put(book, sheet, cell, value)
    assert {(kind, cell) for kind, _, cell in reported(book, tmp_path)} == {
        ("not-a-whole-number", "A10"),
        ("not-a-date", "B7"),
        ("total-off", "B16"),
        ("text-debris", "C4"),
        ("activity-day-off", "B2"),
    }


@pytest.mark.parametrize("ditto", ["″", '"', "-นัก-", "เช่นเดียวกัน"])
def test_a_ditto_mark_for_a_committee_is_told_at_its_cells_alone(ditto: str, tmp_path: Path) -> None:
    book = sheets()
    rows = [cell for sheet, cell in cells(book) if sheet == SEATS and cell.startswith("B")]
    dittos = [cell for cell in rows if cell not in (rows[0], "B9")]
    for cell in dittos:
        put(book, SEATS, cell, ditto)
    assert reported(book, tmp_path) == sorted(("committee-ditto", SEATS, cell) for cell in dittos)
