"""Where something stands in a workbook, in Thai."""

from __future__ import annotations

import re

from wordfill.marks import TAG

_PARTS = (
    ("xl/charts/", "แผนภูมิ"),
    ("xl/drawings/", "รูปร่างหรือกล่องข้อความ"),
    ("xl/diagrams/", "SmartArt"),
    ("xl/tables/", "ตาราง"),
    ("xl/workbook", "ชื่อที่กำหนดไว้ หรือชื่อชีต"),
    ("xl/worksheets/", "หัวกระดาษ ท้ายกระดาษ การตรวจสอบความถูกต้องของข้อมูล หรือการจัดรูปแบบตามเงื่อนไข"),
)


class SheetError(ValueError):
    """A mistake in a sheet: the cell and the tag, where they are known, and a Thai sentence."""

    def __init__(self, cell: str, tag: str, text: str) -> None:
        super().__init__(text)
        self.cell, self.tag = cell, tag


class PartError(Exception):
    """A mistake of a template at its place: ``sheet`` is the name of a sheet or of another part, ``cell`` and ``tag``
    are empty where they are not known, ``cause`` is what went wrong."""

    def __init__(self, sheet: str, cell: str, tag: str, cause: Exception) -> None:
        super().__init__(str(cause))
        self.sheet, self.cell, self.tag, self.cause = sheet, cell, tag, cause


def part_name(name: str) -> str:
    """What staff call a part."""
    return next((thai for start, thai in _PARTS if name.startswith(start)), name)


def tag_in(words: str, fault: Exception) -> str:
    """The tag of a cell's ``words`` that is at ``fault``: the one with the name that it speaks of, else the first."""
    tags = TAG.findall(words)
    names = re.findall(r"'([^']*)'", str(fault))
    return next((tag for tag in tags for name in names if name in tag), tags[0] if tags else "")


def sheet_place(sheet: str, cell: str) -> str:
    """A place as staff read it: ``ชีต รายชื่อ ช่อง B4``; another part by its name."""
    if not cell:
        return sheet
    return f"ชีต {sheet} ช่อง {cell}"
