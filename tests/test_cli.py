"""The commands as staff run them: files in, files and sentences out, exit codes as promised."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from ita_docs import report
from ita_docs.cli import COMMANDS, main
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.web.bounds import Bounds
from made_docx import docx, p
from officefiles.problems import Kind, Place
from thaipages import pdf

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs/taling_chan_2566.xlsx"
DOCUMENTS = {"title.docx", "activities.docx", "order.docx", "analysis.docx", "measures.docx", "pack.docx"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the sample workbook in ``inputs/``."""
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ita_docs(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_build_without_words_builds_all_of_inputs(desk: Path) -> None:
    result = ita_docs("build")
    assert result.exit_code == 0
    assert {path.name for path in (desk / "outputs/taling_chan_2566").iterdir()} >= DOCUMENTS
    assert "taling_chan_2566.xlsx: สร้างเอกสารแล้ว" in result.output
    assert (desk / "outputs/report.xlsx").exists()


def test_a_second_build_changes_nothing_and_says_so(desk: Path) -> None:
    ita_docs("build")
    before = {path: path.stat().st_mtime_ns for path in (desk / "outputs/taling_chan_2566").iterdir()}
    result = ita_docs("build", "--why")
    assert "ไม่มีการเปลี่ยนแปลง" in result.output
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_an_edited_document_is_replaced_on_request_though_nothing_else_changed(desk: Path) -> None:
    ita_docs("build", "--only", "order")
    order = desk / "outputs" / SAMPLE.stem / "order.docx"
    made = order.read_bytes()
    order.write_bytes(docx(p("แก้ด้วยมือ")))
    assert "ไม่มีการเปลี่ยนแปลง" in ita_docs("build", "--only", "order").output
    ita_docs("build", "--only", "order", "--replace-edited")
    assert order.read_bytes() == made
    (kept,) = order.parent.glob("order_backup_*.docx")
    assert kept.read_bytes() == docx(p("แก้ด้วยมือ"))


def test_a_pdf_that_is_older_than_its_document_is_told(desk: Path) -> None:
    ita_docs("build", "--only", "order")
    pdf = desk / "outputs" / SAMPLE.stem / "order.pdf"
    pdf.write_bytes(b"%PDF")
    assert "เก่ากว่าเอกสาร Word" not in ita_docs("build", "--only", "order").output
    os.utime(pdf, (0, 0))
    assert "order.pdf เก่ากว่าเอกสาร Word" in " ".join(ita_docs("build", "--only", "order").output.split())


def test_a_check_with_a_tracker_tells_what_is_wrong_with_it(desk: Path) -> None:
    (desk / "kept.xlsx").write_bytes(b"no tracker")
    result = ita_docs("check", "--tracker", "kept.xlsx")
    assert result.exit_code == 1
    assert "ไฟล์ติดตาม: ไฟล์ kept.xlsx ไม่ใช่ไฟล์ Excel" in " ".join(result.output.split())
    shutil.copy(desk / "inputs" / SAMPLE.name, desk / "inputs" / "don_yai_2566.xlsx")
    assert "ระบุโฟลเดอร์ของไฟล์ติดตาม" in ita_docs("check", "--tracker", "kept.xlsx").output


def test_a_build_says_what_the_items_of_the_year_ask_a_line_an_item_or_an_office(desk: Path) -> None:
    for _ in range(2):
        lines = [line.strip() for line in ita_docs("build", "--only", "title").output.splitlines()]
        assert [line.split(" ยังขาด ")[0].split(": ")[1] for line in lines if re.match(r"O\d+ ", line)] == [
            "มีครบ 3 จาก 7 ข้อ",
            "มีครบ 0 จาก 1 ข้อ",
        ]
    shutil.copy(desk / "inputs" / SAMPLE.name, desk / "inputs" / "don_yai_2566.xlsx")
    lines = ita_docs("build", "--only", "title").output.splitlines()
    assert [line.split(" | ")[-1] for line in lines if ".xlsx: " in line] == ["O42 3/7 O43 0/1"] * 2
    assert not [line for line in lines if line.startswith("  O4")]


def test_an_office_without_a_tracker_in_the_folder_of_trackers_is_told(desk: Path) -> None:
    (desk / "trackers").mkdir()
    reported = " ".join(ita_docs("build", "--only", "order", "--tracker", "trackers").output.split())
    assert f"ไม่พบไฟล์ติดตามชื่อ {SAMPLE.name}" in reported
    assert "ไม่พบไฟล์ติดตามชื่อ" not in ita_docs("build", "--only", "order").output


def test_only_the_named_documents_are_built(desk: Path) -> None:
    assert ita_docs("build", "--only", "order").exit_code == 0
    assert {path.name for path in (desk / "outputs/taling_chan_2566").glob("*.docx")} == {"order.docx"}


def test_a_document_that_has_no_template_is_wrong_usage(desk: Path) -> None:
    result = ita_docs("build", "--only", "odrer")
    assert result.exit_code == 2
    assert "ไม่มีเอกสารชื่อ odrer" in result.output
    assert not (desk / "outputs").exists()


def test_a_file_that_is_not_there_is_told_and_the_others_are_built(desk: Path) -> None:
    result = ita_docs("build", "nothing.xlsx", "inputs/taling_chan_2566.xlsx")
    assert result.exit_code == 2
    assert "ไม่พบไฟล์หรือโฟลเดอร์ nothing.xlsx" in result.output
    assert (desk / "outputs/taling_chan_2566/order.docx").exists()


def test_a_bad_workbook_is_refused_and_the_good_one_is_built(desk: Path) -> None:
    (desk / "inputs/broken.xlsx").write_bytes(b"this is no workbook")
    result = ita_docs("build", "inputs", "--jobs", "1")
    assert result.exit_code == 1
    assert "broken.xlsx: ยังไม่สร้าง" in result.output
    assert not list((desk / "outputs").glob("broken/*.docx"))
    assert (desk / "outputs/taling_chan_2566/pack.docx").exists()


@pytest.mark.usefixtures("desk")
def test_json_holds_every_problem_with_its_cell() -> None:
    report = json.loads(ita_docs("check", "--json").output)
    (book,) = report["workbooks"]
    assert book["status"] == "checked"
    assert {"sheet": "บุคลากร", "cell": "G40"} in [problem["place"] for problem in book["problems"]]


def test_a_broken_template_is_a_broken_set_up(desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine/order_template.docx").write_bytes(b"this is no document")
    result = ita_docs("build", "--templates", "mine")
    assert result.exit_code == 3
    assert "order_template.docx" in result.output


def test_templates_beside_the_working_folder_make_documents_of_their_own(desk: Path) -> None:
    (desk / "templates").mkdir()
    shutil.copy(ROOT / "templates/title_template.docx", desk / "templates/cover_template.docx")
    assert ita_docs("build", "--only", "cover").exit_code == 0
    assert (desk / "outputs/taling_chan_2566/cover.docx").exists()


@pytest.mark.soak
def test_several_workers_give_the_same_bytes_as_one(desk: Path) -> None:
    for number in range(4):
        shutil.copy(SAMPLE, desk / f"inputs/office_{number}.xlsx")
    ita_docs("build", "--jobs", "1", "--out", "one")
    ita_docs("build", "--jobs", "2", "--out", "two")
    one, two = (
        {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*.docx"))}
        for out in (desk / "one", desk / "two")
    )
    assert len(one) >= 5 * len(DOCUMENTS)
    assert one == two


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_in_thai(command: str) -> None:
    result = ita_docs(command, "--help")
    assert result.exit_code == 0
    assert any("ก" <= letter <= "๙" for letter in result.output)


# Forms, checks and PDFs


@pytest.mark.usefixtures("desk")
def test_new_makes_a_form_that_check_reads() -> None:
    assert ita_docs("new", "inputs/new.xlsx", "--year", "2567", "--office", "เทศบาลตำบลทดสอบ").exit_code == 0
    report = json.loads(ita_docs("check", "--json", "inputs/new.xlsx").output)
    kinds = {problem["kind"] for problem in report["workbooks"][0]["problems"]}
    assert "crashed" not in kinds
    assert report["workbooks"][0]["status"] == "checked"


def test_new_never_takes_the_place_of_a_file(desk: Path) -> None:
    before = (desk / "inputs/taling_chan_2566.xlsx").read_bytes()
    result = ita_docs("new", "inputs/taling_chan_2566.xlsx", "--year", "2567")
    assert result.exit_code == 1
    assert "อยู่แล้ว จึงไม่เขียนทับ" in result.output
    assert (desk / "inputs/taling_chan_2566.xlsx").read_bytes() == before


@pytest.mark.parametrize("name", ["forms/", "forms.xlsx"])
def test_new_names_a_file_where_it_is_given_a_folder(desk: Path, name: str) -> None:
    (desk / name).mkdir()
    result = ita_docs("new", name, "--year", "2567")
    assert result.exit_code == 2
    within = Path(name) / "form_2567.xlsx"
    assert f"{Path(name)} เป็นโฟลเดอร์ ให้ระบุชื่อไฟล์ในโฟลเดอร์ เช่น {within}" in " ".join(result.output.split())
    assert not list((desk / name).iterdir())


@pytest.mark.parametrize("name", ["office", "office.xls", "office.docx"])
def test_new_wants_the_name_of_a_workbook(desk: Path, name: str) -> None:
    result = ita_docs("new", name, "--year", "2567")
    assert result.exit_code == 2
    assert "ลงท้ายด้วย .xlsx" in result.output
    assert not (desk / name).exists()


def test_new_wants_a_workbook_of_an_earlier_year(desk: Path) -> None:
    result = ita_docs("new", "office.xlsx", "--year", "2566", "--from", str(SAMPLE))
    assert result.exit_code == 2
    assert "ต้องใช้แบบกรอกของปีก่อนปี พ.ศ. 2566" in " ".join(result.output.split())
    assert not (desk / "office.xlsx").exists()


def test_on_a_terminal_problems_stand_in_a_table_with_nothing_cut() -> None:
    kind = Kind("x", "พบ “{found}” ซึ่งไม่ถูกต้อง", "แก้ไขให้ถูกต้อง")
    screen = io.StringIO()
    Console(file=screen, width=160).print(report.table([kind.at(Place("คะแนน", "C5"), "[bold]")]))
    (line,) = (line for line in screen.getvalue().splitlines() if "C5" in line)
    cells = [cell.strip() for cell in line.strip("│").split("│")]
    assert cells == ["ต้องแก้ไข", "คะแนน", "C5", "พบ “[bold]” ซึ่งไม่ถูกต้อง", "[bold]", "แก้ไขให้ถูกต้อง"]


def test_no_form_is_made_from_a_workbook_with_errors_which_are_told(desk: Path) -> None:
    (desk / "broken.xlsx").write_bytes(b"x")
    result = ita_docs("new", "next.xlsx", "--year", "2567", "--from", "broken.xlsx")
    assert (result.exit_code, result.stdout) == (1, "")
    why, told = result.stderr.splitlines()
    assert "broken.xlsx" in why
    assert told.startswith("  [ต้องแก้ไข] ไฟล์ broken.xlsx")
    assert not (desk / "next.xlsx").exists()


def test_new_of_a_kind_that_is_none_names_the_kinds(desk: Path) -> None:
    result = ita_docs("new", "office.xlsx", "--year", "2567", "--kind", "ร้านค้า")
    assert (result.exit_code, "--kind" in result.stderr, "โรงพยาบาล (hospital)" in result.stderr) == (2, True, True)
    assert not (desk / "office.xlsx").exists()


@pytest.mark.usefixtures("desk")
def test_new_from_last_year_tells_what_was_carried_moved_and_emptied() -> None:
    result = ita_docs("new", "next.xlsx", "--year", "2567", "--from", "inputs/taling_chan_2566.xlsx")
    assert result.exit_code == 0
    for words in ("ยกมา: บุคลากร 43 ตำแหน่ง", "ย้ายไปคอลัมน์ “คะแนนปีก่อน”", "เว้นว่างให้กรอกใหม่: กิจกรรม 4 รายการ"):
        assert words in result.output


@pytest.mark.parametrize(("year", "meant"), [("69", "2569"), ("2026", "2569")])
def test_a_year_is_asked_for_in_four_digits_of_the_buddhist_era(desk: Path, year: str, meant: str) -> None:
    result = ita_docs("new", "next.xlsx", "--year", year)
    words = re.sub(r"\s", "", result.output)
    assert (result.exit_code, f"ปี{year}ไม่ใช่ปีพ.ศ.สี่หลักให้ระบุเช่น{meant}" in words) == (2, True)
    assert "เมื่อขึ้นปีใหม่" not in words
    assert not (desk / "next.xlsx").exists()


@pytest.mark.usefixtures("desk")
def test_the_help_names_every_kind_of_office_as_it_may_be_typed() -> None:
    listed = " ".join(ita_docs("new", "--help").output.split()).partition("ในแบบกรอก:")[2].partition("[")[0].split()
    kinds = [OfficeKinds.load().called(word) for word in listed]
    assert sorted(kind.key for kind in kinds if kind) == sorted(kind.key for kind in OfficeKinds.load().kinds)


def test_a_year_without_a_framework_is_wrong_usage(desk: Path) -> None:
    result = ita_docs("new", "next.xlsx", "--year", "2599")
    assert result.exit_code == 2
    words = re.sub(r"\s", "", result.output)
    assert "เอกสารปี2599ใช้เกณฑ์ของปี2598ซึ่งยังไม่มี" in words
    assert "2567" in words
    assert not (desk / "next.xlsx").exists()


def test_a_year_is_added_as_the_guide_says(desk: Path) -> None:
    refused = ita_docs("new", "next.xlsx", "--year", "2571")
    assert "เมื่อขึ้นปีใหม่" in refused.output
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").partition("### เมื่อขึ้นปีใหม่\n")[2]
    (desk / "frameworks").mkdir()
    (desk / "frameworks" / "2570.toml").write_text(
        re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)[0], encoding="utf-8"
    )
    assert ita_docs("new", "next.xlsx", "--year", "2571").exit_code == 0
    assert (desk / "next.xlsx").exists()


def test_a_file_of_rules_that_is_broken_is_named(desk: Path) -> None:
    (desk / "frameworks").mkdir()
    (desk / "frameworks" / "2566.toml").write_text("extends = ", encoding="utf-8")
    result = ita_docs("new", "next.xlsx", "--year", "2567")
    assert (result.exit_code, "2566.toml" in result.stderr) == (3, True)
    assert not (desk / "next.xlsx").exists()


def test_check_writes_the_marked_copy_and_nothing_else(desk: Path) -> None:
    assert ita_docs("check").exit_code == 0
    names = {path.name for path in (desk / "outputs/taling_chan_2566").iterdir() if not path.name.startswith(".")}
    assert names == {"taling_chan_2566_marked.xlsx"}


@pytest.mark.usefixtures("desk")
def test_check_shows_only_what_weighs_enough() -> None:
    assert "[ข้อสังเกต]" in ita_docs("check").output
    assert "[ข้อสังเกต]" not in ita_docs("check", "--severity", "warning").output


@pytest.mark.usefixtures("desk")
def test_check_ends_with_what_the_items_of_the_year_ask_for() -> None:
    lines = ita_docs("check").output.splitlines()
    assert any(line.startswith("O42 ") and line.endswith(" (รายการของ สำนักงาน ป.ป.ช. ปี พ.ศ. 2566)") for line in lines)
    assert "  [มีครบ] ผู้รับผิดชอบ: ชีตมาตรการ คอลัมน์ผู้รับผิดชอบ" in lines


def test_pdf_beside_each_document(desk: Path) -> None:
    assert ita_docs("build", "--pdf", "--only", "order", "--only", "title").exit_code == 0
    folder = desk / "outputs/taling_chan_2566"
    assert {path.name for path in folder.glob("*.pdf")} == {"order.pdf", "title.pdf"}
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.glob("*.pdf"))


def test_preview_shows_every_page_and_one_sheet(desk: Path) -> None:
    ita_docs("build", "--only", "order")
    result = ita_docs("preview", "--only", "order")
    assert result.exit_code == 0
    folder = desk / "outputs/taling_chan_2566/preview"
    assert {path.name for path in folder.iterdir()} == {"order.png", *(f"order-{page:02d}.png" for page in range(1, 5))}


@pytest.mark.usefixtures("desk")
def test_preview_tells_what_is_wrong_with_pages_that_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    ita_docs("build", "--only", "title")
    problem = pdf.IMITATED_STYLES.at(Place())
    monkeypatch.setattr(
        pdf, "print_files", lambda files, **_given: [replace(one, problems=(problem,)) for one in pdf.draw(files)]
    )
    result = ita_docs("preview", "--only", "title")
    assert (result.exit_code, "1 หน้า" in result.output, problem.message in result.output) == (0, True, True)


@pytest.mark.usefixtures("desk")
def test_preview_of_nothing_is_wrong_usage() -> None:
    result = ita_docs("preview", "inputs")
    assert result.exit_code == 2
    assert "ไม่พบ pack.docx" in result.output


@pytest.mark.office
def test_every_page_of_the_sample_begins_as_planned(desk: Path) -> None:
    report = json.loads(ita_docs("build", "--verify-pages", "--json").output)
    (book,) = report["workbooks"]
    assert {"pack.pdf", "order.pdf", "measures.pdf"} <= {Path(path).name for path in book["files"]}
    assert not [problem for problem in book["problems"] if problem["kind"].startswith("other-page")]
    assert (desk / "outputs/taling_chan_2566/pack.pdf").exists()


def test_several_workbooks_are_named_with_what_must_be_mended_in_each(desk: Path) -> None:
    (desk / "inputs/broken.xlsx").write_bytes(b"this is no workbook")
    lines = ita_docs("check").output.splitlines()
    assert [line.split(":")[0] for line in lines if ".xlsx: " in line] == ["broken.xlsx", "taling_chan_2566.xlsx"]
    assert not [line for line in lines if "[ควรตรวจสอบ]" in line]
    assert lines[-2] == "รวม 2 ไฟล์: ตรวจแล้ว 2"
    assert re.fullmatch(r"ไม่ได้แสดงข้อควรตรวจสอบและข้อสังเกต \d+ ข้อ ดูได้ด้วยคำสั่ง ita-docs check --severity note", lines[-1])


def test_json_of_several_workbooks_holds_also_what_the_screen_leaves_out(desk: Path) -> None:
    shutil.copy(SAMPLE, desk / "inputs/second.xlsx")
    report = json.loads(ita_docs("check", "--json").output)
    severities = [{problem["severity"] for problem in book["problems"]} for book in report["workbooks"]]
    assert severities == [{"warning", "note"}] * 2


@pytest.mark.usefixtures("desk")
def test_problems_are_told_in_the_order_of_the_workbook() -> None:
    book = openpyxl.load_workbook("inputs/taling_chan_2566.xlsx")
    book["กิจกรรม"]["E5"] = "ไม่มี.png"
    book["คะแนน"]["C6"] = "ไม่ทราบ"
    book.save("inputs/taling_chan_2566.xlsx")
    problems = json.loads(ita_docs("check", "--json").output)["workbooks"][0]["problems"]
    sheets = list(dict.fromkeys(problem["place"]["sheet"] for problem in problems))
    assert sheets == sorted(sheets, key=book.sheetnames.index)


# The page


def served(
    monkeypatch: pytest.MonkeyPatch, *words: str, fault: BaseException | None = None
) -> tuple[Result, list[object]]:
    """What ``serve`` says, and what it asks the web for."""
    asked: list[object] = []

    def serve(*given: object, **named: object) -> None:
        asked.extend([*given, named])
        if fault:
            raise fault

    monkeypatch.setattr("ita_docs.web.serve.serve_many", serve)
    monkeypatch.setattr("ita_docs.web.serve.serve_local", serve)
    return ita_docs("serve", *words), asked


def test_many_users_are_served_behind_a_proxy_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    result, asked = served(monkeypatch, "--host", "127.0.0.1")
    assert (result.exit_code, asked, "--behind-proxy" in result.output) == (2, [], True)
    words = [
        "--host",
        "127.0.0.1",
        "--behind-proxy",
        "--name",
        "ITA.example.go.th",
        "--keep-minutes",
        "5",
        "--workers",
        "3",
    ]
    result, (host, port, bounds, names, _) = served(monkeypatch, *words)
    assert (result.exit_code, "127.0.0.1:8000" in result.output) == (0, True)
    assert (host, port, names) == ("127.0.0.1", 8000, {"ita.example.go.th"})
    assert isinstance(bounds, Bounds)
    assert (bounds.local, bounds.keep, bounds.workers) == (False, 300.0, 3)
    assert served(monkeypatch, *words, "--port", "9000")[1][1] == 9000


def test_one_user_is_served_on_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for words, port, browser in (([], 0, True), (["--port", "8123", "--no-browser"], 8123, False)):
        result, (asked, named) = served(monkeypatch, *words)
        assert isinstance(named, dict)
        assert (result.exit_code, asked, named["browser"]) == (0, port, browser)
        assert named["keep_folder"] == tmp_path / "outputs"


def test_a_port_that_is_taken_and_ctrl_c_end_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = served(monkeypatch, fault=OSError(98, "Address already in use"))
    assert (result.exit_code, "เปิดพอร์ตนี้ไม่ได้" in result.output) == (3, True)
    result, _ = served(monkeypatch, fault=KeyboardInterrupt())
    assert (result.exit_code, "หยุดแล้ว" in result.output) == (0, True)


@pytest.mark.parametrize("name", ["a.xls", "a", "a.docx"])
def test_a_form_is_imported_into_a_workbook_alone(name: str, tmp_path: Path) -> None:
    result = ita_docs("import", str(tmp_path), "--to", str(tmp_path / name))
    assert (result.exit_code, "a.xlsx" in result.output, [*tmp_path.iterdir()]) == (2, True, [])
