"""The software as a library: from bytes, in an empty folder, with nothing printed, written or looked at."""

from __future__ import annotations

import doctest
import io
from pathlib import Path

import openpyxl
import pytest

import ita_docs
from ita_docs import api
from ita_docs.workbook.new import NoFormError
from made_workbook import Sheets, opened, put, save, sheets
from officefiles.limits import RefusedError
from officefiles.problems import has_errors
from test_last_year import kept_tracker

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {f"pictures/{path.name}": path.read_bytes() for path in (ROOT / "inputs" / "pictures").iterdir()}
SAMPLE = ita_docs.Upload("taling_chan_2566.xlsx", (ROOT / "inputs" / "taling_chan_2566.xlsx").read_bytes(), PICTURES)


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, whose own templates and frameworks would be found if anything looked for them."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("templates/order_template.docx", "frameworks/2565.toml"):
        (folder / name).parent.mkdir()
        (folder / name).write_text("broken")
    monkeypatch.chdir(folder)
    return folder


def test_the_examples_of_the_module_run() -> None:
    done = doctest.testmod(api)
    assert (done.failed, done.attempted) == (0, 7)


def test_a_pack_is_built_from_bytes_as_from_the_file(nowhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = ita_docs.build(SAMPLE)
    assert whole.files == ita_docs.build(ROOT / "inputs" / "taling_chan_2566.xlsx").files
    assert {"order.docx", "pack.docx", "summary.xlsx", "tracker.ics"} <= whole.files.keys()
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in nowhere.rglob("*")) == [
        "2565.toml",
        "frameworks",
        "order_template.docx",
        "templates",
    ]


def test_pictures_that_are_not_handed_in_are_told_at_their_cells() -> None:
    problems = ita_docs.check(SAMPLE.data)
    missing = [problem for problem in problems if problem.kind == "picture-missing"]
    assert {problem.found for problem in missing} == set(PICTURES)
    assert not ita_docs.build(SAMPLE.data).files


def test_only_the_documents_asked_for_are_made_and_a_proof_of_what_is_not_ready() -> None:
    assert list(ita_docs.build(SAMPLE, only=["order"]).files) == ["order.docx"]
    assert list(ita_docs.build(SAMPLE, only="order").files) == ["order.docx"]
    with pytest.raises(ValueError, match="ไม่มีเอกสารชื่อ letter เลือกได้จาก activities"):
        ita_docs.build(SAMPLE, only=["order", "letter"])
    form = ita_docs.new(2567)
    assert sorted(ita_docs.build(form, only=["order"], proof=True).files) == ["proof.docx", "proof_order.docx"]


def test_a_submission_is_read_and_a_marked_copy_made(tmp_path: Path) -> None:
    submission, problems = ita_docs.read(SAMPLE)
    assert submission is not None
    assert (submission.name, submission.fiscal_year, has_errors(problems)) == ("taling_chan_2566", 2566, False)
    copy = tmp_path / "marked.xlsx"
    copy.write_bytes(ita_docs.marked(SAMPLE, ita_docs.check(SAMPLE)))
    assert openpyxl.load_workbook(copy).sheetnames[0] == "รายการที่ต้องแก้ไข"


def test_last_year_becomes_this_year_and_the_reason_is_told_where_it_cannot() -> None:
    rolled = ita_docs.new(2567, last=SAMPLE)
    blank = ita_docs.new(2567)
    assert rolled != blank
    assert openpyxl.load_workbook(io.BytesIO(blank), read_only=True)["ข้อมูลทั่วไป"]["B6"].value is None
    with pytest.raises(NoFormError, match="ต้องใช้แบบกรอกของปีก่อนปี"):
        ita_docs.new(2566, last=SAMPLE)
    with pytest.raises(NoFormError, match="เอกสารปี 2600 ใช้เกณฑ์ของปี 2599"):
        ita_docs.new(2600)
    with pytest.raises(NoFormError, match="มีข้อมูลที่ต้องแก้ไขก่อนยกมา") as fault:
        ita_docs.new(2568, last=ita_docs.new(2567))
    assert fault.value.problems


def test_a_template_is_examined_from_bytes() -> None:
    template = (ROOT / "templates" / "order_template.docx").read_bytes()
    assert ita_docs.lint(template) == ()
    assert [finding.id for finding in ita_docs.lint(b"no template")] == ["template-unreadable"]


def test_offices_are_compared_and_what_cannot_be_is_named(tmp_path: Path) -> None:
    book: Sheets = sheets()
    one = save(book, tmp_path).read_bytes()
    compared = ita_docs.compare({"ก.xlsx": one, "ข.xlsx": b"no workbook"})
    assert sorted(compared.files) == ["comparison.docx", "comparison.xlsx"]
    assert [(one.workbook, one.errors) for one in compared.left_out] == [("ข.xlsx", 1)]
    assert ita_docs.compare({"ข.xlsx": b"no workbook"}).files == {}


def test_a_file_is_compared_with_the_pictures_beside_it_and_one_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    compared = ita_docs.compare(
        {"ก": ROOT / "inputs" / "taling_chan_2566.xlsx", "ข": SAMPLE, "ค": tmp_path / "x.xlsx", "ง": tmp_path}
    )
    assert [(one.workbook, one.errors) for one in compared.left_out if one.errors] == [("ค", 1), ("ง", 1)]
    assert compared.files.keys() == {"comparison.docx", "comparison.xlsx"}


def test_what_cannot_be_marked_is_told_in_thai(tmp_path: Path) -> None:
    template = (ROOT / "templates" / "order_template.docx").read_bytes()
    for source, said in (
        (tmp_path / "x.xlsx", "ไม่พบไฟล์แบบกรอก x.xlsx"),
        (tmp_path, f"เปิดอ่านไฟล์ {tmp_path.name} ไม่ได้"),
        (b"", "ไฟล์ workbook.xlsx ว่างเปล่า (ขนาด 0 ไบต์)"),
        (template, "ไฟล์เสียหายหรือไม่ใช่ไฟล์ Excel หรือ Word (.xlsx, .docx)"),
    ):
        with pytest.raises(RefusedError) as fault:
            ita_docs.marked(source, ())
        assert str(fault.value) == said


@pytest.mark.parametrize("content", [None, b"", b"no workbook"])
def test_what_is_wrong_with_a_tracker_is_said_of_the_tracker(tmp_path: Path, content: bytes | None) -> None:
    book, tracker = save(sheets(), tmp_path, "don_yai.xlsx"), tmp_path / "kept" / "don_yai.xlsx"
    tracker.parent.mkdir()
    if content is not None:
        tracker.write_bytes(content)
    made = ita_docs.build(book, only="title", tracker=tracker)
    (wrong,) = set(made.problems) - set(ita_docs.check(book))
    assert wrong in ita_docs.check(book, tracker=tracker)
    assert "ไฟล์ติดตาม" in wrong.message
    assert "แบบกรอก" not in wrong.message
    assert not made.files


def test_a_tracker_is_marked_with_its_own_problems(tmp_path: Path) -> None:
    book = sheets()
    put(book, "คะแนน", "C5", "สี่")
    form, tracker = save(book, tmp_path), kept_tracker(tmp_path / "tracker.xlsx", {"I7": "เสร็จ"})
    put(book, "คะแนน", "C5", 84)
    sound = save(book, tmp_path, "sound.xlsx")
    problems = (*ita_docs.check(form), *ita_docs.check(sound, tracker=tracker))
    copies = ita_docs.marked(form, problems), ita_docs.marked(tracker, problems, tracker=True)
    errors = [
        [row[2:4] for row in opened(copy).worksheets[0].iter_rows(values_only=True) if row[1] == "ต้องแก้ไข"]
        for copy in copies
    ]
    assert errors == [[("คะแนน", "C5")], [("ติดตามมาตรการ", "I7")]]


def test_a_year_without_rules_is_told_at_its_cell(tmp_path: Path) -> None:
    book = sheets()
    put(book, "ข้อมูลทั่วไป", "B5", 2600)
    path = save(book, tmp_path)
    made = ita_docs.build(path)
    assert made.files == {}
    (problem,) = made.problems
    assert (problem.kind, str(problem.place), problem.found) == ("no-framework", "ชีต ข้อมูลทั่วไป B5", "2600")
    assert "2566" in problem.hint
    assert ita_docs.check(path) == made.problems


def test_a_tracker_beside_what_is_no_workbook_changes_nothing() -> None:
    made = ita_docs.build(b"x", tracker=SAMPLE)
    assert (made.files, made.problems) == ({}, ita_docs.build(b"x").problems)
