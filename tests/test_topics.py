"""Documents set out by the seven topics of the year, from the framework file, where the workbook asks for it."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest

import made
import made_workbook
from ita_docs.analysis import analyse
from ita_docs.framework.load import available, load
from ita_docs.framework.model import Framework
from ita_docs.model import AnalysisForm, Layout, QuestionScore, Settings
from ita_docs.papers.reading import read_and_check
from ita_docs.values import build
from ita_docs.values.fields import KINDS
from ita_docs.values.leaves import leaves
from ita_docs.wording import word
from ita_docs.workbook.reader import read
from wordfill.engine import Template

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
ASSETS = "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ"
BY_TOPIC = Settings(layout=Layout.TOPICS)


def filled(
    settings: Settings = BY_TOPIC, year: int = 2567, own: Framework | None = None, **changes: Any
) -> dict[str, Any]:
    whole = made.submission(fiscal_year=year, settings=settings, **changes)
    framework = load(whole.assessed_year)
    findings = analyse(whole, framework)
    own = own or (load(year) if year in available() else None)
    return build(whole, framework, findings, word(whole, framework, findings, own), own)


def printed(name: str, values: dict[str, Any]) -> Any:
    return docx.Document(io.BytesIO(Template.load(TEMPLATES / f"{name}_template.docx").render(values).data()))


def numbers(values: dict[str, Any], name: str) -> list[list[int]]:
    return [[int(one["number"]) for one in group[name]] for group in values["groups"]]


# What belongs to a topic


def test_each_topic_has_its_own_indicators_and_measures() -> None:
    values = filled()
    expected = [list(topic.indicators) for topic in load(2567).topics]
    assert numbers(values, "indicators") == expected
    assert numbers(values, "measures") == expected
    assert [group["number"] for group in values["groups"]] == list("๑๒๓๔๕๖๗")
    assert values["groups"][3]["name"] == ASSETS


@pytest.mark.parametrize("year", [year for year in available() if load(year).topics])
def test_no_indicator_is_lost_in_any_year(year: int) -> None:
    found = [number for group in numbers(filled(year=year), "measures") for number in group]
    assert sorted(found) == list(range(1, 11))


def test_the_year_after_the_last_framework_keeps_its_topics() -> None:
    year = max(available()) + 1
    assert len(filled(year=year)["groups"]) == 7


def test_a_year_without_topics_is_set_out_by_indicator() -> None:
    values = filled(year=2566)
    assert not values["by_topic"]
    assert numbers(values, "measures") == [list(range(1, 11))]


def test_without_the_choice_the_documents_are_set_out_by_indicator() -> None:
    values = filled(Settings())
    assert not values["by_topic"]
    assert [(group["number"], group["name"]) for group in values["groups"]] == [("", "")]


def test_what_bears_on_no_topic_comes_last_under_a_name_without_a_number() -> None:
    own = load(2567)
    values = filled(own=replace(own, topics=own.topics[:3]))
    assert numbers(values, "indicators") == [[1, 6], [8], [7, 9], [2, 3, 4, 5, 10]]
    assert (values["groups"][-1]["number"], values["groups"][-1]["name"]) == ("", "ตัวชี้วัดอื่น")
    assert values["analysis"]["topics_lead"] == "ผลการวิเคราะห์จำแนกตามประเด็น ๓ ด้าน ปรากฏดังนี้"


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        (
            0,
            "พิจารณาจากผลการประเมิน ๒ ตัวชี้วัด ได้คะแนนถึงเป้าหมาย ๘๕ คะแนน จำนวน ๑ ตัวชี้วัด"
            " และต้องปรับปรุงและพัฒนาให้ดียิ่งขึ้น จำนวน ๑ ตัวชี้วัด",
        ),
        (
            3,
            "พิจารณาจากผลการประเมิน ๑ ตัวชี้วัด ซึ่งยังได้คะแนนไม่ถึงเป้าหมาย ๘๕ คะแนน จึงต้องปรับปรุงและพัฒนาให้ดียิ่งขึ้น",
        ),
        (
            6,
            "พิจารณาจากผลการประเมิน ๒ ตัวชี้วัด ซึ่งได้คะแนนถึงเป้าหมาย ๘๕ คะแนน จึงเป็นจุดแข็งที่ควรรักษาไว้และพัฒนาให้เกิดความต่อเนื่อง",
        ),
    ],
)
def test_how_the_indicators_of_a_topic_stand(topic: int, expected: str) -> None:
    assert filled()["groups"][topic]["text"] == expected


def question(code: str, text: str, score: str) -> QuestionScore:
    return QuestionScore(code=code, question=text, score=Decimal(score))


STANDS = "พิจารณาจากผลการประเมิน ๑ ตัวชี้วัด ซึ่งได้คะแนนถึงเป้าหมาย ๘๕ คะแนน จึงเป็นจุดแข็งที่ควรรักษาไว้และพัฒนาให้เกิดความต่อเนื่อง"


def test_a_topic_tells_of_its_own_questions_by_their_text() -> None:
    given = (
        question("e9", "หน่วยงานมีการให้บริการผ่านระบบ E-service", "81.5"),
        question("e1", "เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน", "70"),
        question("o5", "E–Service", "100"),
        question("i5", "การจัดซื้อจัดจ้างของหน่วยงาน", "60"),
        question("o18", "ข้อมูลการติดต่อ", "50"),
    )
    found = filled(questions=given)["groups"]
    assert found[1]["text"] == (
        f"{STANDS} นอกจากนี้ คะแนนรายข้อในเรื่องการให้บริการผ่านระบบ E-Service ได้แก่"
        " ข้อ e9 หน่วยงานมีการให้บริการผ่านระบบ E-service (๘๑.๕๐ คะแนน) และข้อ o5 E–Service (๑๐๐ คะแนน)"
        " โดยข้อที่ต้องปรับปรุงและพัฒนา เนื่องจากได้คะแนนไม่ถึงเป้าหมาย ๘๕ คะแนน ได้แก่ ข้อ e9"
    )
    assert [(one["code"], one["score"], one["weakest"]) for one in found[1]["questions"]] == [
        ("e9", "๘๑.๕๐", True),
        ("o5", "๑๐๐", False),
    ]
    assert found[4]["text"] == STANDS
    assert [group["questions"] for group in (found[0], *found[2:])] == [[]] * 6


def test_a_question_without_a_text_is_known_by_its_code() -> None:
    given = (question("o19", "", "100"), question("o22", "", "100"), question("o23", "", "75"))
    found = filled(questions=given)["groups"]
    assert found[4]["text"] == (
        f"{STANDS} นอกจากนี้ คะแนนรายข้อในเรื่องการจัดซื้อจัดจ้าง ได้แก่ ข้อ o19 (๑๐๐ คะแนน) และข้อ o22 (๑๐๐ คะแนน)"
    )
    assert [one["code"] for one in found[5]["questions"]] == ["o23"]


def test_in_a_year_whose_numbers_are_not_known_only_the_text_tells() -> None:
    given = (question("o19", "", "100"), question("o20", "แผนการบริหารและพัฒนาทรัพยากรบุคคล", "75"))
    found = filled(year=2569, questions=given)["groups"]
    assert [[one["code"] for one in group["questions"]] for group in found] == [[], [], [], [], [], ["o20"], []]


def test_every_value_of_a_group_names_its_cells() -> None:
    cells = {one.path: [str(place) for place in one.places] for one in leaves(filled(), KINDS)}
    assert cells["groups[2].measures[1].actions[0]"] == ["ชีต มาตรการ C10"]
    assert cells["groups[2].indicators[1].score"] == ["ชีต คะแนน C10"]


# The documents


@pytest.mark.parametrize("columns", [(), ("score", "steps")])
def test_the_measures_stand_below_their_topics(columns: tuple[str, ...]) -> None:
    values = filled(replace(BY_TOPIC, columns=frozenset(columns)))
    (table,) = printed("measures", values).tables
    rows = [row.tc_lst for row in table._tbl.tr_lst]
    topics = [number for number, cells in enumerate(rows) if len(cells) == 1]
    assert len(rows) == 1 + 7 + 10
    assert [table.cell(number, 0).text.split(" ", 2)[:2] for number in topics] == [
        ["ประเด็นที่", number] for number in "๑๒๓๔๕๖๗"
    ]
    assert topics[:3] == [1, 4, 6]
    assert all(rows[number][0].grid_span == len(table.columns) == 5 + len(columns) for number in topics)
    assert table.cell(topics[3], 0).text == f"ประเด็นที่ ๔ {ASSETS}"
    assert table.cell(topics[3] + 1, 0).text.replace("\u00a0", " ").startswith("ตัวชี้วัดที่ ๔\n")


@pytest.mark.parametrize("form", AnalysisForm)
def test_the_analysis_is_set_out_by_topic_in_either_form(form: AnalysisForm) -> None:
    values = filled(replace(BY_TOPIC, analysis_form=form))
    lines = [paragraph.text for paragraph in printed("analysis", values).paragraphs]
    start = lines.index("ผลการวิเคราะห์จำแนกตามประเด็น ๗ ด้าน ปรากฏดังนี้")
    assert lines[start + 1] == "ประเด็นที่ ๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ"
    assert lines[start + 3].startswith("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (จุดแข็ง) ได้ ๙๐.๐๐ คะแนน")
    assert lines[start + 4].startswith("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน (จุดที่ควรพัฒนา) ")
    assert sum(line.startswith("ประเด็นที่ ") for line in lines) == 7
    assert sum(line.startswith("ตัวชี้วัดที่ ") for line in lines) == 10
    assert lines[-1] == values["analysis"]["closing"]


def test_by_indicator_no_line_speaks_of_topics() -> None:
    for name in ("analysis", "measures"):
        document = printed(name, filled(Settings()))
        assert "ประเด็นที่ ๑" not in "".join(node.text or "" for node in document.element.body.iter("{*}t"))


# The workbook


def asking(folder: Path, choice: str, year: str = "2567") -> Path:
    book = made_workbook.sheets()
    for row in book["ข้อมูลทั่วไป"]:
        row[1] = {"จัดเอกสารตาม": choice, "ปีงบประมาณ": year}.get(str(row[0]), row[1])
    return made_workbook.save(book, folder)


@pytest.mark.parametrize(
    ("choice", "layout"),
    [
        ("ประเด็น 7 ด้าน", Layout.TOPICS),
        ("ประเด็น ๗ ด้าน", Layout.TOPICS),
        ("ตัวชี้วัด", Layout.INDICATORS),
        ("", Layout.INDICATORS),
    ],
)
def test_the_choice_is_read_from_the_workbook(tmp_path: Path, choice: str, layout: Layout) -> None:
    submission, problems = read(asking(tmp_path, choice))
    assert submission, problems
    assert submission.settings.layout is layout


@pytest.mark.parametrize(
    ("choice", "year", "reported"),
    [("ประเด็น 7 ด้าน", "2566", True), ("ประเด็น 7 ด้าน", "2567", False), ("ตัวชี้วัด", "2566", False)],
)
def test_topics_asked_for_in_a_year_that_has_none_are_told(
    tmp_path: Path, choice: str, year: str, reported: bool
) -> None:
    problems = read_and_check(asking(tmp_path, choice, year)).problems
    cell = f"B{2 + made.GENERAL.index('layout')}"
    expected = [("warning", f"ชีต ข้อมูลทั่วไป {cell}")] if reported else []
    assert [(one.severity.value, str(one.place)) for one in problems if one.kind == "no-topics"] == expected
