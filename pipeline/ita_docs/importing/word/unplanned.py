"""Our own documents as they were before their pages were planned (``thaipages.planning``): no catchwords, and what was
divided for a page in one piece again. Documents of others have none of it and stay as they are."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from officefiles.opc import W
from officefiles.styles import flat, is_on, properties, styles_by_id, value_of
from officefiles.text import TABLE, P, text_of
from thaipages.planning.catchwords import Convention

_PROPERTIES, _ROW, _CELL, _GRID = (W + name for name in ("pPr", "tr", "tc", "tblGrid"))
_BREAK = f"{W}pPr/{W}pageBreakBefore"


def catchword_styles(styles: etree._Element | None, convention: Convention) -> frozenset[str]:
    """The ids of the style of generated catchwords, also where another program has given it another id."""
    elements = styles_by_id(styles) if styles is not None else {}
    named = {key for key, style in elements.items() if value_of(style, "name") == convention.style_name}
    return frozenset({convention.style, *named})


def undo_pages(root: etree._Element, styles: Collection[str]) -> None:
    """Take the pages out of the document ``root``, whose generated catchwords have one of ``styles``."""
    for paragraph in list(root.iter(P)):
        if value_of(paragraph, "pPr", "pStyle") in styles:
            _take_out(paragraph)
        elif _is_turn(paragraph):
            _join_tables(paragraph.getprevious(), paragraph.getnext())
            _remove(paragraph)


def _take_out(catchword: etree._Element) -> None:
    before, after = catchword.getprevious(), catchword.getnext()
    _remove(catchword)
    if after is None:
        return
    first = after if after.tag == P else next(after.iter(P), None)
    mark = first.find(_BREAK) if first is not None else None
    if mark is None:
        return
    _remove(mark)
    if before is not None and before.tag == after.tag == P and _is_second_part(before, after):
        before.extend(child for child in list(after) if child.tag != _PROPERTIES)
        _remove(after)
    else:
        _join_tables(before, after)


def _is_second_part(before: etree._Element, after: etree._Element) -> bool:
    """True of a paragraph that goes on from the one ``before``: of its style, and all its lines begin at one edge."""
    own, other = (properties(one, _PROPERTIES) for one in (after, before))
    divided = {"ind.left", "ind.right", "ind.firstLine"} <= own.keys() and own["ind.firstLine"] == "0"
    return divided and own.get("pStyle") == other.get("pStyle")


def _is_turn(paragraph: etree._Element) -> bool:
    """True of the paragraph that begins a page with a table which goes on there."""
    own = properties(paragraph, _PROPERTIES)
    is_low = own.get("spacing.line") == "20" and own.get("spacing.lineRule") == "exact"
    return is_low and is_on(own, "pageBreakBefore") and not text_of(paragraph)


def _join_tables(first: etree._Element | None, second: etree._Element | None) -> None:
    """Put the rows of ``second`` at the end of ``first`` where they are parts of one table."""
    if first is None or second is None or not first.tag == second.tag == TABLE:
        return
    if flat(first.find(_GRID)) != flat(second.find(_GRID)):
        return
    rows = list(second.iterchildren(_ROW))
    for head in first.iterchildren(_ROW):
        if not rows or head.find(f"{W}trPr/{W}tblHeader") is None or _texts(head) != _texts(rows[0]):
            break
        del rows[0]
    first.extend(rows)
    _remove(second)


def _texts(row: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in row.iter(P)]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
