"""What an imported workbook holds, cell by cell, beside what the documents stated."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto

import openpyxl
from rapidfuzz import fuzz

from ita_docs.model import Submission
from ita_docs.thai import parse_date
from ita_docs.workbook.field import Field, Value
from ita_docs.workbook.form import FormRow, form_of
from ita_docs.workbook.schema import EXAMPLE, TO_REVIEW, Schema, schema
from ita_docs.workbook.written import HEADING_ROW
from officefiles.cells import column_name
from officefiles.thai import arabic_digits, parse_number, parse_order_number

GENERAL = "general"
ORDER_LINES = (
    "name", "fiscal_year", "number", "date", "subject", "reason", "powers", "effective", "signatory_title",
    "signatory_first_name", "signatory_last_name", "signatory_position", "total", "level",
)  # fmt: skip
"""Lines of the general sheet that order and analysis state."""
MEMO_LINES = (
    "owner", "telephone", "memo_number", "memo_date", "proposer_title", "proposer_first_name", "proposer_last_name",
    "proposer_position", "approvers", "notice_date", "report_date", "reporter_title", "reporter_first_name",
    "reporter_last_name", "reporter_position", "results_memo_number", "results_memo_date",
)  # fmt: skip
"""Those that our memo, notice and report state."""
SEAT = ("number", "committee", "title", "first_name", "last_name", "position", "section", "role")
PERSON = SEAT[2:-1]
STATED: Mapping[str, tuple[str, ...]] = {
    "seats": SEAT,
    "duties": ("committee", "number", "text"),
    "scores": ("indicator", "name", "score"),
    "measures": ("indicator", "indicator_name", "actions", "follow_ups", "frequency", "responsible"),
    "activities": ("number", "date", "caption", "place"),
}
"""The columns of each sheet that papers state."""
_NAMING = frozenset(("indicator", "indicator_name", "name"))
"""Columns of rows that the form has for every indicator, whatever was imported."""
_LEAST = 45.0
"""Least likeness of two rows that are taken for one."""


class Verdict(StrEnum):
    """How a cell came out."""

    EXACT = auto()
    SPACES = auto()
    MARKED = auto()
    WRONG = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True)
class Judged:
    """A cell judged: its sheet, row (as the truth names it) and field, what was stated and what was found."""

    sheet: str
    row: str
    field: str
    stated: str
    found: str
    verdict: Verdict
    marked: bool

    def __str__(self) -> str:
        """One line for people."""
        return f"{self.verdict.upper():7} {self.sheet}.{self.field} [{self.row}] {self.stated!r} -> {self.found!r}"


@dataclass(frozen=True, slots=True)
class Found:
    """The texts of a workbook: lines of the general sheet, rows by sheet, the marked ones of them, and the columns and
    lines that are not to be looked at."""

    general: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    marked: frozenset[tuple[str, int, str]] = frozenset()
    hidden: frozenset[str] = frozenset()

    @property
    def cells(self) -> int:
        """How many cells are filled."""
        return len(self.general) + sum(len(row) for own in self.rows.values() for row in own)


def truth(whole: Submission, hidden: Collection[str] = ()) -> Found:
    """What papers of ``whole`` state, but for the columns (``duties.number``) in ``hidden``."""
    shape = schema(whole.fiscal_year)
    form = form_of(whole, shape)
    stated = {**STATED, "measures": (*STATED["measures"], *_chosen(whole))}
    rows = {
        key: [_row(row, [name for name in names if f"{key}.{name}" not in hidden]) for row in form.rows[key]]
        for key, names in stated.items()
    }
    general = _row(form.general, [name for name in ORDER_LINES if f"{GENERAL}.{name}" not in hidden])
    return Found(general, rows, hidden=frozenset(hidden))


def _chosen(whole: Submission) -> tuple[str, ...]:
    return tuple(
        name for name in ("steps", "period", "reporting", "budget", "remarks") if name in whole.settings.columns
    )


def _row(row: FormRow, names: Iterable[str]) -> dict[str, str]:
    return {name: str(row[name]) for name in names if str(row.get(name, "")).strip()}


def read_back(data: bytes) -> Found:
    """What the workbook holds, its examples left out."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    shape = schema(_year(book))
    rows: dict[str, list[Mapping[str, str]]] = {}
    places: dict[tuple[str, str], tuple[str, int, str]] = {}
    for table in shape.tables:
        sheet = book[table.name]
        heads = {cell.value: cell.column for cell in sheet[HEADING_ROW + 1]}
        columns = {one.name: heads[one.heading] for one in table.fields if one.heading in heads}
        rows[table.key] = []
        for number in range(HEADING_ROW + 2, sheet.max_row + 1):
            texts = {name: _text(sheet.cell(number, column).value) for name, column in columns.items()}
            row = {name: text for name, text in texts.items() if text}
            if row and not next(iter(row.values())).startswith(EXAMPLE):
                for name in row:
                    place = table.name, f"{column_name(columns[name] - 1)}{number}"
                    places[place] = table.key, len(rows[table.key]), name
                rows[table.key].append(row)
    general, own = _general(book, shape)
    marked = {(places | own)[place] for place in _marks(book) if place in places | own}
    return Found(general, rows, frozenset(marked))


def _year(book: openpyxl.Workbook) -> int:
    sheet = book["ข้อมูลทั่วไป"]
    return next(int(sheet.cell(n, 2).value) for n in range(1, 40) if sheet.cell(n, 1).value == "ปีงบประมาณ")


def _general(
    book: openpyxl.Workbook, shape: Schema
) -> tuple[dict[str, str], dict[tuple[str, str], tuple[str, int, str]]]:
    sheet, general, places = book[shape.general.name], {}, {}
    headings = {one.heading: one.name for one in shape.general.fields}
    for number in range(HEADING_ROW + 2, sheet.max_row + 1):
        name, text = headings.get(sheet.cell(number, 1).value, ""), _text(sheet.cell(number, 2).value)
        if name and text:
            general[name] = text
            places[sheet.title, f"B{number}"] = (GENERAL, 0, name)
    return general, places


def _marks(book: openpyxl.Workbook) -> Iterator[tuple[str, str]]:
    if TO_REVIEW in book.sheetnames:
        for row in book[TO_REVIEW].iter_rows(min_row=HEADING_ROW + 2, values_only=True):
            if row[0]:
                yield str(row[0]), str(row[1])


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def judge(stated: Found, found: Found, sheets: Collection[str] = ()) -> list[Judged]:
    """Every cell that was stated, or found where nothing was; ``sheets`` are those to look at where not all."""
    shape, done = schema(_year_of(stated)), []
    known = {row.get("name") for row in found.rows.get("scores", ())}
    if not sheets or GENERAL in sheets:
        names = {one.name: one for one in shape.general.fields}
        wanted = [one for one in ORDER_LINES if f"{GENERAL}.{one}" not in stated.hidden and one in found.general]
        for name in dict.fromkeys((*stated.general, *wanted)):
            marked = (GENERAL, 0, name) in found.marked
            done.append(_judged(GENERAL, "", names[name], stated.general, found.general, marked))
    for key, rows in stated.rows.items():
        if sheets and key not in sheets:
            continue
        fields = {one.name: one for one in shape.table(key).fields}
        columns = list(dict.fromkeys(name for row in rows for name in row))
        others = found.rows.get(key, ())
        for one, other in _pairs(rows, others, columns):
            mine = dict(rows[one]) if one is not None else {}
            its = others[other] if other is not None else {}
            if not mine and not its.keys() - _NAMING:
                continue
            if "indicator_name" in mine and "indicator_name" not in its:  # the form then takes that of the scores
                mine = {name: text for name, text in mine.items() if name != "indicator_name" or text not in known}
            row = " ".join(list((mine or its).values())[:4])[:50]
            for name in columns:
                if name in mine or name in its:
                    marked = other is not None and (key, other, name) in found.marked
                    done.append(_judged(key, row, fields[name], mine, its, marked))
    return done


def _year_of(stated: Found) -> int:
    return int(stated.general.get("fiscal_year", "2566"))


def _judged(sheet: str, row: str, one: Field, mine: Mapping[str, str], its: Mapping[str, str], marked: bool) -> Judged:
    stated, found = mine.get(one.name, ""), its.get(one.name, "")
    if _same(one, stated, found):
        verdict = Verdict.EXACT
    elif _joined(one, stated) == _joined(one, found):
        verdict = Verdict.SPACES
    elif not found:
        verdict = Verdict.MISSING
    else:
        verdict = Verdict.MARKED if marked else Verdict.WRONG
    return Judged(sheet, row, one.name, stated, found, verdict, marked)


def _same(one: Field, stated: str, found: str) -> bool:
    for kind, parse in ((Value.DATE, parse_date), (Value.ORDER_NUMBER, parse_order_number)):
        if one.value is kind and stated:
            return parse(stated) == parse(found)
    if one.value in (Value.SCORE, Value.COUNT) and stated:
        return parse_number(arabic_digits(stated)) == parse_number(arabic_digits(found))
    return _plain(one, stated) == _plain(one, found)


def _plain(one: Field, text: str) -> str:
    lines = [line.strip() for line in arabic_digits(text.replace("\u00a0", " ")).split("\n")]
    return "\n".join(line.lstrip("-• ") if one.value is Value.ITEMS else line for line in lines if line)


def _joined(one: Field, text: str) -> str:
    return "".join(_plain(one, text).split())


def _pairs(
    rows: Sequence[Mapping[str, str]], others: Sequence[Mapping[str, str]], columns: Sequence[str]
) -> Iterator[tuple[int | None, int | None]]:
    """Each row with the one that it is, in order, as alike as all of them together can be."""
    mine = ["|".join(row.get(name, "") for name in columns) for row in rows]
    its = ["|".join(arabic_digits(row.get(name, "")) for name in columns) for row in others]
    mine = [arabic_digits(one) for one in mine]
    best = [[0.0] * (len(its) + 1) for _ in range(len(mine) + 1)]
    like = [[fuzz.ratio(one, other) for other in its] for one in mine]
    for one in range(len(mine) - 1, -1, -1):
        for other in range(len(its) - 1, -1, -1):
            both = like[one][other] + best[one + 1][other + 1] if like[one][other] >= _LEAST else 0
            best[one][other] = max(best[one + 1][other], best[one][other + 1], both)
    one = other = 0
    while one < len(mine) or other < len(its):
        if one < len(mine) and other < len(its) and like[one][other] >= _LEAST and (
            best[one][other] == like[one][other] + best[one + 1][other + 1]
        ):  # fmt: skip
            yield one, other
            one, other = one + 1, other + 1
        elif other == len(its) or (one < len(mine) and best[one][other] == best[one + 1][other]):
            yield one, None
            one += 1
        else:
            yield None, other
            other += 1
