"""The command that makes the first workbook of last year's files: import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from ita_docs import places
from ita_docs.cli import show
from ita_docs.cli.frame import OPTIONS
from ita_docs.importing.imported import Imported, import_documents
from ita_docs.outputs.store import ALREADY_THERE, write_new
from officefiles.problems import Place, Problem

_ENDINGS = frozenset((
    ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".pdf",
))  # fmt: skip
"""Of the files in a folder, those that an office may take for documents."""
_LOCKS = ("~$", ".")
NOTHING_MADE = "ยังไม่ได้สร้างแบบกรอก"
_NEXT = (
    "ขั้นต่อไป",
    "  1. เปิด {file} ตรวจช่องพื้นสีเหลืองตามรายการในชีตแรก และดูข้อความที่ไม่ได้ใช้ในชีตสุดท้าย",
    "  2. ตรวจแบบกรอก: ita-docs check {file}",
    "  3. ยกไปปีถัดไป: ita-docs new {next} --year {year} --from {file}",
)


@click.command("import", options_metavar=OPTIONS)
@click.argument("old", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ไฟล์เดิม|โฟลเดอร์...")
@click.option(
    "--to", "file", type=click.Path(path_type=Path), required=True, metavar="ไฟล์", help="แบบกรอกที่จะสร้าง (.xlsx)"
)
@click.option("--year", type=int, metavar="ปี", help="ปีงบประมาณของเอกสารเดิม (พ.ศ.)  [ค่าเริ่มต้น: ตามเอกสาร]")
@click.option("--office", default="", metavar="ชื่อ", help="ชื่อหน่วยงาน  [ค่าเริ่มต้น: ตามเอกสาร]")
@click.option(
    "--order", default="", metavar="เลขที่", help="คำสั่งที่ต้องการเมื่อพบหลายฉบับ: เลขที่คำสั่งหรือลำดับที่พบ เช่น 398/2565 หรือ 2"
)
@show.json_option
def import_(old: Sequence[Path], file: Path, year: int | None, office: str, order: str, as_json: bool) -> None:
    """สร้างแบบกรอกของปีก่อนจากเอกสารเดิม (Word, PDF ที่เป็นข้อความ, Excel) แล้วบอกช่องที่ต้องตรวจทาน

    ระบุไฟล์หลายไฟล์หรือโฟลเดอร์ได้ ไม่เขียนทับไฟล์ที่มีอยู่ และไม่แก้ไขเอกสารเดิม
    """
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"ชื่อไฟล์ต้องลงท้ายด้วย .xlsx เช่น {file.stem}.xlsx", param_hint=["--to"])
    if file.exists():
        show.leave_refused("", [ALREADY_THERE.at(Place(), file)])
    files = [one for path in old for one in _files(path)]
    folder = f"{file.stem}_pictures"
    found = import_documents(
        files, year=year, office=office, order=order, folder=folder, frameworks=places.own_frameworks()
    )
    refused = _written(file, found)
    problems = (*found.problems, *refused)
    if as_json:
        show.echo_json(_as_dict(file, found, problems, written=bool(found.data) and not refused))
    elif found.data and not refused:
        show.echo((*map(str, found.found), *_ending(file, found)))
        show.show_problems(problems)
    else:
        show.leave_refused(NOTHING_MADE, problems)
    if code := show.exit_code(problems):
        raise SystemExit(code)


def _files(path: Path) -> Iterator[Path]:
    """The file, or those of a folder and the folders in it that may be documents, in order."""
    if not path.is_dir():
        yield path
        return
    for one in sorted(path.rglob("*")):
        if one.suffix.lower() in _ENDINGS and not one.name.startswith(_LOCKS) and one.is_file():
            yield one


def _written(file: Path, found: Imported) -> tuple[Problem, ...]:
    """Writes the photos and the workbook, and says why where one could not be; a photo that stands there as it is is
    not written again."""
    if not found.data:
        return ()
    for name, data in found.photos.items():
        photo = file.parent / name
        if not (photo.is_file() and photo.read_bytes() == data) and (problems := write_new(photo, data)):
            return problems
    return write_new(file, found.data)


def _ending(file: Path, found: Imported) -> Iterator[str]:
    photos = f" พร้อมภาพ {len(found.photos)} ภาพในโฟลเดอร์ {file.stem}_pictures" if found.photos else ""
    yield f"สร้างแบบกรอกปีงบประมาณ พ.ศ. {found.year} แล้ว: {file}{photos}"
    yield f"ช่องที่ต้องตรวจทาน {len(found.marked)} ช่อง (พื้นสีเหลือง) ข้อความที่ไม่ได้ใช้ {found.unused} รายการ"
    assert found.year
    following = found.year + 1
    for line in _NEXT:
        yield line.format(file=file, next=file.with_name(f"form_{following}.xlsx"), year=following)


def _as_dict(file: Path, found: Imported, problems: Sequence[Problem], *, written: bool) -> dict[str, object]:
    """The run as plain values, for JSON."""
    return {
        "workbook": str(file) if written else None,
        "year": found.year,
        "documents": [asdict(one) for one in found.found],
        "marked": [{"sheet": one.sheet, "cell": one.cell} for one in found.marked],
        "unused": found.unused,
        "photos": [str(file.parent / name) for name in found.photos] if written else [],
        "problems": [problem.as_dict() for problem in problems],
    }
