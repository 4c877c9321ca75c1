"""The dict that the comparison's template is filled from: texts as they are printed, in Thai digits.

``fields.FIELDS`` states every name once. A table that would be empty is an empty list, and a template leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from ita_docs.comparison.figures import TOTAL
from ita_docs.comparison.sentences import column_names, goal_text, score, share, summarise
from ita_docs.comparison.tables import Comparison, RankedOffice
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.values.build import printed
from officefiles.pictures import Picture

LISTED = 100
"""How many rows of a table with a row for each office a report prints; the workbook holds them all."""

CHARTS = ("indicators", "levels")
"""The charts of the report by name, in the order in which their workbook draws them."""

MOVED = 10
"""How many offices are listed as those that gained or lost most."""

_PHRASES = ComparisonPhrases.load()
_UNKNOWN = "–"


def build(comparison: Comparison, charts: Sequence[Picture]) -> dict[str, object]:
    """All that ``fields.FIELDS`` names, nested."""
    summary = summarise(comparison)
    framework = comparison.framework
    values = {
        "document": {"title": _PHRASES.title.format(year=framework.year), "subject": _PHRASES.subject, "author": ""},
        "digits_thai": True,
        "year": str(framework.year),
        "last_year": str(framework.year - 1),
        "goal": goal_text(comparison),
        "count": str(len(comparison.offices)),
        "listed": str(LISTED),
        "cut_short": len(comparison.offices) > LISTED,
        "intro": summary.intro,
        "findings": list(summary.findings),
        "proposals": list(summary.proposals),
        "codes": [one.code for one in framework.instruments],
        "indicators": [{"number": str(one.number), "name": one.name} for one in framework.indicators],
        "charts": dict(zip(CHARTS, charts, strict=True)),
        "tones": _tones(comparison),
        "levels": [
            {"name": name, "count": str(count), "share": share(comparison, count)}
            for name, count in comparison.levels.items()
        ],
        "offices": [_office(comparison, one) for one in comparison.offices[:LISTED]],
        "statistics": [_statistics(comparison, *column) for column in column_names(comparison).items()],
        "gained": _moved(comparison, (one for one in comparison.moved if (one.change or 0) > 0)),
        "lost": _moved(comparison, (one for one in reversed(comparison.moved) if (one.change or 0) < 0)),
        "below": [_below(comparison, one) for one in comparison.below_goal[:LISTED]],
        "left_out": [{"workbook": one.workbook, "reason": one.reason} for one in comparison.left_out[:LISTED]],
    }
    return {name: printed(value, thai=True) for name, value in values.items()}


def tone(comparison: Comparison, value: Decimal) -> str:
    """The range of a score: high, good, low or urgent."""
    goal, best = comparison.framework.goal, comparison.framework.phrases.bands[0]
    steps = ((best, "high"), (goal.score, "good"), (goal.urgent, "low"))
    return next((name for least, name in steps if value >= least), "urgent")


def _tones(comparison: Comparison) -> dict[str, object]:
    """The ranges of ``tone`` in words."""
    goal, best = comparison.framework.goal, comparison.framework.phrases.bands[0]
    step, phrases = comparison.framework.rounding.step, _PHRASES.tones

    def written(value: Decimal) -> str:
        return score(comparison, value)

    return {
        "high": phrases.high.format(least=written(best)),
        "good": phrases.between.format(least=written(goal.score), most=written(best - step)),
        "low": phrases.between.format(least=written(goal.urgent), most=written(goal.score - step)),
        "urgent": phrases.urgent.format(below=written(goal.urgent)),
    }


def _office(comparison: Comparison, office: RankedOffice) -> dict[str, object]:
    scores = office.scores
    return {
        "rank": str(office.rank),
        "name": office.name,
        "total": score(comparison, office.total),
        "level": office.level,
        "instruments": [score(comparison, scores[one.code]) for one in comparison.framework.instruments],
        "change": _signed(comparison, office.change),
        "scores": [
            {"text": score(comparison, scores[number]), "tone": tone(comparison, scores[number])}
            for number in comparison.numbers
        ],
        "weakest": ", ".join(office.weakest),
    }


def _statistics(comparison: Comparison, column: str, name: str) -> dict[str, object]:
    one = comparison.statistics[column]
    return {
        "name": name,
        "mean": score(comparison, one.mean),
        "deviation": score(comparison, one.deviation),
        "median": score(comparison, one.median),
        "lowest": score(comparison, one.lowest),
        "quartile_1": score(comparison, one.quartile_1),
        "quartile_3": score(comparison, one.quartile_3),
        "highest": score(comparison, one.highest),
        "below": str(one.below),
        "weakest": str(one.weakest) if column in comparison.numbers else _UNKNOWN,
    }


def _moved(comparison: Comparison, offices: Iterable[RankedOffice]) -> list[dict[str, object]]:
    return [
        {
            "name": one.name,
            "previous": score(comparison, before),
            "total": score(comparison, one.total),
            "change": _signed(comparison, one.change),
        }
        for one in islice(offices, MOVED)
        if (before := one.previous[TOTAL]) is not None
    ]


def _below(comparison: Comparison, office: RankedOffice) -> dict[str, object]:
    return {
        "name": office.name,
        "total": score(comparison, office.total),
        "gap": score(comparison, comparison.goal - office.total),
        "level": office.level,
        "weak": ", ".join(office.below) or _UNKNOWN,
    }


def _signed(comparison: Comparison, change: Decimal | None) -> str:
    """A change with its sign; a dash where it is not known."""
    if change is None:
        return _UNKNOWN
    return comparison.framework.rounding.format().signed(change)
