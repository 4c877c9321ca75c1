"""The text of a paragraph as it will be set: its characters, their widths and heights, and its pictures.

Lengths are twips (twentieths of a point). In ``Content.text`` a tab is ``\\t``, a line break ``\\n``, a page break
``\\f`` and an inline picture U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from pipeline.word.layout.cascade import Properties, Styles, flat, is_on, number
from pipeline.word.layout.faces import find_face, usual_face
from pipeline.word.opc import W

PICTURE = "\ufffc"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP = 635
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sdtPr"))
_UNKNOWN = {
    "footnoteReference": "เชิงอรรถ",
    "endnoteReference": "อ้างอิงท้ายเรื่อง",
    "pict": "ภาพหรือกล่องข้อความแบบเดิม",
    "object": "วัตถุฝัง",
    "sym": "อักขระพิเศษจากแบบอักษรสัญลักษณ์",
    "ptab": "แท็บแบบจัดตำแหน่ง",
    "ruby": "คำอ่านเหนือตัวอักษร",
}
_NOT_DRAWN = dict.fromkeys(map(ord, " \t\n\f"), None)
_CHARACTER_WIDTH = 0.5
"""A guess at a width that is not known, in parts of the type size; such a paragraph is always told of."""


@dataclass(slots=True)
class Notes:
    """What could not be measured, in Thai, each thing once."""

    found: dict[str, None] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Note ``text``."""
        self.found.setdefault(text)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look: ``height`` is the natural height of its lines."""

    start: int
    end: int
    height: float


@dataclass(slots=True)
class Content:
    """A paragraph's text, the width of each character, its spans, and the heights of the pictures by position."""

    text: str = ""
    widths: list[float] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    pictures: dict[int, float] = field(default_factory=dict)

    def edges(self) -> list[float]:
        """The place of the left edge of each character were all on one line, and the right edge of the last."""
        return [0.0, *accumulate(self.widths)]

    def followed_by(self, other: Content) -> Content:
        """This content and ``other`` after it."""
        past = len(self.text)
        return Content(
            self.text + other.text,
            self.widths + other.widths,
            self.spans + [Span(span.start + past, span.end + past, span.height) for span in other.spans],
            {place + past: height for place, height in other.pictures.items()},
        )

    def height(self, start: int, end: int, empty: float) -> float:
        """The natural height of a line of the characters from ``start`` to ``end``; ``empty`` if there are none."""
        heights = [span.height for span in self.spans if span.start < end and span.end > start]
        heights += [height for place, height in self.pictures.items() if start <= place < end]
        return max(heights, default=empty)


def read_content(paragraph: etree._Element, base: Properties, styles: Styles, notes: Notes) -> Content:
    """The content of ``paragraph``, whose runs start from the properties ``base``."""
    content = Content()
    for run in runs_of(paragraph):
        own = flat(run.find(W + "rPr"))
        values = {**base, **styles.find(own.get("rStyle", "")).run, **own} if own else base
        if not is_on(values, "vanish"):
            for piece in _pieces(run, content, notes):
                add_text(content, piece, values, notes)
    return content


def add_text(content: Content, text: str, values: Properties, notes: Notes) -> None:
    """Put ``text`` in the look ``values`` at the end of ``content``."""
    start = len(content.text)
    if is_on(values, "caps"):
        text = text.upper()
    widths, height = _measured(text, values, notes)
    content.text += text
    content.widths += widths
    content.spans.append(Span(start, len(content.text), height))


def line_height(values: Properties, notes: Notes) -> float:
    """The natural height of a line of text in the look ``values``."""
    return _measured("", values, notes)[1]


def _measured(text: str, values: Properties, notes: Notes) -> tuple[list[float], float]:
    """The width of each character and the height of a line, with Thai in the complex-script look of ``values``."""
    shown = text.translate(_NOT_DRAWN)
    thai = {char for char in shown if _is_thai(char)}
    other = set(shown) - thai
    looks = [_look(values, True)] if thai or not other else []
    looks += [_look(values, False)] if other else []
    if len(set(looks)) < 2:
        return _in_one_look(text, looks[0], values, notes)
    (in_thai, height), (in_other, other_height) = (_in_one_look(text, look, values, notes) for look in looks)
    widths = [a if _is_thai(char) else b for char, a, b in zip(text, in_thai, in_other, strict=True)]
    return widths, max(height, other_height)


def _in_one_look(
    text: str, look: tuple[str, bool, float], values: Properties, notes: Notes
) -> tuple[list[float], float]:
    font, bold, size = look
    face = find_face(font, bold)
    if face is None:
        notes.add(f"แบบอักษร “{font or 'ไม่ระบุชื่อ'}” ซึ่งไม่ทราบความกว้างของตัวอักษร")
        face = usual_face(bold)
    if missing := face.missing(text.translate(_NOT_DRAWN)):
        notes.add(f"อักขระ “{missing}” ซึ่งไม่มีในแบบอักษร {font}")
    drawn = size * number(values, "w", 100.0) / 100
    gap = number(values, "spacing")
    advances = face.advances
    return [advances.get(char, _CHARACTER_WIDTH) * drawn + gap for char in text], face.height * size


def _is_thai(char: str) -> bool:
    return "\u0e00" <= char <= "\u0e7f"


def _look(values: Properties, complex_script: bool) -> tuple[str, bool, float]:
    """Font, weight and size (twips) of Thai or of all else."""
    script, twin = ("cs", "Cs") if complex_script else ("ascii", "")
    size = number(values, f"sz{twin}", 20.0) * 10
    return values.get(f"rFonts.{script}", ""), is_on(values, f"b{twin}"), size


def runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of the paragraph in reading order, also inside links, fields and content controls."""
    for child in paragraph:
        if child.tag == W + "r":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from runs_of(child)


def _pieces(run: etree._Element, content: Content, notes: Notes) -> Iterator[str]:
    """The texts of a run; its inline pictures are put into ``content`` as they are met."""
    for child in run:
        name = str(child.tag).rpartition("}")[2]
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag == W + "br" and child.get(W + "type") == "page":
            yield "\f"
        elif child.tag == W + "br" and child.get(W + "type") == "column":
            notes.add("การขึ้นคอลัมน์ใหม่")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "drawing":
            _add_drawing(child, content, notes)
        elif name == "AlternateContent":
            notes.add("รูปร่างหรือกล่องข้อความ")
        elif name in _UNKNOWN:
            notes.add(_UNKNOWN[name])


def _add_drawing(drawing: etree._Element, content: Content, notes: Notes) -> None:
    inline = drawing.find(_DRAWING + "inline")
    extent = inline.find(_DRAWING + "extent") if inline is not None else None
    if inline is not None and extent is not None:
        around = [int(inline.get(name, "0")) for name in ("distT", "distB", "distL", "distR")]
        content.pictures[len(content.text)] = (int(extent.get("cy", "0")) + sum(around[:2])) / _EMU_PER_TWIP
        content.text += PICTURE
        content.widths.append((int(extent.get("cx", "0")) + sum(around[2:])) / _EMU_PER_TWIP)
    elif drawing.find(f"{_DRAWING}anchor/{_DRAWING}wrapNone") is None:
        notes.add("ภาพลอยที่ข้อความล้อมรอบ")
