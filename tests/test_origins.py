"""Each value of a context names the cells that it was made from, and a fault of a value names both its ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import made
import pytest

from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Override, Source, Submission
from ita_docs.papers.ends import breaking, lost
from ita_docs.values import FIELDS, build
from ita_docs.values.origins import Value, origins
from ita_docs.wording import word
from officefiles.pictures import Picture
from wordfill.engine import Template, TemplateError

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
ACTIVITIES, ORDER = TEMPLATES / "activities_template.docx", TEMPLATES / "order_template.docx"


def filled(submission: Submission) -> tuple[dict[str, object], tuple[Value, ...]]:
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    own = load(submission.fiscal_year)
    values = build(submission, framework, findings, word(submission, framework, findings, own), own)
    return values, origins(submission, values)


@pytest.fixture(scope="module")
def found() -> Mapping[str, Value]:
    return {one.path: one for one in filled(made.submission())[1]}


@pytest.mark.parametrize(
    ("path", "cells"),
    [
        ("office.head_title", ["ชีต ข้อมูลทั่วไป B4"]),
        ("year", ["ชีต ข้อมูลทั่วไป B5"]),
        ("sections[3].name", ["ชีต หน่วยงานย่อย A5"]),
        ("committees[1].seats[3].role", ["ชีต บุคลากร H12"]),
        ("committees[0].seats[2].position", ["ชีต บุคลากร F4", "ชีต บุคลากร G4"]),
        ("committees[0].lead", ["ชีต หน้าที่และอำนาจ C2"]),
        ("committees[1].lead", ["ชีต หน้าที่และอำนาจ C3"]),
        ("committees[1].duties[0].text", ["ชีต หน้าที่และอำนาจ C4"]),
        ("committees[1].duties[1].text", ["ชีต หน้าที่และอำนาจ C5"]),
        ("instruments[1].score", ["ชีต ข้อมูลทั่วไป B19"]),
        ("analysis.weaknesses[0].score", ["ชีต คะแนน C7"]),
        ("measures[5].previous", ["ชีต คะแนน D7"]),
        ("measures[9].actions[0]", ["ชีต มาตรการ C11"]),
        ("activities[0].caption", ["ชีต กิจกรรม C2"]),
        ("analysis.intro", []),
        ("indicators[0].change", []),
    ],
)
def test_a_value_names_its_cells(found: Mapping[str, Value], path: str, cells: list[str]) -> None:
    assert [str(place) for place in found[path].places] == cells


def test_every_name_has_its_values(found: Mapping[str, Value]) -> None:
    names = {one.name for one in found.values()}
    empty = {"activities[].pictures[]"}  # the invented office has taken none
    assert names | empty == {field.name for field in FIELDS}


def test_a_text_of_the_office_s_own_names_its_cell() -> None:
    source = Source("ข้อความวิเคราะห์", 7, {"key": "A", "text": "B"})
    own = tuple(Override(key=key, text="ข้อความของเรา", source=source) for key in ("3", "EIT", "summary"))
    values = {one.path: one for one in filled(replace(made.submission(), overrides=own))[1]}
    for path in ("analysis.items[2].text", "measures[2].analysis", "analysis.instruments[1]", "analysis.summary"):
        assert (values[path].value, [str(place) for place in values[path].places]) == (
            "ข้อความของเรา",
            ["ชีต ข้อความวิเคราะห์ B7"],
        )
    assert values["analysis.instruments[0]"].places == ()


def test_a_picture_that_word_cannot_show_is_told_at_its_cell_and_its_tag() -> None:
    submission = made.submission()
    first = submission.activities[0]
    odd = Picture(name="ภาพ.webp", data=b"RIFF", width=100, height=80)
    row = Source("กิจกรรม", 9, {"caption": "C", "pictures": "E"})
    submission = replace(submission, activities=(first, replace(first, pictures=(odd,), source=row)))
    values, came_from = filled(submission)
    with pytest.raises(TemplateError) as caught:
        Template.load(ACTIVITIES).render(values)
    (problem,) = breaking("activities", ACTIVITIES, str(caught.value), came_from)
    assert str(problem.place) == "ชีต กิจกรรม E9"
    assert "activities_template.docx ในเนื้อหา ตรง {{ picture | fit(" in problem.message
    assert problem.hint == "บันทึกไฟล์ภาพ ภาพ.webp เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"


def test_a_template_that_is_broken_for_all_has_no_other_end(found: Mapping[str, Value]) -> None:
    assert breaking("order", ORDER, "แม่แบบ order_template.docx: เปิดไฟล์ไม่ได้", tuple(found.values())) == ()
    assert breaking("order", ORDER, "ตรง {{ nobody }}: ไม่รู้จักชื่อ", tuple(found.values())) == ()


def test_a_text_that_was_lost_is_told_at_its_cell_with_its_tags(found: Mapping[str, Value]) -> None:
    name = found["committees[1].seats[1].name"]
    (problem,) = lost("order", ORDER, str(name.value), tuple(found.values()))
    assert str(problem.place) == "ชีต บุคลากร C10"
    assert problem.message == f"ข้อความในช่องนี้หายไปจากเอกสาร order.docx: {name.value}"
    assert problem.hint.endswith("ข้อความนี้พิมพ์ด้วยแท็ก {{ seat.name }}")
