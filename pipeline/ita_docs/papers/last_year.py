"""What came of last year's measures: from the workbook, or from the tracker that the office kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ita_docs.checks import check
from ita_docs.checks.last_year import NO_REASON
from ita_docs.checks.repeats import REPEATED
from ita_docs.excel.tracker import TRACKER, measure_results, read, round_results, unexplained
from ita_docs.model import Submission
from ita_docs.papers.reading import Reading, without_report
from ita_docs.workbook.file import NOT_FOUND, Workbook
from officefiles.problems import Kind, Place, Problem, Severity, has_errors

RESULTS = "results"
"""The report on them: not made where nothing is told of them, so that no office publishes it empty."""
RESULTS_MEMO = "results_memo"
"""The memo by which it is proposed, where the workbook asks for one of its own."""

NO_TRACKER_FILE = Kind(
    "tracker-not-found",
    "ไม่พบไฟล์ติดตาม {found}",
    "ตรวจสอบชื่อและที่อยู่ของไฟล์ติดตามที่ระบุ",
    "ไม่มีไฟล์ติดตามตามชื่อที่ระบุ",
)
TWO_SOURCES = Kind(
    "results-from-tracker",
    "ใช้ผลการดำเนินการจากไฟล์ติดตาม {found} และไม่ใช้ข้อมูลในชีตนี้",
    "ถ้าต้องการใช้ชีตนี้ ให้สั่งสร้างเอกสารโดยไม่ระบุ --tracker",
    "ระบุไฟล์ติดตามทั้งที่แบบกรอกมีผลการดำเนินการอยู่แล้ว",
    Severity.NOTE,
)


NO_RESULTS = Kind(
    "no-results",
    "ไม่ได้สร้าง {found}.docx เพราะยังไม่มีผลการดำเนินการตามมาตรการของปีก่อน",
    "กรอกชีต “ผลการดำเนินการ” หรือระบุไฟล์ติดตามของปีก่อนด้วย --tracker",
    "สั่งสร้างรายงานผลโดยที่ยังไม่มีผลการดำเนินการ",
    Severity.WARNING,
)
IN_TRACKER, WHOLE_TRACKER = "ในไฟล์ติดตาม {name}", "ไฟล์ติดตาม:"


def is_called_for(name: str, submission: Submission) -> bool:
    """True where the office is to have the document ``name``: all but those on results that it has none of, or that it
    does not ask for."""
    if name not in (RESULTS, RESULTS_MEMO):
        return True
    return bool(submission.results) and (name == RESULTS or submission.papers.results_memo)


def with_last_year(reading: Reading, tracker: Workbook | None, only: Collection[str]) -> Reading:
    """The reading with the results that the tracker, where there is one, holds, and the tracker's problems at its
    cells; told where the report is one of the documents in ``only`` and there is nothing to report, an error where no
    other is asked for. What is filled in for a report without results is told."""
    if tracker:
        before = len(reading.problems)
        reading = _with_tracker(reading, tracker)
        if has_errors(reading.problems[before:]):
            return reading
    reading = without_report(reading)
    if RESULTS in only and reading.submission and not reading.submission.results and not reading.refused:
        severity = Severity.ERROR if set(only) == {RESULTS} else NO_RESULTS.severity
        missing = replace(NO_RESULTS.at(Place(), RESULTS), severity=severity)
        return replace(reading, problems=(*reading.problems, missing))
    return reading


def _with_tracker(reading: Reading, path: Workbook) -> Reading:
    submission, framework = reading.submission, reading.framework
    if framework is None:
        return reading
    results, problems = read(path, framework, submission.office.name if submission else "")
    found = () if has_errors(problems) else measure_results(results)
    told, beside = [*problems, *unexplained(found)], []
    if submission is None:
        return replace(reading, problems=(*reading.problems, *_in_file(path.name, told)))
    if submission.results and found:
        beside.append(TWO_SOURCES.at(Place(submission.results[0].source.sheet), path.name))
    if results:
        checked, known = replace(submission, results=round_results(results)), {one.place for one in told}
        rounds = {one.source.at("action") for one in results if one.code}  # that say alike what is not over yet
        for one in check(checked, framework, reading.findings):
            is_told = one.place in known or (one.kind == REPEATED.id and one.place in rounds)
            if one not in reading.problems and not is_told and one.kind != NO_REASON.id:
                if one.place.sheet == TRACKER.name:
                    told.append(one)
                elif found:  # of all rows
                    beside.append(one)
    submission = replace(submission, results=found or submission.results)
    return replace(reading, submission=submission, problems=(*reading.problems, *_in_file(path.name, told), *beside))


def _in_file(tracker: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of the tracker, each saying so: beside those of the workbook neither the name of a sheet nor that of
    a file, which may be the same, tells which is meant."""
    return tuple(_of_tracker(tracker, one) for one in problems)


def _of_tracker(tracker: str, problem: Problem) -> Problem:
    if problem.kind == NOT_FOUND.id:
        return NO_TRACKER_FILE.at(Place(), tracker)
    place = replace(problem.place, file=tracker) if problem.place.sheet else problem.place
    if "ไฟล์ติดตาม" in problem.message:
        return replace(problem, place=place)
    said = IN_TRACKER.format(name=tracker) if place.file else WHOLE_TRACKER
    return replace(problem, place=place, message=f"{said} {problem.message}")
