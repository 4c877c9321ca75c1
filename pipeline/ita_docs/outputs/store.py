"""Puts an office's finished documents into its folder without losing what a person wrote there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.outputs import files, manifest
from ita_docs.outputs.manifest import Manifest
from officefiles.lazy import lazy_import
from officefiles.problems import Kind, Place, Problem, Severity

if TYPE_CHECKING:
    from ita_docs.outputs import differences
else:
    differences = lazy_import("ita_docs.outputs.differences")

EDITED = Kind(
    "edited-by-hand",
    "มีผู้แก้ไข {found} ด้วยมือ จึงเก็บไว้ตามเดิม และเขียนฉบับใหม่ไว้ที่ {new} ({differences})",
    "ย้ายข้อความที่แก้ไปไว้ในแบบกรอกหรือแม่แบบแล้วสร้างใหม่ หรือสั่ง --replace-edited เพื่อแทนที่โดยเก็บสำเนาไว้",
    "ผู้ใช้แก้ไขเอกสารที่สร้างแล้ว โปรแกรมไม่เขียนทับ และเขียนฉบับใหม่ไว้ข้างกัน",
    Severity.WARNING,
)
REPLACED = Kind(
    "edited-replaced",
    "แทนที่ {found} ที่แก้ไขด้วยมือแล้ว ฉบับเดิมเก็บไว้ที่ {new} ({differences})",
    "ตรวจสอบฉบับเดิม แล้วลบได้เมื่อไม่ใช้",
    "ผู้ใช้สั่งให้แทนที่เอกสารที่แก้ไขด้วยมือ โปรแกรมเก็บฉบับเดิมไว้พร้อมวันที่",
    Severity.NOTE,
)
NOT_WRITTEN = Kind(
    "not-written",
    "บันทึก {found} ไม่สำเร็จ: {reason}",
    "แก้สาเหตุนี้แล้วสั่งสร้างใหม่ ไฟล์เดิมยังอยู่ครบ",
    "ระบบบันทึกไฟล์ผลลัพธ์ไม่ได้ ไฟล์เดิมยังอยู่ครบ",
)
ALREADY_THERE = Kind(
    "already-there",
    "มีไฟล์ {found} อยู่แล้ว จึงไม่เขียนทับ",
    "ตั้งชื่อไฟล์ใหม่ หรือย้ายไฟล์เดิมไปที่อื่นก่อน",
    "สั่งสร้างแบบกรอกในชื่อที่มีอยู่แล้ว โปรแกรมไม่เขียนทับแบบกรอกใด ๆ",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of the documents: the files that hold them, which of these were written anew (the others held the
    same already), and what staff must know."""

    in_place: tuple[Path, ...] = ()
    written: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """True where a document could not be written."""
        return any(problem.kind == NOT_WRITTEN.id for problem in self.problems)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where a document goes. ``edited`` is what a person made of the file ``name``, and ``backup`` where that goes."""

    name: str
    target: Path
    data: bytes = field(repr=False)
    same: bool
    edited: bytes | None = field(default=None, repr=False)
    backup: Path | None = None

    def problem(self) -> Problem:
        """What staff must know about the file that a person changed."""
        kind, new = (REPLACED, self.backup) if self.backup else (EDITED, self.target)
        said = "; ".join(differences.differences(self.name, self.edited or b"", self.data))
        return kind.at(Place(), self.name, new=new.name if new else "", differences=said)


def store(
    folder: Path,
    documents: Mapping[str, bytes],
    inputs: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
    replace_edited: datetime.date | None = None,
) -> Stored:
    """Write ``documents`` (content by name) into ``folder``, and remember that they were made of ``inputs`` and that
    ``problems`` were told.

    A file that a person changed is kept, and the new document written beside it as ``order_new.docx``; with
    ``replace_edited``, today's date, it is kept as ``order_backup_2025-11-22.docx`` and replaced. A file that the
    system refuses to write is a problem, and the others are written. The manifest names what is about to be written
    before anything is, so that a killed run's files are not taken for a person's.
    """
    known, refusals = manifest.read(folder), list[Problem]()
    plans = list(_plans(folder, documents, known, replace_edited, refusals))
    underway = {plan.target.name: (*_known(known, plan.target), files.hash_of(plan.data)) for plan in plans}
    try:
        files.clear_halves(folder)
        manifest.save(folder, Manifest({}, {**known.files, **underway}, problems))
        done = [plan for plan in plans if _carry_out(plan, refusals)]
        outdated = set(_remove_outdated(done, known))
        now = {**known.files, **underway, **{plan.target.name: (files.hash_of(plan.data),) for plan in done}}
        complete = len(done) == len(documents)
        remembered = {name: values for name, values in now.items() if name not in outdated}
        manifest.save(folder, Manifest(inputs if complete else {}, remembered, problems))
    except OSError as fault:
        return Stored(problems=(refusal(folder, fault),))
    return Stored(
        tuple(plan.target for plan in done), tuple(plan.target for plan in done if not plan.same), tuple(refusals)
    )


def write_file(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write a file that belongs to no office's documents in place of the last one; a problem where the system
    refuses."""
    try:
        files.write(path, data)
    except OSError as fault:
        return (refusal(path, fault),)
    return ()


def write_new(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write a new workbook; a problem where there is a file of this name, which is never touched, or no room."""
    try:
        files.create(path, data)
    except FileExistsError:
        return (ALREADY_THERE.at(Place(), path),)
    except OSError as fault:
        return (refusal(path, fault),)
    return ()


def refusal(path: Path, fault: OSError) -> Problem:
    """That ``path`` could not be written, and why."""
    return NOT_WRITTEN.at(Place(), path.name, reason=files.explain(fault))


def _known(known: Manifest, path: Path) -> tuple[str, ...]:
    return known.files.get(path.name, ())


def _plans(
    folder: Path,
    documents: Mapping[str, bytes],
    known: Manifest,
    replace_edited: datetime.date | None,
    refusals: list[Problem],
) -> Iterator[_Plan]:
    for name, data in documents.items():
        try:
            yield _plan(folder / name, data, known, replace_edited)
        except OSError as fault:
            refusals.append(refusal(folder / name, fault))


def _plan(wanted: Path, data: bytes, known: Manifest, replace_edited: datetime.date | None) -> _Plan:
    if _is_free(wanted, data, known):
        return _Plan(wanted.name, wanted, data, _holds(wanted, data))
    edited = wanted.read_bytes()
    if replace_edited:
        backups = (_beside(wanted, f"backup_{replace_edited}", number) for number in count(1))
        return _Plan(wanted.name, wanted, data, False, edited, next(path for path in backups if not path.exists()))
    others = (_beside(wanted, "new", number) for number in count(1))
    target = next(path for path in others if _is_free(path, data, known))
    return _Plan(wanted.name, target, data, _holds(target, data), edited)


def _is_free(path: Path, data: bytes, known: Manifest) -> bool:
    """True where ``path`` holds nothing, the same, or what an earlier run wrote."""
    return not files.has_content(path) or _holds(path, data) or files.fingerprint(path) in _known(known, path)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _beside(path: Path, word: str, number: int) -> Path:
    return path.with_stem(f"{path.stem}_{word}{number if number > 1 else ''}")


def _carry_out(plan: _Plan, refusals: list[Problem]) -> bool:
    """True where the document is in its place; what staff must know goes to ``refusals``."""
    try:
        if plan.backup and plan.edited is not None:
            files.write(plan.backup, plan.edited)
        if not plan.same:
            files.write(plan.target, plan.data)
    except OSError as fault:
        refusals.append(refusal(plan.target, fault))
        return False
    if plan.edited is not None:
        refusals.append(plan.problem())
    return True


def _remove_outdated(done: list[_Plan], known: Manifest) -> Iterator[str]:
    """Remove new documents of earlier runs beside a file that is now up to date; those that a person changed stay."""
    for plan in done:
        if plan.target.name == plan.name:
            for number in range(1, len(known.files) + 1):
                path = _beside(plan.target, "new", number)
                if path.exists() and files.fingerprint(path) in _known(known, path):
                    path.unlink()
                    yield path.name
