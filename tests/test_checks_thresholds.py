"""The figures that checks go by, each on both of its sides: what is just enough is told, what just is not is passed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

import made
from ita_docs.checks import committees, dates, measures, names, order, people, posts, questions, scores, text, years
from ita_docs.checks.cells import Cell, cells
from ita_docs.framework.load import load
from ita_docs.model import Committee, Person, QuestionScore, Source, Submission
from officefiles.problems import Problem

RULES = load(2565)
Check = Callable[[Submission, object], Iterable[Problem]]


def kinds(check: Check, whole: Submission) -> list[str]:
    return [problem.kind for problem in check(whole, RULES)]


# People


def colleagues(first: str, last: str, other_first: str, other_last: str) -> Submission:
    """Two members of one post and section with these names."""
    whole = made.submission()
    for seat, one in ((1, (first, last)), (5, (other_first, other_last))):
        person = Person(title="นาง", first_name=one[0], last_name=one[1])
        whole = made.with_seat(whole, 1, seat, person=person, position="เจ้าพนักงานปกครองชำนาญการ", section="ฝ่ายทะเบียน")
    return whole


LAST = "ทองดีแท้เจริญ"


@pytest.mark.parametrize(
    ("first", "other", "alike"),
    [
        ("กช", "กด", False),  # of two letters none may differ
        ("กชน", "กดน", True),  # of three one
        ("กชน", "กดม", False),
        ("กมลวรณ", "กมลวทณ", True),
        ("กมลวรณ", "กนลวทณ", False),  # of six still one
        ("กมลวรณา", "กนลวทณา", True),  # of seven two
        ("กมลวรณา", "กนลบทณา", False),
        ("ศิรษ", "สิรส", True),  # two letters, of the same sound
        ("ศิรษ", "สิรก", False),
        ("ศิรษมณา", "สิรสมดา", True),  # three letters, one by ear
        ("ศิรษมณา", "สิรสกดา", False),
    ],
)
def test_how_far_apart_two_spellings_of_a_name_may_lie(first: str, other: str, alike: bool) -> None:
    whole = colleagues(first, LAST, other, LAST)
    assert kinds(people.check_spellings, whole) == ["name-two-spellings"] * alike


def test_names_that_share_less_than_four_fifths_of_their_letters_are_not_one() -> None:
    assert kinds(people.check_spellings, colleagues("กมลา", "วรดีนท", "กมรา", "วรสีนท")) == ["name-two-spellings"]
    assert kinds(people.check_spellings, colleagues("กมลา", "วรดีน", "กมรา", "วรสีน")) == []


@pytest.mark.parametrize(
    ("post", "section", "other_post", "other_section", "alike"),
    [
        ("นิติกร", "ฝ่ายก", "นิติกร", "ฝ่ายก", True),
        ("นิติกร", "", "นิติกร", "ฝ่ายก", True),
        ("นิติกร", "ฝ่ายก", "นิติกร", "", True),
        ("นิติกร", "ฝ่ายก", "นิติกร", "ฝ่ายข", False),
        ("นิติกร", "ฝ่ายก", "ครู", "ฝ่ายก", False),
    ],
)
def test_a_slip_in_a_first_name_is_told_where_post_and_section_are_the_same(
    post: str, section: str, other_post: str, other_section: str, alike: bool
) -> None:
    whole = colleagues("กมลวรณ", LAST, "กมลวทณ", LAST)
    whole = made.with_seat(whole, 1, 1, position=post, section=section)
    whole = made.with_seat(whole, 1, 5, position=other_post, section=other_section)
    assert kinds(people.check_spellings, whole) == ["name-two-spellings"] * alike


@pytest.mark.parametrize(
    ("first", "reported"),
    [("นายกรณ", True), ("นายกร", False), ("พระเทพมงคล", False), ("หม่อมลีลา", False), ("ดร.กรณ์", True)],
)
def test_what_begins_like_a_title_is_one_where_a_name_follows(first: str, reported: bool) -> None:
    whole = made.with_seat(made.submission(), 1, 1, person=Person(title="นาย", first_name=first, last_name="ใจดี"))
    assert kinds(names.check_name_fields, whole) == ["title-in-name"] * reported


# Committees


@pytest.mark.parametrize(("name", "reported"), [("คณะทำงาม", True), ("คณะทำวาม", True), ("คณะทำวมม", False)])
def test_two_letters_apart_a_committee_is_the_same_and_three_apart_another(name: str, reported: bool) -> None:
    whole = made.submission()
    stray = Committee(name=name, seats=(replace(whole.committees[1].seats[2], committee=name),))
    found = kinds(committees.check_committee_names, replace(whole, committees=(*whole.committees, stray)))
    assert found == ["committee-two-spellings"] * reported


@pytest.mark.parametrize(("seats", "reported"), [(3, [3]), (4, []), (5, [4])])
def test_of_two_spellings_the_one_with_fewer_members_is_the_slip(seats: int, reported: list[int]) -> None:
    """Where both have as many, nobody can tell which is meant."""
    whole = made.submission()
    board, group = whole.committees
    one = replace(group, seats=group.seats[:4], duties=())
    other = Committee(name="คณะทำงาม", seats=tuple(replace(seat, committee="คณะทำงาม") for seat in group.seats[:seats]))
    assert len(kinds(committees.check_committee_names, replace(whole, committees=(board, one, other)))) == sum(reported)


# Dates


@pytest.mark.parametrize(("year", "reported"), [(2545, True), (2546, False), (2586, False), (2587, True)])
def test_a_date_more_than_twenty_years_off_is_of_another_era(year: int, reported: bool) -> None:
    day = datetime.date(year - 543, 8, 14)
    whole = made.with_order(made.submission(), date=day, year=year)
    assert ("date-era" in kinds(dates.check_order_dates, whole)) is reported
    whole = made.with_record(made.submission(), "activities", 1, date=day)
    assert ("date-era" in kinds(dates.check_activities, whole)) is reported


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2023-02-17", ""),  # a Friday
        ("2023-02-18", "วันเสาร์"),
        ("2023-02-19", "วันอาทิตย์"),
        ("2023-02-20", ""),
        ("2023-04-12", ""),
        ("2023-04-13", "วันสงกรานต์"),
        ("2023-04-14", "วันสงกรานต์"),
        ("2023-04-15", "วันสงกรานต์"),
        ("2023-04-17", "วันหยุดชดเชยวันสงกรานต์"),
        ("2023-04-18", ""),
        ("2023-01-01", "วันขึ้นปีใหม่"),
        ("2023-04-06", "วันจักรี"),
        ("2023-05-04", "วันฉัตรมงคล"),
        ("2023-06-03", "วันวิสาขบูชา และวันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี"),
        ("2023-07-28", "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว"),
        ("2023-08-12", "วันแม่แห่งชาติ"),
        ("2022-10-13", "วันนวมินทรมหาราช"),
        ("2022-10-23", "วันปิยมหาราช"),
        ("2022-12-05", "วันพ่อแห่งชาติ"),
        ("2022-12-10", "วันรัฐธรรมนูญ"),
        ("2022-12-31", "วันสิ้นปี"),
    ],
)
def test_which_days_are_off(day: str, name: str) -> None:
    (activity, *_) = made.activities()
    whole = made.submission(activities=(replace(activity, date=datetime.date.fromisoformat(day)),))
    found = [problem.message for problem in dates.check_activities(whole, RULES) if problem.kind == "activity-day-off"]
    assert [message.rpartition("ตรงกับ")[2] for message in found] == [name] * bool(name)


@pytest.mark.parametrize(
    ("year", "reported"), [(2529, False), (2530, True), (2564, True), (2565, False), (2566, False), (2599, True)]
)
def test_which_years_in_a_text_are_left_over(year: int, reported: bool) -> None:
    whole = made.with_order(made.submission(), reason=f"ด้วยสำนักงานเขตเข้าร่วมการประเมินในปี {year} แล้ว")
    assert [one.kind for one in years.check_years(tuple(cells(whole)), whole, RULES)] == ["year-left-over"] * reported


# Measures

LETTERS = "กขคฆงจฉชซฌญฎฏ"
"""Thirteen letters, which hold eight runs of six."""


def followed(action: str, follow_up: str) -> Submission:
    (measure, *_) = made.measures()
    return made.submission(measures=(replace(measure, actions=(action,), follow_ups=(follow_up,)),))


@pytest.mark.parametrize(
    ("other", "reported"),
    [
        (LETTERS + "กดกดกดกดกด", True),  # touched by less than a tenth: one run of nineteen
        (LETTERS, False),
        ("ดกดกด", False),  # too short to tell
        ("ดกดกดก", True),
        ("ดกดกดก (ติดตามแผนปฏิบัติการ)", True),  # remarks do not count
    ],
)
def test_a_measure_is_passed_over_where_nothing_touches_on_it(other: str, reported: bool) -> None:
    (measure, *_) = made.measures()
    both = replace(measure, actions=("จัดทำแผนปฏิบัติการ", other), follow_ups=("ติดตามแผนปฏิบัติการ" + LETTERS[:6],))
    found = kinds(measures.check_mirrored, made.submission(measures=(both,)))
    assert found == ["follow-up-not-of-measure"] * reported


@pytest.mark.parametrize(("letters", "reported"), [(59, False), (60, True)])
def test_a_long_part_of_a_measure_is_looked_for_by_itself(letters: int, reported: bool) -> None:
    spoken = "จัดทำคู่มือการปฏิบัติงานให้เป็นปัจจุบันและเผยแพร่ให้ประชาชนทราบอย่างทั่วถึงทุกช่องทาง"
    part = "".join(chr(ord("ก") + number % 40) for number in range(letters))
    whole = followed(f"{spoken} {part}", f"ติดตาม{spoken}")
    assert kinds(measures.check_mirrored, whole) == ["follow-up-partial"] * reported


@pytest.mark.parametrize(("letters", "quoted"), [(60, "ก" * 60), (61, "ก" * 59 + "…")])
def test_a_message_quotes_sixty_characters_of_a_text(letters: int, quoted: str) -> None:
    (measure, *_) = made.measures()
    both = replace(measure, actions=("จัดทำแผนปฏิบัติการ", "ก" * letters), follow_ups=("ติดตามแผนปฏิบัติการ",))
    (problem,) = measures.check_mirrored(made.submission(measures=(both,)), RULES)
    assert problem.found == quoted


# Posts


@pytest.mark.parametrize(
    ("post", "section", "near"),
    [
        ("นายช่างเขียนชำนาญงาน", "", "นายช่างเขียนแบบชำนาญงาน"),  # cut off
        ("นักวิชาการชำนาญการ", "ฝ่ายการศึกษา", "นักวิชาการศึกษาชำนาญการ"),
        ("เจ้าพนักงานเทคนิคปฏิบัติการ", "", "เจ้าพนักงานเทศกิจปฏิบัติการ"),  # three letters of seventeen
        ("นิติกอนชำนาญการ", "", "นิติกรชำนาญการ"),  # two of seven
        ("คลูชำนาญการ", "", "ครูชำนาญการ"),  # one of three
        ("คลูฝชำนาญการ", "", ""),
        ("เจ้าพนักสินชำนาญงาน", "", ""),
        ("นายช่างโยทาชำนาญการ", "", ""),  # the one that it is like has no such level
    ],
)
def test_an_unknown_post_is_told_where_a_known_one_is_like_it(post: str, section: str, near: str) -> None:
    whole = made.with_seat(made.submission(), 1, 1, position=post, section=section)
    found = [(one.found, one.hint) for one in posts.check_posts(whole, RULES)]
    hint = f"ตรวจสอบชื่อตำแหน่ง (ใกล้เคียงกับ “{near}”) หากถูกต้องแล้ว ไม่ต้องแก้ไข"
    assert found == [(post, hint)] * bool(near)


@pytest.mark.parametrize(("groups", "said"), [(1, "คณะทำงาน"), (2, "คณะทำงานคณะใดเลย")])
def test_a_section_without_a_member_is_told_of_the_groups_there_are(groups: int, said: str) -> None:
    whole = made.submission()
    board, group = whole.committees
    seats = tuple(seat for seat in group.seats if seat.section != "ฝ่ายโยธา")
    named = [replace(group, name=name, seats=seats) for name in ("คณะทำงาน", "คณะทำงานติดตามผล")[:groups]]
    (problem,) = posts.check_sections_represented(replace(whole, committees=(board, *named)), RULES)
    assert problem.message == f"“ฝ่ายโยธา” ไม่มีผู้แทนใน{said}"


# Scores


@pytest.mark.parametrize(
    ("score", "previous", "reported"),
    [("80", "50", False), ("80", "49.99", True), ("40", "70", False), ("40", "70.01", True), ("90", None, False)],
)
def test_a_score_leaps_where_it_moves_by_more_than_thirty(score: str, previous: str | None, reported: bool) -> None:
    before = None if previous is None else Decimal(previous)
    whole = made.with_record(made.submission(), "scores", 5, score=Decimal(score), previous=before)
    assert kinds(scores.check_changes, whole) == ["score-jump"] * reported


@pytest.mark.parametrize(
    ("mean", "reported"), [("89.98", True), ("89.99", False), ("90.00", False), ("90.01", False), ("90.02", True)]
)
def test_the_mean_of_questions_may_be_a_rounding_off(mean: str, reported: bool) -> None:
    run = RULES.indicators[0].questions
    rows = tuple(
        QuestionScore(code=f"i{number}", question="", score=Decimal(mean), source=made.at("คะแนนรายข้อ", number + 1))
        for number in range(run.first, run.last + 1)
    )
    assert kinds(questions.check_question_means, made.submission(questions=rows)) == ["questions-off"] * reported


# Wording


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("งานดี งานดี", ["งานดี"]),
        ("กกก กกก", ["กกก"]),
        ("123 123", []),
        ("กกกก กกกก", ["กกกก"]),
        (f"{'ก' * 60} {'ก' * 60}", ["ก" * 60]),
        (f"{'ก' * 61} {'ข' * 61}", []),
        ("งานดีมากงานดี ไป งานดีมากงานดี ไป", ["งานดีมากงานดีไป"]),
        ("งาน ดีม งาน ดีม", []),
    ],
)
def test_how_long_a_word_typed_twice_is(typed: str, found: list[str]) -> None:
    assert [problem.found for problem in text.check_doubled(Cell(Source(), "text", typed))] == found


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1. ก", "1."),
        ("(12) ก", "(12)"),
        ("๑๒) ก", "๑๒)"),
        ("123. ก", ""),
        ("1.5 ล้านบาท", ""),
        ("(1 ก", ""),
        ("ก) ก", "ก)"),
        ("(ข) ก", "(ข)"),
        ("a. ก", "a."),
        ("ii. ก", "ii."),
        ("iv) ก", "iv)"),
        ("ข้อ 3 ก", "ข้อ 3"),
        ("ข้อ ๓. ก", "ข้อ ๓."),
        ("ข้อ 3 ของ ก", ""),
        ("ข้อ 3/1 ก", ""),
        ("อ. เมือง", ""),
        ("ข้อมูล 3 ก", ""),
    ],
)
def test_what_is_a_number_that_staff_typed_before_an_item(typed: str, number: str) -> None:
    (measure, *_) = made.measures()
    whole = made.submission(measures=(replace(measure, actions=("ก", typed)),))
    assert [one.found for one in measures.check_typed_numbers(whole, RULES)] == [number] * bool(number)


@pytest.mark.parametrize(("typed", "reported"), [("เรื่อง แต่งตั้ง", True), ("แต่งตั้ง เรื่อง", False)])
def test_a_lead_is_told_where_the_text_begins_with_it(typed: str, reported: bool) -> None:
    whole = made.with_order(made.submission(), subject=typed)
    assert kinds(order.check_leads, whole) == ["order-repeated-lead"] * reported
