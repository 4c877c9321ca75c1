"""The papers that go with the pack: memo, notice and report say what their lines say, and agree with each other."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import ita_docs
import made
from checked import reported
from ita_docs.analysis import analyse
from ita_docs.checks import check
from ita_docs.checks.papers import check_telephone
from ita_docs.framework.load import load
from ita_docs.model import Layout, Papers, Person, Settings, Submission
from ita_docs.papers.pack import produce
from ita_docs.values import build
from ita_docs.wording import word
from ita_docs.workbook.file import Upload
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.rollover import lines, roll_over
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write
from made_workbook import opened, put, save, sheets
from officefiles.opc import unpacked
from officefiles.text import text_of_part
from schemas import schema_errors
from wordfill.engine import Template

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
GENERAL = "ข้อมูลทั่วไป"
DOTS = "........"
Change = Callable[[Submission], Submission]


def lines_of(name: str, submission: Submission) -> list[str]:
    """The paragraphs of a document."""
    framework, own = load(submission.assessed_year), load(submission.fiscal_year)
    findings = analyse(submission, framework)
    values = build(submission, framework, findings, word(submission, framework, findings, own), own)
    document = Template.load(TEMPLATES / f"{name}_template.docx").render(values).data()
    text = text_of_part(unpacked(document).parts["word/document.xml"])
    return [line.replace("\u00a0", " ") for line in text.split("\n") if line]


def full(**changes: Any) -> Submission:
    return made.submission(papers=made.papers(**changes))


# The documents


def test_a_memo_says_who_owns_and_proposes_the_matter_and_who_considers_it() -> None:
    memo = lines_of("memo", full())
    assert memo[1] == "ส่วนราชการ ฝ่ายปกครอง สำนักงานเขตดอนทราย โทร. ๐ ๒๕๔๑ ๒๕๖๖ ต่อ ๘๙ \t"
    assert memo[2] == "ที่ กท ๖๑๐๑/๑๒๓ \tวันที่ ๒๑ กุมภาพันธ์ ๒๕๖๖ \t"
    start = memo.index("(นางสาวมณีรัตน์ สกุลเดช)")
    assert memo[start + 1] == "นักทรัพยากรบุคคลชำนาญการ"
    considered = [line for line in memo[start + 2 :] if line in full().papers.approvers]
    assert considered == ["หัวหน้าฝ่ายปกครอง", "ผู้ช่วยผู้อำนวยการเขต", "ผู้อำนวยการเขต"]
    assert [line.split()[0] for line in memo if line.startswith(("ความเห็น", "คำสั่ง "))] == ["ความเห็น", "ความเห็น", "คำสั่ง"]


def test_a_memo_left_open_has_dotted_lines_and_nobody_who_considers_it() -> None:
    memo = lines_of("memo", made.submission())
    assert memo[1:3] == ["ส่วนราชการ สำนักงานเขตดอนทราย \t", "ที่ \tวันที่ \t"]
    assert all(DOTS in line for line in memo[-2:])
    assert not [line for line in memo if line.startswith("(ลงชื่อ)")]


def test_a_memo_refers_to_the_order_as_made_and_lists_what_it_brings_along() -> None:
    memo = lines_of("memo", full(results_memo=False))
    assert memo[6].startswith("ตามที่สำนักงานเขตดอนทรายได้มีคำสั่งที่ ๑๒๓/๒๕๖๕ ลงวันที่ ๑๕ พฤศจิกายน ๒๕๖๕ เรื่อง แต่งตั้ง")
    listed = [line.split("\t") for line in memo if line[0] in "๑๒๓๔๕๖"]
    assert [number for number, _ in listed] == ["๑.", "๒.", "๓.", "๔.", "๕.", "๖."]
    assert listed[4][1] == "รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"
    assert listed[5][1].startswith("ร่างประกาศสำนักงานเขตดอนทราย เรื่อง มาตรการ")
    assert any(line.startswith("จึงเรียนมาเพื่อโปรดทราบและพิจารณา หากเห็นชอบ โปรดลงนามในประกาศ") for line in memo)


@pytest.mark.parametrize(
    ("changes", "count"), [({}, 5), ({"activities": ()}, 4), ({"activities": (), "results": ()}, 4)]
)
def test_a_memo_does_not_list_what_is_not_there_or_has_a_memo_of_its_own(changes: dict[str, Any], count: int) -> None:
    memo = lines_of("memo", replace(full(), **changes))
    assert [line[:2] for line in memo if line[0] in "๑๒๓๔๕๖"] == [f"{number}." for number in "๑๒๓๔๕"[:count]]


def test_the_rank_of_who_reports_stands_before_the_signature() -> None:
    report = lines_of("results", full())
    assert report[-5:] == [
        "รายงาน ณ วันที่ ๒๒ พฤศจิกายน ๒๕๖๕",
        "ว่าที่ร้อยตรี",
        "(เอกชัย ไพรสณฑ์)",
        "เจ้าพนักงานเทศกิจปฏิบัติการ",
        "ผู้รายงาน",
    ]
    assert [DOTS in line for line in lines_of("results", made.submission())[-4:]] == [True, True, True, False]


def test_a_notice_has_its_own_date() -> None:
    assert "ประกาศ ณ วันที่ ๒๔ กุมภาพันธ์ พ.ศ. ๒๕๖๖" in lines_of("notice", full())
    assert [line for line in lines_of("notice", made.submission()) if "ประกาศ ณ วันที่ ...." in line]


def test_a_notice_is_set_out_as_the_measures_are() -> None:
    shown = Settings(layout=Layout.TOPICS, columns=frozenset({"score", "previous", "period"}))
    notice = lines_of("notice", made.submission(fiscal_year=2567, settings=shown))
    start = next(number for number, line in enumerate(notice) if line.startswith("ประเด็นที่ ๑ "))
    assert notice[start + 1 : start + 7] == [
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "คะแนน ๙๐.๐๐ ",
        "เผยแพร่คู่มือการปฏิบัติงานให้ประชาชนทราบ",
        "ระยะเวลา: ตุลาคม ๒๕๖๕ – กันยายน ๒๕๖๖",
        "การกำกับติดตาม: ติดตามการเผยแพร่คู่มือการปฏิบัติงาน ปีละ ๒ ครั้ง",
        "ผู้รับผิดชอบ: ฝ่ายปกครอง",
    ]
    assert not [line for line in notice if line.startswith(("ขั้นตอน", "การรายงานผล"))]
    plain = lines_of("notice", made.submission())
    assert not [line for line in plain if line.startswith(("ประเด็น", "คะแนน", "ระยะเวลา"))]
    assert "จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ไว้ ดังนี้" in plain


@pytest.mark.parametrize(
    ("asked", "results", "made_of"),
    [
        (True, True, {"memo.docx", "results.docx", "results_memo.docx"}),
        (False, True, {"memo.docx", "results.docx"}),
        (True, False, {"memo.docx"}),
    ],
)
def test_results_have_a_memo_of_their_own_where_it_is_asked_for(
    asked: bool, results: bool, made_of: Collection[str], tmp_path: Path
) -> None:
    whole = full(results_memo=asked)
    path = tmp_path / "don_sai_2566.xlsx"
    path.write_bytes(write(form_of(whole if results else replace(whole, results=()), schema(2566))))
    names = ("memo", "results", "results_memo")
    templates = {name: TEMPLATES / f"{name}_template.docx" for name in names}
    assert set(produce(path, templates, frozenset(names)).files) == made_of


@pytest.mark.parametrize(("embed", "faces"), [(True, ["word/fonts/font1.odttf"]), (False, [])])
@pytest.mark.soak
def test_word_files_carry_their_typeface_unless_the_office_chooses_not_to(
    embed: bool, faces: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "don_sai_2566.xlsx"
    path.write_bytes(write(form_of(made.submission(settings=Settings(embed_typeface=embed)), schema(2566))))
    templates = {one.name.removesuffix("_template.docx"): one for one in TEMPLATES.glob("*_template.docx")}
    written = produce(path, templates, frozenset({"order", "measures", "pack"})).files
    files = {name: unpacked(data) for name, data in written.items()}
    assert {"order.docx", "pack.docx"} < files.keys()
    assert {name: [part for part in one.parts if part.endswith(".odttf")] for name, one in files.items()} == (
        dict.fromkeys(files, faces)
    )
    assert {name: found for name, data in written.items() if (found := schema_errors(data))} == {}


def test_each_word_file_bears_the_title_of_its_own_document(tmp_path: Path) -> None:
    path = tmp_path / "don_sai_2566.xlsx"
    path.write_bytes(write(form_of(made.submission(), schema(2566))))
    templates = {one.name.removesuffix("_template.docx"): one for one in TEMPLATES.glob("*_template.docx")}
    files = produce(path, templates, frozenset({"order", "notice", "analysis", "pack"})).files
    properties = {name: Document(io.BytesIO(data)).core_properties for name, data in files.items()}
    titles = {name: " ".join(one.title.split()) for name, one in properties.items()}
    assert titles["order.docx"].startswith("คำสั่งสำนักงานเขตดอนทราย เรื่อง แต่งตั้ง")
    assert titles["notice.docx"].startswith("ประกาศสำนักงานเขตดอนทราย เรื่อง มาตรการส่งเสริมคุณธรรม")
    assert titles["analysis.docx"] == (
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ของสำนักงานเขตดอนทราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"
    )
    assert titles["pack.docx"].endswith("ของสำนักงานเขตดอนทราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")


# The lines of the form


def test_the_lines_of_the_papers_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "don_sai_2566.xlsx"
    path.write_bytes(write(form_of(full(), schema(2566))))
    assert read(path) == (full(), ())


def test_a_whole_name_in_one_cell_is_split_and_half_a_name_is_told(tmp_path: Path) -> None:
    book = sheets()
    put(book, GENERAL, "B46", "นางสาวมณีรัตน์ สกุลเดช")
    put(book, GENERAL, "B53", "เอกชัย")
    submission, problems = read(save(book, tmp_path))
    assert submission is None
    assert [(one.kind, one.place.cell) for one in problems] == [("name-incomplete", "B54")]
    assert problems[0].hint.startswith("กรอกนามสกุล หรือถ้ายังไม่ทราบผู้ลงนาม ให้เว้น")
    put(book, GENERAL, "B53", "")
    submission, problems = read(save(book, tmp_path))
    assert not problems
    assert submission
    assert submission.papers.proposer == Person(title="นางสาว", first_name="มณีรัตน์", last_name="สกุลเดช")


def test_a_new_year_keeps_who_proposes_and_considers_and_empties_numbers_and_dates() -> None:
    rolled = roll_over(full(), schema(2567), load(2565))
    rows = {row[0]: row[1] for row in opened(rolled.data)[GENERAL].iter_rows(values_only=True)}
    assert [rows[label] for label in ("โทรศัพท์ของส่วนราชการเจ้าของเรื่อง", "ชื่อผู้เสนอ", "ตำแหน่งผู้รายงานผล")] == [
        "0 2541 2566 ต่อ 89",
        "มณีรัตน์",
        "เจ้าพนักงานเทศกิจปฏิบัติการ",
    ]
    assert rows["ผู้พิจารณาตามลำดับ"].split("\n") == list(full().papers.approvers)
    dated = [label for label in rows if label and ("ข้อความ" in label or "ประกาศ" in label or "รายงานผล" in label)]
    emptied = [label for label in dated if label.startswith(("ที่ของ", "วันที่ของ"))]
    assert len(emptied) == 6
    assert {rows[label] for label in emptied} == {None}
    assert "เว้นว่างให้กรอกใหม่: ที่และวันที่ของบันทึกข้อความ ประกาศ และรายงานผล" in lines(rolled)


# The checks


def paper(**changes: Any) -> Change:
    return lambda whole: replace(whole, papers=replace(whole.papers, **changes))


def cell(field: str) -> str:
    return made.general().at(field).cell


def test_sound_papers_are_told_of_nothing() -> None:
    assert reported(full()) == reported(made.submission()) == []


@pytest.mark.parametrize(
    ("change", "kind", "field", "found"),
    [
        (paper(memo_date=datetime.date(2023, 2, 19)), "paper-day-off", "memo_date", "19 กุมภาพันธ์ 2566"),
        (paper(memo_date=datetime.date(2023, 2, 14)), "memo-before-activity", "memo_date", "14 กุมภาพันธ์ 2566"),
        (paper(memo_date=datetime.date(2022, 11, 14)), "paper-before-another", "memo_date", "14 พฤศจิกายน 2565"),
        (paper(notice_date=datetime.date(2023, 2, 20)), "paper-before-another", "notice_date", "20 กุมภาพันธ์ 2566"),
        (paper(notice_date=datetime.date(2023, 10, 2)), "paper-outside-year", "notice_date", "2 ตุลาคม 2566"),
        (paper(report_date=datetime.date(2021, 9, 30)), "paper-outside-year", "report_date", "30 กันยายน 2564"),
        (
            paper(results_memo_date=datetime.date(2022, 9, 30)),
            "paper-before-another",
            "results_memo_date",
            "30 กันยายน 2565",
        ),
        (paper(memo_date=datetime.date(1479, 11, 22)), "date-era", "memo_date", "22 พฤศจิกายน 2022"),
        (paper(approvers=("หัวหน้าฝ่ายปกครอง",)), "approvers-without-head", "approvers", "หัวหน้าฝ่ายปกครอง"),
        (
            paper(approvers=("ผู้อำนวยการเขต", "ผู้ช่วยผู้อำนวยการเขตดอนทราย")),
            "approvers-without-head",
            "approvers",
            "ผู้ช่วยผู้อำนวยการเขตดอนทราย",
        ),
        (paper(approvers=("ผู้อำนวยการเขต", "ผู้ช่วย รักษาราชการแทน")), "text-unfinished", "approvers", "รักษาราชการแทน"),
        (paper(memo_number="กท 6101/"), "text-unfinished", "memo_number", "/"),
        (
            paper(approvers=("1. หัวหน้าฝ่ายปกครอง", "2. ผู้อำนวยการเขต")),
            "approver-numbered",
            "approvers",
            "1.",
        ),
        (
            paper(approvers=("หัวหน้าฝ่ายปกครอง, ผู้อำนวยการเขต",)),
            "approvers-on-one-line",
            "approvers",
            "หัวหน้าฝ่ายปกครอง, ผู้อำนวยการเขต",
        ),
        (
            paper(approvers=("หัวหน้าฝ่ายปกครอง", "หัวหน้าฝ่ายปกครอง", "ผู้อำนวยการเขต")),
            "approver-twice",
            "approvers",
            "หัวหน้าฝ่ายปกครอง",
        ),
        (
            paper(approvers=("หัวหน้าฝ่ายปกครอง", "ผู้อำนวยการเขต"), proposer_position="หัวหน้าฝ่ายปกครอง"),
            "approver-proposes",
            "approvers",
            "หัวหน้าฝ่ายปกครอง",
        ),
        (
            paper(approvers=("นายธนา มั่นคง หัวหน้าฝ่ายปกครอง", "ผู้อำนวยการเขต")),
            "post-is-name",
            "approvers",
            "นายธนา มั่นคง",
        ),
        (paper(approvers=("นายธนา มั่นคง", "ผู้อำนวยการเขต")), "post-is-name", "approvers", "นายธนา มั่นคง"),
        (
            paper(proposer=made.order().signatory),
            "proposer-is-head",
            "proposer_first_name",
            made.order().signatory.full_name,
        ),
        (paper(memo_number="เลขที่ กท 6101/123"), "order-repeated-lead", "memo_number", "เลขที่"),
        (paper(memo_number="กท 6101/123 ลว. 20 ก.พ. 66"), "order-repeated-rest", "memo_number", "ลว."),
        (paper(owner="ฝ่ายปกครอง โทร 1234"), "post-with-contact", "owner", "โทร 1234"),
        (
            paper(owner=f"{made.OFFICE} ฝ่ายปกครอง"),
            "owner-with-office",
            "owner",
            f"{made.OFFICE} ฝ่ายปกครอง",
        ),
        (paper(results_memo=False, results_memo_date=None), "results-memo-unused", "results_memo_number", ""),
        (paper(results_memo=False, results_memo_number=""), "results-memo-unused", "results_memo_date", ""),
        (paper(owner="ฝ่ายปกครอก"), "section-unknown", "owner", "ฝ่ายปกครอก"),
        (paper(telephone="โทร. 0 2541 2566"), "order-repeated-lead", "telephone", "โทร."),
        (paper(telephone="25412566"), "telephone-digits", "telephone", "25412566"),
        (paper(telephone="0 2541 256"), "telephone-digits", "telephone", "0 2541 256"),
        (paper(telephone="๐ ๒๕๔๑ ๒๕๖๖๗๘ ต่อ 12"), "telephone-digits", "telephone", "0 2541 256678"),
        (paper(telephone="0 2541 25667"), "telephone-digits", "telephone", "0 2541 25667"),
        (paper(telephone="081-234-567"), "telephone-digits", "telephone", "081-234-567"),
        (paper(telephone="0 1541 2566"), "telephone-digits", "telephone", "0 1541 2566"),
        (paper(results_memo_number="กท 6101/123"), "memo-number-twice", "results_memo_number", "กท 6101/123"),
        (paper(memo_number="ที่ กท 6101/123"), "order-repeated-lead", "memo_number", "ที่"),
        (paper(proposer_position="นักทรัพยากรบุคคลชำนาญกา"), "post-cut-off", "proposer_position", "นักทรัพยากรบุคคลชำนาญกา"),
        (
            paper(proposer_position="นักทรัพยากรบุคคลชำนาญกา รักษาราชการแทนหัวหน้าฝ่ายปกครอง"),
            "post-cut-off",
            "proposer_position",
            "นักทรัพยากรบุคคลชำนาญกา",
        ),
        (
            paper(proposer=Person(title="นาง", first_name="มณีรัตน์", last_name="สกุลเดช")),
            "title-differs",
            "proposer_title",
            "นาง",
        ),
        (
            paper(reporter=Person(title="ว่าที่ร้อยตรี", first_name="เอกชัย", last_name="ไพรสนฑ์")),
            "name-two-spellings",
            "reporter_last_name",
            "ว่าที่ร้อยตรีเอกชัย ไพรสนฑ์",
        ),
        (
            paper(reporter=Person(title="ว่าที่ ร.ต.", first_name="เอกชัย", last_name="ไพรสณฑ์")),
            "signatory-rank-short",
            "reporter_title",
            "ว่าที่ ร.ต.",
        ),
    ],
)
def test_a_fault_in_the_papers_is_told_at_its_cell(change: Change, kind: str, field: str, found: str) -> None:
    told = [one for one in reported(change(full())) if one[1] == kind]
    severity = "error" if kind == "date-era" else "warning"
    assert told == [(severity, kind, GENERAL, cell(field), found)]


def test_who_acts_in_another_s_stead_may_sign_and_consider() -> None:
    stead = "นักทรัพยากรบุคคลชำนาญการ รักษาราชการแทนหัวหน้าฝ่ายปกครอง"
    whole = full(proposer_position=stead, approvers=("ผู้ช่วยผู้อำนวยการเขต ปฏิบัติราชการแทนผู้อำนวยการเขต",))
    assert check(whole, load(2565)) == ()


def test_a_telephone_is_looked_at_once() -> None:
    assert reported(full(telephone="0 7431 1234 โทรสาร 0 7431 123")) == []


def test_papers_left_open_are_no_mistake() -> None:
    assert made.submission().papers == Papers()
    assert reported(made.submission()) == []


@pytest.mark.parametrize(
    ("papers", "found"),
    [
        ({}, "“วันที่ของรายงานผล” “บันทึกข้อความเสนอรายงานผลแยกฉบับ”"),
        ({"report_date": None}, "“บันทึกข้อความเสนอรายงานผลแยกฉบับ”"),
    ],
)
def test_what_is_filled_in_for_a_report_without_results_is_told(papers: dict[str, Any], found: str) -> None:
    workbook = write(form_of(replace(full(**papers), results=()), schema(2566)))
    (told,) = ita_docs.check(Upload("office.xlsx", workbook))
    assert (told.kind, told.found) == ("report-without-results", found)
    assert told.severity.value == "warning"


@pytest.mark.parametrize(
    "telephone",
    [
        "๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙, 90",
        "0-2123-4567-9",
        "0 2123 4567 - 70",
        "081 234 5678 หรือ 053-123456",
        "1555",
        "ภายใน 71001",
        "+66 2 123 4567",
        "0 7431 1234 โทรสาร 0 7431 123",
    ],
)
def test_telephones_that_offices_write_are_told_nowhere(telephone: str) -> None:
    found = check_telephone(made.submission(papers=made.papers(telephone=telephone)), load(2565))
    assert [one.found for one in found] == []
