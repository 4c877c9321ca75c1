"""How fast a document is made: the compiled engine against docxtpl, side by side in one run.

``python -m bench.engine`` prints the tables that are kept in ``bench/engine.md``. Files are written to memory where the
system has a folder for that (``/dev/shm``), so that the disk does not hide what is compared. Each time is the best of
several rounds, and the ways take turns in each round.
"""

from __future__ import annotations

import io
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import jinja2
from docxtpl import DocxTemplate, InlineImage

from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.places import packaged_templates
from ita_docs.values import build
from ita_docs.wording import word
from ita_docs.workbook.reader import read
from officefiles import archive
from officefiles.pictures import Picture, scaled
from wordfill.engine import Template

ROUNDS = 7
SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"
DOCUMENTS = ("order", "measures", "analysis", "activities")
ROWS = (10, 50, 200, 1000, 5000)
MEMORY_ROWS = 5000

Context = dict[str, object]


def sample_context() -> Context:
    """What the documents of the sample workbook are filled with."""
    submission, problems = read(SAMPLE)
    if submission is None:
        raise SystemExit(f"the sample is refused: {problems}")
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    return build(submission, framework, findings, word(submission, framework, findings))


def with_rows(context: Context, count: int) -> Context:
    """The context with ``count`` rows in the table of measures."""
    groups, rows = context["groups"], context["measures"]
    assert isinstance(groups, list)
    assert isinstance(rows, list)
    return {**context, "groups": [{**groups[0], "measures": (rows * (count // len(rows) + 1))[:count]}]}


def template_path(name: str) -> Path:
    """The template of a document of ours."""
    return packaged_templates() / f"{name}_template.docx"


def docxtpl_environment(template: DocxTemplate) -> jinja2.Environment:
    """Jinja as docxtpl's users have it, and the filter that our templates use."""

    def fit(picture: Picture | str, width_cm: float, height_cm: float) -> InlineImage | str:
        if not isinstance(picture, Picture):
            return ""
        return InlineImage(template, io.BytesIO(picture.data), *scaled(picture, width_cm, height_cm))

    environment = jinja2.Environment()
    environment.filters["fit"] = fit
    return environment


def naive(path: Path, context: Context, out: Path) -> None:
    """docxtpl as its documentation shows it: an object for each document."""
    reused(DocxTemplate(path), context, out)


def reused(template: DocxTemplate, context: Context, out: Path) -> None:
    """docxtpl with one object for all documents."""
    template.render(context, docxtpl_environment(template), autoescape=True)
    template.save(out)


def best(ways: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """The best time of each way in milliseconds."""
    times = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            once = time.perf_counter() - start
            again = max(1, min(200, int(0.02 / once)))
            start = time.perf_counter()
            for _ in range(again):
                way()
            times[name] = min(times[name], (time.perf_counter() - start) / again * 1000)
    return times


@dataclass(frozen=True, slots=True)
class Deflater:
    """One of the two libraries that deflate."""

    name: str
    module: object

    def use(self) -> None:
        """Let the engine deflate with this one."""
        archive.isal_zlib = self.module  # type: ignore[assignment]


def deflaters() -> list[Deflater]:
    """Those on this machine."""
    isal = [Deflater("ISA-L", archive.isal_zlib)] if archive.isal_zlib else []
    return [*isal, Deflater("zlib", None)]


def documents(context: Context, folder: Path) -> list[str]:
    """The table of one document, warm, whole file written."""
    lines = [
        "| document | deflater | docxtpl | docxtpl, one object | engine | … without check "
        "| times docxtpl | … without check | times one object | deflate + write | engine / that | … without check |",
        "|---|---|" + "---:|" * 10,
    ]
    both = deflaters()
    for deflater in both:
        deflater.use()
        for name in DOCUMENTS:
            figures = _document(template_path(name), context, folder / "made.docx")
            lines.append(f"| {name} | {deflater.name} | {figures} |")
    both[0].use()
    return lines


def _document(path: Path, context: Context, out: Path) -> str:
    template, one = Template.load(path), DocxTemplate(path)
    files = archive.read(template.render(context).data()).values()
    times = best(
        {
            "naive": lambda: naive(path, context, out),
            "reused": lambda: reused(one, context, out),
            "engine": lambda: out.write_bytes(template.render(context).data()),
            "unchecked": lambda: out.write_bytes(template.render(context, check=False).data()),
            "limit": lambda: out.write_bytes(b"".join(map(archive.deflate, files))),
        }
    )
    ratios = (
        times["naive"] / times["engine"],
        times["naive"] / times["unchecked"],
        times["reused"] / times["engine"],
    )
    shares = (times["engine"] / times["limit"], times["unchecked"] / times["limit"])
    return " | ".join(
        (
            *(f"{times[way]:.2f} ms" for way in ("naive", "reused", "engine", "unchecked")),
            *(f"**{ratio:.0f}**" for ratio in ratios),
            f"{times['limit']:.2f} ms",
            *(f"{share:.1f}" for share in shares),
        )
    )


def rows(context: Context, folder: Path) -> list[str]:
    """The table of time per row of the measures table."""
    path, out = template_path("measures"), folder / "made.docx"
    template = Template.load(path)
    lines = ["| rows | docxtpl, µs a row | engine, µs a row | share |", "|---:|---:|---:|---:|"]
    for count in ROWS:
        filled = with_rows(context, count)
        ways: dict[str, Callable[[], object]] = {
            "naive": partial(naive, path, filled, out),
            "engine": lambda filled=filled: out.write_bytes(template.render(filled).data()),
        }
        times = best(ways, rounds=3)
        each = {way: took / count * 1000 for way, took in times.items()}
        share = each["engine"] / each["naive"]
        lines.append(f"| {count:,} | {each['naive']:.0f} | {each['engine']:.1f} | 1/{1 / share:.0f} |")
    return lines


def memory(folder: Path) -> list[str]:
    """The table of peak memory, each way in a process of its own; empty where the system does not tell it."""
    if not Path("/proc/self/status").exists():
        return []
    lines = ["| process | 100 orders | a table of 5,000 rows |", "|---|---:|---:|"]
    for way in ("docxtpl", "engine"):
        peaks = [_peak(way, job, folder) for job in ("orders", "rows")]
        lines.append(f"| {way} | {peaks[0]} MB | {peaks[1]} MB |")
    return lines


def _peak(way: str, job: str, folder: Path) -> str:
    command = [sys.executable, "-m", "bench.engine", way, job, str(folder)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def alone(way: str, job: str, folder: Path) -> None:
    """Do one job and print this process's peak memory in megabytes."""
    context = sample_context()
    path = template_path("order" if job == "orders" else "measures")
    filled = context if job == "orders" else with_rows(context, MEMORY_ROWS)
    out = folder / "made.docx"
    for _ in range(100 if job == "orders" else 1):
        if way == "docxtpl":
            naive(path, filled, out)
        else:
            out.write_bytes(Template.load(path).render(filled).data())
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = re.search(r"VmHWM:\s*(\d+)", status)
    print(int(peak[1]) // 1024 if peak else "?")


def machine() -> str:
    """What the figures were measured on."""
    libraries = ("docxtpl", "python-docx", "jinja2", "lxml", "isal")
    about = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", about.read_text(encoding="utf-8")) if about.exists() else None
    processor = named[1] if named else platform.processor()
    return ", ".join(
        (processor, f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in libraries))
    )


def main() -> None:
    """Print all tables."""
    in_memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=in_memory if in_memory.is_dir() else None) as name:
        folder = Path(name)
        context = sample_context()
        parts = (
            ("# The engine and docxtpl", ["Made by `python -m bench.engine`.", "", machine()]),
            ("## One document, warm, whole file written", documents(context, folder)),
            ("## Time for each row of a table", rows(context, folder)),
            ("## Peak memory of a process", memory(folder)),
        )
        print("\n\n".join(f"{heading}\n\n" + "\n".join(lines) for heading, lines in parts))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        alone(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    else:
        main()
