"""The blank form of a year: everything that the year itself says is filled in, the rest is left to the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ita_docs.workbook.form import Form, FormRow
from ita_docs.workbook.general import COLUMNS, SETTINGS
from ita_docs.workbook.schema import Schema
from ita_docs.workbook.tables import ACTIVITIES, DUTIES, MEASURES, OVERRIDES, QUESTIONS, RESULTS, SCORES, SEATS
from ita_docs.workbook.writer import write

EXAMPLES = frozenset(table.key for table in (QUESTIONS, SEATS, DUTIES, MEASURES, RESULTS, OVERRIDES, ACTIVITIES))
"""The sheets that begin with an example row; the others show by themselves how they are filled."""


def blank(schema: Schema, office: str = "") -> bytes:
    """The blank workbook of the schema's fiscal year."""
    indicators = schema.framework.indicators
    rows: Mapping[str, Sequence[FormRow]] = {
        SCORES.key: [{"indicator": one.number, "name": one.name} for one in indicators],
        MEASURES.key: [{"indicator": one.number, "indicator_name": one.name} for one in indicators],
    }
    defaults = {field.name: next(iter(field.allowed)) for field in (*SETTINGS.fields, *COLUMNS.fields)}
    general: FormRow = {"name": office, "fiscal_year": schema.year, **defaults}
    return write(Form(schema=schema, general=general, rows=rows, examples=EXAMPLES))
