"""A Word file as what it is: a zip of parts, their content types and their relationships (ECMA-376 part 2).

``read`` gives a ``Package`` that may be changed, ``write`` the same bytes for the same package on each run.
Part names are zip names, without a leading slash: ``word/document.xml``.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree

from officefiles.archive import TYPES
from officefiles.archive import read as unzipped
from officefiles.archive import write as zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class PackageError(ValueError):
    """The bytes are no Word file. The text is a Thai sentence."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One reference of a part: its kind (``image``; whole where not Office's own), and a part name or, where
    ``external``, an address."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """All parts by name, the content type of each, and the relationships of each (``""`` is the package itself)."""

    members: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def related(self, part: str, kind: str) -> str:
        """The name of the part that ``part`` refers to as ``kind``; empty where there is none."""
        found = (link.target for link in self.relationships.get(part, {}).values() if link.kind == kind)
        return next(found, "")

    def tree(self, part: str) -> etree._Element:
        """The parsed part."""
        return parse(self.members[part])

    @property
    def main(self) -> str:
        """The name of the main document part."""
        return self.related("", "officeDocument")


def parse(data: bytes) -> etree._Element:
    """The root element; nothing outside the bytes is ever read."""
    return etree.fromstring(data, _PARSER)


def select(path: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    """The elements that ``path`` finds in ``tree``, in document order: faster than going through all of them here."""
    return cast(list[etree._Element], path(tree))


def serialize(root: etree._Element) -> bytes:
    """The part's bytes, as Word writes them: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read(data: bytes) -> Package:
    """The package in ``data``. Raises ``PackageError`` where the bytes are no Word file."""
    try:
        files = unzipped(data)
        types = files.pop(TYPES)
        links = {name: files.pop(name) for name in tuple(files) if name.endswith(".rels")}
        package = Package(
            members=files,
            types={name: _type(name, *_types(types)) for name in files},
            relationships={_owner(name): dict(_links(_owner(name), text)) for name, text in links.items()},
        )
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, OSError) as error:
        raise PackageError("ไฟล์นี้ไม่ใช่เอกสาร Word (.docx) หรือไฟล์เสียหาย") from error
    if package.main not in package.members:
        raise PackageError("ไฟล์นี้ไม่มีเนื้อหาเอกสาร Word (.docx)")
    return package


def write(package: Package) -> bytes:
    """The zip of the package: fixed dates and order, so that equal packages give equal bytes."""
    files = {TYPES: _types_member(tuple(package.types.items()))}
    for part, links in sorted(package.relationships.items()):
        if links:
            folder, name = posixpath.split(part)
            files[posixpath.join(folder, "_rels", name + ".rels")] = _links_member(part, tuple(links.items()))
    return zipped(files | package.members)


def _owner(rels: str) -> str:
    """The part that a ``_rels/X.rels`` member belongs to."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


@lru_cache(maxsize=64)
def _types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The content types by extension and by part. Documents of one template share them."""
    root = parse(data)
    defaults = {entry.get("Extension", "").lower(): entry.get("ContentType", "") for entry in root.iter("{*}Default")}
    overrides = {
        entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "") for entry in root.iter("{*}Override")
    }
    return defaults, overrides


def _type(part: str, defaults: Mapping[str, str], overrides: Mapping[str, str]) -> str:
    return overrides.get(part) or defaults.get(_extension(part), "")


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


@lru_cache(maxsize=256)
def _links(owner: str, data: bytes) -> dict[str, Relationship]:
    links: dict[str, Relationship] = {}
    for entry in parse(data).iter("{*}Relationship"):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
        links[entry.get("Id", "")] = Relationship(entry.get("Type", "").removeprefix(_OFFICE), target, external)
    return links


@lru_cache(maxsize=64)
def _links_member(owner: str, links: tuple[tuple[str, Relationship], ...]) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})  # type: ignore[dict-item]
    for key, link in links:
        kind = link.kind if ":" in link.kind else _OFFICE + link.kind
        target = link.target if link.external else posixpath.relpath(link.target, posixpath.dirname(owner) or ".")
        entry = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=kind, Target=target)
        if link.external:
            entry.set("TargetMode", "External")
    return serialize(root)


@lru_cache(maxsize=64)
def _types_member(types: tuple[tuple[str, str], ...]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for name, kind in types:
        defaults.setdefault(_extension(name), kind)
    for extension, kind in sorted(defaults.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name, kind in sorted(types):
        if defaults[_extension(name)] != kind:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return serialize(root)
