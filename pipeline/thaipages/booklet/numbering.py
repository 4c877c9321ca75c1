"""Lists of all parts side by side: each part's lists get numbers of their own, so none goes on counting another's.

Lists that do not count, bullets and dashes, are shared where they are the same.
"""

from __future__ import annotations

import copy
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import R, W
from officefiles.xml import remove
from thaipages.booklet.common import point
from thaipages.booklet.source import Source

_VAL = f"{W}val"
_NUM = f"{W}numId"
_SIGN = f"{W}numPicBulletId"
_ABSTRACT = f"{W}abstractNumId"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A picture that stands before the entries of a list: the id of its relationship, its part, type and content."""

    key: str
    name: str
    kind: str
    data: bytes = field(repr=False)


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
    signs: list[etree._Element] = field(default_factory=list)
    pictures: dict[str, Bullet] = field(default_factory=dict)

    def add(self, numbering: etree._Element, wanted: Container[str], bullets: Iterable[Bullet] = ()) -> Added:
        """Take in those of a document's lists that are ``wanted``; ``bullets`` are the pictures that it has."""
        abstracts = {entry.get(_ABSTRACT, ""): entry for entry in numbering.iterfind(f"{W}abstractNum")}
        moved: dict[str, str] = {}
        renumbered: dict[str, str] = {}
        start, signs = len(self.abstracts), self._add_signs(numbering, {one.key: one for one in bullets})
        for number in numbering.iterfind(f"{W}num"):
            pointer = number.find(_ABSTRACT)
            if number.get(_NUM) in wanted and pointer is not None and pointer.get(_VAL) in abstracts:
                renumbered[number.get(_NUM, "")] = self._take(number, abstracts[pointer.get(_VAL, "")], moved, signs)
        return Added(tuple(self.abstracts[start:]), renumbered)

    def _add_signs(self, numbering: etree._Element, pictures: Mapping[str, Bullet]) -> dict[str, str]:
        """The booklet's ids of a document's picture bullets; those whose picture is in no file are left out."""
        signs: dict[str, str] = {}
        for sign in numbering.iterfind(f"{W}numPicBullet"):
            entry = copy.deepcopy(sign)
            keys = [(one, key) for one in entry.iter() for key in one.attrib if str(key).startswith(R)]
            if keys and all(one.get(key) in pictures for one, key in keys):
                for one, key in keys:
                    one.set(key, self._picture(pictures[one.get(key, "")]))
                signs[entry.get(_SIGN, "")] = str(len(self.signs))
                entry.set(_SIGN, str(len(self.signs)))
                self.signs.append(entry)
        return signs

    def _picture(self, picture: Bullet) -> str:
        known = (key for key, one in self.pictures.items() if (one.kind, one.data) == (picture.kind, picture.data))
        key = next(known, f"rId{len(self.pictures) + 1}")
        self.pictures.setdefault(key, picture)
        return key

    def _take(
        self, number: etree._Element, abstract: etree._Element, moved: dict[str, str], signs: Mapping[str, str]
    ) -> str:
        """The booklet's id of a list: one it has where that looks the same and does not count."""
        shows = next(number.iter(f"{W}lvlPicBulletId"), None) is not None or len(number) > 1
        plain = not shows and next(abstract.iter(f"{W}lvlPicBulletId"), None) is None
        meaning = _meaning(abstract) if plain and _never_counts(abstract) else b""
        if meaning and meaning in self.bullets:
            return self.bullets[meaning]
        old = abstract.get(_ABSTRACT, "")
        if old not in moved:
            moved[old] = self._add_abstract(abstract, signs)
        taken = self._add_number(number, moved[old], signs)
        if meaning:
            self.bullets[meaning] = taken
        return taken

    def _add_number(self, number: etree._Element, abstract: str, signs: Mapping[str, str]) -> str:
        entry = copy.deepcopy(number)
        _follow(entry, signs)
        entry.set(_NUM, str(len(self.numbers) + 1))
        for pointer in entry.iterfind(_ABSTRACT):
            pointer.set(_VAL, abstract)
        self.numbers.append(entry)
        return entry.get(_NUM, "")

    def _add_abstract(self, abstract: etree._Element, signs: Mapping[str, str]) -> str:
        entry = copy.deepcopy(abstract)
        entry.set(_ABSTRACT, str(len(self.abstracts)))
        mark = entry.find(f"{W}nsid")
        if mark is not None:
            # Word joins lists of one nsid, and so would go on counting.
            mark.set(_VAL, f"{0x17A00000 + len(self.abstracts):08X}")
        _follow(entry, signs)
        self.abstracts.append(entry)
        return entry.get(_ABSTRACT, "")


def bullets(source: Source) -> tuple[Bullet, ...]:
    """The pictures that the lists of a document refer to."""
    package = source.package
    part = package.related(package.main, "numbering")
    links = package.all_related(part, "image").items() if part else ()
    return tuple(
        Bullet(key, target, package.types[target], package.parts[target].data)
        for key, target in links
        if target in package.parts
    )


def _follow(entry: etree._Element, signs: Mapping[str, str]) -> None:
    """Point the levels of a list at the booklet's picture bullets; one without its picture falls back to the bullet's
    text, which every level has."""
    for bullet in list(entry.iter(f"{W}lvlPicBulletId")):
        if bullet.get(_VAL, "") in signs:
            bullet.set(_VAL, signs[bullet.get(_VAL, "")])
        else:
            remove(bullet)


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
    point(tree.iter(_NUM), renumbered)
