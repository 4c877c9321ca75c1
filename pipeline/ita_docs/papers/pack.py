"""The whole pack of one office: every document of its templates, the booklet, and the Excel files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import house
from ita_docs.analysis import Findings, analyse
from ita_docs.checks.completeness import CompletenessRow
from ita_docs.excel import summary, tracker
from ita_docs.framework.load import Framework, available, load
from ita_docs.model import Submission
from ita_docs.papers import trace
from ita_docs.papers.document import Document, make
from ita_docs.papers.last_year import is_called_for, with_last_year
from ita_docs.papers.reading import completeness_of, pack_framework, read_and_check
from ita_docs.papers.selection import ACTIVITIES, PACK, in_use, wanted
from ita_docs.papers.template_words import typed_words
from ita_docs.papers.templates import names_used
from ita_docs.places import file_name
from ita_docs.values import build
from ita_docs.values.own_names import in_order
from ita_docs.wording import word
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.reader import read
from officefiles.lazy import lazy_import
from officefiles.opc import Package
from officefiles.pictures import Picture
from officefiles.problems import Kind, Place, Problem, Severity, has_errors
from thaipages import listing
from thaipages.booklet import compose, unlike

if TYPE_CHECKING:
    from ita_docs.papers import score_chart
else:  # few offices ask for the chart
    score_chart = lazy_import("ita_docs.papers.score_chart")


UNLIKE = Kind(
    "part-unlike-in-pack",
    "ในเล่มรวม pack.docx เอกสาร {file} มีลักษณะบางอย่างไม่เหมือนเมื่ออยู่เดี่ยว: {found}",
    "ตั้งค่าข้อนี้ในแม่แบบ {template} ให้เหมือนแม่แบบของเอกสารแรกในเล่ม หรือพิมพ์เอกสารนี้แยกจากเล่ม",
    "ลักษณะที่ไฟล์ Word หนึ่งไฟล์มีได้อย่างเดียว เล่มรวมจึงใช้ของเอกสารแรก",
    Severity.NOTE,
)


@dataclass(frozen=True, slots=True)
class Production:
    """The finished files of one office by name (``order.docx``), or the problems that kept them from being made.

    ``pictures`` are the names of the picture files that they show, ``completeness`` is what the open-data items of the
    year ask for.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    completeness: tuple[CompletenessRow, ...] = ()


def produce(
    workbook: Workbook,
    templates: Mapping[str, Path],
    only: frozenset[str] = frozenset(),
    frameworks: Path | None = None,
    *,
    tracker: Workbook | None = None,
    traced: bool = False,
) -> Production:
    """Every document of one office as bytes; none where its workbook has an error.

    ``templates`` maps document names to template files; ``only`` keeps to the named documents (empty: all);
    ``tracker`` is the office's tracker of last year's measures, in place of the workbook's own results;
    ``traced`` keeps in each document where its values came from. Raises ``TemplateError`` and ``FrameworkError``
    where the set-up is broken.
    """
    reading = with_last_year(read_and_check(workbook, frameworks), tracker, only)
    submission, framework, findings = reading.submission, reading.framework, reading.findings
    asked = completeness_of(reading, frameworks)
    if reading.refused or submission is None or framework is None or findings is None:
        return Production(reading.problems, completeness=asked)
    values = filled(submission, framework, findings, frameworks)
    chosen = wanted(templates, only)
    made = {
        name: make(name, path, values, submission.settings)
        for name, path in in_use(templates, chosen).items()
        if is_called_for(name, submission)
    }
    problems = (*reading.problems, *(problem for document in made.values() for problem in document.problems))
    problems = (*problems, *(one for name in made for one in typed_words(templates[name], submission, framework)))
    if has_errors(problems):
        return Production(problems, completeness=asked)
    files = documents(made, chosen, submission)
    problems = (*problems, *(_unlike(made, templates, submission) if "pack" in chosen else ()))
    if traced:
        files = {name: _traced(name, package, templates, values) for name, package in files.items()}
    zipped = {name: package.data() for name, package in files.items()}
    zipped |= _workbooks(chosen, submission, framework, findings)
    return Production(problems, zipped, submission.pictures, asked)


def filled(
    submission: Submission, framework: Framework, findings: Findings, frameworks: Path | None = None
) -> dict[str, object]:
    """What templates are filled from. ``framework`` is that of the assessed year."""
    own = pack_framework(submission, frameworks)
    texts = word(submission, framework, findings, own)
    return build(submission, framework, findings, texts, own, _chart(submission, framework, findings))


def values_of(workbook: Workbook, frameworks: Path | None = None) -> dict[str, object]:
    """All values that the workbook fills, whatever the checks say of them; empty where it cannot be read whole."""
    submission, _ = read(workbook, frameworks)
    if submission is None or submission.assessed_year not in available(frameworks):
        return {}
    return worked_out(submission, frameworks)


def worked_out(submission: Submission, frameworks: Path | None = None) -> dict[str, object]:
    """What templates are filled from, by the rules of the submission's assessed year, which are known."""
    framework = load(submission.assessed_year, frameworks)
    return filled(submission, framework, analyse(submission, framework), frameworks)


def _chart(submission: Submission, framework: Framework, findings: Findings) -> Picture | None:
    """The chart of the scores, where the workbook asks for it."""
    if not submission.settings.chart:
        return None
    return score_chart.draw(findings, framework, submission.settings)


def documents(made: Mapping[str, Document], chosen: frozenset[str], submission: Submission) -> dict[str, Package]:
    """The ``chosen`` files by their names, the pack bound of its parts; all of ``made`` are there."""
    settings = submission.settings
    packages = {name: document.package for name, document in made.items() if document.package is not None}
    files = {file_name(name): package for name, package in packages.items() if name in chosen}
    if "pack" in chosen:
        contents = house.contents(settings.digits) if settings.contents else None
        parts = [packages[name] for name in _bound(submission) if name in packages]
        pack = compose(parts, contents=contents)
        files["pack.docx"] = listing.numbered(pack).document if any(map(listing.asks, parts)) else pack
    return files


def _unlike(made: Mapping[str, Document], templates: Mapping[str, Path], submission: Submission) -> Iterator[Problem]:
    """What parts of the booklet do not keep of their looks in it."""
    bound = {name: package for name in _bound(submission) if name in made and (package := made[name].package)}
    for place, found in unlike(list(bound.values())).items() if bound else ():
        name = list(bound)[place]
        yield UNLIKE.at(Place(), ", ".join(found), file=f"{name}.docx", template=templates[name].name)


def _bound(submission: Submission) -> tuple[str, ...]:
    """The parts of the office's booklet: of activities only where there is one to show."""
    return tuple(name for name in PACK if name != ACTIVITIES or submission.activities)


def _traced(file: str, package: Package, templates: Mapping[str, Path], values: Mapping[str, object]) -> Package:
    """The document with the trace of what its template prints, or of what the templates of all its parts print."""
    own = templates.get(file) or templates.get(file.removesuffix(".docx"))
    used = [own] if own else [templates[name] for name in PACK if name in templates]
    names = frozenset(name for path in used for name in names_used(path))
    return trace.attach(package, values, in_order(names))


def _workbooks(
    chosen: frozenset[str], submission: Submission, framework: Framework, findings: Findings
) -> dict[str, bytes]:
    """The Excel files for the office's own use, and the calendar that goes with the tracker."""
    files: dict[str, bytes] = {}
    if "summary" in chosen:
        files["summary.xlsx"] = summary.build(submission, framework, findings)
    if "tracker" in chosen:
        files["tracker.xlsx"] = tracker.build(submission, framework, datetime.date.today())
        files["tracker.ics"] = tracker.calendar(submission)
    return files
