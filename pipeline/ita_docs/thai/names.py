"""Names of persons: the titles before them, and their spelling alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ita_docs.framework.words.lists import Titles
from officefiles.thai.text import clean


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Any title at a name's beginning, one that follows another, a rank, and a post that begins like a title."""

    first: re.Pattern[str]
    later: re.Pattern[str]
    rank: re.Pattern[str]
    post: re.Pattern[str]


@cache  # compiled from the list of titles once, and only where names are read: it takes longer than all imports
def _patterns() -> _Patterns:
    titles = Titles.load()
    ranks = rf"(?:ว่าที่\s*)?(?:{_any(titles.ranks)})(?:\s*หญิง)?"
    others = _any((*titles.common, *titles.later, *titles.religious))
    ending = r"\s*(?=[ก-ฮเ-ไA-Za-z]|$)"
    return _Patterns(
        first=re.compile(f"(?:{ranks}|{others}){ending}"),
        later=re.compile(f"(?:{_any(titles.later)}){ending}"),
        rank=re.compile(f"(?:{ranks}){ending}"),
        post=re.compile(_any(titles.posts)),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, the longest first, spaces allowed after a full stop, before a bracket and before
    หญิง."""
    ordered = map(re.escape, sorted(words, key=len, reverse=True))
    return "|".join(re.sub(r"(?=\\\()|(?=หญิง)|(?<=\\\.)", lambda _: r"\s*", word) for word in ordered)


def split_title(name: str) -> tuple[str, str]:
    """Title and the rest of a name: ``("ว่าที่ ร.ต.", "สมชาย ใจดี")``; titles may follow one another (``ผศ. ดร.``).

    The title is ``""`` where there is none; a post such as นายอำเภอ or นายช่าง is not taken for a title.
    """
    patterns = _patterns()
    match = None if patterns.post.match(name) else patterns.first.match(name)
    if not match:
        return "", name
    end = match.end()
    while later := patterns.later.match(name, end):
        end = later.end()
    return name[:end].strip(), name[end:].strip()


def title_of(name: str) -> str:
    """The title that a name begins with; empty where there is none."""
    return split_title(name)[0]


def split_rank(title: str) -> tuple[str, str]:
    """The military or police rank that a title begins with, and the rest of it: ``("ว่าที่ร้อยตรี", "ดร.")``.

    The rank is ``""`` where there is none.
    """
    match = _patterns().rank.match(title)
    return (match[0].strip(), title[match.end() :]) if match else ("", title)


_NOT_SPELLED = re.compile("[^ก-ฮ\u0e30-\u0e39\u0e40-\u0e45A-Za-z]")


def fold(name: str) -> str:
    """A name for comparison: letters and vowels alone, without title, spaces, tone marks and other signs."""
    return _NOT_SPELLED.sub("", split_title(clean(name))[1]).casefold()


_SILENCED = re.compile("[ก-ฮ][\u0e34\u0e38]?\u0e4c")
_SAME_SOUND = str.maketrans("ศษซฑฒธณฎฏภฆฬญฐใ", "สสสทททนดตพคลยถไ")


def sound(name: str) -> str:
    """A name for comparison by ear: as ``fold``, silenced letters gone and letters of one sound made one, so that
    ศิริพรรณ and สิริพันธุ์ are alike."""
    bare = _SILENCED.sub("", split_title(clean(name))[1]).replace("รร", "\u0e31")
    return _NOT_SPELLED.sub("", bare).translate(_SAME_SOUND).casefold()
