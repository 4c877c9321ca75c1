"""A whole document drawn: its pages with what stands on them, and the tree in which it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from officefiles.opc import Package
from thaipages.drawing.columns import draw_column
from thaipages.drawing.desk import POINT, Desk, Edges, desk_of
from thaipages.drawing.facts import PageFacts, Results, facts_of_pages, shows_pages
from thaipages.drawing.headers import RunningHeads
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.marks import Drawing, Leaf, Mark, Node
from thaipages.drawing.tree import Branch, Reading
from thaipages.layout import Layout, Page, Paragraph, measure, paginate
from thaipages.layout.document import read_setting

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_USUAL_LANGUAGE = "th-TH"
_ROUNDING = 1.0
_ABOVE = {"center": 0.5, "bottom": 1.0}
"""How much of the free height of a page stands above its text, by the alignment of its section."""


def draw(package: Package, unread: Collection[str] = (), layout: Layout | None = None) -> Drawing:
    """The pages of the document in ``package``. Paragraphs in the styles ``unread`` (catchwords) are shown and not
    read; ``layout`` is that of the document where it was measured before. Raises ``ObstacleError`` for what cannot be
    drawn."""
    layout = layout or measure(package)
    pages = paginate(layout)
    if not pages:
        raise ObstacleError("เอกสารที่ไม่มีเนื้อหา")
    facts = list(facts_of_pages(package, layout, pages))
    drawing = _drawn(package, layout, pages, facts, frozenset(unread), None)
    if shows_pages(package.parts[package.main].tree):
        marked = {name: facts[page] for name, (page, _) in drawing.places.items()}
        drawing = _drawn(package, layout, pages, facts, frozenset(unread), marked)
    return drawing


def _drawn(
    package: Package,
    layout: Layout,
    pages: Sequence[Page],
    facts: Sequence[PageFacts],
    unread: frozenset[str],
    marked: Mapping[str, PageFacts] | None,
) -> Drawing:
    """The drawing of ``pages``; where it is known on which pages bookmarks stand (``marked``), with the results of
    fields."""
    desk, setting = desk_of(package, package.main, unread), read_setting(package)
    branch = Branch(Node("Document"), Reading())
    heads = RunningHeads(package, setting)
    leaves = []
    for number, (page, own) in enumerate(zip(pages, facts, strict=True)):
        width, height = (length / POINT for length in own.section.paper)
        desk.turn(number, _edges(own))
        desk.results = None if marked is None else Results(setting, own, marked)
        _draw_page(desk, layout, page, own, branch)
        leaves.append(Leaf(width, height, list(_marks([*heads.draw(own, desk.edges), desk]))))
    return Drawing(
        leaves=leaves,
        tree=branch.node,
        title=_title(package),
        outline=desk.outline,
        places=desk.places,
        language=setting.sheet.styles.default.run.get("lang.bidi") or _USUAL_LANGUAGE,
    )


def _draw_page(desk: Desk, layout: Layout, page: Page, facts: PageFacts, branch: Branch) -> None:
    """Draw the text of a page, section by section."""
    top, height = _extent(facts)
    if page.filled > height + _ROUNDING:
        raise ObstacleError("แถวของตาราง บรรทัด หรือภาพที่สูงกว่าหน้ากระดาษ")
    last = page.fragments[-1]
    if last.line == 0 and not last.ends and isinstance(last.owner, Paragraph) and not last.owner.shape.widows:
        raise ObstacleError("บรรทัดแรกของย่อหน้าที่อยู่ท้ายหน้าบรรทัดเดียว")
    share = _ABOVE.get(facts.section.values.get("vAlign", ""), 0.0)
    top += share * max(height - page.filled, 0.0)
    for number, (start, end) in enumerate(pairwise((0, *page.joined, len(page.fragments))), page.section):
        section = layout.parts[number].section
        placed = [(page.fragments[at], top + page.tops[at]) for at in range(start, end)]
        draw_column(desk, placed, section.left, section.width, branch)


def _extent(facts: PageFacts) -> tuple[float, float]:
    """How far down a page its text begins, and how tall it may be."""
    section = facts.section
    return (section.first_top, section.first_height) if facts.is_first else (section.top, section.height)


def _edges(facts: PageFacts) -> Edges:
    """The size of a page and the edges of its text, in points."""
    section, (top, height) = facts.section, _extent(facts)
    width, length, *sides = (
        one / POINT for one in (*section.paper, section.left, top, section.left + section.width, top + height)
    )
    left, upper, right, lower = sides
    return (width, length), left, upper, right, lower


def _marks(desks: Sequence[Desk]) -> Iterator[Mark]:
    """All that stands on a page, the lowest first: what floats behind the text, headers, text, what floats over it."""
    floating = sorted((one for desk in desks for one in desk.floating), key=lambda one: one.order)
    for one in floating:
        if one.behind:
            yield from one.marks
    for desk in desks:
        yield from desk.marks
    for one in floating:
        if not one.behind:
            yield from one.marks


def _title(package: Package) -> str:
    """The title that the document states."""
    part = package.parts.get(package.related("", "core-properties"))
    return "" if part is None else " ".join((part.tree.findtext(_TITLE) or "").split())
