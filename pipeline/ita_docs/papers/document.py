"""One document: rendered, proofread, its pages planned, and each fault told at both its ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs import places
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.house import CATCHWORDS
from ita_docs.model import Settings
from ita_docs.origin import UnreadCell
from ita_docs.thai import parse_date
from ita_docs.values.leaves import Leaf, expected, leaves
from ita_docs.values.own_names import ALL_KINDS, in_order, kinds_of
from officefiles.opc import Package
from officefiles.pictures import NoPictureError, Picture, kind
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai import Digits, arabic_digits, shortened, thai_digits
from thaipages import listing
from thaipages.font_table import SARABUN
from thaipages.planning import Catchwords, Planned
from thaipages.planning.catchwords import NO_CATCHWORDS, plan_pages
from thaipages.planning.rows import plan_rows
from thaipages.planning.widths import TORN_WORDS
from wordfill.engine import CellReading, Template, TemplateError
from wordfill.lint import lint, used, used_by_tag
from wordfill.lint.expression_kinds import KEY_UNKNOWN
from wordfill.numbers import NumberWriter
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
CELLS = CellReading(ALL_KINDS, parse_date)
"""How Excel templates read texts."""
CONTENTS_DUE = Kind(
    "contents-due",
    "เลขหน้าในสารบัญของเอกสาร {name}.docx อาจไม่ตรง เพราะมีสิ่งที่โปรแกรมคำนวณหน้าหรือรวบรวมหัวข้อไม่ได้: {found}",
    "เปิดเอกสารใน Word คลิกที่สารบัญ กด F9 แล้วเลือกปรับปรุงทั้งสารบัญ ก่อนพิมพ์หรือลงนาม",
    "สารบัญของ Word ในแม่แบบที่มีสิ่งซึ่งโปรแกรมวัดความสูงหรือรวบรวมไม่ได้ Word จะปรับปรุงให้เมื่อเปิดเอกสาร",
    Severity.NOTE,
)
_PICTURE_CURE = "บันทึกไฟล์ภาพ {found} เป็นชนิด PNG หรือ JPEG ใหม่ แล้วพิมพ์ชื่อไฟล์ใหม่ในช่องนี้"
_OTHER_CURE = "แก้ข้อมูลในช่องนี้ หรือแก้แท็กนี้ในแม่แบบ"


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, or none where one of its values cannot be printed, and its problems."""

    package: Package | None
    problems: tuple[Problem, ...] = ()


def make(name: str, template: Path, values: Mapping[str, object], settings: Settings) -> Document:
    """The document ``name``. Raises ``TemplateError`` where the template is broken whatever the values."""
    rendered = render(name, template, _titled(name, values), settings)
    if rendered.package is None:
        return rendered
    problems = tuple(_flaws(name, template, rendered.package, values))
    if name.endswith(places.WORKBOOK_ENDING):  # no pages to be planned
        return Document(rendered.package, problems)
    planned, unsure = lay_out(rendered.package, values, settings)
    due = (CONTENTS_DUE.at(Place(), ", ".join(unsure), name=name) for _ in unsure[:1])
    obstacles = (NO_CATCHWORDS.at(Place(), obstacle, name=name) for obstacle in planned.obstacles)
    torn = (TORN_WORDS.at(Place(), ", ".join(planned.torn), name=name) for _ in planned.torn[:1])
    return Document(planned.document, (*problems, *obstacles, *torn, *due))


def _titled(name: str, values: Mapping[str, object]) -> Mapping[str, object]:
    """The values with the title of the document ``name`` in its properties, where it has one of its own."""
    title = getattr(DocumentPhrases.load().titles, name, "")
    document, office, order = (values.get(one) for one in ("document", "office", "order"))
    if not (title and isinstance(document, Mapping) and isinstance(office, Mapping) and isinstance(order, Mapping)):
        return values
    years = {one: values[one] for one in ("year", "last_year")}
    said = title.format(office=office["name"], heading=document["heading"], subject=order["subject"], **years)
    return {**values, "document": {**document, "title": " ".join(said.split())}}


def lay_out(document: Package, values: Mapping[str, object], settings: Settings) -> tuple[Planned, tuple[str, ...]]:
    """``document`` with its pages planned, its tables of contents filled and its captions counted; and, in Thai, what
    kept a table of contents from being sure."""
    if not listing.asks(document):
        return plan(document, values, settings.catchwords), ()
    planned = plan(listing.listed(document, settings.digits), values, settings.catchwords)
    done = listing.numbered(planned.document)
    return replace(planned, document=done.document), done.unsure


def plan(document: Package, values: Mapping[str, object], style: Catchwords) -> Planned:
    """``document`` with its columns shared out and its pages planned: those that carry catchwords, and those of tables
    whose rows go on."""
    planned = plan_pages(document, style, CATCHWORDS)
    mark = str(values["continued"])
    if not mark:  # words that are published run on as Word breaks them
        return planned
    rows = plan_rows(planned.document, mark)
    return replace(planned, document=rows.document, torn=(*planned.torn, *rows.torn))


def loaded(template: Path, *, with_typeface: bool = True) -> Template:
    """The template, read once; its documents carry the typeface of official documents, or do not."""
    return Template.load(template, places.cache(), SARABUN.embed if with_typeface else None, CELLS)


def render(name: str, template: Path, values: Mapping[str, object], settings: Settings) -> Document:
    """The document as its template has it, not yet looked at. Raises ``TemplateError`` as ``make`` does."""
    read = loaded(template, with_typeface=settings.embed_typeface)
    try:
        return Document(read.render(values, numbers=written(settings.digits)))
    except TemplateError as fault:
        if problems := not_there(name, template, values) or breaking(name, template, fault, values):
            return Document(None, problems)
        raise


def written(digits: Digits) -> NumberWriter | None:
    """What writes the numbers that templates work out in the digits of the workbook's own; ``None`` for Arabic."""
    return thai_digits if digits is Digits.THAI else None


def _named(name: str) -> dict[str, str]:
    """The document and its template as sentences name them."""
    return {"file": places.file_name(name), "template": places.template_name(name)}


def _flaws(name: str, template: Path, document: Package, values: Mapping[str, object]) -> Iterator[Problem]:
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


def names_used(template: Path) -> frozenset[str]:
    """The names that a template uses, which the loaded template keeps."""
    return loaded(template).made(_names_used, template)


def _names_used(_template: Template, path: Path) -> frozenset[str]:
    return used(path, ALL_KINDS)


def tags_used(template: Path) -> dict[str, set[str]]:
    """The names that each tag of a template uses, which the loaded template keeps."""
    return loaded(template).made(_tags_used, template)


def _tags_used(_template: Template, path: Path) -> dict[str, set[str]]:
    return used_by_tag(path, ALL_KINDS)


# A fault that a value brings out is told at both: the template's tag and the workbook's cell, since a template that
# works for one office may break on the value of another


def breaking(name: str, template: Path, fault: TemplateError, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """A problem at each cell whose value can have broken the tag at ``fault`` while ``name`` was made.

    None where no tag is at fault, or the tag prints nothing that came from a cell: then the template is broken for
    all. Where some of the tag's values are pictures that cannot be read, only those are told.
    """
    if not fault.tag:
        return ()
    names = used_by_tag(template, ALL_KINDS).get(fault.tag, set())
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
        for one in lint(template, kinds_of(values))
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
