"""What offices really write is told nowhere: real posts, titles, measures and frequencies give no problem."""

from __future__ import annotations

import pytest

import made
from checked import reported
from ita_docs.analysis import due_dates
from real_words import FREQUENCIES


@pytest.mark.parametrize(("frequency", "days"), FREQUENCIES.items())
def test_a_real_frequency_is_understood(frequency: str, days: str) -> None:
    assert [day.strftime("%m-%d") for day in due_dates(frequency, 2566) or ()] == days.split()
    assert reported(made.with_record(made.submission(), "measures", 0, frequency=frequency)) == []
