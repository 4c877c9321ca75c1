"""Fields in a template: what Word stored of them is emptied, and one that its tags would tear apart is refused."""

from __future__ import annotations

from lxml import etree

from officefiles.fields import CODE, DIRTY, MARK, fields_in
from officefiles.opc import W
from wordfill.engine.faults import TornFieldError
from wordfill.engine.source_tree import Enclosings, SourceTree
from wordfill.fields import stored
from wordfill.part_names import part_name

_KIND = W + "fldCharType"
_LONGEST = 40


def clear_stored(root: etree._Element) -> bool:
    """Empty the stored results below ``root`` that hold tags which Word copied from other places, and let Word work
    those fields out anew; whether all fields end."""
    fields = fields_in(root)
    for one in list(stored(fields, root)):
        one.begin.set(DIRTY, "true")
        for text in one.result:
            text.text = ""
    return fields.whole


def check_whole(part: str, source: str) -> None:
    """Raises ``TornFieldError`` where a field of the patched ``source`` of ``part`` does not begin and end in the same
    branch of the same block, or ends nowhere since its end went with a tag."""
    tree = SourceTree.of(source) if "<w:fldChar" in source else None
    standing: list[tuple[object, list[str]]] = []
    for node, blocks in tree.walk() if tree is not None else ():
        if node.tag == CODE and standing:
            standing[-1][1].append(node.text or "")
        elif node.tag == MARK and node.get(_KIND) == "begin":
            standing.append((_place(blocks), []))
        elif node.tag == MARK and (not standing or standing[-1][0] != _place(blocks)):
            raise _torn(part, standing)
        elif node.tag == MARK and node.get(_KIND) == "end":
            standing.pop()
    if standing:
        raise _torn(part, standing)


def _place(blocks: Enclosings) -> tuple[tuple[int, int], ...]:
    return tuple((block.number, block.branch) for block in blocks)


def _torn(part: str, standing: list[tuple[object, list[str]]]) -> TornFieldError:
    code = " ".join("".join(standing[-1][1]).split())[:_LONGEST] if standing else ""
    named = f" «{code}»" if code else ""
    return TornFieldError(
        f"ใน{part_name(part)}: เขตข้อมูลของ Word{named} เริ่มและสิ้นสุดคนละที่เมื่อเทียบกับแท็กหรือคำสั่ง เอกสารจะขาดหาย"
        " ย้ายแท็กออกจากเขตข้อมูล หรือให้ทั้งเขตข้อมูลอยู่ในคำสั่งเดียวกัน"
    )
