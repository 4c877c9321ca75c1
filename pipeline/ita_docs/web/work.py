"""What workers do for the page: each function takes the folders of a job and plain values, writes what it makes into
the job's folder, and gives plain values back. The same functions as those of the commands make everything.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

from ita_docs import batch, fields, places
from ita_docs.batch.printing import TIMEOUT, unread
from ita_docs.comparison import documents
from ita_docs.excel.tracker import is_tracker
from ita_docs.importing.imported import import_documents
from ita_docs.importing.refusals import TWO_ORDERS
from ita_docs.model import Submission
from ita_docs.papers import last_year, pack, proofing, reading, template_words
from ita_docs.web import grid
from ita_docs.web.jobs import BOOK, FIRST, PICTURE, TEMPLATE, TRACKER
from ita_docs.web.taking import bundle, bundle_many, in_order, label, labels_of, whole
from ita_docs.web.templates import adopt, in_use, telling
from ita_docs.web.wording import on_page
from ita_docs.web.worker import SaidError
from ita_docs.workbook import marked, mending
from ita_docs.workbook import new as forms
from ita_docs.workbook.file import Upload
from ita_docs.workbook.picture_files import PICTURE_MISSING
from officefiles.limits import RefusedError, inside
from officefiles.limits import reading as name_as_read
from officefiles.problems import Problem, has_errors, told
from thaipages import pdf
from thaipages.pdf import office as pdf_office
from thaipages.pdf import preview
from wordfill import lint

PRINTING = 20.0
"""Seconds that the office program may take for a document."""
GRID, MARKED, MARKED_TRACKER = "grid.json", "marked.xlsx", "marked_tracker.xlsx"
OLD_BOOK, OLD_ZIP = "old.xlsx", "old.zip"
__all__ = [
    "adopt", "bundle", "bundle_many", "check_template", "compare", "draw", "import_old", "keep", "look", "make", "mend",
    "new", "office", "print_all", "trackers",
    "try_template",
]  # fmt: skip
"""What workers can be asked for."""

Names = Mapping[str, str]
"""The user's names of the files in a folder, by the names under which they are stored there."""


def look(brought: str, names: Names, made: str) -> dict[str, Any]:
    """Read and check the workbook that was brought: its problems, what the year's items ask for, the grid with the
    faulty cells and the marked copy are kept, and the sum is given."""
    book, last = _books(brought, names)
    found = reading.read_and_check(book, places.own_frameworks())
    called = _called(found.problems, names)
    if called:
        book, last = _books(brought, {**names, **called})
        found = reading.read_and_check(book, places.own_frameworks())
    found = last_year.with_last_year(found, last, ()) if last else reading.without_report(found)
    out = Path(made)
    shown = told(found.problems)
    sheets = grid.of(book.data, found.problems)
    if last:
        sheets += [sheet for sheet in grid.of(last.data, found.problems, last.name) if sheet["problems"]]
        _mark(out / MARKED_TRACKER, last, found.problems, last.name)
    _write(out / GRID, [grid.head(sheet) for sheet in sheets])
    for number, sheet in enumerate(sheets):
        _write(out / f"{number}.{GRID}", sheet)
    _mark(out / MARKED, book, found.problems)
    submission = found.submission
    return {
        "called": called,
        "problems": [_plain(one) for one in shown],
        "refused": found.refused,
        "office": submission.office.name if submission else "",
        "unnamed": _unnamed(submission, {**names, **called}),
        "year": submission.fiscal_year if submission else None,
        "items": [asdict(row) | {"thai": row.found.thai} for row in reading.completeness_of(found)],
        "readable": found.submission is not None or any(one.place.sheet for one in found.problems),
    }


def make(brought: str, names: Names, made: str, draft: bool) -> dict[str, Any]:
    """Every document of the office, or proof copies of them; their names and labels, and all problems."""
    book, last = _books(brought, names)
    templates, own, notes = in_use()
    work = proofing.proof if draft else pack.produce
    with telling():
        production = work(book, templates, frozenset(), places.own_frameworks(), tracker=last)
    _lay(Path(made) / ("proof" if draft else "documents"), production.files)
    labels = labels_of(production.files, templates)
    return {
        "files": [{"name": name, "label": labels[name]} for name in in_order(production.files)],
        "problems": [_plain(one) for one in told(production.problems)],
        "refused": has_errors(production.problems) and not draft,
        "own_templates": own,
        "template_notes": [_plain(one) for one in told(notes)],
        "passed_over": [_plain(one) for one in batch.unused_templates((places.TEMPLATES,))],
    }


def draw(made: str, folder: str, name: str) -> dict[str, Any]:
    """The PDF of a document, and a picture of each page of it; ``undrawn`` where only an office program can print
    it."""
    source = Path(made) / folder / name
    (printed,) = pdf.draw((source,), unread())
    if printed.obstacles and pdf_office.find():
        return {"undrawn": True}
    if printed.obstacles:
        (printed,) = pdf.print_undrawn((printed,), timeout=TIMEOUT)
    return _pictured(printed)


def print_all(documents: Sequence[str]) -> list[dict[str, Any]]:
    """What ``draw`` gives, for documents of all jobs that wait, by one call of the office program."""
    return [_taken(printed) for printed in pdf.convert([Path(one) for one in documents], timeout=PRINTING)]


def _taken(printed: pdf.Printed) -> dict[str, Any]:
    """What ``_pictured`` gives; one job that is gone, or a full disk, costs no other its pages."""
    try:
        return _pictured(printed)
    except OSError:
        return {"pages": 0, "problems": []}


def _pictured(printed: pdf.Printed) -> dict[str, Any]:
    """Lay the PDF and the pictures of its pages beside the document."""
    problems = [_plain(one) for one in printed.problems]
    if not printed.data:
        return {"pages": 0, "problems": problems}
    _write(printed.source.with_suffix(".pdf"), printed.data)
    pictures = preview.pages(printed.data, dpi=96)
    for number, data in enumerate(pictures, start=1):
        _write(printed.source.with_suffix(f".{number}.png"), data)
    return {"pages": len(pictures), "problems": problems}


def trackers(brought: str, names: Names) -> list[str]:
    """Those of the workbooks that are trackers, by the names under which they are stored."""
    books = {stored: Upload(name, (Path(brought) / stored).read_bytes()) for stored, name in names.items()}
    return [stored for stored, book in books.items() if is_tracker(book)]


def mend(brought: str, stored: str, cells: Mapping[str, str], sheet: str) -> None:
    """Put what the user typed into cells of the workbook that was brought; all else of it stays as it is."""
    path = Path(brought) / stored
    try:
        _write(path, mending.put(path.read_bytes(), sheet, cells))
    except mending.NotMendedError as fault:
        raise SaidError(str(fault)) from fault


def new(year: int, office: str, kind: str, last: str, name: str, made: str) -> dict[str, Any]:
    """The form of a new year, blank or rolled over from last year's workbook; line by line what was done."""
    before = Upload(name, Path(last).read_bytes()) if last else None
    try:
        form = forms.new_form(year, office=office, kind=kind, last=before, frameworks=places.own_frameworks())
    except forms.NoFormError as fault:
        return {"refused": str(fault), "problems": [_plain(one) for one in told(fault.problems)]}
    _write(Path(made) / "form.xlsx", form.data)
    return {"refused": "", "lines": list(map(on_page, form.lines))}


def import_old(brought: str, names: Names, office: str, year: int | None, order: str, made: str) -> dict[str, Any]:
    """Last year's workbook of its old documents, with its photos beside it in one zip where it has some."""
    files = [(name, (Path(brought) / stored).read_bytes()) for stored, name in names.items()]
    found = import_documents(files, year=year, office=office, order=order, frameworks=places.own_frameworks())
    out = Path(made)
    if found.data:
        _write(out / OLD_BOOK, found.data)
    name = f"แบบกรอก ITA {found.year}"
    if found.data and found.photos:
        with whole(out / OLD_ZIP) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{name}{BOOK}", found.data)
            for name, data in found.photos.items():
                archive.writestr(name, data)
    return {
        "made": bool(found.data),
        "year": found.year,
        "name": name,
        "found": list(map(str, found.found)),
        "marked": [str(place) for place in found.marked],
        "unused": found.unused,
        "photos": len(found.photos),
        "problems": [_plain(one) for one in told(found.problems)],
        "several": any(one.kind == TWO_ORDERS.id for one in found.problems),
    }


def check_template(path: str, name: str, made: str) -> dict[str, Any]:
    """The mistakes of a template, each at its place, and a copy with comments where it has some."""
    data = Path(path).read_bytes()
    found = template_words.lint(data, fields.known(), file=name, headings=fields.headings())
    if found and found[0].id != lint.UNREADABLE.id and not lint.is_workbook(data, name):
        _write(Path(made) / "annotated.docx", lint.annotate(data, found, "ita-docs"))
    shown = [
        {
            "severity": one.severity,
            "thai": one.severity.thai,
            "spot": one.spot,
            "message": one.message,
            "hint": one.hint,
        }
        for one in found
    ]
    return {"findings": shown, "name": name}


def try_template(brought: str, names: Names, made: str) -> dict[str, Any]:
    """The document that the template makes of the workbook that was brought with it."""
    book, _ = _books(brought, names)
    given = PurePosixPath(names[TEMPLATE]).name
    name = places.document_name(given).removesuffix(".docx")
    templates = places.template_files(working=None) | {name: Path(brought) / TEMPLATE}
    with telling():
        production = pack.produce(book, templates, frozenset((name,)), places.own_frameworks())
    _lay(Path(made) / "documents", production.files)
    files = [{"name": file, "label": label(file)} for file in production.files]
    return {"files": files, "problems": [_plain(one) for one in told(production.problems)]}


def office(brought: str, stored: str, name: str, made: str, drawn: bool) -> dict[str, Any]:
    """One office of many: its documents in a folder of its own, and what became of it."""
    folder = Path(made) / stored.removesuffix(BOOK)
    book = Upload(name, (Path(brought) / stored).read_bytes())
    templates = in_use().found
    with telling():
        production = pack.produce(book, templates, frameworks=places.own_frameworks())
    _lay(folder, production.files)
    if not production.files and any(one.place.sheet for one in production.problems):
        _write(folder / MARKED, marked.mark(book.data, production.problems))
    if drawn:
        for one in pdf.draw(sorted(folder.glob("*.docx")), unread()):
            if one.data:
                _write(one.source.with_suffix(".pdf"), one.data)
    return {"made": len(production.files), "problems": [_plain(one) for one in told(production.problems)]}


def compare(brought: str, names: Names, made: str) -> dict[str, Any]:
    """The comparison of the offices that were brought: its workbook and its report, and who is left out."""
    frameworks = places.own_frameworks()
    reader = documents.Reader(Path(brought), frameworks)
    uploads = (Upload(name, (Path(brought) / stored).read_bytes()) for stored, name in names.items())
    comparison, left_out = documents.compared(map(reader.read, uploads), frameworks)
    out = [{"name": one.workbook, "reason": one.reason} for one in left_out]
    if comparison is None:
        return {"files": [], "left_out": out, "problems": []}
    with telling():
        production = documents.make(comparison, places.comparison_template())
    _lay(Path(made), production.files)
    shown = [_plain(one) for one in production.problems]
    files = [{"name": name, "label": label(name)} for name in production.files]
    return {"files": files, "left_out": out, "problems": shown}


def keep(brought: str, names: Names, folder: str) -> dict[str, Any]:
    """Lay the documents into a folder of the user's own as ``build`` does: what people changed there is kept."""
    with tempfile.TemporaryDirectory(dir=brought, ignore_cleanup_errors=True) as apart:
        workbook, tracker = _laid_out(Path(brought), names, Path(apart))
        templates = in_use().found
        options = batch.Options(templates=templates, frameworks=places.own_frameworks(), tracker=tracker, pdf=True)
        outcome = batch.build(batch.Job(workbook, Path(folder)), options)
    return {
        "status": outcome.status,
        "files": [path.name for path in outcome.files],
        "kept": [path.name for path in outcome.kept],
        "problems": [_plain(one) for one in told(outcome.problems)],
    }


def _laid_out(brought: Path, names: Names, folder: Path) -> tuple[Path, Path | None]:
    """The workbook and the tracker in ``folder`` under their own names, with the pictures where the workbook has
    them."""
    laid: dict[str, Path] = {}
    for stored, name in names.items():
        target = inside(folder, name) if stored.endswith(PICTURE) else folder / "last" / PurePosixPath(name).name
        if stored.endswith(BOOK):
            target = folder / f"{PurePosixPath(name).stem or 'workbook'}{BOOK}"
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(brought / stored, target)
            laid[stored] = target
    return next(path for stored, path in laid.items() if stored.endswith(BOOK)), laid.get(TRACKER)


def _books(brought: str, names: Names) -> tuple[Upload, Upload | None]:
    """The workbook that was brought with the pictures beside it, and last year's tracker where there is one."""
    folder = Path(brought)
    pictures = {name: (folder / stored).read_bytes() for stored, name in names.items() if stored.endswith(PICTURE)}
    last = Upload(names[TRACKER], (folder / TRACKER).read_bytes()) if TRACKER in names else None
    return Upload(names[FIRST], (folder / FIRST).read_bytes(), pictures), last


def _mark(path: Path, book: Upload, problems: Iterable[Problem], file: str = "") -> None:
    """Lay a copy of the workbook with those of the problems that are its own at their cells, where it has some."""
    own = [one for one in problems if one.place.file == file]
    path.unlink(missing_ok=True)
    with suppress(RefusedError):  # what cannot be opened cannot be marked
        if own:
            _write(path, marked.mark(book.data, own, marked.TRACKER if file else marked.FORM))


def _called(problems: Iterable[Problem], names: Names) -> dict[str, str]:
    """What the workbook calls pictures that were brought without the folders that it names, where that is plain."""
    missing = dict.fromkeys(one.found for one in problems if one.kind == PICTURE_MISSING.id)
    bare = [name_as_read(PurePosixPath(one.replace("\\", "/")).name) for one in missing]
    stored = {name_as_read(name): one for one, name in names.items() if one.endswith(PICTURE)}
    return {
        stored[plain]: called
        for called, plain in zip(missing, bare, strict=True)
        if plain in stored and bare.count(plain) == 1
    }


def _unnamed(submission: Submission | None, names: Names) -> list[str]:
    """The pictures that were brought and that no cell names; those of the examples bear their folder."""
    if submission is None:
        return []
    named = set(map(name_as_read, submission.pictures))
    pictures = (name for stored, name in names.items() if stored.endswith(PICTURE) and "/" not in name)
    return [name for name in pictures if name_as_read(name) not in named]


def _plain(problem: Problem) -> dict[str, Any]:
    return problem.as_dict() | {
        "hint": on_page(problem.hint),
        "thai": problem.severity.thai,
        "where": str(problem.place),
    }


def _lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder of the job, made where there is none."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, data in files.items():
        _write(folder / name, data)


def _write(path: Path, data: bytes | Sequence[object] | Mapping[str, object]) -> None:
    """Write a whole file, or none."""
    with whole(path) as part:
        part.write_bytes(data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode())
