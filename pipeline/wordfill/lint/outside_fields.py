"""Fields that ask other files, programs or readers for what they show, and those that only mail merge fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from officefiles.fields import fields_in
from officefiles.problems import Kind, Severity
from wordfill.lint.finding import Finding, found
from wordfill.lint.links import LOCAL, LOCAL_ADDRESS
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
OF_TEMPLATE = Kind(
    "field-of-template",
    "เขตข้อมูล {found} แสดงข้อมูลของไฟล์แม่แบบหรือของผู้ร่าง{shown} ไม่ใช่ของเอกสารที่สร้าง",
    "ลบเขตข้อมูลนี้ หรือพิมพ์แท็กของข้อมูลที่ต้องการแทน",
    "เขตข้อมูลที่แสดงชื่อไฟล์ ที่อยู่ของไฟล์ ชื่อผู้ใช้ Word หรือเวลาที่บันทึกแม่แบบ",
    Severity.WARNING,
)
ASKS = Kind(
    "field-asks",
    "เขตข้อมูล {found} ให้ Word ถามผู้เปิดเอกสารเมื่อปรับปรุงเขตข้อมูล เอกสารที่สร้างจึงมีแต่คำตอบเดิมของผู้ร่าง{shown} ทุกฉบับ",
    "ลบเขตข้อมูลนี้ แล้วพิมพ์แท็กของข้อมูลนั้นแทน ดูรายการชื่อข้อมูลที่ใช้ได้",
    "เขตข้อมูลที่ Word ถามผู้ใช้ (ASK, FILLIN) เมื่อปรับปรุงเขตข้อมูล พิมพ์ หรือผสานจดหมายเวียน",
    Severity.WARNING,
)
_OUTSIDE = frozenset(
    ("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DDE", "DDEAUTO", "DATABASE", "RD")
)
_MERGED = frozenset(
    ("MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE", "MERGEBARCODE")
)
_ASKS = ("ASK", "FILLIN")
_OF_TEMPLATE = frozenset(
    (
        *("FILENAME", "FILESIZE", "TEMPLATE", "USERNAME", "USERINITIALS", "USERADDRESS", "LASTSAVEDBY"),
        *("CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"),
    )
)
_TAG = "แล้วพิมพ์แท็ก {{{{ {name} }}}} แทน"
_ANY_TAG = "แล้วพิมพ์แท็กของข้อมูลนั้นแทน ดูรายการชื่อข้อมูลที่ใช้ได้"
_BETWEEN = re.compile(r"[\s_.,()/-]+")
_NEAR = 0.8
_COUNTED = {"NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ"}
_IN_LOOP = "แล้วพิมพ์แท็กของ {name} แทน ในวงรอบของรายการนั้น"
_LOOP = "แล้ววนรอบรายการด้วย {% for … %} แทน"


def check(part: Part, root: Node, headings: Mapping[str, str]) -> Iterator[Finding]:
    """The fields of ``part`` that are no part of a template; ``root`` has the names that it may use, ``headings`` those
    that staff know by other words."""
    spots = Spots(part)
    for one in fields_in(part.root).found:
        node, kind, name = one.begin, one.kind, (one.words[1:2] or [""])[0]
        tag = f"{kind} {name}".rstrip()
        shown = f" (“{one.text}”)" if one.text.strip() else ""
        if kind in _OUTSIDE:
            yield found(OUTSIDE, spots.of(node), tag)
        elif kind in _OF_TEMPLATE:
            yield found(OF_TEMPLATE, spots.of(node), kind, shown=shown)
        elif kind in _ASKS:
            yield found(ASKS, spots.of(node), tag, shown=shown)
        elif kind == "HYPERLINK" and LOCAL_ADDRESS.match(name):
            yield found(LOCAL, spots.of(node), name)
        elif kind in _MERGED:
            yield found(MERGE, spots.of(node), tag, instead=_instead(kind, name, root, headings))


def _instead(kind: str, name: str, root: Node, headings: Mapping[str, str]) -> str:
    """What does in a template what the field does in mail merge."""
    if kind in _COUNTED:
        return _LOOP
    near = _meant(name, root, headings) if kind == "MERGEFIELD" and name else ""
    if "[]" in near:
        return _IN_LOOP.format(name=near)
    return _TAG.format(name=near) if near else _ANY_TAG


def _meant(name: str, root: Node, headings: Mapping[str, str]) -> str:
    """The name that a field of mail merge most likely means, by itself or by the heading of its column; empty where
    none is near."""
    plain = name.lower().replace(" ", "_")
    if near := nearest(plain, root.fields) or nearest(plain.replace("_", "."), root.fields):
        return near
    words = {_bare(heading): known for heading, known in headings.items()}
    best = process.extractOne(_bare(name), list(words), scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    return words[best[0]] if best else ""


def _bare(heading: str) -> str:
    """A heading without what Word writes otherwise: blanks become lines, signs go."""
    return _BETWEEN.sub("", heading)
