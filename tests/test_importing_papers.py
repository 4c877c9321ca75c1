"""Papers of old packs other than the order: what each states becomes cells, however an office sets it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from ita_docs.framework.load import load
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing import papers
from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers import fiscal_year_of
from ita_docs.importing.papers.activities import parted
from ita_docs.importing.papers.derived import CUT_SHORT
from ita_docs.importing.papers.frequency import is_frequency
from ita_docs.importing.papers.indicators import named
from ita_docs.importing.papers.measure_rows import OF_TWO_ROWS, gone_on
from ita_docs.importing.papers.said import previous_of
from ita_docs.importing.papers.score_tables import TWO_TOTALS
from ita_docs.importing.settings import choices
from made_old import HEADS, LINES, MEASURES_TITLE, analysis, cell, line, table, title
from officefiles.thai import arabic_digits
from outline_old import of_documents

RULES = load(2566)
NAMES = [one.name for one in RULES.indicators]
SEEN: list[str] = []
"""What is taken of each paper of a test, kept whole in ``tests/golden/whole/importing_papers.txt``."""


@pytest.fixture(autouse=True)
def _kept(kept_whole: list[str]) -> Iterator[None]:
    SEEN.clear()
    yield
    kept_whole += SEEN


def find_papers(file: OldFile) -> tuple[ReadDocument, ...]:
    found = papers.find_papers(file, RULES)
    SEEN.append(of_documents(found, file))
    return found


def without_derived(found: ReadDocument) -> tuple[Mapping[str, ReadCell], Mapping[str, Sequence[ReadRow]]]:
    """What is left of a document without what the program makes by itself, which is kept whole too."""
    general, rows = papers.without_derived(found.general, found.rows, RULES)
    cells = [f"{name} = {cell.text}" for name, cell in general.items()]
    cells += [f"{key}: {texts(row)}" for key in ("overrides", "measures") for row in rows.get(key, ())]
    SEEN.append("".join(f"{one}\n" for one in ("left of it", *cells)))
    return general, rows


def read(*blocks: Block) -> ReadDocument:
    (found,) = find_papers(OldFile("เก่า.docx", blocks))
    return found


def texts(row: ReadRow) -> dict[str, str]:
    return {name: cell.text for name, cell in row.items()}


def marked(document: ReadDocument) -> list[str]:
    return [cell.text for rows in document.rows.values() for row in rows for cell in row.values() if cell.doubt]


def unused(document: ReadDocument, *blocks: Block) -> list[str]:
    return [one.text for one in OldFile("", blocks).paragraphs() if one.origin not in document.used]


def test_measures_with_dashes_and_their_frequency_as_the_last_item() -> None:
    blocks: list[Block] = [
        *MEASURES_TITLE,
        table(
            HEADS,
            (
                "ตัวชี้วัดที่ ๑|การปฏิบัติ|หน้าที่",
                "ได้คะแนน ๘๘.๑๐ คะแนน ควรปรับปรุงการให้บริการ",
                "- จัดทำคู่มือ|- เผยแพร่คู่มือ",
                "- ปลัดติดตาม|- ปีละ ๒ ครั้ง",
                "สำนักปลัด/|ทุกกอง",
            ),
        ),
    ]
    found = read(*blocks)
    assert [texts(row) for row in found.rows["measures"]] == [
        {
            "indicator": "1",
            "indicator_name": "การปฏิบัติหน้าที่",
            "actions": "จัดทำคู่มือ\nเผยแพร่คู่มือ",
            "follow_ups": "ปลัดติดตาม",
            "frequency": "ปีละ ๒ ครั้ง",
            "responsible": "สำนักปลัด/ทุกกอง",
        }
    ]
    assert [texts(row) for row in found.rows["scores"]] == [{"indicator": "1", "score": "88.10"}]
    assert [texts(row) for row in found.rows["overrides"]] == [
        {"key": "1", "text": "ได้คะแนน ๘๘.๑๐ คะแนน ควรปรับปรุงการให้บริการ"}
    ]
    assert {name: cell.text for name, cell in found.general.items()} == {
        "fiscal_year": "2567",
        "name": "เทศบาลตำบลบึงไผ่",
    }
    assert (marked(found), unused(found, *blocks)) == ([], [])


def test_a_row_that_a_page_end_has_cut_goes_on_with_the_one_above_and_heads_typed_again_are_none() -> None:
    found = read(
        *MEASURES_TITLE,
        table(
            HEADS,
            ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ต้องปรับปรุง", "- เผยแพร่แผน|- เปิดช่องทาง", "- กำกับการเบิก", "กองคลัง"),
            HEADS,
            ("", "แผนการเงิน", "รับฟังความเห็น|- ตรวจสอบ", "จ่ายเงิน|- ทุกไตรมาส", ""),
        ),
    )
    (row,) = found.rows["measures"]
    assert (row["actions"].text, row["follow_ups"].text, row["frequency"].text, row["responsible"].text) == (
        "เผยแพร่แผน\nเปิดช่องทางรับฟังความเห็น\nตรวจสอบ",
        "กำกับการเบิกจ่ายเงิน",
        "ทุกไตรมาส",
        "กองคลัง",
    )
    assert found.rows["overrides"][0]["text"].text == "ต้องปรับปรุงแผนการเงิน"


def test_a_follow_up_that_ends_with_its_frequency_is_marked_where_others_have_that_apart() -> None:
    rows = (
        ("การปฏิบัติหน้าที่", "", "จัดทำคู่มือ", "สุ่มตรวจตามคู่มือ|ทุกเดือน", "กองช่าง"),
        ("การใช้งบประมาณ", "", "เผยแพร่แผน", "รายงานผล|ทุกไตรมาส", "กองคลัง"),
        ("การใช้อำนาจ", "", "อบรม", "ตรวจสอบทะเบียนทุกเดือน", "สำนักปลัด"),
    )
    assert marked(read(*MEASURES_TITLE, table(HEADS, *rows))) == ["ตรวจสอบทะเบียนทุกเดือน"]
    assert marked(read(*MEASURES_TITLE, table(HEADS, rows[2]))) == []


def test_a_frequency_that_begins_a_line_is_an_item_where_others_have_it_apart() -> None:
    torn = line("ตรวจสอบทะเบียนทุก ๆ 3 เดือน", starts=(14,))
    last = ("การใช้อำนาจ", "", "อบรม", cell([torn]), "สำนักปลัด")
    rows = (
        ("การปฏิบัติหน้าที่", "", "จัดทำคู่มือ", "สุ่มตรวจตามคู่มือ|ทุกเดือน", "กองช่าง"),
        ("การใช้งบประมาณ", "", "เผยแพร่แผน", "รายงานผล|ทุกไตรมาส", "กองคลัง"),
    )
    found = read(*MEASURES_TITLE, table(HEADS, *rows, last))
    assert texts(found.rows["measures"][2])["follow_ups"] == "ตรวจสอบทะเบียน"
    assert (texts(found.rows["measures"][2])["frequency"], marked(found)) == ("ทุก ๆ 3 เดือน", [])
    torn = line("ตรวจสอบทะเบียนปีละ 2 ครั้ง", starts=(19, 21))
    found = read(*MEASURES_TITLE, table(HEADS, *rows, ("การใช้อำนาจ", "", "อบรม", cell([torn]), "สำนักปลัด")))
    assert marked(found) == [torn.text]
    torn = line("ตรวจสอบทะเบียนทุก ๆ 3 เดือน", starts=(14,))
    inside = [(name, "", "อบรม", "ติดตามผลทุกเดือน", "กองช่าง") for name in ("การปฏิบัติหน้าที่", "การใช้งบประมาณ")]
    found = read(*MEASURES_TITLE, table(HEADS, *inside, last))
    assert texts(found.rows["measures"][2])["follow_ups"] == torn.text


def test_a_column_of_the_indicators_that_measures_are_of_names_them_and_not_their_row() -> None:
    heads = ("ที่", "มาตรการ", "ตัวชี้วัดที่เกี่ยวข้อง", "ผู้รับผิดชอบ")
    rows = (("1", "จัดทำทะเบียนคุม", "การใช้ทรัพย์สินของราชการ", "กองคลัง"), ("2", "อบรม", "การป้องกันการทุจริต", "สำนักปลัด"))
    found = read(*MEASURES_TITLE, table(heads, *rows)).rows["measures"]
    assert [(one["indicator"].text, one["indicator_name"].text) for one in found] == [
        ("4", "การใช้ทรัพย์สินของราชการ"),
        ("10", "การป้องกันการทุจริต"),
    ]


def test_a_row_whose_cells_have_words_of_heads_is_no_row_of_heads() -> None:
    heads = ("ตัวชี้วัด", "มาตรการ", "ระยะเวลา", "การกำกับติดตาม", "ผู้รับผิดชอบ")
    rows = (
        ("คุณภาพการดำเนินงาน", "กำหนดระยะเวลาตอบหนังสือ", "ตลอดปี", "วัดระยะเวลาตอบหนังสือ", "กองแผนงานและงบประมาณ"),
        ("ประสิทธิภาพการสื่อสาร", "ปรับปรุงเว็บไซต์", "ตลอดปี", "ตรวจสอบข้อมูล", "สำนักปลัด"),
    )
    found = read(*MEASURES_TITLE, table(heads, *rows)).rows["measures"]
    told = [(one["actions"].text, one["period"].text, one["follow_ups"].text) for one in found]
    assert told == [(row[1], row[2], row[3]) for row in rows]


def test_a_count_behind_the_number_of_an_item_is_no_second_level() -> None:
    last = ("การใช้อำนาจ", "", "อบรม", "1. สรุปเรื่องที่ได้รับแจ้ง|2. 2 ครั้ง/ปี", "สำนักปลัด")
    [found] = read(*MEASURES_TITLE, table(HEADS, last)).rows["measures"]
    assert (found["follow_ups"].text, found["frequency"].text) == ("สรุปเรื่องที่ได้รับแจ้ง", "2 ครั้ง/ปี")


def test_a_dash_on_a_line_of_its_own_marks_the_next() -> None:
    last = ("การใช้อำนาจ", "", "- อบรม", "- สุ่มตรวจ|-|เดือนละ 1 ครั้ง", "สำนักปลัด")
    [found] = read(*MEASURES_TITLE, table(HEADS, last)).rows["measures"]
    assert (found["follow_ups"].text, found["frequency"].text) == ("สุ่มตรวจ", "เดือนละ 1 ครั้ง")


def test_a_name_that_a_narrow_column_has_broken_is_whole() -> None:
    torn = [line("กลุ่ม"), line("งานบริหารทั่วไป และกลุ่มงาน"), line("เภสัชกรรมและคุ้มค", ended=False), line("รองผู้บริโภค")]
    for responsible, whole in (
        (torn, "กลุ่มงานบริหารทั่วไป และกลุ่มงานเภสัชกรรมและคุ้มครองผู้บริโภค"),
        ([line("หน่วยตรวจสอ", ended=False), line("บภายใน")], "หน่วยตรวจสอบภายใน"),
        ([line("ปลัดเทศบาล"), line("กองคลัง")], "ปลัดเทศบาล\nกองคลัง"),
    ):
        row = ("การใช้อำนาจ", "", "อบรม", "ทุกเดือน", cell(responsible))
        [found] = read(*MEASURES_TITLE, table(HEADS, row)).rows["measures"]
        assert found["responsible"].text == whole


def test_numbers_of_items_go_on_where_a_page_end_has_cut_their_cell() -> None:
    found = read(
        *MEASURES_TITLE,
        table(
            HEADS,
            ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", "", "1. เผยแพร่แผน", "1. กำกับการเบิก", "กองคลัง"),
            ("", "", "2. รับฟังความเห็น", "จ่ายเงิน|2. ปีละ 2 ครั้ง", ""),
        ),
    )
    (row,) = found.rows["measures"]
    assert (row["actions"].text, row["follow_ups"].text, row["frequency"].text) == (
        "เผยแพร่แผน\nรับฟังความเห็น",
        "กำกับการเบิกจ่ายเงิน",
        "ปีละ 2 ครั้ง",
    )


def test_an_action_on_a_row_of_which_all_else_is_merged_is_one_of_the_same_measure() -> None:
    merged = cell("", continued=True)
    found = read(
        *MEASURES_TITLE,
        table(
            HEADS,
            ("การใช้อำนาจ", "", "อบรม", "ตรวจสอบ|ทุกเดือน", "กองคลัง"),
            (merged, merged, "สำรวจความเห็น", merged, merged),
        ),
    )
    (row,) = found.rows["measures"]
    assert (row["actions"].text, row["responsible"].text) == ("อบรม\nสำรวจความเห็น", "กองคลัง")


def test_a_row_merged_below_an_indicator_is_another_measure_of_it() -> None:
    found = read(
        *MEASURES_TITLE,
        table(
            ("ที่", "ตัวชี้วัด", "แนวทางการพัฒนา", "ระยะเวลา", "หน่วยงานที่รับผิดชอบ"),
            ("3", "การใช้อำนาจ", "๑. ประกาศหลักเกณฑ์|๒. อบรม", "ต.ค. 2566 – ก.ย. 2567", "สำนักปลัด|กองคลัง"),
            (cell("", continued=True), cell("", continued=True), "สำรวจความเห็น", "ม.ค. 2567", "กองช่าง"),
        ),
    )
    assert [texts(row) for row in found.rows["measures"]] == [
        {
            "indicator": "3",
            "indicator_name": "การใช้อำนาจ",
            "actions": "ประกาศหลักเกณฑ์\nอบรม",
            "responsible": "สำนักปลัด\nกองคลัง",
            "period": "ต.ค. 2566 – ก.ย. 2567",
        },
        {
            "indicator": "3",
            "indicator_name": "การใช้อำนาจ",
            "actions": "สำรวจความเห็น",
            "responsible": "กองช่าง",
            "period": "ม.ค. 2567",
        },
    ]


def test_a_name_that_no_year_knows_and_a_frequency_that_none_reads_are_marked() -> None:
    found = read(
        *MEASURES_TITLE,
        table(
            HEADS,
            ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "", "- จัดทำทะเบียน", "- ตรวจทะเบียน|- ตามที่ปลัดเห็นควร", "กองคลัง"),
            ("ความพึงพอใจของประชาชน", "", "- สำรวจ", "- สรุปผล|- ปีละ 1 ครั้ง", "กองคลัง"),
        ),
    )
    assert marked(found) == ["ตามที่ปลัดเห็นควร", "", "ความพึงพอใจของประชาชน"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("ปีละ ๒ ครั้ง", True),
        ("ธ.ค. มี.ค. มิ.ย. และ ก.ย.", True),
        ("ภาคเรียนที่ 1 และภาคเรียนที่ 2", True),
        ("รอบ 6 เดือน และ 12 เดือน", True),
        ("ทุกครั้งที่มีการจัดซื้อจัดจ้าง", True),
        ("ทุกครั้งที่มีการจัดซื้อจัดจ้างตามระเบียบกระทรวงการคลัง", False),  # much more than how often
        ("ปีละ 2 ครั้งโดยกองคลัง", False),
        ("รายงานผลต่อผู้บริหารทุกไตรมาส", False),
        ("กำกับให้เผยแพร่คู่มือ ปีละ ๒ ครั้ง", False),
    ],
)
def test_a_frequency_says_how_often_and_nothing_else(text: str, is_one: bool) -> None:
    assert is_frequency(text) is is_one


@pytest.mark.parametrize(
    ("text", "number", "name", "sure"),
    [
        ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้", 1, "การปฏิบัติหน้าที่", True),
        ("- ตัวชี้วัดที่ 3 การใช้อำนาจหน้าที่", 3, "การใช้อำนาจหน้าที่", True),
        ("๔. การใช้ทรัพย์สิน ของ ราชการ", 4, "การใช้ทรัพย์สินของราชการ", True),
        ("การป้องกันการทุจริต", 10, "การป้องกันการทุจริต", True),
        ("5) การแก้ไขปัญหาการทุจริด", 5, "การแก้ไขปัญหาการทุจริด", True),
        ("การแก้ไขปัญหาการทุจริด", 5, "การแก้ไขปัญหาการทุจริด", False),
        ("การปฏิบัตหน้าที่", 1, "การปฏิบัตหน้าที่", False),
        ("ตัวชี้วัดที่ 2 การเปิดเผยข้อมูล", 9, "การเปิดเผยข้อมูล", False),
        ("ตัวชี้วัดที่ 7", 7, "", False),
        ("ด้านที่ ๑ การปฏิบัติหน้าที่", 1, "การปฏิบัติหน้าที่", True),
        ("องค์ประกอบที่ 3 : การใช้อำนาจ", 3, "การใช้อำนาจ", True),
        ("ด้านการใช้งบประมาณ", 2, "การใช้งบประมาณ", True),
        ("๑. ด้านการปฏิบัติหน้าที่", 1, "การปฏิบัติหน้าที่", True),
    ],
)
def test_an_indicator_is_known_by_number_and_name(text: str, number: int, name: str, sure: bool) -> None:
    found = named(text, RULES)
    assert found
    assert (found.number, found.name, found.sure) == (number, name, sure)


def test_an_analysis_gives_total_level_scores_and_the_texts_of_the_office() -> None:
    blocks = analysis(
        "จากการประเมิน เทศบาลตำบลบึงไผ่ได้คะแนนรวมเท่ากับ ๙๑.๒๐ คะแนน อยู่ในระดับ “ผ่านดี”",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้ค่าคะแนน ๙๐.๐๑ คะแนน ประชาชนพอใจในการให้บริการของเทศบาล",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน (๘๙.๕๐ คะแนน)",
    )
    found = read(*blocks)
    assert {name: cell.text for name, cell in found.general.items()} == {
        "fiscal_year": "2567",
        "name": "เทศบาลตำบลบึงไผ่",
        "total": "91.20",
        "level": "ผ่านดี",
    }
    assert [texts(row) for row in found.rows["scores"]] == [
        {"indicator": "1", "name": "การปฏิบัติหน้าที่", "score": "90.01"},
        {"indicator": "6", "name": "คุณภาพการดำเนินงาน", "score": "89.50"},
    ]
    assert [row["key"].text for row in found.rows["overrides"]] == ["สรุป", "1"]
    assert (marked(found), unused(found, *blocks)) == ([], [])


def test_tables_of_scores_give_instruments_questions_and_last_years_scores() -> None:
    found = read(
        *analysis(
            table(
                ("ตัวชี้วัด", "คะแนน", "คะแนนปีก่อน"),
                ("IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "88.00", ""),
                ("1. การปฏิบัติหน้าที่", "88.12", "87.00"),
                ("คะแนนรวม", "90.00", ""),
            ),
            table(("ข้อ", "คำถาม", "คะแนน"), ("i1", "เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน", "85.25")),
        )
    )
    assert (found.general["IIT"].text, found.general["total"].text) == ("88.00", "90.00")
    assert [texts(row) for row in found.rows["scores"]] == [
        {"indicator": "1", "name": "การปฏิบัติหน้าที่", "score": "88.12", "previous": "87.00"}
    ]
    assert [texts(row) for row in found.rows["questions"]] == [
        {"code": "i1", "question": "เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน", "score": "85.25"}
    ]


def test_two_scores_of_one_indicator_are_marked() -> None:
    found = read(
        *analysis(
            "ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 80.00 คะแนน",
            "ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 81.00 คะแนน",
        )
    )
    assert marked(found) == ["80.00"]


@pytest.mark.parametrize("short_name", ["เทศบาล", "นครดอนทราย"])
def test_a_text_that_the_program_makes_from_the_same_scores_is_no_text_of_the_office(short_name: str) -> None:
    sentence = "ได้ {} คะแนน ซึ่งสะท้อนว่า เทศบาลมีการใช้จ่ายงบประมาณ"
    own = RULES.phrases.sentence("การปฏิบัติหน้าที่", RULES.phrases.bands[0]).format(
        score="96.00", short_name=short_name, staff="เจ้าหน้าที่", agency="หน่วยงาน"
    )
    lines = [f"ตัวชี้วัดที่ {number} {name} ได้ 96.00 คะแนน" for number, name in enumerate(NAMES, start=1)]
    lines[0], lines[1] = f"ตัวชี้วัดที่ 1 {NAMES[0]} {own}", f"ตัวชี้วัดที่ 2 {NAMES[1]} {sentence.format('96.00')}"
    found = read(*analysis(*lines))
    general, rows = without_derived(found)
    assert [row["key"].text for row in found.rows["overrides"]] == ["1", "2"]
    assert [texts(row) for row in rows["overrides"]] == [{"key": "2", "text": sentence.format("96.00")}]
    assert (general["short_name"].text, general["phrases"].text) == (short_name, RULES.phrases.name)


def test_a_text_that_another_document_gives_otherwise_stays_though_the_program_makes_it() -> None:
    words = {**OfficeKinds.load().texts("เทศบาลตำบลดอนทราย"), "score": "96.00", "short_name": "เทศบาล"}
    whole = RULES.phrases.sentence(NAMES[0], RULES.phrases.bands[0]).format(**words)
    lines = [f"ตัวชี้วัดที่ {number} {name} ได้ 96.00 คะแนน" for number, name in enumerate(NAMES, start=1)]
    found = read(*analysis(f"ตัวชี้วัดที่ 1 {NAMES[0]} {whole}", *lines[1:]))
    (row,) = found.rows["overrides"]
    differing = [{**row, "text": replace(row["text"], doubt="เอกสารระบุไม่ตรงกัน")}]
    assert without_derived(replace(found, rows={**found.rows, "overrides": differing}))[1]["overrides"] == differing


def test_a_text_that_ends_before_the_usual_words_do_is_marked() -> None:
    words = {**OfficeKinds.load().texts("เทศบาลตำบลดอนทราย"), "score": "96.00", "short_name": "เทศบาล"}
    whole, other = (RULES.phrases.sentence(name, RULES.phrases.bands[0]).format(**words) for name in NAMES[:2])
    lines = [f"ตัวชี้วัดที่ {number} {name} ได้ 96.00 คะแนน" for number, name in enumerate(NAMES, start=1)]
    lines[0], lines[1] = f"ตัวชี้วัดที่ 1 {NAMES[0]} {whole}", f"ตัวชี้วัดที่ 2 {NAMES[1]} {other[:60]}"
    found = read(*analysis(*lines))
    rows = without_derived(found)[1]
    assert [(row["key"].text, row["text"].doubt) for row in rows["overrides"]] == [("2", CUT_SHORT)]


def test_scores_of_instruments_and_names_of_measures_that_follow_from_the_scores_need_no_cell() -> None:
    lines = [f"ตัวชี้วัดที่ {number} {name} ได้ 9{number % 10}.00 คะแนน" for number, name in enumerate(NAMES, start=1)]
    marks = table(("เครื่องมือ", "คะแนน"), ("IIT", "93.00"), ("EIT", "97.50"), ("คะแนนรวม", "94.05"))
    asked = table(("ข้อ", "คำถาม", "คะแนน"), ("i1", "การให้บริการ", "91.50"), ("i2", "", "90.50"))
    found = read(*analysis(*lines, marks, asked))
    rows = read(
        *MEASURES_TITLE,
        table(HEADS, (NAMES[0], "", "อบรม", "ทุกเดือน", "กองคลัง"), ("การใช้อำนาด", "", "อบรม", "ทุกเดือน", "กองคลัง")),
    ).rows
    general, left = without_derived(replace(found, rows={**found.rows, "measures": rows["measures"]}))
    assert {"IIT", "EIT", "total"} & general.keys() == {"EIT", "total"}
    assert ["indicator_name" in row for row in left["measures"]] == [False, True]
    nameless = [{name: cell for name, cell in row.items() if name != "name"} for row in found.rows["scores"]]
    assert without_derived(replace(found, rows={**found.rows, "scores": nameless}))[0] == general
    short = read(*analysis(*lines[1:], marks))
    assert without_derived(short)[0] == short.general


def test_captions_have_their_dates_places_and_pictures() -> None:
    photos = [Photo(f"ภาพ{number}.png", b"", OldPlace("เก่า.docx", next(LINES))) for number in range(3)]
    blocks: list[Block] = [
        *title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567"),
        photos[0],
        photos[1],
        line("นายกเทศมนตรีประชุมชี้แจง\nการประเมิน ITA\nเมื่อวันที่ ๖ มกราคม ๒๕๖๗ ณ ห้องประชุมชั้น ๓"),
        photos[2],
        line("ปลัดเทศบาลซักซ้อมความเข้าใจ"),
        line("วันที่ 8 ก.พ. 2567"),
    ]
    found = read(*blocks)
    assert [texts(row) for row in found.rows["activities"]] == [
        {
            "number": "1",
            "caption": "นายกเทศมนตรีประชุมชี้แจง\nการประเมิน ITA",
            "date": "6 มกราคม 2567",
            "place": "ห้องประชุมชั้น ๓",
            "pictures": "ภาพ0.png\nภาพ1.png",
        },
        {"number": "2", "caption": "ปลัดเทศบาลซักซ้อมความเข้าใจ", "date": "8 กุมภาพันธ์ 2567", "pictures": "ภาพ2.png"},
    ]
    assert (found.photos, unused(found, *blocks)) == (tuple(photos), [])


def test_a_line_of_a_pdf_right_below_a_place_may_be_its_end() -> None:
    heads = title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567")
    caption = line("ปลัดประชุมชี้แจง\nเมื่อวันที่ ๖ มกราคม ๒๕๖๗ ณ ห้องประชุมเทศบาล", edges=(72.0,))
    assert marked(read(*heads, caption, line("ตำบลบึงไผ่", edges=(72.0,)))) == ["ห้องประชุมเทศบาล"]
    assert marked(read(*heads, caption, line("ตำบลบึงไผ่", edges=(150.0,)))) == []
    assert marked(read(*heads, caption, line("วันที่ ๗ มกราคม ๒๕๖๗ อบรม", edges=(72.0,)))) == []


def test_captions_of_a_pdf_whose_lines_are_mingled_are_marked() -> None:
    heads = title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567")
    both = line("ปลัดประชุมชี้แจง\tอบรมการป้องกันผลประโยชน์ทับซ้อน", edges=(57.0, 284.0))
    alone = line("เมื่อวันที่ ๒๔ มกราคม ๒๕๖๗ ณ หอประชุม", edges=(284.0,))
    dated = line("เมื่อวันที่ ๑๕ มกราคม ๒๕๖๗ ณ ห้องประชุม\tเทศบาล", edges=(57.0, 284.0))
    found = read(*heads, both, alone, dated).rows["activities"]
    assert all(cell.doubt for row in found for name, cell in row.items() if name != "number")
    apart = line("เมื่อวันที่ ๒๔ มกราคม ๒๕๖๗ ณ หอประชุม", edges=(57.0,))
    assert marked(read(*heads, line("ปลัดประชุม\tชี้แจง", edges=(57.0, 284.0)), apart)) == []


def beside(*rows: tuple[str | OldParagraph, str | OldParagraph]) -> OldTable:
    """Two columns that only a gap parts."""
    own = [tuple(OldCell((line(one) if isinstance(one, str) else one,)) for one in row if one) for row in rows]
    return OldTable(tuple(own), OldPlace("เก่า.pdf", next(LINES)), ruled=False)


def test_captions_beside_each_other_keep_their_own_lines() -> None:
    heads = title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567")
    table = beside(
        (line("ประชุมชี้แจงแนวทางแก่บุคลากรของ", ended=False), "อบรมเรื่องผลประโยชน์ทับซ้อน"),
        ("เทศบาล", "และการไม่รับของขวัญ"),
        ("เมื่อวันที่ 6 มกราคม 2567 ณ ห้องประชุม", "เมื่อวันที่ 8 มกราคม 2567 ณ ห้องประชุม"),
        ("เทศบาลตำบลหนองกระจับ", "ชั้น 3"),
    )
    found = read(*heads, table)
    both = [
        {
            "number": "1",
            "caption": "ประชุมชี้แจงแนวทางแก่บุคลากรของเทศบาล",
            "date": "6 มกราคม 2567",
            "place": "ห้องประชุมเทศบาลตำบลหนองกระจับ",
        },
        {
            "number": "2",
            "caption": "อบรมเรื่องผลประโยชน์ทับซ้อน\nและการไม่รับของขวัญ",
            "date": "8 มกราคม 2567",
            "place": "ห้องประชุมชั้น 3",
        },
    ]
    assert ([texts(row) for row in found.rows["activities"]], marked(found)) == (both, [])
    tabs = [line("ประชุมชี้แจง\tอบรม"), line("วันที่ 6 มกราคม 2567\tวันที่ 8 มกราคม 2567")]
    rows = read(*heads, *tabs).rows["activities"]
    assert [row["caption"].text for row in rows] == ["ประชุมชี้แจง", "อบรม"]


def test_captions_below_each_other_in_columns_are_marked_where_a_line_may_be_of_either() -> None:
    heads = title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567")
    dates = [(f"วันที่ {day} มกราคม 2567 ณ ห้อง", f"วันที่ {day + 1} มกราคม 2567 ณ ห้อง") for day in (2, 4)]
    found = read(*heads, beside(("หนึ่ง", "สอง"), dates[0], ("สาม", "สี่"), dates[1]))
    assert [row["caption"].text for row in found.rows["activities"]] == ["หนึ่ง", "สอง", "สาม", "สี่"]
    assert marked(found) == []
    found = read(*heads, beside(("หนึ่ง", "สอง"), dates[0], ("ประชุม", "ประชุม"), ("สาม", "สี่"), dates[1]))
    assert all(row["caption"].doubt and row["place"].doubt for row in found.rows["activities"])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ประชุมชี้แจง ณ ห้องประชุม เมื่อวันที่ 5 มีนาคม 2567", ("ประชุมชี้แจง", "5 มีนาคม 2567", "ห้องประชุม")),
        ("วันที่ 5 มีนาคม 2567 ปลัดประชุมชี้แจง", ("ปลัดประชุมชี้แจง", "5 มีนาคม 2567", "")),
        ("ประชุมชี้แจง", ("ประชุมชี้แจง", "", "")),
    ],
)
def test_a_caption_is_parted(text: str, parts: tuple[str, str, str]) -> None:
    assert parted(text) == parts


def test_a_caption_spread_by_blanks_is_parted_before_the_day_ends() -> None:
    blanks = " " * 500
    said = f"ประชุม{blanks}เมื่อ{blanks}วันที่{blanks}๕ มีนาคม ๒๕๖๖"
    assert parted(said)[:2] == ("ประชุม", "5 มีนาคม 2566")


def test_the_fiscal_year_is_that_of_the_titles() -> None:
    file = OldFile("เก่า.docx", (*analysis("ปีงบประมาณ พ.ศ. 2560"), *MEASURES_TITLE))
    assert fiscal_year_of([file]) == 2567
    said = [line("ผลปีงบประมาณ พ.ศ. ๒๕๖๖"), table(("ปีงบประมาณ 2565",))]
    assert fiscal_year_of([OldFile("เก่า.docx", (said[1],)), OldFile("เก่า.docx", tuple(said))]) == 2566
    assert fiscal_year_of([OldFile("เก่า.docx", ())]) == 0


def test_a_memo_gives_who_proposes_and_who_considers_it() -> None:
    blocks: list[Block] = [
        line("บันทึกข้อความ", bold=True),
        line("ส่วนราชการ สำนักปลัด เทศบาลตำบลบึงไผ่ โทร. ๐ ๒๑๒๓ ๔๕๖๗\t"),
        line("ที่ บผ ๑๒/๓๔\tวันที่ ๑๔ พฤศจิกายน ๒๕๖๖"),
        line("เรื่อง ขอความเห็นชอบมาตรการ"),
        line("เรียน นายกเทศมนตรี"),
        line("จึงเรียนมาเพื่อโปรดพิจารณา"),
        line("(นายสมชาย ใจดี)"),
        line("นิติกรชำนาญการ"),
        table(
            ("ความเห็น", "(ลงชื่อ) ..........|(..........)|ปลัดเทศบาล|วันที่ ...../...../....."),
            ("คำสั่ง", "(ลงชื่อ) ........|นายกเทศมนตรี"),
        ),
    ]
    found = read(*blocks)
    assert {name: cell.text for name, cell in found.general.items()} == {
        "owner": "สำนักปลัด",
        "telephone": "๐ ๒๑๒๓ ๔๕๖๗",
        "memo_number": "บผ ๑๒/๓๔",
        "memo_date": "14 พฤศจิกายน 2566",
        "head_title": "นายกเทศมนตรี",
        "proposer_title": "นาย",
        "proposer_first_name": "สมชาย",
        "proposer_last_name": "ใจดี",
        "proposer_position": "นิติกรชำนาญการ",
        "approvers": "ปลัดเทศบาล\nนายกเทศมนตรี",
    }
    assert unused(found, *blocks) == []


def test_a_memo_without_a_table_gives_the_same_from_its_lines() -> None:
    dots, day = "(......................)", "วันที่\t/\t/"
    blocks: list[Block] = [
        line("บันทึกข้อความ", bold=True),
        line("เรื่อง ขอความเห็นชอบมาตรการ"),
        line("จึงเรียนมาเพื่อโปรดพิจารณา"),
        line("(นายสมชาย ใจดี)"),
        line("นิติกรชำนาญการ"),
        *(line(text) for text in ("ความเห็น\t(ลงชื่อ)", dots, "ปลัดเทศบาล", day)),
        *(line(text) for text in ("คำสั่ง\t(ลงชื่อ)", dots, "นายกเทศมนตรี", day)),
    ]
    found = read(*blocks)
    assert {name: cell.text for name, cell in found.general.items()} == {
        "proposer_title": "นาย",
        "proposer_first_name": "สมชาย",
        "proposer_last_name": "ใจดี",
        "proposer_position": "นิติกรชำนาญการ",
        "approvers": "ปลัดเทศบาล\nนายกเทศมนตรี",
    }
    assert unused(found, *blocks) == []


@pytest.mark.parametrize(
    ("place", "more"),
    [(1, " ชั้น ๓ อาคารใหม่"), (2, " ด่วนที่สุด"), (5, " ภายในสัปดาห์นี้"), (6, " แทน"), (8, "เลขานุการ")],
)
def test_a_line_of_a_memo_that_says_more_than_its_cells_is_not_used(place: int, more: str) -> None:
    typed = [
        "บันทึกข้อความ",
        "ส่วนราชการ เทศบาลตำบลบึงไผ่",
        "ที่ \tวันที่ ",
        "เรื่อง ขอความเห็นชอบมาตรการ",
        "เรียน นายกเทศมนตรี",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "(นายสมชาย ใจดี)",
        "นิติกรชำนาญการ",
        "(ลงชื่อ) ........ ",
        "ปลัดเทศบาล",
    ]
    typed[place] += more
    blocks: list[Block] = [line(text, bold=not at) for at, text in enumerate(typed[:8])]
    blocks.append(table(("ความเห็น", "|".join(typed[8:]))))
    assert [text for text in unused(read(*blocks), *blocks) if more.strip() in text] == [typed[place]]


@pytest.mark.parametrize("place", [2, 3, 6, 7])
def test_a_line_of_a_notice_that_says_more_than_its_cells_is_not_used(place: int) -> None:
    typed = [
        "ประกาศเทศบาลตำบลบึงไผ่",
        "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "จัดทำคู่มือ",
        "ผู้รับผิดชอบ: สำนักปลัด",
        "จึงประกาศให้ทราบโดยทั่วกัน",
        "ประกาศ ณ วันที่ ๑๘ พฤศจิกายน พ.ศ. ๒๕๖๖",
    ]
    typed[place] += " ฉบับปรับปรุงแล้ว"
    blocks: list[Block] = [*title(*typed[:3]), line(typed[3]), line(typed[4], number="-"), *map(line, typed[5:])]
    assert unused(read(*blocks), *blocks) == [typed[place]]


def test_an_indicator_of_a_measure_that_says_more_than_its_name_is_not_used() -> None:
    heads = ("ตัวชี้วัด", "มาตรการ", "การกำกับติดตาม", "ผู้รับผิดชอบ")
    names = ("๑. การปฏิบัติหน้าที่", "๒. การใช้งบประมาณ เน้นงานพัสดุ")
    own = table(heads, *((name, "จัดทำคู่มือ", "รายงานทุกเดือน", "สำนักปลัด") for name in names))
    blocks: list[Block] = [*MEASURES_TITLE, own]
    assert unused(read(*blocks), *blocks) == [names[1]]


def test_a_notice_gives_its_date_and_measures_and_what_is_left_open_makes_no_cell() -> None:
    blocks: list[Block] = [
        *title("ประกาศเทศบาลตำบลบึงไผ่", "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        line("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"),
        line("จัดทำคู่มือ", number="-"),
        line("ผู้รับผิดชอบ: สำนักปลัด"),
        line("จึงประกาศให้ทราบโดยทั่วกัน"),
        line("ประกาศ ณ วันที่ ๑๘ พฤศจิกายน พ.ศ. ๒๕๖๖"),
        line("(........................)"),
        line("ตำแหน่ง ................"),
    ]
    found = read(*blocks)
    assert {name: cell.text for name, cell in found.general.items()} == {"notice_date": "18 พฤศจิกายน 2566"}
    assert [texts(row) for row in found.rows["measures"]] == [
        {"indicator": "1", "indicator_name": "การปฏิบัติหน้าที่", "actions": "จัดทำคู่มือ", "responsible": "สำนักปลัด"}
    ]
    assert unused(found, *blocks) == []


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"], "title"),
        (["ประกาศเทศบาลตำบลบึงไผ่", "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"], "notice"),
        (["ภาพกิจกรรมการประชุม"], "activities"),
    ],
)
def test_a_title_says_the_office_and_the_year(heads: list[str], kind: str) -> None:
    found = read(*title(*heads, "ของเทศบาลตำบลบึงไผ่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"))
    assert (found.kind, {name: cell.text for name, cell in found.general.items()}) == (
        kind,
        {"fiscal_year": "2567", "name": "เทศบาลตำบลบึงไผ่"},
    )


@pytest.mark.parametrize("typed", ["๑. สำนักปลัด|๒. กองคลัง", "1) สำนักปลัด|2) กองคลัง", "- สำนักปลัด|- กองคลัง"])
def test_those_responsible_are_named_without_the_numbers_before_them(typed: str) -> None:
    row = ("การใช้อำนาจ", "", "อบรม", "ทุกเดือน", typed)
    [found] = read(*MEASURES_TITLE, table(HEADS, row)).rows["measures"]
    assert found["responsible"].text == "สำนักปลัด\nกองคลัง"


def test_an_instrument_beside_a_measure_says_what_its_indicator_does_and_another_word_does_not() -> None:
    for word, left in (("แบบวัด IIT", []), ("อื่น ๆ", ["อื่น ๆ"])):
        row = (word, "การใช้อำนาจ", "", "อบรม", "ทุกเดือน", "สำนักปลัด")
        blocks: list[Block] = [*MEASURES_TITLE, table(("เครื่องมือ", *HEADS), row)]
        assert unused(read(*blocks), *blocks) == left


RESULT_HEADS = (
    "ตัวชี้วัด",
    "มาตรการ/กิจกรรม",
    "การดำเนินการ",
    "วันที่/ช่วงเวลา",
    "ผลการดำเนินการ",
    "ปัญหา/อุปสรรค",
    "ข้อเสนอแนะ",
    "คะแนนก่อน|และหลัง",
)


def test_a_report_of_results_gives_rows_scores_and_who_reported() -> None:
    blocks: list[Block] = [
        *title("รายงานผลการดำเนินการตามมาตรการ", "ของเทศบาลตำบลบึงไผ่ ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        table(
            RESULT_HEADS,
            (
                "ตัวชี้วัดที่ ๒|การใช้งบประมาณ",
                "เผยแพร่แผน",
                "ดำเนินการแล้ว|ลงเว็บไซต์",
                "ม.ค. ๒๕๖๖",
                "ผู้เข้าชม ๓๐ ราย|หลักฐาน: บผ ๑/๒",
                "-",
                "-",
                "ก่อน ๘๐.๐๐|หลัง ๘๕.๕๐",
            ),
            ("", "เปิดช่องทาง", "ยังไม่ดำเนินการ", "-", "-", "ขาดบุคลากร", "ควรเร่งรัดการดำเนินการ", ""),
        ),
        line("รายงาน ณ วันที่ ๒๗ ตุลาคม ๒๕๖๖"),
        line("(นางสมหญิง รักไทย)"),
        line("นิติกร"),
        line("ผู้รายงาน"),
    ]  # fmt: skip
    found = read(*blocks)
    assert [texts(row) for row in found.rows["results"]] == [
        {
            "indicator": "2",
            "action": "เผยแพร่แผน",
            "status": "ดำเนินการแล้ว",
            "done": "ลงเว็บไซต์",
            "period": "ม.ค. ๒๕๖๖",
            "result": "ผู้เข้าชม ๓๐ ราย",
            "evidence": "บผ ๑/๒",
        },
        {"indicator": "2", "action": "เปิดช่องทาง", "status": "ยังไม่ดำเนินการ", "problem": "ขาดบุคลากร"},
    ]
    assert [texts(row) for row in found.rows["scores"]] == [
        {"indicator": "2", "name": "การใช้งบประมาณ", "score": "85.50", "previous": "80.00"}
    ]
    assert {name: cell.text for name, cell in found.general.items()} == {
        "fiscal_year": "2567",
        "name": "เทศบาลตำบลบึงไผ่",
        "report_date": "27 ตุลาคม 2566",
        "reporter_title": "นาง",
        "reporter_first_name": "สมหญิง",
        "reporter_last_name": "รักไทย",
        "reporter_position": "นิติกร",
    }
    assert (marked(found), unused(found, *blocks)) == ([], [])


def test_what_documents_show_is_what_the_form_chooses() -> None:
    heads = ("ตัวชี้วัด", "คะแนน", "มาตรการ", "งบประมาณ", "การกำกับติดตาม", "ผู้รับผิดชอบ")
    lines = [f"ตัวชี้วัดที่ {at} {name} ได้ 90.{at:02} คะแนน" for at, name in enumerate(NAMES, start=1)]
    row = ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "90.01", "- จัดทำคู่มือ", "-", "- ปีละ 2 ครั้ง", "กองคลัง")
    file = OldFile("เก่า.docx", (*analysis(*lines), *MEASURES_TITLE, table(heads, row)))
    found = {name: cell.text for name, cell in choices([file], RULES).items()}
    shown = {name for name, said in found.items() if name.startswith("column_") and said == "แสดง"}
    assert shown == {"column_score", "column_budget"}
    assert {name: said for name, said in found.items() if not name.startswith("column_")} == {
        "digits": "อารบิก",
        "analysis_form": "รายการเดียว",
        "layout": "ตัวชี้วัด",
        "chart": "ไม่มี",
        "score_table": "ไม่มี",
        "next_level": "ไม่มี",
        "measures_analysis": "ไม่แสดง",
    }


def test_columns_of_years_are_the_score_and_last_years() -> None:
    heads = ("ลำดับ", "ตัวชี้วัด", "ปี 2565", "ปี 2566", "เพิ่ม/ลด")
    found = read(*analysis(table(heads, ("1", "การปฏิบัติหน้าที่", "80.10", "80.55", "+0.45"))))
    assert [texts(row) for row in found.rows["scores"]] == [
        {"indicator": "1", "name": "การปฏิบัติหน้าที่", "score": "80.55", "previous": "80.10"}
    ]


def test_a_score_over_several_indicators_is_that_of_their_instrument() -> None:
    carried = cell((), continued=True)
    heads = ("แบบวัด", "ตัวชี้วัด", "คะแนนเฉลี่ย")
    rows = (("IIT", NAMES[0], "85.16"), (carried, NAMES[1], carried), ("OIT", NAMES[8], "96.04"))
    found = read(*analysis(table(heads, *rows)))
    scores = [(row["indicator"].text, row["score"].text) for row in found.rows["scores"]]
    assert (scores, found.general["IIT"].text) == ([("9", "96.04")], "85.16")
    upper = ("แบบวัด", "ตัวชี้วัด", cell("คะแนนที่ได้", 2))
    lower = (carried, carried, "รายตัวชี้วัด", "เฉลี่ย")
    each = (("IIT", NAMES[0], "80.10", "85.16"), (carried, NAMES[1], "90.22", carried))
    found = read(*analysis(table(upper, lower, *each)))
    assert [row["score"].text for row in found.rows["scores"]] == ["80.10", "90.22"]


def test_indicators_side_by_side_are_rows_like_those_below_each_other() -> None:
    wide = table(("ปี", *NAMES, "รวม"), ("2565", *["80.10"] * 10, "81"), ("2566", *["90,25"] * 10, "91"))
    found = read(*analysis(wide))
    assert [tuple(texts(row).values()) for row in found.rows["scores"]] == [
        (str(number), name, "90.25", "80.10") for number, name in enumerate(NAMES, start=1)
    ]
    assert found.general["total"].text == "91"
    other = table(("หน่วยงาน", *NAMES), ("เทศบาลอื่น", *["80.10"] * 10), ("เทศบาลตำบลบึงไผ่", *["90.25"] * 10))
    assert find_papers(OldFile("เก่า.docx", tuple(analysis(other)))) == ()


def test_tables_beside_each_other_are_read_apart() -> None:
    heads, rows = (
        ("ตัวชี้วัด", "คะแนน", "", "ตัวชี้วัด", "คะแนน"),
        [(NAMES[at], "80", "", NAMES[at + 5], "90") for at in range(5)],
    )
    found = read(*analysis(table(heads, *rows)))
    assert [row["score"].text for row in found.rows["scores"]] == ["80"] * 5 + ["90"] * 5


def test_a_table_below_a_line_of_an_indicator_is_of_that() -> None:
    blocks: list[Block] = []
    for number in (1, 2):
        blocks += [line(f"ตัวชี้วัดที่ {number} {NAMES[number - 1]}")]
        blocks += [table(("คะแนนที่ได้", "ปีที่ผ่านมา"), (f"8{number}.10", f"7{number}.10"))]
    mean = (cell("คะแนนเฉลี่ย", 2), cell("70.50"))
    questions = table(("ข้อ", "คำถาม", "คะแนน"), ("i13", "มอบหมายงาน", "70.5"), mean)
    found = read(*analysis(*blocks, line(f"ตัวชี้วัดที่ 3 {NAMES[2]}"), questions))
    scores = [tuple(row[name].text for name in ("indicator", "score")) for row in found.rows["scores"]]
    assert (scores, "total" in found.general) == ([("1", "81.10"), ("2", "82.10"), ("3", "70.50")], False)
    assert [row["previous"].text for row in found.rows["scores"] if "previous" in row] == ["71.10", "72.10"]


def test_a_mean_of_one_instrument_is_no_total_and_two_totals_are_marked() -> None:
    own = [(name, "80") for name in NAMES[:5]]
    heads = ("ตัวชี้วัด", "คะแนน")
    found = read(*analysis(table(heads, *own, ("คะแนนเฉลี่ย", "80.00")), table(heads, ("คะแนนรวม", "85.10"))))
    assert [(found.general[name].text, found.general[name].doubt) for name in ("IIT", "total")] == [
        ("80.00", ""),
        ("85.10", ""),
    ]
    found = read(*analysis(table(heads, *own[:3], ("คะแนนเฉลี่ย", "80.00")), table(heads, ("คะแนนรวม", "85.10"))))
    assert (found.general["total"].text, found.general["total"].doubt) == ("80.00", TWO_TOTALS)


@pytest.mark.parametrize(
    "typed", ["ร้อยละ 82.11", "82.11 (B)", "๘๒.๑๑ ↓", "82.11/100", "82.11 % (ระดับ B)", "82.11 คะแนน"]
)
def test_a_score_is_read_with_what_stands_around_it(typed: str) -> None:
    found = read(*analysis(table(("ตัวชี้วัด", "คะแนน"), (NAMES[0], typed))))
    assert [arabic_digits(row["score"].text) for row in found.rows["scores"]] == ["82.11"]


def test_an_indicator_of_an_instrument_is_not_the_text_of_that() -> None:
    lines = ("๑. จุดแข็ง", f"(๑) ตัวชี้วัด{NAMES[8]} ได้คะแนนร้อยละ ๙๓.๖๘ จากแบบตรวจ OIT ซึ่งเปิดเผยข้อมูลครบถ้วน")
    assert [row["key"].text for row in read(*analysis(*lines)).rows["overrides"]] == ["9"]


def test_a_level_may_stand_on_a_row_of_its_own() -> None:
    level = RULES.levels.steps[1].name
    found = read(*analysis(table(("ตัวชี้วัด", "คะแนน"), (NAMES[0], "80"), ("คะแนนรวม", "85"), ("ระดับ", level))))
    assert found.general["level"].text == level


def test_a_total_begins_a_paragraph_of_its_own() -> None:
    text = "การป้องกันการทุจริต ได้ 87.50 คะแนน ซึ่งสะท้อนว่าหน่วยงานป้องกันการทุจริต"
    lines = [line(text, indent=36.0), line("คะแนนรวมเฉลี่ย 81.39 คะแนน", indent=0.0)]
    found = read(*analysis(*lines))
    assert found.rows["overrides"][-1]["text"].text.endswith("ป้องกันการทุจริต")
    assert found.general["total"].text == "81.39"


def test_numbers_of_a_list_and_of_an_instrument_are_none_of_indicators() -> None:
    found = read(
        *analysis(
            "1) การเปิดเผยข้อมูล มีคะแนน 88.55 เว็บไซต์มีข้อมูลครบถ้วน",
            "2) ตัวชี้วัดการใช้งบประมาณ ร้อยละ 81.55 บุคลากรไม่ทราบแผน",
            "ตัวชี้วัดที่ 1 คุณภาพการดำเนินงาน ได้ 85.00 คะแนน",
        )
    )
    assert [(row["indicator"].text, row["score"].text) for row in found.rows["scores"]] == [
        ("2", "81.55"),
        ("6", "85.00"),
        ("9", "88.55"),
    ]
    assert marked(found) == []


def test_a_table_for_each_indicator_has_that_of_the_line_above_it() -> None:
    heads = ("จุดอ่อน", "มาตรการ/แนวทาง", "ระยะเวลา", "ผู้รับผิดชอบ", "การติดตามผล")
    blocks: list[Block] = [
        *title("มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2567", "เทศบาลเมืองสวนขวัญ"),
        line("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"),
        table(heads, ("บริการช้า", "1. ปรับขั้นตอน|2. อบรม", "ม.ค. 67", "กองคลัง", "ติดตามทุก 6 เดือน")),
        line("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"),
        table(heads, ("คิวยาว", "จัดคิว", "ก.พ. 67", "กองช่าง", "รายงานทุกไตรมาส")),
    ]
    found = read(*blocks)
    assert [texts(row) for row in found.rows["measures"]] == [
        {
            "indicator": "1",
            "indicator_name": "การปฏิบัติหน้าที่",
            "actions": "ปรับขั้นตอน\nอบรม",
            "follow_ups": "ติดตามทุก 6 เดือน",
            "frequency": "ทุก 6 เดือน",
            "period": "ม.ค. 67",
            "responsible": "กองคลัง",
        },
        {
            "indicator": "6",
            "indicator_name": "คุณภาพการดำเนินงาน",
            "actions": "จัดคิว",
            "follow_ups": "รายงานทุกไตรมาส",
            "frequency": "ทุกไตรมาส",
            "period": "ก.พ. 67",
            "responsible": "กองช่าง",
        },
    ]
    assert [texts(row) for row in found.rows["overrides"]] == [
        {"key": "1", "text": "บริการช้า"},
        {"key": "6", "text": "คิวยาว"},
    ]
    assert found.general["name"].text == "เทศบาลเมืองสวนขวัญ"
    assert (marked(found), unused(found, *blocks)) == ([], [])


def test_a_page_that_cuts_a_row_within_the_name_and_a_page_of_one_cell_alone_are_put_together() -> None:
    found = read(
        *MEASURES_TITLE,
        table(HEADS, ("ตัวชี้วัดที่ ๕ การ", "ได้ ๘๐.๐๐ คะแนน ผู้บริหาร", "- ประกาศ", "- รายงานการ", "กองคลัง")),
        table(HEADS, ("แก้ไขปัญหาการทุจริต", "ต้องกำกับ", "นโยบาย", "รับของขวัญ|- ปีละ ๒ ครั้ง", "")),
        line("อย่างจริงจัง"),
        table(("", "และต่อเนื่อง", "", "", "")),
    )
    assert [texts(row) for row in found.rows["measures"]] == [
        {
            "indicator": "5",
            "indicator_name": "การแก้ไขปัญหาการทุจริต",
            "actions": "ประกาศนโยบาย",
            "follow_ups": "รายงานการรับของขวัญ",
            "frequency": "ปีละ ๒ ครั้ง",
            "responsible": "กองคลัง",
        }
    ]
    assert found.rows["overrides"][0]["text"].text == "ได้ ๘๐.๐๐ คะแนน ผู้บริหารต้องกำกับอย่างจริงจังและต่อเนื่อง"


def test_a_row_that_names_two_indicators_is_marked_in_every_cell() -> None:
    row = ("ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต|ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "", "- ประกาศ", "- ทุกเดือน", "กองคลัง")
    found = read(*MEASURES_TITLE, table(HEADS, row))
    assert marked(found) == [cell.text for cell in found.rows["measures"][0].values()]


def test_a_list_of_people_in_a_document_is_one_too() -> None:
    people = table(
        ("ที่", "ชื่อ - สกุล", "ตำแหน่ง"), ("๑", "นายสมชาย ใจดี", "นิติกรชำนาญการ"), ("๒", "นางสมหญิง รักไทย", "นักวิชาการคลัง")
    )
    found = read(line("บัญชีรายชื่อบุคลากร"), people)
    assert (found.kind, [row["first_name"].text for row in found.rows["seats"]]) == ("people", ["สมชาย", "สมหญิง"])


def test_a_table_that_ends_with_an_empty_row_is_read() -> None:
    row = ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "", "- ประกาศ", "- ทุกเดือน", "กองคลัง")
    found = read(*MEASURES_TITLE, table(HEADS, row, ()), line("หมายเหตุ"))
    assert [one["actions"].text for one in found.rows["measures"]] == ["ประกาศ"]


def test_measures_under_heads_of_their_own_with_ticked_quarters() -> None:
    """The column of indicators is known by what stands in it; one of what shows success is none."""
    head = ("ประเด็นที่แก้ไข", "กิจกรรม", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ผู้รับผิดชอบ", "ตัวชี้วัดความสำเร็จ")
    blocks = table(
        head,
        ("การใช้งบประมาณ", "เผยแพร่แผน", "", "✓", "✓", "กองคลัง", "เผยแพร่ครบ"),
        ("การใช้อำนาจ", "ประชุมชี้แจง", "/", "", "", "สำนักปลัด", "เข้าร่วมครบ"),
    )
    found = read(*MEASURES_TITLE, blocks)
    assert [tuple(texts(row).values()) for row in found.rows["measures"]] == [
        ("2", "การใช้งบประมาณ", "เผยแพร่แผน", "ไตรมาส 2, ไตรมาส 3", "กองคลัง"),
        ("3", "การใช้อำนาจ", "ประชุมชี้แจง", "ไตรมาส 1", "สำนักปลัด"),
    ]
    assert [one for one in unused(found, blocks) if one != "✓"] == ["เผยแพร่ครบ", "เข้าร่วมครบ"]


def test_marks_and_merged_cells_say_what_stands_above_in_the_column() -> None:
    head = ("ตัวชี้วัด", "มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ", "การติดตามผล", "งบประมาณ")
    merged = cell("", continued=True)
    found = read(
        *MEASURES_TITLE,
        table(
            head,
            ("การปฏิบัติหน้าที่", "จัดทำคู่มือ", "ต.ค. 66", "สำนักปลัด", "รายงานทุก 6 เดือน", "5,000"),
            (merged, "อบรม", "ม.ค. 67", merged, merged, merged),
            ("การใช้อำนาจ", "ประกาศ", '-"-', "กองคลัง", "”", "-"),
        ),
    )
    assert [texts(row) for row in found.rows["measures"][1:]] == [
        {
            "indicator": "1",
            "indicator_name": "การปฏิบัติหน้าที่",
            "actions": "อบรม",
            "follow_ups": "รายงานทุก 6 เดือน",
            "frequency": "ทุก 6 เดือน",
            "responsible": "สำนักปลัด",
            "period": "ม.ค. 67",
        },
        {
            "indicator": "3",
            "indicator_name": "การใช้อำนาจ",
            "actions": "ประกาศ",
            "follow_ups": "รายงานทุก 6 เดือน",
            "frequency": "ทุก 6 เดือน",
            "responsible": "กองคลัง",
            "period": "ม.ค. 67",
        },
    ]
    assert marked(found) == []


def test_a_row_with_a_period_of_its_own_is_a_measure_whose_empty_cells_are_as_above_and_marked() -> None:
    head = ("ตัวชี้วัด", "มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ", "การติดตามผล")
    rows = (
        ("การใช้งบประมาณ", "เผยแพร่แผน", "ตลอดปี", "กองคลัง", "รายงานปีละ 2 ครั้ง"),
        ("", "เผยแพร่ผลจัดซื้อ", "ทุกเดือน", "", ""),
    )
    first, second = read(*MEASURES_TITLE, table(head, *rows)).rows["measures"]
    assert (first["actions"].text, first["period"].text) == ("เผยแพร่แผน", "ตลอดปี")
    assert {name: cell.text for name, cell in second.items()} == {
        **texts(first),
        "actions": "เผยแพร่ผลจัดซื้อ",
        "period": "ทุกเดือน",
    }
    assert [name for name, cell in second.items() if cell.doubt] == ["follow_ups", "frequency", "responsible"]


def test_a_measure_of_a_question_is_one_of_its_indicator_and_marked() -> None:
    (row,) = read(*MEASURES_TITLE, table(HEADS, ("i7", "", "เผยแพร่แผน", "ทุกเดือน", "กองคลัง"))).rows["measures"]
    assert (row["indicator"].text, bool(row["indicator"].doubt)) == ("2", True)


def test_a_row_that_counts_columns_and_one_of_a_total_are_no_measures() -> None:
    rows = (
        ("(๑)", "(๒)", "(๓)", "(๔)", "(๕)"),
        ("การใช้อำนาจ", "ช้า", "ประกาศ", "ทุกเดือน", "กองคลัง"),
        ("รวม", "", "", "", ""),
    )
    blocks = table(HEADS, *rows)
    found = read(*MEASURES_TITLE, blocks)
    assert [row["actions"].text for row in found.rows["measures"]] == ["ประกาศ"]
    assert unused(found, blocks) == ["รวม"]


def test_a_state_that_is_ticked_is_that_of_its_column() -> None:
    heads = ("ตัวชี้วัด", "มาตรการ", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ", "ผลการดำเนินการ")
    rows = (("การใช้อำนาจ", "ประกาศ", "", "✓", "", "รอลงนาม"), ("การใช้งบประมาณ", "เผยแพร่แผน", "", "", "/", "ยังไม่มี"))
    blocks = table(heads, *rows)
    found = read(*title("รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"), blocks)
    states = [(row["indicator"].text, row["status"].text) for row in found.rows["results"]]
    assert states == [("3", "อยู่ระหว่างดำเนินการ"), ("2", "ยังไม่ดำเนินการ")]
    assert unused(found, blocks) == []


def test_results_may_stand_behind_what_they_are() -> None:
    lines = [
        line(f"ตัวชี้วัดที่ 3 {NAMES[2]}"),
        line("มาตรการ : ประกาศ"),
        line("ผลการดำเนินการ : แล้วเสร็จ"),
        line("ปัญหา/อุปสรรค : ไม่มี"),
    ]
    found = read(*title("รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"), *lines)
    assert [texts(row) for row in found.rows["results"]] == [
        {"indicator": "3", "action": "ประกาศ", "result": "แล้วเสร็จ", "problem": "ไม่มี"}
    ]


def test_what_a_result_has_with_the_one_above_is_said_of_both() -> None:
    merged = cell("", continued=True)
    rows = (("การใช้อำนาจ", "ประกาศ", "แจ้งเวียน", "ไม่มี"), (merged, "อบรม", "อบรมแล้ว", merged))
    heads = ("ตัวชี้วัด", "มาตรการ", "ผลการดำเนินการ", "ปัญหา/อุปสรรค")
    found = read(*title("รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2567"), table(heads, *rows))
    assert [row["problem"].text for row in found.rows["results"]] == ["ไม่มี", "ไม่มี"]


LABELS = ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "การติดตาม")
SAID = ("จัดทำคู่มือ", "แจ้งเวียน", "กองคลัง", "ต.ค. 66", "รายงานทุกไตรมาส")


@pytest.mark.parametrize("in_table", [True, False])
def test_heads_may_stand_before_what_they_are_of(in_table: bool) -> None:
    ending = [line("(นายสมชาย ใจดี)"), line("ปลัดเทศบาล")]
    blocks = list[Block]()
    for name in NAMES[:2]:
        lines = [line(f"{label} : {text}") for label, text in zip(LABELS, SAID, strict=True)]
        lines.insert(1, line("และเผยแพร่"))
        blocks += [line(f"๑. {name}"), *([table(*zip(LABELS, SAID, strict=True))] if in_table else lines)]
    found = read(*MEASURES_TITLE, *blocks, *ending)
    expected = {
        "actions": "จัดทำคู่มือ" if in_table else "จัดทำคู่มือ\nและเผยแพร่",
        "follow_ups": "รายงานทุกไตรมาส",
        "frequency": "ทุกไตรมาส",
        "responsible": "กองคลัง",
        "steps": "แจ้งเวียน",
        "period": "ต.ค. 66",
    }
    assert [{name: cell.text for name, cell in row.items() if name in expected} for row in found.rows["measures"]] == [
        expected,
        expected,
    ]
    assert unused(found, *blocks, *ending) == [one.text for one in ending]


def test_a_label_that_a_pdf_joined_to_the_line_before_it_is_one() -> None:
    first, second = "วิธีดำเนินการ: ๑) ประชุม ๒) ชี้แจง", "ผู้รับผิดชอบ: ๑) กองคลัง ๒) กองช่าง ข้อ ๓) ๔) สภา"
    heading = line("มาตรการที่ ๑ จัดทำคู่มือ (ตัวชี้วัดที่ ๒ การใช้งบประมาณ)")
    joined = line(first + second, starts=(len(first),))
    (row,) = read(*MEASURES_TITLE, heading, joined, line("ระยะเวลา: ตลอดปี")).rows["measures"]
    said = {name: cell.text for name, cell in row.items() if name in ("actions", "steps", "responsible", "period")}
    assert said == {
        "actions": "จัดทำคู่มือ",
        "steps": "๑) ประชุม ๒) ชี้แจง",
        "responsible": "กองคลัง\nกองช่าง ข้อ ๓) ๔) สภา",
        "period": "ตลอดปี",
    }


def test_lines_of_a_pdf_that_go_on_are_one_step_and_a_period_of_two_rows_is_marked() -> None:
    torn = cell([line("1. ประชุม", ended=False), line("ชี้แจง"), line("2. แจ้งเวียน", ended=False), line("3. สรุป")])
    page = [replace(line(text), origin=OldPlace("เก่า.pdf", 9, 1)) for text in ("ตรวจสอบ", "ทุกเดือน")]
    found = read(
        *MEASURES_TITLE,
        table(
            ("ตัวชี้วัด", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ"),
            ("การใช้อำนาจ", "ประกาศ", torn, "ตลอดปี", "กองคลัง"),
            ("", cell(page[:1]), "", cell(page[1:]), ""),
        ),
    )
    (row,) = found.rows["measures"]
    assert row["steps"].text == "1. ประชุมชี้แจง\n2. แจ้งเวียน\n3. สรุป"
    assert (row["period"].text, row["period"].doubt) == ("ตลอดปีทุกเดือน", OF_TWO_ROWS)


def test_heads_beside_quarters_stand_over_their_own_columns() -> None:
    merged = cell("", continued=True)
    head = (cell("ตัวชี้วัด"), cell("มาตรการ"), cell("ระยะเวลาดำเนินการ", 2), cell("งบประมาณ"), cell("ผู้รับผิดชอบ"))
    below = (merged, merged, cell("ไตรมาส 1"), cell("ไตรมาส 2"), merged, merged)
    found = read(*MEASURES_TITLE, table(head, below, ("การใช้งบประมาณ", "เผยแพร่แผน", "", "✓", "5,000", "กองคลัง")))
    (row,) = found.rows["measures"]
    assert [row[name].text for name in ("period", "budget", "responsible")] == ["ไตรมาส 2", "5,000", "กองคลัง"]


def test_quarters_below_a_head_of_their_own() -> None:
    head = (cell("ตัวชี้วัด"), cell("มาตรการ"), cell("ระยะเวลาดำเนินการ (ไตรมาส)", 2), cell("ผู้รับผิดชอบ"))
    below = (cell("", continued=True), cell("", continued=True), cell("1"), cell("2"), cell("", continued=True))
    found = read(*MEASURES_TITLE, table(head, below, ("การใช้งบประมาณ", "เผยแพร่แผน", "", "✓", "กองคลัง")))
    (row,) = found.rows["measures"]
    assert (row["period"].text, row["responsible"].text) == ("ไตรมาสที่ 2", "กองคลัง")


def test_scores_with_codes_of_indicators_below_what_stands_over_the_table() -> None:
    """A total above the heads is read, and a score that is none is left for people."""
    names = dict(enumerate(NAMES, start=1))
    codes = {one: f"{'i' if one < 6 else 'e' if one < 9 else 'o'}{one}" for one in names}
    rows = [(codes[one], name, "ไม่มีข้อมูล" if one == 5 else "90.5") for one, name in names.items()]
    sheet = replace(table(("ผลคะแนนรวม", "88.45", ""), ("No.", "Indicator", "Score"), *rows), sheet="สรุป")
    found = read(sheet)
    assert [row["indicator"].text for row in found.rows["scores"]] == [str(one) for one in names if one != 5]
    assert (found.general["total"].text, found.rows["questions"]) == ("88.45", [])
    assert unused(found, sheet) == ["i5", NAMES[4], "ไม่มีข้อมูล"]


def test_a_sheet_without_heads_may_have_instruments_before_its_names() -> None:
    rows = (
        ("IIT การปฏิบัติหน้าที่", "94.44"),
        ("IIT: การใช้งบประมาณ", "82"),
        ("EIT คุณภาพการดำเนินงาน", "84"),
        ("OIT", "91.25"),
    )
    found = read(replace(table(*rows), sheet="คะแนน"))
    scores = [(row["indicator"].text, row["score"].text) for row in found.rows["scores"]]
    assert scores == [("1", "94.44"), ("2", "82"), ("6", "84")]
    assert {name: cell.text for name, cell in found.general.items()} == {"OIT": "91.25"}


def test_the_office_on_a_line_of_the_title_ends_before_the_year() -> None:
    title_lines = title("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", "องค์การบริหารส่วนจังหวัดสมมุติ ประจำปีงบประมาณ พ.ศ. 2567")
    found = read(*title_lines, line("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 90.5 คะแนน"))
    assert found.general["name"].text == "องค์การบริหารส่วนจังหวัดสมมุติ"
    apart = [replace(one, centred=False) for one in title_lines if isinstance(one, OldParagraph)]  # as in a PDF
    found = read(*apart, line("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 90.5 คะแนน"))
    assert (found.general["name"].text, unused(found, *apart)) == ("องค์การบริหารส่วนจังหวัดสมมุติ", [])


def test_what_a_chart_says_between_names_of_indicators_is_no_text_of_theirs() -> None:
    sentence = f"ตัวชี้วัดที่ ๒ {NAMES[1]} ได้ ๘๔.๘๘ คะแนน ซึ่งสะท้อนว่า หน่วยงานใช้จ่ายงบประมาณคุ้มค่า"
    chart = (f"๑. {NAMES[0]}", f"๒. {NAMES[1]}\t๒๕", f"๓. {NAMES[2]}", "คะแนนปี ๒๕๖๕\tคะแนนปี ๒๕๖๖ (แท่งสีเข้ม)")
    found = read(*analysis(*chart, sentence))
    assert [texts(row) for row in found.rows["overrides"]] == [
        {"key": "2", "text": "ได้ ๘๔.๘๘ คะแนน ซึ่งสะท้อนว่า หน่วยงานใช้จ่ายงบประมาณคุ้มค่า"}
    ]


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("เมื่อเทียบกับปีงบประมาณ พ.ศ. ๒๕๖๔ ซึ่งได้ ๘๘.๓๐ คะแนน มีคะแนนเพิ่มขึ้น ๒.๖๔ คะแนน", "88.30"),
        ("เพิ่มขึ้นจากปี 2564 ที่ได้คะแนน 88.3", "88.3"),
        ("ลดลงจากปี พ.ศ. 2564 ซึ่งมีคะแนนร้อยละ 100", "100"),
        ("ปี 2563 ได้ 70.10 ปี 2564 ได้ 80.20 ปี 2565 ได้ 90.94 คะแนน", "80.20"),
        ("เพิ่มขึ้นจากปีที่ผ่านมาซึ่งได้ 88.30 คะแนน", "88.30"),
        ("ผลการประเมินปีที่ผ่านมาได้ 90.94 คะแนน", ""),  # may be the year's own
        ("ได้คะแนนเท่ากับปีงบประมาณ พ.ศ. ๒๕๖๔", "90.94"),
        ("ได้คะแนนเท่ากับของปีก่อน", "90.94"),
        ("ได้คะแนนเท่ากับปี 2563", ""),
        ("เพิ่มขึ้นจากปี 2564 เท่ากับ 2.64 คะแนน", ""),
        ("ปี 2564 ได้ 101 คะแนน", ""),
        ("ปี 2564 ซึ่งมี 3 ข้อที่ต่ำ", ""),
        ("เทียบกับปี 2563 ซึ่งได้ 88.30 คะแนน", ""),
    ],
)
def test_what_a_text_says_of_last_years_score(text: str, previous: str) -> None:
    assert previous_of(text, "90.94", load(2565)) == previous


@pytest.mark.parametrize(
    ("pages", "second", "texts"),
    [
        ((1, 2), "แพร่", ["จัดทำรายงาน", "และเผยแพร่"]),
        ((1, 2), "กองคลัง", ["จัดทำรายงาน", "และเผย", "กองคลัง"]),
        ((1, 1), "แพร่", ["จัดทำรายงาน", "และเผย", "แพร่"]),
    ],
)
def test_a_word_that_the_end_of_a_page_cuts_in_a_cell_is_whole(
    pages: tuple[int, int], second: str, texts: list[str]
) -> None:
    above = [OldParagraph(text, OldPlace("ก.pdf", 1, pages[0])) for text in ("จัดทำรายงาน", "และเผย")]
    below = [OldParagraph(second, OldPlace("ก.pdf", 1, pages[1]), ended=False)]
    found = gone_on(above, below)
    assert ([one.text for one in found], found[-1].ended) == (texts, False)
