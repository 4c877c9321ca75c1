"""Checks of what texts of the analysis say of all scores together: the total, whole instruments, every indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ita_docs import thai
from ita_docs.analysis import Findings, IndicatorFinding
from ita_docs.checks.own_texts import CHANGE, of_result
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import any_of
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

OVERALL = Kind(
    "overall-elsewhere",
    "“{found}” ไม่ตรงกับชีตคะแนน {why}",
    "แก้ข้อความให้ตรงกับคะแนน หรือตรวจสอบคะแนนและคะแนนปีก่อนในชีตคะแนน",
    "ข้อความวิเคราะห์กล่าวถึงคะแนนรวม เครื่องมือ หรือทุกตัวชี้วัด ไม่ตรงกับชีตคะแนน เช่น คะแนนรวมลดลงจากปีก่อน ทั้งที่เพิ่มขึ้น",
    Severity.WARNING,
)

_TOTAL = "คะแนนรวม"
_SURE = Decimal("0.5")
"""So far two totals must lie apart: last year's is computed, and may have been published a little otherwise."""
_NEAR = 60
_OF_SOME = "ตัวชี้วัด|ข้อคำถาม|ข้อ [ieo][0-9]|ผู้ตอบ|ผู้รับบริการ|ร้องเรียน|งบประมาณ"
"""What else may have risen or fallen."""
_EVERY = re.compile(
    r"(?P<first>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)(?:ใน)?ทุกตัวชี้วัด|ทุกตัวชี้วัด(?:ได้|มี)?คะแนน(?P<last>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)"
)
_REACHED = re.compile(
    r"ไม่มีตัวชี้วัดใด(?:ที่)?(?:ได้)?(?:รับ)?(?:คะแนน)?(?:ต่ำกว่า|ไม่ถึง)(?:ค่า)?เป้าหมาย"
    r"|ทุกตัวชี้วัด(?:ได้|มี)?(?:คะแนน)?(?:ผ่าน|ถึง|สูงกว่า|เกิน|ตั้งแต่|ไม่ต่ำกว่า|ไม่น้อยกว่า)(?:ค่า)?(?:เป้าหมาย|\s*(?P<than>[0-9]{2,3}(?:\.[0-9]+)?))"
)
_FULL = re.compile(r"คะแนนเต็ม\s*(?:100)?\s*(?:คะแนน)?[^0-9\n]{0,15}?([0-9]{1,2})\s*ตัวชี้วัด")
_HUNDRED = 100


def check_overall(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """What the texts of the office's own on the whole result say of it."""
    number = framework.rounding.format().text
    scores = {one.code: one.score.used for one in findings.instruments} | {_TOTAL: findings.total.used}
    before = _before(findings, framework)
    some = re.compile(f"{_OF_SOME}|{any_of(name for one in framework.indicators for name in one.names)}")
    codes = any_of(one.code for one in findings.instruments)
    for override in submission.overrides:
        place, text = override.source.at("text"), thai.arabic_digits(override.text)
        if override.key.isdecimal():
            continue
        for match in CHANGE.finditer(text):
            said = text[max(match.start() - _NEAR, 0) : match.start()].rpartition("\n")[2]
            named = [*dict.fromkeys(re.findall(codes, said))] or [override.key if override.key in scores else _TOTAL]
            is_before = match["year"] in (None, str(framework.year - 1))
            if len(named) > 1 or named[0] not in before or not is_before or some.search(said):
                continue
            then, now = before[named[0]], scores[named[0]]
            if abs(now - then) >= _SURE and (now < then if match["more"] else now > then):
                name = named[0] if named[0] == _TOTAL else f"คะแนน {named[0]}"
                why = f"เพราะ{name} ปีก่อน {number(then)} ปีนี้ {number(now)}"
                yield OVERALL.at(place, match[0], why=why)
        for found, why in _of_every(text, framework, findings):
            yield OVERALL.at(place, found, why=why)
        for match in re.finditer(rf"({codes})[^\n0-9,]{{0,20}}?คะแนน(สูง|ต่ำ)(?:ที่)?สุด(?!ใน)", text):
            pick = max if match[2] == "สูง" else min
            best = pick(findings.instruments, key=lambda one: one.score.used)
            if scores[match[1]] != best.score.used and of_result(match, framework):
                yield OVERALL.at(
                    place, match[0], why=f"เพราะเครื่องมือที่ได้คะแนน{match[2]}ที่สุดคือ {best.code} {number(best.score.used)}"
                )


def _of_every(text: str, framework: Framework, findings: Findings) -> Iterator[tuple[str, str]]:
    """What is said of every indicator, and the one that is otherwise."""
    number = framework.rounding.format().text
    for match in _EVERY.finditer(text):
        rose = (match["first"] or match["last"]) in ("เพิ่มขึ้น", "สูงขึ้น")
        changed = [(one, one.change) for one in findings.indicators if one.change is not None]
        if other := next((one for one, change in changed if (change <= 0 if rose else change >= 0)), None):
            yield match[0], f"เพราะ{_said(other, number(other.score))} ปีก่อน {number(other.score - (other.change or 0))}"
    for match in _REACHED.finditer(text):
        least = Decimal(match["than"] or framework.goal.score)
        below = next((one for one in findings.indicators if one.score < least), None)
        if below and of_result(match, framework):
            yield match[0], f"เพราะ{_said(below, number(below.score))}"
    for match in _FULL.finditer(text):
        count = sum(one.score == _HUNDRED for one in findings.indicators)
        if int(match[1]) != count and of_result(match, framework):
            yield match[0], f"ซึ่งมี {count} ตัวชี้วัด"


def _said(one: IndicatorFinding, score: str) -> str:
    return f"ตัวชี้วัดที่ {one.number} ได้ {score}"


def _before(findings: Findings, framework: Framework) -> Mapping[str, Decimal]:
    """Last year's scores of the instruments whose indicators all have one, and the total where all instruments do."""
    before: dict[str, Decimal] = {}
    for one in findings.instruments:
        scores = [indicator.previous for indicator in findings.indicators if indicator.instrument == one.code]
        known = [score for score in scores if score is not None]
        if known and len(known) == len(scores):
            before[one.code] = framework.rounding.rounded(sum(known, Decimal(0)) / len(known))
    if len(before) == len(findings.instruments):
        total = sum((before[one.code] * one.weight for one in findings.instruments), Decimal(0))
        before[_TOTAL] = framework.rounding.rounded(total)
    return before
