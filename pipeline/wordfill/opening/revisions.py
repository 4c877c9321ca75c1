"""Tracked changes taken as accepted: what a reader sees who asks for no mark-up (ECMA-376 part 1, 17.13.5).

What changes the paragraphs, rows and cells themselves is accepted first (``settle``), since whoever looks for places in
a template must count what will be there; what was put into and taken out of a paragraph (``accept``) after.
"""

from __future__ import annotations

from lxml import etree

from officefiles.opc import W
from officefiles.xml import remove, unwrap

_IN, _OUT = frozenset((W + "ins", W + "moveTo")), frozenset((W + "del", W + "moveFrom"))
_P, _PPR, _TRPR, _TR, _TC = (W + name for name in ("p", "pPr", "trPr", "tr", "tc"))
_PROPERTIES = frozenset(("rPr", "trPr", "numPr", "ctrlPr"))
"""By their names alone, as equations have theirs in another namespace."""
_FORMER = tuple(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
"""What properties were before."""
_CELLS = tuple(W + name for name in ("cellIns", "cellDel", "cellMerge"))
_RANGES = tuple(
    f"{W}{name}Range{end}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)


def count(root: etree._Element) -> int:
    """How many tracked changes stand in a part."""
    return sum(1 for _ in root.iter(*_IN, *_OUT, *_FORMER, *_CELLS))


def settle(root: etree._Element) -> None:
    """Accept the changes to paragraphs, rows and cells, and to how things look."""
    for former in list(root.iter(*_FORMER, *_RANGES)):
        remove(former)
    for mark in list(root.iter(*_CELLS)):
        (_remove_around if mark.tag == W + "cellDel" else remove)(mark)
    for mark in list(root.iter(*_IN, *_OUT)):
        properties = mark.getparent()
        if properties is None or etree.QName(properties).localname not in _PROPERTIES:
            continue
        remove(mark)
        if mark.tag in _OUT and properties.tag == _TRPR:
            _remove_around(properties)
        elif mark.tag in _OUT and (paragraph := _paragraph_of_mark(properties)) is not None:
            _join(paragraph)


def accept(root: etree._Element) -> None:
    """Accept what was put into paragraphs and taken out of them."""
    for taken in list(root.iter(*_OUT)):
        remove(taken)
    for put in list(root.iter(*_IN)):
        unwrap(put)


def _paragraph_of_mark(properties: etree._Element) -> etree._Element | None:
    """The paragraph whose mark these are the properties of."""
    around = properties.getparent()
    return around.getparent() if around is not None and around.tag == _PPR else None


def _join(paragraph: etree._Element) -> None:
    """Give what stands in a paragraph whose mark was taken out to the next one; it goes where it says nothing and a
    table follows, and stays where nothing does."""
    following = next((one for one in paragraph.itersiblings(etree.Element) if not _is_marker(one)), None)
    if following is None or following.tag == W + "sectPr":
        return
    kept = [child for child in paragraph if child.tag != _PPR]
    if following.tag != _P:
        if all(child.tag in _OUT for child in kept):
            remove(paragraph)
        return
    at = 0 if following.find(_PPR) is None else 1
    following[at:at] = kept
    remove(paragraph)


def _is_marker(element: etree._Element) -> bool:
    name = etree.QName(element).localname
    return name.startswith(("bookmark", "comment", "perm", "proofErr"))


def _remove_around(mark: etree._Element) -> None:
    """Remove the row or cell that a mark in its properties takes out, and the table that is left without a row."""
    taken = next(mark.iterancestors(_TR if mark.tag == _TRPR else _TC))
    around = taken.getparent()
    remove(taken)
    if around is not None and next(around.iter(_TR if taken.tag == _TR else _TC), None) is None:
        remove(around)
