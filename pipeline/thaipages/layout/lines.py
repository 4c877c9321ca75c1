"""Filling lines: where each line of a paragraph ends, by widths, places where a line may end, and tab stops.

Lengths are twips. Spaces at the end of a line take no room, as in Word and LibreOffice.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from thaipages.segment import inner_breaks, open_breaks

_AFTER_BREAK = re.compile("(?<=[\n\f])")
_BEFORE_STOP = {"right": 1.0, "end": 1.0, "decimal": 1.0, "center": 0.5}
"""How much of the text after a tab stands before the stop, by the stop's alignment; at others it begins there."""
_UP_TO_TAB = re.compile("[^\t\n\f]*")
_UP_TO_POINT = re.compile(r"(?:(?!\.\d)[^\t\n\f])*")
_AT_EDGE, _EXACT = 1.0, 0.001
ROUNDING = 0.5
"""Half a twip: LibreOffice, which counts in whole twips, takes what comes so near to the edge for too wide."""


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops from the left edge of the column: ``stops`` by position, then one at every ``step``."""

    stops: Mapping[float, str]
    step: float

    def after(self, place: float) -> tuple[float, str]:
        """The first stop right of ``place`` and its alignment."""
        own = [stop for stop in self.stops if stop > place + ROUNDING]
        if own:
            return min(own), self.stops[min(own)]
        return (place // self.step + 1) * self.step, "left"

    def edge(self, right: float) -> float:
        """How far text that a right tab puts there may reach where the stop is at the ``right`` edge of the column, as
        that of a page number in a table of contents; nowhere where no stop is."""
        near = (stop for stop, kind in self.stops.items() if kind in ("right", "end") and abs(stop - right) <= _AT_EDGE)
        return max(near, default=-_AT_EDGE) + _EXACT


class Measure(NamedTuple):
    """Where lines begin and end, from the left edge of the column: ``first`` is the start of the first line."""

    first: float
    left: float
    right: float
    tabs: Tabs


def fill(text: str, edges: Sequence[float], measure: Measure) -> list[int]:
    """The end of each line of ``text``, where ``edges[i]`` is the left edge of character ``i`` on an endless line."""
    ends: list[int] = []
    start = 0
    for part in _AFTER_BREAK.split(text) if "\n" in text or "\f" in text else (text,):
        end = start + len(part)
        left = measure.left if ends else measure.first
        if "\t" in part:
            ends += _with_tabs(text, edges, start, end, left, measure)
        else:
            ends += _plain(text, edges, start, end, left, measure)
        start = end
    return ends[:-1] if len(ends) > 1 and text.endswith("\f") else ends


def _plain(
    text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure, *, after_tab: bool = False
) -> list[int]:
    """Ends of the lines between ``start`` and ``end``, where there is no tab. One that stands ``after_tab`` begins the
    next line where its first word is too long for the rest of this one."""
    if edges[end] - edges[start] <= measure.right - left - ROUNDING:
        return [end]
    part = text[start:end]
    breaks = [start, *[start + place for place in open_breaks(part)]]
    reach = [edges[start + len(part[: place - start].rstrip(" \n\f"))] for place in breaks]
    ends: list[int] = []
    while start < end:
        room = edges[start] + measure.right - left - ROUNDING
        place = max(bisect_right(reach, room), 1)
        last = _last_whole(text, edges, breaks[place - 1 : place + 1], room, begins_line=breaks[place - 1] <= start)
        if last > start or not after_tab:
            start = last if last > start else _inside(text, edges, start, room)
        ends.append(start)
        left, after_tab = measure.left, False
    return ends


def _last_whole(text: str, edges: Sequence[float], stretch: Sequence[int], room: float, *, begins_line: bool) -> int:
    """The last place in a stretch of words written together, up to ``room``, where a line may end. Only the stretches
    at the ends of lines are cut into words: that takes longer than all else about a line."""
    start, *after = stretch
    inner = inner_breaks(text, start, after[0], at_slashes=begins_line) if after else ()
    return (start, *inner)[bisect_right(inner, room, key=edges.__getitem__)]


def _inside(text: str, edges: Sequence[float], start: int, room: float) -> int:
    """The end of a line that even its first word is too long for: as many characters as fit, and at least one."""
    end = max(bisect_right(edges, room) - 1, start + 1)
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _with_tabs(text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure) -> list[int]:
    """Ends of the lines between ``start`` and ``end``; word by word where not all tabs are on the first line."""
    limit, behind = measure.right - ROUNDING, text.rfind("\t", start, end) + 1
    place = line_end(text, edges, start, behind, left, measure)
    if place <= limit:
        if place + edges[end] - edges[behind] <= measure.tabs.edge(measure.right):
            return [end]
        return _plain(text, edges, behind, end, place, measure, after_tab=True)
    ends: list[int] = []
    place, begun = left, start
    for first, last in pairwise((start, *(start + at for at in open_breaks(text[start:end])))):
        fits = place + edges[_shown(text, first, last)] - edges[first] <= limit
        alone = first == begun or text[first - 1] == "\t"
        stops = (last,) if fits else (*inner_breaks(text, first, last, at_slashes=alone), last)
        for word, stop in zip((first, *stops), stops, strict=False):
            shown = _shown(text, word, stop)
            while place + edges[shown] - edges[word] > limit:
                if word == begun:
                    word = _inside(text, edges, begun, edges[begun] + limit - place)
                    if word >= shown:
                        break
                ends.append(word)
                place, begun, limit = measure.left, word, measure.right - ROUNDING
            place += edges[stop] - edges[word]
            if text.endswith("\t", word, stop):
                place = tabbed(text, edges, place - (edges[stop] - edges[stop - 1]), stop, measure)
                limit = max(limit, measure.tabs.edge(measure.right))
    return [*ends, end]


def _shown(text: str, start: int, end: int) -> int:
    """The end of what is seen of a text at the end of a line."""
    return start + len(text[start:end].rstrip(" \n\f\t"))


def line_end(text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure) -> float:
    """Where the text between ``start`` and ``end`` ends that begins at ``left``, were it all on one line: most rows of
    a list are, and need not be cut into words."""
    place = left
    for piece in text[start:end].split("\t"):
        stop = start + len(piece)
        place += edges[stop] - edges[start]
        start = stop + 1
        if stop < end:
            place = tabbed(text, edges, place, start, measure)
    return place


def tabbed(text: str, edges: Sequence[float], place: float, start: int, measure: Measure) -> float:
    """Where the text after a tab begins: at the stop, or so that it ends or is centred there."""
    stop, alignment = measure.tabs.after(place)
    share = _BEFORE_STOP.get(alignment)
    if share is None:
        return min(stop, max(place, measure.right))
    following = (_UP_TO_POINT if alignment == "decimal" else _UP_TO_TAB).match(text, start)
    width = edges[following.end()] - edges[start] if following else 0.0
    return max(place, stop - width * share)
