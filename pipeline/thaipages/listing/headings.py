"""The headings and captions of a document that a table of contents lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from officefiles.fields import fields_in
from officefiles.styles import styles_by_id, value_of
from officefiles.text import PICTURE, P
from thaipages.layout import Paragraph
from thaipages.listing.asked import Asked

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_NOTHING = f" \t\n\f{PICTURE}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a table of contents: the paragraph that it leads to, its level, and its text with its list label."""

    element: etree._Element
    level: int
    text: str


def headings(
    paragraphs: Iterable[Paragraph], asked: Asked, styles: etree._Element | None, apart: Collection[etree._Element]
) -> Iterator[Listed]:
    """What the table of contents lists of ``paragraphs``; those ``apart`` are its own and those of other tables."""
    named = {key: _names(style) for key, style in (styles_by_id(styles) if styles is not None else {}).items()}
    for paragraph in paragraphs:
        level = 0 if paragraph.element in apart else _level(paragraph, asked, named.get(paragraph.shape.style, []))
        if level and paragraph.text[paragraph.label :].strip(_NOTHING):
            yield Listed(paragraph.element, level, " ".join(paragraph.text.replace(PICTURE, "").split()))


def levels_of(styles: etree._Element | None) -> dict[str, int]:
    """The levels of headings by the keys of their styles."""
    named = {key: _names(style) for key, style in (styles_by_id(styles) if styles is not None else {}).items()}
    found = {key: next(filter(None, map(_HEADING.fullmatch, names)), None) for key, names in named.items()}
    return {key: int(level[1]) for key, level in found.items() if level}


def keys_of(styles: etree._Element | None) -> dict[str, str]:
    """The keys of styles by what fields may call them, in lower case: their names, and headings by their levels."""
    known = styles_by_id(styles) if styles is not None else {}
    called = {name: key for key, style in known.items() for name in _names(style)}
    for key, level in levels_of(styles).items():
        called |= {str(level): key, f"หัวเรื่อง {level}": key}
    return called


def _names(style: etree._Element) -> list[str]:
    """The names by which fields may call a style."""
    names = [value_of(style, "name"), *value_of(style, "aliases").split(",")]
    return [name.strip().casefold() for name in names if name.strip()]


def _level(paragraph: Paragraph, asked: Asked, names: list[str]) -> int:
    """The level at which the table lists the paragraph; 0 where it does not."""
    if asked.caption:
        return int(asked.caption.casefold() in _captions(paragraph.element))
    for name in names:
        found = _HEADING.fullmatch(name)
        if found and int(found[1]) in asked.levels:
            return int(found[1])
        if name in asked.styles:
            return asked.styles[name]
    outline = paragraph.shape.outline
    return outline if asked.outline and outline and (not asked.levels or outline in asked.levels) else 0


def _captions(element: etree._Element) -> list[str]:
    """The names of the sequences that a caption counts."""
    found = (one.words for one in fields_in(element).found if one.kind == "SEQ")
    return [words[1].casefold() for words in found if len(words) > 1]


def holder_of(mark: etree._Element) -> etree._Element | None:
    """The paragraph that ``mark`` stands in."""
    return next(mark.iterancestors(P), None)
