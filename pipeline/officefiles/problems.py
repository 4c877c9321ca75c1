"""What staff are told: a mistake in a workbook, template or set-up is a value, never an exception.

Each module that finds mistakes states its kinds as constants (``SCORE_RANGE = Kind("score-range", ...)``)
and makes a problem with ``SCORE_RANGE.at(place, found=...)``. Nothing registers itself anywhere:
the list of kinds in docs/ is made by looking for ``Kind`` constants in the modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs. Only an error keeps an office's documents from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def thai(self) -> str:
        """The word staff read in reports."""
        return {"error": "ต้องแก้ไข", "warning": "ควรตรวจสอบ", "note": "ข้อสังเกต"}[self.value]

    def reaches(self, least: Severity) -> bool:
        """True where this weighs as much as ``least`` or more."""
        order = list(Severity)
        return order.index(self) <= order.index(least)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a workbook: a sheet, and a cell such as ``C5`` (empty: the whole sheet)."""

    sheet: str = ""
    cell: str = ""

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
        texts = {"message": self.message, "found": self.found, "hint": self.hint}
        return {"kind": self.kind, "place": place, **texts, "severity": self.severity}


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


def has_errors(problems: Iterable[Problem]) -> bool:
    """True where at least one problem keeps the documents from being written."""
    return any(problem.severity is Severity.ERROR for problem in problems)
