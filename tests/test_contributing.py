"""The recipes of CONTRIBUTING.md, each tried in a copy of the checkout as it stands on the page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from ita_docs.workbook.written import HEADING_ROW

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^###? |\Z)", PAGE, re.MULTILINE | re.DOTALL))
_BLOCK = re.compile(r"(?:New file `([^`]+)`:\n\n)?```(\w+)\n(.*?)```", re.DOTALL)
_PLACES = ("pipeline", "templates", "inputs", "tools", "docs")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy to change, with what Python has compiled already."""
    left_out = shutil.ignore_patterns("images", "toolkits", "*-pytest-*")
    for name in _PLACES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    return tmp_path


def changed(text: str, diff: str) -> str:
    """``text`` with the hunks of a diff whose places are found by their lines alone."""
    for hunk in diff.split("@@\n")[1:]:
        lines = hunk.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(before) == 1, f"these lines are not in the file once:\n{before}"
        text = text.replace(before, after)
    return text


def apply(recipe: str, folder: Path) -> list[str]:
    """Do what the recipe says, and what its commands print."""
    said = []
    environment = {**os.environ, "PYTHONPATH": str(folder / "pipeline"), "PYTHONUTF8": "1"}
    for file, kind, content in _BLOCK.findall(recipe):
        if file:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        elif kind == "diff":
            path = folder / re.findall(r"^\+\+\+ b/(.+)$", content, re.MULTILINE)[0]
            path.write_text(changed(path.read_text(encoding="utf-8"), content), encoding="utf-8")
        else:
            for command in content.splitlines():
                words = [sys.executable if word == "python" else word for word in command.split()]
                done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, encoding="utf-8")
                assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
                said.append(done.stdout)
    return said


@pytest.mark.soak
def test_a_check(checkout: Path) -> None:
    _, listed, checked = apply(RECIPES["A check"], checkout)
    assert listed.startswith("| `signatory-seated` | ข้อสังเกต | ผู้ลงนามในคำสั่งมีชื่อเป็นกรรมการในคำสั่งเดียวกัน")
    assert "ต้องแก้ไข 0" in checked


@pytest.mark.soak
def test_a_column(checkout: Path) -> None:
    _, listed = apply(RECIPES["A column"], checkout)
    assert [name for name in ("measures[].partners", "columns.partners") if f"{name} " not in listed] == []
    form = openpyxl.load_workbook(checkout / "our_office_2567.xlsx")
    assert form["มาตรการ"].cell(HEADING_ROW + 1, 12).value == "หน่วยงานร่วม"


@pytest.mark.soak
def test_a_year(checkout: Path) -> None:
    (said,) = apply(RECIPES["A year"], checkout)
    assert said.startswith("สร้างแบบกรอกแล้ว: our_office_2571.xlsx")


@pytest.mark.soak
def test_a_family_of_offices(checkout: Path) -> None:
    apply(RECIPES["A family of offices"], checkout)
    lists = openpyxl.load_workbook(checkout / "our_office_2568.xlsx")["รายการเลือก"]
    assert "กรมตัวอย่าง" in {cell.value for row in lists.iter_rows() for cell in row}


@pytest.mark.soak
def test_a_document(checkout: Path) -> None:
    *_, linted, _ = apply(RECIPES["A document"], checkout)
    assert linted == "letter_template.docx: ไม่พบข้อผิดพลาด\n"
    assert list(checkout.glob("outputs/*/letter.docx"))


def test_a_command(checkout: Path) -> None:
    (said,) = apply(RECIPES["A command"], checkout)
    assert said.splitlines()[:2] == ["พ.ศ. 2562", "พ.ศ. 2563"]


def test_every_recipe_is_tried() -> None:
    assert list(RECIPES) == ["A check", "A column", "A year", "A family of offices", "A document", "A command"]
