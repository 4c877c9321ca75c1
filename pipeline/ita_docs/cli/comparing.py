"""The command that lays many offices side by side: compare."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs import batch, places
from ita_docs.cli import show
from ita_docs.cli.frame import OPTIONS
from ita_docs.cli.packs import INPUTS, jobs_option, out_option, paths_argument, templates_option, workers
from ita_docs.comparison import documents
from ita_docs.comparison.figures import LeftOut
from ita_docs.outputs.store import NOT_WRITTEN, write_file
from officefiles.problems import Problem, has_errors
from wordfill.engine import TemplateError

if TYPE_CHECKING:
    from ita_docs.comparison.tables import Comparison

_NAMES = ("comparison.xlsx", "comparison.docx")


@click.command(options_metavar=OPTIONS)
@paths_argument
@out_option
@click.option("--year", type=int, metavar="ปี", help="ปีงบประมาณของผลการประเมิน (พ.ศ.) เช่น 2565  [ค่าเริ่มต้น: ปีล่าสุดที่พบ]")
@templates_option
@jobs_option
@show.json_option
def compare(
    paths: Sequence[Path], out: Path, year: int | None, templates: Path | None, jobs: int | None, as_json: bool
) -> None:
    """เปรียบเทียบผลการประเมินของหลายหน่วยงาน แล้วจัดทำไฟล์ comparison.xlsx และ comparison.docx"""
    workbooks, missing = batch.find_workbooks(paths or [INPUTS], out)
    frameworks = places.own_frameworks()
    reader = documents.Reader.of(workbooks, frameworks)
    read = batch.each(workbooks, reader.read, reader.crashed, workers(jobs, workbooks))
    try:
        found = read if as_json else show.watched(read, len(workbooks))
        comparison, left_out = documents.compared(found, frameworks, year)
    except KeyboardInterrupt:
        click.echo("หยุดตามคำสั่ง ยังไม่ได้เขียนไฟล์ใด", err=True)
        sys.exit(show.STOPPED)
    template = places.comparison_template(templates)
    used = batch.sources({"comparison": template})
    problems = [*missing, *batch.unused_templates((templates, places.TEMPLATES))]
    if comparison:
        problems += _written(comparison, template, out)
    if as_json:
        told = {"problems": [problem.as_dict() for problem in problems]} | ({"templates": used} if used else {})
        show.echo_json(_plain(comparison, left_out) | told)
    else:
        show.echo(batch.said(used))
        unwritten = {problem.found for problem in problems if problem.kind == NOT_WRITTEN.id}
        _say(comparison, left_out, out, [name for name in _NAMES if name not in unwritten])
        show.show_problems(problems)
    code = show.exit_code(problems)
    refused = code or not comparison or any(one.errors for one in left_out)
    sys.exit(code if code == show.BROKEN else 2 if has_errors(missing) else show.REFUSED if refused else 0)


def _written(comparison: Comparison, template: Path, out: Path) -> tuple[Problem, ...]:
    try:
        made = documents.make(comparison, template)
    except TemplateError as fault:
        show.leave_broken(str(fault))
    unwritten = (problem for name, data in made.files.items() for problem in write_file(out / name, data))
    return (*made.problems, *unwritten)


def _say(comparison: Comparison | None, left_out: Sequence[LeftOut], out: Path, written: Sequence[str]) -> None:
    if comparison:
        year, count = comparison.framework.year, len(comparison.offices)
        click.echo(f"เปรียบเทียบผลการประเมินปีงบประมาณ พ.ศ. {year} แล้ว {count} หน่วยงาน")
        if written:
            click.echo(f"เขียนไฟล์ {' และ '.join(written)} ที่ {out}")
    else:
        click.echo("ไม่มีแบบกรอกที่นำมาเปรียบเทียบได้ จึงไม่ได้เขียนไฟล์ใด")
    if left_out:
        click.echo(f"ไม่ได้นำมาเปรียบเทียบ {len(left_out)} ไฟล์")
    show.echo(f"  {one.workbook}: {one.reason}" for one in left_out)


def _plain(comparison: Comparison | None, left_out: Sequence[LeftOut]) -> dict[str, object]:
    """The comparison as plain values, scores as text."""
    offices = comparison.offices if comparison else ()
    return {
        "year": comparison.framework.year if comparison else None,
        "offices": [
            {
                "workbook": one.workbook,
                "office": one.name,
                "rank": one.rank,
                "level": one.level,
                "scores": {column: str(score) for column, score in one.scores.items()},
                "change": None if one.change is None else str(one.change),
                "weakest": list(one.weakest),
            }
            for one in offices
        ],
        "left_out": [{"workbook": one.workbook, "reason": one.reason, "errors": one.errors} for one in left_out],
    }
