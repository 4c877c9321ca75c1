"""Checks of Thai letters: vowels and tone marks out of place, letters that no word has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import Cell
from officefiles.problems import Kind, Problem, Severity

DOUBLE_SARA_E = Kind(
    "double-sara-e",
    "“{found}” พิมพ์สระเอ (เ) สองตัวแทนสระแอ (แ)",
    "พิมพ์ใหม่ด้วยสระแอ (แ)",
    "พิมพ์ เ สองตัวแทน แ ซึ่งดูเหมือนกันแต่ค้นหาและตัดคำไม่ได้",
    Severity.WARNING,
)
MARKS = Kind(
    "misplaced-mark",
    "“{found}” มีสระหรือวรรณยุกต์ซ้ำ ลอย หรือผิดลำดับ",
    "ลบแล้วพิมพ์คำนี้ใหม่",
    "สระหรือวรรณยุกต์พิมพ์ซ้ำ ไม่มีพยัญชนะรองรับ หรือเรียงผิดลำดับ",
    Severity.WARNING,
)
MARKS_LOST = Kind(
    "marks-damaged",
    "“{found}” และอีก {more} แห่งในข้อความนี้มีสระหรือวรรณยุกต์หาย ซ้ำ ลอย หรือผิดลำดับ",
    "คัดลอกข้อความทั้งช่องจากไฟล์ Word ต้นฉบับ หรือพิมพ์ใหม่ ข้อความที่คัดลอกจากไฟล์ PDF มักเสียหายเช่นนี้",
    "สระหรือวรรณยุกต์ของข้อความเสียหายหลายแห่ง ซึ่งมักเกิดจากการคัดลอกไฟล์ PDF เช่น รบั รองความถกู ตอ้ ง",
    Severity.WARNING,
)
LETTER = Kind(
    "letter-not-thai",
    "“{found}” มีตัวอักษรที่ไม่ใช้ในคำไทยนี้ (พินทุ ◌ฺ ลากข้างยาว ๅ นิคหิต ◌ํ ฃ หรือ ฅ)",
    "ลบแล้วพิมพ์คำนี้ใหม่",
    "มีพินทุ (◌ฺ) ลากข้างยาว (ๅ) นิคหิต (◌ํ) ฃ หรือ ฅ ในคำไทย ซึ่งพิมพ์แทนสระอู สระอุ สระอา สระอำ ข หรือ ค",
    Severity.WARNING,
)
_SARA_E = re.compile(r"\S{0,3}เเ\S{0,4}")
_FEW_MARKS = 3
"""Misplaced marks of a text that are told one by one: more are no slips, the text is damaged."""
_LONE = re.compile(r" [ก-ฮ](?!\S)")
"""A consonant between spaces: what is left of a syllable whose marks a PDF lost (ค อ); items of lists are ก, ข, ค."""
_LIST_LETTERS = frozenset("กขคงจฉชนว")
_STRANGE = re.compile("[ก-๎]*[\u0e3a\u0e4dฃฅ][ก-๎]*|[ก-๎]*(?<![ฤฦ])ๅ[ก-๎]*")
_OF_STRANGE = re.compile("[\u0e3a\u0e4dฃฅๅ]")
_PALI = re.compile("[ก-ฮ\u0e30-\u0e3a\u0e40\u0e42]+โ[ก-ฮ]")
"""A name of a monk (ปญฺญาวโร)."""


def check_marks(cell: Cell) -> Iterator[Problem]:
    """Vowels and tone marks that are doubled, floating or in the wrong order, and two SARA E for SARA AE."""
    if "เเ" in cell.text:
        for found in dict.fromkeys(_SARA_E.findall(cell.text)):
            yield DOUBLE_SARA_E.at(cell.place, found)
    places = tuple(dict.fromkeys(thai.misplaced_marks(cell.text)))
    lone = [one for one in _LONE.finditer(cell.text) if one[0] != " ณ"]
    if len(lone) >= _FEW_MARKS and any(one[0][1] not in _LIST_LETTERS for one in lone):
        yield MARKS_LOST.at(cell.place, " ".join(cell.text[lone[0].start() :].split()[:3]), more=len(lone) - 1)
    elif len(places) > _FEW_MARKS:
        yield MARKS_LOST.at(cell.place, places[0], more=len(places) - 1)
    else:
        yield from (MARKS.at(cell.place, found) for found in places)


def check_letters(cell: Cell) -> Iterator[Problem]:
    """Letters that look like others: PHINTHU for a vowel below, LAKKHANGYAO for SARA AA, NIKHAHIT left of SARA AM, and
    KHO KHUAT and KHO KHON, which no word has."""
    if _OF_STRANGE.search(cell.text):
        for found in dict.fromkeys(_STRANGE.findall(cell.text)):
            if not _PALI.fullmatch(found):
                yield LETTER.at(cell.place, found)
