"""Whose items a pack answers: the families of offices, and what the form of a year chooses for them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import made
from ita_docs.checks.completeness import CompletenessRow
from ita_docs.framework.load import FOLDER, FrameworkError, families, load
from ita_docs.framework.model import Family
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Layout, Submission
from ita_docs.papers.pack import worked_out
from ita_docs.papers.reading import Reading, completeness_of, pack_framework, read_and_check
from ita_docs.workbook.file import Upload
from ita_docs.workbook.form import form_of
from ita_docs.workbook.new import new_form
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write
from made_workbook import opened

SCHOOL, HOSPITAL, TOWN = "โรงเรียนบ้านดอนทราย", "โรงพยาบาลดอนทราย", "เทศบาลตำบลดอนทราย"


def office(name: str, year: int = 2566, family: str | None = None) -> Submission:
    """A complete submission of an office of this name, for this year."""
    whole = made.submission(fiscal_year=year)
    return replace(whole, office=replace(whole.office, name=name, family=family))


def codes(submission: Submission, frameworks: Path | None = None) -> list[str]:
    """The codes of the items that the pack answers, in their order."""
    framework = pack_framework(submission, frameworks)
    return [item.code for item in framework.items] if framework else []


def results_items(submission: Submission) -> list[str]:
    """The codes that the values of the report of results name."""
    return [one["code"] for one in worked_out(submission)["results"]["items"]]  # type: ignore[index]


def rows(submission: Submission) -> tuple[CompletenessRow, ...]:
    return completeness_of(Reading(submission, load(submission.assessed_year)))


@pytest.mark.parametrize(
    ("name", "year", "found"),
    [
        (TOWN, 2569, ["O25", "O26"]),
        (SCHOOL, 2566, ["O42", "O43"]),
        (SCHOOL, 2567, ["O32", "O33"]),
        (SCHOOL, 2568, ["O32", "O33"]),
        (SCHOOL, 2569, []),
        (HOSPITAL, 2568, []),
    ],
)
def test_an_office_answers_the_items_of_its_kind(name: str, year: int, found: list[str]) -> None:
    """Where no source gives a list, none is taken from another family."""
    assert codes(office(name, year)) == found
    assert list(dict.fromkeys(row.item for row in rows(office(name, year)))) == found


def test_what_is_chosen_goes_before_the_kind() -> None:
    assert codes(office(SCHOOL, 2569, "nacc")) == ["O25", "O26"]
    assert codes(office(TOWN, 2568, "obec")) == ["O32", "O33"]


def test_the_choice_is_read_and_written() -> None:
    data = write(form_of(office(SCHOOL, family="vec"), schema(2566)))
    submission, problems = read(Upload("school.xlsx", data))
    assert (submission and submission.office.family, problems) == ("vec", ())


@pytest.mark.parametrize(
    ("name", "year", "kind", "message"),
    [
        (
            HOSPITAL,
            2567,
            "no-items",
            "ยังไม่มีรายการข้อมูล (สธ.) ปีงบประมาณ พ.ศ. 2567 เอกสารจึงไม่อ้างเลขข้อ และยังบอกไม่ได้ว่าเอกสารครบตามข้อใด",
        ),
        (
            TOWN,
            2570,
            "no-items-yet",
            "ยังไม่มีรายการข้อมูล (สำนักงาน ป.ป.ช.) ปีงบประมาณ พ.ศ. 2570 เอกสารจึงไม่อ้างเลขข้อ"
            " และตรวจความครบถ้วนตามรายการของปี พ.ศ. 2569",
        ),
    ],
)
def test_a_list_that_nobody_knows_is_told_once(name: str, year: int, kind: str, message: str) -> None:
    data = write(form_of(office(name, year), schema(year)))
    reading = read_and_check(Upload("office.xlsx", data))
    told = [problem for problem in reading.problems if problem.kind.startswith("no-items")]
    assert [(one.kind, one.message, str(one.place)) for one in told] == [(kind, message, "ชีต ข้อมูลทั่วไป B10")]
    assert all(row.item == "" for row in completeness_of(reading))


def test_the_report_of_results_names_no_item_that_is_not_the_familys() -> None:
    found = {name: results_items(office(name, 2568)) for name in (TOWN, HOSPITAL)}
    assert found == {TOWN: ["O28"], HOSPITAL: []}


def test_a_family_of_the_offices_own(tmp_path: Path) -> None:
    """A folder of two files adds a family, in the form's list too; a year without a file of its own has no items."""
    own = tmp_path / "families" / "army"
    shutil.copytree(FOLDER / "families" / "obec", own)
    (own / "family.toml").write_text(
        'name = "กห."\nfull_name = "กระทรวงกลาโหม"\nsame = [2565]\nsource = "คู่มือ"\nverified = true\n', encoding="utf-8"
    )
    (own / "2568.toml").unlink()
    found = families(load(2566), tmp_path)
    assert [one.name for one in found] == ["สำนักงาน ป.ป.ช.", "กห.", "สธ.", "สพฐ.", "สอศ."]
    assert found[1] == Family(
        key="army", name="กห.", full_name="กระทรวงกลาโหม", same=(2565,), source="คู่มือ", verified=True
    )
    assert [codes(office(TOWN, year, "army"), tmp_path) for year in (2565, 2567, 2568)] == [
        ["O42", "O43"],
        ["O32", "O33"],
        [],
    ]
    (own / "2566.toml").write_text("extends = 2567\n", encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"families/army/2566\.toml คีย์ extends ต้องเป็นปีงบประมาณก่อนหน้า พบ 2567"):
        load(2566, tmp_path, "army")


def test_every_kind_of_office_names_a_family_that_there_is() -> None:
    assert {kind.family for kind in OfficeKinds.load().kinds} <= {one.key for one in families(load(2566))}


# What the form of a year chooses


def general(data: bytes) -> dict[str, object]:
    """The lines of the general sheet and their values."""
    return {str(row[0].value): row[1].value for row in opened(data)["ข้อมูลทั่วไป"].iter_rows(min_row=5)}


@pytest.mark.parametrize(
    ("name", "year", "shown"),
    [(TOWN, 2569, True), (TOWN, 2566, True), (HOSPITAL, 2569, False), (SCHOOL, 2568, False), (TOWN, 2562 + 1, True)],
)
def test_a_form_shows_what_its_items_ask_for(name: str, year: int, shown: bool) -> None:
    cells = general(new_form(year, office=name).data)
    chosen = [cells[f"คอลัมน์{heading}"] for heading in ("ขั้นตอน", "ระยะเวลา", "การรายงานผล")]
    assert chosen == ["แสดง" if shown else "ไม่แสดง"] * 3
    assert cells["คอลัมน์งบประมาณ"] == "ไม่แสดง"
    by_topic = shown and year >= 2567
    assert cells["จัดเอกสารตาม"] == ("ประเด็น 7 ด้าน" if by_topic else "ตัวชี้วัด")


def test_a_form_says_which_item_asks_for_a_column() -> None:
    known, later = (schema(year).table("measures").field("steps") for year in (2569, 2570))
    assert (known.asked_by, later.asked_by) == ("ต้องมีตามข้อ O25", "ควรมี ตามรายการข้อมูลของปีก่อน")
    assert known.help.endswith("ต้องมีตามข้อ O25")
    assert schema(2569, family="moph").table("measures").field("steps").asked_by == ""
    assert schema(2569).table("measures").field("budget").asked_by == ""


def test_a_form_rolled_over_shows_what_the_new_year_asks_for_and_says_so() -> None:
    last = made.submission()
    rolled = new_form(2567, last=Upload("last.xlsx", write(form_of(last, schema(2566)))))
    again, _ = read(Upload("new.xlsx", rolled.data))
    cells = general(rolled.data)
    assert (cells["คอลัมน์ขั้นตอน"], cells["จัดเอกสารตาม"]) == ("แสดง", "ประเด็น 7 ด้าน")
    (line,) = (line for line in rolled.lines if "เลือกให้" in line)
    assert line == (
        "ย้ายและปรับ: เลือกให้ตามรายการข้อมูลของปีงบประมาณ พ.ศ. 2567: “จัดเอกสารตาม” (ประเด็น 7 ด้าน), “คอลัมน์ขั้นตอน” (แสดง), "
        "“คอลัมน์ระยะเวลา” (แสดง), “คอลัมน์การรายงานผล” (แสดง)"
    )
    assert again is None or again.settings.layout is Layout.TOPICS
