"""Where each document of a run goes in an office's folder: in its place, or beside what a person changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from ita_docs.outputs import files, manifest, reasons, standing
from ita_docs.outputs.files import beside
from ita_docs.outputs.manifest import Manifest
from officefiles.problems import Kind, Place, Problem, Severity

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


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a document goes: to ``name``, or beside files that people changed, which are ``kept``; ``backup`` is where
    such a file goes that is replaced."""

    name: str
    target: Path
    data: bytes = field(repr=False)
    fingerprint: str
    same: bool
    kept: tuple[str, ...] = ()
    backup: Path | None = None


def plans(
    folder: Path,
    documents: Mapping[str, bytes],
    known: Manifest,
    replace_edited: datetime.date | None,
    refusals: list[Problem],
) -> Iterator[Plan]:
    for name, data in documents.items():
        try:
            yield _plan(folder / name, data, known, replace_edited)
        except OSError as fault:
            refusals.append(refusal(folder / name, fault))


def _plan(path: Path, data: bytes, known: Manifest, replace_edited: datetime.date | None) -> Plan:
    fingerprint = files.hash_of(data)
    if _is_free(path, data, known):
        return Plan(path.name, path, data, fingerprint, _holds(path, data))
    path.open("rb").close()  # what the system refuses to open is told as such
    if replace_edited:
        backups = (beside(path, f"backup_{replace_edited}", number) for number in count(1))
        backup = next(other for other in backups if not other.exists())
        return Plan(path.name, path, data, fingerprint, same=False, backup=backup)
    kept, target = [path.name], beside(path, "new")
    while not _is_free(target, data, known):
        kept.append(target.name)
        target = beside(path, "new", len(kept))
    return Plan(path.name, target, data, fingerprint, _holds(target, data), tuple(kept))


def _is_free(path: Path, data: bytes, known: Manifest) -> bool:
    """True where ``path`` holds nothing, the same, or what an earlier run wrote."""
    itself = manifest.look(path.parent, path.name, known)
    return itself is None or _holds(path, data) or itself[2] in known.known(path.name)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def backed_up(plan: Plan, told: list[Problem]) -> bool:
    """True where what the document replaces is kept as it is to be; what staff must know of that is among ``told``."""
    if plan.backup is None:
        return True
    try:
        said = standing.difference(plan.target, plan.data)
        files.keep(plan.target, plan.backup)
    except OSError as fault:
        told.append(refusal(plan.target, fault))
        return False
    told.append(REPLACED.at(Place(), plan.name, new=plan.backup.name, differences=said))
    return True


def carry_out(folder: Path, planned: Sequence[Plan], told: list[Problem], *, flush: bool) -> list[Plan]:
    """Those of which the documents are in their places in ``folder``, and stay there where the power is lost; what
    staff must know of the others is among ``told``. Raises ``OSError``."""
    refused = files.write_all({plan.target: plan.data for plan in planned if not plan.same}, flush=flush)
    same = [plan.target for plan in planned if plan.same]
    if flush and same:  # what stands there already may be of a run that was cut short
        files.flush_all(same, folder)
    told += (refusal(path, fault) for path, fault in refused.items())
    return [plan for plan in planned if plan.target not in refused]


def refusal(path: Path, fault: OSError) -> Problem:
    """That ``path`` could not be written, and why."""
    return NOT_WRITTEN.at(Place(), path.name, reason=reasons.explain(fault))
