"""The characters of a page with their places and styles."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ita_docs.importing.pdfium.kinds import UNSEEN
from ita_docs.importing.pdfium.objects import kind_of
from ita_docs.importing.pdfium.turned import Turned, degrees, whole

_MARKS = frozenset([0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F), *range(0xF700, 0xF71E)])


def characters(text: Any, turned: Turned) -> tuple[list[int], list[list[float]]]:
    """Eight numbers for each character that was drawn: its code, base point, the end of its advance, the left and right
    edge and middle height of its box if it is a mark, and its style; and the styles (``style_of``)."""
    found: list[int] = []
    styles: list[list[float]] = []
    known: dict[int, int] = {}
    get_code, get_origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    get_loose, get_object = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetTextObject
    x, y, loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    px, py, box, edges = ctypes.byref(x), ctypes.byref(y), ctypes.byref(loose), turned.edges
    for index in range(text.count_chars()):
        of = get_object(text, index)
        if not of:  # put in by the library
            continue
        style = known.get(of)
        if style is None:
            style = known[of] = len(styles)
            styles.append(style_of(text, index, turned))
        code = get_code(text, index)
        get_origin(text, index, px, py)
        get_loose(text, index, box)
        x0, y0, _, _ = edges(x.value, y.value, x.value, y.value)
        end = edges(loose.left, loose.top, loose.right, loose.bottom)[2]
        mark = box_of(text, index, turned) if code in _MARKS else (0, 0, 0)
        found += (code, whole(x0), whole(y0), whole(end), *mark, style)
    return found, styles


def box_of(text: Any, index: int, turned: Turned) -> tuple[int, int, int]:
    """The left and right edge of what a mark draws, and the middle of its height."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    x0, y0, x1, y1 = turned.edges(left.value, top.value, right.value, bottom.value)
    return whole(x0), whole(x1), whole((y0 + y1) / 2)


def style_of(text: Any, index: int, turned: Turned) -> list[float]:
    """Of the text that a character belongs to the size in hundredths of a point, bold or not, the angle in degrees and
    the kind."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5
    item = ctypes.cast(pdfium.FPDFText_GetTextObject(text, index), pdfium.FPDF_PAGEOBJECT)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    stroked = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    kind = UNSEEN if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE else kind_of(item)
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, flags)
    name = buffer.raw[: min(length, 128)].lower()
    bold = stroked or b"bold" in name or b"black" in name or pdfium.FPDFText_GetFontWeight(text, index) >= 600
    return [whole(size), int(bold), round(degrees(text, index) + 90 * turned.turns) % 360, kind]
