"""Office packages (ECMA-376 part 2): parts by name, the content type of each, and what each refers to.

A package is the one value that a document is from when it is opened or rendered until it is written: stages take one
and give one. Part names are zip names, without a leading slash: ``word/document.xml``.
"""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles import limits
from officefiles.archive import TYPES, Archive, Member, listed
from officefiles.carrier import Carrier
from officefiles.lazy import lazy_import
from officefiles.namespaces import R, W
from officefiles.relationships import (
    Relationship,
    owner_of,
    read_relationships,
    rels_name,
    stated_types,
    type_of,
    written_relationships,
    written_types,
)

if TYPE_CHECKING:
    from lxml import etree

    from officefiles import xml
else:  # a template is filled without a tree
    etree, xml = lazy_import("lxml.etree"), lazy_import("officefiles.xml")

__all__ = ["Package", "PackageError", "Part", "R", "Relationship", "W", "read", "unpacked"]

PackageError = limits.RefusedError
NO_DOCUMENT = "ไฟล์นี้ไม่มีเนื้อหาเอกสาร Word (.docx)"


class Part(Carrier):
    """A part's content, as bytes or as a tree, with all that was made of it.

    A part does not change: another one takes its place. So packages share parts, those of one template all that it
    brings, and what is made of a part is made once.
    """

    def __init__(self, content: bytes | etree._Element) -> None:
        if isinstance(content, bytes):
            self.data = content
        else:
            self.tree = content

    @cached_property
    def data(self) -> bytes:
        """The part's bytes."""
        return xml.serialize(self.tree)

    @cached_property
    def tree(self) -> etree._Element:
        """The root element, to be read alone: whoever changes it takes ``own_tree``."""
        return xml.parse(self.data)

    def own_tree(self) -> etree._Element:
        """A root element for the caller to change."""
        if "tree" in self.__dict__:
            return copy.deepcopy(self.tree)
        return xml.parse(self.data)

    def member(self, name: str) -> Member:
        """The part as a file of a zip."""
        return self.made(_member, name)


class Package:
    """Parts by name, their content types, and their relationships (those of ``""`` are the package's own).

    All are there to be read; ``put`` and ``relate`` change them, and put new ones in their places: so copies share
    them. ``ties`` are the files of content types and of relationships that are still true.
    """

    def __init__(self, files: Mapping[str, bytes] | None = None, zipped: Callable[[], bytes] | None = None) -> None:
        """The package of these ``files``, its content types and relationships among them; ``zipped`` gives the zip of
        all, for as long as nothing is changed."""
        self.parts: dict[str, Part] = {}
        self.ties: dict[str, Part] = {}
        for name, data in (files or {}).items():
            (self.ties if _is_tie(name) else self.parts)[name] = Part(data)
        self.zipped = zipped

    @cached_property
    def types(self) -> dict[str, str]:
        """The content type of each part; empty where none is stated."""
        stated = self.ties[TYPES].made(stated_types) if TYPES in self.ties else {}
        return {name: type_of(name, stated) for name in self.parts}

    @cached_property
    def relationships(self) -> dict[str, dict[str, Relationship]]:
        """The relationships of each part that has some, by their ids."""
        owners = {owner_of(name): part for name, part in self.ties.items() if name != TYPES}
        return {owner: part.made(read_relationships, owner) for owner, part in owners.items()}

    def all_related(self, part: str, kind: str) -> dict[str, str]:
        """The names of the parts that ``part`` refers to as ``kind``, the last word of a relationship's type, by the
        ids of the relationships."""
        links = self.relationships.get(part, {}).items()
        return {key: link.target for key, link in links if link.word == kind and not link.external}

    def related(self, part: str, kind: str) -> str:
        """The name of the first part that ``part`` refers to as ``kind``; empty where there is none."""
        links = self.relationships.get(part, {}).values()
        of_kind = (link for link in links if link.kind.endswith(kind) and link.word == kind)  # few end so
        return next((link.target for link in of_kind if not link.external), "")

    @property
    def main(self) -> str:
        """The name of the main part."""
        return self.related("", "officeDocument")

    def of_main(self, kind: str) -> Part | None:
        """The part that the main part refers to as ``kind``."""
        return self.parts.get(self.related(self.main, kind))

    def copy(self) -> Package:
        """The same package, to be changed apart from this one."""
        twin = Package()
        vars(twin).update(vars(self), parts=dict(self.parts), ties=dict(self.ties))
        return twin

    def put(self, name: str, content: bytes | etree._Element | Part, kind: str = "") -> None:
        """Give the part ``name`` this content, and the content type ``kind`` where it is new. A tree is the package's
        from then on."""
        if kind and self.types.get(name) != kind:
            self.ties.pop(TYPES, None)
            self.types = {**self.types, name: kind}
        self.parts[name] = content if isinstance(content, Part) else Part(content)
        self.zipped = None

    def relate(self, part: str, link: Relationship, key: str = "") -> str:
        """Add ``link`` to the relationships of ``part``; its id, the first that is free unless ``key`` is it."""
        links = self.relationships.get(part, {})
        key = key or next(free for n in range(1, len(links) + 2) if (free := f"rId{n}") not in links)
        self.relationships = {**self.relationships, part: {**links, key: link}}
        self.ties.pop(rels_name(part), None)
        self.zipped = None
        return key

    def unrelate(self, part: str, key: str) -> None:
        """Take the relationship ``key`` of ``part`` away, and what it led to where nothing else leads there."""
        links = dict(self.relationships.get(part, {}))
        gone = links.pop(key, None)
        self.relationships = {**self.relationships, part: links}
        self.ties.pop(rels_name(part), None)
        every = (link.target for kept in self.relationships.values() for link in kept.values())
        if gone and not gone.external and gone.target not in every:
            self.parts.pop(gone.target, None)
            self.types = {name: kind for name, kind in self.types.items() if name in self.parts}
            self.ties.pop(TYPES, None)
        self.zipped = None

    def free_name(self, pattern: str) -> str:
        """A part's name not yet taken: ``pattern`` holds ``{}`` for a number."""
        return next(name for n in range(1, len(self.parts) + 2) if (name := pattern.format(n)) not in self.parts)

    def data(self) -> bytes:
        """The zip of the package: as it came where nothing was changed, else with fixed dates and order, so that equal
        packages give equal bytes. What was deflated before is copied."""
        return self.zipped() if self.zipped else Archive().closed(self._members())

    def settle(self) -> None:
        """Write the files of content types and of relationships that are no longer true anew."""
        if TYPES not in self.ties:
            self.ties[TYPES] = Part(written_types(self.types))
        for owner, links in self.relationships.items():
            if links and rels_name(owner) not in self.ties:
                self.ties[rels_name(owner)] = Part(written_relationships(links, owner))

    def _members(self) -> Iterator[Member]:
        self.settle()
        for name in (TYPES, *(rels_name(owner) for owner in sorted(self.relationships))):
            if name in self.ties:
                yield self.ties[name].member(name)
        for name, part in self.parts.items():
            yield part.member(name)


def read(source: Path | bytes, largest_part: int = limits.MAX_WORKBOOK_PART) -> Package:
    """The Word file ``source``, opened under the limits. Raises ``PackageError`` where it must not be or is none, and
    ``OSError`` where the file cannot be read."""
    package = unpacked(source, largest_part)
    try:
        known = TYPES in package.ties and package.main in package.parts and len(package.types) > 0
    except etree.XMLSyntaxError as error:
        raise PackageError(limits.BROKEN) from error
    if not known:
        raise PackageError(NO_DOCUMENT)
    return package


def unpacked(source: Path | bytes, largest_part: int = limits.MAX_WORKBOOK_PART) -> Package:
    """The package ``source``, whatever it holds, opened under the limits. Raises as ``read`` does."""
    data = source if isinstance(source, bytes) else limits.contents(source)
    files, as_they_came = limits.unpack_telling(data, largest_part)
    return Package(files, (lambda: data) if as_they_came else None)


def holds_sheets(data: bytes) -> bool:
    """True for the bytes of an Excel file, by the names of its parts; nothing is unpacked."""
    try:
        names = [one.filename for one in listed(data)]
    except zipfile.BadZipFile:
        return False
    return any(name.startswith("xl/") for name in names) and not any(name.startswith("word/") for name in names)


def _is_tie(name: str) -> bool:
    return name == TYPES or name.endswith(".rels")


def _member(part: Part, name: str) -> Member:
    return Member.of(name, part.data)
