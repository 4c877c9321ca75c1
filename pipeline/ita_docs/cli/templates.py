"""The commands round templates: lint, fields, templates copy and diff, and trace of what was made of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs import batch, report
from ita_docs import fields as names
from ita_docs.cli.frame import COMMAND, OPTIONS
from ita_docs.cli.show import BROKEN, echo, echo_json, json_option, leave_broken
from ita_docs.house import AUTHOR
from ita_docs.outputs.files import write
from ita_docs.outputs.reasons import explain
from ita_docs.places import (
    ANNOTATED_ENDING,
    COMPARISON_TEMPLATE,
    TEMPLATES,
    comparison_template,
    gallery,
    own_frameworks,
    packaged_templates,
    template_files,
    templates_in,
)
from ita_docs.values import FIELDS, OWN_FIELDS, TemplateField
from ita_docs.values.own_names import own_fields
from officefiles.lazy import lazy_import
from officefiles.opc import PackageError
from officefiles.problems import Problem, Severity
from wordfill import differences
from wordfill import lint as linting

if TYPE_CHECKING:
    from ita_docs.papers import pack, template_words
    from ita_docs.papers import trace as tracing
else:
    pack, tracing = lazy_import("ita_docs.papers.pack"), lazy_import("ita_docs.papers.trace")
    template_words = lazy_import("ita_docs.papers.template_words")

_BOOK, _TEMPLATE = ".xlsx", "_template"
_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(options_metavar=OPTIONS)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[แม่แบบ|โฟลเดอร์]...")
@click.option("--annotate", "annotated", is_flag=True, help="เขียนสำเนาที่มีข้อคิดเห็นของ Word ตรงจุดที่พบ ไว้ข้างแม่แบบ")
@click.option("--values", type=_file, metavar="แบบกรอก", help="ตรวจด้วยว่าแบบกรอกนี้มีข้อมูลที่หน่วยงานเพิ่มเองตามที่แม่แบบใช้")
@json_option
def lint(paths: Sequence[Path], annotated: bool, values: Path | None, as_json: bool) -> None:
    """ตรวจแม่แบบ Word และ Excel (ถ้าไม่ระบุ: แม่แบบทุกไฟล์ที่ใช้อยู่)"""
    filled = _filled(values) if values else None
    known = {path: names.known(path, filled) for path in _files(paths)}
    found = {path: template_words.lint(path, own, headings=names.headings()) for path, own in known.items()}
    folders = [path for path in paths if path.is_dir()] if paths else [TEMPLATES]
    unused = batch.unused_templates(folders)
    everything = [finding for findings in found.values() for finding in findings]
    if as_json:
        everything += map(_of_file, unused)
        echo_json(linting.as_json(everything))
    else:
        _print_findings(found)
        echo(report.lines(unused))
    if annotated:
        for path, findings in found.items():
            if linting.is_workbook(path):
                click.echo(f"{path.name}: ยังเขียนข้อคิดเห็นลงในแม่แบบ Excel ไม่ได้ ใช้ชื่อชีตและช่องในรายการข้างต้น", err=True)
            elif findings and findings[0].id != linting.UNREADABLE.id:
                click.echo(f"เขียนสำเนาที่มีข้อคิดเห็นแล้ว: {_annotate(path, findings)}", err=True)
    sys.exit(BROKEN if any(finding.severity is Severity.ERROR for finding in everything) else 0)


@click.command(options_metavar=OPTIONS)
@click.argument("template", required=False, type=_file, metavar="[แม่แบบ|แบบกรอก]")
@click.option("--values", type=_file, metavar="แบบกรอก", help="แสดงค่าจากแบบกรอกนี้ด้วย")
@json_option
def fields(template: Path | None, values: Path | None, as_json: bool) -> None:
    """แสดงชื่อข้อมูลที่ใช้ในแม่แบบได้ (พร้อมค่าและข้อมูลที่หน่วยงานเพิ่มเอง ถ้าระบุแบบกรอก) หรือชื่อที่แม่แบบหนึ่งใช้และไม่ได้ใช้"""
    if template and template.suffix == _BOOK and not template.stem.endswith(_TEMPLATE):
        template, values = None, template
    filled = _filled(values) if values else {}
    used = _usage(template) if template else None
    own = own_fields(filled)
    shown = used.used if used else (*FIELDS, *(own or OWN_FIELDS))
    if as_json:
        rows = [
            {"name": f.name, "kind": f.kind, "meaning": f.meaning, "sheet": f.sheet, "column": f.column} for f in shown
        ]
        echo_json({"fields": rows, "usage": used.as_dict() if used else None})
        return
    echo(_field_lines(shown, filled))
    echo(_usage_lines(used) if used else ())


def _filled(workbook: Path) -> dict[str, object]:
    """What templates are filled from; leaves with the reason where the workbook is not ready."""
    filled = pack.values_of(workbook, own_frameworks())
    if not filled:
        said = f"{workbook.name} ยังมีข้อมูลที่ต้องแก้ไข ตรวจด้วยคำสั่ง ita-docs check"
        raise click.BadParameter(said, param_hint=["--values"])
    return filled


@click.group(options_metavar=OPTIONS, subcommand_metavar=COMMAND)
def templates() -> None:
    """จัดการชุดแม่แบบของหน่วยงาน"""


@templates.command("copy", options_metavar=OPTIONS, short_help="คัดลอกแม่แบบที่มากับโปรแกรมไว้ในโฟลเดอร์")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="โฟลเดอร์")
@click.option("--gallery", "from_gallery", is_flag=True, help="คัดลอกแม่แบบพร้อมใช้ของเอกสารอื่นแทน เช่น หนังสือนำส่ง")
def copy_templates(folder: Path, from_gallery: bool) -> None:
    """คัดลอกแม่แบบที่มากับโปรแกรมไว้ในโฟลเดอร์ เพื่อแก้เป็นของหน่วยงาน (ไม่เขียนทับไฟล์ที่มีอยู่)"""
    home = gallery() if from_gallery else packaged_templates()
    for source in (*_files([home]), *(() if from_gallery else (home / COMPARISON_TEMPLATE,))):
        target = folder / source.relative_to(home)
        if target.exists():
            click.echo(f"{source.name}: มีอยู่แล้ว ไม่ได้คัดลอก")
            continue
        _write(target, source.read_bytes(), str(target))
        click.echo(f"{source.name}: คัดลอกแล้ว")


@templates.command("diff", options_metavar=OPTIONS)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="โฟลเดอร์")
def diff_templates(folder: Path) -> None:
    """บอกว่าแม่แบบของหน่วยงานต่างจากแม่แบบที่มากับโปรแกรมอย่างไร"""
    for path in _files([folder]):
        original = packaged_templates() / path.name
        if not original.exists():
            click.echo(f"{path.name}: แม่แบบของหน่วยงานเอง")
            continue
        try:
            found = differences.differences(original.read_bytes(), path.read_bytes(), names.known(path))
        except PackageError as fault:
            found = (str(fault),)
        click.echo(f"{path.name}: " + (f"ต่าง {len(found)} ข้อ" if found else "เหมือนแม่แบบที่มากับโปรแกรม"))
        echo(f"  {sentence}" for sentence in found)
    echo(report.lines(batch.unused_templates([folder])))


@click.command(options_metavar=OPTIONS)
@click.argument("document", type=_file, metavar="เอกสาร")
@click.argument("text", default="", metavar="[คำค้น]")
@json_option
def trace(document: Path, text: str, as_json: bool) -> None:
    """แสดงว่าข้อความในเอกสารมาจากช่องใดของแบบกรอก (เฉพาะเอกสารที่สร้างด้วย --trace) ระบุคำที่ต้องการค้นได้"""
    wanted = " ".join(text.split())
    try:
        found = [one for one in tracing.traces(document.read_bytes()) if wanted in " ".join(one.text.split())]
    except PackageError as fault:
        raise click.ClickException(f"{document.name}: {fault}") from fault
    if as_json:
        echo_json([one.as_dict() for one in found])
        return
    for one in found:
        origin = ", ".join(str(place) for place in one.places) or "คำนวณโดยโปรแกรม"
        click.echo(f"{origin}  ←  {' '.join(one.text.split())}  ({one.path})")
    if not found:
        click.echo("ไม่พบข้อความนี้ หรือเอกสารนี้ไม่ได้สร้างด้วย --trace")


def _files(given: Sequence[Path]) -> list[Path]:
    """The templates named, those in the folders named, or all in use."""
    if not given:
        return [*template_files().values(), comparison_template()]
    in_folders = (templates_in(path) if path.is_dir() else [path] for path in given)
    return [path for paths in in_folders for path in paths if not path.name.startswith("~$")]


def _of_file(problem: Problem) -> linting.Finding:
    """A problem of a whole file as ``lint`` tells it."""
    spot = linting.Spot("ไฟล์", "")
    return linting.Finding(problem.kind, problem.found, spot, "", problem.message, problem.hint, problem.severity)


def _print_findings(found: dict[Path, tuple[linting.Finding, ...]]) -> None:
    for path, findings in found.items():
        click.echo(f"{path.name}: " + (f"พบ {len(findings)} จุด" if findings else "ไม่พบข้อผิดพลาด"))
        for finding in findings:
            click.echo(f"  [{finding.severity.thai}] {finding.spot}: {finding.message}")
            if finding.hint:
                click.echo(f"      {finding.hint}")
    if any(finding.id in names.UNKNOWN for findings in found.values() for finding in findings):
        click.echo("ดูชื่อข้อมูลที่ใช้ในแม่แบบได้ด้วยคำสั่ง ita-docs fields")


def _annotate(path: Path, findings: tuple[linting.Finding, ...]) -> Path:
    """Write the annotated copy beside the template; its place."""
    copy = path.with_suffix(ANNOTATED_ENDING)
    _write(copy, linting.annotate(path.read_bytes(), findings, AUTHOR), copy.name)
    return copy


def _write(path: Path, data: bytes, name: str) -> None:
    """Write a file; leaves with the reason, and the file called ``name``, where the system refuses."""
    try:
        write(path, data)
    except OSError as fault:
        leave_broken(f"เขียน {name} ไม่ได้: {explain(fault)}")


def _usage(template: Path) -> names.Usage:
    """What the template uses; leaves where it is no Word file or cannot be read."""
    try:
        return names.usage(template)
    except PackageError as fault:
        leave_broken(f"{template.name}: {fault}")
    except OSError as fault:
        leave_broken(f"เปิด {template.name} ไม่ได้: {explain(fault)}")


def _field_lines(fields: Sequence[TemplateField], values: dict[str, object]) -> Iterator[str]:
    for field in fields:
        origin = f"{field.sheet}: {field.column}" if field.column else field.sheet
        value = names.example(field.name, values) if values else ""
        yield f"{field.name}  [{field.kind.thai}]  {field.meaning}  ({origin})" + (f"  = {value}" if value else "")


def _usage_lines(used: names.Usage) -> Iterator[str]:
    yield f"\n{used.template} ใช้ {len(used.used)} ชื่อ"
    for finding in used.unknown:
        yield f"  ไม่มีข้อมูลสำหรับชื่อนี้: {finding.tag} ({finding.spot}) {finding.hint}"
    if used.left_out:
        yield "คอลัมน์ของแบบกรอกที่แม่แบบนี้ไม่ได้ใช้"
        for sheet, column in used.left_out:
            yield f"  {sheet}: {column}"
