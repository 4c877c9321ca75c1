"""Parts that many documents have in common: those of one template share styles, lists and settings, to the byte."""

from __future__ import annotations

from officefiles.carrier import Recent
from officefiles.opc import Package, Part

_MOST = 64


class FamiliarParts:
    """The parts met last. One that is met again goes on with all that was made of it: its tree, its styles, what they
    look like."""

    def __init__(self) -> None:
        self._parts: Recent[bytes, Part] = Recent(_MOST)

    def shared(self, package: Package) -> Package:
        """``package`` with the parts that were met before in place of equal ones."""
        twin = package.copy()
        main = twin.main
        twin.ties = {name: self._parts.met(part.data, part) for name, part in twin.ties.items()}
        twin.parts = {
            name: self._parts.met(part.data, part) if name.endswith(".xml") and name != main else part
            for name, part in twin.parts.items()
        }
        return twin
