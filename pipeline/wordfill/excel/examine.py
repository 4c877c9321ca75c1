"""An Excel template as the examination of templates sees it: each cell with words is a paragraph in a row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from officefiles.cells import column_number
from officefiles.namespaces import A, S
from officefiles.opc import Package, PackageError
from officefiles.problems import Kind, Severity
from wordfill.engine import faults
from wordfill.excel.frames import X14
from wordfill.excel.opening import OpenedBook, opened, sheet_tree
from wordfill.excel.places import PartError, SheetError, part_name, sheet_place
from wordfill.excel.slots import TAG_SIGNS
from wordfill.excel.statements import MOST_SOURCE, TOO_LONG
from wordfill.excel.template import Kinds, compile_book
from wordfill.excel.values import FILTERS
from wordfill.lint import blocks, marks, places, scopes, statements
from wordfill.lint.finding import Finding, Spot, found
from wordfill.lint.names import Node, tree
from wordfill.lint.reading import Paragraph, Part, Piece
from wordfill.lint.statements import CELL_STATEMENTS, keyword
from wordfill.lint.tags import Tag, scan

PREFIX = Kind(
    "excel-tag-prefix",
    "แท็ก {found} ใช้ในแม่แบบ Excel ไม่ได้",
    "{advice}",
    "แท็กของ Word ({%p, {%tc, {%r, cellbg, colspan, vm, hm) ในแม่แบบ Excel",
)
UNFIT = Kind(
    "excel-template",
    "แม่แบบ Excel ใช้ไม่ได้: {found}",
    "แก้ไขตามข้อความนี้ แล้วตรวจแม่แบบอีกครั้ง",
    "สิ่งที่แม่แบบ Excel เติมข้อมูลให้ไม่ได้ เช่น แท็กในชื่อชีต หรือในหัวคอลัมน์ของตาราง",
)
LEFT_OUT = Kind(
    "excel-left-out",
    "แม่แบบมี{found} ซึ่งจะไม่ออกไปกับไฟล์ที่สร้าง",
    "หากเป็นคำแนะนำสำหรับผู้ใช้ ให้ใส่เป็นข้อความในช่อง หรือเป็นข้อความป้อนเข้าของการตรวจสอบความถูกต้องของข้อมูล",
    "ข้อคิดเห็น ประวัติการแก้ไข หรือคุณสมบัติที่กำหนดเองของแม่แบบ Excel",
    Severity.NOTE,
)
HIDDEN = Kind(
    "excel-hidden",
    "แท็ก {found} อยู่ใน{where}ที่ซ่อนไว้ ผู้รับไฟล์จึงไม่เห็นข้อมูลนี้",
    "ยกเลิกการซ่อน (คลิกขวาที่หัวแถวหรือหัวคอลัมน์) หรือล้างตัวกรอง ถ้าซ่อนไว้เพื่อใช้คำนวณ ไม่ต้องแก้ไข",
    "แท็กพิมพ์ข้อมูลในแถวหรือคอลัมน์ที่ซ่อนหรือกรองไว้ในแม่แบบ Excel",
    Severity.NOTE,
)
_ADVICE = {
    "tc": "แม่แบบ Excel วนรอบได้เฉพาะแถว ใช้ {%tr … %} ในแถวของตนเอง",
    "tr": "ใช้ {%tr … %} ได้เฉพาะในช่องของแผ่นงาน",
}
_INLINE = "ตัดอักษรนำหน้าออก หรือใช้ {%tr … %} ในแถวของตนเองเพื่อวนรอบหรือเลือกทั้งแถว"
_IN_EXCEL = "ลบคำสั่งนี้ แล้วผสานช่องหรือระบายสีช่องด้วยคำสั่งของ Excel ในแม่แบบ ช่องที่ผสานในแถวที่วนรอบขยายตามแถว"
_ONE_CELL = "ย้ายให้อยู่ในช่องเดียวกัน หรือใช้ {%tr … %} ในแถวของตนเองทั้งคู่"
_SAID_BESIDE = {
    f"{S}headerFooter": "หัวกระดาษหรือท้ายกระดาษ",
    f"{S}dataValidations": "การตรวจสอบความถูกต้องของข้อมูล",
    f"{X14}dataValidations": "การตรวจสอบความถูกต้องของข้อมูล",
    f"{S}hyperlinks": "คำแนะนำของลิงก์",
}
"""Elements of a sheet besides its cells whose words are filled, and what staff call them."""
_NAME_ALONE = re.compile(r"[\w.]+(?:\[[^\]]*\])?")
_QUOTED = 100
"""Characters of words without a tag, which are only told as lost."""


@dataclass(frozen=True, slots=True)
class ExaminedBook:
    """A workbook opened for examination."""

    book: OpenedBook
    parts: tuple[Part, ...]


def read(source: Path | bytes) -> ExaminedBook:
    """The template ``source``. Raises ``PackageError`` and ``OSError``."""
    book = opened(source)
    return ExaminedBook(book, (*_sheets(book), *_others(book)))


def lint(source: Path | bytes, known: Mapping[str, str], filters: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Every mistake of an Excel template, sheet by sheet. Raises as ``read`` does."""
    examined, root, allowed = read(source), tree(known), FILTERS if filters is None else filters
    findings = [one for part in examined.parts for one in _of_part(part, root, allowed)]
    if not any(one.severity is Severity.ERROR for one in findings):
        findings += _unfit(source)
    notes = [found(LEFT_OUT, Spot("ไฟล์", ""), what) for what in examined.book.left_out]
    return (*findings, *notes)


def _of_part(part: Part, root: Node, filters: Collection[str]) -> list[Finding]:
    tags = scan(part.paragraphs)
    structure = blocks.pair(tags)
    findings = [
        *marks.check(part, tags),
        *(replace(one, hint=_IN_EXCEL) if "{%p" in one.hint else one for one in statements.check(tags)),
        *(replace(one, hint=_ONE_CELL) if "{%tc" in one.hint else one for one in blocks.check(structure)),
        *_prefixes(tags),
        *_hidden(part, tags),
        *places.check(part, [tag for tag in tags if tag.prefix == "tr"], structure),
        *scopes.check(tags, structure, root, filters)[0],
    ]
    return sorted(findings, key=lambda one: (one.spot.index, one.spot.start))


def _prefixes(tags: Sequence[Tag]) -> Iterator[Finding]:
    for tag in tags:
        if tag.mark == "%" and (tag.prefix in ("p", "tc", "r") or keyword(tag) in CELL_STATEMENTS):
            own = _IN_EXCEL if keyword(tag) in CELL_STATEMENTS else _INLINE
            yield tag.finding(PREFIX, advice=_ADVICE.get(tag.prefix, own))


def _hidden(part: Part, tags: Sequence[Tag]) -> Iterator[Finding]:
    """The tags of cells that nobody sees, the first of each row."""
    columns = [one for one in part.root.iter(f"{S}col") if _is_on(one)]
    seen: set[etree._Element] = set()
    for tag in tags:
        cell, row = tag.paragraph.cell, tag.paragraph.row
        if tag.mark != "{" or cell is None or row is None or row in seen:
            continue
        number = column_number(cell.get("r", "A1").rstrip("0123456789")) + 1
        by_column = any(int(one.get("min", "0")) <= number <= int(one.get("max", "0")) for one in columns)
        if _is_on(row) or by_column:
            seen.add(row)
            yield tag.finding(HIDDEN, where="แถว" if _is_on(row) else "คอลัมน์")


def _is_on(element: etree._Element) -> bool:
    return element.get("hidden", "0") in ("1", "true")


def _unfit(source: Path | bytes) -> Iterator[Finding]:
    try:
        compile_book(opened(source), {}, lambda _: None)
    except PartError as fault:
        cause = fault.cause
        why = str(cause) if isinstance(cause, SheetError) else faults.sentence(cause, fault.tag, FILTERS)
        yield found(UNFIT, Spot(sheet_place(fault.sheet, fault.cell), ""), why)


def used_by_tag(source: Path | bytes, known: Mapping[str, str]) -> dict[str, set[str]]:
    """The known names that each tag uses, by the tag as it is written. Raises as ``read`` does."""
    names: dict[str, set[str]] = {}
    for part in read(source).parts:
        for tag, used in _used(part, tree(known)).items():
            names.setdefault(tag.raw, set()).update(used)
    return names


def _used(part: Part, root: Node) -> dict[Tag, set[str]]:
    tags = scan(part.paragraphs)
    return scopes.check(tags, blocks.pair(tags), root, FILTERS)[1]


def kinds(source: Path | bytes, known: Mapping[str, str]) -> Kinds:
    """What the tags that stand alone in their cells are read as: numbers and dates by the kinds of their names."""
    root, found_ = tree(known), dict[tuple[str, str], str]()
    for part in read(source).parts:
        for tag, used in _used(part, root).items():
            cell = tag.paragraph.cell
            alone = tag.mark == "{" and _NAME_ALONE.fullmatch(tag.code) and tag.paragraph.text.strip() == tag.raw
            kind = known.get(max(used, key=len), "") if used else ""
            if cell is not None and alone and kind in ("number", "date"):
                found_[part.root.get("sheet", ""), cell.get("r", "")] = kind
    return found_


def _sheets(book: OpenedBook) -> Iterator[Part]:
    package = book.package
    strings_part = package.related(package.main, "sharedStrings")
    strings = list(package.parts[strings_part].tree) if strings_part else []
    for name, member in book.sheets:
        root = sheet_tree(package, member)
        root.set("sheet", name)
        paragraphs: list[Paragraph] = []
        words = 0
        for cell in root.iterfind(f"{S}sheetData/{S}row/{S}c"):
            text = _item(cell, strings)
            if text is not None:
                spot = Spot(sheet_place(name, cell.get("r", "")), member, index=2 * len(paragraphs))
                paragraphs.append(_paragraph(text, spot, cell.getparent(), cell))
                words += len(paragraphs[-1].text) if "{" in paragraphs[-1].text else 0
            if words > MOST_SOURCE:
                raise PackageError(TOO_LONG)
        for element in (one for tag in _SAID_BESIDE for one in root.iter(tag)):
            paragraphs += _attributes(element, name, member, 2 * len(paragraphs))
        yield Part(member, root, tuple(paragraphs))


def _item(cell: etree._Element, strings: Sequence[etree._Element]) -> etree._Element | None:
    """The words of a cell, as an element inside it."""
    if cell.get("t") != "s":
        return cell.find(f"{S}is")
    number = int(cell.findtext(f"{S}v") or "0")
    if number >= len(strings):
        return None
    item = etree.SubElement(cell, f"{S}is")
    words = "".join(map(str, strings[number].itertext()))
    if "{" in words or "}" in words:
        item.extend(_copy(child) for child in strings[number])
    else:
        etree.SubElement(item, f"{S}t").text = words[:_QUOTED]
    return item


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _paragraph(item: etree._Element, spot: Spot, row: etree._Element | None, cell: etree._Element | None) -> Paragraph:
    pieces: list[Piece] = []
    for run in item.findall(f"{S}r") or [item]:
        node = run.find(f"{S}t")
        if node is not None:
            start = pieces[-1].end if pieces else 0
            pieces.append(Piece(node, run, start, node.text or "", False))
    return Paragraph(item, spot, tuple(pieces), (), row, cell, "".join(piece.text for piece in pieces))


def _attributes(element: etree._Element, name: str, member: str, index: int) -> Iterator[Paragraph]:
    """Texts and attributes with tags, where they are no cells."""
    for one in element.iter(etree.Element):
        for text in (one.text or "", *map(str, one.values())):
            if any(sign in text for sign in TAG_SIGNS):
                where = f"{_SAID_BESIDE[str(element.tag)]}ของชีต {name}"
                yield _text(one, Spot(where, member, index=index), text)
                index += 2


def _text(element: etree._Element, spot: Spot, text: str) -> Paragraph:
    return Paragraph(element, spot, (Piece(element, element, 0, text, False),), (), None, None, text)


def _others(book: OpenedBook) -> Iterator[Part]:
    """The parts beside sheets in which tags are filled: words of charts, shapes and text boxes."""
    package = book.package
    for name in sorted(package.parts):
        if name.startswith(("xl/charts/chart", "xl/drawings/drawing", "xl/charts/chartEx")) and name.endswith(".xml"):
            paragraphs = list(_drawn(package, name))
            if paragraphs:
                yield Part(name, package.parts[name].tree, tuple(paragraphs))


def _drawn(package: Package, name: str) -> Iterator[Paragraph]:
    number = 0
    for paragraph in package.parts[name].tree.iter(f"{A}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{A}t"))
        if any(sign in text for sign in TAG_SIGNS):
            yield _text(paragraph, Spot(part_name(name), name, index=number), text)
            number += 2
