"""Names of offices that are no words alone in running text (อบต., รพ.ดอนทราย, เขต 1): they stand apart from the words
beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_docs.framework.words.lists import any_of

_ABBREVIATION = re.compile(r"((?:[ก-ฮ]{1,5}\.)+) ?")
_LETTER = "[ก-๎]"


def is_abbreviated(name: str) -> bool:
    """True where a name begins with an abbreviation."""
    return _ABBREVIATION.match(name) is not None


def stands_apart(name: str) -> bool:
    """True where a space stands before or after a name in running text: an abbreviation, or it ends in a digit."""
    return is_abbreviated(name) or name[-1:].isdecimal()


def after_a_word(name: str) -> str:
    """A ``name`` that stands apart as it goes on from a word: ``" รพ.ดอนทราย"``, ``" อบต. "``, ``"เขต 1 "``."""
    before, after = " " * is_abbreviated(name), " " * _ends_apart(name)
    return f"{before}{kept_whole(name)}{after}"


def kept_whole(name: str) -> str:
    """An abbreviated ``name`` of which no line ends between the abbreviation and what follows it."""
    return _ABBREVIATION.sub(lambda found: found[0].replace(" ", "\u00a0"), name, count=1)


def set_apart(text: str, names: Sequence[str]) -> str:
    """``text`` with a space between the ``names`` that stand apart and the words beside them; none is put
    within one of them."""

    def spaced(found: re.Match[str]) -> str:
        letter = re.compile(_LETTER)
        before = is_abbreviated(found[0]) and letter.match(text[found.start() - 1 : found.start()])
        after = _ends_apart(found[0]) and letter.match(text[found.end() : found.end() + 1])
        return f"{' ' * bool(before)}{found[0]}{' ' * bool(after)}"

    return re.sub(any_of(names), spaced, text)


def _ends_apart(name: str) -> bool:
    return name.endswith(".") or name[-1:].isdecimal()
