"""Columns shared out by what they hold, in tables of the styles that a document lists for it.

Tables that are alike in the template have the same columns all through the document: as wide as there, or wider at
the cost of another where rows then take fewer lines or a cell would be filled to the last. A line break in a cell is a
place where its text may be parted; it becomes a space where the cell holds all on one line. Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import ceil
from typing import NamedTuple

from officefiles.text import T, put_text, runs_of, shown
from thaipages.layout import Layout, Row, Table
from thaipages.layout.lines import Measure, line_end
from thaipages.layout.paragraphs import Setting
from thaipages.layout.tables import Cell, measure_table
from thaipages.layout.text import measure_text
from thaipages.planning.room import room_for
from thaipages.planning.widths import least_width, set_columns
from thaipages.segment import ends_line

_MOST_TRIED = 8
"""The most widths of one column that are tried."""

Widths = tuple[float, ...]
Span = tuple[int, int]
"""The first of the columns that a cell covers, and how many they are."""


def share_columns(layout: Layout, styles: Collection[str], setting: Setting) -> Layout:
    """``layout`` once columns are shared out in its tables of these ``styles`` (identifiers); their elements change.
    A table with cells merged over rows stays as it is."""
    alike: dict[Widths, list[Table]] = {}
    for table in (block for part in layout.parts for block in part.blocks if isinstance(block, Table)):
        if table.values.get("tblStyle") in styles and all(map(_is_plain, table.rows)):
            alike.setdefault(table.columns, []).append(table)
    changed = {id(table) for tables in alike.values() for table in _share(tables)}
    if not changed:
        return layout
    parts = []
    for part in layout.parts:
        blocks = (measure_table(one.element, setting) if id(one) in changed else one for one in part.blocks)
        parts.append(replace(part, blocks=tuple(blocks)))
    return replace(layout, parts=tuple(parts))


def _is_plain(row: Row) -> bool:
    """True where each cell of the row holds one paragraph."""
    return not row.joined and all(len(one.blocks) == len(one.paragraphs) == 1 for one in row.cells)


def _share(tables: Sequence[Table]) -> list[Table]:
    """Share out the columns of ``tables``, which are alike; those that change."""
    widths = _best([row.cells for table in tables for row in table.rows], tables[0].columns)
    return [table for table in tables if [set_columns(table, widths), _join_lines(table, widths)] != [False, False]]


class _Text(NamedTuple):
    """The lines that the text of a cell takes: ``lines`` where the columns that it covers are ``low`` wide at least,
    and fewer in the wider columns of ``fewer``, by width."""

    low: float
    lines: int
    fewer: Mapping[float, int]

    def in_columns(self, width: float) -> int:
        """The lines that it takes in columns of this width."""
        return min([count for wide, count in self.fewer.items() if width >= wide], default=self.lines)


def _needs(cell: Cell) -> tuple[float, float]:
    """The width of the columns in which each part of the cell's text between its line breaks stands on one line, and
    that in which all of it does, with spaces between; a program that sets text wider allowed for."""
    one = cell.paragraphs[0]
    shape = one.shape
    endless = Measure(shape.first, shape.left, float("inf"), shape.tabs)
    start, left, whole, widest = 0, shape.first, shape.first, 0.0
    for part in one.text.split("\n"):
        stop = start + len(part)
        end = line_end(one.text, one.edges, start, stop, left, endless)
        whole += end - left + (measure_text(" ", shape.look).widths[0] if start else 0.0)
        widest, start, left = max(widest, end), stop + 1, shape.left
    margins = cell.inner.left + cell.inner.right
    return room_for(widest, shape) + margins, room_for(whole, shape) + margins


def _text(cell: Cell, usual: float) -> _Text:
    """What ``cell`` holds, whose columns are ``usual`` wide in the template."""
    (paragraph,), (parted, whole) = cell.paragraphs, _needs(cell)
    lines = 1 if usual >= whole else len(paragraph.ends)
    needs = {1 + paragraph.text.count("\n"): parted, 1: whole}
    low = needs.get(lines, usual)
    if not all(ends_line(paragraph.text, end) for end in paragraph.ends):
        low = max(low, least_width(cell))
    return _Text(low, lines, {width: count for count, width in needs.items() if count < lines})


def _best(rows: Sequence[Sequence[Cell]], usual: Widths) -> Widths:
    """The columns in which the rows take the fewest lines and no cell more than in the template, nearly full ones made
    wider; the usual ones where there are none such."""
    texts = {
        (place, (cell.place, cell.span)): _text(cell, _width((cell.place, cell.span), usual))
        for place, cells in enumerate(rows)
        for cell in cells
    }
    columns: list[dict[int, _Text]] = [
        {place: text for (place, span), text in texts.items() if span == (column, 1)} for column in range(len(usual))
    ]
    lows = [max((text.low for text in column.values()), default=0.0) for column in columns]
    spare = sum(usual) - sum(lows)
    tried = [
        sorted({low, *(wide for text in column.values() for wide in text.fewer if low < wide <= low + spare)})
        for low, column in zip(lows, columns, strict=True)
    ]
    taken = [
        {
            width: [column[place].in_columns(width) if place in column else 0 for place in range(len(rows))]
            for width in one
        }
        for one, column in zip((one[:_MOST_TRIED] for one in tried), columns, strict=True)
    ]
    found = [
        (sum(map(max, [0] * len(rows), *map(dict.__getitem__, taken, least))), _grown(least, usual), least)
        for least in product(*taken)
        if sum(least) <= sum(usual)
    ]
    widths = _filled(min(found)[2], usual) if found else usual
    spanned = ((text.low, _width(span, widths)) for (_, span), text in texts.items())
    return widths if all(width >= low for low, width in spanned) else usual


def _grown(least: Widths, usual: Widths) -> float:
    return sum(max(one - two, 0.0) for one, two in zip(least, usual, strict=True))


def _filled(least: Widths, usual: Widths) -> Widths:
    """The columns nearest to the usual ones that are ``least`` wide at least, in whole twips."""
    wide = [max(ceil(one), two) for one, two in zip(least, usual, strict=True)]
    for column, one in enumerate(least):
        over = sum(wide) - sum(usual)
        wide[column] -= min(over, wide[column] - ceil(one))
    return tuple(wide)


def _width(span: Span, widths: Widths) -> float:
    return sum(widths[span[0] : span[0] + span[1]])


def _join_lines(table: Table, widths: Widths) -> bool:
    """Let spaces stand in place of the line breaks of cells that hold all on one line; True where there are any."""
    cells = [cell for row in table.rows for cell in row.cells if "\n" in cell.paragraphs[0].text]
    joined = [cell for cell in cells if _width((cell.place, cell.span), widths) >= _needs(cell)[1]]
    for cell in joined:
        for run in runs_of(cell.paragraphs[0].element):
            for piece in [one for one in run if shown(one) == "\n"]:
                piece.attrib.clear()
                piece.tag = T
                put_text(piece, " ")
    return bool(joined)
