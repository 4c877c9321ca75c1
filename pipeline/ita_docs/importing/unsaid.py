"""What of a text nothing says: the letters of an old line that stand in no cell, nor in the wording that papers share.

Both sides are taken without blanks, digits and strokes, as stretches of so many letters that they are met again by
chance in no other text. A word that is put into a sentence, or typed into the head of a column, stays over.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from ita_docs.framework.load import Framework
from ita_docs.framework.words.orders import OrderWords
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.importing.papers.words import OldPapers
from ita_docs.thai import MONTHS, MONTHS_SHORT
from thaipages.segment import word_ends

_STRETCH = 5
"""Letters that are compared at once."""
_LEAST = 5
"""Letters, with their marks, that say something: fewer only join a sentence to what stands in its open places."""
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
_OPEN = re.compile(r"\{[^}]*\}")


class SaidText:
    """Texts by which others are tried; with ``more`` texts, a set of its own that knows those of this one too."""

    def __init__(self, texts: Iterable[str], more: SaidText | None = None) -> None:
        self._words: set[str] = set(more._words) if more else set()
        self._stretches: set[str] = set(more._stretches) if more else set()
        for text in texts:
            words = _WORD.findall(text)
            letters = "".join(words)
            self._words.update(words)
            self._stretches.update(letters[at : at + _STRETCH] for at in range(len(letters) - _STRETCH + 1))

    def without(self, text: str) -> Iterator[str]:
        """The words of ``text`` that none of the texts says, as typed: a piece for each stretch of them."""
        places: list[int] = []
        known: list[bool] = []
        for word in _WORD.finditer(text):
            places += range(*word.span())
            known += [word[0] in self._words] * len(word[0])
        letters = "".join(text[place] for place in places)
        for at in range(len(letters) - _STRETCH + 1):
            if letters[at : at + _STRETCH] in self._stretches:
                known[at : at + _STRETCH] = [True] * _STRETCH
        found = re.finditer(rf"0{{{_LEAST},}}", "".join("01"[one] for one in known))
        if pieces := [(places[one.start()], places[one.end() - 1] + 1) for one in found]:
            yield from _in_whole_words(text, pieces)


NOTHING_SAID = SaidText(())


def shared_wording(framework: Framework) -> SaidText:
    """The words that papers of the year share: those of its rules and phrases, titles, heads of columns, months."""
    wording = (framework, OldPapers.load(), OrderWords.load(), DocumentPhrases.load(), MONTHS, MONTHS_SHORT)
    return SaidText(part for text in _texts(wording) for part in _OPEN.split(text))


def _in_whole_words(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The pieces of ``text`` between two places each, with all letters of the words at their ends."""
    ends = tuple(word_ends(text))
    for start, end in pieces:
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        yield text[ends[first - 1] if first else 0 : ends[last] if last < len(ends) else None].strip()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts((*value, *value.values()))
    elif isinstance(value, Iterable):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
