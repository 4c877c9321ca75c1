"""Makes the dict that every template is filled from: ready texts, lists of them, flags and pictures."""

from __future__ import annotations

from dataclasses import replace

from ita_docs.analysis import Findings
from ita_docs.framework.model import Framework
from ita_docs.framework.words.file import load
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.model import Activity, Committee, Order, Person, Seat, Submission
from ita_docs.thai import breadth, date_long, date_order, digits, split_rank, unbroken
from ita_docs.values.groups import groups
from ita_docs.values.measures import columns, measures, results
from ita_docs.values.scores import assessment
from ita_docs.wording import Texts
from officefiles.pictures import Picture
from officefiles.thai import Digits

LONG_ROLE = 17
"""A role wider than this many letters needs the wider column of the members' table."""

POST_LETTERS = {False: 31, True: 28}
"""How many letters of post and section stand on one line of the members' table, without and with long roles."""

NAME_LETTERS = {False: 23, True: 21.5}
"""How many letters of a name stand on one line there."""


def build(
    submission: Submission,
    framework: Framework,
    findings: Findings,
    texts: Texts,
    pack_framework: Framework | None = None,
    chart: Picture | None = None,
) -> dict[str, object]:
    """All that ``FIELDS`` names, nested, every text as it is to be printed.

    ``framework`` is that of the assessed year, ``pack_framework`` that of the pack's own year, where there is one;
    ``chart`` is the picture of the scores, where the workbook asks for it.
    """
    rows = measures(submission, findings, texts)
    figures = assessment(submission, framework, findings, texts, chart)
    values = {
        "document": {
            "title": load(DocumentPhrases).title.format(office=submission.office.name, year=submission.fiscal_year),
            "subject": load(DocumentPhrases).subject.format(year=submission.fiscal_year),
            "author": submission.office.name,
        },
        "digits_thai": submission.settings.digits is Digits.THAI,
        "year": str(submission.fiscal_year),
        "last_year": str(submission.assessed_year),
        **_office(submission),
        "order": _order(submission.order),
        "committees": [_committee(number, one) for number, one in enumerate(submission.committees, start=1)],
        **figures,
        **columns(submission.settings.columns),
        "measures": rows,
        "by_topic": bool(texts.topics),
        "groups": groups(texts.topics, figures["indicators"], rows),
        "results": results(submission, findings, texts, pack_framework),
        "activities": [_activity(one) for one in submission.activities],
    }
    thai = submission.settings.digits is Digits.THAI
    return {name: printed(value, thai) for name, value in values.items()}


def printed(value: object, thai: bool) -> object:
    """``value`` with every text in it in the digits asked for and kept together where a line must not end."""
    if isinstance(value, str):
        return unbroken(digits(value, thai))
    if isinstance(value, dict):
        return {name: printed(inner, thai) for name, inner in value.items()}
    if isinstance(value, list):
        return [printed(inner, thai) for inner in value]
    return value


def _office(submission: Submission) -> dict[str, object]:
    office = submission.office
    return {
        "office": {"name": office.name, "short_name": office.short_name, "head_title": office.head_title},
        "sections": [{"name": section.name, "head": section.head} for section in office.sections],
    }


# The order


def _order(order: Order) -> dict[str, object]:
    phrases, since = load(DocumentPhrases), order.effective
    effective = phrases.from_a_date.format(date=date_long(since)) if since else phrases.from_now_on
    rank, rest = split_rank(order.signatory.title)
    return {
        "number": f"{order.number}/{order.year}",
        "date": date_order(order.date),
        "subject": order.subject,
        "reason": order.reason,
        "powers": order.powers,
        "effective": effective,
        "signatory": order.signatory.full_name,
        "signatory_rank": rank,
        "signatory_name": replace(order.signatory, title=rest).full_name,
        "signatory_position": order.signatory_position,
        "emblem": order.emblem or "",
    }


def _committee(number: int, committee: Committee) -> dict[str, object]:
    long_roles = any(breadth(seat.role) > LONG_ROLE for seat in committee.seats)
    return {
        "number": str(number),
        "name": committee.name,
        "long_roles": long_roles,
        "seats": [_seat(seat, long_roles) for seat in committee.seats],
        "lead": "\n".join(duty.text for duty in committee.duties if duty.number is None),
        "duties": [
            {"number": f"{duty.number}.", "text": duty.text} for duty in committee.duties if duty.number is not None
        ],
    }


def _seat(seat: Seat, long_roles: bool) -> dict[str, object]:
    """A seat; what its line of the table has no room for, the section and the family name, begins the next line."""
    post = seat.position
    if seat.section and seat.section not in post:
        space = " " if seat.person is None or breadth(f"{post} {seat.section}") <= POST_LETTERS[long_roles] else "\n"
        post = f"{post}{space}{seat.section}".strip()
    return {
        "number": f"({seat.number})",
        "name": _name(seat.person, NAME_LETTERS[long_roles]) if seat.person else post,
        "position": post if seat.person else "",
        "role": seat.role,
    }


def _name(person: Person, letters: float) -> str:
    """The full name; a long one in two lines, for a line may else end within the family name."""
    name = person.full_name
    return name if breadth(name) <= letters else f"{name.removesuffix(person.last_name).rstrip()}\n{person.last_name}"


# Activities


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "number": str(activity.number),
        "date": date_long(activity.date),
        "caption": activity.caption,
        "place": activity.place,
        "pictures": list(activity.pictures),
    }
