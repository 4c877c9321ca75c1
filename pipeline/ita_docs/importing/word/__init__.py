"""Word files (.docx) as blocks: what is seen of them on paper, whoever wrote or saved them.

A stretch of four blanks or more is a tab, as people reach columns by blanks too. Paragraphs that say nothing are left
out, and so are deleted and hidden text, comments, codes of fields, page numbers, tables of contents, and what the
program puts into its own documents for pages alone. Photos in a table come after it; text boxes after the paragraph
that they are anchored in; footnotes and endnotes last. Short running heads, the words of charts and drawings, and
paragraphs in a structure that no reader knows stand aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lxml import etree

from ita_docs.house import CATCHWORDS
from ita_docs.importing.blocks import Block, OldFile, OldParagraph, Photo
from ita_docs.importing.refusals import PARTS_UNREAD, PHOTO_UNUSABLE
from ita_docs.importing.word.contents import take_out_contents
from ita_docs.importing.word.photos import Album
from ita_docs.importing.word.places import PARAGRAPH, Places
from ita_docs.importing.word.story import CONTENTS, GALLERY, Story
from ita_docs.importing.word.unplanned import undo_pages
from officefiles import limits
from officefiles.opc import NO_DOCUMENT, Package, PackageError, R, W, read
from officefiles.problems import Place, Problem
from officefiles.strict import is_strict, make_transitional
from officefiles.styles import flat, is_on, value_of
from officefiles.text import DELETED, FALLBACK, text_of
from officefiles.thai import arabic_digits, clean
from thaipages.layout.document import read_setting
from thaipages.layout.numbering import Counts
from thaipages.layout.paragraphs import Setting

_LARGEST_PART = 8 * limits.MB
"""A text of a thousand pages."""
_MOST_TAGS, _MOST_PARAGRAPHS = 400_000, 8_000
"""Those of some three hundred pages."""
_TOO_LONG = "เอกสารยาวเกินกำหนด {limit} ย่อหน้า"
_SECTION, _MARK, _PARAGRAPH, _CODE, _DELETED, _SIMPLE, _INSTRUCTION = (
    W + name for name in ("sectPr", "fldChar", "p", "instrText", "delText", "fldSimple", "instr")
)
_NOTES = {"footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง"}
_EDGES = {"header": "หัวกระดาษ", "footer": "ท้ายกระดาษ"}
_READ = frozenset((*_NOTES, *_EDGES, "styles", "numbering", "theme", "settings"))
_LONG = 80
"""The letters from which on a header or footer is no running head."""
_LETTER = re.compile(r"[^\W\d_]")
_OF_PAGES = re.compile(r"\W*(?:หน้า(?:ที่)?|page)?\W*(?:จาก|of)?\W*", re.IGNORECASE)
"""What heads and feet have beside the numbers of pages."""
_FIGURE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,20})?")
_CHART, _DRAWN = (f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}}}" for name in ("chart", "main"))
_NOT_READ = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "แผนผัง SmartArt",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "วัตถุที่ฝังจากโปรแกรมอื่น เช่น ตาราง Excel",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "สมการ",
    "{urn:schemas-microsoft-com:vml}textpath": "อักษรศิลป์ (WordArt)",
    W + "altChunk": "เอกสารที่แทรกทั้งไฟล์",
    W + "subDoc": "เอกสารย่อย",
    W + "contentPart": "ลายมือเขียนบนจอ",
    "{http://schemas.microsoft.com/office/word/2010/wordml}contentPart": "ลายมือเขียนบนจอ",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": "แผนภูมิ",
    W + "commentReference": "ข้อคิดเห็น",
}
"""What may hold words that are seen on paper and are not read."""
_OF_CODES = frozenset(("MACROBUTTON", "GOTOBUTTON", "EQ", "SYMBOL", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))
"""Fields that show what stands in their codes, or what no file holds."""
_UNSEEN = frozenset((FALLBACK, *DELETED))
_HIDDEN_ROW, _GONE_ROW, _MERGES = f"{W}trPr/{W}hidden", f"{W}trPr/{W}del", ("vMerge", "hMerge")
_LOST = "ภาพ {count} ภาพเป็นชนิดที่โปรแกรมไม่อ่าน เช่น EMF หรือ WMF หรือไม่ได้เก็บไว้ในไฟล์"


@dataclass(slots=True)
class _Beside:
    """What is found of a file besides its blocks: what is made for pages alone, and what stands aside."""

    of_pages: list[str] = field(default_factory=list)
    aside: list[OldParagraph | Photo] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def read_word(name: str, data: bytes) -> OldFile:
    """The file of this name. Raises ``RefusedError`` where it must not be opened, is damaged, or is no Word file."""
    try:
        beside, package = _Beside(), _in_one_form(read(data, _LARGEST_PART))
        blocks = tuple(_blocks(name, package, beside))
        beside.aside += _drawn(name, package, "\n".join(one.text for one in OldFile(name, blocks).paragraphs()))
        told = tuple(_told(name, package, beside.lost))
        return OldFile(name, blocks, told, tuple(beside.of_pages), tuple(beside.aside))
    except limits.RefusedError:
        raise
    except RecursionError as fault:
        raise limits.RefusedError(limits.DEEP) from fault
    except (etree.XMLSyntaxError, ArithmeticError, ValueError, LookupError) as fault:
        raise limits.RefusedError(limits.BROKEN) from fault


def _in_one_form(package: Package) -> Package:
    if is_strict(package):
        make_transitional(package)
    return package


def _blocks(name: str, package: Package, beside: _Beside) -> Iterator[Block]:
    """The blocks of a file; what is found besides goes to ``beside``."""
    _check_length(package)
    root = package.parts[package.main].own_tree()
    body = root.find(W + "body")
    if body is None:
        raise PackageError(NO_DOCUMENT)
    if sum(1 for _ in body.iter(_PARAGRAPH)) > _MOST_PARAGRAPHS:
        raise limits.RefusedError(_TOO_LONG.format(limit=f"{_MOST_PARAGRAPHS:,}"))
    beside.of_pages += [*undo_pages(root, package, CATCHWORDS), *take_out_contents(root)]
    setting, album = read_setting(package), Album(package, package.main, lost=beside.lost)
    sections = [one for one in body.iter(_SECTION) if one.getparent() is body or _ends_section(one)]
    kinds = iter([flat(one).get("type", "nextPage") for one in sections[1:]])
    story = Story(setting, Places(name), album, kinds, _all_end(body))
    yield from _edges(name, "header", sections, setting, album, beside)
    yield from story.blocks(body)
    beside.aside += _paragraphs(name, "โครงสร้างอื่น", _passed_over(body, story.met))
    yield from _edges(name, "footer", sections, setting, album, beside)
    yield from _notes(name, story)


def _passed_over(body: etree._Element, met: set[etree._Element]) -> Iterator[str]:
    """The paragraphs below ``body`` that are seen on paper and were not met."""
    for paragraph in body.iter(_PARAGRAPH):
        if paragraph not in met and not any(map(_hides, paragraph.iterancestors())):
            yield text_of(paragraph)


def _hides(element: etree._Element) -> bool:
    """True of what shows nothing that stands in it, or a table of contents."""
    if element.tag in _UNSEEN or element.tag == W + "r":  # a text box that its run hides
        return True
    if element.tag == W + "tr":
        return element.find(_HIDDEN_ROW) is not None or element.find(_GONE_ROW) is not None
    if element.tag == W + "tc":
        merges = (element.find(f"{W}tcPr/{W}{name}") for name in _MERGES)
        return any(one is not None and one.get(W + "val", "continue") == "continue" for one in merges)
    return element.tag == W + "sdt" and value_of(element, *GALLERY) == CONTENTS


def _drawn(name: str, package: Package, said: str) -> Iterator[OldParagraph]:
    """The words of drawings that are no text boxes; and the words and figures of charts, unless the text, which is
    ``said``, has all the figures."""
    for number, (owner, root) in enumerate(_roots(package), start=1):
        drawn = (one.text or "" for one in root.iter(_DRAWN + "t") if _is_seen(one))
        yield from _paragraphs(name, f"ภาพวาด {number}", drawn)
        for key in (one.get(R + "id", "") for one in root.iter(_CHART + "chart") if _is_seen(one)):
            link = package.relationships.get(owner, {}).get(key)
            chart = package.parts[link.target].tree if link and link.target in package.parts else None
            texts = [one.text or "" for one in chart.iter(_CHART + "v", _DRAWN + "t")] if chart is not None else []
            known = {Decimal(one) for one in _FIGURE.findall(arabic_digits(said))} if texts else set()
            figures = [Decimal(one) for one in texts if _FIGURE.fullmatch(one)]
            if not figures or not all(any(_is_as(one, other) for other in known) for one in figures):
                yield from _paragraphs(name, f"แผนภูมิ {number}", texts)


def _is_as(one: Decimal, other: Decimal) -> bool:
    """True of two figures of which one may be the other with fewer decimals."""
    places = min(-int(each.as_tuple().exponent) for each in (one, other))
    return one == other or (places > 0 and round(one, places) == round(other, places))


def _paragraphs(name: str, story: str, texts: Iterable[str]) -> Iterator[OldParagraph]:
    places = Places(name, story)
    yield from (OldParagraph(said, places.next(PARAGRAPH)) for text in texts if (said := clean(text).strip()))


def _roots(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold text, by their names."""
    yield package.main, package.parts[package.main].tree
    for link in package.relationships.get(package.main, {}).values():
        if link.word in (*_NOTES, *_EDGES) and link.target in package.parts:
            yield link.target, package.parts[link.target].tree


def _told(name: str, package: Package, lost: list[str]) -> Iterator[Problem]:
    """That parts of the text, or pictures, are not read, where it has such."""
    found = Counter[str]()
    for _, root in _roots(package):
        found.update(_NOT_READ[one.tag] for one in root.iter(*_NOT_READ) if _is_seen(one))
        codes = [*(one.text for one in root.iter(_CODE)), *(one.get(_INSTRUCTION) for one in root.iter(_SIMPLE))]
        shown = sum((code or "").strip().partition(" ")[0].upper() in _OF_CODES for code in codes)
        deleted = sum(bool((one.text or "").strip()) for one in root.iter(_DELETED))
        found.update({"ข้อความในรหัสเขตข้อมูล (field)": shown, "ข้อความที่ลบโดยติดตามการเปลี่ยนแปลง": deleted})
    if parts := ", ".join(f"{what} {count} แห่ง" for what, count in found.items() if count):
        yield PARTS_UNREAD.at(Place(file=name), name, parts=parts)
    if lost:
        yield PHOTO_UNUSABLE.at(Place(file=name), name, why=_LOST.format(count=len(set(lost))))


def _is_seen(element: etree._Element) -> bool:
    return not any(around.tag in _UNSEEN for around in element.iterancestors())


def _check_length(package: Package) -> None:
    """Raise ``RefusedError`` where what would be read holds more than any document of an office, however it is packed
    into parts."""
    links = package.relationships.get(package.main, {}).values()
    names = {package.main, *(link.target for link in links if link.word in _READ and link.target in package.parts)}
    found = sum(package.parts[name].data.count(b"<") for name in names)
    if found > _MOST_TAGS:
        raise limits.RefusedError(limits.MEMBERS.format(found=found, limit=_MOST_TAGS))


def _ends_section(properties: etree._Element) -> bool:
    parent = properties.getparent()
    return parent is not None and parent.tag == W + "pPr"


def _all_end(root: etree._Element) -> bool:
    """True where as many fields begin below ``root`` as end."""
    kinds = [mark.get(W + "fldCharType") for mark in root.iter(_MARK)]
    return kinds.count("begin") == kinds.count("end")


def _edges(
    name: str, kind: str, sections: list[etree._Element], setting: Setting, album: Album, beside: _Beside
) -> Iterator[Block]:
    """The headers or footers that say what no other page says: those of first pages, and long ones. Others stand aside,
    but for the numbers of pages."""
    links, read_before = album.package.relationships.get(album.owner, {}), set()
    for section in sections:
        firsts = is_on(flat(section), "titlePg")
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            link = links.get(reference.get(R + "id", ""))
            if link is None or link.target in read_before or link.target not in album.package.parts:
                continue
            read_before.add(link.target)
            root = album.package.parts[link.target].tree
            places = Places(name, f"{_EDGES[kind]} {len(read_before)}")
            blocks = list(_story(link.target, places, setting, album, root).blocks(root))
            paragraphs = [*OldFile(name, tuple(blocks)).paragraphs()]
            letters = len(_LETTER.findall("".join(one.text for one in paragraphs)))
            of_first = reference.get(W + "type") == "first"
            if letters >= _LONG or (letters and firsts and of_first):
                yield from blocks
            elif firsts or not of_first:
                beside.aside += [one for one in paragraphs if not _OF_PAGES.fullmatch(one.printed)]
                beside.aside += [one for one in blocks if isinstance(one, Photo)]


def _notes(name: str, story: Story) -> Iterator[Block]:
    """The footnotes and endnotes that the body refers to."""
    package, owner = story.album.package, story.album.owner
    parts = {kind: part for kind in _NOTES if (part := package.related(owner, kind)) in package.parts}
    found = {(kind, note.get(W + "id", "")): note for kind, part in parts.items() for note in package.parts[part].tree}
    for number, key in enumerate(dict.fromkeys(story.notes), start=1):
        if key in found:
            places = Places(name, f"{_NOTES[key[0]]} {number}")
            yield from _story(parts[key[0]], places, story.setting, story.album, found[key]).blocks(found[key])


def _story(part: str, places: Places, setting: Setting, album: Album, root: etree._Element) -> Story:
    """A story apart from the body: its lists count anew."""
    own = replace(setting, counts=Counts())
    return Story(own, places, replace(album, owner=part), whole_fields=_all_end(root))
