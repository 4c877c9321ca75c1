"""When a measure is to be followed up: how often a frequency means, and on which days."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_docs.framework.words.lists import Frequencies, any_of
from ita_docs.thai import ERA, MONTHS, MONTHS_SHORT, Days, arabic_digits

_WORDS = Frequencies.load()
_OCTOBER = 10
_MOST = 12
"""The most rounds of a year: what is done more often is followed up every month."""


_MONTHS = {name: number for names in (MONTHS, MONTHS_SHORT) for number, name in enumerate(names, start=1)}
_UNIT = f"(?P<unit>{any_of(_WORDS.units)})(?!ที่)"
_TIMES = "(?:(?P<times>[0-9]{1,3})(?:(?:[-–]|ถึง|หรือ)[0-9]+)?)"
_SPAN = "(?P<span>[0-9]{1,3})"
_TURN = "(?:ครั้ง|รอบ|หน|วาระ|ฉบับ|โครงการ|กิจกรรม|หลักสูตร|เรื่อง)"
_HOW_OFTEN = tuple(
    map(
        re.compile,
        (
            rf"{_UNIT}ละ{_TIMES}?{_TURN}",
            rf"{_TIMES}{_TURN}(?:/|ต่อ|ใน)(?:รอบ|แต่ละ|ทุก)?{_SPAN}?{_UNIT}",
            rf"{_SPAN}{_UNIT}(?:/|ต่อ|ละ)?1?ครั้ง",
            rf"(?:ทุก|ราย|แต่ละ|ประจำ|รอบ|สิ้น)(?:รอบ|สิ้น|ต้น|กลาง|ปลาย|ช่วง)?(?:ระยะ(?:เวลา)?)?{_SPAN}?(?:รอบ)?{_UNIT}",
        ),
    )
)
_EVERY_OTHER = re.compile(rf"{_UNIT}เว้น(?P=unit)")
_PLAIN = re.compile(rf"{_TIMES}{_TURN}|{_TURN}เดียว|{_TURN}1(?![0-9])")
_NUMBERED = re.compile(rf"{_TURN}ที่([0-9]{{1,3}})")
_MONTH = rf"(?:(?<![0-9])(?P<day>[0-9]{{1,2}}))?(?P<month>{any_of(_MONTHS)})"
_NAMED_MONTH = re.compile(_MONTH)
_MONTHS_ON_END = re.compile(rf"(?:{any_of(_MONTHS)})(?:พ\.ศ\.)?(?:25)?[0-9]{{0,2}}(?:[-–]|ถึง)+(?={any_of(_MONTHS)})")
_OF_A_MONTH = re.compile(rf"(?:ทุก|ของ|ภายใน|ใน|สิ้น|ปลาย|ต้น|กลาง)*เดือน(?={any_of(_MONTHS)})")
_QUARTERS = re.compile(r"ไตรมาส(?:ที่)?[1-4](?:(?:[,/&–-]|และ|ถึง)*(?:ไตรมาส)?(?:ที่)?[1-4])*(?![0-9]|ครั้ง)")
_MARKS = re.compile("[0-9]{1,2}(?:เดือน)?(?:(?:(?:[,/&]|และ)+|(?<=เดือน))(?:รอบ)?[0-9]{1,2}(?:เดือน)?)*(?<=เดือน)")
_MOMENT = re.compile(any_of(_WORDS.moments))
_DAYS_OF_MONTH = r"[0-9]{1,2}(?:(?:[,/]|และ)(?:วันที่)?[0-9]{1,2})*"
_EVERY_MONTH_ON = re.compile(
    rf"วันที่(?:{_DAYS_OF_MONTH}(?=ของ(?:ทุก|แต่ละ)?เดือน)|(?<=ทุกวันที่){_DAYS_OF_MONTH})"
    r"(?:ของ(?:ทุก|แต่ละ)?เดือน(?P<next>ถัดไป)?)?"
)
_NUMERAL = re.compile(any_of(_WORDS.numerals))
_SAYS_NOTHING = re.compile(rf"[\sๆ]|{any_of(_WORDS.at_least)}")
_ALL_YEAR, _BY_EVENT = (re.compile(any_of(words)) for words in (_WORDS.all_year, _WORDS.by_event))


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the fiscal year: the months from its beginning, October being 1, and the day, 0 for the last."""

    month: int
    day: int = 0

    def date(self, fiscal_year: int) -> datetime.date:
        year, month = divmod(12 * (fiscal_year - ERA - 1) + _OCTOBER - 1 + self.month - 1, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return datetime.date(year, month + 1, min(self.day or last, last))


@dataclass(frozen=True, slots=True)
class _SaidFrequency:
    """What a frequency says: how many times a year, and the days where it names them."""

    times: int
    days: tuple[_Day, ...] = ()


def due_dates(frequency: str, fiscal_year: int) -> tuple[datetime.date, ...] | None:
    """The last day of each round of a frequency in a fiscal year (Buddhist era; 1 October to 30 September).

    ``ปีละ ๒ ครั้ง`` in 2566 is 31 March and 30 September 2023: the rounds are equally long, but where the frequency names
    months, quarters or days. What goes on all year has one round; what is done more than once a month has a round a
    month. ``None`` where the frequency says no number of times.
    """
    found = _read(frequency)
    if found is None:
        return None
    rounds = min(found.times, _MOST)
    days = found.days or tuple(_Day(12 * turn // rounds) for turn in range(1, rounds + 1))
    return tuple(day.date(fiscal_year) for day in days)


def within(days: Sequence[datetime.date], span: Days | None, since: datetime.date) -> tuple[datetime.date, ...]:
    """Of the last days of rounds that follow each other those whose rounds lie in the span, none later than its end,
    and none before ``since``; all where none would be left."""
    kept = []
    for before, day in pairwise((datetime.date.min, *days)):
        outside = span and (day < span.first or before >= span.last)
        due = min(day, span.last) if span else day
        if not outside and due >= since:
            kept.append(due)
    return tuple(kept) or tuple(days)


def times_a_year(frequency: str) -> int | None:
    """How many times a year a frequency means: 2 for ``ทุก 6 เดือน``, 52 for ``ทุกสัปดาห์``; ``None`` as above."""
    found = _read(frequency)
    return found.times if found else None


def follows_events(frequency: str) -> bool:
    """True where a measure is followed up whenever something happens (ทุกครั้งที่มีการจัดซื้อจัดจ้าง), however often."""
    return bool(_BY_EVENT.search(frequency))


def _read(frequency: str) -> _SaidFrequency | None:
    """How often, from a text in any digits; of two numbers of times the larger."""
    text = _SAYS_NOTHING.sub("", arabic_digits(frequency))
    text = _NUMERAL.sub(lambda word: str(_WORDS.numerals[word[0]]), text)
    days, rest = _days(_OF_A_MONTH.sub("", text))
    counts = list(_counts(rest))
    if days and (not counts or max(counts) == len(days)):
        return _SaidFrequency(len(days), days)
    if counts:
        return _SaidFrequency(max(counts))
    if numbered := {int(number) for number in _NUMBERED.findall(rest)}:
        return _SaidFrequency(len(numbered))
    if plain := _PLAIN.search(rest):
        return _SaidFrequency(max(int(plain["times"] or 1), 1))
    return _SaidFrequency(1) if _ALL_YEAR.search(rest) else None


def _counts(text: str) -> Iterator[int]:
    """Each number of times a year that a text says."""
    for pattern in _HOW_OFTEN:
        for match in pattern.finditer(text):
            found = match.groupdict()
            times, span = (int(found.get(name) or 1) or 1 for name in ("times", "span"))
            yield max(times * _WORDS.units[match["unit"]] // span, 1)
    for match in _EVERY_OTHER.finditer(text):
        yield max(_WORDS.units[match["unit"]] // 2, 1)


def _days(text: str) -> tuple[tuple[_Day, ...], str]:
    """The days of the year that a text names, in their order, and the rest of it."""
    found: set[_Day] = set()
    for pattern, read in _NAMES_OF_DAYS:
        for match in pattern.finditer(text):
            named = read(match)
            if named is not None:
                found.update(named)
                text = text.replace(match[0], " ", 1)
    return tuple(sorted(found, key=lambda one: (one.month, one.day or 31))), text


def _of_a_month(match: re.Match[str]) -> tuple[_Day, ...]:
    return (_Day((_MONTHS[match["month"]] - _OCTOBER) % 12 + 1, int(match["day"] or 0)),)


def _of_every_month(match: re.Match[str]) -> tuple[_Day, ...]:
    """The last of the days named, in each month, or from November on where the next month is meant."""
    day, first = max(_numbers(match)), 2 if match["next"] else 1
    return tuple(_Day(month, day) for month in range(first, first + 12))


def _of_quarters(match: re.Match[str]) -> tuple[_Day, ...]:
    numbers = _numbers(match)
    if re.search("[–-]|ถึง", match[0]):
        numbers = list(range(min(numbers), max(numbers) + 1))
    return tuple(_Day(3 * number) for number in numbers)


def _of_marks(match: re.Match[str]) -> tuple[_Day, ...] | None:
    """The ends of so many months of the year (รอบ 6 เดือน และ 12 เดือน); ``None`` where there are no several."""
    numbers = _numbers(match)
    rising = all(one < other for one, other in pairwise((0, *numbers, 13)))
    return tuple(map(_Day, numbers)) if rising and len(numbers) > 1 else None


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", match[0])]


_NAMES_OF_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[_Day] | None]], ...] = (
    (_MONTHS_ON_END, lambda _: ()),
    (_NAMED_MONTH, _of_a_month),
    (_EVERY_MONTH_ON, _of_every_month),
    (_QUARTERS, _of_quarters),
    (_MOMENT, lambda match: map(_Day, _WORDS.moments[match[0]])),
    (_MARKS, _of_marks),
)
"""How days of a year are named, each before those that it holds; of a span of months only its end is one."""
