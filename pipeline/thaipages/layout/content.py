"""The content of a paragraph as it will be set: its text with the widths of the characters, and its pictures.

Lengths are twips. In ``Content.text`` a tab is ``\\t``, a line break ``\\n``, a page break ``\\f`` and an inline
picture U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from officefiles.opc import W
from officefiles.styles import Properties, Styles, local, properties
from thaipages.layout.text import Look, measure_text, read_look

PICTURE = "\ufffc"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP = 635
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_RUN, _LOOK = W + "r", W + "rPr"
_SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sdtPr"))
_UNKNOWN = {
    "footnoteReference": "เชิงอรรถ",
    "endnoteReference": "อ้างอิงท้ายเรื่อง",
    "pict": "ภาพหรือกล่องข้อความแบบเดิม",
    "object": "วัตถุฝัง",
    "sym": "อักขระพิเศษจากแบบอักษรสัญลักษณ์",
    "ptab": "แท็บแบบจัดตำแหน่ง",
    "ruby": "คำอ่านเหนือตัวอักษร",
    "AlternateContent": "รูปร่างหรือกล่องข้อความ",
}


@dataclass(slots=True)
class Notes:
    """What could not be measured, in Thai, each thing once."""

    found: dict[str, None] = field(default_factory=dict)

    def add(self, *texts: str) -> None:
        """Note ``texts``."""
        self.found.update(dict.fromkeys(texts))


class Span(NamedTuple):
    """A stretch of text in one look: ``height`` is the natural height of its lines."""

    start: int
    end: int
    height: float


@dataclass(slots=True)
class Content:
    """A paragraph's text, the width of each character, its spans, and the heights of the pictures by position."""

    notes: Notes
    text: str = ""
    widths: list[float] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    pictures: dict[int, float] = field(default_factory=dict)

    def add(self, text: str, look: Look) -> None:
        """Put ``text`` at the end."""
        start = len(self.text)
        measured = measure_text(text, look)
        if measured.notes:
            self.notes.add(*measured.notes)
        self.text += measured.text
        self.widths += measured.widths
        self.spans.append(Span(start, len(self.text), measured.height))

    def edges(self) -> list[float]:
        """The place of the left edge of each character were all on one line, and the right edge of the last."""
        return [0.0, *accumulate(self.widths)]

    def height(self, start: int, end: int, empty: float) -> float:
        """The natural height of a line of the characters from ``start`` to ``end``; ``empty`` if there are none."""
        heights = [span.height for span in self.spans if span.start < end and span.end > start]
        heights += [height for place, height in self.pictures.items() if start <= place < end]
        return max(heights, default=empty)


def add_runs(content: Content, paragraph: etree._Element, base: Properties, look: Look, styles: Styles) -> None:
    """Put what the runs of ``paragraph`` hold at the end of ``content``; they start from ``base``, that is ``look``."""
    for run in runs_of(paragraph):
        own = properties(run, _LOOK)
        own_look = read_look(styles.run(base, own)) if own else look
        if not own_look.hidden:
            for piece in _pieces(run, content):
                content.add(piece, own_look)


def runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of the paragraph in reading order, also inside links, fields and content controls."""
    for child in paragraph:
        if child.tag == _RUN:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from runs_of(child)


def _pieces(run: etree._Element, content: Content) -> Iterator[str]:
    """The texts of a run; its inline pictures are put into ``content`` as they are met."""
    for child in run:
        name = local(str(child.tag))
        if name == "t":
            yield child.text or ""
        elif name == "br" and child.get(W + "type") == "page":
            yield "\f"
        elif name == "br" and child.get(W + "type") == "column":
            content.notes.add("การขึ้นคอลัมน์ใหม่")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "drawing":
            _add_drawing(child, content)
        elif name in _UNKNOWN:
            content.notes.add(_UNKNOWN[name])


def _add_drawing(drawing: etree._Element, content: Content) -> None:
    inline = drawing.find(_DRAWING + "inline")
    extent = inline.find(_DRAWING + "extent") if inline is not None else None
    if inline is not None and extent is not None:
        around = [int(inline.get(name, "0")) for name in ("distT", "distB", "distL", "distR")]
        content.pictures[len(content.text)] = (int(extent.get("cy", "0")) + sum(around[:2])) / _EMU_PER_TWIP
        content.text += PICTURE
        content.widths.append((int(extent.get("cx", "0")) + sum(around[2:])) / _EMU_PER_TWIP)
    elif drawing.find(f"{_DRAWING}anchor/{_DRAWING}wrapNone") is None:
        content.notes.add("ภาพลอยที่ข้อความล้อมรอบ")
