"""What is put right in a template without anything changing on paper: a file that Word opens without a word, and that
other programs stumble over."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from lxml import etree

from officefiles.opc import Package, Relationship, W
from officefiles.styles import value_of
from officefiles.text import T
from officefiles.xml import remove, unwrap
from wordfill.opening import revisions
from wordfill.opening.stories import DOCUMENT, WORD, change, stories

_NOWHERE = "null"
"""What Word writes for the file of a picture that it has lost."""


_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_PROPERTIES = {
    "core-properties": (Relationship(_CORE, "docProps/core.xml"), _CORE_TYPE),
    "extended-properties": (Relationship("extended-properties", "docProps/app.xml"), _APP_TYPE),
}
"""Where what a file says of itself stands, whatever other programs call it."""
_SHOWN = ("image", "hyperlink", "oleObject", "package", "control", "aFChunk", "subDocument")
_GRID = W + "tblGrid"
_BESIDE = (W + "gridBefore", W + "gridAfter")
_CELL = W + "tc"
_CHANGES = re.compile(r"{%\s*(?:cellbg|colspan)\b")
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
    _prefix(package)
    for name, _ in list(stories(package)):
        drop_unused(package, name)
    change(package, _lacks_grids, _give_grids)
    change(package, lambda root: bool(_cells_to_change(root)), _give_properties)


def _cells_to_change(root: etree._Element) -> list[etree._Element]:
    """The cells whose tags change their colour or width, and that say nothing of themselves yet."""
    cells = (cell for cell in root.iter(_CELL) if cell.find(f"{W}tcPr/*") is None)
    return [cell for cell in cells if _CHANGES.search("".join(text.text or "" for text in cell.iter(T)))]


def _give_properties(root: etree._Element) -> None:
    """Let cells that tags change have a width of their own, which they would have without it: what tags add is put
    beside it."""
    for cell in _cells_to_change(root):
        own = cell.find(W + "tcPr")
        if own is None:
            own = etree.Element(W + "tcPr")
            cell.insert(0, own)
        etree.SubElement(own, W + "tcW", {W + "w": "0", W + "type": "auto"})


def _lacks_grids(root: etree._Element) -> bool:
    return any(table.find(_GRID) is None for table in root.iter(W + "tbl"))


def _give_grids(root: etree._Element) -> None:
    """Give each table its columns, which other programs leave out and Word counts for itself."""
    for table in root.iter(W + "tbl"):
        if table.find(_GRID) is None:
            grid = etree.Element(_GRID)
            widths = (_width(row) for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table)
            grid.extend([etree.Element(W + "gridCol", {W + "w": "0"}) for _ in range(max(widths, default=0))])
            look = table.find(W + "tblPr")
            if look is None:
                table.insert(0, grid)
            else:
                look.addnext(grid)


def _width(row: etree._Element) -> int:
    """The number of columns of a row."""
    cells = (cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row)
    beside = (one for one in row.iterfind(f"{W}trPr/*") if one.tag in _BESIDE)
    return sum(_count(cell.find(f"{W}tcPr/{W}gridSpan"), 1) for cell in cells) + sum(_count(one, 0) for one in beside)


def _count(element: etree._Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(W + "val", "")
    return int(value) if value.isdecimal() else otherwise


def _prefix(package: Package) -> None:
    """Write Word's names as Word does, whatever prefix another program gave them: tags are found by it."""
    for name, kind in package.types.items():
        if not (kind.startswith(WORD) and kind.endswith("+xml") and name in package.parts):  # not a file in the file
            continue
        if any(one.prefix != "w" for one in package.parts[name].tree.iter(W + "*")):
            root = package.parts[name].own_tree()
            attributes = {str(key): str(value) for key, value in root.items()}
            others = {str(key): space for key, space in root.nsmap.items() if key and space != W[1:-1]}
            again = etree.Element(root.tag, attributes, nsmap={**others, "w": W[1:-1]})
            again.extend(list(root))
            etree.cleanup_namespaces(again, keep_ns_prefixes=list(others))
            package.put(name, again)


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


def drop_unused(package: Package, story: str) -> None:
    """Take out what the text of a story shows no more, as Word leaves it behind."""
    used = {value for one in package.parts[story].tree.iter(etree.Element) for value in one.values()}
    for key, link in package.relationships.get(story, {}).items():
        if link.word in _SHOWN and key not in used:
            package.unrelate(story, key)


def _name_properties(package: Package) -> None:
    for key, link in package.relationships[""].items():
        usual, kind = _PROPERTIES.get(link.word, (link, ""))
        if link != usual and link.target in package.parts:
            if usual not in package.relationships[""].values():
                package.put(usual.target, package.parts[link.target], kind)
                package.relate("", usual)
            package.unrelate("", key)


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
    programs of 2003 put round words that they knew, and Google Docs round words with a comment, is taken away."""
    change(package, _is_unsettled, _settle)
    for kind in ("styles", "numbering"):
        part = package.of_main(kind)
        if part is not None and revisions.count(part.tree):
            root = part.own_tree()
            revisions.settle(root)
            package.put(package.related(package.main, kind), root)


def _is_unsettled(root: etree._Element) -> bool:
    return revisions.count(root) > 0 or next(root.iter(_SMART_TAG), None) is not None or bool(_marks_of_google(root))


def _marks_of_google(root: etree._Element) -> list[etree._Element]:
    """The content controls that Google Docs puts round whatever someone has commented on or suggested."""
    controls = list(root.iter(W + "sdt"))
    return [one for one in controls if value_of(one, "sdtPr", "tag").startswith("goog_rdk")]


def _settle(root: etree._Element) -> None:
    revisions.settle(root)
    for tag in list(root.iter(_SMART_TAG)):
        for own in tag.findall(W + "smartTagPr"):
            tag.remove(own)
        unwrap(tag)
    for control in _marks_of_google(root):
        for content in control.findall(W + "sdtContent"):
            for child in content:
                control.addprevious(child)
        remove(control)
