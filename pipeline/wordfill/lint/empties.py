"""What an empty list would leave behind: an empty cell, no table, or a note that says nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from wordfill.lint.blocks import Block, Structure, unit_of
from wordfill.lint.finding import Finding
from wordfill.lint.reading import Part

CELL = Kind(
    "empty-cell",
    "ถ้าไม่มีข้อมูลสำหรับ {found} ช่องนี้จะว่าง",
    "ถ้าไม่ต้องการช่องว่าง ให้เพิ่มย่อหน้า {{%p else %}} และข้อความแทน เช่น “-” ก่อนคำสั่งปิด",
    "ช่องของตารางที่มีแต่คำสั่งวนรอบหรือเงื่อนไข โดยไม่มีย่อหน้าที่เหลือเมื่อไม่มีข้อมูล",
    Severity.WARNING,
)
TABLE = Kind(
    "empty-table",
    "ถ้าไม่มีข้อมูลสำหรับ {found} ตารางนี้จะไม่เหลือแถว จึงไม่มีตารางนี้ในเอกสาร",
    "ถ้าต้องการให้มีตาราง ให้เพิ่มแถวหัวตาราง ถ้าไม่ต้องการ ครอบตารางพร้อมข้อความนำด้วย {{%p if {name} %}} … {{%p endif %}}",
    "ตารางที่มีแต่แถวของคำสั่งวนรอบ",
    Severity.WARNING,
)
NOTE = Kind(
    "empty-note",
    "ถ้าไม่มีข้อมูลสำหรับ {found} เชิงอรรถนี้จะว่าง แต่เครื่องหมายเชิงอรรถในเนื้อหายังอยู่",
    "ครอบเครื่องหมายเชิงอรรถในเนื้อหาด้วย {{% if {name} %}} … {{% endif %}} หรือเพิ่มย่อหน้า {{%p else %}} และข้อความก่อนคำสั่งปิด",
    "เชิงอรรถหรืออ้างอิงท้ายเรื่องที่มีแต่คำสั่งวนรอบหรือเงื่อนไข โดยไม่มีข้อความเหลือเมื่อไม่มีข้อมูล",
    Severity.WARNING,
)
_UNITS = {
    "p": (W + "p", {W + "tc": CELL, W + "footnote": NOTE, W + "endnote": NOTE}),
    "tr": (W + "tr", {W + "tbl": TABLE}),
}


def check(part: Part, structure: Structure) -> Iterator[Finding]:
    """The blocks that may leave a cell or a table with nothing in it."""
    if not structure.blocks:
        return
    order: dict[etree._Element | None, int] = {element: n for n, element in enumerate(part.root.iter())}
    seen: set[etree._Element] = set()
    for block in structure.blocks:
        unit, holders = _UNITS.get(block.opener.prefix, ("", {}))
        container = _holder(block, holders)
        if container is None or container in seen:
            continue
        seen.add(container)
        alike = (other for other in structure.blocks if other.opener.prefix == block.opener.prefix)
        inside = [other for other in alike if _holder(other, holders) is container]
        spans = [(order[unit_of(other.tags[0])], order[unit_of(other.tags[-1])]) for other in inside]
        left = (child for child in container if child.tag == unit and not _covered(order[child], spans))
        if next(left, None) is None and not any(other.middles for other in inside) and not _guarded(block, structure):
            yield block.opener.finding(holders[str(container.tag)], name=_asked(block))


def _holder(block: Block, tags: Container[str]) -> etree._Element | None:
    """The innermost cell or note (of a paragraph) or table (of a row) round a block that begins and ends in it."""
    unit, end = unit_of(block.opener), unit_of(block.closer) if block.closer is not None else None
    holder = unit.getparent() if unit is not None else None
    return (
        holder if end is not None and holder is end.getparent() and holder is not None and holder.tag in tags else None
    )


def _covered(number: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= number <= last for first, last in spans)


def _asked(block: Block) -> str:
    """The list that a loop goes through, or what a condition asks."""
    return re.split(r"\s+in\s+", block.opener.code)[-1].removeprefix("if ").strip()


def _guarded(block: Block, structure: Structure) -> bool:
    """True where a condition round the block asks for the same list."""
    place = block.opener.paragraph.spot.index
    for other in structure.blocks:
        if other is not block and other.word == "if" and other.closer is not None:
            around = other.opener.paragraph.spot.index <= place <= other.closer.paragraph.spot.index
            if around and re.search(rf"(?<!not )\b{re.escape(_asked(block))}(?![\w.])", other.opener.code):
                return True
    return False
