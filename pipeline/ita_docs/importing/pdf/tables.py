"""Ruled tables as they stand in the file: cells of paragraphs, and tables that go on over pages as one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ita_docs.importing.blocks import OldCell, OldPlace, OldTable, Photo
from ita_docs.importing.captioned import FilledCell
from ita_docs.importing.pdf.grids import PdfGrid
from ita_docs.importing.pdf.letters import PdfLetter
from ita_docs.importing.pdf.lines import PdfLine, lines_of
from ita_docs.importing.pdf.paragraphs import MOST_TORN, PdfWriter, Story
from ita_docs.importing.pdf.said import begins_item
from ita_docs.importing.pdf.wraps import PdfArea, Wrap, has_no_end, room_of
from officefiles.thai import arabic_digits
from thaipages.segment import ends_line

_PADDING = 5.4
_SAME_EDGE = 3.0
_PART = 0.2
_MORE = "(ต่อ)"
_COUNTED = re.compile(r"([^0-9]{0,30}?)([0-9]{1,3})(?![0-9])")
"""A text that begins with a number, or with words and one."""


Torn = Mapping[tuple[int, int], frozenset[int]]
"""For the left and right edge of a column in whole points the lines, counted from 0, behind which its cells are ended
by hand."""


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A ruled table on one page: its grid, the lines of each cell and the page they are on."""

    grid: PdfGrid
    cells: dict[int, list[PdfLine]]
    page: int

    @property
    def y(self) -> float:
        """Where it begins."""
        return self.grid.ys[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.grid.ys[-1]


@dataclass(slots=True)
class PdfRow:
    """A row: its cells, and the first and last line of those that have text, by their places."""

    cells: list[OldCell]
    first: dict[int, tuple[PdfLine, PdfArea]]
    last: dict[int, tuple[PdfLine, PdfArea]]


def filled(grid: PdfGrid, letters: Sequence[PdfLetter], page: int, *, spaceless: bool) -> PdfTable:
    """The table of a grid with the letters that stand in it."""
    held: dict[int, list[PdfLetter]] = defaultdict(list)
    for letter in letters:
        cell = grid.cell_at((letter.x + letter.right) / 2, letter.y - letter.size / 4)
        if cell is not None:
            held[cell].append(letter)
    cells = {cell: lines_of(inside, spaceless=spaceless, whole=True) for cell, inside in held.items()}
    return PdfTable(grid, {cell: lines for cell, lines in cells.items() if lines}, page)


def numbered(table: PdfTable, numbers: dict[float, int]) -> PdfTable:
    """The table with each line numbered by its base line."""
    cells = {
        cell: [replace(line, page=table.page, number=numbers.get(line.y, 0)) for line in lines]
        for cell, lines in table.cells.items()
    }
    return replace(table, cells=cells)


def rows_of_table(table: PdfTable, writer: PdfWriter, torn: Torn) -> list[PdfRow]:
    """The rows of a table."""
    stories, met = stories_of(table), set[int]()
    rows = []
    for line in table.grid.cells:
        made = PdfRow([], {}, {})
        column = 0
        for cell, fields in groupby(line):
            right = column + len([*fields])
            if cell in met:
                made.cells.append(OldCell(columns=right - column, continued=True))
            else:
                story, place = stories.get(cell, ()), f"ช่อง {len(made.cells) + 1}"
                ended = torn.get(_edges(table, column, right), frozenset())
                if story:
                    made.first[len(made.cells)], made.last[len(made.cells)] = story[0], story[-1]
                made.cells.append(OldCell(tuple(writer.paragraphs(story, place, ended)), right - column))
            met.add(cell)
            column = right
        rows.append(made)
    return rows


def with_pictures(
    table: PdfTable, rows: Sequence[PdfRow], pictures: Iterable[tuple[Photo, tuple[float, float]]]
) -> list[list[FilledCell]]:
    """The cells of the rows of a table with what they hold, the pictures of the page among that, each with the place of
    its middle."""
    held: dict[int, list[Photo]] = defaultdict(list)
    for photo, middle in pictures:
        if (cell := table.grid.cell_at(*middle)) is not None:
            held[cell].append(photo)
    numbers = [[cell for cell, _ in groupby(line)] for line in table.grid.cells]
    return [
        [(cell, (*cell.paragraphs, *held.pop(number, ()))) for number, cell in zip(line, row.cells, strict=True)]
        for line, row in zip(numbers, rows, strict=True)
    ]


def stories_of(table: PdfTable) -> dict[int, Story]:
    """The lines of each cell with where they run."""
    areas = _areas(table)
    return {cell: [(line, areas[cell]) for line in lines] for cell, lines in table.cells.items()}


def torn_of_tables(tables: Iterable[PdfTable], writer: PdfWriter) -> Torn:
    """The lines behind which cells are ended by hand, for the columns of all tables of a file."""
    columns: dict[tuple[int, int], list[Story]] = defaultdict(list)
    for table in tables:
        for cell, story in stories_of(table).items():
            _, left, _, right = table.grid.spans[cell]
            columns[_edges(table, left, right)].append(story)
    return {column: torn_of(stories, writer) for column, stories in columns.items()}


def _edges(table: PdfTable, left: int, right: int) -> tuple[int, int]:
    return round(table.grid.xs[left]), round(table.grid.xs[right])


def torn_of(stories: Sequence[Story], writer: PdfWriter) -> frozenset[int]:
    """The lines behind which cells of one column are ended by hand, as a part of those that go on shows."""
    short = [story for story in stories if len(story) <= MOST_TORN]
    ended = Counter(at for story in short for at in writer.ended_by_hand(story))
    going_on = Counter(at for story in short for at in range(len(story) - 1))
    return frozenset(at for at, count in ended.items() if count >= _PART * going_on[at])


def _areas(table: PdfTable) -> dict[int, PdfArea]:
    """Where lines run in each cell: its edges without the padding that its column has on the left."""
    spans = table.grid.spans
    paddings: dict[int, float] = defaultdict(lambda: _PADDING)
    rights: dict[int, float] = defaultdict(float)
    for cell, lines in table.cells.items():
        _, left, _, right = spans[cell]
        for line in lines:
            paddings[left] = min(paddings[left], max(line.x - table.grid.xs[left], 0.0))
            rights[right] = max(rights[right], line.right)
    found = {}
    for cell, (_, left, _, right) in spans.items():
        x0, x1 = table.grid.xs[left] + paddings[left], table.grid.xs[right] - paddings[left]
        found[cell] = PdfArea(x0, max(x1, min(rights[right], table.grid.xs[right])))
    return found


def goes_on_below(one: PdfTable, two: PdfTable) -> bool:
    """True where the second has the columns of the first."""
    return len(one.grid.xs) == len(two.grid.xs) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(one.grid.xs, two.grid.xs, strict=True)
    )


def together(one: list[PdfRow], two: list[PdfRow], writer: PdfWriter, *, full: bool = True) -> list[PdfRow]:
    """The rows of a table that goes on, without the heads repeated; a row that the page cut is one again. ``full`` says
    that the first part ends at the foot of its page: nowhere else does a page cut a row in the middle of a line."""
    rest = two[_heads_again(one, two) :]
    if rest and one and _is_cut(one[-1], rest[0], writer, full=full):
        return [*one[:-1], _whole(one[-1], rest[0], writer), *rest[1:]]
    return [*one, *rest]


def _heads_again(one: Sequence[PdfRow], two: Sequence[PdfRow]) -> int:
    """How many rows of the second part are the heads of the first again: those without text, where the file says that
    heads belong to pages; else those that say the same and look as the first does, unlike an equal row below."""
    most, heads = min(len(one), len(two) - 1), 0
    while heads < most and not two[heads].first:
        heads += 1
    if heads:
        return heads
    while heads < most and _texts(one[heads]) == _texts(two[heads]) and _looks(one[heads]) == _looks(one[0]):
        heads += 1
    return heads


def _looks(row: PdfRow) -> set[tuple[bool, bool]]:
    return {(one.bold, one.centred) for cell in row.cells for one in cell.paragraphs}


def _texts(row: PdfRow) -> list[str]:
    return [cell.text.replace(" ", "") for cell in row.cells]


def _is_cut(above: PdfRow, below: PdfRow, writer: PdfWriter, *, full: bool) -> bool:
    """True where a row goes on in the next: the first cell of that has no text or says that it goes on, or more of its
    cells go on in the middle of a line than begin where a line was ended."""
    if [cell.columns for cell in above.cells] != [cell.columns for cell in below.cells]:
        return False
    if not below.first or (0 not in below.first and 0 in above.last) or _says_more(above.cells[0], below.cells[0]):
        return True
    if not full or counts_on(above.cells[0], below.cells[0]):
        return False
    wraps = [_wrap(above, below, at, writer) for at in below.first if at in above.last]
    going_on = len(wraps) - wraps.count(Wrap.ENDED)
    return going_on > 1 and going_on > wraps.count(Wrap.ENDED) and _wrap(above, below, 0, writer) is not Wrap.ENDED


def _wrap(above: PdfRow, below: PdfRow, at: int, writer: PdfWriter) -> Wrap:
    """Whether the last line of a cell goes on in the first one of the cell on the next page."""
    if at not in above.last or at not in below.first:
        return Wrap.ENDED
    (last, area), (line, _) = above.last[at], below.first[at]
    if begins_item(line, last):
        return Wrap.ENDED
    if has_no_end(last, line) or not ends_line(last.text + line.text, len(last.text)):
        return Wrap.GOES_ON
    return room_of(last, line, area.right, writer.habits)


def counts_on(above: OldCell, below: OldCell) -> bool:
    """True of two cells that begin with the same words and a number, the second with the next: ข้อ ๕ ก, ข้อ ๖ ข; the
    first may hold several numbers, each a paragraph, and others behind them. Below one without any, 1 is the next."""
    texts = (above.text, *(one.text for one in above.paragraphs), below.text)
    *ones, two = (_COUNTED.match(arabic_digits("".join(text.split()))) for text in texts)
    numbers = [int(one[2]) for one in ones if one and two and one[1] == two[1]]
    if two and two[1] in ("", "(") and not any(ones):
        numbers = [0]
    return two is not None and numbers[-1:] == [int(two[2]) - 1]


def _says_more(above: OldCell, below: OldCell) -> bool:
    """True where a cell only says again what stands above, and that it goes on: "(ต่อ)"."""
    one, two = (cell.text.replace(" ", "").replace("\n", "") for cell in (above, below))
    return two.endswith(_MORE) and one.removesuffix(_MORE) == two.removesuffix(_MORE)


def _whole(above: PdfRow, below: PdfRow, writer: PdfWriter) -> PdfRow:
    """A row that a page cut."""
    cells = []
    for at, (one, two) in enumerate(zip(above.cells, below.cells, strict=True)):
        paragraphs, rest = [*one.paragraphs], [*two.paragraphs]
        if _says_more(one, two):
            rest = []
        elif paragraphs and rest and _wrap(above, below, at, writer) is not Wrap.ENDED:
            before, more = paragraphs[-1], rest.pop(0)
            space = writer.habits.joints.between(before.text, more.text, spaced=above.last[at][0].spaced)
            start = len(before.text + space)
            starts = (*before.starts, start, *(start + one for one in more.starts))
            paragraphs[-1] = replace(before, text=before.text + space + more.text, ended=more.ended, starts=starts)
        cells.append(OldCell((*paragraphs, *rest), one.columns, one.continued))
    return PdfRow(cells, above.first, above.last | below.last)


def table_of(rows: Sequence[PdfRow], table: PdfTable, writer: PdfWriter) -> OldTable:
    """The table; its place is that of its first line."""
    lines = [line for row in rows for line, _ in row.first.values()]
    page, number = min(((line.page, line.number) for line in lines), default=(table.page, 0))
    return OldTable(tuple(tuple(row.cells) for row in rows), OldPlace(writer.name, number, page))
