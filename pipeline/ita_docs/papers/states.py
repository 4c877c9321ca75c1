"""The values of a draft, each text of them in its state: typed, derived, or missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_docs.origin import CellText, UnreadCell
from officefiles.pictures import Picture
from officefiles.problems import Place
from wordfill.named import Named
from wordfill.proof import Shaded, State

UNKNOWN = "«ยังสรุปไม่ได้: ต้องกรอกช่องที่ขาดก่อน»"
"""Stands for a value that hangs on what is missing."""

_EMPTY, _WRONG = "«ยังไม่กรอก: {place}»", "«ต้องแก้ไข: {place}»"
_NOTHING: Final = object()


def notice(place: Place, *, empty: bool) -> str:
    """What is said of a cell that is empty, or of one with something in it that must be mended:
    ``«ยังไม่กรอก: ชีต คะแนน ช่อง C5»``; a row that is not there is named by what it is about."""
    where = f"ชีต {place.sheet} {'ช่อง ' if is_cell(place) else ''}{place.cell}"
    return (_EMPTY if empty else _WRONG).format(place=where)


def is_cell(place: Place) -> bool:
    """True for a cell, as Excel names it."""
    return place.cell.isascii()


def in_states(
    values: Mapping[str, object], other: Mapping[str, object], notices: Mapping[str, str]
) -> dict[str, object]:
    """The context ``values`` with every text in its state, and no picture that hangs on a gap. ``other`` is that of the
    other reading; ``notices`` are those of all gaps, by the form in which the texts hold them: in their digits."""
    states = _States(notices, re.compile("|".join(map(re.escape, notices)) or "(?!)"))
    return {name: states.of(value, other.get(name, _NOTHING)) for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class _States:
    notices: Mapping[str, str]
    pattern: re.Pattern[str]

    def of(self, value: object, other: object, beside: str = "") -> object:
        """``value`` in its state; ``beside`` are the notices of the numbers and dates that its entry lacks."""
        if isinstance(value, str):
            return self._text(value, other, beside)
        if isinstance(value, Picture):
            return value if value == other else ""  # drawn from scores of which some are missing
        if isinstance(value, UnreadCell):
            return Shaded.of((State.MISSING, "".join(notice(place, empty=False) for place in value.places)))
        if isinstance(value, Named):  # whose values do not hang on each other
            counterpart = other if isinstance(other, Named) else {}
            return value.of({key: self.of(one, counterpart.get(key, _NOTHING)) for key, one in value.items()})
        if isinstance(value, Mapping):
            its = other if isinstance(other, Mapping) else {}
            lacking = "".join(dict.fromkeys(self._unsaid(one) for one in value.values()))
            return {key: self.of(one, its.get(key, _NOTHING), lacking) for key, one in value.items()}
        if isinstance(value, list):
            pairs = zip(value, _counterparts(value, other), strict=True)
            return [self.of(one, its) for one, its in pairs]
        return value

    def _text(self, value: str, other: object, beside: str) -> str:
        typed = isinstance(value, CellText)
        if unsaid := self._unsaid(value):
            return Shaded.of((State.MISSING, unsaid))
        if not typed and value and value != other:
            return Shaded.of((State.MISSING, beside or UNKNOWN))
        return Shaded.of(*self._pieces(value, State.TYPED if typed else State.DERIVED)) if value else value

    def _unsaid(self, value: object) -> str:
        """The notices of a value's missing cells where its text does not hold them: numbers and dates do not."""
        if not isinstance(value, CellText) or not value.notices:
            return ""
        said = {self.notices[one] for one in self.pattern.findall(value)}
        return "".join(value.notices) if said.isdisjoint(value.notices) else ""

    def _pieces(self, text: str, state: State) -> Iterator[tuple[State, str]]:
        """``text`` in pieces: the notices in it, and what stands between them."""
        at = 0
        for notice in self.pattern.finditer(text):
            if at < notice.start():
                yield state, text[at : notice.start()]
            yield State.MISSING, self.notices[notice[0]]
            at = notice.end()
        if at < len(text):
            yield state, text[at:]


def _counterparts(entries: Sequence[object], others: object) -> Sequence[object]:
    """For each entry of a list that which stands for the same in the ``others``: the one at its place or, where the
    lists are not equally long, the one of its number."""
    if not isinstance(others, list):
        return [_NOTHING] * len(entries)
    if len(entries) == len(others):
        return others
    by_number = {one["number"]: one for one in others if isinstance(one, Mapping) and "number" in one}
    return [
        by_number.get(one["number"], _NOTHING) if isinstance(one, Mapping) and "number" in one else _NOTHING
        for one in entries
    ]
