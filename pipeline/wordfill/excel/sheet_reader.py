"""Reads a sheet of a template: its cells with tags, its blocks, and what each of its rows becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from lxml import etree

from officefiles.cells import column_name, column_number
from officefiles.namespaces import S
from officefiles.xml import as_text
from wordfill.excel import heights, references, statements
from wordfill.excel.cells import FilledCell, FormulaCell, Item, Row, StillCells, Text, bare, text_of
from wordfill.excel.heights import Widths, WrappedCell
from wordfill.excel.places import SheetError
from wordfill.excel.slots import TAG_SIGNS
from wordfill.excel.statements import Source, TaggedCell
from wordfill.excel.styles import StyleSheet
from wordfill.excel.values import quoted

DATA_TABLE = "ช่องนี้เป็นตารางข้อมูล (What-If Data Table) ซึ่งแม่แบบไม่รองรับ"
BESIDE = "สูตรหรือค่าในช่องนี้จะหายไป เพราะอยู่ในแถวเดียวกับแท็ก {tag} ย้ายไปไว้อีกแถวหนึ่ง"
_ALONE = re.compile(r"\s*{{(?:(?!}}).)*}}\s*", re.DOTALL)
_NOT_OURS = re.compile("[\ufdd0-\ufdef]")


def with_tags(item: etree._Element) -> Text | None:
    """What a string says; ``None`` where it has no tags."""
    if not any(sign in "".join(map(str, item.itertext())) for sign in ("{", "}")):
        return None
    text = text_of(item)
    if not any(sign in text.plain for sign in TAG_SIGNS):
        return None
    return Text(text.looks, tuple(_NOT_OURS.sub("", one) for one in text.texts))


class SheetReader:
    """A sheet of a template as it is read."""

    def __init__(self, name: str, root: etree._Element, strings: Mapping[int, Text], styles: StyleSheet) -> None:
        """``strings`` are the shared strings with tags. Raises ``SheetError``."""
        self.name, self.root = name, root
        self._strings, self._styles, self._widths = strings, styles, Widths(root)
        self._elements = {int(row.get("r", "0")): row for row in root.iterfind(f"{S}sheetData/{S}row")}
        self._shared = {one.get("si", ""): one for one in root.iter(f"{S}f") if one.get("t") == "shared" and one.text}
        self.tagged = {cell.name: cell for cell in self._tagged_cells()}
        self.statements = statements.statements(self.tagged.values())
        self._check_statements()
        self.blocks = statements.blocks(self.statements)
        inside = (number for block in self.blocks.outermost for number in range(block.first, block.last + 1))
        self._numbers = sorted({*self._elements, *inside})

    @property
    def key(self) -> str:
        """Its name as references are compared."""
        return self.name.lower()

    def _tagged_cells(self) -> Iterator[TaggedCell]:
        for number, row in self._elements.items():
            for cell in row:
                if cell.get("t") == "s":
                    string = int(cell.findtext(f"{S}v") or "0")
                    text = self._strings.get(string)
                else:
                    inline = cell.find(f"{S}is") if cell.get("t") == "inlineStr" else None
                    text = with_tags(inline) if inline is not None else None
                if text:
                    yield TaggedCell(cell.get("r", ""), number, text)

    def _check_statements(self) -> None:
        """Nothing that counts stands beside a statement, whose row goes. Words are told where the tags are examined."""
        for number, statement in self.statements.items():
            for cell in self._elements[number].iterchildren(f"{S}c"):
                formula, name = cell.find(f"{S}f"), cell.get("r", "")
                value = cell.findtext(f"{S}v") if formula is None and cell.get("t", "n") in ("n", "b", "d") else None
                if name != statement.cell and (
                    value or (formula is not None and not self._is_filled_down(cell, formula))
                ):
                    raise SheetError(name, statement.tag, BESIDE.format(tag=statement.tag))

    def _is_filled_down(self, cell: etree._Element, formula: etree._Element) -> bool:
        """True for a formula that another row of its column has too, as Excel fills it down a table by itself."""
        column, row = _place(cell)
        text = self._own_formula(column, row, formula)
        return any(
            references.moved(text, other - row, 0) == self._own_formula(column, other, one)
            for other, element in self._elements.items()
            if other not in self.statements
            for own in element.iterchildren(f"{S}c")
            if _place(own) == (column, other) and (one := own.find(f"{S}f")) is not None
        )

    def source(self, held: Mapping[int, Sequence[int]]) -> Source:
        """The source of the rows; ``held`` are the rows, by their blocks, that are left without values where a block
        has nothing."""
        by_row: dict[int, list[TaggedCell]] = {}
        for cell in self.tagged.values():
            by_row.setdefault(cell.row, []).append(cell)
        source = Source(self.statements, held)
        for number in self._numbers:
            source.row(number, by_row.get(number, ()))
        return source

    def rows(self, kinds: Mapping[str, str]) -> dict[int, Row]:
        """The rows but for those of statements; ``kinds`` says what the tags that stand alone in their cells are read
        as, by the cell's name. Raises ``SheetError``."""
        return {number: self._row(number, kinds) for number in self._numbers if number not in self.statements}

    def _row(self, number: int, kinds: Mapping[str, str]) -> Row:
        element = self._elements.get(number)
        if element is None:
            return Row(number, "", stated=False)
        items, blank = _Items(), _Items()
        column = -1
        for cell in element.iterchildren(f"{S}c"):
            name = cell.get("r") or f"{column_name(column + 1)}{number}"
            letters = name.rstrip("0123456789")
            column, style = column_number(letters), cell.get("s", "0")
            if style != "0":
                blank.still(letters, f' s="{style}"/>')
            self._add(items, cell, name, number, kinds)
        done = items.done()
        filled = [(f"{one.column}{number}", one) for one in done if isinstance(one, FilledCell) and one.look.wraps]
        high = heights.height(
            element, (WrappedCell(one.number, self._widths.of(name), one.look) for name, one in filled), self._widths
        )
        left_out = {"r", "spans", "ht"} if high else {"r", "spans"}
        return Row(number, bare(element, left_out), done, StillCells(tuple(blank.pieces)), height=high)

    def _add(self, items: _Items, cell: etree._Element, name: str, row: int, kinds: Mapping[str, str]) -> None:
        letters, style, formula = name.rstrip("0123456789"), cell.get("s", "0"), cell.find(f"{S}f")
        if name in self.tagged:
            items.add(self._filled(next(items.filled), letters, int(style), self.tagged[name], kinds.get(name, "")))
        elif formula is not None:
            items.add(self._formula(name, row, cell, formula))
        else:
            inner = _inside(cell)
            items.still(letters, bare(cell, {"r"}) + (f">{inner}</c>" if inner else "/>"))

    def _filled(self, number: int, column: str, style: int, cell: TaggedCell, kind: str) -> FilledCell:
        look, text = self._styles.look(style), cell.text.healed()
        alone = look.kind != "text" and _ALONE.fullmatch(cell.text.plain) is not None
        return FilledCell(number, column, style, look, text.looks, alone, (look.kind or kind) if alone else "")

    def _formula(self, name: str, row: int, cell: etree._Element, element: etree._Element) -> FormulaCell:
        text, kind, reach, letters = element.text or "", "", None, name.rstrip("0123456789")
        if element.get("t") == "dataTable":
            raise SheetError(name, "", DATA_TABLE)
        if element.get("t") == "shared":
            text = self._own_formula(letters, row, element)
        elif element.get("t") == "array":
            kind, reach = ' t="array"', references.read(element.get("ref", name))
        said = "".join(f' {key}="{quoted(cell.get(key, ""))}"' for key in ("s", "cm", "ph") if cell.get(key))
        return FormulaCell(letters, said, self.key, references.read(text), kind, reach)

    def _own_formula(self, column: str, row: int, element: etree._Element) -> str:
        """The formula of a cell that shares it with others."""
        master = self._shared.get(element.get("si", ""))
        first = master.getparent() if master is not None else None
        if master is None or first is None or master is element:
            return element.text or ""
        start = first.get("r", "A1")
        letters = start.rstrip("0123456789")
        columns = column_number(column) - column_number(letters)
        return references.moved(master.text or "", row - int(start[len(letters) :]), columns)


def _place(cell: etree._Element) -> tuple[str, int]:
    """The column and the row of a cell."""
    name = cell.get("r", "A1")
    column = name.rstrip("0123456789")
    return column, int(name[len(column) :])


def _inside(cell: etree._Element) -> str:
    """What stands in a cell, as XML."""
    if len(cell) == 1 and cell[0].tag == f"{S}v":
        return f"<v>{quoted(cell[0].text or '')}</v>"
    return "".join(re.sub(r' xmlns(:\w+)?="[^"]*"', "", as_text(child)) for child in cell)


class _Items:
    """The items of a row as they come: still cells are put together."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.pieces = [""]
        self.filled = count()

    def still(self, column: str, rest: str) -> None:
        self.pieces[-1] += f'<c r="{column}'
        self.pieces.append(f'"{rest}')

    def add(self, item: Item) -> None:
        self._close()
        self.items.append(item)

    def done(self) -> tuple[Item, ...]:
        self._close()
        return tuple(self.items)

    def _close(self) -> None:
        if len(self.pieces) > 1:
            self.items.append(StillCells(tuple(self.pieces)))
        self.pieces = [""]
