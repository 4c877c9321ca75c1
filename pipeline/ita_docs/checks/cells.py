"""Every text that staff typed, with the cell it stands in: what the checks of wording go through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain

from ita_docs import thai
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.model import (
    NAME_FIELDS,
    Activity,
    Duty,
    FormRecord,
    Measure,
    MeasureResult,
    Office,
    Order,
    Override,
    Papers,
    Person,
    QuestionScore,
    Score,
    Seat,
    Section,
    Source,
    Submission,
)
from officefiles.problems import Place

TYPED_NUMBER = re.compile(
    r"\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])"
    r"|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\.?(?= (?!ล้าน|แสน|หมื่น|บาท|%|เมตร|กิโล|คะแนน))|[กขคa-e]\.(?= )"  # 1.1, ก.
    r"|\(?(?:[ก-ฮa-z]|i{2,3}|iv|vi{0,3})\)(?=\s)|(?:i{1,3}|iv|vi{0,3})\.(?= )"  # (ก), a), ii.
    r"|ข้อ(?:ที่)?\s?[0-9๐-๙]{1,2}[.:]?(?=\s(?!ของ|ตาม|แห่ง|ใน|และ|ถึง|[-–]))"
)
"""A number that staff typed before an item that documents number or mark themselves."""

_RECORDS = (
    Office,
    Order,
    Papers,
    Score,
    QuestionScore,
    Seat,
    Duty,
    Measure,
    MeasureResult,
    Override,
    Activity,
    Section,
)
_OF_ALL = {field.name for field in fields(FormRecord)}
_FIELDS: Mapping[type[FormRecord], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in _OF_ALL) for kind in _RECORDS
}

_IN_STEAD = re.compile("|".join(("\n", *DocumentPhrases.load().acting)))

QUOTED = 60
"""The most characters of a text that a message quotes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell of a record; ``field`` is the model's name for it. Items of a list stand on lines of their
    own."""

    source: Source
    field: str
    text: str

    @property
    def place(self) -> Place:
        """Where the cell is."""
        return self.source.at(self.field)


def cells(submission: Submission) -> Iterator[Cell]:
    """The filled text cells of a submission, sheet by sheet."""
    office, order = submission.office, submission.order
    duties = [duty for committee in submission.committees for duty in committee.duties]
    general, scores = (office, order, submission.papers), (*submission.scores, *submission.questions)
    others = (*submission.measures, *submission.results, *submission.overrides, *submission.activities)
    for record in (*general, *scores, *seats(submission), *duties, *others, *office.sections):
        yield from texts_of(record)
        if isinstance(record, Order):
            yield from _person(record.signatory, record.source, "signatory_")
        elif isinstance(record, Papers):
            for name, (person, _) in record.signers.items():
                if person:
                    yield from _person(person, record.source, f"{name}_")
        elif isinstance(record, Seat) and record.person:
            yield from _person(record.person, record.source)


def holding(pattern: re.Pattern[str], texts: Sequence[Cell]) -> Iterator[Cell]:
    """The cells whose text holds a pattern; a text that stands in many cells is looked at once."""
    having = {text for text in {cell.text for cell in texts} if pattern.search(text)}
    return (cell for cell in texts if cell.text in having)


def seats(submission: Submission) -> Iterator[Seat]:
    """All seats of all committees, in their order."""
    for committee in submission.committees:
        yield from committee.seats


def posts(submission: Submission) -> tuple[tuple[Place, str, str], ...]:
    """The posts of the seats, of who signs a paper that goes with the pack, and of who considers the memo, each with
    its place and the section beside it."""
    return submission.made(_posts)


def _posts(submission: Submission) -> tuple[tuple[Place, str, str], ...]:
    papers = submission.papers
    seated = [(seat.source.at("position"), seat.position, seat.section) for seat in seats(submission)]
    signers = [(papers.source.at(f"{name}_position"), own_post(post), "") for name, (_, post) in papers.signers.items()]
    approvers = [(papers.source.at("approvers"), own_post(post), "") for post in papers.approvers]
    return *seated, *signers, *approvers


def own_post(text: str) -> str:
    """The post of who signs, without the one in whose stead."""
    return _IN_STEAD.split(text, maxsplit=1)[0].strip()


def shortened(text: str) -> str:
    """A text as a message quotes it."""
    return thai.shortened(text, QUOTED)


def texts_of(record: FormRecord) -> Iterator[Cell]:
    """The text fields of a record; a field of several items counts as one text."""
    own = ((name, getattr(record, name)) for name in _FIELDS[record.__class__])
    for name, value in chain(own, record.others.items()):
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            value = "\n".join(value)
        if value and isinstance(value, str):
            yield Cell(record.source, name, value)


def _person(person: Person, source: Source, prefix: str = "") -> Iterator[Cell]:
    for name in NAME_FIELDS:
        value = getattr(person, name)
        if value:
            yield Cell(source, prefix + name, value)
