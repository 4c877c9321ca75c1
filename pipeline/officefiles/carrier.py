"""Values that carry what was made of them, and those met last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

_T = TypeVar("_T")
_K = TypeVar("_K")


class Carrier:
    """A value that does not change. What is made of it is made once, goes where it goes, and ends with it."""

    @cached_property
    def _known(self) -> dict[object, Any]:
        return {}

    def made(self, make: Callable[..., _T], *others: object) -> _T:
        """What ``make`` makes of this value and ``others``, made once."""
        key = make, *others
        if key not in self._known:
            self._known[key] = make(self, *others)
        made: _T = self._known[key]
        return made


class Recent(dict[_K, _T]):
    """The values met last, by what they are known by, ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most

    def find(self, key: _K) -> _T | None:
        """The value of ``key``, met once more; ``None`` where it is not known."""
        value = self.pop(key, None)
        if value is not None:
            self[key] = value
        return value

    def met(self, key: _K, value: _T) -> _T:
        """The value that is known by ``key``: this one where none is."""
        known = self.find(key)
        if known is not None:
            return known
        self[key] = value
        if len(self) > self._most:
            del self[next(iter(self))]
        return value
