"""Checks of the sheet of scores: every indicator once, by its own name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ita_docs.framework.model import Framework, Indicator
from ita_docs.framework.words.lists import any_of
from ita_docs.model import ANALYSIS_PARTS, Submission
from officefiles.problems import Kind, Place, Problem, Severity

CONFIRM = "หากประกาศไว้เช่นนี้จริง ให้เลือก “ยืนยัน” ที่หัวข้อ “ยืนยันตามประกาศ” ในชีตข้อมูลทั่วไป"
"""What to do where the published figures break the rules: the office says that they are so."""

TINY = Kind(
    "score-tiny",
    "คะแนน {found} น้อยผิดปกติ น่าจะเป็นสัดส่วนของ 1 (ร้อยละที่ Excel เก็บเป็นทศนิยม)",
    f"พิมพ์คะแนนเต็ม 100 ตามประกาศ เช่น 87.50 แทน 0.875 {CONFIRM}",
    "คะแนนมากกว่า 0 แต่ไม่เกิน 1 ซึ่งมักเกิดจากช่องแบบร้อยละ (Excel เก็บ 87% เป็น 0.87)",
)
OTHER_SCALE = Kind(
    "score-scale",
    "คะแนนทุกตัวชี้วัดในคอลัมน์นี้ไม่เกิน {most} ซึ่งมักเป็นคะแนนเต็ม 5 หรือ 10 ไม่ใช่คะแนนเต็ม 100",
    f"พิมพ์คะแนนเต็ม 100 ตามประกาศ เช่น 87.50 {CONFIRM}",
    "คะแนนทุกตัวชี้วัดไม่เกิน 10 ซึ่งมักเป็นคะแนนเต็ม 5 หรือ 10",
)
SAME_AS_LAST = Kind(
    "scores-same-as-last-year",
    "คะแนนปีก่อนเท่ากับคะแนนของปีที่นำมาวิเคราะห์ {count} ตัวชี้วัด",
    "ตรวจสอบว่าคัดลอกคะแนนผิดคอลัมน์ หรือยังไม่ได้พิมพ์คะแนนของปีใหม่",
    "คะแนนปีก่อนกับคะแนนของปีที่นำมาวิเคราะห์เท่ากันตั้งแต่ 4 ตัวชี้วัดขึ้นไป ไม่นับคะแนนเต็ม",
    Severity.WARNING,
)
SERIES = Kind(
    "scores-in-series",
    "คะแนนตั้งแต่ช่องนี้เพิ่มขึ้นแถวละ {step} ติดต่อกัน {count} แถว ซึ่งมักเกิดจากการลากช่องใน Excel",
    "ตรวจสอบคะแนนทุกแถวกับประกาศ แล้วพิมพ์คะแนนของแต่ละตัวชี้วัด",
    "คะแนนเรียงเป็นลำดับห่างกัน 1 หลายแถวติดต่อกัน เพราะลากช่องใน Excel แทนการคัดลอก",
    Severity.WARNING,
)
ALIKE = Kind(
    "scores-alike",
    "คะแนนตั้งแต่ช่องนี้เท่ากันติดต่อกัน {count} แถว ซึ่งมักเกิดจากการคัดลอกช่องลงมา",
    "ตรวจสอบคะแนนทุกแถวกับประกาศ แล้วพิมพ์คะแนนของแต่ละตัวชี้วัด",
    "คะแนนเท่ากันหลายแถวติดต่อกัน ซึ่งไม่ใช่คะแนนเต็ม เพราะคัดลอกช่องลงมา",
    Severity.WARNING,
)
MISSING = Kind(
    "indicator-missing",
    "ไม่มีคะแนนของตัวชี้วัดที่ {number} {name}",
    "เพิ่มแถวของตัวชี้วัดนี้ในชีตคะแนน",
    "ชีตคะแนนมีตัวชี้วัดไม่ครบ",
)
TWICE = Kind(
    "indicator-twice",
    "ตัวชี้วัดที่ {found} มีมากกว่าหนึ่งแถว",
    "เหลือไว้เพียงแถวเดียว หรือแก้เลขที่ตัวชี้วัดให้ถูกต้อง",
    "ชีตคะแนนมีตัวชี้วัดเดียวกันมากกว่าหนึ่งแถว",
)
UNKNOWN = Kind(
    "indicator-unknown",
    "ไม่มีตัวชี้วัดที่ {found} ในเกณฑ์ของปีงบประมาณ พ.ศ. {year}",
    "แก้เลขที่ตัวชี้วัดเป็น 1 ถึง {last}",
    "เลขที่ตัวชี้วัดไม่มีในเกณฑ์ของปีที่นำคะแนนมาวิเคราะห์",
)
NAME_OF_ANOTHER = Kind(
    "indicator-name-of-another",
    "“{found}” เป็นชื่อของตัวชี้วัดที่ {other} แต่อยู่ในแถวของตัวชี้วัดที่ {number}",
    "ตรวจสอบเลขที่ ชื่อ และคะแนนของแถวนี้ให้ตรงกัน",
    "ชื่อตัวชี้วัดไม่ตรงกับเลขที่ตัวชี้วัด",
)
OTHER_NAME = Kind(
    "indicator-other-name",
    "ชื่อตัวชี้วัดที่ {number} “{found}” ไม่ตรงกับเกณฑ์ของปีงบประมาณ พ.ศ. {year}",
    "ชื่อตามเกณฑ์คือ “{name}”",
    "ชื่อตัวชี้วัดในชีตคะแนนต่างจากชื่อตามเกณฑ์ของปีที่ประเมิน",
    Severity.WARNING,
)
TWO_FORMS = Kind(
    "indicator-two-forms",
    "ชื่อตัวชี้วัดที่ {number} เขียนว่า “{found}” แต่ชีตคะแนนเขียนว่า “{name}”",
    "ใช้ชื่อเดียวกันทั้งชุด ชื่อตามเกณฑ์ของปีที่ประเมินคือ “{official}”",
    "ชื่อตัวชี้วัดในชีตมาตรการหรือข้อความวิเคราะห์ไม่ตรงกับชีตคะแนน",
    Severity.WARNING,
)
TEXT_TWICE = Kind(
    "analysis-text-twice",
    "มีข้อความวิเคราะห์ของ “{found}” มากกว่าหนึ่งแถว เอกสารจะพิมพ์เพียงแถวเดียว",
    "รวมข้อความไว้ในแถวเดียว หรือแก้เลขที่ตัวชี้วัดหรือหัวข้อให้ถูกต้อง",
    "ชีตข้อความวิเคราะห์มีตัวชี้วัดหรือหัวข้อเดียวกันมากกว่าหนึ่งแถว",
)
SCORE_JUMP = Kind(
    "score-jump",
    "คะแนนตัวชี้วัดที่ {number} เปลี่ยนจาก {previous} ในปีก่อนเป็น {found} ซึ่งต่างกันมากผิดปกติ",
    "ตรวจสอบว่าพิมพ์คะแนนทั้งสองปีถูกต้อง",
    "คะแนนต่างจากปีก่อนเกิน 30 คะแนน",
    Severity.NOTE,
)

_FEWEST_ROWS = 5
"""Rows of scores of which it is no chance that all are alike."""
_FULL = 100
_SERIES = 4
"""Rows of scores, each one more than the one before, that are no chance."""
_MOST_OF_OTHER_SCALE = 10
_JUMP = Decimal(30)


def check_indicators(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Every indicator of the year has one row of scores, and no other number has."""
    known = {indicator.number: indicator for indicator in framework.indicators}
    seen: set[int] = set()
    for score in submission.scores:
        place = score.source.at("indicator")
        if score.indicator not in known:
            yield UNKNOWN.at(place, score.indicator, year=framework.year, last=max(known))
        elif score.indicator in seen:
            yield TWICE.at(place, score.indicator)
        seen.add(score.indicator)
    sheet = Place(submission.scores[0].source.sheet) if submission.scores else Place()
    for number, indicator in known.items():
        if number not in seen:
            yield MISSING.at(sheet, number=number, name=indicator.name)


def check_sizes(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """No score is a fraction of one: Excel keeps a percentage so."""
    published = submission.published
    found = [(row.source.at(name), getattr(row, name)) for row in submission.scores for name in ("score", "previous")]
    found += [(question.source.at("score"), question.score) for question in submission.questions]
    found += [(published.source.at(name), score) for name, score in published.instruments.items()]
    for place, score in [*found, (published.source.at("total"), published.total)]:
        if is_tiny(score):
            yield unless_confirmed(TINY.at(place, score), submission)


def check_columns(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The columns of scores: not out of 5 or 10, not one a copy of the other, not dragged down into a series."""
    rows = submission.scores
    if len(rows) < _FEWEST_ROWS:
        return
    for name in ("score", "previous"):
        column = [(row.source.at(name), score) for row in rows if (score := getattr(row, name)) is not None]
        if len(column) == len(rows) and 1 < (most := max(score for _, score in column)) <= _MOST_OF_OTHER_SCALE:
            yield unless_confirmed(OTHER_SCALE.at(column[0][0], most=most), submission)
        yield from _series(column)
    same = [row for row in rows if row.previous == row.score < _FULL]
    if len(same) >= _SERIES:
        yield SAME_AS_LAST.at(same[0].source.at("previous"), count=len(same))


def _series(column: Sequence[tuple[Place, Decimal]]) -> Iterator[Problem]:
    """Runs of scores that each is one more than the score before, or the same."""
    for step, kind in ((1, SERIES), (0, ALIKE)):
        start = 0
        for at in range(1, len(column) + 1):
            if at == len(column) or column[at][1] - column[at - 1][1] != step:
                if at - start >= _SERIES and (step or column[start][1] < _FULL):
                    yield kind.at(column[start][0], step=step, count=at - start)
                start = at


def is_tiny(score: Decimal | None) -> bool:
    """True for a fraction of one, which no score is."""
    return score is not None and 0 < score <= 1


def unless_confirmed(problem: Problem, submission: Submission) -> Problem:
    """``problem``, or where the office confirms what was published, a warning of it."""
    return replace(problem, severity=Severity.WARNING) if submission.published.confirmed else problem


def check_indicator_names(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """The names on the sheet of scores are the year's, beside their own numbers."""
    owners = {name: indicator for indicator in framework.indicators for name in indicator.names}
    official = {indicator.number: indicator.name for indicator in framework.indicators}
    for score in submission.scores:
        place, name = score.source.at("name"), official.get(score.indicator)
        owner = owners.get(score.name)
        if owner and name and owner.number != score.indicator:
            yield NAME_OF_ANOTHER.at(place, score.name, number=score.indicator, other=owner.number)
        elif name and score.name and score.name != name:
            yield OTHER_NAME.at(place, score.name, number=score.indicator, name=name, year=framework.year)


def check_one_form(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Indicators are named elsewhere as on the sheet of scores."""
    typed = {score.indicator: score.name for score in submission.scores}
    owners = {name: one.number for one in framework.indicators for name in one.names}
    for indicator in framework.indicators:
        own = typed.get(indicator.number, "")
        chosen = own if own in indicator.names else indicator.name
        values = {"number": indicator.number, "name": chosen, "official": indicator.name}
        for measure in submission.measures:
            name = measure.indicator_name
            if measure.indicator == indicator.number and name and name not in (own, chosen):
                place, other = measure.source.at("indicator_name"), owners.get(name, indicator.number)
                if other == indicator.number:
                    yield TWO_FORMS.at(place, name, **values)
                else:
                    problem = NAME_OF_ANOTHER.at(place, name, number=indicator.number, other=other)
                    yield replace(problem, severity=Severity.WARNING)
        for override in submission.overrides:
            if not override.key.isdecimal():
                for name in _forms(indicator, override.text):
                    if name not in (own, chosen):
                        yield TWO_FORMS.at(override.source.at("text"), name, **values)


def check_one_text(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The office words each part of the analysis once."""
    seen: set[str] = set()
    for override in submission.overrides:
        if override.key in seen:
            yield TEXT_TWICE.at(override.source.at("key"), ANALYSIS_PARTS.get(override.key, override.key))
        seen.add(override.key)


def _forms(indicator: Indicator, text: str) -> Iterable[str]:
    """The spellings of an indicator's name that a text holds; a longer one is not taken for one it begins with."""
    return dict.fromkeys(re.findall(any_of(indicator.names), text))


def check_changes(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Scores do not leap from last year's."""
    form = framework.rounding.format()
    for score in submission.scores:
        if score.previous is None or is_tiny(score.score) or is_tiny(score.previous):
            continue
        if abs(score.score - score.previous) > _JUMP:
            yield SCORE_JUMP.at(
                score.source.at("score"),
                form.text(score.score),
                number=score.indicator,
                previous=form.text(score.previous),
            )
