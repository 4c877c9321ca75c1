"""What texts of the analysis say of all scores together is held against them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import made
from checked import hints, reported
from ita_docs.model import Override, Submission


def saying(text: str, key: str = "summary") -> Submission:
    override = Override(key=key, text=text, source=made.at("ข้อความวิเคราะห์", 2))
    return made.submission(overrides=(override,))


def told(whole: Submission) -> list[tuple[str, str]]:
    return [(cell, found) for _, kind, _, cell, found in reported(whole) if kind == "overall-elsewhere"]


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("คะแนนรวมลดลงจากปีก่อน", "ลดลงจากปีก่อน", "เพราะคะแนนรวม ปีก่อน 89.72 ปีนี้ 91.40"),
        ("ผลการประเมินในภาพรวมต่ำกว่าปี พ.ศ. ๒๕๖๔", "ต่ำกว่าปี พ.ศ. 2564", "เพราะคะแนนรวม"),
        ("คะแนน EIT ลดลงจากปีที่ผ่านมา", "ลดลงจากปีที่ผ่านมา", "เพราะคะแนน EIT ปีก่อน 84.75 ปีนี้ 86.00"),
        ("มีคะแนนสูงขึ้นทุกตัวชี้วัด", "สูงขึ้นทุกตัวชี้วัด", "ตัวชี้วัดที่ 4 ได้ 84.00 ปีก่อน 84.50"),
        ("ทุกตัวชี้วัดมีคะแนนลดลง", "ทุกตัวชี้วัดมีคะแนนลดลง", "ตัวชี้วัดที่ 1 ได้ 90.00"),
        ("ไม่มีตัวชี้วัดใดต่ำกว่าเป้าหมาย", "ไม่มีตัวชี้วัดใดต่ำกว่าเป้าหมาย", "ตัวชี้วัดที่ 4 ได้ 84.00"),
        ("ทุกตัวชี้วัดได้คะแนนเกิน 81 คะแนน", "ทุกตัวชี้วัดได้คะแนนเกิน 81", "ตัวชี้วัดที่ 6 ได้ 80.00"),
        ("ได้คะแนนเต็ม 100 คะแนน 3 ตัวชี้วัด", "คะแนนเต็ม 100 คะแนน 3 ตัวชี้วัด", "ซึ่งมี 1 ตัวชี้วัด"),
        ("IIT ได้คะแนนสูงที่สุด", "IIT ได้คะแนนสูงที่สุด", "เครื่องมือที่ได้คะแนนสูงที่สุดคือ OIT 98.00"),
    ],
)
def test_what_the_scores_do_not_say_is_told(text: str, found: str, why: str) -> None:
    assert told(saying(text)) == [("B2", found)]
    assert why in hints(saying(text))


@pytest.mark.parametrize(
    "text",
    [
        "คะแนนรวมเพิ่มขึ้นจากปีก่อน และ OIT ได้คะแนนสูงที่สุด",
        "การใช้ทรัพย์สินของราชการลดลงจากปีก่อน",
        "ตัวชี้วัดที่ 4 มีคะแนนลดลงจากปีก่อน",
        "เรื่องร้องเรียนลดลงจากปีที่ผ่านมา",
        "คะแนนรวมลดลงจากปี พ.ศ. 2560",
        "ทุกตัวชี้วัดได้คะแนนตั้งแต่ 80 คะแนน โดยได้คะแนนเต็ม 1 ตัวชี้วัด",
    ],
)
def test_what_the_scores_bear_out_or_do_not_know_is_told_nowhere(text: str) -> None:
    assert told(saying(text)) == []


def test_last_year_is_not_known_where_a_score_of_it_is_missing() -> None:
    whole = saying("คะแนนรวมลดลงจากปีก่อน")
    scores = (replace(whole.scores[0], previous=None), *whole.scores[1:])
    assert told(replace(whole, scores=scores)) == []


def test_a_text_on_an_instrument_is_of_it() -> None:
    assert told(saying("คะแนนลดลงจากปีก่อน", "OIT")) == [("B2", "ลดลงจากปีก่อน")]
