"""What the pages of a document tell of themselves: their numbers, and what fields that show such numbers come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import Package, W
from officefiles.styles import flat, is_on
from officefiles.text import text_of
from thaipages.drawing.fields import with_results
from thaipages.drawing.known import ObstacleError
from thaipages.layout import Layout, Page, Paragraph, Section
from thaipages.layout.numbering import counted, counting_of
from thaipages.layout.paragraphs import Setting, measure_paragraph

_START = "pgNumType.left"
"""The number that a section begins with: flat properties call a start the left."""
_NOTHING_MARKED: Mapping[str, PageFacts] = {}
_COUNTED = re.compile(r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


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

    def result(self, code: str, marked: Mapping[str, PageFacts] = _NOTHING_MARKED) -> str | None:
        """What a field shows on this page; ``None`` where pages have no say in it. ``marked`` are the pages on which
        bookmarks stand."""
        name, *words = code.split() or [""]
        page = marked.get(words[0]) if words and name.upper() == "PAGEREF" else self
        values = {} if page is None else page.values
        value = values.get(name.upper())
        if page is None or value is None:
            return None
        counting, number = value
        return counted(number, counting_of(code) or counting)

    @property
    def values(self) -> Mapping[str, tuple[str, int]]:
        """What the fields that show a number count, and how unless they say it themselves."""
        own = self.section.values.get("pgNumType.fmt", "decimal"), self.number
        whole, part = ("decimal", self.pages), ("decimal", self.section_pages)
        return {"PAGE": own, "PAGEREF": own, "NUMPAGES": whole, "SECTIONPAGES": part}


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


def shows_pages(story: etree._Element) -> bool:
    """True where a field of ``story`` shows the number of a page or of pages."""
    codes = (one.get(W + "instr") or one.text or "" for one in story.iter(W + "fldSimple", W + "instrText"))
    return any(map(_COUNTED.match, codes))


@dataclass(frozen=True, slots=True)
class Results:
    """What fields in the text show on a page; ``marked`` are the pages on which bookmarks stand."""

    setting: Setting
    facts: PageFacts
    marked: Mapping[str, PageFacts]

    def shown(self, paragraph: Paragraph, width: float, table: Mapping[str, str]) -> Paragraph:
        """``paragraph`` with the results of its fields, in a column of ``width`` (twips) and in a table with these
        properties. Raises ``ObstacleError`` where it would take other lines than those that the pages are filled
        with, and where it has a list label, which is counted once."""
        element = with_results(paragraph.element, lambda code: self.facts.result(code, self.marked))
        if element is paragraph.element:
            return paragraph
        if paragraph.label:
            if text_of(element) == text_of(paragraph.element):
                return paragraph
            raise ObstacleError("เลขหน้าในย่อหน้าที่มีเลขลำดับ")
        style = self.setting.sheet.styles.name(table, "table") if table else ""
        made = measure_paragraph(element, width, self.setting, style)
        if len(made.ends) != len(paragraph.ends):
            raise ObstacleError("เลขหน้าที่ทำให้จำนวนบรรทัดเปลี่ยนไป")
        return made
