"""How high a row must be for what is filled into it.

Excel makes a row without a height as high as its text when the file is opened, LibreOffice does not, and neither does
for merged cells. So rows that the author left to the program keep the height that they have in the template, and more
where a text that wraps will take more lines. The width of letters is taken as it is on an average, a little wide: a row
may be a line too high, seldom too low.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.cells import column_number
from officefiles.namespaces import S
from officefiles.thai import breadth
from wordfill.excel.references import read_range
from wordfill.excel.styles import CellStyle
from wordfill.excel.values import LINE, RUN, shown, without_states

_USUAL_WIDTH = 8.43
_SMALL_FACES = ("PSK", "TH ", "Angsana", "Browallia", "Cordia", "New")
"""Words in the names of Thai typefaces whose letters are small for their size."""
_SMALL, _LARGE = 0.088, 0.11
"""The width of a letter, in those of a digit of a sheet's usual face, for each point of its size."""
_LINE = 1.45
"""The height of a line for each point of the size of its letters."""


@dataclass(frozen=True, slots=True)
class WrappedCell:
    """A cell whose text wraps: the number of its text in the row, its width in digits, its look."""

    number: int
    width: float
    style: CellStyle

    def height(self, text: str) -> float:
        """What its text takes, in points."""
        size = self.style.size
        letter = size * (_SMALL if any(word in self.style.face for word in _SMALL_FACES) else _LARGE)
        plain = without_states(shown(text)).replace(RUN, "")
        lines = sum(max(1, math.ceil(breadth(line) * letter / self.width)) for line in plain.split(LINE))
        return lines * size * _LINE


@dataclass(frozen=True, slots=True)
class RowHeight:
    """The height of a row as the template has it, in points, and its cells that wrap."""

    usual: float
    cells: tuple[WrappedCell, ...]

    def of(self, texts: Mapping[int, str]) -> float:
        """The height of the row with these texts."""
        return max([self.usual, *(cell.height(texts.get(cell.number, "")) for cell in self.cells)])


class Widths:
    """The widths of a sheet's columns."""

    def __init__(self, root: etree._Element) -> None:
        setting = root.find(f"{S}sheetFormatPr")
        if setting is None:
            setting = etree.Element("none")
        self.default_height = float(setting.get("defaultRowHeight", "15"))
        self._usual = float(setting.get("defaultColWidth", str(_USUAL_WIDTH)))
        self._columns = [
            (int(one.get("min", "1")), int(one.get("max", "1")), float(one.get("width", self._usual)))
            for one in root.iterfind(f"{S}cols/{S}col")
        ]
        self._merged: dict[str, int] = {}
        for one in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
            left, row, right, _ = read_range(one.get("ref", "A1"))
            self._merged[f"{left}{row}"] = column_number(right)

    def of(self, name: str) -> float:
        """The width of a cell, in digits, with what is merged with it."""
        first = column_number(name.rstrip("0123456789"))
        return sum(self._width(column + 1) for column in range(first, self._merged.get(name, first) + 1))

    def _width(self, column: int) -> float:
        return next((width for first, last, width in self._columns if first <= column <= last), self._usual) or 1.0


def height(element: etree._Element, cells: Iterable[WrappedCell], widths: Widths) -> RowHeight | None:
    """The height of a row; ``None`` where it is the author's own, or nothing in it wraps."""
    wrapping = tuple(cells)
    if not wrapping or element.get("customHeight") in ("1", "true"):
        return None
    return RowHeight(float(element.get("ht", widths.default_height)), wrapping)
