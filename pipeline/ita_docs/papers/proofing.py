"""The proof copies of one office: every document of a workbook that may still lack much, to be reviewed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ita_docs import places
from ita_docs.framework.load import available, load
from ita_docs.model import Settings
from ita_docs.papers.document import Document, lay_out, render
from ita_docs.papers.last_year import is_called_for, with_last_year
from ita_docs.papers.pack import Production, documents, worked_out
from ita_docs.papers.reading import Reading, read_and_check
from ita_docs.papers.selection import in_use, wanted
from ita_docs.papers.states import UNKNOWN, in_states, is_cell, notice
from ita_docs.papers.templates import loaded
from ita_docs.values.build import printed
from ita_docs.workbook.file import Workbook
from ita_docs.workbook.reader import read_rows
from ita_docs.workbook.records import Rows
from ita_docs.workbook.tolerant import Draft, draft, fiscal_year
from officefiles.opc import Package
from officefiles.problems import Place, Problem, Severity
from officefiles.thai import Digits
from thaipages.booklet import compose
from wordfill.excel.watermark import mark_sheets
from wordfill.proof import Shaded, State, shade, watermark

FRONT = "proof.docx"
"""The sheet in front of the proof copies."""

PREFIX = "proof_"
"""What the names of proof copies begin with, so that one sent alone still says what it is."""

_TITLE = "ฉบับร่าง {title}"


def proof(
    workbook: Workbook,
    templates: Mapping[str, Path],
    only: frozenset[str] = frozenset(),
    frameworks: Path | None = None,
    *,
    tracker: Workbook | None = None,
) -> Production:
    """The proof copy of every document, by its name (``proof_order.docx``), whatever the workbook lacks; none where it
    is no workbook of ours. The problems are those of any build. Raises as ``produce`` does.
    """
    problems = read_and_check(workbook, frameworks).problems
    rows, _ = read_rows(workbook, frameworks)
    if rows is None:
        return Production(problems)
    draft = _draft(rows, problems, frameworks)
    draft, problems = _with_last_year(draft, problems, tracker, only, frameworks)
    values = _values(draft, frameworks)
    chosen = wanted(templates, only)
    made = {
        name: _copy(name, path, values, draft.low.settings)
        for name, path in in_use(templates, chosen).items()
        if is_called_for(name, draft.low)
    }
    problems = (*problems, *(problem for document in made.values() for problem in document.problems))
    files = documents(made, chosen, draft.low)
    return Production(problems, _watermarked(files, _front(draft, problems, values)))


def _draft(rows: Rows, problems: Iterable[Problem], frameworks: Path | None) -> Draft:
    """The workbook with its gaps stood in for; where no year is typed that is known, in the light of two years."""
    known = [year + 1 for year in available(frameworks)]
    year = fiscal_year(rows.general)
    typed = rows.general is not None and rows.general.values["fiscal_year"] in known
    first = year if year in known else known[-1]
    indicators = _indicators(first, frameworks)
    others = (one for one in reversed(known) if one != first)
    alike = (one for one in others if _indicators(one, frameworks).keys() == indicators.keys())
    years = first, first if typed else next(alike, first)
    wrong = {problem.place for problem in problems if problem.severity is Severity.ERROR and problem.found}
    return draft(rows, years, indicators, lambda place: notice(place, empty=place not in wrong))


def _indicators(fiscal_year: int, frameworks: Path | None) -> dict[int, str]:
    """The numbers and names of the indicators that a pack of this year is about."""
    return {one.number: one.name for one in load(fiscal_year - 1, frameworks).indicators}


def _with_last_year(
    draft: Draft,
    problems: tuple[Problem, ...],
    tracker: Workbook | None,
    only: Collection[str],
    frameworks: Path | None,
) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft with the results of the tracker, and the problems with those of the tracker."""
    reading = Reading(draft.low, load(draft.low.assessed_year, frameworks), problems=problems)
    reading = with_last_year(reading, tracker, only)
    results = reading.submission.results if reading.submission else ()
    low, high = replace(draft.low, results=results), replace(draft.high, results=results)
    return replace(draft, low=low, high=high), reading.problems


def _values(draft: Draft, frameworks: Path | None) -> dict[str, object]:
    """What the templates are filled from, each text in its state."""
    low, high = (worked_out(one, frameworks) for one in (draft.low, draft.high))
    thai = draft.low.settings.digits is Digits.THAI
    values = in_states(low, high, {str(printed(gap.notice, thai)): gap.notice for gap in draft.missing})
    return {**values, "document": _as_draft(values["document"])}


def _as_draft(properties: object) -> dict[str, str]:
    """The properties of the file, its title saying that it is a draft."""
    assert isinstance(properties, dict)
    return {**properties, "title": _TITLE.format(title=properties["title"])}


def _copy(name: str, template: Path, values: Mapping[str, object], settings: Settings) -> Document:
    """One document with its values shaded, its pages planned as those of the final one are."""
    rendered = render(name, template, values, settings)
    if rendered.package is None:
        return rendered
    if name.endswith(places.WORKBOOK_ENDING):  # shaded as it is filled; it has no pages to be planned
        return rendered
    return Document(lay_out(shade(rendered.package), values, settings)[0].document)


def _front(draft: Draft, problems: Iterable[Problem], values: Mapping[str, object]) -> Package:
    """The sheet in front: what the shades mean, every gap, and every other error."""
    known = {gap.place for gap in draft.missing} | {
        Place(gap.place.sheet) for gap in draft.missing if not is_cell(gap.place)
    }
    wrong = [one for one in problems if one.severity is Severity.ERROR and one.place not in known]
    missing = [(Shaded.of((State.MISSING, gap.notice)), gap.heading) for gap in draft.missing]
    others = [(str(one.place), f"{one.message} {one.hint}") for one in wrong]
    samples = {
        "filled": (State.TYPED, "พื้นสีเขียว"),
        "derived": (State.DERIVED, "พื้นสีฟ้า"),
        "missing": (State.MISSING, UNKNOWN),
    }
    office = values["office"]
    assert isinstance(office, Mapping)
    front = {
        "document": values["document"],
        "office": office["name"],
        "samples": {name: Shaded.of(sample) for name, sample in samples.items()},
        "gaps": _entries(missing),
        "others": _entries(others),
        "complete": not missing and not others,
    }
    template = loaded(places.proof_template(), with_typeface=draft.low.settings.embed_typeface)
    return shade(template.render(front))


def _entries(rows: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"number": str(n), "place": place, "about": about} for n, (place, about) in enumerate(rows, start=1)]


def _watermarked(files: Mapping[str, Package], front: Package) -> dict[str, bytes]:
    """The proof copies, the sheet in front of the pack and by itself."""
    pack = {"pack.docx": compose([front, files["pack.docx"]])} if "pack.docx" in files else {}
    copies = {f"{PREFIX}{name}": package for name, package in {**files, **pack}.items()}
    return {name: _marked(name, package).data() for name, package in {FRONT: front, **copies}.items()}


def _marked(name: str, package: Package) -> Package:
    return mark_sheets(package) if name.endswith(places.WORKBOOK_ENDING) else watermark(package)
