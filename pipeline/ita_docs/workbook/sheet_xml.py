"""The cells of a sheet as its own XML has them, however a program wrote it.

Attributes may come in any order and in either quotes, names with a prefix or without, and a row or cell that does not
say where it stands follows the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from officefiles.cells import column_number

_MOST_COLUMNS = 16_384
_NO_XML = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_CELL = rb"[A-Za-z]{1,3}[1-9][0-9]{0,6}"
_NO_RANGE = re.compile(rb"(mergeCell\s[^>]*?\bref\s*=\s*[\"'])(?!%b(?::%b)?[\"'])[^\"']*" % (_CELL, _CELL))
_NAME = rb"<(?:[\w.-]+:)?"
_ATTRIBUTES = rb"((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
_FILLED = re.compile(_NAME + rb"c(?>\s+r\s*=\s*[\"']([A-Z]+)([0-9]+)[\"']|(?=[\s>]))[^>]*+(?<!/)>")
_AT = rb"r\s*=\s*[\"']([A-Z]*)([0-9]+)[\"']"
_ROW_OR_CELL = re.compile(_NAME + rb"(row|c)(?=[\s/>])(?:\s+" + _AT + rb")?+" + _ATTRIBUTES)
_CELL_END = re.compile(rb"</(?:[\w.-]+:)?c\s*>")
_BEFORE = rb"(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*?\s+"
_POSITION = re.compile(_BEFORE + _AT)
_TYPE = re.compile(_BEFORE + rb"t\s*=\s*[\"'](\w+)[\"']")
_STYLE = re.compile(_BEFORE + rb"s\s*=\s*[\"']([0-9]+)[\"']")
_HIDDEN = re.compile(_BEFORE + rb"(?:hidden\s*=\s*[\"'](?:1|true)|(?:ht|width)\s*=\s*[\"']0(?:\.[0-9]*)?)[\"']")
_MAY_HIDE = re.compile(rb"hidden|\s(?:ht|width)\s*=\s*[\"']0")
_COLUMNS = re.compile(_NAME + rb"col(?=\s)" + _ATTRIBUTES)
_FIRST = re.compile(_BEFORE + rb"min\s*=\s*[\"']([0-9]+)[\"']")
_LAST = re.compile(_BEFORE + rb"max\s*=\s*[\"']([0-9]+)[\"']")
_FORMULA = re.compile(_NAME + rb"f[\s/>]")
_TODAY = re.compile(rb"\b(?:TODAY|NOW)\(")
_MAY_CALCULATE = re.compile(rb"f(?<=[<:]f)[\s/>]")
"""As a formula begins, and some texts; it begins with what it finds, which takes a fifth of the time."""
_RESULT = re.compile(_NAME + rb"v(?:\s[^>]*)?>([^<]+)</")


class XmlCell(NamedTuple):
    """A cell that is not closed at once: its row and column from 0, and the XML of its attributes and of its body."""

    row: int
    column: int
    attributes: bytes
    body: bytes

    @property
    def type(self) -> bytes:
        """The type of the value: ``s`` for a shared string, ``e`` for an error; empty for a number."""
        return _first(_TYPE.match(self.attributes))

    @property
    def format(self) -> int:
        """The number of the cell's format among those of the workbook."""
        return int(_first(_STYLE.match(self.attributes)) or 0)

    @property
    def result(self) -> bytes:
        """The value that stands in the cell, or the result of its formula; empty where there is none."""
        return _first(_RESULT.search(self.body))

    @property
    def has_formula(self) -> bool:
        """True where the cell holds a formula."""
        return _FORMULA.search(self.body) is not None


def _first(found: re.Match[bytes] | None) -> bytes:
    """What was found; empty where nothing was."""
    return found[1] if found else b""


def mended(xml: bytes) -> bytes:
    """The XML of a sheet as it is read: without comments, text in CDATA as any other is written, and one cell for a
    merged range that cannot be read, for the sake of which calamine refuses the sheet."""
    if b"<!" in xml:
        xml = _NO_XML.sub(lambda found: (found[1] or b"").replace(b"&", b"&amp;").replace(b"<", b"&lt;"), xml)
    return _NO_RANGE.sub(rb"\1A1", xml) if b"mergeCell" in xml else xml


def cells(xml: bytes) -> Iterator[XmlCell]:
    """Every cell that holds something, in the order of the XML."""
    for name, row, column, attributes, end in _tags(xml):
        if name == b"c" and not attributes.endswith(b"/"):
            close = _CELL_END.search(xml, end)
            yield XmlCell(row, column, attributes, xml[end : close.start() if close else len(xml)])


def hidden(xml: bytes, usual: bool) -> tuple[frozenset[int], frozenset[int]]:
    """The rows and the columns, from 0, that are hidden, by a filter or by hand, or have no height or width."""
    if not _may_hide(xml, usual):
        return frozenset(), frozenset()
    rows = (row for name, row, _, attributes, _ in _tags(xml) if name == b"row" and _HIDDEN.match(attributes))
    return frozenset(rows), frozenset(_hidden_columns(xml))


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for columns in _COLUMNS.finditer(xml):
        first, last = _FIRST.match(columns[1]), _LAST.match(columns[1])
        if first and last and _HIDDEN.match(columns[1]):
            yield from range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS))


def _may_hide(xml: bytes, usual: bool) -> bool:
    """False where no row or column can be hidden: a look that costs little on XML written as nearly all is."""
    plain = b"hidden" in xml or b' ht="0' in xml or b' width="0' in xml
    return plain or (not usual and _MAY_HIDE.search(xml) is not None)


def is_usual(xml: bytes) -> bool:
    """True where all attributes stand in double quotes, without blanks beside their equals signs: nearly all programs
    write them so, and they can be looked for as they are."""
    return not (b"='" in xml or b" =" in xml or b"= " in xml or b"\n=" in xml or b"=\n" in xml)


def _tags(xml: bytes) -> Iterator[tuple[bytes, int, int, bytes, int]]:
    """Each row's and cell's opening tag: its name, row and column (-1 for a row's), attributes, and where it ends."""
    row = column = -1
    for tag in _ROW_OR_CELL.finditer(xml):
        name, letters, number, attributes = tag.groups()
        if not number and (found := _POSITION.match(attributes)):
            letters, number = found.groups()
        if name == b"row":
            row, column = int(number) - 1 if number else row + 1, -1
        else:
            row, column = (int(number) - 1, column_number(letters.decode())) if number else (row, column + 1)
        yield name, row, column, attributes, tag.end()


def formatted(xml: bytes, formats: Set[int], usual: bool) -> Iterator[tuple[int, int, int]]:
    """Row, column and format of the cells that hold something and have one of the formats with these numbers."""
    if not formats:
        return
    named = [b"%d" % one for one in formats]
    count = sum(xml.count(b' s="%b"' % one) for one in named)
    if usual and not count and 0 not in formats:
        return
    found = re.findall(rb'<c r="([A-Z]+)([0-9]+)" s="(%b)"([^>]*)>' % b"|".join(named), xml)
    if usual and len(found) == count and 0 not in formats:  # every such cell says first where it stands
        for letters, number, format, rest in found:
            if not rest.endswith(b"/"):
                yield int(number) - 1, column_number(letters.decode()), int(format)
    else:
        yield from ((cell.row, cell.column, cell.format) for cell in cells(xml) if cell.format in formats)


def corner(xml: bytes) -> tuple[int, int]:
    """The last row and the last column that hold something, from 0; -1 where nothing does."""
    found = _FILLED.findall(xml)
    names, rows = {name for name, _ in found}, {row for _, row in found}
    if b"" not in names:  # each cell says first where it stands, as nearly every program writes it
        columns = [column_number(name.decode()) for name in names]
        return max(map(int, rows), default=0) - 1, max(columns, default=-1)
    at = [(cell.row, cell.column) for cell in cells(xml)]
    return max(row for row, _ in at), max(column for _, column in at)


def of_today(xml: bytes) -> Iterator[tuple[int, int]]:
    """The cells whose formula asks what day it is."""
    if b"TODAY(" in xml or b"NOW(" in xml:
        for cell in cells(xml):
            if cell.has_formula and _TODAY.search(cell.body):
                yield cell.row, cell.column


def may_have_faults(xml: bytes) -> bool:
    """False where no cell can hold an error or a formula: a look that costs little."""
    return b'"e"' in xml or b"'e'" in xml or _MAY_CALCULATE.search(xml) is not None
