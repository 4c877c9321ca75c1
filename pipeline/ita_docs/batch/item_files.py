"""One PDF for each item of the year that the pack answers: what an office puts on its web site, item by item."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ita_docs.batch.jobs import Outcome
from ita_docs.batch.printing import TIMEOUT, unread
from ita_docs.outputs.manifest import AskedItem
from ita_docs.outputs.names import fitted
from ita_docs.outputs.reasons import explain
from ita_docs.outputs.store import remember_prints, write_files
from officefiles import opc
from officefiles.problems import Kind, Place, Problem, Severity
from thaipages import pdf
from thaipages.booklet import compose
from thaipages.pdf import Printed

FOLDER = "items"
"""Where the files of items stand, below an office's documents."""
_LONGEST = 247
"""Bytes of a file's name: systems allow 255, and whoever keeps it may lengthen it a little."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NOT_PLAIN = re.compile("[^a-z0-9]+")

NO_ITEM_FILE = Kind(
    "item-not-made",
    "ยังไม่ได้สร้าง PDF ของข้อ {name} เพราะไม่มีเอกสาร {found} ในโฟลเดอร์ผลลัพธ์",
    "สร้างเอกสารนี้ก่อน แล้วสั่ง ita-docs build --items อีกครั้ง",
    "สั่งสร้าง PDF รายข้อ แต่เอกสารที่ใช้ตอบข้อนั้นยังไม่ได้สร้าง",
    Severity.WARNING,
)

NO_ITEMS = Kind(
    "no-item-files",
    "ไม่ได้สร้าง PDF รายข้อ เพราะ{found}",
    "ตรวจสอบข้อที่ต้องเผยแพร่กับคู่มือการประเมินของปีนั้น แล้วใช้ PDF ของเอกสารแต่ละฉบับแทน",
    "สั่งสร้าง PDF รายข้อ แต่โปรแกรมไม่มีรายการข้อของปีหรือของหน่วยงานกลุ่มนั้น หรือเอกสารยังไม่มีสิ่งที่ข้อกำหนด",
    Severity.WARNING,
)
_NO_LIST = "ไม่มีรายการข้อของปีนี้สำหรับหน่วยงานกลุ่มนี้"
_NOTHING_THERE = "เอกสารยังไม่มีสิ่งที่ข้อใดกำหนด"


def draw(outcome: Outcome, *, flush: bool) -> Outcome:
    """The outcome with the files of the items that its documents answer, twice each: under the item's code and title,
    and under a short name of ASCII letters for a web site."""
    folder = outcome.job.folder / FOLDER
    problems: list[Problem] = []
    prints: dict[str, tuple[Sequence[str], bytes]] = {}
    if not any(item.there for item in outcome.asked):
        problems.append(NO_ITEMS.at(Place(), _NOTHING_THERE if outcome.asked else _NO_LIST))
    for number, item in enumerate(outcome.asked, start=1):
        if not (item.there and item.documents):
            continue
        names = [f"{document}.docx" for document in item.documents]
        if missing := [name for name in names if not (outcome.job.folder / name).is_file()]:
            problems.append(NO_ITEM_FILE.at(Place(), ", ".join(missing), name=item.code))
            continue
        printed = _printed(outcome.job.folder, names, item)
        problems += printed.problems
        for name in (long_name(item, folder), short_name(item, number)) if printed.data else ():
            prints[f"{FOLDER}/{name}"] = (names, printed.data)
    if prints:
        refused = write_files(folder, {folder.parent / name: data for name, (_, data) in prints.items()}, flush=flush)
        problems += refused.values()
        prints = {name: one for name, one in prints.items() if folder.parent / name not in refused}
    problems += remember_prints(folder.parent, prints, flush=flush)
    made = [folder.parent / name for name in prints]
    told = tuple(dict.fromkeys((*outcome.problems, *problems)))
    return replace(outcome, files=(*outcome.files, *made), problems=told)


def long_name(item: AskedItem, folder: Path) -> str:
    """The name in ``folder`` that people read: code and title, without what no system allows, cut between words."""
    whole = " ".join(_NOT_IN_NAMES.sub(" ", f"{item.code} {item.title}").split()).rstrip(". ")
    return fitted(folder, whole, ".pdf", longest=_LONGEST)


def short_name(item: AskedItem, number: int) -> str:
    """The name for a web site: the code in small letters, or the item's number in the list where that has none."""
    return f"{_NOT_PLAIN.sub('-', item.code.lower()).strip('-') or f'item{number}'}.pdf"


def _printed(folder: Path, names: Sequence[str], item: AskedItem) -> Printed:
    """The documents of an item bound in one PDF; by the office program where it cannot be drawn."""
    try:
        package = compose([opc.read(folder / name) for name in names])
    except (opc.PackageError, OSError) as fault:
        why = explain(fault) if isinstance(fault, OSError) else fault
        return Printed(folder / names[0], problems=(pdf.NOT_PRINTED.at(Place(), why, name=item.code),))
    printed = pdf.draw_package(package, Path(f"{item.code}.docx"), unread(), f"{item.code} {item.title}")
    if not printed.obstacles:
        return printed
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as apart:
        path = Path(apart) / f"{_NOT_IN_NAMES.sub(' ', item.code)}.docx"
        path.write_bytes(package.data())
        return pdf.print_undrawn([replace(printed, source=path)], timeout=TIMEOUT)[0]
