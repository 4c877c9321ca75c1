"""Columns that no longer stand beside their rows are told at their cell; those that do, nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import made
from checked import hints, reported
from ita_docs.model import Submission

Order = Callable[[Sequence[Any]], list[Any]]


def moved(field: str, order: Order, records: str = "measures") -> Submission:
    """The sample with the texts of one column in another order, all other columns as they stood."""
    whole = made.submission()
    rows = getattr(whole, records)
    texts = order([getattr(row, field) for row in rows])
    return replace(
        whole, **{records: tuple(replace(row, **{field: text}) for row, text in zip(rows, texts, strict=True))}
    )


def of(whole: Submission, kind: str) -> list[tuple[str, str]]:
    return [(cell, found) for _, one, _, cell, found in reported(whole) if one == kind]


def down(texts: Sequence[Any]) -> list[Any]:
    return [texts[-1], *texts[:-1]]


def up(texts: Sequence[Any]) -> list[Any]:
    return [*texts[1:], texts[0]]


def swapped(texts: Sequence[Any]) -> list[Any]:
    one, two, three, four, *rest = texts
    return [one, four, three, two, *rest]


@pytest.mark.parametrize("field", ["actions", "follow_ups"])
@pytest.mark.parametrize("order", [down, up])
def test_a_column_a_row_off_is_told_once(field: str, order: Order) -> None:
    assert len(of(moved(field, order), "texts-off-their-rows")) == 1


def test_two_texts_in_each_others_rows_are_told() -> None:
    whole = moved("actions", swapped)
    assert of(whole, "texts-off-their-rows") == [("C3", made.MEASURES[3][0]), ("C5", made.MEASURES[1][0])]
    assert "เป็นเรื่องของตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ" in hints(whole)


def test_texts_of_near_matters_are_told_nowhere() -> None:
    texts = ["จัดทำแผนปฏิบัติการป้องกันการทุจริต", "ประกาศนโยบายไม่รับของขวัญ"]
    whole = made.with_record(made.submission(), "measures", 4, actions=(texts[0],))
    whole = made.with_record(whole, "measures", 9, actions=(texts[1],))
    assert of(whole, "texts-off-their-rows") == []
    assert (
        of(made.with_record(made.submission(), "measures", 0, actions=("สำรวจความพึงพอใจ",)), "texts-off-their-rows")
        == []
    )


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("field", ["actions", "follow_ups"])
def test_a_column_sorted_alone_is_told_at_its_first_cell(field: str, back: bool) -> None:
    whole = moved(field, lambda texts: sorted(texts, reverse=back))
    assert [cell for cell, _ in of(whole, "column-sorted-alone")] == ["C2" if field == "actions" else "D2"]
    assert of(made.submission(), "column-sorted-alone") == []


def test_a_column_that_excel_sorted_is_told_as_such() -> None:
    texts = ["เก็บข้อมูล", "กำกับงาน", "แก้ไขระบบ", "ขอคำปรึกษา", "โครงการอบรม", "งานทะเบียน", "จัดประชุม", "เชิญวิทยากร"]
    rows = [*texts, "ใช้ระบบ", "ให้บริการ"]
    by_consonants = ["กำกับงาน", "เก็บข้อมูล", "แก้ไขระบบ", "ขอคำปรึกษา", "โครงการอบรม", "งานทะเบียน", "จัดประชุม", "เชิญวิทยากร"]
    whole = moved("steps", lambda _: [*by_consonants, "ใช้ระบบ", "ให้บริการ"])
    assert [cell for cell, _ in of(whole, "column-sorted-alone")] == ["G2"]
    assert of(moved("steps", lambda _: rows), "column-sorted-alone") == []


def test_few_different_texts_are_in_order_by_chance() -> None:
    assert of(moved("responsible", sorted), "column-sorted-alone") == []


def test_scores_in_order_are_told() -> None:
    whole = moved("score", sorted, "scores")
    assert [cell for cell, _ in of(whole, "column-sorted-alone")] == ["C2"]
    assert "เรียงตามคะแนนจากน้อยไปมาก" in hints(whole)
    assert "เรียงตามคะแนนจากมากไปน้อย" in hints(moved("previous", lambda old: sorted(old, reverse=True), "scores"))


def test_names_in_order_are_told_where_who_leads_is_among_them() -> None:
    whole = made.submission()
    group = whole.committees[1]
    names = sorted(name for _, name, *_ in made.STAFF)
    for seat, name in enumerate(names):
        person = group.seats[seat].person
        assert person
        whole = made.with_seat(whole, 1, seat, person=replace(person, first_name=name))
    assert [cell for cell, _ in of(whole, "column-sorted-alone")] == []  # seven may be so by chance
    person = made.submission().committees[1].seats[0].person
    assert person
    for seat, name in enumerate(("กนก", "กมล", "กานต์", "ขจร", "คมสัน", "งามตา", "จันทร์")):
        whole = made.with_seat(whole, 1, seat, person=replace(person, first_name=name, last_name=f"แสน{name}"))
    whole = made.with_seat(whole, 0, 0, person=replace(person, first_name="กก", last_name="แสนกก"))
    told = [cell for cell, _ in of(whole, "column-sorted-alone")]
    assert told == ["D2", "E2"]


def test_an_empty_cell_of_a_column_that_is_printed_is_told() -> None:
    whole = moved("period", lambda texts: ["ต.ค. 2565 – ก.ย. 2566"] * (len(texts) - 1) + [""])
    assert of(whole, "cell-left-empty") == []
    whole = replace(whole, settings=replace(whole.settings, columns=frozenset({"period"})))
    assert [cell for cell, _ in of(whole, "cell-left-empty")] == ["H11"]
    more = made.with_record(made.with_record(whole, "measures", 0, period=""), "measures", 1, period="")
    assert of(more, "cell-left-empty") == []


def test_scores_a_row_off_those_of_last_year_are_told() -> None:
    before = [Decimal(score) for score in made.SCORES]
    whole = moved("previous", lambda _: down(before), "scores")
    assert [cell for cell, _ in of(whole, "scores-shifted")] == ["D2"]
    assert "ใกล้เคียงกับคะแนนของแถวก่อน" in hints(whole)
    assert "ใกล้เคียงกับคะแนนของแถวถัดไป" in hints(moved("previous", lambda _: up(before), "scores"))
    assert of(made.submission(), "scores-shifted") == []


@pytest.mark.parametrize("field", ["steps", "reporting"])
@pytest.mark.parametrize("text", ["ปีก่อนได้คะแนน 48.88", "ตัวชี้วัดนี้ได้ 77.70 คะแนน"])
def test_a_score_beside_a_measure_that_no_sheet_has_is_told(field: str, text: str) -> None:
    whole = made.with_record(made.submission(), "measures", 0, **{field: text})
    cell = "G2" if field == "steps" else "I2"
    assert of(whole, "score-elsewhere") == [(cell, "48.88" if "48.88" in text else "77.70")]


@pytest.mark.parametrize(
    "text", ["ได้คะแนน 90.00", "ทดสอบหลังอบรมได้คะแนน 48.88", "ให้ได้คะแนน 95.50 ขึ้นไป", "คะแนน LPA 77.70 คะแนน"]
)
def test_other_scores_beside_a_measure_are_told_nowhere(text: str) -> None:
    assert of(made.with_record(made.submission(), "measures", 0, steps=text), "score-elsewhere") == []


def seated(*sections: str) -> Submission:
    """The sample with these sections beside the people of the working group."""
    whole = made.submission()
    for seat, section in enumerate(sections):
        whole = made.with_seat(whole, 1, seat, section=section)
    return whole


SECTIONS = [section for *_, section, _ in made.STAFF]


@pytest.mark.parametrize("order", [down, up])
def test_sections_a_row_off_the_posts_are_told_once(order: Order) -> None:
    assert len(of(seated(*order(SECTIONS)), "sections-off-their-rows")) == 1


def test_two_sections_in_each_others_rows_are_told() -> None:
    one, two, builders, money, *rest = SECTIONS
    told = of(seated(one, two, money, builders, *rest), "sections-off-their-rows")
    assert told == [("G11", "นายช่างโยธาชำนาญงาน"), ("G12", "นักวิชาการเงินและบัญชีชำนาญการ")]


def test_one_who_works_in_another_section_is_told_nowhere() -> None:
    one, two, _, *rest = SECTIONS
    assert of(seated(one, two, "ฝ่ายปกครอง", *rest), "sections-off-their-rows") == []
    assert of(made.submission(), "sections-off-their-rows") == []
