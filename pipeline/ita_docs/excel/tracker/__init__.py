"""``tracker.xlsx``: the year's measures round by round for staff to fill in, its calendar, and reading it back."""

from ita_docs.excel.tracker.form import TRACKER
from ita_docs.excel.tracker.reader import Result, is_tracker, measure_results, read, round_results, unexplained
from ita_docs.excel.tracker.rounds import calendar
from ita_docs.excel.tracker.writer import build

__all__ = [
    "TRACKER", "Result", "build", "calendar", "is_tracker", "measure_results", "read", "round_results", "unexplained",
]  # fmt: skip
