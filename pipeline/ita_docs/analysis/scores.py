"""The numbers of an assessment, and nothing but numbers: scores, level, ranks, changes, what is strong and weak.

All scores are ``Decimal`` on the scale of 0 to 100, rounded half up to the framework's decimals. An instrument's
score is the mean of its indicators (or of its parts, where those are published apart), rounded **before** the
weighted total is taken: that order gives the totals that the assessor publishes. What was published is never
overwritten; the computed figure stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ita_docs.framework.model import Framework, Indicator, Instrument, Level, Levels, QuestionGroup, Questions
from ita_docs.model import QuestionScore, Source, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A score with its published value, where that was typed, beside the computed one."""

    computed: Decimal
    published: Decimal | None

    @property
    def used(self) -> Decimal:
        """The score that documents print and levels are judged by: the published one where there is one."""
        return self.computed if self.published is None else self.published

    @property
    def difference(self) -> Decimal:
        """How far apart published and computed are, without sign; 0 where none was published."""
        return abs(self.used - self.computed)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFinding:
    """One instrument: its score, its share of the total, its published parts by code, and the questions of it whose
    scores are given."""

    code: str
    name: str
    weight: Decimal
    score: Figure
    parts: Mapping[str, Decimal]
    questions: tuple[QuestionScore, ...]

    @property
    def weighted(self) -> Decimal:
        """What the instrument adds to the total, not rounded."""
        return self.score.used * self.weight

    @property
    def weakest(self) -> tuple[QuestionScore, ...]:
        """Its weakest question, as ``weakest`` tells it."""
        return weakest(self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFinding:
    """One indicator. ``name`` is as the workbook spells it; ``change`` is against last year (``None``: not known);
    ``rank`` counts from 1 for the highest, equal scores share one; ``band`` is the least score of its range;
    one that is no ``strength`` may be ``urgent``, to be mended at once;
    ``questions`` are those of it whose scores are given; ``source`` is the row of scores."""

    number: int
    name: str
    instrument: str
    score: Decimal
    previous: Decimal | None
    change: Decimal | None
    rank: int
    band: Decimal
    strength: bool
    urgent: bool
    questions: tuple[QuestionScore, ...]
    source: Source = field(default_factory=Source, compare=False, repr=False)

    @property
    def weakest(self) -> tuple[QuestionScore, ...]:
        """Its weakest question, as ``weakest`` tells it."""
        return weakest(self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All figures of one office's assessment. ``level`` is the level that documents print, the published one where
    it was typed; ``earned`` is the one that the used scores earn by the year's rules."""

    year: int
    instruments: tuple[InstrumentFinding, ...]
    indicators: tuple[IndicatorFinding, ...]
    total: Figure
    level: str
    earned: Level
    urgent: Decimal

    @property
    def compared(self) -> bool:
        """True where last year's score of any indicator is known."""
        return any(one.previous is not None for one in self.indicators)

    @property
    def strengths(self) -> tuple[IndicatorFinding, ...]:
        """The indicators that reach the goal, highest first."""
        return tuple(sorted((one for one in self.indicators if one.strength), key=lambda one: -one.score))

    @property
    def weaknesses(self) -> tuple[IndicatorFinding, ...]:
        """The indicators below the goal, lowest first."""
        return tuple(sorted((one for one in self.indicators if not one.strength), key=lambda one: one.score))

    @property
    def urgent_weaknesses(self) -> tuple[IndicatorFinding, ...]:
        """The weaknesses to mend at once: those below the urgent score, lowest first."""
        return tuple(one for one in self.weaknesses if one.urgent)

    @property
    def to_develop(self) -> tuple[IndicatorFinding, ...]:
        """The weaknesses that need not be mended at once, lowest first."""
        return tuple(one for one in self.weaknesses if not one.urgent)

    @property
    def highest(self) -> tuple[IndicatorFinding, ...]:
        """The indicator with the highest score, or all that share it."""
        return _at(self.indicators, max(one.score for one in self.indicators))

    @property
    def lowest(self) -> tuple[IndicatorFinding, ...]:
        """The indicator with the lowest score, or all that share it."""
        return _at(self.indicators, min(one.score for one in self.indicators))


def moves(changes: Iterable[Decimal | None]) -> tuple[int, int, int]:
    """How many of the changes are gains, losses and neither; those that are not known count nowhere."""
    known = [change for change in changes if change is not None]
    return sum(one > 0 for one in known), sum(one < 0 for one in known), sum(one == 0 for one in known)


def _at(indicators: Iterable[IndicatorFinding], score: Decimal) -> tuple[IndicatorFinding, ...]:
    return tuple(one for one in indicators if one.score == score)


def analyse(submission: Submission, framework: Framework) -> Findings:
    """All figures of a submission that gives every indicator of the framework once.

    Raises ``KeyError`` with the number of an indicator that has no score; the checks tell staff of it before.
    """
    indicators = _indicators(submission, framework)
    scores = {one.number: one.score for one in indicators}
    instruments = tuple(_instrument(one, scores, submission, framework) for one in framework.instruments)
    published = submission.published
    total = Figure(
        computed=framework.rounding.rounded(sum((one.weighted for one in instruments), Decimal(0))),
        published=published.total,
    )
    earned = level(framework.levels, total.used, [one.score.used for one in instruments])
    return Findings(
        year=framework.year,
        instruments=instruments,
        indicators=indicators,
        total=total,
        level=published.level or earned.name,
        earned=earned,
        urgent=framework.goal.urgent,
    )


def findings_of(submission: Submission, framework: Framework) -> Findings | None:
    """The figures as ``analyse`` gives them; ``None`` where an indicator has no score."""
    given = {score.indicator for score in submission.scores}
    if not given >= {indicator.number for indicator in framework.indicators}:
        return None
    return analyse(submission, framework)


def level(levels: Levels, total: Decimal, instruments: Sequence[Decimal]) -> Level:
    """The highest level whose least total and least instrument score are both reached (≥ only: no holes)."""
    lowest = min(instruments)
    return next(step for step in levels.steps if total >= step.minimum and lowest >= step.instrument_minimum)


def _instrument(
    instrument: Instrument, scores: Mapping[int, Decimal], submission: Submission, framework: Framework
) -> InstrumentFinding:
    published = submission.published.instruments
    parts = {part.code: published[part.code] for part in instrument.parts if part.code in published}
    if parts and len(parts) == len(instrument.parts):
        of = list(parts.values())
    else:
        of = [scores[indicator.number] for indicator in instrument.indicators]
    return InstrumentFinding(
        code=instrument.code,
        name=instrument.name,
        weight=instrument.weight,
        score=Figure(
            computed=framework.rounding.rounded(sum(of, Decimal(0)) / len(of)),
            published=published.get(instrument.code),
        ),
        parts=parts,
        questions=_questions(submission.questions, instrument, instrument.questions),
    )


def _indicators(submission: Submission, framework: Framework) -> tuple[IndicatorFinding, ...]:
    given = {score.indicator: score for score in submission.scores}
    rounding = framework.rounding
    rounded = {number: rounding.rounded(score.score) for number, score in given.items()}

    def finding(instrument: Instrument, indicator: Indicator) -> IndicatorFinding:
        row = given[indicator.number]
        score = rounded[indicator.number]
        previous = None if row.previous is None else rounding.rounded(row.previous)
        return IndicatorFinding(
            number=indicator.number,
            name=row.name or indicator.name,
            instrument=instrument.code,
            score=score,
            previous=previous,
            change=None if previous is None else score - previous,
            rank=1 + sum(other > score for other in rounded.values()),
            band=framework.phrases.band(score),
            strength=score >= framework.goal.score,
            urgent=score < min(framework.goal.urgent, framework.goal.score),
            questions=_questions(submission.questions, instrument, indicator.questions),
            source=row.source,
        )

    return tuple(finding(instrument, one) for instrument in framework.instruments for one in instrument.indicators)


def _questions(questions: Iterable[QuestionScore], instrument: Instrument, run: Questions) -> tuple[QuestionScore, ...]:
    """Those in a run of an instrument's questions; none where the run is not known."""
    return tuple(
        question
        for question in questions
        if (number := instrument.question(question.code)) is not None and run.first <= number <= run.last
    )


def weakest(questions: Sequence[QuestionScore]) -> tuple[QuestionScore, ...]:
    """The question with the lowest score, or all that share it; none where there is one question at most or all scores
    are equal (none is weaker than another)."""
    scores = {question.score for question in questions}
    return tuple(question for question in questions if question.score == min(scores)) if len(scores) > 1 else ()


def questions_of(group: QuestionGroup, findings: Findings) -> tuple[QuestionScore, ...]:
    """The questions of a group whose scores are given, in the order of the workbook."""
    return tuple(
        question
        for instrument in findings.instruments
        if instrument.code in group.instruments
        for question in instrument.questions
        if _is_of(question, group)
    )


def _is_of(question: QuestionScore, group: QuestionGroup) -> bool:
    """By its text; by its code only where no text is given, as the numbers are less sure than the words."""
    text = question.question.casefold()
    return any(word.casefold() in text for word in group.words) if text else question.code in group.codes
