"""Which texts of an old analysis the program would make by itself from the same scores: those need no cell.

The words of the year are tried one set after another, with the office as the documents call it; what comes out equal,
letter for letter but for digits and spaces, is left out, and the set that made most of the texts is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import cast

from ita_docs.analysis import Findings, analyse
from ita_docs.framework.load import Framework
from ita_docs.framework.scores import FullMark
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.documents import ReadCell, ReadRow
from ita_docs.importing.papers.fixed import LONGEST
from ita_docs.importing.papers.pattern import pattern
from ita_docs.importing.papers.words import plain, squashed
from ita_docs.model import (
    ANALYSIS_PARTS,
    AnalysisForm,
    Office,
    Order,
    Published,
    QuestionScore,
    Score,
    Settings,
    Submission,
)
from ita_docs.thai import parse_number
from ita_docs.wording import Texts, word

General = Mapping[str, ReadCell]
Rows = Mapping[str, Sequence[ReadRow]]
_MOST_NAMES = 3
CUT_SHORT = "ข้อความจบก่อนถ้อยคำที่ใช้โดยทั่วไป อาจขาดบรรทัดท้าย"


@dataclass(frozen=True, slots=True)
class _Trial:
    """A set of words with a name of the office, and which of the texts they make, by the keys of these; ``begun`` are
    those that are only the beginning of what they make."""

    phrases: str
    short_name: str
    made: frozenset[str]
    begun: frozenset[str]


def without_derived(
    general: General, rows: Rows, framework: Framework
) -> tuple[dict[str, ReadCell], dict[str, Sequence[ReadRow]]]:
    """The cells and rows of an office without what the program makes from the others by itself, and with what its texts
    tell beside: how the office is called in them, and the set of words. ``framework`` is that of the assessed year.
    Where scores are lacking all is kept."""
    cells, kept = dict(general), dict(rows)
    kept["measures"] = _without_same_names(rows.get("measures", ()), rows.get("scores", ()))
    scores = _scores(rows.get("scores", ()), framework)
    if len(scores) < len(framework.indicators):
        return cells, kept
    texts = {row["key"].text: row["text"] for row in rows.get("overrides", ()) if {"key", "text"} <= row.keys()}
    case = _ScoredOffice(general, rows, framework, tuple(scores.values()))
    best = max(case.trials(texts), key=lambda one: len(one.made), default=None)
    if best and best.made:
        own = (row for row in rows["overrides"] if row["key"].text not in best.made or row["text"].doubt)
        kept["overrides"] = [_cut_short(row) if row["key"].text in best.begun else row for row in own]
        cells.setdefault("phrases", ReadCell(best.phrases))
        telling = [texts[key].places for key in best.made if best.short_name in texts[key].text]
        if best.short_name and telling:
            cells.setdefault("short_name", ReadCell(best.short_name, telling[0]))
    for code, figure in case.computed():
        if code in cells and parse_number(cells[code].text) == figure:
            del cells[code]
    return cells, kept


def _cut_short(row: ReadRow) -> ReadRow:
    """A text that ends where the usual words go on: a line of it may not have been found."""
    return {**row, "text": replace(row["text"], doubt=row["text"].doubt or CUT_SHORT)}


@dataclass(frozen=True)
class _ScoredOffice:
    """The cells of an office whose scores are all known."""

    general: General
    rows: Rows
    framework: Framework
    scores: tuple[Score, ...]

    def trials(self, texts: Mapping[str, ReadCell]) -> Iterator[_Trial]:
        """Each set of words with each name of the office."""
        said = {key: squashed(cell.text) for key, cell in texts.items()}
        called = self._called(texts)
        for short_name, phrases in product(called, self.framework.every_phrases):
            made, begun = set[str](), set[str]()
            for form, mark in product(AnalysisForm, FullMark):
                settings = Settings(analysis_form=form, full_mark=mark, phrases=phrases.name)
                own = self._texts(self._submission(short_name, settings))
                begins = {key for key, text in said.items() if key in own and squashed(own[key]).startswith(text)}
                made |= {key for key in begins if squashed(own[key]) == said[key]}
                begun |= begins
            yield _Trial(phrases.name, short_name, frozenset(made), frozenset(begun - made))

    def computed(self) -> Iterator[tuple[str, Decimal]]:
        """The scores of the instruments as they follow from those of the indicators."""
        submission = self._submission("", Settings(), published=Published())
        for one in analyse(submission, self.framework).instruments:
            yield one.code, one.score.computed

    def _texts(self, submission: Submission) -> dict[str, str]:
        """What the program says of each part, by the names that the form has for them."""
        findings: Findings = analyse(submission, self.framework)
        texts: Texts = word(submission, self.framework, findings)
        codes = (one.code for one in self.framework.instruments)
        return {
            ANALYSIS_PARTS["intro"]: texts.intro,
            ANALYSIS_PARTS["summary"]: texts.summary,
            **dict(zip(codes, texts.instruments, strict=True)),
            **{str(number): text for number, text in texts.indicators.items()},
        }

    def _submission(self, short_name: str, settings: Settings, published: Published | None = None) -> Submission:
        """What the sentences are made from; they ask for nothing of the order."""
        name, head = (self.general[key].text if key in self.general else "" for key in ("name", "head_title"))
        return Submission(
            name="",
            fiscal_year=self.framework.year + 1,
            office=Office(name=name, short_name=short_name, head_title=head, sections=()),
            order=cast(Order, None),
            committees=(),
            scores=self.scores,
            measures=(),
            published=_published(self.general) if published is None else published,
            questions=tuple(_questions(self.rows.get("questions", ()))),
            settings=settings,
        )

    def _called(self, texts: Mapping[str, ReadCell]) -> list[str]:
        """How the office may be called in texts: as its sentences have it, as its kind is called, and by its name."""
        name = self.general["name"].text if "name" in self.general else ""
        kinds = OfficeKinds.load()
        known, found = {**kinds.texts(name), "office": name}, Counter[str]()
        for phrases in self.framework.every_phrases:
            for one in self.framework.indicators:
                cell = texts.get(str(one.number))
                for sentence in phrases.indicators.get(one.name, phrases.any_indicator).values() if cell else ():
                    match = pattern(sentence, {**known, "indicator": one.name}).match(
                        plain(cell.text)[:LONGEST] if cell else ""
                    )
                    if match and (short := match.groupdict().get("short_name")):
                        found[short.strip()] += 1
        offered = kinds.form(name).short_names if name else ()
        return list(dict.fromkeys((*(short for short, _ in found.most_common(_MOST_NAMES)), *offered, name)))


def _scores(rows: Sequence[ReadRow], framework: Framework) -> dict[int, Score]:
    """The scores by indicator, as far as they can be read."""
    known = {one.number: one for one in framework.indicators}
    found = {}
    for row in rows:
        number, score = (row[name].text if name in row else "" for name in ("indicator", "score"))
        value = parse_number(score)
        if number.isdecimal() and int(number) in known and value is not None:
            name = row["name"].text if "name" in row else known[int(number)].name
            previous = parse_number(row["previous"].text) if "previous" in row else None
            found[int(number)] = Score(indicator=int(number), name=name, score=value, previous=previous)
    return found


def _questions(rows: Sequence[ReadRow]) -> Iterator[QuestionScore]:
    for row in rows:
        code, score = row.get("code"), parse_number(row["score"].text) if "score" in row else None
        if code and score is not None:
            question = row["question"].text if "question" in row else ""
            yield QuestionScore(code=code.text, question=question, score=score)


def _published(general: General) -> Published:
    total = parse_number(general["total"].text) if "total" in general else None
    return Published(total=total, level=general["level"].text if "level" in general else "")


def _without_same_names(rows: Sequence[ReadRow], scores: Sequence[ReadRow]) -> list[ReadRow]:
    """The measures without the names of indicators that are those of the scores, which the form takes by itself."""
    names = {row["indicator"].text: row["name"].text for row in scores if {"indicator", "name"} <= row.keys()}
    return [
        {name: cell for name, cell in row.items() if name != "indicator_name" or not _is_same(row, names)}
        for row in rows
    ]


def _is_same(row: ReadRow, names: Mapping[str, str]) -> bool:
    own = row["indicator_name"]
    return "indicator" in row and names.get(row["indicator"].text) == own.text and not own.doubt
