"""What the sentences are about, and how figures and lists stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ita_docs.analysis import Findings, IndicatorFinding, moves
from ita_docs.framework.model import Framework
from ita_docs.framework.phrases import Phrases
from ita_docs.framework.scores import ScoreFormat
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Office


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the sentences are about, and how scores are written in them."""

    framework: Framework
    findings: Findings
    office: Office
    scores: ScoreFormat
    phrases: Phrases

    @property
    def goal(self) -> str:
        return f"{self.framework.goal.score:f}"

    @cached_property
    def kind_words(self) -> dict[str, str]:
        """What sentences call such an office and its people, by the names of the placeholders."""
        return OfficeKinds.load().texts(self.office.name)

    def level(self, one: IndicatorFinding) -> str:
        """The name of an indicator's level."""
        return self.phrases.standings.level(one.strength, one.urgent)

    def score(self, value: Decimal) -> str:
        return self.scores.text(value)

    def named(self, indicators: Sequence[IndicatorFinding]) -> str:
        """At least one indicator by number, name and score, in a row."""
        phrase = self.phrases.summary.named
        return self.joined(
            [phrase.format(number=one.number, name=one.name, score=self.score(one.score)) for one in indicators]
        )

    def moves(self, indicators: Sequence[IndicatorFinding]) -> str:
        """How many of the indicators rose, fell, stayed and have no score to compare with, in a row; empty where no
        score of last year is known."""
        phrases = self.phrases.summary
        counts = zip((phrases.rose, phrases.fell, phrases.same), moves(one.change for one in indicators), strict=True)
        words = [phrase.format(count=count) for phrase, count in counts if count]
        if not words:
            return ""
        unknown = sum(one.change is None for one in indicators)
        return f"{self.joined(words)} {phrases.unknown.format(count=unknown)}" if unknown else self.joined(words)

    def joined(self, words: Sequence[str], last_joined: str | None = None) -> str:
        """At least one word or phrase in a row, the last joined on by ``last_joined``, or as the phrases say."""
        *first, last = words
        phrases = self.phrases.summary
        between = phrases.last_joined if last_joined is None else last_joined
        return between.join((phrases.joined.join(first), last)) if first else last
