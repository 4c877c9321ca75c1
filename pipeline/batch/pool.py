"""Work on all cores, or on an executor from outside: results in the order of the items, whatever happens to workers."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from typing import TypeVar

from pipeline.batch.jobs import Job, Options, Outcome
from pipeline.batch.office import build, check, crashed

_AHEAD = 8
"""Items handed over for each worker: enough to keep it busy, few enough to keep memory flat."""


Item = TypeVar("Item")
Result = TypeVar("Result")


def run(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of building each job, in order, on ``workers`` processes; in this one where ``workers`` is 1."""
    return each(jobs, partial(build, options=options), crashed, workers)


def check_all(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of checking each job, in order, as ``run`` builds them."""
    return each(jobs, partial(check, options=options), crashed, workers)


def run_on(
    pool: Executor, jobs: Iterator[Job], options: Options, workers: int
) -> Generator[Outcome, None, tuple[Job, ...]]:
    """The outcome of building each job, in order, on ``pool``. Returns the jobs under way where the pool broke."""
    return each_on(pool, jobs, partial(build, options=options), crashed, workers)


def each(
    items: Iterable[Item],
    work: Callable[[Item], Result],
    failed: Callable[[Item, BaseException], Result],
    workers: int,
) -> Iterator[Result]:
    """What ``work`` gives for each item, in order, on ``workers`` processes; in this one where ``workers`` is 1.

    Where a worker is killed, the items that were under way are done again one by one, each in a process of its own:
    the one that kills its worker gets what ``failed`` makes of it, and the others are done.
    """
    if workers == 1:
        _look_less_for_cycles()
        yield from map(work, items)
        return
    waiting = iter(items)
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
    running: deque[tuple[Item, Future[Result]]] = deque()
    try:
        while True:
            for item in islice(items, _AHEAD * workers - len(running)):
                running.append((item, _submitted(pool, work, item)))
            if not running:
                return ()
            item, future = running[0]
            try:
                result = future.result()
            except BrokenExecutor:
                raise
            except Exception as fault:  # what a worker could not send back
                result = failed(item, fault)
            running.popleft()
            yield result
    except BrokenExecutor:
        return tuple(item for item, _ in running)
    finally:
        for _, future in running:
            future.cancel()


def _submitted(pool: Executor, work: Callable[[Item], Result], item: Item) -> Future[Result]:
    """What ``pool`` promises for ``item``; where it broke since, that it did, so that the item is under way and not
    lost."""
    try:
        return pool.submit(work, item)
    except BrokenExecutor as fault:
        broken: Future[Result] = Future()
        broken.set_exception(fault)
        return broken


def _alone(item: Item, work: Callable[[Item], Result], failed: Callable[[Item, BaseException], Result]) -> Result:
    with ProcessPoolExecutor(1, initializer=_begin) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenExecutor as fault:
            return failed(item, fault)


def _begin() -> None:
    """Ready a worker. Ctrl-C is for the process that gives out the work; a worker finishes the office it is at."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _look_less_for_cycles()


def _look_less_for_cycles() -> None:
    """An office is a hundred thousand objects, few of them in cycles: to look for cycles as often as Python does takes
    a twentieth of all time. Memory stays flat."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
