"""The numbers of what came of last year's measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_docs.analysis.scores import Findings, IndicatorFinding
from ita_docs.model import NEVER_DONE, MeasureResult, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFindings:
    """How many measures stand where, how many met problems, and the indicators that had measures, in their order;
    ``unfinished`` are the numbers of those with a measure that is not done, ``untouched`` of those with none begun.

    Measures of a year are judged by the assessment of the same year: an indicator's score against the one before.
    """

    counts: Mapping[Status, int]
    with_problems: int
    indicators: tuple[IndicatorFinding, ...]
    unfinished: tuple[int, ...]
    untouched: tuple[int, ...]

    @property
    def percent_done(self) -> Decimal:
        """The share of the measures that is done, in percent, not rounded."""
        return Decimal(100 * self.counts[Status.DONE]) / sum(self.counts.values())


def follow(results: Sequence[MeasureResult], findings: Findings) -> ResultFindings:
    """What the results, at least one, come to; ``findings`` are of the year in which the measures were carried out."""
    measured = {one.indicator for one in results}
    unfinished = {one.indicator for one in results if one.status is not Status.DONE}
    begun = {one.indicator for one in results if one.status not in NEVER_DONE}
    return ResultFindings(
        counts={status: sum(one.status is status for one in results) for status in Status},
        with_problems=sum(bool(one.problem) for one in results),
        indicators=tuple(one for one in findings.indicators if one.number in measured),
        unfinished=tuple(one.number for one in findings.indicators if one.number in unfinished),
        untouched=tuple(one.number for one in findings.indicators if one.number in measured - begun),
    )
