"""Files written whole or not at all, whatever kills the process or cuts the power, and what is known of a file."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path

from ita_docs.outputs.disk import flush_file, flush_folder, lay_down, make_folder, patiently
from ita_docs.outputs.reasons import WINDOWS
from officefiles.limits import RefusedError, contents

TEMPORARY_ENDING = ".tmp"
_PACKAGES = ("ita_docs", "wordfill", "thaipages", "officefiles")
_AT_ONCE = 8
"""Files flushed together: a disk takes hardly longer for them than for one."""


def write(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Write ``data`` so that ``path`` holds either all of it or what stood there before, whenever this process is
    killed or the power is lost, and all of it once this comes back. Raises ``OSError``.

    Without ``flush`` the disk is not waited for: after a loss of power the file may then be old, empty or torn.
    """
    for fault in write_all({path: data}, flush=flush).values():
        raise fault


def write_all(made: Mapping[Path, bytes], *, flush: bool) -> dict[Path, OSError]:
    """Write several files as ``write`` does one, and flush them together: those that the system refused, and why."""
    refused: dict[Path, OSError] = {}
    halves = {path: _half(path) for path in made}

    def put_in_place(path: Path) -> None:
        patiently(lambda: halves[path].replace(path))
        del halves[path]  # there is nothing left to be removed

    try:
        folders = _tried(
            {path.parent: path.parent for path in made}, lambda folder: make_folder(folder, flush=flush), at_once=False
        )
        refused |= {path: folders[path.parent] for path in made if path.parent in folders}
        ready = {path: data for path, data in made.items() if path not in refused}
        refused |= _tried(ready, lambda path: lay_down(halves[path], ready[path], flush=flush), at_once=flush)
        whole = [path for path in ready if path not in refused]
        refused |= _tried(whole, put_in_place, at_once=False)
    finally:
        for half in halves.values():
            with suppress(OSError):
                half.unlink(missing_ok=True)
    placed = [path for path in made if path not in refused]
    if flush:
        unflushed = _tried({path.parent for path in placed}, flush_folder, at_once=False)
        refused |= {path: unflushed[path.parent] for path in placed if path.parent in unflushed}
    return refused


def _tried(paths: Iterable[Path], act: Callable[[Path], object], *, at_once: bool) -> dict[Path, OSError]:
    """Do ``act`` with each path, with several ``at_once`` where that is asked; those that the system refused, and
    why."""

    def fault_of(path: Path) -> OSError | None:
        try:
            act(path)
        except OSError as fault:
            return fault
        return None

    every = list(paths)
    if at_once and len(every) > 1:
        with ThreadPoolExecutor(min(_AT_ONCE, len(every))) as pool:
            found = list(pool.map(fault_of, every))
    else:
        found = [fault_of(path) for path in every]
    return {path: fault for path, fault in zip(every, found, strict=True) if fault}


def flush_all(paths: Iterable[Path], folder: Path) -> None:
    """Wait until the disk has these files, which stood there already, and the names in their ``folder``. Raises
    ``OSError``."""
    for fault in _tried(paths, flush_file, at_once=True).values():
        raise fault
    flush_folder(folder)


def keep(path: Path, to: Path) -> None:
    """Keep what ``path`` holds, however large, under the free name ``to`` as well. Raises ``OSError``."""
    try:
        patiently(lambda: to.hardlink_to(path))
    except OSError:  # not every disk can give a file two names
        half = _half(to)
        try:
            patiently(lambda: shutil.copyfile(path, half))
            flush_file(half)
            patiently(lambda: half.replace(to))
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)
    flush_folder(to.parent)


def create(path: Path, data: bytes) -> None:
    """Write ``data``, whole, to a file that must not be there yet. Raises ``FileExistsError`` where it is, else
    ``OSError``."""
    try:
        make_folder(path.parent)
    except FileExistsError as fault:  # it is the folder that is a file
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from fault
    clear_halves(path.parent, path.name)
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    half = _half(path)
    try:
        lay_down(half, data, flush=True)
        patiently(lambda: _name_anew(half, path))
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    flush_folder(path.parent)


def _name_anew(half: Path, path: Path) -> None:
    """Call ``half`` by the free name ``path``, also where another command takes that name at the same moment. Raises
    ``FileExistsError`` where it is taken, else ``OSError``."""
    if WINDOWS:  # where this refuses a name that is taken
        half.rename(path)
        return
    try:
        path.hardlink_to(half)
    except FileExistsError:
        raise
    except OSError:  # not every disk can give a file two names
        if os.path.lexists(path):
            raise
        half.rename(path)


def remove(path: Path) -> None:
    """Remove a file that this software wrote and that is out of date. Raises ``OSError``."""
    patiently(lambda: path.unlink(missing_ok=True))


def set_aside(path: Path) -> Path:
    """Give what stands at ``path``, be it a file or a folder, a free name beside it, which comes back. Raises
    ``OSError``."""
    aside = next(other for number in count(1) if not os.path.lexists(other := beside(path, "damaged", number)))
    return patiently(lambda: path.rename(aside))


def beside(path: Path, word: str, number: int = 1) -> Path:
    """The name of another version beside ``path``: ``order_new.docx``, ``order_new2.docx``."""
    return path.with_stem(f"{path.stem}_{word}{number if number > 1 else ''}")


def _half(path: Path) -> Path:
    """Where a file stands until it is whole: a short name, however long that of the file is."""
    return path.with_name(f"{_half_start(path.name)}{os.getpid()}{TEMPORARY_ENDING}")


def _half_start(name: str) -> str:
    return f".{hash_of(name.encode(errors='surrogateescape'))[:8]}."


def clear_halves(folder: Path, name: str = "") -> None:
    """Remove what a killed run left unfinished in ``folder``, or of its file ``name``; what cannot be removed stays."""
    for half in folder.glob(f"{_half_start(name) if name else '.'}*{TEMPORARY_ENDING}"):
        with suppress(OSError):
            half.unlink(missing_ok=True)


def has_content(path: Path) -> bool:
    """True where something stands at ``path``; an empty file is nothing that a person wrote."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def stamp(path: Path) -> tuple[int, int] | None:
    """The size of what stands at ``path`` and when it was last written (ns); ``None`` where nothing does."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def hash_of(data: bytes) -> str:
    """The fingerprint of a content."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(path: Path) -> str:
    """The fingerprint of a file's content; empty where there is no file that can be read."""
    try:
        return hash_of(patiently(lambda: contents(path)))
    except (OSError, RefusedError):
        return ""


@cache  # the software stays the same while it runs; reading it all takes 20 ms, and every office asks
def code_version() -> str:
    """The fingerprint of this software: its code and the data that travels with it."""
    home = Path(__file__).resolve().parents[2]
    version = hashlib.sha256()
    for package in _PACKAGES:
        for folder, inner, names in os.walk(home / package):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for path in (Path(folder, name) for name in sorted(names)):
                with suppress(OSError):
                    data = patiently(path.read_bytes)
                    version.update(f"{str(path).removeprefix(str(home))}:{len(data)}\n".encode() + data)
    return version.hexdigest()
