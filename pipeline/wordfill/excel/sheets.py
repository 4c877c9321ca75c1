"""A sheet of a template made ready, and its rows in a finished workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import jinja2

from wordfill.excel.blocks import Blocks, RowCounter, RowMap
from wordfill.excel.cells import Filling, Row
from wordfill.excel.places import SheetError
from wordfill.excel.values import BEGIN, CELL, FINISH, ROW

TOO_LARGE = "ชีตที่สร้างขึ้นใหญ่เกินไป ตรวจคำสั่งวนรอบที่ซ้อนกัน"
MOST_ROWS = 1_048_576
"""The rows of a sheet of Excel."""
_STREAM = re.compile(f"([{ROW}{BEGIN}{FINISH}])")

StandingRow = tuple[int, int, Mapping[int, str] | None]
"""Where a row of a finished sheet stands, the row of the template that it is of, and the texts of its cells with tags
(``None``: it is left without values)."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet made ready. ``lines`` has for each line of the ``source`` the cell that it came from, and its words."""

    name: str
    blocks: Blocks
    rows: Mapping[int, Row]
    template: jinja2.Template | None
    lines: Sequence[tuple[str, str]]
    source: str = ""

    @property
    def key(self) -> str:
        """Its name as references are compared."""
        return self.name.lower()


def stood(plan: SheetPlan, context: Mapping[str, object]) -> tuple[Sequence[StandingRow], RowMap]:
    """The rows of the finished sheet, and where those of the template stand. Raises what Jinja raises, and
    ``SheetError`` where they are more than a sheet has."""
    counter, rows = RowCounter(plan.blocks), list[StandingRow]()
    if plan.template is None:
        return [(row, row, {}) for row in plan.rows], counter.map()
    pieces = _STREAM.split(plan.template.render(context))
    for mark, said in zip(pieces[1::2], pieces[2::2], strict=True):
        if mark == ROW:
            number, *cells = said.split(CELL)
            row = int(number.strip("-\n"))
            rows.append((counter.row(row), row, None if "-" in number else dict(map(_text, cells))))
        elif mark == BEGIN:
            counter.begin(int(said))
        else:
            counter.end()
    if rows and rows[-1][0] > MOST_ROWS:
        raise SheetError("", "", TOO_LARGE)
    return rows, counter.map()


def _text(said: str) -> tuple[int, str]:
    number, _, text = said.partition(":")
    return int(number), text.rstrip("\n")


def written(plan: SheetPlan, rows: Sequence[StandingRow], filling: Filling) -> str:
    """The rows of the finished sheet as XML."""
    plans = plan.rows
    return "".join([plans[row].xml(at, texts, filling) for at, row, texts in rows if row in plans])
