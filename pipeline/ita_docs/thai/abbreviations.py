"""Abbreviated names of offices in running text (อบต., รพ.ดอนทราย): unlike words they stand apart from those beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ABBREVIATION = re.compile(r"((?:[ก-ฮ]{1,5}\.)+) ?")
_LETTER = "[ก-๎]"


def is_abbreviated(name: str) -> bool:
    """True where a name begins with an abbreviation."""
    return _ABBREVIATION.match(name) is not None


def after_a_word(name: str) -> str:
    """An abbreviated ``name`` as it goes on from a word: ``" รพ.ดอนทราย"``, ``" อบต. "``."""
    return f" {kept_whole(name)} " if name.endswith(".") else f" {kept_whole(name)}"


def kept_whole(name: str) -> str:
    """An abbreviated ``name`` of which no line ends between the abbreviation and what follows it."""
    return _ABBREVIATION.sub(lambda found: found[0].replace(" ", "\u00a0"), name, count=1)


def set_apart(text: str, names: Sequence[str]) -> str:
    """``text`` with a space between the abbreviated ``names`` and the words beside them."""
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    spaced = re.sub(rf"(?<={_LETTER})(?={longest})", " ", text)
    return re.sub(rf"({longest})(?<=\.)(?={_LETTER})", r"\1 ", spaced)
