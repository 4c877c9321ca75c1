"""Fields of Word and tags: a field that a tag or a block tears apart, and tags in a result that Word will overwrite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from officefiles.fields import Field, fields_in
from officefiles.problems import Kind, Severity
from wordfill.fields import GATHERED, KEPT, REFERRING
from wordfill.lint.blocks import Structure, unit_of
from wordfill.lint.finding import Finding
from wordfill.lint.reading import Part
from wordfill.lint.tags import Tag

TORN = Kind(
    "field-torn",
    "เขตข้อมูลของ Word ({field}) เริ่มและสิ้นสุดคนละด้านของแท็ก {found} เอกสารที่สร้างจะขาดหายตั้งแต่จุดนี้",
    "คลิกที่ข้อความของเขตข้อมูลแล้วกด Ctrl+Shift+F9 ให้เป็นข้อความธรรมดา หรือให้ทั้งเขตข้อมูลอยู่นอกแท็กและอยู่ในคำสั่งเดียวกัน",
    "เขตข้อมูลของ Word (เช่น เลขหน้า การอ้างอิงโยง สารบัญ) ที่เริ่มนอกแท็กหรือคำสั่งแล้วสิ้นสุดข้างใน หรือกลับกัน",
)
OVERWRITTEN = Kind(
    "field-overwritten",
    "แท็ก {found} อยู่ในผลลัพธ์ของเขตข้อมูล {field} ซึ่ง Word เขียนทับเมื่อปรับปรุงเขตข้อมูล",
    "ย้ายแท็กออกจากเขตข้อมูล หรือคลิกที่ข้อความของเขตข้อมูลแล้วกด Ctrl+Shift+F9 ให้เป็นข้อความธรรมดา",
    "แท็กที่พิมพ์ไว้ในข้อความซึ่ง Word คำนวณเอง เช่น เลขหน้า วันที่ หรือลำดับที่",
    Severity.WARNING,
)
_OWN = GATHERED | REFERRING | KEPT
_UNNAMED = "ไม่มีชื่อ"

_State = tuple[tuple[tuple[int, int], ...], int]
"""Where something stands: the branches of the blocks round it, and the tag that it goes with, or -1."""


@dataclass(frozen=True, slots=True)
class _Map:
    """Where everything of a part stands: elements in order, what goes with each tag, and where the branches of blocks
    begin and end."""

    order: dict[etree._Element, int]
    gone: list[tuple[int, int]]
    blocks: list[tuple[Tag, ...]]
    branches: list[list[int]]

    def state(self, element: etree._Element) -> _State:
        """Where ``element`` stands."""
        at = self.order[element]
        round_it = tuple(
            (number, sum(turn < at for turn in turns))
            for number, turns in enumerate(self.branches)
            if turns[0] < at < turns[-1]
        )
        return round_it, next((number for number, (start, end) in enumerate(self.gone) if start <= at <= end), -1)


def check(part: Part, tags: Sequence[Tag], structure: Structure) -> Iterator[Finding]:
    """The fields that a tag tears apart, and the tags that Word will overwrite."""
    fields = fields_in(part.root).found if tags else ()
    if not fields:
        return
    places = _map(part, tags, structure)
    for one in fields:
        marks = [mark for mark in (one.begin, one.separate, one.end) if mark is not None]
        if one.end is not None and len({places.state(mark) for mark in marks}) > 1:
            yield _torn(one, tags, places)
        elif one.result and one.kind not in _OWN:
            held = {id(text) for text in one.result}
            for tag in tags:
                if all(id(piece.node) in held for piece in tag.paragraph.pieces_between(tag.start, tag.end)):
                    yield tag.finding(OVERWRITTEN, field=one.kind or _UNNAMED)


def _map(part: Part, tags: Sequence[Tag], structure: Structure) -> _Map:
    order = {element: number for number, element in enumerate(part.root.iter())}
    extents = [_extent(tag, order) for tag in tags]
    starts = {tag: start for tag, (start, _) in zip(tags, extents, strict=True)}
    whole = [block.tags for block in structure.blocks if block.closer]
    return _Map(order, extents, whole, [[starts[tag] for tag in turns] for turns in whole])


def _extent(tag: Tag, order: dict[etree._Element, int]) -> tuple[int, int]:
    """What goes with a tag: its paragraph, row or cell, or what stands between its first and its last characters."""
    unit = unit_of(tag) if tag.prefix in ("p", "tr", "tc") else None
    if unit is not None:
        return order[unit], max(order[inner] for inner in unit.iter())
    nodes = [order[piece.node] for piece in tag.paragraph.pieces_between(tag.start, tag.end)]
    return min(nodes, default=0), max(nodes, default=0)


def _torn(one: Field, tags: Sequence[Tag], places: _Map) -> Finding:
    """The finding at the tag that tears the field: one that a mark of it goes with, or one of a block between marks."""
    marks = [mark for mark in (one.begin, one.separate, one.end) if mark is not None]
    first, last = places.order[marks[0]], places.order[marks[-1]]
    states = [places.state(mark) for mark in marks]
    tearing = [tags[gone] for _, gone in states if gone >= 0]
    tearing += [
        tag
        for block, turns in zip(places.blocks, places.branches, strict=True)
        for tag, at in zip(block, turns, strict=True)
        if first < at < last and len({tuple(turn < places.order[mark] for turn in turns) for mark in marks}) > 1
    ]
    named = " ".join(one.code.split()[:2]) or _UNNAMED
    return tearing[0].finding(TORN, field=named)
