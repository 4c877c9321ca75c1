"""Finding sheets, columns and labels by their names, whatever their order; and telling those that are not found.

A misspelt name is one problem, not two: what is missing is matched with the unknown name that comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.parsers import as_text, one_line
from ita_docs.workbook.schema import IGNORED, SHEETS
from officefiles.cells import column_name
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai.names import plain

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
COLUMN_OWN = Kind(
    "column-own",
    "คอลัมน์ “{found}” ไม่มีในแบบกรอก ถือว่าเป็นคอลัมน์ที่หน่วยงานเพิ่มเอง",
    "คงไว้ได้ และพิมพ์ในแม่แบบของหน่วยงานได้ด้วย {{{{ {tag} }}}} ถ้าเป็นคอลัมน์ของแบบกรอก ให้แก้ชื่อให้ตรง",
    "มีคอลัมน์ที่หน่วยงานเพิ่มเองในตารางของแบบกรอก",
    Severity.NOTE,
)
COLUMN_OWN_TWICE = Kind(
    "column-own-twice",
    "มีคอลัมน์ “{found}” ที่หน่วยงานเพิ่มเองซ้ำกัน แม่แบบจึงพิมพ์คอลัมน์นี้ไม่ได้",
    "เปลี่ยนชื่อหรือลบคอลัมน์ที่ไม่ใช้",
    "คอลัมน์ที่หน่วยงานเพิ่มเองมีหัวคอลัมน์เดียวกันสองคอลัมน์",
    Severity.WARNING,
)
HEADING_LONG = Kind(
    "heading-too-long",
    "โปรแกรมไม่อ่านคอลัมน์นี้ เพราะหัวคอลัมน์ยาวเกิน {most} ตัวอักษร",
    "ถ้าเป็นข้อมูลที่หน่วยงานบันทึกเอง คงไว้ได้ ถ้าจะพิมพ์ในแม่แบบ ให้ย่อหัวคอลัมน์",
    "หัวคอลัมน์ยาวเกินกว่าที่จะเป็นชื่อคอลัมน์",
    Severity.NOTE,
)
COLUMN_UNNAMED = Kind(
    "column-unnamed",
    "โปรแกรมไม่อ่านคอลัมน์ {found} เพราะไม่มีหัวคอลัมน์{rows}",
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

COPY = re.compile(r"\s*\([0-9]+\)$|^(?:สำเนาของ|Copy of) ")
"""What Excel and Google Sheets add to the name of a copied sheet."""
_OF_A_YEAR = re.compile(r"(?:ปี(?:งบประมาณ)?(?:พ\.ศ\.)?(?=[0-9])|[^ก-๎a-z]).*", re.DOTALL)
"""What is typed behind a name and leaves it what it is, such as a year or a unit in brackets."""
ROWS_SEARCHED = 20
"""The rows in which headings are looked for."""
_LONGEST = 80
_MOST_ROWS = 8
"""The most rows of a column that a message names."""
_ALIKE = 80.0
"""Least likeness (rapidfuzz, 0–100) at which an unknown name is taken for a misspelt one."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where a table's headings stand: their row, and the column of each field found (both from 0). ``own`` are those of
    columns that the office added and templates can print, ``twice`` the headings of several such columns."""

    row: int
    columns: Mapping[str, int]
    own: Mapping[str, int] = field(default_factory=dict)
    twice: frozenset[str] = frozenset()


def find_sheets(grids: Mapping[str, Grid]) -> tuple[dict[str, Grid], tuple[str, ...], list[Problem]]:
    """The grid of each known sheet by its key (a misspelt one too), the names of all others but those that the program
    makes itself, and the problems with the sheets' names."""
    known = {plain(name): sheet.key for sheet in (*SHEETS, VALUES) for name in (sheet.name, *sheet.others)}
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
        copies = [name for name in unknown if plain(COPY.sub("", name)) == plain(sheet.name)]
        alike = copies[0] if copies else nearest(sheet.name, unknown)
        if alike:
            unknown.remove(alike)
            found[sheet.key] = grids[alike]
            problems.append(SHEET_MISNAMED.at(Place(alike), alike, name=sheet.name))
        elif sheet.required:
            problems.append(SHEET_MISSING.at(Place(sheet.name), name=sheet.name))
    return found, tuple(unknown), problems


def find_headings(grid: Grid, sheet: Sheet) -> tuple[Headings | None, list[Problem]]:
    """The headings of a table, misspelt ones too, and what is wrong with them; ``None`` where it has none."""
    known = by_name(sheet)
    row, most = 0, 0
    for one in range(ROWS_SEARCHED):
        if (count := len(_matches(grid, one, known))) > most:
            row, most = one, count
        if most == len(sheet.fields):
            break
    if not most:
        needed = ", ".join(one.heading for one in sheet.fields if one.required)
        return None, [HEADINGS_MISSING.at(Place(grid.name), sheet=grid.name, headings=needed)]
    naming = Naming(COLUMN_TWICE, COLUMN_MISNAMED, COLUMN_MISSING, grid.place(row, 0))
    columns, others, problems = naming.find(sheet, _names(grid, row), lambda column: grid.place(row, column))
    headings = Headings(row, columns)
    if sheet.row:
        headings, told = with_own(grid, headings, f"{sheet.row}.more[{{}}]", known.keys())
        problems += told
    else:
        problems += [COLUMN_UNKNOWN.at(grid.place(row, column), one_line(name)) for name, column in others]
    if COLUMN_MISSING.id not in {problem.kind for problem in problems}:
        problems += unnamed(grid, row)
    return headings, problems


def with_own(
    grid: Grid, headings: Headings, written: str, known: Collection[str] = ()
) -> tuple[Headings, list[Problem]]:
    """The headings with those of the office's own columns, and a note on each: ``written`` is how a template prints
    one, with ``{}`` for its heading in quotation marks, empty where nothing is to be said; ``known`` are the names of
    the form's columns, as ``plain`` gives them."""
    taken, own, twice, problems = {*headings.columns.values()}, dict[str, int](), set[str](), list[Problem]()
    cells = grid.rows[headings.row] if headings.row < len(grid.rows) else []
    for column in range(len(cells)):
        if column in taken or not grid.is_filled(headings.row, column):
            continue
        place, name = grid.place(headings.row, column), one_line(shown(grid, headings.row, column))
        if plain(name) in known:  # another of the same, which is told already
            continue
        if len(name) > _LONGEST:
            problems += [HEADING_LONG.at(place, most=_LONGEST)] if _below(grid, headings.row, column) else []
        elif name in own:
            twice.add(name)
            problems.append(COLUMN_OWN_TWICE.at(place, name))
        elif not name:  # an error
            below = _below(grid, headings.row, column)
            problems.append(COLUMN_UNNAMED.at(place, column_name(column), rows=_rows(below)))
        else:
            own[name] = column
            problems += [COLUMN_OWN.at(place, name, tag=written.format(in_quotes(name)))] if written else []
    return replace(headings, own=own, twice=frozenset(twice)), problems


def in_quotes(name: str) -> str:
    """A name as a template writes it between brackets: in the other quotation marks where it has some itself."""
    return f"'{name}'" if '"' in name else f'"{name}"'


def shown(grid: Grid, row: int, column: int) -> str:
    """A cell as Excel shows it, a number too."""
    raw, format = grid.own(row, column), grid.formats.get((row, column))
    return (format.show(raw) if format and not isinstance(raw, str) else "") or as_text(raw)


def unnamed(grid: Grid, row: int) -> Iterator[Problem]:
    """A note for each column with data below the headings and no heading of its own: nothing of it can be read."""
    for column in range(max(map(len, grid.rows))):
        if not grid.is_filled(row, column) and (below := _below(grid, row, column)):
            yield COLUMN_UNNAMED.at(grid.place(below[0], column), column_name(column), rows=_rows(below))


def _rows(rows: Sequence[int]) -> str:
    """The numbers of rows, counted from 0, as a message says them behind what it says of a column; "" for none."""
    if not rows:
        return ""
    more = f" และอีก {len(rows) - _MOST_ROWS} แถว" if len(rows) > _MOST_ROWS else ""
    return f" (มีข้อมูลในแถว {', '.join(str(row + 1) for row in rows[:_MOST_ROWS])}{more})"


def _below(grid: Grid, row: int, column: int) -> list[int]:
    """The rows below ``row`` in which a column holds something."""
    return [at for at in range(row + 1, len(grid.rows)) if grid.is_filled(at, column)]


@dataclass(frozen=True, slots=True)
class Naming:
    """What is told of names of a sheet's fields: that one stands twice, is misspelt, or is missing (at ``nowhere``)."""

    twice: Kind
    misnamed: Kind
    missing: Kind
    nowhere: Place

    def find(
        self, sheet: Sheet, names: Iterable[tuple[int, str]], place: Callable[[int], Place]
    ) -> tuple[dict[str, int], list[tuple[str, int]], list[Problem]]:
        """Where each field stands, a misspelt one too, the names that are none of ours, and the problems; ``names``
        come with the row or column that they stand in, of which ``place`` gives the cell."""
        known, found, unknown = by_name(sheet), dict[str, int](), list[tuple[str, int]]()
        problems = []
        for at, name in names:
            field = known.get(plain(name))
            if field is None:
                unknown.append((name, at))
            elif field.name in found:
                problems.append(self.twice.at(place(at), name, heading=field.heading))
            else:
                found[field.name] = at
        for field in sheet.fields:
            if field.name in found:
                continue
            others = [name for name, _ in unknown]
            if alike := nearest(field.heading, others) or (_longer(field, others) if field.required else ""):
                found[field.name] = unknown.pop(others.index(alike))[1]
                problems.append(self.misnamed.at(place(found[field.name]), one_line(alike), heading=field.heading))
            elif field.required:
                problems.append(self.missing.at(self.nowhere, heading=field.heading))
        return found, unknown, problems


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
