"""``tracker.xlsx``: the year's measures round by round for staff to fill in, its calendar, and reading it back."""

from pipeline.excel.tracker.ics import calendar
from pipeline.excel.tracker.reader import Result, read
from pipeline.excel.tracker.results import measure_results, unexplained
from pipeline.excel.tracker.writer import build

__all__ = ["Result", "build", "calendar", "measure_results", "read", "unexplained"]
