"""A fault with both its ends: the template's tag and the workbook's cell.

A template that works for one office may break on the value of another. The message then names the tag, and the
problem stands at the cell that the value came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ita_docs.values.fields import KINDS
from ita_docs.values.origins import Value
from officefiles.pictures import NoPictureError, Picture, kind
from officefiles.problems import Kind, Place, Problem, Severity
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
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_PICTURE_CURE = "บันทึกไฟล์ภาพ {found} เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"
_OTHER_CURE = "แก้ข้อมูลในช่องนี้ หรือแก้แท็กนี้ในแม่แบบ"


def breaking(name: str, template: Path, message: str, values: Sequence[Value]) -> tuple[Problem, ...]:
    """A problem at each cell whose value can have broken the tag that ``message`` names while ``name`` was made.

    None where the message names no tag, or the tag prints nothing that came from a cell: then the template is broken
    for all. Where some of the tag's values are pictures that cannot be read, only those are told.
    """
    tag = _TAG.search(message)
    if tag is None:
        return ()
    names = used_by_tag(template, KINDS).get(tag[0], set())
    suspects = [one for one in values if one.name in names and one.places and one.value != ""]
    unreadable = [one for one in suspects if isinstance(one.value, Picture) and not _readable(one.value)]
    return tuple(
        BREAKS_TEMPLATE.at(place, message, name=name, cure=_cure(one))
        for one in unreadable or suspects
        for place in one.places[:1]
    )


def lost(name: str, template: Path, text: str, values: Sequence[Value]) -> tuple[Problem, ...]:
    """A problem at each cell whose value is ``text``, which ``template`` should have printed in ``name``."""
    tags = used_by_tag(template, KINDS)
    return tuple(
        LOST.at(place, text, name=name, tags=" ".join(tag for tag, names in tags.items() if one.name in names))
        for one, place in _standing(text, values)
        if any(one.name in names for names in tags.values())
    )


def _standing(text: str, values: Sequence[Value]) -> Iterator[tuple[Value, Place]]:
    """Each value that is ``text``, with its first cell; a cell once."""
    seen: set[Place] = set()
    for one in values:
        if one.value == text and one.places and one.places[0] not in seen:
            seen.add(one.places[0])
            yield one, one.places[0]


def _readable(picture: Picture) -> bool:
    try:
        kind(picture.data)
    except NoPictureError:
        return False
    return True


def _cure(one: Value) -> str:
    return _PICTURE_CURE.format(found=one.value.name) if isinstance(one.value, Picture) else _OTHER_CURE
