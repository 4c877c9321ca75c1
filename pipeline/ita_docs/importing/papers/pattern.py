"""A phrase of the documents turned round: a pattern that finds in a text what stood at its placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import Formatter

from ita_docs.importing.papers.words import plain

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_SHAPES = {
    **dict.fromkeys(("score", "previous", "change", "total", "goal", "count", "all", "year", "previous_year"), _NUMBER),
    "number": r"[0-9]+",
}
"""What stands at a placeholder; any other holds some words."""


def pattern(phrase: str, given: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A pattern of a phrase such as ``ได้ {score} คะแนน``, for a text as ``plain`` gives it: a group for each
    placeholder but those ``given``, whose words must stand there. Spaces may be more, fewer or none."""
    known, seen, pieces = given or {}, set[str](), []
    for literal, name, _, _ in Formatter().parse(phrase):
        pieces.append(_spaced(literal))
        if name is None:
            continue
        if name in known:
            pieces.append(_spaced(known[name]))
        elif name in seen:
            pieces.append(f"(?P={name})")
        else:
            seen.add(name)
            pieces.append(f"(?P<{name}>{_SHAPES.get(name, '.+?')})")
    return re.compile("".join(pieces))


def is_one_of(text: str, phrases: Iterable[str]) -> bool:
    """True for a text that is one of ``phrases`` and no more."""
    said = " ".join(plain(text).split())
    return any(pattern(one).fullmatch(said) for one in phrases)


def _spaced(text: str) -> str:
    words = plain(text).split(" ")
    return r"\s*".join(map(re.escape, words))
