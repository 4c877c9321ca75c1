"""The memory of an office's folder after a run: what is out of date and ours is removed, every file is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ita_docs.outputs import files, manifest, standing
from ita_docs.outputs.disk import flush_folder
from ita_docs.outputs.manifest import Edit, Inputs, Manifest
from ita_docs.outputs.plans import Plan
from ita_docs.outputs.reasons import explain
from ita_docs.outputs.standing import MARKED_ENDING, is_marked
from ita_docs.places import template_name
from officefiles.problems import Kind, Place, Problem, Severity

NOT_REMOVED = Kind(
    "not-removed",
    "ลบ {found} ซึ่งเป็นฉบับเก่าไม่ได้: {reason}",
    "อย่าใช้ไฟล์นี้ ปิดไฟล์แล้วสั่งสร้างใหม่ หรือลบด้วยตนเอง",
    "ไฟล์ของเอกสารฉบับเก่าเปิดค้างอยู่หรือลบไม่ได้ เอกสารฉบับใหม่สร้างครบแล้ว",
    Severity.WARNING,
)


def left_of(
    folder: Path, known: Manifest, planned: Iterable[Plan], inputs: Inputs, of: Inputs | None
) -> dict[str, Inputs]:
    """What each file was made of that stands in ``folder`` and is not among those planned now of ``inputs``; those
    planned too where they are made ``of`` something else and leave the documents as they are."""
    names = {plan.target.name for plan in planned}
    now = inputs if of is None else known.inputs
    before = {name: known.left.get(name, known.inputs) for name in known.files if (folder / name).exists()}
    left = {name: one for name, one in before.items() if name not in names and one != now}
    return left if of is None else {**left, **dict.fromkeys(names, of)}


def in_order(
    folder: Path,
    ended: Manifest,
    known: Manifest,
    done: Sequence[Plan],
    told: list[Problem],
    *,
    refreshed: bool,
    flush: bool,
) -> Manifest:
    """The memory ``ended`` of a run, which was ``known`` before it: what is out of date and ours is removed and
    forgotten, or ``told`` where the system refuses; edits are compared, and every file is looked at. ``refreshed``
    where the run was to make documents. Raises ``OSError``."""
    gone = {*_outdated(folder, ended, done)}
    gone |= {*_outdated_prints(folder, ended, {plan.target.name for plan in done if not plan.same} | gone)}
    if refreshed and any(not plan.name.endswith(MARKED_ENDING) for plan in done):
        gone |= {*_old_copies(folder, ended)}
    _remove(folder, gone, told, flush=flush)
    written = {plan.target.name: plan.fingerprint for plan in done}
    kept = {name: one for name, one in ended.files.items() if name in written or (folder / name).exists()}
    ended = replace(
        ended,
        files=kept,
        left={name: one for name, one in ended.left.items() if name in kept},
        earlier=_earlier(known, kept),
        prints={name: one for name, one in ended.prints.items() if (folder / name).exists()},
        edits={name: Edit("", "") for plan in done for name in plan.kept} | dict(known.edits),
    )
    ended = looked_at(folder, ended, written)
    made = {plan.name: plan.data for plan in done}
    return standing.compared(folder, ended, made, manifest.changed(folder, ended))


def _remove(folder: Path, names: Iterable[str], told: list[Problem], *, flush: bool) -> None:
    """What cannot be removed stays remembered, and the next run tries again."""
    for name in sorted(names):
        try:
            files.remove(folder / name)
        except OSError as fault:
            told.append(NOT_REMOVED.at(Place(), name, reason=explain(fault)))
    for parent in {(folder / name).parent for name in names} if flush else ():
        flush_folder(parent)


def _earlier(known: Manifest, now: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The fingerprints that each file had and has no more."""
    before = {name: dict.fromkeys(known.before(name)) for name in (*known.earlier, *known.files)}
    left = {name: tuple(one for one in some if one not in now.get(name, ())) for name, some in before.items()}
    return {name: some for name, some in left.items() if some}


def looked_at(folder: Path, known: Manifest, written: Mapping[str, str] | None = None) -> Manifest:
    """The memory with what its files are now, so that the next run need not read them; this one knows the fingerprints
    of what it has ``written``."""
    stamps = ((name, files.stamp(folder / name), one) for name, one in (written or {}).items())
    known = replace(known, seen={**known.seen, **{name: (*stamp, one) for name, stamp, one in stamps if stamp}})
    names = dict.fromkeys((*known.files, *known.edits, *known.prints))
    looked = {name: manifest.look(folder, name, known) for name in names}
    return replace(known, seen={name: one for name, one in looked.items() if one and one[2] != manifest.UNREAD})


def _outdated(folder: Path, ended: Manifest, done: Sequence[Plan]) -> Iterator[str]:
    """New documents of earlier runs beside a file that is now up to date; those that a person changed stay, and one
    that has a template of its own is none."""
    ready = {plan.name for plan in done if plan.target.name == plan.name}
    for name in ended.files:
        own = f"{manifest.TEMPLATE}{template_name(name.removesuffix('.docx'))}" in ended.inputs
        if name not in ready and manifest.wanted(name) in ready and not own and _is_ours(folder, ended, name):
            yield name


def _old_copies(folder: Path, ended: Manifest) -> Iterator[str]:
    """Marked copies of a workbook that has changed since."""
    for name, of in ended.left.items():
        now, then = ({one for one in some.items() if is_marked(name, one[0])} for some in (ended.inputs, of))
        if name.endswith(MARKED_ENDING) and now != then and _is_ours(folder, ended, name):
            yield name


def _outdated_prints(folder: Path, ended: Manifest, replaced: set[str]) -> Iterator[str]:
    """The PDFs and pictures of documents that were replaced or are gone; those that a person changed stay."""
    for name, one in ended.prints.items():
        itself = manifest.look(folder, name, ended)
        over = any(
            document in replaced or not (folder / document).exists() or _is_before(folder, ended, document, shown)
            for document, shown in one.documents.items()
        )
        if over and itself and itself[2] == one.fingerprint:
            yield name


def _is_before(folder: Path, known: Manifest, name: str, fingerprint: str) -> bool:
    """True where a document is ours and no longer the one of this fingerprint, which it had before."""
    itself = manifest.look(folder, name, known)
    if itself is None or itself[2] not in known.files.get(name, ()):
        return False
    return itself[2] != fingerprint and fingerprint in known.earlier.get(name, ())


def _is_ours(folder: Path, known: Manifest, name: str) -> bool:
    itself = manifest.look(folder, name, known)
    return itself is not None and itself[2] in known.files[name]
