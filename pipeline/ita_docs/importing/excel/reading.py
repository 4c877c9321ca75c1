"""Old workbooks and lists of values as tables of what Excel shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
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
from ita_docs.workbook.grid import FAR_CELLS, Grid, Raw, drawn_at, read_grids, sheet_parts
from ita_docs.workbook.headings import find_sheets
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.schema import GENERAL
from officefiles.cells import column_name
from officefiles.opc import Package
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
_HEADS = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]+)<")
_HEAD_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]+|[A-Z])')
"""What Excel puts the number of a page for, its date, or the look of what follows."""
_LETTER = re.compile(r"[^\W_]")
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
    package, problem = file.load(file.Upload(name, data))
    if problem:
        raise _refused(problem)
    try:
        grids, problems = read_grids(package)
    except ValueError as fault:
        raise NotReadableError(DAMAGED) from fault
    if problems:
        raise _refused(problems[0])
    sheets, _, _ = find_sheets(grids)
    if GENERAL.key in sheets and len(sheets) >= _OWN_SHEETS:
        raise NotReadableError(OWN_FORM)
    seen = [grid for grid in grids.values() if not grid.is_hidden and grid.has_content]
    if sum(len(grid.rows) * max(map(len, grid.rows)) for grid in seen) > _MOST_CELLS:
        raise NotReadableError(LIMIT, why=_TOO_MANY)
    return OldFile(name, tuple(_table(name, grid) for grid in seen), _not_read(name, grids, package))


def _not_read(name: str, grids: Mapping[str, Grid], package: Package) -> tuple[Problem, ...]:
    """That something of the sheets is not read, where it is so."""
    own = {sheet: [*_left_out(grid)] for sheet, grid in grids.items()}
    for sheet, part in sheet_parts(package).items():
        if not grids[sheet].is_hidden:
            own[sheet] += _beside(grids[sheet], part, package)
    parts = [f"ชีต “{sheet}” {', '.join(found)}" for sheet, found in own.items() if found]
    charts = package.all_related(package.main, "chartsheet")
    parts += [f"ชีตแผนภูมิ {len(charts)} ชีต"] if charts else []
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
        ("ภาพที่", [grid.place(*at).cell for at in grid.pasted]),
    ):
        yield from _named(what, places)


def _beside(grid: Grid, sheet: str, package: Package) -> Iterator[str]:
    """What stands beside the cells of the sheet in this part, in Thai: charts, comments, heads and feet of pages."""
    yield from _named("แผนภูมิที่", [grid.place(*at).cell for at in drawn_at(package, sheet, "graphicFrame")])
    comments = package.parts.get(package.related(sheet, "comments"))
    found = comments.tree.iter("{*}comment") if comments else ()
    yield from _named("ข้อคิดเห็นที่", list(dict.fromkeys(one.get("ref", "") for one in found)))
    for text in map(bytes.decode, _HEADS.findall(package.parts[sheet].data)):
        if _LETTER.search(said := _HEAD_CODE.sub(" ", unescape(text)).replace("หน้า", "")):
            yield f"หัวกระดาษหรือท้ายกระดาษ “{clean(said)}”"


def _named(what: str, places: Sequence[str]) -> Iterator[str]:
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
