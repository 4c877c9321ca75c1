"""What users bring, laid into the folder of a job under names of our own."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.datastructures import FormData, UploadFile

PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".svg"))
_LONGEST = 120


def files_of(form: FormData, field: str) -> list[UploadFile]:
    """The files that were chosen under ``field``; an empty choice is none."""
    return [one for one in form.getlist(field) if isinstance(one, UploadFile) and one.filename]


def is_picture(upload: UploadFile) -> bool:
    """True for a file that bears the name of a picture."""
    return PurePosixPath(upload.filename or "").suffix.lower() in PICTURES


def shown_name(upload: UploadFile) -> str:
    """The user's name of a file, without folders and signs that no name has, as it is shown and given back."""
    name = PureWindowsPath(PurePosixPath(upload.filename or "").name).name
    name = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in name)
    stem, dot, ending = re.sub(r'[<>:"/\\|?*]+', " ", name).rpartition(".")
    return f"{(stem or ending)[:_LONGEST]}{dot if stem else ''}{ending[:10] if stem else ''}".strip() or "ไฟล์"


async def lay(upload: UploadFile, folder: Path, stored: str) -> None:
    """Write what was brought into ``folder`` under the name ``stored``, piece by piece, in place of what bore it."""
    with (folder / stored).open("wb") as target:
        shutil.copyfileobj(upload.file, target)
