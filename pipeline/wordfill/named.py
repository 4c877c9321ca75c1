"""Values under names that people gave, such as the headings of their own columns: ``row["เบอร์โทร"]``.

Such a name is no identifier of Python's, which would fold its letters, but a key in quotation marks; in ``known`` names
and in what a template ``used`` it is written ``row["เบอร์โทร"]``, and any of its kind ``row[*]``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Self

from rapidfuzz import fuzz

from officefiles.thai.names import plain
from officefiles.thai.text import clean

KEYED = "keyed"
"""The kind of a name whose values stand under keys, where no key of it is known."""
ANY = "[*]"
"""A key of which nothing is known, in the path of a name."""
ELEMENT = "[]"
"""An element of a list, in the path of a name."""

_STEP = re.compile(r'\["(?:[^"\\]|\\.)*"\]|\[\*\]|\[\]|[^.\[\]]+')
_KEY = re.compile(r'\["(?:[^"\\]|\\.)*"\]')
_ALIKE = 70.0
"""Least likeness (rapidfuzz, 0 to 100) at which a name is offered for another."""


class Named(dict[str, object]):
    """Values by the names that people gave, in any writing of them that means one alone: spaces, digits and what
    ``plain`` takes for the same. ``about`` says what has these names, such as a sheet."""

    __slots__ = ("about",)

    def __init__(self, values: Mapping[str, object], about: str = "") -> None:
        super().__init__(values)
        self.about = about

    def of(self, values: Mapping[str, object]) -> Self:
        """Other values under the same names."""
        return self.__class__(values, self.about)

    def __missing__(self, key: str) -> object:
        name = found(key, self)
        if name is None:
            raise KeyError(key)
        return self[name]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and found(key, self.keys()) is not None


def found(key: str, names: Iterable[str]) -> str | None:
    """Which of ``names`` is meant by ``key``: the same, else the only one that is written alike; ``None`` where none
    is, or several are."""
    names = tuple(names)
    cleaned = " ".join(clean(key).split("\n"))
    if cleaned in names:
        return cleaned
    alike = [name for name in names if plain(name) == plain(key)]
    return alike[0] if len(alike) == 1 else None


def nearest(key: str, names: Iterable[str]) -> str:
    """The name that ``key`` most likely means; empty where none is near."""
    likeness, best = max(((fuzz.ratio(plain(key), plain(name)), name) for name in names), default=(0.0, ""))
    return best if likeness >= _ALIKE else ""


def key(name: str) -> str:
    """A key as it is written behind the name of what has it: ``["เบอร์โทร"]``."""
    return f"[{json.dumps(name, ensure_ascii=False)}]"


def key_of(step: str) -> str | None:
    """The key that a step of a path is; ``None`` where it is another step."""
    return str(json.loads(step[1:-1])) if _KEY.fullmatch(step) else None


def steps(path: str) -> list[str]:
    """The steps of a path: names, ``[]``, ``[*]`` and keys (``["เบอร์โทร"]``)."""
    return _STEP.findall(path)


def any_key(path: str) -> str:
    """``path`` with each key as any."""
    return _KEY.sub(ANY, path) if '["' in path else path
