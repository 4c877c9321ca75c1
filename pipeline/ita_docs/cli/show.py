"""What the commands print while they run and when they end."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from ita_docs import report
from ita_docs.batch import Outcome, said
from ita_docs.cli.frame import BROKEN as BROKEN
from ita_docs.cli.frame import REFUSED as REFUSED
from ita_docs.cli.frame import STOPPED as STOPPED
from officefiles.lazy import lazy_import
from officefiles.problems import Problem, Severity, has_errors

if TYPE_CHECKING:
    from rich import console, progress

    from wordfill.lint import Finding
else:
    console, progress = lazy_import("rich.console"), lazy_import("rich.progress")

MANY = 100
"""From more workbooks than this, only those with something to mend are named on the screen."""

T = TypeVar("T")
json_option = click.option("--json", "as_json", is_flag=True, help="แสดงรายงานเป็น JSON")


def echo(lines: Iterable[str], *, err: bool = False) -> None:
    """Print line by line, to the errors where it is one."""
    for line in lines:
        click.echo(line, err=err)


def echo_json(value: object) -> None:
    """Print plain values as JSON that a person can read too."""
    _echo_utf_8(json.dumps(value, ensure_ascii=False, indent=1))


def _echo_utf_8(text: str) -> None:
    """Print JSON, which is UTF-8 whatever the terminal is. Half signs, as names that are no UTF-8 have them, become
    JSON's own escapes."""
    click.echo(text.encode("utf-8", "backslashreplace"))


class Run:
    """A run over workbooks, shown as it goes: one workbook in full, of many only what must be mended.

    Outcomes are printed and counted as they come and not kept, so that memory stays flat.
    """

    def __init__(
        self,
        total: int,
        *,
        as_json: bool,
        why: bool = False,
        book: bool = False,
        least: Severity | None = None,
        templates: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._total = total
        self._least = least or (Severity.ERROR if total > 1 and not as_json else Severity.NOTE)
        self._is_brief, self._unshown = least is None, 0
        self._as_json = as_json
        self._why = why
        self._tally = report.Tally()
        self._book = report.RunReport() if book else None
        self._stopped = False
        self._templates = templates or {}
        self._followed: set[Path] = set()
        self._fault = ""
        self._lost: tuple[Path, ...] = ()

    def follow(self, outcomes: Iterable[Outcome]) -> None:
        """Print every outcome as it comes; Ctrl-C ends the run with what was done."""
        if self._as_json:
            _echo_utf_8('{"workbooks": [')
        else:
            echo(said(self._templates))
        with suppress(KeyboardInterrupt):
            self._stopped = True
            for outcome in outcomes if self._as_json else watched(outcomes, self._total):
                self._print(outcome)
                self._tally.add(outcome)
                self._followed.add(outcome.job.workbook.absolute())
                if self._book:
                    self._book.add(outcome)
            self._stopped = False

    def lose(self, fault: str, work: Iterable[Path]) -> None:
        """Note why the run ended before its time, a Thai sentence; what is left of ``work`` is told."""
        followed = {path.resolve() for path in self._followed}
        self._fault, self._lost = fault, tuple(path for path in work if path.resolve() not in followed)

    def report(self, general: Iterable[Problem]) -> bytes:
        """``report.xlsx`` of the outcomes so far. Only for a run that was begun with ``book``."""
        assert self._book is not None
        for path in self._lost:
            self._book.leave(path)
        return self._book.finished(general)

    def end(self, general: Sequence[Problem]) -> NoReturn:
        """Print what belongs to no workbook and the sum, and leave with the exit code."""
        done = self._tally.statuses.total()
        if self._as_json:
            rest: dict[str, object] = {"problems": [problem.as_dict() for problem in general]}
            if self._fault:
                rest |= {"fault": self._fault, "not_done": [str(path) for path in self._lost]}
            rest |= {"left": self._total - done} | ({"templates": self._templates} if self._templates else {})
            _echo_utf_8("]," + json.dumps(rest, ensure_ascii=False, indent=1)[1:])
        else:
            echo(report.lines(general), err=True)
            if self._total > 1:
                click.echo(self._tally.summary())
            if self._is_brief and self._unshown:
                click.echo(report.unshown(self._unshown, in_book=self._book is not None))
            if self._stopped:
                click.echo(f"หยุดตามคำสั่ง: เสร็จแล้ว {done} ไฟล์ เหลือ {self._total - done} ไฟล์ สั่งซ้ำเพื่อทำต่อ")
        if self._fault:
            click.echo(f"{self._fault} เสร็จแล้ว {done} ไฟล์ เหลือ {self._total - done} ไฟล์ สั่งซ้ำเพื่อทำต่อ", err=True)
            sys.exit(BROKEN)
        sys.exit(STOPPED if self._stopped else self._tally.exit_code(general))

    def _print(self, outcome: Outcome) -> None:
        if self._as_json:
            comma = "," if self._tally.statuses else ""
            _echo_utf_8(comma + json.dumps(report.as_dict(outcome, self._least), ensure_ascii=False, indent=1))
            return
        problems = tuple(problem for problem in outcome.problems if problem.severity.reaches(self._least))
        self._unshown += len(outcome.problems) - len(problems)
        if self._total <= MANY or problems or self._why:
            brief = report.asked_in_brief(outcome) if self._total > 1 else ""
            click.echo(report.headline(outcome) + (f" | {brief}" if brief else ""))
        if self._why and outcome.reasons:
            click.echo(f"  สร้างใหม่เพราะ {', '.join(outcome.reasons)}")
        show_problems(problems)
        if self._total == 1:
            echo(report.completeness_lines(outcome) if outcome.completeness else report.asked_lines(outcome))


def watched(items: Iterable[T], total: int) -> Iterator[T]:
    """The items, under a progress bar on a terminal where there are several."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    rate = progress.TextColumn("{task.fields[rate]}")
    counted = progress.BarColumn(), progress.MofNCompleteColumn(), rate
    columns = *counted, progress.TextColumn("เหลือเวลา"), progress.TimeRemainingColumn()
    start = time.monotonic()
    with progress.Progress(*columns, console=console.Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rate="")
        for done, item in enumerate(items, start=1):
            bar.update(task, advance=1, rate=f"{done / (time.monotonic() - start):.0f} ไฟล์/วินาที")
            yield item


def leave_refused(sentence: str, problems: Sequence[Problem]) -> NoReturn:
    """Say why nothing was made, and leave."""
    echo([*filter(None, [sentence]), *report.lines(problems)], err=True)
    sys.exit(exit_code(problems))


def exit_code(problems: Sequence[Problem]) -> int:
    """The exit code of a command that told ``problems``: whichever file could not be written, that of a broken
    set-up."""
    return BROKEN if report.unwritten(problems) else REFUSED if has_errors(problems) else 0


def leave_broken(sentence: str) -> NoReturn:
    """Say what is wrong with the set-up, and leave."""
    click.echo(sentence, err=True)
    sys.exit(BROKEN)


def leave_unsound(findings: Sequence[Finding], *, as_json: bool) -> NoReturn:
    """Say what is wrong with the templates, and leave before any office is built."""
    if as_json:
        echo_json({"workbooks": [], "templates": [finding.as_dict() for finding in findings]})
    else:
        click.echo("แม่แบบมีข้อผิดพลาด จึงยังไม่สร้างเอกสารใด ๆ ดูทั้งหมดได้ด้วยคำสั่ง ita-docs lint", err=True)
        for finding in findings:
            tag = "" if finding.tag in finding.message else f" | พบ: {finding.tag}"
            hint = f" | {finding.hint}" if finding.hint else ""
            click.echo(f"  {finding.file} {finding.spot}: {finding.message}{tag}{hint}", err=True)
    sys.exit(BROKEN)


def show_problems(problems: Sequence[Problem]) -> None:
    """One table of problems on a terminal, one line for each elsewhere."""
    if problems and sys.stdout.isatty():
        console.Console().print(report.table(problems))
        return
    echo(report.lines(problems))
