"""Names of cells: A1 is the first row and the first column."""

from __future__ import annotations

import re

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def column_name(column: int) -> str:
    """The name of a column, which counts from 0: A for 0."""
    return _LETTERS[column] if column < 26 else column_name(column // 26 - 1) + _LETTERS[column % 26]


def column_number(name: str) -> int:
    """The column, from 0, that is called ``name``: 0 for A."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def position(name: str) -> tuple[int, int]:
    """Column and row of a cell, from 1. Raises ``ValueError`` for what is no cell's name."""
    match = _NAME.fullmatch(name)
    if not match:
        raise ValueError(name)
    return column_number(match[1]) + 1, int(match[2])
