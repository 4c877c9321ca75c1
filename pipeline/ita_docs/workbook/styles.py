"""How a written workbook looks: its colours, cell formats, and rows tall enough for their text."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from officefiles.thai.printed import advance

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "TH SarabunPSK"
SIZE = 16

NAVY, BLUE, SKY, PAPER, GREEN, GREY, LINE = "#1F3864", "#8EAADB", "#D9E2F3", "#FFF9E6", "#548235", "#595959", "#A6A6A6"
MISSING, REVIEW = "#F8CBAD", "#FFE699"

LINE_HEIGHT = 22
"""Points that one line of the font takes in a spreadsheet program, with room for marks above and below."""

_HIGHEST = 409
"""Points: no row may be higher."""

_WORD_WRAP = 0.95
"""The share of a cell's width that text fills on average before a Thai word goes to the next line."""

_BASE = {"font_name": FONT, "font_size": SIZE, "valign": "top"}
_CELL = _BASE | {"border": 1, "border_color": LINE, "text_wrap": True}
_TEXT = _CELL | {"align": "left", "indent": 1}
_HEADING = _CELL | {"bold": True, "align": "center", "valign": "vcenter"}
_NEED = {"font_name": FONT, "font_size": 14, "align": "center", "valign": "vcenter"}

_FORMATS: dict[str, dict[str, object]] = {
    "plain": _BASE | {"text_wrap": True},
    "title": _BASE | {"bold": True, "font_size": 22, "font_color": NAVY, "valign": "vcenter"},
    "help": _BASE | {"font_color": GREY, "valign": "vcenter"},
    "need_required": _NEED | {"bg_color": NAVY, "font_color": "#FFFFFF"},
    "need_asked": _NEED | {"bg_color": BLUE, "font_color": NAVY},
    "need_optional": _NEED | {"bg_color": SKY, "font_color": NAVY},
    "required": _HEADING | {"bg_color": NAVY, "font_color": "#FFFFFF"},
    "asked": _HEADING | {"bg_color": BLUE, "font_color": NAVY},
    "optional": _HEADING | {"bg_color": SKY, "font_color": NAVY},
    "group": _TEXT | {"bold": True, "bg_color": GREEN, "font_color": "#FFFFFF", "valign": "vcenter"},
    "label_required": _TEXT | {"bold": True, "bg_color": NAVY, "font_color": "#FFFFFF"},
    "label_asked": _TEXT | {"bold": True, "bg_color": BLUE, "font_color": NAVY},
    "label_optional": _TEXT | {"bold": True, "bg_color": SKY, "font_color": NAVY},
    "note": _TEXT | {"font_color": GREY},
    "example": _TEXT | {"italic": True, "font_color": "#7F7F7F", "bg_color": "#F2F2F2", "num_format": "@"},
    "review": _TEXT | {"bg_color": REVIEW, "num_format": "@"},
    "missing": {"bg_color": MISSING},
    "note_wide": _TEXT,
    "missing_cell": _TEXT | {"bg_color": MISSING},
    "link": _TEXT | {"font_color": "#0563C1", "underline": 1},
    "heading": _BASE | {"bold": True, "font_size": 18, "font_color": NAVY},
}


_NEEDS: dict[str, dict[str, object]] = {"required": {"bg_color": PAPER}, "asked": {}, "optional": {}}
_KINDS: dict[str, dict[str, object]] = {
    "text": {"align": "left", "indent": 1, "num_format": "@"},
    "count": {"align": "center"},
    "score": {"align": "right", "indent": 1},
    "general_text": {"align": "left", "indent": 1, "num_format": "@"},
    "general_count": {"align": "left", "indent": 1},
    "general_score": {"align": "left", "indent": 1},
}
_FORMATS |= {f"{kind}_{need}": _CELL | _NEEDS[need] | _KINDS[kind] for kind in _KINDS for need in _NEEDS}
_OF_SCORES = frozenset(f"{kind}_{need}" for kind in ("score", "general_score") for need in _NEEDS)


def number_format(decimals: int) -> str:
    """The format of a cell that shows a number with so many decimals: ``0.00``."""
    return f"0.{'0' * decimals}" if decimals else "0"


def formats(book: Workbook, decimals: int) -> dict[str, Format]:
    """The cell formats of a workbook by what they are for; its scores have so many ``decimals``."""
    score = {"num_format": number_format(decimals)}
    return {
        name: book.add_format(properties | score if name in _OF_SCORES else properties)
        for name, properties in _FORMATS.items()
    }


def shown_by(book: Workbook, name: str, code: str) -> Format:
    """The cell format ``name`` with numbers and dates shown by ``code``, as Excel writes it."""
    return book.add_format({**_FORMATS[name], "num_format": code or "General"})


@lru_cache(maxsize=4096)  # the rows of a workbook repeat nine in ten of their texts
def lines(text: str, width: float) -> int:
    """How many lines ``text`` takes in a cell ``width`` characters wide; marks above and below take no room."""
    room = max(width - 2, 1) * _WORD_WRAP
    return sum(max(1, ceil(advance(line) / room)) for line in text.split("\n"))


def row_height(cells: list[tuple[str, float]]) -> float:
    """Points that a row needs to show all of its cells, each a text and its column's width."""
    return min(LINE_HEIGHT * max((lines(text, width) for text, width in cells), default=1) + 2, _HIGHEST)
