"""Names of files that every system has room for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.outputs.reasons import LONGEST_NAME, LONGEST_PATH, WINDOWS
from officefiles.lazy import lazy_import

if TYPE_CHECKING:
    from thaipages import segment
else:  # few names are cut
    segment = lazy_import("thaipages.segment")

_CUT = "…"


def fitted(
    folder: Path,
    stem: str,
    ending: str,
    *,
    longest: int = LONGEST_NAME,
    longest_path: int | None = LONGEST_PATH if WINDOWS else None,
) -> str:
    """The name of ``stem`` and ``ending``; where a system has no room for it in ``folder``, the stem ends after a word
    and in ``…``. A name has ``longest`` bytes, on Windows too, where such files go and come; a path has there
    ``longest_path`` letters (``None``: any number)."""
    room = longest - len(os.fsencode(ending))
    letters = room if longest_path is None else longest_path - len(str(folder.absolute())) - 1 - len(ending)
    if len(os.fsencode(stem)) <= room and len(stem) <= letters:
        return f"{stem}{ending}"
    fit = [
        end
        for end in range(1, len(stem))
        if len(os.fsencode(stem[:end] + _CUT)) <= room and len(stem[:end] + _CUT) <= letters
    ]
    words = set(segment.word_ends(stem)).intersection(fit)
    return f"{stem[: max(words or fit, default=1)].rstrip(' .')}{_CUT}{ending}"
