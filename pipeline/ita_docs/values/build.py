"""Makes the dict that every template is filled from: ready texts, lists of them, flags and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_docs.analysis import Findings
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.model import NAME_FIELDS, Activity, Committee, Order, Person, Seat, Submission
from ita_docs.origin import CellPicture, CellText
from ita_docs.thai import (
    after_a_word,
    breadth,
    date_long,
    date_order,
    digits,
    kept_whole,
    set_apart,
    stands_apart,
    unbroken,
)
from ita_docs.values.measures import columns, groups, measures, results
from ita_docs.values.own import own_data
from ita_docs.values.papers import order_reference, papers, signer
from ita_docs.values.rows import row, table_row
from ita_docs.values.scores import assessment
from ita_docs.wording import Texts
from ita_docs.workbook.general import OFFICE, ORDER, SIGNATORY
from ita_docs.workbook.tables import ACTIVITIES, DUTIES, SEATS, SECTIONS
from officefiles.pictures import Picture
from officefiles.thai import Digits
from wordfill.named import Named

_EMBLEM = "ตราครุฑ"
LONG_ROLE = 17
"""A role wider than this many letters needs the wider column of the members' table."""


HEADING = 60
"""How many letters stand on one line of an order's heading."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How many letters of a name, and of post and section, stand on one line of a members' table."""

    name: float
    post: float


USUAL, FOR_LONG_ROLES, INDENTED = _Room(23, 31), _Room(21.5, 28), _Room(17.5, 23.5)
"""The members' tables of the order's template."""


def build(
    submission: Submission,
    framework: Framework,
    findings: Findings,
    texts: Texts,
    pack_framework: Framework | None = None,
    chart: Picture | None = None,
) -> dict[str, object]:
    """All that ``FIELDS`` and ``OWN_FIELDS`` name, nested, every text as it is to be printed.

    ``framework`` is that of the assessed year, ``pack_framework`` that of the pack's own year, where there is one;
    ``chart`` is the picture of the scores, where the workbook asks for it.
    """
    form = framework.rounding.format(submission.settings.full_mark)
    settings, office, phrases = submission.settings, submission.office, DocumentPhrases.load()
    rows = measures(submission, framework, findings, texts)
    figures = assessment(submission, framework, findings, texts, chart)
    values = {
        "document": {
            "heading": texts.heading,
            "title": phrases.title.format(
                office=office.name, year=submission.fiscal_year, **OfficeKinds.load().texts(office.name)
            ),
            "subject": phrases.subject.format(year=submission.fiscal_year),
            "author": office.name,
        },
        "digits_thai": submission.settings.digits is Digits.THAI,
        "year": CellText.of(str(submission.fiscal_year), (submission.source, "fiscal_year")),
        "last_year": str(submission.assessed_year),
        **_office(submission),
        "order": {
            **_order(submission.order),
            "reference": order_reference(submission.order, office.name),
            "own_reference": order_reference(submission.order),
        },
        "papers": papers(submission),
        "committees": [
            _committee(number, one, settings.members_indented)
            for number, one in enumerate(submission.committees, start=1)
        ],
        **figures,
        **columns(submission.settings),
        "continued": texts.continued,
        "members_indented": settings.members_indented,
        "one_axis": settings.one_axis,
        "measures": rows,
        "by_topic": bool(texts.topics),
        "groups": groups(texts.topics, figures["indicators"], rows, form),
        "results": results(submission, framework, findings, texts, pack_framework),
        "activities": [_activity(one) for one in submission.activities],
        **own_data(submission),
    }
    thai, done, names = submission.settings.digits is Digits.THAI, dict[int, object](), _abbreviated(submission)
    return {name: printed(value, thai, done, names) for name, value in values.items()}


def printed(value: object, thai: bool, done: dict[int, object] | None = None, names: Sequence[str] = ()) -> object:
    """``value`` with every text in it in the digits asked for and kept together where a line must not end. ``done``
    keeps entries, so that one that stands in several lists is made once. Of the abbreviated ``names`` of the office no
    line ends within one, and in the software's own sentences each stands apart from the words beside it."""
    if isinstance(value, str):
        if not value:
            return value
        text = unbroken(digits(value, thai))
        if names:
            text = text if isinstance(value, CellText) else set_apart(text, names)
            for name in names:
                text = text.replace(name, kept_whole(name))
        return value.printed(text) if isinstance(value, CellText) else text
    done = {} if done is None else done
    if isinstance(value, dict):
        if id(value) not in done:
            made = {name: printed(inner, thai, done, names) for name, inner in value.items()}
            done[id(value)] = value.of(made) if isinstance(value, Named) else made
        return done[id(value)]
    if isinstance(value, list):
        return [printed(inner, thai, done, names) for inner in value]
    return value


def _abbreviated(submission: Submission) -> tuple[str, ...]:
    """The names of the office that are abbreviations or begin with one."""
    return tuple(name for name in (submission.office.name, submission.office.short_name) if stands_apart(name))


def _office(submission: Submission) -> dict[str, object]:
    office = submission.office
    values = row(office, OFFICE.fields)
    for name in ("name", "short_name"):
        value = values[name]
        if isinstance(value, CellText) and stands_apart(value):  # templates have a word before it
            values[name] = value.printed(after_a_word(value))
    return {
        "office": {**values, "agency": OfficeKinds.load().of(office.name).texts.agency},
        "sections": [table_row(section, SECTIONS) for section in office.sections],
    }


def _activity(activity: Activity) -> dict[str, object]:
    """An activity, its pictures read as its caption."""
    pictures = tuple(replace(one, alternative=activity.caption) for one in activity.pictures)
    return table_row(replace(activity, pictures=pictures), ACTIVITIES)


# The order


def _order(order: Order) -> dict[str, object]:
    name = [(order.source, f"signatory_{part}") for part in NAME_FIELDS]
    return {
        **row(order, (*ORDER.fields, *SIGNATORY.fields)),
        "subject_lines": CellText.of(_year_kept(order.subject), (order.source, "subject")),
        "powers_lead": _powers_lead(order.powers),
        "number": CellText.of(f"{order.number}/{order.year}", (order.source, "number")),
        "date": CellText.of(date_order(order.date), (order.source, "date")),
        "effective": _effective(order),
        "signatory": CellText.of(order.signatory.full_name, *name),
        **signer(order.signatory, order.signatory_position, order.source, "signatory"),
        "emblem": CellPicture.of(replace(order.emblem, alternative=_EMBLEM), (order.source, "emblem"))
        if order.emblem
        else "",
    }


def _year_kept(subject: str) -> str:
    """The subject as a heading, its fiscal year on a line of its own where a line would else end within its words."""
    before, words, year = subject.rpartition(DocumentPhrases.load().of_year)
    last = breadth(before) % HEADING
    return f"{before.rstrip()}\n{words}{year}" if words and last + breadth(words + year) > HEADING else subject


def _powers_lead(powers: str) -> str:
    """The words before the power: an order, a regulation or a notice is given by its name, not by its sections."""
    phrases = DocumentPhrases.load()
    return phrases.whole_powers if powers.startswith(phrases.whole) else phrases.powers


def _effective(order: Order) -> str:
    """From when the order holds; the software's own words where the cell was left empty."""
    phrases, since = DocumentPhrases.load(), order.effective
    text = phrases.from_a_date.format(date=date_long(since)) if since else phrases.from_now_on
    typed = since is not None or "effective" in order.source.missing
    return CellText.of(text, (order.source, "effective")) if typed else text


def _committee(number: int, committee: Committee, indented: bool) -> dict[str, object]:
    long_roles = any(breadth(seat.role) > LONG_ROLE for seat in committee.seats)
    room = INDENTED if indented else FOR_LONG_ROLES if long_roles else USUAL
    form = f"{number}.{{}}" if indented else "{}."
    seats, lead = committee.seats, [duty for duty in committee.duties if duty.number is None]
    return {
        "number": str(number),
        "name": CellText.of(committee.name, *((seat.source, "committee") for seat in seats[:1])),
        "long_roles": long_roles,
        "seats": [_seat(seat, room) for seat in seats],
        "lead": CellText.of("\n".join(duty.text for duty in lead), *((duty.source, "text") for duty in lead)),
        "duties": [
            {**table_row(duty, DUTIES), "number": CellText.of(form.format(duty.number), (duty.source, "number"))}
            for duty in committee.duties
            if duty.number is not None
        ],
    }


def _seat(seat: Seat, room: _Room) -> dict[str, object]:
    """A seat; what its line of the table has no room for, the section and the family name, begins the next line."""
    text = seat.position
    if seat.section and seat.section not in text:
        space = " " if seat.person is None or breadth(f"{text} {seat.section}") <= room.post else "\n"
        text = f"{text}{space}{seat.section}".strip()
    post = CellText.of(Posts.load().with_level(text), (seat.source, "position"), (seat.source, "section"))
    return {
        **table_row(seat, SEATS),
        "number": CellText.of(f"({seat.number})", (seat.source, "number")),
        "name": _name(seat, seat.person, room.name) if seat.person else post,
        "position": post if seat.person else "",
    }


def _name(seat: Seat, person: Person, letters: float) -> CellText:
    """The full name; a long one in two lines, for a line may else end within the family name."""
    name = person.full_name
    if breadth(name) > letters:
        name = f"{name.removesuffix(person.last_name).rstrip()}\n{person.last_name}"
    return CellText.of(name, *((seat.source, one) for one in ("title", "first_name", "last_name")))
