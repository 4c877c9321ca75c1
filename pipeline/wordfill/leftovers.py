"""What stands in the parts of a document outside of the text that a reader sees: in charts, addresses,
properties, relationships, attributes. No tree is made, and where no tag stands only two signs are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote
from zipfile import BadZipFile

from officefiles import archive
from officefiles.opc import Part

_SIGN = re.compile(rb"\{[{%]|%7[Bb](?:%7[Bb]|%25)")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_XML = (".xml", ".rels", ".vml")
_BOOKS = (".xlsx", ".xlsm", ".docx", ".pptx")
_MARKUP = re.compile(rb"<[^>]*>")
OPENED = re.compile(r"\{[{%]")
"""The beginning of a tag: what closes one closes other things too, as in the data of other programs."""
_VALUE = re.compile(r"=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_RUN_TEXT = re.compile(rb"<w:(t|delText)(?: [^>]*)?>[^<]*</w:\1>")


def left_in(part: Part, name: str, is_text: bool) -> tuple[str, ...]:
    """The texts of the part ``name`` in which a tag begins, each whole; of a part of the document's text those that no
    reader of the text sees."""
    if name.endswith(_BOOKS):
        return tuple(_in_book(part.data))
    return tuple(dict.fromkeys(_in_xml(in_utf_8(part.data), is_text))) if name.endswith(_XML) else ()


def text_outside(part: Part, name: str) -> str:
    """All texts and attributes of the part ``name``, addresses as they were before they were encoded."""
    if not name.endswith(_XML):
        return ""
    return "\n".join(_texts(in_utf_8(part.data)))


def in_utf_8(data: bytes) -> bytes:
    """An XML part in UTF-8 where it was in UTF-16, as other programs may keep theirs."""
    return data.decode("utf-16", "replace").encode("utf-8") if data.startswith(_UTF_16) else data


def _in_xml(data: bytes, is_text: bool) -> Iterator[str]:
    if is_text:
        if not ((b"{" in data or b"%" in data) and _SIGN.search(data)):  # one byte is found a hundred times faster
            return
        data = _RUN_TEXT.sub(b"", data)
    elif b"{" not in data and b"%7" not in data and b"&#" not in data:
        return
    yield from (text for text in _texts(data) if OPENED.search(text))


def _texts(data: bytes) -> Iterator[str]:
    """The value of each attribute, and all text joined, as runs may divide a tag."""
    for value in _VALUE.finditer(data.decode("utf-8", "replace")):
        yield unquote(unescape(value[1] or value[2] or ""))
    yield unescape(_MARKUP.sub(b"", data).decode("utf-8", "replace"))


def _in_book(data: bytes) -> Iterator[str]:
    """What is left in the parts of a file inside the document."""
    try:
        files = archive.read(data)
    except (BadZipFile, NotImplementedError):
        return
    for name, content in files.items():
        if name.endswith(_XML):
            yield from _in_xml(content, is_text=False)
