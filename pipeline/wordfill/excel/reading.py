"""The text of a finished workbook, for a last look at it."""

from __future__ import annotations

import re
from html import unescape

from officefiles.opc import Package

_MARKUP = re.compile(r"<[^>]*>")
_TAGGED = re.compile(r'="([^"]*(?:{{|{%|}}|%})[^"]*)"')
_NO_WORDS = ("xl/styles.xml", "xl/theme/")


def text_of_book(workbook: Package) -> str:
    """All words and numbers of a workbook, also those of its charts, headers and names, a line for each; of attributes
    those that look like a template's."""
    found = []
    for name, part in workbook.parts.items():
        if name.startswith("xl/") and name.endswith(".xml") and not name.startswith(_NO_WORDS):
            xml = part.data.decode("utf-8")
            found.append(unescape(_MARKUP.sub("\n", xml)))
            if "{" in xml or "}" in xml:
                found += map(unescape, _TAGGED.findall(xml))
    return "\n".join(found)
