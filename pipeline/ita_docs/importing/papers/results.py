"""The report on last year's measures: what was done, when, with what result, and how the scores moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldFile, OldParagraph, OldPlace
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers.fixed import LONGEST, fixed, is_fixed
from ita_docs.importing.papers.indicators import FoundIndicator, named
from ita_docs.importing.papers.items import BULLET
from ita_docs.importing.papers.letters import date_of
from ita_docs.importing.papers.parts import Paper, text_of
from ita_docs.importing.papers.pattern import is_one_of
from ita_docs.importing.papers.said import of_title
from ita_docs.importing.papers.score_tables import FoundScores
from ita_docs.importing.papers.shapes import with_heads_above, with_indicators, with_second_head
from ita_docs.importing.papers.signers import signer
from ita_docs.importing.papers.tables import HeadedRow, HeadedTable, head_of, read_tables, with_one_column
from ita_docs.importing.papers.ticks import with_states
from ita_docs.importing.papers.whole import WholeParagraph, whole
from ita_docs.importing.papers.words import OldPapers, plain, squashed
from ita_docs.model import Status

KIND = "results"
_NEEDED = (frozenset(("indicator", "number", "action")), frozenset(("action",)), frozenset(("result", "done")))
_REPORTED = re.compile(r"^\s*รายงาน\s*ณ\s*วันที่\s*(?P<date>.*)$")
_EVIDENCE = re.compile(r"^\s*(?:เอกสาร)?หลักฐาน\s*:\s*")
_BEFORE, _AFTER = re.compile(r"ก่อน\s*([0-9.]+)"), re.compile(r"หลัง\s*([0-9.]+)")
_ACTIVITIES, _OUTPUT = "กิจกรรม", "ผลผลิต"
_OF_RESULTS = frozenset(("result", "status", "problem", "evidence"))
"""Fields of which a report of results says one beside what was done."""
_LINES = ("action", "period", "problem", "suggestion", "evidence")
_NOTHING = re.compile(r"[\s.…_–—-]*")
_NO_INDICATOR = "ไม่พบเลขที่หรือชื่อตัวชี้วัดที่รู้จัก"


def find_results(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What a report tells of last year's measures, and the scores of both years beside them; ``None`` where it has no
    table of them."""
    words = OldPapers.load()
    part = with_heads_above(part, framework, words.results, _NEEDED)
    part = with_indicators(part, framework, words.results, _NEEDED)
    states = {Status[name.upper()].value: heads for name, heads in words.states.items()}
    known = {squashed(word): name for name, heads in words.results.items() for word in heads}
    one_result = (with_one_column(with_states(one, states), known, "result") for one in part.tables)
    done = words.results["done"][0]
    tables = read_tables(
        (with_second_head(one, known, "action", done, _ACTIVITIES) for one in one_result), words.results, _NEEDED
    )
    if not tables or (part.kind != KIND and all(map(_is_of_measures, tables))):
        return None
    scores, rows = FoundScores(), list[ReadRow]()
    before: FoundIndicator | None = None
    for table in tables:
        scores.used |= table.heads
        for row in table.rows:
            row = replace(row, cells={**row.cells, **row.carried})
            before = named(" ".join((row.text("indicator") or row.text("number")).split()), framework) or before
            rows += _row(row, before, framework, scores)
    general, titled = of_title(part, 1)
    found = whole(part.blocks, text_of(file))
    dated = next((at for at, one in enumerate(found) if _REPORTED.match(plain(one.text))), len(found))
    for one in found[dated : dated + 1]:
        if date := date_of(one.text):
            general["report_date"] = ReadCell(date, one.places)
    signed, own = signer(found[dated + 1 :], "reporter")
    used = {*titled, *own, *scores.used, *_wording(found, framework)}
    used.update(place for one in found[dated : dated + 1] for place in one.places)
    return ReadDocument(
        KIND, {**general, **signed}, {"results": rows, "scores": scores.rows["scores"]}, frozenset(used)
    )


def _is_of_measures(table: HeadedTable) -> bool:
    """True for a table that says how measures are to be carried out (``วิธีดำเนินการ``), or what is to come of them
    (``ผลผลิต``), and not what came of them."""
    steps = {squashed(word): "steps" for word in OldPapers.load().measures["steps"]}
    said = _OF_RESULTS & table.titles.keys()
    if said == {"result"}:
        return table.titles["result"].startswith(_OUTPUT)
    return not said and bool(head_of(table.titles["done"], steps))


def _wording(found: Iterable[WholeParagraph], framework: Framework) -> Iterable[OldPlace]:
    """The places of the sentences that the program makes by itself."""
    known = fixed(framework)
    for one in found:
        begins = named(one.said, framework)
        said = (one.said[begins.rest :].strip() if begins else one.said)[:LONGEST]
        if is_fixed(one.said, KIND) or any(phrase.match(said) for phrase in known):
            yield from one.places


def _row(
    row: HeadedRow, indicator: FoundIndicator | None, framework: Framework, scores: FoundScores
) -> Iterable[ReadRow]:
    """The cells of one measure, none where the row names none."""
    cells = {name: cell for name in _LINES if (cell := _lines(row.paragraphs(name)))}
    if "action" not in cells:
        return
    places = row.places("number", "indicator") or cells["action"].places
    if indicator is None:
        cells["indicator"] = ReadCell("", places, _NO_INDICATOR)
    else:
        cells["indicator"] = ReadCell(str(indicator.number), places, "" if indicator.sure else _NO_INDICATOR)
    moved = indicator is not None and _moved(row, indicator, scores)
    cells |= _done(row) | _result(row)
    if "suggestion" in cells and _is_advice(cells["suggestion"].text, framework):
        del cells["suggestion"]
    scores.used.update(row.places(*(name for name in row.cells if name != "moved" or moved)))
    yield cells


def _lines(paragraphs: Sequence[OldParagraph]) -> ReadCell | None:
    """The text of a cell, its lines kept and dashes before them dropped; ``None`` where it says nothing."""
    text = "\n".join(BULLET.sub("", line) for one in paragraphs for line in one.text.split("\n")).strip()
    return None if _NOTHING.fullmatch(text) else ReadCell(text, tuple(one.origin for one in paragraphs))


def _done(row: HeadedRow) -> dict[str, ReadCell]:
    """Where a measure stands, which may stand above what was done, and that."""
    paragraphs = (*row.paragraphs("status"), *row.paragraphs("done"))
    states = OldPapers.load().states
    known = {squashed(word): one.value for one in Status for word in (one.value, *states.get(one.name.lower(), ()))}
    cells = {}
    if paragraphs and (status := known.get(squashed(paragraphs[0].text))):
        cells["status"], paragraphs = ReadCell(status, (paragraphs[0].origin,)), paragraphs[1:]
    if done := _lines(paragraphs):
        cells["done"] = done
    return cells


def _result(row: HeadedRow) -> dict[str, ReadCell]:
    """The result, and the evidence where it stands below it."""
    paragraphs = row.paragraphs("result")
    at = next((at for at, one in enumerate(paragraphs) if _EVIDENCE.match(one.text)), len(paragraphs))
    cells = {"result": cell} if (cell := _lines(paragraphs[:at])) else {}
    if evidence := _lines(paragraphs[at:]):
        text = "\n".join(_EVIDENCE.sub("", line) for line in evidence.text.split("\n"))
        cells["evidence"] = ReadCell(text, evidence.places)
    return cells


def _moved(row: HeadedRow, indicator: FoundIndicator, scores: FoundScores) -> bool:
    """Reads the scores of the year and of the year before it; false where there is none of the year."""
    said = plain(row.text("moved"))
    before, after = _BEFORE.search(said), _AFTER.search(said)
    if after:
        scores.add(indicator, after[1].strip("."), row.places("moved"), before[1].strip(".") if before else "")
    return after is not None


def _is_advice(text: str, framework: Framework) -> bool:
    """True for what the program advises by itself where an office suggests nothing."""
    sets = (one.results for one in framework.every_phrases)
    advice = ((own.after_under_way, own.after_partly, own.after_not_started, own.after_not_possible) for own in sets)
    return is_one_of(text, chain.from_iterable(advice))
