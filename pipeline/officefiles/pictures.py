"""Pictures for Word files: of what kind, how large, and whether they can be used."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Set
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError

from officefiles.lazy import lazy_import

if TYPE_CHECKING:
    from PIL import BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin
    from PIL.ImageFile import ImageFile
else:  # few workbooks have pictures
    BmpImagePlugin, GifImagePlugin = lazy_import("PIL.BmpImagePlugin"), lazy_import("PIL.GifImagePlugin")
    JpegImagePlugin, PngImagePlugin = lazy_import("PIL.JpegImagePlugin"), lazy_import("PIL.PngImagePlugin")

EMU_PER_CM = 360_000
_EMU_PER_PIXEL_AT_72_DPI = 914_400 // 72

MB = 1 << 20
MAX_FILE = 20 * MB
MAX_PIXELS = 50_000_000

NO_PICTURE = "ไฟล์นี้ไม่ใช่ภาพ PNG, JPEG, GIF หรือ BMP หรือไฟล์ภาพเสียหาย"
LARGE = "ไฟล์ภาพมีขนาด {found} MB เกินกำหนด {limit} MB ย่อภาพแล้วบันทึกใหม่"
MANY_PIXELS = "ภาพมีความละเอียด {width} × {height} จุด เกินกำหนด {limit} ล้านจุด ย่อภาพแล้วบันทึกใหม่"

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF87a", "gif", "image/gif"),
    (b"GIF89a", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
)
"""How the files of each format that Word shows begin, with its extension and content type. A picture was looked at by
Pillow when it was read: to ask it again for the kind took a third of the time of a document with four photos."""


_EXIF_NOTES, _TAKEN = 0x8769, 0x9003
"""The part of Exif 2.32 on the photo itself, and its tag DateTimeOriginal (CIPA DC-008, 4.6.3 and 4.6.5)."""
_JPEG_SCAN = b"\xda"
_JPEG_NOTES = frozenset((b"\xe1", b"\xed", b"\xfe"))
"""Segments of Exif and XMP, of IPTC, and comments."""
_PNG_NOTES = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture file: its name, its bytes and its size in pixels; or a native chart, of which ``data`` is the part
    (ECMA-376 part 1, 21.2), ``workbook`` the Excel file that it is drawn from, and the size in points.

    ``alternative`` is what is read to those who do not see it, ``taken`` the day that the camera noted.
    """

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int
    alternative: str = ""
    taken: datetime.date | None = None
    workbook: bytes = field(default=b"", repr=False)


class NoPictureError(TemplateRuntimeError):
    """What a template draws is no picture that Word knows."""


def kind(data: bytes) -> tuple[str, str]:
    """The file extension and content type of a picture, by its first bytes. Raises ``NoPictureError``."""
    for start, extension, content_type in _KINDS:
        if data.startswith(start):
            return extension, content_type
    raise NoPictureError("neither PNG, JPEG, GIF nor BMP")


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels. Raises ``NoPictureError``."""
    return _opened(data).size


def check(data: bytes) -> str:
    """Why this picture must not be used, in Thai; empty where it may be."""
    if len(data) > MAX_FILE:
        return LARGE.format(found=-(-len(data) // MB), limit=MAX_FILE // MB)
    try:
        picture = _opened(data)
        width, height = picture.size
        if width * height > MAX_PIXELS:
            return MANY_PIXELS.format(width=width, height=height, limit=MAX_PIXELS // 1_000_000)
        _look_at(picture)
    except NoPictureError:
        return NO_PICTURE
    return ""


def taken(data: bytes) -> datetime.date | None:
    """The day on which a photo was taken, as its camera noted it; ``None`` where it is not known."""
    with suppress(NoPictureError, OSError, SyntaxError, ValueError, TypeError):
        noted = _opened(data).getexif().get_ifd(_EXIF_NOTES).get(_TAKEN)
        return datetime.datetime.strptime(str(noted)[:10], "%Y:%m:%d").date()
    return None


def without_notes(data: bytes) -> bytes:
    """The picture without what its camera or program noted beside it, as where and when it was taken (Exif, XMP, IPTC,
    comments; texts and time of a PNG): what it shows stays to the bit. One that cannot be taken apart stays whole."""
    if data.startswith(b"\xff\xd8\xff"):
        return _kept(data, 2, _jpeg_segments(data), _JPEG_NOTES)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _kept(data, 8, _png_chunks(data), _PNG_NOTES)
    return data


def _kept(data: bytes, start: int, parts: Iterator[tuple[bytes, int, int]], notes: Set[bytes]) -> bytes:
    kept, end = [data[:start]], start
    for name, begin, end in parts:
        if name not in notes:
            kept.append(data[begin:end])
    return b"".join((*kept, data[end:]))


def _jpeg_segments(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The marker, begin and end of each segment before the picture itself (ITU-T T.81, B.1.1.4)."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != _JPEG_SCAN and at + 4 <= len(data):
        if data[at + 1 : at + 2] == b"\xff":  # a marker may begin with several
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        yield data[at + 1 : at + 2], at, end
        at = end


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The name, begin and end of each chunk (PNG 3, 5.3)."""
    at = 8
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        yield data[at + 4 : at + 8], at, end
        at = end


def _opened(data: bytes) -> ImageFile:
    """The picture, of which only the header is read, however many pixels it has: ``Image.open`` refuses very many
    without saying how many they are. Raises ``NoPictureError``."""
    formats = (
        PngImagePlugin.PngImageFile,
        JpegImagePlugin.JpegImageFile,
        GifImagePlugin.GifImageFile,
        BmpImagePlugin.BmpImageFile,
    )
    for read in formats:
        with suppress(OSError, SyntaxError, ValueError, OverflowError):
            return read(io.BytesIO(data))
    raise NoPictureError("neither PNG, JPEG, GIF nor BMP")


def _look_at(picture: ImageFile) -> None:
    """Raise ``NoPictureError`` where a picture is cut short or damaged: by the checksums of a PNG, else by decoding it
    as small as its format can be (a JPEG at an eighth; a packed BMP, hardly ever met, is not looked at)."""
    try:
        if picture.format == "PNG":
            picture.verify()
        elif picture.format != "BMP" or picture.tile[0][0] == "raw":
            picture.draft(None, (1, 1))
            picture.load()
    except Exception as fault:  # the decoders raise many kinds
        raise NoPictureError("damaged") from fault


def scaled(picture: Picture, width_cm: float, height_cm: float) -> tuple[int, int]:
    """Width and height in EMU: as large as the box allows, in proportion, never coarser than 72 dots an inch."""
    scale = min(
        width_cm * EMU_PER_CM / picture.width,
        height_cm * EMU_PER_CM / picture.height,
        _EMU_PER_PIXEL_AT_72_DPI,
    )
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
