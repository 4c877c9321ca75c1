"""Checks of damaged words: letters lost, changed or doubled, spaces within and between words, tone marks gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise

from ita_docs.checks.asides import OF_PERSONS
from ita_docs.checks.cells import Cell
from ita_docs.checks.text import DOUBLED, LISTS, LONGEST_DOUBLED, MISSPELLING, MISSPELT, NAMES, UNFINISHED, one_of
from ita_docs.framework.words.spelling import GRAM, Spelling, grams
from officefiles.problems import Kind, Problem, Severity
from thaipages.segment import fewest_words, is_word, unknown_letters, word_ends

TORN = Kind(
    "word-torn",
    "“{found}” มีเว้นวรรคกลางคำ",
    "ลบเว้นวรรค เป็น “{right}”",
    "มีเว้นวรรคกลางคำ เช่น หน่วย งาน",
    Severity.WARNING,
)
TORN_LINE = Kind(
    "word-torn-by-line",
    "ขึ้นบรรทัดใหม่กลางคำ “{found}” จึงกลายเป็นคนละรายการ",
    "ลบการขึ้นบรรทัดใหม่ให้ข้อความต่อกันเป็นรายการเดียว",
    "ขึ้นบรรทัดใหม่กลางคำ ซึ่งมักติดมาจากการคัดลอกไฟล์ PDF",
    Severity.WARNING,
)
BROKEN_LINE = Kind(
    "line-broken",
    "ขึ้นบรรทัดใหม่กลางข้อความที่ “{found}” จึงกลายเป็นคนละรายการ",
    "ลบการขึ้นบรรทัดใหม่ให้ข้อความต่อกันเป็นรายการเดียว",
    "ขึ้นบรรทัดใหม่หลังคำที่ข้อความไม่จบ หรือก่อนคำที่ข้อความไม่ขึ้นต้น เช่น ตามมาตรฐานที่ / ของหน่วยงาน ในช่องที่แยกรายการด้วยบรรทัด",
    Severity.WARNING,
)
SPACED = Kind(
    "words-spaced",
    "ข้อความเว้นวรรคระหว่างคำ เช่น “{found}”",
    "ลบเว้นวรรคระหว่างคำ ภาษาไทยเว้นวรรคระหว่างประโยคหรือวลี",
    "ข้อความเว้นวรรคระหว่างคำในประโยค ซึ่งมักติดมาจากการคัดลอกไฟล์ PDF",
    Severity.WARNING,
)
TONES_LOST = Kind(
    "tone-marks-lost",
    "ข้อความ “{found}” ไม่มีวรรณยุกต์เลย และมีคำที่ไม่รู้จักหลายคำ",
    "พิมพ์ข้อความใหม่ หรือคัดลอกจากต้นฉบับที่สมบูรณ์",
    "วรรณยุกต์ของทั้งข้อความหายไป ซึ่งมักเกิดจากการคัดลอกไฟล์ PDF",
    Severity.WARNING,
)
UNKNOWN_WORD = Kind(
    "word-unknown",
    "“{found}” มีคำที่ไม่พบในพจนานุกรม",
    "ตรวจสอบการสะกด หากเป็นชื่อเฉพาะหรือคำทับศัพท์ที่ถูกต้องแล้ว ไม่ต้องแก้ไข",
    "ข้อความมีตัวอักษรที่ไม่เป็นส่วนของคำใดในพจนานุกรม ซึ่งอาจพิมพ์ผิด เช่น เกี่นวข้อง",
    Severity.NOTE,
)

_WORDS = Spelling.load()
_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_LONG_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]{5,}")
_BARE = re.compile(f"(?:{one_of(_WORDS.bare)})(?!\u0e4c)")
_ROUND = 16
"""How many letters round a damaged word are cut into words with it."""
_UNSPACED = re.compile(r"\S+")
_SARA_AM = re.compile("ำ")
_SPACE = re.compile(" ")
SENTENCES = frozenset(("text", "actions", "follow_ups", "steps", "reporting", "action", "done", "result", "problem"))
SENTENCES |= {"suggestion", "reason", "powers", "caption"}
"""Fields that hold sentences."""
_NAMED = re.compile(
    "(?:นาย|นาง|น\\.ส\\.|ดร\\.|พระ|วัด|บ้าน|หมู่|ตำบล|อำเภอ|จังหวัด|เขต|แขวง|ถนน|ซอย|โรงเรียน|ชุมชน|มูลนิธิ|บริษัท|ห้าง)"
    r"\S*(?: \S*)?$|มาตรา ?[0-9๐-๙/]+ \S*$"
)
"""What stands before a name: a title, a kind of place; a section of a law before its number in Pali (๔๘ สัตตรส)."""
_BEFORE_NAME = 40
_BESIDE = 4
"""Letters on each side by which a stretch of unknown ones is found again."""
_MARKED = re.compile("[\u0e30-\u0e4e]")
"""A vowel or a mark, which abbreviations have none of."""
_LONG = 200
"""Letters of a text that ends in no name, of which one letter may look like one too many."""
_UNKNOWN = 3
"""For how many words a letter counts that belongs to none."""
_LAST = re.compile(f"(?:{one_of(_WORDS.never_last)})$")
_FIRST = re.compile(one_of(_WORDS.never_first))
_TONES = re.compile("[่-๋]")
_FEWEST_LETTERS = 20
"""The letters of a text that must have a tone mark."""
_UNKNOWN_SHARE = 0.34
"""Words a letter that a text without tone marks may have: sound words have three letters and more."""
_TOKENS = 4
"""Words between spaces, from which on one that stands alone betrays a spaced text; they are short on the average."""
_AVERAGE = 9

_Damage = tuple[int, str, str]
"""Where a damaged word stands, and what is right."""


def check_words(cell: Cell) -> Iterator[Problem]:
    """Damaged words, each once, or a text that lost all its tone marks; and a word typed twice without a space."""
    if cell.field in NAMES or len(cell.text) < GRAM:
        return
    damaged = list(_damaged(cell))
    yield from damaged
    is_whole = not damaged and not MISSPELT.search(cell.text)
    if is_whole and not _TONES.search(cell.text) and _is_unknown(cell.text):
        yield TONES_LOST.at(cell.place, max(_RUN.findall(cell.text), key=len)[:_ROUND])
    for run in dict.fromkeys(cell.text.split()):
        if word := _in_run(run)[1]:
            yield DOUBLED.at(cell.place, word)


def check_unknown(cell: Cell) -> Iterator[Problem]:
    """The first letters of a sentence that belong to no word; not those of a name behind its title, or of a place."""
    if cell.field not in SENTENCES:
        return
    for start, end in unknown_letters(cell.text):
        if not (_NAMED.search(cell.text, max(start - _BEFORE_NAME, 0), start) or _is_short(cell.text, start, end)):
            yield UNKNOWN_WORD.at(cell.place, _with_neighbours(cell.text, start, end))
            return


def _with_neighbours(text: str, start: int, end: int) -> str:
    """The letters from ``start`` to ``end`` and some on both sides, up to where words end."""
    before, after = _tail(text[:start]), _head(text[start:])
    ends = [0, *word_ends(before + after)]
    first = max(place for place in ends if place <= max(len(before) - _BESIDE, 0))
    last = min(place for place in ends if place >= min(len(before) + end - start + _BESIDE, ends[-1]))
    return (before + after)[first:last]


def _is_short(text: str, start: int, end: int) -> bool:
    """True where letters are of an abbreviation: beside a full stop, or consonants alone that no word encloses."""
    is_enclosed = end - start == 1 and bool(_tail(text[max(start - 1, 0) : start]) and _head(text[end : end + 1]))
    return (
        text[start - 1 : start] == "."
        or text[end : end + 1] == "."
        or not (is_enclosed or _MARKED.search(text, start, end))
    )


def check_torn_lines(cell: Cell) -> Iterator[Problem]:
    """Words that a line break tears, as texts of a PDF have them."""
    for before, after in pairwise(cell.text.split("\n")):
        joined = f"{_tail(before[-_ROUND:])} {_head(after[:_ROUND])}"
        for form, _ in _apart(_torn(joined), joined):
            yield TORN_LINE.at(cell.place, form.replace(" ", " ⏎ "))


def check_broken_lines(cell: Cell) -> Iterator[Problem]:
    """The first place where a line breaks a sentence of a list, whose every line is an item of its own."""
    if cell.field not in LISTS or "\n" not in cell.text:
        return
    for before, after in pairwise(cell.text.split("\n")):
        if _LAST.search(before) or _FIRST.match(after):
            last, first = _words(_tail(before[-2 * _ROUND :])), _words(_head(after[: 2 * _ROUND]))
            if {*last[-1:]} & {*_WORDS.never_last} or {*first[:1]} & {*_WORDS.never_first}:
                yield BROKEN_LINE.at(cell.place, f"{''.join(last[-2:])} ⏎ {''.join(first[:2])}")
                return


def check_cut_off(cell: Cell) -> Iterator[Problem]:
    """A text whose last word is cut off, as programs cut texts of 255 letters; of posts and roles that is told as
    such."""
    if cell.field in OF_PERSONS or cell.field in NAMES:
        return
    tail = _tail(cell.text[-2 * _ROUND :])
    for start in range(max(len(tail) - _ROUND, 0), len(tail) - GRAM + 1):
        left = tail[start:]
        whole = _WORDS.begun.get(left)
        if not whole or left in _WORDS.bare or is_word(left):  # what is bare is told as a slip
            continue
        if fewest_words(tail) > fewest_words(tail[:start] + whole):
            yield UNFINISHED.at(cell.place, left)
            return
    known = _words(tail[:-1])[-2:] if len(cell.text) >= _LONG else []
    is_stray = len(known) == 2 and all(map(is_word, known)) and "ก" <= tail[-1] <= "ฮ"
    if is_stray and fewest_words(tail) >= fewest_words(tail[:-1]) + _UNKNOWN:
        yield UNFINISHED.at(cell.place, known[1] + tail[-1])


def _words(letters: str) -> list[str]:
    """Thai letters cut into words."""
    return [letters[start:end] for start, end in pairwise((0, *word_ends(letters)))]


def _damaged(cell: Cell) -> Iterator[Problem]:
    """Words of which one damage made what is no word."""
    found = list(_torn(cell.text))
    for run in _UNSPACED.finditer(cell.text):
        found += [(run.start() + start, form, right) for start, form, right in _in_run(run[0])[0]]
    for form, right in _apart(found, cell.text):
        yield (TORN if " " in form else MISSPELLING).at(cell.place, form, right=right)


def _apart(found: Iterable[_Damage], text: str) -> Iterator[tuple[str, str]]:
    """Each damaged word of a text once, with the right one; of two that share letters the first and longer."""
    end, told = 0, set()
    for start, form, right in sorted(found, key=lambda one: (one[0], -len(one[1]), one[2])):
        if start >= end and form not in told and not any(form in one and one in text for one in _WORDS.sound):
            end = start + len(form)
            told.add(form)
            yield form, right


@lru_cache(maxsize=4096)  # four in five were met before: sentences differ in a few words
def _in_run(run: str) -> tuple[tuple[_Damage, ...], str]:
    """What is damaged in letters without a space, and the word that is typed twice in them."""
    fours = grams(run)
    return _damages(run, fours), _doubled(run, fours)


def _damages(run: str, fours: Set[str]) -> tuple[_Damage, ...]:
    """The damaged words in letters without a space, whose runs of four are ``fours``."""
    known = _WORDS.suspects
    places = [one.start() for one in _SARA_AM.finditer(run, 1)]
    around = (run[start : start + 3] for place in places for start in (place - 1, max(place - 2, 0)))
    keys = (*known.keys() & fours, *(few for few in around if few in known))
    forms = {(form, right) for key in keys for form, right in _WORDS.damaged(key)}
    found = [(one.start(), form, right) for form, right in forms for one in re.finditer(form, run)]
    found += [(one.start(), one[0], _WORDS.bare[one[0]]) for one in _BARE.finditer(run)]
    return tuple(one for one in found if _is_damage(run, *one))


def _torn(text: str) -> Iterator[_Damage]:
    """The words of a text that a space tears."""
    for space in _SPACE.finditer(text):
        for start in range(max(space.start() - GRAM + 1, 0), space.end()):
            for form, right in _WORDS.damaged(text[start : start + GRAM]):
                place = space.start() - form.index(" ")
                if text.startswith(form, place) and _is_damage(text, place, form, right):
                    yield place, form, right


def _is_damage(text: str, start: int, form: str, right: str) -> bool:
    """True where ``right`` in place of ``form`` makes fewer words of a text, and no other check tells the form."""
    end = start + len(form)
    if is_word(form) or any(one.start() < end and start < one.end() for one in MISSPELT.finditer(text)):
        return False
    before = _tail(text[max(start - _ROUND, 0) : start])
    after = _head(text[end : end + _ROUND])
    typed = sum(fewest_words(run) for run in (before + form + after).split(" "))
    return typed > fewest_words(before + right + after)


def _tail(text: str) -> str:
    """The Thai letters that a text ends with."""
    runs = _RUN.findall(text)
    return runs[-1] if runs and text.endswith(runs[-1]) else ""


def _head(text: str) -> str:
    """The Thai letters that a text begins with."""
    run = _RUN.match(text)
    return run[0] if run else ""


def _doubled(run: str, fours: Set[str]) -> str:
    """The first word of four letters and more that is typed twice in letters without a space; "" for none."""
    if len(fours) > len(run) - GRAM:  # no letters stand twice
        return ""
    for start in range(len(run) - 2 * GRAM + 1):
        place = run.find(run[start : start + GRAM], start + GRAM, start + LONGEST_DOUBLED + GRAM)
        if place > 0 and run.startswith(word := run[start:place], place) and _RUN.fullmatch(word):
            end = place + len(word)
            if _are_words(_tail(run[max(start - _ROUND, 0) : start]), word, _head(run[end : end + _ROUND])):
                return word
    return ""


def _are_words(before: str, word: str, after: str) -> bool:
    """True where ``word`` twice between these letters is two words, and no part of others (เพื่อเพื่อน, ข้อความความถี่)."""
    second = fewest_words(word + after)
    whole = fewest_words(before + word + word + after)
    return (
        fewest_words(before) + fewest_words(word) + second == whole
        and fewest_words(word) + fewest_words(after) <= second + 1
    )


def check_spaced(cell: Cell) -> Iterator[Problem]:
    """Texts with spaces between their words."""
    tokens = cell.text.split(" ")
    if len(tokens) < 2 or cell.field in NAMES:
        return
    between = [n for n in range(1, len(tokens) - 1) if tokens[n] in _ALONE and _joins(tokens[n - 1], tokens[n + 1])]
    first = [0] if tokens[0] in _WORDS.never_alone and _RUN.match(tokens[1]) else []
    sure = [*first, *(n for n in between if tokens[n] in _WORDS.never_alone)]
    short = len(tokens) >= _TOKENS and sum(map(len, tokens)) / len(tokens) < _AVERAGE
    if sure or len(between) >= 2 or (between and short):
        place = (sure or between)[0]
        yield SPACED.at(cell.place, " ".join(tokens[max(place - 1, 0) : place + 2]))


_ALONE = frozenset((*_WORDS.never_alone, *_WORDS.alone))


def _joins(before: str, after: str) -> bool:
    """True where Thai letters stand on both sides of a space."""
    return bool(before and after and "ก" <= before[-1] <= "๎" and _RUN.match(after))


def _is_unknown(text: str) -> bool:
    """True where the letters of a text make so many words that most are none; one stretch is a loan word (พอดแคสต์)."""
    runs = _LONG_RUN.findall(text)
    letters = sum(map(len, runs))
    is_cut = letters >= _FEWEST_LETTERS and sum(map(fewest_words, runs)) > _UNKNOWN_SHARE * letters
    return is_cut and len(list(unknown_letters(text))) != 1
