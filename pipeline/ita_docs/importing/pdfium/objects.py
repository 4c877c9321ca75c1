"""The objects of a page: what a tagged PDF says of them, the rules that paths draw, the bytes of pictures; and what
lies on it and is no part of it, such as fields of a form, notes and stamps."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ita_docs.importing.pdfium.kinds import KINDS
from ita_docs.importing.pdfium.turned import Turned

MAX_DEPTH, MAX_SEGMENTS = 8, 5_000
THIN = 3.0
"""Points that a filled area is high or wide at most to be a rule."""
STRAIGHT = 0.6
PALE = 250
LINE_TO, MOVE_TO = 0, 2
_OF_READER = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP))
_BESIDE = frozenset(
    (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_FILEATTACHMENT)
)
"""What says something that its picture on the page does not."""
Matrix = tuple[float, float, float, float, float, float]


def kind_of(item: Any) -> int:
    """What a tagged PDF says of an object: of the page and not of the text, of a picture, or nothing of these."""
    length, name = ctypes.c_ulong(), (ctypes.c_ushort * 20)()
    for index in range(min(pdfium.FPDFPageObj_CountMarks(item), MAX_DEPTH)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        if pdfium.FPDFPageObjMark_GetName(mark, name, 40, length) and length.value <= 40:
            found = KINDS.get(bytes(name)[: max(length.value - 2, 0)].decode("utf-16-le", "replace"), 0)
            if found:
                return found
    return 0


def matrix_of(item: Any) -> Matrix:
    """The matrix of an object."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def times(one: Matrix, two: Matrix) -> Matrix:
    """First ``one``, then ``two``."""
    (a, b, c, d, e, f), (p, q, r, s, t, u) = one, two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def rules_of(item: Any, matrix: Matrix, turned: Turned) -> Iterator[tuple[int, int, int, int]]:
    """The level and upright lines that a path draws: strokes, and filled areas as thin as a rule."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    count = pdfium.FPDFPath_CountSegments(item)
    filled, stroked = bool(fill.value) and seen(item, fill=True), bool(stroke.value) and seen(item, fill=False)
    if not (filled or stroked) or count > MAX_SEGMENTS:
        return
    for points in shapes(item, count, times(matrix_of(item), matrix), turned):
        if stroked:
            for one, two in pairwise(points):
                yield from rule(*one, *two)
        elif points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
            if bottom - top <= THIN and right - left > bottom - top:
                yield from rule(left, (top + bottom) / 2, right, (top + bottom) / 2)
            elif right - left <= THIN and bottom - top > right - left:
                yield from rule((left + right) / 2, top, (left + right) / 2, bottom)


def seen(item: Any, *, fill: bool) -> bool:
    """False of what is drawn in white or with nothing."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get = pdfium.FPDFPageObj_GetFillColor if fill else pdfium.FPDFPageObj_GetStrokeColor
    if not get(item, red, green, blue, alpha):
        return True
    return bool(alpha.value) and min(red.value, green.value, blue.value) < PALE


def shapes(item: Any, count: int, matrix: Matrix, turned: Turned) -> Iterator[list[tuple[float, float]]]:
    """The points of each shape of a path that is made of straight lines."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == MOVE_TO:
            if not curved:
                yield points
            points, curved = [], False
        curved |= kind not in (LINE_TO, MOVE_TO)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(turned.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if not curved:
        yield points


def rule(x0: float, y0: float, x1: float, y1: float) -> Iterator[tuple[int, int, int, int]]:
    """The line in hundredths of a point, from the left or from the top, where it is level or upright."""
    level, upright = abs(y1 - y0) <= STRAIGHT, abs(x1 - x0) <= STRAIGHT
    if level != upright and max(abs(y1 - y0), abs(x1 - x0)) < 1e5:
        ends = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        yield tuple(round(100 * end) for end in ends)  # type: ignore[misc]


def is_jpeg(image: Any) -> bool:
    """True of a picture that stands in the PDF as a JPEG."""
    return list(image.get_filters()) == ["DCTDecode"]


def picture_data(image: Any) -> bytes:
    """A picture as a JPEG as it stands in the PDF, else as a PNG; nothing where it cannot be read."""
    try:
        if is_jpeg(image):
            return bytes(image.get_data(decode_simple=False))
        made = io.BytesIO()
        image.get_bitmap().to_pil().save(made, "PNG", compress_level=1)
        return made.getvalue()
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return b""


def notes_of(page: Any) -> int | None:
    """How many notes and filled fields on a page show nothing that can be read; ``None`` where there are none at all,
    links not counted."""
    found = [_says_unread(page, index) for index in range(pdfium.FPDFPage_GetAnnotCount(page))]
    own = [one for one in found if one is not None]
    return sum(own) if own else None


def _says_unread(page: Any, index: int) -> bool | None:
    note = pdfium.FPDFPage_GetAnnot(page, index)
    if not note:
        return None
    kind, drawn = pdfium.FPDFAnnot_GetSubtype(note), bool(pdfium.FPDFAnnot_HasKey(note, b"AP"))
    found: bool | None = kind in _BESIDE or not drawn
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        found = not drawn and _is_filled(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return None if kind in _OF_READER else found


def _is_filled(note: Any) -> bool:
    """True of a field with a value of its own; a box without a tick has none."""
    buffer = ctypes.create_string_buffer(16)
    room = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    length = pdfium.FPDFAnnot_GetStringValue(note, b"V", room, 16)
    return length > 2 and buffer.raw[:6].decode("utf-16-le", "replace") != "Off"


def put_on(page: Any) -> None:
    """Make what notes and fields show a part of the page, which keeps its size."""
    box = page.get_bbox()
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    page.set_mediabox(*box)
    page.set_cropbox(*box)
