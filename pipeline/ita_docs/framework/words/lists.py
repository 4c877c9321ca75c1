"""The lists of words that names are taken apart by and texts are checked against."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.records import Fact
from ita_docs.framework.words.file import Words

_RANK = r"(?:ว่าที่\s*)?(?:{})(?:\s*(?:หญิง|\(หญิง\)))?"
_BEFORE_NAME = r"\s*(?=[ก-ฮเ-ไA-Za-z]|$)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RankGrades:
    """Ranks that differ in their grade alone: each of ``arms`` (พัน) with each of ``grades`` (เอก, โท, ตรี)."""

    arms: tuple[str, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Titles(Words):
    """What stands before names, without spaces. A rank may have ว่าที่ before it and หญิง after it.

    ``full`` has the short titles that official papers write in full, ``professions`` posts with titles of their own.
    ``of_women`` and ``of_men`` are bound to one sex; people whose title begins with one of ``without_last_name`` may go
    by one name. ``posts`` begin like titles and are none (นายอำเภอ).
    """

    FILE: ClassVar[str] = "titles.toml"
    common: tuple[str, ...]
    academic: tuple[str, ...]
    medical: tuple[str, ...]
    royal: tuple[str, ...]
    religious: tuple[str, ...]
    graded_ranks: tuple[RankGrades, ...]
    other_ranks: tuple[str, ...]
    of_women: tuple[str, ...]
    of_men: tuple[str, ...]
    without_last_name: tuple[str, ...]
    posts: tuple[str, ...]
    professions: Mapping[str, tuple[str, ...]]
    full: Mapping[str, str]

    @cached_property
    def ranks(self) -> tuple[str, ...]:
        """All ranks, without ว่าที่ and หญิง."""
        graded = (arm + grade for one in self.graded_ranks for arm in one.arms for grade in one.grades)
        return (*graded, *self.other_ranks)

    @property
    def later(self) -> tuple[str, ...]:
        """The titles that may follow another (ผศ. ดร.)."""
        return self.academic + self.medical + self.royal

    @cached_property
    def a_rank(self) -> re.Pattern[str]:
        """A rank before a name."""
        return re.compile(f"(?:{_RANK.format(_any(self.ranks))}){_BEFORE_NAME}")

    @cached_property
    def first(self) -> re.Pattern[str]:
        """Any title at the beginning of a name."""
        others = _any((*self.common, *self.later, *self.religious))
        return re.compile(f"(?:{_RANK.format(_any(self.ranks))}|{others}){_BEFORE_NAME}")

    @cached_property
    def following(self) -> re.Pattern[str]:
        """A title or rank that follows another."""
        return re.compile(f"(?:{_RANK.format(_any(self.ranks))}|{_any(self.later)}){_BEFORE_NAME}")

    @cached_property
    def a_post(self) -> re.Pattern[str]:
        """A post that begins like a title."""
        return re.compile(_any(self.posts))

    @property
    def every(self) -> tuple[str, ...]:
        """All titles and ranks, each as listed."""
        return (*self.common, *self.later, *self.religious, *self.ranks)

    def faults(self) -> Iterator[str]:
        titles = self.every
        if twice := _twice(titles):
            yield "มีคำนำหน้าซ้ำ: " + ", ".join(twice)
        for key, words in (("of_women", self.of_women), ("of_men", self.of_men)):
            if unknown := [word for word in words if word not in titles]:
                yield f"คีย์ {key} มีคำที่ไม่อยู่ในรายการคำนำหน้า: " + ", ".join(unknown)


@dataclass(frozen=True, kw_only=True)
class Posts(Words):
    """Levels and posts of civil servants by the kind of post (วิชาการ, ทั่วไป), ``alone``, beginnings of posts
    that are posts by themselves, ``heads``, those of posts of people who lead, ``leveled``, those of names of state
    enterprises, whose levels are numbers, ``units``, the words that names of sections begin with, and ``short``, words
    of posts and roles with what they stand for."""

    FILE: ClassVar[str] = "posts.toml"
    units: tuple[str, ...]
    heads: tuple[str, ...]
    leveled: tuple[str, ...]
    alone: tuple[str, ...]
    short: Mapping[str, str]
    levels: Mapping[str, tuple[str, ...]]
    posts: Mapping[str, tuple[str, ...]]

    @cached_property
    def kind_of_level(self) -> Mapping[str, str]:
        """The kind of post that each level belongs to, the longer level before the shorter."""
        kinds = {level: kind for kind, levels in self.levels.items() for level in levels}
        return {level: kinds[level] for level in sorted(kinds, key=len, reverse=True)}

    def with_level(self, post: str) -> str:
        """``post`` with no-break spaces before its level and within it, where a line would tear it."""
        return self._torn.sub("\u00a0", post) if " " in post else post

    @cached_property
    def _torn(self) -> re.Pattern[str]:
        """The spaces before levels, and those within a level that begins with another (ชำนาญการ พิเศษ)."""
        levels = self.kind_of_level
        parts = ((one, two.removeprefix(one)) for one in levels for two in levels if two.startswith(one) and one != two)
        within = (f"(?<={one}) (?={rest})" for one, rest in parts)
        return re.compile("|".join((rf"(?<=\S) (?=(?:{'|'.join(levels)})(?![ก-๎]))", *within)))

    @cached_property
    def kinds_of_post(self) -> Mapping[str, frozenset[str]]:
        """The kinds that each post is found in."""
        names = dict.fromkeys(name for names in self.posts.values() for name in names)
        return {name: frozenset(kind for kind, names in self.posts.items() if name in names) for name in names}

    def faults(self) -> Iterator[str]:
        for key, lists in (("levels", self.levels), ("posts", self.posts)):
            for kind, names in lists.items():
                if twice := _twice(names):
                    yield f"คีย์ {key}.{kind} มีคำซ้ำ: " + ", ".join(twice)
        if self.posts.keys() != self.levels.keys():
            yield "คีย์ levels และ posts มีประเภทตำแหน่งไม่ตรงกัน"


@dataclass(frozen=True, kw_only=True)
class Roles(Words):
    """What people are in a committee, as orders write it."""

    FILE: ClassVar[str] = "roles.toml"
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Responsible(Words):
    """Who may be responsible without being listed: a text with one of ``anywhere``, or that begins with one of
    ``first``."""

    FILE: ClassVar[str] = "responsible.toml"
    anywhere: tuple[str, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Misspellings(Words):
    """Words that offices often misspell: the right form, then the wrong forms met."""

    FILE: ClassVar[str] = "misspellings.toml"
    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def right_form(self) -> Mapping[str, str]:
        """The right form of each wrong one."""
        return {wrong: right for right, forms in self.words.items() for wrong in forms}

    def faults(self) -> Iterator[str]:
        if twice := _twice([wrong for forms in self.words.values() for wrong in forms]):
            yield "คีย์ words มีรูปที่ผิดซ้ำ: " + ", ".join(twice)
        rights = "\n".join(self.words)
        if within := [wrong for wrong in self.right_form if wrong in rights]:
            yield "คีย์ words มีรูปที่ผิดซึ่งเป็นส่วนหนึ่งของคำที่ถูกต้อง: " + ", ".join(within)


@dataclass(frozen=True, kw_only=True)
class TextStandIns(Words):
    """What stands alone on a line for a text that was not typed: one of ``whole``, or one of ``like`` with one of
    ``places`` and its number; ``nothing`` does so only where something must be typed. ``undone`` begins what tells of
    work that was not done, ``asides`` a remark in brackets, ``of_persons`` one behind the post of somebody. No paper
    has ``of_machines``, nor ends a line with ``of_pages``."""

    FILE: ClassVar[str] = "text_stand_ins.toml"
    whole: tuple[str, ...]
    like: tuple[str, ...]
    places: tuple[str, ...]
    nothing: tuple[str, ...]
    undone: tuple[str, ...]
    asides: tuple[str, ...]
    of_machines: tuple[str, ...]
    of_pages: tuple[str, ...]
    of_persons: tuple[str, ...]

    @cached_property
    def pattern(self) -> str:
        """A pattern of any of them but for ``nothing``, spaces and brackets aside."""
        like = rf"(?:{_any(self.like)})\s*(?:{_any(self.places)})\s*[0-9๐-๙]{{1,2}}"
        return rf"[(\[]?\s*(?:{_any(self.whole)}|{like})\s*[)\]]?"


@dataclass(frozen=True, kw_only=True)
class Districts(Words):
    """The districts of Bangkok, without เขต."""

    FILE: ClassVar[str] = "districts.toml"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidaysOfYear(Fact):
    """The holidays of one calendar year (Buddhist era) beside the fixed ones, by month and day (``03-06``): those of
    the moon, substitution days and special ones. ``working``: fixed holidays that were working days in that year."""

    year: int
    days: Mapping[str, str]
    working: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Holidays(Words):
    """Public holidays of government offices throughout the country; ``fixed`` by month and day (``12-05``)."""

    FILE: ClassVar[str] = "holidays.toml"
    fixed: Mapping[str, str]
    years: tuple[HolidaysOfYear, ...]

    def name(self, day: datetime.date) -> str:
        """The name of the holiday that a date is; "" for none."""
        key = day.strftime("%m-%d")
        of_year = self._by_year.get(day.year)
        if of_year is None:
            return self.fixed.get(key, "")
        return "" if key in of_year.working else of_year.days.get(key) or self.fixed.get(key, "")

    @cached_property
    def _by_year(self) -> Mapping[int, HolidaysOfYear]:
        """The years in the Gregorian era, as dates have them."""
        return {one.year - 543: one for one in self.years}

    def faults(self) -> Iterator[str]:
        keys = [("fixed", 2024, key) for key in self.fixed]
        keys += [(f"years.{one.year}", one.year - 543, key) for one in self.years for key in (*one.days, *one.working)]
        for where, year, key in keys:
            if not _is_day(year, key):
                yield f"คีย์ {where}.{key} ไม่ใช่วันที่ (เดือน-วัน เช่น 04-06)"


@dataclass(frozen=True, kw_only=True)
class Limits(Words):
    """Numbers that cannot be exceeded: ``parts_of_year`` with the number of the last, and how a percentage is written;
    after one of ``growth`` it may be more than 100. ``months`` has the first and last month of parts of the fiscal
    year, their names without spaces and without ที่."""

    FILE: ClassVar[str] = "limits.toml"
    percent_words: tuple[str, ...]
    percent_signs: tuple[str, ...]
    growth: tuple[str, ...]
    parts_of_year: Mapping[str, int]
    months: Mapping[str, tuple[int, ...]]

    def faults(self) -> Iterator[str]:
        if wrong := [part for part, ends in self.months.items() if len(ends) != 2 or not {*ends} <= {*range(1, 13)}]:
            yield "คีย์ months ต้องมีเดือนแรกและเดือนสุดท้าย 1 ถึง 12: " + ", ".join(wrong)


@dataclass(frozen=True, kw_only=True)
class Frequencies(Words):
    """The words in which staff say how often, without spaces: ``units`` of time with how many a year has, ``numerals``,
    and ``moments`` of the fiscal year with the months from 1 October to their end. ``at_least`` changes no number of
    times; ``all_year`` is followed up when the year ends, ``by_event`` when something happens."""

    FILE: ClassVar[str] = "frequencies.toml"
    at_least: tuple[str, ...]
    all_year: tuple[str, ...]
    by_event: tuple[str, ...]
    units: Mapping[str, int]
    numerals: Mapping[str, int]
    moments: Mapping[str, tuple[int, ...]]

    def faults(self) -> Iterator[str]:
        for unit, times in self.units.items():
            if times < 1:
                yield f"คีย์ units.{unit} ต้องเป็นจำนวนตั้งแต่ 1 ขึ้นไป"
        for moment, months in self.moments.items():
            if not all(1 <= month <= 12 for month in months):
                yield f"คีย์ moments.{moment} ต้องเป็นจำนวนเดือน 1 ถึง 12"


def _twice(words: Sequence[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def _is_day(year: int, key: str) -> bool:
    """True where ``key`` is a month and a day of ``year`` (Gregorian) in two digits each."""
    try:
        return datetime.date.fromisoformat(f"{year}-{key}").strftime("%m-%d") == key
    except ValueError:
        return False


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _any(words: Iterable[str]) -> str:
    """As ``any_of``, spaces allowed after a full stop, before a bracket and before หญิง."""
    return re.sub(r"(?=\\\()|(?=หญิง)|(?<=\\\.)", lambda _: r"\s*", any_of(words))
