"""What sentences say of scores: the score itself, and the office's own words on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from ita_docs.framework.load import Framework
from ita_docs.framework.scores import A_YEAR, FULL, SCORE_OF_A_YEAR, THE_YEAR_BEFORE
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.blocks import OldParagraph, OldPlace
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers.indicators import FoundIndicator, named
from ita_docs.importing.papers.items import running
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.pattern import is_one_of
from ita_docs.importing.papers.words import plain
from ita_docs.thai import parse_number

_SCORE = re.compile(
    r"\s*(?:\([^()0-9]{1,40}\)\s*)?(?:มี|ได้|ได้รับ|ค่า|ผล|คะแนน|คะแนนเฉลี่ย|ร้อยละ|เท่ากับ|อยู่ที่|คือ|รวม|[=:–(-]|\s){0,8}"
    r"([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*(คะแนน|%|เปอร์เซ็นต์)?\s*\)?"
)
_AROUND = re.compile(r"^ร้อยละ(?=\s*[0-9])|(?:\s*(?:คะแนน|%|/\s*100|\([^()0-9]{1,20}\)|[↑↓▲▼⬆⬇]))*$")
"""What cells have beside a score."""
_DECIMAL_COMMA = re.compile(r"^([0-9]{1,3}),([0-9]{1,2})$")
_AS_BEFORE = re.compile(rf"คะแนนเท่ากับ(?:คะแนน|ของ|ใน|\s)*(?:{A_YEAR}|{THE_YEAR_BEFORE})")
_SHORTEST = 4
_ONLY_A_SCORE = 12
"""A text with no more letters behind the score says nothing on it."""
NUMBER_OF_NAME = "เลขที่กับชื่อตัวชี้วัดไม่ตรงกับเกณฑ์ของปี"
TWO_SCORES = "พบคะแนนของ{what}นี้สองค่า คือ {first} และ {other}"
_NAME_UNKNOWN = "ชื่อหน่วยงานไม่ขึ้นต้นด้วยคำที่รู้จัก"


def score_of(text: str, start: int = 0) -> tuple[str, int] | None:
    """The score that a text says from ``start`` on, in Arabic digits, and where it ends; ``None`` where it says none:
    only words that lead to a score may stand before it."""
    found = _SCORE.match(plain(text), start)
    if not found or Decimal(found[1]) > FULL:
        return None
    return found[1], found.end()


def score_in(year: int, text: str, *, is_last: bool = False) -> str:
    """The score that a text says of a year, in Arabic digits; ``is_last`` where it may be called the year before."""
    meant = (str(year), None) if is_last else (str(year),)
    found = (match["score"] for match in SCORE_OF_A_YEAR.finditer(plain(text)) if match["year"] in meant)
    return next((one for one in found if Decimal(one) <= FULL), "")


def previous_of(text: str, score: str, framework: Framework) -> str:
    """Last year's score where a text compares the ``score`` with it, in Arabic digits; empty where it does not."""
    if found := score_in(framework.year - 1, text, is_last=True):
        return found
    as_before = (match["year"] for match in _AS_BEFORE.finditer(plain(text)))
    return score if any(one in (None, str(framework.year - 1)) for one in as_before) else ""


def scored_name(text: str, framework: Framework) -> tuple[FoundIndicator, str] | None:
    """The indicator that a text names, with its score, where it says no more; ``None`` where it does not."""
    found = named(text, framework)
    score = score_of(text, found.rest) if found and found.name else None
    return (found, score[0]) if found and score and not plain(text)[score[1] :].strip() else None


def number_of(text: str) -> str:
    """The score that a whole cell is, in Arabic digits; empty where it is none."""
    typed = _AROUND.sub("", plain(text).strip()).strip()
    typed = _DECIMAL_COMMA.sub(r"\1.\2", typed)
    number = parse_number(typed)
    return typed if number is not None and 0 <= number <= FULL else ""


def is_standard(text: str, framework: Framework) -> bool:
    """True for a text that only says how an indicator stands, which the program says by itself."""
    sets = (one.standings for one in framework.every_phrases)
    return is_one_of(text, chain.from_iterable((own.short_reached, own.short_below) for own in sets))


def on_a_score(text: str, framework: Framework) -> str:
    """The analysis of an indicator where a text is one; empty where it says no more than a score."""
    found = score_of(text)
    says_nothing = len(text[found[1] :].strip()) <= _ONLY_A_SCORE if found else len(text.strip()) < _SHORTEST
    return "" if says_nothing or is_standard(text, framework) else text.strip()


def analysis_cells(
    found: Iterable[tuple[FoundIndicator | None, Sequence[Sequence[OldParagraph]]]],
    framework: Framework,
    elsewhere: str,
) -> tuple[list[ReadRow], list[ReadRow]]:
    """Rows of scores and of the office's own texts, from the analysis of each indicator and the cells of its score and
    of last year's. Those of an indicator that is not sure are not, nor is the first of two scores."""
    scores, texts = dict[int, dict[str, ReadCell]](), dict[int, ReadRow]()
    for one, (paragraphs, *of_scores) in found:
        if one is None:
            continue
        text = running(paragraphs, elsewhere)
        places = tuple(each.origin for each in paragraphs)
        doubt = "" if one.sure else NUMBER_OF_NAME
        said = score_of(text)
        of_text = {"score": said[0] if said else ""}
        for name, cell in zip(("score", "previous"), of_scores, strict=True):
            own = tuple(each.origin for each in cell) or places
            score = number_of(running(cell, elsewhere)) or of_text.get(name, "")
            if name == "score" and score:
                of_text["previous"] = previous_of(text, score, framework)
            if not score:
                continue
            row = scores.setdefault(one.number, {"indicator": ReadCell(str(one.number), places or own, doubt)})
            known = row.setdefault(name, ReadCell(score, own))
            if Decimal(known.text) != Decimal(score):
                why = TWO_SCORES.format(what="ตัวชี้วัด", first=known.text, other=score)
                row[name] = replace(known, places=(*known.places, *own), doubt=why)
        if own_text := on_a_score(text, framework):
            row_of = {"key": ReadCell(str(one.number), places, doubt), "text": ReadCell(own_text, places)}
            texts.setdefault(one.number, row_of)
    return [*scores.values()], [*texts.values()]


def of_title(part: Paper, later: int) -> tuple[dict[str, ReadCell], frozenset[OldPlace]]:
    """What the title of a paper says of the office and the fiscal year of the pack, ``later`` by so many years than the
    one that it names, and the places of the title."""
    places = tuple(one.origin for one in part.title)
    cells = {}
    if part.year:
        cells["fiscal_year"] = ReadCell(str(part.year + later), places)
    if part.office:
        known = OfficeKinds.load().known(part.office)
        cells["name"] = ReadCell(part.office, places, "" if known else _NAME_UNKNOWN)
    return cells, part.titled


def find_title(part: Paper) -> ReadDocument | None:
    """What a title page tells; ``None`` where it tells nothing."""
    general, used = of_title(part, 0)
    return ReadDocument("title", general, {}, used) if general else None
