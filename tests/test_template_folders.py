"""Every file of a folder of templates that looks like one and is not used is named with the reason."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita_docs import places
from ita_docs.batch import said, sources, unused_templates
from ita_docs.cli import main

UNUSED = {
    "a_template.dotx": ("เป็นแม่แบบของ Word (.dotx)", "“เอกสาร Word (.docx)” ชื่อ a_template.docx"),
    "b_template.docm": ("เป็นเอกสาร Word ที่มีแมโคร (.docm)", "ชื่อ b_template.docx"),
    "c_template.doc": ("เป็นไฟล์ Word รุ่นเก่า (.doc)", "ชื่อ c_template.docx"),
    "d_template (1).docx": ("ชื่อมี “(1)” ต่อท้าย", "เปลี่ยนชื่อเป็น d_template.docx"),
    "e_template - Copy.docx": ("ชื่อมี “- Copy” ต่อท้าย", "เปลี่ยนชื่อเป็น e_template.docx"),
    "f-template.docx": ("ชื่อไม่ได้ลงท้ายด้วย _template.docx", "เปลี่ยนชื่อเป็น f_template.docx"),
    "g_Template.docx": ("ตัวพิมพ์ใหญ่เล็กในชื่อไม่ตรงกับ _template.docx", "เปลี่ยนชื่อเป็น g_template.docx"),
    "h_template.DOCX": ("ตัวพิมพ์ใหญ่เล็กในชื่อไม่ตรงกับ _template.docx", "เปลี่ยนชื่อเป็น h_template.docx"),
    "i_template .docx": ("ชื่อมีช่องว่างก่อนหรือหลังนามสกุล", "เปลี่ยนชื่อเป็น i_template.docx"),
    "j.odt": ("เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.odt)", "ชื่อ j_template.docx"),
    "k.rtf": ("เป็นไฟล์ Rich Text (.rtf)", "ชื่อ k_template.docx"),
    "l.pages": ("เป็นไฟล์ของ Pages (.pages)", "ชื่อ l_template.docx"),
    "m_template.xlsm": ("เป็นไฟล์ Excel ที่มีแมโคร (.xlsm)", "“เวิร์กบุ๊ก Excel (.xlsx)” ชื่อ m_template.xlsx"),
    "n.xlsx": ("ชื่อไม่ได้ลงท้ายด้วย _template.xlsx", "เปลี่ยนชื่อเป็น n_template.xlsx"),
    "o_template 2.docx": ("ชื่อมี “2” ต่อท้าย", "เปลี่ยนชื่อเป็น o_template.docx"),
    "หนังสือนำส่ง.docx": ("ชื่อไม่ได้ลงท้ายด้วย _template.docx", "เปลี่ยนชื่อเป็น หนังสือนำส่ง_template.docx"),
}
SILENT = (
    "letter_template.docx", "list_template.xlsx", "~$letter_template.docx", ".~lock.letter_template.docx#",
    "._letter_template.docx", "letter_template.annotated.docx", "readme.txt", "emblem.png",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    for name in (*UNUSED, *SILENT):
        (made / name).write_bytes(b"x")
    return made


def test_each_file_is_named_once_with_why_and_what_to_do(folder: Path) -> None:
    problems = unused_templates([None, folder, folder / "none"])
    assert {problem.kind for problem in problems} == {"template-passed-over"}
    assert [problem.found for problem in problems] == sorted(UNUSED)
    for problem in problems:
        why, cure = UNUSED[problem.found]
        assert problem.message == f"ไม่ใช้ไฟล์ {problem.found} ในโฟลเดอร์แม่แบบ เพราะ{why}"
        assert cure in problem.hint


def test_templates_in_folders_below_are_named_but_for_that_of_the_comparison(tmp_path: Path) -> None:
    for name in (
        "old/letter_template.docx",
        "compare/comparison_template.docx",
        "old/photo.docx",
        ".git/x_template.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (problem,) = unused_templates([tmp_path])
    assert (problem.found, "อยู่ในโฟลเดอร์ย่อย" in problem.message) == (
        str(Path("old", "letter_template.docx")),
        True,
    )


def test_a_folder_with_the_name_of_a_template_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "letter_template.docx").mkdir()
    (problem,) = unused_templates([tmp_path])
    assert "เป็นโฟลเดอร์" in problem.message
    assert places.templates_in(tmp_path) == []


def test_names_that_differ_by_small_and_large_letters_alone(tmp_path: Path) -> None:
    for name in ("Order_template.docx", "letter_template.docx"):
        (tmp_path / name).write_bytes(b"x")
    (problem,) = unused_templates([tmp_path])
    assert (problem.kind, problem.found, "order_template.docx" in problem.message) == (
        "template-names-alike",
        "Order_template.docx",
        True,
    )


def test_the_folders_of_used_templates_but_those_of_the_software(tmp_path: Path) -> None:
    packaged = places.packaged_templates()
    used = {"order": packaged / "order_template.docx", "letter": tmp_path / "letter_template.docx"}
    found = sources(used)
    assert found == {str(tmp_path): ["letter"]}
    assert [*said(found)] == [f"ใช้แม่แบบในโฟลเดอร์ {tmp_path}: letter"]
    assert sources({"comparison": packaged / places.COMPARISON_TEMPLATE}) == {}


def test_a_build_says_which_folder_its_templates_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = min(places.examples().glob("*.xlsx"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates").mkdir()
    shutil.copy(places.packaged_templates() / "memo_template.docx", tmp_path / "templates")
    (tmp_path / "templates" / "letter-template.docx").write_bytes(b"x")
    asked = ["build", str(workbook), "--only", "memo"]
    plain = CliRunner().invoke(main, asked)
    assert plain.output.splitlines()[0] == "ใช้แม่แบบในโฟลเดอร์ templates: memo"
    said_as_json = json.loads(CliRunner().invoke(main, [*asked, "--json"]).output)
    assert said_as_json["templates"] == {"templates": ["memo"]}
    assert [problem["found"] for problem in said_as_json["problems"]] == ["letter-template.docx"]


def test_lint_and_diff_name_what_is_not_used_too(folder: Path) -> None:
    for path in (folder / "letter_template.docx", folder / "list_template.xlsx"):
        path.unlink()
    shutil.copy(places.packaged_templates() / "memo_template.docx", folder)
    for asked in (["lint", str(folder)], ["templates", "diff", str(folder)]):
        output = CliRunner().invoke(main, asked).output
        assert all(f"ไม่ใช้ไฟล์ {name} ในโฟลเดอร์แม่แบบ" in output for name in UNUSED)
    found = json.loads(CliRunner().invoke(main, ["lint", str(folder), "--json"]).output)
    assert {one["file"] for one in found} == {*UNUSED}
    assert {(one["id"], one["severity"]) for one in found} == {("template-passed-over", "warning")}
