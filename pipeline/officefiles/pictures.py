"""Pictures in Word files: how large, of what kind, and the markup of an inline one."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import TemplateRuntimeError

EMU_PER_CM = 360_000
_EMU_PER_PIXEL_AT_72_DPI = 914_400 // 72

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF87a", "gif", "image/gif"),
    (b"GIF89a", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture file beside the workbook: its name there, its bytes and its size in pixels."""

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int


class NoPictureError(TemplateRuntimeError):
    """What a template draws is no picture that Word knows."""


def kind(data: bytes) -> tuple[str, str]:
    """The file extension and content type of a picture, by its first bytes. Raises ``NoPictureError``."""
    for signature, extension, content_type in _SIGNATURES:
        if data.startswith(signature):
            return extension, content_type
    raise NoPictureError("neither PNG, JPEG, GIF nor BMP")


def scaled(picture: Picture, width_cm: float, height_cm: float) -> tuple[int, int]:
    """Width and height in EMU: as large as the box allows, in proportion, never coarser than 72 dots an inch."""
    scale = min(
        width_cm * EMU_PER_CM / picture.width,
        height_cm * EMU_PER_CM / picture.height,
        _EMU_PER_PIXEL_AT_72_DPI,
    )
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
