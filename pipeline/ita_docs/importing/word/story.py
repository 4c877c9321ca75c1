"""The blocks of a story of a Word file: of its body, a header, a footnote.

Stretches of blanks that are wide enough for a column are tabs; those at the start of a paragraph are an indent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from ita_docs.importing.blocks import Block, OldParagraph, Photo
from ita_docs.importing.word.photos import Album
from ita_docs.importing.word.pieces import ASKS, Content, Fields, content_of
from ita_docs.importing.word.places import PARAGRAPH, PICTURE, Places
from ita_docs.importing.word.symbols import bullet
from ita_docs.importing.word.tables import read_table
from officefiles.opc import W
from officefiles.styles import flat, is_on, properties, value_of
from officefiles.text import TABLE, P, held_by
from officefiles.thai import clean
from thaipages.layout.lines import Measure, tabbed
from thaipages.layout.paragraphs import Setting
from thaipages.layout.shapes import Shape
from thaipages.layout.text import measure_text, read_look

_CONTROL, _INSIDE, _PROPERTIES, _SECTION = (W + name for name in ("sdt", "sdtContent", "pPr", "sectPr"))
_MARK = f"{W}pPr/{W}rPr"
GALLERY = ("sdtPr", "docPartObj", "docPartGallery")
CONTENTS = "Table of Contents"
_TAKEN_AWAY = ("del", "moveFrom")


@dataclass(slots=True)
class Story:
    """A story that is being read: its ``places``, its pictures, and how each section that is still to come begins.
    ``notes`` are the footnotes and endnotes met so far, ``struck`` the texts struck through, ``met`` the paragraphs.
    Fields go on over paragraphs only where all of them end (``whole_fields``)."""

    setting: Setting
    places: Places
    album: Album
    sections: Iterator[str] = field(default_factory=lambda: iter(()))
    whole_fields: bool = True
    notes: list[tuple[str, str]] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    met: set[etree._Element] = field(default_factory=set)
    fields: Fields = field(default_factory=Fields)
    new_page: bool = False
    carried: Content | None = None

    def blocks(self, parent: etree._Element, style: str = "") -> Iterator[Block]:
        """The blocks below ``parent``, which stands in a table of this ``style`` or in none."""
        for element in held_by(parent, P, TABLE, _CONTROL):
            if element.tag == P:
                yield from self._paragraph(element, style)
            elif element.tag == TABLE:
                yield from self._rest(style)
                yield from read_table(element, self)
            elif value_of(element, *GALLERY) != CONTENTS and element.find(ASKS) is None:
                for inside in element.iterchildren(_INSIDE):
                    yield from self.blocks(inside, style)
        yield from self._rest(style)

    def _rest(self, style: str) -> Iterator[Block]:
        """What was to stand at the head of the next paragraph, where none comes."""
        if self.carried is not None:
            yield from self._lines(Content(), self.setting.sheet.shape({}, style), "")

    def _paragraph(self, element: etree._Element, style: str) -> Iterator[Block]:
        self.met.add(element)
        shape = self.setting.sheet.shape(properties(element, _PROPERTIES), style)
        content = content_of(element, shape, self.setting.sheet.styles, self.fields)
        if not self.whole_fields:
            self.fields.opened.clear()
        self.notes += content.notes
        self.struck += [content.struck] * bool(content.struck.strip())
        self.new_page |= shape.break_before
        yield from self._photos(content, behind=False)
        if self._goes_on(element, shape):
            self.carried = self._with_carried(content)
        else:
            label = self._label(shape)
            yield from self._lines(content, shape, "" if content.struck and not content.text.strip() else label)
        yield from self._photos(content, behind=True)
        for box in content.boxes:
            yield from self._box(box)
        if element.find(f"{_PROPERTIES}/{_SECTION}") is not None:
            self.new_page |= next(self.sections, "") != "continuous"

    def _goes_on(self, element: etree._Element, shape: Shape) -> bool:
        """True where the end of the paragraph is deleted or hidden: its text stands at the head of the next."""
        mark = flat(element.find(_MARK))
        if not mark:
            return False
        deleted = any(name.partition(".")[0] in _TAKEN_AWAY for name in mark)
        return deleted or is_on(self.setting.sheet.styles.run(shape.runs, mark), "vanish")

    def _label(self, shape: Shape) -> str:
        """The automatic number of a paragraph: this counts it."""
        if shape.level is None:
            return ""
        label = self.setting.counts.label(self.setting.sheet.lists, shape.list_id, shape.depth)
        if is_on(shape.label_runs, "vanish"):
            return ""
        if shape.level.counting == "bullet":
            return bullet(label, shape.label_runs.get("rFonts.ascii", ""))
        return label.strip()

    def _with_carried(self, content: Content) -> Content:
        first, self.carried = self.carried, None
        if first is None:
            return content
        return replace(content, stretches=[*first.stretches, *content.stretches])

    def _lines(self, content: Content, shape: Shape, number: str) -> Iterator[OldParagraph]:
        content = self._with_carried(content)
        lines = lines_of(content, shape)
        for place, line in enumerate(lines):
            self.new_page |= place > 0
            if line.text or (number and place + 1 == len(lines)):
                yield OldParagraph(
                    text=line.text,
                    origin=self.places.next(PARAGRAPH),
                    number=number,
                    indent=line.indent,
                    centred=shape.values.get("jc") == "center",
                    bold=content.is_bold,
                    new_page=self.new_page,
                    edges=line.edges,
                )
                self.new_page, number = False, ""

    def _photos(self, content: Content, *, behind: bool) -> Iterator[Photo]:
        for key, is_behind in content.pictures:
            if is_behind == behind and (found := self.album.picture(key)) is not None:
                yield Photo(*found, self.places.next(PICTURE))

    def _box(self, box: etree._Element) -> Iterator[Block]:
        """The blocks of a text box, to which nothing goes on from the paragraph that it is anchored in."""
        carried, self.carried = self.carried, None
        yield from self.blocks(box)
        self.carried = carried


_TWIPS = 20.0
_GAP = re.compile("[ \u00a0]{4,}")
"""As many blanks in a row as people type to reach a column, never between words or round a number."""
_MOST_STOPS = 64
"""As many as Word lets a paragraph have."""
_PIECES = re.compile("[^\t]+")
_BLANK = re.compile("[ \u00a0\t]")


class Line(NamedTuple):
    """The text up to a page break: cleaned, with the indent of its first letter and the left edges of its pieces, in
    points; without edges where it has one piece."""

    text: str
    indent: float
    edges: tuple[float, ...]


def lines_of(content: Content, shape: Shape) -> list[Line]:
    """The text of a paragraph of this ``shape``, divided at its page breaks."""
    return [_line(text, content, shape) for text in content.text.split("\f")]


def _line(raw: str, content: Content, shape: Shape) -> Line:
    if "\t" not in raw and not _GAP.search(raw) and not _BLANK.match(raw):
        return Line(clean(raw), shape.first / _TWIPS, ())
    text, edges = "", list[float]()
    for place, line in enumerate(raw.split("\n")):
        at = _places(line, shape.left if place else shape.first, content, shape)
        text += "\n" if place else ""
        for piece in _PIECES.finditer(_GAP.sub(lambda gap: "\t" * len(gap[0]), line)):
            words = clean(piece[0])
            if not words:
                continue
            begins = piece.start() > 0 if place else bool(text)
            if begins or not edges:
                edges.append(at[piece.start() + len(piece[0]) - len(piece[0].lstrip(" \u00a0"))] / _TWIPS)
            text += f"\t{words}" if begins else words
    return Line(text.strip(), edges[0] if edges else shape.first / _TWIPS, tuple(edges) if len(edges) > 1 else ())


def _places(line: str, start: float, content: Content, shape: Shape) -> list[float]:
    """Where each character of a line begins that starts at ``start``, and where the last ends, in twips."""
    look = read_look(next(content.looks, shape.plain))
    widths = measure_text(line, look._replace(capitals=False)).widths
    edges = [0.0, *accumulate(widths)]
    measure = Measure(start, shape.left, float("inf"), shape.tabs)
    if len(shape.tabs.stops) > _MOST_STOPS:
        return edges
    places = [start]
    for place, char in enumerate(line):
        end = places[-1] + widths[place]
        places.append(tabbed(line, edges, places[-1], place + 1, measure) if char == "\t" else end)
    return places
