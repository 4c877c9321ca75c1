"""Columns shared out by what they hold: widths, line breaks that become spaces, and what stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import ceil

import pytest

from officefiles.opc import Package, W
from small_docx import CM, cell, package, paragraph, row, table
from thaipages.layout import Layout, Paragraph, Table, measure
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import Convention, Planned, plan_pages
from thaipages.planning.rows import plan_rows

CONVENTION = Convention("pages", "columns", "Catch", "Catch", str)
STYLED = '<w:tblStyle w:val="Members"/><w:tblLayout w:type="fixed"/>'
SHORT, LONG = "นายมี ดี", "เจ้าพนักงานธุรการชำนาญงาน ฝ่ายปกครอง"


def members(*rows: tuple[str, ...], properties: str = STYLED, columns: tuple[float, ...] = (5, 5, 4)) -> str:
    """A table of rows of one paragraph a cell."""
    made = [
        row(*(cell(paragraph(text), width=width) for text, width in zip(one, columns, strict=True))) for one in rows
    ]
    return table(*made, columns=columns, properties=properties)


def shared(*body: str, listed: str = "Other Members", form: Catchwords = Catchwords.OFF) -> Package:
    """The document planned; it lists these styles."""
    return plan_pages(package(*body, properties={"columns": listed}), form, CONVENTION).document


def grids(made: Package) -> list[tuple[float, ...]]:
    """The columns of each table, to which the widths of its cells must add up."""
    found = tables(measure(made))
    for one in found:
        for element in one.element.iterchildren(W + "tr"):
            stated = [int(cell.get(W + "w", "0")) for cell in element.iter(W + "tcW")]
            assert sum(stated) == sum(one.columns)
    return [one.columns for one in found]


def tables(layout: Layout) -> list[Table]:
    return [block for part in layout.parts for block in part.blocks if isinstance(block, Table)]


def lines(made: Package) -> list[list[str]]:
    """The lines of each cell of the first table, parted by bars."""
    return [
        ["|".join(one.text[start:end] for start, end in pairwise((0, *one.ends))) for one in row.paragraphs]
        for row in tables(measure(made))[0].rows
    ]


def need(text: str) -> float:
    """The width of a column that holds ``text`` on one line, a hundredth of it left free."""
    (one,) = measure(package(paragraph(text.replace("\n", " ")))).parts[0].blocks
    assert isinstance(one, Paragraph)
    return (one.edges[-1] + 0.5) / 0.99


USUAL = tuple(float(round(width * CM)) for width in (5, 5, 4))


def test_a_column_gets_what_its_longest_cell_needs_from_one_that_has_room() -> None:
    made = shared(members((SHORT, LONG, "กรรมการ"), (SHORT, SHORT, "กรรมการ")))
    ((name, post, role),) = grids(made)
    assert post == ceil(need(LONG))
    assert (name, role) == (sum(USUAL) - USUAL[2] - post, USUAL[2])
    assert lines(made) == [[SHORT, LONG, "กรรมการ"], [SHORT, SHORT, "กรรมการ"]]


def test_columns_stay_where_no_row_gets_shorter() -> None:
    asking = members((LONG, LONG, LONG), (SHORT, LONG, "กรรมการ"))
    before = package(asking, properties={"columns": "Members"})
    assert plan_pages(before, Catchwords.OFF, CONVENTION).document is before


def test_a_cell_that_is_filled_to_the_last_gets_room() -> None:
    full = LONG[:17]
    width = (need(full) * 0.99 + 1) / CM
    made = shared(members((full, SHORT, "กรรมการ"), columns=(width, 5, 4)))
    ((name, post, _),) = grids(made)
    assert name == ceil(need(full))
    assert post == USUAL[1] - (name - round(width * CM))


@pytest.mark.parametrize(("post", "expected"), [("นิติกร", "นิติกร ฝ่ายปกครอง"), (LONG[:25], f"{LONG[:25]}\n|ฝ่ายปกครอง")])
def test_a_line_break_becomes_a_space_where_all_fits_on_one_line(post: str, expected: str) -> None:
    made = shared(members((LONG, f"{post}\nฝ่ายปกครอง", LONG)))
    assert lines(made)[0][1] == expected


def test_tables_that_are_alike_get_the_same_columns() -> None:
    other = members((SHORT, SHORT, "กรรมการ"), columns=(4, 4, 4))
    made = shared(members((SHORT, LONG, "ก")), members((SHORT, SHORT, "ก")), other)
    first, second, third = grids(made)
    assert first == second != USUAL
    assert third == (round(4 * CM),) * 3


def test_no_cell_takes_more_lines_for_another() -> None:
    names = "นายธัญเทพธาดา บุญยั้งธรรม"
    made = shared(members((names, LONG, LONG)))
    before = lines(package(members((names, LONG, LONG))))
    assert [len(one.split("|")) for one in lines(made)[0]] <= [len(one.split("|")) for one in before[0]]
    assert lines(made)[0][0] == names


def test_a_cell_over_two_columns_keeps_its_lines() -> None:
    head = "หัวหน้าฝ่ายปกครอง หัวหน้าฝ่ายโยธา หัวหน้าฝ่ายคลัง"
    wide = cell(paragraph(head), width=10, properties='<w:gridSpan w:val="2"/>')
    below = [cell(paragraph(text), width=width) for text, width in ((SHORT, 5), (LONG, 5), (LONG, 4))]
    rows = row(wide, cell(paragraph("ก"), width=4)), row(*below)
    made = shared(table(*rows, columns=(5, 5, 4), properties=STYLED))
    assert lines(made)[0] == [head, "ก"]


@pytest.mark.parametrize("listed", ["", "Others"])
def test_a_document_that_does_not_list_the_style_stays(listed: str) -> None:
    before = package(members((SHORT, LONG, "ก")), properties={"columns": listed})
    assert plan_pages(before, Catchwords.OFF, CONVENTION).document is before


def test_what_cannot_be_measured_and_what_is_merged_stay() -> None:
    foreign = paragraph("A").replace("<w:t ", '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t ')
    merged = [
        row(*(cell(paragraph(text), properties=f'<w:vMerge w:val="{kind}"/>') for text in (SHORT, LONG, "ก")))
        for kind in ("restart", "continue")
    ]
    two = members((SHORT, LONG, "ก")).replace("</w:tc>", f"{paragraph(LONG)}</w:tc>", 1)
    for body in ([members((SHORT, LONG, "ก")), foreign], [table(*merged, columns=(5, 5, 4), properties=STYLED)], [two]):
        before = package(*body, properties={"columns": "Members"})
        assert plan_pages(before, Catchwords.OFF, CONVENTION) == Planned(before)


def test_a_second_run_changes_nothing() -> None:
    once = shared(members((SHORT, LONG, "ก")))
    assert plan_pages(once, Catchwords.PLAIN, CONVENTION).document is once


NAMES = (SHORT, "นางสาวกัญญารัตน์ ร่วงดีวงศ์สกุล", "ว่าที่ร้อยตรีหญิงมะลิ ดี", "ผู้ช่วยศาสตราจารย์กฤษณะ ศรีบุญเรืองพิพัฒน์")
POSTS = (LONG, "ปลัดเทศบาล", "หัวหน้าฝ่ายบริหารงานทั่วไป\nสำนักปลัดเทศบาล", "นักวิเคราะห์นโยบายและแผนชำนาญการ/งานแผน", "-")
ROLES = ("ประธานกรรมการ", "กรรมการ", "กรรมการและ\nเลขานุการ", "๑๒,๕๐๐,๐๐๐.๕๐ บาท")
HANGING = '<w:pPr><w:ind w:left="500" w:right="100" w:hanging="100"/></w:pPr>'
GRIDS = ((5, 5, 4), (4, 7, 3), (2, 6, 2.5), (3.3, 3.3, 3.3), (6, 2.2, 1.8))


def test_columns_of_many_tables_are_as_they_were_looked_at(golden: Callable[[str, str], None]) -> None:
    """Two tables of each kind; rows are those of a committee of so many, whose texts hang in every other table. Then
    what words alone ask for."""
    found = []
    for columns in GRIDS:
        for count in (1, 2, 3, 5):
            people = [(NAMES[at % 4], POSTS[(at * count) % 5], ROLES[(at + count) % 4]) for at in range(count)]
            asking, less = (members(*some, columns=columns) for some in (people, people[:1]))
            if count in (1, 5):
                asking, less = (one.replace("<w:pPr></w:pPr>", HANGING) for one in (asking, less))
            document = package(asking, less, properties={"columns": "Members"})
            made = plan_pages(document, Catchwords.OFF, CONVENTION).document
            found.append(f"== {columns} {count}: {' '.join(f'{one:.0f}' for one in grids(made)[0])}")
            found += [" / ".join(cells).replace("\n", "⏎") for cells in lines(made)]
            headed = package(asking.replace("<w:trPr>", "<w:trPr><w:tblHeader/>", 1))
            rows = plan_rows(headed, "(ต่อ)")
            found.append(
                f"words: {' '.join(f'{one:.0f}' for one in grids(rows.document)[0])} {' '.join(rows.torn)}".rstrip()
            )
    golden("drawn/columns", "\n".join(found) + "\n")
