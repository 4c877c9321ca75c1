"""Checks of columns that no longer stand beside their rows: moved, swapped or sorted alone, with a cell too few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from math import factorial, prod
from typing import Any

from ita_docs.checks.cells import seats, shortened
from ita_docs.checks.columns import HEADINGS
from ita_docs.checks.text import one_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.matters import Matters, PlaceOfPosts
from ita_docs.model import Measure, Seat, Submission, value_of
from officefiles.problems import Kind, Place, Problem, Severity

SORTED = Kind(
    "column-sorted-alone",
    "“{heading}” เรียงตาม{order}ทั้งคอลัมน์ ({count} แถว) ซึ่งมักเกิดจากการเรียงลำดับ (Sort) เฉพาะคอลัมน์นี้ แต่ละช่องจึงไม่อยู่แถวเดิม",
    "เทียบกับไฟล์ก่อนเรียงลำดับแล้ววางคอลัมน์นี้ใหม่ และตรวจสอบทีละแถวว่าเป็นเรื่องหรือบุคคลเดียวกัน หากเรียงถูกต้องอยู่แล้ว ไม่ต้องแก้ไข",
    "ข้อความหรือคะแนนของคอลัมน์หนึ่งเรียงตามตัวอักษรหรือตามคะแนนทั้งคอลัมน์ เพราะเรียงลำดับเฉพาะคอลัมน์นั้น",
    Severity.WARNING,
)
OFF_ROWS = Kind(
    "texts-off-their-rows",
    "“{found}” อยู่ในแถวของตัวชี้วัดที่ {number} แต่เป็นเรื่องของตัวชี้วัดที่ {other} {name}{more}",
    "ตรวจสอบว่าข้อความของคอลัมน์ “{heading}” อยู่ถูกแถว คอลัมน์นี้อาจเลื่อนแถว สลับแถว หรือถูกเรียงลำดับเพียงคอลัมน์เดียว",
    "มาตรการหรือการกำกับติดตามของหลายแถวเป็นเรื่องของตัวชี้วัดอื่น เพราะคอลัมน์เลื่อน สลับ หรือถูกเรียงลำดับแยกจากคอลัมน์อื่น",
    Severity.WARNING,
)
OTHER_SECTIONS = Kind(
    "sections-off-their-rows",
    "“{found}” อยู่ในแถวของ{section}{more}",
    "ตรวจสอบว่าคอลัมน์ “ตำแหน่ง” กับ “หน่วยงานย่อย” อยู่ถูกแถว คอลัมน์หนึ่งอาจเลื่อนแถว สลับแถว หรือถูกเรียงลำดับเพียงคอลัมน์เดียว",
    "ตำแหน่งกับหน่วยงานย่อยของหลายแถวไม่ตรงกัน เช่น นายช่างโยธาในกองคลัง นักวิชาการเงินและบัญชีในกองช่าง เพราะคอลัมน์เลื่อนหรือสลับแถว",
    Severity.WARNING,
)
EMPTY_CELL = Kind(
    "cell-left-empty",
    "ช่อง “{heading}” ของตัวชี้วัดที่ {number} ว่างอยู่ แต่แถวอื่นกรอกแล้ว ตารางมาตรการจึงมีช่องว่าง",
    "กรอกช่องนี้ และตรวจสอบว่าข้อความของคอลัมน์นี้ไม่ได้เลื่อนขึ้นหรือลงจากแถวของตนเอง หากไม่มีข้อความ ให้พิมพ์เครื่องหมาย -",
    "คอลัมน์ที่เลือกแสดงในตารางมาตรการว่างเพียงหนึ่งหรือสองช่อง ซึ่งมักลืมกรอกหรือลบช่องแล้วข้อความเลื่อนแถว",
    Severity.WARNING,
)
SCORES_SHIFTED = Kind(
    "scores-shifted",
    "คะแนนปีก่อนใกล้เคียงกับคะแนนของแถว{side}มากกว่าคะแนนของแถวเดียวกันเกือบทุกแถว",
    "ตรวจสอบกับประกาศว่าคะแนนหรือคะแนนปีก่อนเลื่อนไปหนึ่งแถวหรือไม่ หากถูกต้องแล้ว ไม่ต้องแก้ไข",
    "คอลัมน์คะแนนกับคะแนนปีก่อนน่าจะเลื่อนจากกันหนึ่งแถว",
    Severity.WARNING,
)

_FEWEST, _ORDERS = 7, 40_000
"""So many different texts, and ways to order a column, leave it to no chance that it is in order."""
_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_TONES = re.compile("[็-๎]")
_NAMED = ("first_name", "last_name")
_MOVED = 3
"""So many texts of other rows tell that a column moved."""
_ROWS = 5
_FEW = 2
"""Cells that may have been forgotten; more were left empty on purpose."""
_ALWAYS = ("steps", "period", "reporting")
"""Columns that have something to say of every measure."""
_FAR, _NEARER = Decimal(2), Decimal("0.35")
"""How far the scores of two years lie apart on the average, and which share of it tells that rows moved."""
_MATTERS, _PLACES = Matters.load().matters, Matters.load().places
_HEADS = Posts.load().heads
_WORD = re.compile(one_of(word for matter in _MATTERS for word in matter.words))
_OF_WORD = {
    word: frozenset(one.indicator for one in _MATTERS if word in one.words) for one in _MATTERS for word in one.words
}
_NEAR = {one.indicator: frozenset((one.indicator, *one.near)) for one in _MATTERS}
_PLAIN = frozenset(("การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ"))
"""Indicators whose matters no other has, so that two rows are enough to tell."""

_Column = Sequence[tuple[Place, str]]
_Found = tuple[Measure, frozenset[str]]


def check_sorted(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Columns that stand in the order of letters, or of scores, where their rows stand in another."""
    named = [seat for seat in seats(submission) if seat.person]
    led = any("ประธาน" in seat.role or "เลขา" in seat.role for seat in named)
    for field in _NAMED if led else ():
        yield from _sorted([(seat.source.at(field), getattr(seat.person, field)) for seat in named], field)
    duties = [duty for committee in submission.committees for duty in committee.duties]
    columns = (
        (submission.measures, ("actions", "follow_ups", "responsible", "steps", "reporting")),
        (submission.results, ("action", "done", "result")),
        (submission.questions, ("question",)),
        (duties, ("text",)),
    )
    for records, fields in columns:
        for field in fields if len(records) >= _FEWEST else ():
            yield from _sorted([(one.source.at(field), _text(getattr(one, field))) for one in records], field)
    numbers = [(one.source.at("score"), one.score) for one in submission.scores]
    before = [(one.source.at("previous"), one.previous) for one in submission.scores if one.previous is not None]
    asked = [(one.source.at("score"), one.score) for one in submission.questions]
    for column in (numbers, before, asked):
        values = [value for _, value in column]
        if (way := _way(values)) and _is_no_chance(values):
            yield SORTED.at(
                column[0][0], heading=_heading(column[0][0], "score"), order=_OF_SCORES[way], count=len(values)
            )


_OF_SCORES = {"up": "คะแนนจากน้อยไปมาก", "down": "คะแนนจากมากไปน้อย"}


def _sorted(column: _Column, field: str) -> Iterator[Problem]:
    filled = [(place, text) for place, text in column if text]
    texts = [text for _, text in filled]
    may_be = len(texts) >= _FEWEST and (_way(texts[:_ROWS]) or _way(map(_collated, texts[:_ROWS])))
    if may_be and (_way(texts) or _way(map(_collated, texts))) and _is_no_chance(texts):
        place = filled[0][0]
        yield SORTED.at(place, heading=_heading(place, field), order="ตัวอักษร", count=len(filled))


def _heading(place: Place, field: str) -> str:
    return HEADINGS.get((place.sheet, field), field)


def _text(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def _is_no_chance(values: Sequence[object]) -> bool:
    counts = Counter(values)
    return len(counts) >= _FEWEST and factorial(len(values)) // prod(map(factorial, counts.values())) >= _ORDERS


def _way(values: Iterable[str] | Iterable[Decimal]) -> str:
    """Which way a column is in order; "" for none."""
    column: list[Any] = list(values)
    if all(first <= second for first, second in pairwise(column)):
        return "up"
    return "down" if all(first >= second for first, second in pairwise(column)) else ""


def _collated(text: str) -> str:
    """A text as office programs order it: by its consonants, tone marks aside."""
    return _TONES.sub("", _LEADING.sub(r"\2\1", text))


def check_matters(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Columns of which many rows speak of the matters of other indicators, or two rows of each other's."""
    names = {one.number: _matter(one.names) for one in framework.indicators}
    numbers = {name: number for number, name in names.items() if name}
    official = {one.number: one.name for one in framework.indicators}
    for field in ("actions", "follow_ups"):
        rows = [(one, _matters(_text(getattr(one, field)))) for one in submission.measures if names.get(one.indicator)]
        moved = [(one, found) for one, found in rows if found and not found & _NEAR[names[one.indicator]]]
        own = sum(names[one.indicator] in found for one, found in rows)
        if len(moved) >= _MOVED and len(moved) > own:
            told: Sequence[_Found] = moved[:1]
            more = f" และแถวอื่นอีก {len(moved) - 1} แถว"
        else:
            told, more = _swapped(moved, names), ""
        for one, found in told:
            other = min(numbers[name] for name in found if name in numbers)
            text = shortened(_text(getattr(one, field)).replace("\n", " "))
            values = {"number": one.indicator, "other": other, "name": official[other], "more": more}
            place = one.source.at(field)
            yield OFF_ROWS.at(place, text, heading=_heading(place, field), **values)


def _swapped(moved: Sequence[_Found], names: Mapping[int, str]) -> Sequence[_Found]:
    """Two rows that speak of each other's matters alone, one of which no other indicator has."""
    for pair in combinations(moved, 2):
        (one, found), (other, said) = pair
        own, others = names[one.indicator], names[other.indicator]
        if found == {others} and said == {own} and {own, others} & _PLAIN:
            return pair
    return ()


def _matter(names: Sequence[str]) -> str:
    return next((name for name in names if name in _NEAR), "")


def _matters(text: str) -> frozenset[str]:
    """The indicators whose matters a text speaks of."""
    return frozenset().union(*(_OF_WORD[word] for word in _WORD.findall(text)))


def check_sections(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Posts of which many, or two each, stand beside the section of others; a few may well work elsewhere."""
    listed = [section.name for section in submission.office.sections]
    placed = [(seat, one) for seat in seats(submission) if seat.section and (one := _place_of(seat.position))]
    placed = [(seat, one) for seat, one in placed if any(_is_of(name, one) for name in listed)]
    moved = [(seat, one) for seat, one in placed if not _is_of(seat.section, one)]
    told: list[Seat] = []
    more = ""
    if len(moved) >= _MOVED and len(moved) * 2 > len(placed):
        told, more = [moved[0][0]], f" และแถวอื่นอีก {len(moved) - 1} แถวก็ไม่ตรงกัน"
    elif len(moved) > 1:
        pairs = combinations(moved, 2)
        both = (
            [first, second]
            for (first, one), (second, two) in pairs
            if _is_of(second.section, one) and _is_of(first.section, two)
        )
        told = next(both, [])
    for seat in told:
        yield OTHER_SECTIONS.at(seat.source.at("section"), seat.position, section=seat.section, more=more)


def _place_of(post: str) -> PlaceOfPosts | None:
    """Where people of a post mostly work; heads are told by their own sections."""
    return (
        None if post.startswith(_HEADS) else next((one for one in _PLACES if any(w in post for w in one.posts)), None)
    )


def _is_of(section: str, place: PlaceOfPosts) -> bool:
    return any(word in section for word in place.sections)


def check_empty_cells(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Columns of the table of measures of which a cell or two are empty; an indicator may say a thing once for all of
    its rows."""
    for field in _ALWAYS:
        if field not in submission.settings.columns:
            continue
        filled = {one.indicator for one in submission.measures if value_of(one, field)}
        empty = {one.indicator: one for one in submission.measures if one.indicator not in filled}
        if len(filled) >= _ROWS and len(empty) <= _FEW:
            for one in empty.values():
                place = one.source.at(field)
                yield EMPTY_CELL.at(place, heading=_heading(place, field), number=one.indicator)


def check_years(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Last year's scores lie near this year's of the same indicators, and not near those of the rows above or below."""
    pairs = [(one.score, one.previous) for one in submission.scores if one.previous is not None]
    if len(pairs) < _FEWEST:
        return
    scores, before = [score for score, _ in pairs], [previous for _, previous in pairs]
    apart = _apart(scores, before)
    for side, moved in (("ถัดไป", _apart(scores[1:], before[:-1])), ("ก่อน", _apart(scores[:-1], before[1:]))):
        if apart >= _FAR and moved <= apart * _NEARER:
            yield SCORES_SHIFTED.at(submission.scores[0].source.at("previous"), side=side)


def _apart(some: Sequence[Decimal], others: Sequence[Decimal]) -> Decimal:
    return sum((abs(one - other) for one, other in zip(some, others, strict=True)), Decimal(0)) / len(some)
