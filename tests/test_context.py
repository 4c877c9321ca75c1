"""The dict that templates are filled from, and the list of its names."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.framework.scores import FullMark
from ita_docs.model import Activity, AnalysisForm, Layout, Person, ScoreTable, Settings, Submission
from ita_docs.origin import CellPicture
from ita_docs.thai import parse_date
from ita_docs.values import FIELDS, FieldKind, build
from ita_docs.wording import word
from ita_docs.workbook.schema import GENERAL, PUBLISHED_SCORE, SHEETS
from officefiles.pictures import Picture
from officefiles.thai import Digits, parse_number

PICTURE = Picture(name="a.png", data=b"", width=4, height=3)


def context(submission: Submission, chart: Picture | None = None) -> dict[str, Any]:
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    own = load(submission.fiscal_year)
    return build(submission, framework, findings, word(submission, framework, findings, own), own, chart)


def whole() -> Submission:
    """A submission that fills every name."""
    shown = Settings(score_table=ScoreTable.QUESTIONS, next_level=True, layout=Layout.TOPICS)
    online = replace(made.submission().questions[0], code="e9", question="ระบบ E-Service")
    activity = replace(made.activities()[0], pictures=(PICTURE,))
    changes = {"fiscal_year": 2567, "questions": (online,), "papers": made.papers()}
    submission = made.submission(activities=(activity,), settings=shown, **changes)
    submission = made.with_record(submission, "scores", 3, score=Decimal("70"))
    return made.with_order(submission, emblem=PICTURE)


def leaves(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{name}[]")
    else:
        yield name, value


_TEXTS = {FieldKind.NUMBER: FieldKind.TEXT, FieldKind.DATE: FieldKind.TEXT}
KINDS_OF = {str: FieldKind.TEXT, bool: FieldKind.FLAG, Picture: FieldKind.PICTURE}


def kind_of(value: object) -> FieldKind:
    (kind,) = (kind for of, kind in KINDS_OF.items() if isinstance(value, of))
    return kind


def test_every_name_is_in_the_list_with_its_kind_and_nothing_else_is() -> None:
    built = {(name, kind_of(value)) for name, value in leaves(context(whole(), PICTURE))}
    assert built == {(field.name, _TEXTS.get(field.kind, field.kind)) for field in FIELDS}


def test_every_number_and_date_of_the_list_is_one_that_a_workbook_can_hold() -> None:
    kinds = {field.name: field.kind for field in FIELDS}
    built = [(name, str(value)) for name, value in leaves(context(whole(), PICTURE)) if value != ""]
    numbers = [(name, value) for name, value in built if kinds[name] is FieldKind.NUMBER]
    dates = [(name, value) for name, value in built if kinds[name] is FieldKind.DATE]
    assert [one for one in numbers if parse_number(one[1]) is None] == []
    assert [one for one in dates if parse_date(one[1].replace("\u00a0", " ")) is None] == []
    assert {name for name, _ in numbers} >= {"total", "goal", "indicators[].score", "indicators[].rank"}
    assert {name for name, _ in dates} >= {"order.date", "papers.notice_date", "papers.memo_date"}


def test_the_list_states_each_name_once_with_a_meaning() -> None:
    names = [field.name for field in FIELDS]
    assert len(names) == len(set(names))
    assert all(field.meaning for field in FIELDS)


def test_sheets_and_columns_are_the_workbooks_own() -> None:
    headings = {sheet.name: {field.heading for field in sheet.fields} for sheet in SHEETS}
    headings[GENERAL.name].add(PUBLISHED_SCORE.format(name="…"))  # of each instrument of the year
    for field in FIELDS:
        if field.columns:
            assert set(field.columns) <= headings[field.sheet], field.name
        else:
            assert field.sheet == "คำนวณ", field.name


def test_digits_are_thai_but_for_codes() -> None:
    values = context(made.submission())
    assert values["year"] == "๒๕๖๖"
    assert values["last_year"] == "๒๕๖๕"
    texts = [str(value) for _, value in leaves(values) if isinstance(value, str)]
    arabic = [text for text in texts if any("0" <= char <= "9" for char in text)]
    assert not [text for text in arabic if text != "O43" and "i" not in text]


def test_digits_are_arabic_where_the_workbook_says_so() -> None:
    values = context(made.submission(settings=Settings(digits=Digits.ARABIC)))
    assert values["digits_thai"] is False
    assert values["order"]["number"] == "123/2565"
    assert not [value for _, value in leaves(values) if isinstance(value, str) and any("๐" <= c <= "๙" for c in value)]


def test_the_order_says_from_when_it_holds() -> None:
    now = context(made.submission())["order"]
    later = context(made.with_order(made.submission(), effective=datetime.date(2022, 12, 1)))["order"]
    assert now["effective"] == "ตั้งแต่บัดนี้เป็นต้นไป"
    assert later["effective"] == "ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๕ เป็นต้นไป"
    assert now["date"] == "๑๕ พฤศจิกายน พ.ศ.\u00a0๒๕๖๕"
    assert now["signatory"] == now["signatory_name"] == "นายปราโมทย์ ชลธารทอง"
    assert now["signatory_rank"] == ""


@pytest.mark.parametrize(
    ("title", "rank", "name"),
    [
        ("ว่าที่ร้อยตรี", "ว่าที่ร้อยตรี", "ปราโมทย์ ชลธารทอง"),
        ("พันตำรวจเอก", "พันตำรวจเอก", "ปราโมทย์ ชลธารทอง"),
        ("ว่าที่ร้อยตรี ดร.", "ว่าที่ร้อยตรี", "ดร.ปราโมทย์ ชลธารทอง"),
        ("ดร.", "", "ดร.ปราโมทย์ ชลธารทอง"),
    ],
)
def test_the_rank_of_who_signs_stands_apart_from_the_name(title: str, rank: str, name: str) -> None:
    order = made.submission().order
    whole = made.with_order(made.submission(), signatory=replace(order.signatory, title=title))
    values = context(whole)["order"]
    assert (values["signatory_rank"], values["signatory_name"]) == (rank, name)
    assert values["signatory"] == f"{title}ปราโมทย์ ชลธารทอง"


def seats(submission: Submission, committee: int) -> list[dict[str, Any]]:
    return context(submission)["committees"][committee]["seats"]


AT_LEFT = Settings(members_indented=False)
"""The members of the order have the whole width."""


def test_a_seat_is_a_person_with_a_post_or_a_post() -> None:
    assert seats(made.submission(), 0)[0] == {
        "number": "(๑)", "name": "ผู้อำนวยการเขตดอนทราย", "position": "", "role": "ประธานกรรมการ", "more": {},
    }  # fmt: skip
    assert seats(made.submission(settings=AT_LEFT), 1)[2] == {
        "number": "(๓)", "name": "นางสาวปิยะฉัตร หอมดอกไม้", "position": "นายช่างโยธาชำนาญงาน ฝ่ายโยธา", "role": "คณะทำงาน",
        "more": {},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("post", "section", "printed"),
    [
        ("นิติกรชำนาญการ", "ฝ่ายเทศกิจ", "นิติกรชำนาญการ ฝ่ายเทศกิจ"),
        ("เจ้าพนักงานปกครองชำนาญการ", "ฝ่ายทะเบียน", "เจ้าพนักงานปกครองชำนาญการ\nฝ่ายทะเบียน"),
        ("หัวหน้าฝ่ายเทศกิจ", "ฝ่ายเทศกิจ", "หัวหน้าฝ่ายเทศกิจ"),
        ("นิติกรชำนาญการ", "", "นิติกรชำนาญการ"),
    ],
)
def test_a_long_section_goes_to_the_next_line(post: str, section: str, printed: str) -> None:
    changed = made.with_seat(made.submission(settings=AT_LEFT), 1, 2, position=post, section=section)
    assert seats(changed, 1)[2]["position"] == printed


@pytest.mark.parametrize(
    ("title", "role", "printed"),
    [
        ("ว่าที่ร้อยตรี", "คณะทำงาน", "ว่าที่ร้อยตรีกมลวรรณ ใจงาม"),
        ("ว่าที่ร้อยตรีหญิง", "คณะทำงาน", "ว่าที่ร้อยตรีหญิงกมลวรรณ\nใจงาม"),
        ("ร้อยตำรวจเอก", "คณะทำงาน", "ร้อยตำรวจเอกกมลวรรณ ใจงาม"),
        ("จ่าสิบตำรวจ", "คณะทำงานและผู้ช่วยเลขานุการ", "จ่าสิบตำรวจกมลวรรณ ใจงาม"),
        ("ร้อยตำรวจโท", "คณะทำงานและผู้ช่วยเลขานุการ", "ร้อยตำรวจโทกมลวรรณ\nใจงาม"),
    ],
)
def test_a_long_name_goes_on_with_the_family_name_on_the_next_line(title: str, role: str, printed: str) -> None:
    person = Person(title=title, first_name="กมลวรรณ", last_name="ใจงาม")
    changed = made.with_seat(made.submission(settings=AT_LEFT), 1, 2, person=person, role=role)
    assert seats(changed, 1)[2]["name"] == printed


def test_a_long_role_asks_for_the_wider_column() -> None:
    def long_roles(submission: Submission) -> bool:
        return context(submission)["committees"][0]["long_roles"]

    assert not long_roles(made.submission())
    assert long_roles(made.with_seat(made.submission(), 0, 6, role="กรรมการและผู้ช่วยเลขานุการ"))


def test_the_sentence_before_the_duties_stands_apart() -> None:
    board, group = context(made.submission())["committees"]
    assert board["duties"] == []
    assert group["lead"] == "โดยให้คณะทำงานมีหน้าที่ ดังนี้"
    assert [duty["number"] for duty in group["duties"]] == ["๒.๑", "๒.๒"]
    at_left = context(made.submission(settings=AT_LEFT))["committees"][1]
    assert [duty["number"] for duty in at_left["duties"]] == ["๑.", "๒."]


def test_scores_have_two_decimals_and_a_full_mark_as_chosen() -> None:
    short = context(made.submission())["indicators"]
    long = context(made.submission(settings=Settings(full_mark=FullMark.LONG)))["indicators"]
    assert (short[0]["score"], short[8]["score"]) == ("๙๐.๐๐", "๑๐๐")
    assert long[8]["score"] == "๑๐๐.๐๐"


def test_changes_carry_their_sign_and_are_empty_where_unknown() -> None:
    changed = made.with_record(made.submission(), "scores", 1, previous=Decimal("90.50"))
    changed = made.with_record(changed, "scores", 2, previous=None)
    found = context(changed)["indicators"]
    assert [one["change"] for one in found[:3]] == ["+๕.๐๐", "-๒.๕๐", ""]
    assert found[2]["previous"] == ""


def test_strengths_and_weaknesses_are_ordered_and_instruments_weighted() -> None:
    values = context(made.submission(settings=Settings(analysis_form=AnalysisForm.SPLIT)))
    analysis = values["analysis"]
    assert [one["number"] for one in analysis["weaknesses"]] == ["๖", "๔"]
    assert analysis["strengths"][0]["number"] == "๙"
    assert values["instruments"][2] == {
        "code": "OIT", "name": "แบบตรวจการเปิดเผยข้อมูลสาธารณะ", "weight": "๔๐", "score": "๙๘.๐๐", "weighted": "๓๙.๒๐",
        "indicators": values["indicators"][8:],
    }  # fmt: skip
    assert (values["total"], values["level"], values["goal"]) == ("๙๑.๔๐", "A", "๘๕")


def test_a_second_row_of_an_indicator_is_marked_as_its_continuation() -> None:
    rows = made.measures()
    second = replace(rows[0], actions=("จัดอบรม",), frequency="")
    found = context(made.submission(measures=(rows[0], second, *rows[1:])))["measures"]
    assert [one["continued"] for one in found[:3]] == [False, True, False]
    assert found[0]["follow_ups"] == ["ติดตามการเผยแพร่คู่มือการปฏิบัติงาน", "ปีละ ๒ ครั้ง"]
    assert found[1]["follow_ups"] == ["ติดตามการเผยแพร่คู่มือการปฏิบัติงาน"]


def test_the_measures_sheet_may_spell_an_indicator_its_own_way() -> None:
    changed = made.with_record(made.submission(), "measures", 3, indicator_name="การใช้ทรัพย์สินของทางราชการ")
    changed = made.with_record(changed, "measures", 4, indicator_name="")
    found = context(changed)["measures"]
    assert found[3]["name"] == "การใช้ทรัพย์สินของทางราชการ"
    assert found[4]["name"] == "การแก้ไขปัญหาการทุจริต"


def test_an_activity_keeps_its_lines_and_pictures() -> None:
    activity = Activity(
        number=1, date=datetime.date(2023, 1, 6), caption="ประชุม\nครั้งที่ 1", place="", pictures=(PICTURE,)
    )
    assert context(made.submission(activities=(activity,)))["activities"] == [
        {
            "number": "๑",
            "date": "๖ มกราคม ๒๕๖๖",
            "caption": "ประชุม\nครั้งที่ ๑",
            "place": "",
            "pictures": [CellPicture.of(replace(PICTURE, alternative=activity.caption))],
            "more": {},
        }
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ปลัดเทศบาล รักษาราชการแทน นายกเทศมนตรีตำบลโคกสูง", "ปลัดเทศบาล\nรักษาราชการแทน นายกเทศมนตรีตำบลโคกสูง"),
        ("รองปลัด อบต.\nปฏิบัติราชการแทน ปลัด อบต.", "รองปลัด อบต.\nปฏิบัติราชการแทน ปลัด อบต."),
        ("ผู้อำนวยการเขตดอนทราย", "ผู้อำนวยการเขตดอนทราย"),
    ],
)
def test_who_signs_in_anothers_stead_says_so_on_a_line_of_its_own(typed: str, printed: str) -> None:
    assert (
        context(made.with_order(made.submission(), signatory_position=typed))["order"]["signatory_position"] == printed
    )


@pytest.mark.parametrize(
    ("subject", "lines"),
    [
        ("แต่งตั้งคณะทำงาน ประจำปีงบประมาณ พ.ศ. 2566", "แต่งตั้งคณะทำงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"),
        (
            "แต่งตั้งคณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566",
            "แต่งตั้งคณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส\nประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        ),
        ("แต่งตั้งคณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส", "แต่งตั้งคณะกรรมการขับเคลื่อนการประเมินคุณธรรมและความโปร่งใส"),
    ],
)
def test_the_fiscal_year_of_an_order_stays_on_one_line_of_its_heading(subject: str, lines: str) -> None:
    found = context(made.with_order(made.submission(), subject=subject))["order"]["subject_lines"]
    assert found.replace("\u00a0", " ") == lines


def test_those_who_answer_for_a_measure_stand_in_one_line() -> None:
    for typed, owners in (("กองช่าง", "กองช่าง"), ("กองช่าง\nกองคลัง", "กองช่างและกองคลัง"), ("ก\nข\nค", "ก ข และค")):
        whole = made.with_record(made.submission(), "measures", 0, responsible=typed)
        assert context(whole)["measures"][0]["owners"] == owners
