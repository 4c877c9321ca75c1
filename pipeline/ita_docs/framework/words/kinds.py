"""Kinds of offices: what the form of each says, and what betrays each in another's pack, where it was copied."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.records import Fact
from ita_docs.framework.words.file import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeForm(Fact):
    """What the form of a kind of office says: an example of each cell, and what its drop-downs offer, the usual first.

    ``unit`` is what such an office calls any section, ``units`` are the kinds of sections that it has, ``sections`` the
    names of some; ``approvers`` look at a paper one after another. ``powers`` is the usual legal power, which each
    office must verify. Years in them are those of the form of fiscal year 2566.
    """

    office: str
    short_names: tuple[str, ...]
    head_titles: tuple[str, ...]
    signatory: str
    unit: str
    units: tuple[str, ...]
    sections: tuple[str, ...]
    section_head: str
    approvers: tuple[str, ...]
    post: str
    powers: str
    responsible: tuple[str, ...]
    measure: str
    steps: str
    follow_up: str
    reporting: str
    done: str
    result: str
    caption: str
    place: str

    @property
    def words(self) -> dict[str, str]:
        """The texts that stand in the form's helps and examples, by their names."""
        *first, last = self.units
        return {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "units": f"{' '.join(first)} หรือ{last}" if first else last,
            "section": self.sections[0],
            "approvers": "\n".join(self.approvers),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWords:
    """What sentences call such an office (ภายใน ``agency``), those who work there, as the public and as their superiors
    see them, those whom they serve, and the people at large."""

    agency: str
    staff: str
    personnel: str
    clients: str
    public: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind(Fact):
    """A kind of office. Names of its offices begin with one of ``names``; before one of ``not_before`` it is another
    body's. ``begins`` begin such names too, but mean something else in a text (คณะ). ``known`` are names that go on
    like common words (กรมพัฒนาที่ดิน). ``heads`` are posts of those who lead it, ``laws`` give the power to make orders,
    ``own`` are words that only such offices use, ``also`` words of other kinds that they may use too. ``family`` is the
    key of the family whose list of items such offices mostly answer, but for those with one of ``doubtful`` in their
    names; ``texts`` is what sentences call them, ``form`` what their form says."""

    key: str
    name: str
    names: tuple[str, ...]
    begins: tuple[str, ...]
    known: tuple[str, ...]
    not_before: tuple[str, ...]
    heads: tuple[str, ...]
    laws: tuple[str, ...]
    own: tuple[str, ...]
    also: tuple[str, ...]
    family: str
    texts: TextWords
    doubtful: tuple[str, ...]
    form: OfficeForm

    @property
    def words(self) -> frozenset[str]:
        """The words that betray the kind by themselves."""
        return frozenset((*self.heads, *self.laws, *self.own))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """Words for those whom offices of the ``kinds`` alone serve, the first above all, and others with a section whose
    name has one of ``sections``. Beside one of ``and_not`` somebody else is meant."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    sections: tuple[str, ...]
    and_not: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OfficeKinds(Words):
    """The kinds of offices, the first that of any office that is none of the others; ``neutral`` is the form of one
    whose kind is not known. ``places`` begin names of places,
    ``after`` begins what is no name and ends one, ``cited`` stands before an office that is named on purpose, and
    ``central`` are bodies that every office may name, ``sisters`` begin the names of offices of one sort each.
    ``clients`` are those whom some kinds serve, where one of ``served`` stands before them.
    ``common_laws`` give power to offices of no kind too;
    ``abbreviations`` stand for words that a name is to begin with in full."""

    FILE: ClassVar[str] = "kinds.toml"
    places: tuple[str, ...]
    provinces: tuple[str, ...]
    after: tuple[str, ...]
    cited: tuple[str, ...]
    central: tuple[str, ...]
    sisters: tuple[tuple[str, ...], ...]
    common_laws: tuple[str, ...]
    served: tuple[str, ...]
    clients: tuple[Clients, ...]
    abbreviations: Mapping[str, str]
    neutral: OfficeForm
    kinds: tuple[OfficeKind, ...]

    @cached_property
    def by_name(self) -> dict[str, OfficeKind]:
        """The kind whose offices' names begin with each word."""
        return {name: kind for kind in self.kinds for name in kind.names}

    @cached_property
    def by_word(self) -> Mapping[str, tuple[OfficeKind, ...]]:
        """The kinds that each word betrays."""
        words = dict.fromkeys(word for kind in self.kinds for word in (*kind.heads, *kind.laws, *kind.own))
        return {word: tuple(kind for kind in self.kinds if word in kind.words) for word in words}

    @cached_property
    def by_beginning(self) -> Mapping[str, OfficeKind]:
        """The kind of an office whose name begins with each word."""
        return self.by_name | {word: kind for kind in self.kinds for word in kind.begins}

    def joined(self, name: str) -> str:
        """A name without a space behind the word that it begins with."""
        begun = self.beginning(name)
        return begun + name[len(begun) :].lstrip()

    @cached_property
    def any_office(self) -> OfficeForm:
        """What the form says where the kind is not known: its drop-downs offer the usual words of every kind."""
        names, heads = (
            (*getattr(self.neutral, offered), *(getattr(kind.form, offered)[0] for kind in self.kinds))
            for offered in ("short_names", "head_titles")
        )
        return replace(self.neutral, short_names=names, head_titles=heads)

    def known(self, office: str) -> OfficeKind | None:
        """The kind of an office by its name; ``None`` for one that is of none."""
        word = self.beginning(office)
        return self.by_beginning[word] if word else None

    def beginning(self, office: str) -> str:
        """The longest word that an office's name begins with and that tells its kind; empty where none does."""
        begins = (word for word in self.by_beginning if office.startswith(word))
        longest = max(begins, key=len, default="")
        outside = self.by_beginning[longest].not_before if longest else ()
        return "" if office.startswith(outside, len(longest)) else longest

    def in_full(self, office: str) -> str:
        """The name of an office, the abbreviation that it begins with written in full."""
        begins = (word for word in self.abbreviations if office.startswith(word))
        short = max(begins, key=len, default="")
        return self.abbreviations[short] + office.removeprefix(short).lstrip() if short else office

    def alike(self, office: str) -> str:
        """What all ways to write the name of one office share: no spaces, and no abbreviation at its beginning."""
        name = self.in_full(office)
        begun = self.beginning(name)
        full = self.by_beginning[begun].names[0] if begun.endswith(".") else begun
        return "".join((full + name[len(begun) :]).split())

    def of(self, office: str) -> OfficeKind:
        """The kind of an office by its name; the first kind for one that is none of the others."""
        return self.known(office) or self.kinds[0]

    def texts(self, office: str) -> dict[str, str]:
        """What sentences call an office and its people, by its name; keyed as ``TextWords`` is."""
        return asdict(self.of(office).texts)

    def called(self, word: str) -> OfficeKind | None:
        """The kind whose key or name is ``word``, with the dots of an abbreviation or without, or of whose offices a
        name begins with it."""
        bare = word.replace(".", "")
        names = ((kind, (kind.key, kind.name, *kind.names)) for kind in self.kinds)
        named = next((kind for kind, own in names if bare in {name.replace(".", "") for name in own}), None)
        return named or self.known(word)

    def form(self, office: str) -> OfficeForm:
        """What the form of an office says, by its name."""
        kind = self.known(office)
        return kind.form if kind else self.neutral

    def faults(self) -> Iterator[str]:
        keys = {kind.key for kind in self.kinds}
        if unknown := [key for one in self.clients for key in one.kinds if key not in keys]:
            yield "คีย์ clients มีประเภทของหน่วยงานที่ไม่มี: " + ", ".join(unknown)
        names = Counter(name for kind in self.kinds for name in (*kind.names, *kind.begins))
        if twice := [name for name, count in names.items() if count > 1]:
            yield "คีย์ kinds มีคำขึ้นต้นชื่อหน่วยงานซ้ำ: " + ", ".join(twice)
