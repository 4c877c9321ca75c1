"""Whole offices, end to end by the real command: every document of every office, written, remembered and reported.

``python -m bench.batch [NUMBER]`` builds 50 offices and NUMBER (200 unless told; 8300 is the country) on one process
and on two, and once more with nothing changed; and it measures a cold start. The table is kept in ``bench/batch.md``.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.offices import SAMPLE, make

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
FEW, MANY = 50, 200
COLD_STARTS = 7
_BUILD = f"""
import sys
from ita_docs.cli import main
try:
    main(["build", {str(SAMPLE)!r}, "--force", "--jobs", "1"])
except SystemExit:
    pass
"""
_BUILD_PDF = _BUILD.replace('"--force"', '"--force", "--pdf"')
_PACKAGES = ("click", "isal", "jinja2", "lxml", "python-calamine", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds, and the peak memory in MB of the process itself and of its largest worker."""

    seconds: float
    itself: float
    worker: float


def build(folder: Path, out: Path, jobs: int, *options: str) -> Run:
    """Run ``ita-docs build`` over ``folder`` with more ``options``."""
    command = [sys.executable, "-m", "ita_docs", "build", str(folder), "--out", str(out), "--jobs", str(jobs), *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    peaks: dict[int, float] = {}
    while process.poll() is None:
        for pid in (process.pid, *_children(process.pid)):
            peaks[pid] = max(peaks.get(pid, 0.0), _peak(pid))
        time.sleep(0.1)
    seconds = time.perf_counter() - start
    said = process.communicate()[0]
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said}")
    itself = peaks.pop(process.pid)
    return Run(seconds, itself, max(peaks.values(), default=0.0))


def _children(pid: int) -> list[int]:
    """The processes that ``pid`` started; none where the system does not tell (only Linux does)."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> float:
    """The most memory that a process has held, in MB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def offices(count: int) -> None:
    """Print the rows of ``count`` offices."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "inputs"), Path(name, "outputs")
        folder.mkdir()
        make(folder, count)
        for jobs in (1, 2):
            shutil.rmtree(out, ignore_errors=True)
            _row(count, f"{jobs}", build(folder, out, jobs))
            files = sum(1 for path in out.rglob("*") if path.is_file())
        _row(count, "2, nothing changed", build(folder, out, 2))
        print(f"| {count:,} | … files written | {files:,} | | | | |")
        shutil.rmtree(out, ignore_errors=True)
        _row(count, "2, with PDFs", build(folder, out, 2, "--pdf"))
        pdfs = sum(1 for path in out.rglob("*.pdf"))
        print(f"| {count:,} | … PDFs written | {pdfs:,} | | | | |")


def _row(count: int, jobs: str, run: Run) -> None:
    each = run.seconds / count * 1000
    peaks = f"{run.itself:.0f} MB | {f'{run.worker:.0f} MB' if run.worker else '–'}"
    print(
        f"| {count:,} | {jobs} | {run.seconds:.1f} s | {each:.1f} ms | {count / run.seconds:.1f} | {peaks} |",
        flush=True,
    )


def cold_start() -> None:
    """Print what one office costs a process that has just begun, beside nothing but the imports that it needs, and
    what its PDFs cost on top."""
    with tempfile.TemporaryDirectory() as folder:
        names = _seconds(f"{_BUILD}\nprint(*sys.modules, file=sys.stderr)", folder)[1].split()
        needed = [name for name in names if name != "__main__" and not name.startswith("_")]
        imports = "\n".join(f"try:\n import {name}\nexcept ImportError:\n pass" for name in needed)
        whole = statistics.median(_seconds(_BUILD, folder)[0] for _ in range(COLD_STARTS))
        bare = statistics.median(_seconds(imports, folder)[0] for _ in range(COLD_STARTS))
        pdfs = statistics.median(_seconds(_BUILD_PDF, folder)[0] for _ in range(COLD_STARTS))
    print(
        f"| `build` of one office, cold | {whole:.2f} s |\n| its imports alone ({len(needed)} modules) | {bare:.2f} s |"
    )
    print(f"| times its imports | {whole / bare:.2f} |")
    print(f"| `build --pdf` of one office, cold | {pdfs:.2f} s |")


def _seconds(code: str, folder: str) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, done.stderr


def main(many: int = MANY) -> None:
    """Print the tables."""
    print("# Whole offices\n")
    print("Made by `python -m bench.batch`: made offices with 10 to 80 people and 1 to 8 activities, every document.\n")
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {versions}\n")
    print("| offices | processes | time | an office | offices a second | peak memory, parent | … worker |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for count in (FEW, many):
        offices(count)
    print("\n| cold start | |\n|---|---:|")
    cold_start()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
