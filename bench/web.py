"""What the page costs its users: ``python -m bench.web`` prints the table kept in ``bench/web.md``.

A server of its own with two workers, and users without a browser who each bring the sample workbook with its photos,
one alone and then twenty at once. Meanwhile the start page is asked for five times a second.
"""

from __future__ import annotations

import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
USERS = 20
KILLS = 100
_PATIENCE = 300.0
Files = list[tuple[str, tuple[str, bytes]]]
_PENDING = re.compile(r'data-pending="([0-9]+)"')


def files() -> Files:
    """The sample workbook and its photos, as a browser sends them."""
    inputs = ROOT / "inputs"
    paths = [*inputs.glob("*.xlsx"), *(path for path in inputs.rglob("*") if path.suffix in (".png", ".jpg"))]
    return [("files", (path.name, path.read_bytes())) for path in paths]


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The address of a page of its own with its key, and the number of its process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "ita_docs", "serve", "--no-browser"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        found = re.search(r"http\S+", process.stdout.readline())
        assert found is not None
        try:
            yield found[0], process.pid
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


@contextmanager
def browser(address: str) -> Iterator[httpx.Client]:
    """A user's browser, which has come in."""
    with httpx.Client(base_url=address.partition("/?")[0], follow_redirects=True, timeout=_PATIENCE) as user:
        user.get(address)
        yield user


def visit(address: str, workbook: Files, pause: float) -> tuple[float, float, float]:
    """Seconds from the upload until the problems are seen, all documents can be taken, and all pages are pictures."""
    with browser(address) as user:
        began = time.perf_counter()
        job = str(user.post("/work", files=workbook).url)
        times = []
        for done in (_seen, _made, _drawn):
            _until(partial(done, user, job), pause)
            times.append(time.perf_counter() - began)
        user.post(f"{job}/delete")
    seen, made, drawn = times
    return seen, made, drawn


def _visited(address: str, workbook: Files, pause: float, _number: int) -> tuple[float, float, float]:
    return visit(address, workbook, pause)


def _seen(user: httpx.Client, job: str) -> bool:
    return "เรื่องที่พบ" in user.get(job).text


def _made(user: httpx.Client, job: str) -> bool:
    return "/zip/documents" in user.get(f"{job}/take").text


def _drawn(user: httpx.Client, job: str) -> bool:
    return _left(user.get(f"{job}/take").text) == 0


def _until(done: Callable[[], bool], pause: float) -> None:
    """Wait until something is done, asking again after each pause."""
    end = time.perf_counter() + _PATIENCE
    while not done():
        assert time.perf_counter() < end, "the page does not end"
        time.sleep(pause)


def _left(page: str) -> int:
    found = _PENDING.search(page)
    assert found is not None
    return int(found[1])


def tree(process: int) -> set[int]:
    """The process and all that it started, where the system tells (``/proc``)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # ended meanwhile
    found = {process}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def memory(process: int) -> float:
    """Megabytes that the process and all that it started hold, what they share counted once."""
    total = 0
    for one in tree(process):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


class Watch:
    """Looks at memory, and asks for the start page, while users work."""

    def __init__(self, address: str, process: int) -> None:
        self.most, self.waits = 0.0, [0.0]
        self._address, self._process, self._ended = address, process, threading.Event()
        self._threads = [threading.Thread(target=self._weigh), threading.Thread(target=self._ask)]

    def __enter__(self) -> Watch:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _weigh(self) -> None:
        while not self._ended.wait(0.25):
            self.most = max(self.most, memory(self._process))

    def _ask(self) -> None:
        with browser(self._address) as user:
            while not self._ended.wait(0.2):
                began = time.perf_counter()
                assert user.get("/").status_code == 200
                self.waits.append(time.perf_counter() - began)


def print_users(address: str, process: int) -> None:
    """One user, warm, and many at once."""
    workbook = files()
    visit(address, workbook, 0.1)
    print("| users | problems s | documents s | pictures s | start page s, longest | memory MB, most |")
    print("|---:|---:|---:|---:|---:|---:|")
    for users, pause in ((1, 0.05), (USERS, 0.5)):
        with Watch(address, process) as watch, ThreadPoolExecutor(users) as threads:
            rounds = [list(threads.map(partial(_visited, address, workbook, pause), range(users))) for _ in range(3)]
        last = [statistics.median(max(one[step] for one in many) for many in rounds) for step in range(3)]
        print(
            f"| {users} | {last[0]:.2f} | {last[1]:.2f} | {last[2]:.2f} | {max(watch.waits):.2f} | {watch.most:.0f} |"
        )


def print_kills(address: str, process: int) -> None:
    """A worker is killed at any moment while a workbook is made, and another stands by: nobody loses a job."""
    workbook, killed, lost = files(), 0, 0
    with ThreadPoolExecutor(2) as users:
        for number in range(KILLS):
            jobs = [users.submit(_is_made, address, workbook) for _ in range(2)]
            time.sleep(random.Random(number).uniform(0.05, 1.5))
            workers = [one for one in tree(process) if _is_worker(one)]
            for one in workers[:1]:
                os.kill(one, signal.SIGKILL)
                killed += 1
            lost += sum(not job.result() for job in jobs)
    print(f"\n{killed} workers killed while {2 * KILLS} workbooks were made, two at a time: {lost} jobs lost.")


def _is_made(address: str, workbook: Files) -> bool:
    """True where a user gets the documents, whatever happens to workers meanwhile."""
    with browser(address) as user:
        job = str(user.post("/work", files=workbook).url)
        _until(partial(_drawn, user, job), 0.1)
        made = _made(user, job)
        user.post(f"{job}/delete")
    return made


def _is_worker(process: int) -> bool:
    try:
        return b"forkserver" in Path(f"/proc/{process}/cmdline").read_bytes() and not tree(process) - {process}
    except OSError:
        return False


def main() -> None:
    """Print the table."""
    with served() as (address, process):
        print_users(address, process)
        print_kills(address, process)


if __name__ == "__main__":
    main()
