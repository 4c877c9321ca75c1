"""What an office changed in a template, in words: its texts, the names it uses, its styles, its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from lxml import etree

from officefiles.opc import W
from officefiles.thai import shortened
from wordfill.lint import used
from wordfill.lint.reading import ExaminedTemplate, Paragraph, Part, read

_LONGEST = 60


def differences(ours: bytes, theirs: bytes, known: Mapping[str, str]) -> tuple[str, ...]:
    """Sentences on what ``theirs`` has otherwise than ``ours``, the template it was copied from; none where it is the
    same on paper. ``known`` are the names that templates may use, with the kinds of their values.

    Raises ``opc.PackageError`` where one is no Word file.
    """
    before, after = read(ours), read(theirs)
    return (*_texts(before, after), *_names(ours, theirs, known), *_styles(before, after), *_pages(before, after))


def _texts(before: ExaminedTemplate, after: ExaminedTemplate) -> Iterator[str]:
    old_parts, new_parts = _by_name(before), _by_name(after)
    for name in dict.fromkeys((*old_parts, *new_parts)):
        old, new = old_parts.get(name, []), new_parts.get(name, [])
        texts = [paragraph.text.strip() for paragraph in old], [paragraph.text.strip() for paragraph in new]
        for kind, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if kind != "equal":
                yield from _changed(old[a:b], new[c:d])


def _by_name(template: ExaminedTemplate) -> dict[str, list[Paragraph]]:
    """The paragraphs that say something, by the part they stand in."""

    def spoken(part: Part) -> list[Paragraph]:
        return [paragraph for paragraph in part.paragraphs if paragraph.text.strip()]

    return {part.paragraphs[0].spot.part: spoken(part) for part in template.parts if part.paragraphs}


def _changed(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[str]:
    for before, after in zip(old, new, strict=False):
        yield f"{after.spot}: แก้ “{_short(before)}” เป็น “{_short(after)}”"
    for paragraph in new[len(old) :]:
        yield f"{paragraph.spot}: เพิ่ม “{_short(paragraph)}”"
    for paragraph in old[len(new) :]:
        yield f"{paragraph.spot} เดิม: ตัด “{_short(paragraph)}”"


def _short(paragraph: Paragraph) -> str:
    return shortened(paragraph.text, _LONGEST)


def _names(ours: bytes, theirs: bytes, known: Mapping[str, str]) -> Iterator[str]:
    old, new = (frozenset(used(data, known)) & known.keys() for data in (ours, theirs))
    if more := sorted(new - old):
        yield f"ใช้ชื่อข้อมูลเพิ่ม: {', '.join(more)}"
    if fewer := sorted(old - new):
        yield f"ไม่ใช้ชื่อข้อมูล: {', '.join(fewer)}"


def _styles(before: ExaminedTemplate, after: ExaminedTemplate) -> Iterator[str]:
    old, new = _definitions(before.styles), _definitions(after.styles)
    changed = [name for name in old if name in new and old[name] != new[name]]
    if changed:
        yield f"ปรับสไตล์: {', '.join(changed)}"
    if added := [name for name in new if name not in old]:
        yield f"เพิ่มสไตล์: {', '.join(added)}"


def _definitions(styles: etree._Element | None) -> dict[str, bytes]:
    """What each style that a person sees says of paragraphs and runs."""
    found: dict[str, bytes] = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        name = style.find(W + "name")
        if name is not None and style.find(W + "semiHidden") is None:
            parts = (style.find(W + tag) for tag in ("basedOn", "pPr", "rPr", "tblPr"))
            found[name.get(W + "val", "")] = b"".join(_plain(part) for part in parts if part is not None)
    return found


def _pages(before: ExaminedTemplate, after: ExaminedTemplate) -> Iterator[str]:
    """Paper and margins of the sections."""
    sizes = [
        [b"".join(_plain(part) for part in section if part.tag in (W + "pgSz", W + "pgMar")) for section in sections]
        for sections in (list(template.body.root.iter(W + "sectPr")) for template in (before, after))
    ]
    if sizes[0] != sizes[1]:
        yield "ปรับกระดาษหรือระยะขอบ"


def _plain(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
