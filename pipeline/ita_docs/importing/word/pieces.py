"""What a paragraph of a Word file holds: the text that is seen on paper, its pictures and its text boxes.

Text as the runs give it: ``\\t`` a tab, ``\\n`` a line break, ``\\f`` a page break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ita_docs.importing.word.symbols import CHOSEN, sign, with_signs
from officefiles.namespaces import A
from officefiles.opc import R, W
from officefiles.styles import Properties, Styles, flat, is_on, properties, value_of
from officefiles.text import DRAWING, FALLBACK, T, runs_of, shown
from thaipages.layout.shapes import Shape

_LOOK, _SIMPLE, _MARK, _CODE, _SYMBOL, _PLACED_TAB, BOX = (
    W + name for name in ("rPr", "fldSimple", "fldChar", "instrText", "sym", "ptab", "txbxContent")
)
_CONTROL, ASKS = W + "sdt", f"{W}sdtPr/{W}showingPlcHdr"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_HOLDERS = frozenset((DRAWING, W + "pict", W + "object"))
_ALTERNATE = FALLBACK.replace("Fallback", "AlternateContent")
_PICTURES = {
    A + "blip": R + "embed",
    "{urn:schemas-microsoft-com:vml}imagedata": R + "id",
}
_OF_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "TOA", "INDEX"))
"""Fields whose results belong to pages and not to the text."""
_IN_LINE = str.maketrans("\t\r\n\v\f", "     ")


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code, and whether its result is met."""

    code: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open: they may go on over paragraphs. What stands in their codes is not seen."""

    opened: list[_Open] = field(default_factory=list)

    @property
    def hide(self) -> bool:
        """True where nothing is to be read."""
        return any(not one.in_result or is_of_pages(one.code) for one in self.opened)

    def mark(self, kind: str) -> None:
        """Take note of a field's ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self.opened.append(_Open())
        elif self.opened and kind == "separate":
            self.opened[-1].in_result = True
        elif self.opened and kind == "end":
            self.opened.pop()


def is_of_pages(code: str) -> bool:
    """True for the code of a field that shows page numbers, or a table of contents."""
    return code.split(maxsplit=1)[0].upper() in _OF_PAGES if code.strip() else False


@dataclass(slots=True)
class Content:
    """What a paragraph holds. ``stretches`` are its texts, each with its properties; ``pictures`` are the ids of their
    relationships, each with True where text stands before it; ``notes`` the ids of footnotes and endnotes; ``struck``
    is the text that is struck through."""

    stretches: list[tuple[str, Properties]] = field(default_factory=list)
    pictures: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    struck: str = ""

    @property
    def text(self) -> str:
        """All its texts."""
        return "".join([text for text, _ in self.stretches])

    @property
    def looks(self) -> Iterator[Properties]:
        """The properties of each text in which there are letters."""
        return (values for text, values in self.stretches if text.strip())

    @property
    def is_bold(self) -> bool:
        """True where all letters are bold."""
        first = next(self.looks, None)
        return first is not None and all(is_on(values, "b") or is_on(values, "bCs") for values in self.looks)


def content_of(paragraph: etree._Element, shape: Shape, styles: Styles, fields: Fields) -> Content:
    """What is seen of ``paragraph``, which has this ``shape``."""
    reading = _OpenParagraph(fields)
    left_out = {*_of_pages(paragraph), *_asked_for(paragraph)}
    for run in runs_of(paragraph):
        own = properties(run, _LOOK)
        values = styles.run(shape.runs, own) if own else shape.plain
        reading.run(run, values, unseen=run in left_out or is_on(values, "vanish"))
    return reading.content


def _of_pages(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of the simple fields whose results are left out."""
    for simple in paragraph.iter(_SIMPLE):
        if is_of_pages(simple.get(W + "instr", "")):
            yield from simple.iter(W + "r")


def _asked_for(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of content controls that were never filled: they ask for a text, and say none."""
    for control in paragraph.iter(_CONTROL):
        if control.find(ASKS) is not None:
            yield from control.iter(W + "r")


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph that is being read."""

    fields: Fields
    content: Content = field(default_factory=Content)
    values: Properties = field(default_factory=dict)

    def run(self, run: etree._Element, values: Properties, *, unseen: bool) -> None:
        """Take what a run holds that has the properties ``values``."""
        self.values = values
        for piece in run:
            if piece.tag == _MARK:
                if not unseen and not self.fields.hide:
                    self._say(_chosen(piece))
                self.fields.mark(piece.get(W + "fldCharType", ""))
            elif piece.tag == _CODE:
                if self.fields.opened:
                    self.fields.opened[-1].code += piece.text or ""
            elif not unseen and not self.fields.hide:
                self._see(piece)

    def _see(self, piece: etree._Element) -> None:
        tag = piece.tag
        if not isinstance(tag, str) or tag == FALLBACK:
            return
        if tag == BOX:
            self.content.boxes.append(piece)
        elif tag == _ALTERNATE:
            any(self._adds(option) for option in piece)
        elif tag in _HOLDERS or not tag.startswith(W):
            if tag in _PICTURES and (found := piece.get(_PICTURES[tag])):
                self.content.pictures.append((found, next(self.content.looks, None) is not None))
            for child in piece:
                self._see(child)
        elif tag in _NOTES:
            self.content.notes.append((_NOTES[tag], piece.get(W + "id", "")))
        else:
            self._say(_said(piece, self.values.get("rFonts.ascii", "")))

    def _adds(self, option: etree._Element) -> bool:
        """Take what one of several forms of the same thing holds; True where it holds anything."""
        before = self._size()
        for piece in option:
            self._see(piece)
        return self._size() > before

    def _size(self) -> int:
        return len(self.content.stretches) + len(self.content.boxes) + len(self.content.pictures)

    def _say(self, text: str) -> None:
        if is_on(self.values, "strike") or is_on(self.values, "dstrike"):
            self.content.struck += text
        elif text:
            self.content.stretches.append((text, self.values))


def _said(piece: etree._Element, font: str) -> str:
    if piece.tag == _SYMBOL:
        return sign(piece.get(W + "char", ""), piece.get(W + "font", ""))
    if piece.tag == _PLACED_TAB:
        return "\t"
    text = shown(piece)
    if piece.tag == T:
        return with_signs(text, font).translate(_IN_LINE)
    return "-" if text == "\u2011" else text


def _chosen(mark: etree._Element) -> str:
    """What a field of a form shows that begins at ``mark``: the entry that was chosen of a list, a box with a tick."""
    form = mark.find(W + "ffData")
    if form is None:
        return ""
    entries, box = form.find(W + "ddList"), form.find(W + "checkBox")
    if entries is not None:
        texts = [one.get(W + "val", "") for one in entries.iterchildren(W + "listEntry")]
        return "".join(texts[int(value_of(entries, "result") or 0) :][:1])
    if box is None:
        return ""
    stated = flat(box)
    return CHOSEN[is_on(stated, "checked" if "checked" in stated else "default")]
