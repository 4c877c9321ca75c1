"""The private parts of xlsxwriter that make a workbook fast: cells and a zip of our own.

xlsxwriter makes every other part of a file. Its cells wait for the end as a tuple each, to be asked then for much
that ours never have, and ``zipfile`` is slow: both took two thirds of the time of a workbook. What is written in
their place is what xlsxwriter would write, to the byte, but for the heights of long sheets, which it can only fix.
``file`` and ``long_sheet`` are the only ways in, and where a release is installed that was not tried, they take
xlsxwriter as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ita_docs.excel.xlsx import CellValue, File, Formula, LongSheet, OutputSheet, fitting, number, pixels
from officefiles.cells import column_name

TRIED = ("3.3.0", "3.3.1")
"""The releases of xlsxwriter whose private parts are known."""

_BLOCK = 16
"""Rows that tell together how many columns they have."""

_TEXTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{all}" uniqueCount="{each}">'
)


def file(**options: Any) -> File:
    """An empty workbook with these options of xlsxwriter's."""
    return (_File if _is_tried() else File)(**options)


def long_sheet(book: Workbook, name: str) -> LongSheet:
    """A new sheet of a workbook with constant memory."""
    sheet: LongSheet = book.add_worksheet(name, _LongSheet if _is_tried() else LongSheet)
    return sheet


def _is_tried() -> bool:
    return xlsxwriter.__version__ in TRIED


class _File(File):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._packager = _Unzipped()

    def sheet(self, name: str) -> OutputSheet:
        sheet: OutputSheet = self.add_worksheet(name, _FastSheet)
        return sheet

    def parts(self) -> dict[str, bytes]:
        self.close()
        return {name: part.getvalue().encode() for part, name, _ in self._packager.filenames}

    def _get_packager(self) -> Packager:
        return self._packager


class _Unzipped(Packager):  # type: ignore[misc]
    """Makes all parts and leaves none to be zipped."""

    def _create_package(self) -> list[Any]:
        super()._create_package()
        return []

    def _write_shared_strings_file(self) -> None:
        table = self.workbook.str_table
        texts = "".join(f"<si>{_text(text)}</si>" for text in table.string_array)
        start = _TEXTS.format(all=table.count, each=table.unique_count)
        self._filename("xl/sharedStrings.xml").write(f"{start}{texts}</sst>")


class _FastSheet(OutputSheet):
    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, tuple[Sequence[CellValue], str, str]] = {}

    def add(self, row: int, values: Sequence[CellValue], styles: Sequence[int], height: float | None = None) -> None:
        _widen(self, row, len(values))
        high = "" if height is None else f' ht="{pixels(height):.16g}" customHeight="1"'
        self._rows[row] = values, high, "".join(_cells(row, values, styles, self._shared))

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        """A formula of a rule as it is: ours name no function that came after Excel 2007."""
        return formula.removeprefix("=")

    def _shared(self, text: str) -> str:
        return f't="s"><v>{self.str_table._get_shared_string_index(text)}</v>'

    def _write_sheet_data(self) -> None:
        blocks: dict[int, int] = {}
        for row, (values, _, _) in self._rows.items():
            blocks[row // _BLOCK] = max(len(values), blocks.get(row // _BLOCK, 0))
        rows = (
            f'<row r="{row + 1}" spans="1:{blocks[row // _BLOCK]}"{height}>{cells}</row>'
            for row, (_, height, cells) in sorted(self._rows.items())
        )
        self.fh.write(f"<sheetData>{''.join(rows)}</sheetData>")

    def _get_range_data(self, top: int, left: int, bottom: int, right: int) -> list[Any]:
        """The values that a chart keeps of its cells, for a program that shows it without them."""
        values = [self._rows[row][0] if row in self._rows else () for row in range(top, bottom + 1)]
        return [
            _charted(row[column]) if column < len(row) else None for row in values for column in range(left, right + 1)
        ]


class _LongSheet(LongSheet):
    def add(self, row: int, values: Sequence[CellValue], style: Format, height: float) -> None:
        _widen(self, row, len(values))
        styles = [style._get_xf_index()] * len(values)
        high = f' ht="{pixels(height):.16g}"'
        self.row_data_fh.write(f'<row r="{row + 1}"{high}>{"".join(_cells(row, values, styles, _inline))}</row>')


def _widen(sheet: Worksheet, row: int, columns: int) -> None:
    """Tell a sheet of a row that it has."""
    sheet._check_dimensions(row, 0)
    sheet._check_dimensions(row, columns - 1)


def _cells(row: int, values: Sequence[CellValue], styles: Sequence[int], text: Callable[[str], str]) -> Iterator[str]:
    """The cells of a row in XML; ``text`` gives the kind and content of one that holds a text."""
    for column, (value, style) in enumerate(zip(values, styles, strict=True)):
        start = f'<c r="{column_name(column)}{row + 1}" s="{style}"'
        if value is None:
            yield f"{start}/>"
        elif isinstance(value, str):
            yield f"{start} {text(fitting(value))}</c>"
        elif isinstance(value, Formula):
            yield f"{start}{_calculated(value)}</c>"
        else:
            yield f"{start}><v>{number(value):.16G}</v></c>"


def _calculated(formula: Formula) -> str:
    kind = ' t="str"' if isinstance(formula.given, str) and formula.given else ""
    said, given = (escape(text, quote=False) for text in (formula.text.removeprefix("="), str(formula.given)))
    return f"{kind}><f>{said}</f><v>{given}</v>"


def _inline(text: str) -> str:
    return f't="inlineStr"><is>{_text(text)}</is>'


def _text(text: str) -> str:
    """A text in XML; control characters are written by their numbers."""
    plain = text.isprintable() and "_x" not in text  # most texts: xlsxwriter need not look through them
    escaped = text if plain else Worksheet._escape_control_characters(text)
    kept = ' xml:space="preserve"' if escaped != escaped.strip() else ""
    return f"<t{kept}>{escape(escaped, quote=False)}</t>"


def _charted(value: CellValue) -> object:
    if isinstance(value, Formula):
        return value.given
    if isinstance(value, str):
        return fitting(value)
    return "" if value is None else f"{number(value):.16g}"
