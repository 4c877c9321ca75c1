"""The year's measures as rounds of follow-up: what is due, when, and who answers for it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_docs.analysis import due_dates
from ita_docs.model import Submission

_BETWEEN_UNITS = re.compile(r"\s*[/,\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One action in one round. ``code`` is the measure's row, the action and the round, counted from 1 (3-2-1);
    ``due`` is the last day of the round, ``None`` where the frequency does not tell."""

    code: str
    indicator: int
    indicator_name: str
    action: str
    responsible: str
    frequency: str
    number: int
    due: datetime.date | None


def plan(submission: Submission) -> tuple[Round, ...]:
    """Every round of every action in the fiscal year of the pack, in the order of the measures."""
    return tuple(
        Round(
            code=f"{row}-{place}-{number}",
            indicator=measure.indicator,
            indicator_name=measure.indicator_name,
            action=action,
            responsible=measure.responsible,
            frequency=measure.frequency,
            number=number,
            due=due,
        )
        for row, measure in enumerate(submission.measures, start=1)
        for place, action in enumerate(measure.actions, start=1)
        for number, due in enumerate(due_dates(measure.frequency, submission.fiscal_year) or (None,), start=1)
    )


def units(responsible: Sequence[str]) -> tuple[str, ...]:
    """The units named in these texts, each once, in order: ``ฝ่ายปกครอง/ ทุกฝ่าย`` names two."""
    return tuple(dict.fromkeys(unit for text in responsible for unit in _BETWEEN_UNITS.split(text.strip()) if unit))
