"""Reports of scores, in sheets and in tables: with heads, or with names and numbers beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldCell, OldPlace, OldTable
from ita_docs.importing.documents import ReadCell, ReadDocument
from ita_docs.importing.papers.indicators import is_whole_name, named
from ita_docs.importing.papers.said import number_of
from ita_docs.importing.papers.score_tables import (
    FoundScores,
    instrument_of,
    level_of,
    question_code,
    read_scores,
    without_code,
)
from ita_docs.importing.papers.score_texts import texts_beside_scores
from ita_docs.importing.papers.words import is_total, is_weight, plain

KIND = "scores"
Places = tuple[OldPlace, ...]
_WIDEST = 30
"""The cells of a row that are looked at: no report has more."""
_FEWEST = 3
"""So many indicators make a report."""
_YEAR = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(25[0-9]{2})")


def find_scores(tables: Sequence[OldTable], framework: Framework) -> ReadDocument | None:
    """The scores that tables report; ``None`` where they report none."""
    found = FoundScores()
    read_scores(tables, framework, found)
    for table in tables:
        for row in table.rows:
            _read(row, framework, found)
    found.settle_total(framework)
    if len(found.indicators) < _FEWEST and not found.questions:
        return None
    if found.indicators.keys() == {one.number for one in framework.indicators}:  # each has a row: none is another's
        found.settle()
    for one in found.indicators.values():  # a report is no text of the office: its misspellings are nobody's wish
        if "name" in one and one["name"].doubt:
            del one["name"]
    texts = texts_beside_scores(tables, "", framework)
    found.used.update(place for one in texts.values() for place in (*one.places, *one.heads))
    rows = [
        {"key": ReadCell(number, one.places), "text": ReadCell(one.text, one.places, one.doubt)}
        for number, one in texts.items()
    ]
    year = _year(tables, found)
    return ReadDocument(KIND, found.general | year, {**found.rows, "overrides": rows}, frozenset(found.used))


def _read(row: Sequence[OldCell], framework: Framework, found: FoundScores) -> None:
    """What a row says that no head of a table explains: a name, and the first number of a score behind it."""
    cells = [cell for cell in row if cell.text.strip()]
    places = tuple(one.origin for cell in cells for one in cell.paragraphs)
    if not cells or found.used.intersection(places):
        return
    texts = [without_code(" ".join(cell.text.split()), framework) for cell in cells[:_WIDEST]]
    for take in (_question, _indicator, _general):
        for at, text in enumerate(texts):
            if not (_is_number(text) and at + 1 < len(texts)) and take(text, texts[at + 1 :], places, framework, found):
                found.used.update(one.origin for cell in _taken(cells, texts, at, framework) for one in cell.paragraphs)
                return


def _taken(cells: Sequence[OldCell], texts: Sequence[str], at: int, framework: Framework) -> Iterator[OldCell]:
    """The cells of a row of which something was taken: up to the name at ``at``, the score, levels, a question."""
    after = texts[at + 1 :]
    score, words = _score(after), next((one for one in after if not _is_number(one)), "")
    question = words if question_code(texts[at], framework) else ""
    yield from cells[: at + 1]
    for cell, text in zip(cells[at + 1 :], after, strict=False):
        if (score and number_of(text) == score) or text == question or level_of(text, framework):
            yield cell


def _score(texts: Sequence[str]) -> str:
    """The first score of some texts; one with decimals before whole ones, which may be weights."""
    numbers = [number for text in texts if (number := number_of(text))]
    return next((one for one in numbers if "." in one), numbers[-1] if numbers else "")


def _question(text: str, after: Sequence[str], places: Places, framework: Framework, found: FoundScores) -> bool:
    code = question_code(text, framework)
    score = _score(after) if code else ""
    if not score:
        return False
    question = next((one for one in after if not _is_number(one)), "")
    if is_whole_name(question, framework):  # o9 may be the code of an indicator too
        return False
    own = {"code": ReadCell(code, places), "score": ReadCell(score, places)}
    found.questions.setdefault(code, own | ({"question": ReadCell(question, places)} if question else {}))
    return True


def _indicator(text: str, after: Sequence[str], places: Places, framework: Framework, found: FoundScores) -> bool:
    one = named(text, framework)
    score = _score(after) if one and one.name else ""
    if one is None or not score:
        return False
    found.add(one, score, places)
    return True


def _general(text: str, after: Sequence[str], places: Places, framework: Framework, found: FoundScores) -> bool:
    """Reads a total, a level or the score of an instrument; false where a text is before none of them."""
    if is_weight(text) or not (is_total(text) or "ระดับ" in text or instrument_of(text, framework)):
        return False
    score = _score(after)
    level = next(filter(None, (level_of(one, framework) for one in after)), "")
    if is_total(text) and score:
        found.totals.append(ReadCell(score, places))
    elif (code := instrument_of(text, framework)) and score:
        found.general.setdefault(code, ReadCell(score, places))
    elif not level or "ระดับ" not in text:
        return False
    if level and (is_total(text) or "ระดับ" in text):
        found.general.setdefault("level", ReadCell(level, places))
    return True


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9.,%/ -]+", plain(text)))


def _year(tables: Sequence[OldTable], found: FoundScores) -> dict[str, ReadCell]:
    """The fiscal year of the pack, where a heading of the report names the assessed one."""
    for table in tables:
        for row in table.rows[:5]:
            for one in (paragraph for cell in row for paragraph in cell.paragraphs):
                match = _YEAR.search(plain(one.text))
                if match and one.origin not in found.used and len(one.text) > 12:
                    found.used.add(one.origin)
                    return {"fiscal_year": ReadCell(str(int(match[1]) + 1), (one.origin,))}
    return {}
