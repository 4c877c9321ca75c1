"""Single faults planted in whole workbooks: the product of the columns that the form declares and a table of faults.

Each fault changes one cell of a workbook in which nothing is wrong. ``told`` says whether it is told there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import made
from ita_docs.papers.reading import read_and_check
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import GENERAL, Schema, schema
from made_workbook import Formatted, Formula, Sheets, put, save, sheets
from officefiles.cells import column_name
from officefiles.problems import Problem

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
OCTOBER = datetime.datetime(2022, 10, 1)

Faults = Mapping[str, object]


@dataclass(frozen=True)
class Behind:
    """A text put behind what stands in the cell, and a space."""

    text: str


ANY: Faults = {
    "an error": Formula("=1/0", "#DIV/0!"),
    "a private character": "กา\ue000ร",
    "TRUE": True,
}
"""What is wrong in any cell."""

OF_WORDS: Faults = {
    "a number": 4,
    "a date": Formatted(OCTOBER, {"num_format": "d/m/yyyy"}),
    "half a date": Formatted(OCTOBER, {"num_format": "mmm yy"}),
    "a time": Formatted(0.5, {"num_format": "h:mm"}),
    "a percentage": Formatted(0.875, {"num_format": "0%"}),
}
OF_TEXT: Faults = {
    "an unknown format": Formatted(1250.5, {"num_format": "# ?/?"}),
    "a tag": Behind("{{ ชื่อ }}"),
    "markup": Behind("<br>"),
    "a doubled tone mark": Behind("หน้าที่่"),
    "SARA E twice": Behind("เเผน"),
    "SARA AM lost": Behind("สานักงานกาหนด"),
    "SARA AM split": Behind("ก าหนด"),
    "a common slip": Behind("นโนบาย"),
    "a replacement character": Behind("\ufffd"),
}
KINDS: Mapping[Value, Faults] = {
    Value.TEXT: OF_TEXT,
    Value.LINES: OF_TEXT,
    Value.OBSTACLE: OF_TEXT,
    Value.ITEMS: OF_TEXT,
    Value.SCORE: {
        "words": "แปดสิบ",
        "below 0": -1,
        "above 100": 100.5,
        "a percentage": Formatted(0.875, {"num_format": "0.00%"}),
        "a fraction of one": 0.88,
        "three decimals": 88.125,
        "a date": Formatted(OCTOBER, {"num_format": "d/m/yyyy"}),
    },
    Value.COUNT: {"words": "หนึ่ง", "zero": 0, "a half": 1.5, "a date": Formatted(OCTOBER, {"num_format": "d/m/yyyy"})},
    Value.DATE: {
        "no such day": "31 กุมภาพันธ์ 2566",
        "words": "เมื่อวานนี้",
        "a number": 44835,
        "no day": Formatted(OCTOBER, {"num_format": "mmm yy"}),
    },
    Value.YEAR: {"words": "ปีนี้", "too early": 2400, "a half": 2566.5},
    Value.ORDER_NUMBER: {"no year": "398", "number 0": "0/2565", "words": "ยังไม่ออกเลข"},
    Value.CHOICE: {"words": "แล้วแต่กรณี", "a number": 7},
    Value.QUESTION: {"another letter": "x1", "no number": "i", "beyond the last": "o99"},
    Value.PART: {"words": "บทส่งท้าย", "beyond the last": "99"},
    Value.PICTURE: {"no such file": "ไม่มี.png", "elsewhere": "../ภาพ.png"},
    Value.PICTURES: {"no such file": "ไม่มี.png", "elsewhere": "C:\\ภาพ.png"},
}
"""What is wrong in a cell of a kind."""

LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("sections.name", "nothing"): "a row without a name is no row",
}
"""Pairs of a field and a fault that are no faults, each with its reason."""


@dataclass(frozen=True)
class Planted:
    """A fault in one cell of the workbook of ``year``."""

    year: int
    sheet: str
    cell: str
    field: str
    fault: str
    value: object

    def __str__(self) -> str:
        return f"{self.year} {self.sheet} {self.cell} {self.field}: {self.fault}"


def whole(year: int) -> tuple[Sheets, Schema]:
    """The sheets of a workbook in which nothing is wrong, to be changed as one likes, and its form."""
    book, form = _whole(year)
    return {name: [list(row) for row in rows] for name, rows in book.items()}, form


@cache
def _whole(year: int) -> tuple[Sheets, Schema]:
    if year == 2566:
        return sheets(made.submission(papers=made.papers())), schema(2566)
    submission, _ = read(min(EXAMPLES.glob(f"*_{year}.xlsx")))
    assert submission
    form = form_of(submission, schema(year))
    labels = [(field.heading, form.general.get(field.name, "")) for field in form.schema.general.fields]
    found: Sheets = {GENERAL.name: [["หัวข้อ", "ค่า"], *(list(one) for one in labels)]}
    for table in form.schema.tables:
        rows = [[row.get(field.name, "") for field in table.fields] for row in form.rows[table.key]]
        found[table.name] = [[field.heading for field in table.fields], *rows]
    return found, form.schema


def planted(year: int) -> Iterator[Planted]:
    """Every fault of the product, but for the pairs left out."""
    book, form = whole(year)
    for sheet in form.sheets:
        for field in sheet.fields:
            for fault, value in (ANY | _of_kind(field)).items():
                cell = _cell(book, sheet, field)
                if cell and (f"{sheet.key}.{field.name}", fault) not in LEFT_OUT:
                    yield Planted(year, sheet.name, cell, field.name, fault, value)
            cell = _cell(book, sheet, field)
            if cell and field.required and (f"{sheet.key}.{field.name}", "nothing") not in LEFT_OUT:
                yield Planted(year, sheet.name, cell, field.name, "nothing", "")


def _of_kind(field: Field) -> Faults:
    found = KINDS[field.value]
    return OF_WORDS | found if found is OF_TEXT and not field.as_shown else found


def _cell(book: Sheets, sheet: Sheet, field: Field) -> str:
    """The cell that a field is planted in: where it is filled first, else in the first row; none without rows."""
    rows: Sequence[Sequence[Any]] = book[sheet.name]
    if sheet.key == GENERAL.key:
        return next((f"B{row}" for row, cells in enumerate(rows, 1) if cells[0] == field.heading), "")
    column = [one.name for one in sheet.fields].index(field.name)
    filled = [row for row, cells in enumerate(rows[1:], 2) if column < len(cells) and cells[column] != ""]
    return f"{column_name(column)}{filled[0] if filled else 2}" if len(rows) > 1 else ""


def problems(one: Planted, folder: Path) -> tuple[Problem, ...]:
    """What reading and checking the workbook with this fault tells."""
    book, _ = whole(one.year)
    if isinstance(one.value, Behind):
        _put_behind(book, one.sheet, one.cell, one.value.text)
    else:
        put(book, one.sheet, one.cell, one.value)
    return read_and_check(save(book, folder)).problems


def told(one: Planted, found: Sequence[Problem]) -> bool:
    """Whether the fault is told at its cell."""
    return any((problem.place.sheet, problem.place.cell) == (one.sheet, one.cell) for problem in found)


def elsewhere(one: Planted, found: Sequence[Problem], before: Sequence[Problem]) -> list[Problem]:
    """What is told at other cells and was not told before the fault was planted."""
    known = {replace(problem, message="") for problem in before}
    return [
        problem
        for problem in found
        if (problem.place.sheet, problem.place.cell) != (one.sheet, one.cell)
        and replace(problem, message="") not in known
    ]


HOSTILE: Sequence[str] = (
    *("{{ x }}", "{% if %}", "{%p for x %}", "{#", "}}", "%}", "{{", "{{ 7*7 }}", "{{r x }}", "{_("),
    *("<br>", "<script>alert(1)</script>", "&lt;", "&amp;", "& Co", "<w:p/>", "]]>", "<!--", "<![CDATA[x", "</w:t>"),
    *("=1+1", '=HYPERLINK("http://a.th")', "+66", "-1", "@ชื่อ", "'ก", '"ก"', "“ก”", "‘ก’", "(ก", "ก)", "[ก]"),
    *("None", "nan", "NULL", "True", "#N/A", "undefined", "0", "1e5", "%s %(x)s {0}", "$(rm)", "../../x", "C:\\x"),
    *(
        "ก\u200bข",
        "ก\u00a0ข",
        "ก\u00adข",
        "\u202eก",
        "\ufeffก",
        "ก\u2028ข",
        "ก\tข",
        "ก\nข",
        "ก\r\nข",
        "_x000D_",
        "_x0041_",
    ),
    *(
        "ก\ue000",
        "\U0010fffd",
        "\ufffd",
        "😀",
        "𠮷",
        "é",
        "e\u0301",
        "中文",
        "العربية",
        "ﬁ",
        "ｆｕｌｌ",
        "½",
        "๑๒๓",
        "ำ",
        "\u0e4d\u0e32",
    ),
    *("ก" * 3000, "ก " * 500, "ก่่", "เเก", "์", "ๆๆ", "ฯลฯ"),
)
"""Texts that break programs: of templates, of XML, of spreadsheets, of shells, and of letters."""


def text_columns(year: int) -> list[tuple[str, str, str]]:
    """The sheet, the cell and the field of every column of text, and of every line of it on the general sheet."""
    book, form = whole(year)
    columns = [(sheet, field) for sheet in form.sheets for field in sheet.fields if KINDS[field.value] is OF_TEXT]
    return [(sheet.name, cell, field.name) for sheet, field in columns if (cell := _cell(book, sheet, field))]


def hostile(year: int, text: str, cells: Sequence[tuple[str, str, str]], folder: Path) -> Path:
    """The workbook with ``text`` behind what stands in each of ``cells``."""
    book, _ = whole(year)
    for sheet, cell, _ in cells:
        _put_behind(book, sheet, cell, text)
    return save(book, folder)


def _put_behind(book: Sheets, sheet: str, cell: str, text: str) -> None:
    rows, row, column = book[sheet], int(cell[1:]) - 1, ord(cell[0]) - ord("A")
    typed = rows[row][column] if column < len(rows[row]) else ""
    put(book, sheet, cell, f"{typed or 'ข้อความ'} {text}")
