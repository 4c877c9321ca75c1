"""The stretches of a paragraph: text in one look that belongs to one node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from thaipages.drawing.links import link_around, node_of
from thaipages.drawing.looks import Dress, dress
from thaipages.drawing.marks import Node
from thaipages.layout import Paragraph


class Stretch(NamedTuple):
    """A stretch of a paragraph in one look that belongs to one node, and the link that it is part of."""

    start: int
    end: int
    dress: Dress
    node: Node | None
    link: etree._Element | None = None


def stretches(
    paragraph: Paragraph, node: Node | None, label: Node | None, links: dict[etree._Element, Node]
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
        one = Stretch(span.start, span.end, dress(span), owner, link)
        if last and last.end == one.start and last[2:] == one[2:]:
            last = last._replace(end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
