"""Tables of scores, in papers and in workbooks: by indicator, instrument, question, and the total with its level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest

from ita_docs.framework.load import Framework
from ita_docs.framework.model import Instrument
from ita_docs.importing.blocks import OldPlace, OldTable
from ita_docs.importing.documents import ReadCell, ReadRow
from ita_docs.importing.papers.fixed import is_fixed
from ita_docs.importing.papers.indicators import FoundIndicator, is_whole_name, named
from ita_docs.importing.papers.said import NUMBER_OF_NAME, TWO_SCORES, number_of
from ita_docs.importing.papers.score_shapes import upright
from ita_docs.importing.papers.tables import HeadedRow, read_tables
from ita_docs.importing.papers.words import OldPapers, is_total, is_weight, plain, squashed

_NEEDED = (frozenset(("name", "number", "instrument")), frozenset(("score",)))
_SAID = ("level", "remarks")
"""Columns that say of a score what no cell does."""
_QUESTION = re.compile(r"\s*(?:ข้อ(?:ที่)?\s*)?([A-Za-z]{1,3})\s*-?\s*0*([1-9][0-9]{0,2})(?![0-9A-Za-z])\s*[.:)]?\s*")
QUESTION_IN = re.compile(r"ข้อ\s*([a-zA-Z]{1,3}\s*-?\s*[0-9]{1,3})(?![0-9A-Za-z])")
"""A question that a text names."""
_SCORED = re.compile(
    r"\((?P<aside>[0-9]{1,3}(?:\.[0-9]+)?)\s*คะแนน\)|(?:มี|ได้|ได้รับ)?คะแนน(?:เฉลี่ย)?\s*(?:ร้อยละ|เท่ากับ)?\s*(?P<said>[0-9]{1,3}\.[0-9]+)"
)
_LONGEST_CODE = 12
_GROUP = re.compile(r"^(?:ตัวชี้วัด|ข้อ)")
_MISSPELT = "ชื่อตัวชี้วัดสะกดไม่ตรงกับเกณฑ์ของปี"
TWO_TOTALS = "พบคะแนนรวมมากกว่าหนึ่งค่า"
_BY_ROUNDING = Decimal("0.01")


@dataclass(slots=True)
class FoundScores:
    """What was found of an assessment: cells of the general sheet, rows of scores by indicator and of questions by
    code, the ``totals`` of tables, and the places of what was understood."""

    general: dict[str, ReadCell] = field(default_factory=dict)
    indicators: dict[int, dict[str, ReadCell]] = field(default_factory=dict)
    questions: dict[str, dict[str, ReadCell]] = field(default_factory=dict)
    totals: list[ReadCell] = field(default_factory=list)
    used: set[OldPlace] = field(default_factory=set)

    def add(self, one: FoundIndicator, score: str, places: tuple[OldPlace, ...], previous: str = "") -> None:
        """An indicator's score, and last year's; the same one again only confirms it."""
        doubt = "" if one.sure else NUMBER_OF_NAME
        row = self.indicators.setdefault(one.number, {"indicator": ReadCell(str(one.number), places, doubt)})
        if one.name and "name" not in row:
            row["name"] = ReadCell(one.name, places, "" if one.spelled else _MISSPELT)
        if not doubt and row["indicator"].doubt:
            row["indicator"] = ReadCell(str(one.number), places)
        for name, value in (("score", score), ("previous", previous)):
            known = row.get(name)
            if value and known is None:
                row[name] = ReadCell(value, places)
            elif value and known and not _same(known.text, value):
                why = TWO_SCORES.format(what="ตัวชี้วัด", first=known.text, other=value)
                row[name] = ReadCell(known.text, (*known.places, *places), why)

    def settle(self) -> None:
        """Makes the numbers sure."""
        for row in self.indicators.values():
            row["indicator"] = replace(row["indicator"], doubt="")

    def settle_total(self, framework: Framework) -> None:
        """Takes the totals of tables: one that is the mean of an instrument of which no other cell is known for that,
        the first of the others for the total, marked where they differ."""
        others = list[ReadCell]()
        for cell in self.totals:
            own = [one.code for one in framework.instruments if self._is_mean(cell, one)]
            if len(own) == 1:
                self.general[own[0]] = cell
            else:
                others.append(cell)
        self.totals = others
        differing = [one for one in others if not _same(one.text, others[0].text)]
        if others:
            places = (place for one in (others[0], *differing) for place in one.places)
            self.general["total"] = ReadCell(others[0].text, tuple(places), TWO_TOTALS if differing else "")

    def _is_mean(self, cell: ReadCell, instrument: Instrument) -> bool:
        rows = [self.indicators.get(one.number, {}) for one in instrument.indicators]
        scores = [Decimal(row["score"].text) for row in rows if "score" in row]
        whole = instrument.code not in self.general and len(scores) == len(rows) > 1
        return whole and abs(sum(scores, Decimal()) / len(scores) - Decimal(cell.text)) <= _BY_ROUNDING

    @property
    def rows(self) -> dict[str, list[ReadRow]]:
        return {
            "scores": [self.indicators[number] for number in sorted(self.indicators)],
            "questions": list(self.questions.values()),
        }


def _same(one: str, other: str) -> bool:
    return float(one) == float(other)


def read_scores(tables: Iterable[OldTable], framework: Framework, found: FoundScores) -> None:
    """What the tables of scores among ``tables`` say goes to ``found``."""
    years = {str(framework.year): "score", str(framework.year - 1): "previous"}
    heads = OldPapers.load().scores
    made = read_tables(upright(tables, heads, years, framework), heads, _NEEDED, years)
    for table in made:
        before = len(found.used)
        for row, below in zip_longest(table.rows, table.rows[1:]):
            if below and below.continued("score") and named(below.text("name"), framework):
                _read_mean(row, framework, found)
            else:
                _read(row, framework, found)
        if len(found.used) > before:
            found.used |= table.heads
    found.settle_total(framework)


def _read_mean(row: HeadedRow, framework: Framework, found: FoundScores) -> None:
    """What a row says whose score goes over several indicators: that of their instrument, if anything."""
    key, score = instrument_of(row.text("instrument"), framework), number_of(row.text("score"))
    if key and score:
        found.general.setdefault(key, ReadCell(score, row.places("score")))
        found.used.update(row.places("instrument", "score"))


def _read(row: HeadedRow, framework: Framework, found: FoundScores) -> None:
    """What one row says."""
    number, name = (without_code(" ".join(row.text(one).split()), framework) for one in ("number", "name"))
    if not (number or name):  # a total stands in the first column, whatever that is of
        name = " ".join(row.text("instrument").split())
    score, previous = number_of(row.text("score")), number_of(row.text("previous"))
    places = row.places(*row.cells)
    if not score:
        level = level_of(row.text("score"), framework)
        if level and squashed(name or number).startswith(tuple(map(squashed, OldPapers.load().totals["level"]))):
            found.general.setdefault("level", ReadCell(level, places))
            found.used.update(places)
        elif _is_group(number or name, framework):
            said = row.text("score") not in ("", "-", "–")  # such as ไม่มีข้อมูล
            found.used.update(set(places) - set(row.places("score") if said else ()))
        return
    code = question_code(f"{number} {name}" if number else name, framework)
    if code and not is_whole_name(name, framework):  # o9 may be the code of an indicator too
        words = without_question_code(name) if not number else name
        own = {"code": ReadCell(code, places), "score": ReadCell(score, places)}
        found.questions.setdefault(code, own | ({"question": ReadCell(words, places)} if words else {}))
    elif one := _indicator(number, name, framework):
        found.add(one, score, places, previous)
    elif (key := instrument_of(name or number, framework)) and not is_weight(name or number):
        found.general.setdefault(key, ReadCell(score, places))
    elif is_total(name or number):
        found.totals.append(ReadCell(score, places))
        level = " ".join(row.text("level").split())
        if level_of(level, framework):
            found.general.setdefault("level", ReadCell(level_of(level, framework), row.places("level")))
    else:
        return
    read = (name for name in row.cells if name not in _SAID or _is_usual(row.text(name), framework))
    found.used.update(row.places(*read))


def _is_usual(text: str, framework: Framework) -> bool:
    """True of a level of this year, and of what the program says of a score."""
    return bool(level_of(text, framework)) or is_fixed(" ".join(plain(text).split()), "scores")


def _indicator(number: str, name: str, framework: Framework) -> FoundIndicator | None:
    """The indicator that a row is of, by its name, or by its number where it has no other text."""
    if name and (one := named(name, framework)):
        said = plain(number).strip(" .()")
        clash = (
            said.isdecimal() and int(said) != one.number and int(said) in {each.number for each in framework.indicators}
        )
        own = _own_numbers(framework).get(one.number)
        agrees = said.isdecimal() and int(said) in (one.number, own)
        return FoundIndicator(one.number, one.name, one.rest, agrees or (one.sure and not clash), one.spelled)
    return named(number, framework) if number and not name else None


def without_code(text: str, framework: Framework) -> str:
    """The name of an indicator without the code of its instrument before it; any other text as it is."""
    codes = "|".join(re.escape(one.code) for one in framework.instruments)
    match = re.match(rf"\s*(?:แบบ(?:วัด)?\s*)?(?:{codes})\b[\s:.)/–-]*", text, re.IGNORECASE)
    return text[match.end() :] if match and is_whole_name(text[match.end() :], framework) else text


def _own_numbers(framework: Framework) -> dict[int, int]:
    """The number of each indicator among those of its instrument alone, from which some papers count anew."""
    return {
        one.number: at for instrument in framework.instruments for at, one in enumerate(instrument.indicators, start=1)
    }


def _is_group(text: str, framework: Framework) -> bool:
    """True for a row that only names what those below it are of."""
    return bool(text) and (
        bool(_GROUP.match(text)) or bool(named(text, framework)) or bool(instrument_of(text, framework))
    )


def questions_in(said: str, places: tuple[OldPlace, ...], framework: Framework) -> Iterator[dict[str, ReadCell]]:
    """The questions that a text, its digits Arabic, names with their scores, the last first; those named in a row share
    the score behind them."""
    found = list(QUESTION_IN.finditer(said))
    score = ""
    ends = [each.start() for each in found[1:]] + [len(said)] * bool(found)
    for match, after in reversed(list(zip(found, ends, strict=True))):
        words = said[match.end() : after]
        scored = _SCORED.search(words)
        score = scored["aside"] or scored["said"] if scored else score
        code = question_code(match[1], framework)
        if code and score:
            text = (words[: scored.start()] if scored else words).strip(" ,").removesuffix("และ").strip()
            row = {"code": ReadCell(code, places), "score": ReadCell(score, places)}
            yield row | ({"question": ReadCell(text, places)} if text else {})


def question_code(text: str, framework: Framework) -> str:
    """The code of a question that a text begins with; empty where it begins with none of this year's."""
    match = _QUESTION.match(plain(text))
    if not match:
        return ""
    prefix = match[1].lower()
    return f"{prefix}{match[2]}" if prefix in {one.prefix for one in framework.instruments} else ""


def without_question_code(text: str) -> str:
    """What a question asks, without its code before it."""
    return _QUESTION.sub("", text, count=1)


def of_question(text: str, framework: Framework) -> FoundIndicator | None:
    """The indicator of the question whose code a text is; not sure, as offices name questions of other years too."""
    code = question_code(text, framework) if len(text) <= _LONGEST_CODE else ""
    numbers = ((each, one.question(code)) for one in framework.instruments for each in one.indicators if code)
    own = (each for each, at in numbers if at and each.questions.first <= at <= each.questions.last)
    return next((FoundIndicator(each.number, "", 0, False) for each in own), None)


def instrument_of(text: str, framework: Framework) -> str:
    """The code of the instrument, or of a part of one, that a text names; empty where it names none."""
    said = squashed(text)
    parts = [part for one in framework.instruments for part in one.parts]
    for part in parts:
        if squashed(part.name) in said or re.search(rf"(?<![a-z]){re.escape(part.code.casefold())}(?![a-z0-9])", said):
            return part.code
    for one in framework.instruments:
        if _names(one, said):
            return one.code
    return ""


def _names(one: Instrument, said: str) -> bool:
    return squashed(one.name) in said or bool(re.search(rf"(?<![a-z]){one.code.casefold()}(?![a-z0-9])", said))


def level_of(text: str, framework: Framework) -> str:
    """The level of this year that a text is, with ``ระดับ`` before it or marks round it; empty where it is none."""
    said = squashed(text).strip("“”\"'():.").removeprefix("ระดับ").strip("“”\"'():.")
    return next((one.name for one in framework.levels.steps if squashed(one.name) == said), "")
