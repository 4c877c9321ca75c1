"""What all parts share in one file: the roots of the shared parts, and the settings."""

from __future__ import annotations

from collections.abc import Container, Sequence

from lxml import etree

from officefiles.opc import Part, R, W
from officefiles.schema import SETTINGS, put

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def common_root(tag: str, roots: Sequence[etree._Element]) -> etree._Element:
    """An empty element with the prefixes of all ``roots``, and all that any of them lets a reader ignore.

    A prefix that a program may ignore must be declared on the root, or Word calls the file unreadable.
    """
    prefixes: dict[str, str] = {"w": W[1:-1], "r": R[1:-1]}
    ignorable: dict[str, None] = {}
    for root in roots:
        for prefix, address in root.nsmap.items():
            if prefix and address not in prefixes.values():
                prefixes[_free(prefix, prefixes)] = address
        for prefix in root.get(_IGNORABLE, "").split():
            ignorable[root.nsmap[prefix]] = None
    element = etree.Element(tag, nsmap=prefixes)
    if ignorable:
        names = {address: prefix for prefix, address in prefixes.items()}
        element.set(_IGNORABLE, " ".join(names[address] for address in ignorable))
    return element


def settled(settings: Part, notes: frozenset[str], even: bool) -> Part:
    """The first part's settings as they fit the booklet: even pages, and nothing that is not carried along."""
    root = settings.own_tree()
    for child in list(root):
        name = etree.QName(child).localname
        lost_notes = name in ("footnotePr", "endnotePr") and name.removesuffix("Pr") + "s" not in notes
        refers = any(str(key).startswith(R) for one in child.iter() for key in one.attrib)
        if lost_notes or name == "evenAndOddHeaders" or refers:
            root.remove(child)
    if "endnotes" in notes:
        put(put(root, "endnotePr", SETTINGS), "pos", {f"{W}pos": 0}, val="sectEnd")
    if even:
        put(root, "evenAndOddHeaders", SETTINGS)
    return Part(root)


def _free(wanted: str, taken: Container[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    return name
