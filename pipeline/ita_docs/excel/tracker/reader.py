"""Reading a filled tracker back: its results, and every problem at its cell."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ita_docs.excel.tracker.form import TRACKER
from ita_docs.excel.tracker.rounds import Round
from ita_docs.framework.model import Framework
from ita_docs.model import Source, Status
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.grid import open_grids
from ita_docs.workbook.headings import plain
from ita_docs.workbook.records import read_table
from ita_docs.workbook.schema import shaped
from officefiles.problems import Kind, Place, Problem, Severity, has_errors

NOT_TRACKER = Kind(
    "file-not-tracker",
    "ไฟล์ {found} ไม่ใช่ไฟล์ติดตามมาตรการ ไม่พบชีต “{sheet}”",
    "ตรวจสอบว่าเลือกไฟล์ tracker.xlsx ของปีที่ต้องการ และไม่ได้เปลี่ยนชื่อชีต",
    "ไฟล์ Excel ที่ไม่มีชีตติดตามมาตรการ",
)
INDICATOR_UNKNOWN = Kind(
    "tracker-indicator",
    "ไม่มีตัวชี้วัดที่ {found}",
    "พิมพ์เลขที่ตัวชี้วัด 1 ถึง {last}",
    "เลขที่ตัวชี้วัดในไฟล์ติดตามไม่มีในเกณฑ์ของปีที่ประเมิน",
)
CODE_TWICE = Kind(
    "tracker-code-twice",
    "รหัส {found} ซ้ำกับ {first}",
    "ถ้าเป็นรายการที่เพิ่มเอง ให้เว้นช่องรหัสว่าง ถ้าคัดลอกแถวมาเกิน ให้ลบแถวนี้",
    "รายการในไฟล์ติดตามมีรหัสซ้ำกัน",
)
NO_RESULT = Kind(
    "tracker-no-result",
    "สถานะเป็น “{status}” แต่ยังไม่ได้กรอกผลการดำเนินการ",
    "กรอกผลการดำเนินการ เพื่อนำไปใช้ในรายงานผล",
    "รายการที่ดำเนินการแล้วยังไม่มีผลการดำเนินการ",
    Severity.WARNING,
)
NO_REASON = Kind(
    "tracker-no-reason",
    "สถานะเป็น “{status}” แต่ยังไม่ได้กรอกปัญหา/อุปสรรค",
    "กรอกสาเหตุที่ไม่ได้ดำเนินการ หรือแก้สถานะให้ตรงกับที่ดำเนินการจริง",
    "รายการที่ยังไม่ดำเนินการหรือดำเนินการไม่ได้ ยังไม่ระบุสาเหตุ",
    Severity.WARNING,
)
STATUS_BEHIND = Kind(
    "tracker-status-behind",
    "กรอกวันที่ดำเนินการแล้ว แต่สถานะยังเป็น “{status}”",
    "เปลี่ยนสถานะเป็น “ดำเนินการแล้ว” หรือลบวันที่ดำเนินการ",
    "มีวันที่ดำเนินการแต่สถานะยังไม่ใช่ดำเนินการแล้ว",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Round):
    """What became of one action in one round. ``code`` is empty in a row that the office added itself."""

    status: Status
    done: datetime.date | None
    result: str
    problem: str
    evidence: str
    source: Source = field(default_factory=Source, compare=False, repr=False)


def read(workbook: Workbook, framework: Framework) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """The results that the tracker holds, and its problems; no results where one is an error. ``framework`` is that of
    the year whose measures it follows up.

    Nothing that is done to the file raises: whatever it is, the answer is problems.
    """
    grids, refused = open_grids(workbook)
    if refused:
        return (), refused
    grid = next((grid for name, grid in grids.items() if plain(name) == plain(TRACKER.name)), None)
    if grid is None:
        return (), (NOT_TRACKER.at(Place(), workbook.name, sheet=TRACKER.name),)
    records, found = read_table(grid, shaped(TRACKER, framework))
    results = [Result(**record.values, source=record.source) for record in records or () if not record.faulty]
    problems = (*found, *_found_in(results, framework))
    return (() if has_errors(problems) else tuple(results)), problems


def _found_in(results: Sequence[Result], framework: Framework) -> Iterator[Problem]:
    """What is wrong between the cells of a row, and between rows."""
    numbers = [one.number for one in framework.indicators]
    first: dict[str, Result] = {}
    for one in results:
        if one.indicator not in numbers:
            yield INDICATOR_UNKNOWN.at(one.source.at("indicator"), one.indicator, last=max(numbers))
        if one.code and first.setdefault(one.code, one) is not one:
            yield CODE_TWICE.at(one.source.at("code"), one.code, first=first[one.code].source.at("code").cell)
        if one.status is Status.DONE and not one.result:
            yield NO_RESULT.at(one.source.at("result"), status=one.status.value)
        if one.status is Status.NOT_POSSIBLE and not one.problem:
            yield NO_REASON.at(one.source.at("problem"), status=one.status.value)
        if one.done is not None and one.status is not Status.DONE:
            yield STATUS_BEHIND.at(one.source.at("status"), one.status.value, status=one.status.value)
