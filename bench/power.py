"""Power cuts by simulation: after any of them each document is whole, old or new, and never told as written while it is
not.

``python -m bench.power [NUMBER]`` builds made offices, each twice with other texts, and keeps a log of all that the
builds do to the disk. Then it cuts the power 200 times: the log is replayed up to a random place, of what was not yet
flushed a random part is lost, and what is left is looked at and built again. It ends with the first thing that is
wrong.

What a disk may lose: of a file whose content was not flushed anything from nothing to all, or zeros stand in its place;
of a folder that was not flushed any of the names given and taken since. No file system loses more, most lose less.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import stat
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.offices import make
from ita_docs.batch import Job, Options, Outcome, OutcomeStatus, build
from ita_docs.outputs import manifest
from ita_docs.places import template_files

OFFICES, CUTS = 4, 200


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done to the disk: ``data``, ``flush``, ``name``, ``unname``, ``rename``, ``folder``,
    ``flush folder``; or ``told``, that the files are there. ``number`` is that of the file, ``to`` its new name."""

    act: str
    path: Path = Path()
    number: int = 0
    to: Path = Path()
    data: bytes = b""


@dataclass
class Log:
    """All that was done below ``root`` since it held ``before``."""

    root: Path
    before: dict[Path, bytes]
    steps: list[Step] = field(default_factory=list)
    _numbers: dict[Path, int] = field(default_factory=dict)
    _inodes: dict[int, int] = field(default_factory=dict)
    _lock: Any = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        for number, path in enumerate(sorted(self.before), start=1):
            self._numbers[path] = number
            self._inodes[path.stat().st_ino] = number

    def tell(self) -> None:
        """The files are told as written."""
        self.steps.append(Step("told"))

    def opened(self, call: Callable[..., Any], path: Any, mode: str = "r", *given: Any, **more: Any) -> Any:
        """A file of ours is written in one way: anew and unbuffered."""
        if mode != "wb" or not Path(path).is_relative_to(self.root):
            return call(path, mode, *given, **more)
        path = Path(path)
        with self._lock:
            file = _Written(path, self)
            number = len(self._inodes) + len(self.steps) + 1
            self._numbers[path] = self._inodes[os.fstat(file.fileno()).st_ino] = number
            self.steps.append(Step("name", path, number))
            return file

    def written(self, number: int, data: bytes) -> None:
        """More of a file."""
        with self._lock:
            self.steps.append(Step("data", number=self._inodes[number], data=data))

    def flushed(self, _call: Callable[..., Any], number: int) -> None:
        """The disk has a file or the names of a folder."""
        status = os.fstat(number)
        with self._lock:
            if stat.S_ISDIR(status.st_mode):
                self.steps.append(Step("flush folder", Path(f"/proc/self/fd/{number}").readlink()))
            else:
                self.steps.append(Step("flush", number=self._inodes[status.st_ino]))

    def renamed(self, call: Callable[..., Any], path: Any, to: Any) -> None:
        """A file has another name."""
        path, to = Path(path), Path(to)
        with self._lock:
            call(path, to)
            if path.is_relative_to(self.root):
                self._numbers[to] = self._numbers.pop(path)
                self.steps.append(Step("rename", path, self._numbers[to], to))

    def linked(self, call: Callable[..., Any], path: Any, to: Any, **more: Any) -> None:
        """A file has a second name."""
        path, to = Path(path), Path(to)
        with self._lock:
            call(path, to, **more)
            self._numbers[to] = self._numbers[path]
            self.steps.append(Step("name", to, self._numbers[to]))

    def unlinked(self, call: Callable[..., Any], path: Any, **more: Any) -> None:
        """A file has lost a name."""
        path = Path(path)
        with self._lock:
            call(path, **more)
            if path.is_relative_to(self.root):
                self._numbers.pop(path)
                self.steps.append(Step("unname", path))

    def made(self, call: Callable[..., Any], path: Any, *given: Any, **more: Any) -> None:
        """There is another folder."""
        path = Path(path)
        with self._lock:
            call(path, *given, **more)
            if path.is_relative_to(self.root):
                self.steps.append(Step("folder", path))


class _Written(io.FileIO):
    def __init__(self, path: Path, log: Log) -> None:
        super().__init__(path, "wb")
        self._log = log

    def write(self, data: Any, /) -> int:
        count = super().write(data)
        self._log.written(os.fstat(self.fileno()).st_ino, bytes(data[:count]))
        return count


@contextmanager
def logged(root: Path) -> Iterator[Log]:
    """The log of what this process does below ``root``, where all is flushed."""
    log = Log(root, {path: path.read_bytes() for path in root.rglob("*") if path.is_file()})
    calls = {"replace": log.renamed, "rename": log.renamed, "link": log.linked, "unlink": log.unlinked}
    calls |= {"mkdir": log.made, "fsync": log.flushed}
    with ExitStack() as patched:
        patched.enter_context(patch.object(io, "open", _with(log.opened, io.open)))
        for name, act in calls.items():
            patched.enter_context(patch.object(os, name, _with(act, getattr(os, name))))
        yield log


def _with(act: Callable[..., Any], call: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given, **more: act(call, *given, **more)


class Disk:
    """What a disk has of a log: names and contents that are sure, and names given and taken that are not."""

    def __init__(self, log: Log, end: int) -> None:
        self._root = log.root
        self._names = {path: number for number, path in enumerate(sorted(log.before), start=1)}
        self._folders = {parent for path in log.before for parent in path.parents} | {log.root}
        self._sure = {number: log.before[path] for path, number in self._names.items()}
        self._written = dict(self._sure)
        self._unsure: dict[Path, list[Step]] = {}
        self.told = False
        for step in log.steps[:end]:
            self._take(step)

    def _take(self, step: Step) -> None:
        if step.act == "data":
            self._written[step.number] = self._written.get(step.number, b"") + step.data
        elif step.act == "flush":
            self._sure[step.number] = self._written.get(step.number, b"")
        elif step.act == "told":
            self.told = True
        elif step.act == "flush folder":
            for one in self._unsure.pop(step.path, ()):
                _rename(self._names, self._folders, one)
        else:
            self._unsure.setdefault(step.path.parent, []).append(step)

    def left(self, keeps: Callable[[], bool], chance: random.Random) -> dict[Path, bytes]:
        """What is on the disk once the power is back, by the path below the root; ``keeps`` says of each thing that is
        not sure whether the disk has it."""
        names, folders = dict(self._names), set(self._folders)
        for step in (one for some in self._unsure.values() for one in some):
            if keeps():
                _rename(names, folders, step)
        return {
            path.relative_to(self._root): self._content(number, keeps, chance)
            for path, number in names.items()
            if all(parent in folders for parent in path.parents if parent.is_relative_to(self._root))
        }

    def _content(self, number: int, keeps: Callable[[], bool], chance: random.Random) -> bytes:
        written = self._written.get(number, b"")
        if self._sure.get(number) == written or keeps():
            return written
        return chance.choice((b"", written[: len(written) // 2], bytes(len(written))))


def _rename(names: dict[Path, int], folders: set[Path], step: Step) -> None:
    if step.act == "folder":
        folders.add(step.path)
    elif step.act == "name":
        names[step.path] = step.number
    elif step.act == "unname":
        names.pop(step.path, None)
    else:
        names.pop(step.path, None)
        names[step.to] = step.number


def laid_out(left: dict[Path, bytes], folder: Path) -> None:
    """Write what a disk has left into an empty ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, data in left.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


# Whole offices


@dataclass(frozen=True)
class Build:
    """A build of one office, and the documents before and after it."""

    job: Job
    log: Log
    old: dict[str, bytes]
    new: dict[str, bytes]


def documents(folder: Path) -> dict[str, bytes]:
    """The documents of an office by their names, without what the software keeps for itself."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


def run(job: Job, options: Options) -> Build:
    """Build an office and log it."""
    old = documents(job.folder)
    with logged(job.folder.parent) as log:
        _sound(build(job, options))
        log.tell()
    return Build(job, log, old, documents(job.folder))


def _sound(outcome: Outcome) -> None:
    told = [problem.message for problem in outcome.problems if problem.kind in ("edited-by-hand", "not-written")]
    if outcome.status not in (OutcomeStatus.BUILT, OutcomeStatus.UNCHANGED) or told:
        raise SystemExit(f"{outcome.job.workbook.name}: {outcome.status} {told}")


def cut(one: Build, options: Options, chance: random.Random, folder: Path) -> tuple[bool, bool]:
    """Cut the power within a build, and look; whether the office was told as written, and whether all its documents
    were the new ones."""
    end = len(one.log.steps)
    disk = Disk(one.log, chance.randint(chance.choice((0, end - 12)), end))
    likely = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    laid_out(disk.left(lambda: chance.random() < likely, chance), folder)
    job = Job(one.job.workbook, folder / one.job.folder.name)
    found = documents(job.folder)
    for name, data in found.items():
        if data not in (one.old.get(name), one.new.get(name)):
            raise SystemExit(f"half: {name}")
    if lost := one.old.keys() & one.new.keys() - found.keys():
        raise SystemExit(f"lost: {lost}")
    known = manifest.read(job.folder)
    complete = bool(known.inputs) and known.inputs == manifest.read(one.job.folder).inputs
    if (disk.told or complete) and found != one.new:
        raise SystemExit(f"told as written while it is not: {found.keys() ^ one.new.keys()}")
    _sound(build(job, options))
    if documents(job.folder) != one.new:
        raise SystemExit("the next run did not complete")
    return disk.told, found == one.new


def main(cuts: int = CUTS, seed: int = 2566) -> None:
    """Cut the power so many times, and say what was looked at."""
    chance = random.Random(seed)
    options = Options(template_files())
    with tempfile.TemporaryDirectory() as name:
        inputs, out, builds = Path(name, "inputs"), Path(name, "outputs"), []
        inputs.mkdir()
        out.mkdir()
        for first in (0, OFFICES):
            make(inputs, OFFICES, first)
            builds = [*builds, *(run(Job(path, out / path.stem), options) for path in sorted(inputs.glob("*.xlsx")))]
        last = {one.job: one for one in builds}  # the workbooks now hold the words of the second builds
        looked, steps = [], [len(one.log.steps) for one in last.values()]
        for _ in range(cuts):
            looked.append(cut(chance.choice(list(last.values())), options, chance, Path(name, "after")))
    told, whole = (sum(some) for some in zip(*looked, strict=True))
    print(
        f"{cuts} power cuts within builds of {min(steps)} to {max(steps)} steps: each document whole, old or new;"
        f" {whole} times all were new, {told} of them told; the next run completed each time, without a false edit"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
