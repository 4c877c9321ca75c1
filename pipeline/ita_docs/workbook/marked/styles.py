"""New cell styles in a workbook's style sheet; those that are there stay as they are, in their places."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ita_docs.workbook.marked.xml import tag
from ita_docs.workbook.styles import FONT, LINE, NAVY, SIZE
from officefiles.problems import Severity

COLOURS = {Severity.ERROR: "FFFF9999", Severity.WARNING: "FFFFE08A", Severity.NOTE: "FFBDD7EE"}


class Styles:
    """The style sheet of a workbook, to which styles are added."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._painted: dict[tuple[int, Severity], int] = {}
        self._fills = {severity: self._add("fills", _fill(colour)) for severity, colour in COLOURS.items()}

    def painted(self, style: int, severity: Severity) -> int:
        """The style that is ``style`` but for the colour of ``severity``."""
        key = style, severity
        if key not in self._painted:
            formats = self._part("cellXfs")
            copied = deepcopy(formats[style if style < len(formats) else 0])
            copied.set("fillId", str(self._fills[severity]))
            copied.set("applyFill", "1")
            self._painted[key] = self._add("cellXfs", copied)
        return self._painted[key]

    def written(self, *, bold: bool = False, link: bool = False, header: bool = False, large: bool = False) -> int:
        """A style for a cell of the list of problems: wrapped text in the house font."""
        font = etree.Element(tag("font"))
        if bold or header:
            etree.SubElement(font, tag("b"))
        if link:
            etree.SubElement(font, tag("u"))
        etree.SubElement(font, tag("sz"), val=str(SIZE + 6 if large else SIZE))
        colour = "FF0563C1" if link else "FFFFFFFF" if header else "FF000000"
        etree.SubElement(font, tag("color"), rgb=colour)
        etree.SubElement(font, tag("name"), val=FONT)
        fill = self._add("fills", _fill(f"FF{NAVY[1:]}")) if header else 0
        border = 0 if large else self._add("borders", _line_below())
        style = etree.Element(
            tag("xf"),
            numFmtId="49",
            fontId=str(self._add("fonts", font)),
            fillId=str(fill),
            borderId=str(border),
            xfId="0",
            applyNumberFormat="1",
            applyFont="1",
            applyFill="1",
            applyBorder="1",
            applyAlignment="1",
        )
        etree.SubElement(style, tag("alignment"), vertical="top", wrapText="0" if large else "1")
        return self._add("cellXfs", style)

    def _part(self, name: str) -> etree._Element:
        found = self.root.find(tag(name))
        if found is None:
            raise ValueError(f"the style sheet has no {name}")
        return found

    def _add(self, name: str, element: etree._Element) -> int:
        part = self._part(name)
        part.append(element)
        part.set("count", str(len(part)))
        return len(part) - 1


def _fill(colour: str) -> etree._Element:
    fill = etree.Element(tag("fill"))
    pattern = etree.SubElement(fill, tag("patternFill"), patternType="solid")
    etree.SubElement(pattern, tag("fgColor"), rgb=colour)
    etree.SubElement(pattern, tag("bgColor"), indexed="64")
    return fill


def _line_below() -> etree._Element:
    border = etree.Element(tag("border"))
    for side in ("left", "right", "top", "bottom", "diagonal"):
        line = etree.SubElement(border, tag(side))
        if side == "bottom":
            line.set("style", "thin")
            etree.SubElement(line, tag("color"), rgb=f"FF{LINE[1:]}")
    return border
