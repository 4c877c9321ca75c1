"""The rows of a sheet as records of typed values, with every problem at its cell and none told twice."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from ita_docs.model import OWN, OwnCell, OwnData, Source
from ita_docs.workbook.cell_problems import MERGED_APART, MERGED_LINE, MERGED_SCORE, MISSING
from ita_docs.workbook.examples import made_for, overwritten, typed_beside
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.general import GENERAL, LABEL, VALUE
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.headings import Headings, Naming, by_name, find_headings, unnamed
from ita_docs.workbook.own.columns import is_example, read_own, told_alone, with_columns
from ita_docs.workbook.parsers import as_text, one_line
from ita_docs.workbook.schema import Schema
from ita_docs.workbook.values import EMPTY, parse
from officefiles.cells import column_name
from officefiles.pictures import Picture
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai.names import plain

ROW_INCOMPLETE = Kind(
    "row-incomplete",
    "แถวนี้ยังกรอกไม่ครบ ขาด {headings}",
    "กรอกให้ครบ หรือลบข้อมูลในแถวนี้ถ้าไม่ใช้{moved}",
    "แถวหนึ่งขาดข้อมูลที่ต้องกรอกตั้งแต่ 3 ช่องขึ้นไป",
)
NO_ROWS = Kind(
    "sheet-empty",
    "ยังไม่มีข้อมูลในชีต “{sheet}”",
    "กรอกข้อมูลอย่างน้อยหนึ่งแถว (แถวที่ขึ้นต้นด้วย “ตัวอย่าง” ไม่นับ)",
    "ชีตที่ต้องกรอกไม่มีข้อมูลเลย",
)
HEADINGS_AGAIN = Kind(
    "headings-again",
    "แถวนี้เป็นหัวคอลัมน์ที่พิมพ์ซ้ำ โปรแกรมไม่อ่านแถวนี้",
    "ลบแถวนี้ (ถ้าต้องการให้หัวคอลัมน์ซ้ำทุกหน้าเมื่อพิมพ์ ใช้ เค้าโครงหน้ากระดาษ > พิมพ์ชื่อเรื่อง)",
    "มีแถวหัวคอลัมน์ซ้ำอยู่กลางตาราง เช่น คัดลอกตารางสองหน้ามาต่อกัน",
    Severity.NOTE,
)
ROW_OF_TOTALS = Kind(
    "row-of-totals",
    "โปรแกรมไม่อ่านแถว “{found}” ซึ่งเป็นผลรวมหรือค่าเฉลี่ย",
    "ลบแถวนี้ คะแนนรวมที่ประกาศให้กรอกในชีตข้อมูลทั่วไป",
    "ใต้ตารางคะแนนมีแถวผลรวมหรือค่าเฉลี่ย",
    Severity.WARNING,
)
LABEL_MISSING = Kind(
    "label-missing",
    "ไม่พบหัวข้อ “{heading}”",
    "เพิ่มแถวหัวข้อ “{heading}” จากแบบกรอกเปล่า แล้วกรอกค่า",
    "ชีตข้อมูลทั่วไปไม่มีหัวข้อที่ต้องมี",
)
LABEL_MISNAMED = Kind(
    "label-misnamed",
    "ไม่พบหัวข้อ “{heading}” แต่พบ “{found}” ซึ่งชื่อใกล้เคียง",
    "แก้ชื่อหัวข้อนี้เป็น “{heading}”",
    "ชื่อหัวข้อในชีตข้อมูลทั่วไปสะกดไม่ตรง",
)
LABEL_TWICE = Kind(
    "label-twice",
    "มีหัวข้อ “{heading}” ซ้ำกัน",
    "เหลือไว้เพียงแถวเดียว",
    "หัวข้อเดียวกันมีสองแถวในชีตข้อมูลทั่วไป",
)
LABEL_UNKNOWN = Kind(
    "label-unknown",
    "โปรแกรมไม่อ่านหัวข้อ “{found}”",
    "ย้ายไปไว้ในชีต “ข้อมูลเพิ่มเติม” เพื่อใช้ในแม่แบบของหน่วยงาน หรือลบ ถ้าเป็นหัวข้อของแบบกรอก ให้แก้ชื่อให้ตรง",
    "มีหัวข้อที่ไม่อยู่ในแบบกรอก",
    Severity.NOTE,
)

_INDICATOR = ("indicator", "indicator_name")
"""The number and the name of an indicator: of rows that one of them is merged over, the other is the same."""
_MANY = 3
"""So many required cells empty in one row are one mistake: a row left half filled."""


_MOVED = (
    " แต่ถ้าคอลัมน์ “{heading}” เลื่อนลงมาหนึ่งแถวเพราะช่อง {cell} ว่างอยู่"
    " ให้คลิกขวาที่ช่อง {cell} เลือก ลบ แล้วเลือก เลื่อนเซลล์ขึ้น (Shift cells up)"
)
"""What to do with the one text of a row, where the column lacks one above."""
_TOTALS = re.compile("(?:คะแนน|ผล|ค่า)?(?:รวม|เฉลี่ย)")
"""How the first text of a row begins that sums up those above it."""
_ALIASES = {"year": "number", "signatory": "signatory_first_name"}
"""Fields of the model that share a cell with another, or span several."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its values by field, the fields that could not be read, where it stands, and what the office's own
    columns hold, by their headings."""

    values: Mapping[str, Any]
    faulty: frozenset[str]
    source: Source
    more: Mapping[str, OwnCell] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """The records of a workbook called ``name``, read by the form of its year, the pictures it names, by their names,
    and what the office added. ``None`` for a sheet that must be there and is not, or whose columns cannot be told."""

    name: str
    schema: Schema
    general: Record | None
    tables: Mapping[str, list[Record] | None]
    pictures: Mapping[str, Picture]
    own: OwnData = dataclasses.field(default_factory=OwnData)


def read_table(grid: Grid, sheet: Sheet) -> tuple[list[Record] | None, list[Problem]]:
    """The records of a table; ``None`` where it has no headings."""
    return read_with_own(grid, sheet)[1:]


def read_with_own(grid: Grid, sheet: Sheet) -> tuple[Sheet, list[Record] | None, list[Problem]]:
    """The table with the columns that the office added, and its records; ``None`` where it has no headings."""
    headings, problems = find_headings(grid, sheet)
    if headings is None:
        return sheet, None, problems
    letters = {name: column_name(column) for name, column in headings.columns.items()}
    letters |= {OWN + heading: column_name(column) for heading, column in headings.own.items()}
    of_scores = any(field.value is Value.SCORE for field in sheet.fields)
    whole = with_columns(sheet, headings.own)
    fields = {field.heading: field for field in whole.fields[len(sheet.fields) :]}
    records = []
    for row in range(headings.row + 1, len(grid.rows)):
        if of_scores and (totals := _totals(grid, row)):
            problems.append(totals)
        elif _are_headings(grid, row, headings):
            problems.append(HEADINGS_AGAIN.at(grid.place(row, min(headings.columns.values()))))
        elif _counts(grid, row, headings):
            cells = {name: (row, column) for name, column in headings.columns.items()}
            values, faulty, faults = _read_fields(grid, sheet, cells)
            more, told = read_own(grid, row, headings, fields)
            moved = _moved_down(grid, row, headings, sheet) if len(faults) >= _MANY else ""
            problems += _without_cascade(sheet, faults, moved) + told
            records.append(Record(values, faulty, Source(grid.name, row + 1, letters), more))
        else:
            problems += [*told_alone(grid, row, headings), *overwritten(grid, row, headings.columns, sheet)]
    if sheet.required and not records:
        problems.append(NO_ROWS.at(Place(grid.name), sheet=grid.name))
    return whole, records, problems


def _counts(grid: Grid, row: int, headings: Headings) -> bool:
    """True for a row that holds data: something of its own under a heading, and no example."""
    return not is_example(grid, row) and any(grid.is_filled(row, column) for column in headings.columns.values())


def _are_headings(grid: Grid, row: int, headings: Headings) -> bool:
    """True for a row that says what the headings say."""
    filled = [column for column in headings.columns.values() if grid.is_filled(row, column)]
    said = (tuple(plain(as_text(grid.own(at, column))) for at in (headings.row, row)) for column in filled)
    return len(filled) > 1 and all(one == other for one, other in said)


def _totals(grid: Grid, row: int) -> Problem | None:
    """That a row sums up those above it, where it does."""
    column = next((column for column in range(len(grid.rows[row])) if grid.is_filled(row, column)), 0)
    text = as_text(grid.own(row, column))
    return ROW_OF_TOTALS.at(grid.place(row, column), text) if _TOTALS.match(text) else None


def _read_fields(
    grid: Grid, sheet: Sheet, cells: Mapping[str, tuple[int, int]]
) -> tuple[dict[str, Any], frozenset[str], dict[str, Problem]]:
    """Values, unreadable fields and problems of one record, whose fields stand in ``cells``; that one is not there has
    been told already."""
    values: dict[str, Any] = {}
    problems: dict[str, Problem] = {}
    for field in sheet.fields:
        if field.name not in cells:
            values[field.name] = EMPTY.get(field.value)
            continue
        values[field.name], problem = _read_cell(grid, *cells[field.name], field, sheet.key == GENERAL.key)
        if problem:
            problems[field.name] = problem
    for name, problem in _merged_apart(grid, sheet, cells):
        values[name], problems[name] = None, problems.get(name, problem)
    faulty = {name for name, problem in problems.items() if problem.severity is Severity.ERROR}
    faulty |= {field.name for field in sheet.fields if field.required and field.name not in cells}
    return values, frozenset(faulty), problems


def _merged_apart(grid: Grid, sheet: Sheet, cells: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, Problem]]:
    """The number or name of an indicator that is merged over rows of another."""
    for name, other in (_INDICATOR, _INDICATOR[::-1]):
        if name in cells and other in cells and (home := grid.home(*cells[name])) != cells[name]:
            row, column = cells[other]
            above, own = (as_text(grid.own(*grid.home(one, column))) for one in (home[0], row))
            if own and own != above:
                headings = {"heading": sheet.field(name).heading, "other": sheet.field(other).heading}
                yield name, MERGED_APART.at(grid.place(*home), **headings)


def _read_cell(grid: Grid, row: int, column: int, field: Field, is_line: bool) -> tuple[Any, Problem | None]:
    """A cell's value; a cell covered by a merged one reads as that one, and its fault is told there. A score, and what
    stands in a line of the general sheet (``is_line``), cannot be of several rows."""
    home = grid.home(row, column)
    if home != (row, column) and (is_line or field.value is Value.SCORE) and grid.is_filled(*home):
        kind, place = (MERGED_LINE, (row, column)) if is_line else (MERGED_SCORE, home)
        return None, kind.at(grid.place(*place), heading=field.heading)
    value, problem = parse(field, grid.own(*home), grid.faults.get(home, ""), grid.formats.get(home), grid.epoch)
    return value, replace(problem, place=grid.place(*home)) if problem else None


def _moved_down(grid: Grid, row: int, headings: Headings, sheet: Sheet) -> str:
    """What to do where a row holds a single text, and the rows above are full but for one cell of its column: that
    column moved down."""
    filled = [(name, column) for name, column in headings.columns.items() if grid.is_filled(row, column)]
    if len(filled) != 1:
        return ""
    name, column = filled[0]
    above = [at for at in range(headings.row + 1, row) if _counts(grid, at, headings)]
    empty = [at for at in above if not grid.is_filled(*grid.home(at, column))]
    cell = f"{column_name(column)}{empty[0] + 1}" if len(empty) == 1 and len(above) >= _MANY else ""
    return _MOVED.format(heading=sheet.field(name).heading, cell=cell) if cell else ""


def _without_cascade(sheet: Sheet, problems: Mapping[str, Problem], moved: str) -> list[Problem]:
    """The problems of one row; of a row left half filled, or a note below the table, one alone."""
    missing = [name for name, problem in problems.items() if problem.kind == MISSING.id]
    others = [problem for problem in problems.values() if problem.kind != MISSING.id]
    if len(missing) < _MANY:
        is_remark = len(others) == 1 and all(field.name in problems for field in sheet.fields if field.required)
        return others if is_remark else list(problems.values())
    headings = ", ".join(sheet.field(name).heading for name in missing)
    return [ROW_INCOMPLETE.at(problems[missing[0]].place, headings=headings, moved=moved)]


def typed_in(grid: Grid, field: Field) -> Any:
    """The value of one line of the sheet of headings and values; ``None`` where it has none that can be read."""
    names = {plain(name) for name in (field.heading, *field.others)}
    first, label_column, value_column = _general_layout(grid, names)
    for row in range(first, len(grid.rows)):
        if plain(as_text(grid.own(row, label_column))) in names:
            return _read_cell(grid, row, value_column, field, is_line=True)[0]
    return None


def read_general(grid: Grid, schema: Schema) -> tuple[Record, list[Problem]]:
    """The sheet of headings and values as one record, whatever the order of its lines."""
    sheet = schema.general
    first, label_column, value_column = _general_layout(grid, by_name(sheet).keys())
    labels = _labels(grid, schema, first, label_column, value_column)
    naming = Naming(LABEL_TWICE, LABEL_MISNAMED, LABEL_MISSING, Place(grid.name))
    rows, unknown, problems = naming.find(sheet, labels, lambda row: grid.place(row, label_column))
    problems += unnamed(grid, first - 1) if first else ()
    problems += [LABEL_UNKNOWN.at(grid.place(row, label_column), one_line(name)) for name, row in unknown]
    values, faulty, faults = _read_fields(grid, sheet, {name: (row, value_column) for name, row in rows.items()})
    problems += typed_beside(grid, rows, first, value_column)
    if "fiscal_year" in rows:
        problems += made_for(grid, rows["fiscal_year"], first, value_column, values["fiscal_year"])
    cells = {name: f"{column_name(value_column)}{row + 1}" for name, row in rows.items()}
    cells |= {alias: cells[name] for alias, name in _ALIASES.items() if name in cells}
    return Record(values, faulty, Source(grid.name, 0, cells)), [*problems, *faults.values()]


def _general_layout(grid: Grid, known: Set[str]) -> tuple[int, int, int]:
    """The first row and the columns of labels and values: below their headings, else where most of the ``known`` labels
    stand."""
    counts: Counter[int] = Counter()
    for row, cells in enumerate(grid.rows):
        names = {plain(raw): column for column, raw in enumerate(cells) if isinstance(raw, str)}
        if plain(LABEL) in names and plain(VALUE) in names:
            return row + 1, names[plain(LABEL)], names[plain(VALUE)]
        counts.update(column for name, column in names.items() if name in known)
    column = counts.most_common(1)[0][0] if counts else 0
    return 0, column, column + 1


def _labels(grid: Grid, schema: Schema, first: int, label_column: int, value_column: int) -> Iterator[tuple[int, str]]:
    """The rows of labels and what they say; of those that are not ours only what has a value beside it."""
    known = by_name(schema.general)
    titles = (schema.general.title, schema.general.help, *(group.title for group in schema.groups))
    passed_over = {plain(name) for name in ("", LABEL, *titles)}
    for row in range(first, len(grid.rows)):
        label = as_text(grid.own(row, label_column))
        if plain(label) in known or (plain(label) not in passed_over and grid.is_filled(row, value_column)):
            yield row, label
