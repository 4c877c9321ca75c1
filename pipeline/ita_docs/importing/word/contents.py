"""Tables of contents that are no field of Word: lines or rows that end with the number of the page of something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from officefiles.opc import W
from officefiles.text import TABLE, P, held_by, runs_of, text_of

_PROPERTIES, _CODE, _SIMPLE, _INSTRUCTION = (W + name for name in ("pPr", "instrText", "fldSimple", "instr"))
_PAGE_OF = "PAGEREF"
_HEADINGS = frozenset(("สารบัญ", "หน้า"))
_NEAR = 6
"""How many paragraphs further up the first heading stands at most, empty ones counted."""


def take_out_contents(root: etree._Element) -> list[str]:
    """Leave nothing in ``root`` of a table of contents, and of the words that stand right above it, which come back."""
    headings: list[str] = []
    for table in list(root.iter(TABLE)):
        rows = [row for row in held_by(table, W + "tr") if any(map(text_of, row.iter(P)))]
        if rows and all(map(_names_a_page, rows)):
            headings += _clear_headings(table)
            for paragraph in list(table.iter(P)):
                _clear(paragraph)
    for paragraph in list(root.iter(P)):
        if "\t" in text_of(paragraph) and _names_a_page(paragraph):
            headings += _clear_headings(paragraph)
            _clear(paragraph)
    return headings


def _names_a_page(element: etree._Element) -> bool:
    return any(code.split(maxsplit=1)[:1] == [_PAGE_OF] for code in _codes(element))


def _codes(element: etree._Element) -> Iterator[str]:
    """The codes of the fields below ``element``, also of one whose code stands in several runs."""
    yield from (simple.get(_INSTRUCTION, "") for simple in element.iter(_SIMPLE))
    for paragraph in [element] if element.tag == P else element.iter(P):
        yield "".join(code.text or "" for run in runs_of(paragraph) for code in run.iterchildren(_CODE))


def _clear_headings(element: etree._Element) -> Iterator[str]:
    for above in islice(element.itersiblings(preceding=True), _NEAR):
        text = text_of(above).strip() if above.tag == P else "-"
        if text and text not in _HEADINGS:
            return
        if text:
            _clear(above)
            yield text


def _clear(paragraph: etree._Element) -> None:
    """Leave nothing of ``paragraph`` but its properties: a section may end with it."""
    paragraph[:] = [child for child in paragraph if child.tag == _PROPERTIES]
