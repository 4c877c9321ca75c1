"""What must hold something in a Word file: a cell, a note, a header or a text box a paragraph, a table a row, a row a
cell, a content control what it is about. Word takes a file in which one is empty for damaged.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.opc import W
from officefiles.xml import remove

_STORIES = tuple(W + name for name in ("footnote", "endnote", "comment", "hdr", "ftr", "txbxContent"))
_CELL, _ROW, _TABLE, _P, _CONTENT = (W + name for name in ("tc", "tr", "tbl", "p", "sdtContent"))
_AROUND = (W + "sdt", W + "customXml")
_BLOCKS = frozenset((_P, _TABLE, *_AROUND))
_ROWS, _CELLS = frozenset((_ROW, *_AROUND)), frozenset((_CELL, *_AROUND))
_ALL = _BLOCKS | _ROWS | _CELLS
_HOLDERS = {**dict.fromkeys((*_STORIES, _CELL), _BLOCKS), _TABLE: _ROWS, _ROW: _CELLS, _CONTENT: _ALL}


def filled(part: bytes) -> bytes:
    """``part`` with nothing in it left empty: rows without cells, tables without rows and content controls without
    content are gone, and what must hold a paragraph has one."""
    root = etree.fromstring(part)
    changed = [holder for holder in _innermost_first(root) if _complete(holder)]
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) if changed else part


def _innermost_first(root: etree._Element) -> Iterator[etree._Element]:
    return iter(list(root.iter(*_HOLDERS))[::-1])


def _complete(holder: etree._Element) -> bool:
    """Whether ``holder`` lacked what it must hold."""
    held = [child for child in holder if child.tag in _HOLDERS[str(holder.tag)]]
    if holder.tag == _CELL or holder.tag in _STORIES:
        if held and not (holder.tag == _CELL and held[-1].tag == _TABLE):
            return False
        etree.SubElement(holder, _P)
        return True
    if held or (holder.tag == _CONTENT and _is_in_paragraph(holder)):
        return False
    remove(next(holder.iterancestors(W + "sdt")) if holder.tag == _CONTENT else holder)
    return True


def _is_in_paragraph(content: etree._Element) -> bool:
    """True for the content of a control within a paragraph: that may be empty."""
    return next(content.iterancestors(_P, _CELL, _ROW, _TABLE, *_STORIES), content).tag == _P
