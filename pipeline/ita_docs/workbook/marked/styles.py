"""New cell styles in a workbook's style sheet; those that are there stay as they are, in their places."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ita_docs.workbook.marked.xml import element, tag
from ita_docs.workbook.styles import FONT, LINE, NAVY, SIZE
from officefiles.problems import Severity

_FILL = '<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
_LINE_BELOW = (
    f'<border><left/><right/><top/><bottom style="thin"><color rgb="FF{LINE[1:]}"/></bottom><diagonal/></border>'
)
_APPLIED = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
COLOURS = {Severity.ERROR: "FFFF9999", Severity.WARNING: "FFFFE08A", Severity.NOTE: "FFBDD7EE"}


class CellStyles:
    """The style sheet of a workbook, to which styles are added."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._painted: dict[tuple[int, Severity], int] = {}
        self._fills = {
            severity: self._add("fills", _FILL.format(colour=colour)) for severity, colour in COLOURS.items()
        }

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
        colour = "FF0563C1" if link else "FFFFFFFF" if header else "FF000000"
        looks = ("<b/>" if bold or header else "") + ("<u/>" if link else "")
        size = f'<sz val="{SIZE + 6 if large else SIZE}"/>'
        font = f'<font>{looks}{size}<color rgb="{colour}"/><name val="{FONT}"/></font>'
        fill = self._add("fills", _FILL.format(colour=f"FF{NAVY[1:]}")) if header else 0
        border = 0 if large else self._add("borders", _LINE_BELOW)
        ids = f'fontId="{self._add("fonts", font)}" fillId="{fill}" borderId="{border}" xfId="0"'
        alignment = f'<alignment vertical="top" wrapText="{0 if large else 1}"/>'
        return self._add("cellXfs", f'<xf numFmtId="49" {ids} {_APPLIED}>{alignment}</xf>')

    def _part(self, name: str) -> etree._Element:
        found = self.root.find(tag(name))
        if found is None:
            raise ValueError(f"the style sheet has no {name}")
        return found

    def _add(self, name: str, new: str | etree._Element) -> int:
        """Its number among the elements of that part."""
        part = self._part(name)
        part.append(element(new) if isinstance(new, str) else new)
        part.set("count", str(len(part)))
        return len(part) - 1
