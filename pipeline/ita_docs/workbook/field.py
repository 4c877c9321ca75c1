"""The words in which the form of the workbook is described: fields, groups and sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto


class Value(StrEnum):
    """What a cell holds, and so how the reader takes it and how the writer formats it; texts, which are looked up at
    each cell several times as fast as other members."""

    TEXT = auto()  # one line
    LINES = auto()  # text whose line breaks are meant
    OBSTACLE = auto()  # text as of LINES; empty where it says that there was none
    ITEMS = auto()  # one item a line, bullets dropped
    COUNT = auto()  # a whole number from 1
    SCORE = auto()  # 0-100, with the year's ``Field.decimals``
    DATE = auto()
    YEAR = auto()  # Buddhist era
    ORDER_NUMBER = auto()  # number/year
    CHOICE = auto()  # one of ``Field.allowed``
    QUESTION = auto()  # i1: one of the year's ``Field.prefixes``, and a number
    PART = auto()  # an indicator's number or a part of the analysis, of ``Field.allowed``
    PICTURE = auto()  # a file name
    PICTURES = auto()  # file names


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column of a table, or one line of the general sheet: all of it that form, reader, values, list of names and
    trace need to know. Where code reads it for itself, the model has an attribute of its name.

    ``name`` is the field of the model, ``help`` the Thai comment on the heading, ``width`` in characters. ``as_shown``
    is a text that may be a number, taken as Excel shows it, and where ``dated`` also a date (no number of a letter is
    one, though Excel took 1/2566 for it); any other text must be words.
    ``allowed`` is a closed list (its label in the workbook, its meaning in the model); ``suggestions`` an open one,
    and ``suggest`` the name of a list that only the office or the year knows. ``meaning`` says in Thai what templates
    find under ``name``; it is empty where they find it in another form only. ``choice`` names in Thai a column that the
    documents have only where the office chooses it; ``asked_by`` says in Thai which item of the year asks for a field
    that may still be left empty. What stands in braces in the help and in labels, ``asked_by``, ``decimals`` and
    ``prefixes`` are for the rules of a year to say (``schema``).
    """

    name: str
    heading: str
    value: Value
    help: str
    width: float = 14
    required: bool = False
    as_shown: bool = False
    dated: bool = False
    example: str = ""
    others: tuple[str, ...] = ()
    allowed: Mapping[str, object] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    suggest: str = ""
    meaning: str = ""
    choice: str = ""
    decimals: int = 0
    prefixes: tuple[str, ...] = ()
    asked_by: str = ""


def example_codes(prefixes: Sequence[str]) -> list[str]:
    """Codes that questions may have, one for each prefix: i1, e5, o12."""
    return [f"{prefix}{number}" for prefix, number in zip(prefixes, (1, 5, 12), strict=False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some neighbouring lines of the general sheet under one title."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: ``name`` on its tab, ``title`` and ``help`` at its head.

    ``required`` says that it must be there and hold at least one row. The form offers ``spare`` empty rows. ``row`` is
    what templates call one of its rows where they can print columns that the office added; empty where they cannot.
    """

    key: str
    name: str
    title: str
    help: str
    fields: tuple[Field, ...]
    required: bool = False
    spare: int = 20
    others: tuple[str, ...] = ()
    row: str = ""

    def field(self, name: str) -> Field:
        """The field called ``name``. Raises ``StopIteration`` where there is none: a slip of the programmer's."""
        return next(one for one in self.fields if one.name == name)
