"""Texts and pictures that know the cells of the workbook that they came from, and which of these are missing.

A plain text among the values of a template is the software's own. Templates see no difference.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import NoReturn, Protocol, Self

from ita_docs.model import Source
from officefiles.pictures import Picture
from officefiles.problems import Place

SourceCell = tuple[Source, str]
"""The cells of a record and the field meant: the place is worked out only where someone asks for it."""


class Sourced(Protocol):
    """What knows its cells, as every record of a workbook does."""

    @property
    def source(self) -> Source:
        """Its cells."""


class CellText(str):
    """A text typed in ``cells``, or made of nothing but what stands in them."""

    __slots__ = ("cells",)
    cells: tuple[SourceCell, ...]

    @classmethod
    def of(cls, text: str, *cells: SourceCell) -> Self:
        """``text`` that came from ``cells``."""
        own = cls.__new__(cls, text)
        own.cells = cells
        return own

    def printed(self, text: str) -> Self:
        """The same value in the form in which documents print it."""
        return self if text == self else self.of(text, *self.cells)

    @property
    def places(self) -> tuple[Place, ...]:
        """Its cells, each once."""
        return _places(self.cells)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be said of those of its cells that are missing; empty where all that it needs was typed."""
        found = (source.missing.get(name, "") for source, name in self.cells)
        return tuple(dict.fromkeys(notice for notice in found if notice))


class CellAmount(CellText):
    """A text that shows the number or date in its cell, its ``amount``: in an Excel file it becomes one again."""

    __slots__ = ("amount",)
    amount: Decimal | datetime.date

    def printed(self, text: str) -> Self:
        """The same value in the form in which documents print it."""
        made = self.of(text, *self.cells)
        made.amount = self.amount
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPicture(Picture):
    """A picture that is named in ``cells``, or drawn because of them."""

    cells: tuple[SourceCell, ...] = field(compare=False, repr=False)

    @classmethod
    def of(cls, picture: Picture, *cells: SourceCell) -> CellPicture:
        """``picture`` that came from ``cells``."""
        return cls(**{one.name: getattr(picture, one.name) for one in fields(picture)}, cells=cells)

    @property
    def places(self) -> tuple[Place, ...]:
        """Its cells, each once."""
        return _places(self.cells)


class UnreadCellError(Exception):
    """A template uses a cell that cannot be read. The text is a Thai sentence that says why."""


class UnreadCell:
    """Stands for a cell of the office's own that cannot be read, and ``why`` (Thai): a template that prints it, or asks
    what it says, stops there with an ``UnreadCellError``."""

    def __init__(self, why: str, cell: SourceCell) -> None:
        self.why, self._cell = why, cell

    @property
    def places(self) -> tuple[Place, ...]:
        """The cell."""
        return _places((self._cell,))

    def _stop(self, *_: object) -> NoReturn:
        raise UnreadCellError(self.why)

    __html__ = __str__ = __bool__ = __len__ = __iter__ = __contains__ = _stop
    __lt__ = __le__ = __gt__ = __ge__ = _stop
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str) and other:
            self._stop()
        return self is other


def places_of(value: object) -> tuple[Place, ...]:
    """The cells that a value came from; none where the software worked it out."""
    return value.places if isinstance(value, CellText | CellPicture | UnreadCell) else ()


def _places(cells: tuple[SourceCell, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(source.at(name) for source, name in cells))
