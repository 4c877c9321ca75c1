"""A paragraph measured: its lines and their heights, and how it stands to what is before and after it.

Lengths are twips.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from officefiles.carrier import Recent
from officefiles.opc import W
from officefiles.styles import Styles, flat, properties
from thaipages.layout import unlike
from thaipages.layout.content import Content, Lines, Notes, Picture, Span, add_runs
from thaipages.layout.lines import Measure, fill
from thaipages.layout.numbering import Counts, Level
from thaipages.layout.shapes import Shape, Sheet
from thaipages.layout.text import Ruler, measure_text, read_look, ruler

_PROPERTIES = W + "pPr"
_MARK = f"{W}pPr/{W}rPr"
_MOST = 1024
"""Paragraphs that are remembered: those of some offices."""
_IN_SHEET = re.compile(b"rStyle|heme=")
"""What the look of a run may come from besides the paragraph's shape and the run itself: styles of characters, and
fonts of the theme."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all paragraphs of a document share. ``sum_spaces`` is True where the space after a paragraph and the one
    before the next add up; else the larger of the two counts. ``even_pages`` is True where pages with even numbers have
    headers and footers of their own."""

    sheet: Sheet
    sum_spaces: bool
    even_pages: bool
    notes: Notes = field(default_factory=Notes)
    counts: Counts = field(default_factory=Counts)


class Paragraph(NamedTuple):
    """A measured paragraph. ``text`` begins with its list label of ``label`` characters, ``ends`` are the ends of its
    lines in ``text``; ``edges[i]`` is the left edge of character ``i`` were all on one line. ``lines`` are its lines as
    they are kept for paragraphs like it, and ``further`` is the part of its height that is there for programs which set
    text a little wider (``planning.room``)."""

    element: etree._Element
    shape: Shape
    text: str
    label: int
    ends: tuple[int, ...]
    heights: tuple[float, ...]
    edges: Sequence[float]
    spans: Sequence[Span]
    pictures: Mapping[int, Picture]
    lines: Lines
    further: float = 0.0

    @property
    def height(self) -> float:
        """The height of its lines, without the spaces before and after."""
        return sum(self.heights)

    @property
    def break_before(self) -> bool:
        """True where it begins a page. A break alone ends one: the rest of its line stands there."""
        return self.shape.break_before or (self.text.startswith("\f") and self.text != "\f")

    @property
    def break_after(self) -> bool:
        """True where a page break in it ends the page."""
        return "\f" in self.text[1:] or self.text == "\f"


def measure_paragraph(element: etree._Element, width: float, setting: Setting, table_style: str = "") -> Paragraph:
    """``element`` measured in a column of ``width``, in a table of ``table_style`` or in none."""
    data = etree.tostring(element, encoding="utf-8", with_tail=False)
    seen, key = setting.sheet.seen, (table_style, data)
    shape = seen.find(key) or seen.met(key, setting.sheet.shape(properties(element, _PROPERTIES), table_style))
    if shape.framed:
        setting.notes.add("กรอบข้อความ")
    if shape.box and _shares_box(element, shape, setting, table_style):
        setting.notes.add("กรอบที่หลายย่อหน้าใช้ร่วมกัน")
    content = _content(element, shape, setting, data)
    lines = content.lines.find(width) or _lines(element, shape, content, width, setting.sheet.styles)
    if content.notes.found or lines.notes:
        setting.notes.add(*content.notes.found, *lines.notes)
    return Paragraph(
        element,
        shape,
        content.text,
        content.label,
        lines.ends,
        lines.heights,
        content.edges,
        content.spans,
        content.pictures,
        lines,
    )


def _content(element: etree._Element, shape: Shape, setting: Setting, data: bytes) -> Content:
    """What ``element`` holds; where an equal one was met before, in this document or another, as it was read there."""
    label = "" if shape.level is None else _label(shape, shape.level, setting)
    known, key = ruler().made(_contents), (shape, label, data)
    content = known.find(key)
    if content is None:
        content = Content()
        if shape.level is not None:
            _add_label(content, label, element, shape, shape.level, setting.sheet.styles)
        add_runs(content, element, shape, setting.sheet.styles)
        if not (content.pictures or _IN_SHEET.search(data)):
            known.met(key, content)
    return content


def _contents(_ruler: Ruler) -> Recent[tuple[Shape, str, bytes], Content]:
    """What was read last, by shape, list label and XML."""
    return Recent(_MOST)


def _lines(element: etree._Element, shape: Shape, content: Content, width: float, styles: Styles) -> Lines:
    """The lines of ``content`` in a column of ``width``, which it keeps."""
    text, right, notes = content.text, width - shape.right, tuple[str, ...]()
    if shape.line_rule != "exact" or shape.line <= 0 or content.pictures or "\f" in text or "\t" in text:
        notes = tuple(unlike.in_paragraph(content, shape, content.label, right))
    ends = fill(text, content.edges, Measure(shape.first, shape.left, right, shape.tabs))
    return content.lines.met(width, Lines(tuple(ends), _heights(element, shape, content, ends, styles), notes))


def _shares_box(element: etree._Element, shape: Shape, setting: Setting, table_style: str) -> bool:
    """True where the paragraph above has the same borders: programs draw one box around both."""
    above = element.getprevious()
    if above is None or above.tag != element.tag:
        return False
    return setting.sheet.shape(properties(above, _PROPERTIES), table_style).box == shape.box


def _label(shape: Shape, level: Level, setting: Setting) -> str:
    """The label of a paragraph of ``shape``, the next of its list, and what follows it."""
    label = setting.counts.label(setting.sheet.lists, shape.list_id, shape.depth)
    return label + {"tab": "\t", "space": " "}.get(level.follow, "")


def _add_label(
    content: Content, label: str, element: etree._Element, shape: Shape, level: Level, styles: Styles
) -> None:
    """Put the label of a list at the start of ``content``; it looks like the mark at the end of the paragraph, and as
    its list says."""
    mark = flat(element.find(_MARK))
    values = styles.named({**styles.run(shape.runs, mark), **level.run}) if mark else shape.label_runs
    content.add(label, read_look(values) if mark else shape.label_look, values)
    content.label = len(content.text)


def _heights(
    element: etree._Element, shape: Shape, content: Content, ends: list[int], styles: Styles
) -> tuple[float, ...]:
    if shape.line_rule == "exact":
        heights = [shape.line] * len(ends)
    else:
        lines = zip((0, *ends), ends, strict=False)
        natural = [content.height(start, end) for start, end in lines]
        if None in natural:
            mark = styles.named({**shape.runs, **flat(element.find(_MARK))})
            nothing = measure_text("", read_look(mark))
            natural = [nothing.above + nothing.below if height is None else height for height in natural]
        heights = [shape.line_height(height) for height in natural if height is not None]
    heights[0] += shape.rule_above
    heights[-1] += shape.rule_below
    return tuple(heights)
