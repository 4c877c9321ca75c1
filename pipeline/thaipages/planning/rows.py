"""Tables with a heading row, their pages planned: where a row ends with the page, it says on the next what it is."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, W
from officefiles.text import T, put_text
from thaipages.layout import Paragraph, measure, paginate
from thaipages.layout.document import Block, Layout, Part, read_setting
from thaipages.layout.flow import row_begins_page
from thaipages.layout.tables import Cell, Table
from thaipages.planning import Planned
from thaipages.planning.division import divide_table, keep_part, lead_on, leave_list
from thaipages.planning.rowplan import Slice, plan_table
from thaipages.planning.widths import keep_words

_TURN = 20.0
"""The height of the paragraph that begins a page with a table."""
_TURN_XML = (
    f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:pageBreakBefore/>'
    f'<w:spacing w:before="0" w:after="0" w:line="{_TURN:.0f}" w:lineRule="exact"/><w:ind w:left="0" w:firstLine="0"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
).encode()
_HEADING = b"<w:tblHeader"


def plan_rows(document: Package, mark: str) -> Planned:
    """``document`` with columns as wide as their words (``widths``) and firm page breaks in its tables that have a
    heading row: rows end between their items, and one that goes on begins the next page with its first cell again,
    followed by ``mark``.

    As it is where nothing needs to be divided, and where something in it cannot be measured. A table with cells merged
    over rows stays as it is.
    """
    if _HEADING not in document.parts[document.main].data:
        return Planned(document)
    root = document.parts[document.main].own_tree()
    measured = measure(document, next(root.iter(W + "body")))
    if measured.notes:
        return Planned(document)
    layout, changed, torn = keep_words(measured, read_setting(document))
    divided = [_plan_part(part, layout, mark) for part in layout.parts]
    if not changed and not any(divided):
        return Planned(document, torn=torn)
    package = document.copy()
    package.put(package.main, root)
    return Planned(package, torn=torn)


def _plan_part(part: Part, layout: Layout, mark: str) -> bool:
    """Divide the tables of a section; True where any of them was."""
    divided, start, filled, height = False, 0, 0.0, part.section.first_height
    for place, table in enumerate(part.blocks):
        if isinstance(table, Paragraph) or not table.headers or any(row.joined for row in table.rows):
            continue
        above = paginate(Layout((Part(part.section, part.blocks[start:place]),), layout.sum_spaces, ()))
        turned = len(above) > 1 or (start > 0 and _starts_page(part.blocks[start:place]))
        filled = sum(one.filled for one in above[-1:]) + (0.0 if turned else filled)
        height = part.section.height if turned else height
        if place and _begins_page(part.blocks[place - 1], table):
            filled, height = 0.0, part.section.height
        pages = plan_table(table, height - filled, part.section.height - _TURN)
        if len(pages) > 1:
            _divide(table, pages, mark)
            filled, height, divided = _TURN, part.section.height, True
        filled += sum(row.height for row in table.headers) + sum(one.height for one in pages[-1])
        start = place + 1
    return divided


def _starts_page(blocks: Sequence[Block]) -> bool:
    """True where what stands between two tables begins a page, which pages of it alone do not show."""
    return isinstance(first := next(iter(blocks), None), Paragraph) and first.break_before


def _begins_page(above: Block, table: Table) -> bool:
    """True where ``table`` begins a page whatever room is left below ``above``."""
    return row_begins_page(table.rows[0]) or (isinstance(above, Paragraph) and above.break_after)


def _divide(table: Table, pages: Sequence[Sequence[Slice]], mark: str) -> None:
    """Let each of ``pages`` begin a page, in a table of its own."""
    made = [[_made(one, mark) for one in page] for page in pages]
    for one in {id(one.row): one for page in pages for one in page if one.goes_on}.values():
        table.element.remove(one.row.element)
    for before, page in pairwise(made):
        second = divide_table(page[0]) if before else table.element
        second.addprevious(xml.parse(_TURN_XML))


def _made(one: Slice, mark: str) -> etree._Element:
    """The row of a slice, put where it belongs: the row itself where it stays whole, else a copy before it."""
    if one.is_whole:
        return one.row.element
    made = deepcopy(one.row.element)
    cells = zip(made.iterchildren(W + "tc"), one.row.cells, one.start, one.end, strict=True)
    for element, cell, start, end in cells:
        _keep_lines(made, element, cell, start, end)
    if one.goes_on:
        _add(next(made.iterchildren(W + "tc")), mark)
    one.row.element.addprevious(made)
    return made


def _keep_lines(made: etree._Element, element: etree._Element, cell: Cell, start: int, end: int) -> None:
    """Leave of a cell of the row ``made`` the lines from ``start`` to ``end``, or an empty paragraph."""
    paragraphs, first = list(element.iterchildren(W + "p")), 0
    for own, paragraph in zip(paragraphs, cell.paragraphs, strict=True):
        last = first + len(paragraph.ends)
        if start >= last or end <= first:
            element.remove(own)
        elif start > first or end < last:
            places = (paragraph.label, *paragraph.ends)
            _keep_part(own, paragraph, places[max(start - first, 0)], places[min(end, last) - first])
        first = last
    if element.find(W + "p") is None:
        element.append(_empty(made))


def _keep_part(own: etree._Element, paragraph: Paragraph, start: int, end: int) -> None:
    """Leave of a paragraph its text from ``start`` to ``end``, without a line break that ends it."""
    label, shape = paragraph.label, paragraph.shape
    end -= paragraph.text[:end].endswith("\n")
    keep_part(own, start - label, end - label)
    if start > label:
        lead_on(own, shape.left, shape.right)
        if shape.level is not None:
            leave_list(own)


def _empty(row: etree._Element) -> etree._Element:
    """A paragraph that looks like the first of the row and says nothing: in a list it would show a bullet."""
    empty = etree.Element(W + "p")
    empty.extend(deepcopy(properties) for properties in next(row.iter(W + "p")).iterchildren(W + "pPr"))
    return empty


def _add(cell: etree._Element, mark: str) -> None:
    """Put ``mark`` below the last text of the cell, where it does not end with it: a line of its own, as programs part
    it from its last bracket where a line holds all but that."""
    for text in list(cell.iter(T))[-1:]:
        if not (text.text or "").endswith(mark):
            text.addnext(put_text(etree.Element(T), mark))
            text.addnext(etree.Element(W + "br"))
