"""What the year's items ask for, against a complete submission and one that lacks something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import made
import made_docx
from ita_docs import places
from ita_docs.batch import left_out
from ita_docs.checks.completeness import ANSWERS, CompletenessRow, Found, completeness, printed_by
from ita_docs.framework.load import available, load
from ita_docs.framework.model import ASPECTS
from ita_docs.model import AnalysisForm, Layout, Settings, Source, Submission
from ita_docs.papers.reading import Reading, completeness_of

STEPS = "ขั้นตอนหรือวิธีการปฏิบัติ"
FOLLOW_UPS = "แนวทางการกำกับติดตาม"
MEASURES = "มาตรการที่กำหนดจากผลการวิเคราะห์"
CHOSEN = frozenset({"steps", "period", "reporting"})
SHOWN = Settings(layout=Layout.TOPICS, columns=CHOSEN)
"""All that an item may ask for and that an office may leave out is shown."""


def rows(submission: Submission, year: int = 2566) -> dict[str, CompletenessRow]:
    """The rows by what is required."""
    return {row.requirement: row for row in completeness(submission, load(year))}


def without(field: str, *indicators: int) -> Submission:
    """A submission whose measures of these indicators lack a field."""
    measures = (
        replace(measure, **{field: ()} if field == "follow_ups" else {field: ""})
        if measure.indicator in indicators
        else measure
        for measure in made.measures()
    )
    return made.submission(settings=SHOWN, measures=tuple(measures))


def reported() -> Submission:
    """A submission that tells what came of every measure."""
    results = tuple(replace(one, result="แล้วเสร็จ") for one in made.results())
    return made.submission(settings=SHOWN, results=results)


def test_a_complete_submission_has_all() -> None:
    found = [(row.item, row.found) for row in completeness(reported(), load(2566))]
    assert found == [("O42", Found.FULL)] * 7 + [("O43", Found.FULL)]


def test_a_measure_of_last_year_without_a_result() -> None:
    *_, results = completeness(made.submission(), load(2566))
    assert (results.found, results.where) == (
        Found.PARTLY,
        "ชีตผลการดำเนินการ ยังไม่มีผลหรือเหตุขัดข้อง 1 มาตรการ จากทั้งหมด 3 มาตรการ",
    )


def test_activities_alone_are_no_results() -> None:
    *_, results = completeness(made.submission(results=()), load(2566))
    assert results.found is Found.NONE


def test_what_the_tracker_lacks_is_told_of_the_tracker() -> None:
    of_tracker = tuple(replace(one, source=Source("แผนติดตาม", 5, {})) for one in made.results())
    *_, results = completeness(made.submission(results=of_tracker), load(2566))
    assert results.where.startswith("ไฟล์ติดตาม ชีตแผนติดตาม ยังไม่มีผลหรือเหตุขัดข้อง 1 มาตรการ")


def test_the_item_of_results_names_the_year_whose_measures_are_reported() -> None:
    """Of a year whose items are not known yet, the last known one is asked with its own year's results."""
    for year in (2569, 2570):
        *_, results = completeness(made.submission(fiscal_year=year), load(2569))
        assert results.title.endswith(f"ภายในหน่วยงาน ปีงบประมาณ พ.ศ. {year - 1}")


def test_what_some_indicators_lack_is_named() -> None:
    row = rows(without("steps", 2, 10))[STEPS]
    assert (row.found, row.where) == (Found.PARTLY, "ชีตมาตรการ คอลัมน์ขั้นตอน ขาดตัวชี้วัดที่ 2, 10")


def test_what_no_indicator_has() -> None:
    row = rows(without("steps", *range(1, 11)))[STEPS]
    assert (row.found, row.where) == (Found.NONE, "ชีตมาตรการ คอลัมน์ขั้นตอน ยังไม่ได้กรอก")


@pytest.mark.parametrize("field", ["follow_ups", "frequency"])
def test_a_follow_up_needs_its_frequency_too(field: str) -> None:
    assert rows(without(field, 4))[FOLLOW_UPS].where.endswith("ขาดตัวชี้วัดที่ 4")


def test_an_indicator_without_a_measure() -> None:
    whole = made.submission(measures=made.measures()[:-1])
    assert rows(whole)[MEASURES].where.endswith("ขาดตัวชี้วัดที่ 10")


def test_each_of_several_rows_must_have_what_is_asked_for() -> None:
    first, *rest = made.measures()
    whole = made.submission(settings=SHOWN, measures=(replace(first, steps=""), first, *rest))
    assert (rows(whole)[STEPS].found, rows(whole)[STEPS].where) == (
        Found.PARTLY,
        "ชีตมาตรการ คอลัมน์ขั้นตอน ยังไม่ครบทุกแถวของตัวชี้วัดที่ 1",
    )
    assert rows(whole)[MEASURES].found is Found.FULL


def test_one_list_does_not_tell_strengths_from_weaknesses() -> None:
    whole = made.submission(settings=Settings(analysis_form=AnalysisForm.ONE_LIST))
    analysis, *_ = completeness(whole, load(2566))
    assert analysis.found is Found.PARTLY
    assert "ไม่แยกจุดแข็งออกจากจุดอ่อน" in analysis.where


def test_topics_without_measures_are_named() -> None:
    whole = made.submission(settings=SHOWN, measures=made.measures()[:3] + made.measures()[4:])
    topics, *_ = completeness(whole, load(2567))
    assert (topics.found, topics.where) == (
        Found.PARTLY,
        "ชีตมาตรการ ยังไม่ครอบคลุม (4) กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
    )


def test_neither_activities_nor_results() -> None:
    *_, results = completeness(made.submission(activities=(), results=()), load(2566))
    assert results.found is Found.NONE


@pytest.mark.parametrize("year", available())
def test_every_year_is_answered_with_its_own_items(year: int) -> None:
    framework = load(year)
    answered = completeness(made.submission(), framework)
    assert [row.item for row in answered] == [item.code for item in framework.items for _ in item.requires]


def test_every_aspect_has_an_answer() -> None:
    assert set(ANSWERS) == set(ASPECTS)


def test_of_a_year_without_rules_those_of_the_year_before_are_asked_and_not_taken_for_its_own() -> None:
    newest = max(available())
    completed = Reading(made.submission(fiscal_year=newest + 1), load(newest))
    rows_of_newest = completeness(made.submission(), load(newest))
    assert [(row.year, row.item, row.requirement, row.verified) for row in completeness_of(completed)] == [
        (newest, "", row.requirement, False) for row in rows_of_newest
    ]
    own = completeness_of(Reading(made.submission(), load(2565)))
    assert {row.year for row in own} == {2566}
    assert any(row.verified for row in own)
    assert completeness_of(Reading()) == ()


def test_one_list_of_scores_that_are_not_whole_lacks_the_scores_first() -> None:
    settings = Settings(analysis_form=AnalysisForm.ONE_LIST)
    analysis, *_ = completeness(made.submission(settings=settings, scores=made.scores()[1:]), load(2566))
    assert (analysis.found, analysis.where) == (Found.PARTLY, "ชีตคะแนน ขาดตัวชี้วัดที่ 1")


def test_an_obstacle_tells_what_came_of_a_measure_as_a_result_does() -> None:
    one, *_ = made.results()
    for change, found in (({"result": "", "problem": "ขาดคน"}, Found.FULL), ({"result": "ครบ"}, Found.FULL)):
        *_, results = completeness(made.submission(results=(replace(one, **change),)), load(2566))
        assert (results.found, results.where) == (
            found,
            "ชีตผลการดำเนินการ 1 มาตรการ (ตัวชี้วัดที่ 1) โปรดตรวจว่าครบทุกมาตรการของปีก่อน",
        )
    *_, results = completeness(made.submission(results=(replace(one, result="", problem=""),)), load(2566))
    assert results.found is Found.PARTLY


def test_no_topic_has_its_measures() -> None:
    topics, *_ = completeness(made.submission(measures=()), load(2567))
    assert topics.found is Found.NONE
    assert topics.where.count("(") == 7
    half = made.submission(measures=tuple(replace(one, actions=()) for one in made.measures()))
    assert completeness(half, load(2567))[0].found is Found.NONE


def test_a_row_as_plain_values() -> None:
    (row, *_) = completeness(made.submission(), load(2566))
    assert row.as_dict()["item"] == row.item
    assert row.found.thai == "มีครบ"


@pytest.mark.parametrize(
    ("column", "heading"), [("steps", "ขั้นตอน"), ("period", "ระยะเวลา"), ("reporting", "การรายงานผล")]
)
def test_a_column_that_is_filled_and_not_shown_is_told(column: str, heading: str) -> None:
    """The list looks at what the documents show: a filled column that the office chose not to print is not there."""
    asked = {"steps": STEPS, "period": "ระยะเวลาดำเนินการ", "reporting": "แนวทางการรายงานผล"}[column]
    hidden = made.submission(settings=replace(SHOWN, columns=CHOSEN - {column}))
    row = rows(hidden)[asked]
    assert (row.found, row.found.thai) == (Found.HIDDEN, "กรอกแล้วแต่เลือกไม่แสดง")
    assert row.where == f"ชีตข้อมูลทั่วไป “คอลัมน์{heading}” เลือกไม่แสดง ตารางมาตรการจึงไม่มีคอลัมน์นี้"
    assert row.missing == f"{asked} (กรอกแล้วแต่เลือกไม่แสดง)"
    assert [one.found for one in rows(hidden).values() if one.requirement != asked] == [Found.FULL] * 6 + [Found.PARTLY]


def test_a_column_that_is_neither_filled_nor_shown_is_not_there() -> None:
    bare = tuple(replace(one, steps="") for one in made.measures())
    assert rows(made.submission(measures=bare))[STEPS].found is Found.NONE


def test_topics_that_the_documents_are_not_set_out_by_are_told() -> None:
    topics, *_ = completeness(made.submission(settings=replace(SHOWN, layout=Layout.INDICATORS)), load(2568))
    assert topics.found is Found.HIDDEN
    assert topics.where == "ชีตข้อมูลทั่วไป “จัดเอกสารตาม” เลือกตัวชี้วัด เอกสารจึงไม่มีหัวข้อตามประเด็น"


def test_what_the_offices_own_template_does_not_print_is_not_there(tmp_path: Path) -> None:
    own = tmp_path / "measures_template.docx"
    own.write_bytes(
        made_docx.docx(made_docx.p("{% for one in measures %}{{ one.actions }}{{ one.steps }}{% endfor %}"))
    )
    missing = left_out({"measures": own})
    assert {"period", "reporting", "responsible"} <= missing.keys()
    assert not {"steps", "actions"} & missing.keys()
    found = {row.aspect: row for row in printed_by(completeness(reported(), load(2566)), missing)}
    assert (found["steps"].found, found["period"].found) == (Found.FULL, Found.HIDDEN)
    assert found["period"].where == "แม่แบบ measures_template.docx ของหน่วยงานไม่พิมพ์ส่วนนี้"
    assert left_out(places.template_files(working=None)) == left_out({}) == {}
    bare = made.submission(measures=tuple(replace(one, period="") for one in made.measures()))
    assert {row.aspect: row.found for row in printed_by(completeness(bare, load(2566)), missing)}[
        "period"
    ] is Found.NONE


def test_what_is_missing_is_cut_at_the_end_of_a_word() -> None:
    """A long requirement on the one line of a build."""
    topics, *_ = completeness(made.submission(measures=()), load(2567))
    assert len(topics.requirement) > 60
    assert topics.missing == "การวิเคราะห์ผลการประเมินของปีที่ผ่านมาให้ครอบคลุมประเด็น…"
