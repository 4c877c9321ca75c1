"""Headers and footers, with the numbers of their pages."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import Package
from officefiles.styles import flat, is_on, number
from officefiles.text import P, blocks_of
from thaipages.drawing.columns import Placed, draw_column
from thaipages.drawing.desk import Desk, Edges, desk_of
from thaipages.drawing.fields import with_results
from thaipages.layout import Layout, Page, Part, Section
from thaipages.layout.document import measure_block, read_setting
from thaipages.layout.flow import Fragment, fragments
from thaipages.layout.numbering import counted
from thaipages.layout.sections import STORIES

_SWITCH = re.compile(r"\\\*\s*(\w+)")
_SWITCHES = {
    "ThaiArabic": "thaiNumbers",
    "THAIARABIC": "thaiNumbers",
    "Arabic": "decimal",
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
}
"""How WordprocessingML calls the ways of counting that fields ask for."""
_START = "pgNumType.left"
"""The number that a section begins with: flat properties call a start the left."""
_DISTANCE = 720.0
"""How far a header stands from the edge of the paper where nothing is said."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page's headers go by: its section, the number that it bears, the number of pages of the document and of
    the section, and the kind of its headers (``first``, ``even``, ``default``)."""

    section: Section
    number: int
    pages: int
    section_pages: int
    kind: str

    @property
    def is_first(self) -> bool:
        """True for the first page of a section that has one of its own."""
        return self.kind == "first"

    def result(self, code: str) -> str | None:
        """What a field shows on this page; ``None`` where the page has no say in it."""
        name = code.split()[0].upper() if code.strip() else ""
        values = {"PAGE": self.number, "NUMPAGES": self.pages, "SECTIONPAGES": self.section_pages}
        if name not in values:
            return None
        usual = self.section.values.get("pgNumType.fmt", "decimal") if name == "PAGE" else "decimal"
        asked = [_SWITCHES[switch] for switch in _SWITCH.findall(code) if switch in _SWITCHES]
        return counted(values[name], (*asked, usual)[0])


def facts_of_pages(package: Package, layout: Layout, pages: Sequence[Page]) -> Iterator[PageFacts]:
    """The facts of each page."""
    settings = package.of_main("settings")
    even_pages = is_on(flat(settings.tree if settings else None), "evenAndOddHeaders")
    shown, above = 0, -1
    for page in pages:
        section = layout.parts[page.section].section
        begins = page.section > above
        above = page.section + len(page.joined)
        start = section.values.get(_START) if begins else None
        shown = shown + 1 if start is None else int(start)
        kind = "even" if even_pages and shown % 2 == 0 else "default"
        if begins and is_on(section.values, "titlePg"):
            kind = "first"
        count = sum(one.section == page.section for one in pages)
        yield PageFacts(section, shown, len(pages), count, kind)


@dataclass(slots=True)
class RunningHeads:
    """The headers and footers of ``package``."""

    package: Package
    desks: dict[str, Desk] = field(default_factory=dict)

    def draw(self, facts: PageFacts, edges: Edges) -> list[Desk]:
        """The header and the footer of a page, drawn; nothing of them is read."""
        parts = [(name, facts.section.stories.get((name, facts.kind), "")) for name in STORIES]
        return [self._drawn(name, part, facts, edges) for name, part in parts if part]

    def _drawn(self, name: str, part: str, facts: PageFacts, edges: Edges) -> Desk:
        desk = self.desks.setdefault(part, desk_of(self.package, part))
        desk.turn(0, edges)
        section, setting = facts.section, read_setting(self.package)
        root = self.package.parts[part].tree
        elements = [_with_results(element, facts) for element in blocks_of(root)]
        blocks = tuple(measure_block(element, section.width, setting) for element in elements)
        column = fragments(Part(section, blocks), setting.sum_spaces)
        distance = number(section.values, f"pgMar.{name}", _DISTANCE)
        height = sum(one.gap + one.height for one in column)
        top = distance if name == "header" else section.paper[1] - distance - height
        draw_column(desk, list(_placed(column, top)), section.left, section.width, None)
        return desk


def _with_results(element: etree._Element, facts: PageFacts) -> etree._Element:
    if element.tag == P:
        return with_results(element, facts.result)
    table = copy.deepcopy(element)
    for paragraph in list(table.iter(P)):
        paragraph.getparent().replace(paragraph, with_results(paragraph, facts.result))  # type: ignore[union-attr]
    return table


def _placed(column: Sequence[Fragment], top: float) -> Iterator[Placed]:
    for fragment in column:
        yield fragment, top + fragment.gap
        top += fragment.gap + fragment.height
