"""Old workbooks and lists of values as tables of what Excel shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from ita_docs.importing.blocks import OldCell, OldFile, OldParagraph, OldPlace, OldTable
from ita_docs.importing.refusals import (
    DAMAGED,
    EMPTY,
    LIMIT,
    OLD_FORMAT,
    OWN_FORM,
    PARTS_UNREAD,
    PASSWORD,
    NotReadableError,
)
from ita_docs.thai import clean
from ita_docs.workbook import file
from ita_docs.workbook.grid import FAR_CELLS, Grid, Raw, open_grids
from ita_docs.workbook.headings import find_sheets
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.schema import GENERAL
from officefiles.cells import column_name
from officefiles.problems import Place, Problem

VALUES = (".csv", ".tsv", ".txt")
"""Endings of files of plain values."""
_ENCODINGS = ("utf-8-sig", "cp874")
_WHY = {
    file.EMPTY.id: EMPTY,
    file.ENCRYPTED.id: PASSWORD,
    file.STRICT.id: OLD_FORMAT,
    file.OLD_FORMAT.id: OLD_FORMAT,
    file.REFUSED.id: LIMIT,
    FAR_CELLS.id: LIMIT,
}
_OWN_SHEETS = 3
"""With its general sheet, so many sheets of our form make a workbook one of ours."""
_MOST_ROWS, _MOST_CELLS = 5_000, 40_000
_MOST_NAMED = 5
_TOO_MANY = "มีแถวหรือช่องมากเกินกำหนด"
_NOTHING = OldCell()


def read_excel(name: str, data: bytes) -> OldFile:
    """The sheets of a workbook, each a table of what its cells show, their places as ``Sheet!B3``. Hidden sheets, rows
    and columns, and cells struck through, are left out and told; what is merged over rows carries on. A list of plain
    values (.csv) is one sheet.

    Raises ``NotReadableError`` for what is no workbook that may be opened, and for a form of our own.
    """
    if Path(name).suffix.lower() in VALUES:
        return OldFile(name, tuple(_of_values(name, data)))
    grids, problems = open_grids(file.Upload(name, data))
    if problems:
        raise _refused(problems[0])
    sheets, _, _ = find_sheets(grids)
    if GENERAL.key in sheets and len(sheets) >= _OWN_SHEETS:
        raise NotReadableError(OWN_FORM)
    seen = [grid for grid in grids.values() if not grid.is_hidden and grid.has_content]
    if sum(len(grid.rows) * max(map(len, grid.rows)) for grid in seen) > _MOST_CELLS:
        raise NotReadableError(LIMIT, why=_TOO_MANY)
    return OldFile(name, tuple(_table(name, grid) for grid in seen), _not_read(name, grids.values()))


def _not_read(name: str, grids: Iterable[Grid]) -> tuple[Problem, ...]:
    """That something of the sheets is not read, where it is so."""
    parts = [f"ชีต “{grid.name}” {', '.join(found)}" for grid in grids if (found := [*_left_out(grid)])]
    return (PARTS_UNREAD.at(Place(file=name), name, parts="; ".join(parts)),) if parts else ()


def _left_out(grid: Grid) -> Iterator[str]:
    """What holds something and is not read, in Thai."""
    if grid.is_hidden:
        yield from ["ที่ซ่อนไว้ทั้งชีต"] * grid.has_content
        return
    every = ((row, column) for row, cells in enumerate(grid.rows) for column in range(len(cells)))
    filled = [at for at in every if grid.is_filled(*at)]
    rows = sorted({row for row, _ in filled} & grid.hidden_rows)
    columns = sorted({column for _, column in filled} & grid.hidden_columns)
    shown = [(row, column) for row, column in filled if row not in rows and column not in columns]
    for what, places in (
        ("แถวที่ซ่อนไว้", _spans(rows, lambda row: str(row + 1))),
        ("คอลัมน์ที่ซ่อนไว้", _spans(columns, column_name)),
        ("ช่องที่ขีดฆ่า", [grid.place(*at).cell for at in shown if at in grid.struck]),
        ("ช่องที่สูตรผิดพลาดหรือยังไม่คำนวณ", [grid.place(*at).cell for at in shown if at in grid.faults]),
        ("กล่องข้อความที่", [grid.place(*at).cell for at in grid.boxes]),
    ):
        if places:
            more = f" และอีก {len(places) - _MOST_NAMED} แห่ง" if len(places) > _MOST_NAMED else ""
            yield f"{what} {' '.join(places[:_MOST_NAMED])}{more}"


def _spans(numbers: Sequence[int], name: Callable[[int], str]) -> list[str]:
    """Numbers in a row together: 4–7."""
    runs = [[one for _, one in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return [f"{name(run[0])}–{name(run[-1])}" if len(run) > 1 else name(run[0]) for run in runs]


def _refused(problem: Problem) -> NotReadableError:
    kind = _WHY.get(problem.kind, DAMAGED)
    if kind is OLD_FORMAT:
        return NotReadableError(
            kind, format=".xls" if problem.kind == file.OLD_FORMAT.id else "Strict", instead=".xlsx"
        )
    return NotReadableError(kind, why=problem.message) if kind is LIMIT else NotReadableError(kind)


def _table(name: str, grid: Grid) -> OldTable:
    """A sheet as a table."""
    columns = [column for column in range(max(map(len, grid.rows))) if column not in grid.hidden_columns]
    rows = []
    for row in range(len(grid.rows)):
        if row in grid.hidden_rows:
            continue
        cells = tuple(_cell(name, grid, row, column) for column in columns)
        if any(cell.paragraphs or cell.continued for cell in cells):
            rows.append(cells)
    return OldTable(tuple(rows), OldPlace(name, place=grid.name), sheet=grid.name)


def _cell(name: str, grid: Grid, row: int, column: int) -> OldCell:
    if grid.home(row, column) != (row, column):
        return OldCell(continued=True)
    raw = grid.own(row, column)
    if raw == "" or (row, column) in grid.struck or (row, column) in grid.faults:
        return _NOTHING
    return _shown(_text(grid, raw, row, column), OldPlace(name, place=f"{grid.name}!{column_name(column)}{row + 1}"))


def _text(grid: Grid, raw: Raw, row: int, column: int) -> str:
    """What Excel shows in a cell."""
    format = grid.formats.get((row, column))
    if format and isinstance(raw, str):
        return clean(format.show_text(raw) or "")
    return (format.show(raw) if format else None) or as_text(raw)


def _shown(text: str, place: OldPlace) -> OldCell:
    return OldCell((OldParagraph(text, place),)) if text else _NOTHING


def _of_values(name: str, data: bytes) -> Iterator[OldTable]:
    """The one table of a file of values."""
    text = _decoded(data)
    comma = max((",", "\t", ";"), key=text[:10_000].count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=comma))
    except csv.Error as fault:
        raise NotReadableError(DAMAGED) from fault
    if len(lines) > _MOST_ROWS or sum(map(len, lines)) > _MOST_CELLS:
        raise NotReadableError(LIMIT, why=_TOO_MANY)
    width = max(map(len, lines), default=0)
    rows = tuple(
        tuple(
            _shown(clean(one), OldPlace(name, place=f"{column_name(column)}{row}"))
            for column, one in enumerate((*line, *[""] * (width - len(line))))
        )
        for row, line in enumerate(lines, start=1)
        if any(one.strip() for one in line)
    )
    if not rows:
        raise NotReadableError(EMPTY)
    yield OldTable(rows, OldPlace(name), sheet=Path(name).stem)


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotReadableError(DAMAGED)
