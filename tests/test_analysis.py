"""Scores, levels, ranks and changes, to the last digit; due rounds to the day."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

import made
from ita_docs.analysis import Findings, analyse, due_dates, level
from ita_docs.framework.load import load
from ita_docs.framework.scores import half_up
from ita_docs.model import Published, QuestionScore, Score, Submission

REFERENCE = ("87.03", "69.58", "79.31", "69.46", "76.30", "81.68", "83.91", "80.34", "100", "100")
"""The ten scores of the reference pack: 87.50 as published only if instruments are rounded first."""


def scores(*values: str, previous: tuple[str | None, ...] = (None,) * 10) -> tuple[Score, ...]:
    return tuple(
        Score(indicator=n, name="", score=Decimal(value), previous=None if last is None else Decimal(last))
        for n, (value, last) in enumerate(zip(values, previous, strict=True), start=1)
    )


def office(*values: str, **changes: object) -> Submission:
    """A submission with these ten scores and nothing published."""
    return made.submission(scores=scores(*values), **{"published": Published(), "questions": (), **changes})


def findings(whole: Submission, year: int = 2565) -> Findings:
    return analyse(whole, load(year))


def published(total: str | None = None, level: str = "", **instruments: str) -> Published:
    return Published(
        total=None if total is None else Decimal(total),
        level=level,
        instruments={code: Decimal(score) for code, score in instruments.items()},
    )


# Scores


def test_the_reference_scores_give_the_published_total() -> None:
    found = findings(office(*REFERENCE))
    assert [(one.code, str(one.score.used)) for one in found.instruments] == [
        ("IIT", "76.34"),
        ("EIT", "81.98"),
        ("OIT", "100.00"),
    ]
    assert str(found.total.used) == "87.50"
    assert found.level == "A"


def test_the_total_is_taken_from_rounded_instrument_scores() -> None:
    means = [sum(map(Decimal, part)) / len(part) for part in (REFERENCE[:5], REFERENCE[5:8], REFERENCE[8:])]
    unrounded = half_up(Decimal("0.3") * means[0] + Decimal("0.3") * means[1] + Decimal("0.4") * means[2], 2)
    assert str(unrounded) == "87.49"
    assert [str(one.weighted) for one in findings(office(*REFERENCE)).instruments] == ["22.9020", "24.5940", "40.0000"]


def test_eit_of_two_published_parts_gives_bangkok_2566() -> None:
    whole = office(*["80"] * 10, published=published(IIT="82.44", EIT1="79.40", EIT2="82.24", OIT="100"))
    found = findings(whole, 2566)
    assert str(found.instruments[1].score.used) == "80.82"
    assert found.instruments[1].parts == {"EIT1": Decimal("79.40"), "EIT2": Decimal("82.24")}
    assert str(found.total.used) == "88.98"
    assert found.level == "ผ่าน"


def test_one_part_alone_leaves_the_instrument_to_its_indicators() -> None:
    found = findings(office(*["80"] * 10, published=published(EIT1="79.40")), 2566)
    assert str(found.instruments[1].score.used) == "80.00"


def test_parts_mean_nothing_in_a_year_without_them() -> None:
    found = findings(office(*["80"] * 10, published=published(EIT1="79.40", EIT2="82.24")), 2565)
    assert found.instruments[1].parts == {}
    assert str(found.instruments[1].score.used) == "80.00"


def test_a_published_score_is_used_and_the_computed_one_kept_beside_it() -> None:
    found = findings(office(*REFERENCE, published=published(total="87.49", IIT="76.35")))
    iit = found.instruments[0].score
    assert (str(iit.used), str(iit.computed), str(iit.difference)) == ("76.35", "76.34", "0.01")
    assert (str(found.total.used), str(found.total.computed)) == ("87.49", "87.50")
    assert found.instruments[1].score.difference == 0


def test_a_score_with_three_decimals_is_rounded_half_up() -> None:
    found = findings(office("84.995", *["84.994"] * 9))
    assert [str(one.score) for one in found.indicators] == ["85.00"] + ["84.99"] * 9
    assert [one.strength for one in found.indicators] == [True] + [False] * 9
    assert [str(half_up(Decimal(text), 2)) for text in ("2.675", "2.665", "0.125", "84.985")] == [
        "2.68", "2.67", "0.13", "84.99",
    ]  # fmt: skip


def test_a_missing_indicator_is_refused_by_number() -> None:
    whole = office(*REFERENCE)
    with pytest.raises(KeyError, match="3"):
        findings(replace(whole, scores=tuple(one for one in whole.scores if one.indicator != 3)))


# Levels


@pytest.mark.parametrize(
    ("total", "name"),
    [
        ("100", "AA"), ("95.00", "AA"), ("94.99", "A"), ("85.00", "A"), ("84.99", "B"), ("75.00", "B"), ("74.99", "C"),
        ("65.00", "C"), ("64.99", "D"), ("55.00", "D"), ("54.99", "E"), ("50.00", "E"), ("49.99", "F"), ("0", "F"),
    ],
)  # fmt: skip
def test_levels_up_to_2565_go_by_the_total_alone(total: str, name: str) -> None:
    assert level(load(2565).levels, Decimal(total), [Decimal(0), Decimal(100), Decimal(100)]).name == name


@pytest.mark.parametrize(
    ("total", "lowest", "name"),
    [
        ("95.00", "95.00", "ผ่านดีเยี่ยม"),
        ("97.00", "94.99", "ผ่านดี"),
        ("94.99", "94.99", "ผ่านดี"),
        ("85.00", "85.00", "ผ่านดี"),
        ("97.00", "84.99", "ผ่าน"),
        ("85.00", "0", "ผ่าน"),
        ("84.99", "0", "ต้องปรับปรุง"),
        ("70.00", "0", "ต้องปรับปรุง"),
        ("69.99", "0", "ต้องปรับปรุงโดยด่วน"),
        ("0", "0", "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_levels_from_2566_also_ask_for_the_least_instrument(total: str, lowest: str, name: str) -> None:
    for year in (2566, 2567, 2568, 2569):
        assert level(load(year).levels, Decimal(total), [Decimal(100), Decimal(lowest), Decimal(100)]).name == name


@pytest.mark.parametrize(("score", "name"), [("84.994", "B"), ("84.995", "A")])
def test_the_level_is_judged_by_the_rounded_total(score: str, name: str) -> None:
    assert findings(office(*[score] * 10)).level == name


def test_a_published_level_is_printed_and_the_earned_one_kept() -> None:
    found = findings(office(*["84.99"] * 10, published=published(level="A")))
    assert (found.level, found.earned.name) == ("A", "B")


def test_the_earned_level_follows_the_published_total_and_instruments() -> None:
    whole = office(*["96"] * 10, published=published(total="96.00", IIT="94.99"))
    assert findings(whole, 2566).earned.name == "ผ่านดี"
    assert findings(office(*["84.99"] * 10, published=published(total="85.00"))).earned.name == "A"


# Indicators


def test_equal_scores_share_a_rank() -> None:
    found = findings(office(*REFERENCE))
    assert [one.rank for one in found.indicators] == [3, 9, 7, 10, 8, 5, 4, 6, 1, 1]


def test_strengths_run_from_the_highest_and_weaknesses_from_the_lowest() -> None:
    found = findings(office(*REFERENCE))
    assert [one.number for one in found.strengths] == [9, 10, 1]
    assert [one.number for one in found.weaknesses] == [4, 2, 5, 3, 8, 6, 7]
    assert [one.number for one in found.urgent_weaknesses] == [4, 2]
    assert [one.number for one in found.highest] == [9, 10]
    assert [one.number for one in found.lowest] == [4]


def test_a_weakness_at_the_urgent_score_itself_is_not_urgent() -> None:
    assert [one.number for one in findings(office("75.00", "74.99", *["90"] * 8)).urgent_weaknesses] == [2]


def test_the_goal_itself_is_a_strength() -> None:
    found = findings(office("85.00", "84.99", *["90"] * 8))
    assert [one.number for one in found.weaknesses] == [2]


@pytest.mark.parametrize(
    ("score", "band"),
    [("100", 95), ("95.00", 95), ("94.99", 85), ("85.00", 85), ("84.99", 75), ("75.00", 75), ("74.99", 0), ("0", 0)],
)
def test_the_range_of_a_score(score: str, band: int) -> None:
    assert findings(office(score, *["90"] * 9)).indicators[0].band == band


def test_the_change_against_last_year() -> None:
    last = ("80", "69.58", "79.315", *[None] * 7)
    whole = replace(office(*REFERENCE), scores=scores(*REFERENCE, previous=last))
    assert [one.change for one in findings(whole).indicators][:4] == [
        Decimal("7.03"),
        Decimal("0.00"),
        Decimal("-0.01"),
        None,
    ]
    assert findings(whole).compared
    assert not findings(office(*REFERENCE)).compared


def test_the_name_is_the_workbook_s_own_or_the_framework_s() -> None:
    whole = made.with_record(office(*REFERENCE), "scores", 3, name="การใช้ทรัพย์สินของทางราชการ")
    names = [one.name for one in findings(whole).indicators]
    assert names[2:4] == ["การใช้อำนาจ", "การใช้ทรัพย์สินของทางราชการ"]


# Questions


def requested(*pairs: tuple[str, str]) -> tuple[QuestionScore, ...]:
    return tuple(QuestionScore(code=code, question=f"คำถาม {code}", score=Decimal(score)) for code, score in pairs)


def weakest(year: int, *pairs: tuple[str, str]) -> tuple[dict[int, str], dict[str, str]]:
    """The codes, in a row, of the weakest questions by indicator and by instrument."""
    found = findings(office(*REFERENCE, questions=requested(*pairs)), year)
    return (
        {one.number: " ".join(requested.code for requested in one.weakest) for one in found.indicators if one.weakest},
        {one.code: " ".join(requested.code for requested in one.weakest) for one in found.instruments if one.weakest},
    )


def test_the_weakest_question_of_an_indicator_and_of_an_instrument() -> None:
    pairs = (
        ("i1", "90"),
        ("i6", "88"),
        ("i7", "70"),
        ("i12", "60"),
        ("e15", "50"),
        ("e11", "51"),
        ("o33", "0"),
        ("o34", "100"),
    )
    assert weakest(2565, *pairs) == ({1: "i6", 2: "i12", 8: "e15"}, {"IIT": "i12", "EIT": "e15", "OIT": "o33"})


def test_questions_of_2567_belong_to_other_indicators() -> None:
    assert weakest(2567, ("i3", "80"), ("i1", "90"), ("i4", "70"), ("i6", "60"))[0] == {1: "i3", 2: "i6"}


def test_where_the_numbering_is_not_known_only_the_instrument_has_a_weakest_question() -> None:
    assert weakest(2562, ("o1", "100"), ("o2", "0")) == ({}, {"OIT": "o2"})


def test_all_of_equally_weak_questions_are_named_and_none_where_all_are_equal() -> None:
    assert weakest(2565, ("i1", "90"), ("i2", "80"), ("i3", "80"))[0] == {1: "i2 i3"}
    assert weakest(2565, ("i1", "80"), ("i2", "80")) == ({}, {})
    assert weakest(2565, ("i1", "80")) == ({}, {})


def test_a_code_outside_the_year_s_questions_is_left_out() -> None:
    assert weakest(2565, ("x1", "1"), ("i31", "1"), ("i30", "90"), ("i29", "91"), ("99", "1"))[1] == {"IIT": "i30"}


# Due rounds


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("ปีละ ๒ ครั้ง", ["2023-03-31", "2023-09-30"]),
        ("ปีละ 2 ครั้ง", ["2023-03-31", "2023-09-30"]),
        ("- ปีละ ๒ ครั้ง", ["2023-03-31", "2023-09-30"]),
        ("อย่างน้อยปีละ ๒ ครั้ง", ["2023-03-31", "2023-09-30"]),
        ("ทุก 6 เดือน", ["2023-03-31", "2023-09-30"]),
        ("ทุกไตรมาส", ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        ("ไตรมาสละ ๑ ครั้ง", ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        ("ครั้งเดียว", ["2023-09-30"]),
        ("ปีละ ๑ ครั้ง", ["2023-09-30"]),
        ("ปีละครั้ง", ["2023-09-30"]),
        ("ปีละ 3 ครั้ง", ["2023-01-31", "2023-05-31", "2023-09-30"]),
        ("๒ ครั้ง/ปี", ["2023-03-31", "2023-09-30"]),
        ("รอบ 6 เดือน และ 12 เดือน", ["2023-03-31", "2023-09-30"]),
        ("ปีละ 2 ครั้ง (มี.ค. และ ก.ย.)", ["2023-03-31", "2023-09-30"]),
        ("ไตรมาส 2 และไตรมาส 4", ["2023-03-31", "2023-09-30"]),
        ("ภาคเรียนละ 1 ครั้ง", ["2023-03-31", "2023-09-30"]),
        ("ทุก ๆ 3 เดือน", ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
    ],
)
def test_the_due_rounds_of_fiscal_year_2566(frequency: str, expected: list[str]) -> None:
    assert due_dates(frequency, 2566) == tuple(map(day, expected))


def test_every_month_ends_on_its_last_day_in_a_leap_year_too() -> None:
    months = due_dates("ทุกเดือน", 2567)
    assert months is not None
    assert [one.isoformat() for one in months] == [
        "2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31",
        "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31", "2024-08-31", "2024-09-30",
    ]  # fmt: skip


@pytest.mark.parametrize("frequency", ["", "เมื่อมีการร้องเรียน", "ตามความเหมาะสม", "ภายใน 15 วันทำการ"])
def test_a_frequency_that_is_not_understood_gives_none(frequency: str) -> None:
    assert due_dates(frequency, 2566) is None
