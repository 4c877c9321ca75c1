"""The work of a run: which workbooks, where their documents go, and what became of each."""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.outputs.manifest import AskedItem
from ita_docs.outputs.standing import MARKED_ENDING
from officefiles.problems import Kind, Place, Problem, Severity

if TYPE_CHECKING:
    from ita_docs.checks.completeness import CompletenessRow
    from thaipages.pdf import Printed

CASE_BLIND = sys.platform in ("win32", "darwin")
"""True where names that differ only in case are one."""
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
ALIKE_NAME = Kind(
    "name-alike",
    "ชื่อไฟล์ {found} ต่างจาก {other} เพียงตัวพิมพ์เล็กใหญ่ เว้นวรรค หรือจุดท้ายชื่อ{then}",
    "เปลี่ยนชื่อไฟล์ให้ต่างกันที่ตัวอักษรอื่น หรือสั่งสร้างทีละไฟล์โดยกำหนด --out คนละที่",
    "ชื่อที่ต่างกันเพียงตัวพิมพ์เล็กใหญ่ หรือเว้นวรรคและจุดท้ายชื่อ เป็นโฟลเดอร์ผลลัพธ์เดียวกันใน Windows",
)
_ONE_FOLDER = " โฟลเดอร์ผลลัพธ์จึงเป็นโฟลเดอร์เดียวกัน เอกสารจะทับกัน จึงไม่สร้างเอกสารของไฟล์นี้"
_ONE_ON_WINDOWS = " โฟลเดอร์ผลลัพธ์จะทับกันเมื่อคัดลอกไปเครื่องที่ใช้ Windows"


BAD_NAME = Kind(
    "file-name-unreadable",
    "ชื่อไฟล์ {found} มีอักขระที่อ่านไม่ได้ จึงไม่อ่านไฟล์นี้",
    "เปลี่ยนชื่อไฟล์แล้วสั่งใหม่ (มักเกิดจากการแตกไฟล์ .zip ที่บันทึกชื่อไฟล์ภาษาไทยด้วยรหัสอักขระแบบเก่า)",
    "ชื่อไฟล์ไม่ได้เก็บเป็นรหัสอักขระ UTF-8",
)
PASSED_OVER = Kind(
    "file-passed-over",
    "ไม่อ่านไฟล์ {found} เพราะ{why}",
    "หากเป็นแบบกรอก ให้เปิดใน Excel แล้วบันทึกเป็น “เวิร์กบุ๊ก Excel (.xlsx)” หากไม่ใช้แล้ว ให้ย้ายออกจากโฟลเดอร์",
    "ในโฟลเดอร์มีไฟล์ที่น่าจะเป็นแบบกรอก แต่ไม่ใช่ชนิด .xlsx จึงไม่สร้างเอกสาร",
    Severity.WARNING,
)

_OTHER_KINDS = {
    ".xls": "เป็นไฟล์ Excel รุ่นเก่า (.xls)",
    ".xlsm": "เป็นไฟล์ที่มีแมโคร (.xlsm)",
    ".xlsb": "เป็นไฟล์ Excel แบบไบนารี (.xlsb)",
    ".xltx": "เป็นแม่แบบของ Excel (.xltx)",
    ".xltm": "เป็นแม่แบบของ Excel ที่มีแมโคร (.xltm)",
    ".xlt": "เป็นแม่แบบของ Excel รุ่นเก่า (.xlt)",
    ".csv": "เป็นไฟล์ข้อความ (.csv)",
    ".tsv": "เป็นไฟล์ข้อความ (.tsv)",
    ".ods": "เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.ods)",
    ".fods": "เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.fods)",
    ".numbers": "เป็นไฟล์ของ Numbers (.numbers)",
    ".et": "เป็นไฟล์ของ WPS (.et)",
    ".gsheet": "เป็นลิงก์ไปยัง Google Sheets (.gsheet)",
}
"""Endings of files that look like workbooks and are not read, and why."""
_MISNAMED = re.compile(r"\.xls[xmb]?(?![a-z])", re.IGNORECASE)


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
    ``pdf`` draws a PDF of each document, ``items`` one of each item of the year. ``left_out`` is what the office's own
    templates do not print (``templates.left_out``). Without ``flush`` the disk is not waited for.
    """

    templates: Mapping[str, Path] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    frameworks: Path | None = None
    force: bool = False
    replace_edited: datetime.date | None = None
    traced: bool = False
    proof: bool = False
    tracker: Path | None = None
    left_out: Mapping[str, str] = field(default_factory=dict)
    pdf: bool = False
    items: bool = False
    flush: bool = True

    def tracker_of(self, job: Job) -> Path | None:
        """The tracker of this job's office, where there is one."""
        if self.tracker is None or not self.tracker.is_dir():
            return self.tracker
        own = self.tracker / job.workbook.name
        return own if own.is_file() else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: the files that hold its documents, every problem, why it was built anew, the seconds.

    ``kept`` are those of the documents that people changed and that stand as they are. ``completeness`` is what the
    open-data items of the year require and where the workbook has it, which only a check says; ``asked`` says it in
    short. ``undrawn`` are the documents whose PDF was asked for and could not be drawn.
    """

    job: Job
    status: OutcomeStatus
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    reasons: tuple[str, ...] = ()
    kept: tuple[Path, ...] = ()
    completeness: tuple[CompletenessRow, ...] = ()
    asked: tuple[AskedItem, ...] = ()
    undrawn: tuple[Printed, ...] = ()
    seconds: float = field(default=0.0, compare=False)


def find_jobs(paths: Iterable[Path], out: Path) -> tuple[tuple[Job, ...], tuple[Problem, ...]]:
    """The workbooks that ``paths`` (files and folders) stand for, in order, and what cannot be built."""
    books, missing = find_workbooks(paths, out)
    jobs: dict[Path, Job] = {}
    first: dict[str, Path] = {}
    problems = list(missing)
    for book in books:
        job = Job(book, out / (book.stem.rstrip(" .") or book.stem))
        before = first.setdefault(job.folder.name.casefold(), book)
        if before is not book:
            problems.append(_alike(book, before, same=job.folder in jobs))
        if before is book or not (CASE_BLIND or job.folder in jobs):
            jobs[job.folder] = job
    return tuple(jobs.values()), tuple(problems)


def _alike(book: Path, other: Path, *, same: bool) -> Problem:
    """That two workbooks have one output folder: the ``same`` everywhere, or on Windows only."""
    if book.stem == other.stem:
        return SAME_NAME.at(Place(), book.name)
    if same or CASE_BLIND:
        return ALIKE_NAME.at(Place(), book.name, other=other.name, then=_ONE_FOLDER)
    told = ALIKE_NAME.at(Place(), book.name, other=other.name, then=_ONE_ON_WINDOWS)
    return replace(told, severity=Severity.WARNING)


def find_workbooks(paths: Iterable[Path], out: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The workbooks that ``paths`` (files and folders) stand for, each once; the paths that lead to none, and the files
    in the folders that look like workbooks and are passed over."""
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        if not os.path.lexists(path):
            problems.append(NOT_FOUND.at(Place(), path))
            continue
        files = [path] if not path.is_dir() else list(_files(path, out))
        books = [file for file in files if file == path or (file.suffix.lower() == ".xlsx" and not _other(file))]
        for book in books:
            readable = str(book).encode(errors="replace").decode()
            if readable == str(book):
                found.setdefault(os.path.realpath(book), book)
            else:
                problems.append(BAD_NAME.at(Place(), readable))
        if not books:
            problems.append(NO_WORKBOOK.at(Place(), path))
        problems += [
            PASSED_OVER.at(Place(), file.name, why=why) for file in files if file != path and (why := _other(file))
        ]
    return tuple(found.values()), tuple(problems)


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """What stands below a folder, in order: no lock file, no marked copy, no data of a Mac's about a file, and nothing
    in an output folder of ours below it, however either is written."""
    whole, made = folder.resolve(), out.resolve()
    below = made.is_relative_to(whole)
    for file in sorted(folder.rglob("*")):
        no_data = file.name.startswith(("~$", ".~", "._")) or file.name.endswith(MARKED_ENDING)
        ours = below and (whole / file.relative_to(folder)).is_relative_to(made)
        if not no_data and not ours:
            yield file


def _other(file: Path) -> str:
    """Why a file that looks like a workbook is not read; empty for any other."""
    ending = file.suffix.lower()
    if ending in _OTHER_KINDS:
        return _OTHER_KINDS[ending]
    if ending != ".xlsx":
        return "นามสกุลของไฟล์ไม่ใช่ .xlsx" if _MISNAMED.search(file.name) and not file.is_dir() else ""
    hidden = "เป็นไฟล์ที่ซ่อนไว้ (ชื่อขึ้นต้นด้วยจุด)" if file.name.startswith(".") else ""
    return "เป็นโฟลเดอร์ ไม่ใช่ไฟล์" if file.is_dir() else hidden
