"""A document as fragments: the lines and rows that pages are filled with, from top to bottom.

Lengths are twips. A fragment is what no page break can divide: a line of a paragraph, a row that must stay whole, or as
much of a tall row as one line of its tallest cell. ``glued`` fragments stand on the page of the fragment after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thaipages.layout.document import Block, Part
from thaipages.layout.paragraphs import Paragraph
from thaipages.layout.spaces import space_between
from thaipages.layout.tables import Row, Table

_ORPHANS = 2
"""The fewest lines of a paragraph that stand alone at the foot or the head of a page."""


class Fragment(NamedTuple):
    """One fragment of ``owner``: its ``line`` (from 0), its height and the ``gap`` above it, which counts only below
    another fragment. ``table`` is the table that a row stands in; ``ends`` is False where more of ``owner`` follows."""

    owner: Paragraph | Row
    line: int
    gap: float
    height: float
    glued: bool
    begins_page: bool
    table: Table | None
    ends: bool = True

    @property
    def text(self) -> str:
        """The text of the paragraph from this fragment on, or that of the row's cells."""
        if isinstance(self.owner, Paragraph):
            return self.owner.text[(0, *self.owner.ends)[self.line] :]
        return " ".join(paragraph.text for paragraph in self.owner.paragraphs if paragraph.text)


def fragments(part: Part, sum_spaces: bool) -> list[Fragment]:
    """The fragments of a section in order."""
    found: list[Fragment] = []
    above: Paragraph | None = None
    new_page = part.section.starts_page
    for block in part.blocks:
        own = list(_fragments(block))
        if not own:
            continue
        gap = gap_between(above, block, sum_spaces)
        begins = new_page or own[0].begins_page
        found += [own[0]._replace(gap=gap, begins_page=begins), *own[1:]]
        above = block if isinstance(block, Paragraph) else None
        new_page = above is not None and above.break_after
    return found


def gap_between(above: Paragraph | None, block: Block | Row, sum_spaces: bool) -> float:
    """The space above a paragraph, a table or its first row, below the paragraph ``above`` or none."""
    if isinstance(block, Paragraph):
        return space_between(above, block, sum_spaces)
    return above.shape.after if above else 0.0


def _fragments(block: Block) -> Iterator[Fragment]:
    if isinstance(block, Paragraph):
        yield from _lines(block)
        return
    for row in block.rows:
        glued = row.keep_next or row.header
        if row.whole or row.header:
            yield Fragment(row, 0, 0.0, row.height, glued, row_begins_page(row), block)
        else:
            yield from _slices(row, block, glued)


def row_begins_page(row: Row) -> bool:
    """True where the first paragraph of a row asks for a new page."""
    return next((paragraph.break_before for paragraph in row.paragraphs), False)


def _lines(paragraph: Paragraph) -> Iterator[Fragment]:
    shape, end = paragraph.shape, len(paragraph.heights) - 1
    for line, height in enumerate(paragraph.heights):
        near_an_end = shape.widows and (line < _ORPHANS - 1 or end + 1 - _ORPHANS <= line < end)
        glued = shape.keep_next if line == end else shape.keep_lines or near_an_end
        yield Fragment(paragraph, line, 0.0, height, glued, line == 0 and paragraph.break_before, None, line == end)


def _slices(row: Row, table: Table, glued: bool) -> Iterator[Fragment]:
    """A row that may break, cut between the lines of its tallest cell."""
    heights = (cell.lines for cell in row.cells if sum(cell.lines) <= row.height)  # taller: merged with rows below
    tallest: Sequence[float] = max(heights, key=sum, default=())
    slices = list(tallest) or [row.height]
    slices[-1] += row.height - sum(slices)
    for line, height in enumerate(slices):
        last = line == len(slices) - 1
        yield Fragment(
            row, line, 0.0, height, glued and (last or row.keep_next), line == 0 and row_begins_page(row), table, last
        )


def repeated_height(fragment: Fragment) -> float:
    """The height of the header rows that stand again above ``fragment`` where it begins a page."""
    if fragment.table is None or any(row is fragment.owner for row in fragment.table.headers):
        return 0.0
    if fragment.owner is fragment.table.rows[0] and fragment.line == 0:
        return 0.0
    return sum(row.height for row in fragment.table.headers)
