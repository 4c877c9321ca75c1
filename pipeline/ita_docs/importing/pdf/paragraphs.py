"""Paragraphs from lines: lines are joined where one was full and the next goes on at the left edge of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_docs.importing.blocks import OldParagraph, OldPlace
from ita_docs.importing.pdf.joints import PdfJoints, first_word
from ita_docs.importing.pdf.lines import MARKER, PdfLine

_NEAR = 2.5
"""Points that two edges that are the same lie apart at most."""
_LEADING = 1.25
"""How much more than the usual distance of lines two lines of a paragraph lie apart at most."""
_CENTRED = 4.0


@dataclass(frozen=True, slots=True)
class PdfArea:
    """Where lines run from and to, in points: the text of a page, or a cell. ``leading`` is the usual distance of
    lines, in parts of the size."""

    left: float
    right: float
    leading: float = 1.3


@dataclass(slots=True)
class _Open:
    """A paragraph that lines are still joined to."""

    lines: list[PdfLine]
    area: PdfArea

    @property
    def last(self) -> PdfLine:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Makes paragraphs of the file ``name``."""

    name: str
    joints: PdfJoints

    def paragraphs(self, lines: Iterable[tuple[PdfLine, PdfArea]], place: str = "") -> Iterator[OldParagraph]:
        """The paragraphs of lines that stand below each other, each with its area; those of several pages go on."""
        held: _Open | None = None
        for line, area in lines:
            if held and goes_on(held.lines, line, held.area, area):
                held.lines.append(line)
                continue
            if held:
                yield self.paragraph(held.lines, held.area, place)
            held = _Open([line], area)
        if held:
            yield self.paragraph(held.lines, held.area, place)

    def paragraph(self, lines: Sequence[PdfLine], area: PdfArea, place: str = "") -> OldParagraph:
        """The paragraph of these lines."""
        first, last = lines[0], lines[-1]
        text = first.text
        for before, line in pairwise(lines):
            text += self.joints.between(text, line.text, spaced=before.spaced) + line.text
        where = f"หน้า {first.page} บรรทัด {first.number} {place}" if place else ""
        return OldParagraph(
            text,
            OldPlace(self.name, first.number, first.page, where),
            indent=round(max(first.x - area.left, 0.0), 1),
            centred=is_centred(first, area),
            bold=all(line.bold for line in lines),
            ended=last.right < area.right - _NEAR * 4,
            edges=tuple(round(piece.x, 1) for piece in first.pieces),
        )


def goes_on(lines: Sequence[PdfLine], line: PdfLine, before: PdfArea, area: PdfArea) -> bool:
    """True where ``line`` is the next line of the paragraph of ``lines``; ``before`` is the area of these."""
    last = lines[-1]
    if abs(last.size - line.size) > 0.6 or MARKER.match(line.text) or last.bold != line.bold:
        return False
    if last.page == line.page and not 0.5 * last.size < line.y - last.y <= _LEADING * before.leading * last.size:
        return False
    if len(line.pieces) > 1 and len(last.pieces) > 1:
        return False
    if is_centred(last, before) and is_centred(line, area) and len(lines) == 1:
        return not _would_fit(line, (before.right - before.left) - (last.right - last.x))
    return _starts_where_text_goes_on(lines, line, before, area) and not _would_fit(line, before.right - last.right)


def _starts_where_text_goes_on(lines: Sequence[PdfLine], line: PdfLine, before: PdfArea, area: PdfArea) -> bool:
    shift = area.left - before.left
    if len(lines) > 1:
        return abs(line.x - shift - lines[-1].x) <= _NEAR
    first = lines[0]
    start = line.x - shift
    return start <= first.x + _NEAR or any(abs(start - edge) <= _NEAR for edge in _hanging(first))


def _hanging(line: PdfLine) -> Iterator[float]:
    """Where lines below a first one may begin besides its own start: at the text behind its number, at a column."""
    yield from (piece.x for piece in line.pieces[1:])
    match = MARKER.match(line.text)
    letters = line.pieces[0].letters
    if match:
        length = 0
        for letter in letters:
            if length >= match.end() and letter.text != " ":
                yield letter.x
                return
            length += len(letter.text)


def _would_fit(line: PdfLine, room: float) -> bool:
    """True where the first word of a line has room in that before it, which so was ended on purpose."""
    return _width(line, first_word(line.text)) <= room


def _width(line: PdfLine, length: int) -> float:
    """How wide the first ``length`` characters of a line are."""
    count, right = 0, line.x
    for piece in line.pieces:
        for letter in piece.letters:
            if count >= length:
                return right - line.x
            count += len(letter.text)
            right = letter.right
    return right - line.x


def is_centred(line: PdfLine, area: PdfArea) -> bool:
    """True of a line with as much room on its left as on its right."""
    left, right = line.x - area.left, area.right - line.right
    return left > 2 * _CENTRED and abs(left - right) <= _CENTRED
