"""The commands that turn workbooks into packs: new, check, build, preview."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs import batch, places
from ita_docs.batch import Job, Options, Outcome
from ita_docs.batch.cluster import ClusterError, connect
from ita_docs.batch.cluster_run import ClusterRun
from ita_docs.cli import show
from ita_docs.cli.frame import OPTIONS
from ita_docs.outputs.store import write_file, write_new
from ita_docs.papers import selection
from ita_docs.report import unwritten
from officefiles.lazy import lazy_import
from officefiles.problems import Problem, Severity

if TYPE_CHECKING:
    from ita_docs.workbook import new as forms
else:
    forms = lazy_import("ita_docs.workbook.new")

INPUTS = Path("inputs")
_APART = (("--proof", "--trace"), ("--proof", "--why"), ("--proof", "--items"), ("--cluster", "--jobs"))
"""Options of which the first leaves nothing for the second to do."""

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[แบบกรอก|โฟลเดอร์]...")
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("outputs"),
    show_default=True,
    metavar="โฟลเดอร์",
    help="โฟลเดอร์ผลลัพธ์",
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="โฟลเดอร์",
    help="โฟลเดอร์แม่แบบ",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="จำนวน",
    help="จำนวนงานที่ทำพร้อมกัน  [ค่าเริ่มต้น: จำนวนแกนประมวลผลของเครื่อง]",
)


tracker_option = click.option(
    "--tracker",
    type=click.Path(path_type=Path, exists=True),
    metavar="[ไฟล์|โฟลเดอร์]",
    help="ไฟล์ติดตามมาตรการของปีก่อน หรือโฟลเดอร์ที่มีไฟล์ติดตามชื่อเดียวกับแบบกรอก ใช้จัดทำรายงานผล",
)


@click.command(options_metavar=OPTIONS)
@paths_argument
@out_option
@click.option("--only", multiple=True, metavar="ชื่อ", help="สร้างเฉพาะเอกสารที่ระบุ เช่น order (ระบุซ้ำได้)")
@templates_option
@tracker_option
@click.option("--pdf", is_flag=True, help="สร้าง PDF ของทุกเอกสารด้วย")
@click.option("--items", is_flag=True, help="สร้าง PDF ของแต่ละข้อตามรายการของปี ไว้ในโฟลเดอร์ items พร้อมเผยแพร่")
@click.option("--verify-pages", is_flag=True, help="สร้าง PDF แล้วให้ LibreOffice ตรวจว่าทุกหน้าขึ้นต้นตรงตามที่คำนวณไว้")
@jobs_option
@click.option("--cluster", metavar="ที่อยู่", help="ทำงานบนหลายเครื่องผ่าน Dask เช่น tcp://scheduler:8786")
@click.option("--force", is_flag=True, help="สร้างใหม่ทั้งหมด แม้ไม่มีการเปลี่ยนแปลง")
@click.option("--replace-edited", is_flag=True, help="แทนที่เอกสารที่แก้ไขด้วยมือ โดยเก็บฉบับเดิมไว้พร้อมวันที่")
@click.option("--why", is_flag=True, help="บอกเหตุที่สร้างเอกสารแต่ละชุดใหม่")
@click.option("--trace", is_flag=True, help="เก็บที่มาของข้อความไว้ในเอกสาร ดูได้ด้วยคำสั่ง trace")
@click.option(
    "--no-flush",
    is_flag=True,
    help="ไม่รอให้ดิสก์บันทึกเสร็จทีละหน่วยงาน เร็วขึ้นเมื่อสร้างหลายร้อยหน่วยงาน แต่ถ้าไฟดับ เอกสารที่แจ้งว่าสร้างแล้วอาจไม่ครบ",
)
@click.option("--proof", is_flag=True, help="สร้างฉบับร่างเพื่อตรวจทาน แม้ยังกรอกไม่ครบ (ไม่กระทบเอกสารฉบับจริง)")
@show.json_option
def build(
    paths: Sequence[Path],
    out: Path,
    only: Sequence[str],
    templates: Path | None,
    tracker: Path | None,
    pdf: bool,
    items: bool,
    verify_pages: bool,
    jobs: int | None,
    cluster: str | None,
    force: bool,
    replace_edited: bool,
    why: bool,
    trace: bool,
    no_flush: bool,
    proof: bool,
    as_json: bool,
) -> None:
    """สร้างเอกสารทั้งชุดจากแบบกรอก (ถ้าไม่ระบุ: ทุกไฟล์ในโฟลเดอร์ inputs)"""
    given = {"--proof": proof, "--trace": trace, "--why": why, "--items": items, "--cluster": cluster, "--jobs": jobs}
    for one, idle in _APART:
        if given[one] and given[idle]:
            raise click.UsageError(f"สั่ง {idle} พร้อมกับ {one} ไม่ได้ เลือกอย่างใดอย่างหนึ่ง")
    found, notes = _sound_templates(templates, frozenset(only), as_json=as_json)
    today = datetime.date.today() if replace_edited else None
    options = batch.Options(
        templates=found,
        only=frozenset(only),
        frameworks=places.own_frameworks(),
        force=force,
        replace_edited=today,
        traced=trace,
        proof=proof,
        tracker=tracker,
        left_out=batch.left_out(found),
        pdf=pdf or verify_pages,
        items=items,
        flush=not no_flush,
    )
    work, problems = batch.find_jobs(paths or [INPUTS], out)
    problems += (*notes, *batch.unused_templates((templates, places.TEMPLATES)))
    _one_tracker_for_each(tracker, work)
    outcomes: Iterable[Outcome]
    outcomes = _on_cluster(cluster, work, options) if cluster else batch.run(work, options, workers(jobs, work))
    used = batch.sources(selection.in_use(found, selection.wanted(found, frozenset(only))))
    run = show.Run(len(work), as_json=as_json, why=why, book=bool(work) and not proof, templates=used)
    printed = batch.print_pdfs(outcomes, prove=verify_pages) if options.pdf else batch.tell_old_pdfs(outcomes)
    run.follow(printed)
    if isinstance(outcomes, ClusterRun) and outcomes.fault:
        run.lose(outcomes.fault, [job.workbook for job in work])
    if work and not proof:
        problems = (*problems, *write_file(out / "report.xlsx", run.report(problems)))
    run.end(problems)


def _one_tracker_for_each(tracker: Path | None, work: Sequence[Job]) -> None:
    """Leaves where one tracker is given for several offices."""
    if tracker and not tracker.is_dir() and len(work) > 1:
        raise click.BadParameter("มีแบบกรอกหลายไฟล์ ให้ระบุโฟลเดอร์ของไฟล์ติดตาม", param_hint=["--tracker"])


def _sound_templates(
    own: Path | None, only: frozenset[str], *, as_json: bool
) -> tuple[dict[str, Path], tuple[Problem, ...]]:
    """All templates by name, and what is told of the office's own that are used; leaves where a name in ``only`` is of
    none of them, or one that is needed has errors."""
    found = places.template_files(own)
    try:
        wanted = selection.wanted(found, only)
    except selection.NoDocumentError as fault:
        raise click.BadParameter(str(fault), param_hint=["--only"]) from fault
    examined = batch.examined(selection.in_use(found, wanted).values())
    if examined.errors:
        show.leave_unsound(examined.errors, as_json=as_json)
    return found, examined.notes


def workers(requested: int | None, work: Sequence[object]) -> int:
    """As many processes as asked for, or as the machine has cores; never more than there is work for, or than the
    system lets work together."""
    return max(1, min(requested or os.cpu_count() or 1, len(work), batch.MOST_WORKERS))


def _on_cluster(address: str, work: Sequence[Job], options: Options) -> ClusterRun:
    try:
        client = connect(address)
    except ClusterError as fault:
        show.leave_broken(str(fault))
    return ClusterRun(client, work, options)


@click.command(options_metavar=OPTIONS)
@click.argument("file", type=click.Path(path_type=Path), metavar="ไฟล์")
@click.option("--year", type=int, required=True, metavar="ปี", help="ปีงบประมาณของเอกสาร (พ.ศ.) เช่น 2567")
@click.option("--office", default="", metavar="ชื่อ", help="ชื่อหน่วยงาน")
@click.option(
    "--kind",
    default="",
    metavar="ประเภท",
    help="ประเภทของหน่วยงาน ใช้เลือกตัวอย่างและรายการเลือกในแบบกรอก: กรม สำนักงานเขต เทศบาล อบต. อบจ. อำเภอ จังหวัด โรงเรียน"
    " วิทยาลัยอาชีวศึกษา โรงพยาบาล มหาวิทยาลัย คณะ  [ค่าเริ่มต้น: ตามชื่อหน่วยงาน]",
)
@click.option(
    "--from",
    "last",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="ไฟล์",
    help="แบบกรอกของปีก่อนที่จะยกข้อมูลมา",
)
def new(file: Path, year: int, office: str, kind: str, last: Path | None) -> None:
    """สร้างแบบกรอกเปล่า หรือแบบกรอกที่ยกข้อมูลมาจากปีก่อน (ไม่เขียนทับไฟล์ที่มีอยู่)"""
    if file.is_dir():
        within = file / f"form_{year}.xlsx"
        raise click.BadParameter(f"{file} เป็นโฟลเดอร์ ให้ระบุชื่อไฟล์ในโฟลเดอร์ เช่น {within}", param_hint=["ไฟล์"])
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"ชื่อไฟล์ต้องลงท้ายด้วย .xlsx เช่น {file.stem}.xlsx", param_hint=["ไฟล์"])
    try:
        form = forms.new_form(year, office=office, kind=kind, last=last, frameworks=places.own_frameworks())
    except forms.NoFormError as fault:
        if fault.problems:
            show.leave_refused(str(fault), fault.problems)
        if fault.about != "year":
            option = {"digits": "--year", "kind": "--kind", "last": "--from"}[fault.about]
            raise click.BadParameter(str(fault), param_hint=[option]) from fault
        cure = "ถ้าเป็นปีใหม่ ให้เพิ่มเกณฑ์ตามหัวข้อ “เมื่อขึ้นปีใหม่” ในคู่มือ docs/guide.md"
        raise click.BadParameter(f"{fault} {cure}", param_hint=["--year"]) from fault
    if problems := write_new(file, form.data):
        show.leave_refused("", problems)
    show.echo((f"สร้างแบบกรอกแล้ว: {file}", *form.lines))


@click.command(options_metavar=OPTIONS)
@paths_argument
@out_option
@tracker_option
@click.option(
    "--severity",
    type=click.Choice([one.value for one in Severity]),
    help="แสดงตั้งแต่ระดับนี้ขึ้นไป: error ต้องแก้ไข, warning ควรตรวจสอบ, note ข้อสังเกต  [ค่าเริ่มต้น: note หลายไฟล์: error]",
)
@show.json_option
def check(paths: Sequence[Path], out: Path, tracker: Path | None, severity: str | None, as_json: bool) -> None:
    """ตรวจแบบกรอกโดยไม่สร้างเอกสาร และเขียนสำเนาแบบกรอกที่ทำเครื่องหมายช่องที่มีปัญหา"""
    work, problems = batch.find_jobs(paths or [INPUTS], out)
    problems += batch.unused_templates((places.TEMPLATES,))
    _one_tracker_for_each(tracker, work)
    left_out = batch.left_out(places.template_files())
    options = batch.Options(frameworks=places.own_frameworks(), tracker=tracker, left_out=left_out)
    run = show.Run(len(work), as_json=as_json, least=Severity(severity) if severity else None)
    run.follow(batch.check_all(work, options, workers(None, work)))
    run.end(problems)


@click.command(options_metavar=OPTIONS)
@click.argument(
    "path", type=click.Path(path_type=Path, exists=True), default=Path("outputs"), metavar="[เอกสาร|โฟลเดอร์]"
)
@click.option("--only", default="pack", show_default=True, metavar="ชื่อ", help="เอกสารที่ต้องการดูเมื่อระบุโฟลเดอร์")
def preview(path: Path, only: str) -> None:
    """สร้างภาพของทุกหน้าและภาพรวมหนึ่งแผ่น ไว้ในโฟลเดอร์ preview ข้างเอกสาร"""
    found = batch.documents(path, only)
    if not found:
        raise click.BadParameter(f"ไม่พบ {only}.docx ใน {path} สร้างเอกสารก่อนด้วยคำสั่ง ita-docs build")
    shown = batch.picture(found)
    for one in shown:
        if one.sheet:
            click.echo(f"{one.document}: {len(one.pages)} หน้า ดูภาพรวมที่ {one.sheet}")
        show.show_problems(one.problems)
    if not all(one.sheet for one in shown) or unwritten(problem for one in shown for problem in one.problems):
        raise SystemExit(show.BROKEN)
