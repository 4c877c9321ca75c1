"""One office of a batch, from its workbook to its files on disk. What goes wrong here stays here."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import MARKED_ENDING, PROOF_FOLDER, Job, Options, Outcome, OutcomeStatus
from ita_docs.framework.records import FrameworkError
from ita_docs.outputs import manifest
from ita_docs.outputs.files import fingerprint
from ita_docs.outputs.store import store
from officefiles.lazy import lazy_import
from officefiles.limits import contents
from officefiles.problems import Kind, Place, Problem, Severity, has_errors

if TYPE_CHECKING:
    from ita_docs.papers import pack, proofing
    from ita_docs.papers import reading as papers
    from ita_docs.workbook import marked
    from wordfill import engine
else:  # nothing of this where nothing changed; a check makes no document
    pack, proofing = lazy_import("ita_docs.papers.pack"), lazy_import("ita_docs.papers.proofing")
    papers, marked = lazy_import("ita_docs.papers.reading"), lazy_import("ita_docs.workbook.marked")
    engine = lazy_import("wordfill.engine")

BROKEN_SETUP = Kind(
    "broken-setup",
    "แม่แบบหรือเกณฑ์การประเมินใช้ไม่ได้: {found}",
    "แจ้งผู้ดูแลแม่แบบ หรือกลับไปใช้แม่แบบที่มากับโปรแกรม",
    "แม่แบบเอกสารหรือไฟล์เกณฑ์มีข้อผิดพลาด ไม่เกี่ยวกับข้อมูลที่กรอก",
)
NO_TRACKER = Kind(
    "tracker-missing",
    "ไม่พบไฟล์ติดตามชื่อ {found} ในโฟลเดอร์ที่ระบุด้วย --tracker",
    "ตั้งชื่อไฟล์ติดตามของหน่วยงานนี้ให้ตรงกับชื่อแบบกรอก แล้วสั่งสร้างใหม่",
    "โฟลเดอร์ของไฟล์ติดตามไม่มีไฟล์ของหน่วยงานนี้ รายงานผลจึงใช้ชีตผลการดำเนินการ",
    Severity.WARNING,
)
CRASHED = Kind(
    "crashed",
    "สร้างเอกสารจากไฟล์นี้ไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม: {found}",
    "แจ้งผู้พัฒนาพร้อมแนบไฟล์นี้ ไฟล์อื่นดำเนินการต่อตามปกติ",
    "เหตุที่โปรแกรมไม่ได้คาดไว้ หรือโปรแกรมถูกปิดกลางคัน",
)


def build(job: Job, options: Options) -> Outcome:
    """Make and write all documents of one office, unless nothing changed since they were made; or its proof copies."""
    start = time.perf_counter()
    outcome = _guarded(_proof if options.proof else _build, job, options)
    missing = options.tracker and not options.tracker_of(job)
    added = (NO_TRACKER.at(Place(), job.workbook.name),) if missing else ()
    return replace(outcome, problems=(*outcome.problems, *added), seconds=time.perf_counter() - start)


def check(job: Job, options: Options) -> Outcome:
    """Read and check one workbook, and write its marked copy; no document is made."""
    start = time.perf_counter()
    outcome = _guarded(_check, job, options)
    return replace(outcome, seconds=time.perf_counter() - start)


def crashed(job: Job, fault: BaseException) -> Outcome:
    """The outcome of a job that ended in a way nobody foresaw."""
    found = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return Outcome(job, OutcomeStatus.BROKEN, (CRASHED.at(Place(), found),))


def _guarded(work: Callable[[Job, Options], Outcome], job: Job, options: Options) -> Outcome:
    try:
        return work(job, options)
    except (engine.TemplateError, FrameworkError) as fault:
        return Outcome(job, OutcomeStatus.BROKEN, (BROKEN_SETUP.at(Place(), fault),))
    except Exception as fault:  # the others go on, and the report says what happened here
        return crashed(job, fault)


def _build(job: Job, options: Options) -> Outcome:
    known = manifest.read(job.folder)
    before = _inputs(job, options, known.pictures)
    reasons = manifest.reasons(job.folder, known, before)
    if not (reasons or options.force or options.replace_edited):  # an edit is no reason, but may be asked to go
        status = OutcomeStatus.REFUSED if has_errors(known.problems) else OutcomeStatus.UNCHANGED
        return Outcome(job, status, known.problems, tuple(job.folder / name for name in known.files))
    tracker = options.tracker_of(job)
    made = pack.produce(
        job.workbook, options.templates, options.only, options.frameworks, tracker=tracker, traced=options.traced
    )
    files = dict(made.files) or _marked(job, made.problems)
    inputs = manifest.with_pictures(before, job.workbook, made.pictures)
    stored = store(job.folder, files, inputs, made.problems, options.replace_edited)
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.BUILT if made.files else OutcomeStatus.REFUSED
    return Outcome(job, status, (*made.problems, *stored.problems), stored.in_place, reasons)


def _proof(job: Job, options: Options) -> Outcome:
    """Make and write the proof copies in a folder of their own: neither the documents nor what is remembered of them
    is touched."""
    made = proofing.proof(
        job.workbook, options.templates, options.only, options.frameworks, tracker=options.tracker_of(job)
    )
    apart = Job(job.workbook, job.folder / PROOF_FOLDER)
    if not made.files:
        return Outcome(apart, OutcomeStatus.REFUSED, made.problems)
    stored = store(apart.folder, made.files, {}, made.problems, options.replace_edited)
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.PROOFED
    return Outcome(apart, status, (*made.problems, *stored.problems), stored.in_place)


def _check(job: Job, options: Options) -> Outcome:
    reading = papers.read_and_check(job.workbook, options.frameworks)
    problems, rows = reading.problems, papers.completeness_of(reading, options.frameworks)
    if not problems:
        return Outcome(job, OutcomeStatus.CHECKED, completeness=rows)
    known = manifest.read(job.folder)
    stored = store(job.folder, _marked(job, problems), known.inputs, known.problems)
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.CHECKED
    return Outcome(job, status, (*problems, *stored.problems), stored.in_place, completeness=rows)


def _inputs(job: Job, options: Options, pictures: tuple[str, ...]) -> dict[str, str]:
    wanted = " ".join((*sorted(options.only), *(["--trace"] if options.traced else [])))
    inputs = manifest.inputs_of(job.workbook, options.templates.values(), options.frameworks, pictures, wanted)
    tracker = options.tracker_of(job)
    return inputs | {f"ไฟล์ติดตาม {tracker.name}": fingerprint(tracker)} if tracker else inputs


def _marked(job: Job, problems: tuple[Problem, ...]) -> dict[str, bytes]:
    """The marked copy of the workbook to hand back; nothing where there is no workbook that can be opened."""
    try:
        return {f"{job.workbook.stem}{MARKED_ENDING}": marked.mark(contents(job.workbook), problems)}
    except (OSError, ValueError):
        return {}
