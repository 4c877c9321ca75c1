"""Planned pages and catchwords: what a catchword says, where pages end, and what stays as it was."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfWriter

import random_orders
import soak
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.house import CATCHWORDS
from ita_docs.thai import title_of
from ita_docs.values import build
from ita_docs.wording import word
from ita_docs.workbook.reader import read
from officefiles import opc
from officefiles.opc import W
from officefiles.problems import Place
from small_docx import cell, docx, paragraph, row, table
from thaipages.layout import Page, Paragraph, Table, measure, paginate
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import TOO_TALL, catchword, plan_pages
from thaipages.planning.pageproof import OTHER_PAGE_COUNT, OTHER_PAGE_START, prove_pages
from wider import text_set_wider
from wordfill.engine import Template

SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"
PLAIN, SLASH, OFF = Catchwords.PLAIN, Catchwords.SLASH, Catchwords.OFF


def numbered(count: int, properties: str = "") -> list[str]:
    """So many paragraphs of one line; a page of the small files holds 30."""
    return [paragraph(f"ข้อความบรรทัดที่ {number}", properties) for number in range(1, count + 1)]


def pages(data: bytes) -> list[Page]:
    return paginate(measure(opc.read(data)))


def texts(page: Page) -> list[str]:
    return [fragment.text for fragment in page.fragments if fragment.line == 0]


def with_pages(data: bytes, style: Catchwords) -> bytes:
    return plan_pages(opc.read(data), style, CATCHWORDS).document.data()


def planned(*body: str) -> list[list[str]]:
    """The texts of each page after planning."""
    return [texts(page) for page in pages(with_pages(docx(*body), PLAIN))]


# What it says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("โดยให้คณะกรรมการมีหน้าที่อำนาจการ กำกับ ติดตามการขับเคลื่อนแผน", "โดยให้คณะกรรมการ..."),
        ("(๑๘)\tนางสาวกัญญา ร่วงดี นักวิชาการปฏิบัติการ คณะทำงาน", "(๑๘) นางสาว..."),
        ("๖.\tติดตาม และรวบรวมผลการประเมินคุณธรรม", "๖. ติดตาม และรวบรวม..."),
        ("(๓)\tหัวหน้าฝ่ายทะเบียน กรรมการ", "(๓) หัวหน้าฝ่ายทะเบียน..."),
        ("(4)\tว่าที่ร้อยตรีหญิงมะลิ ดี", "(4) ว่าที่ร้อยตรีหญิง..."),
        ("(๗)\tนายช่างโยธาอาวุโส ฝ่ายโยธา", "(๗) นายช่างโยธาอาวุโส..."),
        ("๒. คณะทำงาน", "๒. คณะทำงาน..."),
        ("๑.๒ ประสานงานกับส่วนราชการต่าง ๆ ที่เกี่ยวข้อง", "๑.๒ ประสานงานกับส่วนราชการ..."),
        ("-\tจัดทำและเผยแพร่หลักเกณฑ์", "- จัดทำและเผยแพร่..."),
        ("ส่วนราชการต่าง ๆ ที่เกี่ยวข้อง", "ส่วนราชการต่าง ๆ ที่..."),
        ("สั่ง ณ วันที่ ๒๕ ตุลาคม พ.ศ. ๒๕๖๕", "สั่ง ณ วันที่..."),
        ("นางสาวกัญญา ร่วงดี", "นางสาวกัญญา ร่วง..."),
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๖..."),
        ("ทั้งนี้", "ทั้งนี้..."),
        ("๑. " + "x" * 400, "๑. " + "x" * 57 + "..."),
    ],
)
def test_a_catchword_quotes_the_label_and_three_words_or_the_title(text: str, expected: str) -> None:
    assert catchword(text, PLAIN, title_of) == expected
    assert catchword(text, SLASH, title_of) == f"/{expected}"


@pytest.fixture(scope="module")
def sample() -> bytes:
    """The order of the sample workbook, its pages planned."""
    submission, _ = read(SAMPLE)
    assert submission is not None
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    values = build(submission, framework, findings, word(submission, framework, findings))
    return with_pages(Template.load(random_orders.TEMPLATE).render(values).data(), submission.settings.catchwords)


def test_the_sample_has_the_catchwords_of_the_published_pack(sample: bytes) -> None:
    made = pages(sample)
    endings = [texts(page)[-2:] for page in made[:-1]]
    assert [" ".join(before.split())[:9] for before, _ in endings] == ["(๑๕) นางส", "(๑๗) นางป", "๕. กลั่นก"]
    assert [last for _, last in endings] == ["โดยให้คณะกรรมการ...", "(๑๘) นางสาว...", "๖. ติดตาม และรวบรวม..."]
    assert [texts(page)[0].split("\t")[0][:16] for page in made[1:]] == ["โดยให้คณะกรรมการ", "(๑๘)", "๖."]


def test_the_lines_of_the_sample_end_as_word_ended_them_in_the_published_pack(sample: bytes) -> None:
    blocks = measure(opc.read(sample)).parts[0].blocks
    body = [block for block in blocks if isinstance(block, Paragraph) and block.shape.style == "ITABody"]
    endings = [block.text[:end].split()[-1] for block in body for end in block.ends[:-1]]
    assert endings[:3] == [
        "ด้วยสำนักงานเขตตลิ่งชันได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน",
        "ตามที่",
        "มีมติให้ขยายการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน",
    ]
    assert endings[4:] == [
        "แห่งพระราชบัญญัติระเบียบบริหาร",
        "จึงแต่งตั้งคณะกรรมการและคณะทำงานการประเมินคุณธรรมและ",
    ]


# Where pages end


def test_a_page_keeps_room_for_a_blank_line_the_catchword_and_a_line_of_slack() -> None:
    assert [len(page) for page in planned(*numbered(70))] == [28, 28, 16]
    (first, *_) = pages(with_pages(docx(*numbered(70)), PLAIN))
    assert first.fragments[-1].gap == 400
    assert first.filled == 29 * 400


@pytest.mark.parametrize(("lines", "blank"), [(23, 3), (24, 3), (25, 2), (26, 1), (27, 1)])
def test_two_lines_stay_free_before_a_second_blank_line_stands_above_the_catchword(lines: int, blank: int) -> None:
    whole = paragraph("\n".join(["ก"] * 10))
    (first, *_) = pages(with_pages(docx(*numbered(lines), whole), PLAIN))
    assert len(first.fragments) == lines + 1
    assert first.fragments[-1].gap == blank * 400


def nearly_full(part: float) -> str:
    """A paragraph of one line that fills this part of its column."""
    text = "ก" * 50
    (block,) = measure(opc.read(docx(paragraph(text)))).parts[0].blocks
    assert isinstance(block, Paragraph)
    width = measure(opc.read(docx(paragraph(text)))).parts[0].section.width
    return paragraph(text, f'<w:ind w:right="{width - block.edges[-1] / part:.0f}"/>')


@pytest.mark.parametrize(
    ("part", "tight", "lines"), [(0.985, 9, 27), (0.995, 1, 27), (0.995, 2, 26), (0.995, 3, 25), (0.995, 4, 24)]
)
def test_a_line_that_hardly_fits_counts_as_two(part: float, tight: int, lines: int) -> None:
    """The line of slack is the room of the first; 30 lines stand on a page, two of them for the catchword."""
    body = [nearly_full(part)] * tight + numbered(40)
    (first, *_) = pages(with_pages(docx(*body), PLAIN))
    assert len(first.fragments) == lines + 1


@pytest.mark.parametrize(("part", "tight", "lines"), [(0.985, 9, 27), (0.995, 1, 27), (0.995, 3, 25)])
def test_a_row_whose_cell_hardly_holds_its_line_counts_as_two(part: float, tight: int, lines: int) -> None:
    (block,) = measure(opc.read(docx(paragraph("ก" * 20)))).parts[0].blocks
    assert isinstance(block, Paragraph)
    found = measure(opc.read(docx(table(row(cell(paragraph()), cell(paragraph())))))).parts[0].blocks[0]
    assert isinstance(found, Table)
    inner = found.columns[0] - found.rows[0].cells[0].inner.left - found.rows[0].cells[0].inner.right
    full = cell(paragraph("ก" * 20, f'<w:ind w:right="{inner - block.edges[-1] / part:.0f}"/>'))
    rows = [row(full, cell(paragraph()))] * tight + [row(cell(paragraph("ข")), cell(paragraph()))] * 40
    (first, *_) = pages(with_pages(docx(table(*rows)), PLAIN))
    assert len(first.fragments) == lines + 1


@pytest.mark.parametrize("by", [-0.01, 0.007, 0.01])
def test_pages_begin_as_planned_where_text_is_set_wider_or_narrower(by: float) -> None:
    orders = [random_orders.render(random_orders.submission(Random(number))) for number in range(5)]
    planned = [plan_pages(order, PLAIN, CATCHWORDS).document for order in orders]
    due = [[page.fragments[0].text for page in paginate(measure(one))] for one in planned]
    with text_set_wider(by):
        assert [[page.fragments[0].text for page in paginate(measure(one))] for one in planned] == due


def test_what_fits_on_one_page_needs_no_catchword() -> None:
    assert [len(page) for page in planned(*numbered(29))] == [29]
    assert [len(page) for page in planned(*numbered(30))] == [28, 3]


def test_a_heading_goes_to_the_page_of_what_follows() -> None:
    made = planned(*numbered(26), paragraph("๒. หัวข้อ", "<w:keepNext/>"), *numbered(9))
    assert made[0][-1] == made[1][0] + "..." == "๒. หัวข้อ..."


def test_paragraphs_stay_whole_up_to_half_a_page() -> None:
    half, more = paragraph("\n".join(["ก"] * 15)), paragraph("\n".join(["ก"] * 16))
    assert [page[0][:1] for page in planned(*numbered(20), half)] == ["ข", "ก"]
    (first, second) = pages(with_pages(docx(*numbered(20), more), PLAIN))
    assert len(first.fragments) == 20 + 7 + 1
    assert second.fragments[0].text == "\n".join(["ก"] * 9)


def test_the_second_part_of_a_long_paragraph_goes_on_without_label_and_indent() -> None:
    text = " ".join(["คำ" * 4] * 300)
    indent = '<w:ind w:left="1000" w:hanging="1000"/>'
    data = with_pages(docx(*numbered(20), paragraph(f"๑.\t{text}", indent)), PLAIN)
    body = opc.read(data).parts["word/document.xml"].tree[0]
    parts = [element for element in body if element.find(W + "pPr") is not None][20:]
    written = ["".join(piece.text or "" for piece in part.iter(W + "t")) for part in parts]
    assert "".join(part for part in written if not part.endswith("...")) == f"๑.{text}"
    assert parts[0].find(f"{W}pPr/{W}ind").get(W + "hanging") == "1000"  # type: ignore[union-attr]
    assert parts[2].find(f"{W}pPr/{W}ind").attrib == {  # type: ignore[union-attr]
        W + "left": "1000",
        W + "right": "0",
        W + "firstLine": "0",
    }
    assert parts[2].find(f"{W}r/{W}tab") is None


def test_what_is_at_a_place_of_a_paragraph_stays_in_its_first_part() -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:commentRangeStart w:id="1"/>'
    body = f"<w:p>{marks}<w:r><w:t>{' '.join(['คำ'] * 900)}</w:t></w:r></w:p>"
    data = with_pages(docx(body), PLAIN)
    assert len(pages(data)) == 2
    first, *rest = opc.read(data).parts["word/document.xml"].tree.iter(W + "p")
    marked = [[one.tag for one in part if one.tag not in (W + "r", W + "pPr")] for part in (first, *rest)]
    assert all(part[0].tag == W + "pPr" for part in rest)
    assert marked == [[W + "bookmarkStart", W + "bookmarkEnd", W + "commentRangeStart"], *[[]] * len(rest)]


def test_a_paragraph_without_properties_may_begin_a_page() -> None:
    plain = "<w:p><w:r><w:t>ท้ายหน้า</w:t></w:r></w:p>"
    made = with_pages(docx(*numbered(27), *[plain] * 30), PLAIN)
    breaks = [
        one.getparent().getparent()
        for one in opc.read(made).parts["word/document.xml"].tree.iter(W + "pageBreakBefore")
    ]
    assert all(one[0].find(W + "pageBreakBefore") is not None for one in breaks)
    assert ["".join(one.itertext()) for one in breaks] == ["ท้ายหน้า"] * len(breaks) != []


def test_the_second_part_of_a_list_item_has_no_label() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
    numbering = f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    items = [paragraph(" ".join(["คำ"] * 900), '<w:numPr><w:numId w:val="1"/></w:numPr>')] * 2
    made = pages(with_pages(docx(*items, numbering=numbering), PLAIN))
    starts = [fragment.text.split("\t")[0] for page in made for fragment in page.fragments if fragment.line == 0]
    assert [start for start in starts if not start.endswith("...")][::2] == ["1.", "2."]
    assert made[1].fragments[0].text.startswith("คำ")


def members(count: int, header: bool = False) -> str:
    head = row(cell(paragraph("ชื่อ")), cell(paragraph("ตำแหน่ง")), properties="<w:tblHeader/>") if header else ""
    rows = [row(cell(paragraph(f"({n})\tนายก")), cell(paragraph("กรรมการ"))) for n in range(1, count + 1)]
    return table(head, *rows)


def test_a_table_divides_between_rows_and_repeats_its_header() -> None:
    data = with_pages(docx(members(40, header=True)), PLAIN)
    body = opc.read(data).parts["word/document.xml"].tree[0]
    first, catch, second = body[:3]
    assert [len(first.findall(W + "tr")), len(second.findall(W + "tr"))] == [27, 15]
    assert "".join(catch.itertext()) == "(27) นาย..."
    assert "".join(second[2].itertext()) == "ชื่อตำแหน่ง"
    assert second.find(f".//{W}pageBreakBefore") is second[2].find(f"{W}tc/{W}p/{W}pPr/{W}pageBreakBefore")
    assert [len(page) for page in planned(members(40))] == [28, 13]
    assert [len(page) for page in planned(members(60, header=True))] == [28, 28, 9]


def test_merged_rows_stay_together() -> None:
    start, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(cell(paragraph(str(n)), properties=start if n % 5 == 0 else under), cell(paragraph("ก"))) for n in range(40)
    ]
    made = pages(with_pages(docx(table(*rows)), PLAIN))
    assert [len(page.fragments) for page in made] == [26, 15]


def test_what_must_stay_together_but_is_taller_than_a_page_divides_between_rows() -> None:
    rows = [row(cell(*numbered(12)), cell(paragraph())) for _ in range(3)]
    kept = paragraph("หัวข้อ", "<w:keepNext/>")
    chain = [line.replace("<w:pPr>", "<w:pPr><w:keepNext/>") for line in rows]
    result = plan_pages(opc.read(docx(kept, table(*chain))), PLAIN, CATCHWORDS)
    assert result.obstacles == ()
    assert [page.filled / 400 for page in paginate(measure(result.document))] == [28, 12]


def closing(text: str, first: str = "หนึ่ง") -> list[str]:
    endings = ("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", "สั่ง ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕", "(นายก ข)", "ผู้อำนวยการ")
    return planned(paragraph(first), *numbered(25), paragraph(text), *(paragraph(end) for end in endings))[1]


def test_the_signature_takes_two_lines_of_text_along() -> None:
    for first in ("ข้อความ", "ทั้งนี้ ตามที่กฎหมายกำหนด"):
        assert closing("สั้น", first)[:3] == ["ข้อความบรรทัดที่ 25", "สั้น", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]
    assert closing("สอง\nบรรทัด")[:2] == ["สอง\nบรรทัด", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]


def test_a_page_break_of_the_template_needs_no_catchword() -> None:
    made = planned(*numbered(10), paragraph("เอกสารแนบ", "<w:pageBreakBefore/>"), *numbered(3))
    assert [page[-1] for page in made] == ["ข้อความบรรทัดที่ 10", "ข้อความบรรทัดที่ 3"]


@pytest.mark.parametrize("number", soak.some(range(12), 4))
def test_random_orders_begin_their_pages_with_what_the_catchword_says(number: int) -> None:
    order = random_orders.submission(Random(number))
    result = plan_pages(random_orders.render(order), PLAIN, CATCHWORDS)
    made = paginate(measure(result.document))
    assert result.obstacles == ()
    for page, following in pairwise(made):
        start, last = " ".join(following.fragments[0].text.split()), page.fragments[-1]
        assert start.startswith(last.text.removesuffix("..."))
        assert 400 <= last.gap <= 1200
        assert following.fragments[0].begins_page
    for page in made:
        assert page.filled <= 742.7 * 20 - 400
    closing_line = next(n for n, text in enumerate(texts(made[-1])) if text.startswith("ทั้งนี้"))
    assert closing_line >= 1


# What stays as it was


def test_off_and_unasked_change_nothing() -> None:
    data = docx(*numbered(70))
    assert with_pages(data, OFF) is data
    unasked = docx(*numbered(70), asks=False)
    assert with_pages(unasked, PLAIN) is unasked


def test_a_second_run_changes_nothing() -> None:
    once = with_pages(docx(*numbered(70)), PLAIN)
    assert with_pages(once, PLAIN) is once
    assert with_pages(once, SLASH) is once


def test_what_cannot_be_planned_stays_as_it_was_and_is_told() -> None:
    foreign = paragraph("A").replace("<w:t ", '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t ')
    data = docx(*numbered(70), foreign)
    result = plan_pages(opc.read(data), PLAIN, CATCHWORDS)
    assert result.document.data() is data
    assert result.obstacles == ("แบบอักษร “Arial” ซึ่งไม่ทราบความกว้างของตัวอักษร",)


@pytest.mark.parametrize("properties", ["", "<w:cantSplit/>"])
def test_a_row_taller_than_a_page_is_told(properties: str) -> None:
    tall = table(row(cell(*numbered(40)), cell(paragraph()), properties=properties))
    assert plan_pages(opc.read(docx(tall, *numbered(3))), PLAIN, CATCHWORDS).obstacles == (TOO_TALL,)
    assert plan_pages(opc.read(docx(*numbered(3), tall)), PLAIN, CATCHWORDS).obstacles == (TOO_TALL,)


def test_the_style_of_catchwords_comes_with_its_complex_script_twins() -> None:
    package = opc.read(with_pages(docx(*numbered(70)), PLAIN))
    style = package.parts["word/styles.xml"].tree.find(f"{W}style[@{W}styleId='{CATCHWORDS.style}']")
    assert style is not None
    assert style.find(f"{W}pPr/{W}jc").get(W + "val") == "right"  # type: ignore[union-attr]
    fonts = style.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.get(W + "cs") == fonts.get(W + "ascii") == "TH SarabunPSK"
    sizes = [style.find(f"{W}rPr/{W}{name}").get(W + "val") for name in ("sz", "szCs")]  # type: ignore[union-attr]
    assert sizes == ["32", "32"]


# The proof


def blank(count: int) -> bytes:
    """A PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(595, 842)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_printed_pages_that_are_not_as_planned_are_told() -> None:
    data = with_pages(docx(*numbered(40)), PLAIN)
    assert prove_pages("order.docx", data, blank(3)) == (OTHER_PAGE_COUNT.at(Place(), 3, name="order.docx", planned=2),)
    first, second = prove_pages("order.docx", data, blank(2))
    assert (first.kind, second.kind) == (OTHER_PAGE_START.id, OTHER_PAGE_START.id)
    assert "หน้า 2 ไม่ได้ขึ้นต้นด้วย “ข้อความบรรทัดที่ 28”" in second.message
