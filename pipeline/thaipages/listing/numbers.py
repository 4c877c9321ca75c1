"""The pages that fields in the text tell of, by the page plan: ``PAGEREF``, ``PAGE`` and ``NUMPAGES``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from officefiles.fields import DIRTY, Field, fields_in
from officefiles.opc import Package, W
from officefiles.text import P, put_in_first, runs_of, shown
from thaipages.drawing.facts import PageFacts, facts_of_pages
from thaipages.layout import Page, Paragraph, Row, measure, paginate
from thaipages.layout.tables import all_paragraphs
from thaipages.listing.asked import asked_by
from thaipages.listing.entries import TANGLED, UNFILLED
from thaipages.listing.headings import holder_of

_START, _RUN = W + "bookmarkStart", W + "r"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document whose fields tell its pages; ``unsure`` is what kept pages or entries from being sure, in Thai: then
    Word works those fields out when it opens the document."""

    document: Package
    unsure: tuple[str, ...]


def numbered(document: Package) -> Numbered:
    """``document`` with the page numbers in its text, among them those of its tables of contents, as they are
    planned."""
    root = document.parts[document.main].own_tree()
    layout = measure(document, next(root.iter(W + "body")))
    pages = paginate(layout)
    facts = list(facts_of_pages(document, layout, pages))
    placed = {one.paragraph.element: one for one in _placed(pages)}
    marked = {name: facts[page] for one in placed.values() for name, page in one.marks()}
    marked |= {name: facts[placed[below].page] for name, below in _between(root) if below in placed}
    fields = fields_in(root).found
    for one in fields:
        holder = holder_of(one.begin)
        if holder in placed:
            _show(one, facts[placed[holder].page], marked)
    tables = [one for one in fields if one.kind == "TOC"]
    unsure = (*(layout.notes if tables else ()), *_unfilled(tables))
    if layout.notes:
        for one in tables or [one for one in fields if one.kind == "PAGEREF"]:
            one.begin.set(DIRTY, "true")
    made = document.copy()
    made.put(made.main, root)
    return Numbered(made, tuple(dict.fromkeys(unsure)))


def _between(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The bookmarks that begin between paragraphs, each with the paragraph below it."""
    for start in root.iter(_START):
        if holder_of(start) is None:
            inner = (paragraph for below in start.itersiblings() for paragraph in below.iter(P))
            below = next(inner, None)
            if below is not None:
                yield start.get(W + "name", ""), below


def _unfilled(tables: Iterable[Field]) -> Iterator[str]:
    """Why tables of contents that are left for Word to work out were not filled."""
    for one in tables:
        unknown = asked_by(one).unknown
        if one.begin.get(DIRTY):
            yield UNFILLED.format(switches=" ".join(unknown)) if unknown else TANGLED


def _show(one: Field, own: PageFacts, marked: Mapping[str, PageFacts]) -> None:
    text = own.result(one.code.strip(), marked) if one.result else None
    if text is not None:
        put_in_first(one.result, text)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph on its pages: the first of its lines on each, with the page."""

    paragraph: Paragraph
    lines: Sequence[tuple[int, int]]

    @property
    def page(self) -> int:
        """The page that it begins on."""
        return self.lines[0][1]

    def marks(self) -> Iterator[tuple[str, int]]:
        """The bookmarks that begin in it, each with its page."""
        if next(self.paragraph.element.iter(_START), None) is None:
            return
        within = {run: sum(map(len, map(shown, run))) for run in runs_of(self.paragraph.element)}
        at = self.paragraph.label
        for element in self.paragraph.element.iter(_RUN, _START):
            if element.tag == _RUN:
                at += within.get(element, 0)
            else:
                line = bisect_right(self.paragraph.ends, at)
                yield element.get(W + "name", ""), [page for first, page in self.lines if first <= line][-1]


def _placed(pages: Iterable[Page]) -> Iterator[_Placed]:
    """All paragraphs of ``pages``."""
    owners: dict[int, Paragraph | Row] = {}
    parts: dict[int, list[tuple[int, int, float]]] = {}
    for number, page in enumerate(pages):
        for fragment in page.fragments:
            owners[id(fragment.owner)] = fragment.owner
            parts.setdefault(id(fragment.owner), []).append((fragment.line, number, fragment.height))
    for key, owner in owners.items():
        if isinstance(owner, Paragraph):
            yield _Placed(owner, [(line, number) for line, number, _ in parts[key]])
        else:
            yield from _in_row(owner, parts[key])


def _in_row(row: Row, parts: Sequence[tuple[int, int, float]]) -> Iterator[_Placed]:
    """The paragraphs of a row that may go over several pages, each on that where it begins, about."""
    ends = list(accumulate(height for _, _, height in parts))
    for cell in row.cells:
        top = 0.0
        for paragraph in all_paragraphs(cell.blocks):
            yield _Placed(paragraph, [(0, parts[min(bisect_right(ends, top), len(parts) - 1)][1])])
            top += paragraph.shape.before + paragraph.height + paragraph.shape.after
