"""Columns as wide as their longest word, at the cost of columns that have room: no word, number or name is torn.

Tables that are alike have the same columns all through the document. Where the columns of a table cannot all hold their
words its cells get smaller margins, and where that does not do it the longest words are torn, which is told. Lengths
are twips.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.text import held_by
from thaipages.layout import Layout, Paragraph, Table
from thaipages.layout.lines import Measure, line_end
from thaipages.layout.paragraphs import Setting
from thaipages.layout.tables import Cell, measure_table
from thaipages.planning.room import room_for, with_room
from thaipages.segment import ends_line, inner_breaks, open_breaks

TORN_WORDS = Kind(
    "torn-words",
    "ตารางในเอกสาร {name}.docx มีคอลัมน์แคบกว่าคำที่ต้องพิมพ์ คำจึงถูกตัดกลางคำ: {found}",
    "เลือกแสดงคอลัมน์ให้น้อยลง หรือแบ่งคำที่ยาวด้วยวรรค",
    "ตารางมีคอลัมน์มากกว่าที่กระดาษรับได้ แม้ลดระยะขอบของช่องแล้ว",
    Severity.WARNING,
)
_LEAST_MARGIN = 28.0
"""Half a millimetre: the margin at the left and right of cells in a table that has no room to spare."""
_AFTER_MARGINS = ("tblLook", "tblCaption", "tblDescription", "tblPrChange")
"""What stands behind the margins of cells among the properties of a table."""


_SIDES = ("top", "start", "left", "bottom", "end", "right")
"""The order of the margins of cells."""


class Fitted(NamedTuple):
    """A layout ``with_room``: whether elements were ``changed`` for it, and the words that are torn all the same."""

    layout: Layout
    changed: bool = False
    torn: tuple[str, ...] = ()


def keep_words(layout: Layout, setting: Setting) -> Fitted:
    """``layout`` with room once the columns of its tables hold their words; elements of those that change do too."""
    roomy = with_room(layout)
    alike: dict[tuple[str, tuple[float, ...]], list[Table]] = {}
    for table in _tables(roomy):
        alike.setdefault((table.values.get("tblStyle", ""), table.columns), []).append(table)
    torn = [tables for tables in alike.values() if any(next(_torn(table), "") for table in tables)]
    changed = {table.element for tables in torn for table in tables if _widen(tables)}
    if not changed:
        return Fitted(roomy, torn=_told(roomy) if torn else ())
    parts = []
    for part in layout.parts:
        blocks = (measure_table(one.element, setting) if one.element in changed else one for one in part.blocks)
        parts.append(replace(part, blocks=tuple(blocks)))
    roomy = with_room(replace(layout, parts=tuple(parts)))
    return Fitted(roomy, True, _told(roomy))


def least_width(cell: Cell, margin: float = float("inf")) -> float:
    """The width of a column in which the longest word of ``cell`` stands whole, its margins taken to be ``margin`` at
    most; a program that sets text wider allowed for."""
    margins = min(cell.inner.left, margin) + min(cell.inner.right, margin)
    return max((_longest(one) for one in cell.paragraphs), default=0.0) + margins


def set_columns(table: Table, widths: Sequence[float]) -> bool:
    """Give the columns of ``table`` these widths; True where they were others."""
    if table.columns == tuple(widths):
        return False
    for column, width in zip(table.element.iterfind(f"{W}tblGrid/{W}gridCol"), widths, strict=True):
        column.set(W + "w", f"{width:.0f}")
    for row in table.rows:
        for element, cell in zip(held_by(row.element, W + "tc"), row.cells, strict=True):
            stated = element.find(f"{W}tcPr/{W}tcW")
            if stated is not None:
                stated.set(W + "w", f"{sum(widths[cell.place : cell.place + cell.span]):.0f}")
    return True


def _tables(layout: Layout) -> Iterator[Table]:
    return (block for part in layout.parts for block in part.blocks if isinstance(block, Table))


def _told(layout: Layout) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for table in _tables(layout) for word in _torn(table)))


def _torn(table: Table) -> Iterator[str]:
    """The words of ``table`` within which a line ends, a bar where it does."""
    for paragraph in (one for row in table.rows for one in row.paragraphs):
        text, start = paragraph.text, 0
        for end in paragraph.ends[:-1]:
            if " " not in text[start:end] and not ends_line(text, end):  # a line of several words ends between them
                yield "|".join((*text[:end].split()[-1:], *text[end:].split()[:1]))
            start = end


def _widen(tables: Sequence[Table]) -> bool:
    """Let the columns of ``tables``, which are alike, hold their words; True where that changes them."""
    usual = tables[0].columns
    least = _least(tables, float("inf"))
    narrow = sum(least) > sum(usual)
    if narrow:
        least = _within(_least(tables, _LEAST_MARGIN), sum(usual))
        for table in tables:
            _narrow_margins(table)
    widths = _shared(usual, least)
    set_anew = [set_columns(table, widths) for table in tables]
    return narrow or any(set_anew)


def _least(tables: Sequence[Table], margin: float) -> list[int]:
    """How wide each column must be; a twip more, as edges are rounded."""
    least = [0] * len(tables[0].columns)
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        if cell.span == 1:
            least[cell.place] = max(least[cell.place], ceil(least_width(cell, margin)) + 1)
    return least


def _within(least: Sequence[int], room: float) -> list[int]:
    """``least`` where all of it has ``room``; else the widest columns narrower, all alike, so that few words are
    torn."""
    most = room
    for place, width in enumerate(sorted(least)):
        most = (room - sum(sorted(least)[:place])) / (len(least) - place)
        if width > most:
            break
    return [min(width, int(most)) for width in least] if sum(least) > room else list(least)


def _shared(usual: Sequence[float], least: Sequence[int]) -> tuple[float, ...]:
    """The columns that are ``least`` wide at least, what they lack taken from those with room, by how much they
    have."""
    lack = sum(max(two - one, 0.0) for one, two in zip(usual, least, strict=True))
    room = sum(max(one - two, 0.0) for one, two in zip(usual, least, strict=True))
    wide = (
        max(one - (one - two) * lack / room, two) if one > two else two for one, two in zip(usual, least, strict=True)
    )
    edges = [round(edge) for edge in accumulate(wide, initial=0.0)]
    return tuple(float(right - left) for left, right in pairwise(edges))


def _longest(paragraph: Paragraph) -> float:
    """The room that the longest word of ``paragraph`` needs; a label stands with the first. Only stretches that are
    longer than the longest word so far are cut into words."""
    text, shape = paragraph.text, paragraph.shape
    endless = Measure(shape.first, shape.left, float("inf"), shape.tabs)

    def end(start: int, stop: int) -> float:
        shown = start + len(text[start:stop].rstrip())
        return line_end(text, paragraph.edges, start, shown, shape.left if start else shape.first, endless)

    start, widest = 0, 0.0
    for stop in _stretches(text):
        if end(start, stop) > widest:
            words = pairwise((start, *inner_breaks(text, start, stop, at_slashes=True), stop))
            widest = max(widest, *(end(*word) for word in words))
        start = stop
    return room_for(widest, shape)


def _stretches(text: str) -> Iterator[int]:
    """Where the stretches of words written together end, those before a tab with the one behind it."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield from (start + place for place in open_breaks(line) if line[place - 1] != "\t")
        start += len(line)


def _narrow_margins(table: Table) -> None:
    """Give the cells of ``table`` the least margins at the left and right."""
    own = table.element.find(W + "tblPr")
    if own is None:
        return
    margins = own.find(W + "tblCellMar")
    if margins is None:
        margins = etree.Element(W + "tblCellMar")
        place = next((n for n, one in enumerate(own) if etree.QName(one).localname in _AFTER_MARGINS), len(own))
        own.insert(place, margins)
    for side in ("left", "right"):
        stated = margins.find(W + side)
        stated = etree.SubElement(margins, W + side) if stated is None else stated
        stated.attrib.update({W + "w": f"{_LEAST_MARGIN:.0f}", W + "type": "dxa"})
    margins[:] = sorted(margins, key=lambda one: _SIDES.index(etree.QName(one).localname))
