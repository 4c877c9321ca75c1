"""The blocks of a file as lines, one after another, whatever they stood in: the label, the columns and the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.blocks import OldCell, OldFile, OldParagraph, OldPlace, OldTable
from ita_docs.importing.names import goes_on_as_name
from ita_docs.importing.order.dealing import people_of_row
from ita_docs.importing.order.labels import ItemLabel, split_label
from officefiles.thai import arabic_digits

_COLUMNS = re.compile(r"\t| {2,}|\s*(?:\.{5,}|…{2,}|_{5,}|-{5,})\s*")
_TORN = re.compile("(?<=[ก-๎])[ \t]+(?=[ะ-ฺๅ็-๎])")
"""Gaps before a mark that no word begins with."""
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_PAGE_NUMBER = re.compile(
    r"[-–—]\s*[0-9๐-๙]{1,3}\s*[-–—]|"
    r"(?:[A-Za-z]:[\\/]|\\\\)\S.*\.[A-Za-z]{3,4}|"  # where the file was kept, as footers say
    r"(?:หน้า(?:ที่)?|[Pp]age)\s*[0-9๐-๙]{1,3}(?:\s*(?:/|จาก)\s*[0-9๐-๙]+)?"
)
_CATCHWORD = re.compile(r"(?:\.{3,4}|…)\s*/?$|^/")
_FURTHER_LEFT = 12.0
"""Points by which a first line stands further right than those after it."""
_FRAME = re.compile(
    r"ทั้งนี้|ลงชื่อ|ลงนาม|ตำแหน่ง|(?:ให้)?มีผล(?:บังคับใช้|ใช้บังคับ)?|ให้|ตั้งแต่|นับแต่|วันที่|เป็นต้นไป|จนถึง|ถึง|เดือน|พ\.?ศ\.?|พุทธศักราช"
    r"|จึง|ขอ|โดย|ซึ่ง|คณะกรรมการ|คณะทำงาน|จำนวน[0-9]+คณะ|และ|ดังกล่าว|ตามบัญชี|รายชื่อ|แนบท้าย|คำสั่ง|นี้"
)
"""Words of orders that make no cell."""
_A_WORD = re.compile(r"[^\W_]{2}")
_RULE = re.compile(r"[-–—─━═⎯_=*~.…\s]{3,}")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed, in its columns (between tabs, wide gaps or leaders, or the cells of a row), each of one or
    more lines; the ``label`` stands in none of them. ``table`` is the number of the table in the file that it is a row
    of, ``column_places`` are the places of its cells then. ``ended`` is false where the text goes on in the next line
    for all that can be seen."""

    columns: tuple[tuple[str, ...], ...]
    places: tuple[OldPlace, ...]
    label: ItemLabel | None
    centred: bool
    bold: bool
    new_page: bool
    ended: bool = True
    indent: float = 0.0
    table: int = 0
    column_places: tuple[tuple[OldPlace, ...], ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """All texts in reading order."""
        return tuple(text for column in self.columns for text in column if text)

    @property
    def inset(self) -> int:
        """How many columns are empty before its first text."""
        return next((place for place, texts in enumerate(self.columns) if any(texts)), 0)

    @property
    def text(self) -> str:
        """The text without its label."""
        return " ".join(self.pieces)

    @property
    def printed(self) -> str:
        """The text with its label before it."""
        return f"{self.label.typed} {self.text}" if self.label else self.text

    @property
    def row(self) -> bool:
        """True of a row of a table."""
        return bool(self.table)


def goes_on(first: PrintedLine, before: PrintedLine, line: PrintedLine) -> bool:
    """True of a line that surely belongs to the paragraph of which ``first`` is the first line and ``before`` the last
    so far: a line was not ended, or it stands further left than a first line."""
    return not before.ended or before.places == line.places or line.indent < first.indent - _FURTHER_LEFT


def says_more(text: str, *said: str) -> bool:
    """True of a text with words that are neither ``said`` elsewhere nor those of every order."""
    words, rest = OrderWords.load(), _bare(text)
    for one in sorted(map(_bare, said), key=len, reverse=True):
        rest = "" if rest in one else rest.replace(one, " ") if one else rest
    usual = (*words.from_now_on, *words.signed, *words.effective, *words.follows, *words.made_of, *words.appoints)
    rest = re.sub("|".join(sorted(map(re.escape, map(_bare, usual)), key=len, reverse=True)), " ", rest)
    return bool(_A_WORD.search(_FRAME.sub(" ", rest)))


def _bare(text: str) -> str:
    return arabic_digits("".join(text.split()))


def lines_of(file: OldFile) -> tuple[PrintedLine, ...]:
    """The lines of a file in reading order, without empty ones, typed page numbers and rules that are drawn with
    signs; each with the places that it comes from."""
    lines = list[PrintedLine]()
    for number, block in enumerate(file.blocks, start=1):
        if isinstance(block, OldParagraph):
            lines.extend(_of_paragraph(block))
        elif isinstance(block, OldTable):
            lines.extend(_of_table(block, number))
    return tuple(lines)


def is_debris(line: PrintedLine) -> bool:
    """True of what belongs to a page and not to the text: a typed page number, a rule of signs."""
    if line.row:
        return False
    if not line.text:
        return line.label is None or (line.centred and line.label.style == "n")
    printed = f"- {line.text}" if line.label and line.label.style == "-" else line.text
    return bool(_PAGE_NUMBER.fullmatch(printed.strip()) or _RULE.fullmatch(line.text))


def without_catchwords(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without what belongs to pages: typed page numbers, rules of signs, and lines typed by hand that only
    announce the next page, each of which ends in dots and says what the text after it begins with."""
    return [
        line
        for place, line in enumerate(lines)
        if not is_debris(line) and not (_CATCHWORD.search(line.text) and _announces(line, lines[place + 1 : place + 5]))
    ]


def _announces(line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
    bare = re.sub(r"(?:[.…/]+)\s*$|^\s*/\s*", "", line.text)
    words = re.sub(r"\s", "", bare)
    for after in following:
        if is_debris(after):
            continue
        said = re.sub(r"\s", "", after.text)
        if line.label == after.label and said.startswith(words):
            return True
        if line.text.startswith("/") and len(words) < 60:
            return True
        return bool(line.label is None and len(words) < 60 and said.startswith(words) and words)
    return False


def _of_paragraph(paragraph: OldParagraph) -> Iterator[PrintedLine]:
    texts = _clean(paragraph.text).split("\n")
    printed = f"{paragraph.number} {texts[0]}" if paragraph.number else texts[0]
    for place, text in enumerate((printed, *texts[1:])):
        label, columns = _labelled(re.split(r"\t| {2,}", text) if _CATCHWORD.search(text) else _columns(text))
        if not text.strip():
            continue
        yield PrintedLine(
            tuple((one,) for one in columns),
            (paragraph.origin,),
            label,
            paragraph.centred,
            paragraph.bold,
            paragraph.new_page and place == 0,
            paragraph.ended if place == len(texts) - 1 else False,
            paragraph.indent,
        )


def _clean(text: str) -> str:
    """A text without what stands for bars and list marks of another format."""
    text = _TORN.sub("", _SPACES.sub(" ", text))
    return re.sub(r"[ \t]*\|[ \t]*", "\t", text).strip(" \t") if "|" in text else text.rstrip()


def _columns(text: str) -> list[str]:
    """The columns of a line. What stands between a first name and a family name parts none."""
    columns = list[str]()
    for column in _COLUMNS.split(text):
        if columns and goes_on_as_name(columns[-1], column):
            columns[-1] += f" {column}"
        else:
            columns.append(column)
    return columns


def _labelled(columns: Sequence[str]) -> tuple[ItemLabel | None, list[str]]:
    """The label that the columns of a line begin with, and the columns without it."""
    left = [one.strip() for one in columns]
    first = next((place for place, one in enumerate(left) if one), len(left))
    if first == len(left):
        return None, []
    label, rest = split_label(left[first])
    left[first] = rest
    return label, left


def _of_table(table: OldTable, number: int) -> Iterator[PrintedLine]:
    """The rows of a table as lines. A cell that goes on from above counts again in a row that begins anew (one role
    beside many people)."""
    if beside := _beside(table):
        yield from (one for cell in beside for one in _of_row((cell,), [_lines_of_cell(cell)], number))
        return
    above: list[list[str]] = []
    for row in _one_below_the_other(table.rows):
        columns, carried = list[list[str]](), list[bool]()
        for cell in row:
            columns += [_lines_of_cell(cell), *([] for _ in range(cell.columns - 1))]
            carried += [cell.continued and not cell.paragraphs, *(False for _ in range(cell.columns - 1))]
        if len(above) == len(columns) and carried and not carried[0]:
            columns = [above[place] if carried[place] else one for place, one in enumerate(columns)]
        above = columns
        if any(columns):
            yield from _of_row(row, columns, number)


def _one_below_the_other(rows: Sequence[Sequence[OldCell]]) -> Sequence[Sequence[OldCell]]:
    """The rows of a table that stands in two halves under the same heads, the right half below the left one; any other
    rows as they are."""
    half = len(rows[0]) // 2 if rows else 0
    heads = [" ".join(cell.text.split()) for cell in rows[0]] if rows else []
    alike = half > 1 and any(heads) and heads[:half] == heads[half:] and len({len(row) for row in rows}) == 1
    return [*(row[:half] for row in rows), *(row[half:] for row in rows)] if alike else _counted_on(rows)


def _counted_on(rows: Sequence[Sequence[OldCell]]) -> Sequence[Sequence[OldCell]]:
    """The rows of a list that counts on in a column further right, below those that it counts on from; what has no
    number there goes on from the row above. Any other rows as they are."""
    columns = [[one for cell in row for one in (cell, *[OldCell()] * (cell.columns - 1))] for row in rows]
    wide = min(map(len, columns), default=0)
    numbers = [[_number_of(row[at]) for row in columns] for at in range(wide)]
    left = numbers[0] if numbers else []
    if 0 in left or left != [*range(left[0], left[0] + len(left))] or len(left) < 2:
        return rows
    for at in range(2, wide):
        own = [number for number in numbers[at] if number]
        if len(own) > 1 and numbers[at][0] and own == [*range(left[-1] + 1, left[-1] + 1 + len(own))]:
            further = list[list[OldCell]]()
            for row in columns:
                if _number_of(row[at]):
                    further.append(row[at:])
                elif any(cell.paragraphs for cell in row[at:]):
                    pairs = zip(further[-1], row[at:], strict=True)
                    further[-1] = [replace(one, paragraphs=(*one.paragraphs, *two.paragraphs)) for one, two in pairs]
            return [*(row[:at] for row in columns), *further]
    return rows


def _number_of(cell: OldCell) -> int:
    """The number before the text of a cell; 0 of one without."""
    texts = _lines_of_cell(cell)[:1]
    label = split_label(texts[0])[0] if texts else None
    return label.value if label else 0


def _beside(table: OldTable) -> list[OldCell]:
    """The cells of a table that lists numbered items side by side, in the order of their numbers; none of any other
    table."""
    cells = [cell for row in table.rows for cell in row if _lines_of_cell(cell)]
    labels = (split_label(_lines_of_cell(cell)[0])[0] for cell in cells)
    numbers = [label.value for label in labels if label and len(label.values) == 1]
    if len(numbers) != len(cells) or len(cells) <= len(table.rows) or sorted(numbers) != [*range(1, len(cells) + 1)]:
        return []
    return [cell for _, cell in sorted(zip(numbers, cells, strict=True), key=lambda one: one[0])]


def _of_row(row: Sequence[OldCell], columns: list[list[str]], table: int) -> Iterator[PrintedLine]:
    """A row of a table as a line; as many lines as its cells have paragraphs where each is a person of its own."""
    paragraphs = [one for cell in row for one in cell.paragraphs]
    base = PrintedLine(
        (),
        tuple(dict.fromkeys(one.origin for one in paragraphs)),
        None,
        centred=all(one.centred for one in paragraphs),
        bold=all(one.bold for one in paragraphs),
        new_page=any(one.new_page for one in paragraphs[:1]),
        table=table,
        column_places=tuple(places for cell in row for places in _places_of(cell)),
    )
    for of_person in people_of_row(columns):
        at = next((place for place, column in enumerate(of_person) if any(column)), 0)
        label, rest = _label_of_cell(of_person[at])
        of_person = [*of_person[:at], rest, *of_person[at + 1 :]]
        yield replace(base, columns=tuple(tuple(one) for one in of_person), label=label)


def _places_of(cell: OldCell) -> list[tuple[OldPlace, ...]]:
    return [tuple(one.origin for one in cell.paragraphs), *(() for _ in range(cell.columns - 1))]


def _lines_of_cell(cell: OldCell) -> list[str]:
    texts = (line for one in cell.paragraphs for line in _clean(one.printed).split("\n"))
    return [piece.strip() for text in texts for piece in _COLUMNS.split(text) if piece.strip()]


def _label_of_cell(column: Sequence[str]) -> tuple[ItemLabel | None, list[str]]:
    label, rest = split_label(column[0])
    return label, [one for one in (rest, *column[1:]) if one] if label else list(column)
