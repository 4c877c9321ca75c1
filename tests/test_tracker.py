"""The follow-up tracker: its plan, its live counts, its calendar, and reading a filled one back."""

from __future__ import annotations

import datetime
import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import made
from ita_docs.excel import tracker
from ita_docs.excel.tracker import reader, rounds
from ita_docs.excel.tracker.form import TRACKER, tracker_form
from ita_docs.excel.tracker.rounds import plan, units
from ita_docs.framework.load import load
from ita_docs.model import CHOICES, Status, Submission
from ita_docs.workbook.cell_problems import NOT_CHOICE, NOT_DATE
from ita_docs.workbook.concealed import ROW_HIDDEN
from ita_docs.workbook.headings import COLUMN_MISSING
from made_workbook import opened
from officefiles.problems import Place, Problem
from schemas import schema_errors
from thaipages.pdf import office

RULES = load(2565)
OWN = load(2566)
"""The rules of the assessed year, and of the pack's own, whose measures the tracker follows up."""
DAY = datetime.date(2023, 4, 1)
"""The day of making, on which the first half of the year is over."""
SHEET = "ติดตามมาตรการ"
LETTERS = {field.name: "ABCDEFGHIJKLM"[column] for column, field in enumerate(TRACKER.fields)}
FIRST = 5
"""The row of the first item."""


def office_with(*frequencies: str) -> Submission:
    """The made submission with the frequencies of its first measures changed."""
    whole = made.submission()
    for index, frequency in enumerate(frequencies):
        whole = made.with_record(whole, "measures", index, frequency=frequency)
    return whole


def filled(tmp_path: Path, cells: Mapping[str, object], whole: Submission | None = None) -> Path:
    """A tracker whose cells were filled in as staff do, saved by another program."""
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(tracker.build(whole or made.submission(), RULES, DAY))
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[SHEET][cell] = value
    book.save(path)
    return path


# The plan


def test_every_action_has_a_row_for_each_round_of_its_frequency() -> None:
    whole = office_with("ทุกไตรมาส", "ครั้งเดียว", "ปีละ ๒ ครั้ง", "เมื่อมีเหตุ")
    whole = made.with_record(whole, "measures", 1, actions=("ก", "ข"))
    rounds = plan(whole)
    assert [(one.code, one.due and one.due.isoformat()) for one in rounds][:9] == [
        ("1-1-1", "2022-12-31"),
        ("1-1-2", "2023-03-31"),
        ("1-1-3", "2023-06-30"),
        ("1-1-4", "2023-09-30"),
        ("2-1-1", "2023-09-30"),
        ("2-2-1", "2023-09-30"),
        ("3-1-1", "2023-03-31"),
        ("3-1-2", "2023-09-30"),
        ("4-1-1", None),
    ]
    assert [one.action for one in rounds[4:6]] == ["ก", "ข"]
    assert len({one.code for one in rounds}) == len(rounds)


def test_the_units_of_a_text() -> None:
    assert units(["ฝ่ายปกครอง/ ทุกฝ่าย", "ฝ่ายการคลัง", "ทุกฝ่าย, ฝ่ายโยธา", ""]) == (
        "ฝ่ายปกครอง",
        "ทุกฝ่าย",
        "ฝ่ายการคลัง",
        "ฝ่ายโยธา",
    )


# The file


def test_the_file_opens_cleanly_and_is_the_same_on_every_run() -> None:
    whole = office_with("ทุกเดือน", "ตลอดปี")
    data = tracker.build(whole, RULES, DAY)
    assert data == tracker.build(whole, RULES, DAY)
    assert schema_errors(data) == []


def test_text_that_looks_like_a_formula_stays_text() -> None:
    whole = made.with_record(made.submission(), "measures", 0, actions=("=1+1",), responsible="@ฝ่าย")
    book = openpyxl.load_workbook(io.BytesIO(tracker.build(whole, RULES, DAY)))
    cell, unit = book[SHEET][f"{LETTERS['action']}{FIRST}"], book["สรุปตามผู้รับผิดชอบ"]["A5"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert (unit.value, unit.data_type) == ("@ฝ่าย", "s")


def test_the_status_is_chosen_from_a_list() -> None:
    sheet = opened(tracker.build(made.submission(), RULES, DAY))[SHEET]
    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    assert [(str(one.sqref), one.formula1) for one in lists] == [
        ("I5:I34", '"ยังไม่ดำเนินการ,อยู่ระหว่างดำเนินการ,ดำเนินการแล้ว,ไม่สามารถดำเนินการได้"')
    ]


def counts(sheet: Any) -> dict[str, list[object]]:
    return {row[0]: list(row[1:]) for row in sheet.iter_rows(min_row=5, values_only=True) if row[1] is not None}


def test_the_counts_by_unit_as_written_are_those_of_the_day_of_making() -> None:
    book = openpyxl.load_workbook(io.BytesIO(tracker.build(made.submission(), RULES, DAY)), data_only=True)
    assert counts(book["สรุปตามผู้รับผิดชอบ"]) == {
        "ฝ่ายปกครอง": [10, 10, 0, 0, 0, 5, 0],
        "ฝ่ายการคลัง": [4, 4, 0, 0, 0, 2, 0],
        "ทุกฝ่าย": [4, 4, 0, 0, 0, 2, 0],
        "ฝ่ายทะเบียน": [2, 2, 0, 0, 0, 1, 0],
        "ฝ่ายเทศกิจ": [2, 2, 0, 0, 0, 1, 0],
        "รวมทุกรายการ": [20, 20, 0, 0, 0, 10, 0],
    }
    last = datetime.date(2023, 3, 31)
    book = openpyxl.load_workbook(io.BytesIO(tracker.build(made.submission(), RULES, last)), data_only=True)
    assert counts(book["สรุปตามผู้รับผิดชอบ"])["รวมทุกรายการ"] == [20, 20, 0, 0, 0, 0, 0]


def test_formulas_are_protected_without_a_password_and_nothing_else_is() -> None:
    book = openpyxl.load_workbook(io.BytesIO(tracker.build(made.submission(), RULES, DAY)))
    plan_, units_, guide = book.worksheets
    assert [sheet.protection.sheet for sheet in (plan_, units_, guide)] == [False, True, False]
    assert units_.protection.password is None
    assert not any((units_.protection.formatCells, units_.protection.insertRows, units_.protection.autoFilter))
    cells = [cell for row in units_.iter_rows(min_row=4, max_row=10) for cell in row if cell.value is not None]
    assert {(cell.data_type == "f", cell.protection.locked) for cell in cells} == {(True, True), (False, False)}


def test_what_is_due_has_signs_beside_its_colour() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(tracker.build(made.submission(), RULES, DAY)))[SHEET]
    due = next(one for one in sheet.conditional_formatting if str(one.sqref) == "H5:H34")
    assert [(rule.dxf.numFmt.formatCode, rule.dxf.fill.bgColor.rgb) for rule in due.rules] == [
        ('[$-107041E]"!! "d mmm yyyy;@', "FFF8CBAD"),
        ('[$-107041E]"! "d mmm yyyy;@', "FFFFE699"),
    ]
    assert [rule.priority for rule in due.rules] == [1, 2]  # before those of the whole row


@pytest.mark.office
def test_libreoffice_counts_a_filled_tracker_anew(tmp_path: Path) -> None:
    whole = made.with_record(made.submission(), "measures", 9, responsible="ฝ่าย*ก~ข?")
    far = datetime.date(2999, 9, 30)
    cells: dict[str, object] = {f"H{row}": far for row in range(FIRST, FIRST + 20)}
    cells |= {"I5": Status.DONE.value, "I6": Status.UNDER_WAY.value, "I7": Status.NOT_POSSIBLE.value}
    cells |= {"H6": datetime.date(2023, 3, 31), "H7": datetime.date(2023, 3, 31), "H8": datetime.date(2023, 3, 31)}
    path = filled(tmp_path, cells, whole)
    folder = tmp_path / "counted"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office.find()), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = counts(openpyxl.load_workbook(folder / "tracker.xlsx", data_only=True)["สรุปตามผู้รับผิดชอบ"])
    assert found["ฝ่ายปกครอง"] == [10, 8, 1, 1, 0, 1, 0.1]
    assert found["ฝ่ายการคลัง"] == [4, 3, 0, 0, 1, 1, 0]
    assert found["ฝ่าย*ก~ข?"] == [2, 2, 0, 0, 0, 0, 0]
    assert found["รวมทุกรายการ"] == [20, 17, 1, 1, 1, 2, 0.05]


# Reading back


def test_an_unfilled_tracker_reads_back_as_its_plan(tmp_path: Path) -> None:
    whole = made.submission()
    results, problems = tracker.read(filled(tmp_path, {}), OWN)
    assert problems == ()
    assert [
        (one.code, one.indicator, one.indicator_name, one.action, one.responsible, one.frequency, one.number, one.due)
        for one in results
    ] == [
        (one.code, one.indicator, one.indicator_name, one.action, one.responsible, one.frequency, one.number, one.due)
        for one in plan(whole)
    ]
    assert {one.status for one in results} == {Status.NOT_STARTED}


def test_a_filled_row_reads_back_as_it_was_typed(tmp_path: Path) -> None:
    cells = {
        "I6": "ดำเนินการแล้ว",
        "J6": "๑๕ มีนาคม ๒๕๖๖",
        "K6": "เผยแพร่คู่มือแล้ว\n3 ช่องทาง",
        "L6": "-",
        "M6": "https://example.go.th/a",
    }
    results, problems = tracker.read(filled(tmp_path, cells), OWN)
    one = results[1]
    assert problems == ()
    assert (one.status, one.done) == (Status.DONE, datetime.date(2023, 3, 15))
    assert (one.result, one.problem, one.evidence) == ("เผยแพร่คู่มือแล้ว\n3 ช่องทาง", "", "https://example.go.th/a")
    assert one.source.at("result") == Place(SHEET, "K6")


def test_a_result_that_is_a_number_reads_back_as_it_is_shown(tmp_path: Path) -> None:
    path = filled(tmp_path, {"I6": "ดำเนินการแล้ว", "K6": 0.925})
    book = openpyxl.load_workbook(path)
    book[SHEET]["K6"].number_format = "0.0%"
    book.save(path)
    assert tracker.read(path, OWN)[0][1].result == "92.5%"


def test_a_row_that_the_office_added_needs_no_code(tmp_path: Path) -> None:
    cells = {"B25": 3, "D25": "อบรมเพิ่มเติม", "E25": "ฝ่ายปกครอง", "G25": 1, "I25": "ดำเนินการแล้ว", "K25": "อบรม 1 ครั้ง"}
    results, problems = tracker.read(filled(tmp_path, cells), OWN)
    assert problems == ()
    assert (results[-1].code, results[-1].indicator, results[-1].action) == ("", 3, "อบรมเพิ่มเติม")


HEADING = {field.name: field.heading for field in TRACKER.fields}


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (
            {"I7": "เสร็จ"},
            NOT_CHOICE.at(Place(SHEET, "I7"), "เสร็จ", heading=HEADING["status"], choices=", ".join(CHOICES)),
        ),
        ({"J7": "31/2/2566"}, NOT_DATE.at(Place(SHEET, "J7"), "31/2/2566", heading=HEADING["done"])),
        ({"B7": 11}, reader.INDICATOR_UNKNOWN.at(Place(SHEET, "B7"), 11, last=10)),
        ({"A8": "1-1-1"}, reader.CODE_TWICE.at(Place(SHEET, "A8"), "1-1-1", first="A5")),
        ({"D4": None}, COLUMN_MISSING.at(Place(SHEET, "A4"), heading=HEADING["action"])),
    ],
)
def test_a_wrong_cell_is_told_at_its_place(tmp_path: Path, cells: dict[str, object], problem: Problem) -> None:
    assert tracker.read(filled(tmp_path, cells), OWN)[1] == (problem,)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"I7": "ดำเนินการแล้ว"}, reader.NO_RESULT.at(Place(SHEET, "K7"), status="ดำเนินการแล้ว")),
        ({"I7": "ไม่สามารถดำเนินการได้"}, reader.NO_REASON.at(Place(SHEET, "L7"), status="ไม่สามารถดำเนินการได้")),
        (
            {"J7": datetime.date(2023, 3, 1)},
            reader.STATUS_BEHIND.at(Place(SHEET, "I7"), "ยังไม่ดำเนินการ", status="ยังไม่ดำเนินการ"),
        ),
        (
            {"H7": datetime.date(2023, 10, 1)},
            reader.OUTSIDE_YEAR.at(Place(SHEET, "H7"), "1 ตุลาคม 2566", heading=HEADING["due"], year=2566, before=2565),
        ),
        (
            {"I7": "ดำเนินการแล้ว", "J7": datetime.date(2022, 9, 30), "K7": "ครบถ้วน"},
            reader.OUTSIDE_YEAR.at(
                Place(SHEET, "J7"), "30 กันยายน 2565", heading=HEADING["done"], year=2566, before=2565
            ),
        ),
        ({"D8": "อื่น"}, reader.OTHER_ACTION.at(Place(SHEET, "D8"), "2-1", first="D7")),
        (
            {"B8": 4},
            reader.OTHER_INDICATOR.at(Place(SHEET, "B8"), "การใช้งบประมาณ", number=4, right=2),
        ),
        ({"G8": 1}, reader.OTHER_ROUND.at(Place(SHEET, "G8"), 1, code="2-1-2", right=2)),
        ({"A7": None}, reader.ROW_GONE.at(Place(SHEET, "A8"), "2-1-2", before="1-1-2")),
        ({"A5": None}, reader.ROW_GONE.at(Place(SHEET, "A6"), "1-1-2", before="-")),
    ],
)
def test_a_doubtful_cell_is_told_and_keeps_nothing_back(
    tmp_path: Path, cells: dict[str, object], problem: Problem
) -> None:
    results, problems = tracker.read(filled(tmp_path, cells), OWN)
    assert problems == (problem,)
    assert len(results) == 20


def test_a_row_that_is_hidden_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path, {})
    book = openpyxl.load_workbook(path)
    book[SHEET].row_dimensions[7].hidden = True
    book.save(path)
    assert tracker.read(path, OWN)[1] == (ROW_HIDDEN.at(Place(SHEET, "A7")),)


def test_the_tracker_of_another_office_is_told(tmp_path: Path) -> None:
    path, own = filled(tmp_path, {}), made.submission().office.name
    for written in (own, own.replace("สำนักงานเขต", "สนข."), own.replace("สำนักงานเขต", "สำนักงานเขต ")):
        assert tracker.read(path, OWN, written)[1] == ()
    told = reader.OTHER_OFFICE.at(Place(SHEET, "A2"), own, office="สำนักงานเขตอื่น")
    assert tracker.read(path, OWN, "สำนักงานเขตอื่น")[1] == (told,)


def test_a_code_that_excel_made_a_date_is_told(tmp_path: Path) -> None:
    _, problems = tracker.read(filled(tmp_path, {"A6": datetime.date(2001, 1, 2)}), OWN)
    assert ("A6", "not-words") in {(one.place.cell, one.kind) for one in problems}


def test_several_wrong_cells_are_told_at_once(tmp_path: Path) -> None:
    _, problems = tracker.read(filled(tmp_path, {"I5": "ก", "J6": "ข", "B7": 0, "G8": "ค"}), OWN)
    assert [problem.place.cell for problem in problems] == ["I5", "J6", "B7", "G8"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"", "file-empty"), (b"not a workbook", "file-not-workbook"), (None, "file-not-found")],
)
def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, content: bytes | None, kind: str) -> None:
    path = tmp_path / "tracker.xlsx"
    if content is not None:
        path.write_bytes(content)
    results, problems = tracker.read(path, OWN)
    assert results == ()
    assert [problem.kind for problem in problems] == [kind]


def test_another_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    assert tracker.read(path, OWN) == ((), (reader.NOT_TRACKER.at(Place(), "other.xlsx", sheet=SHEET),))


def test_a_tracker_without_a_row_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path, {})
    book = openpyxl.load_workbook(path)
    book[SHEET].delete_rows(5, book[SHEET].max_row)
    book.save(path)
    results, problems = tracker.read(path, OWN)
    assert (results, [problem.kind for problem in problems]) == ((), ["sheet-empty"])


@pytest.mark.parametrize(
    ("frequency", "period", "due"),
    [
        ("ทุกเดือน", "ม.ค. - มี.ค. 2566", ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("ทุกไตรมาส", "ก.พ. – ก.ค. 2566", ["2023-03-31", "2023-06-30", "2023-07-31"]),
        ("ปีละ 2 ครั้ง", "ต.ค. 2565 – มิ.ย. 2566", ["2023-03-31", "2023-06-30"]),
        ("ปีละ 1 ครั้ง", "ภายใน 31 มกราคม 2566", ["2023-01-31"]),
        ("ทุกไตรมาส", "ตลอดปีงบประมาณ", ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        ("ปีละ 1 ครั้ง", "ม.ค. – มี.ค. 2568", ["2023-09-30"]),
        ("เมื่อมีการร้องเรียน", "ม.ค. - มี.ค. 2566", [None]),
    ],
)
def test_rounds_lie_within_the_period_of_the_measure(frequency: str, period: str, due: list[str | None]) -> None:
    """A period that cannot be read, or is of another year, leaves the rounds as the frequency says."""
    whole = made.with_record(made.submission(), "measures", 0, frequency=frequency, period=period)
    found = [one.due.isoformat() if one.due else None for one in plan(whole) if one.indicator == 1]
    assert found == due


def test_no_round_is_due_before_the_order() -> None:
    whole = made.with_record(made.submission(), "measures", 0, frequency="ทุกเดือน", period="")
    first, *_ = (one for one in plan(whole) if one.indicator == 1)
    assert (first.code, first.number, first.due) == ("1-1-1", 1, datetime.date(2022, 11, 30))


# The calendar


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_has_an_event_for_each_due_date_and_unit() -> None:
    lines = unfolded(tracker.calendar(made.submission()))
    starts = [line.removeprefix("DTSTART;VALUE=DATE:") for line in lines if line.startswith("DTSTART")]
    assert starts == ["20230331"] * 5 + ["20230930"] * 5
    assert [line for line in lines if line.startswith("SUMMARY")][:2] == [
        "SUMMARY:ครบกำหนดติดตามมาตรการ ITA: ฝ่ายปกครอง (4 รายการ)",
        "SUMMARY:ครบกำหนดติดตามมาตรการ ITA: ฝ่ายการคลัง (2 รายการ)",
    ]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 10
    assert lines.count("TRIGGER:-P6DT15H") == lines.count("TRIGGER:-PT15H") == 10
    assert len({line for line in lines if line.startswith("UID:")}) == 10
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")


def test_the_form_of_a_year_and_the_plan_of_an_office_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made_of = list[str]()
    monkeypatch.setattr(rounds, "due_dates", lambda frequency, _year: made_of.append(frequency))
    whole = made.submission()
    tracker.build(whole, RULES, DAY)
    tracker.calendar(whole)
    assert made_of == [measure.frequency for measure in whole.measures]
    assert tracker_form(RULES) is tracker_form(RULES)


def test_an_event_lasts_the_day_it_is_due() -> None:
    """The end of an all-day event is the day after (RFC 5545, 3.6.1)."""
    lines = unfolded(tracker.calendar(made.submission()))
    days = [line.partition(":") for line in lines if line.startswith(("DTSTART", "DTEND"))]
    assert {(start[2], end[2]) for start, end in zip(days[::2], days[1::2], strict=True)} == {
        ("20230331", "20230401"),
        ("20230930", "20231001"),
    }


def test_the_calendar_escapes_text_and_folds_lines_between_characters() -> None:
    action = "ก,ข;ค\\ง " + "ยาวมาก" * 40
    whole = made.with_record(made.submission(), "measures", 0, actions=(action,))
    data = tracker.calendar(whole)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "ก\\,ข\\;ค\\\\ง ยาวมาก" in "\n".join(unfolded(data))
    assert data == tracker.calendar(whole)


def test_an_action_without_a_due_date_is_not_in_the_calendar() -> None:
    whole = replace(made.submission(), measures=made.measures()[:1])
    assert b"VEVENT" not in tracker.calendar(made.with_record(whole, "measures", 0, frequency="เมื่อมีเหตุ"))
    assert rounds.calendar(whole).count(b"BEGIN:VEVENT") == 2


# Taken together


@pytest.mark.parametrize(
    ("rounds", "taken"),
    [
        ((Status.DONE, Status.DONE), Status.DONE),
        ((Status.NOT_STARTED, Status.NOT_STARTED), Status.NOT_STARTED),
        ((Status.NOT_POSSIBLE, Status.NOT_POSSIBLE), Status.NOT_POSSIBLE),
        ((Status.UNDER_WAY, Status.UNDER_WAY), Status.UNDER_WAY),
        ((Status.DONE, Status.NOT_STARTED), Status.UNDER_WAY),
        ((Status.NOT_POSSIBLE, Status.DONE), Status.PARTLY),
        ((Status.NOT_POSSIBLE, Status.DONE, Status.NOT_STARTED), Status.UNDER_WAY),
        ((Status.UNDER_WAY, Status.NOT_STARTED), Status.UNDER_WAY),
        ((Status.NOT_STARTED, Status.UNDER_WAY), Status.UNDER_WAY),
        ((Status.UNDER_WAY, Status.NOT_POSSIBLE), Status.UNDER_WAY),
        ((Status.NOT_STARTED, Status.NOT_POSSIBLE), Status.NOT_STARTED),
    ],
)
def test_where_a_measure_stands_when_its_rounds_are_taken_together(rounds: tuple[Status, ...], taken: Status) -> None:
    results = [
        reader.Result(
            code=f"1-1-{number}",
            indicator=1,
            indicator_name="",
            action="ก",
            responsible="",
            frequency="",
            number=number,
            due=None,
            status=status,
            done=None,
            result="",
            problem="",
            evidence="",
        )
        for number, status in enumerate(rounds, start=1)
    ]
    (measure,) = tracker.measure_results(results)
    assert measure.status is taken


def test_what_was_written_alike_in_several_rounds_is_said_once() -> None:
    def of_rounds(*texts: str) -> str:
        results = [
            reader.Result(
                code="",
                indicator=1,
                indicator_name="",
                action="ก",
                responsible="",
                frequency="",
                number=number,
                due=None,
                status=Status.DONE,
                done=None,
                result=text,
                problem="",
                evidence="",
            )
            for number, text in enumerate(texts, start=1)
        ]
        return tracker.measure_results(results)[0].result

    assert of_rounds("ข", "ข", "ค", "ข", "", "ค") == "รอบที่ 1–2, 4: ข\nรอบที่ 3, 6: ค"
    assert of_rounds("ข", "", "ข") == "ข"
    assert of_rounds("", "") == ""


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (["2022-03-15", "2022-09-20"], "15 มีนาคม 2565\n20 กันยายน 2565"),
        (["2021-10-05", "2022-09-30", "2022-01-10"], "ต.ค. 2564 – ก.ย. 2565 (3 รอบ)"),
        (["2022-01-10", "2022-01-20", "2022-01-30"], "ม.ค. 2565"),
    ],
)
def test_the_days_of_more_rounds_than_two_are_the_months_from_the_first_to_the_last(
    tmp_path: Path, days: list[str], period: str
) -> None:
    results, _ = tracker.read(filled(tmp_path, {}), OWN)
    rounds = [replace(results[0], number=n, done=datetime.date.fromisoformat(day)) for n, day in enumerate(days, 1)]
    assert tracker.measure_results(rounds)[0].period == period


def test_a_measure_of_one_round_is_that_round_and_one_of_several_stands_where_its_first_does(tmp_path: Path) -> None:
    whole = made.with_record(made.submission(), "measures", 0, frequency="ปีละ 1 ครั้ง")
    results, problems = tracker.read(filled(tmp_path, {"I5": Status.DONE.value, "K5": "ครบ"}, whole), OWN)
    assert problems == ()
    once, twice, *_ = tracker.measure_results(results)
    assert (once.indicator, once.status, once.done, once.result) == (1, Status.DONE, "", "ครบ")
    assert (twice.indicator, twice.status, str(twice.source.at("result"))) == (2, Status.NOT_STARTED, f"ชีต {SHEET} K6")
    assert twice.done == "แล้วเสร็จ 0 รอบ จากทั้งหมด 2 รอบ"


def test_a_tracker_whose_headings_are_gone_is_told(tmp_path: Path) -> None:
    results, problems = tracker.read(filled(tmp_path, {f"{letter}4": None for letter in "ABCDEFGHIJKLM"}), OWN)
    assert (results, [problem.kind for problem in problems]) == ((), ["headings-missing"])
