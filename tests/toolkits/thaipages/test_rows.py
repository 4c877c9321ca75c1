"""Tables whose pages are planned: no page is turned twice."""

from __future__ import annotations

import pytest

from small_docx import cell, package, paragraph, row, section, table
from thaipages.layout import measure, paginate
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
