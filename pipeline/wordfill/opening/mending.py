"""What is put right in a template without anything changing on paper: a file that Word opens without a word, and that
other programs stumble over."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from lxml import etree

from officefiles.opc import Package, Relationship, W
from wordfill.opening import revisions
from wordfill.opening.stories import DOCUMENT, change, stories

_NOWHERE = "null"
"""What Word writes for the file of a picture that it has lost."""


_PROPERTIES = {"core-properties": "docProps/core.xml", "extended-properties": "docProps/app.xml"}
"""Where what a file says of itself stands, whatever other programs call it."""
_SHOWN = ("image", "hyperlink", "oleObject", "package", "control", "aFChunk", "subDocument")
_SMART_TAG = W + "smartTag"


def mend(package: Package) -> None:
    """Make the package an ordinary document whose relationships lead somewhere, and whose files bear their usual
    names."""
    if package.types[package.main] != DOCUMENT:  # a template of Word's own (.dotx), or one with macros (.docm, .dotm)
        package.put(package.main, package.parts[package.main], DOCUMENT)
    names = {_folded(name): name for name in package.parts}
    for owner, links in list(package.relationships.items()):
        for key, link in list(links.items()):
            if (meant := _meant(link, package, names)) is None:
                package.unrelate(owner, key)
            elif meant != link:
                package.relate(owner, meant, key)
    drop_orphans(package)
    _name_properties(package)
    _drop_unused(package)


def drop_orphans(package: Package) -> None:
    """Take out the relationships of parts that are not there, with the parts that nothing else leads to."""
    while orphans := [
        (owner, key)
        for owner, links in package.relationships.items()
        if owner and owner not in package.parts
        for key in links
    ]:
        for owner, key in orphans:
            package.unrelate(owner, key)


def _drop_unused(package: Package) -> None:
    """Take out what no text shows any more, as Word leaves it behind."""
    for name, root in list(stories(package)):
        used = {value for one in root.iter(etree.Element) for value in one.values()}
        for key, link in package.relationships.get(name, {}).items():
            if link.word in _SHOWN and key not in used:
                package.unrelate(name, key)


def _name_properties(package: Package) -> None:
    for key, link in list(package.relationships[""].items()):
        name = _PROPERTIES.get(link.word, link.target)
        if link.target != name and link.target in package.parts:
            package.put(name, package.parts[link.target], package.types[link.target])
            package.unrelate("", key)
            package.relate("", link._replace(target=name), key)


def _meant(link: Relationship, package: Package, names: Mapping[str, str]) -> Relationship | None:
    """The relationship that leads where ``link`` means to; ``None`` where that is nowhere."""
    if posixpath.basename(link.target).casefold() == _NOWHERE:
        return None
    if link.external or link.target in package.parts:
        return link
    if (anchor := link.target.rpartition("#")[2]) and "#" in link.target:  # a place in the document itself
        return Relationship(link.kind, f"#{anchor}", external=True) if link.word == "hyperlink" else None
    name = names.get(_folded(link.target))
    return link._replace(target=name) if name else None


def _folded(name: str) -> str:
    """A part's name as packages compare them: in one case, what is written in hexadecimal digits spelt out."""
    return unquote(name).casefold()


def settle(package: Package) -> None:
    """Make the paragraphs, rows and cells those that a reader counts: tracked changes to them are accepted, and what
    programs of 2003 put round words that they knew is taken away."""
    change(package, _is_unsettled, _settle)


def _is_unsettled(root: etree._Element) -> bool:
    return revisions.count(root) > 0 or next(root.iter(_SMART_TAG), None) is not None


def _settle(root: etree._Element) -> None:
    revisions.settle(root)
    for tag in list(root.iter(_SMART_TAG)):
        for own in tag.findall(W + "smartTagPr"):
            tag.remove(own)
        revisions.unwrap(tag)
