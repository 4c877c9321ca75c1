"""What a worker process does: task after task from its pipe, within the memory that it may have."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

if sys.platform != "win32":
    import resource

CRASHED = "โปรแกรมทำงานนี้ไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม ({fault}) โปรดแจ้งผู้ดูแลพร้อมไฟล์ที่ใช้"
NO_MEMORY = "งานนี้ใช้หน่วยความจำเกินกำหนด ลดขนาดหรือจำนวนไฟล์แล้วลองใหม่"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave nothing: a Thai sentence."""

    sentence: str


class SaidError(Exception):
    """A task that cannot be done, with a Thai sentence for whoever asked."""


def serve(pipe: Connection[Any, Any], module: str, memory: int) -> None:
    """Do each task that comes through ``pipe``, a function of ``module`` with values for it, until it closes. Ctrl-C is
    for the process that gives out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound(memory)
    functions = import_module(module)
    while True:
        try:
            name, values = pipe.recv()
        except (EOFError, OSError):
            return
        with suppress(OSError):
            pipe.send(_result(getattr(functions, name), values))


def _result(work: Any, values: tuple[object, ...]) -> Any:
    try:
        return work(*values)
    except SaidError as fault:
        return Failure(str(fault))
    except MemoryError:
        return Failure(NO_MEMORY)
    except Exception as fault:  # the worker goes on with the next task
        return Failure(CRASHED.format(fault=type(fault).__name__))


def _bound(memory: int) -> None:
    """Let this process have no more than ``memory`` bytes, where the system can say so."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
