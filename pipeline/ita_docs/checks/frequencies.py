"""Checks of how often measures are followed up: said once, clearly, and in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.analysis import follows_events, times_a_year
from ita_docs.framework.model import Framework
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

FREQUENCY_TWICE = Kind(
    "frequency-twice",
    "“{found}” อยู่ในการกำกับติดตามแล้ว และซ้ำกับช่องความถี่",
    "ลบความถี่ออกจากข้อความการกำกับติดตาม เหลือไว้ในช่องความถี่แห่งเดียว",
    "ความถี่พิมพ์ไว้ทั้งในการกำกับติดตามและในช่องความถี่",
    Severity.WARNING,
)
FREQUENCY_TWO_FORMS = Kind(
    "frequency-two-forms",
    "การกำกับติดตามเขียนว่า “{found}” แต่ช่องความถี่เป็น “{frequency}”",
    "ตรวจสอบความถี่ที่ถูกต้อง แล้วเหลือไว้ในช่องความถี่แห่งเดียว",
    "ความถี่ในการกำกับติดตามไม่ตรงกับช่องความถี่",
    Severity.WARNING,
)
FREQUENCY_TWO_COUNTS = Kind(
    "frequency-contradicts-itself",
    "ความถี่ “{found}” บอกจำนวนครั้งไม่ตรงกัน",
    "ตรวจสอบจำนวนครั้งที่ถูกต้อง แล้วเหลือไว้แบบเดียว",
    "ช่องความถี่บอกจำนวนครั้งสองแบบที่ไม่ตรงกัน เช่น ทุกเดือน (ปีละ 2 ครั้ง)",
    Severity.WARNING,
)
FREQUENCY_UNCLEAR = Kind(
    "frequency-unclear",
    "ความถี่ “{found}” ไม่บอกจำนวนครั้ง จึงกำหนดวันติดตามไม่ได้",
    "ใช้ถ้อยคำที่บอกจำนวนครั้ง เช่น “ปีละ 2 ครั้ง” หรือ “ทุกไตรมาส”",
    "ความถี่ที่ไม่ทราบจำนวนครั้งต่อปี",
    Severity.NOTE,
)

_TIMES = r"(?:[0-9๐-๙]{1,2}|หนึ่ง|สอง|สาม|สี่|หก)"
FREQUENCY = re.compile(
    rf"(?:ปี|เดือน|ไตรมาส|สัปดาห์)ละ\s*{_TIMES}\s*ครั้ง|ทุก\s*{_TIMES}?\s*(?:ไตรมาส|เดือน|สัปดาห์)|{_TIMES}\s*ครั้ง\s*ต่อ\s*(?:ปี|เดือน)"
)
_BETWEEN_COUNTS = re.compile(r"[\s()]|รวม|หรือเท่ากับ|คือ|=")
"""What may stand between two ways to say one frequency."""


def check_frequencies(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A frequency is said once, in its own cell."""
    for measure in submission.measures:
        text = "\n".join(measure.follow_ups)
        place, own = measure.source.at("follow_ups"), _rounds(measure.frequency)
        for found in dict.fromkeys(FREQUENCY.findall(text)):
            if not measure.frequency or _rounds(found) == own:
                if measure.frequency or text.count(found) > 1:
                    yield FREQUENCY_TWICE.at(place, found)
            else:
                yield FREQUENCY_TWO_FORMS.at(place, found, frequency=measure.frequency)


def check_frequency_clear(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A frequency says how often in a year, that the work goes on all year, or upon what it is done; and says it so
    that it is one."""
    for measure in submission.measures:
        frequency = measure.frequency
        if frequency and times_a_year(frequency) is None and not follows_events(frequency):
            yield FREQUENCY_UNCLEAR.at(measure.source.at("frequency"), frequency)
        counts = {_rounds(said) for said in FREQUENCY.findall(frequency)}
        if len(counts) > 1 and not _BETWEEN_COUNTS.sub("", FREQUENCY.sub("", frequency)):
            yield FREQUENCY_TWO_COUNTS.at(measure.source.at("frequency"), frequency)


def _rounds(frequency: str) -> object:
    """What two frequencies have in common that mean the same: the times a year, else the words alone."""
    return times_a_year(frequency) or re.sub(r"\s", "", thai.arabic_digits(frequency))
