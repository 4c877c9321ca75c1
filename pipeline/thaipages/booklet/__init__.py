"""The booklet: all documents of a pack in one Word file, each looking as it does alone.

The work is done on the XML, once over each part, so its cost grows with the number of parts and no faster.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, R, Relationship, W
from thaipages.booklet import properties, sections
from thaipages.booklet.common import common_root, settled
from thaipages.booklet.contents import Contents, add_contents, mark
from thaipages.booklet.identity import NOTES, Register
from thaipages.booklet.shared import Fit, Looks, Shared, merge
from thaipages.booklet.source import Source, load
from thaipages.booklet.unbound import unbind
from thaipages.font_table import add_faces

__all__ = ["compose"]

_MAIN = "word/document.xml"
_REFERRING = etree.XPath("descendant-or-self::*/@r:*/..", namespaces={"r": R[1:-1]})
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(slots=True)
class _Booklet:
    """The booklet in the making."""

    package: Package
    register: Register = field(default_factory=Register)
    blocks: list[etree._Element] = field(default_factory=list)
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)
    copies: dict[tuple[str, bytes], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    links: dict[tuple[str, Relationship], str] = field(default_factory=dict)

    def link(self, part: str, relationship: Relationship) -> str:
        """The id of this relationship of ``part``, made where it is new."""
        key = (part, relationship)
        if key not in self.links:
            self.links[key] = self.package.relate(part, relationship)
        return self.links[key]

    def name(self, wanted: str) -> str:
        """A free part name like ``wanted``: ``word/media/image7.png``."""
        stem, extension = posixpath.splitext(wanted)
        stem = stem.rstrip("0123456789")
        self.counts[stem + extension] = self.counts.get(stem + extension, 0) + 1
        return f"{stem}{self.counts[stem + extension]}{extension}"


def compose(parts: Sequence[Package], *, contents: Contents | None = None) -> Package:
    """One document of all ``parts`` in order; the same bytes on each run.

    Each part begins on a new page numbered 1 and keeps its paper, margins, headers, footers, styles and lists.
    With ``contents`` a table of contents of this look follows the first part, where others come behind it, and
    pages are numbered throughout.
    What holds for a whole file (tab width, compatibility, its title and author) is that of the first part.
    Raises ``opc.PackageError`` (a Thai sentence) where a part has no text, ``ValueError`` where there is none.
    """
    if not parts:
        raise ValueError("a booklet needs at least one part")
    numbers = list(range(1, len(parts) + 1))
    if contents and len(parts) > 1:
        parts = add_contents(parts, contents)
        numbers.insert(1, 0)
    sources = [load(part) for part in parts]
    for number, source in zip(numbers, sources, strict=True):
        mark(source, number)
    looks = tuple(Looks.of(source, first=not place) for place, source in enumerate(sources))
    shared = sources[0].styles.made(merge, looks)
    booklet = _begin()
    even = any(source.switched_on("evenAndOddHeaders") for source in sources)
    for place, (source, fit) in enumerate(zip(sources, shared.fits, strict=True)):
        first = place == 0
        found = _add(booklet, source, fit, first=first, even=even)
        sections.begin_anew(found, restart=first or not contents)
        if place < len(sources) - 1:
            sections.close(source.body)
        booklet.blocks.extend(source.body)
    _finish(booklet, sources, shared, even=even)
    properties.carry(sources[0].package, booklet.package)
    return booklet.package


def _begin() -> _Booklet:
    """An empty booklet: the place of its main part."""
    package = Package()
    package.put(_MAIN, b"", f"{_WORD}document.main+xml")
    package.relate("", Relationship("officeDocument", _MAIN))
    return _Booklet(package)


def _add(booklet: _Booklet, source: Source, fit: Fit, *, first: bool, even: bool) -> etree._Element:
    """Fit one part to the booklet: its lists, styles, notes, numbers, pictures and sections, the first of which
    comes back."""
    for story in source.stories.values():
        fit.apply(story)
        unbind(story)
    booklet.register.add(source)
    for kind in NOTES:
        _add_notes(booklet, source, kind)
    carried: dict[str, str] = {}
    _attach(booklet, source, source.package.main, source.body, _MAIN, carried)
    found = sections.sections(source.body)
    sections.settle_even_pages(found, own=source.switched_on("evenAndOddHeaders"), common=even)
    if not first:
        sections.inherit_nothing(found[0], lambda tag: _blank(booklet, tag), even=even)
    return found[0]


def _blank(booklet: _Booklet, tag: str) -> str:
    """The relationship to the blank header or footer."""
    name = f"word/blank_{tag}.xml"
    if name not in booklet.package.parts:
        root = xml.parse(sections.BLANK_STORY.format(tag={"header": "hdr", "footer": "ftr"}[tag]).encode())
        booklet.package.put(name, root, f"{_WORD}{tag}+xml")
    return booklet.link(_MAIN, Relationship(tag, name))


def _add_notes(booklet: _Booklet, source: Source, kind: str) -> None:
    found = booklet.register.notes_of(source, kind, first=kind not in booklet.notes)
    if found:
        part = source.package.related(source.package.main, kind)
        for note in found:
            _attach(booklet, source, part, note, f"word/{kind}.xml", {})
        booklet.notes.setdefault(kind, []).extend(found)


def _attach(
    booklet: _Booklet, source: Source, part: str, tree: etree._Element, target: str, carried: dict[str, str]
) -> None:
    """Bring along what ``tree`` of ``part`` refers to, and point it there; it is to stand in the part ``target``."""
    links = source.package.relationships.get(part, {})
    for element in xml.select(_REFERRING, tree) if links else ():
        for key, value in element.attrib.items():
            if str(key).startswith(R) and value in links:
                element.set(key, booklet.link(target, _moved(booklet, source, links[str(value)], carried)))


def _moved(booklet: _Booklet, source: Source, link: Relationship, carried: dict[str, str]) -> Relationship:
    if link.external or link.target not in source.package.parts:
        return link
    return Relationship(link.kind, _carry(booklet, source, link.target, carried))


def _carry(booklet: _Booklet, source: Source, part: str, carried: dict[str, str]) -> str:
    """The booklet's copy of a part and all it refers to; the same picture is kept once."""
    if part in carried:
        return carried[part]
    kind = source.package.types[part]
    links = source.package.relationships.get(part, {})
    content = (kind, source.package.parts[part].data)
    if not links and part not in source.stories and content in booklet.copies:
        return booklet.copies[content]
    name = carried[part] = booklet.name(part)
    if part in source.stories:
        _attach(booklet, source, part, source.stories[part], name, carried)
        booklet.package.put(name, source.stories[part], kind)
        return name
    booklet.package.put(name, source.package.parts[part], kind)
    for key, link in links.items():
        booklet.package.relate(name, _moved(booklet, source, link, carried), key)
    if not links:
        booklet.copies[content] = name
    return name


def _finish(booklet: _Booklet, sources: Sequence[Source], shared: Shared, *, even: bool) -> None:
    """Write the parts that all documents share."""
    document = common_root(f"{W}document", [source.stories[source.package.main] for source in sources])
    etree.SubElement(document, f"{W}body").extend(booklet.blocks)
    booklet.package.put(_MAIN, document)
    _put(booklet, "styles", shared.styles)
    if shared.numbering:
        _put(booklet, "numbering", shared.numbering)
    for kind, notes in booklet.notes.items():
        stories = [story for source in sources if (story := source.story(kind)) is not None]
        root = common_root(f"{W}{kind}", stories)
        root.extend(notes)
        _put(booklet, kind, Part(root))
    _put(booklet, "settings", sources[0].settings.made(settled, frozenset(booklet.notes), even))
    first = sources[0].package
    for kind in ("theme", "fontTable"):
        name = first.related(first.main, kind)
        if name:
            booklet.link(_MAIN, Relationship(kind, _carry(booklet, sources[0], name, {})))
    shared_table = first.of_main("fontTable")
    for source in sources[1:]:
        own_table = source.package.of_main("fontTable")
        if own_table and not (shared_table and own_table.data == shared_table.data):  # our templates have the same
            add_faces(source.package, booklet.package)


def _put(booklet: _Booklet, kind: str, part: Part) -> None:
    booklet.package.put(f"word/{kind}.xml", part, f"{_WORD}{kind}+xml")
    booklet.link(_MAIN, Relationship(kind, f"word/{kind}.xml"))
