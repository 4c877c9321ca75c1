"""What the form declares for templates, of one record: each such field under its own name."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ita_docs.model import FormRecord, value_of
from ita_docs.origin import CellPicture, CellText, SourceCell, Sourced
from ita_docs.thai import date_long
from ita_docs.values.own import more
from ita_docs.workbook.field import Field, Sheet
from officefiles.pictures import Picture


def table_row(record: FormRecord, sheet: Sheet) -> dict[str, object]:
    """A row of a table: what the form declares of it, and the columns that the office added."""
    return {**row(record, sheet.fields), "more": more(record, sheet)}


def row(record: Sourced, fields: Sequence[Field]) -> dict[str, object]:
    """The values of those ``fields`` that have a meaning to templates, each with its cell: dates in words, items and
    pictures as lists, nothing as an empty text."""
    return {one.name: _value(value_of(record, one.name), (record.source, one.name)) for one in fields if one.meaning}


def _value(value: object, cell: SourceCell) -> object:
    if isinstance(value, tuple):
        return [_value(one, cell) for one in value]
    if isinstance(value, Picture):
        return CellPicture.of(value, cell)
    if isinstance(value, datetime.date):
        return CellText.of(date_long(value), cell)
    return CellText.of("" if value is None else str(value), cell)
