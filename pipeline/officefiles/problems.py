"""What staff are told: a mistake in a workbook, template or set-up is a value, never an exception.

Each module that finds mistakes states its kinds as constants (``SCORE_RANGE = Kind("score-range", ...)``)
and makes a problem with ``SCORE_RANGE.at(place, found=...)``. Nothing registers itself anywhere:
the list of kinds in docs/ is made by looking for ``Kind`` constants in the modules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

_NAMED = 10
"""The most cells that one place names."""


class Severity(StrEnum):
    """How much a problem weighs. Only an error keeps an office's documents from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def thai(self) -> str:
        """The word staff read in reports."""
        return {"error": "ต้องแก้ไข", "warning": "ควรตรวจสอบ", "note": "ข้อสังเกต"}[self.value]

    @property
    def rank(self) -> int:
        """0 for what weighs most."""
        return list(Severity).index(self)

    def reaches(self, least: Severity) -> bool:
        """True where this weighs as much as ``least`` or more."""
        return self.rank <= least.rank


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a workbook: a sheet, and a cell such as ``C5`` (empty: the whole sheet). ``file`` names
    the workbook where it is another than the one in hand."""

    sheet: str = ""
    cell: str = ""
    file: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (f"ชีต {self.sheet}" if self.sheet else "", self.cell) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its kind, place, what is wrong, what was found, and what to do, in Thai."""

    kind: str
    place: Place
    message: str
    found: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR

    def as_dict(self) -> dict[str, object]:
        """The problem as plain values, for JSON."""
        place = {"sheet": self.place.sheet, "cell": self.place.cell}
        place |= {"file": self.place.file} if self.place.file else {}
        texts = {"message": self.message, "found": self.found, "hint": self.hint}
        return {"kind": self.kind, "place": place, **texts, "severity": self.severity}

    @staticmethod
    def of(stored: Mapping[str, Any]) -> Problem:
        """The problem that ``as_dict`` gave. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
        texts = {name: str(stored[name]) for name in ("kind", "message", "found", "hint")}
        return Problem(place=Place(**stored["place"]), severity=Severity(str(stored["severity"])), **texts)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem. ``message`` and ``hint`` are Thai format strings; ``meaning`` is for the list in docs/."""

    id: str
    message: str
    hint: str
    meaning: str = ""
    severity: Severity = Severity.ERROR

    def at(self, place: Place, found: object = "", **values: object) -> Problem:
        """The problem of this kind at ``place``; ``found`` and ``values`` fill the message and the hint."""
        text = str(found)
        return Problem(
            kind=self.id,
            place=place,
            message=self.message.format(found=text, **values),
            found=text,
            hint=self.hint.format(found=text, **values),
            severity=self.severity,
        )


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as people are told them: errors first, and what is the same at several cells of a sheet once, its
    place naming them all (``D2, D3, D7``; of many the first, and how many more there are)."""
    alike: dict[tuple[object, ...], list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda one: one.severity.rank):
        same = problem.kind, problem.severity, problem.place.sheet, problem.message, problem.found, problem.hint
        alike[same].append(problem)
    return tuple(replace(first, place=_all_places(first, *others)) for first, *others in alike.values())


def _all_places(*problems: Problem) -> Place:
    cells = list(dict.fromkeys(problem.place.cell for problem in problems if problem.place.cell))
    more = f" และอีก {len(cells) - _NAMED} ช่อง" if len(cells) > _NAMED else ""
    return replace(problems[0].place, cell=", ".join(cells[:_NAMED]) + more)


def has_errors(problems: Iterable[Problem]) -> bool:
    """True where at least one problem keeps the documents from being written."""
    return any(problem.severity is Severity.ERROR for problem in problems)
