"""Proof copies: what a half-filled workbook lacks stands in red at its place, and nothing passes for the final."""

from __future__ import annotations

import datetime
import io
import random
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

import soak
from ita_docs.model import Source
from ita_docs.origin import CellText
from ita_docs.papers.pack import produce
from ita_docs.papers.proofing import proof
from ita_docs.papers.states import UNKNOWN, in_states
from ita_docs.places import template_files
from ita_docs.workbook.schema import GENERAL, TABLES
from made_docx import docx, p, saved, table, tc, tr
from made_workbook import Sheets, put, save, sheets
from officefiles import opc, xml
from officefiles.cells import column_name
from officefiles.opc import Part, W
from officefiles.pictures import Picture
from officefiles.text import text_of_part
from schemas import schema_errors
from wordfill.engine import Template
from wordfill.lint import lint
from wordfill.proof import shade, watermark
from wordfill.proof.values import END, State
from wordfill.proof.watermark import WORD

TEMPLATES = template_files(working=Path("nowhere"))
GREEN, BLUE, YELLOW = "E2EFDA", "DDEBF7", "FFF2CC"


SHEET = Path(__file__).resolve().parent.parent / "templates/proof/proof_template.docx"
ENTRIES = [f"{each}[].{name}" for each in ("gaps", "others") for name in ("number", "place", "about")]
NAMES = ["office", *(f"samples.{shade}" for shade in ("filled", "derived", "missing")), *ENTRIES]


def text(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return text_of_part(Part(archive.read("word/document.xml")))


def proofs(book: Sheets, folder: Path, *only: str) -> Mapping[str, str]:
    made = proof(save(book, folder), TEMPLATES, frozenset(only))
    return {name: text(data) for name, data in made.files.items()}


def required(book: Sheets) -> Iterator[tuple[str, str]]:
    """The cells of the workbook that must be filled, but for the first, by which a row of its sheet is known."""
    for row, (heading, _) in enumerate(book[GENERAL.name][1:], start=2):
        if any(field.heading == heading and field.required for field in GENERAL.fields):
            yield GENERAL.name, f"B{row}"
    for sheet in TABLES:
        columns = [number for number, field in enumerate(sheet.fields) if field.required and number]
        for row in range(2, len(book[sheet.name]) + 1):
            yield from ((sheet.name, f"{column_name(column)}{row}") for column in columns)


# A half-filled workbook


@pytest.mark.parametrize("seed", soak.some(range(3), 1))
def test_thirty_empty_cells_are_all_shown_and_every_page_has_the_watermark(seed: int, tmp_path: Path) -> None:
    book = sheets()
    empty = random.Random(seed).sample(list(required(book)), 30)
    for sheet, cell in empty:
        put(book, sheet, cell, "")
    made = proof(save(book, tmp_path), TEMPLATES)
    wanted = {f"«ยังไม่กรอก: ชีต {sheet} ช่อง {cell}»" for sheet, cell in empty}
    for name in ("proof.docx", "proof_pack.docx"):
        found = text(made.files[name])
        assert {one for one in wanted if one not in found} == set()
        assert found.count("ช่องที่ต้องกรอกหรือแก้ไข 30 ช่อง") == 1
    assert all(marks_every_page(data) for data in made.files.values())


def test_what_is_missing_stands_where_it_would_be_printed(tmp_path: Path) -> None:
    book = sheets()
    for sheet, cell in (("บุคลากร", "H4"), ("มาตรการ", "F5"), ("ข้อมูลทั่วไป", "B3"), ("ข้อมูลทั่วไป", "B7")):
        put(book, sheet, cell, "")
    made = proofs(book, tmp_path)
    assert "«ยังไม่กรอก: ชีต บุคลากร ช่อง H4»" in made["proof_order.docx"]
    assert "«ยังไม่กรอก: ชีต มาตรการ ช่อง F5»" in made["proof_measures.docx"]
    assert made["proof_measures.docx"].count("«ยังไม่กรอก: ชีต ข้อมูลทั่วไป ช่อง B3»") > 1, "also within sentences"
    assert "สั่ง ณ วันที่ «ยังไม่กรอก: ชีต ข้อมูลทั่วไป ช่อง B7»" in " ".join(made["proof_order.docx"].split())


def test_a_score_that_is_missing_leaves_open_what_hangs_on_it_and_nothing_else(tmp_path: Path) -> None:
    book = sheets()
    asked = 1 + [heading for heading, _ in book[GENERAL.name]].index("บทวิเคราะห์ในตารางมาตรการ")
    put(book, GENERAL.name, f"B{asked}", "ย่อ")
    whole = text(proof(save(book, tmp_path), TEMPLATES).files["proof_measures.docx"]).split("\n")
    put(book, "คะแนน", "C4", "")
    made = proofs(book, tmp_path)
    half = made["proof_measures.docx"].split("\n")
    assert [line for line in half if line not in whole] == ["«ยังไม่กรอก: ชีต คะแนน ช่อง C4»"]
    assert "ตัวชี้วัดที่ ๓ การใช้อำนาจ «ยังไม่กรอก: ชีต คะแนน ช่อง C4»" in made["proof_analysis.docx"]
    assert UNKNOWN in made["proof_analysis.docx"], "the summary counts the strengths"


def test_a_cell_that_cannot_be_read_is_to_be_mended(tmp_path: Path) -> None:
    book = sheets()
    put(book, "คะแนน", "C4", "แปดสิบ")
    put(book, "มาตรการ", "A5", 99)
    chart = 1 + [heading for heading, _ in book[GENERAL.name]].index("แผนภูมิในบทวิเคราะห์")
    put(book, GENERAL.name, f"B{chart}", "ใหญ่ ๆ")
    made = proofs(book, tmp_path, "analysis")
    assert "«ต้องแก้ไข: ชีต คะแนน ช่อง C4»" in made["proof_analysis.docx"]
    assert "«ต้องแก้ไข: ชีต มาตรการ ช่อง A5»" in made["proof.docx"]
    assert f"«ต้องแก้ไข: ชีต ข้อมูลทั่วไป ช่อง B{chart}»" in made["proof.docx"]


def test_a_row_that_is_not_there_is_named_by_its_indicator(tmp_path: Path) -> None:
    book = sheets()
    del book["คะแนน"][3], book["มาตรการ"][7]
    made = proofs(book, tmp_path)
    assert "«ยังไม่กรอก: ชีต คะแนน ตัวชี้วัดที่ 3»" in made["proof_analysis.docx"]
    assert "«ยังไม่กรอก: ชีต มาตรการ ตัวชี้วัดที่ 7»" in made["proof_measures.docx"]
    assert "ช่องที่ต้องกรอกหรือแก้ไข 2 ช่อง" in made["proof.docx"]
    assert "เรื่องอื่นที่ต้องแก้ไข" not in made["proof.docx"]


def test_a_row_whose_indicator_is_missing_is_one_gap(tmp_path: Path) -> None:
    book = sheets()
    put(book, "มาตรการ", "A5", "")
    front = proofs(book, tmp_path, "title")["proof.docx"]
    assert "ช่องที่ต้องกรอกหรือแก้ไข 1 ช่อง" in front
    assert "«ยังไม่กรอก: ชีต มาตรการ ช่อง A5»" in front


def test_other_errors_stand_on_the_sheet_in_front(tmp_path: Path) -> None:
    book = sheets()
    book["คะแนน"].append(list(book["คะแนน"][1]))
    front = proofs(book, tmp_path, "title")["proof.docx"]
    assert "เรื่องอื่นที่ต้องแก้ไข 1 เรื่อง" in front
    assert "ตัวชี้วัดที่ 1 มีมากกว่าหนึ่งแถว" in front


@pytest.mark.parametrize("left", ["headings", "one sheet"])
def test_next_to_nothing_is_enough_for_a_proof(left: str, tmp_path: Path) -> None:
    book = {name: rows[:1] for name, rows in sheets().items()}
    if left == "one sheet":
        book = {"คะแนน": book["คะแนน"]}
    made = proofs(book, tmp_path)
    assert "«ยังไม่กรอก: ชีต ข้อมูลทั่วไป หัวข้อ “ชื่อหน่วยงาน”»" in made["proof_title.docx"]
    assert "«ยังไม่กรอก: ชีต คะแนน ตัวชี้วัดที่ 10»" in made["proof_analysis.docx"]


def test_what_is_no_workbook_has_no_proof(tmp_path: Path) -> None:
    (tmp_path / "note.xlsx").write_bytes(b"no workbook")
    made = proof(tmp_path / "note.xlsx", TEMPLATES)
    assert not made.files
    assert [problem.kind for problem in made.problems] == ["file-not-workbook"]


# A whole workbook


def test_the_proof_of_a_whole_workbook_says_what_the_final_says(tmp_path: Path) -> None:
    path = save(sheets(), tmp_path)
    final, drafts = produce(path, TEMPLATES).files, proof(path, TEMPLATES).files
    names = [name for name in final if name.endswith(".docx") and name != "pack.docx"]
    assert {name: text(drafts[f"proof_{name}"]) for name in names} == {name: text(final[name]) for name in names}
    assert text(drafts["proof_pack.docx"]).endswith(text(final["pack.docx"]))
    assert "แบบกรอกนี้กรอกครบแล้ว" in text(drafts["proof.docx"])


def test_a_proof_is_valid_and_its_properties_say_what_it_is(tmp_path: Path) -> None:
    book = sheets()
    put(book, "ข้อมูลทั่วไป", "B2", "")
    made = proof(save(book, tmp_path), TEMPLATES)
    assert schema_errors(made.files["proof.docx"]) == schema_errors(made.files["proof_pack.docx"]) == []
    core = opc.read(made.files["proof_order.docx"]).parts["docProps/core.xml"].data.decode("utf-8")
    assert "<dc:title>ฉบับร่าง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ของ«ยังไม่กรอก: ชีต ข้อมูลทั่วไป ช่อง B2»" in core


# Shades


def test_no_mark_stays_where_nothing_can_be_shaded() -> None:
    field = f"<w:p><w:r><w:instrText>REF {State.TYPED.value}ก{END}</w:instrText></w:r></w:p>"
    named = f'<w:sdt><w:sdtPr><w:alias w:val="{State.TYPED.value}ข{END}"/></w:sdtPr><w:sdtContent/></w:sdt>'
    shaded = shade(opc.read(docx(field + named)))
    written = shaded.parts[shaded.main].data.decode("utf-8")
    assert "<w:instrText>REF ก</w:instrText>" in written
    assert '<w:alias w:val="ข"/>' in written


ODD = 'A & B < C "ง" กำลัง\nบรรทัดสอง\tแท็บ\aย่อหน้า'
NOTICE = "«ยังไม่กรอก: ชีต คะแนน ช่อง C5»"
ROW = Source("คะแนน", 5, {"name": "B", "score": "C"}, missing={"score": NOTICE})
CONTEXT = {
    "typed": CellText.of(ODD, (ROW, "name")),
    "derived": "คำนวณ",
    "score": CellText.of("๐.๐๐", (ROW, "score")),
    "hanging": "ต่ำ",
    "level": "A",
}
OTHER = {**CONTEXT, "score": CellText.of("๑๐๐", (ROW, "score")), "hanging": "สูง"}
NOTICES = {NOTICE: NOTICE}
TAGS = ("{{ typed }} ต่อ", "{{ derived }}", "{{ score }}", "{{ hanging }}", "{% if level == 'A' %}เท่ากัน{% endif %}")
ENGINES = {"compiled": "".join(map(p, TAGS)), "docxtpl": table(1, tr(tc(*TAGS, properties="{% colspan 1 %}")))}


@pytest.mark.parametrize("engine", ENGINES)
def test_shades_tell_where_a_text_came_from_whatever_it_holds(engine: str, tmp_path: Path) -> None:
    body = ENGINES[engine].replace("<w:r>", "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>")
    template = Template.load(saved(tmp_path, docx(body)))
    assert bool(template.report) == (engine == "docxtpl")
    rendered = template.render(in_states(CONTEXT, OTHER, NOTICES))
    runs = list(formats(shade(rendered).data()))
    assert all(bold for *_, bold in runs), "the twins of every run are kept"
    found = [(words, ground, color) for words, ground, color, _ in runs]
    assert found == [
        ('A & B < C "ง" กำลังบรรทัดสอง', GREEN, ""),
        ("", GREEN, ""),
        ("แท็บ", GREEN, ""),
        ("ย่อหน้า", GREEN, ""),
        (" ต่อ", "", ""),
        ("คำนวณ", BLUE, ""),
        (NOTICE, YELLOW, "FF0000"),
        (UNKNOWN, YELLOW, "FF0000"),
        ("เท่ากัน", "", ""),
    ]


def test_a_picture_drawn_from_what_is_missing_is_left_out() -> None:
    low, high = (Picture(name="chart.png", data=data, width=4, height=3) for data in (b"0", b"100"))
    assert in_states({"chart": low, "photo": high}, {"chart": high, "photo": high}, NOTICES) == {
        "chart": "",
        "photo": high,
    }


def formats(document: bytes) -> Iterator[tuple[str, str, str, bool]]:
    """Of each run its text, ground, colour, and whether it is bold with its twin."""
    root = xml.parse(opc.read(document).parts["word/document.xml"].data)
    for run in root.iter(f"{W}r"):
        ground, color = run.find(f"{W}rPr/{W}shd"), run.find(f"{W}rPr/{W}color")
        twins = run.find(f"{W}rPr/{W}b") is not None and run.find(f"{W}rPr/{W}bCs") is not None
        words = "".join(part.text or "" for part in run.iter(f"{W}t"))
        yield words, _value(ground, "fill"), _value(color, "val"), twins


def _value(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


# The watermark


TITLE_PAGE = "<w:sectPr><w:titlePg/></w:sectPr>"


def marks_every_page(document: bytes) -> bool:
    """True where each section has the watermark in every header that one of its pages shows."""
    package = opc.read(document)
    settings = package.parts["word/settings.xml"].data if "word/settings.xml" in package.parts else b""
    links = package.relationships[package.main]
    standing: dict[str, str] = {}
    for section in package.parts[package.main].tree.iter(f"{W}sectPr"):
        for reference in section.iter(f"{W}headerReference"):
            standing[reference.get(f"{W}type", "")] = links[reference.get(f"{opc.R}id", "")].target
        shown = ["default"]
        shown += ["first"] if section.find(f"{W}titlePg") is not None else []
        shown += ["even"] if b"evenAndOddHeaders" in settings else []
        for kind in shown:
            if kind not in standing or WORD not in package.parts[standing[kind]].data.decode("utf-8"):
                return False
    return True


@pytest.mark.parametrize(
    "body",
    [
        p("ไม่มีหัวกระดาษ"),
        p("หน้าแรก") + TITLE_PAGE,
        p("ตอนแรก") + f"<w:p><w:pPr>{TITLE_PAGE}</w:pPr></w:p>" + p("ตอนสอง") + TITLE_PAGE,
    ],
    ids=["no header", "first page", "sections"],
)
def test_pages_without_a_header_of_their_own_get_the_watermark(body: str) -> None:
    plain = docx(body)
    assert not marks_every_page(plain)
    assert marks_every_page(watermark(opc.read(plain)).data())


def test_a_header_without_a_line_gets_one_for_the_watermark() -> None:
    marked = watermark(opc.read(docx(p("ก"), {"header1": table(1, tr("ตาราง"))})))
    assert marks_every_page(marked.data())
    assert [etree.QName(child).localname for child in marked.parts["word/header1.xml"].tree] == ["tbl", "p"]


def test_a_header_of_even_pages_gets_the_watermark() -> None:
    package = opc.read(docx(p("ก"), {"header1": p("ข")}))
    xml = f'<w:settings xmlns:w="{W[1:-1]}"><w:evenAndOddHeaders/></w:settings>'.encode()
    package.put("word/settings.xml", xml, "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml")
    package.relate(package.main, opc.Relationship("settings", "word/settings.xml"))
    assert marks_every_page(watermark(package).data())


def test_the_year_is_a_gap_too(tmp_path: Path) -> None:
    book = sheets()
    put(book, "ข้อมูลทั่วไป", "B5", "")
    put(book, "ข้อมูลทั่วไป", "B7", datetime.date(2022, 10, 25))
    made = proofs(book, tmp_path, "title", "analysis")
    assert "พ.ศ. «ยังไม่กรอก: ชีต ข้อมูลทั่วไป ช่อง B5»" in made["proof_title.docx"].replace("\u00a0", " ")
    assert UNKNOWN in made["proof_analysis.docx"], "what names the year hangs on it"


def test_nothing_is_found_in_the_template_of_the_sheet() -> None:
    assert [str(finding) for finding in lint(SHEET, {"complete": "flag", **dict.fromkeys(NAMES, "text")})] == []
