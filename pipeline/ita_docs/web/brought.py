"""What users bring, laid into the folder of a job under names of our own."""

from __future__ import annotations

import asyncio
import re
import shutil
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.datastructures import FormData, UploadFile

from ita_docs.workbook.file import LOCKS

DOCUMENTS = frozenset((".doc", ".docx", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".txt", ".zip"))
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".svg"))
_LONGEST = 200
"""Bytes of a name without its ending: with it, every system takes it."""


def files_of(form: FormData, field: str) -> list[UploadFile]:
    """The files that were chosen under ``field``; an empty choice is none, and what Excel lays beside an open file is
    passed over where there is anything else."""
    found = [one for one in form.getlist(field) if isinstance(one, UploadFile) and one.filename]
    return [one for one in found if not shown_name(one).startswith(LOCKS)] or found


def is_picture(upload: UploadFile) -> bool:
    """True for a file that bears the name of a picture."""
    return PurePosixPath(upload.filename or "").suffix.lower() in PICTURES


def is_document(upload: UploadFile) -> bool:
    """True for a file that bears the name of what is no workbook."""
    return PurePosixPath(upload.filename or "").suffix.lower() in DOCUMENTS


def shown_name(upload: UploadFile) -> str:
    """The user's name of a file, without folders and signs that no name has, as it is shown and given back."""
    name = PureWindowsPath(PurePosixPath(upload.filename or "").name).name
    name = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in name)
    stem, dot, ending = re.sub(r'[<>:"/\\|?*]+', " ", name).rpartition(".")
    if not stem:
        stem, dot, ending = ending, "", ""
    cut = stem.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"{cut or 'ไฟล์'}{dot}{ending[:10]}".rstrip(" .")


async def lay(upload: UploadFile, folder: Path, stored: str) -> None:
    """Write what was brought into ``folder`` under the name ``stored``, piece by piece, in place of what bore it."""
    await asyncio.to_thread(_copy, upload, folder / stored)


def _copy(upload: UploadFile, path: Path) -> None:
    with path.open("wb") as target:
        shutil.copyfileobj(upload.file, target)
