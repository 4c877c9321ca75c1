"""The words that official texts use most, and the ways in which they are damaged."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.words.file import Words

GRAM = 4
"""The letters by which a damaged word is looked for."""
_FEW = 3
"""The same for a short word: round its SARA AM, or before it where it is the last."""
_TONES = str.maketrans("", "", "\u0e48\u0e49\u0e4a\u0e4b")


def grams(text: str) -> set[str]:
    """All runs of ``GRAM`` letters in a text."""
    return {text[start : start + GRAM] for start in range(len(text) - GRAM + 1)}


@dataclass(frozen=True, kw_only=True)
class Spelling(Words):
    """Words, and what becomes of their letters (``damages``, right and wrong). ``never_alone`` stand between spaces by
    a slip, ``alone`` mostly; those of ``separable`` may have a space within. No item of a list ends with one of
    ``never_last`` or begins with one of ``never_first``, no whole text with one of ``never_ends`` and ``never_begins``
    either. The SARA AA of ``short`` may become SARA AM. ``sound`` are
    words and names that only look damaged."""

    FILE: ClassVar[str] = "spelling.toml"
    damages: tuple[tuple[str, ...], ...]
    never_alone: tuple[str, ...]
    alone: tuple[str, ...]
    separable: tuple[str, ...]
    never_last: tuple[str, ...]
    never_first: tuple[str, ...]
    never_ends: tuple[str, ...]
    never_begins: tuple[str, ...]
    sound: tuple[str, ...]
    short: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def suspects(self) -> Mapping[str, str]:
        """By letters that stand in a damaged form of a word, and in no word: the words that they may be of, a line
        each; those of short words by the letters round SARA AM. The forms would take three times the memory."""
        whole: set[str] = set().union(*map(grams, self.words))
        found: dict[str, str] = {}
        for word in self.words:
            for form, place in self._forms(word):
                for start in range(max(place - GRAM + 1, 0), min(place + 1, len(form) - GRAM + 1)):
                    if (gram := form[start : start + GRAM]) not in whole:
                        _add(found, gram, word)
                        break
        for word in self.short:
            form, start = self._short_form(word)
            _add(found, form[start : start + _FEW], word)
        return found

    def damaged(self, letters: str) -> tuple[tuple[str, str], ...]:
        """The damaged forms that hold ``letters`` of ``suspects``, each with the right word."""
        if letters not in self.suspects:
            return ()
        if letters not in self._met:
            words = self.suspects[letters].split("\n")
            long = ((form, word) for word in words for form, _ in self._forms(word) if letters in form)
            short = ((self._short_form(word)[0], word) for word in words if word in self.short)
            self._met[letters] = tuple(dict.fromkeys(short if len(letters) == _FEW else long))
        return self._met[letters]

    @cached_property
    def _met(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The forms of letters that were met."""
        return {}

    @staticmethod
    def _short_form(word: str) -> tuple[str, int]:
        """A short word with SARA AM, and where the letters stand by which it is found."""
        place = word.index("า")
        form = f"{word[:place]}ำ{word[place + 1 :]}"
        return form, min(place - 1, len(form) - _FEW)

    @cached_property
    def begun(self) -> Mapping[str, str]:
        """Words of which up to three letters are cut off at the end, by what is left of them."""
        cut = ((word[:-lost], word) for word in self.words for lost in (3, 2, 1) if len(word) - lost >= GRAM)
        return {left: word for left, word in cut if left not in self.words}

    @cached_property
    def bare(self) -> Mapping[str, str]:
        """The words that end in a silenced letter, by what is left of them without its sign."""
        return {word[:-1]: word for word in self.words if word.endswith("\u0e4c")}

    @cached_property
    def _wrong(self) -> Mapping[str, tuple[str, ...]]:
        """What may stand for each letter."""
        letters = dict.fromkeys(right for right, _ in self.damages)
        return {letter: tuple(wrong for right, wrong in self.damages if right == letter) for letter in letters}

    def _forms(self, word: str) -> Iterator[tuple[str, int]]:
        """What one damage makes of a word, and where in it: a letter for another, left out or twice, changed with the
        next, silenced by a sign too many, a space within, all tone marks lost, SARA AM for each SARA AA."""
        for place, letter in enumerate(word):
            before, after = word[:place], word[place + 1 :]
            for wrong in self._wrong.get(letter, ()):
                yield before + wrong + after, place
            if before and _may_part(before[-1], letter) and word not in self.separable:
                yield f"{before} {letter}{after}", place
            if before and after:  # at its ends, a letter may belong to the words beside it
                yield before + after, place
                yield before + letter + letter + after, place
                if letter != after[0]:
                    yield before + after[0] + letter + after[1:], place
        if "ก" <= word[-1] <= "ฮ":
            yield f"{word}\u0e4c", len(word)
        if word.count("า") > 1:
            yield word.replace("า", "ำ"), word.index("า")
        bare = word.translate(_TONES)
        if len(bare) < len(word) - 1:
            yield bare, next(place for place, letter in enumerate(word) if letter in "\u0e48\u0e49\u0e4a\u0e4b")

    def faults(self) -> Iterator[str]:
        if twice := [word for word, count in Counter(self.words).items() if count > 1]:
            yield "คีย์ words มีคำซ้ำ: " + ", ".join(twice)
        if wrong := [pair for pair in self.damages if len(pair) != 2]:
            yield f"คีย์ damages ต้องเป็นคู่ [ตัวที่ถูก, ตัวที่เสียหาย] พบ {list(wrong[0])}"


def _add(found: dict[str, str], letters: str, word: str) -> None:
    """Add a word, once, to those that ``letters`` may be of; nearly all are of one."""
    words = found.get(letters)
    if words is None:
        found[letters] = word
    elif word not in words.split("\n"):
        found[letters] = f"{words}\n{word}"


def _may_part(before: str, letter: str) -> bool:
    """True where a word might be torn apart between two letters: they may end a word and begin one."""
    return ("ก" <= letter <= "ฮ" or letter in "เแโใไ") and before not in "เแโใไ\u0e31"
