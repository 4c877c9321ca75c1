"""A template as the examination sees it: the parts that are filled in, and their paragraphs in page order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, takewhile
from pathlib import Path

from lxml import etree

from officefiles import opc
from officefiles.fields import fields_in
from officefiles.opc import W
from officefiles.text import DELETED, FALLBACK, P, T, runs_of
from wordfill.fields import stored
from wordfill.lint.finding import Cell, Spot
from wordfill.opening import Opened, opened

_TBL, _TR, _TC, _DELETED_TEXT = (W + name for name in ("tbl", "tr", "tc", "delText"))
_INSERTED = {W + "ins", W + "moveTo"}
_TEXT_BOX = W + "txbxContent"
_PART_NAMES = {"header": "หัวกระดาษ", "footer": "ท้ายกระดาษ"}
_PAGE_NAMES = {"first": "หน้าแรก", "even": "หน้าคู่"}


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one ``w:t`` and where it starts in the paragraph's text; of a deletion, where it was."""

    node: etree._Element
    run: etree._Element
    start: int
    text: str
    inserted: bool

    @property
    def end(self) -> int:
        """Where the piece ends in the paragraph's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph with its text as the engine joins it (tabs, breaks and deletions left out) and its deleted texts.

    ``row`` and ``cell`` are the innermost ones round it, ``None`` outside tables.
    """

    element: etree._Element
    spot: Spot
    pieces: tuple[Piece, ...]
    deletions: tuple[Piece, ...]
    row: etree._Element | None
    cell: etree._Element | None
    text: str

    def pieces_between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that hold some of the text from ``start`` to ``end``."""
        return tuple(piece for piece in self.pieces if piece.start < end and start < piece.end)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the template and its paragraphs."""

    member: str
    root: etree._Element
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ExaminedTemplate:
    """A template opened for examination, and its parts, the body first."""

    opened: Opened
    parts: tuple[Part, ...]
    styles: etree._Element | None
    theme: etree._Element | None

    @property
    def package(self) -> opc.Package:
        """What documents are made of."""
        return self.opened.package

    @property
    def body(self) -> Part:
        """The main part."""
        return self.parts[0]


@dataclass(slots=True)
class _Story:
    """Where the walk through one part stands: numbers given so far."""

    member: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    boxes: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(slots=True)
class _Place:
    """The part, box or cell that the walk is in, and the next numbers there."""

    name: str
    cells: tuple[Cell, ...] = ()
    row: etree._Element | None = None
    cell: etree._Element | None = None
    paragraph: Iterator[int] = field(default_factory=lambda: count(1))
    table: Iterator[int] = field(default_factory=lambda: count(1))


def read(source: Path | bytes) -> ExaminedTemplate:
    """The template ``source``. Raises ``opc.PackageError`` where it must not be opened or is no Word file, and
    ``OSError`` where the file cannot be read."""
    door = opened(source)
    package, main = door.drafted, door.drafted.main
    root = package.parts[main].own_tree()
    parts = [_part(main, root, "เนื้อหา")]
    for link in package.relationships.get(main, {}).values():
        name = _name_of_kind(link.kind)
        if name and all(part.member != link.target for part in parts):
            name = _running_name(package, main, root, link.target, link.kind)
            tree = package.parts[link.target].own_tree()
            parts.append(_part(link.target, tree, name))
    styles, theme = (part.tree if part else None for part in map(package.of_main, ("styles", "theme")))
    return ExaminedTemplate(door, (parts[0], *sorted(parts[1:], key=lambda part: part.member)), styles, theme)


def _name_of_kind(kind: str) -> str:
    return {"footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง", **_PART_NAMES}.get(kind, "")


def _running_name(package: opc.Package, main: str, body: etree._Element, member: str, kind: str) -> str:
    """What staff call a header or footer: of which pages, and of which section where there are several."""
    name = _name_of_kind(kind)
    if kind not in _PART_NAMES:
        return name
    sections = list(body.iter(W + "sectPr"))
    for number, section in enumerate(sections, 1):
        for reference in section.iter(W + f"{kind}Reference"):
            link = package.relationships[main].get(reference.get(opc.R + "id", ""))
            if link is not None and link.target == member:
                pages = _PAGE_NAMES.get(reference.get(W + "type", ""), "")
                return name + pages + (f" (ตอนที่ {number})" if len(sections) > 1 else "")
    return name


def pieces_of(paragraph: etree._Element) -> tuple[Piece, ...]:
    """The pieces of a paragraph's text as it stands now."""
    return _pieces(paragraph)[0]


def _pieces(paragraph: etree._Element) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of a paragraph's text, and those of what was deleted from it."""
    kept: list[Piece] = []
    deleted: list[Piece] = []
    for run in runs_of(paragraph, deleted=True):
        changes = {above.tag for above in takewhile(lambda above: above is not paragraph, run.iterancestors())}
        for node in run.iterchildren(T, _DELETED_TEXT):
            gone = node.tag != T or not changes.isdisjoint(DELETED)
            start = kept[-1].end if kept else 0
            piece = Piece(node, run, start, node.text or "", not changes.isdisjoint(_INSERTED))
            (deleted if gone else kept).append(piece)
    return tuple(kept), tuple(deleted)


def _part(member: str, root: etree._Element, name: str) -> Part:
    story = _Story(member)
    _walk(root, story, _Place(name))
    copied = {text for one in stored(fields_in(root), root) for text in one.result}
    return Part(member, root, tuple(_blanked(one, copied) if copied else one for one in story.paragraphs))


def _blanked(paragraph: Paragraph, copied: Collection[etree._Element]) -> Paragraph:
    """``paragraph`` with blanks for what Word copied into it from other places, which is no text of the template."""
    if not any(piece.node in copied for piece in paragraph.pieces):
        return paragraph
    pieces = [
        replace(piece, text=" " * len(piece.text)) if piece.node in copied else piece for piece in paragraph.pieces
    ]
    return replace(paragraph, pieces=tuple(pieces), text="".join(piece.text for piece in pieces))


def _walk(parent: etree._Element, story: _Story, place: _Place) -> None:
    for child in parent:
        if child.tag == P:
            _add_paragraph(child, story, place)
        elif child.tag == _TBL:
            _walk_table(child, story, place, next(place.table))
        elif isinstance(child.tag, str) and child.tag not in (W + "pPr", W + "sectPr", W + "tcPr"):
            _walk(child, story, place)


def _walk_table(table: etree._Element, story: _Story, place: _Place, number: int) -> None:
    for r, row in enumerate(_inside(table, _TR), 1):
        for c, cell in enumerate(_inside(row, _TC), 1):
            _walk(cell, story, _Place(place.name, (*place.cells, Cell(number, r, c)), row, cell))


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "del"):
            yield from _inside(child, tag)


def _add_paragraph(element: etree._Element, story: _Story, place: _Place) -> None:
    pieces, deletions = _pieces(element)
    spot = Spot(place.name, story.member, next(place.paragraph), place.cells, len(story.paragraphs))
    text = "".join(piece.text for piece in pieces)
    story.paragraphs.append(Paragraph(element, spot, pieces, deletions, place.row, place.cell, text))
    for box in element.iter(_TEXT_BOX):
        around = [above.tag for above in takewhile(lambda above: above is not element, box.iterancestors())]
        if _TEXT_BOX not in around and FALLBACK not in around:
            _walk(box, story, _Place(f"กล่องข้อความที่ {next(story.boxes)} ใน{place.name}"))
