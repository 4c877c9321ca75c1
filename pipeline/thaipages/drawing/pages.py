"""A whole document drawn: its pages with what stands on them, and the tree in which it is read."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from officefiles.opc import Package
from thaipages.drawing.columns import draw_column
from thaipages.drawing.desk import POINT, Desk
from thaipages.drawing.headers import PageFacts, RunningHeads, facts_of_pages
from thaipages.drawing.lines import story_of
from thaipages.drawing.marks import Drawing, Leaf, Node
from thaipages.drawing.tree import Branch, Reading
from thaipages.layout import Layout, Page, measure, paginate
from thaipages.layout.document import read_setting

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_USUAL_LANGUAGE = "th-TH"
_ABOVE = {"center": 0.5, "bottom": 1.0}
"""How much of the free height of a page stands above its text, by the alignment of its section."""


def draw(package: Package, unread: Collection[str] = (), layout: Layout | None = None) -> Drawing:
    """The pages of the document in ``package``. Paragraphs in the styles ``unread`` (catchwords) are shown and not
    read; ``layout`` is that of the document where it was measured before."""
    layout = layout or measure(package)
    pages = paginate(layout)
    desk = Desk(story_of(package, package.main), frozenset(unread))
    branch = Branch(Node("Document"), Reading())
    heads = RunningHeads(package)
    leaves = []
    for number, (page, facts) in enumerate(zip(pages, facts_of_pages(package, layout, pages), strict=True)):
        desk.page, desk.marks = number, list(heads.marks(facts))
        _draw_page(desk, layout, page, facts, branch)
        width, height = facts.section.paper
        leaves.append(Leaf(width / POINT, height / POINT, desk.marks))
    return Drawing(
        leaves=leaves,
        tree=branch.node,
        title=_title(package),
        outline=desk.outline,
        places=desk.places,
        language=_language(package),
    )


def _draw_page(desk: Desk, layout: Layout, page: Page, facts: PageFacts, branch: Branch) -> None:
    """Draw the text of a page, section by section."""
    first = facts.kind == "first"
    top, height = (
        (facts.section.first_top, facts.section.first_height) if first else (facts.section.top, facts.section.height)
    )
    share = _ABOVE.get(facts.section.values.get("vAlign", ""), 0.0)
    top += share * max(height - page.filled, 0.0)
    for number, (start, end) in enumerate(pairwise((0, *page.joined, len(page.fragments))), page.section):
        section = layout.parts[number].section
        placed = [(page.fragments[at], top + page.tops[at]) for at in range(start, end)]
        draw_column(desk, placed, section.left, section.width, branch)


def _title(package: Package) -> str:
    """The title that the document states."""
    part = package.parts.get(package.related("", "core-properties"))
    return "" if part is None else " ".join((part.tree.findtext(_TITLE) or "").split())


def _language(package: Package) -> str:
    """The language of the document's Thai, as its styles state it."""
    return read_setting(package).sheet.styles.default.run.get("lang.bidi") or _USUAL_LANGUAGE
