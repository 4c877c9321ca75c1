"""The blank form of a year: everything that the year itself says is filled in, the rest is left to the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ita_docs.framework.model import Framework
from ita_docs.workbook.form import Form, Row
from ita_docs.workbook.general import COLUMNS, SETTINGS
from ita_docs.workbook.tables import ACTIVITIES, DUTIES, MEASURES, OVERRIDES, QUESTIONS, RESULTS, SCORES, SEATS
from ita_docs.workbook.writer import write

EXAMPLES = frozenset(table.key for table in (QUESTIONS, SEATS, DUTIES, MEASURES, RESULTS, OVERRIDES, ACTIVITIES))
"""The sheets that begin with an example row; the others show by themselves how they are filled."""


def blank(framework: Framework, office: str = "") -> bytes:
    """The blank workbook for the fiscal year after ``framework``'s, the year whose pack analyses its scores."""
    year = framework.year + 1
    rows: Mapping[str, Sequence[Row]] = {
        SCORES.key: [{"indicator": one.number, "name": one.name} for one in framework.indicators],
        MEASURES.key: [{"indicator": one.number, "indicator_name": one.name} for one in framework.indicators],
    }
    choices = {field.name: next(iter(field.allowed)) for field in (*SETTINGS.fields, *COLUMNS.fields)}
    general: Row = {"name": office, "fiscal_year": year, **choices}
    return write(Form(year=year, general=general, rows=rows, lists=year_lists(framework), examples=EXAMPLES))


def year_lists(framework: Framework) -> dict[str, tuple[str, ...]]:
    """The drop-down lists that belong to an assessed year."""
    return {
        "indicators": tuple(one.name for one in framework.indicators),
        "levels": tuple(level.name for level in framework.levels.steps),
    }
