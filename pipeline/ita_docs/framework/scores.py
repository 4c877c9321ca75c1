"""Scores: their rounding, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from officefiles.thai.numbers import in_words

FULL = Decimal(100)
A_YEAR = r"ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*(?P<year>25[0-9]{2})"
THE_YEAR_BEFORE = r"ปี(?:งบประมาณ)?(?:ก่อน|ที่ผ่านมา|ที่แล้ว)"
SCORE_OF_A_YEAR = re.compile(
    rf"(?:{A_YEAR}|(?:เทียบกับ|จาก|กว่า)(?:ผลการประเมิน|คะแนน|ของ|ใน|\s)*{THE_YEAR_BEFORE})\s*\(?(?:(?:ซึ่ง|ที่)\s*)?"
    r"(?:(?:ได้|มี)(?:รับ)?\s*|(?<=ซึ่ง)|(?<=ที่))(?:ผล|คะแนน|เท่ากับ|อยู่ที่|ร้อยละ|\s)*"
    r"(?P<score>[0-9]{1,3}(?:\.[0-9]{1,4})?)(?![0-9.,]|\s*(?:ข้อ|ครั้ง|คน|ราย|เรื่อง|ตัวชี้วัด))"
)
"""A year, or the one before, with the score that a text in Arabic digits says it had: ปี 2567 ซึ่งได้ 88.30 คะแนน. What
only follows a year may be the difference (เพิ่มขึ้นจากปี 2567 เท่ากับ 2.64 คะแนน)."""


class FullMark(StrEnum):
    """How a score of exactly 100 is printed: 100, or with the decimals of all scores (100.00)."""

    SHORT = "short"
    LONG = "long"


def half_up(value: Decimal, decimals: int) -> Decimal:
    """``value`` rounded half up: 84.995 with two decimals becomes 85.00."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def decimals_in_words(decimals: int) -> str:
    """``ทศนิยมสองตำแหน่ง``; of none, that it is to a whole number."""
    return f"ทศนิยม{in_words(decimals)}ตำแหน่ง" if decimals else "เป็นจำนวนเต็ม"


def at_most_decimals(decimals: int) -> str:
    """``ทศนิยมไม่เกิน 2 ตำแหน่ง``; of none, that it is a whole number."""
    return f"ทศนิยมไม่เกิน {decimals} ตำแหน่ง" if decimals else "เป็นจำนวนเต็ม"


@dataclass(frozen=True, slots=True)
class ScoreFormat:
    """How scores are written: with so many decimals, rounded half up; a score of exactly 100 as ``full_mark`` asks."""

    decimals: int
    full_mark: FullMark = FullMark.SHORT

    def text(self, score: Decimal) -> str:
        """``87.50``; ``100``."""
        if score == FULL and self.full_mark is FullMark.SHORT:
            return f"{FULL}"
        return str(half_up(score, self.decimals))

    def signed(self, change: Decimal) -> str:
        """A change with its sign: ``+1.25``, ``-0.50``, ``0.00``."""
        return self.text(change) if change <= 0 else f"+{self.text(change)}"
