"""The office's own templates on the page: those that packs are made with, and one more among them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ita_docs import batch, places
from ita_docs.outputs.files import write
from ita_docs.outputs.reasons import explain
from ita_docs.web.worker import SaidError
from officefiles.problems import Problem
from wordfill.engine import TemplateError

UNSOUND = (
    "แม่แบบของหน่วยงาน {file} ในโฟลเดอร์ templates มีข้อผิดพลาด (ทุกแม่แบบรวม {count} จุด) จุดแรกคือ {spot}: {message} "
    "ดูทุกจุดได้ที่หน้า “ตรวจแม่แบบ” แก้ไขแล้วลองใหม่ หรือย้ายไฟล์ออกจากโฟลเดอร์เพื่อใช้แม่แบบที่มากับโปรแกรม"
)
STANDS_ALREADY = "มีแม่แบบชื่อนี้ที่มีเนื้อหาต่างกันอยู่แล้วที่ {path}"
BEFORE = "ฉบับเดิม"
"""The folder, below that of the office's templates, of those that others took the place of."""
NO_TEMPLATE_NAME = (
    "ชื่อไฟล์ {name} ไม่ลงท้ายด้วย _template.docx หรือ _template.xlsx เปลี่ยนชื่อไฟล์ เช่น letter_template.docx แล้ววางใหม่"
)


def adopt(path: str, name: str, replace: bool) -> dict[str, str]:
    """Lay a template among the office's own: where it is, and where the one of this name is kept that said something
    else. Without ``replace`` that one is left in its place, and nothing is done."""
    data, target = Path(path).read_bytes(), places.TEMPLATES / PurePosixPath(name).name
    if places.document_name(target.name) == target.name:
        raise SaidError(NO_TEMPLATE_NAME.format(name=target.name))
    before = target.read_bytes() if target.exists() else data
    if before != data and not replace:
        return {"stands": STANDS_ALREADY.format(path=target.resolve())}
    kept = _free_name(target) if before != data else None
    try:
        if kept:
            write(kept, before)
        write(target, data)
    except OSError as fault:
        raise SaidError(f"เขียน {target.resolve()} ไม่ได้: {explain(fault)}") from fault
    return {"path": str(target.resolve()), "kept": str(kept.resolve()) if kept else ""}


def _free_name(template: Path) -> Path:
    """Where a template is kept that another takes the place of: under a name that is none of a template."""
    stem = template.stem.removesuffix("_template")
    today = datetime.date.today()
    names = (f"{stem}_{today}{f'_{number}' if number > 1 else ''}{template.suffix}" for number in count(1))
    return next(path for name in names if not (path := template.parent / BEFORE / name).exists())


class InUse(NamedTuple):
    """The templates of a pack by the names of its documents, as ``build`` finds them; the names of those of the
    office's own, and what is to be told of them."""

    found: dict[str, Path]
    own: list[str]
    notes: tuple[Problem, ...]


def in_use() -> InUse:
    """The templates that packs are made with; a template with mistakes is told."""
    found = places.template_files()
    is_own = places.TEMPLATES.resolve() != places.packaged_templates().resolve()
    own = {name: path for name, path in found.items() if is_own and path.parent == places.TEMPLATES}
    examined = batch.examined(own.values())
    if wrong := examined.errors:
        first = wrong[0]
        raise SaidError(UNSOUND.format(file=first.file, count=len(wrong), spot=first.spot, message=first.message))
    return InUse(found, [path.name for path in own.values()], examined.notes)


@contextmanager
def telling() -> Iterator[None]:
    """Says what is wrong with a template as a sentence."""
    try:
        yield
    except TemplateError as fault:
        raise SaidError(str(fault)) from fault
