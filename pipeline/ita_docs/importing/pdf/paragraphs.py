"""Paragraphs from lines: lines are joined where one was full and the next goes on at the left edge of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.importing.blocks import OldParagraph, OldPlace
from ita_docs.importing.pdf.lines import PdfLine
from ita_docs.importing.pdf.said import begins_item
from ita_docs.importing.pdf.wraps import PdfArea, PdfHabits, Wrap, has_no_end, is_centred, room_of, wrap_of
from thaipages.segment import whole_breaks

_FULL = 1.2
"""Parts of the size that a line leaves free at its end where it may go on in what is not seen."""
MOST_TORN = 6
"""The most lines of a cell whose lines may each be ended by hand; a longer text is one that runs."""
_NARROW = 20
"""Letters of a line in a column that may be too narrow for a word."""
Story = Sequence[tuple[PdfLine, PdfArea]]
"""Lines that stand below each other, each with where it runs."""


def with_cut_words(story: Story) -> Story:
    """A story of which the lines that are a part of one word, too long for its column, say so."""
    cut = {at for at, ((one, area), (two, _)) in enumerate(pairwise(story)) if _is_cut(one, two, area)}
    return [(replace(line, cut=at in cut), area) for at, (line, area) in enumerate(story)] if cut else story


def _is_cut(line: PdfLine, below: PdfLine, area: PdfArea) -> bool:
    """True of a full line in which no word ends, nor at its end."""
    full = line.x - area.left < 1 and line.right > area.right - _FULL * line.size and len(line.text) <= _NARROW
    return full and whole_breaks(line.text + below.text)[0] > len(line.text)


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Makes paragraphs of the file ``name``."""

    name: str
    habits: PdfHabits

    def paragraphs(
        self, story: Story, place: str = "", torn: Set[int] = frozenset(), sure: Set[int] = frozenset()
    ) -> Iterator[OldParagraph]:
        """The paragraphs of a story; ``torn`` are the lines, counted from 0, behind which the like of it is seen to be
        ended by hand: none is joined there. Those in ``sure`` go on."""
        torn = torn if len(story) <= MOST_TORN else frozenset()
        story = with_cut_words(story)
        held: list[PdfLine] = []
        before = PdfArea(0, 0)
        for at, (line, area) in enumerate(story):
            wrap = wrap_of(held, line, before, area, self.habits) if held else None
            goes_on = wrap is Wrap.GOES_ON or (wrap is Wrap.UNCLEAR and place)
            if held and (at - 1 in sure or (goes_on and (at - 1 not in torn or has_no_end(held[-1], line)))):
                held.append(line)
                continue
            if held:
                yield self.paragraph(held, before, place, ended=wrap is Wrap.ENDED)
            held, before = [line], area
        if held:
            full = held[-1].right > before.right - _FULL * held[-1].size
            yield self.paragraph(held, before, place, ended=not full or is_centred(held[-1], before))

    def ended_by_hand(self, story: Story) -> Iterator[int]:
        """The lines of a story, counted from 0, that are seen to be ended by hand: the next would have had room."""
        for at, ((one, area), (two, _)) in enumerate(pairwise(with_cut_words(story))):
            alike = one.page == two.page and abs(one.x - two.x) < 1 and self.habits.is_near(one, two, area)
            if alike and not begins_item(two, one) and room_of(one, two, area.right, self.habits) is Wrap.ENDED:
                yield at

    def paragraph(self, lines: Sequence[PdfLine], area: PdfArea, place: str, *, ended: bool) -> OldParagraph:
        """The paragraph of these lines."""
        first = lines[0]
        text, starts = first.text, list[int]()
        for before, line in pairwise(lines):
            text += self.habits.joints.between(text, line.text, spaced=before.spaced)
            starts.append(len(text))
            text += line.text
        where = f"หน้า {first.page} บรรทัด {first.number} {place}" if place else ""
        return OldParagraph(
            text,
            OldPlace(self.name, first.number, first.page, where),
            indent=round(max(first.x - area.left, 0.0), 1),
            centred=is_centred(first, area),
            bold=all(line.boldness > 0.5 for line in lines),
            ended=ended,
            edges=tuple(round(piece.x, 1) for piece in first.pieces),
            starts=tuple(starts),
        )
