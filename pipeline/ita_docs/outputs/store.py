"""Puts an office's finished documents into its folder without losing what a person wrote there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs.outputs import files, manifest, standing
from ita_docs.outputs.disk import alone, make_folder
from ita_docs.outputs.manifest import AskedItem, Inputs, Manifest, Print
from ita_docs.outputs.plans import NOT_WRITTEN, REPLACED, Plan, backed_up, carry_out, plans, refusal
from ita_docs.outputs.standing import EDITED, Kin
from ita_docs.outputs.tidying import in_order, left_of, looked_at
from officefiles.problems import Kind, Place, Problem, Severity

__all__ = [
    "EDITED", "NOT_WRITTEN", "REPLACED", "Stored", "compare", "refusal", "remember_prints", "store", "write_file",
    "write_files", "write_new",
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
    flush: bool = True,
) -> Stored:
    """Write ``documents`` (content by name) into ``folder``, and remember that they were made of ``inputs``, that
    ``problems`` were told and what is ``asked``; what stands there otherwise is told.

    A file that a person changed is kept, and the new document written beside it as ``order_new.docx``; with
    ``replace_edited``, today's date, it is kept as ``order_backup_2025-11-22.docx`` and replaced. A file that the
    system refuses to write is a problem, and the others are written. The manifest names what is about to be written
    before anything is, so that a killed run's files are not taken for a person's. ``kin`` says how documents belong
    together. Where ``of`` is given, these files are made of that and stand beside the documents of the last run.

    What comes back as written survives a loss of power: first the disk has the memory of what is about to be written,
    then all documents, then their names, and last the memory that they are there. Without ``flush`` the disk is not
    waited for, and the next run reads every file.
    """
    told, kin = list[Problem](), kin or Kin()
    try:
        make_folder(folder, flush=flush)
        with alone(folder):
            files.clear_halves(folder)
            known = _memory(folder, told)
            planned = list(plans(folder, documents, known, replace_edited, told))
            planned = [plan for plan in planned if backed_up(plan, told)]
            begun = replace(_begun(known, planned), problems=problems, left=left_of(folder, known, planned, inputs, of))
            manifest.save(folder, begun, flush=flush)
            done = carry_out(folder, planned, told, flush=flush)
            now = {plan.target.name: (plan.fingerprint,) for plan in done}
            complete = len(done) == len(documents)
            ended = replace(begun, inputs=inputs if complete else {}, files={**begun.files, **now}, asked=asked)
            ended = in_order(folder, ended, known, done, told, refreshed=of is None, flush=flush)
            manifest.save(folder, ended, flush=flush)
            changed = manifest.changed(folder, ended)
            stands = standing.told(folder, ended, changed, inputs, kin) if of is None else ()
    except OSError as fault:
        return Stored(problems=(*told, refusal(folder, fault)))
    except manifest.UnreadError as fault:
        return Stored(problems=(*told, refusal(folder / manifest.NAME, fault.reason)))
    in_place = tuple(plan.target for plan in done)
    return Stored(in_place, (*told, *stands), tuple(folder / name for name in changed))


def _begun(known: Manifest, planned: Sequence[Plan]) -> Manifest:
    """The memory of a run under way: each file has either the fingerprint that it had or the new one."""
    underway = {one.target.name: (*known.files.get(one.target.name, ()), one.fingerprint) for one in planned}
    return replace(known, inputs={}, files={**known.files, **underway})


def compare(folder: Path, known: Manifest, made: Mapping[str, bytes], *, flush: bool = True) -> Manifest:
    """The memory of ``folder`` with how the files that people changed differ from those of ``made``, which is all that
    can be compared, kept for the next run where the system lets it and no other command wrote meanwhile."""
    changed = manifest.changed(folder, known)
    edits = standing.compared(folder, known, made, changed).edits
    found = replace(known, edits={name: replace(one, fingerprint=changed[name]) for name, one in edits.items()})
    with suppress(OSError, manifest.UnreadError), alone(folder):  # else they are compared anew the next time
        if manifest.read(folder) == known:
            manifest.save(folder, found, flush=flush)
    return found


def remember_prints(
    folder: Path, prints: Mapping[str, tuple[Sequence[str], bytes]], *, flush: bool = True
) -> tuple[Problem, ...]:
    """Remember PDFs or pictures by their names below ``folder``, each with the documents of the folder that it shows
    and its content, where the folder has a memory; a problem where the system refuses."""
    if not (prints and folder.is_dir()):
        return ()
    try:
        with alone(folder):
            known = manifest.read(folder)
            if known.files:
                manifest.save(folder, _with_prints(folder, known, prints), flush=flush)
    except OSError as fault:
        return (refusal(folder / manifest.NAME, fault),)
    except manifest.UnreadError as fault:
        return (refusal(folder / manifest.NAME, fault.reason),)
    return ()


def _with_prints(folder: Path, known: Manifest, prints: Mapping[str, tuple[Sequence[str], bytes]]) -> Manifest:
    shown = {name: files.fingerprint(folder / name) for documents, _ in prints.values() for name in documents}
    found = {
        name: Print(
            documents[0], shown[documents[0]], files.hash_of(data), tuple((one, shown[one]) for one in documents[1:])
        )
        for name, (documents, data) in prints.items()
    }
    rest = {name: one for name, one in known.prints.items() if (folder / name).exists()}
    return looked_at(folder, replace(known, prints={**rest, **found}))


def write_file(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write a file that belongs to no office's documents in place of the last one; a problem where the system
    refuses."""
    return tuple(write_files(path.parent, {path: data}).values())


def write_files(folder: Path, made: Mapping[Path, bytes], *, flush: bool = True) -> dict[Path, Problem]:
    """Write files of ``folder`` that stand beside an office's documents, each in place of the last one; a problem for
    each that the system refuses."""
    try:
        make_folder(folder, flush=flush)
        with alone(folder):
            for path in made:
                files.clear_halves(folder, path.name)
            refused = files.write_all(made, flush=flush)
    except OSError as fault:
        return dict.fromkeys(made, refusal(folder, fault))
    return {path: refusal(path, fault) for path, fault in refused.items()}


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
    """The memory of ``folder``. A damaged one is put aside, and told. Raises ``OSError`` and ``UnreadError``."""
    known = manifest.read(folder)
    if known.damaged:
        kept = files.set_aside(folder / manifest.NAME)
        refusals.append(DAMAGED.at(Place(), manifest.NAME, kept=kept.name))
    return known
