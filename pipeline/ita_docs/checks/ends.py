"""Checks of how sentences begin and end: one that was cut ends where none does, or begins in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ita_docs.checks.cells import Cell
from ita_docs.checks.spelling import SENTENCES, check_words
from ita_docs.checks.text import CONJUNCTIONS, MISSPELT, UNFINISHED
from ita_docs.framework.words.spelling import Spelling
from officefiles.problems import Kind, Problem, Severity
from thaipages.segment import is_word, word_ends

BEGUN = Kind(
    "text-without-beginning",
    "ข้อความขึ้นต้นด้วย “{found}” จึงน่าจะคัดลอกส่วนต้นมาไม่ครบ",
    "พิมพ์ข้อความข้างหน้าให้ครบ หรือลบคำขึ้นต้น",
    "ข้อความขึ้นต้นด้วยคำที่ต่อจากข้อความอื่น เช่น และ หรือ ซึ่ง ของ หรือด้วยตัวอักษรที่ขาดจากคำข้างหน้า",
    Severity.WARNING,
)

_WORDS = Spelling.load()
_ENDS, _BEGINS = {*_WORDS.never_last, *_WORDS.never_ends}, {*_WORDS.never_first, *_WORDS.never_begins}
_ENDING = tuple(_ENDS)
_BEGINNING = tuple(_BEGINS)
_YEAR_CUT = re.compile(r"พ\.ศ\. ?(?:[2๒][0-9๐-๙]{0,2})?$")
_BEFORE_SORT = re.compile(r"(?:ทุก|หลาย|บาง|แต่ละ|[0-9๐-๙] ?)อย่าง$|(?:ละ|ทุก|หลาย|ถึง)ที่$|(?:ผิด|ได้|ใจ|เนื้อ|ท้อง)ความ$|ธิการ$")
"""Nouns, and the end of โยธาธิการ."""
_LEADING = ("ดังนี้", "ต่อไปนี้")
_WITHOUT_LEAD = SENTENCES - {"text", "reason", "powers"}
"""Fields of which no other cell is the list that a text leads to."""
_LETTERS = re.compile("[ก-๎]+")
_LONGEST = 16
"""The most letters of a word that only ends like another (ทุกรายการ)."""
_NEAR = 40
"""So many letters at an end tell its word."""
_STRAY = 8
"""A letter alone begins no word of so many letters; a shorter one may be a code."""


def check_ends(cell: Cell) -> Iterator[Problem]:
    """A sentence that ends with a word that others follow, or with half a year."""
    if cell.field not in SENTENCES:
        return
    text = cell.text
    if text.endswith(CONJUNCTIONS):
        return
    if "พ.ศ." in text[-8:] and (year := _YEAR_CUT.search(text)):
        yield UNFINISHED.at(cell.place, year[0])
    elif text.endswith(_ENDING) and not _BEFORE_SORT.search(text):
        letters = _LETTERS.findall(text[-_NEAR:])[-1]
        words = _words(letters)
        last = next((last for last in (words[-1], "".join(words[-2:])) if last in _ENDS), "")
        longer = (letters[-size:] for size in range(len(last) + 1, min(_LONGEST, len(letters) + 1)))
        if last and not any(map(is_word, longer)) and not (MISSPELT.search(text) or any(check_words(cell))):
            yield UNFINISHED.at(cell.place, last)
    elif text.endswith(_LEADING) and cell.field in _WITHOUT_LEAD:
        yield UNFINISHED.at(cell.place, next(filter(text.endswith, _LEADING)))


def check_beginnings(cell: Cell) -> Iterator[Problem]:
    """A sentence that begins with a word that others stand before, or with the last letter of one."""
    run = _LETTERS.match(cell.text, 0, _NEAR) if cell.field in SENTENCES else None
    is_odd = run and (run[0].startswith(_BEGINNING) or not any(is_word(run[0][:size]) for size in range(2, _STRAY + 1)))
    if not run or not is_odd:
        return
    first = _words(run[0])
    if first[0] == "ซึ่ง" and cell.field == "text":  # an analysis goes on from the score
        return
    is_stray = len(first[0]) == 1 and len(run[0]) >= _STRAY and len(first) > 1 and is_word(first[1])
    if is_stray or first[0] in _BEGINS:
        yield BEGUN.at(cell.place, "".join(first[:2]))


def _words(letters: str) -> list[str]:
    """Thai letters cut into words."""
    return [letters[start:end] for start, end in pairwise((0, *word_ends(letters)))]
