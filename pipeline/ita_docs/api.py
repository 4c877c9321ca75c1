"""The software as a library: paths or bytes in, values out.

Nothing is printed, no file is written for people, and the current folder is not looked at: templates and rules are
those that came with the software, or those of the folders that are named. A mistake in a workbook is a ``Problem``
among those that come back; ``TemplateError`` and ``FrameworkError`` say in Thai which file of the set-up is broken.

>>> import ita_docs
>>> form = ita_docs.new(2567, office="เทศบาลตำบลสมมติ")
>>> problems = ita_docs.check(form)
>>> problems[0].kind, str(problems[0].place)
('cell-missing', 'ชีต ข้อมูลทั่วไป B7')
>>> sorted(ita_docs.build(form).files)
[]
>>> ita_docs.marked(form, problems)[:2]
b'PK'
>>> [problem.message for problem in ita_docs.import_documents({"order.docx": b""}).problems]
['ไฟล์ order.docx ว่างเปล่า']
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import places
from ita_docs.comparison.figures import LeftOut
from ita_docs.workbook import file
from ita_docs.workbook.file import Upload
from officefiles.lazy import lazy_import
from officefiles.limits import RefusedError

if TYPE_CHECKING:
    from ita_docs import fields
    from ita_docs.comparison import documents
    from ita_docs.importing import imported
    from ita_docs.model import Submission
    from ita_docs.papers import last_year, pack, proofing, reading, template_words
    from ita_docs.workbook import marked as marking
    from ita_docs.workbook import new as forms
    from ita_docs.workbook import reader
    from officefiles.problems import Problem
    from wordfill.lint import Finding
else:  # whoever checks needs nothing of what makes documents
    documents = lazy_import("ita_docs.comparison.documents")
    pack, proofing = lazy_import("ita_docs.papers.pack"), lazy_import("ita_docs.papers.proofing")
    last_year = lazy_import("ita_docs.papers.last_year")
    reader, reading = lazy_import("ita_docs.workbook.reader"), lazy_import("ita_docs.papers.reading")
    marking, forms = lazy_import("ita_docs.workbook.marked"), lazy_import("ita_docs.workbook.new")
    imported = lazy_import("ita_docs.importing.imported")
    fields, template_words = lazy_import("ita_docs.fields"), lazy_import("ita_docs.papers.template_words")

WorkbookSource = Path | bytes | Upload
"""A workbook: a file with its pictures beside it, its bytes, or its bytes with a name and pictures (``Upload``)."""


@dataclass(frozen=True, slots=True)
class ComparedOffices:
    """The files of a comparison (``comparison.xlsx``, ``comparison.docx``; none where no office is left), what is wrong
    with them, and the workbooks that are left out with the reasons in Thai."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]


def read(workbook: WorkbookSource, *, frameworks: Path | None = None) -> tuple[Submission | None, tuple[Problem, ...]]:
    """What the workbook says, and the problems of reading it; no submission where one of them is an error.
    ``frameworks`` is the office's own folder of rules."""
    return reader.read(_workbook(workbook), frameworks)


def check(
    workbook: WorkbookSource, *, tracker: WorkbookSource | None = None, frameworks: Path | None = None
) -> tuple[Problem, ...]:
    """Every problem of reading the workbook and of what it says, sheet by sheet, and of ``tracker``, last year's.
    ``frameworks`` is the office's own folder of rules."""
    found = reading.read_and_check(_workbook(workbook), frameworks)
    return last_year.with_last_year(found, _tracker(tracker), ()).problems


def build(
    workbook: WorkbookSource,
    *,
    only: Collection[str] = (),
    tracker: WorkbookSource | None = None,
    templates: Path | None = None,
    frameworks: Path | None = None,
    traced: bool = False,
    proof: bool = False,
) -> pack.Production:
    """All documents of one office by their names, and every problem; no document where a problem is an error.

    ``only`` keeps to the named documents (``order``), ``tracker`` is last year's, ``templates`` a folder whose
    templates go before those of the software. ``traced`` keeps in each document where its values came from; ``proof``
    makes proof copies, also of a workbook that is not ready. Raises ``NoDocumentError``, a ``ValueError``, where
    ``only`` names a document that no template makes.
    """
    book, last = _workbook(workbook), _tracker(tracker)
    found, wanted = places.template_files(templates, working=None), frozenset([only] if isinstance(only, str) else only)
    if proof:
        return proofing.proof(book, found, wanted, frameworks, tracker=last)
    return pack.produce(book, found, wanted, frameworks, tracker=last, traced=traced)


def marked(workbook: WorkbookSource, problems: Sequence[Problem], *, tracker: bool = False) -> bytes:
    """A copy of the workbook with each of ``problems`` shown at its cell; of a ``tracker``, with those of the tracker.
    Raises ``RefusedError``, a Thai sentence, where it is no workbook that can and may be opened."""
    book = _workbook(workbook)
    if wrong := file.load(book)[1]:
        raise RefusedError(wrong.message)
    own = [problem for problem in problems if bool(problem.place.file) is tracker]
    kind = marking.TRACKER if tracker else marking.FORM
    return marking.mark(book.data if isinstance(book, Upload) else book.read_bytes(), own, kind)


def new(
    year: int,
    *,
    office: str = "",
    kind: str = "",
    last: WorkbookSource | None = None,
    frameworks: Path | None = None,
) -> bytes:
    """The form for fiscal year ``year`` (Buddhist era): blank, or rolled over from ``last``, the workbook of an earlier
    year. Its examples are those of the ``kind`` of office (``hospital``, โรงเรียน), else of the kind that the office's
    name tells. Raises ``NoFormError``, a Thai sentence, where there are no rules for the year, no such kind, or
    ``last`` cannot be used."""
    before = None if last is None else _workbook(last)
    return forms.new_form(year, office=office, kind=kind, last=before, frameworks=frameworks).data


def import_documents(
    files: Mapping[str, bytes] | Sequence[Path | tuple[str, bytes]],
    *,
    year: int | None = None,
    office: str = "",
    order: str = "",
    frameworks: Path | None = None,
) -> imported.Imported:
    """Last year's workbook, made of its old Word, PDF and Excel files (by their names, or where they are), with the
    photos that it names, the cells to look at, and every problem; ``data`` is empty where nothing could be read.

    ``year`` (Buddhist era) and ``office`` go before what the documents say; ``order`` is the number of the order that
    is meant where there are several, or its place among them.
    """
    sources = list(files.items()) if isinstance(files, Mapping) else files
    return imported.import_documents(sources, year=year, office=office, order=order, frameworks=frameworks)


def lint(template: Path | bytes) -> tuple[Finding, ...]:
    """Every mistake of a template for an office's document, in page order."""
    return template_words.lint(template, fields.known(), headings=fields.headings())


def compare(
    workbooks: Mapping[str, WorkbookSource], *, templates: Path | None = None, frameworks: Path | None = None
) -> ComparedOffices:
    """Many offices side by side: ``workbooks`` by the names that the report has for them."""
    rows_of = documents.Reader.of([one for one in workbooks.values() if isinstance(one, Path)], frameworks)
    found = (replace(rows_of.read(_workbook(one)), workbook=name) for name, one in workbooks.items())
    comparison, left_out = documents.compared(found, frameworks)
    if comparison is None:
        return ComparedOffices({}, (), left_out)
    made = documents.make(comparison, places.comparison_template(templates, working=None))
    return ComparedOffices(made.files, made.problems, left_out)


def _tracker(source: WorkbookSource | None) -> Path | Upload | None:
    return None if source is None else _workbook(source, "tracker.xlsx")


def _workbook(source: WorkbookSource, name: str = "workbook.xlsx") -> Path | Upload:
    return Upload(name, source) if isinstance(source, bytes) else source
