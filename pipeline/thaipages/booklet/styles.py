"""One style sheet for all parts: the same definition is shared, another one of the same name is renamed."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W
from officefiles.schema import PARAGRAPH, properties_in, put
from officefiles.styles import chains, default_styles
from thaipages.booklet.common import free_name, point

_VAL = f"{W}val"
_ID = f"{W}styleId"
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "numStyleLink", "styleLink")
_BETWEEN_STYLES = ("basedOn", "next", "link")
_HOLDERS = {
    "paragraph": (f"{W}p", f"{W}pPr", f"{W}pStyle"),
    "table": (f"{W}tbl", f"{W}tblPr", f"{W}tblStyle"),
}
"""Where text names its style, by kind of style."""
_WITHOUT_MEANING = re.compile(rb"<w:(rsid|next|link)(?: [^>]*)?></w:\1>")
"""Children that do not change how text looks, and so do not make two definitions differ."""


@dataclass(slots=True)
class StyleSheet:
    """The styles of the booklet so far, by what they mean."""

    root: etree._Element
    by_meaning: dict[bytes, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def add(self, used: Mapping[str, etree._Element]) -> dict[str, str]:
        """Take in the styles that a document uses; the id each has in the booklet, by its id in the document."""
        first = not self.ids
        renamed: dict[str, str] = {}
        fresh: list[etree._Element] = []
        meanings = _meanings(used)
        for style_id, style in used.items():
            meaning = meanings[style_id]
            if meaning not in self.by_meaning:
                self.by_meaning[meaning] = free_name(style_id, self.ids)
                fresh.append(style)
            renamed[style_id] = self.by_meaning[meaning]
        for style in fresh:
            self.root.append(self._entry(style, renamed, keep_default=first))
        return renamed

    def _entry(self, style: etree._Element, renamed: Mapping[str, str], *, keep_default: bool) -> etree._Element:
        entry = copy.deepcopy(style)
        entry.set(_ID, renamed[entry.get(_ID, "")])
        name = entry.find(f"{W}name")
        if name is not None:
            name.set(_VAL, free_name(name.get(_VAL, ""), self.names, " "))
        if not keep_default:
            entry.attrib.pop(f"{W}default", "")
        for child in [child for child in entry if _local(child) in _BETWEEN_STYLES]:
            target = renamed.get(child.get(_VAL, ""))
            if target is None:
                entry.remove(child)
            else:
                child.set(_VAL, target)
        return entry


def used_styles(
    styles: Mapping[str, etree._Element], numbering: etree._Element, referred: Iterable[str]
) -> dict[str, etree._Element]:
    """Those of ``styles`` that a document needs: the defaults, those that its text refers to and those that its lists
    do, with their bases."""
    wanted = [*default_styles(styles).values(), *referred, *references(numbering)]
    used: dict[str, etree._Element] = {}
    while wanted:
        style_id = wanted.pop()
        if style_id in styles and style_id not in used:
            used[style_id] = styles[style_id]
            wanted.extend(child.get(_VAL, "") for child in styles[style_id] if _local(child) in _BETWEEN_STYLES)
    return {style_id: style for style_id, style in styles.items() if style_id in used}


def references(tree: etree._Element) -> set[str]:
    """The styles that are referred to below ``tree``."""
    return {reference.get(_VAL, "") for reference in _references(tree)}


def rename(tree: etree._Element, renamed: Mapping[str, str]) -> None:
    """Point every style reference below ``tree`` at the booklet's style."""
    point(_references(tree), renamed)


def _references(tree: etree._Element) -> Iterator[etree._Element]:
    return tree.iter(*(f"{W}{name}" for name in _REFERENCES))


def _meanings(styles: Mapping[str, etree._Element]) -> dict[str, bytes]:
    """What each style comes to: its own definition and those of all it is based on, in one canonical form."""
    own = {style_id: _definition(style) for style_id, style in styles.items()}
    return {style_id: b"\n".join(own[one] for one in chain) for style_id, chain in chains(styles).items()}


def _definition(style: etree._Element) -> bytes:
    """The style in canonical form, without those children that have no meaning."""
    return _WITHOUT_MEANING.sub(b"", etree.tostring(style, method="c14n", exclusive=True, with_tail=False))


def state_defaults(story: etree._Element, stated: Mapping[str, str]) -> None:
    """Name the default style of a document wherever its text relied on it: that of the booklet is another.

    ``stated`` is the style for paragraphs and the one for tables, where they must be named.
    """
    for kind, (holder, properties, reference) in _HOLDERS.items():
        for element in story.iter(holder) if kind in stated else ():
            _state(element, properties, reference, stated[kind])


def _state(element: etree._Element, properties: str, reference: str, style_id: str) -> None:
    holder = element.find(properties)
    if holder is None:
        holder = etree.Element(properties)
        element.insert(0, holder)
    if holder.find(reference) is None:
        stated = etree.Element(reference)
        stated.set(_VAL, style_id)
        holder.insert(0, stated)


def give(paragraph: etree._Element, style_id: str) -> None:
    """Have the paragraph take this style."""
    properties = properties_in(paragraph)
    put(properties, "pStyle", PARAGRAPH, val=style_id)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
