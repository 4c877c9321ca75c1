"""Checks of cells whose whole text is what another column holds: a date, a sum, a name from a list of the form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ita_docs import thai
from ita_docs.checks.cells import Cell, seats, shortened
from ita_docs.checks.columns import HEADINGS, OTHER_COLUMN
from ita_docs.checks.frequencies import FREQUENCY
from ita_docs.checks.people import everyone
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts, Roles, Titles
from ita_docs.model import NAME_FIELDS, SIGNERS, Status, Submission
from ita_docs.workbook.schema import GENERAL
from officefiles.problems import Problem

_LONGEST = 60
"""No date, sum, number or name is longer."""

_OF_MEASURES = frozenset(
    ("actions", "follow_ups", "frequency", "responsible", "steps", "period", "reporting", "budget")
)
_OF_RESULTS = frozenset(("action", "done", "result", "problem", "suggestion"))
_OF_SEATS = frozenset(("position", "role", *(f"{one}_position" for one in SIGNERS)))
_OF_NAMES = frozenset(f"{one}{name}" for one in ("", *(f"{one}_" for one in SIGNERS)) for name in NAME_FIELDS)
_OF_PAPERS = frozenset(
    ("short_name", "head_title", "subject", "owner", "telephone", "memo_number", "results_memo_number")
)
_JUDGED = (
    _OF_MEASURES | _OF_RESULTS | _OF_SEATS | _OF_NAMES | _OF_PAPERS
    | {"name", "text", "question", "caption", "place", "head", "approvers"}
)  # fmt: skip


class Sort(StrEnum):
    """What a whole text may be, as messages say it."""

    HEADING = "ชื่อช่อง"
    CHOICE = "ตัวเลือกของช่องอื่น"
    INDICATOR = "ชื่อตัวชี้วัด"
    SECTION = "ชื่อหน่วยงานย่อย"
    COMMITTEE = "ชื่อคณะ"
    TITLE = "คำนำหน้าชื่อ"
    NAME = "ชื่อหรือนามสกุล"
    STATUS = "สถานะ"
    CODE = "รหัสข้อคำถาม"
    NUMBER = "ตัวเลข"
    PERIOD = "ระยะเวลา"
    FREQUENCY = "ความถี่"
    BUDGET = "งบประมาณ"
    LINK = "ที่อยู่เว็บไซต์"
    LETTER = "เลขที่หนังสือ"
    WORDS = "คำบรรยาย ไม่ใช่เลขที่"


_OWN: Mapping[Sort, frozenset[str]] = dict.fromkeys(Sort, frozenset(("responsible",))) | {
    Sort.HEADING: frozenset(),
    Sort.CHOICE: frozenset(),
    Sort.INDICATOR: frozenset(("responsible", "name")),
    Sort.SECTION: frozenset(("responsible", "reporting", "place", "text", "name", "owner", *_OF_SEATS, *_OF_NAMES)),
    Sort.COMMITTEE: frozenset(("responsible", "reporting")),
    Sort.TITLE: frozenset(one for one in _OF_NAMES if one.endswith("title")),
    Sort.NAME: _OF_NAMES,
    Sort.STATUS: frozenset(("responsible", "done", "result")),
    Sort.NUMBER: frozenset(("responsible", "budget", "period", *_OF_SEATS, *_OF_NAMES, *_OF_PAPERS)),
    Sort.PERIOD: frozenset(("responsible", "period", "frequency", "reporting", "budget", *_OF_SEATS)),
    Sort.FREQUENCY: frozenset(("responsible", "period", "frequency", "reporting", "follow_ups")),
    Sort.BUDGET: frozenset(("responsible", "budget", "period", *_OF_RESULTS)),
    Sort.LINK: _JUDGED - _OF_RESULTS,
    Sort.LETTER: _JUDGED - _OF_RESULTS,
}
"""The columns in which each sort of text may stand alone, or where another check tells of it."""
_PATTERNS = (
    (Sort.CODE, re.compile("[ieo][0-9]{1,2}", re.IGNORECASE)),
    (Sort.NUMBER, re.compile("[0-9][0-9,.]*")),
    (Sort.LINK, re.compile(r"(?:(?:https?://|www\.)\S+\s*)+")),
    (
        Sort.LETTER,
        re.compile(
            r"(?=.*/)(?:(?:บันทึกข้อความ|หนังสือ(?:[ก-๎]{2,30})?)?\s*(?:ด่วน(?:ที่สุด|มาก)?\s*)?(?:เลข)?ที่\s*(?:[ก-ฮ]{1,6}\s*)?"
            rf"[0-9]{{1,6}}(?:[./-][0-9.]+)*\s*(?:/\s*(?:ว\s*)?[0-9]+)?)(?:\s*(?:ลง)?วันที่\s*[0-9]{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.)?\s*[0-9]{{2,4}})?"
        ),
    ),
    (Sort.FREQUENCY, FREQUENCY),
    (
        Sort.PERIOD,
        re.compile(
            rf"(?=.*(?:{thai.A_MONTH}|ไตรมาส|ปีงบประมาณ))"
            rf"(?:วันที่|เดือน|ปีงบประมาณ|ปี|พ\.ศ\.|{thai.A_MONTH}|[0-9]|ตั้งแต่|ระหว่าง|ภายใน|ถึง|และ|ตลอด|ไตรมาส(?:ที่)?|[\s.,/–—-])+"
        ),
    ),
    (
        Sort.BUDGET,
        re.compile(r"(?:ไม่ใช้|ไม่มี)(?:การใช้)?งบ(?:ประมาณ)?|(?:งบประมาณ|วงเงิน|จำนวน)?\s*[0-9][0-9,.]*\s*บาท(?:ถ้วน)?"),
    ),
)
_NUMBERED = ("telephone", "memo_number", "results_memo_number")
_NUMBER = re.compile("[0-9๐-๙/–—.…-]")
"""A number, or what leaves room for one."""
_ROLES = frozenset(Roles.load().names)
_POSTS = frozenset((*_ROLES, *Posts.load().kinds_of_post, *Posts.load().alone))
_LEADS = Posts.load().heads
_LISTED = dict.fromkeys(Titles.load().common, Sort.TITLE) | {one.value: Sort.STATUS for one in Status}
_GENERAL = dict.fromkeys((label for field in GENERAL.fields for label in field.allowed if len(label) > 3), Sort.CHOICE)
_GENERAL |= {field.heading: Sort.HEADING for field in GENERAL.fields}
"""What the general sheet has beside its values."""


def check_misplaced(texts: Sequence[Cell], submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Cells that hold nothing but a date, a frequency, a sum, a number, or a word from a list that is another
    column's."""
    known = _known(submission, framework)
    for cell in texts:
        heading = HEADINGS.get((cell.source.sheet, cell.field)) if cell.field in _JUDGED else None
        if heading and (len(cell.text) <= _LONGEST or cell.field in _NUMBERED):
            sort = Sort.HEADING if cell.text == heading else known.get(cell.text) or _looks(cell.text)
            if cell.source.sheet == GENERAL.name:
                sort = _GENERAL.get(cell.text, sort)
                if cell.field in _NUMBERED and (len(cell.text) > _LONGEST or not _NUMBER.search(cell.text)):
                    sort = Sort.WORDS
            sort = None if cell.field == "role" and cell.text in _ROLES else sort
            if sort and cell.field not in _OWN[sort]:
                yield OTHER_COLUMN.at(cell.place, shortened(cell.text), heading=heading, wanted=f"ข้อความนี้เป็น{sort}")


def _looks(text: str) -> Sort | None:
    """What the signs of a text tell of it."""
    plain = thai.arabic_digits(text)
    return next((sort for sort, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def _known(submission: Submission, framework: Framework) -> dict[str, Sort]:
    """The words of the form's lists, and what each is. A name that is also a post or a role of others is none."""
    said = Counter(text for seat in seats(submission) for text in (seat.position, seat.role))
    names = {
        name
        for one in everyone(submission)
        for name in (one.person.first_name, one.person.last_name)
        if said[name] < 2 and not name.startswith(_LEADS)
    }
    office = submission.office
    known = dict.fromkeys(names - _POSTS - {office.short_name, office.head_title}, Sort.NAME) | _LISTED
    known |= {one.name: Sort.INDICATOR for one in framework.indicators}
    known |= {one.name: Sort.SECTION for one in office.sections}
    return known | {one.name: Sort.COMMITTEE for one in submission.committees}
