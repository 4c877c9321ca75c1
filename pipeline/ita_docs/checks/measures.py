"""Checks of the measures: every indicator answered, followed up, in the hands of someone, and said once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice

from ita_docs import thai
from ita_docs.checks.cells import TYPED_NUMBER, shortened
from ita_docs.framework.model import Framework
from ita_docs.framework.words.columns import Columns
from ita_docs.model import Measure, Submission
from officefiles.problems import Kind, Place, Problem, Severity

MISSING = Kind(
    "measure-missing",
    "ไม่มีมาตรการของตัวชี้วัดที่ {number} {name}",
    "เพิ่มแถวของตัวชี้วัดนี้ในชีตมาตรการ",
    "ตัวชี้วัดไม่มีมาตรการ",
)
UNKNOWN = Kind(
    "measure-of-unknown-indicator",
    "มาตรการเป็นของตัวชี้วัดที่ {found} ซึ่งไม่มีในเกณฑ์ของปีที่ประเมิน",
    "แก้เลขที่ตัวชี้วัดเป็น 1 ถึง {last}",
    "มาตรการอ้างถึงตัวชี้วัดที่ไม่มี",
)
NO_FOLLOW_UP = Kind(
    "follow-up-missing",
    "มาตรการของตัวชี้วัดที่ {number} ไม่มีการกำกับติดตาม",
    "กรอกการกำกับติดตามของมาตรการนี้",
    "มาตรการไม่มีการกำกับติดตาม",
)
NO_RESPONSIBLE = Kind(
    "responsible-missing",
    "มาตรการของตัวชี้วัดที่ {number} ไม่มีผู้รับผิดชอบ",
    "กรอกฝ่ายหรือผู้รับผิดชอบของมาตรการนี้",
    "มาตรการไม่มีผู้รับผิดชอบ",
)
NOT_MENTIONED = Kind(
    "follow-up-not-of-measure",
    "การกำกับติดตามของตัวชี้วัดที่ {number} กล่าวถึงมาตรการอื่น แต่ไม่ได้กล่าวถึงมาตรการ “{found}”{others}",
    "ตรวจสอบว่ามีการกำกับติดตามมาตรการนี้แล้ว หากติดตามด้วยวิธีอื่น ไม่ต้องแก้ไข",
    "มาตรการที่การกำกับติดตามข้ามไป ทั้งที่กล่าวถึงมาตรการอื่นของตัวชี้วัดเดียวกัน แจ้งครั้งเดียวทั้งชีต",
    Severity.NOTE,
)
PARTLY_MENTIONED = Kind(
    "follow-up-partial",
    "การกำกับติดตามของตัวชี้วัดที่ {number} ไม่ได้กล่าวถึงส่วนนี้ของมาตรการ “{found}”{others}",
    "ตรวจสอบว่ามาตรการทุกส่วนมีการกำกับติดตามครบถ้วน",
    "มาตรการที่การกำกับติดตามกล่าวถึงไม่ครบทุกส่วน แจ้งครั้งเดียวทั้งชีต",
    Severity.NOTE,
)
OF_ANOTHER = Kind(
    "follow-up-of-another-indicator",
    "การกำกับติดตามของตัวชี้วัดที่ {number} กล่าวถึงมาตรการของตัวชี้วัดที่ {other} “{found}”",
    "ตรวจสอบว่ากรอกการกำกับติดตามถูกแถว",
    "การกำกับติดตามที่กล่าวถึงมาตรการของตัวชี้วัดอื่น และไม่กล่าวถึงมาตรการของตัวชี้วัดนั้นเลย",
    Severity.WARNING,
)
SAYS_NOTHING = Kind(
    "measure-of-nothing",
    "มาตรการ “{found}” ของตัวชี้วัดที่ {number} ไม่ได้บอกสิ่งที่จะทำ",
    "พิมพ์สิ่งที่จะทำเพื่อแก้จุดอ่อนหรือรักษาจุดแข็งของตัวชี้วัดนี้ ทุกตัวชี้วัดต้องมีมาตรการ",
    "มาตรการบอกเพียงว่าไม่มีมาตรการ หรือตัวชี้วัดที่ต่ำกว่าเป้าหมายบอกเพียงว่าทำเช่นเดิม",
    Severity.WARNING,
)
SAME_AGAIN = Kind(
    "measure-same-as-last-year",
    "ตัวชี้วัดที่ {number} ยังต่ำกว่าเป้าหมาย แต่ใช้มาตรการเดิมของปีก่อน “{found}”",
    "พิจารณาปรับมาตรการ หรือเพิ่มมาตรการใหม่ที่แก้จุดอ่อนได้ตรงกว่าเดิม",
    "ตัวชี้วัดที่ต่ำกว่าเป้าหมายใช้มาตรการเดียวกับปีก่อน (เทียบกับชีตผลการดำเนินการ)",
    Severity.NOTE,
)
NUMBER_TYPED = Kind(
    "measure-number-typed",
    "ข้อความขึ้นต้นด้วยเลขข้อ “{found}” แต่เอกสารพิมพ์ขีดนำหน้าแต่ละรายการอยู่แล้ว",
    "ลบเลขข้อออกจากข้อความ พิมพ์บรรทัดละหนึ่งรายการ",
    "รายการของมาตรการหรือการกำกับติดตามมีเลขข้อที่พิมพ์เอง",
    Severity.WARNING,
)
_WORDS = Columns.load()
_GENERAL = re.compile("มาตรการ|(?:ติดตาม|รายงาน|สรุป)(?:และ(?:ติดตาม|รายงาน|ประเมิน))?(?:ผล|ความก้าวหน้า)|ประเมินผลการดำเนิน")
"""A follow-up of everything: ติดตามผลการดำเนินงานทุกมาตรการ."""
_PARENTHESES = re.compile(r"\([^)]*\)")
_PIECE = 6
_MENTIONED, _TOUCHED, _REPEATED = 0.25, 0.1, 0.5
"""The shares of a text's wording from which follow-ups mention it, touch on it at all, and repeat it."""
_SAYING_MORE = 40
"""So many letters say more than that all goes on as before."""
_LONG = 60
"""The letters from which a part of a measure is looked for by itself."""


def _by_indicator(submission: Submission) -> Mapping[int, Sequence[Measure]]:
    rows: dict[int, list[Measure]] = defaultdict(list)
    for measure in submission.measures:
        rows[measure.indicator].append(measure)
    return rows


def check_measured(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Every indicator has a measure, and every measure an indicator."""
    rows = _by_indicator(submission)
    numbers = [indicator.number for indicator in framework.indicators]
    for number, measures in rows.items():
        if number not in numbers:
            for measure in measures:
                yield UNKNOWN.at(measure.source.at("indicator"), number, last=max(numbers))
    sheet = Place(submission.measures[0].source.sheet) if submission.measures else Place()
    for indicator in framework.indicators:
        measures = rows.get(indicator.number, ())
        if not any(measure.actions for measure in measures):
            place = measures[0].source.at("actions") if measures else sheet
            yield MISSING.at(place, number=indicator.number, name=indicator.name)


def check_followed_up(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Each indicator's measures have a follow-up and someone responsible, in one of their rows at least."""
    for number, measures in _by_indicator(submission).items():
        first = measures[0].source
        if not any(measure.follow_ups for measure in measures):
            yield NO_FOLLOW_UP.at(first.at("follow_ups"), number=number)
        if not any(measure.responsible for measure in measures):
            yield NO_RESPONSIBLE.at(first.at("responsible"), number=number)


def check_typed_numbers(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Numbers typed before the items of a measure: documents put a dash before each."""
    for measure in submission.measures:
        for field, items in (("actions", measure.actions), ("follow_ups", measure.follow_ups)):
            if number := next(filter(None, map(TYPED_NUMBER.match, items)), None):
                yield NUMBER_TYPED.at(measure.source.at(field), number[0])
            elif len(items) > 1 and all(_is_led(item, at) for at, item in enumerate(items, start=1)):
                yield NUMBER_TYPED.at(measure.source.at(field), items[0][0])


def _is_led(item: str, number: int) -> bool:
    """True where an item begins with its own number and a space."""
    return thai.arabic_digits(item).startswith(f"{number} ")


def check_said(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Measures that say that there is none, and of weaknesses that all goes on as before."""
    weak = {one.indicator for one in submission.scores if one.score < framework.goal.score}
    for measure in submission.measures:
        as_before = _WORDS.as_before if measure.indicator in weak else ()
        for item in measure.actions:
            if item.startswith(_WORDS.no_measure) or (item.endswith(as_before) and len(item) < _SAYING_MORE):
                yield SAYS_NOTHING.at(measure.source.at("actions"), shortened(item), number=measure.indicator)


def check_renewed(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """A weakness met with a measure of last year's: it has been tried, and the indicator is still below the goal."""
    weak = {one.indicator for one in submission.scores if one.score < framework.goal.score}
    last_year = {(one.indicator, _squeezed(one.action)) for one in submission.results}
    for measure in submission.measures:
        again = (item for item in measure.actions if (measure.indicator, _squeezed(item)) in last_year)
        if measure.indicator in weak and (item := next(again, "")):
            yield SAME_AGAIN.at(measure.source.at("actions"), shortened(item), number=measure.indicator)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def check_mirrored(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Measures that follow-ups pass over, and follow-ups of measures of another indicator."""
    rows = _by_indicator(submission)
    wording = {action: pieces_of(action) for measure in submission.measures for action in measure.actions}
    texts = {number: [item for one in measures for item in one.follow_ups] for number, measures in rows.items()}
    followed = {number: pieces_of(" ".join(items)) for number, items in texts.items()}
    yield from _passed_over(rows, wording, followed)
    yield from _of_other_rows(rows, wording, followed)


_Rows = Mapping[int, Sequence[Measure]]
_Pieces = Set[str]


def _passed_over(rows: _Rows, wording: Mapping[str, _Pieces], followed: Mapping[int, _Pieces]) -> Iterator[Problem]:
    """Measures, and long parts of them, that follow-ups pass over which repeat others; each kind once for the sheet."""
    absent, partly = list[tuple[Measure, str]](), list[tuple[Measure, str]]()
    for number, measures in rows.items():
        items = [item for measure in measures for item in measure.follow_ups]
        is_general = any(map(_GENERAL.search, items))
        shares = {action: share_of(wording[action], followed[number]) for one in measures for action in one.actions}
        repeated = {action for action, share in shares.items() if share >= _MENTIONED}
        few = len(items) < sum(len(one.actions) for one in measures)
        for measure in measures if repeated and not is_general else ():
            absent += [(measure, action) for action in measure.actions if few and shares[action] < _TOUCHED]
            clauses = [clause for action in measure.actions if action in repeated for clause in action.split()]
            long = [clause for clause in clauses if len(clause) >= _LONG]
            partly += [
                (measure, clause) for clause in long if share_of(pieces_of(clause), followed[number]) < _MENTIONED
            ]
    for kind, found in ((NOT_MENTIONED, absent), (PARTLY_MENTIONED, partly)):
        for measure, text in found[:1]:
            cells = dict.fromkeys(one.source.at("follow_ups").cell for one, _ in found[1:])
            others = f" และอีก {len(found) - 1} รายการ (ช่อง {' '.join(cells)})" if len(found) > 1 else ""
            yield kind.at(measure.source.at("follow_ups"), shortened(text), number=measure.indicator, others=others)


def _of_other_rows(rows: _Rows, wording: Mapping[str, _Pieces], followed: Mapping[int, _Pieces]) -> Iterator[Problem]:
    """Follow-ups that repeat a measure of another indicator and have nothing of their own: they are in a wrong row."""
    actions = [(number, action) for number, measures in rows.items() for one in measures for action in one.actions]
    for number, measures in rows.items():
        own = (action for measure in measures for action in measure.actions)
        if followed[number] and not any(share_of(wording[one], followed[number]) >= _TOUCHED for one in own):
            repeated = (pair for pair in actions if share_of(wording[pair[1]], followed[number]) >= _REPEATED)
            for other, action in islice(repeated, 1):
                yield OF_ANOTHER.at(measures[0].source.at("follow_ups"), shortened(action), number=number, other=other)


def share_of(pieces: _Pieces, followed: _Pieces) -> float:
    """How much of a text's wording the follow-ups share, of 1; all of a text that is too short to tell."""
    return len(pieces & followed) / len(pieces) if pieces else 1


def pieces_of(text: str) -> _Pieces:
    """All runs of six characters in a text, without spaces (they part no words in Thai) and remarks in parentheses."""
    plain = "".join(_PARENTHESES.sub("", text).split())
    return {plain[start : start + _PIECE] for start in range(len(plain) - _PIECE + 1)}
