"""What made an office's documents, and what was written: the memory that lets a second run touch only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ita_docs.outputs.files import code_version, fingerprint, has_content, hash_of, write
from officefiles.limits import actual
from officefiles.problems import Place, Problem, Severity

NAME = ".ita-docs.json"
_FORMAT = 1
_PICTURE = "ภาพ "


@dataclass(frozen=True, slots=True)
class Manifest:
    """The memory of one output folder.

    ``inputs`` maps what the documents were made of to its fingerprint, and is empty while a run is under way;
    ``files`` maps each written file to the fingerprints it may have (two while it is being replaced); ``problems``
    are those that the run told.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names, below the workbook's folder, of the pictures that the documents show."""
        return tuple(name.removeprefix(_PICTURE) for name in self.inputs if name.startswith(_PICTURE))


def read(folder: Path) -> Manifest:
    """The manifest of ``folder``; an empty one where there is none that can be understood."""
    try:
        stored = json.loads((folder / NAME).read_bytes())
        if stored["format"] != _FORMAT:
            return Manifest()
        return Manifest(
            {str(name): str(value) for name, value in stored["inputs"].items()},
            {str(name): tuple(map(str, values)) for name, values in stored["files"].items()},
            tuple(map(_problem, stored["problems"])),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Manifest()


def save(folder: Path, manifest: Manifest) -> None:
    """Write ``manifest`` into ``folder``. Raises ``OSError``."""
    stored = {
        "format": _FORMAT,
        "inputs": dict(manifest.inputs),
        "files": {name: list(values) for name, values in sorted(manifest.files.items())},
        "problems": [problem.as_dict() for problem in manifest.problems],
    }
    write(folder / NAME, json.dumps(stored, ensure_ascii=False).encode("utf-8"))


def _problem(stored: Mapping[str, object]) -> Problem:
    place = stored["place"]
    if not isinstance(place, Mapping):
        raise ValueError("no place")
    texts = {name: str(stored[name]) for name in ("kind", "message", "found", "hint")}
    return Problem(place=Place(**place), severity=Severity(str(stored["severity"])), **texts)


def inputs_of(
    workbook: Path, templates: Iterable[Path], frameworks: Path | None, pictures: Iterable[str], options: str = ""
) -> dict[str, str]:
    """The fingerprint of everything that decides what the documents of ``workbook`` are.

    ``frameworks`` is the office's own folder of framework files, ``pictures`` are names below the workbook's folder,
    and ``options`` is whatever else was asked for. The keys are Thai: they tell why a document was made anew.
    """
    own = sorted(frameworks.glob("*.toml")) if frameworks else []
    return {
        f"ข้อมูลใน {workbook.name}": fingerprint(workbook),
        **{f"แม่แบบ {path.name}": fingerprint(path) for path in templates},
        **{f"เกณฑ์ {path.name}": fingerprint(path) for path in own},
        **_pictures(workbook, pictures),
        "โปรแกรม": code_version(),
        "ตัวเลือกที่สั่ง": hash_of(options.encode("utf-8")),
    }


def with_pictures(inputs: Mapping[str, str], workbook: Path, pictures: Iterable[str]) -> dict[str, str]:
    """``inputs``, with these pictures in place of others: which ones a workbook shows is known once it was read."""
    rest = {name: value for name, value in inputs.items() if not name.startswith(_PICTURE)}
    return rest | _pictures(workbook, pictures)


def _pictures(workbook: Path, names: Iterable[str]) -> dict[str, str]:
    return {f"{_PICTURE}{name}": fingerprint(actual(workbook.parent / name)) for name in names}


def reasons(folder: Path, manifest: Manifest, inputs: Mapping[str, str]) -> tuple[str, ...]:
    """Why the documents in ``folder`` must be made anew, in Thai; empty where nothing changed.

    A document that was edited by hand is no reason: what it was made of is the same.
    """
    return tuple(_reasons(folder, manifest, inputs))


def _reasons(folder: Path, manifest: Manifest, inputs: Mapping[str, str]) -> Iterator[str]:
    if not manifest.files:
        yield "ยังไม่เคยสร้าง"
        return
    if not manifest.inputs:
        yield "การสร้างครั้งก่อนยังไม่เสร็จ"
        return
    for name in sorted({*inputs, *manifest.inputs}):
        if name not in manifest.inputs:
            yield f"{name} เพิ่มเข้ามา"
        elif name not in inputs:
            yield f"{name} ถูกนำออก"
        elif inputs[name] != manifest.inputs[name]:
            yield f"{name} เปลี่ยนไป"
    for name in manifest.files:
        if not has_content(folder / name):
            yield f"ไม่มีไฟล์ {name}"


def edited(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """The written files in ``folder`` that a person has changed since."""
    return tuple(
        name for name, known in manifest.files.items() if (now := fingerprint(folder / name)) and now not in known
    )
