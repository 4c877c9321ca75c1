"""Thai words: where a line may end, and whole words to quote."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from thaipages import segment
from thaipages.segment import (
    dictionary,
    ends_line,
    fewest_words,
    joints,
    split,
    unknown_letters,
    whole_breaks,
    word_ends,
)


def small_breaks(text: str) -> list[int]:
    """The places where a line may end were compounds not kept whole."""
    return sorted({*whole_breaks(text), *joints(text)})


def pieces(text: str, ends: Iterable[int]) -> str:
    return "|".join(text[start:end] for start, end in pairwise((0, *ends)))


@pytest.mark.parametrize(
    "expected",
    [
        "การ|ประเมิน|คุณธรรม|และ|ความ|โปร่งใส",
        "หน่วย|งาน|ภาค|รัฐ |(ITA) |ของ|สำนักงาน|เขต |กรุงเทพมหานคร",
        "ตาม|ที่|คณะ|กรรมการ |ป.ป.ช. |มี|มติ",
        "ใน|ระดับ|ต่าง ๆ |ที่|เกี่ยวข้อง",
        "เรื่อง|ต่างๆ|ที่|กำหนด",
        "ปัญหา/อุปสรรค |ระบบ |E-|service |ปี |๒๕๖๕-๒๕๖๖",
        "Assessment : |ITA |ดังนี้ |: |(๑)",
        "(๑) |นางสาว|ศิริ|วรรณ",
        "ปีละ",
        "ขอ|ซ้ำๆ|กัน",
        "",
    ],
)
def test_lines_end_at_icu_words(expected: str) -> None:
    text = expected.replace("|", "")
    assert pieces(text, small_breaks(text)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "เจ้าหน้าที่|ของ|หน่วยงาน|ภาครัฐ",
        "คณะกรรมการ|ดำเนินงาน",
        "ตัวชี้วัด|นี้",
        "คะแนน |ส่วนตัวชี้วัด|ที่|ได้",
        "ผ่าน|หอกระจายข่าว",
        "อัตรากำลัง|ที่|มี",
        "ใน|ระดับ|ต่าง ๆ |ที่|เกี่ยวข้อง",
        "(ITA) |ของ|สำนักงาน",
        "นัก|จัดการ|งาน|ทั่วไป|ชำนาญการพิเศษ",
        "กลุ่มงาน|บริหาร|ทั่วไป",
        "กลุ่มสาระ|การเรียนรู้",
        "หัวหน้า|สำนักปลัด|เทศบาล",
        "ผู้ช่วยศาสตราจารย์กฤษณะ",
        "คณะกรรมการฯ |และ|สำนักงานฯ |รายงาน|สภาฯ",
        "การประชุมฯ|ของ|โครงการฯ |ตาม|ประกาศฯ",
        "ที่นายกฯ|มอบหมาย|คู่มือฯลฯ|และ|ระเบียบ",
        "ฯพณฯ|รัฐมนตรี|ว่าการ",
    ],
)
def test_lines_end_at_whole_words(expected: str) -> None:
    text = expected.replace("|", "")
    assert pieces(text, whole_breaks(text)) == expected
    assert joints(text).isdisjoint(whole_breaks(text))


def test_a_line_ends_where_no_word_is_torn() -> None:
    text = "คณะกรรมการดำเนินงาน/ฝ่าย (ต่อ)\n๑,๒๕๐.๕๐ บาท E-Service"
    ends = [place for place in range(1, len(text) + 1) if ends_line(text, place)]
    assert pieces(text, tuple(ends)) == "คณะกรรมการ|ดำเนินงาน/|ฝ่าย |(ต่อ)\n|๑,๒๕๐.๕๐ |บาท |E-|Service"


def test_a_stretch_too_long_for_a_narrow_column_may_be_broken_at_small_words() -> None:
    text = "ช่องทางการร้องเรียน"
    assert pieces(text, tuple(word_ends(text))) == "ช่องทาง|การร้องเรียน"
    assert pieces(text, whole_breaks(text)) == pieces(text, small_breaks(text)) == "ช่อง|ทางการ|ร้อง|เรียน"


@pytest.mark.parametrize(
    "expected",
    [
        "โดย|ให้|คณะกรรมการ|มีหน้า|ที่",
        "ติดตาม| และ|รวบรวม|ผล|การประเมิน",
        "กลั่นกรอง|การ|ดำเนินการ|ของ|เจ้าหน้าที่",
        "ต่าง ๆ| ที่|สำนักงาน| ป.ป.ช.| กำหนด",
        "แก่| (ITA)| ๕๕/๒๕๖๕",
    ],
)
def test_words_are_quoted_whole(expected: str) -> None:
    text = expected.replace("|", "")
    assert pieces(text, tuple(word_ends(text))) == expected


def test_unknown_letters_join_the_word_before() -> None:
    known = dictionary(("การ", "มา"))
    assert pieces("การฆฏมามา", split("การฆฏมามา", known)) == "การ|ฆฏ|มา|มา"
    assert pieces("ฆฏมา", split("ฆฏมา", known)) == "ฆฏ|มา"


def test_no_word_begins_with_a_mark() -> None:
    known = dictionary(("สาก", "มา"))
    assert pieces("สาก์มา", split("สาก์มา", known)) == "สาก์|มา"
    assert pieces("สาก์", split("สาก์", known)) == "สาก์"


def test_the_longest_word_yields_where_no_word_can_follow_it() -> None:
    known = dictionary(("กลม", "ตา", "ตาก", "ลม"))
    assert pieces("ตากลม", split("ตากลม", known)) == "ตาก|ลม"
    assert pieces("ตากลม", split("ตากลม", dictionary(("กลม", "ตา", "ตาก")))) == "ตา|กลม"


def test_words_are_found_one_by_one() -> None:
    known = dictionary(("การ", "ประเมิน"))
    found = split("การประเมินการ", known)
    assert (next(found), next(found)) == (3, 10)


def test_every_known_word_is_found_however_long() -> None:
    words = ("ก", "กรรม", "กรรมกา", "กรรมการ", "กรรมการบริหาร", "กรรมกาย", "การ")
    text = "กรรมการบริหารกรรมการ"
    found = [dictionary(words).matches(text, start) for start in range(len(text))]
    assert found[0] == [1, 4, 6, 7, 13]
    assert found == [
        [end for end in range(start + 1, len(text) + 1) if text[start:end] in words] for start in range(len(text))
    ]


@pytest.mark.parametrize("name", ["thai_line.txt", "thai_words.txt"])
def test_word_lists_are_sorted(name: str) -> None:
    words = (Path(segment.__file__).with_name("dictionaries") / name).read_text(encoding="utf-8").split()
    assert words == sorted(set(words))


def test_a_letter_of_no_word_counts_for_three() -> None:
    runs = {"": 0, "ประเมิน": 1, "ผลประเมิน": 2, "ฅฺ": 6, "ประเมินฺ": 4}
    assert {run: fewest_words(run) for run in runs} == runs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("หน่วยงานที่เกี่นวของ 5", ["เ"]),
        ("วิเคราะห์เหตุกการณ์ ฅฅฅประชุม", ["ก", "ฅฅฅ"]),
        ("ประชุมฅฅฅ", ["ฅฅฅ"]),
        ("คณะกรรมการฯ และอื่น ๆ ฅฅฅ", []),
    ],
)
def test_letters_of_no_word_however_those_round_them_are_cut(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in unknown_letters(text)] == found
