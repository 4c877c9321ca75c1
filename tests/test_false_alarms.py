"""What offices really write is told nowhere: real posts, titles, measures and frequencies give no problem."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

import made
import soak
from checked import reading_of, reported
from ita_docs.analysis import due_dates
from ita_docs.checks import check
from ita_docs.checks.cells import Cell
from ita_docs.checks.copied import check_copied
from ita_docs.checks.names import check_name_fields, check_titles
from ita_docs.checks.posts import check_posts
from ita_docs.checks.signs import check_spacing
from ita_docs.framework.load import load
from ita_docs.model import Person, Submission
from real_words import (
    COLUMNS,
    CONTINUATIONS,
    FREQUENCIES,
    MEASURES,
    NAMES,
    POSTS,
    POWERS,
    REASONS,
    RESPONSIBLE,
    TEXTS,
    TITLES,
)

RULES = load(2565)
EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.xlsx"))
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
    assert [one for one in found if one[0] not in ("title-short", "title-foreign")] == []


@pytest.mark.parametrize("name", NAMES.split())
def test_a_real_kind_of_name_is_told_nowhere(name: str) -> None:
    title, first, last = name.replace("_", " ").split("|")
    person = Person(title=title, first_name=first, last_name=last)
    assert reported(made.with_seat(made.submission(), 1, 1, person=person)) == []


@pytest.mark.parametrize(
    "text",
    [
        "ตามมติคณะรัฐมนตรีเมื่อวันที่ ๒๓ มกราคม ๒๕๖๑ เห็นชอบให้หน่วยงานภาครัฐทุกหน่วยงานเข้าร่วมการประเมิน",
        "คณะรัฐมนตรีในการประชุมเมื่อวันที่ 5 มกราคม 2564 ได้เห็นชอบให้หน่วยงานเข้าร่วมการประเมิน",
        "ตามหนังสือสำนักงาน ป.ป.ช. ด่วนที่สุด ที่ ปช 0004/ว 0012 ลงวันที่ 20 มกราคม 2564",
        "ตามแผนแม่บทภายใต้ยุทธศาสตร์ชาติ (พ.ศ. 2561 – 2580) ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ",
        "ดำเนินการตั้งแต่ปีงบประมาณ พ.ศ. 2562 เป็นต้นมา และให้แล้วเสร็จภายในปี 2570",
        "ติดต่อสอบถามทางโทรศัพท์หมายเลข 0-2224-2561",
        "เพื่อเพื่อนร่วมงานและผู้รับบริการ",
        "ประชาสัมพันธ์ภาพลักษณ์ของหน่วยงาน",
        "ประกาศเป็นองค์กร Don’t Give No Gift Policy",
        'จัดหาจอภาพขนาด 24" สำหรับแสดงลำดับคิว',
    ],
)
def test_what_is_rightly_written_is_told_nowhere(text: str) -> None:
    assert reported(made.with_record(made.submission(), "activities", 0, caption=text)) == []


@pytest.mark.parametrize(
    "typed", ["คู่มือและอื่นๆตามที่กำหนด", "งานด้านอื่น ๆตามที่กำหนด", "รายงาน/ แผน ( ฉบับย่อ )", "พ.ศ.2566และอื่นๆที่"]
)
def test_the_spacing_that_is_proposed_is_itself_right(typed: str) -> None:
    def spaced(text: str) -> list[str]:
        return [
            one.hint.removeprefix("ควรเป็น “").rstrip("”")
            for one in check_spacing(Cell(made.at("กิจกรรม", 2), "caption", text))
        ]

    proposed = spaced(typed)
    assert proposed
    assert [spaced(text) for text in proposed] == [[]] * len(proposed)


@pytest.mark.parametrize(("action", "follow_up"), MEASURES)
def test_a_real_measure_and_its_follow_up_are_told_nowhere(action: str, follow_up: str) -> None:
    office = made.with_record(
        made.submission(), "measures", 0, actions=tuple(action.split("|")), follow_ups=tuple(follow_up.split("|"))
    )
    assert reported(office) == []


@pytest.mark.parametrize("column", COLUMNS)
def test_what_stands_in_the_columns_of_measures_is_told_nowhere(column: str) -> None:
    (measure, *_) = made.measures()
    for text in lines(COLUMNS[column]):
        if column == "actions":
            changed = replace(measure, actions=(text,))
        elif hasattr(measure, column):
            changed = replace(measure, **{column: text})
        else:
            changed = replace(measure, others={**measure.others, column: text})
        whole = made.submission()
        assert reported(replace(whole, measures=(changed, *whole.measures[1:]))) == [], text


@pytest.mark.parametrize("path", soak.some(EXAMPLES, 4), ids=lambda path: path.stem)
def test_a_true_text_of_a_kind_of_office_is_told_nowhere(path: Path) -> None:
    submission = reading_of(path).submission
    assert submission
    rules, (first, *others) = load(submission.assessed_year), submission.activities
    known = check(submission, rules)
    kind = path.stem.partition("_")[0]
    texts = (*lines(TEXTS[""]), *lines(TEXTS[kind]))
    activities = [*(replace(first, caption=text, pictures=()) for text in texts), *others]
    texts_of_staff = zip_longest(
        lines(POWERS[kind]), lines(REASONS[kind]), (*lines(RESPONSIBLE[""]), *lines(RESPONSIBLE[kind]))
    )
    whole = [
        replace(submission, activities=tuple(replace(one, number=n) for n, one in enumerate(activities, start=1))),
        *(with_texts(submission, *texts) for texts in texts_of_staff),
    ]
    assert [problem for one in whole for problem in check(one, rules) if problem not in known] == []


def with_texts(whole: Submission, powers: str | None, reason: str | None, responsible: str | None) -> Submission:
    """The office with the texts that are given, one at each of its places."""
    given = {name: text for name, text in (("powers", powers), ("reason", reason)) if text}
    whole = made.with_order(whole, **given)
    return made.with_record(whole, "measures", 0, responsible=responsible) if responsible else whole


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_an_office_does_is_no_name_of_another(path: Path) -> None:
    submission = reading_of(path).submission
    assert submission
    source, rules = submission.activities[0].source, load(submission.assessed_year)
    office = submission.office
    texts = [
        f"{who}{does}{what}"
        for who in (office.short_name, office.head_title)
        for does in CONTINUATIONS.split()
        for what in ("เรื่องร้องเรียน", " และสรุปผล")
    ]
    cells = [Cell(source, "caption", text) for text in texts]
    assert [problem.found for problem in check_copied(cells, submission, rules)] == []
