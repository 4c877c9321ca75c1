"""Finding sheets, columns and labels by their names, whatever their order; and telling those that are not found.

A misspelt name is one problem, not two: what is missing is matched with the unknown name that comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ita_docs import thai
from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.parsers import as_text, one_line
from ita_docs.workbook.schema import IGNORED, SHEETS
from officefiles.cells import column_name
from officefiles.problems import Kind, Place, Problem, Severity

SHEET_MISSING = Kind(
    "sheet-missing",
    "ไม่พบชีต “{name}”",
    "เพิ่มชีตนี้จากแบบกรอกเปล่า หรือแก้ชื่อชีตให้ตรง",
    "แบบกรอกไม่มีชีตที่ต้องมี",
)
SHEET_MISNAMED = Kind(
    "sheet-misnamed",
    "ไม่พบชีต “{name}” แต่พบชีต “{found}” ซึ่งชื่อใกล้เคียง",
    "แก้ชื่อชีตเป็น “{name}”",
    "ชื่อชีตที่ต้องมีสะกดไม่ตรง",
)
SHEET_UNKNOWN = Kind(
    "sheet-unknown",
    "โปรแกรมไม่อ่านชีต “{found}”",
    "ถ้าเป็นชีตที่หน่วยงานเพิ่มเอง คงไว้ได้ ถ้าไม่ใช่ ให้แก้ชื่อชีตให้ตรงกับแบบกรอก",
    "มีชีตที่ไม่อยู่ในแบบกรอก",
    Severity.NOTE,
)
HEADINGS_MISSING = Kind(
    "headings-missing",
    "ไม่พบแถวหัวคอลัมน์ในชีต “{sheet}”",
    "ใส่แถวหัวคอลัมน์ให้ตรงกับแบบกรอก: {headings}",
    "ชีตที่เป็นตารางไม่มีแถวชื่อคอลัมน์ใน 20 แถวแรก",
)
COLUMN_MISSING = Kind(
    "column-missing",
    "ไม่พบคอลัมน์ “{heading}”",
    "เพิ่มหัวคอลัมน์ “{heading}” ในแถวนี้",
    "ตารางไม่มีคอลัมน์ที่ต้องมี",
)
COLUMN_MISNAMED = Kind(
    "column-misnamed",
    "ไม่พบคอลัมน์ “{heading}” แต่พบ “{found}” ซึ่งชื่อใกล้เคียง",
    "แก้หัวคอลัมน์นี้เป็น “{heading}”",
    "ชื่อคอลัมน์ที่ต้องมีสะกดไม่ตรง",
)
COLUMN_UNKNOWN = Kind(
    "column-unknown",
    "โปรแกรมไม่อ่านคอลัมน์ “{found}”",
    "ถ้าเป็นคอลัมน์ที่หน่วยงานเพิ่มเอง คงไว้ได้ ถ้าไม่ใช่ ให้แก้ชื่อให้ตรงกับแบบกรอก",
    "มีคอลัมน์ที่ไม่อยู่ในแบบกรอก",
    Severity.NOTE,
)
COLUMN_UNNAMED = Kind(
    "column-unnamed",
    "โปรแกรมไม่อ่านคอลัมน์ {found} เพราะไม่มีหัวคอลัมน์",
    "ถ้าเป็นข้อมูลที่หน่วยงานบันทึกเอง คงไว้ได้ ถ้าไม่ใช่ ให้พิมพ์หัวคอลัมน์ให้ตรงกับแบบกรอก",
    "มีข้อมูลในคอลัมน์ที่ไม่มีหัวคอลัมน์ หรือหัวคอลัมน์ผสานกับคอลัมน์อื่น",
    Severity.NOTE,
)
COLUMN_TWICE = Kind(
    "column-twice",
    "มีคอลัมน์ “{heading}” ซ้ำกัน โปรแกรมไม่ทราบว่าจะใช้คอลัมน์ใด",
    "ลบหรือเปลี่ยนชื่อคอลัมน์ที่ไม่ใช้",
    "คอลัมน์เดียวกันมีสองคอลัมน์ในตาราง",
)

_COPY = re.compile(r"\s*\([0-9]+\)$|^(?:สำเนาของ|Copy of) ")
"""What Excel and Google Sheets add to the name of a copied sheet."""
_OF_A_YEAR = re.compile(r"(?:ปี(?:งบประมาณ)?(?:พ\.ศ\.)?(?=[0-9])|[^ก-๎a-z]).*", re.DOTALL)
"""What is typed behind a name and leaves it what it is, such as a year or a unit in brackets."""
_ROWS_SEARCHED = 20
_LONGEST = 80
_ALIKE = 80.0
"""Least likeness (rapidfuzz, 0–100) at which an unknown name is taken for a misspelt one."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where a table's headings stand: their row, and the column of each field found (both from 0)."""

    row: int
    columns: Mapping[str, int]


_ALIKE_SIGNS = str.maketrans({"*": "", ":": "", "–": "-", "—": "-", "−": "-"})


@lru_cache(maxsize=1024)  # the same names are compared hundreds of times an office: 3 ms of it
def plain(name: str) -> str:
    """A name for comparison: without spaces, line breaks, colons and stars, Arabic digits, small letters, one kind of
    dash, and SARA AE where SARA E was typed twice."""
    return "".join(thai.arabic_digits(thai.clean(name)).split()).translate(_ALIKE_SIGNS).replace("เเ", "แ").casefold()


def find_sheets(grids: Mapping[str, Grid]) -> tuple[dict[str, Grid], list[Problem]]:
    """The grid of each known sheet by its key (a misspelt one too), and the problems with the sheets' names."""
    known = {plain(name): sheet.key for sheet in SHEETS for name in (sheet.name, *sheet.others)}
    ignored = {plain(name) for name in IGNORED}
    found: dict[str, Grid] = {}
    unknown = []
    for name, grid in grids.items():
        key = known.get(plain(name))
        if key and key not in found:
            found[key] = grid
        elif plain(name) not in ignored:
            unknown.append(name)
    problems = []
    for sheet in SHEETS:
        if sheet.key in found:
            continue
        copies = [name for name in unknown if plain(_COPY.sub("", name)) == plain(sheet.name)]
        alike = copies[0] if copies else nearest(sheet.name, unknown)
        if alike:
            unknown.remove(alike)
            found[sheet.key] = grids[alike]
            problems.append(SHEET_MISNAMED.at(Place(alike), alike, name=sheet.name))
        elif sheet.required:
            problems.append(SHEET_MISSING.at(Place(sheet.name), name=sheet.name))
    return found, problems + [SHEET_UNKNOWN.at(Place(name), name) for name in unknown]


def find_headings(grid: Grid, sheet: Sheet) -> tuple[Headings | None, list[Problem]]:
    """The headings of a table, misspelt ones too, and what is wrong with them; ``None`` where it has none."""
    known = by_name(sheet)
    row, most = 0, 0
    for one in range(_ROWS_SEARCHED):
        if (count := len(_matches(grid, one, known))) > most:
            row, most = one, count
        if most == len(sheet.fields):
            break
    if not most:
        headings = ", ".join(field.heading for field in sheet.fields if field.required)
        return None, [HEADINGS_MISSING.at(Place(grid.name), sheet=grid.name, headings=headings)]
    naming = Naming(COLUMN_TWICE, COLUMN_MISNAMED, COLUMN_MISSING, COLUMN_UNKNOWN, grid.place(row, 0))
    columns, problems = naming.find(sheet, _names(grid, row), lambda column: grid.place(row, column))
    if len(columns) < len(sheet.fields) and COLUMN_MISSING.id not in {problem.kind for problem in problems}:
        problems += _unnamed(grid, row)
    return Headings(row, columns), problems


def _unnamed(grid: Grid, row: int) -> Iterator[Problem]:
    """A note for each column with data in several rows below the headings and none of its own: it may be one of those
    that are left out as not needed."""
    for column in range(max(map(len, grid.rows))):
        if not grid.is_filled(row, column):
            below = [at for at in range(row + 1, len(grid.rows)) if grid.is_filled(at, column)]
            if len(below) > 1:
                yield COLUMN_UNNAMED.at(grid.place(below[0], column), column_name(column))


@dataclass(frozen=True, slots=True)
class Naming:
    """What is told of names of a sheet's fields: that one stands twice, is misspelt, is missing (at ``nowhere``), or is
    none of ours."""

    twice: Kind
    misnamed: Kind
    missing: Kind
    unknown: Kind
    nowhere: Place

    def find(
        self, sheet: Sheet, names: Iterable[tuple[int, str]], place: Callable[[int], Place]
    ) -> tuple[dict[str, int], list[Problem]]:
        """Where each field stands, a misspelt one too, and the problems; ``names`` come with the row or column that
        they stand in, of which ``place`` gives the cell."""
        known, found, unknown = by_name(sheet), dict[str, int](), dict[str, int]()
        problems = []
        for at, name in names:
            field = known.get(plain(name))
            if field is None:
                unknown[name] = at
            elif field.name in found:
                problems.append(self.twice.at(place(at), name, heading=field.heading))
            else:
                found[field.name] = at
        for field in sheet.fields:
            if field.name in found:
                continue
            if alike := nearest(field.heading, list(unknown)) or (_longer(field, unknown) if field.required else ""):
                found[field.name] = unknown.pop(alike)
                problems.append(self.misnamed.at(place(found[field.name]), one_line(alike), heading=field.heading))
            elif field.required:
                problems.append(self.missing.at(self.nowhere, heading=field.heading))
        return found, problems + [self.unknown.at(place(at), one_line(name)) for name, at in unknown.items()]


def by_name(sheet: Sheet) -> dict[str, Field]:
    """The fields of a sheet by every name that stands for them, as ``plain`` gives names."""
    return {plain(name): field for field in sheet.fields for name in (field.heading, *field.others)}


def nearest(name: str, candidates: Sequence[str]) -> str:
    """The candidate that looks like a misspelling of ``name``; empty where none does."""
    scored = [(fuzz.ratio(plain(name), plain(one)), one) for one in candidates]
    likeness, best = max(scored, default=(0.0, ""))
    return best if likeness >= _ALIKE else ""


def _longer(field: Field, candidates: Iterable[str]) -> str:
    """The first candidate that is the name of ``field`` with a year or the like behind it; empty where none is."""
    name = plain(field.heading)
    rests = ((one, plain(one).removeprefix(name)) for one in candidates if plain(one).startswith(name))
    return next((one for one, rest in rests if _OF_A_YEAR.fullmatch(rest)), "")


def _names(grid: Grid, row: int) -> list[tuple[int, str]]:
    """The cells of a row that may be headings: filled, and not so long as a text."""
    cells = grid.rows[row] if row < len(grid.rows) else []
    short = ((column, raw) for column, raw in enumerate(cells) if isinstance(raw, str) and len(raw) <= _LONGEST)
    return [(column, text) for column, raw in short if (text := as_text(raw))]


def _matches(grid: Grid, row: int, known: Mapping[str, Field]) -> set[str]:
    return {known[plain(name)].name for _, name in _names(grid, row) if plain(name) in known}
