"""The sample holds a published pack's own slips: the checks tell each of them once, at its cell, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita_docs.papers.reading import read_and_check
from officefiles.problems import Problem, Severity

SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"

SLIPS = [
    ("warning", "name-two-words", "ข้อมูลทั่วไป", "งศกร ชื่น"),
    ("warning", "strengths-as-weaknesses", "ข้อมูลทั่วไป", "1, 9, 10"),
    ("note", "post-unknown", "บุคลากร", "นักวิชาการปฏิบัติการ"),
    ("warning", "section-unknown", "บุคลากร", "ฝ่ายเทคนิค"),
    ("note", "post-unknown", "บุคลากร", "เจ้าพนักงานเทคนิคปฏิบัติการ"),
    ("warning", "section-unknown", "บุคลากร", "ฝ่ายเทคนิค"),
    ("warning", "name-two-spellings", "บุคลากร", "นางสาวพรประพันธ์ เจริญภักดี"),
    ("warning", "name-two-spellings", "บุคลากร", "นางพรพิมล อรรถธานี"),
    ("warning", "misspelling", "หน้าที่และอำนาจ", "หน้าที่อำนาจการ"),
    ("warning", "frequency-twice", "มาตรการ", "ปีละ ๒ ครั้ง"),
    ("warning", "misspelling", "มาตรการ", "คุ่มค่า"),
    ("warning", "misspelling", "มาตรการ", "คุ่มค่า"),
    ("warning", "misspelling", "มาตรการ", "พัฒนาย่าง"),
    ("note", "follow-up-partial", "มาตรการ", "และสร้างความเข้าใจให้กับเจ้าหน้าที่ในการใช้อำนาจของผู้บังคั…"),
    ("warning", "misspelling", "มาตรการ", "พัฒนาย่าง"),
    ("warning", "indicator-two-forms", "มาตรการ", "การใช้ทรัพย์สินของทางราชการ"),
    ("warning", "misspelling", "มาตรการ", "ประพฤตินิยม"),
    ("warning", "misspelling", "มาตรการ", "ประพฤตินิยม"),
    ("warning", "misspelling", "มาตรการ", "อธยาศัย"),
    ("warning", "indicator-two-forms", "ข้อความวิเคราะห์", "การใช้อำนาจหน้าที่"),
    ("warning", "activity-out-of-order", "กิจกรรม", "18 ธันวาคม 2565"),
    ("warning", "activity-day-off", "กิจกรรม", "18 ธันวาคม 2565"),
    ("warning", "misspelling", "กิจกรรม", "ชักซ้อม"),
]
"""Every slip of the pack as published, sheet by sheet; where two cells hold one, it is told at both."""


@pytest.fixture(scope="module")
def problems() -> tuple[Problem, ...]:
    return read_and_check(SAMPLE).problems


def test_every_slip_is_told_once_and_nothing_else(problems: tuple[Problem, ...]) -> None:
    assert [(str(one.severity), one.kind, one.place.sheet, one.found) for one in problems] == SLIPS


def test_nothing_keeps_the_sample_from_being_built(problems: tuple[Problem, ...]) -> None:
    assert Severity.ERROR not in {one.severity for one in problems}


def test_the_section_that_does_not_exist_brings_the_one_that_is_meant(problems: tuple[Problem, ...]) -> None:
    hints = [one.hint for one in problems if one.kind == "section-unknown"]
    assert all("“ฝ่ายเทศกิจ”" in hint for hint in hints)


def test_each_problem_stands_at_the_cell_that_holds_what_was_found(problems: tuple[Problem, ...]) -> None:
    workbook = load_workbook(SAMPLE, read_only=False)
    for one in problems:
        text = str(workbook[one.place.sheet][one.place.cell].value)
        expected = {
            "name-two-spellings": one.found.split()[-1],
            "strengths-as-weaknesses": "รายการเดียว",
            "activity-out-of-order": "๑๘ ธันวาคม ๒๕๖๕",
            "activity-day-off": "๑๘ ธันวาคม ๒๕๖๕",
            "follow-up-partial": "ผู้อำนวยการเขต",
        }.get(one.kind, one.found)
        assert expected in text
