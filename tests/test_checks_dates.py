"""Checks of dates and years: a clean submission, one fault, exactly one problem."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

import made
from checked import Reported, reported
from ita_docs.model import Submission
from officefiles.pictures import Picture

Change = Callable[[Submission], Submission]

GENERAL = "ข้อมูลทั่วไป"
ACTIVITIES = "กิจกรรม"


def order(**changes: object) -> Change:
    return lambda whole: made.with_order(whole, **changes)


def activity(index: int, **changes: object) -> Change:
    return lambda whole: made.with_record(whole, "activities", index, **changes)


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def cell(field: str) -> str:
    return made.general().at(field).cell


def reason(year: str) -> Change:
    return order(reason=f"ด้วยสำนักงานเขตดอนทรายเข้าร่วมการประเมิน ประจำปีงบประมาณ พ.ศ. {year}")


def photographed(*photos: bytes) -> Change:
    """All but the last photo are of the first activity."""
    pictures = tuple(Picture(name=photo.decode(), data=photo, width=4, height=3) for photo in photos)
    first, second = activity(0, pictures=pictures[:-1]), activity(1, pictures=pictures[-1:])
    return lambda whole: second(first(whole))


FAULTS: list[tuple[Change, Reported]] = [
    # the order
    (order(year=2566), ("error", "order-year", GENERAL, cell("number"), "2566")),
    (order(date=day(2022, 8, 16)), ("warning", "order-outside-year", GENERAL, cell("date"), "16 สิงหาคม 2565")),
    (order(date=day(2022, 11, 12)), ("warning", "order-day-off", GENERAL, cell("date"), "12 พฤศจิกายน 2565")),
    (order(date=day(1979, 11, 15)), ("error", "date-era", GENERAL, cell("date"), "15 พฤศจิกายน 2522")),
    (
        order(effective=day(2022, 11, 1)),
        ("warning", "effective-before-order", GENERAL, cell("effective"), "1 พฤศจิกายน 2565"),
    ),
    (order(effective=day(1980, 1, 2)), ("error", "date-era", GENERAL, cell("effective"), "2 มกราคม 2523")),
    (
        order(powers="คำสั่งกรุงเทพมหานคร ที่ ๕/๒๕๖๖ ลงวันที่ ๕ มกราคม ๒๕๖๖ เรื่อง มอบอำนาจ"),
        ("warning", "cited-after-order", GENERAL, cell("powers"), "5 มกราคม 2566"),
    ),
    (
        order(reason="ด้วยมีหนังสือ ที่ ปช 0004/ว 12 ลงวันที่ 16 พฤศจิกายน 2565 แจ้งการประเมิน"),
        ("warning", "cited-after-order", GENERAL, cell("reason"), "16 พฤศจิกายน 2565"),
    ),
    # activities
    (
        activity(1, date=day(2023, 10, 4)),
        ("warning", "activity-outside-year", ACTIVITIES, "B3", "4 ตุลาคม 2566"),
    ),
    (activity(1, date=day(2023, 1, 5)), ("warning", "activity-out-of-order", ACTIVITIES, "B3", "5 มกราคม 2566")),
    (activity(1, date=day(2023, 2, 18)), ("warning", "activity-day-off", ACTIVITIES, "B3", "18 กุมภาพันธ์ 2566")),
    (activity(1, date=day(2023, 4, 13)), ("warning", "activity-day-off", ACTIVITIES, "B3", "13 เมษายน 2566")),
    (activity(0, date=day(1980, 1, 17)), ("error", "date-era", ACTIVITIES, "B2", "17 มกราคม 2523")),
    (activity(0, number=3), ("error", "numbering", ACTIVITIES, "A2", "3")),
    (
        activity(0, caption="ประชุมชี้แจง\nเมื่อวันที่ ๑๖ มกราคม ๒๕๖๖"),
        ("warning", "caption-date", ACTIVITIES, "C2", "16 มกราคม 2566"),
    ),
    (
        activity(0, caption="อบรมระหว่างวันที่ ๑๖ – ๑๘ มกราคม ๒๕๖๖"),
        ("warning", "caption-date", ACTIVITIES, "C2", "18 มกราคม 2566"),
    ),
    (
        activity(0, caption="ประชุมเมื่อวันที่ ๑๗ มกราคม ๒๕๖๖"),
        ("warning", "caption-date-twice", ACTIVITIES, "C2", "17 มกราคม 2566"),
    ),
    (
        activity(0, caption="ประชุม ณ ห้องประชุมใหญ่", place="ห้องประชุมใหญ่"),
        ("warning", "caption-place-twice", ACTIVITIES, "C2", "ห้องประชุมใหญ่"),
    ),
    (
        activity(0, pictures=(Picture(name="ก.jpg", data=b"", width=4, height=3, taken=day(2020, 11, 9)),)),
        ("note", "photo-other-day", ACTIVITIES, "E2", "ก.jpg"),
    ),
    (
        activity(0, pictures=(Picture(name="ก.jpg", data=b"", width=4, height=3, taken=day(2023, 1, 25)),)),
        ("note", "photo-other-day", ACTIVITIES, "E2", "ก.jpg"),
    ),
    (
        activity(0, caption="ประชุมชี้แจง ณ ห้องประชุมชั้น ๕", place="ห้องประชุมชั้น 3"),
        ("warning", "caption-place", ACTIVITIES, "C2", "ห้องประชุมชั้น 5"),
    ),
    (photographed(b"a", b"b", b"a"), ("warning", "photo-twice", ACTIVITIES, "E3", "a")),
    (activity(0, place="ณ ห้องประชุมใหญ่"), ("warning", "order-repeated-lead", ACTIVITIES, "D2", "ณ")),
    # years in texts
    (reason("2023"), ("warning", "year-era", GENERAL, cell("reason"), "พ.ศ. 2023")),
    (reason("๒๕๖๔"), ("warning", "year-left-over", GENERAL, cell("reason"), "2564")),
    (
        order(reason="ด้วยมีประกาศผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2563 แล้ว"),
        ("warning", "year-left-over", GENERAL, cell("reason"), "2563"),
    ),
]


@pytest.mark.parametrize(("change", "problem"), FAULTS, ids=[f"{fault[1][1]}-{fault[1][4]}" for fault in FAULTS])
def test_one_fault_is_one_problem_at_its_cell(change: Change, problem: Reported) -> None:
    assert reported(change(made.submission())) == [problem]


@pytest.mark.parametrize(
    "change",
    [
        activity(0, pictures=(Picture(name="ก.jpg", data=b"", width=4, height=3, taken=day(2023, 1, 24)),)),
        reason("2565 และปีงบประมาณ พ.ศ. 2566"),
        order(reason="ด้วยมีระเบียบว่าด้วยการประเมิน พ.ศ. 2561 ใช้บังคับ"),
        order(reason="ด้วยพระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. ๒๕๖๑ กำหนดไว้"),
        order(reason="ด้วยแผนปฏิบัติการด้านการป้องกันการทุจริต (พ.ศ. 2566 - 2570) กำหนดไว้"),
        order(reason="ด้วยมีผู้ตอบแบบวัดจำนวน 2550 คน และใช้งบประมาณ 2,560 บาท"),
        order(reason="ด้วยมีประกาศที่ https://example.go.th/2560/ita กำหนดไว้"),
        order(effective=day(2022, 11, 15)),
        order(reason="ด้วยมีหนังสือลงวันที่ 15 พฤศจิกายน 2565 แจ้งการประเมิน ซึ่งสิ้นสุดในวันที่ 30 เมษายน 2566"),
        photographed(b"a", b"b"),
        activity(0, caption="ประชุม ณ ห้องประชุม ชั้น ๓ และให้บริการ ณ จุดเดียว", place="ห้องประชุมชั้น 3 สำนักงานเขตดอนทราย"),
        activity(0, caption="ประชุมตามหนังสือลงวันที่ 17 มกราคม 2566", place="ห้องประชุมใหญ่"),
    ],
)
def test_years_and_dates_in_their_right_are_no_fault(change: Change) -> None:
    assert reported(change(made.submission())) == []


@pytest.mark.parametrize(
    "caption",
    [
        "อบรมระหว่างวันที่ ๑๗ – ๑๙ มกราคม ๒๕๖๖",
        "อบรมวันอังคารที่ 17 ถึงวันพุธที่ 18 มกราคม 2566",
        "อบรม (17 และ 18 ม.ค. 2566)",
        "อบรมระหว่างวันที่ 17 มกราคม – 2 กุมภาพันธ์ 2566",
    ],
)
def test_a_caption_may_say_that_an_activity_takes_several_days(caption: str) -> None:
    assert reported(activity(0, caption=caption)(made.submission())) == []


def test_after_one_activity_out_of_order_the_rest_are_held_to_the_latest_before() -> None:
    days = (day(2023, 2, 15), day(2023, 1, 17), day(2023, 2, 20))
    records = made.activities()
    third = made.replace(records[1], number=3, date=days[2], caption="สรุปผลการดำเนินงาน", source=made.at(ACTIVITIES, 4))
    whole = made.submission(
        activities=(
            made.replace(records[0], date=days[0]),
            made.replace(records[1], date=days[1]),
            third,
        )
    )
    assert [(kind, place) for _, kind, _, place, _ in reported(whole)] == [("activity-out-of-order", "B3")]
