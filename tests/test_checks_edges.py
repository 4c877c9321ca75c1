"""What each check passes over and where it stops: the other side of the faults that the other tests put in."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

import made
from ita_docs import checks
from ita_docs.analysis import findings_of
from ita_docs.checks import (
    committees,
    dates,
    frequencies,
    in_order,
    last_year,
    measures,
    names,
    order,
    own_texts,
    people,
    posts,
    questions,
    repeats,
    responsible,
    results,
    scores,
    signs,
    spelling,
    text,
    years,
)
from ita_docs.checks.cells import Cell, cells
from ita_docs.framework.load import load
from ita_docs.framework.model import Framework
from ita_docs.model import (
    AnalysisForm,
    Committee,
    Override,
    Person,
    Published,
    QuestionScore,
    Section,
    Settings,
    Source,
    Status,
    Submission,
)
from ita_docs.workbook.settings import COLUMN_NAMES
from officefiles.problems import Kind, Place, Problem

RULES = load(2565)
Check = Callable[..., Iterable[Problem]]


def reported(check: Check, whole: Submission) -> list[tuple[str, str, str]]:
    return [(problem.kind, problem.place.cell, problem.found) for problem in check(whole, RULES)]


def of_texts(check: Check) -> Check:
    """A check of all texts, given those of a submission."""
    return lambda whole, rules: check(tuple(cells(whole)), whole, rules)


def of_result(check: Check) -> Check:
    """A check of the figures, given those of a submission; it finds nothing where there are none."""

    def found(whole: Submission, rules: Framework) -> Iterable[Problem]:
        figures = findings_of(whole, rules)
        return check(whole, rules, figures) if figures else ()

    return found


def kinds(check: Check, whole: Submission) -> list[str]:
    return [kind for kind, _, _ in reported(check, whole)]


def of_text(check: Callable[[Cell], Iterable[Problem]], typed: str, field: str = "text") -> list[str]:
    return [problem.found or problem.kind for problem in check(Cell(Source(), field, typed))]


# The order of problems


def test_problems_come_sheet_by_sheet_row_by_row_and_column_by_column() -> None:
    kind = Kind("x", "ก", "ข")
    places = [
        Place("ข้อมูลทั่วไป", "B2"),
        Place("คะแนน"),
        Place("คะแนน", "C9"),
        Place("คะแนน", "A10"),
        Place("คะแนน", "Z10"),
        Place("คะแนน", "AA10"),
        Place("กิจกรรม", "A2"),
        Place("ชีตอื่น", "A1"),
        Place(),
    ]
    mixed = [kind.at(place) for place in (*places[1::2], *places[::2])]
    assert [problem.place for problem in in_order(mixed)][:-2] == places[:-2]


def test_every_check_is_made() -> None:
    first, last = text.check_no_text, spelling.check_unknown  # before all others, and where they find nothing
    given = (*checks.CHECKS, *checks.LETTER_CHECKS, *checks.SIGN_CHECKS, first, last)
    made_ones = {one if callable(one) else one.check for one in given}
    modules = [
        importlib.import_module(f"{checks.__name__}.{one.name}") for one in pkgutil.iter_modules(checks.__path__)
    ]
    found = {
        function
        for module in modules
        for name, function in vars(module).items()
        if name.startswith("check_") and function.__module__ == module.__name__
    }
    assert found - made_ones == set()


def test_the_texts_of_a_submission_are_those_that_staff_typed() -> None:
    found = {(cell.place.sheet, cell.place.cell): cell.text for cell in cells(made.submission())}
    assert found["มาตรการ", "C2"] == made.MEASURES[0][0]
    assert found["ข้อมูลทั่วไป", "B12"] == "นาย"
    assert found["บุคลากร", "E9"] == "คำพันแสง"
    assert found["ผลการดำเนินการ", "B2"] == "จัดทำคู่มือการปฏิบัติงาน"
    assert found["คะแนนรายข้อ", "B3"] == "เจ้าหน้าที่ให้บริการเท่าเทียมกัน"
    assert ("บุคลากร", "D2") not in found  # a seat of a post
    items = made.with_record(made.submission(), "measures", 0, actions=("หนึ่ง", "สอง"))
    assert "หนึ่ง\nสอง" in {cell.text for cell in cells(items)}


# Committees


def with_roles(*roles: str, name: str = made.GROUP) -> Submission:
    """A submission whose second committee has these members' roles and no other members."""
    whole = made.submission()
    board, group = whole.committees
    seats = tuple(replace(seat, role=role, committee=name) for seat, role in zip(group.seats, roles, strict=False))
    return replace(whole, committees=(board, replace(group, name=name, seats=seats)))


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        (("ประธานคณะทำงาน", "คณะทำงาน"), []),
        (("หัวหน้าคณะทำงาน", "คณะทำงาน"), []),
        (("รองประธานคณะทำงาน", "คณะทำงาน"), [("chair-missing", "H9", "")]),
        (("รองประทานคณะทำงาน", "คณะทำงาน"), [("chair-missing", "H9", "")]),
        (("ประทานคณะทำงาน", "คณะทำงาน"), []),
        (("คณะทำงาน", "ประธานคณะทำงาน", "ประธานคณะทำงาน"), [("chair-twice", "H11", "ประธานคณะทำงาน")]),
        (
            ("ประธานคณะทำงาน", "ประธานคณะทำงาน", "ประธานคณะทำงาน"),
            [("chair-twice", "H10", "ประธานคณะทำงาน"), ("chair-twice", "H11", "ประธานคณะทำงาน")],
        ),
    ],
)
def test_who_chairs_a_committee(roles: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert reported(committees.check_chairs, with_roles(*roles)) == found


def test_a_second_chair_is_told_the_number_of_the_first() -> None:
    (problem,) = committees.check_chairs(with_roles("คณะทำงาน", "ประธานคณะทำงาน", "ประธานคณะทำงาน"), RULES)
    assert "ลำดับที่ 2 เป็นประธานอยู่แล้ว" in problem.message


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        (("ประธานคณะทำงาน", "เลขานุการ"), []),
        (("ประธานคณะทำงาน", "คณะทำงานและเลขานุการ"), []),
        (("ประธานคณะทำงาน", "เลขานุการ", "ผู้ช่วยเลขานุการ"), []),
        (("ประธานคณะทำงาน", "คณะทำงานและผู้ช่วยเลขานุการ"), [("secretary-missing", "H10", "")]),
        (("ประธานคณะทำงาน", "คณะทำงานและเลขานุกาน"), []),
    ],
)
def test_who_is_a_secretary(roles: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert reported(committees.check_secretaries, with_roles(*roles)) == found


@pytest.mark.parametrize(
    ("name", "role", "found"),
    [
        ("คณะทำงาน", "กรรมการ", [("role-of-another-committee", "H9", "กรรมการ")]),
        ("คณะกรรมการติดตาม", "คณะทำงาน", [("role-of-another-committee", "H9", "คณะทำงาน")]),
        ("คณะกรรมการและคณะทำงาน", "กรรมการ", []),
        ("คณะที่ปรึกษา", "กรรมการ", []),
        ("คณะทำงาน", "ประธาน", []),
    ],
)
def test_a_role_is_held_against_the_name_of_its_committee(
    name: str, role: str, found: list[tuple[str, str, str]]
) -> None:
    assert reported(committees.check_roles, with_roles(role, name=name)) == found


def test_of_a_committee_in_two_spellings_the_members_come_in_the_order_of_their_rows() -> None:
    whole = made.submission()
    board, group = whole.committees
    stray = Committee(name="คณะทำงาม", seats=(group.seats[2],))
    rest = replace(group, seats=(*group.seats[:2], *group.seats[3:]))
    joined = committees.whole_committees(replace(whole, committees=(board, rest, stray)))
    assert [(one.name, [seat.source.row for seat in one.seats]) for one in joined] == [
        (made.BOARD, [*range(2, 9)]),
        (made.GROUP, [*range(9, 16)]),
    ]


def test_a_committee_without_duties_is_told_at_its_first_member_and_duties_without_members_at_the_first_duty() -> None:
    whole = made.submission()
    board, group = whole.committees
    alone = replace(whole, committees=(replace(board, duties=()), replace(group, seats=())))
    assert reported(committees.check_duties, alone) == [
        ("duties-missing", "B2", ""),
        ("seats-missing", "A3", made.GROUP),
    ]


# People


@pytest.mark.parametrize(
    ("title", "other", "alike"),
    [
        ("นาย", "นาย", True),
        ("นาย", "นาง", False),
        ("นาย", "น.ส.", False),
        ("นาย", "ว่าที่ร้อยตรีหญิง", False),
        ("ว่าที่ร้อยตรี", "นาง", True),
        ("พระ", "แม่ชี", False),
        ("น.ส.", "นาง", True),
    ],
)
def test_names_of_a_man_and_a_woman_are_not_one_persons(title: str, other: str, alike: bool) -> None:
    whole = made.submission()
    for seat, one in ((1, (title, "กมลวรณ")), (5, (other, "กมลวทณ"))):
        person = Person(title=one[0], first_name=one[1], last_name="ทองดีแท้เจริญ")
        whole = made.with_seat(whole, 1, seat, person=person, position="นิติกร", section="")
    assert kinds(people.check_spellings, whole) == ["name-two-spellings"] * alike


@pytest.mark.parametrize(
    ("title", "post", "found"),
    [
        ("นาง", "นักจัดการงานทั่วไปชำนาญการพิเศษ", []),
        ("น.ส.", "นักจัดการงานทั่วไปชำนาญการพิเศษ", ["title-differs"]),
        ("", "นักจัดการงานทั่วไปชำนาญการพิเศษ", []),
        ("นาง", "", []),
        ("นาง", "นิติกร", ["post-differs"]),
    ],
)
def test_one_person_in_two_committees_has_one_title_and_one_post(title: str, post: str, found: list[str]) -> None:
    person = Person(title=title, first_name="วารุณี", last_name="คำพันแสง")
    whole = made.with_seat(made.submission(), 0, 3, person=person, position=post)
    assert kinds(people.check_same_person, whole) == found


def test_titles_that_mean_the_same_do_not_differ() -> None:
    person = Person(title="น.ส.", first_name="มณีรัตน์", last_name="สกุลเดช")
    whole = made.with_seat(made.submission(), 0, 3, person=person, position="นักทรัพยากรบุคคลชำนาญการ")
    assert kinds(people.check_same_person, whole) == []


def test_the_signatory_may_have_another_post_in_a_committee_but_no_other_title() -> None:
    person = Person(title="นาง", first_name="ปราโมทย์", last_name="ชลธารทอง")
    whole = made.with_seat(made.submission(), 0, 0, person=person, position="ประธาน")
    assert reported(people.check_same_person, whole) == [("title-differs", "C2", "นาง")]


def test_a_post_held_twice_is_told_with_the_number_that_it_has_already() -> None:
    whole = made.with_seat(made.submission(), 0, 4, position="หัวหน้าฝ่ายโยธา")
    (problem,) = people.check_seated_twice(whole, RULES)
    assert (problem.place.cell, problem.found) == ("F6", "หัวหน้าฝ่ายโยธา")
    assert "ในลำดับที่ 4" in problem.message
    apart = made.with_seat(whole, 0, 4, position="หัวหน้าฝ่ายโยธา", section="ศูนย์ก่อสร้าง")
    assert kinds(people.check_seated_twice, apart) == []


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("ธนวัต", "ณ ดอนทราย", []),
        ("ธนวัต", "ดอนณ ทราย", ["E10"]),
        ("ธน วัต", "ดอน ทราย", ["D10", "E10"]),
        ("John-Paul", "O'Neil (ปีเตอร์)", ["E10"]),
        ("ธนวัต๑", "ทราย!", ["D10", "E10"]),
        ("นิติกร", "ครูสอน", []),
        ("เศรษฐกร", "ประธานทอง", []),
    ],
)
def test_what_a_name_may_hold(first: str, last: str, found: list[str]) -> None:
    whole = made.with_seat(made.submission(), 1, 1, person=Person(title="นาย", first_name=first, last_name=last))
    assert [cell for _, cell, _ in reported(names.check_name_fields, whole)] == found


# Posts and sections


def of_sections(*names: str) -> Submission:
    listed = tuple(Section(name=name, source=made.at("หน่วยงานย่อย", row)) for row, name in enumerate(names, start=2))
    return replace(made.submission(), office=replace(made.office(), sections=listed))


def test_an_office_that_lists_no_sections_is_asked_for_none() -> None:
    whole = of_sections()
    assert kinds(posts.check_sections, whole) == kinds(responsible.check_responsible, whole) == []
    assert posts.nearest_section("ฝ่ายโยธา", whole) == ""


def test_the_nearest_section_may_have_a_tone_mark_more() -> None:
    assert posts.nearest_section("กองชาง", of_sections("กองคลัง", "กองช่าง")) == "กองช่าง"


@pytest.mark.parametrize(
    ("post", "found"),
    [("หัวหน้าฝ่ายโยทา", ["ฝ่ายโยทา"]), ("หัวหน้าฝ่ายโยทา คนที่ 2", []), ("หัวหน้าฝ่ายโยธา", []), ("ฝ่ายโยทา", [])],
)
def test_which_posts_name_a_section(post: str, found: list[str]) -> None:
    whole = made.with_seat(made.submission(), 0, 3, position=post)
    assert reported(posts.check_sections, whole) == [("section-unknown", "F5", one) for one in found]


def test_no_section_is_missed_where_no_member_is_of_one() -> None:
    whole = made.submission()
    board, group = whole.committees
    seats = tuple(replace(seat, section="", position="นิติกรชำนาญการ") for seat in group.seats)
    assert (
        kinds(posts.check_sections_represented, replace(whole, committees=(board, replace(group, seats=seats)))) == []
    )


def test_a_member_of_an_unknown_section_stands_for_the_nearest() -> None:
    whole = made.with_seat(made.submission(), 1, 2, section="ฝ่ายโยทา")
    assert kinds(posts.check_sections_represented, whole) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ฝ่ายปกครอง, ฝ่ายโยทา", ["ฝ่ายโยทา"]),
        ("ฝ่ายปกครองและฝ่ายโยทา", ["ฝ่ายโยทา"]),
        ("ฝ่ายปกครอง และฝ่ายโยทา", ["ฝ่ายโยทา"]),
        ("ฝ่ายปกครอง และ ฝ่ายโยทา ร่วมกับ ฝ่ายทะเบียน", ["ฝ่ายโยทา"]),
        ("ฝ่ายปกครอง\nฝ่ายโยทา", ["ฝ่ายโยทา"]),
        ("1. ฝ่ายปกครอง\n2. ฝ่ายโยทา", ["ฝ่ายโยทา"]),
        ("ฝ่ายแผนงาน/ฝ่ายพัสดุ", ["ฝ่ายแผนงาน", "ฝ่ายพัสดุ"]),
        ("หัวหน้าฝ่ายโยทา", ["หัวหน้าฝ่ายโยทา"]),
        ("ฝ่ายการคลังและพัสดุ", []),
        ("ฝ่ายโยธาธิการ", ["ฝ่ายโยธาธิการ"]),
        ("กองช่าง", ["กองช่าง"]),
        ("ผู้จัดการสาขา", ["ผู้จัดการสาขา"]),
        ("นายประเสริฐ ไม่อยู่ในคำสั่ง", ["นายประเสริฐ ไม่อยู่ในคำสั่ง"]),
        ("ฝ่ายโยธา ชั้น 2", []),
        ("งานธุรการ ฝ่ายปกครอง", []),
        ("ปกครอง / โยธา", []),
        ("หัวหน้าฝ่ายโยธา และผู้ช่วยผู้อำนวยการเขต", []),
        ("นางสาวมณีรัตน์ สกุลเดช", []),
        ("นักทรัพยากรบุคคล", []),
        ("นักวิชาการคอมพิวเตอร์", []),
        ("กจ.", []),  # offices in short
        ("ก.พ.ร.", []),
        ("สปสช", []),
        ("กกกกก", []),
        ("กกกกกก", ["กกกกกก"]),
        ("ทุกฝ่าย", []),
        ("ทุกสำนัก/กอง", []),
        ("ทุกส่วนราชการในสังกัด", []),
        ("คณะทำงานการประเมิน ITA และเจ้าหน้าที่ผู้รับผิดชอบ", []),
        ("ผู้บริหารและบุคลากร", []),
        ("ผู้อำนวยการเขต", []),
    ],
)
def test_who_is_responsible_for_a_measure(text: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "measures", 2, responsible=text)
    problems = reported(responsible.check_responsible, whole)
    assert problems == [("responsible-unknown", "F4", one) for one in found]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("นิติกรชำนาญการ", []),
        ("นิติกร ชำนาญการ", []),
        ("นิติกรชำนาญงาน", ["post-level"]),
        ("เจ้าพนักงานธุรการอาวุโส", []),
        ("เจ้าพนักงานปกครองชำนาญการ", []),  # a post of both kinds
        ("เจ้าพนักงานปกครองชำนาญงาน", []),
        ("ผู้เชี่ยวชาญ", []),
        ("ชำนาญการ", ["post-level-alone"]),
        ("นิติกร", []),
        ("ผู้ช่วย นิติกรชำนาญการ", []),
        ("นิติกอนชำนาญการ", ["post-unknown"]),
    ],
)
def test_the_level_of_a_post_is_one_of_its_kind(post: str, found: list[str]) -> None:
    whole = made.with_seat(made.submission(), 1, 1, position=post)
    assert kinds(posts.check_posts, whole) == found


# Dates


def dated(day: str, **changes: object) -> Submission:
    date = datetime.date.fromisoformat(day)
    return made.with_order(made.submission(), **{"date": date, "year": date.year + 543, **changes})


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2022-09-30", ["order-outside-year"]),
        ("2022-10-03", []),
        ("2023-09-29", []),
        ("2023-10-02", ["order-outside-year"]),
    ],
)
def test_the_order_is_of_the_fiscal_year(day: str, found: list[str]) -> None:
    assert kinds(dates.check_order_dates, dated(day)) == found


@pytest.mark.parametrize(
    ("effective", "found"),
    [
        ("2022-11-14", ["effective-before-order"]),
        ("2022-11-15", []),
        ("2022-11-16", []),
        ("2023-09-30", []),
        ("2023-10-01", ["effective-outside-year"]),
        ("1979-11-15", ["date-era"]),
    ],
)
def test_an_order_is_in_force_from_its_day_on(effective: str, found: list[str]) -> None:
    whole = made.with_order(made.submission(), effective=datetime.date.fromisoformat(effective))
    assert kinds(dates.check_order_dates, whole) == found


def test_an_activity_of_another_year_does_not_put_the_others_out_of_order() -> None:
    first, second = made.activities()
    late = replace(first, date=datetime.date(2024, 1, 16))
    assert kinds(dates.check_activities, made.submission(activities=(late, second))) == ["activity-outside-year"]
    same_day = replace(second, date=first.date)
    assert kinds(dates.check_activities, made.submission(activities=(first, same_day))) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560", []),
        ("ตามพระราชบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2560", [2560]),
        ("ระหว่างปี 2560 ถึง 2562", []),
        ("ในปี 2560 และ 2561", [2560, 2561]),
        ("ใช้จ่าย 2560 บาท", []),
        ("ดูที่ www.example.go.th/2560", []),
        ("ค.ศ. 2566", ["ค.ศ. 2566"]),
        ("พ.ศ. 2023", ["พ.ศ. 2023"]),
        ("พ.ศ. 20231", []),
        ("แผนปฏิบัติการ ปี 2023", ["ปี 2023"]),
        ("ภายในมกราคม ๒๐๒๓", ["มกราคม 2023"]),
        ("เป้าหมายปี ค.ศ. 2030", []),
        ("Oct 2022 – Sep 2023", ["Oct 2022"]),
        ("1 January 2023", ["January 2023"]),
        ("FY2023", ["FY2023"]),
        ("๐๑/๑๐/๒๐๒๒ ถึง ๓๐/๐๙/๒๐๒๓", ["01/10/2022"]),
        ("2022-10-01", ["2022-10-01"]),
        ("ตามมาตรฐาน ISO 9001:2015 และ Windows 2019", []),
        ("ดูที่ https://example.go.th/2022-10-01", []),
        ("เลขที่ 12/2022 และ 1,2022 บาท", []),
    ],
)
def test_years_that_were_left_over_in_a_text(typed: str, found: list[object]) -> None:
    whole = made.with_record(made.submission(), "activities", 0, caption=typed)
    assert reported(of_texts(years.check_years), whole) == [
        ("year-era" if isinstance(one, str) else "year-left-over", "C2", str(one)) for one in found
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("เมื่อเทียบกับปีงบประมาณ พ.ศ. ๒๕๖๔ มีคะแนนเพิ่มขึ้น", []),
        ("คะแนนเท่ากับปี 2564", []),
        ("ปี 2563 ได้ 85.10 ปี 2564 ได้ 86.10 และปี 2565 ได้ 88.00 เพิ่มขึ้นทุกปี", []),
        ("ปี 2564 ได้ 86.10 คะแนน", [2564]),
        ("เมื่อเทียบกับปีงบประมาณ พ.ศ. 2563 มีคะแนนเพิ่มขึ้น", [2563]),
        ("ปี 2564 ได้ 86.10 คะแนน เพิ่มขึ้นจากปี 2563", [2563, 2564]),  # last year's text, left over
        ("ปี 2565 ได้ 88.00 เพิ่มขึ้นจากปี 2567", [2567]),
    ],
)
def test_an_analysis_may_compare_with_years_before(typed: str, found: list[int]) -> None:
    whole = made.with_record(made.submission(), "overrides", 0, key="2", text=typed)
    assert reported(of_texts(years.check_years), whole) == [("year-left-over", "B2", str(one)) for one in found]


# Measures


@pytest.mark.parametrize(
    ("frequency", "follow_up", "found"),
    [
        ("ปีละ 2 ครั้ง", "ติดตามปีละ ๒ ครั้ง", ["frequency-twice"]),
        ("ปีละ 2 ครั้ง", "ติดตามทุก 6 เดือน", ["frequency-twice"]),
        ("ปีละ 2 ครั้ง", "ติดตามทุกเดือน", ["frequency-two-forms"]),
        ("", "ติดตามทุกเดือน", []),
        ("", "ติดตามทุกเดือน และรายงานทุกเดือน", ["frequency-twice"]),
        ("ตลอดปี", "ติดตามสัปดาห์ละ 1 ครั้ง", ["frequency-two-forms"]),
        ("สัปดาห์ละ ๑ ครั้ง", "ติดตามสัปดาห์ละ 1 ครั้ง", ["frequency-twice"]),
        ("ปีละ 2 ครั้ง", "ติดตามผล", []),
    ],
)
def test_a_frequency_is_said_once(frequency: str, follow_up: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "measures", 0, frequency=frequency, follow_ups=(follow_up,))
    assert kinds(frequencies.check_frequencies, whole) == found


@pytest.mark.parametrize(
    ("frequency", "clear"),
    [("ทุกเดือน", True), ("", True), ("อย่างสม่ำเสมอ", True), ("ทุกวัน", True), ("ปีละ 5 ครั้ง", True), ("บ่อยครั้ง", False)],
)
def test_a_frequency_says_how_often(frequency: str, clear: bool) -> None:
    whole = made.with_record(made.submission(), "measures", 0, frequency=frequency)
    assert kinds(frequencies.check_frequency_clear, whole) == ["frequency-unclear"] * (not clear)


def test_an_indicator_whose_rows_name_no_measure_is_told_at_the_first_of_them() -> None:
    first, *rest = made.measures()
    again = replace(first, actions=(), source=made.at("มาตรการ", 12))
    without = made.submission(measures=(replace(first, actions=()), *rest, again))
    assert reported(measures.check_measured, without) == [("measure-missing", "C2", "")]
    assert kinds(measures.check_measured, made.submission(measures=(again, first, *rest))) == []
    assert len(kinds(measures.check_measured, made.submission(measures=()))) == 10


# Last year's measures


@pytest.mark.parametrize(
    ("status", "result", "problem", "found"),
    [
        (Status.DONE, "ครบ", "", []),
        (Status.DONE, "", "", ["result-missing"]),
        (Status.UNDER_WAY, "", "", []),
        (Status.NOT_STARTED, "", "ขาดคน", []),
        (Status.NOT_STARTED, "", "", ["result-without-reason"]),
        (Status.NOT_POSSIBLE, "", "", ["result-without-reason"]),
    ],
)
def test_what_must_be_told_of_a_measure(status: Status, result: str, problem: str, found: list[str]) -> None:
    changed = made.with_record(made.submission(), "results", 0, status=status, result=result, problem=problem)
    assert kinds(last_year.check_results, changed) == found


@pytest.mark.parametrize("column", COLUMN_NAMES)
def test_a_column_asked_for_has_something_to_print(column: str) -> None:
    whole = made.submission(settings=Settings(columns=frozenset({column})), source=made.general())
    nothing = {"steps": "", "period": "", "reporting": "", "others": {"budget": "", "remarks": ""}}
    empty = replace(
        whole,
        measures=tuple(replace(one, **nothing) for one in whole.measures),
        scores=tuple(replace(one, previous=None) for one in whole.scores),
    )
    always = column in ("score", "level")
    expected = [] if always else [("column-without-data", made.general().at(f"column_{column}").cell, "")]
    assert reported(last_year.check_columns, empty) == expected
    one = made.with_record(
        empty, "measures", 9, steps="ก", period="ก", reporting="ก", others={"budget": "ก", "remarks": "ก"}
    )
    assert reported(last_year.check_columns, made.with_record(one, "scores", 9, previous=Decimal(1))) == []
    assert reported(last_year.check_columns, replace(empty, settings=Settings())) == []


# Results and scores


def published(total: str | None = None, level: str = "", **instruments: str) -> Submission:
    typed = Published(
        total=Decimal(total) if total else None,
        level=level,
        instruments={code: Decimal(value) for code, value in instruments.items()},
        source=made.general(),
    )
    return made.submission(published=typed)


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        (published("91.40", "A"), []),
        (published("91.39"), ["total-near"]),
        (published("91.38"), ["total-off"]),
        (published(None), []),
        (published("91.40", IIT="88.01"), []),
        (published("91.41", IIT="88.03"), ["total-near"]),  # of the scores computed it is off by a rounding
        (published("91.40", IIT="87.99", EIT="86.01"), []),
        (published("50.00", IIT="58.00"), ["total-off"]),
    ],
)
def test_the_published_total_is_that_of_the_instruments(whole: Submission, found: list[str]) -> None:
    assert kinds(of_result(results.check_total), whole) == found


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        (published("91.40", "A"), []),
        (published("91.40", ""), []),
        (published("91.40", "AA"), ["level-wrong"]),
        (published("95.00", "AA"), []),  # what the typed total earns; that this is off is told by itself
        (published("95.00", "A"), []),  # what the computed scores earn
        (published("95.00", "B"), ["level-wrong"]),
        (published("91.40", "ผ่าน"), ["level-of-another-year"]),
        (published(None, "A", OIT="20.00"), []),
        (published(None, "D", OIT="20.00"), []),
        (published(None, "E", OIT="20.00"), ["level-wrong"]),
    ],
)
def test_the_published_level_is_one_that_the_scores_earn(whole: Submission, found: list[str]) -> None:
    assert kinds(of_result(results.check_level), whole) == found


@pytest.mark.parametrize(
    ("key", "typed", "found"),
    [
        ("summary", "เป้าหมาย 85.00 คะแนนรวม 91.40 คะแนน", []),
        ("summary", "IIT 88.00 EIT 86.00 OIT 98.00 ถ่วงน้ำหนักแล้ว 26.40 25.80 39.20", []),
        ("summary", "ระดับ A ตั้งแต่ 85.00 ถึง 94.99 ระดับ AA ตั้งแต่ 95.00", []),
        ("summary", "ข้อ i1 ได้ 91.20 คะแนน", []),
        ("summary", "ตัวชี้วัดที่ 2 ได้ 80.10 เพิ่มขึ้น 7.90", []),
        ("2", "ได้ 88.00 เดิม 80.10 เพิ่มขึ้น 7.90", []),
        ("4", "ลดลง 0.50 จาก 84.50", []),
        ("2", "ได้ 84.50", ["84.50"]),  # of another indicator
        ("2", "ได้ 88.01 และ 88.02 และ 88.01", ["88.01", "88.02"]),
        ("2", "ใช้เงิน 1,088.01 บาท ตามข้อ 88.01.2", []),
        ("2", "ได้ ๘๘.๐๑ คะแนน", ["88.01"]),
        ("summary", "คะแนนรวมได้ 91.5 คะแนน", ["91.5"]),
        ("summary", "หน่วยงานได้รับคะแนน 93 คะแนน", ["93"]),
        ("summary", "ได้ 91.4 คะแนน ปีก่อนได้ 77 คะแนน ปี 2566 ได้ 93 คะแนน", []),
        ("summary", "ควรได้ 93 คะแนน จะได้ 93 คะแนน ให้ได้ 93 คะแนน", []),
        ("summary", "ได้ 93 คะแนนขึ้นไป ได้ 99 คะแนนเต็ม ได้ 3 รางวัล", []),
        ("summary", "ได้ 91.40 คะแนน เพิ่มขึ้นจากปี พ.ศ. ๒๕๖๔ ที่ได้ ๙๐.๒๕ คะแนน คิดเป็น 1.15 คะแนน", []),
        ("summary", "ได้ 91.40 คะแนน เพิ่มขึ้นจากปีก่อนที่ได้ 90.25 คะแนน คิดเป็น 1.16 คะแนน", ["1.16"]),
        ("IIT", "ได้ 88.00 คะแนน ลดลงจากปี 2564 ที่ได้ 90.25 คะแนน 2.25 คะแนน", []),
        ("2", "ปี 2565 ได้ 88.00 ปี 2564 ได้ 80.10 ปี 2563 ได้ 77.15 คะแนน", []),
        ("2", "เทียบกับปี 2564 ซึ่งได้ 77.15 คะแนน เพิ่มขึ้น 10.85 คะแนน", ["77.15", "10.85"]),  # the sheet says 80.10
        ("2", "เทียบกับปี 2563 ซึ่งได้ 77.15 คะแนน", ["77.15"]),  # left over
    ],
)
def test_a_score_in_a_text_is_one_of_the_sheets(key: str, typed: str, found: list[str]) -> None:
    own = Override(key=key, text=typed, source=made.at("ข้อความวิเคราะห์", 2))
    assert reported(of_result(results.check_scores_in_texts), made.submission(overrides=(own,))) == [
        ("score-elsewhere", "B2", one) for one in found
    ]


def test_the_reason_of_the_order_says_what_the_office_got() -> None:
    reason = "ด้วยปีงบประมาณ พ.ศ. {} เข้าร่วม ITA รุ่น 90.55 และปีงบประมาณ พ.ศ. {} ได้ค่าคะแนน {} คะแนน อยู่ในระดับ {}"
    place = made.general().at("reason").cell
    wrong = made.with_order(made.submission(), reason=reason.format(2566, 2565, "88.50", "B"))
    assert reported(of_result(results.check_scores_in_texts), wrong) == [("score-elsewhere", place, "88.50")]
    assert reported(of_result(own_texts.check_claims), wrong) == [("level-elsewhere", place, "อยู่ในระดับ B")]
    for sound in (reason.format(2566, 2565, "91.40", "A"), reason.format(2565, 2564, "88.50", "B")):
        whole = made.with_order(made.submission(), reason=sound)
        assert reported(of_result(results.check_scores_in_texts), whole) == []
        assert reported(of_result(own_texts.check_claims), whole) == []


def test_what_was_published_may_stand_in_a_text() -> None:
    own = Override(key="summary", text="EIT ส่วนที่ 1 ได้ 79.40", source=made.at("ข้อความวิเคราะห์", 2))
    whole = replace(published("91.40", EIT1="79.40"), overrides=(own,))
    assert reported(of_result(results.check_scores_in_texts), whole) == []


def test_a_score_of_one_indicator_is_told_with_that_of_the_sheet() -> None:
    for key, hint in (("2", "ตรวจสอบคะแนนในข้อความ คะแนนของตัวชี้วัดนี้คือ 88.00"), ("summary", "ตรวจสอบคะแนนในข้อความ")):
        own = Override(key=key, text="ได้ 12.34", source=made.at("ข้อความวิเคราะห์", 2))
        (problem,) = of_result(results.check_scores_in_texts)(made.submission(overrides=(own,)), RULES)
        assert problem.hint == hint


@pytest.mark.parametrize(
    ("key", "typed", "found"),
    [
        ("1", "เป็นจุดอ่อน", ["จุดอ่อน"]),
        ("1", "มีข้อบกพร่อง", ["ข้อบกพร่อง"]),
        ("1", "เป็นจุดแข็ง", []),
        ("6", "เป็นจุดอ่อน", []),  # below the goal
        ("summary", "เป็นจุดอ่อน", []),
    ],
)
def test_no_strength_is_called_a_weakness(key: str, typed: str, found: list[str]) -> None:
    own = Override(key=key, text=typed, source=made.at("ข้อความวิเคราะห์", 2))
    assert [one for _, _, one in reported(results.check_strengths, made.submission(overrides=(own,)))] == found


@pytest.mark.parametrize(
    ("key", "typed", "kind", "found"),
    [
        ("2", "ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนนดี", "analysis-of-another-indicator", "ตัวชี้วัดที่ 3"),
        ("2", "การใช้อำนาจ ได้คะแนนดี", "analysis-of-another-indicator", "การใช้อำนาจ"),
        ("2", "ตัวชี้วัดที่ ๒ ดีกว่าตัวชี้วัดที่ ๓", "", ""),
        ("summary", "ตัวชี้วัดที่ 3 ได้คะแนนดี", "", ""),
        ("summary", "มีผลการประเมินอยู่ในระดับ B", "level-elsewhere", "อยู่ในระดับ B"),
        ("summary", "มีผลการประเมินอยู่ในระดับ A", "", ""),
        ("summary", "ปีก่อนอยู่ในระดับ B", "", ""),
        ("summary", "ผลของปี พ.ศ. ๒๕๖๕ อยู่ในระดับ B", "level-elsewhere", "อยู่ในระดับ B"),
        ("summary", "ในปี 2566 ตั้งเป้าหมายอยู่ในระดับ AA จากปี 2565", "", ""),
        ("summary", "พัฒนาให้อยู่ในระดับ AA จะอยู่ในระดับ AA", "", ""),
        ("summary", "อยู่ในระดับ AA ตามเป้าหมายของปี 2566", "", ""),
        ("summary", f"ดีกว่าปีก่อน{'เพราะทุกฝ่ายร่วมมือกัน' * 3} อยู่ในระดับ B", "level-elsewhere", "อยู่ในระดับ B"),
        ("7", "คะแนนต่ำกว่าปีก่อน", "change-elsewhere", "ต่ำกว่าปีก่อน"),
        ("4", "คะแนนเพิ่มขึ้นจากปีก่อน", "change-elsewhere", "เพิ่มขึ้นจากปีก่อน"),
        ("7", "คะแนนสูงกว่าเมื่อปีที่แล้ว", "change-elsewhere", "สูงกว่าเมื่อปีที่แล้ว"),  # the same in both years
        ("1", "คะแนนลดลง 5 คะแนนจากปีที่ผ่านมา", "change-elsewhere", "ลดลง 5 คะแนนจากปีที่ผ่านมา"),
        ("1", "คะแนนไม่ลดลงจากปีก่อน ไม่ได้ลดลงจากปีก่อน ต่ำกว่าเป้าหมายของปีก่อน แต่เพิ่มขึ้นจากปีก่อน", "", ""),
        ("4", "คะแนนลดลงจากปีก่อน", "", ""),
        ("1", "ต่ำกว่าปีงบประมาณ พ.ศ. 2564 ซึ่งได้น้อยกว่า", "change-elsewhere", "ต่ำกว่าปีงบประมาณ พ.ศ. 2564"),
        ("1", "ต่ำกว่าปีงบประมาณ พ.ศ. 2563 และสูงกว่าปี 2564", "", ""),
        ("summary", "คะแนนเพิ่มขึ้นจากปีก่อน", "", ""),
        ("summary", "ได้ 91.40 คะแนน อยู่ในระดับผ่านดี", "level-elsewhere", "อยู่ในระดับผ่านดี"),
        ("summary", "IIT ได้คะแนน 86.00 คะแนน", "score-of-another", "IIT ได้คะแนน 86.00"),
        ("summary", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (๘๘.๐๐)", "score-of-another", "การปฏิบัติหน้าที่ (๘๘.๐๐"),
        ("summary", "ตัวชี้วัดที่๓ ได้ 88.00 คะแนน", "score-of-another", "ตัวชี้วัดที่๓ ได้ 88.00"),
        ("summary", "การใช้อำนาจหน้าที่ได้ 82.00 เพิ่มขึ้น 4.00 เป็น 86.00 คะแนน ตัวชี้วัดที่ 10 ได้ 96.00", "", ""),
        ("summary", "การใช้อำนาจต่ำกว่าเป้าหมาย 85.00 ปีก่อนการใช้อำนาจได้ 88.00 คะแนน", "", ""),
        ("summary", "การใช้อำนาจและการใช้งบประมาณได้ 88.00 คะแนน EIT ได้ 86.00 ถ่วงน้ำหนักแล้ว 25.80", "", ""),
        ("summary", "คะแนนสูงสุด คือ ตัวชี้วัดที่ ๑", "extreme-elsewhere", "คะแนนสูงสุด คือ ตัวชี้วัดที่ ๑"),
        ("summary", "คะแนนสูงสุด คือ ตัวชี้วัดที่ 9 คะแนนต่ำสุด คือ ตัวชี้วัดที่ 12", "", ""),
        ("summary", "มีจุดแข็ง จำนวน ๗ ตัวชี้วัด", "count-elsewhere", "จุดแข็ง จำนวน ๗ ตัวชี้วัด"),
        ("summary", "ต่ำกว่าเป้าหมายรวม 3 ตัวชี้วัด", "count-elsewhere", "ต่ำกว่าเป้าหมายรวม 3 ตัวชี้วัด"),
        ("summary", "ผ่านเป้าหมาย 2 ตัวชี้วัด", "count-elsewhere", "ผ่านเป้าหมาย 2 ตัวชี้วัด"),
        ("summary", "มีจุดแข็ง 8 ตัวชี้วัด และจุดอ่อน 2 ตัวชี้วัด จุดอ่อนเร่งด่วน 1 ตัวชี้วัด", "", ""),
        ("summary", "แบบวัด EIT มีจุดแข็ง 2 ตัวชี้วัด", "", ""),
        ("IIT", "มีจุดแข็ง 4 ตัวชี้วัด", "", ""),
        ("summary", "ปีก่อนมีจุดแข็ง 4 ตัวชี้วัด", "", ""),
        ("summary", "เพื่อให้ถึงระดับ AA", "", ""),
        ("summary", "คะแนนต่ำสุดคือ การใช้อำนาจ", "extreme-elsewhere", "คะแนนต่ำสุดคือ การใช้อำนาจ"),
        ("summary", "คะแนนสูงสุด ได้แก่ การป้องกันการทุจริต", "extreme-elsewhere", "คะแนนสูงสุด ได้แก่ การป้องกันการทุจริต"),
        ("summary", "คะแนนต่ำที่สุดคือ คุณภาพการดำเนินงาน", "", ""),
        ("1", "ซึ่งเป็นตัวชี้วัดที่ได้คะแนนต่ำที่สุด", "extreme-elsewhere", "เป็นตัวชี้วัดที่ได้คะแนนต่ำที่สุด"),
        ("6", "ซึ่งเป็นตัวชี้วัดที่ได้คะแนนต่ำที่สุด", "", ""),
        ("summary", "คะแนนต่ำสุดคือ การใช้ทรัพย์สินของราชการ", "", ""),  # of its instrument
        ("summary", "คะแนนต่ำสุด 2 ลำดับ คือ การใช้อำนาจ", "", ""),
        ("2", "การใช้อำนาจหน้าที่ของผู้บริหาร", "", ""),
        ("6", "เป็นจุดแข็งของหน่วยงาน", "weakness-called-strength", "จุดแข็ง"),
        ("6", "มีจุดแข็ง แต่ควรปรับปรุง", "", ""),
        ("1", "เป็นจุดแข็งของหน่วยงาน", "", ""),
    ],
)
def test_a_text_claims_what_the_figures_say(key: str, typed: str, kind: str, found: str) -> None:
    whole = made.submission(overrides=(Override(key=key, text=typed, source=made.at("ข้อความวิเคราะห์", 2)),))
    told = reported(own_texts.check_places, whole) + reported(of_result(own_texts.check_claims), whole)
    assert told == [(kind, "B2", found)] * bool(kind)


def test_a_measure_that_begins_with_another_indicator_stands_in_its_row() -> None:
    typed = {"actions": ("ตัวชี้วัดที่ ๑ จัดทำคู่มือ",), "follow_ups": ("ตัวชี้วัดที่ 5 ติดตามคู่มือ",)}
    whole = made.with_record(made.submission(), "measures", 0, **typed)
    told = reported(own_texts.check_places, whole)
    assert told == [("analysis-of-another-indicator", "D2", "ตัวชี้วัดที่ 5")]


def test_an_indicator_at_the_goal_itself_is_no_weakness_of_the_list() -> None:
    one_list = Settings(analysis_form=AnalysisForm.ONE_LIST, phrases="ถ้อยคำตามชุดเอกสารที่เผยแพร่")
    low = tuple(replace(one, score=Decimal("84.99")) for one in made.scores())
    assert kinds(results.check_strengths, made.submission(scores=low, settings=one_list)) == []
    whole = made.with_record(made.submission(scores=low, settings=one_list), "scores", 2, score=Decimal("85.00"))
    assert [found for _, _, found in reported(results.check_strengths, whole)] == ["3"]
    assert kinds(results.check_strengths, replace(whole, settings=Settings(analysis_form=AnalysisForm.SPLIT))) == []


def test_nothing_is_held_against_scores_that_are_not_whole() -> None:
    whole = replace(published("50.00", "F", IIT="1.00"), scores=made.scores()[1:])
    for check in (results.check_total, results.check_level, results.check_instruments, results.check_scores_in_texts):
        assert kinds(of_result(check), whole) == []


def test_an_indicator_may_be_named_by_any_of_its_names_that_the_sheet_of_scores_uses() -> None:
    own = made.with_record(made.submission(), "scores", 3, name="การใช้ทรัพย์สินของทางราชการ")
    same = made.with_record(own, "measures", 3, indicator_name="การใช้ทรัพย์สินของทางราชการ")
    assert kinds(scores.check_one_form, same) == []
    assert kinds(scores.check_one_form, own) == ["indicator-two-forms"]
    unnamed = made.with_record(made.submission(), "measures", 3, indicator_name="")
    assert kinds(scores.check_one_form, unnamed) == []


# Questions


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("i1", []),
        ("i30", []),
        ("i31", ["question-unknown"]),
        ("e15", []),
        ("e16", ["question-unknown"]),
        ("x1", ["question-unknown"]),
    ],
)
def test_questions_are_the_years(code: str, found: list[str]) -> None:
    row = QuestionScore(code=code, question="", score=Decimal(90), source=made.at("คะแนนรายข้อ", 2))
    assert kinds(questions.check_questions, made.submission(questions=(row,))) == found


# The order's own words


@pytest.mark.parametrize(
    ("position", "head", "signs"),
    [
        ("ผู้อำนวยการเขตดอนทราย", "", True),
        ("รองผู้ว่าการ", "", False),
        ("รองผู้ว่าการ ปฏิบัติราชการแทน", "", True),
        ("ปลัดเทศบาล", "ปลัดเทศบาล", True),
        ("ปลัดเทศบาล", "", False),
        ("ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่\nนายกองค์การบริหารส่วนตำบล", "", True),
        ("ปลัดเทศบาล\nสำนักงานเทศบาล", "", False),
    ],
)
def test_who_may_sign(position: str, head: str, signs: bool) -> None:
    whole = made.with_order(made.submission(), signatory_position=position)
    section, *rest = whole.office.sections
    whole = replace(whole, office=replace(whole.office, sections=(replace(section, head=head), *rest)))
    assert kinds(order.check_signatory, whole) == ["signatory-not-head"] * (not signs)


@pytest.mark.parametrize("lead", ["ด้วย", "ตามที่", "โดยที่", "เพื่อให้", "เพื่อ", "อนุสนธิ", "ตามคำสั่ง"])
def test_how_the_reason_of_an_order_begins(lead: str) -> None:
    assert kinds(order.check_reason, made.with_order(made.submission(), reason=f"{lead}มีการประเมิน")) == []
    assert kinds(order.check_reason, made.with_order(made.submission(), reason=f"มีการประเมิน{lead}")) == [
        "order-reason-start"
    ]


def test_a_number_typed_in_the_lead_of_duties_is_no_number_of_a_duty() -> None:
    whole = made.submission()
    board, group = whole.committees
    lead, *duties = group.duties
    numbered = replace(group, duties=(replace(lead, text="1. ให้คณะทำงานมีหน้าที่"), *duties))
    assert kinds(order.check_leads, replace(whole, committees=(board, numbered))) == []


# Wording


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("รายงานผล ,ข้อ", ["านผล ,ข้อ"]),
        ("แผน (ITA )", ["(ITA )"]),
        ("ระบบ :ITA", ["ระบบ :ITA"]),
        ("ระบบ : ITA", []),
        ("ต่าง ๆ ", []),
        ("ต่าง ๆ, ต่าง ๆ)", []),
        ("กรุงเทพ ฯลฯ", []),
        ("และ /หรือ", ["และ /หรือ"]),
        ("ก / ข", []),
        ("ค.ศ.2023", ["ค.ศ.2023"]),
        ("พ.ศ.25", []),
    ],
)
def test_how_spacing_goes_wrong(typed: str, found: list[str]) -> None:
    assert of_text(signs.check_spacing, typed) == found


@pytest.mark.parametrize(
    ("typed", "paired"),
    [
        ("แผน (ข้อ 1) ต่อไป", True),
        ("1) แผน (ข้อ ก)", True),
        ("ก) แผน ข) ผล", True),
        ("แผนงาน) ผล", False),
        ("แผน (ผล", False),
        ("แผน [ผล", False),
        ("แผน ]ผล[", True),
        ("แผน “ผล", False),
        ("แผน ‘ผล’", True),
        ("ข้าราชการต้อง Do’s และ Don’t", True),  # an apostrophe
        ("แผน ‘ผล", False),
        ('แผน "ผล', False),
        ('แผน "ผล"', True),
        ('"แผน" "ผล', False),
        ('จอขนาด 24" จำนวน 2 เครื่อง', True),  # inches
    ],
)
def test_brackets_and_quotation_marks_come_in_pairs(typed: str, paired: bool) -> None:
    assert of_text(signs.check_brackets, typed) == ["brackets"] * (not paired)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ปี ๒๕๖๖ มี 3 ครั้ง", ["๒๕๖๖ และ 3"]),
        ("ปี 2566 มี ๓.๕ ครั้ง", ["๓.๕ และ 2566"]),
        ("ปี ๒๕๖๖ ข้อ O42", []),
        ("ปี 2566 ข้อ 3", []),
        ("ปี ๒๕๖๖", []),
    ],
)
def test_digits_of_two_kinds_in_a_text(typed: str, found: list[str]) -> None:
    assert of_text(signs.check_digits, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (f"<{'b' * 81}>", [f"<{'b' * 81}>"]),
        (f"<{'b' * 82}>", ["<"]),
        ("</p>", ["</p>"]),
        ("ก &amp; ข", ["&amp;"]),
        ("ก & ข", []),
        ("ก_x000D_", ["_x000D_"]),
        ("ก\ufffd", ["\ufffd"]),
        ("{% if %}", ["{%"]),
        ("ก }} ข", ["}}"]),
        ("ก... ข", []),
        ("ก? ข", []),
        ("café ×2 ½ 30°", []),
        ("XXX", []),
        ("แผน、ผล。", ["、"]),
        ("© จัดทำแผน", ["©"]),
        (", จัดทำแผน", [","]),
        ("ๆ จัดทำแผน", ["ๆ"]),
        ("๏ จัดทำแผน", ["๏"]),
        ("ดู pictures/ita_1.png", ["pictures/ita_1.png"]),
        ("ดูที่ http://localhost:8080/ita", ["http://localhost:8080/ita"]),
        ("ดูที่ file:///D:/ita.pdf", ["file:///D:/ita.pdf"]),
        ("ดูที่ \\\\server\\ita", ["\\\\server\\ita"]),
        ("ดูที่ https://ita.example.go.th/10.1", []),
        ("ก #1", []),
    ],
)
def test_what_copying_leaves_behind(typed: str, found: list[str]) -> None:
    assert of_text(text.check_debris, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"), [("- ก", ["-"]), ("•• ก", ["••"]), ("ก - ข", []), ("* ก", ["*"]), ("– ก", ["–"])]
)
def test_a_bullet_that_leads_a_text(typed: str, found: list[str]) -> None:
    assert of_text(signs.check_bullets, typed) == found


@pytest.mark.parametrize("field", ["first_name", "last_name", "signatory_first_name", "signatory_last_name"])
def test_no_name_is_misspelt(field: str) -> None:
    assert of_text(text.check_misspellings, "อธยาศัย", field) == []
    assert of_text(text.check_misspellings, "อธยาศัย") == ["อธยาศัย"]


def test_the_same_text_is_told_where_it_stands_first() -> None:
    whole = made.submission()
    first = made.with_record(whole, "measures", 6, actions=("ปรับปรุงข้อมูล", made.MEASURES[0][0]))
    again = made.with_record(first, "measures", 8, actions=(made.MEASURES[0][0],))
    problems = list(repeats.check_repeated(again, RULES))
    assert [problem.place.cell for problem in problems] == ["C8", "C10"]
    assert all(problem.message.endswith("ใน ชีต มาตรการ C2") for problem in problems)


def test_what_came_of_a_measure_stands_once() -> None:
    whole = made.submission()
    (first,) = whole.results[:1]
    other = first.indicator % 10 + 1
    rows = ({}, {"indicator": other}, {"period": "พ.ค. 2565"}, {"period": "", "done": "", "result": ""})
    more = [replace(first, source=made.at("ผลการดำเนินการ", at), **one) for at, one in enumerate((*rows, rows[-1]), 12)]
    told = reported(repeats.check_repeated, replace(whole, results=(*whole.results, *more)))
    assert told == [("repeated-text", "B12", first.action)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("ปีละ 1 ครั้ง", "ปีละ 2 ครั้ง", "ปีละ 3 ครั้ง", "ปีละ 4 ครั้ง"), ["E2"]),
        (("ปีละ ๑ ครั้ง", "ปีละ ๒ ครั้ง", "ปีละ ๓ ครั้ง", "ปีละ ๔ ครั้ง", "ปีละ ๑ ครั้ง"), ["E2"]),
        (("ทุกเดือน", "ต.ค. 2565 – ก.ย. 2566", "ต.ค. 2565 – ก.ย. 2567", "ต.ค. 2565 – ก.ย. 2568"), []),
        (("ปีละ 1 ครั้ง", "ปีละ 2 ครั้ง", "ปีละ 3 ครั้ง", "ปีละ 5 ครั้ง"), []),
        (("ปีละ 1 ครั้ง", "ปีละ 2 ครั้ง", "เดือนละ 3 ครั้ง", "ปีละ 4 ครั้ง"), []),
        (("ครั้งที่ 1 ปี 1", "ครั้งที่ 2 ปี 2", "ครั้งที่ 3 ปี 3", "ครั้งที่ 4 ปี 4"), []),
        (("",) * 5, []),
    ],
)
def test_texts_that_count_up_were_dragged_down(texts: tuple[str, ...], found: list[str]) -> None:
    whole = made.submission()
    for row, text_of_row in enumerate(texts):
        whole = made.with_record(whole, "measures", row, frequency=text_of_row)
    assert [cell for _, cell, _ in reported(repeats.check_series, whole)] == found


def test_duties_of_two_committees_may_say_the_same() -> None:
    whole = made.submission()
    board, group = whole.committees
    same = replace(board, duties=(replace(board.duties[0], text=group.duties[1].text),))
    assert kinds(repeats.check_repeated, replace(whole, committees=(same, group))) == []
