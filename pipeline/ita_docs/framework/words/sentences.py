"""The sentences of documents and workbooks beside those of the analysis (``framework.phrases``), with their
placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ita_docs.framework.phrases import KIND_WORDS, phrase
from ita_docs.framework.words.file import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosurePhrases:
    """What the memo brings along, in its order; ``activities`` and ``results`` where there are such."""

    order: str = phrase("order")
    analysis: str = phrase("last_year")
    measures: str = phrase(*KIND_WORDS)
    activities: str
    results: str = phrase("last_year")
    notice: str = phrase("office", "year", *KIND_WORDS)


_OF_A_TITLE = ("office", "year", "last_year", "heading", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePhrases:
    """The titles of those documents that have one of their own, by their names, as a file manager shows them."""

    order: str = phrase(*_OF_A_TITLE)
    notice: str = phrase(*_OF_A_TITLE)
    memo: str = phrase(*_OF_A_TITLE)
    activities: str = phrase(*_OF_A_TITLE)
    analysis: str = phrase(*_OF_A_TITLE)
    results: str = phrase(*_OF_A_TITLE)
    results_memo: str = phrase(*_OF_A_TITLE)


@dataclass(frozen=True, kw_only=True)
class DocumentPhrases(Words):
    """What documents say of themselves (``title``, ``subject``; ``of_year`` begins what stays on one
    line), what stands before the power to make an order
    (``whole_powers`` where it begins with one of ``whole``), how papers refer to it (``reference``), since when
    it is in force, the words of who signs in another's stead (``acting``), what a document that is to be signed does
    not say by itself (``unsigned``), what the memo brings along
    (``enclosures``), the ``titles`` of single documents, and what people call each file (``labels``)."""

    FILE: ClassVar[str] = "documents.toml"
    powers: str
    whole_powers: str
    whole: tuple[str, ...]
    title: str = phrase("office", "year", *KIND_WORDS)
    subject: str = phrase("year")
    of_year: str
    from_now_on: str
    acting: tuple[str, ...]
    unsigned: tuple[str, ...]
    from_a_date: str = phrase("date")
    reference: str = phrase("office", "number", "date")
    enclosures: EnclosurePhrases
    titles: TitlePhrases
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChartPhrases:
    """The titles of the charts, and a year's scores as a series of one."""

    scores: str = phrase("year")
    radar: str = phrase("year")
    both_years: str = phrase("before", "year")
    series: str = phrase("year")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPhrases:
    """What the next level would take: what it asks for, which scores must rise in any case (``required``), and which
    may (``any_of``), ``alone`` or ``together``."""

    title: str
    asks: str = phrase("level", "next_level", "minimum")
    asks_instruments: str = phrase("level", "next_level", "minimum", "instrument_minimum")
    required: str
    any_of: str = phrase("short")
    alone: str
    together: str
    all_instruments: str
    all_of: str = phrase("code")
    indicator: str = phrase("number", "name")


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
    mean_of_indicators: str = phrase("numbers", "rounded")
    mean_of_parts: str = phrase("rounded")
    instruments: str = phrase("codes")
    total: str = phrase("rounded")
    level: str
    share_of_total: str
    next_level: str
    steps_up: str = phrase("rounded", "sheet")
    goal: str
    rounded: str = phrase("decimals")
    not_verified: str = phrase("source")


@dataclass(frozen=True, kw_only=True)
class SummaryWorkbookPhrases(Words):
    """The words of ``summary.xlsx``; ``sheet`` makes the title of a sheet from its ``words``. ``keep``, ``develop``
    and ``urgent`` are what is to be done about an indicator."""

    FILE: ClassVar[str] = "summary.toml"
    title: str = phrase("year")
    sheet: str = phrase("words", "year")
    group: str = phrase("name", "count")
    keep: str
    develop: str
    urgent: str
    next_level: StepPhrases
    charts: SummaryChartPhrases
    sources: SourcePhrases


@dataclass(frozen=True, kw_only=True)
class TrackerPhrases(Words):
    """The words of ``tracker.xlsx`` and ``tracker.ics``, and of what a filled tracker says of a measure. ``unit`` is
    what the office calls any of its sections."""

    FILE: ClassVar[str] = "tracker.toml"
    title: str = phrase("title", "year")
    guidance: tuple[str, ...] = phrase("unit")
    total: str
    units_note: str = phrase("unit")
    day_note: str = phrase("day")
    calendar: str = phrase("office")
    due: str = phrase("responsible", "count")
    due_item: str = phrase("indicator", "action", "number")
    rounds: str = phrase("done", "all")
    span: str = phrase("first", "last", "count")
    in_round: str = phrase("number", "text")
