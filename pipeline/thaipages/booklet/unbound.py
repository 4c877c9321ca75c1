"""What shows data of its own file, which the booklet has not: content controls bound to it, fields over properties and
variables. Their text stays, and no longer asks for the data."""

from __future__ import annotations

import re

from lxml import etree

from officefiles.opc import W

_BINDINGS = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_OF_FILE = re.compile(r"\s*(?:DOCPROPERTY|DOCVARIABLE|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS)\b", re.IGNORECASE)
_SIMPLE, _MARK, _CODE, _KIND = (f"{W}{name}" for name in ("fldSimple", "fldChar", "instrText", "fldCharType"))


def unbind(story: etree._Element) -> None:
    """Leave in ``story`` the texts that content controls and fields show, and take away what they ask for."""
    for binding in list(story.iter(*_BINDINGS)):
        _remove(binding)
    for simple in list(story.iter(_SIMPLE)):
        if _OF_FILE.match(simple.get(f"{W}instr", "")):
            _unwrap(simple)
    for marks, code in _fields(story):
        if _OF_FILE.match("".join(one.text or "" for one in code)):
            for one in (*marks, *code):
                _remove(one)


def _fields(story: etree._Element) -> list[tuple[list[etree._Element], list[etree._Element]]]:
    """The marks of each field and what its instruction stands in; a field may stand in that of another."""
    found: list[tuple[list[etree._Element], list[etree._Element]]] = []
    standing: list[tuple[list[etree._Element], list[etree._Element]]] = []
    for element in story.iter(_MARK, _CODE):
        kind = element.get(_KIND)
        if kind == "begin":
            standing.append(([element], []))
        elif standing and element.tag == _CODE:
            standing[-1][1].append(element)
        elif standing:
            standing[-1][0].append(element)
            if kind == "end":
                found.append(standing.pop())
    return found


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
