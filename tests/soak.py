"""What the quick tests leave to CI: tests of more than half a second of processor time, and most of very many values.

What bears the marker ``soak`` is left out by ``pytest`` alone (``pyproject.toml``); ``make check`` and ``.ci/run`` run
it, as does ``pytest -m ""``. A test that asks the same of many values takes them by ``some``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def some(values: Iterable[Any], quick: int) -> list[Any]:
    """The ``values`` for ``parametrize``, all but ``quick`` of them, evenly spread, with the marker."""
    every = list(values)
    taken = {number * len(every) // quick for number in range(quick)}
    return [
        one if number in taken else pytest.param(*_several(one), marks=pytest.mark.soak)
        for number, one in enumerate(every)
    ]


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
