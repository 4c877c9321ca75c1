"""What stands in an office's folder beside what a run made: documents that people changed, older ones, and those that
were made of what is no longer so. Told on every run as long as it is so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ita_docs import places
from ita_docs.outputs import manifest
from ita_docs.outputs.manifest import DATA, OPTIONS, TEMPLATE, TRACKER, UNREAD, Edit, Inputs, Manifest, look, wanted
from officefiles.lazy import lazy_import
from officefiles.limits import RefusedError, contents
from officefiles.problems import Kind, Place, Problem, Severity

if TYPE_CHECKING:
    from ita_docs.outputs import differences
else:
    differences = lazy_import("ita_docs.outputs.differences")

EDITED = Kind(
    "edited-by-hand",
    "มีผู้แก้ไข {found} ด้วยมือ จึงเก็บไว้ตามเดิม{new} ({differences}){booklet}",
    "ย้ายข้อความที่แก้ไปไว้ในแบบกรอกหรือแม่แบบแล้วสร้างใหม่ หรือสั่ง --replace-edited เพื่อแทนที่โดยเก็บสำเนาไว้",
    "ผู้ใช้แก้ไขเอกสารที่สร้างแล้ว โปรแกรมไม่เขียนทับ และเขียนฉบับใหม่ไว้ข้างกันเมื่อสร้างใหม่",
    Severity.WARNING,
)
PUT_BACK = Kind(
    "older-put-back",
    "{found} เป็นฉบับเก่าที่โปรแกรมสร้างไว้ก่อนหน้านี้ ไม่ใช่ฉบับล่าสุด จึงเก็บไว้ตามเดิม{new} ({differences}){booklet}",
    "หากต้องการฉบับล่าสุด ให้ลบไฟล์นี้แล้วสร้างใหม่ หรือสั่ง --replace-edited เพื่อแทนที่โดยเก็บสำเนาไว้",
    "มีผู้นำเอกสารที่โปรแกรมสร้างไว้ครั้งก่อน ๆ กลับมาวางแทนฉบับล่าสุด",
    Severity.WARNING,
)
STALE = Kind(
    "stale-document",
    "{found} เป็นฉบับที่สร้างไว้ก่อนหน้านี้ และไม่ได้สร้างใหม่ในครั้งนี้ เนื้อหาอาจไม่ตรงกับข้อมูลปัจจุบัน ({why})",
    "สร้างเอกสารนี้ใหม่ก่อนนำไปใช้ (รายงานผลที่ใช้ไฟล์ติดตามต้องระบุ --tracker) หรือย้ายออกจากโฟลเดอร์เมื่อไม่ใช้แล้ว",
    "ในโฟลเดอร์ผลลัพธ์มีเอกสารที่สร้างจากข้อมูล แม่แบบ หรือไฟล์ติดตามที่เปลี่ยนไปแล้ว และไม่ได้สร้างใหม่",
    Severity.WARNING,
)
OLD_PRINT = Kind(
    "print-of-older",
    "{found} เป็นของ {document} ฉบับก่อนหน้านี้ เนื้อหาอาจไม่ตรงกัน",
    "สร้างไฟล์นี้ใหม่ หรือย้ายออกจากโฟลเดอร์ (ไฟล์ที่มีผู้แก้ไข โปรแกรมเก็บไว้ตามเดิม)",
    "PDF หรือภาพของเอกสารไม่ตรงกับเอกสารที่อยู่ในโฟลเดอร์แล้ว",
    Severity.WARNING,
)
MARKED_ENDING = "_marked.xlsx"
"""How the names of marked copies of workbooks end."""
TRACKER_COPY = f"tracker{MARKED_ENDING}"
"""The marked copy of an office's tracker, however that is called."""
_NEW = " และเขียนฉบับใหม่ไว้ที่ {names}"
_NOT_IN_BOOKLET = " เอกสารรวมเล่ม {name} ไม่มีข้อความที่แก้ไขนี้"
_NOT_COMPARED = "เนื้อหาไฟล์ต่างจากฉบับที่โปรแกรมสร้าง"
_UNREADABLE = "เปิดอ่านไฟล์ไม่ได้หรือไฟล์ใหญ่เกินกำหนด"


def is_marked(copy: str, source: str) -> bool:
    """True where the marked copy is of ``source``: the tracker's of the tracker, any other of the workbook."""
    return source.startswith(TRACKER if copy == TRACKER_COPY else DATA)


@dataclass(frozen=True, slots=True)
class Kin:
    """How documents belong together: the names (``order``) of the parts of the ``booklet``, and those that
    a tracker changes."""

    parts: Collection[str] = ()
    booklet: str = "pack"
    of_tracker: Collection[str] = ("results", "results_memo", "memo")

    def holds(self, booklet: str, document: str) -> bool:
        """True where the document is bound into this booklet."""
        return PurePath(booklet).stem == self.booklet and PurePath(document).stem in self.parts

    def sources(self, name: str, inputs: Inputs) -> Inputs:
        """Those of ``inputs`` that the file ``name`` is made of."""
        return {source: one for source, one in inputs.items() if self._concerns(name, source)}

    def _concerns(self, name: str, source: str) -> bool:
        """True where the file ``name`` is made of ``source``."""
        if name.endswith(MARKED_ENDING):
            return is_marked(name, source)
        if source.startswith(TEMPLATE):
            part = places.document_name(source.removeprefix(TEMPLATE))
            return places.file_name(part) == wanted(name) or self.holds(name, part)
        return source != OPTIONS and (not source.startswith(TRACKER) or PurePath(wanted(name)).stem in self.of_tracker)


def told(folder: Path, known: Manifest, changed: Mapping[str, str], inputs: Inputs, kin: Kin) -> tuple[Problem, ...]:
    """A problem for each file in ``folder`` that people ``changed`` or put back; for those that are made of other than
    ``inputs``; and for prints of other documents than those that stand there."""
    edits = (_edit(folder, known, changed, name, kin) for name in changed)
    return (*edits, *_stale(folder, known, changed, inputs, kin), *_old_prints(folder, known))


def _edit(folder: Path, known: Manifest, changed: Mapping[str, str], name: str, kin: Kin) -> Problem:
    edit, fingerprint = known.edits.get(name), changed[name]
    said = edit.differences if edit and edit.fingerprint == fingerprint else _NOT_COMPARED
    new = [one for one in known.files if one != name and wanted(one) == name and (folder / one).exists()]
    booklet = next((one for one in known.files if kin.holds(one, name) and one not in changed), "")
    earlier = (one for other, some in known.earlier.items() if name in (other, wanted(other)) for one in some)
    return (PUT_BACK if fingerprint in earlier else EDITED).at(
        Place(),
        name,
        new=_NEW.format(names=", ".join(new)) if new else "",
        differences=_UNREADABLE if fingerprint == UNREAD else said,
        booklet=_NOT_IN_BOOKLET.format(name=booklet) if booklet else "",
    )


def _stale(folder: Path, known: Manifest, changed: Collection[str], inputs: Inputs, kin: Kin) -> Iterator[Problem]:
    """One problem for all files that are out of date for the same reasons."""
    groups: dict[str, list[str]] = {}
    for name, before in known.left.items():
        if name in changed or not look(folder, name, known):
            continue
        changes = manifest.changes(kin.sources(name, before), kin.sources(name, inputs))
        if why := ", ".join(changes) if before else manifest.UNFINISHED:
            prints = (other for other, one in known.prints.items() if one.document == name and other.endswith(".pdf"))
            groups.setdefault(why, []).extend((name, *(other for other in prints if (folder / other).exists())))
    for why, names in groups.items():
        yield STALE.at(Place(), ", ".join(names), why=why)


def _old_prints(folder: Path, known: Manifest) -> Iterator[Problem]:
    """Prints that are not of the document beside them; of the pictures of its pages one stands for all. A PDF of an
    edited document that nobody changed is told of by its time."""
    found: dict[str, list[str]] = {}
    for name, one in known.prints.items():
        itself = look(folder, name, known)
        ours = itself is not None and itself[2] == one.fingerprint
        for document_name, shown in one.documents.items() if itself else ():
            document = look(folder, document_name, known)
            by_time = document is not None and ours and name == str(PurePath(document_name).with_suffix(".pdf"))
            if not by_time and (document is None or document[2] != shown):
                found.setdefault(document_name, []).append(name)
    for document_name, names in found.items():
        yield OLD_PRINT.at(Place(), min(names, key=len), document=document_name)


def compared(folder: Path, known: Manifest, made: Mapping[str, bytes], changed: Mapping[str, str]) -> Manifest:
    """The memory with what differs between each of the ``changed`` files and the new one of ``made``; of one that is
    not made anew, what was known of it, and nothing where it was never compared."""
    return replace(known, edits={name: _compared(folder, known, made, name, one) for name, one in changed.items()})


def _compared(folder: Path, known: Manifest, made: Mapping[str, bytes], name: str, fingerprint: str) -> Edit:
    last, new = known.edits.get(name), made.get(name, made.get(wanted(name)))
    if new is None:
        return last if last and last.fingerprint == fingerprint else Edit("", _NOT_COMPARED)
    return Edit(fingerprint, difference(folder / name, new))


def difference(path: Path, new: bytes) -> str:
    """How the file at ``path`` differs from the new content, in Thai."""
    try:
        return "; ".join(differences.differences(path.name, contents(path), new))
    except (OSError, RefusedError):
        return _UNREADABLE


def uncompared(known: Manifest, changed: Mapping[str, str]) -> bool:
    """True where one of the ``changed`` files is not as it was when it was last compared."""
    return any(name not in known.edits or known.edits[name].fingerprint != one for name, one in changed.items())
