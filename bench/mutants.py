"""Small faults planted in every package: how many of them the tests catch.

``python -m bench.mutants [NUMBER] [--only PATH] [--seed HEX]`` plants so many faults (100) one after the other, each in
a copy of the work tree, runs the tests that execute its line until one fails, and prints what was caught and what was
missed. The commit is the seed: the faults are others for each commit, and nobody can write tests for those to come.
A fault that makes a test hang counts as caught. One that is listed in ``bench/mutants.md`` is no fault: people who have
looked at it write there why.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bench.mutation.draw import draw
from bench.mutation.fault import Fault
from bench.mutation.related import ROOT, WORKERS, Related, Timed, copy, measured, run_tests, tree

FAULTS = 100
MOST_SECONDS = 180.0
"""Seconds of processor time of the tests for one fault, as they take without it."""
FEW_FILES = 3
"""Files of tests that are tried first: they catch most faults, and to collect more takes longer than to run them."""
SLOW = 1.0
"""Seconds on the clock of a test that may fail for other reasons when the machine is busy: it must fail twice."""
HUNG = "time limit"
EQUIVALENT = ROOT / "bench" / "mutants.md"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a fault: the test that ``caught`` it, ``HUNG`` where one did, "" where none did."""

    path: str
    fault: Fault
    before: str
    after: str
    caught: str
    ran: int
    of: int

    @property
    def package(self) -> str:
        return str(PurePosixPath(self.path).parent)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.path, self.before, self.after

    def __str__(self) -> str:
        tests = (
            f"{self.ran} of {self.of} tests"
            if self.of > self.ran
            else f"{self.of} tests"
            if self.of
            else "not executed"
        )
        reported = f"caught by {self.caught.partition('[')[0]}" if self.caught else tests
        return f"`{self.path}:{self.fault.line}` `{self.before}` → `{self.after}` ({self.fault.kind}; {reported})"


def commit() -> str:
    """The hash of the commit that is tested; ends where the work tree is another."""
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=False)
    if changed.returncode:
        raise SystemExit(f"no seed: {changed.stderr.strip()}")
    if changed.stdout:
        raise SystemExit(f"the work tree differs from its commit: commit, or give --seed\n{changed.stdout.rstrip()}")
    return subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def equivalent() -> set[tuple[str, str, str]]:
    """The changes that people have found to be no faults: path, line before and after."""
    said = EQUIVALENT.read_text(encoding="utf-8") if EQUIVALENT.exists() else ""
    return set(re.findall(r"^- `([^`:]+):\d+` `(.*?)` → `(.*?)`", said, re.MULTILINE))


def modules(files: Mapping[str, bytes], only: str) -> dict[str, bytes]:
    """The modules of all packages whose path begins with ``only``."""
    paths = [PurePosixPath(name) for name in files if name.startswith("pipeline/") and name.endswith(".py")]
    code = [str(path) for path in paths if "tests" not in path.parts]
    return {name: files[name] for name in code if name.startswith(only)}


class Worker:
    """A copy of the tree in which one fault after the other is planted."""

    def __init__(self, files: Mapping[str, bytes], folder: Path) -> None:
        self.files = files
        self.folder = folder
        self.copied = copy(files, folder / "tree")
        self.planted = 0

    def plant(self, path: str, data: bytes) -> None:
        """Write a module. Python tells it from the one before by its time, which is given in whole seconds."""
        self.planted += 1
        target = self.copied / path
        target.write_bytes(data)
        os.utime(target, (self.planted, self.planted))

    def run(self, tests: Sequence[Timed]) -> str:
        """The first of ``tests`` that fails, or why none went on; "" where all hold."""
        order, report = self.folder / "order.json", self.folder / "report.jsonl"
        order.write_text(json.dumps({test.name: int(30 + 10 * test.clock) for test in tests}), encoding="utf-8")
        report.write_text("", encoding="utf-8")
        files = dict.fromkeys(test.file for test in tests)
        status = run_tests(self.copied, [*files], report, {"MUTANTS_ORDER": str(order)})
        ran = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
        if status in (0, 5):
            return ""
        if status == -signal.SIGALRM:
            return HUNG
        before_all = "an import that fails" if status in (1, 2, 4) else f"an end with status {status}"
        return next((test for test, *_, failed in ran if failed), before_all)

    def examine(self, path: str, fault: Fault, related: Related) -> Result:
        """Plant one fault, run the tests related to it, take it out again."""
        source = self.files[path]
        tests, of = related.to(path, fault, MOST_SECONDS)
        caught = ""
        if tests:
            self.plant(path, fault.planted(source))
            few = [*dict.fromkeys(test.file for test in tests)][:FEW_FILES]
            caught = self.run([test for test in tests if test.file in few])
            if not caught and (others := [test for test in tests if test.file not in few]):
                caught = self.run(others)
            if slow := [test for test in tests if test.name == caught and test.clock > SLOW]:
                caught = self.run(slow)
            self.plant(path, source)
        return Result(path, fault, *fault.shown(source), caught, len(tests), of)


def examine_all(files: Mapping[str, bytes], planted: Sequence[tuple[str, Fault]], related: Related) -> list[Result]:
    """The results in the order of the faults, a worker on each core."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(WORKERS) as pool:
        free: queue.Queue[Worker] = queue.Queue()
        for number in range(WORKERS):
            folder = Path(name) / str(number)
            folder.mkdir()
            worker = Worker(files, folder)
            free.put(worker)
        fastest = min(related.tests, key=lambda test: test.seconds)
        if said := worker.run([fastest]):
            raise SystemExit(f"without a fault: {said}\n{(folder / 'report.txt').read_text(encoding='utf-8')}")

        def examine(one: tuple[str, Fault]) -> Result:
            worker = free.get()
            try:
                result = worker.examine(*one, related)
            finally:
                free.put(worker)
            print("caught" if result.caught else "MISSED", result, file=sys.stderr, flush=True)
            return result

        return list(pool.map(examine, planted))


def show(results: Iterable[Result], known: set[tuple[str, str, str]]) -> None:
    """Print the table and the faults that no test has caught."""
    planted, caught, missed, same = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    survivors = []
    for result in results:
        for name in (result.package, "all"):
            planted[name] += 1
            caught[name] += bool(result.caught)
            same[name] += not result.caught and result.key in known
            missed[name] += not result.caught and result.key not in known
        if not result.caught and result.key not in known:
            survivors.append(result)
    print("| package | planted | caught | missed | no fault |\n|---|---:|---:|---:|---:|")
    for name in [*sorted(planted.keys() - {"all"}), "all"]:
        print(f"| {name} | {planted[name]} | {caught[name]} | {missed[name]} | {same[name]} |")
    print("\nMissed:\n" if survivors else "\nNone missed.")
    for result in survivors:
        print(f"- {result}")


def main(words: Sequence[str] | None = None) -> None:
    """Plant the faults and print what was caught."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description="Plant faults: do the tests see them?")
    parser.add_argument("number", nargs="?", type=int, default=FAULTS)
    parser.add_argument("--only", default="", metavar="PATH", help="only modules whose path begins so")
    parser.add_argument("--seed", help="in place of the commit")
    options = parser.parse_args(words)
    seed = options.seed or commit()
    begun = time.perf_counter()
    files = tree()
    every = modules(files, "")
    planted = draw(modules(files, options.only), options.number, seed)
    if not planted:
        raise SystemExit(f"no module to plant a fault in: {options.only}")
    related = measured(files, every)
    before = time.perf_counter()
    results = examine_all(files, planted, related)
    print(f"# {len(planted)} small faults, seed {seed}\n")
    show(results, equivalent())
    hung = sum(result.caught == HUNG for result in results)
    print(
        f"\n{hung} of those caught made a test hang. {before - begun:.0f} s to see which test executes what,", end=" "
    )
    print(f"{time.perf_counter() - before:.0f} s for the faults.")
    if related.failing:
        print(f"Left out, as they fail while they are measured: {', '.join(related.failing)}")


if __name__ == "__main__":
    main()
