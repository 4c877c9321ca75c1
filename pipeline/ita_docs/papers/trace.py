"""Where each text of a finished document came from, kept inside the document itself.

The trace is a custom XML part (ECMA-376 part 1, 15.2.5): nobody sees it in Word, and it stays in the file when the
document is edited, sent and filed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from ita_docs.values.leaves import leaves
from officefiles import opc
from officefiles.opc import Package, Relationship
from officefiles.pictures import Picture
from officefiles.problems import Place

_NAMESPACE = "urn:ita-docs:trace"
_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_TRACE = f"{{{_NAMESPACE}}}trace"


@dataclass(frozen=True, slots=True)
class Trace:
    """One filled value: its full path (``measures[0].responsible``), its text (a picture's file name), and the cells
    of the workbook that it came from; no cells where the software worked it out."""

    path: str
    text: str
    places: tuple[Place, ...]

    def as_dict(self) -> dict[str, object]:
        """The trace as plain values, for JSON."""
        cells = [{"sheet": place.sheet, "cell": place.cell} for place in self.places]
        return {"path": self.path, "text": self.text, "cells": cells}


def attach(document: Package, values: Mapping[str, object], names: Iterable[str]) -> Package:
    """``document`` with the trace of those of the ``values`` that are called by ``names``, the names that its template
    uses, in their order."""
    root = etree.Element(_TRACE)
    for one in leaves(values, names):
        text = one.value.name if isinstance(one.value, Picture) else one.value
        if isinstance(text, str) and text:
            entry = etree.SubElement(root, f"{{{_NAMESPACE}}}value", path=one.path, text=_printable(text))
            for place in one.places:
                etree.SubElement(entry, f"{{{_NAMESPACE}}}cell", sheet=place.sheet, cell=place.cell)
    package = document.copy()
    _add(package, root)
    return package


def _add(package: Package, root: etree._Element) -> None:
    """Add a custom XML part with the properties that Word keeps it by."""
    number = next(n for n in range(1, len(package.parts) + 2) if f"customXml/item{n}.xml" not in package.parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{_NAMESPACE}:{number}")).upper()
    stored = etree.Element(f"{_STORE}datastoreItem", {f"{_STORE}itemID": f"{{{identity}}}"}, nsmap={"ds": _STORE[1:-1]})
    etree.SubElement(stored, f"{_STORE}schemaRefs")
    package.put(item, root, "application/xml")
    package.put(properties, stored, _PROPERTIES_TYPE)
    package.relate(item, Relationship("customXmlProps", properties))
    package.relate(package.main, Relationship("customXml", item), f"rIdTrace{number}")


def traces(document: bytes) -> tuple[Trace, ...]:
    """What ``document`` remembers of its values, in their order; none where it was made without a trace. Raises
    ``opc.PackageError`` where it is no Word file."""
    package = opc.read(document)
    found: list[Trace] = []
    for member in sorted(name for name in package.parts if name.startswith("customXml/item")):
        root = package.parts[member].tree
        if root.tag == _TRACE:
            found += [_trace(entry) for entry in root]
    return tuple(found)


def _trace(entry: etree._Element) -> Trace:
    places = tuple(Place(cell.get("sheet", ""), cell.get("cell", "")) for cell in entry)
    return Trace(entry.get("path", ""), entry.get("text", ""), places)


def _printable(text: str) -> str:
    """The text without the characters that XML cannot hold; its no-break spaces are plain ones, as people type."""
    kept = text.replace("\u00a0", " ")
    return "".join(character for character in kept if character.isprintable() or character in "\n\t")
