"""A cell of an office's own as Excel shows it: what the form does not ask for has no kind of its own."""

from __future__ import annotations

import datetime

from ita_docs.model import OWN, OwnCell
from ita_docs.workbook.field import Field, Value
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.values import parse
from officefiles.problems import Kind, Problem, Severity

OWN_CELL = Kind(
    "own-cell",
    "{why} แม่แบบจึงพิมพ์ช่องนี้ซึ่งหน่วยงานเพิ่มเองไม่ได้",
    "{cure} ถ้าแม่แบบไม่ใช้ช่องนี้ คงไว้ได้",
    "อ่านช่องในคอลัมน์ ชีต หรือข้อมูลที่หน่วยงานเพิ่มเองไม่ได้ เช่น สูตรที่ผิดพลาด หรือรูปแบบตัวเลขที่โปรแกรมไม่อ่าน",
    Severity.WARNING,
)
EMPTY = OwnCell()
_DASHES = frozenset("-–—−")


def own_field(heading: str) -> Field:
    """A column of the office's own as the form would declare it: any text, a number or date as Excel shows it."""
    return Field(
        name=OWN + heading,
        heading=heading,
        value=Value.LINES,
        as_shown=True,
        dated=True,
        width=20,
        help="คอลัมน์ที่หน่วยงานเพิ่มเอง",
    )


def own_cell(grid: Grid, row: int, column: int, field: Field) -> tuple[OwnCell, Problem | None]:
    """The cell that shows here, and why it cannot be read."""
    home = grid.home(row, column)
    raw, fault, format = grid.own(*home), grid.faults.get(home, ""), grid.formats.get(home)
    if raw == "" and not fault:  # most cells
        return EMPTY, None
    if isinstance(raw, bool) and not fault:
        return OwnCell(as_text(raw)), None
    if isinstance(raw, str) and raw.strip() in _DASHES and not fault:  # as typed: it may be all that is to be printed
        return OwnCell(raw.strip()), None
    text, problem = parse(field, raw, fault, format, grid.epoch)
    if problem:
        return OwnCell(wrong=problem.message), OWN_CELL.at(
            grid.place(*home), problem.found, why=problem.message, cure=problem.hint
        )
    if isinstance(raw, str | datetime.timedelta):
        return OwnCell(str(text)), None
    return OwnCell(str(text), raw, format.code if format else ""), None
