"""What a filled tracker says of each measure: its rounds taken together, as the report of the year's measures needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from ita_docs.excel.tracker.reader import NO_REASON, Result
from ita_docs.framework.words.sentences import TrackerPhrases
from ita_docs.model import MeasureResult, Status
from ita_docs.thai import date_long
from officefiles.problems import Problem


def measure_results(results: Iterable[Result]) -> tuple[MeasureResult, ...]:
    """One result for each action, by indicator and in the tracker's order; its cells are those of its first round."""
    first: dict[tuple[int, str], list[Result]] = {}
    for one in results:
        first.setdefault((one.indicator, one.action), []).append(one)
    by_indicator = sorted(first.values(), key=lambda rounds: rounds[0].indicator)
    return tuple(_taken_together(rounds) for rounds in by_indicator)


def unexplained(measures: Iterable[MeasureResult]) -> Iterator[Problem]:
    """A problem for each measure that no round began and no word says why, at its first round."""
    for one in measures:
        if one.status is Status.NOT_STARTED and not one.problem:
            yield NO_REASON.at(one.source.at("problem"), status=one.status.value)


def _taken_together(rounds: Sequence[Result]) -> MeasureResult:
    done = [one for one in rounds if one.status is Status.DONE]
    return MeasureResult(
        indicator=rounds[0].indicator,
        action=rounds[0].action,
        status=_status([one.status for one in rounds]),
        done=TrackerPhrases.load().rounds.format(done=len(done), all=len(rounds)) if len(rounds) > 1 else "",
        period="\n".join(dict.fromkeys(date_long(one.done) for one in rounds if one.done)),
        result=_texts(rounds, lambda one: one.result),
        problem=_texts(rounds, lambda one: one.problem),
        evidence=_texts(rounds, lambda one: one.evidence),
        source=rounds[0].source,
    )


def _status(statuses: Sequence[Status]) -> Status:
    """Where an action stands when all its rounds are taken together; under way where only some are done."""
    found = set(statuses)
    if len(found) == 1:
        return statuses[0]
    return Status.UNDER_WAY if found & {Status.DONE, Status.UNDER_WAY} else Status.NOT_STARTED


def _texts(rounds: Sequence[Result], text: Callable[[Result], str]) -> str:
    """What was written in the rounds: once where it is the same in all that say something, else round by round."""
    written = [(one.number, text(one)) for one in rounds if text(one)]
    if len(list(groupby(written, key=lambda pair: pair[1]))) < 2:
        return written[0][1] if written else ""
    phrase = TrackerPhrases.load().in_round
    return "\n".join(phrase.format(number=number, text=words) for number, words in written)
