"""What the examination of a template finds: one mistake, at its place, in Thai, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from officefiles.problems import Kind, Severity
from officefiles.thai import shortened

_QUOTED = 200
"""The most characters of a tag that a message quotes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the table's number in its part (or in the cell round it), row and column, from 1."""

    table: int
    row: int
    column: int

    def __str__(self) -> str:
        return f"ตารางที่ {self.table} แถวที่ {self.row} คอลัมน์ที่ {self.column}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a template.

    ``part`` is its Thai name (``เนื้อหา``, ``หัวกระดาษหน้าแรก``), ``member`` the file inside the docx. ``paragraph``
    counts from 1 in page order: in the innermost cell, or in the part outside its tables. ``index`` is the
    paragraph's number among all of the member, from 0; ``start`` and ``end`` are offsets into its text.
    """

    part: str
    member: str
    paragraph: int = 0
    cells: tuple[Cell, ...] = ()
    index: int = 0
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        words = [self.part, *(str(cell) for cell in self.cells)]
        if self.paragraph and not (self.cells and self.paragraph == 1):
            words.append(f"ย่อหน้าที่ {self.paragraph}")
        return " ".join(words)

    def narrow(self, start: int, end: int) -> Spot:
        """The same paragraph, from ``start`` to ``end``."""
        return replace(self, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake of a template: a stable ``id``, the place, the tag (or words) itself, what is wrong, what to do."""

    id: str
    file: str
    spot: Spot
    tag: str
    message: str
    hint: str
    severity: Severity

    def __str__(self) -> str:
        where = " ".join(part for part in (self.file, str(self.spot)) if part)
        return f"{where}: {self.message}" + (f" — {self.hint}" if self.hint else "")

    def as_dict(self) -> dict[str, object]:
        """The finding as plain values, for JSON."""
        cell = self.spot.cells[-1] if self.spot.cells else None
        return {
            "id": self.id,
            "severity": self.severity.value,
            "file": self.file,
            "place": str(self.spot),
            "part": self.spot.part,
            "member": self.spot.member,
            "paragraph": self.spot.paragraph,
            "table": cell.table if cell else 0,
            "row": cell.row if cell else 0,
            "column": cell.column if cell else 0,
            "start": self.spot.start,
            "end": self.spot.end,
            "tag": self.tag,
            "message": self.message,
            "hint": self.hint,
        }


def found(kind: Kind, spot: Spot, tag: str = "", **values: str) -> Finding:
    """The finding of ``kind`` at ``spot``; ``tag``, shortened where it is long, and ``values`` fill its message and
    hint. No file name yet."""
    quoted = tag if len(tag) <= _QUOTED else shortened(tag, _QUOTED)
    return Finding(
        id=kind.id,
        file="",
        spot=spot,
        tag=tag,
        message=kind.message.format(found=quoted, **values),
        hint=kind.hint.format(found=quoted, **values),
        severity=kind.severity,
    )


def as_json(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """The findings as plain values, in their order."""
    return [finding.as_dict() for finding in findings]
