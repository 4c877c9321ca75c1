"""Native charts for documents, taken from a workbook that draws them.

The workbook goes into the document with its chart, so that in Word it can be changed like any other chart.
"""

from __future__ import annotations

import re
from html import unescape

from officefiles.opc import Package
from officefiles.pictures import Picture
from wordfill.engine.drawing import BOOK_LINK

_CHART = re.compile(r"xl/charts/chart\d+\.xml")
_SAID = (
    (
        '<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
    (
        '(?<!TickMark val="none"/>)<c:tickLblPos ',
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos ',
    ),
    ('<c:grouping val="(clustered|standard)"/>', r'\g<0><c:varyColors val="0"/>'),
    ('<c:plotVisOnly val="1"/>', r'\g<0><c:dispBlanksAs val="gap"/>'),
    ("<c:printSettings>.*?</c:printSettings>", ""),
)
"""What a spreadsheet program takes as said and a word processor takes the other way, now said."""


def charts_of(workbook: Package, width: int, height: int, letters: float = 1.0) -> list[Picture]:
    """The charts of an Excel file, in the order of their sheets, as pictures of this size in points, whose letters are
    ``letters`` times as large; each is called and read by its title."""
    parts = [workbook.parts[name].data.decode("utf-8") for name in sorted(workbook.parts) if _CHART.fullmatch(name)]
    titles = [unescape("".join(re.findall(r"<a:t>([^<]*)</a:t>", part)[:1])) for part in parts]
    return [
        Picture(
            name=title,
            data=_in_document(part, letters).encode("utf-8"),
            width=width,
            height=height,
            alternative=title,
            workbook=workbook.data(),
        )
        for title, part in zip(titles, parts, strict=True)
    ]


def _in_document(chart: str, letters: float) -> str:
    """The part of a chart as a document holds it: its letters in the right size, and tied to its workbook."""
    xml = re.sub(r'\bsz="(\d+)"', lambda size: f'sz="{round(int(size[1]) * letters / 50) * 50}"', chart)
    for short, full in _SAID:
        xml = re.sub(short, full, xml, flags=re.DOTALL)
    data = f'<c:externalData r:id="{BOOK_LINK}"><c:autoUpdate val="0"/></c:externalData>'
    return xml.replace("</c:chartSpace>", f"{data}</c:chartSpace>")
