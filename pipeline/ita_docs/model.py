"""What a workbook says, read once at the door: frozen, typed, clean.

After this point there is no cleaning, no ``None`` for a text (an empty text is ``""``) and no text that means
a number. ``None`` stands only for a number, date or person that was not given. Scores are ``Decimal`` on a
scale of 0 to 100; years are Buddhist-era integers (2566); dates are Gregorian ``datetime.date``.
Every record knows the cells it came from: ``record.source.at("field")`` is the ``Place`` of that field.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum

from ita_docs.framework.scores import FullMark
from ita_docs.framework.words.kinds import OfficeKinds
from officefiles.carrier import Carrier
from officefiles.pictures import Picture
from officefiles.problems import Place
from officefiles.thai import Digits
from thaipages.planning import Catchwords


@dataclass(frozen=True, slots=True)
class Source:
    """The cells of one record: ``columns`` maps a field to its column letters, shared by all rows of a sheet.

    For the sheet of headings and values, ``row`` is 0 and ``columns`` maps a field to its whole cell. ``missing`` maps
    a field whose cell is empty or cannot be read to what is to be said of it; it is empty but in a draft.
    """

    sheet: str = ""
    row: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str = "") -> Place:
        """The place of field ``name``; the first cell of the row (or the sheet) where the field has no cell."""
        letters = self.columns.get(name, "")
        if self.row and not letters:
            letters = "A"
        return Place(self.sheet, f"{letters}{self.row or ''}")


OWN = "more:"
"""Begins the name of a column, or of a value, that an office added itself, before its heading."""


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell that an office added itself: its ``text`` as Excel shows it and, of a number or a date, the ``value`` and
    the ``format`` (Excel's code) that show so. ``wrong`` says in Thai why it cannot be read."""

    text: str = ""
    value: int | float | datetime.date | datetime.time | None = None
    format: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRecord:
    """What every row of a table has, and every part of the general sheet: its cells, and ``others``, what stands under
    the fields of the form that no code reads for itself. Templates print those, and checks of wording go through them.
    ``more`` is what stands in columns that the office added itself, by their headings.
    """

    others: Mapping[str, object] = field(default_factory=dict, hash=False)
    more: Mapping[str, OwnCell] = field(default_factory=dict, hash=False)
    source: Source = field(default_factory=Source, compare=False, repr=False)


def value_of(record: object, name: str) -> object:
    """What a record has under a field of the form. Raises ``AttributeError`` where it has nothing of that name."""
    others = record.others if isinstance(record, FormRecord) else {}
    return others[name] if name in others else getattr(record, name)


class AnalysisForm(StrEnum):
    """How the analysis lists the indicators: all in one list, or strengths and weaknesses apart."""

    ONE_LIST = "one_list"
    SPLIT = "split"


class ScoreTable(StrEnum):
    """Which scores the analysis shows in tables: none, those of the indicators, or of the questions too."""

    NONE = "none"
    INDICATORS = "indicators"
    QUESTIONS = "questions"


class InMeasures(StrEnum):
    """How much of the analysis of an indicator stands in the measures table; as the number of columns has it, all
    beside the five alone and else a sentence."""

    BY_COLUMNS = "by columns"
    FULL = "full"
    SHORT = "short"
    NONE = "none"


class Layout(StrEnum):
    """What the analysis and the measures are set out by: indicators, or the topics of the pack's year."""

    INDICATORS = "indicators"
    TOPICS = "topics"


class Status(StrEnum):
    """Where a measure stands; the values are what staff choose in a workbook. ``PARTLY`` they do not: it says that some
    rounds of a measure are done and all others could not be."""

    NOT_STARTED = "ยังไม่ดำเนินการ"
    UNDER_WAY = "อยู่ระหว่างดำเนินการ"
    DONE = "ดำเนินการแล้ว"
    PARTLY = "ดำเนินการได้บางส่วน"
    NOT_POSSIBLE = "ไม่สามารถดำเนินการได้"


CHOICES = tuple(one for one in Status if one is not Status.PARTLY)
"""What staff choose from."""
NEVER_DONE = (Status.NOT_STARTED, Status.NOT_POSSIBLE)
"""Where nothing was done, so that a report has to tell why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person; ``title`` is the word before the name (นาย, ว่าที่ร้อยตรี …)."""

    title: str
    first_name: str
    last_name: str

    @property
    def full_name(self) -> str:
        """Title, first name and last name as Thai writes them: ``นายสมชาย ใจดี``."""
        return " ".join(part for part in (self.title + self.first_name, self.last_name) if part)


NAME_FIELDS = tuple(field.name for field in fields(Person))
"""The fields of a person, each a cell of its own in the form."""

SIGNERS = ("signatory", "proposer", "reporter")
"""The people of the general sheet: who signs the order, who proposes it, and who reports what came of last year's
measures. Their lines bear these names, each with a field of a person behind it, or with its post."""
SIGNER_NAMES = frozenset(f"{one}_{name}" for one in SIGNERS for name in NAME_FIELDS)
"""The lines of the general sheet that hold their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(FormRecord):
    """A section of the office (ฝ่ายปกครอง), from the office's own closed list."""

    name: str
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(FormRecord):
    """The office: ``name`` in full, ``short_name`` as running text calls it (สำนักงานเขต), ``head_title``
    (ผู้อำนวยการเขต). ``family`` is the key of the family whose items it answers, ``None`` where it does not say."""

    name: str
    short_name: str
    head_title: str
    sections: tuple[Section, ...]
    family: str | None = None

    @property
    def family_key(self) -> str:
        """The key of the family whose items it answers: the one chosen, else that of its kind of office."""
        return self.family or OfficeKinds.load().of(self.name).family


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(FormRecord):
    """The appointment order. ``effective`` of ``None`` means from now on (ตั้งแต่บัดนี้เป็นต้นไป); ``number`` is as it was
    typed, in Arabic digits (``012``)."""

    number: str
    year: int
    date: datetime.date
    subject: str
    reason: str
    powers: str
    effective: datetime.date | None
    signatory: Person
    signatory_position: str
    emblem: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers(FormRecord):
    """What goes with the pack: the memo by which it is proposed, the notice, and the report on last year's measures;
    all may be left empty. ``owner`` is the section that owns the matter, ``approvers`` are the posts that consider the
    memo, in their order; ``results_memo`` asks for a memo of its own for the report, else the one memo lists it."""

    owner: str = ""
    telephone: str = ""
    memo_number: str = ""
    memo_date: datetime.date | None = None
    proposer: Person | None = None
    proposer_position: str = ""
    approvers: tuple[str, ...] = ()
    notice_date: datetime.date | None = None
    report_date: datetime.date | None = None
    reporter: Person | None = None
    reporter_position: str = ""
    results_memo: bool = False
    results_memo_number: str = ""
    results_memo_date: datetime.date | None = None

    @property
    def signers(self) -> Mapping[str, tuple[Person | None, str]]:
        """Those who sign these papers, each with the post, by their names in ``SIGNERS``."""
        return {
            "proposer": (self.proposer, self.proposer_position),
            "reporter": (self.reporter, self.reporter_position),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(FormRecord):
    """One seat of a committee: a person with a post, or a post alone (``person`` is ``None``)."""

    number: int
    committee: str
    person: Person | None
    position: str
    section: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(FormRecord):
    """A duty of a committee; ``number`` of ``None`` is the sentence that leads the numbered ones in
    (or the only one)."""

    number: int | None
    committee: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee in the workbook's order, with its seats and duties in their order."""

    name: str
    seats: tuple[Seat, ...]
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(FormRecord):
    """The score of one indicator, 0–100, and last year's where known. ``name`` is as the workbook spells it."""

    indicator: int
    name: str
    score: Decimal
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionScore(FormRecord):
    """The score of one question, 0–100; ``code`` is its instrument's prefix and its number, always in small letters."""

    code: str
    question: str
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the assessor published, where typed: total, level, and scores by instrument or part code
    (IIT, EIT1). ``confirmed`` where the office says that it is so, whatever the rules give."""

    total: Decimal | None = None
    level: str = ""
    confirmed: bool = False
    instruments: Mapping[str, Decimal] = field(default_factory=dict)
    source: Source = field(default_factory=Source, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(FormRecord):
    """One row of the measures sheet. ``actions`` and ``follow_ups`` are the lines of their cells, without bullets."""

    indicator: int
    indicator_name: str
    actions: tuple[str, ...]
    follow_ups: tuple[str, ...]
    frequency: str
    responsible: str
    steps: str
    period: str
    reporting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureResult(FormRecord):
    """What came of one of last year's measures. ``done`` is what was done, ``period`` when."""

    indicator: int
    action: str
    status: Status
    done: str = ""
    period: str = ""
    result: str = ""
    problem: str = ""
    suggestion: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(FormRecord):
    """A text of the office's own in place of a derived one; ``key`` is an indicator number ("3") or a part's name
    (one of ``ANALYSIS_PARTS``, or the code of an instrument)."""

    key: str
    text: str


ANALYSIS_PARTS: Mapping[str, str] = {"intro": "บทนำ", "summary": "สรุป"}
"""The parts of every analysis that an office may word itself, and what the workbook calls them; between the two stand
those of the year's instruments, by their codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(FormRecord):
    """A briefing or activity; ``caption`` may hold line breaks; ``pictures`` in the order typed."""

    number: int
    date: datetime.date
    caption: str
    place: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the documents are to look, as chosen in the workbook. ``contents`` asks for a table of contents in the
    booklet, ``chart`` for a chart of the scores in the analysis, ``next_level`` for what the next level would take;
    ``phrases`` names the set of words, empty for the usual one. In the order ``members_indented`` stand below the name
    of their committee; with ``one_axis`` the date stands below the words since when it holds, and the signature below
    the date. With ``embed_typeface`` the Word files carry their typeface."""

    digits: Digits = Digits.THAI
    catchwords: Catchwords = Catchwords.PLAIN
    analysis_form: AnalysisForm = AnalysisForm.SPLIT
    full_mark: FullMark = FullMark.SHORT
    layout: Layout = Layout.INDICATORS
    columns: frozenset[str] = frozenset()
    contents: bool = False
    chart: bool = False
    score_table: ScoreTable = ScoreTable.NONE
    next_level: bool = False
    phrases: str = ""
    measures_analysis: InMeasures = InMeasures.BY_COLUMNS
    members_indented: bool = True
    one_axis: bool = False
    embed_typeface: bool = True

    @property
    def in_measures(self) -> InMeasures:
        """How much of the analysis stands in the measures table, whatever decides it."""
        if self.measures_analysis is not InMeasures.BY_COLUMNS:
            return self.measures_analysis
        return InMeasures.SHORT if self.columns else InMeasures.FULL


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of an office's own, or its single values: its cells by their headings or names; their fields in the source
    begin with ``OWN``."""

    more: Mapping[str, OwnCell] = field(default_factory=dict, hash=False)
    source: Source = field(default_factory=Source, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A sheet that an office added itself: its name, the headings of its columns, and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[OwnRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnData:
    """What an office added to the form: single ``values``, whole ``tables``, and the headings of its ``columns`` in the
    tables of the form, by their keys."""

    values: OwnRow = field(default_factory=OwnRow)
    tables: tuple[OwnTable, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def __bool__(self) -> bool:
        """True where it added anything."""
        return bool(self.values.more or self.tables or self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Carrier):
    """Everything one office's workbook says. ``name`` is the workbook's file stem."""

    name: str
    fiscal_year: int
    office: Office
    order: Order
    committees: tuple[Committee, ...]
    scores: tuple[Score, ...]
    measures: tuple[Measure, ...]
    published: Published = field(default_factory=Published)
    questions: tuple[QuestionScore, ...] = ()
    overrides: tuple[Override, ...] = ()
    activities: tuple[Activity, ...] = ()
    results: tuple[MeasureResult, ...] = ()
    settings: Settings = field(default_factory=Settings)
    papers: Papers = field(default_factory=Papers)
    own: OwnData = field(default_factory=OwnData)
    source: Source = field(default_factory=Source, compare=False, repr=False)

    @property
    def assessed_year(self) -> int:
        """The fiscal year whose assessment the pack analyses: the one before the pack's own."""
        return self.fiscal_year - 1

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of all picture files that the documents show."""
        emblem = (self.order.emblem,) if self.order.emblem else ()
        shown = (*emblem, *(picture for activity in self.activities for picture in activity.pictures))
        return tuple(dict.fromkeys(picture.name for picture in shown))
