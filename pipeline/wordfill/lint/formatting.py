"""Mistakes of look that show only in print: Thai without its complex-script twins, stray fonts, header rows that do not
repeat, signature blocks that a page may tear off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from officefiles.opc import W
from officefiles.problems import Kind, Severity
from officefiles.styles import is_switched_on
from officefiles.thai import shortened
from wordfill.lint.characters import thai_in
from wordfill.lint.finding import Finding, found
from wordfill.lint.looks import Look, Looks
from wordfill.lint.reading import ExaminedTemplate, Paragraph, Part, Piece
from wordfill.lint.tags import Tag

TWINS = Kind(
    "look-thai-twins",
    "ข้อความ “{found}” กำหนด{what}ไว้ไม่เหมือนกันระหว่างอักษรละตินกับอักษรไทย",
    "เลือกข้อความแล้วกำหนด{what}ใหม่ในหน้าต่างแบบอักษร (Ctrl+D) ทั้งช่องอักษรละตินและช่องภาษาที่ซับซ้อน หรือใช้สไตล์ของแม่แบบ",
    "ตัวหนา ตัวเอียง ขนาด หรือแบบอักษร ที่กำหนดไว้สำหรับอักษรละตินเท่านั้น อักษรไทยจึงไม่เปลี่ยนตาม",
    Severity.WARNING,
)
FONT = Kind(
    "look-font",
    "ข้อความ “{found}” ใช้แบบอักษร {font} ซึ่งไม่ใช่แบบอักษรของแม่แบบ ({house})",
    "เลือกข้อความแล้วใช้แบบอักษร {house} หรือกด Ctrl+เว้นวรรค เพื่อกลับไปใช้แบบอักษรของสไตล์",
    "แบบอักษรที่ต่างจากแบบอักษรหลักของแม่แบบ มักติดมาจากการคัดลอกข้อความ",
    Severity.WARNING,
)
UNSEEN = Kind(
    "look-unseen",
    "ข้อความ “{found}” {why} จึงไม่เห็นบนกระดาษ แต่ติดไปกับเอกสาร ซึ่งผู้รับเปิดดูได้",
    "ถ้าต้องพิมพ์ ให้เลือกข้อความแล้วกด Ctrl+เว้นวรรค ถ้าเป็นหมายเหตุของผู้ร่าง ให้ลบ หรือพิมพ์ไว้ระหว่าง {{# กับ #}}",
    "ข้อความหรือแท็กพิมพ์ข้อมูลที่ซ่อนไว้ (Hidden) หรือเป็นสีขาวบนพื้นขาว",
    Severity.WARNING,
)
HEADER_ROW = Kind(
    "look-header-row",
    "แถวหัวตาราง “{found}” ไม่ได้ตั้งให้แสดงซ้ำเมื่อขึ้นหน้าใหม่",
    "เลือกแถวหัวตาราง แล้วเลือก เค้าโครง > ทำซ้ำแถวส่วนหัว (Repeat Header Rows)",
    "ตารางที่ยาวตามข้อมูลแต่แถวหัวตารางไม่ซ้ำในหน้าถัดไป",
    Severity.WARNING,
)
SIGNATURE = Kind(
    "look-signature",
    "ส่วนลงนาม “{found}” อาจถูกแยกไปอยู่คนละหน้ากับบรรทัดถัดไป",
    "เลือกตั้งแต่บรรทัดวันที่ถึงบรรทัดก่อนตำแหน่ง แล้วเลือก ย่อหน้า > เก็บรวมกับย่อหน้าถัดไป (Keep with next)",
    "วันที่ ลายมือชื่อ และตำแหน่งที่ไม่ได้ยึดให้อยู่หน้าเดียวกัน",
    Severity.WARNING,
)

_TWINS = (("bold", "ตัวหนา"), ("italic", "ตัวเอียง"), ("size", "ขนาดตัวอักษร"), ("font", "แบบอักษร"))
_Seen = tuple[Piece, tuple[Look, Look]]
_QUOTED = 40
"""The most characters of the words that a message quotes."""
_SYMBOLS = ("Symbol", "Wingdings", "Webdings", "Marlett")
_GROUNDS = tuple(W + name for name in ("shd", "highlight"))
_WHITE = ("FFFFFF", "ffffff")
_UNPRINTED = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_SIGNED = re.compile(r"signatory|ลงชื่อ\s*[.…_]|^\(\s*(?:[.…_]{3,}|\{\{[^{}]*\}\})\s*\)$")
_DATED = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้|แถลง)\s*ณ\s*วันที่|ขอแสดงความนับถือ")


def check(template: ExaminedTemplate, tags: Mapping[str, Sequence[Tag]]) -> Iterator[Finding]:
    """The mistakes of look in the whole template; ``tags`` are those of each part."""
    looks = Looks.of(template)
    seen_in = {
        paragraph: [
            (piece, looks.look(piece.run, paragraph.element)) for piece in paragraph.pieces if piece.text.strip()
        ]
        for part in template.parts
        for paragraph in _printed(part, tags[part.member])
    }
    house = _house_font(seen_in)
    for paragraph, seen in seen_in.items():
        yield from _fonts(paragraph, seen, house)
        yield from _unseen(paragraph, seen)
    for part in template.parts:
        yield from _header_rows(part, tags[part.member])
        yield from _signatures(part, tags[part.member], looks)


def _printed(part: Part, tags: Sequence[Tag]) -> Iterator[Paragraph]:
    """The paragraphs that stay in the document: not those that go with a tag."""
    gone = {tag.paragraph for tag in tags if tag.prefix == "p"}
    rows = {tag.paragraph.row for tag in tags if tag.prefix == "tr"}
    return (p for p in part.paragraphs if p.text.strip() and p not in gone and (p.row is None or p.row not in rows))


def _house_font(seen_in: Mapping[Paragraph, Sequence[_Seen]]) -> str:
    """The font in which most of the template's Thai is set."""
    weights: Counter[str] = Counter()
    for seen in seen_in.values():
        for piece, (_, thai) in seen:
            weights[thai.font] += len(piece.text)
    weights.pop("", None)
    return weights.most_common(1)[0][0] if weights else ""


def _fonts(paragraph: Paragraph, seen: Sequence[_Seen], house: str) -> Iterator[Finding]:
    """At most one finding of each kind for a paragraph: the first place says it all."""
    reported: set[str] = set()
    for piece, (latin, thai) in seen:
        is_thai = thai_in(piece.text) or "{" in piece.text
        what = "และ".join(name for field, name in _TWINS if getattr(latin, field) != getattr(thai, field))
        font = (thai if is_thai else latin).font
        if is_thai and what:
            if TWINS.id not in reported:
                reported.add(TWINS.id)
                yield _at(paragraph, piece, TWINS, what=what)
        elif font not in (house, *_SYMBOLS) and any(map(str.isalnum, piece.text)) and FONT.id not in reported:
            reported.add(FONT.id)
            yield _at(paragraph, piece, FONT, font=font or "ที่ไม่ได้ระบุชื่อ", house=house)


def _unseen(paragraph: Paragraph, seen: Sequence[_Seen]) -> Iterator[Finding]:
    """The first words of a paragraph that nobody sees on paper."""
    for piece, (_, thai) in seen:
        if (why := _why_unseen(thai, piece)) and _UNPRINTED.sub("", piece.text).strip():
            yield _at(paragraph, piece, UNSEEN, why=why)
            return


def _why_unseen(look: Look, piece: Piece) -> str:
    if look.hidden:
        return "ซ่อนไว้ (Hidden)"
    return "เป็นสีขาว" if look.colour in _WHITE and not _has_ground(piece.run) else ""


def _has_ground(run: etree._Element) -> bool:
    """True where something of another colour may stand behind ``run``."""
    around = (run, *run.iterancestors(W + "p"))
    return any(one.find(f".//{ground}") is not None for one in around for ground in _GROUNDS) or any(
        True for _ in run.iterancestors(W + "tbl", W + "txbxContent")
    )


def _at(paragraph: Paragraph, piece: Piece, kind: Kind, **values: str) -> Finding:
    spot = paragraph.spot.narrow(piece.start, piece.end)
    return found(kind, spot, shortened(piece.text, _QUOTED), **values)


def _header_rows(part: Part, tags: Sequence[Tag]) -> Iterator[Finding]:
    seen: set[etree._Element] = set()
    for tag in tags:
        row = tag.paragraph.row
        table = row.getparent() if row is not None else None
        if tag.prefix != "tr" or row is None or table is None or table in seen or not tag.code.startswith("for "):
            continue
        seen.add(table)
        first = next(table.iter(W + "tr"))
        head = [paragraph for paragraph in part.paragraphs if paragraph.row is first and paragraph.text.strip()]
        if first is not row and head and not is_switched_on(first.find(f"{W}trPr/{W}tblHeader")):
            yield _paragraph(head[0], HEADER_ROW)


def _signatures(part: Part, tags: Sequence[Tag], looks: Looks) -> Iterator[Finding]:
    """For each signature block the first line that does not hold on to the next."""
    gone = {tag.paragraph for tag in tags if tag.prefix == "p"}
    lines = [paragraph for paragraph in part.paragraphs if paragraph not in gone]
    position = 0
    while position < len(lines):
        start, end = _signature_block(lines, position)
        for line in lines[start:end]:
            if not looks.keeps_next(line.element) and not _unsplit(line.row):
                yield _paragraph(line if line.text.strip() else lines[start], SIGNATURE)
                break
        position = end + 1


def _signature_block(lines: Sequence[Paragraph], position: int) -> tuple[int, int]:
    """The first and the last line of the next signature block from ``position`` on; empty at the end of the lines."""
    signed = next((n for n in range(position, len(lines)) if _SIGNED.search(lines[n].text.strip())), None)
    if signed is None:
        return len(lines), len(lines)
    start = before = signed
    while before > position and lines[before - 1].cell is lines[signed].cell:
        before -= 1
        if lines[before].text.strip():
            start = before if _DATED.search(lines[before].text) else start
            break
    end = signed
    while (
        end + 1 < len(lines)
        and lines[end + 1].cell is lines[signed].cell
        and _SIGNED.search(lines[end + 1].text.strip())
    ):
        end += 1
    return start, end


def _unsplit(row: etree._Element | None) -> bool:
    return row is not None and row.find(f"{W}trPr/{W}cantSplit") is not None


def _paragraph(paragraph: Paragraph, kind: Kind) -> Finding:
    return found(kind, paragraph.spot.narrow(0, len(paragraph.text)), shortened(paragraph.text, _QUOTED))
