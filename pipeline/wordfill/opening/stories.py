"""The parts of a document that hold its text, and how one is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from officefiles.opc import Package

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT = f"{WORD}document.main+xml"
_STORIES = (DOCUMENT, *(f"{WORD}{name}+xml" for name in ("header", "footer", "footnotes", "endnotes")))


def stories(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The name and the tree of each, to be read alone."""
    for name, kind in package.types.items():
        if kind in _STORIES and name in package.parts:
            yield name, package.parts[name].tree


def change(package: Package, is_due: Callable[[etree._Element], bool], work: Callable[[etree._Element], None]) -> None:
    """Do the ``work`` in each story in which it ``is_due``; all others stay as they came."""
    for name, tree in list(stories(package)):
        if is_due(tree):
            root = package.parts[name].own_tree()
            work(root)
            package.put(name, root)
