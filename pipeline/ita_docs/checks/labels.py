"""Checks of texts that begin with the name of their own cell, which documents print too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.checks.cells import Cell
from ita_docs.framework.words.columns import Columns
from ita_docs.framework.words.lists import any_of
from ita_docs.model import SIGNERS
from ita_docs.workbook.field import Value
from ita_docs.workbook.schema import TABLES
from officefiles.problems import Kind, Problem, Severity

LABEL_TYPED = Kind(
    "label-typed",
    "ข้อความขึ้นต้นด้วย “{found}” ซึ่งเป็นชื่อของช่อง เอกสารจึงจะพิมพ์ซ้ำกันหรืออ่านผิดความ",
    "ลบ “{found}” ออก ให้ช่องนี้มีเพียงข้อมูล",
    "ข้อความขึ้นต้นด้วยชื่อของช่องนั้นเอง เช่น ระยะเวลา ต.ค. 2565 หรือ ปัญหา/อุปสรรค: ไม่มี ซึ่งรายงานผลจะนับเป็นปัญหา",
    Severity.WARNING,
)

_WORDS = Columns.load()
_TEXTS = (Value.TEXT, Value.LINES, Value.ITEMS, Value.OBSTACLE)
_COLON, _OR_SPACE = r"\s*[:：]", r"(?:\s*[:：]|[ \t]+(?=\S))"


def _begun(heading: str) -> str:
    """How a line begins with the heading of its column, or a part of it, and a colon; with a noun also without one."""
    said = any_of({heading, heading.replace("/", "และ"), *heading.split("/"), heading.removeprefix("การ")})
    return f"^(?:{said}){_OR_SPACE if heading in _WORDS.nouns else _COLON}"


_HEADINGS = [
    (field.name, _begun(field.heading))
    for table in TABLES
    for field in table.fields
    if field.value in _TEXTS and field.heading not in _WORDS.named_on_purpose
]
_LABELS = {
    name: re.compile("|".join(begun for other, begun in _HEADINGS if other == name), re.MULTILINE)
    for name, _ in _HEADINGS
}
_LABELS |= {f"{one}_position": _LABELS["position"] for one in SIGNERS}
"""How a text begins with the name of its cell, by the model's names of the fields."""


def check_labels(cell: Cell) -> Iterator[Problem]:
    """A text that begins with the name of its cell."""
    label = _LABELS.get(cell.field)
    if label and (found := label.search(cell.text)):
        yield LABEL_TYPED.at(cell.place, found[0].strip())
