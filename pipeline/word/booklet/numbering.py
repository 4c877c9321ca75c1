"""Lists of all parts side by side: each part's lists get numbers of their own, so none goes on counting another's."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.booklet import styles
from pipeline.word.opc import W

_VAL = f"{W}val"
_NUM = f"{W}numId"
_ABSTRACT = f"{W}abstractNumId"


@dataclass(slots=True)
class Lists:
    """The list definitions of the booklet so far."""

    abstracts: list[etree._Element] = field(default_factory=list)
    numbers: list[etree._Element] = field(default_factory=list)

    def add(self, numbering: etree._Element, users: Iterable[etree._Element]) -> tuple[etree._Element, ...]:
        """Take in the lists that ``users`` (stories, styles) refer to, and point these at them.

        What comes back are the definitions taken in: their style references are still the part's own.
        """
        references = [reference for user in users for reference in user.iter(_NUM) if reference.get(_VAL) != "0"]
        wanted = {reference.get(_VAL, "") for reference in references}
        abstracts = {entry.get(_ABSTRACT, ""): entry for entry in numbering.iterfind(f"{W}abstractNum")}
        moved: dict[str, str] = {}
        renumbered: dict[str, str] = {}
        start = len(self.abstracts)
        for number in numbering.iterfind(f"{W}num"):
            pointer = number.find(_ABSTRACT)
            if number.get(_NUM) in wanted and pointer is not None and pointer.get(_VAL) in abstracts:
                old = pointer.get(_VAL, "")
                moved[old] = moved.get(old) or self._add_abstract(abstracts[old])
                renumbered[number.get(_NUM, "")] = self._add_number(number, moved[old])
        for reference in references:
            reference.set(_VAL, renumbered.get(reference.get(_VAL, ""), "0"))
        return tuple(self.abstracts[start:])

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


def rename_styles(definitions: Iterable[etree._Element], renamed: Mapping[str, str]) -> None:
    """Point the style references of list definitions at the booklet's styles."""
    for definition in definitions:
        styles.rename(definition, renamed)
