"""Parts that many documents have in common: those of one template share styles, lists and settings, to the byte."""

from __future__ import annotations

from officefiles.opc import Package, Part

_MOST = 64


class FamiliarParts:
    """The parts met last. One that is met again goes on with all that was made of it: its tree, its styles, what they
    look like."""

    def __init__(self) -> None:
        self._parts: dict[bytes, Part] = {}

    def shared(self, package: Package) -> Package:
        """``package`` with the parts that were met before in place of equal ones."""
        twin = package.copy()
        main = twin.main
        twin.ties = {name: self._known(part) for name, part in twin.ties.items()}
        twin.parts = {
            name: self._known(part) if name.endswith(".xml") and name != main else part
            for name, part in twin.parts.items()
        }
        return twin

    def _known(self, part: Part) -> Part:
        known = self._parts.pop(part.data, part)
        self._parts[part.data] = known
        if len(self._parts) > _MOST:
            del self._parts[next(iter(self._parts))]
        return known
