"""The tables of a comparison. pandas works them out here, and nothing else sees it: out come typed values.

Within pandas a score is a whole number of steps, each one in the last of the year's decimals (8412 is 84.12), so that
sums, medians and quartiles are exact and a mean is rounded half up from its exact value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from ita_docs.comparison.figures import TOTAL, Figures, LeftOut, columns
from ita_docs.framework.model import Framework, Rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedOffice:
    """One office among the others. ``scores`` and ``previous`` (``None``: not known) are by column; ``weakest`` are
    the numbers of the indicators with its lowest score; ``below`` those below the goal, the lowest first."""

    workbook: str
    name: str
    level: str
    rank: int
    scores: Mapping[str, Decimal]
    previous: Mapping[str, Decimal | None]
    weakest: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        """The total, by which offices are ranked."""
        return self.scores[TOTAL]

    @property
    def change(self) -> Decimal | None:
        """What the total gained or lost against last year; ``None`` where last year's is not known."""
        before = self.previous[TOTAL]
        return None if before is None else self.total - before


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The spread of one column over all offices. ``deviation`` is that of a whole population, since every office
    compared is counted; quartiles lie between neighbours in proportion, as spreadsheets work them out (QUARTILE).
    ``below`` offices are below the goal; the indicator is the weakest, or one of the weakest, of ``weakest`` offices.
    """

    count: int
    mean: Decimal
    deviation: Decimal
    median: Decimal
    lowest: Decimal
    quartile_1: Decimal
    quartile_3: Decimal
    highest: Decimal
    below: int
    weakest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Offices from the highest total to the lowest, those with equal totals in the order given; the statistics by
    column; how many offices have each level, highest first."""

    framework: Framework
    offices: tuple[RankedOffice, ...]
    statistics: Mapping[str, Statistics]
    levels: Mapping[str, int]
    left_out: tuple[LeftOut, ...]

    @property
    def goal(self) -> Decimal:
        """The score that offices and indicators are to reach."""
        return self.framework.goal.score

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that are indicators."""
        return tuple(str(indicator.number) for indicator in self.framework.indicators)

    @property
    def below_goal(self) -> tuple[RankedOffice, ...]:
        """The offices whose total is below the goal, the lowest first."""
        return tuple(sorted((one for one in self.offices if one.total < self.goal), key=lambda one: one.total))

    @property
    def moved(self) -> tuple[RankedOffice, ...]:
        """The offices whose change is known, the greatest gain first."""
        known = [(one.change, one) for one in self.offices if one.change is not None]
        return tuple(one for _, one in sorted(known, key=lambda pair: -pair[0]))


def compare(rows: Sequence[Figures], left_out: Sequence[LeftOut], framework: Framework) -> Comparison:
    """The comparison of at least one office, all of the framework's year."""
    rounding = framework.rounding
    steps = [[_steps(one, rounding) for one in row.scores] for row in rows]
    scores = pd.DataFrame(steps, columns=list(columns(framework)))
    numbers = [str(indicator.number) for indicator in framework.indicators]
    lowest = scores[numbers].eq(scores[numbers].min(axis="columns"), axis="index")
    weakest = [tuple(n for n, is_lowest in zip(numbers, row, strict=True) if is_lowest) for row in lowest.to_numpy()]
    ranks = scores[TOTAL].rank(ascending=False, method="min").astype(int).tolist()
    order = scores[TOTAL].sort_values(ascending=False, kind="stable").index.tolist()
    return Comparison(
        framework=framework,
        offices=tuple(_office(rows[at], ranks[at], weakest[at], framework) for at in order),
        statistics=_statistics(scores, lowest.sum(), framework),
        levels=_levels(pd.Series([row.level for row in rows]), framework),
        left_out=tuple(left_out),
    )


def _office(row: Figures, rank: int, weakest: tuple[str, ...], framework: Framework) -> RankedOffice:
    names = columns(framework)
    scores = dict(zip(names, row.scores, strict=True))
    numbers = (str(indicator.number) for indicator in framework.indicators)
    below = [number for number in numbers if scores[number] < framework.goal.score]
    return RankedOffice(
        workbook=row.workbook,
        name=row.office,
        level=row.level,
        rank=rank,
        scores=scores,
        previous=dict(zip(names, row.previous, strict=True)),
        weakest=weakest,
        below=tuple(sorted(below, key=lambda number: scores[number])),
    )


def _statistics(scores: pd.DataFrame, weakest: pd.Series[int], framework: Framework) -> dict[str, Statistics]:
    quartiles = scores.quantile([0, 0.25, 0.5, 0.75, 1])
    rounding = framework.rounding
    means, deviations = scores.mean(), scores.std(ddof=0)
    below = scores.lt(_steps(framework.goal.score, rounding)).sum()
    made = {}
    for name in scores.columns:
        lowest, quartile_1, median, quartile_3, highest = (_score(value, rounding) for value in quartiles[name])
        made[name] = Statistics(
            count=len(scores),
            mean=_score(means[name], rounding),
            deviation=_score(deviations[name], rounding),
            median=median,
            lowest=lowest,
            quartile_1=quartile_1,
            quartile_3=quartile_3,
            highest=highest,
            below=int(below[name]),
            weakest=int(weakest.get(name, 0)),
        )
    return made


def _levels(given: pd.Series[str], framework: Framework) -> dict[str, int]:
    """The year's levels, and any other name that was published after them."""
    counts = given.value_counts(sort=False).to_dict()
    names = dict.fromkeys((*(step.name for step in framework.levels.steps), *counts))
    return {str(name): int(counts.get(name, 0)) for name in names}


def _steps(score: Decimal, rounding: Rounding) -> int:
    return int(rounding.rounded(score) / rounding.step)


def _score(steps: float, rounding: Rounding) -> Decimal:
    return rounding.rounded(Decimal(steps) * rounding.step)
