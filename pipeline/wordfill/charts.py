"""Native charts in a finished document, each where a paragraph in the style of charts says its name.

A chart is taken from a workbook that draws it, and the workbook goes into the document with it, so that in Word it can
be changed like any other chart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import quoteattr

from officefiles.opc import Package, Part, R, Relationship
from officefiles.pictures import EMU_PER_CM

WIDTH_CM, HEIGHT_CM = 16.0, 8.5
_FONTS = 0.7
"""Charts are drawn to fill a page across; in the width of a text their letters are smaller."""

_CHART = re.compile(r"xl/charts/chart\d+\.xml")
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REST = "(?:(?!</w:p>).)*"
_PLACE = rf'<w:p\b{_REST}<w:pStyle w:val="%s"/>{_REST}?<w:t\b[^>]*>([^<]*)</w:t>{_REST}</w:p>'
_INLINE = (
    '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing>'
    f'<wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" xmlns:a="{_DRAWINGML}/main">'
    f'<wp:extent cx="{round(WIDTH_CM * EMU_PER_CM)}" cy="{round(HEIGHT_CM * EMU_PER_CM)}"/>'
    '<wp:docPr id="{id}" name={name} descr={title}/><wp:cNvGraphicFramePr/>'
    f'<a:graphic><a:graphicData uri="{_DRAWINGML}/chart">'
    f'<c:chart xmlns:c="{_DRAWINGML}/chart" xmlns:r="{R[1:-1]}" r:id="{{link}}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_FIRST_ID, _BOOK = 2001, "rId1"
_SAID = (
    (
        '<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
    ("<c:tickLblPos ", '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos '),
    ('<c:grouping val="clustered"/>', '<c:grouping val="clustered"/><c:varyColors val="0"/>'),
    ('<c:grouping val="standard"/>', '<c:grouping val="standard"/><c:varyColors val="0"/>'),
)
"""What a spreadsheet program takes as said and a word processor takes the other way, now said."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its title, its part as a workbook holds it, and that workbook's file."""

    title: str
    xml: str
    workbook: Part


def charts_of(workbook: Package) -> list[Chart]:
    """The charts of an Excel file, in the order of their sheets."""
    whole = Part(workbook.data())
    parts = [workbook.parts[name].data.decode("utf-8") for name in sorted(workbook.parts) if _CHART.fullmatch(name)]
    return [Chart("".join(re.findall(r"<a:t>([^<]*)</a:t>", part)[:1]), part, whole) for part in parts]


def place(document: Package, charts: Mapping[str, Chart], style: str) -> Package:
    """``document`` with each chart in place of the paragraphs in ``style`` (its id) that say its name; others stay."""
    placed: list[Chart] = []

    def drawn(found: re.Match[str]) -> str:
        chart = charts.get(found[1].strip())
        if chart is None:
            return found[0]
        placed.append(chart)
        number = len(placed)
        title = quoteattr(unescape(chart.title))
        name, link = f'"Chart {number}"', f"rIdChart{number}"
        return _INLINE.format(style=style, id=_FIRST_ID + number, name=name, title=title, link=link)

    package = document.copy()
    text = document.parts[document.main].data.decode("utf-8")
    package.put(document.main, re.sub(_PLACE % re.escape(style), drawn, text, flags=re.DOTALL).encode("utf-8"))
    for number, chart in enumerate(placed, start=1):
        part, book = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
        package.put(part, _in_document(chart).encode("utf-8"), _CHART_TYPE)
        package.put(book, chart.workbook, _BOOK_TYPE)
        package.relate(package.main, Relationship("chart", part), f"rIdChart{number}")
        package.relate(part, Relationship("package", book), _BOOK)
    return package


def _in_document(chart: Chart) -> str:
    """The part of a chart as a document holds it: its letters smaller, and tied to its workbook."""
    xml = re.sub(r'\bsz="(\d+)"', lambda size: f'sz="{round(int(size[1]) * _FONTS / 50) * 50}"', chart.xml)
    xml = re.sub(r"<c:printSettings>.*?</c:printSettings>", "", xml, flags=re.DOTALL)
    for short, full in _SAID:
        xml = xml.replace(short, full)
    data = f'<c:externalData r:id="{_BOOK}"><c:autoUpdate val="0"/></c:externalData>'
    return xml.replace("</c:chartSpace>", f"{data}</c:chartSpace>")
