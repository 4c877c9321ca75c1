"""The lettering of watermarks: text that Word stretches over a box, as VML writes it (``w:pict``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from thaipages.drawing import writing
from thaipages.drawing.colours import colour, on_white
from thaipages.drawing.known import names, strange
from thaipages.drawing.marks import BLACK, Colour, Mark, Node, Turned, Typeface

_V = "{urn:schemas-microsoft-com:vml}"
_SHAPE, _TEXT_PATH = f"{_V}shape", f"{_V}textpath"
_KNOWN = names("shapetype formulas f path handles h stroke lock shape fill textpath wrap")
_NAMES = {
    "imagedata": "ภาพแบบเดิม (VML)",
    "textbox": "กล่องข้อความแบบเดิม (VML)",
    "shadow": "เงาของลายน้ำ",
    "OLEObject": "วัตถุฝัง",
}
_KIND = "รูปร่างแบบเดิม (VML)"
_PLAIN_TEXT = "#_x0000_t136"
"""The shape of text on a straight line."""
_STYLE = names(
    "position margin-left margin-top width height rotation z-index visibility mso-wrap-edited mso-position-horizontal "
    "mso-position-horizontal-relative mso-position-vertical mso-position-vertical-relative mso-width-percent "
    "mso-height-percent mso-width-relative mso-height-relative"
)
_NOTHING = ("", "0", "visible", "f")
_ATTRIBUTES = names("id spid type alt style allowincell fillcolor stroked gfxdata")
_NUMBER = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|pc|px|f|fd)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "px": 0.75, None: 0.75}
_FIXED = 65_536
_ACROSS = {"page": "page", "margin": "margin", "text": "column", "char": "character"}
_DOWN = {"page": "page", "margin": "margin", "text": "paragraph", "line": "line"}
_ALIGNED = ("", "absolute", "left", "top", "center", "right", "bottom")


_INK = 0.6
"""How high Thai letters with a mark above are, in parts of the type size."""


class Place(NamedTuple):
    """Where something is along one direction: measured ``by`` what, at which side of it, and how far from there."""

    by: str
    align: str
    offset: float


class Lettering(NamedTuple):
    """A text as wide as a box of points, turned clockwise about its middle. Its letters keep their proportions where
    the box is high enough, as LibreOffice draws them; in a lower one they are stretched."""

    text: str
    face: Typeface
    ink: Colour
    across: Place
    down: Place
    width: float
    height: float
    turn: float
    order: int

    def marks(self, x: float, y: float, node: Node | None) -> Sequence[Mark]:
        """It as marks in its box with the corner ``x``, ``y``; read as a figure below ``node`` where there is one."""
        natural = writing.width(self.text, self.face, 1.0)
        size = min(self.width / natural, self.height / _INK)
        scale = self.width / (natural * size)
        figure = None if node is None else node.add("Figure", self.text)
        base = y + (self.height + size * _INK) / 2
        words = writing.words(figure, x, base, self.text, self.face, size, self.ink, scale)
        return [Turned(x + self.width / 2, y + self.height / 2, self.turn, [words])] if self.turn else [words]


def obstacles(pict: etree._Element) -> list[str]:
    """Why a ``w:pict`` cannot be drawn as Word shows it, in Thai, each thing once."""
    found = list(strange(pict, _KNOWN, _NAMES, _KIND))
    shapes = list(pict.iter(_SHAPE))
    if not shapes and not found:
        found.append(_KIND)
    for shape in () if found else shapes:
        found += _of_shape(shape)
    return list(dict.fromkeys(found))


def read(pict: etree._Element) -> list[Lettering]:
    """The lettering of a ``w:pict`` without obstacles."""
    return [_lettering(shape) for shape in pict.iter(_SHAPE)]


def _of_shape(shape: etree._Element) -> Iterator[str]:
    if shape.get("type") != _PLAIN_TEXT or shape.find(_TEXT_PATH) is None:
        yield _KIND
        return
    style = _style(shape)
    for name, value in style.items():
        if name not in _STYLE or (name in _PLAINLY and value not in _NOTHING):
            yield f"ลักษณะของลายน้ำ ({name})"
    attributes = [str(name).rpartition("}")[2] for name in shape.attrib]
    yield from (f"ลักษณะของลายน้ำ ({name})" for name in attributes if name not in _ATTRIBUTES)
    if style.get("position") != "absolute":
        yield "ลายน้ำที่อยู่ในบรรทัด"
    if shape.get("stroked", "t") not in ("f", "false") or colour(shape.get("fillcolor", "")) is None:
        yield "ขอบหรือสีของลายน้ำ"
    lettering = _lettering(shape)
    if not lettering.text or min(lettering.width, lettering.height) <= 0:
        yield "ลายน้ำที่ไม่มีข้อความหรือขนาด"
    if note := writing.unknown_font(lettering.face):
        yield note
    for place, known in ((lettering.across, _ACROSS), (lettering.down, _DOWN)):
        if place.by not in known.values() or place.align not in _ALIGNED:
            yield f"ลายน้ำที่วางเทียบกับ {place.by} {place.align}"


_PLAINLY = frozenset(("visibility", "mso-wrap-edited", "mso-width-percent", "mso-height-percent"))
"""What a style may say only in its usual value."""


def _lettering(shape: etree._Element) -> Lettering:
    style = _style(shape)
    path, fill = next(shape.iter(_TEXT_PATH)), shape.find(f"{_V}fill")
    letters = _declarations(path.get("style", ""))
    opacity = 1.0 if fill is None else _share(fill.get("opacity", "1"), 1.0)
    return Lettering(
        text=path.get("string", ""),
        face=Typeface(letters.get("font-family", "").strip("\"'"), letters.get("font-weight") == "bold"),
        ink=on_white(colour(shape.get("fillcolor", "")) or BLACK, opacity),
        across=_place(style, "horizontal", "margin-left", _ACROSS),
        down=_place(style, "vertical", "margin-top", _DOWN),
        width=_points(style.get("width", "0")),
        height=_points(style.get("height", "0")),
        turn=_share(style.get("rotation", "0"), 0.0),
        order=int(style.get("z-index", "0")),
    )


def _place(style: Mapping[str, str], way: str, margin: str, known: Mapping[str, str]) -> Place:
    """Beside a side that it is put at, the offset does not count."""
    align = style.get(f"mso-position-{way}", "absolute")
    by = style.get(f"mso-position-{way}-relative", "text")
    aligned = "" if align == "absolute" else align
    return Place(known.get(by, by), aligned, 0.0 if aligned else _points(style.get(margin, "0")))


def _style(shape: etree._Element) -> dict[str, str]:
    return _declarations(shape.get("style", ""))


def _declarations(text: str) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in text.split(";") if ":" in entry)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _points(text: str) -> float:
    found = _NUMBER.fullmatch(text)
    return float(found[1]) * _POINTS.get(found[2], 0.0) if found else 0.0


def _share(text: str, otherwise: float) -> float:
    """A number of old drawings (``0.5``, ``32768f``, ``2949120fd``); ``otherwise`` where it is none."""
    found = _NUMBER.fullmatch(text)
    return float(found[1]) / (_FIXED if found[2] in ("f", "fd") else 1) if found else otherwise
