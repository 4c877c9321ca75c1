"""What the patched source of a template looks like: whether it may be rendered as text alone.

docxtpl parses each rendered body and makes every table's grid agree with its rows. Where each row of a template's
tables has exactly as many columns as the grid, and no tag adds or drops cells, there is nothing to make agree and the
rendered text is the document. Tags that stand for markup instead of text need docxtpl too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wordfill.sandbox import ARGUMENT, LINE, LINES, PART, START

_TOKEN = re.compile(
    r"(?P<value>{{.*?}})|(?P<command>{%.*?%})|{#.*?#}"
    r"|<(?P<end>/?)w:(?P<name>tbl|tr|tc|t|instrText|delText|gridCol|gridSpan)(?=[ />])"
    r"(?P<attributes>[^>]*?)(?P<empty>/?)>",
    re.DOTALL,
)

CELLS = "มีคำสั่งที่เพิ่มหรือลดจำนวนช่องในแถวของตาราง ({%tc %}, colspan หรือ hm)"
GRID = "มีตารางที่จำนวนช่องในบางแถวไม่ตรงกับจำนวนคอลัมน์ของตาราง"
MARKUP = "มีคำสั่งที่แทรกข้อความจัดรูปแบบ ({{r }}, {{p }} หรือคล้ายกัน)"


_PLAIN = re.compile(rf"\|(?:{LINE}|{LINES}|{ARGUMENT}|{PART}|{START})\s*}}}}$")
_TEXTS = ("t", "instrText", "delText")


@dataclass(slots=True)
class _Table:
    columns: int = 0
    cells: list[int] = field(default_factory=list)
    in_row: bool = False
    varies: bool = False


def needs_docxtpl(source: str) -> tuple[str, ...]:
    """Why this patched source of a part must be left to docxtpl, in Thai; empty where it need not."""
    return tuple(dict.fromkeys(_reasons(source)))


def _reasons(source: str) -> Iterator[str]:
    tables: list[_Table] = []
    in_text = False
    for token in _TOKEN.finditer(source):
        if token["value"] or token["command"]:
            if tables and tables[-1].in_row:
                tables[-1].varies = True
                yield CELLS
            elif token["value"] and not in_text and not _is_outside_runs(source, token):
                yield MARKUP
            continue
        name, closing = token["name"], bool(token["end"])
        if name in _TEXTS:
            in_text = not closing and not token["empty"]
        elif name == "tbl":
            if closing:
                tables.pop()
            else:
                tables.append(_Table())
        elif tables:
            yield from _cell_reasons(tables, name, closing, token["attributes"])


def _cell_reasons(tables: list[_Table], name: str, closing: bool, attributes: str) -> Iterator[str]:
    table = tables[-1]
    if name == "gridCol":
        table.columns += not closing
    elif name == "tr":
        table.in_row = not closing
        if not closing:
            table.cells = []
        elif not table.varies and _disagrees(sum(table.cells), tables):
            yield GRID
    elif name == "tc":
        table.in_row = closing
        if not closing:
            table.cells.append(1)
    elif name == "gridSpan":
        span = re.search(r'w:val="(\d+)"', attributes)
        if span is None:
            table.varies = True
            yield CELLS
        elif table.cells:
            table.cells[-1] = int(span[1])


def _disagrees(columns: int, tables: list[_Table]) -> bool:
    """A row of the innermost table that is not as wide as its grid, or wider than one round it, which docxtpl counts
    too."""
    return columns != tables[-1].columns or any(columns > outer.columns for outer in tables[:-1])


def _is_outside_runs(source: str, token: re.Match[str]) -> bool:
    """True for a value made plain for such a place, and inside a start tag, as in ``w:fill="{{ colour }}"``."""
    at = token.start()
    return bool(_PLAIN.search(token["value"])) or source.rfind("<", 0, at) > source.rfind(">", 0, at)
