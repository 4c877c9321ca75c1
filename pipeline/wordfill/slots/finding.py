"""Where text stands in a part outside of its runs, and which of it templates may fill."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from itertools import groupby

from lxml import etree

from officefiles.fields import INSTRUCTION, fields_in
from officefiles.namespaces import CX, A, C, S
from officefiles.opc import R, Relationship, W
from wordfill.slots import names
from wordfill.slots.slot import MARKED, Slot, Use

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_FILLED_FIELDS = ("HYPERLINK", "XE", "TC")
"""The fields whose instructions hold text that a reader sees: an address, an entry of an index or of contents."""
_HIDDEN_ATTRIBUTES = {(W + "bookmarkStart", W + "name"), (W + "hyperlink", W + "anchor")}
"""What holds no text in a part of the document's text, by element and attribute."""
_ATTRIBUTES = {
    ("docPr", "descr"),
    ("docPr", "title"),
    ("docPr", "name"),
    ("cNvPr", "descr"),
    ("cNvPr", "title"),
    ("cNvPr", "name"),
    ("textpath", "string"),
    ("shape", "alt"),
    ("shape", "title"),
    ("rect", "alt"),
    ("rect", "title"),
    ("hlinkClick", "tooltip"),
    ("hlinkHover", "tooltip"),
    ("hyperlink", W + "tooltip"),
    ("listItem", W + "displayText"),
    ("listItem", W + "value"),
    ("alias", W + "val"),
    ("tag", W + "val"),
    ("tblCaption", W + "val"),
    ("tblDescription", W + "val"),
    ("lvlText", W + "val"),
    ("docVar", W + "val"),
    ("tableColumn", "name"),
}
"""The attributes that hold text, by the element's local name."""


class Kinds(Enum):
    """What a part is: of the document's text, whose runs the engine fills by itself; data behind content controls, all
    of which is text; anything else."""

    TEXT = auto()
    DATA = auto()
    OTHER = auto()


def slots_of(
    member: str, root: etree._Element, kind: Kinds, links: Mapping[str, Relationship], number: int = 0
) -> Iterator[Slot]:
    """The slots of the part ``member`` in which a mark of a tag stands, in their order. ``links`` are its
    relationships, ``number`` counts the parts of its kind."""
    place = names.Namer(member, number)
    taken: set[etree._Element] = set()
    for slot in (*_links(root, links, place), *_texts(root, kind, place)):
        taken.update(slot.nodes if not slot.name else ())
        if slot.marked:
            yield slot
    yield from _others(root, kind, place, taken)


def _links(root: etree._Element, links: Mapping[str, Relationship], place: names.Namer) -> Iterator[Slot]:
    """The addresses of the part: of its links, and of what else leads out of the package."""
    for element in root.iter(etree.Element):
        for name, value in attributes(element):
            link = links.get(value) if name.startswith(R) else None
            if link is not None and link.external:
                use = Use.LINK if link.word == "hyperlink" else Use.NOTHING
                yield Slot(place.of_address(element), use, (element,), name, value, link.target)


def _texts(root: etree._Element, kind: Kinds, place: names.Namer) -> Iterator[Slot]:
    for element in root.iter(etree.Element):
        if make := _MAKERS.get(element.tag):
            yield from make(element, place, kind)
    if kind is Kinds.DATA:
        yield from _data(root, place)
    if kind is Kinds.TEXT:
        yield from _instructions(root, place)


def _paragraph(element: etree._Element, place: names.Namer, _kind: Kinds) -> Iterator[Slot]:
    nodes = tuple(node for run in element.iterchildren(A + "r", A + "fld") for node in run.iterchildren(A + "t"))
    if nodes:
        yield Slot(place.of(element), Use.LINE, nodes)


def _strings(element: etree._Element, place: names.Namer, _kind: Kinds) -> Iterator[Slot]:
    phonetic = set(element.iterdescendants(S + "rPh"))
    nodes = tuple(node for node in element.iter(S + "t") if node.getparent() not in phonetic)
    if nodes:
        yield Slot(place.of(element), Use.LINES, nodes)


def _leaf(element: etree._Element, place: names.Namer, _kind: Kinds) -> Iterator[Slot]:
    yield Slot(place.of(element), Use.LINES, (element,))


def _cached(element: etree._Element, place: names.Namer, kind: Kinds) -> Iterator[Slot]:
    """The text that a chart keeps of its workbook; a number is none."""
    if not any(above.tag in (C + "numCache", C + "numLit") for above in element.iterancestors()):
        yield from _leaf(element, place, kind)


def _calculated(element: etree._Element, place: names.Namer, kind: Kinds) -> Iterator[Slot]:
    cell = element.getparent()
    if cell is not None and cell.get("t") == "str":
        yield from _leaf(element, place, kind)


def _equation(element: etree._Element, place: names.Namer, _kind: Kinds) -> Iterator[Slot]:
    """The runs of an equation that stand beside each other."""
    for is_run, group in groupby(element, key=lambda child: child.tag == _M + "r"):
        nodes = tuple(node for run in group for node in run.iterchildren(_M + "t")) if is_run else ()
        if nodes:
            yield Slot(place.of_equation(), Use.LINE, nodes)


def _brackets(element: etree._Element, place: names.Namer, _kind: Kinds) -> Iterator[Slot]:
    """A tag in whose place Word has put brackets, as it does with braces that are typed in an equation."""
    inside = "".join(node.text or "" for node in element.iter(_M + "t")).strip()
    inner = element.find(f"{_M}e/{_M}d")
    if _in_braces(element) and inner is not None and _in_braces(inner):
        yield Slot(place.of_brackets(), Use.NOTHING, (element,), address=f"{{{{ {inside} }}}}")
    elif _in_braces(element) and inside.startswith("%") and inside.endswith("%"):
        yield Slot(place.of_brackets(), Use.NOTHING, (element,), address=f"{{{inside}}}")


def _in_braces(brackets: etree._Element) -> bool:
    sign = brackets.find(f"{_M}dPr/{_M}begChr")
    return sign is not None and sign.get(f"{_M}val") == "{"


_MAKERS: Mapping[object, Callable[[etree._Element, names.Namer, Kinds], Iterator[Slot]]] = {
    A + "p": _paragraph,
    S + "si": _strings,
    S + "is": _strings,
    S + "v": _calculated,
    C + "v": _cached,
    CX + "v": _leaf,
    CX + "pt": _leaf,
    **{_VT + name: _leaf for name in ("lpwstr", "lpstr", "bstr")},
    _M + "d": _brackets,
    **{_M + name: _equation for name in ("oMath", "e", "num", "den", "sub", "sup", "fName", "lim", "deg")},
}


def _data(root: etree._Element, place: names.Namer) -> Iterator[Slot]:
    for element in root.iter(etree.Element):
        if element.text and MARKED.search(element.text):
            yield Slot(place.of(element), Use.LINES, (element,))
        for name, value in attributes(element):
            if MARKED.search(value):
                yield Slot(place.of(element), Use.LINE, (element,), name)


def _instructions(root: etree._Element, place: names.Namer) -> Iterator[Slot]:
    """The instructions of the fields of a part."""
    for one in fields_in(root).found:
        if one.codes and (one.separate is not None or one.end is not None):
            use = Use.FIELD if one.kind in _FILLED_FIELDS else Use.NOTHING
            yield Slot(place.of_field(one.kind), use, tuple(one.codes), INSTRUCTION if one.begin is one.end else "")


def _others(root: etree._Element, kind: Kinds, place: names.Namer, taken: set[etree._Element]) -> Iterator[Slot]:
    """The attributes that hold text, and what has a mark though it can hold none: text elsewhere, names, numbers."""
    if kind is Kinds.DATA:
        return
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        for name, value in attributes(element):
            if not MARKED.search(value) or name == W + "instr":
                continue
            if (local, name) in _ATTRIBUTES:
                yield Slot(place.of(element), Use.LINE, (element,), name)
            elif kind is Kinds.OTHER or (element.tag, name) in _HIDDEN_ATTRIBUTES:
                yield Slot(place.of(element), Use.NOTHING, (element,), name)
        if kind is Kinds.OTHER and element not in taken and MARKED.search(element.text or ""):
            yield Slot(place.of(element), Use.NOTHING, (element,))


def attributes(element: etree._Element) -> list[tuple[str, str]]:
    """The names and values of the attributes."""
    return [(str(name), str(value)) for name, value in element.items()]
