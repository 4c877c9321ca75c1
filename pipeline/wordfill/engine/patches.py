"""Templates opened and patched, kept between runs, so that a cold start need not import docxtpl.

What is kept is data, no code: the package and the sources of one template, under a name that changes with the
template, docxtpl, python-docx and this software. Where the folder cannot be used, nothing is kept and nothing lost.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from officefiles import archive
from officefiles.lazy import lazy_import
from wordfill.engine import docxtpl_adapter
from wordfill.engine.docxtpl_adapter import Patched

if TYPE_CHECKING:
    from wordfill import opening
else:  # what was kept came through the door before
    opening = lazy_import("wordfill.opening")

_SOURCES = "sources.json"
_MOST = 100
_OWN = (".", "engine", "opening", "slots")
"""The folders of this package whose modules make what is kept."""


def patched(data: bytes, folder: Path | None = None) -> Patched:
    """What docxtpl makes of the template ``data`` once it is opened, from an earlier run where ``folder`` has it.
    Raises what ``opening``, docxtpl and python-docx raise for a broken file."""
    if folder is None:
        return docxtpl_adapter.patched(sound(data))
    kept = folder / f"{hashlib.sha256(data + _makers()).hexdigest()}.zip"
    try:
        files = archive.read(kept.read_bytes())
        return Patched(files, json.loads(files.pop(_SOURCES)))
    except (OSError, BadZipFile, KeyError, ValueError):
        made = docxtpl_adapter.patched(sound(data))
        _keep(kept, made)
        return made


def sound(data: bytes) -> bytes:
    """The file that documents are made of. Raises what ``opening`` does."""
    return opening.opened(data).package.data()


def _makers() -> bytes:
    """What changes with the software that opens and patches: the files that state the versions, and those that do
    it."""
    names = ("docxtpl", "docx", "officefiles.strict", "wordfill")
    origins = [Path(find_spec(name).origin) for name in names]  # type: ignore[union-attr,arg-type]
    own = (path for folder in _OWN for path in sorted((origins[-1].parent / folder).glob("*.py")))
    return b"".join(path.read_bytes() for path in (*origins, *own))


def _keep(path: Path, made: Patched) -> None:
    half = path.with_suffix(f".{os.getpid()}")
    sources = json.dumps(dict(made.sources), ensure_ascii=False).encode("utf-8")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(archive.write({**made.files, _SOURCES: sources}))
        half.replace(path)
        for old in sorted(path.parent.glob("*.zip"), key=lambda kept: kept.stat().st_mtime)[:-_MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            half.unlink()
