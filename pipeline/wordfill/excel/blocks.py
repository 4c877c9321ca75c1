"""Blocks of rows: what stands between a row with ``{%tr for … %}`` or ``{%tr if … %}`` and the row that ends it, and
where each row of a template stands in a finished sheet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Interval = tuple[int, int]
"""The first row and the row behind the last one, of a finished sheet."""
EVERYWHERE: Interval = (1, 1 << 21)


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Rows ``first`` to ``last`` of a template, those of its own tags among them; ``around`` are the numbers of the
    blocks that it stands in, the outermost first, and its own."""

    number: int
    first: int
    last: int
    around: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a sheet in the order of their first rows, each by its number."""

    blocks: tuple[RowBlock, ...] = ()

    def common(self, *rows: int) -> RowBlock | None:
        """The innermost block that all these rows stand in."""
        first, last = min(rows), max(rows)
        found = [block for block in self.blocks if block.first <= first and last <= block.last]
        return found[-1] if found else None

    @property
    def outermost(self) -> Iterator[RowBlock]:
        """The blocks that stand in no other."""
        return (block for block in self.blocks if len(block.around) == 1)


@dataclass(slots=True)
class RowMap:
    """Where the rows of a template stand in one finished sheet. Rows outside blocks are there once, moved by what the
    blocks above them grew; those in blocks as often as the values ask for, or not at all."""

    blocks: Blocks
    at: Mapping[int, Sequence[int]] = field(default_factory=dict)
    turns: Mapping[int, Sequence[Interval]] = field(default_factory=dict)
    ends: Sequence[int] = ()
    moves: Sequence[int] = ()
    _pieces: dict[Interval, list[Interval]] = field(default_factory=dict)

    def fixed(self, row: int) -> int:
        """Where a row outside blocks stands."""
        above = bisect_left(self.ends, row)
        return row + (self.moves[above - 1] if above else 0)

    def is_repeated(self, row: int) -> bool:
        """True for a row inside a block."""
        return any(block.first <= row <= block.last for block in self.blocks.blocks)

    def turn(self, place: tuple[int, int] | None, *rows: int) -> Interval:
        """The turn of the innermost block that ``rows`` and ``place`` share, as rows of the finished sheet; ``place``
        is a row of the template and where it stands."""
        if place is None or not self.blocks.blocks:
            return EVERYWHERE
        block = self.blocks.common(place[0], *rows)
        if block is None:
            return EVERYWHERE
        turns = self.turns[block.number]
        found = bisect_right(turns, (place[1], 1 << 22)) - 1
        return turns[found] if found >= 0 else EVERYWHERE

    def standing(self, row: int, within: Interval = EVERYWHERE) -> Sequence[int]:
        """Where a row of the template stands ``within`` these rows."""
        if not self.is_repeated(row):
            return (self.fixed(row),)
        found = self.at.get(row, ())
        return found[bisect_left(found, within[0]) : bisect_left(found, within[1])]

    def span(self, first: int, last: int, start: Interval = EVERYWHERE, end: Interval = EVERYWHERE) -> Interval | None:
        """The first and the last row that rows ``first`` to ``last`` of the template take, looked for in these turns;
        ``None`` where none of them is there."""
        top = next((found[0] for row in range(first, last + 1) if (found := self.standing(row, start))), None)
        if top is None:
            return None
        bottom = next((found[-1] for row in range(last, first - 1, -1) if (found := self.standing(row, end))), top)
        return (top, bottom) if top <= bottom else (bottom, top)

    def within(self, first: int, last: int, span: Interval) -> list[Interval]:
        """The rows of ``pieces`` that lie from the first to the last row of ``span``."""
        if (first, last) not in self._pieces:
            self._pieces[first, last] = self.pieces(first, last)
        all_ = self._pieces[first, last]
        begin = bisect_left(all_, span[0], key=lambda piece: piece[1])
        end = bisect_right(all_, span[1], key=lambda piece: piece[0])
        return [(max(top, span[0]), min(bottom, span[1])) for top, bottom in all_[begin:end]]

    def pieces(self, first: int, last: int) -> list[Interval]:
        """All rows that rows ``first`` to ``last`` of the template take, as stretches without a gap."""
        found: list[Interval] = []
        row = first
        while row <= last:
            block = next((one for one in self.blocks.outermost if one.first <= row <= one.last), None)
            if block is None:
                behind = min((one.first for one in self.blocks.outermost if one.first > row), default=last + 1)
                stop = min(last, behind - 1)
                rows: list[Interval] = [(self.fixed(row), self.fixed(stop))]
            else:
                stop = min(last, block.last)
                rows = [(one, one) for one in sorted(one for t in range(row, stop + 1) for one in self.at.get(t, ()))]
            for one in rows:
                if found and found[-1][1] + 1 >= one[0]:
                    found[-1] = (found[-1][0], max(one[1], found[-1][1]))
                else:
                    found.append(one)
            row = stop + 1
        return found

    def copies(self, first: int, last: int) -> Iterator[Interval]:
        """For each turn of the block that rows ``first`` to ``last`` stand in together, the rows that they take."""
        block = self.blocks.common(first, last)
        for turn in self.turns[block.number] if block else (EVERYWHERE,):
            if self.standing(first, turn) and self.standing(last, turn):
                found = self.span(first, last, turn, turn)
                if found:
                    yield found


class RowCounter:
    """Counts the rows of a sheet as they come, and remembers where they came from."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._next = 1
        self._row = 1
        self._open: list[tuple[int, int]] = []
        self._at: dict[int, list[int]] = {}
        self._turns: dict[int, list[Interval]] = {block.number: [] for block in blocks.blocks}
        self._ends: list[int] = []
        self._moves: list[int] = []
        self._outermost = [*blocks.outermost]

    def row(self, row: int) -> int:
        """Where a row of the template that comes now stands."""
        if not self._open:
            self._pass(row)
            return row + (self._moves[-1] if self._moves else 0)
        self._at.setdefault(row, []).append(self._next)
        self._next += 1
        return self._next - 1

    def begin(self, block: int) -> None:
        """A turn of ``block`` begins."""
        if not self._open:
            self._pass(self._blocks.blocks[block].first)
        self._open.append((block, self._next))

    def end(self) -> None:
        """The turn that began last ends."""
        block, start = self._open.pop()
        self._turns[block].append((start, self._next))

    def _pass(self, row: int) -> None:
        """Go on to a row outside blocks, or to the first of a block."""
        while len(self._ends) < len(self._outermost) and self._outermost[len(self._ends)].last < row:
            block = self._outermost[len(self._ends)]
            move = self._moves[-1] if self._moves else 0
            start = block.first + move
            grown = self._grown(block)
            self._ends.append(block.last + 1)
            self._moves.append(start + grown - block.last - 1)
        if len(self._ends) < len(self._outermost):
            block = self._outermost[len(self._ends)]
            if block.first <= row <= block.last and self._row != block.first:
                self._row = block.first
                self._next = block.first + (self._moves[-1] if self._moves else 0)

    def _grown(self, block: RowBlock) -> int:
        return sum(end - start for start, end in self._turns[block.number])

    def map(self) -> RowMap:
        """Where all rows stand, when the last has come."""
        self._pass(1 << 21)
        ends = [end - 1 for end in self._ends]
        turns = {number: sorted(found) for number, found in self._turns.items()}
        return RowMap(self._blocks, self._at, turns, ends, self._moves)
