"""Whole sheets that an office added: single values under names, and tables with a row of headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ita_docs.model import OWN, OwnCell, OwnData, OwnRow, OwnTable, Source
from ita_docs.thai import shortened
from ita_docs.workbook.cell_problems import MERGED_LINE
from ita_docs.workbook.concealed import concealed, own_concealed
from ita_docs.workbook.field import Sheet
from ita_docs.workbook.grid import Grid, Raw
from ita_docs.workbook.headings import COPY, ROWS_SEARCHED, Headings, find_headings, in_quotes, with_own
from ita_docs.workbook.own.cells import own_cell
from ita_docs.workbook.own.columns import read_own, with_columns
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.parsers import as_text, one_line
from ita_docs.workbook.schema import EXAMPLE, SHEETS
from officefiles.cells import column_name
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai.names import plain

SHEET_OWN = Kind(
    "sheet-own",
    "ชีต “{found}” ไม่มีในแบบกรอก ถือว่าเป็นตารางที่หน่วยงานเพิ่มเอง หัวคอลัมน์อยู่ในแถวที่ {row}: {headings}",
    "คงไว้ได้ และใช้ในแม่แบบของหน่วยงานได้ด้วย {{% for row in sheets[{key}] %}} … {{{{ row[{first}] }}}}"
    " … {{% endfor %}} ถ้าเป็นชีตของแบบกรอก ให้แก้ชื่อชีตให้ตรง",
    "มีชีตที่หน่วยงานเพิ่มเอง ซึ่งมีแถวหัวคอลัมน์",
    Severity.NOTE,
)
SHEET_COPY = Kind(
    "sheet-copy",
    "ชีต “{found}” เป็นสำเนาของชีต “{name}” แต่โปรแกรมนำข้อมูลมาจากชีต “{name}” เท่านั้น",
    "ตรวจสอบว่าข้อมูลที่แก้ไขล่าสุดอยู่ในชีต “{name}” แล้วลบหรือเปลี่ยนชื่อสำเนา",
    "มีสำเนาของชีตของแบบกรอก เช่น “บุคลากร (2)” อยู่ด้วย",
    Severity.WARNING,
)
SHEET_UNKNOWN = Kind(
    "sheet-unknown",
    "โปรแกรมไม่อ่านชีต “{found}” ซึ่งไม่มีในแบบกรอกและไม่มีแถวหัวคอลัมน์",
    "ถ้าเป็นชีตที่หน่วยงานเพิ่มเอง คงไว้ได้ ถ้าจะใช้ในแม่แบบ ให้ใส่หัวคอลัมน์เหนือข้อมูล ถ้าเป็นชีตของแบบกรอก ให้แก้ชื่อชีตให้ตรง",
    "มีชีตที่ไม่อยู่ในแบบกรอก และไม่มีแถวหัวคอลัมน์ใน 20 แถวแรก",
    Severity.NOTE,
)
SHEET_OWN_LARGE = Kind(
    "sheet-own-large",
    "โปรแกรมไม่อ่านชีต “{found}” ซึ่งหน่วยงานเพิ่มเอง เพราะชีตที่เพิ่มเองมีรวมกันเกิน {most} ช่อง",
    "ถ้าแม่แบบไม่ใช้ชีตนี้ คงไว้ได้ ถ้าจะใช้ ให้แยกข้อมูลที่ไม่ใช้ออกไปไว้ในไฟล์อื่น",
    "ชีตที่หน่วยงานเพิ่มเองมีข้อมูลมากเกินกว่าที่จะพิมพ์ในเอกสาร",
    Severity.NOTE,
)
VALUE_TWICE = Kind(
    "own-value-twice",
    "มี “{found}” ซ้ำกันในชีตนี้ แม่แบบจึงพิมพ์ค่านี้ไม่ได้",
    "เหลือไว้เพียงแถวเดียว",
    "ชื่อเดียวกันมีสองแถวในชีตข้อมูลเพิ่มเติม",
    Severity.WARNING,
)
VALUE_UNNAMED = Kind(
    "own-value-unnamed",
    "มีค่า “{found}” แต่ไม่มีชื่อ แม่แบบจึงพิมพ์ค่านี้ไม่ได้",
    "พิมพ์ชื่อในคอลัมน์ “{heading}” ของแถวนี้",
    "แถวหนึ่งของชีตข้อมูลเพิ่มเติมมีค่าแต่ไม่มีชื่อ",
    Severity.WARNING,
)

MOST_CELLS = 50_000
"""The cells of all sheets of an office's own that are read, of a thousand rows with fifty columns; more is no list that
a document prints, and would keep every check waiting for a second."""
_QUOTED = 60
_YEARS = range(2400, 2700)
_SURE = 3
"""The headings of a table of the form that no table of the office's own has by chance."""
_SHARE = 0.75
"""Of the columns with data, the share that a row of headings must name: titles above it name fewer."""


def read_own_data(
    values: Grid | None, others: Iterable[Grid], columns: Mapping[str, tuple[str, ...]]
) -> tuple[OwnData, list[Problem]]:
    """What the office added: the sheet of single ``values``, all ``others`` that have headings, and the headings of its
    ``columns`` in the form's tables; with what is wrong there."""
    single, problems = _read_values(values) if values else (OwnRow(), [])
    tables, cells = [], 0
    for grid in (*([values] if values and single is None else []), *others):
        cells += len(grid.rows) * max(map(len, grid.rows), default=0)
        if cells > MOST_CELLS:
            problems.append(SHEET_OWN_LARGE.at(Place(grid.name), grid.name, most=f"{MOST_CELLS:,}"))
            continue
        table, told = _read_table(grid)
        problems += told
        tables += [table] if table else []
    return OwnData(values=single or OwnRow(), tables=tuple(tables), columns=columns), problems


# Single values


def _read_values(grid: Grid) -> tuple[OwnRow | None, list[Problem]]:
    """The values by their names; ``None`` where the sheet has other columns than a name and a value."""
    headings, problems = find_headings(grid, VALUES)
    if headings is None or len(headings.columns) < len(VALUES.fields):
        return None, []
    cells, places = dict[str, OwnCell](), dict[str, str]()
    for row, name in _named_rows(grid, headings):
        column = headings.columns["value"]
        cell, problem = _value(grid, row, column, name)
        if not name and (cell.text or cell.wrong):
            found = shortened(cell.text or cell.wrong, _QUOTED)
            problem = VALUE_UNNAMED.at(
                grid.place(row, headings.columns["name"]), found, heading=VALUES.fields[0].heading
            )
        elif name in cells:
            problem = VALUE_TWICE.at(grid.place(row, headings.columns["name"]), name)
            cells[name] = OwnCell(wrong=problem.message)
        elif name:
            cells[name], places[OWN + name] = cell, f"{column_name(column)}{row + 1}"
        problems += [problem] if problem else []
    source = Source(grid.name, 0, places)
    return OwnRow(cells, source), problems + concealed(grid, with_columns(_NOTHING, cells), [OwnRow({}, source)])


_NOTHING = Sheet(key="own", name="", title="", help="", fields=())


def _named_rows(grid: Grid, headings: Headings) -> Iterator[tuple[int, str]]:
    """The rows below the headings and the name in each, but for the example."""
    for row in range(headings.row + 1, len(grid.rows)):
        name = one_line(as_text(grid.own(row, headings.columns["name"])))
        if name != EXAMPLE:
            yield row, name


def _value(grid: Grid, row: int, column: int, name: str) -> tuple[OwnCell, Problem | None]:
    """The value in a row; one cannot be of several names."""
    (field,) = with_columns(_NOTHING, [name]).fields
    if grid.home(row, column) != (row, column):
        problem = MERGED_LINE.at(grid.place(row, column), heading=name)
        return OwnCell(wrong=problem.message), problem if name else None
    return own_cell(grid, row, column, field)


# Tables


def _read_table(grid: Grid) -> tuple[OwnTable | None, list[Problem]]:
    """The sheet as a table; ``None`` where it has no headings."""
    if original := _original(grid.name):
        return None, [SHEET_COPY.at(Place(grid.name), grid.name, name=original)]
    row = _heading_row(grid)
    if row is None:
        return None, [SHEET_UNKNOWN.at(Place(grid.name), grid.name)]
    headings, problems = with_own(_with_merged_headings(grid, row), Headings(row, {}), "")
    names = tuple(headings.own)
    said: dict[str, Any] = {"row": row + 1, "headings": ", ".join(f"“{name}”" for name in names)}
    said |= {"key": in_quotes(grid.name), "first": in_quotes(names[0])}
    letters = {OWN + name: column_name(column) for name, column in headings.own.items()}
    sheet, rows = with_columns(_NOTHING, names), list[OwnRow]()
    fields = {field.heading: field for field in sheet.fields}
    for at in range(row + 1, len(grid.rows)):
        filled = [column for column in headings.own.values() if grid.is_filled(at, column)]
        if filled and as_text(grid.own(at, filled[0])) != EXAMPLE:
            cells, told = read_own(grid, at, headings, fields)
            problems += told
            rows.append(OwnRow(cells, Source(grid.name, at + 1, letters)))
    problems += own_concealed(grid, sheet, rows)
    return OwnTable(grid.name, names, tuple(rows)), [SHEET_OWN.at(Place(grid.name), grid.name, **said), *problems]


def _original(name: str) -> str:
    """The sheet of the form that one of this name is a copy of; empty for none."""
    copied = plain(COPY.sub("", name)) if COPY.search(name) else ""
    return next((sheet.name for sheet in SHEETS if plain(sheet.name) == copied), "")


def _heading_row(grid: Grid) -> int | None:
    """The row of headings as a table of the form has them, else the first that looks like headings: texts over most of
    the columns that hold data."""
    for table in SHEETS[1:]:
        needed = {field.name for field in table.fields if field.required}
        found = find_headings(grid, table)[0]
        if found and len(needed) >= _SURE and needed <= found.columns.keys():
            return found.row
    filled = [
        [column for column in range(len(cells)) if grid.is_filled(row, column)] for row, cells in enumerate(grid.rows)
    ]
    columns = sum(rows > 1 for rows in Counter(column for row in filled for column in row).values())
    for row, own in enumerate(filled[:ROWS_SEARCHED]):
        named = sorted({*own, *_merged_above(grid, row)})
        if len(named) >= max(_SHARE * columns, 1) and own and _are_names(grid, row, named) and any(filled[row + 1 :]):
            below = sorted({*filled[row + 1], *_merged_above(grid, row + 1)})
            parted = any(grid.home(row + 1, column) == (row, column) for column in own) and len(filled[row + 1]) > 1
            return row + 1 if parted and _are_names(grid, row + 1, below) and any(filled[row + 2 :]) else row
    return None


def _merged_above(grid: Grid, row: int) -> list[int]:
    """The columns whose cell in ``row`` is merged with one above it."""
    return [column for (at, column), home in grid.merged.items() if at == row and home[0] < row and home[1] == column]


def _with_merged_headings(grid: Grid, row: int) -> Grid:
    """The sheet with all its headings in ``row``: those of cells that are merged downwards to it too, and before a
    heading of several columns that of the columns that it belongs to."""
    merged = _merged_above(grid, row)
    if not merged:
        return grid
    width = max(map(len, grid.rows))
    raws: list[Raw] = [grid.own(*grid.home(row, column)) for column in range(width)]
    often = Counter(one_line(as_text(raw)) for raw in raws)
    for column in range(width):
        name = one_line(as_text(raws[column]))
        above = [at for at in range(column + 1) if at not in merged and grid.is_filled(row - 1, at)]
        if name and often[name] > 1 and above:
            raws[column] = f"{one_line(as_text(grid.own(row - 1, above[-1])))} {name}"
    rows = [*grid.rows]
    rows[row] = raws
    return replace(grid, rows=rows)


def _are_names(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """True where texts stand there, and years at most among them."""
    raws = [grid.own(*grid.home(row, column)) for column in columns]
    return isinstance(raws[0], str) and all(isinstance(raw, str) or _is_year(raw) for raw in raws)


def _is_year(raw: object) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and raw in _YEARS
