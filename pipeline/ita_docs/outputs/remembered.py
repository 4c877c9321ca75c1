"""What was found out about a file, kept between runs by its content, until it, or this software, changes."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_docs import places
from ita_docs.outputs.files import code_version, fingerprint, hash_of


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing that is kept of a file, in the folder that the system has for what a program may lose."""

    _path: Path

    @staticmethod
    def of(file: Path, what: str) -> Remembered:
        """What is kept of the content of ``file`` under the name ``what``."""
        return Remembered(places.cache() / f"{hash_of((fingerprint(file) + code_version()).encode())}.{what}")

    def value(self) -> Any:
        """What was kept. Raises ``OSError`` where nothing was, ``ValueError`` where it is damaged."""
        return json.loads(self._path.read_text("utf-8"))

    def keep(self, value: object) -> None:
        """Keep ``value``, which JSON can write, for the next run; where the system refuses, nothing is lost."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
