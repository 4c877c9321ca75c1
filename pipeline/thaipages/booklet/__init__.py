"""The booklet: all documents of a pack in one Word file, each looking as it does alone.

The work is done on the XML, once over each part, so its cost grows with the number of parts and no faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, Relationship, W
from thaipages.booklet import properties, sections
from thaipages.booklet.carrying import Binding, Incoming
from thaipages.booklet.common import common_root, join_bodies, settled
from thaipages.booklet.contents import Contents, add_contents, mark
from thaipages.booklet.defaults import stated
from thaipages.booklet.identity import NOTES, Register
from thaipages.booklet.shared import Fit, Looks, Shared, merge
from thaipages.booklet.source import Source, load
from thaipages.booklet.unbound import unbind
from thaipages.booklet.whole_file import background, unlike
from thaipages.font_table import add_faces

__all__ = ["compose", "unlike"]

_MAIN = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(slots=True)
class _Booklet(Binding):
    """The booklet in the making."""

    register: Register = field(default_factory=Register)
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)


def compose(parts: Sequence[Package], *, contents: Contents | None = None) -> Package:
    """One document of all ``parts`` in order; the same bytes on each run.

    Each part begins on a new page numbered 1 and keeps its paper, margins, headers, footers, styles and lists.
    With ``contents`` a table of contents of this look follows the first part, where others come behind it, and
    pages are numbered throughout.
    What holds for a whole file (tab width, compatibility, its title and author) is that of the first part; ``unlike``
    names what other parts lose by that.
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
    bases = [(source.styles.made(stated), source.theme) for source in sources]
    usual = bases.index(Counter(bases).most_common(1)[0][0])
    looks = tuple(
        Looks.of(source, first=not place, apart=bases[place] != bases[usual]) for place, source in enumerate(sources)
    )
    shared = sources[0].styles.made(merge, looks, usual)
    booklet = _begin()
    even = any(source.switched_on("evenAndOddHeaders") for source in sources)
    for place, (source, fit) in enumerate(zip(sources, shared.fits, strict=True)):
        first = place == 0
        found = _add(booklet, source, fit, first=first, even=even)
        sections.begin_anew(found, restart=first or not contents)
        if place < len(sources) - 1:
            sections.close(source.body)
    _finish(booklet, sources, shared, usual, even=even)
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
    noted = [kind for kind in NOTES if _add_notes(booklet, source, fit, kind)]
    booklet.attach(source.package.main, source.body, _MAIN, Incoming(source, fit.theme))
    found = sections.sections(source.body)
    for kind in noted:
        sections.settle_notes(found, source.settings.tree, kind, first=first)
    if not first:
        sections.count_lines_anew(found[0])
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


def _add_notes(booklet: _Booklet, source: Source, fit: Fit, kind: str) -> bool:
    """Bring the notes of one kind along; whether the part has any that are more than a separator."""
    found = booklet.register.notes_of(source, kind, first=kind not in booklet.notes)
    if found:
        part = source.package.related(source.package.main, kind)
        for note in found:
            booklet.attach(part, note, f"word/{kind}.xml", Incoming(source, fit.theme))
        booklet.notes.setdefault(kind, []).extend(found)
    return any(note.get(f"{W}type") in (None, "normal") for note in found)


def _finish(booklet: _Booklet, sources: Sequence[Source], shared: Shared, usual: int, *, even: bool) -> None:
    """Write the parts that all documents share; the theme is that of the source ``usual``."""
    booklet.package.put(
        _MAIN,
        join_bodies(
            [source.stories[source.package.main] for source in sources], background([one.package for one in sources])
        ),
    )
    _put(booklet, "styles", shared.styles)
    if shared.numbering:
        _put(booklet, "numbering", shared.numbering)
    for key, bullet in shared.bullets.items() if shared.numbering else ():
        name = booklet.put_once(bullet.name, bullet.kind, bullet.data)
        booklet.package.relate("word/numbering.xml", Relationship("image", name), key)
    for kind, notes in booklet.notes.items():
        stories = [story for source in sources if (story := source.story(kind)) is not None]
        root = common_root(f"{W}{kind}", stories)
        root.extend(notes)
        _put(booklet, kind, Part(root))
    _put(booklet, "settings", sources[0].settings.made(settled, frozenset(booklet.notes), even))
    first = sources[0].package
    for kind, source in (("theme", sources[usual]), ("fontTable", sources[0])):
        name = source.package.related(source.package.main, kind)
        if name in source.package.parts:
            booklet.link(_MAIN, Relationship(kind, booklet.carry(name, Incoming(source, None))))
    shared_table = first.of_main("fontTable")
    for source in sources[1:]:
        own_table = source.package.of_main("fontTable")
        if own_table and not (shared_table and own_table.data == shared_table.data):  # our templates have the same
            add_faces(source.package, booklet.package)


def _put(booklet: _Booklet, kind: str, part: Part) -> None:
    booklet.package.put(f"word/{kind}.xml", part, f"{_WORD}{kind}+xml")
    booklet.link(_MAIN, Relationship(kind, f"word/{kind}.xml"))
