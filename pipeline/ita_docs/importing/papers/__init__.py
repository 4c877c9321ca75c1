"""Readers of the papers of a pack other than the order: each finds its own in a file and takes its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldFile, OldParagraph, OldPlace, OldTable
from ita_docs.importing.documents import ReadDocument
from ita_docs.importing.papers.activities import find_activities
from ita_docs.importing.papers.analysis import find_analysis
from ita_docs.importing.papers.derived import without_derived
from ita_docs.importing.papers.letters import find_memo, find_notice
from ita_docs.importing.papers.measures import find_measures
from ita_docs.importing.papers.parts import Paper, as_paper, parts
from ita_docs.importing.papers.people_lists import find_people
from ita_docs.importing.papers.results import find_results
from ita_docs.importing.papers.said import find_title
from ita_docs.importing.papers.score_reports import find_scores
from ita_docs.importing.papers.words import plain

__all__ = ["find_papers", "fiscal_year_of", "without_derived"]


def find_papers(file: OldFile, framework: Framework) -> tuple[ReadDocument, ...]:
    """What the papers in a file tell, each paper a document; ``framework`` is that of the assessed year, the one before
    the fiscal year of the pack (``fiscal_year_of``). When the documents of all files are gathered, ``without_derived``
    leaves out the texts that the program makes by itself."""
    return tuple(_papers(file, framework))


def _papers(file: OldFile, framework: Framework) -> Iterator[ReadDocument]:
    sheets = [one for one in file.blocks if isinstance(one, OldTable) and one.sheet]
    if sheets:
        yield from _in_sheets(sheets, file, framework)
        return
    papers = parts(file)
    read = [(part, found) for part in papers for found in _of(part, file, framework)]
    for part, found in read:
        yield replace(found, used=found.used | part.of_pages)
    if not read and not any(part.kind == "order" for part in papers):  # a list of people is no paper of a pack
        people = find_people(one for one in file.blocks if isinstance(one, OldTable))
        if people:
            yield people


_WITHOUT_MEASURES = ("memo", "notice", "contents", "activities")
"""Papers in which no table of measures is looked for."""


def _of(part: Paper, file: OldFile, framework: Framework) -> Iterator[ReadDocument]:
    """What one paper tells; nothing for an order, which is read by itself, and for a paper of no known kind. Below an
    analysis its measures may stand."""
    find = None if part.kind in _WITHOUT_MEASURES else find_measures if part.kind == "measures" else _measures_in
    if measures := find and find(part, file, framework):
        yield measures
        if part.kind != "analysis":
            return
        silent = (
            replace(one, rows=()) if isinstance(one, OldTable) and measures.used.intersection(_in(one)) else one
            for one in part.blocks
            if not (isinstance(one, OldParagraph) and one.origin in measures.used)
        )
        part = replace(part, blocks=tuple(silent))
    if found := _other(part, file, framework):
        yield found


def _in(table: OldTable) -> Iterator[OldPlace]:
    yield from (one.origin for one in OldFile("", (table,)).paragraphs())


def _other(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What a paper without measures tells."""
    if part.kind == "memo":
        return find_memo(part, file)
    if part.kind == "notice":
        return find_notice(part, file, framework)
    if part.kind == "contents":
        return ReadDocument(part.kind, used=part.titled | {one.origin for one in OldFile("", part.blocks).paragraphs()})
    if part.kind == "activities":
        return find_activities(part)
    if part.kind == "measures":
        return find_title(part)
    return find_analysis(part, file, framework) if part.kind in ("analysis", "") else None


def _in_sheets(sheets: Sequence[OldTable], file: OldFile, framework: Framework) -> Iterator[ReadDocument]:
    """What sheets tell: those with a table of measures or of their results that, the others scores and people."""
    papers = [as_paper(one) for one in sheets]
    found_in = (
        _measures_in(one, file, framework) or (find_activities(one) if one.kind == "activities" else None)
        for one in papers
    )
    read = {at: found for at, found in enumerate(found_in) if found}
    yield from read.values()
    sheets = [one for at, one in enumerate(sheets) if at not in read]
    if scores := find_scores(sheets, framework):
        yield scores
        sheets = [one for one in sheets if not scores.used.intersection(_in(one))]
    if people := find_people(sheets):
        yield people


def _measures_in(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    return find_results(part, file, framework) or find_measures(part, file, framework)


_LATER = {"analysis": 1, "results": 1}
"""Papers that name the year before the pack's own."""
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.?)?\s*(25[0-9]{2})")


def fiscal_year_of(files: Iterable[OldFile]) -> int:
    """The fiscal year that most titles in the files mean; else the latest that any text names; 0 where none does."""
    titles, others = Counter[int](), set[int]()
    for file in files:
        for part in parts(file):
            if part.year:
                titles[part.year + _LATER.get(part.kind, 0)] += 1
        others |= {int(year) for one in file.paragraphs() for year in _YEAR.findall(plain(one.text))}
    if titles:
        return max(titles, key=lambda year: (titles[year], year))
    return max(others, default=0)
