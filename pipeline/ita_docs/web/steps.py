"""What is done for each job, step after step, while its user looks on: the workers' answers become its facts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from ita_docs.web.jobs import BOOK, FIRST, TEMPLATE, WebJob
from ita_docs.web.pool import FullError, LostError, Pool, TaskError
from ita_docs.web.worker import NO_SPACE

PRINTER = "printer"
"""The owner of what is printed for several jobs."""
_IN_ONE_CALL = 20
"""So many documents are printed within the time of a task."""
FULL = "ขณะนี้มีผู้ใช้งานมาก โปรดรอสักครู่แล้วลองใหม่"
SLOW = "งานนี้ใช้เวลานานเกินกำหนด โปรดลดขนาดหรือจำนวนไฟล์แล้วลองใหม่"
STOPPED = "งานนี้ถูกหยุดก่อนทำเสร็จ โปรดทำรายการใหม่"
LOST = "โปรแกรมหยุดทำงานระหว่างทำงานนี้ และลองใหม่แล้วไม่สำเร็จ โปรดแจ้งผู้ดูแลพร้อมไฟล์ที่ใช้"
_AT_ONCE = 4
"""So many tasks of one job wait for workers at a time: a hundred workbooks of one user leave the queue to others."""

JobSteps = Callable[[WebJob], Coroutine[Any, Any, None]]


class Steps:
    """The steps of all jobs, by the workers of ``pool``."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._printer = Printer(pool)
        self._running: dict[str, asyncio.Task[None]] = {}

    async def ask(self, job: WebJob, name: str, *values: object) -> Any:
        """What the function ``name`` of the workers gives for ``values``. Raises ``TaskError``, a Thai sentence."""
        return await answered(self._pool, job.id, name, *values)

    def begin(self, job: WebJob, steps: JobSteps) -> None:
        """Do ``steps`` for the job, in place of what is under way for it."""
        self.stop(job)
        self._running[job.id] = asyncio.create_task(self._guarded(job, steps))

    def stop(self, job: WebJob) -> None:
        """End what is under way for the job, and forget what waits."""
        self._pool.drop(job.id)
        if running := self._running.pop(job.id, None):
            running.cancel()

    async def settled(self, job: WebJob, seconds: float) -> None:
        """Wait until nothing is under way for the job, or its problems are found, but not longer than ``seconds``."""
        running = self._running.get(job.id)
        await asyncio.sleep(0)  # it begins, and forgets what was found before
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds), job.changed:
                await job.changed.wait_for(lambda: "look" in job.facts or self._running.get(job.id) is not running)

    async def _guarded(self, job: WebJob, steps: JobSteps) -> None:
        job.facts.pop("failed", None)
        try:
            await steps(job)
        except TaskError as fault:
            job.facts["failed"] = str(fault)
        except OSError:
            job.facts["failed"] = NO_SPACE
        finally:
            if self._running.get(job.id) is asyncio.current_task():
                del self._running[job.id]
                job.pending.clear()
                await tell(job)

    async def book(self, job: WebJob) -> None:
        """Look at the workbook; make its documents where nothing keeps them back, and draw their pages."""
        for name in ("look", "documents", "proof"):
            job.facts.pop(name, None)
        job.begin_anew()
        await pending(job, "look")
        job.facts["look"] = await self.ask(job, "look", *_brought(job), str(job.made))
        job.names |= job.facts["look"]["called"]
        if not job.facts["look"]["refused"]:
            job.pending.add("make")
        job.pending.discard("look")
        await tell(job)
        if "make" in job.pending:
            await self.papers(job, draft=False)

    async def proof(self, job: WebJob) -> None:
        """Make and draw proof copies."""
        await self.papers(job, draft=True)

    async def papers(self, job: WebJob, *, draft: bool) -> None:
        """Make the documents or their proof copies, and draw their pages."""
        folder = "proof" if draft else "documents"
        await pending(job, "make")
        made = await self.ask(job, "make", *_brought(job), str(job.made), draft)
        await self._drawn(job, folder, made)

    async def _drawn(self, job: WebJob, folder: str, made: dict[str, Any]) -> None:
        """Draw the pages of what was made, each document as soon as a worker is free."""
        documents = [one for one in made["files"] if one["name"].endswith(".docx")]
        job.facts[folder] = made
        job.pending |= {one["name"] for one in documents}
        job.pending.discard("make")
        await tell(job)
        await _few(partial(self._draw, job, folder), documents)

    async def _draw(self, job: WebJob, folder: str, document: dict[str, Any]) -> None:
        try:
            drawn = await self.ask(job, "draw", str(job.made), folder, document["name"])
            if "undrawn" in drawn:
                drawn = await self._printer.printed(str(job.made / folder / document["name"]))
            document |= drawn
        except TaskError as fault:
            document |= {"pages": 0, "failed": str(fault)}
        job.pending.discard(document["name"])
        await tell(job)

    async def many(self, job: WebJob) -> None:
        """Make the documents of each office, as many at a time as there are workers, and bind them in one zip."""
        offices = [{"stored": stored, "name": name} for stored, name in job.names.items() if stored.endswith(BOOK)]
        job.facts["offices"] = offices
        await pending(job, "zip", *(one["stored"] for one in offices))
        await _few(partial(self._office, job), offices)
        await self.ask(job, "bundle_many", str(job.made), {one["stored"]: one["name"] for one in offices})
        job.facts["zip"] = True

    async def _office(self, job: WebJob, office: dict[str, Any]) -> None:
        stored = office["stored"]
        try:
            office |= await self.ask(job, "office", str(job.brought), stored, office["name"], str(job.made), True)
        except TaskError as fault:
            office |= {"made": 0, "problems": [], "failed": str(fault)}
        job.pending.discard(stored)
        await tell(job)

    async def comparison(self, job: WebJob) -> None:
        """Lay the offices side by side."""
        await pending(job, "compare")
        books = {stored: name for stored, name in job.names.items() if stored.endswith(BOOK)}
        job.facts["compare"] = await self.ask(job, "compare", str(job.brought), books, str(job.made))

    async def old(self, job: WebJob) -> None:
        """Make a workbook of old documents."""
        job.begin_anew()
        await pending(job, "import")
        asked = job.facts["asked"]
        values = *_brought(job), asked["office"], asked["year"], asked["order"], str(job.made)
        job.facts["import"] = await self.ask(job, "import_old", *values)

    async def template(self, job: WebJob) -> None:
        """Look at a template for mistakes, and show what it makes of a workbook that came with it."""
        await pending(job, "lint")
        values = str(job.brought / TEMPLATE), job.names[TEMPLATE], str(job.made)
        job.facts["lint"] = await self.ask(job, "check_template", *values)
        if FIRST in job.names and all(one["severity"] != "error" for one in job.facts["lint"]["findings"]):
            await self._drawn(job, "documents", await self.ask(job, "try_template", *_brought(job), str(job.made)))


class Printer:
    """Prints what cannot be drawn, for all jobs that wait in one call of the office program: it takes long to begin."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._printing: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()

    async def printed(self, document: str) -> dict[str, Any]:
        """What became of a document (its path)."""
        answer = self._waiting[document] = asyncio.get_running_loop().create_future()
        printing = asyncio.create_task(self._print())  # a task of its own: a job that is stopped stops no other's
        self._printing.add(printing)
        printing.add_done_callback(self._printing.discard)
        became: dict[str, Any] = await answer
        return became

    async def _print(self) -> None:
        """Print all that waits, once what is under way is printed."""
        async with self._turn:
            waiting = dict(list(self._waiting.items())[:_IN_ONE_CALL])
            for document in waiting:
                del self._waiting[document]
            if waiting:
                await self._print_all(waiting)

    async def _print_all(self, waiting: dict[str, asyncio.Future[dict[str, Any]]]) -> None:
        try:
            results = await answered(self._pool, PRINTER, "print_all", list(waiting))
        except TaskError as fault:
            results = [{"pages": 0, "failed": str(fault)} for _ in waiting]
        for answer, result in zip(waiting.values(), results, strict=True):
            if not answer.done():  # its job may be gone
                answer.set_result(result)


async def answered(pool: Pool, owner: str, name: str, *values: object) -> Any:
    """What the function ``name`` of the workers gives for ``values``. Raises ``TaskError``, a Thai sentence."""
    try:
        return await asyncio.wrap_future(pool.submit(owner, name, *values))
    except asyncio.CancelledError:
        if (own := asyncio.current_task()) and own.cancelling():
            raise
        raise TaskError(STOPPED) from None  # by another page of the same job, or by the end of the server
    except FullError:
        raise TaskError(FULL) from None
    except LostError as fault:
        raise TaskError(SLOW if fault.slow else LOST) from None


async def _few(do: Callable[[dict[str, Any]], Coroutine[Any, Any, None]], ones: Iterable[dict[str, Any]]) -> None:
    """Do something for each, a few at a time."""
    room = asyncio.Semaphore(_AT_ONCE)

    async def done(one: dict[str, Any]) -> None:
        async with room:
            await do(one)

    await asyncio.gather(*map(done, ones))


async def pending(job: WebJob, *names: str) -> None:
    """Say that these are under way."""
    job.pending.update(names)
    await tell(job)


async def tell(job: WebJob) -> None:
    """Tell whoever looks on that something changed."""
    async with job.changed:
        job.changes += 1
        job.changed.notify_all()


def _brought(job: WebJob) -> tuple[str, dict[str, str]]:
    """Where the job's files stand, and their names."""
    return str(job.brought), dict(job.names)
