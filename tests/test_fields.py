"""The list of names, and what a template uses of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs.fields import example, headings, known, usage
from ita_docs.values import FIELDS, OWN_FIELDS
from officefiles.pictures import Picture
from sound_template import fresh
from tools.docs_fields import PAGE, page

TEMPLATES = sorted((Path(__file__).resolve().parent.parent / "templates").glob("*_template.docx"))


def test_the_page_in_docs_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make docs"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_templates_of_the_pack_use_known_names_only(path: Path) -> None:
    found = usage(path)
    assert found.used
    assert found.unknown == ()


def test_usage_goes_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "memo_template.docx"
    path.write_bytes(
        fresh("{{ office.name }} {{ ofice.name }}", "{% for m in measures %}{{ m.responsible }}{% endfor %}")
    )
    found = usage(path)
    assert [field.name for field in found.used] == ["office.name", "measures[].responsible"]
    assert [finding.tag for finding in found.unknown] == ["{{ ofice.name }}"]
    assert ("ข้อมูลทั่วไป", "ชื่อหน่วยงาน") not in found.left_out
    assert ("มาตรการ", "ผู้รับผิดชอบ") not in found.left_out
    assert ("ข้อมูลทั่วไป", "เลขที่คำสั่ง") in found.left_out
    assert all(sheet for sheet, _ in found.left_out)


def test_a_heading_means_the_one_text_that_comes_from_it() -> None:
    found = headings()
    assert (found["ชื่อหน่วยงาน"], found["เลขที่คำสั่ง"]) == ("office.name", "order.number")
    assert found["หน้าที่ในคณะ"] == "committees[].seats[].role"
    assert "ไฟล์ตราครุฑ" not in found
    assert "คอลัมน์งบประมาณ" not in found


def test_an_example_comes_from_the_first_element_that_has_one() -> None:
    picture = Picture(name="ภาพ.png", data=b"", width=1, height=1)
    values = {
        "total": "๘๗.๕๐",
        "measures": [{"period": ""}, {"period": "ไตรมาสที่ ๒"}],
        "activities": [{"pictures": [picture]}],
        "analysis": {"as_one_list": False, "intro": "กี่" * 40},
    }
    assert example("total", values) == "๘๗.๕๐"
    assert example("measures[].period", values) == "ไตรมาสที่ ๒"
    assert example("activities[].pictures[]", values) == "ภาพ.png"
    assert example("analysis.as_one_list", values) == "ไม่ใช่"
    assert example("analysis.intro", values) == "กี่" * 19 + "…"
    assert example("order.number", values) == ""


def test_each_name_is_known_once() -> None:
    assert len(known()) == len(FIELDS) + len(OWN_FIELDS)
