"""What belongs to pages and not to text: their numbers, heads and feet that come back, catchwords."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ita_docs.importing.pdf.grids import PdfGrid, grids_of
from ita_docs.importing.pdf.letters import PdfLetter
from ita_docs.importing.pdf.lines import PdfLine, lines_of
from ita_docs.importing.pdf.tables import PdfTable, filled, goes_on_below, numbered
from officefiles.thai import arabic_digits

_NUMBER = re.compile(r"(?:หน้า(?:ที่)?|Page)?\s*([-–—/|~]?)\s*([0-9]{1,4})\s*([-–—/|~]?)(?:\s*(?:/|จาก|of)\s*[0-9]{1,4})?")
_LETTER = re.compile(r"(หน้า(?:ที่)?|[-–—/|~])?\s*([ก-ฮ])\s*[-–—/|~]?")
_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""What LibreOffice counts pages by where Word's field asks for Thai figures."""
_OF_PAGE = re.compile(r"((?:หน้า(?:ที่)?|Page)\s*[-–—]?\s*)([0-9]{1,4})(?![0-9])")
_EDGE = 0.13
"""The part of a page at its top and bottom that numbers and heads stand in."""
_BACK = 3
"""Pages on which a line comes back where it is a head or foot."""
_GOES_ON = ("..", "…", "/")
"""How a catchword ends."""


@dataclass(slots=True)
class PdfPage:
    """A page: its lines outside tables and its tables, from above."""

    number: int
    width: float
    height: float
    lines: list[PdfLine] = field(default_factory=list)
    tables: list[PdfTable] = field(default_factory=list)


def page_of(
    number: int, size: tuple[int, int], found: Sequence[PdfLetter], rules: Sequence[int], *, spaceless: bool
) -> PdfPage:
    """The page with its lines, numbered from above."""
    page = PdfPage(number, size[0] / 100, size[1] / 100)
    grids = grids_of(rules)
    inside: list[list[PdfLetter]] = [[] for _ in grids]
    outside: list[PdfLetter] = []
    for letter in found:
        at = _grid_at(grids, letter)
        (outside if at is None else inside[at]).append(letter)
    for grid, letters in zip(grids, inside, strict=True):
        table = filled(grid, letters, number, spaceless=spaceless)
        page.tables += [table] if table.cells else []
    page.lines = lines_of(outside, spaceless=spaceless)
    return page


def without_frames(pages: Sequence[PdfPage]) -> None:
    """Take the lines of a table with text in one cell alone for lines of the page, unless its columns are those of a
    table on the page before or behind it, whose cut row it then holds."""
    kept = {id(table) for page in pages for table in page.tables if len(table.cells) > 1}
    for order in (pages, pages[::-1]):
        for page, other in pairwise(order):
            last = [table for table in page.tables if id(table) in kept]
            kept |= {id(two) for two in other.tables for one in last if goes_on_below(one, two)}
    for page in pages:
        frames = [table for table in page.tables if id(table) not in kept]
        page.tables = [table for table in page.tables if id(table) in kept]
        page.lines += [line for table in frames for lines in table.cells.values() for line in lines]
        page.lines.sort(key=lambda line: line.y)


def foots_of(pages: Sequence[PdfPage]) -> dict[int, float]:
    """How far down the text of each page may go: as far as that of any page of its size does."""
    lowest: dict[tuple[int, int], float] = defaultdict(float)
    for page in pages:
        size = round(page.width), round(page.height)
        ends = (*(line.y for line in page.lines), *(table.bottom for table in page.tables))
        lowest[size] = max(lowest[size], *ends, 0.0)
    return {page.number: lowest[round(page.width), round(page.height)] for page in pages}


def count_lines(page: PdfPage) -> None:
    """Number the lines of a page from above, those beside each other alike."""
    numbers: dict[float, int] = {}
    last = float("-inf")
    within = [line for table in page.tables for lines in table.cells.values() for line in lines]
    for line in sorted((*page.lines, *within), key=lambda one: one.y):
        numbers[line.y] = max(numbers.values(), default=0) + (line.y - last > 0.35 * line.size)
        last = line.y if line.y - last > 0.35 * line.size else last
    page.lines = [replace(line, page=page.number, number=numbers[line.y]) for line in page.lines]
    page.tables = [numbered(table, numbers) for table in page.tables]


def _grid_at(grids: Sequence[PdfGrid], letter: PdfLetter) -> int | None:
    middle, y = (letter.x + letter.right) / 2, letter.y - letter.size / 4
    return next((at for at, grid in enumerate(grids) if grid.cell_at(middle, y) is not None), None)


def without_page_marks(pages: Sequence[PdfPage]) -> dict[int, list[str]]:
    """Take page numbers, and what comes back on the same place of pages but for its first time, out of the lines. What
    comes back with the number of each page is no text even there: that is given, by its page."""
    again = Counter(_spot(line, page) for page in pages for line in _at_edges(page))
    counted = [line for page in pages for line in _at_edges(page) if _is_letter_of(line, page)]
    lettered = counted if len(counted) > 1 else ()
    met: set[tuple[str, int]] = set()
    first: dict[int, list[str]] = {}
    for page in pages:
        for line in _at_edges(page):
            spot = _spot(line, page)
            numbered = spot[0] != arabic_digits(line.text) and again[spot] > 1
            if numbered and spot not in met:
                first.setdefault(page.number, []).append(line.text)
            counts = line in lettered or is_page_number(line, page, len(pages))
            if numbered or counts or (again[spot] >= _BACK and spot in met):
                page.lines.remove(line)
            met.add(spot)
    return first


def _is_letter_of(line: PdfLine, page: PdfPage) -> bool:
    """True of a line that is but the letter which the number of its page is counted by."""
    return line.text == _LETTERS[page.number - 1 : page.number]


def _spot(line: PdfLine, page: PdfPage) -> tuple[str, int]:
    """The text of a line without the number of its page, and about where it stands."""
    text = _OF_PAGE.sub(lambda m: m[1] if int(m[2]) == page.number else m[0], arabic_digits(line.text))
    return text, round(line.y / 3)


def _at_edges(page: PdfPage) -> list[PdfLine]:
    """The lines at the top and bottom of a page, the outermost first."""
    top = [line for line in page.lines if line.y < _EDGE * page.height]
    bottom = [line for line in page.lines if line.y > (1 - _EDGE) * page.height]
    return [*top, *reversed(bottom)]


def is_page_number(line: PdfLine, page: PdfPage, count: int) -> bool:
    """True of a line that is but a number, with dashes or not, first or last on its page."""
    if len(line.pieces) > 1 or not is_number_of_page(line.text, max(count, page.number)):
        return False
    others = [one.y for one in page.lines if one is not line]
    others += [one.y for table in page.tables for lines in table.cells.values() for one in lines]
    return not others or line.y <= min(others) or line.y >= max(others)


def is_number_of_page(text: str, pages: int) -> bool:
    """True of a text that is but a number, with dashes or not, in a file of so many pages; a letter has one."""
    if match := _LETTER.fullmatch(text):
        return bool(match[1]) and match[2] in _LETTERS[: pages + 20]
    match = _NUMBER.fullmatch(arabic_digits(text))
    return match is not None and (bool(match[1]) or int(match[2]) <= pages + 20)


def without_catchwords(pages: Sequence[PdfPage]) -> None:
    """Take the catchword at the foot of each page out where the next page begins with its words."""
    for page, following in pairwise(pages):
        if not page.lines:
            continue
        last = max(page.lines, key=lambda line: line.y)
        lowest = max((line.y for t in page.tables for lines in t.cells.values() for line in lines), default=0.0)
        words = _letters(last.text)
        if words and last.text.endswith(_GOES_ON) and last.y > lowest and _begins_with(following, words):
            page.lines.remove(last)


def _begins_with(page: PdfPage, wanted: str) -> bool:
    """True where the text of a page, or a row of the table that it begins with, begins with these letters."""
    starts = list(page.lines[:3])
    for table in page.tables[:1]:
        firsts = {line[0] for line in table.grid.cells}
        starts += [lines[0] for cell, lines in table.cells.items() if cell in firsts]
    return any(_letters(_following(line, page)).startswith(wanted) for line in starts)


def _following(line: PdfLine, page: PdfPage) -> str:
    """A line with the next ones, so that a catchword longer than a line is known."""
    return " ".join([line.text, *(one.text for one in page.lines if line.y < one.y < line.y + 2 * line.size)])


def _letters(text: str) -> str:
    return re.sub(r"[^0-9A-Za-zก-๙]", "", arabic_digits(text))


def all_lines(pages: Iterable[PdfPage]) -> list[PdfLine]:
    """Every line of the pages, those in tables among them."""
    found: list[PdfLine] = []
    for page in pages:
        found += page.lines
        found += [line for table in page.tables for lines in table.cells.values() for line in lines]
    return found
