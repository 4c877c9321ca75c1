"""The program that opens a PDF, run alone in a process of its own: the PDF on its input, its pages on its output.

A PDF can ask for any time and memory, or be made to break the library that reads it. So nothing else happens here, the
process gets bounds, and what comes out is plain JSON: a line for each page (``Raw`` in ``child``), lengths in
hundredths of a point from the top left of the page as it is seen, and a last line that says how it ended. It
imports nothing of ours, that it may begin at once.
"""

from __future__ import annotations

import base64
import ctypes
import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

try:
    import resource
except ImportError:  # Windows has none: there the time limit of the parent holds alone
    resource = None  # type: ignore[assignment]

MEMORY, SECONDS = 280 << 20, 5
"""Bytes of address space, and seconds of its processor: a pack uses a tenth of both, and whoever imports is to have
300 MB in all."""
MAX_PAGES, MAX_LETTERS, MAX_OBJECTS, MAX_RULES = 400, 150_000, 300_000, 6_000
MAX_DEPTH, MAX_SEGMENTS = 8, 5_000
MAX_PIXELS, MAX_ALL_PIXELS, MAX_PICTURES, MAX_PICTURE_BYTES = 12_000_000, 80_000_000, 200, 40 << 20
SMALLEST_PICTURE = 60.0
"""Points of the longer side of a picture that is no ornament."""
THIN = 3.0
"""Points that a filled area is high or wide at most to be a rule."""
STRAIGHT = 0.6
PALE = 250
JPEG = b"\xff\xd8"
TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
LINE_TO, MOVE_TO = 0, 2
_MARKS = frozenset([0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F), *range(0xF700, 0xF71E)])
FAR, SAMPLED = 100_000, 200
UNSEEN, OF_PAGE, OF_PICTURE = 1, 2, 3
KINDS = {"Artifact": OF_PAGE, "Figure": OF_PICTURE}
Matrix = tuple[float, float, float, float, float, float]


class TooMuchError(Exception):
    """The PDF holds more than is read; the text is the key of the reason."""


def bounded() -> None:
    """Keep this process within its memory and time, where the system lets a process be bound."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(value: object) -> None:
    """Put a line out."""
    sys.stdout.write(json.dumps(value, separators=(",", ":")) + "\n")


def main() -> None:
    """Read, and say how it ended."""
    bounded()
    pdfium.FPDFText_GetTextObject.restype = ctypes.c_void_p  # a number, which is told apart in a third of the time
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        for page in Pages(document).read():
            say(page)
        say({"end": ""})
    except TooMuchError as error:
        say({"end": str(error)})
    except MemoryError:
        say({"end": "large"})
    except pypdfium2.PdfiumError as error:
        say({"end": "password" if "assword" in str(error) else "damaged"})


class Pages:
    """The pages of a PDF, and what was counted of all of them."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.letters = self.objects = self.picture_bytes = self.pixels = 0
        self.pictures: set[bytes] = set()

    def read(self) -> Iterator[dict[str, Any]]:
        """Each page as it goes out."""
        if len(self.document) > MAX_PAGES:
            raise TooMuchError("pages")
        for number in range(len(self.document)):
            page = self.document[number]
            yield self.page(page)
            page.close()

    def page(self, page: Any) -> dict[str, Any]:
        """A page: its size, letters, rules and pictures."""
        text = page.get_textpage()
        turned = Turned(page, turns_of(text))
        self.letters += text.count_chars()
        if self.letters > MAX_LETTERS:
            raise TooMuchError("letters")
        letters, styles = characters(text, turned)
        rules: list[int] = []
        pictures: list[dict[str, Any]] = []
        for kind, item, matrix in self.items(page):
            if kind == PATH and len(rules) < 4 * MAX_RULES and kind_of(item) != OF_PICTURE:
                for rule in rules_of(item, matrix, turned):
                    rules += rule
            elif kind == IMAGE and (picture := self.picture(item, matrix, turned, page)):
                pictures.append(picture)
        if len(rules) >= 4 * MAX_RULES:
            rules = []  # a drawing, no table
        text.close()
        return {
            "size": [whole(length) for length in turned.size],
            "letters": letters,
            "styles": styles,
            "rules": rules,
            "pictures": pictures,
        }

    def items(self, page: Any) -> Iterator[tuple[int, Any, Matrix]]:
        """The objects of a page and of the forms on it, each with what moves it besides its own matrix."""
        count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
        yield from self._items(page, count, get, (1, 0, 0, 1, 0, 0), 0)

    def _items(
        self, holder: Any, count: Any, get: Any, matrix: Matrix, depth: int
    ) -> Iterator[tuple[int, Any, Matrix]]:
        number = count(holder)
        self.objects += number
        if self.objects > MAX_OBJECTS:
            raise TooMuchError("objects")
        for index in range(number):
            item = get(holder, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == FORM and depth < MAX_DEPTH:
                inner = times(matrix_of(item), matrix)
                counted, got = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                yield from self._items(item, counted, got, inner, depth + 1)
            elif kind in (PATH, IMAGE):
                yield kind, item, matrix

    def picture(self, item: Any, matrix: Matrix, turned: Turned, page: Any) -> dict[str, Any] | None:
        """A picture with its box, and its bytes where it is no ornament and not too large; else with none."""
        a, b, c, d, e, f = times(matrix_of(item), matrix)
        corners = [turned.point(e + x, f + y) for x, y in ((0, 0), (a, b), (c, d), (a + c, b + d))]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        box = [whole(place) for place in (left, top, right, bottom)]
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(item, width, height)
        pixels = width.value * height.value
        wanted = max(right - left, bottom - top) >= SMALLEST_PICTURE and 0 < pixels <= MAX_PIXELS
        data = self.data(pypdfium2.PdfImage(item, page=page, pdf=self.document), pixels) if wanted else b""
        return {"box": box, "data": base64.b64encode(data).decode("ascii")}

    def data(self, image: Any, pixels: int) -> bytes:
        """The bytes of a picture that is met for the first time, while there is room for more."""
        key = hashlib.sha256(bytes(image.get_data(decode_simple=False))).digest()
        room = self.pixels + pixels <= MAX_ALL_PIXELS and self.picture_bytes < MAX_PICTURE_BYTES
        if key in self.pictures or len(self.pictures) >= MAX_PICTURES or not room:
            return b""
        self.pictures.add(key)
        data = picture_data(image)
        self.pixels += 0 if data.startswith(JPEG) else pixels
        self.picture_bytes += len(data)
        return data


def turns_of(text: Any) -> int:
    """How often a page must be turned a quarter clockwise for most of its text to be level."""
    count = text.count_chars()
    places = range(0, count, max(1, count // SAMPLED))
    met = Counter(
        round(-degrees(text, index) / 90) % 4 for index in places if pdfium.FPDFText_GetTextObject(text, index)
    )
    return met.most_common(1)[0][0] if met else 0


def degrees(text: Any, index: int) -> float:
    """The angle at which a character stands, clockwise."""
    return 57.29578 * float(pdfium.FPDFText_GetCharAngle(text, index))


class Turned:
    """How often the page is turned a quarter to be read, and where a point of the PDF is then."""

    def __init__(self, page: Any, turns: int) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turns = turns
        width, height = self.right - self.left, self.top - self.bottom
        self.size = (height, width) if self.turns % 2 else (width, height)

    def edges(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of a box."""
        if self.turns == 0:
            return x0 - self.left, self.top - y0, x1 - self.left, self.top - y1
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Right and down from the top left."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


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


def whole(length: float) -> int:
    """A length in hundredths; what is no place on any page is far outside."""
    return int(100 * max(-FAR, min(FAR, length))) if length == length else -100 * FAR


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


def picture_data(image: Any) -> bytes:
    """A picture as a JPEG as it stands in the PDF, else as a PNG; nothing where it cannot be read."""
    try:
        if image.get_filters() == ["DCTDecode"]:
            return bytes(image.get_data(decode_simple=False))
        made = io.BytesIO()
        image.get_bitmap().to_pil().save(made, "PNG", compress_level=1)
        return made.getvalue()
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return b""


if __name__ == "__main__":
    main()
