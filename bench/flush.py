"""What it costs to wait for the disk: an office's files written with and without, side by side, and whole builds.

``python -m bench.flush`` prints a table, kept in ``bench/flush.md``.
"""

from __future__ import annotations

import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.batch import build
from bench.offices import make
from ita_docs.batch import Job, Options
from ita_docs.batch import build as build_here
from ita_docs.outputs import files
from ita_docs.outputs.store import store
from ita_docs.places import template_files

WRITES, RUNS, OFFICES = 40, 3, 10
AT_ONCE = files._AT_ONCE


def written(folder: Path, made: dict[str, bytes], at_once: int) -> float:
    """The milliseconds that ``store`` takes in a new folder; ``at_once`` files are flushed together, none where 0."""
    files._AT_ONCE = at_once or 1
    begun = time.perf_counter()
    stored = store(folder, made, {"run": "1"}, flush=bool(at_once))
    took = (time.perf_counter() - begun) * 1000
    if stored.problems or len(stored.in_place) != len(made):
        raise SystemExit(str(stored.problems))
    return took


def side_by_side(ways: dict[str, Callable[[int], float]], rounds: int) -> dict[str, list[float]]:
    """What each way gives in each round, one after the other."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number, name in itertools.product(range(rounds), ways):
        found[name].append(ways[name](number))
    return found


def heading(what: str) -> None:
    """Print the heading of a table."""
    print(f"| {what} | median | least | ratio |\n|---|---:|---:|---:|")


def rows(found: dict[str, list[float]], unit: str) -> None:
    """Print a row for each way, with its ratio to the first."""
    first = statistics.median(next(iter(found.values())))
    for name, some in found.items():
        middle = statistics.median(some)
        print(f"| {name} | {middle:.1f} {unit} | {min(some):.1f} {unit} | {middle / first:.2f} |", flush=True)


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DISK")) as name:
        root = Path(name)
        (root / "inputs").mkdir()
        make(root / "inputs", OFFICES)
        (book, *_) = sorted((root / "inputs").glob("*.xlsx"))
        build_here(Job(book, root / "one"), Options(template_files()))
        made = {path.name: path.read_bytes() for path in (root / "one").glob("[!.]*")}
        size = sum(map(len, made.values())) / 1024
        print("# Waiting for the disk\n\nMade by `python -m bench.flush`, one way after the other.\n")
        heading(f"{len(made)} files of an office ({size:,.0f} KB), `store` alone")
        ways = {"not flushed": 0, f"flushed, {AT_ONCE} at once": AT_ONCE, "flushed, one by one": 1}
        rows(
            side_by_side(
                {
                    way: lambda number, way=way, at_once=at_once: written(root / way / f"{number}", made, at_once)  # type: ignore[misc]
                    for way, at_once in ways.items()
                },
                WRITES,
            ),
            "ms",
        )
        print()
        heading(f"`build` of {OFFICES} offices, all documents")
        builds = {
            f"2 processes, {'not flushed' if option else 'flushed'}": (2, option) for option in (["--no-flush"], [])
        }
        rows(
            side_by_side(
                {
                    way: lambda number, way=way, jobs=jobs, more=more: (
                        build(  # type: ignore[misc]
                            root / "inputs", root / "out" / way / f"{number}", jobs, *more
                        ).seconds
                    )
                    for way, (jobs, more) in builds.items()
                },
                RUNS,
            ),
            "s",
        )


if __name__ == "__main__":
    main()
