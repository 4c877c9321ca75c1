"""What a worker process does: task after task from its pipe, within the memory that it may have."""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
import warnings
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

if sys.platform != "win32":
    import resource

CRASHED = "โปรแกรมทำงานนี้ไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม ({fault}) โปรดแจ้งผู้ดูแลพร้อมไฟล์ที่ใช้"
NO_MEMORY = "งานนี้ใช้หน่วยความจำเกินกำหนด ลดขนาดหรือจำนวนไฟล์แล้วลองใหม่"
NO_SPACE = "เครื่องที่ให้บริการมีพื้นที่ไม่พอ โปรดแจ้งผู้ดูแล"
FULL_DISK = frozenset((errno.ENOSPC, errno.EDQUOT))


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task gave nothing: a Thai sentence."""

    sentence: str


class SaidError(Exception):
    """A task that cannot be done, with a Thai sentence for whoever asked."""


def serve(pipe: Connection[Any, Any], module: str, memory: int, temporary: str) -> None:
    """Do each task that comes through ``pipe``, a function of ``module`` with values for it, until it closes. Ctrl-C is
    for the process that gives out the work; what tasks lay aside goes to the folder ``temporary``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.setpgrp()  # with the programs that tasks start, so that all of them can be ended
    if temporary:
        tempfile.tempdir = temporary
    warnings.simplefilter("ignore")  # they tell what stands in cells
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
    except OSError as fault:
        return Failure(NO_SPACE if fault.errno in FULL_DISK else CRASHED.format(fault=type(fault).__name__))
    except Exception as fault:  # the worker goes on with the next task
        return Failure(CRASHED.format(fault=type(fault).__name__))


def _bound(memory: int) -> None:
    """Let this process have no more than ``memory`` bytes, where the system can say so."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
