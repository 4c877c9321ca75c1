"""The words that tell of which indicator a measure is."""

from dataclasses import dataclass
from typing import ClassVar

from ita_docs.framework.words.file import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What measures of an indicator speak of, and the indicators whose matters are close to its own."""

    indicator: str
    words: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOfPosts:
    """Words in names of posts, and in names of the sections where such people mostly work."""

    posts: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Matters(Words):
    """The matters of the indicators that have any of their own, and the places of posts that have one."""

    FILE: ClassVar[str] = "matters.toml"
    matters: tuple[Matter, ...]
    places: tuple[PlaceOfPosts, ...]
