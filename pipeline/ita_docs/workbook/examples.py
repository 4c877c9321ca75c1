"""Example rows that staff wrote over: the reader passes them over, and what was typed would be lost unsaid."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ita_docs import thai
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.form import EXAMPLES
from ita_docs.workbook.general import EXAMPLE, GENERAL, HELP
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.schema import TABLES
from ita_docs.workbook.years import move_years, on_working_day
from officefiles.problems import Kind, Problem, Severity

EXAMPLE_OVERWRITTEN = Kind(
    "example-overwritten",
    "แถวนี้ขึ้นต้นด้วย “ตัวอย่าง” โปรแกรมจึงไม่อ่าน แต่ “{found}” ไม่ใช่ข้อความตัวอย่างของแบบกรอก",
    "ถ้าเป็นข้อมูลของหน่วยงาน ให้พิมพ์ค่าของช่องแรกแทนคำว่า “ตัวอย่าง” ถ้าไม่ใช้ ให้ลบทั้งแถว",
    "พิมพ์ข้อมูลทับแถวตัวอย่างโดยไม่ได้แก้คำว่า “ตัวอย่าง” ในช่องแรก โปรแกรมจึงไม่อ่านแถวนั้น",
    Severity.WARNING,
)

TYPED_BESIDE = Kind(
    "typed-beside-value",
    "“{found}” ของหัวข้อ “{heading}” อยู่ในคอลัมน์ “{column}” ซึ่งโปรแกรมไม่อ่าน และช่อง “ค่า” ว่างอยู่",
    "ย้ายไปไว้ในคอลัมน์ “ค่า” ของหัวข้อเดียวกัน ถ้าไม่ใช่ข้อมูลของเอกสาร คงไว้ได้",
    "ชีตข้อมูลทั่วไปมีข้อมูลพิมพ์ไว้ในคอลัมน์คำอธิบายหรือตัวอย่าง แทนคอลัมน์ค่า",
    Severity.WARNING,
)

OTHER_YEAR = Kind(
    "form-of-another-year",
    "แบบกรอกนี้สร้างไว้สำหรับปีงบประมาณ พ.ศ. {made} แต่กรอกปีงบประมาณ {found} คะแนนและผลการดำเนินการของปีก่อนอาจค้างอยู่",
    "แก้ปีกลับเป็น {made} แล้วสร้างแบบกรอกของปีใหม่จากไฟล์นี้ (ita-docs new --from หรือหน้าเว็บ) ซึ่งย้ายคะแนนและปรับปีให้"
    " ถ้าทบทวนทุกชีตแล้ว ไม่ต้องแก้ไข",
    "เปลี่ยนปีงบประมาณในแบบกรอกของปีก่อน แทนการสร้างแบบกรอกของปีใหม่",
    Severity.WARNING,
)

_TEXTS = (Value.TEXT, Value.LINES, Value.ITEMS)
_QUOTED = 60
_SENTENCE, _BEGINNING = 45, 5
"""The letters of a help that is a sentence, and those that tell one by its beginning."""
_YEARS = range(2560, 2600)
"""The years that a form may be of."""
_ANY = "…"
"""Stands for a word of an example that is the same in no two years."""


def overwritten(grid: Grid, row: int, columns: Mapping[str, int], sheet: Sheet) -> Iterator[Problem]:
    """That a row marked as an example holds another text than the form's; at the first such cell. ``columns`` are those
    of the fields."""
    form = next((table for table in TABLES if table.key == sheet.key and table.key in EXAMPLES), None)
    for field in form.fields[1:] if form else ():
        chosen = field.suggest or field.suggestions
        if field.name not in columns or field.value not in _TEXTS or not field.example or chosen:
            continue
        text = as_text(grid.own(row, columns[field.name]))
        if text and not re.fullmatch(_written(field), _letters(text)):
            yield EXAMPLE_OVERWRITTEN.at(grid.place(row, columns[field.name]), thai.shortened(text, _QUOTED))
            return


def typed_beside(grid: Grid, lines: Mapping[str, int], first: int, value: int) -> Iterator[Problem]:
    """What stands beside an empty value in the columns of helps and examples, and is neither the form's help nor its
    example. ``lines`` are the rows of the fields, ``first`` that below the headings, and ``value`` the column."""
    fields, heads = {field.name: field for field in GENERAL.fields}, _heads(grid, first)
    for field, row in ((fields[name], row) for name, row in lines.items() if name in fields):
        for heading, is_own in ((HELP, _is_help), (EXAMPLE, _is_example)):
            text = as_text(grid.own(row, heads[heading])) if heading in heads else ""
            if text and not grid.is_filled(row, value) and not is_own(field, text):
                place = grid.place(row, heads[heading])
                yield TYPED_BESIDE.at(place, thai.shortened(text, _QUOTED), heading=field.heading, column=heading)


def made_for(grid: Grid, row: int, first: int, value: int, year: object) -> Iterator[Problem]:
    """That the form was made for another fiscal year than the one typed in ``row``, as the example beside it says."""
    column = _heads(grid, first).get(EXAMPLE)
    made = as_text(grid.own(row, column)) if column is not None else ""
    if made.isdecimal() and isinstance(year, int) and int(made) != year:
        yield OTHER_YEAR.at(grid.place(row, value), year, made=made)


def _heads(grid: Grid, first: int) -> dict[str, int]:
    """The columns of the general sheet by their headings, which stand above the row ``first``."""
    return (
        {as_text(grid.own(first - 1, column)): column for column in range(len(grid.rows[first - 1]))} if first else {}
    )


def _is_help(field: Field, text: str) -> bool:
    """True of a help, which may be of an older form: it is a sentence, or begins as the form's does."""
    return len(text) >= _SENTENCE or _letters(text)[:_BEGINNING] == _letters(field.help)[:_BEGINNING]


def _is_example(field: Field, text: str) -> bool:
    """True of what the forms of all kinds of offices and years give as an example; what is chosen from a list is no
    one's own."""
    if field.suggest or field.suggestions or field.allowed or field.value is Value.SCORE or not field.example:
        return True
    if field.value in (Value.DATE, Value.ORDER_NUMBER):
        return any(text == example_of(field, year) for year in _YEARS)
    letters = _letters(text)
    return letters == _letters(field.example) or re.fullmatch(_written(field), letters) is not None


def example_of(field: Field, year: int) -> str:
    """The example of a field as the form of ``year`` has it, a date on a working day; the schema's are of fiscal year
    2566."""
    years = {2565: year - 1, 2566: year}
    if field.value is Value.ORDER_NUMBER:  # move_years lets the year of an order stand
        number, slash, issued = field.example.partition("/")
        return f"{number}{slash}{move_years(issued, years)[0]}"
    return on_working_day(move_years(field.example, years)[0])


def _written(field: Field) -> str:
    """What the forms of all kinds of offices give as the example of a field, as a pattern of letters."""
    kinds = OfficeKinds.load()
    forms = (kinds.any_office, *(kind.form for kind in kinds.kinds))
    texts = {field.example.format_map(defaultdict(lambda: _ANY, form.words)) for form in forms}
    return "|".join(re.escape(_letters(text)).replace(_ANY, ".*") for text in sorted(texts))


def _letters(text: str) -> str:
    """A text without its spaces, and without the years that move with the form's."""
    return re.sub(r"[\s0-9๐-๙]", "", text)
