"""The committees of an order from its lines: their headings, seats and duties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ita_docs.framework.words.orders import OrderWords, squeezed
from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.joining import join_lines
from ita_docs.importing.order import kinds
from ita_docs.importing.order.duties import DutyList, duty_of
from ita_docs.importing.order.headings import people_follow, whole_heading
from ita_docs.importing.order.labels import ItemLabel
from ita_docs.importing.order.lines import PrintedLine
from ita_docs.importing.order.seats import SeatList
from ita_docs.importing.posts import is_post, role_in

UNNAMED = "ไม่พบหัวข้อชื่อคณะ จึงใช้ชื่อจากข้อความแต่งตั้ง"
_USUAL = "คณะกรรมการ"
_MOST_LINES = 12
"""No seat has more lines."""


@dataclass(slots=True)
class OldCommittee:
    """A committee as it is gathered; ``doubt`` says why its name is not sure."""

    name: str
    label: ItemLabel | None = None
    places: tuple[OldPlace, ...] = ()
    doubt: str = ""
    seats: SeatList = field(default_factory=SeatList)
    duties: DutyList = field(default_factory=DutyList)


@dataclass(slots=True)
class Body:
    """What stands between the preamble of an order and its end: the committees, the places that were understood, and
    the number of the first line that is no part of it."""

    committees: list[OldCommittee] = field(default_factory=list)
    used: set[OldPlace] = field(default_factory=set)
    end: int = 0


class BodyReader:
    """Reads the lines of a body one after another; ``unnamed`` is the name of the committee of seats without a heading,
    if the order says it elsewhere."""

    def __init__(self, lines: Sequence[PrintedLine], elsewhere: str, broken: bool, unnamed: str) -> None:
        self.lines, self.elsewhere, self.broken, self.unnamed = lines, elsewhere, broken, unnamed
        self.body = Body()
        self.in_duties, self.passed = False, not unnamed
        self.spoken_of: OldCommittee | None = None
        self.heads: dict[int, tuple[str, ...]] = {}

    @property
    def committee(self) -> OldCommittee | None:
        """The one that lines belong to: the last, unless the duties of another stand apart from its seats."""
        return self.spoken_of or (self.body.committees[-1] if self.body.committees else None)

    def read(self, start: int) -> Body:
        """The body from line ``start`` on."""
        place = start
        while place < len(self.lines) and not kinds.is_end(self.lines, place):
            taken = self._duties_of(place) or self._heading(place) or self._within(place)
            for line in self.lines[place : place + max(taken, 0)]:
                self.body.used.update(set(line.places) - self._other_places(line))
            place += abs(taken)
        self.body.end = place
        return self.body

    def _other_places(self, line: PrintedLine) -> set[OldPlace]:
        """The places of cells in columns that the workbook has no field for."""
        heads = self.heads.get(line.table, ()) if line.row else ()
        columns = zip(heads, line.column_places, strict=False)
        return {place for head, places in columns if head == "other" for place in places}

    # Headings of committees

    def _heading(self, place: int) -> int:
        """How many lines are the heading of a committee at ``place``; 0 where none stands there."""
        line = self.lines[place]
        if not kinds.is_committee(line) or self._is_own(line, place):
            return 0
        count, text = whole_heading(self.lines, place, self.elsewhere)
        name, duties = kinds.heading_name(text)
        if not name or not self._people_follow(place + count, line):
            return 0
        places = tuple(dict.fromkeys(one for line in self.lines[place : place + count] for one in line.places))
        self.body.committees.append(OldCommittee(name, line.label, places))
        self.spoken_of, self.in_duties = None, bool(duties)
        if duties:
            self.body.committees[-1].duties.begin(duties, self.lines[place])
        return count

    def _is_own(self, line: PrintedLine, place: int) -> bool:
        """True where a line that may be a heading is a part of the committee before it: a role, a seat, its duties."""
        committee = self.committee
        if committee is None:
            return False
        seats, following, next_one = committee.seats, self.lines[place + 1 : place + 4], self._next_committee()
        if self.in_duties:
            if not line.label and any(duty.open for duty in committee.duties.duties[-1:]):
                return True
            if committee.duties.expects(line.label) and line.label != next_one:
                return True
        elif seats.leads(line, following) or seats.completed_by(line) or seats.lacks_role(line):
            return True
        elif any(one.label and line.label and one.label.within(line.label) for one in following[:1]):
            return False
        elif seats.last and seats.expects(line.label) and not kinds.is_made_of(line.text):
            return kinds.is_seat(line) or line.label != next_one
        return not line.label and kinds.is_duties(line) and not kinds.is_made_of(line.text)

    def _next_committee(self) -> ItemLabel | None:
        """The number that the next committee has."""
        last = self.committee.label if self.committee else None
        return ItemLabel(last.style, (*last.values[:-1], last.value + 1)) if last and last.values else None

    def _people_follow(self, place: int, heading: PrintedLine) -> bool:
        return people_follow(self.lines, place, heading, self.committee.seats if self.committee else None)

    # Seats and duties

    def _duties_of(self, place: int) -> int:
        """How many lines begin the duties of a committee that they name and whose seats stand above; 0 where they do
        not. The name alone parts committees, where there are several, or heads the words that lead to the duties, and
        is no duty."""
        line, current = self.lines[place], self.committee
        if current is None or current.seats.incomplete or line.row:
            return 0
        if self.in_duties and (bare := self._named_alone(current, line, place)):
            self.spoken_of = bare
            bare.duties.begin_anew("", line)
            return 1
        if not kinds.is_duties(line) or kinds.lists_people(line.text):
            return 0
        further = self.in_duties and current.duties.last and current.duties.expects(line.label)
        texts = [line.text, *(after.text for after in self.lines[place + 1 : place + 2] if not after.label)]
        for count in range(1, len(texts) + 1):
            name, alone = kinds.duties_whose(join_lines(texts[:count], self.elsewhere))
            found = self._named(name, place) if alone or (count == 1 and not further) else None
            led = any(kinds.is_duties(after) for after in self.lines[place + count : place + count + 1])
            heads = alone and (led or len(self.body.committees) > 1) and not kinds.is_made_of(texts[count - 1])
            if found and (heads or found is not current):
                self.spoken_of, self.in_duties = found, True
                found.duties.begin_anew("" if heads else join_lines(texts[:count], self.elsewhere), line)
                return count
        return 0

    def _named_alone(self, current: OldCommittee, line: PrintedLine, place: int) -> OldCommittee | None:
        """The committee with seats of which a line within duties is the name and nothing else."""
        named = self._seated().get(squeezed(line.text))
        going_on = any(duty.continues(line) for duty in current.duties.duties[-1:])
        return None if going_on or self._people_follow(place + 1, line) else named

    def _seated(self) -> dict[str, OldCommittee]:
        """The committees with seats by their names, squeezed."""
        return {squeezed(one.name): one for one in self.body.committees if one.seats.seats}

    def _named(self, name: str, place: int) -> OldCommittee | None:
        """The committee with seats that has a name. One that the last committee's name only begins with may be meant by
        it, unless a line further on names the last in full."""
        known = self._seated()
        last = next(reversed(known), "")
        further = (kinds.duties_whose(line.text)[0] for line in self.lines[place + 1 :] if kinds.is_duties(line))
        shortened = name != last and last.startswith(name) and last not in further
        return None if shortened else known.get(name)

    def _within(self, place: int) -> int:
        """How many lines were taken into the committee, negative where they were passed over as no part of it."""
        line, following = self.lines[place], self.lines[place + 1 : place + 4]
        if line.row and (heads := kinds.heads_of_columns(line)):
            self.heads[line.table] = heads
            return 1
        self._named_beside(line)
        words = OrderWords.load()
        if self.committee is None and re.fullmatch(rf"(?:{words.any_of(words.made_of)})(?:ของ.*)?", line.text):
            return 1
        if self.in_duties and (heads := kinds.heads_of_duties(line)):
            self.heads[line.table] = heads
            return 1
        if not self.in_duties and kinds.starts_with(line.text, words.removes):
            return -1
        if self.committee is None:
            seats = SeatList()
            begins = seats.leads(line, following) or seats.begins(line, following)
            begins = begins or self._section_heads(seats, line, following)
            if not begins or (line.label and not line.label.first):
                self.passed = True
                return -1
            self.body.committees.append(OldCommittee(self.unnamed or _USUAL, doubt=UNNAMED if self.passed else ""))
        committee = self.committee
        assert committee is not None
        if self.in_duties and not self._seats_after_duties(committee, line, following):
            duty = duty_of(line, self.heads.get(line.table, ()) if line.row else ())
            return 1 if committee.duties.take(duty, self.broken) else -1
        self.in_duties = False
        return self._into_seats(committee, place)

    def _named_beside(self, line: PrintedLine) -> None:
        """Begins the committee that a column of a table names beside its seats."""
        heads = self.heads.get(line.table, ()) if line.row else ()
        at = heads.index("committee") if "committee" in heads else len(line.columns)
        name = join_lines(line.columns[at], self.elsewhere) if at < len(line.columns) else ""
        if name and (self.committee is None or self.committee.name != name):
            self.body.committees.append(OldCommittee(name, places=line.column_places[at] or line.places))
            self.spoken_of, self.in_duties = None, False

    def _seats_after_duties(self, committee: OldCommittee, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """True where the duties stood before the seats and these begin."""
        if committee.seats.seats or (committee.duties.expects(line.label) and not kinds.is_seat(line)):
            return False
        return committee.seats.begins(line, following) and (not line.label or line.label.first)

    def _into_seats(self, committee: OldCommittee, place: int) -> int:
        line, following = self.lines[place], self.lines[place + 1 : place + 4]
        seats = committee.seats
        if seats.leads(line, following):
            seats.role = role_in(line.text)
            return 1
        if self._section_heads(seats, line, following):
            seats.begin_section(line.text)
            return 1
        if seats.begins(line, following) and not seats.end_before(line):
            seats.add(line, self.heads.get(line.table, ()))
            return 1
        if self._duties_begin(seats, line):
            if any(kinds.is_seat(one) and seats.expects(one.label) for one in following[:1] if one.label):
                committee.duties.of_persons = True
                return -1
            self.in_duties = True
            if kinds.is_of_all(line):
                return -1
            return 1 if committee.duties.take(line, self.broken) else -1
        if not seats.seats:
            return 1 if re.fullmatch(r"[\s:：-]*(?:โดย)?\s*", line.text) or kinds.is_made_of(line.text) else -1
        if kinds.starts_with(line.text, OrderWords.load().topics):
            return -1
        below = seats.seats[-1].lines[0].row and not (line.row or line.places[0].page)  # a PDF may not show a row
        item = line.label and (seats.seats[-1].complete or line.label.style not in ("-", "n"))
        if below or item or len(seats.seats[-1].lines) >= _MOST_LINES:
            return -1
        seats.seats[-1].go_on(line, self.elsewhere)
        return 1

    def _section_heads(self, seats: SeatList, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        if not kinds.is_section_heading(line) or (seats.expects(line.label) and kinds.has_role(line)):
            return False
        if not any(kinds.is_seat(one) for one in following[:2]):
            return False
        at = next(place for place, texts in enumerate(line.columns) if any(texts))
        first = line.row and (at == 0 or self.heads.get(line.table, ("", ""))[at : at + 1] == ("name",))
        centred = line.centred and not line.places[0].page  # in a PDF it only looks so
        apart = first or line.bold or centred or line.label is not None
        return not seats.seats or bool(seats.sections) or (apart and not seats.incomplete)

    @staticmethod
    def _duties_begin(seats: SeatList, line: PrintedLine) -> bool:
        """True of a line after the seats with which something else begins: duties, or words to all."""
        if line.row and seats.seats and not kinds.is_duties(line):
            return False
        if kinds.is_duties(line) or kinds.is_of_all(line):
            return True
        if not seats.seats or seats.incomplete or len(line.pieces) != 1:
            return False
        if line.label is None and is_post(line.text):
            return False
        numbered = line.label is not None and line.label.first
        return numbered or (line.label is None and len(line.text) > 60)
