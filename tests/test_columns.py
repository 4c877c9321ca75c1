"""Optional columns of the measures table: chosen in the workbook, taken out of the table where they are not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.table import Table
from docxtpl import RichText

import made
import made_workbook
from checked import reported
from ita_docs.checks.last_year import check_columns
from ita_docs.framework.load import load
from ita_docs.model import InMeasures, Settings, Submission
from ita_docs.papers.pack import produce
from ita_docs.papers.selection import PACK
from ita_docs.workbook.reader import read
from ita_docs.workbook.settings import COLUMN_NAMES
from made_docx import docx as small_docx
from made_docx import p, saved, table, tc, tr
from officefiles import opc
from officefiles.schema import SETTINGS, put
from test_context import context
from wordfill.engine import Template, columns
from wordfill.engine.columns import MARK, NO_COLUMN, shared

TEMPLATE = Path(__file__).resolve().parent.parent / "templates/measures_template.docx"
PAGE_CM = 25.7
FIVE = ["ตัวชี้วัด", "รายละเอียดการวิเคราะห์", "มาตรการ/กิจกรรมในการพัฒนาปรับปรุง", "การกำกับติดตาม", "ผู้รับผิดชอบ"]
OPTIONAL = {
    "score": "คะแนน",
    "level": "ระดับ",
    "previous": "คะแนน\nปีก่อน",
    "steps": "ขั้นตอน",
    "period": "ระยะเวลา",
    "budget": "งบประมาณ",
    "reporting": "การ\nรายงานผล",
    "remarks": "หมายเหตุ",
}
"""The optional columns in the order in which the table has them, and their headings."""


def asking_for(*chosen: str) -> Submission:
    return made.submission(settings=Settings(columns=frozenset(chosen)))


def printed(submission: Submission) -> Table:
    data = Template.load(TEMPLATE).render(context(submission)).data()
    (found,) = docx.Document(io.BytesIO(data)).tables
    return found


def widths(found: Table) -> list[int]:
    """Twips of the grid; each row's cells must be as wide as the columns that they cover."""
    grid = [column.width.twips for column in found.columns]
    for row in found._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            assert cell.width is not None
            assert cell.width.twips == sum(grid[at : at + cell.grid_span])
            at += cell.grid_span
        assert at == len(grid)
    return grid


# The table


def test_without_a_choice_there_are_the_five_columns() -> None:
    found = printed(asking_for())
    assert [cell.text for cell in found.rows[0].cells] == FIVE
    assert widths(found) == [round(cm * 1440 / 2.54) for cm in (2.95, 7.0, 6.7, 6.5, 2.55)]


@pytest.mark.parametrize("column", COLUMN_NAMES)
def test_each_column_comes_alone(column: str) -> None:
    headings = [cell.text for cell in printed(asking_for(column)).rows[0].cells]
    assert [text for text in headings if text not in FIVE] == [OPTIONAL[column]]
    assert [text for text in headings if text in FIVE] == FIVE


@pytest.mark.parametrize("count", range(1, len(COLUMN_NAMES) + 1))
def test_the_columns_fill_the_page_between_its_margins(count: int) -> None:
    found = printed(asking_for(*list(COLUMN_NAMES)[:count]))
    grid = widths(found)
    assert len(grid) == len(FIVE) + count
    assert abs(sum(grid) - PAGE_CM * 1440 / 2.54) < len(OPTIONAL) + len(FIVE)
    assert min(grid) >= 1.2 * 1440 / 2.54


def test_the_columns_stand_in_their_own_order_whatever_was_chosen_first() -> None:
    headings = [cell.text for cell in printed(asking_for(*reversed(COLUMN_NAMES))).rows[0].cells]
    assert [text for text in headings if text not in FIVE] == list(OPTIONAL.values())


def test_the_cells_hold_what_the_headings_say() -> None:
    whole = asking_for(*COLUMN_NAMES)
    whole = made.with_record(whole, "measures", 3, others={"budget": "12,500 บาท", "remarks": "ร่วมกับฝ่ายโยธา"})
    found = printed(whole)
    cells = dict(
        zip((cell.text for cell in found.rows[0].cells), (cell.text for cell in found.rows[4].cells), strict=True)
    )
    assert {heading: cells[heading] for heading in OPTIONAL.values()} == {
        "คะแนน": "๘๔.๐๐",
        "ระดับ": "จุดที่ควรพัฒนา",
        "คะแนน\nปีก่อน": "๘๔.๕๐\n-๐.๕๐",
        "ขั้นตอน": "จัดประชุมมอบหมายงาน ดำเนินการ และสรุปผล",
        "ระยะเวลา": "ตุลาคม ๒๕๖๕ – กันยายน ๒๕๖๖",
        "งบประมาณ": "๑๒,๕๐๐ บาท",
        "การ\nรายงานผล": "รายงานผลต่อผู้อำนวยการเขตทุกหกเดือน",
        "หมายเหตุ": "ร่วมกับฝ่ายโยธา",
    }


@pytest.mark.parametrize("chosen", [(), ("period",)])
def test_a_further_row_of_an_indicator_names_it_again_and_says_no_more_of_it(chosen: tuple[str, ...]) -> None:
    first, *rest = made.measures()
    found = printed(replace(asking_for(*chosen), measures=(first, first, *rest)))
    one, two = ([cell.text for cell in found.rows[row].cells] for row in (1, 2))
    assert [text.replace("\u00a0", " ") for text in two] == ["ตัวชี้วัดที่ ๑\nการปฏิบัติหน้าที่\n(ต่อ)", "", *one[2:]]
    assert one[0].endswith("การปฏิบัติหน้าที่")
    widths(found)


SHORT = {
    1: "ได้ ๙๐.๐๐ คะแนน ถึงเป้าหมาย จัดเป็นจุดแข็ง",
    4: "ได้ ๘๔.๐๐ คะแนน ยังไม่ถึงเป้าหมาย จัดเป็นจุดที่ควรพัฒนา",
}


@pytest.mark.parametrize("chosen", [(), ("period",)])
@pytest.mark.parametrize("asked", [*InMeasures])
def test_the_analysis_stands_in_the_table_full_short_or_not_at_all(asked: InMeasures, chosen: tuple[str, ...]) -> None:
    settings = Settings(columns=frozenset(chosen), measures_analysis=asked)
    found = printed(made.submission(settings=settings))
    texts = {row: found.rows[row].cells[1].text for row in SHORT}
    usual = InMeasures.SHORT if chosen else InMeasures.FULL
    shown = usual if asked is InMeasures.BY_COLUMNS else asked
    if shown is InMeasures.NONE:
        assert [cell.text for cell in found.rows[0].cells if cell.text in FIVE] == [FIVE[0], *FIVE[2:]]
    elif shown is InMeasures.SHORT:
        assert texts == SHORT
    else:
        assert all(len(text) > 100 and SHORT[row] != text for row, text in texts.items())
    widths(found)


# Taking columns out


def test_the_columns_that_stay_keep_the_sum_and_the_fullest_gain() -> None:
    assert shared([1000, 3000, 500, 500], {0}, [0, 0, 0, 0]) == [0, 3750, 625, 625]
    assert sum(shared([333, 333, 334, 1], {3}, [1, 1, 1, 1])) == 1001
    assert shared([10, 20], {0, 1}, [5, 5]) == [0, 0]
    assert shared([1000, 1000, 1000, 1000], {0}, [9, 10, 100, 200]) == [0, 1000, 1100, 1900]
    assert shared([1000, 1000, 1000, 3000], {3}, [0, 1, 3, 0]) == [1000, 1400, 3600, 0]


def test_a_part_without_a_mark_is_left_as_it_is() -> None:
    part = b"<not even xml"
    assert columns.fitted(part) is part


@pytest.mark.parametrize("by_docxtpl", [False, True])
@pytest.mark.parametrize("spans", [False, True])
def test_any_table_may_leave_a_column_out_whichever_way_it_is_rendered(
    tmp_path: Path, spans: bool, by_docxtpl: bool
) -> None:
    wide = '<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="3"/>'
    heading = tr(tc("ก"), tc("{% if x %}ข{% else %}{{ no_column }}{% endif %}"), tc("ค"))
    last = tr(tc("รวม", properties=wide)) if spans else tr(tc("1"), tc("2"), tc("3"))
    rich = p("{{r rich }}") if by_docxtpl else p("")
    template = Template.load(saved(tmp_path, small_docx(table(3, heading, last) + rich)))
    assert bool(template.report) is by_docxtpl
    for requested, expected in ((True, 3), (False, 2)):
        data = template.render({"x": requested, "no_column": NO_COLUMN, "rich": RichText("ง")}).data()
        (found,) = docx.Document(io.BytesIO(data)).tables
        assert len(found.columns) == expected
        assert [sum(cell.grid_span for cell in row.tc_lst) for row in found._tbl.tr_lst] == [expected, expected]
        assert MARK not in found._tbl.xml


# The workbook


def test_the_choice_is_read_from_the_workbook(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    rows = {str(row[0]): row for row in book["ข้อมูลทั่วไป"]}
    rows["คอลัมน์ขั้นตอน"][1] = "แสดง"
    rows["คอลัมน์งบประมาณ"][1] = "แสดง"
    rows["คอลัมน์คะแนน"][1] = ""
    made_workbook.put(book, "มาตรการ", "J3", "๕๐,๐๐๐ บาท")
    submission, problems = read(made_workbook.save(book, tmp_path))
    assert submission, problems
    assert submission.settings.columns == {"steps", "budget"}
    assert submission.measures[1].others["budget"] == "๕๐,๐๐๐ บาท"


def test_a_choice_that_is_not_in_the_list_is_told_at_its_cell(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    row = next(number for number, row in enumerate(book["ข้อมูลทั่วไป"], start=1) if row[0] == "คอลัมน์ระดับ")
    made_workbook.put(book, "ข้อมูลทั่วไป", f"B{row}", "เอา")
    _, problems = read(made_workbook.save(book, tmp_path))
    assert [(one.kind, one.place.cell, one.hint) for one in problems] == [
        ("not-in-list", f"B{row}", "เลือกจากรายการ: ไม่แสดง, แสดง")
    ]


def test_a_column_without_data_is_told_at_its_choice() -> None:
    whole = asking_for("score", "steps", "budget")
    place = whole.source.at("column_budget")
    assert reported(whole) == [("warning", "column-without-data", place.sheet, place.cell, "")]


@pytest.mark.parametrize(
    ("column", "hint"),
    [
        ("steps", "กรอกข้อมูลของคอลัมน์นี้ ถ้ารายการข้อมูลของปีกำหนดให้มี ต้องแสดงคอลัมน์นี้"),
        ("budget", "กรอกข้อมูลของคอลัมน์นี้ หรือเลือกไม่แสดง"),
    ],
)
def test_a_column_that_items_ask_for_is_not_to_be_left_out(column: str, hint: str) -> None:
    whole = asking_for(column)
    bare = tuple(replace(one, steps="") for one in whole.measures)
    assert [one.hint for one in check_columns(replace(whole, measures=bare), load(2565))] == [hint]


def test_last_years_scores_are_data_too() -> None:
    whole = asking_for("previous")
    assert reported(whole) == []
    unknown = tuple(replace(one, previous=None) for one in whole.scores)
    assert [one[1] for one in reported(replace(whole, scores=unknown))] == ["column-without-data"]


def test_the_pack_holds_the_wider_table(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    for row in book["ข้อมูลทั่วไป"]:
        if row[0] in ("คอลัมน์คะแนน", "คอลัมน์ระยะเวลา"):
            row[1] = "แสดง"
    made_files = produce(made_workbook.save(book, tmp_path), {"measures": TEMPLATE}, frozenset({"measures"}))
    assert made_files.problems == ()
    tables = docx.Document(io.BytesIO(made_files.files["measures.docx"])).tables
    assert {len(found.columns) for found in tables} == {7}


# The booklet


@pytest.mark.parametrize("shown", [True, False])
def test_activities_are_in_the_booklet_where_there_are_any(tmp_path: Path, shown: bool) -> None:
    book = made_workbook.sheets()
    if not shown:
        del book["กิจกรรม"][1:]
    templates = {name: TEMPLATE.with_name(f"{name}_template.docx") for name in PACK}
    pack = produce(made_workbook.save(book, tmp_path), templates, frozenset({"pack"})).files["pack.docx"]
    sections = docx.Document(io.BytesIO(pack)).sections
    assert len(sections) == len(PACK) - (not shown)


def test_a_part_of_the_booklet_that_cannot_look_as_it_does_alone_is_told(tmp_path: Path) -> None:
    templates = {name: TEMPLATE.with_name(f"{name}_template.docx") for name in PACK}
    package = opc.read(templates["measures"])
    name = package.related(package.main, "settings")
    settings = package.parts[name].own_tree()
    put(settings, "mirrorMargins", SETTINGS)
    package.put(name, settings)
    templates["measures"] = tmp_path / "measures_template.docx"
    templates["measures"].write_bytes(package.data())
    made_pack = produce(made_workbook.save(made_workbook.sheets(), tmp_path), templates, frozenset({"pack"}))
    (told,) = made_pack.problems
    assert (told.kind, told.found) == ("part-unlike-in-pack", "ระยะขอบที่สลับข้างในหน้าคู่")
    assert "measures.docx" in told.message
    assert "measures_template.docx" in told.hint
