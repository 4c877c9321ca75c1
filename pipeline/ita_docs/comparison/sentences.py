"""The official Thai sentences that sum a comparison up. Numbers in Arabic digits; a document turns them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_docs.analysis import moves
from ita_docs.comparison.figures import TOTAL
from ita_docs.comparison.tables import Comparison
from ita_docs.framework.scores import FullMark
from ita_docs.framework.words.comparison import ComparisonPhrases

NAMED = 3
"""How many names a sentence gives before it counts the rest."""

_PHRASES = ComparisonPhrases.load()
_FINDINGS, _JOINING = _PHRASES.findings, _PHRASES.joining


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the comparison says: a paragraph on what was compared, findings, and what follows from them."""

    intro: str
    findings: tuple[str, ...]
    proposals: tuple[str, ...]


def summarise(comparison: Comparison) -> Summary:
    """The sentences of a comparison."""
    several = (_totals, _goal, _levels, _instruments, _indicators, _weakest)
    alone = len(comparison.offices) == 1
    found = [make(comparison) for make in ((_alone, _goal) if alone else several)]
    return Summary(
        intro=_PHRASES.intro.format(year=comparison.framework.year, count=len(comparison.offices)),
        findings=(*found, _changes(comparison)),
        proposals=() if alone else tuple(_proposals(comparison)),
    )


def goal_text(comparison: Comparison) -> str:
    """The goal as a sentence says it: ``85``."""
    return f"{comparison.goal.normalize():f}"


def column_names(comparison: Comparison) -> dict[str, str]:
    """What a table calls each column: คะแนนรวม, IIT, ``1 การปฏิบัติหน้าที่``."""
    names = {str(one.number): f"{one.number} {one.name}" for one in comparison.framework.indicators}
    return {column: names.get(column, column) for column in comparison.statistics} | {TOTAL: _JOINING.total}


def share(comparison: Comparison, count: int) -> str:
    """``count`` as a percentage of the offices compared, with the decimals of scores."""
    form = comparison.framework.rounding.format(FullMark.LONG)
    return form.text(Decimal(100 * count) / len(comparison.offices))


def score(comparison: Comparison, value: Decimal) -> str:
    """A score of the year as it is written: ``87.50``, ``100``."""
    return comparison.framework.rounding.format().text(value)


def _alone(comparison: Comparison) -> str:
    office = comparison.offices[0]
    return _FINDINGS.alone.format(
        office=office.name, total=score(comparison, office.total), level=_quoted(comparison, office.level)
    )


def _quoted(comparison: Comparison, level: str) -> str:
    """The name of a level, in quotation marks where the year's own sentence has them."""
    return f"“{level}”" if "“" in comparison.framework.levels.phrase else level


def _totals(comparison: Comparison) -> str:
    total = comparison.statistics[TOTAL]
    mean = {"mean": score(comparison, total.mean), "deviation": score(comparison, total.deviation)}
    if total.lowest == total.highest:
        return _FINDINGS.totals_equal.format(**mean)

    def at(total: Decimal) -> str:
        return _offices([office.name for office in comparison.offices if office.total == total])

    return _FINDINGS.totals.format(
        **mean,
        median=score(comparison, total.median),
        highest=at(total.highest),
        highest_score=score(comparison, total.highest),
        lowest=at(total.lowest),
        lowest_score=score(comparison, total.lowest),
    )


def _goal(comparison: Comparison) -> str:
    count, below = len(comparison.offices), len(comparison.below_goal)
    phrase = _FINDINGS.goal_none if below == count else _FINDINGS.goal_some if below else _FINDINGS.goal_all
    return phrase.format(
        goal=goal_text(comparison),
        reached=count - below,
        reached_share=share(comparison, count - below),
        below=below,
        below_share=share(comparison, below),
    )


def _levels(comparison: Comparison) -> str:
    counts = comparison.levels.items()
    named = [_FINDINGS.level.format(name=_quoted(comparison, name), count=count) for name, count in counts if count]
    return _FINDINGS.levels.format(levels=_and(named))


def _instruments(comparison: Comparison) -> str:
    codes = [one.code for one in comparison.framework.instruments]
    means = [_FINDINGS.instrument.format(code=code, mean=_mean(comparison, code)) for code in codes]
    return _FINDINGS.instruments.format(instruments=_and(means))


def _indicators(comparison: Comparison) -> str:
    means = {number: comparison.statistics[number].mean for number in comparison.numbers}
    highest, lowest = ([n for n in means if means[n] == end] for end in (max(means.values()), min(means.values())))
    if highest == lowest:
        return _FINDINGS.indicators_equal.format(mean=_mean(comparison, highest[0]))
    weak = _weak(comparison)
    return _FINDINGS.indicators.format(
        highest=_indicator_names(comparison, highest),
        highest_score=_mean(comparison, highest[0]),
        lowest=_indicator_names(comparison, lowest),
        lowest_score=_mean(comparison, lowest[0]),
        of_goal=_FINDINGS.weak_some.format(count=len(weak)) if weak else _FINDINGS.weak_none,
    )


def _weakest(comparison: Comparison) -> str:
    counts = {number: comparison.statistics[number].weakest for number in comparison.numbers}
    most = max(counts.values())
    often = [number for number in counts if counts[number] == most]
    phrase = _FINDINGS.weakest_one if len(often) == 1 else _FINDINGS.weakest_several
    return phrase.format(indicators=_indicator_names(comparison, often), count=most)


def _changes(comparison: Comparison) -> str:
    moved, before = comparison.moved, comparison.framework.year - 1
    if not moved:
        return _FINDINGS.changes_unknown.format(year=before)
    counts = moves(office.change for office in moved)
    phrases = zip((_FINDINGS.rose, _FINDINGS.fell, _FINDINGS.same), counts, strict=True)
    words = _and([phrase.format(count=count) for phrase, count in phrases if count])
    sentence = _FINDINGS.changes.format(year=before, count=len(moved), changes=words)
    most = moved[0].change
    if most is None or most <= 0 or len(moved) == 1:
        return sentence
    best = _offices([office.name for office in moved if office.change == most])
    return _FINDINGS.gained_most.format(changes=sentence, offices=best, change=score(comparison, most))


def _proposals(comparison: Comparison) -> Iterator[str]:
    total = comparison.statistics[TOTAL]
    if comparison.below_goal:
        yield _PHRASES.proposals.below
    if weak := _weak(comparison):
        yield _PHRASES.proposals.weak.format(indicators=_indicator_names(comparison, weak))
    if total.lowest < total.highest:
        yield _PHRASES.proposals.share


def _weak(comparison: Comparison) -> list[str]:
    """The indicators whose mean is below the goal, the lowest first."""
    means = {number: comparison.statistics[number].mean for number in comparison.numbers}
    return sorted((number for number in means if means[number] < comparison.goal), key=lambda number: means[number])


def _mean(comparison: Comparison, column: str) -> str:
    return score(comparison, comparison.statistics[column].mean)


def _offices(names: Sequence[str]) -> str:
    return _together(names, _JOINING.more_offices)


def _indicator_names(comparison: Comparison, numbers: Sequence[str]) -> str:
    """``ตัวชี้วัดที่ 3 การใช้อำนาจ``, joined."""
    names = {str(one.number): one.name for one in comparison.framework.indicators}
    named = [_JOINING.indicator.format(number=number, name=names[number]) for number in numbers]
    return _together(named, _JOINING.more_indicators)


def _together(names: Sequence[str], more: str) -> str:
    """Names in a row, ``และ`` before the last; of many, the first, and by the phrase ``more`` how many more."""
    if len(names) > NAMED + 1:
        return more.format(names=" ".join(names[:NAMED]), count=len(names) - NAMED)
    return _and(names)


def _and(parts: Sequence[str]) -> str:
    """The parts in a row, ``และ`` before the last; a space after it where Latin letters follow."""
    if len(parts) == 1:
        return parts[0]
    space = " " if parts[-1][0].isascii() else ""
    return f"{' '.join(parts[:-1])} {_JOINING.last}{space}{parts[-1]}"
