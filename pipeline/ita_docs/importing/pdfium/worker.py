"""The program that opens a PDF, run alone in a process of its own: the PDF on its input, its pages on its output.

A PDF can ask for any time and memory, or be made to break the library that reads it. So nothing else happens here, the
process gets bounds, and what comes out is plain JSON: a line for each page (``Raw`` in ``child``), lengths in
hundredths of a point from the top left of the page as it is seen, and a last line that says how it ended. It
imports nothing of ours outside this room, that it may begin at once.
"""

from __future__ import annotations

import base64
import ctypes
import hashlib
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ita_docs.importing.pdfium.characters import characters
from ita_docs.importing.pdfium.kinds import OF_PICTURE
from ita_docs.importing.pdfium.objects import (
    MAX_DEPTH,
    Matrix,
    is_jpeg,
    kind_of,
    matrix_of,
    notes_of,
    picture_data,
    put_on,
    rules_of,
    times,
)
from ita_docs.importing.pdfium.turned import Turned, turns_of, whole

try:
    import resource
except ImportError:  # Windows has none: there the time limit of the parent holds alone
    resource = None  # type: ignore[assignment]

MEMORY, SECONDS = 280 << 20, 5
"""Bytes of address space, and seconds of its processor: a pack uses a tenth of both, and whoever imports is to have
300 MB in all."""
MAX_PAGES, MAX_LETTERS, MAX_OBJECTS, MAX_RULES = 400, 150_000, 300_000, 6_000
MAX_PIXELS, MAX_ALL_PIXELS, MAX_PICTURES, MAX_PICTURE_BYTES = 12_000_000, 80_000_000, 200, 40 << 20
SMALLEST_PICTURE = 60.0
"""Points of the longer side of a picture that is no ornament."""
FEW_LETTERS = 20
"""Letters of a page, from which on it is not asked how much else is drawn."""
PATH, IMAGE, FORM = 2, 3, 5


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
            unread = notes_of(page)
            if unread is not None:
                put_on(page)
                page.close()
                page = self.document[number]  # it is read anew with them
            yield self.page(page) | {"notes": unread or 0}
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
        few, drawn = len(letters) < 8 * FEW_LETTERS, 0
        for kind, item, matrix in self.items(page):
            drawn += pdfium.FPDFPath_CountSegments(item) if few and kind == PATH else 0
            if kind == PATH and len(rules) < 4 * MAX_RULES and kind_of(item) != OF_PICTURE:
                for rule in rules_of(item, matrix, turned):
                    rules += rule
            elif kind == IMAGE:
                pictures.append(self.picture(item, matrix, turned, page))
        if len(rules) >= 4 * MAX_RULES:
            rules = []  # a drawing, no table
        text.close()
        return {
            "size": [whole(length) for length in turned.size],
            "letters": letters,
            "styles": styles,
            "rules": rules,
            "pictures": pictures,
            "drawn": drawn,
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

    def picture(self, item: Any, matrix: Matrix, turned: Turned, page: Any) -> dict[str, Any]:
        """A picture with its box, and its bytes where it is no ornament and met for the first time; ``lost`` where it
        is too large, cannot be read, or came after too many."""
        a, b, c, d, e, f = times(matrix_of(item), matrix)
        corners = [turned.point(e + x, f + y) for x, y in ((0, 0), (a, b), (c, d), (a + c, b + d))]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        box = [whole(place) for place in (left, top, right, bottom)]
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(item, width, height)
        pixels = width.value * height.value
        found: dict[str, Any] = {"box": box, "data": "", "lost": False}
        if max(right - left, bottom - top) >= SMALLEST_PICTURE and pixels:
            image = pypdfium2.PdfImage(item, page=page, pdf=self.document)
            key = hashlib.sha256(bytes(image.get_data(decode_simple=False))).digest()
            if key not in self.pictures:
                self.pictures.add(key)
                data = self.data(image, pixels)
                found |= {"data": base64.b64encode(data).decode("ascii"), "lost": not data}
        return found

    def data(self, image: Any, pixels: int) -> bytes:
        """The bytes of a picture, while there is room for more."""
        as_it_stands = is_jpeg(image)
        small = as_it_stands or (pixels <= MAX_PIXELS and self.pixels + pixels <= MAX_ALL_PIXELS)
        if not small or len(self.pictures) > MAX_PICTURES or self.picture_bytes >= MAX_PICTURE_BYTES:
            return b""
        data = picture_data(image)
        self.pixels += 0 if as_it_stands else pixels
        self.picture_bytes += len(data)
        return data


if __name__ == "__main__":
    main()
