"""What is put right in a template without anything changing on paper: a file that Word opens without a word, and that
other programs stumble over."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from officefiles.opc import Package, Relationship

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NOWHERE = "null"
"""What Word writes for the file of a picture that it has lost."""


def mend(package: Package) -> None:
    """Make the package an ordinary document whose relationships lead somewhere."""
    if package.types[package.main] != DOCUMENT:  # a template of Word's own (.dotx), or one with macros (.docm, .dotm)
        package.put(package.main, package.parts[package.main], DOCUMENT)
    names = {_folded(name): name for name in package.parts}
    for owner, links in list(package.relationships.items()):
        for key, link in list(links.items()):
            if (meant := _meant(link, package, names)) is None:
                package.unrelate(owner, key)
            elif meant != link:
                package.relate(owner, meant, key)


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
