"""The font table of a Word file and the typefaces that it carries (ECMA-376 part 1, 17.8): a file that carries its
typeface keeps its lines and pages where the machine has none of that name."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from officefiles.opc import Package, Part, R, Relationship, W
from officefiles.schema import SETTINGS, put
from thaipages.installed import FAMILY, SHIPPED, STYLES

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED = 32
"""Bytes at the start of an embedded font that are hidden by its key (17.8.1)."""


@dataclass(frozen=True)
class CarriedTypeface:
    """A family, and the font file of each style of it that documents carry. Every document shares what is made of the
    files, so that they are read and deflated once."""

    family: str
    files: tuple[tuple[str, Path], ...]

    @cached_property
    def _faces(self) -> Mapping[str, Part]:
        return {style: obfuscated(path.read_bytes(), self.family, style) for style, path in self.files}

    def embed(self, package: Package) -> None:
        """Let ``package`` carry the typeface where it names the family and carries no face of it."""
        table = package.of_main("fontTable")
        if _names(package, self.family) and not (table and _carries(table.tree, self.family)):
            put_faces(package, self.family, self._faces)
            _keep_when_saved(package)


SARABUN = CarriedTypeface(FAMILY, (("Regular", SHIPPED),))
"""The typeface of official documents, as it is shipped."""


def put_faces(package: Package, family: str, faces: Mapping[str, Part]) -> None:
    """Put ``faces``, by style, into the font table in place of all that the family had there."""
    name, table = _own(package, "fontTable")
    entry = _entry(table, family)
    for old in _embedded(entry):
        package.unrelate(name, old.get(f"{R}id", ""))
        entry.remove(old)
    for style in [style for style in STYLES if style in faces]:
        part = package.free_name("word/fonts/font{}.odttf")
        package.put(part, faces[style], _FONT_TYPE)
        face = etree.SubElement(entry, f"{W}embed{style.replace(' ', '')}")
        face.set(f"{R}id", package.relate(name, Relationship("font", part)))
        face.set(f"{W}fontKey", f"{{{str(_key(family, style)).upper()}}}")
    package.put(name, table, f"{_WORD}fontTable+xml")


def add_faces(source: Package, target: Package) -> None:
    """Let ``target`` carry the faces of the families that ``source`` carries and it does not, under the same keys."""
    carried = source.of_main("fontTable")
    added = [entry for entry in carried.tree.iterfind(f"{W}font") if _embedded(entry)] if carried else []
    if not added:
        return
    name, table = _own(target, "fontTable")
    links = source.relationships.get(source.related(source.main, "fontTable"), {})
    added = [copy.deepcopy(entry) for entry in added if not _carries(table, entry.get(f"{W}name", ""))]
    for entry in added:
        for face in _embedded(entry):
            part = target.free_name("word/fonts/font{}.odttf")
            target.put(part, source.parts[links[face.get(f"{R}id", "")].target], _FONT_TYPE)
            face.set(f"{R}id", target.relate(name, Relationship("font", part)))
        table.replace(_entry(table, entry.get(f"{W}name", "")), entry)
    if added:
        target.put(name, table, f"{_WORD}fontTable+xml")
        _keep_when_saved(target)


def obfuscated(face: bytes, family: str, style: str) -> Part:
    """A font file as a part of a Word file: its first bytes are hidden by the key of this family and style."""
    mask = _key(family, style).bytes[::-1] * 2
    return Part(bytes(a ^ b for a, b in zip(face[:_OBFUSCATED], mask, strict=True)) + face[_OBFUSCATED:])


def _key(family: str, style: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, family + style)


def _keep_when_saved(package: Package) -> None:
    """Let Word keep the typefaces when it saves the file, cut down to the characters in use."""
    name, settings = _own(package, "settings")
    for switch in ("embedTrueTypeFonts", "saveSubsetFonts"):
        put(settings, switch, SETTINGS)
    package.put(name, settings, f"{_WORD}settings+xml")


def _names(package: Package, family: str) -> bool:
    """True where a part other than the font table holds the name of the family."""
    table, sought = package.related(package.main, "fontTable"), family.encode("utf-8")
    return any(sought in part.data for name, part in package.parts.items() if name != table and name.endswith(".xml"))


def _carries(table: etree._Element, family: str) -> bool:
    return any(_embedded(entry) for entry in table.iterfind(f"{W}font") if entry.get(f"{W}name") == family)


def _embedded(entry: etree._Element) -> list[etree._Element]:
    return list(entry.iterchildren(*(f"{W}embed{style.replace(' ', '')}" for style in STYLES)))


def _entry(table: etree._Element, family: str) -> etree._Element:
    """The line of a family in the font table, made where there is none."""
    for entry in table.iterfind(f"{W}font"):
        if entry.get(f"{W}name") == family:
            return entry
    return etree.SubElement(table, f"{W}font", {f"{W}name": family})


def _own(package: Package, kind: str) -> tuple[str, etree._Element]:
    """The part name of the font table or of the settings, Word's where there is none, and the root, to be changed."""
    name = package.related(package.main, kind)
    if name:
        return name, _with_prefix(package.parts[name].own_tree())
    name, root = f"word/{kind}.xml", "fonts" if kind == "fontTable" else kind
    package.relate(package.main, Relationship(kind, name))
    return name, etree.Element(f"{W}{root}", nsmap={"w": W[1:-1], "r": R[1:-1]})


def _with_prefix(root: etree._Element) -> etree._Element:
    """``root`` where ``r`` stands for relationships: a prefix that nobody states is made up, by what a process has
    loaded."""
    if root.nsmap.get("r") == R[1:-1]:
        return root
    names = {prefix: address for prefix, address in root.nsmap.items() if prefix}
    twin = etree.Element(root.tag, nsmap={**names, "r": R[1:-1]})
    for name, value in root.items():
        twin.set(name, value)
    twin.extend(root)
    return twin
