"""Checks of what the office words for itself in the analysis: of the right indicator, and what the figures say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_docs import thai
from ita_docs.analysis import Findings, InstrumentFinding
from ita_docs.checks.cells import shortened
from ita_docs.framework.load import level_names
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import any_of
from ita_docs.model import Override, Submission
from officefiles.problems import Kind, Place, Problem, Severity

OF_ANOTHER = Kind(
    "analysis-of-another-indicator",
    "ข้อความของตัวชี้วัดที่ {number} ขึ้นต้นด้วยตัวชี้วัดอื่น คือ “{found}”",
    "ตรวจสอบว่าวางข้อความผิดแถวหรือไม่",
    "ข้อความวิเคราะห์หรือมาตรการของตัวชี้วัดหนึ่งขึ้นต้นด้วยเลขที่หรือชื่อของตัวชี้วัดอื่น เพราะวางผิดแถว",
    Severity.WARNING,
)
LEVEL_ELSEWHERE = Kind(
    "level-elsewhere",
    "ข้อความระบุว่า “{found}” แต่ผลการประเมินอยู่ในระดับ {level}",
    "แก้ระดับในข้อความ หรือตรวจสอบคะแนนและระดับที่ประกาศ",
    "ระดับผลการประเมินที่พิมพ์ในข้อความวิเคราะห์ไม่ตรงกับคะแนน",
    Severity.WARNING,
)
EXTREME_ELSEWHERE = Kind(
    "extreme-elsewhere",
    "ข้อความระบุว่า “{found}” แต่ตัวชี้วัดที่ได้คะแนน{extreme}สุดคือ {name} ({score})",
    "ตรวจสอบว่าเป็นข้อความที่ค้างมาจากปีก่อนหรือไม่ แล้วแก้ให้ตรงกับคะแนน",
    "ตัวชี้วัดที่ข้อความวิเคราะห์เรียกว่าได้คะแนนสูงสุดหรือต่ำสุดไม่ตรงกับชีตคะแนน",
    Severity.WARNING,
)
WEAKNESS_CALLED_STRENGTH = Kind(
    "weakness-called-strength",
    "ข้อความของตัวชี้วัดที่ {number} เรียกว่า “{found}” แต่ได้คะแนน {score} ซึ่งต่ำกว่าเป้าหมาย {goal}",
    "แก้ข้อความให้ตรงกับคะแนน",
    "ข้อความที่หน่วยงานเขียนเองเรียกตัวชี้วัดที่ต่ำกว่าเป้าหมายว่าจุดแข็ง และไม่กล่าวถึงจุดอ่อน",
    Severity.WARNING,
)
SCORE_OF_ANOTHER = Kind(
    "score-of-another",
    "“{found}” แต่คะแนนของ “{name}” คือ {score}",
    "ตรวจสอบว่าคะแนนสลับกันหรือไม่ แล้วแก้ให้ตรงกับชีตคะแนน",
    "ข้อความวิเคราะห์ระบุชื่อตัวชี้วัดหรือเครื่องมือหนึ่งกับคะแนนของอีกตัวหนึ่ง",
    Severity.WARNING,
)
CHANGE_ELSEWHERE = Kind(
    "change-elsewhere",
    "ข้อความของตัวชี้วัดที่ {number} ระบุว่า “{found}” แต่คะแนนปีก่อนคือ {previous} และคะแนนปีนี้คือ {score}",
    "แก้ข้อความให้ตรงกับคะแนนทั้งสองปี",
    "ข้อความวิเคราะห์บอกว่าคะแนนเพิ่มขึ้นหรือลดลงจากปีก่อน ซึ่งตรงข้ามกับชีตคะแนน",
    Severity.WARNING,
)
COUNT_ELSEWHERE = Kind(
    "count-elsewhere",
    "ข้อความระบุว่า “{found}” แต่ชีตคะแนนมี {count} ตัวชี้วัด",
    "แก้จำนวนตัวชี้วัดให้ตรงกับชีตคะแนน",
    "จำนวนตัวชี้วัดที่เป็นจุดแข็งหรือจุดอ่อนในข้อความวิเคราะห์ไม่ตรงกับชีตคะแนน",
    Severity.WARNING,
)

_NUMBER = re.compile(r"(ตัวชี้วัดที่\s*0*([0-9]+))")
_STRENGTH = "จุดแข็ง"
_BUT_WEAK = re.compile("จุดอ่อน|จุดที่ควรพัฒนา|ปรับปรุง|พัฒนา|ต่ำกว่า|ไม่ใช่|มิใช่")
_OF_YEAR_BEFORE = re.compile("ปีก่อน|ปีที่ผ่านมา")
_NOT_ITS_OWN = "และ|กับ|หรือ|เป้าหมาย|ระดับ|เกณฑ์|รวม|เฉลี่ย|กว่า|ต่าง"
"""What parts the name of an indicator from a score that is not its own."""
_NEAR = 60
"""How many characters before a claim may say that it is of the year before."""
_YEAR = re.compile("25[0-9]{2}")
_WORD = re.compile("[A-Z]+")
CHANGE = re.compile(
    r"(?<!ไม่)(?<!ได้)(?P<more>เพิ่มขึ้น|สูงขึ้น|สูงกว่า)?(?(more)|(?P<less>ลดลง|ต่ำลง|ต่ำกว่า))(?:(?!และ|แต่|เป้าหมาย|เกณฑ์)[^\n]){0,30}?"
    r"ปี(?:ก่อน|ที่ผ่านมา|ที่แล้ว|(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*(?P<year>25[0-9]{2}))"
)
_OF_INDICATOR = re.compile(r"คะแนน(?:ของ)?ตัวชี้วัด(?:ที่\s*([0-9]{1,2})|นี้)[^\n0-9]{0,25}$")
_EXTREME = re.compile("เป็นตัวชี้วัดที่(?:ได้|มี)(?:รับ)?คะแนน(สูง|ต่ำ)(?:ที่)?(สุด)(?!(?:ใน|ของ|จาก|เป็นลำดับ))")
_COUNT = re.compile(
    r"(?P<side>จุดแข็ง|จุดอ่อน|ต่ำกว่าเป้าหมาย|ไม่ถึงเป้าหมาย|(?:ผ่าน|ถึง|สูงกว่า)(?:ค่า)?เป้าหมาย)"
    r"(?:(?!จุด|ด่วน)[^\n0-9]){0,20}(?P<count>[0-9]{1,2})\s*ตัวชี้วัด"
)


def check_places(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """A text or measure of one indicator does not begin with the number or the name of another."""
    numbers = {name: one.number for one in framework.indicators for name in one.names}
    names = re.compile(rf"(?:ตัวชี้วัด(?:ด้าน)?\s*)?[“\"]?({any_of(numbers)})(?=ได้|[^ก-๎]|$)")
    for override in submission.overrides:
        found = names.match(override.text)
        if found and override.key.isdecimal() and numbers[found[1]] != int(override.key):
            yield OF_ANOTHER.at(override.source.at("text"), found[1], number=override.key)
    texts = [(one.key, one.text, one.source.at("text")) for one in submission.overrides if one.key.isdecimal()]
    for measure in submission.measures:
        for field, items in (("actions", measure.actions), ("follow_ups", measure.follow_ups)):
            texts += [(str(measure.indicator), text, measure.source.at(field)) for text in items]
    for key, text, place in texts:
        if (led := _NUMBER.match(thai.arabic_digits(text))) and led[2] != key:
            yield OF_ANOTHER.at(place, led[1], number=key)


def check_claims(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """The level, the highest and lowest indicators, the strengths and the changes that texts name are those of the
    figures; of other years they may say otherwise. The order's reason may name the level too."""
    for override in submission.overrides:
        place = override.source.at("text")
        yield from _strengths(override, framework, findings)
        yield from _changes(override, framework, findings)
        yield from _levels(override.text, place, framework, findings)
        yield from _extremes(override, place, framework, findings)
        yield from _scores(override.text, place, framework, findings)
        if not any(one.code in (override.key, *_WORD.findall(override.text)) for one in framework.instruments):
            yield from _counts(override.text, place, framework, findings)
    yield from _levels(submission.order.reason, submission.order.source.at("reason"), framework, findings)


def of_result(found: re.Match[str], framework: Framework) -> bool:
    """True where a text speaks of the year assessed where something was found, or of no year."""
    before = found.string[: found.start()]
    years = _YEAR.findall(thai.arabic_digits(before if _YEAR.search(thai.arabic_digits(before)) else found.string))
    return (not years or years[-1] == str(framework.year)) and not _OF_YEAR_BEFORE.search(before[-_NEAR:])


def _strengths(override: Override, framework: Framework, findings: Findings) -> Iterator[Problem]:
    goal, score = framework.goal.score, framework.rounding.format().text
    for one in findings.indicators:
        is_weak = str(one.number) == override.key and one.score < goal
        if is_weak and _STRENGTH in override.text and not _BUT_WEAK.search(override.text):
            values = {"number": one.number, "score": score(one.score), "goal": goal}
            yield WEAKNESS_CALLED_STRENGTH.at(override.source.at("text"), _STRENGTH, **values)


def _changes(override: Override, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """An indicator said to have risen that fell, or the other way round."""
    text = framework.rounding.format().text
    for one in findings.indicators:
        is_own = str(one.number) == override.key and one.previous is not None
        found = CHANGE.search(thai.arabic_digits(override.text)) if is_own else None
        is_before = found and found["year"] in (None, str(framework.year - 1))
        if found and is_before and one.change is not None and (one.change <= 0 if found["more"] else one.change >= 0):
            values = {"number": one.number, "previous": text(one.score - one.change), "score": text(one.score)}
            yield CHANGE_ELSEWHERE.at(override.source.at("text"), found[0], **values)


def check_results(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """What results of measures say of the score of an indicator, that it rose or fell, is what the scores do."""
    number, by_number = framework.rounding.format().text, {one.number: one for one in findings.indicators}
    for row in submission.results:
        text = thai.arabic_digits(row.result)
        for found in CHANGE.finditer(text) if "คะแนน" in text else ():
            named = _OF_INDICATOR.search(text[: found.start()])
            one = by_number.get(int(named[1] or row.indicator)) if named else None
            if one is None or one.previous is None or one.change is None:
                continue
            is_before = found["year"] in (None, str(framework.year - 1))
            if is_before and (one.change <= 0 if found["more"] else one.change >= 0):
                values = {"number": one.number, "previous": number(one.previous), "score": number(one.score)}
                yield CHANGE_ELSEWHERE.at(row.source.at("result"), found[0], **values)


def _counts(text: str, place: Place, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """How many indicators of all are said to be strengths or weaknesses."""
    strong = sum(one.strength for one in findings.indicators)
    for match in _COUNT.finditer(thai.arabic_digits(text)):
        is_weak = match["side"] == "จุดอ่อน" or match["side"].startswith(("ต่ำ", "ไม่"))
        count = len(findings.indicators) - strong if is_weak else strong
        if int(match["count"]) != count and of_result(match, framework):
            yield COUNT_ELSEWHERE.at(place, text[slice(*match.span())], count=count)


def _scores(text: str, place: Place, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """An indicator or instrument beside the score of another."""
    right = {one.code: one.score.used for one in findings.instruments}
    own = {
        one.code: {one.score.used, one.score.computed, *one.parts.values(), weighted(one, framework)}
        for one in findings.instruments
    }
    for one, indicator in zip(findings.indicators, framework.indicators, strict=True):
        labels, change = (*indicator.names, f"ตัวชี้วัดที่ {one.number}"), one.change or Decimal(0)
        right |= dict.fromkeys(labels, one.score)
        own |= {key: {one.score, one.score - change, abs(change)} for key in labels}
    every = set[Decimal]().union(*own.values())
    label = any_of(own).replace("\\ ", r"\s*")
    gap = rf"(?:(?!{label}|{_NOT_ITS_OWN})[^\n0-9]){{0,30}}"
    pattern = re.compile(rf"({label}){gap}([0-9]{{1,3}}\.[0-9]+)(?![0-9.])")
    for match in pattern.finditer(thai.arabic_digits(text)):
        name = re.sub(r"(?<=ที่)\s*(?=[0-9])", " ", match[1])
        if Decimal(match[2]) in every - own[name] and of_result(match, framework):
            score = framework.rounding.format().text(right[name])
            yield SCORE_OF_ANOTHER.at(place, text[slice(*match.span())], name=name, score=score)


def weighted(one: InstrumentFinding, framework: Framework) -> Decimal:
    """What an instrument adds to the total, as texts print it."""
    return framework.rounding.rounded(one.weighted)


def _levels(text: str, place: Place, framework: Framework, findings: Findings) -> Iterator[Problem]:
    names = any_of({step.name for step in framework.levels.steps} | framework.made(level_names))
    pattern = rf"(?<!ให้)(?<!จะ)(?:อยู่ใน|อยู่ที่|ได้|ได้รับผล)ระดับ\s*[“\"]?({names})(?![A-Za-zก-๎])"
    for match in re.finditer(pattern, text):
        if match[1] not in (findings.earned.name, findings.level) and of_result(match, framework):
            yield LEVEL_ELSEWHERE.at(place, match[0], level=findings.level)


def _extremes(override: Override, place: Place, framework: Framework, findings: Findings) -> Iterator[Problem]:
    """An indicator said to have the highest or lowest score that has it neither of all nor of its instrument; where a
    text names none, its own."""
    text = override.text
    numbers = {name: one.number for one in framework.indicators for name in one.names}
    by_number = {one.number: one for one in findings.indicators}
    named_or_numbered = rf"{any_of(numbers)}|ตัวชี้วัดที่\s*(?P<number>[0-9๐-๙]+)"
    found = [*re.finditer(rf"คะแนน(สูง|ต่ำ)(?:ที่)?สุด(?:(?!ลำดับ)[^\n]){{0,40}}?({named_or_numbered})", text)]
    own = _EXTREME.search(text) if override.key.isdecimal() and not found else None
    for match in (*found, *filter(None, (own,))):
        said = re.sub("[^0-9๐-๙]", "", match[2]) or numbers.get(match[2], override.key)
        number = int(said)
        if (named := by_number.get(number)) is None:
            continue  # told as beyond the last
        pick = max if match[1] == "สูง" else min
        of_all = pick(findings.indicators, key=lambda one: one.score)
        of_its = pick(one.score for one in findings.indicators if one.instrument == named.instrument)
        if named.score not in (of_all.score, of_its) and of_result(match, framework):
            values = {"extreme": match[1], "name": of_all.name, "score": framework.rounding.format().text(of_all.score)}
            yield EXTREME_ELSEWHERE.at(place, shortened(match[0]), **values)
