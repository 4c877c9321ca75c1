"""Lines of a page from its letters, each cut into pieces where a gap begins a new column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from ita_docs.importing.pdf.letters import PdfLetter, mended

_SAME_LINE = 0.35
"""Parts of the size that base lines on one line lie apart at most."""
_GAP = 0.24
"""Parts of the size that a gap without a space is wide at least where a new column begins."""
_GAP_OF_SPACES = 1.5
"""The same for a gap that is typed of spaces, or that holds one that was made wider."""
_FEW_GAPS = 8
_BEHIND_AA = 0.1
"""Parts of the size that a letter stands further away behind SARA AA at most."""
_WORD_GAP = 0.14
"""The same for a space that is not drawn."""
_BOUND_LEFT, _BOUND_RIGHT = frozenset("ะาำๅ"), frozenset("เแโใไ")
_BEHIND = frozenset(".,)")
_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_TALL = frozenset("ปฝฟฬ")
_OPEN = re.compile("[\u0e31เแโใไ]$|(?<!ก)\u0e47$")
_DOTS, _LEADER = frozenset(".…_"), 6
MARKER = re.compile(
    r"(?:[(（]?[0-9๐-๙]{1,3}(?:[.][0-9๐-๙]{1,3})*[)）]"
    r"|[12๑๒]?[0-9๐-๙](?:[.][1-3๑-๓]?[0-9๐-๙])+[.]?(?= (?!คะแนน|บาท|ล้าน|เท่า|%)|$)|[0-9๐-๙]{1,3}[.](?![0-9๐-๙])"
    r"|[(]?[ก-ฮ][.)](?![ก-ฮ]\.)|[-–•●○▪■◦*](?= |$)|ข้อ [0-9๐-๙]+)"
)
"""What numbers or marks a paragraph of a list."""


@dataclass(frozen=True, slots=True)
class PdfPiece:
    """What stands together on a line: its text, from where to where it goes, in points, and its letters. ``spaced`` is
    true where the file has a space behind it."""

    text: str
    x: float
    right: float
    letters: tuple[PdfLetter, ...] = ()
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line: its pieces from the left, its base line and size, and the share of its
    letters that are bold; ``number`` counts the lines of the page. ``cut`` is true where it is a part of one word that
    goes on below."""

    pieces: tuple[PdfPiece, ...]
    y: float
    size: float
    boldness: float = 0.0
    page: int = 0
    number: int = 0
    cut: bool = False

    @property
    def text(self) -> str:
        """The pieces with tabs between them."""
        return "\t".join(piece.text for piece in self.pieces)

    @property
    def spaced(self) -> bool:
        """True where the file has a space at its end."""
        return self.pieces[-1].spaced

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.pieces[0].x

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right


def rows_of(letters: Iterable[PdfLetter]) -> Iterator[list[PdfLetter]]:
    """The letters of each line from the left, the lines from above."""
    row: list[PdfLetter] = []
    for letter in sorted(letters, key=lambda one: one.y):
        if row and letter.y - row[0].y > _SAME_LINE * max(row[0].size, letter.size):
            yield sorted(row, key=lambda one: one.x)
            row = []
        row.append(letter)
    if row:
        yield sorted(row, key=lambda one: one.x)


def lines_of(letters: Iterable[PdfLetter], *, spaceless: bool = False, whole: bool = False) -> list[PdfLine]:
    """The lines that have any text. ``spaceless`` says that the file has no spaces, which gaps then are; ``whole``
    lines have no columns, as in the cell of a table."""
    found = []
    for row in rows_of(letters):
        row = _without_leaders(row)
        seen = [letter for letter in row if letter.text != " "]
        if seen:
            bold = sum(letter.bold for letter in seen) / len(seen)
            size = median(letter.size for letter in seen)
            pieces = tuple(_pieces(row, size, spaceless=spaceless, whole=whole))
            found.append(PdfLine(pieces, median(one.y for one in seen), size, bold))
    return found


def _without_leaders(row: Sequence[PdfLetter]) -> list[PdfLetter]:
    """The letters without rows of dots, which lead to the next column or are a line to write on; those in brackets are
    a place for a name and stay."""
    found: list[PdfLetter] = []
    for sign, group in groupby(row, key=lambda letter: letter.text in _DOTS):
        letters = list(group)
        if not sign or len(letters) < _LEADER or (found and found[-1].text == "("):
            found += letters
    return found


def _pieces(row: Sequence[PdfLetter], size: float, *, spaceless: bool, whole: bool) -> Iterator[PdfPiece]:
    """The pieces of a row; a mark of a list goes with what it marks."""
    held: PdfPiece | None = None
    for group in _groups(row, size, spaceless=spaceless, whole=whole):
        piece = piece_of(group)
        if held and (match := MARKER.match(held.text)) and match.end() == len(held.text):
            piece = PdfPiece(
                f"{held.text} {piece.text}", held.x, piece.right, held.letters + piece.letters, piece.spaced
            )
        elif held:
            yield held
        held = piece
    if held:
        yield held


def ends_in_syllable(text: str) -> bool:
    """True of a text that ends in a vowel behind which its syllable goes on."""
    return bool(_OPEN.search(text))


def piece_of(letters: Sequence[PdfLetter]) -> PdfPiece:
    """The piece of these letters."""
    text = mended("".join(letter.text for letter in letters)).strip()
    seen = [letter for letter in letters if letter.text != " "]
    return PdfPiece(text, letters[0].x, seen[-1].right, tuple(letters), letters[-1].text == " ")


def _groups(row: Sequence[PdfLetter], size: float, *, spaceless: bool, whole: bool) -> Iterator[list[PdfLetter]]:
    """The letters of each piece, with one space where one is drawn or seen; none at the ends."""
    group: list[PdfLetter] = []
    spaces: list[PdfLetter] = []
    usual, missing = _usual_gap(row), _passed_over(row)
    for letter in row:
        if letter.text == " ":
            drawn = letter.right > letter.x or not spaces
            if drawn and not (group and _has_no_room(group[-1], letter)):
                spaces.append(letter)
            continue
        if group:
            gap = 0.0 if _are_bound(group[-1], letter) and not spaces else letter.x - group[-1].right
            least = max(_GAP * size, missing if _may_pass_over(group[-1], letter) else 0.0)
            if spaceless or letter.text == "(" or group[-1].text == ")":
                least = _GAP_OF_SPACES * size
            if not whole and _begins_column(gap - usual, spaces, size, least):
                yield [*group, *spaces[:1]]
                group = []
            elif spaces:
                group += spaces if len(spaces) < 3 else spaces[:1]
            elif gap - usual > _WORD_GAP * size:
                group.append(PdfLetter(" ", group[-1].right, letter.x, letter.y, size, bold=False))
        group.append(letter)
        spaces = []
    if group:
        yield [*group, *spaces[:1]]


def _has_no_room(before: PdfLetter, space: PdfLetter) -> bool:
    """True of a space without width behind a tall letter with marks: fonts have one to move these marks."""
    return before.text[0] in _TALL and len(before.text) > 1 and space.right - space.x < _WORD_GAP * space.size / 4


def _are_bound(one: PdfLetter, two: PdfLetter) -> bool:
    """True of letters between which Thai has no space, and of a letter and what stands right behind it, though it is of
    another font."""
    near = two.x - one.right < one.size
    return two.text[0] in _BOUND_LEFT | _MARKS or one.text[-1] in _BOUND_RIGHT or (near and two.text[0] in _BEHIND)


def _may_pass_over(before: PdfLetter, letter: PdfLetter) -> bool:
    """True of two letters between which the library may pass over a space: programs begin a text of its own behind
    SARA AA and marks, and where the script is another."""
    ends = before.text in ("\u0e32", "\u0e33") or len(before.text) > 1
    return ends or before.text.isascii() != letter.text.isascii()


def _passed_over(row: Sequence[PdfLetter]) -> float:
    """How wide a gap is at most that the library leaves in a line where it passes over a space that is drawn;
    nothing where the line has no other space."""
    widths = [letter.right - letter.x for letter in row if letter.text == " " and letter.right > letter.x]
    return min(widths) + _BEHIND_AA * row[0].size if widths else 0.0


def _begins_column(gap: float, spaces: Sequence[PdfLetter], size: float, least: float) -> bool:
    if not spaces:
        return gap > least
    drawn = sum(max(space.right - space.x, 0.0) for space in spaces)
    return gap > _GAP_OF_SPACES * size and (len(spaces) > 1 or gap - drawn > size)


def _usual_gap(row: Sequence[PdfLetter]) -> float:
    """The gap between most letters of a line that is filled by moving them apart; nothing in another."""
    gaps = [two.x - one.right for one, two in pairwise(row) if " " not in (one.text, two.text)]
    return max(sorted(gaps)[len(gaps) // 3], 0.0) if len(gaps) > _FEW_GAPS else 0.0
