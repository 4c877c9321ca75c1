"""The duties of a committee from their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.joining import is_open, join_lines
from ita_docs.importing.names import has_name
from ita_docs.importing.order import kinds
from ita_docs.importing.order.labels import ItemLabel
from ita_docs.importing.order.lines import PrintedLine, goes_on

OWN_DUTY = "ไม่แน่ชัดว่าเป็นหน้าที่ของคณะนี้หรือไม่"


@dataclass(slots=True)
class OldDuty:
    """A duty, or the sentence that leads to them (no ``number``), as it is gathered."""

    texts: list[str]
    number: int | None
    lines: list[PrintedLine]
    doubt: str = ""

    @property
    def places(self) -> tuple[OldPlace, ...]:
        """Where it stands."""
        return tuple(dict.fromkeys(place for line in self.lines for place in line.places))

    def continues(self, line: PrintedLine) -> bool:
        """True of a line that surely goes on from it."""
        return self.open or goes_on(self.lines[0], self.lines[-1], line)

    @property
    def open(self) -> bool:
        """True where its last line cannot be its end."""
        return is_open(self.texts[-1])

    def text(self, elsewhere: str) -> str:
        """All of it as one text."""
        return join_lines(self.texts, elsewhere)


def duty_of(line: PrintedLine, heads: Sequence[str]) -> PrintedLine:
    """The line with nothing but the duty, where it is a row under ``heads`` that say in which column that stands."""
    if "role" not in heads or len(heads) < len(line.columns):
        return line
    columns = (texts if head == "role" else () for head, texts in zip(heads, line.columns, strict=False))
    return replace(line, columns=tuple(columns))


@dataclass(slots=True)
class DutyList:
    """The duties of a committee, in their order; ``of_persons`` is true where people of it have theirs apart."""

    duties: list[OldDuty] = field(default_factory=list)
    last: ItemLabel | None = None
    of_persons: bool = False

    def expects(self, label: ItemLabel | None) -> bool:
        """True of the number of the next duty."""
        if label is None or not self.duties:
            return False
        return label.follows(self.last) if self.last else label.first

    def begin(self, text: str, line: PrintedLine) -> None:
        """The sentence that leads to the duties."""
        self.duties.append(OldDuty([text], None, [line], OWN_DUTY if self.of_persons else ""))

    def begin_anew(self, text: str, line: PrintedLine) -> None:
        """Duties apart from the seats, led by ``text`` if any; doubtful where there were some already."""
        self.last, again = None, bool(self.duties)
        if text:
            self.begin(text, line)
            self.duties[-1].doubt = OWN_DUTY if again else ""

    def take(self, line: PrintedLine, broken: bool) -> bool:
        """Takes a line in; false where it is none of the duties."""
        if line.label and (self.expects(line.label) if self.duties else line.label.first):
            counted = sum(one.number is not None for one in self.duties)
            number = line.label.value or counted + 1
            self.last = line.label
            self.duties.append(OldDuty([line.text], number, [line]))
            return True
        goes_on = bool(self.duties) and (broken or self.duties[-1].continues(line) or self._cannot_begin(line))
        if kinds.is_of_all(line):
            return False
        if not self.duties or (not goes_on and self.last is None and line.label is None):
            self.begin(line.text, line)
            return True
        if line.label:  # a point within a duty
            return self._append(f" {line.printed}", line)
        if goes_on:
            return self._append(line.text, line)
        self.duties.append(OldDuty([line.text], None, [line], OWN_DUTY))
        return True

    def _cannot_begin(self, line: PrintedLine) -> bool:
        """True of a line without a number, below a number, that begins as no sentence does."""
        return self.last is not None and line.text.startswith(("และ", "หรือ", "ตลอดจน"))

    def _append(self, text: str, line: PrintedLine) -> bool:
        self.duties[-1].texts.append(text)
        self.duties[-1].lines.append(line)
        if has_name(line.text):
            self.duties[-1].doubt = OWN_DUTY
        return True
