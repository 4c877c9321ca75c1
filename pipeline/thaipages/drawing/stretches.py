"""The stretches of a paragraph: text in one look that belongs to one node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from officefiles.opc import Package, W
from officefiles.styles import Properties, flat, is_on
from officefiles.text import DRAWING, runs_of
from thaipages.drawing.links import BOOKMARKS, LINKS, Target, links_of, node_of
from thaipages.drawing.looks import Dress, dress
from thaipages.drawing.marks import Node
from thaipages.layout import Paragraph

Dresses = dict[int, tuple[Properties, Dress]]
"""How runs look, by the identities of their properties, which are kept alive: those of a style are looked up again and
again."""


class Holdings(NamedTuple):
    """What there may be in a part."""

    links: bool = True
    bookmarks: bool = True
    floating: bool = True


_ANYTHING = Holdings()


@dataclass(slots=True)
class Story:
    """What the paragraphs of one ``part`` of ``package`` share: body, header or footer. ``stretch_breaks`` is true
    where justified lines that end with a line break are stretched too. ``links`` are the nodes of the links met,
    ``dresses`` the looks of runs. Paragraphs are searched for links, bookmarks and what floats only where the part
    ``has`` some."""

    package: Package
    part: str
    stretch_breaks: bool = False
    links: dict[etree._Element, Node] = field(default_factory=dict)
    dresses: Dresses = field(default_factory=dict)
    has: Holdings = _ANYTHING


def story_of(package: Package, part: str) -> Story:
    """What the paragraphs of ``part`` share."""
    settings = package.of_main("settings")
    values = flat(settings.tree if settings else None)
    root = package.parts[part].tree
    has = (next(root.iter(*tags), None) is not None for tags in (LINKS, BOOKMARKS, (DRAWING, W + "pict")))
    return Story(package, part, stretch_breaks=not is_on(values, "compat.doNotExpandShiftReturn"), has=Holdings(*has))


class Stretch(NamedTuple):
    """A stretch of a paragraph in one look that belongs to one node, and the link that it is part of."""

    start: int
    end: int
    dress: Dress
    node: Node | None
    link: Target | None

    @property
    def adorned(self) -> bool:
        """Whether more than its words is drawn."""
        look = self.dress
        return self.link is not None or look.ground is not None or look.strike > 0 or look.underline != "none"


def stretches(paragraph: Paragraph, story: Story, node: Node | None, label: Node | None) -> Iterator[Stretch]:
    """The stretches of a paragraph, each as long as it can be; its words belong to ``node``, its list label to
    ``label`` where there is one, those of a link to a node of its own."""
    targets = links_of(paragraph.element, story.package, story.part) if node and story.has.links else {}
    runs = list(runs_of(paragraph.element)) if targets else []
    last: Stretch | None = None
    for span in paragraph.spans:
        link = targets.get(runs[span.run]) if targets and span.run >= 0 else None
        owner = (label or node) if span.run < 0 else node
        if link is not None and node is not None:
            owner = node_of(link, node, story.links)
        _, look = story.dresses.get(id(span.values)) or story.dresses.setdefault(
            id(span.values), (span.values, dress(span))
        )
        one = Stretch(span.start, span.end, look, owner, link)
        if last and last.end == one.start and last[2:] == one[2:]:
            last = last._replace(end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
