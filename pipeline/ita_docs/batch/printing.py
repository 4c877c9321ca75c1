"""PDFs of the documents of a run, a chunk of offices in one call of the office program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import Outcome, OutcomeStatus
from ita_docs.outputs import files
from ita_docs.outputs.store import refusal, remember_prints, write_file
from officefiles.lazy import lazy_import
from officefiles.problems import Kind, Place, Problem, Severity

if TYPE_CHECKING:
    from thaipages import pdf
    from thaipages.pdf import preview
    from thaipages.planning import pageproof
else:
    pdf, preview, pageproof = map(
        lazy_import, ("thaipages.pdf", "thaipages.pdf.preview", "thaipages.planning.pageproof")
    )

OLD_PDF = Kind(
    "pdf-older",
    "{found} เก่ากว่าเอกสาร Word ชื่อเดียวกัน เนื้อหาอาจไม่ตรงกัน",
    "สั่ง ita-docs build --pdf เพื่อสร้าง PDF ใหม่ก่อนนำไปใช้",
    "เอกสาร Word เปลี่ยนไปหลังจากสร้าง PDF ครั้งก่อน",
    Severity.WARNING,
)

TIMEOUT = 120.0
"""Seconds that one document may take."""

_CHUNK = 16
"""Offices printed together: the office program starts once for all of them."""

FOLDER = "preview"
"""Where the pictures of documents stand, beside them."""


def print_pdfs(outcomes: Iterable[Outcome], *, prove: bool = False) -> Iterator[Outcome]:
    """The same outcomes, with a PDF beside each Word file that has none as new as itself.

    With ``prove`` every one is printed anew, and a page that does not begin as planned is a problem.
    """
    waiting = iter(outcomes)
    while chunk := list(islice(waiting, _CHUNK)):
        yield from _print(chunk, prove=prove)


def tell_old_pdfs(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same outcomes, with a problem where an office's PDFs of an earlier run are older than its documents."""
    for outcome in outcomes:
        pdfs = (path.with_suffix(".pdf") for path in _stale(outcome))
        if old := ", ".join(pdf.name for pdf in pdfs if pdf.exists()):
            outcome = replace(outcome, problems=(*outcome.problems, OLD_PDF.at(Place(), old)))
        yield outcome


def _print(chunk: list[Outcome], *, prove: bool) -> Iterator[Outcome]:
    built = [outcome for outcome in chunk if outcome.status is not OutcomeStatus.REFUSED]
    stale = [path for outcome in built for path in (_documents(outcome) if prove else _stale(outcome))]
    printed = {one.source: one for one in pdf.convert(stale, timeout=TIMEOUT)} if stale else {}
    for outcome in chunk:
        done = [printed[path] for path in _documents(outcome) if path in printed]
        problems = [problem for one in done for problem in one.problems]
        made: list[Path] = []
        for one in done:
            if one.data:
                target = one.source.with_suffix(".pdf")
                refused = write_file(target, one.data) or remember_prints(one.source, {target.name: one.data})
                problems += refused
                made += [] if refused else [target]
                if prove:
                    problems += pageproof.prove_pages(one.source.name, one.source.read_bytes(), one.data)
        yield replace(
            outcome, files=(*outcome.files, *made), problems=tuple(dict.fromkeys((*outcome.problems, *problems)))
        )


def _documents(outcome: Outcome) -> tuple[Path, ...]:
    """The Word files of an office, those that people changed among them."""
    every = dict.fromkeys((*outcome.files, *outcome.kept))
    return tuple(path for path in every if path.suffix == ".docx")


def _stale(outcome: Outcome) -> Iterator[Path]:
    """The Word files of an office whose PDF is missing or older than themselves."""
    for path in _documents(outcome):
        pdf = path.with_suffix(".pdf")
        if not (pdf.exists() and pdf.stat().st_mtime >= path.stat().st_mtime):
            yield path


# Pictures of pages, for a quick look


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
    for printed in pdf.convert(paths, timeout=TIMEOUT):
        if printed.data:
            pictures = {"": preview.contact_sheet(printed.data)}
            pictures |= {f"-{number:02d}": data for number, data in enumerate(preview.pages(printed.data), start=1)}
            shown.append(_store(printed.source, pictures, printed.problems))
        else:
            shown.append(Shown(printed.source, problems=printed.problems))
    return tuple(shown)


def _store(document: Path, pictures: dict[str, bytes], problems: tuple[Problem, ...]) -> Shown:
    folder = document.parent / FOLDER
    written = {ending: folder / f"{document.stem}{ending}.png" for ending in pictures}
    try:
        for old in folder.glob(f"{document.stem}-[0-9]*.png"):
            old.unlink()
        for ending, path in written.items():
            files.write(path, pictures[ending])
        refused = remember_prints(document, {f"{FOLDER}/{path.name}": pictures[one] for one, path in written.items()})
    except OSError as fault:
        return Shown(document, problems=(*problems, refusal(folder, fault)))
    return Shown(document, written.pop(""), tuple(written.values()), (*problems, *refused))
