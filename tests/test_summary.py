"""The score summary: its figures by another way, its formulas recalculated, its charts, its texts left as texts."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import made
import made_workbook
from ita_docs.analysis import analyse
from ita_docs.excel import summary
from ita_docs.framework.load import load
from ita_docs.framework.scores import half_up
from ita_docs.model import Published, QuestionScore, Submission
from schemas import schema_errors
from thaipages.pdf import office

PARTS = {"IIT": "82.44", "EIT1": "79.40", "EIT2": "82.24", "OIT": "100"}


def published(**scores: str) -> Published:
    return Published(instruments={code: Decimal(score) for code, score in scores.items()}, source=made.general())


def questions(count: int = 30) -> tuple[QuestionScore, ...]:
    return tuple(
        QuestionScore(code=f"i{n}", question=f"คำถามที่ {n}", score=Decimal(60) + n * 17 % 30)
        for n in range(1, count + 1)
    )


def with_scores(*scores: str, **changes: Any) -> Submission:
    whole = made.submission(**{"published": Published(), **changes})
    for index, score in enumerate(scores):
        whole = made.with_record(whole, "scores", index, score=Decimal(score))
    return whole


def built(whole: Submission, year: int = 2565) -> bytes:
    framework = load(year)
    return summary.build(whole, framework, analyse(whole, framework))


def find(sheet: Worksheet, label: str, columns: str = "AB") -> int:
    """The row whose first or second cell says ``label``."""
    return next(row for row in range(1, sheet.max_row + 1) if label in [sheet[f"{c}{row}"].value for c in columns])


opened = partial(made_workbook.opened, values=True)
CASES = {
    "reference": (
        with_scores("87.03", "69.58", "79.31", "69.46", "76.30", "81.68", "83.91", "80.34", "100", "100"),
        2565,
    ),
    "published": (made.submission(), 2565),
    "parts": (made.submission(published=published(**PARTS)), 2566),
    "ties": (with_scores("85", "80", "80", "80", "80.01", "84.99", "80", "80.02", "99.99", "100"), 2565),
    "questions": (made.submission(questions=questions()), 2565),
}
case = pytest.mark.parametrize("name", CASES)


@case
def test_the_figures_agree_with_the_workbook_taken_another_way(name: str) -> None:
    whole, year = CASES[name]
    sheet = opened(built(whole, year))["สรุปคะแนน"]
    heads = find(sheet, "ตัวชี้วัดที่")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=heads + 1, max_col=10)]
    table = pd.DataFrame(rows, columns=[cell.value for cell in sheet[heads]][:10])
    given = pd.Series([float(score.score) for score in whole.scores])
    last = pd.Series([None if score.previous is None else float(score.previous) for score in whole.scores])
    assert table["คะแนน"].tolist() == given.tolist()
    assert table["อันดับ"].tolist() == given.rank(ascending=False, method="min").astype(int).tolist()
    assert table["ต่างจากปีก่อน"].astype(float).tolist() == (given - last).round(2).tolist()
    levels = ["จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", "จุดที่ควรพัฒนา", "จุดแข็ง"]
    assert table["กลุ่ม"].tolist() == [levels[int(score >= 75) + int(score >= 85)] for score in given]
    means = table.groupby("เครื่องมือ")["คะแนน"].mean()
    for code in ("IIT", "EIT", "OIT"):
        if not (name == "parts" and code == "EIT"):
            mean = half_up(Decimal(str(round(float(means[code]), 9))), 2)
            assert Decimal(str(sheet[f"D{find(sheet, code)}"].value)) == mean
    total = find(sheet, "คะแนนรวม")
    used = [Decimal(str(sheet[f"F{find(sheet, code)}"].value)) for code in ("IIT", "EIT", "OIT")]
    weighted = used[0] * Decimal("0.3") + used[1] * Decimal("0.3") + used[2] * Decimal("0.4")
    assert Decimal(str(sheet[f"D{total}"].value)) == half_up(weighted, 2).normalize()
    assert sheet[f"G{total}"].value == pytest.approx(float(weighted), abs=1e-9)


def test_the_published_parts_give_bangkok_2566() -> None:
    sheet = opened(built(*CASES["parts"]))["สรุปคะแนน"]
    assert (sheet[f"E{find(sheet, 'EIT1')}"].value, sheet[f"E{find(sheet, 'EIT2')}"].value) == (79.4, 82.24)
    assert sheet[f"F{find(sheet, 'EIT')}"].value == 80.82
    assert sheet[f"F{find(sheet, 'คะแนนรวม')}"].value == 88.98
    assert sheet[f"B{find(sheet, 'ระดับ')}"].value == "ผ่าน"


def test_strengths_and_weaknesses_stand_in_their_order_and_say_what_is_urgent() -> None:
    sheet = opened(built(*CASES["reference"]))["จุดแข็งและจุดอ่อน"]
    numbers = [sheet[f"A{row}"].value for row in range(1, sheet.max_row + 1)]
    assert [number for number in numbers if isinstance(number, int)] == [9, 10, 1, 5, 3, 8, 6, 7, 4, 2]
    urgent = [
        sheet[f"A{row}"].value for row in range(1, sheet.max_row + 1) if sheet[f"E{row}"].value == "แก้ไขโดยเร่งด่วน"
    ]
    assert urgent == [4, 2]


def test_what_the_next_level_takes_stands_on_a_sheet_of_its_own() -> None:
    whole = with_scores("87.03", "69.58", "79.31", "69.46", "76.30", "81.68", "83.91", "80.34", "100", "100")
    rows = list(opened(built(whole, 2566))["ระดับถัดไป"].iter_rows(values_only=True))
    assert rows[2][0] == "ระดับ ผ่าน ระดับถัดไป ผ่านดี ต้องได้คะแนนรวมตั้งแต่ 85 คะแนน และทุกเครื่องมือตั้งแต่ 85 คะแนน"
    required, alone = "ทุกเครื่องมือในกลุ่มนี้ต้องเพิ่มขึ้น", "เพิ่มขึ้นเพียงรายการเดียว"
    together = "ทุกรายการที่ต่ำกว่าคะแนนนี้เพิ่มขึ้นถึงคะแนนนี้"
    assert rows[3:] == [
        ("เครื่องมือ", "รายการ", "คะแนน", "ต้องเพิ่มขึ้น", "ต้องได้", "เงื่อนไข"),
        ("EIT", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก", 81.98, 3.02, 85, required),
        ("EIT", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", 80.34, 9.06, 89.4, alone),
        ("EIT", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", 81.68, 9.06, 90.74, alone),
        ("EIT", "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", 83.91, 9.06, 92.97, alone),
        ("EIT", "ทุกรายการของ EIT", None, None, 85, together),
        ("IIT", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", 76.34, 8.66, 85, required),
        ("IIT", "ทุกรายการของ IIT", None, None, 84.49, together),
    ]


def test_where_the_total_alone_lacks_any_one_way_is_enough() -> None:
    rows = list(opened(built(with_scores(*["84"] * 10)))["ระดับถัดไป"].iter_rows(values_only=True))
    assert rows[2][0] == "ระดับ B ระดับถัดไป A ต้องได้คะแนนรวมตั้งแต่ 85 คะแนน"
    way = "คะแนนรวมยังขาด 1.00 คะแนน ทำได้ทางใดทางหนึ่ง"
    assert [row[:1] + row[2:5] for row in rows if row[5] == way] == [
        ("OIT", 84, 2.49, 86.49),
        ("IIT", 84, 3.32, 87.32),
        ("EIT", 84, 3.32, 87.32),
        ("IIT EIT OIT", None, None, 85),
    ]


def test_at_the_highest_level_there_is_no_sheet_of_the_next() -> None:
    assert "ระดับถัดไป" not in opened(built(with_scores(*["96"] * 10))).sheetnames


def test_the_weakest_ten_questions_come_first_and_are_marked() -> None:
    sheet = opened(built(*CASES["questions"]))["คะแนนรายข้อ"]
    scores = [sheet[f"D{row}"].value for row in range(5, 35)]
    assert scores == sorted(float(question.score) for question in questions())
    assert [row - 4 for row in range(5, 35) if sheet[f"C{row}"].fill.fgColor.rgb == "FFFBE5D6"] == list(range(1, 11))


def test_without_questions_there_is_neither_their_sheet_nor_their_column() -> None:
    book = opened(built(made.submission(questions=())))
    assert "คะแนนรายข้อ" not in book.sheetnames
    assert [cell.value for cell in book["จุดแข็งและจุดอ่อน"][5]] == ["ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", "อันดับ", "แนวทาง"]
    assert opened(built(made.submission()))["จุดแข็งและจุดอ่อน"]["F5"].value == "ข้อคำถามที่ได้คะแนนต่ำที่สุด"


@pytest.mark.parametrize(
    ("name", "figure", "value", "source", "way"),
    [
        ("published", "ตัวชี้วัดที่ 3 การใช้อำนาจ", 86.0, "ชีต คะแนน C4", "ตามที่กรอก ปัดเศษทศนิยมสองตำแหน่ง"),
        ("published", "ตัวชี้วัดที่ 3 การใช้อำนาจ (ปีก่อน)", 82.0, "ชีต คะแนน D4", "ตามที่กรอก ปัดเศษทศนิยมสองตำแหน่ง"),
        (
            "published",
            "คะแนนรวม",
            91.4,
            "ชีต ข้อมูลทั่วไป B16",
            "ตามที่ประกาศ (ผลรวมของคะแนนเครื่องมือคูณน้ำหนัก ปัดเศษทศนิยมสองตำแหน่ง ได้ 91.40)",
        ),
        ("published", "ระดับ", "A", "ชีต ข้อมูลทั่วไป B17", "ตามที่ประกาศ (ตามเกณฑ์ของปีได้ A)"),
        (
            "published",
            "ระดับถัดไป",
            "AA",
            "เกณฑ์ระดับผลการประเมิน AA–F ของสำนักงาน ป.ป.ช. ใช้ถึงปีงบประมาณ พ.ศ. 2565",
            "คะแนนที่น้อยที่สุดซึ่งทำให้คะแนนรวมและคะแนนเครื่องมือถึงเกณฑ์เมื่อปัดเศษทศนิยมสองตำแหน่ง (ชีต ระดับถัดไป)",
        ),
        ("parts", "คะแนน แบบวัด EIT ส่วนที่ 1", 79.4, "ชีต ข้อมูลทั่วไป B21", "ตามที่ประกาศ"),
    ],
)
def test_each_figure_says_where_it_comes_from(name: str, figure: str, value: object, source: str, way: str) -> None:
    sheet = opened(built(*CASES[name]))["ที่มาของตัวเลข"]
    row = find(sheet, figure, "A")
    assert [cell.value for cell in sheet[row]] == [figure, value, source, way]


def test_a_rule_that_was_not_verified_says_so() -> None:
    framework = load(2565)
    doubtful = replace(framework, goal=replace(framework.goal, source="จำได้", verified=False))
    whole = made.submission()
    sheet = opened(summary.build(whole, doubtful, analyse(whole, doubtful)))["ที่มาของตัวเลข"]
    marked = [row[0].value for row in sheet if "(ยังไม่ได้ตรวจสอบกับเอกสารต้นทาง)" in str(row[2].value)]
    assert marked == ["เป้าหมาย"]


def test_an_instrument_of_one_indicator_names_that_one() -> None:
    framework = load(2565)
    iit, eit, oit = framework.instruments
    iit = replace(iit, indicators=iit.indicators[:1])
    eit = replace(eit, indicators=framework.indicators[1:8])
    narrow = replace(framework, instruments=(iit, eit, oit))
    whole = made.submission(published=Published())
    sheet = opened(summary.build(whole, narrow, analyse(whole, narrow)))["ที่มาของตัวเลข"]
    ways = {row[0].value: row[3].value for row in sheet}
    assert ways["คะแนน IIT"] == "ค่าเฉลี่ยของตัวชี้วัดที่ 1 ปัดเศษทศนิยมสองตำแหน่ง"
    assert ways["คะแนน EIT"] == "ค่าเฉลี่ยของตัวชี้วัดที่ 2–8 ปัดเศษทศนิยมสองตำแหน่ง"
    cells = {row[0].value: row[2].value for row in sheet}
    assert [cells[name] for name in ("คะแนน IIT", "คะแนน EIT", "คะแนน OIT", "คะแนนรวม")] == [
        "ชีต คะแนน C2",
        "ชีต คะแนน C3–C9",
        "ชีต คะแนน C10–C11",
        "คะแนน IIT EIT OIT ในชีตนี้",
    ]


def test_scores_that_do_not_follow_one_another_are_named_each() -> None:
    whole = made.submission(published=Published())
    turned = replace(whole, scores=(whole.scores[1], whole.scores[0], *whole.scores[2:]))
    rules = load(2565)
    sheet = opened(summary.build(turned, rules, analyse(turned, rules)))["ที่มาของตัวเลข"]
    cells = {row[0].value: row[2].value for row in sheet}
    assert cells["คะแนน IIT"] == "ชีต คะแนน C3, C2, C4, C5, C6"


# The file


@case
def test_the_file_opens_cleanly_and_is_the_same_on_every_run(name: str) -> None:
    data = built(*CASES[name])
    assert data == built(*CASES[name])
    assert opened(data).properties.created == datetime.datetime(2000, 1, 1)
    assert schema_errors(data) == []


def test_text_that_looks_like_a_formula_stays_text() -> None:
    whole = made.with_record(made.submission(questions=questions(2)), "scores", 0, name="=1+1")
    whole = made.with_record(whole, "questions", 0, question="@SUM(A1)")
    whole = made.with_record(whole, "questions", 1, question="+http://example.com")
    book = opened(built(whole), values=False)
    texts = {cell.value: cell.data_type for sheet in book.worksheets for row in sheet for cell in row}
    assert texts["=1+1"] == texts["@SUM(A1)"] == texts["+http://example.com"] == "s"
    formulas = {value for value, kind in texts.items() if kind == "f"}
    assert all(re.match(r"=(ROUND|IF|SUM|RANK|C\d+\*F|\$B\$)", str(formula)) for formula in formulas)


def test_the_charts_are_named_and_in_the_thai_font() -> None:
    for name, count in (("published", 3), ("reference", 3)):
        with zipfile.ZipFile(io.BytesIO(built(*CASES[name]))) as file:
            charts = [file.read(member).decode() for member in file.namelist() if member.startswith("xl/charts/chart")]
        assert len(charts) == count
        for chart in charts:
            assert "ปีงบประมาณ พ.ศ. 2565" in chart or "เทียบกับ พ.ศ. 2565" in chart
            assert chart.count('<a:latin typeface="TH SarabunPSK"') == chart.count('<a:cs typeface="TH SarabunPSK"') > 0


def test_without_last_year_no_chart_compares_with_it() -> None:
    whole = made.submission()
    for index in range(10):
        whole = made.with_record(whole, "scores", index, previous=None)
    book = opened(built(whole))
    assert [sheet.title for sheet in book.chartsheets] == ["แผนภูมิคะแนน", "แผนภูมิเรดาร์"]


@pytest.mark.office
def test_libreoffice_recalculates_every_formula_to_the_value_written(tmp_path: Path) -> None:
    folder = tmp_path / "recalculated"
    files = []
    for name, (whole, year) in CASES.items():
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(without_values(built(whole, year)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        str(office.find()),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name, (whole, year) in CASES.items():
        expected = opened(built(whole, year))["สรุปคะแนน"]
        found = openpyxl.load_workbook(folder / f"{name}.xlsx", data_only=True)["สรุปคะแนน"]
        for row in expected:
            for cell in row:
                assert same(found[cell.coordinate].value, cell.value), (name, cell.coordinate)


def same(found: object, expected: object) -> bool:
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return abs(found - expected) < 1e-9
    return (found or "") == (expected or "")


def without_values(data: bytes) -> bytes:
    """The file with the values of its formulas taken out, so that a program must calculate them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.startswith("xl/worksheets/"):
                content, count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
                assert count or b"</f>" not in content
            new.writestr(member, content)
    return out.getvalue()
