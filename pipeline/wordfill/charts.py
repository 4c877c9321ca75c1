"""Native charts in a finished document, each where a paragraph in the style of charts says its name.

A chart is taken from a workbook that draws it, and the workbook goes into the document with it, so that in Word it can
be changed like any other chart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import escape, quoteattr

from officefiles import archive
from officefiles.pictures import EMU_PER_CM

WIDTH_CM, HEIGHT_CM = 16.0, 8.5
_FONTS = 0.7
"""Charts are drawn to fill a page across; in the width of a text their letters are smaller."""

_CHART = re.compile(r"xl/charts/chart\d+\.xml")
_DOCUMENT, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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
    f'<c:chart xmlns:c="{_DRAWINGML}/chart" xmlns:r="{_RELATIONSHIPS}" r:id="{{link}}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_FIRST_ID = 2001
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
    """A chart: its title, its part as a workbook holds it, and that workbook."""

    title: str
    xml: str
    workbook: bytes


def charts_of(workbook: bytes) -> list[Chart]:
    """The charts of an xlsx file, in the order of their sheets."""
    parts = [part.decode("utf-8") for _, part in sorted(archive.read(workbook, _CHART).items())]
    return [Chart("".join(re.findall(r"<a:t>([^<]*)</a:t>", part)[:1]), part, workbook) for part in parts]


def place(docx: bytes, charts: Mapping[str, Chart], style: str) -> bytes:
    """``docx`` with each chart in place of the paragraphs in ``style`` (its id) that say its name; others stay."""
    files = archive.read(docx)
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

    files[_DOCUMENT] = re.sub(
        _PLACE % re.escape(style), drawn, files[_DOCUMENT].decode("utf-8"), flags=re.DOTALL
    ).encode("utf-8")
    links = "".join(_link(f"rIdChart{n}", "chart", f"charts/chart{n}.xml") for n in range(1, len(placed) + 1))
    files[_LINKS] = files[_LINKS].replace(b"</Relationships>", links.encode() + b"</Relationships>")
    types = ""
    for number, chart in enumerate(placed, start=1):
        files |= _parts(number, chart)
        types += f'<Override PartName="/word/charts/chart{number}.xml" ContentType="{_CHART_TYPE}"/>'
        types += f'<Override PartName="/word/embeddings/chart{number}.xlsx" ContentType="{_BOOK_TYPE}"/>'
    files[archive.TYPES] = files[archive.TYPES].replace(b"</Types>", types.encode() + b"</Types>")
    return archive.write(files)


def _parts(number: int, chart: Chart) -> dict[str, bytes]:
    """The files of one chart: its part, the workbook, and what ties them together."""
    xml = re.sub(r'\bsz="(\d+)"', lambda size: f'sz="{round(int(size[1]) * _FONTS / 50) * 50}"', chart.xml)
    xml = re.sub(r"<c:printSettings>.*?</c:printSettings>", "", xml, flags=re.DOTALL)
    for short, full in _SAID:
        xml = xml.replace(short, full)
    data = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    link = _link("rId1", "package", f"../embeddings/chart{number}.xlsx")
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{namespace}">{link}</Relationships>'
    return {
        f"word/charts/chart{number}.xml": xml.replace("</c:chartSpace>", f"{data}</c:chartSpace>").encode("utf-8"),
        f"word/charts/_rels/chart{number}.xml.rels": archive.DECLARATION + links.encode(),
        f"word/embeddings/chart{number}.xlsx": chart.workbook,
    }


def _link(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_RELATIONSHIPS}/{kind}" Target="{escape(target)}"/>'
