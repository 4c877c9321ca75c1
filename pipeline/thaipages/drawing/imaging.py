"""Pictures put into a PDF: a JPEG as it is, the packed lines of a PNG as they are where PDF knows their form, all else
as the colour and the opacity of each dot."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.objects import Objects, packed

if TYPE_CHECKING:
    from PIL import Image
else:  # few documents have pictures that must be unpacked
    Image = lazy_import("PIL.Image")

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_GREY, _COLOURED, _PALETTE = 0, 2, 3
_CHANNELS = {_GREY: 1, _COLOURED: 3, _PALETTE: 1}
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Markers of a JPEG's frame header whose coding PDF knows: baseline, extended, progressive."""
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9), 0xDA, 0xFF})
"""Those behind which no length stands that leads to the next, and that of the lines themselves."""
_SPACES = {
    1: "/DeviceGray",
    3: "/DeviceRGB",
    4: "[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB %d 0 R]",
}
_TO_RGB = b"{1 exch sub 4 1 roll" + b" 1 exch sub 3 index mul 3 1 roll" * 3 + b" 4 -1 roll pop}"
"""Inks of print as colours of a screen: archives ask for one kind of colour in a file."""
_INVERTED = "/Decode[1 0 1 0 1 0 1 0]"


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture of a PDF: the entries of its dictionary but for its colours, which are ``space``, its data and its
    opacity, if it has one."""

    entries: str
    space: str
    data: bytes
    opacity: Bitmap | None = None

    def put(self, objects: Objects) -> int:
        """Adds the picture to a file: its number."""
        space = self.space
        if "%d" in space:
            space %= objects.stream("/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]", _TO_RGB)
        mask = f"/SMask {self.opacity.put(objects)} 0 R" if self.opacity else ""
        return objects.raw_stream(f"/Type/XObject/Subtype/Image{self.entries}/ColorSpace{space}{mask}", self.data)


def read_picture(data: bytes) -> Bitmap:
    """A JPEG or PNG file, ready for a PDF. Raises ``ObstacleError``."""
    try:
        as_it_is = _jpeg(data) if data.startswith(_JPEG) else _png(data) if data.startswith(_PNG) else None
        return as_it_is or _unpacked(data)
    except (struct.error, IndexError, KeyError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise ObstacleError("ภาพที่เสียหาย หรือที่ไม่ใช่ PNG หรือ JPEG") from error


def _head(width: int, height: int, bits: int, filtered: str) -> str:
    return f"/Width {width}/Height {height}/BitsPerComponent {bits}/Filter/{filtered}"


def _jpeg(data: bytes) -> Bitmap | None:
    adobe = False
    for marker, at in _segments(data):
        adobe = adobe or (marker == 0xEE and data[at : at + 5] == b"Adobe")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            bits, height, width, channels = struct.unpack_from(">BHHB", data, at)
            if marker not in _FRAMES or bits != 8 or not height or channels not in _SPACES:
                return None
            inverted = _INVERTED if channels == 4 and adobe else ""
            return Bitmap(_head(width, height, bits, "DCTDecode") + inverted, _SPACES[channels], data)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG up to its lines, and where what they hold begins."""
    at = 2
    while at + 4 <= len(data):
        marker = data[at + 1]
        if data[at] != 0xFF or marker in _NO_LENGTH:
            return
        yield marker, at + 4
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]


def _png(data: bytes) -> Bitmap | None:
    """A PNG without opacity whose lines stand from top to bottom."""
    chunks = list(_chunks(data))
    width, height, bits, kind, _, _, interlaced = struct.unpack(">2L5B", chunks[0][1])
    if interlaced or kind not in _CHANNELS or any(name == b"tRNS" for name, _ in chunks):
        return None
    space = _SPACES[_CHANNELS[kind]]
    if kind == _PALETTE:
        palette = next(body for name, body in chunks if name == b"PLTE")
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    form = f"/DecodeParms<</Predictor 15/Colors {_CHANNELS[kind]}/BitsPerComponent {bits}/Columns {width}>>"
    lines = b"".join(body for name, body in chunks if name == b"IDAT")
    return Bitmap(_head(width, height, bits, "FlateDecode") + form, space, lines)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        length, name = struct.unpack_from(">L4s", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _unpacked(data: bytes) -> Bitmap:
    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
        transparent = opened.has_transparency_data
        grey = opened.mode in ("1", "L", "LA", "I", "I;16")
        picture = opened.convert(("LA" if grey else "RGBA") if transparent else ("L" if grey else "RGB"))
    if not transparent:
        return _dots(picture)
    opacity, shown = picture.getchannel("A"), picture.convert("L" if grey else "RGB")
    return _dots(shown, _dots(opacity) if opacity.getextrema() != (255, 255) else None)


def _dots(picture: Image.Image, opacity: Bitmap | None = None) -> Bitmap:
    entries = _head(*picture.size, 8, "FlateDecode")
    return Bitmap(entries, _SPACES[len(picture.getbands())], packed(picture.tobytes()), opacity)
