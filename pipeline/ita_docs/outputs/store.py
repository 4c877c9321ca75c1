"""Puts an office's finished documents into its folder without losing what a person wrote there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from ita_docs.outputs import files, manifest, standing
from ita_docs.outputs.files import beside
from ita_docs.outputs.manifest import AskedItem, Edit, Inputs, Manifest, Print
from ita_docs.outputs.standing import EDITED, MARKED_ENDING, Kin
from officefiles.problems import Kind, Place, Problem, Severity

__all__ = ["EDITED", "REPLACED", "Stored", "compare", "remember_prints", "store", "write_file", "write_new"]

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
    """What became of the documents: the files that hold them, which of these were written anew (the others held the
    same already), what staff must know, and the documents that people changed, which stand as they are."""

    in_place: tuple[Path, ...] = ()
    written: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: tuple[Path, ...] = ()

    @property
    def failed(self) -> bool:
        """True where a document could not be written."""
        return any(problem.kind == NOT_WRITTEN.id for problem in self.problems)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where a document goes. ``edited`` is true where the file ``name`` is not as it was written, and ``backup`` where
    that goes."""

    name: str
    target: Path
    data: bytes = field(repr=False)
    same: bool
    edited: bool = False
    backup: Path | None = None


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
    refusals, kin = list[Problem](), kin or Kin()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.clear_halves(folder)
        known = _memory(folder, refusals)
        plans = list(_plans(folder, documents, known, replace_edited, refusals))
        hashes = {plan.target.name: files.hash_of(plan.data) for plan in plans}
        left = _left(folder, known, hashes, inputs if of is None else known.inputs, of)
        underway = {name: (*known.files.get(name, ()), one) for name, one in hashes.items()}
        begun = replace(known, inputs={}, files={**known.files, **underway}, problems=problems, left=left)
        manifest.save(folder, begun)
        done = [plan for plan in plans if _carry_out(plan, refusals)]
        now = {plan.target.name: (hashes[plan.target.name],) for plan in done}
        complete = len(done) == len(documents)
        ended = replace(begun, inputs=inputs if complete else {}, files={**begun.files, **now}, asked=asked)
        ended = _in_order(folder, ended, known, done, hashes, documents, refreshed=of is None)
        manifest.save(folder, ended)
    except OSError as fault:
        return Stored(problems=(*refusals, refusal(folder, fault)))
    changed = manifest.changed(folder, ended)
    stands = standing.told(folder, ended, changed, inputs, kin) if of is None else ()
    return Stored(
        tuple(plan.target for plan in done),
        tuple(plan.target for plan in done if not plan.same),
        (*refusals, *stands),
        tuple(folder / name for name in changed),
    )


def compare(folder: Path, known: Manifest, made: Mapping[str, bytes]) -> Manifest:
    """The memory of ``folder`` with how the files that people changed differ from those of ``made``, kept for the next
    run where the system lets it."""
    found = standing.compared(folder, known, made, manifest.changed(folder, known))
    with suppress(OSError):  # then they are compared anew the next time
        manifest.save(folder, found)
    return found


def remember_prints(document: Path, prints: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Remember PDFs or pictures (content by name below the document's folder) as those of the document, where the
    folder has a memory; a problem where the system refuses."""
    folder, known = document.parent, manifest.read(document.parent)
    if not known.files:
        return ()
    shown = files.fingerprint(document)
    found = {name: Print(document.name, shown, files.hash_of(data)) for name, data in prints.items()}
    rest = {name: one for name, one in known.prints.items() if (folder / name).exists()}
    try:
        manifest.save(folder, _looked_at(folder, replace(known, prints={**rest, **found})))
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


def refusal(path: Path, fault: OSError) -> Problem:
    """That ``path`` could not be written, and why."""
    return NOT_WRITTEN.at(Place(), path.name, reason=files.explain(fault))


def _memory(folder: Path, refusals: list[Problem]) -> Manifest:
    """The memory of ``folder``. A damaged one is put aside, and told. Raises ``OSError``."""
    known = manifest.read(folder)
    if known.damaged:
        kept = files.set_aside(folder / manifest.NAME)
        refusals.append(DAMAGED.at(Place(), manifest.NAME, kept=kept.name))
    return known


def _left(folder: Path, known: Manifest, made: Iterable[str], inputs: Inputs, of: Inputs | None) -> dict[str, Inputs]:
    """What each file was made of that stands in ``folder`` and is not among those ``made`` now of ``inputs``."""
    names = set(made)
    before = {name: known.left.get(name, known.inputs) for name in known.files if (folder / name).exists()}
    left = {name: one for name, one in before.items() if name not in names and (name in known.left or one != inputs)}
    return left if of is None else {**left, **dict.fromkeys(names, of)}


def _in_order(
    folder: Path,
    ended: Manifest,
    known: Manifest,
    done: list[_Plan],
    hashes: Mapping[str, str],
    documents: Mapping[str, bytes],
    *,
    refreshed: bool,
) -> Manifest:
    """The memory after a run: what is out of date and ours is removed and forgotten, edits are compared, and every file
    is looked at."""
    gone = {*_outdated(folder, ended, done)}
    gone |= {*_outdated_prints(folder, ended, {plan.target.name for plan in done if not plan.same} | gone)}
    if refreshed and any(not name.endswith(MARKED_ENDING) for name in documents):
        gone |= {*_old_copies(folder, ended)}
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    stands = {plan.target.name for plan in done}
    kept = {name: one for name, one in ended.files.items() if name in stands or (folder / name).exists()}
    earlier = {name: tuple(dict.fromkeys(known.before(name))) for name in (*known.earlier, *known.files)}
    ended = replace(
        ended,
        files=kept,
        left={name: one for name, one in ended.left.items() if name in kept},
        earlier={name: rest for name, all_ in earlier.items() if (rest := _without(all_, kept.get(name, ())))},
        prints={name: one for name, one in ended.prints.items() if (folder / name).exists()},
        edits={plan.name: Edit("", "") for plan in done if plan.edited} | dict(known.edits),
    )
    ended = _looked_at(folder, ended, {plan.target.name: hashes[plan.target.name] for plan in done})
    return standing.compared(folder, ended, documents, manifest.changed(folder, ended))


def _without(all_: tuple[str, ...], these: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in all_ if one not in these)


def _looked_at(folder: Path, known: Manifest, written: Mapping[str, str] | None = None) -> Manifest:
    """The memory with what its files are now, so that the next run need not read them; this one knows the fingerprints
    of what it has ``written``."""
    stamps = ((name, files.stamp(folder / name), one) for name, one in (written or {}).items())
    known = replace(known, seen={**known.seen, **{name: (*stamp, one) for name, stamp, one in stamps if stamp}})
    names = dict.fromkeys((*known.files, *known.edits, *known.prints))
    looked = {name: manifest.look(folder, name, known) for name in names}
    return replace(known, seen={name: one for name, one in looked.items() if one and one[2] != manifest.UNREAD})


def _outdated(folder: Path, ended: Manifest, done: list[_Plan]) -> Iterator[str]:
    """New documents of earlier runs beside a file that is now up to date; those that a person changed stay."""
    ready = {plan.name for plan in done if plan.target.name == plan.name}
    for name in ended.files:
        if name not in ready and manifest.wanted(name) in ready and _is_ours(folder, ended, name):
            yield name


def _old_copies(folder: Path, ended: Manifest) -> Iterator[str]:
    """Marked copies of a workbook that has changed since."""
    data = {name: one for name, one in ended.inputs.items() if name.startswith(manifest.DATA)}
    for name, of in ended.left.items():
        if name.endswith(MARKED_ENDING) and not data.items() <= of.items() and _is_ours(folder, ended, name):
            yield name


def _outdated_prints(folder: Path, ended: Manifest, replaced: set[str]) -> Iterator[str]:
    """The PDFs and pictures of documents that were replaced or are gone; those that a person changed stay."""
    for name, one in ended.prints.items():
        itself = manifest.look(folder, name, ended)
        over = one.document in replaced or not (folder / one.document).exists()
        if over and itself and itself[2] == one.fingerprint:
            yield name


def _is_ours(folder: Path, known: Manifest, name: str) -> bool:
    itself = manifest.look(folder, name, known)
    return itself is not None and itself[2] in known.files[name]


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


def _plan(path: Path, data: bytes, known: Manifest, replace_edited: datetime.date | None) -> _Plan:
    if _is_free(path, data, known):
        return _Plan(path.name, path, data, _holds(path, data))
    path.open("rb").close()  # what the system refuses to open is told as such
    if replace_edited:
        backups = (beside(path, f"backup_{replace_edited}", number) for number in count(1))
        return _Plan(path.name, path, data, False, True, next(other for other in backups if not other.exists()))
    others = (beside(path, "new", number) for number in count(1))
    target = next(other for other in others if _is_free(other, data, known))
    return _Plan(path.name, target, data, _holds(target, data), True)


def _is_free(path: Path, data: bytes, known: Manifest) -> bool:
    """True where ``path`` holds nothing, the same, or what an earlier run wrote."""
    itself = manifest.look(path.parent, path.name, known)
    return itself is None or _holds(path, data) or itself[2] in known.known(path.name)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _carry_out(plan: _Plan, told: list[Problem]) -> bool:
    """True where the document is in its place; what staff must know of that is among ``told``."""
    try:
        if plan.backup:
            said = standing.difference(plan.target, plan.data)
            files.keep(plan.target, plan.backup)
        if not plan.same:
            files.write(plan.target, plan.data)
    except OSError as fault:
        told.append(refusal(plan.target, fault))
        return False
    if plan.backup:
        told.append(REPLACED.at(Place(), plan.name, new=plan.backup.name, differences=said))
    return True
