"""What the words of a list of people show of two lines: a post whose level stands alone, a section below a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_docs.framework.words.lists import Posts


def with_levels(texts: Sequence[str]) -> Iterator[int]:
    """The lines, counted from 0, that go on in the next because that is but the level of a post."""
    yield from (at for at, (_, two) in enumerate(pairwise(texts)) if two in Posts.load().kind_of_level)


def before_sections(texts: Sequence[str]) -> Iterator[int]:
    """The lines, counted from 0, that end in the level of a post before one that begins as a section."""
    levels, units = tuple(Posts.load().kind_of_level), tuple(Posts.load().units)
    for at, (one, two) in enumerate(pairwise(texts)):
        if re.sub(r"\s", "", one).endswith(levels) and two.startswith(units):
            yield at
