"""Tasks for the workers of ``test_web_pool``: they end their process, hang, take memory, or do as they should."""

from __future__ import annotations

import os
import signal
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


def slowly(seconds: float, order: str, number: int) -> int:
    """Note in ``order`` that ``number`` was done."""
    time.sleep(seconds)
    with Path(order).open("a") as kept:
        kept.write(f"{number} ")
    return number


def swell() -> None:
    bytearray(4 << 30)


def fail() -> None:
    raise KeyError("a fault of the program")


def refuse() -> None:
    raise SaidError("ทำไม่ได้")
