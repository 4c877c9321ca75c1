"""The content of a paragraph as it will be set: its text with the edges of the characters, and its pictures.

Lengths are twips. In ``Content.text`` a tab is ``\\t``, a line break ``\\n``, a page break ``\\f`` and an inline
picture U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

from lxml import etree

from officefiles.carrier import Recent
from officefiles.namespaces import WP
from officefiles.opc import W
from officefiles.styles import Properties, Styles, local, number, properties
from officefiles.text import DRAWING, INLINE, PICTURE, T, runs_of, shown
from thaipages.layout.shapes import Shape
from thaipages.layout.text import Look, measure_text, read_look

_EMU_PER_TWIP = 635
_TWIPS_PER_HALF = 10
_WIDTHS = 8
_LOOK = W + "rPr"
_SHAPE, _TEXT_PATH = (f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("shape", "textpath"))
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
        if texts:
            self.found.update(dict.fromkeys(texts))


class Span(NamedTuple):
    """A stretch of text in one look, which its properties ``values`` give it: ``above`` and ``below`` is how far its
    lines reach from their base. ``run`` tells which of the runs of its paragraph it is, from 0 (a list label: -1)."""

    start: int
    end: int
    above: float
    below: float
    look: Look
    values: Properties
    run: int


class Picture(NamedTuple):
    """An inline picture and the height that it takes, the distances around it included."""

    drawing: etree._Element
    height: float


@dataclass(slots=True)
class Lines:
    """The ends and heights of lines, and what could not be measured about them. What was asked for once is kept: the
    ends of those in a column a little narrower (``planning.room``), and what was drawn of each (``drawing``)."""

    ends: tuple[int, ...]
    heights: tuple[float, ...]
    notes: tuple[str, ...]
    narrow_ends: tuple[int, ...] | None = None
    drawn: dict[object, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Content:
    """A paragraph's text, which begins with a list label of ``label`` characters, its spans, and its pictures by
    position; ``edges[i]`` is the left edge of character ``i`` were all on one line. ``lines`` are its lines in
    columns of the widths met last."""

    notes: Notes = field(default_factory=Notes)
    text: str = ""
    label: int = 0
    edges: list[float] = field(default_factory=lambda: [0.0])
    spans: list[Span] = field(default_factory=list)
    pictures: dict[int, Picture] = field(default_factory=dict)
    lines: Recent[float, Lines] = field(default_factory=lambda: Recent(_WIDTHS))

    def add(self, text: str, look: Look, values: Properties, run: int = -1) -> None:
        """Put ``text`` at the end."""
        start = len(self.text)
        measured = measure_text(text, look)
        if measured.notes:
            self.notes.add(*measured.notes)
        self.text += measured.text
        self.edges.extend(accumulate(measured.widths, initial=self.edges.pop()))
        above, below = measured.above, measured.below
        if "position" in values:
            raised = number(values, "position") * _TWIPS_PER_HALF
            above, below = above + raised, below - raised
        self.spans.append(Span(start, len(self.text), above, below, look, values, run))

    def height(self, start: int, end: int) -> float | None:
        """The natural height of a line of the characters from ``start`` to ``end``; ``None`` if there are none."""
        above, below = reaches(self.spans, self.pictures, start, end)
        return above + below if above or below else None


def reaches(spans: Sequence[Span], pictures: Mapping[int, Picture], start: int, end: int) -> tuple[float, float]:
    """How far a line of the characters from ``start`` to ``end`` reaches above and below its base line, on which its
    pictures stand."""
    if len(spans) == 1 and not pictures and start < end:  # most paragraphs
        return spans[0].above, spans[0].below
    on_line = [span for span in spans if span.start < end and span.end > start]
    above = [span.above for span in on_line]
    above += [picture.height for place, picture in pictures.items() if start <= place < end]
    return max(above, default=0.0), max((span.below for span in on_line), default=0.0)


def add_runs(content: Content, paragraph: etree._Element, shape: Shape, styles: Styles) -> None:
    """Put what the runs of ``paragraph``, which has this ``shape``, hold at the end of ``content``."""
    for place, run in enumerate(runs_of(paragraph)):
        own = properties(run, _LOOK)
        values = styles.run(shape.runs, own) if own else shape.plain
        own_look = read_look(values) if own else shape.look
        if not own_look.hidden:
            for piece in _pieces(run, content):
                content.add(piece, own_look, values, place)


def _pieces(run: etree._Element, content: Content) -> Iterator[str]:
    """The texts of a run; its inline pictures are put into ``content`` as they are met."""
    for child in run:
        text = shown(child)
        if text and child.tag == DRAWING:
            _add_picture(child, content)
        elif text:
            if child.tag == T and ("\n" in text or "\t" in text):
                content.notes.add("การขึ้นบรรทัดหรือแท็บที่พิมพ์ไว้ในตัวข้อความ")
            yield text
        elif child.tag != _LOOK:
            content.notes.add(*_unknown(child))


def _add_picture(drawing: etree._Element, content: Content) -> None:
    inline = next(drawing.iterchildren(INLINE))
    extent = inline.find(WP + "extent")
    across, down = (int(extent.get(name, "0")) if extent is not None else 0 for name in ("cx", "cy"))
    around = [int(inline.get(name, "0")) for name in ("distT", "distB", "distL", "distR")]
    content.pictures[len(content.text)] = Picture(drawing, (down + sum(around[:2])) / _EMU_PER_TWIP)
    content.text += PICTURE
    content.edges.append(content.edges[-1] + (across + sum(around[2:])) / _EMU_PER_TWIP)


def _unknown(piece: etree._Element) -> Iterator[str]:
    """What a piece of a run that shows no text may be, in Thai, where that cannot be measured."""
    name = local(str(piece.tag))
    if name == "br":
        yield "การขึ้นคอลัมน์ใหม่"
    elif name in _UNKNOWN and not _is_watermark(piece):
        yield _UNKNOWN[name]
    elif name == "drawing" and piece.find(f"{WP}anchor/{WP}wrapNone") is None:
        yield "ภาพลอยที่ข้อความล้อมรอบ"


def _is_watermark(piece: etree._Element) -> bool:
    """True for lettering of the old kind that lies on the page and takes no room."""
    shapes = list(piece.iter(_SHAPE))
    styles = ("" if shape.find(_TEXT_PATH) is None else shape.get("style", "") for shape in shapes)
    return bool(shapes) and all("position:absolute" in str(style).replace(" ", "") for style in styles)
