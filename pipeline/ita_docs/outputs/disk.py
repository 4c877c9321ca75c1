"""How files come to a disk: what is held for a moment is waited for, what must last is flushed, and one command at a
time writes into a folder."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from ita_docs.outputs.reasons import may_pass

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries; less than one in all, so that a file that stays open is soon told."""
_TURN = 30.0
"""Seconds that another command may take to write one office."""
_LOCK = ".ita-docs.lock"
_TAKEN = frozenset((errno.EACCES, errno.EDEADLK) if sys.platform == "win32" else (errno.EAGAIN,))
"""What a lock answers that another command has."""
_CANNOT_FLUSH = frozenset((errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF))
"""What file systems answer that know of no flushing: some of networks and of memory."""

T = TypeVar("T")


def patiently(act: Callable[[], T]) -> T:
    """What ``act`` gives. Where another program holds the file, it is tried a few times more within a second. Raises
    ``OSError``."""
    for wait in _WAITS:
        try:
            return act()
        except OSError as fault:
            if not may_pass(fault):
                raise
        time.sleep(wait)
    return act()


def lay_down(path: Path, data: bytes, *, flush: bool) -> None:
    """Fill the file ``path``, and wait until the disk has it where ``flush`` is true. Raises ``OSError``."""
    with patiently(lambda: path.open("wb", buffering=0)) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
        if flush:
            _flush(file.fileno())


def flush_file(path: Path) -> None:
    """Wait until the disk has what ``path`` holds. Raises ``OSError``."""
    with path.open("r+b" if sys.platform == "win32" else "rb") as file:
        _flush(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the disk has the names in ``folder``. Windows has no such call: NTFS keeps names in its journal, in
    order. Raises ``OSError``."""
    if sys.platform == "win32":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder that may be written and not be listed
        return
    try:
        _flush(number)
    finally:
        os.close(number)


def _flush(number: int) -> None:
    try:
        os.fsync(number)
    except OSError as fault:
        if fault.errno not in _CANNOT_FLUSH:
            raise


def make_folder(folder: Path, *, flush: bool = True) -> None:
    """Make ``folder`` and those above it where they are missing. Raises ``OSError``."""
    if folder.is_dir():
        return
    missing = [folder, *folder.parents]
    missing = missing[: next((number for number, one in enumerate(missing) if one.is_dir()), len(missing))]
    for one in reversed(missing):
        patiently(lambda one=one: one.mkdir(exist_ok=True))  # type: ignore[misc]
        if flush:
            flush_folder(one.parent)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No other command writes into ``folder`` meanwhile, on this machine or another; it is waited for. A command that
    ends in whatever way lets it go. Where a file system knows no locks, nothing is waited for.

    Not for a folder that this process has for itself already. Raises ``OSError`` (``EAGAIN`` where the other does not
    end).
    """
    number = _opened(folder)
    try:
        _take(number)
        yield
    finally:
        os.close(number)
        if sys.platform == "win32":
            with suppress(OSError):  # whoever waits has it open
                (folder / _LOCK).unlink()


def _opened(folder: Path) -> int:
    if sys.platform == "win32":
        return patiently(lambda: os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT))
    return os.open(folder, os.O_RDONLY)


def _take(number: int) -> None:
    until = time.monotonic() + _TURN
    while True:
        try:
            if sys.platform == "win32":
                msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            if fault.errno not in _TAKEN:
                return
            if time.monotonic() > until:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from fault
            time.sleep(0.02)
        else:
            return
