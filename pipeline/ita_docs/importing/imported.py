"""Last year's Word, PDF and Excel files made into a workbook: the inverse of ``build``.

``files → word/ pdf/ excel/ (bytes → OldFile) → order/ papers/ (OldFile → ReadDocument) → gather → form → workbook``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_docs.framework.load import Framework, available, load
from ita_docs.importing import sheets
from ita_docs.importing.blocks import OldFile
from ita_docs.importing.documents import ReadDocument
from ita_docs.importing.form import fiscal_year, form_of, with_faults_marked
from ita_docs.importing.gather import Gathered, gather
from ita_docs.importing.opening import contents_of, opened
from ita_docs.importing.order import find_orders
from ita_docs.importing.orders import ORDER, chosen
from ita_docs.importing.papers import find_papers, fiscal_year_of, without_derived
from ita_docs.importing.refusals import (
    LIMIT,
    NO_SEATS,
    NO_YEAR,
    NOTHING_FOUND,
    PHOTO_UNUSABLE,
    YEAR_WITHOUT_RULES,
    NotReadableError,
)
from ita_docs.importing.settings import choices
from ita_docs.importing.unsaid import shared_wording
from ita_docs.workbook.form import Form, FormRow
from ita_docs.workbook.listings import Listing
from ita_docs.workbook.schema import SHEETS
from ita_docs.workbook.tables import SEATS
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import reviews
from officefiles import pictures
from officefiles.limits import MB
from officefiles.problems import Place, Problem

OldSource = Path | tuple[str, bytes]
"""An old file: where it is, or its name and bytes."""

MAX_FILES, MAX_TOTAL = 200, 200 * MB
_MANY = "มีไฟล์ที่นำเข้าพร้อมกันเกินกำหนด ({files} ไฟล์ หรือรวม {size} MB)"
KINDS = {
    ORDER: "คำสั่งแต่งตั้ง",
    "analysis": "บทวิเคราะห์",
    "measures": "ตารางมาตรการ",
    "activities": "บันทึกกิจกรรม",
    "people": "รายชื่อบุคลากร",
    "scores": "รายงานคะแนน",
    "notice": "ประกาศ",
    "memo": "บันทึกข้อความ",
    "results": "รายงานผลการดำเนินการ",
    "title": "ปก",
    "contents": "สารบัญ",
}
"""What staff call each kind of document."""
_SHEETS = {sheet.key: sheet.name for sheet in SHEETS}


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that was found in a file: its kind, and how many rows it gave to each sheet, by its key."""

    file: str
    kind: str
    rows: Mapping[str, int]

    def __str__(self) -> str:
        """As staff read it: ``order.docx: คำสั่งแต่งตั้ง (บุคลากร 43 แถว)``."""
        rows = ", ".join(f"{_SHEETS[key]} {count} แถว" for key, count in self.rows.items())
        return f"{self.file}: {KINDS.get(self.kind, self.kind)}" + (f" ({rows})" if rows else "")


@dataclass(frozen=True, slots=True)
class Imported:
    """The workbook (empty where there is none), the photos that its cells name as files beside it, its fiscal year,
    what was found, the marked cells, how many lines nothing took, and every problem."""

    data: bytes = field(default=b"", repr=False)
    photos: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    year: int | None = None
    found: tuple[FoundDocument, ...] = ()
    marked: tuple[Place, ...] = ()
    unused: int = 0
    problems: tuple[Problem, ...] = ()


def import_documents(
    files: Sequence[OldSource],
    *,
    year: int | None = None,
    office: str = "",
    order: str = "",
    folder: str = "pictures",
    frameworks: Path | None = None,
) -> Imported:
    """Last year's workbook, of its old documents; none where nothing could be read or the year is not known.

    ``year`` (Buddhist era) and ``office`` go before what the documents say; ``order`` names the order that is meant
    where there are several, by its number or its place among them. Photos are named as files of ``folder`` beside the
    workbook. Raises ``FrameworkError`` where a file of rules is broken.
    """
    old, problems = _read(files)
    years = available(frameworks)
    named = fiscal_year_of(old)
    told = year or named
    framework = load(told - 1 if told - 1 in years else years[-1], frameworks)
    found = _found(old, framework, order, folder) if old else _Found()
    looks_back = named and {one.kind for one in found.documents} <= _OF_THE_YEAR_BEFORE
    said, cell = fiscal_year(found.gathered, named + 1 if looks_back else named)
    meant = year or said
    if meant and meant - 1 in years and meant - 1 != framework.year:  # its indicators may have other names
        framework = load(meant - 1, frameworks)
        found = _found(old, framework, order, folder)
    problems += found.problems
    if found.is_whole and meant and meant - 1 in years:
        given: FormRow = {"fiscal_year": year or cell, **({"name": office} if office else {})}
        form = with_faults_marked(form_of(found.gathered, meant, given, frameworks), found.gathered.photos)
        topics = tuple(one.name for one in load(meant, frameworks).topics) if meant in years else ()
        wording = framework.made(shared_wording, topics)
        unused = sheets.unused(old, found.gathered, wording, found.read)
        return _made(form, found, unused, problems)
    known = ", ".join(str(one + 1) for one in years)
    why = YEAR_WITHOUT_RULES.at(Place(), meant, years=known) if meant else NO_YEAR.at(Place())
    return Imported(found=found.documents, problems=(*problems, *((why,) if found.is_whole else ())))


_OF_THE_YEAR_BEFORE = {"scores", "analysis", "results"}
"""Papers that name the year before the pack's own."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the documents of all files say together, what was found in each, and what is to be told of them; ``read`` is
    the first with what the program makes by itself. ``is_whole`` is false where nothing was found, or it is not known
    which of several orders is meant."""

    gathered: Gathered = field(default_factory=Gathered)
    documents: tuple[FoundDocument, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = False
    read: Gathered = field(default_factory=Gathered)


def _made(form: Form, found: _Found, unused: Listing, problems: tuple[Problem, ...]) -> Imported:
    return Imported(
        data=write(form, before=[sheets.to_review(form)], after=[unused]),
        photos={name: photo.data for name, photo in found.gathered.photos.items()},
        year=form.schema.year,
        found=found.documents,
        marked=tuple(place for place, _, _ in reviews(form)),
        unused=len(unused.rows),
        problems=problems,
    )


def _read(files: Sequence[OldSource]) -> tuple[list[OldFile], tuple[Problem, ...]]:
    """The files that can be read, and why others cannot. Files of one name are told apart by their folders."""
    old: list[OldFile] = []
    problems: list[Problem] = []
    names = Counter(one.name for one in files if isinstance(one, Path))
    total = 0
    for number, source in enumerate(files):
        name = _name(source, names)
        try:
            data = contents_of(source) if isinstance(source, Path) else source[1]
            total += len(data)
            if number >= MAX_FILES or total > MAX_TOTAL:
                raise NotReadableError(LIMIT, why=_MANY.format(files=MAX_FILES, size=MAX_TOTAL // MB))
            old.append(opened(name, data))
            problems += old[-1].problems
        except NotReadableError as fault:
            problems.append(fault.problem(name))
    return old, tuple(problems)


def _name(source: OldSource, names: Mapping[str, int]) -> str:
    if not isinstance(source, Path):
        return source[0]
    return source.name if names[source.name] == 1 else str(source)


def _found(old: Sequence[OldFile], framework: Framework, order: str, folder: str) -> _Found:
    by_file = {file.name: (*find_orders(file), *find_papers(file, framework)) for file in old}
    found = tuple(
        FoundDocument(name, one.kind, {key: len(rows) for key, rows in one.rows.items() if rows})
        for name, documents in by_file.items()
        for one in documents
    )
    problems = [NOTHING_FOUND.at(Place(file=name), name) for name, documents in by_file.items() if not documents]
    documents, refused = chosen([one for own in by_file.values() for one in own], order)
    if refused:
        return _Found(documents=found, problems=(*problems, refused))
    usable = [_with_usable_photos(one, problems) for one in documents]
    read = gather(usable, folder)
    general, rows = without_derived(read.general, read.rows, framework)
    gathered = replace(read, general={**choices(old, framework), **general}, rows=rows)
    for one in usable:
        if one.kind == ORDER and not gathered.rows.get(SEATS.key):
            file = min(place.file for place in one.used)
            problems.append(NO_SEATS.at(Place(file=file), file))
    return _Found(gathered, found, tuple(problems), is_whole=bool(usable), read=read)


def _with_usable_photos(document: ReadDocument, problems: list[Problem]) -> ReadDocument:
    """The document without the photos that no document of ours can show, which are told and stay unused."""
    wrong = {photo: why for photo in document.photos if (why := pictures.check(photo.data))}
    for photo, why in wrong.items():
        problems.append(PHOTO_UNUSABLE.at(Place(file=photo.origin.file), photo.origin.file, why=why))
    good = tuple(photo for photo in document.photos if photo not in wrong)
    return replace(document, photos=good, used=document.used - {photo.origin for photo in wrong})
