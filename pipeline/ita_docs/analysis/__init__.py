"""The numbers of an assessment and of what came of last year's measures, and nothing but numbers."""

from ita_docs.analysis.next_level import NextLevel, Rise, Ways, next_level
from ita_docs.analysis.results import ResultFindings, follow
from ita_docs.analysis.rounds import due_dates, follows_events, times_a_year, within
from ita_docs.analysis.scores import (
    Figure,
    Findings,
    IndicatorFinding,
    InstrumentFinding,
    analyse,
    findings_of,
    level,
    moves,
    questions_of,
    weakest,
)

__all__ = [
    "Figure", "Findings", "IndicatorFinding", "InstrumentFinding", "NextLevel", "ResultFindings", "Rise", "Ways",
    "analyse", "due_dates", "findings_of", "follow", "follows_events", "level", "moves", "next_level", "questions_of",
    "times_a_year", "weakest", "within",
]  # fmt: skip
