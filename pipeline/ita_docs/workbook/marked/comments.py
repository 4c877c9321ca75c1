"""Comments on cells: added to those that a worksheet has, or as its first."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ita_docs.workbook.marked.xml import MAIN, element, put_text, tag
from ita_docs.workbook.remarks import AUTHOR
from ita_docs.workbook.styles import FONT
from officefiles.cells import position
from officefiles.opc import Package, R, Relationship
from officefiles.xml import parse

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_EMPTY_COMMENTS = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
_EMPTY_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600"'
    b' o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id={id} type="#_x0000_t202"'
    ' style="position:absolute;width:320pt;height:110pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def comment(book: Package, part: str, sheet: etree._Element, texts: Mapping[str, str]) -> None:
    """Write ``texts`` as comments on the cells they are keyed by; a comment that is there keeps its words below.

    A cell with a threaded comment is passed over: its words live in another part, which must agree.
    """
    name = book.related(part, "comments") or _first_comments(book, part)
    root = book.parts[name].own_tree()
    author = _author(root)
    entries = root.find(tag("commentList"))
    if entries is None:
        entries = etree.SubElement(root, tag("commentList"))
    found = {str(one.get("ref")): one for one in entries}
    threaded = bool(book.related(part, "threadedComment"))
    fresh = [cell for cell in texts if cell not in found]
    for cell, text in texts.items():
        if cell in found and not threaded:
            _put_before(found[cell], text)
    for cell in fresh:
        _put_before(etree.SubElement(entries, tag("comment"), ref=cell, authorId=str(author)), texts[cell])
    book.put(name, root)
    _draw(book, part, sheet, fresh)


def _first_comments(book: Package, part: str) -> str:
    """A new comments part of the worksheet, tied to it."""
    name = book.free_name("xl/comments{}.xml")
    book.put(name, _EMPTY_COMMENTS, _COMMENTS)
    book.relate(part, Relationship("comments", name))
    return name


def _author(root: etree._Element) -> int:
    authors = root.find(tag("authors"))
    if authors is None:
        authors = etree.Element(tag("authors"))
        root.insert(0, authors)
    names = [one.text for one in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        return len(names)
    return names.index(AUTHOR)


def _put_before(entry: etree._Element, words: str) -> None:
    """Write ``words`` before whatever the comment says."""
    text = entry.find(tag("text"))
    if text is None:
        text = etree.SubElement(entry, tag("text"))
    plain = text.find(tag("t"))
    if plain is not None:
        etree.SubElement(text, tag("r")).append(plain)
    if len(text):
        words += "\n\n"
    run = element(f'<r><rPr><sz val="14"/><rFont val="{FONT}"/></rPr></r>')
    put_text(run, words)
    text.insert(0, run)


def _draw(book: Package, part: str, sheet: etree._Element, cells: list[str]) -> None:
    """Give each new comment the box in which it shows."""
    anchor = sheet.find(tag("legacyDrawing"))
    if anchor is None:
        name = book.free_name("xl/drawings/vmlDrawing{}.vml")
        book.put(name, _EMPTY_DRAWING, _DRAWING)
        relation = book.relate(part, Relationship("vmlDrawing", name))
        anchor = etree.Element(tag("legacyDrawing"), {f"{R}id": relation})
        later = next((one for one in sheet if etree.QName(one).localname in _AFTER_DRAWING), None)
        sheet.insert(len(sheet) if later is None else sheet.index(later), anchor)
    name = book.all_related(part, "vmlDrawing")[str(anchor.get(f"{R}id"))]
    drawing = book.parts[name].own_tree()
    for number, cell in enumerate(cells, start=len(drawing)):
        column, row = position(cell)
        shape = _SHAPE.format(id=f'"_x0000_s{9000 + number}"', row=row - 1, column=column - 1)
        drawing.append(parse(shape.encode()))
    book.put(name, drawing)
