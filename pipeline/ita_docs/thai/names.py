"""Names of persons: the titles before them, and their spelling alone."""

from __future__ import annotations

import re

from ita_docs.framework.words.lists import Titles
from officefiles.thai.text import clean


def split_title(name: str) -> tuple[str, str]:
    """Title and the rest of a name: ``("ว่าที่ ร.ต.", "สมชาย ใจดี")``; titles may follow one another (``ผศ. ดร.``).

    The title is ``""`` where there is none; a post such as นายอำเภอ or นายช่าง is not taken for a title.
    """
    titles = Titles.load()
    match = None if titles.a_post.match(name) else titles.first.match(name)
    if not match:
        return "", name
    end = match.end()
    while later := titles.following.match(name, end):
        end = later.end()
    return name[:end].strip(), name[end:].strip()


def title_of(name: str) -> str:
    """The title that a name begins with; empty where there is none."""
    return split_title(name)[0]


def split_rank(title: str) -> tuple[str, str]:
    """The military or police rank that a title begins with, and the rest of it: ``("ว่าที่ร้อยตรี", "ดร.")``.

    The rank is ``""`` where there is none.
    """
    match = Titles.load().a_rank.match(title)
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
