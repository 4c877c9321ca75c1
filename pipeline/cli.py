"""The command line: parses, calls, prints. The only module that prints or exits, and the only one that asks the clock.

Exit codes: 0 well; 1 problems in the data; 2 wrong usage; 3 broken set-up (template, framework, folder).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline import __version__

if TYPE_CHECKING:
    from pipeline.batch import Outcome
    from pipeline.problems import Problem

_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[WORKBOOK|FOLDER]...")
_out = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("outputs"), help="โฟลเดอร์ผลลัพธ์ [outputs]"
)
_json = click.option("--json", "as_json", is_flag=True, help="แสดงรายงานเป็น JSON")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "--version", prog_name="ita-docs", help="แสดงรุ่นของโปรแกรม")
def main() -> None:
    """สร้างชุดเอกสารมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ จากแบบกรอก Excel ของหน่วยงาน"""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@main.command()
@_paths
@_out
@click.option("--only", multiple=True, metavar="NAME", help="สร้างเฉพาะเอกสารที่ระบุ เช่น order (ระบุซ้ำได้)")
@click.option("--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="โฟลเดอร์แม่แบบ")
@click.option("--jobs", type=click.IntRange(min=1), help="จำนวนงานที่ทำพร้อมกัน [จำนวนหน่วยประมวลผล]")
@_json
def build(
    paths: Sequence[Path], out: Path, only: Sequence[str], templates: Path | None, jobs: int | None, as_json: bool
) -> None:
    """สร้างเอกสารทั้งชุดจากแบบกรอก (ไม่ระบุ: ทุกแฟ้มในโฟลเดอร์ inputs)"""
    from pipeline import batch, places, report

    found = places.template_files(templates)
    unknown = [name for name in only if name not in found and name != "pack"]
    if unknown:
        raise click.BadParameter(f"ไม่มีเอกสารชื่อ {', '.join(unknown)} เลือกได้จาก {', '.join((*found, 'pack'))}")
    options = batch.Options(found, frozenset(only), places.own_frameworks())
    work, problems = batch.find_jobs(paths or [Path("inputs")], out)
    workers = min(jobs or os.cpu_count() or 1, len(work)) or 1
    outcomes = _watched(batch.run(work, options, workers), len(work), quiet=as_json)
    if outcomes:
        problems = (*problems, *batch.write_report(out / "report.xlsx", report.as_workbook(outcomes, problems)))
    _finish(outcomes, problems, as_json)


@main.command()
@_paths
@_json
def check(paths: Sequence[Path], as_json: bool) -> None:
    """ตรวจแบบกรอกโดยไม่สร้างเอกสาร"""
    from pipeline import batch, places

    work, problems = batch.find_jobs(paths or [Path("inputs")], Path("outputs"))
    options = batch.Options({}, frozenset(), places.own_frameworks())
    _finish([batch.check(job, options) for job in work], problems, as_json)


def _watched(outcomes: Iterator[Outcome], total: int, quiet: bool) -> list[Outcome]:
    """All outcomes, with a progress bar on a terminal where there is more than one workbook."""
    if quiet or total < 2 or not sys.stderr.isatty():
        return list(outcomes)
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("สร้างเอกสาร"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        return list(bar.track(outcomes, total=total))


def _finish(outcomes: Sequence[Outcome], general: Sequence[Problem], as_json: bool) -> NoReturn:
    """Print the report of a run and leave with its exit code."""
    from pipeline import report

    if as_json:
        click.echo(json.dumps(report.run_as_dict(outcomes, general), ensure_ascii=False, indent=2))
    else:
        _print(outcomes, general)
    sys.exit(report.exit_code(outcomes, general))


def _print(outcomes: Sequence[Outcome], general: Sequence[Problem]) -> None:
    from pipeline import report

    for line in report.lines(general):
        click.echo(line, err=True)
    for outcome in outcomes:
        click.echo(report.headline(outcome))
        if not outcome.problems:
            continue
        if sys.stdout.isatty():
            from rich.console import Console

            Console().print(report.table(outcome.problems))
        else:
            for line in report.lines(outcome.problems):
                click.echo(line)
    if len(outcomes) > 1:
        click.echo(report.summary(outcomes))
