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
from ita_docs.framework.words.lists import Titles
from ita_docs.framework.words.orders import OrderWords
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.importing.papers.words import OldPapers
from ita_docs.thai import MONTHS, MONTHS_SHORT
from thaipages.segment import word_ends

_STRETCH = 8
"""Letters that are compared at once."""
_LEAST = 5
"""Letters, with their marks, that say something: fewer only join a sentence to what stands in its open places."""
_LONGEST = 60
"""Letters of a word written without blanks that sentences run on with."""
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
_UNKNOWN = re.compile(rb"0{4,}")
"""By chance a stretch may know a letter or two at the ends of a word."""
_OPEN = re.compile(r"\{[^}]*\}")


class SaidText:
    """Texts by which others are tried; with ``more`` texts, a set of its own that knows those of this one too."""

    def __init__(self, texts: Iterable[str], more: SaidText | None = None) -> None:
        said = [_WORD.findall(text) for text in texts]
        self._words: set[str] = {word for words in said for word in words}
        self._letters = "\n".join("".join(words) for words in said)
        self._stretches = {self._letters[at : at + _STRETCH] for at in range(len(self._letters) - _STRETCH + 1)}
        if more:
            self._words |= more._words
            self._letters += f"\n{more._letters}"
            self._stretches |= more._stretches

    def without(self, text: str) -> Iterator[str]:
        """The words of ``text`` that none of the texts says, as typed: a piece for each stretch of them."""
        words = [*_WORD.finditer(text)]
        letters = "".join(word[0] for word in words)
        known = bytearray(b"0" * len(letters))
        for at in range(len(letters) - _STRETCH + 1):
            if letters[at : at + _STRETCH] in self._stretches:
                known[at : at + _STRETCH] = b"1" * _STRETCH
        at = 0
        for word in words:
            if word[0] in self._words:
                known[at : at + len(word[0])] = b"1" * len(word[0])
            at += len(word[0])
        if found := [*_UNKNOWN.finditer(known)]:
            places = [place for word in words for place in range(*word.span())]
            pieces = _in_whole_words(text, ((places[one.start()], places[one.end() - 1] + 1) for one in found))
            yield from (piece for piece in pieces if not self._has("".join(_WORD.findall(piece))))

    def _has(self, letters: str) -> bool:
        """True of a few letters that stand in one of the texts, and of two known words in a row, as where a sentence
        meets what fills its open place."""
        if len(letters) < _LEAST or (len(letters) < _STRETCH and letters in self._letters):
            return True
        if len(letters) > 2 * _LONGEST:
            return False
        return any(self._words.issuperset((letters[:at], letters[at:])) for at in range(1, len(letters)))


NOTHING_SAID = SaidText(())


def shared_wording(framework: Framework, topics: tuple[str, ...] = ()) -> SaidText:
    """The words that papers of a pack share: those of the rules and phrases of its assessed year, the ``topics`` of its
    own, titles, heads of columns, months."""
    files = (OldPapers, OrderWords, DocumentPhrases, Titles)
    wording = (framework, topics, *(one.load() for one in files), MONTHS, MONTHS_SHORT)
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
