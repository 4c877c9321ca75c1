"""The work of a run: which workbooks, where their documents go, and what became of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles.problems import Kind, Place, Problem

if TYPE_CHECKING:
    from ita_docs.checks.completeness import CompletenessRow

MARKED_ENDING = "_marked.xlsx"
PROOF_FOLDER = "proof"
"""Where the proof copies of an office stand, below the folder of its documents and apart from them."""

NOT_FOUND = Kind(
    "no-such-file",
    "ไม่พบไฟล์หรือโฟลเดอร์ {found}",
    "ตรวจสอบชื่อและที่อยู่ของไฟล์ แล้วสั่งใหม่",
    "ไฟล์หรือโฟลเดอร์ที่ระบุไม่มีอยู่",
)
NO_WORKBOOK = Kind(
    "no-workbook",
    "ไม่พบไฟล์ Excel (.xlsx) ในโฟลเดอร์ {found}",
    "วางแบบกรอกที่กรอกแล้วไว้ในโฟลเดอร์นี้ หรือสร้างแบบกรอกด้วยคำสั่ง ita-docs new",
    "โฟลเดอร์ที่ระบุไม่มีไฟล์ Excel ให้สร้างเอกสาร",
)
SAME_NAME = Kind(
    "same-name",
    "มีไฟล์ชื่อ {found} มากกว่าหนึ่งไฟล์ เอกสารจะทับกัน จึงไม่สร้างเอกสารของไฟล์ที่ซ้ำ",
    "เปลี่ยนชื่อไฟล์ให้ต่างกัน หรือสั่งสร้างทีละโฟลเดอร์โดยกำหนด --out คนละที่",
    "ไฟล์จากคนละโฟลเดอร์มีชื่อเดียวกัน จึงมีโฟลเดอร์ผลลัพธ์เดียวกัน",
)


class OutcomeStatus(StrEnum):
    """What became of one workbook."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    CHECKED = "checked"
    PROOFED = "proofed"
    REFUSED = "refused"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Job:
    """One workbook and the folder its documents go to."""

    workbook: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: templates by name, the documents wanted (empty: all), the office's own frameworks.

    ``force`` builds also what has not changed. ``replace_edited``, today's date, replaces documents that a person
    changed and keeps theirs under that date; without it theirs stay. ``traced`` keeps in each document where its
    values came from; ``proof`` makes proof copies in place of the documents. ``tracker`` is a
    tracker of last year's measures, or a folder that holds those of several offices, each named as its workbook.
    """

    templates: Mapping[str, Path] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    frameworks: Path | None = None
    force: bool = False
    replace_edited: datetime.date | None = None
    traced: bool = False
    proof: bool = False
    tracker: Path | None = None

    def tracker_of(self, job: Job) -> Path | None:
        """The tracker of this job's office, where there is one."""
        if self.tracker is None or not self.tracker.is_dir():
            return self.tracker
        own = self.tracker / job.workbook.name
        return own if own.is_file() else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: the files that hold its documents, every problem, why it was built anew, the seconds.

    ``completeness`` is what the open-data items of the year require and where the workbook has it; only a check says.
    """

    job: Job
    status: OutcomeStatus
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    reasons: tuple[str, ...] = ()
    completeness: tuple[CompletenessRow, ...] = ()
    seconds: float = field(default=0.0, compare=False)


def find_jobs(paths: Iterable[Path], out: Path) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """The workbooks that ``paths`` (files and folders) stand for, in order, and what cannot be built."""
    books, missing = find_workbooks(paths, out)
    jobs: dict[Path, Job] = {}
    problems = list(missing)
    for book in books:
        job = Job(book, out / book.stem)
        if jobs.setdefault(job.folder, job) is not job:
            problems.append(SAME_NAME.at(Place(), book.name))
    return tuple(jobs.values()), tuple(problems)


def find_workbooks(paths: Iterable[Path], out: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The workbooks that ``paths`` (files and folders) stand for, each once, and the paths that lead to none."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        if not path.exists():
            problems.append(NOT_FOUND.at(Place(), path))
            continue
        books = list(_workbooks(path, out))
        for book in books:
            found.setdefault(book.resolve(), book)
        if not books:
            problems.append(NO_WORKBOOK.at(Place(), path))
    return tuple(found.values()), tuple(problems)


def _workbooks(path: Path, out: Path) -> Iterator[Path]:
    """The file itself, or the workbooks below a folder: no lock file of Excel's, no marked copy, and nothing in an
    output folder of ours below it, however either is written."""
    if not path.is_dir():
        yield path
        return
    folder, made = path.resolve(), out.resolve()
    below = made.is_relative_to(folder)
    for book in sorted(path.rglob("*.xlsx")):
        hidden = book.name.startswith(("~$", ".")) or book.name.endswith(MARKED_ENDING)
        ours = below and (folder / book.relative_to(path)).is_relative_to(made)
        if not hidden and not ours:
            yield book
