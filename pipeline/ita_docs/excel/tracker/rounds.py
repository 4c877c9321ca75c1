"""The year's measures as rounds of follow-up: what is due, when, and who answers for it; and as an iCalendar file
(RFC 5545) for any calendar program."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_docs.analysis import due_dates, within
from ita_docs.framework.words.sentences import TrackerPhrases
from ita_docs.model import Measure, Submission
from ita_docs.thai import span_of

_BETWEEN_UNITS = re.compile(r"\s*[/,\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One action in one round. ``code`` is the measure's row, the action and the round, counted from 1 (3-2-1);
    ``due`` is the last day of the round, ``None`` where the frequency does not tell."""

    code: str
    indicator: int
    indicator_name: str
    action: str
    responsible: str
    frequency: str
    number: int
    due: datetime.date | None


def plan(submission: Submission) -> tuple[Round, ...]:
    """Every round of every action in the fiscal year of the pack, in the order of the measures: within the period of
    the measure, where that can be read, and not before the order."""
    return tuple(
        Round(
            code=f"{row}-{place}-{number}",
            indicator=measure.indicator,
            indicator_name=measure.indicator_name,
            action=action,
            responsible=measure.responsible,
            frequency=measure.frequency,
            number=number,
            due=due,
        )
        for row, measure in enumerate(submission.measures, start=1)
        for days in (_due(measure, submission) or (None,),)
        for place, action in enumerate(measure.actions, start=1)
        for number, due in enumerate(days, start=1)
    )


def _due(measure: Measure, submission: Submission) -> Sequence[datetime.date]:
    """The last day of each round of a measure; none where its frequency does not tell."""
    days = due_dates(measure.frequency, submission.fiscal_year) or ()
    return within(days, span_of(measure.period, submission.fiscal_year), submission.order.date)


def units(responsible: Sequence[str]) -> tuple[str, ...]:
    """The units named in these texts, each once, in order: ``ฝ่ายปกครอง/ ทุกฝ่าย`` names two."""
    return tuple(dict.fromkeys(unit for text in responsible for unit in _BETWEEN_UNITS.split(text.strip()) if unit))


# The calendar

_REMINDERS = ("-P6DT15H", "-PT15H")
"""Nine in the morning, seven days and one day before."""

_LONGEST_LINE = 75
"""Octets that a line may have before it must be folded (RFC 5545, 3.1)."""


def calendar(submission: Submission) -> bytes:
    """An all-day event with reminders for each due date and responsible unit, listing what is due.

    Actions without a due date are left out. The same submission gives the same bytes: events are stamped with the
    date of the order.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ita-docs//TH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    name = TrackerPhrases.load().calendar.format(office=submission.office.name)
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    due: dict[tuple[datetime.date, str], list[Round]] = {}
    for one in submission.made(plan):
        if one.due is not None:
            due.setdefault((one.due, one.responsible), []).append(one)
    for (day, responsible), rounds in sorted(due.items(), key=lambda item: item[0][0]):
        lines += _event(submission, day, responsible, rounds)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _event(submission: Submission, day: datetime.date, responsible: str, rounds: Sequence[Round]) -> Iterator[str]:
    phrases = TrackerPhrases.load()
    title = phrases.due.format(responsible=responsible, count=len(rounds))
    listed = "\n".join(
        phrases.due_item.format(indicator=one.indicator, action=one.action, number=one.number) for one in rounds
    )
    name = f"{submission.office.name}|{submission.fiscal_year}|{day}|{responsible}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(name.encode()).hexdigest()[:32]}@ita-docs"
    yield f"DTSTAMP:{submission.order.date:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(listed)}"
    yield "TRANSP:TRANSPARENT"
    for trigger in _REMINDERS:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(title)}",
            f"TRIGGER:{trigger}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A text value as RFC 5545, 3.3.11 writes it."""
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets; each but the first begins with a space. No character is cut."""
    octets = line.encode()
    while len(octets) > _LONGEST_LINE:
        end = _LONGEST_LINE
        while octets[end] & 0xC0 == 0x80:  # not the first octet of a character
            end -= 1
        yield octets[:end]
        octets = b" " + octets[end:]
    yield octets
