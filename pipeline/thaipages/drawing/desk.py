"""The desk that a story is drawn on, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import Package, W
from officefiles.text import DRAWING, FALLBACK, INLINE
from thaipages.drawing.facts import Results
from thaipages.drawing.floating import Floating, Ground, draw_floating
from thaipages.drawing.lines import Story, place_lines, places_in, story_of
from thaipages.drawing.marks import Heading, Mark
from thaipages.drawing.tree import UNREAD, Branch
from thaipages.layout import Paragraph

POINT = 20.0
"""Twips of a point."""
_TABLES_AT_EDGE = "15"
"""The mode of compatibility, that of Word 2013, from which on tables begin with their edge."""
_PICTURE = "\ufffc"
Edges = tuple[tuple[float, float], float, float, float, float]
_NO_TABLE: Mapping[str, str] = {}
_NO_PAGE: Edges = ((0.0, 0.0), 0.0, 0.0, 0.0, 0.0)


def desk_of(package: Package, part: str, unread: Collection[str] = ()) -> Desk:
    """A desk for the story in ``part``."""
    settings = package.of_main("settings")
    modes = (
        one.get(W + "val", "")
        for one in (settings.tree.iter(W + "compatSetting") if settings else ())
        if one.get(W + "name") == "compatibilityMode"
    )
    return Desk(story_of(package, part), frozenset(unread), from_text=next(modes, "") < _TABLES_AT_EDGE)


def floating_in(paragraph: etree._Element) -> Iterator[etree._Element]:
    """What floats where ``paragraph`` is anchored."""
    for one in paragraph.iter(DRAWING, W + "pict"):
        if one.find(INLINE) is None and next(one.iterancestors(FALLBACK), None) is None:
            yield one


@dataclass(slots=True)
class Desk:
    """The ``marks`` of the ``page`` at hand (from 0) and what floats there, and what was met up to there: headings,
    places that links lead to, and how many lines of each cell are drawn.

    ``edges`` are the size of the page and the edges of its text, in points; ``from_text`` is true where tables begin so
    far left that their text stands at the edge, as they did up to Word 2010; ``results`` is there where fields show
    pages. Paragraphs in styles that are ``unread`` are not read aloud.
    """

    story: Story
    unread: frozenset[str] = frozenset()
    page: int = 0
    edges: Edges = _NO_PAGE
    from_text: bool = False
    results: Results | None = None
    marks: list[Mark] = field(default_factory=list)
    floating: list[Floating] = field(default_factory=list)
    outline: list[Heading] = field(default_factory=list)
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    drawn: dict[int, int] = field(default_factory=dict)

    def lines(
        self,
        paragraph: Paragraph,
        lines: range,
        place: tuple[float, float],
        width: float,
        branch: Branch | None,
        table: Mapping[str, str] = _NO_TABLE,
    ) -> None:
        """Draw ``lines`` of ``paragraph`` in a column of ``width`` at ``place``; lengths are twips. Without a
        ``branch`` they are not read. ``table`` are the properties of the table that it stands in."""
        own = paragraph
        if self.results is not None:
            paragraph = self.results.shown(own, width, table)
        x, y, width = place[0] / POINT, place[1] / POINT, width / POINT
        spot = UNREAD if branch is None or paragraph.shape.style in self.unread else branch.paragraph(own)
        if spot.level and not lines.start:
            title = " ".join(paragraph.text.replace(_PICTURE, " ").split())
            self.outline.append(Heading(title, spot.level, self.page, y))
        for name, down in places_in(paragraph, lines, y).items() if self.story.has.bookmarks else ():
            self.places.setdefault(name, (self.page, down))
        for one in floating_in(paragraph.element) if self.story.has.floating and not lines.start else ():
            ground = Ground(*self.edges, column=(x, x + width), paragraph=y, line=y, character=x)
            above = spot.node or (branch.node if branch else None)
            self.floating += draw_floating(one, self.story.package, self.story.part, ground, above)
        self.marks += place_lines(paragraph, lines, x, y, width, self.story, spot.node, spot.label)

    def turn(self, page: int, edges: Edges) -> None:
        """Take up a new page."""
        self.page, self.edges, self.marks, self.floating = page, edges, [], []
