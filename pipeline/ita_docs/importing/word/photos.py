"""The pictures of a part of a Word file."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from officefiles.opc import Package
from officefiles.pictures import NoPictureError, kind

_UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")


@dataclass(slots=True)
class Album:
    """The pictures that ``owner`` refers to; ``names`` are the files that were given names so far, by parts, and
    ``lost`` what names those that cannot be taken."""

    package: Package
    owner: str
    names: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def picture(self, key: str) -> tuple[str, bytes] | None:
        """A name for the file of the picture with this relationship, and its bytes; none where it is no picture that a
        workbook can name (a drawing of Windows, a file elsewhere)."""
        link = self.package.relationships.get(self.owner, {}).get(key)
        if link is None or link.external or link.target not in self.package.parts:
            self.lost.append(link.target if link else key)
            return None
        data = self.package.parts[link.target].data
        try:
            ending = kind(data)[0]
        except NoPictureError:
            self.lost.append(link.target)
            return None
        return self.names.setdefault(link.target, self._free(link.target, ending)), data

    def _free(self, target: str, ending: str) -> str:
        stem = _UNSAFE.sub("_", posixpath.splitext(posixpath.basename(target))[0])[:60].strip("_") or "image"
        taken = set(self.names.values())
        names = (f"{stem}{number or ''}.{ending}" for number in range(len(taken) + 1))
        return next(name for name in names if name not in taken)
