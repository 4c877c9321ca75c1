"""The stretches of a paragraph: text in one look that belongs to one node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from officefiles.styles import Properties
from thaipages.drawing.links import link_around, node_of
from thaipages.drawing.looks import Dress, dress
from thaipages.drawing.marks import Node
from thaipages.layout import Paragraph

Dresses = dict[int, tuple[Properties, Dress]]
"""How runs look, by the identities of their properties, which are kept alive: those of a style are looked up again and
again."""


class Stretch(NamedTuple):
    """A stretch of a paragraph in one look that belongs to one node, and the link that it is part of."""

    start: int
    end: int
    dress: Dress
    node: Node | None
    link: etree._Element | None = None

    @property
    def adorned(self) -> bool:
        """Whether more than its words is drawn."""
        look = self.dress
        return self.link is not None or look.ground is not None or look.strike > 0 or look.underline != "none"


def stretches(
    paragraph: Paragraph, node: Node | None, label: Node | None, links: dict[etree._Element, Node], dresses: Dresses
) -> Iterator[Stretch]:
    """The stretches of a paragraph, each as long as it can be; its words belong to ``node``, its list label to
    ``label`` where there is one, those of a link to a node of ``links``."""
    last: Stretch | None = None
    for span in paragraph.spans:
        owner, link = node, None
        if span.run is None:
            owner = label or node
        elif node is not None:
            link = link_around(span.run, paragraph.element)
            owner = node if link is None else node_of(link, node, links)
        _, look = dresses.get(id(span.values)) or dresses.setdefault(id(span.values), (span.values, dress(span)))
        one = Stretch(span.start, span.end, look, owner, link)
        if last and last.end == one.start and last[2:] == one[2:]:
            last = last._replace(end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
