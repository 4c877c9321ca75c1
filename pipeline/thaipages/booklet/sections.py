"""The sections of a part within the booklet: a page of its own to begin on, page 1, its own headers or none."""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from officefiles.opc import R, W
from officefiles.schema import PARAGRAPH, SECTION, arrange, properties_in, put
from officefiles.styles import value_of

_TYPE = f"{W}type"
_ON_A_NEW_PAGE = ("nextPage", "oddPage", "evenPage")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}altChunk", f"{W}customXml")
_COUNTING = {f"{W}{name}": place for place, name in enumerate(("pos", "numFmt", "numStart", "numRestart"))}
_COUNTED = {"footnotes": "footnotePr", "endnotes": "endnotePr"}
BLANK_STORY = (
    f'<w:{{tag}} xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"'
    ' w:lineRule="exact"/></w:pPr></w:p></w:{tag}>'
)
"""A header or footer of no height to speak of, for a part that has none: without it, it would get the last part's."""


def sections(body: etree._Element) -> list[etree._Element]:
    """The section properties of a body, in order; the last is the body's own, made where there is none."""
    last = body.find(f"{W}sectPr")
    if last is None:
        last = etree.SubElement(body, f"{W}sectPr")
    ends = (end for end in body.iter(f"{W}sectPr") if end.getparent().tag == f"{W}pPr")  # type: ignore[union-attr]
    return [*ends, last]


def begin_anew(section: etree._Element, *, restart: bool) -> None:
    """Have a part's first section begin on a new page, numbered 1 or (no ``restart``) on from the page before."""
    kind = put(section, "type", SECTION)
    if kind.get(f"{W}val") not in _ON_A_NEW_PAGE:
        kind.set(f"{W}val", "nextPage")
    pages = put(section, "pgNumType", SECTION)
    if restart:
        pages.set(f"{W}start", "1")
    else:
        pages.attrib.pop(f"{W}start", "")


def settle_notes(found: list[etree._Element], settings: etree._Element, kind: str, *, first: bool) -> None:
    """Say in a part's sections how its notes of this kind (``footnotes``) count, as its settings say for the whole
    file: from the beginning again behind other parts. Endnotes stand at the end of the part."""
    if kind not in _COUNTED:
        return
    name = _COUNTED[kind]
    stated = settings.find(f"{W}{name}")
    for section in found:
        own = put(section, name, SECTION)
        for child in stated if stated is not None else ():
            if child.tag in _COUNTING and own.find(child.tag) is None:
                own.append(copy.deepcopy(child))
        if section is found[0] and not first and value_of(own, "numRestart") in ("", "continuous"):
            put(own, "numRestart", _COUNTING, val="eachSect")
        arrange(own, _COUNTING)
        if not len(own):
            section.remove(own)
    if kind == "endnotes" and value_of(settings, name, "pos") != "sectEnd":
        for section in found[:-1]:
            put(section, "noEndnote", SECTION)


def count_lines_anew(section: etree._Element) -> None:
    """Have the numbers of lines begin anew with a part."""
    lines = section.find(f"{W}lnNumType")
    if lines is not None and lines.get(f"{W}restart") == "continuous":
        lines.set(f"{W}restart", "newSection")


def settle_even_pages(found: list[etree._Element], *, own: bool, common: bool) -> None:
    """Even pages look as the part alone has them, where the booklet as a whole tells even pages from odd ones."""
    for section in found if not own else ():
        for reference in _references(section):
            if reference.get(_TYPE) == "even":
                section.remove(reference)
            elif reference.get(_TYPE) == "default" and common:
                twin = copy.deepcopy(reference)
                twin.set(_TYPE, "even")
                reference.addnext(twin)


def inherit_nothing(section: etree._Element, blank: Callable[[str], str], *, even: bool) -> None:
    """Give a part's first section a blank header and footer for each kind of page it has none for.

    ``blank(tag)`` is the relationship id of the booklet's blank ``header`` or ``footer``.
    """
    kinds = ("default", "first", "even") if even else ("default", "first")
    for tag in ("footer", "header"):
        stated = {found.get(_TYPE) for found in section.iterfind(f"{W}{tag}Reference")}
        for kind in kinds:
            if kind not in stated:
                reference = etree.Element(f"{W}{tag}Reference", {_TYPE: kind, f"{R}id": blank(tag)})
                section.insert(0, reference)


def close(body: etree._Element) -> None:
    """Move the body's own section properties to its last paragraph: other parts follow.

    Word itself wants a paragraph behind a table; the one added here is as low as can be, so that it makes no page.
    """
    last = body.find(f"{W}sectPr")
    assert last is not None, "sections() made sure of it"
    block = next((child for child in body.iterchildren(*_BLOCKS, reversed=True)), None)
    if block is None or block.tag != f"{W}p" or block.find(f"{W}pPr/{W}sectPr") is not None:
        block = etree.Element(f"{W}p")
        last.addprevious(block)
        put(properties_in(block), "spacing", PARAGRAPH, before="0", after="0", line="20", lineRule="exact")
    holder = properties_in(block)
    holder.append(last)
    arrange(holder, PARAGRAPH)


def _references(section: etree._Element) -> list[etree._Element]:
    return list(section.iterchildren(f"{W}headerReference", f"{W}footerReference"))
