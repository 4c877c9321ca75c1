"""What the quick tests leave out of very many values."""

from __future__ import annotations

import pytest

import soak


def test_a_few_values_spread_over_all_are_quick_and_none_is_lost() -> None:
    later = [pytest.param(number, marks=pytest.mark.soak) for number in range(6)]
    assert soak.some(range(6), 2) == [0, *later[1:3], 3, *later[4:]]
    assert [one for one in soak.some(range(12), 5) if isinstance(one, int)] == [0, 2, 4, 7, 9]


def test_values_of_several_names_stay_together() -> None:
    assert soak.some([("ก", 1), ("ข", 2)], 1) == [("ก", 1), pytest.param("ข", 2, marks=pytest.mark.soak)]
