"""The proof copies of one office: every document of a workbook that may still lack much, to be reviewed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.framework.load import available, load
from pipeline.problems import Place, Problem, Severity
from pipeline.produce.document import Document, Origins, render
from pipeline.produce.last_year import RESULTS, with_last_year
from pipeline.produce.pack import Production, documents, filled, in_use, wanted
from pipeline.produce.reading import Reading, read_and_check

if TYPE_CHECKING:
    from pipeline.model import Catchwords
    from pipeline.workbook.gaps import Draft, Gap
    from pipeline.workbook.reader import Rows

PREFIX = "proof_"
"""What the names of proof copies begin with, so that one sent alone still says what it is."""

_EMPTY, _WRONG = "«ยังไม่กรอก: {place}»", "«ต้องแก้ไข: {place}»"
_UNKNOWN = "«ยังสรุปไม่ได้: ต้องกรอกช่องที่ขาดก่อน»"
_TITLE = "ฉบับร่าง {title}"


def proof(
    workbook: Path,
    templates: Mapping[str, Path],
    only: frozenset[str] = frozenset(),
    frameworks: Path | None = None,
    *,
    tracker: Path | None = None,
) -> Production:
    """The proof copy of every document, by its name (``proof_order.docx``), whatever the workbook lacks; none where it
    is no workbook of ours. The problems are those of any build. Raises as ``produce`` does.
    """
    from pipeline.workbook.reader import read_rows

    problems = read_and_check(workbook, frameworks).problems
    rows, _ = read_rows(workbook)
    if rows is None:
        return Production(problems)
    draft, problems = _with_last_year(_draft(rows, frameworks), problems, tracker, only)
    signs = _signs(draft.gaps, problems)
    values, came_from = _values(draft, frameworks)
    chosen = wanted(templates, only)
    made = {
        name: _copy(name, path, values, came_from, draft.low.settings.catchwords, signs)
        for name, path in in_use(templates, chosen).items()
        if name != RESULTS or draft.low.results
    }
    faults = (problem for document in made.values() for problem in document.problems)
    whole = {name: document for name, document in made.items() if document.data}
    files = documents(whole, chosen, draft.low.settings)
    return Production((*problems, *faults), _watermarked(files))


def _draft(rows: Rows, frameworks: Path | None) -> Draft:
    """The workbook with its gaps stood in for; where no year is typed that is known, in the light of two years."""
    from pipeline.workbook.gaps import draft, fiscal_year

    known = [year + 1 for year in available(frameworks)]
    year = fiscal_year(rows)
    typed = rows.general is not None and rows.general.values["fiscal_year"] in known
    first = year if year in known else known[-1]
    other = first if typed else next((one for one in reversed(known) if one != first), first)
    indicators = {one.number: one.name for one in load(first - 1, frameworks).indicators}
    return draft(rows, (first, other), indicators)


def _with_last_year(
    draft: Draft, problems: tuple[Problem, ...], tracker: Path | None, only: Collection[str]
) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft with the results of the tracker, and the problems with those of the tracker."""
    told = with_last_year(Reading(draft.low, None, problems), tracker, only)
    results = told.submission.results if told.submission else ()
    low, high = replace(draft.low, results=results), replace(draft.high, results=results)
    return replace(draft, low=low, high=high), told.problems


def _signs(gaps: Iterable[Gap], problems: Iterable[Problem]) -> dict[str, str]:
    """What each sign stands for, in words: a cell that is empty, or one with something in it that must be mended."""
    from pipeline.word.proof import UNKNOWN

    wrong = {problem.place for problem in problems if problem.severity is Severity.ERROR and problem.found}
    texts = {gap.sign: (_WRONG if gap.place in wrong else _EMPTY).format(place=_words(gap.place)) for gap in gaps}
    return {**texts, UNKNOWN: _UNKNOWN}


def _words(place: Place) -> str:
    """``ชีต คะแนน ช่อง C5``; a row that is not there is named by what it is about."""
    return f"ชีต {place.sheet} {'ช่อง ' if place.cell.isascii() else ''}{place.cell}"


def _values(draft: Draft, frameworks: Path | None) -> tuple[dict[str, object], Origins]:
    """What the templates are filled from, each text marked by where it came from."""
    from pipeline.context.origins import origins
    from pipeline.word.proof import Shading, marked

    low, high = (filled(one, load(one.assessed_year, frameworks), frameworks)[0] for one in (draft.low, draft.high))
    came_from = cache(lambda: origins(draft.low, low))
    numbers = {gap.place: gap.sign for gap in draft.gaps if not gap.carried}
    shading = Shading({one.path: one.places for one in came_from()}, numbers)
    values = marked(low, high, shading)
    document = values["document"]
    assert isinstance(document, dict)
    title = _TITLE.format(title=document["title"])
    return {**values, "document": {**document, "title": title}}, came_from


def _copy(
    name: str,
    template: Path,
    values: Mapping[str, object],
    came_from: Origins,
    style: Catchwords,
    signs: Mapping[str, str],
) -> Document:
    """One document with its values shaded, its pages planned as those of the final one are."""
    from pipeline.word.catchwords import plan_pages
    from pipeline.word.proof import shade

    rendered = render(name, template, values, came_from)
    if not rendered.data:
        return rendered
    return Document(plan_pages(shade(rendered.data, signs), style).data)


def _watermarked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    from pipeline.word.proof import watermark

    return {f"{PREFIX}{name}": watermark(data) for name, data in files.items()}
