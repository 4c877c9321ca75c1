"""What is wrong with a document that was made, told at both ends: the template's tag and the workbook's cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ita_docs import places
from ita_docs.origin import UnreadCell
from ita_docs.papers.templates import loaded, names_used, tags_used
from ita_docs.values.leaves import Leaf, expected, leaves
from ita_docs.values.own_names import ALL_KINDS, in_order, kinds_of
from officefiles.opc import Package
from officefiles.pictures import NoPictureError, Picture, kind
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai import arabic_digits, shortened
from wordfill import lint
from wordfill.engine import TemplateError
from wordfill.lint.expression_kinds import KEY_UNKNOWN
from wordfill.verify import MISSING, look, texts

INCOMPLETE_DOCUMENT = Kind(
    "incomplete-document",
    "เอกสาร {file} ที่สร้างขึ้นไม่ครบถ้วน: {found}",
    "ตรวจสอบแม่แบบ {template} ด้วยคำสั่ง ita-docs lint แล้วสร้างเอกสารใหม่",
    "การตรวจทานหลังสร้างเอกสารพบข้อความที่หายไป หรือเครื่องหมายของแม่แบบที่ตกค้าง",
    Severity.WARNING,
)
BREAKS_TEMPLATE = Kind(
    "value-breaks-template",
    "ข้อมูลในช่องนี้ทำให้สร้างเอกสาร {file} ไม่ได้: {found}",
    "{cure}",
    "ค่าที่แม่แบบพิมพ์ไม่ได้ เช่น ไฟล์ภาพชนิดที่ Word ไม่รู้จัก บอกทั้งช่องในแบบกรอกและแท็กในแม่แบบ",
)
NOT_ADDED = Kind(
    "own-data-missing",
    "แม่แบบ {template} ({where}): {why} ในแบบกรอกนี้",
    "{cure}",
    "แม่แบบใช้คอลัมน์ ค่า หรือชีตที่หน่วยงานเพิ่มเอง ซึ่งแบบกรอกนี้ไม่มี",
)
USES_UNREAD = Kind(
    "own-cell-used",
    "แม่แบบ {template} ใช้ช่องนี้ในแท็ก {found} แต่อ่านไม่ได้: {why}",
    "แก้ข้อมูลในช่องนี้ หรือลบแท็กนี้ในแม่แบบ",
    "แม่แบบใช้ช่องที่หน่วยงานเพิ่มเองซึ่งอ่านไม่ได้ เช่น สูตรที่ผิดพลาด",
)
LOST = Kind(
    "value-lost",
    "ข้อความในช่องนี้หายไปจากเอกสาร {file}: {found}",
    "ตรวจแม่แบบ {template} ด้วยคำสั่ง ita-docs lint ข้อความนี้พิมพ์ด้วยแท็ก {tags}",
    "ข้อความจากแบบกรอกที่ไม่มีในเอกสารที่สร้างขึ้น",
    Severity.WARNING,
)
PICKED = Kind(
    "template-picks",
    "เอกสาร {file} ไม่มี {count} ข้อความของแบบกรอก เพราะแม่แบบเลือกพิมพ์ตามเงื่อนไข {conditions} ได้แก่ {found}",
    "ถ้าตั้งใจเลือกพิมพ์ ไม่ต้องแก้ไข ถ้าไม่ได้ตั้งใจ ให้แก้เงื่อนไขในแม่แบบ {template}",
    "แม่แบบที่พิมพ์เพียงบางรายการตามเงื่อนไขของแม่แบบเอง บอกครั้งเดียวต่อเอกสาร",
    Severity.NOTE,
)
PICKED_NOWHERE = Kind(
    "template-picks-unsure",
    "เอกสาร {file} ไม่มี {count} ข้อความของแบบกรอก เพราะไม่ตรงกับเงื่อนไขใดในแม่แบบ {conditions} ได้แก่ {found}",
    "ตรวจว่าเงื่อนไขในแม่แบบ {template} ครบทุกกรณี และสะกดตรงกับแบบกรอก ถ้าตั้งใจไม่พิมพ์ ไม่ต้องแก้ไข",
    "แม่แบบที่เงื่อนไขไม่เลือกรายการใดเลย หรือแยกหลายกรณีแต่ไม่ครบ บอกครั้งเดียวต่อเอกสาร",
    Severity.WARNING,
)
_MOST_SHOWN, _LONGEST = 3, 60
_ASKS = re.compile(r"\b(?:el)?if\b")
_PICTURE_CURE = "บันทึกไฟล์ภาพ {found} เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"
_OTHER_CURE = "แก้ข้อมูลในช่องนี้ หรือแก้แท็กนี้ในแม่แบบ"


def _named(name: str) -> dict[str, str]:
    """The document and its template as sentences name them."""
    return {"file": places.file_name(name), "template": places.template_name(name)}


def flaws(name: str, template: Path, document: Package, values: Mapping[str, object]) -> Iterator[Problem]:
    """What is wrong in the rendered document; a text that is lost is told at the cell it came from, where it has
    one, and all that the template leaves out by its own conditions once."""
    wanted = [(leaf.name, str(leaf.value)) for leaf in expected(names_used(template), values)]
    seen = look(document, (text for _, text in wanted), texts(values))
    could, left_out = _left_out(template, values, seen.missing)
    for fault in seen.faults:
        yield INCOMPLETE_DOCUMENT.at(Place(), fault, **_named(name))
    if left_out:
        yield _picked(name, template, wanted, could, seen.missing, left_out)
    for text in (one for one in seen.missing if one not in left_out):
        at_cells = lost(name, template, text, values)
        yield from at_cells or (INCOMPLETE_DOCUMENT.at(Place(), MISSING.format(text=text), **_named(name)),)


def _left_out(
    template: Path, values: Mapping[str, object], missing: Collection[str]
) -> tuple[list[str], tuple[str, ...]]:
    """All that ``template`` could print, and which of the texts that are ``missing`` it would print but for its own
    conditions; what it did print was lost otherwise."""
    if not missing:
        return [], ()
    said, could = (list(map(_bare, loaded(template).printed(values, lifted=one))) for one in (False, True))
    left_out = (text for text in missing if not any(_bare(text) in one for one in said))
    return could, tuple(text for text in left_out if any(_bare(text) in one for one in could))


def _picked(
    name: str,
    template: Path,
    wanted: Collection[tuple[str, str]],
    could: Sequence[str],
    missing: Collection[str],
    left_out: Collection[str],
) -> Problem:
    """What is told of the texts that a template leaves out by its conditions. It picks where each text has one place
    to be printed at, and others of its list are; where none is, or a choice of places has one for none, it may be a
    mistake."""
    names = {one for one, text in wanted if text in left_out}
    shown = {one for one, text in wanted if text not in missing}
    places = (could.count(_bare(text)) <= sum(text == one for _, one in wanted) for text in left_out)
    kind = PICKED if names <= shown and all(places) else PICKED_NOWHERE
    conditions = {tag: used for tag, used in tags_used(template).items() if _ASKS.search(tag)}
    lists = {one.rpartition("[]")[0] for one in names}
    near = [tag for tag, used in conditions.items() if any(one.startswith(tuple(lists)) for one in used)]
    return kind.at(
        Place(),
        _some([shortened(" ".join(text.split()), _LONGEST) for text in left_out]),
        count=len(left_out),
        conditions=_some(near or list(conditions)),
        **_named(name),
    )


def _some(texts: Sequence[str]) -> str:
    """The first of ``texts``, and how many more there are."""
    more = len(texts) - _MOST_SHOWN
    return ", ".join(texts[:_MOST_SHOWN]) + (f" และอีก {more} รายการ" if more > 0 else "")


def _bare(text: str) -> str:
    return "".join(arabic_digits(text).split())


# A fault that a value brings out is told at both: the template's tag and the workbook's cell, since a template that
# works for one office may break on the value of another


def breaking(name: str, template: Path, fault: TemplateError, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem at each cell whose value can have broken the tag at ``fault`` while ``name`` was made.

    None where no tag is at fault, or the tag prints nothing that came from a cell: then the template is broken for
    all. Where some of the tag's values are pictures that cannot be read, only those are told.
    """
    if not fault.tag:
        return ()
    names = lint.used_by_tag(template, ALL_KINDS).get(fault.tag, set())
    suspects = [one for one in _all(values, names) if one.places and one.value != ""]
    if unread := [one for one in suspects if isinstance(one.value, UnreadCell)]:
        return tuple(_unread(name, fault.tag, one) for one in unread)
    unreadable = [one for one in suspects if isinstance(one.value, Picture) and not _readable(one.value)]
    return tuple(
        BREAKS_TEMPLATE.at(place, fault, file=places.file_name(name), cure=_cure(one))
        for one in unreadable or suspects
        for place in one.places[:1]
    )


def _unread(name: str, tag: str, one: Leaf) -> Problem:
    """That a template uses a cell of the office's own that cannot be read."""
    assert isinstance(one.value, UnreadCell)
    return USES_UNREAD.at(one.places[0], tag, template=places.template_name(name), why=one.value.why)


def not_there(name: str, template: Path, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem for each tag of ``template`` that needs what this office has not added to its workbook."""
    return tuple(
        NOT_ADDED.at(
            Place(), one.tag, template=places.template_name(name), where=one.spot, why=one.message, cure=one.hint
        )
        for one in lint.lint(template, kinds_of(values))
        if one.id == KEY_UNKNOWN.id
    )


def lost(name: str, template: Path, text: str, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem at each cell whose value is ``text``, which ``template`` should have printed in ``name``."""
    tags = tags_used(template)
    found: dict[Place, Leaf] = {}
    for one in _all(values, {name for names in tags.values() for name in names}):
        if isinstance(one.value, str) and one.value == text and one.places:
            found.setdefault(one.places[0], one)
    return tuple(
        LOST.at(place, text, **_named(name), tags=" ".join(tag for tag, names in tags.items() if one.name in names))
        for place, one in found.items()
    )


def _all(values: Mapping[str, object], names: Collection[str]) -> list[Leaf]:
    """The values of these names, in the order of the list of names."""
    return list(leaves(values, in_order(names)))


def _readable(picture: Picture) -> bool:
    try:
        kind(picture.data)
    except NoPictureError:
        return False
    return True


def _cure(one: Leaf) -> str:
    return _PICTURE_CURE.format(found=one.value.name) if isinstance(one.value, Picture) else _OTHER_CURE
