"""The entries of tables of contents and of figures, made anew from the finished document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache

from lxml import etree

from officefiles.fields import DIRTY, Field, fields_in
from officefiles.opc import Package, W
from officefiles.schema import begin_with
from officefiles.styles import flat, styles_by_id, value_of
from officefiles.text import P, text_of
from officefiles.thai import Digits
from officefiles.xml import remove
from thaipages.layout import measure
from thaipages.layout.document import read_setting
from thaipages.layout.paragraphs import Setting
from thaipages.layout.sections import text_width
from thaipages.listing.asked import Asked, asked_by
from thaipages.listing.headings import Listed, headings, holder_of, keys_of, levels_of
from thaipages.listing.making import Maker
from thaipages.listing.marks import Marks
from thaipages.listing.references import count_sequences, marked_in, refer, refer_to_styles

UNFILLED = "ตัวเลือก {switches} ของสารบัญ"
TANGLED = "สารบัญที่ไม่ได้เริ่มและสิ้นสุดในระดับเดียวกันของเอกสาร"


def listed(document: Package, figures: Digits | None, beside: Iterable[str]) -> Package:
    """``document`` with its captions counted, its references repeating what they refer to, those in the stories
    ``beside`` its text too, and its tables of contents listing its own headings. The pages are still to be
    ``numbered``. ``figures`` are those of page numbers where the document shows none."""
    root = document.parts[document.main].own_tree()
    styles = document.of_main("styles")
    known = styles.tree if styles else None
    count_sequences(root, levels_of(known))
    tables = [one for one in fields_in(root).found if one.kind == "TOC" and one.end is not None]
    setting = read_setting(document)
    if tables:
        _list_all(document, root, tables, setting, figures)
    made = document.copy()
    labels = cache(lambda: {one.element: one for one in measure(document, next(root.iter(W + "body"))).paragraphs})
    refer_to_styles(root, keys_of(known), labels)
    marked = marked_in(root)
    refer(root, marked, labels)
    made.put(made.main, root)
    for name in dict.fromkeys(beside):
        story = document.parts[name].own_tree()
        refer(story, marked, labels)
        made.put(name, story)
    return made


def _list_all(
    document: Package, root: etree._Element, tables: Sequence[Field], setting: Setting, figures: Digits | None
) -> None:
    own = {one: _paragraphs(one) for one in tables}
    apart = {paragraph for paragraphs in own.values() for paragraph in paragraphs}
    body = next(root.iter(W + "body"))
    measured = list(measure(document, body).paragraphs)
    styles = document.of_main("styles")
    marks = Marks(root, apart)
    width = round(text_width(flat(next(body.iter(W + "sectPr"), None))))
    counting = _counting(document, figures)
    for one in tables:
        asked = asked_by(one)
        found = list(headings(measured, asked, styles.tree if styles else None, apart))
        maker = Maker(asked, _styles(styles.tree if styles else None, asked), setting, width, counting)
        if asked.unknown or not _replace(one, own[one], found, marks, maker):
            one.begin.set(DIRTY, "true")


def _paragraphs(one: Field) -> list[etree._Element]:
    """The paragraphs that a table of contents takes."""
    assert one.end is not None
    blocks = _through(holder_of(one.begin), holder_of(one.end))
    return [one for block in blocks for one in ([block] if block.tag == P else block.iter(P))]


def _through(first: etree._Element | None, last: etree._Element | None) -> list[etree._Element]:
    """``first`` and what follows it up to ``last``; nothing where that does not follow."""
    found = [] if first is None else [first, *first.itersiblings(etree.Element)]
    return found[: found.index(last) + 1] if last is not None and last in found else []


def _styles(root: etree._Element | None, asked: Asked) -> dict[int, str]:
    """The styles of entries, by level."""
    named = {
        value_of(style, "name").casefold(): key
        for key, style in (styles_by_id(root) if root is not None else {}).items()
    }
    if asked.caption:
        return {1: named["table of figures"]} if "table of figures" in named else {}
    return {level: named[f"toc {level}"] for level in range(1, 10) if f"toc {level}" in named}


def _counting(document: Package, figures: Digits | None) -> str:
    """How page numbers are asked for: as headers and footers show them, else in ``figures``; empty where the sections
    say it themselves."""
    stories = [
        document.parts[name].tree
        for kind in ("header", "footer")
        for name in document.all_related(document.main, kind).values()
    ]
    codes = [one.code for story in stories for one in fields_in(story).found if one.kind == "PAGE"]
    if any("thaiarabic" in code.casefold() for code in codes) or (not codes and figures is Digits.THAI):
        return r" \* ThaiArabic"
    return ""


def _replace(one: Field, old: Sequence[etree._Element], found: Sequence[Listed], marks: Marks, maker: Maker) -> bool:
    """Put the entries of ``found`` in place of the stored ones; False where the field cannot be taken apart."""
    if not old or one.begin.tag == W + "fldSimple" or one.separate is None or one.end is None:
        return False
    first, last = old[0], old[-1]
    head = _runs_up_to(first, one.separate)
    if not head:
        return False
    tail = list(_after_result(one.end))
    maker.learn(old)
    made = [maker.paragraph(heading, marks.of(heading.element)) for heading in found]
    made = made or [_like(first)]
    begin_with(made[0], *head)
    apart = last is not first and not _shows(last)
    for element in tail:
        remove(element)
    if apart:
        end = _like(last)
        end.extend(tail)
        made.append(end)
    else:
        made[-1].extend(tail)
    for element in made:
        first.addprevious(element)
    for element in _through(first, last):
        remove(element)
    one.begin.attrib.pop(DIRTY, "")
    return True


def _shows(paragraph: etree._Element) -> bool:
    return bool(text_of(paragraph).strip()) or paragraph.find(f".//{W}tab") is not None


def _like(paragraph: etree._Element) -> etree._Element:
    """An empty paragraph with the properties of this one."""
    made = etree.Element(P)
    holder = paragraph.find(W + "pPr")
    if holder is not None:
        made.append(deepcopy(holder))
    return made


def _runs_up_to(first: etree._Element, mark: etree._Element) -> list[etree._Element]:
    """The runs of the paragraph ``first`` up to the ``mark`` before the result; none where that does not stand in
    it."""
    runs, last = [child for child in first if child.tag != W + "pPr"], mark.getparent()
    return runs[: runs.index(last) + 1] if last is not None and last in runs else []


def _after_result(end: etree._Element) -> Iterator[etree._Element]:
    """The run with the mark at the end of the field, and what follows it in its paragraph."""
    run = end.getparent()
    if run is not None:
        yield run
        yield from run.itersiblings()
