"""Which tests execute which lines: the tests that are related to a fault, the most telling first.

Each file of tests runs once in a process of its own, so that what one file keeps in memory hides no line from another.
Programs and workers that a test starts are measured too; not so a wheel that a test installs elsewhere.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import coverage

from bench.mutation.fault import Fault

ROOT = Path(__file__).resolve().parents[2]
WORKERS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_PYTEST = [sys.executable, "-m", "pytest", "-q", "-x", "-o", "addopts=", "-p", "no:xdist", "-p", "no:cacheprovider"]
_PYTEST += ["-p", "bench.mutation.in_pytest"]
_SETTINGS = """[run]
data_file = {data}
parallel = true
source = {source}
context = ${{MUTANTS_TEST-}}
patch =
    _exit
    fork
disable_warnings =
    module-not-imported
    module-not-measured
    no-data-collected
"""
_MEASURE_ITSELF = "import coverage\n\ncoverage.process_startup()\n"


_WHOLE = 10
"""How many times its seconds a test of a whole output is worth: it sees all that other tests look at in parts."""


class Timed(NamedTuple):
    """A test, what it takes without a fault (seconds of processor time, and on the clock), and whether it compares a
    ``whole`` output with one that was kept."""

    name: str
    seconds: float
    clock: float
    whole: bool

    @property
    def file(self) -> str:
        return self.name.partition("::")[0]

    @property
    def function(self) -> str:
        return self.name.partition("[")[0]


@dataclass(frozen=True)
class Related:
    """The tests, and for each line the numbers of those that execute it.

    A negative number ``~n`` means the file of test ``n``: it executes the line outside of its tests.
    """

    tests: list[Timed]
    failing: list[str]
    lines: dict[str, dict[int, set[int]]]
    sources: Mapping[str, bytes]

    def to(self, path: str, fault: Fault, most: float) -> tuple[list[Timed], int]:
        """The tests related to a fault in the order to run them, and how many there are in all.

        Those that execute it, then the others of their files: one may see what another has made. Those with which they
        would take more than ``most`` seconds are left out. A worker that is killed leaves no word of what it executed:
        where no test is known to execute the lines, those that execute others of their function are tried.
        """
        found = self._of_module(path) if fault.at_import else self._near(path, fault)
        direct = {number for number in found if number >= 0}
        files = {self._file(number) for number in direct} | {self._file(~number) for number in found if number < 0}
        others = {number for number in range(len(self.tests)) if self._file(number) in files} - direct
        order = [*self._in_order(direct), *self._in_order(others)]
        taken: list[Timed] = []
        spent = 0.0
        for number in order:
            if taken and spent + self._seconds(number) > most:
                continue
            spent += self._seconds(number)
            taken.append(self.tests[number])
        return taken, len(order)

    def _in_order(self, numbers: Iterable[int]) -> list[int]:
        """The time shared out evenly: the next is always of the function that will have taken the least, so that the
        many cases of one do not use up the time of the others."""
        taken: dict[str, float] = defaultdict(float)
        due: dict[int, float] = {}
        for number in sorted(numbers, key=self._seconds):
            test = self.tests[number]
            taken[test.function] += test.seconds / (_WHOLE if test.whole else 1)
            due[number] = taken[test.function]
        return sorted(due, key=due.__getitem__)

    def _seconds(self, number: int) -> float:
        return self.tests[number].seconds

    def _file(self, number: int) -> str:
        return self.tests[number].file

    def _near(self, path: str, fault: Fault) -> set[int]:
        """The tests of the lines of a fault; where there are none, those of the smallest function around them that has
        some, else of the module."""
        bodies = sorted((body for body in self._bodies.get(path, ()) if fault.line in body), key=len)
        found = (self._of_lines(path, lines) for lines in (fault.reached, *bodies))
        return next(filter(None, found), set()) or self._of_module(path)

    def _of_lines(self, path: str, lines: Iterable[int]) -> set[int]:
        known = self.lines.get(path, {})
        return set().union(*(known.get(line, ()) for line in lines))

    def _of_module(self, path: str) -> set[int]:
        """What executes the functions of a module or of those that import it; a module without functions hands on."""
        found: set[int] = set()
        waiting, seen = [path], {path}
        while waiting:
            module = waiting.pop()
            own = self._of_lines(module, self._inner.get(module, ()))
            found |= own
            if module == path or not own:
                importers = self._importers.get(module, set()) - seen
                seen |= importers
                waiting += sorted(importers)
        return found

    @cached_property
    def _inner(self) -> dict[str, set[int]]:
        """The lines of each module that stand in functions."""
        return {path: set().union(*bodies) for path, bodies in self._bodies.items()}

    @cached_property
    def _bodies(self) -> dict[str, list[range]]:
        """The lines of each function of each module."""
        return {
            path: [
                range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            ]
            for path, source in self.sources.items()
        }

    @cached_property
    def _importers(self) -> dict[str, set[str]]:
        """The modules that import each module."""
        names = {name: path for path in self.sources for name in _module_names(path)}
        importers: dict[str, set[str]] = defaultdict(set)
        for path, source in self.sources.items():
            for node in ast.walk(ast.parse(source)):
                said = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module:
                    said = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                for name in said:
                    if name in names:
                        importers[names[name]].add(path)
        return importers


def _module_names(path: str) -> tuple[str, str]:
    """What a module is called with the first folder as a package, and with it as a folder of packages."""
    parts = PurePosixPath(path).with_suffix("").parts
    whole = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return whole, whole.partition(".")[2]


def tree() -> dict[str, bytes]:
    """The files of the work tree by path, those that git ignores left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode("utf-8").split("\0")
    return {name: (ROOT / name).read_bytes() for name in sorted(set(names)) if (ROOT / name).is_file()}


def copy(files: Mapping[str, bytes], folder: Path) -> Path:
    """``folder``, with a copy of all files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        shutil.copymode(ROOT / name, path)
    return folder


def run_tests(copied: Path, words: Sequence[str], report: Path, variables: Mapping[str, str]) -> int:
    """Run pytest in a copy of the tree, with folders of its own for what is temporary or kept; its exit status.

    The lines that it writes to ``report`` are those of ``bench.mutation.in_pytest``; what it prints stands beside it.
    """
    if not any(b"hypothesis" in (copied / word).read_bytes() for word in words if word.endswith(".py")):
        words = ["-p", "no:hypothesispytest", *words]  # to load it takes as long as all else before the first test
    said = report.with_suffix(".txt")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary, said.open("w") as output:
        process = subprocess.Popen(
            [*_PYTEST, *words],
            cwd=copied,
            env={**os.environ, **_environment(copied, temporary), "MUTANTS_REPORT": str(report), **variables},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            return process.wait()
        finally:
            _end(process.pid)


def _environment(copied: Path, temporary: str) -> dict[str, str]:
    """What makes programs use the copy, keep nothing outside of ``temporary``, and do the same each time."""
    paths = [copied] if (copied / "pipeline" / "__init__.py").exists() else [copied, copied / "pipeline"]
    there = all(map(shutil.which, ("soffice", "pdftotext")))
    return {
        **({"ITA_DOCS_REQUIRE_OFFICE": "1"} if there else {}),  # a fault that hides the program skips no test
        "PYTHONDONTWRITEBYTECODE": "",  # it is a copy, in which all is compiled once
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TMPDIR": temporary,
        "XDG_CACHE_HOME": temporary,
    }


def _end(group: int) -> None:
    """End whatever a run has left behind."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def test_files(files: Iterable[str]) -> list[str]:
    """The files of tests, where pyproject says they are."""
    folders = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]["testpaths"]
    paths = [PurePosixPath(name) for name in files if PurePosixPath(name).match("test_*.py")]
    return sorted(str(path) for path in paths if any(path.is_relative_to(folder) for folder in folders))


def measured(files: Mapping[str, bytes], sources: Mapping[str, bytes]) -> Related:
    """What every file of tests executes. Tests that fail meanwhile are left out, and named.

    Kept in the system's temporary folder file by file: where only tests change, those alone are measured again.
    """
    tests: list[Timed] = []
    failing: list[str] = []
    lines: dict[str, dict[int, set[int]]] = {path: defaultdict(set) for path in sources}
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(WORKERS) as pool:
        copied = copy(files, Path(name).resolve() / "tree")
        for folder in (copied, copied / "pipeline"):  # the second is all that many tests give to programs they start
            (folder / "sitecustomize.py").write_text(_MEASURE_ITSELF, encoding="utf-8")
        for ran, executed in pool.map(lambda one: _known(copied, *one), kept(files).items()):
            failing += [test.name for test, failed in ran if failed]
            numbers = {}
            for test in (test for test, failed in ran if not failed):
                numbers[test.name] = len(tests)
                tests.append(test)
            if not numbers:
                continue
            numbers[""] = ~min(numbers.values())
            for path in executed.keys() & sources.keys():  # a process that a test killed may have left half a name
                for line, contexts in executed[path].items():
                    lines[path][int(line)] |= {numbers[context] for context in contexts if context in numbers}
    return Related(tests, failing, lines, sources)


def kept(files: Mapping[str, bytes]) -> dict[str, Path]:
    """The files of tests, each with where it is kept what it executes: it depends on all files but the other tests."""
    paths = test_files(files)
    same = hashlib.sha256(f"{sys.version} {coverage.__version__} {ROOT}".encode())
    for name in sorted(files.keys() - set(paths)):
        same.update(f"{name} {len(files[name])} ".encode() + files[name])
    digests = {path: same.copy() for path in paths}
    for path, digest in digests.items():
        digest.update(path.encode() + files[path])
    folder = Path(tempfile.gettempdir())
    return {path: folder / f"ita-docs-executed-{digest.hexdigest()[:20]}.json" for path, digest in digests.items()}


def _known(copied: Path, tests: str, place: Path) -> tuple[list[tuple[Timed, bool]], dict[str, dict[str, list[str]]]]:
    """What ``_measure_file`` finds, or found before, as JSON has it."""
    if not place.exists():
        half = place.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps(_measure_file(copied, tests)), encoding="utf-8")
        half.replace(place)
    ran, executed = json.loads(place.read_text(encoding="utf-8"))
    return [(Timed(*test), failed) for test, failed in ran], executed


def _measure_file(copied: Path, tests: str) -> tuple[list[tuple[Timed, bool]], dict[str, dict[int, list[str]]]]:
    """The tests of a file, each with whether it failed, and the tests on each line of each module."""
    folder = copied.parent / tests.replace("/", "_")
    folder.mkdir()
    report, settings = folder / "report.jsonl", folder / "settings"
    settings.write_text(_SETTINGS.format(data=folder / "data", source=copied / "pipeline"), encoding="utf-8")
    variables = {"COVERAGE_PROCESS_START": str(settings), "COVERAGE_CORE": "ctrace"}
    status = run_tests(copied, ["--maxfail=1000", tests], report, variables)
    print(f"measured {tests}", file=sys.stderr)
    if status not in (0, 1, 5):
        raise SystemExit(f"{tests} could not run:\n{report.with_suffix('.txt').read_text(encoding='utf-8')}")
    executed: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in folder.glob("data.*"):
        data = coverage.CoverageData(str(part))
        try:
            data.read()
        except coverage.CoverageException:  # of a process that was killed while it wrote
            continue
        for path in data.measured_files():
            for line, contexts in data.contexts_by_lineno(path).items():
                executed[Path(path).relative_to(copied).as_posix()][line] += contexts
        data.close()
    ran = [json.loads(line) for line in report.read_text("utf-8").splitlines()] if report.exists() else []
    shutil.rmtree(folder)
    return [(Timed(*test), failed) for *test, failed in ran], executed
