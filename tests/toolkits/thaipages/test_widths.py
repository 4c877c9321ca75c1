"""Columns as wide as their longest word: widths, margins, what is told, and what stays as it is."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

import pytest
from lxml import etree

from officefiles.opc import Package, W
from small_docx import CM, cell, package, paragraph, row, section, table
from thaipages.layout import Paragraph, Table, measure
from thaipages.planning import Catchwords, Planned
from thaipages.planning.catchwords import Convention, plan_pages
from thaipages.planning.rows import plan_rows

HEADING = "<w:tblHeader/>"
WIDE = (
    "<w:tblCellMar>" + "".join(f'<w:{side} w:w="100" w:type="dxa"/>' for side in ("left", "right")) + "</w:tblCellMar>"
)
BUDGET, SECTION = "๑๒,๕๐๐,๐๐๐.๕๐", "ทรัพยากรบุคคล"


def asking(*rows: tuple[str, ...], columns: tuple[float, ...]) -> str:
    """A table whose first row is its heading."""
    made = [
        row(
            *(cell(paragraph(text), width=width) for text, width in zip(one, columns, strict=True)),
            properties="" if number else HEADING,
        )
        for number, one in enumerate(rows)
    ]
    return table(*made, columns=columns)


def first_table(made: Package) -> Table:
    """The first table, to whose columns the widths of its cells add up."""
    found = next(block for block in measure(made).parts[0].blocks if isinstance(block, Table))
    for element in found.element.iterchildren(W + "tr"):
        assert sum(int(one.get(W + "w", "0")) for one in element.iter(W + "tcW")) == sum(found.columns)
    return found


def lines(made: Package) -> list[list[str]]:
    return [
        ["|".join(one.text[start:end] for start, end in pairwise((0, *one.ends))) for one in each.paragraphs]
        for each in first_table(made).rows
    ]


def need(word: str) -> int:
    """The width of a column that holds ``word``, a hundredth of it left free, and a twip for rounding."""
    (one,) = measure(package(paragraph(word))).parts[0].blocks
    assert isinstance(one, Paragraph)
    return ceil((one.edges[-1] + 0.5) / 0.99) + 1


def test_a_column_gets_what_its_longest_word_needs_from_those_that_have_room() -> None:
    made = plan_rows(package(asking(("ก", "ข", "ค"), (BUDGET, SECTION, "ง"), columns=(1.5, 6, 2))), "(ต่อ)")
    assert made.torn == ()
    assert lines(made.document) == [["ก", "ข", "ค"], [BUDGET, SECTION, "ง"]]
    first, second, third = first_table(made.document).columns
    usual = [round(width * CM) for width in (1.5, 6, 2)]
    assert first == need(BUDGET)
    assert first + second + third == sum(usual)
    lack, rooms = first - usual[0], (usual[1] - need(SECTION), usual[2] - need("ค"))
    assert usual[1] - second == pytest.approx(lack * rooms[0] / sum(rooms), abs=1)


def test_a_word_that_fills_its_column_to_the_last_gets_room() -> None:
    before = package(asking(("ก", "ข"), (SECTION, "ง"), columns=((need(SECTION) - 10) / CM, 5)))
    assert lines(before)[1] == [SECTION, "ง"]
    assert first_table(plan_rows(before, "(ต่อ)").document).columns[0] == need(SECTION)


def test_a_table_that_tears_no_word_stays_as_it_is() -> None:
    before = package(asking(("ก", "ข"), (f"{SECTION} {BUDGET}", "ง"), columns=(3, 1)))
    assert plan_rows(before, "(ต่อ)") == Planned(before)


def test_a_table_without_heading_stays_as_it_is() -> None:
    before = package(table(row(cell(paragraph(BUDGET), width=1), cell(paragraph(), width=5)), columns=(1, 5)))
    assert plan_rows(before, "(ต่อ)") == Planned(before)


def test_a_title_and_a_name_are_torn_nowhere_in_documents_with_catchwords() -> None:
    convention = Convention("pages", "columns", "Catch", "Catch", str)
    person = "(๒)\tผู้ช่วยศาสตราจารย์กฤษณะ"
    people = table(row(cell(paragraph(person), width=3.5), cell(paragraph("กรรมการ"), width=5)), columns=(3.5, 5))
    before = package(people, properties={"pages": "1"})
    assert lines(before)[0][0] != person
    assert lines(plan_pages(before, Catchwords.PLAIN, convention).document)[0][0] == person


def test_cells_get_smaller_margins_where_columns_have_no_room() -> None:
    width = (need(BUDGET) + 60) / CM
    asked = asking(("ก", "ข"), (BUDGET, BUDGET), columns=(width, width))
    made = plan_rows(
        package(asked[: asked.index("<w:tblCellMar>")] + WIDE + asked[asked.index("</w:tblPr>") :]), "(ต่อ)"
    )
    assert made.torn == ()
    assert lines(made.document)[1] == [BUDGET, BUDGET]
    assert {(one.inner.left, one.inner.right) for one in first_table(made.document).rows[1].cells} == {(28.0, 28.0)}


def test_a_table_that_states_no_margins_gets_the_least_ones() -> None:
    width = (need(BUDGET) + 60) / CM
    asked = asking(("ก", "ข"), (BUDGET, BUDGET), columns=(width, width))
    bare = asked[: asked.index("<w:tblCellMar>")] + '<w:tblLook w:val="04A0"/>' + asked[asked.index("</w:tblPr>") :]
    own = '<w:style w:type="table" w:default="1" w:styleId="Usual"><w:name w:val="Normal Table"/><w:tblPr>'
    made = plan_rows(package(bare, more_styles=f"{own}{WIDE}</w:tblPr></w:style>"), "(ต่อ)").document
    assert lines(made)[1] == [BUDGET, BUDGET]
    properties = first_table(made).element.find(W + "tblPr")
    assert [etree.QName(one).localname for one in properties][-2:] == ["tblCellMar", "tblLook"]
    assert {(one.inner.left, one.inner.right) for one in first_table(made).rows[1].cells} == {(28.0, 28.0)}


def test_a_word_that_no_column_holds_is_told() -> None:
    made = plan_rows(package(asking(("ก", "ข"), (BUDGET, "ง"), columns=(0.6, 0.5))), "(ต่อ)")
    (told,) = made.torn[:1]
    assert told.replace("|", "") in BUDGET
    assert lines(made.document)[1][1] == "ง"


def test_the_mark_of_a_row_that_goes_on_stands_on_a_line_of_its_own() -> None:
    long = "\n".join(["ก"] * 12)
    made = plan_rows(package(asking(("ก", "ข"), (SECTION, long), columns=(5, 5)), end=section(lines=8)), "(ต่อ)")
    tables = [one for one in measure(made.document).parts[0].blocks if isinstance(one, Table)]
    assert [one.rows[-1].cells[0].paragraphs[0].text for one in tables] == [SECTION, *[f"{SECTION}\n(ต่อ)"] * 2]
