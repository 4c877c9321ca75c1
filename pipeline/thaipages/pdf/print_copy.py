"""The copy that LibreOffice prints: what it does wrong in Thai is put right there, and only there.

It spaces ``thaiDistribute`` lines wrongly, prints Thai page numbers as 1 2 3 or as letters, ends
lines inside words, and sets another typeface where it lacks ours. The copy is justified plainly, draws page numbers in
a face with Thai figures, joins words where a line would end in them, and carries its typefaces along.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from officefiles.opc import Package, R, Relationship, W
from officefiles.schema import RUN, put
from thaipages.installed import STYLES
from thaipages.pdf.joiners import join_words
from thaipages.pdf.typefaces import THAI_FIGURES, Typefaces

_STORIES = ("header", "footer", "footnotes", "endnotes")
_THAI_SWITCH = re.compile(r"\\\*\s*ThaiArabic", re.IGNORECASE)
_PAGE_FIELD = re.compile(r"\s*(PAGE|PAGEREF)\b(?!.*\\\*\s*(?!\s|MERGEFORMAT))", re.IGNORECASE | re.DOTALL)
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TABLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_OBFUSCATED = 32
"""Bytes at the start of an embedded font that are hidden by its key (ECMA-376 part 1, 17.8.1)."""


def print_copy(document: Package, typefaces: Typefaces) -> Package:
    """The copy of ``document`` for LibreOffice."""
    package = document.copy()
    links = package.relationships.get(package.main, {})
    names = [package.main, *(link.target for link in links.values() if link.kind in (*_STORIES, "styles", "numbering"))]
    trees = {name: package.parts[name].own_tree() for name in names}
    join_words(package, trees[package.main])
    thai = _thai_numbered(trees[package.main], links)
    for name, tree in trees.items():
        for line_up in tree.iter(f"{W}jc"):
            if line_up.get(f"{W}val") == "thaiDistribute":
                line_up.set(f"{W}val", "both")
        _draw_thai_fields(tree, thai_pages=name in thai)
        _draw_thai_lists(tree)
        package.put(name, tree)
    _embed(package, typefaces)
    return package


def families(document: Package) -> tuple[str, ...]:
    """The font families that a document names: in its styles, text, lists and theme."""
    found: dict[str, None] = {}
    for name, part in document.parts.items():
        if name.endswith(".xml") and not name.endswith("fontTable.xml"):
            for element in part.tree.iter(f"{W}rFonts", f"{_DRAWING}latin", f"{_DRAWING}cs"):
                named = [element.get(f"{W}{script}") for script in _FACES] + [element.get("typeface")]
                found.update(dict.fromkeys(family for family in named if family and not family.startswith("+")))
    return tuple(found)


def _thai_numbered(document: etree._Element, links: Mapping[str, Relationship]) -> set[str]:
    """The headers and footers that stand in sections with Thai page numbers."""
    found: set[str] = set()
    shown: dict[tuple[str, str | None], str] = {}
    for section in document.iter(f"{W}sectPr"):
        for reference in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            link = links.get(reference.get(f"{R}id", ""))
            if link:
                shown[str(reference.tag), reference.get(f"{W}type")] = link.target
        pages = section.find(f"{W}pgNumType")
        if pages is not None and pages.get(f"{W}fmt") == "thaiNumbers":
            found.update(shown.values())
    return found


def _draw_thai_fields(story: etree._Element, *, thai_pages: bool) -> None:
    """Set the runs of every field that is to show a Thai number in Thai figures, and let it count in Arabic."""
    for runs, instructions in _fields(story):
        text = "".join(_instruction(element) for element in instructions)
        if _THAI_SWITCH.search(text) or (thai_pages and _PAGE_FIELD.match(text)):
            for element in instructions:
                _instruct(element, "")
            _instruct(instructions[0], _THAI_SWITCH.sub(r"\\* Arabic", text))
            for run in runs:
                _draw_in_thai(_properties(run))


def _fields(story: etree._Element) -> Iterator[tuple[list[etree._Element], list[etree._Element]]]:
    """Each field's runs and the elements that hold its instruction, for fields in one element and in several."""
    for simple in list(story.iter(f"{W}fldSimple")):
        yield list(simple.iter(f"{W}r")), [simple]
    open_fields: list[tuple[list[etree._Element], list[etree._Element]]] = []
    for run in story.iter(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        kind = None if mark is None else mark.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(([], []))
        if open_fields:
            open_fields[-1][0].append(run)
            open_fields[-1][1].extend(run.iterchildren(f"{W}instrText"))
        if kind == "end" and open_fields:
            runs, instructions = open_fields.pop()
            if instructions:
                yield runs, instructions


def _instruction(element: etree._Element) -> str:
    return element.get(f"{W}instr", "") or element.text or ""


def _instruct(element: etree._Element, text: str) -> None:
    if element.tag == f"{W}fldSimple":
        element.set(f"{W}instr", text)
    else:
        element.text = text


def _draw_thai_lists(numbering: etree._Element) -> None:
    for kind in numbering.iter(f"{W}numFmt"):
        level = kind.getparent()
        if kind.get(f"{W}val") == "thaiNumbers" and level is not None and level.tag == f"{W}lvl":
            kind.set(f"{W}val", "decimal")
            properties = level.find(f"{W}rPr")
            _draw_in_thai(etree.SubElement(level, f"{W}rPr") if properties is None else properties)


def _properties(run: etree._Element) -> etree._Element:
    found = run.find(f"{W}rPr")
    if found is None:
        found = etree.Element(f"{W}rPr")
        run.insert(0, found)
    return found


def _draw_in_thai(properties: etree._Element) -> None:
    face = put(properties, "rFonts", RUN)
    face.attrib.clear()
    for script in _FACES:
        face.set(f"{W}{script}", THAI_FIGURES)


def _embed(package: Package, typefaces: Typefaces) -> None:
    """Put the font files into the copy, as Word embeds them."""
    name = package.related(package.main, "fontTable")
    if name:
        table = package.parts[name].own_tree()
    else:
        name = "word/fontTable.xml"
        table = etree.Element(f"{W}fonts", nsmap={"w": W[1:-1], "r": R[1:-1]})
        package.relate(package.main, Relationship("fontTable", name), "rIdFonts")
    for family, faces in typefaces.embedded.items():
        entry = _entry(table, family)
        for style in [style for style in STYLES if style in faces]:
            key = uuid.uuid5(uuid.NAMESPACE_OID, family + style)
            number = len(package.relationships.get(name, {}))
            link = f"rIdFace{number}"
            part = f"word/fonts/face{number}.odttf"
            package.put(part, _obfuscated(faces[style], key), _FONT_TYPE)
            package.relate(name, Relationship("font", part), link)
            face = etree.SubElement(entry, f"{W}embed{style.replace(' ', '')}")
            face.set(f"{R}id", link)
            face.set(f"{W}fontKey", f"{{{str(key).upper()}}}")
    package.put(name, table, _TABLE_TYPE)


def _entry(table: etree._Element, family: str) -> etree._Element:
    """The line of a family in the font table, without faces it may have had."""
    for entry in table.iterfind(f"{W}font"):
        if entry.get(f"{W}name") == family:
            _strip(entry, [child for child in entry if "embed" in etree.QName(child).localname])
            return entry
    return etree.SubElement(table, f"{W}font", {f"{W}name": family})


def _strip(parent: etree._Element, children: Sequence[etree._Element]) -> None:
    for child in children:
        parent.remove(child)


def _obfuscated(face: bytes, key: uuid.UUID) -> bytes:
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(face[:_OBFUSCATED], mask, strict=True)) + face[_OBFUSCATED:]
