"""The seats of a committee from their lines: which lines are one seat, and what each says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.joining import as_elsewhere
from ita_docs.importing.names import PersonText, has_name
from ita_docs.importing.order.kinds import has_role, is_role_alone, is_seat
from ita_docs.importing.order.labels import ItemLabel
from ita_docs.importing.order.lines import PrintedLine
from ita_docs.importing.people import POST_UNCLEAR, read_person
from ita_docs.importing.posts import completes_level, completes_role, is_post, is_section, role_cut_off, role_in
from ita_docs.importing.roles import Piece

_NOT_OF_A_PERSON = ("number", "other", "committee")
NUMBER_UNEXPECTED = "ลำดับไม่ต่อเนื่องจากแถวก่อน"


@dataclass(slots=True)
class SeatLines:
    """The lines of one seat; ``number`` is its place in the committee, ``doubt`` why that is not sure. ``section`` is
    the section that a heading above it names, ``role`` its role where that does, ``heads`` are the fields of its
    table's columns."""

    lines: list[PrintedLine]
    number: int
    doubt: str
    section: str
    heads: tuple[str, ...]
    role: str
    added: bool = False

    @property
    def complete(self) -> bool:
        """True where its role is there."""
        return bool(self.role) or any(map(has_role, self.lines))

    @property
    def named(self) -> bool:
        """True where a name with its title is there."""
        return any(has_name(piece) for line in self.lines for piece in line.pieces)

    def go_on(self, line: PrintedLine, elsewhere: str) -> None:
        """Takes in a line that follows; one that adds to a post without being one makes that doubtful."""
        before = self.read(elsewhere)
        self.lines.append(line)
        adds = self.complete and before.named and before.position and not before.doubts
        if adds and not any(map(is_post, line.pieces)) and not any(map(is_section, line.pieces)):
            self.added = self.read(elsewhere).position != before.position

    @property
    def places(self) -> tuple[OldPlace, ...]:
        """Where it stands."""
        return tuple(dict.fromkeys(place for line in self.lines for place in line.places))

    def read(self, elsewhere: str) -> PersonText:
        """Who sits there, and as what."""
        person = read_person(self._pieces(elsewhere), elsewhere)
        if self.added:
            person = replace(person, doubts={"position": POST_UNCLEAR, **person.doubts})
        if self.role and not person.role:
            person = replace(person, role=self.role, doubts={k: v for k, v in person.doubts.items() if k != "role"})
        if self.section and not person.section:
            return replace(person, section=self.section)
        return person

    def _pieces(self, elsewhere: str) -> list[Piece]:
        columns = [list[str]() for _ in range(max(len(line.columns) for line in self.lines))]
        for line in self.lines:
            if line is not self.lines[0] and (not line.row or line.table != self.lines[0].table):
                _go_on(columns, self.lines[0], line)
                continue
            for column, texts in zip(columns, line.columns, strict=False):
                column.extend(text for text in texts if text)
        _reflow(columns, elsewhere)
        heads = (*self.heads, *([""] * len(columns)))
        numbered = [(place, column) for place, column in enumerate(columns) if heads[place] not in _NOT_OF_A_PERSON]
        return [Piece(text, place, heads[place]) for place, column in numbered for text in column]


def _go_on(columns: list[list[str]], first: PrintedLine, line: PrintedLine) -> None:
    """Puts a line that goes on from the first line of a seat into its columns. One text alone completes a role, or
    belongs to a column before that of the role; where the role is at its end, it goes on from the last column. Of
    several, the first goes on from the last text above where the lines flow (``…ชำนาญ`` / ``การ → กรรมการ``), else
    each stands below its own column."""
    said = [(place, text) for place, texts in enumerate(line.columns) for text in texts if text]
    last = next(place for place in range(len(columns) - 1, -1, -1) if columns[place] or not place)
    above = columns[last][-1] if columns[last] else ""
    if len(said) == 1 and last and not has_role(first) and not role_in(said[0][1]) and has_role(line):
        columns[last].append(said[0][1])
    elif len(said) == 1:
        columns[_column_of_one(columns, first, *said[0])].append(said[0][1])
    elif not role_in(above) and role_in(said[-1][1]) and not role_in(above + said[-1][1]) and any(line.columns[0]):
        columns[last].append(said[0][1])
        columns.extend([text] for _, text in said[1:])
    else:
        alone = sum(map(any, first.columns)) == 1
        shift = max(0, len(line.columns) - len(first.columns)) if line.inset and not alone else 0
        if completes_role(above, said[-1][1]):
            shift = said[-1][0] - last
        for place, text in said:
            columns[max(0, place - shift)].append(text)


def _column_of_one(columns: Sequence[Sequence[str]], first: PrintedLine, place: int, text: str) -> int:
    for column, texts in enumerate(columns):
        if texts and completes_role(texts[-1], text):
            return column
    roles = [column for column, texts in enumerate(first.columns) if any(map(role_in, texts))]
    before = min(roles, default=len(first.columns))
    if is_post(text):
        place = max([place, *(at for at, texts in enumerate(columns) if any(is_post(one) for one in texts[:1]))])
    return min(place, max(0, before - 1)) if before else place


def _reflow(columns: Sequence[list[str]], elsewhere: str) -> None:
    """Moves what stands below the first column to the one that it goes on from: it completes the level of a post there,
    or the words of both stand together elsewhere."""
    own, *others = columns
    for text in own[1:]:
        for column in filter(None, others):
            if completes_level(column[-1], text) or as_elsewhere(column[-1], text, elsewhere) == "":
                own.remove(text)
                column.append(text)
                break


@dataclass(slots=True)
class SeatList:
    """The seats of a committee as they are gathered, line by line."""

    seats: list[SeatLines] = field(default_factory=list)
    last: ItemLabel | None = None
    section: str = ""
    sections: set[str] = field(default_factory=set)
    role: str = ""

    @property
    def incomplete(self) -> bool:
        """True where the last seat has no role yet."""
        return bool(self.seats) and not self.seats[-1].complete

    def leads(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """True of a role that stands above those who have it: the first line of a list, or another of its roles."""
        if line.label or not is_role_alone(line) or not (self.role or not self.seats):
            return False
        after = following[0] if following else line
        return bool(self.role) or (any(map(has_name, after.pieces)) and not has_role(after))

    def completed_by(self, line: PrintedLine) -> bool:
        """True of a line on which the role of the last seat goes on (``ประธาน`` / ``ที่ปรึกษา``)."""
        said = self.seats[-1].lines[-1].pieces if self.seats and not line.label else ()
        return bool(said and role_cut_off(said[-1], line.text)[1])

    def lacks_role(self, line: PrintedLine) -> bool:
        """True of a line that is the role which the last seat has not yet."""
        return self.incomplete and is_role_alone(line) and not line.label

    def expects(self, label: ItemLabel | None) -> bool:
        """True of the number of the next seat."""
        if label is None:
            return False
        return label.follows(self.last) if self.last else label.first

    def end_before(self, line: PrintedLine) -> bool:
        """True of a first number after seats that are all there, with neither name nor role: duties begin."""
        return bool(self.seats and line.label and line.label.first and not is_seat(line))

    def begins(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """True of a line with which a new seat begins."""
        if line.label and self.last:
            same = line.label.style == self.last.style
            if not is_seat(line) and any(one.label and one.label.within(line.label) for one in following[:1]):
                return False
            return (same and (self.expects(line.label) or is_seat(line))) or (line.label.first and is_seat(line))
        if line.label:
            return is_seat(line) or self._role_follows(following) or (line.label.first and is_post(line.text))
        if not self.seats:
            return is_seat(line) or self._role_follows(following)
        if self.last or line.inset > self.seats[-1].lines[0].inset:
            return is_seat(line) and not self.incomplete and has_role(line) and (has_name(line.text) or line.row)
        return self._begins_unnumbered(line, following)

    def _begins_unnumbered(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        current = self.seats[-1]
        if is_role_alone(line):
            return False
        if has_name(line.text):
            return current.named or current.complete
        if not current.complete:
            return False
        if has_role(line):
            return is_post(line.text) or not self._completes(line)
        if len(line.pieces) > 1 and is_post(line.pieces[0]):
            return True
        after = following[0] if following else None
        return bool(after and is_role_alone(after) and is_post(line.text))

    def _completes(self, line: PrintedLine) -> bool:
        """True of a line whose last text completes the role of the seat above."""
        above = self.seats[-1].lines[-1].pieces
        return bool(above and line.pieces and completes_role(above[-1], line.pieces[-1]))

    @staticmethod
    def _role_follows(following: Sequence[PrintedLine]) -> bool:
        """True where the role of a seat stands in one of the two lines after its first, before the next number."""
        for after in following[:3]:
            if after.label:
                return False
            if is_role_alone(after):
                return True
        return False

    def add(self, line: PrintedLine, heads: tuple[str, ...]) -> None:
        """A new seat, of which this is the first line, under the ``heads`` of its table."""
        number, doubt = (self.seats[-1].number if self.seats else 0) + 1, ""
        label = line.label
        anew = label and label.first and self.seats and self.seats[-1].section != self.section
        follows = label and self.last and label.follows(self.last)
        if label and label.values and label.value != number and not (anew or follows):
            number, doubt = max(number, label.value), NUMBER_UNEXPECTED
        self.last = label or self.last
        self.seats.append(SeatLines([line], number, doubt, self.section, heads, self.role))

    def begin_section(self, name: str) -> None:
        """The seats from here on are of this section, and may be numbered anew."""
        self.section = name
        self.sections.add(name)
