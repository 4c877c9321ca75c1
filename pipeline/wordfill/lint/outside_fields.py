"""Fields that ask other files, programs or readers for what they show, those that only mail merge fills, and those that
Word alone can work out: documents show what they showed in the template."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lxml import etree
from rapidfuzz import process
from rapidfuzz.distance import OSA

from officefiles.fields import Field, fields_in
from officefiles.opc import W
from officefiles.problems import Kind, Severity
from thaipages.listing.references import is_known
from wordfill.lint.blocks import unit_of
from wordfill.lint.finding import Finding, found
from wordfill.lint.links import LOCAL, LOCAL_ADDRESS
from wordfill.lint.names import Node, nearest
from wordfill.lint.reading import Part
from wordfill.lint.spots import Spots
from wordfill.lint.tags import Tag

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
STALE = Kind(
    "field-stale",
    "โปรแกรมคำนวณเขตข้อมูล {found} ใหม่ให้ไม่ได้ เอกสารและ PDF ที่สร้างจึงแสดงผลเดิมของแม่แบบ{shown}",
    "พิมพ์แท็กหรือข้อความแทนเขตข้อมูลนี้ หรือเปิดเอกสารที่สร้างใน Word กด Ctrl+A แล้วกด F9 ก่อนใช้",
    "เขตข้อมูลที่ Word ต้องคำนวณ เช่น สูตรในตาราง (=SUM(ABOVE)) IF ดัชนี เลขเชิงอรรถที่อ้างถึง",
    Severity.WARNING,
)
NOWHERE = Kind(
    "field-nowhere",
    "เขตข้อมูล {found} อ้างถึงที่คั่นหน้า (bookmark) ที่ไม่มีในเอกสาร จึงแสดงข้อความเดิมของแม่แบบ{shown}",
    "ลบแล้วใส่ใหม่ด้วย การอ้างอิง > การอ้างอิงโยง โดยที่คั่นหน้าไม่อยู่ในย่อหน้าของแท็กคำสั่ง หรือพิมพ์ข้อความแทน",
    "การอ้างอิงโยงไปยังที่ซึ่งลบไปแล้ว หรือที่หายไปพร้อมย่อหน้าหรือแถวของแท็กคำสั่ง",
    Severity.WARNING,
)
TODAY = Kind(
    "field-today",
    "เขตข้อมูล {found} แสดงวันที่หรือเวลาที่เปิดเอกสาร เอกสารฉบับเดียวกันจึงเปลี่ยนวันที่ทุกครั้งที่เปิด",
    "ลบเขตข้อมูลนี้ แล้วพิมพ์แท็กของวันที่ที่ต้องการแทน",
    "เขตข้อมูลวันที่ปัจจุบันของ Word (DATE, TIME) ซึ่งมักเกิดจาก แทรก > วันที่และเวลา > ปรับปรุงโดยอัตโนมัติ",
    Severity.WARNING,
)
_OUTSIDE = frozenset(
    ("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DDE", "DDEAUTO", "DATABASE", "RD")
)
_MERGED = frozenset(
    ("MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE", "MERGEBARCODE")
)
_ASKS = ("ASK", "FILLIN")
_TODAY = ("DATE", "TIME")
_QUESTIONS = ("IF", "COMPARE")
_STALE = frozenset((*_QUESTIONS, "INDEX", "TOA", "NOTEREF", "FTNREF", "SECTION", "NUMWORDS", "NUMCHARS", "BIDIOUTLINE"))
_CONSTANT = re.compile(r"=[\d\s+*/().,^%-]*(?:\\.*)?")
"""A formula of numbers alone."""
_REFERRING = ("REF", "PAGEREF", "NOTEREF")
_OF_CONTENTS = "_toc"
"""What the bookmarks begin with that Word keeps for tables of contents, whose entries are made anew."""
_HEADINGS = ("ftr", "hdr")
"""Stories whose fields Word works out whenever it shows a page."""
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


def check(part: Part, root: Node, headings: Mapping[str, str], marked: Collection[str]) -> Iterator[Finding]:
    """The fields of ``part`` that are no part of a template; ``root`` has the names that it may use, ``headings`` those
    that staff know by other words, ``marked`` are the bookmarks that stay, in lower case."""
    spots = Spots(part)
    is_text = etree.QName(part.root).localname not in _HEADINGS
    fields = fields_in(part.root).found
    is_merged = any(one.kind in _MERGED for one in fields)  # then questions are those of mail merge
    for one in fields:
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
        elif kind in _TODAY and "{" not in one.text:
            yield found(TODAY, spots.of(node), kind)
        elif kind in _REFERRING and _is_lost(name, marked):
            yield found(NOWHERE, spots.of(node), tag, shown=shown)
        elif is_text and _is_stale(one) and not (is_merged and kind in _QUESTIONS):
            yield found(STALE, spots.of(node), " ".join(one.code.split()), shown=shown)


def _is_lost(name: str, marked: Collection[str]) -> bool:
    plain = name.casefold()
    return bool(name) and "{" not in name and not plain.startswith(_OF_CONTENTS) and plain not in marked


def _is_stale(one: Field) -> bool:
    """True where documents show what the field showed in the template, and Word would show something else."""
    if one.kind in ("REF", "STYLEREF", "SEQ"):
        return not is_known(one)
    if "{" in one.code + one.text:  # told as a tag that is not filled, or overwritten
        return False
    return one.kind in _STALE or (one.kind.startswith("=") and not _CONSTANT.fullmatch(one.code.strip()))


def bookmarks(parts: Iterable[Part], tags: Mapping[str, Sequence[Tag]]) -> frozenset[str]:
    """The names of the bookmarks of ``parts`` in lower case, without those that go with the paragraphs and rows of
    ``tags``."""
    gone = {unit_of(tag) for own in tags.values() for tag in own if tag.prefix in ("p", "tr", "tc")}
    starts = (one for part in parts for one in part.root.iter(W + "bookmarkStart"))
    return frozenset(one.get(W + "name", "").casefold() for one in starts if gone.isdisjoint(one.iterancestors()))


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
