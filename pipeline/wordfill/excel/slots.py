"""Parts of a workbook as text with gaps, for what depends on where the rows of its sheets stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import jinja2
from lxml import etree

from officefiles.xml import as_text
from wordfill.excel import page_texts
from wordfill.excel.blocks import RowMap
from wordfill.excel.references import LOST, STILL, Formula, Place
from wordfill.excel.values import LINE, SLOT, printed, quoted, shown, without_states
from wordfill.lint.characters import SMART_QUOTES
from wordfill.marks import LITERALS
from wordfill.sandbox import NOTHING

_GAP = re.compile(rf"(?:{SLOT}|<\?slot )([0-9]+)(?:{SLOT}|\?>)")
_NAMESPACE = re.compile(r' xmlns(?::[\w.-]+)?="[^"]*"')
_QUOTES = str.maketrans(SMART_QUOTES)
TAG_SIGNS = ("{{", "{%", "{#", "{_{", "}_}", "{_%", "%_}")


@dataclass(frozen=True, slots=True)
class Finished:
    """Where the rows of all sheets stand, and the rows of each sheet as XML, by the sheet's name in lower case; what
    pieces with tags say, by what they are in the template."""

    maps: Mapping[str, RowMap]
    rows: Mapping[str, str]
    said: Mapping[str, str] = field(default_factory=dict)


class Gap(Protocol):
    """A gap in a part."""

    def filled(self, done: Finished, place: Place) -> str:
        """What stands in the gap; ``place`` is the row that what stands round it belongs to."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Text and gaps in their order."""

    pieces: tuple[str | Gap, ...]

    def filled(self, done: Finished, place: Place = None) -> str:
        """The whole text."""
        said = done.said
        return "".join(
            said.get(piece, piece) if isinstance(piece, str) else piece.filled(done, place) for piece in self.pieces
        )

    @property
    def texts(self) -> Iterator[str]:
        """Its texts."""
        return (piece for piece in self.pieces if isinstance(piece, str))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet."""

    sheet: str

    def filled(self, done: Finished, place: Place) -> str:  # noqa: ARG002
        return done.rows[self.sheet]


@dataclass(frozen=True, slots=True)
class Reference:
    """A formula, or a reference that is one; ``lost`` stands for one of which nothing is left."""

    sheet: str
    formula: Formula
    lost: str = ""

    def filled(self, done: Finished, place: Place) -> str:
        found = self.formula.mapped(done.maps, self.sheet, place)
        return quoted(self.lost if self.lost and LOST in found else found)


@dataclass(frozen=True, slots=True)
class Area:
    """Ranges of cells (``sqref``): all the rows that theirs have become."""

    sheet: str
    ranges: tuple[tuple[str, int, str, int], ...]

    def filled(self, done: Finished, place: Place) -> str:  # noqa: ARG002
        map_, found = done.maps[self.sheet], []
        for left, first, right, last in self.ranges:
            for top, bottom in map_.pieces(first, last):
                whole = f"{left}{top}:{right}{bottom}"
                found.append(f"{left}{top}" if left == right and top == bottom else whole)
        return " ".join(found)

    def place(self, done: Finished) -> Place:
        """The row that formulas of these ranges are written for."""
        first = min(one[1] for one in self.ranges)
        last = max(one[3] for one in self.ranges)
        span = done.maps[self.sheet].span(first, last)
        return (first, span[0]) if span else None


@dataclass(frozen=True, slots=True)
class OverArea:
    """What is said of an area: gone where nothing of the area is left."""

    area: Area
    pieces: Pieces

    def filled(self, done: Finished, place: Place) -> str:
        return self.pieces.filled(done, self.area.place(done)) if self.area.filled(done, place) else ""


@dataclass(frozen=True, slots=True)
class Copies:
    """What is said of some rows of the template, once for each turn of the block that they stand in."""

    sheet: str
    first: int
    last: int
    pieces: Pieces

    def filled(self, done: Finished, place: Place) -> str:  # noqa: ARG002
        turns = done.maps[self.sheet].copies(self.first, self.last)
        return "".join(self.pieces.filled(done, (self.first, top)) for top, _ in turns)


@dataclass(frozen=True, slots=True)
class Breaks:
    """The breaks behind rows: each row and what else is said of its break."""

    sheet: str
    rows: tuple[tuple[int, str], ...]

    def filled(self, done: Finished, place: Place) -> str:  # noqa: ARG002
        map_ = done.maps[self.sheet]
        found = [f'<brk id="{at}"{rest}/>' for row, rest in self.rows for at in map_.standing(row)]
        count = f'count="{len(found)}" manualBreakCount="{sum(" man=" in one for one in found)}"'
        return f"<rowBreaks {count}>{''.join(found)}</rowBreaks>" if found else ""


@dataclass(frozen=True, slots=True)
class Container:
    """An element round others: gone where none of them is left."""

    start: str
    inner: Pieces
    end: str

    def filled(self, done: Finished, place: Place) -> str:
        inner = self.inner.filled(done, place)
        return f"{self.start}{inner}{self.end}" if inner else ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The row, from 0, at which a picture or chart hangs: ``row`` of the template or as far from it as before."""

    sheet: str
    row: int
    beyond: int = 0

    def filled(self, done: Finished, place: Place) -> str:  # noqa: ARG002
        map_ = done.maps.get(self.sheet, STILL)
        span = map_.span(self.row + 1, self.row + 1) or map_.span(self.row + 1, self.row + 1000)
        return str((span[0] if span else self.row + 1) - 1 + self.beyond)


@dataclass(slots=True)
class Gaps:
    """The gaps of one part while it is read."""

    slots: list[Gap] = field(default_factory=list)

    def mark(self, slot: Gap) -> str:
        """The text that stands for ``slot`` until the part is cut."""
        self.slots.append(slot)
        return f"{SLOT}{len(self.slots) - 1}{SLOT}"

    def replace(self, element: etree._Element, slot: Gap) -> None:
        """Put ``slot`` in the place of ``element``."""
        self.slots.append(slot)
        mark, parent = etree.ProcessingInstruction("slot", str(len(self.slots) - 1)), element.getparent()
        assert parent is not None
        mark.tail = element.tail
        parent.replace(element, mark)

    def cut(self, text: str) -> Pieces:
        """``text`` in pieces, its marks as their gaps."""
        found = _GAP.split(text)
        pieces = (self.slots[int(one)] if n % 2 else one for n, one in enumerate(found))
        return Pieces(tuple(piece for piece in pieces if piece != ""))

    def piece(self, element: etree._Element) -> Pieces:
        """An element inside others, as text in pieces, without the names of namespaces that those state."""
        return self.cut(self.text(element))

    @staticmethod
    def text(element: etree._Element) -> str:
        """An element inside others as text."""
        around = element.getparent()
        known = {} if around is None else around.nsmap
        stated = {f' xmlns{":" if prefix else ""}{prefix or ""}="{name}"' for prefix, name in known.items()}
        text = as_text(element)
        return _NAMESPACE.sub(lambda one: "" if one[0] in stated else one[0], text)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part that is text with gaps, and with tags where ``template`` is given; ``inner`` are those in its gaps, by
    what they are in the template."""

    name: str
    gaps: Gaps
    pieces: Pieces
    template: jinja2.Template | None
    inner: Mapping[str, jinja2.Template]

    def data(self, context: Mapping[str, object], done: Finished) -> str:
        """The part of one workbook, without its declaration. Raises what Jinja raises, and ``SheetError``."""
        if self.inner:
            said = {text: page_texts.fitting(template.render(context)) for text, template in self.inner.items()}
            done = replace(done, said=said)
        if self.template is None:
            return self.pieces.filled(done)
        return self.gaps.cut(page_texts.fitting(self.template.render(context))).filled(done)


def text_part(name: str, root: etree._Element, gaps: Gaps, env: jinja2.Environment) -> TextPart:
    """The part ``name`` with the root ``root``, its gaps marked; tags in its texts and attributes are filled."""
    text = as_text(root)
    inner = {one: _template(one, env) for slot in gaps.slots for one in _texts(slot) if has_tags(one)}
    if not has_tags(text):
        return TextPart(name, gaps, gaps.cut(text), None, inner)
    return TextPart(name, gaps, Pieces(()), _template(text, env), inner)


def has_tags(text: str) -> bool:
    """True for a text with a tag, or with what stands for the sign of one."""
    return any(sign in text for sign in TAG_SIGNS)


def _texts(slot: Gap) -> Iterator[str]:
    """The texts that stand in a gap itself."""
    if isinstance(slot, OverArea | Copies):
        yield from slot.pieces.texts
    elif isinstance(slot, Container):
        yield from slot.inner.texts


def _template(text: str, env: jinja2.Environment) -> jinja2.Template:
    for sign, expression in LITERALS.items():
        text = text.replace(sign, expression)
    return env.from_string(_without_markup(text))


def _without_markup(text: str) -> str:
    """The text with its tags as they were typed: XML writes ``&lt;`` for ``<`` in them."""
    return re.sub(
        r"{[{%].*?[%}]}",
        lambda tag: straight(tag[0].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')),
        text,
    )


def straight(tag: str) -> str:
    """A tag with the quotation marks that were typed, in place of those that Office makes of them."""
    return tag.translate(_QUOTES)


def escaped(value: object) -> str:
    """A value in the XML of a part that is no sheet: on one line, escaped, a number in Arabic digits."""
    return quoted(without_states(shown(printed(NOTHING, value))).replace(LINE, " "))
