"""The words on what came of last year's measures: of each measure, of each indicator, and in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_docs.analysis import IndicatorFinding, ResultFindings, follow
from ita_docs.model import MeasureResult, Status
from ita_docs.wording.case import Case

_ORDER = (Status.DONE, Status.PARTLY, Status.UNDER_WAY, Status.NOT_STARTED, Status.NOT_POSSIBLE)
"""In which order a report counts its measures: what is done first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTexts:
    """The sentences of the report: ``advice`` what should follow for each result in its order (empty where
    nothing must), ``indicators`` by number on how the score of each moved."""

    intro: str
    summary: str
    moves: str
    problems: str
    advice: tuple[str, ...]
    indicators: Mapping[int, str]


def results(case: Case, given: Sequence[MeasureResult]) -> ResultTexts:
    """All sentences on these results, at least one."""
    found = follow(given, case.findings)
    return ResultTexts(
        intro=case.phrases.results.intro.format(
            office=case.office.name,
            year=case.findings.year,
            count=len(given),
            indicators=len(found.indicators),
            **case.kind_words,
        ),
        summary=_summary(case, found),
        moves=_moves(case, found),
        problems=_problems(case, found),
        advice=tuple(_advice(case, one.status) for one in given),
        indicators={
            one.number: _indicator(case, one, untouched=one.number in found.untouched) for one in found.indicators
        },
    )


def _summary(case: Case, found: ResultFindings) -> str:
    """How many measures stand where, and the share that is done."""
    phrases = case.phrases.results
    words = [phrases.count.format(status=one.value, count=found.counts[one]) for one in _ORDER if found.counts[one]]
    return phrases.summary.format(
        count=sum(found.counts.values()), counts=case.joined(words), percent=case.score(found.percent_done)
    )


def _moves(case: Case, found: ResultFindings) -> str:
    """How the scores of the indicators that had measures moved; empty where last year's are not known."""
    if moved := case.moves(found.indicators):
        year = case.findings.year
        return case.phrases.results.moves.format(previous_year=year - 1, year=year, changes=moved)
    return ""


def _problems(case: Case, found: ResultFindings) -> str:
    """How many measures met problems. That none did is said only where all are done: of one that is not, an empty
    cell tells nothing of why, and the sentence keeps to which they are."""
    phrases, next_year = case.phrases.results, case.findings.year + 1
    if found.with_problems:
        return phrases.problems.format(count=found.with_problems, next_year=next_year)
    if not found.unfinished:
        return phrases.no_problems
    return phrases.unfinished.format(
        count=sum(found.counts.values()) - found.counts[Status.DONE],
        indicators=case.joined([phrases.of_indicator.format(number=number) for number in found.unfinished]),
        next_year=next_year,
    )


def _advice(case: Case, status: Status) -> str:
    """What should follow from where a measure stands; nothing from one that is done."""
    phrases = case.phrases.results
    follows = {
        Status.UNDER_WAY: phrases.after_under_way,
        Status.PARTLY: phrases.after_partly,
        Status.NOT_STARTED: phrases.after_not_started,
        Status.NOT_POSSIBLE: phrases.after_not_possible,
    }
    return follows.get(status, "").format(short_name=case.office.short_name)


def _indicator(case: Case, one: IndicatorFinding, *, untouched: bool) -> str:
    """How the score of an indicator moved in the year of its measures, and what follows from it: nothing of the
    measures' effect where all of them were left ``untouched``."""
    phrases = case.phrases.results
    if one.previous is None or one.change is None:
        return phrases.not_known.format(score=case.score(one.score), year=case.findings.year)
    if one.change > 0:
        moved, then = phrases.rose, phrases.after_rise
    elif one.change < 0:
        moved, then = phrases.fell, phrases.after_fall
    else:
        moved, then = phrases.same, phrases.same_strength if one.strength else phrases.same_weakness
    figures = {"previous": one.previous, "score": one.score, "change": abs(one.change)}
    said = moved.format(**{name: case.score(figure) for name, figure in figures.items()})
    follows = phrases.without_measures if untouched else then
    return f"{said} {follows.format(short_name=case.office.short_name)}"
