"""What the formats of a workbook's cells and texts say, which calamine drops: percentages and struck-through text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

_BUILT_IN = {"9": "0%", "10": "0.00%"}
_OF_INTEREST = re.compile(rb"%|strike|numFmtId\s*=\s*[\"'](?:9|10)[\"']")
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""Parts of a number format that are shown as they are, keep room or set a colour: a % in them changes no value."""

_STRING = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:[\w.-]+:)?si\s*>)", re.DOTALL)
_STRIKE = re.compile(rb"<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*[\"'](?:1|true)[\"'])?\s*/?>")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)<")


@dataclass(frozen=True, slots=True)
class Formats:
    """Numbers of what tells more than a value: of the cell formats that show a percentage (0.875 as 87.50%), of those
    that strike text through, and of the shared strings of which a part is struck through."""

    percent: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    struck_strings: frozenset[int] = frozenset()


def read_formats(styles: bytes, strings: bytes) -> Formats:
    """The formats in a workbook's parts of styles and of shared strings, each empty where it has none.

    Raises ``ElementTree.ParseError`` where the styles are no XML.
    """
    in_strings = frozenset(_struck_strings(strings))
    if not _OF_INTEREST.search(styles):
        return Formats(struck_strings=in_strings)
    root = ElementTree.fromstring(styles)
    codes = _BUILT_IN | {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in root.iterfind("{*}numFmts/*")}
    percent = {number for number, code in codes.items() if "%" in _LITERAL.sub("", code)}
    struck = {str(index) for index, font in enumerate(root.iterfind("{*}fonts/*")) if _strikes(font)}
    formats = list(enumerate(root.iterfind("{*}cellXfs/*")))
    return Formats(
        frozenset(index for index, one in formats if one.get("numFmtId") in percent),
        frozenset(index for index, one in formats if one.get("fontId") in struck),
        in_strings,
    )


def has_struck_run(xml: bytes) -> bool:
    """True where a run of a rich text is struck through and holds more than spaces."""
    runs = (_TEXT.search(xml, strike.end()) for strike in _STRIKE.finditer(xml))
    return any(run and run[1].strip() for run in runs)


def _struck_strings(strings: bytes) -> Iterator[int]:
    if b"strike" in strings:
        for index, string in enumerate(_STRING.finditer(strings)):
            if string[1] and has_struck_run(string[1]):
                yield index


def _strikes(font: ElementTree.Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") in ("1", "true")
