"""What offices really write is told nowhere: real posts, titles, measures and frequencies give no problem."""

from __future__ import annotations

import pytest

import made
from checked import reported
from ita_docs.analysis import due_dates
from ita_docs.checks.people import check_name_fields, check_titles
from ita_docs.checks.posts import check_posts
from ita_docs.framework.load import load
from ita_docs.model import Person
from real_words import FREQUENCIES, POSTS, TITLES

RULES = load(2565)
ALL_POSTS = POSTS.split()
ALL_TITLES = TITLES.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize(("frequency", "days"), FREQUENCIES.items())
def test_a_real_frequency_is_understood(frequency: str, days: str) -> None:
    assert [day.strftime("%m-%d") for day in due_dates(frequency, 2566) or ()] == days.split()
    assert reported(made.with_record(made.submission(), "measures", 0, frequency=frequency)) == []


def test_a_real_post_is_told_nowhere() -> None:
    assert len(set(ALL_POSTS)) >= 150
    seats = [made.with_seat(made.submission(), 1, 1, position=post, section="") for post in ALL_POSTS]
    assert [problem for whole in seats for problem in check_posts(whole, RULES)] == []


def test_a_real_title_is_known() -> None:
    assert len(set(ALL_TITLES)) >= 60
    people = [Person(title=title, first_name="ธนวัต", last_name="รุ่งเรืองสิน") for title in ALL_TITLES]
    seats = [made.with_seat(made.submission(), 1, 1, person=person) for person in people]
    found = [
        (one.kind, one.found)
        for whole in seats
        for one in (*check_titles(whole, RULES), *check_name_fields(whole, RULES))
    ]
    assert [one for one in found if one[0] != "title-short"] == []
