"""A fault of a template that a value brings out, told at both: the template's tag and the workbook's cell.

A template that works for one office may break on the value of another. The message then names the tag, and the
problem stands at the cell that the value came from.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ita_docs.values.fields import KINDS
from ita_docs.values.leaves import Leaf, leaves
from officefiles.pictures import NoPictureError, Picture, kind
from officefiles.problems import Kind, Place, Problem, Severity
from wordfill.engine import TemplateError
from wordfill.lint import used_by_tag

BREAKS_TEMPLATE = Kind(
    "value-breaks-template",
    "ข้อมูลในช่องนี้ทำให้สร้างเอกสาร {name}.docx ไม่ได้: {found}",
    "{cure}",
    "ค่าที่แม่แบบพิมพ์ไม่ได้ เช่น ไฟล์ภาพชนิดที่ Word ไม่รู้จัก บอกทั้งช่องในแบบกรอกและแท็กในแม่แบบ",
)
LOST = Kind(
    "value-lost",
    "ข้อความในช่องนี้หายไปจากเอกสาร {name}.docx: {found}",
    "ตรวจแม่แบบ {name}_template.docx ด้วยคำสั่ง ita-docs lint ข้อความนี้พิมพ์ด้วยแท็ก {tags}",
    "ข้อความจากแบบกรอกที่ไม่มีในเอกสารที่สร้างขึ้น",
    Severity.WARNING,
)
_PICTURE_CURE = "บันทึกไฟล์ภาพ {found} เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"
_OTHER_CURE = "แก้ข้อมูลในช่องนี้ หรือแก้แท็กนี้ในแม่แบบ"


def breaking(name: str, template: Path, fault: TemplateError, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem at each cell whose value can have broken the tag at ``fault`` while ``name`` was made.

    None where no tag is at fault, or the tag prints nothing that came from a cell: then the template is broken for
    all. Where some of the tag's values are pictures that cannot be read, only those are told.
    """
    if not fault.tag:
        return ()
    names = used_by_tag(template, KINDS).get(fault.tag, set())
    suspects = [one for one in _all(values, names) if one.places and one.value != ""]
    unreadable = [one for one in suspects if isinstance(one.value, Picture) and not _readable(one.value)]
    return tuple(
        BREAKS_TEMPLATE.at(place, fault, name=name, cure=_cure(one))
        for one in unreadable or suspects
        for place in one.places[:1]
    )


def lost(name: str, template: Path, text: str, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem at each cell whose value is ``text``, which ``template`` should have printed in ``name``."""
    tags = used_by_tag(template, KINDS)
    found: dict[Place, Leaf] = {}
    for one in _all(values, {name for names in tags.values() for name in names}):
        if one.value == text and one.places:
            found.setdefault(one.places[0], one)
    return tuple(
        LOST.at(place, text, name=name, tags=" ".join(tag for tag, names in tags.items() if one.name in names))
        for place, one in found.items()
    )


def _all(values: Mapping[str, object], names: Collection[str]) -> list[Leaf]:
    """The values of these names, in the order of ``KINDS``."""
    return list(leaves(values, (name for name in KINDS if name in names)))


def _readable(picture: Picture) -> bool:
    try:
        kind(picture.data)
    except NoPictureError:
        return False
    return True


def _cure(one: Leaf) -> str:
    return _PICTURE_CURE.format(found=one.value.name) if isinstance(one.value, Picture) else _OTHER_CURE
