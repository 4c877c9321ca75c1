"""The pages of each section: how wide the text is, and how tall on the first and on the other pages.

Lengths are twips. A header taller than the margin pushes the text down, a footer pushes its end up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import Package, R, W
from officefiles.styles import flat, is_on, number
from thaipages.layout.paragraphs import Setting, measure_paragraph
from thaipages.layout.spaces import space_between
from thaipages.layout.tables import measure_table

_A4 = (11906.0, 16838.0)


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page: the width of the text, its height on the first page and on others, and how it begins."""

    width: float
    first_height: float
    height: float
    starts_page: bool


def read_section(element: etree._Element | None, package: Package, setting: Setting) -> Section:
    """The section whose ``w:sectPr`` is ``element``."""
    values = flat(element)
    page_width, page_height = number(values, "pgSz.w", _A4[0]), number(values, "pgSz.h", _A4[1])
    left, right = number(values, "pgMar.left", 1440), number(values, "pgMar.right", 1440)
    width = page_width - left - right - number(values, "pgMar.gutter")
    if number(values, "cols.num", 1) > 1:
        setting.notes.add("หน้ากระดาษหลายคอลัมน์")
    if values.get("docGrid.type", "default") not in ("default", "none"):
        setting.notes.add("ตารางกริดของหน้ากระดาษ")
    heights = []
    for kind in ("first", "default") if is_on(values, "titlePg") else ("default",):
        edges = {name: _edge(name, kind, values, width, element, package, setting) for name in ("header", "footer")}
        heights.append(page_height - edges["header"] - edges["footer"])
    return Section(width, heights[0], heights[-1], values.get("type", "nextPage") != "continuous")


def _edge(
    name: str,
    kind: str,
    values: Mapping[str, str],
    width: float,
    element: etree._Element | None,
    package: Package,
    setting: Setting,
) -> float:
    """How far from the page's edge the text stands at the side of its header or footer."""
    margin = number(values, "pgMar.top" if name == "header" else "pgMar.bottom", 1440)
    if margin < 0:
        return -margin
    references = () if element is None else element.iterfind(f"{W}{name}Reference")
    link = next((item.get(R + "id", "") for item in references if item.get(W + "type", "default") == kind), "")
    relationship = package.relationships.get(package.main, {}).get(link)
    if relationship is None:
        return margin
    height, above = 0.0, None
    for child in package.parts[relationship.target].tree:
        if child.tag == W + "p":
            paragraph = measure_paragraph(child, width, setting)
            height += space_between(above, paragraph, setting.sum_spaces) + paragraph.height
            above = paragraph
        elif child.tag == W + "tbl":
            height += sum(row.height for row in measure_table(child, setting).rows)
    return max(margin, number(values, f"pgMar.{name}", 720) + height + (above.shape.after if above else 0.0))
