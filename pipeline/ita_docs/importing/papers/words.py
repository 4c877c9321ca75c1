"""The words by which old papers are told apart: their titles, and the heads of their tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.phrases import phrase
from ita_docs.framework.words.file import Words
from ita_docs.thai import arabic_digits, clean


@dataclass(frozen=True, kw_only=True)
class OldPapers(Words):
    """``headings`` begin the title of each paper, by its key, but for ``headings_not``; ``measures``, ``results``,
    ``activities`` and ``scores`` are heads of columns by the field that they mean, ``states`` of those in which a state
    is ticked; ``totals`` stand before the total and the level, and ``labels`` before what a notice says of a measure.
    All are compared by ``squashed``. ``fixed`` are phrases of the papers that ``build`` makes and that make no cell."""

    FILE: ClassVar[str] = "old_papers.toml"
    headings: Mapping[str, tuple[str, ...]]
    headings_not: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, tuple[str, ...]]
    results: Mapping[str, tuple[str, ...]]
    activities: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, tuple[str, ...]] = phrase("a", "b", "c", "order", "year", "total")
    labels: Mapping[str, tuple[str, ...]]

    @cached_property
    def beginnings(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """How the title of each paper begins and does not, by its key, as ``squashed`` gives texts."""
        return {
            kind: (tuple(map(squashed, begins)), tuple(map(squashed, self.headings_not.get(kind, ()))))
            for kind, begins in self.headings.items()
        }


def plain(text: str) -> str:
    """``text`` on one line in Arabic digits, letter for letter: what patterns are matched with."""
    return _SPACE.sub(" ", arabic_digits(text))  # to look for spaces is ten times as fast as to translate


def is_weight(text: str) -> bool:
    """True where a text is what stands before a weight: ``น้ำหนัก IIT``."""
    return squashed(text).startswith(tuple(map(squashed, OldPapers.load().scores["weight"])))


def is_total(text: str) -> bool:
    """True where a text is what stands before a total."""
    said = squashed(text).strip(":()")
    return any(
        said.startswith(squashed(word)) and len(said) < len(squashed(word)) + 40
        for word in OldPapers.load().totals["total"]
    )


_SPACE = re.compile("[\n\t\u00a0\u2009\u202f]")


def squashed(text: str) -> str:
    """``text`` for comparison: without spaces, Arabic digits, small letters, SARA AE where SARA E was typed twice."""
    return "".join(arabic_digits(clean(text)).split()).replace("เเ", "แ").casefold()
