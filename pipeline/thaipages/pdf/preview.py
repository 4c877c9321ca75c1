"""Pictures of a PDF's pages, and all of them on one sheet, for a quick look."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageDraw

_POINTS_PER_INCH = 72
_SHEET_COLUMNS = 5
_SHEET_PAGE = 300
"""Pixels of the longer side of a page on the contact sheet."""
_GAP = 16
_DESK, _EDGE = "#d9dce1", "#9aa0a8"


def pages(pdf: bytes, *, dpi: int = 110) -> tuple[bytes, ...]:
    """Each page of ``pdf`` as a PNG. Raises ``ValueError`` where the bytes are no PDF."""
    return tuple(_png(picture) for picture in _pictures(pdf, dpi))


def contact_sheet(pdf: bytes) -> bytes:
    """All pages of ``pdf`` in rows on one PNG, each as large against the others as its paper is.

    Raises ``ValueError`` where the bytes are no PDF.
    """
    return _png(_sheet(_pictures(pdf, dpi=50)))


def _pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError("ไฟล์นี้ไม่ใช่ PDF ที่สมบูรณ์") from error
    try:
        return [page.render(scale=dpi / _POINTS_PER_INCH).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def _sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    longest = max(max(picture.size) for picture in pictures)
    small = [_scaled(picture, _SHEET_PAGE / longest) for picture in pictures]
    columns = min(_SHEET_COLUMNS, len(small))
    cell = _SHEET_PAGE + _GAP
    sheet = Image.new("RGB", (columns * cell + _GAP, math.ceil(len(small) / columns) * cell + _GAP), _DESK)
    pen = ImageDraw.Draw(sheet)
    for number, picture in enumerate(small):
        row, column = divmod(number, columns)
        left = _GAP + column * cell + (_SHEET_PAGE - picture.width) // 2
        top = _GAP + row * cell + (_SHEET_PAGE - picture.height) // 2
        sheet.paste(picture, (left, top))
        pen.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=_EDGE)
    return sheet


def _scaled(picture: Image.Image, factor: float) -> Image.Image:
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _png(picture: Image.Image) -> bytes:
    """The picture as a PNG, in grey where it has no colour; little compressed: a quick look needs no more, and to
    compress it well takes four times as long as to draw it."""
    red, green, blue = (band.tobytes() for band in picture.split())
    buffer = io.BytesIO()
    (picture.getchannel(0) if red == green == blue else picture).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
