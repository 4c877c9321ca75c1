"""Word files (.docx) as blocks: what is seen of them on paper, whoever wrote or saved them.

A stretch of four blanks or more is a tab, as people reach columns by blanks too. Paragraphs that say nothing are left
out, and so are deleted and hidden text, what content controls ask for, comments, codes of fields, page numbers, tables
of contents, and what the program puts into its own documents for pages alone. Photos in a table come after it; text
boxes after the paragraph that they are anchored in; footnotes and endnotes last. Text that is struck through, short
running heads, the words of charts and drawings, and paragraphs in a structure that no reader knows stand aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ita_docs.house import CATCHWORDS
from ita_docs.importing.blocks import Block, OldFile, OldParagraph, Photo
from ita_docs.importing.word.contents import take_out_contents
from ita_docs.importing.word.photos import Album
from ita_docs.importing.word.places import Places
from ita_docs.importing.word.story import Story
from ita_docs.importing.word.unplanned import undo_pages
from ita_docs.importing.word.unread import EDGES, NOTES, drawn, paragraphs, passed_over, told_of
from officefiles import limits
from officefiles.opc import NO_DOCUMENT, Package, PackageError, R, W, read
from officefiles.strict import is_strict, make_transitional
from officefiles.styles import flat, is_on
from thaipages.layout.document import read_setting
from thaipages.layout.numbering import Counts
from thaipages.layout.paragraphs import Setting

_LARGEST_PART = 8 * limits.MB
"""A text of a thousand pages."""
_MOST_TAGS, _MOST_PARAGRAPHS = 400_000, 8_000
"""Those of some three hundred pages."""
_TOO_LONG = "เอกสารยาวเกินกำหนด {limit} ย่อหน้า"
_SECTION, _MARK, _PARAGRAPH = W + "sectPr", W + "fldChar", W + "p"
_READ = frozenset((*NOTES, *EDGES, "styles", "numbering", "theme", "settings"))
_LONG = 80
"""The letters from which on a header or footer is no running head."""
_LETTER = re.compile(r"[^\W\d_]")
_OF_PAGES = re.compile(r"\W*(?:(?:หน้า(?:ที่)?|page)\W*)?(?:(?:จาก|of)\W*)?", re.IGNORECASE)
"""What heads and feet have beside the numbers of pages."""


@dataclass(slots=True)
class _Beside:
    """What is found of a file besides its blocks: what is made for pages alone, and what stands aside."""

    of_pages: list[str] = field(default_factory=list)
    aside: list[OldParagraph | Photo] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)


def read_word(name: str, data: bytes) -> OldFile:
    """The file of this name. Raises ``RefusedError`` where it must not be opened, is damaged, or is no Word file."""
    try:
        beside, package = _Beside(), _in_one_form(read(data, _LARGEST_PART))
        blocks = tuple(_blocks(name, package, beside))
        beside.aside += drawn(name, package, "\n".join(one.text for one in OldFile(name, blocks).paragraphs()))
        told = tuple(told_of(name, package, beside.lost))
        return OldFile(name, blocks, told, tuple(beside.of_pages), tuple(beside.aside))
    except limits.RefusedError:
        raise
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
    story = Story(setting, Places(name), album, kinds, _all_end(body), struck=beside.struck)
    yield from _edges(name, "header", sections, setting, album, beside)
    yield from story.blocks(body)
    beside.aside += paragraphs(name, "โครงสร้างอื่น", passed_over(body, story.met))
    yield from _edges(name, "footer", sections, setting, album, beside)
    yield from _notes(name, story)
    beside.aside += paragraphs(name, "ข้อความที่ขีดฆ่า", beside.struck)


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
            places = Places(name, f"{EDGES[kind]} {len(read_before)}")
            story = _story(link.target, places, setting, album, root, beside.struck)
            blocks = list(story.blocks(root))
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
    parts = {kind: part for kind in NOTES if (part := package.related(owner, kind)) in package.parts}
    found = {(kind, note.get(W + "id", "")): note for kind, part in parts.items() for note in package.parts[part].tree}
    for number, key in enumerate(dict.fromkeys(story.notes), start=1):
        if key in found:
            places = Places(name, f"{NOTES[key[0]]} {number}")
            own = _story(parts[key[0]], places, story.setting, story.album, found[key], story.struck)
            yield from own.blocks(found[key])


def _story(part: str, places: Places, setting: Setting, album: Album, root: etree._Element, struck: list[str]) -> Story:
    """A story apart from the body: its lists count anew."""
    own = replace(setting, counts=Counts())
    return Story(own, places, replace(album, owner=part), whole_fields=_all_end(root), struck=struck)
