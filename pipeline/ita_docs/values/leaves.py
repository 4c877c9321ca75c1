"""The values of a context one by one, by the names that templates know them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ita_docs.origin import places_of
from officefiles.problems import Place


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: the name that it has in ``FIELDS`` (``committees[].seats[].name``), its path
    (``committees[0].seats[2].name``) and itself."""

    name: str
    path: str
    value: object

    @property
    def places(self) -> tuple[Place, ...]:
        """The cells that it was made from; none where the software worked it out."""
        return places_of(self.value)


def leaves(values: Mapping[str, object], names: Iterable[str]) -> Iterator[Leaf]:
    """Every value of ``values`` that one of ``names`` stands for, name by name; none for a name that is not there."""
    for name in names:
        yield from (Leaf(name, path, value) for path, value in _below("", values, name.split(".")))


def _below(path: str, value: object, steps: list[str]) -> Iterator[tuple[str, object]]:
    if not steps:
        yield path, value
        return
    name = steps[0].removesuffix("[]")
    if not isinstance(value, Mapping) or name not in value:
        return
    path, found = f"{path}.{name}" if path else name, value[name]
    if name == steps[0]:
        yield from _below(path, found, steps[1:])
    elif isinstance(found, list | tuple):
        for number, one in enumerate(found):
            yield from _below(f"{path}[{number}]", one, steps[1:])
