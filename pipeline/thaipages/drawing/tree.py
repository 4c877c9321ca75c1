"""The tree in which a document is read aloud: headings, paragraphs, lists and tables as nodes, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from thaipages.drawing.borders import is_ruled
from thaipages.drawing.marks import Node
from thaipages.layout import Cell, Paragraph, Row, Table

_CONTENTS = re.compile(r"TOC\d")
"""The styles that Word gives the lines of a table of contents."""
_DEEPEST = 6
"""PDF knows headings of so many levels."""


class Spot(NamedTuple):
    """Where a paragraph is read: its node, that of its list label, and its level where it is a heading (else 0)."""

    node: Node | None = None
    label: Node | None = None
    level: int = 0


UNREAD = Spot()


class _List(NamedTuple):
    """A list that has begun: what it is numbered by, and the body of its last item."""

    key: str
    depth: int
    node: Node
    body: Node


@dataclass(slots=True)
class Reading:
    """The headings met so far: ``level`` is that of the last, below which no level is left out."""

    level: int = 0
    spots: dict[int, Spot] = field(default_factory=dict)
    branches: dict[int, Branch] = field(default_factory=dict)
    heads: dict[int, frozenset[int]] = field(default_factory=dict)

    def heading(self, outline: int) -> int:
        """The level of the next heading, of ``outline`` level."""
        self.level = min(outline, self.level + 1, _DEEPEST)
        return self.level


@dataclass(slots=True)
class Branch:
    """A node whose paragraphs and tables follow each other: the document, or a cell."""

    node: Node
    reading: Reading
    lists: list[_List] = field(default_factory=list)

    def paragraph(self, paragraph: Paragraph) -> Spot:
        """Where ``paragraph`` is read. One that goes on over pages has one spot; an empty one none."""
        key = id(paragraph)
        if key not in self.reading.spots:
            self.reading.spots[key] = self._spot(paragraph) if paragraph.text.strip() else UNREAD
        return self.reading.spots[key]

    def cell(self, table: Table, row: Row, cell: Cell, down: int) -> Branch:
        """The branch of a cell that spans ``down`` rows: this one where ``table`` is none but for its looks."""
        heads = self._heads(table)
        if not heads:
            return self
        spans = {name: count for name, count in (("ColSpan", cell.span), ("RowSpan", down)) if count > 1}
        line = self._below(table, "Table")._below(row, "TR")
        if id(row) in heads:
            return line._below(cell, "TH", Scope="Column", **spans)
        return line._below(cell, "TD", **spans)

    def _heads(self, table: Table) -> frozenset[int]:
        """The rows that tell what the columns hold; none where a table but sets texts beside each other: a frame, or
        columns without rules."""
        known = self.reading.heads
        if id(table) not in known:
            rows = table.headers or (table.rows[:1] if len(table.rows) > 1 and is_ruled(table) else ())
            known[id(table)] = frozenset(map(id, rows))
        return known[id(table)]

    def _below(self, key: object, kind: str, **attributes: str | int) -> Branch:
        """The branch of a thing that is a node of its own, made when it is first met."""
        if id(key) not in self.reading.branches:
            self.lists.clear()
            self.reading.branches[id(key)] = Branch(self.node.add(kind, "", **attributes), self.reading)
        return self.reading.branches[id(key)]

    def _spot(self, paragraph: Paragraph) -> Spot:
        shape = paragraph.shape
        if shape.outline:
            self.lists.clear()
            level = self.reading.heading(shape.outline)
            return Spot(self.node.add(f"H{level}"), None, level)
        if shape.level is not None and paragraph.text[: paragraph.label].strip():
            return self._item(paragraph)
        if _CONTENTS.match(shape.style):
            return self._entry()
        self.lists.clear()
        return Spot(self.node.add("P"))

    def _item(self, paragraph: Paragraph) -> Spot:
        """An item of the list that is open at its depth, or of a new one."""
        key, depth = paragraph.shape.list_id, paragraph.shape.depth
        while self.lists and (self.lists[-1].depth, self.lists[-1].key) > (depth, key):
            self.lists.pop()
        if self.lists and self.lists[-1].depth == depth and self.lists[-1].key != key:
            self.lists.pop()
        if self.lists and self.lists[-1].depth == depth:
            node = self.lists.pop().node
        else:
            above = self.lists[-1].body if self.lists else self.node
            node = above.add("L", "", ListNumbering=_numbering(paragraph))
        item = node.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        self.lists.append(_List(key, depth, node, body))
        return Spot(body, label)

    def _entry(self) -> Spot:
        """A line of a table of contents."""
        if not self.lists or self.lists[-1].key != "TOC":
            self.lists[:] = [_List("TOC", 0, contents := self.node.add("TOC"), contents)]
        return Spot(self.lists[-1].node.add("TOCI"))


def _numbering(paragraph: Paragraph) -> str:
    """How PDF calls the numbers of a list."""
    counting = paragraph.shape.level.counting if paragraph.shape.level else ""
    known = {"bullet": "Disc", "lowerRoman": "LowerRoman", "upperRoman": "UpperRoman", "lowerLetter": "LowerAlpha"}
    return known.get(counting, "UpperAlpha" if counting == "upperLetter" else "Decimal")
