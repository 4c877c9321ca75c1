"""Columns that a document leaves out: taken out of their table, their room given to those that stay and hold most.

A template marks a column as left out by the value ``no_column`` in any of its cells, its heading as a rule. Neither
Word's tables nor docxtpl's loops over cells can do this: widths stand in the grid and in every cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from officefiles.namespaces import W

if TYPE_CHECKING:
    from lxml import etree

    from officefiles import xml
else:  # few tables leave out a column
    etree, xml = lazy_import("lxml.etree"), lazy_import("officefiles.xml")

MARK = "\ufdd0"
"""What stands between rendering and fitting in a cell whose column is not printed: a noncharacter, as no text of an
office's can hold it, and as markup in its place would have to know what it stands in."""

_MARK_IN_PART = MARK.encode("utf-8")


_UNUSED = 300.0
"""Twips of a column's width that hold no text: the margins of its cells and what its lines leave at their ends."""


class _NoColumn(str):
    """An empty text to a template's conditions, which prints the mark."""

    __slots__ = ()

    def __html__(self) -> str:
        return MARK


NO_COLUMN = _NoColumn()
"""The value whose cell says that its column is not printed."""


def fitted(part: bytes) -> bytes:
    """``part`` without the marked columns of its tables; as it is where none is marked."""
    if _MARK_IN_PART not in part:
        return part
    root = etree.fromstring(part)
    for table in list(root.iter(f"{W}tbl")):
        _fit(table)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _fit(table: etree._Element) -> None:
    rows = [list(_cells(row)) for row in table.iterchildren(f"{W}tr")]
    marked = {column for row in rows for cell, columns in row if _is_marked(cell) for column in columns}
    if not marked:
        return
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = shared([int(column.get(f"{W}w", "0")) for column in grid], marked, _held(rows[1:], len(grid)))
    for number, column in enumerate(grid):
        column.set(f"{W}w", str(widths[number]))
        if number in marked:
            xml.remove(column)
    for row in rows:
        for cell, columns in row:
            _fit_cell(cell, [widths[column] for column in columns if column not in marked])


def shared(widths: Sequence[int], left_out: Collection[int], held: Sequence[float]) -> list[int]:
    """The widths of a grid whose columns ``left_out`` have none, with the same sum: each column is as wide as before
    at least, and what is over goes to those that hold the most for their width, so that they take as many lines.
    ``held`` is the room that the text of each column takes; where none holds any, all grow alike."""
    kept = [number for number in range(len(widths)) if number not in left_out]
    wide = dict.fromkeys(range(len(widths)), 0.0)
    room, growing, unused = float(sum(widths)), {number: held[number] for number in kept}, _UNUSED
    if not any(growing.values()):
        growing, unused = {number: float(widths[number]) for number in kept}, 0.0
    while growing:
        each = (room - unused * len(growing)) / sum(growing.values())
        narrow = [number for number, need in growing.items() if unused + need * each < widths[number]]
        for number in narrow or [*growing]:
            need = growing.pop(number)
            wide[number] = widths[number] if narrow else unused + need * each
        room -= sum(wide[number] for number in narrow)
    edges = (round(edge) for edge in accumulate(wide.values(), initial=0.0))
    return [right - left for left, right in pairwise(edges)]


def _held(rows: Sequence[Sequence[tuple[etree._Element, range]]], count: int) -> list[float]:
    """How much the cells of each column hold, in characters; a cell over several columns is not counted."""
    held = [0.0] * count
    for row in rows:
        for cell, columns in row:
            if len(columns) == 1:
                held[columns.start] += sum(len(text.text or "") for text in cell.iter(f"{W}t"))
    return held


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, range]]:
    """The cells of a row, each with the columns of the grid that it covers."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    at = 0 if before is None else int(before.get(f"{W}val", "0"))
    for cell in row.iterchildren(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        columns = 1 if span is None else int(span.get(f"{W}val", "1"))
        yield cell, range(at, at + columns)
        at += columns


def _is_marked(cell: etree._Element) -> bool:
    own = (text for paragraph in cell.iterchildren(f"{W}p") for text in paragraph.iter(f"{W}t"))
    return any(MARK in (text.text or "") for text in own)


def _fit_cell(cell: etree._Element, widths: Sequence[int]) -> None:
    """The cell over the columns of these widths; gone where there are none."""
    if not widths:
        xml.remove(cell)
        return
    width, span = cell.find(f"{W}tcPr/{W}tcW"), cell.find(f"{W}tcPr/{W}gridSpan")
    if width is not None:
        width.set(f"{W}w", str(sum(widths)))
    if span is not None:
        span.set(f"{W}val", str(len(widths)))
