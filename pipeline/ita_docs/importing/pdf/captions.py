"""Captions in columns below pictures that stand beside each other: each is read as a cell of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.importing.blocks import OldCell, OldPlace, OldTable
from ita_docs.importing.pdf.cuts import cut_at
from ita_docs.importing.pdf.lines import PdfLine, PdfPiece
from ita_docs.importing.pdf.paragraphs import PdfWriter
from ita_docs.importing.pdf.wraps import PdfArea

Box = tuple[float, float, float, float]
"""The left, top, right and bottom of a picture."""
_PADDING = 5.4
_FAR = 2.5
"""Sizes that lines of captions lie apart at most."""


@dataclass(frozen=True, slots=True)
class PdfCaptions:
    """The lines below one row of pictures, which stand in ``columns``; ``of`` has the pictures of the columns, by their
    number among those of the page."""

    lines: tuple[PdfLine, ...]
    columns: tuple[PdfArea, ...]
    of: Mapping[int, int]

    @property
    def y(self) -> float:
        """Where they begin."""
        return self.lines[0].y

    def table(self, writer: PdfWriter) -> tuple[OldTable, dict[int, OldPlace]]:
        """The table of one row that they are, and the places where the captions of pictures begin."""
        cells = [OldCell(tuple(writer.paragraphs(*self._cell(at)))) for at in range(len(self.columns))]
        begins = {at: cell.paragraphs[0].origin for at, cell in enumerate(cells) if cell.paragraphs}
        first = self.lines[0]
        table = OldTable((tuple(cells),), OldPlace(writer.name, first.number, first.page), ruled=False)
        return table, {photo: begins[at] for photo, at in self.of.items() if at in begins}

    def _cell(self, at: int) -> tuple[list[tuple[PdfLine, PdfArea]], str]:
        area = self.columns[at]
        story = [
            (replace(line, pieces=(piece,)), area)
            for line in self.lines
            for piece in line.pieces
            if _column(piece, self.columns) == at
        ]
        return story, f"ช่อง {at + 1}"


def captions_of(lines: Sequence[PdfLine], boxes: Sequence[Box]) -> list[PdfCaptions]:
    """The captions of a page with these pictures, where some stand beside each other and those of the last row have
    captions below them."""
    rows = list(_rows(boxes))
    widest = max(rows, key=len, default=[])
    if len(widest) < 2:
        return []
    columns = _columns([boxes[at] for at in widest])
    starts = sorted({piece.x for line in lines for piece in line.pieces[1:]})
    lines = [cut_at(line, starts) for line in lines]  # a caption may be full to the next
    found = []
    for row, below in pairwise([*rows, []]):
        bottom = max(boxes[at][3] for at in row)
        end = min(((boxes[at][1] + boxes[at][3]) / 2 for at in below), default=float("inf"))  # they may overlap
        own = tuple(_captions([line for line in lines if bottom <= line.y < end], columns))
        of = {at: column for at in row if (column := _at((boxes[at][0] + boxes[at][2]) / 2, columns)) is not None}
        if own and len(of) == len(row):
            found.append(PdfCaptions(own, columns, of))
    beside = any(len({_column(piece, columns) for line in one.lines for piece in line.pieces}) > 1 for one in found)
    return found if beside and len(found) == len(rows) else []


def _rows(boxes: Sequence[Box]) -> Iterator[list[int]]:
    """The pictures beside each other, from the left, the rows from above."""
    row: list[int] = []
    for at in sorted(range(len(boxes)), key=lambda one: boxes[one][1]):
        if row and (boxes[at][1] + boxes[at][3]) / 2 > max(boxes[one][3] for one in row):
            yield sorted(row, key=lambda one: boxes[one][0])
            row = []
        row.append(at)
    if row:
        yield sorted(row, key=lambda one: boxes[one][0])


def _columns(boxes: Sequence[Box]) -> tuple[PdfArea, ...]:
    """Where the text below each picture runs: to the middle between it and the next."""
    middles = [(box[0] + box[2]) / 2 for box in boxes]
    half = min(two - one for one, two in pairwise(middles)) / 2 - _PADDING
    return tuple(PdfArea(middle - half, middle + half) for middle in middles)


def _captions(lines: Sequence[PdfLine], columns: Sequence[PdfArea]) -> Iterator[PdfLine]:
    """The lines that stand in columns, up to the first that crosses them or is far below."""
    before: PdfLine | None = None
    for line in lines:
        far = before is not None and line.y - before.y > _FAR * line.size
        if far or any(_column(piece, columns) is None for piece in line.pieces):
            return
        yield line
        before = line


def _column(piece: PdfPiece, columns: Sequence[PdfArea]) -> int | None:
    """The column that a piece stands in; ``None`` where it crosses one's edge."""
    at = _at((piece.x + piece.right) / 2, columns)
    inside = at is not None and columns[at].left - _PADDING <= piece.x and piece.right <= columns[at].right + _PADDING
    return at if inside else None


def _at(x: float, columns: Sequence[PdfArea]) -> int | None:
    return next((at for at, one in enumerate(columns) if one.left <= x <= one.right), None)
