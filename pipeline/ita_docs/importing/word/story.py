"""The blocks of a story of a Word file: of its body, a header, a footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ita_docs.importing.blocks import Block, OldParagraph, Photo
from ita_docs.importing.word.lines import lines_of
from ita_docs.importing.word.photos import Album
from ita_docs.importing.word.pieces import Content, Fields, content_of
from ita_docs.importing.word.places import PARAGRAPH, PICTURE, Places
from ita_docs.importing.word.symbols import bullet
from ita_docs.importing.word.tables import read_table
from officefiles.opc import W
from officefiles.styles import flat, is_on, properties, value_of
from officefiles.text import TABLE, P, held_by
from thaipages.layout.paragraphs import Setting
from thaipages.layout.shapes import Shape

_CONTROL, _INSIDE, _PROPERTIES, _SECTION = (W + name for name in ("sdt", "sdtContent", "pPr", "sectPr"))
_MARK = f"{W}pPr/{W}rPr"
GALLERY = ("sdtPr", "docPartObj", "docPartGallery")
CONTENTS = "Table of Contents"
_TAKEN_AWAY = ("del", "moveFrom")


@dataclass(slots=True)
class Story:
    """A story that is being read: its ``places``, its pictures, and how each section that is still to come begins.
    ``notes`` are the footnotes and endnotes met so far, ``met`` the paragraphs. Fields go on over paragraphs only where
    all of them end (``whole_fields``)."""

    setting: Setting
    places: Places
    album: Album
    sections: Iterator[str] = field(default_factory=lambda: iter(()))
    whole_fields: bool = True
    notes: list[tuple[str, str]] = field(default_factory=list)
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
            elif value_of(element, *GALLERY) != CONTENTS:
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
        self.new_page |= shape.break_before
        yield from self._photos(content, behind=False)
        if self._goes_on(element, shape):
            self.carried = self._with_carried(content)
        else:
            yield from self._lines(content, shape, self._label(shape))
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
