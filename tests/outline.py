"""A document as text that a person can read and git can compare: sections, styles, paragraphs, tables, pictures.

Each paragraph is ``style | text``; a tab is →, a line break ⏎, a page break ⇟, a no-break space ␣, a field {PAGE}.
A table names its style and column widths; a row is its cells, ``=`` before a repeated heading row, ``(2)`` before a
cell over two columns, ``↑`` for a cell merged with the one above. Lengths are centimetres.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def outline(data: bytes) -> str:
    """The outline of a docx, ended by a new line."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")
    }
    return "\n".join(_Outline(parts, names).lines()) + "\n"


def styles_of(data: bytes) -> list[str]:
    """Each style of a docx on a line: its name, what it stands on, and its properties as Word writes them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/styles.xml"))
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in root.iter(f"{W}style")}
    lines = [f"(defaults) | {_properties(root.find(f'{W}docDefaults'))}".rstrip(" |")]
    for style in root.iter(f"{W}style"):
        base = style.find(f"{W}basedOn")
        above = "" if base is None else f" < {names[base.get(f'{W}val')]}"
        lines.append(f"{names[style.get(f'{W}styleId')]}{above} | {_properties(style)}".rstrip(" |"))
    return lines


def _properties(element: etree._Element) -> str:
    """What the element's properties say: ``jc thaiDistribute, ind firstLine=1417``."""
    return ", ".join(
        " ".join((etree.QName(one).localname, *_values(one)))
        for kind in ("pPr", "rPr", "tblPr")
        for one in element.iterfind(f".//{W}{kind}//*")
        if len(one) == 0
    )


def _values(element: etree._Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        name = etree.QName(key).localname
        yield str(value) if name == "val" else f"{name}={value}"


class _Outline:
    def __init__(self, parts: dict[str, bytes], names: dict[str, str]) -> None:
        self.parts = parts
        self.names = names
        relationships = etree.fromstring(parts["word/_rels/document.xml.rels"])
        self.targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relationships}

    def lines(self) -> Iterator[str]:
        body = etree.fromstring(self.parts["word/document.xml"])[0]
        for block in body:
            if block.tag == f"{W}p":
                yield self.paragraph(block)
                for section in block.iterfind(f"{W}pPr/{W}sectPr"):
                    yield from self.section(section)
            elif block.tag == f"{W}tbl":
                yield from self.table(block)
            elif block.tag == f"{W}sectPr":
                yield from self.section(block)

    def style(self, properties: etree._Element | None, tag: str) -> str:
        style = None if properties is None else properties.find(f"{W}{tag}")
        return "-" if style is None else self.names[style.get(f"{W}val")]

    def paragraph(self, paragraph: etree._Element) -> str:
        style = self.style(paragraph.find(f"{W}pPr"), "pStyle")
        return f"{style} | {_text(paragraph)}".rstrip()

    def table(self, table: etree._Element) -> Iterator[str]:
        widths = " ".join(_cm(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        yield f"[table {self.style(table.find(f'{W}tblPr'), 'tblStyle')}: {widths}]"
        for row in table.iterfind(f"{W}tr"):
            mark = "=" if row.find(f"{W}trPr/{W}tblHeader") is not None else " "
            yield f" {mark}" + "".join(f"| {self.cell(cell)} " for cell in row.iterfind(f"{W}tc")).rstrip()
        yield "[end of table]"

    def cell(self, cell: etree._Element) -> str:
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart":
            return "↑"
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        before = f"({span.get(f'{W}val')}) " if span is not None else ""
        return before + " ¶ ".join(_text(paragraph) for paragraph in cell.iterfind(f"{W}p"))

    def section(self, section: etree._Element) -> Iterator[str]:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        sides = " ".join(f"{side} {_cm(margins.get(W + side))}" for side in ("top", "right", "bottom", "left"))
        yield f"[section {_cm(size.get(f'{W}w'))} × {_cm(size.get(f'{W}h'))}, {sides}]"
        shown = {"first": section.find(f"{W}titlePg") is not None, "default": True}
        for reference in section.iterfind(f"{W}headerReference"):
            kind = reference.get(f"{W}type")
            if shown.get(kind):
                root = etree.fromstring(self.parts[self.targets[reference.get(f"{R}id")]])
                text = " ¶ ".join(_text(paragraph) for paragraph in root.iterfind(f"{W}p"))
                yield f"[{kind} header {text}]".replace(" ]", "]")


def _text(paragraph: etree._Element) -> str:
    return "".join(_piece(node) for node in paragraph.iter()).strip(" ")


def _piece(node: etree._Element) -> str:
    match node.tag:
        case tag if tag == f"{W}t":
            return "" if _in_field(node) else (node.text or "").replace("\N{NO-BREAK SPACE}", "␣")
        case tag if tag == f"{W}tab" and node.getparent().tag == f"{W}r":
            return "→"
        case tag if tag == f"{W}br":
            return "⇟" if node.get(f"{W}type") == "page" else "⏎"
        case tag if tag == f"{W}pageBreakBefore":
            return "⇟"
        case tag if tag == f"{W}fldSimple":
            return f"{{{node.get(f'{W}instr').strip()}}}"
        case tag if tag == EXTENT:
            return f"[picture {int(node.get('cx')) / 360000:.1f} × {int(node.get('cy')) / 360000:.1f}]"
    return ""


def _in_field(node: etree._Element) -> bool:
    return node.getparent().getparent().tag == f"{W}fldSimple"


def _cm(twips: str) -> str:
    return f"{int(twips) * 2.54 / 1440:.2f}".rstrip("0").rstrip(".")
