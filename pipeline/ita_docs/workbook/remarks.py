"""What people wrote beside the cells of a sheet: comments and notes, but for those that the program writes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from officefiles.cells import column_number
from officefiles.opc import Package

AUTHOR = "ita-docs"
"""Who signs the comments that the program writes."""
_AUTHORS = re.compile(rb"<(?:[\w.-]+:)?author>([^<]*)<")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_OF_THREAD = "tc="
"""Begins the author of a note that Excel puts where a comment with answers is, for older versions of itself."""


def remarks(workbook: Package, sheet: str) -> dict[tuple[int, int], str]:
    """The remarks of the sheet's part by row and column, from 0; none where they cannot be read, for no document needs
    them."""
    try:
        return dict((*_notes(workbook, sheet), *_comments(workbook, sheet)))
    except (etree.XMLSyntaxError, IndexError, ValueError):
        return {}


def _notes(workbook: Package, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    part = workbook.parts.get(workbook.related(sheet, "comments"))
    if part is None or {*_AUTHORS.findall(part.data)} <= {AUTHOR.encode(), b""}:
        return
    authors = [one.text or "" for one in part.tree.iterfind("{*}authors/{*}author")]
    for note in part.tree.iterfind("{*}commentList/{*}comment"):
        author = authors[int(note.get("authorId", "0"))]
        if author not in (AUTHOR, "") and not author.startswith(_OF_THREAD):
            yield from _at(str(note.get("ref")), "".join(one.text or "" for one in note.iter("{*}t")))


def _comments(workbook: Package, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    part = workbook.parts.get(workbook.related(sheet, "threadedComment"))
    for one in part.tree.iter("{*}threadedComment") if part else ():
        yield from _at(str(one.get("ref")), one.findtext("{*}text", ""))


def _at(cell: str, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    if (found := _CELL.fullmatch(cell)) and text.strip():
        yield (int(found[2]) - 1, column_number(found[1])), text
