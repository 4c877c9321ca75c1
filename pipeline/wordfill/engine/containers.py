"""What must hold something in a Word file: a cell, a note, a header or a text box a paragraph, a table a row, a row a
cell, a content control what it is about. Word takes a file in which one is empty for damaged.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.opc import W
from wordfill.engine.source_tree import SourceTree

_STORIES = tuple(W + name for name in ("footnote", "endnote", "comment", "hdr", "ftr", "txbxContent"))
_CELL, _ROW, _TABLE, _P, _CONTENT = (W + name for name in ("tc", "tr", "tbl", "p", "sdtContent"))
_AROUND = (W + "sdt", W + "customXml")
_BLOCKS = frozenset((_P, _TABLE, *_AROUND))
_ROWS, _CELLS = frozenset((_ROW, *_AROUND)), frozenset((_CELL, *_AROUND))
_ALL = _BLOCKS | _ROWS | _CELLS
_HOLDERS = {**dict.fromkeys((*_STORIES, _CELL), _BLOCKS), _TABLE: _ROWS, _ROW: _CELLS, _CONTENT: _ALL}
_BY_SIGNS = (_CELL, _TABLE)
"""What ``finish.completed`` completes by signs in the text, without a tree."""


def may_empty(source: str) -> bool:
    """True where the tags of a patched source may leave something empty that is not completed by signs alone."""
    tree = SourceTree.of(source)
    return tree is not None and any(
        _depends(tree, holder) for holder in tree.root.iter(*_HOLDERS) if holder.tag not in _BY_SIGNS
    )


def _depends(tree: SourceTree, holder: etree._Element) -> bool:
    """True where all that ``holder`` must hold stands in blocks, or may fall away as a table without rows does."""
    depth, in_doubt = 0, False
    for child in holder:
        if (found := tree.statement(child)) is not None:
            in_doubt = True
            depth += -1 if found[0].startswith("end") else found[0] in ("for", "if")
        elif child.tag in _HOLDERS[str(holder.tag)] and not depth:
            if not any(_depends(tree, inner) for inner in _falling(child)):
                return False
            in_doubt = True
    return in_doubt


def _falling(child: etree._Element) -> list[etree._Element]:
    """What of ``child`` it falls away with where that is left empty."""
    return [child] if child.tag in (_TABLE, _ROW) else child.findall(_CONTENT)


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
    gone = holder.getparent() if holder.tag == _CONTENT else holder
    parent = None if gone is None else gone.getparent()
    if gone is None or parent is None:
        return False
    parent.remove(gone)
    return True


def _is_in_paragraph(content: etree._Element) -> bool:
    """True for the content of a control within a paragraph: that may be empty."""
    return next(content.iterancestors(_P, _CELL, _ROW, _TABLE, *_STORIES), content).tag == _P
