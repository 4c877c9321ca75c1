"""Reading a filled tracker back: its results, every problem at its cell, and what its rounds say of each measure."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from ita_docs.excel.tracker.form import TRACKER, office_of, tracker_form
from ita_docs.excel.tracker.rounds import Round
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.sentences import TrackerPhrases
from ita_docs.model import MeasureResult, Source, Status
from ita_docs.thai import MONTHS_SHORT, be_year, date_long, fiscal_year
from ita_docs.workbook.concealed import concealed
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.grid import Grid, open_grids
from ita_docs.workbook.records import Record, read_table
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai.names import plain

NOT_TRACKER = Kind(
    "file-not-tracker",
    "ไฟล์ {found} ไม่ใช่ไฟล์ติดตามมาตรการ ไม่พบชีต “{sheet}”",
    "ตรวจสอบว่าเลือกไฟล์ติดตามมาตรการ (tracker.xlsx) ของปีที่ต้องการ และไม่ได้เปลี่ยนชื่อชีต",
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
ROW_GONE = Kind(
    "tracker-row-gone",
    "ไม่มีแถวก่อนรหัส {found} (รหัสก่อนหน้าคือ {before}) รายงานผลจึงไม่มีรอบหรือมาตรการของแถวนั้น",
    "คัดลอกแถวที่หายไปจากไฟล์ติดตามที่จัดทำไว้ตอนต้นปี หากยกเลิกแล้วจริง ไม่ต้องแก้ไข",
    "รหัสในไฟล์ติดตามไม่ต่อเนื่อง เพราะมีแถวที่ถูกลบ",
    Severity.WARNING,
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
OTHER_ACTION = Kind(
    "tracker-other-action",
    "ข้อความในแถวนี้ต่างจากช่อง {first} ซึ่งเป็นมาตรการเดียวกัน (รหัส {found}) รายงานผลจึงแยกเป็นคนละมาตรการ",
    "แก้ให้ตรงกันทุกรอบ ถ้าเป็นมาตรการที่เพิ่มเอง ให้เว้นช่องรหัสว่าง",
    "รอบของมาตรการเดียวกันในไฟล์ติดตามมีข้อความของมาตรการต่างกัน",
    Severity.WARNING,
)
OTHER_INDICATOR = Kind(
    "tracker-other-indicator",
    "“{found}” เป็นตัวชี้วัดที่ {right} แต่แถวนี้กรอกเลขที่ {number} รายงานผลจึงนำไปไว้ที่ตัวชี้วัดที่ {number}",
    "แก้เลขที่หรือชื่อตัวชี้วัดให้ตรงกัน ถ้าไม่ตรงกันหลายแถว คอลัมน์หนึ่งอาจเลื่อนแถวหรือถูกเรียงลำดับเพียงคอลัมน์เดียว",
    "เลขที่ตัวชี้วัดกับชื่อตัวชี้วัดของแถวในไฟล์ติดตามไม่ใช่ตัวชี้วัดเดียวกัน",
    Severity.WARNING,
)
OTHER_ROUND = Kind(
    "tracker-other-round",
    "รหัส {code} คือรอบที่ {right} แต่แถวนี้กรอกรอบที่ {found}",
    "แก้รอบที่ให้ตรงกับรหัส ถ้าไม่ตรงกันหลายแถว คอลัมน์หนึ่งอาจเลื่อนแถวหรือถูกเรียงลำดับเพียงคอลัมน์เดียว",
    "รอบที่ของแถวในไฟล์ติดตามไม่ตรงกับรหัส",
    Severity.WARNING,
)
OTHER_OFFICE = Kind(
    "tracker-of-other-office",
    "ไฟล์ติดตามนี้เป็นของ “{found}” แต่แบบกรอกเป็นของ “{office}”",
    "ใช้ไฟล์ติดตามของหน่วยงานนี้ หากหน่วยงานเปลี่ยนชื่อ ไม่ต้องแก้ไข",
    "ชื่อหน่วยงานเหนือตารางของไฟล์ติดตามไม่ตรงกับแบบกรอก",
    Severity.WARNING,
)
OTHER_YEAR = Kind(
    "tracker-of-other-year",
    "ไฟล์ติดตาม {found} มีวันครบกำหนดอยู่ในปีงบประมาณ พ.ศ. {year} แต่รายงานผลของแบบกรอกนี้เป็นของปีงบประมาณ พ.ศ. {wanted}",
    "ใช้ไฟล์ติดตามของปีงบประมาณ พ.ศ. {wanted} ถ้าไฟล์ติดตามถูกต้องแล้ว ให้ตรวจสอบว่าใช้แบบกรอกของปีงบประมาณ พ.ศ. {next}",
    "ไฟล์ติดตามที่ระบุเป็นของปีอื่น ไม่ใช่ปีก่อนหน้าปีของเอกสาร",
)
OUTSIDE_YEAR = Kind(
    "tracker-date-outside-year",
    "“{heading}” {found} ไม่อยู่ในปีงบประมาณ พ.ศ. {year} ซึ่งเป็นปีของมาตรการ (1 ตุลาคม {before} ถึง 30 กันยายน {year})",
    "ตรวจสอบวัน เดือน และปี พ.ศ. หากดำเนินการหลังสิ้นปีจริง ไม่ต้องแก้ไข",
    "วันครบกำหนดหรือวันที่ดำเนินการในไฟล์ติดตามอยู่นอกปีงบประมาณของมาตรการ",
    Severity.WARNING,
)


_CODE = re.compile("[0-9]+-[0-9]+-[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Round):
    """What became of one action in one round. ``code`` is empty in a row that the office added itself."""

    status: Status
    done: datetime.date | None
    result: str
    problem: str
    evidence: str
    source: Source = field(default_factory=Source, compare=False, repr=False)


def is_tracker(workbook: Workbook) -> bool:
    """True for a workbook with the sheet of a tracker."""
    return _table(open_grids(workbook)[0]) is not None


def _table(grids: Mapping[str, Grid]) -> Grid | None:
    return next((grid for name, grid in grids.items() if plain(name) == plain(TRACKER.name)), None)


def read(workbook: Workbook, framework: Framework, office: str = "") -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """The results of the rows that can be read, which are not all where one of the problems is an error, and its
    problems; no results of another year. ``framework`` is that of the year whose measures it follows up, ``office`` the
    name of the one that it is to be of.

    Nothing that is done to the file raises: whatever it is, the answer is problems.
    """
    grids, refused = open_grids(workbook)
    if refused:
        return (), refused
    grid = _table(grids)
    if grid is None:
        return (), (NOT_TRACKER.at(Place(), workbook.name, sheet=TRACKER.name),)
    form = tracker_form(framework)
    records, found = read_table(grid, form)
    results = [Result(**record.values, source=record.source) for record in records or () if not record.faulty]
    problems = (
        *found,
        *concealed(grid, form, records or ()),
        *_of_other_office(grid, office),
        *_found_in(results, framework),
        *_gone(records or ()),
        *_out_of_year(results, framework.year, workbook.name),
    )
    return (() if any(one.kind == OTHER_YEAR.id for one in problems) else tuple(results)), problems


def _of_other_office(grid: Grid, office: str) -> Iterator[Problem]:
    """That the office named above the table is another."""
    alike = OfficeKinds.load().alike
    for row, cells in enumerate(grid.rows):
        named = office_of(str(cells[0])) if cells else ""
        if office and named and plain(alike(named)) != plain(alike(office)):
            yield OTHER_OFFICE.at(grid.place(row, 0), named, office=office)
            return


def _found_in(results: Sequence[Result], framework: Framework) -> Iterator[Problem]:
    """What is wrong between the cells of a row, and between rows."""
    numbers = [one.number for one in framework.indicators]
    named = {plain(name): one.number for one in framework.indicators for name in one.names}
    first: dict[str, Result] = {}
    of_measure: dict[str, Result] = {}
    for one in results:
        if one.indicator not in numbers:
            yield INDICATOR_UNKNOWN.at(one.source.at("indicator"), one.indicator, last=max(numbers))
        elif (right := named.get(plain(one.indicator_name), one.indicator)) != one.indicator:
            values = {"number": one.indicator, "right": right}
            yield OTHER_INDICATOR.at(one.source.at("indicator"), one.indicator_name, **values)
        if one.code and first.setdefault(one.code, one) is not one:
            yield CODE_TWICE.at(one.source.at("code"), one.code, first=first[one.code].source.at("code").cell)
        elif (measure := one.code.rpartition("-")[0]) and one.action != of_measure.setdefault(measure, one).action:
            begun = of_measure[measure].source.at("action").cell
            yield OTHER_ACTION.at(one.source.at("action"), measure, first=begun)
        elif _CODE.fullmatch(one.code) and (right := _numbers(one.code)[-1]) != one.number:
            yield OTHER_ROUND.at(one.source.at("number"), one.number, code=one.code, right=right)
        if one.status is Status.DONE and not one.result:
            yield NO_RESULT.at(one.source.at("result"), status=one.status.value)
        if one.status is Status.NOT_POSSIBLE and not one.problem:
            yield NO_REASON.at(one.source.at("problem"), status=one.status.value)
        if one.done is not None and one.status is not Status.DONE:
            yield STATUS_BEHIND.at(one.source.at("status"), one.status.value, status=one.status.value)


def _gone(records: Iterable[Record]) -> Iterator[Problem]:
    """Where the codes, put in order, do not follow each other: rows between them were deleted."""
    codes = {one.values["code"]: one.source.at("code") for one in records if _CODE.fullmatch(one.values["code"] or "")}
    for last, code in pairwise(["0-0-0", *sorted(codes, key=_numbers)]):
        row, action, number = _numbers(last)
        if _numbers(code) not in ((row, action, number + 1), (row, action + 1, 1), (row + 1, 1, 1)):
            yield ROW_GONE.at(codes[code], code, before=last if row else "-")


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(map(int, code.split("-")))


def _out_of_year(results: Iterable[Result], year: int, name: str) -> Iterator[Problem]:
    """The dates that are not of the ``year`` whose measures are followed up; where none is due in it, that the tracker
    called ``name`` is of another."""
    years = Counter(fiscal_year(one.due) for one in results if one.due)
    if years and year not in years:
        own = max(years, key=years.__getitem__)
        yield OTHER_YEAR.at(Place(), name, year=own, wanted=year, next=own + 1)
        return
    for one in results:
        for field_name, day in (("due", one.due), ("done", one.done)):
            if day and fiscal_year(day) != year:
                heading = TRACKER.field(field_name).heading
                place = one.source.at(field_name)
                yield OUTSIDE_YEAR.at(place, date_long(day), heading=heading, year=year, before=year - 1)


# The rounds of each measure taken together


def measure_results(results: Iterable[Result]) -> tuple[MeasureResult, ...]:
    """One result for each action, by indicator and in the tracker's order; its cells are those of its first round."""
    first: dict[tuple[int, str], list[Result]] = {}
    for one in results:
        first.setdefault((one.indicator, one.action), []).append(one)
    by_indicator = sorted(first.values(), key=lambda rounds: rounds[0].indicator)
    return tuple(_taken_together(rounds) for rounds in by_indicator)


def round_results(results: Iterable[Result]) -> tuple[MeasureResult, ...]:
    """One result for each round, each at its own cells: what the checks of texts go through."""
    return tuple(_taken_together([one]) for one in results)


def unexplained(measures: Iterable[MeasureResult]) -> Iterator[Problem]:
    """A problem for each measure that no round began and no word says why, at its first round."""
    for one in measures:
        if one.status is Status.NOT_STARTED and not one.problem:
            yield NO_REASON.at(one.source.at("problem"), status=one.status.value)


def _taken_together(rounds: Sequence[Result]) -> MeasureResult:
    done = [one for one in rounds if one.status is Status.DONE]
    columns = rounds[0].source.columns
    return MeasureResult(
        indicator=rounds[0].indicator,
        action=rounds[0].action,
        status=_status([one.status for one in rounds]),
        done=TrackerPhrases.load().rounds.format(done=len(done), all=len(rounds)) if len(rounds) > 1 else "",
        period=_days([one.done for one in rounds if one.done]),
        result=_texts(rounds, lambda one: one.result),
        problem=_texts(rounds, lambda one: one.problem),
        evidence=_texts(rounds, lambda one: one.evidence),
        source=replace(rounds[0].source, columns={**columns, "period": columns.get("done", "")}),
    )


def _status(statuses: Sequence[Status]) -> Status:
    """Where an action stands when all its rounds are taken together; under way where some are done and others may yet
    be."""
    found = set(statuses)
    if len(found) == 1:
        return statuses[0]
    if found == {Status.DONE, Status.NOT_POSSIBLE}:
        return Status.PARTLY
    return Status.UNDER_WAY if found & {Status.DONE, Status.UNDER_WAY} else Status.NOT_STARTED


def _days(given: Sequence[datetime.date]) -> str:
    """When the rounds were: one or two days as they are, of more the months from the first to the last."""
    days = sorted(set(given))
    if len(days) <= 2:
        return "\n".join(map(date_long, days))
    first, last = (f"{MONTHS_SHORT[day.month - 1]} {be_year(day)}" for day in (days[0], days[-1]))
    if first == last:
        return first
    return TrackerPhrases.load().span.format(first=first, last=last, count=len(given))


def _texts(rounds: Sequence[Result], text: Callable[[Result], str]) -> str:
    """What was written in the rounds, the same words once: without a number where all that say something say it."""
    written: dict[str, list[int]] = {}
    for one in rounds:
        if words := text(one):
            written.setdefault(words, []).append(one.number)
    if len(written) < 2:
        return next(iter(written), "")
    phrase = TrackerPhrases.load().in_round
    return "\n".join(phrase.format(number=_numbered(numbers), text=words) for words, numbers in written.items())


def _numbered(numbers: Sequence[int]) -> str:
    """The numbers of rounds, those that follow each other as a range: ``1–3, 5``."""
    runs = [[one for _, one in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
