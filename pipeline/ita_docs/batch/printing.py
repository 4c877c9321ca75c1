"""PDFs of the documents of a run: drawn where an office is built, and by the office program what cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import Options, Outcome, OutcomeStatus
from ita_docs.outputs.store import remember_prints, write_files
from officefiles.lazy import lazy_import
from officefiles.problems import Kind, Place, Problem, Severity

if TYPE_CHECKING:
    from ita_docs import house
    from ita_docs.batch import item_files
    from thaipages import pdf
    from thaipages.pdf import Printed
    from thaipages.planning import pageproof
else:
    house = lazy_import("ita_docs.house")
    item_files = lazy_import("ita_docs.batch.item_files")
    pdf, pageproof = lazy_import("thaipages.pdf"), lazy_import("thaipages.planning.pageproof")

OLD_PDF = Kind(
    "pdf-older",
    "{found} เก่ากว่าเอกสาร Word ชื่อเดียวกัน เนื้อหาอาจไม่ตรงกัน",
    "สั่ง ita-docs build --pdf เพื่อสร้าง PDF ใหม่ก่อนนำไปใช้",
    "เอกสาร Word เปลี่ยนไปหลังจากสร้าง PDF ครั้งก่อน",
    Severity.WARNING,
)

TIMEOUT = 120.0
"""Seconds that the office program may take for one document."""

_CHUNK = 16
"""Offices printed together: the office program starts once for all of them."""


def draw_pdfs(outcome: Outcome, options: Options) -> Outcome:
    """The outcome with a PDF beside each Word file that has none as new as itself, and one for each item of the year,
    as far as ``options`` ask for them. What cannot be drawn is ``undrawn``."""
    if outcome.status is OutcomeStatus.REFUSED:
        return outcome
    if options.pdf:
        drawn = pdf.draw(tuple(_stale(outcome)), unread())
        undrawn = tuple(one for one in drawn if one.obstacles)
        outcome = replace(_written(outcome, drawn, flush=options.flush), undrawn=undrawn)
    return item_files.draw(outcome, flush=options.flush) if options.items else outcome


def print_pdfs(outcomes: Iterable[Outcome], *, prove: bool = False) -> Iterator[Outcome]:
    """The same outcomes, with a PDF of each document that could not be drawn.

    With ``prove`` the office program prints every document, and a page that does not begin as planned is a problem.
    """
    waiting = iter(outcomes)
    while chunk := list(islice(waiting, _CHUNK)):
        undrawn = [one for outcome in chunk for one in outcome.undrawn]
        printed = {one.source: one for one in pdf.print_undrawn(undrawn, timeout=TIMEOUT)} if undrawn else {}
        asked = [path for outcome in chunk for path in documents_of(outcome)] if prove else []
        proofs = {one.source: one for one in pdf.convert(asked, timeout=TIMEOUT)} if asked else {}
        for outcome in chunk:
            outcome = _written(outcome, [printed[one.source] for one in outcome.undrawn], flush=True)
            yield _proved(outcome, proofs) if prove else outcome


def tell_old_pdfs(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same outcomes, with a problem where an office's PDFs of an earlier run are older than its documents."""
    for outcome in outcomes:
        pdfs = (path.with_suffix(".pdf") for path in _stale(outcome))
        if old := ", ".join(pdf.name for pdf in pdfs if pdf.exists()):
            outcome = replace(outcome, problems=(*outcome.problems, OLD_PDF.at(Place(), old)))
        yield outcome


def unread() -> tuple[str, ...]:
    """The styles of paragraphs that are not read aloud: a catchword is read where it comes from."""
    return (house.CATCHWORDS.style,)


def documents_of(outcome: Outcome) -> tuple[Path, ...]:
    """The Word files of an office, those that people changed among them; none where its workbook was refused."""
    every = dict.fromkeys((*outcome.files, *outcome.kept))
    refused = outcome.status is OutcomeStatus.REFUSED
    return () if refused else tuple(path for path in every if path.suffix == ".docx")


def _written(outcome: Outcome, printed: Sequence[Printed], *, flush: bool) -> Outcome:
    """The outcome with the PDFs that were made, each beside its document, and what there is to tell of them."""
    problems = [problem for one in printed for problem in one.problems]
    made = {one.source.with_suffix(".pdf"): one for one in printed if one.data}
    if made:
        refused = write_files(outcome.job.folder, {path: one.data for path, one in made.items()}, flush=flush)
        problems += refused.values()
        made = {path: one for path, one in made.items() if path not in refused}
    prints = {path.name: ([one.source.name], one.data) for path, one in made.items()}
    problems += remember_prints(outcome.job.folder, prints, flush=flush)
    return _told(replace(outcome, files=(*outcome.files, *made)), problems)


def _proved(outcome: Outcome, printed: Mapping[Path, Printed]) -> Outcome:
    """The outcome with what is not on the pages where it was planned."""
    own = [printed[path] for path in documents_of(outcome)]
    found = [problem for one in own for problem in one.problems]
    for one in own:
        if one.data:
            found += pageproof.prove_pages(one.source.name, one.source.read_bytes(), one.data)
    return _told(outcome, found)


def _told(outcome: Outcome, problems: Iterable[Problem]) -> Outcome:
    return replace(outcome, problems=tuple(dict.fromkeys((*outcome.problems, *problems))))


def _stale(outcome: Outcome) -> Iterator[Path]:
    """The Word files of an office whose PDF is missing or older than themselves."""
    for path in documents_of(outcome):
        pdf = path.with_suffix(".pdf")
        if not (pdf.exists() and pdf.stat().st_mtime >= path.stat().st_mtime):
            yield path
