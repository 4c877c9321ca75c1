"""What the next level would take: by how much which instrument, indicator or part must rise, least first.

All is worked out in the steps of the year's rounding: a rise is the least one after which the rounded score reaches
what the level asks for. Where a score was published, the rise is counted from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from ita_docs.analysis.scores import Figure, Findings, InstrumentFinding
from ita_docs.framework.model import Framework, Level
from ita_docs.framework.scores import FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A score that must rise ``by`` so much, named by its ``key``: the code of an instrument or of a part, the number
    of an indicator. ``ways`` are those to lift an instrument so far; ``None`` of what has no scores below it."""

    key: str
    name: str
    score: Decimal
    by: Decimal
    ways: Ways | None = None

    @property
    def to(self) -> Decimal:
        """The score that it must reach."""
        return self.score + self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a mean can rise: any one of ``alone`` by so much, least first (none that would pass the full score), or all
    that are below ``together`` up to it; these are the keys in ``below``."""

    alone: tuple[Rise, ...]
    together: Decimal
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """The level above the one reached. Each instrument in ``required`` is below what the level asks of every
    instrument, and must rise; ``short`` is what the total then still lacks, and ``ways`` how it can rise by that
    (``None`` where it lacks nothing)."""

    level: Level
    required: tuple[Rise, ...]
    short: Decimal
    ways: Ways | None = None


@dataclass(frozen=True, slots=True)
class _Share:
    """A score that counts with ``weight`` in another."""

    key: str
    name: str
    score: Decimal
    weight: Decimal


def next_level(findings: Findings, framework: Framework) -> NextLevel | None:
    """What lacks for the level above the one that documents print; ``None`` where there is none above, or where the
    scores reach it already."""
    level = _above(findings, framework)
    if level is None:
        return None
    required = [
        _rise(one, one.score.used, _up(level.instrument_minimum - one.score.used, framework), findings, framework)
        for one in findings.instruments
        if one.score.used < level.instrument_minimum
    ]
    raised = {one.code: one.score.used for one in findings.instruments} | {one.key: one.to for one in required}
    shares = [_Share(one.code, one.name, raised[one.code], one.weight) for one in findings.instruments]
    total = framework.rounding.rounded(sum((one.score * one.weight for one in shares), Decimal(0)))
    short = level.minimum - findings.total.used - (total - findings.total.computed)
    if short <= 0:
        return NextLevel(level=level, required=_least_first(required), short=Decimal(0)) if required else None
    ways = _ways(shares, _needed(findings.total, level.minimum, framework), framework)
    return NextLevel(
        level=level,
        required=_least_first(required),
        short=short,
        ways=_with_ways(ways, findings, framework),
    )


def _above(findings: Findings, framework: Framework) -> Level | None:
    steps = framework.levels.steps
    at = next((place for place, one in enumerate(steps) if one.name == findings.level), steps.index(findings.earned))
    return steps[at - 1] if at else None


def _needed(figure: Figure, target: Decimal, framework: Framework) -> Decimal:
    """The least score, not rounded, from which the figure is ``target``; one that was published apart from the
    computed one stays as far from it."""
    return target - (figure.used - figure.computed) - framework.rounding.step / 2


def _with_ways(ways: Ways, findings: Findings, framework: Framework) -> Ways:
    """The ways to lift the total, each instrument with its own."""
    of = {one.code: one for one in findings.instruments}
    alone = tuple(_rise(of[one.key], one.score, one.by, findings, framework) for one in ways.alone)
    return replace(ways, alone=alone)


def _rise(one: InstrumentFinding, score: Decimal, by: Decimal, findings: Findings, framework: Framework) -> Rise:
    """An instrument that must rise ``by`` so much, and how: by its parts where its score is the mean of them, else by
    its indicators."""
    instrument = next(each for each in framework.instruments if each.code == one.code)
    weight = Decimal(1)
    if one.parts and len(one.parts) == len(instrument.parts):
        shares = [_Share(part.code, part.name, one.parts[part.code], weight) for part in instrument.parts]
    else:
        own = (each for each in findings.indicators if each.instrument == one.code)
        shares = [_Share(str(each.number), each.name, each.score, weight) for each in own]
    need = _needed(one.score, score + by, framework) * len(shares)
    return Rise(key=one.code, name=one.name, score=score, by=by, ways=_ways(shares, need, framework))


def _ways(shares: Sequence[_Share], need: Decimal, framework: Framework) -> Ways:
    """How the weighted sum of the scores can become ``need``, which it is below."""
    lacks = need - sum(one.score * one.weight for one in shares)
    rises = [Rise(key=one.key, name=one.name, score=one.score, by=_up(lacks / one.weight, framework)) for one in shares]
    together = _up(_level_of(shares, need), framework)
    return Ways(
        alone=_least_first([one for one in rises if one.to <= FULL]),
        together=together,
        below=tuple(one.key for one in shares if one.score < together),
    )


def _level_of(shares: Sequence[_Share], need: Decimal) -> Decimal:
    """The least score that none may be below for the weighted sum to be ``need``: the lowest rise together until they
    meet the next."""
    low = sorted(shares, key=lambda one: one.score)
    for place in range(1, len(low)):
        weight, others = sum(one.weight for one in low[:place]), sum(one.score * one.weight for one in low[place:])
        if (level := (need - others) / weight) <= low[place].score:
            return level
    return need / sum(one.weight for one in low)


def _up(value: Decimal, framework: Framework) -> Decimal:
    """``value`` in the year's decimals, never below it."""
    return value.quantize(framework.rounding.step, ROUND_CEILING)


def _least_first(rises: Sequence[Rise]) -> tuple[Rise, ...]:
    """The least rise first; of equal ones that of the lowest score."""
    return tuple(sorted(rises, key=lambda one: (one.by, one.score)))
