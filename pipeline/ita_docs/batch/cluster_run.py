"""A run on a cluster: outcomes in the order of the jobs, whichever workers die, and an end to it when all do."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from ita_docs.batch.cluster import OTHER_VERSION, OtherVersionError, build_as, of_other_versions, size_of
from ita_docs.batch.jobs import Job, Options, Outcome
from ita_docs.batch.office import crashed
from ita_docs.outputs.files import code_version

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 30.0
"""Seconds without a scheduler or without any worker after which a run ends; one that was killed is back by then where
something begins it anew."""
_AHEAD = 8
"""Jobs handed over for each thread of a worker."""
_TRIES = 3
"""Times that a job is given out whose workers die: dask itself gives it to four, one after the other, each time."""
_LOOK = 1.0
"""Seconds between two looks at whether anyone is still there."""

NO_SCHEDULER = "ขาดการติดต่อกับเครื่องจัดงาน ตรวจสอบว่า dask scheduler ทำงานอยู่และเครือข่ายใช้ได้"
ALL_DEAD = "ไม่มีเครื่องทำงานเหลืออยู่ เปิด dask worker อย่างน้อยหนึ่งเครื่อง"


class ClusterRun:
    """The outcomes of building jobs on the workers of ``client``, which see the same files under the same names; to be
    gone through once. The connection is closed at the end.

    ``fault`` is empty, or says after the last outcome, in Thai, why the rest was not done.
    """

    def __init__(self, client: Client, jobs: Sequence[Job], options: Options) -> None:
        self.fault = ""
        self._client = client
        self._jobs = [Job(job.workbook.resolve(), job.folder.resolve()) for job in jobs]
        self._options = _everywhere(options)
        self._ended: SimpleQueue[tuple[int, Future]] = SimpleQueue()
        self._under_way: dict[int, Future] = {}
        self._tries: dict[int, int] = {}
        self._done: dict[int, Outcome] = {}
        self._seen = time.monotonic()
        self._lacks = ""

    def __iter__(self) -> Iterator[Outcome]:
        try:
            yield from self._outcomes()
        finally:
            for future in self._under_way.values():
                future.release()
            self._client.close(timeout=_LOOK)

    def _outcomes(self) -> Iterator[Outcome]:
        given, told = 0, 0
        ahead = _AHEAD * max(sum(self._client.nthreads().values()), 1)
        while told < len(self._jobs) and not self.fault:
            while given < len(self._jobs) and len(self._under_way) < ahead:
                self._give(given)
                given += 1
            self._take()
            while told in self._done:
                yield self._done.pop(told)
                told += 1
        yield from (self._done[number] for number in sorted(self._done))

    def _give(self, number: int) -> None:
        """Hand a job over. What it writes is its result: none may be taken from memory."""
        job = self._jobs[number]
        size = size_of(job.workbook)
        future = self._client.submit(build_as, code_version(), size, job, self._options, pure=False)
        self._under_way[number] = future
        future.add_done_callback(lambda ended: self._ended.put((number, ended)))

    def _take(self) -> None:
        """Wait for a job to end, and look at whether anyone is still there where none does."""
        try:
            number, future = self._ended.get(timeout=_LOOK)
        except Empty:
            self._look()
            return
        if self._under_way.get(number, number) is not future:  # given out anew since, or done
            return
        try:
            found = future.result(timeout=_LOOK)
        except TimeoutError:  # the worker that had the result died: it is made again
            self._ended.put((number, future))
            self._look()
        except OtherVersionError as fault:
            self.fault = OTHER_VERSION.format(names=of_other_versions(self._client) or fault)
        except Exception as fault:
            self._again(number, fault)
        else:
            self._done[number] = found
            del self._under_way[number]
            self._seen = time.monotonic()

    def _again(self, number: int, fault: Exception) -> None:
        """Give out a job anew that was lost with its workers or with the scheduler's memory."""
        self._look()
        if self.fault:
            return
        if self._lacks:  # nobody there to give it to; asked again at the next look
            self._ended.put((number, self._under_way[number]))
            time.sleep(_LOOK)
            return
        self._tries[number] = self._tries.get(number, 0) + (not _is_lost(fault))
        if self._tries[number] < _TRIES:
            self._give(number)
        elif names := of_other_versions(self._client):  # an older one has not even the words to say so
            self.fault = OTHER_VERSION.format(names=names)
        else:
            self._done[number] = crashed(self._jobs[number], fault)
            del self._under_way[number]

    def _look(self) -> None:
        """Note whether scheduler and workers are there, and end the run where they were not for long."""
        self._lacks = self._lacking()
        if not self._lacks:
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > PATIENCE or self._client.status == "closed":
            self.fault = self._lacks

    def _lacking(self) -> str:
        if self._client.status != "running":
            return NO_SCHEDULER
        try:
            return "" if self._client.sync(self._client.scheduler.ncores, callback_timeout=PATIENCE / 3) else ALL_DEAD
        except (OSError, TimeoutError, RuntimeError):
            return NO_SCHEDULER


def _is_lost(fault: Exception) -> bool:
    """True where the scheduler forgot the job, for which no job is to blame."""
    return type(fault).__name__ in ("CancelledError", "FutureCancelledError", "FuturesCancelledError")


def _everywhere(options: Options) -> Options:
    """The options, whatever folder a worker was started in."""
    templates = {name: path.resolve() for name, path in options.templates.items()}
    return replace(
        options, templates=templates, frameworks=_resolved(options.frameworks), tracker=_resolved(options.tracker)
    )


def _resolved(path: Path | None) -> Path | None:
    return path.resolve() if path else None
