"""Word files to PDF: drawn from the layout, or by LibreOffice, many in one call, with nothing taken on trust.

LibreOffice is asked for only here, for what cannot be drawn. Each file gets its own result; what went wrong with it is
a ``Problem``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from officefiles import opc
from officefiles.lazy import lazy_import
from officefiles.opc import Package
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.strict import is_strict, make_transitional
from thaipages import drawing
from thaipages.layout import measure
from thaipages.layout.text import Ruler, ruler
from thaipages.pdf import office
from thaipages.pdf.familiar import FamiliarParts
from thaipages.pdf.print_copy import families, print_copy
from thaipages.pdf.typefaces import IMITATED_STYLES, Typefaces, prepare

if TYPE_CHECKING:
    from thaipages.pdf import proof
else:  # only what LibreOffice prints is looked at
    proof = lazy_import("thaipages.pdf.proof")

__all__ = ["Printed", "convert", "draw", "draw_package", "print_files", "print_undrawn"]

NOT_DRAWN = Kind(
    "not-drawn",
    "ยังไม่ได้สร้าง PDF ของ {name} เพราะในเอกสารมีสิ่งที่โปรแกรมไม่รองรับ: {found} (ไฟล์ Word สร้างครบแล้ว)",
    "นำสิ่งนี้ออกจากแม่แบบ หรือเปิดไฟล์ Word แล้วบันทึกเป็น PDF หรือติดตั้งโปรแกรม LibreOffice แล้วสั่งงานเดิมอีกครั้ง",
    "เอกสารมีองค์ประกอบที่โปรแกรมสร้าง PDF เองไม่ได้ และเครื่องนี้ไม่มี LibreOffice",
    Severity.WARNING,
)
NO_LIBREOFFICE = Kind(
    "no-libreoffice",
    "ยังไม่ได้สร้างไฟล์ PDF เพราะเครื่องนี้ไม่มีโปรแกรม LibreOffice (ไฟล์ Word สร้างครบแล้ว)",
    "Windows: ดาวน์โหลดและติดตั้งจาก www.libreoffice.org หรือสั่ง winget install TheDocumentFoundation.LibreOffice"
    " · Debian/Ubuntu: sudo apt install libreoffice-writer แล้วสั่งงานเดิมอีกครั้ง",
    "สั่งสร้าง PDF บนเครื่องที่ไม่มี LibreOffice",
    Severity.WARNING,
)
NOT_PRINTED = Kind(
    "not-printed",
    "สร้าง PDF จาก {name} ไม่สำเร็จ: {found}",
    "เปิดไฟล์ Word นี้ด้วย Word หรือ LibreOffice แล้วบันทึกเป็น PDF หากเปิดไม่ได้ให้ตรวจสอบแม่แบบ",
    "LibreOffice ไม่ได้สร้าง PDF ของไฟล์หนึ่ง หรือใช้เวลานานเกินกำหนด",
    Severity.WARNING,
)
OTHER_FONTS = Kind(
    "other-fonts",
    "PDF ของ {name} มีแบบอักษรที่เอกสารไม่ได้กำหนด: {found}",
    "ติดตั้งแบบอักษรที่เอกสารกำหนด ({families}) ในเครื่องนี้แล้วสร้าง PDF ใหม่ หรือแก้อักขระพิเศษที่แบบอักษรนั้นไม่มี",
    "PDF ใช้แบบอักษรอื่นแทนแบบอักษรของเอกสาร",
    Severity.WARNING,
)
FONTS_LEFT_OUT = Kind(
    "fonts-left-out",
    "PDF ของ {name} ไม่ได้ฝังแบบอักษร {found} เครื่องอื่นอาจแสดงผลไม่เหมือนกัน",
    "ติดตั้งแบบอักษรรุ่นที่อนุญาตให้ฝังในเอกสาร แล้วสร้าง PDF ใหม่",
    "แบบอักษรไม่ได้อยู่ในไฟล์ PDF",
    Severity.WARNING,
)

_OUR_FAULT = "ข้อผิดพลาดของโปรแกรม ({fault})"
_UNREADABLE = "อ่านไฟล์ไม่ได้"
_BROKEN_PART = "ส่วนของไฟล์ที่อ่านไม่ได้"
_HUNG = "โปรแกรมไม่ตอบสนองภายในเวลาที่กำหนด"
_NOT_STARTED = "เปิดโปรแกรม LibreOffice ของเครื่องนี้ไม่ได้ ({why}) ติดตั้งใหม่แล้วสร้าง PDF อีกครั้ง"
_NOTHING_MADE = "โปรแกรมไม่ได้สร้างไฟล์"
_NO_PDF = "ไฟล์ที่ได้ไม่ใช่ PDF ที่สมบูรณ์"


@dataclass(frozen=True, slots=True)
class Printed:
    """The outcome for one Word file: the PDF (empty where there is none), its pages, and what to tell staff. Where it
    cannot be drawn, ``obstacles`` (Thai) are what stands in the way."""

    source: Path
    data: bytes = field(default=b"", repr=False)
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    obstacles: tuple[str, ...] = ()


@dataclass(slots=True)
class _Copy:
    """A file on its way: where its copy stands, what it is to be set in, and what went wrong on the way."""

    source: Path
    copy: Path
    families: tuple[str, ...] = ()
    fault: str = ""


def print_files(files: Sequence[Path], *, timeout: float, unread: Collection[str]) -> tuple[Printed, ...]:
    """The PDF of each Word file, in the same order: drawn, or by LibreOffice where it cannot be, which may take
    ``timeout`` seconds for a file; never raises for what a file or LibreOffice does."""
    drawn = draw(files, unread)
    left = {one.source: one for one in drawn if one.obstacles}
    printed = {one.source: one for one in print_undrawn(tuple(left.values()), timeout=timeout)} if left else {}
    return tuple(printed.get(one.source, one) for one in drawn)


def print_undrawn(undrawn: Sequence[Printed], *, timeout: float) -> tuple[Printed, ...]:
    """The PDF of each file that cannot be drawn, by LibreOffice; where the machine has none, what stands in the
    way."""
    if office.find():
        return convert([one.source for one in undrawn], timeout=timeout)
    return tuple(
        replace(one, problems=(*one.problems, NOT_DRAWN.at(Place(), ", ".join(one.obstacles), name=one.source.name)))
        for one in undrawn
    )


def draw(files: Sequence[Path], unread: Collection[str] = ()) -> tuple[Printed, ...]:
    """The PDF of each Word file, drawn; of one that cannot be, its obstacles. Paragraphs in the styles ``unread`` are
    shown and not read aloud."""
    return tuple(_drawn(file, unread) for file in files)


def draw_package(document: Package, source: Path, unread: Collection[str] = (), title: str = "") -> Printed:
    """The PDF of ``document``, which stands in ``source``, under its own title or this one; its obstacles where it
    cannot be drawn."""
    try:
        return _published(ruler().made(_familiar).shared(document), source, unread, title)
    except drawing.ObstacleError as obstacle:
        return Printed(source, obstacles=(str(obstacle),))
    except etree.XMLSyntaxError:  # another program may read what is broken
        return Printed(source, obstacles=(_BROKEN_PART,))
    except Exception as fault:  # a fault of ours: the document is there, and another program may print it
        return Printed(source, obstacles=(_OUR_FAULT.format(fault=type(fault).__name__),))


def _published(document: Package, source: Path, unread: Collection[str], title: str) -> Printed:
    obstacles = drawing.obstacles(document)
    layout = measure(document)
    if obstacles := (*obstacles, *layout.notes):
        return Printed(source, obstacles=tuple(dict.fromkeys(obstacles)))
    faces = ruler().made(_faces)
    drawn = drawing.draw(document, unread, layout)
    drawn = replace(drawn, title=title) if title else drawn
    data = drawing.publish(drawn, faces)
    problems = (IMITATED_STYLES.at(Place()),) if faces.imitated else ()
    return Printed(source, data, len(drawn.leaves), problems)


def _familiar(_ruler: Ruler) -> FamiliarParts:
    return FamiliarParts()


def _faces(_ruler: Ruler) -> drawing.Faces:
    return drawing.Faces()


def _drawn(source: Path, unread: Collection[str]) -> Printed:
    try:
        document = opc.read(source)
        if is_strict(document):
            make_transitional(document)
    except etree.XMLSyntaxError:
        return Printed(source, obstacles=(_BROKEN_PART,))
    except opc.PackageError as fault:
        return Printed(source, problems=(NOT_PRINTED.at(Place(), fault, name=source.name),))
    except OSError:
        return Printed(source, problems=(NOT_PRINTED.at(Place(), _UNREADABLE, name=source.name),))
    return draw_package(document, source, unread)


def convert(files: Sequence[Path], *, timeout: float, jobs: int | None = None) -> tuple[Printed, ...]:
    """The PDF of each Word file, in the same order; never raises for what a file or LibreOffice does.

    ``timeout`` is the time in seconds that one file may take: a file that takes longer is given up, and the others
    go on. ``jobs`` LibreOffices work side by side (one for each core where not given). Where the machine has none,
    the first result alone says so.
    """
    program = office.find()
    if program is None:
        return tuple(
            Printed(path, problems=(NO_LIBREOFFICE.at(Place()),) if number == 0 else ())
            for number, path in enumerate(files)
        )
    typefaces = prepare()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copies = [_copy(path, Path(folder) / f"{number:05d}.docx", typefaces) for number, path in enumerate(files)]
        whole = [copy for copy in copies if not copy.fault]
        count = max(1, min(jobs or os.cpu_count() or 1, len(whole)))
        with ThreadPoolExecutor(count) as workers:
            shares = [whole[number::count] for number in range(count)]
            list(workers.map(lambda share: _print(program, share, timeout), shares))
        return tuple(_printed(copy, typefaces.problems if copy is copies[0] else ()) for copy in copies)


def _copy(source: Path, copy: Path, typefaces: Typefaces) -> _Copy:
    """The copy for LibreOffice, under a number: files of one name in different folders must not meet."""
    try:
        document = opc.read(source)
        copy.write_bytes(print_copy(document, typefaces).data())
        return _Copy(source, copy, families(document))
    except opc.PackageError as error:
        return _Copy(source, copy, fault=str(error))
    except (OSError, etree.XMLSyntaxError):
        return _Copy(source, copy, fault=_UNREADABLE)
    except Exception as fault:  # a fault of ours in one file must not cost the others
        return _Copy(source, copy, fault=_OUR_FAULT.format(fault=type(fault).__name__))


def _print(program: Path, copies: Sequence[_Copy], timeout: float) -> None:
    """Print one LibreOffice's share, calling it again for what it left out as long as it gets on.

    It works in order, so the first file without a PDF is the one it hangs on or dies of.
    """
    waiting = list(copies)
    while waiting:
        batch = waiting[: office.MOST_FILES]
        try:
            in_order = office.print_all(program, [item.copy for item in batch], timeout=timeout)
        except OSError as fault:  # half installed, or for another machine
            for item in waiting:
                item.fault = _NOT_STARTED.format(why=fault.strerror)
            return
        left = [item for item in batch if not item.copy.with_suffix(".pdf").exists()]
        if in_order and len(left) == len(batch):
            for item in left:
                item.fault = _NOTHING_MADE
            left = []
        elif left and not in_order:
            left.pop(0).fault = _HUNG
        waiting = left + waiting[len(batch) :]


def _printed(item: _Copy, common: tuple[Problem, ...]) -> Printed:
    """The result for one file, from the PDF that is or is not there."""
    name = item.source.name
    proved = proof.Proof() if item.fault else proof.read(item.copy.with_suffix(".pdf").read_bytes(), item.families)
    if not proved.pages:
        return Printed(item.source, problems=(NOT_PRINTED.at(Place(), item.fault or _NO_PDF, name=name), *common))
    wanted = ", ".join(item.families)
    problems = (
        [OTHER_FONTS.at(Place(), ", ".join(proved.foreign), name=name, families=wanted)] if proved.foreign else []
    )
    if proved.missing:
        problems.append(FONTS_LEFT_OUT.at(Place(), ", ".join(proved.missing), name=name))
    return Printed(item.source, proved.data, proved.pages, (*problems, *common))
