"""The choices of form that old documents show: digits, columns, how the analysis is set out, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_docs.framework.load import Framework
from ita_docs.framework.scores import FullMark
from ita_docs.importing.blocks import OldFile, Photo
from ita_docs.importing.documents import ReadCell
from ita_docs.importing.papers.indicators import named
from ita_docs.importing.papers.leads import is_topic
from ita_docs.importing.papers.measures import measures_tables
from ita_docs.importing.papers.parts import Paper, kind_of, parts
from ita_docs.importing.papers.pattern import pattern
from ita_docs.importing.papers.said import is_standard, on_a_score, score_of
from ita_docs.importing.papers.score_tables import FoundScores, read_scores
from ita_docs.importing.papers.words import plain
from ita_docs.model import AnalysisForm, InMeasures, Layout, ScoreTable
from ita_docs.workbook.form import label
from ita_docs.workbook.schema import Schema, schema
from ita_docs.workbook.settings import COLUMN_NAMES
from officefiles.thai import Digits
from thaipages.planning import Catchwords

_LATIN = re.compile(r"[A-Za-z][\w.:/?=&%-]*|https?\S+")
_MOST = 0.9
"""The share of all figures that must be of one kind."""
_FEWEST = 10
_LONG_FULL_MARK, _SHORT_FULL_MARK = re.compile(r"(?<![0-9])100\.0+(?![0-9])"), re.compile(r"(?<![0-9.])100\s*คะแนน")
_TOPIC = re.compile(r"ประเด็นที่\s*[0-9]{1,2}\s")
_CATCHWORD = re.compile(r"^(/?)\s*\S.{0,60}(?:\.\.\.|…)$")
_OF_COMMITTEE, _PLAIN = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.?\s"), re.compile(r"[0-9]{1,2}\.\s")
_APART = re.compile(r"^(?:จุดแข็ง|จุดอ่อน|จุดที่ควรพัฒนา|ข้อบกพร่อง)")
_FEW = 4
"""From so many indicators on, a run of them is a list."""


def choices(files: Sequence[OldFile], framework: Framework) -> dict[str, ReadCell]:
    """The lines of the general sheet that choose how documents look, as the old ones look; what none of them shows is
    left out. ``framework`` is that of the assessed year."""
    form = schema(framework.year + 1)
    papers = [part for file in files for part in parts(file)]
    found = dict(_of_files(files, papers))
    for part in papers:
        found = dict(_of_measures(part, framework)) | dict(_of_analysis(part, framework)) | found
    return {
        name: ReadCell(label(form, name, meaning)) for name, meaning in found.items() if _offered(form, name, meaning)
    }


def _offered(form: Schema, name: str, meaning: object) -> bool:
    return meaning in form.general.field(name).allowed.values()


def _of_files(files: Sequence[OldFile], papers: Sequence[Paper]) -> Iterator[tuple[str, object]]:
    lines = [one.printed for file in files for one in file.paragraphs()]
    text = _LATIN.sub("", "\n".join(lines))
    counts = {Digits.THAI: len(re.findall("[๐-๙]", text)), Digits.ARABIC: len(re.findall("[0-9]", text))}
    digits = max(counts, key=lambda one: counts[one])
    if sum(counts.values()) >= _FEWEST and counts[digits] >= _MOST * sum(counts.values()):
        yield "digits", digits
    of_pages = [text for file in files for text in file.of_pages]
    if any(one.kind == "contents" for one in papers) or any(kind_of(text) == "contents" for text in of_pages):
        yield "contents", True
    slashes = {
        match[1] for line, after in pairwise(lines) if (match := _CATCHWORD.match(line)) and _begins(match, after)
    }
    if slashes := slashes | {match[1] for text in of_pages if (match := _CATCHWORD.match(text.strip()))}:
        yield "catchwords", Catchwords.SLASH if slashes == {"/"} else Catchwords.PLAIN
    for part in papers:
        if part.kind == "order":
            said = [plain(one.printed) for one in part.paragraphs]
            of_committee = sum(bool(_OF_COMMITTEE.match(one)) for one in said)
            if of_committee or sum(bool(_PLAIN.match(one)) for one in said) > _FEW:
                yield "members_indented", bool(of_committee)


def _begins(match: re.Match[str], after: str) -> bool:
    """True where the line after a catchword begins with its words."""
    words = match[0].lstrip("/ ").rstrip(".… ")
    return "".join(after.split()).startswith("".join(words.split()))


def _of_measures(part: Paper, framework: Framework) -> Iterator[tuple[str, object]]:
    tables = measures_tables(part, framework)
    if not tables:
        return
    heads = {name for table in tables for name in table.titles}
    columns = heads & {*COLUMN_NAMES}
    for name in COLUMN_NAMES:
        yield f"column_{name}", name in columns
    texts = [text for table in tables for row in table.rows if (text := " ".join(row.text("analysis").split()))]
    short = [text for text in texts if is_standard(text, framework)]
    shown = InMeasures.NONE if not texts else InMeasures.SHORT if len(short) * 2 > len(texts) else InMeasures.FULL
    usual = InMeasures.SHORT if columns else InMeasures.FULL
    yield "measures_analysis", InMeasures.BY_COLUMNS if shown is usual else shown
    by_topic = any(_TOPIC.match(plain(cell.text)) for table in part.tables for row in table.rows for cell in row)
    by_topic = by_topic or any(is_topic(row.text("indicator"), framework) for table in tables for row in table.rows)
    yield "layout", Layout.TOPICS if by_topic else Layout.INDICATORS


def _of_analysis(part: Paper, framework: Framework) -> Iterator[tuple[str, object]]:
    if part.kind != "analysis":
        return
    said = [" ".join(plain(one.text).split()) for one in part.paragraphs]
    found = FoundScores()
    read_scores(part.tables, framework, found)
    table = ScoreTable.QUESTIONS if found.questions else ScoreTable.INDICATORS if found.indicators else ScoreTable.NONE
    yield "score_table", table
    phrases = framework.every_phrases
    captions = [pattern(text) for one in phrases for text in (one.summary.chart, one.summary.chart_of_both)]
    pictures = any(isinstance(one, Photo) for one in part.blocks)
    yield "chart", pictures or any(caption.match(one) for caption in captions for one in said)
    steps = (one.next_level for one in phrases)
    leads = [pattern(text) for one in steps for text in (one.required, one.total, one.total_together, one.highest)]
    yield "next_level", any(lead.match(one) for lead in leads for one in said)
    if any(_LONG_FULL_MARK.search(one) for one in _scores_in(part, said)):
        yield "full_mark", FullMark.LONG
    elif any(_SHORT_FULL_MARK.search(one) for one in said):
        yield "full_mark", FullMark.SHORT
    if any(_TOPIC.match(one) for one in said):
        yield "layout", Layout.TOPICS
    yield from _form(said, framework)


def _scores_in(part: Paper, said: Sequence[str]) -> list[str]:
    return [*said, *(plain(cell.text) for table in part.tables for row in table.rows for cell in row)]


def _form(said: Sequence[str], framework: Framework) -> Iterator[tuple[str, object]]:
    """One list of all indicators with their scores, or strengths and weaknesses apart."""
    items = [(one, begins) for one in said if (begins := named(one, framework)) and score_of(one, begins.rest)]
    if len(items) < _FEW:
        return
    numbers = [begins.number for _, begins in items]
    bare = all(not on_a_score(one[begins.rest :], framework) for one, begins in items)
    in_order = numbers == sorted(numbers) and not any(_APART.match(one) for one in said)
    yield "analysis_form", AnalysisForm.ONE_LIST if bare or in_order else AnalysisForm.SPLIT
