"""Checks of the scores of single questions, where an office gives them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_docs.framework.model import Framework, Instrument
from ita_docs.model import QuestionScore, Submission
from officefiles.problems import Kind, Problem, Severity

QUESTIONS_OFF = Kind(
    "questions-off",
    "คะแนนเฉลี่ยรายข้อของตัวชี้วัดที่ {number} คือ {computed} แต่ชีตคะแนนเป็น {found}",
    "ตรวจสอบคะแนนรายข้อและคะแนนของตัวชี้วัด",
    "คะแนนของตัวชี้วัดไม่เท่ากับค่าเฉลี่ยของคะแนนรายข้อที่กรอกครบ",
    Severity.WARNING,
)
QUESTION_UNKNOWN = Kind(
    "question-unknown",
    "ไม่มีข้อ {found} ในแบบวัดของปีงบประมาณ พ.ศ. {year}",
    "แก้รหัสข้อให้ตรงกับแบบวัดของปีที่ประเมิน",
    "รหัสข้อคำถามไม่มีในแบบวัดของปีที่ประเมิน",
    Severity.WARNING,
)
QUESTION_TWICE = Kind(
    "question-twice",
    "ข้อ {found} มีมากกว่าหนึ่งแถว",
    "เหลือไว้เพียงแถวเดียว หรือแก้รหัสข้อให้ถูกต้อง",
    "ชีตคะแนนรายข้อมีข้อเดียวกันมากกว่าหนึ่งแถว",
    Severity.WARNING,
)


def check_questions(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Questions are the year's, each once."""
    seen: set[str] = set()
    for question in submission.questions:
        place = question.source.at("code")
        if not any(_is_of(question, instrument) for instrument in framework.instruments):
            yield QUESTION_UNKNOWN.at(place, question.code, year=framework.year)
        elif question.code in seen:
            yield QUESTION_TWICE.at(place, question.code)
        seen.add(question.code)


def _is_of(question: QuestionScore, instrument: Instrument) -> bool:
    """True where a question is one of the instrument's, whose numbers may not be known."""
    run, number = instrument.questions, instrument.question(question.code)
    return number is not None and (not run.last or run.first <= number <= run.last)


def check_question_means(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """An indicator's score is the mean of its questions, where all of them are given."""
    rounding = framework.rounding
    given = {question.code: question.score for question in submission.questions}
    scores = {score.indicator: score for score in submission.scores}
    for instrument in framework.instruments:
        for indicator in instrument.indicators:
            run, row = indicator.questions, scores.get(indicator.number)
            codes = [f"{instrument.prefix}{number}" for number in range(run.first, run.last + 1)] if run.last else []
            if not codes or not row or not given.keys() >= set(codes):
                continue
            mean = rounding.rounded(sum((given[code] for code in codes), Decimal(0)) / len(codes))
            if abs(mean - row.score) > rounding.step:
                found = rounding.format().text(row.score)
                yield QUESTIONS_OFF.at(row.source.at("score"), found, number=indicator.number, computed=mean)
