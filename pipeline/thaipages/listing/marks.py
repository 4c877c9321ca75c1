"""The bookmarks that the entries of tables of contents lead to."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from lxml import etree

from officefiles.opc import W
from officefiles.schema import begin_with
from officefiles.xml import remove
from thaipages.listing.headings import holder_of

_MARKED = re.compile(r"_Toc\d*(?:_\d+)?")
_FIRST = 900_000_001
_START, _END = W + "bookmarkStart", W + "bookmarkEnd"


class Marks:
    """The bookmarks that entries lead to: made anew, one for a paragraph."""

    def __init__(self, root: etree._Element, apart: Collection[etree._Element]) -> None:
        self._known: dict[etree._Element, str] = {}
        self._numbers = count(
            max((int(one.get(W + "id", "")) for one in root.iter(_START) if one.get(W + "id", "").isdigit()), default=0)
            + 1
        )
        names = {one.get(W + "name", "") for one in root.iter(_START)}
        self._names = (name for number in count(_FIRST) if (name := f"_Toc{number}") not in names)
        _forget_old(root, apart)

    def of(self, paragraph: etree._Element) -> str:
        """The name of the bookmark of ``paragraph``."""
        if paragraph not in self._known:
            name, number = next(self._names), str(next(self._numbers))
            begin_with(paragraph, etree.Element(_START, {W + "id": number, W + "name": name}))
            etree.SubElement(paragraph, _END, {W + "id": number})
            self._known[paragraph] = name
        return self._known[paragraph]


def _forget_old(root: etree._Element, apart: Collection[etree._Element]) -> None:
    """Take away the bookmarks of earlier tables of contents that nothing else leads to."""
    outside = {
        word
        for element in root.iter(W + "hyperlink", W + "instrText", W + "fldSimple")
        if holder_of(element) not in apart
        for text in (element.get(W + "anchor"), element.get(W + "instr"), element.text)
        for word in _MARKED.findall(text or "")
    }
    old = {
        one.get(W + "id")
        for one in root.iter(_START)
        if _MARKED.fullmatch(one.get(W + "name", "")) and one.get(W + "name") not in outside
    }
    for one in [one for one in root.iter(_START, _END) if one.get(W + "id") in old]:
        remove(one)
