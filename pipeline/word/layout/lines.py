"""Filling lines: where each line of a paragraph ends, by widths, places where a line may end, and tab stops.

Lengths are twips. Spaces at the end of a line take no room, as in Word and LibreOffice.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.word.segment import whole_breaks

_ROUNDING = 0.5
"""Half a twip: LibreOffice, which counts in whole twips, takes what comes so near to the edge for too wide."""


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops from the left edge of the column: ``stops`` by position, then one at every ``step``."""

    stops: Mapping[float, str]
    step: float

    def after(self, place: float) -> tuple[float, str]:
        """The first stop right of ``place`` and its alignment."""
        own = [stop for stop in self.stops if stop > place + _ROUNDING]
        if own:
            return min(own), self.stops[min(own)]
        return (place // self.step + 1) * self.step, "left"


@dataclass(frozen=True, slots=True)
class Measure:
    """Where lines begin and end, from the left edge of the column: ``first`` is the start of the first line."""

    first: float
    left: float
    right: float
    tabs: Tabs


def fill(text: str, edges: Sequence[float], measure: Measure) -> list[int]:
    """The end of each line of ``text``, where ``edges[i]`` is the left edge of character ``i`` on an endless line."""
    ends: list[int] = []
    start = 0
    for part in re.split("(?<=[\n\f])", text):
        end = start + len(part)
        left = measure.left if ends else measure.first
        if "\t" in part:
            ends += _with_tabs(text, edges, start, end, left, measure)
        else:
            ends += _plain(text, edges, start, end, left, measure)
        start = end
    return ends[:-1] if len(ends) > 1 and text.endswith("\f") else ends


def _plain(text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure) -> list[int]:
    """Ends of the lines between ``start`` and ``end``, where there is no tab."""
    if edges[end] - edges[start] <= measure.right - left - _ROUNDING:
        return [end]
    part = text[start:end]
    breaks = [start + place for place in whole_breaks(part)]
    reach = [edges[start + len(part[: place - start].rstrip(" \n\f"))] for place in breaks]
    ends: list[int] = []
    while start < end:
        room = edges[start] + measure.right - left - _ROUNDING
        place = bisect_right(reach, room) - 1
        fits = place >= 0 and breaks[place] > start
        start = breaks[place] if fits else _inside(text, edges, start, room)
        ends.append(start)
        left = measure.left
    return ends


def _inside(text: str, edges: Sequence[float], start: int, room: float) -> int:
    """The end of a line that even its first word is too long for: as many characters as fit, and at least one."""
    end = max(bisect_right(edges, room) - 1, start + 1)
    while end > start + 1 and end < len(text) and unicodedata.category(text[end]) == "Mn":
        end -= 1
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _with_tabs(text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure) -> list[int]:
    """Ends of the lines between ``start`` and ``end``, word by word."""
    if _on_one_line(text, edges, start, end, left, measure):
        return [end]
    ends: list[int] = []
    place, begun = left, start
    breaks = [start + at for at in whole_breaks(text[start:end])]
    for word, stop in zip((start, *breaks), breaks, strict=False):
        shown = word + len(text[word:stop].rstrip(" \n\f\t"))
        while place + edges[shown] - edges[word] > measure.right - _ROUNDING:
            if word == begun:
                word = _inside(text, edges, begun, edges[begun] + measure.right - place - _ROUNDING)
                if word >= shown:
                    break
            ends.append(word)
            place, begun = measure.left, word
        place += edges[stop] - edges[word]
        if text[word:stop].endswith("\t"):
            place = _tabbed(text, edges, place - (edges[stop] - edges[stop - 1]), stop, measure)
    return [*ends, end]


def _on_one_line(text: str, edges: Sequence[float], start: int, end: int, left: float, measure: Measure) -> bool:
    """True where all between ``start`` and ``end`` surely stands on one line: most rows of a list do, and need not be
    cut into words."""
    place = left
    for piece in text[start:end].split("\t"):
        stop = start + len(piece)
        place += edges[stop] - edges[start]
        if place > measure.right - _ROUNDING:
            return False
        start = stop + 1
        if stop < end:
            place = _tabbed(text, edges, place, start, measure)
    return True


def _tabbed(text: str, edges: Sequence[float], place: float, start: int, measure: Measure) -> float:
    """Where the text after a tab begins: at the stop, or so that it ends or is centred there."""
    stop, alignment = measure.tabs.after(place)
    following = re.match("[^\t\n\f]*", text[start:])
    width = edges[start + len(following.group())] - edges[start] if following else 0.0
    if alignment in ("right", "end", "decimal"):
        return max(place, stop - width)
    if alignment == "center":
        return max(place, stop - width / 2)
    return min(stop, max(place, measure.right))
