"""Word documents in "Strict Open XML" (ISO/IEC 29500 strict) made what all other Word documents are (transitional).

The two differ in the names of namespaces and relationships, in a few names (``start`` for ``left``), and in how
measures are written: 36pt for 720 twentieths, 50% for 50000 thousandths.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from officefiles.opc import Package, Relationship, W

if TYPE_CHECKING:
    from lxml import etree
else:
    etree = lazy_import("lxml.etree")

_STRICT, _LINKS = "http://purl.oclc.org/ooxml/", "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_NAMESPACE = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_OTHER_WORDS = {"extendedProperties": "extended-properties", "customProperties": "custom-properties"}
_OTHER_NAMESPACES = [
    (f"/officeDocument/2006/{strict}".encode(), f"/officeDocument/2006/{other}".encode())
    for strict, other in _OTHER_WORDS.items()
]
_MEASURE = re.compile(r"(-?\d*\.?\d+)(pt|pc|pi|in|cm|mm|%)")
_POINTS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_TWENTIETHS = (
    *("ind", "spacing", "tab", "pgSz", "pgMar", "cols", "col", "tblW", "tcW", "tblInd", "tblCellSpacing", "wBefore"),
    *("wAfter", "top", "left", "start", "bottom", "right", "end", "gridCol", "trHeight", "defaultTabStop", "framePr"),
    *("tblpPr", "object", "docGrid", "hyphenationZone", "fitText", "drawingGridHorizontalSpacing", "lnNumType"),
    *("drawingGridVerticalSpacing", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin"),
)
_HALVES = ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText")
_AS_THEY_ARE = ("w", "zoom")
_OF_CHARTS = (
    *("gapWidth", "gapDepth", "overlap", "holeSize", "hPercent", "depthPercent", "secondPieSize", "bubbleScale"),
    "lblOffset",
)
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_BESIDE = tuple(W + name for name in ("tblBorders", "tcBorders", "tblCellMar", "tcMar"))
_ALIGNED = tuple(W + name for name in ("jc", "lvlJc", "tab"))
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def is_strict(package: Package) -> bool:
    """True for a document in the names of the strict form."""
    return f'"{_STRICT}'.encode() in package.parts[package.main].data


def make_transitional(package: Package) -> None:
    """Give everything in the package the names and measures of the transitional form. Raises ``XMLSyntaxError``."""
    for owner, links in package.relationships.items():
        for key, link in links.items():
            if link.kind.startswith(_LINKS):
                word = _OTHER_WORDS.get(link.word, link.word)
                package.relate(owner, Relationship(word, link.target, link.external), key)
    for name, part in list(package.parts.items()):
        if name.endswith(".xml") and _STRICT.encode() in part.data:
            package.put(name, _renamed(part.data))
            root = package.parts[name].own_tree()
            _translate(root)
            package.put(name, root)


def _renamed(data: bytes) -> bytes:
    data = _NAMESPACE.sub(_TRANSITIONAL, data)
    for strict, other in _OTHER_NAMESPACES:
        data = data.replace(strict, other)
    return data


def _translate(root: etree._Element) -> None:
    root.attrib.pop(W + "conformance", "")
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if f"{{{name.namespace}}}" == W:
            _translate_words(element, name.localname)
        elif str(name.namespace).startswith(_DRAWING):
            _translate_drawing(element, name)


def _translate_words(element: etree._Element, name: str) -> None:
    if name in _HALVES:
        _convert(element, lambda points: points * 2)
    elif name in _TWENTIETHS:
        _convert(element, lambda points: points * 20, percent=50)
    elif name in _AS_THEY_ARE:
        _convert(element, lambda points: points, percent=1)
    if name == "ind":
        for side in [key for key in element.attrib if etree.QName(key).localname in _SIDES]:
            element.set(W + _SIDES[etree.QName(side).localname], element.attrib.pop(side))
    value = element.get(W + "val", "")
    if element.tag in _ALIGNED and value in _SIDES:
        element.set(W + "val", _SIDES[value])
    elif name == "textDirection" and value in _DIRECTIONS:
        element.set(W + "val", _DIRECTIONS[value])
    elif element.tag in _BESIDE:
        for edge in element.iterchildren(etree.Element):
            edge.tag = W + _SIDES.get(etree.QName(edge).localname, etree.QName(edge).localname)


def _translate_drawing(element: etree._Element, name: etree.QName) -> None:
    if name.localname in _OF_CHARTS and str(name.namespace).endswith("/chart"):
        _convert(element, lambda points: points, percent=1)
    elif not str(name.namespace).endswith("/chart"):
        _convert(element, lambda points: points * 12700, percent=1000)


def _convert(element: etree._Element, of_points: Callable[[float], float], percent: int = 1) -> None:
    for key, value in element.items():
        if measure := _MEASURE.fullmatch(str(value)):
            number, unit = float(measure[1]), measure[2]
            found = number * percent if unit == "%" else of_points(number * _POINTS[unit])
            element.set(key, str(round(found)))
