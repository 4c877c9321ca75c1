"""The instructions of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from officefiles.opc import W

_MARK, _SIMPLE, _CODE = W + "fldChar", W + "fldSimple", W + "instrText"
_WORD = re.compile(r'"([^"]*)"|(\S+)')


def fields_in(root: etree._Element) -> Iterator[tuple[etree._Element, list[str]]]:
    """Where each field below ``root`` begins, and the words of its instruction without those of fields inside it."""
    found: list[tuple[etree._Element, list[str]]] = []
    standing: list[list[str]] = []
    for node in root.iter(_MARK, _SIMPLE, _CODE):
        if node.tag == _SIMPLE:
            found.append((node, [node.get(W + "instr", "")]))
        elif node.tag == _CODE:
            (standing or [[]])[-1].append(node.text or "")
        elif node.get(W + "fldCharType") == "begin":
            standing.append([])
            found.append((node, standing[-1]))
        elif node.get(W + "fldCharType") == "end" and standing:
            standing.pop()
    for node, code in found:
        yield node, [quoted or plain for quoted, plain in _WORD.findall("".join(code))]
