"""Text measured: the width of each of its characters and the height of its lines. Lengths are twips.

Thai takes the complex-script half of a look (``szCs``, ``bCs``, the ``cs`` font), all else the other half.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from officefiles.carrier import Carrier
from officefiles.styles import Properties, is_on, number
from thaipages.layout.faces import ABOVE_BASE, BELOW_BASE, USUAL, read_faces

_THAI, _OTHER = re.compile("[\u0e00-\u0e7f]"), re.compile("[^\u0e00-\u0e7f \t\n\f]")
_UNSURE = re.compile("[\x80-\x9f\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2061-\u206f\u3000\ufe00-\ufe0f]")
"""Spaces and invisible signs that programs give other widths."""
_FOREIGN_WIDTH = 1.0
"""What a sign that the font lacks is taken to need, in parts of the type size: programs draw it from another font,
hardly ever wider, so that a line never holds less than planned."""
_SHRUNK = 0.58
"""The size of superscript and subscript in LibreOffice, in parts of that of the text around."""


class Type(NamedTuple):
    """A font, its weight and its size."""

    font: str
    bold: bool
    size: float


class Look(NamedTuple):
    """How a run looks: ``scale`` stretches its characters, ``gap`` stands after each of them that takes room."""

    thai: Type
    other: Type
    scale: float
    gap: float
    capitals: bool
    hidden: bool


class Measured(NamedTuple):
    """A text measured in a look: how far its lines reach ``above`` and ``below`` their base, and what could not be
    measured, in Thai."""

    text: str
    widths: tuple[float, ...]
    above: float
    below: float
    notes: tuple[str, ...]


def read_look(values: Properties) -> Look:
    """The look that run properties ask for."""
    unit = 10.0 * _SHRUNK if values.get("vertAlign", "baseline") != "baseline" else 10.0
    return Look(
        thai=Type(values.get("rFonts.cs", ""), is_on(values, "bCs"), number(values, "szCs", 20.0) * unit),
        other=Type(values.get("rFonts.ascii", ""), is_on(values, "b"), number(values, "sz", 20.0) * unit),
        scale=number(values, "w", 100.0) / 100,
        gap=number(values, "spacing"),
        capitals=is_on(values, "caps"),
        hidden=is_on(values, "vanish"),
    )


class _Widths(dict[str, float]):
    """The width of each character in a type, worked out when it is first met."""

    def __init__(self, advances: Mapping[str, float], size: float, gap: float) -> None:
        self._advances, self._size, self._gap = advances, size, gap

    def __missing__(self, char: str) -> float:
        width = self._advances.get(char, _FOREIGN_WIDTH) * self._size
        self[char] = width = width + self._gap if width else 0.0
        return width


class Ruler(Carrier):
    """The faces, and what was measured in them."""

    def __init__(self) -> None:
        self.faces = read_faces()
        self.of = lru_cache(maxsize=64)(self._of)  # a type keeps the widths of all characters met in it
        self.measured = lru_cache(maxsize=1024)(self._measured)  # cells of tables, words of the template

    def _measured(self, text: str, look: Look) -> Measured:
        text = text.upper() if look.capitals else text
        if look.thai == look.other or not _OTHER.search(text):
            return self._in_one_type(text, look.thai, look)
        if not _THAI.search(text):
            return self._in_one_type(text, look.other, look)
        one, two = (self._in_one_type(text, kind, look) for kind in (look.thai, look.other))
        widths = tuple(a if _is_thai(char) else b for char, a, b in zip(text, one.widths, two.widths, strict=True))
        return Measured(text, widths, max(one.above, two.above), max(one.below, two.below), one.notes + two.notes)

    def _in_one_type(self, text: str, kind: Type, look: Look) -> Measured:
        widths, notes = self.of(kind, look.scale, look.gap)
        if _UNSURE.search(text):
            notes = (*notes, "อักขระควบคุมหรือช่องไฟพิเศษ")
        above, below = ABOVE_BASE * kind.size, BELOW_BASE * kind.size
        return Measured(text, tuple(map(widths.__getitem__, text)), above, below, notes)

    def _of(self, kind: Type, scale: float, gap: float) -> tuple[_Widths, tuple[str, ...]]:
        """The widths of the characters of a type, and what is not known of it."""
        notes: tuple[str, ...] = ()
        weights = self.faces.get(kind.font.lower())
        if weights is None:
            notes = (f"แบบอักษร “{kind.font or 'ไม่ระบุชื่อ'}” ซึ่งไม่ทราบความกว้างของตัวอักษร",)
            weights = self.faces[USUAL]
        if min(kind.size, scale) <= 0 or gap < -kind.size / 4:
            notes = (*notes, "ตัวอักษรที่ไม่มีขนาดหรือชิดจนซ้อนกัน")
        face = weights[kind.bold]
        return _Widths(face.advances, kind.size * scale, gap), notes


@cache  # five in six texts were measured before, in this document or in another
def ruler() -> Ruler:
    """What this process knows of typefaces; outlines of letters are carried by it too."""
    return Ruler()


def measure_text(text: str, look: Look) -> Measured:
    """``text`` measured in ``look``; an empty text gives the height of an empty line."""
    return ruler().measured(text, look)


def _is_thai(char: str) -> bool:
    return "\u0e00" <= char <= "\u0e7f"
