"""A column of text on a page: its paragraphs and tables below each other. Lengths are twips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thaipages.drawing.desk import Desk
from thaipages.drawing.tables import Piece, draw_table
from thaipages.drawing.tree import Branch
from thaipages.layout import Paragraph, Row
from thaipages.layout.flow import Fragment, repeated_height

Placed = tuple[Fragment, float]
"""A fragment and how far down the page it begins."""


def draw_column(desk: Desk, column: Sequence[Placed], x: float, width: float, branch: Branch | None) -> None:
    """Draw the fragments of a page that stand in one section or story."""
    for _, group in groupby(column, lambda placed: id(placed[0].table or placed[0].owner)):
        items = list(group)
        (first, top), (last, _) = items[0], items[-1]
        if isinstance(first.owner, Paragraph):
            desk.lines(first.owner, range(first.line, last.line + 1), (x, top), width, branch)
        elif first.table is not None:
            heads = _heads(first, top) if items[0] is column[0] else ()
            draw_table(desk, first.table, [*heads, *_pieces(items)], x, width, branch)


def _heads(first: Fragment, top: float) -> Iterator[Piece]:
    """The rows that stand again above the first fragment of a page: they are not read a second time."""
    if first.table is not None and (height := repeated_height(first)):
        top -= height
        for row in first.table.headers:
            yield Piece(row, top, row.height, starts=True, ends=True, repeated=True)
            top += row.height


def _pieces(items: Sequence[Placed]) -> Iterator[Piece]:
    """The rows of a table, each as much of it as stands here."""
    for _, group in groupby(items, lambda placed: id(placed[0].owner)):
        (first, top), *_, (last, place) = (*group,) * 2
        if isinstance(first.owner, Row):
            height = place + last.height - top
            yield Piece(first.owner, top, height, starts=first.line == 0, ends=last.ends)
