"""Lists of all parts side by side: each part's lists get numbers of their own, so none goes on counting another's.

Lists that do not count, bullets and dashes, are shared where they are the same.
"""

from __future__ import annotations

import copy
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W

_VAL = f"{W}val"
_NUM = f"{W}numId"
_ABSTRACT = f"{W}abstractNumId"


@dataclass(frozen=True, slots=True)
class Added:
    """What one document brought: the definitions taken in, whose style references are still its own, and the booklet's
    id of each of its lists."""

    definitions: tuple[etree._Element, ...]
    renumbered: dict[str, str]


@dataclass(slots=True)
class BoundLists:
    """The list definitions of the booklet so far."""

    abstracts: list[etree._Element] = field(default_factory=list)
    numbers: list[etree._Element] = field(default_factory=list)
    bullets: dict[bytes, str] = field(default_factory=dict)

    def add(self, numbering: etree._Element, wanted: Container[str]) -> Added:
        """Take in those of a document's lists that are ``wanted``."""
        abstracts = {entry.get(_ABSTRACT, ""): entry for entry in numbering.iterfind(f"{W}abstractNum")}
        moved: dict[str, str] = {}
        renumbered: dict[str, str] = {}
        start = len(self.abstracts)
        for number in numbering.iterfind(f"{W}num"):
            pointer = number.find(_ABSTRACT)
            if number.get(_NUM) in wanted and pointer is not None and pointer.get(_VAL) in abstracts:
                renumbered[number.get(_NUM, "")] = self._take(number, abstracts[pointer.get(_VAL, "")], moved)
        return Added(tuple(self.abstracts[start:]), renumbered)

    def _take(self, number: etree._Element, abstract: etree._Element, moved: dict[str, str]) -> str:
        """The booklet's id of a list: one it has where that looks the same and does not count."""
        meaning = _meaning(abstract) if _never_counts(abstract) and len(number) == 1 else b""
        if meaning and meaning in self.bullets:
            return self.bullets[meaning]
        old = abstract.get(_ABSTRACT, "")
        if old not in moved:
            moved[old] = self._add_abstract(abstract)
        taken = self._add_number(number, moved[old])
        if meaning:
            self.bullets[meaning] = taken
        return taken

    def _add_number(self, number: etree._Element, abstract: str) -> str:
        entry = copy.deepcopy(number)
        entry.set(_NUM, str(len(self.numbers) + 1))
        for pointer in entry.iterfind(_ABSTRACT):
            pointer.set(_VAL, abstract)
        self.numbers.append(entry)
        return entry.get(_NUM, "")

    def _add_abstract(self, abstract: etree._Element) -> str:
        entry = copy.deepcopy(abstract)
        entry.set(_ABSTRACT, str(len(self.abstracts)))
        mark = entry.find(f"{W}nsid")
        if mark is not None:
            # Word joins lists of one nsid, and so would go on counting.
            mark.set(_VAL, f"{0x17A00000 + len(self.abstracts):08X}")
        for bullet in list(entry.iter(f"{W}lvlPicBulletId")):
            # A picture bullet falls back to the bullet's text, which every level has.
            bullet.getparent().remove(bullet)  # type: ignore[union-attr]
        self.abstracts.append(entry)
        return entry.get(_ABSTRACT, "")


def _never_counts(abstract: etree._Element) -> bool:
    return all(kind.get(_VAL) in ("bullet", "none") for kind in abstract.iter(f"{W}numFmt"))


def _meaning(abstract: etree._Element) -> bytes:
    """The definition without the marks that only tell it from others."""
    plain = copy.deepcopy(abstract)
    plain.tail = None
    plain.attrib.clear()
    for child in [child for child in plain if child.tag in (f"{W}nsid", f"{W}tmpl")]:
        plain.remove(child)
    return etree.tostring(plain, method="c14n")


def references(tree: etree._Element) -> set[str]:
    """The lists that are referred to below ``tree``; 0 stands for none."""
    return {reference.get(_VAL, "") for reference in tree.iter(_NUM)} - {"0"}


def renumber(tree: etree._Element, renumbered: Mapping[str, str]) -> None:
    """Point every list reference below ``tree`` at the booklet's list."""
    for reference in tree.iter(_NUM):
        number = reference.get(_VAL, "")
        reference.set(_VAL, renumbered.get(number, number))
