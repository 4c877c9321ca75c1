"""The sheets that are tables, as data: scores, people, duties, measures, texts, activities, sections."""

from ita_docs.workbook.tables.activities import ACTIVITIES, DATE_HELP
from ita_docs.workbook.tables.measures import MEASURES
from ita_docs.workbook.tables.people import DUTIES, SEATS, SECTIONS, TITLE_WORDS
from ita_docs.workbook.tables.results import RESULTS
from ita_docs.workbook.tables.scores import OVERRIDES, QUESTIONS, SCORES

__all__ = [
    "ACTIVITIES", "DATE_HELP", "DUTIES", "MEASURES", "OVERRIDES", "QUESTIONS", "RESULTS", "SCORES", "SEATS", "SECTIONS",
    "TABLES", "TITLE_WORDS",
]  # fmt: skip

TABLES = (SCORES, QUESTIONS, SEATS, DUTIES, MEASURES, RESULTS, OVERRIDES, ACTIVITIES, SECTIONS)
"""In the order of the workbook."""
