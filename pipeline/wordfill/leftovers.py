"""What looks like a tag in the parts of a document outside of the text that a reader sees: in charts, addresses,
properties, relationships, attributes. No tree is made, and nothing but a few signs is looked for where none stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote
from zipfile import BadZipFile

from officefiles import archive
from officefiles.opc import Part

_SIGNS = (b"{{", b"{%", b"%7B%7B", b"%7b%7b", b"%7B%25", b"%7b%25", b"&#123;", b"&#x7B;", b"&#x7b;")
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
    return tuple(dict.fromkeys(_in_xml(part.data, is_text))) if name.endswith(_XML) else ()


def _in_xml(data: bytes, is_text: bool) -> Iterator[str]:
    if is_text:
        if not any(sign in data for sign in _SIGNS):
            return
        data = _RUN_TEXT.sub(b"", data)
    elif b"{" not in data and b"%7" not in data and b"&#" not in data:
        return
    texts = [
        unquote(unescape(value[1] or value[2] or "")) for value in _VALUE.finditer(data.decode("utf-8", "replace"))
    ]
    texts.append(unescape(_MARKUP.sub(b"", data).decode("utf-8", "replace")))
    yield from (text for text in texts if OPENED.search(text))


def _in_book(data: bytes) -> Iterator[str]:
    """What is left in the parts of a file inside the document."""
    try:
        files = archive.read(data)
    except (BadZipFile, NotImplementedError):
        return
    for name, content in files.items():
        if name.endswith(_XML):
            yield from _in_xml(content, is_text=False)
