"""Single files that belong to no office's folder: the report of a run, a new workbook."""

from __future__ import annotations

from pathlib import Path

from ita_docs.outputs import files
from ita_docs.outputs.store import NOT_WRITTEN
from officefiles.problems import Kind, Place, Problem

ALREADY_THERE = Kind(
    "already-there",
    "มีไฟล์ {found} อยู่แล้ว จึงไม่เขียนทับ",
    "ตั้งชื่อไฟล์ใหม่ หรือย้ายไฟล์เดิมไปที่อื่นก่อน",
    "สั่งสร้างแบบกรอกในชื่อที่มีอยู่แล้ว โปรแกรมไม่เขียนทับแบบกรอกใด ๆ",
)


def write_report(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write the report of a run in place of the last one; a problem where it cannot be (it is open in Excel)."""
    try:
        files.write(path, data)
    except OSError as fault:
        return (NOT_WRITTEN.at(Place(), path.name, reason=files.explain(fault)),)
    return ()


def write_new(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write a new workbook; a problem where there is a file of this name, which is never touched, or no room."""
    try:
        files.create(path, data)
    except FileExistsError:
        return (ALREADY_THERE.at(Place(), path),)
    except OSError as fault:
        return (NOT_WRITTEN.at(Place(), path.name, reason=files.explain(fault)),)
    return ()
