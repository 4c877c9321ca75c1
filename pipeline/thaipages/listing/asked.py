"""What a table of contents asks for, by the switches of its field (ECMA-376 part 1, 17.16.5.68)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from officefiles.fields import Field

_RANGE = re.compile(r"\s*(\d)\s*-\s*(\d)\s*")
_LEVELS = range(1, 10)
_WITH_A_WORD = frozenset("abcdflnopst")
_KNOWN = frozenset("chnoptuwxz*")
_ALL = range(1, 10)


@dataclass(frozen=True, slots=True)
class Asked:
    """``levels`` of headings and the further ``styles`` that it lists, by their names and levels; whether outline
    levels count; the ``caption`` that it lists instead; whether entries are ``links``; the levels ``without_pages``;
    the ``separator`` in place of a tab; and switches that are ``unknown``."""

    levels: range = range(0)
    styles: Mapping[str, int] = field(default_factory=dict)
    outline: bool = False
    caption: str = ""
    links: bool = False
    without_pages: range = range(0)
    separator: str = ""
    unknown: tuple[str, ...] = ()


def asked_by(one: Field) -> Asked:
    """What the field ``one`` asks for."""
    switches = _switches(one.words[1:])
    styles = _styles(switches.get("t", ""))
    levels = _range(switches["o"]) if "o" in switches else range(0)
    if not levels and not styles and "c" not in switches and "u" not in switches:
        levels = _ALL
    return Asked(
        levels=levels,
        styles=styles,
        outline="u" in switches,
        caption=switches.get("c", ""),
        links="h" in switches,
        without_pages=_range(switches["n"]) if "n" in switches else range(0),
        separator=switches.get("p", ""),
        unknown=tuple(f"\\{name}" for name in switches if name not in _KNOWN),
    )


def _switches(words: list[str]) -> dict[str, str]:
    """Each switch with the word behind it."""
    found: dict[str, str] = {}
    last = ""
    for word in words:
        if word.startswith("\\") and len(word) > 1:
            last = word[1].lower()
            found[last] = ""
        elif last in _WITH_A_WORD and last in found and not found[last]:
            found[last] = word
    return found


def _range(text: str) -> range:
    found = _RANGE.fullmatch(text)
    return range(int(found[1]), int(found[2]) + 1) if found else _ALL


def _styles(text: str) -> dict[str, int]:
    """``Style,1;Other,2``: the separator is that of the writer's Windows."""
    parts = [part.strip() for part in re.split("[;,]", text)]
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return {name.casefold(): int(level) for name, level in pairs if level.isdigit() and int(level) in _LEVELS}
