"""The rows of the workbook from the committees of an order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.documents import ReadCell, ReadRow
from ita_docs.importing.names import NO_LAST_NAME, PersonText
from ita_docs.importing.order.committees import OldCommittee
from ita_docs.importing.order.seats import SeatLines
from ita_docs.importing.posts import is_section, role_in
from ita_docs.importing.roles import ROLE_UNKNOWN

_CELLS = ("title", "first_name", "last_name", "position", "section", "role")
SECTION_UNKNOWN = "ไม่แน่ชัดว่าเป็นชื่อหน่วยงานย่อย"


def rows_of(committees: Sequence[OldCommittee], office: str, elsewhere: str) -> dict[str, Sequence[ReadRow]]:
    """The rows of the sheets of people, duties and sections of an ``office``. What stands twice in the order makes sure
    what stood alone in doubt."""
    seats = [(one, seat, _person(one, seat, elsewhere)) for one in committees for seat in one.seats.seats]
    people = _confirmed([person for _, _, person in seats])
    rows = [_seat(committee, seat, person) for (committee, seat, _), person in zip(seats, people, strict=True)]
    places = [seat.places for _, seat, _ in seats]
    return {
        "seats": rows,
        "duties": [row for one in committees for row in _duties(one, elsewhere)],
        "sections": _sections(people, places, office),
    }


def _person(committee: OldCommittee, seat: SeatLines, elsewhere: str) -> PersonText:
    """Who has a seat; under a heading that is a role (ที่ปรึกษา), people have that one."""
    person = seat.read(elsewhere)
    if person.role or not role_in(committee.name) or any(one.complete for one in committee.seats.seats):
        return person
    return replace(person, role=committee.name, doubts={k: v for k, v in person.doubts.items() if k != "role"})


def _confirmed(people: Sequence[PersonText]) -> list[PersonText]:
    """The people, without doubts where another seat says the same."""
    roles = Counter(one.role for one in people)
    sections = Counter(one.section for one in people)
    split = {one.first_name + one.last_name: one for one in people if one.last_name and not one.doubts}
    sure = list[PersonText]()
    for one in people:
        doubts = dict(one.doubts)
        if doubts.get("role") == ROLE_UNKNOWN and roles[one.role] > 1:
            del doubts["role"]
        if one.section and not is_section(one.section) and sections[one.section] == 1:
            doubts["section"] = SECTION_UNKNOWN
        same = split.get(one.first_name)
        if doubts.get("last_name") == NO_LAST_NAME and same and same.title == one.title:
            one = replace(one, first_name=same.first_name, last_name=same.last_name)
            del doubts["first_name"], doubts["last_name"]
        sure.append(replace(one, doubts=doubts))
    return sure


def _seat(committee: OldCommittee, seat: SeatLines, person: PersonText) -> ReadRow:
    row = {
        "number": ReadCell(str(seat.number), seat.places, seat.doubt),
        "committee": ReadCell(committee.name, committee.places or seat.places, committee.doubt),
    }
    for name in _CELLS:
        text, doubt = getattr(person, name), person.doubts.get(name, "")
        if text or doubt:
            row[name] = ReadCell(text, seat.places, doubt)
    return row


def _duties(committee: OldCommittee, elsewhere: str) -> list[ReadRow]:
    rows = list[ReadRow]()
    for duty in committee.duties.duties:
        row = {"committee": ReadCell(committee.name, committee.places or duty.places, committee.doubt)}
        if duty.number is not None:
            row["number"] = ReadCell(str(duty.number), duty.places)
        row["text"] = ReadCell(duty.text(elsewhere), duty.places, duty.doubt)
        rows.append(row)
    return rows


def _sections(people: Sequence[PersonText], places: Sequence[tuple[OldPlace, ...]], office: str) -> list[ReadRow]:
    """The sections that the seats name, in the order met, and the post of the head of each where one stands."""
    found: dict[str, tuple[OldPlace, ...]] = {}
    heads: dict[str, tuple[str, tuple[OldPlace, ...]]] = {}
    known = {one.section for one in people if one.section and "section" not in one.doubts}
    for person, at in zip(people, places, strict=True):
        if person.doubts.keys() & {"position", "section"}:
            continue
        if person.section:
            found.setdefault(person.section, at)
        elif (section := _headed(person.position, known)) and section.rstrip("ฯ") not in office:
            found.setdefault(section, at)
            heads.setdefault(section, (person.position.partition(section)[0] + section, at))
    return [_section(name, at, heads) for name, at in found.items()]


def _section(name: str, at: tuple[OldPlace, ...], heads: Mapping[str, tuple[str, tuple[OldPlace, ...]]]) -> ReadRow:
    row = {"name": ReadCell(name, at)}
    if name in heads:
        row["head"] = ReadCell(*heads[name])
    return row


def _headed(position: str, known: set[str]) -> str:
    """The section whose head a post is; empty of any other post."""
    words = OrderWords.load()
    match = re.match(rf"(?:{words.any_of(words.heads)})(?=(?P<section>.+)$)", position)
    if not match:
        return ""
    section = match["section"].strip()
    section = section if section in known else re.split(r"\s*\(|\s*หรือ", section)[0]
    several = "ทุก" in section or re.match(rf"(?:{words.unit})\s+{words.unit}", section)
    one = is_section(section) and not several  # the heads of all sections, and of a part of one, are of none
    return section if section in known or one else ""
