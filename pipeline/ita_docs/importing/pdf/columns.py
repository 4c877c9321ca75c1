"""Columns that only gaps make: lists of people and the like, with lines that go on in their column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.framework.words.lists import Posts
from ita_docs.importing.blocks import OldCell, OldPlace, OldTable
from ita_docs.importing.pdf.cuts import cut_at
from ita_docs.importing.pdf.joints import ends_in_first_name
from ita_docs.importing.pdf.lines import MARKER, PdfLine, PdfPiece, ends_in_syllable
from ita_docs.importing.pdf.paragraphs import PdfWriter, Story
from ita_docs.importing.pdf.starts import FEW, NEAR, STEP, starts_of
from ita_docs.importing.pdf.tables import torn_of
from ita_docs.importing.pdf.wraps import PdfArea, first_word, hanging, has_no_end, width_of
from ita_docs.importing.posts import role_in

_LEADING, _LEADING_OF_ROWS = 1.75, 3.0
_FULL = 1.5
_PADDINGS = 11.0
"""Points that Word leaves free between the texts of two cells."""


@dataclass(slots=True)
class PdfColumns:
    """Lines of one list: the start of each column, and the lines that begin a row with those that go on in it."""

    starts: list[float]
    rows: list[list[PdfLine]]

    @property
    def lines(self) -> list[PdfLine]:
        """All its lines."""
        return [line for row in self.rows for line in row]


def grouped(lines: Sequence[PdfLine], running: Set[float]) -> Iterator[PdfLine | PdfColumns]:
    """The lines in order, those of a list in columns together. A list has two lines of several pieces at least, and
    rows that begin at ``running`` are none, nor what goes on below them."""
    at, runs, row = 0, False, 0.0
    while at < len(lines):
        hangs = runs and lines[at].x > row + STEP and not _is_far(lines[at - 1], lines[at])
        begins = any(abs(lines[at].x - x) <= STEP for x in running)
        row, runs = lines[at].x if begins else row, begins or (hangs and not MARKER.match(lines[at].text))
        if len(lines[at].pieces) > 1 and not runs and (found := _columns(lines, at)):
            yield found
            at += len(found.lines)
        else:
            yield lines[at]
            at += 1


def running_rows(lines: Sequence[PdfLine]) -> set[float]:
    """The starts of marked rows that are paragraphs with tabs: they go on at the left edge, or where all lines of a
    numbered paragraph but its first begin, not in their columns."""
    found: set[float] = set()
    row: PdfLine | None = None
    right = max((line.right for line in lines), default=0.0)
    for one, two in pairwise(lines):
        if MARKER.match(one.text):
            row = one if len(one.pieces) > 1 else None
        elif row and len(one.pieces) == 1 and one.x > row.x + STEP:
            row = None  # in a column, or another paragraph
        at_edge = row and not MARKER.match(two.text) and two.x <= row.x + STEP and not _is_far(one, two)
        full = one.right > right - _FULL * one.size
        if row and at_edge and ((full and len(two.pieces) > 1) or has_no_end(one, two)):
            found.add(row.x)
        if row is one and _hangs(one, two, right):
            found.add(row.x)
    return found


def _hangs(row: PdfLine, below: PdfLine, right: float) -> bool:
    """True where the last column of a marked row is full to the right edge of the text and goes on at the start of the
    line below, before its second column."""
    full = right - row.right < width_of(below, first_word(below.text)[1])
    before_columns = row.x + STEP < below.x < row.pieces[1].x - row.size and not MARKER.match(below.text)
    named = ends_in_first_name(row.text, below.text) and not role_in(below.pieces[0].text)
    return full and before_columns and not _is_far(row, below) and (named or has_no_end(row, below))


def _columns(lines: Sequence[PdfLine], first: int) -> PdfColumns | None:
    """The list that begins with a line."""
    if alone := _row_alone(lines[first : first + 3]):
        return alone
    starts = starts_of(lines, first)
    if len(starts) < FEW:
        return None
    found = PdfColumns(starts, [[lines[first]]])
    marked = MARKER.match(lines[first].text) is not None
    if _places(lines[first], starts) is None:
        return None
    for whole in lines[first + 1 :]:
        line = cut_at(whole, starts[1:])  # a cell may be full to the next
        match _belongs(line, found, marked=marked):
            case "row":
                found.rows.append([line])
            case "row above":
                found.rows[-1].append(line)
            case _:
                break
    if not marked:
        found.rows[-1] += _last_alone(lines[first + len(found.lines) :], found)
    return found if sum(len(line.pieces) > 1 for line in found.lines) >= FEW else None


def _row_alone(lines: Sequence[PdfLine]) -> PdfColumns | None:
    """The list of one marked row, of which the text behind the mark goes on below; no other row follows."""
    if len(lines) < 2 or not MARKER.match(lines[0].text) or len(lines[0].pieces) <= FEW:
        return None
    row, below, *after = lines
    starts = [piece.x for piece in row.pieces]
    edges = [*hanging(row)][len(starts) - 1 :]
    goes_on = any(abs(below.x - edge) <= STEP for edge in edges) and below.right < starts[1]
    more = any(len(one.pieces) > 1 for one in (below, *after))
    return PdfColumns(starts, [[row, below]]) if goes_on and not more and not _is_far(row, below) else None


def _last_alone(below: Sequence[PdfLine], found: PdfColumns) -> Sequence[PdfLine]:
    """The line below a list where its first cell ends alone: in its column, as near as the lines above, and nothing as
    near below."""
    before = found.lines[-1]
    if not below or len(below[0].pieces) > 1:
        return ()
    line, size = below[0], below[0].size
    within = abs(line.x - found.starts[0]) <= STEP and line.right <= found.starts[1]
    near = line.y - before.y < _LEADING * size
    near_below = below[1:] and below[1].y - line.y < _LEADING * size
    return below[:1] if within and near and not near_below else ()


def _belongs(line: PdfLine, found: PdfColumns, *, marked: bool) -> str:
    """What a line is of the list above it: a ``row``, of the ``row above``, or nothing (empty)."""
    before, size = found.rows[-1][-1], line.size
    places = _places(line, found.starts)
    if places is None or _is_far(before, line):
        return ""
    has_mark = MARKER.match(line.text) is not None
    begins = places[0][0] == 0 and abs(line.x - found.starts[0]) <= NEAR * size
    if begins and not has_mark and ends_in_syllable(before.pieces[0].text):
        return "row above"
    if begins and has_mark >= marked:
        return "row" if len(line.pieces) > 1 or marked else ""
    if begins or (places[0][0] == 0 and has_mark >= marked):
        return ""
    if places[0] == (0, 1) or places[0][0] > 0:
        return "row above"
    return "row above" if any(abs(line.x - edge) <= STEP for edge in _hanging(found)) else ""


def _hanging(found: PdfColumns) -> Iterator[float]:
    """Where lines of the first column that go on begin."""
    yield from (line.x for line in found.rows[-1][1:])
    yield from hanging(found.rows[-1][0])
    yield from (line.x for row in found.rows[-3:-1] for line in row[1:])


def _is_far(before: PdfLine, line: PdfLine) -> bool:
    """True where a line does not stand right below another; a row may stand lower than a line that goes on."""
    most = _LEADING if len(line.pieces) == 1 else _LEADING_OF_ROWS
    return line.y - before.y > most * line.size


def _place(piece: PdfPiece, starts: Sequence[float]) -> tuple[int, int] | None:
    """The column that a piece begins in and the one behind its last; ``None`` where it begins in none."""
    size = piece.letters[0].size
    column = max((n for n, start in enumerate(starts) if piece.x >= start - NEAR * size), default=None)
    if column is None or (column and piece.x > starts[column] + 6 * size):
        return None
    behind = next(
        (n for n, start in enumerate(starts) if n > column and piece.right <= start + 0.3 * size), len(starts)
    )
    return column, behind


def _places(line: PdfLine, starts: Sequence[float]) -> list[tuple[int, int]] | None:
    """The columns of the pieces of a line; ``None`` where it does not stand in these columns."""
    found = [_place(piece, starts) for piece in line.pieces]
    places = [place for place in found if place]
    return None if len(places) < len(found) or any(one[1] > two[0] for one, two in pairwise(places)) else places


def unruled_table(found: PdfColumns, writer: PdfWriter, right: float, torn: Mapping[int, frozenset[int]]) -> OldTable:
    """The table of a list; ``right`` is the right edge of the text, ``torn`` is of ``torn_of_lists``."""
    rows = [_stories(row, found.starts, _areas(found, right)) for row in found.rows]
    ended = [torn.get(round(start), frozenset()) for start in found.starts]
    first = found.rows[0][0]
    made = tuple(tuple(_cells(row, ended, writer)) for row in rows)
    return OldTable(made, OldPlace(writer.name, first.number, first.page), ruled=False)


def torn_of_lists(lists: Iterable[tuple[PdfColumns, float]], writer: PdfWriter) -> dict[int, frozenset[int]]:
    """For the start of each column in whole points the lines, counted from 0, behind which its cells are ended by hand
    in the lists of a file; each comes with the right edge of its text."""
    columns: dict[int, list[Story]] = defaultdict(list)
    for found, right in lists:
        areas = _areas(found, right)
        for row in found.rows:
            for column, (story, _) in _stories(row, found.starts, areas).items():
                columns[round(found.starts[column])].append(story)
    return {start: torn_of(stories, writer) for start, stories in columns.items()}


def _stories(
    row: Sequence[PdfLine], starts: Sequence[float], areas: Sequence[PdfArea]
) -> dict[int, tuple[list[tuple[PdfLine, PdfArea]], int]]:
    """The lines of each cell of a row by its first column, and the column behind its last."""
    found: dict[int, tuple[list[tuple[PdfLine, PdfArea]], int]] = {}
    for line in row:
        for piece, (first, behind) in zip(line.pieces, _places(line, starts) or (), strict=True):
            story, end = found.get(first, ([], 0))
            story.append((replace(line, pieces=(piece,)), areas[first]))
            found[first] = story, max(end, behind)
    return found


def _cells(
    row: dict[int, tuple[list[tuple[PdfLine, PdfArea]], int]], torn: Sequence[frozenset[int]], writer: PdfWriter
) -> Iterator[OldCell]:
    """The cells of a row; one without text where nothing stands in a column."""
    column = number = 0
    while column < len(torn):
        number += 1
        story, end = row.get(column, ([], column + 1))
        end = min([end, *(other for other in row if other > column)])
        texts = [line.text for line, _ in story]
        ended, sure = torn[column] | {*before_sections(texts)}, {*with_levels(texts)}
        yield OldCell(tuple(writer.paragraphs(story, f"ช่อง {number}", ended, sure)), end - column)
        column = end


def _areas(found: PdfColumns, right: float) -> list[PdfArea]:
    """Where lines run in each column: up to the next, without what cells mostly leave free on their sides."""
    ends = [start - _PADDINGS for start in (*found.starts[1:], right + _PADDINGS)]
    for line in found.lines:
        for piece, (first, behind) in zip(line.pieces, _places(line, found.starts) or (), strict=True):
            if behind == first + 1:
                ends[first] = max(ends[first], piece.right)
    return [PdfArea(start, end) for start, end in zip(found.starts, ends, strict=True)]


def with_levels(texts: Sequence[str]) -> Iterator[int]:
    """The lines, counted from 0, that go on in the next because that is but the level of a post."""
    yield from (at for at, (_, two) in enumerate(pairwise(texts)) if two in Posts.load().kind_of_level)


def before_sections(texts: Sequence[str]) -> Iterator[int]:
    """The lines, counted from 0, that end in the level of a post before one that begins as a section."""
    levels, units = tuple(Posts.load().kind_of_level), tuple(Posts.load().units)
    for at, (one, two) in enumerate(pairwise(texts)):
        if re.sub(r"\s", "", one).endswith(levels) and two.startswith(units):
            yield at
