"""What made an office's documents, and what was written: the memory that lets a second run touch only what changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path, PurePath
from typing import Any

from ita_docs.outputs.disk import patiently
from ita_docs.outputs.files import code_version, fingerprint, has_content, hash_of, write
from ita_docs.outputs.files import stamp as stamp_of
from ita_docs.outputs.reasons import out_of_reach
from officefiles.limits import actual, contents
from officefiles.problems import Problem

NAME = ".ita-docs.json"
DATA, TEMPLATE, TRACKER, PICTURE, OPTIONS = "ข้อมูลใน ", "แม่แบบ ", "ไฟล์ติดตาม ", "ภาพ ", "ตัวเลือกที่สั่ง"
"""What the names of inputs are, or begin with."""
UNFINISHED = "การสร้างครั้งก่อนยังไม่เสร็จ"
UNREAD = "unread"
"""Stands for the fingerprint of what cannot be read: a folder, a file of gigabytes, one that is locked."""
_FORMAT = 1
_BESIDE = re.compile(r"_new\d*(?=\.\w+$)")
_MOST_EARLIER = 20

Inputs = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A file that is not as it was written: the fingerprint that it has, and how it differs from the new one, in
    Thai."""

    fingerprint: str
    differences: str


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF or a picture of a document: the document's name, the fingerprint of the one that it shows, its own; and
    where it shows several, the names and fingerprints of the others."""

    document: str
    shown: str
    fingerprint: str
    others: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> dict[str, str]:
        """The fingerprints of all documents that it shows, by their names."""
        return {self.document: self.shown, **dict(self.others)}


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An open-data item of the year: how many of its points are there whole, of how many, the others, in Thai, the
    documents that answer it, and whether its points were checked against the assessor's manual."""

    code: str
    title: str
    there: int
    points: int
    missing: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Manifest:
    """The memory of one output folder.

    ``inputs`` maps what the documents were made of to its fingerprint, and is empty while a run is under way;
    ``files`` maps each written file to the fingerprints it may have (two while it is being replaced); ``problems``
    are those that the run told. ``left`` are the files that the last run did not make, with what they were made of;
    ``earlier`` the fingerprints that files had before; ``edits`` those that a person changed; ``prints`` the PDFs and
    pictures of documents. ``asked`` is what the items of the year ask. ``seen`` is what was known of files
    when they were last looked at: size, time (ns) and fingerprint. ``damaged`` is true where there is a memory that
    cannot be understood.
    """

    inputs: Inputs = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left: Mapping[str, Inputs] = field(default_factory=dict)
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    edits: Mapping[str, Edit] = field(default_factory=dict)
    prints: Mapping[str, Print] = field(default_factory=dict)
    asked: tuple[AskedItem, ...] = ()
    seen: Mapping[str, tuple[int, int, str]] = field(default_factory=dict, compare=False)
    damaged: bool = field(default=False, compare=False)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names, below the workbook's folder, of the pictures that the documents show."""
        return tuple(name.removeprefix(PICTURE) for name in self.inputs if name.startswith(PICTURE))

    def known(self, name: str) -> tuple[str, ...]:
        """The fingerprints that the file ``name`` may have; those of the new documents beside it are as good."""
        return tuple(one for other in self.files if name in (other, wanted(other)) for one in self.files[other])

    def before(self, name: str) -> tuple[str, ...]:
        """The fingerprints that the file ``name`` had, the last ones of many."""
        return (*self.earlier.get(name, ()), *self.files.get(name, ()))[-_MOST_EARLIER:]


class UnreadError(Exception):
    """There is a memory that the system refuses to give out just now: nothing may be taken for unknown. ``reason`` is
    the refusal."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def read(folder: Path) -> Manifest:
    """The manifest of ``folder``; an empty one where there is none, or none that can be understood. Raises
    ``UnreadError``."""
    path = folder / NAME
    try:
        if path.is_dir():
            return Manifest(damaged=True)
        stored = json.loads(patiently(lambda: contents(path)))
        if stored["format"] != _FORMAT:
            return Manifest(damaged=True)
        return _understood(stored)
    except OSError as fault:
        if isinstance(fault, (FileNotFoundError, NotADirectoryError)) and not out_of_reach(fault):
            return Manifest()
        raise UnreadError(fault) from fault
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Manifest(damaged=True)


def _understood(stored: Mapping[str, Any]) -> Manifest:
    left = {str(name): _texts(one["inputs"]) for one in stored.get("left", ()) for name in one["files"]}
    manifest = Manifest(
        inputs=_texts(stored["inputs"]),
        files={str(name): tuple(map(str, values)) for name, values in stored["files"].items()},
        problems=tuple(map(Problem.of, stored["problems"])),
        left=left,
        earlier={str(name): tuple(map(str, values)) for name, values in stored.get("earlier", {}).items()},
        edits={str(name): Edit(*map(str, values)) for name, values in stored.get("edits", {}).items()},
        prints={str(name): _print(*values) for name, values in stored.get("prints", {}).items()},
        asked=tuple(map(_item, stored.get("asked", ()))),
        seen={
            str(name): (int(size), int(time), str(one)) for name, (size, time, one) in stored.get("seen", {}).items()
        },
    )
    for name in (*manifest.files, *manifest.edits, *manifest.prints):
        if PurePath(name).is_absolute() or ".." in PurePath(name).parts:  # what is remembered may be removed
            raise ValueError("a file elsewhere")
    return manifest


def save(folder: Path, manifest: Manifest, *, flush: bool = True) -> None:
    """Write ``manifest`` into ``folder``. Without ``flush`` nothing of what the files are like is kept: after a loss of
    power they may be other than they seem, so the next run reads them. Raises ``OSError``."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for name, inputs in sorted(manifest.left.items()):
        groups.setdefault(tuple(inputs.items()), []).append(name)
    more: dict[str, object] = {
        "left": [{"files": names, "inputs": dict(inputs)} for inputs, names in groups.items()],
        "earlier": dict(sorted(manifest.earlier.items())),
        "edits": {name: astuple(one) for name, one in sorted(manifest.edits.items())},
        "prints": {name: astuple(one) for name, one in sorted(manifest.prints.items())},
        "asked": [astuple(one) for one in manifest.asked],
        "seen": dict(sorted(manifest.seen.items())) if flush else {},
    }
    stored = {
        "format": _FORMAT,
        "inputs": dict(manifest.inputs),
        "files": {name: list(values) for name, values in sorted(manifest.files.items())},
        "problems": [problem.as_dict() for problem in manifest.problems],
        **{name: value for name, value in more.items() if value},
    }
    write(folder / NAME, json.dumps(stored, ensure_ascii=False).encode("utf-8"), flush=flush)


def _texts(stored: Mapping[str, object]) -> dict[str, str]:
    return {str(name): str(value) for name, value in stored.items()}


def _item(stored: Sequence[Any]) -> AskedItem:
    code, title, there, points, missing, *rest = stored
    names, verified = tuple(map(str, rest[0])) if rest else (), bool(rest[1]) if len(rest) > 1 else True
    return AskedItem(str(code), str(title), int(there), int(points), tuple(map(str, missing)), names, verified)


def _print(document: object, shown: object, fingerprint: object, others: Sequence[Any] = ()) -> Print:
    return Print(str(document), str(shown), str(fingerprint), tuple((str(name), str(one)) for name, one in others))


def look(folder: Path, name: str, manifest: Manifest) -> tuple[int, int, str] | None:
    """The size, time and fingerprint of the file ``name`` in ``folder``; ``None`` where it is not there or empty. One
    whose size and time are still those of the last look is not read."""
    stamp, last = stamp_of(folder / name), manifest.seen.get(name)
    if stamp is None or not stamp[0]:
        return None
    return last if last and last[:2] == stamp else (*stamp, fingerprint(folder / name) or UNREAD)


def inputs_of(
    workbook: Path, templates: Iterable[Path], frameworks: Path | None, pictures: Iterable[str], options: str
) -> dict[str, str]:
    """The fingerprint of everything that decides what the documents of ``workbook`` are.

    ``frameworks`` is the office's own folder of framework files, ``pictures`` are names below the workbook's folder,
    and ``options`` is whatever else was asked for. The keys are Thai: they tell why a document was made anew.
    """
    own = sorted(frameworks.glob("*.toml")) if frameworks else []
    return {
        f"{DATA}{workbook.name}": fingerprint(workbook),
        **{f"{TEMPLATE}{path.name}": fingerprint(path) for path in templates},
        **{f"เกณฑ์ {path.name}": fingerprint(path) for path in own},
        **_pictures(workbook, pictures),
        "โปรแกรม": code_version(),
        OPTIONS: hash_of(options.encode("utf-8")),
    }


def with_pictures(inputs: Mapping[str, str], workbook: Path, pictures: Iterable[str]) -> dict[str, str]:
    """``inputs``, with these pictures in place of others: which ones a workbook shows is known once it was read."""
    rest = {name: value for name, value in inputs.items() if not name.startswith(PICTURE)}
    return rest | _pictures(workbook, pictures)


def _pictures(workbook: Path, names: Iterable[str]) -> dict[str, str]:
    return {f"{PICTURE}{name}": fingerprint(actual(workbook.parent / name)) for name in names}


def reasons(folder: Path, manifest: Manifest, inputs: Inputs) -> tuple[str, ...]:
    """Why the documents in ``folder`` must be made anew, in Thai; empty where nothing changed.

    A document that was edited by hand is no reason: what it was made of is the same.
    """
    return tuple(_reasons(folder, manifest, inputs))


def _reasons(folder: Path, manifest: Manifest, inputs: Inputs) -> Iterator[str]:
    if not manifest.files:
        yield "ยังไม่เคยสร้าง"
        return
    if not manifest.inputs:
        yield UNFINISHED
        return
    yield from changes(manifest.inputs, inputs)
    for name in manifest.files:
        if name not in manifest.left and not has_content(folder / name):
            yield f"ไม่มีไฟล์ {name}"


def changes(before: Inputs, now: Inputs) -> Iterator[str]:
    """How the inputs differ, in Thai."""
    for name in sorted({*now, *before}):
        if name not in before:
            yield f"{name} เพิ่มเข้ามา"
        elif name not in now:
            yield f"{name} ถูกนำออก"
        elif now[name] != before[name]:
            yield f"{name} เปลี่ยนไป"


def changed(folder: Path, manifest: Manifest) -> dict[str, str]:
    """The files in ``folder`` that are not as they were written, and the fingerprints that they have."""
    looked = ((name, look(folder, name, manifest)) for name in dict.fromkeys((*manifest.files, *manifest.edits)))
    return {name: one[2] for name, one in looked if one and one[2] not in manifest.known(name)}


def wanted(name: str) -> str:
    """The name of the document that ``name`` is a new one beside, ``order.docx`` of ``order_new2.docx``; any other
    name itself."""
    return _BESIDE.sub("", name) if "_new" in name else name
