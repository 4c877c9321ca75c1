"""The styles and lists that all documents of a booklet share, merged once for all booklets of the same templates.

Offices fill in the same templates. So their documents bring the same styles, lists and theme, and what they use of
them hardly differs: the merged parts are kept, and what each document's text must change to fit them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from officefiles import xml
from officefiles.opc import Part, W
from officefiles.styles import default_styles, styles_by_id
from thaipages.booklet import defaults, numbering, styles
from thaipages.booklet.cells import Speaking
from thaipages.booklet.common import common_root
from thaipages.booklet.numbering import Bullet
from thaipages.booklet.source import Source
from thaipages.booklet.theme import Theme


@dataclass(frozen=True, slots=True)
class Looks:
    """What one document has of styles, lists and theme, and which of them its text refers to."""

    styles: bytes = field(repr=False)
    numbering: bytes = field(repr=False)
    theme: Theme = field(repr=False)
    used_styles: frozenset[str]
    used_lists: frozenset[str]
    bullets: tuple[Bullet, ...] = field(repr=False)
    speaking: Speaking | None = field(default=None, compare=False, repr=False)
    in_tables: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, source: Source, *, first: bool, apart: bool) -> Looks:
        """Those of ``source``; all styles of the ``first`` document are taken, whether its text uses them or not.
        ``apart`` where not all documents have the same defaults and theme."""
        stories = source.stories.values()
        used = () if first else (name for story in stories for name in styles.references(story))
        lists = (name for story in stories for name in numbering.references(story))
        look = source.styles.data, source.numbering.data, source.theme
        own = cls(*look, frozenset(used), frozenset(lists), numbering.bullets(source))
        if not apart:
            return own
        speaking = source.styles.made(Speaking.of)
        in_tables = frozenset(names for story in stories for _, names in speaking.paragraphs(story))
        return replace(own, speaking=speaking, in_tables=in_tables)


@dataclass(frozen=True, slots=True)
class Fit:
    """What changes in one document's text: its styles and lists by their old ids, default styles that must be named
    (by kind), the ``theme`` that its text must not need any more, or None where the booklet has it too, and the styles
    of paragraphs in tables that are ``speaking``."""

    styles: Mapping[str, str]
    lists: Mapping[str, str]
    stated: Mapping[str, str]
    theme: Theme | None
    speaking: Speaking | None
    twins: Mapping[tuple[str, str], str]

    def apply(self, story: etree._Element) -> None:
        """Point the story at the booklet's styles and lists."""
        in_tables = list(self.speaking.paragraphs(story)) if self.speaking and self.twins else []
        if self.theme:
            self.theme.say(story)
        if self.lists:
            numbering.renumber(story, self.lists)
        if self.styles:
            styles.rename(story, self.styles)
        for paragraph, names in in_tables:
            if names in self.twins:
                styles.give(paragraph, self.twins[names])
        if self.stated:
            styles.state_defaults(story, self.stated)


@dataclass(frozen=True, slots=True)
class Shared:
    """The merged parts (no lists where no text uses any), the pictures of its bullets by the ids of their
    relationships, and how each document is made to fit them."""

    styles: Part
    numbering: Part | None
    bullets: Mapping[str, Bullet]
    fits: tuple[Fit, ...]


def merge(_styles: Part, documents: tuple[Looks, ...], usual: int) -> Shared:
    """One style sheet and one set of lists for all ``documents``; the first part of styles keeps them. The booklet has
    the defaults and the theme of the document ``usual``."""
    sheets = [xml.parse(document.styles) for document in documents]
    numberings = [xml.parse(document.numbering) for document in documents]
    theme = documents[usual].theme
    themes = [document.theme if document.theme != theme else None for document in documents]
    twins = [_settle(*one, sheets[usual]) for one in zip(documents, sheets, numberings, themes, strict=True)]
    frame = common_root(f"{W}styles", sheets)
    frame.extend([child for child in sheets[usual] if child.tag != f"{W}style"])
    sheet, lists = styles.StyleSheet(frame), numbering.BoundLists()
    fits = tuple(
        _fit(document, own, numbers, sheet, lists, theme, named)
        for document, own, numbers, theme, named in zip(documents, sheets, numberings, themes, twins, strict=True)
    )
    root = common_root(f"{W}numbering", numberings)
    root.extend([*lists.signs, *lists.abstracts, *lists.numbers])
    return Shared(Part(frame), Part(root) if lists.numbers else None, lists.pictures, fits)


def _settle(
    document: Looks,
    own: etree._Element,
    numbers: etree._Element,
    theme: Theme | None,
    usual: etree._Element,
) -> Mapping[tuple[str, str], str]:
    """Make the styles and lists of a document need none of its defaults and theme, where the booklet has others (those
    of the styles ``usual``); the twins of its styles for text in tables."""
    defaults_of_booklet = usual.find(defaults.TAG)
    twins: Mapping[tuple[str, str], str] = {}
    if document.speaking and own is not usual:
        twins = defaults.write_defaults(
            own, defaults_of_booklet, document.speaking, document.in_tables, themed=theme is not None
        )
    if theme:
        theme.say(own)
        theme.say(numbers)
    return twins


def _fit(
    document: Looks,
    own: etree._Element,
    numbers: etree._Element,
    sheet: styles.StyleSheet,
    lists: numbering.BoundLists,
    theme: Theme | None,
    twins: Mapping[tuple[str, str], str],
) -> Fit:
    """Take in the styles and lists of one document, its ``own`` styles and its ``numbers``."""
    first = not sheet.ids
    known = styles_by_id(own)
    referred = document.used_styles.union(twins.values())
    used = known if first else styles.used_styles(known, numbers, referred)
    wanted = document.used_lists.union(*map(numbering.references, used.values()))
    added = lists.add(numbers, wanted, document.bullets)
    renumbered = {number: added.renumbered.get(number, "0") for number in wanted}
    for style in used.values():
        numbering.renumber(style, renumbered)
    renamed = sheet.add(used)
    for definition in added.definitions:
        styles.rename(definition, renamed)
    changed = {old: new for old, new in renamed.items() if old != new}
    relied, usual = default_styles(known), default_styles(styles_by_id(sheet.root))
    stated = {kind: renamed[name] for kind, name in relied.items() if renamed[name] != usual.get(kind)}
    in_text = {old: new for old, new in renumbered.items() if old in document.used_lists and old != new}
    in_tables = {names: renamed[twin] for names, twin in twins.items()}
    return Fit(changed, in_text, stated, theme, document.speaking, in_tables)
