"""A field is declared in one place: form, reader, checks of wording, values, list of names and trace follow it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent


@pytest.mark.soak
def test_a_new_field_needs_its_declaration_and_a_template(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(TESTS / "declared_field.py"), str(tmp_path)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(TESTS.parent / "pipeline"), "PYTHONIOENCODING": "utf-8"},
    )
    measures = ["หน่วยงานที่ร่วมดำเนินการ ว่างได้", "มาตรการ", "หน่วยงานร่วม"]
    assert json.loads(done.stdout) == {
        "read": ["สำนักงานเขตดอนทราย", "ชีต มาตรการ L5", "โปร่งใส ตรวจสอบได้"],
        "checked": ["สำนักงานเขตดอนทราย", "โปร่งใส ตรวจสอบได้"],
        "listed": {
            "office.motto": ["คำขวัญ ว่างได้", "ข้อมูลทั่วไป", "คำขวัญ"],
            "measures[].partners": measures,
            "columns.partners": ["แสดงคอลัมน์หน่วยงานร่วมหรือไม่", "ข้อมูลทั่วไป", "คอลัมน์หน่วยงานร่วม"],
            "groups[].measures[].partners": measures,
        },
        "used": ["office.motto", "measures[].partners", "columns.partners"],
        "printed": [
            ["office.motto", "โปร่งใส ตรวจสอบได้", "ชีต ข้อมูลทั่วไป B11"],
            ["measures[0].partners", "สำนักงานเขตดอนทราย", "ชีต มาตรการ L5"],
        ],
    }
