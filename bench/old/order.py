"""The appointment order as officers write it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from bench.old.paper import Paper
from bench.old.seats import Writer
from bench.old.shapes import Shape
from ita_docs.model import Committee, Submission
from ita_docs.thai import date_long

_LETTERS = "กขคง"
_RANKS = ("พล", "พัน", "ร้อย", "ว่าที่")
_PAGE = 30
"""Lines of a page before the first is ended by hand."""


def write_order(paper: Paper, whole: Submission, shape: Shape) -> None:
    """Write the order onto the paper."""
    order = whole.order
    paper.line(f"คำสั่ง{whole.office.name}", place="centre", bold=True)
    number = f"{order.number} / {order.year}" if shape.spaced_date else f"{order.number}/{order.year}"
    paper.line(f"ที่ {number}", place="centre", bold=True)
    paper.line(f"เรื่อง {order.subject}", place="centre", bold=True)
    paper.line("-" * 30, place="centre")
    paper.body(order.reason, shape.ended, tab=shape.seats == "tabs2")
    lead = "อาศัยอำนาจตาม" if order.powers.startswith(("คำสั่ง", "ระเบียบ", "ประกาศ")) else "อาศัยอำนาจตามความใน"
    subject = order.subject.removeprefix("แต่งตั้ง")
    so = "จึงขอแต่งตั้ง{} ดังต่อไปนี้" if shape.other_words else "จึงแต่งตั้ง{} ดังนี้"
    paper.body(f"{lead}{order.powers} {so.format(subject)}", shape.ended, tab=shape.seats == "tabs2")
    _Committees(paper, shape).write(whole)
    since = f"ตั้งแต่วันที่ {date_long(order.effective)}" if order.effective else "ตั้งแต่บัดนี้เป็นต้นไป"
    paper.line()
    paper.line(f"ทั้งนี้ ให้มีผล{since}" if shape.other_words else f"ทั้งนี้ {since}", first=2.5)
    _signature(paper, whole, shape)


def _signature(paper: Paper, whole: Submission, shape: Shape) -> None:
    order = whole.order
    day, month, year = date_long(order.date).split(" ")
    paper.line()
    spaced = f"สั่ง  ณ  วันที่  {day}  เดือน  {month}  พ.ศ.  {year}"
    paper.line(spaced if shape.spaced_date else f"สั่ง ณ วันที่ {day} {month} พ.ศ. {year}", left=4)
    signatory, lines = order.signatory, [f"({order.signatory.full_name})", *order.signatory_position.split("\n")]
    if shape.rank_apart and signatory.title.startswith(_RANKS):
        lines[:1] = [signatory.title, f"({signatory.first_name} {signatory.last_name})"]
    if shape.boxed:
        paper.box(lines)
        return
    for _ in range(3):
        paper.line()
    for text in lines:
        if shape.seats in ("spaces", "paragraph"):
            paper.line(" " * 60 + text)
        else:
            paper.line(text, place="centre", left=7)


class _Committees:
    """Writes the committees with their seats and duties, and ends pages by hand where the shape does."""

    def __init__(self, paper: Paper, shape: Shape) -> None:
        self.paper, self.shape = paper, shape
        self._room = shape.turns

    def write(self, whole: Submission) -> None:
        """Write all committees."""
        if self.shape.seats == "one-table":
            self._one_table(whole)
            return
        for number, committee in enumerate(whole.committees, 1):
            heading = self.shape.heading.format(number=number, name=committee.name, letter=_LETTERS[number - 1])
            self._page_for(1, heading)
            self.paper.line(heading, bold=True)
            self._seats(committee, number)
            self.paper.line()
            self._duties(committee, number)

    def _one_table(self, whole: Submission) -> None:
        """All committees in one table, the name of each on a row of its own; their duties below it."""
        rows, headed = [], []
        for number, committee in enumerate(whole.committees, 1):
            writer = Writer(self.paper, self.shape, number)
            headed.append(len(rows) + 1)
            rows.append([self.shape.heading.format(number=number, name=committee.name), "", "", ""])
            rows += [writer.cells(seat) for seat in committee.seats]
        cells = self.paper.table([Writer(self.paper, self.shape, 1).heads, *rows], (1.6, 4.6, 5.6, 4.2))
        for row in headed:
            cells[row][0].merge(cells[row][3])
        for number, committee in enumerate(whole.committees, 1):
            self.paper.line(f"หน้าที่ของ{committee.name}", bold=True)
            self._duties(committee, number)

    def _seats(self, committee: Committee, number: int) -> None:
        writer = Writer(self.paper, self.shape, number, self._numbering(number))
        seats, start = committee.seats, 0
        for place in self._ends(len(seats)):
            writer.write(seats[start:place])
            self._turn(writer.begins(seats[place]))
            start = place
        writer.write(seats[start:])

    def _ends(self, count: int) -> Iterator[int]:
        """Before which of ``count`` lines pages end."""
        for place in range(count):
            if self.shape.turns and self._room <= 0 and place:
                yield place
            self._room -= 1

    def _duties(self, committee: Committee, number: int) -> None:
        items = self.paper.new_list(f"{self._kind} %1.") if self.shape.duties == "auto" else 0
        for duty in committee.duties:
            if duty.number is None:
                self._page_for(3, " ".join(duty.text.split(" ")[:1])[:24])
                self.paper.body(duty.text, self.shape.ended)
                continue
            if items:
                self.paper.line(duty.text, item=(items, 0))
                continue
            label = self.shape.duties.format(number=duty.number, committee=number).strip()
            self._page_for(2, f"{label} {duty.text.split(' ')[0][:24]}")
            self.paper.body(f"{label} {duty.text}", self.shape.ended)

    def _page_for(self, lines: int, begins: str) -> None:
        """Turn the page where there is no more room on it for so many lines, which begin with this text."""
        if self.shape.turns and self._room < 0:
            self._turn(begins)
        self._room -= lines

    def _turn(self, begins: str) -> None:
        self.paper.turn(begins, slash=self.shape.slash, numbered=self.shape.paged)
        self._room = _PAGE

    def _numbering(self, number: int) -> int:
        if self.shape.numbers == "auto":
            return self.paper.new_list(f"{self._kind} (%1)")
        if self.shape.numbers == "style":
            return self.paper.new_list(f"{self._kind} %1.", style=f"Seat {number}")
        return 0

    @property
    def _kind(self) -> str:
        return "thai" if self.shape.thai else "decimal"
