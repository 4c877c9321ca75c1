"""What the formats of cells and texts say and calamine drops: how numbers show, and what is struck through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ita_docs.workbook.number_format import BUILT_IN, NumberFormat, parse_format

_OF_INTEREST = re.compile(rb"strike|numFmtId\s*=\s*[\"']0*[1-9]")
_PLAIN = ("general", "@")

_STRING = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:[\w.-]+:)?si\s*>)", re.DOTALL)
_STRIKE = re.compile(rb"<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*[\"'](?:1|true)[\"'])?\s*/?>")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)<")


@dataclass(frozen=True, slots=True)
class Formats:
    """What tells more than a value, by number: of the cell formats, those that show numbers in a form of their own and
    those that strike text through; of the shared strings, those of which a part is struck through."""

    numbers: Mapping[int, NumberFormat] = field(default_factory=dict)
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
    codes = BUILT_IN | {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in root.iterfind("{*}numFmts/*")}
    struck = {str(index) for index, font in enumerate(root.iterfind("{*}fonts/*")) if _strikes(font)}
    formats = list(enumerate(root.iterfind("{*}cellXfs/*")))
    used = {index: codes.get(one.get("numFmtId", "0"), "General") for index, one in formats}
    parsed = {code: parse_format(code) for code in used.values() if code.casefold() not in _PLAIN}
    return Formats(
        {index: parsed[code] for index, code in used.items() if code in parsed},
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
