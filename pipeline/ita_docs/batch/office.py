"""One office of a batch, from its workbook to its files on disk. What goes wrong here stays here."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import PROOF_FOLDER, Job, Options, Outcome, OutcomeStatus
from ita_docs.framework.records import FrameworkError
from ita_docs.outputs import manifest, standing
from ita_docs.outputs.files import fingerprint
from ita_docs.outputs.manifest import AskedItem, Manifest
from ita_docs.outputs.names import fitted
from ita_docs.outputs.standing import MARKED_ENDING, TRACKER_COPY, Kin
from ita_docs.outputs.store import compare, refusal, store
from ita_docs.papers.selection import PACK
from officefiles.lazy import lazy_import
from officefiles.limits import contents
from officefiles.problems import Kind, Place, Problem, Severity, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_docs.batch import printing
    from ita_docs.checks import completeness
    from ita_docs.checks.completeness import CompletenessRow
    from ita_docs.papers import last_year, pack, proofing
    from ita_docs.papers import reading as papers
    from ita_docs.workbook import marked
    from wordfill import engine
else:  # nothing of this where nothing changed; a check makes no document
    pack, proofing = lazy_import("ita_docs.papers.pack"), lazy_import("ita_docs.papers.proofing")
    last_year = lazy_import("ita_docs.papers.last_year")
    completeness = lazy_import("ita_docs.checks.completeness")
    printing = lazy_import("ita_docs.batch.printing")
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
_KIN = Kin(PACK)


def build(job: Job, options: Options) -> Outcome:
    """Make and write all documents of one office, unless nothing changed since they were made; or its proof copies."""
    return _timed(_with_pdfs, job, options)


def check(job: Job, options: Options) -> Outcome:
    """Read and check one workbook, and write its marked copy; no document is made."""
    return _timed(_check, job, options)


def _timed(work: Callable[[Job, Options], Outcome], job: Job, options: Options) -> Outcome:
    start = time.perf_counter()
    outcome = _guarded(work, job, options)
    missing = options.tracker and not options.tracker_of(job)
    added = (NO_TRACKER.at(Place(), job.workbook.name),) if missing else ()
    return replace(outcome, problems=(*outcome.problems, *added), seconds=time.perf_counter() - start)


def crashed(job: Job, fault: BaseException) -> Outcome:
    """The outcome of a job that ended in a way nobody foresaw."""
    found = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return Outcome(job, OutcomeStatus.BROKEN, (CRASHED.at(Place(), found),))


def _guarded(work: Callable[[Job, Options], Outcome], job: Job, options: Options) -> Outcome:
    try:
        return work(job, options)
    except (engine.TemplateError, FrameworkError) as fault:
        return Outcome(job, OutcomeStatus.BROKEN, (BROKEN_SETUP.at(Place(), fault),))
    except manifest.UnreadError as fault:
        return Outcome(job, OutcomeStatus.BROKEN, (refusal(job.folder / manifest.NAME, fault.reason),))
    except Exception as fault:  # the others go on, and the report says what happened here
        return crashed(job, fault)


def _with_pdfs(job: Job, options: Options) -> Outcome:
    outcome = (_proof if options.proof else _build)(job, options)
    return printing.draw_pdfs(outcome, options) if options.pdf or options.items else outcome


def _build(job: Job, options: Options) -> Outcome:
    known = manifest.read(job.folder)
    before = _inputs(job, options, known.pictures)
    reasons = manifest.reasons(job.folder, known, before)
    if not (reasons or options.force or options.replace_edited):  # an edit is no reason, but may be asked to go
        return _unchanged(job, options, known, before)
    made = _produced(job, options)
    files = dict(made.files) or _marked(job, options, made.problems)
    inputs = manifest.with_pictures(before, job.workbook, made.pictures)
    asked = _in_short(completeness.printed_by(made.completeness, options.left_out))
    stored = store(
        job.folder, files, inputs, made.problems, options.replace_edited, asked=asked, kin=_KIN, flush=options.flush
    )
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.BUILT if made.files else OutcomeStatus.REFUSED
    problems = (*made.problems, *stored.problems)
    return Outcome(job, status, problems, stored.in_place, reasons, stored.kept, asked=asked)


def _unchanged(job: Job, options: Options, known: Manifest, inputs: manifest.Inputs) -> Outcome:
    """What stands in the folder already. A document that a person changed since the last look is compared with what
    would be made."""
    changed = manifest.changed(job.folder, known)
    if changed and manifest.read(job.folder) != known:  # another command writes these documents just now
        return _build(job, options)
    if standing.uncompared(known, changed):
        known = compare(job.folder, known, _produced(job, options).files, flush=options.flush)
    status = OutcomeStatus.REFUSED if has_errors(known.problems) else OutcomeStatus.UNCHANGED
    problems = (*known.problems, *standing.told(job.folder, known, changed, inputs, _KIN))
    of_problems = {fitted(job.folder, job.workbook.stem, MARKED_ENDING), TRACKER_COPY}
    names = of_problems & set(known.files) if status is OutcomeStatus.REFUSED else known.files
    there = (job.folder / name for name in names)
    stand = tuple(path for path in there if path.name not in known.left or path.exists())
    return Outcome(job, status, problems, stand, asked=known.asked)


def _produced(job: Job, options: Options) -> pack.Production:
    tracker = options.tracker_of(job)
    return pack.produce(
        job.workbook, options.templates, options.only, options.frameworks, tracker=tracker, traced=options.traced
    )


def _in_short(rows: Iterable[CompletenessRow]) -> tuple[AskedItem, ...]:
    """How much of each item is there."""
    items: dict[tuple[str, str], list[CompletenessRow]] = {}
    for row in rows:
        items.setdefault((row.item, row.title), []).append(row)
    missing = {item: tuple(filter(None, [row.missing for row in some])) for item, some in items.items()}
    return tuple(
        AskedItem(*item, len(some) - len(missing[item]), len(some), missing[item], some[0].documents, some[0].verified)
        for item, some in items.items()
    )


def _proof(job: Job, options: Options) -> Outcome:
    """Make and write the proof copies in a folder of their own: neither the documents nor what is remembered of them
    is touched."""
    made = proofing.proof(
        job.workbook, options.templates, options.only, options.frameworks, tracker=options.tracker_of(job)
    )
    apart = Job(job.workbook, job.folder / PROOF_FOLDER)
    if not made.files:
        return Outcome(apart, OutcomeStatus.REFUSED, made.problems)
    stored = store(apart.folder, made.files, {}, made.problems, options.replace_edited, flush=options.flush)
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.PROOFED
    return Outcome(apart, status, (*made.problems, *stored.problems), stored.in_place)


def _check(job: Job, options: Options) -> Outcome:
    reading = papers.read_and_check(job.workbook, options.frameworks)
    tracker = options.tracker_of(job)
    reading = last_year.with_last_year(reading, tracker, ()) if tracker else papers.without_report(reading)
    problems = reading.problems
    rows = completeness.printed_by(papers.completeness_of(reading, options.frameworks), options.left_out)
    if not problems:
        return Outcome(job, OutcomeStatus.CHECKED, completeness=rows)
    known = manifest.read(job.folder)
    of = {f"{manifest.DATA}{job.workbook.name}": fingerprint(job.workbook), **_tracker(job, options)}
    copies = _marked(job, options, problems)
    stored = store(job.folder, copies, known.inputs, known.problems, asked=known.asked, of=of, flush=options.flush)
    status = OutcomeStatus.BROKEN if stored.failed else OutcomeStatus.CHECKED
    return Outcome(job, status, (*problems, *stored.problems), stored.in_place, completeness=rows)


def _inputs(job: Job, options: Options, pictures: tuple[str, ...]) -> dict[str, str]:
    wanted = " ".join((*sorted(options.only), *(["--trace"] if options.traced else [])))
    inputs = manifest.inputs_of(job.workbook, options.templates.values(), options.frameworks, pictures, wanted)
    return inputs | _tracker(job, options)


def _tracker(job: Job, options: Options) -> dict[str, str]:
    """The tracker as a source of documents; nothing where there is none."""
    tracker = options.tracker_of(job)
    return {f"{manifest.TRACKER}{tracker.name}": fingerprint(tracker)} if tracker else {}


def _marked(job: Job, options: Options, problems: tuple[Problem, ...]) -> dict[str, bytes]:
    """The marked copies to hand back: of the workbook and of the tracker, each with its own problems; not of one that
    has none, or that cannot be opened."""
    sources = {fitted(job.folder, job.workbook.stem, MARKED_ENDING): (job.workbook, marked.FORM)}
    if tracker := options.tracker_of(job):
        sources = {TRACKER_COPY: (tracker, marked.TRACKER), **sources}
    copies: dict[str, bytes] = {}
    for name, (path, kind) in sources.items():
        own = [problem for problem in problems if bool(problem.place.file) is (kind == marked.TRACKER)]
        with suppress(OSError, ValueError):
            copies |= {name: marked.mark(contents(path), own, kind)} if own else {}
    return copies
