"""Puts an office's finished documents into its folder without losing what a person wrote there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs.outputs import files, manifest, standing
from ita_docs.outputs.manifest import AskedItem, Inputs, Manifest, Print
from ita_docs.outputs.plans import NOT_WRITTEN, REPLACED, carry_out, plans, refusal
from ita_docs.outputs.standing import EDITED, Kin
from ita_docs.outputs.tidying import in_order, left_of, looked_at
from officefiles.problems import Kind, Place, Problem, Severity

__all__ = [
    "EDITED", "NOT_WRITTEN", "REPLACED", "Stored", "compare", "refusal", "remember_prints", "store", "write_file",
    "write_new",
]  # fmt: skip

DAMAGED = Kind(
    "memory-damaged",
    "ไฟล์บันทึกของโปรแกรม {found} เสียหาย จึงเก็บไว้ที่ {kept} และสร้างเอกสารใหม่ทั้งชุด เอกสารเดิมที่ต่างจากฉบับใหม่เก็บไว้ตามเดิม",
    "ตรวจเอกสารที่มีฉบับใหม่อยู่ข้างกัน เลือกฉบับที่ถูกต้อง แล้วลบไฟล์ {kept} ได้",
    "ไฟล์ที่โปรแกรมใช้จำว่าสร้างเอกสารใดไว้ อ่านไม่ได้หรือเสียหาย จึงแยกไม่ได้ว่าเอกสารใดแก้ไขด้วยมือ",
    Severity.WARNING,
)
ALREADY_THERE = Kind(
    "already-there",
    "มีไฟล์ {found} อยู่แล้ว จึงไม่เขียนทับ",
    "ตั้งชื่อไฟล์ใหม่ หรือย้ายไฟล์เดิมไปที่อื่นก่อน",
    "สั่งสร้างแบบกรอกในชื่อที่มีอยู่แล้ว โปรแกรมไม่เขียนทับแบบกรอกใด ๆ",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of the documents: the files that hold them, what staff must know, and the documents that people
    changed, which stand as they are."""

    in_place: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: tuple[Path, ...] = ()

    @property
    def failed(self) -> bool:
        """True where a document could not be written."""
        return any(problem.kind == NOT_WRITTEN.id for problem in self.problems)


def store(
    folder: Path,
    documents: Mapping[str, bytes],
    inputs: Inputs,
    problems: tuple[Problem, ...] = (),
    replace_edited: datetime.date | None = None,
    *,
    asked: tuple[AskedItem, ...] = (),
    kin: Kin | None = None,
    of: Inputs | None = None,
) -> Stored:
    """Write ``documents`` (content by name) into ``folder``, and remember that they were made of ``inputs``, that
    ``problems`` were told and what is ``asked``; what stands there otherwise is told.

    A file that a person changed is kept, and the new document written beside it as ``order_new.docx``; with
    ``replace_edited``, today's date, it is kept as ``order_backup_2025-11-22.docx`` and replaced. A file that the
    system refuses to write is a problem, and the others are written. The manifest names what is about to be written
    before anything is, so that a killed run's files are not taken for a person's. ``kin`` says how documents belong
    together. Where ``of`` is given, these files are made of that and stand beside the documents of the last run.
    """
    told, kin = list[Problem](), kin or Kin()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.clear_halves(folder)
        known = _memory(folder, told)
        planned = list(plans(folder, documents, known, replace_edited, told))
        left = left_of(folder, known, planned, inputs, of)
        underway = {one.target.name: (*known.files.get(one.target.name, ()), one.fingerprint) for one in planned}
        begun = replace(known, inputs={}, files={**known.files, **underway}, problems=problems, left=left)
        manifest.save(folder, begun)
        done = [plan for plan in planned if carry_out(plan, told)]
        now = {plan.target.name: (plan.fingerprint,) for plan in done}
        complete = len(done) == len(documents)
        ended = replace(begun, inputs=inputs if complete else {}, files={**begun.files, **now}, asked=asked)
        ended = in_order(folder, ended, known, done, refreshed=of is None)
        manifest.save(folder, ended)
    except OSError as fault:
        return Stored(problems=(*told, refusal(folder, fault)))
    changed = manifest.changed(folder, ended)
    stands = standing.told(folder, ended, changed, inputs, kin) if of is None else ()
    in_place = tuple(plan.target for plan in done)
    return Stored(in_place, (*told, *stands), tuple(folder / name for name in changed))


def compare(folder: Path, known: Manifest, made: Mapping[str, bytes]) -> Manifest:
    """The memory of ``folder`` with how the files that people changed differ from those of ``made``, which is all that
    can be compared, kept for the next run where the system lets it."""
    changed = manifest.changed(folder, known)
    edits = standing.compared(folder, known, made, changed).edits
    found = replace(known, edits={name: replace(one, fingerprint=changed[name]) for name, one in edits.items()})
    with suppress(OSError):  # then they are compared anew the next time
        manifest.save(folder, found)
    return found


def remember_prints(folder: Path, prints: Mapping[str, tuple[Sequence[str], bytes]]) -> tuple[Problem, ...]:
    """Remember PDFs or pictures by their names below ``folder``, each with the documents of the folder that it shows
    and its content, where the folder has a memory; a problem where the system refuses."""
    known = manifest.read(folder)
    if not (known.files and prints):
        return ()
    shown = {name: files.fingerprint(folder / name) for documents, _ in prints.values() for name in documents}
    found = {
        name: Print(
            documents[0], shown[documents[0]], files.hash_of(data), tuple((one, shown[one]) for one in documents[1:])
        )
        for name, (documents, data) in prints.items()
    }
    rest = {name: one for name, one in known.prints.items() if (folder / name).exists()}
    try:
        manifest.save(folder, looked_at(folder, replace(known, prints={**rest, **found})))
    except OSError as fault:
        return (refusal(folder / manifest.NAME, fault),)
    return ()


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


def _memory(folder: Path, refusals: list[Problem]) -> Manifest:
    """The memory of ``folder``. A damaged one is put aside, and told. Raises ``OSError``."""
    known = manifest.read(folder)
    if known.damaged:
        kept = files.set_aside(folder / manifest.NAME)
        refusals.append(DAMAGED.at(Place(), manifest.NAME, kept=kept.name))
    return known
