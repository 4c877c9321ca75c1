"""What a framework file says: the rules of one assessed year.

Each ``Fact`` carries where it comes from and whether it was checked there.
A score or minimum is on the scale of 0 to 100; a weight is a share of 1; years are Buddhist-era.
"""

from dataclasses import dataclass
from decimal import Decimal

from ita_docs.framework.phrases import Phrases, phrase
from ita_docs.framework.records import Fact
from ita_docs.framework.scores import FullMark, ScoreFormat, half_up
from officefiles.carrier import Carrier


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Fact):
    """``score``: at or above it an indicator is a strength. Below ``urgent`` it must be mended at once."""

    score: Decimal
    urgent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding(Fact):
    """The decimals that every published score is rounded to, half up."""

    decimals: int

    @property
    def step(self) -> Decimal:
        """One in the last decimal: how far a score may lie from another by rounding alone."""
        return Decimal(1).scaleb(-self.decimals)

    def rounded(self, score: Decimal) -> Decimal:
        """The score in the year's decimals."""
        return half_up(score, self.decimals)

    def format(self, full_mark: FullMark = FullMark.SHORT) -> ScoreFormat:
        """How the year's scores are written."""
        return ScoreFormat(self.decimals, full_mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Fact):
    """A run of questions by number, both ends counted; 0 to 0 where the year's numbering is not known."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """An indicator; ``aliases`` are the other spellings that offices use."""

    number: int
    name: str
    aliases: tuple[str, ...]
    questions: Questions

    @property
    def names(self) -> tuple[str, ...]:
        """All spellings, the official one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Fact):
    """A part of an instrument that is scored on its own; the instrument's score is the mean of its parts."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Fact):
    """A measuring instrument: its code (IIT), names, share of the total, question codes and indicators."""

    code: str
    name: str
    english: str
    weight: Decimal
    prefix: str
    questions: Questions
    parts: tuple[Part, ...]
    indicators: tuple[Indicator, ...]

    def question(self, code: str) -> int | None:
        """The number of the question that ``code`` (i12) names; ``None`` where it is not one of this instrument."""
        number = code.removeprefix(self.prefix)
        return int(number) if code.startswith(self.prefix) and number.isdecimal() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level: the least total, and the least score of every instrument (0: no such condition)."""

    name: str
    minimum: Decimal
    instrument_minimum: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels(Fact):
    """The levels, highest first, and how a sentence names the level reached."""

    steps: tuple[Level, ...]
    phrase: str = phrase("level")


ASPECTS = (
    "analysis", "topics", "measures", "steps", "responsible", "period", "follow_ups", "reporting", "results",
)  # fmt: skip
"""What an item may ask for: the analysis of last year's scores (by topic: topics), measures and what must be said of
each, and the results of measures carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that an item asks for: which of ``ASPECTS`` it is, and in what words."""

    aspect: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Fact):
    """An open-data item that the pack answers in this year's assessment, and what full marks need.

    ``documents`` are the parts of the pack that answer it: analysis, measures, results. The title may name the year
    before that of the pack, whose results are reported: ``{last_year}``.
    """

    code: str
    title: str = phrase("last_year")
    documents: tuple[str, ...]
    requires: tuple[Requirement, ...]

    def titled(self, last_year: int) -> str:
        """The title in the pack of the fiscal year after ``last_year``."""
        return self.title.format(last_year=last_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Fact):
    """Offices whose open-data items are listed by an assessor of their own. ``name`` is what staff call it (สพฐ.),
    ``full_name`` that in full; in the assessed years of ``same`` it lists what สำนักงาน ป.ป.ช. lists."""

    key: str
    name: str
    full_name: str
    same: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup(Fact):
    """Questions on one subject, such as those of a sub-indicator, among those of ``instruments``: the ones whose text
    has one of ``words``; of questions whose text is not given, those of ``codes``, which change from year to year."""

    key: str
    name: str
    instruments: tuple[str, ...]
    words: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Fact):
    """A topic by which this year's pack may be laid out, the indicators that bear on it, and the keys of the groups of
    questions that do."""

    number: int
    name: str
    indicators: tuple[int, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Carrier):
    """The rules of one assessed year. ``phrase_sets`` are other words that an office may choose. ``items`` and topics
    are those of the year's own assessment: the pack of fiscal year 2566 analyses the scores of 2565 and answers the
    items of 2566; the groups of questions are those of the scores, by keys that stay the same."""

    year: int
    goal: Goal
    rounding: Rounding
    instruments: tuple[Instrument, ...]
    levels: Levels
    items: tuple[Item, ...]
    topics: tuple[Topic, ...]
    question_groups: tuple[QuestionGroup, ...]
    phrases: Phrases
    phrase_sets: tuple[Phrases, ...]

    @property
    def every_phrases(self) -> tuple[Phrases, ...]:
        """All sets of phrases, the usual one first."""
        return (self.phrases, *self.phrase_sets)

    def phrases_called(self, name: str) -> Phrases:
        """The set of phrases of that name; the usual one where there is none."""
        return next((one for one in self.phrase_sets if one.name == name), self.phrases)

    @property
    def weight_decimals(self) -> int:
        """The decimals of the weights as shares of 1: one for .30 and .40, two for .25."""
        return max(0, *(-int(one.weight.normalize().as_tuple().exponent) for one in self.instruments))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all instruments in their order."""
        return tuple(indicator for instrument in self.instruments for indicator in instrument.indicators)
