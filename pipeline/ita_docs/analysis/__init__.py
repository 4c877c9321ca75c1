"""The numbers of an assessment and of what came of last year's measures, and nothing but numbers."""

from ita_docs.analysis.results import ResultFindings, follow
from ita_docs.analysis.rounds import due_dates, follows_events, times_a_year
from ita_docs.analysis.scores import Figure, Findings, IndicatorFinding, InstrumentFinding, analyse, findings_of, level

__all__ = ["Figure", "Findings", "IndicatorFinding", "InstrumentFinding", "ResultFindings"]
__all__ += ["analyse", "due_dates", "findings_of", "follow", "follows_events", "level", "times_a_year"]
