"""The files of words that travel with the program, and the loader that refuses one which is not whole."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from ita_docs.framework.records import FrameworkError
from ita_docs.framework.words.cited import Cited
from ita_docs.framework.words.columns import Columns
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.framework.words.file import FOLDER, Words
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import (
    Districts,
    Frequencies,
    Holidays,
    HolidaysOfYear,
    Limits,
    Misspellings,
    Posts,
    Responsible,
    Roles,
    TextStandIns,
    Titles,
)
from ita_docs.framework.words.matters import Matters
from ita_docs.framework.words.orders import OrderTexts, OrderWords
from ita_docs.framework.words.sentences import DocumentPhrases, SummaryWorkbookPhrases, TrackerPhrases
from ita_docs.framework.words.spelling import Spelling
from ita_docs.importing.papers.words import OldPapers

LISTS: tuple[type[Words], ...] = (
    Cited,
    Columns,
    Titles,
    Posts,
    Responsible,
    Roles,
    TextStandIns,
    Misspellings,
    Districts,
    Holidays,
    Frequencies,
    Matters,
    Limits,
    OfficeKinds,
    OldPapers,
    OrderTexts,
    OrderWords,
    Spelling,
)
SENTENCES: tuple[type[Words], ...] = (DocumentPhrases, ComparisonPhrases, SummaryWorkbookPhrases, TrackerPhrases)


def test_every_file_has_a_kind_and_is_whole() -> None:
    assert {kind.FILE for kind in (*LISTS, *SENTENCES)} == {path.name for path in FOLDER.glob("*.toml")}
    for kind in (*LISTS, *SENTENCES):
        assert kind.load().source


@pytest.mark.parametrize(
    ("kind", "old", "new", "message"),
    [
        (Titles, "royal = [", "noble = [", "ไฟล์ titles.toml ขาดคีย์ royal และมีคีย์ที่ไม่รู้จัก noble"),
        (Titles, '"นาย", "นาง"', '"นาย", "นาย", "นาง"', "ไฟล์ titles.toml มีคำนำหน้าซ้ำ: นาย"),
        (
            Titles,
            "of_men = [",
            'of_men = ["ท้าว",',
            "ไฟล์ titles.toml คีย์ of_men มีคำที่ไม่อยู่ในรายการคำนำหน้า: ท้าว",
        ),
        (Titles, 'grades = ["ใหญ่",', "grades = [1,", "ไฟล์ titles.toml คีย์ graded_ranks.5.grades.1 ต้องเป็นข้อความ พบ 1"),
        (Cited, "assessors = [", 'assessors = ["ป.ป.ง.", ', "ไฟล์ cited.toml คีย์ assessors มีคำย่อที่ไม่อยู่ใน short: ป.ป.ง."),
        (Posts, '"นิติกร",', '"นิติกร", "นิติกร",', "ไฟล์ posts.toml คีย์ posts.วิชาการ มีคำซ้ำ: นิติกร"),
        (Posts, "[levels]", '[levels]\n"พิเศษ" = []', "ไฟล์ posts.toml คีย์ levels และ posts มีประเภทตำแหน่งไม่ตรงกัน"),
        (Misspellings, '"คุ่มค่า",', '"คุ่มค่า", "คุ่มค่า",', "ไฟล์ misspellings.toml คีย์ words มีรูปที่ผิดซ้ำ: คุ่มค่า"),
        (
            Misspellings,
            '"คุ่มค่า",',
            '"จริต",',
            "ไฟล์ misspellings.toml คีย์ words มีรูปที่ผิดซึ่งเป็นส่วนหนึ่งของคำที่ถูกต้อง: จริต",
        ),
        (Holidays, "04-06 =", "04-31 =", "ไฟล์ holidays.toml คีย์ fixed.04-31 ไม่ใช่วันที่ (เดือน-วัน เช่น 04-06)"),
        (Holidays, "03-06 =", "02-29 =", "ไฟล์ holidays.toml คีย์ years.2566.02-29 ไม่ใช่วันที่ (เดือน-วัน เช่น 04-06)"),
        (Holidays, "[years.2566]", "[years.next]", "ไฟล์ holidays.toml ขาดคีย์ years.next.days"),
        (Frequencies, '"เดือน" = 12', '"เดือน" = 0', "ไฟล์ frequencies.toml คีย์ units.เดือน ต้องเป็นจำนวนตั้งแต่ 1 ขึ้นไป"),
        (
            Frequencies,
            "= [6, 12]",
            "= [6, 13]",
            "ไฟล์ frequencies.toml คีย์ moments.ภาคเรียนที่1และ2 ต้องเป็นจำนวนเดือน 1 ถึง 12",
        ),
        (
            ComparisonPhrases,
            "{office} ได้คะแนน",
            "{agency} ได้คะแนน",
            "ไฟล์ comparison.toml คีย์ findings.alone มีช่องเติมข้อความที่ไม่รู้จัก agency",
        ),
        (
            TrackerPhrases,
            "8. เมื่อ",
            "8. {when}",
            "ไฟล์ tracker.toml คีย์ guidance.8 มีช่องเติมข้อความที่ไม่รู้จัก when",
        ),
        (DocumentPhrases, "{date}", "{date", "ไฟล์ documents.toml คีย์ from_a_date มีวงเล็บปีกกาไม่ครบคู่"),
        (
            OfficeKinds,
            'names = ["กรม"]',
            'names = ["กรม", "อบต."]',
            "ไฟล์ kinds.toml คีย์ kinds มีคำขึ้นต้นชื่อหน่วยงานซ้ำ: อบต.",
        ),
        (Spelling, '["ใ", "ไ"]', '["ใ"]', "ไฟล์ spelling.toml คีย์ damages ต้องเป็นคู่ [ตัวที่ถูก, ตัวที่เสียหาย] พบ ['ใ']"),
        (Spelling, '"กระทรวง",', '"กระทรวง", "กระทรวง",', "ไฟล์ spelling.toml คีย์ words มีคำซ้ำ: กระทรวง"),
        (Districts, "names = [", "names = ", "ไฟล์ districts.toml ไม่เป็นไปตามรูปแบบ TOML: "),
    ],
)
def test_a_broken_file_is_refused_by_file_and_key(
    tmp_path: Path, kind: type[Words], old: str, new: str, message: str
) -> None:
    shutil.copy(FOLDER / kind.FILE, tmp_path)
    path = tmp_path / kind.FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FrameworkError) as error:
        kind.load(tmp_path)
    assert str(error.value).startswith(message)


def test_there_are_fifty_districts() -> None:
    assert len(set(Districts.load().names)) == 50


HOLIDAYS = {
    "2023-01-01": "วันขึ้นปีใหม่",
    "2023-01-02": "วันหยุดชดเชยวันขึ้นปีใหม่",
    "2023-01-03": "",  # no second substitution day
    "2023-03-06": "วันมาฆบูชา",
    "2023-05-01": "",  # Labour Day is none of government offices
    "2023-06-03": "วันวิสาขบูชา และวันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี",
    "2023-07-31": "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ",
    "2023-12-29": "วันหยุดชดเชยวันสิ้นปี",
    "2024-01-02": "",  # moved to the Friday before
    "2020-04-13": "",  # Songkran was put off
    "2020-09-07": "วันหยุดชดเชยวันสงกรานต์",
    "2020-12-07": "",
    "2020-12-11": "วันหยุดชดเชยวันพ่อแห่งชาติ",
    "2021-07-27": "",  # called off
    "2021-10-22": "วันหยุดชดเชยวันปิยมหาราช",
    "2021-10-25": "",
    "2035-12-05": "วันพ่อแห่งชาติ",  # beyond the years of the file: only the fixed ones
}


@pytest.mark.parametrize(("day", "name"), HOLIDAYS.items())
def test_holidays_of_government_offices(day: str, name: str) -> None:
    assert Holidays.load().name(datetime.date.fromisoformat(day)) == name


@pytest.mark.parametrize("one", Holidays.load().years, ids=lambda one: str(one.year))
def test_days_in_lieu_are_working_days_and_holidays_of_the_moon_on_weekends_have_one(one: HolidaysOfYear) -> None:
    weekday = {key: datetime.date.fromisoformat(f"{one.year - 543}-{key}").weekday() for key in one.days}
    extra = [key for key, name in one.days.items() if name.startswith(("วันหยุดชดเชย", "วันหยุดราชการเพิ่ม"))]
    assert [key for key in extra if weekday[key] >= 5] == []
    for name in ("วันมาฆบูชา", "วันวิสาขบูชา", "วันอาสาฬหบูชา"):
        (day,) = [key for key, other in one.days.items() if other.startswith(name)]
        in_lieu = [key for key, other in one.days.items() if other.startswith(f"วันหยุดชดเชย{name}")]
        assert len(in_lieu) == (weekday[day] >= 5), name


@pytest.mark.parametrize(
    ("post", "kept"),
    [
        ("นิติกร ชำนาญการ", "นิติกร\u00a0ชำนาญการ"),
        ("นิติกร ชำนาญการ พิเศษ ฝ่ายปกครอง", "นิติกร\u00a0ชำนาญการ\u00a0พิเศษ ฝ่ายปกครอง"),
        ("หัวหน้าฝ่าย ปฏิบัติการพิเศษ", "หัวหน้าฝ่าย ปฏิบัติการพิเศษ"),
        ("นิติกรชำนาญการ", "นิติกรชำนาญการ"),
    ],
)
def test_no_line_ends_between_a_post_and_its_level(post: str, kept: str) -> None:
    assert Posts.load().with_level(post) == kept
