"""Finds workbooks, builds each office's files on all cores, and writes them. The only module that writes outputs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path

from pipeline.problems import Kind, Place, Problem, Severity

MARKED_ENDING = "_marked.xlsx"

NOT_FOUND = Kind(
    "no-such-file",
    "ไม่พบแฟ้มหรือโฟลเดอร์ {found}",
    "ตรวจสอบชื่อและที่อยู่ของแฟ้ม แล้วสั่งใหม่",
    "แฟ้มหรือโฟลเดอร์ที่ระบุไม่มีอยู่",
)
NO_WORKBOOK = Kind(
    "no-workbook",
    "ไม่พบแฟ้ม Excel (.xlsx) ในโฟลเดอร์ {found}",
    "วางแฟ้มที่กรอกแล้วไว้ในโฟลเดอร์นี้ หรือสร้างแบบกรอกด้วยคำสั่ง ita-docs new",
    "โฟลเดอร์ที่ระบุไม่มีแฟ้ม Excel ให้สร้างเอกสาร",
)
SAME_NAME = Kind(
    "same-name",
    "มีแฟ้มชื่อ {found} มากกว่าหนึ่งแฟ้ม เอกสารจะทับกัน",
    "เปลี่ยนชื่อแฟ้มให้ต่างกัน หรือสั่งสร้างทีละโฟลเดอร์โดยกำหนด --out คนละที่",
    "แฟ้มจากคนละโฟลเดอร์มีชื่อเดียวกัน จึงมีโฟลเดอร์ผลลัพธ์เดียวกัน",
)
NOT_WRITTEN = Kind(
    "not-written",
    "บันทึก {found} ไม่สำเร็จ: {reason}",
    "ปิดแฟ้มที่เปิดค้างไว้ ตรวจสอบเนื้อที่และสิทธิ์ของโฟลเดอร์ แล้วสั่งสร้างใหม่",
    "ระบบบันทึกแฟ้มผลลัพธ์ไม่ได้ แฟ้มเดิมยังอยู่ครบ",
)
BROKEN_SETUP = Kind(
    "broken-setup",
    "แม่แบบหรือเกณฑ์การประเมินใช้ไม่ได้: {found}",
    "แจ้งผู้ดูแลแม่แบบ หรือกลับไปใช้แม่แบบที่มากับโปรแกรม",
    "แม่แบบเอกสารหรือไฟล์เกณฑ์มีข้อผิดพลาด ไม่เกี่ยวกับข้อมูลที่กรอก",
)
CRASHED = Kind(
    "crashed",
    "สร้างเอกสารของแฟ้มนี้ไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม: {found}",
    "แจ้งผู้พัฒนาพร้อมแนบแฟ้มนี้ แฟ้มอื่นดำเนินการต่อตามปกติ",
    "เหตุที่โปรแกรมไม่ได้คาดไว้ หรือโปรแกรมย่อยถูกปิดกลางคัน",
)


class Status(StrEnum):
    """What became of one workbook."""

    CHECKED = "checked"
    BUILT = "built"
    REFUSED = "refused"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Job:
    """One workbook and the folder its documents go to."""

    workbook: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Options:
    """What a build needs besides the workbooks: templates by name, documents wanted, the office's own frameworks."""

    templates: Mapping[str, Path]
    only: frozenset[str] = frozenset()
    frameworks: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: the files written, every problem, and the seconds it took."""

    job: Job
    status: Status
    problems: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()
    seconds: float = field(default=0.0, compare=False)

    def count(self, severity: Severity) -> int:
        """How many problems weigh ``severity``."""
        return sum(problem.severity is severity for problem in self.problems)


def find_jobs(paths: Iterable[Path], out: Path) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """The workbooks that ``paths`` (files and folders) stand for, in order, and what cannot be built."""
    jobs: dict[Path, Job] = {}
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            books = [book for book in sorted(path.rglob("*.xlsx")) if _is_workbook(book)]
            if not books:
                problems.append(NO_WORKBOOK.at(Place(), path))
        elif path.exists():
            books = [path]
        else:
            books = []
            problems.append(NOT_FOUND.at(Place(), path))
        for book in books:
            job = Job(book, out / book.stem)
            taken = jobs.setdefault(job.folder, job)
            if taken.workbook.resolve() != book.resolve():
                problems.append(SAME_NAME.at(Place(), book.name))
    return tuple(jobs.values()), tuple(problems)


def _is_workbook(path: Path) -> bool:
    """Not Excel's lock file of an open workbook, nor a marked copy of our own."""
    return not path.name.startswith(("~$", ".")) and not path.name.endswith(MARKED_ENDING)


def run(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of each job as it is done; on ``workers`` processes, or in this one where ``workers`` is 1."""
    if workers == 1:
        yield from (build(job, options) for job in jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from run_on(pool, jobs, options, in_flight=4 * workers)


def run_on(pool: Executor, jobs: Iterable[Job], options: Options, in_flight: int) -> Iterator[Outcome]:
    """The outcome of each job as it is done on ``pool``, with at most ``in_flight`` jobs handed over at once."""
    queue = iter(jobs)
    running: dict[Future[Outcome], Job] = {pool.submit(build, job, options): job for job in islice(queue, in_flight)}
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            job = running.pop(future)
            fault = future.exception()
            yield _crashed(job, fault) if fault else future.result()
            for following in islice(queue, 1):
                running[pool.submit(build, following, options)] = following


def _crashed(job: Job, fault: BaseException) -> Outcome:
    found = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return Outcome(job, Status.BROKEN, (CRASHED.at(Place(), found),))


def check(job: Job, options: Options) -> Outcome:
    """Read and check one workbook; no document is made."""
    from pipeline.framework.load import FrameworkError
    from pipeline.produce import read_and_check

    start = time.perf_counter()
    try:
        reading = read_and_check(job.workbook, options.frameworks)
    except FrameworkError as fault:
        return Outcome(job, Status.BROKEN, (BROKEN_SETUP.at(Place(), fault),))
    return Outcome(job, Status.CHECKED, reading.problems, seconds=time.perf_counter() - start)


def build(job: Job, options: Options) -> Outcome:
    """Make and write all documents of one office; a problem of this office never reaches the others."""
    from pipeline.framework.load import FrameworkError
    from pipeline.produce import produce
    from pipeline.word.engine import TemplateError

    start = time.perf_counter()
    try:
        made = produce(job.workbook, options.templates, options.only, options.frameworks)
    except (TemplateError, FrameworkError) as fault:
        return Outcome(job, Status.BROKEN, (BROKEN_SETUP.at(Place(), fault),))
    except Exception as fault:  # the others go on, and the report says what happened here
        return _crashed(job, fault)
    written: list[Path] = []
    problems = list(made.problems)
    for name, data in made.files.items():
        path = job.folder / name
        try:
            write(path, data)
        except OSError as fault:
            problems.append(NOT_WRITTEN.at(Place(), path, reason=fault.strerror or fault))
        else:
            written.append(path)
    failed = len(written) < len(made.files)
    status = Status.BROKEN if failed else Status.BUILT if made.files else Status.REFUSED
    return Outcome(job, status, tuple(problems), tuple(written), time.perf_counter() - start)


def write_report(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write the report of a run; a problem where it cannot be written (it is open in Excel)."""
    try:
        write(path, data)
    except OSError as fault:
        return (NOT_WRITTEN.at(Place(), path, reason=fault.strerror or fault),)
    return ()


def write(path: Path, data: bytes) -> None:
    """Write ``data`` so that ``path`` holds either all of it or what stood there before. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
