"""Deaths of workers at random moments: nothing lost, nothing half done, nothing made by another version.

``python -m bench.cluster [NUMBER]`` starts a scheduler and three workers, each a process of its own, builds made
offices on them over and over, each time with other texts, and kills a worker (SIGKILL) now and then, so many in all;
another begins in its place. After each run every file is compared with what this machine makes alone. Meanwhile a
worker of another version tries to join: the command must refuse it by name. At the end the scheduler is killed under a
run, and then all workers under another. It ends with the first thing that is wrong.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench.kills import ENVIRONMENT, ROOT, look
from bench.offices import make
from ita_docs.outputs import manifest

WORKERS, OFFICES, KILLS = 3, 16, 50
PAUSE, YOUNG = (0.5, 6.0), 6.0
"""Seconds between two kills, and that a worker needs to begin: the young are let live, for they do nothing yet."""
MINUTE = 60


class Cluster:
    """A scheduler and its workers in processes, which nothing but ``kill`` and the end of the block ends."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.folder, self.begun = folder, 0
        self.scheduler = self._start("scheduler", "--port", str(self.port), "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self.worker() for _ in range(WORKERS)]

    def worker(self, name: str = "", code: Path = ROOT / "pipeline") -> subprocess.Popen[bytes]:
        """A new worker, of the program that stands in ``code``."""
        self.begun += 1
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name or f"worker-{self.begun}")
        return self._start("worker", self.address, *options, code=code)

    def _start(self, what: str, *options: str, code: Path = ROOT / "pipeline") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, *options]
        environment = {**ENVIRONMENT, "PYTHONPATH": str(code)}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=quiet, stderr=quiet)

    def end(self) -> None:
        """Kill all that is left."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


class Killer(threading.Thread):
    """Kills workers while it runs, one at a time."""

    def __init__(self, cluster: Cluster, chance: random.Random, most: int) -> None:
        super().__init__(daemon=True)
        self.cluster, self.chance, self.most, self.kills, self.over = cluster, chance, most, 0, threading.Event()
        self.born = [0.0] * WORKERS

    def run(self) -> None:
        """Kill at random moments, and begin another worker in place of the one that died."""
        while self.kills < self.most and not self.over.wait(self.chance.uniform(*PAUSE)):
            grown = [place for place in range(WORKERS) if time.monotonic() - self.born[place] > YOUNG]
            if not grown:
                continue
            place = self.chance.choice(grown)
            self.cluster.workers[place].send_signal(signal.SIGKILL)
            self.cluster.workers[place].wait()
            self.kills += 1
            self.cluster.workers[place] = self.cluster.worker()
            self.born[place] = time.monotonic()


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """``ita-docs build --json`` with these options."""
    command = [sys.executable, "-m", "ita_docs", "build", "inputs", "--json", *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)


def finished(process: subprocess.Popen[str], code: int = 0) -> dict[str, object]:
    """What the command said, once it ended with ``code``."""
    said, errors = process.communicate()
    if process.returncode != code or "Traceback" in errors:
        raise SystemExit(f"ended with {process.returncode}\n{said[-3000:]}\n{errors[-3000:]}")
    found: dict[str, object] = json.loads(said)
    return found


def same_as_at_home(folder: Path) -> int:
    """The number of files, each compared with the one that this machine makes alone."""
    finished(start(folder, "--out", "home", "--jobs", "1"))
    looked = look(folder)
    for path in (folder / "home").rglob("*"):
        made = folder / "outputs" / path.relative_to(folder / "home")
        compared = path.suffix in (".docx", ".xlsx", ".ics") and path.name != "report.xlsx"
        if compared and not (made.is_file() and made.read_bytes() == path.read_bytes()):
            raise SystemExit(f"lost, or not as it is made at home: {made}")
    if left := list((folder / "outputs").rglob("*.tmp")):
        raise SystemExit(f"left behind: {left}")
    return looked


def anew(folder: Path, number: int) -> None:
    """Other offices' texts under the same names, and no output."""
    for name in ("outputs", "home"):
        shutil.rmtree(folder / name, ignore_errors=True)
    make(folder / "inputs", OFFICES, first=number * OFFICES)


def soak(folder: Path, kills: int, chance: random.Random) -> None:
    """Runs under which workers are killed, so many in all."""
    cluster, done, runs, looked = Cluster(folder), 0, 0, 0
    try:
        ready(cluster)
        while done < kills:
            anew(folder, runs)
            killer = Killer(cluster, chance, kills - done)
            process = start(folder, "--cluster", cluster.address)
            killer.start()
            said = finished(process)
            killer.over.set()
            killer.join()
            statuses = [one["status"] for one in said["workbooks"]]  # type: ignore[attr-defined]
            if len(statuses) != OFFICES or not set(statuses) <= {"built", "unchanged"}:
                raise SystemExit(f"not all were built: {statuses}")
            done, runs, looked = done + killer.kills, runs + 1, looked + same_as_at_home(folder)
            print(f"run {runs}: {done} kills, {looked:,} files as at home", flush=True)
            ready(cluster)
        refused(cluster, folder)
    finally:
        cluster.end()


def ready(cluster: Cluster) -> None:
    """Wait until all workers are there."""
    from distributed import Client

    with Client(cluster.address, timeout=MINUTE) as client:
        client.wait_for_workers(WORKERS, timeout=MINUTE)


def refused(cluster: Cluster, folder: Path) -> None:
    """A worker of another version is refused by name."""
    code = folder / "older"
    shutil.copytree(ROOT / "pipeline", code, ignore=shutil.ignore_patterns("__pycache__"))
    (code / "ita_docs" / "older.txt").write_text("another version", encoding="utf-8")
    older = cluster.worker("another-version", code)
    try:
        from distributed import Client

        with Client(cluster.address, timeout=MINUTE) as client:
            client.wait_for_workers(WORKERS + 1, timeout=MINUTE)
        process = start(folder, "--cluster", cluster.address, "--force")
        _, errors = process.communicate()
        if process.returncode != 3 or "another-version" not in errors or "Traceback" in errors:
            raise SystemExit(f"not refused: {process.returncode} {errors}")
        print(f"refused: {errors.strip()}")
    finally:
        older.kill()
        older.wait()


def all_die(folder: Path, number: int, what: str) -> None:
    """The scheduler, or all workers, are killed under a run: it ends within a minute, and says what is left."""
    cluster = Cluster(folder)
    try:
        ready(cluster)
        anew(folder, number)
        process = start(folder, "--cluster", cluster.address)
        while len(list((folder / "outputs").rglob(manifest.NAME))) < OFFICES // 3:
            time.sleep(0.05)
        begun = time.monotonic()
        for one in (cluster.scheduler,) if what == "scheduler" else tuple(cluster.workers):
            one.kill()
        said = finished(process, 3)
        took = time.monotonic() - begun
        done, left = len(said["workbooks"]), len(said["not_done"])  # type: ignore[arg-type]
        if took > MINUTE or done + left != OFFICES or not said["fault"]:
            raise SystemExit(f"{what}: {took:.0f} s, {done} done, {left} left, {said['fault']}")
        print(f"{what} killed: ended after {took:.0f} s, {done} told as done, {left} left: {said['fault']}")
        look(folder)
        finished(start(folder, "--jobs", "2"))
        same_as_at_home(folder)
    finally:
        cluster.end()


def main(kills: int = KILLS, seed: int = 2566) -> None:
    """Kill so many workers, and say what was looked at."""
    os.environ.setdefault("DASK_DISTRIBUTED__LOGGING__DISTRIBUTED", "critical")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inputs").mkdir()
        soak(folder, kills, random.Random(seed))
        for number, what in enumerate(("scheduler", "workers"), start=1000):
            all_die(folder, number, what)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
