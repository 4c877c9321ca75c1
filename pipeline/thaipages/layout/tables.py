"""A table measured: the rows, their cells, where these stand and how tall each of them is. Lengths are twips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from officefiles.opc import W
from officefiles.styles import Properties, is_on, number, properties
from officefiles.text import P, blocks_of, held_by
from thaipages.layout import unlike
from thaipages.layout.paragraphs import Paragraph, Setting, measure_paragraph
from thaipages.layout.shapes import TWIPS_PER_EIGHTH
from thaipages.layout.spaces import line_heights

SIDE = 108.0
"""Word's margin at the left and right of a cell where nothing is said."""
_SIDES = ("top", "right", "bottom", "left")
_NO_RULE = ("", "none", "nil")


class Margins(NamedTuple):
    """How far the text of a cell stands from its edges."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the columns it spans, of which ``place`` is the first, its paragraphs and tables, the heights of its
    lines (and of the rows of its tables) with the spaces between them, and its margins. ``values`` are its properties.
    """

    place: int
    span: int
    blocks: tuple[Paragraph | Table, ...]
    lines: tuple[float, ...]
    inner: Margins
    values: Properties
    merge: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand in the cell itself."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @property
    def margins(self) -> float:
        """The room above and below its text."""
        return self.inner.top + self.inner.bottom

    @property
    def height(self) -> float:
        """What the row must be for the cell to show whole."""
        return sum(self.lines) + self.margins


@dataclass(frozen=True, slots=True)
class Row:
    """A measured row: ``rule`` is the room at its top that a rule takes. ``joined`` is True where a cell of it goes on
    from the row above; ``further`` is the part of its height that is there for programs which set text a little wider
    (``planning.room``)."""

    element: etree._Element
    cells: tuple[Cell, ...]
    height: float
    rule: float
    header: bool
    whole: bool
    joined: bool
    exact: bool
    further: float = 0.0

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the row, cell by cell."""
        for cell in self.cells:
            yield from cell.paragraphs

    @property
    def top(self) -> float:
        """How far below its top the text of its cells begins: below the rule and the widest margin."""
        return self.rule + max((cell.inner.top for cell in self.cells), default=0.0)

    @property
    def keep_next(self) -> bool:
        """True where the row must stand on one page with the next: its first paragraph says so."""
        return next((paragraph.shape.keep_next for paragraph in self.paragraphs), False)


@dataclass(frozen=True, slots=True)
class Table:
    """A measured table. ``columns`` are the widths of its columns, ``values`` its properties and those of its style,
    ``below`` the room of the rule below it, which is in its last row."""

    element: etree._Element
    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    values: Properties
    below: float

    @property
    def headers(self) -> tuple[Row, ...]:
        """The rows that repeat at the head of each page."""
        count = next((place for place, row in enumerate(self.rows) if not row.header), len(self.rows))
        return self.rows[:count]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the cells of one table share: column widths, the margins of cells, the room that the rules above, between
    and below rows take, and the table's style."""

    columns: tuple[float, ...]
    margins: Margins
    rules: tuple[float, float, float]
    style: str
    values: Properties


def all_paragraphs(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    """The paragraphs among ``blocks`` in order, also those in tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from all_paragraphs(cell.blocks)


def measure_table(element: etree._Element, setting: Setting) -> Table:
    """``element`` measured, row by row."""
    own = properties(element, W + "tblPr")
    style = setting.sheet.styles.name(own, "table")
    values = {**setting.sheet.styles.find(style).table, **own}
    columns = tuple(
        number({"w": column.get(W + "w", "0")}, "w") for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
    )
    if values.get("tblLayout.type") != "fixed":
        setting.notes.add("ตารางที่ปรับความกว้างคอลัมน์เองตามเนื้อหา")
    if "tblpPr.tblpX" in values or "tblpPr.tblpY" in values:
        setting.notes.add("ตารางลอยที่ข้อความล้อมรอบ")
    margins = _margins(values, "tblCellMar", Margins(0.0, SIDE, 0.0, SIDE))
    top, between, bottom = (_width(values, f"tblBorders.{side}") for side in ("top", "insideH", "bottom"))
    frame = _Frame(columns, margins, (top, between, bottom), style, values)
    rows: list[Row] = []
    for row in held_by(element, W + "tr"):
        rows.append(_row(row, rows[-1].cells if rows else (), frame, setting))
    below = _rule(rows[-1].cells, (), frame) if rows else 0.0
    if below:
        rows[-1] = replace(rows[-1], height=rows[-1].height + below)
    return Table(element, tuple(_with_merged_text(rows)), columns, values, below)


def _margins(values: Properties, name: str, usual: Margins) -> Margins:
    return Margins(*(number(values, f"{name}.{side}.w", width) for side, width in zip(_SIDES, usual, strict=True)))


def _row(element: etree._Element, above: Sequence[Cell], frame: _Frame, setting: Setting) -> Row:
    values = properties(element, W + "trPr")
    place = int(number(values, "gridBefore"))
    cells = []
    for cell in held_by(element, W + "tc"):
        own = properties(cell, W + "tcPr")
        span = max(int(number(own, "gridSpan", 1)), 1)
        width = sum(frame.columns[place : place + span]) or number(own, "tcW.w")
        cells.append(_cell(cell, own, (place, span, width, _merge(own, place, above)), frame, setting))
        place += span
    setting.notes.add(*unlike.in_row(values, frame.values, place, len(frame.columns)))
    stated, exact = number(values, "trHeight"), values.get("trHeight.hRule") == "exact"
    rule, top = _rule(above, cells, frame), max((cell.inner.top for cell in cells), default=0.0)
    content = max((sum(cell.lines) + cell.inner.bottom for cell in cells if cell.merge != "restart"), default=0.0)
    needed = rule + top + content
    if exact and 0 < stated < needed:
        setting.notes.add("แถวของตารางที่ข้อความสูงกว่าความสูงตายตัว")
    return Row(
        element=element,
        cells=tuple(cells),
        height=stated if exact and stated else max(stated, needed),
        rule=rule,
        header=is_on(values, "tblHeader"),
        whole=is_on(values, "cantSplit"),
        joined=any(cell.merge == "continue" for cell in cells),
        exact=exact and stated > 0,
    )


def _merge(own: Properties, place: int, above: Sequence[Cell]) -> str:
    """How a cell is merged over rows: one that goes on where no cell above it was merged begins there, as in Word."""
    merge = own.get("vMerge", "")
    if not merge or merge == "restart":
        return merge
    return "continue" if any(cell.place == place and cell.merge for cell in above) else "restart"


def _cell(
    element: etree._Element, own: Properties, extent: tuple[int, int, float, str], frame: _Frame, setting: Setting
) -> Cell:
    place, span, width, merge = extent
    margins = _margins(own, "tcMar", frame.margins) if "tcMar." in " ".join(own) else frame.margins
    if own.get("textDirection", "lrTb") != "lrTb":
        setting.notes.add("ข้อความแนวตั้งในตาราง")
    inner = width - margins.left - margins.right
    blocks = tuple(
        measure_paragraph(child, inner, setting, frame.style) if child.tag == P else measure_table(child, setting)
        for child in blocks_of(element)
    )
    if not blocks:
        setting.notes.add("ช่องของตารางที่ไม่มีย่อหน้า")
    for block in blocks:
        if isinstance(block, Paragraph) and (block.pictures or "\f" in block.text):
            setting.notes.add(*unlike.in_cell(block.text, block.edges, block.pictures, inner))
    lines = () if merge == "continue" else line_heights(blocks, setting.sum_spaces)
    return Cell(place, span, blocks, lines, margins, own, merge)


def _rule(above: Sequence[Cell], below: Sequence[Cell], frame: _Frame) -> float:
    """The room that the rule between two rows takes, or that above the first or below the last row."""
    usual = frame.rules[1 if above and below else 0 if below else 2]
    widths = [
        _width(cell.values, side) if side in cell.values else usual
        for cells, side in ((above, "tcBorders.bottom"), (below, "tcBorders.top"))
        for cell in cells
    ]
    return max(widths, default=0.0)


def _width(values: Properties, name: str) -> float:
    """How wide the border ``name`` is; a double one has two lines and a gap as wide."""
    kind = values.get(name, "")
    if kind in _NO_RULE:
        return 0.0
    return number(values, f"{name}.sz") * TWIPS_PER_EIGHTH * (3 if kind == "double" else 1)


def _with_merged_text(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, the last row of each merged cell made tall enough for the cell's text."""
    for place, row in enumerate(rows):
        needed = 0.0
        last = place + 1 == len(rows) or not rows[place + 1].joined
        if last:
            first = next(at for at in range(place, -1, -1) if not rows[at].joined)
            merged = max((cell.height for cell in rows[first].cells if cell.merge == "restart"), default=0.0)
            needed = merged - sum(other.height for other in rows[first:place])
        yield row if row.exact or needed <= row.height else replace(row, height=needed)
