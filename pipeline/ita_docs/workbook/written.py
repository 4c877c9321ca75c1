"""Where a written form has its cells."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.workbook.field import Field, Sheet
from ita_docs.workbook.form import Form, FormRow, Review
from ita_docs.workbook.schema import Schema
from officefiles.cells import column_name
from officefiles.problems import Place

HEADING_ROW = 3
"""The row (from 0) of the headings on every sheet; above it stand title, help and what must be filled."""


def general_rows(schema: Schema) -> dict[str, int]:
    """The row (from 0) of each line of the general sheet; each group has a row of its own above its lines."""
    names = [name for group in schema.groups for name in ("", *(field.name for field in group.fields))]
    return {name: row for row, name in enumerate(names, start=HEADING_ROW + 1) if name}


def first_row(form: Form, table: Sheet) -> int:
    """The row (from 0) in which a table's own rows begin, below its headings and its example."""
    return HEADING_ROW + 1 + (table.key in form.examples)


def reviews(form: Form) -> Iterator[tuple[Place, Field, Review]]:
    """The cells marked for review, each with its field, sheet by sheet."""
    for place, field, cells in filled_cells(form):
        if isinstance(cell := cells.get(field.name), Review):
            yield place, field, cell


def filled_cells(form: Form) -> Iterator[tuple[Place, Field, FormRow]]:
    """Every cell for the content of the form, sheet by sheet, with its field and the row or lines that it is of."""
    general, rows = form.schema.general, general_rows(form.schema)
    for field in general.fields:
        yield Place(general.name, f"B{rows[field.name] + 1}"), field, form.general
    for table in form.schema.tables:
        for row, cells in enumerate(form.rows.get(table.key, ()), start=first_row(form, table) + 1):
            for column, field in enumerate(table.fields):
                yield Place(table.name, f"{column_name(column)}{row}"), field, cells
