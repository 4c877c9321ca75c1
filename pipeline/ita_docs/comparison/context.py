"""The dict that the comparison's template is filled from: texts as they are printed, in Thai digits.

``fields.FIELDS`` states every name once. A table that would be empty is an empty list, and a template leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from ita_docs.comparison.figures import TOTAL
from ita_docs.comparison.sentences import column_names, goal_text, share, summarise
from ita_docs.comparison.tables import Comparison, Office
from ita_docs.framework.words.file import load
from ita_docs.framework.words.sentences import ComparisonPhrases
from ita_docs.thai import score_text
from ita_docs.values.build import printed

LISTED = 100
"""How many rows of a table with a row for each office a report prints; the workbook holds them all."""

CHARTS = ("indicators", "levels")
"""The charts of the report by name. A paragraph in the style ITA Chart that says a name is where it stands."""

MOVED = 10
"""How many offices are listed as those that gained or lost most."""

_PHRASES = load(ComparisonPhrases)
_UNKNOWN = "–"


def build(comparison: Comparison) -> dict[str, object]:
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
        "charts": {name: name for name in CHARTS},
        "tones": _tones(comparison),
        "levels": [
            {"name": name, "count": str(count), "share": share(count, len(comparison.offices))}
            for name, count in comparison.levels.items()
        ],
        "offices": [_office(comparison, one) for one in comparison.offices[:LISTED]],
        "statistics": [_statistics(comparison, *column) for column in column_names(comparison).items()],
        "gained": _moved(one for one in comparison.moved if one.change is not None and one.change > 0),
        "lost": _moved(one for one in reversed(comparison.moved) if one.change is not None and one.change < 0),
        "below": [_below(comparison, one) for one in comparison.below_goal[:LISTED]],
        "left_out": [{"workbook": one.workbook, "reason": one.reason} for one in comparison.left_out[:LISTED]],
    }
    return {name: printed(value, thai=True) for name, value in values.items()}


def tone(comparison: Comparison, score: Decimal) -> str:
    """The range of a score: high, good, low or urgent."""
    goal, best = comparison.framework.goal, comparison.framework.phrases.bands[0]
    steps = ((best, "high"), (goal.score, "good"), (goal.urgent, "low"))
    return next((name for least, name in steps if score >= least), "urgent")


def _tones(comparison: Comparison) -> dict[str, object]:
    """The ranges of ``tone`` in words."""
    goal, best = comparison.framework.goal, comparison.framework.phrases.bands[0]
    step, phrases = Decimal("0.01"), _PHRASES.tones
    return {
        "high": phrases.high.format(least=f"{best:.2f}"),
        "good": phrases.between.format(least=f"{goal.score:.2f}", most=f"{best - step:.2f}"),
        "low": phrases.between.format(least=f"{goal.urgent:.2f}", most=f"{goal.score - step:.2f}"),
        "urgent": phrases.urgent.format(below=f"{goal.urgent:.2f}"),
    }


def _office(comparison: Comparison, office: Office) -> dict[str, object]:
    scores = office.scores
    return {
        "rank": str(office.rank),
        "name": office.name,
        "total": score_text(office.total),
        "level": office.level,
        "instruments": [score_text(scores[one.code]) for one in comparison.framework.instruments],
        "change": _signed(office.change),
        "scores": [
            {"text": score_text(scores[number]), "tone": tone(comparison, scores[number])}
            for number in comparison.numbers
        ],
        "weakest": ", ".join(office.weakest),
    }


def _statistics(comparison: Comparison, column: str, name: str) -> dict[str, object]:
    one = comparison.statistics[column]
    return {
        "name": name,
        "mean": score_text(one.mean),
        "deviation": score_text(one.deviation),
        "median": score_text(one.median),
        "lowest": score_text(one.lowest),
        "quartile_1": score_text(one.quartile_1),
        "quartile_3": score_text(one.quartile_3),
        "highest": score_text(one.highest),
        "below": str(one.below),
        "weakest": str(one.weakest) if column in comparison.numbers else _UNKNOWN,
    }


def _moved(offices: Iterable[Office]) -> list[dict[str, object]]:
    return [
        {
            "name": one.name,
            "previous": score_text(before),
            "total": score_text(one.total),
            "change": _signed(one.change),
        }
        for one in islice(offices, MOVED)
        if (before := one.previous[TOTAL]) is not None
    ]


def _below(comparison: Comparison, office: Office) -> dict[str, object]:
    return {
        "name": office.name,
        "total": score_text(office.total),
        "gap": score_text(comparison.goal - office.total),
        "level": office.level,
        "weak": ", ".join(office.below) or _UNKNOWN,
    }


def _signed(change: Decimal | None) -> str:
    """A change with its sign; a dash where it is not known."""
    if change is None:
        return _UNKNOWN
    return score_text(change) if change <= 0 else f"+{score_text(change)}"
