"""Each value of a context names the cells that it was made from, and a fault of a value names both its ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Override, ScoreTable, Settings, Source, Submission
from ita_docs.papers.faults import breaking, lost
from ita_docs.values import FIELDS, build
from ita_docs.values.fields import KINDS
from ita_docs.values.leaves import Leaf, leaves
from ita_docs.wording import word
from made_docx import picture
from officefiles.pictures import Picture
from wordfill.engine import Template, TemplateError

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
ACTIVITIES, ORDER = TEMPLATES / "activities_template.docx", TEMPLATES / "order_template.docx"


def filled(submission: Submission) -> dict[str, object]:
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    own = load(submission.fiscal_year)
    return build(submission, framework, findings, word(submission, framework, findings, own), own)


def by_path(values: Mapping[str, object]) -> Mapping[str, Leaf]:
    return {one.path: one for one in leaves(values, KINDS)}


@pytest.fixture(scope="module")
def found() -> Mapping[str, Leaf]:
    shown = Settings(score_table=ScoreTable.QUESTIONS, next_level=True)
    return by_path(filled(made.submission(settings=shown, papers=made.papers())))


@pytest.mark.parametrize(
    ("path", "cells"),
    [
        ("office.head_title", ["ชีต ข้อมูลทั่วไป B4"]),
        ("year", ["ชีต ข้อมูลทั่วไป B5"]),
        ("sections[3].name", ["ชีต หน่วยงานย่อย A5"]),
        ("committees[1].seats[3].role", ["ชีต บุคลากร H12"]),
        ("committees[0].lead", ["ชีต หน้าที่และอำนาจ C2"]),
        ("committees[1].lead", ["ชีต หน้าที่และอำนาจ C3"]),
        ("committees[1].duties[0].text", ["ชีต หน้าที่และอำนาจ C4"]),
        ("committees[1].duties[1].text", ["ชีต หน้าที่และอำนาจ C5"]),
        ("committees[0].seats[2].name", ["ชีต บุคลากร F4", "ชีต บุคลากร G4"]),
        ("committees[0].seats[2].position", []),
        ("committees[1].seats[1].name", ["ชีต บุคลากร C10", "ชีต บุคลากร D10", "ชีต บุคลากร E10"]),
        ("analysis.weaknesses[0].score", ["ชีต คะแนน C7"]),
        ("measures[5].previous", ["ชีต คะแนน D7"]),
        ("measures[9].actions[0]", ["ชีต มาตรการ C11"]),
        ("activities[0].caption", ["ชีต กิจกรรม C2"]),
        ("order.effective", []),
        ("papers.owner", ["ชีต ข้อมูลทั่วไป B41"]),
        ("papers.approvers[2]", ["ชีต ข้อมูลทั่วไป B49"]),
        ("papers.notice_date", ["ชีต ข้อมูลทั่วไป B50"]),
        ("papers.reporter_rank", ["ชีต ข้อมูลทั่วไป B52"]),
        ("order.reference", []),
        ("papers.enclosures[0].text", []),
        ("instruments[0].score", []),
        ("total", ["ชีต ข้อมูลทั่วไป B16"]),
        ("analysis.intro", []),
        ("indicators[0].change", []),
    ],
)
def test_a_value_names_its_cells(found: Mapping[str, Leaf], path: str, cells: list[str]) -> None:
    assert [str(place) for place in found[path].places] == cells


def test_equal_rows_name_their_own_cells() -> None:
    submission = made.submission()
    first, *others = submission.measures
    again = replace(first, source=replace(first.source, row=30))
    values = by_path(filled(replace(submission, measures=(first, again, *others))))
    assert values["measures[0].actions[0]"].value == values["measures[1].actions[0]"].value
    assert [str(place) for place in values["measures[0].actions[0]"].places] == ["ชีต มาตรการ C2"]
    assert [str(place) for place in values["measures[1].actions[0]"].places] == ["ชีต มาตรการ C30"]
    assert [str(place) for place in values["groups[0].measures[1].responsible"].places] == ["ชีต มาตรการ F30"]


def test_each_duty_names_its_own_cell(found: Mapping[str, Leaf]) -> None:
    duties = [one for path, one in found.items() if path.startswith("committees[1].duties[") and path.endswith(".text")]
    rows = [duty.source.row for duty in made.submission().committees[1].duties if duty.number is not None]
    assert len(duties) > 1
    assert [str(place) for one in duties for place in one.places] == [f"ชีต หน้าที่และอำนาจ C{row}" for row in rows]


def test_the_frequency_after_the_follow_ups_names_its_own_cell(found: Mapping[str, Leaf]) -> None:
    items = [one for path, one in found.items() if path.startswith("measures[2].follow_ups[")]
    assert {str(place) for one in items[:-1] for place in one.places} == {"ชีต มาตรการ D4"}
    assert [str(place) for place in items[-1].places] == ["ชีต มาตรการ E4"]


def test_a_name_that_the_measures_leave_out_names_the_cell_of_the_scores() -> None:
    submission = made.submission()
    first, *others = submission.measures
    values = by_path(filled(replace(submission, measures=(replace(first, indicator_name=""), *others))))
    assert [str(place) for place in values["measures[0].name"].places] == ["ชีต คะแนน B2"]


def test_every_name_has_its_values(found: Mapping[str, Leaf]) -> None:
    names = {one.name for one in found.values()}
    empty = {"activities[].pictures[]"}  # the invented office has taken none
    others = {one for one in KINDS if one.startswith("groups[].questions[]")}  # and is set out by indicator
    others |= {one for one in KINDS if one.startswith("analysis.mend[]")}  # nothing of it must be mended at once
    assert names | empty | others == {field.name for field in FIELDS}


def test_a_text_of_the_office_s_own_names_its_cell() -> None:
    source = Source("ข้อความวิเคราะห์", 7, {"key": "A", "text": "B"})
    own = tuple(Override(key=key, text="ข้อความของเรา", source=source) for key in ("3", "EIT", "summary"))
    values = by_path(filled(replace(made.submission(), overrides=own)))
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
    sound = replace(first, pictures=(picture(),), source=replace(row, row=8))
    submission = replace(submission, activities=(sound, replace(first, pictures=(odd,), source=row)))
    values = filled(submission)
    with pytest.raises(TemplateError) as caught:
        Template.load(ACTIVITIES).render(values)
    (problem,) = breaking("activities", ACTIVITIES, caught.value, values)
    assert str(problem.place) == "ชีต กิจกรรม E9"
    assert "activities_template.docx ในเนื้อหา ตรง {{ picture | fit(" in problem.message
    assert problem.hint == "บันทึกไฟล์ภาพ ภาพ.webp เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"


def test_a_template_that_is_broken_for_all_has_no_other_end() -> None:
    values = filled(made.submission())
    assert breaking("order", ORDER, TemplateError("แม่แบบ order_template.docx: เปิดไฟล์ไม่ได้"), values) == ()
    assert breaking("order", ORDER, TemplateError("ตรง {{ nobody }}: ไม่รู้จักชื่อ", "{{ nobody }}"), values) == ()


def test_a_text_that_was_lost_is_told_at_its_cell_with_its_tags() -> None:
    values = filled(made.submission())
    name = by_path(values)["committees[1].seats[1].name"]
    (problem,) = lost("order", ORDER, str(name.value), values)
    assert str(problem.place) == "ชีต บุคลากร C10"
    assert problem.message == f"ข้อความในช่องนี้หายไปจากเอกสาร order.docx: {name.value}"
    assert problem.hint.endswith("ข้อความนี้พิมพ์ด้วยแท็ก {{ seat.name }}")
