"""Checks of texts that repeat others of their column: word for word, or but for a number that counts up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ita_docs import thai
from ita_docs.checks.cells import shortened
from ita_docs.framework.model import Framework
from ita_docs.model import FormRecord, Submission, value_of
from officefiles.problems import Kind, Place, Problem, Severity

REPEATED = Kind(
    "repeated-text",
    "ข้อความ “{found}” ซ้ำกับที่พิมพ์ไว้แล้วใน {other}",
    "ลบข้อความที่ซ้ำ หรือแก้เป็นข้อความที่ต้องการ",
    "หน้าที่ของคณะเดียวกัน มาตรการ คำบรรยายกิจกรรม หรือมาตรการของปีก่อน มีข้อความซ้ำกันทั้งข้อความ"
    " หรือการกำกับติดตาม ขั้นตอน หรือการรายงานผลเหมือนมาตรการ หรือผลเหมือนการดำเนินการ",
    Severity.WARNING,
)
COUNTING = Kind(
    "texts-in-series",
    "ตั้งแต่ช่องนี้ ข้อความเหมือนกันติดต่อกัน {count} แถว แต่ตัวเลขเพิ่มขึ้นแถวละ 1 (“{found}” ถึง “{last}”) ซึ่งมักเกิดจากการลากช่องใน Excel",
    "ตรวจสอบตัวเลขทุกแถว หากต้องการข้อความเดียวกัน ให้คัดลอกช่องแทนการลาก (หรือกด Ctrl ค้างไว้ขณะลาก)",
    "ข้อความในคอลัมน์เหมือนกันหลายแถวติดต่อกัน แต่ตัวเลขเพิ่มขึ้นแถวละ 1 เพราะลากช่องใน Excel แทนการคัดลอก",
    Severity.WARNING,
)

_ROWS = 4
"""Rows of a column that are no chance."""
_NUMBER = re.compile("[0-9]+")


def check_repeated(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Duties of one committee, measures, and a measure and its follow-up, captions, and rows of last year's
    measures, that say the same twice, spaces aside."""
    for committee in submission.committees:
        yield from _repeated((duty.source.at("text"), duty.text) for duty in committee.duties)
    measures = submission.measures
    yield from _repeated((measure.source.at("actions"), action) for measure in measures for action in measure.actions)
    for measure in measures:
        if same := next((one for one in measure.follow_ups if one in measure.actions), ""):
            yield REPEATED.at(measure.source.at("follow_ups"), shortened(same), other=measure.source.at("actions"))
        for field in ("steps", "reporting"):
            if (text := getattr(measure, field)) and text in (*measure.actions, *measure.follow_ups):
                other = "actions" if text in measure.actions else "follow_ups"
                yield REPEATED.at(measure.source.at(field), shortened(text), other=measure.source.at(other))
    yield from _repeated((activity.source.at("caption"), activity.caption) for activity in submission.activities)
    rows: dict[tuple[object, ...], Place] = {}
    for row in submission.results:
        if row.result and (same := next((one for one in ("action", "done") if getattr(row, one) == row.result), "")):
            yield REPEATED.at(row.source.at("result"), shortened(row.result), other=row.source.at(same))
        said = (row.done, row.period, row.result)  # a measure has a row for each of its rounds
        place = row.source.at("action")
        if any(said) and (first := rows.setdefault((row.indicator, row.action, *said), place)) is not place:
            yield REPEATED.at(place, shortened(row.action), other=first)


def _repeated(texts: Iterable[tuple[Place, str]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place, text in texts:
        key = "".join(text.split())
        if key in first:
            yield REPEATED.at(place, shortened(text), other=first[key])
        first.setdefault(key, place)


def check_series(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Texts of a column that Excel filled down: a number in them is one more in each row. Names of units and of posts
    may do so rightly (หมู่ที่ 1, หมู่ที่ 2)."""
    columns: tuple[tuple[Sequence[FormRecord], tuple[str, ...]], ...] = (
        (submission.measures, ("frequency", "period", "reporting", "budget")),
        (submission.results, ("period",)),
        (submission.activities, ("place",)),
    )
    for records, names in columns:
        for name in names:
            yield from _series([(one.source.at(name), str(value_of(one, name) or "")) for one in records])


def _series(column: Sequence[tuple[Place, str]]) -> Iterator[Problem]:
    """A run of texts that each count one further than the text before."""
    start = 0
    ends = [at for at, (one, other) in enumerate(pairwise(column), 1) if not _counts_on(one[1], other[1])]
    for end in (*ends, len(column)):
        if end - start >= _ROWS:
            place, first = column[start]
            yield COUNTING.at(place, shortened(first), last=shortened(column[end - 1][1]), count=end - start)
        start = end


def _counts_on(text: str, after: str) -> bool:
    """True where two texts differ in one number alone, which is one more in the second."""
    before, behind = thai.arabic_digits(text), thai.arabic_digits(after)
    if _NUMBER.split(before) != _NUMBER.split(behind):
        return False
    steps = [int(two) - int(one) for one, two in zip(_NUMBER.findall(before), _NUMBER.findall(behind), strict=True)]
    return sorted(steps) == [0] * (len(steps) - 1) + [1]
