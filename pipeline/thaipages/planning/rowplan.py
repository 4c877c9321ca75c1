"""Where the pages of a table end, and what of each row stands on which of them.

A row that does not fit goes to the next page where the page is well filled without it, and else ends between its items:
the paragraphs of its cells, or stretches of one that end in a line break. It ends within a short item only where the
page would else be half empty. One that asks to stay whole does so where it takes half a page at most. What the first
cell says stands again wherever the row goes on. Lengths are twips.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from thaipages.layout.tables import Cell, Row, Table

_WELL_FILLED, _HALF = 0.8, 0.5
"""The parts of a page from which on rows go to the next page rather than end between items, or within them."""
_FEWEST = 2
"""The fewest lines of a cell, and of an item, that stand alone where a row ends or goes on."""
_LONG = 6
"""The lines from which on an item is no entry of a list but a text, and may end a page as texts do."""

Lines = tuple[int, ...]
"""For each cell of a row a number of lines from its beginning."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What of ``row`` stands on one page: of each cell the lines from ``start`` to ``end``; the first cell is whole."""

    row: Row
    start: Lines
    end: Lines

    @property
    def is_whole(self) -> bool:
        """True where the row stands on one page."""
        return not self.goes_on and self.end == _all(self.row)

    @property
    def goes_on(self) -> bool:
        """True where the row began on the page before."""
        return any(self.start)

    @property
    def height(self) -> float:
        """How tall it is; the first cell needs a line more where it says that the row goes on."""
        if self.is_whole:
            return self.row.height
        cells = zip(self.row.cells[1:], self.start[1:], self.end[1:], strict=True)
        others = max((cell.margins + sum(cell.lines[start:end]) for cell, start, end in cells), default=0.0)
        return max(others, _named(self)) + _rules(self.row)


def plan_table(table: Table, first: float, page: float) -> list[list[Slice]]:
    """The slices of the table's rows page by page, its header rows left out. ``first`` is the room left on the page
    that the table begins on, ``page`` that of a whole one; an empty first list is for a table that begins the next. A
    line stays free on each page: programs differ by one now and then."""
    rows = table.rows[len(table.headers) :]
    line = max((height for row in rows for one in row.paragraphs for height in one.heights), default=0.0)
    head = sum(row.height for row in table.headers) + line
    filling = _Filling(first - head, page - head)
    for row in rows:
        filling.add(Slice(row, (0,) * len(row.cells), _all(row)))
    return filling.pages


@dataclass(slots=True)
class _Filling:
    """Pages that are being filled: the ``room`` left on the last of them, and that of a ``whole`` one."""

    room: float
    whole: float
    pages: list[list[Slice]] = field(default_factory=lambda: [[]])

    def add(self, rest: Slice) -> None:
        """Put ``rest`` on the last page, or on that and those that follow."""
        while rest.height > self.room:
            end = _page_end(rest, self.room, self.whole)
            if end is not None:
                self._put(Slice(rest.row, rest.start, end))
                rest = Slice(rest.row, (0, *end[1:]), rest.end)
            leading = 0 if end is not None else self._leading()
            taken = sum(one.height for one in self.pages[-1])
            if leading == len(self.pages[-1]) and self.room + taken >= self.whole:
                break  # it stands on a page of its own already, and is too tall for it
            self._turn(leading)
        self._put(rest)

    def _put(self, one: Slice) -> None:
        self.pages[-1].append(one)
        self.room -= one.height

    def _leading(self) -> int:
        """How many rows at the end of the page must stand with the next."""
        found = 0
        while found < len(self.pages[-1]) and self.pages[-1][-1 - found].row.keep_next:
            found += 1
        return found

    def _turn(self, leading: int) -> None:
        """Begin a page with the ``leading`` last rows of this one."""
        kept = len(self.pages[-1]) - leading
        moved = self.pages[-1][kept:]
        del self.pages[-1][kept:]
        self.pages.append([])
        self.room = self.whole
        for one in moved:
            self._put(one)


def _page_end(rest: Slice, room: float, whole: float) -> Lines | None:
    """How much of each cell stands on the page of which ``room`` is left; none where all goes to the next page."""
    used = whole - room
    if (
        used >= _WELL_FILLED * whole
        or (rest.row.whole and rest.height <= _HALF * whole)
        or not all(map(_divides, rest.row.cells))
        or _named(rest) + _rules(rest.row) > room
    ):
        return None
    tidy = _ends(rest, room, within_items=False)
    go_on = all(end > start or start == last for end, start, last in zip(tidy, rest.start, rest.end, strict=True))
    if go_on and used + Slice(rest.row, rest.start, tidy).height >= _HALF * whole:
        return tidy
    torn = _ends(rest, room, within_items=True)
    fits = rest.height <= whole
    return None if torn[1:] == rest.start[1:] or (fits and used >= _HALF * whole) else torn


def _ends(rest: Slice, room: float, *, within_items: bool) -> Lines:
    """The last line of each cell at which it may end on the page; where it began, if there is none."""
    ends = [rest.end[0]]
    for cell, start, last in list(zip(rest.row.cells, rest.start, rest.end, strict=True))[1:]:
        heights = list(accumulate(cell.lines[start:last]))
        fitting = start + bisect_right(heights, room - _rules(rest.row) - cell.margins)
        allowed = (line for line in range(fitting, start, -1) if _may_end(cell, line, start, last, within_items))
        ends.append(last if fitting == last else next(allowed, start))
    return tuple(ends)


def _may_end(cell: Cell, line: int, start: int, last: int, within_items: bool) -> bool:
    """True where the cell may end at ``line`` on a page that it began on at ``start``, and go on to ``last``."""
    items = tuple(_item_ends(cell))
    if last - line < _FEWEST:
        return False
    if line in items:
        return True
    begins = max((end for end in items if end < line), default=0)
    ends = min(end for end in items if end > line)
    alone = min(line - max(begins, start), ends - line)
    return alone >= _FEWEST and (within_items or ends - begins > _LONG)


def _item_ends(cell: Cell) -> Iterator[int]:
    """The lines at which the cell's items end."""
    line = 0
    for paragraph in cell.paragraphs:
        for place in paragraph.ends:
            line += 1
            if place == paragraph.ends[-1] or paragraph.text[:place].endswith("\n"):
                yield line


def _divides(cell: Cell) -> bool:
    """True where the lines of the cell are those of its paragraphs: no table stands in it."""
    return len(cell.lines) == sum(len(paragraph.ends) for paragraph in cell.paragraphs)


def _named(part: Slice) -> float:
    """The height of the first cell on a page."""
    first = part.row.cells[0]
    return first.height + (first.lines[-1] if part.goes_on and first.lines else 0.0)


def _all(row: Row) -> Lines:
    return tuple(len(cell.lines) for cell in row.cells)


def _rules(row: Row) -> float:
    """The room that rules take from a row that is as tall as its cells."""
    return max(row.height - max((cell.height for cell in row.cells), default=0.0), 0.0)
