"""Reading a workbook: file, grids, records, submission; every problem at its cell, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import ascii_uppercase

from ita_docs import thai
from ita_docs.model import Submission
from ita_docs.workbook.concealed import concealed
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.grid import Grid, open_grids
from ita_docs.workbook.headings import find_sheets
from ita_docs.workbook.names import with_name, with_signers
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.own.sheets import read_own_data
from ita_docs.workbook.picture_files import load_picture
from ita_docs.workbook.records import ROW_INCOMPLETE, Record, Rows, read_general, read_with_own, typed_in
from ita_docs.workbook.schema import GENERAL, Schema, schema
from ita_docs.workbook.tables import ACTIVITIES, SEATS
from ita_docs.workbook.tolerant import for_checks
from officefiles.pictures import Picture
from officefiles.problems import Kind, Place, Problem, has_errors

NOT_FORM = Kind(
    "file-not-form",
    "ไฟล์ {found} ไม่ใช่แบบกรอกของโปรแกรมนี้ ไม่พบชีตที่รู้จักเลย",
    "ตรวจสอบว่าเลือกไฟล์ถูกต้อง หรือสร้างแบบกรอกใหม่ด้วยคำสั่ง ita-docs new",
    "ไฟล์ Excel ที่ไม่มีชีตของแบบกรอกแม้แต่ชีตเดียว",
)

_NO_YEAR = 9999


def read(workbook: Workbook, frameworks: Path | None = None) -> tuple[Submission | None, tuple[Problem, ...]]:
    """The submission that the workbook makes, and its problems; no submission where one is an error.

    Nothing that is done to the file raises: whatever it is, the answer is problems. ``frameworks`` is the folder of the
    office's own frameworks; raises ``FrameworkError`` where one is broken.
    """
    submissions, problems = read_for_checks(workbook, frameworks)
    return (submissions[0] if submissions and not has_errors(problems) else None), problems


def read_for_checks(
    workbook: Workbook, frameworks: Path | None = None
) -> tuple[tuple[Submission, ...], tuple[Problem, ...]]:
    """The submissions that the checks may look at, and the reader's problems.

    One where every cell could be read; two where some could not (see ``tolerant``): only what a check finds in both is
    a problem of its own. None where the workbook lacks its shape.
    """
    rows, problems = read_rows(workbook, frameworks)
    return (for_checks(rows) if rows else ()), problems


def read_rows(workbook: Workbook, frameworks: Path | None = None) -> tuple[Rows | None, tuple[Problem, ...]]:
    """Every record of the workbook, as far as it can be read, and all problems; none where it is no workbook of
    ours."""
    grids, refused = open_grids(workbook)
    if refused:
        return None, refused
    sheets, others, problems = find_sheets(grids)
    if not sheets.keys() - {VALUES.key}:
        return None, (NOT_FORM.at(Place(), workbook.name),)
    shape = schema(_fiscal_year(sheets.get(GENERAL.key)), frameworks)
    general, tables, columns, found = _records(sheets, shape)
    own, told = read_own_data(sheets.get(VALUES.key), [grids[name] for name in others], columns)
    pictures, lost = _pictures(workbook, general, tables)
    every = tuple(dict.fromkeys((*problems, *found, *told, *lost)))
    return Rows(workbook.stem, shape, general, tables, pictures, own), every


def _fiscal_year(grid: Grid | None) -> int:
    """The fiscal year that was typed, else that of the order's date; far ahead, for the newest rules, where neither can
    be read."""
    typed = typed_in(grid, GENERAL.field("fiscal_year")) if grid else None
    day = typed_in(grid, GENERAL.field("date")) if grid and typed is None else None
    return typed or (thai.fiscal_year(day) if day else _NO_YEAR)


def _records(
    sheets: Mapping[str, Grid], shape: Schema
) -> tuple[Record | None, dict[str, list[Record] | None], dict[str, tuple[str, ...]], list[Problem]]:
    """The records of every sheet, the headings of the office's own columns and the problems in its cells; ``None`` for
    a sheet that must be there and is not, or whose columns cannot be told. The records of the general sheet come first.
    """
    problems: list[Problem] = []
    general = None
    if GENERAL.key in sheets:
        general, problems = with_signers(*read_general(sheets[GENERAL.key], shape))
        problems += concealed(sheets[GENERAL.key], shape.general, [general])
    tables: dict[str, list[Record] | None] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for table in shape.tables:
        grid = sheets.get(table.key)
        if grid is None or not (grid.has_content or table.required):
            tables[table.key] = None if table.required else []
            continue
        whole, records, found = read_with_own(grid, table)
        problems += found + concealed(grid, whole, records or ())
        if whole is not table:
            columns[table.key] = tuple(field.heading for field in whole.fields[len(table.fields) :])
        if table.key == SEATS.key and records is not None:
            named = [with_name(record) for record in records]
            records = [record for record, _ in named]
            half_filled = {_row(one) for one in found if one.kind == ROW_INCOMPLETE.id}
            problems += [problem for _, problem in named if problem and _row(problem) not in half_filled]
        tables[table.key] = records
    return general, tables, columns, problems


def _row(problem: Problem) -> str:
    return problem.place.cell.lstrip(ascii_uppercase)


def _pictures(
    workbook: Workbook, general: Record | None, tables: Mapping[str, list[Record] | None]
) -> tuple[dict[str, Picture], list[Problem]]:
    """Every picture named in the workbook, by its name, and the problems with those that cannot be used."""
    wanted = [(general.values["emblem"], general.source.at("emblem"))] if general and general.values["emblem"] else []
    for record in tables[ACTIVITIES.key] or ():
        wanted += [(name, record.source.at("pictures")) for name in record.values["pictures"] or ()]
    pictures = {}
    problems = []
    for name, place in wanted:
        if name not in pictures:
            picture, problem = load_picture(workbook, name, place)
            if picture:
                pictures[name] = picture
            if problem:
                problems.append(problem)
    return pictures, problems
