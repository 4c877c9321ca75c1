"""Every mistake of a template, each at its place, in Thai, with the likely fix."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles import opc
from officefiles.fields import fields_in
from officefiles.lazy import lazy_import
from officefiles.problems import Kind
from wordfill.bounds import MOST_TAGS
from wordfill.fields import KEPT
from wordfill.lint import (
    blocks,
    carried,
    empties,
    formatting,
    links,
    list_notes,
    marks,
    nesting,
    note_scopes,
    outside,
    outside_fields,
    places,
    scopes,
    skipped,
    statements,
    word_fields,
)
from wordfill.lint.finding import Finding, Spot, found
from wordfill.lint.names import Node, tree
from wordfill.lint.outside import Outside
from wordfill.lint.reading import ExaminedTemplate, Part, read
from wordfill.lint.tags import TOO_MANY, Tag, by_paragraph, leftovers, scan
from wordfill.lint.uses import is_workbook
from wordfill.sandbox import FILTERS
from wordfill.slots.names import Namer

if TYPE_CHECKING:
    from wordfill.excel import examine
else:  # few templates are workbooks
    examine = lazy_import("wordfill.excel.examine")

UNREADABLE = Kind(
    "template-unreadable",
    "เปิดแม่แบบไม่ได้: {found}",
    "เปิดไฟล์ใน Word แล้วบันทึกเป็นชนิด .docx ใหม่",
    "ไฟล์แม่แบบที่ไม่ใช่เอกสาร Word หรือไฟล์เสียหาย",
)
UNREADABLE_WORKBOOK = Kind(
    "excel-unreadable",
    "เปิดแม่แบบ Excel ไม่ได้: {found}",
    "เปิดไฟล์ใน Excel แก้ไข แล้วบันทึกเป็นชนิด “สมุดงาน Excel (.xlsx)”",
    "ไฟล์แม่แบบที่ไม่ใช่สมุดงาน Excel ไฟล์เสียหาย หรือไฟล์ที่มีสิ่งที่แม่แบบไม่รองรับ เช่น มาโคร ลิงก์ไปไฟล์อื่น หรือ PivotTable",
)
_UNREADABLE_FILE = "อ่านไฟล์ไม่ได้ ตรวจสอบสิทธิ์การอ่าน หรือปิดไฟล์ในโปรแกรมอื่น"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_TAG = re.compile(r"\{[{%].*?[}%]\}")


def lint(
    template: Path | bytes,
    known: Mapping[str, str],
    filters: Collection[str] | None = None,
    file: str = "",
    headings: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Every mistake of ``template``, in page order: what is wrong with the file, then the body before headers, footers
    and notes.

    ``known`` maps each name that a template may use (``committees[].seats[].role``) to the kind of its value (see
    ``names``); ``filters`` are those allowed, by default the engine's; ``headings`` are what staff call some of
    the names. Never raises for what is in the file.
    """
    file = file or ("" if isinstance(template, bytes) else template.name)
    if is_workbook(template, file):
        return tuple(replace(finding, file=file) for finding in _in_workbook(template, known, filters))
    document = _opened(template)
    if isinstance(document, str):
        return (replace(found(UNREADABLE, Spot("ไฟล์", ""), document), file=file),)
    tags = {part.member: scan(part.paragraphs) for part in document.parts}
    findings = [*carried.check(document), *links.check(document), *formatting.check(document, tags)]
    root, allowed = tree(known), FILTERS if filters is None else filters
    around, marked = Outside.of(document), outside_fields.bookmarks(document.parts, tags)
    for part in document.parts:
        own = tags[part.member]
        if len(own) > MOST_TAGS:
            findings.append(own[MOST_TAGS].finding(TOO_MANY, most=f"{MOST_TAGS:,}"))
            continue
        findings += (
            *marks.check(part, own),
            *outside_fields.check(part, root, headings or {}, marked),
            *nesting.check(part),
        )
        findings += _of_word(document, part, own)
        said = _meaning(part, around.merged(part, own), root, allowed)
        findings += note_scopes.told(said, part, document.body, tags[document.body.member])
    findings += _outside(around, root, allowed)
    if not any(finding.id in (marks.DELETED.id, marks.TRACKED.id) for finding in findings):
        findings += carried.check_changes(document)
    order = {part.member: number for number, part in enumerate(document.parts)} | {"": -1}
    last = len(order)
    findings.sort(key=lambda one: (order.get(one.spot.member, last), one.spot.index, one.spot.start))
    return tuple(replace(finding, file=file) for finding in findings)


def fixed_texts(template: Path | bytes, file: str = "") -> tuple[tuple[Spot, str], ...]:
    """The words of each paragraph, or cell, in page order, that a template prints whatever its values are, and those of
    watermarks: tags are blanks. Raises ``opc.PackageError`` where it cannot be opened, and ``OSError``."""
    parts = examine.read(template).parts if is_workbook(template, file) else read(template).parts
    return tuple((spot, " ".join(words.split())) for part in parts for spot, words in _fixed(part))


def _fixed(part: Part) -> Iterator[tuple[Spot, str]]:
    """The words of a part, but what Word works out anew, as the number of a page."""
    worked_out = {text for one in fields_in(part.root).found if one.kind not in KEPT for text in one.result}
    for paragraph, _, near in by_paragraph(part.paragraphs, scan(part.paragraphs)):
        words = leftovers(paragraph, near)
        for piece in paragraph.pieces:
            if piece.node in worked_out:
                words = words[: piece.start] + " " * len(piece.text) + words[piece.end :]
        yield paragraph.spot, words
    for shape in part.root.iter(_TEXT_PATH):
        words = " ".join(_TAG.split(shape.get("string", "")))
        yield Spot(Namer(part.member, 0).of(shape), part.member, index=len(part.paragraphs)), words


def _in_workbook(
    template: Path | bytes, known: Mapping[str, str], filters: Collection[str] | None
) -> tuple[Finding, ...]:
    try:
        return examine.lint(template, known, filters)
    except OSError:
        why = _UNREADABLE_FILE
    except opc.PackageError as error:
        why = str(error)
    return (found(UNREADABLE_WORKBOOK, Spot("ไฟล์", ""), why),)


def _opened(template: Path | bytes) -> ExaminedTemplate | str:
    """The template, or a Thai sentence on why it cannot be opened."""
    try:
        return read(template)
    except OSError:
        return _UNREADABLE_FILE
    except opc.PackageError as error:
        return str(error)


def _of_word(document: ExaminedTemplate, part: Part, tags: Sequence[Tag]) -> Iterator[Finding]:
    """What is wrong with how the tags of the runs stand to fields and lists of Word."""
    structure = blocks.pair(tags)
    yield from word_fields.check(part, tags, structure)
    yield from list_notes.check(part, tags, structure, document.package)
    yield from skipped.check(part, tags, structure)


def _meaning(part: Part, tags: Sequence[Tag], root: Node, filters: Collection[str]) -> Iterator[Finding]:
    """What is wrong with what the tags of one part say: statements, blocks, places, names and values."""
    structure = blocks.pair(tags)
    yield from statements.check(tags)
    yield from blocks.check(structure)
    if structure.is_deep:
        return
    yield from places.check(part, tags, structure)
    yield from empties.check(part, structure)
    yield from scopes.check(tags, structure, root, filters)[0]


def _outside(around: Outside, root: Node, filters: Collection[str]) -> Iterator[Finding]:
    """What is wrong outside of runs; what the tags say in the parts of the text is examined with the text."""
    yield from around.differing
    for placed in around.every():
        yield from outside.check(placed)
    for part, tags in around.filled():
        yield from marks.check(part, tags)
    for part, tags in around.others():
        yield from _meaning(part, tags, root, filters)
