"""Tasks for the workers of ``test_web_pool``: they end their process, hang, take memory, or do as they should."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from ita_docs.web.worker import SaidError


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: str) -> str:
    """End this worker the first time."""
    if not Path(mark).exists():
        Path(mark).touch()
        die()
    return "done"


def hang() -> None:
    time.sleep(600)


def held(gate: str, order: str, number: int) -> int:
    """Note in ``order`` that ``number`` was done, once the file ``gate`` is there (empty: at once)."""
    while gate and not Path(gate).exists():
        time.sleep(0.01)
    with Path(order).open("a") as kept:
        kept.write(f"{number} ")
    return number


def swell() -> None:
    bytearray(4 << 30)


def number() -> int:
    """The number of this process."""
    return os.getpid()


def start(program: str) -> int:
    """Start a program, and wait for it; its number is noted at ``program``."""
    with subprocess.Popen(["sleep", "600"]) as started:
        noted = Path(f"{program}.new")
        noted.write_text(str(started.pid))
        noted.replace(program)
    return 0


def fill() -> None:
    raise OSError(errno.ENOSPC, "no space")


def place() -> str:
    """Where this process lays things aside."""
    return tempfile.gettempdir()


def fail() -> None:
    raise KeyError("a fault of the program")


def refuse() -> None:
    raise SaidError("ทำไม่ได้")


def office(*_: object) -> dict[str, int]:
    return {"made": 1}


def bundle_many(*_: object) -> None:
    """Bind nothing."""


def family() -> tuple[int, int]:
    """The process that does this, and the one that started it."""
    return os.getpid(), os.getppid()
