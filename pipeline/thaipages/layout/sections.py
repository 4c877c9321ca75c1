"""The pages of each section: where the text stands, how wide it is, and how tall on the first and on other pages.

Lengths are twips. A header taller than the margin pushes the text down, a footer pushes its end up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import Package, R, W
from officefiles.styles import Properties, flat, is_on, number
from officefiles.text import P, blocks_of
from thaipages.layout.paragraphs import Setting, measure_paragraph
from thaipages.layout.spaces import space_between
from thaipages.layout.tables import measure_table

_A4 = (11906.0, 16838.0)
_MARGIN = 1440.0
STORIES = ("header", "footer")
Stories = Mapping[tuple[str, str], str]
"""The parts that headers and footers stand in, by ``header`` or ``footer`` and the pages that show them: ``first``,
``even`` or ``default``."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section's paper and where its text stands: how far from the left edge and from the top of the first page and of
    others, how wide it is, and how tall. ``stories`` are its headers and footers, ``values`` its properties."""

    values: Properties
    stories: Stories
    paper: tuple[float, float]
    left: float
    width: float
    first_top: float
    first_height: float
    top: float
    height: float
    starts_page: bool


def read_section(element: etree._Element | None, above: Stories, package: Package, setting: Setting) -> Section:
    """The section whose ``w:sectPr`` is ``element``; headers and footers that it does not name are those ``above``."""
    values = flat(element)
    paper = number(values, "pgSz.w", _A4[0]), number(values, "pgSz.h", _A4[1])
    width = text_width(values)
    _note_unknown(values, setting)
    stories = {**above, **dict(_stories(element, package))}
    kinds = ("default", *(["first"] if is_on(values, "titlePg") else []), *(["even"] if setting.even_pages else []))
    edges = {
        kind: [_edge(name, stories.get((name, kind), ""), values, width, package, setting) for name in STORIES]
        for kind in kinds
    }
    if edges.get("even", edges["default"]) != edges["default"]:
        setting.notes.add("หัวหรือท้ายกระดาษของหน้าคู่ที่สูงไม่เท่าหน้าคี่")
    top, bottom = edges["default"]
    first_top, first_bottom = edges.get("first", edges["default"])
    return Section(
        values=values,
        stories=stories,
        paper=paper,
        left=_left(values),
        width=width,
        first_top=first_top,
        first_height=paper[1] - first_top - first_bottom,
        top=top,
        height=paper[1] - top - bottom,
        starts_page=values.get("type", "nextPage") != "continuous",
    )


def text_width(values: Properties) -> float:
    """The width of the text of a section with these properties."""
    return number(values, "pgSz.w", _A4[0]) - _left(values) - number(values, "pgMar.right", _MARGIN)


def _left(values: Properties) -> float:
    return number(values, "pgMar.left", _MARGIN) + number(values, "pgMar.gutter")


def _note_unknown(values: Properties, setting: Setting) -> None:
    if number(values, "cols.num", 1) > 1:
        setting.notes.add("หน้ากระดาษหลายคอลัมน์")
    if values.get("docGrid.type", "default") not in ("default", "none"):
        setting.notes.add("ตารางกริดของหน้ากระดาษ")


def _stories(element: etree._Element | None, package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    """The headers and footers that a section names."""
    links = package.relationships.get(package.main, {})
    for name in STORIES:
        for reference in () if element is None else element.iterfind(f"{W}{name}Reference"):
            link = links.get(reference.get(R + "id", ""))
            if link is not None and link.target in package.parts:
                yield (name, reference.get(W + "type", "default")), link.target


def _edge(name: str, part: str, values: Properties, width: float, package: Package, setting: Setting) -> float:
    """How far from the page's edge the text stands at the side of its header or footer, which is in ``part``."""
    margin = number(values, "pgMar.top" if name == "header" else "pgMar.bottom", _MARGIN)
    if margin < 0 or not part:
        return abs(margin)
    height, above = 0.0, None
    for child in blocks_of(package.parts[part].tree):
        if child.tag == P:
            paragraph = measure_paragraph(child, width, setting)
            height += space_between(above, paragraph, setting.sum_spaces) + paragraph.height
            above = paragraph
        else:
            height += sum(row.height for row in measure_table(child, setting).rows)
    return max(margin, number(values, f"pgMar.{name}", 720) + height + (above.shape.after if above else 0.0))
