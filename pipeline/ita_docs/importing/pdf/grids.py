"""Ruled tables of a page: the cells that its level and upright lines make, also those merged over others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

_SAME, _REACH = 2.0, 3.5
"""Points that parts of one rule lie apart at most, across and along it."""
_NARROW = 6.0
"""Points that a row or column has at least; less is a double line."""
_MOST = 20_000
"""Pairs of rules, and fields, of a page that has tables; more is a drawing."""

PdfRule = tuple[float, float, float]
"""Where a rule is across, and from where to where it goes along."""


@dataclass(frozen=True, slots=True)
class PdfGrid:
    """A ruled table: the edges of its columns and rows, and for each field of a row and column the cell that it belongs
    to, by number from the top left. ``spans`` are the first row and column of each cell, and those behind its last."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]
    spans: Mapping[int, tuple[int, int, int, int]]

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell that a place is in."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1
        return self.cells[row][column] if inside else None


def grids_of(rules: Sequence[int]) -> list[PdfGrid]:
    """The tables of a page, from above; ``rules`` are the left, top, right and bottom of each in hundredths."""
    lines = [tuple(number / 100 for number in rules[at : at + 4]) for at in range(0, len(rules), 4)]
    levels = _joined([(y0, x0, x1) for x0, y0, x1, y1 in lines if x1 - x0 > y1 - y0])
    uprights = _joined([(x0, y0, y1) for x0, y0, x1, y1 in lines if x1 - x0 <= y1 - y0])
    if len(levels) * len(uprights) > _MOST:
        return []
    found = [grid for group in _connected(levels, uprights) if (grid := _grid(*group))]
    return sorted(found, key=lambda grid: grid.ys[0])


def _joined(rules: list[PdfRule]) -> list[PdfRule]:
    """Rules on one line that touch, as one."""
    found: list[PdfRule] = []
    for group in _near(sorted(rules), _SAME):
        place = sum(rule[0] for rule in group) / len(group)
        start, end = None, 0.0
        for _, one, two in sorted(group, key=lambda rule: rule[1]):
            if start is None:
                start, end = one, two
            elif one <= end + _REACH:
                end = max(end, two)
            else:
                found.append((place, start, end))
                start, end = one, two
        if start is not None:
            found.append((place, start, end))
    return found


def _near(rules: Sequence[PdfRule], most: float) -> Iterator[list[PdfRule]]:
    """The rules in groups that lie on one line."""
    group: list[PdfRule] = []
    for rule in rules:
        if group and rule[0] - group[0][0] > most:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _connected(levels: Sequence[PdfRule], uprights: Sequence[PdfRule]) -> Iterator[tuple[list[PdfRule], list[PdfRule]]]:
    """The rules in groups that meet each other."""
    parents = list(range(len(levels) + len(uprights)))
    for (one, (y, left, right)), (two, (x, top, bottom)) in product(
        enumerate(levels), enumerate(uprights, len(levels))
    ):
        if left - _REACH <= x <= right + _REACH and top - _REACH <= y <= bottom + _REACH:
            parents[_root(parents, one)] = _root(parents, two)
    groups: dict[int, tuple[list[PdfRule], list[PdfRule]]] = {}
    for place, rule in enumerate((*levels, *uprights)):
        groups.setdefault(_root(parents, place), ([], []))[place >= len(levels)].append(rule)
    yield from (group for group in groups.values() if len(group[0]) > 1 and group[1])


def _root(parents: list[int], one: int) -> int:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one


def _grid(levels: Sequence[PdfRule], uprights: Sequence[PdfRule]) -> PdfGrid | None:
    """The table that rules make; ``None`` where they make but one cell, or one in each row."""
    xs, ys = _edges(uprights, levels), _edges(levels, uprights)
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns < 2 or rows < 1 or rows * columns > _MOST:
        return None
    parents = list(range(rows * columns))
    for row, column in product(range(rows), range(columns)):
        field = row * columns + column
        if column + 1 < columns and not _covers(uprights, xs[column + 1], (ys[row] + ys[row + 1]) / 2):
            parents[_root(parents, field + 1)] = _root(parents, field)
        if row + 1 < rows and not _covers(levels, ys[row + 1], (xs[column] + xs[column + 1]) / 2):
            parents[_root(parents, field + columns)] = _root(parents, field)
    cells = tuple(tuple(_root(parents, row * columns + column) for column in range(columns)) for row in range(rows))
    return PdfGrid(xs, ys, cells, _spans(cells)) if any(len(set(line)) > 1 for line in cells) else None


def _spans(cells: Sequence[Sequence[int]]) -> dict[int, tuple[int, int, int, int]]:
    found: dict[int, tuple[int, int, int, int]] = {}
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            top, left, bottom, right = found.get(cell, (row, column, row + 1, column + 1))
            found[cell] = min(top, row), min(left, column), max(bottom, row + 1), max(right, column + 1)
    return found


def _edges(across: Sequence[PdfRule], along: Sequence[PdfRule]) -> tuple[float, ...]:
    """The places of rules, and the ends of those that cross them where these go on beyond."""
    places = sorted({rule[0] for rule in across})
    places = [*places[:1], *(two for one, two in pairwise(places) if two - one > _NARROW)]
    first, last = min(rule[1] for rule in along), max(rule[2] for rule in along)
    before = (first,) if not places or first < places[0] - _NARROW else ()
    behind = (last,) if not places or last > places[-1] + _NARROW else ()
    return (*before, *places, *behind)


def _covers(rules: Sequence[PdfRule], place: float, middle: float) -> bool:
    """True where one of the rules at ``place`` goes through ``middle``."""
    return any(abs(at - place) <= _NARROW and start <= middle <= end for at, start, end in rules)
