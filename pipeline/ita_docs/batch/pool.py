"""Work on all cores, or on an executor from outside: results in the order of the items, whatever happens to workers."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TypeVar

from ita_docs.batch.jobs import Job, Options, Outcome
from ita_docs.batch.office import build, check, crashed

_AHEAD = 8
"""Items handed over for each worker: enough to keep it busy, few enough to keep memory flat."""
MOST_WORKERS = 61 if sys.platform == "win32" else sys.maxsize
"""Windows waits for no more processes at once, and Python refuses to begin more there."""
_HANDFUL = 4
"""Items handed over together once there are many: where nothing changed, handing over takes longer than the work."""


Item = TypeVar("Item")
Result = TypeVar("Result")


def run(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of building each job, in order, on ``workers`` processes; in this one where ``workers`` is 1."""
    return each(jobs, partial(build, options=options), crashed, workers)


def check_all(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of checking each job, in order, as ``run`` builds them."""
    return each(jobs, partial(check, options=options), crashed, workers)


def each(
    items: Iterable[Item],
    work: Callable[[Item], Result],
    failed: Callable[[Item, BaseException], Result],
    workers: int,
) -> Iterator[Result]:
    """What ``work`` gives for each item, in order, on ``workers`` processes, on Windows 61 of them at most; in this
    one where ``workers`` is 1.

    Where a worker is killed, the items that were under way are done again one by one, each in a process of its own:
    the one that kills its worker gets what ``failed`` makes of it, and the others are done.
    """
    if workers == 1:
        _look_less_for_cycles()
        yield from map(work, items)
        return
    workers, waiting = min(workers, MOST_WORKERS), iter(items)
    lost: tuple[Item, ...] = ()
    while True:
        with ProcessPoolExecutor(workers, initializer=_begin) as pool:
            lost = yield from each_on(pool, waiting, work, failed, workers)
        if not lost:
            return
        for item in lost:
            yield _alone(item, work, failed)


def each_on(
    pool: Executor,
    items: Iterator[Item],
    work: Callable[[Item], Result],
    failed: Callable[[Item, BaseException], Result],
    workers: int,
) -> Generator[Result, None, tuple[Item, ...]]:
    """What ``work`` gives for each item, in order, on ``pool``. Returns the items under way where the pool broke."""
    running: deque[tuple[tuple[Item, ...], Future[list[Result]]]] = deque()
    ahead = _AHEAD * workers
    waiting = _handfuls(items, ahead)
    try:
        while True:
            while sum(len(some) for some, _ in running) < ahead and (some := next(waiting, ())):
                running.append((some, _submitted(pool, work, some)))
            if not running:
                return ()
            some, future = running[0]
            fault = future.exception()
            if isinstance(fault, BrokenExecutor):
                raise fault
            running.popleft()
            if fault is None:
                yield from future.result()
            elif len(some) == 1:  # what a worker could not send back
                yield failed(some[0], fault)
            else:
                running.extendleft(((item,), _submitted(pool, work, (item,))) for item in reversed(some))
    except BrokenExecutor:
        return tuple(item for some, _ in running for item in some)
    finally:
        for _, future in running:
            future.cancel()


def _handfuls(items: Iterator[Item], singly: int) -> Iterator[tuple[Item, ...]]:
    """The items, the first ones singly: so few are shared out evenly, and many soon go by the handful."""
    yield from ((item,) for item in islice(items, singly))
    while some := tuple(islice(items, _HANDFUL)):
        yield some


def _submitted(pool: Executor, work: Callable[[Item], Result], some: tuple[Item, ...]) -> Future[list[Result]]:
    """What ``pool`` promises for ``some`` items; where it broke since, that it did, so that they are under way and not
    lost."""
    try:
        with _deaf():
            return pool.submit(_done, work, some)
    except BrokenExecutor as fault:
        broken: Future[list[Result]] = Future()
        broken.set_exception(fault)
        return broken


def _done(work: Callable[[Item], Result], some: tuple[Item, ...]) -> list[Result]:
    return [work(item) for item in some]


def _alone(item: Item, work: Callable[[Item], Result], failed: Callable[[Item, BaseException], Result]) -> Result:
    with ProcessPoolExecutor(1, initializer=_begin) as pool:
        try:
            with _deaf():
                promised = pool.submit(work, item)
            return promised.result()
        except BrokenExecutor as fault:
            return failed(item, fault)


@contextmanager
def _deaf() -> Iterator[None]:
    """Workers that begin meanwhile do not hear Ctrl-C before ``_begin`` has them ignore it: they would say in Python's
    words that they were stopped. This process hears it at the end. Windows has no such mask."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Ready a worker. Ctrl-C is for the process that gives out the work; a worker finishes what it has in
    hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_command, daemon=True).start()
    _look_less_for_cycles()


def _end_with_command() -> None:
    """End this worker once the process that gives out the work is gone: killed, it cannot tell its workers to end, and
    they would wait for ever."""
    command = multiprocessing.parent_process()
    if command is not None:
        command.join()
        os._exit(1)


def _look_less_for_cycles() -> None:
    """An office is a hundred thousand objects, few of them in cycles: to look for cycles as often as Python does takes
    a twentieth of all time. Memory stays flat."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
