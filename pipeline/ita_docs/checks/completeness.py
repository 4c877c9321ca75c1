"""What the open-data items of the pack's year require, and where the workbook has it or what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from itertools import takewhile

from ita_docs.framework.model import Framework
from ita_docs.model import AnalysisForm, Layout, Submission, value_of
from ita_docs.workbook.general import GENERAL
from ita_docs.workbook.tables import MEASURES, RESULTS
from thaipages.segment import word_ends

_LONGEST = 60
_NO_TOPICS = "ชีตข้อมูลทั่วไป “{chosen}” เลือกตัวชี้วัด เอกสารจึงไม่มีหัวข้อตามประเด็น"
_NOT_PRINTED = "แม่แบบ {template} ของหน่วยงานไม่พิมพ์ส่วนนี้"
_NO_COLUMN = "ชีตข้อมูลทั่วไป “{chosen}” เลือกไม่แสดง ตารางมาตรการจึงไม่มีคอลัมน์นี้"


class Found(StrEnum):
    """How much of what an item requires the documents show; ``HIDDEN`` where the workbook has it and they do not."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"
    HIDDEN = "hidden"

    @property
    def thai(self) -> str:
        """The word staff read."""
        return {"full": "มีครบ", "partly": "มีบางส่วน", "none": "ยังไม่มี", "hidden": "กรอกแล้วแต่เลือกไม่แสดง"}[self.value]


@dataclass(frozen=True, slots=True)
class CompletenessRow:
    """One thing that an item of the rules of ``year`` requires. ``where`` says, in Thai, where the workbook has it or
    what is missing. ``documents`` are those that answer the item."""

    year: int
    item: str
    title: str
    requirement: str
    found: Found
    where: str
    verified: bool
    aspect: str = ""
    documents: tuple[str, ...] = ()
    family: str = ""

    @property
    def missing(self) -> str:
        """What is required, in short, where it is not there whole; else empty."""
        if self.found is Found.FULL:
            return ""
        partly = f" ({self.found.thai})" if self.found is not Found.NONE else ""
        return f"{_in_short(self.requirement)}{partly}"

    def as_dict(self) -> dict[str, object]:
        """The row as plain values, for JSON."""
        return asdict(self)


def _in_short(text: str) -> str:
    """The text, cut at the end of a word where it is long."""
    if len(text) <= _LONGEST:
        return text
    ends = takewhile(lambda end: end < _LONGEST, word_ends(text))
    return text[: max(ends, default=_LONGEST)].rstrip() + "…"


Answer = tuple[Found, str]


def completeness(submission: Submission, framework: Framework) -> tuple[CompletenessRow, ...]:
    """Every requirement of every item of ``framework``, that of the pack's own fiscal year where it is known, in its
    order.

    ``verified`` is false where the requirement was not checked against the assessor's manual.
    """
    return tuple(
        CompletenessRow(
            framework.year,
            item.code,
            item.titled(submission.assessed_year),
            one.text,
            *ANSWERS[one.aspect](submission, framework),
            item.verified,
            one.aspect,
            item.documents,
        )
        for item in framework.items
        for one in item.requires
    )


def printed_by(rows: Iterable[CompletenessRow], left_out: Mapping[str, str]) -> tuple[CompletenessRow, ...]:
    """The rows, those of the aspects in ``left_out`` hidden: the office's own template, named there, does not print
    them."""
    return tuple(
        replace(row, found=Found.HIDDEN, where=_NOT_PRINTED.format(template=left_out[row.aspect]))
        if row.aspect in left_out and row.found is not Found.NONE
        else row
        for row in rows
    )


def _numbers(framework: Framework) -> tuple[int, ...]:
    return tuple(indicator.number for indicator in framework.indicators)


def _answer(there: Set[int], framework: Framework, where: str, begun: Set[int] = frozenset()) -> Answer:
    """Full where all indicators are there, partly where some are, or where rows of those in ``begun`` lack it."""
    missing = [number for number in _numbers(framework) if number not in there | begun]
    if len(missing) == len(_numbers(framework)):
        return Found.NONE, f"{where} ยังไม่ได้กรอก"
    parts = (("ขาดตัวชี้วัดที่", missing), ("ยังไม่ครบทุกแถวของตัวชี้วัดที่", sorted(begun)))
    lacking = [f"{said} " + ", ".join(map(str, numbers)) for said, numbers in parts if numbers]
    return (Found.PARTLY if lacking else Found.FULL), " ".join((where, *lacking))


def _analysis(submission: Submission, framework: Framework) -> Answer:
    found, where = _answer({score.indicator for score in submission.scores}, framework, "ชีตคะแนน")
    settings = submission.settings
    by_topic = settings.layout is Layout.TOPICS and framework.topics
    if found is Found.FULL and settings.analysis_form is AnalysisForm.ONE_LIST and not by_topic:
        return Found.PARTLY, "ชีตข้อมูลทั่วไป รูปแบบบทวิเคราะห์เป็นรายการเดียว จึงไม่แยกจุดแข็งออกจากจุดอ่อน"
    return found, where


def _topics(submission: Submission, framework: Framework) -> Answer:
    measured = {measure.indicator for measure in submission.measures if measure.actions}
    missing = [topic for topic in framework.topics if not measured.issuperset(topic.indicators)]
    if len(missing) < len(framework.topics) and submission.settings.layout is not Layout.TOPICS:
        return Found.HIDDEN, _NO_TOPICS.format(chosen=GENERAL.field("layout").heading)
    if not missing:
        return Found.FULL, "ชีตคะแนนและชีตมาตรการ ตัวชี้วัดครอบคลุมทุกประเด็น"
    names = " ".join(f"({topic.number}) {topic.name}" for topic in missing)
    return (Found.PARTLY if len(missing) < len(framework.topics) else Found.NONE), f"ชีตมาตรการ ยังไม่ครอบคลุม {names}"


def _column(*fields: str) -> Callable[[Submission, Framework], Answer]:
    """An answer from columns of the sheet of measures: each indicator must have them filled, in all of its rows."""
    headings = "และ".join(MEASURES.field(field).heading for field in fields)
    choices = {field for field in fields if MEASURES.field(field).choice}

    def answer(submission: Submission, framework: Framework) -> Answer:
        rows = [(one.indicator, all(value_of(one, field) for field in fields)) for one in submission.measures]
        there, lacking = ({number for number, filled in rows if filled is wanted} for wanted in (True, False))
        if there and choices - submission.settings.columns:
            return Found.HIDDEN, _NO_COLUMN.format(chosen=GENERAL.field(f"column_{fields[0]}").heading)
        return _answer(there - lacking, framework, f"ชีต{MEASURES.name} คอลัมน์{headings}", there & lacking)

    return answer


def _results(submission: Submission, _framework: Framework) -> Answer:
    count = len(submission.results)
    if not count:
        return Found.NONE, f"ชีต{RESULTS.name}ยังไม่ได้กรอก จึงยังไม่มีรายงานผลตามมาตรการ"
    sheet = submission.results[0].source.sheet
    where = f"ชีต{RESULTS.name}" if sheet == RESULTS.name else f"ไฟล์ติดตาม ชีต{sheet}"
    if missing := sum(not (one.result or one.problem) for one in submission.results):
        return Found.PARTLY, f"{where} ยังไม่มีผลหรือเหตุขัดข้อง {missing} มาตรการ จากทั้งหมด {count} มาตรการ"
    numbers = ", ".join(map(str, sorted({one.indicator for one in submission.results})))
    return Found.FULL, f"{where} {count} มาตรการ (ตัวชี้วัดที่ {numbers}) โปรดตรวจว่าครบทุกมาตรการของปีก่อน"


ANSWERS: Mapping[str, Callable[[Submission, Framework], Answer]] = {
    "analysis": _analysis,
    "topics": _topics,
    "measures": _column("actions"),
    "steps": _column("steps"),
    "responsible": _column("responsible"),
    "period": _column("period"),
    "follow_ups": _column("follow_ups", "frequency"),
    "reporting": _column("reporting"),
    "results": _results,
}
"""How each of the frameworks' ``ASPECTS`` is looked for."""
