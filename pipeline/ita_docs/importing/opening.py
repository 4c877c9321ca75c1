"""Opening an old file: what it is, by its bytes and not by its name, and who reads it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.importing.blocks import OldFile, OldTable
from ita_docs.importing.refusals import (
    DAMAGED,
    EMPTY,
    LIMIT,
    NOT_FOUND,
    NOT_OPENED,
    OLD_FORMAT,
    OWN_TRACKER,
    PASSWORD,
    PRIVATE_FONT,
    SCANNED,
    UNKNOWN,
    NotReadableError,
)
from ita_docs.workbook.tables.results import TRACKER_SHEET
from officefiles.archive import listed
from officefiles.lazy import lazy_import
from officefiles.limits import BROKEN, COMPOUND_FILE, OLD, RefusedError, contents

if TYPE_CHECKING:
    from ita_docs.importing import excel, pdf, word
else:  # an office has files of one or two kinds
    excel, pdf = lazy_import("ita_docs.importing.excel"), lazy_import("ita_docs.importing.pdf")
    word = lazy_import("ita_docs.importing.word")

_VALUES = (".csv", ".tsv", ".txt")
"""Lists of plain values, which nothing but their names tells."""
READERS: Mapping[str, Callable[[str, bytes], OldFile]] = {
    ".docx": lambda name, data: word.read_word(name, data),
    ".xlsx": lambda name, data: excel.read_excel(name, data),
    ".pdf": lambda name, data: pdf.read_pdf(name, data),
    **{ending: lambda name, data: excel.read_excel(name, data) for ending in _VALUES},
}
"""Who reads each kind of file, by the ending that such files have."""

_PDF, _HEAD = b"%PDF-", 1024
_ZIP = b"PK\x03\x04"
_PARTS = {
    "word/document.xml": ".docx",
    "xl/workbook.xml": ".xlsx",
    "xl/workbook.bin": ".xlsb",
    "ppt/presentation.xml": ".pptx",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = {b"text": ".odt", b"spreadsheet": ".ods"}
_STREAMS = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls", "PowerPoint Document": ".ppt"}
_PROTECTED = "EncryptedPackage"
_TEXTS = {b"{\\rtf": ".rtf", b"<html": ".html", b"<!doctype html": ".html"}
_NAMED = (*_VALUES, ".rtf", ".html", ".htm")
_INSTEAD = {".xls": ".xlsx", ".xlsb": ".xlsx", ".ods": ".xlsx"}
"""What to save a file as that is not read; ``.docx`` where it does not stand here."""
_REASONS = {
    BROKEN: DAMAGED,
    OLD: PASSWORD,
    "damaged": DAMAGED,
    "password": PASSWORD,
    "scanned": SCANNED,
    "fonts": PRIVATE_FONT,
}
"""Kinds of problems by what a reader of files says of one that it refuses; all else are limits."""


def contents_of(path: Path) -> bytes:
    """What the file holds. Raises ``NotReadableError``."""
    try:
        return contents(path)
    except RefusedError as fault:
        raise NotReadableError(LIMIT, why=fault) from fault
    except FileNotFoundError as fault:
        raise NotReadableError(NOT_FOUND) from fault
    except OSError as fault:
        raise NotReadableError(NOT_OPENED) from fault


def opened(name: str, data: bytes) -> OldFile:
    """What stands in the file. Raises ``NotReadableError`` for what cannot be read, whatever it is."""
    kind = kind_of(name, data)
    if kind not in READERS:
        raise NotReadableError(OLD_FORMAT, format=kind, instead=_INSTEAD.get(kind, ".docx"))
    try:
        file = READERS[kind](name, data)
    except RefusedError as fault:
        why = _REASONS.get(getattr(fault, "kind", str(fault)))
        raise (NotReadableError(why) if why else NotReadableError(LIMIT, why=fault)) from fault
    except NotReadableError:
        raise
    except Exception as fault:  # what foreign and hostile files do to libraries has no end
        raise NotReadableError(DAMAGED) from fault
    if not file.blocks and not file.problems:
        raise NotReadableError(EMPTY)
    if any(isinstance(block, OldTable) and block.sheet == TRACKER_SHEET for block in file.blocks):
        raise NotReadableError(OWN_TRACKER)
    return file


def kind_of(name: str, data: bytes) -> str:
    """The ending that files of this kind have, as its bytes tell. Raises ``NotReadableError`` for what is none of those
    that an office may take for documents, is damaged, has a password, or is a form of ours."""
    if not data:
        raise NotReadableError(EMPTY)
    if _PDF in data[:_HEAD]:
        return ".pdf"
    if data.startswith(COMPOUND_FILE):
        return _compound(data)
    if data.startswith(_ZIP):
        return _zipped(data)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    ending = Path(name).suffix.lower()
    found = next((one for start, one in _TEXTS.items() if head.startswith(start)), ending if ending in _NAMED else "")
    if found:
        return found
    raise NotReadableError(DAMAGED if ending in (*READERS, ".doc", ".xls") else UNKNOWN)


def _compound(data: bytes) -> str:
    streams = (*_STREAMS, _PROTECTED)
    found = next((name for name in reversed(streams) if name.encode("utf-16-le") in data), "")
    if found == _PROTECTED:
        raise NotReadableError(PASSWORD)
    if not found:
        raise NotReadableError(DAMAGED)
    return _STREAMS[found]


def _zipped(data: bytes) -> str:
    if _OPEN_DOCUMENT in data[:200]:
        start = data.index(_OPEN_DOCUMENT) + len(_OPEN_DOCUMENT)
        return next((one for kind, one in _OPEN_DOCUMENTS.items() if data.startswith(kind, start)), ".odp")
    try:
        names = {member.filename for member in listed(data)}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as fault:
        raise NotReadableError(DAMAGED) from fault
    found = next((kind for part, kind in _PARTS.items() if part in names), "")
    if not found:
        raise NotReadableError(UNKNOWN)
    return found
