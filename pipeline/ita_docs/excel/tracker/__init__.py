"""``tracker.xlsx``: the year's measures round by round for staff to fill in, its calendar, and reading it back."""

from ita_docs.excel.tracker.reader import Result, measure_results, read, unexplained
from ita_docs.excel.tracker.rounds import calendar
from ita_docs.excel.tracker.writer import build

__all__ = ["Result", "build", "calendar", "measure_results", "read", "unexplained"]
