"""When a measure is to be followed up: the rounds that a frequency means, as dates."""

from __future__ import annotations

import datetime
import re

from ita_docs.framework.words.lists import Frequencies
from ita_docs.thai import ERA, arabic_digits

_AT_LEAST = re.compile("^[-•]?(อย่างน้อย|ไม่น้อยกว่า)?")


def due_dates(frequency: str, fiscal_year: int) -> tuple[datetime.date, ...] | None:
    """The last day of each round of a frequency in a fiscal year (Buddhist era; 1 October to 30 September).

    ``ปีละ ๒ ครั้ง`` in 2566 is 31 March and 30 September 2023; the rounds are equally long. ``None``: not understood.
    """
    plain = _AT_LEAST.sub("", re.sub(r"\s", "", arabic_digits(frequency)))
    rounds = Frequencies.load().rounds_of.get(plain)
    if rounds is None:
        return None
    october = 9 + 12 * (fiscal_year - ERA - 1)
    return tuple(_end_of_month_before(october + 12 * turn // rounds) for turn in range(1, rounds + 1))


def _end_of_month_before(months: int) -> datetime.date:
    """The day before the first of the month that is ``months`` after January of the year 0."""
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)
