"""A whole document measured: its sections, each with its paragraphs and tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from officefiles.opc import Package, W
from officefiles.opc import Part as PackagePart
from officefiles.styles import flat, is_on, number
from officefiles.text import blocks_of
from thaipages.layout import unlike
from thaipages.layout.paragraphs import Paragraph, Setting, measure_paragraph
from thaipages.layout.sections import Section, read_section
from thaipages.layout.shapes import read_sheet
from thaipages.layout.tables import Table, all_paragraphs, measure_table

Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A section and its blocks."""

    section: Section
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A document measured. ``notes`` are the things in it that could not be measured, in Thai; none: all is sure.

    ``sum_spaces`` tells how spaces between paragraphs count (``spaces.space_between``).
    """

    parts: tuple[Part, ...]
    sum_spaces: bool
    notes: tuple[str, ...]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in order, also those in tables."""
        return all_paragraphs(block for part in self.parts for block in part.blocks)


def measure(package: Package, body: etree._Element | None = None) -> Layout:
    """The layout of the document in ``package``; ``body`` is its body where it is parsed already."""
    setting = read_setting(package)
    if body is None:
        body = next(package.parts[package.main].tree.iter(W + "body"))
    parts = tuple(_parts(body, package, setting))
    return Layout(parts, setting.sum_spaces, tuple(setting.notes.found))


def read_setting(package: Package) -> Setting:
    """What the paragraphs of ``package`` share."""
    styles, numbering, theme, settings = map(package.of_main, ("styles", "numbering", "theme", "settings"))
    values = settings.made(_stated) if settings else {}
    tab_step = number(values, "defaultTabStop", 720)
    shared = numbering, theme, tab_step
    sheet = styles.made(read_sheet, *shared) if styles else read_sheet(None, *shared)
    return Setting(
        sheet,
        sum_spaces=is_on(values, "compat.doNotUseHTMLParagraphAutoSpacing"),
        even_pages=is_on(values, "evenAndOddHeaders"),
    )


def _stated(settings: PackagePart) -> dict[str, str]:
    return flat(settings.tree)


def _parts(body: etree._Element, package: Package, setting: Setting) -> Iterator[Part]:
    """The sections of ``body``: a section's properties stand in its last paragraph, the last one's in the body."""
    ends = {end.getparent().getparent(): end for end in body.iter(W + "sectPr")}  # type: ignore[union-attr]
    elements: list[etree._Element] = []
    section: Section | None = None
    for element in blocks_of(body):
        elements.append(element)
        end = ends.get(element)
        if end is not None:
            part = _part(elements, end, section, package, setting)
            elements, section = [], part.section
            yield part
    if elements:
        yield _part(elements, body.find(W + "sectPr"), section, package, setting)


def _part(
    elements: list[etree._Element],
    end: etree._Element | None,
    above: Section | None,
    package: Package,
    setting: Setting,
) -> Part:
    """A section, below another one or none: on other paper it begins a page in any case."""
    section = read_section(end, {} if above is None else above.stories, package, setting)
    if above is None or section.paper != above.paper:
        section = replace(section, starts_page=True)
    elif not section.starts_page and (section.top, section.height) != (above.top, above.height):
        setting.notes.add("ตอนต่อเนื่องที่มีระยะขอบบนหรือล่างของตนเอง")
    return Part(section, tuple(measure_block(element, section.width, setting) for element in elements))


def measure_block(element: etree._Element, width: float, setting: Setting) -> Block:
    """A paragraph or a table measured in a column of ``width``."""
    if element.tag == W + "p":
        return measure_paragraph(element, width, setting)
    table = measure_table(element, setting)
    setting.notes.add(*unlike.in_table(table.values, table.columns, width))
    return table
