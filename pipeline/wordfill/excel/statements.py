"""The rows of a sheet that stand for a statement (``{%tr for … %}``), the blocks that they make, and the source of what
the tags between them print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wordfill.excel.blocks import Blocks, RowBlock
from wordfill.excel.cells import Text
from wordfill.excel.places import SheetError
from wordfill.excel.slots import straight
from wordfill.excel.values import BEGIN, CELL, FINISH, LINE, ROW, RUN
from wordfill.marks import LITERALS, TAG

_ROW_TAG = re.compile(r"{%tr\s+(.*?)\s*%}", re.DOTALL)
_OPENERS, _MIDDLES = ("for", "if"), ("else", "elif")

ALONE = "แถวของคำสั่ง {%tr ต้องมีแต่คำสั่งนั้นคำสั่งเดียว"
NOT_OPENED = "คำสั่งนี้ไม่มีคำสั่งเปิดที่คู่กัน"
TOO_LONG = "ชีตนี้มีแท็กมากเกินไป แบ่งเป็นหลายชีตหรือหลายแม่แบบ"
MOST_SOURCE = 1 << 18
"""Characters that the cells with tags of a sheet may hold together."""
NOT_CLOSED = "คำสั่งนี้ยังไม่มีคำสั่งปิด {{%tr end{word} %}}"


@dataclass(frozen=True, slots=True)
class TaggedCell:
    """A cell with tags: its name, the number of its row, and its words."""

    name: str
    row: int
    text: Text


@dataclass(frozen=True, slots=True)
class Statement:
    """A row that stands for a statement: its cell, the tag as it is written, and what it says."""

    cell: str
    tag: str
    code: str

    @property
    def word(self) -> str:
        """The first word: ``for``."""
        return re.split(r"[\s(]", self.code, maxsplit=1)[0]


def statements(cells: Iterable[TaggedCell]) -> dict[int, Statement]:
    """The statements of a sheet by their rows, which hold nothing else with tags. Raises ``SheetError``."""
    by_row: dict[int, list[TaggedCell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    found: dict[int, Statement] = {}
    for row, inside in by_row.items():
        for cell in inside:
            if tag := _ROW_TAG.search(cell.text.plain):
                if len(inside) > 1 or cell.text.plain.strip() != tag[0]:
                    raise SheetError(cell.name, tag[0], ALONE)
                found[row] = Statement(cell.name, tag[0], straight(tag[1]))
    return found


def blocks(rows: Mapping[int, Statement]) -> Blocks:
    """The blocks that the statements make. Raises ``SheetError`` where they are not closed, or not opened."""
    done: dict[int, RowBlock] = {}
    standing: list[tuple[int, int, Statement]] = []
    count = 0
    for row, one in sorted(rows.items()):
        around = tuple(number for number, _, _ in standing)
        if one.word in _OPENERS:
            standing.append((count, row, one))
            count += 1
        elif one.word in _MIDDLES or one.word.startswith("end"):
            if not standing or (one.word.startswith("end") and one.word != f"end{standing[-1][2].word}"):
                raise SheetError(one.cell, one.tag, NOT_OPENED)
            if one.word.startswith("end"):
                number, first, _ = standing.pop()
                done[number] = RowBlock(number, first, row, around)
        else:
            done[count] = RowBlock(count, row, row, (*around, count))
            count += 1
    if standing:
        last = standing[-1][2]
        raise SheetError(last.cell, last.tag, NOT_CLOSED.format(word=last.word))
    return Blocks(tuple(done[number] for number in sorted(done)))


@dataclass(slots=True)
class Source:
    """The Jinja source of a sheet's rows, a line for each cell or statement; ``places`` has the cell and the words of
    each line."""

    rows: Mapping[int, Statement]
    held: Mapping[int, Sequence[int]]
    lines: list[str] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _else: set[int] = field(default_factory=set)
    _count: int = 0
    _length: int = 0

    @property
    def text(self) -> str:
        """The source."""
        return "\n".join(self.lines)

    def row(self, number: int, cells: Sequence[TaggedCell]) -> None:
        """The row of this number, which holds these cells with tags, or stands for a statement."""
        if number in self.rows:
            self._statement(self.rows[number])
            return
        self._line(f"{ROW}{number}")
        for n, cell in enumerate(cells):
            self._line(f"{CELL}{n}:{_source(cell.text.healed())}", cell.name, cell.text.plain)

    def _line(self, text: str, place: str = "", words: str = "") -> None:
        self._length += len(text)
        if self._length > MOST_SOURCE:
            raise SheetError(place, "", TOO_LONG)
        self.lines.append(text)
        self.places.append((place, words))

    def _statement(self, one: Statement) -> None:
        said = f"{{% {one.code} %}}".replace("\n", " "), one.cell, one.tag
        if one.word in _OPENERS:
            self._line(*said)
            self._line(f"{BEGIN}{self._count}")
            self._open.append(self._count)
            self._count += 1
        elif one.word in _MIDDLES:
            self._else |= {self._open[-1]} if one.word == "else" else set()
            self._line(FINISH)
            self._line(*said)
            self._line(f"{BEGIN}{self._open[-1]}")
        elif one.word.startswith("end"):
            self._line(FINISH)
            self._hold(self._open.pop())
            self._line(*said)
        else:
            self._line(*said)
            self._count += 1

    def _hold(self, block: int) -> None:
        """What stands in a block that has nothing, where something counts on its rows: these without values."""
        if block in self.held and block not in self._else:
            self._line("{% else %}")
            self._line(f"{BEGIN}{block}")
            for row in self.held[block]:
                self._line(f"{ROW}{row}-")
            self._line(FINISH)


def _source(text: Text) -> str:
    """The words of a cell as Jinja's source, its runs apart, on one line."""
    return "".join(_pieces(RUN.join(text.texts)))


def _pieces(words: str) -> Iterator[str]:
    at = 0
    for tag in TAG.finditer(words):
        yield _literal(words[at : tag.start()])
        yield straight(tag[0]).replace("\n", " ")
        at = tag.end()
    yield _literal(words[at:])


def _literal(text: str) -> str:
    for sign, expression in LITERALS.items():
        text = text.replace(sign, expression)
    return text.replace("\r\n", LINE).replace("\n", LINE).replace("\r", LINE)
