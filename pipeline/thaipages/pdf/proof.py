"""A look at a finished PDF: that it has pages, and only the typefaces that its document asks for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, PdfObject, StreamObject, TextStringObject

from thaipages.pdf.typefaces import THAI_FIGURES

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET_MARK = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_ARABIC_FIGURE = re.compile(rb"(<[0-9A-Fa-f]+>\s*)<003([0-9])>")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: the number of pages (0: no PDF at all), the PostScript names of fonts that are not the
    document's, and of those that are not inside the file; and the PDF with its Thai figures made readable."""

    pages: int = 0
    foreign: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    data: bytes = b""


def read(data: bytes, families: Iterable[str]) -> Proof:
    """The proof of a PDF whose document names these font ``families``."""
    try:
        reader = PdfReader(io.BytesIO(data))
        writer = PdfWriter(clone_from=reader)
        most = 2 * int(str(reader.trailer["/Size"]))  # what is copied, and what a writer adds of its own
        fonts = {_name(font): font for font in _fonts(writer, most)}
        _make_figures_readable(fonts.values())
        known = tuple(_plain(family) for family in (*families, THAI_FIGURES))
        writer.root_object[NameObject("/Lang")] = TextStringObject("th-TH")  # that of the document's Latin text
        writer.pdf_header = reader.pdf_header  # else it calls itself an older PDF than it is
        buffer = io.BytesIO()
        writer.write(buffer)
        return Proof(
            pages=len(writer.pages),
            foreign=tuple(sorted(name for name in fonts if not _plain(name).startswith(known))),
            missing=tuple(sorted(name for name, font in fonts.items() if not _is_embedded(font))),
            data=buffer.getvalue(),
        )
    except (PyPdfError, ValueError, KeyError, TypeError, OSError):
        return Proof()


def _fonts(writer: PdfWriter, most: int) -> Iterator[DictionaryObject]:
    """Every font that a page can use, in a file of at most ``most`` objects; the parts of a composite font are reached
    through it."""
    for held in _objects(writer, most):
        if (
            isinstance(held, DictionaryObject)
            and held.get("/Type") == "/Font"
            and "CIDFont" not in str(held["/Subtype"])
        ):
            yield held


def _objects(writer: PdfWriter, most: int) -> Iterator[PdfObject]:
    for number in range(1, most + 1):
        with suppress(IndexError, PyPdfError):  # there is none of this number
            yield writer.get_object(number)


def _name(font: DictionaryObject) -> str:
    return _SUBSET_MARK.sub("", str(font.get("/BaseFont", "")))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _is_embedded(font: DictionaryObject) -> bool:
    if str(font["/Subtype"]) == "/Type3":
        return True
    for part in (font, *(entry.get_object() for entry in font.get("/DescendantFonts", ()))):
        descriptor = part.get("/FontDescriptor")
        if descriptor is not None and any(kind in descriptor.get_object() for kind in _FILES):
            return True
    return False


def _make_figures_readable(fonts: Iterable[DictionaryObject]) -> None:
    """Let figures drawn in Thai be found and copied as the Thai characters they show."""
    for font in fonts:
        if _plain(_name(font)).startswith(_plain(THAI_FIGURES)) and "/ToUnicode" in font:
            meaning = font["/ToUnicode"].get_object()
            if isinstance(meaning, StreamObject):
                meaning.set_data(_ARABIC_FIGURE.sub(rb"\1<0E5\2>", meaning.get_data()))
