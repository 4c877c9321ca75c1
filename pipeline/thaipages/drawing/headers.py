"""Headers and footers, with the numbers of their pages."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from officefiles.opc import Package
from officefiles.styles import number
from officefiles.text import P, blocks_of
from thaipages.drawing.columns import Placed, draw_column
from thaipages.drawing.desk import Desk, Edges, desk_of
from thaipages.drawing.facts import PageFacts
from thaipages.drawing.fields import with_results
from thaipages.layout import Paragraph, Part
from thaipages.layout.document import measure_block
from thaipages.layout.flow import Fragment, fragments
from thaipages.layout.numbering import Counts
from thaipages.layout.paragraphs import Setting
from thaipages.layout.sections import STORIES

_DISTANCE = 720.0
"""How far a header stands from the edge of the paper where nothing is said."""


@dataclass(slots=True)
class RunningHeads:
    """The headers and footers of ``package``, whose paragraphs share ``setting``."""

    package: Package
    setting: Setting
    desks: dict[tuple[str, str], Desk] = field(default_factory=dict)

    def draw(self, facts: PageFacts, edges: Edges) -> list[Desk]:
        """The header and the footer of a page, drawn; nothing of them is read."""
        parts = [(name, facts.section.stories.get((name, facts.kind), "")) for name in STORIES]
        return [self._drawn(name, part, facts, edges) for name, part in parts if part]

    def _drawn(self, name: str, part: str, facts: PageFacts, edges: Edges) -> Desk:
        if (name, part) not in self.desks:
            self.desks[name, part] = desk_of(self.package, part)
        desk, section = self.desks[name, part], facts.section
        desk.turn(0, edges)
        setting = replace(self.setting, counts=Counts())
        root = self.package.parts[part].tree
        elements = [_with_results(element, facts) for element in blocks_of(root)]
        blocks = tuple(measure_block(element, section.width, setting) for element in elements)
        column = fragments(Part(section, blocks), setting.sum_spaces)
        distance = number(section.values, f"pgMar.{name}", _DISTANCE)
        last = blocks[-1] if blocks else None
        height = sum(one.gap + one.height for one in column) + (
            last.shape.after if isinstance(last, Paragraph) else 0.0
        )
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
