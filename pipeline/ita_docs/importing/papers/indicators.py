"""The indicators of an assessed year, as old papers name them: by number, name, or both, in any of their spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ita_docs.framework.model import Framework, Indicator
from ita_docs.importing.papers.words import plain, squashed

_ALIKE = 86.0
"""Least likeness (rapidfuzz, 0–100) at which a name is taken for a misspelling of one that is known."""
_ROOM = 12.0
"""What likeness may lack where a name is compared with as many letters as it has."""
_AT_END = 8.0
"""What the end of a word weighs against likeness."""
_LETTER = re.compile("[ก-๎A-Za-z]")
_NUMBER = re.compile(
    r"\s*(?:[-–•*●▪]\s*)?(?:ตัวชี้วัด(?:ที่)?\s*(?:ที่\s*)?|(?:ตัว|ด้าน|ประเด็น|หัวข้อ|องค์ประกอบ)ที่\s*|KPI\s*)?"
    r"\(?([0-9]{1,2})\)?\s*[.):–-]?\s*(?![0-9.])"
)
_WORD = re.compile(r"\s*(?:[-–•*●▪]\s*)?(?:ตัวชี้วัด(?:ที่)?|ด้าน|ประเด็น)\s*[:–-]?\s*")
_LISTED = re.compile(
    r"\s*(?:[-–•*●▪]\s*)?(?:\(?[0-9]{1,2}[.)]\s*(?=ตัวชี้วัด)|1?[0-9](?:\.1?[0-9]){1,2}[.)]?\s+(?=[ก-ฮเ-ไ]))"
)
"""The number of a list before the word, or one of several levels before a name; a score is higher."""
_COLON = re.compile(r"\s*[:–-]\s*")


@dataclass(frozen=True, slots=True)
class FoundIndicator:
    """An indicator that a text begins with: its number, and its name as it stands there (``""`` for none).

    ``sure`` where number and name agree, or the name alone is one of its spellings, ``spelled`` where it is one at all.
    ``rest`` is where the text goes on.
    """

    number: int
    name: str
    rest: int
    sure: bool
    spelled: bool = True


def named(text: str, framework: Framework) -> FoundIndicator | None:
    """The indicator that ``text`` begins with; ``None`` where it begins with none. A number alone does only behind the
    word ตัวชี้วัด."""
    said = plain(text)
    listed = _LISTED.match(said)
    at = listed.end() if listed else 0
    match = _NUMBER.match(said, at)
    typed_number = int(match[1]) if match else 0
    number = typed_number if match and "ตัวชี้วัด" in match[0] else 0
    start = match.end() if match else at
    if word := _WORD.match(said, start):
        start = word.end()
    if found := _by_name(said, start, framework):
        one, end, exact = found
        typed = " ".join(text[start:end].split())
        spelled = (name for name in one.names if squashed(name) == squashed(typed))
        name = typed if typed in one.names else next(spelled, typed)
        agrees = typed_number == one.number
        own = number == _number_in_instrument(one, framework)
        return FoundIndicator(one.number, name, _after(said, end), agrees or (exact and (own or not number)), exact)
    known = {one.number for one in framework.indicators}
    if match and "ตัวชี้วัด" in match[0] and number in known:
        return FoundIndicator(number, "", match.end(), False)
    return None


def is_whole_name(text: str, framework: Framework) -> bool:
    """True of a text that is the name of an indicator and no more."""
    found = named(text, framework)
    return found is not None and bool(found.name) and found.rest >= len(plain(text).rstrip())


def _number_in_instrument(one: Indicator, framework: Framework) -> int:
    """The number of an indicator among those of its instrument alone, from which some papers count anew."""
    own = next(instrument.indicators for instrument in framework.instruments if one in instrument.indicators)
    return own.index(one) + 1


def _after(text: str, end: int) -> int:
    """Where the text goes on behind a name and a colon or dash."""
    match = _COLON.match(text, end)
    return match.end() if match else end


def _spellings(framework: Framework) -> tuple[tuple[str, Indicator], ...]:
    """All names of the year's indicators as ``squashed`` gives them, the longest first; a framework keeps them."""
    names = ((squashed(name), one) for one in framework.indicators for name in one.names)
    return tuple(sorted(names, key=lambda one: -len(one[0])))


def _by_name(text: str, start: int, framework: Framework) -> tuple[Indicator, int, bool] | None:
    """The indicator whose name stands at ``start``, the longest of those that do, where it ends, and if it is spelled
    as known."""
    names = framework.made(_spellings)
    for name, one in names:
        if end := _end(text, start, name):
            return one, end, True
    return _misspelt(text, start, names)


def _end(text: str, start: int, name: str) -> int:
    """Where a name ends that stands at ``start`` with any spaces in it; 0 where another does."""
    at = start
    for letter in name:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at].casefold() != letter:
            return 0
        at += 1
    return at


def _misspelt(text: str, start: int, names: Sequence[tuple[str, Indicator]]) -> tuple[Indicator, int, bool] | None:
    """As ``_by_name``, for a name that is not spelled as known; it ends at a word's end where it may."""
    best: tuple[float, Indicator, int] | None = None
    said = squashed(text[start : start + len(names[0][0])])
    for name, one in names:
        if not fuzz.ratio(name, said[: len(name)], score_cutoff=_ALIKE - _ROOM):
            continue
        for end in range(start + len(name) - 2, min(start + len(name) + 3, len(text) + 1)):
            likeness = fuzz.ratio(name, squashed(text[start:end]))
            at_end = _AT_END * (not _LETTER.match(text, end))
            if likeness >= _ALIKE and (best is None or likeness + at_end > best[0]):
                best = likeness + at_end, one, end
    return (best[1], best[2], False) if best else None


def names_in(text: str, framework: Framework) -> int:
    """How many indicators of the year a text names, of any length."""
    said = squashed(text)
    return len({one.number for name, one in framework.made(_spellings) if name in said})
