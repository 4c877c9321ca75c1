"""The parts of a Word file in which templates may have tags, each with its slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zipfile import BadZipFile

from lxml import etree

from officefiles import limits
from officefiles.opc import Package, Relationship
from wordfill.slots.agreement import Agreement, agreed
from wordfill.slots.finding import Kinds, slots_of
from wordfill.slots.slot import Slot
from wordfill.slots.stores import tree_of

TEXT_KINDS = ("header", "footer", "footnotes", "endnotes")
"""What the main part calls the parts whose runs are filled as its own."""
ENGINES_OWN = ("docProps/core.xml", "docProps/app.xml")
"""The parts that the engine writes anew."""
_NO_TEXT = re.compile(r"word/(?:comments\w*|people)\.xml|customXml/itemProps\d*\.xml")
"""Parts whose text is none of the template's: what reviewers wrote."""
_XML = (".xml", ".vml")
_BOOKS = (".xlsx", ".xlsm")
_DATA_OF_CHARTS = ("package", "oleObject")
_NUMBER = re.compile(r"(\d+)\.\w+$")
_LARGEST = limits.MAX_WORKBOOK_PART


@dataclass(frozen=True, slots=True)
class SlotPart:
    """A part with slots: of the package, or of a workbook in it, which ``book`` names."""

    member: str
    root: etree._Element
    slots: tuple[Slot, ...]
    book: str = ""


@dataclass(slots=True)
class Survey:
    """All slots of a package: the trees of its ``texts`` and their slots, its ``others``, and what both halves of
    what stands twice say (``agreement``); ``unread`` are the workbooks of a kind that is not looked into, behind charts
    with slots, each with the number of its chart."""

    package: Package
    texts: dict[str, etree._Element]
    agreement: Agreement
    others: list[SlotPart] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=dict)

    def of_text(self, member: str) -> tuple[Slot, ...]:
        """The slots of a part of the document's text."""
        return tuple(slots_in_text(member, self.texts[member], self.package.relationships.get(member, {})))


def slots_in_text(member: str, root: etree._Element, links: Mapping[str, Relationship]) -> Iterator[Slot]:
    """The slots of a part of the document's text."""
    return slots_of(member, root, Kinds.TEXT, links)


def text_members(package: Package) -> tuple[str, ...]:
    """The main part and those that hold its headers, footers and notes."""
    links = package.relationships.get(package.main, {}).values()
    found = (link.target for link in links if link.word in TEXT_KINDS and not link.external)
    return tuple(dict.fromkeys((package.main, *(name for name in found if name in package.parts))))


def survey(package: Package, texts: Mapping[str, etree._Element] | None = None) -> Survey:
    """The slots of ``package``; ``texts`` are the trees of the parts of its text, changed where halves differ.

    Raises ``etree.XMLSyntaxError`` for a damaged part of the text."""
    trees = dict(texts) if texts else {name: package.parts[name].own_tree() for name in text_members(package)}
    answer = Survey(package, trees, agreed(package, trees))
    data = set(package.all_related(package.main, "customXml").values())
    for member in package.parts:
        if member not in trees and _may_have_slots(member):
            kind = Kinds.DATA if member in data else Kinds.OTHER
            answer.others += _part(answer, member, kind)
    filled = {part.member for part in answer.others}
    for book, (chart, number) in _books_of_charts(package).items():
        if book.lower().endswith(_BOOKS):
            answer.others += _book(package, book, number)
        elif chart in filled:
            answer.unread[book] = number
    return answer


def _may_have_slots(member: str) -> bool:
    return member.lower().endswith(_XML) and member not in ENGINES_OWN and not _NO_TEXT.fullmatch(member)


def _part(answer: Survey, member: str, kind: Kinds) -> Iterator[SlotPart]:
    root = answer.agreement.trees.get(member)
    if root is None:
        root = _tree(answer.package, member)
    if root is None:
        return
    links = answer.package.relationships.get(member, {})
    slots = tuple(slots_of(member, root, kind, links, _number(answer.package, member)))
    if slots or member in answer.agreement.trees:
        yield SlotPart(member, root, slots)


def _tree(package: Package, member: str) -> etree._Element | None:
    """The part as a tree; none where it has no brace, or is no XML that may be read."""
    part = package.parts[member]
    return tree_of(part) if b"{" in part.data or b"%7" in part.data else None


def _number(package: Package, member: str) -> int:
    """The number of a part among those of its folder that are named alike: ``chart2.xml`` is the second chart."""
    stem = re.sub(r"\d*\.\w+$", "", member)
    alike = (name for name in package.parts if re.sub(r"\d*\.\w+$", "", name) == stem)
    return sorted(alike, key=_order).index(member) + 1


def _order(member: str) -> int:
    found = _NUMBER.search(member)
    return int(found[1]) if found else 0


def _books_of_charts(package: Package) -> dict[str, tuple[str, int]]:
    """The workbooks behind charts, each with its chart and the number of that."""
    charts = [name for name in package.parts if name.startswith("word/charts/") and name.endswith(".xml")]
    return {
        link.target: (chart, _number(package, chart))
        for chart in charts
        for link in package.relationships.get(chart, {}).values()
        if link.word in _DATA_OF_CHARTS and link.target in package.parts
    }


def _book(package: Package, book: str, number: int) -> Iterator[SlotPart]:
    try:
        inner = Package(limits.unpack(package.parts[book].data, _LARGEST))
    except (limits.RefusedError, BadZipFile):
        return
    for member in inner.parts:
        if member.lower().endswith(_XML) and (root := _tree(inner, member)) is not None:
            slots = tuple(slots_of(book, root, Kinds.OTHER, {}, number))
            if slots:
                yield SlotPart(member, root, slots, book)
