"""What a phrase file says: the words of the analysis, the measures table and the report, with their placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from ita_docs.framework.records import Fact
from ita_docs.framework.words.kinds import TextWords

KIND_WORDS = tuple(one.name for one in fields(TextWords))
"""The words of the kind of office, by which sentences ask for them."""
OFFICE_WORDS = (*KIND_WORDS, "short_name", "office", "head_title")
"""These and the office's own, as the sentences on indicators ask for them."""


def phrase(*names: str) -> Any:
    """The field of a phrase in which the placeholders ``names``, and no others, may stand."""
    return field(metadata={"names": frozenset(names)})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningPhrases:
    """How the analysis begins: the assessment, its instruments and their indicators, before the last of which
    ``last_joined`` stands."""

    intro: str = phrase("office", "year", "count")
    instrument: str = phrase("number", "name", "english", "code", "count", "indicators")
    indicator: str = phrase("number", "name")
    last_joined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPhrases:
    """The result: total and level, what is strong and weak, and what comes first."""

    result: str = phrase("office", "total", "level")
    one_list: str = phrase("result", "office", *KIND_WORDS)
    reached_none: str = phrase("goal", "all")
    reached_some: str = phrase("goal", "all", "count")
    reached_all: str = phrase("goal", "all")
    extremes: str = phrase("highest", "lowest")
    all_equal: str = phrase("score")
    named: str = phrase("number", "name", "score")
    joined: str
    last_joined: str
    changes: str = phrase("previous_year", "changes")
    rose: str = phrase("count")
    fell: str = phrase("count")
    same: str = phrase("count")
    unknown: str = phrase("count")
    chart: str = phrase("year")
    chart_of_both: str = phrase("year", "previous_year")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPhrases:
    """The sentences that lead in the lists of strengths and of weaknesses, to develop and to mend at once
    (``to_develop``, ``mend``), and the one that closes them; of more than one the ``order`` is told."""

    strengths: str = phrase("level", "short_name", "count", "goal", "order")
    strengths_none: str = phrase("level", "short_name", "goal")
    weaknesses: str = phrase("short_name", "count", "goal", "order")
    weaknesses_none: str = phrase("short_name", "goal")
    to_develop: str = phrase("level", "short_name", "count", "goal", "urgent", "order")
    mend: str = phrase("level", "short_name", "count", "urgent", "order")
    highest_first: str
    lowest_first: str
    urgent: str = phrase("short_name", "urgent", "indicators")
    urgent_all: str = phrase("short_name", "urgent")
    starting: str = phrase("indicators")
    first: str = phrase("level", "short_name", "indicators")
    all_alike: str = phrase("short_name", "goal")
    mend_first: str = phrase("short_name", "indicators")
    keep: str = phrase("short_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailPhrases:
    """What follows an indicator's sentence where last year's score or the questions' scores are known."""

    rose: str = phrase("previous_year", "previous", "change")
    fell: str = phrase("previous_year", "previous", "change")
    same: str = phrase("previous_year")
    question: str = phrase("code", "question")
    weakest: str = phrase("questions", "score")
    below: str = phrase("goal", "count", "questions")
    below_alone: str = phrase("goal", "count", "questions")
    below_one: str = phrase("code", "score")
    below_in_full: str = phrase("code", "question", "score")
    weakest_of_instrument: str = phrase("instrument", "questions", "score")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPhrases:
    """The levels of an indicator, by which every document calls it, and its score and level in a sentence."""

    strength: str
    weakness: str
    urgent: str
    short_reached: str = phrase("score", "level")
    short_below: str = phrase("score", "level")

    def level(self, strength: bool, urgent: bool) -> str:
        """The name of the level of an indicator that is, or is not, a strength or to be mended at once."""
        return self.strength if strength else self.urgent if urgent else self.weakness


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePhrases:
    """The sentences that lead in the tables of scores."""

    scores: str = phrase("year")
    questions: str = phrase("year")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevelPhrases:
    """What the next level would take. ``required`` leads in the instruments that all must rise, ``total`` the ways to
    lift the total (``total_together`` the only one, where no instrument alone can), ``rise`` is one of either and
    ``together`` that of all instruments below a score. An instrument rises by ``one`` of the ``indicator``s or
    ``part``s below it, or by all of them below a score (``all_below``)."""

    required: str = phrase("short_name", "year", "level", "minimum", "order")
    least_first: str
    total: str = phrase("short_name", "year", "level", "minimum", "short")
    total_together: str = phrase("short_name", "year", "level", "minimum", "short")
    rise: str = phrase("code", "name", "score", "by", "to")
    together: str = phrase("floor")
    one: str = phrase("named", "by")
    all_below: str = phrase("kind", "floor")
    either: str = phrase("one", "all_below")
    by: str = phrase("way")
    indicator: str
    part: str
    named_part: str = phrase("name", "score")
    highest: str = phrase("short_name", "year", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPhrases:
    """Where the documents are set out by topic: the lead, how the indicators of a topic stand, and the questions that
    bear on it by themselves. ``others`` names the indicators that bear on no topic."""

    lead: str = phrase("count")
    reached_all: str = phrase("count", "goal", "level")
    reached_some: str = phrase("count", "goal", "strengths", "weaknesses")
    reached_none: str = phrase("count", "goal")
    questions: str = phrase("group", "questions")
    question: str = phrase("code", "question", "score")
    code: str = phrase("code")
    lowest: str = phrase("questions")
    below: str = phrase("goal", "questions")
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPhrases:
    """The report of last year's measures: its beginning and sum, what should follow for each measure from where it
    stands, and how the scores of the indicators moved."""

    intro: str = phrase("office", "year", "count", "indicators", *KIND_WORDS)
    summary: str = phrase("count", "counts", "percent")
    count: str = phrase("status", "count")
    moves: str = phrase("previous_year", "year", "changes")
    problems: str = phrase("count", "next_year")
    no_problems: str
    unfinished: str = phrase("count", "indicators", "next_year")
    of_indicator: str = phrase("number")
    after_under_way: str = phrase("short_name")
    after_partly: str = phrase("short_name")
    after_not_started: str = phrase("short_name")
    after_not_possible: str = phrase("short_name")
    rose: str = phrase("previous", "score", "change")
    fell: str = phrase("previous", "score", "change")
    same: str = phrase("score")
    after_rise: str = phrase("short_name")
    after_fall: str = phrase("short_name")
    same_strength: str = phrase("short_name")
    same_weakness: str = phrase("short_name")
    without_measures: str = phrase("short_name")
    not_known: str = phrase("score", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Fact):
    """A set of words, by the ``name`` that staff choose it by. ``heading`` is that of the pack, ``continued``
    what stands behind the name of an indicator where its measures go on; where it is empty, they go on without the
    name. ``bands`` are the least
    scores of the ranges, highest first; ``indicators`` maps an indicator's name to its sentences by range: its number
    may be that of another in another year. ``any_indicator`` has those of an indicator without its own."""

    name: str
    heading: str = phrase(*KIND_WORDS)
    continued: str
    bands: tuple[Decimal, ...]
    opening: OpeningPhrases
    summary: SummaryPhrases
    lists: ListPhrases
    details: DetailPhrases
    standings: StandingPhrases
    tables: TablePhrases
    next_level: NextLevelPhrases
    topics: TopicPhrases
    results: ResultPhrases
    any_indicator: Mapping[str, str] = phrase(*OFFICE_WORDS, "score", "indicator")
    indicators: Mapping[str, Mapping[str, str]] = phrase(*OFFICE_WORDS, "score")

    def band(self, score: Decimal) -> Decimal:
        """The least score of the range that ``score`` falls in."""
        return next(minimum for minimum in self.bands if score >= minimum)

    def sentence(self, indicator: str, band: Decimal) -> str:
        """The sentence of the indicator of this name in the range that begins at ``band``, its placeholders open."""
        return self.indicators.get(indicator, self.any_indicator)[str(band)]
