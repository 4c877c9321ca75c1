"""The styles and lists that all documents of a booklet share, merged once for all booklets of the same templates.

Offices fill in the same templates. So their documents bring the same styles, lists and theme, and what they use of
them hardly differs: the merged parts are kept, and what each document's text must change to fit them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles import xml
from officefiles.opc import Part, W
from officefiles.styles import default_styles, styles_by_id, theme_fonts
from thaipages.booklet import defaults, numbering, styles
from thaipages.booklet.common import common_root
from thaipages.booklet.source import Source


@dataclass(frozen=True, slots=True)
class Looks:
    """What one document has of styles, lists and theme, and which of them its text refers to."""

    styles: bytes = field(repr=False)
    numbering: bytes = field(repr=False)
    theme: bytes = field(repr=False)
    used_styles: frozenset[str]
    used_lists: frozenset[str]

    @classmethod
    def of(cls, source: Source, *, first: bool) -> Looks:
        """Those of ``source``; all styles of the ``first`` document are taken, whether its text uses them or not."""
        stories = source.stories.values()
        used = () if first else (name for story in stories for name in styles.references(story))
        lists = (name for story in stories for name in numbering.references(story))
        look = source.styles.data, source.numbering.data, source.theme
        return cls(*look, frozenset(used), frozenset(lists))


@dataclass(frozen=True, slots=True)
class Fit:
    """What changes in one document's text: its styles and lists by their old ids, default styles that must be named
    (by kind), and the fonts to put in place of the theme's, or None where the theme stays."""

    styles: Mapping[str, str]
    lists: Mapping[str, str]
    stated: Mapping[str, str]
    fonts: Mapping[str, str] | None

    def apply(self, story: etree._Element) -> None:
        """Point the story at the booklet's styles and lists."""
        if self.fonts is not None:
            defaults.name_theme_fonts(story, self.fonts)
        if self.lists:
            numbering.renumber(story, self.lists)
        if self.styles:
            styles.rename(story, self.styles)
        if self.stated:
            styles.state_defaults(story, self.stated)


@dataclass(frozen=True, slots=True)
class Shared:
    """The merged parts (no lists where no text uses any), and how each document is made to fit them."""

    styles: Part
    numbering: Part | None
    fits: tuple[Fit, ...]


def merge(_styles: Part, documents: tuple[Looks, ...]) -> Shared:
    """One style sheet and one set of lists for all ``documents``; the first part of styles keeps them."""
    sheets = [xml.parse(document.styles) for document in documents]
    numberings = [xml.parse(document.numbering) for document in documents]
    fonts = _settle([document.theme for document in documents], sheets, numberings)
    frame = common_root(f"{W}styles", sheets)
    frame.extend([child for child in sheets[0] if child.tag != f"{W}style"])
    sheet, lists = styles.StyleSheet(frame), numbering.BoundLists()
    fits = tuple(
        _fit(document, own, numbers, sheet, lists, named)
        for document, own, numbers, named in zip(documents, sheets, numberings, fonts, strict=True)
    )
    root = common_root(f"{W}numbering", numberings)
    root.extend([*lists.abstracts, *lists.numbers])
    return Shared(Part(frame), Part(root) if lists.numbers else None, fits)


def _settle(
    themes: Sequence[bytes], sheets: Sequence[etree._Element], numberings: Sequence[etree._Element]
) -> Sequence[Mapping[str, str] | None]:
    """Make the documents need no common defaults and theme, where theirs are not the same already."""
    if not defaults.differ(zip(sheets, themes, strict=True)):
        return [None] * len(themes)
    fonts = [theme_fonts(xml.parse(theme) if theme else None) for theme in themes]
    for names, sheet, numbers in zip(fonts, sheets, numberings, strict=True):
        defaults.name_theme_fonts(sheet, names)
        defaults.name_theme_fonts(numbers, names)
        defaults.write_defaults(sheet)
    return fonts


def _fit(
    document: Looks,
    own: etree._Element,
    numbers: etree._Element,
    sheet: styles.StyleSheet,
    lists: numbering.BoundLists,
    fonts: Mapping[str, str] | None,
) -> Fit:
    """Take in the styles and lists of one document, its ``own`` styles and its ``numbers``."""
    first = not sheet.ids
    known = styles_by_id(own)
    used = known if first else styles.used_styles(known, numbers, document.used_styles)
    wanted = document.used_lists.union(*map(numbering.references, used.values()))
    added = lists.add(numbers, wanted)
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
    return Fit(changed, in_text, stated, fonts)
