"""Writing the tracker: a row for each action and round, a count by unit, and how to fill it in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

from ita_docs.excel.book import Book, dated
from ita_docs.excel.tracker.form import FILLED_IN, TRACKER, lead, tracker_form
from ita_docs.excel.tracker.rounds import Round, plan, units
from ita_docs.excel.xlsx import CellValue, Formula, OutputSheet
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.sentences import TrackerPhrases
from ita_docs.model import CHOICES, Status, Submission
from ita_docs.thai import date_long
from ita_docs.workbook.styles import row_height
from officefiles.cells import column_name

HEADS = 3  # row of the headings, counted from 0
SPARE = 10
"""Empty rows under the plan, for what the office adds in the year."""

SOON = 30
"""Days before a due date from which its row is coloured."""
LATE_SIGN, SOON_SIGN = "!!", "!"
_LATE, _SOON = "#F8CBAD", "#FFE699"

COLUMNS = {field.name: column for column, field in enumerate(TRACKER.fields)}
BY_UNIT = "สรุปตามผู้รับผิดชอบ"
GUIDE = "คำแนะนำ"
_GUIDE_WIDTH = 72
"""Characters that a page across has room for as they are: one column alone is not made smaller to fit on it."""
_FIXED = {"code": "centre", "indicator": "number", "frequency": "centre", "number": "number"}


def build(submission: Submission, framework: Framework, day: datetime.date) -> bytes:
    """The tracker of one office and year as an xlsx file; the same bytes for the same submission on the same ``day``,
    on which it is made: programs that do not calculate show what is overdue then. ``framework`` is that of the assessed
    year."""
    office, year = submission.office.name, submission.fiscal_year
    title = TrackerPhrases.load().title.format(title=TRACKER.title, year=year)
    book = Book(title, office, framework)
    rounds = submission.made(plan)
    sheet = book.sheet(TRACKER.name, title, lead(office), [field.width for field in TRACKER.fields])
    last = HEADS + len(rounds) + SPARE
    book.heads(sheet, HEADS, [field.heading for field in TRACKER.fields])
    for row, one in enumerate(rounds, start=HEADS + 1):
        _write_round(book, sheet, row, one)
    for row in range(HEADS + len(rounds) + 1, last + 1):
        book.row(sheet, row, [None] * len(COLUMNS), _SPARE)
    book.table(sheet, HEADS, last, len(TRACKER.fields), left=COLUMNS["action"] + 1)
    _validate(sheet, last, framework)
    _colour(book, sheet, last)
    _by_unit(book, rounds, last, _Head(office, title, day))
    guide = book.sheet(GUIDE, GUIDE, title, (_GUIDE_WIDTH,))
    unit = OfficeKinds.load().form(office).unit
    for row, line in enumerate(TrackerPhrases.load().guidance, start=HEADS):
        book.row(guide, row, (line.format(unit=unit),), ("plain",))
    return book.data()


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above a sheet, and the day on which it is made."""

    office: str
    title: str
    day: datetime.date


def _write_round(book: Book, sheet: OutputSheet, row: int, one: Round) -> None:
    """What is planned stands in the columns of its names; the rest is for staff to fill in."""
    values: list[CellValue] = [getattr(one, name, None) for name in COLUMNS]
    values[COLUMNS["status"]] = Status.NOT_STARTED.value
    book.row(sheet, row, values, _UNDATED if one.due is None else _DATED)


def _format_of(name: str) -> str:
    if name in ("due", "done"):
        return "input date"
    return "input" if name in FILLED_IN else _FIXED.get(name, "text")


_UNDATED = [_format_of(name) for name in COLUMNS]
_DATED = ["date" if name == "due" else _format_of(name) for name in COLUMNS]
_SPARE = ["input date" if name in ("due", "done") else "input" for name in COLUMNS]
"""The formats of a round's row without and with its due date, and of an empty row."""


def _validate(sheet: OutputSheet, last: int, framework: Framework) -> None:
    """Drop-downs for the status, and what may stand in the columns of dates and numbers."""
    form = tracker_form(framework)
    for name in ("status", "due", "done", "indicator"):
        column = COLUMNS[name]
        field = form.fields[column]
        rule: dict[str, object] = {"input_title": field.heading, "input_message": field.help}
        if field.allowed:
            rule |= {"validate": "list", "source": list(field.allowed)}
        elif name == "indicator":
            rule |= {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": len(framework.indicators)}
        else:
            rule |= {"validate": "any"}
        sheet.data_validation(HEADS + 1, column, last, column, rule)


def _colour(book: Book, sheet: OutputSheet, last: int) -> None:
    """Colours of a row, up to its status, by status and by today's date: the first that fits. What is due has signs
    before its date too, for those who do not tell the colours apart."""
    status, due = (f"${column_name(COLUMNS[name])}{HEADS + 2}" for name in ("status", "due"))
    open_ = f'AND({due}<>"",{status}<>"",'
    waiting = f'AND({due}<>"",OR({status}="{Status.NOT_STARTED}",{status}="{Status.UNDER_WAY}"),'
    late, soon = f"={waiting}{due}<TODAY())", f"={waiting}{due}>=TODAY(),{due}-TODAY()<={SOON})"
    for criteria, signs, colour in ((late, LATE_SIGN, _LATE), (soon, SOON_SIGN, _SOON)):
        format = book.rule_format(bg_color=colour, num_format=dated(signs))
        rule = {"type": "formula", "criteria": criteria, "format": format, "stop_if_true": True}
        sheet.conditional_format(HEADS + 1, COLUMNS["due"], last, COLUMNS["due"], rule)
    rules = (
        (f'{status}="{Status.DONE}"', "#E2EFDA"),
        (f'{status}="{Status.NOT_POSSIBLE}"', "#D9D9D9"),
        (f"{open_}{due}<TODAY())", _LATE),
        (f"{open_}{due}-TODAY()<={SOON})", _SOON),
    )
    for criteria, colour in rules:
        format = book.rule_format(bg_color=colour)
        rule = {"type": "formula", "criteria": f"={criteria}", "format": format, "stop_if_true": True}
        sheet.conditional_format(HEADS + 1, 0, last, COLUMNS["status"], rule)


def _by_unit(book: Book, rounds: Sequence[Round], last: int, head: _Head) -> None:
    """How many items each unit has by status, how many are overdue, and the share that is done, all live."""
    heads = ("ผู้รับผิดชอบ", "ทั้งหมด", *CHOICES, "เกินกำหนด", "ร้อยละที่ดำเนินการแล้ว")
    sheet = book.sheet(
        BY_UNIT, BY_UNIT, f"{head.office} · {head.title}", (44, 12, *[18] * len(CHOICES), 14, 18), pages=1
    )
    book.guard(sheet)
    book.heads(sheet, HEADS, heads)
    formats = ["text", *["number"] * (len(CHOICES) + 2), "percent"]
    cells = {
        name: f"'{TRACKER.name}'!{xl_range_abs(HEADS + 1, COLUMNS[name], last, COLUMNS[name])}"
        for name in ("responsible", "status", "due")
    }
    row = HEADS
    for row, unit in enumerate(units([one.responsible for one in rounds]), start=HEADS + 1):
        own = [one for one in rounds if unit in one.responsible]
        book.row(sheet, row, (unit, *_counts(row, cells, f'"*"&{_wild(row)}&"*"', own, head.day)), formats)
    total = ["total", *["total number"] * (len(CHOICES) + 2), "total percent"]
    book.row(sheet, row + 1, (TrackerPhrases.load().total, *_counts(row + 1, cells, '"?*"', rounds, head.day)), total)
    phrases, unit = TrackerPhrases.load(), OfficeKinds.load().form(head.office).unit
    notes = phrases.units_note.format(unit=unit), phrases.day_note.format(day=date_long(head.day))
    for below, note in enumerate(notes, start=row + 3):
        sheet.add(below, (note,), (book.format("note", free=True),), row_height([]))


def _wild(row: int) -> str:
    """The unit's name in a criterion of COUNTIFS, its own wildcards taken as they are."""
    return f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($A{row + 1},"~","~~"),"*","~*"),"?","~?")'


def _counts(
    row: int, cells: Mapping[str, str], unit: str, rounds: Sequence[Round], day: datetime.date
) -> list[CellValue]:
    """The live counts of a unit over the ``cells`` of three columns. Before anything is filled in, all its ``rounds``
    stand at the first status and are overdue as they are on ``day``; programs count again when they open the file."""
    count, overdue = len(rounds), sum(one.due is not None and one.due < day for one in rounds)
    own = f"{cells['responsible']},{unit}"
    by_status: list[CellValue] = [
        Formula(f'=COUNTIFS({own},{cells["status"]},"{status}")', count if status is Status.NOT_STARTED else 0)
        for status in CHOICES
    ]
    late = "+".join(
        f'COUNTIFS({own},{cells["status"]},"{status}",{cells["due"]},"<"&TODAY())'
        for status in (Status.NOT_STARTED, Status.UNDER_WAY)
    )
    done = column_name(2 + CHOICES.index(Status.DONE))
    share = Formula(f"=IF(B{row + 1}=0,0,{done}{row + 1}/B{row + 1})", 0)
    return [Formula(f"=COUNTIFS({own})", count), *by_status, Formula(f"={late}", overdue), share]
