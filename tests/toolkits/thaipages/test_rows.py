"""Tables whose pages are planned: no page is turned twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from officefiles.opc import Package
from small_docx import cell, package, paragraph, row, section, table
from thaipages.layout import Paragraph, Table, measure, paginate
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import Convention, plan_pages
from thaipages.planning.rows import plan_rows

ASKS = {"catchwords": "1"}
CONVENTION = Convention("catchwords", "shared", "Catchword", "Catchword", lambda _text: "")
BROKEN = '<w:r><w:br w:type="page"/></w:r>'


def listed(count: int) -> str:
    heads = row(cell(paragraph("ลำดับ")), cell(paragraph("รายการ")), properties="<w:tblHeader/>")
    rows = (row(cell(paragraph(f"{number}")), cell(paragraph("รายการที่จัดซื้อ"))) for number in range(count))
    return table(heads, *rows)


LONG = "ดำเนินการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงาน โดยให้เจ้าหน้าที่ทุกคนมีส่วนร่วมในการดำเนินงาน"
ITEMS = "".join(paragraph(f"({number}) {LONG}") for number in range(1, 6))
WHOLE = "<w:cantSplit/>"
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def measures(*rows: tuple[str, str, str, str]) -> str:
    """A table of a heading and these rows, each with what stands in its cells and its properties."""
    widths = (3, 7, 6)
    heads = ("มาตรการ", "ขั้นตอน", "ผลที่คาดว่าจะได้รับ")
    made = [
        row(*(cell(one, width=width) for one, width in zip(cells, widths, strict=True)), properties=asked)
        for *cells, asked in [(*map(paragraph, heads), "<w:tblHeader/>"), *rows]
    ]
    return table(*made, columns=widths)


def all_rows() -> str:
    """Rows of all that a row may be: lists of items, a text without end, one that stays whole, one beside the next."""
    one, name, kept = paragraph("ก"), paragraph("มาตรการส่งเสริมความโปร่งใส"), paragraph("ก", "<w:keepNext/>")
    endless, listed = paragraph(LONG * 18), "".join(paragraph(LONG, LISTED) for _ in range(4))
    lines = paragraph("\n".join(f"บรรทัดที่ {number}" for number in range(14)))
    return measures(
        (name, ITEMS, one, ""), (name, ITEMS, ITEMS, WHOLE), (name, listed, lines, ""), (kept, kept, kept, ""),
        (name, endless, one, ""), (name, one, lines, WHOLE), (name, listed, endless, ""), (one, ITEMS * 4, one, WHOLE),
    )  # fmt: skip


def shortened(one: Paragraph) -> str:
    """What a paragraph says, a long text by its beginning and its end, with the number of its lines."""
    text = one.text.replace("\n", "⏎")
    return f"{text if len(text) < 30 else f'{text[:14]}…{text[-14:]}'}×{len(one.ends)}"


def divided(made: Package) -> Iterator[str]:
    """A line for each paragraph and each row: a blank line where a page is begun."""
    for block in measure(made).parts[0].blocks:
        if isinstance(block, Paragraph):
            yield shortened(block) if block.text else ""
        else:
            rows = (" | ".join(" ".join(map(shortened, one.paragraphs)) for one in each.cells) for each in block.rows)
            yield from rows


def test_all_kinds_of_rows_are_divided_as_they_were_looked_at(golden: Callable[[str, str], None]) -> None:
    found = []
    for lines in (14, 40):
        body = [paragraph("หัวเรื่อง")] * 3, all_rows(), paragraph("ระหว่างตาราง"), all_rows()
        document = package(*body[0], *body[1:], end=section(lines=lines), numbering=LIST)
        planned = plan_rows(document, "(ต่อ)").document
        assert plan_rows(planned, "(ต่อ)").document == planned
        found += [f"== pages of {lines} lines", *divided(planned)]
    golden("drawn/rows", "\n".join(found) + "\n")


def test_a_document_that_cannot_be_measured_stays_as_it_is() -> None:
    framed = paragraph("ลอย", '<w:framePr w:w="2000" w:wrap="around"/>')
    document = package(framed, listed(20), end=section(lines=12))
    assert plan_rows(document, "(ต่อ)").document == document


def test_a_row_too_tall_for_a_page_that_may_not_be_divided_has_a_page_of_its_own() -> None:
    inner = table(*(row(cell(paragraph(str(at)))) for at in range(14)), columns=(5,))
    heads = row(cell(paragraph("ลำดับ")), cell(paragraph("รายการ")), properties="<w:tblHeader/>")
    tall = row(cell(paragraph("ก")), cell(inner, paragraph()))
    short = row(cell(paragraph("ข")), cell(paragraph("ค")))
    made = plan_rows(package(table(heads, short, tall, short), end=section(lines=12)), "(ต่อ)").document
    tables = [one for one in measure(made).parts[0].blocks if isinstance(one, Table)]
    assert [[own.cells[0].paragraphs[0].text for own in one.rows] for one in tables] == [
        ["ลำดับ", "ข"], ["ลำดับ", "ก"], ["ลำดับ", "ข"]
    ]  # fmt: skip


@pytest.mark.parametrize("above", [1, 5])
def test_a_table_that_catchwords_divided_is_not_moved_to_another_page(above: int) -> None:
    lines = [paragraph("ข้อความเหนือตาราง")] * above
    document = package(*lines, listed(20), end=section(lines=12), properties=ASKS)
    planned = plan_pages(document, Catchwords.PLAIN, CONVENTION).document
    made = plan_rows(planned, "(ต่อ)").document
    assert len(paginate(measure(made))) == len(paginate(measure(planned)))
    assert made == planned


def test_a_table_behind_a_break_begins_at_the_top_of_its_page() -> None:
    broken = paragraph("ข้อความเหนือตาราง").replace("</w:p>", f"{BROKEN}</w:p>")
    document = package(*[paragraph("ข้อความ")] * 6, broken, listed(9), end=section(lines=12))
    assert plan_rows(document, "(ต่อ)").document == document


def test_a_second_table_whose_heading_begins_a_page_has_that_page_for_itself() -> None:
    heading = paragraph("คณะที่สอง", properties="<w:pageBreakBefore/>")
    document = package(listed(7), heading, listed(9), end=section(lines=12))
    assert plan_rows(document, "(ต่อ)").document == document
    alone = package(listed(7), paragraph("คณะที่สอง"), listed(9), end=section(lines=12))
    assert plan_rows(alone, "(ต่อ)").document != alone
