"""The items of a cell or a list: each behind a dash or number, one a paragraph, or broken over lines by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.importing.blocks import OldParagraph, OldPlace
from ita_docs.importing.joining import join_lines
from ita_docs.importing.papers.words import plain

BULLET = re.compile(r"^\s*(?:[-–—•●▪*·○◦►✓➢\uf0b7\uf0a7\uf0d8](?:\s+|$|(?=[^\s0-9๐-๙])))+\s*")
NUMBER = re.compile(r"^\s*(?:\(?([0-9]{1,2})\)|([0-9]{1,2})(?:\.\s*([0-9]{1,2})|[.)])(?![0-9]))\s*")
_ONE_LEVEL = re.compile(r"^\s*()([0-9]{1,2})[.]()\s+")
_COUNTED = re.compile(r"((?<!ที่)(?<!ข้อ)\s+)?(?<![0-9.])\(?([0-9]{1,2})([.)])(?=\s*[ก-ฮเ-ไ])")
_LABEL = re.compile(r"[^:：]{2,40}[:：]\s")
_LIKE_EACH_OTHER = 0.72
"""Of the longest line: lines at least so long, but for the last, were broken by hand at the right edge."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A line of a cell: its text without the dash or number before it, if it had one, and where it stands. ``ended`` is
    false of a line that goes on in the next for all that can be seen; ``new`` is true where a paragraph begins."""

    text: str
    marked: bool
    place: OldPlace
    ended: bool
    new: bool


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item, and the places of its lines. ``marked`` where a dash or number stood before it."""

    text: str
    marked: bool
    places: tuple[OldPlace, ...]


def lines(paragraphs: Iterable[OldParagraph], expected: int = 1) -> Iterator[ItemLine]:
    """The lines of paragraphs that say something. ``expected`` is the number that the first item has if it has one."""
    waiting = False  # of a mark on a line of its own
    of_levels: bool | None = None  # as the first number is
    for one in paragraphs:
        texts = (each for text in one.text.replace("\t", " ").split("\n") for each in _counted(text, expected))
        for at, text in enumerate(texts):
            typed = " ".join(text.split())
            marked, waiting = waiting or (bool(one.number) and at == 0), False
            if bullet := BULLET.match(typed):
                typed, marked = typed[bullet.end() :].strip(), True
            elif (number := _number(plain(typed), of_levels)) and int(number[3] or number[1] or number[2]) == expected:
                of_levels = bool(number[3]) if of_levels is None else of_levels
                if of_levels == bool(number[3]):
                    typed, marked, expected = typed[number.end() :].strip(), True, expected + 1
            waiting = marked and not typed
            if typed:
                yield ItemLine(typed, marked, one.origin, one.ended or "\n" in one.text, at == 0)


def _counted(text: str, first: int) -> list[str]:
    """The items of a line that counts them on within it: ``1) … 2) … 3) …``, from the ``first``."""
    begun = _COUNTED.match(plain(text))
    if begun is None or int(begun[2]) != first or begun[1]:
        return [text]
    cuts, number = [0], first
    for one in _COUNTED.finditer(plain(text), begun.end()):
        if one[1] and int(one[2]) == number + 1 and one[3] == begun[3]:
            cuts.append(one.start(2))
            number += 1
    return [text[start:end].rstrip(" (") for start, end in pairwise((*cuts, len(text)))]


def _number(typed: str, of_levels: bool | None) -> re.Match[str] | None:
    """The number that a text begins with; behind that of a list without levels a count may stand (2. 2 ครั้ง/ปี)."""
    number = NUMBER.match(typed)
    return _ONE_LEVEL.match(typed) or number if number and number[3] and of_levels is False else number


def items(found: Sequence[ItemLine], elsewhere: str) -> list[ListItem]:
    """The items that lines make. Where one is marked, unmarked lines go on with the item before them; where none is,
    each paragraph is an item, and so is each line of one that does not fill its width."""
    any_marked = any(one.marked for one in found)
    made: list[ListItem] = []
    ended = True
    for line in found:
        begins = line.marked or not made
        if not begins and not any_marked:
            begins = line.new and ended
            if not line.new:
                begins = not _broken_by_hand(found)
        if begins:
            made.append(ListItem(line.text, line.marked, (line.place,)))
        else:
            made[-1] = went_on(made[-1], line, elsewhere)
        ended = line.ended
    return made


def went_on(item: ListItem, line: ItemLine | ListItem, elsewhere: str) -> ListItem:
    """The item with what goes on with it."""
    places = line.places if isinstance(line, ListItem) else (line.place,)
    return replace(
        item, text=join_lines((item.text, line.text), elsewhere), places=tuple(dict.fromkeys((*item.places, *places)))
    )


def _broken_by_hand(found: Sequence[ItemLine]) -> bool:
    """True where all lines but the last are about as long as the longest: an edge ended them, not their sense."""
    widths = [len(one.text) for one in found]
    longest = max(widths)
    return len(widths) > 1 and longest > 12 and all(width >= _LIKE_EACH_OTHER * longest for width in widths[:-1])


def running(paragraphs: Iterable[OldParagraph], elsewhere: str) -> str:
    """A text that runs over paragraphs and hand-broken lines, as one."""
    text = ""
    for one in paragraphs:
        for at, line in enumerate(one.printed.replace("\t", " ").split("\n")):
            said = " ".join(line.split())
            begins = not at and any(pattern.match(plain(said)) for pattern in (BULLET, NUMBER, _LABEL))
            text = f"{text} {said}" if text and begins else join_lines((text, said), elsewhere)
    return text
