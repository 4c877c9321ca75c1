"""Fields that ask other files or programs for what they show, and those that only mail merge fills."""

from __future__ import annotations

from collections.abc import Iterator

from officefiles.fields import fields_in
from officefiles.problems import Kind
from wordfill.lint.finding import Finding, found
from wordfill.lint.names import Node, nearest
from wordfill.lint.reading import Part
from wordfill.lint.spots import Spots

OUTSIDE = Kind(
    "field-outside",
    "เขตข้อมูล {found} ดึงข้อมูลจากไฟล์หรือโปรแกรมอื่น จึงใช้ในแม่แบบไม่ได้",
    "ลบเขตข้อมูลนี้ แล้วใส่ข้อความหรือรูปภาพไว้ในแม่แบบโดยตรง",
    "เขตข้อมูลที่อ่านไฟล์หรือเรียกโปรแกรมอื่น เช่น INCLUDETEXT, INCLUDEPICTURE, LINK, DDE",
)
MERGE = Kind(
    "field-mail-merge",
    "เขตข้อมูลจดหมายเวียน {found} ไม่มีการเติมข้อมูลให้",
    "ลบเขตข้อมูลนี้ {instead}",
    "เขตข้อมูลของจดหมายเวียน เช่น MERGEFIELD ซึ่งต้องใช้แท็กแทน",
)
_OUTSIDE = frozenset(
    ("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DDE", "DDEAUTO", "DATABASE", "RD")
)
_MERGED = frozenset(
    ("MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE", "MERGEBARCODE")
)
_TAG = "แล้วพิมพ์แท็ก {{{{ {name} }}}} แทน"
_ANY_TAG = "แล้วพิมพ์แท็กของข้อมูลนั้นแทน ดูรายการชื่อข้อมูลที่ใช้ได้"
_COUNTED = {"NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ"}
_LOOP = "แล้ววนรอบรายการด้วย {% for … %} แทน"


def check(part: Part, root: Node) -> Iterator[Finding]:
    """The fields of ``part`` that are no part of a template; ``root`` has the names that it may use."""
    spots = Spots(part)
    for one in fields_in(part.root).found:
        node, kind, name = one.begin, one.kind, (one.words[1:2] or [""])[0]
        tag = f"{kind} {name}".rstrip()
        if kind in _OUTSIDE:
            yield found(OUTSIDE, spots.of(node), tag)
        elif kind in _MERGED:
            yield found(MERGE, spots.of(node), tag, instead=_instead(kind, name, root))


def _instead(kind: str, name: str, root: Node) -> str:
    """What does in a template what the field does in mail merge."""
    if kind in _COUNTED:
        return _LOOP
    plain = name.lower().replace(" ", "_")
    known = (nearest(one, root.fields) for one in (plain, plain.replace("_", ".")))
    near = next(filter(None, known), "") if kind == "MERGEFIELD" and name else ""
    return _TAG.format(name=near) if near else _ANY_TAG
