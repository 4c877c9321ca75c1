"""Values that carry what was made of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

_T = TypeVar("_T")


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
        return cast(_T, self._known[key])
