"""The values of a context, each marked by where it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from officefiles.pictures import Picture
from officefiles.problems import Place
from wordfill.engine.columns import NO_COLUMN
from wordfill.sandbox import to_xml

FILLED, DERIVED, END = "\ufdd1", "\ufdd2", "\ufdd3"
"""What stands before a value from the workbook, before one of the software's, and after either: noncharacters, as no
text of an office's can hold them."""

UNKNOWN = "\U0010fffd"
"""Stands for a value that hangs on what is missing: the last character for private use, as signs of cells are the
first."""


class Shaded(str):
    """A text that templates compare, join and ask as any other, and that is printed between its mark and ``END``."""

    mark: str = ""

    @classmethod
    def of(cls, text: str, mark: str) -> Shaded:
        """``text`` with this mark."""
        shaded = cls(text)
        shaded.mark = mark
        return shaded

    def __html__(self) -> str:
        return f"{self.mark}{to_xml(str(self))}{END}"


@dataclass(frozen=True, slots=True)
class Shading:
    """What a text's mark is found by: the cells that each value came from, by its path; and the sign of each cell that
    lacks a number or a date."""

    places: Mapping[str, Sequence[Place]]
    numbers: Mapping[Place, str]

    def missing(self, path: str) -> str:
        """The signs of the cells that lack a number or a date for the value at ``path``."""
        return "".join(self.numbers[place] for place in self.places.get(path, ()) if place in self.numbers)

    def text(self, value: str, other: object, path: str, beside: str) -> str:
        """``value`` at ``path`` as it is to be printed. It hangs on a gap where the ``other`` reading differs: on those
        ``beside`` it in the same entry, where there are such."""
        places = self.places.get(path, ())
        if missing := self.missing(path):
            return Shaded.of(missing, FILLED)
        if not value or value == NO_COLUMN:
            return value
        if not places and value != other:
            return Shaded.of(beside or UNKNOWN, DERIVED)
        return Shaded.of(value, FILLED if places else DERIVED)


_NOTHING: Final = object()


def marked(values: Mapping[str, object], other: Mapping[str, object], shading: Shading) -> dict[str, object]:
    """The context ``values`` with every text marked and no picture that hangs on a gap; ``other`` is that of the other
    reading."""
    return {name: _marked(value, other.get(name, _NOTHING), name, shading) for name, value in values.items()}


def _marked(value: object, other: object, path: str, shading: Shading, beside: str = "") -> object:
    if isinstance(value, str):
        return shading.text(value, other, path, beside)
    if isinstance(value, Picture):
        return value if value == other else ""  # drawn from scores of which some are missing
    if isinstance(value, Mapping):
        its = other if isinstance(other, Mapping) else {}
        paths = {key: f"{path}.{key}" for key in value}
        gaps = "".join(dict.fromkeys(map(shading.missing, paths.values())))
        return {key: _marked(one, its.get(key, _NOTHING), paths[key], shading, gaps) for key, one in value.items()}
    if isinstance(value, list | tuple):
        pairs = zip(value, _counterparts(value, other), strict=True)
        return [_marked(one, its, f"{path}[{number}]", shading) for number, (one, its) in enumerate(pairs)]
    return value


def _counterparts(entries: Sequence[object], others: object) -> Sequence[object]:
    """For each entry of a list that which stands for the same in the ``others``: the one at its place or, where the
    lists are not equally long, the one of its number."""
    if not isinstance(others, list | tuple):
        return [_NOTHING] * len(entries)
    if len(entries) == len(others):
        return others
    by_number = {one["number"]: one for one in others if isinstance(one, Mapping) and "number" in one}
    return [
        by_number.get(one["number"], _NOTHING) if isinstance(one, Mapping) and "number" in one else _NOTHING
        for one in entries
    ]


def samples() -> dict[str, str]:
    """A few words in each look, to say what it means."""
    return {
        "filled": Shaded.of("พื้นสีเขียว", FILLED),
        "derived": Shaded.of("พื้นสีฟ้า", DERIVED),
        "missing": Shaded.of(UNKNOWN, DERIVED),
    }
