"""Example rows that staff wrote over: the reader passes them over, and what was typed would be lost unsaid."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ita_docs import thai
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.form import EXAMPLES
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.parsers import as_text
from ita_docs.workbook.schema import TABLES
from officefiles.problems import Kind, Problem, Severity

EXAMPLE_OVERWRITTEN = Kind(
    "example-overwritten",
    "แถวนี้ขึ้นต้นด้วย “ตัวอย่าง” โปรแกรมจึงไม่อ่าน แต่ “{found}” ไม่ใช่ข้อความตัวอย่างของแบบกรอก",
    "ถ้าเป็นข้อมูลของหน่วยงาน ให้พิมพ์ค่าของช่องแรกแทนคำว่า “ตัวอย่าง” ถ้าไม่ใช้ ให้ลบทั้งแถว",
    "พิมพ์ข้อมูลทับแถวตัวอย่างโดยไม่ได้แก้คำว่า “ตัวอย่าง” ในช่องแรก โปรแกรมจึงไม่อ่านแถวนั้น",
    Severity.WARNING,
)

_TEXTS = (Value.TEXT, Value.LINES, Value.ITEMS)
_QUOTED = 60
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


def _written(field: Field) -> str:
    """What the forms of all kinds of offices give as the example of a field, as a pattern of letters."""
    kinds = OfficeKinds.load()
    forms = (kinds.any_office, *(kind.form for kind in kinds.kinds))
    texts = {field.example.format_map(defaultdict(lambda: _ANY, form.words)) for form in forms}
    return "|".join(re.escape(_letters(text)).replace(_ANY, ".*") for text in sorted(texts))


def _letters(text: str) -> str:
    """A text without its spaces, and without the years that move with the form's."""
    return re.sub(r"[\s0-9๐-๙]", "", text)
