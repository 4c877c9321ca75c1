"""The one door for templates: what is examined, what documents are made of, and what was left out on the way.

Everything that takes a template comes through here, so that what the examination passes can be filled in, and what is
refused is refused with the same words everywhere. A file is mended where that changes nothing on paper (``mending``);
what is Word's own state and the drafter's is taken out (``state``); all else that a document cannot be made of raises
``opc.PackageError`` with a Thai sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from officefiles import limits, opc
from officefiles.opc import Package, PackageError
from officefiles.strict import is_strict, make_transitional
from wordfill.opening import mending, revisions, state
from wordfill.opening.left_out import LeftOut
from wordfill.opening.stories import stories

__all__ = ["LeftOut", "Opened", "opened"]

DAMAGED = "ไฟล์เสียหาย: อ่านเนื้อหาในเอกสาร Word ไม่ได้"
BODIES = "ไฟล์เสียหาย: เอกสาร Word ต้องมีส่วนเนื้อหาหนึ่งส่วน ไม่ขาดและไม่ซ้ำ"
NOT_WORD = "ไฟล์นี้ไม่ใช่เอกสาร Word (.docx)"


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that came through the door: the file as its drafter has it, mended (``drafted``), and the
    ``package`` that documents are made of. Paragraphs and their texts are the same in both.

    ``left_out`` is what the drafter put in and documents do not carry; ``changes`` counts the tracked changes, which
    documents take as accepted.
    """

    drafted: Package
    package: Package
    left_out: tuple[LeftOut, ...]
    changes: int


def opened(source: Path | bytes) -> Opened:
    """The template ``source``. Raises ``opc.PackageError`` where it must not be opened, is damaged or no Word file,
    and ``OSError`` where it cannot be read. A sound file comes out byte for byte."""
    drafted = opc.read(source, limits.MAX_TEMPLATE_PART)
    try:
        if is_strict(drafted):
            make_transitional(drafted)
        _check(drafted)
        mending.mend(drafted)
        changes = sum(revisions.count(tree) for _, tree in stories(drafted))
        mending.settle(drafted)
        disarmed = tuple(state.disarm(drafted))
        package = drafted.copy()
        return Opened(drafted, package, (*disarmed, *state.take_out(package)), changes)
    except etree.XMLSyntaxError as fault:
        raise PackageError(DAMAGED) from fault


def _check(package: Package) -> None:
    """Raises ``PackageError`` where the package is no Word document, and ``XMLSyntaxError`` where one of its parts is
    damaged."""
    document = package.parts[package.main].tree
    if document.tag != opc.W + "document":
        raise PackageError(NOT_WORD)
    if len(document.findall(opc.W + "body")) != 1:
        raise PackageError(BODIES)
    for name, kind in package.types.items():
        if kind.endswith("+xml"):
            _ = package.parts[name].tree
