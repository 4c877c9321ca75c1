"""What pages are drawn with: the faces of TH SarabunPSK as the machine has them, else made up from what there is, and
pictures made ready.

Bold and italic that are nowhere to be had are imitated, by outlines that are drawn thicker and by letters that lean.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from thaipages.drawing.imaging import Bitmap, read_picture
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.marks import Typeface
from thaipages.drawing.shaping import FontFace
from thaipages.installed import FAMILY, LAKSAMAN_UNITS, SHIPPED, Installed, font_folders
from thaipages.layout.faces import read_faces
from thaipages.sfnt import font_file, read_tables, with_units

_SMALL = 1 << 18
"""Bytes of a picture that is kept: an emblem, no photo."""
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "Bold Italic"}


class Style(NamedTuple):
    """How letters are drawn: the outlines of ``face``, made ``thicker``, ``leaning``, or both."""

    face: FontFace
    thicker: bool
    leaning: bool


class Faces:
    """The faces that one run draws with, read when they are first needed, and its small pictures: the emblem stands in
    many documents. ``folders`` are those with font files."""

    def __init__(self, folders: tuple[Path, ...] | None = None) -> None:
        self._installed = Installed(font_folders() if folders is None else folders)
        self._known = frozenset(read_faces())
        self._styles: dict[Typeface, Style] = {}
        self._faces: dict[str, FontFace] = {}
        self._small = lru_cache(maxsize=8)(read_picture)

    def style(self, typeface: Typeface) -> Style:
        """How ``typeface`` is drawn; raises ``ObstacleError``."""
        style = self._styles.get(typeface)
        if style is None:
            if typeface.family.lower() not in self._known:
                raise ObstacleError(f"แบบอักษร “{typeface.family or 'ไม่ระบุชื่อ'}”")
            style = self._styles[typeface] = self._nearest(typeface.bold, typeface.italic)
        return style

    def picture(self, data: bytes) -> Bitmap:
        """A picture file, ready for a PDF; raises ``ObstacleError``."""
        return self._small(data) if len(data) <= _SMALL else read_picture(data)

    @property
    def imitated(self) -> bool:
        """True where letters were drawn thicker or leaning for want of a face."""
        return any(style.thicker or style.leaning for style in self._styles.values())

    def forget(self) -> None:
        """Keeps what is known of the faces from growing without end."""
        for face in self._faces.values():
            face.forget()

    def _nearest(self, bold: bool, italic: bool) -> Style:
        """The style itself, or the one that the least is missing from: rather the right weight than the right slope."""
        return next(
            Style(face, bold and not weight, italic and not slope)
            for weight, slope in ((bold, italic), (bold, False), (False, italic), (False, False))
            if (face := self._face(_STYLES[weight, slope])) is not None
        )

    def _face(self, style: str) -> FontFace | None:
        if style not in self._faces:
            path, em = self._file(style)
            if path is None:
                return None
            font = path.read_bytes()
            if em is not None:
                font = font_file(with_units(read_tables(font), em))
            self._faces[style] = FontFace(f"{FAMILY}-{style}".replace(" ", ""), font)
        return self._faces[style]

    def _file(self, style: str) -> tuple[Path | None, int | None]:
        """The file of a style, and the em it is drawn on if not its own."""
        if self._installed.is_whole:
            return self._installed.own.get(style), None
        if style == "Regular":
            return SHIPPED, None
        return self._installed.twins.get(style), LAKSAMAN_UNITS
