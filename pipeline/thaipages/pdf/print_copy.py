"""The copy that LibreOffice prints: what it does wrong in Thai is put right there, and only there.

It spaces ``thaiDistribute`` lines wrongly, prints Thai page numbers as 1 2 3 or as letters, ends
lines inside words, and sets another typeface where it lacks ours. The copy is justified plainly, draws page numbers in
a face with Thai figures, joins words where a line would end in them, and carries its typefaces along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from officefiles.namespaces import A
from officefiles.opc import Package, R, Relationship, W
from officefiles.schema import RUN, properties_in, put
from thaipages.font_table import obfuscated, put_faces
from thaipages.pdf.joiners import join_words
from thaipages.pdf.typefaces import THAI_FIGURES, Typefaces

_STORIES = ("header", "footer", "footnotes", "endnotes")
_THAI_SWITCH = re.compile(r"\\\*\s*ThaiArabic", re.IGNORECASE)
_PAGE_FIELD = re.compile(r"\s*(PAGE|PAGEREF)\b(?!.*\\\*\s*(?!\s|MERGEFORMAT))", re.IGNORECASE | re.DOTALL)
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")


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
    for family, faces in typefaces.embedded.items():
        put_faces(package, family, {style: obfuscated(face, family, style) for style, face in faces.items()})
    return package


def families(document: Package) -> tuple[str, ...]:
    """The font families that a document names: in its styles, text, lists and theme."""
    found: dict[str, None] = {}
    for name, part in document.parts.items():
        if name.endswith(".xml") and not name.endswith("fontTable.xml"):
            for element in part.tree.iter(f"{W}rFonts", f"{A}latin", f"{A}cs"):
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
                _draw_in_thai(properties_in(run, "rPr"))


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


def _draw_in_thai(properties: etree._Element) -> None:
    face = put(properties, "rFonts", RUN)
    face.attrib.clear()
    for script in _FACES:
        face.set(f"{W}{script}", THAI_FIGURES)
