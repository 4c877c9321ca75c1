"""What a sheet, a table, a drawing, a chart and the workbook say besides cells, with a gap wherever they name rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from officefiles.namespaces import CX, A, C, S
from officefiles.xml import remove
from wordfill.excel import page_texts, references
from wordfill.excel.cells import bare
from wordfill.excel.references import Formula, read_range
from wordfill.excel.slots import (
    Anchor,
    Area,
    Breaks,
    Container,
    Copies,
    Gaps,
    OverArea,
    Reference,
    Rows,
)

XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"

_OF_AREAS = (
    f"{S}conditionalFormatting", f"{S}dataValidation", f"{S}protectedRange", f"{S}ignoredError",
    f"{X14}conditionalFormatting", f"{X14}dataValidation",
)  # fmt: skip
"""Elements that say something of ranges of cells."""
_OF_ROWS = (f"{S}mergeCell", f"{S}hyperlink", f"{X14}sparkline")
"""Elements that are said once for each turn of a block."""
_AROUND = (
    f"{S}dataValidations", f"{S}protectedRanges", f"{S}ignoredErrors", f"{S}mergeCells", f"{S}hyperlinks",
    f"{X14}sparklines", f"{X14}dataValidations", f"{X14}conditionalFormattings",
)  # fmt: skip
_FORMULAS = (f"{S}formula", f"{S}formula1", f"{S}formula2", f"{XM}f")


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """The root of a sheet with gaps."""

    root: etree._Element
    gaps: Gaps


def sheet_frame(sheet: str, root: etree._Element) -> SheetFrame:
    """The sheet of this name (in lower case) with gaps for its rows and for all that depends on them."""
    gaps = Gaps()
    data = root.find(f"{S}sheetData")
    assert data is not None
    for child in list(data):
        data.remove(child)
    data.text = gaps.mark(Rows(sheet))
    for element in root.iter(f"{S}dimension", f"{S}autoFilter", f"{S}sortState", f"{S}sortCondition"):
        _refer(element, "ref", sheet, gaps)
    for element in root.iterfind(f"{S}headerFooter/*"):
        page_texts.mark_values(element)
    for element in root.iter(f"{S}pane"):
        if corner := element.get("topLeftCell"):
            letters = corner.rstrip("0123456789")
            row = gaps.mark(Anchor(sheet, int(corner[len(letters) :]) - 1, 1))
            element.set("topLeftCell", f"{letters}{row}")
        if (split := element.get("ySplit", "")).isdigit() and element.get("state", "").startswith("frozen"):
            element.set("ySplit", gaps.mark(Anchor(sheet, int(split))))
    for element in list(root.iter(*_OF_ROWS)):
        _copy(element, sheet, gaps)
    for element in list(root.iter(*_OF_AREAS)):
        _over_area(element, sheet, gaps)
    for element in list(root.iter(f"{S}rowBreaks")):
        rows = tuple((int(one.get("id", "0")), bare(one, {"id"})) for one in element)
        gaps.replace(element, Breaks(sheet, rows))
    for element in list(root.iter(*_AROUND)):
        _contain(element, gaps)
    _refer_texts(root.iter(f"{XM}f"), sheet, gaps, widens=True)
    return SheetFrame(root, gaps)


def _refer(element: etree._Element, name: str, sheet: str, gaps: Gaps) -> None:
    if value := element.get(name):
        element.set(name, gaps.mark(Reference(sheet, references.read(value, widens=True), "A1")))


def _refer_texts(elements: Iterable[etree._Element], sheet: str, gaps: Gaps, *, widens: bool = False) -> None:
    for element in elements:
        element.text = gaps.mark(Reference(sheet, references.read(element.text or "", widens=widens)))


def _copy(element: etree._Element, sheet: str, gaps: Gaps) -> None:
    sqref = element.find(f"{XM}sqref")
    where = element.get("ref") or (sqref.text if sqref is not None else "") or "A1"
    _, first, _, last = read_range(where.split()[0])
    own = gaps.mark(Reference(sheet, references.read(where)))
    if sqref is None:
        element.set("ref", own)
    else:
        sqref.text = own
    _refer_texts(element.iter(f"{XM}f"), sheet, gaps)
    if location := element.get("location"):
        element.set("location", gaps.mark(Reference(sheet, references.read(location))))
    element.attrib.pop("display", "")  # the text of the cell once more, its tags among it
    gaps.replace(element, Copies(sheet, first, last, gaps.piece(element)))


def _over_area(element: etree._Element, sheet: str, gaps: Gaps) -> None:
    sqref = element.find(f"{XM}sqref")
    said = (element.get("sqref") if sqref is None else sqref.text) or ""
    try:
        area = Area(sheet, tuple(read_range(one) for one in said.split()))
    except ValueError:  # whole columns, or rows that are gone: there is nothing to move
        return
    if not area.ranges:
        return
    if sqref is None:
        element.set("sqref", gaps.mark(area))
    else:
        sqref.text = gaps.mark(area)
    _refer_texts(element.iter(*_FORMULAS), sheet, gaps)
    gaps.replace(element, OverArea(area, gaps.piece(element)))


def _contain(element: etree._Element, gaps: Gaps) -> None:
    element.attrib.pop("count", "")
    start, _, rest = gaps.text(element).partition(">")
    inner, _, end = rest.rpartition("</")
    if inner:
        gaps.replace(element, Container(f"{start}>", gaps.cut(inner), f"</{end}"))


def table(sheet: str, root: etree._Element) -> Gaps:
    """Gaps for where a table stands."""
    gaps = Gaps()
    for element in root.iter(f"{S}table", f"{S}autoFilter", f"{S}sortState", f"{S}sortCondition"):
        _refer(element, "ref", sheet, gaps)
    _refer_texts(root.iter(f"{S}calculatedColumnFormula", f"{S}totalsRowFormula"), sheet, gaps)
    return gaps


def drawing(sheet: str, root: etree._Element) -> Gaps:
    """Gaps for where pictures, shapes and charts hang, which keep their sizes."""
    gaps = Gaps()
    for anchor in root.iter(f"{XDR}twoCellAnchor", f"{XDR}oneCellAnchor"):
        [start], end = anchor.findall(f"{XDR}from/{XDR}row"), anchor.find(f"{XDR}to/{XDR}row")
        row = int(start.text or "0")
        start.text = gaps.mark(Anchor(sheet, row))
        if end is not None:
            end.text = gaps.mark(Anchor(sheet, row, int(end.text or "0") - row))
    for paragraph in root.iter(f"{A}p"):
        _heal(paragraph)
    return gaps


def chart(sheet: str, root: etree._Element) -> Gaps:
    """Gaps for the ranges that a chart shows. What it remembers of their values is left out."""
    gaps = Gaps()
    caches = (f"{C}strCache", f"{C}numCache", f"{C}multiLvlStrCache", f"{CX}lvl")
    for cache in list(root.iter(*caches)):
        remove(cache)
    _refer_texts(root.iter(f"{C}f", f"{CX}f"), sheet, gaps, widens=True)
    for paragraph in root.iter(f"{A}p"):
        _heal(paragraph)
    return gaps


def _heal(paragraph: etree._Element) -> None:
    """Put a paragraph's words into its first run where a tag would else be cut by runs."""
    texts = [run.find(f"{A}t") for run in paragraph.iterchildren(f"{A}r", f"{A}fld")]
    found = [one for one in texts if one is not None]
    whole = "".join(one.text or "" for one in found)
    if "{{" in whole or "{%" in whole:
        for n, one in enumerate(found):
            one.text = "" if n else whole


def workbook(root: etree._Element) -> Gaps:
    """Gaps for the ranges that names stand for; the workbook is calculated anew when it is opened."""
    gaps = Gaps()
    _refer_texts(root.iter(f"{S}definedName"), "", gaps, widens=True)
    setting = root.find(f"{S}calcPr")
    if setting is None:
        setting = etree.Element(f"{S}calcPr")
        behind = [
            one
            for one in root
            if one.tag in (f"{S}sheets", f"{S}functionGroups", f"{S}externalReferences", f"{S}definedNames")
        ]
        behind[-1].addnext(setting)
    setting.attrib.pop("calcCompleted", "")
    setting.set("fullCalcOnLoad", "1")
    return gaps


def held(formulas: Iterable[tuple[str, Formula]], sheet: str) -> Iterator[tuple[int, int]]:
    """The rows of ``sheet`` that these formulas name, each with the name of the sheet that it stands in."""
    for own, formula in formulas:
        for one in formula.ranges:
            if (one.sheet_name or own) == sheet:
                yield one.rows
