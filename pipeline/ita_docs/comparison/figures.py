"""What a comparison keeps of one workbook: a row of numbers, or why the workbook is left out.

No pandas here: workers make these rows, and only the process that collects them needs tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_docs.analysis import Findings, analyse
from ita_docs.framework.model import Framework
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Published, Submission

TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One office's scores in the order of ``columns``, and last year's, ``None`` where they are not known."""

    workbook: str
    office: str
    year: int
    level: str
    scores: tuple[Decimal, ...]
    previous: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A workbook that is not compared, why (Thai), and how many errors it has."""

    workbook: str
    reason: str
    errors: int = 0


def columns(framework: Framework) -> tuple[str, ...]:
    """What is compared: the total, each instrument by its code, each indicator by its number."""
    return (
        TOTAL,
        *(instrument.code for instrument in framework.instruments),
        *(str(indicator.number) for indicator in framework.indicators),
    )


def figures_of(workbook: str, submission: Submission, framework: Framework, findings: Findings) -> Figures:
    """The row of an office whose workbook has no error."""
    return Figures(
        workbook=workbook,
        office=submission.office.name,
        year=framework.year,
        level=findings.level,
        scores=_scores(findings, framework),
        previous=_previous(submission, findings, framework),
    )


def _scores(findings: Findings, framework: Framework) -> tuple[Decimal, ...]:
    of_instruments = (one.score.used for one in findings.instruments)
    of_indicators = (one.score for one in findings.indicators)
    scores = (findings.total.used, *of_instruments, *of_indicators)
    return tuple(framework.rounding.rounded(score) for score in scores)


def _previous(submission: Submission, findings: Findings, framework: Framework) -> tuple[Decimal | None, ...]:
    """Last year's scores. Its instruments and total are worked out from its indicators, where all are known."""
    known = [replace(one, score=one.previous) for one in submission.scores if one.previous is not None]
    if len(known) == len(findings.indicators):
        before = analyse(replace(submission, scores=tuple(known), published=Published()), framework)
        return _scores(before, framework)
    of_instruments = [None for _ in findings.instruments]
    return (None, *of_instruments, *(one.previous for one in findings.indicators))


def of_one_year(
    found: Iterable[Figures | LeftOut], year: int | None = None
) -> tuple[tuple[Figures, ...], tuple[LeftOut, ...]]:
    """The rows of ``year`` (``None``: the newest there is), one for each office, and all that is left out."""
    every = tuple(found)
    rows = [one for one in every if isinstance(one, Figures)]
    year = year or max((row.year for row in rows), default=0)
    kept, alike = dict[str, Figures](), OfficeKinds.load().alike
    dropped, phrases = [one for one in every if isinstance(one, LeftOut)], ComparisonPhrases.load().left_out
    for row in rows:
        if row.year != year:
            dropped.append(LeftOut(workbook=row.workbook, reason=phrases.other_year.format(year=row.year)))
        elif (first := kept.setdefault(alike(row.office), row)) is not row:
            dropped.append(LeftOut(workbook=row.workbook, reason=phrases.same_office.format(workbook=first.workbook)))
    return tuple(kept.values()), tuple(dropped)
