"""Many offices side by side: every figure by another way, what is left out, and the files that come out."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

import made
import made_workbook
from ita_docs import batch, places
from ita_docs.analysis import analyse
from ita_docs.cli import main
from ita_docs.comparison import charts as charts_of_offices
from ita_docs.comparison import documents as compare
from ita_docs.comparison import workbook
from ita_docs.comparison.context import build
from ita_docs.comparison.fields import FIELDS
from ita_docs.comparison.figures import Figures, LeftOut, columns, figures_of, of_one_year
from ita_docs.comparison.sentences import summarise
from ita_docs.comparison.tables import Comparison
from ita_docs.comparison.tables import compare as compared
from ita_docs.framework.load import load
from ita_docs.model import Published
from ita_docs.workbook.reader import read
from officefiles import archive
from officefiles.opc import Part
from officefiles.pictures import Picture
from officefiles.text import text_of_part
from schemas import schema_errors
from test_summary import same, without_values
from thaipages.pdf import office
from wordfill.lint import lint

COMPARISON = Path(__file__).resolve().parent.parent / "templates/compare/comparison_template.docx"
FRAMEWORK = load(2565)
COLUMNS = columns(FRAMEWORK)
HUNDREDTH = Decimal("0.01")


def row(name: str, scores: Sequence[str], previous: Sequence[str] | None = None, level: str = "A") -> Figures:
    """An office with these ten scores; instruments and total are worked out here, by hand."""
    last = (None,) * 14 if previous is None else fourteen(previous)
    return Figures(workbook=f"{name}.xlsx", office=name, year=2565, level=level, scores=fourteen(scores), previous=last)


def fourteen(given: Sequence[str]) -> tuple[Decimal, ...]:
    ten = [Decimal(score) for score in given]
    three = [rounded(sum(ten[a:b]) / (b - a)) for a, b in ((0, 5), (5, 8), (8, 10))]
    total = rounded(three[0] * Decimal("0.3") + three[1] * Decimal("0.3") + three[2] * Decimal("0.4"))
    return (total, *three, *ten)


def rounded(value: Decimal) -> Decimal:
    return value.quantize(HUNDREDTH, ROUND_HALF_UP)


def filled(found: Comparison) -> dict[str, object]:
    """What the template is filled from, with two pictures in place of the charts."""
    return build(found, [Picture(name="แผนภูมิ", data=b"", width=1, height=1)] * 2)


def spread(count: int) -> list[Figures]:
    """Offices whose scores run over the scale in uneven steps; every third has no scores of last year."""
    rows = []
    for number in range(count):
        this = [f"{60 + (number * 37 + indicator * 11) % 40 + number % 7 / 100:.2f}" for indicator in range(10)]
        last = [f"{58 + (number * 31 + indicator * 13) % 42:.2f}" for indicator in range(10)]
        rows.append(row(f"สำนักงานเขตที่ {number}", this, last if number % 3 else None))
    return rows


def comparison(rows: Sequence[Figures], left_out: Sequence[LeftOut] = ()) -> Comparison:
    return compared(rows, left_out, FRAMEWORK)


TEN = ("90.00", "88.00", "86.00", "84.00", "92.00", "80.00", "86.00", "92.00", "100.00", "96.00")
LOWER = ("70.00", "71.00", "72.00", "73.00", "74.00", "75.00", "76.00", "77.00", "78.00", "79.00")
CASES = {
    "one": [row("สำนักงานเขตดอนทราย", TEN)],
    "two": [row("ก", TEN, LOWER), row("ข", LOWER, TEN)],
    "equal": [row("ก", LOWER, LOWER), row("ข", LOWER, LOWER)],
    "fifty": spread(50),
}
case = pytest.mark.parametrize("name", CASES)


# Figures


def quantile(values: list[Decimal], share: Decimal) -> Decimal:
    """Between neighbours in proportion, in exact decimals."""
    values = sorted(values)
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return rounded(values[low] + (values[high] - values[low]) * (place - low))


@case
def test_the_statistics_agree_with_decimals_taken_by_hand(name: str) -> None:
    rows, found = CASES[name], comparison(CASES[name]).statistics
    for place, column in enumerate(COLUMNS):
        values = [row.scores[place] for row in rows]
        mean = sum(values) / len(values)
        one = found[column]
        assert one.count == len(values)
        assert one.mean == rounded(mean)
        assert one.deviation == rounded((sum((value - mean) ** 2 for value in values) / len(values)).sqrt())
        assert one.median == quantile(values, Decimal("0.5"))
        assert (one.quartile_1, one.quartile_3) == (
            quantile(values, Decimal("0.25")),
            quantile(values, Decimal("0.75")),
        )
        assert (one.lowest, one.highest) == (min(values), max(values))
        assert one.below == sum(value < 85 for value in values)
        assert one.weakest == sum(row.scores[place] == min(row.scores[4:]) for row in rows if place >= 4)


def test_a_mean_that_ends_in_half_a_hundredth_is_rounded_up() -> None:
    rows = [row("ก", ("80.01", *LOWER[1:])), row("ข", ("80.02", *LOWER[1:]))]
    assert comparison(rows).statistics["1"].mean == Decimal("80.02")


@case
def test_ranks_changes_and_weak_indicators_agree_with_those_counted_by_hand(name: str) -> None:
    rows = {one.office: one for one in CASES[name]}
    found = comparison(CASES[name])
    assert [one.total for one in found.offices] == sorted((one.scores[0] for one in rows.values()), reverse=True)
    for one in found.offices:
        given = rows[one.name]
        assert one.rank == 1 + sum(other.scores[0] > given.scores[0] for other in rows.values())
        assert one.change == (None if given.previous[0] is None else given.scores[0] - given.previous[0])
        ten = dict(zip(COLUMNS[4:], given.scores[4:], strict=True))
        assert one.weakest == tuple(number for number in ten if ten[number] == min(ten.values()))
        assert [ten[number] for number in one.below] == sorted(score for score in ten.values() if score < 85)
    changes = [one.change for one in found.moved]
    assert changes == sorted((one.change for one in found.offices if one.change is not None), reverse=True)
    assert {one.name for one in found.below_goal} == {one.office for one in rows.values() if one.scores[0] < 85}


def test_equal_totals_share_a_rank_and_stand_in_the_order_given() -> None:
    found = comparison([row("ข", LOWER), row("ก", LOWER), row("ค", TEN)])
    assert [(one.rank, one.name) for one in found.offices] == [(1, "ค"), (2, "ข"), (2, "ก")]


def test_the_row_of_an_office_holds_what_its_own_documents_print() -> None:
    whole = made.submission(published=Published(total=Decimal("91.41"), level="A", source=made.general()))
    found = figures_of("don_sai.xlsx", whole, FRAMEWORK, analyse(whole, FRAMEWORK))
    assert found.scores == (Decimal("91.41"), *fourteen(made.SCORES)[1:])
    assert found.previous == fourteen(made.PREVIOUS)
    assert (found.office, found.year, found.level) == (made.OFFICE, 2565, "A")


def test_last_years_total_is_not_known_where_one_indicator_lacks_it() -> None:
    whole = made.with_record(made.submission(), "scores", 2, previous=None)
    found = figures_of("don_sai.xlsx", whole, FRAMEWORK, analyse(whole, FRAMEWORK))
    assert found.previous[:4] == (None,) * 4
    assert found.previous[4:7] == (Decimal("85.00"), Decimal("80.10"), None)


# What is compared and what is left out


def test_the_newest_year_is_compared_and_each_office_once() -> None:
    older = replace(row("ก", LOWER), year=2564, workbook="old.xlsx")
    again = replace(row("ก", LOWER), workbook="copy.xlsx")
    broken = LeftOut(workbook="bad.xlsx", reason="x", errors=2)
    kept, left_out = of_one_year([broken, older, row("ก", TEN), again])
    assert [one.workbook for one in kept] == ["ก.xlsx"]
    assert [(one.workbook, one.reason) for one in left_out] == [
        ("bad.xlsx", "x"),
        ("old.xlsx", "เป็นผลการประเมินปีงบประมาณ พ.ศ. 2564"),
        ("copy.xlsx", "ซ้ำกับแบบกรอก ก.xlsx ซึ่งเป็นของหน่วยงานและปีเดียวกัน"),
    ]
    assert of_one_year([older, row("ก", TEN)], 2564)[0] == (older,)


@pytest.mark.parametrize("name", ["อบต.ดอนทราย", "องค์การบริหารส่วนตำบล ดอนทราย", "อบต. ดอนทราย"])
def test_an_office_is_compared_once_however_its_name_is_written(name: str) -> None:
    rows = [
        row(one, TEN) for one in ("องค์การบริหารส่วนตำบลดอนทราย", name, "องค์การบริหารส่วนตำบลดอนทรายใต้", "เทศบาลตำบลดอนทราย")
    ]
    kept, left_out = of_one_year(rows)
    assert len(kept) == 3
    assert [one.workbook for one in left_out] == [f"{name}.xlsx"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three workbooks in ``inputs/``: two good ones, and one with two scores that are no numbers."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    for name in ("บึงไผ่", "ท่าสัก", "เสีย"):
        book = made_workbook.sheets()
        put_office(book, f"สำนักงานเขต{name}")
        if name == "เสีย":
            made_workbook.put(book, "คะแนน", "C4", "แปดสิบ")
            made_workbook.put(book, "คะแนน", "C5", "เก้าสิบ")
        made_workbook.save(book, folder, f"{name}.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_office(book: made_workbook.Sheets, name: str) -> None:
    for rows in book.values():
        for cells in rows:
            cells[:] = [cell.replace(made.OFFICE, name) if isinstance(cell, str) else cell for cell in cells]


def ita_docs(*words: str) -> Any:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_a_broken_workbook_is_left_out_with_its_errors_and_the_good_ones_compared(desk: Path) -> None:
    result = ita_docs("compare", "--jobs", "1")
    assert result.exit_code == 1
    assert "แล้ว 2 หน่วยงาน" in result.output
    reason = "ข้อมูลมีข้อที่ต้องแก้ไข 2 ข้อ ข้อแรก: ชีต คะแนน C4 “คะแนน” ต้องเป็นตัวเลข แต่พบ “แปดสิบ”"
    assert f"เสีย.xlsx: {reason}" in result.output
    sheet = openpyxl.load_workbook(desk / "outputs/comparison.xlsx")["ไม่ได้นำมาเปรียบเทียบ"]
    assert [cell.value for cell in sheet[5]] == [1, "เสีย.xlsx", reason, 2]
    text = report_text((desk / "outputs/comparison.docx").read_bytes())
    assert "๘. แบบกรอกที่ไม่ได้นำมาเปรียบเทียบ" in text
    assert "ข้อมูลมีข้อที่ต้องแก้ไข ๒ ข้อ" in text


def test_ctrl_c_says_that_nothing_is_written(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(compare, "compared", interrupted)
    result = ita_docs("compare", "--jobs", "1")
    assert (result.exit_code, result.stderr) == (130, "หยุดตามคำสั่ง ยังไม่ได้เขียนไฟล์ใด\n")
    assert not (desk / "outputs").exists()


def test_a_template_that_cannot_be_filled_is_told_and_nothing_written(desk: Path) -> None:
    (desk / "templates/compare").mkdir(parents=True)
    (desk / "templates/compare/comparison_template.docx").write_bytes(b"x")
    result = ita_docs("compare", "--jobs", "1")
    assert result.exit_code == 3
    assert "comparison_template.docx" in result.stderr
    assert not (desk / "outputs").exists()


def test_an_office_whose_pictures_are_not_there_is_compared_like_any_other(desk: Path) -> None:
    book = made_workbook.sheets()
    put_office(book, "สำนักงานเขตหนองบัว")
    made_workbook.put(book, "ข้อมูลทั่วไป", "B27", "garuda.png")
    made_workbook.put(book, "กิจกรรม", "E2", "../ประชุม.jpg")
    path = made_workbook.save(book, desk / "inputs", "หนองบัว.xlsx")
    assert {one.kind for one in read(path)[1]} == {"picture-missing", "picture-elsewhere"}
    found = compare.Reader.of([path], None).read(path)
    assert isinstance(found, Figures)
    assert found.office == "สำนักงานเขตหนองบัว"


def test_an_office_whose_framework_is_broken_or_which_stops_the_program_is_left_out(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "frameworks").mkdir()
    (desk / "frameworks/2565.toml").write_text("extends = ", encoding="utf-8")
    book = desk / "inputs/บึงไผ่.xlsx"
    left_out = compare.Reader.of([book], desk / "frameworks").read(book)
    assert isinstance(left_out, LeftOut)
    assert (left_out.workbook, "2565.toml" in left_out.reason) == ("บึงไผ่.xlsx", True)
    monkeypatch.setattr(compare, "read_and_check", lambda *_given: 1 / 0)
    left_out = compare.Reader.of([book], None).read(book)
    assert isinstance(left_out, LeftOut)
    assert "ZeroDivisionError: division by zero" in left_out.reason


def test_several_processes_give_the_same_rows_as_one(desk: Path) -> None:
    books = sorted((desk / "inputs").glob("*.xlsx"))
    reader = compare.Reader.of(books, None)
    alone = list(map(reader.read, books))
    assert list(batch.each(books, reader.read, reader.crashed, 2)) == alone
    assert [one.workbook for one in alone] == [book.name for book in books]


@pytest.mark.usefixtures("desk")
def test_the_comparison_as_json() -> None:
    reported = json.loads(ita_docs("compare", "inputs/บึงไผ่.xlsx", "--json").stdout)
    assert (reported["year"], reported["left_out"]) == (2565, [])
    assert [(one["office"], one["rank"], one["scores"]["total"]) for one in reported["offices"]] == [
        ("สำนักงานเขตบึงไผ่", 1, "91.40")
    ]


def test_workbooks_of_one_name_in_two_folders_are_both_compared(desk: Path) -> None:
    for name in ("บึงไผ่", "ท่าสัก"):
        (desk / "inputs" / name).mkdir()
        (desk / f"inputs/{name}.xlsx").rename(desk / f"inputs/{name}/ita.xlsx")
    result = ita_docs("compare", "--json", "--jobs", "1")
    assert [one["workbook"] for one in json.loads(result.stdout)["offices"]] == ["ท่าสัก/ita.xlsx", "บึงไผ่/ita.xlsx"]


def test_no_office_to_compare_writes_nothing(desk: Path) -> None:
    result = ita_docs("compare", "inputs/เสีย.xlsx")
    assert result.exit_code == 1
    assert "ไม่มีแบบกรอกที่นำมาเปรียบเทียบได้ จึงไม่ได้เขียนไฟล์ใด" in result.output
    assert not (desk / "outputs").exists()


def test_a_folder_without_workbooks_is_wrong_usage(desk: Path) -> None:
    (desk / "empty").mkdir()
    result = ita_docs("compare", "empty")
    assert result.exit_code == 2
    assert "ไม่พบไฟล์ Excel (.xlsx) ในโฟลเดอร์ empty" in result.output


# Sentences


def test_the_sentences_of_two_offices() -> None:
    found = summarise(comparison(CASES["two"], [LeftOut(workbook="x", reason="y")]))
    assert [text.replace("\u00a0", " ") for text in found.findings] == [
        "คะแนนรวมเฉลี่ย 83.60 คะแนน (ส่วนเบี่ยงเบนมาตรฐาน 7.80) มัธยฐาน 83.60 คะแนน"
        " หน่วยงานที่ได้คะแนนรวมสูงสุด ได้แก่ ก (91.40 คะแนน) และหน่วยงานที่ได้คะแนนรวมต่ำสุด ได้แก่ ข (75.80 คะแนน)",
        "หน่วยงานที่มีคะแนนรวมถึงเป้าหมาย (ตั้งแต่ 85 คะแนนขึ้นไป) มีจำนวน 1 หน่วยงาน คิดเป็นร้อยละ 50.00"
        " และหน่วยงานที่มีคะแนนรวมต่ำกว่าเป้าหมาย มีจำนวน 1 หน่วยงาน คิดเป็นร้อยละ 50.00",
        "เมื่อจำแนกตามระดับผลการประเมิน หน่วยงานอยู่ในระดับ A จำนวน 2 หน่วยงาน",
        "เมื่อจำแนกตามเครื่องมือการประเมิน มีคะแนนเฉลี่ย ดังนี้ IIT 80.00 คะแนน EIT 81.00 คะแนน และ OIT 88.25 คะแนน",
        "ตัวชี้วัดที่มีคะแนนเฉลี่ยสูงสุด คือ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (89.00 คะแนน)"
        " และต่ำสุด คือ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (77.50 คะแนน) โดยมีตัวชี้วัดที่คะแนนเฉลี่ยต่ำกว่าเป้าหมาย จำนวน 8 ตัวชี้วัด",
        "ตัวชี้วัดที่มีจำนวนหน่วยงานได้คะแนนต่ำสุดมากที่สุด คือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ และตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ตัวชี้วัดละ 1 หน่วยงาน",
        "หน่วยงานที่กรอกคะแนนของปีงบประมาณ พ.ศ. 2564 ครบทุกตัวชี้วัด มีจำนวน 2 หน่วยงาน"
        " คะแนนรวมเพิ่มขึ้น 1 หน่วยงาน และลดลง 1 หน่วยงาน โดยหน่วยงานที่มีคะแนนรวมเพิ่มขึ้นมากที่สุด คือ ก เพิ่มขึ้น 15.60 คะแนน",
    ]
    assert len(found.proposals) == 3


def test_one_office_alone_is_compared_with_nobody() -> None:
    found = summarise(comparison(CASES["one"]))
    assert "จึงยังไม่มีข้อมูลสำหรับเปรียบเทียบระหว่างหน่วยงาน" in found.findings[0]
    assert found.findings[1:] == (
        "ทุกหน่วยงานที่นำมาเปรียบเทียบมีคะแนนรวมถึงเป้าหมาย (ตั้งแต่ 85 คะแนนขึ้นไป)",
        "ไม่มีหน่วยงานที่กรอกคะแนนของปีงบประมาณ พ.ศ. 2564 ครบทุกตัวชี้วัด จึงไม่ได้เปรียบเทียบกับปีก่อน",
    )
    assert found.proposals == ()


def test_indicators_of_one_mean_are_neither_highest_nor_lowest() -> None:
    found = summarise(comparison([row("ก", ["95.00"] * 10), row("ข", ["85.00"] * 10)]))
    assert "ทุกตัวชี้วัดมีคะแนนเฉลี่ยเท่ากัน คือ 90.00 คะแนน" in found.findings


def test_of_many_offices_with_one_score_three_are_named_and_the_rest_counted() -> None:
    rows = [row(name, LOWER) for name in "กขคงจ"] + [row("ฉ", TEN)]
    assert "คะแนนรวมต่ำสุด ได้แก่ ก ข ค และอีก 2 หน่วยงาน (75.80 คะแนน)" in summarise(comparison(rows)).findings[0]


# Files


@cache
def files(name: str) -> Mapping[str, bytes]:
    made_files = compare.make(comparison(CASES[name]), COMPARISON)
    assert made_files.problems == ()
    return made_files.files


@case
def test_every_chart_has_an_alternative_text(name: str) -> None:
    found = []
    for file in files(name).values():
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            for part in archive.namelist():
                if re.match(r"word/document|xl/drawings/d", part):
                    found += re.findall(r"<(?:wp:docPr|xdr:cNvPr)[^>]*>", archive.read(part).decode())
    assert found
    assert all(re.search(' descr="(คะแนน|จำนวน)', one) for one in found)


def report_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return text_of_part(Part(archive.read("word/document.xml")))


@case
@pytest.mark.soak
def test_the_files_are_valid_and_the_same_on_every_run(name: str) -> None:
    made_files = files(name)
    assert compare.make(comparison(CASES[name]), COMPARISON).files == made_files
    assert [error for data in made_files.values() for error in schema_errors(data)] == []


def test_every_office_stands_in_the_report_with_its_figures() -> None:
    text = report_text(files("fifty")["comparison.docx"])
    for one in filled(comparison(CASES["fifty"]))["offices"]:  # type: ignore[attr-defined]
        cells = (one["rank"], one["name"], one["total"], one["level"], *one["instruments"], one["change"])
        assert "\n".join(cells) in text
        assert (
            "\n".join([one["rank"], one["name"], *(score["text"] for score in one["scores"]), one["weakest"]]) in text
        )


def test_the_ground_of_a_score_is_that_of_its_range() -> None:
    scores = ("95.00", "94.99", "85.00", "84.99", "75.00", "74.99", "0.00", "100", "90.00", "90.00")
    data = compare.make(comparison([row("ก", scores)]), COMPARISON).files["comparison.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        formats = re.findall(r'"ITAScore(High|Good|Low|Urgent)"', archive.read("word/document.xml").decode())
    ten, legend = formats[:10], formats[10:]
    assert ten == ["High", "Good", "Good", "Low", "Low", "Urgent", "Urgent", "High", "Good", "Good"]
    assert legend == ["High", "Good", "Low", "Urgent"]


def test_what_an_office_below_the_goal_lacks_is_the_rest_to_it() -> None:
    below = filled(comparison([row("ก", ("79.40", *LOWER[1:]))]))["below"]
    assert [(one["total"], one["gap"]) for one in below] == [("๗๖.๓๖", "๘.๖๔")]  # type: ignore[attr-defined]


@pytest.mark.soak
def test_many_offices_are_cut_in_the_report_and_whole_in_the_workbook() -> None:
    many = comparison(
        [row(f"เขตที่ {number}", LOWER) for number in range(130)], [LeftOut(workbook="ก.xlsx", reason="อ่านไม่ได้")] * 130
    )
    assert [len(filled(many)[name]) for name in ("offices", "below", "left_out")] == [100, 100, 100]
    assert not filled(comparison(spread(100)))["cut_short"]
    found = compare.make(many, COMPARISON).files
    text = report_text(found["comparison.docx"])
    assert text.count("แสดง ๑๐๐ อันดับแรก จากทั้งหมด ๑๓๐ หน่วยงาน") == 2
    book = openpyxl.load_workbook(io.BytesIO(found["comparison.xlsx"]))
    assert book["อันดับ"].max_row == 134


@pytest.mark.parametrize(
    ("count", "pages"), [(25, [(5, 29)]), (26, [(5, 30)]), (43, [(5, 26), (27, 47)]), (70, [(5, 39), (40, 74)])]
)
def test_every_office_is_named_at_its_bar(count: int, pages: list[tuple[int, int]]) -> None:
    found = archive.read(workbook.build(comparison(spread(count))))
    charts = [part.decode() for name, part in found.items() if name.startswith("xl/charts/chart")][: len(pages)]
    named = [re.search(r"<c:cat>.*?<c:f>'อันดับ'!\$B\$(\d+):\$B\$(\d+)</c:f>", chart) for chart in charts]
    assert [tuple(map(int, rows.groups())) for rows in named if rows] == pages
    assert all('<c:tickLblSkip val="1"/>' in chart for chart in charts)
    for chart, (first, last) in zip(charts, pages, strict=True):
        part = f"(ลำดับที่ {first - 4}–{last - 4} จาก {count})"
        assert (part in chart) == (count > charts_of_offices.ACROSS)


def test_an_office_alone_on_the_last_page_has_its_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts_of_offices, "UPRIGHT", 3)
    found = archive.read(workbook.build(comparison(spread(28))))
    charts = [part.decode() for name, part in found.items() if name.startswith("xl/charts/chart")]
    assert any(re.search(r"<c:cat>.*?'อันดับ'!(\$B\$32:)?\$B\$32<", chart) for chart in charts)


def test_each_page_of_ranks_is_as_large_as_its_paper_and_read_aloud_as_its_title() -> None:
    found = archive.read(workbook.build(comparison(spread(130))))
    (drawing,) = (one.decode() for name, one in found.items() if name.startswith("xl/drawings/d") and b"oneCell" in one)
    assert drawing.count('<xdr:ext cx="6477000" cy="9271000"/>') == 4
    corners = re.findall(r"<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>(\d+)<", drawing)
    assert corners == ["0", "49", "98", "147"]
    title = "คะแนนรวมของหน่วยงาน ปีงบประมาณ พ.ศ. 2565 (ลำดับที่ {} จาก 130)"
    spans = ("1–33", "34–66", "67–99", "100–130")
    assert re.findall(r'descr="([^"]*)"', drawing) == [title.format(span) for span in spans]


def test_the_workbook_holds_the_figures_of_every_office() -> None:
    sheet = made_workbook.opened(files("fifty")["comparison.xlsx"])["อันดับ"]
    for cells, one in zip(
        sheet.iter_rows(min_row=5, values_only=True), comparison(CASES["fifty"]).offices, strict=True
    ):
        assert cells[:3] == (one.rank, one.name, one.level)
        assert [Decimal(str(cell)).quantize(HUNDREDTH) for cell in cells[3:17]] == list(one.scores.values())
        assert cells[18] == (None if one.change is None else float(one.change))
        assert cells[19:] == (", ".join(one.weakest), one.workbook)


def test_text_that_looks_like_a_formula_stays_text() -> None:
    rows = [replace(row("=1+1", TEN), workbook="+x.xlsx"), row("@SUM(A1)", LOWER)]
    found = comparison(rows, [LeftOut(workbook="-1.xlsx", reason="=2+2")])
    book = openpyxl.load_workbook(io.BytesIO(compare.make(found, COMPARISON).files["comparison.xlsx"]))
    kinds = {cell.value: cell.data_type for sheet in book.worksheets for row in sheet for cell in row}
    assert {kinds[text] for text in ("=1+1", "+x.xlsx", "@SUM(A1)", "-1.xlsx", "=2+2")} == {"s"}


def test_the_charts_are_in_the_thai_font_and_name_the_year() -> None:
    with zipfile.ZipFile(io.BytesIO(files("fifty")["comparison.xlsx"])) as file:
        charts = [file.read(name).decode() for name in file.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    for chart in charts:
        assert "ปีงบประมาณ พ.ศ. 2565" in chart
        assert chart.count('<a:latin typeface="TH SarabunPSK"') == chart.count('<a:cs typeface="TH SarabunPSK"') > 0


@pytest.mark.office
def test_libreoffice_recalculates_the_statistics_to_the_values_written(tmp_path: Path) -> None:
    data = files("fifty")["comparison.xlsx"]
    source = tmp_path / "comparison.xlsx"
    source.write_bytes(without_values(data))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [str(office.find()), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*words, str(source)], check=True, capture_output=True, timeout=120)
    expected = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    found = openpyxl.load_workbook(tmp_path / "out/comparison.xlsx", data_only=True)
    for name in ("ค่าสถิติ", "เทียบปีก่อน"):
        for cells in expected[name]:
            for cell in cells:
                assert same(found[name][cell.coordinate].value, cell.value), (name, cell.coordinate)


def test_the_report_shows_both_charts_and_carries_their_workbook() -> None:
    with zipfile.ZipFile(io.BytesIO(files("fifty")["comparison.docx"])) as archive:
        document = archive.read("word/document.xml").decode()
        charts = [archive.read(f"word/charts/chart{n}.xml").decode() for n in (1, 2)]
        book = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/chart2.xlsx")))
    titles = [re.findall("<a:t>(.*?)</a:t>", chart)[0] for chart in charts]
    assert titles == [
        "จำนวนหน่วยงานตามระดับผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๕",
        "คะแนนเฉลี่ย ต่ำสุด และสูงสุดรายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๕",
    ]
    assert re.findall(r'descr="([^"]*)"', document) == titles
    found = comparison(CASES["fifty"]).statistics
    means = [float(found[str(number)].mean) for number in range(1, 11)]
    assert [book["ค่าสถิติ"][f"B{row}"].value for row in range(5, 15)] == means
    cached = re.findall(r"<c:v>([^<]*)</c:v>", charts[1].split("<c:val>")[1].split("</c:val>")[0])
    assert [float(value) for value in cached] == means


def test_a_template_without_charts_gives_a_report_without_them(tmp_path: Path) -> None:
    own = tmp_path / "comparison_template.docx"
    with zipfile.ZipFile(COMPARISON) as old, zipfile.ZipFile(own, "w") as new:
        for member in old.namelist():
            new.writestr(member, re.sub(rb"{{ charts\.\w+ \| fit\(16, 8.5\) }}", b"", old.read(member)))
    data = compare.make(comparison(CASES["two"]), own).files["comparison.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "chart" in name]


# The template


def test_the_template_uses_only_names_that_are_stated_and_the_context_fills_them() -> None:
    known = {field.name: field.kind.value for field in FIELDS}
    assert [str(finding) for finding in lint(COMPARISON, known)] == []
    assert ita_docs("lint", str(COMPARISON)).output == "comparison_template.docx: ไม่พบข้อผิดพลาด\n"
    assert set(names(filled(comparison(CASES["fifty"], [LeftOut(workbook="x", reason="y")])))) == set(known)


def names(value: object, above: str = "") -> Iterator[str]:
    """Every name of a context, as ``FIELDS`` writes them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from names(inner, f"{above}.{name}" if above else name)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner, f"{above}[]")
    else:
        yield above


def test_the_offices_own_template_goes_before_the_packaged_one(tmp_path: Path) -> None:
    assert places.comparison_template(working=tmp_path).samefile(COMPARISON)
    own = tmp_path / "own/compare/comparison_template.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"")
    assert places.comparison_template(tmp_path / "own", tmp_path) == own


def test_the_template_is_copied_with_the_others(tmp_path: Path) -> None:
    ita_docs("templates", "copy", str(tmp_path))
    assert places.comparison_template(tmp_path) == tmp_path / "compare/comparison_template.docx"
    assert (tmp_path / "compare/comparison_template.docx").read_bytes() == COMPARISON.read_bytes()


def test_workbooks_on_two_drives_are_called_by_their_whole_paths(tmp_path: Path) -> None:
    drives = [PureWindowsPath(r"C:\ita\a.xlsx"), PureWindowsPath(r"D:\ita\b.xlsx")]
    assert compare.common_folder(drives) is None
    assert compare.common_folder([PureWindowsPath(r"c:\ITA\a.xlsx"), drives[0]]) == PureWindowsPath(r"C:\ita")
    assert compare.common_folder([PurePosixPath("/a/b/c.xlsx"), PurePosixPath("/a/bc.xlsx")]) == PurePosixPath("/a")
    missing = tmp_path / "x.xlsx"
    left_out = compare.Reader(None, None).read(missing)
    assert isinstance(left_out, LeftOut)
    assert left_out.workbook == missing.as_posix()


def test_it_makes_no_document_for_every_office() -> None:
    assert "comparison" not in places.template_files(COMPARISON.parent.parent)
