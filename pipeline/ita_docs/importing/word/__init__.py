"""Word files (.docx) as blocks: what is seen of them on paper, whoever wrote or saved them.

A stretch of four blanks or more is a tab, as people reach columns by blanks too. Paragraphs that say nothing are left
out, and so are deleted and hidden text, comments, codes of fields, page numbers, tables of contents, short running
heads, and what the program puts into its own documents for pages alone. Photos in a table come after it; text boxes
after the paragraph that they are anchored in; footnotes and endnotes last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ita_docs.house import CATCHWORDS
from ita_docs.importing.blocks import Block, OldFile
from ita_docs.importing.refusals import PARTS_UNREAD
from ita_docs.importing.word.contents import take_out_contents
from ita_docs.importing.word.photos import Album
from ita_docs.importing.word.places import Places
from ita_docs.importing.word.story import Story
from ita_docs.importing.word.unplanned import undo_pages
from officefiles import limits
from officefiles.opc import NO_DOCUMENT, Package, PackageError, R, W, read
from officefiles.problems import Place, Problem
from officefiles.strict import is_strict, make_transitional
from officefiles.styles import flat, is_on
from officefiles.text import FALLBACK
from thaipages.layout.document import read_setting
from thaipages.layout.numbering import Counts
from thaipages.layout.paragraphs import Setting

_LARGEST_PART = 8 * limits.MB
"""A text of a thousand pages."""
_MOST_TAGS, _MOST_PARAGRAPHS = 400_000, 8_000
"""Those of some three hundred pages."""
_TOO_LONG = "เอกสารยาวเกินกำหนด {limit} ย่อหน้า"
_SECTION, _MARK, _PARAGRAPH = W + "sectPr", W + "fldChar", W + "p"
_NOTES = {"footnotes": "เชิงอรรถ", "endnotes": "อ้างอิงท้ายเรื่อง"}
_EDGES = {"header": "หัวกระดาษ", "footer": "ท้ายกระดาษ"}
_READ = frozenset((*_NOTES, *_EDGES, "styles", "numbering", "theme", "settings"))
_LONG = 80
"""The letters from which on a header or footer is no running head."""
_LETTER = re.compile(r"[^\W\d_]")
_NOT_READ = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "แผนผัง SmartArt",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "วัตถุที่ฝังจากโปรแกรมอื่น เช่น ตาราง Excel",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "สมการ",
    "{urn:schemas-microsoft-com:vml}textpath": "อักษรศิลป์ (WordArt)",
    W + "altChunk": "เอกสารที่แทรกทั้งไฟล์",
    W + "subDoc": "เอกสารย่อย",
}
"""What may hold words that are seen on paper and are not read."""
_UNSEEN = frozenset((FALLBACK, W + "del", W + "moveFrom"))


def read_word(name: str, data: bytes) -> OldFile:
    """The file of this name. Raises ``RefusedError`` where it must not be opened, is damaged, or is no Word file."""
    try:
        of_pages: list[str] = []
        package = _in_one_form(read(data, _LARGEST_PART))
        blocks = tuple(_blocks(name, package, of_pages))
        return OldFile(name, blocks, _not_read(name, package), tuple(of_pages))
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


def _blocks(name: str, package: Package, of_pages: list[str]) -> Iterator[Block]:
    """The blocks of a file; what is made for pages alone goes to ``of_pages``."""
    _check_length(package)
    root = package.parts[package.main].own_tree()
    body = root.find(W + "body")
    if body is None:
        raise PackageError(NO_DOCUMENT)
    if sum(1 for _ in body.iter(_PARAGRAPH)) > _MOST_PARAGRAPHS:
        raise limits.RefusedError(_TOO_LONG.format(limit=f"{_MOST_PARAGRAPHS:,}"))
    of_pages += [*undo_pages(root, package, CATCHWORDS), *take_out_contents(root)]
    setting, album = read_setting(package), Album(package, package.main)
    sections = [one for one in body.iter(_SECTION) if one.getparent() is body or _ends_section(one)]
    kinds = iter([flat(one).get("type", "nextPage") for one in sections[1:]])
    story = Story(setting, Places(name), album, kinds, _all_end(body))
    yield from _edges(name, "header", sections, setting, album)
    yield from story.blocks(body)
    yield from _edges(name, "footer", sections, setting, album)
    yield from _notes(name, story)


def _not_read(name: str, package: Package) -> tuple[Problem, ...]:
    """That parts of the text are not read, where it has such."""
    found = Counter(
        _NOT_READ[one.tag]
        for one in package.parts[package.main].tree.iter(*_NOT_READ)
        if not any(around.tag in _UNSEEN for around in one.iterancestors())
    )
    parts = ", ".join(f"{what} {count} แห่ง" for what, count in found.items())
    return (PARTS_UNREAD.at(Place(file=name), name, parts=parts),) if parts else ()


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


def _edges(name: str, kind: str, sections: list[etree._Element], setting: Setting, album: Album) -> Iterator[Block]:
    """The headers or footers that say what no other page says: those of first pages, and long ones."""
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
            text = "".join(one.text for one in OldFile(name, tuple(blocks)).paragraphs())
            letters = len(_LETTER.findall(text))
            if letters >= _LONG or (letters and firsts and reference.get(W + "type") == "first"):
                yield from blocks


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
