"""The pictures of a table with their captions, which stand in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, Photo

FilledCell = tuple[OldCell, tuple[Block, ...]]
"""A cell, and the blocks in it."""


def captioned(rows: Sequence[Sequence[FilledCell]]) -> Iterator[Photo]:
    """The pictures of a table, each with its caption: what its cell says, or another of its row, or that below it, or
    above it where the table begins with captions and ends with pictures."""
    by_column = [_by_column(row) for row in rows]
    shown = [any(isinstance(one, Photo) for _, blocks in row for one in blocks) for row in rows]
    captions_first = bool(rows) and not shown[0] and shown[-1]
    for at, row in enumerate(rows):
        beside = [one for _, blocks in row for one in _said(blocks)]
        for column, (_, blocks) in _placed(row):
            near = by_column[at - 1 : at] if captions_first else by_column[at + 1 : at + 2]
            said = _said(blocks) or beside or [one for each in near for one in _said(each.get(column, ()))]
            for photo in (one for one in blocks if isinstance(one, Photo)):
                yield replace(photo, caption=said[0].origin) if said else photo


def _said(blocks: Sequence[Block]) -> list[OldParagraph]:
    return [one for one in OldFile("", tuple(blocks)).paragraphs() if one.text.strip()]


def _placed(row: Sequence[FilledCell]) -> Iterator[tuple[int, FilledCell]]:
    """Each cell with the column that it begins in."""
    column = 0
    for cell, blocks in row:
        yield column, (cell, blocks)
        column += cell.columns


def _by_column(row: Sequence[FilledCell]) -> dict[int, tuple[Block, ...]]:
    """What the cells of a row hold, by every column that they go over."""
    return {at: blocks for column, (cell, blocks) in _placed(row) for at in range(column, column + cell.columns)}
