"""Rows of tables of which a cell holds several people: dealt out to one each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_docs.importing.order.labels import split_label
from ita_docs.importing.posts import is_post


def people_of_row(cells: list[list[str]]) -> Iterator[list[list[str]]]:
    """The row itself, or its people where the first cell numbers several and the others can be dealt out to them."""
    filled = next((place for place, cell in enumerate(cells) if cell), 0)
    numbers = [place for place, line in enumerate(cells[filled]) if split_label(line)[0]] if cells else []
    dealt = [_dealt(cell, len(numbers)) for cell in cells]
    if len(numbers) < 2 or numbers[0] or not all(dealt):
        yield cells
        return
    ends = [*numbers[1:], len(cells[filled])]
    for person, (start, end) in enumerate(zip(numbers, ends, strict=True)):
        yield [cells[filled][start:end] if place == filled else parts[person] for place, parts in enumerate(dealt)]


def _dealt(lines: Sequence[str], people: int) -> list[list[str]]:
    """The lines of a cell in as many parts as there are people, each of as many lines or each beginning with a post;
    none where they cannot be told apart."""
    if not people or len(lines) % people == 0:
        size = len(lines) // (people or 1)
        return [list(lines[size * one : size * (one + 1)]) for one in range(max(people, 1))]
    posts = [place for place, line in enumerate(lines) if is_post(line)]
    if len(posts) != people or posts[0]:
        return []
    return [list(lines[start:end]) for start, end in zip(posts, [*posts[1:], len(lines)], strict=True)]
