"""The parts of a workbook's package, and the few things that tie them together: relationships and content types."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

Parts = dict[str, bytes]


def parse(data: bytes) -> etree._Element:
    """The root element of a part."""
    return etree.fromstring(data, _PARSER)


def serialise(root: etree._Element) -> bytes:
    """A part from its root element."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def tag(name: str) -> str:
    """The qualified name of a spreadsheet element."""
    return f"{{{MAIN}}}{name}"


def related(parts: Mapping[str, bytes], part: str, kind: str) -> dict[str, str]:
    """The parts that ``part`` points at by relationships of ``kind`` (the last word of the type), by their ids."""
    data = parts.get(_relations_of(part))
    if data is None:
        return {}
    return {
        str(one.get("Id")): _absolute(part, str(one.get("Target")))
        for one in parse(data)
        if str(one.get("Type")).endswith(f"/{kind}") and one.get("TargetMode") != "External"
    }


def relate(parts: Parts, part: str, kind: str, target: str) -> str:
    """Tie ``target`` to ``part`` by a new relationship; its id."""
    name = _relations_of(part)
    root = parse(parts.get(name) or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    taken = {one.get("Id") for one in root}
    new = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=new, Type=f"{RELATION}/{kind}", Target=f"/{target}")
    parts[name] = serialise(root)
    return new


def declare(parts: Parts, part: str, content_type: str) -> None:
    """State the content type of a new part; that of a ``.vml`` part by its ending, as programs expect it."""
    root = parse(parts[_TYPES_PART])
    ending = posixpath.splitext(part)[1].lstrip(".")
    if ending != "vml":
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
    elif not any(str(one.get("Extension")).lower() == ending for one in root):
        root.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=ending, ContentType=content_type))
    parts[_TYPES_PART] = serialise(root)


def new_name(parts: Mapping[str, bytes], pattern: str) -> str:
    """A part's name not yet taken: ``pattern`` holds ``{}`` for a number."""
    return next(name for number in range(1, len(parts) + 2) if (name := pattern.format(number)) not in parts)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _absolute(part: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
