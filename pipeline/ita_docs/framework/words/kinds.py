"""Kinds of offices, and what betrays each: a text that has it in another's pack was probably copied."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.records import Fact
from ita_docs.framework.words.file import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind(Fact):
    """A kind of office. Names of its offices begin with one of ``names``; before one of ``not_before`` it is another
    body's. ``known`` are names that go on like common words (กรมพัฒนาที่ดิน). ``heads`` are posts of those who lead it,
    ``laws`` give the power to make orders, ``own`` are words that only such offices use. ``family`` is the key of the
    family whose list of items such offices mostly answer."""

    key: str
    name: str
    names: tuple[str, ...]
    known: tuple[str, ...]
    not_before: tuple[str, ...]
    heads: tuple[str, ...]
    laws: tuple[str, ...]
    own: tuple[str, ...]
    family: str

    @property
    def words(self) -> frozenset[str]:
        """The words that betray the kind by themselves."""
        return frozenset((*self.heads, *self.laws, *self.own))


@dataclass(frozen=True, kw_only=True)
class OfficeKinds(Words):
    """The kinds of offices, the first that of any office that is none of the others. ``places`` begin names of places,
    ``after`` begins what is no name and ends one, ``cited`` stands before an office that is named on purpose, and
    ``central`` are bodies that every office may name."""

    FILE: ClassVar[str] = "kinds.toml"
    places: tuple[str, ...]
    provinces: tuple[str, ...]
    after: tuple[str, ...]
    cited: tuple[str, ...]
    central: tuple[str, ...]
    kinds: tuple[OfficeKind, ...]

    @cached_property
    def by_name(self) -> Mapping[str, OfficeKind]:
        """The kind whose offices' names begin with each word."""
        return {name: kind for kind in self.kinds for name in kind.names}

    @cached_property
    def by_word(self) -> Mapping[str, tuple[OfficeKind, ...]]:
        """The kinds that each word betrays."""
        words = dict.fromkeys(word for kind in self.kinds for word in (*kind.heads, *kind.laws, *kind.own))
        return {word: tuple(kind for kind in self.kinds if word in kind.words) for word in words}

    def of(self, office: str) -> OfficeKind:
        """The kind of an office by its name; the first kind for one that is none of the others."""
        begins = [word for word in self.by_name if office.startswith(word)]
        return self.by_name[max(begins, key=len)] if begins else self.kinds[0]

    def faults(self) -> Iterator[str]:
        names = Counter(name for kind in self.kinds for name in kind.names)
        if twice := [name for name, count in names.items() if count > 1]:
            yield "คีย์ kinds มีคำขึ้นต้นชื่อหน่วยงานซ้ำ: " + ", ".join(twice)
