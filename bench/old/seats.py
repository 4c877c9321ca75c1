"""The seats of a committee on paper: a function for each way of writing them, by the name that shapes have for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bench.old.paper import Paper
from bench.old.shapes import Shape, name_of, post_of
from ita_docs.model import Seat
from officefiles.thai.printed import breadth

HEADS = {
    "number": "ลำดับที่",
    "name": "ชื่อ – นามสกุล",
    "position": "ตำแหน่ง",
    "section": "สังกัด",
    "role": "หน้าที่ในคณะ",
    "title": "คำนำหน้า",
    "first_name": "ชื่อ",
    "last_name": "นามสกุล",
}
_WIDTHS = {
    "number": 1.6, "name": 4.6, "position": 5.2, "section": 3.6, "role": 3.4, "title": 2.2, "first_name": 2.6,
    "last_name": 2.8,
}  # fmt: skip
_STOPS = (1.1, 5.6, 11.8)
"""Where number, name, post and role begin, after the first."""


class Writer:
    """Writes the seats of one committee, ``committee`` its number, in as many parts as pages make of them."""

    def __init__(self, paper: Paper, shape: Shape, committee: int, numbering: int = 0) -> None:
        self.paper, self.shape, self.committee, self.numbering = paper, shape, committee, numbering
        self._section = ""

    def write(self, seats: Sequence[Seat]) -> None:
        """Write some of the seats."""
        if self.shape.seats == "table":
            self._table(seats)
            return
        for seat in seats:
            _WAYS[self.shape.seats](self, seat)

    def label(self, seat: Seat) -> str:
        """The number before a seat, as typed; empty where Word numbers or nobody does."""
        if self.shape.numbers in ("auto", "style", "none"):
            return ""
        if self.shape.numbers == "1.1":
            return f"{self.committee}.{seat.number}"
        return self.shape.numbers.replace("1", str(seat.number))

    def begins(self, seat: Seat) -> str:
        """The first words of a seat, as a catchword has them."""
        post_first = self.shape.seats in ("post-first", "name-in-brackets")
        text = post_of(seat) or seat.position if post_first else name_of(seat, self.shape)
        return f"{self.label(seat)} {text.split(' ')[0]}".strip()

    def seat(self, text: str, seat: Seat, *, stops: Sequence[float] = _STOPS, after: str = "\t") -> None:
        """The line of a seat with its number before it."""
        numbers, label = self.shape.numbers, self.label(seat)
        style = f"Seat {self.committee}" if numbers == "style" else ""
        item = (self.numbering, 0) if numbers == "auto" else None
        self.paper.line(f"{label}{after}{text}" if label else text, stops=stops, style=style, item=item)

    @property
    def heads(self) -> list[str]:
        """The heads of a table of seats."""
        return [HEADS[column] for column in self.shape.columns]

    def cells(self, seat: Seat) -> list[str]:
        """The cells of a seat in a table."""
        return [self._cell(seat, column) for column in self.shape.columns]

    def _table(self, seats: Sequence[Seat]) -> None:
        shape, columns = self.shape, self.shape.columns
        rows = [self.cells(seat) for seat in seats]
        if shape.heads:
            rows.insert(0, self.heads)
        numbering = self.numbering if shape.numbers == "auto" else 0
        self.paper.table(rows, [_WIDTHS[column] for column in columns], ruled=shape.ruled, items=numbering)

    def _cell(self, seat: Seat, column: str) -> str:
        columns = self.shape.columns
        name, post = name_of(seat, self.shape), seat.position if "section" in columns else post_of(seat)
        one = seat.person
        if one is None:  # a post alone stands in the first of both columns
            first = "name" not in columns or columns.index("position") < columns.index("name")
            name, post = ("", seat.position) if first else (seat.position, "")
        values: Mapping[str, str] = {
            "number": self.label(seat),
            "name": name,
            "position": post,
            "section": seat.section,
            "role": seat.role,
            "title": one.title if one else "",
            "first_name": one.first_name if one else "",
            "last_name": one.last_name if one else "",
        }
        return values[column]

    def tabs(self, seat: Seat) -> None:
        """Number, name, post and role with tabs between; a post alone goes over the place of the name."""
        post = post_of(seat)
        name = name_of(seat, self.shape)
        wide = breadth(name) > 30
        self.seat(f"{name}\t{seat.role}" if wide and not post else f"{name}\t{post}\t{seat.role}", seat)

    def tabs2(self, seat: Seat) -> None:
        """As by tabs, but the section on a second line below the post, typed there with two tabs."""
        if seat.person is None or not seat.section:
            self.tabs(seat)
            return
        self.seat(f"{name_of(seat, self.shape)}\t{seat.position}\t{seat.role}", seat)
        self.paper.line(f"\t\t{seat.section}", stops=_STOPS)

    def spaces(self, seat: Seat) -> None:
        """Spaces in place of tabs, as many as are about needed."""
        parts = [name_of(seat, self.shape), *filter(None, [post_of(seat)]), seat.role]
        text = parts[0]
        for part, stop in zip(parts[1:], (30, 68)[-len(parts[1:]) :], strict=True):
            text += " " * max(4, stop - round(breadth(text))) + part
        self.seat(text, seat, after="  ")

    def paragraph(self, seat: Seat) -> None:
        """All in a row as a sentence has it."""
        words = [name_of(seat, self.shape), post_of(seat) and f"ตำแหน่ง {post_of(seat)}", f"เป็น{seat.role}"]
        self.seat(" ".join(filter(None, words)), seat, after=" ", stops=())

    def post_first(self, seat: Seat) -> None:
        """The post before the name."""
        person = "" if seat.person is None else name_of(seat, self.shape)
        post = seat.position if seat.person is None else post_of(seat)
        self.seat("\t".join(filter(None, (post, person, seat.role))), seat, stops=(1.2, 8.6, 13))

    def post_below(self, seat: Seat) -> None:
        """The post on the line below the name."""
        self.seat(f"{name_of(seat, self.shape)}\t{seat.role}", seat, stops=(1.2, 11.5))
        if post_of(seat):
            self.paper.line(f"\tตำแหน่ง {post_of(seat)}", stops=(1.2,))

    def name_in_brackets(self, seat: Seat) -> None:
        """The post, and who holds it in brackets."""
        post = seat.position if seat.person is None else post_of(seat)
        person = "" if seat.person is None else f" ({name_of(seat, self.shape)})"
        self.seat(f"{post}{person}\t{seat.role}", seat, stops=(1.2, 12.6))

    def role_in_brackets(self, seat: Seat) -> None:
        """Name and post, and the role in brackets behind."""
        self.seat(
            f"{'  '.join(filter(None, (name_of(seat, self.shape), post_of(seat))))} ({seat.role})",
            seat,
            after=" ",
            stops=(),
        )

    def dots(self, seat: Seat) -> None:
        """Dots typed between name, post and role."""
        parts = filter(None, (name_of(seat, self.shape), post_of(seat)))
        text = "  ".join(parts)
        self.seat(f"{text} {'.' * max(6, 76 - round(breadth(text)))} {seat.role}", seat, after=" ", stops=())

    def role_below(self, seat: Seat) -> None:
        """The role on a line below name and post."""
        self.seat("  ".join(filter(None, (name_of(seat, self.shape), post_of(seat)))), seat, stops=(1.2,))
        self.paper.line(f"\t{seat.role}", stops=(1.2,))

    def sections(self, seat: Seat) -> None:
        """By tabs, below the heading of the section."""
        if seat.section != self._section:
            self._section = seat.section
            self.paper.line(seat.section, bold=True)
        post = "" if seat.person is None else seat.position
        self.seat(f"{name_of(seat, self.shape)}\t{post}\t{seat.role}", seat)


_WAYS: Mapping[str, Callable[[Writer, Seat], None]] = {
    "tabs": Writer.tabs,
    "tabs2": Writer.tabs2,
    "spaces": Writer.spaces,
    "paragraph": Writer.paragraph,
    "post-first": Writer.post_first,
    "post-below": Writer.post_below,
    "name-in-brackets": Writer.name_in_brackets,
    "role-in-brackets": Writer.role_in_brackets,
    "sections": Writer.sections,
    "dots": Writer.dots,
    "role-below": Writer.role_below,
}
