"""Old PDFs as blocks: drawn by ourselves from small Word files, and written by hand where they are strange."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from itertools import pairwise

import pypdf
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from ita_docs.importing import pdf
from ita_docs.importing.blocks import OldCell, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.pdf import child
from ita_docs.importing.pdf.captions import captions_of
from ita_docs.importing.pdf.child import PdfRefusedError, Raw
from ita_docs.importing.pdf.columns import running_rows
from ita_docs.importing.pdf.joints import PdfJoints
from ita_docs.importing.pdf.letters import PdfLetter, letters, mended
from ita_docs.importing.pdf.lines import PdfLine, PdfPiece, lines_of
from ita_docs.importing.pdf.paragraphs import PdfWriter, with_cut_words
from ita_docs.importing.pdf.tables import PdfRow, counts_on, together
from ita_docs.importing.pdf.wraps import PdfArea, PdfHabits, Wrap, habits_of, wrap_of
from ita_docs.importing.pdfium import worker
from ita_docs.importing.pdfium.turned import Turned
from outline_old import of_file
from small_docx import CM, cell, package, paragraph, row, section, table
from thaipages.drawing import draw, publish
from thaipages.drawing.faces import Faces

FACES = Faces()
INDENT = f'<w:ind w:firstLine="{2.5 * CM:.0f}"/>'
RIGHT, CENTRE = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
NEXT_PAGE = "<w:pageBreakBefore/>"
RULED = (
    '<w:tblLayout w:type="fixed"/><w:tblBorders>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
LONG = (
    "ด้วยสำนักงานเขตบางสายทองเข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ "
    "เพื่อให้การดำเนินการเป็นไปด้วยความเรียบร้อยและครบถ้วนตามเครื่องมือการประเมิน"
)


SEEN: list[str] = []
"""All that is read of each file of a test, kept in ``tests/golden/whole/importing_pdf.txt``."""


@pytest.fixture(autouse=True)
def _kept(kept_whole: list[str]) -> Iterator[None]:
    SEEN.clear()
    yield
    kept_whole += SEEN


def read_pdf(name: str, data: bytes) -> OldFile:
    file = pdf.read_pdf(name, data)
    SEEN.append(of_file(file))
    return file


def read(*body: str, **parts: str) -> OldFile:
    """What is read of the PDF that is drawn of a Word file with this body: our own may be read in this process, as no
    other is."""
    data = publish(draw(package(*body, **parts)), FACES)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(child, "_run", here)
        return read_pdf("คำสั่ง.pdf", data)


def here(data: bytes) -> tuple[bytes, int]:
    """What the worker says."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr(pdfium.FPDFText_GetTextObject, "restype", pdfium.FPDFText_GetTextObject.restype)
        patch.setattr(worker, "bounded", lambda: None)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        worker.main()
    return said.getvalue().encode(), 0


def texts(file: OldFile) -> list[str]:
    return [one.text for one in file.blocks if isinstance(one, OldParagraph)]


def only_table(file: OldFile) -> OldTable:
    [found] = [one for one in file.blocks if isinstance(one, OldTable)]
    return found


def rows(found: OldTable) -> list[list[str]]:
    return [[one.text for one in line] for line in found.rows]


def test_lines_are_joined_to_the_paragraphs_that_were_typed() -> None:
    file = read(
        paragraph(LONG, INDENT),
        paragraph(f"อาศัยอำนาจตามความในมาตรา ๖๘ {LONG}", INDENT),
        paragraph("สั่ง ณ วันที่ ๑", INDENT),
    )
    assert texts(file) == [LONG, f"อาศัยอำนาจตามความในมาตรา ๖๘ {LONG}", "สั่ง ณ วันที่ ๑"]
    first, second, _ = file.paragraphs()
    assert (str(first.origin), str(second.origin)) == ("คำสั่ง.pdf หน้า 1 บรรทัด 1", "คำสั่ง.pdf หน้า 1 บรรทัด 4")
    assert first.ended
    assert first.indent == pytest.approx(70.9, abs=0.5)


def test_a_page_that_lies_on_its_side_is_read_as_its_text_stands() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(publish(draw(package(paragraph(LONG, INDENT))), FACES)))
    page = writer.pages[0]
    height = float(page.mediabox.height)
    page.add_transformation(pypdf.Transformation().rotate(90).translate(height, 0))
    page.mediabox.upper_right = (height, float(page.mediabox.width))
    made = io.BytesIO()
    writer.write(made)
    assert texts(read_pdf("x.pdf", made.getvalue())) == [LONG]


def test_a_line_that_had_room_for_the_next_word_was_ended() -> None:
    file = read(
        paragraph("คำสั่งสำนักงานเขตบางสายทอง"), paragraph("ที่ ๔๑๒/๒๕๖๕"), paragraph("เรื่อง แต่งตั้งคณะกรรมการ", CENTRE)
    )
    assert texts(file) == ["คำสั่งสำนักงานเขตบางสายทอง", "ที่ ๔๑๒/๒๕๖๕", "เรื่อง แต่งตั้งคณะกรรมการ"]


def test_items_of_a_list_are_paragraphs_though_their_lines_are_full() -> None:
    item = "ดำเนินการตามตัวชี้วัดและเครื่องมือการประเมินที่สำนักงานคณะกรรมการกำหนดไว้ให้ครบถ้วนตามระยะเวลา"
    assert texts(read(*(paragraph(f"({n}) {item}") for n in "๑๒๓"))) == [f"({n}) {item}" for n in "๑๒๓"]


def test_a_number_in_running_text_begins_no_item() -> None:
    text = f"๑. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน ซึ่งประกอบด้วยตัวชี้วัด คือ (๑) การปฏิบัติหน้าที่ราชการ (๒) การใช้งบประมาณ {LONG}"
    assert texts(read(paragraph(text, INDENT))) == [text]


@pytest.mark.parametrize(("number", "parts"), [("๒", 1), ("๓", 2)])
def test_a_number_that_begins_a_line_of_running_text_begins_no_item_where_the_one_before_it_stands_in_the_text(
    number: str, parts: int
) -> None:
    filling = "๑" * 62  # the line ends before the second number
    text = f"๑. แบบวัดนี้ประกอบด้วยตัวชี้วัด คือ (๑) {filling} ({number}) การใช้งบประมาณ {LONG}"
    assert len(texts(read(paragraph(text, INDENT)))) == parts


def test_a_ruled_table_keeps_its_cells_also_those_that_are_merged() -> None:
    body = table(
        row(cell(paragraph("ลำดับ"), width=2), cell(paragraph("ชื่อ"), properties='<w:gridSpan w:val="2"/>', width=10)),
        row(
            cell(paragraph("๑"), width=2, properties='<w:vMerge w:val="restart"/>'),
            cell(paragraph("นายสมชาย ใจดี")),
            cell(paragraph("ประธานกรรมการ")),
        ),
        row(
            cell(paragraph(""), width=2, properties="<w:vMerge/>"),
            cell(paragraph("นางสาวสมศรี")),
            cell(paragraph("กรรมการ")),
        ),
        columns=(2, 5, 5),
        properties=RULED,
    )
    found = only_table(read(paragraph("คณะกรรมการ"), body, paragraph("จบ")))
    assert found.ruled
    assert rows(found) == [
        ["ลำดับ", "ชื่อ"],
        ["๑", "นายสมชาย ใจดี", "ประธานกรรมการ"],
        ["", "นางสาวสมศรี", "กรรมการ"],
    ]
    assert found.rows[0][1].columns == 2
    assert found.rows[2][0] == OldCell(continued=True)
    [place] = [one.origin for one in found.rows[1][1].paragraphs]
    assert str(place) == "คำสั่ง.pdf หน้า 1 บรรทัด 3 ช่อง 2"


def test_rows_on_grey_are_no_rules() -> None:
    grey = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
    lines = [paragraph("ชื่อ"), paragraph("ตำแหน่ง")]
    heads = row(*(cell("".join(lines), properties=grey, width=5) for _ in range(2)))
    body = row(*(cell(paragraph("นายสมชาย"), width=5) for _ in range(2)))
    found = only_table(read(paragraph("ก"), table(heads, body, columns=(5, 5), properties=RULED)))
    assert rows(found) == [["ชื่อ\nตำแหน่ง"] * 2, ["นายสมชาย"] * 2]


def test_a_table_over_pages_is_one_without_its_heads_repeated_and_a_row_that_was_cut_is_whole() -> None:
    long = "ทบทวนคู่มือการปฏิบัติงาน ชี้แจงเจ้าหน้าที่ทุกระดับให้ทราบ และเผยแพร่บนเว็บไซต์ของหน่วยงานให้ประชาชนทราบโดยทั่วกัน"
    head = row(cell(paragraph("ตัวชี้วัด")), cell(paragraph("มาตรการ")), properties="<w:tblHeader/>")
    line = row(cell(paragraph("ตัวชี้วัดที่ ๑")), cell(paragraph(long)))
    last = row(cell(paragraph("ตัวชี้วัดที่ ๒")), cell(paragraph("ไม่มี")))
    found = only_table(read(table(head, line, last, properties=RULED), end=section(lines=4)))
    assert rows(found) == [["ตัวชี้วัด", "มาตรการ"], ["ตัวชี้วัดที่ ๑", long], ["ตัวชี้วัดที่ ๒", "ไม่มี"]]


@pytest.mark.parametrize("marked", [True, False], ids=["heads of pages", "heads typed again"])
def test_rows_equal_to_the_first_one_below_the_heads_are_no_heads_again(marked: bool) -> None:
    def made(text: str, looks: str = "", properties: str = "") -> str:
        return row(*(cell(paragraph(f"{text}{at}", looks)) for at in "กข"), properties=properties)

    head, equal, other = made("หัว", CENTRE, "<w:tblHeader/>" * marked), made("ประกาศ"), made("แจ้งเวียน")
    pages = ([head, equal, equal], [head, equal, equal, other])
    first, second = (table(*part, properties=RULED) for part in pages)
    whole = [table(*pages[0], *pages[1][1:], properties=RULED)] if marked else [first, paragraph("", NEXT_PAGE), second]
    found = only_table(read(*whole, end=section(lines=4 if marked else 20)))
    assert [line[0] for line in rows(found)] == ["หัวก", *["ประกาศก"] * 4, "แจ้งเวียนก"]


def test_a_row_that_ends_far_above_the_foot_of_its_page_is_not_cut() -> None:
    lines = [("ที่", "ระยะเวลาดำเนินการ", "หน่วยงานที่รับผิดชอบ"), ("๒", "ไตรมาสสุดท้าย", "กองคลัง")]
    lines += [("๓", "ตลอดปี", "สำนักปลัด")] * 6
    head, *body = (
        row(*(cell(paragraph(one), width=width) for one, width in zip(line, (1, 2, 2), strict=True))) for line in lines
    )
    tables = (table(*part, columns=(1, 2, 2), properties=RULED) for part in ([head], body))
    found = only_table(read(next(tables), paragraph("", NEXT_PAGE), next(tables), end=section(lines=20)))
    assert rows(found) == [list(line) for line in lines]


def test_a_row_that_counts_on_at_the_top_of_a_page_is_no_rest_of_the_one_above() -> None:
    lines = [(f"ตัวชี้วัดที่ {number} การใช้", "ตุลาคม ๒๕๖๖ กันยายน", "สำนักงานปลัดกอง") for number in "๕๖"]
    widths = tuple(max(len(one) for one in column) * 0.14 for column in zip(*lines, strict=True))
    body = [
        row(*(cell(paragraph(one), width=width) for one, width in zip(line, widths, strict=True))) for line in lines
    ]
    found = only_table(read(table(*body, columns=widths, properties=RULED), end=section(lines=1.5)))
    assert rows(found) == [list(line) for line in lines]


def test_a_line_that_is_a_part_of_one_word_is_known_by_the_next() -> None:
    area = PdfArea(50, 92)

    def lines(*texts: str, right: float = 90) -> list[bool]:
        found = with_cut_words([(PdfLine((PdfPiece(text, 50, right),), 700, 16), area) for text in texts])
        return [line.cut for line, _ in found]

    assert lines("รายงานรอง", "อธิการบ", "ดีฝ่ายบริหาร") == [False, True, False]
    assert lines("รายงานรอง", "อธิการบ", "ดีฝ่ายบริหาร", right=60) == [False] * 3  # a name that is in no list
    assert lines("รายงานรอง", "อธิการบดี", "ฝ่ายบริหาร") == [False] * 3


@pytest.mark.parametrize(
    ("end", "beginning", "read"),
    [("เสนออธิการบ", "ดีทราบ", "เสนออธิการบดีทราบ"), ("เสนอกองช่าง", "สำนักปลัด", "เสนอกองช่าง\nสำนักปลัด")],
)
def test_a_word_that_the_end_of_a_page_cuts_is_whole(end: str, beginning: str, read: str) -> None:
    area = PdfArea(50, 300)

    def row_of(text: str, page: int, *before: str) -> PdfRow:
        line = PdfLine((PdfPiece(text, 50, 110),), 700, 16, page=page)
        cells = [
            OldCell(tuple(OldParagraph(one, OldPlace("ก.pdf", 1, page)) for one in texts)) for texts in (before, [text])
        ]
        seen = {1: (line, area)} | ({0: (line, area)} if before else {})
        return PdfRow(cells, seen, seen)

    writer = PdfWriter("ก.pdf", PdfHabits(PdfJoints("", keeps_spaces=False), {(16, False): 20.0}, pages=frozenset()))
    [row] = together([row_of(end, 1, "๑")], [row_of(beginning, 2)], writer)
    assert [cell.text for cell in row.cells] == ["๑", read]


@pytest.mark.parametrize(
    ("above", "below", "on"),
    [
        (("ตัวชี้วัดที่ ๕", "การใช้อำนาจ"), ("ตัวชี้วัดที่ ๖", "การใช้ทรัพย์สิน"), True),
        (("ข้อ ๕ ก", "ข้อ ๖ ข"), ("ข้อ ๗ ค",), True),
        (("ตัวชี้วัดที่ ๕", "การใช้อำนาจ"), ("ตัวชี้วัดที่ ๕",), False),
        (("ข้อ ๕ ก", "ข้อ ๖ ข"), ("ข้อ ๖ ข",), False),
        (("ข้อ ๕",), ("ตัวชี้วัดที่ ๖",), False),
        ((), ("ข้อ ๖",), False),
        (("ตัวชี้วัดที่", "๕", "การใช้อำนาจ"), ("ตัวชี้วัดที่", "๖", "การใช้ทรัพย์สิน"), True),
        (("ลำดับที่",), ("๑", "การปฏิบัติหน้าที่"), True),
        (("ลำดับที่",), ("๒",), False),
        (("จัดทำคู่มือ",), ("จำนวน ๑ เล่ม",), False),
        (("ข้อ ๕",), ("การใช้อำนาจ",), False),
    ],
)
def test_a_cell_counts_on_whose_number_is_the_next_whatever_stands_behind_it(
    above: tuple[str, ...], below: tuple[str, ...], on: bool
) -> None:
    one, two = (OldCell(tuple(OldParagraph(text, OldPlace("ก.pdf", 1)) for text in texts)) for texts in (above, below))
    assert counts_on(one, two) == on


def test_the_starts_of_lines_that_were_joined_are_told() -> None:
    [found] = [one for one in read(paragraph(LONG)).blocks if isinstance(one, OldParagraph)]
    assert found.text == LONG
    assert found.starts
    assert all(0 < one < two for one, two in pairwise((*found.starts, len(LONG))))


def test_a_list_set_in_columns_is_a_table_without_rules_with_the_lines_that_go_on_in_their_cells() -> None:
    people = [
        ("(๑) นายธีรเมธ จันทร์กระจ่าง", "นายช่างโยธาชำนาญงาน\nฝ่ายโยธา", "ประธานกรรมการ"),
        ("(๒) นางสาวปาณิสรา แก้วอำไพ", "นักพัฒนาสังคมปฏิบัติการ\nฝ่ายพัฒนาชุมชน", "กรรมการ"),
        ("(๓) หัวหน้าฝ่ายปกครอง", "", "กรรมการและเลขานุการ"),
    ]
    body = table(*(row(*(cell(paragraph(one)) for one in line)) for line in people), columns=(6, 5, 5))
    found = only_table(read(paragraph("คณะกรรมการ"), body))
    assert not found.ruled
    assert rows(found) == [list(line) for line in people]


NAME_OVER_TWO_LINES = "(%s)\tนางสาวปาณิสราภรณ์ จันทร์กระจ่าง"


def people_of(*people: tuple[str, str, str]) -> str:
    """A list in columns, of number and name, post and role, in which names go on behind their numbers."""
    hangs = f'<w:ind w:left="{0.9 * CM:.0f}" w:hanging="{0.9 * CM:.0f}"/>'
    lines = (row(*(cell(paragraph(one, hangs if one is line[0] else "")) for one in line)) for line in people)
    return table(*lines, columns=(5.4, 6, 5))


@pytest.mark.parametrize(
    "people",
    [
        [
            (NAME_OVER_TWO_LINES % "๑", "นักพัฒนาสังคมปฏิบัติการ\nฝ่ายพัฒนาชุมชน", "ประธานกรรมการ"),
            ("(๒)\tนายธีรเมธ จันทร์ดี", "นายช่างโยธาชำนาญงาน", "กรรมการ"),
            (NAME_OVER_TWO_LINES % "๓", "นักพัฒนาสังคมปฏิบัติการ\nฝ่ายพัฒนาชุมชน", "กรรมการ"),
        ],
        [
            ("(๑)\tปลัดเทศบาลบางสายทอง", "", "ประธานกรรมการ"),
            ("(๒)\tรองปลัดเทศบาลบางสายทอง", "", "กรรมการ"),
            (NAME_OVER_TWO_LINES % "๓", "นักพัฒนาสังคมปฏิบัติการ", "กรรมการ"),
        ],
        [(NAME_OVER_TWO_LINES % "๑๕", "นักพัฒนาสังคมปฏิบัติการ", "กรรมการ")],
    ],
    ids=["many", "one with a post", "alone"],
)
def test_where_names_go_on_behind_their_numbers_they_stay_in_their_column(people: list[tuple[str, str, str]]) -> None:
    duties = ["โดยให้คณะกรรมการมีหน้าที่กำกับ ติดตาม และรายงานผลการดำเนินงาน", "๑. จัดทำแผนงาน"]
    file = read(paragraph("คณะกรรมการ"), people_of(*people), *(paragraph(text, INDENT) for text in duties))
    found = [[one for one in line if one] for line in rows(only_table(file))]
    assert found == [[one.replace("\t", " ") for one in line if one] for line in people]
    assert texts(file) == ["คณะกรรมการ", *duties]


def test_a_row_that_begins_within_a_syllable_is_the_rest_of_the_one_above() -> None:
    people = [
        ("นายธีรเมธ จันทร์ดี", "นายช่างโยธาชำนาญงาน", "ประธานกรรมการ"),
        ("นายธีรเกษม แสงเพ็ชร", "นักพัฒนาสังคมปฏิบัติการ ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "กรรมการ"),
        ("นางปาณิสรา แก้วดี", "นักวิชาการคลังชำนาญการ", "กรรมการ"),
    ]
    lines = (row(*(cell(paragraph(one)) for one in line)) for line in people)
    file = read(paragraph("คณะกรรมการ"), table(*lines, columns=(3, 6, 5)))
    assert rows(only_table(file)) == [list(line) for line in people]


def test_lists_below_each_other_keep_columns_of_their_own() -> None:
    indent = '<w:tblLayout w:type="fixed"/><w:tblInd w:w="1200" w:type="dxa"/>'
    first = [("(๑) นายธีรเมธ จันทร์ดี", "ประธานกรรมการ"), ("(๒) นางสาวปาณิสรา แก้วอำไพ", "กรรมการ")]
    second = [("(๑) ปลัดเทศบาล", "สำนักปลัด", "ประธาน"), ("(๒) นิติกร", "กองคลัง", "เลขานุการ"), ("(๓) ครู", "", "กรรมการ")]
    lists = (
        table(*(row(*(cell(paragraph(one)) for one in line)) for line in people), columns=columns, properties=indent)
        for people, columns in ((first, (7, 4)), (second, (3.5, 3.5, 4)))
    )
    one, two = lists
    file = read(paragraph("คณะกรรมการอำนวยการ"), one, paragraph("คณะทำงาน"), two)
    assert [rows(found) for found in file.blocks if isinstance(found, OldTable)] == [
        [list(line) for line in first],
        [list(line) for line in second],
    ]


def printed_line(y: float, *pieces: tuple[float, str, float]) -> PdfLine:
    """A line of pieces, each with where it begins and ends."""
    return PdfLine(tuple(PdfPiece(text, x, right) for x, text, right in pieces), y, 16.0)


@pytest.mark.parametrize(("between", "running"), [([], {85.0}), ([(156.0, "โดยให้คณะกรรมการมีหน้าที่", 538.0)], set())])
def test_rows_run_where_they_go_on_at_the_edge_not_where_another_paragraph_does(
    between: list[tuple[float, str, float]], running: set[float]
) -> None:
    lines = [
        printed_line(100, (85.0, "(๑) นายธีรเมธ จันทร์ดี", 230.0), (250.0, "นายช่างโยธา", 400.0), (420.0, "กรรมการ", 538.0)),
        *(printed_line(120, piece) for piece in between),
        printed_line(120 + 20 * len(between), (85.0, "และเลขานุการ", 200.0), (250.0, "ฝ่ายโยธา", 300.0)),
    ]
    assert running_rows(lines) == running


def test_rows_of_numbered_paragraphs_go_on_where_their_further_lines_begin() -> None:
    stops = "".join(f'<w:tab w:val="left" w:pos="{at * CM:.0f}"/>' for at in (8, 12))
    hanging = f'<w:tabs>{stops}</w:tabs><w:ind w:left="900" w:hanging="700"/>'
    people = [
        "(๑) อาจารย์ ภาควิชาการตลาด\tนายธีรเมธ จันทร์ดี\tคณะทำงาน",
        "(๒) เจ้าหน้าที่บริหารงานทั่วไปชำนาญการ สำนักงานคณบดี\tนางสาวปาณิสรา แก้วอำไพ\tคณะทำงาน",
        "(๓) นักวิชาการศึกษา สำนักงานคณบดี\tนายธีรเกษม แสงเพ็ชร\tคณะทำงานและผู้ช่วยเลขานุการ",
        "(๔) ผู้จัดการฝ่ายพันธมิตรและการตลาด ฝ่ายพันธมิตร\tนางสาวปาณิสราภรณ์ แก้วอำไพ\tคณะทำงาน",
    ]
    file = read(paragraph("คณะทำงาน"), *(paragraph(one, hanging) for one in people), end=section(width=15.5))
    assert texts(file) == ["คณะทำงาน", *people]


def test_a_page_of_few_lines_ends_them_as_far_from_the_middle_of_its_headings_as_they_begin() -> None:
    headings = [paragraph(text, CENTRE) for text in ("การวิเคราะห์ผลการประเมิน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")]
    edges = '<w:pgMar w:top="1000" w:bottom="1000" w:left="1440" w:right="1440" w:header="500" w:footer="500"/>'
    end = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{edges}</w:sectPr>'
    text = f"{LONG[:90]} และประสิทธิภาพ"
    assert texts(read(*headings, paragraph(text), end=end))[-1] == text


def test_a_caption_at_the_end_of_a_page_ends_where_the_next_has_its_own_middle() -> None:
    captions = [
        "ประชุมชี้แจงบุคลากรทุกฝ่าย",
        "เมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖ ณ วัดบางวาส",
        "ผู้อำนวยการเขตบางสายทองประชุมชี้แจง ให้ข้อมูลบุคลากร",
        "เมื่อวันที่ ๙ มกราคม ๒๕๖๖",
    ]
    pages = [CENTRE, CENTRE, CENTRE + NEXT_PAGE, CENTRE]
    file = read(*(paragraph(one, place) for one, place in zip(captions, pages, strict=True)))
    assert texts(file) == captions


def test_captions_beside_each_other_keep_their_columns_where_one_is_full_and_goes_on_alone() -> None:
    left = ("ประชุมชี้แจง", "บุคลากรทุกฝ่าย", "เมื่อวันที่ ๒๖ มกราคม ๒๕๖๖ ณ ห้องประชุม ", "ชั้นสาม")
    right = ("ประชุมลูกจ้าง", "ฝ่ายโยธา", "เมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖")
    body = table(row(*(cell(*map(paragraph, one)) for one in (left, right))), columns=(6.7, 8))
    found = only_table(read(paragraph("ภาพกิจกรรม"), body, paragraph("ผู้รายงาน", '<w:spacing w:before="600"/>')))
    columns = [" ".join(one.text for line in found.rows for one in line[number].paragraphs) for number in (0, 1)]
    assert [one.split() for one in columns] == [" ".join(one).split() for one in (left, right)]


def test_one_line_in_columns_is_a_paragraph_with_tabs() -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs>'
    assert texts(read(paragraph("เรียน\tผู้อำนวยการเขต", tabs), paragraph("ข้อความ"))) == ["เรียน\tผู้อำนวยการเขต", "ข้อความ"]


def test_numbers_of_pages_are_left_out_as_letters_and_in_heads_that_come_back() -> None:
    body = ("คณะ", "ทำงาน", "รวบรวม", "ข้อมูล")
    heads = ("- ก -", "- ข -", "หน้า ค", "- ง -")
    assert texts(read(*_with_heads(heads, body))) == ["คณะทำงาน", "รวบรวม", "ข้อมูล"]
    heads = tuple(f"คำสั่งที่ ๑๒/๒๕๖๗ หน้า {number}" for number in "๑๒๓๔")
    file = read(*_with_heads(heads[:2], body[:2]))
    assert (texts(file), [one.text for one in file.aside]) == (["คณะทำงาน"], [heads[0]])
    assert texts(read(*_with_heads(("ก", "ข"), body[:2]))) == ["คณะทำงาน"]
    assert texts(read(*_with_heads(("ภาคผนวก ก", "ข"), body[:2]))) == ["ภาคผนวก ก", "คณะ", "ข", "ทำงาน"]


def _with_heads(heads: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[str]:
    for head, text in zip(heads, texts, strict=True):
        yield from (paragraph(head, RIGHT + NEXT_PAGE), paragraph(text))


def test_page_numbers_and_catchwords_are_left_out_and_text_goes_on_over_the_page() -> None:
    file = read(
        paragraph(LONG, INDENT),
        paragraph("โดยให้คณะกรรมการ...", RIGHT),
        paragraph("- ๒ -", CENTRE + NEXT_PAGE),
        paragraph("โดยให้คณะกรรมการมีหน้าที่ ดังนี้", INDENT),
        paragraph("ให้ดูหน้าถัดไป...", RIGHT),
        paragraph("- ๓ -", CENTRE + NEXT_PAGE),
        paragraph("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", INDENT),
    )
    assert texts(file) == [LONG, "โดยให้คณะกรรมการมีหน้าที่ ดังนี้", "ให้ดูหน้าถัดไป...", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]
    assert [one.origin.page for one in file.paragraphs() if one.new_page] == [2, 3]


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"


def written(content: bytes, signs: str = "", more: bytes = b"", kids: int = 1) -> bytes:
    """A PDF with this content on each page; its bytes from ``A`` on are drawn as Latin letters and read as
    ``signs``."""
    lines = "".join(f"<{65 + n:02X}> <{ord(sign):04X}>\n" for n, sign in enumerate(signs))
    codes = "begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
    cmap = f"{codes}{len(signs)} beginbfchar\n{lines}endbfchar\nendcmap"
    resources = b"<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources%s>>" % resources
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (kids, b"3 0 R " * kids),
        page,
        stream(content),
        FONT,
        stream(cmap.encode()),
        more or b"null",
    ]
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end


def stream(data: bytes, keys: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), keys, packed)


TEXT = b"BT /F 16 Tf 100 700 Td (ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ) Tj ET "
LOOP = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")
SCAN = stream(
    bytes(90_000), b"/Type/XObject/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceGray"
)
DRAWN = b"q 400 0 0 400 50 300 cm /X Do Q"


def test_what_is_written_by_hand_can_be_read() -> None:
    thai = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝ"
    assert texts(read_pdf("x.pdf", written(TEXT, thai))) == [thai + thai]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 no PDF", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged"),
        (written(TEXT)[:300], "damaged"),
        (written(b""), "scanned"),
        (written(DRAWN, more=SCAN), "scanned"),
        (
            written(b"3 Tr " + TEXT + DRAWN, more=SCAN),
            "scanned",
        ),  # text unseen behind a scan, as another program read it
        (written(TEXT, "".join(chr(0xE000 + n) for n in range(26))), "fonts"),
        (written(TEXT, "\u0e48\u0e49\u0e38\u0e34" * 7), "fonts"),
        (written(TEXT, kids=2_001), "long"),
    ],
)
def test_what_is_not_read_is_told_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(PdfRefusedError) as error:
        read_pdf("x.pdf", data)
    assert error.value.kind == kind


STRIPS = b" ".join(b"q 595 0 0 150 0 %d cm /X Do Q" % (150 * number) for number in range(4))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"q 500 0 0 700 50 70 cm /X Do Q", ["2"]),
        (STRIPS, ["2"]),  # as some scanners cut a page
        (b"3 Tr " + TEXT, ["2"]),  # what another program guessed of it
        (b"BT /F 16 Tf 100 700 Td (ABC) Tj ET q 500 0 0 700 50 70 cm /X Do Q", ["2"]),
        (TEXT + b"q 500 0 0 700 50 70 cm /X Do Q", []),  # a picture behind the text
        (DRAWN, []),  # a photo
        (b"", []),
    ],
)
def test_pages_that_are_scanned_among_others_are_told(content: bytes, told: list[str]) -> None:
    thai = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝ"
    writer = pypdf.PdfWriter()
    for page in (TEXT, content, TEXT):
        writer.append(io.BytesIO(written(page, thai, SCAN)))
    made = io.BytesIO()
    writer.write(made)
    file = read_pdf("x.pdf", made.getvalue())
    assert [(one.kind, one.message.rpartition(" ")[2]) for one in file.problems] == [
        ("import-pages-scanned", page) for page in told
    ]
    read = 3 * len(thai + thai) if content.startswith(TEXT) else 2 * len(thai + thai)
    assert len("".join(texts(file))) == read + 3 * (b"(ABC)" in content)


LARGE = b"/Type/XObject/Subtype/Image/Width 4000/Height 4000/BitsPerComponent 8/ColorSpace/DeviceGray"


def test_a_picture_that_is_too_large_is_told_and_a_photo_comes_along_however_many_pixels_it_has() -> None:
    file = read_pdf("x.pdf", written(TEXT + DRAWN, more=stream(bytes(16_000_000), LARGE)))
    assert [(one.kind, "หน้า 1" in one.message) for one in file.problems] == [("import-photo-unusable", True)]
    made = io.BytesIO()
    Image.new("L", (4000, 4000)).save(made, "JPEG")
    photo = b"<<%s/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (LARGE, len(made.getvalue()), made.getvalue())
    file = read_pdf("x.pdf", written(TEXT + DRAWN, more=photo))
    assert [one.data for one in file.blocks if isinstance(one, Photo)] == [made.getvalue()]
    assert file.problems == ()


def test_a_pdf_that_is_too_large_is_told_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MAX_FILE", child.MB)
    with pytest.raises(PdfRefusedError, match="ขนาด 2 MB เกินกำหนด 1 MB") as error:
        read_pdf("x.pdf", b"%PDF-1.7" + bytes(child.MB))
    assert error.value.kind == "long"


def test_a_password_is_told() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written(TEXT)))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(PdfRefusedError, match="รหัสผ่าน"):
        read_pdf("x.pdf", made.getvalue())


@pytest.mark.soak
def test_a_page_that_is_drawn_for_ever_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT", 1.5)
    with pytest.raises(PdfRefusedError) as error:
        read_pdf("x.pdf", written(b"/X Do", more=LOOP))
    assert error.value.kind in ("long", "damaged")  # it runs out of time, or of room before that


def test_pictures_come_out_once_each_but_for_ornaments() -> None:
    small = b"q 30 0 0 30 50 750 cm /X Do Q "
    file = read_pdf("ภาพ.pdf", written(TEXT + small + DRAWN + DRAWN, "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝ", more=SCAN))
    [photo] = [one for one in file.blocks if isinstance(one, Photo)]
    assert (photo.name, photo.origin.page) == ("ภาพ_1.png", 1)
    assert Image.open(io.BytesIO(photo.data)).size == (300, 300)


def test_pictures_in_a_table_know_the_lines_below_them() -> None:
    signs = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝ"
    rules = [*(f"100 {y} m 500 {y} l S" for y in (700, 500, 460)), *(f"{x} 700 m {x} 460 l S" for x in (100, 300, 500))]
    words = ["BT /F 16 Tf 110 470 Td (ABC) Tj ET", "BT /F 16 Tf 310 470 Td (DEF) Tj ET"]
    drawn = ["q 150 0 0 150 320 520 cm /X Do Q", "BT /F 16 Tf 100 400 Td (GHI) Tj ET"]
    content = " ".join((*rules, *words, *drawn)).encode()
    file = read_pdf("ภาพ.pdf", written(TEXT + content, signs, more=SCAN))
    *_, table, photo, after = file.blocks
    assert isinstance(table, OldTable)
    assert isinstance(photo, Photo)
    assert isinstance(after, OldParagraph)
    assert photo.caption == table.rows[1][1].paragraphs[0].origin
    assert (table.rows[1][1].text, after.text) == ("งจฉ", "ชซฌ")


CAPTIONS = (
    (100, (80.0, "วันที่ ๙ มกราคม ๒๕๖๗ ปลัดประชุมพนักงาน", 290.0), (330.0, "วันที่ ๘ มีนาคม ๒๕๖๗ อบรม", 480.0)),
    (120, (120.0, "ณ ห้องประชุม", 250.0), (340.0, "ณ ศาลาอเนกประสงค์", 470.0)),
    (140, (340.0, "บ้านหนองบัว", 470.0)),
)


@pytest.mark.parametrize(
    ("boxes", "more", "read"),
    [
        ([(100, 10, 270, 90), (327, 10, 497, 90)], [], [[3, {0: 0, 1: 1}]]),
        ([(100, 10, 270, 90), (327, 10, 497, 90)], [(160, (80.0, "ข้อความที่ยาวเต็มบรรทัด", 480.0))], [[3, {0: 0, 1: 1}]]),
        ([(100, 10, 270, 90), (327, 10, 497, 90)], [(240, (80.0, "จบ", 100.0))], [[3, {0: 0, 1: 1}]]),  # far below
        ([(100, 10, 270, 90)], [], []),  # one picture alone
        ([(100, 150, 270, 190), (327, 150, 497, 190)], [], []),  # the pictures below their captions
        (
            [(100, 10, 270, 90), (327, 10, 497, 90), (100, 150, 270, 230)],
            [(240, (80.0, "วันที่ ๑ เมษายน ๒๕๖๗", 280.0)), (260, (80.0, "รณรงค์", 200.0))],
            [[3, {0: 0, 1: 1}], [2, {2: 0}]],
        ),
    ],
)
def test_captions_below_pictures_beside_each_other_stand_in_their_columns(
    boxes: list[tuple[float, float, float, float]],
    more: list[tuple[float, tuple[float, str, float]]],
    read: list[list[object]],
) -> None:
    lines = [printed_line(y, *pieces) for y, *pieces in (*CAPTIONS, *more)]
    assert [[len(one.lines), dict(one.of)] for one in captions_of(lines, boxes)] == read


def test_a_caption_that_is_full_to_the_next_ends_where_that_begins() -> None:
    def letters_of(text: str, at: float, run: int) -> list[PdfLetter]:
        places = (at + 5 * n for n in range(len(text)))
        return [PdfLetter(one, x, x + 5, 160, 16, bold=False, run=run) for one, x in zip(text, places, strict=True)]

    letters = (*letters_of("ร่วมกับชุมชนสวนผัก", 200, 1), *letters_of("ผู้แทนชุมชนสวนผัก", 330, 2))
    full = PdfLine((PdfPiece("".join(one.text for one in letters), 200, 415, letters),), 160, 16.0)
    lines = [*(printed_line(y, *pieces) for y, *pieces in CAPTIONS), full]
    [captions] = captions_of(lines, [(100, 10, 270, 90), (327, 10, 497, 90)])
    assert [piece.text for piece in captions.lines[-1].pieces] == ["ร่วมกับชุมชนสวนผัก", "ผู้แทนชุมชนสวนผัก"]


def test_a_caption_in_a_column_is_whole_and_its_picture_knows_where_it_begins() -> None:
    area = PdfArea(80, 500)
    writer = PdfWriter(
        "ก.pdf", PdfHabits(PdfJoints("", keeps_spaces=False), {(16, False): 20.0}, pages=frozenset([area]))
    )
    [captions] = captions_of(
        [printed_line(y, *pieces) for y, *pieces in CAPTIONS], [(100, 10, 270, 90), (327, 10, 497, 90)]
    )
    table, begins = captions.table(writer)
    assert [[one.text.replace("\n", "") for one in row] for row in table.rows] == [
        ["วันที่ ๙ มกราคม ๒๕๖๗ ปลัดประชุมพนักงานณ ห้องประชุม", "วันที่ ๘ มีนาคม ๒๕๖๗ อบรมณ ศาลาอเนกประสงค์บ้านหนองบัว"]
    ]
    assert begins == {at: table.rows[0][at].paragraphs[0].origin for at in (0, 1)}


@pytest.mark.parametrize(("x", "y", "beside"), [(300, 520, True), (300, 340, False)])
def test_pictures_beside_each_other_are_known(x: int, y: int, beside: bool) -> None:
    def drawn(x: int, y: int, shade: str) -> bytes:
        inside = f"BI /W 4 /H 4 /BPC 8 /CS /G /F /AHx ID {shade * 16}> EI"
        return f"q 150 0 0 150 {x} {y} cm {inside} Q ".encode()

    file = read_pdf("ภาพ.pdf", written(TEXT + drawn(100, 500, "7F") + drawn(x, y, "A0"), "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝ"))
    assert [one.beside for one in file.blocks if isinstance(one, Photo)] == [beside, beside]


def raw(*signs: tuple[str, float, float, tuple[float, float]]) -> Raw:
    """A page with these characters on one line: each with its start and end, and the edges of what it draws."""
    numbers = [
        number
        for sign, x, right, box in signs
        for number in (ord(sign), int(100 * x), 70_000, int(100 * right), int(100 * box[0]), int(100 * box[1]), 0, 0)
    ]
    return Raw((59_500, 84_200), numbers, [[1600, 0, 0, 0]], [], [])


def spread(text: str) -> list[tuple[str, float, float, tuple[float, float]]]:
    """Each letter of a text without marks seven points behind the other."""
    return [(sign, 100 + 7 * n, 107 + 7 * n, (0, 0)) for n, sign in enumerate(text)]


def test_a_mark_at_the_end_of_a_line_goes_back_to_the_letter_below_it() -> None:
    line = [
        *spread("ตลงชัน"[:3] + "ชน"),
        ("\u0e34", 121, 121, (109, 113)),
        ("\u0e48", 135, 135, (112, 114)),
        ("\u0e31", 128, 128, (123, 127)),
    ]
    [found] = lines_of(letters(raw(*line)))
    assert found.text == "ตลิ่งชัน"


def test_a_mark_that_stands_over_the_letter_before_the_last_is_of_that() -> None:
    line = [*spread("ศกดดา")]
    line[4:4] = [("\u0e4c", 126, 126, (118.5, 121.5))]  # behind the second ด, over the first
    assert [one.text for one in letters(raw(*line))] == ["ศ", "ก", "ด์", "ด", "า"]
    line[4:5] = [("\u0e4c", 126, 126, (119.5, 122.5))]  # over the last, by a hair
    assert [one.text for one in letters(raw(*line))] == ["ศ", "ก", "ด", "ด์", "า"]


def test_a_mark_that_begins_a_line_is_of_the_letter_that_ended_the_one_above() -> None:
    page = raw(*spread("พม"), ("\u0e35", 125, 125, (115, 119)), ("ค", 125, 132, (0, 0)))
    page.letters[8 + 2] = 60_000  # ม stands a line higher
    assert [one.text for one in letters(page)] == ["พ", "มี", "ค"]


def test_a_mark_behind_the_spaces_of_a_line_goes_back_to_its_letter() -> None:
    for width, spaced in ((4, True), (0, False)):
        line = [*spread("วดท"), (" ", 140, 140 + width, (0, 0)), ("\u0e48", 144, 144, (150, 152))]
        [found] = lines_of(letters(raw(*line)))
        assert (found.text, found.spaced) == ("วดท่", spaced)


def test_signs_that_nobody_sees_are_none_and_others_are_what_they_show() -> None:
    signs = [*spread("กข"), ("\u200b", 114, 114, (0, 0)), ("\u00a0", 114, 121, (0, 0)), ("\x02", 121, 128, (0, 0))]
    assert [one.text for one in letters(raw(*signs, ("\u00ad", 128, 128, (0, 0)), ("ค", 128, 135, (0, 0))))] == [
        *"กข -ค"
    ]


def test_a_mark_that_is_drawn_behind_its_sara_am_stands_before_it() -> None:
    [found] = lines_of(letters(raw(*spread("น"), ("\u0e33", 107, 114, (0, 0)), ("\u0e49", 114, 114, (109, 112)))))
    assert found.text == "น้ำ"


def test_private_marks_are_those_they_draw() -> None:
    line = [*spread("ป"), ("\uf701", 107, 107, (101, 105)), ("\uf70b", 107, 107, (102, 106)), *spread("  น")[2:]]
    assert [one.text for one in letters(raw(*line))] == ["ปิ้", "น"]


def test_letters_that_a_browser_draws_by_one_glyph_are_told_once() -> None:
    base = [(sign, 100.0, end, (100, end)) for sign, end in (("ส", 102.0), ("\u0e31", 104.0), ("\u0e48", 106.0))]
    after = [("ง", 106.5, 112.0, (0, 0))]
    echo = [(sign, 112.0, end, (103, end)) for sign, end in (("ส", 104.0), ("\u0e31", 104.5), ("\u0e48", 105.0))]
    am = [("ส", 112.5, 115.0, (0, 0)), ("\u0e33", 112.5, 118.0, (0, 0)), ("น", 125.0, 131.0, (0, 0))]
    [found] = lines_of(letters(raw(*base, *after, *echo, *am)), spaceless=True)
    assert found.text == "สั่งสำน"


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        # a space that the library has seen twice, and those that it passes over: behind SARA AA, at another script
        ([("ก", 100, 107), (" ", 107, 112), (" ", 112, 112), ("ข", 112, 119)], "ก ข"),
        ([("ก", 83, 90), (" ", 90, 95), ("ม", 95, 102), ("า", 102, 109), ("ข", 115.2, 122)], "ก มา ข"),
        ([("ก", 90, 97), (" ", 97, 102), ("ม", 102, 109), ("8", 114.5, 121)], "ก ม 8"),
        ([("ย", 100, 107), ("(", 113.5, 118)], "ย ("),
        # what no other space of the line is as narrow as
        ([("ก", 90, 97), (" ", 97, 102), ("ม", 102, 109), ("ข", 114.5, 121)], "ก ม\tข"),
        ([("า", 102, 109), ("ข", 115.2, 122)], "า\tข"),
    ],
)
def test_where_a_gap_is_a_space(signs: list[tuple[str, float, float]], text: str) -> None:
    [found] = lines_of(letters(raw(*((sign, x, right, (x, right)) for sign, x, right in signs))))
    assert found.text == text


def test_a_narrow_letter_may_stand_twice() -> None:
    thin = [("|", 100.0, 101.0, (100, 101)), ("|", 101.0, 102.0, (101, 102)), ("ก", 103.0, 110.0, (103, 110))]
    assert [one.text for one in letters(raw(*thin))] == ["|", "|", "ก"]


@pytest.mark.parametrize(
    ("taken_apart", "whole"),
    [
        ("ท\u0e4dา", "ทำ"),
        ("ส\u0e4d านักงาน", "สำนักงาน"),
        ("ส านักงาน", "สำนักงาน"),
        ("น ้า", "น้ำ"),
        ("น้\u0e4dา", "น้ำ"),
        ("อา\u0e4dนาจ", "อำนาจ"),
        ("การ อาศัย", "การ อาศัย"),
    ],
)
def test_sara_am_is_whole(taken_apart: str, whole: str) -> None:
    assert mended(taken_apart) == whole


@pytest.mark.parametrize(
    ("one", "two", "between"),
    [
        ("ในการ", "ดำเนินงาน", ""),
        ("ประจำปีงบประมาณ", "พ.ศ. ๒๕๖๖", " "),
        ("จำนวน", "๑๖ โรงเรียน", " "),
        ("พ.ศ. ๒๕๖๖", "ซึ่ง", " "),
        ("ต่าง", "ๆ ของ", " "),
        ("External", "Integrity", " "),
        ("ภาครัฐ (ITA)", "สำนักงาน", " "),
        ("(๔) นายธีรเมธ", "จันทร์กระจ่าง", " "),
        ("(๒) นางสาวนภัสวรรณ", "ศรีสุขสม", " "),
        ("(๒) นักวิชาการศึกษา ฝ่ายการศึกษา\tนางพิมพ์ใจ", "ดอกรัก\tคณะทำงาน", " "),
        ("(๒) นักวิชาการศึกษา ฝ่ายการศึกษา", "นางพิมพ์ใจ ดอกรัก\tคณะทำงาน", "\t"),
        ("นักวิชาการศึกษา ฝ่ายการศึกษา", "นางพิมพ์ใจ ดอกรัก\tคณะทำงาน", ""),
        ("(๑) ให้", "นายกเทศมนตรี ตำบล\tประธาน", ""),
        ("(๑) ตามที่", "นางพิมพ์ใจ ดอกรัก เสนอ", ""),
        ("ผู้ช่วยศาสตราจารย์กฤษณะ", "ถ่องแท้", " "),
        ("นางสาวดอนแสงพิมล ธนภรณ์", "วุฒิ", ""),
        ("นายกสโมสร", "โรตารี", ""),
        ("เภสัชกรร", "มและคุ้มครองผู้บริโภค", ""),
        ("(มี.", "ค. และ", ""),
        ("มิ.ย.", "และ ก.ย.", " "),
        ("มิ.ย. และ", "ก.ย.", " "),
        ("หน่วยงาน", "(ต่อ)", " "),
        ("ผู้จัดการฝ่ายพันธมิตรและการตลาด", "ฝ่ายพันธมิตรและการตลาด", " "),
        ("https://www.donsai.", "go.th/ita/o34", ""),
        ("ดูที่ www.donsai.go.th/ita/", "o34", ""),
        ("https://www.donsai.go.th", "Facebook", " "),
        ("www.donsai.go.th/ita", "ของเทศบาล", " "),
    ],
)
def test_a_space_at_the_end_of_a_line_is_known_by_the_signs_beside_it(one: str, two: str, between: str) -> None:
    joints = PdfJoints.of([("ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", False), ("ข้อความ", True)])
    assert joints.between(one, two, spaced=False) == between


@pytest.mark.parametrize(("sign", "text"), [(".", "ดร."), (")", "ดร)"), ("ก", "ดร\tก")])
def test_a_point_of_another_font_begins_no_column(sign: str, text: str) -> None:
    line = [("ด", 100.0, 107.0, (0, 0)), ("ร", 107.0, 114.0, (0, 0)), (sign, 119.0, 123.0, (0, 0))]
    [found] = lines_of(letters(raw(*line)))
    assert found.text == text


@pytest.mark.parametrize(("first", "mark", "then"), [("ฝ", "\u0e48", "าย"), ("ป", "\u0e35", "งบ")])
def test_a_space_without_width_behind_a_tall_letter_is_none(first: str, mark: str, then: str) -> None:
    """Fonts draw one to move the marks of the letter."""
    line = [(first, 100.0, 107.0, (0, 0)), (mark, 105.0, 105.0, (102, 105)), (" ", 107.0, 107.0, (0, 0))]
    rest = [(sign, 107 + 7 * n, 114 + 7 * n, (0, 0)) for n, sign in enumerate(then)]
    [found] = lines_of(letters(raw(*line, *rest)))
    assert found.text == first + mark + then


def with_note(kind: bytes, drawn: bytes = b"", more: bytes = b"") -> OldFile:
    """What is read of a page on which a note of this kind lies, which shows what is ``drawn``."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written(TEXT)))
    page, note = writer.pages[0], pypdf.generic.DictionaryObject()
    name = pypdf.generic.NameObject
    note.update({name("/Subtype"): name(f"/{kind.decode()}"), name("/F"): pypdf.generic.NumberObject(4)})
    note[name("/Rect")] = pypdf.generic.ArrayObject(map(pypdf.generic.NumberObject, (100, 500, 400, 540)))
    if more:
        note[name(f"/{more.decode()}")] = pypdf.generic.TextStringObject("ก")
    if drawn:
        look = pypdf.generic.DecodedStreamObject()
        look.set_data(drawn)
        look.update({name("/Subtype"): name("/Form"), name("/Resources"): page["/Resources"]})
        look[name("/BBox")] = pypdf.generic.ArrayObject(map(pypdf.generic.NumberObject, (0, 0, 300, 40)))
        note[name("/AP")] = pypdf.generic.DictionaryObject({name("/N"): writer._add_object(look)})
    page[name("/Annots")] = pypdf.generic.ArrayObject([writer._add_object(note)])
    made = io.BytesIO()
    writer.write(made)
    return read_pdf("x.pdf", made.getvalue())


@pytest.mark.parametrize("kind", [b"FreeText", b"Stamp", b"Widget"])
def test_filled_fields_and_notes_are_read_as_they_show(kind: bytes) -> None:
    file = with_note(kind, b"BT /F 16 Tf 5 10 Td (FILLED) Tj ET")
    assert (texts(file)[1:], file.problems) == (["FILLED"], ())


@pytest.mark.parametrize(
    ("kind", "drawn", "more", "told"),
    [
        (b"Link", b"", b"Contents", 0),
        (b"Popup", b"", b"Contents", 0),
        (b"Widget", b"", b"", 0),
        (b"Widget", b"", b"V", 1),
        (b"FreeText", b"", b"Contents", 1),
        (b"Text", b"q Q", b"Contents", 1),
        (b"StrikeOut", b"q Q", b"", 1),
    ],
)
def test_notes_of_which_no_picture_says_all_are_told(kind: bytes, drawn: bytes, more: bytes, told: int) -> None:
    problems = with_note(kind, drawn, more).problems
    assert [(one.kind, "(หน้า 1)" in one.message) for one in problems] == [("import-parts-unread", True)] * told


def test_stamps_and_what_the_file_says_to_be_of_pages_stand_aside() -> None:
    stamp = b"BT /F 16 Tf 0.7 0.7 -0.7 0.7 200 400 Tm (STAMP) Tj ET "
    foot = b"/Artifact BMC BT /F 16 Tf 100 50 Td (FOOT) Tj 300 0 Td (OTHER) Tj ET BT /F 16 Tf 500 20 Td (7) Tj ET EMC "
    unseen = b"BT /F 16 Tf 3 Tr 100 100 Td (UNSEEN) Tj ET"
    file = read_pdf("x.pdf", written(TEXT + stamp + foot + unseen))
    assert len(texts(file)) == 1
    assert [one.printed for one in file.aside if isinstance(one, OldParagraph)] == ["STAMP", "FOOT", "OTHER"]
    assert str(file.aside[1].origin) == "x.pdf หน้า 1 นอกเนื้อความ 2"


def test_a_page_of_letters_that_are_strokes_is_told_as_a_scan() -> None:
    strokes = b"10 10 m 20 10 l 20 20 l 10 20 l h f " * 300
    made = pypdf.PdfWriter()
    for content in (TEXT, strokes, strokes[:720], TEXT + strokes):
        made.append(io.BytesIO(written(content)))
    data = io.BytesIO()
    made.write(data)
    (problem,) = read_pdf("x.pdf", data.getvalue()).problems
    assert (problem.kind, problem.message.rpartition(" ")[2]) == ("import-pages-scanned", "2")


@pytest.mark.parametrize(
    ("turns", "size", "place", "box"),
    [
        (0, (200, 300), (30, 40), (30, 40, 70, 90)),
        (1, (300, 200), (260, 30), (210, 30, 260, 70)),
        (2, (200, 300), (170, 260), (130, 210, 170, 260)),
        (3, (300, 200), (40, 170), (40, 130, 90, 170)),
    ],
)
def test_a_page_that_is_turned_is_measured_as_it_is_read(
    turns: int, size: tuple[int, int], place: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    """A page of 200 by 300 whose corner is not that of its paper, and a box 30 from its left and 40 from its top."""

    class Page:
        def get_bbox(self) -> tuple[float, float, float, float]:
            return 10, 20, 210, 320

    turned = Turned(Page(), turns)
    assert (turned.size, turned.point(40, 280)) == (size, place)
    assert turned.edges(40, 280, 80, 230) == box


def ruled(*texts: str, rules: str, more: str = "") -> bytes:
    """A page with two rows of two texts on a grid that ``rules`` draw, and a text below it."""
    places = [(110, 670), (210, 670), (110, 630), (210, 630), (100, 560)]
    words = [f"BT /F 16 Tf {x} {y} Td ({text}) Tj ET" for (x, y), text in zip(places, texts, strict=True)]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
    drawn = " ".join((f"q {rules} Q", *words))
    return written(drawn.encode(), "กขคงจฉชซญฎฏฐณดตถทธนบปผพฟภม", stream(more.encode(), form) if more else b"")


def level(y: float, left: float = 100, right: float = 300) -> str:
    return f"{left} {y} m {right} {y} l S"


def upright(x: float, top: float = 700, bottom: float = 620) -> str:
    return f"{x} {top} m {x} {bottom} l S"


LINES = " ".join([*map(level, (700, 660, 620)), *map(upright, (100, 200, 300))])
CELLS = " ".join(f"{x} {y} 100 40 re S" for x in (100, 200) for y in (660, 620))
AREAS = " ".join(
    [*(f"100 {y} 200 .5 re f" for y in (700, 660, 620)), *(f"{x} 620 .5 80 re f" for x in (100, 200, 300))]
)
PIECES = " ".join(
    [
        *(f"{level(y, 100, 230)} {level(y, 120, 180)} {level(y + 1, 203, 300)}" for y in (700, 660, 620)),
        *(f"{upright(x, 700, 662)} {upright(x, 659, 620)}" for x in (100, 200, 300)),
    ]
)
OPEN_BESIDE = " ".join([*map(level, (700, 660, 620)), upright(200)])
OPEN_ABOVE = " ".join([level(660), *map(upright, (100, 200, 300))])
WITH_ANOTHER = " ".join([LINES, *(level(y, 350, 550) for y in (700, 660, 620)), *map(upright, (350, 450, 550))])
CURVED = LINES.replace("l S", "l 400 400 450 450 500 500 c S")
TEXTS = ("ABC", "DEF", "GHI", "JKL", "MNOP")


@pytest.mark.parametrize(
    "rules",
    [
        LINES,
        CELLS,
        AREAS,
        PIECES,
        OPEN_BESIDE,
        OPEN_ABOVE,
        WITH_ANOTHER,
        f"1 0 0 1 -9 5 cm {LINES.replace('S', 's')} 0 1 -1 0 0 0 cm",
    ],
    ids=["lines", "cells", "areas", "pieces", "open beside", "open above", "with another", "moved"],
)
def test_a_table_is_one_whatever_its_rules_are_drawn_with(rules: str) -> None:
    file = read_pdf("x.pdf", ruled(*TEXTS, rules=rules))
    assert rows(only_table(file)) == [["กขค", "งจฉ"], ["ชซญ", "ฎฏฐ"]]
    assert texts(file) == ["ณดตถ"]


def test_rules_within_a_form_stand_where_it_does() -> None:
    within = LINES.replace("100", "50").replace("200", "150").replace("300", "250")
    file = read_pdf("x.pdf", ruled(*TEXTS, rules="1 0 0 1 50 0 cm /X Do", more=within))
    assert rows(only_table(file)) == [["กขค", "งจฉ"], ["ชซญ", "ฎฏฐ"]]


HATCHED = " ".join([*(level(4 * n, 0, 600) for n in range(150)), *(upright(4 * n, 700, 0) for n in range(150))])


@pytest.mark.parametrize(
    "rules",
    [f"1 G {LINES}", CURVED, AREAS.replace(".5", "9"), HATCHED, level(660), CELLS.replace("re S", "re n")],
    ids=["white", "curved", "thick", "hatched", "one", "unseen"],
)
def test_what_is_no_rule_makes_no_table(rules: str) -> None:
    file = read_pdf("x.pdf", ruled(*TEXTS, rules=rules))
    assert [one for one in file.blocks if isinstance(one, OldTable) and one.ruled] == []


def test_cells_without_a_rule_between_them_are_one() -> None:
    without = LINES.replace(upright(200), upright(200, 660, 620))
    assert rows(only_table(read_pdf("x.pdf", ruled(*TEXTS, rules=without)))) == [["กขค งจฉ"], ["ชซญ", "ฎฏฐ"]]
    corner = " ".join([level(700), level(660, 200), level(620), upright(100), upright(200, 660), upright(300)])
    assert rows(only_table(read_pdf("x.pdf", ruled(*TEXTS, rules=corner)))) == [["กขค งจฉ\nชซญ"], ["", "ฎฏฐ"]]
    corner = " ".join(
        [level(700), level(660, 100, 200), level(620), upright(100), upright(200, 700, 660), upright(300)]
    )
    assert rows(only_table(read_pdf("x.pdf", ruled(*TEXTS, rules=corner)))) == [["กขค", "งจฉ\nชซญ ฎฏฐ"], [""]]


@pytest.mark.parametrize("name", ["MAX_PAGES", "MAX_LETTERS", "MAX_OBJECTS"])
def test_a_pdf_that_holds_too_much_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(child, "_run", here)
    data = ruled(*TEXTS, rules=LINES)
    assert read_pdf("x.pdf", data).problems == ()
    monkeypatch.setattr(worker, name, 0)
    with pytest.raises(PdfRefusedError, match="ยาวหรือซับซ้อน") as error:
        read_pdf("x.pdf", data)
    assert error.value.kind == "long"


def test_a_drawing_of_very_many_rules_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_run", here)
    monkeypatch.setattr(worker, "MAX_RULES", 5)
    assert [type(one) for one in read_pdf("x.pdf", ruled(*TEXTS, rules=LINES)).blocks] == [OldTable, OldParagraph]


def test_a_pdf_that_needs_more_memory_than_may_be_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_pages: worker.Pages) -> list[dict[str, object]]:
        raise MemoryError

    monkeypatch.setattr(child, "_run", here)
    monkeypatch.setattr(worker.Pages, "read", read)
    with pytest.raises(PdfRefusedError) as error:
        read_pdf("x.pdf", ruled(*TEXTS, rules=LINES))
    assert error.value.kind == "long"


def test_a_pdf_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT", 0.0)
    with pytest.raises(PdfRefusedError, match="ยาวหรือซับซ้อน") as error:
        read_pdf("x.pdf", written(TEXT))
    assert error.value.kind == "long"


def test_a_catchword_before_a_table_is_left_out_and_a_row_that_says_that_it_goes_on_is_one() -> None:
    head = row(cell(paragraph("ตัวชี้วัด")), cell(paragraph("มาตรการ")))
    first = row(cell(paragraph("ตัวชี้วัดที่ ๑")), cell(paragraph("จัดทำคู่มือ"), paragraph("อบรม")))
    more = row(cell(paragraph("ตัวชี้วัดที่ ๑ (ต่อ)")), cell(paragraph("สำรวจ")))
    merged = row(cell(paragraph("รวมทุกตัวชี้วัด"), properties='<w:gridSpan w:val="2"/>', width=10))
    file = read(
        table(head, first, properties=RULED),
        paragraph("ตัวชี้วัดที่ ๑...", RIGHT),
        paragraph("", NEXT_PAGE),
        table(more, merged, properties=RULED),
        end=section(lines=8),
    )
    assert rows(only_table(file)) == [
        ["ตัวชี้วัด", "มาตรการ"],
        ["ตัวชี้วัดที่ ๑", "จัดทำคู่มือ\nอบรม\nสำรวจ"],
        ["รวมทุกตัวชี้วัด"],
    ]
    assert texts(file) == []


def people(*lines: tuple[str, ...], columns: tuple[float, ...], look: str = "") -> str:
    cells = (row(*(cell(*map(paragraph, one.split("|"))) for one in line)) for line in lines)
    return table(*cells, columns=columns, properties=f'<w:tblLayout w:type="fixed"/>{look}')


LONGER = "ทบทวนคู่มือการปฏิบัติงาน ชี้แจงเจ้าหน้าที่ทุกระดับให้ทราบ และเผยแพร่บนเว็บไซต์ของหน่วยงานให้ประชาชนทราบโดยทั่วกัน"
SEATS = [
    ("นายธีรเมธ จันทร์ดี", "นายช่างโยธาชำนาญงาน|ฝ่ายโยธา", "ประธานกรรมการ"),
    ("นางสาวปาณิสรา แก้วอำไพ", "นักพัฒนาสังคมปฏิบัติการ", "กรรมการ"),
    ("ว่าที่ร้อยตรีหญิงปาณิสราภรณ์ จันทร์กระจ่าง", "นิติกร", "เลขานุการ"),
]
MARKED = [(f"({number})\t{name}", post, role) for number, (name, post, role) in zip("๑๒๓", SEATS, strict=True)]
APART = '<w:spacing w:before="400"/>' + INDENT
BOLD = "<w:p><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>{}</w:t></w:r></w:p>"
BODIES: dict[str, tuple[list[str], str]] = {
    "a list whose last name ends alone below it": (
        [paragraph("คณะกรรมการ"), people(*SEATS, columns=(4.2, 6, 5)), paragraph("มีหน้าที่กำกับการประเมิน", APART)],
        "",
    ),
    "a marked list beside what stands below it": (
        [people(*MARKED[:2], columns=(6, 6, 4)), paragraph("ให้ผู้ได้รับแต่งตั้งปฏิบัติหน้าที่"), paragraph("๑. กำกับ", INDENT)],
        "",
    ),
    "a list over pages": ([paragraph("คณะกรรมการ"), people(*SEATS, *SEATS, columns=(7, 6, 4))], section(lines=4)),
    "a row that a page cuts in all its cells": (
        [table(row(cell(paragraph(LONGER)), cell(paragraph(f"{LONGER}{LONGER}"))), properties=RULED), paragraph("จบ")],
        section(lines=4),
    ),
    "tables over pages whose rows are merged otherwise": (
        [
            table(
                row(cell(paragraph("๑")), cell(paragraph("อบรม"))),
                row(cell(paragraph("๒")), cell(paragraph("ประกาศ"))),
                row(cell(paragraph("รวม"), properties='<w:gridSpan w:val="2"/>', width=10)),
                properties=RULED,
            )
        ],
        section(lines=2),
    ),
    "headings and lines that are ended": (
        [
            BOLD.format("๑. หลักการและเหตุผล"),
            paragraph(LONG, INDENT),
            BOLD.format("๒. วัตถุประสงค์"),
            paragraph("๒.๑ เพื่อส่งเสริมคุณธรรม\n๒.๒ เพื่อยกระดับความโปร่งใส", INDENT),
            paragraph("ก. ผู้อำนวยการเขต\nข. หัวหน้าฝ่าย"),
            paragraph(f"- {LONGER}"),
            paragraph("จึงเรียนมาเพื่อโปรดพิจารณา", APART),
        ],
        "",
    ),
    "a sentence that goes on over pages": (
        [paragraph(f"{LONG} {LONG}", INDENT), paragraph("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", INDENT)],
        section(lines=4),
    ),
    "a table beside a narrow column": (
        [
            table(
                row(
                    cell(paragraph("ที่"), width=1),
                    cell(paragraph("หน่วยงานที่รับผิดชอบ"), width=2),
                    cell(paragraph("มาตรการ")),
                ),
                row(cell(paragraph("๑"), width=1), cell(paragraph("สำนักปลัดเทศบาล"), width=2), cell(paragraph(LONGER))),
                columns=(1, 2, 5),
                properties=RULED,
            )
        ],
        "",
    ),
}


@pytest.mark.parametrize(("body", "end"), BODIES.values(), ids=BODIES)
def test_drawn_papers(body: list[str], end: str) -> None:
    read(*body, **({"end": end} if end else {}))


def placed(text: str, x: float, y: float = 0.0) -> PdfLine:
    """A line with a tab between its pieces, each letter seven points wide; a piece behind a tab begins at 300."""
    pieces = []
    for start, piece in zip((x, 300.0), text.split("\t"), strict=False):
        found = tuple(
            PdfLetter(sign, start + 7 * n, start + 7 * n + 7, y, 16.0, bold=False) for n, sign in enumerate(piece)
        )
        pieces.append(PdfPiece(piece, start, start + 7 * len(piece), found))
    return PdfLine(tuple(pieces), y, 16.0)


@pytest.mark.parametrize(
    ("above", "below", "wrap"),
    [
        # a role at the right edge ends a seat
        (("๑. นายกร ดีมาก\tกรรมการ", 50), ("หัวหน้าส่วนราชการในสังกัดทุกแห่ง", 0), Wrap.ENDED),
        (("๑. นายกร ดีมาก\tคณบดี", 50), ("คณะกรรมการดำเนินงานและติดตามผลการประเมิน", 0), Wrap.ENDED),
        (("นายกร ดีมาก นิติกรชำนาญการ กองคลัง ที่ปรึกษา", 50), ("พระครูสุวรรณธรรมโชติญาณสังวร", 50), Wrap.ENDED),
        (("๑. นายกร ดีมาก\tกรรมการ", 50), ("และเลขานุการ", 0), Wrap.GOES_ON),
        (("๑. นายกร ดีมาก นิติกรชำนาญการ หัวหน้า", 50), ("คณะทำงานด้านคุณธรรมและความโปร่งใส", 0), Wrap.GOES_ON),
        # what leads to a list, and the reason below a subject
        (("ด้วยจังหวัดจะรับการประเมิน จึงแต่งตั้ง ดังนี้", 34), ("คณะที่ ๑ คณะกรรมการอำนวยการ", 0), Wrap.ENDED),
        (("เรื่อง แต่งตั้งคณะทำงานขับเคลื่อนการประเมิน", 17), ("ด้วยจังหวัดจะรับการประเมินคุณธรรมและคว", 34), Wrap.ENDED),
        # what is said by its label
        (("ผลการดำเนินงาน : ดำเนินการแล้ว มีผู้เข้าร่วม ๑๒ คน", 28), ("ปัญหาอุปสรรค : ไม่มี", 28), Wrap.ENDED),
        (("เรื่อง รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ ๒๕๖๗", 0), ("เรียน ผู้อำนวยการโรงเรียน", 0), Wrap.ENDED),
        # columns, not the next line of the first
        (("๑. จัดทำแผน\tและ", 50), ("งาน\tเดือน", 50), Wrap.ENDED),
        # brackets and words that are open
        (("๑. นายกร ดีมาก\tกฎ (ก", 50), ("กก)", 0), Wrap.GOES_ON),
        (("ตำแหน่งนิติกรชำนาญ", 0), ("การ", 0), Wrap.GOES_ON),
        (("นายสมชาย ณ", 0), ("นครดอนใหญ่", 0), Wrap.GOES_ON),
        (("ประจำปีงบประมาณ พ.ศ.", 150), ("๒๕๖๘", 210), Wrap.GOES_ON),
        # who signs, above a post as wide as the name
        (("(นางสาวพิมพ์ใจ ดอกรัก)", 150), ("ผู้อำนวยการกองตัวอย่าง", 150), Wrap.ENDED),
        # further lines of a numbered paragraph hang further than its number
        (("๑. นักวิชาการสุขาภิบาล (นายธีรเมธ จันทร์ดี) คณะ", 10), ("ทำงาน", 45), Wrap.GOES_ON),
        # a role of its own, where it had room behind a word that it may be a part of
        (("(๓) คณบดีทุกคณะ", 0), ("กรรมการ", 0), Wrap.ENDED),
        # numbers that stand alone
        (("๔", 0), ("๕", 0), Wrap.ENDED),
        # the text behind a mark, though both lines have one middle
        (
            ("- ตัวชี้วัดที่ ๔ ซึ่งสะท้อนว่า โรงพยาบาล", 50),
            ("มีการกำกับดูแลการใช้ทรัพย์สินของราชก", 64),
            Wrap.GOES_ON,
        ),
    ],
)
def test_where_the_line_of_a_paragraph_ends(above: tuple[str, float], below: tuple[str, float], wrap: Wrap) -> None:
    area = PdfArea(0, 360)
    habits = PdfHabits(PdfJoints("", keeps_spaces=False), {(16, True): 20.0}, pages=frozenset([area]))
    assert wrap_of([placed(*above)], placed(*below, y=20.0), area, area, habits) is wrap


@pytest.mark.parametrize(
    ("end", "beginning", "wrap"),
    [
        ("เป็นคณะทำงานและผู้ช่วย", "เลขานุการ", Wrap.GOES_ON),
        ("เป็นคณะทำงาน", "และเลขานุการ", Wrap.GOES_ON),
        ("เป็น", "คณะทำงาน", Wrap.GOES_ON),
        ("เป็นคณะทำงาน", "คณะทำงาน", Wrap.ENDED),
        ("ฝ่ายปกครอง", "คณะทำงาน", Wrap.ENDED),
        ("คณบดีทุกคณะ", "กรรมการ", Wrap.GOES_ON),
    ],
)
def test_a_role_goes_on_at_an_edge_below_which_paragraphs_begin_further_right(
    end: str, beginning: str, wrap: Wrap
) -> None:
    text = "(๑) นายธีรเมธ จันทร์ดี "
    area = PdfArea(0, placed(text + end, 0).right + 1)
    habits = PdfHabits(
        PdfJoints("", keeps_spaces=False), {(16, True): 20.0}, shifts=frozenset([0]), pages=frozenset([area])
    )
    assert wrap_of([placed(text + end, 0)], placed(beginning, 0, y=20.0), area, area, habits) is wrap


def test_lines_of_pages_and_of_tables_have_distances_of_their_own() -> None:
    page, column = PdfArea(0, 360), PdfArea(0, 90)
    text = [(placed("ข้อความ", 0, y=31.5 * n), page) for n in range(6)]
    cell = [(placed("ข้อความ", 0, y=27.5 * n), column) for n in range(60)]
    habits = habits_of([text, cell], PdfJoints("", keeps_spaces=False), [page])
    one, two = text[0][0], text[1][0]
    assert habits.is_near(one, two, page)
    assert not habits.is_near(one, two, column)


def test_no_room_is_enough_for_a_word_that_a_whole_line_does_not_hold() -> None:
    area = PdfArea(0, 100)
    habits = PdfHabits(PdfJoints("", keeps_spaces=False), {(16, True): 20.0}, pages=frozenset([area]))
    one, two = placed("รายงาน", 0), placed("อธิการบ", 0, y=20.0)
    assert wrap_of([one], two, area, area, habits) is not Wrap.GOES_ON
    assert wrap_of([one], replace(two, cut=True), area, area, habits) is Wrap.GOES_ON
