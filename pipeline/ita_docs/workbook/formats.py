"""What the formats of a workbook's cells say of their values, which calamine drops."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_BUILT_IN = {"9": "0%", "10": "0.00%"}
_MAY_BE_PERCENT = re.compile(rb"%|[\"'](?:9|10)[\"']")
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""Parts of a number format that are shown as they are, keep room or set a colour: a % in them changes no value."""


def percent_formats(styles: bytes) -> frozenset[int]:
    """The numbers of the cell formats in the part of styles that show a value as a percentage: 0.875 as 87.50%."""
    if not _MAY_BE_PERCENT.search(styles):
        return frozenset()
    root = ElementTree.fromstring(styles)
    codes = _BUILT_IN | {
        one.attrib["numFmtId"]: one.attrib["formatCode"] for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    percent = {number for number, code in codes.items() if "%" in _LITERAL.sub("", code)}
    formats = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(index for index, one in formats if one.get("numFmtId") in percent)
