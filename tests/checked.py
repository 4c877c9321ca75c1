"""What the checks tell of a submission, short enough to stand beside the fault that was put in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ita_docs.checks import check
from ita_docs.framework.load import load
from ita_docs.model import Submission
from ita_docs.papers.reading import Reading, read_and_check

Reported = tuple[str, str, str, str, str]


def reported(submission: Submission) -> list[Reported]:
    """Every problem as severity, id, sheet, cell and what was found."""
    framework = load(submission.assessed_year)
    return [
        (str(problem.severity), problem.kind, problem.place.sheet, problem.place.cell, problem.found)
        for problem in check(submission, framework)
    ]


def hints(submission: Submission) -> str:
    """All messages and hints, to look for a word in."""
    framework = load(submission.assessed_year)
    return "\n".join(f"{problem.message} {problem.hint}" for problem in check(submission, framework))


@cache
def reading_of(path: Path) -> Reading:
    """A workbook that no test changes, read and checked."""
    return read_and_check(path)
