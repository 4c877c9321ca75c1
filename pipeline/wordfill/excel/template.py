"""An Excel template made ready once: cells become Jinja's source, and all that names rows becomes gaps, so that a
workbook costs little more than writing its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

import jinja2
from lxml import etree

from officefiles import archive, opc
from officefiles.archive import Archive
from officefiles.namespaces import S
from officefiles.opc import Package
from wordfill.engine import faults, properties
from wordfill.engine.finish import check_well_formed
from wordfill.excel import frames, references
from wordfill.excel.blocks import RowMap
from wordfill.excel.cells import Filling, FormulaCell, Row, TooLongError
from wordfill.excel.opening import OpenedBook, sheet_tree, with_properties
from wordfill.excel.places import PartError, SheetError, part_name, tag_in
from wordfill.excel.references import Formula
from wordfill.excel.sheet_reader import SheetReader, with_tags
from wordfill.excel.sheets import SheetPlan, StandingRow, stood, written
from wordfill.excel.slots import TAG_SIGNS, Finished, Gaps, Reference, TextPart, escaped, text_part
from wordfill.excel.styles import NO_STYLES, CellStyles, StyleSheet
from wordfill.excel.values import DateReader, environment
from wordfill.numbers import NUMBERS, NumberWriter
from wordfill.sandbox import Sandbox
from wordfill.sandbox import environment as word_environment

_DRAWN = ("drawingml.chart+xml", "chartex+xml", "drawing+xml", "chartshapes+xml")
"""How the content types of charts and of drawings end."""

TAG_IN_FORMULA = "สูตรมีแท็ก {tag} ซึ่งโปรแกรมไม่เติมข้อมูลให้ พิมพ์แท็กไว้ในช่องอื่น แล้วให้สูตรอ้างถึงช่องนั้น"
ROW_GONE = (
    "สูตรอ้างถึง {range} ซึ่งเป็นแถวของแท็กคำสั่ง แถวนั้นไม่มีในไฟล์ที่สร้าง ให้อ้างถึงแถวข้อมูล"
    " ยอดสะสมใช้ SUM ตั้งแต่แถวแรก เช่น =SUM(D$9:D9) ลำดับใช้ {{{{ loop.index }}}}"
)
ROW_NUMBER = (
    "ROW() ในแถวที่วนรอบนับแถวของไฟล์ที่สร้าง ซึ่งไม่มีแถวของแท็กคำสั่ง ลำดับจึงไม่ตรงกับในแม่แบบ ใช้ {{ loop.index }} หรือ =ROWS(A$9:A9)"
)
_ROW_NUMBER = re.compile(r"(?<![\w.])ROW\(\s*\)", re.IGNORECASE)
ROW_ALONE = (
    "ช่วง {range} ในแถวที่วนรอบหมายถึงแถวของตนเองแถวเดียว ถ้าหมายถึงทั้งรายการให้ใส่ $ หน้าเลขแถว คือ {all}"
    " ถ้าหมายถึงช่องเดียวให้พิมพ์ {one}"
)
SHEETS_AT_ONCE = "สูตรอ้างถึงหลายชีตพร้อมกัน (ชีตแรก:ชีตสุดท้าย!ช่อง) จึงเลื่อนตามแถวที่วนรอบไม่ได้ ให้อ้างถึงทีละชีต"

BESIDE_CELLS = "การตรวจสอบความถูกต้องของข้อมูล หรือการจัดรูปแบบตามเงื่อนไขของชีต {sheet}"

_NOT_FILLED = "โปรแกรมเติมข้อมูลในส่วนนี้ไม่ครบ เป็นข้อผิดพลาดของโปรแกรม โปรดแจ้งผู้พัฒนาพร้อมแม่แบบนี้"
_MARK = re.compile(b"\xef\xb7[\xa0-\xa9]|&#x[fF][dD][eE][0-9];|&#6(?:499[2-9]|500[01]);")
"""What stands for rows, cells and references while a part is filled (``values``), in UTF-8 or as a number."""

Kinds = Mapping[tuple[str, str], str]
"""What the tags that stand alone in their cells are read as (``number``, ``date``), by sheet and cell."""


@dataclass(frozen=True, slots=True)
class CompiledBook:
    """An Excel template that is ready to be filled; ``environment`` is that of its sheets."""

    environment: Sandbox = field(repr=False)

    _constant: Package = field(repr=False)
    _beginning: Archive = field(repr=False)
    _sheets: tuple[SheetPlan, ...] = field(repr=False)
    _parts: tuple[TextPart, ...] = field(repr=False)
    _styles: StyleSheet = field(repr=False)
    _styles_part: str
    _core: jinja2.Template = field(repr=False)
    _read_date: DateReader = field(repr=False)
    _from_1904: bool

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its sheets."""
        return tuple(plan.source for plan in self._sheets if plan.source)

    def render(self, context: Mapping[str, object], *, check: bool, numbers: NumberWriter | None) -> Package:
        """The finished workbook; ``check`` parses every part and looks for marks of ours as a safety net, ``numbers``
        writes those of cells. Raises ``SheetError`` and ``PartError``."""
        in_cells = {**context, NUMBERS: numbers}
        standing = {plan.key: _stood(plan, in_cells) for plan in self._sheets}
        maps = {key: map_ for key, (_, map_) in standing.items()}
        looks = CellStyles(self._styles)
        filling = Filling(maps, looks, self._read_date, self._from_1904)
        rows = {plan.key: _written(plan, standing[plan.key][0], filling) for plan in self._sheets}
        done = Finished(maps, rows)
        made = {part.name: _encoded(_text(part, context, done)) for part in self._parts}
        if self._styles_part:
            made[self._styles_part] = looks.data()
        made[properties.CORE] = _encoded(self._core.render(context))
        package, members = self._constant.copy(), []
        for name, data in made.items():
            if check:
                check_well_formed(data)
                _check_filled(name, data)
            package.put(name, data)
            members.append((name, package.parts[name]))
        package.zipped = partial(self._zipped, members)
        return package

    def _zipped(self, members: Sequence[tuple[str, opc.Part]]) -> bytes:
        return self._beginning.closed(part.member(name) for name, part in members)


def _check_filled(name: str, data: bytes) -> None:
    """Raises ``PartError`` where a mark is left in a part, as itself or as its number: what it stands for is lost."""
    if _MARK.search(data):
        raise PartError(part_name(name), "", "", SheetError("", "", _NOT_FILLED))


def _encoded(text: str) -> bytes:
    return archive.DECLARATION + text.encode("utf-8")


def _stood(plan: SheetPlan, context: Mapping[str, object]) -> tuple[Sequence[StandingRow], RowMap]:
    try:
        return stood(plan, context)
    except SheetError as fault:
        raise PartError(f"ชีต {plan.name}", "", "", fault) from fault
    except Exception as fault:  # a template may do anything wrong; staff get a sentence
        line = faults.line(fault) - 1
        cell, words = plan.lines[line] if 0 <= line < len(plan.lines) else ("", "")
        raise PartError(plan.name if cell else f"ชีต {plan.name}", cell, tag_in(words, fault), fault) from fault


def _written(plan: SheetPlan, rows: Sequence[StandingRow], filling: Filling) -> str:
    try:
        return written(plan, rows, filling)
    except TooLongError as fault:
        raise PartError(plan.name, str(fault), "", fault) from fault


def _text(part: TextPart, context: Mapping[str, object], done: Finished) -> str:
    try:
        return part.data(context, done)
    except Exception as fault:
        raise PartError(part_name(part.name), "", "", fault) from fault


def compile_book(book: OpenedBook, kinds: Kinds, read_date: DateReader) -> CompiledBook:
    """The compiled form of an opened template. Raises ``SheetError``, ``PartError`` and what Jinja raises."""
    return _Compiler(book, kinds, read_date).compiled()


class _Compiler:
    def __init__(self, book: OpenedBook, kinds: Kinds, read_date: DateReader) -> None:
        self.book, self.kinds, self.read_date = book, kinds, read_date
        self.package = book.package
        self.env = environment(read_date)
        self.text_env = self.env.overlay(finalize=escaped)
        styles = self.package.related(self.package.main, "styles")
        self.styles_part = styles
        self.styles = StyleSheet(self.package.parts[styles].data if styles in self.package.parts else NO_STYLES)
        self.strings_part = self.package.related(self.package.main, "sharedStrings")
        self.strings = (
            self.package.parts[self.strings_part].own_tree() if self.strings_part else etree.Element(f"{S}sst")
        )
        self.parts: list[TextPart] = []
        self.outside: list[tuple[str, Formula]] = []

    def compiled(self) -> CompiledBook:
        items = list(self.strings)
        strings = {number: text for number, item in enumerate(items) if (text := with_tags(item))}
        readers = []
        for name, part in self.book.sheets:
            try:
                readers.append((part, SheetReader(name, sheet_tree(self.package, part), strings, self.styles)))
            except SheetError as fault:
                raise PartError(name, fault.cell, fault.tag, fault) from fault
        self.rows = {reader.key: self._rows(reader) for _, reader in readers}
        self.repeats = any(reader.blocks.blocks for _, reader in readers)
        self.statements = {reader.key: frozenset(reader.statements) for _, reader in readers}
        for _, reader in readers:
            self._check_formulas(reader)
        for part, reader in readers:
            frame = frames.sheet_frame(reader.key, reader.root)
            self._related(reader, part)
            self._add(part, frame.root, frame.gaps)
        self._drawn()
        book = self.book.workbook
        for element in book.iter(f"{S}sheet"):
            if any(sign in element.get("name", "") for sign in TAG_SIGNS):
                raise PartError(
                    element.get("name", ""), "", element.get("name", ""), SheetError("", "", "ชื่อชีตเป็นแท็กไม่ได้")
                )
        gaps = frames.workbook(book)
        self._add(self.package.main, book, gaps)
        for number in strings:  # those of no cell too, which some programs leave behind
            _blank(items[number])
        if self.strings_part:
            self.package.put(self.strings_part, self.strings)
        with_properties(self.package)
        plans = tuple(self._plan(reader) for _, reader in readers)
        return self._closed(plans)

    def _rows(self, reader: SheetReader) -> dict[int, Row]:
        own = {cell: kind for (sheet, cell), kind in self.kinds.items() if sheet == reader.name}
        try:
            return reader.rows(own)
        except SheetError as fault:
            raise PartError(reader.name, fault.cell, fault.tag, fault) from fault

    def _check_formulas(self, reader: SheetReader) -> None:
        for row in self.rows[reader.key].values():
            for item in row.items:
                if isinstance(item, FormulaCell) and (
                    why := self._unfit(item.formula) or self._misread(item.formula, reader, row.number)
                ):
                    cell = f"{item.column}{row.number}"
                    raise PartError(reader.name, cell, item.formula.tag, SheetError("", "", why))

    def _unfit(self, formula: Formula) -> str:
        """Why nothing can be made of a formula; empty for one that is well."""
        if formula.tag:
            return TAG_IN_FORMULA.format(tag=formula.tag)
        return SHEETS_AT_ONCE if self.repeats and formula.spans_sheets else ""

    def _misread(self, formula: Formula, reader: SheetReader, row: int) -> str:
        """What is wrong with a formula in a ``row`` of a sheet that names rows which are not there, or its own as a
        range; empty where nothing is."""
        if reader.blocks.common(row) and any(_ROW_NUMBER.search(one) for one in formula.pieces if isinstance(one, str)):
            return ROW_NUMBER
        for one in formula.ranges:
            first, last = one.rows
            gone = self.statements.get(one.sheet_name or reader.key, frozenset())
            if gone.issuperset(range(first, min(last, first + len(gone)) + 1)):
                return ROW_GONE.format(range=one.text)
            own = not one.sheet and not one.single and first == last == row and not any(one.held)
            if own and one.before[0] == one.before[1] and reader.blocks.common(row):
                column = one.before[0]
                return ROW_ALONE.format(range=one.text, all=f"{column}${row}:{column}${row}", one=f"{column}{row}")
        return ""

    def _add(self, name: str, root: etree._Element, gaps: Gaps) -> None:
        own = [slot for slot in gaps.slots if isinstance(slot, Reference)]
        self.outside += [(slot.sheet, slot.formula) for slot in own]
        for slot in own:
            if why := self._unfit(slot.formula):
                sheet = next((one for one, part in self.book.sheets if part == name), "")
                where = BESIDE_CELLS.format(sheet=sheet) if sheet else part_name(name)
                raise PartError(where, "", slot.formula.tag, SheetError("", "", why))
        try:
            self.parts.append(text_part(name, root, gaps, self.text_env))
        except jinja2.TemplateError as fault:
            raise PartError(part_name(name), "", "", fault) from fault

    def _related(self, reader: SheetReader, part: str) -> None:
        """The tables, drawings and charts of a sheet."""
        sheet = reader.key
        for name in self.package.all_related(part, "table").values():
            root = self.package.parts[name].own_tree()
            self._check_table(reader, root)
            self._add(name, root, frames.table(sheet, root))
        for drawing in self.package.all_related(part, "drawing").values():
            root = self.package.parts[drawing].own_tree()
            self._add(drawing, root, frames.drawing(sheet, root))

    def _drawn(self) -> None:
        """The charts, and what is drawn on sheets of their own and in charts."""
        done = {part.name for part in self.parts}
        for name, kind in self.package.types.items():
            if name not in done and kind.endswith(_DRAWN):
                root = self.package.parts[name].own_tree()
                self._add(
                    name, root, (frames.chart if "chart+" in kind or "chartex+" in kind else frames.drawing)("", root)
                )

    def _check_table(self, reader: SheetReader, root: etree._Element) -> None:
        left, first, right, last = references.read_range(root.get("ref", "A1"))
        name = root.get("displayName", "")
        if reader.blocks.common(first, last):
            raise PartError(reader.name, f"{left}{first}", "", SheetError("", "", f"ตาราง {name} อยู่ในแถวที่วนรอบทั้งตาราง"))
        for cell in reader.tagged.values():
            letters = cell.name.rstrip("0123456789")
            if (
                cell.row == first
                and len(left) <= len(letters)
                and left <= letters <= right
                and root.get("headerRowCount") != "0"
            ):
                raise PartError(
                    reader.name, cell.name, cell.text.plain, SheetError("", "", f"หัวคอลัมน์ของตาราง {name} เป็นแท็กไม่ได้")
                )

    def _plan(self, reader: SheetReader) -> SheetPlan:
        rows = self.rows[reader.key]
        if not reader.tagged:
            return SheetPlan(reader.name, reader.blocks, rows, None, ())
        try:
            source = reader.source(self._held(reader))
        except SheetError as fault:
            raise PartError(reader.name, fault.cell, fault.tag, fault) from fault
        try:
            template = self.env.from_string(source.text)
        except jinja2.TemplateError as fault:
            line = faults.line(fault) - 1
            cell, words = source.places[line] if 0 <= line < len(source.places) else ("", "")
            raise PartError(reader.name, cell, tag_in(words, fault), fault) from fault
        return SheetPlan(reader.name, reader.blocks, rows, template, source.places, source.text)

    def _held(self, reader: SheetReader) -> dict[int, list[int]]:
        """The rows, by their blocks, that something counts on which stands outside the block."""
        sheet, found = reader.key, dict[int, list[int]]()
        asked = [(0, rows) for rows in frames.held(self.outside, sheet)]
        for own, rows_of in self.rows.items():
            for row in rows_of.values():
                formulas = [(own, item.formula) for item in row.items if isinstance(item, FormulaCell)]
                asked += [(row.number if own == sheet else 0, rows) for rows in frames.held(formulas, sheet)]
        for block in reader.blocks.blocks:
            inner = [row for row in range(block.first, block.last + 1) if row not in reader.statements]
            wanted = {
                next((row for row in inner if row >= first), inner[0])
                for row, (first, last) in asked
                if inner and block.first <= first and last <= block.last and not block.first <= row <= block.last
            }
            if wanted:
                found[block.number] = sorted(wanted)
        return found

    def _closed(self, plans: tuple[SheetPlan, ...]) -> CompiledBook:
        changing = {part.name for part in self.parts} | {self.styles_part, properties.CORE}
        for name in list(self.package.parts):
            part = self.package.parts[name]
            if (
                name not in changing
                and name.endswith((".xml", ".vml"))
                and any(s.encode() in part.data for s in ("{{", "{%"))
            ):
                raise PartError(part_name(name), "", "", SheetError("", "", "มีแท็กในส่วนที่โปรแกรมไม่เติมข้อมูลให้"))
        for owner, links in self.package.relationships.items():
            for link in links.values():
                if any(sign in unquote(link.target) for sign in ("{{", "{%")):
                    raise PartError(part_name(owner), "", link.target, SheetError("", "", "ที่อยู่ของลิงก์เป็นแท็กไม่ได้"))
        self.package.settle()
        files = self.package.ties | self.package.parts
        members = [files[name].member(name) for name in files if name not in changing]
        setting = self.book.workbook.find(f"{S}workbookPr")
        from_1904 = setting is not None and setting.get("date1904") in ("1", "true")
        core = word_environment().from_string(properties.SOURCE)
        return CompiledBook(
            self.env,
            self.package,
            Archive().followed_by(members),
            plans,
            tuple(self.parts),
            self.styles,
            self.styles_part,
            core,
            self.read_date,
            from_1904,
        )


def _blank(item: etree._Element) -> None:
    for child in list(item):
        item.remove(child)
    etree.SubElement(item, f"{S}t")
