"""The words by which an old order of appointment is read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.words.file import Words
from ita_docs.framework.words.lists import Posts, Roles, Titles, any_of

_LONG = 8


@dataclass(frozen=True, kw_only=True)
class OrderWords(Words):
    """What orders say before their committees, in them and below them, and how they write people. Each list is of
    beginnings, but ``follows``, ``role_tails``, ``unfinished`` and ``leads``, which are of endings; ``columns`` are the
    heads of tables of people."""

    FILE: ClassVar[str] = "orders.toml"
    reasons: tuple[str, ...]
    sure_reasons: tuple[str, ...]
    appoints: tuple[str, ...]
    follows: tuple[str, ...]
    committees: tuple[str, ...]
    made_of: tuple[str, ...]
    duties: tuple[str, ...]
    before_duties: tuple[str, ...]
    all_people: tuple[str, ...]
    effective: tuple[str, ...]
    from_now_on: tuple[str, ...]
    signed: tuple[str, ...]
    attached: tuple[str, ...]
    stamps: tuple[str, ...]
    acting: tuple[str, ...]
    not_signed: tuple[str, ...]
    role_words: tuple[str, ...]
    role_openings: tuple[str, ...]
    role_tails: tuple[str, ...]
    unit_words: tuple[str, ...]
    not_units: tuple[str, ...]
    unfinished: tuple[str, ...]
    of_unit: tuple[str, ...]
    leads: tuple[str, ...]
    heads: tuple[str, ...]
    post_words: tuple[str, ...]
    titles_met: tuple[str, ...]
    name_tails: tuple[str, ...]
    post_labels: tuple[str, ...]
    vacant: tuple[str, ...]
    amends: tuple[str, ...]
    removes: tuple[str, ...]
    topics: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]

    @cached_property
    def _patterns(self) -> dict[tuple[str, ...], str]:
        return {}

    def any_of(self, words: tuple[str, ...]) -> str:
        """A pattern of any of ``words``, kept: the same are asked for again and again."""
        if words not in self._patterns:
            self._patterns[words] = _any(words)
        return self._patterns[words]

    @cached_property
    def role(self) -> str:
        """A pattern of what someone is in a committee, also of two roles joined (กรรมการและเลขานุการ)."""
        one = _any({*Roles.load().names, *self.role_words})
        tail = rf"\s*(?:{_any(self.role_tails)}|คนที่\s*[0-9๐-๙]+)"
        other = _any(Roles.load().names)
        for short, word in Posts.load().short.items():
            other = other.replace(word, f"(?:{word}|{re.escape(short)})")
        return rf"(?:{one}|{other})ฯ?(?:\s*(?:และ|/|,)\s*(?:{other}))*ฯ?(?:{tail})?"

    @cached_property
    def unit(self) -> str:
        """A pattern of the beginning of a section's name."""
        return rf"(?!{_any(self.not_units)})(?:{_any((*Posts.load().units, *self.unit_words))})"

    @cached_property
    def post(self) -> re.Pattern[str]:
        """The beginning of a post that no name of a person begins with."""
        posts = (post for post in Posts.load().kinds_of_post if post not in Titles.load().every)
        return re.compile(_any((*posts, *self.post_words)))

    @cached_property
    def long_post(self) -> re.Pattern[str]:
        """A post, or the beginning of one, that is too long to stand in a name of a person."""
        posts = (post for post in Posts.load().kinds_of_post if len(post) >= _LONG)
        return re.compile(_any((*posts, *(word for word in self.post_words if len(word) >= _LONG))))

    @cached_property
    def level(self) -> str:
        """A pattern of the levels of posts."""
        return _any(Posts.load().kind_of_level)

    @cached_property
    def of_column(self) -> Mapping[str, str]:
        """The column that each head, without spaces and signs, stands over."""
        return {squeezed(head): column for column, heads in self.columns.items() for head in heads}


@dataclass(frozen=True, kw_only=True)
class OrderTexts(Words):
    """What the texts of an order are held against. Its subject has one of ``subjects`` and begins with none of
    ``never_first``; its power has one of ``laws`` and begins with none of ``reasons``; no text holds one of the words
    of ``rest`` by its field, nor ends with one of ``follows``, which the document prints behind it, nor a
    caption with one of ``after_captions``."""

    FILE: ClassVar[str] = "order_texts.toml"
    subjects: tuple[str, ...]
    never_first: tuple[str, ...]
    laws: tuple[str, ...]
    reasons: tuple[str, ...]
    after_captions: tuple[str, ...]
    follows: tuple[str, ...]
    rest: Mapping[str, tuple[str, ...]]

    @cached_property
    def printed_behind(self) -> Mapping[str, re.Pattern[str]]:
        """A pattern for each field of what the document prints behind it."""
        ends = rf"(?:{any_of(self.follows)})\s*:?$"
        return {field: re.compile("|".join((*words, ends))) for field, words in self.rest.items()}


def _any(words: Iterable[str]) -> str:
    """As ``any_of``; a space in a word may be any number of spaces."""
    return any_of(words).replace(r"\ ", r"\s*")


def squeezed(text: str) -> str:
    """``text`` without spaces and signs, as heads of columns are compared."""
    return re.sub(r"[^\w\u0e30-\u0e4e]|_", "", text)
