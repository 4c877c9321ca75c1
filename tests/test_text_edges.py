"""Figures, Thai text and the values of templates on both sides of where each rule stops."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import made
from ita_docs import thai
from ita_docs.analysis import analyse, due_dates, follow, moves
from ita_docs.framework.load import load
from ita_docs.framework.scores import ScoreFormat, half_up
from ita_docs.model import AnalysisForm, Layout, Person, Settings, Status, Submission
from ita_docs.values import build
from ita_docs.values.leaves import expected, leaves
from ita_docs.values.measures import groups
from ita_docs.wording import TopicText, word


def values_of(whole: Submission) -> dict[str, Any]:
    framework, own = load(whole.assessed_year), load(whole.fiscal_year)
    findings = analyse(whole, framework)
    return build(whole, framework, findings, word(whole, framework, findings, own), own)


# Rounds of a year


@pytest.mark.parametrize(
    ("frequency", "last_days"),
    [
        ("ทุก 4 เดือน", ["2023-01-31", "2023-05-31", "2023-09-30"]),
        ("รอบ 6 เดือน", ["2023-03-31", "2023-09-30"]),
        ("ทุกครึ่งปี", ["2023-03-31", "2023-09-30"]),
        ("ปีละสี่ครั้ง", ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        ("ทุกสองเดือน", ["2022-11-30", "2023-01-31", "2023-03-31", "2023-05-31", "2023-07-31", "2023-09-30"]),
        ("ปีละ 6 ครั้ง", ["2022-11-30", "2023-01-31", "2023-03-31", "2023-05-31", "2023-07-31", "2023-09-30"]),
        ("ไม่น้อยกว่าปีละ 1 ครั้ง", ["2023-09-30"]),
        ("• ทุกปี", ["2023-09-30"]),
        ("รายงานทุกปี", ["2023-09-30"]),
        ("ตามความจำเป็น", None),
    ],
)
def test_the_ends_of_the_rounds_that_a_frequency_means(frequency: str, last_days: list[str] | None) -> None:
    found = due_dates(frequency, 2566)
    assert (None if found is None else [day.isoformat() for day in found]) == last_days


@pytest.mark.parametrize("frequency", ["เดือนละครั้ง", "เดือนละ 1 ครั้ง", "รายเดือน", "ปีละ ๑๒ ครั้ง", "เดือนละหนึ่งครั้ง"])
def test_a_round_a_month(frequency: str) -> None:
    assert len(due_dates(frequency, 2566) or ()) == 12


# What came of last year's measures


def of_status(*statuses: tuple[int, Status]) -> Any:
    first, *_ = made.results()
    given = [replace(first, indicator=number, status=status) for number, status in statuses]
    whole = made.submission()
    return follow(given, analyse(whole, load(2565)))


def test_which_indicators_have_measures_that_are_not_done_and_which_none_begun() -> None:
    found = of_status(
        (1, Status.DONE),
        (2, Status.DONE),
        (2, Status.NOT_STARTED),
        (4, Status.NOT_STARTED),
        (4, Status.NOT_POSSIBLE),
        (6, Status.UNDER_WAY),
        (7, Status.NOT_POSSIBLE),
    )
    assert (found.unfinished, found.untouched) == ((2, 4, 6, 7), (4, 7))
    assert [one.number for one in found.indicators] == [1, 2, 4, 6, 7]
    assert moves(one.change for one in found.indicators) == (3, 1, 1)
    assert half_up(found.percent_done, 2) == Decimal("28.57")
    assert of_status(*[(1, Status.DONE)], *[(1, Status.UNDER_WAY)] * 7).percent_done == Decimal("12.50")
    assert of_status((1, Status.DONE), *[(1, Status.UNDER_WAY)] * 15).percent_done == Decimal("6.25")


def test_a_score_that_moves_by_a_hundredth_has_moved() -> None:
    first, *_ = made.results()
    for score, previous, moved in (
        ("85.01", "85.00", (1, 0, 0)),
        ("84.99", "85.00", (0, 1, 0)),
        ("85", "85.00", (0, 0, 1)),
    ):
        whole = made.with_record(made.submission(), "scores", 0, score=Decimal(score), previous=Decimal(previous))
        found = follow([first], analyse(whole, load(2565)))
        assert moves(one.change for one in found.indicators) == moved


def test_the_report_tells_how_scores_moved() -> None:
    moves = values_of(made.submission())["results"]["moves"]
    assert "๒๕๖๔" in moves
    assert "๒๕๖๕" in moves
    assert moves.endswith("เพิ่มขึ้น ๑ ตัวชี้วัด และลดลง ๑ ตัวชี้วัด")


# Thai text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\n\n ก \n", "ก"),
        ("ก\n\n ข", "ก\n\nข"),
        ("ก\x85ข\u2028ค\u2029ง\x0bจ", "ก\nข\nค\nง\nจ"),
        ("ก  ข", "ก ข"),
        (" ก", "ก"),
        ("\u0e4d", "\u0e4d"),
        ("ก\u3000ข", "ก ข"),
        ("ก\u00adข", "กข"),
    ],
)
def test_what_is_unseen_goes_and_lines_stay(typed: str, kept: str) -> None:
    assert thai.clean(typed) == kept


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("กขคง", 4, "กขคง"),
        ("กขคงจ", 4, "กขค…"),
        ("กขค จ", 5, "กขค จ"),
        ("กข  ค\nง", 6, "กข ค ง"),
        ("กข คงจ", 4, "กข…"),
        ("กขคี้ง", 4, "กข…"),
        ("กขคี้งจ", 5, "กข…"),
        ("กขคี้งจ", 6, "กขคี้…"),
    ],
)
def test_a_text_is_cut_between_letters(text: str, most: int, short: str) -> None:
    assert thai.shortened(text, most) == short


@pytest.mark.parametrize(
    ("text", "index", "start"), [("กขคงจฉ", 5, 1), ("กขคงจฉ", 3, 0), ("กขี้คงจฉ", 7, 1), ("กขี้คงจฉ", 8, 4)]
)
def test_where_an_excerpt_begins(text: str, index: int, start: int) -> None:
    assert thai.excerpt_start(text, index) == start


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1/1/99", "2056-01-01"),
        ("1/1/100", None),
        ("1/1/2400", "1857-01-01"),
        ("1/1/2399", "2399-01-01"),
        ("9999-12-31", "9456-12-31"),
        ("1 ม.ค. พุทธศักราช 2566", "2023-01-01"),
        ("2566/1/31", "2023-01-31"),
        ("31-1/2566", "2023-01-31"),
        ("2023-01-31T00:00:00.0", "2023-01-31"),
        ("2023-01-31 09:00", None),
        ("1 มค. 66", "2023-01-01"),
        ("0/1/2566", None),
    ],
)
def test_dates_at_the_edges_of_their_forms(value: str, day: str | None) -> None:
    found = thai.parse_date(value)
    assert (found and found.isoformat()) == day


def test_dates_within_a_text_are_whole_and_real() -> None:
    text = "131 มกราคม 2566, 31 กุมภาพันธ์ 2566, 1 มี.ค. พ.ศ. 2566 และ 2 มี.ค. 66"
    assert list(thai.dates_in(text)) == [datetime.date(2023, 3, 1)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ที่ 1/66", ("1", 2566)),
        ("คำสั่งที่ 999999/2566", ("999999", 2566)),
        ("1000000/2566", None),
        ("1/256", None),
        ("1-2566", None),
        ("1/00", ("1", 2500)),
        ("1/99", ("1", 2599)),
    ],
)
def test_numbers_of_orders(text: str, number: tuple[str, int] | None) -> None:
    assert thai.parse_order_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234,567", "1234567"), ("1234,567", None), ("+5", "5"), ("5.", None), (".5", None), ("0.50", "0.50")],
)
def test_numbers_with_commas(text: str, number: str | None) -> None:
    assert thai.parse_number(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("value", "text"),
    [("99.995", "100.00"), ("99.994", "99.99"), ("100", "100"), ("-0.005", "-0.01"), ("100.00", "100")],
)
def test_a_full_mark_is_short(value: str, text: str) -> None:
    assert ScoreFormat(2).text(Decimal(value)) == text


@pytest.mark.parametrize(("text", "breadth"), [("", 0), ("ก", 1), ("เก", 1.5), ("เแโใไ", 2.5), ("กี่", 1), ("กำ", 2)])
def test_how_broad_a_text_is(text: str, breadth: float) -> None:
    assert thai.breadth(text) == breadth


# The values of templates


def seated(*, indented: bool = False, **changes: Any) -> dict[str, Any]:
    whole = made.submission(settings=Settings(members_indented=indented))
    return values_of(made.with_seat(whole, 1, 2, **changes))["committees"][1]


@pytest.mark.parametrize(("letters", "broken"), [(11, False), (12, True)])
def test_a_name_below_its_committee_has_less_room(letters: int, broken: bool) -> None:
    """17.5 letters; title, space and the last name take six."""
    person = Person(title="นาย", first_name="ก" * letters, last_name="ดีดี")
    assert ("\n" in seated(indented=True, person=person)["seats"][2]["name"]) is broken


@pytest.mark.parametrize(("letters", "long"), [(17, False), (18, True)])
def test_a_role_of_seventeen_letters_still_fits(letters: int, long: bool) -> None:
    assert seated(role="ก" * letters)["long_roles"] is long


@pytest.mark.parametrize(
    ("role", "letters", "broken"), [("ก", 24, False), ("ก", 25, True), ("ก" * 18, 21, False), ("ก" * 18, 22, True)]
)
def test_a_post_and_its_section_of_so_many_letters_stand_on_one_line(role: str, letters: int, broken: bool) -> None:
    """31 letters, or 28 beside long roles; the section and its space take six and a half."""
    found = seated(position="ก" * letters, section="โยธาฯด", role=role)["seats"][2]["position"]
    assert ("\n" in found) is broken
    assert found.replace("\n", " ") == f"{'ก' * letters} โยธาฯด"


@pytest.mark.parametrize(
    ("role", "letters", "broken"), [("ก", 17, False), ("ก", 18, True), ("ก" * 18, 15, False), ("ก" * 18, 16, True)]
)
def test_a_name_of_so_many_letters_stands_on_one_line(role: str, letters: int, broken: bool) -> None:
    """23 letters, or 21.5 beside long roles; title, space and the last name take six."""
    person = Person(title="นาย", first_name="ก" * letters, last_name="ดีดี")
    assert ("\n" in seated(person=person, role=role)["seats"][2]["name"]) is broken


def test_a_post_that_names_its_section_is_not_told_it_again() -> None:
    assert seated(position="หัวหน้าฝ่ายโยธา", section="ฝ่ายโยธา")["seats"][2]["position"] == "หัวหน้าฝ่ายโยธา"
    assert seated(position="", section="ฝ่ายโยธา")["seats"][2]["position"] == "ฝ่ายโยธา"
    post = seated(person=None, position="ก" * 40, section="ฝ่ายโยธา")["seats"][2]
    assert (post["name"], post["position"]) == (f"{'ก' * 40} ฝ่ายโยธา", "")


def test_a_second_measure_of_an_indicator_is_marked_as_its_continuation() -> None:
    rows = values_of(made.submission())["results"]["measures"]
    assert [(row["number"], row["continued"]) for row in rows] == [("๑", False), ("๔", False), ("๔", True)]


@pytest.mark.parametrize(("goal", "shown"), [("85.00", "๘๕"), ("90", "๙๐"), ("82.50", "๘๒.๕"), ("100", "๑๐๐")])
def test_the_goal_is_shown_as_short_as_it_is(goal: str, shown: str) -> None:
    whole, framework = made.submission(), load(2565)
    framework = replace(framework, goal=replace(framework.goal, score=Decimal(goal)))
    findings = analyse(whole, framework)
    assert build(whole, framework, findings, word(whole, framework, findings))["goal"] == shown


def test_entries_of_a_topic_come_in_its_order() -> None:
    entries: list[dict[str, object]] = [{"number": str(number), "row": row} for row, number in enumerate((3, 1, 2, 1))]
    topic = TopicText(number=5, name="ประเด็น", indicators=(1, 3), questions=(), text="ก")
    rest = TopicText(number=0, name="อื่น", indicators=(2,), questions=(), text="")
    first, last = groups([topic, rest], entries, entries[:2], ScoreFormat(2))
    assert (first["number"], first["name"], first["text"]) == ("5", "ประเด็น", "ก")
    assert [one["row"] for one in first["indicators"]] == [1, 3, 0]  # type: ignore[attr-defined]
    assert [one["row"] for one in first["measures"]] == [1, 0]  # type: ignore[attr-defined]
    assert (last["number"], last["measures"]) == ("", [])
    (alone,) = groups([], entries, entries[:1], ScoreFormat(2))
    assert (alone["number"], alone["name"], alone["indicators"], alone["measures"]) == ("", "", entries, entries[:1])


NAMES = ("analysis.items[].name", "analysis.strengths[].name", "analysis.weaknesses[].score", "groups[].name")


@pytest.mark.parametrize(
    ("settings", "more", "requested"),
    [
        (Settings(analysis_form=AnalysisForm.SPLIT), ("analysis.as_one_list",), NAMES[1:3]),
        (Settings(analysis_form=AnalysisForm.ONE_LIST), ("analysis.as_one_list",), NAMES[:1]),
        (Settings(), (), NAMES[:3]),
        (Settings(layout=Layout.TOPICS), ("by_topic", "analysis.as_one_list"), NAMES[3:]),
        (Settings(analysis_form=AnalysisForm.SPLIT), ("by_topic", "analysis.as_one_list"), NAMES[1:3]),
        (Settings(layout=Layout.TOPICS), ("analysis.as_one_list",), NAMES[1:3]),
    ],
)
def test_which_texts_a_document_must_hold(
    settings: Settings, more: tuple[str, ...], requested: tuple[str, ...]
) -> None:
    values = values_of(made.submission(fiscal_year=2567, settings=settings))
    found = [str(leaf.value) for leaf in expected({*NAMES, *more}, values)]
    assert sorted(found) == sorted(str(leaf.value) for leaf in leaves(values, requested) if leaf.value)
    assert found


def test_a_text_that_is_empty_or_not_asked_for_need_not_stand_in_a_document() -> None:
    values = values_of(made.with_record(made.submission(), "measures", 0, responsible=""))
    found = [leaf.value for leaf in expected({"measures[].responsible"}, values)]
    assert found == [responsible for *_, responsible in made.MEASURES[1:]]
    names = {"measures[].responsible", "measures[].owners"}  # the first only asked for, the second printed
    assert [leaf.name for leaf in expected(names, values)] == ["measures[].owners"] * len(found)
    assert list(expected({"measures[].steps"}, values)) == []
