"""Lists of a template from which others are made for a document: like them, and begun anew."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, W
from officefiles.schema import put
from officefiles.styles import value_of

_DEPTHS = 9
_ORDER = {W + "startOverride": 0, W + "lvl": 1}


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a template by number, from which others are made that begin anew: ``member`` is their part,
    ``first`` the first number that is free."""

    member: str
    part: bytes
    numbers: Mapping[str, etree._Element]
    starts: Mapping[str, Mapping[int, str]]
    first: int

    @staticmethod
    def of(package: Package) -> Lists | None:
        """Those of ``package``; ``None`` where it has no lists."""
        member = package.related(package.main, "numbering")
        if member not in package.parts:
            return None
        root = package.parts[member].tree
        abstract = {one.get(W + "abstractNumId", ""): one for one in root.iterfind(W + "abstractNum")}
        numbers = {one.get(W + "numId", ""): one for one in root.iterfind(W + "num")}
        starts = {}
        for key, number in numbers.items():
            kind = abstract.get(value_of(number, "abstractNumId"))
            starts[key] = {} if kind is None else _starts(kind)
        return Lists(member, package.parts[member].data, numbers, starts, max(map(int, numbers), default=0) + 1)

    def with_added(self, added: Mapping[int, tuple[str, int]]) -> bytes:
        """The part with lists like others that begin anew from a depth on: ``added`` by their numbers."""
        root = xml.parse(self.part)
        last = root.findall(W + "num")[-1]
        for number, (like, depth) in added.items():
            last.addnext(made := self._anew(number, like, depth))
            last = made
        return xml.serialize(root)

    def _anew(self, number: int, like: str, depth: int) -> etree._Element:
        made = deepcopy(self.numbers[like])
        made.tail = None
        made.set(W + "numId", str(number))
        stated = {one.get(W + "ilvl"): one for one in made.iterfind(W + "lvlOverride")}
        for level in range(depth, max(self.starts[like], default=_DEPTHS - 1) + 1):
            override = stated.get(str(level))
            if override is None:
                override = etree.SubElement(made, W + "lvlOverride", {W + "ilvl": str(level)})
            if override.find(W + "startOverride") is None:
                start = value_of(override, "lvl", "start") or self.starts[like].get(level, "1")
                put(override, "startOverride", _ORDER, val=start)
        return made


def _starts(kind: etree._Element) -> dict[int, str]:
    """The first number of each level; none where the levels are those of a style."""
    return {int(one.get(W + "ilvl", "0")): value_of(one, "start") or "1" for one in kind.iterfind(W + "lvl")}
