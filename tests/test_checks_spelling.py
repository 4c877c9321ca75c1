"""Damaged words are told, each with the right one; sound words and names of places are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import made
import thaipages
from checked import reported
from ita_docs.checks import of_wording
from ita_docs.checks.cells import Cell
from ita_docs.framework.words.spelling import Spelling
from ita_docs.model import Source

UNKNOWN = "word-unknown"
WORDS = Path(thaipages.__file__).parent / "dictionaries" / "thai_words.txt"


def told(text: str, field: str = "text") -> list[tuple[str, str]]:
    return [(one.kind, one.found) for one in of_wording(Cell(Source(), field, text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("กาหนดแนวทางการดาเนินงานของสานักงาน", ["กาหนด", "ดาเนินงาน", "สานักงาน"]),
        ("จัดทาแผนและนาเสนอผล", ["จัดทา", "นาเสนอ"]),
        ("กาไร", ["กาไร"]),
        ("คาสั่งแต่งตั้งคณะทางานประจาปี", ["คาสั่ง", "คณะทางาน", "ประจาปี"]),
        ("อานวยความสะดวกแก่ผู้รับบริการ", ["อานวยความสะดวก"]),
        ("กำรให้บริการ", ["กำร"]),
        ("ว่ำด้วยการรับเงิน", ["ว่ำ"]),
        ("มอบหมายงำนธุรการ", ["งำนธุรการ"]),
        ("พิจำรณำและทรำบว่ำดี", ["พิจำรณำ", "ทรำบ", "ว่ำ"]),
        ("มำตรการป้องกันปัญหำ", ["มำตรการ", "ปัญหำ"]),
        ("เจาหนาที่ของหนวยงาน", ["หนาที่", "หนวยงาน"]),
        ("ตรวจสอบทรัพยสินอย่างเครงครัด", ["ทรัพยสิน", "อย่างเครงครัด"]),
        ("ประชาสัมพันธ์ให้ทั้วถึง", ["ทั้วถึง"]),
        ("กำหนดนโนบาย", ["นโนบาย"]),
        ("มีหน้าทื่รายงาน", ["หน้าทื่"]),
        ("จัดประชุมเพื่อไห้ทราบ", ["เพื่อไห้"]),
        ("ผุ้บริหารกำกับ", ["ผุ้"]),
        ("พัฒนาบุคลาการ", ["บุคลาการ"]),
        ("ดำเนิการตามแผน", ["ดำเนิการ"]),
        ("ตามหลักเกณฑที่กำหนด", ["หลักเกณฑ"]),
        ("เพื่อประโยชน์และประโยชนของผู้รับ", ["ประโยชน"]),
        ("ปฏิบบัติงานร่วมกัน", ["ปฏิบบัติงาน"]),
        ("กำหนดมารตการ", ["มารตการ"]),
        ("อาคารสถาบ้น", ["สถาบ้น"]),
        ("ปฎิบัติตามระเบียบฯ ฉบับเดิม", ["ปฎิ"]),
        ("รายงานผลการประเมนิ คณุธรรม", ["ประเมนิ", "คณุธรรม"]),
        ("เพื่อความโปรง่ใส", ["ความโปรง่ใส"]),
        ("สรุปปัญหาและอุปสรรค์", ["อุปสรรค์"]),
        ("มอบหมายผู้รับผิดขอบ", ["ผู้รับผิดขอบ"]),
        ("อำนวนความสะดวก", ["อำนวนความสะดวก"]),
    ],
)
def test_damaged_words_are_told_each_with_the_right_one(text: str, found: list[str]) -> None:
    assert told(text) == [("misspelling", one) for one in found]


@pytest.mark.parametrize(("text", "right"), [("ให้กำับใน", "กำกับ"), ("ให้สำนกใน", "สำนัก"), ("ให้จำองใน", "จำนอง")])
def test_what_two_words_may_have_become_is_told_with_the_same_one_in_every_run(text: str, right: str) -> None:
    found = [one.hint for one in of_wording(Cell(Source(), "text", text)) if one.kind == "misspelling"]
    assert found == [f"คำที่ถูกต้องคือ “{right}”"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("ทุกหน่วย งานต้องรายงาน", "word-torn", "หน่วย งาน"),
        ("ตามระเบีย บพนักงาน", "word-torn", "ระเบีย บ"),
        ("ให้ครบ 24 กระ บวนงาน", "word-torn", "กระ บวนงาน"),
        ("เจ้า หน้าที่ผู้รับผิดชอบ", "word-torn", "เจ้า หน้าที่"),
        ("กำชับให้หน่วย\nงานในสังกัดปฏิบัติ", "word-torn-by-line", "หน่วย ⏎ งาน"),
        ("ชี้แจงแก่บุคลากร\nประชุมคณะทำ\nงานทุกเดือน", "word-torn-by-line", "คณะทำ ⏎ งาน"),
        ("ส่งเสริม คุณธรรม ใน หน่วยงาน ของ รัฐ", "words-spaced", "หน่วยงาน ของ รัฐ"),
        ("คุณธรรม ใน หน่วยงาน ที่ดี", "words-spaced", "คุณธรรม ใน หน่วยงาน"),
        ("เว็บไซต์ของของหน่วยงาน", "doubled-words", "ของ"),
        ("รายงานทุกทุกฝ่าย", "doubled-words", "ทุก"),
        ("การ ประเมินผล", "words-spaced", "การ ประเมินผล"),
        ("ยกระดับ ความ โปร่งใส", "words-spaced", "ยกระดับ ความ โปร่งใส"),
        ("ตนไมใหญนอยลวนตองชวยกันเฝาดูแลรักษา", "tone-marks-lost", "ตนไมใหญนอยลวนตอง"),
        ("ไม ตนไมใหญนอยลวนตองชวยกันเฝาดูแลรักษา", "tone-marks-lost", "ตนไมใหญนอยลวนตอง"),
        ("กๅรปฏิบัติงาน", "letter-not-thai", "กๅรปฏิบัติงาน"),
        ("ทุกฺคน", "letter-not-thai", "ทุกฺคน"),
        ("ให้ฅนทราบ", "letter-not-thai", "ให้ฅนทราบ"),
        ("จัดทํแผน", "letter-not-thai", "จัดทํแผน"),
        ("ตามที่ ป.ป.ช กำหนด", "abbreviation-dot", "ป.ป.ช"),
        ("ตาม พ.ร.บ ข้อมูลข่าวสาร", "abbreviation-dot", "พ.ร.บ"),
        ("ภายใน มี.ค 2566", "abbreviation-dot", "มี.ค"),
        ("ต.ค. 2565 – กย. 2566", "misspelling", "กย."),
        ("ตค ๖๕ ถึง ก.ย. ๖๖", "misspelling", "ตค"),
        ("จัดประชุม ณ ณ ห้องประชุม", "doubled-words", "ณ"),
        ("ให้เป็นไปตามคู่มือการปฏิบั", "text-unfinished", "ปฏิบั"),
        ("ตามระยะเวลาที่กำหน", "text-unfinished", "กำหน"),
        (f"{'เพื่อให้ประชาชนทราบ ' * 12}ให้หน่วยงานดำเนินการต", "text-unfinished", "ดำเนินการต"),
        ("ปรับปรุงข้อมูล;", "text-unfinished", ";"),
        ("เผยแพร่แผนให้บุคลากรทราบในการ", "text-unfinished", "การ"),
        ("เผยแพร่แผนเพื่อให้เกิดความ", "text-unfinished", "ความ"),
        ("ดำเนินการตามคู่มืออย่าง", "text-unfinished", "อย่าง"),
        ("เผยแพร่แผนของหน่วยงานผ่านทาง", "text-unfinished", "ผ่านทาง"),
        ("เผยแพร่แผน เช่น", "text-unfinished", "เช่น"),
        ("จัดทำแผนประจำปีงบประมาณ พ.ศ. ๒๕", "text-unfinished", "พ.ศ. ๒๕"),
        ("และผลการใช้จ่ายให้บุคลากรทราบ", "text-without-beginning", "และผล"),
        ("ของหน่วยงานให้ประชาชนทราบ", "text-without-beginning", "ของหน่วยงาน"),
        ("มและคุ้มครองผู้บริโภคในพื้นที่", "text-without-beginning", "มและ"),
        ("สรุปรายงานรายงานผล", "doubled-words", "รายงาน"),
        ("ทุกหน่วยงานหน่วยงานละหนึ่งคน", "doubled-words", "หน่วยงาน"),
        ("ต้องตรวจสอบได้ตรวจสอบได้", "doubled-words", "ตรวจสอบได้"),
    ],
)
def test_what_else_damages_a_text_is_told(text: str, kind: str, found: str) -> None:
    assert (kind, found) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ชาวนาเสนอให้เปิดทางานวัด",
        "ผลิตพอดแคสต์ “พัฒนาชนบท Talk”",
        "เพื่อเพื่อนร่วมงาน เจ้าหน้าที่หน้าห้อง คณะทำงานทำงานร่วมกัน ข้อความความถี่ คณะกรรมการกรรมการ",
        "การรับของของขวัญ ทะเบียนของของกลาง สภาพของของใช้",
        "จัดทำ ให้เสร็จ ผู้นำ เข้าร่วม แผนงาน โครงการ กิจกรรม",
        "ปกครอง ทะเบียน โยธา รายได้ การศึกษา การคลัง และ เทศกิจ",
        "ประชาชนในพื้นที่แจระแมมีส่วนร่วม ตระกาจจัดประชุม ตำบลลอจำกัดค่ำน้ำ",
        "ประชุม ณ วัดจำปาวาส",
        "เปิดเผยข้อมูลให้ครบถ้วนทุกรายการ",
        "ตอบข้อซักถามภายใน ๓ วันทำการ",
        "มอบหมายกองโยธาธิการ",
        "แยกเก็บเอกสารไว้คนละที่",
        "ซ่อมครุภัณฑ์ทุกอย่าง",
        "ของขวัญและของกำนัลต้องรายงาน",
        "ตัวแบ่งหน้า",
        "ส่งเสริมการอ่านต่อเนื่อง ดูเพิ่มเติมได้ที่เว็บไซต์",
        "ร้องไห้ ทื่อ ฤๅษี ลำลูกกาจัดงาน เสาไห้มีตลาด",
        "ป.ป.ช. พ.ศ. 2566 อ.เมือง จ.เลย กม.ที่ 5 น.ส.ปิยะ",
        "หนังสือที่ มค 72901/214 และที่ พย 0017.1/25 และที่ กพ 5201/66",
        "องค์การบริหารส่วนตำบลกกสะทอน นครชุมน์ ประกาศเกียรติคุณ",
        "คะแนนของปีงบประมาณ พ.ศ. 2565 สรุปผลการประเมิน",
    ],
)
def test_sound_texts_are_no_fault(text: str) -> None:
    assert [one for one in told(text) if one[0] != UNKNOWN] == []  # a name of a place may be noted


@pytest.mark.soak
def test_words_of_the_dictionary_and_official_words_side_by_side_are_sound() -> None:
    draw = random.Random(12)
    words = [one for one in WORDS.read_text(encoding="utf-8").split() if "\u0e3a" not in one]
    official = Spelling.load().words
    texts = [*draw.sample(words, 3000), *("".join(draw.sample(official, 4)) for _ in range(1000))]
    assert [text for text in texts if {kind for kind, _ in told(text)} & {"word-torn", "tone-marks-lost"}] == []
    damaged = [text for text in texts for kind, found in told(text) if kind == "misspelling" and found not in LISTED]
    assert damaged == []


LISTED = (
    "ลิงค์",
    "พัสดุ์",
    "คลินิค",
    "คลีนิค",
    "คลีนิก",
    "ดิจิตอล",
    "ลายเซ็นต์",
    "สัมนา",
    "วีดีโอ",
    "อัพเดท",
    "อัพเดต",
    "บุคคลิก",
    "สาธารณะสุข",
    "สาธารณะประโยชน์",
)
"""Wrong forms of the list of misspellings that the dictionary has, or two words side by side."""


def test_names_of_people_are_not_looked_at() -> None:
    assert told("กาหนด", "first_name") == told("สานักงาน", "signatory_last_name") == []


def test_damaged_words_are_told_at_their_cells() -> None:
    whole = made.with_record(made.submission(), "measures", 0, steps="กาหนดแผน")
    whole = made.with_record(whole, "activities", 1, place="ห้องประชุม ณ ณ อาคาร 2")
    assert [one[1:] for one in reported(whole)] == [
        ("misspelling", "มาตรการ", "G2", "กาหนด"),
        ("doubled-words", "กิจกรรม", "D3", "ณ"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("หน่วยงานที่เกี่นวของร่วมประชุม", "หน่วยงานที่เกี่นว"),
        ("วิเคราะห์เหตุกการณ์ด้วยตนเอง", "เหตุกการณ์"),
        ("นำเทคโนโลยีม่ใช้ในการทำงาน", "โลยีม่ใช้ใน"),
        ("ประสานกับ สตง. และ อบต. แล้ว", None),
        ("ประสานกับ สตง และนายกอบต และกกต แล้ว", None),
        ("โดยมี นายกฤษฏ์ ธีรเศรฐ์ เป็นประธาน", None),
        ("ประชุม ณ วัดจันทราวาส", None),
        ("ศูนย์ฯ และอื่น ๆ ฯลฯ", None),
    ],
)
def test_letters_of_no_word_are_noted_but_those_of_names_and_abbreviations(text: str, found: str | None) -> None:
    assert [said for kind, said in told(text) if kind == UNKNOWN] == [found] * (found is not None)


def test_an_unknown_word_is_noted_of_sentences_alone_and_where_nothing_else_is_told() -> None:
    assert told("ที่เกี่นวของ", "position") == []
    assert UNKNOWN not in [kind for kind, _ in told("ที่เกี่นวของกำหนดมารตการ")]
