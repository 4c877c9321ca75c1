"""References to cells in formulas, and what becomes of them when rows are repeated.

A reference from inside a turn of a block to rows of the same block means that turn; with ``$`` before its row it means
the whole block. From outside a range over repeated rows covers all of them, and so does a single cell that is all that
a function such as SUM is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from officefiles.cells import column_name, column_number
from wordfill.excel.blocks import EVERYWHERE, Blocks, RowMap

Maps = Mapping[str, RowMap]
"""The rows of each sheet, by its name in lower case."""
Place = tuple[int, int] | None
"""A row of a template and where it stands in the finished sheet; ``None`` for what stands in no row."""

LOST = "#REF!"
_LAST_ROW = 1 << 20
_MOST_PIECES = 100
"""Ranges that are arguments of their own; Excel takes 255."""
_LETTER = "\\w.\u0e00-\u0e7f"
_TOKEN = re.compile(
    rf"""
    (?P<text>"(?:[^"]|"")*")
    |(?P<brackets>\[[^\[\]]*\])
    |(?<![{_LETTER}$!'\]])(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][{_LETTER}]*)!)?
     (?:(?P<c1>\$?[A-Z]{{1,3}})(?P<d1>\$?)(?P<r1>[1-9][0-9]{{0,6}})
        (?::(?P<c2>\$?[A-Z]{{1,3}})(?P<d2>\$?)(?P<r2>[1-9][0-9]{{0,6}}))?
     |(?P<d3>\$?)(?P<r3>[1-9][0-9]{{0,6}}):(?P<d4>\$?)(?P<r4>[1-9][0-9]{{0,6}}))
     (?![{_LETTER}(!\[])
    |(?P<function>[A-Z_][A-Z0-9_.]*)?\(
    |(?P<close>\))
    """,
    re.VERBOSE,
)
_TAKE_RANGES = re.compile(
    r"(?:_xlfn\.)?(?:SUM|SUMIFS?|SUMPRODUCT|SUMSQ|COUNT|COUNTA|COUNTBLANK|COUNTIFS?|AVERAGE|AVERAGEA|AVERAGEIFS?"
    r"|MAXA?|MINA?|MAXIFS|MINIFS|MEDIAN|MODE(?:\.SNGL)?|PRODUCT|STDEV(?:\.[SP]|P|A)?|VAR(?:\.[SP]|P|A)?|SUBTOTAL|AGGREGATE"
    r"|RANK(?:\.EQ|\.AVG)?|LARGE|SMALL|PERCENTILE|QUARTILE|MATCH|INDEX|V?LOOKUP|HLOOKUP|XLOOKUP|ROWS|CONCAT|TEXTJOIN"
    r"|UNIQUE|SORT|FILTER|FREQUENCY|CORREL|GEOMEAN)"
)
_ADD = re.compile(
    r"SUM|SUMSQ|COUNT|COUNTA|AVERAGE|AVERAGEA|MAXA?|MINA?|MEDIAN|PRODUCT|(?:_xlfn\.)?(?:STDEV|VAR)(?:\.[SP]|P|A)?|SUBTOTAL|GEOMEAN"
)
"""Functions that count any number of ranges together."""


@dataclass(frozen=True, slots=True)
class CellRange:
    """A reference: its sheet as it is written (empty: that of the formula), what stands before each row number, the
    rows, and whether they are held by ``$``. ``widens`` where one cell may become a range,
    ``adds`` where it may become several that are counted together."""

    sheet: str
    before: tuple[str, str]
    rows: tuple[int, int]
    held: tuple[bool, bool]
    single: bool
    widens: bool = False
    adds: bool = False

    @property
    def sheet_name(self) -> str:
        """The name of its sheet in lower case; empty for that of the formula."""
        return _plain(self.sheet).lower()

    @property
    def text(self) -> str:
        """The reference as it stands in the template."""
        return self._written(self.rows, self.single)

    def mapped(self, map_: RowMap, place: Place) -> str | None:
        """The reference as it reads in the finished sheet; ``None`` where its rows are not there."""
        first, last = self.rows
        if place is not None and first == last == place[0] and not any(self.held):  # most mean their own row
            return self._written((place[1], place[1]), self.single)
        top, bottom = (
            EVERYWHERE if held else map_.turn(place, row) for held, row in zip(self.held, self.rows, strict=True)
        )
        if not any(self.held):
            top = bottom = map_.turn(place, first, last)
        found = map_.span(first, last, top, bottom)
        if found is None:
            return None
        pieces = map_.within(first, last, found) if self.adds else ()
        if len(pieces) > 1:
            alike = self.before[0].strip("$") == self.before[1].strip("$")
            text = ",".join(self._written(piece, alike and piece[0] == piece[1]) for piece in pieces)
            return f"({text})" if len(pieces) > _MOST_PIECES else text
        return self._written(found, self.single and (not self.widens or found[0] == found[1]))

    def nothing(self) -> str:
        """What stands for rows that are not there in a function that takes ranges: the last of the sheet, which is
        empty. A cell that is asked for by itself is lost."""
        return LOST if self.single and not self.widens else self._written((_LAST_ROW, _LAST_ROW), self.single)

    def _written(self, rows: tuple[int, int], single: bool) -> str:
        sheet = f"{self.sheet}!" if self.sheet else ""
        first = f"{sheet}{self.before[0]}{rows[0]}"
        return first if single else f"{first}:{self.before[1]}{rows[1]}"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in pieces: its words and its references."""

    pieces: tuple[str | CellRange, ...]

    @property
    def ranges(self) -> Iterator[CellRange]:
        """Its references."""
        return (piece for piece in self.pieces if isinstance(piece, CellRange))

    @property
    def spans_sheets(self) -> bool:
        """True where it names a cell of several sheets at once: ``มกราคม:ธันวาคม!B2``."""
        before = ("", *(piece if isinstance(piece, str) else "" for piece in self.pieces))
        return any(
            isinstance(piece, CellRange) and piece.sheet and (":" in piece.sheet or before[n].endswith(":"))
            for n, piece in enumerate(self.pieces)
        )

    @property
    def tag(self) -> str:
        """The first tag within its texts; empty where it has none."""
        found = re.search(r"{{.*?}}|{%.*?%}|{{|{%", "".join(one for one in self.pieces if isinstance(one, str)))
        return found[0] if found else ""

    def mapped(self, maps: Maps, sheet: str, place: Place = None, *, counts: bool = False) -> str:
        """The formula as it reads in the finished workbook; ``sheet`` is the sheet that it stands in, by the name in
        lower case. One that ``counts`` goes on where rows are not there."""
        return "".join(self._mapped(piece, maps, sheet, place, counts) for piece in self.pieces)

    def _mapped(self, piece: str | CellRange, maps: Maps, sheet: str, place: Place, counts: bool) -> str:
        if isinstance(piece, str):
            return piece
        name = piece.sheet_name or sheet
        map_ = maps.get(name)
        if map_ is None:
            map_ = STILL
        return piece.mapped(map_, place if name == sheet else None) or (piece.nothing() if counts else LOST)


STILL = RowMap(Blocks())
"""The rows of a sheet that has no tags."""


def read(text: str, *, widens: bool = False) -> Formula:
    """The formula ``text``, without its sign ``=``. With ``widens`` every single cell may become a range, as in a
    name or in the series of a chart."""
    pieces: list[str | CellRange] = []
    functions: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        if found["close"]:
            functions = functions[:-1]
        elif found[0].endswith("(") and not found["text"]:
            functions.append(found["function"] or "")
        elif found["r1"] or found["r3"]:
            alone = text[found.start() - 1 : found.start()] in ("(", ",") and text[found.end() : found.end() + 1] in (
                ")",
                ",",
            )
            taken = alone and bool(functions) and _TAKE_RANGES.fullmatch(functions[-1]) is not None
            adds = taken and _ADD.fullmatch(functions[-1]) is not None
            pieces += (text[at : found.start()], replace(_range(found, widens or taken), adds=adds))
            at = found.end()
    return Formula(tuple(piece for piece in (*pieces, text[at:]) if piece != ""))


def _range(found: re.Match[str], widens: bool) -> CellRange:
    sheet = found["sheet"] or ""
    if found["r3"]:
        rows, held = (int(found["r3"]), int(found["r4"])), (bool(found["d3"]), bool(found["d4"]))
        return _ordered(CellRange(sheet, (found["d3"], found["d4"]), rows, held, single=False))
    first, single = int(found["r1"]), found["r2"] is None
    last = first if single else int(found["r2"])
    before = found["c1"] + found["d1"], found["c1"] + found["d1"] if single else found["c2"] + found["d2"]
    held = bool(found["d1"]), bool(found["d1"]) if single else bool(found["d2"])
    return _ordered(CellRange(sheet, before, (first, last), held, single, widens))


def _ordered(one: CellRange) -> CellRange:
    if one.rows[0] <= one.rows[1]:
        return one
    return CellRange(one.sheet, one.before[::-1], one.rows[::-1], one.held[::-1], one.single, one.widens)


def moved(text: str, rows: int, columns: int) -> str:
    """A formula as it reads ``rows`` further down and ``columns`` further right, as Excel keeps one formula for many
    cells."""

    def change(found: re.Match[str]) -> str:
        if not (found["r1"] or found["r3"]):
            return found[0]
        sheet = f"{found['sheet']}!" if found["sheet"] else ""
        if found["r3"]:
            return f"{sheet}{_row(found, 'd3', 'r3', rows)}:{_row(found, 'd4', 'r4', rows)}"
        first = _column(found["c1"], columns) + _row(found, "d1", "r1", rows)
        return (
            f"{sheet}{first}:{_column(found['c2'], columns)}{_row(found, 'd2', 'r2', rows)}"
            if found["r2"]
            else sheet + first
        )

    return _TOKEN.sub(change, text)


def _row(found: re.Match[str], held: str, row: str, by: int) -> str:
    return f"{found[held]}{int(found[row]) + (0 if found[held] else by)}"


def _column(name: str, by: int) -> str:
    return name if name.startswith("$") else column_name(column_number(name) + by)


def read_range(text: str) -> tuple[str, int, str, int]:
    """The first column and row and the last ones of ``A1:B2`` or ``A1``; ``$`` is left aside. Raises ``ValueError``."""
    found = _TOKEN.fullmatch(text)
    if not found or not found["r1"]:
        raise ValueError(text)
    first, last = int(found["r1"]), int(found["r2"] or found["r1"])
    left, right = found["c1"].lstrip("$"), (found["c2"] or found["c1"]).lstrip("$")
    return left, min(first, last), right, max(first, last)


def _plain(sheet: str) -> str:
    """A sheet's name without the quotation marks that a formula needs round it."""
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
