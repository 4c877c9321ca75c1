"""Parts outside of a document's text as sources, and workbooks inside it: a chart has one, filled as the chart is, so
that both show the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

import jinja2

from officefiles import archive
from officefiles.archive import Archive, Member
from wordfill.sandbox import environment

BETWEEN = "!"
"""What stands between the name of a workbook and that of a part in it, in the name of a source."""


TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
"""A tag in a part outside of the document's text."""
_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>\s*")


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: what is the same in all documents, and the parts in it that are rendered."""

    name: str
    _constant: Archive = field(repr=False)
    _parts: Mapping[str, jinja2.Template] = field(repr=False)

    def rendered(self, context: Mapping[str, object]) -> bytes:
        """The workbook's file. Raises what Jinja raises."""
        filled = (
            Member.of(name, archive.DECLARATION + part.render(context).encode("utf-8"))
            for name, part in self._parts.items()
        )
        return self._constant.closed(filled)


def source_of(data: bytes) -> str:
    """The Jinja source of a part in UTF-8 that is none of the document's text: without the XML declaration, its tags as
    they were typed."""
    return TAG.sub(lambda tag: unescape(tag[0]), _DECLARED.sub("", data.decode("utf-8"), count=1))


def books_of(sources: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[Book, ...]:
    """The workbooks among ``files`` that have ``sources``. Raises what Jinja raises."""
    parts: dict[str, dict[str, jinja2.Template]] = {}
    for name, source in sources.items():
        book, between, part = name.partition(BETWEEN)
        if between:
            parts.setdefault(book, {})[part] = environment().from_string(source)
    return tuple(_book(name, files[name], inner) for name, inner in parts.items())


def _book(name: str, data: bytes, parts: Mapping[str, jinja2.Template]) -> Book:
    constant = (Member.of(one, content) for one, content in archive.read(data).items() if one not in parts)
    return Book(name, Archive().followed_by(constant), parts)
