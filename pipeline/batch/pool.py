"""Jobs on all cores, or on an executor from outside: outcomes in the order of the jobs, whatever happens to workers."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import islice

from pipeline.batch.jobs import Job, Options, Outcome
from pipeline.batch.office import build, crashed

_AHEAD = 8
"""Jobs handed over for each worker: enough to keep it busy, few enough to keep memory flat."""


def run(jobs: Iterable[Job], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of each job, in order, on ``workers`` processes; in this one where ``workers`` is 1.

    Where a worker is killed, the jobs that were under way are done again one by one, each in a process of its own:
    the one that kills its worker becomes a problem, and the others are built.
    """
    if workers == 1:
        yield from (build(job, options) for job in jobs)
        return
    waiting = iter(jobs)
    lost: tuple[Job, ...] = ()
    while True:
        with ProcessPoolExecutor(workers, initializer=_ignore_interrupt) as pool:
            lost = yield from run_on(pool, waiting, options, workers)
        if not lost:
            return
        for job in lost:
            yield _alone(job, options)


def run_on(
    pool: Executor, jobs: Iterator[Job], options: Options, workers: int
) -> Generator[Outcome, None, tuple[Job, ...]]:
    """The outcome of each job, in order, on ``pool``. Returns the jobs that were under way where the pool broke."""
    running: deque[tuple[Job, Future[Outcome]]] = deque()
    try:
        while True:
            for job in islice(jobs, _AHEAD * workers - len(running)):
                running.append((job, pool.submit(build, job, options)))
            if not running:
                return ()
            job, future = running[0]
            try:
                outcome = future.result()
            except BrokenExecutor:
                raise
            except Exception as fault:  # what a worker could not send back
                outcome = crashed(job, fault)
            running.popleft()
            yield outcome
    except BrokenExecutor:
        return tuple(job for job, _ in running)
    finally:
        for _, future in running:
            future.cancel()


def _alone(job: Job, options: Options) -> Outcome:
    with ProcessPoolExecutor(1, initializer=_ignore_interrupt) as pool:
        try:
            return pool.submit(build, job, options).result()
        except BrokenExecutor as fault:
            return crashed(job, fault)


def _ignore_interrupt() -> None:
    """Ctrl-C is for the process that gives out the work; a worker finishes the office it is at."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
