"""The words that tell of which column of the form a text is."""

from dataclasses import dataclass
from typing import ClassVar

from ita_docs.framework.words.file import Words


@dataclass(frozen=True, kw_only=True)
class Columns(Words):
    """A period has one of ``times`` or a figure, a budget one of ``money``. A period does not begin with one of
    ``reports``, a caption not with one of ``venues``, a place not with one of ``doings``. Follow-ups have ``watches``
    more often than measures do. A text does not begin with one of ``nouns`` that is the heading of its column, nor with
    another heading and a colon, unless it is one of ``named_on_purpose``. What begins with
    one of ``no_measure`` is none, and what ends with one of ``as_before`` nothing new."""

    FILE: ClassVar[str] = "columns.toml"
    times: tuple[str, ...]
    reports: tuple[str, ...]
    money: tuple[str, ...]
    venues: tuple[str, ...]
    doings: tuple[str, ...]
    remote: tuple[str, ...]
    watches: tuple[str, ...]
    nouns: tuple[str, ...]
    named_on_purpose: tuple[str, ...]
    no_measure: tuple[str, ...]
    as_before: tuple[str, ...]
