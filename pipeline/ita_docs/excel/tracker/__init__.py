"""``tracker.xlsx``: the year's measures round by round for staff to fill in, its calendar, and reading it back."""

from ita_docs.excel.tracker.reader import OUTSIDE_YEAR, Result, measure_results, read, unexplained
from ita_docs.excel.tracker.rounds import calendar
from ita_docs.excel.tracker.writer import build

__all__ = ["OUTSIDE_YEAR", "Result", "build", "calendar", "measure_results", "read", "unexplained"]
