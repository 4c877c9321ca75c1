"""Workers that heal: whatever a task does to its worker, the others are done."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ita_docs.web.bounds import Bounds
from ita_docs.web.jobs import WebJob
from ita_docs.web.pool import RANKS, FullError, LostError, Pool, TaskError
from ita_docs.web.showing import Showing
from ita_docs.web.steps import FULL, STOPPED, Printer, Steps, answered, tell
from ita_docs.web.worker import NO_MEMORY, NO_SPACE

MakePool = Callable[..., Pool]
PATIENCE = 300
"""So many seconds a busy machine may take."""


@pytest.fixture
def made() -> Iterator[MakePool]:
    pools: list[Pool] = []

    def make(temporary: str = "", **bounds: float) -> Pool:
        pools.append(Pool(Bounds(**{"workers": 1, **bounds}), "web_tasks", temporary))  # type: ignore[arg-type]
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def test_a_killed_worker_costs_only_its_own_task(made: MakePool, tmp_path: Path) -> None:
    pool = made()
    killing = [pool.submit("a", "die"), pool.submit("b", "die_once", str(tmp_path / "mark"))]
    others = [pool.submit("c", "double", number) for number in range(5)]
    with pytest.raises(LostError) as lost:
        killing[0].result(PATIENCE)
    assert not lost.value.slow
    assert killing[1].result(PATIENCE) == "done"
    assert [one.result(PATIENCE) for one in others] == [0, 2, 4, 6, 8]


def test_nobody_waits_for_work_of_a_pool_that_is_closed() -> None:
    before = {*threading.enumerate()}
    pool = Pool(Bounds(workers=3, ending=3), "web_tasks", "")
    tending = {*threading.enumerate()} - before
    assert len(tending) == 3
    pool.close()
    assert not [one for one in tending if one.is_alive()]


@pytest.mark.skipif(not Path("/proc").exists(), reason="the system does not tell its processes")
@pytest.mark.soak
def test_where_what_starts_workers_is_killed_no_task_is_lost(made: MakePool) -> None:
    pool = made()
    for number in range(3):
        killed = pool.submit("a", "family").result(PATIENCE)
        for process in killed:
            os.kill(process, signal.SIGKILL)
        waiting = pool.submit("a", "double", number)
        while not (starting := [one for one in _starting() if one not in killed]):
            time.sleep(0.001)
        os.kill(starting[0], signal.SIGKILL)
        assert waiting.result(PATIENCE) == 2 * number


def _starting() -> list[int]:
    """The live processes from which workers of this one start."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, parent = (one / "stat").read_text().rpartition(")")[2].split()[:2]
            if parent == str(os.getpid()) and state not in "ZX" and b"forkserver" in (one / "cmdline").read_bytes():
                found.append(int(one.name))
    return found


def test_a_task_that_hangs_is_ended_and_told(made: MakePool) -> None:
    pool = made(task=0.2)
    hanging = pool.submit("a", "hang")
    with pytest.raises(LostError) as lost:
        hanging.result(PATIENCE)
    assert lost.value.slow


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process")
def test_a_task_that_wants_too_much_memory_is_told(made: MakePool) -> None:
    pool = made(memory=1 << 30)
    with pytest.raises(TaskError, match=NO_MEMORY):
        pool.submit("a", "swell").result(PATIENCE)
    assert pool.submit("a", "double", 1).result(PATIENCE) == 2


def test_a_fault_of_the_program_is_told_without_what_was_in_the_file(made: MakePool) -> None:
    pool = made()
    with pytest.raises(TaskError, match="KeyError") as told:
        pool.submit("a", "fail").result(PATIENCE)
    assert "a fault of the program" not in str(told.value)
    with pytest.raises(TaskError, match="ทำไม่ได้"):
        pool.submit("a", "refuse").result(PATIENCE)


def test_owners_take_turns(made: MakePool, tmp_path: Path) -> None:
    pool, order, gate = made(), tmp_path / "order", tmp_path / "gate"
    first = pool.submit("many", "held", str(gate), str(order), 0)
    rest = [pool.submit("many", "held", "", str(order), number) for number in (1, 2, 3)]
    one = pool.submit("one", "held", "", str(order), 9)
    gate.touch()
    for future in (first, *rest, one):
        future.result(PATIENCE)
    done = order.read_text().split()
    assert done.index("9") <= 2
    assert [one for one in done if one != "9"] == ["0", "1", "2", "3"]


def test_what_people_wait_for_comes_first(made: MakePool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RANKS, "double", 0)
    pool, order, gate = made(), tmp_path / "order", tmp_path / "gate"
    tasks = [pool.submit("a", "held", str(gate), str(order), number) for number in (1, 2, 3)]
    while not tasks[0].running():
        time.sleep(0.01)
    tasks.insert(1, pool.submit("b", "double", 1))
    done: list[Future[Any]] = []
    for one in tasks:
        one.add_done_callback(done.append)
    gate.touch()
    assert [one.result(PATIENCE) for one in tasks] == [1, 2, 2, 3]
    assert done == tasks


def test_more_tasks_than_may_wait_are_refused(made: MakePool, tmp_path: Path) -> None:
    pool, order, gate = made(waiting=2), tmp_path / "order", tmp_path / "gate"
    first = pool.submit("a", "held", str(gate), str(order), 0)
    while not first.running():
        time.sleep(0.01)
    waiting = [pool.submit("a", "double", 1) for _ in range(2)]
    with pytest.raises(FullError):
        pool.submit("a", "double", 1)
    gate.touch()
    assert [one.result(PATIENCE) for one in waiting] == [2, 2]


def test_what_is_dropped_is_not_begun(made: MakePool, tmp_path: Path) -> None:
    pool, order, gate = made(), tmp_path / "order", tmp_path / "gate"
    first = pool.submit("a", "held", str(gate), str(order), 1)
    while not first.running():
        time.sleep(0.01)
    dropped = pool.submit("b", "held", "", str(order), 2)
    pool.drop("b")
    gate.touch()
    first.result(PATIENCE)
    assert dropped.cancelled()
    assert pool.submit("c", "double", 2).result(PATIENCE) == 4
    assert order.read_text().split() == ["1"]


def test_what_cannot_be_drawn_is_printed_for_all_who_wait_in_one_call() -> None:
    calls: list[list[str]] = []

    class Waiting(Pool):
        def __init__(self) -> None:
            pass

        def submit(self, _owner: str, _work: str, *values: object) -> Future[Any]:
            calls.append(values[0])  # type: ignore[arg-type]
            answer: Future[Any] = Future()
            answer.set_result([{"pages": len(one)} for one in calls[-1]])
            return answer

    async def print_three() -> list[dict[str, Any]]:
        printer = Printer(Waiting())
        gone, *others = [asyncio.create_task(printer.printed(one)) for one in ("a", "bb", "ccc")]
        await asyncio.sleep(0)
        gone.cancel()  # costs no other its pages
        return await asyncio.gather(*others)

    assert asyncio.run(print_three()) == [{"pages": 2}, {"pages": 3}]
    assert calls == [["a", "bb", "ccc"]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no sizes")
def test_a_worker_that_grew_is_replaced(made: MakePool) -> None:
    steady, growing = made(), made(grown=1)
    assert len({steady.submit("a", "number").result(PATIENCE) for _ in range(3)}) == 1
    assert len({growing.submit("a", "number").result(PATIENCE) for _ in range(3)}) == 3


def test_the_end_does_not_wait_for_a_task_that_hangs(made: MakePool) -> None:
    pool = made(ending=0.2)
    hanging = pool.submit("a", "hang")
    while not hanging.running():
        time.sleep(0.01)
    pool.close()
    with pytest.raises(LostError):
        hanging.result(PATIENCE)


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no groups of processes")
def test_programs_that_a_task_started_end_with_its_worker(made: MakePool, tmp_path: Path) -> None:
    program = tmp_path / "program"
    for seconds in (0.5, 5.0, 50.0):  # a busy machine needs longer until the program runs
        with pytest.raises(LostError):
            made(task=seconds).submit("a", "start", str(program)).result(PATIENCE)
        if program.exists():
            break
    stat, end = Path(f"/proc/{program.read_text()}/stat"), time.monotonic() + PATIENCE
    while stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z":  # the system ends it in its time
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_full_disk_is_told(made: MakePool) -> None:
    with pytest.raises(TaskError, match=NO_SPACE):
        made().submit("a", "fill").result(PATIENCE)


def test_workers_lay_things_aside_where_they_are_told(made: MakePool, tmp_path: Path) -> None:
    assert made(str(tmp_path)).submit("a", "place").result(PATIENCE) == str(tmp_path)


def test_a_step_whose_task_is_dropped_is_told(made: MakePool, tmp_path: Path) -> None:
    pool, gate = made(), tmp_path / "gate"
    steps, job = Steps(pool), WebJob("a", "", "book", tmp_path)

    async def dropped() -> None:
        first = pool.submit("b", "held", str(gate), str(tmp_path / "order"), 1)
        while not first.running():
            await asyncio.sleep(0.01)
        asking = asyncio.create_task(steps.ask(job, "double", 1))
        await asyncio.sleep(0)
        steps.stop(job)
        with pytest.raises(TaskError, match=STOPPED):
            await asking
        gate.touch()

    asyncio.run(dropped())


def test_a_step_for_which_the_queue_has_no_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise FullError

    pool = Pool.__new__(Pool)
    monkeypatch.setattr(Pool, "submit", full)
    with pytest.raises(TaskError, match=FULL):
        asyncio.run(answered(pool, "a", "double", 1))


def test_all_who_look_on_see_every_change_and_the_end(tmp_path: Path) -> None:
    """Also one who is told while another change is on its way, and one who goes."""

    async def told() -> list[list[str]]:
        job = WebJob("a", "", "book", tmp_path, pending={"all"})
        showing = Showing.__new__(Showing)

        async def look(most: int) -> list[str]:
            seen = []
            async for event in showing._events(job):
                seen.append(event)
                if len(seen) == most:
                    break
            return seen

        looking = [asyncio.create_task(look(most)) for most in (1_000, 1_000, 3, 1_000)]
        for number in range(200):
            await asyncio.sleep(0)
            await tell(job)
            if number == 100:
                looking.append(asyncio.create_task(look(1_000)))
        job.pending.clear()
        await tell(job)
        return await asyncio.wait_for(asyncio.gather(*looking), PATIENCE)

    seen = asyncio.run(told())
    assert [one[-1] for one in seen if len(one) != 3] == ['data: {"pending": 0}\n\n'] * 4


def test_what_changes_while_an_event_is_on_its_way_is_told(tmp_path: Path) -> None:
    async def told() -> list[str]:
        job = WebJob("a", "", "book", tmp_path, pending={"a", "b"})
        events = Showing.__new__(Showing)._events(job)
        first = await anext(events)
        job.pending.discard("b")
        await tell(job)
        async with asyncio.timeout(10):  # less than an event without a change waits for
            return [first, await anext(events)]

    assert asyncio.run(told()) == ['data: {"pending": 2}\n\n', 'data: {"pending": 1}\n\n']


def test_one_job_leaves_the_queue_to_others(made: MakePool, tmp_path: Path) -> None:
    pool = made(waiting=6)
    steps, job = Steps(pool), WebJob("a", "", "many", tmp_path)
    job.names |= {f"{number:04d}.xlsx": "a.xlsx" for number in range(1, 60)}

    async def many() -> None:
        await steps.many(job)

    asyncio.run(many())
    assert {one["made"] for one in job.facts["offices"]} == {1}
