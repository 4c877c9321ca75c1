"""Sheets beside the form that people read and the program passes over: lists of places and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ita_docs.workbook.styles import row_height
from ita_docs.workbook.written import HEADING_ROW
from officefiles.problems import Place

_LONGEST = 32_767
"""The most letters of a cell (Excel specifications and limits)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sheet ``name`` with a title, a help and ``columns`` (heading and width in characters). In a row, a ``Place`` is
    shown as its cell and leads there."""

    name: str
    title: str
    help: str
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[str | Place]]


def write_listing(sheet: Worksheet, listing: Listing, formats: Mapping[str, Format]) -> None:
    """Fill the sheet of a listing; its title and help stand where those of the form's sheets do."""
    for row, height in enumerate((34, 24, 10, 30)):
        sheet.set_row(row, height)
    sheet.write_string(0, 0, listing.title, formats["title"])
    sheet.write_string(1, 0, listing.help, formats["help"])
    for column, (heading, width) in enumerate(listing.columns):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADING_ROW, column, heading, formats["required"])
    widths = [width for _, width in listing.columns]
    for row, cells in enumerate(listing.rows, start=HEADING_ROW + 1):
        texts = [cell.cell if isinstance(cell, Place) else cell[:_LONGEST] for cell in cells]
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            if isinstance(cell, Place):
                sheet.write_url(row, column, f"internal:'{cell.sheet}'!{cell.cell}", formats["link"], text)
            else:
                sheet.write_string(row, column, text, formats["note_wide"])
        sheet.set_row(row, row_height(list(zip(texts, widths, strict=True))))
    sheet.freeze_panes(HEADING_ROW + 1, 0)
    sheet.repeat_rows(HEADING_ROW)
