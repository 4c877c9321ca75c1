"""Where Thai words end: for the lines of a page (``whole_breaks``) and for quoting whole words (``word_ends``).

Thai puts no spaces between words. LibreOffice ends a line at any small word of the ICU dictionary. Official typing
keeps compounds such as คณะกรรมการ whole, and so does Word: ``whole_breaks`` leaves out the places inside a word of a
larger list, which quotations use too; ``joints`` are those places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from itertools import pairwise
from pathlib import Path

_RUN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")
_THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
_BREAK = re.compile(
    "[-–\u00ad \t\u200b—](?:"  # the signs first: a text is searched for them alone several times faster
    "(?<=[^(\\[{“‘ ] )[ ]*(?=[^ )\\]}!?,.:;/…”’])"  # after spaces, but not inside brackets or before what closes
    "|(?<=[\u0e01-\u0e5b] )[ ]*(?=:)"  # Thai text lets a colon begin a line
    "|(?<=[-–\u00ad])(?=[^\\W\\d])"  # after a hyphen before a letter; a slash binds where a line could end before it
    "|(?<=[\t\u200b—]))"
)
_PICTURE = "\ufffc"
_BREAK_OR_PICTURE = re.compile(f"{_BREAK.pattern}|(?={_PICTURE})|(?<={_PICTURE})")
"""As above, and on both sides of a picture."""
_SLASH = re.compile("/(?=[^\\W\\d])")
_TOKEN = re.compile(
    "(?:[\u0e01-\u0e2e]{1,3}\\.)+"  # an abbreviation: ป.ป.ช., พ.ศ.
    "|[\u0e01-\u0e3a\u0e40-\u0e4e]+"
    "|[^\\s\u0e01-\u0e3a\u0e40-\u0e4e]+"
)
_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_LEADING_VOWELS = frozenset("เแโใไ")
_ABBREVIATION, _REPETITION = _SIGNS = "ฯ", "ๆ"
_BEFORE_REPETITION = re.compile("[ ]+(?=ๆ)")
_LONGEST_WHOLE = 12
"""Letters, marks not counted, of the longest stretch that is kept whole: it fits the narrowest column."""
_PART = re.compile("(?P<word>(?:ฯพณฯ)?[^ฯๆ]*)(?:ฯลฯ|[ฯๆ])*")
"""Letters up to the signs that follow a word and belong to it."""
_SHORTEST_RUN = 5
"""Thai letters that must stand together before a break inside them is looked for."""
_SURE = 3
"""From this length on a word is believed even where no known word follows it."""
_FIRST = 5
"""The letters of a text by which the words that it may begin with are chosen."""
_SMALL = "thai_line.txt"
_LARGE = (
    "thai_words.txt", "ตัวชี้วัด", "ส่วนตัวชี้วัด", "ตามตัวชี้วัด", "รายตัวชี้วัด", "ชำนาญการ", "ชำนาญการพิเศษ", "ชำนาญงาน",
    "กลุ่มงาน", "กลุ่มสาระ", "สำนักปลัด", "ทักษะพิเศษ", "อัตรากำลัง", "เบิกจ่าย", "เฝ้าระวัง", "หอกระจายข่าว",
)  # fmt: skip
"""The files of both lists; words of offices that the larger one lacks."""
_AFTER_ALL = "\uffff"
"""Sorts after every Thai letter."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A word list: ``lengths`` gives for the first letters of a text how long the words may be that it begins with."""

    words: frozenset[str]
    lengths: Callable[[str], tuple[int, ...]] = field(repr=False)
    ordered: tuple[str, ...] = field(repr=False)

    def matches(self, text: str, start: int) -> list[int]:
        """Where the known words that begin at ``start`` end, the shortest first."""
        lengths, words, last = self.lengths(text[start : start + _FIRST]), self.words, len(text)
        return [end for n in lengths if (end := start + n) <= last and text[start:end] in words]

    def reach(self, text: str, start: int) -> int:
        """How many letters from ``start`` were read to see that no known word goes further."""
        rest = text[start : start + 40]
        place = bisect_left(self.ordered, rest)
        known = max(_shared(rest, word) for word in self.ordered[max(place - 1, 0) : place + 1])
        return min(known + 1, len(text) - start)


class _Words(dict[int, list[int]]):
    """Where the known words of ``text`` that begin at a place end, the shortest first; each place is looked at several
    times."""

    __slots__ = ("known", "text")

    def __init__(self, text: str, known: Dictionary) -> None:
        self.text, self.known = text, known

    def __missing__(self, start: int) -> list[int]:
        ends = self[start] = self.known.matches(self.text, start)
        return ends


def _shared(one: str, other: str) -> int:
    """The length of the beginning that two words share."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def dictionary(words: tuple[str, ...]) -> Dictionary:
    """The dictionary of ``words``, which are sorted and in Thai letters alone. Lengths are looked up as texts ask for
    them, and seven in eight were met before: the few beginnings that official texts use are met again and again."""
    known = frozenset(words)
    return Dictionary(known, lru_cache(maxsize=4096)(partial(_lengths, known, words)), words)


def _lengths(known: frozenset[str], words: tuple[str, ...], first: str) -> tuple[int, ...]:
    within = [n for n in range(1, len(first) + 1) if first[:n] in known]
    if len(first) < _FIRST:
        return tuple(within)
    longer = words[bisect_right(words, first) : bisect_left(words, first + _AFTER_ALL)]
    return (*within, *sorted({len(word) for word in longer}))


class _Segmenter:
    """Both word lists, each read when it is first needed, and the breaks of the texts met last."""

    def __init__(self) -> None:
        self.breaks = lru_cache(maxsize=4096)(self._breaks)  # nine in ten texts were met before

    @cached_property
    def small(self) -> Dictionary:
        return _read(_SMALL)

    @cached_property
    def large(self) -> Dictionary:
        return _read(*_LARGE)

    def _breaks(self, run: str) -> tuple[tuple[int, ...], frozenset[int], tuple[tuple[int, int], ...]]:
        """The places in ``run`` where a line may end, and those where the small list ends a word and the larger one
        does not. What the small list cuts into no words is no place either. Then the stretches of letters that belong
        to no word of the larger list.

        ICU knows no word that ฯ or ๆ follows, and cuts it into small ones: what stands before them is cut by itself.
        """
        ends: list[int] = []
        joints: list[int] = []
        strange: list[tuple[int, int]] = []
        for part in _PART.finditer(run):
            start = part.start()
            if len(part["word"]) >= _SHORTEST_RUN:
                places, inside, unknown = self._of_part(part["word"])
                ends += [start + place for place in places]
                joints += [start + place for place in inside]
                strange += [(start + one, start + other) for one, other in unknown]
            ends += [part.end()] if part.end() < len(run) else []
        return tuple(ends), frozenset(joints), tuple(strange)

    def _of_part(self, run: str) -> tuple[tuple[int, ...], set[int], tuple[tuple[int, int], ...]]:
        small, large = tuple(split(run, self.small))[:-1], frozenset(split(run, self.large))
        inside: set[int] = set()
        start = 0
        for end in (*(place for place in small if place in large), len(run)):
            if sum([letter not in _MARKS for letter in run[start:end]]) <= _LONGEST_WHOLE:
                inside.update(small[bisect_right(small, start) : bisect_left(small, end)])
            start = end
        at, count = 0, len(small)
        for start, end in pairwise((0, *sorted(large))):
            at += at < count and small[at] == start
            first = at
            while at < count and small[at] < end:
                at += 1
            if first < at and small[at : at + 1] != (end,) and run[start:end] in self.large.words:
                following = small[at] if at < count else len(run)
                if run[small[at - 1] : following] not in self.small.words:  # a name follows, and its first letters went
                    inside.update(small[first:at])
        words = (run[start:end] for start, end in pairwise((0, *sorted(large))))
        strange = () if all(word in self.large.words for word in words) else _strange(run, self.large)
        return tuple(place for place in small if place not in inside), inside, strange


@cache  # lists of 26 000 and 61 000 words, and the same words stand in document after document
def _segmenter() -> _Segmenter:
    return _Segmenter()


def _read(name: str, *more: str) -> Dictionary:
    path = Path(__file__).with_name("dictionaries") / name
    return dictionary(tuple(sorted((*path.read_text(encoding="utf-8").split(), *more))))


def split(text: str, known: Dictionary) -> Iterator[int]:
    """The ends of the words in ``text``, a run of Thai letters, one by one: the rule of ICU's Thai break iterator.

    At each place the word is taken after which two more known words can follow, the longest first. What no
    dictionary knows is joined to the word before it, up to a place where a known word begins.
    """
    words = _Words(text, known)
    place = 0
    while place < len(text):
        end = _best(text, place, words)
        if end < len(text) and end - place < _SURE:
            end = _with_unknown(text, place, end, known, words)
        place = _with_marks(text, place, end, words)
        yield place


def _best(text: str, start: int, words: _Words) -> int:
    """The end of the word at ``start``; ``start`` itself where no word of the dictionary begins there."""
    firsts = words[start]
    if len(firsts) < 2 or firsts[-1] == len(text):
        return firsts[-1] if firsts else start
    chosen = firsts[-1]
    for first in reversed(firsts):
        seconds = words[first]
        if not seconds:
            continue
        chosen = first
        if seconds[-1] == len(text) or any(words[second] for second in seconds):
            break
    return chosen


def _with_unknown(text: str, start: int, end: int, known: Dictionary, words: _Words) -> int:
    """``end`` moved over letters that begin no known word, up to a place where one plausibly begins."""
    if words[end] or (end > start and known.reach(text, end) >= _SURE):
        return end
    while True:
        before, end = text[end], end + 1
        if end == len(text):
            return end
        if _may_end(before) and _may_begin(text[end]) and words[end]:
            return end


def _with_marks(text: str, start: int, end: int, words: _Words) -> int:
    """``end`` moved over marks that stand on the last letter, and over ฯ and ๆ that belong to the word."""
    end = max(end, start + 1)
    while end < len(text) and text[end] in _MARKS:
        end += 1
    if end < len(text) and text[end] in _SIGNS and not words[end]:
        if text[end] == _ABBREVIATION and text[end - 1] not in _SIGNS:
            end += 1
        if text[end : end + 1] == _REPETITION and text[end - 1] != _REPETITION:
            end += 1
    return end


def _may_end(letter: str) -> bool:
    return letter not in _LEADING_VOWELS and letter != "\u0e31"


def _may_begin(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e2e" or letter in _LEADING_VOWELS


def joints(text: str) -> frozenset[int]:
    """The places inside words of ``text`` where LibreOffice would end a line and must not."""
    return frozenset(
        run.start() + place for run in _RUN.finditer(text) for place in _segmenter().breaks(run.group())[1]
    )


def whole_breaks(text: str) -> tuple[int, ...]:
    """The places in ``text`` where a line may end with every word whole, the end of the text the last; the sign ๆ
    begins no line."""
    return tuple(sorted((*open_breaks(text), *inner_breaks(text, 0, len(text)))))


def ends_line(text: str, place: int) -> bool:
    """True where a line that ends at ``place`` tears no word: at one of ``whole_breaks``, a slash or the end of a line
    of the text's own."""
    if place >= len(text) or text[place - 1] in " \n\f\t/":
        return True
    if text[place - 1] not in _THAI:
        return place in open_breaks(text)
    start = len(text[:place].rstrip(_THAI))
    run = _RUN.match(text, start)
    return run is not None and place - start in _segmenter().breaks(run.group())[0]


def open_breaks(text: str) -> tuple[int, ...]:
    """Those of ``whole_breaks`` that are seen without a dictionary: after spaces and the like, and at the end."""
    found = (_BREAK_OR_PICTURE if _PICTURE in text else _BREAK).finditer(text)
    forbidden = {0, len(text)}
    if _REPETITION in text:
        forbidden.update([match.end() for match in _BEFORE_REPETITION.finditer(text)])
    return (*[place for match in found if (place := match.end()) not in forbidden], len(text))


def inner_breaks(text: str, start: int, end: int, *, at_slashes: bool = False) -> tuple[int, ...]:
    """Those of ``whole_breaks`` between words written together, from one of ``open_breaks`` to the next; ``at_slashes``
    also those after a slash before a letter, where a line ends that what it joins fills alone."""
    runs = _RUN.finditer(text, start, end)
    places = [run.start() + place for run in runs for place in _segmenter().breaks(run.group())[0]]
    slashes = [match.end() for match in _SLASH.finditer(text, start, end)] if at_slashes else []
    return tuple(sorted(places + slashes) if slashes else places)


def word_ends(text: str) -> Iterator[int]:
    """The end of each word of ``text``, compounds whole; ๆ belongs to the word before it."""
    known = _segmenter().large
    found: int | None = None
    for token in _TOKEN.finditer(text):
        piece = token.group()
        ends: Iterable[int] = _ends(piece, known) if _RUN.fullmatch(piece) else (len(piece),)
        for end in ends:
            if found is not None and text[token.start() : token.start() + end] != _REPETITION:
                yield found
            found = token.start() + end
    if found is not None:
        yield found


def unknown_letters(text: str) -> Iterator[tuple[int, int]]:
    """Where stretches of Thai letters begin and end that belong to no word of the larger list, however the letters
    round them are cut into words. Of fewer than five letters together nothing is said."""
    for run in _RUN.finditer(text):
        for start, end in _segmenter().breaks(run.group())[2]:
            yield run.start() + start, run.start() + end


def _strange(run: str, known: Dictionary) -> tuple[tuple[int, int], ...]:
    """The stretches of ``run`` that are left of it when as few letters as can be belong to no word."""
    least: list[tuple[int, int]] = [(0, len(run))] * (len(run) + 1)  # letters left, and where the first word ends
    for start in range(len(run) - 1, -1, -1):
        words = [(least[end][0], end) for end in known.matches(run, start)]
        alone = (least[start + 1][0] + 1, start)
        least[start] = min((*words, alone), key=lambda one: (one[0], -one[1]))
    stretches: list[tuple[int, int]] = []
    place = 0
    while place < len(run):
        if (end := least[place][1]) > place:
            place = end
            continue
        joins = bool(stretches) and stretches[-1][1] == place
        stretches[len(stretches) - joins :] = [(stretches[-1][0] if joins else place, place + 1)]
        place += 1
    return tuple(stretches)


def _ends(run: str, known: Dictionary) -> Iterator[int]:
    """The ends of the words in ``run``, ฯ and ๆ with the word before them."""
    for part in _PART.finditer(run):
        yield from (part.start() + end for end in split(part["word"], known) if end < len(part["word"]))
        if part.end() > part.start():
            yield part.end()


_UNKNOWN = 3
"""What a letter of no known word counts for in ``fewest_words``."""


def fewest_words(run: str) -> int:
    """The least number of words of the larger list that a run of Thai letters can be cut into; a letter that belongs
    to none counts for three words. A damaged word counts for more than the whole one."""
    known = _segmenter().large
    best = [0] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        words = [1 + best[end] for end in known.matches(run, start)]
        best[start] = min([_UNKNOWN + best[start + 1], *words])
    return best[0]


def is_word(text: str) -> bool:
    """True where ``text`` is a word of the larger list."""
    return text in _segmenter().large.words
