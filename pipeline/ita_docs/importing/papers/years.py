"""The fiscal year of a pack, as the titles of its papers name it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ita_docs.importing.blocks import OldFile
from ita_docs.importing.papers.parts import parts
from ita_docs.importing.papers.words import plain

_LATER = {"analysis": 1, "results": 1}
"""Papers that name the year before the pack's own."""
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.?)?\s*(25[0-9]{2})")


def fiscal_year_of(files: Iterable[OldFile]) -> int:
    """The fiscal year that most titles in the files mean; else the latest that any text names; 0 where none does."""
    titles, others = Counter[int](), set[int]()
    for file in files:
        for part in parts(file):
            if part.year:
                titles[part.year + _LATER.get(part.kind, 0)] += 1
        others |= {int(year) for one in file.paragraphs() for year in _YEAR.findall(plain(one.text))}
    if titles:
        return max(titles, key=lambda year: (titles[year], year))
    return max(others, default=0)
