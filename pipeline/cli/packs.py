"""The commands that turn workbooks into packs: build and check."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli import show

INPUTS = Path("inputs")

_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[WORKBOOK|FOLDER]...")
_out = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("outputs"),
    show_default=True,
    help="โฟลเดอร์ผลลัพธ์",
)


@click.command()
@_paths
@_out
@click.option("--only", multiple=True, metavar="NAME", help="สร้างเฉพาะเอกสารที่ระบุ เช่น order (ระบุซ้ำได้)")
@click.option("--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="โฟลเดอร์แม่แบบ")
@click.option("--jobs", type=click.IntRange(min=1), help="จำนวนงานที่ทำพร้อมกัน  [default: จำนวนแกนของเครื่อง]")
@click.option("--force", is_flag=True, help="สร้างใหม่ทั้งหมด แม้ไม่มีอะไรเปลี่ยน")
@click.option("--replace-edited", is_flag=True, help="แทนที่เอกสารที่แก้ไขด้วยมือ โดยเก็บฉบับเดิมไว้พร้อมวันที่")
@click.option("--why", is_flag=True, help="บอกเหตุที่สร้างเอกสารแต่ละชุดใหม่")
@show.json_option
def build(
    paths: Sequence[Path],
    out: Path,
    only: Sequence[str],
    templates: Path | None,
    jobs: int | None,
    force: bool,
    replace_edited: bool,
    why: bool,
    as_json: bool,
) -> None:
    """สร้างเอกสารทั้งชุดจากแบบกรอก (ไม่ระบุ: ทุกไฟล์ในโฟลเดอร์ inputs)"""
    from pipeline import batch, places, produce

    found = places.template_files(templates)
    names = (*found, *produce.OTHERS)
    unknown = [name for name in only if name not in names]
    if unknown:
        raise click.BadParameter(f"ไม่มีเอกสารชื่อ {', '.join(unknown)} เลือกได้จาก {', '.join(names)}")
    today = datetime.date.today() if replace_edited else None
    options = batch.Options(found, frozenset(only), places.own_frameworks(), force, today)
    work, problems = batch.find_jobs(paths or [INPUTS], out)
    workers = max(1, min(jobs or os.cpu_count() or 1, len(work)))
    run = show.Run(len(work), as_json=as_json, why=why, book=bool(work))
    run.follow(batch.run(work, options, workers))
    if work:
        problems = (*problems, *batch.write_report(out / "report.xlsx", run.report(problems)))
    run.end(problems)


@click.command()
@_paths
@_out
@show.json_option
def check(paths: Sequence[Path], out: Path, as_json: bool) -> None:
    """ตรวจแบบกรอกโดยไม่สร้างเอกสาร และเขียนสำเนาแบบกรอกที่ทำเครื่องหมายช่องที่มีปัญหา"""
    from pipeline import batch, places

    work, problems = batch.find_jobs(paths or [INPUTS], out)
    options = batch.Options(frameworks=places.own_frameworks())
    run = show.Run(len(work), as_json=as_json)
    run.follow(batch.check(job, options) for job in work)
    run.end(problems)
