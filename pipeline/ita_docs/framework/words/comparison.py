"""The sentences of the comparison of offices, with their placeholders. Apart from the others: no build needs them."""

from dataclasses import dataclass
from typing import ClassVar

from ita_docs.framework.phrases import phrase
from ita_docs.framework.words.file import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPhrases:
    """What a comparison found, ``alone`` of one office only. ``mean`` and the like are scores; ``of_goal`` is either
    ``weak_some`` or ``weak_none``."""

    alone: str = phrase("office", "total", "level")
    totals: str = phrase("mean", "deviation", "median", "highest", "highest_score", "lowest", "lowest_score")
    totals_equal: str = phrase("mean", "deviation")
    goal_all: str = phrase("goal")
    goal_none: str = phrase("goal")
    goal_some: str = phrase("goal", "reached", "reached_share", "below", "below_share")
    levels: str = phrase("levels")
    level: str = phrase("name", "count")
    instruments: str = phrase("instruments")
    instrument: str = phrase("code", "mean")
    indicators: str = phrase("highest", "highest_score", "lowest", "lowest_score", "of_goal")
    indicators_equal: str = phrase("mean")
    weak_some: str = phrase("count")
    weak_none: str
    weakest_one: str = phrase("indicators", "count")
    weakest_several: str = phrase("indicators", "count")
    changes: str = phrase("year", "count", "changes")
    changes_unknown: str = phrase("year")
    rose: str = phrase("count")
    fell: str = phrase("count")
    same: str = phrase("count")
    gained_most: str = phrase("changes", "offices", "change")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPhrases:
    """What follows from a comparison: for offices below the goal, for indicators below it, and for all."""

    below: str
    weak: str = phrase("indicators")
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningPhrases:
    """How names stand in a row; of many, the first and how many more there are."""

    last: str
    more_offices: str = phrase("names", "count")
    more_indicators: str = phrase("names", "count")
    indicator: str = phrase("number", "name")
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutPhrases:
    """Why a workbook is not compared."""

    has_errors: str = phrase("count", "first")
    other_year: str = phrase("year")
    same_office: str = phrase("workbook")


@dataclass(frozen=True, slots=True, kw_only=True)
class TonePhrases:
    """The ranges of scores by which the report colours them."""

    high: str = phrase("least")
    between: str = phrase("least", "most")
    urgent: str = phrase("below")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonBookPhrases:
    """Titles and notes in ``comparison.xlsx``; ``sheet`` makes the title of each sheet from its ``words``."""

    sheet: str = phrase("words", "year")
    offices: str = phrase("count")
    files: str = phrase("count")
    summary: str
    charts: str
    chart_data: str
    ranking: str
    spread: str
    changes: str
    below: str
    left_out: str
    changes_note: str
    below_note: str = phrase("goal")
    spread_notes: tuple[str, ...] = phrase("decimals", "indicators")
    findings: str
    proposals: str
    chart_totals: str = phrase("year")
    chart_totals_part: str = phrase("year", "first", "last", "count")
    chart_indicators: str = phrase("year")
    chart_levels: str = phrase("year")


@dataclass(frozen=True, kw_only=True)
class ComparisonPhrases(Words):
    """The words of the comparison of offices, in its report and its workbook."""

    FILE: ClassVar[str] = "comparison.toml"
    title: str = phrase("year")
    subject: str
    intro: str = phrase("year", "count")
    findings: FindingPhrases
    proposals: ProposalPhrases
    joining: JoiningPhrases
    left_out: LeftOutPhrases
    tones: TonePhrases
    book: ComparisonBookPhrases
