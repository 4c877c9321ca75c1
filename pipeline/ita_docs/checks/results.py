"""Checks of the result: totals and level as the year's rules give them, and what texts say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ita_docs import thai
from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding, level
from ita_docs.checks.cells import Cell, texts_of
from ita_docs.checks.office import assessor
from ita_docs.checks.own_texts import of_result, weighted
from ita_docs.checks.scores import CONFIRM, is_tiny, unless_confirmed
from ita_docs.checks.years import compared_years
from ita_docs.framework.load import load, nearest
from ita_docs.framework.model import Framework, Level
from ita_docs.framework.scores import SCORE_OF_A_YEAR, FullMark, half_up
from ita_docs.model import AnalysisForm, Layout, Submission
from officefiles.problems import Kind, Problem, Severity

TOTAL_OFF = Kind(
    "total-off",
    "คะแนนรวมที่ประกาศ {found} ไม่ตรงกับที่คำนวณได้ {computed} (ต่างกัน {difference})",
    f"ตรวจสอบคะแนนรวมและคะแนนรายตัวชี้วัดกับประกาศของ{{assessor}} {CONFIRM}",
    "คะแนนรวมที่ประกาศต่างจากคะแนนที่คำนวณจากตัวชี้วัดมากกว่าที่เกิดจากการปัดเศษ (0.01 เมื่อใช้ทศนิยม 2 ตำแหน่ง)",
)
TOTAL_NEAR = Kind(
    "total-near",
    "คะแนนรวมที่ประกาศ {found} ต่างจากที่คำนวณได้ {computed} เพียง {difference} จากการปัดเศษ",
    "ไม่ต้องแก้ไข เอกสารใช้คะแนนที่ประกาศ",
    "คะแนนรวมที่ประกาศต่างจากคะแนนที่คำนวณเพียงที่เกิดจากการปัดเศษ (ไม่เกิน 0.01 เมื่อใช้ทศนิยม 2 ตำแหน่ง)",
    Severity.NOTE,
)
INSTRUMENT_OFF = Kind(
    "instrument-off",
    "คะแนน {code} ที่ประกาศ {found} ไม่ตรงกับที่คำนวณได้ {computed} (ต่างกัน {difference})",
    "ตรวจสอบคะแนน {code} และคะแนนรายตัวชี้วัดกับประกาศของ{assessor}",
    "คะแนนรายเครื่องมือที่ประกาศต่างจากค่าเฉลี่ยของตัวชี้วัดมากกว่าที่เกิดจากการปัดเศษ (0.01 เมื่อใช้ทศนิยม 2 ตำแหน่ง)",
    Severity.WARNING,
)
LEVEL_OF_ANOTHER_YEAR = Kind(
    "level-of-another-year",
    "ไม่มีระดับ “{found}” ในเกณฑ์ของปีงบประมาณ พ.ศ. {year}",
    f"ระดับของปีนี้ ได้แก่ {{levels}} คะแนนรวม {{total}} อยู่ในระดับ {{level}} {CONFIRM}",
    "ระดับที่ประกาศไม่ใช่ระดับตามเกณฑ์ของปีที่ประเมิน",
)
LEVEL_WRONG = Kind(
    "level-wrong",
    "ระดับที่ประกาศคือ “{found}” แต่คะแนนรวม {total} อยู่ในระดับ “{level}” ตามเกณฑ์ของปีงบประมาณ พ.ศ. {year}{why}",
    f"ตรวจสอบระดับและคะแนนกับประกาศของ{{assessor}} {CONFIRM}",
    "ระดับที่ประกาศไม่ตรงกับคะแนนตามเกณฑ์ของปีที่ประเมิน",
)
STRENGTHS_AS_WEAKNESSES = Kind(
    "strengths-as-weaknesses",
    "รูปแบบรายการเดียวตามถ้อยคำที่เลือกเรียกทุกตัวชี้วัดว่าจุดอ่อน แต่ตัวชี้วัดที่ {found} ได้คะแนนตั้งแต่ {goal} ขึ้นไป ซึ่งเป็นจุดแข็ง",
    "เลือกรูปแบบบทวิเคราะห์เป็น “แยกจุดแข็งและจุดอ่อน” หรือเลือกถ้อยคำมาตรฐาน",
    "บทวิเคราะห์รวมตัวชี้วัดที่ถึงเป้าหมายไว้ในรายการจุดอ่อน",
    Severity.WARNING,
)
ONE_LIST_BY_TOPICS = Kind(
    "one-list-by-topics",
    "เลือก “รายการเดียว” แต่เอกสารจัดตามประเด็น บทวิเคราะห์จึงเรียงตามประเด็น และไม่ใช้รายการเดียว",
    "ไม่ต้องแก้ไข ถ้าต้องการรายการเดียว ให้เลือกจัดเอกสารตามตัวชี้วัด",
    "เลือกรูปแบบรายการเดียวกับเอกสารที่จัดตามประเด็น ซึ่งไม่มีผล",
    Severity.NOTE,
)
STRENGTH_CALLED_WEAKNESS = Kind(
    "strength-called-weakness",
    "ข้อความของตัวชี้วัดที่ {number} เรียกว่า “{found}” แต่ได้คะแนน {score} ซึ่งถึงเป้าหมาย {goal} แล้ว",
    "แก้ข้อความให้ตรงกับคะแนน",
    "ข้อความที่หน่วยงานเขียนเองเรียกตัวชี้วัดที่ถึงเป้าหมายว่าจุดอ่อน",
    Severity.WARNING,
)
SCORE_ELSEWHERE = Kind(
    "score-elsewhere",
    "คะแนน {found} ในข้อความไม่ตรงกับคะแนนใดในชีตคะแนน",
    "ตรวจสอบคะแนนในข้อความ{expected}",
    "คะแนนที่พิมพ์ในข้อความวิเคราะห์ไม่ตรงกับชีตคะแนน",
    Severity.WARNING,
)

_GOT = re.compile(
    r"(?<!ให้)(?<!จะ)(?<!ควร)ได้(?:รับ|ค่า|ผล|คะแนน|การประเมิน|รวม|เฉลี่ย|ภาพรวม|เท่ากับ|ร้อยละ|\s)*"
    r"([0-9]{1,3}(?:\.[0-9]+)?)\s*คะแนน(?!เต็ม|ขึ้นไป|\s*ขึ้นไป)"
)
"""A score that the office is said to have got."""
_REMARKED = re.compile(
    r"คะแนน(?:ปีก่อน|ปีนี้|ที่ได้|ประเมิน|ตัวชี้วัดนี้|รวม|เฉลี่ย|ไว้|เท่ากับ|คือ|\s)*([1-9][0-9]{1,2}\.[0-9]{2})(?![0-9.])"
    r"|(?<![0-9.])([1-9][0-9]{1,2}\.[0-9]{2})\s*คะแนน"
)
"""A score beside a measure, which is one of the assessment unless it says of what else it is."""
_OTHER_SCORES = re.compile(
    "อบรม|ทดสอบ|พึงพอใจ|สอบถาม|ความรู้|เต็ม|ร้อยละ|การสอบ|ข้อสอบ|รายวิชา|ผลการเรียน|LPA|PMQA|KPI|มาตรฐาน"
    "|เป้า|น้อยกว่า|ต่ำกว่า|ขึ้นไป|ตั้งแต่|ให้ได้|เกณฑ์|ปี(?:งบประมาณ)? ?(?:พ[.]ศ[.] ?)?[2๒][5๕]"
)
_WEAKNESS = re.compile("จุดอ่อน|ข้อบกพร่อง")


def _wrong_instruments(findings: Findings, framework: Framework) -> list[InstrumentFinding]:
    return [one for one in findings.instruments if one.score.difference > framework.rounding.step]


def _untold(submission: Submission) -> bool:
    """True where a score is no score, a problem of its own: what it makes of totals is not told as well."""
    return is_tiny(submission.published.total) or any(is_tiny(row.score) for row in submission.scores)


def check_instruments(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """Published scores of instruments lie no more than a rounding away from those computed."""
    for one in () if _untold(submission) else _wrong_instruments(findings, framework):
        place = submission.published.source.at(one.code)
        yield INSTRUMENT_OFF.at(
            place, code=one.code, assessor=assessor(submission, framework), **_figures(one.score, framework)
        )


def check_total(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """The published total lies no more than a rounding away from that of the instruments.

    Where an instrument's published score is wrong, a total that agrees with the computed ones is not reported as well.
    """
    total, place = findings.total, submission.published.source.at("total")
    if _untold(submission):
        return
    if _wrong_instruments(findings, framework):
        total = replace(total, computed=_computed_total(findings, framework))
    if total.difference > framework.rounding.step:
        problem = TOTAL_OFF.at(place, assessor=assessor(submission, framework), **_figures(total, framework))
        yield unless_confirmed(problem, submission)
    elif total.difference:
        yield TOTAL_NEAR.at(place, **_figures(total, framework))


def _figures(figure: Figure, framework: Framework) -> dict[str, str]:
    form = framework.rounding.format(FullMark.LONG)
    return {
        "found": form.text(figure.used),
        "computed": form.text(figure.computed),
        "difference": form.text(figure.difference),
    }


def check_level(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """The published level is one of the year's, and the one that the total earns."""
    own, place = submission.published.level, submission.published.source.at("level")
    if not own or _untold(submission):
        return
    earned, total = findings.earned.name, framework.rounding.format().text(findings.total.used)
    steps = {step.name: step for step in framework.levels.steps}
    if own not in steps:
        problem = LEVEL_OF_ANOTHER_YEAR.at(
            place, own, year=framework.year, levels=" ".join(steps), total=total, level=earned
        )
        yield unless_confirmed(problem, submission)
    elif own not in (earned, _level_beside(findings, framework)):
        said = {"why": _too_low(findings, steps[own], framework), "assessor": assessor(submission, framework)}
        problem = LEVEL_WRONG.at(place, own, total=total, level=earned, year=framework.year, **said)
        yield unless_confirmed(problem, submission)


def _too_low(findings: Findings, step: Level, framework: Framework) -> str:
    """Which instruments do not reach what the level asks of each; empty where all do."""
    text = framework.rounding.format().text
    low = [one for one in findings.instruments if one.score.used < step.instrument_minimum]
    scores = ", ".join(f"{one.code} {text(one.score.used)}" for one in low)
    return f" ระดับ “{step.name}” ทุกเครื่องมือต้องได้ {text(step.instrument_minimum)} ขึ้นไป แต่คะแนน {scores}" if low else ""


def _level_beside(findings: Findings, framework: Framework) -> str:
    """The level of the computed scores where a published one is wrong (a problem of its own), else none."""
    if findings.total.difference <= framework.rounding.step and not _wrong_instruments(findings, framework):
        return ""
    instruments = [one.score.computed for one in findings.instruments]
    return level(framework.levels, _computed_total(findings, framework), instruments).name


def _computed_total(findings: Findings, framework: Framework) -> Decimal:
    """The total of the computed instrument scores, whatever was published of them."""
    weighted = (one.score.computed * one.weight for one in findings.instruments)
    return framework.rounding.rounded(sum(weighted, Decimal(0)))


def check_strengths(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """No indicator at or above the goal is called a weakness."""
    goal = framework.goal.score
    strong = {score.indicator: score.score for score in submission.scores if score.score >= goal}
    one_list = submission.settings.analysis_form is AnalysisForm.ONE_LIST
    words = framework.phrases_called(submission.settings.phrases).summary.one_list
    if one_list and submission.settings.layout is Layout.TOPICS and load(nearest(submission.fiscal_year)).topics:
        yield ONE_LIST_BY_TOPICS.at(submission.source.at("analysis_form"))
    elif one_list and strong and _WEAKNESS.search(words):
        numbers = ", ".join(str(number) for number in sorted(strong))
        yield STRENGTHS_AS_WEAKNESSES.at(submission.source.at("analysis_form"), numbers, goal=goal)
    for override in submission.overrides:
        word = _WEAKNESS.search(override.text)
        if word and override.key.isdecimal() and int(override.key) in strong:
            score = framework.rounding.format().text(strong[int(override.key)])
            yield STRENGTH_CALLED_WEAKNESS.at(
                override.source.at("text"), word[0], number=override.key, score=score, goal=goal
            )


def check_scores_in_texts(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """A score typed in a text of the office's own, or in the order's reason, is one that stands on the sheet of scores
    too, rounded where it has fewer decimals. Where scores have no decimals, no number in a text is known for one."""
    known = {framework.goal.score, findings.total.used, findings.total.computed}
    for one in findings.instruments:
        known |= {one.score.used, one.score.computed, weighted(one, framework)}
    known |= set(submission.published.instruments.values()) | {
        end for step in framework.levels.steps for end in (step.minimum, step.minimum - framework.rounding.step)
    }
    known |= {question.score for question in submission.questions}
    by_number = {str(one.number): one for one in findings.indicators}
    own = {number: _scores_of(one) for number, one in by_number.items()}
    used = {one.code: one.score.used for one in findings.instruments}
    used |= {number: one.score for number, one in by_number.items()}
    every = known.union(*own.values())
    reason = submission.order.reason
    texts = [(one.key, one.text, one.source.at("text")) for one in submission.overrides]
    for key, text, place in (*texts, ("", reason, submission.order.source.at("reason"))):
        hint = f" คะแนนของตัวชี้วัดนี้คือ {by_number[key].score}" if key in own else ""
        allowed = known | own[key] if key in own else every
        if key:
            is_typed = key in by_number and by_number[key].previous is not None
            allowed = allowed | _compared(text, used.get(key, findings.total.used), framework, is_typed=is_typed)
        for typed in dict.fromkeys(_typed_scores(text, framework, is_own=bool(key))):
            if not any(half_up(score, len(typed.partition(".")[2])) == Decimal(typed) for score in allowed):
                yield SCORE_ELSEWHERE.at(place, typed, expected=hint)
    for cell in _beside_measures(submission) if framework.rounding.decimals else ():
        for match in _REMARKED.finditer(thai.arabic_digits(cell.text)):
            typed = match[1] or match[2]
            if Decimal(typed) not in every and not _OTHER_SCORES.search(cell.text):
                yield SCORE_ELSEWHERE.at(cell.place, typed, expected="")


def _beside_measures(submission: Submission) -> Iterator[Cell]:
    """The texts of the measures, and of what came of last year's, that speak of scores."""
    for row in (*submission.measures, *submission.results):
        yield from (cell for cell in texts_of(row) if "คะแนน" in cell.text and "." in cell.text)


def _compared(text: str, score: Decimal, framework: Framework, *, is_typed: bool) -> set[Decimal]:
    """The scores that a text says earlier years had, but last year's where the sheet has it (``is_typed``), and how far
    the ``score`` that the text is on lies from each."""
    plain, last = thai.arabic_digits(text), framework.year - 1
    years = compared_years(plain, framework.year) - {last} | (set() if is_typed else {last})
    earlier = {Decimal(at["score"]) for at in SCORE_OF_A_YEAR.finditer(plain) if int(at["year"] or last) in years}
    return earlier | {abs(score - before) for before in earlier}


def _typed_scores(text: str, framework: Framework, *, is_own: bool) -> Iterator[str]:
    """The scores in a text of the analysis; in any other, those said to be what the office got in the year assessed."""
    text, decimals = thai.arabic_digits(text), framework.rounding.decimals
    if decimals and is_own:
        yield from re.findall(rf"(?<![0-9.,])[0-9]{{1,3}}\.[0-9]{{{decimals}}}(?![0-9.])", text)
    yield from (match[1] for match in _GOT.finditer(text) if decimals and of_result(match, framework))


def _scores_of(one: IndicatorFinding) -> set[Decimal]:
    """The scores of an indicator in both years, and how far they lie apart."""
    return {one.score} if one.previous is None else {one.score, one.previous, abs(one.score - one.previous)}
