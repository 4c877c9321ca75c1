"""What came of last year's measures: from the workbook's sheet or a filled tracker, to figures, words and a report."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner

import made
import made_workbook
from checked import reported
from ita_docs import places
from ita_docs.analysis import analyse, follow, moves
from ita_docs.cli import main
from ita_docs.excel import tracker
from ita_docs.framework.load import available, load
from ita_docs.framework.scores import half_up
from ita_docs.model import MeasureResult, Settings, Status
from ita_docs.papers.document import make
from ita_docs.papers.pack import Production, produce
from ita_docs.workbook.new import blank
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import GENERAL, schema
from officefiles.problems import Severity
from test_context import context
from thaipages.layout import measure, paginate

AGAIN = ("measure-same-as-last-year", "มาตรการ")
"""What is told of the invented office, which goes on with the measures that its tracker follows up."""
SHEET = "ผลการดำเนินการ"
TRACKER_SHEET = "ติดตามมาตรการ"
OTHER = ("warning", "text-of-another-column", SHEET)
TEMPLATES = {"results": places.packaged_templates() / "results_template.docx"}
DONE, UNDER_WAY, NOT_STARTED, NOT_POSSIBLE = (
    "ดำเนินการแล้ว",
    "อยู่ระหว่างดำเนินการ",
    "ยังไม่ดำเนินการ",
    "ไม่สามารถดำเนินการได้",
)


def workbook(folder: Path, *rows: tuple[object, ...]) -> Path:
    """The invented office's workbook with these rows on the sheet of results."""
    book = made_workbook.sheets()
    book[SHEET] = [book[SHEET][0], *(list(row) for row in rows)]
    return made_workbook.save(book, folder)


def results_of(folder: Path, *rows: tuple[object, ...]) -> tuple[MeasureResult, ...]:
    submission, problems = read(workbook(folder, *rows))
    assert submission, problems
    return submission.results


def kept_tracker(path: Path, cells: Mapping[str, object], year: int = 2565) -> Path:
    """The tracker that the office was given for ``year``, filled in by hand and saved by another program."""
    path.write_bytes(tracker.build(made.submission(fiscal_year=year), load(2565), datetime.date(2023, 4, 1)))
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[TRACKER_SHEET][cell] = value
    book.save(path)
    return path


FILLED: Mapping[str, object] = {
    "I5": DONE, "J5": "๑๕ มีนาคม ๒๕๖๕", "K5": "เผยแพร่คู่มือแล้ว 12 กระบวนงาน", "M5": "กท 0001/25",
    "I6": DONE, "J6": "20/9/2565", "K6": "เผยแพร่คู่มือแล้ว 15 กระบวนงาน",
    "I7": DONE, "J7": "1/3/2565", "K7": "เผยแพร่แผนแล้ว",
    "I9": NOT_POSSIBLE, "L9": "ไม่มีผู้รับผิดชอบ",
    "I10": NOT_POSSIBLE, "L10": "ไม่มีผู้รับผิดชอบ",
}  # fmt: skip
"""Two rounds of measure 1 done, one of two of measure 2, neither of measure 3 possible; the rest not begun."""


def from_tracker(
    folder: Path, cells: Mapping[str, object] = FILLED, year: int = 2565, *rows: tuple[object, ...]
) -> Production:
    path = kept_tracker(folder / "tracker.xlsx", cells, year)
    return produce(workbook(folder, *rows), TEMPLATES, frozenset({"results"}), tracker=path)


def report(production: Production) -> Any:
    return docx.Document(io.BytesIO(production.files["results.docx"]))


# The sheet


def test_a_row_is_read_as_it_was_typed(tmp_path: Path) -> None:
    row = (4, "ตรวจนับทรัพย์สิน", NOT_POSSIBLE, "แต่งตั้งผู้ตรวจนับ", "มีนาคม ๒๕๖๕", "", "ขาดคน", "จ้างเพิ่ม", "กท 1/25")
    (one,) = results_of(tmp_path, row)
    assert one == MeasureResult(
        indicator=4,
        action="ตรวจนับทรัพย์สิน",
        status=Status.NOT_POSSIBLE,
        done="แต่งตั้งผู้ตรวจนับ",
        period="มีนาคม ๒๕๖๕",
        problem="ขาดคน",
        suggestion="จ้างเพิ่ม",
        evidence="กท 1/25",
    )
    assert str(one.source.at("problem")) == f"ชีต {SHEET} G2"


def test_a_row_without_a_status_is_done_where_something_is_told_of_it(tmp_path: Path) -> None:
    rows = ((1, "ก", "", "", "", "ครบถ้วน"), (2, "ข"), (3, "ค", "", "", "", "", "ขาดคน"))
    assert [one.status for one in results_of(tmp_path, *rows)] == [Status.DONE, Status.NOT_STARTED, Status.NOT_STARTED]


@pytest.mark.parametrize(
    "typed",
    [
        "ไม่มี",
        "- ไม่มี -",
        "ไม่พบ",
        "ไม่มีปัญหา/อุปสรรค",
        "ไม่พบปัญหาและอุปสรรคในการดำเนินการ",
        "ยังไม่มีปัญหาใด ๆ",
        "ไม่มีค่ะ",
        "ปัญหา - ไม่มี",
        "ปกติ",
        "ดำเนินการได้ตามปกติ",
        "ไม่มี (ดำเนินการได้ตามแผน)",
        "ไม่ประสบปัญหา",
        "ไม่มีอุปสรรค เป็นไปด้วยความเรียบร้อยดี",
        "ไม่พบปัญหาและอุปสรรคแต่อย่างใด",
        "ไม่ปรากฏปัญหาในการปฏิบัติงานตามมาตรการ",
        "ไม่มีปัญหา\nไม่มีข้อขัดข้องใด ๆ ทั้งสิ้น",
    ],
)
def test_a_cell_that_says_there_was_no_obstacle_is_none(tmp_path: Path, typed: str) -> None:
    (one,) = results_of(tmp_path, (1, "ก", DONE, "", "", "ครบถ้วน", typed))
    assert one.problem == ""


@pytest.mark.parametrize(
    "typed",
    [
        "ไม่มีผู้รับผิดชอบ",
        "ไม่มีงบประมาณ",
        "ปัญหาไม่มี แต่ขาดคน",
        "ไม่พบผู้ร้อง",
        "ไม่มีปัญหา ไม่มีงบประมาณ",
        "ไม่เป็นไปตามแผน",
        "ดำเนินการได้ตามแผนบางส่วน",
    ],
)
def test_an_obstacle_that_something_lacks_is_one(tmp_path: Path, typed: str) -> None:
    (one,) = results_of(tmp_path, (1, "ก", DONE, "", "", "ครบถ้วน", typed))
    assert one.problem == typed


def test_a_status_with_sara_e_typed_twice_is_the_one_that_looks_like_it(tmp_path: Path) -> None:
    (one,) = results_of(tmp_path, (1, "ก", "ดำเนินการเเล้ว", "", "", "ครบถ้วน"))
    assert one.status is Status.DONE


def test_rows_that_only_name_measures_tell_nothing(tmp_path: Path) -> None:
    assert results_of(tmp_path, (1, "ก"), (2, "ข")) == ()


@pytest.mark.parametrize(
    ("row", "cell", "kind"),
    [
        ((1, "", DONE), "B2", "cell-missing"),
        (("", "ก", DONE), "A2", "cell-missing"),
        ((1, "ก", "เสร็จ"), "C2", "not-in-list"),
    ],
)
def test_a_wrong_cell_is_told_at_its_place(tmp_path: Path, row: tuple[object, ...], cell: str, kind: str) -> None:
    _, problems = read(workbook(tmp_path, row))
    assert [(one.place.sheet, one.place.cell, one.kind) for one in problems] == [(SHEET, cell, kind)]


def test_a_workbook_of_an_older_form_lacks_the_sheet_without_a_word(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    del book[SHEET]
    submission, problems = read(made_workbook.save(book, tmp_path))
    assert submission
    assert (submission.results, problems) == ((), ())


def test_the_blank_form_has_the_sheet_with_an_example(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(blank(schema(2567)))
    sheet = openpyxl.load_workbook(path)[SHEET]
    assert sheet["A5"].value == "ตัวอย่าง"
    assert sheet["C5"].value == DONE


# Checks


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"indicator": 11}, ("error", "result-of-unknown-indicator", SHEET, "A2", "11")),
        ({"result": "ยังไม่ได้ดำเนินการ"}, ("warning", "result-not-of-status", SHEET, "F2", "ยังไม่")),
        ({"result": "เลื่อนไปดำเนินการในปีถัดไป"}, ("warning", "result-not-of-status", SHEET, "F2", "เลื่อนไป")),
        ({"result": "ยกเลิกกิจกรรมเพราะน้ำท่วม"}, ("warning", "result-not-of-status", SHEET, "F2", "ยกเลิกกิจกรรม")),
        (
            {"result": "จัดทำร่างคู่มือ 1 เล่ม แต่ยังไม่ได้เผยแพร่"},
            ("warning", "result-not-of-status", SHEET, "F2", "แต่ยังไม่ได้เผยแพร่"),
        ),
        (
            {"result": "คู่มืออยู่ระหว่างจัดทำรูปเล่ม"},
            ("warning", "result-not-of-status", SHEET, "F2", "คู่มืออยู่ระหว่างจัดทำรูปเล่ม"),
        ),
        (
            {"result": "ดำเนินการแล้วร้อยละ ๕๐"},
            ("warning", "result-not-of-status", SHEET, "F2", "ดำเนินการแล้วร้อยละ ๕๐"),
        ),
        ({"evidence": "ตามไฟล์แนบ"}, ("warning", "evidence-not-named", SHEET, "I2", "ตามไฟล์แนบ")),
        ({"evidence": "ดูในไลน์"}, ("warning", "evidence-not-named", SHEET, "I2", "ดูในไลน์")),
        ({"evidence": "มีแล้ว"}, ("warning", "evidence-not-named", SHEET, "I2", "มีแล้ว")),
        ({"evidence": "ยังไม่ได้แนบ"}, ("warning", "evidence-not-named", SHEET, "I2", "ยังไม่ได้แนบ")),
        ({"result": "https://www.example.go.th/ita/o12"}, (*OTHER, "F2", "https://www.example.go.th/ita/o12")),
        ({"result": "ที่ ปข 0118/245"}, (*OTHER, "F2", "ที่ ปข 0118/245")),
        ({"problem": "บันทึกข้อความ ที่ 12/2565"}, (*OTHER, "G2", "บันทึกข้อความ ที่ 12/2565")),
        ({"done": "ดำเนินการแล้ว"}, ("warning", "result-is-status", SHEET, "D2", "ดำเนินการแล้ว")),
        (
            {"status": Status.UNDER_WAY, "result": "ดำเนินการแล้วเสร็จร้อยละ ๑๐๐"},
            ("warning", "result-not-of-status", SHEET, "F2", "ดำเนินการแล้วเสร็จร้อยละ ๑๐๐"),
        ),
        (
            {"status": Status.UNDER_WAY, "done": "เสร็จเรียบร้อยแล้ว"},
            ("warning", "result-not-of-status", SHEET, "D2", "เสร็จเรียบร้อยแล้ว"),
        ),
        ({"done": "จะจัดทำคู่มือ"}, ("warning", "result-not-of-status", SHEET, "D2", "จะจัด")),
        ({"result": "จัดประชุมและมอบหมายงาน"}, ("warning", "repeated-text", SHEET, "F2", "จัดประชุมและมอบหมายงาน")),
        ({"result": "จัดทำคู่มือการปฏิบัติงาน"}, ("warning", "repeated-text", SHEET, "F2", "จัดทำคู่มือการปฏิบัติงาน")),
        (
            {"result": "จัดทำ 12 กระบวนงาน จากทั้งหมด 10 กระบวนงาน"},
            ("warning", "share-wrong", SHEET, "F2", "12 กระบวนงาน จากทั้งหมด 10 กระบวนงาน"),
        ),
        ({"result": ""}, ("warning", "result-missing", SHEET, "F2", "จัดทำคู่มือการปฏิบัติงาน")),
        ({"result": "ไม่มี"}, ("warning", "result-missing", SHEET, "F2", "จัดทำคู่มือการปฏิบัติงาน")),
        ({"problem": "ไม่ได้ดำเนินการเพราะไม่มีงบประมาณ"}, ("warning", "result-not-of-status", SHEET, "G2", "ไม่ได้ดำเนิน")),
        (
            {"status": Status.NOT_STARTED, "problem": "ขาดบุคลากร"},
            ("warning", "result-of-undone", SHEET, "F2", "เผยแพร่คู่มือ 12 กระบวนงาน"),
        ),
        (
            {"status": Status.NOT_STARTED, "result": "ไม่มี"},
            ("warning", "result-without-reason", SHEET, "G2", "จัดทำคู่มือการปฏิบัติงาน"),
        ),
        (
            {"status": Status.NOT_POSSIBLE, "result": ""},
            ("warning", "result-without-reason", SHEET, "G2", "จัดทำคู่มือการปฏิบัติงาน"),
        ),
    ],
)
def test_one_fault_is_told_once(change: dict[str, object], expected: tuple[str, ...]) -> None:
    assert reported(made.with_record(made.submission(), "results", 0, **change)) == [expected]


@pytest.mark.parametrize(
    "change",
    [
        *(
            {"result": text}
            for text in (
                "รับเรื่องร้องเรียน 5 เรื่อง ยุติแล้ว 4 เรื่อง อยู่ระหว่างดำเนินการ 1 เรื่อง",
                "ตรวจพบฝ่ายที่ยังไม่ได้จัดทำคู่มือ 2 ฝ่าย และแนะนำแล้ว",
                "ติดตามเรื่องที่อยู่ระหว่างดำเนินการทุกเดือน",
                "ยกเลิกการเรียกสำเนาบัตรประชาชน 12 รายการ",
                "มีแผนปฏิบัติการป้องกันการทุจริตที่ผู้บริหารเห็นชอบแล้ว",
                "เบิกจ่ายงบประมาณแล้วร้อยละ 98.20",
                "ไม่มีเรื่องร้องเรียนการทุจริต",
                "ผู้ตอบแบบสอบถาม 420 ราย พึงพอใจ 405 ราย คิดเป็นร้อยละ 96.43",
                "ผู้เข้าร่วม 50 คน ผู้รับบริการพึงพอใจ 480 คน",
                "ร้องเรียน 3 เรื่อง ลดลงจากปี 2564 และแก้ไขเรื่องเดิม 5 เรื่อง",
                "ผู้เข้าร่วม 420 ราย 8 ครั้ง เฉลี่ยครั้งละ 53 ราย",
                "จัดประชุม 4 ครั้ง ครั้งที่ 1 มีผู้เข้าร่วม 40 คน เฉลี่ยครั้งละ 45 คน",
                "รายงานผลครบทั้ง 4 ไตรมาส",
                "แจกแบบสอบถาม 120 ชุด ได้รับคืน 100 ชุด",
                "ผู้ตอบแบบสอบถามไม่น้อยกว่า 30 คน ได้รับการตอบกลับ 52 คน",
                "ข้าราชการ 20 คน ชาย 8 คน หญิง 12 คน พนักงานจ้าง 10 คน ชาย 4 คน หญิง 6 คน",
                "ร้องเรียนผ่านเว็บไซต์ 2 เรื่อง ผ่านศูนย์ดำรงธรรม 3 เรื่อง",
                "ร้องเรียนทางไปรษณีย์ 2 เรื่อง แก้ไขถนนชำรุด 5 เรื่อง",
                "อบรมเจ้าหน้าที่ 50 คน ชาย 20 คน หญิง 30 คน",
                "ให้บริการ 365 วัน ผู้รับบริการ 36,500 ราย เฉลี่ยวันละ 100 ราย",
                "เผยแพร่ที่ https://www.example.go.th/ita/o12",
                "ออกหนังสือ ที่ ปข 0118/245 แจ้งทุกฝ่ายทราบ",
            )
        ),
        *(
            {"evidence": text}
            for text in (
                "ภาพถ่ายกิจกรรม", "ภาพถ่าย", "เอกสารแนบ 1", "รายงานการประชุมครั้งที่ 3/2565", "คำสั่งที่ 12/2565",
                "ไฟล์แนบท้ายประกาศเรื่องนโยบายไม่รับของขวัญ", "แฟ้มงานสารบรรณ", "เว็บไซต์ของหน่วยงาน หัวข้อ O12", "-",
            )
        ),
        {"problem": "มีเว็บไซต์ที่ใช้งานไม่ได้บางช่วง"},
    ],
)  # fmt: skip
def test_good_results_are_told_nowhere(change: dict[str, object]) -> None:
    assert reported(made.with_record(made.submission(), "results", 0, **change)) == []


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("คะแนนตัวชี้วัดที่ {number} ลดลงจากปีก่อน", True),
        ("คะแนนตัวชี้วัดนี้ลดลงจากปีที่ผ่านมา", True),
        ("คะแนนตัวชี้วัดที่ {number} เพิ่มขึ้นจากปีก่อน", False),
        ("จำนวนเรื่องร้องเรียนลดลงจากปีก่อน", False),
        ("คะแนนความพึงพอใจลดลงจากปีก่อน", False),
    ],
)
def test_a_result_says_of_its_score_what_the_scores_do(result: str, told: bool) -> None:
    whole = made.submission()
    rose = next(one for one in whole.scores if one.previous is not None and one.score > one.previous)
    change = {"indicator": rose.indicator, "result": result.format(number=rose.indicator)}
    whole = made.with_record(whole, "results", 0, **change)
    assert ("change-elsewhere" in {kind for _, kind, *_ in reported(whole)}) is told


@pytest.mark.parametrize(
    "result",
    [
        "ระยะแรกแล้วเสร็จ",
        "ดำเนินการแล้วเสร็จร้อยละ 60",
        "ยังไม่แล้วเสร็จทั้งหมด",
        "คาดว่าจะแล้วเสร็จร้อยละ 100",
        "เสร็จสิ้นแล้ว 2 จาก 4 รอบ",
    ],
)
def test_what_is_done_in_part_is_under_way(result: str) -> None:
    whole = made.with_record(made.submission(), "results", 0, status=Status.UNDER_WAY, result=result)
    assert "result-not-of-status" not in {kind for _, kind, *_ in reported(whole)}


# Figures


def test_figures_of_the_results() -> None:
    whole = made.submission()
    found = follow(whole.results, analyse(whole, load(2565)))
    assert dict(found.counts) == {
        Status.NOT_STARTED: 0,
        Status.UNDER_WAY: 1,
        Status.DONE: 2,
        Status.PARTLY: 0,
        Status.NOT_POSSIBLE: 0,
    }
    assert half_up(found.percent_done, 2) == Decimal("66.67")
    assert found.with_problems == 1
    assert [one.number for one in found.indicators] == [1, 4]
    assert moves(one.change for one in found.indicators) == (1, 1, 0)


# Words


def words(**changes: Any) -> dict[str, Any]:
    found = context(made.submission(**changes))["results"]
    assert isinstance(found, dict)
    return found


def test_a_measure_whose_other_rounds_could_not_be_done_is_said_to_be_done_in_part() -> None:
    first, *others = made.results()
    found = words(results=(replace(first, status=Status.PARTLY), *(replace(one, status=Status.DONE) for one in others)))
    assert "ดำเนินการแล้ว ๒ มาตรการ และดำเนินการได้บางส่วน ๑ มาตรการ" in found["summary"]
    assert found["measures"][0]["status"] == "ดำเนินการได้บางส่วน"
    row = found["measures"][0]
    assert (row["text"], row["advice"]) == ("ดำเนินการได้บางส่วน", "ควรทบทวนมาตรการในส่วนที่ไม่สามารถดำเนินการได้")


@pytest.mark.parametrize(
    ("score", "previous", "expected"),
    [
        (
            "90",
            "85",
            "คะแนนเพิ่มขึ้นจาก ๘๕.๐๐ คะแนน เป็น ๙๐.๐๐ คะแนน (เพิ่มขึ้น ๕.๐๐ คะแนน) จึงควรดำเนินการตามมาตรการให้ครบถ้วนและต่อเนื่อง",
        ),
        (
            "84.99",
            "85",
            "คะแนนลดลงจาก ๘๕.๐๐ คะแนน เป็น ๘๔.๙๙ คะแนน (ลดลง ๐.๐๑ คะแนน) จึงควรทบทวนมาตรการและวิธีดำเนินการให้ตรงกับสาเหตุ",
        ),
        ("85", "85", "คะแนนคงเดิมที่ ๘๕.๐๐ คะแนน จึงควรรักษามาตรฐานการดำเนินงานไว้"),
        ("84", "84", "คะแนนคงเดิมที่ ๘๔.๐๐ คะแนน จึงควรปรับปรุงมาตรการให้เกิดผลชัดเจนยิ่งขึ้น"),
        ("100", None, "ได้คะแนน ๑๐๐ คะแนน ในปีงบประมาณ พ.ศ.\u00a0๒๕๖๕ ซึ่งไม่มีคะแนนของปีก่อนสำหรับเปรียบเทียบ"),
    ],
)
def test_how_the_score_of_an_indicator_moved(score: str, previous: str | None, expected: str) -> None:
    before = None if previous is None else Decimal(previous)
    whole = made.with_record(made.submission(), "scores", 0, score=Decimal(score), previous=before)
    assert words(scores=whole.scores)["indicators"][0]["text"] == expected


@pytest.mark.parametrize("score", ["90", "80", "85"])
def test_the_move_of_a_score_is_not_laid_to_measures_that_nobody_began(score: str) -> None:
    scores = made.with_record(made.submission(), "scores", 0, score=Decimal(score), previous=Decimal("85")).scores
    first, *others = made.results()
    for status, untouched in ((NOT_STARTED, True), (NOT_POSSIBLE, True), (UNDER_WAY, False)):
        text = words(scores=scores, results=(replace(first, status=Status(status)), *others))["indicators"][0]["text"]
        assert text.endswith("โดยไม่ได้ดำเนินการตามมาตรการของตัวชี้วัดนี้ จึงควรเร่งรัดการดำเนินการหรือทบทวนมาตรการ") is untouched


def test_without_last_years_scores_no_move_is_told() -> None:
    scores = tuple(replace(one, previous=None) for one in made.scores())
    assert words(scores=scores)["moves"] == ""


def test_what_is_done_comes_first_and_nothing_of_nought_is_told() -> None:
    assert words()["summary"] == (
        "จากมาตรการทั้งหมด ๓ มาตรการ ดำเนินการแล้ว ๒ มาตรการ และอยู่ระหว่างดำเนินการ ๑ มาตรการ"
        " โดยมาตรการที่ดำเนินการแล้วคิดเป็นร้อยละ ๖๖.๖๗"
    )


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((DONE, DONE, DONE), "ทั้งนี้ ไม่พบปัญหาหรืออุปสรรคในการดำเนินการ"),
        (
            (DONE, UNDER_WAY, NOT_STARTED),
            "ทั้งนี้ มีมาตรการที่ดำเนินการไม่แล้วเสร็จ ๒ มาตรการ ได้แก่ มาตรการของตัวชี้วัดที่ ๔"
            " ซึ่งควรนำไปประกอบการกำหนดมาตรการและการกำกับติดตามในปีงบประมาณ พ.ศ.\u00a0๒๕๖๖",
        ),
        (
            (NOT_POSSIBLE, DONE, UNDER_WAY),
            "ทั้งนี้ มีมาตรการที่ดำเนินการไม่แล้วเสร็จ ๒ มาตรการ ได้แก่ มาตรการของตัวชี้วัดที่ ๑ และตัวชี้วัดที่ ๔"
            " ซึ่งควรนำไปประกอบการกำหนดมาตรการและการกำกับติดตามในปีงบประมาณ พ.ศ.\u00a0๒๕๖๖",
        ),
    ],
)
def test_that_no_problem_was_met_is_told_only_where_every_measure_is_done(
    statuses: tuple[str, ...], expected: str
) -> None:
    results = tuple(
        replace(one, problem="", status=Status(status)) for one, status in zip(made.results(), statuses, strict=True)
    )
    assert words(results=results)["problems"] == expected


@pytest.mark.parametrize(("year", "code"), [(2566, "O43"), (2567, "O35"), (2568, "O28"), (2569, "O26")])
def test_the_report_names_the_item_of_the_packs_own_year(year: int, code: str) -> None:
    assert year in available()
    (item,) = words(fiscal_year=year)["items"]
    assert item["code"] == code


# The report


@pytest.mark.soak
def test_nothing_told_makes_no_report_and_says_so_where_it_was_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    assert "results.docx" not in produce(path, places.template_files(working=Path("templates"))).files
    requested = produce(path, TEMPLATES, frozenset({"results"}))
    assert not requested.files
    assert [(one.kind, one.severity.value) for one in requested.problems] == [("no-results", "error")]
    with_others = produce(path, TEMPLATES, frozenset({"results", "summary"}))
    assert set(with_others.files) == {"summary.xlsx"}
    assert [(one.kind, one.severity.value) for one in with_others.problems] == [("no-results", "warning")]


def test_the_report_stands_apart_from_the_pack(tmp_path: Path) -> None:
    row = (1, "จัดทำคู่มือเล่มพิเศษ", DONE, "", "", "ครบถ้วน")
    found = produce(workbook(tmp_path, row), places.template_files(working=Path("templates")))
    assert "จัดทำคู่มือเล่มพิเศษ" in text_of(found.files["results.docx"])
    assert "จัดทำคู่มือเล่มพิเศษ" not in text_of(found.files["pack.docx"])


def text_of(data: bytes) -> str:
    return "".join(node.text or "" for node in docx.Document(io.BytesIO(data)).element.body.iter("{*}t"))


# The tracker


def test_a_filled_tracker_gives_the_report(tmp_path: Path) -> None:
    found = from_tracker(tmp_path)
    rows = [[cell.text for cell in row.cells] for table in report(found).tables for row in table.rows[1:]][:4]
    assert [(row[1], row[2]) for row in rows] == [
        ("เผยแพร่คู่มือการปฏิบัติงานให้ประชาชนทราบ", "ดำเนินการแล้ว\nแล้วเสร็จ ๒ รอบ จากทั้งหมด ๒ รอบ"),
        (
            "จัดทำและเผยแพร่แผนการใช้จ่ายงบประมาณประจำปี",
            "อยู่ระหว่างดำเนินการ\nแล้วเสร็จ ๑ รอบ จากทั้งหมด ๒ รอบ",
        ),
        (
            "เผยแพร่หลักเกณฑ์การบริหารทรัพยากรบุคคล",
            "ไม่สามารถดำเนินการได้\nแล้วเสร็จ ๐ รอบ จากทั้งหมด ๒ รอบ",
        ),
        (
            "ปรับปรุงขั้นตอนการขอยืมทรัพย์สินของราชการ",
            "ยังไม่ดำเนินการ\nแล้วเสร็จ ๐ รอบ จากทั้งหมด ๒ รอบ",
        ),
    ]
    assert [row[6] for row in rows] == ["-", "ควรติดตามจนแล้วเสร็จ", "ควรทบทวนมาตรการ", "ควรเร่งรัดการดำเนินการ"]
    assert rows[0][3:6] == [
        "๑๕ มีนาคม ๒๕๖๕\n๒๐ กันยายน ๒๕๖๕",
        "รอบที่ ๑: เผยแพร่คู่มือแล้ว ๑๒ กระบวนงาน\nรอบที่ ๒: เผยแพร่คู่มือแล้ว ๑๕ กระบวนงาน\nหลักฐาน: กท ๐๐๐๑/๒๕",
        "-",
    ]
    assert rows[2][5] == "ไม่มีผู้รับผิดชอบ"


def test_what_was_not_done_for_no_reason_given_has_room_for_one_and_no_dash(tmp_path: Path) -> None:
    rows = ((1, "ก", DONE, "", "", "ครบถ้วน"), (2, "ข", NOT_STARTED), (3, "ค", NOT_POSSIBLE, "", "", "", "ขาดคน"))
    (table,) = report(produce(workbook(tmp_path, *rows), TEMPLATES, frozenset({"results"}))).tables
    assert [row.cells[5].text for row in table.rows[1:]] == ["-", "." * 18, "ขาดคน"]


def test_a_wrong_cell_of_the_tracker_is_told_at_it_and_keeps_all_back(tmp_path: Path) -> None:
    found = from_tracker(tmp_path, FILLED | {"I7": "เสร็จ", "K5": "xxx"})
    assert not found.files
    told = [(one.place.cell, one.kind) for one in found.problems if one.place.sheet == TRACKER_SHEET]
    assert told == [("I7", "not-in-list"), ("K5", "text-stand-in")]


def test_a_tracker_is_looked_at_beside_a_form_that_cannot_be_read_whole(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    book["คะแนน"][1][2] = "เจ็ดสิบ"
    path = kept_tracker(tmp_path / "tracker.xlsx", {"I7": "เสร็จ"})
    found = produce(made_workbook.save(book, tmp_path), TEMPLATES, tracker=path).problems
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert [(one.place.file, one.place.cell, one.kind) for one in errors] == [
        ("", "C2", "not-a-score"),
        ("tracker.xlsx", "I7", "not-in-list"),
    ]


@pytest.mark.parametrize(
    ("cell", "typed"),
    [("K5", "มกราคม – มีนาคม 2565"), ("K5", "ผลการดำเนินการ"), ("K5", 0.92), ("L5", "15 มีนาคม 2565"), ("M5", "หลักฐาน")],
)
def test_what_is_another_columns_is_told_in_a_tracker_too(tmp_path: Path, cell: str, typed: object) -> None:
    found = from_tracker(tmp_path, FILLED | {cell: typed}).problems
    assert (cell, "text-of-another-column") in {(one.place.cell, one.kind) for one in found} or cell == "M5"
    assert (cell, "evidence-not-named") in {(one.place.cell, one.kind) for one in found} or cell != "M5"


def test_rounds_under_way_may_say_the_same(tmp_path: Path) -> None:
    cells = {f"{column}{row}": text for row in (5, 6) for column, text in (("I", UNDER_WAY), ("K", "ปรับปรุงแล้ว 2 ระบบ"))}
    found = from_tracker(tmp_path, FILLED | cells | {"J5": None, "J6": None}).problems
    assert "repeated-text" not in {one.kind for one in found if one.place.cell == "D6"}


def test_a_file_that_is_no_tracker_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xlsx"
    openpyxl.Workbook().save(path)
    (problem,) = produce(workbook(tmp_path), TEMPLATES, frozenset({"results"}), tracker=path).problems
    assert problem.kind == "file-not-tracker"
    assert problem.message.count("wrong.xlsx") == 1


def test_a_tracker_of_another_year_is_told_and_not_used(tmp_path: Path) -> None:
    found = from_tracker(tmp_path, FILLED, 2566)
    assert not found.files
    (problem,) = found.problems
    assert (problem.kind, problem.severity, problem.found) == ("tracker-of-other-year", Severity.ERROR, "tracker.xlsx")
    assert problem.hint.endswith("ให้ตรวจสอบว่าใช้แบบกรอกของปีงบประมาณ พ.ศ. 2567")


def test_the_tracker_goes_before_the_sheet_and_that_is_told(tmp_path: Path) -> None:
    found = from_tracker(tmp_path, FILLED, 2565, (1, "จากชีต", DONE, "", "", "ครบถ้วน"))
    others = {(one.kind, one.place.sheet) for one in found.problems if one.kind != "tracker-no-reason"}
    assert others == {("results-from-tracker", SHEET), AGAIN}
    assert "จากชีต" not in text_of(found.files["results.docx"])


def test_each_measure_that_was_not_begun_for_no_reason_given_is_told_once(tmp_path: Path) -> None:
    found = from_tracker(tmp_path, FILLED | {"L11": "รอระเบียบใหม่"})
    assert {(one.kind, one.place.sheet) for one in found.problems} == {("tracker-no-reason", TRACKER_SHEET), AGAIN}
    told = [one.place.cell for one in found.problems if one.place.sheet == TRACKER_SHEET]
    assert told == ["L13", "L15", "L17", "L19", "L21", "L23"]


@pytest.mark.parametrize(
    ("cells", "kind", "cell"),
    [
        ({"K6": "xxx"}, "text-stand-in", "K6"),
        ({"K6": "〃"}, "text-stand-in", "K6"),
        ({"K6": "ดำเนินการเเล้ว"}, "double-sara-e", "K6"),
        ({"M6": "(รอตรวจสอบ)"}, "text-stand-in", "M6"),
        ({"K5": "แจ้งผลปี ๒๕๖๒"}, "year-left-over", "K5"),
    ],
)
def test_a_text_of_the_tracker_is_looked_at_as_one_of_the_form_is(
    tmp_path: Path, cells: dict[str, object], kind: str, cell: str
) -> None:
    plain, changed = (from_tracker(tmp_path, FILLED | one).problems for one in ({}, cells))
    (problem,) = [one for one in changed if one not in plain]
    assert (problem.kind, problem.place.sheet, problem.place.cell) == (kind, TRACKER_SHEET, cell)
    assert problem.message.startswith("ในไฟล์ติดตาม tracker.xlsx ")


def test_what_the_tracker_tells_of_a_cell_is_not_told_again_and_what_the_form_holds_is_told_there(
    tmp_path: Path,
) -> None:
    problems = from_tracker(tmp_path, FILLED | {"J7": "1/3/2562"}).problems
    assert [one.kind for one in problems if one.place.cell == "J7"] == ["tracker-date-outside-year"]
    again = [one for one in problems if (one.kind, one.place.sheet) == AGAIN]
    assert again
    assert not [one for one in again if one.place.file or "ไฟล์ติดตาม" in one.message]


def test_what_was_done_after_the_report_is_told_at_the_day_of_its_round(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    heading = GENERAL.field("report_date").heading
    (row,) = [row for row in book[GENERAL.name] if row[0] == heading]
    row[1] = "1 สิงหาคม 2565"
    kept = kept_tracker(tmp_path / "tracker.xlsx", FILLED)
    found = produce(made_workbook.save(book, tmp_path), TEMPLATES, frozenset({"results"}), tracker=kept)
    assert [one.place.cell for one in found.problems if one.kind == "result-after-report"] == ["J6"]


def test_rounds_of_a_tracker_that_say_there_was_no_obstacle_tell_of_none(tmp_path: Path) -> None:
    rounds = {"L5": "ไม่มี", "L6": "ไม่พบปัญหา"}
    path = kept_tracker(tmp_path / "tracker.xlsx", FILLED | rounds)
    results, _ = tracker.read(path, load(2565))
    assert tracker.measure_results(results)[0].problem == ""


def test_an_untouched_tracker_reports_that_nothing_was_begun(tmp_path: Path) -> None:
    found = from_tracker(tmp_path, {})
    assert "ยังไม่ดำเนินการ ๑๐ มาตรการ โดยมาตรการที่ดำเนินการแล้วคิดเป็นร้อยละ ๐.๐๐" in text_of(found.files["results.docx"])


# The command


def ita_docs(*arguments: object) -> Any:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def offices(folder: Path, *names: str) -> Path:
    (folder / "in").mkdir()
    for name in names:
        made_workbook.save({**made_workbook.sheets(), SHEET: [made_workbook.sheets()[SHEET][0]]}, folder / "in", name)
    return folder / "in"


@pytest.mark.soak
def test_a_tracker_of_one_office(tmp_path: Path) -> None:
    inputs = offices(tmp_path, "a.xlsx")
    kept = kept_tracker(tmp_path / "tracker.xlsx", FILLED)
    command = ("build", inputs, "--out", tmp_path / "out", "--tracker", kept)
    assert ita_docs(*command).exit_code == 0
    assert (tmp_path / "out/a/results.docx").exists()
    assert "ไม่มีการเปลี่ยนแปลง" in ita_docs(*command).output
    kept_tracker(kept, {**FILLED, "K7": "เผยแพร่แผนทางเว็บไซต์"})
    assert "ไฟล์ติดตาม tracker.xlsx เปลี่ยนไป" in ita_docs(*command, "--why").output


def test_a_wrong_cell_of_the_tracker_is_told_to_who_gave_the_command(tmp_path: Path) -> None:
    inputs = offices(tmp_path, "a.xlsx")
    kept = kept_tracker(tmp_path / "tracker.xlsx", {"I7": "เสร็จ"})
    result = ita_docs("build", inputs, "--out", tmp_path / "out", "--tracker", kept)
    assert result.exit_code == 1
    assert "ชีต ติดตามมาตรการ I7: ในไฟล์ติดตาม tracker.xlsx “" in result.output
    assert {path.name for path in (tmp_path / "out/a").glob("*.*x")} == {"tracker_marked.xlsx"}
    marked = openpyxl.load_workbook(tmp_path / "out/a/tracker_marked.xlsx")
    listed = marked.worksheets[0]
    assert listed["A1"].value == "รายการที่ต้องแก้ไขและควรตรวจสอบในไฟล์ติดตาม"
    assert str(listed["E5"].value).startswith("ในไฟล์ติดตาม tracker.xlsx “")
    assert str(marked["ติดตามมาตรการ"]["I7"].comment.text).startswith("[ต้องแก้ไข] ในไฟล์ติดตาม")
    kept_tracker(kept, FILLED)
    assert ita_docs("build", inputs, "--out", tmp_path / "out", "--tracker", kept).exit_code == 0
    assert not (tmp_path / "out/a/tracker_marked.xlsx").exists()


def test_a_tracker_of_one_office_is_not_for_several(tmp_path: Path) -> None:
    inputs = offices(tmp_path, "a.xlsx", "b.xlsx")
    kept = kept_tracker(tmp_path / "tracker.xlsx", FILLED)
    result = ita_docs("build", inputs, "--out", tmp_path / "out", "--tracker", kept)
    assert result.exit_code == 2
    assert "มีแบบกรอกหลายไฟล์ ให้ระบุโฟลเดอร์ของไฟล์ติดตาม" in result.output


def test_a_folder_of_trackers_gives_each_office_its_own(tmp_path: Path) -> None:
    inputs = offices(tmp_path, "a.xlsx", "b.xlsx")
    (tmp_path / "kept").mkdir()
    kept_tracker(tmp_path / "kept/b.xlsx", FILLED)
    result = ita_docs("build", inputs, "--out", tmp_path / "out", "--tracker", tmp_path / "kept", "--jobs", "1")
    assert result.exit_code == 0
    assert not (tmp_path / "out/a/results.docx").exists()
    assert (tmp_path / "out/b/results.docx").exists()


def test_no_measure_of_the_report_breaks_over_two_pages(tmp_path: Path) -> None:
    rows = list(report(from_tracker(tmp_path)).element.body.iter("{*}tr"))
    assert len(rows) > 10
    assert all(next(row.iter("{*}cantSplit"), None) is not None for row in rows)


def test_measures_followed_up_each_month_fill_their_pages() -> None:
    months = "\n".join(f"รอบที่ {n}: จัดประชุมติดตามครั้งที่ {n} และรายงานผู้บริหารแล้ว" for n in range(1, 13))
    days = "\n".join(f"{day} กุมภาพันธ์ 2565" for day in range(1, 13))
    whole = made.submission()
    found = tuple(
        replace(whole.results[0], indicator=one.indicator, action=one.actions[0], result=months, period=days)
        for one in whole.measures
    )
    package = make("results", TEMPLATES["results"], context(replace(whole, results=found)), Settings()).package
    assert package is not None
    pages = paginate(measure(package))
    assert len(pages) == 7
    height = measure(package).parts[0].section.height
    assert all(page.filled > height / 2 for page in pages[:-1])


@pytest.mark.parametrize(
    ("period", "kind", "found"),
    [
        ("15 มีนาคม 2566", "result-outside-year", "15 มีนาคม 2566"),
        ("ต.ค. – ธ.ค. 2565", "result-outside-year", "ต.ค."),
        ("15 ม.ค. 2565\n2 ต.ค. 2565", "result-outside-year", "2 ต.ค. 2565"),
        ("ม.ค. – ก.ย. 2565", "result-after-report", "ก.ย. 2565"),
        ("ม.ค. – ส.ค. 2565", "", ""),
        ("ไตรมาสที่ 2", "", ""),
    ],
)
def test_when_a_measure_was_carried_out_is_of_its_year_and_before_the_report(
    period: str, kind: str, found: str
) -> None:
    whole = made.with_record(made.submission(), "results", 0, period=period)
    whole = replace(whole, papers=replace(whole.papers, report_date=datetime.date(2022, 8, 15), source=made.general()))
    place = whole.results[0].source.at("period")
    assert reported(whole) == ([("warning", kind, place.sheet, place.cell, found)] if kind else [])


def test_what_was_done_may_have_had_its_problems() -> None:
    for problem in ("ไม่สามารถเก็บข้อมูลได้ครบทุกฝ่าย", "ยังไม่ทั่วถึง"):
        assert reported(made.with_record(made.submission(), "results", 0, problem=problem)) == []


def test_the_evidence_is_no_younger_than_the_report() -> None:
    for day, told in (("22 พฤศจิกายน 2565", []), ("23 พฤศจิกายน 2565", ["23 พฤศจิกายน 2565"])):
        whole = made.with_record(made.submission(), "results", 0, evidence=f"หนังสือลงวันที่ {day}")
        assert reported(whole) == []
        dated = replace(whole, papers=made.papers())
        assert reported(dated) == [("warning", "result-after-report", SHEET, "I2", one) for one in told]
