"""Which lists of a template begin anew in each turn of a loop: what the writer meant, told by a rule.

Word counts a list through the whole document. In a loop a writer means it so where the list numbers the turns
themselves (one numbered paragraph a turn), and means the opposite where each turn has a list of its own below a
heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thaipages.layout.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """An ``if`` round something: its number and which of its branches."""

    number: int
    branch: int
    asks_for_turn: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: the ``loops`` round it by their numbers, the outermost first, the ``choices`` round it, and the
    list that it is of (empty for none, or for one that does not count) at which ``depth``. Lists with one ``list``
    count on from each other."""

    loops: tuple[int, ...]
    choices: tuple[Choice, ...]
    list: str
    depth: int
    has_text: bool


@dataclass(frozen=True, slots=True)
class Restart:
    """A list that begins anew with each turn of ``loop``, from ``depth`` downwards: its ``lines`` by their places."""

    loop: int
    list: str
    depth: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """The lists that begin anew, and the ``doubtful`` lines: the first of each list that goes on counting although it
    may have been meant to begin anew."""

    restarts: tuple[Restart, ...]
    doubtful: tuple[int, ...]


def list_of(own: Mapping[str, str], sheet: Sheet) -> tuple[str, int, str]:
    """The list that a paragraph with the properties ``own`` is of, by the name that those which count on from each
    other share, its depth, and its own number; nothing where it is of none that counts."""
    shape = sheet.shape(own, "")
    if shape.level is None or shape.level.counting in ("bullet", "none"):
        return "", 0, ""
    return sheet.lists.shared.get(shape.list_id, shape.list_id), shape.depth, shape.list_id


def decide(lines: Sequence[Line]) -> Decided:
    """What the lists among ``lines`` do in loops. Where each turn of a loop has several lines of one list behind other
    words, the list begins anew, unless it was begun before the loop or goes on behind it."""
    restarts: list[Restart] = []
    doubtful: list[int] = []
    for name in dict.fromkeys(line.list for line in lines if line.list and line.loops):
        own = [place for place, line in enumerate(lines) if line.list == name]
        found = list(_restarts(lines, name, own))
        within = {place for restart in found for place in restart.lines}
        sure = [restart for restart in found if _stands_alone(lines, own, within, restart)]
        restarts += sure
        left = [place for place in own if not any(place in restart.lines for restart in sure)]
        doubtful += _doubtful(lines, left)
    return Decided(tuple(restarts), tuple(sorted(doubtful)))


def _restarts(lines: Sequence[Line], name: str, own: Sequence[int]) -> Iterator[Restart]:
    """The loops in whose turns the list may begin anew, each with the lines that no loop inside it begins anew."""
    loops = dict.fromkeys(loop for place in own for loop in reversed(lines[place].loops))
    taken: set[int] = set()
    for loop in sorted(loops, key=lambda loop: -max(lines[place].loops.index(loop) for place in _in(lines, own, loop))):
        inside = [place for place in _in(lines, own, loop) if place not in taken]
        if not inside:
            continue
        depth = min(lines[place].depth for place in inside)
        top = [place for place in inside if lines[place].depth == depth]
        if _several(lines, top, loop) and _headed(lines, name, top[0], loop):
            taken.update(inside)
            yield Restart(loop, name, depth, tuple(inside))


def _in(lines: Sequence[Line], places: Sequence[int], loop: int) -> list[int]:
    return [place for place in places if loop in lines[place].loops]


def _several(lines: Sequence[Line], top: Sequence[int], loop: int) -> bool:
    """True where a turn of ``loop`` may have more than one of these lines."""
    if any(lines[place].loops[-1] != loop for place in top):
        return True
    return any(_together(lines[one], lines[other]) for at, one in enumerate(top) for other in top[at + 1 :])


def _together(one: Line, other: Line) -> bool:
    branches = {choice.number: choice.branch for choice in one.choices}
    return all(branches.get(choice.number, choice.branch) == choice.branch for choice in other.choices)


def _headed(lines: Sequence[Line], name: str, first: int, loop: int) -> bool:
    """True where other words stand before the line ``first`` in a turn of ``loop``, not only in some of its turns."""
    before = (line for line in lines[:first] if loop in line.loops and line.has_text and line.list != name)
    return any(not any(choice.asks_for_turn for choice in line.choices) for line in before)


def _stands_alone(lines: Sequence[Line], own: Sequence[int], within: set[int], restart: Restart) -> bool:
    """True where the list is in no other place at its depth but where it begins anew too."""
    return all(place in within or lines[place].depth < restart.depth for place in own)


def _doubtful(lines: Sequence[Line], left: Sequence[int]) -> Iterator[int]:
    """The first line in each loop that has several lines of the list a turn besides other words, and goes on."""
    seen: set[int] = set()
    for place in left:
        for loop in lines[place].loops:
            inside = _in(lines, left, loop)
            other = any(loop in line.loops and line.has_text and not line.list for line in lines)
            if loop not in seen and other and _several(lines, _top(lines, inside), loop):
                seen.update(one for inner in inside for one in lines[inner].loops)
                yield place


def _top(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    depth = min(lines[place].depth for place in places)
    return [place for place in places if lines[place].depth == depth]
