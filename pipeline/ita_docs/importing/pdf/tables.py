"""Ruled tables as they stand in the file: cells of paragraphs, and tables that go on over pages as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_docs.importing.blocks import OldCell, OldParagraph, OldPlace, OldTable
from ita_docs.importing.pdf.grids import PdfGrid
from ita_docs.importing.pdf.letters import PdfLetter
from ita_docs.importing.pdf.lines import MARKER, PdfLine, lines_of
from ita_docs.importing.pdf.paragraphs import PdfWriter, Story
from ita_docs.importing.pdf.wraps import PdfArea

_PADDING = 5.4
_SAME_EDGE = 3.0
_PART = 0.2
_MORE = "(ต่อ)"


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


def rows_of_table(table: PdfTable, writer: PdfWriter, torn: Torn) -> list[tuple[OldCell, ...]]:
    """The rows of a table."""
    stories = stories_of(table)
    rows = []
    for row, line in enumerate(table.grid.cells):
        cells: list[OldCell] = []
        column = 0
        while column < len(line):
            top, left, _, right = table.grid.span(line[column])
            if left != column:  # a cell of no rectangle
                right = column + 1
            if top == row and left == column:
                story, place = stories.get(line[column], ()), f"ช่อง {len(cells) + 1}"
                ended = torn.get(_edges(table, column, right), frozenset())
                cells.append(OldCell(tuple(writer.paragraphs(story, place, ended)), right - column))
            else:
                cells.append(OldCell(columns=right - column, continued=True))
            column = right
        rows.append(tuple(cells))
    return rows


def stories_of(table: PdfTable) -> dict[int, Story]:
    """The lines of each cell with where they run."""
    areas = _areas(table)
    return {cell: [(line, areas[cell]) for line in lines] for cell, lines in table.cells.items()}


def torn_of_tables(tables: Iterable[PdfTable], writer: PdfWriter) -> Torn:
    """The lines behind which cells are ended by hand, for the columns of all tables of a file."""
    columns: dict[tuple[int, int], list[Story]] = defaultdict(list)
    for table in tables:
        for cell, story in stories_of(table).items():
            _, left, _, right = table.grid.span(cell)
            columns[_edges(table, left, right)].append(story)
    return {column: torn_of(stories, writer) for column, stories in columns.items()}


def _edges(table: PdfTable, left: int, right: int) -> tuple[int, int]:
    return round(table.grid.xs[left]), round(table.grid.xs[right])


def torn_of(stories: Sequence[Story], writer: PdfWriter) -> frozenset[int]:
    """The lines behind which cells of one column are ended by hand, as a part of those that go on shows."""
    ended = Counter(at for story in stories for at in writer.ended_by_hand(story))
    going_on = Counter(at for story in stories for at in range(len(story) - 1))
    return frozenset(at for at, count in ended.items() if count >= _PART * going_on[at])


def _areas(table: PdfTable) -> dict[int, PdfArea]:
    """Where lines run in each cell: its edges without the padding that its column has on the left."""
    spans = {cell: table.grid.span(cell) for cell in {cell for line in table.grid.cells for cell in line}}
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


Rows = list[tuple[OldCell, ...]]


def together(one: Rows, two: Rows, writer: PdfWriter) -> Rows:
    """The rows of a table that goes on, without the heads repeated; a row that the page cut is one again."""
    heads = 0
    while heads < min(len(one), len(two) - 1) and _texts(one[heads]) == _texts(two[heads]):
        heads += 1
    rest = two[heads:]
    if rest and one and _is_cut(one[-1], rest[0]):
        joined = tuple(_joined(a, b, writer) for a, b in zip(one[-1], rest[0], strict=True))
        return [*one[:-1], joined, *rest[1:]]
    return [*one, *rest]


def _texts(row: Sequence[OldCell]) -> list[str]:
    return [cell.text.replace(" ", "") for cell in row]


def _is_cut(above: Sequence[OldCell], below: Sequence[OldCell]) -> bool:
    """True where a row goes on in the next: its first cell has no more text, or all that have go on in the middle."""
    if [cell.columns for cell in above] != [cell.columns for cell in below]:
        return False
    more = [(a, b) for a, b in zip(above, below, strict=True) if b.paragraphs]
    if not more:
        return True
    if (not below[0].paragraphs and above[0].paragraphs) or _says_more(above[0], below[0]):
        return True
    return len(more) > 1 and all(a.paragraphs and not a.paragraphs[-1].ended for a, b in more)


def _says_more(above: OldCell, below: OldCell) -> bool:
    """True where a cell only says again what stands above, and that it goes on: "(ต่อ)"."""
    one, two = (cell.text.replace(" ", "").replace("\n", "") for cell in (above, below))
    return two.endswith(_MORE) and one.removesuffix(_MORE) == two.removesuffix(_MORE)


def _joined(above: OldCell, below: OldCell, writer: PdfWriter) -> OldCell:
    """A cell that a page cut: its paragraphs, the one that was cut whole again."""
    if _says_more(above, below):
        return above
    paragraphs = [*above.paragraphs]
    rest = [*below.paragraphs]
    if paragraphs and rest and not paragraphs[-1].ended and not MARKER.match(rest[0].text):
        paragraphs[-1] = joined(paragraphs[-1], rest.pop(0), writer)
    return OldCell((*paragraphs, *rest), above.columns, above.continued)


def joined(one: OldParagraph, two: OldParagraph, writer: PdfWriter) -> OldParagraph:
    """Two parts of a paragraph as one."""
    between = writer.habits.joints.between(one.text, two.text, spaced=False)
    return replace(one, text=one.text + between + two.text, ended=two.ended)


def table_of(rows: Rows, table: PdfTable, writer: PdfWriter, number: int) -> OldTable:
    """The table; its place is that of its first line."""
    return OldTable(tuple(rows), OldPlace(writer.name, number, table.page))
