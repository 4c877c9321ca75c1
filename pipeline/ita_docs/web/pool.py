"""Worker processes that heal: a worker that is killed or hangs costs only the task that it had in hand.

A task is tried once more by a new worker, and then told. What people wait for comes first (``RANKS``), and tasks of
different owners take turns, so that whoever brings a hundred workbooks keeps nobody with one waiting.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import OrderedDict, deque
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ita_docs.web.bounds import Bounds
from ita_docs.web.worker import Failure, serve

WORK = "ita_docs.web.work"
RANKS = {"look": 0, "mend": 0, "new": 0, "check_template": 0, "make": 1}
"""Which tasks go first; all others come last."""
_LAST = 2
_TRIES = 2
_PAUSES = (0.05, 0.2, 1.0)
"""Seconds before a worker that did not start is started anew: the process that starts them may have been killed, which
the system tells a moment later."""


class FullError(Exception):
    """More tasks wait than may."""


class LostError(Exception):
    """The task ended its worker, or took longer than it may, each time it was tried; ``slow`` where it was the time."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__()
        self.slow = slow


class TaskError(Exception):
    """What a task was told to say (Thai)."""


@dataclass(slots=True)
class _Task:
    owner: str
    work: str
    values: tuple[object, ...]
    future: Future[Any] = field(default_factory=Future)


class Pool:
    """``bounds.workers`` processes, each tended by a thread of this one; they start with the first tasks."""

    def __init__(self, bounds: Bounds, module: str = WORK, temporary: str = "") -> None:
        """``module`` is the name of the module with the functions that workers do, ``temporary`` the folder of what
        they lay aside (empty: the system's)."""
        self._bounds, self._module, self._temporary = bounds, module, temporary
        self._workers: set[_Worker] = set()
        self._context = _context(module)
        self._waiting: list[OrderedDict[str, deque[_Task]]] = [OrderedDict() for _ in range(_LAST + 1)]
        self._change = threading.Condition()
        self._closed = False
        tending = (threading.Thread(target=self._tend, daemon=True) for _ in range(bounds.workers))
        self._threads = list(tending)
        for thread in self._threads:
            thread.start()

    def submit(self, owner: str, work: str, *values: object) -> Future[Any]:
        """What the function ``work`` will give for ``values`` in a worker. Raises ``FullError``. The future
        has ``LostError`` or ``TaskError`` where it gives nothing."""
        task = _Task(owner, work, values)
        with self._change:
            if self._closed or sum(len(own) for one in self._waiting for own in one.values()) >= self._bounds.waiting:
                raise FullError
            self._waiting[RANKS.get(work, _LAST)].setdefault(owner, deque()).append(task)
            self._change.notify()
        return task.future

    def drop(self, owner: str) -> None:
        """Forget the tasks of ``owner`` that no worker has begun."""
        with self._change:
            self._forget(owner)

    def close(self) -> None:
        """Let the workers finish what they have in hand, if that takes not too long, and end."""
        with self._change:
            self._closed = True
            for owner in {owner for one in self._waiting for owner in one}:
                self._forget(owner)
            self._change.notify_all()
        end = time.monotonic() + min(self._bounds.ending, self._bounds.task)
        for thread in self._threads:
            thread.join(max(end - time.monotonic(), 0))
        for worker in list(self._workers):
            worker.kill()

    def _forget(self, owner: str) -> None:
        for one in self._waiting:
            for task in one.pop(owner, ()):
                task.future.cancel()

    def _next(self) -> _Task | None:
        """The next task, of the owner who waits longest; ``None`` once the pool is closed."""
        with self._change:
            while not any(self._waiting) and not self._closed:
                self._change.wait()
            if self._closed:
                return None
            waiting = next(filter(None, self._waiting))
            owner, tasks = waiting.popitem(last=False)
            task = tasks.popleft()
            if tasks:
                waiting[owner] = tasks
            return task

    def _tend(self) -> None:
        """Give tasks to one worker after the other."""
        worker: _Worker | None = None
        while task := self._next():
            if task.future.set_running_or_notify_cancel():
                worker = self._done(task, worker)
            if worker and worker.size() > self._bounds.grown:
                self._ended(worker)
                worker = None
        if worker:
            self._ended(worker)

    def _begun(self) -> _Worker:
        """A new worker. Raises ``EOFError`` or ``OSError`` where none starts."""
        for pause in _PAUSES:
            with suppress(EOFError, OSError):
                return self._started()
            time.sleep(pause)
        return self._started()

    def _started(self) -> _Worker:
        worker = _Worker(self._context, self._module, self._bounds.memory, self._temporary)
        self._workers.add(worker)
        return worker

    def _ended(self, worker: _Worker) -> None:
        worker.end()
        self._workers.discard(worker)

    def _done(self, task: _Task, worker: _Worker | None) -> _Worker | None:
        """The worker that goes on after ``task``."""
        slow = False
        for _ in range(_TRIES):
            try:
                worker = worker or self._begun()
                result = worker.ask(task.work, task.values, self._bounds.task)
            except Exception as fault:  # it is gone, is ended for its time, or sends no answer that can be read
                slow = isinstance(fault, TimeoutError)
                if worker:
                    worker.kill()
                    self._workers.discard(worker)
                worker = None
                if self._closed:
                    break
                continue
            if isinstance(result, Failure):
                task.future.set_exception(TaskError(result.sentence))
            else:
                task.future.set_result(result)
            return worker
        task.future.set_exception(LostError(slow=slow))
        return None


class _Worker:
    """One worker process, and the pipe to it."""

    def __init__(self, context: BaseContext, module: str, *given: object) -> None:
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, module, *given), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        self._process: BaseProcess = process

    def ask(self, work: str, values: tuple[object, ...], seconds: float) -> Any:
        """What ``work`` gives. Raises ``TimeoutError``, and ``EOFError`` or ``OSError`` where the worker is gone."""
        pipe: Connection[Any, Any] = self._pipe
        pipe.send((work, values))
        if not pipe.poll(seconds):
            raise TimeoutError
        return pipe.recv()

    def end(self) -> None:
        """Let the worker end by itself."""
        self._pipe.close()
        self._process.join(1)
        self.kill()

    def size(self) -> int:
        """Bytes that the worker holds, 0 where the system does not say."""
        try:
            pages = Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def kill(self) -> None:
        """End the worker, whatever it does, and the programs that it started."""
        if sys.platform != "win32" and self._process.pid and self._process.is_alive():
            with suppress(OSError):  # it did not yet come so far
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        with suppress(OSError, ValueError):
            self._pipe.close()


def _context(module: str) -> BaseContext:
    """How workers start: from a process that has loaded what they need, where the system can; else from nothing."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([module])
        return context
    return multiprocessing.get_context("spawn")
