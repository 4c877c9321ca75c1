"""What the formats of cells and texts say and calamine drops: how numbers show, what is struck, raised or unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree

from ita_docs.workbook.number_format import BUILT_IN, NumberFormat, parse_format

_PLAIN = ("general", "@")

_STRING = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:[\w.-]+:)?si\s*>)", re.DOTALL)
_STRIKE = re.compile(rb"<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*[\"'](?:1|true)[\"'])?\s*/?>")
_RAISE = re.compile(rb"<(?:[\w.-]+:)?vertAlign\s+val\s*=\s*[\"']su(?:per|b)script[\"']\s*/?>")
_PALE = re.compile(
    rb"<(?:[\w.-]+:)?(?:color\s+(?:theme\s*=\s*[\"']0[\"']|rgb\s*=\s*[\"'][0-9A-Fa-f]{2}(?:[D-Fd-f][0-9A-Fa-f]){3}[\"'])"
    rb"|sz\s+val\s*=\s*[\"'][0-3](?:\.[0-9]*)?[\"'])\s*/?>"
)
"""White, or as good as white, or too small to be seen."""
_SMALLEST = 4
"""Points of the smallest letters that can be seen."""
_RGB = re.compile("[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})")
_WHITE = bytes.fromhex("FFFFFF")
_APART = 48
"""How much a text's red, green or blue (0 to 255) must differ from its ground's to be seen."""
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)<")


@dataclass(frozen=True, slots=True)
class TextEffect:
    """An effect that changes what a text says: the ``mark`` that gives it to a run, an element called ``name``, and the
    numbers of the cell formats that have it, of the shared strings of which a part has, and of the formats in which a
    part has it to no effect."""

    name: str
    mark: re.Pattern[bytes]
    formats: frozenset[int] = frozenset()
    strings: frozenset[int] = frozenset()
    but: frozenset[int] = frozenset()

    def is_in(self, xml: bytes) -> bool:
        """False where nothing in ``xml`` has it: an answer that costs little."""
        return self.name.encode() in xml

    def is_of_run(self, xml: bytes) -> bool:
        """True where a run of a rich text has it and holds more than spaces."""
        runs = (_TEXT.search(xml, found.end()) for found in self.mark.finditer(xml))
        return any(run and run[1].strip() for run in runs)


STRUCK, RAISED, UNSEEN = TextEffect("strike", _STRIKE), TextEffect("vertAlign", _RAISE), TextEffect("rPr", _PALE)
"""Struck through; set above or below the line; in the colour of the ground, or too small, and so not seen."""


@dataclass(frozen=True, slots=True)
class Formats:
    """What tells more than a value: the cell formats, by number, that show numbers in a form of their own, what is
    struck through, raised and unseen."""

    numbers: Mapping[int, NumberFormat] = field(default_factory=dict)
    struck: TextEffect = STRUCK
    raised: TextEffect = RAISED
    unseen: TextEffect = UNSEEN


def read_formats(styles: bytes, strings: bytes) -> Formats:
    """The formats in a workbook's parts of styles and of shared strings, each empty where it has none.

    Raises ``ElementTree.ParseError`` where the styles are no XML.
    """
    struck, raised, unseen = (
        replace(look, strings=frozenset(_strings_of(look, strings))) for look in (STRUCK, RAISED, UNSEEN)
    )
    if not styles:
        return Formats(struck=struck, raised=raised, unseen=unseen)
    root = ElementTree.fromstring(styles)
    codes = BUILT_IN | {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in root.iterfind("{*}numFmts/*")}
    fonts = list(root.iterfind("{*}fonts/*"))
    formats = list(enumerate(root.iterfind("{*}cellXfs/*")))
    used = {index: codes.get(one.get("numFmtId", "0"), "General") for index, one in formats}
    parsed = {code: parse_format(code) for code in used.values() if code.casefold() not in _PLAIN}

    def of_cells(look: TextEffect) -> TextEffect:
        having = {str(index) for index, font in enumerate(fonts) if _has(font, look)}
        return replace(look, formats=frozenset(index for index, one in formats if one.get("fontId") in having))

    numbers = {index: parsed[code] for index, code in used.items() if code in parsed}
    texts = {str(index): _colour(font.find("{*}color")) for index, font in enumerate(fonts)}
    grounds = {str(index): _ground(fill) for index, fill in enumerate(root.iterfind("{*}fills/*"))}
    small = {str(index) for index, font in enumerate(fonts) if _size(font) < _SMALLEST}
    looks = [(index, texts.get(one.get("fontId", "0")), grounds.get(one.get("fillId", "0"))) for index, one in formats]
    lost = {index for index, text, ground in looks if text and ground and _alike(text, ground)}
    lost |= {index for index, one in formats if one.get("fontId", "0") in small}
    dark = frozenset(index for index, _, ground in looks if not ground or not _alike(ground, _WHITE))
    unseen = replace(unseen, formats=frozenset(lost), but=dark)
    return Formats(numbers, of_cells(struck), of_cells(raised), unseen)


def _size(font: ElementTree.Element) -> float:
    """The size of a font in points; that of all others where none is given, or no number."""
    size = font.find("{*}sz")
    try:
        return float(size.get("val", "")) if size is not None else float(_SMALLEST)
    except ValueError:
        return float(_SMALLEST)


def _colour(given: ElementTree.Element | None) -> bytes | None:
    """Red, green and blue; ``None`` where they are not written out, but for the white of the theme."""
    if given is None or "tint" in given.attrib:
        return None
    rgb = _RGB.fullmatch(given.get("rgb", ""))
    return bytes.fromhex(rgb[1]) if rgb else _WHITE if given.get("theme") == "0" else None


def _ground(fill: ElementTree.Element) -> bytes | None:
    """The colour behind a text: white where none is given."""
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return _WHITE if fill.find("{*}gradientFill") is None else None
    return _colour(pattern.find("{*}fgColor")) if pattern.get("patternType") == "solid" else None


def _alike(one: bytes, other: bytes) -> bool:
    return all(abs(a - b) < _APART for a, b in zip(one, other, strict=True))


def _strings_of(look: TextEffect, strings: bytes) -> Iterator[int]:
    if look.is_in(strings):
        for index, string in enumerate(_STRING.finditer(strings)):
            if string[1] and look.is_of_run(string[1]):
                yield index


def _has(font: ElementTree.Element, look: TextEffect) -> bool:
    mark = font.find(f"{{*}}{look.name}")
    return mark is not None and mark.get("val", "1") in ("1", "true", "superscript", "subscript")
