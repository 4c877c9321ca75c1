"""The tables of scores in the analysis: indicators, instruments and total; questions with the weakest marked."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import docx
import pytest

import made
from ita_docs.framework.load import load
from ita_docs.model import QuestionScore, ScoreTable, Settings, Submission
from ita_docs.workbook.grid import read_grids
from ita_docs.workbook.new import blank
from ita_docs.workbook.schema import schema
from officefiles.opc import unpacked
from test_templates import filled

LEADS = (
    "ผลการประเมินรายเครื่องมือและรายตัวชี้วัด ประจำปีงบประมาณ พ.ศ.\xa0๒๕๖๕ ปรากฏตามตารางดังต่อไปนี้",
    "คะแนนรายข้อของผลการประเมิน ประจำปีงบประมาณ พ.ศ.\xa0๒๕๖๕ ปรากฏตามตารางดังต่อไปนี้",
)


def question(code: str, score: str) -> QuestionScore:
    return QuestionScore(code=code, question=f"คำถามของ {code}", score=Decimal(score))


def printed(whole: Submission, chosen: ScoreTable, **settings: Any) -> tuple[list[str], list[list[list[str]]]]:
    """The paragraphs of the analysis and the cells of its tables."""
    whole = replace(whole, settings=Settings(score_table=chosen, **settings))
    document = docx.Document(io.BytesIO(filled("analysis", whole)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [one.text for one in document.paragraphs], tables


def test_the_table_of_scores() -> None:
    texts, (table,) = printed(made.submission(), ScoreTable.INDICATORS)
    assert [lead in texts for lead in LEADS] == [True, False]
    assert texts.index(LEADS[0]) < next(
        place for place, text in enumerate(texts) if text.startswith("เมื่อนำผลการประเมิน")
    )
    assert table == [
        ["เครื่องมือและตัวชี้วัด", "คะแนน", "ระดับ", "คะแนนปีก่อน", "ผลต่าง"],
        ["IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (น้ำหนักร้อยละ ๓๐)", "๘๘.๐๐", "", "", ""],
        ["๑. การปฏิบัติหน้าที่", "๙๐.๐๐", "จุดแข็ง", "๘๕.๐๐", "+๕.๐๐"],
        ["๒. การใช้งบประมาณ", "๘๘.๐๐", "จุดแข็ง", "๘๐.๑๐", "+๗.๙๐"],
        ["๓. การใช้อำนาจ", "๘๖.๐๐", "จุดแข็ง", "๘๒.๐๐", "+๔.๐๐"],
        ["๔. การใช้ทรัพย์สินของราชการ", "๘๔.๐๐", "จุดที่ควรพัฒนา", "๘๔.๕๐", "-๐.๕๐"],
        ["๕. การแก้ไขปัญหาการทุจริต", "๙๒.๐๐", "จุดแข็ง", "๙๐.๐๐", "+๒.๐๐"],
        ["EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (น้ำหนักร้อยละ ๓๐)", "๘๖.๐๐", "", "", ""],
        ["๖. คุณภาพการดำเนินงาน", "๘๐.๐๐", "จุดที่ควรพัฒนา", "๗๘.๒๕", "+๑.๗๕"],
        ["๗. ประสิทธิภาพการสื่อสาร", "๘๖.๐๐", "จุดแข็ง", "๘๖.๐๐", "๐.๐๐"],
        ["๘. การปรับปรุงระบบการทำงาน", "๙๒.๐๐", "จุดแข็ง", "๙๐.๐๐", "+๒.๐๐"],
        ["OIT แบบตรวจการเปิดเผยข้อมูลสาธารณะ (น้ำหนักร้อยละ ๔๐)", "๙๘.๐๐", "", "", ""],
        ["๙. การเปิดเผยข้อมูล", "๑๐๐", "จุดแข็ง", "๑๐๐", "๐.๐๐"],
        ["๑๐. การป้องกันการทุจริต", "๙๖.๐๐", "จุดแข็ง", "๙๕.๐๐", "+๑.๐๐"],
        ["คะแนนรวม", "๙๑.๔๐", "A", "", ""],
    ]


def test_without_scores_of_last_year_their_columns_are_not_printed() -> None:
    scores = tuple(replace(one, previous=None) for one in made.submission().scores)
    _, (table,) = printed(made.submission(scores=scores), ScoreTable.INDICATORS)
    assert table[0] == ["เครื่องมือและตัวชี้วัด", "คะแนน", "ระดับ"]
    assert table[2] == ["๑. การปฏิบัติหน้าที่", "๙๐.๐๐", "จุดแข็ง"]


def test_the_table_of_questions_marks_the_weakest_of_each_indicator() -> None:
    given = (question("e1", "70"), question("i2", "88.80"), question("i1", "91.20"), question("i3", "88.80"))
    texts, (_, table) = printed(made.submission(questions=given), ScoreTable.QUESTIONS)
    assert texts.index(LEADS[0]) < texts.index(LEADS[1])
    assert table == [
        ["ข้อ", "คำถาม", "คะแนน", "หมายเหตุ"],
        ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"] * 4,
        ["i2", "คำถามของ i2", "๘๘.๘๐", "ต่ำที่สุด"],
        ["i1", "คำถามของ i1", "๙๑.๒๐", ""],
        ["i3", "คำถามของ i3", "๘๘.๘๐", "ต่ำที่สุด"],
        ["ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน"] * 4,
        ["e1", "คำถามของ e1", "๗๐.๐๐", ""],
    ]


def test_questions_of_no_known_indicator_stand_under_their_instrument() -> None:
    given = (question("o7", "90"), question("o1", "100"), question("i1", "91.20"))
    whole = made.submission(fiscal_year=2563, questions=given)
    assert load(2562).instruments[2].indicators[0].questions.last == 0
    _, (_, table) = printed(whole, ScoreTable.QUESTIONS)
    assert [row[0] for row in table[1:]] == ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "i1", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ", "o7", "o1"]
    assert [row[3] for row in table if row[0].startswith("o")] == ["ต่ำที่สุด", ""]


@pytest.mark.parametrize(
    ("chosen", "count"), [(ScoreTable.NONE, 0), (ScoreTable.INDICATORS, 1), (ScoreTable.QUESTIONS, 2)]
)
def test_the_tables_that_were_chosen_are_there(chosen: ScoreTable, count: int) -> None:
    assert len(printed(made.submission(), chosen)[1]) == count


def test_without_scores_of_questions_there_is_no_table_of_them() -> None:
    texts, tables = printed(made.submission(questions=()), ScoreTable.QUESTIONS)
    assert (LEADS[1] in texts, len(tables)) == (False, 1)


def test_a_new_form_shows_the_scores_of_the_indicators() -> None:
    rows = dict(row[:2] for row in read_grids(unpacked(blank(schema(2569))))[0]["ข้อมูลทั่วไป"].rows if len(row) > 1)
    assert (rows["ตารางคะแนนในบทวิเคราะห์"], rows["แนวทางสู่ระดับถัดไป"]) == ("คะแนนรายตัวชี้วัด", "ไม่มี")


def test_the_next_level_stands_after_the_lists() -> None:
    texts, _ = printed(made.submission(), ScoreTable.NONE, next_level=True)
    assert texts[-4].startswith("การยกระดับผลการประเมินของสำนักงานเขตเป็นระดับ “AA”")
    assert texts[-3].startswith("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ต้องเพิ่มขึ้นอย่างน้อย ๑๑.๙๙ คะแนน")
    assert texts[-1] == "ทุกเครื่องมือที่ได้คะแนนต่ำกว่า ๙๓.๐๐ คะแนน ต้องเพิ่มขึ้นเป็น ๙๓.๐๐ คะแนน"


def test_what_to_keep_to_develop_and_to_mend_at_once_stand_in_three_lists() -> None:
    whole = made.with_record(made.submission(), "scores", 3, score=Decimal("70"))
    texts, _ = printed(whole, ScoreTable.NONE)
    leads = ("จุดแข็งที่", "จุดที่ควรพัฒนา ", "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน")
    found = [[n for n, text in enumerate(texts) if text.startswith(one)] for one in leads]
    (keep,), (develop,), (mend,) = found
    assert keep < develop < mend
    assert [text.split()[1] for text in texts[develop + 1 : mend]] == ["๖"]
    assert [text.split()[1] for text in texts[mend + 1 : mend + 2]] == ["๔"]
    assert texts[mend + 2] == "ทั้งนี้ สำนักงานเขตต้องแก้ไขตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ (๗๐.๐๐ คะแนน) เป็นลำดับแรก"


def test_without_anything_to_mend_at_once_the_weaknesses_stand_in_one_list() -> None:
    texts, _ = printed(made.submission(), ScoreTable.NONE)
    (place,) = [n for n, text in enumerate(texts) if text.startswith("จุดที่ควรพัฒนา ")]
    assert [text.split()[1] for text in texts[place + 1 : place + 3]] == ["๖", "๔"]
    assert not [text for text in texts if text.startswith("ข้อบกพร่อง")]


def test_where_nothing_is_strong_or_nothing_weak_the_analysis_says_so() -> None:
    whole = made.submission()
    for score, lead in (("60", "ด้านจุดแข็ง ยังไม่มีตัวชี้วัดใด"), ("90", "ไม่มีตัวชี้วัดใดของสำนักงานเขตที่ได้คะแนนต่ำกว่า")):
        given = replace(whole, scores=tuple(replace(one, score=Decimal(score)) for one in whole.scores))
        texts, _ = printed(given, ScoreTable.NONE)
        assert [text for text in texts if text.startswith(lead)]
