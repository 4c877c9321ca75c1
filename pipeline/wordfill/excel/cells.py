"""The cells of a template's rows, and the XML that they become in a row of a finished sheet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import pairwise
from typing import Protocol

from lxml import etree

from officefiles.namespaces import S
from officefiles.thai import parse_number
from officefiles.xml import as_text
from wordfill.excel.heights import RowHeight
from wordfill.excel.references import Formula, Maps
from wordfill.excel.styles import CellStyle, CellStyles, date_format_of, format_of
from wordfill.excel.values import (
    DATE,
    LINE,
    NUMBER,
    RUN,
    SHOWN,
    DateReader,
    quoted,
    shown,
    state_of,
    to_xml,
    without_states,
)
from wordfill.marks import TAG
from wordfill.proof.shading import ground_of

LONGEST = 32_767
"""UTF-16 units that a cell may hold."""
_LONGEST_FORMULA = 8_192
_DAY_ZERO = datetime.date(1899, 12, 30)
_DAYS_OF_1904 = 1462


class TooLongError(ValueError):
    """A text that no cell can hold."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a cell: its runs, each with its look as XML (empty where it has none)."""

    looks: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The whole text."""
        return "".join(self.texts)

    def healed(self) -> Text:
        """The text with each tag whole in the run that it begins in."""
        whole, texts = self.plain, list(self.texts)
        starts = [sum(map(len, self.texts[:n])) for n in range(len(texts) + 1)]
        for tag in TAG.finditer(whole):
            run = next(n for n in range(len(texts)) if starts[n] <= tag.start() < starts[n + 1])
            for later in range(run + 1, len(texts)):
                if starts[later] < tag.end():
                    starts[later] = min(tag.end(), starts[later + 1])
        pieces = [whole[start:end] for start, end in pairwise(starts)]
        kept = [n for n, piece in enumerate(pieces) if piece] or [0]
        return Text(tuple(self.looks[n] for n in kept), tuple(pieces[n] for n in kept))


def bare(element: etree._Element, left_out: Collection[str]) -> str:
    """What an element says of itself, but for these attributes and those of other namespaces."""
    said = ((str(key), str(value)) for key, value in element.items())
    return "".join(f' {key}="{quoted(value)}"' for key, value in said if key not in left_out and "}" not in key)


def text_of(item: etree._Element) -> Text:
    """What a shared or inline string says, without the readings above its words."""
    runs = item.findall(f"{S}r")
    if not runs:
        return Text(("",), (item.findtext(f"{S}t") or "",))
    looks = []
    for run in runs:
        look = run.find(f"{S}rPr")
        looks.append("" if look is None else re.sub(r' xmlns(:\w+)?="[^"]*"', "", as_text(look)))
    return Text(tuple(looks), tuple(run.findtext(f"{S}t") or "" for run in runs))


@dataclass(frozen=True, slots=True)
class Filling:
    """What the cells of a finished workbook are written with."""

    maps: Maps
    looks: CellStyles
    read_date: DateReader
    from_1904: bool


class Item(Protocol):
    """Something of a row."""

    def xml(self, row: int, place: tuple[int, int], texts: Mapping[int, str], filling: Filling) -> str:
        """Its XML in the finished ``row``; ``texts`` are those of the row's cells with tags."""


@dataclass(frozen=True, slots=True)
class StillCells:
    """Cells that are the same in all rows but for the row's number, which stands between the pieces."""

    pieces: tuple[str, ...]

    def xml(self, row: int, place: tuple[int, int], texts: Mapping[int, str], filling: Filling) -> str:  # noqa: ARG002
        return str(row).join(self.pieces)


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell with a formula, without the value that it had: the workbook is calculated when it is opened."""

    column: str
    attributes: str
    sheet: str
    formula: Formula
    kind: str
    reach: Formula | None

    def xml(self, row: int, place: tuple[int, int], texts: Mapping[int, str], filling: Filling) -> str:  # noqa: ARG002
        said = f'{self.kind} ref="{self.reach.mapped(filling.maps, self.sheet, place)}"' if self.reach else self.kind
        formula = self.formula.mapped(filling.maps, self.sheet, place, counts=True)
        if len(formula) > _LONGEST_FORMULA:
            raise TooLongError(f"{self.column}{place[0]}")
        text = escape(formula, quote=False)
        return f'<c r="{self.column}{row}"{self.attributes}><f{said}>{text}</f></c>'


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with tags. ``alone`` where it is one tag and nothing else: then a number stays a number, and ``kind`` says
    what a text is read as (``number``, ``date``)."""

    number: int
    column: str
    style: int
    look: CellStyle
    runs: tuple[str, ...]
    alone: bool
    kind: str

    def xml(self, row: int, place: tuple[int, int], texts: Mapping[int, str], filling: Filling) -> str:  # noqa: ARG002
        text = texts.get(self.number, "")
        state = state_of(text)
        ground = ground_of(state) if state else ""
        text = without_states(text) if state else text
        if self.alone and text and (SHOWN in text or self.kind):
            found = self._amount(text, filling)
            if found:
                number, code = found
                return f'<c r="{self.column}{row}"{self._styled(filling, code, ground)}><v>{number}</v></c>'
        return self._text(row, shown(text), self._styled(filling, "", ground))

    def _styled(self, filling: Filling, code: str, ground: str) -> str:
        number = filling.looks.like(self.style, code, ground)
        return f' s="{number}"' if number else ""

    def _amount(self, text: str, filling: Filling) -> tuple[str, str] | None:
        """The number that the cell holds, and the format that shows it where the cell has none of its own."""
        has_own = self.look.kind != ""
        if text.startswith((NUMBER, DATE)):
            value, _, words = text[1:].partition(SHOWN)
            if text.startswith(NUMBER):
                return self._scaled(value, words), "" if has_own else format_of(words)
            return self._day(datetime.date.fromisoformat(value), words, filling)
        if self.kind == "number":
            percent = text.rstrip().endswith("%")
            amount = parse_number(text.rstrip().removesuffix("%"))
            if amount is None:
                return None
            number = f"{amount / 100 if percent else amount:f}"
            return self._scaled(number, text), "" if has_own else format_of(text)
        day = filling.read_date(text.replace("\u00a0", " "))
        return None if day is None else self._day(day, text, filling)

    def _scaled(self, number: str, words: str) -> str:
        """The number for its cell: 91.4 is 91.4% in a cell of percentages, as where it is typed there."""
        return f"{Decimal(number) / 100:f}" if self.look.percent and "%" not in words else number

    def _day(self, day: datetime.date, words: str, filling: Filling) -> tuple[str, str]:
        days = (day - _DAY_ZERO).days - (_DAYS_OF_1904 if filling.from_1904 else 0)
        return str(days), "" if self.look.kind == "date" else date_format_of(words)

    def _text(self, row: int, text: str, styled: str) -> str:
        start = f'<c r="{self.column}{row}"{styled}'
        if not text.replace(RUN, ""):
            return f"{start}/>" if styled else ""
        text = text.replace(LINE, "\n" if self.look.wraps else " ")
        if len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) > 2 * LONGEST:
            raise TooLongError(f"{self.column}{row}")
        if self.runs == ("",):
            return f'{start} t="inlineStr"><is>{_t(text)}</is></c>'
        pieces = zip(self.runs, text.split(RUN), strict=False)
        inner = "".join(f"<r>{look}{_t(piece)}</r>" for look, piece in pieces if piece)
        return f'{start} t="inlineStr"><is>{inner}</is></c>'


def _t(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{kept}>{to_xml(text)}</t>"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a template: what it says of itself, and its cells; ``blank`` are the looks of its cells alone.
    One that is not ``stated`` has nothing, and stands there all the same."""

    number: int
    attributes: str
    items: tuple[Item, ...] = ()
    blank: StillCells = StillCells(("",))
    stated: bool = True
    height: RowHeight | None = None

    def xml(self, row: int, texts: Mapping[int, str] | None, filling: Filling) -> str:
        """The row as it stands as ``row`` in the finished sheet; without values where ``texts`` is ``None``."""
        place = self.number, row
        if texts is None:
            inner = self.blank.xml(row, place, {}, filling)
        else:
            inner = "".join([item.xml(row, place, texts, filling) for item in self.items])
        if inner:
            high = f' ht="{self.height.of(texts or {}):.2f}"' if self.height else ""
            return f'<row r="{row}"{self.attributes}{high}>{inner}</row>'
        return f'<row r="{row}"{self.attributes}/>' if self.stated else ""
