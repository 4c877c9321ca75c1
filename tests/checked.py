"""What the checks tell of a submission, short enough to stand beside the fault that was put in."""

from __future__ import annotations

from ita_docs.checks import check
from ita_docs.framework.load import load
from ita_docs.model import Submission

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
