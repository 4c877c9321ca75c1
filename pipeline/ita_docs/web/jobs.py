"""The jobs of the page's users: each a private folder under a name that nobody guesses, with a key only for its user.

A job is removed at once where its user asks, by itself some time after the last request for it, and what a page that
was cut off left behind when the next one starts.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK = "lock"
_BEGINS = 60.0
"""Seconds within which a process that made its folder locks it."""
BOOK, PICTURE = ".xlsx", ".picture"
"""How the names end under which workbooks and pictures are stored, which are numbers."""
FIRST, TRACKER, TEMPLATE = f"0001{BOOK}", "last.tracker", "own.template"
"""Under what names the first workbook is stored, last year's tracker, and a template."""


class NoRoomError(Exception):
    """More jobs are kept than may be."""


@dataclass(slots=True)
class WebJob:
    """``names`` are the user's names of the files that were brought, by the names under which they are stored; no name
    of a user's ever names a file here. ``facts`` is what tasks found out, ``pending`` what is not done yet. Whoever
    changes what was brought, or binds what was made, holds ``changing``."""

    id: str
    key: str
    kind: str
    folder: Path
    names: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)
    turn: int = 0
    changing: asyncio.Lock = field(default_factory=asyncio.Lock)
    touched: float = field(default_factory=time.monotonic)
    open: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    changes: int = 0

    @property
    def brought(self) -> Path:
        """The folder of what the user brought."""
        return self.folder / "brought"

    @property
    def made(self) -> Path:
        """The folder of what was made of it: a new one each ``turn``, into which no worker writes what it still has in
        hand of the last one."""
        return self.folder / f"made{self.turn}"

    async def change_after(self, seen: int) -> None:
        """Wait until more has changed than the ``changes`` that were ``seen``."""
        async with self.changed:
            await self.changed.wait_for(lambda: self.changes != seen)

    def begin_anew(self) -> None:
        """Forget what was made."""
        last = self.made
        self.turn += 1
        self.made.mkdir(mode=0o700)
        shutil.rmtree(last, ignore_errors=True)


class WebJobs:
    """All jobs, in a folder that only this process's user may look into."""

    def __init__(self, keep: float, most: int) -> None:
        self._keep, self._most = keep, most
        self._jobs: dict[str, WebJob] = {}
        self._root, self._lock = _own_folder()
        self.temporary = self._root / "temporary"
        """The folder of what workers lay aside while they work."""
        self.temporary.mkdir(mode=0o700)

    @contextmanager
    def making(self, kind: str) -> Iterator[WebJob]:
        """A new job, which is removed where it cannot be begun. Raises ``NoRoomError``, and ``OSError`` where the disk
        has no room."""
        job = self._make(kind)
        try:
            yield job
        except BaseException:
            self.remove(job)
            raise

    def _make(self, kind: str) -> WebJob:
        if len(self._jobs) >= self._most:
            raise NoRoomError
        name = secrets.token_urlsafe(24)
        job = self._jobs[name] = WebJob(name, secrets.token_urlsafe(32), kind, self._root / name)
        try:
            for folder in (job.folder, job.brought, job.made):
                folder.mkdir(mode=0o700)
        except OSError:
            self.remove(job)
            raise
        return job

    def get(self, name: str, key: str) -> WebJob | None:
        """The job ``name``, for whoever has its key."""
        job = self._jobs.get(name)
        if job is None or not hmac.compare_digest(job.key.encode(), key.encode()):
            return None
        job.touched = time.monotonic()
        return job

    def remove(self, job: WebJob) -> None:
        """Remove the job and all its files. Its folder loses its name first: a task that a worker has in hand writes
        nothing more."""
        self._jobs.pop(job.id, None)
        gone = job.folder.with_name(f"{job.folder.name}.gone")
        with suppress(OSError):  # Windows moves no folder with open files
            job.folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
        shutil.rmtree(job.folder, ignore_errors=True)

    def sweep(self) -> list[WebJob]:
        """Remove the jobs that nobody asked for lately, and what is left of others; those that were removed."""
        now = time.monotonic()
        old = [job for job in self._jobs.values() if not job.open and now - job.touched > self._keep]
        for job in old:
            self.remove(job)
        for used in (self._root.parent, self._root, self._root / _LOCK, self.temporary):
            os.utime(used)  # or the system takes them for old
        for left in self._root.iterdir():
            if left.is_dir() and left != self.temporary and left.name not in self._jobs:
                shutil.rmtree(left, ignore_errors=True)
        return old

    def close(self) -> None:
        """Remove everything."""
        self._jobs.clear()
        os.close(self._lock)
        shutil.rmtree(self._root, ignore_errors=True)


def _own_folder() -> tuple[Path, int]:
    """A folder of this process's own and the lock that shows that it is in use; those of processes that are gone are
    removed."""
    home = Path(tempfile.gettempdir()) / f"ita-docs-web-{_user()}"
    with suppress(FileExistsError):
        home.mkdir(mode=0o700)
    if not home.is_dir() or home.is_symlink() or (hasattr(os, "getuid") and home.stat().st_uid != os.getuid()):
        home = Path(tempfile.mkdtemp(prefix="ita-docs-web-"))  # another user made it first
    home.chmod(0o700)
    for left in home.iterdir():
        with suppress(FileNotFoundError):  # another process removes it just now
            if left.is_dir():
                _remove_left(left)
    while True:
        root = Path(tempfile.mkdtemp(dir=home))
        with suppress(FileNotFoundError):  # another process took it for one that is gone
            if (lock := _locked(root / _LOCK)) is not None:
                if (root / _LOCK).exists():
                    return root, lock
                os.close(lock)


def _remove_left(folder: Path) -> None:
    """Remove the folder of a process that is gone: nobody locks it. It stays locked until it is away, so that a process
    that has just made it does not take it for its own."""
    if not (folder / _LOCK).exists() and folder.stat().st_mtime > time.time() - _BEGINS:
        return
    if (lock := _locked(folder / _LOCK)) is None:
        return
    shutil.rmtree(folder, ignore_errors=True)
    os.close(lock)
    if sys.platform == "win32":  # where a file that is open cannot go
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _locked(path: Path) -> int | None:
    """The open file at ``path``, locked for this process; ``None`` where another has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        with suppress(OSError):
            os.close(handle)
        return None
    return handle
