"""The sentences of documents and workbooks beside those of the analysis (``framework.phrases``), with their
placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ita_docs.framework.phrases import phrase
from ita_docs.framework.words.file import Words


@dataclass(frozen=True, kw_only=True)
class DocumentPhrases(Words):
    """What documents say of themselves (``title``, ``subject``), and since when an order is in force."""

    FILE: ClassVar[str] = "documents.toml"
    title: str = phrase("office", "year")
    subject: str = phrase("year")
    from_now_on: str
    from_a_date: str = phrase("date")


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

    has_errors: str = phrase("count")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChartPhrases:
    """The titles of the charts, and a year's scores as a series of one."""

    scores: str = phrase("year")
    radar: str = phrase("year")
    both_years: str = phrase("before", "year")
    series: str = phrase("year")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePhrases:
    """What each figure is, where it comes from and how it was worked out. ``way`` is another of these phrases;
    ``rounded`` says to how many decimals."""

    indicator: str = phrase("number", "name")
    previous: str = phrase("indicator")
    score: str = phrase("name")
    weight: str = phrase("code")
    percent: str = phrase("percent")
    typed: str = phrase("rounded")
    published: str
    published_score: str = phrase("way", "computed")
    published_level: str = phrase("level")
    mean_of_indicators: str = phrase("first", "last", "rounded")
    mean_of_parts: str = phrase("rounded")
    total: str = phrase("rounded")
    level: str
    share_of_total: str
    goal: str
    rounded: str = phrase("decimals")
    not_verified: str = phrase("source")


@dataclass(frozen=True, kw_only=True)
class SummaryPhrases(Words):
    """The words of ``summary.xlsx``; ``sheet`` makes the title of a sheet from its ``words``. ``keep``, ``develop``
    and ``urgent`` are what is to be done about an indicator."""

    FILE: ClassVar[str] = "summary.toml"
    title: str = phrase("year")
    sheet: str = phrase("words", "year")
    group: str = phrase("name", "count")
    keep: str
    develop: str
    urgent: str
    charts: SummaryChartPhrases
    sources: SourcePhrases


@dataclass(frozen=True, kw_only=True)
class TrackerPhrases(Words):
    """The words of ``tracker.xlsx`` and ``tracker.ics``, and of what a filled tracker says of a measure."""

    FILE: ClassVar[str] = "tracker.toml"
    title: str = phrase("title", "year")
    guidance: tuple[str, ...]
    total: str
    units_note: str
    calendar: str = phrase("office")
    due: str = phrase("responsible", "count")
    due_item: str = phrase("indicator", "action", "number")
    rounds: str = phrase("done", "all")
    in_round: str = phrase("number", "text")
