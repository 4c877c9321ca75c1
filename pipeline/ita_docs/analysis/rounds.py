"""When a measure is to be followed up: the rounds that a frequency means, as dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from ita_docs.thai import ERA, arabic_digits

FREQUENCIES: Sequence[tuple[str, int]] = (
    ("ปีละ1?ครั้ง|ปีละหนึ่งครั้ง|ทุกปี|รายปี|ประจำปี|ครั้งเดียว|1ครั้ง", 1),
    ("ปีละ2ครั้ง|ปีละสองครั้ง|ทุก6เดือน|ทุกหกเดือน|ราย6เดือน|รอบ6เดือน|ทุกครึ่งปี", 2),
    ("ปีละ3ครั้ง|ปีละสามครั้ง|ทุก4เดือน|ทุกสี่เดือน|ราย4เดือน|รอบ4เดือน", 3),
    ("ปีละ4ครั้ง|ปีละสี่ครั้ง|ทุกไตรมาส|รายไตรมาส|ไตรมาสละ1?ครั้ง|ไตรมาสละหนึ่งครั้ง|ทุก3เดือน|ทุกสามเดือน|ราย3เดือน|รอบ3เดือน", 4),
    ("ปีละ6ครั้ง|ปีละหกครั้ง|ทุก2เดือน|ทุกสองเดือน", 6),
    ("ปีละ12ครั้ง|ปีละสิบสองครั้ง|ทุกเดือน|รายเดือน|เดือนละ1?ครั้ง|เดือนละหนึ่งครั้ง", 12),
)
"""How staff write a frequency (white space aside, as patterns), and the rounds a year that it means."""

_AT_LEAST = re.compile("^[-•]?(อย่างน้อย|ไม่น้อยกว่า)?")


@lru_cache(maxsize=256)
def due_dates(frequency: str, fiscal_year: int) -> tuple[datetime.date, ...] | None:
    """The last day of each round of a frequency in a fiscal year (Buddhist era; 1 October to 30 September).

    ``ปีละ ๒ ครั้ง`` in 2566 is 31 March and 30 September 2023; the rounds are equally long. ``None``: not understood.
    """
    plain = _AT_LEAST.sub("", re.sub(r"\s", "", arabic_digits(frequency)))
    rounds = next((rounds for pattern, rounds in FREQUENCIES if re.fullmatch(pattern, plain)), None)
    if rounds is None:
        return None
    october = 9 + 12 * (fiscal_year - ERA - 1)
    return tuple(_end_of_month_before(october + 12 * turn // rounds) for turn in range(1, rounds + 1))


def _end_of_month_before(months: int) -> datetime.date:
    """The day before the first of the month that is ``months`` after January of the year 0."""
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)
