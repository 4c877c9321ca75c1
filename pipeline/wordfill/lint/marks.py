"""Mistakes in how a tag is written: its marks, its characters, and what Word did to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.text import P
from wordfill.lint import signs
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Paragraph, Part
from wordfill.lint.tags import Ending, Tag, by_paragraph, leftovers

UNCLOSED = Kind(
    "tag-unclosed",
    "แท็ก {found} ไม่มีเครื่องหมายปิด",
    "พิมพ์เครื่องหมายปิดให้ครบ หมายถึง {meant} หรือไม่",
    "แท็กที่เปิดด้วย {{ หรือ {% แล้วไม่ปิดด้วย }} หรือ %} ในย่อหน้าเดียวกัน",
)
WRONG_END = Kind(
    "tag-wrong-end",
    "แท็ก {found} เปิดและปิดด้วยเครื่องหมายต่างชนิดกัน",
    "แก้เครื่องหมายปิดให้ตรงกับเครื่องหมายเปิด หมายถึง {meant} หรือไม่",
    "เปิดด้วย {{ แต่ปิดด้วย %} หรือกลับกัน",
)
APART = Kind(
    "tag-marks-apart",
    "เครื่องหมายปีกกาของแท็ก {found} ไม่ติดกัน",
    "ลบช่องว่างระหว่างเครื่องหมายปีกกา หมายถึง {meant} หรือไม่",
    "มีช่องว่างหรืออักขระที่มองไม่เห็นคั่นระหว่างเครื่องหมายของแท็ก",
)
OVER_PARAGRAPHS = Kind(
    "tag-over-paragraphs",
    "แท็ก {found} เริ่มในย่อหน้านี้แต่ปิดในย่อหน้าถัดไป",
    "รวมแท็กให้อยู่ในย่อหน้าเดียวกัน มิฉะนั้นสองย่อหน้าจะถูกรวมเป็นย่อหน้าเดียว",
    "แท็กเดียวที่คร่อมสองย่อหน้า",
    Severity.WARNING,
)
STRAY_END = Kind(
    "tag-stray-end",
    "มีเครื่องหมายปิด {found} โดยไม่มีเครื่องหมายเปิด",
    "พิมพ์เครื่องหมายเปิดให้ครบ หรือลบเครื่องหมายปิดนี้",
    "เครื่องหมาย }} หรือ %}} ที่ไม่มีแท็กอยู่ข้างหน้า",
)
SINGLE_BRACE = Kind(
    "tag-single-brace",
    "{found} มีเครื่องหมายปีกกาไม่ครบสองตัว โปรแกรมจะไม่เติมข้อมูลให้",
    "พิมพ์ปีกกาสองตัวทั้งหน้าและหลัง หมายถึง {meant} หรือไม่",
    "ชื่อข้อมูลที่อยู่ในปีกกาเพียงตัวเดียว",
)
OTHER_MARKS = Kind(
    "placeholder-other",
    "{found} ไม่ใช่แท็กของโปรแกรม เอกสารจะพิมพ์ตามนี้",
    "ถ้าต้องการให้โปรแกรมเติมข้อมูล ให้พิมพ์เป็น {meant} ถ้าต้องการให้พิมพ์ตามนี้ ไม่ต้องแก้ไข",
    "ช่องเติมข้อมูลที่เขียนด้วยเครื่องหมายอื่น เช่น «ชื่อ» [[ชื่อ]] <ชื่อ> [ชื่อหน่วยงาน] หรือ %name%",
    Severity.WARNING,
)
EMPTY = Kind(
    "tag-empty",
    "แท็ก {found} ว่างเปล่า",
    "ใส่ชื่อข้อมูลในแท็ก หรือลบแท็กนี้",
    "แท็กที่ไม่มีอะไรอยู่ข้างใน",
)
LOOSE_PREFIX = Kind(
    "tag-prefix-space",
    "อักษรนำหน้าของแท็ก {found} เขียนไม่ถูกรูปแบบ",
    "พิมพ์อักษรนำหน้าเป็นตัวพิมพ์เล็กให้ติดกับเครื่องหมายเปิด แล้วเว้นวรรคหนึ่งครั้ง หมายถึง {meant} หรือไม่",
    "อักษรนำหน้า p, tr, tc หรือ r ต้องเป็นตัวพิมพ์เล็ก ติดกับ {% และตามด้วยวรรคธรรมดาหนึ่งครั้ง",
)
PREFIX_BODY = Kind(
    "tag-prefix-sign",
    "แท็ก {found} มีเครื่องหมาย % หรือ }} อยู่ข้างใน ซึ่งใช้ในแท็กที่มีอักษรนำหน้าไม่ได้",
    "เขียนเงื่อนไขใหม่โดยไม่ใช้เครื่องหมาย % และปีกกา",
    "เครื่องหมาย % หรือปีกกาในแท็กที่ขึ้นต้นด้วย {%p {%tr {%tc หรือ {%r",
)
DELETED = Kind(
    "tag-deleted",
    "แท็ก {found} อยู่ในข้อความที่ลบแบบติดตามการเปลี่ยนแปลง และยังไม่ได้ยอมรับการลบ",
    "ไปที่แท็บรีวิว แล้วยอมรับหรือปฏิเสธการเปลี่ยนแปลงทั้งหมดก่อนใช้แม่แบบ",
    "แท็กในข้อความที่ลบแบบติดตามการเปลี่ยนแปลง เอกสารที่สร้างถือว่าลบแล้ว",
    Severity.WARNING,
)
TRACKED = Kind(
    "tag-tracked",
    "แท็ก {found} มีการแก้ไขแบบติดตามการเปลี่ยนแปลงที่ยังไม่ได้ยอมรับ",
    "ไปที่แท็บรีวิว แล้วยอมรับหรือปฏิเสธการเปลี่ยนแปลงทั้งหมดก่อนใช้แม่แบบ",
    "แท็กที่แทรกหรือแก้แบบติดตามการเปลี่ยนแปลง เอกสารที่สร้างถือว่าแก้แล้ว",
    Severity.WARNING,
)
FORMATS = Kind(
    "tag-formats",
    "แท็ก {found} มีรูปแบบตัวอักษรหลายแบบในแท็กเดียว",
    "จัดรูปแบบให้เหมือนกันทั้งแท็ก ข้อความที่เติมจะใช้รูปแบบของอักขระตัวแรก",
    "ตัวหนา ขนาด หรือแบบอักษรเปลี่ยนกลางแท็ก",
    Severity.NOTE,
)
HALF_LINKED = Kind(
    "tag-half-linked",
    "แท็ก {found} คร่อมขอบของลิงก์หรือตัวควบคุมเนื้อหา",
    "ย้ายแท็กให้อยู่ข้างในหรือข้างนอกทั้งแท็ก",
    "แท็กที่ครึ่งหนึ่งอยู่ในลิงก์ ทำให้เอกสารที่สร้างเสียหาย",
)
HOLDS_OBJECT = Kind(
    "tag-holds-object",
    "กลางแท็ก {found} มี{lost}อยู่ ซึ่งจะหายไปจากเอกสาร",
    "ย้าย{lost}ไปไว้หน้าแท็กหรือหลังแท็ก",
    "รูปภาพ สัญลักษณ์ หรือเครื่องหมายเชิงอรรถที่แทรกอยู่ระหว่างเครื่องหมายของแท็ก",
)
HYPHEN = Kind(
    "tag-hyphen",
    "ในแท็ก {found} มียัติภังค์แบบไม่ตัดบรรทัด ซึ่งไม่นับเป็นเครื่องหมาย -",
    "ลบแล้วพิมพ์เครื่องหมาย - ธรรมดา",
    "ยัติภังค์ที่พิมพ์ด้วย Ctrl+Shift+- ในแท็ก ซึ่ง Word ไม่ได้เก็บเป็นตัวอักษร",
)
JOINS = Kind(
    "tag-joins-paragraphs",
    "เครื่องหมาย - ในแท็ก {found} ทำให้ย่อหน้านี้ต่อกับย่อหน้า{side}เป็นย่อหน้าเดียว",
    "ถ้าไม่ต้องการให้ต่อกัน ให้ลบเครื่องหมาย - ในแท็ก",
    "เครื่องหมาย {%- ที่ต้นย่อหน้า หรือ -%} ที่ท้ายย่อหน้า ซึ่งรวมสองย่อหน้าเป็นย่อหน้าเดียว",
    Severity.NOTE,
)
ESCAPED = Kind(
    "tag-escaped-braces",
    "{found} พิมพ์ปีกกาซ้อนลงในเอกสาร ซึ่งดูเหมือนแท็กที่ยังไม่ได้เติม",
    "ลบเครื่องหมายนี้ หรือใช้เครื่องหมายอื่นแทนปีกกาซ้อน",
    "เครื่องหมาย {_{ หรือ {_% ของ docxtpl ซึ่งพิมพ์ปีกกาซ้อน",
)
NOT_FILLED = Kind(
    "tag-not-filled",
    "แท็ก {found} อยู่ใน{part} ซึ่งโปรแกรมไม่เติมข้อมูลให้",
    "ย้ายแท็กไปไว้ในเนื้อหา หรือพิมพ์ข้อความจริงแทนแท็ก",
    "แท็กในส่วนของเอกสารที่โปรแกรมไม่เติมข้อมูล",
)

_OBJECTS = {
    **dict.fromkeys((W + "drawing", W + "pict"), "รูปภาพ"),
    W + "object": "วัตถุ",
    W + "sym": "สัญลักษณ์",
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), "เครื่องหมายเชิงอรรถ"),
}
_HYPHEN = W + "noBreakHyphen"
_STRAY = re.compile(r"[}%#]\}")
_LONE = re.compile(r"\{\s*([A-Za-z_][\w.]*)\s*\}")
_OTHER = re.compile(
    r"«([^«»]{1,60})»|<<([^<>]{1,60})>>|\[\[([^\[\]]{1,60})\]\]"
    r"|[<\[]([ก-๙A-Za-z_][ก-๙A-Za-z_. ]{0,58}[ก-๙A-Za-z_])[>\]]"
    r"|(?P<sign>[%$#@])([A-Za-z]+(?:[._][A-Za-z]+)+)(?P=sign)"
)
"""Places to fill in as other programs, and people, mark them."""
_NAME = re.compile(r"[A-Za-z_][\w.]*")
_ESCAPED = re.compile(r"\{_[{%].*?(?:[%}]_\}|$)|[%}]_\}")
_TAG_LIKE = re.compile(r"\{[{%].*?(?:[%}]\}|$)")
_UNSEEN = {W + name for name in ("lang", "noProof", "webHidden", "cs", "rPrChange")}


def check(part: Part, tags: Sequence[Tag]) -> Iterator[Finding]:
    """The mistakes in how the tags of ``part`` are written."""
    gone = {tag.paragraph.element for tag in tags if tag.prefix == "p"}
    for tag in tags:
        yield from _marks(tag)
        if tag.mark != "#":
            yield from signs.check(tag)
            yield from _runs(tag)
            yield from _objects(tag)
            yield from _joins(tag, gone)
    for paragraph, own, near in by_paragraph(part.paragraphs, tags):
        yield from _text(paragraph, own, near)
        yield from _deletions(paragraph)


def _marks(tag: Tag) -> Iterator[Finding]:
    meant = tag.meant
    if tag.ending is Ending.MISSING:
        yield tag.finding(UNCLOSED, meant=meant)
    elif tag.ending is Ending.NEXT_PARAGRAPH:
        yield tag.finding(OVER_PARAGRAPHS)
    elif tag.ending is Ending.WRONG:
        yield tag.finding(WRONG_END, meant=meant)
    elif tag.marks_apart:
        yield tag.finding(APART, meant=meant)
    if not tag.code and tag.mark != "#":
        yield tag.finding(EMPTY)
    if tag.loose_prefix:
        yield tag.finding(LOOSE_PREFIX, meant=meant)
    elif tag.prefix and re.search("[%}]", tag.code):
        yield tag.finding(PREFIX_BODY)


def _runs(tag: Tag) -> Iterator[Finding]:
    """What Word did to the runs of a tag: tracked changes in it, links that cut it, formats that change in it."""
    pieces = tag.paragraph.pieces_between(tag.start, tag.end)
    changed = any(tag.start < piece.start < tag.end for piece in tag.paragraph.deletions)
    if changed or any(piece.inserted for piece in pieces):
        yield tag.finding(TRACKED)
    elif len({piece.run.getparent() for piece in pieces}) > 1:
        yield tag.finding(HALF_LINKED)
    if len({_format(piece.run) for piece in pieces}) > 1:
        yield tag.finding(FORMATS)


def _objects(tag: Tag) -> Iterator[Finding]:
    """What stands between the first and the last letter of a tag and is no text."""
    pieces = tag.paragraph.pieces_between(tag.start, tag.end)
    if len(pieces) < 2:
        return
    within = False
    for element in tag.paragraph.element.iter():
        within = within or element is pieces[0].node
        if element is pieces[-1].node:
            return
        if within and element.tag == _HYPHEN:
            yield tag.finding(HYPHEN)
            return
        if within and element.tag in _OBJECTS:
            yield tag.finding(HOLDS_OBJECT, lost=_OBJECTS[str(element.tag)])
            return
        if within and element.tag == W + "br" and element.get(W + "type") == "page":
            yield tag.finding(HOLDS_OBJECT, lost="ตัวแบ่งหน้า")
            return


def _joins(tag: Tag, gone: Collection[etree._Element]) -> Iterator[Finding]:
    """The paragraphs that the signs of ``{%-`` and ``-%}`` join to that of the tag; not those ``gone`` with a tag."""
    if tag.mark != "%" or tag.prefix:
        return
    text, element = tag.paragraph.text, tag.paragraph.element
    sides = (
        ("ก่อนหน้า", tag.inner.startswith("-"), text[: tag.start], element.getprevious()),
        ("ถัดไป", tag.inner.endswith("-"), text[tag.end :], element.getnext()),
    )
    for side, asked, words, neighbour in sides:
        if asked and not words.strip() and neighbour is not None and neighbour.tag == P and neighbour not in gone:
            yield tag.finding(JOINS, side=side)


def _text(paragraph: Paragraph, tags: Sequence[Tag], near: Sequence[Tag]) -> Iterator[Finding]:
    """Marks without a tag, and ํ+า in the words between the tags; ``near`` has the tag before them too."""
    if "}" in paragraph.text or "｝" in paragraph.text:
        left = _ESCAPED.sub(lambda escaped: " " * len(escaped[0]), leftovers(paragraph, near))
        for lone in _LONE.finditer(left):
            yield _at(paragraph, lone.span(), SINGLE_BRACE, meant=f"{{{{ {lone[1]} }}}}")
        for tag in tags:
            if left[tag.end : tag.end + 1] == "}" and not _STRAY.match(left, tag.end) and tag.raw[:3] != "{{{":
                yield _at(paragraph, (tag.end, tag.end + 1), STRAY_END)
        for stray in _STRAY.finditer(left):
            yield _at(paragraph, stray.span(), STRAY_END)
    if _OTHER.search(paragraph.text):
        for other in _OTHER.finditer(leftovers(paragraph, near)):
            if name := other[other.lastindex or 0].strip():
                meant = f"{{{{ {name if _NAME.fullmatch(name) else 'ชื่อข้อมูล'} }}}}"
                yield _at(paragraph, other.span(), OTHER_MARKS, meant=meant)
    if escaped := _ESCAPED.search(paragraph.text):
        yield _at(paragraph, escaped.span(), ESCAPED)
    yield from signs.check_words(paragraph, tags)


def _deletions(paragraph: Paragraph) -> Iterator[Finding]:
    text = "".join(piece.text for piece in paragraph.deletions)
    for tag in _TAG_LIKE.finditer(text):
        spot = paragraph.spot.narrow(0, 0)
        yield found(DELETED, spot, tag[0])


def _at(paragraph: Paragraph, place: tuple[int, int], kind: Kind, **values: str) -> Finding:
    start, end = place
    return found(kind, paragraph.spot.narrow(start, end), paragraph.text[start:end], **values)


def _format(run: etree._Element) -> bytes:
    """A run's properties in a form that can be compared, without those that change nothing on paper."""
    properties = run.find(W + "rPr")
    if properties is None:
        return b""
    seen = (child for child in properties if child.tag not in _UNSEEN and set(child.keys()) != {W + "hint"})
    return b"".join(etree.tostring(child, method="c14n") for child in seen)
