"""The workbooks of a comparison, read on all cores to a row of numbers each, and its two files written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from ita_docs.batch.pool import each
from ita_docs.batch.single import write_report
from ita_docs.comparison.figures import Figures, LeftOut
from officefiles.problems import Problem

CRASHED = "อ่านไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม: {fault}"
BROKEN_FRAMEWORK = "เกณฑ์การประเมินใช้ไม่ได้: {fault}"


def read_figures(workbooks: Sequence[Path], frameworks: Path | None, workers: int) -> Iterator[Figures | LeftOut]:
    """What is kept of each workbook, in order. A workbook is called by its path below the folder common to all."""
    if not workbooks:
        return iter(())
    below = Path(os.path.commonpath([book.resolve().parent for book in workbooks]))
    return each(workbooks, partial(_read, below=below, frameworks=frameworks), partial(_crashed, below=below), workers)


def write_comparison(folder: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Write the files in place of the last ones; a problem for each that cannot be (it is open in another program)."""
    return tuple(problem for name, data in files.items() for problem in write_report(folder / name, data))


def _read(workbook: Path, *, below: Path, frameworks: Path | None) -> Figures | LeftOut:
    from ita_docs.comparison.documents import figures
    from ita_docs.framework.load import FrameworkError

    try:
        return figures(workbook, _name(workbook, below), frameworks)
    except FrameworkError as fault:
        return LeftOut(workbook=_name(workbook, below), reason=BROKEN_FRAMEWORK.format(fault=fault), errors=1)
    except Exception as fault:  # the others go on, and the report says what happened here
        return _crashed(workbook, fault, below=below)


def _crashed(workbook: Path, fault: BaseException, *, below: Path) -> LeftOut:
    found = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return LeftOut(workbook=_name(workbook, below), reason=CRASHED.format(fault=found), errors=1)


def _name(workbook: Path, below: Path) -> str:
    return workbook.resolve().relative_to(below).as_posix()
