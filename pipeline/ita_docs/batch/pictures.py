"""Pictures of the pages of documents, for a quick look."""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch.printing import TIMEOUT, unread
from ita_docs.outputs import files
from ita_docs.outputs.store import refusal, remember_prints, write_files
from officefiles.lazy import lazy_import
from officefiles.problems import Problem

if TYPE_CHECKING:
    from thaipages import pdf
    from thaipages.pdf import preview
else:
    pdf, preview = lazy_import("thaipages.pdf"), lazy_import("thaipages.pdf.preview")

FOLDER = "preview"
"""Where the pictures of documents stand, beside them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pictures of one document: a contact sheet and a PNG for each page; or why there are none."""

    document: Path
    sheet: Path | None = None
    pages: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def documents(path: Path, name: str) -> tuple[Path, ...]:
    """The Word file itself, or every ``name.docx`` in and below a folder."""
    if path.is_dir():
        return tuple(found for found in sorted(path.rglob(f"{name}.docx")))
    return (path,)


def picture(paths: Sequence[Path]) -> tuple[Shown, ...]:
    """Pictures of each Word file in a folder ``preview`` beside it, in place of those of an earlier look."""
    shown = []
    for printed in pdf.print_files(paths, timeout=TIMEOUT, unread=unread()):
        if printed.data:
            pictures = {"": preview.contact_sheet(printed.data)}
            pictures |= {f"-{number:02d}": data for number, data in enumerate(preview.pages(printed.data), start=1)}
            shown.append(_store(printed.source, pictures, printed.problems))
        else:
            shown.append(Shown(printed.source, problems=printed.problems))
    return tuple(shown)


def _store(document: Path, pictures: Mapping[str, bytes], problems: tuple[Problem, ...]) -> Shown:
    folder = document.parent / FOLDER
    written = {ending: folder / f"{document.stem}{ending}.png" for ending in pictures}
    prints = {f"{FOLDER}/{path.name}": ([document.name], pictures[one]) for one, path in written.items()}
    try:
        for old in folder.glob(f"{glob.escape(document.stem)}-[0-9]*.png"):
            files.remove(old)
    except OSError as fault:
        return Shown(document, problems=(*problems, refusal(folder, fault)))
    if refused := write_files(folder, {path: pictures[ending] for ending, path in written.items()}):
        return Shown(document, problems=(*problems, *dict.fromkeys(refused.values())))
    problems = (*problems, *remember_prints(document.parent, prints))
    return Shown(document, written.pop(""), tuple(written.values()), problems)
