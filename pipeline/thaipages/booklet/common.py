"""What all parts share in one file: the roots of the shared parts, the settings, and one body for all texts."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from lxml import etree

from officefiles import xml
from officefiles.archive import DECLARATION
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
                prefixes[free_name(prefix, {one.casefold() for one in prefixes})] = address
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


def point(references: Iterable[etree._Element], renamed: Mapping[str, str]) -> None:
    """Let each of ``references`` name what it refers to as it is called in the booklet."""
    for reference in references:
        old = reference.get(f"{W}val", "")
        reference.set(f"{W}val", renamed.get(old, old))


def free_name(wanted: str, taken: set[str], gap: str = "", longest: int | None = None) -> str:
    """``wanted``, or its beginning, as long as it may be, with the first number behind it that is free; taken from then
    on. Word ignores case."""
    numbered = (f"{wanted[:longest]}{gap}{number}" for number in count(2))
    name = next(name for name in chain((wanted,), numbered) if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


_BODY = f"{W}body"


def join_bodies(documents: Sequence[etree._Element], background: etree._Element | None) -> bytes:
    """The document whose body holds all that the bodies of these hold, in order, on pages of this background. Only a
    text in which prefixes are declared is parsed again: they may be known already.

    lxml takes a time that grows with the square of what is moved from one document to another (release 6.1: a table of
    80,000 elements 25 s), so the texts are joined as they are written.
    """
    root = common_root(f"{W}document", documents)
    root.extend([] if background is None else [copy.deepcopy(background)])
    root.append(etree.Element(_BODY))
    before, end, after = etree.tostring(root, encoding="UTF-8", xml_declaration=False).partition(b"<w:body/>")
    assert end, "common_root declares the prefix"

    def framed(*texts: bytes) -> bytes:
        return b"".join((before, b"<w:body>", *texts, b"</w:body>", after))

    texts = (b"".join(_texts(document, root.nsmap)) for document in documents)
    tidy = (_inside(xml.parse_tidily(framed(text))) if b" xmlns" in text else text for text in texts)
    return DECLARATION + framed(*tidy)


def _texts(document: etree._Element, prefixes: Mapping[str | None, str]) -> Iterator[bytes]:
    """What stands in the body: as it is where its prefixes mean the same in the booklet, else block by block, each
    with its prefixes."""
    body = next(document.iterchildren(_BODY))
    if all(prefixes.get(prefix) == address for prefix, address in body.nsmap.items()):
        yield _inside(document)
    else:
        for block in body:
            yield etree.tostring(block, encoding="UTF-8", xml_declaration=False, with_tail=False)


def _inside(document: etree._Element) -> bytes:
    """What stands in the body, as it is written."""
    body = next(document.iterchildren(_BODY))
    whole = etree.tostring(body, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return whole[whole.index(b">") + 1 : max(whole.rfind(b"</"), whole.index(b">") + 1)]
